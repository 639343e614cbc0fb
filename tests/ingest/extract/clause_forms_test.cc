#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("clauses of many forms say what they say", "[ingest][extract]") {
  check_statements({
      {"a relative clause is said of its antecedent, as subject or as object",
       "active",
       "Leaders leader NNS 5 nsubj | who who WP 3 nsubj | visited visit VBD 1 relcl | "
       "Beijing Beijing NNP 3 dobj B-GPE | praised praise VBD 0 ROOT | the the DT 7 det | "
       "treaty treaty NN 5 dobj | that that WDT 10 dobj | Moscow Moscow NNP 10 nsubj B-GPE | "
       "signed sign VBD 7 relcl",
       {"Leaders | visited | Beijing", "Leaders | praised | the treaty", "Moscow | signed | the treaty"}},
      {"joined verbs share their subject and object, joined objects come apart",
       "active",
       "Traders trader NNS 2 nsubj | buy buy VBP 0 ROOT | and and CC 2 cc | sell sell VB 2 conj | "
       "stocks stock NNS 4 dobj | and and CC 5 cc | bonds bond NNS 5 conj",
       {"Traders | bought | stocks", "Traders | bought | bonds", "Traders | sold | stocks",
        "Traders | sold | bonds"}},
      {"joined verbs share when and where behind their object, whatever stands in front",
       "active",
       "Today today NN 4 npadvmod B-DATE | , , , 4 punct | police police NNS 4 nsubj | shot shoot VBD 0 ROOT "
       "| "
       "and and CC 4 cc | wounded wound VBD 4 conj | Ana Ana NNP 6 dobj B-PERSON | in in IN 6 prep | "
       "Oslo Oslo NNP 8 pobj B-GPE",
       {"police | shot | Ana | Today | in Oslo", "police | wounded | Ana | in Oslo"}},
      {"an adverb of the second verb may stand between them",
       "active",
       "They they PRP 2 nsubj | captured capture VBD 0 ROOT | but but CC 2 cc | later later RB 5 advmod | "
       "lost lose VBD 2 conj | "
       "Oslo Oslo NNP 5 dobj B-GPE",
       {"They | captured | Oslo", "They | lost | Oslo"}},
      {"of three joined verbs the last one has the object",
       "active",
       "Clerks clerk NNS 2 nsubj | built build VBD 0 ROOT | , , , 2 punct | tested test VBD 2 conj | "
       "and and CC 4 cc | sold sell VBD 4 conj | ships ship NNS 6 dobj",
       {"Clerks | built | ships", "Clerks | tested | ships", "Clerks | sold | ships"}},
      {"there is a subject behind an existential verb",
       "existential",
       "There there EX 2 expl | were be VBD 0 ROOT | injuries injury NNS 2 attr | in in IN 2 prep | "
       "town town NN 4 pobj",
       {"injuries | was | in town"}},
      {"whom somebody lets do something is his object, and the doer",
       "active",
       "Police police NNS 2 nsubj | allowed allow VBD 0 ROOT | them they PRP 5 nsubj | to to TO 5 aux | "
       "enter enter VB 2 ccomp | town town NN 5 dobj",
       {"Police | allowed | them | to enter town", "them | entered | town"}},
      {"what is said of all is said of the examples",
       "active",
       "Sites site NNS 5 nsubj | such such JJ 3 amod | as as IN 1 prep | Gawker Gawker NNP 3 pobj B-ORG | "
       "host host VBP 0 ROOT | videos video NNS 5 dobj",
       {"Sites such as Gawker | hosted | videos", "Gawker | hosted | videos"}},
      {"an infinitive after a noun has no subject there",
       "active",
       "They they PRP 2 nsubj | had have VBD 0 ROOT | time time NN 2 dobj | to to TO 5 aux | "
       "win win VB 3 relcl | games game NNS 5 dobj",
       {"They | had | time"}},
      {"an adverb and its preposition lead to an argument",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | ahead ahead RB 2 advmod | "
       "of of IN 3 prep | the the DT 6 det | vote vote NN 4 pobj",
       {"Ana | left | ahead of the vote"}},
      {"what is as large as another is not large",
       "active",
       "Parks park NNS 2 nsubj | are be VBP 0 ROOT | as as RB 4 advmod | large large JJ 2 acomp | "
       "as as IN 4 prep | Oslo Oslo NNP 5 pobj B-GPE",
       {"Parks | is as large | as Oslo"}},
      {"how differently one does it stands before what it is different from",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | behaves behave VBZ 0 ROOT | very very RB 4 advmod | "
       "differently differently RB 2 advmod | from from IN 4 prep | clerks clerk NNS 5 pobj",
       {"Ana | behaved | differently from clerks"}},
      {"what something is held to be is no clause of its own",
       "active",
       "They they PRP 2 nsubj | considered consider VBD 0 ROOT | the the DT 4 det | end end NN 5 nsubj | "
       "regrettable regrettable JJ 2 ccomp",
       {"They | considered | the end | regrettable"}},
      {"a verb of several words is one predicate",
       "active",
       "Talks talk NNS 2 nsubj | took take VBD 0 ROOT | place place NN 2 dobj | in in IN 2 prep | "
       "Geneva Geneva NNP 4 pobj B-GPE",
       {"Talks | took place | in Geneva"}},
      {"with somebody doing it, he does it",
       "active",
       "This this DT 2 nsubj | grew grow VBD 0 ROOT | with with IN 2 prep | "
       "Trump Trump NNP 3 pobj B-PERSON | praising praise VBG 2 advcl | Xi Xi NNP 5 dobj B-PERSON",
       {"This | grew | with Trump | praising Xi", "Trump | praised | Xi"}},
      {"the date of an event that is a subject dates the clause",
       "active",
       "A a DT 2 det | storm storm NN 5 nsubj | on on IN 2 prep | Sunday Sunday NNP 3 pobj B-DATE | "
       "caused cause VBD 0 ROOT | damage damage NN 5 dobj",
       {"A storm | caused | damage | on Sunday"}},
      {"enough is part of what it measures",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | was be VBD 0 ROOT | old old JJ 2 acomp | enough enough RB 3 advmod | "
       "to to TO 6 aux | buy buy VB 3 xcomp | guns gun NNS 6 dobj",
       {"Ana | was old enough to buy | guns"}},
      {"a passive at the end of a chain keeps its doer",
       "",
       "It it PRP 3 nsubjpass | is be VBZ 3 auxpass | expected expect VBN 0 ROOT | to to TO 6 aux | "
       "be be VB 6 auxpass | signed sign VBN 3 xcomp | by by IN 6 agent | Oslo Oslo NNP 7 pobj B-GPE",
       {"It | was expected to be signed | by Oslo"}},
      {"behind a time the event does what follows",
       "active",
       "The the DT 2 det | attack attack NN 3 nsubj | was be VBD 0 ROOT | at at IN 3 prep | "
       "noon noon NN 4 pobj | , , , 5 punct | which which WDT 8 nsubj | killed kill VBD 5 relcl | "
       "Ana Ana NNP 8 dobj B-PERSON",
       {"The attack | was | at noon", "The attack | killed | Ana"}},
      {"a year weakens nothing",
       "",
       "Norway Norway NNP 2 nsubj B-GPE | paid pay VBD 0 ROOT | in in IN 2 prep | 2020 2020 CD 3 pobj B-DATE "
       "| "
       ", , , 4 punct | which which WDT 7 nsubj | pleased please VBD 4 relcl | banks bank NNS 7 dobj | "
       "and and CC 7 cc | raised raise VBD 7 conj | prices price NNS 10 dobj",
       {"Norway | paid | in 2020"}},
      {"a preposition without its object binds the antecedent of a passive too",
       "passive",
       "Norway Norway NNP 2 nsubj B-GPE | sold sell VBD 0 ROOT | the the DT 4 det | ship ship NN 2 dobj | "
       "that that WDT 8 mark | Ana Ana NNP 8 nsubjpass B-PERSON | was be VBD 8 auxpass | "
       "trained train VBN 4 relcl | on on IN 8 prep",
       {"Ana | was trained | on the ship"}},
      {"a worst part cleans up nothing",
       "",
       "part part NN 0 ROOT | : : : 1 punct | selling sell VBG 1 acl | boats boat NNS 3 dobj",
       {}},
      {"the noun that agrees is found behind an aside",
       "",
       "Houses house NNS 12 nsubj | in in IN 1 prep | the the DT 4 det | street street NN 2 pobj | "
       ", , , 4 punct | the the DT 7 det | pride pride NN 4 appos | , , , 4 punct | that that WDT 11 nsubj | "
       "have have VBP 11 aux | stood stand VBN 7 relcl | burned burn VBD 0 ROOT",
       {"Houses in the street | stood", "Houses in the street | burned", "the street | is | the pride"}},
      {"what one seems able to do is one verb with it",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | seems seem VBZ 0 ROOT | able able JJ 2 oprd | to to TO 5 aux | "
       "treat treat VB 3 xcomp | patients patient NNS 5 dobj",
       {"Ana | seemed able to treat | patients"}},
  });
}

