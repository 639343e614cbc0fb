#include "ingest/resolve/deeds.h"

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {

bool suffers(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(tree.first_conjunct(t));
  const Token& verb = tree.token(token.head);
  return verb.upos == Upos::kVerb &&
         (token.deprel == Deprel::kNsubjpass || (token.deprel == Deprel::kDobj && verb.lemma != "have"));
}

bool suffers_in_passing(const DocumentTree& tree, std::uint32_t t) {
  const Deprel clause = tree.token(tree.token(tree.first_conjunct(t)).head).deprel;
  return clause == Deprel::kRelcl || clause == Deprel::kAcl;
}

bool does_to_another(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(tree.first_conjunct(t));
  return token.deprel == Deprel::kNsubj && tree.child(token.head, Deprel::kDobj) != DocumentTree::kNoToken &&
         tree.token(token.head).lemma != "have";
}

std::uint32_t whom_judged(const DocumentTree& tree, std::uint32_t owner) {
  const Token& token = tree.token(owner);
  const std::uint32_t preposition = tree.token(token.head).head;
  const std::uint32_t verb = tree.token(preposition).head;
  const std::string word = tree.lower(preposition);
  if (token.deprel != Deprel::kPoss || tree.token(preposition).deprel != Deprel::kPrep ||
      (word != "for" && word != "on" && word != "over") ||
      !(verb_mostly_means(tree.token(verb).lemma, VerbKind::kCommunication) ||
        verb_is(tree.token(verb).lemma, VerbClass::kPursue) ||
        verb_is(tree.token(verb).lemma, VerbClass::kRepay)))
    return DocumentTree::kNoToken;
  const std::uint32_t object = tree.child(verb, Deprel::kDobj);
  return object != DocumentTree::kNoToken ? object : tree.child(verb, Deprel::kNsubjpass);
}

std::uint32_t whom_judged_above(const DocumentTree& tree, std::uint32_t subject) {
  const std::uint32_t clause = tree.token(subject).head, verb = tree.token(clause).head;
  const std::uint32_t mark = tree.child(clause, Deprel::kMark);
  const Deprel place = tree.token(subject).deprel;
  if ((place != Deprel::kNsubj && place != Deprel::kNsubjpass) ||
      tree.token(clause).deprel != Deprel::kAdvcl || mark == DocumentTree::kNoToken || mark < verb ||
      (tree.lower(mark) != "after" && tree.lower(mark) != "because"))
    return DocumentTree::kNoToken;
  const std::string& lemma = tree.token(verb).lemma;
  const bool pursued = verb_is(lemma, VerbClass::kPursue), repaid = verb_is(lemma, VerbClass::kRepay);
  const bool said = verb_mostly_means(lemma, VerbKind::kCommunication);  // "accused Erik after he had left"
  if (!(pursued && repaid) && (said || !(pursued || repaid))) return DocumentTree::kNoToken;
  const std::uint32_t object = tree.child(verb, Deprel::kDobj);
  return object != DocumentTree::kNoToken ? object : tree.child(verb, Deprel::kNsubjpass);
}

std::uint32_t agent_above(const DocumentTree& tree, std::uint32_t owner) {
  if (tree.token(owner).deprel != Deprel::kPoss) return DocumentTree::kNoToken;
  const std::uint32_t verb = tree.governing_verb(owner);
  const std::uint32_t by = verb == DocumentTree::kNoToken ? verb : tree.child(verb, Deprel::kAgent);
  const std::uint32_t agent = by == DocumentTree::kNoToken ? by : tree.child(by, Deprel::kPobj);
  return agent != DocumentTree::kNoToken && agent < owner ? agent : DocumentTree::kNoToken;
}

bool is_accused(const std::string& noun) {
  return is_kind_of(noun, {"wrongdoer", "litigant", "suspect", "killer"});
}

bool tells_of_wrong(const std::string& noun) { return is_accused(noun) || is_kind_of(noun, {"unfortunate"}); }

bool charged(const DocumentTree& tree, std::uint32_t t) {
  const std::string& verb = tree.token(tree.token(tree.first_conjunct(t)).head).lemma;
  return suffers(tree, t) &&
         (verb_is(verb, VerbClass::kPursue) ||
          (takes_person(verb) && (!takes_thing(verb) || takes_of(verb) || takes_with(verb))));
}

bool pursued(const DocumentTree& tree, std::uint32_t t) {
  return suffers(tree, t) &&
         verb_is(tree.token(tree.token(tree.first_conjunct(t)).head).lemma, VerbClass::kPursue);
}

std::string deed_of(const std::string& noun) {
  if (noun.size() < 5 || (!noun.ends_with("er") && !noun.ends_with("or"))) return {};
  const std::string stem = noun.substr(0, noun.size() - 2);
  const bool doubled = stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
  for (const std::string& verb :
       {stem, stem + "e", doubled ? stem.substr(0, stem.size() - 1) : std::string(), stem + "ate"})
    if (!verb.empty() && is_verb(verb)) return verb;
  return {};
}

bool did(const DocumentTree& tree, std::uint32_t one, const std::string& deed) {
  const std::uint32_t t = tree.first_conjunct(one);
  const Token& token = tree.token(t);
  std::uint32_t verb = token.head;
  if (token.deprel == Deprel::kPobj && tree.lower(verb) == "by") {
    const Token& above = tree.token(tree.token(verb).head);
    return above.lemma == deed || event_verb_of(above.lemma) == deed;
  }
  if (token.deprel != Deprel::kNsubj) return false;
  for (int steps = 0; steps < 3 && verb != DocumentTree::kNoToken; ++steps) {
    if (tree.token(verb).lemma == deed) return true;
    verb = tree.child(verb, Deprel::kXcomp);
  }
  return false;
}

}  // namespace dossier::ingest
