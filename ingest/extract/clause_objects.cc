// Objects that two verbs share; of two objects who gets it, what is given, what is called so, and how much it costs.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

using SlotPlace = std::vector<Slot>::iterator;

SlotPlace with_role(SlotPlace from, SlotPlace end, ArgumentRole role) {
  return std::find_if(from, end, [&](const Slot& slot) { return slot.argument.role == role; });
}

bool is_counted(const Tree& tree, std::uint32_t noun) {
  return tree[noun].entity == EntityLabel::kMoney || tree.child(noun, Deprel::kNummod);
}

// People rather than things: no `saw first hand some work`
bool is_somebody(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return names_actor(tree, noun) && !is_counted(tree, noun) &&
         (tree[noun].upos != Upos::kNoun || noun_mostly_means(lemma, NounKind::kPerson) ||
          noun_mostly_means(lemma, NounKind::kGroup));
}

// `cost the pilot his job`, `denies prisoners access`: two nouns side by side, both read as objects of a verb that takes
// two; no `told host Ana Roe`.
SlotPlace first_of_two(const Tree& tree, std::string_view verb, std::vector<Slot>& slots) {
  const auto first = with_role(slots.begin(), slots.end(), ArgumentRole::kObject);
  if (first == slots.end() || !takes_two(verb)) return slots.end();
  const auto second = with_role(first + 1, slots.end(), ArgumentRole::kObject);
  if (second == slots.end() || second->anchor != first->argument.phrase.tokens.back() + 1) return slots.end();
  const std::uint32_t whom = first->argument.phrase.head, what = second->argument.phrase.head;
  const bool counted = is_counted(tree, what) && !verb_mostly_means(verb, VerbKind::kStative);
  return is_somebody(tree, whom) && tree[what].upos == Upos::kNoun && !counted ? first : slots.end();
}

bool carries_object(const Slot& slot) {
  return slot.argument.role == ArgumentRole::kObject || slot.argument.role == ArgumentRole::kClause ||
         slot.argument.role == ArgumentRole::kComplement;
}

// What the verb may be done to: `made and sold ships`; `collapsed and hurt three`, `exploded and killed workers` are of
// two kinds.
bool takes_object(const Tree& tree, std::uint32_t verb, std::uint32_t object) {
  const std::string& lemma = tree[verb].lemma;
  const std::string noun = lower_case(tree[object].lemma);
  const bool somebody = tree[object].entity == EntityLabel::kPerson || noun == "people" ||
                        (tree[object].upos == Upos::kNoun && noun_mostly_means(noun, NounKind::kPerson));
  return !takes_no_object(lemma) && (takes_person(lemma) || (takes_thing(lemma) && !somebody));
}

// Not `scarring and create holes`.
bool same_form(Tag one, Tag other) {
  const auto past = [](Tag tag) { return tag == Tag::kVbd || tag == Tag::kVbn; };
  const auto base = [](Tag tag) { return tag == Tag::kVb || tag == Tag::kVbp; };
  return one == other || (past(one) && past(other)) || (base(one) && base(other));
}

// `escaped and attacked a guard`, `left and joined a band`: a verb of going, changing, thinking or acting with others that
// can do without an object leaves it to one of another kind; but `hit and buried cars`, `identify and meet needs`
bool leaves_object(const Tree& tree, std::uint32_t verb, std::uint32_t other) {
  const std::string& lemma = tree[verb].lemma;
  const bool alone =
      verb_mostly_means(lemma, VerbKind::kMotion) || verb_mostly_means(lemma, VerbKind::kChange) ||
      verb_mostly_means(lemma, VerbKind::kCognition) || verb_mostly_means(lemma, VerbKind::kSocial);
  return alone && tree[verb].tag != Tag::kVbg && tree[verb].tag != Tag::kVb && takes_nothing(lemma) &&
         main_verb_kind(lemma) != main_verb_kind(tree[other].lemma);
}

