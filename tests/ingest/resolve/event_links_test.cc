#include "ingest/resolve/event_links.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier::ingest;

TEST_CASE("a death that is told again is one", "[ingest][event_links]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Ana    Ana    NNP 2 nsubj B-PERSON
died   die    VBD 0 ROOT
in     in     IN  2 prep
Oslo   Oslo   NNP 3 pobj  B-GPE

After  after  IN  7 prep
the    the    DT  3 det
death  death  NN  1 pobj
of     of     IN  3 prep
Ana    Ana    NNP 4 pobj  B-PERSON
Ida    Ida    NNP 7 nsubj B-PERSON
left   leave  VBD 0 ROOT
Norway Norway NNP 7 dobj B-GPE
)"),
                                        "2026-02-05"));
  CAPTURE(lines);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& l) { return l.find("died") != std::string::npos; }) == 1);
}
