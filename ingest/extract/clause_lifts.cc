// What hangs on an argument, or on the subject, and is the clause's: dates, what somebody is accused of, the scene.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool is_event(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kEvent) || noun_mostly_means(lemma, NounKind::kAct);
}

// The `in 2010` at the end of an object, hung on its noun: it dates the clause, unless that is an event with its own.
std::optional<std::uint32_t> loose_date(const Tree& tree, const Phrase& phrase) {
  for (const std::uint32_t t : phrase.tokens) {
    if (tree[t].deprel != Deprel::kPrep || t == phrase.tokens.front()) continue;
    const std::uint32_t noun = tree.parent(t);
    const std::string word = tree.lower(t);
    if (!is_nominal(tree[noun]) || is_event(tree, noun) ||
        (word != "in" && word != "on" && word != "since" && word != "until"))
      continue;
    const auto date = tree.child(t, Deprel::kPobj);
    if (date && tree[*date].entity == EntityLabel::kDate && tree.rightmost(t) == phrase.tokens.back())
      return t;
  }
  return std::nullopt;
}

// `left before the vote in May`: the date is of what was to come
bool leads_up(const Slot& slot) {
  const std::string& link = slot.argument.preposition;
  return link == "before" || link == "ahead of" || link == "prior to" || link == "until" || link == "till";
}

// `Norsk, on the other hand, started`
bool is_set_off(const Tree& tree, const Slot& slot, std::uint32_t subject, std::uint32_t verb) {
  const std::uint32_t last = slot.argument.phrase.tokens.back();
  return slot.anchor > subject && last < verb && tree.word(slot.anchor - 1) == "," &&
         tree.word(last + 1) == ",";
}

}  // namespace

void lift_dates(const Tree& tree, const Clause& clause, std::vector<Slot>& slots) {
  std::vector<Slot> lifted;
  for (Slot& slot : slots) {
    if (slot.anchor < clause.predicate() || leads_up(slot) || slot.argument.role == ArgumentRole::kTime ||
        slot.argument.role == ArgumentRole::kClause || slot.argument.role == ArgumentRole::kAdverbialClause)
      continue;
    const auto preposition = loose_date(tree, slot.argument.phrase);
    if (!preposition || tree.is_under(slot.argument.phrase.head, *preposition)) continue;
    auto date = prepositional_slot(tree, *preposition);
    if (!date) continue;
    const auto drop = [&](Phrase& phrase) {
      std::erase_if(phrase.tokens, [&](std::uint32_t t) { return tree.is_under(t, *preposition); });
      while (phrase.tokens.size() > 1 && tree[phrase.tokens.back()].deprel == Deprel::kPunct &&
             tree.word(phrase.tokens.back()) == ",")
        phrase.tokens.pop_back();
    };
    drop(slot.argument.phrase);
    for (Phrase& phrase : slot.conjuncts) drop(phrase);
    lifted.push_back(std::move(*date));
  }
  std::move(lifted.begin(), lifted.end(), std::back_inserter(slots));
}

// `accused the minister of lying`: what is behind a person's `of` or `for` and does something belongs to the
// verb.
void lift_gerunds(const Tree& tree, const Clause& clause, std::vector<Slot>& slots) {
  std::vector<Slot> lifted;
  for (Slot& slot : slots) {
    const std::uint32_t noun = slot.argument.phrase.head;
    if (slot.argument.role != ArgumentRole::kObject || noun < clause.predicate() || slot.conjuncts.size() > 1)
      continue;
    const std::string lemma = lower_case(tree[noun].lemma);
    if (tree[noun].entity != EntityLabel::kPerson && tree[noun].entity != EntityLabel::kOrg &&
        !noun_mostly_means(lemma, NounKind::kPerson) && !noun_mostly_means(lemma, NounKind::kGroup))
      continue;
    for (const std::uint32_t c : tree.children(noun)) {
      const auto gerund = tree.child(c, Deprel::kPcomp);
      if (tree[c].deprel != Deprel::kPrep || !gerund || tree[*gerund].tag != Tag::kVbg) continue;
      auto behind = prepositional_slot(tree, c);
      if (!behind) continue;
      const auto under = [&](std::uint32_t t) { return tree.is_under(t, c); };
      std::erase_if(slot.argument.phrase.tokens, under);
      for (Phrase& phrase : slot.conjuncts) std::erase_if(phrase.tokens, under);
      lifted.push_back(std::move(*behind));
    }
  }
  std::move(lifted.begin(), lifted.end(), std::back_inserter(slots));
}

// `For an American Samoan, it costs $725`: what stands before the subject sets the scene; the verb does not
// take it.
void set_scene(const Tree& tree, const Clause& clause, std::vector<Slot>& slots) {
  const auto subject = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kCsubj});
  if (!subject || *subject > clause.verb) return;
  for (Slot& slot : slots)
    if (slot.argument.role == ArgumentRole::kPrepositional &&
        (slot.anchor < tree.leftmost(*subject) || is_set_off(tree, slot, *subject, clause.verb)))
      slot.argument.role = ArgumentRole::kSetting;
}

void lift_subject_date(const Tree& tree, Clause& clause) {
  if (clause.subject_inherited || clause.subjects.size() != 1 ||
      std::any_of(clause.slots.begin(), clause.slots.end(),
                  [](const Slot& slot) { return slot.argument.role == ArgumentRole::kTime; }))
    return;
  Phrase& subject = clause.subjects.front();
  const std::string lemma = lower_case(tree[subject.head].lemma);
  if (tree[subject.head].upos != Upos::kNoun ||
      !(is_event(tree, subject.head) || noun_mostly_means(lemma, NounKind::kPhenomenon)))
    return;
  for (const std::uint32_t c : tree.children(subject.head)) {
    const auto date = tree.child(c, Deprel::kPobj);
    if (tree[c].deprel != Deprel::kPrep || !date || !is_time_entity(tree[*date].entity)) continue;
    auto slot = prepositional_slot(tree, c);
    if (!slot || slot->argument.role != ArgumentRole::kTime) continue;
    const auto under = [&](std::uint32_t t) { return tree.is_under(t, c); };
    std::erase_if(subject.tokens, under);
    if (clause.subject) std::erase_if(clause.subject->tokens, under);
    clause.slots.push_back(std::move(*slot));
    return;
  }
}

}  // namespace dossier::ingest
