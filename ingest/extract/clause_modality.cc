// Whether a clause is said to be so, not to be so, or to be only planned, possible, conditional or demanded.
//
// Modality comes from the clause's own auxiliaries, from the verbs of its chain, from the word that
// introduces it, and from above: what hangs on `if`, on a demand or on a plan is no fact. The strongest
// reason wins in that order.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

std::optional<Modality> of_auxiliary(const std::string& word) {
  if (word == "will" || word == "'ll" || word == "wo" || word == "shall" || word == "would" || word == "'d" ||
      word == "’ll")
    return Modality::kPlanned;
  if (word == "may" || word == "might" || word == "could" || word == "can" || word == "ca")
    return Modality::kPossible;
  if (word == "should" || word == "must" || word == "ought") return Modality::kDemanded;
  return std::nullopt;
}

// Adjectives and participles before `to` that look ahead: `is set to`, `is due to`, `is likely to`.
bool looks_ahead(const Tree& tree, std::uint32_t token) {
  static constexpr std::string_view kAhead[] = {"set",   "due",   "likely", "ready",
                                                "bound", "about", "poised", "go"};
  const std::string& lemma = tree[token].lemma;
  return std::find(std::begin(kAhead), std::end(kAhead), lemma) != std::end(kAhead) ||
         verb_is(lemma, VerbClass::kPlan);
}

// `to have left`
bool is_perfect(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree[c].deprel == Deprel::kAux && tree.lower(c) == "have";
  });
}

// `when asked to pay`
bool is_bare_passive(const Tree& tree, std::uint32_t verb) {
  return tree[verb].tag == Tag::kVbn && !tree.child(verb, {Deprel::kAux, Deprel::kNsubj, Deprel::kDobj});
}

// `were advised to stay`, `was sentenced to serve`: of a verb that takes somebody and what he is to do, an
// infinitive that is neither perfect nor of a state.
bool is_told(const Tree& tree, const Clause& clause) {
  if (clause.chain.size() < 2 || !makes_do(tree[clause.chain[0]].lemma)) return false;
  const std::uint32_t link = clause.chain[1];
  return tree[link].tag == Tag::kVb && tree[link].lemma != "be" && !tree.child(link, Deprel::kAuxpass);
}

// `is believed to have fled`, `was reported to have said`, `allegedly took`: somebody says so, nobody says
// who.
bool is_hearsay(const Tree& tree, const Clause& clause) {
  static constexpr std::string_view kAdverbs[] = {"reportedly", "allegedly", "apparently", "supposedly",
                                                  "purportedly"};
  for (const std::uint32_t link : clause.chain)
    for (const std::uint32_t c : tree.children(link))
      if (tree[c].deprel == Deprel::kAdvmod &&
          std::find(std::begin(kAdverbs), std::end(kAdverbs), tree.lower(c)) != std::end(kAdverbs))
        return true;
  const std::string& first = tree[clause.chain[0]].lemma;
  if (is_told(tree, clause) || verb_is(first, VerbClass::kFactive)) return false;  // `is known to have left`
  return clause.chain.size() > 1 && tree.child(clause.chain[0], Deprel::kAuxpass) &&
         (verb_means(first, VerbKind::kCommunication) || verb_mostly_means(first, VerbKind::kCognition));
}

// `perhaps`, `probably`: the writer is not sure.
bool is_unsure(const Tree& tree, const Clause& clause) {
  static constexpr std::string_view kAdverbs[] = {"perhaps", "maybe",      "possibly", "probably",
                                                  "likely",  "presumably", "seemingly"};
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kAdvmod &&
        std::find(std::begin(kAdverbs), std::end(kAdverbs), tree.lower(c)) != std::end(kAdverbs))
      return true;
  return false;
}

