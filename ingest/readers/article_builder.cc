#include "ingest/readers/article_builder.h"

#include "ingest/readers/dates.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Bytes of the white space that `text` starts with: ASCII's, or U+00A0.
std::size_t white_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

}  // namespace

void ArticleBuilder::add_block(BlockKind kind, std::string_view text) {
  std::string& all = article_.text;
  const std::size_t before = all.size();
  if (!all.empty()) all += "\n\n";
  const std::size_t begin = all.size();
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t white = white_length(text.substr(i)); white > 0) {
      pending = all.size() > begin;
      i += white;
    } else {
      if (pending) all += ' ';
      pending = false;
      all += text[i++];
    }
  }
  if (all.size() == begin) {
    all.resize(before);
    return;
  }
  article_.blocks.push_back(
      {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(all.size())}, kind});
}

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = std::string(trim(value));
}

void fill_date(Article& article, std::string_view value) {
  if (!article.date.empty()) return;
  if (const auto day = find_date(trim(value))) article.date = *day;
}

}  // namespace dossier::ingest
