#include "ingest/resolve/nominal_features.h"

#include <catch2/catch.hpp>

#include "ingest/resolve/mention_clusters.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier::ingest;

namespace {

/// The last case that the model weighed.
NominalCase weighed(const DocumentTree& tree, Resolution& resolution) {
  NominalCase last;
  resolution = resolve_mentions(
      tree, {}, {}, [&](const Resolution&, const Mention&, const NominalCase& one) { last = one; });
  return last;
}

float feature(const NominalCandidate& candidate, NominalFeature which) {
  return candidate.features[static_cast<std::size_t>(which)];
}

}  // namespace

TEST_CASE("the vehicle may be the car of the sentence before, as its kind", "[ingest][nominal_features]") {
  const Document document = hand_built(R"(
A a DT 2 det
car car NN 3 nsubj
stopped stop VBD 0 ROOT

The the DT 2 det
vehicle vehicle NN 3 nsubj
burned burn VBD 0 ROOT
)");
  const DocumentTree tree(document);
  Resolution resolution;
  const NominalCase one = weighed(tree, resolution);
  REQUIRE(one.candidates.size() == 1);
  CHECK(feature(one.candidates[0], NominalFeature::kNearKind) +
            feature(one.candidates[0], NominalFeature::kKind) ==
        1);
  CHECK(feature(one.candidates[0], NominalFeature::kIntroduced) == 1);
  CHECK(one.candidates[0].probability > 0);
  CHECK(one.candidates[0].probability < 1);
}

TEST_CASE("the driver is no car, and many cars are not one", "[ingest][nominal_features]") {
  const Document document = hand_built(R"(
Cars car NNS 2 nsubj
stopped stop VBD 0 ROOT

The the DT 2 det
driver driver NN 3 nsubj
left leave VBD 0 ROOT

The the DT 2 det
car car NN 3 nsubj
burned burn VBD 0 ROOT
)");
  const DocumentTree tree(document);
  Resolution resolution;
  CHECK(weighed(tree, resolution).candidates.empty());
  CHECK(resolution.entity_index_at(0) != resolution.entity_index_at(3));
}

TEST_CASE("the boat is the one that was just introduced", "[ingest][nominal_features]") {
  const Document document = hand_built(R"(
A a DT 2 det
boat boat NN 3 nsubj
sank sink VBD 0 ROOT

The the DT 2 det
boat boat NN 3 nsubj
burned burn VBD 0 ROOT
)");
  const DocumentTree tree(document);
  Resolution resolution;
  CHECK(weighed(tree, resolution).candidates.size() == 1);
  CHECK(resolution.entity_index_at(1) == resolution.entity_index_at(4));
}
