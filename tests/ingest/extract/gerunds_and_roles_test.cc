#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("the world's producer of salt is no deed of the world", "[ingest][extract]") {
  const auto [noun, count] =
      GENERATE(table<std::string, std::size_t>({{"producer producer", 0}, {"destruction destruction", 1}}));
  const Document document =
      hand_built("Oslo Oslo NNP 3 poss B-GPE\n's 's POS 1 case\n" + noun +
                 " NN 6 nsubj\nof of IN 3 prep\nsalt salt NN 4 pobj\nangered anger VBD 0 ROOT\n"
                 "Peru Peru NNP 6 dobj B-GPE\n");
  CHECK(statements_of(document, "nominal_event").size() == count);
}

TEST_CASE("the biggest attack of the war attacks no war", "[ingest][extract]") {
  const auto [rank, text] = GENERATE(table<std::string, std::string>(
      {{"biggest big JJS", ""}, {"big big JJ", "Ana | launched attack | of the war"}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nlaunched launch VBD 0 ROOT\nthe the DT 5 det\n" + rank +
                 " 5 amod\nattack attack NN 2 dobj\nof of IN 5 prep\nthe the DT 8 det\n"
                 "war war NN 6 pobj\n");
  CHECK(statements_of(document, "light_verb") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("gerunds, titles and joined verbs say what they say", "[ingest][extract]") {
  check_statements({
      {"what follows a person's of and does something is the verb's",
       "active",
       "She she PRP 2 nsubj | accused accuse VBD 0 ROOT | the the DT 4 det | "
       "minister minister NN 2 dobj | of of IN 4 prep | misleading mislead VBG 5 pcomp | "
       "parliament parliament NN 6 dobj",
       {"She | accused | the minister | of misleading parliament", "the minister | misled | parliament"}},
      {"a participle joined to a passive is one",
       "passive",
       "Twelve twelve CD 3 nsubjpass | were be VBD 3 auxpass | killed kill VBN 0 ROOT | and and CC 3 cc | "
       "others other NNS 6 nsubj | injured injure VBN 3 conj",
       {"Twelve | was killed", "others | was injured"}},
      {"a preposition of two words stays whole",
       "passive",
       "Flights flight NNS 3 nsubjpass | were be VBD 3 auxpass | cancelled cancel VBN 0 ROOT | "
       "because because IN 3 prep | of of IN 4 pcomp | the the DT 7 det | strike strike NN 4 pobj",
       {"Flights | was cancelled | because of the strike"}},
      {"whose visit it is visits",
       "nominal_event",
       "The the DT 2 det | visit visit NN 0 ROOT | of of IN 2 prep | "
       "Francis Francis NNP 3 pobj B-PERSON | to to IN 2 prep | Mongolia Mongolia NNP 5 pobj B-GPE",
       {"Francis | visited | Mongolia"}},
      {"joined roles are each of their own",
       "apposition_role",
       "Ressa Ressa NNP 9 nsubj B-PERSON | , , , 1 punct | winner winner NN 1 appos | of of IN 3 prep | "
       "prizes prize NNS 4 pobj | and and CC 3 cc | founder founder NN 3 conj | , , , 1 punct | "
       "spoke speak VBD 0 ROOT",
       {"Ressa | winner | of prizes", "Ressa | is | founder"}},
      {"a role with a hyphened phrase is whole",
       "apposition_role",
       "Ida Ida NNP 11 nsubj B-PERSON | , , , 1 punct | the the DT 4 det | sister sister NN 1 appos | - - "
       "HYPH 4 punct | "
       "in in IN 4 prep | - - HYPH 6 punct | law law NN 6 pobj | of of IN 4 prep | Ana Ana NNP 9 pobj "
       "B-PERSON | "
       "resigned resign VBD 0 ROOT",
       {"Ida | sister-in-law | of Ana"}},
      {"a name may stand behind the role's phrase",
       "title",
       "Ana Ana NNP 8 poss B-PERSON | 's 's POS 1 case | son son NN 8 nmod | - - HYPH 3 punct | in in IN 3 "
       "prep | "
       "- - HYPH 5 punct | law law NN 5 pobj | Olof Olof NNP 9 nsubj B-PERSON | resigned resign VBD 0 ROOT",
       {"Olof | son-in-law | of Ana"}},
      {"a manager of one body does not manage what another role is of",
       "apposition_role",
       "Ana Ana NNP 11 nsubj B-PERSON | , , , 1 punct | a a DT 5 det | Norsk Norsk NNP 5 compound B-ORG | "
       "manager manager NN 1 appos | "
       "and and CC 5 cc | owner owner NN 5 conj | of of IN 5 prep | Narvik Narvik NNP 8 pobj B-ORG | , , , 1 "
       "punct | "
       "resigned resign VBD 0 ROOT",
       {"Ana | manager | of Norsk", "Ana | owner | of Narvik"}},
      {"half of a body's name is no part of the role",
       "title",
       "Nord Nord JJ 3 amod | - - HYPH 3 punct | Sud Sud NNP 4 compound B-ORG | CEO CEO NNP 6 compound | "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 7 nsubj I-PERSON | resigned resign VBD 0 ROOT",
       {"Ana Roe | ceo | of Sud"}},
      {"women are no owners of a lawyer for their rights",
       "apposition_role",
       "Ana Ana NNP 9 nsubj B-PERSON | , , , 1 punct | a a DT 4 det | women woman NNS 7 poss | 's 's POS 4 "
       "case | "
       "rights right NNS 7 compound | lawyer lawyer NN 1 appos | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | is | a women 's rights lawyer"}},
      {"clerks are owners of their lawyer",
       "apposition_role",
       "Ana Ana NNP 8 nsubj B-PERSON | , , , 1 punct | the the DT 4 det | clerks clerk NNS 6 poss | ' ' POS "
       "4 case | "
       "lawyer lawyer NN 1 appos | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | lawyer | of the clerks"}},
      {"a player is with a club and not with a wound",
       "apposition_role",
       "Ana Ana NNP 12 nsubj B-PERSON | , , , 1 punct | a a DT 5 det | Danish Danish JJ 5 amod B-NORP | "
       "player player NN 1 appos | with with IN 5 prep | a a DT 9 det | new new JJ 9 amod | wound wound NN 6 "
       "pobj | "
       ", , , 1 punct | today today NN 12 npadvmod B-DATE | left leave VBD 0 ROOT",
       {"Ana | player | from Danish"}},
      {"somebody is from where the one of that age is",
       "age",
       "Ana Ana NNP 12 nsubj B-PERSON | , , , 1 punct | a a DT 8 det | 52 52 CD 6 nummod B-DATE | - - HYPH 6 "
       "punct | "
       "year year NN 8 npadvmod | - - HYPH 8 punct | old old JJ 1 appos | from from IN 8 prep | "
       "Oslo Oslo NNP 9 pobj B-GPE | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | is aged | 52"}},
      {"and from where the one of that age is",
       "affiliation",
       "Ana Ana NNP 12 nsubj B-PERSON | , , , 1 punct | a a DT 8 det | 52 52 CD 6 nummod B-DATE | - - HYPH 6 "
       "punct | "
       "year year NN 8 npadvmod | - - HYPH 8 punct | old old JJ 1 appos | from from IN 8 prep | "
       "Oslo Oslo NNP 9 pobj B-GPE | , , , 1 punct | left leave VBD 0 ROOT",
       {"Ana | is | from Oslo"}},
      {"the owner of a title is what the role is of",
       "title",
       "Volkswagen Volkswagen NNP 5 poss | 's 's POS 1 case | chief chief JJ 4 compound | "
       "executive executive NN 5 compound | Blume Blume NNP 6 nsubj B-PERSON | resigned resign VBD 0 ROOT",
       {"Blume | chief executive | of Volkswagen"}},
      {"of an infinitive the noun before it is not the object",
       "active",
       "This this DT 2 nsubj | provides provide VBZ 0 ROOT | a a DT 4 det | way way NN 2 dobj | "
       "for for IN 8 mark | oxygen oxygen NN 8 nsubj | to to TO 8 aux | enter enter VB 4 relcl | "
       "brines brine NNS 8 dobj",
       {"This | provided | a way", "oxygen | entered | brines"}},
      {"of a description and a name before the verb the name does it",
       "active",
       "A a DT 2 det | veteran veteran NN 5 nsubj | , , , 5 punct | "
       "Stevens Stevens NNP 5 nsubj B-PERSON | retired retire VBD 0 ROOT | in in IN 5 prep | "
       "2010 2010 CD 6 pobj B-DATE",
       {"Stevens | retired | in 2010"}},
      {"an infinitive behind a phrase says what for",
       "active",
       "People people NNS 2 nsubj | crowded crowd VBD 0 ROOT | onto onto IN 2 prep | the the DT 5 det | "
       "square square NN 3 pobj | to to TO 7 aux | witness witness VB 2 xcomp | it it PRP 7 dobj",
       {"People | crowded | onto the square | to witness it", "People | witnessed | it"}},
      {"who is a person, however near the body stands",
       "active",
       "They they PRP 2 nsubj | called call VBD 0 ROOT | Stallman Stallman NNP 2 dobj B-PERSON | "
       ", , , 3 punct | founder founder NN 3 appos | of of IN 5 prep | "
       "Foundation Foundation NNP 6 pobj B-ORG | , , , 7 punct | who who WP 10 nsubj | "
       "wrote write VBD 7 relcl | Emacs Emacs NNP 10 dobj",
       {"They | called | Stallman", "Stallman | wrote | Emacs"}},
      {"which of an inner clause is not the outer verb's object",
       "active",
       "an an DT 2 det | election election NN 0 ROOT | which which WDT 5 dobj | "
       "papers paper NNS 5 nsubj | projected project VBD 2 relcl | Biden Biden NNP 7 nsubj B-PERSON | "
       "won win VBD 5 ccomp",
       {"papers | projected | Biden won", "Biden | won"}},
      {"of two objects of a relative clause the antecedent is what is given",
       "",
       "a a DT 2 det | penalty penalty NN 0 ROOT | which which WDT 5 dobj | he he PRP 5 nsubj | "
       "awarded award VBD 2 relcl | Sweden Sweden NNP 5 dobj B-GPE",
       {"he | awarded | a penalty | Sweden"}},
      {"a score measures nothing",
       "",
       "It it PRP 2 nsubj | ended end VBD 0 ROOT | 0 0 CD 2 npadvmod",
       {"It | ended"}},
      {"what follows something is no follower",
       "active",
       "They they PRP 2 nsubj | raised raise VBD 0 ROOT | alarm alarm NN 2 dobj | "
       "following follow VBG 2 advcl | floods flood NNS 4 dobj",
       {"They | raised | alarm | following floods"}},
      {"a day counts nobody",
       "active",
       "a a DT 2 det | report report NN 0 ROOT | on on IN 2 prep | Saturday Saturday NNP 3 pobj B-DATE | "
       "which which WDT 6 nsubj | counted count VBD 4 relcl | villages village NNS 6 dobj",
       {"a report on Saturday | counted | villages"}},
      {"who is the largest in the world is nothing of the world",
       "apposition_role",
       "Norrsken Norrsken NNP 10 nsubj B-ORG | , , , 1 punct | the the DT 4 det | world world NN 7 poss | "
       "'s 's POS 4 case | largest large JJS 7 amod | maker maker NN 1 appos | of of IN 7 prep | "
       "paper paper NN 8 pobj | left leave VBD 0 ROOT",
       {"Norrsken | largest maker | of paper"}},
      {"who is appointed as somebody's successor is the successor of him",
       "assigned_role",
       "Leif leif NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | appointed appoint VBN 0 ROOT | "
       "as as IN 3 prep | Holm Holm NNP 7 poss B-PERSON | 's 's POS 5 case | "
       "successor successor NN 4 pobj",
       {"Leif | successor | of Holm"}},
      {"a title behind a role says nothing beside it",
       "title",
       "The the DT 7 det | former former JJ 7 amod | Norrsken Norrsken NNP 7 compound B-ORG | "
       "minister minister NN 7 compound | Sir Sir NNP 7 compound | Ole Ole NNP 7 compound B-PERSON | "
       "Berg Berg NNP 8 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ole Berg | former minister | of Norrsken"}},
      {"who was formerly one and the other is neither now",
       "apposition_role",
       "Ole Ole NNP 12 nsubj B-PERSON | , , , 1 punct | formerly formerly RB 6 advmod | the the DT 6 det | "
       "deputy deputy NN 6 nmod | mayor mayor NN 1 appos | and and CC 6 cc | editor editor NN 6 conj | "
       "of of IN 8 prep | Norrsken Norrsken NNP 9 pobj B-ORG | , , , 6 punct | left leave VBD 0 ROOT",
       {"Ole | was | formerly the deputy mayor", "Ole | former editor | of Norrsken"}},
      {"a person's name before a role says whose it is",
       "title",
       "former former JJ 3 amod | Holt Holt NNP 3 compound B-PERSON | adviser adviser NN 5 compound | Ana "
       "Ana NNP 5 compound B-PERSON | "
       "Roe Roe NNP 6 nsubj I-PERSON | spoke speak VBD 0 ROOT",
       {"Ana Roe | former adviser | of Holt"}},
      {"a prefix stays with its word",
       "title",
       "re re AFX 3 compound | - - HYPH 3 punct | elected elect JJ 5 amod | Oslo Oslo NNP 5 compound B-GPE | "
       "mayor mayor NN 7 compound | "
       "Ana Ana NNP 7 compound B-PERSON | Roe Roe NNP 8 nsubj I-PERSON | spoke speak VBD 0 ROOT",
       {"Ana Roe | re-elected mayor | of Oslo"}},
      {"a so-called king is no king",
       "title",
       "the the DT 6 det | so so RB 4 advmod | - - HYPH 4 punct | called call VBN 6 amod | Oslo Oslo NNP 6 "
       "compound B-GPE | king king NN 8 compound | "
       "Ana Ana NNP 8 compound B-PERSON | Roe Roe NNP 9 nsubj I-PERSON | spoke speak VBD 0 ROOT",
       {"Ana Roe | so-called king | of Oslo"}},
      {"who only comes from a country is nothing of it",
       "title",
       "French French JJ 2 amod B-NORP | inventor inventor NN 4 compound | Ana Ana NNP 4 compound B-PERSON | "
       "Roe Roe NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | inventor | from French"}},
      {"who serves a country is of it",
       "title",
       "French French JJ 2 amod B-NORP | ambassador ambassador NN 4 compound | Ana Ana NNP 4 compound "
       "B-PERSON | "
       "Roe Roe NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | ambassador | of French"}},
      {"the capital of a sentence's first word names no body",
       "title",
       "Foreign foreign NNP 2 compound | ministry ministry NN 3 compound | spokesman spokesman NN 5 compound "
       "| "
       "Ole Ole NNP 5 compound B-PERSON | Berg Berg NNP 6 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ole Berg | is | Foreign ministry spokesman"}},
      {"a reputation does nothing itself",
       "active",
       "She she PRP 2 nsubj | had have VBD 0 ROOT | the the DT 4 det | reputation reputation NN 2 dobj | "
       "of of IN 4 prep | breaking break VBG 5 pcomp | rules rule NNS 6 dobj",
       {"She | had | the reputation of breaking rules"}},
      {"whose conviction it is may be the convict",
       "nominal_event",
       "His his PRP$ 2 poss | conviction conviction NN 5 nsubj | for for IN 2 prep | fraud fraud NN 3 pobj | "
       "stands stand VBZ 0 ROOT",
       {}},
      {"who speaks goes on speaking",
       "active",
       "Envoys envoy NNS 2 nsubj | said say VBD 0 ROOT | the the DT 4 det | army army NN 5 nsubj | "
       "fired fire VBD 2 ccomp | , , , 5 punct | blaming blame VBG 5 advcl | error error NN 7 dobj",
       {"Envoys | said | the army fired , blaming error", "the army | fired | blaming error",
        "Envoys | blamed | error"}},
      {"one wife is no three children",
       "apposition_role",
       "his his PRP$ 2 poss | wife wife NN 0 ROOT | , , , 2 punct | children child NNS 2 appos | "
       "from from IN 4 prep | marriages marriage NNS 5 pobj",
       {}},
      {"a visit to a place is nobody's",
       "nominal_event",
       "a a DT 2 det | visit visit NN 0 ROOT | to to IN 2 prep | Ireland Ireland NNP 3 pobj B-GPE | "
       "with with IN 2 prep | Leo Leo NNP 5 pobj B-PERSON",
       {}},
      {"a past participle behind a noun is passive, whatever follows",
       "",
       "a a DT 2 det | man man NN 0 ROOT | named name VBN 2 acl | John John NNP 3 dobj B-PERSON",
       {"a man | was named | John"}},
      {"what the inner verb cannot take the outer one does",
       "active",
       "Ahmed Ahmed NNP 2 nsubj B-PERSON | brought bring VBD 0 ROOT | the the DT 4 det | "
       "clock clock NN 2 dobj | he he PRP 6 nsubj | made make VBD 4 relcl | to to IN 6 prep | "
       "school school NN 7 pobj",
       {"Ahmed | brought | the clock | to school", "he | made | the clock"}},
      {"what is joined to a passive and needs somebody to do it is one",
       "passive",
       "He he PRP 3 nsubjpass | was be VBD 3 auxpass | elected elect VBN 0 ROOT | and and CC 3 cc | "
       "honored honor VBD 3 conj | in in IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE",
       {"He | was elected", "He | was honored | in Oslo"}},
      {"no place is a man",
       "apposition_role",
       "Wuhan Wuhan NNP 0 ROOT B-GPE | , , , 1 punct | a a DT 4 det | man man NN 1 appos | "
       "from from IN 4 prep | Osaka Osaka NNP 5 pobj B-GPE",
       {}},
      {"somebody's husband is somebody, whatever his name is taken for",
       "apposition_role",
       "Her her PRP$ 2 poss | husband husband NN 6 nsubj | , , , 2 punct | Yusuf Yusuf NNP 2 appos B-GPE | "
       ", , , 2 punct | escaped escape VBD 0 ROOT",
       {"Yusuf | husband | of Her"}},
  });
}

