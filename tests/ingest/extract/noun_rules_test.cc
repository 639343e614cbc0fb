#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("nouns say what clauses would", "[ingest][extract]") {
  check_statements({
      {"a title before a name is a role, of the country that stands before it",
       "title",
       "US US NNP 2 compound B-GPE | President President NNP 4 compound | "
       "Donald Donald NNP 4 compound B-PERSON | Trump Trump NNP 5 nsubj I-PERSON | spoke speak VBD 0 ROOT",
       {"Donald Trump | president | of US"}},
      {"an apposition says of what the role is",
       "apposition_role",
       "Shi Shi NNP 11 nsubj B-PERSON | , , , 1 punct | a a DT 4 det | professor professor NN 1 appos | "
       "of of IN 4 prep | law law NN 5 pobj | at at IN 4 prep | Renmin Renmin NNP 9 compound B-ORG | "
       "University University NNP 7 pobj I-ORG | , , , 1 punct | spoke speak VBD 0 ROOT",
       {"Shi | professor | of law", "Shi | professor | at Renmin University"}},
      {"a noun that names an event is brought to its verb",
       "nominal_event",
       "the the DT 2 det | arrest arrest NN 0 ROOT | of of IN 2 prep | Kim Kim NNP 3 pobj B-PERSON | "
       "by by IN 2 prep | police police NNS 5 pobj",
       {"police | arrested | Kim"}},
      {"calls between two are one calling the other",
       "nominal_event",
       "calls call NNS 0 ROOT | between between IN 1 prep | Xi Xi NNP 2 pobj B-PERSON | and and CC 3 cc | "
       "Trump Trump NNP 3 conj B-PERSON",
       {"Xi | called | Trump"}},
      {"a light verb keeps its noun",
       "light_verb",
       "They they PRP 2 nsubj | held hold VBD 0 ROOT | talks talk NNS 2 dobj | with with IN 3 prep | "
       "Putin Putin NNP 4 pobj B-PERSON",
       {"They | held talks | with Putin"}},
      {"a light noun gives way to what it is the idea of",
       "light_noun",
       "He he PRP 2 nsubj | proposed propose VBD 0 ROOT | the the DT 4 det | idea idea NN 2 dobj | "
       "of of IN 4 prep | forming form VBG 5 pcomp | a a DT 8 det | group group NN 6 dobj",
       {"He | proposed | a group"}},
      {"a policy of something is none of it",
       "light_noun",
       "He he PRP 2 nsubj | instituted institute VBD 0 ROOT | the the DT 4 det | idea idea NN 2 dobj | "
       "of of IN 4 prep | taking take VBG 5 pcomp | land land NN 6 dobj",
       {}},
      {"who met whom does not need an object",
       "reciprocal",
       "Xi Xi NNP 4 nsubj B-PERSON | and and CC 1 cc | Putin Putin NNP 1 conj B-PERSON | met meet VBD 0 ROOT",
       {"Xi | met | Putin"}},
      {"a bare noun behind a preposition belongs to the verb",
       "prepositional_idiom",
       "Atlantis Atlantis NNP 2 nsubj B-PRODUCT | went go VBD 0 ROOT | on on IN 2 prep | "
       "display display NN 3 pobj | at at IN 2 prep | Kennedy Kennedy NNP 5 pobj B-FAC",
       {"Atlantis | went on display | at Kennedy"}},
      {"who announces a choice of theirs has chosen",
       "nominal_event",
       "Oslo Oslo NNP 2 nsubj B-GPE | announced announce VBD 0 ROOT | its its PRP$ 4 poss | "
       "selection selection NN 2 dobj | of of IN 4 prep | Ana Ana NNP 5 pobj B-PERSON",
       {"Oslo | selected | Ana"}},
      {"a date behind an event dates it where the verb above is in the present",
       "nominal_event",
       "It it PRP 2 nsubj | follows follow VBZ 0 ROOT | Rome Rome NNP 5 poss B-GPE | 's 's POS 3 case | "
       "killing killing NN 2 dobj | of of IN 5 prep | Ana Ana NNP 6 pobj B-PERSON | "
       "last last JJ 9 amod B-DATE | week week NN 2 npadvmod I-DATE",
       {"Rome | killed | Ana | last week"}},
      {"one office may be for several fields",
       "title",
       "Health Health NNP 4 nmod | and and CC 1 cc | Welfare Welfare NNP 1 conj | "
       "Minister Minister NNP 6 compound | Ana Ana NNP 6 compound B-PERSON | "
       "Holt Holt NNP 7 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Holt | is | Health and Welfare Minister"}},
      {"an age before a title is the age of who has it",
       "age",
       "The the DT 7 det | 45 45 CD 4 nummod B-DATE | - - HYPH 4 punct | year year NN 6 npadvmod I-DATE | "
       "- - HYPH 6 punct | old old JJ 7 amod I-DATE | baker baker NN 9 compound | "
       "Ana Ana NNP 9 compound B-PERSON | Holt Holt NNP 10 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Holt | is aged | 45"}},
      {"an age may stand behind the word",
       "age",
       "Ana Ana NNP 2 compound B-PERSON | Holt Holt NNP 7 nsubj I-PERSON | , , , 2 punct | age age NN 2 "
       "appos | "
       "45 45 CD 4 nummod | , , , 2 punct | left leave VBD 0 ROOT",
       {"Ana Holt | is aged | 45"}},
      {"an age may be spelt",
       "age",
       "Fifteen fifteen CD 3 nummod B-DATE | - - HYPH 3 punct | year year NN 5 npadvmod I-DATE | "
       "- - HYPH 5 punct | old old JJ 6 amod I-DATE | Ana Ana NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is aged | Fifteen"}},
      {"of several with one title each has a place of their own",
       "title",
       "Senators Senators NNPS 3 compound | Ana Ana NNP 3 compound B-PERSON | "
       "Roe Roe NNP 10 nsubj I-PERSON | of of IN 3 prep | Ohio Ohio NNP 4 pobj B-GPE | and and CC 3 cc | "
       "Ida Ida NNP 3 conj B-PERSON | of of IN 7 prep | Utah Utah NNP 8 pobj B-GPE | left leave VBD 0 ROOT",
       {"Ana Roe | is | Senators", "Ida of Utah | is | Senators", "Ana Roe | senator | of Ohio",
        "Ida | senator | of Utah"}},
      {"who is a committee's chairman is not his state's as well",
       "The the DT 4 det | committee committee NN 3 compound | chairman chairman NN 5 compound | "
       "Ana Ana NNP 5 compound B-PERSON | Roe Roe NNP 8 nsubj I-PERSON | of of IN 5 prep | "
       "Ohio Ohio NNP 6 pobj B-GPE | left leave VBD 0 ROOT",
       {"Ana Roe | is | The committee chairman"}},
      {"supreme is no body that a leader is of",
       "title",
       "Norway Norway NNP 5 poss B-GPE | 's 's POS 1 case | Supreme Supreme NNP 4 compound B-ORG | "
       "Leader Leader NNP 5 compound | Ana Ana NNP 6 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | leader | of Norway"}},
      {"presidential is none, with its article or without",
       "title",
       "The the DT 4 det B-ORG | Presidential Presidential NNP 3 compound I-ORG | "
       "Spokesperson Spokesperson NNP 4 compound | Ana Ana NNP 5 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is | The Presidential Spokesperson"}},
  });
}

