#include "ingest/resolve/statement_confidence.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ingest/extract/extract.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

constexpr const char* kCalled = R"(
Xi     Xi     NNP 2 nsubj B-PERSON
called call   VBD 0 ROOT
Putin  Putin  NNP 2 dobj B-PERSON
in     in     IN  2 prep
Moscow Moscow NNP 4 pobj B-GPE
)";

struct Seen {
  std::string predicate;
  float confidence;
  Features features;
};

std::vector<Seen> seen_of(const Document& document) {
  graph::ArticleRecord record;
  const DocumentTree tree(document);
  std::vector<Seen> seen;
  build_statements(tree, resolve_mentions(tree), extract(tree), {}, record,
                   [&](const graph::StatementRecord& statement, const Features& features) {
                     seen.push_back({statement.predicate, statement.evidence.front().confidence, features});
                   });
  return seen;
}

float value(const Features& features, const std::string& name) {
  const auto found =
      std::find_if(features.begin(), features.end(), [&](const auto& f) { return f.first == name; });
  return found == features.end() ? 0 : found->second;
}

Document with_margins(float arc, float tag) {
  Document document = hand_built(kCalled);
  for (Token& token : document.tokens) token.arc_margin = arc, token.tag_margin = tag;
  return document;
}

}  // namespace

TEST_CASE("a feature counts by its weight, one without a weight not at all",
          "[ingest][statement_confidence]") {
  const Regression regression("bias\t0.5\na\t2\nb=x\t-1\n");
  CHECK(regression.probability({}) == Approx(1 / (1 + std::exp(-0.5))));
  CHECK(regression.probability({{"b=x", 1.0F}, {"c", 9.0F}, {"a", 0.25F}}) == Approx(0.5));
}

TEST_CASE("a statement's features tell its clause, its ends and what leads to it",
          "[ingest][statement_confidence]") {
  const auto seen = seen_of(hand_built(kCalled));
  REQUIRE(!seen.empty());
  const Features& features = seen.front().features;
  CHECK(seen.front().predicate == "called");
  for (const char* name : {"rule=active", "lead=object", "types=Person>Person", "subject_kind=name",
                           "verb=call", "reach_verbs=0", "led_preposition=", "sentence_names=3-5"}) {
    INFO(name);
    CHECK(value(features, name) == 1);
  }
  CHECK(seen.front().confidence == StatementJudge::confidence_of(features));
}

TEST_CASE("what the parser doubted makes a statement less certain", "[ingest][statement_confidence]") {
  const auto unknown = seen_of(hand_built(kCalled)), sure = seen_of(with_margins(9, 9)),
             unsure = seen_of(with_margins(0.1F, 0.1F));
  REQUIRE((!unknown.empty() && !sure.empty() && !unsure.empty()));
  CHECK(value(unknown.front().features, "verb_arc_doubt") == 0);
  CHECK(value(unsure.front().features, "verb_arc_doubt") == Approx(std::exp(-0.1)));
  CHECK(value(unsure.front().features, "sentence_doubt") == Approx(std::exp(-0.1)));
  CHECK(unsure.front().confidence < sure.front().confidence);
}
