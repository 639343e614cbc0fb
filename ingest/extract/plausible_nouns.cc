// Signs in the noun phrases of an extraction that it would mislead alone:
//
//   number   `one thing people remember`: one of several, so two noun phrases are read as one
//   list     `a guiding force, a stimulating force`; `the cooks, the guides, the nurses`; `is the court of appeal, as well as criminal matters`
//   part     `tested 7 out of 20 cases`: the number without what it is of
//   latter   `the latter confirmed it`: one of two that another sentence names
//   only     `is the only species known to eat it`, `made its first beer that sold`: of all, it would be another claim
//   but      `fined all but the youngest`: who is excepted is not fined
//   said     `said the money they take pays for it`, `said on Monday, "..."`: what is said is no thing, and stands elsewhere
//   led to   `led to the doors being locked`: it is no doors that it led to
//   that     `denied reports that it sank`, `found evidence that he lied`: what is reported is a statement of
//            its own
//   way      `improved the way they work`, `had a long way to go`: an attribute that only the clause behind it tells
//   all      `throw away half of the food they buy`: what they throw half of; that they buy food says nothing
//   lot      `knows a lot`, `a lot of it`, `the fact that it is`: how much of nothing
//   several  `The winners were Ana and Ida`, `Ana and Ida are two poles of it`: several are no single one
//   which    `the process by which mayors are removed`, `among the towns to vote`: only the clause behind it tells which
//   denied   `will not sign a bill that cuts pay`, `found no clause that bans it`: another one it may sign
//   date     `reported this year 90 cases had been found`: what was reported is lost
//   by       `was by varying reports tens of thousands`: nothing is by something
#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/plausible.h"

namespace dossier::ingest {
namespace {

// `one thing people`: a singular word before a plural noun
bool joins_two(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty() || tree[phrase.head].tag != Tag::kNns) return false;
  const auto children = tree.children(phrase.head);
  const bool compound = std::any_of(children.begin(), children.end(), [&](auto c) {
    return tree[c].deprel == Deprel::kCompound && tree[c].tag == Tag::kNn && c + 1 == phrase.head;
  });
  return compound && std::any_of(children.begin(), children.end(), [&](auto c) {
           const std::string word = tree.lower(c);
           return c < phrase.head &&
                  (word == "one" || word == "a" || word == "an" || word == "each" || word == "this");
         });
}

// `the Court is the final court of appeal, as well as criminal matters`: what is joined is joined to
// something else.
bool joins_odd(const Tree& tree, const Extraction& extraction) {
  if (extraction.rule != "copula" || extraction.arguments.empty()) return false;
  const std::uint32_t said = extraction.arguments[0].phrase.head, first = tree.parent(said);
  return tree[said].deprel == Deprel::kConj && tree[said].tag == Tag::kNns && tree[first].tag == Tag::kNn;
}

// `a guiding force, a stimulating force`: a list of descriptions says nothing of the first.
bool lists_descriptions(const Tree& tree, const Extraction& extraction) {
  if (!extraction.implicit || !extraction.rule.starts_with("apposition") || extraction.arguments.empty())
    return false;
  const auto indefinite = [&](std::uint32_t noun) {
    const auto determiner = tree.child(noun, Deprel::kDet);
    return is_nominal(tree[noun]) && determiner &&
           (tree.lower(*determiner) == "a" || tree.lower(*determiner) == "an");
  };
  return indefinite(extraction.subject.head) && indefinite(extraction.arguments[0].phrase.head);
}

// `the nannies, the cooks, the guides`: a list that no `and` ends, read as a noun and what it is
bool lists_on(const Tree& tree, const Extraction& extraction) {
  if (!extraction.implicit || !extraction.rule.starts_with("apposition") || extraction.arguments.empty())
    return false;
  std::uint32_t first = extraction.arguments[0].phrase.head;
  while (tree[first].deprel == Deprel::kConj) first = tree.parent(first);
  return tree[first].deprel == Deprel::kAppos && tree[tree.parent(first)].upos == Upos::kNoun &&
         tree.child(first, Deprel::kConj) && !tree.child(first, Deprel::kCc);
}

// `the latter`: whoever it is has been named before; `the following is a list`: or is named behind
bool points_back(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty()) return false;
  const std::string word = tree.lower(phrase.head);
  const bool each = word == "other" && phrase.head > 0 &&
                    tree.lower(phrase.head - 1) == "each";  // `each other breaking it`
  const bool names = tree[phrase.head].upos == Upos::kNoun && phrase.tokens.size() < 3;
  return word == "latter" || word == "former" || (names && word == "following") || each;
}

