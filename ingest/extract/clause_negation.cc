// Whether a clause is denied, by a word on its verbs, on its subject or object, or by `should have`; or nobody could say it.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool negating_word(const std::string& word) {
  return word == "not" || word == "n't" || word == "n’t" || word == "nt" || word == "never" || word == "no" ||
         word == "nor" || word == "neither" || word == "hardly" || word == "none" || word == "nobody" ||
         word == "nothing";
}

// `not only the square`: what follows does hold.
bool not_only(const Tree& tree, std::uint32_t token) {
  if (token + 1 >= tree.range().end) return false;
  const std::string next = tree.lower(token + 1);
  return next == "only" || next == "just" || next == "merely" || next == "least";
}

// `will no doubt leave`: a thought behind `no` with which it makes an adverb
bool is_no_doubt(const Tree& tree, std::uint32_t token) {
  if (token + 1 >= tree.range().end || tree.lower(token) != "no") return false;
  const std::string next = tree.lower(token + 1);
  return !tree.is(token + 1, {Deprel::kDobj, Deprel::kNsubj, Deprel::kAttr, Deprel::kPobj}) &&
         is_adverb_phrase("no_" + next) && noun_mostly_means(next, NounKind::kCognition);
}

// `hundreds, if not thousands, of clerks`: at least the first
bool is_if_not(const Tree& tree, std::uint32_t token) {
  return token > tree.range().begin && tree.lower(token) == "not" && tree.lower(token - 1) == "if" &&
         !is_verb_tag(tree[tree.parent(token)].tag);
}

// `no fewer than 40 clerks`: so many, and more
bool is_no_fewer(const Tree& tree, std::uint32_t token) {
  return token + 2 < tree.range().end && tree.lower(token) == "no" && tree[token + 1].tag == Tag::kJjr &&
         tree.lower(token + 2) == "than";
}

bool negates(const Tree& tree, std::uint32_t token) {
  // `the no vote`: a name for those who say no
  if (token > tree.range().begin && tree.lower(token) == "no" && tree[token - 1].tag == Tag::kDt)
    return false;
  if (token > tree.range().begin && tree.lower(token - 1) == "or") return false;  // `whether it is so or not`
  if (is_no_doubt(tree, token) || is_if_not(tree, token) || is_no_fewer(tree, token)) return false;
  return !not_only(tree, token) &&
         tree.is(token, {Deprel::kNeg, Deprel::kDet, Deprel::kAdvmod, Deprel::kPreconj, Deprel::kCc}) &&
         negating_word(tree.lower(token));
}

// `little or no corporation tax`
bool is_little_or_no(const Tree& tree, std::uint32_t word) {
  if (!tree.is(word, {Deprel::kAmod, Deprel::kCompound, Deprel::kDet})) return false;
  for (const std::uint32_t c : tree.children(word))
    if ((tree[c].deprel == Deprel::kConj && tree.lower(c) == "no") || (c < word && is_little_or_no(tree, c)))
      return true;
  return false;
}

// `hardly any clerks`
bool is_hardly_any(const Tree& tree, std::uint32_t word) {
  if (tree.lower(word) != "any" || word == tree.range().begin) return false;
  const std::string before = tree.lower(word - 1);
  return before == "hardly" || before == "scarcely" || before == "barely";
}

// `none of the clerks`, `neither of them`
bool is_none(const Tree& tree, std::uint32_t word) {
  const auto of = tree.child(word, Deprel::kPrep);
  return (tree.lower(word) == "none" || tree.lower(word) == "neither") && of && *of == word + 1 &&
         tree.lower(*of) == "of";
}

// `criticised neither Labour leader Ana Roe nor Ida`: hung on the title; `neither US nor British troops`: on `US`
bool is_neither(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t neither = tree.leftmost(noun);
  return tree.lower(neither) == "neither" &&
         (tree.child(noun, Deprel::kCc) || tree.child(tree.parent(neither), Deprel::kCc));
}

bool negated_noun(const Tree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return is_neither(tree, noun) || (tree[noun].upos == Upos::kPron && negating_word(tree.lower(noun))) ||
         is_none(tree, noun) || std::any_of(children.begin(), children.end(), [&](auto c) {
           return c < noun && (negates(tree, c) || is_little_or_no(tree, c) || is_hardly_any(tree, c));
         });
}

