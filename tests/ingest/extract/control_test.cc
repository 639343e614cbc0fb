#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what one uses does nothing; whom one asks does it", "[ingest][extract][control]") {
  const Document used = hand_built(R"(
Divers diver NNS 2 nsubj
used use VBD 0 ROOT
lamps lamp NNS 2 dobj
to to TO 5 aux
find find VB 2 xcomp
wrecks wreck NNS 5 dobj
)");
  CHECK(statements_of(used, "active") ==
        Texts{"Divers | used | lamps | to find wrecks", "Divers | found | wrecks"});
  const Document asked = hand_built(R"(
Divers diver NNS 2 nsubj
asked ask VBD 0 ROOT
sailors sailor NNS 2 dobj
to to TO 5 aux
find find VB 2 xcomp
wrecks wreck NNS 5 dobj
)");
  CHECK(statements_of(asked, "active").back() == "sailors | found | wrecks");
}

TEST_CASE("who is sent or hired does what for; who is met does not", "[ingest][extract][control]") {
  const auto [verb, past, doer] = GENERATE(table<std::string, std::string, std::string>(
      {{"send", "sent", "engineers"}, {"hire", "hired", "engineers"}, {"meet", "met", "Norway"}}));
  const Document document =
      hand_built("Norway Norway NNP 2 nsubj B-GPE\n" + past + " " + verb + R"( VBD 0 ROOT
engineers engineer NNS 2 dobj
to to TO 5 aux
build build VB 2 xcomp
dams dam NNS 5 dobj
)");
  CHECK(statements_of(document, "active").back() == doer + " | built | dams");
}

