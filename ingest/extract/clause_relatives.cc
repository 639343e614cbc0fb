// Of whom a relative clause speaks: the antecedent takes the place that the pronoun holds, or the gap where
// none is spelt; of an infinitive behind a rank (`the first woman to win`) it is who holds the rank.
#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

void add_slot(Clause& clause, const Subject& subject, ArgumentRole role, std::string preposition,
              std::uint32_t anchor) {
  Slot slot;
  slot.argument = {subject.whole, std::move(preposition), role, {}};
  slot.conjuncts = subject.conjuncts;
  slot.anchor = anchor;
  clause.slots.push_back(std::move(slot));
}

bool opens_with_which(const Tree& tree, const Clause& clause) {
  for (std::uint32_t t = tree.leftmost(clause.verb); t < clause.verb; ++t)
    if (relative_word(tree[t].tag)) return tree.lower(t) == "which";
  return false;
}

// `Ana and Norsk, which is owned by Ida`: of several names, behind a comma, a single one is the last.
std::optional<std::uint32_t> last_joined(const Tree& tree, const Clause& clause, std::uint32_t first) {
  std::uint32_t last = first;
  while (const auto next = tree.child(last, Deprel::kConj)) last = *next;
  const std::uint32_t pronoun = tree.leftmost(clause.verb);
  if (last == first || last > pronoun || !is_name_entity(tree[last].entity) || pronoun < last + 2 ||
      tree.word(pronoun - 1) != ",")
    return std::nullopt;
  for (const std::uint32_t c : tree.children(clause.verb))
    if (c < clause.verb && tree.is(c, {Deprel::kAux, Deprel::kAuxpass}))
      return tree[c].tag == Tag::kVbz || tree.lower(c) == "was" ? std::optional(last) : std::nullopt;
  const bool single = tree[clause.verb].tag == Tag::kVbz || tree.lower(clause.verb) == "was";
  return single ? std::optional(last) : std::nullopt;
}

// `respondents to the poll, who regarded it`: rather people than a body.
std::optional<std::uint32_t> people_above(const Tree& tree, std::uint32_t nearest) {
  const std::string lemma = lower_case(tree[nearest].lemma);
  if (tree[nearest].upos != Upos::kNoun || tree[nearest].deprel != Deprel::kPobj ||
      is_name_entity(tree[nearest].entity) || noun_means(lemma, NounKind::kPerson))
    return std::nullopt;
  const std::uint32_t above = tree.parent(tree.parent(nearest));
  return tree[above].upos == Upos::kNoun &&
                 noun_mostly_means(lower_case(tree[above].lemma), NounKind::kPerson)
             ? std::optional(above)
             : std::nullopt;
}

// Whether the verb that a relative pronoun is the subject of speaks of several: by its form, or by what they
// became.
std::optional<bool> speaks_of_several(const Tree& tree, const Clause& clause) {
  const auto said = tree.child(clause.predicate(), Deprel::kAttr);
  std::uint32_t form = clause.verb;
  for (const std::uint32_t c : tree.children(clause.verb))
    if (c < form && tree.is(c, {Deprel::kAux, Deprel::kAuxpass})) form = c;
  const std::string word = tree.lower(form);
  if (word == "were" || tree[form].tag == Tag::kVbp) return true;
  if (word == "was" || tree[form].tag == Tag::kVbz) return false;
  if (said && tree[*said].tag == Tag::kNns) return true;
  return std::nullopt;
}

bool is_several(const Tree& tree, std::uint32_t noun) {
  return tree[noun].tag == Tag::kNns || tree[noun].tag == Tag::kNnps || tree.child(noun, Deprel::kConj);
}

