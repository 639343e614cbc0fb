#include "ingest/resolve/restrictions.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
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

// "in the 1990s", "on 5 May 2010": whoever reads it
bool names_year(const DocumentTree& tree, TokenRange clause) {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const std::string_view word = tree.word(t);
    if (tree.token(t).entity == EntityLabel::kDate && word.size() >= 4 &&
        std::all_of(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; }))
      return true;
  }
  return false;
}

// Words that the article explains: "he", "her", "on Monday"
bool points_away(const DocumentTree& tree, std::uint32_t t, bool dated) {
  const Token& token = tree.token(t);
  return token.tag == Tag::kPrp || (token.tag == Tag::kPrpDollar && tree.lower(t) != "their") ||
         (!dated && token.entity == EntityLabel::kDate) || token.entity == EntityLabel::kTime;
}

// "most often | grown in gardens"
bool opens_participle(const DocumentTree& tree, TokenRange clause, std::uint32_t verb) {
  if (!is_bare_participle(tree, verb)) return false;
  for (std::uint32_t t = clause.begin; t < verb; ++t)
    if (tree.token(t).upos != Upos::kAdv) return false;
  return true;
}

bool restricts(const DocumentTree& tree, TokenRange clause, std::uint32_t verb) {
  const bool participle = opens_participle(tree, clause, verb), dated = names_year(tree, clause);
  const bool relative = tree.token(verb).deprel == Deprel::kRelcl && opens_relative(tree, clause.begin);
  if ((!relative && !participle) || tree.token(clause.begin - 1).upos == Upos::kPunct) return false;
  const Tag last = tree.token(clause.end - 1).tag;
  if (last == Tag::kCc || last == Tag::kIn || last == Tag::kRb || last == Tag::kDt) return false;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const Token& token = tree.token(t);
    const bool joined =
        participle && token.upos == Upos::kCconj;  // "deaths surpassing those of May and protests"
    if (joined || points_away(tree, t, dated) || (token.upos == Upos::kPunct && token.tag != Tag::kHyph))
      return false;
  }
  return true;
}

// "It will apply to | people using buses", "It helps | people selling boats"; not "It is quiet, with people leaving"
bool stands_in_present(const DocumentTree& tree, std::uint32_t noun) {
  if (tree.token(noun).deprel == Deprel::kPobj && tree.lower(tree.token(noun).head) == "with") return false;
  for (std::uint32_t t = noun; t != tree.token(t).head;) {
    t = tree.token(t).head;
    const std::uint32_t aux = tree.child(t, Deprel::kAux);
    const Tag tag = tree.token(aux == DocumentTree::kNoToken ? t : aux).tag;
    if (tag == Tag::kMd || tag == Tag::kVbz || tag == Tag::kVbp) return true;
    if (tag == Tag::kVbd) return false;
  }
  return false;
}

// "to remove a video | showing Ana from the site": the last part may be the main verb's; "a man | caught in
// heavy, wet snow" and "a law | covering those hurt" would end before their noun
bool ends_unsure(const DocumentTree& tree, TokenRange clause, std::uint32_t verb) {
  const bool object = tree.child(verb, Deprel::kDobj) != DocumentTree::kNoToken;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const Token& token = tree.token(t);
    if (token.deprel == Deprel::kPrep && tree.lower(t) != "of" &&
        ((object && token.head == verb) || tree.token(token.head).upos == Upos::kPropn))
      return true;
    if (token.tag == Tag::kDt && (token.deprel == Deprel::kDobj || token.deprel == Deprel::kPobj))
      return true;
  }
  const Tag last = tree.token(clause.end - 1).tag;
  return last == Tag::kJj || last == Tag::kCd || (last == Tag::kVbg && clause.end - 1 != verb);
}

// "people using buses and trains", of which the name keeps nothing
bool holds_for_anybody(const DocumentTree& tree, std::uint32_t noun, const Extraction& extraction) {
  const std::uint32_t verb = noun + 1;
  if (tree.token(noun).tag != Tag::kNns || extraction.relation_tokens.empty() ||
      (!noun_mostly_means(to_lower(tree.token(noun).lemma), NounKind::kPerson) &&
       tree.lower(noun) != "people") ||
      extraction.relation_tokens.back() != verb || tree.token(verb).tag != Tag::kVbg ||
      tree.token(verb).deprel != Deprel::kAcl || tree.token(verb).head != noun)
    return false;
  for (const Deprel deprel : {Deprel::kDet, Deprel::kPoss, Deprel::kNummod, Deprel::kAmod, Deprel::kCompound})
    if (tree.child(noun, deprel) != DocumentTree::kNoToken) return false;
  return stands_in_present(tree, noun);
}

