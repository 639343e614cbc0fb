// Whether a clause is said to be so, not to be so, or to be only planned, possible, conditional or demanded.
//
// Modality comes from the clause's own auxiliaries, from the verbs of its chain, from the word that
// introduces it, and from above: what hangs on `if`, on a demand or on a plan is no fact. The strongest
// reason wins in that order.
#include "ingest/extract/clause_modality.h"

#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

std::optional<Modality> of_auxiliary(const std::string& word) {
  if (word == "will" || word == "'ll" || word == "wo" || word == "shall" || word == "would" || word == "'d" ||
      word == "’d" || word == "’ll")
    return Modality::kPlanned;
  if (word == "may" || word == "might" || word == "could" || word == "can" || word == "ca")
    return Modality::kPossible;
  if (word == "should" || word == "must" || word == "ought") return Modality::kDemanded;
  return std::nullopt;
}

// `he'd left`, `they'd been hurt`: had; `he'd leave`, `they'd be hurt`: would
bool is_had(const Tree& tree, std::uint32_t modal) {
  const std::string word = tree.lower(modal);
  const std::uint32_t verb = tree.parent(modal);
  const auto children = tree.children(verb);
  return (word == "'d" || word == "’d") && (tree[verb].tag == Tag::kVbn || tree[verb].tag == Tag::kVbd) &&
         std::none_of(children.begin(), children.end(),
                      [&](std::uint32_t c) { return c > modal && c < verb && tree[c].tag == Tag::kVb; });
}

// Adjectives and participles before `to` that look ahead: `is set to`, `is due to`, `is likely to`; not `went on to`.
bool looks_ahead(const Tree& tree, std::uint32_t token) {
  if (tree[token].lemma == "go" && tree.child(token, {Deprel::kPrt, Deprel::kAcomp}))
    return false;  // `went missing`
  static constexpr std::string_view kAhead[] = {"set",   "due",   "likely", "ready",
                                                "bound", "about", "poised", "go"};
  const std::string& lemma = tree[token].lemma;
  if (lemma == "go" && tree.lower(token + 1) == "on") return false;  // `went on to score`
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
// infinitive that is neither perfect nor of a state. Nobody `is said to own it` because he was told to.
bool is_told(const Tree& tree, const Clause& clause) {
  const std::string& first = tree[clause.chain[0]].lemma;
  if (clause.chain.size() < 2 || first == "say" || !makes_do(first)) return false;
  const std::uint32_t link = clause.chain[1];
  return tree[link].tag == Tag::kVb && tree[link].lemma != "be" && !tree.child(link, Deprel::kAuxpass);
}

// `is believed to have fled`, `was reported to have said`, `allegedly took`: somebody says so, nobody says
// who.
bool is_hearsay(const Tree& tree, const Clause& clause) {
  static constexpr std::string_view kAdverbs[] = {"reportedly", "allegedly",   "apparently",
                                                  "supposedly", "purportedly", "reputedly"};
  for (const std::uint32_t link : clause.chain)
    for (const std::uint32_t c : tree.children(link))
      if (tree[c].deprel == Deprel::kAdvmod &&
          std::find(std::begin(kAdverbs), std::end(kAdverbs), tree.lower(c)) != std::end(kAdverbs))
        return true;
  const std::string& first = tree[clause.chain[0]].lemma;
  if (is_told(tree, clause) || verb_is(first, VerbClass::kFactive)) return false;  // `is known to have left`
  if (clause.chain.size() < 2 ||
      (tree[clause.chain[1]].tag == Tag::kVbg && !tree.child(clause.chain[1], Deprel::kAux)))
    return false;  // `is calculated using it`, but `is said to be using it`
  // `a boat believed to have sunk`
  const bool passive = tree.child(clause.chain[0], Deprel::kAuxpass) ||
                       (clause.kind == ClauseKind::kParticipial && is_bare_passive(tree, clause.chain[0]));
  return passive && takes_clause(first) &&
         (verb_means(first, VerbKind::kCommunication) || verb_mostly_means(first, VerbKind::kCognition));
}

// `is to be completed`
bool is_to_be(const Tree& tree, std::uint32_t verb) {
  const auto to = tree.child(verb, Deprel::kAux);
  return tree[verb].tag == Tag::kVbn && tree.child(verb, Deprel::kAuxpass) && to && tree[*to].tag == Tag::kTo;
}

// `was to have left`
bool is_to_have(const Tree& tree, std::uint32_t verb) {
  const auto to = tree.child(verb, Deprel::kAux);
  return to && tree[*to].tag == Tag::kTo && is_perfect(tree, verb);
}

// `perhaps`, `probably`: the writer is not sure.
bool is_unsure(const Tree& tree, const Clause& clause) {
  static constexpr std::string_view kAdverbs[] = {"perhaps", "maybe",      "possibly",  "probably",
                                                  "likely",  "presumably", "seemingly", "potentially"};
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kAdvmod &&
        std::find(std::begin(kAdverbs), std::end(kAdverbs), tree.lower(c)) != std::end(kAdverbs))
      return true;
  return false;
}

