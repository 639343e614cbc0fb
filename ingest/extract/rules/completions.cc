// What a statement needs beside its object to say something: `have time to start a family`, `urged people to
// leave the town`, `is the first country to name an element`, `spent two years in prison`. The noun and what
// completes it join the predicate, as in the words of the sentence; whom a verb moves to do something joins it
// too, where it has no name.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/plausible.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

bool of_clause(const Extraction& extraction) {
  return extraction.rule == "active" || extraction.rule == "passive" || extraction.rule == "copula";
}

bool is_infinitive(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return tree[verb].tag == Tag::kVb &&
         std::any_of(children.begin(), children.end(), [&](auto c) { return tree[c].tag == Tag::kTo; });
}

bool has_name(const Tree& tree, std::uint32_t noun) {
  return tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity);
}

// `time`, `plans`, `the ability`: without what it is for it says nothing.
bool is_empty(const Tree& tree, std::uint32_t noun) {
  static constexpr NounKind kKinds[] = {NounKind::kAttribute, NounKind::kCognition, NounKind::kFeeling,
                                        NounKind::kState,     NounKind::kTime,      NounKind::kEvent};
  const std::string lemma = lower_case(tree[noun].lemma);
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](NounKind kind) { return noun_mostly_means(lemma, kind); }) &&
         !tree.child(noun, {Deprel::kPrep, Deprel::kPoss});
}

// People, a body of people; a thing only of a verb that causes or lets.
bool is_moved(const Tree& tree, std::uint32_t noun, std::uint32_t verb) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_means(lemma, NounKind::kPerson) || noun_mostly_means(lemma, NounKind::kGroup) ||
         verb_is(tree[verb].lemma, VerbClass::kCause);
}

// The words of the noun before what completes it, without its article or owner.
std::string words_before(const Tree& tree, const Phrase& phrase, std::uint32_t end) {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t t : phrase.tokens) {
    if (!tree.is_under(t, phrase.head)) continue;  // quotation marks around it
    std::uint32_t top = t;
    while (top != phrase.head && tree.parent(top) != phrase.head) top = tree.parent(top);
    if (t < end && !tree.is(top, {Deprel::kDet, Deprel::kPredet, Deprel::kPoss, Deprel::kPunct}))
      words.push_back(t);
  }
  return " " + text_of(tree.document(), words);
}

// `to start`, `how to help`: the verbs as they stand, without their adverbs.
std::string words_of(const Tree& tree, const Clause& clause) {
  std::string words;
  for (const std::uint32_t c : tree.children(clause.verb))
    if (c < clause.verb && tree[c].tag == Tag::kWrb) words += " " + tree.lower(c);
  for (const std::uint32_t t : clause.relation)
    if (tree[t].deprel != Deprel::kAdvmod) words += " " + tree.lower(t);
  for (const std::uint32_t noun : clause.idiom)
    if (std::find(clause.relation.begin(), clause.relation.end(), noun) == clause.relation.end())
      words += " " + tree.lower(noun);
  return words;
}

// What the infinitive leads to; none where it is a clause, a time, an adverb, or spelt by a pronoun.
const Slot* target_of(const Tree& tree, const Clause& inner) {
  const auto object = object_slot(inner);
  if (!object || tree[inner.slots[*object].argument.phrase.head].upos == Upos::kPron ||
      needs_phrase(tree[inner.predicate()].lemma))  // `a chance to put Ana in the lead`
    return nullptr;
  const ArgumentRole role = inner.slots[*object].argument.role;
  return role == ArgumentRole::kObject || role == ArgumentRole::kPrepositional ? &inner.slots[*object]
                                                                               : nullptr;
}

bool is_reflexive(const Tree& tree, std::uint32_t noun) {
  const std::string word = tree.lower(noun);
  return tree[noun].upos == Upos::kPron && (word.ends_with("self") || word.ends_with("selves"));
}

