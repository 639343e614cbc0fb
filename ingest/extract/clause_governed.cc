// What a clause is by what it hangs on: a demand, a plan, a report, a purpose, or what is itself no fact.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// `to stop`, `that he stop`: a base form that no auxiliary makes finite.
bool is_unmarked(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return tree[verb].tag == Tag::kVb && std::none_of(children.begin(), children.end(), [&](auto c) {
           return tree[c].deprel == Deprel::kAux && tree[c].tag != Tag::kTo && tree.lower(c) != "should";
         });
}

// `that it be sold`, `ordered it sold`
bool is_to_be_done(const Tree& tree, std::uint32_t verb) {
  const auto be = tree.child(verb, Deprel::kAuxpass);
  return tree[verb].tag == Tag::kVbn && !tree.child(verb, Deprel::kAux) &&
         (be ? tree[*be].tag == Tag::kVb : tree.child(verb, Deprel::kNsubjpass).has_value());
}

// `that Rome host it`: a base form that is taken for the present
bool is_subjunctive(const Tree& tree, std::uint32_t verb) {
  const auto who = tree.child(verb, Deprel::kNsubj);
  return who && (tree[*who].tag == Tag::kNn || tree[*who].tag == Tag::kNnp) && tree[verb].tag == Tag::kVbp &&
         tree.lower(verb) == tree[verb].lemma && !tree.child(*who, Deprel::kConj);
}

bool is_finite_clause(const Tree& tree, std::uint32_t verb) {
  if (tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass})) return !is_unmarked(tree, verb);
  return false;
}

// `means people throw it away`: a subject without `to`
bool states(const Tree& tree, std::uint32_t verb) {
  const auto to = tree.child(verb, Deprel::kAux);
  return tree.child(verb, Deprel::kNsubj) && !(to && tree[*to].tag == Tag::kTo);
}

// `should be lawful and any law against it is an attack`: a finite verb needs no auxiliary of another.
// `will leave, and the mayor has sold it`, `wants to come but has not met her`: nor does one with its own, but of hearsay.
bool is_finite(const Tree& tree, const Clause& clause, const Clause& first) {
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  const bool has = auxiliary && tree[*auxiliary].lemma == "have" && tree.child(clause.verb, Deprel::kNeg);
  const bool own = auxiliary && *auxiliary < clause.verb && first.modality != Modality::kReported &&
                   (has || tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}));
  const Tag tag = tree[own ? *auxiliary : clause.verb].tag;
  const bool base = tag == Tag::kVbd && tree.lower(clause.verb) == tree[clause.verb].lemma &&
                    !tree.child(clause.verb, Deprel::kNsubj);  // `will seal it and put it there`
  return (tag == Tag::kVbd && !base) || tag == Tag::kVbz || tag == Tag::kVbp;
}

