// Rules for events that a noun names, and for verbs and nouns that carry little themselves.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

std::string_view event_verb(const Tree& tree, std::uint32_t noun) {
  if (tree[noun].upos != Upos::kNoun || tree[noun].entity == EntityLabel::kPerson) return {};
  return event_verb_of(lower_case(tree[noun].lemma));
}

struct Roles {
  std::vector<Phrase> agents, patients;
  std::string patient_preposition;  // `talked with`
  bool patient_is_of = false;       // `the visit of the Pope`
  std::vector<Argument> others;
};

std::vector<Phrase> without_case(const Tree& tree, std::vector<Phrase> phrases) {
  for (Phrase& phrase : phrases)
    std::erase_if(phrase.tokens, [&](std::uint32_t t) {
      return tree[t].deprel == Deprel::kCase && tree.parent(t) == phrase.head;
    });
  return phrases;
}

// A preposition after the noun that its verb does without: `attack on Y` is attacking Y, `a call with Y`
// calling Y.
bool verb_drops(std::string_view verb, std::string_view preposition) {
  if (preposition == "of") return true;
  if (preposition == "with") return takes_person(verb);
  // `the attack against them`, no `vote against them`
  if (preposition == "against") return verb_mostly_means(verb, VerbKind::kCompetition);
  // `the attack on them`, no `arrest on fraud charges`
  if (preposition == "on")
    return !verb_is(verb, VerbClass::kUndergo) && (takes_person(verb) || takes_thing(verb));
  return preposition == "to" && verb == "visit";
}

// `the signal between transponder and satellite`: things deal with each other in no verb of ours.
bool may_act(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity) ||
         noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup);
}

// `its biggest attack of the war`, `their first talks since the coup`: among which it is biggest or first
bool ranks_among(const Tree& tree, std::uint32_t noun, const Argument& argument) {
  if (argument.preposition == "since") return true;
  const std::string lemma = lower_case(tree[argument.phrase.head].lemma);
  return argument.preposition == "of" && has_rank_word(tree, noun) &&
         tree.child(argument.phrase.head, Deprel::kDet) &&
         (is_time_entity(tree[argument.phrase.head].entity) || noun_means(lemma, NounKind::kTime) ||
          noun_mostly_means(lemma, NounKind::kEvent) || noun_mostly_means(lemma, NounKind::kAct));
}

Roles roles_of(const Tree& tree, std::uint32_t noun, std::string_view verb) {
  Roles roles;
  for (const std::uint32_t c : tree.children(noun)) {
    if (tree[c].deprel == Deprel::kPoss && !is_time_entity(tree[c].entity))
      roles.agents = without_case(tree, split_conjuncts(tree, c));
    if (tree[c].deprel != Deprel::kPrep) continue;
    const auto slot = prepositional_slot(tree, c);
    if (!slot || slot->argument.role == ArgumentRole::kClause || ranks_among(tree, noun, slot->argument))
      continue;
    const std::string& preposition = slot->argument.preposition;
    if (preposition == "by") {
      roles.agents = slot->conjuncts;
    } else if (preposition == "between" && slot->conjuncts.size() > 1 &&
               !verb_mostly_means(verb, VerbKind::kMotion) &&  // `the border crossing between A and B`
               std::all_of(slot->conjuncts.begin(), slot->conjuncts.end(),
                           [&](const Phrase& p) { return may_act(tree, p.head); })) {
      roles.agents = {slot->conjuncts.front()};
      roles.patients.assign(slot->conjuncts.begin() + 1, slot->conjuncts.end());
      if (!takes_person(verb)) roles.patient_preposition = "with";
    } else if (slot->argument.role != ArgumentRole::kTime && roles.patients.empty() &&
               verb_drops(verb, preposition)) {
      roles.patients = slot->conjuncts;
      roles.patient_is_of = preposition == "of";
    } else {
      roles.others.push_back(slot->argument);
      if (slot->argument.role == ArgumentRole::kPrepositional && slot->conjuncts.size() > 1) {
        roles.others.back().phrase = slot->conjuncts.front();
        for (std::size_t i = 1; i < slot->conjuncts.size(); ++i) {
          Argument more = slot->argument;
          more.phrase = slot->conjuncts[i];
          roles.others.push_back(more);
        }
      }
    }
  }
  // `the visit of the Pope to Mongolia`: whom the noun is of does it.
  if (roles.agents.empty() && !roles.patients.empty() && !roles.others.empty() && roles.patient_is_of &&
      (roles.others[0].preposition == "to" || roles.others[0].preposition == "with") &&
      is_name_entity(tree[roles.patients[0].head].entity)) {
    std::swap(roles.agents, roles.patients);
    if (verb_drops(verb, roles.others[0].preposition)) {
      roles.patients = {roles.others[0].phrase};
      roles.others.erase(roles.others.begin());
    }
  }
  return roles;
}