// What is told of somebody: `I hurt myself` has no subject that a graph could name beside `myself`.
bool done_to_itself(const Tree& tree, const Extraction& extraction) {
  if (extraction.rule != "active" || extraction.surface_only || extraction.arguments.empty()) return false;
  const Argument& object = extraction.arguments[0];
  const std::string word = tree.lower(object.phrase.head);
  return !word.starts_with("my") && !word.starts_with("our") && !word.starts_with("your") &&
         object.role == ArgumentRole::kObject && object.preposition.empty() &&
         object.phrase.tokens.size() == 1 && is_reflexive(tree, object.phrase.head) &&
         object.phrase.head > extraction.relation_tokens.front();
}

class Completion {
 public:
  Completion(const Reading& reading, std::vector<Extraction>& found) : reading_(reading), found_(found) {}

  void run() {
    const std::size_t count = found_.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (!of_clause(found_[i]) || found_[i].surface_only || found_[i].arguments.empty()) continue;
      for (const Clause& inner : reading_.clauses) {
        if (!is_infinitive(reading_.tree, inner.verb) || inner.passive || inner.copula) continue;
        complete_noun(i, inner);
        complete_verb(i, inner);
        done_to_named(i, inner);
        complete_alone(i, inner);
      }
      for (const Clause& inner : reading_.clauses) {
        keep_from(i, inner);
        call_for(i, inner);
      }
      complete_span(i);
      complete_reflexive(i);
      complete_path(i);
    }
  }

 private:
  const Tree& tree() const { return reading_.tree; }

  // The shorter statement stays where the whole one would be refused.
  void put_in_place(std::size_t shorter, std::string words, const Slot& target) {
    const Extraction outer = found_[shorter];
    for (const Phrase& phrase : target.conjuncts) {
      Extraction whole = outer;
      whole.rule = "completion";
      whole.statement_only = true;
      whole.predicate += words;
      whole.arguments = {target.argument};
      whole.arguments[0].phrase = phrase;
      for (std::size_t i = 1; i < outer.arguments.size(); ++i)
        if (outer.arguments[i].role == ArgumentRole::kTime) whole.arguments.push_back(outer.arguments[i]);
      if (implausible(tree(), whole)) continue;
      found_.push_back(std::move(whole));
      found_[shorter].surface_only = true;
    }
  }

  // `have no time to start families`, `is the first country to name an element`
  void complete_noun(std::size_t i, const Clause& inner) {
    const Argument& object = found_[i].arguments[0];
    const std::uint32_t noun = object.phrase.head;
    if (tree().parent(inner.verb) != noun || !tree().is(inner.verb, {Deprel::kAcl, Deprel::kRelcl}) ||
        inner.verb < noun || tree().child(inner.verb, {Deprel::kNsubj, Deprel::kMark}))
      return;
    const bool singled = has_rank_word(tree(), noun);
    if (has_name(tree(), noun) && !(singled && tree()[noun].upos == Upos::kAdj))
      return;  // `the first to name it`
    const bool bare = (object.role == ArgumentRole::kObject || object.role == ArgumentRole::kComplement) &&
                      object.preposition.empty() && is_empty(tree(), noun);
    const bool fits = bare || (object.role != ArgumentRole::kObject && singled);
    const Slot* target = target_of(tree(), inner);
    if (!fits || target == nullptr || found_[i].rule == "passive") return;
    const auto& arguments = found_[i].arguments;
    if (std::any_of(arguments.begin() + 1, arguments.end(), [](const Argument& a) {
          return a.role == ArgumentRole::kIndirectObject || a.role == ArgumentRole::kObject;
        }))
      return;  // `gave her time to think`: she does it
    put_in_place(i,
                 words_before(tree(), object.phrase, tree().leftmost(inner.verb)) + words_of(tree(), inner),
                 *target);
  }

  // `urged people to leave the town`
  void complete_verb(std::size_t i, const Clause& inner) {
    const Argument& object = found_[i].arguments[0];
    const std::uint32_t noun = object.phrase.head;
    if (found_[i].rule != "active" || object.role != ArgumentRole::kObject || has_name(tree(), noun) ||
        !tree().is(inner.verb, {Deprel::kXcomp, Deprel::kCcomp, Deprel::kAdvcl}) || inner.verb < noun)
      return;
    const std::uint32_t verb = tree().parent(inner.verb);
    std::uint32_t first = noun;  // `told doctors and nurses to help`
    while (tree()[first].deprel == Deprel::kConj) first = tree().parent(first);
    const bool moved = tree().parent(first) == inner.verb || tree().parent(first) == verb;
    const bool does = std::any_of(inner.subjects.begin(), inner.subjects.end(),
                                  [&](const Phrase& subject) { return subject.head == noun; });
    const auto& words = found_[i].relation_tokens;
    const Slot* target = target_of(tree(), inner);
    if (!moved || !does || !is_moved(tree(), noun, verb) || target == nullptr ||
        std::find(words.begin(), words.end(), verb) == words.end())
      return;
    put_in_place(i, words_before(tree(), object.phrase, noun + 1) + words_of(tree(), inner), *target);
  }

  // `allowed Ana to leave`: an infinitive that leads to nothing joins a verb that causes or lets; nobody takes the subject
  // for who leaves.
  void complete_alone(std::size_t i, const Clause& inner) {
    if (found_[i].rule != "active" || found_[i].surface_only || found_[i].arguments.empty()) return;
    const Argument& object = found_[i].arguments[0];
    const std::uint32_t noun = object.phrase.head, verb = tree().parent(inner.verb);
    const bool does = std::any_of(inner.subjects.begin(), inner.subjects.end(),
                                  [&](const Phrase& subject) { return subject.head == noun; });
    if (object.role != ArgumentRole::kObject || !tree().is(inner.verb, {Deprel::kXcomp, Deprel::kCcomp}) ||
        !does || inner.verb < noun || found_[i].relation_tokens.back() != verb ||
        !verb_is(tree()[verb].lemma, VerbClass::kCause) || inner.chain.size() > 1 ||
        !takes_nothing(tree()[inner.verb].lemma) || needs_phrase(tree()[inner.verb].lemma) ||
        std::any_of(inner.slots.begin(), inner.slots.end(),
                    [&](const Slot& slot) { return leads_on(inner, slot); }))
      return;
    Extraction whole = found_[i];
    whole.rule = "completion";
    whole.statement_only = true;
    whole.predicate += words_of(tree(), inner);
    if (implausible(tree(), whole)) return;
    found_.push_back(std::move(whole));
    found_[i].surface_only = true;
  }
  // More than when and how.
  bool leads_on(const Clause& inner, const Slot& slot) const {
    const ArgumentRole role = slot.argument.role;
    return slot.anchor > inner.verb && role != ArgumentRole::kTime && role != ArgumentRole::kPlace &&
           role != ArgumentRole::kManner && role != ArgumentRole::kAdverbialClause;
  }

  // `allowed Ana to leave the town`: what a verb lets or makes somebody named do is said of her; who helped
  // Ana did help her.
  void done_to_named(std::size_t i, const Clause& inner) {
    if (found_[i].rule != "active" || found_[i].surface_only || found_[i].arguments.empty()) return;
    const Argument object = found_[i].arguments[0];
    const std::uint32_t verb = tree().parent(inner.verb), noun = object.phrase.head;
    if (object.role != ArgumentRole::kObject || !has_name(tree(), noun) ||
        !tree().is(inner.verb, {Deprel::kXcomp, Deprel::kCcomp}) || inner.verb < noun ||
        found_[i].relation_tokens.back() != verb || !verb_is(tree()[verb].lemma, VerbClass::kCause) ||
        takes_person(tree()[verb].lemma) || inner.chain.empty() || !inner.subject ||
        inner.subjects.front().head != noun)
      return;
    const Slot* target = target_of(tree(), inner);
    // of a pronoun nobody would see any more that it is not the subject
    if (target == nullptr || found_[i].predicate.find(' ') != std::string::npos ||
        tree()[noun].upos == Upos::kPron)
      return;
    const std::size_t count = found_.size();
    put_in_place(i, {}, *target);
    for (std::size_t k = count; k < found_.size(); ++k) {
      found_[k].subject = object.phrase;
      found_[k].predicate = "was " + participle_of(lower_case(tree()[verb].lemma)) + words_of(tree(), inner);
    }
  }

  // `prevented ships from entering the port`
  void keep_from(std::size_t i, const Clause& inner) {
    if (found_[i].rule != "active" || found_[i].surface_only || inner.kind != ClauseKind::kGerund ||
        inner.passive || inner.copula)
      return;
    const Argument& object = found_[i].arguments[0];
    const std::uint32_t from = tree().parent(inner.verb), noun = object.phrase.head;
    const Slot* target = target_of(tree(), inner);
    if (object.role != ArgumentRole::kObject || has_name(tree(), noun) || tree().lower(from) != "from" ||
        tree().parent(from) != found_[i].relation_tokens.back() || from != object.phrase.tokens.back() + 1 ||
        target == nullptr)
      return;
    put_in_place(i, words_before(tree(), object.phrase, noun + 1) + " from" + words_of(tree(), inner),
                 *target);
  }

  // `called for members to spend more money` -> called for members to spend | money; `asked for the vote to be delayed`
  // -> asked for delaying | the vote
  void call_for(std::size_t i, const Clause& inner) {
    const Argument& clause = found_[i].arguments[0];
    if (found_[i].rule != "active" || found_[i].surface_only || clause.preposition != "for" ||
        clause.phrase.head != inner.verb || inner.kind != ClauseKind::kAdverbial || inner.subjects.empty() ||
        inner.subject_inherited || inner.copula || inner.negated || inner.chain.size() > 1 || inner.agent ||
        tree()[found_[i].relation_tokens.back()].lemma == "be")
      return;
    const std::uint32_t noun = inner.subjects.front().head;
    if (inner.passive) {
      if (tree().lower(inner.verb) == "born") return;
      const auto state = tree().child(inner.verb, {Deprel::kOprd, Deprel::kAcomp});  // `to be kept secret`
      std::string words = " for " + gerund_of(lower_case(tree()[inner.verb].lemma));
      if (const auto particle = tree().child(inner.verb, Deprel::kPrt))
        words += " " + tree().lower(*particle);
      if (state) words += " " + tree().lower(*state);
      put_in_place(i, words, {{*inner.subject, "", ArgumentRole::kObject, {}}, inner.subjects});
    } else if (const Slot* target = target_of(tree(), inner);
               target != nullptr && tree()[noun].upos != Upos::kPron) {
      put_in_place(i, " for" + words_before(tree(), *inner.subject, noun + 1) + words_of(tree(), inner),
                   *target);
    }
  }

  // `gave themselves shocks`: who gets it is in the verb.
  void complete_reflexive(std::size_t i) {
    auto& arguments = found_[i].arguments;
    for (std::size_t k = 1; k < arguments.size(); ++k) {
      const std::uint32_t noun = arguments[k].phrase.head;
      if (arguments[k].role != ArgumentRole::kIndirectObject || found_[i].surface_only ||
          !is_reflexive(tree(), noun))
        continue;
      found_[i].predicate += " " + tree().lower(noun);
      arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(k));
      return;
    }
  }

  // `led drivers into danger`, `moved people over the line`: what is moved is nowhere without it.
  void complete_path(std::size_t i) {
    const auto& arguments = found_[i].arguments;
    if (found_[i].rule != "active" || found_[i].surface_only || arguments.size() < 2 ||
        arguments[0].role != ArgumentRole::kObject || has_name(tree(), arguments[0].phrase.head) ||
        tree()[arguments[0].phrase.head].entity != EntityLabel::kNone || found_[i].relation_tokens.empty() ||
        !verb_mostly_means(tree()[found_[i].relation_tokens.back()].lemma, VerbKind::kMotion))
      return;
    const Argument& path = arguments[1];
    const std::uint32_t end = path.phrase.head;
    if (path.role != ArgumentRole::kPrepositional || !is_path(path.preposition) ||
        tree()[end].upos != Upos::kNoun || is_name_entity(tree()[end].entity) ||
        path.preposition_tokens.front() != arguments[0].phrase.tokens.back() + 1)
      return;
    Extraction whole = found_[i];
    whole.rule = "completion";
    whole.statement_only = true;
    whole.predicate += words_before(tree(), arguments[0].phrase, arguments[0].phrase.head + 1);
    const bool known = tree().child(arguments[0].phrase.head, {Deprel::kDet, Deprel::kPoss}).has_value() &&
                       !starts_indefinite(arguments[0].phrase);
    whole.arguments = {path};
    for (auto argument = arguments.begin() + 2; argument != arguments.end();
         ++argument)  // `from 5 to 6 euros`
      if (argument->role == ArgumentRole::kTime || is_path(argument->preposition))
        whole.arguments.push_back(*argument);
    if (implausible(tree(), whole)) return;
    found_.push_back(std::move(whole));
    if (!known) found_[i].surface_only = true;  // `led the country from ...`: it may have a name
  }
  bool starts_indefinite(const Phrase& phrase) const {
    const std::string word = tree().lower(phrase.tokens.front());
    return word == "a" || word == "an";
  }
  static bool is_path(std::string_view preposition) {
    static constexpr std::string_view kPaths[] = {"to",   "into",    "onto",   "out of",  "over",  "off",
                                                  "from", "through", "across", "towards", "toward"};
    return std::find(std::begin(kPaths), std::end(kPaths), preposition) != std::end(kPaths);
  }

  // `spent two years in prison`, `spent the year taking tests`: how long, and not what
  void complete_span(std::size_t i) {
    const auto& arguments = found_[i].arguments;
    if (found_[i].rule != "active" || arguments.size() < 2 || arguments[0].role != ArgumentRole::kObject ||
        tree()[found_[i].relation_tokens.back()].lemma != "spend" ||
        !noun_mostly_means(lower_case(tree()[arguments[0].phrase.head].lemma), NounKind::kTime))
      return;
    const Argument& where = arguments[1];
    if (where.role == ArgumentRole::kClause) {
      found_[i].surface_only = true;
    } else if (where.role == ArgumentRole::kPrepositional || where.role == ArgumentRole::kPlace) {
      Extraction whole = found_[i];
      whole.rule = "completion";
      whole.statement_only = true;
      whole.predicate += words_before(tree(), arguments[0].phrase, tree().range().end);
      whole.arguments.erase(whole.arguments.begin());
      found_[i].surface_only = true;
      found_.push_back(std::move(whole));
    }
  }

  const Reading& reading_;
  std::vector<Extraction>& found_;
};

}  // namespace