// `maybe`, `perhaps`: what will be so, too
bool may_never(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kAdvmod && (tree.lower(c) == "maybe" || tree.lower(c) == "perhaps"))
      return true;
  return false;
}

// `whenever she came`, `when asked`: a clause of time in the past
bool is_past_time(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].deprel != Deprel::kAdvcl || (tree[verb].tag != Tag::kVbd && tree[verb].tag != Tag::kVbn))
    return false;
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.is(c, {Deprel::kAdvmod, Deprel::kMark}) &&
           (tree.lower(c) == "when" || tree.lower(c) == "whenever");
  });
}

// `would then follow it`, `would always call when he came`: it did, where nobody reports a plan.
bool is_habit(const Tree& tree, const Clause& clause, std::uint32_t modal) {
  static constexpr std::string_view kTimes[] = {"then",       "later",       "often",  "usually",
                                                "eventually", "sometimes",   "always", "frequently",
                                                "regularly",  "occasionally"};
  if (tree.lower(modal) != "would" && tree.lower(modal) != "'d" && tree.lower(modal) != "’d") return false;
  const bool main = clause.kind == ClauseKind::kMain;
  // `Guards would sometimes beat him, Ana said`; not `promised that he would often come`, nor what will be so always
  if (clause.kind == ClauseKind::kComplement &&
      !verb_is(tree[tree.parent(clause.verb)].lemma, VerbClass::kPlan))
    return std::any_of(tree.children(clause.verb).begin(), tree.children(clause.verb).end(), [&](auto c) {
      const std::string word = tree.lower(c);
      return c > modal && c < clause.verb && tree[c].deprel == Deprel::kAdvmod &&
             (word == "sometimes" || word == "often" || word == "usually" || word == "occasionally" ||
              word == "frequently");
    });
  if (!main && clause.kind != ClauseKind::kConjunct && clause.kind != ClauseKind::kRelative) return false;
  const bool refuses = tree.child(clause.verb, Deprel::kNeg) && !clause.passive &&
                       clause.kind != ClauseKind::kRelative &&
                       verb_mostly_means(tree[clause.predicate()].lemma, VerbKind::kCommunication);
  if (refuses) return true;  // `would not comment`
  if (tree[clause.verb].lemma == "go" && tree.child(clause.verb, Deprel::kPrt) && clause.chain.size() > 1)
    return true;  // `would go on to win`
  for (const std::uint32_t c : tree.children(clause.verb)) {
    if (main && is_past_time(tree, c)) return true;
    // `Every Sunday she would visit him`
    const auto each =
        main && tree[c].deprel == Deprel::kNpadvmod ? tree.child(c, Deprel::kDet) : std::nullopt;
    if (each && (tree.lower(*each) == "every" || tree.lower(*each) == "each")) return true;
    // later, eventually and then may lie ahead: of a main clause alone
    const auto time = tree[c].deprel == Deprel::kAdvmod && c > modal && c < clause.verb
                          ? std::find(std::begin(kTimes), std::end(kTimes), tree.lower(c))
                          : std::end(kTimes);
    // `Ana, who would later win it`; of what others say it may still be a plan
    const std::uint32_t first = tree.leftmost(clause.verb);
    const bool aside =
        clause.kind == ClauseKind::kRelative && first > tree.range().begin && tree.word(first - 1) == ",";
    if (time != std::end(kTimes) &&
        (main || aside || (*time != "then" && *time != "later" && *time != "eventually")))
      return true;
  }
  return false;
}

// `would otherwise be built`, `could otherwise have left`: only if it were not as it is
bool is_otherwise(const Tree& tree, const Clause& clause) {
  const auto children = tree.children(clause.predicate());
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return c < clause.predicate() && tree[c].deprel == Deprel::kAdvmod && tree.lower(c) == "otherwise";
  });
}

