// The statements that a hand-built document leads to, as lines.
#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
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

struct LinesCase {
  std::string_view name, date, rows;  // the article's date, or none
  Texts told, untold = {};
};

/// A section a case, by its name.
inline void check_lines(std::initializer_list<LinesCase> cases) {
  for (const LinesCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      const Texts lines = lines_of(record_of(hand_built(one.rows), std::string(one.date)));
      CAPTURE(lines);
      for (const std::string& line : one.told) {
        CAPTURE(line);
        CHECK(holds(lines, line));
      }
      for (const std::string& line : one.untold) {
        CAPTURE(line);
        CHECK_FALSE(holds(lines, line));
      }
    }
  }
}

}  // namespace dossier::ingest
