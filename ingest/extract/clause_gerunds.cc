// Whose deed a gerund tells of.
#include <algorithm>

#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// `such action as firing shells`: what it is like, and does nothing
bool is_such(const Tree& tree, const Slot* object) {
  const auto such =
      object ? tree.child(object->argument.phrase.head, {Deprel::kAmod, Deprel::kPredet}) : std::nullopt;
  return such && tree.lower(*such) == "such";
}

// `described the trip as being hard`, `described Ana as telling jokes`, `a trip he described as being hard`
void fill_described(Clause& clause, const Clause& governor) {
  const Slot* described = controller(governor);
  if (described && described->argument.phrase.head != clause.verb)
    inherit(clause, *described);
  else if (governor.passive)
    inherit(clause, governor);
}

// `accused the minister of lying`, with `of` hung on the minister
bool hangs_on(const Tree& tree, const Slot* object, std::uint32_t preposition) {
  if (!object || object->argument.phrase.head != tree.parent(preposition) ||
      !names_actor(tree, tree.parent(preposition)))
    return false;
  const auto& words = object->argument.phrase.tokens;
  return std::find(words.begin(), words.end(), preposition) == words.end();
}

// `was wired to sound`: what it is to do hides that it was done to it
bool undergoes(const Tree& tree, const Clause& clause) {
  return clause.passive || tree.child(clause.verb, Deprel::kAuxpass);
}

}  // namespace

// A gerund behind a preposition of the verb shares its subject; behind one of a noun nobody says whose it is.
// `can be avoided by walking`: it is not the crowds that walk.
void fill_gerund(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  const Clause& governor = clauses[*clause.governor];
  const std::uint32_t parent = tree.parent(clause.verb);
  const std::string preposition = tree.lower(parent);
  const bool behind = clause.verb > governor.predicate();
  const Slot* object = controller(governor);
  if (governor.passive && preposition == "by") return;
  if (tree.child(governor.verb, Deprel::kExpl)) return;  // `There is a lot to do before leaving`
  // `After eating it, the fruit was gone`, `lives saved since starting work`
  if (undergoes(tree, governor) && (!behind || preposition == "since" || preposition == "after") &&
      tree.child(clause.predicate(), Deprel::kDobj) && !names_actor(tree, subject_head(governor)))
    return;
  // `feels similar to using it`
  if (preposition == "to" && tree[tree.parent(parent)].upos == Upos::kAdj &&
      !names_actor(tree, subject_head(governor)))
    return;
  if (preposition == "like" || preposition == "unlike" || preposition == "than") return;  // a comparison
  if (preposition == "as" && is_such(tree, object)) return;
  if (preposition == "as" && behind && (clause.copula || (object && object->anchor < parent)))
    return fill_described(clause, governor);
  // `the pressure was put on resisting`; at the head of a sentence, `On arriving, he ...`.
  // `planned on leaving` is done by who planned it.
  if (preposition == "on" && behind &&
      (governor.passive || tree.parent(parent) != governor.predicate() ||
       !verb_is(tree[governor.predicate()].lemma, VerbClass::kPlan)))
    return;
  // `blamed them for denying it`; `was fined $5 million for denying it`: who was fined
  const bool blames =
      preposition == "for" || preposition == "of" || preposition == "from" || preposition == "into";
  // `charged the clerk with taking it`, `credited the paper with keeping it alive`
  if (preposition == "with" && object && behind &&
      (names_actor(tree, object->argument.phrase.head) || takes_with(tree[governor.predicate()].lemma)))
    return inherit(clause, *object);
  // `accepted cash in return for changing it`: who accepts it, or who pays
  const std::uint32_t noun = tree.parent(parent);
  if (blames && object && behind && tree[noun].deprel == Deprel::kPobj &&
      tree.parent(tree.parent(noun)) == governor.predicate())
    return;
  if (blames && object && behind) {
    const std::uint32_t whom = object->argument.phrase.head;
    // `was awarded the medal for saving them`
    const bool kept = governor.passive && object->argument.role == ArgumentRole::kObject &&
                      names_actor(tree, subject_head(governor)) &&
                      !noun_mostly_means(lower_case(tree[whom].lemma), NounKind::kPerson);
    if (!kept && names_actor(tree, whom) && tree[whom].entity != EntityLabel::kMoney)
      return inherit(clause, *object);
    if (governor.passive || wins_prize(tree, governor.predicate()) ||
        (preposition == "for" && is_judged_for(tree, governor.predicate())))
      inherit(clause, governor);
    return;
  }
  if (hangs_on(tree, object, parent)) return inherit(clause, *object);
  std::uint32_t above = tree.parent(parent);
  while (tree[above].upos == Upos::kAdp && !tree.is_root(above)) above = tree.parent(above);
  if (clause_of(clauses, above) == clause.governor) inherit(clause, governor);
}

bool joined_gerund(const Tree& tree, const Clause& clause) {
  const std::uint32_t twin = tree.parent(clause.verb);
  if (tree[clause.verb].tag != Tag::kVbg || !is_verb_tag(tree[twin].tag) || tree[twin].tag == Tag::kVbg ||
      tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass}))
    return false;
  std::uint32_t joint = clause.verb - 1;
  while (joint > twin && tree[joint].upos == Upos::kAdv) --joint;
  if (tree[twin].lemma == "be" || tree[joint].deprel != Deprel::kCc || tree.lower(joint) == "as" ||
      tree.word(joint - 1) == ",")
    return false;
  const Tag tag = tree[twin].tag;
  return tag == Tag::kVbz || tag == Tag::kVbd || tag == Tag::kVbp ||
         tree.child(twin, {Deprel::kAux, Deprel::kAuxpass});
}

}  // namespace dossier::ingest
