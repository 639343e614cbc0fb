// One person, body or thing under several names.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("a surname alone is the person who was named in full", "[ingest][name_clusters]") {
  check_referents({
      {"a surname with a title is the person who has it; two people of one surname stay two",
       "Professor professor NNP 3 compound | Wang Wang NNP 3 compound B-PERSON | "
       "Yiwei Yiwei NNP 4 nsubj I-PERSON | met meet VBD 0 ROOT | Foreign Foreign NNP 6 compound | "
       "Minister Minister NNP 8 compound | Wang Wang NNP 8 compound B-PERSON | Yi Yi NNP 4 dobj I-PERSON | | "
       "Prof Prof NNP 2 compound | Wang Wang NNP 3 nsubj B-PERSON | left leave VBD 0 ROOT",
       {{"Yiwei", "Wang Yiwei"}, {"Yi", "Wang Yi"}, {"Wang", "Wang Yiwei", 3}}},
      {"a surname that is also a word is a name after the full one",
       "Theresa Theresa NNP 2 compound B-PERSON | May May NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "May may MD 3 nsubj | will will MD 3 aux | return return VB 0 ROOT",
       {{"May", "Theresa May", 2}}},
      {"a town before its region is nobody of that surname",
       "Greg Greg NNP 2 compound B-PERSON | Allen Allen NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | "
       "Allen Allen NNP 3 dobj B-GPE | , , , 4 punct | Texas Texas NNP 4 appos B-GPE | | "
       "Allen Allen NNP 2 nsubj B-PERSON | spoke speak VBD 0 ROOT",
       {{"Allen", "Greg Allen"}, {"Allen", "Allen", 2}, {"Allen", "Greg Allen", 3}}},
      {"a surname alone is not the one introduced as somebody's relative",
       "Leif Leif NNP 2 compound B-PERSON | Borgen Borgen NNP 3 nsubj I-PERSON | paused pause VBD 0 ROOT | | "
       "His his PRP$ 2 poss | mother mother NN 6 nsubj | , , , 2 punct | Ava Ava NNP 5 compound B-PERSON | "
       "Borgen Borgen NNP 2 appos I-PERSON | wept weep VBD 0 ROOT | | "
       "Borgen Borgen NNP 2 nsubj B-PERSON | jumped jump VBD 0 ROOT",
       {{"Borgen", "Ava Borgen", 2}, {"Borgen", "Leif Borgen", 3}}},
      {"the recogniser's organisation with a person's surname, accents or not, is the person",
       "Eva Eva NNP 2 compound B-PERSON | Lund-Brzeziński Lund-Brzeziński NNP 3 nsubj I-PERSON | "
       "left leave VBD 0 ROOT | | "
       "Lund-Brzezinski Lund-Brzezinski NNP 2 nsubj B-ORG | spoke speak VBD 0 ROOT",
       {{"Lund-Brzezinski", "Eva Lund-Brzeziński"}}},
      {"a full name that the recogniser missed is not taken for its surname",
       "Ruth Ruth NNP 2 compound B-PERSON | Cummings Cummings NNP 3 nsubj I-PERSON | "
       "left leave VBD 0 ROOT | | "
       "Elijah Elijah NNP 2 compound | Cummings Cummings NNP 3 nsubj | spoke speak VBD 0 ROOT",
       {{"Cummings", "Elijah Cummings", 2}}},
      {"a surname that is a word, too, is the person where it stands without an article",
       "Donald Donald NNP 2 compound B-PERSON | Trump Trump NNP 3 nsubj I-PERSON | "
       "spoke speak VBD 0 ROOT | | "
       "Trump trump NN 3 nsubj | later later RB 3 advmod | flew fly VBD 0 ROOT | home home RB 3 advmod",
       {{"Trump", "Donald Trump", 2}}},
      {"a common surname alone is nobody else's for being taken for a body",
       "Wang Wang NNP 2 compound B-PERSON | Chuanfu Chuanfu NNP 3 nsubj I-PERSON | "
       "spoke speak VBD 0 ROOT | | "
       "Wang Wang NNP 2 nsubj B-ORG | left leave VBD 0 ROOT",
       {{"Wang", "Wang Chuanfu", 2}}},
      {"the first of two surnames is the person, whatever the recogniser takes it for",
       "Ricardo Ricardo NNP 3 compound B-PERSON | Rossel Rossel NNP 3 compound I-PERSON | "
       "Nevares Nevares NNP 4 nsubj I-PERSON | spoke speak VBD 0 ROOT | | "
       "Rossel Rossel NNP 2 nsubj B-ORG | left leave VBD 0 ROOT | | "
       "Rossel Rossel NNP 2 nsubj B-ORG | slept sleep VBD 0 ROOT",
       {{"Rossel", "Ricardo Rossel Nevares", 2, "Person"}}},
      {"a surname of two words, and a name with its generation, are the person",
       "Reza Reza NNP 2 compound B-PERSON | Karim Karim NNP 3 compound I-PERSON | "
       "Mir-Vali Mir-Vali NNP 4 nsubj I-PERSON | met meet VBD 0 ROOT | John John NNP 6 compound B-PERSON | "
       "Alder Alder NNP 4 dobj I-PERSON | | "
       "Mir-Vali Mir-Vali NNP 2 nsubj B-PERSON | thanked thank VBD 0 ROOT | "
       "John John NNP 6 compound B-PERSON | James James NNP 6 compound I-PERSON | "
       "Alder Alder NNP 6 compound I-PERSON | Jr. Jr. NNP 2 dobj I-PERSON",
       {{"Mir-Vali", "Reza Karim Mir-Vali", 2},
        {"Jr.", "John James Alder Jr."},
        {"Alder", "John James Alder Jr."}}},
      {"a particle is part of the name, and no title; a score is none",
       "Ida Ida NNP 4 compound B-PERSON | von von NNP 3 compound I-PERSON | "
       "der der NNP 4 compound I-PERSON | Lund Lund NNP 5 nsubj B-GPE | met meet VBD 0 ROOT | "
       "Ana Ana NNP 8 compound B-PERSON | da da NNP 8 compound I-PERSON | Cova Cova NNP 5 dobj I-PERSON | | "
       "Ms Ms NNP 4 compound B-PERSON | von von NNP 3 compound I-PERSON | der der NNP 4 compound I-PERSON | "
       "Lund Lund NNP 5 nsubj I-PERSON | beat beat VBD 0 ROOT | Da Da NNP 7 compound B-GPE | "
       "Cova Cova NNP 5 dobj I-GPE | | "
       "Roe Roe NNP 2 nsubj B-PERSON | beat beat VBD 0 ROOT | Jan Jan NNP 4 compound B-PERSON | "
       "Holm Holm NNP 2 dobj I-PERSON | 6-3 6-3 CD 4 nummod I-PERSON",
       {{"Lund", "Ida von der Lund"},
        {"Cova", "Ana da Cova"},
        {"Lund", "Ida von der Lund", 2},
        {"Cova", "Ana da Cova", 2},
        {"Holm", "Jan Holm"}}},
      {"a nickname in quotes is part of nobody's name and stands for the given one",
       "Matt Matt NNP 2 compound B-PERSON | Ravn Ravn NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT | | "
       "Mateus Mateus NNP 5 compound B-PERSON | \" \" `` 5 punct I-PERSON | "
       "Matt Matt NNP 5 compound I-PERSON | \" \" '' 5 punct | Ravn Ravn NNP 6 nsubj B-PERSON | "
       "spoke speak VBD 0 ROOT",
       {{"Mateus", "Mateus Ravn"}, {"Ravn", "Mateus Ravn"}, {"Ravn", "Mateus Ravn", 2}}},
      {"who is called by the last word alone is somebody, whatever the recogniser says",
       "It it PRP 2 nsubj | lost lose VBD 0 ROOT | Mibeko Mibeko NNP 4 compound B-ORG | "
       "Uchiro Uchiro NNP 2 dobj I-ORG | | "
       "Uchiro Uchiro NNP 2 nsubj B-ORG | left leave VBD 0 ROOT",
       {{"Uchiro", "Mibeko Uchiro", 1, "Person"}, {"Uchiro", "Mibeko Uchiro", 2}}},
  });
}

