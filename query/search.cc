#include "query/search.h"

#include "dossier/status_macros.h"
#include "query/executor/execution_context.h"

namespace dossier::query {

Result<std::vector<Row>> search_sentences(std::span<const graph::Value> arguments,
                                          ExecutionContext& context) {
  std::vector<Row> rows;
  if (!arguments[0].is_string()) return rows;
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::SentenceHit> hits,
                           context.reader.search(arguments[0].as_string(), [&] { return context.check(); }));
  for (const graph::SentenceHit& hit : hits) {
    DOSSIER_ASSIGN_OR_RETURN(graph::Sentence sentence, context.reader.sentence(hit.article, hit.sentence));
    rows.push_back({graph::Value(hit.article), graph::Value(static_cast<std::int64_t>(hit.sentence)),
                    graph::Value(std::move(sentence.text)), graph::Value(hit.score)});
    if (rows.size() % 1024 == 0) DOSSIER_RETURN_IF_ERROR(context.check());
    DOSSIER_RETURN_IF_ERROR(context.charge(memory_of(std::span<const graph::Value>(rows.back()))));
  }
  return rows;
}

}  // namespace dossier::query
