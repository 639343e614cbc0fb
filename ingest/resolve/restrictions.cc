#include "ingest/resolve/restrictions.h"

#include <algorithm>

#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

bool opens_relative(const DocumentTree& tree, std::uint32_t t) {
  const Tag tag = tree.token(t).tag;
  return tag == Tag::kWp || tag == Tag::kWdt || tree.lower(t) == "where";
}

// "posted abroad"; of who did it the clause is a fact of its own: "posted by Ana"
bool is_bare_participle(const DocumentTree& tree, std::uint32_t verb) {
  const Token& token = tree.token(verb);
  return token.deprel == Deprel::kAcl && (token.tag == Tag::kVbn || token.tag == Tag::kVbg) &&
         tree.child(verb, Deprel::kAgent) == DocumentTree::kNoToken;
}

// Words that the article explains: "he", "her", "on Monday"
bool points_away(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  return token.tag == Tag::kPrp || (token.tag == Tag::kPrpDollar && tree.lower(t) != "their") ||
         token.entity == EntityLabel::kDate || token.entity == EntityLabel::kTime;
}

bool restricts(const DocumentTree& tree, TokenRange clause, std::uint32_t verb) {
  const bool participle = clause.begin == verb && is_bare_participle(tree, verb);
  const bool relative = tree.token(verb).deprel == Deprel::kRelcl && opens_relative(tree, clause.begin);
  if ((!relative && !participle) || tree.token(clause.begin - 1).upos == Upos::kPunct) return false;
  const Tag last = tree.token(clause.end - 1).tag;
  if (last == Tag::kCc || last == Tag::kIn || last == Tag::kRb) return false;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const Token& token = tree.token(t);
    const bool joined =
        participle && token.upos == Upos::kCconj;  // "deaths surpassing those of May and protests"
    if (joined || points_away(tree, t) || (token.upos == Upos::kPunct && token.tag != Tag::kHyph))
      return false;
  }
  return true;
}

// "who cannot swim", "who sell boats"; not "who fell", "who could not have come"
bool tells_of_now(const DocumentTree& tree, TokenRange clause) {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const Tag tag = tree.token(t).tag;
    if (tag == Tag::kMd) return tree.token(t + 1).lemma != "have" && tree.token(t + 2).lemma != "have";
    if (tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp) return tag != Tag::kVbd;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> restriction_of(const DocumentTree& tree, std::uint32_t noun) {
  const auto has = [&](Deprel deprel) { return tree.child(noun, deprel) != DocumentTree::kNoToken; };
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  if (tree.token(noun).tag != Tag::kNns || tree.token(noun).entity == EntityLabel::kCardinal ||
      has(Deprel::kPoss) || has(Deprel::kNummod) ||
      (article != DocumentTree::kNoToken && tree.lower(article) != "some"))
    return std::nullopt;
  for (const std::uint32_t child : tree.children(noun)) {
    const Deprel deprel = tree.token(child).deprel;
    if (child < noun || (deprel != Deprel::kRelcl && deprel != Deprel::kAcl)) continue;
    const TokenRange clause = subtree_of(tree, child);
    return clause.begin > noun && restricts(tree, clause, child) ? std::optional(clause) : std::nullopt;
  }
  return std::nullopt;
}

bool is_named_by(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun,
                 const Extraction& extraction) {
  const auto clause = extraction.relation_tokens.empty() ? std::nullopt : restriction_of(tree, noun);
  return clause && clause->contains(extraction.relation_tokens.back()) &&
         nominal_name(tree, resolution, noun) != nominal_name(tree, resolution, noun, false);
}

bool only_restricts(const DocumentTree& tree, const Resolution& resolution, const Extraction& extraction) {
  const auto restricted = [&](const Phrase& phrase) {
    return !phrase.empty() && is_named_by(tree, resolution, phrase.head, extraction) &&
           tells_of_now(tree, *restriction_of(tree, phrase.head));
  };
  return restricted(extraction.subject) ||
         std::any_of(extraction.arguments.begin(), extraction.arguments.end(),
                     [&](const Argument& argument) { return restricted(argument.phrase); });
}

}  // namespace dossier::ingest
