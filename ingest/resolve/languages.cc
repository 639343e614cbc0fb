#include "ingest/resolve/languages.h"

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

// What one speaks, writes, learns or knows.
bool takes_language(const DocumentTree& tree, std::uint32_t verb) {
  const Token& token = tree.token(verb);
  return token.upos == Upos::kVerb &&
         (verb_means(token.lemma, VerbKind::kCommunication) || verb_means(token.lemma, VerbKind::kCognition));
}

}  // namespace

bool names_language(const DocumentTree& tree, TokenRange range, EntityLabel label) {
  const std::uint32_t word = range.begin, first = tree.first_conjunct(word);
  const Token& token = tree.token(word);
  if (range.size() != 1 || !Facts::get().find_people(tree.word(word)) ||
      Facts::get().find_country(tree.word(word)) || token.tag == Tag::kNns || token.tag == Tag::kNnps ||
      token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound || token.deprel == Deprel::kNmod ||
      token.deprel == Deprel::kPoss || tree.child(first, Deprel::kDet) != DocumentTree::kNoToken)
    return false;
  if (label == EntityLabel::kLanguage) return true;
  const Token& head = tree.token(first);
  if (head.deprel == Deprel::kDobj) return takes_language(tree, head.head);
  if (head.deprel == Deprel::kNsubjpass)
    return takes_language(tree, head.head) && !takes_person(tree.token(head.head).lemma);
  if (head.deprel != Deprel::kPobj) return false;
  const std::string preposition = tree.lower(head.head);
  return preposition == "in" || preposition == "into";
}

bool describes_person(const DocumentTree& tree, TokenRange range, EntityLabel label) {
  const Token& token = tree.token(range.begin);
  return label == EntityLabel::kLanguage && range.size() == 1 &&
         (token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound) &&
         noun_mostly_means(to_lower(tree.token(token.head).lemma), NounKind::kPerson);
}

}  // namespace dossier::ingest
