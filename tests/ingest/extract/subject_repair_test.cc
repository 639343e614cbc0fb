#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a subject and a negation at the auxiliary are the verb's", "[ingest][extract][subject_repair]") {
  const Document document = hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
had have VBD 5 aux
not not RB 2 neg
yet yet RB 5 advmod
announced announce VBD 0 ROOT
plans plan NNS 5 dobj
)");
  REQUIRE(!extract(document).empty());
  CHECK(statements_of(document).front() == "Norway | announced | plans");
  CHECK(extract(document).front().negated);
}

TEST_CASE("a verb without a subject gets the one that stands before it",
          "[ingest][extract][subject_repair]") {
  check_statements({
      {"who does it behind by does what follows too",
       "active",
       "The the DT 2 det | band band NN 4 nsubjpass | was be VBD 4 auxpass | split split VBN 0 ROOT | "
       "by by IN 4 agent | Ana Ana NNP 5 pobj B-PERSON | joining join VBG 4 advcl | a a DT 9 det | "
       "choir choir NN 7 dobj",
       {"Ana | joined | a choir"}},
      {"a name behind the day at the front is the subject",
       "active",
       "On on IN 9 prep | Monday Monday NNP 1 pobj B-DATE | , , , 2 punct | Ana Ana NNP 2 appos B-PERSON | "
       ", , , 4 punct | with with IN 1 prep | Ida Ida NNP 6 pobj B-PERSON | , , , 9 punct | "
       "wrote write VBD 0 ROOT | laws law NNS 9 dobj",
       {"Ana , with Ida | wrote | laws | on Monday"}},
      {"who does what goes on beside stands behind with",
       "active",
       "Peru Peru NNP 2 nsubj B-GPE | had have VBD 0 ROOT | storms storm NNS 2 dobj | , , , 3 punct | "
       "with with IN 3 prep | Chile Chile NNP 5 pobj B-GPE | , , , 6 punct | a a DT 9 det | "
       "neighbour neighbour NN 6 appos | , , , 6 punct | reporting report VBG 2 advcl | "
       "floods flood NNS 11 dobj",
       {"Peru | had | storms , with Chile reporting floods", "Chile | reported | floods"}},
      {"what has an object of its own is no participle",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | reported report VBD 0 ROOT | clerks clerk NNS 2 dobj | "
       "avoided avoid VBN 3 acl | Oslo Oslo NNP 4 dobj B-GPE",
       {"Ana | reported | clerks avoided Oslo", "clerks | avoided | Oslo"}},
      {"what a fire is said to have done it did, and nobody said killed",
       "active",
       "The the DT 2 det | fire fire NN 9 nsubj | , , , 2 punct | which which WDT 6 dobj | "
       "police police NNS 6 nsubj | say say VBP 2 relcl | killed kill VBN 6 xcomp | two two CD 7 dobj | "
       "spread spread VBD 0 ROOT",
       {"police | said | which killed two", "The fire | killed | two", "The fire | spread"}},
      {"whose founder did it is told of the founder",
       "active",
       "Norsk Norsk NNP 8 nsubj B-ORG | , , , 1 punct | whose whose WP$ 4 poss | founder founder NN 1 appos "
       "| "
       ", , , 4 punct | Ana Ana NNP 4 appos B-PERSON | , , , 1 punct | left leave VBD 0 ROOT | "
       "Oslo Oslo NNP 8 dobj B-GPE | , , , 8 punct | sold sell VBD 8 conj | ships ship NNS 11 dobj",
       {"Ana | left | Oslo", "Norsk | sold | ships"}},
  });
}

