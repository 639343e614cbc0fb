// What a clause is by what it goes with: the time, the means or the company of what lies ahead or is open.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool is_present(const Tree& tree, const Clause& clause) {
  const Tag tag = tree[clause.relation.front()].tag;
  return tag == Tag::kVbz || tag == Tag::kVbp || (tag == Tag::kVb && clause.relation.size() == 1);
}

// `will open when it is complete`, `will be sold before it expires`, `will fly as soon as they allow it`
bool is_time_of(const Tree& tree, const Clause& clause) {
  static constexpr std::string_view kTimes[] = {"when", "once", "before", "after", "until", "till"};
  if (clause.kind != ClauseKind::kAdverbial || clause.relation.empty() || !is_present(tree, clause))
    return false;
  for (const std::uint32_t c : tree.children(clause.verb)) {
    if (!tree.is(c, {Deprel::kMark, Deprel::kAdvmod}) || c > clause.verb) continue;
    const std::string word = tree.lower(c);
    if (std::find(std::begin(kTimes), std::end(kTimes), word) != std::end(kTimes)) return true;
    if (word == "as" && c > tree.range().begin && tree.lower(c - 1) == "soon") return true;
  }
  return false;
}

// `could kill germs when sprayed on a wall`, `can fall as prices rise`: as open as what it goes with
bool goes_with_open(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (clause.kind != ClauseKind::kAdverbial || clause.relation.empty() || clause.verb < governor.verb ||
      !has_modal(tree, governor))
    return false;
  const auto mark = tree.child(clause.verb, {Deprel::kMark, Deprel::kAdvmod});
  if (!mark || *mark > clause.verb) return false;
  const std::string word = tree.lower(*mark);
  if (word == "as")
    return is_present(tree, clause) && verb_mostly_means(tree[clause.predicate()].lemma, VerbKind::kChange);
  return (word == "when" || word == "once") && tree[clause.verb].tag == Tag::kVbn &&
         !tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kNsubj, Deprel::kNsubjpass});
}

// `will have the ship repaired`, `must get its walls painted`: what is done to it is not done yet.
bool is_had_done(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  if (tree[clause.verb].tag != Tag::kVbn || (verb != "have" && verb != "get") ||
      tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
    return false;
  const std::uint32_t noun =
      clause.kind == ClauseKind::kParticipial
          ? tree.parent(clause.verb)
          : tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}).value_or(clause.verb);
  const auto determiner = tree.child(noun, {Deprel::kDet, Deprel::kPoss});
  const bool known = tree[noun].upos != Upos::kNoun ||
                     (determiner && tree.lower(*determiner) != "a" && tree.lower(*determiner) != "an");
  return noun > governor.predicate() && noun < clause.verb && known &&
         (clause.kind == ClauseKind::kParticipial
              ? tree.parent(noun) == governor.predicate() && tree[noun].deprel == Deprel::kDobj
              : clause.kind == ClauseKind::kComplement);
}

// `stays until it rains`: it has not rained, or not each time. `Faces a year in jail when she is sentenced on May 3`: told of a
// day as if it were now.
bool is_awaited(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (governor.modality != Modality::kAsserted || governor.negated || !is_time_of(tree, clause)) return false;
  const std::string mark = tree.lower(tree.child(clause.verb, Deprel::kMark).value_or(clause.verb));
  return mark == "until" || mark == "till" ||
         std::any_of(clause.slots.begin(), clause.slots.end(), [&](const Slot& slot) {
           const Token& day = tree[slot.argument.phrase.head];
           return slot.argument.role == ArgumentRole::kTime && day.entity == EntityLabel::kDate &&
                  day.tag == Tag::kNnp;
         });
}

// `pledged to vote once reforms were complete`, `promised strikes until the mayor left`: what is to come first lies ahead,
// too, told as past beside the pledge.
bool comes_first(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (clause.kind != ClauseKind::kAdverbial || clause.verb < governor.verb ||
      tree.parent(clause.verb) != governor.predicate())
    return false;
  const std::string& pledge = tree[governor.chain.front()].lemma;
  const bool plans = verb_is(pledge, VerbClass::kPlan),
             tells = verb_mostly_means(pledge, VerbKind::kCommunication);
  if (governor.chain.size() < 2 ? !(plans && tells)
                                : tree[governor.predicate()].tag != Tag::kVb || !(plans || tells))
    return false;
  const auto children = tree.children(clause.verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.is(c, {Deprel::kMark, Deprel::kAdvmod}) &&
           (tree.lower(c) == "once" || tree.lower(c) == "until");
  });
}

// `is expected to leave Oslo, arriving in Bergen on Friday`: what goes with what lies ahead; not `will leave, citing it`
bool goes_with_plan(const Tree& tree, const Clause& clause, const Clause& governor) {
  return (governor.modality == Modality::kPlanned || governor.modality == Modality::kConditional) &&
         !governor.negated && (has_modal(tree, governor) || governor.chain.size() > 1) &&
         tree.word(tree.leftmost(clause.verb) - 1) == "," &&
         !verb_mostly_means(tree[clause.verb].lemma, VerbKind::kCommunication) &&
         std::find(governor.chain.begin(), governor.chain.end(), tree.parent(clause.verb)) !=
             governor.chain.end();
}

// `is to pay more, with workers losing bonuses`, whatever the participle was hung on
bool stands_with_plan(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t above = tree.parent(clause.verb);
  const std::uint32_t with = tree[above].deprel == Deprel::kPobj ? tree.parent(above) : above;
  const bool open = governor.modality != Modality::kPossible || has_modal(tree, governor);  // `may pay`
  return tree.lower(with) == "with" && tree[clause.verb].tag == Tag::kVbg && clause.verb > governor.verb &&
         tree.word(with - 1) == "," && open && !governor.negated &&
         !verb_mostly_means(tree[clause.verb].lemma, VerbKind::kCommunication) &&
         std::find(governor.chain.begin(), governor.chain.end(), tree.parent(with)) != governor.chain.end();
}

