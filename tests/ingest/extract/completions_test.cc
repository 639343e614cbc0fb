#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what a noun is for joins the verb, where the noun says nothing alone",
          "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Couples couple NNS 2 nsubj
had have VBD 0 ROOT
some some DT 4 det
time time NN 2 dobj
to to TO 6 aux
start start VB 4 acl
families family NNS 6 dobj
)");
  CHECK(statements_of(document, "completion") == Texts{"Couples | had time to start | families"});
  CHECK(extract(document)[0].surface_only);
}

TEST_CASE("whom a verb moves to do something joins it, a name does not", "[ingest][extract][completions]") {
  const auto [object, entity, text] = GENERATE(table<std::string, std::string, std::string>({
      {"people", "", "Ana | urged people to leave | the town"},
      {"Olof", "B-PERSON", ""},
  }));
  const std::string tag = entity.empty() ? "NNS" : "NNP";
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nurged urge VBD 0 ROOT\n" + object + " " + object + " " + tag +
                 " 2 dobj " + entity +
                 "\nto to TO 5 aux\nleave leave VB 2 xcomp\nthe the DT 7 det\ntown town NN 5 dobj\n");
  CHECK(statements_of(document, "completion") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("a noun and what it leads to are said together", "[ingest][extract]") {
  check_statements({
      {"how long somebody spends somewhere joins the verb",
       "completion",
       "Ana Ana NNP 2 nsubj B-PERSON | spent spend VBD 0 ROOT | two two CD 4 nummod | "
       "months month NNS 2 dobj | in in IN 2 prep | prison prison NN 5 pobj",
       {"Ana | spent two months | in prison"}},
      {"quotation marks around the noun do not join the verb",
       "completion",
       "Couples couple NNS 2 nsubj | had have VBD 0 ROOT | “ “ `` 2 punct | time time NN 2 dobj | "
       "to to TO 6 aux | start start VB 4 acl | families family NNS 6 dobj | ” ” '' 2 punct",
       {"Couples | had time to start | families"}},
      {"what somebody named is made to do is said of her",
       "completion",
       "They they PRP 2 nsubj | forced force VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | to to TO 5 aux | "
       "leave leave VB 2 xcomp | the the DT 7 det | town town NN 5 dobj",
       {"Ana | was forced to leave | the town"}},
      {"what people are kept from joins the verb",
       "completion",
       "Ana Ana NNP 2 nsubj B-PERSON | prevented prevent VBD 0 ROOT | ships ship NNS 2 dobj | "
       "from from IN 2 prep | entering enter VBG 4 pcomp | ports port NNS 5 dobj",
       {"Ana | prevented ships from entering | ports"}},
      {"who gives something to himself gives it to nobody else",
       "active",
       "Clerks clerk NNS 2 nsubj | gave give VBD 0 ROOT | themselves themselves PRP 2 dative | "
       "shocks shock NNS 2 dobj",
       {"Clerks | gave themselves | shocks"}},
      {"what somebody does to himself is in the verb",
       "reflexive",
       "Olof Olof NNP 2 nsubj B-PERSON | turned turn VBD 0 ROOT | himself himself PRP 2 dobj | in in RP 2 "
       "prt | "
       "to to IN 2 prep | the the DT 7 det | police police NNS 5 pobj",
       {"Olof | turned himself in | to the police"}},
      {"what one calls oneself is no word of another",
       "reflexive",
       "Norsk Norsk NNP 2 nsubj B-ORG | called call VBD 0 ROOT | itself itself PRP 2 dobj | a a DT 5 det | "
       "charity charity NN 2 oprd",
       {"Norsk | called itself | a charity"}},
      {"each of those who are moved to do something is",
       "completion",
       "Norsk Norsk NNP 2 nsubj B-ORG | taught teach VBD 0 ROOT | doctors doctor NNS 2 dobj | "
       "and and CC 3 cc | nurses nurse NNS 3 conj | to to TO 7 aux | help help VB 2 xcomp | "
       "women woman NNS 7 dobj",
       {"Norsk | taught doctors to help | women", "Norsk | taught nurses to help | women"}},
      {"what a thing is bought for leaves the thing bought",
       "completion",
       "Couples couple NNS 2 nsubj | bought buy VBD 0 ROOT | a a DT 4 det | house house NN 2 dobj | "
       "to to TO 6 aux | start start VB 4 acl | families family NNS 6 dobj",
       {}},
      {"who is first to do something is not first of all",
       "completion",
       "Norway Norway NNP 2 nsubj B-GPE | is be VBZ 0 ROOT | the the DT 5 det | "
       "first first JJ 5 amod B-ORDINAL | country country NN 2 attr | to to TO 7 aux | "
       "name name VB 5 relcl | elements element NNS 7 dobj",
       {"Norway | is first country to name | elements"}},
      {"so is the first without a noun",
       "completion",
       "Norway Norway NNP 2 nsubj B-GPE | is be VBZ 0 ROOT | the the DT 4 det | first first JJ 2 attr "
       "B-ORDINAL | "
       "to to TO 6 aux | name name VB 4 relcl | elements element NNS 6 dobj",
       {"Norway | is first to name | elements"}},
      {"a place between does not make it so",
       "completion",
       "Norway Norway NNP 2 nsubj B-GPE | is be VBZ 0 ROOT | the the DT 5 det | "
       "last last JJ 5 amod | country country NN 2 attr | in in IN 5 prep | Europe Europe NNP 6 pobj B-LOC | "
       "to to TO 9 aux | name name VB 2 advcl | elements element NNS 9 dobj",
       {"Norway | is last country in Europe to name | elements"}},
      {"a way to do something is nothing without what it is to do",
       "completion",
       "Walks walk NNS 2 nsubj | are be VBP 0 ROOT | a a DT 5 det | good good JJ 5 amod | "
       "way way NN 2 attr | to to TO 7 aux | see see VB 5 relcl | birds bird NNS 7 dobj",
       {"Walks | is good way to see | birds"}},
  });
}

TEST_CASE("the only one that does something is not the only one", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
is be VBZ 0 ROOT
the the DT 5 det
only only JJ 5 amod
firm firm NN 2 attr
that that WDT 7 nsubj
sells sell VBZ 5 relcl
lamps lamp NNS 7 dobj
)");
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "copula") CHECK(extraction.surface_only);
}

