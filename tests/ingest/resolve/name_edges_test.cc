#include "ingest/resolve/name_edges.h"

#include <catch2/catch.hpp>

#include "ingest/resolve/mention_clusters.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

namespace {

/// The names of a text, in order, joined by " | ".
std::string names_in(std::string_view rows) {
  const Document document = hand_built(rows);
  const DocumentTree tree(document);
  std::string names;
  for (const Entity& entity : resolve_mentions(tree).entities) {
    if (!entity.named) continue;
    if (!names.empty()) names += " | ";
    names += entity.name;
  }
  return names;
}

}  // namespace

TEST_CASE("a name has the words that belong to it and no others", "[ingest][name_edges]") {
  check_names(
      names_in,
      {
          {"common nouns in capitals behind of, on and for belong to the name",
           {{"He he PRP 2 nsubj | joined join VBD 0 ROOT | Action action NNP 2 dobj | on on IN 3 prep | "
             "Smoking smoking NNP 4 pobj | and and CC 5 cc | Health health NNP 5 conj | in in IN 2 prep | "
             "Oslo Oslo NNP 8 pobj B-GPE",
             "Action on Smoking and Health | Oslo"},
            {"the the DT 2 det | Centre centre NNP 0 ROOT B-ORG | for for IN 2 prep I-ORG | "
             "Speech speech NNP 3 pobj I-ORG | , , , 4 punct | Language language NNP 4 conj | and and CC 6 "
             "cc | "
             "the the DT 9 det | Brain brain NNP 6 conj | at at IN 2 prep | Zarn Zarn NNP 10 pobj B-ORG",
             "Centre for Speech , Language and the Brain | Zarn"}}},
          {"a body in a list and an office are no part of the name before",
           {{"the the DT 2 det | Department department NNP 0 ROOT B-ORG | of of IN 2 prep I-ORG | "
             "Justice justice NNP 3 pobj I-ORG | and and CC 2 cc | Parliament parliament NNP 2 conj B-ORG",
             "Department of Justice | Parliament"},
            {"Foreign foreign NNP 2 compound | Secretary secretary NNP 4 compound | "
             "Dominic Dominic NNP 4 compound B-PERSON | Raab Raab NNP 5 nsubj I-PERSON | met meet VBD 0 ROOT "
             "| "
             "the the DT 11 det | Secretary secretary NNP 11 nmod | of of IN 7 prep | "
             "State state NNP 8 pobj B-ORG | Mike Mike NNP 11 compound B-PERSON | "
             "Pompeo Pompeo NNP 5 dobj I-PERSON | and and CC 11 cc | an an DT 14 det | "
             "MP MP NNP 11 conj B-PERSON",
             "Dominic Raab | Mike Pompeo"}}},
          {"a mark that owns nothing belongs to the name, wherever that stands",
           {{"Sales sale NNS 5 nsubj | at at IN 1 prep | McDonald McDonald NNP 2 pobj B-ORG | 's 's POS 3 "
             "case | "
             "fell fall VBD 0 ROOT | as as IN 10 mark | McDonald McDonald NNP 9 poss B-ORG | 's 's POS 7 "
             "case | "
             "rivals rival NNS 10 nsubj | grew grow VBD 5 advcl",
             "McDonald's"},
            {"a a DT 2 det | friend friend NN 5 nsubj | of of IN 2 prep | Eva Eva NNP 3 pobj B-PERSON | "
             "'s 's POS 4 case | left leave VBD 0 ROOT",
             "Eva"}}},
          {"what bears a saint's name keeps it; a word that begins the sentence is no part of one",
           {{"St. St. NNP 2 compound B-GPE | Brendan Brendan NNP 5 poss I-GPE | 's 's POS 2 case | "
             "Episcopal Episcopal NNP 5 compound B-ORG | Church church NNP 6 nsubj I-ORG | "
             "burned burn VBD 0 ROOT",
             "St. Brendan 's Episcopal Church"},
            {"Lead lead NNP 4 compound B-PERSON | Paul Paul NNP 4 compound I-PERSON | "
             "Zhang Zhang NNP 4 compound I-PERSON | Lee Lee NNP 5 nsubj I-PERSON | spoke speak VBD 0 ROOT",
             "Paul Zhang Lee"}}},
          {"a role before a comma and its bearer is no part of a name",
           {{"Welsh Welsh NNP 3 compound B-ORG | Health Health NNP 3 compound I-ORG | "
             "Minister Minister NNP 7 nsubj I-ORG | , , , 3 punct | Olaf Olaf NNP 6 compound B-PERSON | "
             "Brandt Brandt NNP 3 appos I-PERSON | left leave VBD 0 ROOT",
             "Wales | Olaf Brandt"}}},
          {"who has an honorific is a person, whatever the recogniser says",
           {{"Dr Dr NNP 3 compound B-ORG | Hugo Hugo NNP 3 compound I-ORG | Spiersk Spiersk NNP 4 nsubj "
             "I-ORG | "
             "left leave VBD 0 ROOT",
             "Hugo Spiersk"}}},
          {"a number behind a name is part of it, a score or a year is not",
           {{"Norsk Norsk NNP 2 nsubj B-ORG | flew fly VBD 0 ROOT | the the DT 4 det | "
             "Zarnor Zarnor NNP 2 dobj B-ORG | 11 11 CD 4 nummod B-DATE",
             "Norsk | Zarnor 11"},
            {"Ravens Ravens NNP 2 nsubj B-ORG | beat beat VBD 0 ROOT | Zarnby Zarnby NNP 2 dobj B-ORG | "
             "1 1 CD 3 nummod I-ORG | - - SYM 2 punct I-ORG | 0 0 CD 2 dobj I-ORG",
             "Ravens | Zarnby"},
            {"Norsk Norsk NNP 2 nsubj B-ORG | left leave VBD 0 ROOT | Zarnor Zarnor NNP 2 dobj B-ORG | "
             "2020 2020 CD 3 nummod B-DATE",
             "Norsk | Zarnor"}}},
          {"a place's name is whole with the words that hang on it",
           {{"Zarn Zarn NNP 2 compound | Oslo Oslo NNP 3 nsubj B-GPE | won win VBD 0 ROOT", "Zarn Oslo"},
            {"Mayor mayor NNP 2 compound | Oslo Oslo NNP 3 nsubj B-GPE | won win VBD 0 ROOT", "Oslo"}}},
          {"a subtitle belongs to the title, what is quoted behind a colon does not",
           {{"He he PRP 2 nsubj | saw see VBD 0 ROOT | Zarnborn Zarnborn NNP 2 dobj B-WORK_OF_ART | "
             ": : : 3 punct | Night Night NNP 6 compound | Shift Shift NNP 3 appos | in in IN 2 prep | "
             "Oslo Oslo NNP 7 pobj B-GPE",
             "Zarnborn : Night Shift | Oslo"},
            {"He he PRP 2 nsubj | told tell VBD 0 ROOT | Zarnborn Zarnborn NNP 2 dobj B-ORG | : : : 3 punct "
             "| "
             "Norsk Norsk NNP 6 nsubj | lost lose VBD 2 ccomp",
             "Zarnborn | Norsk"}}},
          {"what is named after a king keeps his title",
           {{"He he PRP 2 nsubj | left leave VBD 0 ROOT | King King NNP 5 compound B-PERSON | "
             "Olof Olof NNP 5 compound I-PERSON | University University NNP 2 dobj I-PERSON",
             "King Olof University"}}},
          {"a number within a name does not cut it",
           {{"The the DT 4 det | Zarn Zarn NNP 4 nmod B-DATE | 23 23 CD 2 nummod I-DATE | "
             "Movement Movement NNP 5 nsubj | left leave VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE",
             "Zarn 23 Movement | Oslo"}}},
      });
}