// `look`, `seem`, `feel` before `like` and a clause
bool only_looks(const Tree& tree, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  return lemma == "look" || verb_is(lemma, VerbClass::kSeem) || verb_means(lemma, VerbKind::kPerception);
}

std::optional<Modality> of_mark(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb)) {
    if (!tree.is(c, {Deprel::kMark, Deprel::kAdvmod})) continue;
    const std::string word = tree.lower(c);
    if (tree.child(c, Deprel::kNeg)) continue;  // `dozens if not hundreds of clerks left`
    if (word == "if" &&
        (clause.kind == ClauseKind::kComplement || is_asked_if(tree, tree.parent(clause.verb), c)))
      return Modality::kPossible;
    if (word == "if" || word == "unless") return Modality::kConditional;
    if (word == "whether" || word == "lest") return Modality::kPossible;
    // `acts as though she owned it`, `it looks like he left`
    if (word == "though" && c > tree.range().begin && tree.lower(c - 1) == "as")
      return Modality::kConditional;
    if (word == "like" && c < clause.verb && only_looks(tree, tree.parent(clause.verb)))
      return Modality::kPossible;
  }
  if (is_condition(tree, clause)) return Modality::kConditional;
  if (is_know_how(tree, clause) || is_measured(tree, clause)) return Modality::kPossible;
  return modality_for_somebody(tree, clause);
}

// An infinitive without a chain of its own says what for, not what happened: `efforts to end it`, `met to
// discuss it`.
bool is_infinitive(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kAux && tree[c].tag == Tag::kTo) return true;
  return false;
}

