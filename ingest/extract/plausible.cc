// Signs that the parser went wrong, or that nothing is said, each with a sentence where it did:
//
//   hidden verb  `reported the coating repels bacteria`: `repels` read as a noun of the subject or the object
//   hidden that  `established that poor hygiene is responsible`: the conjunction read as the object's `that`
//   agreement    `problems who stabs`, `a company have`: the verb is another subject's
//   doer         `the ability ran for office`: only somebody runs for it
//   lost         `what she described as resources`: the object is elsewhere
//   clause       `wants them to leave`, `it is easy to do`: the object, or the subject, is a clause
//   pair         `was brokered between Israel and the UAE`: one of the two says nothing
//   bare         `the left`: a participle with nothing beside it, or an event that is only asked about
//   alias        `the agency (NMA)`: another name, not what it is
#include "ingest/extract/plausible.h"

#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool is_common_noun(const Tree& tree, std::uint32_t token) {
  return tree[token].upos == Upos::kNoun && !is_name_entity(tree[token].entity);
}

// `loved and supported Ana` read as who does something
bool is_finite_verb(const Tree& tree, const Phrase& phrase) {
  const Tag tag = tree[phrase.head].tag;
  return phrase.tokens.size() < 3 && (tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp);
}

// `There is much to talk about`: what is much says nothing
bool is_bare_adjective(const Tree& tree, const Phrase& phrase) {
  return phrase.tokens.size() == 1 &&
         (tree[phrase.head].tag == Tag::kJj || tree[phrase.head].tag == Tag::kRb) &&
         tree[phrase.head].entity == EntityLabel::kNone;
}

bool hides_verb(const Tree& tree, const Phrase& phrase) {
  return std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](std::uint32_t t) {
    if (tree[t].tag != Tag::kNns && tree[t].tag != Tag::kNn) return false;
    if (t != phrase.head && tree[t].deprel != Deprel::kCompound) return false;
    // `posted a podcast`
    if (tree.is(t - 1, {Deprel::kDet, Deprel::kPoss, Deprel::kAmod}) && tree[t + 1].upos != Upos::kNoun)
      return false;
    const std::string lemma = lower_case(tree[t].lemma);
    return !is_noun(lemma) && is_verb(lemma) && !is_noun(tree.lower(t));
  });
}

bool hides_that(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.arguments.empty() || extraction.arguments[0].role != ArgumentRole::kObject) return false;
  const Phrase& object = extraction.arguments[0].phrase;
  if (object.empty() || object.tokens.size() < 2 || object.tokens.front() != verb + 1) return false;
  // `who ordered that change claimed`: the verb behind it has a subject before it
  if (tree[verb].deprel == Deprel::kRelcl &&
      tree.child(tree.parent(tree.parent(verb)), Deprel::kNsubj) == tree.parent(verb))
    return false;
  return tree.lower(object.tokens.front()) == "that" && object.head != object.tokens.front() &&
         (verb_means(tree[verb].lemma, VerbKind::kCommunication) ||
          verb_means(tree[verb].lemma, VerbKind::kCognition));
}

bool counts_as_many(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_means(lemma, NounKind::kGroup) || noun_means(lemma, NounKind::kQuantity) ||
         noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kTime);
}

// The first word of the relation that shows number.
bool disagrees(const Tree& tree, const Extraction& extraction) {
  if (extraction.agent_first || extraction.implicit) return false;
  const std::uint32_t noun = extraction.subject.head;
  if (!is_common_noun(tree, noun) || counts_as_many(tree, noun)) return false;
  if (tree.child(noun, {Deprel::kConj, Deprel::kPrep, Deprel::kNummod})) return false;
  if (tree[noun].deprel == Deprel::kConj) return false;
  const auto form =
      std::find_if(extraction.relation_tokens.begin(), extraction.relation_tokens.end(),
                   [&](std::uint32_t t) { return is_verb_tag(tree[t].tag) || tree[t].tag == Tag::kMd; });
  if (form == extraction.relation_tokens.end()) return false;
  if (tree.lower(*form) == "was" && tree[noun].tag == Tag::kNns) return true;
  if (tree[*form].tag == Tag::kVbz) return tree[noun].tag == Tag::kNns;
  return tree[*form].tag == Tag::kVbp && tree[noun].tag == Tag::kNn;
}

