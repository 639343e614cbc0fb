// On whose word a clause stands: the subject of the verb of saying or thinking above it, or `according to X`.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// `allow people living there`: who does it, not that they do
bool is_scene(const Tree& tree, const Clause& complement) {
  return tree[complement.verb].tag == Tag::kVbg && complement.kind == ClauseKind::kComplement &&
         tree.child(complement.verb, Deprel::kNsubj) &&
         !tree.child(complement.verb, {Deprel::kAux, Deprel::kMark});
}

// `decided where to open`, `underestimate how many left`: the answer is not told.
bool is_answer(const Tree& tree, const Clause& complement) {
  for (std::uint32_t t = tree.leftmost(complement.verb); t < complement.verb; ++t) {
    const Tag tag = tree[t].tag;
    if (tag == Tag::kWrb || tag == Tag::kWp || tag == Tag::kWpDollar) return true;
    if (tree[t].upos != Upos::kAdp) return false;
  }
  return false;
}

// `checked if he left`, `asked whether he left`: nobody says so.
bool asks(const Tree& tree, const Clause& complement) {
  const auto mark = tree.child(complement.verb, Deprel::kMark);
  return mark && (tree.lower(*mark) == "if" || tree.lower(*mark) == "whether");
}

// `allowed them to stay`: no word of theirs that they did.
bool lets_or_forbids(const std::string& verb) {
  return verb == "let" || verb_is(verb, VerbClass::kPermit) || verb_is(verb, VerbClass::kForbid);
}

// `held that it was late`, `maintains that it paid`: `that` and a clause, of a verb that takes one
bool maintains(const Tree& tree, const Clause& clause, const Clause& complement) {
  const auto mark = tree.child(complement.verb, Deprel::kMark);
  const std::string& verb = tree[clause.predicate()].lemma;
  return mark && tree.lower(*mark) == "that" && !clause.passive && clause.kind != ClauseKind::kParticipial &&
         complement.kind == ClauseKind::kComplement && tree.parent(complement.verb) == clause.predicate() &&
         takes_clause(verb) && !verb_is(verb, VerbClass::kSeem);
}

// `said that he left` reports; `told him to leave` demands.
bool reports(const Tree& tree, const Clause& clause, const Clause& complement) {
  const std::string& verb = tree[clause.predicate()].lemma;
  if (small_clause_subject(tree, complement.verb)) return holds_to_be(tree, complement);
  if (wants_done(verb) && tree.child(complement.verb, Deprel::kNsubjpass) &&
      !tree.child(complement.verb, {Deprel::kAuxpass, Deprel::kMark}))
    return false;  // `wants it sold`
  if (is_answer(tree, complement) && !verb_mostly_means(verb, VerbKind::kCommunication)) return false;
  if (modality_of_word(tree, complement, clause)) return false;
  if (asks(tree, complement) || is_said_by_none(tree, clause) || runs_on(tree, complement, clause) ||
      is_unproven(tree, complement, clause))
    return false;
  if (verb_is(verb, VerbClass::kFactive) || lets_or_forbids(verb)) return false;
  if (is_scene(tree, complement)) return false;
  if (verb_is(verb, VerbClass::kDemand) && complement.modality == Modality::kDemanded &&
      complement.kind == ClauseKind::kOpen)
    return false;
  // `condemned many to suffer`, `relied on Oslo to pay` does not say that they did
  const auto link =
      complement.kind == ClauseKind::kOpen ? tree.child(clause.predicate(), Deprel::kPrep) : std::nullopt;
  if (complement.kind == ClauseKind::kOpen && tree.child(clause.predicate(), Deprel::kDobj)) return false;
  if (link && is_verb(verb + "_" + tree.lower(*link))) return false;
  // `a table will be opened, the association included`
  if (complement.verb < clause.verb && !verb_means(verb, VerbKind::kCommunication) &&
      !verb_mostly_means(verb, VerbKind::kCognition))
    return false;
  return verb_means(verb, VerbKind::kCommunication) || verb_means(verb, VerbKind::kCognition) ||
         verb_is(verb, VerbClass::kDeny) || verb_is(verb, VerbClass::kDoubt) ||
         verb_is(verb, VerbClass::kPlan) || maintains(tree, clause, complement);
}

