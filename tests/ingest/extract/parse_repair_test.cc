#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what runs across clauses is parted", "[ingest][extract][parse_repair]") {
  check_statements({
      {"three objects that hyphens join are one noun",
       "active",
       "He he PRP 2 nsubj | proposed propose VBD 0 ROOT | counter counter NN 2 dobj | - - HYPH 2 dobj | "
       "measures measure NNS 2 dobj",
       {"He | proposed | counter - measures"}},
      {"clauses at a semicolon say nothing of each other",
       "active",
       "Sweden Sweden NNP 2 nsubj B-GPE | won win VBD 5 ccomp | ; ; : 5 punct | "
       "Tunisia Tunisia NNP 5 nsubj B-GPE | lost lose VBD 0 ROOT",
       {"Sweden | won", "Tunisia | lost"}},
      {"whom a sum is taken from is the object, the sum how much",
       "",
       "A a DT 2 det | court court NN 3 nsubj | fined fine VBD 0 ROOT | "
       "Norrsken Norrsken NNP 5 compound B-ORG | Shipping Shipping NNP 7 nmod I-ORG | "
       "4 4 CD 7 nummod B-MONEY | dollars dollar NNS 3 dobj I-MONEY",
       {"A court | fined | Norrsken Shipping | 4 dollars"}},
      {"a name right after a role is who has it",
       "apposition_role",
       "It it PRP 2 nsubj | is be VBZ 0 ROOT | of of IN 2 prep | the the DT 5 det | "
       "mayor mayor NN 3 pobj | Lea Lea NNP 7 compound B-PERSON | Berg Berg NNP 2 attr I-PERSON",
       {"Lea Berg | is | the mayor"}},
      {"a verb that takes no phrase beside its object leaves it to the noun",
       "active",
       "Norrsken Norrsken NNP 2 nsubj B-ORG | ignored ignore VBD 0 ROOT | warnings warning NNS 2 dobj | "
       "from from IN 2 prep | Lagos Lagos NNP 4 pobj B-GPE",
       {"Norrsken | ignored | warnings from Lagos"}},
      {"a list ends where a finite verb without a subject begins",
       "active",
       "Nationalists nationalist NNPS 2 nsubj B-ORG | gained gain VBD 0 ROOT | seats seat NNS 2 dobj | "
       "and and CC 3 cc | Labour Labour NNP 3 conj B-ORG | lost lose VBD 2 conj | ten ten CD 6 dobj",
       {"Nationalists | gained | seats", "Labour | lost | ten"}},
      {"a list before a verb that has its own and stays",
       "active",
       "They they PRP 2 nsubj | gained gain VBD 0 ROOT | seats seat NNS 2 dobj | and and CC 3 cc | "
       "votes vote NNS 3 conj | and and CC 2 cc | lost lose VBD 2 conj | ten ten CD 7 dobj",
       {"They | gained | seats", "They | gained | votes", "They | lost | ten"}},
      {"a name behind the conjunction is the subject",
       "active",
       "Johnson Johnson NNP 2 nsubj B-PERSON | won win VBD 0 ROOT | after after IN 5 mark | "
       "May May NNP 3 pobj B-PERSON | resigned resign VBD 2 advcl",
       {"Johnson | won | after May resigned", "May | resigned"}},
      {"the phrase that opens a relative clause belongs to its verb",
       "active",
       "a a DT 2 det | clot clot NN 0 ROOT | for for IN 7 prep | which which WDT 3 pobj | "
       "he he PRP 6 nsubj | received receive VBD 2 relcl | surgery surgery NN 6 dobj",
       {"he | received | surgery | for a clot"}},
      {"what follows a dash is no object",
       "passive",
       "homes home NNS 3 nsubjpass | were be VBD 3 auxpass | raided raid VBN 0 ROOT | and and CC 3 cc | "
       "computers computer NNS 6 nsubj | seized seize VBD 3 conj | -- -- : 6 punct | a a DT 9 det | "
       "war war NN 6 dobj",
       {"homes | was raided", "computers | was seized"}},
      {"of two finite verbs that nothing joins the first is a participle",
       "",
       "taxes tax NNS 2 nsubj | requested request VBN 0 ROOT | in in IN 2 prep | "
       "arrears arrear NNS 3 pobj | are be VBP 2 conj | due due JJ 5 acomp",
       {"taxes | was requested | in arrears", "taxes requested in arrears | is | due"}},
      {"whatever form the tagger saw in it",
       "",
       "Farmers farmer NNS 2 nsubj | hit hit VBD 0 ROOT | by by IN 2 agent | hail hail NN 3 pobj | "
       "left leave VBD 2 ccomp | Oslo Oslo NNP 5 dobj B-GPE",
       {"Farmers hit by hail | left | Oslo", "hail | hit | Farmers"}},
      {"and where it hangs on the other verb",
       "",
       "Migrants migrant NNS 2 nsubj | taken take VBD 6 ccomp | off off RP 2 prt | a a DT 5 det | boat boat "
       "NN 2 "
       "dobj | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Migrants taken off a boat | left | Oslo", "Migrants | was taken off | a boat"}},
      {"and where it hangs on who did it",
       "",
       "A a DT 2 det | judge judge NN 3 nsubj | threatened threaten VBD 0 ROOT | by by IN 3 prep | gangs "
       "gang NNS 4 "
       "pobj | left leave VBD 5 acl | Oslo Oslo NNP 6 dobj B-GPE",
       {"A judge threatened by gangs | left | Oslo", "gangs | threatened | A judge"}},
      {"behind a verb of saying stands who does it",
       "",
       "Norsk Norsk NNP 2 nsubj B-ORG | said say VBD 0 ROOT | ten ten CD 2 dobj | left leave VBD 2 ccomp | "
       "Oslo Oslo NNP 4 dobj B-GPE",
       {"Norsk | said | ten left Oslo", "ten | left | Oslo"}},
      {"a name behind a place is whom the role before the place means",
       "apposition_role",
       "The the DT 2 det | mayor mayor NN 9 nsubj | of of IN 2 prep | Lund Lund NNP 3 pobj B-GPE | "
       ", , , 4 punct | Vera Vera NNP 7 compound B-PERSON | Holt Holt NNP 4 appos I-PERSON | "
       ", , , 4 punct | spoke speak VBD 0 ROOT",
       {"Vera Holt | mayor | of Lund"}},
      {"an adjective with its article is a subject",
       "copula",
       "Two two CD 2 nsubj | were be VBD 0 ROOT | pilots pilot NNS 2 attr | and and CC 3 cc | "
       "the the DT 6 det | third third JJ 3 conj | was be VBD 2 conj | a a DT 9 det | "
       "clerk clerk NN 7 attr",
       {"Two | was | pilots", "the third | was | a clerk"}},
      {"a number with a hyphen is one",
       "",
       "Traffic traffic NN 2 nsubj | increased increase VBD 0 ROOT | 18 18 CD 2 npadvmod B-CARDINAL | "
       "- - HYPH 2 punct I-CARDINAL | fold fold VB 2 advcl I-CARDINAL | after after IN 5 prep | "
       "noon noon NN 6 pobj",
       {"Traffic | increased | 18 - fold | after noon"}},
      {"a sum given stays the object",
       "",
       "A a DT 2 det | court court NN 3 nsubj | gave give VBD 0 ROOT | "
       "Norrsken Norrsken NNP 3 dative B-ORG | 4 4 CD 6 nummod B-MONEY | dollars dollar NNS 3 dobj I-MONEY",
       {"A court | gave | 4 dollars | Norrsken"}},
      {"a relative pronoun finds the preposition that waits for it",
       "active",
       "They they PRP 2 nsubj | discussed discuss VBD 0 ROOT | a a DT 4 det | trip trip NN 2 dobj | "
       "to to IN 4 prep | China China NNP 5 pobj B-GPE | which which WDT 5 pobj | he he PRP 9 nsubj | "
       "awaits await VBZ 2 advcl | with with IN 9 prep",
       {"They | discussed | a trip to China", "he | awaited | with a trip to China"}},
      {"a country between a role and a name is what the role is of",
       "apposition_role",
       "President President NNP 6 nsubj | of of IN 1 prep | Malta Malta NNP 5 compound B-GPE | "
       "Vera Vera NNP 5 compound B-PERSON | Holt Holt NNP 2 pobj I-PERSON | spoke speak VBD 0 ROOT",
       {"Vera Holt | president | of Malta"}},
      {"the end of a phrase is the subject of what is joined by it",
       "active",
       "Clerks clerk NNS 2 nsubj | left leave VBD 0 ROOT | with with IN 2 prep | maps map NNS 3 pobj | "
       "and and CC 4 cc | boats boat NNS 4 conj | are be VBP 8 aux | reaching reach VBG 2 advcl | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {"Clerks | left | with maps", "boats | reached | Oslo"}},
  });
}

