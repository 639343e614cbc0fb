#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a participle belongs to the noun that it describes", "[ingest][extract][participle_repair]") {
  check_said({
      {"what used to live somewhere was not used for it",
       "",
       "Thousands thousand NNS 0 ROOT | of of IN 1 prep | tigers tiger NNS 2 pobj | used use VBN 3 acl | "
       "to to TO 6 aux | live live VB 4 xcomp | in in IN 6 prep | forests forest NNS 7 pobj | . . . 1 punct",
       {"Thousands of tigers | used to live | in forests"}},
      {"a participle joined to an infinitive describes the noun behind it",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | plans plan VBZ 0 ROOT | to to TO 4 aux | install install VB 2 xcomp | "
       "stronger strong JJR 6 amod | poles pole NNS 4 dobj | and and CC 4 cc | covered cover VBN 4 conj | "
       "lines line NNS 8 dobj | . . . 2 punct",
       {"Ana | planned to install | covered lines"}},
      {"a participle between a number and a noun is no verb",
       "",
       "Ana Ana NNP 3 nsubj B-PERSON | has have VBZ 3 aux | amassed amass VBN 0 ROOT | "
       "914 914 CD 5 nsubj B-CARDINAL | pledged pledge VBD 3 ccomp | delegates delegate NNS 5 dobj | "
       ". . . 3 punct",
       {"Ana | amassed | 914 pledged delegates"}},
      {"a gerund behind a preposition that has its noun is what the verb above did",
       "",
       "Columbia Columbia NNP 3 nsubj B-PRODUCT | had have VBD 3 aux | "
       "disintegrated disintegrate VBN 0 ROOT | during during IN 3 prep | flight flight NN 4 pobj | "
       "killing kill VBG 4 pcomp | seven seven CD 8 nummod B-CARDINAL | astronauts astronaut NNS 6 dobj | "
       ". . . 3 punct",
       {"Columbia | killed | seven astronauts"}},
      {"what somebody has done to something is done to it",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | has have VBZ 0 ROOT | roofs roof NNS 4 nsubj | "
       "repaired repair VBN 2 ccomp | in in IN 4 prep | Oslo Oslo NNP 5 pobj B-GPE",
       {"roofs | was repaired | in Oslo"}},
      {"behind a noun and the day a sentence has its verb",
       "",
       "A a DT 2 det | court court NN 0 ROOT | on on IN 2 prep | Friday Friday NNP 3 pobj B-DATE | "
       "jailed jail VBN 6 amod | baker baker NN 8 compound | Ana Ana NNP 8 compound B-PERSON | "
       "Roe Roe NNP 3 pobj I-PERSON | for for IN 8 prep | fraud fraud NN 9 pobj | . . . 2 punct",
       {"A court | jailed | baker Ana Roe | on Friday | for fraud", "Ana Roe | is | baker"}},
      {"since may stand between the auxiliary and its verb",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | has have VBZ 0 ROOT | since since IN 2 prep | "
       "signed sign VBN 5 amod | treaties treaty NNS 3 pobj | . . . 2 punct",
       {"Oslo | signed | treaties"}},
      {"what somebody speaks of is the deed of who stands before it",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | spoke speak VBD 0 ROOT | of of IN 2 prep | "
       "Oslo Oslo NNP 3 pobj B-GPE | selling sell VBG 2 advcl | ships ship NNS 5 dobj | . . . 2 punct",
       {"Ana | spoke | of Oslo selling ships", "Oslo | sold | ships"}},
      {"a sentence whose root is a noun has its verb behind it",
       "",
       "A a DT 2 det | coup coup NN 0 ROOT | removed remove VBN 2 acl | Ana Ana NNP 3 dobj B-PERSON | "
       "in in IN 3 prep | May May NNP 5 pobj B-DATE | , , , 2 punct | and and CC 2 cc | "
       "another another DT 2 conj | Ida Ida NNP 9 dobj B-PERSON | . . . 2 punct",
       {"A coup | removed | Ana | in May"}},
      {"what somebody calls a thing is no sentence",
       "",
       "Ana Ana NNP 5 nsubj B-PERSON | called call VBN 1 acl | the the DT 4 det | vote vote NN 2 oprd | "
       "unfair unfair JJ 0 ROOT | . . . 5 punct",
       {"Ana | called unfair | the vote"}},
      {"where a firm is based is no preposition",
       "",
       "Based base VBN 6 prep | in in IN 1 prep | Oslo Oslo NNP 2 pobj B-GPE | , , , 6 punct | "
       "Norsk Norsk NNP 6 nsubj B-ORG | makes make VBZ 0 ROOT | paper paper NN 6 dobj",
       {"Norsk | was based | in Oslo"}},
  });
}