TEST_CASE("a described subject goes by its name", "[ingest][extract]") {
  const Document document = hand_built(R"(
The      the      DT  2 det
coach    coach    NN  6 nsubj
,        ,        ,   2 punct
Mehraban Mehraban NNP 2 appos B-PERSON
,        ,        ,   2 punct
left     leave    VBD 0 ROOT
)");
  CHECK(statements_of(document, "active") == Texts{"Mehraban | left"});
  CHECK(statements_of(document, "apposition_role") == Texts{"Mehraban | is | The coach"});
}

TEST_CASE("what a noun has in it, or is like, has nothing done to it", "[ingest][extract]") {
  const auto [noun, link, target, kept] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"tour tour", "of of", "harbours harbour NNS", true},
      {"amount amount", "of of", "harbours harbour NNS", false},
      {"quality quality", "of of", "life life NN", false},
      {"effect effect", "on on", "harbours harbour NNS", true},
      {"effect effect", "as as", "harbours harbour NNS", false},
  }));
  const Document document = hand_built("Ships ship NNS 2 nsubj\nhad have VBD 0 ROOT\nan an DT 4 det\n" +
                                       noun + " NN 2 dobj\n" + link + " IN 4 prep\n" + target + " 5 pobj\n");
  CAPTURE(noun, link);
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "light_verb") CHECK(extraction.surface_only != kept);
}

