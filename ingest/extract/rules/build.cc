#include "ingest/extract/rules/build.h"

#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/predicate_form.h"

namespace dossier::ingest {
namespace {

bool is_core(const Slot& slot) {
  switch (slot.argument.role) {
    case ArgumentRole::kObject:
    case ArgumentRole::kComplement:
      return true;
    case ArgumentRole::kClause:
      return slot.argument.preposition.empty();
    default:
      return false;
  }
}

Argument with_phrase(const Slot& slot, const Phrase& phrase) {
  Argument argument = slot.argument;
  argument.phrase = phrase;
  return argument;
}

// `is not for clerks but for you`: the second one holds.
bool stands_against(const Tree& tree, std::uint32_t head) {
  if (tree[head].deprel != Deprel::kConj) return false;
  const std::uint32_t first = tree.parent(head);
  const auto children = tree.children(first);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree[c].deprel == Deprel::kCc && c > first && c < head && tree.lower(c) == "but";
  });
}

}  // namespace

bool is_denied_conjunct(const Tree& tree, std::uint32_t head) {
  if (tree[head].deprel != Deprel::kConj) return false;
  const auto children = tree.children(head);
  const std::uint32_t first = tree.parent(head);
  const bool denied = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const std::string word = tree.lower(c);
    const std::string next = tree.lower(c + 1);
    return c < head && (word == "not" || (word == "no" && tree[c].deprel == Deprel::kDet)) &&
           next != "only" && next != "just" && next != "merely" && next != "least";
  });
  if (denied) return true;
  const auto joined = tree.child(first, Deprel::kCc);  // `but no president or emperor`
  return is_denied_conjunct(tree, first) && joined && tree.lower(*joined) == "or";
}

std::optional<std::size_t> object_slot(const Clause& clause) {
  const auto& slots = clause.slots;
  const auto first = [&](auto wanted) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (wanted(slots[i])) return i;
    return std::nullopt;
  };
  if (auto i = first([](const Slot& s) { return s.argument.role == ArgumentRole::kObject; })) return i;
  if (auto i = first(is_core)) return i;
  if (auto i = first([](const Slot& s) { return s.argument.role == ArgumentRole::kIndirectObject; }))
    return i;
  const std::uint32_t verb = clause.predicate();
  const auto after = [&](const Slot& s, std::initializer_list<ArgumentRole> roles) {
    return s.anchor > verb && std::find(roles.begin(), roles.end(), s.argument.role) != roles.end();
  };
  if (auto i = first([&](const Slot& s) {
        return after(s, {ArgumentRole::kPrepositional, ArgumentRole::kClause, ArgumentRole::kPlace});
      }))
    return i;
  if (auto i = first([&](const Slot& s) { return after(s, {ArgumentRole::kTime}); })) return i;
  if (auto i =
          first([&](const Slot& s) { return s.argument.role == ArgumentRole::kManner && s.anchor > verb; }))
    return i;
  return std::nullopt;
}

Extraction start_of(const Tree& tree, const Clause& clause, std::string_view rule) {
  Extraction extraction;
  extraction.sentence = tree.sentence();
  extraction.relation_tokens = clause.relation;
  extraction.modality = clause.modality;
  extraction.negated = clause.negated;
  extraction.attribution = clause.attribution;
  extraction.rule = rule;
  return extraction;
}

void add_clause(const Reading& reading, const Clause& clause, std::string_view rule,
                std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  Extraction extraction = start_of(tree, clause, rule);
  extraction.predicate = predicate_of(tree, clause);
  const auto object = object_slot(clause);
  std::vector<Argument> rest;
  for (std::size_t i = 0; i < clause.slots.size(); ++i)
    if (i != object) rest.push_back(clause.slots[i].argument);
  for (const Phrase& subject : clause.subjects) {
    extraction.subject = subject;
    const bool denied = !clause.negated && is_denied_conjunct(tree, subject.head);
    extraction.negated = denied || (clause.negated && !stands_against(tree, subject.head));
    if (!object) {
      extraction.arguments = rest;
      found.push_back(extraction);
      continue;
    }
    for (const Phrase& phrase : clause.slots[*object].conjuncts) {
      extraction.arguments = {with_phrase(clause.slots[*object], phrase)};
      extraction.negated = clause.negated
                               ? !stands_against(tree, subject.head) && !stands_against(tree, phrase.head)
                               : denied || is_denied_conjunct(tree, phrase.head);
      // `deep but not cold`: denied once
      auto& words = extraction.arguments.front().phrase.tokens;
      if (extraction.negated && words.size() > 1 && tree.lower(words.front()) == "not")
        words.erase(words.begin());
      extraction.arguments.insert(extraction.arguments.end(), rest.begin(), rest.end());
      found.push_back(extraction);
    }
    if (is_core(clause.slots[*object]) && clause.slots[*object].argument.role != ArgumentRole::kObject)
      continue;
    for (const Phrase& example : clause.slots[*object].examples) {
      extraction.arguments.front().phrase = example;
      extraction.statement_only = true;
      found.push_back(extraction);
      extraction.statement_only = false;
    }
  }
}

Extraction implicit_relation(const Tree& tree, Phrase subject, std::string relation, std::string predicate,
                             Argument object, std::string_view rule) {
  Extraction extraction;
  extraction.sentence = tree.sentence();
  extraction.subject = std::move(subject);
  extraction.relation = std::move(relation);
  extraction.predicate = std::move(predicate);
  extraction.arguments.push_back(std::move(object));
  extraction.implicit = true;
  extraction.rule = rule;
  return extraction;
}

void take_context(const Reading& reading, std::uint32_t token, Extraction& extraction) {
  for (std::uint32_t t = token;; t = reading.tree.parent(t)) {
    if (const auto clause = clause_of(reading.clauses, t)) {
      extraction.modality = reading.clauses[*clause].modality;
      extraction.negated = reading.clauses[*clause].negated;
      extraction.attribution = reading.clauses[*clause].attribution;
      return;
    }
    if (reading.tree.is_root(t)) return;
  }
}

bool looks_ahead(std::string_view adjective) {
  static constexpr std::string_view kWords[] = {
      "possible",  "potential", "likely",     "alleged",  "attempted", "planned",
      "proposed",  "future",    "suspected",  "imminent", "eventual",  "expected",
      "impending", "upcoming",  "threatened", "failed",   "failing"};
  return std::find(std::begin(kWords), std::end(kWords), adjective) != std::end(kWords);
}

}  // namespace dossier::ingest