TEST_CASE("a participle after a noun is said of the noun", "[ingest][extract]") {
  const Document document = hand_built(R"(
The the DT 2 det
treaty treaty NN 6 nsubj
signed sign VBN 2 acl
in in IN 3 prep
2010 2010 CD 4 pobj B-DATE
expired expire VBD 0 ROOT
)");
  CHECK(statements_of(document, "passive") == Texts{"The treaty | was signed | in 2010"});
  CHECK(statements_of(document, "active") == Texts{"The treaty signed in 2010 | expired"});
}

TEST_CASE("a copula gives its complement, and the role's object", "[ingest][extract]") {
  const Document document = hand_built(R"(
Russia Russia NNP 2 nsubj B-GPE
is be VBZ 0 ROOT
the the DT 5 det
leading lead VBG 5 amod
supplier supplier NN 2 attr
to to IN 5 prep
China China NNP 6 pobj B-GPE
)");
  CHECK(statements_of(document, "copula") == Texts{"Russia | is | the leading supplier to China"});
  CHECK(statements_of(document, "copula_role") == Texts{"Russia | leading supplier | to China"});
  CHECK(surfaces_of(document).front() == "Russia | is | the leading supplier to China");
}

TEST_CASE("an object's loose date dates the clause", "[ingest][extract]") {
  const Document document = hand_built(R"(
He he PRP 2 nsubj
joined join VBD 0 ROOT
the the DT 4 det
club club NN 2 dobj
in in IN 4 prep
2010 2010 CD 5 pobj B-DATE
)");
  CHECK(statements_of(document, "active") == Texts{"He | joined | the club | in 2010"});
  CHECK(extract(document)[0].arguments[1].role == ArgumentRole::kTime);
}