// `If you win you have a second chance`: what holds only then. `even if` leaves it as it is.
bool hangs_on_if(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb)) {
    const auto mark = tree[c].deprel == Deprel::kAdvcl ? tree.child(c, Deprel::kMark) : std::nullopt;
    if (!mark || (tree.lower(*mark) != "if" && tree.lower(*mark) != "unless")) continue;
    if (*mark == tree.range().begin || tree.lower(*mark - 1) != "even") return true;
  }
  return false;
}

std::optional<Modality> of_chain(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t t : clause.relation)
    if (tree[t].tag == Tag::kMd && hangs_on_if(tree, clause)) return Modality::kConditional;
  for (const std::uint32_t t : clause.relation)
    if (tree[t].tag == Tag::kMd)
      if (const auto modality = of_auxiliary(tree.lower(t)))  // `would have sunk` did not, or nobody knows
        return *modality == Modality::kPlanned && tree.lower(t) != "will" && is_perfect(tree, tree.parent(t))
                   ? Modality::kPossible
                   : *modality;
  if (clause.chain.size() > 1 && tree[clause.chain[0]].lemma == "need") return Modality::kDemanded;
  for (std::size_t i = 0; i + 1 < clause.chain.size(); ++i)
    if (looks_ahead(tree, clause.chain[i]))  // `is expected to have left` may have
      return is_perfect(tree, clause.chain[i + 1]) ? Modality::kPossible : Modality::kPlanned;
  if (clause.chain.size() > 1 && verb_is(tree[clause.chain[0]].lemma, VerbClass::kDemand) &&
      (tree.child(clause.chain[0], Deprel::kAuxpass) || is_bare_passive(tree, clause.chain[0])))
    return Modality::kDemanded;  // `was required to pay`, `when asked to pay`
  if (tree.child(clause.chain[0], Deprel::kAuxpass) && is_told(tree, clause) &&
      takes_clause(tree[clause.chain[0]].lemma) &&
      verb_means(tree[clause.chain[0]].lemma, VerbKind::kCommunication))
    return Modality::kDemanded;
  if (clause.chain.size() > 1 && verb_is(tree[clause.chain[0]].lemma, VerbClass::kSeem))
    return Modality::kPossible;
  if (is_hearsay(tree, clause)) return Modality::kReported;
  if (is_unsure(tree, clause)) return Modality::kPossible;
  // `are to travel`
  if (clause.chain.size() > 1 && !is_yet_to(tree, clause) && tree[clause.chain[0]].lemma == "be" &&
      is_verb_tag(tree[clause.chain[1]].tag) && tree[clause.chain[1]].tag == Tag::kVb)
    return Modality::kPlanned;
  return std::nullopt;
}

std::optional<Modality> of_mark(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb)) {
    if (!tree.is(c, {Deprel::kMark, Deprel::kAdvmod})) continue;
    const std::string word = tree.lower(c);
    if (word == "if" || word == "unless") return Modality::kConditional;
    if (word == "whether") return Modality::kPossible;
  }
  return std::nullopt;
}

// An infinitive without a chain of its own says what for, not what happened: `efforts to end it`, `met to
// discuss it`.
bool is_infinitive(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kAux && tree[c].tag == Tag::kTo) return true;
  return false;
}

// `to stop`, `that he stop`: a base form that no auxiliary makes finite.
bool is_unmarked(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return tree[verb].tag == Tag::kVb && std::none_of(children.begin(), children.end(), [&](auto c) {
           return tree[c].deprel == Deprel::kAux && tree[c].tag != Tag::kTo && tree.lower(c) != "should";
         });
}

bool is_finite_clause(const Tree& tree, std::uint32_t verb) {
  if (tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass})) return !is_unmarked(tree, verb);
  return false;
}

bool relative_tag(Tag tag) {
  return tag == Tag::kWdt || tag == Tag::kWp || tag == Tag::kWpDollar || tag == Tag::kWrb;
}

// `should be lawful and any law against it is an attack`: a finite verb needs no auxiliary of another.
bool is_finite(const Tree& tree, const Clause& clause) {
  const Tag tag = tree[clause.verb].tag;
  return tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp;
}

