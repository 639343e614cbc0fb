// After Markert and Nissim, "SemEval-2007 Task 08: Metonymy Resolution": grammatical role and the governing
// word decide nearly all place-for-people readings.
#include "ingest/resolve/capitals.h"

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

bool abstract_noun(const DocumentTree& tree, std::uint32_t t) {
  const auto noun = Facts::get().find_noun(to_lower(tree.token(t).lemma));
  if (tree.token(t).upos == Upos::kPropn) return false;
  return !noun || (noun->noun_class != NounClass::kGroup && noun->noun_class != NounClass::kArtifact &&
                   noun->noun_class != NounClass::kLocation);
}

bool moves(const DocumentTree& tree, std::uint32_t verb) {
  const std::string_view lemma = tree.token(verb).lemma;
  return verb_means(lemma, VerbKind::kMotion);
}

// "accused Pyongyang", "London was told": what is done to those who govern; storms and bombs hit the town
bool addressed(std::string_view verb) {
  return verb_mostly_means(verb, VerbKind::kCommunication) || makes_do(verb) ||
         (takes_person(verb) && (!takes_thing(verb) || takes_of(verb) || takes_clause(verb)));
}

bool acts_after_preposition(const DocumentTree& tree, std::uint32_t preposition) {
  const std::string word = tree.lower(preposition);
  const std::uint32_t governor = tree.token(preposition).head;
  const bool motion = tree.token(governor).upos == Upos::kVerb
                          ? moves(tree, governor)
                          : moves(tree, governor) || !event_verb_of(tree.token(governor).lemma).empty();
  if (word == "on" && motion && tree.token(governor).upos == Upos::kVerb) return false;  // "march on Sanaa"
  if (word == "with" || word == "by" || word == "between" || word == "against" || word == "on" ||
      word == "towards")
    return true;
  if (word == "to" && tree.token(governor).tag == Tag::kVbg && tree.lower(governor) == "according")
    return true;
  // "deployed troops to Port-au-Prince": what reaches a town, unless it is given or told
  const std::string_view lemma = tree.token(governor).lemma;
  const bool brings = word == "to" && tree.token(governor).upos == Upos::kVerb &&
                      (tree.child(governor, Deprel::kDobj) != DocumentTree::kNoToken ||
                       tree.child(governor, Deprel::kAuxpass) != DocumentTree::kNoToken) &&
                      !gives_to(lemma) && !verb_means(lemma, VerbKind::kCommunication);
  return (word == "from" || word == "for" || word == "to") && !motion && !brings;
}

}  // namespace

std::set<const Country*> countries_mentioned(const Resolution& resolution) {
  std::set<const Country*> countries;
  for (const Mention& mention : resolution.mentions) {
    if (mention.kind != MentionKind::kName) continue;
    if (const Country* country = Facts::get().find_country(mention.text))
      countries.insert(country);
    else if (const Country* of_people = Facts::get().find_people(mention.text))
      countries.insert(of_people);
  }
  return countries;
}

bool acts(const DocumentTree& tree, std::uint32_t head) {
  if (head >= 2 && tree.word(head - 1) == "," && tree.token(head - 2).entity == EntityLabel::kGpe)
    return false;  // "Seattle, Washington"
  if (head >= 2 && tree.token(head).deprel == Deprel::kAppos && tree.token(head).head + 2 == head &&
      tree.word(head - 1) == "," && tree.token(head - 2).upos == Upos::kPropn)
    return false;  // "Lewisham, London", of which the recogniser does not know the first
  // "the capital, Sanaa, fell": said to be a town
  const Token& described = tree.token(tree.token(head).head);
  if (tree.token(head).deprel == Deprel::kAppos && described.upos == Upos::kNoun &&
      noun_means(to_lower(described.lemma), NounKind::kLocation))
    return false;
  if (const std::uint32_t part = tree.child(head, Deprel::kAmod);
      part != DocumentTree::kNoToken && part < head && !is_capitalised(tree.word(part)))
    return false;  // "central Nairobi"
  if (head >= 2 && tree.word(head - 1) == "-" &&
      (tree.lower(head - 2) == "anti" || tree.lower(head - 2) == "pro"))
    return true;  // "anti-Pyongyang propaganda"
  while (tree.token(head).deprel == Deprel::kConj || tree.token(head).deprel == Deprel::kAppos)
    head = tree.token(head).head;
  const std::uint32_t governor = tree.token(head).head;
  const std::string& lemma = tree.token(governor).lemma;
  const bool states = lemma == "be" || lemma == "have";  // "London has 22,000 taxis", "is from Vienna"
  switch (tree.token(head).deprel) {
    case Deprel::kNsubj:
      return !states;
    case Deprel::kAgent:
      return true;
    case Deprel::kNsubjpass:
    case Deprel::kDobj:
      return addressed(lemma);
    case Deprel::kDative:
      return !verb_mostly_means(lemma, VerbKind::kMotion);
    case Deprel::kPoss:
      return abstract_noun(tree, governor);
    case Deprel::kPobj:
      return tree.token(tree.token(governor).head).lemma != "be" && acts_after_preposition(tree, governor);
    default:
      return false;
  }
}

}  // namespace dossier::ingest
