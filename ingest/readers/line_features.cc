// The shapes are those of news sites' plain text: what remains when a page is copied or scraped. Patterns run in RE2, so
// that a long line costs linear time; lines longer than any caption or byline are not tried at all.
// Tests: tests/ingest/readers/line_features_test.cc.

#include "ingest/readers/line_features.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace dossier::ingest {
namespace {

constexpr std::size_t kLongestCaption = 1200;
constexpr std::size_t kLongestByline = 300;
constexpr std::string_view kWhite = " \t\n";

bool full_match(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

const RE2& debris_pattern() {
  static const RE2 pattern(
      R"((?i)(?:!?\[[^\]]*\]\([^)]*\)\s*\|?\s*)+|https?://\S+|www\.\S+|\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|avif|mp4|mov|mp3|pdf)(?:\s+\([^)]*\))?|(?:copyright|©|\(c\))\s.{0,60}\b(?:19|20)\d\d\b.*)",
      RE2::Quiet);
  return pattern;
}

// A credit is a picture word, a colon or a slash, and a few words; or an agency's picture mark in brackets.
const RE2& credit_pattern() {
  static const RE2 pattern(
      R"((?s).*(?:^|[\s*_(\[.,;|])(?:(?i:(?:file |screen|handout )?(?:photos?|photographs?|images?|pictures?|pics?|graphics?|illustrations?|videos?|screenshots?|credits?)(?: by| credits?| courtesy(?: of)?)?\s*(?:[:/©|]|\.\.\.|…))|(?i:(?:photo|photograph|image|picture|illustration|graphic)s? (?:by|courtesy of)\s)|(?i:©\s))\W*(?:[\w’'&./@-]+[\s*_,/|]*){1,10}[)\].*_]*|.*\([^()]*(?i:photo|image|picture|/pool|/file)[^()]*/[^()]*\)[.*_]*|.*\((?:[A-Z][\w.&-]+ ?){1,3}(?:/[\w.& -]+)? (?i:photos?|images?|pictures?)\)[.*_]*|(?i:(?:image|photo|picture|video|media) (?:caption|source|credit)),\s.*|.*[.)\s](?:REUTERS|AFP|AP|EPA|EPA-EFE|Reuters|Getty Images)/[\w .’'/-]{2,60}(?: (?:via|for) [\w ]{2,30})?[.*_]*|(?i:photos?|images?|pictures?|videos?|graphics?|captions?):\s.*)",
      RE2::Quiet);
  return pattern;
}

const RE2& byline_pattern() {
  static const RE2 pattern(
      R"((?s)(?i:by|written by|text by|story by)\s+(?:\p{Lu}[\p{L}’'.-]*|de|da|van|von|bin|al|el|la|and|&|[,|/])(?:[\s,|/]+(?:\p{Lu}[\p{L}\d’'.-]*|de|da|van|von|bin|al|el|la|and|in|for|of|the|&))*[\s,|]*)"
      R"(|\(?(?:(?i:additional |with )?(?i:reporting|editing|writing|compiled|translated|translation|words|analysis|contributions?))\b.{0,12}\b(?i:by|from)\s+\p{Lu}.{0,220})"
      R"(|(?:\p{Lu}[\p{L}’'.-]*\s+){1,5}\(\s*(?:(?i:according to|source|sources|via|from|with)\b:?)?\s*[^()]{2,80}\)\s*)"
      R"(|\p{Lu}[^.!?]{0,160}\bcontributed\s(?:reporting\s)?to\sthis\s(?:article|piece|report|story)\b.{0,40})",
      RE2::Quiet);
  return pattern;
}

const RE2& dateline_pattern() {
  static const RE2 pattern(
      R"(((?:(?:\p{Lu}[\p{Lu}.’' -]*\p{Lu}\.?(?:,\s\p{Lu}[\p{L}.’' ]{1,30}){0,2}|(?:\p{Lu}[\p{L}.’'-]*\s){0,2}\p{Lu}[\p{L}.’'-]*,\s(?:\p{Lu}[\p{L}.]*\s?){1,3}?)(?:,?\s\p{Lu}[a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?\s?(?:\([^()]{2,40}\))?|\((?:[\p{Lu}&]{2,}|Reuters|[\p{L}. ]{2,30})\))\s?(?:–|—|--|-)\s+)[\p{Lu}"“‘'\d].*)",
      RE2::Quiet);
  return pattern;
}

const RE2& list_pattern() {
  static const RE2 pattern(R"(((?:[•◦▪‣●·*–—-]|\d{1,2}[.)]|\(?[a-z]\))\s+)\S.*)", RE2::Quiet);
  return pattern;
}

const RE2& pull_quote_pattern() {
  static const RE2 pattern(R"((?s)["“][^"”]{8,600}["”]\s*(?:-|–|—|―)\s*\p{Lu}[^.!?]{2,80})", RE2::Quiet);
  return pattern;
}

bool is_closing(UChar32 c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == '*' || c == '_';
}

bool ends_sentence(std::string_view line) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  auto at = static_cast<std::int32_t>(line.size());
  while (at > 0) {
    UChar32 c = 0;
    U8_PREV(bytes, 0, at, c);
    if (is_closing(c)) continue;
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x3002;
  }
  return false;
}