TEST_CASE("'s got is has got, and what one gets rid of is no passive", "[ingest][extract][repair]") {
  check_said({
      {"he 's got to know Ana",
       "",
       "he he PRP 3 nsubjpass | 's be VBZ 3 auxpass | got get VBN 0 ROOT | to to TO 5 aux | "
       "know know VB 3 xcomp | Ana Ana NNP 5 dobj B-PERSON",
       {"he | got to know | Ana"}},
      {"Ana got rid of coins",
       "",
       "Ana Ana NNP 3 nsubjpass B-PERSON | got get VBD 3 auxpass | rid rid VBN 0 ROOT | of of IN 3 prep | "
       "coins coin NNS 4 pobj",
       {"Ana | got rid | of coins"}},
  });
}

TEST_CASE("what is done to a bare noun is one word with it", "[ingest][extract][participle_repair]") {
  const auto [article, object] =
      GENERATE(table<std::string, std::string>({{"", "witness tampering"}, {"a a DT 4 det\n", "a witness"}}));
  const std::string noun = article.empty() ? "3" : "4";
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\nmet meet VBD 0 ROOT\n" + article +
                                       "witness witness NN 2 dobj\ntampering tamper VBG " + noun + " acl\n");
  CHECK(statements_of(document).front().find("Ana | met | " + object) == 0);
}

TEST_CASE("whom a fire leaves injured it leaves so", "[ingest][extract][participle_repair]") {
  const auto [state, predicate] =
      GENERATE(table<std::string, std::string>({{"injured injure VBN 3 acl", "left injured"},
                                                {"missing miss VBG 2 xcomp", "left missing"},
                                                {"dead dead JJ 3 amod", "left dead"}}));
  const Document document =
      hand_built("Fires fire NNS 2 nsubj\nleft leave VBD 0 ROOT\ndozens dozen NNS 2 dobj\n" + state + "\n");
  CHECK(statements_of(document, "resultative") == Texts{"Fires | " + predicate + " | dozens"});
}

TEST_CASE("others beside whom a fire left dead were injured", "[ingest][extract][participle_repair]") {
  const Document document = hand_built(
      "Fires fire NNS 2 nsubj\nleft leave VBD 0 ROOT\ntwo two CD 2 dobj\ndead dead JJ 2 oprd\nand and CC 2 "
      "cc\n"
      "20 20 CD 7 nsubj\ninjured injure VBN 2 conj\n");
  CHECK(says(document, "20 | was injured"));
  CHECK(kept_from_graph(document) == Texts{"Fires | left | two | dead"});
}

TEST_CASE("nobody accuses a trial", "[ingest][extract][participle_repair]") {
  const auto [whom, head] = GENERATE(
      table<std::string, std::uint32_t>({{"Ana Ana NNP 3 pobj B-PERSON", 3}, {"fraud fraud NN 3 pobj", 1}}));
  const Document document =
      hand_built("The the DT 2 det\ntrial trial NN 8 nsubj\nof of IN 2 prep\n" + whom +
                 "\n, , , 2 punct\naccused accuse VBN 2 acl\n, , , 2 punct\nbegan begin VBD 0 ROOT\n");
  CHECK(DocumentTree(document).token(5).head == head);
}

TEST_CASE("what one is made to do is no purpose", "[ingest][extract][participle_repair]") {
  const auto [who, made] =
      GENERATE(table<std::string, bool>({{"Clerks clerk NNS", true}, {"Rooms room NNS", false}}));
  const Document document =
      hand_built(who +
                 " 3 nsubjpass\nwere be VBD 3 auxpass\nmade make VBN 0 ROOT\nto to TO 5 aux\n"
                 "carry carry VB 3 advcl\nmaps map NNS 5 dobj\n");
  CHECK((extract(document).front().predicate == "was made to carry") == made);
}