// `it is possible that he left`, `is unlikely to`, `is unclear whether`, `is not true that`: an adjective that leaves it open.
bool leaves_open(const Tree& tree, const Clause& governor) {
  static constexpr std::string_view kCertain[] = {"true",    "clear",   "certain",   "sure",
                                                  "evident", "obvious", "confident", "convinced"};
  static constexpr std::string_view kOpen[] = {
      "possible",   "likely",  "unlikely", "probable",  "conceivable", "plausible",
      "improbable", "unclear", "doubtful", "uncertain", "false",       "untrue",
      "impossible", "afraid",  "worried",  "concerned", "fearful",     "hopeful"};
  const auto adjective = tree.child(governor.predicate(), Deprel::kAcomp);
  if (!adjective) return false;
  const auto is_one_of = [word = tree.lower(*adjective)](const auto& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  return is_one_of(kOpen) || (governor.negated && is_one_of(kCertain));
}

// `an allegation he hit her`: a clause behind a noun that lacks nothing is what the noun says.
bool is_whole(const Tree& tree, const Clause& clause) {
  if (!noun_mostly_means(lower_case(tree[tree.parent(clause.verb)].lemma), NounKind::kCommunication))
    return false;
  for (std::uint32_t t = tree.leftmost(clause.verb); t < clause.verb; ++t)
    if (tree[t].tag == Tag::kWdt || tree[t].tag == Tag::kWp || tree[t].tag == Tag::kWrb) return false;
  for (const std::uint32_t link : clause.chain)
    for (const std::uint32_t c : tree.children(link))
      if (tree[c].deprel == Deprel::kPrep && tree.children(c).empty()) return false;
  const auto object = tree.child(clause.predicate(), {Deprel::kDobj, Deprel::kAttr, Deprel::kAcomp});
  const auto subject = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  return object && *object > clause.predicate() && subject && tree.lower(*subject) != "that";
}

// `it was reported that he left`: nobody says who reported it.
bool is_said_by_nobody(const Tree& tree, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  const auto it = tree.child(governor.verb, {Deprel::kNsubjpass, Deprel::kExpl});
  return governor.passive && !governor.agent && it && tree.lower(*it) == "it" && takes_clause(verb) &&
         !verb_is(verb, VerbClass::kFactive) && !verb_is(verb, VerbClass::kDemand) &&
         (verb_means(verb, VerbKind::kCommunication) || verb_mostly_means(verb, VerbKind::kCognition));
}

// `is often told that it is dark`, `were warned that it was closed`: by nobody who is named
bool is_let_know(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  return governor.passive && !governor.agent && clause.verb > governor.predicate() &&
         tree.parent(clause.verb) == governor.predicate() && is_finite_clause(tree, clause.verb) &&
         takes_clause(verb) && verb_mostly_means(verb, VerbKind::kCommunication);
}

// `the accusation is that he left`: nobody says whose it is.
bool is_told_by(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto subject = tree.child(governor.verb, Deprel::kNsubj);
  return subject && tree[governor.predicate()].lemma == "be" && tree[*subject].upos == Upos::kNoun &&
         is_finite_clause(tree, clause.verb) &&
         (noun_mostly_means(lower_case(tree[*subject].lemma), NounKind::kCommunication) ||
          (is_held(lower_case(tree[*subject].lemma)) && tree.child(*subject, Deprel::kPoss)));
}

// `a pandemic sparked by it`, read as what was seen to be done: a participle with a subject and no auxiliary
std::optional<std::uint32_t> noun_of_participle(const Tree& tree, const Clause& clause) {
  if (clause.kind == ClauseKind::kRelative || clause.kind == ClauseKind::kParticipial)
    return tree.parent(clause.verb);
  if (clause.kind != ClauseKind::kComplement || tree[clause.verb].tag != Tag::kVbn ||
      tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
    return std::nullopt;
  return tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
}

// Whether something denied is said of the noun, as the object or as no subject: `no plan made by Ana passed`.
bool is_denied_argument(const Tree& tree, std::uint32_t noun, const Clause& clause, const Clause& governor) {
  const std::uint32_t above = tree.parent(noun);
  if (above == clause.verb) return tree.parent(above) == governor.predicate();
  if (above != governor.predicate()) return false;
  if (tree.is(noun, {Deprel::kDobj, Deprel::kAttr})) return true;
  const auto determiner = tree.child(noun, Deprel::kDet);
  return tree.is(noun, {Deprel::kNsubj, Deprel::kNsubjpass}) && determiner && tree.lower(*determiner) == "no";
}

// `does not have streams that run`, `had not enough left in it`, `has never seen a pandemic sparked by it`: of what
// there is not nothing holds.
bool is_of_missing_thing(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (!governor.negated) return false;
  const auto noun = noun_of_participle(tree, clause);
  if (!noun || !is_denied_argument(tree, *noun, clause, governor) || tree.child(*noun, Deprel::kPoss))
    return false;
  const auto determiner = tree.child(*noun, Deprel::kDet);
  if (!determiner) return tree[*noun].upos == Upos::kNoun;
  const std::string word = tree.lower(*determiner);  // makes a noun of what is read as an adjective
  return (tree[*noun].upos == Upos::kNoun || tree[*noun].upos == Upos::kAdj) &&
         (word == "a" || word == "an" || word == "any" || word == "no");
}

// `could end the deal that they signed`, `may attract people who want rest`: what is known, or is told of all of them.
bool is_of_known(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t noun = tree.parent(clause.verb);
  const auto determiner = tree.child(noun, Deprel::kDet);
  const bool may = governor.modality == Modality::kPossible && has_modal(tree, governor);
  if (!determiner) return may && noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kPerson);
  return tree.lower(*determiner) == "the" && (may || tree[clause.verb].tag == Tag::kVbd);
}

// `did not say if they were open and another warned of dogs`
bool follows_question(const Tree& tree, const Clause& clause, const Clause& first) {
  const auto mark = tree.child(first.verb, Deprel::kMark);
  return mark && tree.lower(*mark) == "if" && first.kind == ClauseKind::kComplement && *mark < clause.verb &&
         tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
}

// `is not known for taking holidays`, `did not win by cheating`
bool is_denied_of(const Tree& tree, const Clause& clause) {
  const std::string preposition = tree.lower(tree.parent(clause.verb));
  return preposition == "for" || preposition == "of" || preposition == "by" || preposition == "in";
}

// `planning to live in a land which was poor`: it was
bool is_told_as_past(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (governor.kind != ClauseKind::kGerund) return false;
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  return tree[auxiliary && *auxiliary < clause.verb ? *auxiliary : clause.verb].tag == Tag::kVbd;
}

// `finished`, `becoming`, without an auxiliary; the parser takes the first for a past, too.
bool is_participle(const Tree& tree, std::uint32_t verb) {
  const Tag tag = tree[verb].tag;
  return (tag == Tag::kVbn || tag == Tag::kVbg || tag == Tag::kVbd) &&
         !tree.child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark});
}

