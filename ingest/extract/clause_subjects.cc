// Who fills the subject's place of each clause: its own subject, the antecedent of a relative clause, the
// noun before a participle, or by conjunction and control the subject or object of the clause it hangs on.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

struct Subject {
  Phrase whole;
  std::vector<Phrase> conjuncts;
};

// `sites such as Gawker`, `teams including ours`: what is said of all is said of the examples.
void add_examples(const Tree& tree, std::uint32_t head, std::vector<Phrase>& phrases) {
  for (const std::uint32_t c : tree.children(head)) {
    if (tree[c].deprel != Deprel::kPrep) continue;
    const auto such = tree.child(c, Deprel::kAmod);
    if (tree.lower(c) != "including" && !(tree.lower(c) == "as" && such && tree.lower(*such) == "such"))
      continue;
    const auto object = tree.child(c, Deprel::kPobj);
    if (!object) continue;
    for (Phrase& phrase : split_conjuncts(tree, *object)) phrases.push_back(std::move(phrase));
  }
}

Subject subject_of_head(const Tree& tree, std::uint32_t head) {
  PhraseShape whole;
  whole.conjuncts = true;
  if (is_verb_tag(tree[head].tag) && tree.is(head, {Deprel::kCsubj, Deprel::kCsubjpass})) {
    const Phrase clause = clause_phrase(tree, head);
    return {clause, {clause}};
  }
  Subject subject = {phrase_of(tree, named(tree, head), whole), split_conjuncts(tree, head)};
  // `Ana, whose son Olof spoke`: the name needs no owner
  if (tree[subject.whole.head].upos == Upos::kPropn && subject.whole.tokens.size() > 1 &&
      tree[subject.whole.tokens.front()].tag == Tag::kWpDollar) {
    std::erase_if(subject.whole.tokens, [&](std::uint32_t t) { return tree[t].upos != Upos::kPropn; });
    subject.conjuncts = {subject.whole};
  }
  add_examples(tree, head, subject.conjuncts);
  return subject;
}

bool relative_word(Tag tag) {
  return tag == Tag::kWdt || tag == Tag::kWp || tag == Tag::kWrb || tag == Tag::kWpDollar;
}

bool is_relative_pronoun(const Tree& tree, std::uint32_t token) {
  return relative_word(tree[token].tag) ||
         (tree.lower(token) == "that" && tree.children(token).empty() && tree[token].tag != Tag::kDt);
}

// `A son of the Midwest and a veteran, Stevens devoted ...`: of a description and a name the name does it.
std::optional<std::uint32_t> own_subject(const Tree& tree, const Clause& clause) {
  const auto own = std::find(clause.chain.begin(), clause.chain.end(), clause.verb);
  std::optional<std::uint32_t> subject;
  for (auto link = own; link != clause.chain.end(); ++link)
    for (const std::uint32_t c : tree.children(*link)) {
      if (!tree.is(c, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kCsubj, Deprel::kCsubjpass})) continue;
      const bool person = tree[c].entity == EntityLabel::kPerson && c < *link && tree.leftmost(c) > 0 &&
                          tree.word(tree.leftmost(c) - 1) == ",";
      if (!subject || (person && noun_means(lower_case(tree[*subject].lemma), NounKind::kPerson)))
        subject = c;
    }
  return subject;
}

void set_subject(Clause& clause, Subject subject) {
  clause.subjects = std::move(subject.conjuncts);
  clause.subject = std::move(subject.whole);
}

void add_slot(Clause& clause, const Subject& subject, ArgumentRole role, std::string preposition,
              std::uint32_t anchor) {
  Slot slot;
  slot.argument = {subject.whole, std::move(preposition), role, {}};
  slot.conjuncts = subject.conjuncts;
  slot.anchor = anchor;
  clause.slots.push_back(std::move(slot));
}

void inherit(Clause& clause, const Clause& from) {
  clause.subjects = from.subjects;
  clause.subject = from.subject;
  clause.subject_inherited = true;
}