// `its position on the plan` is none that it posted.
bool names_place(const Tree& tree, std::uint32_t noun) {
  return noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kLocation);
}

// `the distance between A and B`, `their outrage on screen`, `ties between A and B`: how far, how angry or
// how near they are, and nothing that they did.
bool names_state(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kFeeling) || noun_mostly_means(lemma, NounKind::kAttribute) ||
         noun_mostly_means(lemma, NounKind::kRelation);
}

bool may_be_deed(const std::string& lemma) {
  return noun_means(lemma, NounKind::kAct) || noun_means(lemma, NounKind::kEvent) ||
         noun_means(lemma, NounKind::kProcess);
}

// `its view of the plan`, `her dream of peace`, `his chances in the election`, `relations between A and B`: what somebody has
// in mind, or how things stand, and nothing done.
bool names_thought(const Tree& tree, std::uint32_t noun, std::string_view verb) {
  constexpr unsigned kBroadest = 3;  // WordNet's file of the broadest words, `relation` among them
  const std::string lemma = lower_case(tree[noun].lemma);
  const bool thought =
      noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kState);
  return (thought && (lemma == verb || !may_be_deed(lemma))) || main_noun_kind(lemma) == kBroadest;
}

// `her comment at the party`, `its report on Norsk in May`: words, of which the verb says something else
bool names_words(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kCommunication) && !may_be_deed(lemma);
}

bool names_thing(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kGroup) || noun_mostly_means(lemma, NounKind::kArtifact) ||
         noun_mostly_means(lemma, NounKind::kPerson);  // `its president for trade` did not preside
}

// An attempt, a request, a decision, a wish; no power or chance.
bool names_intent(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kCommunication) ||
         noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kFeeling);
}

// `announced its selection of Ana`, `made his attack on Ida`: who announces or makes it is the owner.
bool name_owner(const Reading& reading, std::uint32_t noun, Roles& roles) {
  const auto owner = reading.tree.child(noun, Deprel::kPoss);
  if (!owner || !names_intent(reading.tree, noun) || reading.tree[*owner].tag != Tag::kPrpDollar ||
      reading.tree[noun].deprel != Deprel::kDobj)
    return false;
  const auto clause = clause_of(reading.clauses, reading.tree.parent(noun));
  if (!clause) return false;
  const Clause& above = reading.clauses[*clause];
  const std::string& verb = reading.tree[above.predicate()].lemma;
  const std::string pronoun = reading.tree.lower(*owner);
  const bool third = pronoun == "its" || pronoun == "his" || pronoun == "her" || pronoun == "their";
  if (!third || above.passive || above.subjects.empty() ||
      !(verb_is(verb, VerbClass::kLight) || verb_mostly_means(verb, VerbKind::kCommunication)))
    return false;
  roles.agents = above.subjects;
  return true;
}

// `follows the killing of X last week`: a date behind an event in the past, of a verb that is not.
void take_past_date(const Reading& reading, std::uint32_t noun, Roles& roles) {
  const auto clause = clause_of(reading.clauses, reading.tree.parent(noun));
  if (!clause || reading.tree[noun].deprel != Deprel::kDobj) return;
  const Clause& above = reading.clauses[*clause];
  const Tag tag = reading.tree[above.verb].tag;
  if ((tag != Tag::kVbz && tag != Tag::kVbp) || above.chain.size() > 1) return;
  for (const Slot& slot : above.slots)
    if (slot.argument.role == ArgumentRole::kTime && slot.anchor > noun)
      roles.others.push_back(slot.argument);
}

bool is_unreal(std::string_view verb) {
  for (const VerbClass unreal : {VerbClass::kDemand, VerbClass::kPlan, VerbClass::kRefuse, VerbClass::kDeny,
                                 VerbClass::kDoubt, VerbClass::kPermit, VerbClass::kOpen})
    if (verb_is(verb, unreal)) return true;
  return false;
}

// `the debate between Ana and Ida was cancelled`, `prevented the sale of Norsk`: what did not happen
bool is_called_off(const Reading& reading, std::uint32_t noun) {
  const auto clause = clause_of(reading.clauses, reading.tree.parent(noun));
  if (!clause || !reading.tree.is(noun, {Deprel::kDobj, Deprel::kNsubjpass}) ||
      reading.clauses[*clause].negated)
    return false;
  const std::string& verb = reading.tree[reading.clauses[*clause].predicate()].lemma;
  return verb_is(verb, VerbClass::kRefuse) || verb_is(verb, VerbClass::kPrevent);
}

