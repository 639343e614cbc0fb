#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("roles without articles before a name are all its own", "[ingest][extract][title_repair]") {
  check_statements({
      {"two ministers, the first of them read as a part of the second's name",
       "active",
       "Finance Finance NNP 2 compound B-ORG | Minister Minister NNP 4 compound | Ana Ana NNP 4 compound "
       "B-PERSON | "
       "Roe Roe NNP 7 nmod I-PERSON | and and CC 4 cc | Health Health NNP 7 compound | "
       "Minister Minister NNP 9 compound | Ole Ole NNP 9 compound B-PERSON | Holt Holt NNP 10 nsubj I-PERSON "
       "| "
       "met meet VBD 0 ROOT | Ida Ida NNP 10 dobj B-PERSON",
       {"Finance Minister Ana Roe | met | Ida", "Health Minister Ole Holt | met | Ida"}},
      {"what an office is for is no body",
       "title",
       "Finance Finance NNP 2 compound B-ORG | Minister Minister NNP 4 compound | Ana Ana NNP 4 compound "
       "B-PERSON | "
       "Roe Roe NNP 5 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | is | Finance Minister"}},
      {"the name is joined to the first",
       "title",
       "Singer singer NN 6 nsubj | and and CC 1 cc | writer writer NN 5 compound | Ana Ana NNP 5 compound "
       "B-PERSON | Holt Holt NNP 1 conj I-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Ana Holt | is | Singer", "Ana Holt | is | writer"}},
      {"the first is the subject, the name beside the second",
       "active",
       "Singer Singer NNP 7 nsubj | and and CC 1 cc | former former JJ 4 amod | clerk clerk NN 1 conj | "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 4 appos I-PERSON | left leave VBD 0 ROOT | Oslo Oslo "
       "NNP 7 "
       "dobj B-GPE",
       {"Singer and former clerk Ana Roe | left | Oslo"}},
      {"three roles, the name a second subject",
       "active",
       "Singer singer NN 7 nsubj | , , , 1 punct | clerk clerk NN 1 conj | and and CC 3 cc | judge judge NN "
       "3 "
       "conj | Ana Ana NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 7 dobj B-GPE",
       {"Singer , clerk and judge Ana | left | Oslo"}},
      {"three roles, the name hung on the first",
       "title",
       "Singer singer NN 7 nsubj | , , , 1 punct | clerk clerk NN 1 conj | and and CC 3 cc | judge judge VBP "
       "6 "
       "compound | Ana Ana NNP 1 appos B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is | Singer", "Ana | is | clerk", "Ana | is | judge"}},
      {"what describes the first, hung on the second",
       "title",
       "former former JJ 4 amod | singer singer NN 5 nmod | and and CC 2 cc | clerk clerk NN 5 compound | "
       "Ana Ana NNP 6 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is | former singer", "Ana | is | clerk"}},
      {"a title and a role, the name a second subject",
       "title",
       "Chief chief JJ 2 amod | Justice Justice NNP 7 nsubj | and and CC 2 cc | clerk clerk NN 6 compound | "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 2 conj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | is | Chief Justice", "Ana Roe | is | clerk"}},
      {"the second read as a verb",
       "active",
       "Lead lead JJ 2 amod | author author NN 8 nsubj | and and CC 2 cc | physicist physicist VB 2 conj | "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 4 dobj I-PERSON | has have VBZ 8 aux | left leave VBN "
       "0 "
       "ROOT | Oslo Oslo NNP 8 dobj B-GPE",
       {"Lead author and physicist Ana Roe | left | Oslo"}},
      {"two offices with what they are for",
       "title",
       "Deputy Deputy NNP 2 compound | Premier Premier NNP 9 appos | for for IN 2 prep | Energy Energy NNP 3 "
       "pobj | "
       "and and CC 4 cc | Minister Minister NNP 4 conj | of of IN 2 prep | Trade Trade NNP 6 conj | "
       "Ana Ana NNP 10 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is | Minister", "Ana | deputy premier | for Energy"}},
      {"what two of a ticket run for is no role of the second",
       "title",
       "Ana Ana NNP 2 nsubj B-PERSON | ran run VBD 0 ROOT | for for IN 2 prep | mayor mayor NN 3 pobj | and "
       "and "
       "CC 4 cc | clerk clerk NN 7 compound | Ida Ida NNP 4 conj B-PERSON | for for IN 2 prep | judge judge "
       "NN "
       "8 pobj",
       {"Ida | is | clerk"}},
      {"the first describes the second",
       "title",
       "world world NN 2 compound | champion champion NN 5 nmod | and and CC 2 cc | record record NN 5 "
       "compound | "
       "holder holder NN 8 nsubj | Ana Ana NNP 7 compound B-PERSON | Roe Roe NNP 5 appos I-PERSON | left "
       "leave "
       "VBD 0 ROOT",
       {"Ana Roe | is | world champion", "Ana Roe | is | record holder"}},
      {"both hang on the name",
       "title",
       "Former former JJ 2 amod | skier skier NN 6 compound | and and CC 2 cc | minister minister NN 2 conj "
       "| "
       "Ana Ana NNP 6 compound B-PERSON | Roe Roe NNP 7 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | is | Former skier", "Ana Roe | is | minister"}},
      {"what somebody stands for is no title of the next one",
       "title",
       "ran run VBD 0 ROOT | for for IN 1 prep | president president NN 2 pobj | and and CC 3 cc | driver "
       "driver NN "
       "6 compound | Ana Ana NNP 3 conj B-PERSON",
       {"Ana | is | driver"}},
      {"one head has one name: who is joined to it is another",
       "active",
       "Oslo Oslo NNP 3 poss B-GPE | 's 's POS 1 case | mayor mayor NN 10 nsubj | , , , 3 punct | Ole Ole "
       "NNP 3 "
       "appos B-PERSON | , , , 5 punct | and and CC 5 cc | Minister Minister NNP 9 compound | Ana Ana NNP 5 "
       "conj "
       "B-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 10 dobj B-GPE",
       {"Ole | left | Oslo", "Minister Ana | left | Oslo"}},
      {"a title joined to a name has its own behind it",
       "active",
       "Ole Ole NNP 5 nsubj B-PERSON | and and CC 1 cc | Mayor Mayor NNP 1 conj | Ana Ana NNP 1 appos "
       "B-PERSON | "
       "left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE",
       {"Ole | left | Oslo", "Mayor Ana | left | Oslo"}},
      {"his children count nobody",
       "active",
       "Father Father NNP 6 nsubj | of of IN 1 prep | two two CD 5 nummod B-CARDINAL | Ole Ole NNP 5 "
       "compound "
       "B-PERSON | Holt Holt NNP 2 pobj I-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {"Father of two Ole Holt | left | Oslo"}},
      {"the mayor of a town in a state, and somebody else",
       "apposition_role",
       "Ana Ana NNP 11 nsubj B-PERSON | , , , 1 punct | mayor mayor NN 1 appos | of of IN 3 prep | Lund Lund "
       "NNP 4 "
       "pobj B-GPE | , , , 5 punct | Sweden Sweden NNP 5 conj B-GPE | , , , 1 punct | and and CC 1 cc | Ole "
       "Ole NNP "
       "1 conj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | mayor | of Lund"}},
  });
}

