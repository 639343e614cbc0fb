#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a second name behind a role goes on from the first name", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 14 nsubjpass B-PERSON
, , , 1 punct
Ida Ida NNP 5 poss B-PERSON
's 's POS 3 case
deputy deputy NN 1 appos
, , , 5 punct
and and CC 5 cc
Olof Olof NNP 5 conj B-PERSON
, , , 11 punct
the the DT 11 det
director director NN 1 appos
, , , 1 punct
were be VBD 14 auxpass
fined fine VBN 0 ROOT
in in IN 14 prep
Oslo Oslo NNP 15 pobj B-GPE
)");
  CHECK(statements_of(document, "passive") ==
        Texts{"Ana | was fined | in Oslo", "Olof | was fined | in Oslo"});
  CHECK(statements_of(document, "apposition_role") ==
        Texts{"Ana | deputy | of Ida", "Olof | is | the director"});
}

TEST_CASE("what is said beside a name is said of the right one", "[ingest][extract][apposition_repair]") {
  check_statements({
      {"a person is no which",
       "active",
       "Ana Ana NNP 10 nsubj B-PERSON | , , , 1 punct | head head NN 1 appos | of of IN 3 prep | "
       "Norrsken Norrsken NNP 4 pobj B-ORG | , , , 1 punct | which which WDT 8 nsubj | "
       "makes make VBZ 1 relcl | paper paper NN 8 dobj | left leave VBD 0 ROOT | "
       "Oslo Oslo NNP 10 dobj B-GPE",
       {"Norrsken | made | paper", "Ana | left | Oslo"}},
      {"of a native and a name the name does it",
       "active",
       "A a DT 2 det | Swede Swede NNP 6 nsubj B-NORP | , , , 2 punct | Olof Olof NNP 2 appos B-PERSON | "
       ", , , 2 punct | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Olof | left | Oslo"}},
      {"a role before two names makes them a person",
       "title",
       "The the DT 4 det | archbishop archbishop NN 4 compound | Olof Olof NNP 4 compound B-ORG | "
       "Berg Berg NNP 5 nsubj I-ORG | left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE",
       {"Olof Berg | is | The archbishop"}},
      {"a title with a capital tells of a name that the recogniser does not know",
       "title",
       "Senator Senator NNP 3 compound | Tamsin Tamsin NNP 3 compound | Holt Holt NNP 4 nsubj | left leave "
       "VBD 0 ROOT",
       {"Tamsin Holt | is | Senator"}},
      {"but a noun with a capital behind it is no name",
       "title",
       "Manager Manager NNP 3 compound | Business Business NNP 3 compound | Layers Layers NNP 4 nsubj | left "
       "leave VBD 0 ROOT",
       {}},
      {"a bare noun behind of belongs to a role that is somebody's",
       "apposition_role",
       "Ana Ana NNP 8 nsubj B-PERSON | , , , 1 punct | Ida Ida NNP 5 poss B-PERSON | 's 's POS 3 case | "
       "chief chief NN 1 appos | of of IN 5 prep | staff staff NN 6 pobj | left leave VBD 0 ROOT | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {"Ana | chief of staff | of Ida"}},
      {"who announces what stands in front is not announced",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | , , , 2 punct | "
       "announced announce VBD 2 conj | the the DT 7 det | government government NN 5 dobj | . . . 2 punct",
       {"Norsk | sold | ships", "the government | announced | Norsk sold ships"}},
      {"who claims what stands in front is not claimed",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 5 ccomp | ships ship NNS 2 dobj | , , , 5 punct | "
       "claimed claim VBD 0 ROOT | the the DT 7 det | mayor mayor NN 5 dobj | . . . 5 punct",
       {"Norsk | sold | ships", "the mayor | claimed | Norsk sold ships"}},
      {"the name between commas behind a source is its own",
       "apposition_role",
       "According accord VBG 9 prep | to to IN 1 prep | the the DT 4 det | minister minister NN 2 pobj | , , "
       ", 9 punct | "
       "Ana Ana NNP 9 dep B-PERSON | , , , 9 punct | Norsk Norsk NNP 9 nsubj B-ORG | sold sell VBD 0 ROOT | "
       "ships ship NNS 9 dobj",
       {"Ana | is | the minister"}},
      {"of a native and a name nothing is done to the native",
       "passive",
       "A a DT 2 det | teacher teacher NN 6 nsubjpass | , , , 6 punct | Ana Ana NNP 6 nsubjpass B-PERSON | "
       "was be VBD 6 auxpass | "
       "fined fine VBN 0 ROOT | in in IN 6 prep | Oslo Oslo NNP 7 pobj B-GPE",
       {"Ana | was fined | in Oslo"}},
      {"the verb behind an apposition is the sentence's",
       "active",
       "The the DT 2 det | envoy envoy NN 0 ROOT | , , , 2 punct | Ana Ana NNP 2 appos B-PERSON | "
       ", , , 2 punct | visited visit VBD 2 acl | Oslo Oslo NNP 6 dobj B-GPE | . . . 2 punct",
       {"Ana | visited | Oslo"}},
      {"what is joined behind a name is not said of it",
       "apposition_role",
       "His he PRP$ 2 poss | wife wife NN 10 nsubj | , , , 2 punct | Ida Ida NNP 2 appos B-PERSON | "
       ", , , 2 punct | and and CC 2 cc | their they PRP$ 9 poss | two two CD 9 nummod | "
       "daughters daughter NNS 2 conj | left leave VBD 0 ROOT | Oslo Oslo NNP 10 dobj B-GPE",
       {"Ida | wife | of His"}},
      {"the second of two roles is the name's too",
       "apposition_role",
       "Ana Ana NNP 8 nsubj B-PERSON | , , , 1 punct | minister minister NN 1 appos | , , , 3 punct | "
       "mayor mayor NN 3 appos | of of IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE | left leave VBD 0 ROOT | "
       "Norway Norway NNP 8 dobj B-GPE",
       {"Ana | is | minister", "Ana | mayor | of Oslo"}},
      {"a person is identified as one",
       "passive",
       "Police police NNS 2 nsubj | held hold VBD 0 ROOT | a a DT 4 det | man man NN 2 dobj | "
       ", , , 2 punct | later later RB 7 advmod | identified identify VBN 2 advcl | as as IN 7 prep | "
       "Olof Olof NNP 8 pobj B-PERSON",
       {"a man | was identified | as Olof"}},
      {"who dies at an age is as old as that",
       "age",
       "Ana Ana NNP 2 nsubj B-PERSON | died die VBD 0 ROOT | at at IN 2 prep | age age NN 3 pobj B-DATE | "
       "65 65 CD 4 nummod I-DATE",
       {"Ana | is aged | 65"}},
      {"where the second comes from is not where the first does",
       "affiliation",
       "Ana Ana NNP 12 nsubj B-PERSON | , , , 1 punct | of of IN 1 prep | Norsk Norsk NNP 3 pobj B-ORG | "
       ", , , 1 punct | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | , , , 7 punct | "
       "from from IN 1 prep | Telia Telia NNP 9 pobj B-ORG | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | is | of Norsk", "Ida | is | from Telia"}},
      {"things are given away, not who carries them",
       "passive_agent",
       "People people NNS 2 nsubj | carry carry VBP 0 ROOT | maps map NNS 2 dobj | , , , 2 punct | "
       "given give VBN 2 advcl | away away RB 5 advmod | by by IN 5 agent | Ana Ana NNP 7 pobj B-PERSON",
       {"Ana | gave away | maps"}},
      {"what is somewhere-based is based there",
       "base",
       "London London NNP 3 npadvmod B-GPE | - - HYPH 3 punct | based base VBN 4 amod | "
       "airline airline NN 5 compound | Norsk Norsk NNP 6 nsubj B-ORG | left leave VBD 0 ROOT | "
       "Norway Norway NNP 6 dobj B-GPE",
       {"airline Norsk | was based | in London"}},
      {"what is done to somebody along with others is done to them",
       "passive",
       "Ana Ana NNP 9 nsubjpass B-PERSON | , , , 9 punct | along along IN 9 prep | with with IN 3 prep | two "
       "two CD "
       "6 nummod | aides aide NNS 4 pobj | , , , 9 punct | was be VBD 9 auxpass | arrested arrest VBN 0 "
       "ROOT | in in IN 9 prep | Oslo Oslo NNP 10 pobj B-GPE",
       {"Ana | was arrested | in Oslo | along with two aides",
        "two aides | was arrested | in Oslo | along with two aides"}},
      {"who does it along with others does it as they do",
       "active",
       "Ana Ana NNP 5 nsubj B-PERSON | along along IN 1 prep | with with IN 2 prep | "
       "Ida Ida NNP 3 pobj B-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE",
       {"Ana along with Ida | left | Oslo", "Ida | left | Oslo"}},
      {"what a name is, behind a comma, is no second object",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | the the DT 4 det | "
       "Pact Pact NNP 2 dobj B-EVENT | , , , 2 punct | the the DT 7 det | treaty treaty NN 2 dobj",
       {"Ana | left | the Pact"}},
      {"a year-old is as old as that",
       "age",
       "Ana Ana NNP 10 nsubj B-PERSON | , , , 1 punct | a a DT 9 det | 25 25 CD 6 nummod B-DATE | "
       "- - HYPH 6 punct | year year NN 8 npadvmod I-DATE | - - HYPH 8 punct | old old JJ 9 amod I-DATE | "
       "baker baker NN 1 appos | left leave VBD 0 ROOT",
       {"Ana | is aged | 25"}},
      {"two words that name no body are who an envoy to a place is",
       "apposition_role",
       "The the DT 2 det | envoy envoy NN 9 nsubj | to to IN 2 prep | Chile Chile NNP 3 pobj B-GPE | "
       ", , , 4 punct | Pertti Pertti NNP 7 compound B-ORG | Salonen Salonen NNP 4 appos I-ORG | "
       ", , , 4 punct | left leave VBD 0 ROOT",
       {"Pertti Salonen | envoy | to Chile"}},
      {"who a noun is, behind his own title",
       "apposition_role",
       "Ida Ida NNP 3 poss B-PERSON | 's 's POS 1 case | son son NN 10 nsubj | , , , 3 punct | "
       "the the DT 6 det | pilot pilot NN 3 appos | Olof Olof NNP 8 compound B-PERSON | "
       "Roe Roe NNP 6 appos I-PERSON | , , , 3 punct | left leave VBD 0 ROOT",
       {"Olof Roe | is | the pilot", "Olof Roe | son | of Ida"}},
  });
}