TEST_CASE("a title of two words keeps both before 'of'; a party is no body beside one", "[ingest][extract]") {
  const Document document = hand_built(R"(
Prime    Prime    NNP 2 compound
Minister Minister NNP 4 compound
Vera     Vera     NNP 4 compound B-PERSON
Holt     Holt     NNP 7 nsubj    I-PERSON
of       of       IN  4 prep
Malta    Malta    NNP 5 pobj     B-GPE
met      meet     VBD 0 ROOT
Ole      Ole      NNP 9 compound B-PERSON
Dahl     Dahl     NNP 7 dobj     I-PERSON
,        ,        ,   9 punct
the      the      DT  13 det
Green    Green    JJ  13 amod    B-NORP
leader   leader   NN  9 appos
of       of       IN  13 prep
Ghent    Ghent    NNP 14 pobj    B-GPE
)");
  std::vector<std::string> predicates;
  for (const Extraction& extraction : extract(document))
    if (extraction.implicit) predicates.push_back(extraction.predicate);
  CHECK(std::count(predicates.begin(), predicates.end(), "prime minister") == 1);
  CHECK(std::count(predicates.begin(), predicates.end(), "leader") == 1);
}

TEST_CASE("a title of several is each one's", "[ingest][extract]") {
  const auto titles = statements_of(hand_built(R"(
Senators senator NNS 3 compound
Ann      Ann     NNP 3 compound B-PERSON
Holt     Holt    NNP 7 nsubj    I-PERSON
and      and     CC  3 cc
Ole      Ole     NNP 6 compound B-PERSON
Dahl     Dahl    NNP 3 conj     I-PERSON
left     leave   VBD 0 ROOT
)"),
                                    "title");
  REQUIRE(titles.size() == 2);
  CHECK(titles[0].rfind("Ann Holt | ", 0) == 0);
  CHECK(titles[1].rfind("Ole Dahl | ", 0) == 0);
}

