// Of which noun a relative clause speaks: the parser hangs it on the nearest one, or on one that cannot be meant.
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

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

// The noun that this one is said of or belongs to: behind a preposition, in a list, beside a name, in a clause of its own.
std::optional<std::uint32_t> noun_above(const Tree& tree, std::uint32_t noun) {
  std::uint32_t t = noun;
  do {
    // the object of the sentence's own verb belongs to no noun
    const bool belongs =
        tree.is(t, {Deprel::kPobj, Deprel::kPrep, Deprel::kAgent, Deprel::kConj, Deprel::kAppos, Deprel::kAcl,
                    Deprel::kRelcl, Deprel::kPcomp}) ||
        (tree[t].deprel == Deprel::kDobj && tree.is(tree.parent(t), {Deprel::kAcl, Deprel::kRelcl}));
    if (!belongs) return std::nullopt;
    t = tree.parent(t);
  } while (!is_nominal(tree[t]));
  return t;
}

// The same, or the object that the noun's phrase stands right behind: `lit fires at a mill, which were put out`.
std::optional<std::uint32_t> above_or_beside(const Tree& tree, std::uint32_t noun) {
  while (tree[noun].deprel == Deprel::kConj) noun = tree.parent(noun);
  const std::uint32_t preposition = tree.parent(noun), verb = tree.parent(preposition);
  const auto object = tree.child(verb, Deprel::kDobj);
  const bool beside = tree[noun].deprel == Deprel::kPobj && is_verb_tag(tree[verb].tag) && object &&
                      tree.rightmost(*object) + 1 == preposition;
  return beside ? object : noun_above(tree, noun);
}

bool is_somebody(const Tree& tree, std::uint32_t noun) {
  if (is_name_entity(tree[noun].entity))  // no name of one word: what has it may be called so
    return tree[noun].entity == EntityLabel::kPerson && tree.child(noun, Deprel::kCompound);
  return tree[noun].upos != Upos::kPron && noun_mostly_means(common_lemma(tree[noun]), NounKind::kPerson);
}

// Of a body or an amount both forms may speak, of a name nobody knows.
bool shows_number(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return (tree[noun].tag == Tag::kNn || tree[noun].tag == Tag::kNns) && !is_name_entity(tree[noun].entity) &&
         !noun_means(lemma, NounKind::kGroup) && !noun_means(lemma, NounKind::kQuantity);
}

// What is joined behind the clause is no part of its antecedent.
bool agrees(const Tree& tree, std::uint32_t noun, const Clause& clause, bool several) {
  const auto joined = tree.child(noun, Deprel::kConj);
  return (joined && *joined > clause.verb ? tree[noun].tag == Tag::kNns : is_several(tree, noun)) == several;
}

// `the first films, which is out in May`, `a store of models that exist`: where the nearest noun does not agree, the
// one that does; nothing where none does.
std::optional<std::uint32_t> agreeing_beyond(const Tree& tree, const Clause& clause, std::uint32_t nearest) {
  const auto several = speaks_of_several(tree, clause);
  // `lodges in Norway, which breed lions`
  const bool place = is_place_entity(tree[nearest].entity) && tree[nearest].tag == Tag::kNnp &&
                     tree[nearest].deprel == Deprel::kPobj && !tree.word(nearest).ends_with('s') && several &&
                     *several;
  if (!several || (!place && !shows_number(tree, nearest)) || agrees(tree, nearest, clause, *several))
    return std::nullopt;
  const bool which = opens_with_which(tree, clause);
  for (auto t = above_or_beside(tree, nearest); t; t = above_or_beside(tree, *t))
    if (agrees(tree, *t, clause, *several) && !(which && is_somebody(tree, named(tree, *t)))) return t;
  return clause.verb;
}

// `talks between Ida Ek and Ana Holt, which end in May`, `a bill of the mayors, which was read`: nobody is a which, but
// in `shares in Ole Dahl, which makes paper` the name is a body's, for the shares do not agree.
std::optional<std::uint32_t> thing_above(const Tree& tree, const Clause& clause, std::uint32_t nearest) {
  const auto several = speaks_of_several(tree, clause);
  for (std::uint32_t t = nearest; is_somebody(tree, t);) {
    const auto above = noun_above(tree, t);
    // `freed the editor, which surprised Ana`: the whole clause did
    const auto subject = own_subject(tree, clause);
    if (!above && t == nearest && tree[t].tag == Tag::kNn && !is_name_entity(tree[t].entity) && subject &&
        relative_word(tree[*subject].tag) && tree.word(*subject - 1) == ",")
      return clause.verb;
    if (!above || (tree[t].deprel == Deprel::kConj && !is_somebody(tree, *above))) return std::nullopt;
    if (several && is_name_entity(tree[nearest].entity) && agrees(tree, nearest, clause, *several) &&
        shows_number(tree, *above) && !agrees(tree, *above, clause, *several))
      return std::nullopt;
    // `the two of the mayors, which`: of no thing that has a name
    if (!is_somebody(tree, *above))
      return tree[*above].upos == Upos::kNoun ? above : std::optional(clause.verb);
    t = *above;
  }
  return std::nullopt;
}