// `allowed them to find people who left`: they did, whoever was allowed to find them.
bool is_permitted(const Tree& tree, const Clause& clause) {
  return (clause.kind == ClauseKind::kOpen || clause.kind == ClauseKind::kComplement) &&
         verb_is(tree[tree.parent(clause.verb)].lemma, VerbClass::kPermit);
}

// `will build ships that carry oil`: present, of a thing that is yet to be made.
bool is_of_unmade_thing(const Tree& tree, const Clause& clause, const Clause& governor) {
  if ((governor.modality != Modality::kPlanned && governor.modality != Modality::kDemanded) ||
      is_aside(tree, clause) ||
      (clause.kind != ClauseKind::kRelative && clause.kind != ClauseKind::kParticipial) ||
      !verb_means(tree[governor.predicate()].lemma, VerbKind::kCreation))
    return false;
  const std::uint32_t noun = tree.parent(clause.verb);
  const Tag tag = tree[clause.relation.front()].tag;
  if (tree[noun].deprel != Deprel::kDobj || tree.parent(noun) != governor.predicate() ||
      tree[noun].upos != Upos::kNoun || noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kPerson) ||
      (tag != Tag::kVbz && tag != Tag::kVbp && tag != Tag::kVbg) || tree[clause.verb].tag == Tag::kVbn ||
      tree.child(noun, Deprel::kPoss))
    return false;
  const auto determiner = tree.child(noun, Deprel::kDet);
  const std::string word = determiner ? tree.lower(*determiner) : "a";
  return word == "a" || word == "an" || word == "any" || word == "some";
}

// `told them: "I like it"`
bool is_quoted_by(const Tree& tree, const Clause& clause, const Clause& governor) {
  for (std::uint32_t t = governor.predicate() + 1; t < clause.verb; ++t) {
    const std::string_view word = tree.word(t);
    if (word == ":" || word == "“" || word == "``" || word == "\"") return true;
  }
  return false;
}

// `microbes that need it can survive`: what tells the subject apart holds whatever it may do.
bool tells_subject(const Tree& tree, const Clause& clause, const Clause& governor) {
  for (std::uint32_t noun = tree.parent(clause.verb); noun != tree.parent(noun); noun = tree.parent(noun))
    if (tree.is(noun, {Deprel::kNsubj, Deprel::kNsubjpass}) && tree.parent(noun) == governor.verb)
      return has_modal(tree, governor);
  return false;
}

