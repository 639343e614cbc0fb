// Signs in the clause of an extraction that it says something else than its words put together:
//
//   asked     `never seen what they look like`: the object is the question word
//   task      `One challenge is creating maps`: the challenge creates nothing, it is that
//   as did    `supported it, as had many officers`: who did stands behind the verb
//   said so   `and, Ana said, hard to bear`: what is said of something else, read as what she said
//   befalls   `talks between Ana and Ida took place`: Ida does not take place
//   speech    `Ana claimed emissions fell`: her words read as a part of what fell
//   view      `regarded it as more civil`: the adjective that it was regarded as is lost
//   nothing   `there is no evidence that it helps or heals`: nobody says that it does
//   how       `you see how thin it is`: the measure is what is asked for
//   colon     `The rule is: no water`
//   spent     `spent a year on the station`: the time read as when
//   not all   `not all results are good`, `is not just useful`: neither so nor not so
//   against   `voted against building it`: nobody built it
//   no place  `in my view there is hope`, `with it there is little support`: where there is no place
//   made so   `makes it hard to leave`, `finds it hard to leave`: for others
//   hearer    `told the press that it sank`, `told reporters: "..."`: without what was said, to nobody in particular
//   crossed   `Ana and Ida won gold and silver, respectively`: Ana won no silver
//   told to   `It read: "Please do not watch it"`: an order has no subject
#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/plausible.h"

namespace dossier::ingest {
namespace {

bool is_question_word(const Tree& tree, std::uint32_t token) {
  return tree[token].tag == Tag::kWp || tree[token].tag == Tag::kWdt;
}

// In front of the verb, as its object or as what its preposition holds. Of a relative clause it is the
// noun's.
bool is_asked(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].deprel == Deprel::kRelcl) return false;
  for (const std::uint32_t c : tree.children(verb)) {
    if (c < verb && is_question_word(tree, c) &&
        tree.is(c, {Deprel::kDobj, Deprel::kAttr, Deprel::kOprd, Deprel::kAcomp, Deprel::kDative}))
      return true;
    if (tree[c].deprel != Deprel::kPrep) continue;
    for (const std::uint32_t held : tree.children(c))
      if (held < c && held < verb && tree[held].deprel == Deprel::kPobj && is_question_word(tree, held))
        return true;
  }
  return false;
}

// A challenge, a difficulty: a state that does nothing; `the best part is singing`.
bool names_task(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto rank = tree.child(noun, Deprel::kAmod);
  const bool ranked = rank && tree[*rank].tag == Tag::kJjs;
  return tree[noun].upos == Upos::kNoun && tree[noun].entity == EntityLabel::kNone &&
         !noun_means(lemma, NounKind::kPerson) && !noun_means(lemma, NounKind::kGroup) &&
         (ranked || noun_mostly_means(lemma, NounKind::kState));
}

bool is_task(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || tree[verb].tag != Tag::kVbg || extraction.arguments.empty() ||
      extraction.arguments[0].role != ArgumentRole::kObject || !names_task(tree, extraction.subject.head))
    return false;
  const auto auxiliary = tree.child(verb, Deprel::kAux);
  return auxiliary && tree[*auxiliary].lemma == "be" && tree.parent(extraction.subject.head) == verb;
}

bool is_inverted(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  if (extraction.implicit || (lemma != "have" && lemma != "do" && lemma != "be") ||
      verb == tree.range().begin)
    return false;
  const std::string before = tree.lower(verb - 1);
  // `They are fine, and so are Ana and Ida`
  const bool likewise = before == "so" || before == "nor" || before == "neither";
  return before == "as" || before == "than" ||
         (likewise && (is_nominal(tree[verb + 1]) || tree[verb + 1].upos == Upos::kDet));
}

bool is_said_of_other(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  return !extraction.implicit && verb_mostly_means(tree[verb].lemma, VerbKind::kCommunication) &&
         !extraction.arguments.empty() && extraction.arguments[0].role == ArgumentRole::kComplement &&
         !extraction.predicate.starts_with("was ") && tree.word(verb + 1) == ",";
}

