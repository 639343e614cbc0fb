#include "tests/support/news.h"

#include <utility>

#include "dossier/graph/article_record.h"
#include "dossier/status_macros.h"

namespace dossier::testing {
namespace {

using graph::ArticleRecord;

graph::EntityRecord entity(std::string name, std::string type, std::vector<std::string> aliases = {}) {
  graph::EntityRecord entity;
  entity.name = std::move(name), entity.type = std::move(type), entity.aliases = std::move(aliases);
  entity.mentions = 1;
  return entity;
}

void add_sentence(ArticleRecord& article, std::string text) {
  const std::uint64_t begin = article.sentences.empty() ? 0 : article.sentences.back().end + 1;
  article.sentences.push_back({begin, begin + text.size(), std::move(text)});
}

graph::StatementRecord statement(const ArticleRecord& article, std::uint32_t subject, std::string predicate,
                                 std::uint32_t object, std::uint32_t sentence, float confidence) {
  graph::StatementRecord statement;
  statement.subject = subject, statement.object = object, statement.predicate = std::move(predicate);
  const graph::Sentence& said = article.sentences[sentence];
  statement.evidence.push_back({sentence, said.begin, said.end, confidence});
  return statement;
}

ArticleRecord harbour_times() {
  ArticleRecord article;
  article.id = "harbour-times.txt", article.title = "A call", article.date = "2026-02-05";
  article.publisher = "Harbour Times", article.url = "https://example.org/call", article.language = "en";
  add_sentence(article, "Ada Lind called Omar Haddad on Monday.");
  add_sentence(article, "Northwind Bank, said Mei Tan, raised its tariffs.");
  article.entities = {entity("Ada Lind", "Person", {"Minister Lind"}), entity("Omar Haddad", "Person"),
                      entity("Northwind Bank", "Organization"), entity("tariffs", "Concept"),
                      entity("Mei Tan", "Person")};
  article.statements.push_back(statement(article, 0, "called", 1, 0, 0.75F));
  article.statements.back().when = "2026-02-02";
  article.statements.push_back(statement(article, 2, "raised", 3, 1, 0.5F));
  article.statements.back().claimed_by = 4;
  article.statements.back().stance = "asserts";
  return article;
}

ArticleRecord riverton_post(graph::NodeId lind, graph::NodeId haddad) {
  ArticleRecord article;
  article.id = "riverton-post.txt", article.title = "No visit", article.date = "2026-02-06",
  article.publisher = "Riverton Post";
  add_sentence(article, "Omar Haddad did not visit Riverton.");
  add_sentence(article, "Ada Lind had called Omar Haddad on Monday.");
  article.entities = {entity("Ada Lind", "Person"), entity("Omar Haddad", "Person"),
                      entity("Riverton", "Place")};
  article.entities[0].node = lind, article.entities[1].node = haddad;
  article.statements.push_back(statement(article, 1, "visited", 2, 0, 0.5F));
  article.statements.back().negated = true;
  article.statements.push_back(statement(article, 0, "called", 1, 1, 0.25F));
  article.statements.back().when = "2026-02-02";
  return article;
}

Result<graph::NodeId> node_named(const graph::Reader& reader, std::string_view name) {
  DOSSIER_ASSIGN_OR_RETURN(const auto hits, reader.find_by_name(name));
  if (hits.empty()) return Status(StatusCode::kNotFound, std::string(name));
  return hits.front().node;
}

Status put(graph::Store& store, const ArticleRecord& article) {
  DOSSIER_ASSIGN_OR_RETURN(const auto transaction, store.begin());
  const auto put = transaction->put_article(article);
  return put.ok() ? transaction->commit() : put.status();
}

}  // namespace

Status put_news(graph::Store& store) {
  DOSSIER_RETURN_IF_ERROR(put(store, harbour_times()));
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId lind, node_named(*store.snapshot(), "Ada Lind"));
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId haddad, node_named(*store.snapshot(), "Omar Haddad"));
  return put(store, riverton_post(lind, haddad));
}

}  // namespace dossier::testing