bool names_event(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
         noun_mostly_means(lemma, NounKind::kCommunication);
}

// Who can do something: a name, a person, a group; no `reputation of being`.
bool names_actor(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity) ||
         noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup);
}

bool has_infinitive_mark(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](auto c) { return tree[c].deprel == Deprel::kAux && tree[c].tag == Tag::kTo; });
}

bool is_person(const Tree& tree, std::uint32_t noun) {
  if (is_name_entity(tree[noun].entity))
    return tree[noun].entity == EntityLabel::kPerson || tree[noun].entity == EntityLabel::kNorp;
  return tree[noun].upos == Upos::kPron || noun_means(lower_case(tree[noun].lemma), NounKind::kPerson) ||
         noun_means(lower_case(tree[noun].lemma), NounKind::kGroup);
}

bool opens_with_which(const Tree& tree, const Clause& clause) {
  for (std::uint32_t t = tree.leftmost(clause.verb); t < clause.verb; ++t)
    if (relative_word(tree[t].tag)) return tree.lower(t) == "which";
  return false;
}

// `Stallman, the founder of the Foundation, who wrote it`: `who` is a person, however near the body stands.
std::uint32_t antecedent_of(const Tree& tree, const Clause& clause) {
  const std::uint32_t nearest = tree.parent(clause.verb);
  if (opens_with_which(tree, clause) && tree[nearest].entity == EntityLabel::kPerson &&
      tree.child(nearest, Deprel::kCompound)) {
    // `an interview with Ana, in which she said`: nobody is a which
    const std::uint32_t above =
        tree[nearest].deprel == Deprel::kPobj ? tree.parent(tree.parent(nearest)) : nearest;
    if (tree[above].upos == Upos::kNoun && tree[above].entity != EntityLabel::kPerson) return above;
  }
  const auto pronoun = own_subject(tree, clause);
  if (!pronoun || !is_relative_pronoun(tree, *pronoun)) return nearest;
  if (is_time_entity(tree[nearest].entity) && tree[nearest].deprel == Deprel::kPobj) {
    // `the report on Saturday, which counted`: a day does nothing
    const std::uint32_t above = tree.parent(tree.parent(nearest));
    return is_nominal(tree[above]) ? above : nearest;
  }
  if (tree.lower(*pronoun) != "who" || is_person(tree, nearest)) return nearest;
  // `disagreements with Pompeo who is ...`
  if (*pronoun > tree.range().begin && tree[*pronoun - 1].entity == EntityLabel::kPerson &&
      tree.is_under(*pronoun - 1, nearest))
    return *pronoun - 1;
  std::uint32_t t = nearest;
  while (!is_person(tree, t)) {
    if (tree[t].deprel != Deprel::kPobj && tree[t].deprel != Deprel::kConj) return nearest;
    t = tree[t].deprel == Deprel::kPobj ? tree.parent(tree.parent(t)) : tree.parent(t);
    if (!is_nominal(tree[t])) return nearest;
  }
  return tree[t].deprel == Deprel::kAppos && tree[tree.parent(t)].upos == Upos::kPropn ? tree.parent(t) : t;
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

// `there was a danger the roof might fall`: the noun is what the clause says, no part of it.
bool says_content(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].upos == Upos::kNoun &&
         (noun_mostly_means(lemma, NounKind::kState) || noun_mostly_means(lemma, NounKind::kCognition) ||
          noun_mostly_means(lemma, NounKind::kFeeling) || noun_mostly_means(lemma, NounKind::kCommunication));
}