// `is confident that it sank`: on the word of who is; not `is aware`, `is glad`, `it is certain`, `made sure`
bool believes(const Tree& tree, const Clause& clause, const Clause& complement) {
  static constexpr std::string_view kBelief[] = {"sure",    "certain",    "confident", "convinced",
                                                 "adamant", "optimistic", "positive",  "persuaded"};
  const std::uint32_t state = tree.child(clause.predicate(), Deprel::kAcomp).value_or(clause.predicate()),
                      above = tree.parent(complement.verb);
  const std::string& verb = tree[clause.predicate()].lemma;
  if (state != clause.predicate() && verb != "be" && verb != "feel" && verb != "remain" && verb != "become")
    return false;
  return state < complement.verb && complement.kind == ClauseKind::kComplement && !clause.negated &&
         !clause.agent && !clause.subjects.empty() && (above == state || above == clause.predicate()) &&
         tree.lower(clause.subjects.front().head) != "it" &&
         std::find(std::begin(kBelief), std::end(kBelief), tree.lower(state)) != std::end(kBelief) &&
         !is_answer(tree, complement);
}

Stance stance_of(const Tree& tree, const Clause& reporting) {
  const std::string& verb = tree[reporting.predicate()].lemma;
  if (verb_is(verb, VerbClass::kDeny)) return Stance::kDenies;
  if (verb_is(verb, VerbClass::kDoubt) || reporting.negated) return Stance::kDoubts;
  return Stance::kAsserts;
}

bool is_named_source(const Tree& tree, std::uint32_t noun) {
  const EntityLabel label = tree[noun].entity;
  return (label == EntityLabel::kPerson || label == EntityLabel::kOrg || label == EntityLabel::kGpe) &&
         !tree.child(noun, {Deprel::kConj, Deprel::kAppos});
}

// Without its `'s`.
Phrase owner_phrase(const Tree& tree, std::uint32_t owner) {
  Phrase phrase = phrase_of(tree, owner);
  std::erase_if(phrase.tokens,
                [&](std::uint32_t t) { return tree[t].deprel == Deprel::kCase && tree.parent(t) == owner; });
  return phrase;
}

// `By some accounts, it sank`, `By one estimate, ten left`: between commas, or a comma and the end
std::optional<Phrase> by_account(const Tree& tree, std::uint32_t by) {
  const auto noun = tree.child(by, Deprel::kPobj);
  if (tree[by].deprel != Deprel::kPrep || tree.lower(by) != "by" || !noun || tree[*noun].upos != Upos::kNoun)
    return std::nullopt;
  const std::uint32_t last = tree.rightmost(by) + 1;
  const bool opens = by == tree.range().begin || tree.word(by - 1) == ",";
  if (!opens || last >= tree.range().end || tree.word(last) != ",") return std::nullopt;
  static constexpr std::string_view kSome[] = {"one", "some",    "most",  "many", "several",
                                               "all", "another", "other", "any"};
  const auto some = tree.child(*noun, {Deprel::kDet, Deprel::kAmod, Deprel::kNummod, Deprel::kPoss});
  const std::string lemma = lower_case(tree[*noun].lemma);
  const bool quantified =
      some && (tree[*some].tag == Tag::kPrpDollar ||
               std::find(std::begin(kSome), std::end(kSome), tree.lower(*some)) != std::end(kSome));
  const bool tells = noun_mostly_means(lemma, NounKind::kCommunication) ||
                     noun_mostly_means(lemma, NounKind::kCognition) ||
                     verb_is(event_verb_of(lemma), VerbClass::kSay);
  return quantified && tells ? std::optional(phrase_of(tree, *noun)) : std::nullopt;
}

// `according to X`, anywhere below the clause's verb or a verb above it.
std::optional<Phrase> according_to(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t c : tree.children(verb)) {
    if (const auto account = by_account(tree, c)) return account;
    if (!tree.is(c, {Deprel::kPrep, Deprel::kAdvcl, Deprel::kAdvmod}) || tree.lower(c) != "according")
      continue;
    auto slot = prepositional_slot(tree, c);
    if (const auto to = tree.child(c, Deprel::kPrep); !slot && to) slot = prepositional_slot(tree, *to);
    if (!slot) continue;
    PhraseShape bare;  // `according to AFP, citing the police`: the agency
    bare.participles = false;
    return phrase_of(tree, slot->conjuncts.front().head, bare);
  }
  return std::nullopt;
}