TEST_CASE("a verb that no dictionary has is a base form behind an auxiliary, its own or shared",
          "[ingest][extract]") {
  check_statements({
      {"Oslo would boost and regrommet ties",
       "active",
       "Oslo Oslo NNP 3 nsubj B-GPE | would would MD 3 aux | boost boost VB 0 ROOT | and and CC 3 cc | "
       "regrommet regrommet VB 3 conj | ties tie NNS 5 dobj",
       {"Oslo | boosted | ties", "Oslo | regrommeted | ties"}},
      {"Oslo forewore arms",
       "active",
       "Oslo Oslo NNP 2 nsubj B-GPE | forewore forewore VBP 0 ROOT | arms arm NNS 2 dobj",
       {"Oslo | forewore | arms"}},
      {"Oslo has reset rates",
       "active",
       "Oslo Oslo NNP 3 nsubj B-GPE | has have VBZ 3 aux | reset reset VB 0 ROOT | rates rate NNS 3 dobj",
       {"Oslo | reset | rates"}},
      {"Oslo mooves rates",
       "active",
       "Oslo Oslo NNP 2 nsubj B-GPE | mooves moove VBZ 0 ROOT | rates rate NNS 2 dobj",
       {"Oslo | mooved | rates"}},
  });
}

TEST_CASE("an extraction explains itself", "[ingest][extract]") {
  const Document document = hand_built(R"(
Xi Xi NNP 2 nsubj B-PERSON
met meet VBD 0 ROOT
Putin Putin NNP 2 dobj B-PERSON
)");
  const DocumentTree tree(document);
  const std::string text = explain(tree, extract(tree)[0]);
  CHECK(text.find("rule active, as in: Xi invited Putin") == 0);
  CHECK(text.find("Putin  NNP  dobj of met  PERSON") != std::string::npos);
}

TEST_CASE("other cuts end in a preposition, are less certain, and stay out of the graph",
          "[ingest][extract]") {
  const Document document = hand_built(R"(
He he PRP 2 nsubj
became become VBD 0 ROOT
a a DT 4 det
justice justice NN 2 attr
of of IN 4 prep
the the DT 7 det
Court Court NNP 5 pobj B-ORG
)");
  const auto found = extract(document, {.alternatives = true});
  const auto cut =
      std::find_if(found.begin(), found.end(), [](const Extraction& e) { return e.surface_only; });
  REQUIRE(cut != found.end());
  CHECK(surface_of(document, *cut).relation == "became a justice of");
  CHECK(surface_of(document, *cut).object == "the Court");
  CHECK(cut->confidence < found[0].confidence / 2);
}