// `should find the way using a map`, `may play a role in ending it`, `will visit Oslo before flying to Bergen`: what is
// done by it, or behind it, is no more real.
bool is_means(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (tree[clause.verb].tag != Tag::kVbg || clause.verb < governor.verb ||
      tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kMark, Deprel::kAux}))
    return false;
  if (clause.kind == ClauseKind::kAdverbial)
    return goes_with_plan(tree, clause, governor) ||
           (has_modal(tree, governor) && tree.parent(clause.verb) == governor.predicate() &&
            tree.word(clause.verb - 1) != ",");
  const std::string preposition = tree.lower(tree.parent(clause.verb));
  // `left to study there, before moving to Oslo`: she did
  if (preposition == "before" && !has_modal(tree, governor) && governor.chain.size() < 2 &&
      governor.modality != Modality::kDemanded)
    return false;
  return clause.kind == ClauseKind::kGerund &&
         (preposition == "by" || preposition == "in" || preposition == "through" ||
          preposition == "without" || preposition == "before");
}

// `It took clerks six days to find it`
bool took_so_long(const Tree& tree, const Clause& governor) {
  const std::uint32_t verb = governor.predicate();
  const auto it = tree.child(verb, {Deprel::kNsubj, Deprel::kExpl});
  const auto children = tree.children(verb);
  return tree[verb].lemma == "take" && it && tree.lower(*it) == "it" &&
         std::any_of(children.begin(), children.end(), [&](auto c) {
           return c > verb && tree.is(c, {Deprel::kDobj, Deprel::kNpadvmod}) &&
                  noun_mostly_means(lower_case(tree[c].lemma), NounKind::kTime);
         });
}

// `grew up to lead it`, `lived to see it`
bool came_to_be(const Tree& tree, const Clause& governor, std::uint32_t first) {
  const std::uint32_t verb = governor.predicate();
  const std::string& lemma = tree[verb].lemma;
  return (lemma == "live" && first == verb + 1) ||
         (lemma == "grow" && first == verb + 2 && tree.lower(first - 1) == "up");
}

// `The shares rose 37 cents to close at $2`: nobody meant them to
bool moved_in_value(const Tree& tree, const Clause& governor) {
  const std::uint32_t verb = governor.predicate();
  const auto children = tree.children(verb);
  return governor.chain.size() == 1 && governor.subject && !governor.subject->empty() &&
         !names_actor(tree, governor.subject->head) && verb_is(tree[verb].lemma, VerbClass::kGrow) &&
         std::any_of(children.begin(), children.end(), [&](auto c) {
           return c > verb &&
                  (tree[c].entity == EntityLabel::kMoney || tree[c].entity == EntityLabel::kPercent ||
                   tree[c].entity == EntityLabel::kCardinal || tree[c].entity == EntityLabel::kQuantity);
         });
}

}  // namespace

bool is_outcome(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (!has_infinitive_mark(tree, clause.verb) || governor.verb > clause.verb) return false;
  const std::uint32_t first = tree.leftmost(clause.verb);
  if (tree.lower(first) == "only") return true;
  if (tree[governor.predicate()].lemma == "go" && first == governor.predicate() + 2 &&
      tree.lower(first - 1) == "on")
    return true;
  const std::string &won = tree[clause.verb].lemma, &beaten = tree[governor.predicate()].lemma;
  if (took_so_long(tree, governor) || came_to_be(tree, governor, first)) return true;
  // `marched through Oslo to demand it`; not `plans to demand it`
  if (verb_is(won, VerbClass::kVoice) &&
      (verb_mostly_means(beaten, VerbKind::kMotion) || takes_nothing(beaten)) && !takes_infinitive(beaten) &&
      !verb_is(beaten, VerbClass::kPlan))
    return true;
  if (moved_in_value(tree, governor)) return true;
  const auto object = tree.child(governor.predicate(), Deprel::kDobj);
  if (!object) return false;
  // `used the loan to buy a mine`; who tries to use it need not have
  if ((beaten == "use" || beaten == "utilize" || beaten == "utilise") && !governor.negated &&
      governor.chain.size() == 1)
    return *object < clause.verb && tree.parent(clause.verb) == governor.predicate();
  if (governor.chain.size() > 1 && governor.modality == Modality::kAsserted)
    return false;  // `has to beat Oslo to win`
  return verb_is(beaten, VerbClass::kDefeat) ||
         (verb_mostly_means(beaten, VerbKind::kCompetition) && takes_person(beaten) &&
          (verb_mostly_means(won, VerbKind::kCompetition) || won == "become"));
}

std::optional<Modality> modality_from_company(const Tree& tree, const Clause& clause,
                                              const Clause& governor) {
  if (comes_first(tree, clause, governor) || is_awaited(tree, clause, governor)) return Modality::kPlanned;
  if (governor.modality == Modality::kAsserted || governor.modality == Modality::kReported)
    return std::nullopt;
  const bool goes_with = (is_time_of(tree, clause) && governor.modality != Modality::kDemanded) ||
                         goes_with_open(tree, clause, governor) || is_means(tree, clause, governor) ||
                         stands_with_plan(tree, clause, governor) || is_had_done(tree, clause, governor);
  return goes_with ? std::optional(governor.modality) : std::nullopt;
}

}  // namespace dossier::ingest
