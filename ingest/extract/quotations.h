// Which words stand between quotation marks.
#pragma once

#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

class DocumentTree;

/// From mark to mark, over paragraphs too.
struct Quotation {
  TokenRange words;     // without the first mark and the last
  bool speech = false;  // not just marks around a few words
};

struct Quotations {
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  std::vector<std::uint32_t> of;  // token -> quotation, or kNone; marks are in none
  std::vector<Quotation> all;     // ascending

  /// The quotation that the token is in, if it is speech; or kNone.
  std::uint32_t speech_at(std::uint32_t token) const {
    return token < of.size() && of[token] != kNone && all[of[token]].speech ? of[token] : kNone;
  }
};

Quotations find_quotations(const DocumentTree& tree);

/// Whether a line ends right before the token.
bool begins_paragraph(const Document& document, std::uint32_t token);

}  // namespace dossier::ingest
