#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("who says so between commas stated nothing else", "[ingest][extract][source_repair]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 3 nsubjpass B-ORG
was be VBD 3 auxpass
sold sell VBN 0 ROOT
to to IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
, , , 3 punct
stated state VBD 3 conj
Ana Ana NNP 7 dobj B-PERSON
, , , 7 punct
and and CC 7 cc
left leave VBD 7 conj
Norway Norway NNP 11 dobj B-GPE
)");
  const auto found = extract(document);
  const auto sold =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.rule == "passive"; });
  REQUIRE(sold != found.end());
  REQUIRE(sold->attribution);
  CHECK(text_of(document, sold->attribution->claimant.tokens) == "Ana");
  CHECK(statements_of(document, "active").back() == "Norsk | left | Norway");
}

TEST_CASE("what is joined behind who says so between commas he did not do",
          "[ingest][extract][source_repair]") {
  const auto told = [](const std::string& subject, const std::string& speaks, const std::string& next) {
    return statements_of(hand_built(subject + " " + subject +
                                    " NNS 2 nsubj\nleft leave VBD 6 ccomp\nOslo Oslo NNP 2 dobj B-GPE\n"
                                    ", , , 6 punct\npolice police NNS 6 nsubj\n" +
                                    speaks +
                                    " 0 ROOT\n, , , 6 punct\n"
                                    "and and CC 6 cc\n" +
                                    next + " VBD 6 conj\nguards guard NNS 9 dobj\n. . . 6 punct\n"),
                         "active")
        .back();
  };
  CHECK(told("rebels", "said say VBD", "shot shoot") == "rebels | shot | guards");
  CHECK(told("rebels", "reported report VBD", "shot shoot") == "rebels | shot | guards");
  CHECK(told("rebels", "said say VBD", "told tell") == "police | told | guards");
  CHECK(told("rebels", "drove drive VBD", "shot shoot") == "police | shot | guards");
  CHECK(told("it", "said say VBD", "shot shoot") == "police | shot | guards");
}

TEST_CASE("what stands behind a quotation and its verb is who says so", "[ingest][extract][source_repair]") {
  const auto claimant = [](const std::string& rows) {
    const Document document = hand_built(rows);
    return claimant_of(document, found(document, "needed"));
  };
  CHECK(
      claimant("\" \" `` 7 punct\nOslo Oslo NNP 3 nsubj B-GPE\nneeds need VBZ 7 ccomp\nmaps map NNS 3 dobj\n"
               ", , , 7 punct\n\" \" '' 7 punct\njoked joke VBD 0 ROOT\nan an DT 9 det\n"
               "envoy envoy NN 7 dobj\nin in IN 7 prep\nKyiv Kyiv NNP 10 pobj B-GPE\n") == "an envoy");
  // read as another deed
  CHECK(claimant("\" \" `` 3 punct\nOslo Oslo NNP 3 nsubj B-GPE\nneeds need VBZ 0 ROOT\nmaps map NNS 3 dobj\n"
                 ", , , 3 punct\n\" \" '' 7 punct\nthundered thunder VBD 3 conj\nan an DT 9 det\n"
                 "envoy envoy NN 7 dobj\nin in IN 7 prep\nKyiv Kyiv NNP 10 pobj B-GPE\n") == "an envoy");
  CHECK(claimant("Oslo Oslo NNP 2 nsubj B-GPE\nneeds need VBZ 0 ROOT\nmaps map NNS 2 dobj\n, , , 2 punct\n"
                 "reported report VBD 2 advcl\nofficials official NNS 5 dobj\n. . . 2 punct\n") ==
        "officials");
}

TEST_CASE("who says so at the end is not part of what is said", "[ingest][extract][source_repair]") {
  const auto claimant = [](const std::string& rows, const char* what) {
    const Document document = hand_built(rows);
    return claimant_of(document, found(document, what));
  };
  // a past read as a participle, behind a third comma or of another name of who left
  CHECK(claimant("Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\n, , , "
                 "3 punct\n"
                 "its its PRP$ 6 poss\nclerk clerk NN 3 appos\n, , , 6 punct\nAna Ana NNP 6 appos B-PERSON\n"
                 ", , , 6 punct\nconfirmed confirm VBN 6 acl\n. . . 2 punct\n",
                 "left") == "Ana");
  CHECK(claimant(
            "Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\n, , , "
            "2 punct\nthe the DT 6 det\nfirm firm NN 1 appos\nannounced announce VBN 6 acl\n. . . 2 punct\n",
            "left") == "the firm");
  // hung on the last noun
  CHECK(claimant("Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 10 ccomp\nOslo Oslo NNP 2 dobj B-GPE\n, , , "
                 "3 punct\n"
                 "a a DT 6 det\nclerk clerk NN 3 appos\nand and CC 6 cc\ntwo two CD 9 nummod\n"
                 "guards guard NNS 6 conj\nsaid say VBD 0 ROOT\n. . . 10 punct\n",
                 "left") == "a clerk");
  CHECK(claimant("Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 10 ccomp\nOslo Oslo NNP 2 dobj B-GPE\n, , , "
                 "3 punct\n"
                 "the the DT 6 det\nmayor mayor NN 3 appos\n, , , 6 punct\nAna Ana NNP 6 appos B-PERSON\n"
                 ", , , 6 punct\nsaid say VBD 0 ROOT\n. . . 10 punct\n",
                 "left") == "Ana");
  // read as another deed
  CHECK(
      claimant(
          "Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\nand and CC 2 "
          "cc\n"
          "sold sell VBD 2 conj\nmaps map NNS 5 dobj\n, , , 2 punct\na a DT 9 det\nclerk clerk NN 10 nsubj\n"
          "told tell VBD 2 conj\nIda Ida NNP 10 dobj B-PERSON\n. . . 2 punct\n",
          "sold") == "a clerk");
  // the second of two taken for who tells
  CHECK(
      claimant(
          "Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\n, , , 3 punct\n"
          "clerks clerk NNS 3 conj\nand and CC 5 cc\nguards guard NNS 8 nsubj\ntold tell VBD 2 conj\n"
          "Ida Ida NNP 8 dobj B-PERSON\n. . . 2 punct\n",
          "left") == "clerks");
  // whom somebody else quotes
  CHECK(
      claimant(
          "Norsk Norsk NNP 2 nsubj B-ORG\nleft leave VBD 6 ccomp\nOslo Oslo NNP 2 dobj B-GPE\n, , , 6 punct\n"
          "Reuters Reuters NNP 6 nsubj B-ORG\nquoted quote VBD 0 ROOT\nAna Ana NNP 6 dobj B-PERSON\n"
          "as as IN 6 prep\nsaying say VBG 8 pcomp\n. . . 6 punct\n",
          "left") == "Ana");
  // what was done, read as what the doer is like
  CHECK(claimant("A a DT 2 det\nfire fire NN 8 nsubj\nswept sweep VBN 2 acl\nthrough through IN 3 prep\n"
                 "Oslo Oslo NNP 4 pobj B-GPE\n, , , 8 punct\npolice police NNS 8 nsubj\nsaid say VBD 0 ROOT\n"
                 ". . . 8 punct\n",
                 "swept") == "police");
}
