// Subjects that a clause has from the one above it: by conjunction its subject, by control its subject or
// object.
#include <algorithm>

#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {
namespace {

// The last thing that the verb has to do with before that word.
const Slot* last_before(const Clause& governor, std::uint32_t token) {
  const Slot* last = nullptr;
  for (const Slot& slot : governor.slots)
    if (slot.anchor > governor.predicate() && slot.argument.phrase.tokens.back() < token &&
        (slot.argument.role == ArgumentRole::kObject || slot.argument.role == ArgumentRole::kPrepositional))
      last = &slot;
  return last;
}

// `led to Ana leaving`, `resulted in Ana leaving`
bool brings_about(const Tree& tree, std::uint32_t preposition) {
  const std::string& verb = tree[tree.parent(preposition)].lemma;
  const bool alone = !tree.child(tree.parent(preposition), {Deprel::kDobj, Deprel::kAuxpass});
  return (tree.lower(preposition) == "to" && alone && verb_is(verb, VerbClass::kCause)) ||
         (tree.lower(preposition) == "in" && is_verb(verb) && !person_may(verb));
}

// `with Trump saying that ...`: he says it who stands right before, behind `with`.
std::optional<std::uint32_t> object_of_with(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].tag != Tag::kVbg || verb == tree.range().begin) return std::nullopt;
  for (std::uint32_t t = verb - 1; !tree.is_root(t); t = tree.parent(t)) {
    if (tree[t].deprel == Deprel::kPobj)
      return tree.lower(tree.parent(t)) == "with" || brings_about(tree, tree.parent(t)) ? std::optional(t)
                                                                                        : std::nullopt;
    if (!is_nominal(tree[t])) return std::nullopt;
  }
  return std::nullopt;
}

// An object that is what one may or wants to do.
bool opens_deed(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].upos == Upos::kNoun && tree[noun].deprel == Deprel::kDobj &&
         !verb_is(tree[tree.parent(noun)].lemma, VerbClass::kLight) &&
         (noun_mostly_means(lemma, NounKind::kAttribute) || noun_mostly_means(lemma, NounKind::kCognition));
}

// `the authority of the Senate to decide`: whose it is does it
bool owns_deed(const Tree& tree, std::uint32_t owner) {
  const std::uint32_t of = tree.parent(owner);
  return tree.lower(of) == "of" && opens_deed(tree, tree.parent(of));
}

// `denied his right to vote`: who has it
std::optional<std::uint32_t> owner_before(const Tree& tree, const Clause& clause) {
  const std::uint32_t begin = tree.leftmost(clause.verb);
  if (begin <= tree.range().begin || tree[begin].tag != Tag::kTo) return std::nullopt;
  const auto owner = tree.child(begin - 1, Deprel::kPoss);
  return owner && opens_deed(tree, begin - 1) && names_actor(tree, *owner) ? owner : std::nullopt;
}

Subject subject_of_owner(const Tree& tree, std::uint32_t owner) {
  Subject subject = subject_of_head(tree, owner);
  const auto is_mark = [&](std::uint32_t t) { return tree[t].deprel == Deprel::kCase; };
  std::erase_if(subject.whole.tokens, is_mark);
  for (Phrase& phrase : subject.conjuncts) std::erase_if(phrase.tokens, is_mark);
  return subject;
}

