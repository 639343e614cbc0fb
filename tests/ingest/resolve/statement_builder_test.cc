#include "ingest/resolve/statement_builder.h"

#include <catch2/catch.hpp>

#include "ingest/extract/extract.h"
#include "ingest/resolve/mention_clusters.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

graph::ArticleRecord record_of(const Document& document, std::string date = {}) {
  graph::ArticleRecord record;
  const DocumentTree tree(document);
  build_statements(tree, resolve_mentions(tree), extract(document), {std::move(date), DayOrder::kUnknown}, record);
  return record;
}

std::vector<std::string> lines_of(const graph::ArticleRecord& record) {
  std::vector<std::string> lines;
  for (const graph::StatementRecord& s : record.statements) {
    lines.push_back(record.entities[s.subject].name + " | " + s.predicate + " | " + record.entities[s.object].name + " | " + s.when);
  }
  return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("a statement names its entities and dates itself by the article", "[ingest][statement_builder]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Mr     Mr     NNP 2 compound
Xi     Xi     NNP 3 nsubj B-PERSON
called call   VBD 0 ROOT
Mr     Mr     NNP 5 compound
Putin  Putin  NNP 3 dobj B-PERSON
on     on     IN  3 prep
Feb    Feb    NNP 6 pobj B-DATE
4      4      CD  7 nummod I-DATE
)"), "2026-02-05"));
  CHECK(holds(lines, "Xi | called | Putin | 2026-02-04"));
}

TEST_CASE("a pronoun that nothing answers to gives no statement", "[ingest][statement_builder]") {
  const auto record = record_of(hand_built(R"(
They   they   PRP 2 nsubj
called call   VBD 0 ROOT
Putin  Putin  NNP 2 dobj B-PERSON
)"));
  CHECK(record.statements.empty());
  CHECK(record.sentences.size() == 1);
}
