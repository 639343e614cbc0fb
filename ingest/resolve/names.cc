#include "ingest/resolve/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

// Marks that never begin or end a name; multi-byte ones as UTF-8.
constexpr std::array<std::string_view, 22> kEdgeMarks = {"\"", "'", "`", ",", ";", ":", "(", "[",
                                                         "]",  "-", "*", "_", "/", "|", "!", "?",
                                                         "“",  "”", "‘", "’", "—", "–"};

bool strip_mark_front(std::string_view& text) {
  for (const auto mark : kEdgeMarks) {
    if (text.starts_with(mark)) return text.remove_prefix(mark.size()), true;
  }
  return false;
}

bool strip_mark_back(std::string_view& text) {
  for (const auto mark : kEdgeMarks) {
    if (text.ends_with(mark)) return text.remove_suffix(mark.size()), true;
  }
  if (text.ends_with(')') && text.find('(') == std::string_view::npos) return text.remove_suffix(1), true;
  // a full stop ends a sentence, unless it ends an abbreviation ("U.S.", "Inc.")
  if (text.ends_with('.') && text.size() > 4 &&
      text.substr(0, text.size() - 1).find('.') == std::string_view::npos &&
      text.substr(text.size() - 4).find(' ') == std::string_view::npos &&
      std::islower(static_cast<unsigned char>(text[text.size() - 3]))) {
    return text.remove_suffix(1), true;
  }
  return false;
}

bool strip_article(std::string_view& text) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An ", "THE "}) {
    if (text.starts_with(article)) return text.remove_prefix(article.size()), true;
  }
  return false;
}

bool strip_possessive(std::string_view& text) {
  for (const std::string_view ending : {"'s", "’s", " 's", " ’s"}) {
    if (text.ends_with(ending)) return text.remove_suffix(ending.size()), true;
  }
  return false;
}

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  for (std::size_t at; (at = out.find(" - ")) != std::string::npos;) out.replace(at, 3, "-");
  std::erase_if(out, [](char c) { return c == '[' || c == ']'; });  // an editor's: "[Bashir al] Assad"
  return out;
}

// "Erdoğan" as "Erdogan"
std::string without_accents(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::UnicodeString apart = decomposer->normalize(source.foldCase(), error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    if (u_charType(apart.char32At(i)) != U_NON_SPACING_MARK) kept.append(apart.char32At(i));
  }
  std::string out;
  return U_FAILURE(error) ? std::string(text) : kept.toUTF8String(out);
}

// "J. K. Rowling" as "J.K. Rowling"
bool between_initials(std::string_view name, std::size_t space) {
  const auto letter = [&](std::size_t i) {
    return i < name.size() && std::isupper(static_cast<unsigned char>(name[i])) != 0;
  };
  const auto ends = [&](std::size_t i) { return i >= name.size() || name[i] == '.'; };
  return space >= 2 && name[space - 1] == '.' && letter(space - 2) && letter(space + 1) && ends(space + 2);
}

}  // namespace

std::string clean_name(std::string_view text) {
  const std::string collapsed = collapse(text);
  std::string_view rest = collapsed;
  for (bool changed = true; changed && !rest.empty();) {
    changed =
        strip_mark_front(rest) || strip_possessive(rest) || strip_mark_back(rest) || strip_article(rest);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
  }
  return std::string(rest);
}

std::string name_key(std::string_view text) {
  const std::string name = without_accents(text);
  std::string key;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (c == '.' || c == ',') continue;
    if (name.compare(i, 3, "\xE2\x80\x93") == 0 ||
        name.compare(i, 3, "\xE2\x80\x91") == 0) {  // en dash, fixed hyphen
      i += 2;
      if (!key.empty() && key.back() != ' ') key += ' ';
      continue;
    }
    if (c == '-' || is_space(name[i])) {
      if (!key.empty() && key.back() != ' ' && !between_initials(name, i)) key += ' ';
    } else {
      key += static_cast<char>(std::tolower(c));
    }
  }
  return key;
}

std::string sound_key(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"ks", "x"}, {"iy ", "y "}, {"yy ", "y "}, {"ij ", "y "}, {"ey ", "ei "}, {"i ", "y "}, {"ye", "e"}};
  std::string key = name_key(text) + " ";
  for (const auto& [spelt, sound] : kSame) {
    for (std::size_t at = 0; (at = key.find(spelt, at)) != std::string::npos; at += sound.size())
      key.replace(at, spelt.size(), sound);
  }
  key.erase(std::unique(key.begin(), key.end()), key.end());
  return key;
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

bool has_letter_or_digit(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && u_isalnum(c)) return true;
  }
  return false;
}

std::string to_lower(std::string_view text) { return lower_case(text); }

bool is_capitalised(std::string_view word) {
  return !word.empty() && (std::isupper(static_cast<unsigned char>(word.front())) ||
                           static_cast<unsigned char>(word.front()) >= 0x80);
}

bool all_capitals(std::string_view word) {
  const auto letters =
      std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c); });
  return letters >= 2 && std::all_of(word.begin(), word.end(), [](unsigned char c) {
           return std::isupper(c) || std::isdigit(c) || c == '.' || c == '&';
         });
}

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  std::string all, strong, letters, joined;
  std::string spaced(name);
  for (const auto word : words_of(spaced)) {  // "International Dark-Sky Association (IDA)"
    if (std::isupper(static_cast<unsigned char>(word.front()))) joined += word.front();
  }
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  for (const auto word : words_of(spaced)) {
    const auto c = static_cast<unsigned char>(word.front());
    all += static_cast<char>(std::toupper(c));
    if (std::isupper(c) || std::isdigit(c)) strong += static_cast<char>(c);
  }
  for (const unsigned char c : acronym) {
    if (std::isalnum(c)) letters += static_cast<char>(c);
  }
  return letters.size() >= 2 && words_of(spaced).size() >= 2 &&
         (letters == all || letters == strong || (letters.size() >= 3 && letters == joined));
}

std::string_view name_head(std::string_view key) {
  const auto words = words_of(key);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "of" || words[i] == "for") return words[i - 1];
  }
  return words.back();
}

bool is_ticker(std::string_view code) {
  const auto mark = code.find_last_of(".:");
  if (mark == std::string_view::npos) return false;
  const std::string_view left = code.substr(0, mark), right = code.substr(mark + 1);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_code = [&](std::string_view text) {
    return !text.empty() && text.size() <= 8 && std::all_of(text.begin(), text.end(), [&](char c) {
      return is_capital(c) || (c >= '0' && c <= '9') || c == '_';
    });
  };
  if (code[mark] == '.')
    return is_code(left) && (right.size() == 1 || right.size() == 2) &&
           std::all_of(right.begin(), right.end(), is_capital);
  return left.size() > 2 && std::all_of(left.begin(), left.end(), is_capital) && is_code(right);
}

}  // namespace dossier::ingest