// `As the court noted`, `as Ana put it`, `as reported by AFP`: who tells it, of a clause with a comma or an end at both ends
std::optional<Phrase> teller_with_as(const Tree& tree, std::uint32_t clause) {
  const auto as = tree.child(clause, {Deprel::kMark, Deprel::kAdvmod}),
             object = tree.child(clause, Deprel::kDobj);
  const std::string& says = tree[clause].lemma;
  if (tree[clause].deprel != Deprel::kAdvcl || !as || tree.lower(*as) != "as" ||
      tree.leftmost(clause) != *as || tree.child(clause, {Deprel::kCcomp, Deprel::kXcomp, Deprel::kNeg}))
    return std::nullopt;
  const bool puts_it = says == "put" && object && tree.lower(*object) == "it";
  const bool tells = verb_mostly_means(says, VerbKind::kCommunication) && takes_clause(says) && !object &&
                     !verb_is(says, VerbClass::kPlan) && !verb_is(says, VerbClass::kDemand);
  const std::uint32_t last = tree.rightmost(clause) + 1;
  const bool opens = *as == tree.range().begin || tree[*as - 1].upos == Upos::kPunct;
  const bool closes = last >= tree.range().end || tree[last].upos == Upos::kPunct;
  if (!(puts_it || tells) || !opens || !closes) return std::nullopt;
  const auto agent = tree.child(clause, Deprel::kAgent);
  const auto teller = agent ? tree.child(*agent, Deprel::kPobj) : tree.child(clause, Deprel::kNsubj);
  if (!teller || tree[*teller].tag == Tag::kPrp) return std::nullopt;
  PhraseShape bare;
  bare.participles = false;
  return phrase_of(tree, *teller, bare);
}

// The parser hangs such a clause on the subject or the auxiliary too: `The road, as the court noted, had sunk`.
std::optional<Phrase> as_told(const Tree& tree, std::uint32_t verb, std::uint32_t asked) {
  for (const auto word : {std::optional(verb), tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}),
                          tree.child(verb, {Deprel::kAuxpass, Deprel::kAux})})
    for (const std::uint32_t c : word ? tree.children(*word) : tree.children(verb))
      if (const auto teller = c == asked ? std::nullopt : teller_with_as(tree, c)) return teller;
  return std::nullopt;
}

// `his claim`, `a lie told by Norsk`, `the theory of the police`: whose it is
std::optional<Phrase> teller_of(const Tree& tree, std::uint32_t noun) {
  if (const auto owner = tree.child(noun, Deprel::kPoss)) return owner_phrase(tree, *owner);
  for (const std::uint32_t c : tree.children(noun)) {
    const auto by = tree[c].deprel == Deprel::kAcl ? tree.child(c, Deprel::kAgent) : std::optional(c);
    if (!by || c < noun ||
        !(tree.is(*by, {Deprel::kAgent}) ||
          (tree[*by].deprel == Deprel::kPrep && (tree.lower(*by) == "by" || tree.lower(*by) == "of"))))
      continue;
    const auto teller = tree.child(*by, Deprel::kPobj);
    if (teller && (is_named_source(tree, *teller) || is_person(tree, *teller) ||
                   noun_mostly_means(lower_case(tree[*teller].lemma), NounKind::kGroup)))
      return phrase_of(tree, *teller);
  }
  return std::nullopt;
}

// `Norsk's argument is that it left`
std::optional<Attribution> of_told_noun(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto noun = tree.child(governor.verb, Deprel::kNsubj);
  if (clause.kind != ClauseKind::kComplement || tree[governor.predicate()].lemma != "be" || !noun ||
      clause.verb < governor.verb || !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}) ||
      clause.modality != Modality::kReported)
    return std::nullopt;
  const auto teller = teller_of(tree, *noun);
  return teller ? std::optional(Attribution{*teller, Stance::kAsserts}) : std::nullopt;
}

