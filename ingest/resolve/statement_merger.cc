#include "ingest/resolve/statement_merger.h"

#include <algorithm>
#include <utility>

#include "ingest/resolve/mention.h"

namespace dossier::ingest {

std::size_t StatementMerger::merge(graph::StatementRecord statement) {
  std::vector<std::size_t>& alike =
      alike_[{statement.subject, statement.object, statement.predicate, statement.modality, statement.negated,
              statement.claimed_by.value_or(kNone)}];
  for (const std::size_t index : alike) {
    graph::StatementRecord& other = record_.statements[index];
    const bool same_place = other.evidence.front().sentence == statement.evidence.front().sentence;
    if (other.when != statement.when && !(same_place && (other.when.empty() || statement.when.empty())))
      continue;
    if (other.when.empty()) other.when = statement.when;
    if (other.where.empty()) other.where = statement.where;
    const auto known = std::find_if(other.evidence.begin(), other.evidence.end(), [&](const auto& e) {
      return e.sentence == statement.evidence.front().sentence;
    });
    if (known == other.evidence.end())
      other.evidence.push_back(statement.evidence.front());
    else
      known->confidence = std::max(known->confidence, statement.evidence.front().confidence);
    return index;
  }
  alike.push_back(record_.statements.size());
  record_.statements.push_back(std::move(statement));
  return record_.statements.size() - 1;
}

}  // namespace dossier::ingest