TEST_CASE("a title with an 'of' of its own before the name is a role", "[ingest][extract]") {
  const auto [before, of, text] = GENERATE(table<std::string, std::string, std::string>({
      {"Norway Norway NNP 2 nmod B-GPE\n", "State state NNP 3 pobj\n",
       "Ana Holt | secretary of state | of Norway"},
      {"Former former JJ 2 amod\n", "State state NNP 3 pobj\n", "Ana Holt | is | Former Secretary of State"},
      {"Former former JJ 2 amod\n", "Maine Maine NNP 3 pobj B-GPE\n",
       "Ana Holt | former secretary | of Maine"},
  }));
  CAPTURE(before, of);
  const Document document =
      hand_built(before + "Secretary secretary NNP 6 nmod\nof of IN 2 prep\n" + of +
                 "Ana Ana NNP 6 compound B-PERSON\nHolt Holt NNP 7 nsubj I-PERSON\nleft leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "title") == Texts{text});
}

TEST_CASE("whom a body owns is of it, unless a role stands between", "[ingest][extract]") {
  const auto [role, text] = GENERATE(table<std::string, std::string>({
      {"", "Ana Holt | is | of Norsk"},
      {"clerk clerk NN 5 compound\n", ""},
  }));
  const std::string name = role.empty() ? "4" : "5", verb = role.empty() ? "5" : "6";
  const Document document = hand_built("Norsk Norsk NNP " + name + " poss B-ORG\n's 's POS 1 case\n" + role +
                                       "Ana Ana NNP " + name + " compound B-PERSON\nHolt Holt NNP " + verb +
                                       " nsubj I-PERSON\nleft leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "affiliation") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("a title that the recogniser takes for part of the name is one", "[ingest][extract][titles]") {
  const auto [title, told] = GENERATE(table<std::string, bool>(
      {{"Archbishop", true}, {"King", true}, {"Mother", true}, {"Olof", false}, {"Fine", false}}));
  CHECK(says(hand_built(title + " " + title + R"( NNP 3 compound B-PERSON
Carlos Carlos NNP 3 compound I-PERSON
Holt Holt NNP 4 nsubj I-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 4 dobj B-GPE
)"),
             "Carlos Holt | is | " + title) == told);
}

TEST_CASE("before one name alone a title is a rank", "[ingest][extract][titles]") {
  const auto [title, told] = GENERATE(
      table<std::string, bool>({{"Prince", true}, {"Sheriff", true}, {"Mother", false}, {"Sailor", false}}));
  CHECK(says(hand_built(title + " " + title + R"( NNP 2 compound B-PERSON
Holt Holt NNP 3 nsubj I-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)"),
             "Holt | is | " + title) == told);
}

TEST_CASE("who was something then was it", "[ingest][extract][roles]") {
  const auto [adverb, predicate] =
      GENERATE(table<std::string, std::string>({{"then", "was"}, {"formerly", "was"}, {"now", "is"}}));
  CHECK(says(
      hand_built("Ana Ana NNP 6 nsubj B-PERSON\n, , , 1 punct\n" + adverb + " " + adverb + R"( RB 1 advmod
minister minister NN 1 appos
, , , 1 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)"),
      "Ana | " + predicate + " | " + adverb + " minister"));
}

TEST_CASE("somebody without a name has an age between commas", "[ingest][extract][age]") {
  const auto [noun, told] = GENERATE(table<std::string, bool>({{"princess", true}, {"road", false}}));
  CHECK(says(hand_built("The the DT 2 det\n" + noun + " " + noun + R"( NN 6 nsubj
, , , 2 punct
67 67 CD 2 appos
, , , 2 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)"),
             noun + " | is aged | 67") == told);
}

TEST_CASE("nobody ideates or opines", "[ingest][extract][nominal_events]") {
  const auto [noun, told] =
      GENERATE(table<std::string, bool>({{"idea", false}, {"opinion", false}, {"talk", true}}));
  const Document document =
      hand_built("Ana Ana NNP 3 poss B-PERSON\n's 's POS 1 case\n" + noun + " " + noun +
                 " NN 6 nsubj\nwith with IN 3 prep\nIda Ida NNP 4 pobj B-PERSON\nended end VBD 0 ROOT\n");
  CHECK(statements_of(document, "nominal_event").empty() != told);
}

TEST_CASE("who has a view or a chance or comments at a party did nothing there",
          "[ingest][extract][nominal_events]") {
  const auto [noun, preposition, told] =
      GENERATE(table<std::string, std::string, bool>({{"view", "of", false},
                                                      {"chance", "in", false},
                                                      {"comment", "at", false},
                                                      {"invasion", "of", true},
                                                      {"run", "for", true}}));
  const Document document = hand_built("Ana Ana NNP 3 poss B-PERSON\n's 's POS 1 case\n" + noun + " " + noun +
                                       " NN 6 nsubj\n" + preposition + " " + preposition +
                                       " IN 3 prep\nOslo Oslo NNP 4 pobj B-GPE\nended end VBD 0 ROOT\n");
  CAPTURE(noun);
  CHECK(statements_of(document, "nominal_event").empty() != told);
}

TEST_CASE("a title between the role and the name is no part of the role", "[ingest][extract][titles]") {
  const auto [title, text] = GENERATE(
      table<std::string, std::string>({{"Sir", "Keir Holt | prime minister | of British"},
                                       {"General", "Keir Holt | prime minister general | of British"}}));
  const Document document = hand_built(
      "British British JJ 3 amod B-NORP\nPrime Prime NNP 3 compound\nMinister Minister NNP 6 compound\n" +
      title + " " + title +
      " NNP 6 compound\nKeir Keir NNP 6 compound B-PERSON\nHolt Holt NNP 7 nsubj I-PERSON\nleft leave VBD 0 "
      "ROOT\n");
  CHECK(statements_of(document, "title") == Texts{text});
}

TEST_CASE("two roles with one article are of what stands behind both, unless the first is one of nothing",
          "[ingest][extract][roles]") {
  const auto [first, both] = GENERATE(table<std::string, bool>({{"founder", true}, {"chemist", false}}));
  const std::string preposition = GENERATE(std::string("3"), std::string("5"));
  const Document document =
      hand_built("Ana Ana NNP 9 nsubj B-PERSON\n, , , 1 punct\n" + first + " " + first +
                 " NN 1 appos\nand and CC 3 cc\ndirector director NN 3 conj\nof of IN " + preposition +
                 " prep\nNorsk Norsk NNP 6 pobj B-ORG\n, , , 1 punct\nleft leave VBD 0 ROOT\n");
  CHECK(says(document, "Ana | " + first + " | of Norsk") == both);
  CHECK(says(document, "Ana | director | of Norsk"));
}

TEST_CASE("a role is of whom it stands with", "[ingest][extract][roles]") {
  check_said({
      {"roles without articles before a second name are all that one's",
       "",
       "Ana Ana NNP 9 nsubj B-PERSON | and and CC 1 cc | former former JJ 4 amod | "
       "governor governor NN 1 conj | and and CC 4 cc | Senator Senator NNP 8 compound | "
       "Mark Mark NNP 8 compound B-PERSON | Dalen Dalen NNP 4 conj I-PERSON | left leave VBD 0 ROOT",
       {"Mark Dalen | is | former governor"},
       {"former governor | left"}},
      {"what an office is of is not what it is",
       "",
       "former former JJ 2 amod | President President NNP 6 appos | of of IN 2 prep | "
       "Norway Norway NNP 2 appos B-GPE | Ana Ana NNP 6 compound B-PERSON | Holt Holt NNP 7 nsubj I-PERSON | "
       "left leave VBD 0 ROOT",
       {"Ana Holt | former president | of Norway"}},
  });
}

TEST_CASE("a definite role behind a name is that one's, unless a list goes on",
          "[ingest][extract][apposition_repair]") {
  const bool list = GENERATE(false, true);
  CHECK(holds(statements_of(
                  hand_built("Ana Ana NNP " + std::string(list ? "11" : "10") +
                             " nsubj B-PERSON\n, , , 1 punct\nthe the DT 5 det\nthen then RB 5 amod\n" +
                             "mayor mayor NN 1 conj\nand and CC 5 cc\n" + (list ? "the the DT 8 det\n" : "") +
                             "speaker speaker NN 5 conj\n" + "of of IN 5 prep\nOslo Oslo NNP " +
                             (list ? "9" : "8") + " pobj B-GPE\nleft leave VBD 0 ROOT\n")),
              "Ana | former mayor | of Oslo") != list);
}

TEST_CASE("who calls himself president or is it in fact alone is no president", "[ingest][extract][roles]") {
  const auto [words, role] = GENERATE(table<std::string, std::string>({
      {"self self NN 6 npadvmod\n- - HYPH 6 punct\nproclaimed proclaim VBN 7 amod\n", "self-proclaimed king"},
      {"the the DT 7 det\nde de FW 6 advmod\nfacto facto FW 7 amod\n", "de facto king"},
      {"the the DT 7 det\nhigh high RB 6 advmod\nranking rank VBG 7 amod\n", "king"},
  }));
  const Document document = hand_built(
      "Ana Ana NNP 2 compound B-PERSON\nRoe Roe NNP 10 nsubj I-PERSON\n, , , 2 punct\n" + words +
      "king king NN 2 appos\nof of IN 7 prep\nOslo Oslo NNP 8 pobj B-GPE\nleft leave VBD 0 ROOT\n");
  CAPTURE(words, statements_of(document));
  CHECK(holds(statements_of(document), "Ana Roe | " + role + " | of Oslo"));
}

TEST_CASE("the party that one is of is a role, and a country between commas has one",
          "[ingest][extract][apposition_role]") {
  const auto [name, article, noun, says] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"Ana Ana NNP 6 nsubj B-PERSON", "a", "Democrat Democrat NNP 1 appos B-NORP", true},
      {"Ana Ana NNP 6 nsubj B-PERSON", "a", "Norsk Norsk NNP 1 appos B-ORG", false},
      {"China China NNP 6 nsubj B-GPE", "the", "buyer buyer NN 1 appos", true},
      {"China China NNP 6 npadvmod B-GPE", "the", "buyer buyer NN 1 appos", false},
  }));
  CAPTURE(noun);
  const Document document =
      hand_built(name + "\n, , , 1 punct\n" + article + " " + article + " DT 4 det\n" + noun +
                 "\n, , , 1 punct\nleft leave VBD 0 ROOT\nOslo Oslo NNP 6 dobj B-GPE\n");
  CHECK(statements_of(document, "apposition_role").empty() != says);
}

