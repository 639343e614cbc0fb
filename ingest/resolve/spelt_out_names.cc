#include "ingest/resolve/spelt_out_names.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "ingest/resolve/mention_finder.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kSmallWord = 4, kLeastLetters = 3, kMostLetters = 8;  // two letters stand for much else

bool is_acronym(std::string_view word) {
  const auto capital = [](unsigned char c) { return std::isupper(c) != 0; };
  const auto letter = [](unsigned char c) { return std::isalpha(c) != 0; };
  return word.size() >= kLeastLetters && word.size() <= kMostLetters &&
         std::all_of(word.begin(), word.end(), letter) && capital(word.front()) &&
         2 * std::count_if(word.begin(), word.end(), capital) > static_cast<std::ptrdiff_t>(word.size());
}

// No "CD" of "CI/CD"
bool stands_apart(const DocumentTree& tree, std::uint32_t t) {
  return t == 0 || tree.token(t - 1).span.end < tree.token(t).span.begin ||
         tree.token(t - 1).upos != Upos::kSym;
}

// Where the name begins that ends here and that these letters spell.
std::optional<std::uint32_t> begin_of(const DocumentTree& tree, std::uint32_t end, std::string_view letters) {
  const std::uint32_t first = tree.sentence_range(end - 1).begin;
  std::size_t left = letters.size();
  for (std::uint32_t t = end; t > first;) {
    const std::string_view word = tree.word(--t);
    const auto initial = static_cast<unsigned char>(word.front());
    if (!std::isalpha(initial)) return std::nullopt;
    const bool gives = std::toupper(initial) == std::toupper(static_cast<unsigned char>(letters[left - 1]));
    if (word.size() > kSmallWord ? !gives || !std::isupper(initial) : !gives && std::isupper(initial))
      return std::nullopt;
    if (gives && --left == 0)
      return std::isupper(initial) && stands_apart(tree, t) ? std::optional(t) : std::nullopt;
  }
  return std::nullopt;
}

// One of the recogniser's spans begins or ends within. Where it saw nothing, the words are a term as often as a name.
bool cut(const DocumentTree& tree, TokenRange range) {
  const auto inside = [&](std::uint32_t t) {
    return names_something(tree.token(t).entity) && !tree.token(t).entity_begins;
  };
  if (inside(range.begin)) return false;
  bool whole = names_something(tree.token(range.begin).entity), seen = whole;
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    whole = whole && inside(t);
    seen = seen || names_something(tree.token(t).entity);
  }
  return seen && !whole;
}

// What the recogniser calls a part of it, unless that is somebody or a place.
EntityLabel label_of(const DocumentTree& tree, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const EntityLabel label = tree.token(t).entity;
    if (names_something(label) && label != EntityLabel::kPerson && label != EntityLabel::kGpe &&
        label != EntityLabel::kLoc && label != EntityLabel::kNorp)
      return label;
  }
  return EntityLabel::kNone;
}

// As many words as letters, each beginning with its own
std::string words_spelling(const DocumentTree& tree, std::uint32_t begin, std::string_view letters) {
  std::string words;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (begin + i >= tree.size()) return {};
    const std::string_view word = tree.word(begin + static_cast<std::uint32_t>(i));
    if (word.size() < 2 || word.front() != std::tolower(static_cast<unsigned char>(letters[i]))) return {};
    words += (i == 0 ? "" : " ") + std::string(word);
  }
  return words;
}

}  // namespace

std::string spelt_beside(const DocumentTree& tree, TokenRange acronym) {
  const std::string_view letters = tree.word(acronym.begin);
  const auto count = static_cast<std::uint32_t>(letters.size());
  if (acronym.size() != 1 || !is_acronym(letters) || acronym.end + 1 >= tree.size()) return {};
  if (tree.word(acronym.end) == "(") {
    const std::uint32_t end = acronym.end + 1 + count;
    const bool ends =
        end < tree.size() && (tree.word(end) == ")" || tree.word(end) == "," || tree.word(end) == ";");
    return ends ? words_spelling(tree, acronym.end + 1, letters) : std::string();
  }
  if (acronym.begin <= count || tree.word(acronym.begin - 1) != "(" || tree.word(acronym.end) != ")")
    return {};
  return words_spelling(tree, acronym.begin - 1 - count, letters);
}

std::vector<NameSpan> spelt_out_names(const DocumentTree& tree) {
  std::vector<NameSpan> names;
  for (std::uint32_t t = 2; t + 2 < tree.size(); ++t) {
    if (tree.word(t) != "(" || tree.word(t + 2) != ")" || !is_acronym(tree.word(t + 1))) continue;
    const auto begin = begin_of(tree, t, tree.word(t + 1));
    if (begin && cut(tree, {*begin, t})) names.push_back({{*begin, t}, label_of(tree, {*begin, t})});
  }
  return names;
}

}  // namespace dossier::ingest