// `waited for him to leave`, `fought for the day to be a holiday`: the noun that ends right before the
// infinitive, behind `for`, if it can do or be that.
std::optional<std::uint32_t> object_of_for(const Tree& tree, const Clause& clause) {
  const std::uint32_t begin = tree.leftmost(clause.verb);
  if (begin < tree.range().begin + 2 || tree[begin].tag != Tag::kTo) return std::nullopt;
  // `on the mayor, Ana, to leave`, `on "the old and the rich" to leave`
  const bool quoted = tree[begin - 1].tag == Tag::kCloseQuote;
  const bool set_off = quoted || (tree.word(begin - 1) == "," && clause.kind == ClauseKind::kOpen);
  for (std::uint32_t t = begin - 1 - set_off; !tree.is_root(t); t = tree.parent(t)) {
    if (!is_nominal(tree[t])) return std::nullopt;
    if (tree[t].deprel != Deprel::kPobj) continue;
    const std::string preposition = tree.lower(tree.parent(t));
    // `ran for president to win`: the office does nothing
    if (preposition == "for" && tree.children(t).empty() && !is_name_entity(tree[t].entity) &&
        (tree[t].tag == Tag::kNn || tree[t].tag == Tag::kNnp) &&
        noun_mostly_means(common_lemma(tree[t]), NounKind::kPerson))
      return std::nullopt;
    // `a call for all of us to leave`
    const std::uint32_t whole = tree.parent(tree.parent(t));
    if (preposition == "of" && tree[whole].deprel == Deprel::kPobj && tree[whole].upos != Upos::kNoun &&
        tree[whole].upos != Upos::kPropn && tree.lower(tree.parent(whole)) == "for")
      return whole;
    // `called on Ana to leave`
    const bool bound = (clause.kind == ClauseKind::kOpen || quoted) &&
                       (preposition == "on" || preposition == "upon") &&
                       is_verb(tree[tree.parent(clause.verb)].lemma + "_" + preposition);
    // `counts on Ana to pay`
    const bool counted = clause.kind == ClauseKind::kAdverbial && preposition == "on" &&
                         verb_means(tree[tree.parent(clause.verb)].lemma + "_on", VerbKind::kCognition) &&
                         tree.parent(tree.parent(t)) == tree.parent(clause.verb);
    // `demanded from Oslo to pay`, `appealed to Oslo to pay`
    const std::uint32_t verb = tree.parent(tree.parent(t));
    const bool asked = preposition == "from" || preposition == "of" ||
                       ((preposition == "to" || preposition == "with") && !tree.child(verb, Deprel::kDobj));
    const bool demanded = asked && verb_is(tree[verb].lemma, VerbClass::kDemand);
    const bool able = clause.copula || names_actor(tree, t);
    return able && (bound || counted || demanded || owns_deed(tree, t) || preposition == "for")
               ? std::optional(t)
               : std::nullopt;
  }
  return std::nullopt;
}

bool says_on(const Tree& tree, const Clause& clause) {
  return tree[clause.verb].tag == Tag::kVbg && clause.verb > tree.range().begin &&
         tree.word(clause.verb - 1) == "," &&
         (verb_mostly_means(tree[clause.verb].lemma, VerbKind::kCommunication) ||
          (tree.child(clause.verb, Deprel::kCcomp) &&  // `adding it will`
           verb_means(tree[clause.verb].lemma, VerbKind::kCommunication)));
}

// `He said it had failed, blaming the weather`: who speaks goes on speaking.
const Clause* speaker_behind(const Tree& tree, const Clause& clause, const std::vector<Clause>& clauses) {
  const Clause& governor = clauses[*clause.governor];
  // `reported Ana to be dead citing the police`
  const bool reported = governor.kind == ClauseKind::kOpen && governor.copula &&
                        tree[clause.verb].tag == Tag::kVbg &&
                        verb_mostly_means(tree[clause.verb].lemma, VerbKind::kCommunication);
  const bool goes_on = governor.kind == ClauseKind::kComplement && says_on(tree, clause);
  if (!governor.governor || !(reported || goes_on)) return nullptr;
  const Clause& speech = clauses[*governor.governor];
  const std::string& verb = tree[speech.predicate()].lemma;
  return speech.predicate() < governor.verb && speech.subject &&
                 (reported || names_actor(tree, speech.subject->head)) &&
                 (verb_means(verb, VerbKind::kCommunication) || takes_clause(verb))
             ? &speech
             : nullptr;
}

// `needs a licence to sell it`: a thing that is needed to do something else
bool wants_means(const Tree& tree, std::uint32_t object, std::uint32_t complement) {
  const std::string& verb = tree[tree.parent(complement)].lemma;
  return makes_do(verb) && !verb_is(verb, VerbClass::kDemand) &&
         verb_mostly_means(verb, VerbKind::kStative) && !names_actor(tree, object) &&
         tree.child(complement, Deprel::kDobj);
}

// `until Friday`, `30 days` beside the verb
bool gives_time(const Tree& tree, const Clause& governor, const Slot& who, std::uint32_t before) {
  const auto children = tree.children(governor.predicate());
  return takes_two(tree[governor.predicate()].lemma) &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           const bool until =
               tree.is(c, {Deprel::kPrep}) && (tree.lower(c) == "until" || tree.lower(c) == "till");
           return c > who.argument.phrase.tokens.back() && c < before &&
                  (until || (tree.is(c, {Deprel::kNpadvmod}) && is_time(tree, c)));
         });
}