TEST_CASE("each further phrase is a cut of its own", "[ingest][extract]") {
  const Document document = hand_built(R"(
Stones stone NNS 3 nsubjpass
were be VBD 3 auxpass
erected erect VBN 0 ROOT
at at IN 3 prep
sea sea NN 4 pobj
in in IN 3 prep
1866 1866 CD 6 pobj B-DATE
)");
  Texts relations;
  for (const Extraction& extraction : extract(document, {.alternatives = true}))
    relations.push_back(surface_of(document, extraction).relation);
  CHECK(relations == Texts{"were erected at", "were erected in"});
}

TEST_CASE("what goes on beside, behind a comma and with, is no argument", "[ingest][extract]") {
  const auto [mark, text] = GENERATE(table<std::string, std::string>(
      {{", , , 2 punct\n", ""},
       {"today today NN 2 npadvmod\n", "Cities | held rallies | with pupils marching"}}));
  const Document document = hand_built(R"(
Cities city NNS 2 nsubj
held hold VBD 0 ROOT
rallies rally NNS 2 dobj
)" + mark + R"(with with IN 2 prep
pupils pupil NNS 5 pobj
marching march VBG 6 acl
)");
  CHECK(statements_of(document, "light_verb") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("a comparison states nothing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Like like IN 6 prep
scoring score VBG 1 pcomp
glass glass NN 2 dobj
the the DT 5 det
trough trough NN 6 nsubj
weakens weaken VBZ 0 ROOT
ice ice NN 6 dobj
)");
  CHECK(statements_of(document, "active").size() == 1);
}

TEST_CASE("no place and no year is a who", "[ingest][extract]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 8 nsubj B-PERSON
, , , 1 punct
old old JJ 1 appos
from from IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
who who WP 7 nsubj
sold sell VBD 5 relcl
left leave VBD 0 ROOT
Norway Norway NNP 8 dobj B-GPE
)"))
            .front() == "Ana | sold");
  CHECK(statements_of(hand_built(R"(
people people NNS 8 nsubj
living live VBG 1 acl
in in IN 2 prep
Oslo Oslo NNP 3 pobj B-GPE
who who WP 6 nsubj
sold sell VBD 4 relcl
boats boat NNS 6 dobj
left leave VBD 0 ROOT
)"),
                      "active")[1] == "people living in Oslo | sold | boats");
  CHECK(statements_of(hand_built(R"(
In in IN 6 prep
Oslo Oslo NNP 1 pobj B-GPE
who who WP 4 nsubj
sold sell VBD 2 relcl
Ana Ana NNP 6 nsubj B-PERSON
left leave VBD 0 ROOT
Norway Norway NNP 6 dobj B-GPE
)"),
                      "active") == Texts{"Ana | left | Norway | in Oslo"});
}

TEST_CASE("nobody combines a year", "[ingest][extract]") {
  const Texts found = statements_of(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
counted count VBD 0 ROOT
boats boat NNS 2 dobj
until until IN 2 prep
2000 2000 CD 4 pobj B-DATE
, , , 5 punct
combined combine VBN 5 acl
with with IN 7 prep
ships ship NNS 8 pobj
)"));
  CHECK_FALSE(any_begins(found, "2000"));
}

TEST_CASE("whoever moves ahead with something goes nowhere with it", "[ingest][extract]") {
  const auto [adverb, predicate] =
      GENERATE(table<std::string, std::string>({{"ahead", "moved ahead"}, {"slowly", "moved"}}));
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nmoved move VBD 0 ROOT\n" + adverb + " " + adverb +
                 " RB 2 advmod\nwith with IN 2 prep\nthe the DT 6 det\n" + "plan plan NN 4 pobj\n");
  const auto found = extract(document);
  REQUIRE(!found.empty());
  CHECK(found.front().predicate == predicate);
}

TEST_CASE("a particle behind the object belongs to its verb", "[ingest][extract]") {
  const auto [adverb, text] = GENERATE(table<std::string, std::string>({
      {"down down RB", "Ida | held down | the thief"},       // WordNet has `hold down`
      {"there there RB", "Ida | held | the thief | there"},  // and no `hold there`
  }));
  const Document document = hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nheld hold VBD 0 ROOT\nthe the DT 4 det\nthief thief NN 2 dobj\n" +
      adverb + " 2 advmod\n");
  CHECK(statements_of(document, "active") == Texts{text});
}

