// What a verb makes of its object: `called the sentence dangerous`, `made him president`, `described it as a
// disaster`, `put the army on alert`. Neither end alone says it: nobody called the sentence, and `dangerous`
// is not what was called. An adjective joins the verb; of a noun, or a phrase that the verb needs, the object
// is said to be it.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

std::uint32_t verb_of(const Tree& tree, const Extraction& extraction) {
  const auto verb = std::find_if(extraction.relation_tokens.rbegin(), extraction.relation_tokens.rend(),
                                 [&](std::uint32_t t) { return is_verb_tag(tree[t].tag); });
  return verb == extraction.relation_tokens.rend() ? extraction.relation_tokens.back() : *verb;
}

bool speaks_or_thinks(const Tree& tree, std::uint32_t verb) {
  return verb_means(tree[verb].lemma, VerbKind::kCommunication) ||
         verb_means(tree[verb].lemma, VerbKind::kCognition) ||
         verb_is(tree[verb].lemma, VerbClass::kDescribe);
}

bool is_adjective(const Tree& tree, std::uint32_t token) {
  return tells_state(tree, token) || tree[token].tag == Tag::kVbn;
}

bool sees_so(const Tree& tree, std::uint32_t verb) {
  return speaks_or_thinks(tree, verb) || verb_means(tree[verb].lemma, VerbKind::kPerception);
}

// `elected her president`: whom the board elected is its object, and that she was is no claim of the board's.
bool gives_role(const Tree& tree, std::uint32_t verb) {
  return verb_is(tree[verb].lemma, VerbClass::kAssign);
}

// `address the issue as president`: no issue is one.
bool role_of_subject(const Tree& tree, const Argument& object, std::uint32_t role) {
  const std::uint32_t noun = object.phrase.head;
  return is_role(tree, role) && tree[noun].upos == Upos::kNoun &&
         !noun_means(lower_case(tree[noun].lemma), NounKind::kPerson) &&
         !noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kGroup);
}

// `suspended parliament at his request`, `placed calls after the vote`: why or when, and not where it was put
bool is_circumstance(const Tree& tree, const Argument& argument) {
  static constexpr std::string_view kWords[] = {"according to", "after",     "before", "during",  "since",
                                                "despite",      "following", "amid",   "pending", "until",
                                                "because of",   "due to",    "for"};
  if (std::find(std::begin(kWords), std::end(kWords), argument.preposition) != std::end(kWords)) return true;
  const std::string lemma = lower_case(tree[argument.phrase.head].lemma);
  return argument.preposition == "at" && tree.child(argument.phrase.head, Deprel::kPrep) &&
         (noun_mostly_means(lemma, NounKind::kCommunication) || noun_mostly_means(lemma, NounKind::kAct) ||
          noun_mostly_means(lemma, NounKind::kEvent));
}

// Where among the arguments stands what the object is made to be.
std::optional<std::size_t> result_of(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const auto& arguments = extraction.arguments;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::uint32_t head = arguments[i].phrase.head;
    // `conducted by Oslo pursuant to a treaty`: what follows the doer is not what the object is made
    if (arguments[i].role == ArgumentRole::kComplement && head > verb &&
        !(extraction.agent_first && head > extraction.subject.head))
      return i;
    // `saw the islands as remote`
    if (arguments[i].role == ArgumentRole::kAdverbialClause && head > verb && tree[head].tag == Tag::kJj &&
        head == arguments[i].phrase.tokens.front() + 1 && tree.lower(head) != "such" &&
        tree.lower(arguments[i].phrase.tokens.front()) == "as" && sees_so(tree, verb))
      return i;
    if (arguments[i].preposition == "as" && arguments[i].role == ArgumentRole::kPrepositional &&
        speaks_or_thinks(tree, verb) && head > verb && !role_of_subject(tree, arguments[0], head) &&
        !verb_is(tree[verb].lemma, VerbClass::kGo))  // `left the club as a hero`
      return i;
  }
  // `put it on alert`, but `laid off 300 workers, according to a memo`
  if (needs_phrase(tree[verb].lemma) && !verb_is(tree[verb].lemma, VerbClass::kLight) &&
      !tree.child(verb, Deprel::kPrt) && arguments.size() > 1 &&
      arguments[1].role == ArgumentRole::kPrepositional && !is_circumstance(tree, arguments[1]) &&
      arguments[1].phrase.head > verb)
    return 1;
  return std::nullopt;
}