// `attendance was by varying reports tens of thousands`
bool is_by_nobody(const Tree& tree, const Extraction& extraction) {
  return (extraction.predicate == "was" || extraction.predicate == "is") && !extraction.arguments.empty() &&
         extraction.arguments[0].preposition == "by" &&
         !is_name_entity(tree[extraction.arguments[0].phrase.head].entity);
}

// The first, last or only one, as far as a clause goes that the node would not have.
bool is_only_so_far(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.arguments[0].phrase.empty()) return false;
  const Argument& argument = extraction.arguments[0];
  const std::uint32_t noun = argument.phrase.head;
  if (tree[noun].upos != Upos::kNoun || !has_rank_word(tree, noun)) return false;
  const auto clause = tree.child(noun, {Deprel::kAcl, Deprel::kRelcl});
  if (!clause || tree.word(tree.leftmost(*clause) - 1) == "," ||
      tree[tree.leftmost(*clause)].tag == Tag::kWrb)
    return false;
  return argument.role == ArgumentRole::kComplement ||
         (argument.role == ArgumentRole::kObject && !extraction.relation_tokens.empty() &&
          tree.parent(extraction.relation_tokens.back()) == noun);
}

// Words for what is said may be, and so may a name that it was said to or what it was said about.
bool says_thing(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (tree[verb].lemma != "say" || extraction.implicit || extraction.arguments.empty() ||
      extraction.predicate.starts_with("was "))
    return false;
  const Argument& argument = extraction.arguments[0];
  const std::uint32_t noun = argument.phrase.head;
  if (argument.role == ArgumentRole::kObject)
    return is_nominal(tree[noun]) &&
           !noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kCommunication);
  const bool hearer = argument.preposition == "to" && is_name_entity(tree[noun].entity);
  return !argument.preposition.empty() && !hearer && argument.preposition != "about";
}

// `all but the youngest`, `nobody but Ana`: it is the others, or it is not nobody.
bool excepts(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty() || tree[phrase.head].deprel != Deprel::kConj) return false;
  const std::uint32_t first = tree.parent(phrase.head);
  const std::string word = tree.lower(first);
  const bool whole =
      word == "all" || word.starts_with("every") || word.starts_with("no") || word.starts_with("any");
  const auto joint = tree.child(first, Deprel::kCc);
  return whole && joint && tree.lower(*joint) == "but" &&
         (tree[first].upos == Upos::kPron || tree[first].upos == Upos::kDet || tree[first].tag == Tag::kDt);
}

bool leads_to_deed(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.arguments.empty() || extraction.arguments[0].preposition != "to" ||
      !verb_is(tree[verb].lemma, VerbClass::kForce))
    return false;
  const std::uint32_t next = extraction.arguments[0].phrase.tokens.back() + 1;
  return tree[next].tag == Tag::kVbg && tree.is(next, {Deprel::kAdvcl, Deprel::kAcl, Deprel::kPcomp});
}

// `the right to vote`, `a way to save water`: what the node's name tells
bool names_deed(const Tree& tree, std::uint32_t noun, std::uint32_t verb) {
  constexpr std::uint32_t kShort = 7;  // words
  if (tree[verb].tag != Tag::kVb || tree.leftmost(verb) != noun + 1 || tree.rightmost(verb) > noun + kShort)
    return false;
  const auto children = tree.children(verb);
  return std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Deprel deprel = tree[c].deprel;
    const auto object = deprel == Deprel::kPrep ? tree.child(c, Deprel::kPobj) : std::optional(c);
    const bool told = deprel == Deprel::kDobj || deprel == Deprel::kPrep || deprel == Deprel::kAttr;
    return c < verb || deprel == Deprel::kPrt || (deprel == Deprel::kAdvmod && c == verb + 1) ||
           deprel == Deprel::kPunct ||
           (told && object && (is_nominal(tree[*object]) || tree[*object].entity == EntityLabel::kDate) &&
            tree[*object].upos != Upos::kPron);
  });
}

// Where its complement does not stand behind a preposition, nor is repeated by the node; `a style that was new` has
// none.
bool lacks_clause(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.implicit || extraction.arguments[0].phrase.empty())
    return false;
  const Argument& argument = extraction.arguments[0];
  const std::uint32_t noun = argument.phrase.head;
  const bool leads = argument.role == ArgumentRole::kObject || argument.role == ArgumentRole::kComplement ||
                     argument.role == ArgumentRole::kPrepositional;
  if (!leads || tree[noun].upos != Upos::kNoun ||
      tree.child(noun, {Deprel::kPrep, Deprel::kPoss, Deprel::kCompound}) ||
      !noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kAttribute))
    return false;
  const auto clause = tree.child(noun, {Deprel::kAcl, Deprel::kRelcl});
  if (!clause || *clause < noun || tree.word(tree.leftmost(*clause) - 1) == "," ||
      names_deed(tree, noun, *clause))
    return false;
  const auto subject = tree.child(*clause, {Deprel::kNsubj, Deprel::kNsubjpass});
  const bool described = subject && (tree[*subject].tag == Tag::kWdt || tree[*subject].tag == Tag::kWp);
  return !described && (tree[*clause].deprel == Deprel::kRelcl || tree[*clause].tag == Tag::kVb);
}

