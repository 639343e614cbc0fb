#include "ingest/extract/quotations.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ingest/extract/document_tree.h"

using namespace dossier::ingest;

namespace {

/// Words and marks as tokens; a full stop ends a sentence.
Document unparsed(std::string text) {
  Document document;
  document.text = std::move(text);
  const auto token = [&](std::size_t begin, std::size_t end) {
    Token word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.head = static_cast<std::uint32_t>(document.tokens.size());
    document.tokens.push_back(word);
  };
  std::uint32_t first = 0;
  for (std::size_t at = 0; (at = document.text.find_first_not_of(" \n", at)) != std::string::npos;) {
    const std::size_t end = document.text.find_first_of("\" \n.", at + 1);
    const bool alone = document.text[at] == '"' || document.text[at] == '.';
    token(at, alone ? at + 1 : std::min(end, document.text.size()));
    at = document.tokens.back().span.end;
    const auto count = static_cast<std::uint32_t>(document.tokens.size());
    if (document.word(count - 1) != "." && at < document.text.size()) continue;
    document.sentences.push_back({first, count});
    first = count;
  }
  return document;
}

}  // namespace

TEST_CASE("a quotation is what stands between marks, over paragraphs too", "[ingest][quotations]") {
  using Rows = std::vector<std::string>;
  const auto [text, quoted] = GENERATE(table<std::string, Rows>({
      {"He said \"it works\" and \"it sells\" today.", {"it works", "it sells"}},
      {"He left. \"It works. It sells\" he said.", {"It works. It sells"}},
      // each paragraph begins with a mark
      {"\"It works.\n\"It sells\" he said.", {"It works. \"It sells"}},
      // the next mark closes
      {"\"It works.\nIt sells\" he said.", {"It works. It sells"}},
      // a mark was lost
      {"\"It works.\nHe left. She said \"it sells\" today.", {"It works.", "it sells"}},
      {"It works\" he said. \"It sells.", {"It sells."}},
  }));
  const Document document = unparsed(text);
  const DocumentTree tree(document);
  Rows found;
  for (const Quotation& quotation : tree.quotations().all) found.push_back(tree.text_of(quotation.words));
  CHECK(found == quoted);
}
