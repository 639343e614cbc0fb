// Prints what the confidence of each statement of some articles is worked out from, a JSON line a statement: what
// train_statements.py joins with the verdicts of those who read them.
//
//   dossier_statement_features ARTICLES...   files as for `dossier ingest`; the model is the default one
#include <iostream>
#include <nlohmann/json.hpp>

#include "ingest/article_document.h"
#include "ingest/extract/extract.h"
#include "ingest/extract/tools/articles.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"

namespace dossier::ingest {
namespace {

void print_statement(const graph::ArticleRecord& record, const graph::StatementRecord& statement,
                     const Features& features) {
  const auto name = [&](std::uint32_t entity) { return record.entities[entity].name; };
  const graph::StatementEvidence& evidence = statement.evidence.front();
  std::cout << nlohmann::ordered_json{{"article", record.id},
                                      {"sentence", evidence.sentence},
                                      {"subject", name(statement.subject)},
                                      {"predicate", statement.predicate},
                                      {"object", name(statement.object)},
                                      {"modality", statement.modality},
                                      {"negated", statement.negated},
                                      {"claimed_by", statement.claimed_by ? name(*statement.claimed_by) : ""},
                                      {"confidence", evidence.confidence},
                                      {"features", features}}
                   .dump()
            << "\n";
}

void print_article(const LanguageModel& model, const Article& article) {
  graph::ArticleRecord record;
  record.id = article.id;
  const ArticleContext context = context_of(article);
  parse_article(model, article, [&](const Document& document) {
    const DocumentTree tree(document);
    const std::vector<Extraction> extractions = extract(tree);
    build_statements(tree, resolve_mentions(tree, extractions), extractions, context, record,
                     [&](const graph::StatementRecord& statement, const Features& features) {
                       print_statement(record, statement, features);
                     });
  });
}

}  // namespace
}  // namespace dossier::ingest

int main(int argc, char** argv) {
  return dossier::ingest::print_articles(argc, argv, dossier::ingest::print_article);
}