// `it is possible that he left`, `is unlikely to`, `is unclear whether`: an adjective that leaves it open.
bool leaves_open(const Tree& tree, const Clause& governor) {
  const auto adjective = tree.child(governor.predicate(), Deprel::kAcomp);
  if (!adjective) return false;
  const std::string word = tree.lower(*adjective);
  return word == "possible" || word == "likely" || word == "unlikely" || word == "probable" ||
         word == "conceivable" || word == "plausible" || word == "unclear" || word == "impossible" ||
         word == "doubtful" || word == "uncertain";
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

// `reports that he left` are somebody's; `the idea that he left` is one.
std::optional<Modality> of_noun_with_that(const Tree& tree, const Clause& clause) {
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const std::uint32_t noun = tree.parent(clause.verb);
  if ((clause.kind != ClauseKind::kParticipial && clause.kind != ClauseKind::kRelative) ||
      !(mark ? tree.lower(*mark) == "that" : is_whole(tree, clause)) || tree[noun].upos != Upos::kNoun ||
      !is_finite_clause(tree, clause.verb))
    return std::nullopt;
  const std::string lemma = lower_case(tree[noun].lemma);
  if (lemma == "fact" || verb_is(event_verb_of(lemma), VerbClass::kFactive)) return std::nullopt;
  if (noun_mostly_means(lemma, NounKind::kCommunication)) return Modality::kReported;
  if (noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kFeeling) ||
      noun_means(lemma, NounKind::kState))
    return Modality::kPossible;
  return std::nullopt;
}

// `it was reported that he left`: nobody says who reported it.
bool is_said_by_nobody(const Tree& tree, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  const auto it = tree.child(governor.verb, {Deprel::kNsubjpass, Deprel::kExpl});
  return governor.passive && !governor.agent && it && tree.lower(*it) == "it" && takes_clause(verb) &&
         !verb_is(verb, VerbClass::kFactive) && !verb_is(verb, VerbClass::kDemand) &&
         (verb_means(verb, VerbKind::kCommunication) || verb_mostly_means(verb, VerbKind::kCognition));
}

// `the accusation is that he left`: nobody says whose it is.
bool is_told_by(const Tree& tree, const Clause& clause, const Clause& governor) {
  const auto subject = tree.child(governor.verb, Deprel::kNsubj);
  return subject && tree[governor.predicate()].lemma == "be" && tree[*subject].upos == Upos::kNoun &&
         is_finite_clause(tree, clause.verb) &&
         noun_mostly_means(lower_case(tree[*subject].lemma), NounKind::kCommunication);
}

// `does not have streams that run`, `had not enough left in it`: of what there is not nothing holds.
bool is_of_missing_thing(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t noun = tree.parent(clause.verb);
  if ((clause.kind != ClauseKind::kRelative && clause.kind != ClauseKind::kParticipial) ||
      !governor.negated || tree.parent(noun) != governor.predicate() ||
      !tree.is(noun, {Deprel::kDobj, Deprel::kAttr}) || tree[noun].upos != Upos::kNoun ||
      tree.child(noun, Deprel::kPoss))
    return false;
  const auto determiner = tree.child(noun, Deprel::kDet);
  return !determiner || tree.lower(*determiner) == "a" || tree.lower(*determiner) == "an" ||
         tree.lower(*determiner) == "any" || tree.lower(*determiner) == "no";
}

// `could end the deal that they signed`: what is known by what happened to it
bool is_of_known(const Tree& tree, const Clause& clause) {
  const auto article = tree.child(tree.parent(clause.verb), Deprel::kDet);
  return tree[clause.verb].tag == Tag::kVbd && article && tree.lower(*article) == "the";
}

// `whether they liked it, but they did run`
bool goes_against(const Tree& tree, const Clause& clause) {
  if (!tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})) return false;
  for (const std::uint32_t c : tree.children(tree.parent(clause.verb)))
    if (tree[c].deprel == Deprel::kCc && c < clause.verb && tree.lower(c) == "but") return true;
  return false;
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