TEST_CASE("where somebody is now is not what a role is of", "[ingest][extract][apposition_role]") {
  const auto [adverb, text] = GENERATE(table<std::string, std::string>(
      {{"now now RB 6 advmod", "Ana | is | at Yale"}, {"also also RB 6 advmod", "Ana | judge | at Yale"}}));
  const Document document = hand_built(
      "Ana Ana NNP 9 nsubj B-PERSON\n, , , 1 punct\na a DT 4 det\n"
      "judge judge NN 1 appos\n" +
      adverb + R"(
at at IN 4 prep
Yale Yale NNP 6 pobj B-ORG
, , , 1 punct
left leave VBD 0 ROOT
)");
  CHECK(says(document, text));
}

TEST_CASE("a chief of staff is one, of an army or of nobody", "[ingest][extract][apposition_role]") {
  const auto [of, says] = GENERATE(
      table<std::string, std::string>({{"staff staff NN 5 pobj", "Ana | is | army chief of staff"},
                                       {"police police NN 5 pobj", "Ana | army chief | of police"}}));
  const Document document = hand_built(
      "Ana Ana NNP 8 nsubj B-PERSON\n, , , 1 punct\narmy army NN 4 compound\n"
      "chief chief NN 1 appos\nof of IN 4 prep\n" +
      of + "\n, , , 1 punct\nleft leave VBD 0 ROOT\n");
  CHECK(statements_of(document, "apposition_role") == Texts{says});
}