bool relative_tag(Tag tag) {
  return tag == Tag::kWdt || tag == Tag::kWp || tag == Tag::kWpDollar || tag == Tag::kWrb;
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

// `was among the cities to ban cars`, `is one of the first to sign it`; no `one of the ways to do it`, `among the places to visit`
bool is_of_several(const Tree& tree, const Clause& clause) {
  const std::uint32_t first = tree.leftmost(clause.verb), noun = first - 1;
  if (first < tree.range().begin + 2 || tree[first].tag != Tag::kTo || tree[noun].deprel != Deprel::kPobj ||
      (tree[noun].tag != Tag::kNns && tree[noun].tag != Tag::kNnps && tree.lower(noun) != "those" &&
       tree.lower(noun) != "few" && tree.lower(noun) != "first"))
    return false;
  const std::uint32_t link = tree.parent(noun), number = tree.parent(link);
  const bool among = tree.lower(link) == "among" || tree.lower(link) == "amongst";
  const bool counted = tree.lower(link) == "of" && tree[number].tag == Tag::kCd;
  const std::string& verb = tree[clause.predicate()].lemma;
  const std::string lemma = lower_case(tree[noun].lemma);
  return (among || counted) && !noun_mostly_means(lemma, NounKind::kAct) &&
         !noun_mostly_means(lemma, NounKind::kCognition) &&
         !noun_mostly_means(lemma, NounKind::kCommunication) &&
         (tree.child(clause.predicate(), {Deprel::kDobj, Deprel::kAuxpass}) || takes_nothing(verb));
}

// `the first woman to win`: as real as what is said of her.
std::optional<Modality> of_rank(const Tree& tree, const std::vector<Clause>& clauses, const Clause& clause) {
  if (!is_infinitive(tree, clause)) return std::nullopt;
  std::uint32_t noun = tree.parent(clause.verb);
  if (clause.kind != ClauseKind::kParticipial && clause.kind != ClauseKind::kRelative) {
    // `became the first woman to win`, `the second one after Ida to win`, hung on the verb
    const auto ranked = tree.child(noun, Deprel::kAttr);
    if ((!ranked || *ranked > clause.verb) && !is_of_several(tree, clause)) return std::nullopt;
    if (ranked) noun = *ranked;
  }
  if (!is_ranked(tree, noun) && !is_of_several(tree, clause)) return std::nullopt;
  if (!clause.governor) return Modality::kAsserted;
  const Clause& governor = clauses[*clause.governor];
  return governor.negated ? Modality::kPossible : governor.modality;
}

// `do not want people to leave`, `did not let them leave`, `forbade them to leave`: what they want is that they do not.
// Of governors that stand before the clause; what somebody wishes were so is not.
bool is_unwanted(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  if (verb == "wish" && clause.kind == ClauseKind::kComplement &&
      tree.parent(clause.verb) == governor.predicate())
    return tells_past(tree, clause);  // `wishes that it had not happened`
  const bool let = verb == "let" && tree[clause.verb].tag == Tag::kVb;
  const bool wanted = let || verb_is(verb, VerbClass::kPlan) || verb_is(verb, VerbClass::kPermit);
  return (clause.kind == ClauseKind::kOpen || clause.kind == ClauseKind::kComplement ||
          is_told_to(tree, clause, governor)) &&
         (governor.negated ? wanted : verb_is(verb, VerbClass::kForbid)) && governor.verb < clause.verb &&
         tree.parent(clause.verb) == governor.predicate() && (let || is_infinitive(tree, clause));
}

// `Let them leave`: nobody says that they do.
bool is_let(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t let = governor.predicate();
  return tree[let].lemma == "let" && tree[let].tag == Tag::kVb && tree[clause.verb].tag == Tag::kVb &&
         governor.modality == Modality::kAsserted && clause.verb > let && tree.parent(clause.verb) == let &&
         !tree.child(let, Deprel::kAux);
}

// `have come to see it as theirs`: who comes to think or to be something does.
bool comes_to(const Tree& tree, const Clause& clause) {
  const std::uint32_t come = tree.parent(clause.verb);
  const std::string& lemma = tree[clause.verb].lemma;
  return tree[come].lemma == "come" && clause.verb > come && clause.verb <= come + 3 &&
         (verb_mostly_means(lemma, VerbKind::kCognition) || verb_mostly_means(lemma, VerbKind::kPerception) ||
          verb_mostly_means(lemma, VerbKind::kEmotion) || verb_mostly_means(lemma, VerbKind::kStative));
}

// `is the only body to have taken it`, `ideas to have come of it`; who is sorry, or is projected, to have may not
bool is_done(const Tree& tree, const Clause& clause) {
  const std::uint32_t above = tree.parent(clause.verb);
  return is_perfect(tree, clause.verb) && !tree.child(clause.verb, Deprel::kMark) &&
         (tree[above].upos == Upos::kNoun || tree[above].lemma == "be");
}

Modality modality_of(const Tree& tree, const std::vector<Clause>& clauses, const Clause& clause) {
  if (clause.kind == ClauseKind::kComplement && clause.governor &&
      is_said_by_none(tree, clauses[*clause.governor])) {
    // `nobody disputes that it sank`
    const std::string& verb = tree[clauses[*clause.governor].predicate()].lemma;
    return verb_is(verb, VerbClass::kDeny) || verb_is(verb, VerbClass::kDoubt) ? Modality::kAsserted
                                                                               : Modality::kPossible;
  }
  if (const auto found = of_mark(tree, clause)) return *found;
  if (const auto found = modality_of_chain(tree, clause))
    return *found == Modality::kPlanned && clause.governor &&
                   is_left_open(tree, clause, clauses[*clause.governor])
               ? Modality::kPossible
               : *found;
  if (const auto found = of_rank(tree, clauses, clause)) return *found;
  if (clause.governor && is_outcome(tree, clause, clauses[*clause.governor]))
    return clauses[*clause.governor].modality;
  if (const auto found = modality_of_reporting_noun(tree, clause)) return *found;
  if (const auto found = modality_of_assured(tree, clauses, clause)) return *found;
  if (const auto found = modality_of_noun_above(tree, clause)) return *found;
  if (clause.governor && is_let(tree, clause, clauses[*clause.governor])) return Modality::kDemanded;
  if (clause.governor)
    if (const auto found = modality_from_governor(tree, clause, clauses[*clause.governor])) return *found;
  // `was proud to have met him and to have told it`
  const bool repeats = clause.kind == ClauseKind::kConjunct && clause.chain.front() != clause.verb;
  if (is_infinitive(tree, clause) && !repeats && !holds_to_be(tree, clause) && !comes_to(tree, clause) &&
      !is_done(tree, clause))
    return Modality::kPlanned;
  if (hangs_on_if(tree, clause)) return Modality::kConditional;
  return is_question(tree, clause) ? Modality::kPossible : Modality::kAsserted;
}

}  // namespace