TEST_CASE("a name before a role of capitals is what the role is of", "[ingest][extract]") {
  const auto role = GENERATE(as<std::string>(), "CEO CEO NNP", "founder founder NN");
  const Document document =
      hand_built("Norrsken Norrsken NNP 2 compound\n" + std::string(role) +
                 " 4 compound\nAna Ana NNP 4 compound B-PERSON\nRoe Roe NNP 5 nsubj I-PERSON\n"
                 "left leave VBD 0 ROOT\n");
  const std::string word = role.starts_with("CEO") ? "ceo" : "founder";
  CHECK(statements_of(document, "title") == Texts{"Ana Roe | " + word + " | of Norrsken"});
}

TEST_CASE("a gerund behind by of a passive is not the patient's", "[ingest][extract]") {
  const Document document = hand_built(R"(
Crowds crowd NNS 4 nsubjpass
can can MD 4 aux
be be VB 4 auxpass
avoided avoid VBN 0 ROOT
by by IN 4 prep
leaving leave VBG 5 pcomp
early early RB 6 advmod
)");
  CHECK(statements_of(document).size() == 1);
}

TEST_CASE("another cut of the words comes only when asked for, and less certain", "[ingest][extract]") {
  const Document document = hand_built(R"(
Xi Xi NNP 2 nsubj B-PERSON
signed sign VBD 0 ROOT
a a DT 4 det
treaty treaty NN 2 dobj
with with IN 2 prep
Moscow Moscow NNP 5 pobj B-GPE
in in IN 2 prep
May May NNP 7 pobj B-DATE
)");
  CHECK(extract(document).size() == 1);
  const auto found = extract(document, {.alternatives = true});
  REQUIRE(found.size() == 3);
  CHECK(found[1].relation == "signed a treaty with");
  CHECK(found[1].confidence < found[0].confidence);
  CHECK(found[2].relation == "signed a treaty in");
  CHECK(surface_of(document, found[2]).object == "May");
}