TEST_CASE("a second role with an article is no body that the first is of",
          "[ingest][extract][apposition_repair]") {
  const auto [article, says] = GENERATE(table<std::string, Texts>({
      {"a", {"Ana | clerk | for Norsk", "Ana | is | judge"}},
      {"the", {"Ana | clerk | for Norsk", "Ana | clerk | for judge"}},
  }));
  CAPTURE(article);
  Texts roles = statements_of(hand_built(R"(
Ana Ana NNP 11 nsubj B-PERSON
, , , 1 punct
a a DT 4 det
clerk clerk NN 1 appos
for for IN 4 prep
Norsk Norsk NNP 5 pobj B-ORG
and and CC 6 cc
)" + article + " " + article + R"( DT 9 det
judge judge NN 6 conj
, , , 1 punct
left leave VBD 0 ROOT
Oslo Oslo NNP 11 dobj B-GPE
)"),
                              "apposition_role");
  for (std::string& text : roles)
    for (const std::string word : {"a ", "the "})
      if (const auto at = text.find(" " + word); at != text.npos) text.erase(at + 1, word.size());
  CHECK(roles == says);
}

TEST_CASE("the words before a role and the body behind it are its own",
          "[ingest][extract][apposition_role]") {
  const auto [role, says] = GENERATE(table<std::string, std::string>({
      {"first first JJ 6 amod B-ORDINAL | deputy deputy JJ 6 nmod | foreign foreign JJ 6 amod | minister "
       "minister NN 1 appos",
       "Ana | is | first deputy foreign minister"},
      {"far far RB 5 advmod | - - HYPH 5 punct | right right JJ 6 amod | minister minister NN 1 appos | of "
       "of IN 6 prep | "
       "Oslo Oslo NNP 7 pobj B-GPE",
       "Ana | far-right minister | of Oslo"},
      {"the the DT 4 det | king king NN 1 appos | and and CC 4 cc | son son NN 4 conj | of of IN 4 prep | "
       "Ida Ida NNP 7 pobj B-PERSON",
       "Ana | is | the king"},
      {"the the DT 6 det | most most RBS 5 advmod | important important JJ 6 amod | ally ally NN 1 appos | "
       "of of IN 6 prep | "
       "Oslo Oslo NNP 7 pobj B-GPE",
       "Ana | ally | of Oslo"},
      {"a a DT 5 det | former former JJ 5 amod | liberal liberal JJ 1 appos", "Ana | is | a former liberal"},
  }));
  CAPTURE(role);
  CHECK(dossier::ingest::says(hand_built("Ana Ana NNP 0 ROOT B-PERSON | , , , 1 punct | " + role), says));
}