TEST_CASE("a body is one under all of its names", "[ingest][name_clusters]") {
  check_referents({
      {"what the article spells out goes before what the tables know",
       "The the DT 4 det B-ORG | Red Red NNP 4 compound I-ORG | Steel Steel NNP 4 compound I-ORG | "
       "Front Front NNP 5 nsubj I-ORG | left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE | | "
       "The the DT 2 det | RSF RSF NNP 3 nsubj B-ORG | denied deny VBD 0 ROOT | it it PRP 3 dobj",
       {{"RSF", "Red Steel Front"}}},
      {"an acronym in brackets is the name before it",
       "Johnson Johnson NNP 3 compound B-ORG | Space Space NNP 3 compound I-ORG | "
       "Center Center NNP 7 nsubj I-ORG | ( ( -LRB- 3 punct | JSC JSC NNP 3 appos | ) ) -RRB- 3 punct | "
       "closed close VBD 0 ROOT | | "
       "JSC JSC NNP 2 nsubj B-ORG | closed close VBD 0 ROOT",
       {{"JSC", "Johnson Space Center"}, {"JSC", "Johnson Space Center", 2}}},
      {"Tory and Tories, Democratic and Democrats are one group; a party of a faith is another",
       "Tory Tory NNP 2 compound B-NORP | voters voter NNS 3 nsubj | joined join VBD 0 ROOT | "
       "the the DT 6 det | Democratic Democratic NNP 6 compound B-ORG | Party Party NNP 3 dobj I-ORG | | "
       "Tories Tories NNPS 2 nsubj B-NORP | left leave VBD 0 ROOT | the the DT 6 det | "
       "Christian Christian NNP 6 compound B-ORG | Democratic Democratic NNP 6 compound I-ORG | "
       "Party Party NNP 2 dobj I-ORG | in in IN 2 prep | democratic democratic JJ 9 amod | "
       "votes vote NNS 7 pobj | | "
       "The the DT 3 det | Democratic democratic JJ 3 amod B-NORP | nominee nominee NN 4 nsubj | "
       "left leave VBD 0 ROOT",
       {{"Tory", "Tories"},
        {"Tories", "Tories"},
        {"Democratic", "Democrats", 3},
        {"Party", "Democratic Party"},
        {"Party", "Christian Democratic Party", 2}}},
      {"a house is the house of its members; Europe is not what is named after it",
       "The the DT 3 det | US US NNP 3 compound B-ORG | House House NNP 4 nsubj I-ORG | "
       "met meet VBD 0 ROOT | Gas Gas NNP 7 compound B-EVENT | "
       "Infrastructure Infrastructure NNP 7 compound I-EVENT | Europe Europe NNP 4 dobj I-EVENT | | "
       "The the DT 4 det | United United NNP 3 compound B-ORG | States States NNP 4 compound I-ORG | "
       "House House NNP 7 nsubj I-ORG | of of IN 4 prep I-ORG | "
       "Representatives Representatives NNPS 5 pobj I-ORG | left leave VBD 0 ROOT | "
       "Europe Europe NNP 7 dobj B-LOC | | "
       "The the DT 2 det | House House NNP 3 nsubj B-ORG | voted vote VBD 0 ROOT",
       {{"House", "United States House of Representatives"},
        {"House", "United States House of Representatives", 3},
        {"Europe", "Europe", 2}}},
      {"shipped names of one organisation are one",
       "The the DT 2 det | World World NNP 4 compound B-ORG | Health Health NNP 4 compound I-ORG | "
       "Organization Organization NNP 5 nsubj I-ORG | warned warn VBD 0 ROOT | | "
       "WHO WHO NNP 2 nsubj B-ORG | agreed agree VBD 0 ROOT",
       {{"WHO", "World Health Organization"}, {"Organization", "World Health Organization"}}},
      {"a club is the same without its town",
       "Oslo Oslo NNP 2 compound B-ORG | Otters Otters NNPS 3 nsubj I-ORG | signed sign VBD 0 ROOT | "
       "Ana Ana NNP 5 compound B-PERSON | Roe Roe NNP 3 dobj I-PERSON | | "
       "The the DT 2 det | Otters otter NNPS 3 nsubj | lost lose VBD 0 ROOT",
       {{"Otters", "Oslo Otters", 2}}},
      {"a body that every state has is told by whose it is, and is no other state's",
       "Spain Spain NNP 4 poss B-GPE | 's 's POS 1 case | Supreme Supreme NNP 4 compound B-ORG | "
       "Court Court NNP 5 nsubj I-ORG | met meet VBD 0 ROOT | | "
       "The the DT 4 det | U.S. U.S. NNP 4 compound B-ORG | Supreme Supreme NNP 4 compound I-ORG | "
       "Court Court NNP 5 nsubj I-ORG | agreed agree VBD 0 ROOT | | "
       "The the DT 4 det | Spanish spanish JJ 4 amod B-NORP | Supreme Supreme NNP 4 compound B-ORG | "
       "Court Court NNP 5 nsubj I-ORG | voted vote VBD 0 ROOT | | "
       "Ohio Ohio NNP 3 poss B-GPE | 's 's POS 1 case | Senate Senate NNP 4 nsubj B-ORG | met meet VBD 0 "
       "ROOT",
       {{"Court", "Spanish Supreme Court"},
        {"Court", "U.S. Supreme Court", 2},
        {"Court", "Spanish Supreme Court", 3},
        {"Senate", "Ohio Senate"}}},
      {"a state's body is one however its words are ordered",
       "The the DT 2 det | Ministry Ministry NNP 5 nsubj B-ORG | of of IN 2 prep I-ORG | "
       "Fisheries Fisheries NNPS 3 pobj I-ORG | met meet VBD 0 ROOT | | "
       "The the DT 3 det | Fisheries Fisheries NNPS 3 compound B-ORG | Ministry Ministry NNP 4 nsubj I-ORG | "
       "agreed agree VBD 0 ROOT | | "
       "The the DT 3 det | Supreme Supreme NNP 3 compound B-ORG | Court Court NNP 6 nsubj I-ORG | "
       "of of IN 3 prep | Peru Peru NNP 4 pobj B-GPE | ruled rule VBD 0 ROOT | | "
       "The the DT 3 det | High High NNP 3 compound B-ORG | Court Court NNP 6 nsubj I-ORG | "
       "of of IN 3 prep | Kenya Kenya NNP 4 pobj B-GPE | agreed agree VBD 0 ROOT",
       {{"Ministry", "Ministry of Fisheries", 2},
        {"Ministry", "Ministry of Fisheries"},
        {"Court", "Peruvian Supreme Court"},
        {"Court", "Kenyan High Court", 2}}},
      {"a state's university is named with its town",
       "The the DT 2 det B-ORG | University University NNP 8 nsubj I-ORG | of of IN 2 prep I-ORG | "
       "Texas Texas NNP 3 pobj I-ORG | , , , 8 punct | Austin Austin NNP 2 appos B-GPE | , , , 8 punct | "
       "closed close VBD 0 ROOT",
       {{"University", "University of Texas , Austin"}}},
      {"what a government is of tells which",
       "The the DT 3 det | Peruvian peruvian JJ 3 amod B-NORP | government government NN 4 nsubj | "
       "resigned resign VBD 0 ROOT | | "
       "The the DT 2 det | government government NN 5 nsubj | of of IN 2 prep | Peru Peru NNP 3 pobj B-GPE | "
       "sold sell VBD 0 ROOT | Chile Chile NNP 8 poss B-GPE | 's 's POS 6 case | navy navy NN 5 dobj | | "
       "A a DT 3 det | Peruvian peruvian JJ 3 amod B-NORP | army army NN 4 nsubj | left leave VBD 0 ROOT",
       {{"government", "Peruvian government", 1, "Organization"},
        {"government", "Peruvian government", 2},
        {"navy", "Chilean navy", 1, "Organization"},
        {"army", "Peruvian army", 1, "Concept"}}},
      {"so does a place; an airport is the same without `International`",
       "Sennia Sennia NNP 2 compound B-GPE | police police NNS 3 nsubj | closed close VBD 0 ROOT | "
       "Sennia Sennia NNP 6 compound B-FAC | International International NNP 6 compound I-FAC | "
       "Airport Airport NNP 3 dobj I-FAC | | "
       "Sennia Sennia NNP 2 compound B-FAC | Airport Airport NNP 3 nsubj I-FAC | reopened reopen VBD 0 ROOT",
       {{"police", "Sennia police", 1, "Organization"}, {"Airport", "Sennia International Airport", 2}}},
      {"a group against something is not that; a hospital goes by its name, a province of no city by its",
       "The the DT 2 det | Coalition Coalition NNP 6 nsubj B-ORG | to to TO 4 aux I-ORG | "
       "Defeat Defeat VB 2 acl I-ORG | Zorb Zorb NNP 4 dobj I-ORG | fought fight VBD 0 ROOT | "
       "Zorb Zorb NNP 6 dobj B-ORG | | "
       "Al-Noor Al-Noor NNP 2 compound B-ORG | Hospital Hospital NNP 3 nsubj I-ORG | closed close VBD 0 ROOT "
       "| "
       "in in IN 3 prep | Sennia Sennia NNP 6 compound B-GPE | Province Province NNP 4 pobj I-GPE | | "
       "Al-Noor Al-Noor NNP 2 nsubj B-PERSON | opened open VBD 0 ROOT | in in IN 2 prep | "
       "Sennia Sennia NNP 3 pobj B-GPE",
       {{"Coalition", "Coalition to Defeat Zorb"},
        {"Zorb", "Zorb", 2},
        {"Al-Noor", "Al-Noor Hospital", 2, "Facility"},
        {"Sennia", "Sennia", 2, "Place"},
        {"Province", "Sennia"}}},
      {"who does something without an article is somebody who bears the word for a people",
       "Dawn Dawn NNP 2 compound B-PERSON | French French NNP 3 nsubj I-PERSON | sang sing VBD 0 ROOT | | "
       "French French NNP 2 nsubj B-NORP | thanked thank VBD 0 ROOT | the the DT 5 det | "
       "French french JJ 5 amod B-NORP | crowd crowd NN 2 dobj",
       {{"French", "Dawn French", 2}, {"French", "France", 3}}},
      {"a firm is what its full name says, a river is the same behind that word",
       "Askwith Askwith NNP 3 compound B-ORG | Motor Motor NNP 3 compound I-ORG | Corp. Corp. NNP 4 nsubj "
       "I-ORG | "
       "left leave VBD 0 ROOT | the the DT 7 det | River River NNP 7 compound B-LOC | "
       "Vetla Vetla NNP 4 dobj I-LOC | | "
       "Askwith Askwith NNP 2 nsubj B-ORG | crossed cross VBD 0 ROOT | the the DT 4 det | "
       "Vetla Vetla NNP 2 dobj B-LOC",
       {{"Askwith", "Askwith Motor Corp", 2}, {"Vetla", "Vetla", 1}, {"Vetla", "Vetla", 2}}},
      {"a span of names that the tables know is cut; what is known as one is not",
       "Axel Axel NNP 2 nsubj B-PERSON | bought buy VBD 0 ROOT | Bild Bild NNP 2 dobj B-ORG | "
       ", , , 3 punct I-ORG | Politico Politico NNP 3 conj I-ORG | and and CC 5 cc I-ORG | "
       "Newsweek Newsweek NNP 5 conj I-ORG | | "
       "Marks Marks NNP 4 nsubj B-ORG | and and CC 1 cc I-ORG | Spencer Spencer NNP 1 conj I-ORG | "
       "sued sue VBD 0 ROOT",
       {{"Bild", "Bild"},
        {"Politico", "Politico"},
        {"Newsweek", "Newsweek"},
        {"Marks", "Marks and Spencer"}}},
      {"a firm's short name is no founder's who is told of later; a plural that is a name elsewhere is one",
       "Harlan Harlan NNP 2 compound B-ORG | Foods Foods NNPS 3 nsubj I-ORG | sued sue VBD 0 ROOT | "
       "Askwiths Askwiths NNPS 3 dobj | | "
       "Askwiths askwith NNS 2 nsubj | paid pay VBD 0 ROOT | Harlan Harlan NNP 2 dobj B-PERSON | | "
       "Otto Otto NNP 2 compound B-PERSON | Harlan Harlan NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT",
       {{"Harlan", "Harlan Foods", 2}, {"Harlan", "Otto Harlan", 3}, {"Askwiths", "Askwiths", 2}}},
      {"who is known as something is that",
       "Olof Olof NNP 2 compound B-PERSON | Berg Berg NNP 7 nsubj I-PERSON | , , , 2 punct | "
       "known know VBN 2 acl | as as IN 4 prep | Zver Zver NNP 5 pobj B-GPE | left leave VBD 0 ROOT | | "
       "Zver Zver NNP 2 nsubj B-GPE | won win VBD 0 ROOT",
       {{"Zver", "Olof Berg", 2, "Person"}}},
      {"a firm goes by its first word",
       "Norvik Norvik NNP 2 compound B-ORG | Steel Steel NNP 3 nsubj I-ORG | sued sue VBD 0 ROOT | "
       "Askwiths Askwiths NNPS 3 dobj | | "
       "Askwiths askwith NNS 2 nsubj | paid pay VBD 0 ROOT | Norvik Norvik NNP 2 dobj B-ORG",
       {{"Norvik", "Norvik Steel", 2}}},
      {"a firm read as somebody is the firm where nobody bears the name",
       "Kroll Kroll NNP 2 compound B-ORG | Mining Mining NNP 3 nsubj I-ORG | sued sue VBD 0 ROOT | "
       "Askwiths Askwiths NNPS 3 dobj | | "
       "Kroll Kroll NNP 2 nsubj B-PERSON | employs employ VBZ 0 ROOT | people people NNS 2 dobj",
       {{"Kroll", "Kroll Mining", 2}}},
      {"an agency's letters are its name behind its country's",
       "The the DT 6 det | U.S. U.S. NNP 6 compound B-ORG | National National NNP 6 compound I-ORG | "
       "Transportation Transportation NNP 6 compound I-ORG | Safety Safety NNP 6 compound I-ORG | "
       "Board Board NNP 7 nsubj I-ORG | met meet VBD 0 ROOT | | "
       "The the DT 2 det | NTSB NTSB NNP 3 nsubj B-ORG | agreed agree VBD 0 ROOT",
       {{"NTSB", "U.S. National Transportation Safety Board"}}},
      {"a ship keeps its prefix, and is the same without it",
       "MV MV NNP 2 compound | Bangdzod Bangdzod NNP 3 nsubj B-PERSON | sank sink VBD 0 ROOT | | "
       "Crews crew NNS 2 nsubj | left leave VBD 0 ROOT | Bangdzod Bangdzod NNP 2 dobj B-ORG",
       {{"Bangdzod", "MV Bangdzod", 1, "Product"}, {"Bangdzod", "MV Bangdzod", 2}}},
      {"a sea is the same without its noun, a bay is not its city",
       "Ships ship NNS 2 nsubj | crossed cross VBD 0 ROOT | the the DT 5 det | "
       "Norrsken Norrsken NNP 5 compound B-LOC | Ocean Ocean NNP 2 dobj I-LOC | in in IN 2 prep | "
       "the the DT 8 det | Norrsken Norrsken NNP 6 pobj B-LOC | | "
       "Ships ship NNS 2 nsubj | left leave VBD 0 ROOT | Jakarta Jakarta NNP 4 compound B-LOC | "
       "Bay Bay NNP 2 dobj I-LOC | for for IN 2 prep | Jakarta Jakarta NNP 5 pobj B-GPE",
       {{"Norrsken", "Norrsken"},
        {"Norrsken", "Norrsken", 2},
        {"Jakarta", "Jakarta Bay"},
        {"Jakarta", "Jakarta", 2}}},
      {"a body with its country before it, a party with its noun behind it are the same without",
       "The the DT 4 det | US US NNP 4 compound B-ORG | Harbour Harbour NNP 4 compound I-ORG | "
       "Agency Agency NNP 5 nsubj I-ORG | joined join VBD 0 ROOT | Labour Labour NNP 7 compound B-ORG | "
       "Party Party NNP 5 dobj I-ORG | | "
       "The the DT 3 det | Harbour Harbour NNP 3 compound B-ORG | Agency Agency NNP 4 nsubj I-ORG | "
       "left leave VBD 0 ROOT | Labour Labour NNP 4 dobj B-ORG",
       {{"Agency", "US Harbour Agency"}, {"Agency", "US Harbour Agency", 2}, {"Labour", "Labour Party", 2}}},
  });
}

