// Folding works on code points: NFKD, case fold, drop U+0300..U+036F (the accents of Latin, Greek and Cyrillic; the
// marks of other scripts are letters), then a pass over the result that turns every run of separators into one
// space. A point or comma stays between digits ("1.5"), elsewhere a point vanishes ("U.S." is "us"). Pure ASCII
// takes the same pass without ICU. Titles come from data/titles.txt.
#include "graph/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

namespace dossier::graph {
namespace {

constexpr std::string_view kTitlesFile =
#include "graph/titles.inc"
    ;

std::vector<std::string_view> load_titles() {
  std::vector<std::string_view> titles;
  std::string_view rest = kTitlesFile;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (!line.empty() && line.front() != '#') titles.push_back(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::sort(titles.begin(), titles.end());
  return titles;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString ascii_folded(std::string_view text) {
  icu::UnicodeString out(static_cast<std::int32_t>(text.size()), 0, 0);
  for (const char c : text) out.append(static_cast<char16_t>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  return out;
}

icu::UnicodeString folded(std::string_view text) {
  if (is_ascii(text)) return ascii_folded(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(error);
  icu::UnicodeString source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString plain = nfkd->normalize(source.foldCase(), error);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 c = plain.char32At(i);
    if (c < 0x300 || c > 0x36f) out.append(c);
  }
  return out;
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xb4; }

enum class Role { kKeep, kDrop, kSeparate };

Role role_of(const icu::UnicodeString& text, std::int32_t i) {
  const UChar32 c = text.char32At(i);
  if (u_isalnum(c)) return Role::kKeep;
  if (c == '.' || c == ',') {
    const bool in_number =
        i > 0 && u_isdigit(text.char32At(i - 1)) && i + 1 < text.length() && u_isdigit(text.char32At(i + 1));
    if (in_number) return Role::kKeep;
    return c == '.' ? Role::kDrop : Role::kSeparate;
  }
  if (is_apostrophe(c)) return Role::kDrop;
  if (u_isUWhiteSpace(c) || u_isISOControl(c)) return Role::kSeparate;
  switch (u_charType(c)) {
    case U_DASH_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return c == '&' || c == '%' || c == '#' || c == '@' ? Role::kKeep : Role::kSeparate;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Role::kSeparate;
    case U_FORMAT_CHAR:
      return Role::kDrop;
    default:
      return Role::kKeep;  // symbols, marks, numbers
  }
}

// "xi's" -> "xi" at the end of a word; "leaders'" loses its mark in the pass.
void drop_possessives(icu::UnicodeString& text) {
  for (std::int32_t i = 1; i + 1 < text.length(); ++i) {
    if (!is_apostrophe(text.char32At(i)) || text.char32At(i + 1) != 's') continue;
    const bool ends_word = i + 2 == text.length() || !u_isalnum(text.char32At(i + 2));
    if (ends_word && u_isalnum(text.char32At(i - 1))) text.remove(i, 2);
  }
}

icu::UnicodeString separated(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  bool gap = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const Role role = role_of(text, i);
    if (role == Role::kSeparate) gap = true;
    if (role != Role::kKeep) continue;
    if (gap && !out.isEmpty()) out.append(u' ');
    gap = false;
    out.append(text.char32At(i));
  }
  return out;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  UErrorCode error = U_ZERO_ERROR;
  icu::Normalizer2::getNFCInstance(error)->normalize(text, error).toUTF8String(out);
  return out;
}

}  // namespace

std::string normalise_name(std::string_view text) {
  icu::UnicodeString form = folded(text);
  const icu::UnicodeString whole = form;
  drop_possessives(form);
  form = separated(form);
  std::string name = to_utf8(form.isEmpty() ? whole : form);
  constexpr std::string_view kArticle = "the ";
  if (name.starts_with(kArticle) && name.size() > kArticle.size()) name.erase(0, kArticle.size());
  return name;
}

std::string_view without_titles(std::string_view name) {
  static const std::vector<std::string_view> kTitles = load_titles();
  bool dropped = true;
  while (dropped) {
    dropped = false;
    // The longest title first: "prime minister" before "prime".
    for (std::size_t space = name.rfind(' '); space != std::string_view::npos && space > 0;
         space = name.rfind(' ', space - 1)) {
      if (!std::binary_search(kTitles.begin(), kTitles.end(), name.substr(0, space))) continue;
      name.remove_prefix(space + 1);
      dropped = true;
      break;
    }
  }
  return name;
}

}  // namespace dossier::graph