// `demands for an attack by Norsk`, `a plan for the sale of Norsk`: what is only wanted
bool is_wanted(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t link = tree.parent(noun), wish = tree.parent(link);
  if (!tree.is(noun, {Deprel::kPobj}) || tree.lower(link) != "for" || tree[wish].upos != Upos::kNoun)
    return false;
  const std::string lemma = lower_case(tree[wish].lemma);
  return is_unreal(lemma) || is_unreal(event_verb_of(lemma));
}

// An event that the clause around it, or a word before it, only wants, plans, allows, blocks or denies has not happened, as
// far as this says.
void doubt_wanted_event(const Reading& reading, std::uint32_t noun, Extraction& extraction) {
  if (extraction.modality != Modality::kAsserted) return;
  const std::uint32_t parent = reading.tree.parent(noun);
  const auto clause = clause_of(reading.clauses, parent);
  const bool unwanted = clause && !reading.tree.is(noun, {Deprel::kNsubj}) &&
                        is_unreal(reading.tree[reading.clauses[*clause].predicate()].lemma);
  const auto children = reading.tree.children(noun);
  const bool planned = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return reading.tree[c].deprel == Deprel::kAmod && looks_ahead(reading.tree.lower(c));
  });
  if (unwanted || planned || is_wanted(reading.tree, noun)) extraction.modality = Modality::kPossible;
}

}  // namespace

// `phone calls between Xi and Trump`, `the arrest of X by Y` -> Xi | called | Trump; Y | arrested | X
void nominal_events(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    const std::string_view verb = event_verb(tree, t);
    if (verb.empty() || !verb_is_met(verb) || names_place(tree, t) || names_state(tree, t) ||
        names_thought(tree, t, verb) || is_called_off(reading, t))
      continue;
    Roles roles = roles_of(tree, t, verb);
    const bool named_owner = name_owner(reading, t, roles);
    if (!roles.agents.empty()) take_past_date(reading, t, roles);
    const bool direct = !roles.patients.empty();
    if (roles.agents.empty() || (!direct && roles.others.empty())) continue;
    std::erase_if(roles.agents, [&](const Phrase& p) { return tree[p.head].upos == Upos::kAdj; });
    // `the world's largest producer of cocoa`
    if (noun_mostly_means(lower_case(tree[t].lemma), NounKind::kPerson)) continue;
    // `its conference in Oslo`, `his office in Oslo`: rather a body or a thing than a deed
    if (!direct &&
        (names_thing(tree, t) || (names_words(tree, t) && roles.others.front().preposition != "with")))
      continue;
    // `his conviction for fraud`: the possessor of what is done to people may be whom it is done to.
    if (!direct && takes_person(verb) && tree.child(t, Deprel::kPoss)) continue;
    Extraction extraction;
    extraction.sentence = tree.sentence();
    extraction.rule = "nominal_event";
    extraction.implicit = !named_owner;
    extraction.statement_only = named_owner;
    extraction.relation_tokens = {t};
    extraction.predicate = past_of(verb);
    take_context(reading, t, extraction);
    // `did not mention the call` does not say that there was none; `no call` does.
    const auto determiner = tree.child(t, {Deprel::kDet, Deprel::kNeg});
    const bool none = determiner && tree.lower(*determiner) == "no";
    if (extraction.negated && !none && !tree.child(t, Deprel::kPoss))
      extraction.modality = Modality::kPossible;
    extraction.negated = none;
    doubt_wanted_event(reading, t, extraction);
    for (const Phrase& agent : roles.agents) {
      extraction.subject = agent;
      if (direct) {
        for (const Phrase& patient : roles.patients) {
          extraction.arguments = {
              {patient,
               roles.patient_preposition,
               roles.patient_preposition.empty() ? ArgumentRole::kObject : ArgumentRole::kPrepositional,
               {}}};
          extraction.arguments.insert(extraction.arguments.end(), roles.others.begin(), roles.others.end());
          found.push_back(extraction);
        }
      } else {
        extraction.arguments = roles.others;
        found.push_back(extraction);
      }
    }
  }
}