TEST_CASE("a verb without subject takes the noun right before it", "[ingest][extract][subject_repair]") {
  const Document after = hand_built(R"(
Police police NNS 2 nsubj
came come VBD 0 ROOT
after after IN 2 prep
Ana Ana NNP 3 pobj B-PERSON
, , , 4 punct
a a DT 7 det
mayor mayor NN 4 appos
, , , 4 punct
was be VBD 10 auxpass
robbed rob VBN 2 conj
)");
  CHECK(statements_of(after, "passive") == Texts{"Ana | was robbed"});
  const Document content = hand_built(R"(
Doctors doctor NNS 2 nsubj
found find VBD 0 ROOT
symptoms symptom NNS 2 dobj
of of IN 3 prep
fever fever NN 4 pobj
may may MD 7 aux
last last VB 2 conj
weeks week NNS 7 dobj B-DATE
)");
  CHECK(statements_of(content, "active").back() == "symptoms of fever | lasted | weeks");
}

TEST_CASE("a clause within a noun phrase stays there", "[ingest][extract][subject_repair]") {
  check_said({
      {"who is expected to win expects nothing",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | with with IN 5 mark | "
       "Ida Ida NNP 5 nsubj B-PERSON | expected expect VBN 2 advcl | to to TO 7 aux | win win VB 5 xcomp | "
       "votes vote NNS 7 dobj",
       {"Ida | was expected to win | votes"}},
      {"who was expected to win, though read as a past tense, expected nothing",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | with with IN 5 mark | "
       "Ida Ida NNP 5 nsubj B-PERSON | expected expect VBD 2 advcl | to to TO 7 aux | win win VB 5 xcomp | "
       "votes vote NNS 7 dobj",
       {"Ida | was expected to win | votes"}},
      {"who is one of several is what a participle behind a comma tells",
       "passive",
       "Oslo Oslo NNP 2 nsubj B-GPE | is be VBZ 0 ROOT | one one CD 2 attr B-CARDINAL | of of IN 3 prep | "
       "the the DT 6 det | towns town NNS 4 pobj | , , , 2 punct | known know VBN 6 acl | for for IN 8 prep "
       "| "
       "boats boat NNS 9 pobj",
       {"Oslo | was known | for boats"},
       {"the towns | was known | for boats"}},
      {"who runs for president is to win, and no president",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | entered enter VBD 0 ROOT | the the DT 4 det | race race NN 2 dobj | "
       "for for IN 8 mark | president president NN 8 nsubj | to to TO 8 aux | win win VB 2 advcl | "
       "votes vote NNS 8 dobj",
       {"Ana | entered | the race for president | to win votes", "Ana | won | votes"},
       {"president | won | votes"}},
      {"of many cases three clerks left, who left no cases",
       "active",
       "It it PRP 2 nsubj | saw see VBD 0 ROOT | cases case NNS 2 dobj | , , , 3 punct | of of IN 9 prep | "
       "which which WDT 5 pobj | three three CD 8 nummod | clerks clerk NNS 9 nsubj | died die VBD 3 relcl",
       {"It | saw | cases"},
       {"three clerks | died | of cases"}},
      {"a participle that looks like a past tense is one of its noun",
       "passive",
       "It it PRP 3 nsubjpass | was be VBD 3 auxpass | scrubbed scrub VBN 0 ROOT | , , , 3 punct | "
       "with with IN 7 mark | launches launch NNS 7 nsubj | moved move VBD 3 advcl | to to IN 7 prep | "
       "Friday Friday NNP 8 pobj B-DATE",
       {"launches | was moved | to Friday"}},
      {"what is ruled is the whole object, not what stands within it",
       "",
       "Courts court NNS 2 nsubj | ruled rule VBD 0 ROOT | plans plan NNS 2 dobj | of of IN 3 prep | "
       "fining fine VBG 4 pcomp | men man NNS 5 dobj | are be VBP 2 conj | lawful lawful JJ 7 acomp",
       {"plans of fining men | is | lawful"}},
      {"what is told across a phrase of the object",
       "active",
       "Oslo Oslo NNP 2 nsubj B-GPE | announced announce VBD 0 ROOT | tests test NNS 2 dobj | by by IN 2 "
       "prep | "
       "clinics clinic NNS 4 pobj | found find VBD 2 ccomp | lead lead NN 6 dobj",
       {"Oslo | announced | tests by clinics found lead", "tests by clinics | found | lead"}},
      {"what a suit claims, the ban does both",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | filed file VBD 0 ROOT | suits suit NNS 2 dobj | "
       "claiming claim VBG 3 acl | bans ban NNS 4 dobj | cost cost VBP 2 conj | money money NN 6 dobj | "
       "and and CC 6 cc | hurt hurt VBP 6 conj | firms firm NNS 9 dobj",
       {"Ana | filed | suits claiming bans cost money and hurt firms",
        "suits | claimed | bans cost money and hurt firms", "bans | cost | money", "bans | hurt | firms"}},
      {"what somebody says is so is not so because of it",
       "copula",
       "Ana Ana NNP 2 nsubj B-PERSON | maintained maintain VBD 5 csubj | the the DT 4 det | "
       "inquiry inquiry NN 2 dobj | is be VBZ 0 ROOT | over over JJ 5 acomp",
       {"the inquiry | is | over"}},
      {"who said it stands behind the comma",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | confessed confess VBD 7 ccomp | to to IN 2 prep | "
       "fraud fraud NN 3 pobj | , , , 7 punct | clerks clerk NNS 7 nsubj | said say VBD 0 ROOT",
       {"Norsk | confessed | to fraud", "clerks | said | Norsk confessed to fraud"}},
      {"what stands behind the comma was reported",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | reported report VBD 7 ccomp | on on IN 2 prep | "
       "Friday Friday NNP 3 pobj B-DATE | , , , 7 punct | mills mill NNS 7 nsubj | closed close VBD 0 ROOT",
       {"Norsk | reported | mills closed | on Friday", "mills | closed"}},
  });
}

