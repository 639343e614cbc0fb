// An article as a reader leaves it: metadata, clean text, and what each block of the text is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dossier::ingest {

/// Half-open byte range [begin, end) in the article's UTF-8 text.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
};

enum class BlockKind : std::uint8_t {
  kTitle,
  kHeading,
  kParagraph,
  kQuote,
  kListItem,
  kByline,
  kDateline,
  kCaption,
  kJunk,  // never read for statements; junk: navigation, share buttons, credits
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
};

struct Article {
  std::string id;  // stable: the path as given, or the id in the source
  std::string title, publisher, author, url, language;
  std::string date;                   // ISO 8601, of publication; empty when unknown
  std::string text;                   // valid UTF-8; spans count in it
  std::vector<Block> blocks;          // ascending, disjoint; text between them is white space
  std::vector<std::string> warnings;  // "3 invalid bytes replaced", one line each
};

}  // namespace dossier::ingest