TEST_CASE("who does what a second verb says is known from the first", "[ingest][extract][control]") {
  check_statements({
      {"time that is spent does nothing",
       "active",
       "She she PRP 2 nsubj | spent spend VBD 0 ROOT | years year NNS 2 dobj B-DATE | "
       "mapping map VBG 2 xcomp | caves cave NNS 4 dobj",
       {"She | spent | years | mapping caves", "She | mapped | caves"}},
      {"who an infinitive behind `for` is about is its subject",
       "copula",
       "She she PRP 2 nsubj | fought fight VBD 0 ROOT | for for IN 2 prep | "
       "Friday Friday NNP 3 pobj B-DATE | to to TO 6 aux | be be VB 2 advcl | a a DT 8 det | "
       "holiday holiday NN 6 attr",
       {"Friday | is | a holiday"}},
      {"what is built using something does not use it",
       "active",
       "Bridges bridge NNS 3 nsubjpass | were be VBD 3 auxpass | built build VBN 0 ROOT | "
       "using use VBG 3 advcl | steel steel NN 4 dobj",
       {}},
      {"a noun that has a clause for its content has no part in it",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | saw see VBD 0 ROOT | danger danger NN 2 dobj | "
       "roofs roof NNS 6 nsubj | might might MD 6 aux | collapse collapse VB 3 relcl",
       {"Ana | saw | danger", "roofs | collapsed"}},
      {"what is called so stands before the comma",
       "passive",
       "Ana Ana NNP 2 nsubj B-PERSON | built build VBD 0 ROOT | a a DT 4 det | boat boat NN 2 dobj | "
       ", , , 2 punct | called call VBN 2 advcl | Ida Ida NNP 6 oprd B-PRODUCT",
       {"a boat | was called | Ida"}},
      {"what is described as being so is so, not who says it",
       "copula",
       "Ana Ana NNP 2 nsubj B-PERSON | described describe VBD 0 ROOT | the the DT 4 det | "
       "trip trip NN 2 dobj | as as IN 2 prep | being be VBG 5 pcomp | hard hard JJ 6 acomp",
       {"the trip | is | hard"}},
      {"money does not do what it is spent on",
       "",
       "Norway Norway NNP 2 nsubj B-GPE | invested invest VBD 0 ROOT | ten ten CD 4 nummod B-MONEY | "
       "dollars dollar NNS 2 dobj I-MONEY | to to TO 6 aux | develop develop VB 2 xcomp | "
       "drugs drug NNS 6 dobj",
       {"Norway | invested | ten dollars | to develop drugs", "Norway | developed | drugs"}},
      {"nobody gives to herself what an event gives her",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | won win VBD 0 ROOT | votes vote NNS 2 dobj | , , , 2 punct | "
       "giving give VBG 2 advcl | her she PRP 5 dative | seats seat NNS 5 dobj",
       {"Ana | won | votes | giving her seats"}},
      {"a relative pronoun before two verbs is the last one's object",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | likes like VBZ 0 ROOT | cars car NNS 2 dobj | "
       "which which WDT 7 dobj | Norsk Norsk NNP 7 nsubj B-ORG | has have VBZ 7 aux | "
       "begun begin VBN 3 relcl | testing test VBG 7 xcomp",
       {"Ana | liked | cars", "Norsk | began testing | cars"}},
      {"an adjective behind a passive belongs to it",
       "",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | found find VBN 0 ROOT | "
       "guilty guilty JJ 3 oprd | of of IN 4 prep | theft theft NN 5 pobj",
       {"Ana | was found guilty | of theft"}},
      {"a relative clause is of the noun before it where the other one does not agree",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | found find VBD 0 ROOT | a a DT 4 det | rail rail NN 2 dobj | "
       "of of IN 4 prep | cars car NN 5 pobj | and and CC 6 cc | germs germ NNS 6 conj | "
       "that that WDT 10 nsubj | cause cause VBP 4 relcl | plague plague NN 10 dobj",
       {"Ana | found | a rail of cars and germs", "germs | caused | plague"}},
      {"what is signed with somebody is an object, though it could have content",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | ended end VBD 0 ROOT | the the DT 4 det | "
       "contract contract NN 2 dobj | Ida Ida NNP 6 nsubj B-PERSON | signed sign VBD 4 relcl | "
       "with with IN 6 prep | Norsk Norsk NNP 7 pobj B-ORG",
       {"Ana | ended | the contract", "Ida | signed | the contract | with Norsk"}},
      {"who is shown doing something does it",
       "",
       "Footage footage NN 2 nsubj | captured capture VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | "
       "wearing wear VBG 2 advcl | masks mask NNS 4 dobj",
       {"Footage | captured | Ana | wearing masks", "Ana | wore | masks"}},
      {"who leads is followed, and not the votes",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | had have VBD 0 ROOT | most most JJS 4 amod | votes vote NNS 2 dobj | "
       ", , , 4 punct | followed follow VBN 4 acl | by by IN 6 agent | Bergen Bergen NNP 7 pobj B-GPE",
       {"Oslo | had | most votes , followed by Bergen", "Bergen | followed | Oslo"}},
      {"to what somebody pleads guilty belongs to the plea",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | pleaded plead VBD 0 ROOT | guilty guilty JJ 2 oprd | "
       "to to IN 3 prep | theft theft NN 4 pobj",
       {"Ana | pleaded guilty | to theft"}},
  });
}

TEST_CASE("what is found to be so is so on the finder's word", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Judges judge NNS 2 nsubj
found find VBD 0 ROOT
the the DT 4 det
plan plan NN 6 nsubj
to to TO 6 aux
be be VB 2 ccomp
unlawful unlawful JJ 6 acomp
)");
  const auto extractions = extract(document);
  REQUIRE(extractions.size() == 2);
  CHECK(extractions[0].surface_only);  // nobody found the plan
  CHECK(extractions[1].modality == Modality::kAsserted);
  REQUIRE(extractions[1].attribution);
  CHECK(document.word(extractions[1].attribution->claimant.head) == "Judges");
}