// `falsely claimed that it sank`, `wrongly believed that it sank`
bool is_false(const Tree& tree, const Clause& clause, const Clause& governor) {
  static constexpr std::string_view kFalse[] = {"falsely", "wrongly", "incorrectly", "mistakenly",
                                                "erroneously"};
  const auto children = tree.children(governor.predicate());
  return clause.kind == ClauseKind::kComplement && is_finite_clause(tree, clause.verb) &&
         std::any_of(children.begin(), children.end(), [&](auto c) {
           return tree[c].deprel == Deprel::kAdvmod &&
                  std::find(std::begin(kFalse), std::end(kFalse), tree.lower(c)) != std::end(kFalse);
         });
}

// `agreed to let them go`, `tried to make them pay`: ahead; `failed to force them to leave`: whether they did is not said.
std::optional<Modality> of_intent(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  if ((clause.kind != ClauseKind::kOpen && clause.kind != ClauseKind::kComplement) ||
      clause.verb < governor.verb || tree.parent(clause.verb) != governor.predicate() ||
      !is_unmarked(tree, clause.verb) || !(makes_do(verb) || verb == "help"))
    return std::nullopt;
  for (std::size_t i = 0; i + 1 < governor.chain.size(); ++i) {
    const std::string& link = tree[governor.chain[i]].lemma;
    if (verb_is(link, VerbClass::kRefuse)) return Modality::kPossible;
    if (link == "try" || link == "attempt" || link == "design" || link == "seek" ||
        verb_is(link, VerbClass::kPlan) || verb_mostly_means(link, VerbKind::kCommunication) ||
        verb_mostly_means(link, VerbKind::kCognition))
      return Modality::kPlanned;
  }
  return std::nullopt;
}

// `I can confirm that it sank`: who can, does; nobody who could or cannot, and no test
bool can_tell(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  const auto somebody = tree.child(governor.verb, Deprel::kNsubj);
  const bool tells = verb_mostly_means(verb, VerbKind::kCommunication) ||
                     verb_mostly_means(verb, VerbKind::kCognition) ||
                     verb_mostly_means(verb, VerbKind::kPerception);
  const auto& words = governor.relation;
  const auto modal =
      std::find_if(words.begin(), words.end(), [&](std::uint32_t t) { return tree[t].tag == Tag::kMd; });
  return clause.kind == ClauseKind::kComplement && !governor.negated && clause.verb > governor.predicate() &&
         is_finite_clause(tree, clause.verb) && tells && modal != words.end() &&
         tree.lower(*modal) == "can" && somebody && tree[*somebody].tag == Tag::kPrp &&
         tree.lower(*somebody) != "it";
}

// `must prove that it is safe`: it need not be. `will make sure that it is safe`
bool is_to_be_shown(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (clause.kind != ClauseKind::kComplement || !is_finite_clause(tree, clause.verb)) return false;
  const std::string& verb = tree[governor.predicate()].lemma;
  if (verb == "make") {
    const std::string word = tree.lower(tree.parent(clause.verb));
    return word == "sure" || word == "certain";
  }
  const bool done = verb == "ensure" || governor.modality == Modality::kDemanded;
  return done && verb_is(verb, VerbClass::kFactive) && !verb_mostly_means(verb, VerbKind::kCognition) &&
         tree.parent(clause.verb) == governor.predicate();
}

}  // namespace

bool is_held(const std::string& noun) {
  const auto verb = event_verb_of(noun);
  return noun_mostly_means(noun, NounKind::kCognition) && !verb_is(verb, VerbClass::kPlan) &&
         !verb_is(verb, VerbClass::kDoubt) && !verb_is(verb, VerbClass::kFactive);
}

bool has_modal(const Tree& tree, const Clause& clause) {
  return std::any_of(clause.relation.begin(), clause.relation.end(),
                     [&](std::uint32_t t) { return tree[t].tag == Tag::kMd; });
}

bool tells_past(const Tree& tree, const Clause& clause) {
  if (!tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})) return false;
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  return tree[auxiliary && *auxiliary < clause.verb ? *auxiliary : clause.verb].tag == Tag::kVbd;
}