// `Couples have no time to start families.` -> Couples | had time to start | families
void completions(const Reading& reading, std::vector<Extraction>& found) { Completion(reading, found).run(); }

// `The thief turned himself in to the police.` -> turned himself in to | the police
void reflexives(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!done_to_itself(tree, found[i])) continue;
    Extraction whole = found[i];
    const bool leads_on =
        std::any_of(whole.arguments.begin() + 1, whole.arguments.end(), [](const Argument& a) {
          return a.role == ArgumentRole::kPrepositional || a.role == ArgumentRole::kComplement ||
                 a.role == ArgumentRole::kObject || a.role == ArgumentRole::kTime ||
                 a.role == ArgumentRole::kPlace;
        });
    if (!leads_on) continue;  // `described herself as open-minded`
    const std::uint32_t self = whole.arguments[0].phrase.head, last = whole.relation_tokens.back();
    const std::string particle = last > self ? " " + tree.lower(last) : "";
    if (!whole.predicate.ends_with(particle)) continue;
    whole.rule = "reflexive";
    whole.statement_only = true;
    whole.predicate.insert(whole.predicate.size() - particle.size(), " " + tree.lower(self));
    whole.arguments.erase(whole.arguments.begin());
    found.push_back(std::move(whole));
    found[i].surface_only = true;
  }
}

}  // namespace dossier::ingest
