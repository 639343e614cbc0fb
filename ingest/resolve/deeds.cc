#include "ingest/resolve/deeds.h"

#include "ingest/extract/lexicon.h"

namespace dossier::ingest {

bool suffers(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(tree.first_conjunct(t));
  const Token& verb = tree.token(token.head);
  return verb.upos == Upos::kVerb &&
         (token.deprel == Deprel::kNsubjpass || (token.deprel == Deprel::kDobj && verb.lemma != "have"));
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
      !verb_mostly_means(tree.token(verb).lemma, VerbKind::kCommunication))
    return DocumentTree::kNoToken;
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

}  // namespace dossier::ingest