// An order: `do` with a base form and nobody who does it.
bool is_order(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || tree[verb].tag != Tag::kVb || extraction.relation_tokens.size() < 2)
    return false;
  const auto auxiliary = tree.child(verb, Deprel::kAux);
  return auxiliary && tree.lower(*auxiliary) == "do" &&
         !tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}) && tree[verb].deprel != Deprel::kConj;
}

// `spent nearly a year on the station`: the time is what was spent, and no qualifier.
bool spends(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  if (extraction.rule != "active" || takes_nothing(lemma) || !takes_thing(lemma)) return false;
  const bool whole =
      std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& a) {
        return a.role == ArgumentRole::kObject || a.role == ArgumentRole::kComplement ||
               a.role == ArgumentRole::kClause;
      });
  return !whole &&
         std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& a) {
           if (a.role != ArgumentRole::kTime || !a.preposition.empty() || a.phrase.empty()) return false;
           const auto article = tree.child(a.phrase.head, {Deprel::kNummod, Deprel::kDet});
           return a.phrase.tokens.front() == verb + 1 && article &&
                  (tree[*article].deprel == Deprel::kNummod || tree.lower(*article) == "a");
         });
}

// `how thin it is`, `how many hours they work`: what is asked for is the measure.
bool asks_how(const Tree& tree, const Extraction& extraction) {
  return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& a) {
    return !a.phrase.empty() && a.role != ArgumentRole::kClause && a.role != ArgumentRole::kAdverbialClause &&
           a.preposition.empty() && tree[a.phrase.tokens.front()].tag == Tag::kWrb;
  });
}

// `The rule is: no water`: what a colon opens is a sentence of its own.
bool equates_across_colon(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || extraction.arguments.empty() || extraction.arguments[0].phrase.empty() ||
      extraction.arguments[0].role != ArgumentRole::kComplement)
    return false;
  for (std::uint32_t t = verb; t < extraction.arguments[0].phrase.head; ++t)
    if (tree.word(t) == ":") return true;
  return false;
}

// `regarded the debate as more civil`: as an adjective, which is no noun to be seen as.
bool loses_view(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || !names_so(tree[verb].lemma) || extraction.arguments.empty() ||
      extraction.arguments[0].role != ArgumentRole::kObject || extraction.rule == "resultative")
    return false;
  for (const std::uint32_t c : tree.children(verb))
    if (c > verb && tree.lower(c) == "as" && tree[c].deprel == Deprel::kPrep &&
        !tree.child(c, Deprel::kPobj) && tree.child(c, {Deprel::kAmod, Deprel::kAcomp, Deprel::kAdvmod}))
      return true;
  return false;
}

// The verb of `took place`.
std::uint32_t doing_of(const Tree& tree, const Extraction& extraction) {
  const std::uint32_t last = extraction.relation_tokens.back();
  return is_verb_tag(tree[last].tag) || !is_verb_tag(tree[tree.parent(last)].tag) ? last : tree.parent(last);
}

// `the talks between Ana and Ida took place`, with one of them read as what did: nobody does.
bool befalls(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || tree[extraction.subject.head].entity != EntityLabel::kPerson) return false;
  const std::uint32_t last = extraction.relation_tokens.back();
  if (verb != last && tree[last].upos == Upos::kNoun)
    return !tree.child(last, Deprel::kPrep) &&
           (extraction.arguments.empty() || extraction.arguments[0].preposition != "of") &&
           !person_may(tree[verb].lemma + "_" + tree.lower(last));
  return is_verb_tag(tree[verb].tag) && !extraction.predicate.starts_with("was ") &&
         !tree.child(verb, Deprel::kPrt) && !person_may(tree[verb].lemma);
}