TEST_CASE("a name goes on where the recogniser began late, and ends before a quantity",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Tomsk    Tomsk    NNP 2 compound
Veldin   Veldin   NNP 3 nsubj    B-PERSON
won      win      VBD 0 ROOT
March    March    NNP 5 compound
Mayhem   Mayhem   NNP 3 dobj     B-EVENT

Harviken Harviken NNP 4 nsubj    B-PERSON
40       40       CD  3 nummod   I-PERSON
miles    mile     NNS 4 npadvmod I-PERSON
drifted  drift    VBD 0 ROOT
)");
  CHECK(text("Veldin") == "Tomsk Veldin");
  CHECK(text("Mayhem") == "March Mayhem");
  CHECK(text("Harviken") == "Harviken");
  CHECK(text("miles").find("Harviken") == std::string::npos);
}

TEST_CASE("a common noun that a sentence begins with is no name; a storm's name is the storm's",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Drones    drone     NNS 2 nsubj B-PERSON
fly       fly       VBP 0 ROOT

Hurricane Hurricane NNP 2 compound B-ORG
Lorenzo   Lorenzo   NNP 3 nsubj    I-ORG
struck    strike    VBD 0 ROOT

Lorenzo   Lorenzo   NNP 2 nsubj    B-PERSON
weakened  weaken    VBD 0 ROOT

Sales     sale      NNS 2 nsubj
rose      rise      VBD 0 ROOT
on        on        IN  2 prep
Friday    Friday    NNP 6 compound B-ORG
Ford      Ford      NNP 6 compound I-ORG
Motor     Motor     NNP 3 pobj     I-ORG
)");
  const Entity* drones = text.resolution.entity_at(0);
  CHECK((!drones || !drones->named));
  CHECK(text("Lorenzo", 2) == "Hurricane Lorenzo");
  CHECK(text("Ford") == "Ford Motor");
}