TEST_CASE("whom one calls on to do it is to do it", "[ingest][extract][control]") {
  const auto [verb, past, doer] = GENERATE(
      table<std::string, std::string, std::string>({{"call", "called", "Oslo"}, {"land", "landed", "Ana"}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + past + " " + verb + R"( VBD 0 ROOT
on on IN 2 prep
Oslo Oslo NNP 3 pobj B-GPE
to to TO 6 aux
free free VB 2 xcomp
Ida Ida NNP 6 dobj B-PERSON
)");
  const Texts texts = statements_of(document, "active");
  CHECK(holds(texts, doer + " | freed | Ida"));
}

TEST_CASE("nobody is known by an acronym as by a clerk", "[ingest][extract][control]") {
  const auto [noun, rule] = GENERATE(
      table<std::string, std::string>({{"acronym acronym", "passive"}, {"clerk clerk", "passive_agent"}}));
  const Document document = hand_built(R"(
Norsk Norsk NNP 3 nsubjpass B-ORG
is be VBZ 3 auxpass
known know VBN 0 ROOT
by by IN 3 agent
its its PRP$ 7 poss
)" + noun + " NN 7 compound\nMarit Marit NNP 4 pobj B-ORG\n");
  CHECK(statements_of(document, rule).size() == 1);
  CHECK(statements_of(document, "descriptor").empty());
}

TEST_CASE("what is done by ambulance is done by nobody named", "[ingest][extract][control]") {
  const auto [doer, rule] = GENERATE(table<std::string, std::string>(
      {{"ambulance ambulance", "passive"}, {"police police", "passive_agent"}}));
  const Document document = hand_built(R"(
Pupils pupil NNS 3 nsubjpass
were be VBD 3 auxpass
moved move VBN 0 ROOT
by by IN 3 agent
)" + doer + " NN 4 pobj\n");
  CHECK(statements_of(document, rule).size() == 1);
}

TEST_CASE("nobody is a which", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
They they PRP 2 nsubj
held hold VBD 0 ROOT
talks talk NNS 2 dobj
with with IN 3 prep
Ana Ana NNP 6 compound B-PERSON
Holt Holt NNP 4 pobj I-PERSON
, , , 6 punct
in in IN 11 prep
which which WDT 8 pobj
Oslo Oslo NNP 11 nsubj B-GPE
won win VBD 6 relcl
support support NN 11 dobj
)");
  const Texts texts = statements_of(document, "active");
  CHECK_FALSE(any_ends(texts, "in Ana Holt"));
}

TEST_CASE("who takes action to do something does it", "[ingest][extract][control]") {
  const char* tag = GENERATE("TO", "IN");
  const auto found = statements_of(hand_built(std::string(R"(
Peru    Peru   NNP 2 nsubj B-GPE
took    take   VBD 0 ROOT
action  action NN  2 dobj
to      to     )") + tag + R"(  5 aux
stop    stop   VB  2 xcomp
Chile   Chile  NNP 5 dobj B-GPE
)"),
                                   "active");
  CHECK(holds(found, "Peru | stopped | Chile"));
}

TEST_CASE("no clause tells one bearer of a name from another", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
met meet VBD 0 ROOT
clerks clerk NNS 2 dobj
from from IN 3 prep
Norsk Norsk NNP 4 pobj B-ORG
wearing wear VBG 5 acl
hats hat NNS 6 dobj
)"));
  REQUIRE(texts.size() == 2);
  CHECK(texts.back().starts_with("clerks from Norsk"));
  CHECK(texts.back().ends_with("| wore | hats"));
}

TEST_CASE("a single one behind several names is the last of them", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
likes like VBZ 0 ROOT
Norsk Norsk NNP 2 dobj B-ORG
and and CC 3 cc
Luft Luft NNP 3 conj B-ORG
, , , 3 punct
which which WDT 8 nsubj
sells sell VBZ 3 relcl
flights flight NNS 8 dobj
)"));
  CHECK(std::count(texts.begin(), texts.end(), "Luft | sold | flights") == 1);
}

TEST_CASE("a relative clause is of the noun that agrees with its verb", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
saw see VBD 0 ROOT
cities city NNS 2 dobj
in in IN 3 prep
the the DT 6 det
desert desert NN 4 pobj
which which WDT 8 nsubj
were be VBD 6 relcl
empty empty JJ 8 acomp
)"));
  REQUIRE(texts.size() == 2);
  CHECK(texts.back().starts_with("cities"));
}

TEST_CASE("several have no single name", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
A a DT 2 det
group group NN 7 nsubj
run run VBN 2 acl
by by IN 3 agent
prisoners prisoner NNS 4 pobj
called call VBN 5 acl
helped help VBD 0 ROOT
Ana Ana NNP 7 dobj B-PERSON
)"));
  CHECK_FALSE(any_begins(texts, "group | was called"));
  const Texts named = statements_of(hand_built(R"(
A a DT 2 det
group group NN 8 nsubj
run run VBN 2 acl
by by IN 3 agent
prisoners prisoner NNS 4 pobj
called call VBN 5 acl
Kris Kris NNP 6 oprd
helped help VBD 0 ROOT
Ana Ana NNP 8 dobj B-PERSON
)"));
  CHECK(std::any_of(named.begin(), named.end(), [](const std::string& text) {
    return text.starts_with("A group") && text.ends_with("| was called | Kris");
  }));
}