// `denied reports that it sank`; a report that nothing else tells from others
bool leads_to_content(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.arguments[0].phrase.empty()) return false;
  const std::uint32_t noun = extraction.arguments[0].phrase.head;
  if (tree[noun].upos != Upos::kNoun || noun + 1 >= tree.range().end || tree.lower(noun + 1) != "that" ||
      tree[noun + 1].deprel != Deprel::kMark ||
      tree.child(noun, {Deprel::kAmod, Deprel::kCompound, Deprel::kPoss, Deprel::kNummod, Deprel::kPrep}))
    return false;
  const std::string lemma =
      lower_case(tree[noun].lemma);  // no `so many came to the sales that they sold out`
  return tree.parent(tree.parent(noun + 1)) == noun &&
         (noun_means(lemma, NounKind::kCommunication) || noun_means(lemma, NounKind::kCognition) ||
          noun_means(lemma, NounKind::kFeeling));
}

// `half of the food they buy`, `the amount of pasta they eat`: what everybody does, said to tell which food
bool tells_of_which(const Tree& tree, const Extraction& extraction) {
  if (extraction.relation_tokens.empty() || extraction.arguments.empty() ||
      is_name_entity(tree[extraction.subject.head].entity))
    return false;
  const std::uint32_t verb = extraction.relation_tokens.back(), noun = extraction.arguments[0].phrase.head;
  if (tree[verb].deprel != Deprel::kRelcl || tree.parent(verb) != noun ||
      tree[noun].deprel != Deprel::kPobj || tree.word(tree.leftmost(verb) - 1) == ",")
    return false;
  const std::uint32_t of = tree.parent(noun), whole = tree.parent(of);
  return tree.lower(of) == "of" &&
         (tree[whole].entity == EntityLabel::kPercent || tree[whole].entity == EntityLabel::kQuantity ||
          tree.lower(whole) == "half" || tree[whole].tag == Tag::kCd ||
          noun_mostly_means(lower_case(tree[whole].lemma), NounKind::kPossession));
}

// A measure or a `fact` that nothing is measured of in its name.
bool measures_nothing(const Tree& tree, const Phrase& phrase) {
  if (phrase.empty() || tree[phrase.head].upos != Upos::kNoun) return false;
  const std::string word = tree.lower(phrase.head);
  if (word != "lot" && word != "bit" && word != "fact" && word != "extent") return false;
  if (const auto of = tree.child(phrase.head, Deprel::kPrep))
    if (const auto what = tree.child(*of, Deprel::kPobj))
      if (is_nominal(tree[*what]) && tree[*what].upos != Upos::kPron) return false;
  return !tree.child(phrase.head, {Deprel::kAmod, Deprel::kCompound, Deprel::kPoss});
}

// `The winners were Ana and Ida`: several are no single one; each of them is a winner
bool equals_one(const Tree& tree, const Extraction& extraction) {
  if (extraction.rule != "copula" || extraction.arguments.empty() ||
      extraction.arguments[0].role != ArgumentRole::kComplement)
    return false;
  const std::uint32_t one = extraction.arguments[0].phrase.head, several = extraction.subject.head;
  // `Oslo and Bergen are two poles of the debate`: neither is two
  if (tree[one].tag == Tag::kNns && tree[several].tag != Tag::kNns && tree[several].tag != Tag::kNnps &&
      (tree[several].deprel == Deprel::kConj || tree.child(several, Deprel::kConj)) &&
      tree.child(one, Deprel::kNummod) && tree.child(one, {Deprel::kPrep, Deprel::kRelcl, Deprel::kAcl}))
    return true;
  return tree[several].tag == Tag::kNns && !is_name_entity(tree[several].entity) &&
         tree[one].tag == Tag::kNnp && is_name_entity(tree[one].entity) &&
         (tree[one].deprel == Deprel::kConj || tree.child(one, Deprel::kConj));
}