// What no one takes for a person or a body of people.
bool is_thing(const Tree& tree, std::uint32_t noun) {
  if (!is_common_noun(tree, noun)) return false;
  const std::string lemma = lower_case(tree[noun].lemma);
  if (noun_mostly_means(lemma, NounKind::kTime)) return true;
  if (!is_noun(lemma) || noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
      noun_means(lemma, NounKind::kCommunication) || noun_means(lemma, NounKind::kLocation) ||
      noun_means(lemma, NounKind::kQuantity))
    return false;
  return true;
}

// `government forces`, `Syrian troops`: of a people or a body
bool is_of_people(const Tree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    if (!tree.is(c, {Deprel::kCompound, Deprel::kAmod, Deprel::kNmod})) return false;
    const EntityLabel label = tree[c].entity;
    return label == EntityLabel::kNorp || label == EntityLabel::kGpe ||
           (tree[c].upos == Upos::kNoun && noun_mostly_means(lower_case(tree[c].lemma), NounKind::kGroup));
  });
}

// `The law bans tents`, `the decision cemented his victory`: what stands before its own verb and its object may well do
// what the dictionary knows of somebody.
bool stands_for_somebody(const Tree& tree, const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head;
  const auto& words = extraction.relation_tokens;
  return tree[noun].deprel == Deprel::kNsubj && tree[noun].upos == Upos::kNoun &&
         tree.child(noun, {Deprel::kDet, Deprel::kAmod, Deprel::kPoss}) &&
         std::find(words.begin(), words.end(), tree.parent(noun)) != words.end() &&
         !extraction.arguments.empty() && extraction.arguments[0].role == ArgumentRole::kObject &&
         !noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kTime);
}

bool wrong_doer(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || !is_verb_tag(tree[verb].tag) || extraction.predicate.starts_with("was ") ||
      extraction.predicate.starts_with("is "))
    return false;
  return is_thing(tree, extraction.subject.head) && !thing_may(tree[verb].lemma) &&
         !stands_for_somebody(tree, extraction) &&
         !(tree[extraction.subject.head].tag == Tag::kNns && is_of_people(tree, extraction.subject.head));
}

// `Ana, whose son left`, `ten men, four of whom left`: of what stands before the clause; not
// `asked whose son it was`
bool owns_behind(const Tree& tree, std::uint32_t pronoun) {
  std::uint32_t t = pronoun;
  while (!is_verb_tag(tree[t].tag) && tree.parent(t) != t) t = tree.parent(t);
  const bool part = tree[pronoun].deprel == Deprel::kPobj && tree.lower(tree.parent(pronoun)) == "of";
  return (part || tree[pronoun].tag == Tag::kWpDollar) && tree[t].deprel == Deprel::kRelcl;
}

bool holds_question_word(const Tree& tree, const Phrase& phrase) {
  return std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](std::uint32_t t) {
    if (owns_behind(tree, t)) return false;
    // `should voters choose`: an inverted auxiliary read as part of who
    if (tree[t].tag == Tag::kMd && t == phrase.tokens.front()) return true;
    return (tree[t].tag == Tag::kWp || tree[t].tag == Tag::kWdt || tree[t].tag == Tag::kWpDollar) &&
           (t == phrase.tokens.front() || tree.parent(tree.parent(t)) == phrase.head);
  });
}

// `what she described as resources`, `had to concession`: the object has been lost.
bool lost_object(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || !is_verb_tag(tree[verb].tag)) return false;
  if (extraction.predicate == "had" && !extraction.arguments.empty() &&
      extraction.arguments[0].role == ArgumentRole::kPrepositional)
    return true;
  return !extraction.arguments.empty() && holds_question_word(tree, extraction.arguments[0].phrase) &&
         extraction.arguments[0].role != ArgumentRole::kClause;
}