// `one of ten houses in a street, the heart of the town, that have stood`: a thing of its own does not agree.
std::optional<std::uint32_t> several_above(const Tree& tree, std::uint32_t nearest) {
  const std::string lemma = lower_case(tree[nearest].lemma);
  if (tree[nearest].tag != Tag::kNn || is_name_entity(tree[nearest].entity) ||
      tree.child(nearest, Deprel::kConj) || noun_means(lemma, NounKind::kGroup) ||
      noun_means(lemma, NounKind::kQuantity))
    return std::nullopt;
  std::uint32_t t = nearest;
  while (tree.is(t, {Deprel::kAppos, Deprel::kPobj, Deprel::kPrep})) {
    t = tree.parent(t);
    if (tree[t].tag == Tag::kNns) return t;
  }
  return std::nullopt;
}

// `cities in the desert which were empty`: the noun further up, where only that one agrees with the verb.
std::optional<std::uint32_t> agreeing_above(const Tree& tree, const Clause& clause, std::uint32_t nearest) {
  const auto several = speaks_of_several(tree, clause);
  if (!several) return std::nullopt;
  // `traces on the handhold and bacteria that cause it`
  std::uint32_t before = tree.leftmost(clause.verb) - 1;
  while (before > nearest && tree[before].upos == Upos::kPunct) --before;
  if (before > nearest && is_nominal(tree[before]) && tree.is_under(before, nearest) &&
      tree.is(before, {Deprel::kPobj, Deprel::kConj}) && is_several(tree, before) == *several &&
      (is_several(tree, nearest) != *several || (*several && tree[nearest].tag == Tag::kNn)))
    return before;
  if (tree[nearest].deprel == Deprel::kAppos && *several) return several_above(tree, nearest);
  if (tree[nearest].deprel != Deprel::kPobj) return std::nullopt;
  const bool names = is_name_entity(tree[nearest].entity) && tree[clause.verb].tag == Tag::kVbd &&
                     tree.child(clause.predicate(), Deprel::kAttr);
  const std::string lemma = lower_case(tree[nearest].lemma);
  if ((is_several(tree, nearest) == *several && !names) || noun_means(lemma, NounKind::kGroup) ||
      noun_means(lemma, NounKind::kQuantity) || (is_name_entity(tree[nearest].entity) && !names) ||
      tree[nearest].upos == Upos::kNum)
    return std::nullopt;
  const std::uint32_t above = tree.parent(tree.parent(nearest));
  return tree[above].upos == Upos::kNoun && above < nearest && is_several(tree, above) == *several
             ? std::optional(above)
             : std::nullopt;
}

// `Ana, a clerk from Oslo who`, `people living in Oslo, who`: the nearest noun above that may be somebody.
std::optional<std::uint32_t> somebody_above(const Tree& tree, std::uint32_t nearest) {
  std::uint32_t t = nearest;
  while (!is_person(tree, t) &&
         (t == nearest || tree[t].upos != Upos::kPropn || is_name_entity(tree[t].entity))) {
    const std::uint32_t above = tree.parent(t);
    // `Ana, a 28-year-old from Oslo who`: the parser takes him for an adjective
    if (tree[t].deprel == Deprel::kAppos && !is_nominal(tree[t]) && is_person(tree, above)) return above;
    if (tree[t].deprel != Deprel::kPobj && tree[t].deprel != Deprel::kConj) return std::nullopt;
    t = tree[t].deprel == Deprel::kPobj ? tree.parent(above) : above;
    while (is_verb_tag(tree[t].tag) && tree.is(t, {Deprel::kAcl, Deprel::kConj})) t = tree.parent(t);
    if (!is_nominal(tree[t]) && tree[t].deprel != Deprel::kAppos) return std::nullopt;
  }
  return tree[t].deprel == Deprel::kAppos && tree[tree.parent(t)].upos == Upos::kPropn ? tree.parent(t) : t;
}

