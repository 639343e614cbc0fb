#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("according to somebody it stands on his word", "[ingest][extract]") {
  const Document document = hand_built(R"(
Output output NN 2 nsubj
rose rise VBD 0 ROOT
, , , 2 punct
according accord VBG 2 prep
to to IN 4 prep
Xinhua Xinhua NNP 5 pobj B-ORG
)");
  CHECK(document.word(found(document, "rose").attribution->claimant.head) == "Xinhua");
}

TEST_CASE("a claim is reported, what stands beside it is not", "[ingest][extract]") {
  check_standings({
      {"what somebody is believed to have done is reported",
       "Kim Kim NNP 3 nsubjpass B-PERSON | is be VBZ 3 auxpass | believed believe VBN 0 ROOT | "
       "to to TO 6 aux | have have VB 6 aux | fled flee VBN 3 xcomp | to to IN 6 prep | "
       "Mexico Mexico NNP 7 pobj B-GPE",
       {{"was believed to have fled", Modality::kReported}}},
      {"a question that somebody quotes leaves what stands before the quotation",
       "Ana Ana NNP 2 nsubj B-PERSON | quoted quote VBD 0 ROOT | Eva Eva NNP 2 dobj B-PERSON | "
       ": : : 2 punct | \" \" `` 8 punct | How how WRB 8 advmod | we we PRP 8 nsubj | won win VBD 2 ccomp | "
       "? ? . 8 punct | \" \" '' 8 punct",
       {{"quoted", Modality::kAsserted}}},
      {"what an accusation is somebody says",
       "The the DT 2 det | accusation accusation NN 3 nsubj | is be VBZ 0 ROOT | that that IN 6 mark | "
       "Ana Ana NNP 6 nsubj B-PERSON | hid hide VBD 3 ccomp | letters letter NNS 6 dobj",
       {{"hid", Modality::kReported}}},
      {"what a fact is known to be stands on nobody's word",
       "Wang Wang NNP 2 nsubj B-PERSON | knew know VBD 0 ROOT | China China NNP 4 nsubj B-GPE | "
       "paid pay VBD 2 ccomp",
       {{.what = "paid", .claimant = "nobody"}}},
      {"who tweets says so",
       "Spergel Spergel NNP 2 nsubj B-PERSON | tweeted tweet VBD 0 ROOT | "
       "Conway Conway NNP 4 nsubj B-PERSON | died die VBD 2 ccomp",
       {{.what = "died", .claimant = "Spergel"}}},
      {"what is told by some accounts stands on theirs, what is sold by agreement on nobody's",
       "By by IN 6 prep | some some DT 3 det | accounts account NNS 1 pobj | , , , 6 punct | Ana Ana NNP 6 "
       "nsubj B-PERSON "
       "| hid hide VBD 0 ROOT | letters letter NNS 6 dobj | | "
       "By by IN 5 prep | agreement agreement NN 1 pobj | , , , 5 punct | Norsk Norsk NNP 5 nsubj B-ORG | "
       "sold sell VBD 0 ROOT | ships ship NNS 5 dobj",
       {{.what = "hid", .claimant = "some accounts"}, {.what = "sold", .claimant = "nobody"}}},
      {"who noted so behind as says so, who was heard or promised it does not",
       "As as IN 3 mark | Norsk Norsk NNP 3 nsubj B-ORG | noted note VBD 6 advcl | , , , 6 punct | "
       "Ana Ana NNP 6 nsubj B-PERSON | hid hide VBD 0 ROOT | letters letter NNS 6 dobj | | "
       "As as IN 2 mark | reported report VBN 7 advcl | by by IN 2 agent | Norsk Norsk NNP 3 pobj B-ORG | , "
       ", , 7 "
       "punct | Ana Ana NNP 7 nsubj B-PERSON | sold sell VBD 0 ROOT | letters letter NNS 7 dobj | | "
       "As as IN 3 mark | Norsk Norsk NNP 3 nsubj B-ORG | promised promise VBD 6 advcl | , , , 6 punct | "
       "Ana Ana NNP 6 nsubj B-PERSON | burned burn VBD 0 ROOT | letters letter NNS 6 dobj | | "
       "As as IN 3 mark | Ida Ida NNP 3 nsubj B-PERSON | announced announce VBD 7 advcl | taxes tax NNS 3 "
       "dobj | "
       ", , , 7 punct | Ana Ana NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 7 dobj B-GPE",
       {{.what = "hid", .claimant = "Norsk"},
        {.what = "sold", .claimant = "Norsk"},
        {.what = "burned", .claimant = "nobody"},
        {.what = "left", .claimant = "nobody"}}},
      {"who reported on a day what stands behind a comma says so",
       "Ana Ana NNP 2 nsubj B-PERSON | reported report VBD 8 parataxis | on on IN 2 prep | May May NNP 3 "
       "pobj B-DATE | "
       ", , , 8 punct | ships ship NNS 8 nsubj | had have VBD 8 aux | left leave VBN 0 ROOT | Oslo Oslo NNP "
       "8 dobj B-GPE",
       {{.what = "left", .claimant = "Ana"}, {.what = "reported", .claimant = "nobody"}}},
      {"who says so between commas says all that is joined in front",
       "Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 0 ROOT | Oslo Oslo NNP 2 dobj B-GPE | and and CC 2 cc "
       "| "
       "sold sell VBD 2 conj | maps map NNS 5 dobj | , , , 9 punct | police police NNS 9 nsubj | "
       "said say VBD 2 parataxis | , , , 9 punct | as as IN 13 mark | crowds crowd NNS 13 nsubj | "
       "filled fill VBD 2 advcl | squares square NNS 13 dobj",
       {{.what = "left", .claimant = "police"}, {.what = "sold", .claimant = "police"}}},
      {"who told somebody so between commas says so",
       "Ana Ana NNP 5 nsubj B-PERSON | , , , 5 punct | her her PRP$ 4 poss | lawyer lawyer NN 5 nsubj | "
       "told tell VBD 0 ROOT | clerks clerk NNS 5 dobj | , , , 5 punct | has have VBZ 9 aux | left leave VBN "
       "5 "
       "ccomp | Oslo Oslo NNP 9 dobj B-GPE",
       {{.what = "left", .claimant = "her lawyer"}, {.what = "told", .claimant = "nobody"}}},
      {"what the motion reads it says of all around it",
       "As as IN 3 mark | roads road NNS 3 nsubj | closed close VBD 5 advcl | , , , 5 punct | reads read VBZ "
       "10 parataxis | "
       "the the DT 7 det | motion motion NN 5 dobj | , , , 10 punct | clerks clerk NNS 10 nsubj | left leave "
       "VBD 0 ROOT | "
       "Oslo Oslo NNP 10 dobj B-GPE",
       {{.what = "closed", .claimant = "the motion"}, {.what = "left", .claimant = "the motion"}}},
      {"who believes so between commas says so, who realized it does not",
       "Foam foam NN 6 nsubj | , , , 4 punct | Ana Ana NNP 4 nsubj B-PERSON | believes believe VBZ 6 "
       "parataxis | , , , 4 punct | "
       "kills kill VBZ 0 ROOT | germs germ NNS 6 dobj | | "
       "Foam foam NN 6 nsubj | , , , 4 punct | Ana Ana NNP 4 nsubj B-PERSON | realized realize VBD 6 "
       "parataxis | , , , 4 punct | "
       "harms harm VBZ 0 ROOT | whales whale NNS 6 dobj",
       {{.what = "killed", .claimant = "Ana"}, {.what = "harmed", .claimant = "nobody"}}},
      {"who calls it so says so, whoever tells of that",
       "Ana Ana NNP 2 nsubj B-PERSON | called call VBD 0 ROOT | sales sale NNS 2 dobj | theft theft NN 2 "
       "oprd | , , , 2 punct | "
       "according accord VBG 2 prep | to to IN 6 prep | Norsk Norsk NNP 7 pobj B-ORG",
       {{.what = "was called", .claimant = "Ana"}}},
      {"who is considered the founder is so on somebody's word, who is appointed director is so",
       "Ana Ana NNP 3 nsubjpass B-PERSON | is be VBZ 3 auxpass | considered consider VBN 0 ROOT | the the DT "
       "5 det | "
       "founder founder NN 3 oprd | of of IN 5 prep | Norsk Norsk NNP 6 pobj B-ORG | | "
       "Ida Ida NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | appointed appoint VBN 0 ROOT | the the DT "
       "5 det | "
       "director director NN 3 oprd | of of IN 5 prep | Harvik Harvik NNP 6 pobj B-ORG",
       {{"founder", Modality::kReported}, {"director", Modality::kAsserted}}},
      {"what somebody's argument, belief or view is stands on his word",
       "Ana Ana NNP 3 poss B-PERSON | 's 's POS 1 case | argument argument NN 4 nsubj | is be VBZ 0 ROOT | "
       "that that IN 7 mark "
       "| Eva Eva NNP 7 nsubj B-PERSON | hid hide VBD 4 ccomp | letters letter NNS 7 dobj | | "
       "Ida Ida NNP 2 nsubj B-PERSON | shared share VBD 0 ROOT | Ana Ana NNP 5 poss B-PERSON | 's 's POS 3 "
       "case | "
       "belief belief NN 2 dobj | that that IN 8 mark | Norsk Norsk NNP 8 nsubj B-ORG | sold sell VBD 5 acl "
       "| "
       "maps map NNS 8 dobj",
       {{"hid", Modality::kAsserted, false, "Ana"}, {"sold", Modality::kAsserted, false, "Ana"}}},
      {"who a lie is told by claims it",
       "The the DT 2 det | lie lie NN 6 nsubj | told tell VBN 2 acl | by by IN 3 agent | Norsk Norsk NNP 4 "
       "pobj B-ORG | "
       "is be VBZ 0 ROOT | that that IN 9 mark | Eva Eva NNP 9 nsubj B-PERSON | hid hide VBD 6 ccomp | "
       "letters letter NNS 9 dobj",
       {{"hid", Modality::kAsserted, false, "Norsk"}}},
      {"who finds somebody to be so says that she is",
       "Doctors doctor NNS 2 nsubj | found find VBD 0 ROOT | Eva Eva NNP 5 nsubj B-PERSON | to to TO 5 aux | "
       "be be VB 2 ccomp | "
       "fit fit JJ 5 acomp | for for IN 6 prep | work work NN 7 pobj",
       {{"is fit", Modality::kAsserted, false, "Doctors"}}},
      {"what is joined to what somebody said between commas is her word too",
       "Norsk Norsk NNP 3 nsubj B-ORG | may may MD 3 aux | leave leave VB 0 ROOT | Oslo Oslo NNP 3 dobj "
       "B-GPE | , , , 7 punct | "
       "Ana Ana NNP 7 nsubj B-PERSON | said say VBD 3 parataxis | , , , 7 punct | and and CC 7 cc | selling "
       "sell VBG 12 csubj | "
       "ships ship NNS 10 dobj | helps help VBZ 7 conj | Harvik Harvik NNP 12 dobj B-ORG",
       {{.what = "left", .claimant = "Ana"}, {.what = "helped", .claimant = "Ana"}}},
      {"a participle between commas within a report is the writer's own",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | Harvik Harvik NNP 9 nsubj B-ORG | , , , 3 punct "
       "| "
       "founded found VBN 3 acl | in in IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE | , , , 3 punct | sold sell "
       "VBD 2 ccomp | "
       "docks dock NNS 9 dobj",
       {{.what = "was founded", .claimant = "nobody"}, {.what = "sold", .claimant = "Ana"}}},
      {"a source behind `then` is of what came then",
       "Ana Ana NNP 2 nsubj B-PERSON | hid hide VBD 0 ROOT | letters letter NNS 2 dobj | , , , 2 punct | "
       "then then RB 2 advmod | "
       ", , , 2 punct | according accord VBG 2 prep | to to IN 7 prep | CNN CNN NNP 8 pobj B-ORG | , , , 2 "
       "punct | "
       "burned burn VBD 2 conj | maps map NNS 11 dobj",
       {{.what = "hid", .claimant = "nobody"}, {.what = "burned", .claimant = "CNN"}}},
      {"a source behind `and` is the second clause's alone",
       "Ana Ana NNP 2 nsubj B-PERSON | supported support VBD 0 ROOT | schools school NNS 2 dobj | "
       "and and CC 2 cc | according according VBG 2 prep | to to IN 5 prep | CNN CNN NNP 6 pobj B-ORG | "
       "Eva Eva NNP 9 nsubj B-PERSON | built build VBD 2 conj | roads road NNS 9 dobj",
       {{.what = "supported", .claimant = "nobody"}, {.what = "built", .claimant = "CNN"}}},
      {"what a comma sets off within a report is the writer's own",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | Harvik Harvik NNP 9 nsubj B-ORG | "
       ", , , 3 punct | which which WDT 6 nsubj | builds build VBZ 3 relcl | ships ship NNS 6 dobj | "
       ", , , 3 punct | sold sell VBD 2 ccomp | docks dock NNS 9 dobj",
       {{.what = "built", .claimant = "nobody"}, {.what = "sold", .claimant = "Ana"}}},
      {"what an apposition within a report tells of itself is the writer's own",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | soldiers soldier NNS 4 nsubj | "
       "took take VBD 2 ccomp | maps map NNS 4 dobj | , , , 5 punct | a a DT 8 det | claim claim NN 5 appos "
       "| "
       "that that IN 11 dobj | Harvik Harvik NNP 11 nsubj B-ORG | denied deny VBD 8 relcl",
       {{.what = "took", .claimant = "Ana"}, {.what = "denied", .claimant = "nobody"}}},
      {"who asks that a trial be stopped asks nothing of what was done in it",
       "Ana Ana NNP 2 nsubj B-PERSON | asked ask VBD 0 ROOT | that that IN 6 mark | the the DT 5 det | "
       "court court NN 6 nsubj | stop stop VB 2 ccomp | trials trial NNS 6 dobj | in in IN 11 prep | "
       "which which WDT 8 pobj | Eva Eva NNP 11 nsubj B-PERSON | hid hide VBD 7 relcl | "
       "letters letter NNS 11 dobj",
       {{.what = "hid", .claimant = "nobody"}}},
      {"who is sure of it stands for it",
       "Ana Ana NNP 2 nsubj B-PERSON | is be VBZ 0 ROOT | sure sure JJ 2 acomp | that that IN 6 mark | Eva "
       "Eva NNP 6 nsubj B-PERSON | "
       "hid hide VBD 2 ccomp | letters letter NNS 6 dobj",
       {{.what = "hid", .claimant = "Ana"}}},
      {"who is glad of it or makes sure of it does not",
       "Ana Ana NNP 2 nsubj B-PERSON | is be VBZ 0 ROOT | glad glad JJ 2 acomp | that that IN 6 mark | Eva "
       "Eva NNP 6 nsubj B-PERSON | "
       "hid hide VBD 2 ccomp | letters letter NNS 6 dobj",
       {{.what = "hid", .claimant = "nobody"}}},
      {"what one declines to say one does not say",
       "Ana Ana NNP 2 nsubj B-PERSON | declined decline VBD 0 ROOT | to to TO 4 aux | say say VB 2 xcomp | "
       "that that IN 7 mark | "
       "Eva Eva NNP 7 nsubj B-PERSON | hid hide VBD 4 ccomp | letters letter NNS 7 dobj",
       {{.what = "hid", .modality = Modality::kPossible, .claimant = "nobody"}}},
      {"what it is hard to prove stays open",
       "It it PRP 2 nsubj | is be VBZ 0 ROOT | hard hard JJ 2 acomp | to to TO 5 aux | prove prove VB 2 "
       "xcomp | that that IN 8 mark | "
       "Eva Eva NNP 8 nsubj B-PERSON | hid hide VBD 5 ccomp | letters letter NNS 8 dobj",
       {{.what = "hid", .modality = Modality::kPossible, .claimant = "nobody"}}},
      {"who blames somebody while he reports does so",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | it it PRP 4 nsubj | sank sink VBD 2 ccomp | "
       ", , , 2 punct | blaming blame VBG 2 advcl | Eva Eva NNP 6 dobj B-PERSON",
       {{.what = "blamed", .claimant = "nobody"}}},
  });
}

