// Prints the prepositional phrases of some articles that a noun or the verb before it could have, a JSON line a phrase:
// what train_attachment.py weighs words from.
//
//   dossier_attachment_sites ARTICLES...   files as for `dossier ingest`; the model is the default one
#include <iostream>
#include <nlohmann/json.hpp>

#include "ingest/article_document.h"
#include "ingest/extract/attachment.h"
#include "ingest/extract/tools/articles.h"

namespace dossier::ingest {
namespace {

void print_sentence(const Document& document, TokenRange sentence) {
  std::vector<Token> tokens(document.tokens.begin() + sentence.begin, document.tokens.begin() + sentence.end);
  Attachments attachments(document, sentence, tokens);
  std::vector<std::string> words;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) words.emplace_back(document.word(t));
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const auto site = attachments.find_site(t);
    if (!site) continue;
    std::cout << nlohmann::ordered_json{{"words", words},
                                        {"preposition", t - sentence.begin},
                                        {"noun", site->noun - sentence.begin},
                                        {"verb", site->verb - sentence.begin},
                                        {"object", site->object - sentence.begin},
                                        {"of_noun", site->of_noun},
                                        {"lead", document.tokens[t].arc_margin},
                                        {"features", attachments.features_of(*site)}}
                     .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << "\n";
  }
}

void print_article(const LanguageModel& model, const Article& article) {
  parse_article(model, article, [](const Document& document) {
    for (const TokenRange sentence : document.sentences) print_sentence(document, sentence);
  });
}

}  // namespace
}  // namespace dossier::ingest

int main(int argc, char** argv) {
  return dossier::ingest::print_articles(argc, argv, dossier::ingest::print_article);
}