// `Stallman, the founder of the Foundation, who wrote it`: `who` is a person, however near the body stands.
std::uint32_t antecedent_of(const Tree& tree, const Clause& clause) {
  const std::uint32_t nearest = tree.parent(clause.verb);
  if (opens_with_which(tree, clause) && tree[nearest].entity == EntityLabel::kPerson &&
      tree.child(nearest, Deprel::kCompound)) {
    // `an interview with Ana, in which she said`: nobody is a which
    std::uint32_t above = nearest;
    if (tree[nearest].deprel == Deprel::kPobj) above = tree.parent(tree.parent(nearest));
    if (tree[above].deprel == Deprel::kAcl) above = tree.parent(above);  // `a mask based on Ana Holt, which`
    if (tree[above].upos == Upos::kNoun && tree[above].entity != EntityLabel::kPerson &&
        !noun_mostly_means(lower_case(tree[above].lemma), NounKind::kPerson))
      return above;
  }
  const auto pronoun = own_subject(tree, clause);
  // `travel from Oslo in May, which Ana opposed`
  if (is_time_entity(tree[nearest].entity) && tree[nearest].deprel == Deprel::kPobj &&
      opens_with_which(tree, clause) && pronoun && is_name_entity(tree[*pronoun].entity))
    return tree.parent(tree.parent(nearest));
  if (!pronoun || !is_relative_pronoun(tree, *pronoun)) return nearest;
  if (const auto agreeing = agreeing_above(tree, clause, nearest)) return *agreeing;
  if (const auto last = last_joined(tree, clause, nearest)) return *last;
  if (const auto described = described_beyond_name(tree, nearest, tree.leftmost(clause.verb)))
    return *described;
  const bool who = tree.lower(*pronoun) == "who";
  if (!who && is_time(tree, nearest) && tree[nearest].deprel == Deprel::kPobj &&
      !is_name_entity(tree[nearest].entity)) {
    // `the report on Saturday, which counted`: a day does nothing
    const std::uint32_t above = tree.parent(tree.parent(nearest));
    if (is_nominal(tree[above])) return above;
    // `The attack was at noon, which killed six`: what was then does
    const auto event = tree.child(above, {Deprel::kNsubj, Deprel::kNsubjpass});
    return event && names_event(tree, *event) ? *event : nearest;
  }
  if (who)
    if (const auto people = people_above(tree, nearest)) return *people;
  if (!who || is_person(tree, nearest)) return nearest;
  // `disagreements with Pompeo who is ...`
  if (*pronoun > tree.range().begin && tree[*pronoun - 1].entity == EntityLabel::kPerson &&
      tree.is_under(*pronoun - 1, nearest))
    return *pronoun - 1;
  if (const auto somebody = somebody_above(tree, nearest)) return *somebody;
  // no place is a who, but a person of two names may be read as one
  const bool place = is_place_entity(tree[nearest].entity) && tree[nearest].deprel == Deprel::kPobj &&
                     !tree.child(nearest, Deprel::kCompound);
  return place ? clause.verb : nearest;
}

bool says_clause(const Clause& clause) {
  return std::any_of(clause.slots.begin(), clause.slots.end(), [](const Slot& s) {
    return s.argument.role == ArgumentRole::kClause && s.argument.preposition.empty();
  });
}

// `four of whom were injured`, `whose son left`: the pronoun stands inside the subject.
bool asks_within(const Tree& tree, std::uint32_t subject) {
  if (tree[tree.leftmost(subject)].tag == Tag::kWpDollar) return true;
  const auto of = tree.child(subject, Deprel::kPrep);
  const auto pronoun = of ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  return pronoun && relative_word(tree[*pronoun].tag);
}

// `that` read as a conjunction behind a noun that has content, and no preposition that waits for its noun.
bool tells_content(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const std::string noun = lower_case(tree[tree.parent(clause.verb)].lemma);
  if (!mark || tree.lower(*mark) != "that" ||
      !(noun_mostly_means(noun, NounKind::kCommunication) || noun_mostly_means(noun, NounKind::kCognition)))
    return false;
  return std::none_of(clause.chain.begin(), clause.chain.end(), [&](std::uint32_t link) {
    const auto preposition = tree.child(link, Deprel::kPrep);
    return preposition && tree.children(*preposition).empty();
  });
}

