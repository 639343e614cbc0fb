#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

constexpr const char* kTheySaw = R"(
They they PRP 2 nsubj
saw see VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
)";
constexpr const char* kIWork = R"(
I I PRP 2 nsubj
work work VBP 0 ROOT
here here RB 2 advmod
)";
constexpr const char* kAnaLeft = R"(
Ana Ana NNP 2 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
)";

bool keeps_they(const char* other) {
  std::string rows = kTheySaw;
  for (int i = 0; i < 40; ++i) rows += std::string("\n") + other;
  const auto found = extract(hand_built(rows));
  return std::any_of(found.begin(), found.end(),
                     [](const Extraction& e) { return e.sentence == 0 && !e.surface_only; });
}

}  // namespace

TEST_CASE("who they are in talk written down only those who talked know", "[ingest][extract][plausible]") {
  CHECK(!keeps_they(kIWork));
  CHECK(keeps_they(kAnaLeft));
}