TEST_CASE("who is quoted cites others", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
According accord VBG 9 prep
to to IN 1 prep
Norrsken Norrsken NNP 2 pobj B-ORG
, , , 9 punct
citing cite VBG 9 advcl
police police NNS 5 dobj
, , , 9 punct
Ana Ana NNP 9 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 9 dobj B-GPE
)");
  const auto found = extract(document);
  REQUIRE(statements_of(document, "active").size() == 2);
  CHECK(statement_text(document, found[0]) == "Norrsken | cited | police");
  CHECK_FALSE(found[0].attribution);
  REQUIRE(found[1].attribution);
  CHECK(text_of(document, found[1].attribution->claimant.tokens) == "Norrsken");
}

TEST_CASE("a relative clause is of the nearer noun that its verb agrees with",
          "[ingest][extract][apposition_repair]") {
  const auto [verb, texts] = GENERATE(table<std::string, Texts>({
      {"have have VBP", {"leaders | visited | Bergen"}},
      {"has have VBZ", {"Ana | visited | Bergen"}},
  }));
  const Document document = hand_built(
      "Oslo Oslo NNP 2 nsubj B-GPE\nangered anger VBD 0 ROOT\nAna Ana NNP 2 dobj B-PERSON\n"
      "and and CC 3 cc\nleaders leader NNS 3 conj\n, , , 3 punct\nwho who WP 9 nsubj\n" +
      verb + " 9 aux\nvisited visit VBN 3 relcl\nBergen Bergen NNP 9 dobj B-GPE\n");
  Texts visits = statements_of(document, "active");
  std::erase_if(visits, [](const std::string& text) { return text.find("visited") == std::string::npos; });
  CHECK(visits == texts);
}