// `the contract they signed with Oslo`, `the talk he gave to clerks`: a verb that does something to somebody
// with a thing wants the thing.
bool hangs_phrase(const Tree& tree, const Clause& clause) {
  const std::string& verb = tree[clause.predicate()].lemma;
  const auto preposition = tree.child(clause.predicate(), {Deprel::kPrep, Deprel::kDative});
  return preposition && takes_thing(verb) &&
         (tree.lower(*preposition) == "to" || tree.lower(*preposition) == "with") &&
         !tree.children(*preposition).empty();
}

bool tells_how(const Tree& tree, std::uint32_t noun) {
  return tree.lower(noun) == "way" || tree.lower(noun) == "reason";
}

// `there was a danger the roof might fall`: the noun is what the clause says, no part of it.
bool says_content(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].upos == Upos::kNoun &&
         (noun_mostly_means(lemma, NounKind::kState) || noun_mostly_means(lemma, NounKind::kCognition) ||
          noun_mostly_means(lemma, NounKind::kFeeling) || noun_mostly_means(lemma, NounKind::kCommunication));
}

}  // namespace

// `She is the first woman to win`, `Ana, the first woman to win, ...`: who is meant by the noun, for what it
// did.
void fill_ranked(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  std::uint32_t noun = tree.parent(clause.verb);
  while (tree[noun].deprel == Deprel::kConj) noun = tree.parent(noun);  // `the first Swede and first Dane to`
  if (tree[noun].deprel == Deprel::kAttr && clause.governor && clauses[*clause.governor].subject)
    return inherit(clause, clauses[*clause.governor]);
  const std::uint32_t holder = tree[noun].deprel == Deprel::kAppos ? tree.parent(noun) : noun;
  if (!is_nominal(tree[holder])) return;
  PhraseShape bare;
  bare.participles = false;
  const Phrase phrase = phrase_of(tree, named(tree, holder), bare);
  set_subject(clause, {phrase, {phrase}});
}

bool ranks(const Tree& tree, const Clause& clause) {
  const std::uint32_t noun = tree.parent(clause.verb);
  // `became the oldest person elected`
  if (clause.kind == ClauseKind::kParticipial && is_ranked(tree, noun) && !own_subject(tree, clause) &&
      tree[clause.verb].tag == Tag::kVbn && tree.is(noun, {Deprel::kAttr, Deprel::kAppos}))
    return true;
  return has_infinitive_mark(tree, clause.verb) && is_ranked(tree, tree.parent(clause.verb)) &&
         !own_subject(tree, clause);
}