TEST_CASE("bodies have the long form of their country and of their letters among their names",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
The  the  DT  2 det
UN   UN   NNP 3 nsubj B-ORG
told tell VBD 0 ROOT
the  the  DT  6 det
U.S. U.S. NNP 6 compound B-ORG
Navy Navy NNP 3 dobj  I-ORG
)");
  const auto aliases = [&](std::uint32_t t) { return text.resolution.entity_at(t)->aliases; };
  CHECK(aliases(1) == std::vector<std::string>{"United Nations"});
  CHECK(aliases(5) == std::vector<std::string>{"United States Navy"});
}

TEST_CASE("common words are no name before the role that they belong to, and none without their 'of'",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Prime    prime    NNP 2 compound
Minister minister NNP 3 compound
Ravn     Ravn     NNP 4 nsubj    B-PERSON
visited  visit    VBD 0 ROOT
the      the      DT  7 det
Northern Northern NNP 7 compound B-GPE
District District NNP 4 dobj     I-GPE
of       of       IN  7 prep
Texas    Texas    NNP 8 pobj     B-GPE
)");
  CHECK(text("District") == "Northern District of Texas");
  const Entity* prime = text.resolution.entity_at(0);
  CHECK((!prime || !prime->named));
}

TEST_CASE("a people is one in the singular and the plural; an adjective and a letter name nobody",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
The     the     DT   2 det
Houthis Houthis NNPS 3 nsubj B-ORG
praised praise  VBD  0 ROOT
the     the     DT   6 det
Houthi  Houthi  NNP  6 compound B-ORG
group   group   NN   3 dobj

The     the     DT   3 det
Planetary planetary JJ 3 amod B-GPE
race    race    NN   4 nsubj
needs   need    VBZ  0 ROOT
A       a       NNP  4 dobj B-PERSON
)");
  CHECK(text("Houthis") == text("Houthi"));
  CHECK(text("Planetary") == "");
  const Entity* letter = text.resolution.entity_at(text.tree.size() - 1);
  CHECK((!letter || !letter->named));
}