// `Moscow's claim that`, `her request that it be sold`, `denied reports that`, `made the allegation that`: the source of what a
// noun reports or demands.
std::optional<Attribution> of_reported_noun(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t noun = tree.parent(clause.verb);
  if (tree[noun].upos != Upos::kNoun) return std::nullopt;
  const std::string lemma = lower_case(tree[noun].lemma);
  const bool demands =
      clause.modality == Modality::kDemanded && verb_is(event_verb_of(lemma), VerbClass::kDemand);
  if (verb_is(event_verb_of(lemma), VerbClass::kDoubt) && governor.negated && !governor.subjects.empty() &&
      tree[governor.predicate()].lemma == "have")
    return Attribution{governor.subjects.front(), Stance::kAsserts};  // `Ana has no doubt that it sank`
  if (!demands && (clause.modality != Modality::kReported ||
                   !(noun_mostly_means(lemma, NounKind::kCommunication) || is_held(lemma))))
    return std::nullopt;
  if (const auto owner = tree.child(noun, Deprel::kPoss))
    return Attribution{owner_phrase(tree, *owner), Stance::kAsserts};
  const std::string& verb = tree[governor.predicate()].lemma;
  if (tree[noun].deprel != Deprel::kDobj || tree.parent(noun) != governor.predicate() ||
      governor.subjects.empty())
    return std::nullopt;
  const Stance stance = stance_of(tree, governor);
  if (stance == Stance::kAsserts &&
      !verb_is(verb, VerbClass::kLight))  // who mentions a rumour does not spread it
    return std::nullopt;
  return Attribution{governor.subjects.front(), stance};
}

bool is_set_off(const Tree& tree, std::uint32_t clause) {
  const std::uint32_t first = tree.leftmost(clause), last = tree.rightmost(clause);
  return first > tree.range().begin && (tree.word(first) == "," || tree.word(first - 1) == ",") &&
         (tree.word(last) == "," || tree.word(last + 1) == "," || tree.word(clause + 1) == ",");
}

// `Ana reported on Friday, the road was open`: what is said behind a comma
bool is_led_in(const Tree& tree, std::uint32_t clause) {
  const std::uint32_t last = tree.rightmost(clause);
  return tree.leftmost(clause) == tree.range().begin && clause < tree.parent(clause) &&
         last + 1 < tree.range().end && (tree.word(last) == "," || tree.word(last + 1) == ",") &&
         tree[clause].tag != Tag::kVbg && verb_mostly_means(tree[clause].lemma, VerbKind::kCommunication) &&
         std::all_of(tree.children(clause).begin(), tree.children(clause).end(), [&](std::uint32_t c) {
           const auto noun = tree.child(c, Deprel::kPobj);
           return tree[c].deprel != Deprel::kPrep || (noun && is_time_entity(tree[*noun].entity));
         });
}

// `Ana told the press`: whom, not what
bool says_something(const Tree& tree, std::uint32_t verb) {
  return tree.child(verb, Deprel::kDobj) && !takes_person(tree[verb].lemma) && !takes_two(tree[verb].lemma);
}

// `The road, says Ana, is open`: who says so between commas, of what stands around them.
std::optional<Attribution> put_in(const Tree& tree, const std::vector<Clause>& clauses, const Clause& around,
                                  const Clause& asked) {
  for (const std::uint32_t link : around.chain)
    for (const std::uint32_t c : tree.children(link)) {
      const auto speaker = tree.child(c, Deprel::kNsubj);
      if (tree[c].deprel != Deprel::kParataxis || !(is_set_off(tree, c) || is_led_in(tree, c)) || !speaker ||
          tree.lower(*speaker) == "i" || tree.lower(*speaker) == "you" ||
          (tree.lower(*speaker) == "it" && !verb_mostly_means(tree[c].lemma, VerbKind::kCommunication)) ||
          !(verb_means(tree[c].lemma, VerbKind::kCommunication) ||
            (verb_means(tree[c].lemma, VerbKind::kCognition) && takes_clause(tree[c].lemma) &&
             !verb_is(tree[c].lemma, VerbClass::kFactive))) ||
          says_something(tree, c) || tree.child(c, {Deprel::kCcomp, Deprel::kXcomp, Deprel::kAuxpass}) ||
          tree.is_under(asked.verb, c) ||
          (asked.verb != around.verb && asked.kind != ClauseKind::kAdverbial &&
           asked.kind != ClauseKind::kConjunct && asked.verb < c))
        continue;
      const auto clause = clause_of(clauses, c);
      if (clause && !clauses[*clause].subjects.empty())
        return Attribution{clauses[*clause].subjects.front(), stance_of(tree, clauses[*clause])};
    }
  return std::nullopt;
}