TEST_CASE("behind an aside a verb with another joined to it finds its subject",
          "[ingest][extract][subject_repair]") {
  const Texts found = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
hired hire VBD 0 ROOT
clerks clerk NNS 2 dobj
after after IN 2 prep
Ida Ida NNP 4 pobj B-PERSON
, , , 5 punct
a a DT 8 det
clerk clerk NN 5 appos
, , , 2 punct
sold sell VBD 2 conj
boats boat NNS 10 dobj
and and CC 10 cc
bought buy VBD 10 conj
maps map NNS 13 dobj
)"),
                                    "active");
  CHECK(std::count(found.begin(), found.end(), "Ida | sold | boats") == 1);
  CHECK(std::count(found.begin(), found.end(), "Ida | bought | maps") == 1);
}

TEST_CASE("what it meant that somebody did has its own subject", "[ingest][extract][subject_repair]") {
  const Document document = hand_built(R"(
Delays delay NNS 2 nsubj
meant mean VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
, , , 3 punct
from from IN 3 prep
Oslo Oslo NNP 5 pobj B-GPE
, , , 2 punct
missed miss VBD 2 conj
trains train NNS 8 dobj
)");
  CHECK(found(document, "missed").subject.tokens.front() == 2);
}

TEST_CASE("since somebody did something is a clause, though it is read as what is so",
          "[ingest][extract][subject_repair]") {
  const Document document = hand_built(R"(
This this DT 2 nsubj
is be VBZ 0 ROOT
how how WRB 5 advmod
clerks clerk NNS 5 nsubj
sell sell VBP 2 ccomp
maps map NNS 5 dobj
since since IN 5 prep
the the DT 9 det
mayor mayor NN 7 pobj
, , , 9 punct
Ana Ana NNP 9 appos B-PERSON
, , , 9 punct
drew draw VBD 2 ccomp
lamps lamp NNS 13 dobj
)");
  CHECK(found(document, "drew").subject.head == 10);
}