// `Not since 1990 has Ana won it`, `At no point did they come`: in front of an auxiliary that stands before its subject;
// not `Not until May did they come`. `nor did Ida`
bool is_denied_in_front(const Tree& tree, const Clause& clause) {
  const auto subject = tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  if (!subject || !auxiliary || *auxiliary > *subject || *auxiliary > clause.verb) return false;
  const std::uint32_t first = tree.leftmost(clause.verb);
  if (first > tree.range().begin && tree.lower(first - 1) == "nor") return true;
  for (std::uint32_t t = first; t < *auxiliary; ++t) {
    const std::string next = tree.lower(t + 1);
    if (negating_word(tree.lower(t)) && !not_only(tree, t) && next != "until" && next != "till" &&
        next != "sooner")
      return true;
  }
  return false;
}

// `spoke to neither the mayor nor the clerks`, `took money from none of them`; not
// `left with neither money nor food`
bool reaches_none(const Tree& tree, std::uint32_t preposition) {
  const auto noun = tree.child(preposition, Deprel::kPobj);
  return tree[preposition].deprel == Deprel::kPrep && tree.lower(preposition) != "with" && noun &&
         (is_neither(tree, *noun) || is_none(tree, *noun));
}

// `should have been chosen` was not.
bool is_counterfactual(const Tree& tree, const Clause& clause) {
  bool should = false;
  for (const std::uint32_t t : clause.relation) {
    should |= tree[t].tag == Tag::kMd && (tree.lower(t) == "should" || tree.lower(t) == "ought");
    if (should && tree.lower(t) == "have" && tree.is(t, {Deprel::kAux})) return true;
  }
  return false;
}

// `declined to say`, `was unable to prove`, `it is impossible to know`, `too early to tell`: nobody does.
bool is_out_of_reach(const Tree& tree, const Clause& governor) {
  static constexpr std::string_view kBeyond[] = {"unable", "hard",      "difficult", "impossible",
                                                 "early",  "premature", "wrong"};
  const auto beyond = [&](std::uint32_t t) {
    return tree[t].upos == Upos::kAdj &&
           std::find(std::begin(kBeyond), std::end(kBeyond), tree.lower(t)) != std::end(kBeyond);
  };
  const auto led_by = [&](std::uint32_t link) {
    const auto state = tree.child(link, Deprel::kAcomp);
    return beyond(link) || (state && beyond(*state)) || verb_is(tree[link].lemma, VerbClass::kRefuse);
  };
  return (governor.kind == ClauseKind::kOpen && led_by(tree.parent(governor.verb))) ||
         std::any_of(governor.chain.begin(), governor.chain.end() - 1, led_by);
}

// `reason to believe that he left`, `evidence to suggest that he left`; but `the first study to show that`
bool gives_grounds(const Tree& tree, const Clause& governor) {
  const std::uint32_t noun = tree.parent(governor.verb);
  return (governor.kind == ClauseKind::kParticipial || governor.kind == ClauseKind::kRelative) &&
         has_infinitive_mark(tree, governor.verb) && tree[noun].upos == Upos::kNoun &&
         !has_rank_word(tree, noun);
}

}  // namespace

// `almost managed to kill her`
bool falls_short(const Tree& tree, std::uint32_t verb, std::uint32_t adverb) {
  const bool before =
      adverb < verb && std::all_of(tree.children(verb).begin(), tree.children(verb).end(), [&](auto c) {
        return c <= adverb || c > verb || tree.is(c, {Deprel::kAux, Deprel::kAuxpass});
      });
  return tree[adverb].deprel == Deprel::kAdvmod && (adverb + 1 == verb || before) &&
         (tree.lower(adverb) == "almost" || tree.lower(adverb) == "nearly");
}

bool is_spared(const Tree& tree, const Clause& clause) {
  // `rather than shops closing early`: the words before the noun that the participle was hung on
  const std::uint32_t noun = tree.parent(clause.verb);
  const bool of_noun = clause.kind == ClauseKind::kParticipial && tree[clause.verb].tag == Tag::kVbg &&
                       tree[noun].deprel == Deprel::kPobj && noun < clause.verb;
  std::uint32_t first = of_noun ? tree.leftmost(noun) : clause.verb;
  while (first > tree.range().begin + 2 && tree.parent(first - 1) == clause.verb &&
         tree[first - 1].upos != Upos::kAdp && tree[first - 1].upos != Upos::kSconj)
    --first;
  if (first < tree.range().begin + 2) return false;
  const std::string last = tree.lower(first - 1), before = tree.lower(first - 2);
  return (before == "rather" && last == "than") || (before == "instead" && last == "of");
}