TEST_CASE("a verb of saying behind a quotation is no adjective of the speaker", "[ingest][extract]") {
  const Document document = hand_built(R"(
Troops troop NNS 2 nsubj
left leave VBD 0 ROOT
, , , 2 punct
added add VBD 5 amod
KCNA KCNA NNP 2 npadvmod B-ORG
)");
  CHECK(std::string(document.word(extract(document)[0].attribution->claimant.head)) == "KCNA");
}

TEST_CASE("a name after its description is the object", "[ingest][extract]") {
  check_statements({
      {"Belgium defeated debutants Panama",
       "active",
       "Belgium Belgium NNP 2 nsubj B-GPE | defeated defeat VBD 0 ROOT | debutants debutant NNS 2 dobj | "
       "Panama Panama NNP 2 npadvmod B-GPE",
       {"Belgium | defeated | debutants Panama"}},
      {"Norsk bought Telia from retailer Ahold",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | bought buy VBD 0 ROOT | Telia Telia NNP 2 dobj B-ORG | "
       "from from IN 2 prep | retailer retailer NN 4 pobj | Ahold Ahold NNP 2 npadvmod B-ORG",
       {"Norsk | bought | Telia | from retailer Ahold"}},
  });
}

TEST_CASE("a name swallowed by its role comes out", "[ingest][extract]") {
  const Document document = hand_built(R"(
Governor governor NN 6 nsubj
of of IN 1 prep
Washington Washington NNP 5 compound B-GPE
Chris Chris NNP 5 compound B-PERSON
Gregoire Gregoire NNP 2 pobj I-PERSON
spoke speak VBD 0 ROOT
)");
  CHECK(statements_of(document, "active") == Texts{"Chris Gregoire | spoke"});
  CHECK(statements_of(document, "apposition_role") == Texts{"Chris Gregoire | governor | of Washington"});
}