// `Ana Holt of Norsk, which makes paper, left`: the body right before the clause, for she is no which.
std::optional<std::uint32_t> body_below(const Tree& tree, const Clause& clause, std::uint32_t somebody) {
  const auto of = tree.child(somebody, Deprel::kPrep);
  const auto body = of ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  if (!is_somebody(tree, somebody) || !body || is_somebody(tree, *body)) return std::nullopt;
  std::uint32_t last = *body;
  while (const auto next = tree.child(last, Deprel::kConj)) last = *next;
  const std::uint32_t pronoun = tree.leftmost(clause.verb);
  return is_name_entity(tree[*body].entity) && tree.rightmost(last) + 2 == pronoun &&
                 tree.word(pronoun - 1) == ","
             ? std::optional(last)
             : std::nullopt;
}

// `was hurt after death, which suggests that it was fast`: what has no content says nothing, the whole clause does.
bool speaks_of_clause(const Tree& tree, const Clause& clause, std::uint32_t nearest) {
  const std::string lemma = lower_case(tree[nearest].lemma);
  const std::uint32_t pronoun = tree.leftmost(clause.verb);
  return tree.lower(pronoun) == "which" && pronoun > tree.range().begin && tree.word(pronoun - 1) == "," &&
         tree.child(clause.predicate(), Deprel::kCcomp) && tree[nearest].upos == Upos::kNoun &&
         !is_name_entity(tree[nearest].entity) && takes_clause(tree[clause.predicate()].lemma) &&
         !noun_means(lemma, NounKind::kCommunication) && !noun_means(lemma, NounKind::kCognition) &&
         !noun_means(lemma, NounKind::kPerson) && !noun_means(lemma, NounKind::kGroup) &&
         !noun_means(lemma, NounKind::kAct);
}

}  // namespace

std::uint32_t antecedent_within(const Tree& tree, const Clause& clause, std::uint32_t nearest) {
  return agreeing_beyond(tree, clause, nearest).value_or(nearest);
}

// `Stallman, the founder of the Foundation, who wrote it`: `who` is a person, however near the body stands.
std::uint32_t antecedent_of(const Tree& tree, const Clause& clause) {
  const std::uint32_t nearest = tree.parent(clause.verb);
  if (opens_with_which(tree, clause))
    if (const auto thing = thing_above(tree, clause, nearest)) return *thing;
  if (opens_with_which(tree, clause))
    if (const auto body = body_below(tree, clause, nearest)) return *body;
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
    if (event && names_event(tree, *event)) return *event;
    return is_time_entity(tree[nearest].entity) && !clause.copula ? clause.verb : nearest;
  }
  if (who)
    if (const auto people = people_above(tree, nearest)) return *people;
  if (!who && speaks_of_clause(tree, clause, nearest)) return clause.verb;
  if (!who) return agreeing_beyond(tree, clause, nearest).value_or(nearest);
  // `Ana Holt from Horley, who left`: read as another person
  if (const std::uint32_t bearer = tree.parent(tree.parent(nearest));
      tree[nearest].deprel == Deprel::kPobj && tree.lower(tree.parent(nearest)) == "from" &&
      tree[bearer].entity == EntityLabel::kPerson && tree[nearest].upos == Upos::kPropn &&
      !tree.child(nearest, Deprel::kCompound))
    return bearer;
  // `disagreements with Pompeo who is ...`, `won a medal over Ana Roe, who`
  std::uint32_t before = *pronoun;
  if (before > tree.range().begin + 1 && tree.word(before - 1) == ",") --before;
  const bool named_before = before > tree.range().begin && tree[before - 1].upos == Upos::kPropn &&
                            tree.is_under(before - 1, nearest) && !is_place_entity(tree[before - 1].entity);
  // `the party of Ana Roe, who`: rather she than a body without a name
  const auto is_body = [&](std::uint32_t noun) {
    return named_before && tree[noun].upos == Upos::kNoun && !is_name_entity(tree[noun].entity) &&
           !noun_means(lower_case(tree[noun].lemma), NounKind::kPerson);
  };
  if (is_person(tree, nearest) && !is_body(nearest)) return nearest;
  if (named_before && tree[before - 1].entity == EntityLabel::kPerson) return before - 1;
  const auto somebody = somebody_above(tree, nearest);
  if (somebody && *somebody != nearest && !is_body(*somebody)) return *somebody;
  if (named_before) return before - 1;  // `a summit with Trump, who`, whatever he is read as
  // no place is a who, but a person of two names may be read as one
  const bool place = is_place_entity(tree[nearest].entity) && tree[nearest].deprel == Deprel::kPobj &&
                     !tree.child(nearest, Deprel::kCompound);
  return place ? clause.verb : nearest;
}

}  // namespace dossier::ingest