bool goes_against(const Tree& tree, const Clause& clause) {
  if (!tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})) return false;
  for (const std::uint32_t c : tree.children(tree.parent(clause.verb)))
    if (tree[c].deprel == Deprel::kCc && c < clause.verb && tree.lower(c) == "but") return true;
  return false;
}

bool is_left_open(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (is_of_missing_thing(tree, clause, governor)) return true;
  if (clause.kind != ClauseKind::kComplement || clause.verb < governor.verb) return false;
  if (leaves_open(tree, governor)) return true;
  const auto adjective = tree.child(tree.parent(governor.predicate()), Deprel::kAcomp);
  return adjective && (tree.lower(*adjective) == "hard" || tree.lower(*adjective) == "difficult" ||
                       tree.lower(*adjective) == "impossible");
}

// `before the committee voted, Ana claimed`
bool tells_time(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const std::string word = mark ? tree.lower(*mark) : std::string();
  return word == "before" || word == "after" || word == "since" || word == "until" || word == "while" ||
         word == "because" || word == "although" || word == "though";
}

bool runs_on(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (clause.kind != ClauseKind::kComplement || clause.verb > governor.verb ||
      tree.parent(clause.verb) != governor.predicate())
    return false;
  if (tells_time(tree, clause)) return true;
  for (std::uint32_t t = tree.rightmost(clause.verb) + 1; t < governor.verb; ++t) {
    const std::string word = tree.lower(t);
    if (tree.parent(t) == governor.predicate() &&
        (word == "–" || word == "—" || word == ";" ||
         (word == "so" && tree.is(t, {Deprel::kMark, Deprel::kAdvmod}))))
      return true;
  }
  return false;
}

// `reports that he left` are somebody's; `the idea that he left` is one.
std::optional<Modality> modality_of_reporting_noun(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const std::uint32_t noun = tree.parent(clause.verb);
  // `her request that it be sold`, `the recommendation the army protect it`
  const bool base =
      is_unmarked(tree, clause.verb) || is_to_be_done(tree, clause.verb) || is_subjunctive(tree, clause.verb);
  if (clause.kind == ClauseKind::kParticipial && base && tree[noun].upos == Upos::kNoun &&
      tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}) &&
      !has_infinitive_mark(tree, clause.verb) &&
      verb_is(event_verb_of(lower_case(tree[noun].lemma)), VerbClass::kDemand))
    return Modality::kDemanded;
  if ((clause.kind != ClauseKind::kParticipial && clause.kind != ClauseKind::kRelative) ||
      !(mark ? tree.lower(*mark) == "that" : is_whole(tree, clause)) || tree[noun].upos != Upos::kNoun ||
      !is_finite_clause(tree, clause.verb))
    return std::nullopt;
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto none = tree.child(noun, {Deprel::kDet, Deprel::kNeg});
  if (verb_is(event_verb_of(lemma), VerbClass::kDoubt) && none && tree.lower(*none) == "no")
    return Modality::kAsserted;  // `there is no doubt that he left`
  if (lemma == "fact" || verb_is(event_verb_of(lemma), VerbClass::kFactive)) return std::nullopt;
  if (noun_mostly_means(lemma, NounKind::kCommunication) ||
      (is_held(lemma) && tree.child(noun, Deprel::kPoss)))
    return Modality::kReported;
  if (noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kFeeling) ||
      noun_means(lemma, NounKind::kState))
    return Modality::kPossible;
  // `charges that he left`, `a tip that`, `a ruling that`; not `the reason that he left`, `the day that`
  const bool tells = mark && lemma != "reason" && lemma != "way" &&
                     (noun_means(lemma, NounKind::kCommunication) || takes_clause(event_verb_of(lemma)));
  return tells && !noun_mostly_means(lemma, NounKind::kTime) ? std::optional(Modality::kReported)
                                                             : std::nullopt;
}

