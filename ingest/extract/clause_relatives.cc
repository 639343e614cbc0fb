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

// `accused of taking funds, which he denies`: he does not deny the funds, but having taken them.
bool denies_deed(const Tree& tree, const Clause& clause, std::uint32_t pronoun, std::uint32_t antecedent) {
  if (!verb_is(tree[clause.predicate()].lemma, VerbClass::kDeny) || pronoun == tree.range().begin ||
      tree.word(pronoun - 1) != "," || !tree.is(antecedent, {Deprel::kDobj, Deprel::kPobj}))
    return false;
  std::uint32_t deed = tree.parent(antecedent);  // `said he had asked for help in the vote, which he denies`
  while (!is_verb_tag(tree[deed].tag) && !tree.is_root(deed)) deed = tree.parent(deed);
  return tree.is(deed, {Deprel::kPcomp, Deprel::kXcomp, Deprel::kCcomp});
}

// `the men he calls traitors`: the noun behind the verb is what they are called.
void free_object(const Tree& tree, Clause& clause) {
  if (!names_so(tree[clause.predicate()].lemma) || clause.slots.empty()) return;
  Slot& only = clause.slots.front();
  const std::uint32_t noun = only.argument.phrase.head;
  if (clause.slots.size() == 1 && only.argument.role == ArgumentRole::kObject &&
      noun == clause.predicate() + 1 && tree[noun].tag == Tag::kNns && tree.children(noun).empty())
    only.argument.role = ArgumentRole::kComplement;
}

// `a house he had access to`, `one that she thought a great deal about`: a preposition that its object leaves bare
bool bind_bare_preposition(const Tree& tree, Clause& clause, const Subject& filler,
                           std::uint32_t antecedent) {
  for (Slot& slot : clause.slots) {
    if (slot.argument.role != ArgumentRole::kObject || slot.argument.phrase.head < clause.predicate())
      continue;
    for (const std::uint32_t c : tree.children(slot.argument.phrase.head)) {
      if (tree[c].deprel != Deprel::kPrep || !tree.children(c).empty()) continue;
      std::erase(slot.argument.phrase.tokens, c);
      for (Phrase& phrase : slot.conjuncts) std::erase(phrase.tokens, c);
      add_slot(clause, filler, ArgumentRole::kPrepositional, tree.lower(c), antecedent);
      return true;
    }
  }
  return false;
}

}  // namespace