TEST_CASE("the alias of a person is the surname, and none where either word may be it",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Mike     Mike     NNP 2 compound B-PERSON
Wexeley  Wexeley  NNP 3 nsubj    I-PERSON
met      meet     VBD 0 ROOT
Wei      Wei      NNP 5 compound B-PERSON
Fenghaz  Fenghaz  NNP 3 dobj     I-PERSON
)");
  const auto aliases = [&](std::uint32_t t) { return text.resolution.entity_at(t)->aliases; };
  CHECK(aliases(1) == std::vector<std::string>{"Wexeley"});
  CHECK(aliases(4).empty());
}

TEST_CASE("letters in brackets stand for the whole name, in pieces too, not for its end",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
the        the        DT  2 det
Parliament parliament NNP 0 ROOT B-ORG
of         of         IN  2 prep I-ORG
New        New        NNP 6 compound I-ORG
South      South      NNP 6 compound I-ORG
Wales      Wales      NNP 3 pobj I-ORG
(          (          -LRB- 2 punct
NSW        NSW        NNP 2 appos B-ORG
)          )          -RRB- 2 punct

Calina     Calina     NNP 2 compound B-ORG
Department department NNP 0 ROOT I-ORG
of         of         IN  2 prep I-ORG
Fire       fire       NNP 5 compound I-ORG
Protection protection NNP 3 pobj I-ORG
(          (          -LRB- 2 punct
CalFire    CalFire    NNP 2 appos
)          )          -RRB- 2 punct
)");
  const auto entity = [&](std::uint32_t t) { return text.resolution.entity_at(t); };
  CHECK(entity(1) != entity(7));
  CHECK(entity(10) == entity(15));
}