TEST_CASE("a magnitude hits no town", "[ingest][extract][subject_repair]") {
  const auto [quake, subject] = GENERATE(table<std::string, std::string>(
      {{"5 nsubj", "A magnitude 6.4 quake"}, {"2 appos", "A magnitude 6.4 quake"}}));
  const Document document = hand_built(
      "A a DT 2 det\nmagnitude magnitude NN 5 nsubj\n6.4 6.4 CD 4 nummod B-CARDINAL\nquake quake NN " +
      quake + "\nhit hit VBD 0 ROOT\nOslo Oslo NNP 5 dobj B-GPE\n");
  CHECK(statements_of(document, "active") == Texts{subject + " | hit | Oslo"});
}

TEST_CASE("whom somebody is compared with does not what he is likely to do",
          "[ingest][extract][subject_repair]") {
  const auto [grade, link] =
      GENERATE(table<std::string, std::string>({{"as as", "as"}, {"more more", "than"}}));
  const Document document = hand_built("Women woman NNS 2 nsubj\nwere be VBD 0 ROOT\n" + grade +
                                       " RB 4 advmod\nlikely likely JJ 2 acomp\n" + link + ' ' + link +
                                       " IN 8 mark\nmen man NNS 8 nsubj\nto to TO 8 aux\nleave leave VB 4 "
                                       "advcl\nOslo Oslo NNP 8 dobj B-GPE\n");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK(!any_has(texts, "men | left"));
  CHECK(any_has(texts, "likely to leave | Oslo"));
}

TEST_CASE("behind since a noun with a phrase of its own is the next verb's subject",
          "[ingest][extract][subject_repair]") {
  const auto [mark, told] = GENERATE(table<std::string, bool>({{"since", true}, {"near", false}}));
  CHECK(says(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nran run VBD 0 ROOT\n" + mark + " " + mark +
                        R"( IN 2 prep
the the DT 5 det
roof roof NN 3 pobj
of of IN 5 prep
a a DT 8 det
house house NN 6 pobj
hit hit VBD 2 advcl
Oslo Oslo NNP 9 dobj B-GPE
)"),
             "the roof of a house | hit | Oslo") == told);
}

TEST_CASE("a clause without a pronoun tells what its subject did with the thing before it",
          "[ingest][extract][subject_repair]") {
  check_said({
      {"a participle with a subject",
       "active",
       "They they PRP 2 nsubj | left leave VBD 0 ROOT | the the DT 4 det | plan plan NN 2 dobj | "
       "Ana Ana NNP 6 nsubj B-PERSON | drew draw VBD 4 acl",
       {"Ana | drew | the plan"}},
      {"two subjects side by side",
       "active",
       "Shares share NNS 6 nsubj | Ana Ana NNP 6 nsubj B-PERSON | sold sell VBN 2 acl | in in IN 3 prep | "
       "Oslo Oslo NNP 4 pobj B-GPE | rose rise VBD 0 ROOT",
       {"Ana | sold | Shares | in Oslo", "Shares | rose"}},
      {"money bears no name",
       "active",
       "The the DT 3 det | money money NN 3 compound | Norsk Norsk NNP 7 nsubj B-ORG | sent send VBN 3 acl | "
       "to to IN 4 prep | Oslo Oslo NNP 5 pobj B-GPE | vanished vanish VBD 0 ROOT",
       {"Norsk | sent | The money | to Oslo", "The money | vanished"}},
      {"a paper does",
       "passive",
       "The the DT 2 det | paper paper NN 6 nsubj | Norsk Norsk NNP 2 appos B-ORG | sold sell VBN 2 acl | "
       "here here RB 4 advmod | closed close VBD 0 ROOT",
       {"Norsk | was sold | here"}},
      {"what somebody made was his object, read as what is told",
       "active",
       "They they PRP 2 nsubj | played play VBD 0 ROOT | songs song NNS 2 dobj | "
       "Ana Ana NNP 5 nsubj B-PERSON | wrote write VBD 2 ccomp",
       {"They | played | songs", "Ana | wrote | songs"}},
  });
}
