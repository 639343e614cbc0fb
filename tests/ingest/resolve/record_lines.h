// The statements that a hand-built document leads to, as lines.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/extract.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

namespace dossier::ingest {

inline graph::ArticleRecord record_of(const Document& document, std::string date = {}) {
  graph::ArticleRecord record;
  const DocumentTree tree(document);
  build_statements(tree, resolve_mentions(tree), extract(tree), {std::move(date), DayOrder::kUnknown},
                   record);
  return record;
}

inline Texts lines_of(const graph::ArticleRecord& record) {
  Texts lines;
  for (const graph::StatementRecord& s : record.statements) {
    lines.push_back(record.entities[s.subject].name + " | " + s.predicate + " | " +
                    record.entities[s.object].name + " | " + s.when);
  }
  return lines;
}

}  // namespace dossier::ingest