bool is_within_quotation(const Tree& tree, std::uint32_t token) {
  bool open = false;
  for (std::uint32_t t = tree.range().begin; t < token; ++t) {
    const std::string_view word = tree.word(t);
    if (word == "“" || word == "``") open = true;
    if (word == "”" || word == "''") open = false;
    if (word == "\"") open = !open;
  }
  return open;
}

// `cited Ana as saying that`: who is cited
std::optional<Phrase> cited(const Tree& tree, const Clause& governor) {
  const std::uint32_t as = tree.parent(governor.verb);
  if (governor.kind != ClauseKind::kGerund || tree.lower(as) != "as") return std::nullopt;
  const auto object = tree.child(tree.parent(as), Deprel::kDobj);
  return object && *object < as ? std::optional(phrase_of(tree, *object)) : std::nullopt;
}

std::optional<Phrase> speaker_of(const Tree& tree, const Clause& governor) {
  if (auto source = cited(tree, governor)) return source;
  if (governor.passive)
    return governor.agent ? std::optional(governor.agent->conjuncts.front()) : std::nullopt;
  return governor.subjects.empty() ? std::nullopt : std::optional(governor.subjects.front());
}

// `said that it was late, but the council wants more`: a but with a subject of its own is the writer's again.
bool is_turned_to(const Tree& tree, const Clause& clause, const Clause& first) {
  if (leaves_quotation(tree, clause, first)) return true;
  if (clause.kind != ClauseKind::kConjunct || first.kind != ClauseKind::kComplement ||
      !goes_against(tree, clause) || is_within_quotation(tree, clause.verb))
    return false;
  const auto subject = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  const auto but = tree.child(first.verb, Deprel::kCc);
  if (!but || tree.word(*but - 1) != "," || tree.child(clause.verb, Deprel::kMark)) return false;
  return tree[*subject].upos != Upos::kPron && tree.parent(first.verb) < first.verb;
}

// `criticised him for not going`: on the word of who criticises
bool is_blamed(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t preposition = tree.parent(clause.verb);
  return clause.kind == ClauseKind::kGerund && tree.parent(preposition) == governor.predicate() &&
         (tree.lower(preposition) == "for" || tree.lower(preposition) == "of") &&
         blames(tree, governor.predicate());
}

// `supported it, and, according to Ana, was praised`: what stands behind `and` is of the second alone.
bool is_of_next(const Tree& tree, std::uint32_t verb, std::uint32_t claimant, std::uint32_t asked) {
  std::uint32_t t = claimant;
  while (t > verb && tree.lower(t) != "according") --t;
  if (t <= verb + 1 || asked > t) return false;
  const std::uint32_t before = tree.word(t - 1) == "," ? t - 2 : t - 1;
  return before > verb && (tree[before].deprel == Deprel::kCc || tree.lower(before) == "then");
}

// `said that Ana, born in Oslo, had left`, `the ship – built in Oslo – had left`: a participle between two of them
bool is_inserted(const Tree& tree, const Clause& clause) {
  const std::uint32_t first = tree.leftmost(clause.verb), last = tree.rightmost(clause.verb);
  if (clause.kind != ClauseKind::kParticipial || tree[clause.verb].tag != Tag::kVbn ||
      first <= tree.range().begin + 1 || last + 1 >= tree.range().end)
    return false;
  const std::string_view before = tree.word(first - 1), after = tree.word(last + 1);
  const auto cuts = [](std::string_view word) { return word == "," || word == "–" || word == "—"; };
  return cuts(before) && cuts(after) && tree.parent(clause.verb) < first;
}