TEST_CASE("one name is not another's, and a name right behind a noun is the noun's", "[ingest][extract]") {
  check_statements({
      {"an aide to somebody has a name of her own",
       "apposition_role",
       "An a DT 2 det | aide aide NN 10 nsubj | to to IN 2 prep | Ole Ole NNP 5 compound B-PERSON | Holt "
       "Holt NNP 3 "
       "pobj I-PERSON | , , , 5 punct | Maria Maria NNP 8 compound B-PERSON | Lind Lind NNP 5 appos I-PERSON "
       "| , , , "
       "2 punct | left leave VBD 0 ROOT",
       {"Maria Lind | aide | to Ole Holt"}},
      {"what she owns is called so, not she",
       "active",
       "Maria Maria NNP 8 nsubj B-PERSON | , , , 1 punct | owner owner NN 1 appos | of of IN 3 prep | the "
       "the DT 6 "
       "det | restaurant restaurant NN 4 pobj | Norrsken Norrsken NNP 6 appos B-PERSON | left leave VBD 0 "
       "ROOT | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {"Maria | left | Oslo"}},
      {"who is one of several has a name",
       "active",
       "One one CD 9 nsubj | of of IN 1 prep | the the DT 4 det | clerks clerk NNS 2 pobj | , , , 1 punct | "
       "Maria Maria "
       "NNP 7 compound B-PERSON | Lind Lind NNP 1 appos I-PERSON | , , , 1 punct | left leave VBD 0 ROOT | "
       "Oslo Oslo "
       "NNP 9 dobj B-GPE",
       {"Maria Lind | left | Oslo"}},
      {"and so has somebody's guard, whoever that is",
       "passive",
       "A a DT 2 det | guard guard NN 13 nsubjpass | of of IN 2 prep | Ole Ole NNP 5 compound B-PERSON | "
       "Holt Holt NNP 3 "
       "pobj I-PERSON | , , , 5 punct | identified identify VBN 5 acl | as as IN 7 prep | Maria Maria NNP 10 "
       "compound "
       "B-PERSON | Lind Lind NNP 8 pobj I-PERSON | , , , 2 punct | was be VBD 13 auxpass | held hold VBN 0 "
       "ROOT",
       {"A guard of Ole Holt | was identified | as Maria Lind",
        "A guard of Ole Holt , identified as Maria Lind | was held"}},
      {"what somebody is taken for is told of him",
       "passive_agent",
       "Maria Maria NNP 9 nsubj B-PERSON | , , , 1 punct | recognised recognise VBN 1 acl | by by IN 3 agent "
       "| states "
       "state NNS 4 pobj | as as IN 5 prep | leader leader NN 6 pobj | , , , 1 punct | left leave VBD 0 ROOT "
       "| Oslo "
       "Oslo NNP 9 dobj B-GPE",
       {"states | recognised | Maria | as leader"}},
  });
}

TEST_CASE("how old somebody is", "[ingest][extract]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 5 nsubj B-PERSON
, , , 1 punct
79 79 CD 1 appos
, , , 1 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 5 dobj B-GPE
)"),
                      "age") == Texts{"Ana | is aged | 79"});
  const Document died = hand_built(R"(
Ana Ana NNP 3 nsubj B-PERSON
has have VBZ 3 aux
died die VBN 0 ROOT
aged aged VBN 3 advcl
79 79 CD 4 npadvmod
in in IN 4 prep
Oslo Oslo NNP 6 pobj B-GPE
)");
  CHECK(statements_of(died, "age") == Texts{"Ana | is aged | 79"});
  CHECK(statements_of(died, "active") == Texts{"Ana | died | in Oslo"});
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
sold sell VBD 0 ROOT
79 79 CD 4 nummod
ships ship NNS 2 dobj
)"),
                      "age")
            .empty());
}

