// Prints the extractions of sentences that were parsed before, so that rules can be measured without a model.
//
//   dossier_extract_parsed [--explain | --features | --alternatives | --time] PARSED.jsonl...   the lines of
//   `dossier parse
//   --format jsonl`
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "ingest/extract/confidence.h"
#include "ingest/extract/extract.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/surface.h"
#include "ingest/extract/tree.h"
#include "ingest/nlp/document_json.h"

namespace dossier::ingest {
namespace {

std::string sentence_text(const Document& document, TokenRange range) {
  std::vector<std::uint32_t> tokens;
  for (std::uint32_t t = range.begin; t < range.end; ++t) tokens.push_back(t);
  return text_of(document, tokens);
}

// What a reader would call the thing: the entity that the head is in, or the phrase without what follows its
// head.
std::string name_of_phrase(const Document& document, const Phrase& phrase) {
  const Token& head = document.tokens[phrase.head];
  std::vector<std::uint32_t> tokens;
  if (is_name_entity(head.entity)) {
    std::uint32_t begin = phrase.head, end = phrase.head + 1;
    while (begin > 0 && !document.tokens[begin].entity_begins) --begin;
    while (end < document.tokens.size() && document.tokens[end].entity == head.entity &&
           !document.tokens[end].entity_begins)
      ++end;
    for (; begin < end; ++begin) tokens.push_back(begin);
  } else {
    tokens = phrase.tokens;
  }
  return text_of(document, tokens);
}

nlohmann::ordered_json statement_of(const Document& document, const Extraction& extraction) {
  nlohmann::ordered_json arguments = nlohmann::ordered_json::array();
  for (const Argument& argument : extraction.arguments)
    arguments.push_back({{"preposition", argument.preposition},
                         {"name", name_of_phrase(document, argument.phrase)},
                         {"text", text_of(document, argument.phrase.tokens)},
                         {"role", static_cast<int>(argument.role)}});
  return {{"subject", name_of_phrase(document, extraction.subject)},
          {"predicate", extraction.predicate},
          {"arguments", arguments}};
}

void print_line(const DocumentTree& tree, const Extraction& extraction, bool features) {
  const Document& document = tree.document();
  const Surface surface = surface_of(document, extraction);
  nlohmann::ordered_json line = {
      {"line", extraction.sentence + 1},
      {"sentence", sentence_text(document, document.sentences[extraction.sentence])},
      {"subject", surface.subject},
      {"relation", surface.relation},
      {"object", surface.object},
      {"arguments", surface.arguments},
      {"confidence", extraction.confidence},
      {"implicit", extraction.implicit},
      {"negated", extraction.negated},
      {"modality", name_of(extraction.modality)},
      {"claimed_by", extraction.attribution
                         ? nlohmann::ordered_json(text_of(document, extraction.attribution->claimant.tokens))
                         : nlohmann::ordered_json()}};
  line["rule"] = extraction.rule;
  line["statement_only"] = extraction.statement_only;
  line["surface_only"] = extraction.surface_only;
  line["statement"] = statement_of(document, extraction);
  if (features) line["features"] = features_of(Tree(tree, extraction.sentence), extraction);
  std::cout << line.dump() << "\n";
}

int run(int argc, char** argv) {
  bool explained = false, features = false, timed = false;
  ExtractOptions options;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--explain") == 0)
      explained = true;
    else if (std::strcmp(argv[i], "--alternatives") == 0)
      options.alternatives = true;
    else if (std::strcmp(argv[i], "--features") == 0)
      features = true;
    else if (std::strcmp(argv[i], "--time") == 0)
      timed = true;
    else {
      std::ifstream in(argv[i]);
      const std::string lines((std::istreambuf_iterator<char>(in)), {});
      auto documents = parse_json_lines(lines);
      if (!documents.ok()) return std::cerr << argv[i] << ": " << documents.status().message() << "\n", 1;
      std::size_t sentences = 0, extractions = 0;
      const auto start = std::chrono::steady_clock::now();
      for (const Document& document : *documents) {
        const DocumentTree tree(document);
        const auto found = extract(tree, options);
        sentences += document.sentences.size();
        extractions += found.size();
        if (timed) continue;
        for (const Extraction& extraction : found) {
          print_line(tree, extraction, features);
          if (explained) std::cout << explain(tree, extraction);
        }
      }
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      if (timed)
        std::cout << argv[i] << ": " << extractions << " extractions, " << sentences / taken.count()
                  << " sentences/s\n";
    }
  }
  return 0;
}

}  // namespace
}  // namespace dossier::ingest

int main(int argc, char** argv) { return dossier::ingest::run(argc, argv); }