// `allows ships to pass`, with the ships as the object: the infinitive right behind them
bool opens_to(const Tree& tree, std::uint32_t verb, std::uint32_t object) {
  const auto children = tree.children(verb);
  return tree[object].deprel == Deprel::kDobj && tree.parent(object) == verb &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree.is(c, {Deprel::kXcomp, Deprel::kCcomp, Deprel::kAdvcl}) && c > object &&
                  tree[c].tag == Tag::kVb && tree.leftmost(c) == tree.rightmost(object) + 1 &&
                  tree[tree.leftmost(c)].tag == Tag::kTo;
         });
}

// `wants them to leave`, `caused it to sink`, `allows ships to pass`: what is wanted or caused is the clause, not its
// subject.
bool object_of_clause(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.arguments.size() < 2 || extraction.arguments[0].role != ArgumentRole::kObject ||
      extraction.statement_only)
    return false;
  const std::uint32_t object = extraction.arguments[0].phrase.head;
  const bool event = noun_mostly_means(lower_case(tree[object].lemma), NounKind::kAct) ||
                     noun_mostly_means(lower_case(tree[object].lemma), NounKind::kEvent);
  const std::string& lemma = tree[verb].lemma;
  const bool open =
      verb_is(lemma, VerbClass::kPermit) || (verb_is(lemma, VerbClass::kPlan) && makes_do(lemma));
  if (open && opens_to(tree, verb, object)) return true;
  // `was announced by Ana on Monday`: of its own verb
  if (!tree.is(object, {Deprel::kNsubj, Deprel::kNsubjpass}) || tree.parent(object) == verb ||
      !is_verb_tag(tree[tree.parent(object)].tag))
    return false;
  if (open) return true;
  // `found the plan to be unlawful`, `ordered the office to be closed`
  if (takes_clause(lemma) && (is_thing(tree, object) || !verb_means(lemma, VerbKind::kCommunication)) &&
      (tree[tree.parent(object)].lemma == "be" || tree[object].deprel == Deprel::kNsubjpass))
    return true;
  // `reported Ana to be ill`
  if (takes_clause(lemma) && tree[tree.parent(object)].lemma == "be" && !verb_is(lemma, VerbClass::kDemand))
    return true;
  if (event || tree[object].deprel != Deprel::kNsubj) return false;
  return lemma == "cause" || lemma == "make" || lemma == "let" || lemma == "have" || lemma == "get" ||
         verb_mostly_means(lemma, VerbKind::kPerception) || verb_mostly_means(lemma, VerbKind::kCognition) ||
         verb_mostly_means(lemma, VerbKind::kEmotion);
}

// `it is commonplace to suspend it`: the pronoun stands for what follows.
bool stands_for_clause(const Tree& tree, const Extraction& extraction) {
  if (tree.lower(extraction.subject.head) != "it") return false;
  if (extraction.relation_tokens.size() == 1 && tree[extraction.relation_tokens[0]].lemma == "be" &&
      !extraction.arguments.empty() && extraction.arguments[0].role == ArgumentRole::kClause)
    return true;
  for (const std::uint32_t copula : extraction.relation_tokens) {
    const auto said =
        tree[copula].lemma == "be" ? tree.child(copula, {Deprel::kAcomp, Deprel::kAttr}) : std::nullopt;
    if (!said) continue;
    for (const std::uint32_t top : {copula, *said})
      for (const std::uint32_t c : tree.children(top))
        if (c > copula && tree.is(c, {Deprel::kXcomp, Deprel::kCcomp, Deprel::kCsubj, Deprel::kAdvcl}) &&
            is_verb_tag(tree[c].tag) && !tree.child(c, Deprel::kAdvmod))
          return true;
  }
  return false;
}

// `more of a critic than was Trump`
bool is_compared(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t c : tree.children(verb))
    if (tree.is(c, {Deprel::kMark, Deprel::kPrep}) && tree.lower(c) == "than" && tree.children(c).empty())
      return true;
  return tree.lower(tree.parent(verb)) == "than";
}

// `died on Friday, which became ...`: a day is nobody.
bool day_does(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  // `Around 3 p.m. local time smoke turned the city dark`
  if (tree[extraction.subject.head].entity == EntityLabel::kTime && !extraction.implicit &&
      tree[extraction.relation_tokens.front()].lemma != "be")
    return true;
  // `leaving them two weeks to build it`
  const bool infinitive =
      tree[verb].tag == Tag::kVb && verb > tree.range().begin && tree[verb - 1].tag == Tag::kTo;
  return is_time_entity(tree[extraction.subject.head].entity) &&
         (tree[verb].deprel == Deprel::kRelcl || infinitive);
}