// Whether only a clause tells the noun, with nothing but an article beside it, from others.
bool needs_clause(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  if (tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity) ||
      noun_means(lemma, NounKind::kPerson) ||
      tree.child(noun, {Deprel::kAmod, Deprel::kCompound, Deprel::kPoss, Deprel::kNummod, Deprel::kPrep}))
    return false;
  const auto clause = tree.child(noun, Deprel::kRelcl);
  // `among the towns to vote`, `among the towns affected`, hung on the verb
  const Tag next = tree[noun + 1].tag;
  if (tree[noun].tag == Tag::kNns && tree[noun].deprel == Deprel::kPobj &&
      (next == Tag::kTo || next == Tag::kVbn))
    return true;
  return clause && *clause > noun && tree.word(tree.leftmost(*clause) - 1) != "," &&
         !names_deed(tree, noun, *clause);
}

// `Impeachment is the process by which mayors are removed`, `Oslo was among the towns that voted`: what the clause tells is
// a statement of its own.
bool is_of_no_kind(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.arguments[0].phrase.empty() ||
      (extraction.predicate != "is" && extraction.predicate != "was"))
    return false;
  const Argument& argument = extraction.arguments[0];
  const bool among = argument.preposition == "among" || argument.preposition == "amongst";
  if (argument.role != ArgumentRole::kComplement && !among) return false;
  const std::uint32_t told = extraction.subject.head;  // `The man who shot him was Ole`: he shot him
  if (const auto clause = tree.child(told, {Deprel::kRelcl, Deprel::kAcl});
      clause && named_by_copula(tree, told, *clause))
    return true;
  const std::uint32_t noun = argument.phrase.head;
  const auto of = tree.lower(noun) == "one" ? tree.child(noun, Deprel::kPrep) : std::nullopt;
  if (const auto several = of ? tree.child(*of, Deprel::kPobj) : std::nullopt)
    return needs_clause(tree, *several);
  // `Norsk is a body that advises mayors`: what a name is of
  return (among || tree[told].upos != Upos::kPropn) && needs_clause(tree, noun);
}

// Denied of any such thing, whose clause the node would not have.
bool denies_some(const Tree& tree, const Extraction& extraction) {
  if (!extraction.negated || extraction.arguments.empty() || extraction.arguments[0].phrase.empty())
    return false;
  const std::uint32_t noun = extraction.arguments[0].phrase.head;
  const auto article = tree.child(noun, Deprel::kDet);
  const auto clause = tree.child(noun, Deprel::kRelcl);
  if (tree[noun].tag != Tag::kNn || !article || !clause || *clause < noun) return false;
  const std::string word = tree.lower(*article);
  return (word == "a" || word == "an" || word == "any" || word == "no") &&
         tree.word(tree.leftmost(*clause) - 1) != "," && !names_deed(tree, noun, *clause);
}

// `Norsk reported this year 90 cases had been found`: when, read as all that was reported; not `announced three
// days of mourning`
bool dates_nothing(const Tree& tree, const Extraction& extraction) {
  if (extraction.implicit || extraction.arguments.empty() || extraction.arguments[0].phrase.empty() ||
      extraction.agent_first || extraction.predicate.starts_with("was ") ||
      extraction.relation_tokens.empty())
    return false;
  const Argument& argument = extraction.arguments[0];
  const std::string& lemma = tree[extraction.relation_tokens.back()].lemma;
  const std::uint32_t day = argument.phrase.head;
  return argument.preposition.empty() && extraction.arguments.size() == 1 &&
         extraction.relation_tokens.size() == 1 && is_time_entity(tree[day].entity) &&
         !tree.child(day, Deprel::kNummod) && verb_mostly_means(lemma, VerbKind::kCommunication);
}

}  // namespace

bool implausible_nouns(const Tree& tree, const Extraction& extraction) {
  return dates_nothing(tree, extraction) || equals_one(tree, extraction) ||
         joins_two(tree, extraction.subject) || joins_odd(tree, extraction) ||
         lists_descriptions(tree, extraction) || lists_on(tree, extraction) ||
         is_by_nobody(tree, extraction) || is_of_no_kind(tree, extraction) ||
         is_only_so_far(tree, extraction) || excepts(tree, extraction.subject) ||
         lacks_clause(tree, extraction) || tells_of_which(tree, extraction) ||
         denies_some(tree, extraction) || leads_to_content(tree, extraction) ||
         (!extraction.arguments.empty() && excepts(tree, extraction.arguments[0].phrase)) ||
         (!extraction.relation_tokens.empty() &&
          (says_thing(tree, extraction, extraction.relation_tokens.back()) ||
           leads_to_deed(tree, extraction, extraction.relation_tokens.back()))) ||
         points_back(tree, extraction.subject) || measures_nothing(tree, extraction.subject) ||
         (!extraction.arguments.empty() && (joins_two(tree, extraction.arguments[0].phrase) ||
                                            (extraction.arguments[0].role != ArgumentRole::kManner &&
                                             measures_nothing(tree, extraction.arguments[0].phrase))));
}

}  // namespace dossier::ingest