bool is_time(const Tree& tree, std::uint32_t noun) {
  return is_time_entity(tree[noun].entity) || (tree[noun].entity == EntityLabel::kNone &&
                                               noun_means(lower_case(tree[noun].lemma), NounKind::kTime));
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
  const bool complete = std::any_of(clause.slots.begin(), clause.slots.end(), [](const Slot& s) {
    return s.argument.role == ArgumentRole::kObject || s.argument.role == ArgumentRole::kComplement ||
           (s.argument.role == ArgumentRole::kClause && s.argument.preposition.empty());
  });
  const bool content = takes_nothing(tree[clause.predicate()].lemma) && says_content(tree, antecedent);
  if (!placed && subject && !complete && !content) {
    // A preposition left without its object binds the antecedent: `the case he worked on`.
    for (const std::uint32_t c : tree.children(clause.predicate()))
      if (tree[c].deprel == Deprel::kPrep && tree.children(c).empty()) {
        add_slot(clause, filler, ArgumentRole::kPrepositional, tree.lower(c), antecedent);
        return;
      }
    add_slot(clause, filler, ArgumentRole::kObject, {}, antecedent);
  }
  if (!subject) set_subject(clause, filler);
}

// What one spends: `spent two years building it`, `$5 million marketing it`
bool is_spent(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto of = tree.child(noun, Deprel::kPrep);
  const auto whole = of && tree.lower(*of) == "of" ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  if (whole && is_time(tree, *whole) && tree[noun].upos != Upos::kPropn) return true;  // `much of May`
  return is_time_entity(tree[noun].entity) || tree[noun].entity == EntityLabel::kMoney ||
         (tree[noun].entity == EntityLabel::kNone && noun_means(lemma, NounKind::kTime));
}

// `a treaty signed in 2010`, `a trader selling stocks`; of an infinitive (`efforts to end it`) the noun is no
// subject.
void fill_participial(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  if (const auto subject = own_subject(tree, clause)) {
    set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  const Tag tag = tree[clause.verb].tag;
  if (tag != Tag::kVbg && tag != Tag::kVbn && tag != Tag::kVbd) return;
  PhraseShape bare;
  bare.participles = false;
  std::uint32_t noun = named(tree, tree.parent(clause.verb));
  // `the cost per student fixed by the state`
  if (tree[noun].deprel == Deprel::kPobj && tree.lower(tree.parent(noun)) == "per")
    noun = tree.parent(tree.parent(noun));
  // `had difficulties getting there`: who had them got there, or did not.
  if (tag == Tag::kVbg && clause.governor && tree[noun].deprel == Deprel::kDobj &&
      tree[clauses[*clause.governor].predicate()].lemma == "have")
    return;
  if (!is_nominal(tree[noun])) return;
  // `after ten years working there, she ...`
  if (tag == Tag::kVbg && clause.governor && is_spent(tree, noun) &&
      (tree.child(noun, Deprel::kNummod) || tree[noun].deprel == Deprel::kDobj))
    return inherit(clause, clauses[*clause.governor]);
  if (tag == Tag::kVbg) {
    // `the idea of China forming a group`: it is China that would form it.
    if (const auto of = tree.child(noun, Deprel::kPrep);
        of && tree.lower(*of) == "of" && noun_means(lower_case(tree[noun].lemma), NounKind::kCognition)) {
      if (const auto whose = tree.child(*of, Deprel::kPobj))
        return set_subject(clause, subject_of_head(tree, *whose));
    }
    // `held a ceremony commemorating the date`: who holds it does.
    if (clause.governor && tree[noun].deprel == Deprel::kDobj && names_event(tree, noun)) {
      const Clause& governor = clauses[*clause.governor];
      // `issued a warning covering the coast`: the warning does.
      const bool itself = noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kCommunication) &&
                          thing_may(tree[clause.verb].lemma);
      if (!itself && verb_is(tree[governor.predicate()].lemma, VerbClass::kLight))
        return inherit(clause, governor);
    }
  }
  const Phrase phrase = phrase_of(tree, noun, bare);
  set_subject(clause, {phrase, {phrase}});
}

// The object that an open complement is said of: `urged the US to talk`.
const Slot* controller(const Clause& governor) {
  for (const Slot& slot : governor.slots)
    if (slot.argument.role == ArgumentRole::kObject || slot.argument.role == ArgumentRole::kIndirectObject)
      return &slot;
  return nullptr;
}