std::optional<Modality> modality_of_chain(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t t : clause.relation)
    if (tree[t].tag == Tag::kMd && hangs_on_if(tree, clause)) return Modality::kConditional;
  for (const std::uint32_t t : clause.relation)
    if (tree[t].tag == Tag::kMd && !is_had(tree, t))
      if (const auto modality = of_auxiliary(tree.lower(t))) {
        if (tree.lower(t) == "must" && is_perfect(tree, tree.parent(t)))
          return Modality::kPossible;  // `must have left`
        if (is_otherwise(tree, clause)) return Modality::kConditional;
        if (*modality != Modality::kPlanned) return modality;
        if (clause.chain.size() > 1 && verb_is(tree[clause.chain[0]].lemma, VerbClass::kSeem))
          return Modality::kPossible;                             // `would appear to be lost`
        if (may_never(tree, clause)) return Modality::kPossible;  // `maybe he will come`
        if (is_habit(tree, clause, t)) return std::nullopt;
        // `would have sunk` did not, or nobody knows
        return tree.lower(t) != "will" && is_perfect(tree, tree.parent(t)) ? Modality::kPossible : *modality;
      }
  if (clause.chain.size() > 1 && tree[clause.chain[0]].lemma == "need") return Modality::kDemanded;
  for (std::size_t i = 0; i + 1 < clause.chain.size(); ++i)
    if (looks_ahead(tree, clause.chain[i]))  // `is expected to have left` may have
      return is_perfect(tree, clause.chain[i + 1]) ? Modality::kPossible : Modality::kPlanned;
  if (clause.chain.size() > 1 && verb_is(tree[clause.chain[0]].lemma, VerbClass::kDemand) &&
      (tree.child(clause.chain[0], Deprel::kAuxpass) || is_bare_passive(tree, clause.chain[0])))
    return Modality::kDemanded;  // `was required to pay`, `when asked to pay`
  if (clause.chain.size() > 1 && tree[clause.chain[0]].lemma == "suppose")
    return Modality::kPlanned;  // `was supposed to land`
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
      (tree[clause.chain[1]].tag == Tag::kVb || is_to_be(tree, clause.chain[1]) ||
       is_to_have(tree, clause.chain[1])))
    return Modality::kPlanned;
  return std::nullopt;
}

bool is_yet_to(const Tree& tree, const Clause& clause) {
  if (clause.chain.size() < 2 ||
      (tree[clause.chain[0]].lemma != "have" && tree[clause.chain[0]].lemma != "be") ||
      (tree[clause.chain[1]].tag != Tag::kVb && !tree.child(clause.chain[1], Deprel::kAuxpass)))
    return false;
  for (std::uint32_t t = clause.chain[0] + 1; t < clause.chain[1]; ++t)
    if (tree.lower(t) == "yet" && tree.lower(t + 1) == "to") return true;
  return false;
}

static bool tells_rank(const Tree& tree, std::uint32_t word) {
  const std::string text = tree.lower(word);
  return tree[word].entity == EntityLabel::kOrdinal || (tree[word].tag == Tag::kJjs && text != "most") ||
         text == "only" || text == "last" || text == "first";
}

bool has_rank_word(const Tree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  if (tree[noun].upos == Upos::kAdj)  // `the first to win`; not `the easiest to win`
    return tree[noun].tag == Tag::kJj && tells_rank(tree, noun) && tree.child(noun, Deprel::kDet) &&
           tree[noun + 1].tag == Tag::kTo;
  return std::any_of(children.begin(), children.end(),
                     [&](std::uint32_t c) { return c < noun && tells_rank(tree, c); });
}

bool is_ranked(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  // `the second attempt to cross it`: what is tried is not done
  for (const NounKind kind :
       {NounKind::kAct, NounKind::kCognition, NounKind::kTime, NounKind::kState, NounKind::kAttribute})
    if (tree[noun].upos == Upos::kNoun && noun_mostly_means(lemma, kind)) return false;
  return (is_nominal(tree[noun]) || tree[noun].upos == Upos::kAdj) && has_rank_word(tree, noun);
}

bool is_aside(const Tree& tree, const Clause& clause) {
  std::uint32_t first = tree.leftmost(clause.verb);
  const bool that = tree.lower(first) == "that" && tree.is(first, {Deprel::kDobj, Deprel::kNsubj});
  if ((!relative_tag(tree[first].tag) && !that) || tree[clause.verb].tag == Tag::kVb) return false;
  const std::uint32_t noun = tree.parent(clause.verb);
  // `met Ana, a clerk who knew them`, `said it sank, a claim that they deny`
  if (tree[noun].deprel == Deprel::kAppos && first > noun) first = tree.leftmost(noun);
  return first > tree.range().begin && tree.word(first - 1) == ",";
}