/// Walks over one block by code point, keeping what the features need of the neighbours.
class Walker {
 public:
  explicit Walker(LineFeatures& features) : features_(features) {}

  void see(UChar32 c) {
    if (u_isUWhiteSpace(c)) {
      in_word_ = word_counted_ = false;
      after_end_ = previous_ends_;
      return;
    }
    if (after_end_ && (u_isupper(c) || c == '"' || c == 0x201C)) features_.has_inner_end = true;
    after_end_ = false;
    if (!is_closing(c)) previous_ends_ = c == '.' || c == '!' || c == '?';
    see_in_word(c);
  }

  void finish() { features_.all_caps = features_.letters >= 2 && lower_ == 0; }

 private:
  void see_in_word(UChar32 c) {
    const bool letter = u_isalpha(c) != 0;
    if (letter) {
      if (features_.letters == 0 && features_.words == 0) features_.starts_lower = u_islower(c) != 0;
      ++features_.letters;
      lower_ += u_islower(c) != 0;
    }
    if (!word_counted_ && (letter || u_isdigit(c))) {
      word_counted_ = true;
      ++features_.words;
      features_.capitalised += u_isupper(c) != 0;
    }
    in_word_ = true;
  }

  LineFeatures& features_;
  std::size_t lower_ = 0;
  bool in_word_ = false, word_counted_ = false, previous_ends_ = false, after_end_ = false;
};

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhite);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhite) - begin + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

LineFeatures features_of(std::string_view line) {
  LineFeatures features;
  Walker walker(features);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto length = static_cast<std::int32_t>(line.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    walker.see(c);
  }
  walker.finish();
  features.ends_sentence = ends_sentence(line);
  features.starts_quoted = line.starts_with('"') || line.starts_with("“");
  return features;
}

bool is_debris(std::string_view line) {
  if (features_of(line).letters == 0) return true;
  return line.size() <= kLongestCaption && full_match(line, debris_pattern());
}

bool has_credit(std::string_view line) {
  return line.size() <= kLongestCaption && full_match(line, credit_pattern());
}

bool is_byline(std::string_view line) {
  return line.size() <= kLongestByline && full_match(line, byline_pattern());
}

std::string_view byline_names(std::string_view line) {
  const bool by = line.size() > 3 && (line[0] | 0x20) == 'b' && (line[1] | 0x20) == 'y' && line[2] == ' ';
  if (!by) return {};
  const std::string_view names = line.substr(3);
  return trim(names.substr(0, names.find_first_of(",|/(")));
}

std::size_t dateline_length(std::string_view line) {
  constexpr std::size_t kWindow = 120;  // the pattern needs the start only
  std::size_t cut = std::min(line.size(), kWindow);
  while (cut < line.size() && cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
  const std::string_view head = line.substr(0, std::min(cut, line.find('\n')));
  re2::StringPiece mark;
  if (!RE2::FullMatch(re2::StringPiece(head.data(), head.size()), dateline_pattern(), &mark)) return 0;
  return mark.size();
}

std::size_t list_mark_length(std::string_view line) {
  const std::string_view head = line.substr(0, line.find('\n'));
  re2::StringPiece mark;
  if (!RE2::FullMatch(re2::StringPiece(head.data(), head.size()), list_pattern(), &mark)) return 0;
  return mark.size();
}

bool is_pull_quote(std::string_view line) {
  return line.size() <= kLongestCaption && full_match(line, pull_quote_pattern());
}

}  // namespace dossier::ingest
