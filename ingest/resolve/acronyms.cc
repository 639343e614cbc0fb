// Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/acronyms.h"

#include <algorithm>
#include <cctype>

#include "ingest/data/facts.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

// "Parliament of New South Wales (NSW)"
bool names_its_end(const std::string& acronym, const std::string& name) {
  for (std::size_t space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
    if (is_acronym_of(acronym, name.substr(space + 1)) && !is_acronym_of(acronym, name)) return true;
  }
  return false;
}

bool longer_name(const Resolution& resolution, std::uint32_t m, const NameGroup& acronym) {
  if (m == kNone || resolution.mentions[m].kind != MentionKind::kName) return false;
  const std::string& text = resolution.mentions[m].text;
  return !Facts::get().find_country(text) && words_of(text).size() >= 2 &&
         text.find(acronym.text.front()) != std::string::npos && !names_its_end(acronym.text, text);
}

// "Johnson Space Center (JSC)", "CEI (Italian Episcopal Conference)"
std::uint32_t bracketed_name(const DocumentTree& tree, const Resolution& resolution,
                             const NameGroup& acronym) {
  const auto opens = [&](std::uint32_t t) { return tree.word(t) == "(" || tree.word(t) == "["; };
  for (const std::uint32_t m : acronym.mentions) {
    const TokenRange range = resolution.mentions[m].tokens;
    if (range.begin >= 2 && opens(range.begin - 1)) {
      const std::uint32_t before = resolution.mention_of[range.begin - 2];
      if (longer_name(resolution, before, acronym)) return before;
    }
    if (range.end + 1 < tree.size() && opens(range.end)) {
      const std::uint32_t after = resolution.mention_of[range.end + 1];
      if (longer_name(resolution, after, acronym)) return after;
    }
  }
  return kNone;
}

// "California Department of Forestry and Fire Protection (CalFire)": pieces that begin words of the name
bool joins_pieces(const std::string& acronym, const std::string& name) {
  if (acronym.find(' ') != std::string::npos) return false;
  const auto words = words_of(name);
  std::size_t at = 0, pieces = 0;
  for (std::size_t begin = 0; begin < acronym.size(); ++pieces) {
    std::size_t end = begin + 1;
    while (end < acronym.size() && std::islower(static_cast<unsigned char>(acronym[end]))) ++end;
    const std::string_view piece = std::string_view(acronym).substr(begin, end - begin);
    while (at < words.size() && !words[at].starts_with(piece)) ++at;
    if (at++ == words.size()) return false;
    begin = end;
  }
  return pieces >= 2;
}

// "Rail for Oslo (RfO)"
bool spells(const std::string& acronym, const std::string& name) {
  std::string capitals;
  for (const unsigned char c : acronym) capitals += static_cast<char>(std::toupper(c));
  return is_acronym_of(capitals, name);
}

// The UN is not the U.S. Navy. Three letters or more are rather what the article spells out, unless it names the other body.
bool other_body(const std::string& acronym, const std::string& name, const std::vector<NameGroup>& groups) {
  const auto usual = Facts::get().find_organisation(acronym);
  if (!usual || *usual == acronym || *usual == Facts::get().find_organisation(name).value_or(name))
    return false;
  return acronym.size() < 3 || std::any_of(groups.begin(), groups.end(), [&](const NameGroup& group) {
           return group.text != acronym && Facts::get().find_organisation(group.text) == usual;
         });
}

std::uint32_t group_of(const std::vector<NameGroup>& groups, std::uint32_t m) {
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    if (std::find(groups[g].mentions.begin(), groups[g].mentions.end(), m) != groups[g].mentions.end())
      return g;
  }
  return kNone;
}

// "Olof Berg, known as Zver": what a name is known as or called by a participle or clause of its own
std::uint32_t named_by_clause(const DocumentTree& tree, const Resolution& resolution,
                              const Mention& mention) {
  const Token& name = tree.token(mention.head);
  const bool as = name.deprel == Deprel::kPobj && tree.lower(name.head) == "as";
  const std::uint32_t verb = as ? tree.token(name.head).head : name.head;
  const Token& called = tree.token(verb);
  const bool says = (as && called.lemma == "know") ||
                    (name.deprel == Deprel::kOprd && (called.lemma == "call" || called.lemma == "nickname"));
  if (!says || called.tag != Tag::kVbn || called.head >= verb ||
      (called.deprel != Deprel::kAcl && called.deprel != Deprel::kRelcl) ||
      tree.child(mention.head, Deprel::kConj) != DocumentTree::kNoToken ||
      tree.child(verb, Deprel::kNeg) != DocumentTree::kNoToken)
    return kNone;
  return resolution.mention_of[called.head];
}

// "Olof Berg, alias Zver"
std::uint32_t named_by_alias(const DocumentTree& tree, const Resolution& resolution, const Mention& mention) {
  std::uint32_t t = mention.tokens.begin;
  if (t < 3 || (tree.lower(t - 1) != "alias" && tree.lower(t - 1) != "aka")) return kNone;
  t -= tree.word(t - 2) == "," ? 3 : 2;
  return tree.sentence_of(t) == mention.sentence ? resolution.mention_of[t] : kNone;
}

std::uint32_t also_called(const DocumentTree& tree, const Resolution& resolution,
                          const std::vector<NameGroup>& groups, std::uint32_t other_name) {
  for (const std::uint32_t m : groups[other_name].mentions) {
    const Mention& mention = resolution.mentions[m];
    std::uint32_t named = named_by_clause(tree, resolution, mention);
    if (named == kNone) named = named_by_alias(tree, resolution, mention);
    if (named == kNone || named == m || mention.text.size() < 3 ||
        resolution.mentions[named].kind != MentionKind::kName)
      continue;
    const std::uint32_t group = group_of(groups, named);
    const bool another = group == other_name || group == kNone || groups[group].country;
    if (!another && (groups[group].person || !groups[other_name].person)) return group;
  }
  return kNone;
}

}  // namespace

std::uint32_t spelt_out(const DocumentTree& tree, const Resolution& resolution,
                        const std::vector<NameGroup>& groups, std::uint32_t acronym) {
  const std::string& text = groups[acronym].text;
  if (groups[acronym].country) return kNone;
  if (const std::uint32_t named = also_called(tree, resolution, groups, acronym); named != kNone)
    return named;
  const std::uint32_t bracketed = bracketed_name(tree, resolution, groups[acronym]);
  const bool capitals = all_capitals(text);
  if (bracketed != kNone && (capitals || joins_pieces(text, resolution.mentions[bracketed].text) ||
                             spells(text, resolution.mentions[bracketed].text)))
    return group_of(groups, bracketed);
  std::uint32_t only = kNone;
  for (std::uint32_t other = 0; capitals && other < groups.size(); ++other) {
    const NameGroup& group = groups[other];
    const bool initials = group.person && text.size() < 3;  // "FM" is no Ferdinand Marcos
    if (group.country || initials || !is_acronym_of(text, group.text) || other_body(text, group.text, groups))
      continue;
    if (only != kNone) return kNone;
    only = other;
  }
  return only;
}

}  // namespace dossier::ingest