TEST_CASE("what it was reported that happened is reported", "[ingest][extract][modality]") {
  const auto [verb, participle, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"report", "reported", Modality::kReported}, {"discover", "discovered", Modality::kAsserted}}));
  const Document document =
      hand_built("It it PRP 3 nsubjpass\nwas be VBD 3 auxpass\n" + participle + " " + verb +
                 R"( VBN 0 ROOT
Ana Ana NNP 5 nsubj B-PERSON
left leave VBD 3 ccomp
Oslo Oslo NNP 5 dobj B-GPE
)");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("an allegation that lacks nothing is what is alleged", "[ingest][extract][modality]") {
  const auto [noun, modality] = GENERATE(
      table<std::string, Modality>({{"allegation", Modality::kReported}, {"day", Modality::kAsserted}}));
  const Document document =
      hand_built("Police police NNS 2 nsubj\nmentioned mention VBD 0 ROOT\n" + noun + " " + noun +
                 R"( NN 2 dobj
Ana Ana NNP 5 nsubj B-PERSON
hit hit VBD 3 relcl
Ida Ida NNP 5 dobj B-PERSON
)");
  CHECK(found(document, "hit").modality == modality);
}

TEST_CASE("what a noun reports is denied or owned by somebody", "[ingest][extract]") {
  const auto [verb, owner, stance] = GENERATE(table<std::string, std::string, Stance>({
      {"denied deny", "", Stance::kDenies},
      {"read read", "Oslo Oslo NNP 5 poss B-GPE\n's 's POS 3 case\n", Stance::kAsserts},
  }));
  const std::string noun = owner.empty() ? "3" : "5", clause = owner.empty() ? "6" : "8";
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " VBD 0 ROOT\n" + owner +
                 "claims claim NNS 2 dobj\nthat that IN " + clause + " mark\nIda Ida NNP " + clause +
                 " nsubj B-PERSON\nhit hit VBD " + (owner.empty() ? "2 ccomp" : noun + " acl") +
                 "\nOlof Olof NNP " + clause + " dobj B-PERSON\n");
  const Extraction claimed = found(document, "hit");
  REQUIRE(claimed.attribution);
  CHECK(claimed.attribution->stance == stance);
  CHECK(document.word(claimed.attribution->claimant.head) == (owner.empty() ? "Ana" : "Oslo"));
  CHECK(claimed.modality == Modality::kAsserted);
}

