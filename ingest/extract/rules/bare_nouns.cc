// Rules for nouns that have neither article nor description and so name nothing: they belong to the verb.
// `went on display at the museum`, `acted in accordance with the law`, `took him into custody`, `cast doubt on the deal`.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

bool is_bare(const Tree& tree, const Phrase& phrase) {
  return phrase.tokens.size() == 1 && tree[phrase.head].tag == Tag::kNn &&
         tree[phrase.head].entity == EntityLabel::kNone && tree.children(phrase.head).empty();
}

// `custody at the airport` too: what stands behind it does not make it a thing.
bool starts_bare(const Tree& tree, const Phrase& phrase, Tag tag = Tag::kNn) {
  const auto children = tree.children(phrase.head);
  return phrase.tokens.front() == phrase.head && tree[phrase.head].tag == tag &&
         tree[phrase.head].entity == EntityLabel::kNone &&
         std::all_of(children.begin(), children.end(),
                     [&](std::uint32_t c) { return tree[c].deprel == Deprel::kPrep; });
}

bool is_abstract(const Tree& tree, std::uint32_t noun) {
  static constexpr NounKind kKinds[] = {NounKind::kAct,   NounKind::kAttribute,     NounKind::kCognition,
                                        NounKind::kEvent, NounKind::kCommunication, NounKind::kFeeling,
                                        NounKind::kState, NounKind::kRelation,      NounKind::kPhenomenon};
  const std::string lemma = lower_case(tree[noun].lemma);
  return is_kind_of(lemma, {"relation"}, 0) ||  // the word itself is of no kind
         std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](NounKind kind) { return noun_mostly_means(lemma, kind); });
}

// Nobody is put in what one can touch: `put gold in water`, `fired shots at police`. But `to court`, `in prison`.
bool names_condition(const Tree& tree, std::string_view preposition, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto is = [&](NounKind kind) { return noun_mostly_means(lemma, kind); };
  if (is(NounKind::kTime) || noun_means(lemma, NounKind::kTime)) return false;  // `reached it in time`
  if (is_abstract(tree, noun)) return true;
  return (preposition == "to" || preposition == "in") && noun_means(lemma, NounKind::kArtifact) &&
         (is(NounKind::kArtifact) || is(NounKind::kGroup));
}

bool leads_there(std::string_view preposition) {
  static constexpr std::string_view kWords[] = {"to", "into",   "on",  "in",     "under",
                                                "at", "out of", "off", "without"};
  return std::find(std::begin(kWords), std::end(kWords), preposition) != std::end(kWords);
}

// A verb that puts or holds its object somewhere; `took`, `held`, `made` say so of people alone.
bool moves(const Tree& tree, std::uint32_t verb, std::uint32_t object, std::string_view preposition,
           std::uint32_t state) {
  const std::string& lemma = tree[verb].lemma;
  if (is_verb(lemma + "_" + std::string(preposition) + "_" + tree.lower(state)))
    return true;                                                                 // `called it into question`
  if (lemma == "leave") return preposition == "without" || preposition == "in";  // `left the town in ruins`
  if (preposition == "without") return false;
  if (!needs_phrase(lemma) && !(takes_phrase(lemma) && verb_means(lemma, VerbKind::kMotion))) return false;
  const std::string noun = lower_case(tree[object].lemma);
  return !verb_is(lemma, VerbClass::kLight) || preposition == "into" || tree[object].upos != Upos::kNoun ||
         is_name_entity(tree[object].entity) || noun_means(noun, NounKind::kPerson) ||
         noun_mostly_means(noun, NounKind::kGroup) || noun_means(noun, NounKind::kLocation);
}

std::uint32_t last_token(const Argument& argument) {
  return argument.phrase.tokens.empty() ? argument.phrase.head : argument.phrase.tokens.back();
}

// `to a halt`, `to an end`: what happens has an article
bool names_end(const Tree& tree, const Argument& argument) {
  const auto& words = argument.phrase.tokens;
  // `to a halt at dusk`
  const bool alone = words.size() == 2 || (words.size() > 2 && tree[words[2]].deprel == Deprel::kPrep);
  if (argument.preposition != "to" || !alone || argument.phrase.head != words[1] ||
      tree[words[1]].tag != Tag::kNn || (tree.lower(words[0]) != "a" && tree.lower(words[0]) != "an"))
    return false;
  const std::string lemma = lower_case(tree[words[1]].lemma);
  return lemma == "end" || noun_mostly_means(lemma, NounKind::kEvent) ||
         noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kState);
}

bool names_state(const Tree& tree, const Argument& argument) {
  return (starts_bare(tree, argument.phrase) || names_end(tree, argument)) &&
         names_condition(tree, argument.preposition, argument.phrase.head);
}