// `paid them $5 to leave`, `gave her a day to answer`, `gave her until Friday to answer`: who gets the money or the time
const Slot* paid_to(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (!has_infinitive_mark(tree, clause.verb) || governor.passive || clause.verb < governor.predicate())
    return nullptr;
  const Slot *who = nullptr, *given = nullptr;
  for (const Slot& slot : governor.slots) {
    if (slot.argument.phrase.empty() || slot.anchor > clause.verb) continue;
    const ArgumentRole role = slot.argument.role;
    if (role != ArgumentRole::kIndirectObject && role != ArgumentRole::kObject) continue;
    const bool somebody = names_actor(tree, slot.argument.phrase.head);
    if (somebody && gives_time(tree, governor, slot, clause.verb)) return &slot;
    if (role == ArgumentRole::kIndirectObject && somebody) who = &slot;
    if (role == ArgumentRole::kObject) given = &slot;
  }
  if (!who || !given) return nullptr;
  const std::uint32_t noun = given->argument.phrase.head;
  const std::string lemma = lower_case(tree[noun].lemma);
  const bool spent = tree[noun].entity == EntityLabel::kMoney || is_time(tree, noun) ||
                     noun_mostly_means(lemma, NounKind::kPossession) ||
                     noun_mostly_means(lemma, NounKind::kQuantity) ||
                     noun_mostly_means(lemma, NounKind::kTime);
  return spent ? who : nullptr;
}

// `asked him to leave`, `used a map to find it`
void fill_open(const Tree& tree, Clause& clause, const Clause& governor) {
  if (const auto doer = object_of_for(tree, clause)) return set_subject(clause, subject_of_head(tree, *doer));
  if (const auto owner = owner_before(tree, clause))
    return set_subject(clause, subject_of_owner(tree, *owner));
  if (const Slot* paid = paid_to(tree, clause, governor)) return inherit(clause, *paid);
  const Slot* object = controller(governor);
  // `reported Ana to be dead`
  if (object && clause.copula && has_infinitive_mark(tree, clause.verb) &&
      takes_clause(tree[governor.predicate()].lemma))
    return inherit(clause, *object);
  // `needs a licence to sell it`: who needs it sells, no law that requires it
  if (object && wants_means(tree, object->argument.phrase.head, clause.verb) &&
      !names_actor(tree, subject_head(governor)))
    return;
  // `convicted Ana of a plot to kill Ida`: no court did
  const std::uint32_t before = tree.leftmost(clause.verb) - 1;
  const bool accused = object && takes_of(tree[governor.predicate()].lemma) &&
                       tree[before].deprel == Deprel::kPobj && tree.lower(tree.parent(before)) == "of";
  if (object && (accused || object_does(tree, object->argument.phrase.head, clause.verb)))
    return inherit(clause, *object);
  inherit(clause, governor);
}

// The comma that sets off a participle behind the verb, before adverbs of it: `, later published`
std::optional<std::uint32_t> set_off_behind(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (tree[clause.verb].tag != Tag::kVbn || clause.verb < governor.predicate()) return std::nullopt;
  std::uint32_t comma = clause.verb - 1;
  while (tree.parent(comma) == clause.verb && tree[comma].tag == Tag::kRb) --comma;
  return tree.word(comma) == "," ? std::optional(comma) : std::nullopt;
}

// `crossed it on a board, called Ida`: what stands before it has the name.
const Slot* named_before(const Tree& tree, const Clause& clause, const Clause& governor) {
  return set_off_behind(tree, clause, governor) && names_so(tree[clause.verb].lemma)
             ? last_before(governor, clause.verb)
             : nullptr;
}

// `Ana left the house, located in Oslo`: the noun right before the comma, not who left.
std::optional<std::uint32_t> lies_before(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto comma = set_off_behind(tree, clause, governor);
  if (!comma || !governor.subject || !names_actor(tree, governor.subject->head)) return std::nullopt;
  // `Ana read the book, published in May`: nobody is published
  const std::string& verb = tree[clause.verb].lemma;
  const bool thing = takes_thing(verb) && !takes_person(verb) && !gives_to(verb) && !takes_clause(verb) &&
                     is_person(tree, governor.subject->head);
  const bool lies = verb_means(verb, VerbKind::kStative) && !tree.child(clause.verb, Deprel::kAgent);
  const std::uint32_t noun = *comma - 1;
  if (!thing && !lies) return std::nullopt;
  return noun > governor.predicate() && is_nominal(tree[noun]) && !is_time(tree, noun) ? std::optional(noun)
                                                                                       : std::nullopt;
}