// `offered Spanton`, what it was is lost
bool gives_nothing(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.arguments.empty() || extraction.arguments[0].role != ArgumentRole::kObject ||
      extraction.agent_first || extraction.predicate.starts_with("was "))
    return false;
  const EntityLabel label = tree[extraction.arguments[0].phrase.head].entity;
  const std::string& lemma = tree[verb].lemma;
  return gives_to(lemma) && !takes_person(lemma) && !verb_means(lemma, VerbKind::kCommunication) &&
         is_name_entity(label) &&
         (label == EntityLabel::kPerson || label == EntityLabel::kOrg || label == EntityLabel::kGpe) &&
         std::none_of(extraction.arguments.begin() + 1, extraction.arguments.end(), [](const Argument& a) {
           return a.role == ArgumentRole::kObject || a.role == ArgumentRole::kIndirectObject ||
                  a.preposition == "to";
         });
}

// `asked him to name them, which he did not do`: the pronoun stands for what was asked
bool stands_for_deed(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].lemma != "do") return false;
  const auto adverb = tree.child(verb, Deprel::kAdvmod);  // `did so in May`
  const auto deed = tree.child(verb, Deprel::kDobj);      // `children who do dangerous work`
  const bool named = deed && *deed > verb && tree[*deed].upos == Upos::kNoun;
  return (tree[verb].deprel == Deprel::kRelcl && !named) || (adverb && tree.lower(*adverb) == "so");
}

bool halves_pair(const Tree& tree, const Extraction& extraction) {
  if (extraction.arguments.empty() || extraction.arguments[0].preposition != "between") return false;
  const std::uint32_t noun =
      extraction.arguments[0].phrase.head;  // `mediated between the two sides`: no half
  return tree[noun].tag != Tag::kNns || tree.child(noun, Deprel::kConj) || tree.is(noun, {Deprel::kConj});
}

// `two were killed and ten others injured`, `left two dead and ten injured`, `two died, with ten injured`
bool befalls_counted(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::uint32_t who = extraction.subject.head;
  const bool counted =
      tree[who].tag == Tag::kCd || tree.child(who, Deprel::kNummod) ||
      (tree[who].tag == Tag::kNns && noun_mostly_means(lower_case(tree[who].lemma), NounKind::kQuantity));
  const std::uint32_t above = tree.parent(verb);
  const bool told = tree[verb].deprel == Deprel::kConj
                        ? tree.child(above, Deprel::kAuxpass) || tree[above].lemma == "leave"
                        : tree[verb].deprel == Deprel::kPcomp && tree.lower(above) == "with";
  return counted && told && tree.parent(who) == verb && takes_person(tree[verb].lemma);
}

bool only_qualified(const Extraction& extraction) {
  return std::all_of(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& a) {
    return a.role == ArgumentRole::kManner || a.role == ArgumentRole::kSetting ||
           a.role == ArgumentRole::kAdverbialClause;
  });
}

// `was arrested and jailed`: two deeds, of which the first has all that it needs; not `was built or bought`, `was built and
// sold by Ana`
bool befell_before(const Tree& tree, std::uint32_t verb, std::uint32_t twin) {
  const auto was = tree.child(verb, Deprel::kAuxpass), joint = tree.child(verb, Deprel::kCc);
  return was && (tree[*was].tag == Tag::kVbd || tree[*was].tag == Tag::kVbn) && joint &&
         tree.lower(*joint) != "or" && tree[twin].tag == Tag::kVbn && !tree.child(twin, Deprel::kAgent);
}