// What nobody says who is: no argument of the verb. `began a career as a drummer` is one, of the subject.
void set_roles_aside(const Tree& tree, Extraction& extraction) {
  auto& arguments = extraction.arguments;
  for (std::size_t i = 1; i < arguments.size(); ++i)
    if (arguments[i].preposition == "as" && arguments[0].role == ArgumentRole::kObject &&
        (extraction.rule == "nominal_infinitive" ||
         (role_of_subject(tree, arguments[0], arguments[i].phrase.head) &&
          (speaks_or_thinks(tree, verb_of(tree, extraction)) ||
           tree[arguments[i].phrase.head].tag == Tag::kNns))))
      arguments[i].role = ArgumentRole::kSetting;
}

// `made private`, `made less popular`, `found not guilty`: the adjective with what stands before it.
std::string adjective_words(const Tree& tree, const Phrase& phrase) {
  std::string words;
  const auto other = tree.child(phrase.head, Deprel::kConj);
  const bool opposed =
      other && tree.child(*other, Deprel::kNeg);  // `guilty of fraud but not guilty of theft`
  // `left Ana dead and dozens without a home`, `left the port closed and ten men stranded`: of others
  const bool others =
      other && (!is_adjective(tree, *other) || tree.child(*other, {Deprel::kNsubj, Deprel::kNsubjpass}));
  const auto joined = [&](std::uint32_t t) {  // not `guilty of fraud and theft`
    if (others || !tree.is(t, {Deprel::kConj, Deprel::kCc})) return false;
    while (tree.is(t, {Deprel::kConj, Deprel::kCc}) && t != phrase.head) t = tree.parent(t);
    return t == phrase.head;
  };
  for (const std::uint32_t t : phrase.tokens) {
    if (opposed && (tree[t].deprel == Deprel::kCc || t == *other)) continue;
    if (t == phrase.head || (tree[t].deprel == Deprel::kNeg && tree.parent(t) == phrase.head) ||
        (tree[t].deprel == Deprel::kAdvmod && tree.parent(t) == phrase.head &&
         (tree[t].tag == Tag::kRbr || tree[t].tag == Tag::kRbs)) ||
        joined(t))
      words += " " + tree.lower(t);
  }
  return words;
}

Extraction without(const Extraction& extraction, std::size_t argument) {
  Extraction rest = extraction;
  rest.arguments.erase(rest.arguments.begin() + static_cast<std::ptrdiff_t>(argument));
  rest.rule = "resultative";
  rest.statement_only = true;
  rest.surface_only = false;
  return rest;
}

// The object was called, made or put what the result says; who calls it so claims it.
Extraction said_of_object(const Tree& tree, const Extraction& extraction, std::size_t result,
                          std::uint32_t verb) {
  Extraction said = without(extraction, result);
  said.subject = extraction.arguments[0].phrase;
  said.arguments[0] = extraction.arguments[result];
  said.agent_first = false;
  const std::string lemma = lower_case(tree[verb].lemma);
  said.predicate = "was " + (tree[verb].tag == Tag::kVbn ? tree.lower(verb) : participle_of(lemma));
  if (const auto particle = tree.child(verb, Deprel::kPrt)) said.predicate += " " + tree.lower(*particle);
  const std::string& link = extraction.arguments[result].preposition;  // `put it next to the other`, in fact
  const bool finite = tree[verb].tag != Tag::kVb && tree[verb].tag != Tag::kVbg;
  if (speaks_or_thinks(tree, verb) && !gives_role(tree, verb) && (finite || !extraction.attribution) &&
      (link.empty() || link == "as"))
    said.attribution = Attribution{extraction.subject, Stance::kAsserts};
  return said;
}

// `thought of her as a sister`, `referred to it as a bid`: she was thought of as one.
std::optional<Extraction> said_through(const Tree& tree, Extraction extraction, std::uint32_t verb) {
  auto& arguments = extraction.arguments;
  // `a bid, which he referred to as a stunt`: what stands before the verb comes last
  if (arguments.size() > 1 && arguments[0].preposition == "as" && arguments[1].phrase.head < verb)
    std::swap(arguments[0], arguments[1]);
  const std::string& link = arguments[0].preposition;
  if (extraction.rule != "active" || arguments[0].role != ArgumentRole::kPrepositional ||
      (link != "of" && link != "to") || !speaks_or_thinks(tree, verb))
    return std::nullopt;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i].preposition != "as" || arguments[i].role != ArgumentRole::kPrepositional) continue;
    Extraction said = said_of_object(tree, extraction, i, verb);
    said.predicate += " " + link;
    said.arguments.resize(1);
    return said;
  }
  return std::nullopt;
}

