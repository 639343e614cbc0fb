// Three layouts occur: paragraphs parted by empty lines, a paragraph a line, and lines wrapped at a fixed width. A line
// break is a wrap if the next line's first word would not have fitted within the text's width; the width is that of the
// longest of the lines, if lines that nearly reach it are common and many of them stop within a sentence. Everything else
// is a paragraph's end. A line that stops within a sentence before one that starts in lower case goes on in any layout.
// Lines such as `Title: …`, `Date: …` before the first empty line are metadata, as in a mail or a scraper's dump.
// Tests: tests/ingest/readers/plain_text_test.cc.

#include "ingest/readers/plain_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "ingest/readers/block_classifier.h"
#include "ingest/readers/front_matter.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kNarrowest = 40, kWidest = 110;  // bytes of a line in wrapped text

constexpr std::size_t kLongestWrapped = 400;

struct Line {
  Span span;               // without white space at either end
  bool after_gap = false;  // an empty line stands before it
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool gap = true;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == text.npos) end = text.size();
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (line.empty()) {
      gap = true;
    } else {
      const auto at = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({{at, at + static_cast<std::uint32_t>(line.size())}, gap});
      gap = false;
    }
    begin = end + 1;
  }
  return lines;
}

std::size_t width_of(const Line& line) { return line.span.end - line.span.begin; }

/// The width the text was wrapped at; 0 if it was not.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;  // of lines that another follows without a gap
  std::size_t unfinished = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_gap || width_of(lines[i]) < kNarrowest) continue;
    widths.push_back(width_of(lines[i]));
    const char last = text[lines[i].span.end - 1];
    unfinished += last != '.' && last != '!' && last != '?' && last != '"';
  }
  if (unfinished * 3 < widths.size()) return 0;
  if (widths.size() < 3) return 0;
  const std::size_t widest = *std::max_element(widths.begin(), widths.end());
  if (widest < kNarrowest || widest > kWidest) return 0;
  const auto near = std::count_if(widths.begin(), widths.end(),
                                  [widest](std::size_t width) { return width + 16 >= widest; });
  return static_cast<std::size_t>(near) * 2 >= widths.size() ? widest : 0;
}

std::string_view text_of(std::string_view text, const Line& line) {
  return text.substr(line.span.begin, width_of(line));
}

bool goes_on(std::string_view line, std::string_view following) {
  constexpr std::size_t kLeastWords = 4;
  const LineFeatures before = features_of(line);
  return !before.ends_sentence && before.words >= kLeastWords && features_of(following).starts_lower;
}

bool is_wrap(std::string_view text, const Line& line, const Line& next, std::size_t width) {
  if (next.after_gap || width_of(line) > kLongestWrapped) return false;
  const std::string_view following = text_of(text, next);
  if (list_mark_length(following) > 0) return false;
  if (goes_on(text_of(text, line), following)) return true;
  if (width == 0) return false;
  const std::size_t first_word = std::min(following.find(' '), following.size());
  return width_of(line) + 1 + first_word > width - std::min<std::size_t>(width / 16, 4);
}

/// Splits `Source: The Paper` at its colon; an empty key for any other line.
std::pair<std::string_view, std::string_view> split_header(std::string_view line) {
  const std::size_t colon = line.find(": ");
  constexpr std::size_t kLongestKey = 24;
  if (colon == line.npos || colon > kLongestKey) return {};
  const std::string_view key = line.substr(0, colon);
  const bool plain = std::all_of(key.begin(), key.end(),
                                 [](char c) { return std::isalpha(c) != 0 || c == '-' || c == ' '; });
  return plain ? std::pair(key, trim(line.substr(colon + 1)))
               : std::pair<std::string_view, std::string_view>();
}

/// How many of the first lines are a header; their values go to the article.
std::size_t read_header(std::string_view text, const std::vector<Line>& lines, Article& article) {
  std::size_t count = 0;
  bool known = false;
  while (count < lines.size() && (count == 0 || !lines[count].after_gap)) {
    const auto [key, value] = split_header(text_of(text, lines[count]));
    if (key.empty()) return 0;
    known = known || is_metadata_key(key);
    ++count;
  }
  if (!known || (count == 1 && lines.size() == 1)) return 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [key, value] = split_header(text_of(text, lines[i]));
    set_metadata(key, value, article);
  }
  return count;
}

}  // namespace

Article read_plain_text(std::string text, Article known) {
  Article article = std::move(known);
  article.text = std::move(text);
  const std::vector<Line> lines = lines_of(article.text);
  const std::size_t width = wrap_width(article.text, lines);
  const std::size_t header = read_header(article.text, lines, article);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < header) {
      article.blocks.push_back({lines[i].span, BlockKind::kJunk});
    } else if (i > header && is_wrap(article.text, lines[i - 1], lines[i], width)) {
      std::fill(article.text.begin() + lines[i - 1].span.end, article.text.begin() + lines[i].span.begin,
                ' ');
      article.blocks.back().span.end = lines[i].span.end;
    } else {
      article.blocks.push_back({lines[i].span, BlockKind::kParagraph});
    }
  }
  classify_blocks(article);
  return article;
}

}  // namespace dossier::ingest