TEST_CASE("a city, a people or a company is not what is named after it", "[ingest][mention_clusters]") {
  const Resolved text(R"(
University University NNP 3 compound B-ORG
College    College    NNP 3 compound I-ORG
London     London     NNP 4 nsubj    I-ORG
left       leave      VBD 0 ROOT
London     London     NNP 4 dobj     B-GPE
and        and        CC  5 cc
Africa     Africa     NNP 5 conj     B-LOC

The        the        DT  4 det
European   European   NNP 4 compound B-ORG
Environment Environment NNP 4 compound I-ORG
Agency     Agency     NNP 7 nsubj    I-ORG
and        and        CC  4 cc
Google     Google     NNP 4 conj     B-ORG
left       leave      VBD 0 ROOT
South      South      NNP 9 compound B-GPE
Africa     Africa     NNP 7 dobj     I-GPE

Google     Google     NNP 2 compound B-PERSON
Glass      Glass      NNP 3 nsubj    I-PERSON
left       leave      VBD 0 ROOT
the        the        DT  6 det
European   european   JJ  6 amod     B-NORP
market     market     NN  3 dobj
)");
  CHECK(text("London", 1) == "University College London");
  CHECK(text("London", 2) == "London");
  CHECK(text("Africa", 1) == "Africa");
  CHECK(text("Africa", 2) == "South Africa");
  CHECK(text("Agency") == "European Environment Agency");
  CHECK(text("European", 2) != "European Environment Agency");
  CHECK(text("Google", 1) == "Google");
}

