#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a denied link of a chain is spelt by the predicate, a denied chain is denied",
          "[ingest][extract][negation]") {
  const auto [words, predicate, negated] = GENERATE(table<std::string, std::string, bool>({
      {"decided decide VBD 0 ROOT\nnot not RB 5 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n",
       "decided not to sell", false},
      {"vowed vow VBD 0 ROOT\nnever never RB 5 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n",
       "vowed never to sell", false},
      {"is be VBZ 0 ROOT\nnot not RB 2 neg\nto to TO 5 aux\nsell sell VB 2 xcomp\n", "sold", true},
  }));
  CAPTURE(predicate);
  const Document document = hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + words + "ships ship NNS 5 dobj\n");
  CHECK(found(document, predicate).negated == negated);
}

TEST_CASE("what is left out or done instead is denied, and no more", "[ingest][extract][negation]") {
  check_standings({
      {"who pleads not guilty does not plead guilty",
       "Ana Ana NNP 2 nsubj B-PERSON | pleaded plead VBD 0 ROOT | not not RB 4 neg | "
       "guilty guilty JJ 2 acomp | to to IN 4 prep | theft theft NN 5 pobj",
       {{.what = "pleaded not guilty", .negated = false}}},
      {"what somebody tried to keep others from doing may be done",
       "Ida Ida NNP 2 nsubj B-PERSON | tried try VBD 0 ROOT | to to TO 4 aux | keep keep VB 2 xcomp | "
       "Ana Ana NNP 4 dobj B-PERSON | from from IN 4 prep | selling sell VBG 6 pcomp | maps map NNS 7 dobj",
       {{.what = "sold", .negated = false}}},
      {"what was to have happened is no more than planned",
       "Ana Ana NNP 2 nsubj B-PERSON | was be VBD 0 ROOT | to to TO 5 aux | have have VB 5 aux | "
       "visited visit VBN 2 xcomp | Oslo Oslo NNP 5 dobj B-GPE",
       {{"visited", Modality::kPlanned}}},
      {"who does one thing instead of another does not do that",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | instead instead RB 4 advmod | "
       "of of IN 2 prep | selling sell VBG 4 pcomp | maps map NNS 5 dobj",
       {{.what = "sold", .modality = Modality::kAsserted, .negated = true}}},
      {"what somebody does rather than another doing it is denied of that one",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | rather rather RB 4 advmod | "
       "than than IN 2 prep | old old JJ 6 amod | clerks clerk NNS 4 pobj | selling sell VBG 6 acl | "
       "maps map NNS 7 dobj",
       {{.what = "sold", .negated = true}}},
  });
}

TEST_CASE("what somebody is kept from doing is not done", "[ingest][extract][negation]") {
  const auto [verb, lemma, denial, modality, negated] =
      GENERATE(table<std::string, std::string, std::string, Modality, bool>({
          {"barred", "bar", "had have VBD 3 aux\n", Modality::kAsserted, true},
          {"bar", "bar", "will will MD 3 aux\n", Modality::kPlanned, true},
          {"bar", "bar", "not not RB 3 neg\n", Modality::kPossible, false},
          {"watched", "watch", "had have VBD 3 aux\n", Modality::kPossible, false},
      }));
  CAPTURE(verb, denial);
  const Document document =
      hand_built("Ida Ida NNP 3 nsubj B-PERSON\n" + denial + verb + " " + lemma + R"( VBN 0 ROOT
Ana Ana NNP 3 dobj B-PERSON
from from IN 3 prep
selling sell VBG 5 pcomp
maps map NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
  CHECK(found(document, "sold").negated == negated);
}

TEST_CASE("who stops short of a deed does not do it", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
stopped stop VBD 0 ROOT
short short RB 2 advmod
of of IN 2 prep
backing back VBG 4 pcomp
Ida Ida NNP 5 dobj B-PERSON
)");
  CHECK(found(document, "backed").negated);
  CHECK(statements_of(document, "gerund") == Texts{"Ana | stopped short of backing | Ida"});
}

TEST_CASE("what somebody warns against is nobody's deed", "[ingest][extract][plausible]") {
  const auto refused = kept_from_graph(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
warned warn VBD 0 ROOT
against against IN 2 prep
buying buy VBG 3 pcomp
maps map NNS 4 dobj
)"));
  CHECK(refused == Texts{"Ana | bought | maps"});
}