// `there is no evidence that it helps or heals`, `has no ships that carry oil`; but `saw no vote, which annoyed Ana`, and
// `had no plans to leave`, which the predicate spells, and `there is no doubt that it helps`
bool is_of_nothing(const Tree& tree, std::uint32_t verb) {
  while (tree[verb].deprel == Deprel::kConj && !tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}))
    verb = tree.parent(verb);
  const std::uint32_t noun = tree.parent(verb);
  const auto none = tree.child(noun, {Deprel::kDet, Deprel::kNeg});
  const std::uint32_t first = tree.leftmost(verb);
  if (verb_is(event_verb_of(lower_case(tree[noun].lemma)), VerbClass::kDoubt)) return false;
  return tree[noun].upos == Upos::kNoun && tree.is(verb, {Deprel::kAcl, Deprel::kRelcl, Deprel::kCcomp}) &&
         none && tree.lower(*none) == "no" && noun < verb && tree.word(first - 1) != "," &&
         (tree[first].tag != Tag::kTo || first > verb);
}

// `warned against using it`, `voted against building it`: who does it is not said, nor that anybody did; `was acquitted
// of stealing it`
bool is_opposed(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || tree[verb].tag != Tag::kVbg || tree[verb].deprel != Deprel::kPcomp ||
      extraction.relation_tokens.front() != verb)
    return false;
  const std::uint32_t preposition = tree.parent(verb);
  return tree.lower(preposition) == "against" ||
         (tree.lower(preposition) == "of" &&
          verb_is(tree[tree.parent(preposition)].lemma, VerbClass::kPrevent));
}

// `The law makes it hard to leave the town`, `many find it hard to sleep`: for others, or it is not done
bool is_made_so(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::uint32_t state = tree.parent(verb);
  const auto it = tree.child(state, Deprel::kNsubj);
  return !extraction.implicit && tree[verb].tag == Tag::kVb &&
         tree.is(verb, {Deprel::kAdvcl, Deprel::kXcomp}) && state < verb && tree[state].upos == Upos::kAdj &&
         tree[state].deprel == Deprel::kCcomp && it && tree.lower(*it) == "it" &&
         extraction.subject.head < *it;
}

// `over time, there would be more`, `in my view there is hope`, `for each man there were two women`: what is no place
// holds nothing; but a cause may be told
bool is_in_no_place(const Tree& tree, const Extraction& extraction) {
  static constexpr std::string_view kPlaces[] = {
      "in",     "on",     "at",     "near",  "inside", "outside", "within", "among",   "amongst",
      "around", "across", "behind", "under", "above",  "below",   "beside", "beneath", "throughout"};
  if (extraction.rule != "existential" || extraction.arguments.empty() ||
      extraction.arguments[0].phrase.empty() ||
      (extraction.arguments[0].role == ArgumentRole::kTime && extraction.modality == Modality::kAsserted))
    return false;
  const Argument& argument = extraction.arguments[0];
  const std::string noun = lower_case(tree[argument.phrase.head].lemma);
  const bool object = argument.role == ArgumentRole::kObject || argument.role == ArgumentRole::kComplement;
  const bool apart =
      !argument.preposition.empty() && !argument.preposition.ends_with(" of") &&
      argument.preposition != "due to" &&
      std::find(std::begin(kPlaces), std::end(kPlaces), argument.preposition) == std::end(kPlaces);
  return object || apart || noun_mostly_means(noun, NounKind::kTime) ||
         noun_mostly_means(noun, NounKind::kCognition) || noun_mostly_means(noun, NounKind::kEvent);
}

bool is_speaker(const Tree& tree, std::uint32_t t) {
  const std::string word = tree.lower(t);
  return tree[t].tag == Tag::kPrp && (word == "i" || word == "we" || word == "you");
}

// `as I understand, it sank`, `the last, I would say, ten years`: no more than that the speaker says it.
bool is_aside(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const Tag tag = tree[verb].tag;
  const std::string& lemma = tree[verb].lemma;
  if (extraction.implicit || extraction.subject.empty() || !is_speaker(tree, extraction.subject.head) ||
      (tag != Tag::kVb && tag != Tag::kVbp && tag != Tag::kVbd) || !takes_clause(lemma) ||
      (!verb_mostly_means(lemma, VerbKind::kCognition) &&
       !verb_mostly_means(lemma, VerbKind::kCommunication) &&
       !verb_mostly_means(lemma, VerbKind::kPerception)))
    return false;
  if (tree.word(verb + 1) == ",") return true;
  return std::all_of(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& argument) {
    return argument.role == ArgumentRole::kTime || argument.role == ArgumentRole::kManner ||
           argument.role == ArgumentRole::kAdverbialClause || argument.role == ArgumentRole::kSetting ||
           argument.preposition == "by";
  });
}