TEST_CASE("a deed that something led to is no thing it led to", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Fires fire NNS 2 nsubj
led lead VBD 0 ROOT
to to IN 2 prep
doors door NNS 3 pobj
becoming become VBG 2 advcl
unusable unusable JJ 5 acomp
)");
  CHECK(extract(document)[0].surface_only);
}

TEST_CASE("who is excepted from all is not what all are", "[ingest][extract][completions]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
fined fine VBD 0 ROOT
all all DT 2 dobj
but but CC 3 cc
the the DT 6 det
clerk clerk NN 3 conj
)");
  for (const Extraction& extraction : extract(document))
    if (!extraction.arguments.empty() && extraction.arguments[0].phrase.head == 5)
      CHECK(extraction.surface_only);
}

TEST_CASE("what a verb lets somebody do joins it where that leads nowhere",
          "[ingest][extract][completions]") {
  const auto [verb, whole] = GENERATE(table<std::string, Texts>({
      {"allows allow", {"Norsk | allowed to work | children | to work"}},  // nobody takes Norsk for who works
      {"asks ask", {}},                                                    // `asked to work` would say that
  }));
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\n" + verb +
                 " VBZ 0 ROOT\nchildren child NNS 2 dobj\nto to TO 5 aux\nwork work VB 2 xcomp\n");
  CHECK(statements_of(document, "completion") == whole);
}

TEST_CASE("what is moved is moved somewhere", "[ingest][extract][completions]") {
  const auto [noun, shorter] = GENERATE(table<std::string, bool>({
      {"drivers driver NNS 2 dobj\ninto into IN 2 prep\ntraps trap NNS 4 pobj\n", false},
      {"the the DT 4 det\ncountry country NN 2 dobj\ninto into IN 2 prep\ntraps trap NNS 5 pobj\n",
       true},  // it may have a name
  }));
  const Document document = hand_built("Maps map NNS 2 nsubj\nled lead VBD 0 ROOT\n" + noun);
  const std::string moved = shorter ? "country" : "drivers";
  CHECK(statements_of(document, "completion") == Texts{"Maps | led " + moved + " | into traps"});
  CHECK(found(document, "led").surface_only != shorter);
}

TEST_CASE("what somebody calls for joins the verb", "[ingest][extract][completions]") {
  const auto [words, text] = GENERATE(table<std::string, std::string>({
      {"clerks clerk NNS 6 nsubj\nto to TO 6 aux\nsell sell VB 2 advcl\nships ship NNS 6 dobj\n",
       "Ana | called for clerks to sell | ships"},
      {"ships ship NNS 7 nsubjpass\nto to TO 7 aux\nbe be VB 7 auxpass\nsold sell VBN 2 advcl\n",
       "Ana | called for selling | ships"},
      {"her her PRP 6 nsubj\nto to TO 6 aux\nsell sell VB 2 advcl\nships ship NNS 6 dobj\n", ""},
  }));
  CAPTURE(words);
  const std::string verb = words.starts_with("ships") ? "7" : "6";
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\ncalled call VBD 0 ROOT\nfor for IN " +
                                       verb + " mark\n" + words);
  CHECK(statements_of(document, "completion") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("a noun that is part of the predicate is told once", "[ingest][extract][completions]") {
  CHECK(any_begins(statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
told tell VBD 0 ROOT
clerks clerk NNS 2 dobj
to to TO 5 aux
shake shake VB 2 xcomp
hands hand NNS 5 dobj
with with IN 5 prep
Ida Ida NNP 7 pobj B-PERSON
)")),
                   "Ana | told clerks to shake hands | with Ida"));
}