TEST_CASE("who plans on leaving is to leave", "[ingest][extract]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
plans plan VBZ 0 ROOT
on on IN 2 prep
leaving leave VBG 3 pcomp
Oslo Oslo NNP 4 dobj B-GPE
)");
  const auto found = extract(document);
  REQUIRE(found.size() >= 2);
  CHECK(statement_text(document, found[1]) == "Ana | left | Oslo");
  CHECK(found[1].modality == Modality::kPlanned);
}

TEST_CASE("what a body is, not who leads it", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
is be VBZ 0 ROOT
leader leader NN 2 attr
of of IN 3 prep
Norsk Norsk NNP 4 pobj B-ORG
( ( -LRB- 5 punct
NA NA NNP 5 appos B-ORG
) ) -RRB- 5 punct
, , , 3 punct
an an DT 11 det
army army NN 3 appos
)");
  CHECK(statements_of(document, "apposition").back() == "Norsk | is | an army");
}

TEST_CASE("names that follow each other are several people", "[ingest][extract][apposition]") {
  const std::string forename = GENERATE("B-NORP", "B-PERSON");  // as the recogniser has it
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 2 compound B-PERSON
Roe Roe NNP 9 nsubj I-PERSON
, , , 2 punct
Ida Ida NNP 5 compound )" + forename +
                                 R"(