// `the paper has I think five authors`: the verb is the speaker's, whatever else seems to be its subject.
bool is_speakers(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || extraction.subject.empty() || extraction.subject.head > verb) return false;
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return c > extraction.subject.head && c < verb && tree[c].deprel == Deprel::kNsubj &&
           is_speaker(tree, c) && tree[c - 1].upos != Upos::kCconj;
  });
}

// `it moved, not at a constant speed`
bool denies_argument(const Tree& tree, const Extraction& extraction) {
  if (extraction.implicit || extraction.arguments.empty()) return false;
  const auto& words = extraction.arguments[0].preposition_tokens;
  if (words.empty() || words.front() <= extraction.relation_tokens.back() + 1) return false;
  const std::uint32_t before = words.front() - 1;
  return before > extraction.relation_tokens.back() && tree.lower(before) == "not";
}

// `not all results are good`, `is not just useful`: what is left without the word is wrong as a fact and as denied.
bool is_half_denied(const Tree& tree, const Extraction& extraction) {
  const auto opens = [&](const Phrase& phrase, std::string_view word) {
    return !phrase.tokens.empty() && tree.lower(phrase.tokens.front()) == word;
  };
  if (opens(extraction.subject, "not") && extraction.subject.tokens.size() > 1) {
    const std::string next = tree.lower(extraction.subject.tokens[1]);
    if (next == "all" || next == "every" || next == "everyone" || next == "everything") return true;
  }
  for (const Argument& argument : extraction.arguments) {
    if (argument.role != ArgumentRole::kComplement ||
        (!opens(argument.phrase, "just") && !opens(argument.phrase, "only")))
      continue;
    const std::uint32_t first = argument.phrase.tokens.front();
    if (first > tree.range().begin && (tree.lower(first - 1) == "not" || tree.lower(first - 1) == "n't"))
      return true;
  }
  return false;
}

// `did not pay until the court wrote`, `until after the vote`: then she did. A date there the graph reads.
bool ends_at_event(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (!extraction.negated || extraction.modality != Modality::kAsserted) return false;
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    if (c < verb || !tree.is(c, {Deprel::kPrep, Deprel::kAdvcl})) return false;
    const auto mark = tree[c].deprel == Deprel::kPrep ? std::optional(c) : tree.child(c, Deprel::kMark);
    if (!mark || (tree.lower(*mark) != "until" && tree.lower(*mark) != "till")) return false;
    const auto when = tree.child(*mark, Deprel::kPobj);
    return !when || !is_time(tree, *when);
  });
}

// `one was blue`, `the ones did`: of what was counted before
bool is_one(const Tree& tree, const Extraction& extraction) {
  if (extraction.implicit || extraction.subject.empty()) return false;
  const std::uint32_t head = extraction.subject.head;
  return (tree.lower(head) == "one" || tree.lower(head) == "ones") && extraction.subject.tokens.size() <= 2 &&
         tree.lower(extraction.subject.tokens.front()) != "no" &&
         !tree.child(head, {Deprel::kPrep, Deprel::kAmod, Deprel::kCompound});
}

bool holds_name(const Tree& tree, const Phrase& phrase) {
  return std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](std::uint32_t t) {
    return tree[t].upos == Upos::kPropn || is_name_entity(tree[t].entity);
  });
}

// `that it sank`, no `to leave`, `how to leave`
bool holds_statement(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return !tree.child(verb, Deprel::kXcomp) &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree.is(c, {Deprel::kCcomp, Deprel::kParataxis}) &&
                  tree.child(c, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kExpl}) &&
                  !has_infinitive_mark(tree, c);
         });
}

