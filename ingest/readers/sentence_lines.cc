#include "ingest/readers/sentence_lines.h"

#include <algorithm>
#include <utility>

namespace dossier::ingest {

Article read_sentence_lines(std::string text) {
  constexpr const char* kBlanks = " \t\n";
  Article article;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string::npos;
       at = text.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t last = text.find_last_not_of(kBlanks, end - 1);
    article.blocks.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last + 1)}, BlockKind::kParagraph});
    at = end;
  }
  article.text = std::move(text);
  return article;
}

}  // namespace dossier::ingest