TEST_CASE("what is received ranging from someone is received from them", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Ada Ada NNP 2 nsubj B-PERSON
received receive VBD 0 ROOT
support support NN 2 dobj
ranging range VBG 2 advcl
from from IN 4 prep
Lea Lea NNP 5 pobj B-PERSON
to to IN 4 prep
Max Max NNP 7 pobj B-PERSON
)");
  const auto texts = statements_of(document);
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const auto& text) { return text.find("support") < text.find("from Lea"); }));
}

TEST_CASE("what is told someone stays what is told", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Ada Ada NNP 2 nsubj B-PERSON
told tell VBD 0 ROOT
the the DT 4 det
court court NN 2 dobj
she she PRP 7 nsubj
had have VBD 7 aux
lied lie VBN 2 ccomp
)");
  for (const auto& text : statements_of(document)) CHECK(text.find("lied | the court") == std::string::npos);
}

TEST_CASE("what is heard to have been done is a clause", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
She she PRP 2 nsubj
heard hear VBD 0 ROOT
her her PRP$ 4 poss
son son NN 2 dobj
had have VBD 7 aux
been be VBN 7 auxpass
convicted convict VBN 2 advcl
)");
  CHECK(statements_of(document, "passive") == Texts{"her son | was convicted"});
  CHECK(statements_of(document, "active") == Texts{"She | heard | her son had been convicted"});
}

TEST_CASE("one comma before a noun sets it apart, two close what they set apart",
          "[ingest][extract][parse_repair]") {
  check_statements({
      {"It rose from Florida , a first",
       "active",
       "It it PRP 2 nsubj | rose rise VBD 0 ROOT | from from IN 2 prep | Florida Florida NNP 3 pobj B-GPE | "
       ", , , 2 punct | a a DT 7 det | first first NN 2 dobj",
       {"It | rose | from Florida"}},
      {"It bought , however , two ships",
       "active",
       "It it PRP 2 nsubj | bought buy VBD 0 ROOT | , , , 2 punct | however however RB 2 advmod | "
       ", , , 2 punct | two two CD 7 nummod | ships ship NNS 2 dobj",
       {"It | bought | two ships | however"}},
  });
}

TEST_CASE("what is reported to have been done is a clause", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Rappler Rappler NNP 2 nsubj B-ORG
reported report VBD 0 ROOT
malls mall NNS 2 dobj
in in IN 3 prep
Davao Davao NNP 4 pobj B-GPE
were be VBD 7 auxpass
damaged damage VBN 2 ccomp
)");
  CHECK(statements_of(document, "passive") == Texts{"malls in Davao | was damaged"});
  CHECK(statements_of(document, "active") == Texts{"Rappler | reported | malls in Davao were damaged"});
}

