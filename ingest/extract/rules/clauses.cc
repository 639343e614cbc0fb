// Rules that turn a clause into statements: active, passive, copular, existential.
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {

// `Xi invited Putin to China` -> Xi | invited | Putin | to China
void active_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses)
    if (!clause.passive && !clause.copula && !clause.existential)
      add_clause(reading, clause, "active", found);
}

// `The treaty was signed by both` -> both signed the treaty; without `by`: the treaty | was signed
void passive_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!clause.passive || clause.existential) continue;
    if (!clause.agent || clause.chain.size() > 1 || clause.subjects.empty()) {
      add_clause(reading, clause, "passive", found);
      continue;
    }
    Extraction extraction = start_of(reading.tree, clause, "passive_agent");
    extraction.predicate = predicate_of(reading.tree, clause, true);
    extraction.agent_first = true;
    for (const Phrase& agent : clause.agent->conjuncts)
      for (const Phrase& object : clause.subjects) {
        extraction.subject = agent;
        extraction.arguments = {{object, "", ArgumentRole::kObject, {}}};
        for (const Slot& slot : clause.slots) extraction.arguments.push_back(slot.argument);
        found.push_back(extraction);
      }
  }
}

// `Russia is a supplier to China` -> Russia | is | a supplier to China
void copular_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses)
    if (clause.copula && !clause.existential) add_clause(reading, clause, "copula", found);
}

// `Russia is the leading supplier to China` -> Russia | supplier to | China
void copular_roles(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses) {
    if (!clause.copula || clause.existential || clause.chain.size() > 1) continue;
    const Tree& tree = reading.tree;
    const auto attribute = tree.child(clause.predicate(), Deprel::kAttr);
    if (!attribute || (!is_role(reading.tree, *attribute) && !is_relational(reading.tree, *attribute)))
      continue;
    for (const Phrase& subject : clause.subjects) {
      const std::size_t before = found.size();
      for (const std::uint32_t role : conjuncts_of(tree, *attribute))
        if (role == *attribute || (is_role(tree, role) && tree[role].upos == Upos::kNoun))
          add_role(reading, subject, role, "copula_role", found);
      for (std::size_t i = before; i < found.size(); ++i) {
        found[i].negated = clause.negated;
        found[i].modality = clause.modality;
        found[i].attribution = clause.attribution;
        found[i].relation_tokens = clause.relation;
        found[i].statement_only = true;  // the copula says it
      }
      std::erase_if(found,
                    [](const Extraction& e) { return e.rule == "copula_role" && e.predicate == "is"; });
    }
  }
}

// `Xi signed a treaty with Moscow` -> Xi | signed a treaty with | Moscow: the same words cut after the
// preposition. A third of the facts that readers write down are cut so; beside the first cut it adds little,
// so it is far less certain.
void add_alternatives(const Tree& tree, std::vector<Extraction>& found) {
  constexpr float kLessCertain = 0.3F;
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (found[i].rule != "active" || found[i].arguments.size() < 2) continue;
    const Argument &object = found[i].arguments[0], &target = found[i].arguments[1];
    if (object.role != ArgumentRole::kObject || target.preposition_tokens.empty() ||
        target.role == ArgumentRole::kAdverbialClause || target.role == ArgumentRole::kTime ||
        target.preposition_tokens.front() < object.phrase.tokens.back() ||
        tree[object.phrase.head].upos == Upos::kPron)
      continue;
    Extraction cut = found[i];
    cut.rule = "verb_object_preposition";
    cut.relation_tokens.insert(cut.relation_tokens.end(), object.phrase.tokens.begin(),
                               object.phrase.tokens.end());
    std::sort(cut.relation_tokens.begin(), cut.relation_tokens.end());
    cut.arguments.erase(cut.arguments.begin());
    cut.confidence *= kLessCertain;
    found.push_back(std::move(cut));
  }
}

// `There were no injuries in the attacks` -> no injuries | were | in the attacks
void existential_clauses(const Reading& reading, std::vector<Extraction>& found) {
  for (const Clause& clause : reading.clauses)
    if (clause.existential) add_clause(reading, clause, "existential", found);
}

}  // namespace dossier::ingest