// `She is the first woman to win`, `Ana, the first woman to win, ...`: who is meant by the noun, for what it
// did.
void fill_ranked(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  std::uint32_t noun = tree.parent(clause.verb);
  while (tree[noun].deprel == Deprel::kConj) noun = tree.parent(noun);  // `the first Swede and first Dane to`
  if (tree[noun].deprel == Deprel::kAttr && clause.governor && clauses[*clause.governor].subject)
    return inherit(clause, clauses[*clause.governor]);
  // `made her the first woman to win`
  const auto made =
      tree[noun].deprel == Deprel::kOprd ? tree.child(tree.parent(noun), Deprel::kDobj) : std::nullopt;
  const std::uint32_t holder = tree[noun].deprel == Deprel::kAppos ? tree.parent(noun) : made.value_or(noun);
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

// `in Bergen, Norway, where a bus crashed`: in the town
std::uint32_t town_before(const Tree& tree, std::uint32_t country) {
  const std::uint32_t town = tree.parent(country);
  const bool beside = tree[country].deprel == Deprel::kAppos && is_place_entity(tree[country].entity) &&
                      town + 2 == country && tree.word(town + 1) == "," && tree[town].upos == Upos::kPropn;
  return beside ? town : country;
}

// `Norway and Sweden, which had fought`: a comma behind several names leaves the clause to all of them
Subject all_named(const Tree& tree, const Subject& first, std::uint32_t pronoun) {
  Subject all = first;
  for (std::uint32_t name = first.whole.head; is_name_entity(tree[name].entity);) {
    const auto next = tree.child(name, Deprel::kConj);
    if (!next || *next > pronoun || tree[*next].entity != tree[name].entity || tree.word(pronoun - 1) != ",")
      break;
    all.conjuncts.push_back(phrase_of(tree, *next));
    name = *next;
  }
  return all;
}

// The nominal that is one of several: `Oslo was among the towns that`, `Oslo is one of the towns that`.
std::optional<std::uint32_t> one_among(const Tree& tree, std::uint32_t several) {
  const std::uint32_t preposition = tree.parent(several), above = tree.parent(preposition);
  if (tree[several].deprel != Deprel::kPobj) return std::nullopt;
  const std::string word = tree.lower(preposition);
  const bool one = word == "of" && tree.lower(above) == "one" && tree[above].deprel == Deprel::kAttr;
  const std::uint32_t copula = one ? tree.parent(above) : above;
  if (!one && word != "among" && word != "amongst") return std::nullopt;
  return tree[copula].lemma == "be" ? tree.child(copula, Deprel::kNsubj) : std::nullopt;
}

// `Norsk is a firm that makes paper`, `Ana was a clerk and a poet born in Oslo`: who is meant by a noun that says what a
// name or a person is; of `it is a man that` nobody, nor of what may be so.
std::optional<std::uint32_t> described_by_copula(const Tree& tree, std::uint32_t noun) {
  while (tree[noun].deprel == Deprel::kConj) noun = tree.parent(noun);
  const std::uint32_t copula = tree.parent(noun);
  if (tree[noun].deprel != Deprel::kAttr || (tree[copula].lemma != "be" && tree[copula].lemma != "become") ||
      tree.child(copula, {Deprel::kAux, Deprel::kNeg}) || tree.child(noun, Deprel::kNeg))
    return std::nullopt;
  const auto who = tree.child(copula, Deprel::kNsubj);
  const auto determiner = tree.child(noun, Deprel::kDet);
  if (!who || *who > copula || (determiner && tree.lower(*determiner) == "no")) return std::nullopt;
  const bool somebody = tree[*who].tag == Tag::kPrp && tree.lower(*who) != "it";
  const bool bare = tree[*who].upos == Upos::kNoun && tree.children(*who).empty();  // `rice is a crop that`
  const bool name = tree[*who].upos == Upos::kPropn && tree[*who].entity != EntityLabel::kNorp;
  return somebody || bare || name ? who : std::nullopt;
}

std::optional<Subject> named_by_copula(const Tree& tree, std::uint32_t noun, std::uint32_t verb) {
  const std::uint32_t first = tree.leftmost(verb);
  // `Oslo is one of the towns, known for it`: a participle behind a comma tells of Oslo
  if (tree[noun].upos != Upos::kNoun || first < noun ||
      (tree.word(first - 1) == "," && (tree[verb].deprel != Deprel::kAcl || tree[verb].tag != Tag::kVbn)))
    return std::nullopt;
  // `Voting is a process by which`: a means is no more than that
  if (const auto described = described_by_copula(tree, noun); described && tree.lower(first) != "by")
    return subject_of_head(tree, *described);
  const auto one = one_among(tree, noun);
  const std::uint32_t copula = one ? tree.parent(*one) : tree.parent(noun);
  if (tree[copula].lemma != "be" || tree.child(copula, {Deprel::kAux, Deprel::kNeg})) return std::nullopt;
  const auto name = one || tree[noun].deprel != Deprel::kNsubj ? one : tree.child(copula, Deprel::kAttr);
  if (!name || (tree[*name].upos != Upos::kPropn && tree[*name].tag != Tag::kPrp)) return std::nullopt;
  if (tree[*name].entity == EntityLabel::kNorp ||
      (!one && (*name < copula || tree[*name].upos != Upos::kPropn)))
    return std::nullopt;
  // `The case that he lost was of the body Norsk`
  if (!one && tree[copula + 1].upos == Upos::kAdp) return std::nullopt;
  Subject names = subject_of_head(tree, *name);
  // `was among eleven clerks who left`: they all did
  if (one && tree.child(noun, Deprel::kNummod)) names.conjuncts.push_back(phrase_of(tree, noun, {}));
  return names;
}

// `was known as a clerk who told jokes`, `named Ana as the driver who left`: who is said to be so
std::optional<Subject> named_as(const Tree& tree, const Clause& clause, const std::vector<Clause>& clauses) {
  const std::uint32_t noun = tree.parent(clause.verb), as = tree.parent(noun);
  if (!clause.governor || tree[noun].deprel != Deprel::kPobj || tree[noun].upos != Upos::kNoun ||
      tree.lower(as) != "as" || tree.word(tree.leftmost(clause.verb) - 1) == ",")
    return std::nullopt;
  const Clause& governor = clauses[*clause.governor];
  if (tree.parent(as) != governor.predicate() || governor.negated || governor.chain.size() > 1)
    return std::nullopt;
  const auto auxiliary = tree.child(governor.verb, Deprel::kAux);
  if (auxiliary && tree[*auxiliary].lemma != "have") return std::nullopt;
  const Slot* object = controller(governor);
  if (object && object->anchor < as) return Subject{object->argument.phrase, object->conjuncts};
  return governor.subject ? std::optional(Subject{*governor.subject, governor.subjects}) : std::nullopt;
}

// The antecedent takes the place that the relative pronoun holds, or the gap where none is spelt.
void fill_relative(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
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
  auto who = named_by_copula(tree, antecedent, clause.verb);
  if (!who) who = named_as(tree, clause, clauses);
  const Subject filler =
      who.value_or(Subject{phrase_of(tree, antecedent, bare), {phrase_of(tree, antecedent, bare)}});
  const auto subject = own_subject(tree, clause);
  if (subject && is_relative_pronoun(tree, *subject)) {
    set_subject(clause, all_named(tree, filler, tree.leftmost(clause.verb)));
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
        if (tree[c].deprel == Deprel::kDobj && bind_bare_preposition(tree, clause, filler, antecedent))
          continue;
        if (tree[c].deprel == Deprel::kDobj)
          for (Slot& slot : clause.slots)  // `which he awarded Sweden`
            if (slot.argument.role == ArgumentRole::kObject)
              slot.argument.role = ArgumentRole::kIndirectObject;
        if (says_clause(clause)) continue;  // `which they say he won`: he won it
        if (denies_deed(tree, clause, c, antecedent)) continue;
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
        if (const std::uint32_t town = town_before(tree, antecedent); word == "where" && town != antecedent)
          add_slot(clause, {phrase_of(tree, town, bare), {phrase_of(tree, town, bare)}}, ArgumentRole::kPlace,
                   "in", town);
        else if (word == "where" && tree[antecedent].entity != EntityLabel::kPerson)
          add_slot(clause, filler, ArgumentRole::kPlace, "in", antecedent);
        if (word == "when" && is_time(tree, antecedent))
          add_slot(clause, filler, ArgumentRole::kTime, "in", antecedent);
        placed = true;
      }
    }
  if (!placed && subject && bind_bare_preposition(tree, clause, filler, antecedent)) return;
  if (!placed && subject) free_object(tree, clause);
  const bool complete = std::any_of(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
    // `software that Norsk made possible`
    const bool made =
        s.argument.role == ArgumentRole::kComplement && !clause.copula &&
        names_so(tree[clause.predicate()].lemma) && !s.argument.phrase.empty() &&
        (tree[s.argument.phrase.head].upos == Upos::kAdj || tree[s.argument.phrase.head].tag == Tag::kNns);
    return s.argument.role == ArgumentRole::kObject ||
           (s.argument.role == ArgumentRole::kComplement && !made) ||
           (s.argument.role == ArgumentRole::kClause && s.argument.preposition.empty());
  });
  const bool made = verb_mostly_means(verb, VerbKind::kCreation);  // `the letter he wrote`
  const bool content =
      takes_nothing(verb) && !made && !hangs_phrase(tree, clause) && says_content(tree, antecedent);
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
