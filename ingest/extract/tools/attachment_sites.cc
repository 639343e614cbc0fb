// Prints the sites of some articles whose phrases, participles, relative clauses and conjuncts may hang on several
// words, as the tree stands where attachment_repair.cc finds it, a JSON line a site: what train_attachment.py weighs
// words from.
//
//   dossier_attachment_sites ARTICLES...   files as for `dossier ingest`; the model is the default one
//
// {"article": its number, from 0, "at": byte of the word, "heads": bytes of theirs, nearest first, "now": which one
//  the tree has, "sure": the parser's lead, in logits, "features": for each head a list of names, or of a name and
//  its number}
#include <iostream>
#include <nlohmann/json.hpp>

#include "ingest/article_document.h"
#include "ingest/extract/attachment.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tools/articles.h"

namespace dossier::ingest {
namespace {

using Json = nlohmann::ordered_json;

Json features_of(Attachments& attachments, const AttachmentSite& site, std::size_t choice) {
  Json list = Json::array();
  for (const auto& [name, value] : attachments.features_of(site, choice))
    list.push_back(value == 1 ? Json(name) : Json{name, value});
  return list;
}

void print_sentence(const Document& document, TokenRange sentence, std::size_t article) {
  std::vector<Token> tokens(document.tokens.begin() + sentence.begin, document.tokens.begin() + sentence.end);
  repair_before_attachments(document, sentence, tokens);
  Attachments attachments(document, sentence, tokens);
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (document.tokens[t].head != tokens[t - sentence.begin].head) continue;
    const auto site = attachments.find_site(t);
    if (!site) continue;
    Json heads = Json::array(), features = Json::array();
    for (std::size_t choice = 0; choice < site->heads.size(); ++choice) {
      heads.push_back(document.tokens[site->heads[choice]].span.begin);
      features.push_back(features_of(attachments, *site, choice));
    }
    std::cout << Json{{"article", article}, {"at", document.tokens[t].span.begin},   {"heads", heads},
                      {"now", site->now},   {"sure", document.tokens[t].arc_margin}, {"features", features}}
                     .dump(-1, ' ', false, Json::error_handler_t::replace)
              << "\n";
  }
}

}  // namespace
}  // namespace dossier::ingest

int main(int argc, char** argv) {
  using namespace dossier::ingest;
  std::size_t number = 0;
  return print_articles(argc, argv, [&](const LanguageModel& model, const Article& article) {
    parse_article(model, article, [&](const Document& document) {
      for (const TokenRange sentence : document.sentences) print_sentence(document, sentence, number);
    });
    ++number;
  });
}