// The last thing that the verb has to do with before that word.
const Slot* last_before(const Clause& governor, std::uint32_t token) {
  const Slot* last = nullptr;
  for (const Slot& slot : governor.slots)
    if (slot.anchor > governor.predicate() && slot.argument.phrase.tokens.back() < token &&
        (slot.argument.role == ArgumentRole::kObject || slot.argument.role == ArgumentRole::kPrepositional))
      last = &slot;
  return last;
}

// `with Trump saying that ...`: he says it who stands right before, behind `with`.
std::optional<std::uint32_t> object_of_with(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].tag != Tag::kVbg || verb == tree.range().begin) return std::nullopt;
  for (std::uint32_t t = verb - 1; !tree.is_root(t); t = tree.parent(t)) {
    if (tree[t].deprel == Deprel::kPobj)
      return tree.lower(tree.parent(t)) == "with" ? std::optional(t) : std::nullopt;
    if (!is_nominal(tree[t])) return std::nullopt;
  }
  return std::nullopt;
}

// `waited for him to leave`, `fought for the day to be a holiday`: the noun that ends right before the
// infinitive, behind `for`, if it can do or be that.
std::optional<std::uint32_t> object_of_for(const Tree& tree, const Clause& clause) {
  const std::uint32_t begin = tree.leftmost(clause.verb);
  if (begin == tree.range().begin || tree[begin].tag != Tag::kTo) return std::nullopt;
  for (std::uint32_t t = begin - 1; !tree.is_root(t); t = tree.parent(t)) {
    if (!is_nominal(tree[t])) return std::nullopt;
    if (tree[t].deprel != Deprel::kPobj) continue;
    const std::string preposition = tree.lower(tree.parent(t));
    // `called on Ana to leave`
    const bool bound = clause.kind == ClauseKind::kOpen && (preposition == "on" || preposition == "upon") &&
                       is_verb(tree[tree.parent(clause.verb)].lemma + "_" + preposition);
    const bool able = clause.copula || names_actor(tree, t);
    return able && (bound || preposition == "for") ? std::optional(t) : std::nullopt;
  }
  return std::nullopt;
}

bool says_on(const Tree& tree, const Clause& clause) {
  return tree[clause.verb].tag == Tag::kVbg && clause.verb > tree.range().begin &&
         tree.word(clause.verb - 1) == "," &&
         verb_mostly_means(tree[clause.verb].lemma, VerbKind::kCommunication);
}

// `He said it had failed, blaming the weather`: who speaks goes on speaking.
const Clause* speaker_behind(const Tree& tree, const Clause& clause, const std::vector<Clause>& clauses) {
  const Clause& governor = clauses[*clause.governor];
  if (!says_on(tree, clause) || governor.kind != ClauseKind::kComplement || !governor.governor)
    return nullptr;
  const Clause& speech = clauses[*governor.governor];
  return speech.predicate() < governor.verb && speech.subject && names_actor(tree, speech.subject->head) &&
                 verb_means(tree[speech.predicate()].lemma, VerbKind::kCommunication)
             ? &speech
             : nullptr;
}