TEST_CASE("what is brokered to end something is brokered", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
announced announce VBD 0 ROOT
deals deal NNS 2 dobj
Ana Ana NNP 5 nsubj B-PERSON
brokered broker VBD 3 relcl
to to TO 7 aux
end end VB 5 xcomp
wars war NNS 7 dobj
)"));
  CHECK(any_begins(texts, "Ana | brokered | deals"));
}

TEST_CASE("what is made possible is the noun of the relative clause", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
likes like VBZ 0 ROOT
software software NN 2 dobj
Norsk Norsk NNP 5 nsubj B-ORG
made make VBD 3 relcl
possible possible JJ 5 oprd
)"));
  CHECK(std::count(texts.begin(), texts.end(), "Norsk | made possible | software") == 1);
}

TEST_CASE("people rather than a poll are who", "[ingest][extract][control]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
met meet VBD 0 ROOT
customers customer NNS 2 dobj
of of IN 3 prep
companies company NNS 4 pobj
who who WP 7 nsubj
left leave VBD 5 relcl
Oslo Oslo NNP 7 dobj B-GPE
)"))
            .back()
            .starts_with("customers of companies"));
}

TEST_CASE("what there is does not do what is told next", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
There there EX 2 expl
were be VBD 0 ROOT
clashes clash NNS 2 attr
and and CC 2 cc
set set VBD 2 conj
fires fire NNS 5 dobj
)"));
  CHECK_FALSE(any_has(texts, "| set |"));
}

TEST_CASE("a place where there is something is not that", "[ingest][extract][control]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
saw see VBD 0 ROOT
stadiums stadium NNS 2 dobj
where where WRB 6 advmod
there there EX 6 expl
were be VBD 3 relcl
games game NNS 6 attr
)"));
  CHECK_FALSE(any_begins(texts, "stadiums"));
}

TEST_CASE("who said it adds what follows", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
said say VBD 0 ROOT
Ida Ida NNP 4 nsubj B-PERSON
faces face VBZ 2 ccomp
charges charge NNS 4 dobj
, , , 4 punct
adding add VBG 4 advcl
Oslo Oslo NNP 10 nsubj B-GPE
will will MD 10 aux
sue sue VB 7 ccomp
her her PRP 10 dobj
)");
  const Extraction sues = found(document, "sued");
  REQUIRE(sues.attribution);
  CHECK(text_of(document, sues.attribution->claimant.tokens) == "Ana");
}

TEST_CASE("who promises somebody to do something does it", "[ingest][extract][clause_control]") {
  const auto [verb, doer] =
      GENERATE(table<std::string, std::string>({{"promised promise", "Ana"}, {"urged urge", "Oslo"}}));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + R"( VBD 0 ROOT
Oslo Oslo NNP 2 dobj B-GPE
to to TO 5 aux
lay lay VB 2 xcomp
cables cable NNS 5 dobj
)");
  CHECK(text_of(document, found(document, "laid").subject.tokens) == doer);
}