// Which argument says what the object is brought to; none where it is hung on something else.
std::optional<std::size_t> condition_of(const Tree& tree, const Extraction& extraction) {
  const auto& arguments = extraction.arguments;
  if (extraction.relation_tokens.empty() || arguments.size() < 2) return std::nullopt;
  const bool named_so = arguments[0].role == ArgumentRole::kComplement &&
                        tree[arguments[0].phrase.head].deprel == Deprel::kOprd;
  if (arguments[0].role != ArgumentRole::kObject && !named_so) return std::nullopt;
  const auto verb = std::find_if(extraction.relation_tokens.rbegin(), extraction.relation_tokens.rend(),
                                 [&](std::uint32_t t) { return is_verb_tag(tree[t].tag); });
  const std::uint32_t object = arguments[0].phrase.head;
  if (verb == extraction.relation_tokens.rend() || is_bare(tree, arguments[0].phrase) ||
      tree[object].entity == EntityLabel::kMoney || tree[object].tag == Tag::kJjr ||
      noun_mostly_means(lower_case(tree[object].lemma), NounKind::kTime))
    return std::nullopt;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const Argument& argument = arguments[i];
    const bool placed =
        argument.role == ArgumentRole::kPrepositional || argument.role == ArgumentRole::kManner;
    if (!placed || argument.preposition_tokens.empty() || !leads_there(argument.preposition) ||
        !(names_state(tree, argument) ||
          (tree[*verb].lemma == "leave" && starts_bare(tree, argument.phrase, Tag::kNns))))
      continue;
    // `called into question the honesty of the bank`: nothing else stands between a verb and its object
    if (argument.preposition_tokens.front() == *verb + 1 && last_token(argument) + 1 == tree.leftmost(object))
      return i;
    if (named_so || !moves(tree, *verb, object, argument.preposition, argument.phrase.head)) continue;
    const std::uint32_t before = extraction.agent_first ? *verb : last_token(arguments[0]),
                        first = argument.preposition_tokens.front();
    // `left homes in Oslo without power`
    const Argument& place = arguments[i - 1];
    const bool behind_place = place.role == ArgumentRole::kPlace && !place.preposition_tokens.empty() &&
                              place.preposition_tokens.front() == before + 1 &&
                              first == last_token(place) + 1;
    // `left homes and shops without power`: each of them
    if (first == before + 1 || behind_place ||
        (tree.child(object, Deprel::kConj) && first == tree.rightmost(object) + 1))
      return i;
  }
  return std::nullopt;
}

}  // namespace

// `took him into custody` -> took into custody | him; `brought traffic to a halt` -> brought to a halt | traffic
void conditions(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if ((found[i].rule != "active" && found[i].rule != "passive_agent") || found[i].surface_only) continue;
    const auto condition = condition_of(tree, found[i]);
    if (!condition) continue;
    Extraction whole = found[i];
    const Argument& what = found[i].arguments[*condition];
    const bool end = names_end(tree, what);
    whole.predicate += " " + what.preposition + (end ? " " + tree.lower(what.phrase.tokens[0]) : "") + " " +
                       tree.lower(what.phrase.head);
    whole.arguments.erase(whole.arguments.begin() + static_cast<std::ptrdiff_t>(*condition));
    whole.arguments[0].role =
        ArgumentRole::kObject;  // `called into question the role`, read as what it is called
    whole.rule = "resultative";
    whole.statement_only = true;
    found.push_back(std::move(whole));
    found[i].surface_only = true;
  }
}

namespace {

// `cast doubt on`, `won praise from`: the object right behind the verb, the phrase right behind the object.
bool leads_on(const Tree& tree, const Extraction& extraction) {
  const auto& arguments = extraction.arguments;
  if (extraction.rule != "active" || extraction.surface_only || arguments.size() < 2 ||
      extraction.relation_tokens.empty() || arguments[0].role != ArgumentRole::kObject ||
      !is_bare(tree, arguments[0].phrase) || arguments[1].role != ArgumentRole::kPrepositional ||
      arguments[1].preposition_tokens.empty())
    return false;
  const std::uint32_t noun = arguments[0].phrase.head, target = arguments[1].phrase.head;
  const std::string& link = arguments[1].preposition;
  if (tree[noun].upos != Upos::kNoun || !is_nominal(tree[target]) || starts_bare(tree, arguments[1].phrase) ||
      link == "like" || link == "as" || link == "with" || link == "without")  // how it was done
    return false;
  return noun == extraction.relation_tokens.back() + 1 &&
         arguments[1].preposition_tokens.front() == noun + 1 &&
         !verb_is(tree[extraction.relation_tokens.back()].lemma, VerbClass::kLight);
}

}  // namespace