void fill_from_governor(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  if (!clause.governor) return;
  const Clause& governor = clauses[*clause.governor];
  const std::uint32_t parent = tree.parent(clause.verb);
  switch (clause.kind) {
    case ClauseKind::kConjunct:
      inherit(clause, governor);
      return;
    case ClauseKind::kOpen:
      if (const auto doer = object_of_for(tree, clause))
        set_subject(clause, subject_of_head(tree, *doer));
      else if (const Slot* object = controller(governor);
               object && object_does(tree, object->argument.phrase.head, clause.verb)) {
        clause.subjects = object->conjuncts;
        clause.subject = object->argument.phrase;
        clause.subject_inherited = true;
      } else {
        inherit(clause, governor);
      }
      return;
    case ClauseKind::kAdverbial:
      // `crossed it on a board, called Ida`: what stands before it has the name
      if (tree[clause.verb].tag == Tag::kVbn && clause.verb > governor.predicate() &&
          names_so(tree[clause.verb].lemma) && tree.word(clause.verb - 1) == ",")
        if (const Slot* named_so = last_before(governor, clause.verb)) {
          clause.subjects = named_so->conjuncts;
          clause.subject = named_so->argument.phrase;
          return;
        }
      if (const Clause* speaker = speaker_behind(tree, clause, clauses))
        inherit(clause, *speaker);
      else if (governor.passive && tree[clause.verb].tag == Tag::kVbg && clause.verb > governor.predicate() &&
               tree.word(clause.verb - 1) != "," &&
               verb_mostly_means(tree[clause.verb].lemma, VerbKind::kConsumption))
        return;  // `was built using steel`
      else if (says_on(tree, clause) && governor.passive && governor.agent)
        set_subject(clause, {governor.agent->argument.phrase, governor.agent->conjuncts});
      else if (const auto doer = object_of_for(tree, clause))
        set_subject(clause, subject_of_head(tree, *doer));
      else if (const auto beside = object_of_with(tree, clause.verb))
        set_subject(clause, subject_of_head(tree, *beside));
      else
        inherit(clause, governor);
      return;
    case ClauseKind::kGerund: {
      // A gerund behind a preposition of the verb shares its subject; behind one of a noun nobody says whose
      // it is. `can be avoided by walking`: it is not the crowds that walk.
      const std::string preposition = tree.lower(parent);
      if (governor.passive && preposition == "by") return;
      if (preposition == "like" || preposition == "unlike" || preposition == "than") return;  // a comparison
      // `described the trip as being hard`, `a trip he described as being hard`
      if (preposition == "as" && clause.copula && clause.verb > governor.predicate()) {
        const Slot* described = controller(governor);
        if (described && described->argument.phrase.head != clause.verb) {
          clause.subjects = described->conjuncts;
          clause.subject = described->argument.phrase;
          clause.subject_inherited = true;
        } else if (governor.passive) {
          inherit(clause, governor);
        }
        return;
      }
      // `the pressure was put on resisting`; at the head of a sentence, `On arriving, he ...`.
      if (preposition == "on" && clause.verb > governor.predicate()) return;
      // `blamed them for denying it`
      if (preposition == "for" || preposition == "of" || preposition == "from" || preposition == "into")
        if (const Slot* object = controller(governor); object && clause.verb > governor.predicate()) {
          if (!names_actor(tree, object->argument.phrase.head)) return;
          clause.subjects = object->conjuncts;
          clause.subject = object->argument.phrase;
          clause.subject_inherited = true;
          return;
        }
      // `accused the minister of lying`, with `of` hung on the minister
      if (const Slot* object = controller(governor);
          object && object->argument.phrase.head == tree.parent(parent) &&
          names_actor(tree, tree.parent(parent)) &&
          std::find(object->argument.phrase.tokens.begin(), object->argument.phrase.tokens.end(), parent) ==
              object->argument.phrase.tokens.end()) {
        clause.subjects = object->conjuncts;
        clause.subject = object->argument.phrase;
        clause.subject_inherited = true;
        return;
      }
      std::uint32_t above = tree.parent(parent);
      while (tree[above].upos == Upos::kAdp && !tree.is_root(above)) above = tree.parent(above);
      if (clause_of(clauses, above) == clause.governor) inherit(clause, governor);
      return;
    }
    default:
      return;
  }
}

