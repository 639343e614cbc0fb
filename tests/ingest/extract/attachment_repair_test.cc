#include <catch2/catch.hpp>

#include "ingest/extract/document_tree.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier::ingest;

namespace {

// The head of the preposition at `preposition` in the mended tree, where the parser led by so much.
std::uint32_t mended_head(Document document, std::uint32_t preposition, float lead) {
  document.tokens[preposition].arc_margin = lead;
  return DocumentTree(document).token(preposition).head;
}

Document phrase(const std::string& verb, const std::string& object, const std::string& preposition,
                const std::string& behind) {
  return hand_built("\nThey they PRP 2 nsubj\n" + verb + " 0 ROOT\na a DT 4 det\n" + object + " 2 dobj\n" +
                    preposition + "\n" + behind + "\n");
}

}  // namespace

TEST_CASE("what a noun is about is the noun's, whatever the parser says",
          "[ingest][extract][attachment_repair]") {
  const auto [object, preposition, behind] = GENERATE(table<std::string, std::string, std::string>({
      {"spike spike NN", "in in IN 2 prep", "cases case NNS 5 pobj"},
      {"ban ban NN", "on on IN 2 prep", "exports export NNS 5 pobj"},
      {"warning warning NN", "about about IN 2 prep", "floods flood NNS 5 pobj"},
      {"contract contract NN", "for for IN 2 prep", "repairs repair NNS 5 pobj"},
  }));
  CHECK(mended_head(phrase("saw see VBD", object, preposition, behind), 4, 3) == 3);
}

TEST_CASE("dates and places stay the verb's", "[ingest][extract][attachment_repair]") {
  const auto behind =
      GENERATE(as<std::string>(), "Oslo Oslo NNP 5 pobj B-GPE", "March March NNP 5 pobj B-DATE");
  CHECK(mended_head(phrase("saw see VBD", "spike spike NN", "in in IN 2 prep", behind), 4, 3) == 1);
}

TEST_CASE("a date is the verb's where the parser was in doubt and the words are not",
          "[ingest][extract][attachment_repair]") {
  const Document document = phrase("confirmed confirm VBD", "nominee nominee NN", "on on IN 4 prep",
                                   "Friday Friday NNP 5 pobj B-DATE");
  CHECK(mended_head(document, 4, 0.3f) == 1);
  CHECK(mended_head(document, 4, 0) == 3);  // how sure it was nobody knows
}

TEST_CASE("nobody does by somebody what he does", "[ingest][extract][attachment_repair]") {
  CHECK(mended_head(phrase("joined join VBD", "call call NN", "by by IN 4 prep", "clerks clerk NNS 5 pobj"),
                    4, 0.1f) == 3);
}

TEST_CASE("somebody is asked for something", "[ingest][extract][attachment_repair]") {
  const auto [verb, head] =
      GENERATE(table<std::string, std::uint32_t>({{"asked ask VBD", 1}, {"sold sell VBD", 3}}));
  CHECK(mended_head(phrase(verb, "driver driver NN", "for for IN 4 prep", "fuel fuel NN 5 pobj"), 4, 2) ==
        head);
}

TEST_CASE("somebody is told about something", "[ingest][extract][attachment_repair]") {
  const auto [object, head] =
      GENERATE(table<std::string, std::uint32_t>({{"resident resident NN", 1}, {"letter letter NN", 3}}));
  CHECK(mended_head(phrase("warned warn VBD", object, "about about IN 4 prep", "floods flood NNS 5 pobj"), 4,
                    2) == head);
}