namespace {

// `took an amount of time`, `has a high quality of life`, `had winters with no sunlight`, `had controls such as pedals`:
// nothing was done to what stands behind the noun.
bool only_describes(const Tree& tree, std::uint32_t noun, std::uint32_t subject, const Argument& target) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const std::string& link = target.preposition;
  if (link == "of")
    return noun_means(lemma, NounKind::kQuantity) || noun_mostly_means(lemma, NounKind::kPossession) ||
           (noun_mostly_means(lemma, NounKind::kAttribute) && target.phrase.tokens.size() == 1 &&
            tree[target.phrase.head].tag == Tag::kNn);
  const bool role = link == "as" && tree[subject].entity == EntityLabel::kPerson;
  return noun_mostly_means(lemma, NounKind::kTime) || (link == "as" && !role) || link == "except" ||
         link == "like";
}

// `made the wearing of masks compulsory`, `made it clear`
bool makes_so(const Tree& tree, std::uint32_t verb) {
  const auto complement = tree.child(verb, {Deprel::kOprd, Deprel::kCcomp});
  return complement && (tree[*complement].deprel == Deprel::kOprd || tree[*complement].upos == Upos::kAdj);
}

}  // namespace

// `held talks with Putin` -> held talks with | Putin
void light_verbs(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (const Clause& clause : reading.clauses) {
    if (clause.passive || clause.copula || !verb_is(tree[clause.predicate()].lemma, VerbClass::kLight) ||
        makes_so(tree, clause.predicate()))
      continue;
    for (const Slot& object : clause.slots) {
      if (object.argument.role != ArgumentRole::kObject || object.conjuncts.size() > 1) continue;
      const std::uint32_t noun = object.argument.phrase.head;
      if (event_verb(tree, noun).empty()) continue;
      std::vector<Slot> targets;
      for (const std::uint32_t c : tree.children(noun))
        if (tree[c].deprel == Deprel::kPrep)
          if (auto slot = prepositional_slot(tree, c)) targets.push_back(std::move(*slot));
      if (targets.empty())
        for (const Slot& slot : clause.slots)
          if (slot.argument.role == ArgumentRole::kPrepositional && slot.anchor > noun)
            targets.push_back(slot);
      Extraction extraction = start_of(tree, clause, "light_verb");
      PhraseShape bare;
      bare.prepositions = bare.participles = false;
      for (const std::uint32_t t : phrase_of(tree, noun, bare).tokens)
        extraction.relation_tokens.push_back(t);
      std::sort(extraction.relation_tokens.begin(), extraction.relation_tokens.end());
      extraction.predicate = predicate_of(tree, clause) + " " + tree.lower(noun);
      for (const Slot& target : targets) {
        if (target.argument.role != ArgumentRole::kPrepositional || ranks_among(tree, noun, target.argument))
          continue;
        for (const Phrase& subject : clause.subjects)
          for (const Phrase& phrase : target.conjuncts) {
            Argument argument = target.argument;
            argument.phrase = phrase;
            extraction.subject = subject;
            extraction.arguments = {argument};
            extraction.surface_only = only_describes(tree, noun, subject.head, argument);
            found.push_back(extraction);
          }
      }
    }
  }
}

// `Xi's decision to slight Houston`, `made an attempt to remove it` -> Xi | decided to slight | Houston
void nominal_infinitives(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (const Clause& clause : reading.clauses) {
    const std::uint32_t noun = tree.parent(clause.verb);
    const std::string_view verb = event_verb(tree, noun);
    if (verb.empty() || !names_intent(tree, noun) ||
        (clause.kind != ClauseKind::kParticipial && clause.kind != ClauseKind::kRelative) || clause.copula ||
        tree[clause.verb].tag != Tag::kVb || !clause.subjects.empty())
      continue;
    std::vector<Phrase> agents;
    if (const auto owner = tree.child(noun, Deprel::kPoss)) {
      agents = without_case(tree, split_conjuncts(tree, *owner));
    } else if (clause.governor &&
               !tree.child(reading.clauses[*clause.governor].predicate(), Deprel::kDative) &&
               tree[noun].deprel == Deprel::kDobj &&
               verb_is(tree[reading.clauses[*clause.governor].predicate()].lemma, VerbClass::kLight)) {
      agents = reading.clauses[*clause.governor].subjects;
    }
    const auto object = object_slot(clause);
    if (agents.empty() || !object) continue;
    Extraction extraction;
    extraction.sentence = tree.sentence();
    extraction.rule = "nominal_infinitive";
    extraction.implicit = true;
    extraction.relation_tokens = clause.relation;
    extraction.relation_tokens.insert(extraction.relation_tokens.begin(), noun);
    take_context(reading, noun, extraction);
    // `did not back Norway's bid to join it`, `may discuss it`: there is a bid
    if (const auto owner = tree.child(noun, Deprel::kPoss);
        owner && tree[*owner].upos != Upos::kPron && tree[noun].deprel == Deprel::kDobj) {
      extraction.negated = false;
      if (extraction.modality == Modality::kPlanned || extraction.modality == Modality::kPossible)
        extraction.modality = Modality::kAsserted;
    }
    if (verb_is(verb, VerbClass::kPlan) && extraction.modality == Modality::kAsserted)
      extraction.modality = Modality::kPlanned;  // `has plans to widen it`
    std::string rest;
    for (const std::uint32_t t : clause.relation)
      if (tree[t].deprel != Deprel::kAdvmod) rest += " " + tree.lower(t);
    extraction.predicate = past_of(verb) + rest;
    for (const Phrase& agent : agents)
      for (const Phrase& phrase : clause.slots[*object].conjuncts) {
        extraction.subject = agent;
        extraction.arguments = {clause.slots[*object].argument};
        extraction.arguments[0].phrase = phrase;
        for (std::size_t i = 0; i < clause.slots.size(); ++i)
          if (i != *object) extraction.arguments.push_back(clause.slots[i].argument);
        found.push_back(extraction);
      }
  }
}