bool holds_to_be(const Tree& tree, const Clause& complement) {
  const std::string& verb = tree[tree.parent(complement.verb)].lemma;
  // `be` with a complement, or with an adjective that takes more: `found her to be positive for it`; `found her to have lied`
  const bool is = complement.copula || is_perfect(tree, complement.verb) ||
                  (tree[complement.verb].lemma == "be" && tree[complement.predicate()].upos == Upos::kAdj);
  return complement.kind == ClauseKind::kComplement && is && small_clause_subject(tree, complement.verb) &&
         takes_clause(verb) && !verb_is(verb, VerbClass::kDemand) && !verb_is(verb, VerbClass::kPlan);
}

bool is_said_by_none(const Tree& tree, const Clause& governor) {
  const auto subject = tree.child(governor.verb, Deprel::kNsubj);
  if (!subject) return false;
  const std::uint32_t noun = relative_tag(tree[*subject].tag) ? tree.parent(governor.verb) : *subject;
  const auto determiner = tree.child(noun, Deprel::kDet);
  const std::string word = tree.lower(noun);
  return word == "nobody" || word == "none" || (determiner && tree.lower(*determiner) == "no");
}

bool is_told_to(const Tree& tree, const Clause& clause, const Clause& governor) {
  if (clause.kind != ClauseKind::kAdverbial || !is_infinitive(tree, clause) || clause.subjects.empty() ||
      tree.child(clause.verb, Deprel::kMark))
    return false;
  const std::uint32_t verb = governor.predicate();
  const std::string& lemma = tree[verb].lemma;
  const bool tells =
      makes_do(lemma) || verb_is(lemma, VerbClass::kDemand) || verb_is(lemma, VerbClass::kPermit);
  return tree.parent(clause.verb) == verb && tells &&
         tree.child(verb, Deprel::kDobj) == clause.subjects.front().head;
}

// Who `tried to keep them from leaving` need not have.
bool keeps_from(const Tree& tree, const Clause& governor, const Clause& clause) {
  if (governor.negated) return false;
  return tree.lower(tree.parent(clause.verb)) != "from" || governor.predicate() == governor.verb;
}

// `It was not Oslo that paid`; no `it was not a clerk who left`, `it was not the reason why she left`
bool is_set_apart_from(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::uint32_t noun = tree.parent(clause.verb);
  const auto it = tree.child(governor.verb, Deprel::kNsubj);
  const auto that = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  const bool known = tree[noun].upos == Upos::kPropn || tree.child(noun, Deprel::kPoss);
  return clause.kind == ClauseKind::kRelative && governor.negated && known && it && tree.lower(*it) == "it" &&
         that && (tree.lower(*that) == "that" || tree.lower(*that) == "who") &&
         tree[governor.verb].lemma == "be" && tree[noun].deprel == Deprel::kAttr &&
         tree.parent(noun) == governor.verb;
}

void fill_modality(const Tree& tree, std::vector<Clause>& clauses) {
  for (Clause& clause : clauses) {
    clause.negated = is_negated(tree, clause);
    if (clause.negated) name_the_denied(tree, clause);
    if (clause.governor && is_unwanted(tree, clause, clauses[*clause.governor]))
      clause.negated = !clause.negated;
    if (clause.governor && is_set_apart_from(tree, clause, clauses[*clause.governor])) clause.negated = true;
    if (clause.governor && is_left_out(tree, clause) && keeps_from(tree, clauses[*clause.governor], clause))
      clause.negated = true;
    if (clause.kind == ClauseKind::kConjunct && clause.governor &&
        clauses[*clause.governor].chain.size() > 0 &&
        (shares_negation(tree, clauses[*clause.governor], clause) ||
         (clauses[*clause.governor].negated && is_left_out(tree, clauses[*clause.governor]) &&
          tree[clause.verb].tag == Tag::kVbg)))
      clause.negated = true;
  }
  // Governors of a clause mostly come before it; two passes reach those that follow it (`..., he said`).
  for (int pass = 0; pass < 2; ++pass)
    for (Clause& clause : clauses) clause.modality = modality_of(tree, clauses, clause);
}

}  // namespace dossier::ingest