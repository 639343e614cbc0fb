#include <catch2/catch.hpp>

#include "ingest/resolve/mention_clusters.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier::ingest;

namespace {

/// Name of the concept whose head stands first with that word; "" for none.
std::string name_at(std::string_view rows, std::string_view word) {
  const Document document = hand_built(rows);
  const DocumentTree tree(document);
  const Resolution resolution = resolve_mentions(tree);
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.word(t) != word) continue;
    const Entity* entity = resolution.entity_at(t);
    return entity ? entity->name : "";
  }
  return "no such word";
}

}  // namespace

TEST_CASE("a bare noun is named with the pair of nouns behind its preposition", "[ingest][nominal_name]") {
  CHECK(name_at(R"(
Sales sale NNS 6 nsubj
of of IN 1 prep
CDs cd NNS 2 pobj
and and CC 3 cc
vinyl vinyl NN 3 conj
fell fall VBD 0 ROOT
)",
                "Sales") == "Sales of CDs and vinyl");
}

TEST_CASE("a longer list, or a pair behind a described noun, stays out of the name", "[ingest][nominal_name]") {
  CHECK(name_at(R"(
Sales sale NNS 8 nsubj
of of IN 1 prep
CDs cd NNS 2 pobj
, , , 3 punct
tapes tape NNS 3 conj
and and CC 5 cc
vinyl vinyl NN 5 conj
fell fall VBD 0 ROOT
)",
                "Sales") == "Sales");
  CHECK(name_at(R"(
Rising rise JJ 2 amod
sales sale NNS 7 nsubj
of of IN 2 prep
CDs cd NNS 3 pobj
and and CC 4 cc
vinyl vinyl NN 4 conj
ended end VBD 0 ROOT
)",
                "sales") == "Rising sales");
}

TEST_CASE("the participle that says who is counted belongs to the name while that stays short",
          "[ingest][nominal_name]") {
  CHECK(name_at(R"(
The the DT 2 det
percentage percentage NN 7 nsubj
of of IN 2 prep
people people NNS 3 pobj
downloading download VBG 4 acl
music music NN 5 dobj
fell fall VBD 0 ROOT
)",
                "percentage") == "percentage of people downloading music");
  // too long with the participle: the complement stays, the participle goes
  CHECK(name_at(R"(
The the DT 3 det
average average JJ 3 amod
percentage percentage NN 11 nsubj
of of IN 3 prep
young young JJ 6 amod
people people NNS 4 pobj
downloading download VBG 6 acl
old old JJ 10 amod
dance dance NN 10 compound
music music NN 7 dobj
fell fall VBD 0 ROOT
)",
                "percentage") == "average percentage of young people");
}

TEST_CASE("the adverb of a word that is not in the name is not in it either", "[ingest][nominal_name]") {
  CHECK(name_at(R"(
Almost almost RB 2 advmod
all all DT 4 det
complex complex JJ 4 amod
life life NN 6 nsubj
often often RB 6 advmod
needs need VBZ 0 ROOT
oxygen oxygen NN 6 dobj
)",
                "life") == "complex life");
  CHECK(name_at(R"(
Nearly nearly RB 2 advmod
extinct extinct JJ 3 amod
birds bird NNS 4 nsubj
returned return VBD 0 ROOT
)",
                "birds") == "Nearly extinct birds");
}