TEST_CASE("an object set off by two commas may be the subject of the clause behind them",
          "[ingest][extract]") {
  const Document document = hand_built(R"(
They they PRP 2 nsubj
claimed claim VBD 0 ROOT
Iran Iran NNP 2 dobj B-GPE
, , , 2 punct
especially especially RB 2 advmod
, , , 2 punct
is be VBZ 8 aux
meddling meddle VBG 2 ccomp
in in IN 8 prep
Iraq Iraq NNP 9 pobj B-GPE
)");
  const Texts found = statements_of(document, "active");
  CHECK(holds(found, "Iran | meddled | in Iraq"));
}

TEST_CASE("a name that says the noun above is that noun's", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
The       the       DT  3 det
last      last      JJ  3 amod
storm     storm     NN  9 nsubj
to        to        TO  5 aux
reach     reach     VB  3 relcl
Malta     Malta     NNP 5 dobj     B-GPE
Storm     storm     NNP 8 compound B-EVENT
Ida       Ida       NNP 6 appos    I-EVENT
sank      sink      VBD 0 ROOT
two       two       CD  11 nummod
ships     ship      NNS 9 dobj
)");
  const auto found = statements_of(document, "apposition");
  REQUIRE(!found.empty());
  CHECK(found[0].rfind("Storm Ida | is | ", 0) == 0);
}

TEST_CASE("names behind the noun that counts them are all of it", "[ingest][extract][parse_repair]") {
  const std::string deprel = GENERATE("conj", "appos");
  const Document document = hand_built(R"(
Two      two     CD  2 nummod
senators senator NNS 9 nsubj
,        ,       ,   2 punct
Ann      Ann     NNP 5 compound B-PERSON
Holt     Holt    NNP 2 )" + deprel + R"( I-PERSON
and      and     CC  5 cc
Ole      Ole     NNP 8 compound B-PERSON
Dahl     Dahl    NNP 5 conj     I-PERSON
opposed  oppose  VBD 0 ROOT
it       it      PRP 9 dobj
)");
  CHECK(statements_of(document, "active") == Texts{"Ann Holt | opposed | it", "Ole Dahl | opposed | it"});
}

TEST_CASE("a clause before a verb with an object of its own is no report",
          "[ingest][extract][parse_repair]") {
  const auto [object, claimed] =
      GENERATE(table<std::string, bool>({{"speech speech NN", false}, {"pupils pupil NNS", true}}));
  const Document document = hand_built(R"(
Choirs choir NNS 2 nsubj
praised praise VBD 6 ccomp
Ida Ida NNP 2 dobj B-PERSON
, , , 6 punct
Ana Ana NNP 6 nsubj B-PERSON
told tell VBD 0 ROOT
)" + object + " 6 dobj\n");
  CHECK(found(document, "praised").attribution.has_value() == claimed);
}

TEST_CASE("a name right after a joined role is who has it", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Mayor    mayor   NN  3 compound
Ann      Ann     NNP 3 compound B-PERSON
Holt     Holt    NNP 8 nsubj    I-PERSON
and      and     CC  3 cc
senator  senator NN  3 conj
Ole      Ole     NNP 7 compound B-PERSON
Dahl     Dahl    NNP 3 appos    I-PERSON
left     leave   VBD 0 ROOT
)");
  const auto found = statements_of(document, "active");
  REQUIRE(found.size() == 2);
  CHECK(found[1] == "Ole Dahl | left");
}

TEST_CASE("what stands before a colon and a quotation is not what is said",
          "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Ann     Ann    NNP 2 nsubj B-PERSON
wrote   write  VBD 8 ccomp
to      to     IN  2 prep
Oslo    Oslo   NNP 3 pobj  B-GPE
:       :      :   2 punct
"       "      ``  8 punct
We      we     PRP 8 nsubj
agree   agree  VBP 0 ROOT
)");
  const auto found = extract(document);
  REQUIRE(!found.empty());
  CHECK(!found[0].attribution.has_value());
}

TEST_CASE("a root is no conjunct, whatever it is labelled", "[ingest][extract][parse_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
leave leave VBP 0 conj
Oslo Oslo NNP 2 dobj B-GPE
)");
  CHECK(DocumentTree(document).token(1).deprel == Deprel::kRoot);
  CHECK(statements_of(document, "active") == Texts{"Ana | left | Oslo"});
}

TEST_CASE("what is underway to do something is not about to do it", "[ingest][extract][parse_repair]") {
  const auto [subject, about] =
      GENERATE(table<std::string, bool>({{"trials trial NNS", false}, {"it it PRP", true}}));
  const Document document =
      hand_built(subject +
                 " 2 nsubj\nare be VBP 0 ROOT\nunderway underway JJ 2 acomp\nto to TO 5 "
                 "aux\nban ban VB 2 xcomp\nmaps map NNS 5 dobj\n");
  CHECK((DocumentTree(document).token(4).head == 1) == about);
}