// `was built using steel`: nobody says who used it.
bool uses_for_nobody(const Tree& tree, const Clause& clause, const Clause& governor) {
  return governor.passive && tree[clause.verb].tag == Tag::kVbg && clause.verb > governor.predicate() &&
         tree.word(clause.verb - 1) != "," &&
         verb_mostly_means(tree[clause.verb].lemma, VerbKind::kConsumption);
}

bool agrees(const std::string& pronoun, const Tree& tree, const Phrase& subject, bool several) {
  const bool person = is_person(tree, subject.head);
  if (pronoun == "them")
    return several || tree[subject.head].tag == Tag::kNns || tree[subject.head].tag == Tag::kNnps;
  if (several) return false;
  return pronoun == "it" ? !person || tree[subject.head].entity == EntityLabel::kOrg
                         : (pronoun == "him" || pronoun == "her") && person;
}

// `Ana won ten votes, giving her thirty`: to herself nobody gives it but what happened, if nobody else could
// be meant.
bool event_does(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (tree[clause.verb].tag != Tag::kVbg || clause.verb < governor.predicate() || !governor.subject)
    return false;
  const auto pronoun = tree.child(clause.verb, {Deprel::kDobj, Deprel::kDative});
  if (!pronoun || *pronoun < clause.verb || tree[*pronoun].tag != Tag::kPrp) return false;
  const std::string word = tree.lower(*pronoun);
  return agrees(word, tree, *governor.subject, governor.subjects.size() > 1) &&
         std::none_of(governor.slots.begin(), governor.slots.end(), [&](const Slot& slot) {
           return slot.anchor > governor.predicate() && slot.anchor < clause.verb &&
                  !slot.argument.phrase.empty() && slot.argument.role != ArgumentRole::kTime &&
                  agrees(word, tree, slot.argument.phrase, slot.conjuncts.size() > 1);
         });
}

// `a video shows Ana wearing a mask`: who stands right before it, where the subject is nobody.
const Slot* shown_before(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (tree[clause.verb].tag != Tag::kVbg || clause.verb == tree.range().begin || !governor.subject ||
      is_person(tree, governor.subject->head) || is_name_entity(tree[governor.subject->head].entity))
    return nullptr;
  for (const Slot& slot : governor.slots)
    if (slot.argument.role == ArgumentRole::kObject &&
        slot.argument.phrase.tokens.back() + 1 == clause.verb &&
        tree[slot.argument.phrase.head].entity == EntityLabel::kPerson)
      return &slot;
  return nullptr;
}

// `Labour lost, resulting in ...`, `Ana resigned, leading to ...`: what happened does.
bool outcome_of(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (tree[clause.verb].tag != Tag::kVbg || clause.verb < governor.predicate() || !governor.subject)
    return false;
  const Token& subject = tree[governor.subject->head];
  if (!is_person(tree, governor.subject->head) && !is_name_entity(subject.entity)) return false;
  const auto preposition = tree.child(clause.predicate(), Deprel::kPrep);
  const std::string& verb = tree[clause.predicate()].lemma;
  return !person_may(verb) ||
         (verb_is(verb, VerbClass::kCause) && preposition && tree.lower(*preposition) == "to" &&
          !tree.child(clause.predicate(), Deprel::kDobj));
}

// `The village was shelled, killing ten clerks`, `Ten died, bringing the number to 40`: what happened does, no village.
bool event_brings(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto object = tree.child(clause.verb, Deprel::kDobj);
  if (tree[clause.verb].tag != Tag::kVbg || clause.verb < governor.predicate() || !governor.subject ||
      !object || tree.word(tree.leftmost(clause.verb) - 1) != ",")
    return false;
  const std::uint32_t subject = governor.subject->head;
  const std::string& verb = tree[clause.verb].lemma;
  const std::string lemma = lower_case(tree[subject].lemma);
  const EntityLabel name = tree[subject].entity;
  const bool body = tree[subject].upos == Upos::kPron || name == EntityLabel::kPerson ||
                    name == EntityLabel::kOrg || name == EntityLabel::kNorp ||
                    noun_mostly_means(lemma, NounKind::kPerson) || is_kind_of(lemma, {"social group"});
  if (governor.passive && !body && names_actor(tree, *object) && tree[*object].tag != Tag::kPrp &&
      !verb_is(verb, VerbClass::kCause) && !verb_mostly_means(verb, VerbKind::kStative))
    return true;
  return !tree.child(*object, Deprel::kPoss) && tree.child(clause.verb, Deprel::kPrep) &&
         verb_means(verb, VerbKind::kMotion) &&
         is_kind_of(lower_case(tree[*object].lemma), {"number", "total", "toll"}, 2);
}

