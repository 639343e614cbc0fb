#include <catch2/catch.hpp>
#include <numeric>

#include "ingest/extract/attachment.h"
#include "ingest/extract/document_tree.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

// The head of the word in the mended tree, where the parser led by so much.
std::uint32_t mended_head(Document document, std::uint32_t word, float lead) {
  document.tokens[word].arc_margin = lead;
  return DocumentTree(document).token(word).head;
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
  CHECK(mended_head(phrase("saw see VBD", object, preposition, behind), 4, 1) == 3);
}

TEST_CASE("what a verb takes beside its object is the verb's", "[ingest][extract][attachment_repair]") {
  const auto [verb, object, preposition, behind] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"warned warn VBD", "resident resident NN", "about about IN 4 prep", "floods flood NNS 5 pobj"},
          {"removed remove VBD", "box box NN", "from from IN 4 prep", "houses house NNS 5 pobj"},
          {"charged charge VBD", "woman woman NN", "with with IN 4 prep", "fraud fraud NN 5 pobj"},
      }));
  CHECK(mended_head(phrase(verb, object, preposition, behind), 4, 0.3F) == 1);
}

TEST_CASE("a date is the verb's where the parser was in doubt and the words are not",
          "[ingest][extract][attachment_repair]") {
  const Document document = phrase("confirmed confirm VBD", "nominee nominee NN", "on on IN 4 prep",
                                   "Friday Friday NNP 5 pobj B-DATE");
  CHECK(mended_head(document, 4, 0.3F) == 1);
  CHECK(mended_head(document, 4, 0) == 3);  // how sure it was nobody knows
}

TEST_CASE("nobody does by somebody what he does", "[ingest][extract][attachment_repair]") {
  CHECK(mended_head(phrase("joined join VBD", "call call NN", "by by IN 4 prep", "clerks clerk NNS 5 pobj"),
                    4, 0.1F) == 3);
}

// "They shared the doubts of clerks about plans"
TEST_CASE("a phrase may belong to a noun farther away", "[ingest][extract][attachment_repair]") {
  const Document document = hand_built(R"(
They    they   PRP 2 nsubj
shared  share  VBD 0 ROOT
the     the    DT  4 det
doubts  doubt  NNS 2 dobj
of      of     IN  4 prep
clerks  clerk  NNS 5 pobj
about   about  IN  6 prep
plans   plan   NNS 7 pobj
)");
  CHECK(mended_head(document, 6, 0.2F) == 3);
}

// "Ana left the room, shouting slogans": no room shouts
TEST_CASE("a participle behind a comma tells of who does it", "[ingest][extract][attachment_repair]") {
  Document document = hand_built(R"(
Ana       Ana       NNP 2 nsubj B-PERSON
left      leave     VBD 0 ROOT
the       the       DT  4 det
room      room      NN  2 dobj
,         ,         ,   2 punct
shouting  shout     VBG 4 acl
slogans   slogan    NNS 6 dobj
)");
  document.tokens[5].arc_margin = 0.2F;
  const DocumentTree tree(document);
  CHECK(tree.token(5).head == 1);
  CHECK(tree.token(5).deprel == Deprel::kAdvcl);
}

// "the clerks of the bank who resigned"
TEST_CASE("a relative clause of somebody leaves what he belongs to", "[ingest][extract][attachment_repair]") {
  const Document document = hand_built(R"(
They      they      PRP 2 nsubj
met       meet      VBD 0 ROOT
the       the       DT  4 det
clerks    clerk     NNS 2 dobj
of        of        IN  4 prep
the       the       DT  7 det
bank      bank      NN  5 pobj
who       who       WP  9 nsubj
resigned  resign    VBD 7 relcl
)");
  CHECK(mended_head(document, 8, 0.2F) == 3);
}

// "he wanted to sell boats and buy cars": to buy
TEST_CASE("a conjunct takes what joins it along", "[ingest][extract][attachment_repair]") {
  Document document = hand_built(R"(
Ana       Ana       NNP 2 nsubj B-PERSON
said      say       VBD 0 ROOT
he        he        PRP 4 nsubj
wanted    want      VBD 2 ccomp
to        to        TO  6 aux
sell      sell      VB  4 xcomp
boats     boat      NNS 6 dobj
and       and       CC  4 cc
buy       buy       VB  4 conj
cars      car       NNS 9 dobj
)");
  document.tokens[8].arc_margin = 0.2F;
  const DocumentTree tree(document);
  CHECK(tree.token(8).head == 5);
  CHECK(tree.token(7).head == 5);
}

TEST_CASE("the heads of a site share one certainty", "[ingest][extract][attachment_repair]") {
  const Document document =
      phrase("saw see VBD", "spike spike NN", "in in IN 2 prep", "cases case NNS 5 pobj");
  std::vector<Token> tokens = document.tokens;
  Attachments attachments(document, document.sentences.front(), tokens);
  const auto site = attachments.find_site(4);
  REQUIRE(site);
  CHECK(site->heads == std::vector<std::uint32_t>{3, 1});
  CHECK(site->now == 1);
  const std::vector<float> sure = attachments.probabilities_of(*site);
  CHECK(std::accumulate(sure.begin(), sure.end(), 0.0F) == Approx(1));
}

TEST_CASE("what is told behind a day is of what was then", "[ingest][extract][attachment_repair]") {
  check_statements({{"no day destroys anything",
                     "active",
                     "Ana Ana NNP 2 nsubj B-PERSON | saw see VBD 0 ROOT | the the DT 4 det | quake quake NN "
                     "2 dobj | the the DT 7 det B-DATE | "
                     "previous previous JJ 7 amod I-DATE | day day NN 4 npadvmod I-DATE | that that WDT 9 "
                     "nsubj | hit hit VBD 7 relcl | "
                     "Oslo Oslo NNP 9 dobj B-GPE",
                     {"Ana | saw | the quake the previous day", "the quake the previous day | hit | Oslo"}}});
}

TEST_CASE("among which something is the worst is no time of it", "[ingest][extract][attachment]") {
  const auto [word, head] =
      GENERATE(table<std::string, std::uint32_t>({{"worst bad JJS 2 attr", 3}, {"fire fire NN 2 attr", 1}}));
  const Document document =
      hand_built("It it PRP 2 nsubj\nwas be VBD 0 ROOT\nthe the DT 4 det\n" + word +
                 "\nin in IN 2 prep\na a DT 7 det B-DATE\ndecade decade NN 5 pobj I-DATE\n");
  CHECK(DocumentTree(document).token(4).head == head);
}