TEST_CASE("who is sent where a comma follows is the envoy, and an office's short form is its own",
          "[ingest][extract][name_repair]") {
  const DocumentTree envoy(hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
recalled recall VBD 0 ROOT
its its PRP$ 4 poss
envoy envoy NN 2 dobj
to to IN 2 prep
Haiti Haiti NNP 5 pobj B-GPE
, , , 6 punct
Ana Ana NNP 6 appos B-PERSON
)"));
  CHECK(envoy.token(7).head == 3);
  CHECK(envoy.token(4).head == 3);
  const DocumentTree head(hand_built(R"(
Ana Ana NNP 0 ROOT B-PERSON
, , , 1 punct
head head NN 1 appos
of of IN 3 prep
the the DT 6 det
office office NN 4 pobj
( ( -LRB- 3 punct
OCHA OCHA NNP 3 appos B-ORG
) ) -RRB- 3 punct
)"));
  CHECK(head.token(7).head == 5);
}

TEST_CASE("what is only demanded or planned is not told as done", "[ingest][extract][nominal_events]") {
  const auto [wish, modality] = GENERATE(table<std::string, Modality>(
      {{"demands demand", Modality::kPossible}, {"reasons reason", Modality::kAsserted}}));
  const Document document =
      hand_built("Clerks clerk NNS 2 nsubj\nheard hear VBD 0 ROOT\n" + wish + R"( NNS 2 dobj
for for IN 3 prep
arrests arrest NNS 4 pobj
of of IN 5 prep
Ana Ana NNP 6 pobj B-PERSON
by by IN 5 prep
Norsk Norsk NNP 8 pobj B-ORG
)");
  CHECK(found(document, "arrested").modality == modality);
}

TEST_CASE("a sale that is opposed, approved or planned is not told as done",
          "[ingest][extract][nominal_events]") {
  const auto [verb, adjective, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"opposed oppose", "", Modality::kPossible},
       {"approved approve", "", Modality::kPossible},
       {"criticised criticise", "", Modality::kAsserted},
       {"criticised criticise", "planned planned JJ 6 amod\n", Modality::kPossible}}));
  const int purchase = adjective.empty() ? 5 : 6;
  const auto at = [&](const std::string& row) { return row + std::to_string(purchase); };
  const Document document = hand_built(
      "Judges judge NNS 2 nsubj\n" + verb + at(" VBD 0 ROOT\nNorsk Norsk NNP ") +
      " poss B-ORG\n's 's POS 3 case\n" + adjective + "purchase purchase NN 2 dobj\n" + at("of of IN ") +
      " prep\nHarvik Harvik NNP " + std::to_string(purchase + 1) + " pobj B-ORG\n");
  CHECK(found(document, "purchased").modality == modality);
}
