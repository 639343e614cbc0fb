#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("the subject behind a phrase in front is the main verb's",
          "[ingest][extract][main_subject_repair]") {
  check_statements({
      {"After the vote , Ana from Oslo , left Norway",
       "active",
       "After after IN 9 prep | the the DT 3 det | vote vote NN 1 pobj | , , , 3 punct | "
       "Ana Ana NNP 3 appos B-PERSON | from from IN 3 prep | Oslo Oslo NNP 6 pobj B-GPE | , , , 9 punct | "
       "left leave VBD 0 ROOT | Norway Norway NNP 9 dobj B-GPE",
       {"Ana from Oslo | left | Norway | after the vote"}},
      {"In a town , skill and wit beat luck",
       "active",
       "In in IN 8 prep | a a DT 3 det | town town NN 1 pobj | , , , 3 punct | skill skill NN 3 conj | "
       "and and CC 5 cc | wit wit NN 5 conj | beat beat VBD 0 ROOT | luck luck NN 8 dobj",
       {"skill | beat | luck | in a town", "wit | beat | luck | in a town"}},
  });
}

TEST_CASE("a main verb has the subject in front of it", "[ingest][extract][main_subject_repair]") {
  check_statements({
      {"who says so between commas is not the subject of what is said",
       "active",
       "The the DT 2 det | plan plan NN 4 nsubj | , , , 4 punct | said say VBD 0 ROOT | the the DT 6 det | "
       "clerk clerk NN 4 nsubj | , , , 4 punct | will will MD 9 aux | create create VB 4 ccomp | jobs job "
       "NNS 9 dobj",
       {"the clerk | said", "The plan | created | jobs"}},
      {"nor is he where the parser took him for the verb's object",
       "active",
       "Prices price NNS 3 nsubj | , , , 3 punct | warned warn VBD 8 parataxis | the the DT 5 det | "
       "clerk clerk NN 3 dobj | , , , 3 punct | could could MD 8 aux | rise rise VB 0 ROOT",
       {"the clerk | warned", "Prices | rose"}},
      {"an aside behind the subject does not part it from its verb",
       "active",
       "Ana Ana NNP 6 nsubj B-PERSON | , , , 1 punct | who who WP 4 nsubj | sings sing VBZ 1 relcl | , , , 1 "
       "punct | "
       "said say VBD 0 ROOT | Ida Ida NNP 6 nsubj B-PERSON | , , , 6 punct | then then RB 10 advmod | left "
       "leave VBD 6 ccomp",
       {"Ana | sang", "Ana | said | then left"}},
      {"a name that the parser takes for an adjective is the subject",
       "active",
       "Sheehy Sheehy JJ 2 amod | left leave VBD 0 ROOT | Oslo Oslo NNP 2 dobj B-GPE",
       {"Sheehy | left | Oslo"}},
      {"an adjective between commas is not the sentence",
       "active",
       "Ana Ana NNP 3 nsubj B-PERSON | , , , 3 punct | sad sad JJ 0 ROOT | , , , 3 punct | "
       "had have VBD 6 aux | left leave VBN 3 ccomp | Oslo Oslo NNP 6 dobj B-GPE",
       {"Ana | left | Oslo"}},
      {"one of several who is named is the name",
       "active",
       "One one CD 7 nsubj B-CARDINAL | of of IN 1 prep | them they PRP 2 pobj | , , , 1 punct | "
       "Ana Ana NNP 1 appos B-PERSON | , , , 1 punct | left leave VBD 0 ROOT | Oslo Oslo NNP 7 dobj B-GPE",
       {"Ana | left | Oslo"}},
      {"what is said between commas has one speaker",
       "active",
       "Norsk Norsk NNP 3 nsubj B-ORG | , , , 3 punct | says say VBZ 6 parataxis | "
       "Ana Ana NNP 3 nsubj B-PERSON | , , , 3 punct | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Ana | said", "Norsk | left | Oslo"}},
      {"who says so between commas says it in front of a second subject",
       "active",
       "Ana Ana NNP 5 nsubj B-PERSON | , , , 5 punct | her her PRP$ 4 poss | lawyer lawyer NN 5 nsubj | "
       "told tell VBD 0 ROOT | clerks clerk NNS 5 dobj | , , , 5 punct | has have VBZ 9 aux | left leave VBN "
       "5 "
       "ccomp | Oslo Oslo NNP 9 dobj B-GPE",
       {"her lawyer | told | clerks", "Ana | left | Oslo"}},
      {"nor is what is said the sentence around who says it",
       "active",
       "Ana Ana NNP 5 nsubj B-PERSON | , , , 1 punct | here here RB 1 advmod | , , , 1 punct | said say VBD "
       "9 "
       "parataxis | demand demand NN 5 dobj | , , , 5 punct | had have VBD 9 aux | left leave VBN 0 ROOT | "
       "Oslo "
       "Oslo NNP 9 dobj B-GPE",
       {"Ana , here | said | demand had left Oslo", "demand | left | Oslo"}},
      {"where both hang on what is said, too",
       "active",
       "Norsk Norsk NNP 7 nsubj B-ORG | , , , 4 punct | aides aide NNS 7 nsubj | say say VBP 7 parataxis | "
       ", , , 4 punct | has have VBZ 7 aux | left leave VBN 0 ROOT | Oslo Oslo NNP 7 dobj B-GPE",
       {"aides | said", "Norsk | left | Oslo"}},
      {"a heading before a colon does nothing of what it heads",
       "",
       "The the DT 3 det | worst worst JJS 3 amod | part part NN 7 nsubj | : : : 3 punct | "
       "guards guard NNS 7 nsubj | often often RB 7 advmod | clean clean VBP 0 ROOT | cells cell NNS 7 dobj",
       {"guards | cleaned | cells"}},
      {"a name with a colon in it does what it says",
       "active",
       "Norrsken Norrsken NNP 4 nsubj B-ORG | : : : 1 punct | Ferries Ferries NNPS 1 appos I-ORG | "
       "hired hire VBD 0 ROOT | guards guard NNS 4 dobj",
       {"Norrsken | hired | guards"}},
  });
}

