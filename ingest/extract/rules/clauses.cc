// Rules that turn a clause into statements: active, passive, copular, existential.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {

// `Xi invited Putin to China` -> Xi | invited | Putin | to China
void active_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses)
    if (!clause.passive && !clause.copula && !clause.existential)
      add_clause(reading, clause, "active", found);
}

namespace {

// `Ana was given a map by Ida`: the map, which Ida gave to Ana
const Slot* given_thing(const Tree& tree, const Clause& clause) {
  const std::string& verb = tree[clause.predicate()].lemma;
  if (!gives_to(verb) && !takes_two(verb)) return nullptr;
  const auto slot = std::find_if(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
    return s.argument.role == ArgumentRole::kObject && s.anchor > clause.predicate();
  });
  return slot == clause.slots.end() ? nullptr : &*slot;
}

}  // namespace

// `The treaty was signed by both` -> both signed the treaty; without `by`: the treaty | was signed
void passive_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!clause.passive || clause.existential) continue;
    if (!clause.agent || clause.subjects.empty()) {
      add_clause(reading, clause, "passive", found);
      continue;
    }
    if (clause.chain.size() > 1) {  // `is expected to be signed by Ana`
      Clause whole = clause;
      whole.slots.insert(whole.slots.begin(), *clause.agent);
      add_clause(reading, whole, "passive", found);
      continue;
    }
    Extraction extraction = start_of(reading.tree, clause, "passive_agent");
    extraction.predicate = predicate_of(reading.tree, clause, true);
    extraction.agent_first = true;
    std::vector<Phrase> agents = clause.agent->conjuncts;
    agents.insert(agents.end(), clause.agent->examples.begin(), clause.agent->examples.end());
    const Slot* given = given_thing(reading.tree, clause);
    for (std::size_t i = 0; i < agents.size(); ++i)
      for (const Phrase& object : clause.subjects) {
        extraction.subject = agents[i];
        extraction.statement_only = i >= clause.agent->conjuncts.size();
        extraction.arguments = {
            {object, "", given ? ArgumentRole::kIndirectObject : ArgumentRole::kObject, {}}};
        if (given) extraction.arguments.insert(extraction.arguments.begin(), given->argument);
        for (const Slot& slot : clause.slots)
          if (&slot != given) extraction.arguments.push_back(slot.argument);
        found.push_back(extraction);
      }
  }
}

// `Russia is a supplier to China` -> Russia | is | a supplier to China
void copular_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses)
    if (clause.copula && !clause.existential) add_clause(reading, clause, "copula", found);
}

namespace {

// `The key is the development of a port`, `it is a diversity of gases`: what is done, or how much, is no role of anybody.
bool names_deed(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kAttribute) ||
         noun_mostly_means(lemma, NounKind::kFeeling) || noun_mostly_means(lemma, NounKind::kQuantity);
}

}  // namespace

// `Russia is the leading supplier to China` -> Russia | supplier to | China
void copular_roles(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!clause.copula || clause.existential || clause.chain.size() > 1) continue;
    const Tree& tree = reading.tree;
    const auto attribute = tree.child(clause.predicate(), Deprel::kAttr);
    if (!attribute || (!is_role(tree, *attribute) && !is_relational(tree, *attribute))) continue;
    const bool deed = !is_role(tree, *attribute) && names_deed(tree, *attribute);
    for (const Phrase& subject : clause.subjects) {
      if (deed && !is_name_entity(tree[subject.head].entity))
        continue;  // but `Norsk is the main force of its party`
      for (const std::uint32_t role : conjuncts_of(tree, *attribute))
        if (role == *attribute ||
            (is_role(tree, role) && tree[role].upos == Upos::kNoun && !is_denied_conjunct(tree, role)))
          add_said_role(reading, clause, subject, role, "copula_role", found);
    }
  }
}