// `Ana died, caused by a fall`: nobody is caused.
bool befalls_nobody(const Tree& tree, const Clause& clause, const Clause& governor) {
  return tree[clause.verb].tag == Tag::kVbn && clause.verb > governor.predicate() && governor.subject &&
         tree.child(clause.verb, Deprel::kAgent) && is_person(tree, governor.subject->head) &&
         !takes_person(tree[clause.verb].lemma) && !gives_to(tree[clause.verb].lemma);
}

// `As told in court, ...`, `a prop as might be shown`: of what the other clause says.
bool as_said(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  if (!mark || tree.lower(*mark) != "as" || tree[clause.verb].tag == Tag::kVbg || clause.copula) return false;
  const auto auxiliary = tree.child(clause.verb, Deprel::kAux);
  return auxiliary ? tree[*auxiliary].tag == Tag::kMd
                   : tree[clause.verb].tag == Tag::kVbn && takes_clause(tree[clause.verb].lemma);
}

// No `crop`, which can be a group too.
bool mostly_somebody(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto of = tree.child(noun, Deprel::kPrep);
  const auto counted = of ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  return tree[noun].upos != Upos::kNoun || noun_mostly_means(lemma, NounKind::kPerson) ||
         noun_mostly_means(lemma, NounKind::kGroup) ||
         (counted && noun_mostly_means(lemma, NounKind::kQuantity) && mostly_somebody(tree, *counted));
}

// `got the chain to stop`, `plans to pay residents to leave`: the object does, though the parser takes it for a purpose.
const Slot* made_to(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  const Slot* object = controller(governor);
  if (!object || !has_infinitive_mark(tree, clause.verb)) return nullptr;
  // `a car came to take her there to catch a train`; no `made it easy for them to leave`
  const std::uint32_t noun = object->argument.phrase.head;
  if (governor.subject && !governor.passive && !names_actor(tree, governor.subject->head) &&
      clause.verb > governor.predicate() && noun < clause.verb && is_person(tree, noun) &&
      tree.lower(noun) != "it")
    return object;
  const bool adjacent = object->argument.phrase.tokens.back() + 1 == tree.leftmost(clause.verb);
  // `picked a woman to be vice president`
  if (clause.copula && tree.child(clause.predicate(), Deprel::kAttr) && adjacent && is_nominal(tree[noun]) &&
      mostly_somebody(tree, noun) && is_person(tree, noun))
    return object;
  if ((verb_is(verb, VerbClass::kLight) && !verb_is(verb, VerbClass::kAssign)) ||
      !(verb_is(verb, VerbClass::kCause) || verb_is(verb, VerbClass::kForce) ||
        verb_is(verb, VerbClass::kAssign)))
    return nullptr;
  if (!adjacent || !is_nominal(tree[noun]) || !names_actor(tree, noun) || is_spent(tree, noun))
    return nullptr;
  return makes_do(verb) || mostly_somebody(tree, noun) ? object : nullptr;
}

// `took Ana there to be tried`: what is taken, and not who takes it, is what something is done to
const Slot* sent_to_be(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (!clause.passive || governor.passive || !has_infinitive_mark(tree, clause.verb) ||
      clause.verb < governor.predicate())
    return nullptr;
  const Slot* object = controller(governor);
  return object && object->argument.phrase.head < clause.verb ? object : nullptr;
}

// `Pay the fine, Oslo told Norsk`: Oslo does not pay it.
bool is_order(const Tree& tree, const Clause& clause, const Clause& governor) {
  return tree[clause.verb].tag == Tag::kVb && clause.verb < governor.verb &&
         !tree.child(clause.verb, {Deprel::kAux, Deprel::kMark});
}

