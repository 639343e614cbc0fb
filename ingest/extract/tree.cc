#include "ingest/extract/tree.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"

namespace dossier::ingest {

std::string Tree::lower(std::uint32_t token) const { return lower_case(word(token)); }

std::optional<std::uint32_t> Tree::child(std::uint32_t token, Deprel deprel) const {
  return child(token, {deprel});
}

std::optional<std::uint32_t> Tree::child(std::uint32_t token, std::initializer_list<Deprel> deprels) const {
  for (const std::uint32_t c : children(token))
    if (is(c, deprels)) return c;
  return std::nullopt;
}

bool Tree::is(std::uint32_t token, std::initializer_list<Deprel> deprels) const {
  return std::find(deprels.begin(), deprels.end(), (*this)[token].deprel) != deprels.end();
}

bool Tree::is_under(std::uint32_t token, std::uint32_t ancestor) const {
  for (std::uint32_t steps = 0; steps <= range_.size(); ++steps) {
    if (token == ancestor) return true;
    if (is_root(token)) return false;
    token = parent(token);
  }
  return false;
}

std::uint32_t Tree::leftmost(std::uint32_t token) const {
  std::uint32_t found = token;
  for (const std::uint32_t c : children(token)) found = std::min(found, leftmost(c));
  return found;
}

std::uint32_t Tree::rightmost(std::uint32_t token) const {
  std::uint32_t found = token;
  for (const std::uint32_t c : children(token)) found = std::max(found, rightmost(c));
  return found;
}

bool is_verb_tag(Tag tag) {
  switch (tag) {
    case Tag::kVb:
    case Tag::kVbd:
    case Tag::kVbg:
    case Tag::kVbn:
    case Tag::kVbp:
    case Tag::kVbz:
      return true;
    default:
      return false;
  }
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron ||
         token.upos == Upos::kNum;
}

bool is_name_entity(EntityLabel label) {
  return label >= EntityLabel::kPerson && label <= EntityLabel::kLanguage;
}

bool is_place_entity(EntityLabel label) {
  return label == EntityLabel::kGpe || label == EntityLabel::kLoc || label == EntityLabel::kFac;
}

bool is_time_entity(EntityLabel label) { return label == EntityLabel::kDate || label == EntityLabel::kTime; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  return lower;
}

namespace {

// Titles that papers shorten before a name: `Gov. Ana Roe`
constexpr std::pair<std::string_view, std::string_view> kShortTitles[] = {
    {"capt.", "captain"},  {"col.", "colonel"},    {"gen.", "general"},        {"gov.", "governor"},
    {"lt.", "lieutenant"}, {"prof.", "professor"}, {"rep.", "representative"}, {"reps.", "representative"},
    {"sen.", "senator"},   {"sens.", "senator"},   {"sgt.", "sergeant"}};

}  // namespace

std::string_view long_title(std::string_view word) {
  const auto row = std::find_if(std::begin(kShortTitles), std::end(kShortTitles),
                                [&](const auto& title) { return title.first == word; });
  return row == std::end(kShortTitles) ? std::string_view() : row->second;
}

std::string common_lemma(const Token& noun) {
  std::string lemma = lower_case(noun.lemma);
  if (const std::string_view title = long_title(lemma); !title.empty()) return std::string(title);
  if (noun.tag == Tag::kNnps && lemma.size() > 3 && lemma.ends_with('s') && !is_noun(lemma)) lemma.pop_back();
  return lemma;
}

}  // namespace dossier::ingest