// `found Ana guilty of fraud`, `made the code available to all`: of what and to whom is said of the object.
std::optional<Extraction> state_of_object(const Tree& tree, const Extraction& extraction, std::size_t result,
                                          std::uint32_t verb) {
  const Argument& state = extraction.arguments[result];
  const auto preposition = tree.child(state.phrase.head, Deprel::kPrep);
  const auto slot = preposition && *preposition == state.phrase.head + 1
                        ? prepositional_slot(tree, *preposition)
                        : std::nullopt;
  if (!slot || slot->argument.role != ArgumentRole::kPrepositional) return std::nullopt;
  Extraction said = said_of_object(tree, extraction, result, verb);
  said.predicate += adjective_words(tree, state.phrase);
  said.arguments = {slot->argument};
  said.attribution = extraction.attribution;
  return said;
}

// `put militaries on | alert`: a thing joins the verb, a name does not.
Extraction with_object_inside(const Tree& tree, const Extraction& extraction, std::size_t result) {
  Extraction inside = without(extraction, 0);
  std::swap(inside.arguments[0], inside.arguments[result - 1]);
  inside.predicate += " " + tree.lower(extraction.arguments[0].phrase.head);
  return inside;
}

// `provided Wikinews with a text` -> provided | a text | to Wikinews
std::optional<Extraction> given_with(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  if (!provides_with(tree[verb].lemma)) return std::nullopt;
  const auto& arguments = extraction.arguments;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i].preposition != "with" || arguments[i].role != ArgumentRole::kPrepositional) continue;
    Extraction given = without(extraction, i);
    given.arguments[0] = {arguments[i].phrase, "", ArgumentRole::kObject, {}};
    given.arguments.insert(given.arguments.begin() + 1,
                           {arguments[0].phrase, "to", ArgumentRole::kPrepositional, {}});
    return given;
  }
  return std::nullopt;
}

// `did not take it lightly`: taken it was. A word of time or of the whole sentence says nothing of how.
std::optional<std::size_t> denied_manner(const Tree& tree, const Extraction& extraction) {
  const auto& arguments = extraction.arguments;
  if (extraction.subject.empty() || arguments[0].phrase.empty()) return std::nullopt;
  const auto determiner = tree.child(extraction.subject.head, Deprel::kDet);  // `no one took it lightly`
  if (!extraction.negated || extraction.rule != "active" ||
      !(tree.child(verb_of(tree, extraction), Deprel::kNeg) ||
        (determiner && tree.lower(*determiner) == "no")))
    return std::nullopt;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::uint32_t adverb = arguments[i].phrase.empty() ? 0 : arguments[i].phrase.head;
    const std::string word = adverb == 0 ? "" : tree.lower(adverb);
    if (arguments[i].role == ArgumentRole::kManner && arguments[i].phrase.tokens.size() == 1 &&
        tree[adverb].tag == Tag::kRb && word.ends_with("ly") &&
        ingest::is_adjective(word.substr(0, word.size() - 2)) &&
        adverb == arguments[0].phrase.tokens.back() + 1)
      return i;
  }
  return std::nullopt;
}

bool is_somebody(const Tree& tree, std::uint32_t t) {
  return tree[t].entity == EntityLabel::kPerson || tree[t].upos == Upos::kPron ||
         noun_mostly_means(common_lemma(tree[t]), NounKind::kPerson);
}

// What happens may leave a town with nothing, a firm may leave a deal.
bool happens(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = common_lemma(tree[noun]);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
         noun_mostly_means(lemma, NounKind::kPhenomenon);
}

// Something that is no body: `Her exit left Ida as the favourite`
bool is_thing(const Tree& tree, std::uint32_t noun) {
  return tree[noun].upos == Upos::kNoun && !is_somebody(tree, noun) &&
         !noun_means(common_lemma(tree[noun]), NounKind::kGroup);
}