// "One in eight clerks who swim left": eight do not swim
bool is_of_rate(const DocumentTree& tree, std::uint32_t noun, const Extraction& extraction) {
  const std::uint32_t in = tree.token(noun).head;
  if (tree.token(noun).deprel != Deprel::kPobj ||
      tree.child(noun, Deprel::kNummod) == DocumentTree::kNoToken ||
      (tree.lower(in) != "in" && tree.lower(in) != "of") ||
      (tree.lower(in) == "of" && tree.lower(in - 1) != "out") || extraction.relation_tokens.empty())
    return false;
  const std::uint32_t verb = extraction.relation_tokens.back(), clause = tree.child(noun, Deprel::kRelcl);
  const std::uint32_t rate = tree.token(tree.lower(in) == "of" ? in - 1 : in).head;
  return tree.token(rate).tag == Tag::kCd && clause != DocumentTree::kNoToken &&
         subtree_of(tree, clause).contains(verb);
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

// "every town | that sells boats"
bool is_any(const DocumentTree& tree, std::uint32_t article) {
  if (article == DocumentTree::kNoToken) return false;
  const std::string word = tree.lower(article);
  return word == "every" || word == "any" || word == "each";
}

// "every clerk | who sells boats": whether one does, it does not say
bool tells_of_any(const DocumentTree& tree, std::uint32_t noun, const Extraction& extraction) {
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  if (extraction.relation_tokens.empty() || !is_any(tree, article) || tree.lower(article) == "each")
    return false;
  const std::uint32_t clause = tree.child(noun, Deprel::kRelcl);
  return clause != DocumentTree::kNoToken &&
         subtree_of(tree, clause).contains(extraction.relation_tokens.back()) &&
         tells_of_now(tree, subtree_of(tree, clause));
}

// "Swedes | who sell boats": a people without an article
bool is_any_people(const DocumentTree& tree, std::uint32_t noun) {
  const Token& token = tree.token(noun);
  return token.tag == Tag::kNnps && token.entity == EntityLabel::kNorp;
}

// "a bill | legalising abortion", "a car | parked behind the school": any other would be told without. Not what
// an event led to ("a fire | killing three"), nor what somebody says ("a letter | saying that it will close").
bool is_one_of_kind(const DocumentTree& tree, std::uint32_t noun) {
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  const Deprel role = tree.token(noun).deprel;  // "is a fair | launched in 1997": so is who is one
  if (tree.token(noun).tag != Tag::kNn || role == Deprel::kAttr || role == Deprel::kAppos ||
      article == DocumentTree::kNoToken || (tree.lower(article) != "a" && tree.lower(article) != "an"))
    return false;
  const std::string lemma = to_lower(tree.token(noun).lemma);
  const bool happens = noun_mostly_means(lemma, NounKind::kEvent) || noun_mostly_means(lemma, NounKind::kAct);
  for (const std::uint32_t verb : tree.children(noun)) {
    if (verb < noun || tree.token(verb).deprel != Deprel::kAcl) continue;
    for (const Deprel deprel : {Deprel::kCcomp, Deprel::kOprd, Deprel::kPcomp})
      if (tree.child(verb, deprel) != DocumentTree::kNoToken) return false;
    return !ends_unsure(tree, subtree_of(tree, verb), verb) &&
           !(tree.token(verb).tag == Tag::kVbg &&
             (happens || verb_means(tree.token(verb).lemma, VerbKind::kCommunication)));
  }
  return false;
}

}  // namespace

std::optional<TokenRange> restriction_of(const DocumentTree& tree, std::uint32_t noun, bool part) {
  const auto has = [&](Deprel deprel) { return tree.child(noun, deprel) != DocumentTree::kNoToken; };
  const std::uint32_t article = tree.child(noun, Deprel::kDet);
  const bool several = tree.token(noun).tag == Tag::kNns || is_any_people(tree, noun);
  const bool one = !part && is_one_of_kind(tree, noun);
  if ((!several && !one && !is_any(tree, article)) || tree.token(noun).entity == EntityLabel::kCardinal ||
      has(Deprel::kPoss) || (has(Deprel::kNummod) && !part) ||
      (!part && article != DocumentTree::kNoToken && tree.lower(article) != "some" &&
       tree.lower(article) != "no" && tree.lower(article) != "the" && !one && !is_any(tree, article)))
    return std::nullopt;
  const bool known = article != DocumentTree::kNoToken && tree.lower(article) == "the";
  for (const std::uint32_t child : tree.children(noun)) {
    const Deprel deprel = tree.token(child).deprel;
    if (child < noun || (deprel != Deprel::kRelcl && deprel != Deprel::kAcl)) continue;
    if (one && deprel == Deprel::kRelcl) return std::nullopt;
    const TokenRange clause = subtree_of(tree, child);
    if (clause.begin <= noun || !restricts(tree, clause, child)) return std::nullopt;
    // "the people affected", "the viruses that cause it": of others nobody has told
    const Deprel role = tree.token(clause.begin).deprel;  // "the harm that it does": it does harm
    const bool subject = role == Deprel::kNsubj || role == Deprel::kNsubjpass;
    const bool most = tree.token(clause.begin).tag == Tag::kRbs;  // "the foods most often found in bins"
    const bool tells =
        deprel == Deprel::kAcl ? clause.size() == 1 || most : subject && tells_of_now(tree, clause);
    return !known || part || tells ? std::optional(clause) : std::nullopt;
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
    if (phrase.empty()) return false;
    if (holds_for_anybody(tree, phrase.head, extraction) || is_of_rate(tree, phrase.head, extraction))
      return true;
    if (tells_of_any(tree, phrase.head, extraction)) return true;
    if (!is_named_by(tree, resolution, phrase.head, extraction)) return false;
    const TokenRange clause = *restriction_of(tree, phrase.head);
    if (tree.token(phrase.head).tag == Tag::kNn && is_one_of_kind(tree, phrase.head)) return false;
    return tree.token(clause.begin).tag == Tag::kVbg ? stands_in_present(tree, phrase.head)
                                                     : tells_of_now(tree, clause);
  };
  return restricted(extraction.subject) ||
         std::any_of(extraction.arguments.begin(), extraction.arguments.end(),
                     [&](const Argument& argument) { return restricted(argument.phrase); });
}

}  // namespace dossier::ingest