// `Ana told the press that it sank`, `"It sank", a clerk told Norsk News`: what was said is said elsewhere, on her word. An
// analyst wants to know of a name that was told so, by somebody who has one or is known.
bool tells_nobody(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const std::string& lemma = tree[verb].lemma;
  if (extraction.implicit || extraction.arguments.empty() || extraction.arguments[0].phrase.empty() ||
      !verb_mostly_means(lemma, VerbKind::kCommunication) || !takes_clause(lemma) ||
      !holds_statement(tree, verb))
    return false;
  const Argument& hearer = extraction.arguments[0];
  const bool object = hearer.role == ArgumentRole::kObject || hearer.role == ArgumentRole::kIndirectObject;
  if (hearer.preposition != "to" && !(object && takes_two(lemma))) return false;
  if (tree[hearer.phrase.head].upos == Upos::kNoun)
    return (names_actor(tree, hearer.phrase.head) ||
            is_kind_of(lower_case(tree[hearer.phrase.head].lemma), {"medium"})) &&  // the press
           !holds_name(tree, hearer.phrase);
  const std::uint32_t speaker = extraction.subject.head;
  const auto article = tree.child(speaker, Deprel::kDet);
  return tree[speaker].upos == Upos::kNoun && !holds_name(tree, extraction.subject) &&
         !tree.child(speaker, Deprel::kPoss) && (!article || tree.lower(*article) != "the");
}

// Which it is of those that are joined, and how many they are.
std::pair<std::size_t, std::size_t> place_among(const Tree& tree, std::uint32_t head) {
  std::uint32_t first = head;
  while (tree[first].deprel == Deprel::kConj && is_nominal(tree[tree.parent(first)]))
    first = tree.parent(first);
  const std::vector<std::uint32_t> all = conjuncts_of(tree, first);
  return {std::find(all.begin(), all.end(), head) - all.begin(), all.size()};
}

// `Ana and Ida won gold and silver, respectively`: each her own; `ran 100 and 200 metres, respectively`:
// neither both
bool is_crossed(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (extraction.implicit || extraction.arguments.empty() || extraction.arguments[0].phrase.empty())
    return false;
  const auto [place, several] = place_among(tree, extraction.subject.head);
  if (several < 2) return false;
  std::uint32_t word = verb;
  while (word < tree.range().end && tree.lower(word) != "respectively") ++word;
  if (word == tree.range().end) return false;
  while (!tree.is_root(word) && !is_verb_tag(tree[tree.parent(word)].tag)) word = tree.parent(word);
  if (tree.parent(word) != verb) return false;
  const std::uint32_t object = extraction.arguments[0].phrase.head;
  const auto amount = tree.child(object, Deprel::kNummod);
  const auto [other, objects] = place_among(tree, object);
  return (objects == several && other != place) || (amount && conjuncts_of(tree, *amount).size() > 1);
}

}  // namespace

bool implausible_clause(const Tree& tree, const Extraction& extraction) {
  if (extraction.relation_tokens.empty()) return false;
  const std::uint32_t verb = extraction.relation_tokens.back();
  return is_asked(tree, verb) || is_task(tree, extraction, verb) || is_inverted(tree, extraction, verb) ||
         is_said_of_other(tree, extraction, verb) || is_order(tree, extraction, verb) ||
         spends(tree, extraction, verb) || befalls(tree, extraction, doing_of(tree, extraction)) ||
         is_of_nothing(tree, verb) || loses_view(tree, extraction, verb) || asks_how(tree, extraction) ||
         equates_across_colon(tree, extraction, verb) || is_aside(tree, extraction, verb) ||
         is_speakers(tree, extraction, verb) || denies_argument(tree, extraction) ||
         is_one(tree, extraction) || is_in_no_place(tree, extraction) || is_opposed(tree, extraction, verb) ||
         tells_nobody(tree, extraction, verb) || is_made_so(tree, extraction, verb) ||
         is_half_denied(tree, extraction) || ends_at_event(tree, extraction, verb) ||
         is_crossed(tree, extraction, verb);
}

}  // namespace dossier::ingest