TEST_CASE("who is criticised for it did it, on the critic's word", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
criticized criticize VBD 0 ROOT
Eva Eva NNP 2 dobj B-PERSON
for for IN 2 prep
hiding hide VBG 4 pcomp
letters letter NNS 5 dobj
)");
  const Extraction hid = found(document, "hid");
  CHECK(hid.modality == Modality::kAsserted);
  REQUIRE(hid.attribution);
  CHECK(document.word(hid.attribution->claimant.head) == "Ana");
}

TEST_CASE("what somebody fears or maintains is theirs to say", "[ingest][extract]") {
  const auto [verb, modality, claimed] = GENERATE(table<std::string, Modality, bool>({
      {"feared fear", Modality::kPossible, true},
      {"maintained maintain", Modality::kAsserted, true},
      {"noticed notice", Modality::kAsserted, false},
  }));
  const Document document = hand_built("Ida Ida NNP 2 nsubj B-PERSON\n" + verb +
                                       " VBD 0 ROOT\nthat that IN 5 mark\nAna Ana NNP 5 nsubj B-PERSON\nlied "
                                       "lie VBD 2 ccomp\nto to IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n");
  CAPTURE(verb);
  CHECK(found(document, "lied").modality == modality);
  CHECK(found(document, "lied").attribution.has_value() == claimed);
}