Dahl Dahl NNP 2 appos )" + std::string(forename == "B-PERSON" ? "I-PERSON" : "B-PERSON") +
                                 R"(
and and CC 5 cc
Olof Olof NNP 8 compound B-PERSON
Berg Berg NNP 5 conj I-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 9 dobj B-GPE
)"),
                      "active") ==
        Texts{"Ana Roe | left | Oslo", "Ida Dahl | left | Oslo", "Olof Berg | left | Oslo"});
}

TEST_CASE("somebody is joined to a person, not to the body that the person is of",
          "[ingest][extract][apposition]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 compound B-PERSON
Roe Roe NNP 8 nsubj I-PERSON
of of IN 2 prep
Norsk Norsk NNP 3 pobj B-ORG
and and CC 4 cc
Ida Ida NNP 7 compound B-PERSON
Dahl Dahl NNP 4 conj I-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 8 dobj B-GPE
)"),
                                    "active");
  REQUIRE(texts.size() == 2);
  CHECK(texts[1] == "Ida Dahl | left | Oslo");
}

TEST_CASE("a name behind the common noun that is the subject names it",
          "[ingest][extract][apposition_repair]") {
  const std::string second = GENERATE("nsubj", "npadvmod");
  const Texts texts = statements_of(hand_built(R"(
the the DT 2 det
paper paper NN 5 nsubj
The the DT 4 det
Zarn Zarn NNP 5 )" + second + R"( B-ORG
printed print VBD 0 ROOT
maps map NNS 5 dobj
)"),
                                    "apposition");
  CAPTURE(second);
  CHECK(texts == Texts{"The Zarn | is | the paper"});
}