// `said that Ana, who owns it, had left`: what a comma sets off is the writer's own.
bool is_writers(const Tree& tree, const Clause& clause) {
  const bool aside =
      clause.kind == ClauseKind::kRelative ? is_aside(tree, clause) : is_inserted(tree, clause);
  return aside && !is_within_quotation(tree, clause.verb);
}

// `said that it sank, blaming the crew`: the speaker does so, and does not only say so.
bool does_so_himself(const Clause& clause) {
  return (clause.kind == ClauseKind::kAdverbial || clause.kind == ClauseKind::kParticipial) &&
         clause.attribution && !clause.subjects.empty() &&
         clause.subjects.front().head == clause.attribution->claimant.head;
}

// `The plan is dead, Ana said, and the road is shut`: the second is joined to what she said. Not behind a quotation.
std::optional<Attribution> goes_on(const Tree& tree, const Clause& clause, const Clause& governor,
                                   const Clause& asked) {
  const std::uint32_t says = governor.predicate();
  for (std::uint32_t t = says; t < asked.verb; ++t)
    if (tree.word(t) == ";") return std::nullopt;
  if (clause.kind != ClauseKind::kConjunct || governor.verb != says || governor.subjects.empty() ||
      governor.passive || governor.kind == ClauseKind::kRelative ||
      !verb_means(tree[says].lemma, VerbKind::kCommunication) ||
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kCsubj, Deprel::kExpl}) ||
      goes_against(tree, clause))
    return std::nullopt;
  const std::uint32_t speaker = governor.subjects.front().head;
  const auto told = tree.child(says, Deprel::kCcomp);
  const bool behind =
      tree[says].deprel == Deprel::kParataxis ? tree.parent(says) < says : told && *told < says;
  const std::uint32_t before = tree.leftmost(speaker) - 1;
  const bool between = speaker < says && tree.word(says + 1) == "," && tree[says + 2].upos == Upos::kCconj &&
                       before > tree.range().begin && tree.word(before) == "," &&
                       tree[before - 1].upos != Upos::kPunct;
  return behind && between ? std::optional(Attribution{governor.subjects.front(), stance_of(tree, governor)})
                           : std::nullopt;
}

// `killing ten, according to Ana, and reportedly hurting six`: of the six nobody says who says so.
bool is_hearsay_beside(const Tree& tree, const Clause& clause) {
  const auto children = tree.children(clause.verb);
  return clause.kind == ClauseKind::kConjunct && clause.modality == Modality::kReported &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree[c].deprel == Deprel::kAdvmod &&
                  (tree.lower(c) == "reportedly" || tree.lower(c) == "allegedly");
         });
}

std::optional<Attribution> attribution_of(const Tree& tree, const std::vector<Clause>& clauses,
                                          std::size_t index) {
  // Up the tree: the nearest word wins. A conjunct stands where its first conjunct does.
  std::size_t current = index;
  bool beside = false;  // of a noun inside what is told
  for (std::size_t steps = 0; steps <= clauses.size(); ++steps) {
    const Clause& clause = clauses[current];
    for (const std::uint32_t link : clause.chain)
      if (const auto told = as_told(tree, link, clauses[index].verb))
        return Attribution{source_of(tree, *told), Stance::kAsserts};
      else if (const auto claimant = according_to(tree, link);
               claimant && !tree.is_under(clauses[index].verb, claimant->head) &&
               !is_of_next(tree, link, claimant->head, clauses[index].verb))
        return Attribution{source_of(tree, *claimant), Stance::kAsserts};
    if (auto speaker = put_in(tree, clauses, clause, clauses[index])) return speaker;
    if (!clause.governor || is_writers(tree, clause) || (current == index && is_hearsay_beside(tree, clause)))
      return std::nullopt;
    const Clause& governor = clauses[*clause.governor];
    const bool said = (clause.kind == ClauseKind::kComplement || clause.kind == ClauseKind::kOpen) &&
                      tree.parent(clause.verb) == governor.predicate();
    if (is_turned_to(tree, clause, governor)) return std::nullopt;
    if (auto source = of_reported_noun(tree, clause, governor)) return source;
    if (auto teller = of_told_noun(tree, clause, governor)) return teller;
    // `Ana said that claims that Norsk spied are false`: not on her word
    if (current == index && modality_of_reporting_noun(tree, clause) == Modality::kReported)
      return std::nullopt;
    if (auto speaker = goes_on(tree, clause, governor, clauses[index])) return speaker;
    if (believes(tree, governor, clause)) return Attribution{governor.subjects.front(), Stance::kAsserts};
    beside = beside || clause.kind == ClauseKind::kRelative;
    // `asked the court to stop a trial in which Ida was charged`: that she was, nobody asks
    const bool asked = beside && clause.modality == Modality::kDemanded &&
                       verb_is(tree[governor.predicate()].lemma, VerbClass::kDemand);
    if ((said && !asked && reports(tree, governor, clause)) || is_blamed(tree, clause, governor)) {
      if (const auto speaker = speaker_of(tree, governor))
        return Attribution{source_of(tree, *speaker), stance_of(tree, governor)};
    }
    current = *clause.governor;
  }
  return std::nullopt;
}

}  // namespace