// `captured but later lost the town`: adverbs of the second verb alone behind the joint
bool follows(const Tree& tree, std::uint32_t verb, std::uint32_t other) {
  if (other < verb) return false;
  for (std::uint32_t t = verb + 2; t < other; ++t)
    if (tree[t].deprel != Deprel::kAdvmod || tree.parent(t) != other) return false;
  return true;
}

// The joined verb that has the object: in `built, tested and sold ships` the last one.
std::optional<std::uint32_t> object_bearer(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t c : tree.children(verb)) {
    if (tree[c].deprel != Deprel::kConj || !is_verb_tag(tree[c].tag) || !follows(tree, verb, c)) continue;
    if (tree.child(c, Deprel::kDobj)) return c;
    if (tree.rightmost(c) > c) return object_bearer(tree, c);
  }
  return std::nullopt;
}

}  // namespace

void order_objects(const Tree& tree, const Clause& clause, std::vector<Slot>& slots) {
  const std::string& verb = tree[clause.predicate()].lemma;
  auto whom = with_role(slots.begin(), slots.end(), ArgumentRole::kIndirectObject);
  if (whom == slots.end()) {
    whom = first_of_two(tree, verb, slots);
    if (whom == slots.end()) return;
    whom->argument.role = ArgumentRole::kIndirectObject;
  }
  const auto sum = with_role(slots.begin(), slots.end(), ArgumentRole::kObject);
  if (sum == slots.end() || !whom->argument.preposition.empty()) return;
  if (names_so(verb) && !verb_is(verb, VerbClass::kDeny)) {
    whom->argument.role =
        ArgumentRole::kObject;  // `called Antifa an idea`, whom it is said of read as who gets it
    sum->argument.role = ArgumentRole::kComplement;
  } else if (gives_to(verb)) {
    return;
  } else if (verb_mostly_means(verb, VerbKind::kStative)) {
    whom->argument.role = ArgumentRole::kManner;  // `cost Norrsken 4 million dollars`
  } else if (is_counted(tree, sum->argument.phrase.head)) {
    // `fined Norrsken 4 million dollars`: where nothing is given, whom it is done to is the object, the sum how much
    whom->argument.role = ArgumentRole::kObject;
    sum->argument.role = ArgumentRole::kManner;
  }
}

// `buy and sell stocks on Monday`: the object stands once, after the last verb, wherever the parser hung it, and when and
// where behind it is of both.
void share_object(const Tree& tree, const Clause& clause, std::vector<Slot>& slots) {
  if (clause.passive || std::any_of(slots.begin(), slots.end(), carries_object)) return;
  const std::uint32_t verb = clause.predicate();
  const bool own = std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
    return slot.anchor > verb;  // not `On Monday they buy and sell`
  });
  if (const auto other = own ? std::nullopt : object_bearer(tree, verb)) {
    const std::uint32_t object = *tree.child(*other, Deprel::kDobj);
    if (takes_object(tree, verb, object) && same_form(tree[*other].tag, tree[verb].tag) &&
        !leaves_object(tree, verb, *other)) {
      slots.push_back(slot_of(tree, object, ArgumentRole::kObject));
      std::vector<Slot> behind;
      add_slots_of(tree, *other, clause, behind);
      std::copy_if(behind.begin(), behind.end(), std::back_inserter(slots), [&](const Slot& slot) {
        return slot.anchor > object &&
               (slot.argument.role == ArgumentRole::kTime || slot.argument.role == ArgumentRole::kPlace);
      });
      return;
    }
  }
  if (clause.kind != ClauseKind::kConjunct || !slots.empty()) return;
  if (const auto object = tree.child(tree.parent(clause.verb), Deprel::kDobj);
      object && *object > verb && takes_object(tree, verb, *object))
    slots.push_back(slot_of(tree, *object, ArgumentRole::kObject));
}

}  // namespace dossier::ingest