bool says_nothing(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || !only_qualified(extraction)) return false;
  // `Parliament has not been prorogued` says something of Parliament
  const bool undone = extraction.negated && extraction.predicate.starts_with("was ") &&
                      extraction.arguments.empty() && extraction.modality == Modality::kAsserted &&
                      tree.child(verb, Deprel::kAuxpass);
  if (undone) return false;
  // `Residents were told to leave`
  const std::uint32_t told = tree.parent(verb);
  const bool made_to = extraction.predicate.starts_with("was ") && !extraction.negated &&
                       extraction.modality == Modality::kDemanded && tree[verb].deprel == Deprel::kXcomp &&
                       tree.child(told, Deprel::kAuxpass) && makes_do(tree[told].lemma);
  if (made_to) return false;
  // `There is no evidence of fraud`
  if (extraction.rule == "existential" && extraction.negated && extraction.modality == Modality::kAsserted &&
      !tree.child(extraction.subject.head, {Deprel::kAcl, Deprel::kRelcl, Deprel::kCcomp}))
    return false;
  if (extraction.negated || extraction.modality == Modality::kPossible ||
      extraction.modality == Modality::kConditional || extraction.modality == Modality::kDemanded)
    return true;
  // `his death, they reported, was ...`, `measures stipulating otherwise`
  if (extraction.predicate.find(' ') == std::string::npos &&
      (verb_mostly_means(tree[verb].lemma, VerbKind::kCommunication) ||
       (tree[verb].deprel == Deprel::kAcl && tree[verb].tag == Tag::kVbg)))
    return true;
  // `lobbying and witness tampering`; `tried and failed to correct it` shares what was tried
  if (extraction.relation_tokens.size() == 1 && tree[verb].tag == Tag::kVbg) return true;
  const auto twin = tree.child(verb, Deprel::kConj);
  if (twin && is_verb_tag(tree[*twin].tag) && !tree.child(*twin, {Deprel::kNsubj, Deprel::kNsubjpass}) &&
      !befell_before(tree, verb, *twin) &&
      (takes_thing(tree[verb].lemma) || takes_infinitive(tree[verb].lemma)))
    return true;
  // `the game that Minetest comes with`: the relative clause has lost what it says of its noun
  if (tree[verb].deprel == Deprel::kRelcl && extraction.arguments.empty() &&
      tree.parent(extraction.subject.head) == verb)
    return true;
  return extraction.predicate.starts_with("was ") && extraction.relation_tokens.size() == 1 &&
         is_verb_tag(tree[verb].tag) && !befalls_counted(tree, extraction, verb) &&
         !named_by_copula(tree, tree.parent(verb), verb) &&  // `The towns hit were Bergen and Oslo`
         !(tree[verb].tag == Tag::kVbn && tree[verb - 1].deprel == Deprel::kPobj &&  // `is among those hit`
           tree.lower(tree.parent(verb - 1)) == "among");
}

bool is_alias(const Tree& tree, const Extraction& extraction) {
  if (!extraction.rule.starts_with("apposition") || extraction.predicate != "is") return false;
  const std::uint32_t name = extraction.arguments[0].phrase.head;
  const std::string_view word = tree.word(name);
  if (extraction.rule != "apposition")
    return name > 0 && tree.range().contains(name - 1) && tree.word(name - 1) == "(";
  return tree.word(tree.leftmost(name)) == "(" ||
         (name > 0 && tree.range().contains(name - 1) && tree.word(name - 1) == "(") ||
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
}

// `Selling the bank`: a deed with a thing that it is done to, in few words and without a doer; not `having a base`.
bool names_deed(const Tree& tree, const Phrase& deed) {
  constexpr std::size_t kMostWords = 6;
  const auto object = tree.child(deed.head, Deprel::kDobj);
  return tree[deed.head].tag == Tag::kVbg && deed.tokens.front() == deed.head &&
         deed.tokens.size() <= kMostWords && object && *object > deed.head &&
         tree[*object].upos != Upos::kPron && tree[deed.head].lemma != "have" &&
         !verb_mostly_means(tree[deed.head].lemma, VerbKind::kStative) &&
         !verb_mostly_means(tree[deed.head].lemma, VerbKind::kCommunication) &&
         std::none_of(deed.tokens.begin(), deed.tokens.end(), [&](std::uint32_t t) {
           return t != deed.head && is_verb_tag(tree[t].tag) && tree[t].deprel != Deprel::kAmod;
         });
}

// `Having a base in Melbourne allows it to act`: what happens is no node.
bool is_clause(const Tree& tree, const Extraction& extraction) {
  const Phrase& subject = extraction.subject;
  return !subject.empty() && tree.is(subject.head, {Deprel::kCsubj, Deprel::kCsubjpass}) &&
         (extraction.predicate.starts_with("was ") || !names_deed(tree, subject));
}