// `cast doubt on the deal` -> cast doubt on | the deal
void bare_objects(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!leads_on(tree, found[i])) continue;
    Extraction whole = found[i];
    whole.predicate += " " + tree.lower(whole.arguments[0].phrase.head);
    whole.arguments.erase(whole.arguments.begin());
    whole.rule = "light_verb";
    whole.statement_only = true;
    found.push_back(std::move(whole));
  }
}

// `went on display at the museum`: a bare noun behind a preposition belongs to the verb.
void prepositional_idioms(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (const Clause& clause : reading.clauses) {
    if (clause.copula || clause.slots.size() < 2) continue;
    for (std::size_t i = 0; i + 1 < clause.slots.size(); ++i) {
      const Slot &idiom = clause.slots[i], &target = clause.slots[i + 1];
      const std::uint32_t noun = idiom.argument.phrase.head;
      if (idiom.argument.role != ArgumentRole::kPrepositional || idiom.argument.phrase.tokens.size() != 1 ||
          tree[noun].tag != Tag::kNn || tree[noun].entity != EntityLabel::kNone ||
          idiom.anchor != clause.relation.back() + 1)
        continue;
      if (target.argument.preposition.empty() || target.argument.preposition == "according to" ||
          target.argument.preposition == idiom.argument.preposition ||  // `by ambulance and by air`
          target.argument.role == ArgumentRole::kTime || target.argument.role == ArgumentRole::kClause ||
          target.argument.role == ArgumentRole::kAdverbialClause)
        continue;
      Extraction extraction = start_of(tree, clause, "prepositional_idiom");
      extraction.predicate =
          predicate_of(tree, clause) + " " + idiom.argument.preposition + " " + tree.lower(noun);
      for (std::uint32_t t = idiom.anchor; t <= noun; ++t) extraction.relation_tokens.push_back(t);
      for (const Phrase& subject : clause.subjects)
        for (const Phrase& phrase : target.conjuncts) {
          extraction.subject = subject;
          extraction.arguments = {target.argument};
          extraction.arguments[0].phrase = phrase;
          found.push_back(extraction);
        }
    }
  }
}

namespace {

// `in favour of the bank`, `at odds over it`: what stands behind the noun, if that is all there is to it.
std::optional<Slot> led_on_to(const Tree& tree, const Extraction& extraction, const Argument& first) {
  static constexpr std::string_view kLinks[] = {"in", "on", "at", "under", "by", "out of"};
  const std::uint32_t noun = first.phrase.head;
  const auto link = tree.child(noun, Deprel::kPrep);
  const bool stands = tree[extraction.relation_tokens.back()].lemma == "be";
  const bool bare = starts_bare(tree, first.phrase) ||
                    (stands && tree[noun].tag == Tag::kNns && first.phrase.tokens.front() == noun);
  if (!is_verb_tag(tree[extraction.relation_tokens.back()].tag) ||
      first.role != ArgumentRole::kPrepositional || !link || *link != noun + 1 || !bare ||
      !is_abstract(tree, noun) ||
      std::find(std::begin(kLinks), std::end(kLinks), first.preposition) == std::end(kLinks) ||
      verb_is(tree[extraction.relation_tokens.back()].lemma, VerbClass::kCause))
    return std::nullopt;
  auto target = prepositional_slot(tree, *link);
  if (!target || target->argument.role == ArgumentRole::kTime ||
      target->argument.role == ArgumentRole::kClause || tree.rightmost(*link) + 1 < tree.rightmost(noun) ||
      !is_nominal(tree[target->argument.phrase.head]) ||
      tree[target->argument.phrase.head].upos == Upos::kPron)
    return std::nullopt;
  // `believes in freedom of speech`: a noun of several words
  if (!stands && starts_bare(tree, target->argument.phrase)) return std::nullopt;
  target->argument.role = ArgumentRole::kPrepositional;
  return target;
}

}  // namespace

// `acted in accordance with the law` -> acted in accordance with | the law
void compound_prepositions(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if ((found[i].rule != "active" && found[i].rule != "passive") || found[i].surface_only ||
        found[i].arguments.empty() || found[i].relation_tokens.empty())
      continue;
    const Argument first = found[i].arguments[0];
    const auto target = led_on_to(tree, found[i], first);
    if (!target) continue;
    for (const Phrase& phrase : target->conjuncts) {
      Extraction whole = found[i];
      whole.predicate += " " + first.preposition + " " + tree.lower(first.phrase.head);
      whole.arguments[0] = target->argument;
      whole.arguments[0].phrase = phrase;
      whole.rule = "prepositional_idiom";
      whole.statement_only = true;
      whole.surface_only = false;
      found.push_back(std::move(whole));
    }
    found[i].surface_only = true;
  }
}

}  // namespace dossier::ingest