Phrase source_of(const Tree& tree, Phrase claimant) {
  if (claimant.empty() || tree[claimant.head].upos != Upos::kNoun ||
      tree[claimant.head].entity != EntityLabel::kNone)
    return claimant;
  const std::string lemma = lower_case(tree[claimant.head].lemma);
  if (!noun_mostly_means(lemma, NounKind::kCommunication) &&
      !noun_mostly_means(lemma, NounKind::kCognition) && !verb_is(event_verb_of(lemma), VerbClass::kSay))
    return claimant;
  if (const auto owner = tree.child(claimant.head, Deprel::kPoss); owner && is_named_source(tree, *owner))
    return owner_phrase(tree, *owner);
  for (const std::uint32_t c : tree.children(claimant.head)) {
    if (tree[c].deprel != Deprel::kPrep || (tree.lower(c) != "by" && tree.lower(c) != "from")) continue;
    const auto source = tree.child(c, Deprel::kPobj);
    if (source && is_named_source(tree, *source)) return phrase_of(tree, *source);
  }
  return claimant;
}

bool blames(const Tree& tree, std::uint32_t verb) {
  const auto somebody =
      tree.child(verb, tree.child(verb, Deprel::kAuxpass) ? Deprel::kNsubjpass : Deprel::kDobj);
  if (!somebody || !verb_mostly_means(tree[verb].lemma, VerbKind::kCommunication)) return false;
  const EntityLabel label = tree[*somebody].entity;
  return tree[*somebody].tag == Tag::kPrp || label == EntityLabel::kPerson || label == EntityLabel::kOrg ||
         label == EntityLabel::kGpe || label == EntityLabel::kNorp ||
         noun_mostly_means(lower_case(tree[*somebody].lemma), NounKind::kPerson) ||
         noun_mostly_means(lower_case(tree[*somebody].lemma), NounKind::kGroup);
}

bool leaves_quotation(const Tree& tree, const Clause& clause, const Clause& first) {
  if (clause.kind != ClauseKind::kConjunct || clause.verb < first.predicate() ||
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}) ||
      !is_within_quotation(tree, first.predicate()) || is_within_quotation(tree, clause.verb))
    return false;
  std::uint32_t joint = clause.verb;
  while (joint > first.predicate() && tree[joint].upos != Upos::kCconj) --joint;
  const auto comma = [&](std::uint32_t t) { return t > first.predicate() && tree.word(t) == ","; };
  return joint > first.predicate() + 2 && tree[joint - 1].upos == Upos::kPunct &&
         (comma(joint - 1) || comma(joint - 2));
}

void fill_attribution(const Tree& tree, std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i < clauses.size(); ++i) clauses[i].attribution = attribution_of(tree, clauses, i);
  for (Clause& clause : clauses)
    if (does_so_himself(clause)) clause.attribution.reset();
  for (Clause& clause : clauses)  // hearsay is what has no source
    if (clause.attribution && clause.modality == Modality::kReported) clause.modality = Modality::kAsserted;
}

}  // namespace dossier::ingest