// `brought the clock he made to school on Monday`: what the inner verb cannot take, the outer one does.
void give_back_phrases(const Tree& tree, std::vector<Clause>& clauses, Clause& clause) {
  if (clause.kind != ClauseKind::kRelative || !clause.governor) return;
  Clause& governor = clauses[*clause.governor];
  const std::uint32_t noun = tree.parent(clause.verb);
  const auto subject = own_subject(tree, clause);
  if (!subject || is_relative_pronoun(tree, *subject) || tree[noun].deprel != Deprel::kDobj ||
      tree.parent(noun) != governor.predicate() ||
      !verb_means(tree[governor.predicate()].lemma, VerbKind::kMotion) ||
      verb_means(tree[clause.predicate()].lemma, VerbKind::kMotion))
    return;
  const auto first = std::find_if(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
    return s.argument.preposition == "to" && s.anchor == clause.predicate() + 1;
  });
  if (first == clause.slots.end()) return;
  for (auto slot = first; slot != clause.slots.end(); ++slot)
    if (slot->argument.role == ArgumentRole::kIndirectObject)
      slot->argument.role = ArgumentRole::kPrepositional;
  std::move(first, clause.slots.end(), std::back_inserter(governor.slots));
  clause.slots.erase(first, clause.slots.end());
}

void fill_one(const Tree& tree, std::vector<Clause>& clauses, std::size_t index) {
  Clause& clause = clauses[index];
  const bool of_noun = clause.kind == ClauseKind::kRelative || clause.kind == ClauseKind::kParticipial;
  if (of_noun && ranks(tree, clause)) return fill_ranked(tree, clause, clauses);
  if (clause.kind == ClauseKind::kRelative) return fill_relative(tree, clause);
  if (clause.kind == ClauseKind::kParticipial) return fill_participial(tree, clause, clauses);
  if (const auto subject = own_subject(tree, clause)) {
    if (is_relative_pronoun(tree, *subject) && clause.kind != ClauseKind::kConjunct) {
      // `ties that he said were strong`: the pronoun of the relative clause stands in the clause below it.
      if (!clause.governor || clauses[*clause.governor].kind != ClauseKind::kRelative) return;
      const Phrase antecedent = phrase_of(tree, named(tree, tree.parent(clauses[*clause.governor].verb)));
      set_subject(clause, {antecedent, {antecedent}});
      return;
    }
    set_subject(clause, subject_of_head(tree, *subject));
    return;
  }
  if (tree.child(clause.verb, Deprel::kExpl)) {
    clause.existential = true;
    for (auto slot = clause.slots.begin(); slot != clause.slots.end(); ++slot)
      if (slot->argument.role == ArgumentRole::kComplement || slot->argument.role == ArgumentRole::kObject) {
        set_subject(clause, {slot->argument.phrase, slot->conjuncts});
        clause.slots.erase(slot);
        return;
      }
    return;
  }
  fill_from_governor(tree, clause, clauses);
}

}  // namespace

bool object_does(const Tree& tree, std::uint32_t object, std::uint32_t complement) {
  const std::string& verb = tree[tree.parent(complement)].lemma;
  if (!has_infinitive_mark(tree, complement)) return !is_spent(tree, object);
  if (verb_mostly_means(verb, VerbKind::kConsumption))  // `used caucuses to select him`
    return is_person(tree, object) && !noun_mostly_means(lower_case(tree[object].lemma), NounKind::kGroup);
  if (makes_do(verb) || verb_is(verb, VerbClass::kCause) || verb_is(verb, VerbClass::kDemand)) return true;
  return names_actor(tree, object) && (takes_infinitive(verb) || verb_is(verb, VerbClass::kAssign));
}

void fill_subjects(const Tree& tree, std::vector<Clause>& clauses) {
  // Governors first: a subject may travel down several clauses.
  std::vector<std::size_t> order(clauses.size());
  std::vector<unsigned> depth(clauses.size(), 0);
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    order[i] = i;
    for (auto g = clauses[i].governor; g && depth[i] <= clauses.size(); g = clauses[*g].governor) ++depth[i];
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
  for (Clause& clause : clauses) give_back_phrases(tree, clauses, clause);
  for (const std::size_t i : order) fill_one(tree, clauses, i);
}

}  // namespace dossier::ingest