std::optional<Modality> from_governor(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  const bool complement = clause.kind == ClauseKind::kComplement || clause.kind == ClauseKind::kOpen;
  const auto mark = tree.child(clause.verb, Deprel::kMark);
  const bool called_for = clause.kind == ClauseKind::kAdverbial && mark && tree.lower(*mark) == "for";
  // `recommended residents avoid it`: a base form that is taken for the present
  const bool base = tree[clause.verb].tag == Tag::kVbp && tree.word(clause.verb) == tree[clause.verb].lemma &&
                    !tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kNeg});
  if ((complement || called_for) && verb_is(verb, VerbClass::kDemand) &&
      (base || is_unmarked(tree, clause.verb)))
    return Modality::kDemanded;
  // `means that it was unlawful` draws a conclusion, `means to leave` is a plan
  const bool concludes = verb_is(verb, VerbClass::kFactive) && is_finite_clause(tree, clause.verb);
  if (complement && verb_is(verb, VerbClass::kPlan) && !concludes) return Modality::kPlanned;
  if (is_of_missing_thing(tree, clause, governor)) return Modality::kPossible;
  if (complement && leaves_open(tree, governor)) return Modality::kPossible;
  if (clause.kind == ClauseKind::kComplement && (is_said_by_nobody(tree, governor) || is_told_by(tree, clause, governor)))
    return Modality::kReported;
  // `forced schools to close`, in fact
  if (clause.kind == ClauseKind::kOpen && verb_is(verb, VerbClass::kForce) && !governor.negated &&
      governor.modality == Modality::kAsserted && is_unmarked(tree, clause.verb) &&
      tree.child(governor.predicate(), {Deprel::kDobj, Deprel::kNsubjpass}))
    return Modality::kAsserted;
  // `does not force them to leave`
  if (clause.kind == ClauseKind::kOpen && governor.negated && is_unmarked(tree, clause.verb))
    return Modality::kPossible;
  // `to help the girls enter the country`: what a bare infinitive says is as real as its governor
  if (complement && governor.modality != Modality::kAsserted && is_unmarked(tree, clause.verb))
    return governor.modality;
  if (complement && (governor.modality == Modality::kConditional || governor.modality == Modality::kPossible))
    return governor.modality;
  if (clause.kind == ClauseKind::kOpen && governor.modality != Modality::kAsserted) return governor.modality;
  // `whether he envisions a world where each has its own`
  if (clause.kind == ClauseKind::kRelative && !is_aside(tree, clause) && !is_of_known(tree, clause) &&
      !is_told_as_past(tree, clause, governor) &&
      (governor.modality == Modality::kPossible || governor.modality == Modality::kConditional))
    return governor.modality;
  if (clause.kind == ClauseKind::kConjunct && governor.modality != Modality::kAsserted &&
      !(is_finite(tree, clause) && of_chain(tree, governor)) && !goes_against(tree, clause))
    return governor.modality;
  if (clause.kind == ClauseKind::kGerund && governor.negated && is_denied_of(tree, clause))
    return Modality::kPossible;
  return std::nullopt;
}

// `is known for devising it`, `criticised him for not going`, `was found guilty of raping her`, `admitted to
// ordering it`
bool holds_of(const Tree& tree, std::uint32_t governor, const std::string& preposition) {
  const std::string& lemma = tree[governor].lemma;
  if (preposition == "for" && blames(tree, governor)) return true;
  if (preposition == "for")
    return lemma == "know" || lemma == "known" || lemma == "famous" || lemma == "responsible";
  if (preposition == "of") return lemma == "guilty" || lemma == "convict";
  return preposition == "to" && (lemma == "admit" || lemma == "confess");
}