bool is_left_out(const Tree& tree, const Clause& clause) {
  const auto having = tree.child(clause.verb, Deprel::kAux);  // `without having paid`
  if (clause.kind != ClauseKind::kGerund || tree[having ? *having : clause.verb].tag != Tag::kVbg ||
      tree.child(clause.verb, Deprel::kNsubj))
    return false;
  const std::uint32_t preposition = tree.parent(clause.verb);
  const std::string word = tree.lower(preposition);
  return word == "without" ||
         (word == "of" && preposition > tree.range().begin && tree.lower(preposition - 1) == "short") ||
         (word == "from" && verb_is(tree[tree.parent(preposition)].lemma, VerbClass::kPrevent));
}

bool spells_negation(const Tree& tree, std::uint32_t link, std::uint32_t word) {
  if (word >= link || word == tree.range().begin || tree[word].deprel != Deprel::kNeg ||
      tree[word - 1].lemma == "be")
    return false;
  const bool infinitive = word + 2 <= link && tree[word + 1].tag == Tag::kTo;
  return infinitive || (word + 1 == link && tree[link].upos == Upos::kAdj);
}

bool shares_negation(const Tree& tree, const Clause& first, const Clause& clause) {
  if (std::none_of(clause.relation.begin(), clause.relation.end(),
                   [&](std::uint32_t t) { return t < first.verb && tree[t].deprel == Deprel::kNeg; }))
    return false;
  if (!tree.child(first.predicate(), Deprel::kDobj) || !tree.child(clause.predicate(), Deprel::kDobj))
    return true;
  for (const std::uint32_t c : tree.children(first.verb))
    if (tree[c].deprel == Deprel::kCc && c < clause.verb && tree.lower(c) == "and") return false;
  return true;
}

void name_the_denied(const Tree& tree, Clause& clause) {
  for (Phrase& subject : clause.subjects)
    if (is_none(tree, subject.head))
      if (const auto whole = tree.child(subject.head + 1, Deprel::kPobj)) subject = phrase_of(tree, *whole);
}

bool is_negated(const Tree& tree, const Clause& clause) {
  if (is_counterfactual(tree, clause) || is_yet_to(tree, clause) || is_spared(tree, clause) ||
      is_denied_in_front(tree, clause))
    return true;
  for (const std::uint32_t link : clause.chain)
    for (const std::uint32_t c : tree.children(link)) {
      if (link != clause.chain.front() && spells_negation(tree, link, c)) continue;
      if (negates(tree, c) || falls_short(tree, link, c) || reaches_none(tree, c)) return true;
      if (tree.is(c, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kDobj, Deprel::kAttr}) &&
          negated_noun(tree, c))
        return true;
      // `no longer`
      if (tree[c].deprel == Deprel::kAdvmod && c < clause.predicate() + 3)
        for (const std::uint32_t d : tree.children(c))
          if (tree.lower(d) == "no" && !is_no_doubt(tree, d)) return true;
    }
  for (const std::uint32_t c : tree.children(clause.verb))
    if (tree[c].deprel == Deprel::kPreconj && tree.lower(c) == "neither") return true;
  return false;
}

bool is_unproven(const Tree& tree, const Clause& clause, const Clause& governor) {
  const std::string& verb = tree[governor.predicate()].lemma;
  if (clause.kind != ClauseKind::kComplement ||
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}) ||
      small_clause_subject(tree, clause.verb) || tree.parent(clause.verb) != governor.predicate())
    return false;
  const bool shows = verb_is(verb, VerbClass::kShow);
  const bool tells = verb_means(verb, VerbKind::kCommunication) || verb_means(verb, VerbKind::kCognition) ||
                     tree.child(governor.predicate(), Deprel::kAcomp);
  if (gives_grounds(tree, governor)) return shows || tells;
  if (governor.negated && verb_is(verb, VerbClass::kDeny)) return true;  // `did not deny that he left`
  return (governor.negated && (shows || (tells && governor.modality == Modality::kPossible))) ||
         ((shows || (tells && !verb_is(verb, VerbClass::kFactive))) && is_out_of_reach(tree, governor));
}

}  // namespace dossier::ingest