namespace {

// Other cuts add little beside the first one, so they are far less certain.
constexpr float kLessCertain = 0.3F;

bool takes_part(const Argument& argument) {
  return !argument.preposition_tokens.empty() && argument.role != ArgumentRole::kAdverbialClause &&
         argument.role != ArgumentRole::kClause;
}

// `Xi signed a treaty with Moscow in May` -> Xi | signed a treaty with | Moscow, Xi | signed a treaty in | May: the same
// words cut after each preposition. A third of the facts that readers write down are cut so.
void cut_behind_object(const Tree& tree, const Extraction& extraction, std::vector<Extraction>& cuts) {
  const Argument& object = extraction.arguments[0];
  if (object.role != ArgumentRole::kObject || tree[object.phrase.head].upos == Upos::kPron) return;
  for (std::size_t i = 1; i < extraction.arguments.size(); ++i) {
    const Argument& target = extraction.arguments[i];
    if (!takes_part(target) || target.preposition_tokens.front() < object.phrase.tokens.back()) continue;
    Extraction cut = extraction;
    cut.relation_tokens.insert(cut.relation_tokens.end(), object.phrase.tokens.begin(),
                               object.phrase.tokens.end());
    std::sort(cut.relation_tokens.begin(), cut.relation_tokens.end());
    cut.arguments = {target};
    cuts.push_back(std::move(cut));
  }
}

// `He became a justice of the Court` -> He | became a justice of | the Court: the phrase that ends the
// object.
void cut_inside_object(const Tree& tree, const Extraction& extraction, std::vector<Extraction>& cuts) {
  const Argument& object = extraction.arguments[0];
  if (object.role != ArgumentRole::kObject && object.role != ArgumentRole::kComplement) return;
  for (const std::uint32_t c : tree.children(object.phrase.head)) {
    const auto inner = tree.child(c, Deprel::kPobj);
    if (tree[c].deprel != Deprel::kPrep || !inner || tree.rightmost(c) != object.phrase.tokens.back() ||
        !std::binary_search(object.phrase.tokens.begin(), object.phrase.tokens.end(), c))
      continue;
    Extraction cut = extraction;
    for (const std::uint32_t t : object.phrase.tokens)
      if (t < c) cut.relation_tokens.push_back(t);
    std::sort(cut.relation_tokens.begin(), cut.relation_tokens.end());
    cut.arguments[0] = {phrase_of(tree, *inner), tree.lower(c), ArgumentRole::kPrepositional, {c}};
    cuts.push_back(std::move(cut));
    return;
  }
}

// `was erected after his death, in 1866` -> was erected in | 1866
void cut_at_argument(const Extraction& extraction, std::vector<Extraction>& cuts) {
  if (extraction.arguments[0].preposition_tokens.empty()) return;
  for (std::size_t i = 1; i < extraction.arguments.size(); ++i) {
    if (!takes_part(extraction.arguments[i])) continue;
    Extraction cut = extraction;
    cut.arguments = {extraction.arguments[i]};
    cuts.push_back(std::move(cut));
  }
}

}  // namespace

void add_alternatives(const Tree& tree, std::vector<Extraction>& found) {
  std::vector<Extraction> cuts;
  for (const Extraction& extraction : found) {
    if (extraction.arguments.empty() || extraction.statement_only) continue;
    const bool clause =
        extraction.rule == "active" || extraction.rule == "passive" || extraction.rule == "copula";
    if (!clause) continue;
    cut_behind_object(tree, extraction, cuts);
    cut_inside_object(tree, extraction, cuts);
    cut_at_argument(extraction, cuts);
  }
  for (Extraction& cut : cuts) {
    cut.rule = "verb_object_preposition";
    cut.surface_only = true;
    cut.confidence *= kLessCertain;
    found.push_back(std::move(cut));
  }
}

namespace {

bool only_when(const Extraction& extraction) {
  return std::all_of(extraction.arguments.begin(), extraction.arguments.end(),
                     [](const Argument& a) { return a.role == ArgumentRole::kTime; });
}

// `There were 190 people on board`, `12 cases of flu in Oslo`: where they were, which the parser hangs on them; only of
// what can be somewhere.
void place_existing(const Tree& tree, std::vector<Extraction>& found) {
  static constexpr std::string_view kPlaces[] = {"in", "on", "at", "among", "aboard", "near", "inside"};
  Extraction& bare = found.back();
  const std::uint32_t noun = bare.subject.head;
  const std::string lemma = common_lemma(tree[noun]);
  if (!only_when(bare) || bare.negated || tree[noun].upos != Upos::kNoun ||
      noun_means(lemma, NounKind::kTime) ||
      !(noun_mostly_means(lemma, NounKind::kPerson) || noun_mostly_means(lemma, NounKind::kArtifact) ||
        noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
        tree.child(noun, Deprel::kNummod)))
    return;
  std::uint32_t before = noun;
  if (const auto of = tree.child(noun, Deprel::kPrep); of && *of == noun + 1 && tree.lower(*of) == "of")
    before = tree.child(*of, Deprel::kPobj).value_or(noun);
  for (const std::uint32_t c : bare.subject.tokens) {
    const std::string link = tree.lower(c);
    if (c != before + 1 || tree[c].deprel != Deprel::kPrep ||
        (tree.parent(c) != noun && tree.parent(c) != before) ||
        std::find(std::begin(kPlaces), std::end(kPlaces), link) == std::end(kPlaces))
      continue;
    const auto slot = prepositional_slot(tree, c);
    if (!slot || slot->argument.role == ArgumentRole::kTime || slot->argument.role == ArgumentRole::kClause ||
        slot->argument.phrase.empty())
      return;
    const std::uint32_t place = slot->argument.phrase.head;  // no `in front of`
    if (place == c + 1 && tree.range().contains(place + 1) && tree.lower(place + 1) == "of") return;
    Extraction placed = bare;
    std::erase_if(placed.subject.tokens, [&](std::uint32_t t) { return tree.is_under(t, c); });
    placed.arguments.insert(placed.arguments.begin(), slot->argument);
    placed.arguments[0].role = ArgumentRole::kPrepositional;
    placed.statement_only = true;
    bare.surface_only = true;
    found.push_back(std::move(placed));
    return;
  }
}

}  // namespace

// `There were no injuries in the attacks` -> no injuries | were | in the attacks
void existential_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!clause.existential) continue;
    add_clause(reading, clause, "existential", found);
    if (!found.empty() && found.back().rule == "existential") place_existing(reading.tree, found);
    // `There may be suits of Oslo, Bergen and Narvik`: what there is is no second thing beside it
    if (!found.empty() && found.back().rule == "existential" && !found.back().arguments.empty() &&
        found.back().arguments[0].role == ArgumentRole::kComplement)
      found.back().surface_only = true;
  }
}

}  // namespace dossier::ingest