TEST_CASE("a past tense behind an aside is the sentence's verb", "[ingest][extract][main_subject_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 0 ROOT B-PERSON
, , , 1 punct
born bear VBN 1 acl
in in IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
, , , 1 punct
studied study VBD 8 amod
law law NN 1 appos
. . . 1 punct
)");
  CHECK(statements_of(document, "active").front().ends_with("| studied | law"));
}

TEST_CASE("of two subjects of a verb of saying the first does what stands behind its aside",
          "[ingest][extract][main_subject_repair]") {
  const auto [verb, told] = GENERATE(
      table<std::string, bool>({{"threatened threaten VBN 2 acl", true}, {"seen see VBN 2 acl", false}}));
  const Document document = hand_built(R"(
The the DT 2 det
party party NN 13 nsubj
, , , 2 punct
a a DT 5 det
partner partner NN 2 appos
, , , 2 punct
)" + verb + R"(
Oslo Oslo NNP 7 dobj B-GPE
, , , 13 punct
a a DT 12 det
senior senior JJ 12 amod
clerk clerk NN 13 nsubj
told tell VBD 0 ROOT
Nikkei Nikkei NNP 13 dobj B-ORG
)");
  CHECK(says(document, "The party | threatened | Oslo") == told);
}

TEST_CASE("a date between somebody and what he does is of what he does",
          "[ingest][extract][main_subject_repair]") {
  const Document freed = hand_built(R"(
Norsk Norsk NNP 4 nsubj B-ORG
on on IN 1 prep
Friday Friday NNP 2 pobj B-DATE
freed free VBD 0 ROOT
Ana Ana NNP 4 dobj B-PERSON
)");
  CHECK(statements_of(freed, "active") == Texts{"Norsk | freed | Ana | on Friday"});
  const Document arrested = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
was be VBD 0 ROOT
late late JJ 2 acomp
on on IN 2 prep
Friday Friday NNP 4 pobj B-DATE
arrested arrest VBN 2 advcl
in in IN 6 prep
Oslo Oslo NNP 7 pobj B-GPE
. . . 2 punct
)");
  CHECK(statements_of(arrested, "passive") == Texts{"Ana | was arrested | in Oslo | late | on Friday"});
  CHECK(statements_of(arrested, "copula").empty());
  // an event has its own
  const Document cost = hand_built(R"(
bread bread NN 4 nsubj
on on IN 1 prep
Friday Friday NNP 2 pobj B-DATE
cost cost VBD 0 ROOT
krones krone NNS 4 dobj
)");
  CHECK(DocumentTree(cost).token(1).head == 0);
}

TEST_CASE("a day is no part of the title behind it", "[ingest][extract][main_subject_repair]") {
  check_statements({
      {"all read as when",
       "active",
       "On on IN 6 prep | Sunday Sunday NNP 4 compound B-DATE | Ministers Ministers NNPS 4 compound | Holt "
       "Holt NNP 1 pobj B-PERSON | "
       "gladly gladly RB 6 advmod | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Ministers Holt | left | Oslo | on Sunday"}},
      {"the title read as when",
       "active",
       "On on IN 5 prep | Sunday Sunday NNP 3 compound B-DATE | Ministers minister NNS 1 pobj | Holt Holt "
       "NNP 5 nsubj B-PERSON | "
       "left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE",
       {"Ministers Holt | left | Oslo | on Sunday"}},
  });
}

TEST_CASE("a name behind a thing in front of the verb does it", "[ingest][extract][main_subject_repair]") {
  check_statements({
      {"held by the preposition",
       "",
       "On on IN 5 prep | state state NN 3 compound | radio radio NN 4 compound | Ana Ana NNP 1 pobj "
       "B-PERSON | "
       "attacked attack VBD 0 ROOT | Ida Ida NNP 5 dobj B-PERSON",
       {"Ana | attacked | Ida | on state radio"}},
      {"with the preposition beside it",
       "",
       "On on IN 5 prep | state state NN 3 compound | radio radio NN 4 compound | Ana Ana NNP 5 nsubj "
       "B-PERSON | "
       "attacked attack VBD 0 ROOT | Ida Ida NNP 5 dobj B-PERSON",
       {"Ana | attacked | Ida | on state radio"}},
      {"what somebody is called",
       "title",
       "On on IN 4 prep | clerk clerk NN 3 compound | Ana Ana NNP 1 pobj B-PERSON | rested rest VBD 0 ROOT",
       {"Ana | is | clerk"}},
  });
}
