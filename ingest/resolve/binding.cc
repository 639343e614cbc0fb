// Tests: tests/ingest/resolve/binding_test.cc.
#include "ingest/resolve/binding.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

// "They asked him": none of them
bool among_subjects(const DocumentTree& tree, const Resolution& resolution, std::uint32_t e,
                    std::uint32_t verb) {
  const std::uint32_t subject = verb == DocumentTree::kNoToken ? verb : tree.child(verb, Deprel::kNsubj);
  const std::uint32_t whole = subject == DocumentTree::kNoToken ? kNone : resolution.entity_index_at(subject);
  if (whole == kNone) return false;
  const auto& members = resolution.entities[whole].members;
  return std::find(members.begin(), members.end(), e) != members.end();
}

// "She said Ana had left", "It told the firm to pay", "He sold Ole's house"; but "Ana left, she said" may be her, "It rose
// and the firm paid" the firm, and "He is the head" tells who he is.
bool below_subject(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  const Token& token = tree.token(pronoun);
  if (other < pronoun || (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjpass) ||
      tree.speech_at(other) != tree.speech_at(pronoun))
    return false;
  for (std::uint32_t t = other; t != token.head; t = tree.token(t).head) {
    const Deprel deprel = tree.token(t).deprel;
    const bool clause = (deprel == Deprel::kConj || deprel == Deprel::kParataxis) &&
                        (tree.token(t).upos == Upos::kVerb || tree.token(t).upos == Upos::kAux);
    if (tree.token(t).head == t || deprel == Deprel::kAttr || deprel == Deprel::kOprd ||
        deprel == Deprel::kAdvcl || deprel == Deprel::kRelcl || deprel == Deprel::kAcl ||
        deprel == Deprel::kAppos || tree.lower(t) == "as" ||
        (clause && understood_subject(tree, t) != pronoun))
      return false;
  }
  return true;
}

// "The rebels, they said, burned it": others said so of the rebels.
bool put_in_behind(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  const std::uint32_t verb = tree.token(pronoun).head, around = tree.token(verb).head;
  return other < pronoun && pronoun < around && tree.token(pronoun).deprel == Deprel::kNsubj &&
         tree.token(verb).deprel == Deprel::kParataxis && is_subject_of_clause(tree, other) &&
         tree.token(place_of(tree, other)).head == around;
}

// "It told [the firm] to pay", "She said [Ana] had left"
bool acts_below(const DocumentTree& tree, std::uint32_t verb, std::uint32_t other) {
  const std::uint32_t first = place_of(tree, other), link = tree.token(first).head;
  return link == verb || (tree.token(first).deprel == Deprel::kPobj && tree.token(link).head == verb) ||
         (is_subject_of_clause(tree, other) && verb_means(tree.token(verb).lemma, VerbKind::kCommunication));
}

// "its star": the star's owner is not the star; "a planet in its star's zone" may be
bool owned_by(const DocumentTree& tree, std::uint32_t t, std::uint32_t head) {
  if (!stands_in(tree, t, head)) return false;
  while (t != head) {
    const Deprel deprel = tree.token(t).deprel;
    if (deprel == Deprel::kPrep || deprel == Deprel::kAcl) return false;
    t = tree.token(t).head;
  }
  return true;
}

// "the seller, whom he described": he is somebody else
bool acts_on_antecedent(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  const Token& verb = tree.token(tree.token(pronoun).head);
  return verb.deprel == Deprel::kRelcl && verb.head == other && is_subject_of_clause(tree, pronoun);
}

}  // namespace

bool bound_out(const DocumentTree& tree, const Resolution& resolution, std::uint32_t e,
               const Mention& mention, const Pronoun& pronoun) {
  const bool argument = pronoun.kind == PronounKind::kPersonal &&
                        tree.token(mention.head).tag != Tag::kPrpDollar &&
                        !is_subject_pronoun(tree, mention.head);
  std::uint32_t verb = tree.governing_verb(mention.head);
  // "Ana expects [her] to leave": the object of what Ana does
  if (argument && verb == tree.token(mention.head).head && is_subject_of_clause(tree, mention.head))
    verb = tree.governing_verb(verb);
  const std::uint32_t understood = understood_subject(tree, verb);
  if (argument && among_subjects(tree, resolution, e, verb)) return true;
  for (const std::uint32_t m : resolution.entities[e].mentions) {
    const Mention& other = resolution.mentions[m];
    if (other.sentence != mention.sentence) continue;
    if (other.head != mention.head && owned_by(tree, mention.head, other.head)) return true;
    if (other.kind != MentionKind::kPronoun && acts_below(tree, tree.token(mention.head).head, other.head) &&
        below_subject(tree, mention.head, other.head))
      return true;
    if (other.kind != MentionKind::kPronoun && put_in_behind(tree, mention.head, other.head)) return true;
    if (holds_role_of(tree, other.head, mention.head) || acts_on_antecedent(tree, mention.head, other.head))
      return true;
    if (argument && verb != DocumentTree::kNoToken &&
        ((tree.governing_verb(other.head) == verb && is_subject_of_clause(tree, other.head)) ||
         place_of(tree, other.head) == understood))
      return true;
  }
  return false;
}

bool named_below(const DocumentTree& tree, const Resolution& resolution, std::uint32_t e,
                 const Mention& mention) {
  const auto& mentions = resolution.entities[e].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
    const Mention& other = resolution.mentions[m];
    return other.kind != MentionKind::kPronoun && other.sentence == mention.sentence &&
           tree.governing_verb(other.head) == tree.token(mention.head).head &&
           below_subject(tree, mention.head, other.head);
  });
}

}  // namespace dossier::ingest