// `friends and relatives spoke`: to whom nobody says; of two who have names the one speaks to the other.
bool speaks_to_others(const Tree& tree, const Clause& clause) {
  if (!verb_mostly_means(tree[clause.predicate()].lemma, VerbKind::kCommunication)) return false;
  const bool named = std::all_of(clause.subjects.begin(), clause.subjects.end(),
                                 [&](const Phrase& p) { return is_name_entity(tree[p.head].entity); });
  return !named || std::any_of(clause.slots.begin(), clause.slots.end(),
                               [](const Slot& slot) { return slot.argument.preposition == "to"; });
}

// `Xi and Putin met in Beijing` -> Xi | met | Putin
void reciprocals(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (clause.subjects.size() < 2 || clause.passive ||
        !verb_is(reading.tree[clause.predicate()].lemma, VerbClass::kReciprocal) ||
        reading.tree.child(clause.predicate(), Deprel::kPrt) ||  // `Ana and Ida spoke out`
        speaks_to_others(reading.tree, clause))
      continue;
    const bool with_object = std::any_of(clause.slots.begin(), clause.slots.end(), [](const Slot& slot) {
      return slot.argument.role == ArgumentRole::kObject || slot.argument.preposition == "with";
    });
    if (with_object) continue;
    Extraction extraction = start_of(reading.tree, clause, "reciprocal");
    extraction.predicate = predicate_of(reading.tree, clause);
    extraction.implicit = extraction.statement_only = true;
    for (std::size_t i = 1; i < clause.subjects.size(); ++i) {
      extraction.subject = clause.subjects.front();
      // `Xi met Putin`, but `Xi spoke with Putin`
      const std::string link = takes_person(reading.tree[clause.predicate()].lemma) ? "" : "with";
      extraction.arguments = {{clause.subjects[i],
                               link,
                               link.empty() ? ArgumentRole::kObject : ArgumentRole::kPrepositional,
                               {}}};
      for (const Slot& slot : clause.slots) extraction.arguments.push_back(slot.argument);
      found.push_back(extraction);
    }
  }
}

// `proposed the idea of forming a G2 group` -> proposed | a G2 group
void light_nouns(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (const Clause& clause : reading.clauses)
    for (const Slot& object : clause.slots) {
      if (object.argument.role != ArgumentRole::kObject) continue;
      // `had the chance of giving it away` has nothing, `instituted a policy of taking land` no land
      if (!verb_mostly_means(tree[clause.predicate()].lemma, VerbKind::kCommunication)) continue;
      const std::uint32_t noun = object.argument.phrase.head;
      if (!noun_means(lower_case(tree[noun].lemma), NounKind::kCognition) || tree[noun].upos != Upos::kNoun)
        continue;
      const auto of = tree.child(noun, Deprel::kPrep);
      if (!of || tree.lower(*of) != "of") continue;
      auto gerund = tree.child(*of, Deprel::kPcomp);
      if (!gerund) gerund = tree.child(noun, Deprel::kAcl);  // `the idea of China forming a group`
      const auto content = gerund ? tree.child(*gerund, {Deprel::kDobj, Deprel::kAttr}) : std::nullopt;
      if (!content) continue;
      Extraction extraction = start_of(tree, clause, "light_noun");
      extraction.predicate = predicate_of(tree, clause, true);
      extraction.implicit = true;
      extraction.arguments = {{phrase_of(tree, *content), "", ArgumentRole::kObject, {}}};
      for (const Phrase& subject : clause.subjects) {
        extraction.subject = subject;
        found.push_back(extraction);
      }
    }
}

}  // namespace dossier::ingest