std::optional<Modality> of_noun_above(const Tree& tree, const Clause& clause) {
  if (clause.kind == ClauseKind::kParticipial) {
    const std::uint32_t noun = tree.parent(clause.verb);
    const auto of = tree.child(noun, Deprel::kPrep);
    const bool idea = of && tree.lower(*of) == "of" && tree[clause.verb].tag == Tag::kVbg &&
                      noun_means(lower_case(tree[noun].lemma), NounKind::kCognition);
    if (idea) return Modality::kPossible;
    // `the prospect of cars replacing taxis`
    const std::uint32_t above = tree.parent(tree.parent(noun));
    if (tree[noun].deprel == Deprel::kPobj && tree.lower(tree.parent(noun)) == "of" &&
        tree[clause.verb].tag == Tag::kVbg && clause.verb == noun + 1 && tree[above].upos == Upos::kNoun &&
        (noun_mostly_means(lower_case(tree[above].lemma), NounKind::kCognition) ||
         noun_mostly_means(lower_case(tree[above].lemma), NounKind::kFeeling) ||
         noun_mostly_means(lower_case(tree[above].lemma), NounKind::kState)))
      return Modality::kPossible;
    if (tree[clause.verb].tag == Tag::kVb) return Modality::kPlanned;
  }
  // `questions over why it left`: it did
  if (clause.kind != ClauseKind::kGerund ||
      (tree[clause.verb].tag != Tag::kVbg && tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass})))
    return std::nullopt;
  const std::uint32_t noun = tree.parent(tree.parent(clause.verb));
  if (tree[noun].upos == Upos::kNoun) return Modality::kPossible;
  const std::string preposition = tree.lower(tree.parent(clause.verb));
  if (preposition == "on" && verb_is(tree[noun].lemma, VerbClass::kPlan)) return Modality::kPlanned;
  if (holds_of(tree, noun, preposition)) return std::nullopt;
  // `charged with making it`: so they say; `said it was closed, with Ana leaving` has a doer of its own
  if (preposition == "with" && !tree.child(clause.verb, Deprel::kNsubj) &&
      verb_means(tree[noun].lemma, VerbKind::kCommunication))
    return Modality::kPossible;
  // `by`, `after`, `while` doing something is doing it; `for`, `into`, `without` doing it need not be.
  static constexpr std::string_view kReal[] = {"by",   "after",   "before",  "since",    "while",     "when",
                                               "upon", "on",      "in",      "through",  "following", "with",
                                               "as",   "despite", "besides", "including"};
  return std::find(std::begin(kReal), std::end(kReal), preposition) == std::end(kReal)
             ? std::optional(Modality::kPossible)
             : std::nullopt;
}

bool is_quotation_mark(std::string_view word) {
  return word == "”" || word == "''" || word == "“" || word == "``" || word == "\"";
}

// The first mark after the verb that ends a sentence, or begins or ends a quotation, is a question mark.
bool is_question(const Tree& tree, const Clause& clause) {
  for (std::uint32_t t = clause.predicate() + 1; t < tree.range().end; ++t) {
    const std::string_view word = tree.word(t);
    if (word == "?") return true;
    if (word == "." || word == "!" || word == ";" || is_quotation_mark(word)) return false;
  }
  return false;
}

// `the first woman to win`: as real as what is said of her.
std::optional<Modality> of_rank(const Tree& tree, const std::vector<Clause>& clauses, const Clause& clause) {
  if ((clause.kind != ClauseKind::kParticipial && clause.kind != ClauseKind::kRelative) ||
      !is_infinitive(tree, clause) || !is_ranked(tree, tree.parent(clause.verb)))
    return std::nullopt;
  if (!clause.governor) return Modality::kAsserted;
  const Clause& governor = clauses[*clause.governor];
  return governor.negated ? Modality::kPossible : governor.modality;
}

// `have come to see it as theirs`: who comes to think or to be something does.
bool comes_to(const Tree& tree, const Clause& clause) {
  const std::uint32_t come = tree.parent(clause.verb);
  const std::string& lemma = tree[clause.verb].lemma;
  return tree[come].lemma == "come" && clause.verb > come && clause.verb <= come + 3 &&
         (verb_mostly_means(lemma, VerbKind::kCognition) || verb_mostly_means(lemma, VerbKind::kPerception) ||
          verb_mostly_means(lemma, VerbKind::kEmotion) || verb_mostly_means(lemma, VerbKind::kStative));
}