// `it's 3:30 in the morning`: the time is nobody's.
bool tells_the_time(const Tree& tree, const Extraction& extraction) {
  if (extraction.subject.empty() || extraction.arguments.empty() ||
      tree.lower(extraction.subject.head) != "it")
    return false;
  const Argument& what = extraction.arguments[0];
  return what.role == ArgumentRole::kComplement && !what.phrase.empty() &&
         is_time_entity(tree[what.phrase.head].entity);
}

// A question states nothing.
bool asks(const Tree& tree, std::uint32_t verb) {
  for (std::uint32_t t = verb + 1; t < tree.range().end; ++t) {
    const std::string_view word = tree.word(t);
    if (word == "?") return true;
    // `is a clerk who was asked: “Why not?”`
    if (word == "." || word == "!" || word == ";" || word == "“" || word == "”" || word == "''" ||
        word == "\"")
      return false;
  }
  return false;
}

// `the enemy prepared against the enemy's actions`: that would be `its`.
bool owns_by_name(const Tree& tree, const Extraction& extraction) {
  if (extraction.subject.empty() || extraction.arguments.empty() || extraction.arguments[0].phrase.empty())
    return false;
  const Token& subject = tree[extraction.subject.head];
  const auto owner = tree.child(extraction.arguments[0].phrase.head, Deprel::kPoss);
  return owner && subject.upos == Upos::kNoun && tree[*owner].upos == Upos::kNoun &&
         tree[*owner].lemma == subject.lemma && !tree.child(*owner, Deprel::kAmod);
}

// `lanterns, given away by the city and bought from vendors`: nobody who carries them bought.
bool joined_participle(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  const std::uint32_t twin = tree.parent(verb);
  return tree[verb].deprel == Deprel::kConj && (tree[verb].tag == Tag::kVbd || tree[verb].tag == Tag::kVbn) &&
         tree[twin].tag == Tag::kVbn && tree.is(twin, {Deprel::kAdvcl, Deprel::kAcl}) &&
         !tree.child(twin, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kAux, Deprel::kAuxpass}) &&
         !tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kDobj, Deprel::kAuxpass}) &&
         takes_thing(lemma) && !extraction.predicate.starts_with("was ");
}

// `played with attacking style`: how, not what was attacked
bool describes_manner(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (tree[verb].tag != Tag::kVbg || tree[verb].deprel != Deprel::kPcomp || extraction.arguments.empty() ||
      tree.lower(tree.parent(verb)) != "with")
    return false;
  const auto object = tree.child(verb, Deprel::kDobj);
  return object && *object == verb + 1 && tree[*object].tag == Tag::kNn;
}

}  // namespace

bool implausible(const Tree& tree, const Extraction& extraction) {
  if (is_alias(tree, extraction) || halves_pair(tree, extraction)) return true;
  if (is_clause(tree, extraction) || is_bare_adjective(tree, extraction.subject) ||
      is_finite_verb(tree, extraction.subject) || hides_verb(tree, extraction.subject) ||
      holds_question_word(tree, extraction.subject))
    return true;
  if (!extraction.arguments.empty() && hides_verb(tree, extraction.arguments[0].phrase) &&
      extraction.arguments[0].role != ArgumentRole::kClause)
    return true;
  if (extraction.relation_tokens.empty()) return false;
  const std::uint32_t verb = extraction.relation_tokens.back();
  return asks(tree, verb) || joined_participle(tree, extraction, verb) ||
         describes_manner(tree, extraction, verb) || owns_by_name(tree, extraction) ||
         tells_the_time(tree, extraction) || hides_that(tree, extraction, verb) ||
         disagrees(tree, extraction) || wrong_doer(tree, extraction, verb) ||
         lost_object(tree, extraction, verb) || is_compared(tree, verb) || stands_for_deed(tree, verb) ||
         day_does(tree, extraction, verb) || gives_nothing(tree, extraction, verb) ||
         object_of_clause(tree, extraction, verb) || stands_for_clause(tree, extraction) ||
         says_nothing(tree, extraction, verb);
}

}  // namespace dossier::ingest