TEST_CASE("two roles with one article before a name are that person's",
          "[ingest][extract][apposition_repair]") {
  const auto [article, who] = GENERATE(table<std::string, Texts>({
      {"chief chief NN 5 compound\n", Texts{"Ana Roe | left | Oslo"}},
      {"the the DT 5 det\n", Texts{"The owner | left | Oslo", "Ana Roe | left | Oslo"}},
  }));
  CAPTURE(article);
  const Document document = hand_built(
      "The the DT 2 det\nowner owner NN 10 nsubj\nand and CC 2 cc\n" + article +
      "director director NN 2 conj\n, , , 2 punct\nAna Ana NNP 8 compound B-PERSON\n"
      "Roe Roe NNP 5 appos I-PERSON\n, , , 2 punct\nleft leave VBD 0 ROOT\nOslo Oslo NNP 10 dobj B-GPE\n");
  CHECK(statements_of(document, "active") == who);
}

TEST_CASE("ages are nobody", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
Men man NNS 6 nsubj
, , , 1 punct
aged aged VBN 4 amod
19 19 CD 1 conj
, , , 1 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)");
  CHECK(statements_of(document, "active").size() == 1);
  CHECK(document.word(extract(document).front().subject.head) == "Men");
}

TEST_CASE("the head of a party in Oslo is who is named behind it", "[ingest][extract][apposition]") {
  const std::string beside = GENERATE("4", "6");  // the party, Oslo
  const Document document = hand_built(R"(
The the DT 2 det
head head NN 10 nsubj
of of IN 2 prep
parties party NNS 3 pobj
in in IN 4 prep
Oslo Oslo NNP 5 pobj B-GPE
, , , 2 punct
Ida Ida NNP 9 compound B-PERSON
Roe Roe NNP )" + beside + R"( appos I-PERSON
left leave VBD 0 ROOT
Bergen Bergen NNP 10 dobj B-GPE
)");
  CHECK(statements_of(document).front() == "Ida Roe | left | Bergen");
}

TEST_CASE("a role joined to a body is joined to the role before it", "[ingest][extract][apposition_repair]") {
  const Document document = hand_built(R"(
The the DT 2 det
owner owner NN 13 nsubj
of of IN 2 prep
Norsk Norsk NNP 3 pobj B-ORG
and and CC 4 cc
director director NN 4 conj
of of IN 6 prep
Telia Telia NNP 7 pobj B-ORG
, , , 8 punct
Ana Ana NNP 11 compound B-PERSON
Roe Roe NNP 8 appos I-PERSON
, , , 8 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 13 dobj B-GPE
)");
  CHECK(statements_of(document, "active") == Texts{"Ana Roe | left | Oslo"});
  CHECK(statements_of(document, "apposition_role") ==
        Texts{"Ana Roe | owner | of Norsk", "Ana Roe | director | of Telia"});
}

TEST_CASE("what stands in front of a name between commas is what somebody is",
          "[ingest][extract][apposition_repair]") {
  const auto [noun, told] = GENERATE(table<std::string, bool>({{"teacher", true}, {"day", false}}));
  CHECK(says(hand_built("A a DT 2 det\n" + noun + " " + noun + R"( NN 5 npadvmod
, , , 5 punct
Ana Ana NNP 5 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 5 dobj B-GPE
)"),
             "Ana | is | A " + noun) == told);
}

TEST_CASE("in a sentence without a verb the past tense behind an aside is it",
          "[ingest][extract][apposition_repair]") {
  const auto [deprel, told] = GENERATE(table<std::string, bool>({{"relcl", true}, {"acl", false}}));
  CHECK(says(hand_built("Ana Ana NNP 0 ROOT B-PERSON\n, , , 1 punct\nwho who WP 4 nsubj\nslept sleep VBD 1 " +
                        deprel +
                        R"(
in in IN 4 prep
tents tent NNS 5 pobj
, , , 6 punct
called call VBD 6 acl
Ida Ida NNP 8 dobj B-PERSON
)"),
             "Ana | called | Ida") == told);
}