// The antecedent takes the place that the relative pronoun holds, or the gap where none is spelt.
void fill_relative(const Tree& tree, Clause& clause) {
  // `time to get ready`, `a way for oxygen to get in`: of an infinitive the noun may be subject, object or
  // neither.
  // `the claim that millions had died` opens with a conjunction.
  if (has_infinitive_mark(tree, clause.verb) || tells_content(tree, clause)) {
    if (const auto subject = own_subject(tree, clause)) set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  const std::uint32_t antecedent = named(tree, antecedent_of(tree, clause));
  if (!is_nominal(tree[antecedent])) {
    if (const auto subject = own_subject(tree, clause); subject && !is_relative_pronoun(tree, *subject))
      set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  PhraseShape bare;
  // The words between the antecedent and its clause belong to it: `leaders from France, who ...`.
  const Subject filler = {phrase_of(tree, antecedent, bare), {phrase_of(tree, antecedent, bare)}};
  const auto subject = own_subject(tree, clause);
  if (subject && is_relative_pronoun(tree, *subject)) {
    set_subject(clause, filler);
    return;
  }
  if (subject) set_subject(clause, subject_of_head(tree, *subject));
  if (subject && asks_within(tree, *subject)) return;
  const std::string& verb = tree[clause.predicate()].lemma;
  // `for a long time that torture does not work`: of a verb that takes nobody and nothing
  const bool alone = takes_nothing(verb) && !takes_thing(verb) && !takes_person(verb);
  bool placed = false;
  for (const std::uint32_t link : clause.chain)
    for (const std::uint32_t c : tree.children(link)) {
      if (tree.is(c, {Deprel::kDobj, Deprel::kDative, Deprel::kAttr, Deprel::kOprd}) &&
          is_relative_pronoun(tree, c)) {
        std::erase_if(clause.slots, [&](const Slot& s) { return s.argument.phrase.head == c; });
        placed = true;
        if (tree[c].deprel == Deprel::kDobj)
          for (Slot& slot : clause.slots)  // `which he awarded Sweden`
            if (slot.argument.role == ArgumentRole::kObject)
              slot.argument.role = ArgumentRole::kIndirectObject;
        if (says_clause(clause)) continue;  // `which they say he won`: he won it
        // `the way that she would act`, `a pity that it happens`
        if (alone || (takes_nothing(verb) && tells_how(tree, antecedent))) continue;
        add_slot(clause, filler,
                 tree[c].deprel == Deprel::kAttr ? ArgumentRole::kComplement : ArgumentRole::kObject, {},
                 antecedent);
      }
      if (tree[c].deprel == Deprel::kPrep)
        if (const auto object = tree.child(c, Deprel::kPobj); object && relative_word(tree[*object].tag)) {
          add_slot(clause, filler, ArgumentRole::kPrepositional, tree.lower(c), antecedent);
          placed = true;
        }
      if (tree[c].deprel == Deprel::kAdvmod && tree[c].tag == Tag::kWrb) {
        const std::string word = tree.lower(c);
        // `Ana, when she left, ...`: nobody leaves in Ana
        if (word == "where" && tree[antecedent].entity != EntityLabel::kPerson)
          add_slot(clause, filler, ArgumentRole::kPlace, "in", antecedent);
        if (word == "when" && is_time(tree, antecedent))
          add_slot(clause, filler, ArgumentRole::kTime, "in", antecedent);
        placed = true;
      }
    }
  // `a house he had access to`: a preposition that its object leaves bare
  if (!placed && subject)
    for (Slot& slot : clause.slots) {
      if (slot.argument.role != ArgumentRole::kObject || slot.argument.phrase.head < clause.predicate())
        continue;
      for (const std::uint32_t c : tree.children(slot.argument.phrase.head)) {
        if (tree[c].deprel != Deprel::kPrep || !tree.children(c).empty()) continue;
        std::erase(slot.argument.phrase.tokens, c);
        for (Phrase& phrase : slot.conjuncts) std::erase(phrase.tokens, c);
        add_slot(clause, filler, ArgumentRole::kPrepositional, tree.lower(c), antecedent);
        return;
      }
    }
  const bool complete = std::any_of(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
    // `software that Norsk made possible`
    const bool made = s.argument.role == ArgumentRole::kComplement && !clause.copula &&
                      names_so(tree[clause.predicate()].lemma) && !s.argument.phrase.empty() &&
                      tree[s.argument.phrase.head].upos == Upos::kAdj;
    return s.argument.role == ArgumentRole::kObject ||
           (s.argument.role == ArgumentRole::kComplement && !made) ||
           (s.argument.role == ArgumentRole::kClause && s.argument.preposition.empty());
  });
  const bool content = takes_nothing(verb) && !hangs_phrase(tree, clause) && says_content(tree, antecedent);
  // `the way the category was seen`: of a passive the noun is how, when or why
  const bool how = alone || (clause.passive && !takes_two(verb)) || tells_how(tree, antecedent);
  if (!placed && subject && !complete && !content) {
    // A preposition left without its object binds the antecedent: `the case he worked on`.
    for (const std::uint32_t c : tree.children(clause.predicate()))
      if (tree[c].deprel == Deprel::kPrep && tree.children(c).empty()) {
        add_slot(clause, filler, ArgumentRole::kPrepositional, tree.lower(c), antecedent);
        return;
      }
    if (!how) {
      add_slot(clause, filler, ArgumentRole::kObject, {}, antecedent);
      std::rotate(clause.slots.begin(), clause.slots.end() - 1, clause.slots.end());
    }
  }
  if (!subject) set_subject(clause, filler);
}

}  // namespace dossier::ingest