TEST_CASE("a surname of several words is no full name; a pope's number is no surname",
          "[ingest][mention_clusters]") {
  const Resolved text(R"(
Louis Louis NNP 3 compound B-PERSON
De    De    NNP 3 compound I-PERSON
Zoysa Zoysa NNP 4 nsubj    I-PERSON
met   meet  VBD 0 ROOT
Benedict Benedict NNP 6 compound B-PERSON
XVI   XVI   NNP 4 dobj     I-PERSON

De    De    NNP 2 compound B-PERSON
Zoysa Zoysa NNP 3 nsubj    I-PERSON
left  leave VBD 0 ROOT

De    De    NNP 2 compound B-PERSON
Zoysa Zoysa NNP 3 nsubj    I-PERSON
slept sleep VBD 0 ROOT
)");
  CHECK(text("Zoysa", 2) == "Louis De Zoysa");
  const auto& aliases = text.resolution.entities[text.resolution.entity_index_at(5)].aliases;
  CHECK(std::find(aliases.begin(), aliases.end(), "XVI") == aliases.end());
}

TEST_CASE("those of a people are not its country", "[ingest][resolve]") {
  const auto [article, country] = GENERATE(table<std::string, bool>({{"the", true}, {"those", false}}));
  const Resolved read(article + ' ' + article +
                      " DT 2 det | Americans Americans NNPS 3 nsubj B-NORP | signed sign VBD 0 "
                      "ROOT | treaties treaty NNS 3 dobj");
  const Entity* people = read.resolution.entity_at(1);
  CHECK((people != nullptr && people->country != nullptr) == country);
}