// `The vote left the mayor with few options` -> the mayor | was left with | few options: nobody left her. `The quake left Oslo
// without a bridge`, `Her exit left Ida as the favourite`. Not `Ana left the firm with a bonus`
std::optional<Extraction> left_with(const Tree& tree, const Extraction& extraction, std::uint32_t verb) {
  const auto& arguments = extraction.arguments;
  if (extraction.rule != "active" || tree[verb].lemma != "leave" ||
      !(is_somebody(tree, arguments[0].phrase.head) || happens(tree, extraction.subject.head)))
    return std::nullopt;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& link = arguments[i].preposition;
    const bool left_so = link == "with" ? !is_somebody(tree, arguments[i].phrase.head)
                         : link == "as" ? is_thing(tree, extraction.subject.head)
                                        : link == "without" && !is_somebody(tree, extraction.subject.head);
    if (!left_so || arguments[i].preposition_tokens.empty()) continue;
    // `left Ana in Oslo without a home`
    const Argument& before = arguments[i - 1];
    const std::uint32_t first = arguments[i].preposition_tokens.front();
    if (first == tree.rightmost(arguments[0].phrase.head) + 1 ||
        (before.role == ArgumentRole::kPlace && first == before.phrase.tokens.back() + 1)) {
      Extraction left = said_of_object(tree, extraction, i, verb);
      left.arguments.resize(1);
      left.attribution = extraction.attribution;  // an exit says nothing
      return left;
    }
  }
  return std::nullopt;
}

bool is_thing_of_one_word(const Tree& tree, std::uint32_t noun) {
  return tree[noun].upos == Upos::kNoun && !is_name_entity(tree[noun].entity);
}

}  // namespace

// `called the sentence dangerous` -> called dangerous | the sentence; `named it a bid` -> it | was named | a
// bid
void resultatives(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (Extraction& extraction : found) set_roles_aside(tree, extraction);
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view rule = found[i].rule;
    if ((rule != "active" && rule != "passive_agent") || found[i].surface_only ||
        found[i].arguments.size() < 2)
      continue;
    const std::uint32_t verb = verb_of(tree, found[i]);
    if (auto said = said_through(tree, found[i], verb)) {
      found.push_back(std::move(*said));
      found[i].surface_only = true;
      continue;
    }
    if (found[i].arguments[0].role != ArgumentRole::kObject) continue;
    auto given = given_with(tree, found[i], verb);
    if (!given) given = left_with(tree, found[i], verb);
    if (given) {
      found.push_back(std::move(*given));
      found[i].surface_only = true;
      continue;
    }
    if (const auto manner = denied_manner(tree, found[i])) {
      Extraction joined = without(found[i], *manner);
      joined.predicate += " " + tree.lower(found[i].arguments[*manner].phrase.head);
      found.push_back(std::move(joined));
      found[i].surface_only = true;
      continue;
    }
    const auto result = result_of(tree, found[i], verb);
    if (!result) {
      // `listed Saha as belonging to it`: it is what Saha does that was listed
      for (const Argument& argument : found[i].arguments)
        if (argument.preposition == "as" && argument.role == ArgumentRole::kClause &&
            speaks_or_thinks(tree, verb))
          found[i].surface_only = true;
      continue;
    }
    const Argument what = found[i].arguments[*result];
    const std::uint32_t object = found[i].arguments[0].phrase.head;
    if (tree[object].tag == Tag::kJjr || tree[object].upos == Upos::kAdv) continue;  // `think more of it as`
    const bool as_adjective = what.role == ArgumentRole::kAdverbialClause;
    if (as_adjective || (what.role == ArgumentRole::kComplement && is_adjective(tree, what.phrase.head))) {
      Extraction joined = without(found[i], *result);
      joined.predicate +=
          as_adjective ? " as " + tree.lower(what.phrase.head) : adjective_words(tree, what.phrase);
      found.push_back(std::move(joined));
      if (auto said = as_adjective ? std::nullopt : state_of_object(tree, found[i], *result, verb))
        found.push_back(std::move(*said));
    } else if (what.role != ArgumentRole::kComplement && what.preposition != "as" &&
               is_thing_of_one_word(tree, object)) {
      found.push_back(with_object_inside(tree, found[i], *result));
    } else {
      found.push_back(said_of_object(tree, found[i], *result, verb));
      // they did describe it, did elect her; who sees a thing as another sees no such thing
      const bool seen =
          verb_mostly_means(tree[verb].lemma, VerbKind::kPerception) || names_so(tree[verb].lemma);
      if ((what.preposition == "as" && !seen) || gives_role(tree, verb))
        found.push_back(without(found[i], *result));
    }
    found[i].surface_only = true;
  }
}

}  // namespace dossier::ingest