TEST_CASE("what a role is called and whose it is", "[ingest][extract][roles]") {
  check_statements({
      {"two roles of one holder have one owner",
       "apposition_role",
       "The the DT 2 det | group group NN 4 poss | 's 's POS 2 case | founder founder NN 9 nsubj | and and "
       "CC 4 cc | "
       "spokesman spokesman NN 4 conj | , , , 4 punct | Ole Ole NNP 4 appos B-PERSON | left leave VBD 0 ROOT",
       {"Ole | founder | of The group", "Ole | spokesman | of The group"}},
      {"what a head is the head of is part of the role where somebody has it",
       "apposition_role",
       "Norsk Norsk NNP 3 poss B-ORG | 's 's POS 1 case | head head NN 9 nsubj | of of IN 3 prep | iron iron "
       "NN 6 "
       "compound | ore ore NN 4 pobj | , , , 3 punct | Ole Ole NNP 3 appos B-PERSON | left leave VBD 0 ROOT",
       {"Ole | head of iron ore | of Norsk"}},
      {"one word of the dictionary is of nothing",
       "title",
       "Nobel Nobel NNP 2 compound B-WORK_OF_ART | laureate laureate NN 3 compound | Ana Ana NNP 4 nsubj "
       "B-PERSON | "
       "left leave VBD 0 ROOT",
       {"Ana | is | Nobel laureate"}},
      {"a general director is no general",
       "title",
       "Norsk Norsk NNP 2 compound B-ORG | director director NN 3 compound | general general NNP 5 compound "
       "| Ana Ana NNP 5 compound B-PERSON | Roe Roe NNP 6 nsubj I-PERSON | left leave VBD 0 ROOT",
       {"Ana Roe | director general | of Norsk"}},
      {"the owner may hang on a word of the title",
       "title",
       "Chile Chile NNP 3 poss B-GPE | 's 's POS 1 case | caretaker caretaker NN 5 compound | Prime Prime "
       "NNP 5 "
       "compound | Minister Minister NNP 6 compound | Ana Ana NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | prime minister | of Chile"}},
      {"a title in somebody's mark of possession is whole",
       "title",
       "Crown Crown NNP 3 compound | Prince Prince NNP 3 compound | Olav Olav NNP 5 poss B-PERSON | 's 's "
       "POS 3 "
       "case | brother brother NN 6 nsubj | left leave VBD 0 ROOT",
       {"Olav | is | Crown Prince"}},
      {"a hyphened count is what the role is called",
       "title",
       "Mother mother NN 6 nmod | - - HYPH 1 punct | of of IN 1 prep | - - HYPH 3 punct | two two CD 3 pobj "
       "| Ana "
       "Ana NNP 7 nsubj B-PERSON | left leave VBD 0 ROOT",
       {"Ana | is | Mother"}},
      {"who meet do it to each other, who speak do it with each other",
       "reciprocal",
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ole Ole NNP 1 conj B-PERSON | spoke speak VBD 0 "
       "ROOT",
       {"Ana | spoke | with Ole"}},
  });
}

TEST_CASE("who bears a title is somebody, whatever the recogniser takes the name for",
          "[ingest][extract][title_repair]") {
  check_statements({
      {"all read as one body",
       "title",
       "United United NNP 2 compound B-ORG | States States NNP 3 compound I-ORG | Representative "
       "Representative NNP 5 compound I-ORG | "
       "Elena Elena NNP 5 compound I-ORG | Dahl Dahl NNP 6 nsubj I-ORG | left leave VBD 0 ROOT",
       {"Elena Dahl | representative | of United States"}},
      {"the first half of the name left out",
       "title",
       "Inspector Inspector NNP 2 compound | Elena Elena NNP 3 compound | Dahl Dahl NNP 4 compound B-PERSON "
       "| "
       "Solberg Solberg NNP 5 nsubj I-PERSON | "
       "left leave VBD 0 ROOT",
       {"Elena Dahl Solberg | is | Inspector"}},
      {"a given name that is a word for a person too is no title",
       "title",
       "Ruth Ruth NNP 3 compound B-PERSON | Elena Elena NNP 3 compound I-PERSON | Dahl Dahl NNP 4 nsubj "
       "I-PERSON "
       "| left leave VBD 0 ROOT",
       {}},
  });
}
