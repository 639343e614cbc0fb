// What a verb leads to by a gerund: `was charged with making false statements` says nothing of statements and
// little of the charge unless both stay together.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/plausible.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

// Not `by`, `after`, `without`, which tell how and when.
bool binds(std::string_view preposition) {
  static constexpr std::string_view kBinds[] = {"with", "of",   "from",  "to",      "for", "in",
                                                "at",   "into", "about", "against", "on"};
  return std::find(std::begin(kBinds), std::end(kBinds), preposition) != std::end(kBinds);
}

// `accused Ana of`, `banned firms from`: what is done to somebody for a deed of his.
bool binds_object(std::string_view preposition) {
  return preposition == "of" || preposition == "from" || preposition == "with" || preposition == "for";
}

bool is_beside(const Argument& argument) {
  return argument.role == ArgumentRole::kTime || argument.role == ArgumentRole::kPlace ||
         argument.role == ArgumentRole::kManner || argument.role == ArgumentRole::kAdverbialClause ||
         argument.role == ArgumentRole::kSetting;
}

const Clause* gerund_of(const Reading& reading, const Argument& argument) {
  if (argument.role != ArgumentRole::kClause || !binds(argument.preposition) || argument.phrase.empty())
    return nullptr;
  const auto inner = std::find_if(reading.clauses.begin(), reading.clauses.end(), [&](const Clause& clause) {
    return clause.verb == argument.phrase.head && clause.kind == ClauseKind::kGerund;
  });
  // `with the toll rising to 22`, `for not wearing it`
  if (inner == reading.clauses.end() || inner->copula ||
      (inner->negated && !is_left_out(reading.tree, *inner)) ||
      reading.tree.child(inner->verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kNeg}))
    return nullptr;
  return &*inner;
}

std::string words_of(const Tree& tree, const Clause& gerund) {
  std::string words;
  for (const std::uint32_t t : gerund.relation)
    if (tree[t].deprel != Deprel::kAdvmod && tree[t].deprel != Deprel::kNeg) words += " " + tree.lower(t);
  for (const std::uint32_t noun : gerund.idiom) words += " " + tree.lower(noun);
  // `with making it possible`: what the object is made to be joins the verb
  for (const Slot& slot : gerund.slots)
    if (slot.argument.role == ArgumentRole::kComplement && slot.anchor > gerund.verb &&
        slot.argument.phrase.tokens.size() == 1 && tells_state(tree, slot.argument.phrase.head))
      words += " " + tree.lower(slot.argument.phrase.head);
  return words;
}

// None where it is a clause, a time, or a pronoun that may stand for no thing.
const Slot* target_of(const Tree& tree, const Clause& gerund) {
  const auto object = object_slot(gerund);
  if (!object) return nullptr;
  const Slot& slot = gerund.slots[*object];
  const std::uint32_t head = slot.argument.phrase.head;
  const bool pronoun =
      tree[head].upos == Upos::kPron && (tree[head].tag != Tag::kPrp || tree.lower(head) == "it");
  const ArgumentRole role = slot.argument.role;
  const bool led_to =
      role == ArgumentRole::kObject || role == ArgumentRole::kPrepositional || role == ArgumentRole::kPlace;
  return led_to && !pronoun ? &slot : nullptr;
}

void add_led_to(const Tree& tree, const Extraction& outer, const std::string& words, const Slot& target,
                std::vector<Extraction>& found) {
  for (const Phrase& phrase : target.conjuncts) {
    Extraction whole = outer;
    whole.rule = "gerund";
    whole.statement_only = true;
    whole.predicate += words;
    std::erase_if(whole.arguments, [](const Argument& a) { return a.role != ArgumentRole::kTime; });
    whole.arguments.insert(whole.arguments.begin(), target.argument);
    whole.arguments[0].phrase = phrase;
    if (!implausible(tree, whole)) found.push_back(std::move(whole));
  }
}

// `accused Ana of stealing it` -> Ana | was accused of stealing | it
void add_done(const Tree& tree, const Extraction& outer, const std::string& words, const Slot& target,
              std::vector<Extraction>& found) {
  const std::uint32_t verb = outer.relation_tokens.back();
  const std::uint32_t object = outer.arguments[0].phrase.head;
  if (!is_verb_tag(tree[verb].tag) || outer.predicate.find(' ') != std::string::npos ||
      !(tree[object].upos == Upos::kPropn || is_name_entity(tree[object].entity) ||
        noun_means(lower_case(tree[object].lemma), NounKind::kPerson) ||
        noun_means(lower_case(tree[object].lemma), NounKind::kGroup)))
    return;
  Extraction done = outer;
  done.subject = outer.arguments[0].phrase;
  done.predicate = "was " + participle_of(tree[verb].lemma);
  add_led_to(tree, done, words, target, found);
}

}  // namespace

void gerunds(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if ((found[i].rule != "active" && found[i].rule != "passive") || found[i].surface_only) continue;
    for (const Argument& argument : std::vector<Argument>(found[i].arguments)) {
      const Clause* gerund = gerund_of(reading, argument);
      const Slot* target = gerund == nullptr ? nullptr : target_of(tree, *gerund);
      if (target == nullptr) continue;
      const std::string words = " " + argument.preposition + words_of(tree, *gerund);
      const auto& arguments = found[i].arguments;
      const bool alone = std::all_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
        return a.phrase.head == argument.phrase.head || is_beside(a);
      });
      const Extraction outer = found[i];
      if (alone)
        add_led_to(tree, outer, words, *target, found);
      else if (outer.rule == "active" && outer.arguments[0].role == ArgumentRole::kObject &&
               binds_object(argument.preposition))
        add_done(tree, outer, words, *target, found);
    }
  }
}

}  // namespace dossier::ingest