TEST_CASE("the party of a leader is no part of the body that is led", "[ingest][name_edges]") {
  CHECK(names_in(R"(
the        the        DT  5 det
Republican republican NNP 3 compound B-ORG
Senate     senate     NNP 5 compound I-ORG
Majority   majority   NNP 5 compound
Leader     leader     NNP 6 nsubj
left       leave      VBD 0 ROOT
the        the        DT  9 det
White      White      NNP 9 compound B-ORG
House      House      NNP 6 dobj I-ORG
)")
            .find("Republican") == std::string::npos);
}

TEST_CASE("a member's letters and a scale are no part of a name", "[ingest][name_edges]") {
  CHECK(names_in(R"(
Zarn       Zarn       NNP 2 compound
MP         MP         NNP 3 compound
Ana        Ana        NNP 4 nsubj B-PERSON
left       leave      VBD 0 ROOT
)") == "Zarn | Ana");
  CHECK(names_in(R"(
It         it         PRP 2 nsubj
reached    reach      VBD 0 ROOT
40         40         CD  4 nummod B-QUANTITY
degrees    degree     NNS 2 dobj I-QUANTITY
Celsius    Celsius    NNP 4 appos
)")
            .empty());
}

TEST_CASE("a place has the name that the tables know, however often it is shortened",
          "[ingest][name_forms]") {
  const Resolved text(
      "They they PRP 2 nsubj\nsaw see VBD 0 ROOT\nthe the DT 5 det\nEnglish English NNP 5 compound B-LOC\n"
      "Channel Channel NNP 2 dobj I-LOC\n\nThe the DT 2 det\nChannel Channel NNP 3 nsubj B-LOC\nis be VBZ 0 "
      "ROOT\ncold cold JJ 3 acomp\n\n"
      "The the DT 2 det\nChannel Channel NNP 3 nsubj B-LOC\nis be VBZ 0 ROOT\nwide wide JJ 3 acomp\n");
  CHECK(text("Channel") == "English Channel");
}

TEST_CASE("a name ends where its last word does", "[ingest][name_edges]") {
  CHECK(names_in(R"(
the    the    DT  2 det
singer singer NN  7 nsubj
Park   Park   NNP 6 compound B-PERSON
Min    Min    NNP 6 compound I-PERSON
-      -      HYPH 6 punct
seok   seok   NNP 2 appos
sang   sing   VBD 0 ROOT
)")
            .find("Park Min") == 0);
  CHECK(names_in(R"(
Omar   Omar   NNP 5 compound B-PERSON
Farid  Farid  NNP 5 compound I-PERSON
el     el     NNP 5 compound
-      -      HYPH 5 punct
Masri  Masri  NNP 6 nsubj
sang   sing   VBD 0 ROOT
)")
            .find("Omar Farid el") == 0);
}