std::optional<Modality> modality_from_governor(const Tree& tree, const Clause& clause,
                                               const Clause& governor) {
  if (runs_on(tree, clause, governor)) return std::nullopt;
  // `will stop firms from selling it`
  if (is_left_out(tree, clause) && clause.negated && tree.lower(tree.parent(clause.verb)) != "without" &&
      governor.modality != Modality::kReported)
    return governor.modality;
  const std::string& verb = tree[governor.predicate()].lemma;
  const bool complement = clause.kind == ClauseKind::kComplement || clause.kind == ClauseKind::kOpen ||
                          is_told_to(tree, clause, governor);
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const bool called_for = clause.kind == ClauseKind::kAdverbial && mark && tree.lower(*mark) == "for";
  // `recommended residents avoid it`: a base form that is taken for the present
  const bool base = tree[clause.verb].tag == Tag::kVbp && tree.word(clause.verb) == tree[clause.verb].lemma &&
                    !tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kNeg}) &&
                    !is_quoted_by(tree, clause, governor);
  if (complement && governor.negated && verb_is(verb, VerbClass::kForbid)) return Modality::kPossible;
  if ((complement || called_for) && verb_is(verb, VerbClass::kDemand) &&
      (base || is_unmarked(tree, clause.verb) || is_to_be_done(tree, clause.verb)))
    return Modality::kDemanded;
  // `ordered an alert and that the army protect it`
  if (clause.kind == ClauseKind::kConjunct && mark && tree.lower(*mark) == "that" &&
      is_unmarked(tree, clause.verb) && verb_is(verb, VerbClass::kDemand))
    return Modality::kDemanded;
  // `means that it was unlawful` draws a conclusion, `means to leave` is a plan
  const bool concludes = (verb_is(verb, VerbClass::kFactive) &&
                          (is_finite_clause(tree, clause.verb) || states(tree, clause.verb))) ||
                         (states(tree, clause.verb) && is_quoted_by(tree, clause, governor));
  if (complement && (verb_is(verb, VerbClass::kPlan) || (wants_done(verb) && clause.passive)) && !concludes) {
    if (!tells_past(tree, clause)) return Modality::kPlanned;
    // of a wish is_unwanted says that it is not so; `disliked that it was late`: it was
    const bool thinks = clause.verb > governor.verb && takes_clause(verb) && verb != "wish" && verb != "like";
    return thinks ? Modality::kPossible : Modality::kAsserted;
  }
  if (complement && verb_is(verb, VerbClass::kPermit) && governor.modality == Modality::kAsserted &&
      is_unmarked(tree, clause.verb))
    return Modality::kPossible;  // `allowed him to buy it`
  // `speculated that it came from bats`
  if (clause.kind == ClauseKind::kComplement && clause.verb > governor.verb &&
      verb_is(verb, VerbClass::kGuess) && is_finite_clause(tree, clause.verb) && !governor.negated)
    return Modality::kPossible;
  if (is_false(tree, clause, governor) || is_of_missing_thing(tree, clause, governor) ||
      is_supposed(tree, governor) || (complement && leaves_open(tree, governor)) ||
      is_unproven(tree, clause, governor))
    return Modality::kPossible;
  if (clause.kind == ClauseKind::kComplement &&
      (is_said_by_nobody(tree, governor) || is_let_know(tree, clause, governor) ||
       is_told_by(tree, clause, governor)))
    return Modality::kReported;
  if (const auto word = modality_of_word(tree, clause, governor)) return word;
  if (const auto company = modality_from_company(tree, clause, governor)) return company;
  if ((governor.modality == Modality::kDemanded || governor.modality == Modality::kPlanned) &&
      is_to_be_shown(tree, clause, governor))
    return governor.modality;
  if (governor.modality == Modality::kAsserted)
    if (const auto intent = of_intent(tree, clause, governor)) return intent;
  if (complement && verb == "get" && governor.chain.size() == 1 && !governor.negated &&  // `got Oslo to pay`
      governor.modality == Modality::kAsserted && is_unmarked(tree, clause.verb) &&
      !clause.subjects.empty() && clause.subjects.front().head > governor.verb &&
      names_actor(tree, clause.subjects.front().head))
    return Modality::kAsserted;
  // `forced schools to close`, in fact; `caused Ana to fall`, her read as the infinitive's subject
  if (complement && verb_is(verb, VerbClass::kForce) && !governor.negated &&
      governor.modality == Modality::kAsserted && is_unmarked(tree, clause.verb) &&
      clause.verb > governor.predicate() &&
      (clause.kind == ClauseKind::kOpen
           ? tree.child(governor.predicate(), {Deprel::kDobj, Deprel::kNsubjpass})
           : tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})))
    return Modality::kAsserted;
  // `it seems that he left`; `it seems strange that he left`: he did
  if (clause.kind == ClauseKind::kComplement && verb_is(verb, VerbClass::kSeem) &&
      clause.verb > governor.verb && !tree.child(governor.predicate(), {Deprel::kAcomp, Deprel::kOprd}))
    return Modality::kPossible;
  // `helped him to stay`: he did
  if (clause.kind == ClauseKind::kOpen && verb == "help" && !governor.negated &&
      governor.modality == Modality::kAsserted && tree.child(governor.predicate(), Deprel::kDobj))
    return Modality::kAsserted;
  // `stopped people becoming poor`, `opposed Oslo leaving`, `spared Oslo having to pay`
  const bool open = verb_is(verb, VerbClass::kOpen) || verb_is(verb, VerbClass::kRefuse);
  if (complement && (open || verb_is(verb, VerbClass::kPrevent)) && tree[clause.verb].tag == Tag::kVbg &&
      tree.child(clause.verb, Deprel::kNsubj))
    return Modality::kPossible;
  // `want to see it finished`
  if (clause.kind == ClauseKind::kComplement && governor.chain.size() > 1 &&
      governor.modality == Modality::kPlanned && verb_mostly_means(verb, VerbKind::kPerception) &&
      is_participle(tree, clause.verb))
    return governor.modality;
  // `does not force them to leave`, `did not see him leave`
  if (complement && governor.negated && is_unmarked(tree, clause.verb)) return Modality::kPossible;
  // `to help the girls enter the country`: what a bare infinitive says is as real as its governor
  if (complement && governor.modality != Modality::kAsserted && is_unmarked(tree, clause.verb))
    return governor.modality;
  if (complement && !can_tell(tree, clause, governor) &&
      (governor.modality == Modality::kConditional || governor.modality == Modality::kPossible))
    return governor.modality;
  if (clause.kind == ClauseKind::kOpen && governor.modality != Modality::kAsserted) return governor.modality;
  // `will build ships that carry oil`
  if (is_of_unmade_thing(tree, clause, governor)) return governor.modality;
  // `whether he envisions a world where each has its own`
  if (clause.kind == ClauseKind::kRelative && !is_aside(tree, clause) &&
      !is_of_known(tree, clause, governor) && !is_told_as_past(tree, clause, governor) &&
      !is_permitted(tree, governor) && !tells_subject(tree, clause, governor) &&
      (governor.modality == Modality::kPossible || governor.modality == Modality::kConditional))
    return governor.modality;
  if (clause.kind == ClauseKind::kConjunct && leaves_quotation(tree, clause, governor)) return std::nullopt;
  // `reportedly hit a rail and left the road`
  if (clause.kind == ClauseKind::kConjunct && governor.modality == Modality::kReported &&
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}))
    return Modality::kReported;
  if (clause.kind == ClauseKind::kConjunct && follows_question(tree, clause, governor)) return std::nullopt;
  if (clause.kind == ClauseKind::kConjunct && governor.modality != Modality::kAsserted &&
      !(is_finite(tree, clause, governor) && modality_of_chain(tree, governor)) &&
      !goes_against(tree, clause))
    return governor.modality;
  if (clause.kind == ClauseKind::kGerund && governor.negated && is_denied_of(tree, clause))
    return Modality::kPossible;
  // `if convicted of robbing it`, `could be fined for selling it`; but `may be best known for selling it`
  if (clause.kind == ClauseKind::kGerund && is_denied_of(tree, clause) && verb != "know" &&
      (governor.modality == Modality::kConditional || governor.modality == Modality::kPossible))
    return governor.modality;
  return std::nullopt;
}

}  // namespace dossier::ingest