Modality modality_of(const Tree& tree, const std::vector<Clause>& clauses, const Clause& clause) {
  if (const auto found = of_mark(tree, clause)) return *found;
  if (const auto found = of_chain(tree, clause)) return *found;
  if (const auto found = of_rank(tree, clauses, clause)) return *found;
  if (const auto found = of_noun_with_that(tree, clause)) return *found;
  if (const auto found = of_noun_above(tree, clause)) return *found;
  if (clause.governor)
    if (const auto found = from_governor(tree, clause, clauses[*clause.governor])) return *found;
  // `was proud to have met him and to have told it`
  const bool repeats = clause.kind == ClauseKind::kConjunct && clause.chain.front() != clause.verb;
  if (is_infinitive(tree, clause) && !repeats && !holds_to_be(tree, clause) && !comes_to(tree, clause))
    return Modality::kPlanned;
  if (hangs_on_if(tree, clause)) return Modality::kConditional;
  return is_question(tree, clause) ? Modality::kPossible : Modality::kAsserted;
}

}  // namespace

bool is_yet_to(const Tree& tree, const Clause& clause) {
  if (clause.chain.size() < 2 ||
      (tree[clause.chain[0]].lemma != "have" && tree[clause.chain[0]].lemma != "be") ||
      tree[clause.chain[1]].tag != Tag::kVb)
    return false;
  for (std::uint32_t t = clause.chain[0] + 1; t < clause.chain[1]; ++t)
    if (tree.lower(t) == "yet" && tree.lower(t + 1) == "to") return true;
  return false;
}

bool is_ranked(const Tree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  const std::string lemma = lower_case(tree[noun].lemma);
  // `the second attempt to cross it`: what is tried is not done
  for (const NounKind kind :
       {NounKind::kAct, NounKind::kCognition, NounKind::kTime, NounKind::kState, NounKind::kAttribute})
    if (tree[noun].upos == Upos::kNoun && noun_mostly_means(lemma, kind)) return false;
  return is_nominal(tree[noun]) && std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           const std::string word = tree.lower(c);
           return c < noun && (tree[c].entity == EntityLabel::kOrdinal || tree[c].tag == Tag::kJjs ||
                               word == "only" || word == "last" || word == "first");
         });
}

bool is_aside(const Tree& tree, const Clause& clause) {
  const std::uint32_t first = tree.leftmost(clause.verb);
  return first > tree.range().begin && tree.word(first - 1) == "," && relative_tag(tree[first].tag) &&
         tree[clause.verb].tag != Tag::kVb;
}

bool holds_to_be(const Tree& tree, const Clause& complement) {
  const std::string& verb = tree[tree.parent(complement.verb)].lemma;
  return complement.kind == ClauseKind::kComplement && complement.copula &&
         small_clause_subject(tree, complement.verb) && takes_clause(verb) &&
         !verb_is(verb, VerbClass::kDemand) && !verb_is(verb, VerbClass::kPlan);
}

void fill_modality(const Tree& tree, std::vector<Clause>& clauses) {
  for (Clause& clause : clauses) {
    clause.negated = is_negated(tree, clause);
    if (clause.kind == ClauseKind::kConjunct && clause.governor &&
        clauses[*clause.governor].chain.size() > 0) {
      // `did not come or call`
      const Clause& first = clauses[*clause.governor];
      for (const std::uint32_t t : clause.relation)
        if (t < first.verb && tree[t].deprel == Deprel::kNeg) clause.negated = true;
    }
  }
  // Governors of a clause mostly come before it; two passes reach those that follow it (`..., he said`).
  for (int pass = 0; pass < 2; ++pass)
    for (Clause& clause : clauses) clause.modality = modality_of(tree, clauses, clause);
}

}  // namespace dossier::ingest