TEST_CASE("what somebody is repaid for he did, what he is acquitted of or arrested for need not be so",
          "[ingest][extract][modality]") {
  const auto [verb, preposition, modality, refused] =
      GENERATE(table<std::string, std::string, Modality, bool>({
          {"jailed jail", "for", Modality::kAsserted, false},
          {"thanked thank", "for", Modality::kAsserted, false},
          {"arrested arrest", "for", Modality::kPossible, false},
          {"acquitted acquit", "of", Modality::kPossible, true},
      }));
  CAPTURE(verb);
  const Document document = hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" + verb +
                                       " VBN 0 ROOT\n" + preposition + " " + preposition +
                                       " IN 3 prep\nselling sell VBG 4 pcomp\nmaps map NNS 5 dobj\n");
  CHECK(found(document, "sold").modality == modality);
  CHECK(found(document, "sold").surface_only == refused);
}

TEST_CASE("hardly any is denied of them, any is not", "[ingest][extract][negation]") {
  const auto [adverb, negated] =
      GENERATE(table<std::string, bool>({{"Hardly hardly", true}, {"Almost almost", false}}));
  const Document document = hand_built(adverb +
                                       " RB 2 advmod\nany any DT 3 det\nclerks clerk NNS 4 nsubj\nsold sell "
                                       "VBD 0 ROOT\nmaps map NNS 4 dobj\n");
  CHECK(found(document, "sold").negated == negated);
}

TEST_CASE("nor did she denies that she did", "[ingest][extract][negation]") {
  const auto [joint, negated] = GENERATE(table<std::string, bool>({{"nor", true}, {"so", false}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nleft leave VBD 0 ROOT\n" + joint + " " + joint +
      " CC 2 cc\ndid do VBD 6 aux\nIda Ida NNP 6 nsubj B-PERSON\nsell sell VB 2 conj\nmaps map NNS 6 dobj\n");
  CHECK(found(document, "sold").negated == negated);
}

TEST_CASE("hearsay is of all that a subject is said to have done", "[ingest][extract][modality]") {
  const auto [subject, head, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"then then RB 7 advmod\n", "7", Modality::kReported},
       {"Ida Ida NNP 7 nsubj B-PERSON\n", "7", Modality::kAsserted}}));
  const Document document = hand_built(
      "Reportedly reportedly RB 3 advmod\nAna Ana NNP 3 nsubj B-PERSON\nhit hit VBD 0 ROOT\nrails rail NNS 3 "
      "dobj\n"
      "and and CC 3 cc\n" +
      subject + "left leave VBD 3 conj\nOslo Oslo NNP 7 dobj B-GPE\n");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("what a verb and its particle take is ruled out or gone on to", "[ingest][extract]") {
  const auto [verb, particle, rest, predicate] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"ruled rule", "out", "selling sell VBG 2 advcl\nmaps map NNS 4 dobj\n", "ruled out selling"},
          {"went go", "on", "to to TO 5 aux\nsell sell VB 2 advcl\nmaps map NNS 5 dobj\n", "went on to sell"},
      }));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " VBD 0 ROOT\n" + particle +
                                       " " + particle + " RP 2 prt\n" + rest);
  CHECK(found(document, predicate).modality == Modality::kAsserted);
}

TEST_CASE("who has been missing has missed nothing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ana Ana NNP 3 nsubj B-PERSON
was be VBD 3 aux
missing miss VBG 0 ROOT
)");
  CHECK(statements_of(document) == Texts{"Ana | was | missing"});
}