void fill_adverbial(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  const Clause& governor = clauses[*clause.governor];
  if (is_order(tree, clause, governor) || event_does(tree, clause, governor) ||
      outcome_of(tree, clause, governor) || event_brings(tree, clause, governor) ||
      befalls_nobody(tree, clause, governor) || as_said(tree, clause))
    return;
  // `wearing a mask is needed while riding it`: nothing that is done rides
  if (tree[clause.verb].tag == Tag::kVbg && tree[subject_head(governor)].deprel == Deprel::kCsubj) return;
  // `Looking at it, there are reasons`: the reasons do not look
  if (governor.existential && clause.verb < governor.verb && !says_on(tree, clause)) return;
  if (fill_purpose_of_deed(tree, clause, governor)) return;
  if (const Slot* paid = paid_to(tree, clause, governor)) return inherit(clause, *paid);
  if (const Slot* object = made_to(tree, clause, governor)) return inherit(clause, *object);
  if (const Slot* object = sent_to_be(tree, clause, governor)) return inherit(clause, *object);
  if (const Slot* named_so = named_before(tree, clause, governor)) {
    clause.subjects = named_so->conjuncts;
    clause.subject = named_so->argument.phrase;
  } else if (const auto noun = lies_before(tree, clause, governor)) {
    set_subject(clause, subject_of_head(tree, *noun));
  } else if (const Clause* speaker = speaker_behind(tree, clause, clauses)) {
    inherit(clause, *speaker);
  } else if (uses_for_nobody(tree, clause, governor)) {
    return;
  } else if (const Slot* shown = shown_before(tree, clause, governor)) {
    inherit(clause, *shown);
  } else if (says_on(tree, clause) && governor.passive && governor.agent) {
    set_subject(clause, {governor.agent->argument.phrase, governor.agent->conjuncts});
  } else if (const auto doer = object_of_for(tree, clause)) {
    set_subject(clause, subject_of_head(tree, *doer));
  } else if (const auto owner = owner_before(tree, clause)) {
    set_subject(clause, subject_of_owner(tree, *owner));
  } else if (const auto beside = object_of_with(tree, clause.verb)) {
    set_subject(clause, subject_of_head(tree, *beside));
  } else {
    inherit(clause, governor);
  }
}

}  // namespace

const Slot* controller(const Clause& governor) {
  for (const Slot& slot : governor.slots)
    if (slot.argument.role == ArgumentRole::kObject || slot.argument.role == ArgumentRole::kIndirectObject)
      return &slot;
  return nullptr;
}

std::uint32_t subject_head(const Clause& clause) {
  return clause.subject && !clause.subject->empty() ? clause.subject->head : clause.verb;
}

bool object_does(const Tree& tree, std::uint32_t object, std::uint32_t complement) {
  const std::string& verb = tree[tree.parent(complement)].lemma;
  if (!has_infinitive_mark(tree, complement)) return !is_spent(tree, object);
  if (tree[object].entity == EntityLabel::kMoney) return false;  // `invested a million to develop it`
  if (verb_mostly_means(verb, VerbKind::kConsumption))           // `used caucuses to select him`
    return is_name_entity(tree[object].entity)
               ? is_person(tree, object)
               : noun_mostly_means(lower_case(tree[object].lemma), NounKind::kPerson);
  if (wants_means(tree, object, complement)) return false;
  if (verb_is(verb, VerbClass::kLight) && !is_person(tree, object))
    return false;  // `took action to allow it`
  // `promised them to leave`, `threatened to sue`: who says so does
  if (verb_is(verb, VerbClass::kPlan) && verb_mostly_means(verb, VerbKind::kCommunication)) return false;
  if (makes_do(verb) || verb_is(verb, VerbClass::kCause) || verb_is(verb, VerbClass::kDemand)) return true;
  return names_actor(tree, object) && (takes_infinitive(verb) || verb_is(verb, VerbClass::kAssign));
}

void fill_from_governor(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses) {
  if (!clause.governor) return;
  switch (clause.kind) {
    case ClauseKind::kConjunct:
      // `there were clashes with police and people set fires`: the clashes did not
      // `included murder and owning a gun`: a gerund is joined to a noun, not to the verb
      if (clauses[*clause.governor].existential || joined_gerund(tree, clause)) return;
      return inherit(clause, clauses[*clause.governor]);
    case ClauseKind::kOpen:
      return fill_open(tree, clause, clauses[*clause.governor]);
    case ClauseKind::kAdverbial:
      return fill_adverbial(tree, clause, clauses);
    case ClauseKind::kGerund:
      return fill_gerund(tree, clause, clauses);
    default:
      return;
  }
}

}  // namespace dossier::ingest