TEST_CASE("what is sent to be done something to is what it is done to", "[ingest][extract][clause_control]") {
  const auto [be, subject] = GENERATE(table<std::string, std::string>(
      {{"be be VB 7 auxpass\ntried try VBN", "men"}, {"quickly quickly RB 7 advmod\ncall call VB", "Ana"}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\ntook take VBD 0 ROOT\nmen man NNS 2 dobj\nhome home RB 2 advmod\n"
      "to to TO 7 aux\n" +
      be + " 2 advcl\nin in IN 7 prep\nOslo Oslo NNP 8 pobj B-GPE\n");
  for (const Extraction& extraction : extract(document))
    if (!extraction.relation_tokens.empty() && extraction.relation_tokens.back() == 6)
      CHECK(text_of(document, extraction.subject.tokens) == subject);
}

TEST_CASE("whom one relies on, appeals to or pays is to do it", "[ingest][extract][clause_control]") {
  const auto [words, doer] = GENERATE(table<std::string, std::string>({
      {"relied rely VBD 0 ROOT\non on IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\nto to TO 6 aux\npay pay VB 2 "
       "advcl\n",
       "Oslo"},
      {"appealed appeal VBD 0 ROOT\nto to IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\nto to TO 6 aux\npay pay VB "
       "2 xcomp\n",
       "Oslo"},
      {"gave give VBD 0 ROOT\nOslo Oslo NNP 2 dative B-GPE\nmoney money NN 2 dobj\nto to TO 6 aux\npay pay "
       "VB 2 advcl\n",
       "Oslo"},
      {"gave give VBD 0 ROOT\nOslo Oslo NNP 2 dobj B-GPE\ndays day NNS 2 npadvmod B-DATE\nto to TO 6 aux\n"
       "pay pay VB 2 advcl\n",
       "Oslo"},
      {"gave give VBD 0 ROOT\nOslo Oslo NNP 2 dative B-GPE\nmaps map NNS 2 dobj\nto to TO 6 aux\npay pay VB "
       "2 advcl\n",
       "Ana"},
  }));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + words + "bills bill NNS 6 dobj\n");
  CAPTURE(words);
  CHECK(text_of(document, found(document, "paid").subject.tokens) == doer);
}

TEST_CASE("who is convicted of a plot to do it is to have done it, no court",
          "[ingest][extract][clause_control]") {
  const Document document = hand_built(R"(
Courts court NNS 2 nsubj
convicted convict VBD 0 ROOT
Olof Olof NNP 2 dobj
of of IN 2 prep
plots plot NNS 4 pobj
to to TO 7 aux
close close VB 2 xcomp
mines mine NNS 7 dobj
)");
  CHECK(text_of(document, found(document, "closed").subject.tokens) == "Olof");
}

TEST_CASE("who is fined a sum for something did it", "[ingest][extract][control]") {
  const auto [sum, doer] = GENERATE(table<std::string, std::string>(
      {{"euros euro NNS 3 dobj B-MONEY", "Norsk"}, {"clerks clerk NNS 3 dobj", "clerks"}}));
  const Document document =
      hand_built("Norsk Norsk NNP 3 nsubjpass B-ORG\nwas be VBD 3 auxpass\nfined fine VBN 0 ROOT\n" + sum +
                 "\nfor for IN 3 prep\nspoiling spoil VBG 5 pcomp\nrivers river NNS 6 dobj\n");
  CHECK(says(document, doer + " | spoiled | rivers"));
}

TEST_CASE("who gives an order does not follow it", "[ingest][extract][clause_subjects]") {
  const Texts texts = statements_of(hand_built(R"(
Pay pay VB 6 advcl
the the DT 3 det
fine fine NN 1 dobj
, , , 6 punct
Oslo Oslo NNP 6 nsubj B-GPE
told tell VBD 0 ROOT
Ana Ana NNP 6 dobj B-PERSON
)"));
  CHECK_FALSE(any_has(texts, "paid"));
}

TEST_CASE("whom one counts on is to do it; who works on a day does it himself",
          "[ingest][extract][control]") {
  const auto [verb, noun, doer] = GENERATE(table<std::string, std::string, std::string>(
      {{"counted count", "Ida Ida NNP 3 pobj B-PERSON", "Ida"},
       {"worked work", "Friday Friday NNP 3 pobj B-DATE", "Ana"}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " VBD 0 ROOT\non on IN 2 prep\n" + noun +
                 "\nto to TO 6 aux\nsell sell VB 2 advcl\nships ship NNS 6 dobj\n");
  CHECK(says(document, doer + " | sold | ships"));
}

TEST_CASE("an adverb may stand between the comma and the participle", "[ingest][extract][control]") {
  const auto adverb = GENERATE(std::string(), std::string("later later RB 7 advmod\n"));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nwrote write VBD 0 ROOT\na a DT 4 det\nbook book NN 2 dobj\n"
      ", , , 2 punct\n" +
      adverb + "published publish VBN 2 advcl\nin in IN " + (adverb.empty() ? "6" : "7") +
      " prep\nMay May NNP " + (adverb.empty() ? "7" : "8") + " pobj B-DATE\n");
  CHECK(says(document, "a book | was published | in May"));
}