TEST_CASE("who came first did not merely come", "[ingest][extract][predicate_form]") {
  const auto [adverb, predicate] =
      GENERATE(table<std::string, std::string>({{"first first RB 2 advmod B-ORDINAL", "came first"},
                                                {"last last RB 2 advmod", "came last"},
                                                {"late late RB 2 advmod", "came"}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\ncame come VBD 0 ROOT\n" + adverb +
                                       "\nin in IN 2 prep\nraces race NNS 4 pobj\n");
  CHECK(extract(document).front().predicate == predicate);
}

TEST_CASE("who has until a day to do something need not have done it", "[ingest][extract][clause_finder]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
has have VBZ 0 ROOT
until until IN 2 prep
May May NNP 3 pobj B-DATE
to to TO 6 aux
release release VB 2 xcomp
plans plan NNS 6 dobj
)");
  CHECK(found(document, "released").modality == Modality::kPlanned);
}

TEST_CASE("who lies to somebody lied", "[ingest][extract][predicate_form]") {
  const auto [link, predicate] = GENERATE(table<std::string, std::string>({{"to", "lied"}, {"near", "lay"}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\nlies lie VBZ 0 ROOT\n" + link + " " +
                                       link + " IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\n");
  CHECK(extract(document).front().predicate == predicate);
}

TEST_CASE("who did not lie did not lay", "[ingest][extract][predicate_form]") {
  CHECK(extract(hand_built(
                    "Ana Ana NNP 4 nsubj B-PERSON\ndid do VBD 4 aux\nnot not RB 4 neg\nlie lie VB 0 ROOT\n"))
            .front()
            .predicate == "lied");
}

TEST_CASE("not one but the other did it", "[ingest][extract][build]") {
  const Document document = hand_built(R"(
Not not RB 2 neg
Ana Ana NNP 5 nsubj B-PERSON
but but CC 2 cc
Ida Ida NNP 2 conj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 5 dobj B-GPE
)");
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "active")
      CHECK(extraction.negated == (text_of(document, extraction.subject.tokens) != "Ida"));
}

TEST_CASE("verbs share an object that either can have", "[ingest][extract]") {
  const auto [verb, object, shared] =
      GENERATE(table<std::string, std::string, bool>({{"exploded explode", "clerks clerk", false},
                                                      {"left leave", "bands band", false},
                                                      {"collapsed collapse", "cars car", false},
                                                      {"hit hit", "cars car", true}}));
  const Document document =
      hand_built("Bombs bomb NNS 2 nsubj\n" + verb +
                 " VBD 0 ROOT\nand and CC 2 cc\nburied bury VBD 2 conj\n" + object + " NNS 4 dobj\n");
  const auto extractions = extract(document);
  CHECK(std::any_of(extractions.begin(), extractions.end(), [](const Extraction& e) {
          return e.relation_tokens == std::vector<std::uint32_t>{1} && !e.arguments.empty();
        }) == shared);
}

TEST_CASE("an object is shared by verbs of one form", "[ingest][extract][clause_slots]") {
  const auto [tag, shared] = GENERATE(table<std::string, bool>({{"VB", true}, {"VBG", false}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubj B-PERSON\nmay may MD 3 aux\nbuy buy " + tag + R"( 0 ROOT
and and CC 3 cc
sell sell VB 3 conj
stocks stock NNS 5 dobj
)");
  CHECK((statements_of(document).front() == "Ana | bought | stocks") == shared);
}

TEST_CASE("what is done is nobody's role, and the following is nothing", "[ingest][extract]") {
  const auto [subject, noun, told] = GENERATE(
      table<std::string, std::string, bool>({{"key key NN 2 nsubj", "development", false},
                                             {"key key NN 2 nsubj", "part", true},
                                             {"Norsk Norsk NNP 2 nsubj B-ORG", "development", true}}));
  const Document document = hand_built(subject + "\nis be VBZ 0 ROOT\n" + noun + " " + noun +
                                       " NN 2 attr\nof of IN 3 prep\nports port NNS 4 pobj\n");
  CAPTURE(subject, noun);
  CHECK(statements_of(document, "copula_role").empty() != told);
  const Document next = hand_built(
      "The the DT 2 det\nfollowing following NN 3 nsubj\nis be VBZ 0 ROOT\na a DT 5 det\nlist list NN 3 "
      "attr\n");
  for (const Extraction& extraction : extract(next)) CHECK(extraction.surface_only);
}

TEST_CASE("between two numbers is one amount", "[ingest][extract][clause_slots]") {
  const auto [before, object] = GENERATE(
      table<std::string, std::string>({{"between between", "between 5 and 10"}, {"about about", "about 5"}}));
  const Document document =
      hand_built("Maps map NNS 2 nsubj\ncost cost VBP 0 ROOT\n" + before +
                 " IN 4 quantmod\n5 5 CD 2 dobj B-MONEY\nand and CC 4 cc\n10 10 CD 4 conj B-MONEY\n");
  CHECK(text_of(document, found(document, "cost").arguments.front().phrase.tokens) == object);
}