TEST_CASE("who was arrested and declared a spy declared nothing", "[ingest][extract][participle_repair]") {
  const auto [verb, article, predicate] =
      GENERATE(table<std::string, std::string, std::string>({{"declared declare", "a", "was declared"},
                                                             {"declared declare", "the", "declared"},
                                                             {"called call", "a", "called"}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\narrested arrest VBN 0 ROOT\nand and CC 3 "
      "cc\n" +
      verb + " VBD 3 conj\n" + article + " " + article + " DT 7 det\nspy spy NN 5 dobj\n");
  CHECK(found(document, predicate).predicate == predicate);
}

TEST_CASE("a verb joined to a passive that lacks whom it is done to is one too",
          "[ingest][extract][participle_repair]") {
  const auto [rest, predicate] = GENERATE(table<std::string, std::string>(
      {{"denied deny VBD 3 conj\nbail bail NN 5 dobj\n", "was denied"},
       {"denied deny VBD 3 conj\nfraud fraud NN 5 dobj\n", "denied"},
       {"paid pay VBD 3 conj\nbail bail NN 5 dobj\n", "paid"},
       {"handed hand VBD 3 conj\na a DT 7 det\nfine fine NN 5 dobj\n", "was handed"},
       {"handed hand VBD 3 conj\na a DT 7 det\nknife knife NN 5 dobj\nto to IN 5 prep\nIda Ida NNP 8 pobj\n",
        "handed"},
       {"pronounced pronounce VBD 3 conj\ndead dead JJ 5 acomp\n", "was pronounced"},
       {"left leave VBD 3 conj\nfor for IN 5 prep\ndead dead JJ 6 pobj\n", "was left"},
       {"ordered order VBD 3 conj\nto to TO 7 aux\nleave leave VB 5 xcomp\nOslo Oslo NNP 7 dobj\n",
        "was ordered to leave"},
       {"agreed agree VBD 3 conj\nto to TO 7 aux\nleave leave VB 5 xcomp\nOslo Oslo NNP 7 dobj\n",
        "agreed to leave"}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\narrested arrest VBN 0 ROOT\nand and CC 3 "
      "cc\n" +
      rest);
  CHECK(found(document, predicate).predicate == predicate);
}

TEST_CASE("a participle joined to one that is joined to a passive is passive too",
          "[ingest][extract][clause_finder]") {
  const auto [passive, predicate] =
      GENERATE(table<bool, std::string>({{true, "was published"}, {false, "published"}}));
  const Document document =
      hand_built("Books book NNS 3 " +
                 std::string(passive ? "nsubjpass\nwere be VBD 3 auxpass" : "nsubj\nhad have VBD 3 aux") +
                 "\nwritten write VBN 0 ROOT\nsmuggled smuggle VBD 3 advcl\nand and CC 4 cc\npublished "
                 "publish VBN 4 conj\n"
                 "in in IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n");
  CHECK(found(document, predicate).predicate == predicate);
}

TEST_CASE("whom a judge orders held holds nobody", "[ingest][extract][participle_repair]") {
  const auto [verb, tag, predicate] =
      GENERATE(table<std::string, std::string, std::string>({{"ordered order", "VBN", "was held"},
                                                             {"ordered order", "VBD", "was held"},
                                                             {"said say", "VBD", "held"}}));
  const Document document = hand_built("Judges judge NNS 2 nsubj\n" + verb +
                                       " VBD 0 ROOT\nAna Ana NNP 4 nsubj B-PERSON\nheld hold " + tag +
                                       " 2 ccomp\nwithout without IN 4 prep\nbail bail NN 5 pobj\n");
  CHECK(found(document, predicate).modality ==
        (predicate == "held" ? Modality::kAsserted : Modality::kDemanded));
}

TEST_CASE("a suit seeks, the court it is filed in does not", "[ingest][extract][participle_repair]") {
  const auto [paper, seeks] =
      GENERATE(table<std::string, std::string>({{"lawsuit", "lawsuit | sought"}, {"spy", "court | sought"}}));
  const Texts texts = statements_of(
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nput put VBD 0 ROOT\na a DT 4 det\n" + paper + ' ' + paper +
                 " NN 2 dobj\nin in IN 2 prep\na a DT 7 det\ncourt court NN 5 pobj\nseeking seek VBG 7 acl\n"
                 "money money NN 8 dobj\n"));
  CAPTURE(texts);
  CHECK(any_has(texts, seeks));
}

TEST_CASE("what was done to the subject is not joined to it", "[ingest][extract][participle_repair]") {
  const Texts texts = statements_of(hand_built(R"(
Oslo Oslo NNP 9 nsubj B-GPE
, , , 1 punct
home home NN 1 appos
but but CC 1 cc
hit hit VBD 1 conj
by by IN 5 agent
storms storm NNS 6 pobj
, , , 1 punct
sold sell VBD 0 ROOT
boats boat NNS 9 dobj
)"));
  CAPTURE(texts);
  CHECK(holds(texts, "Oslo hit by storms | sold | boats"));
  CHECK(holds(texts, "storms | hit | Oslo"));
  CHECK_FALSE(any_begins(texts, "hit by storms"));
}