TEST_CASE("a clause behind a quotation that a comma closes is nobody's word",
          "[ingest][extract][attribution]") {
  const auto [comma, claimed] =
      GENERATE(table<std::string, bool>({{", , , 6 punct\n", false}, {"now now RB 6 advmod\n", true}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nsaid say VBD 0 ROOT\nthat that IN 6 mark\nNorsk Norsk NNP 6 nsubj "
      "B-ORG\n"
      "\" \" `` 6 punct\nsold sell VBD 2 ccomp\nmaps map NNS 6 dobj\n" +
      comma +
      "\" \" '' 6 punct\nand and CC 6 cc\nIda Ida NNP 12 nsubj B-PERSON\nleft leave VBD 6 conj\nOslo Oslo "
      "NNP 12 dobj B-GPE\n");
  CHECK(found(document, "left").attribution.has_value() == claimed);
  CHECK(found(document, "sold").attribution.has_value());
}

TEST_CASE("what is written speaks for whose it is", "[ingest][extract][attribution]") {
  const auto [noun, claimant] = GENERATE(table<std::string, std::string>(
      {{"report report", "Norsk"}, {"tweet tweet", "Norsk"}, {"clerk clerk", "clerk"}}));
  CAPTURE(noun);
  const Document document = hand_built("A a DT 2 det\n" + noun + R"( NN 5 nsubj
from from IN 2 prep
Norsk Norsk NNP 3 pobj B-ORG
said say VBD 0 ROOT
Ana Ana NNP 7 nsubj B-PERSON
sold sell VBD 5 ccomp
maps map NNS 7 dobj
)");
  REQUIRE(found(document, "sold").attribution);
  CHECK(document.word(found(document, "sold").attribution->claimant.head) == claimant);
}

TEST_CASE("a denial in front of an inverted auxiliary denies the clause", "[ingest][extract][negation]") {
  const auto [front, negated] =
      GENERATE(table<std::string, bool>({{"Not not RB 2 neg\nsince since IN 6 prep\n", true},
                                         {"Not not RB 2 neg\nuntil until IN 6 prep\n", false},
                                         {"Only only RB 2 advmod\nin in IN 6 prep\n", false}}));
  CAPTURE(front);
  const Document document = hand_built(front + R"(1990 1990 CD 2 pobj B-DATE
had have VBD 6 aux
Ana Ana NNP 6 nsubj B-PERSON
sold sell VBN 0 ROOT
maps map NNS 6 dobj
)");
  CHECK(found(document, "sold").negated == negated);
}

TEST_CASE("what is recommended to be done is demanded", "[ingest][extract][modality]") {
  const auto [be, modality] = GENERATE(
      table<std::string, Modality>({{"be be VB", Modality::kDemanded}, {"was be VBD", Modality::kAsserted}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nrecommended recommend VBD 0 ROOT\nthat that IN 6 mark\nmaps map NNS 6 "
      "nsubjpass\n" +
      be + " 6 auxpass\nsold sell VBN 2 ccomp\nin in IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n");
  CHECK(found(document, "was sold").modality == modality);
}

TEST_CASE("what makes it hard to do something does not do it", "[ingest][extract][plausible]") {
  const auto verb = GENERATE(as<std::string>(), "makes make", "finds find");
  const Document document = hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + verb + R"( VBZ 0 ROOT
it it PRP 4 nsubj
hard hard JJ 2 ccomp
to to TO 6 aux
sell sell VB 4 advcl
maps map NNS 6 dobj
)");
  CHECK(found(document, "sold").surface_only);
}

TEST_CASE("who is given a sum is no part of it", "[ingest][extract][argument_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
paid pay VBD 0 ROOT
the the DT 6 det
clerk clerk NN 6 nmod
5 5 CD 6 nummod B-MONEY
dollars dollar NNS 2 dobj I-MONEY
)");
  CHECK(statements_of(document, "active").front() == "Ana | paid | 5 dollars | the clerk");
}

TEST_CASE("what somebody is given by another is what that one gave", "[ingest][extract]") {
  const auto [verb, text] = GENERATE(table<std::string, std::string>(
      {{"given give", "Ida | gave | a map | Ana"}, {"fined fine", "Ida | fined | Ana | a map"}}));
  CAPTURE(verb);
  const Document document =
      hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" + verb + R"( VBN 0 ROOT
a a DT 5 det
map map NN 3 dobj
by by IN 3 agent
Ida Ida NNP 6 pobj B-PERSON
)");
  CHECK(statements_of(document, "passive_agent") == Texts{text});
}

TEST_CASE("who fined somebody a sum is no part of it", "[ingest][extract][argument_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
fined fine VBN 0 ROOT
5 5 CD 5 nummod B-MONEY
euros euro NNS 3 dobj I-MONEY
by by IN 5 prep
Oslo Oslo NNP 6 pobj B-GPE
)");
  CHECK(statements_of(document, "passive_agent") == Texts{"Oslo | fined | Ana | 5 euros"});
}