TEST_CASE("a sentence that is no sentence says nothing", "[ingest][extract]") {
  const Document document = hand_built(R"(
Photos photo NNS 0 ROOT
)");
  CHECK(extract(document).empty());
  CHECK(extract(Document{}).empty());
}

TEST_CASE("what stands before the subject is not what the verb takes", "[ingest][extract]") {
  const Document document = hand_built(R"(
For for IN 5 prep
a a DT 3 det
Samoan Samoan NNP 1 pobj B-NORP
it it PRP 5 nsubj
costs cost VBZ 0 ROOT
money money NN 5 dobj
)");
  const auto found = extract(document);
  REQUIRE(found.size() == 1);
  CHECK(statement_text(document, found[0]) == "it | cost | money | for a Samoan");
  CHECK(found[0].arguments[1].role == ArgumentRole::kSetting);
}

TEST_CASE("a count right behind a verb is its object", "[ingest][extract]") {
  const Document document = hand_built(R"(
Sweden Sweden NNP 2 nsubj B-GPE
won win VBD 0 ROOT
three three CD 4 nummod B-CARDINAL
points point NNS 2 npadvmod
)");
  const auto found = extract(document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].arguments.at(0).role == ArgumentRole::kObject);
}

TEST_CASE("a claim that something happened is not where it happened", "[ingest][extract]") {
  const Document document = hand_built(R"(
the the DT 2 det
claim claim NN 0 ROOT
that that IN 6 mark
millions million NNS 6 nsubj
had have VBD 6 aux
died die VBN 2 relcl
)");
  const auto found = extract(document);
  REQUIRE(found.size() == 1);
  CHECK(statement_text(document, found[0]) == "millions | died");
  CHECK(found[0].modality == Modality::kReported);
}

TEST_CASE("two counts are a list, a month no doer", "[ingest][extract]") {
  const Document list = hand_built(R"(
70 70 CD 2 nummod B-CARDINAL
schools school NNS 0 ROOT
, , , 2 punct
40 40 CD 5 nummod B-CARDINAL
houses house NNS 2 appos
)");
  CHECK(extract(list).empty());
  const Document month = hand_built(R"(
January January NNP 3 poss B-DATE
's 's POS 1 case
attack attack NN 0 ROOT
on on IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
)");
  CHECK(statements_of(month, "nominal_event").empty());
}
