#include "ingest/resolve/name_spans.h"

#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

namespace {

/// The names of the first span that the recogniser marked, joined by " | ".
std::string cut(std::string_view rows) {
  const Document document = hand_built(rows);
  const DocumentTree tree(document);
  TokenRange range{0, 0};
  while (document.tokens[range.begin].entity == EntityLabel::kNone) ++range.begin;
  range.end = range.begin + 1;
  while (range.end < tree.size() && document.tokens[range.end].entity != EntityLabel::kNone &&
         !document.tokens[range.end].entity_begins)
    ++range.end;
  std::string names;
  for (const NameSpan& name : names_of_span(tree, {range, document.tokens[range.begin].entity})) {
    if (!names.empty()) names += " | ";
    names += tree.text_of(name.range);
  }
  return names;
}

}  // namespace

TEST_CASE("a span is cut where another name begins", "[ingest][name_spans]") {
  check_names(
      cut,
      {
          {"a bracket within a span parts a name and its acronym",
           {{"Norrsken Norrsken NNP 2 compound B-ORG | Council Council NNP 4 nsubj I-ORG | "
             "( ( -LRB- 2 punct I-ORG | NC NC NNP 2 appos I-ORG",
             "Norrsken Council | NC"}}},
          {"a known place behind a comma or 'in' is a name of its own; one within a name is not",
           {{"Shelby Shelby NNP 0 ROOT B-GPE | , , , 1 punct I-GPE | Oregon Oregon NNP 1 appos I-GPE",
             "Shelby | Oregon"},
            {"University University NNP 0 ROOT B-ORG | of of IN 1 prep I-ORG | California California NNP 2 "
             "pobj "
             "I-ORG | , , , 1 punct I-ORG | Irvine Irvine NNP 1 appos I-ORG",
             "University of California , Irvine"},
            {"Museum Museum NNP 0 ROOT B-FAC | in in IN 1 prep I-FAC | Chicago Chicago NNP 2 pobj I-FAC",
             "Museum | Chicago"},
            {"University University NNP 0 ROOT B-ORG | of of IN 1 prep I-ORG | Chicago Chicago NNP 2 pobj "
             "I-ORG",
             "University of Chicago"}}},
          {"'and' parts two persons and two bodies, not one body of two fields",
           {{"Ana Ana NNP 0 ROOT B-PERSON | and and CC 1 cc I-PERSON | Olek Olek NNP 1 conj I-PERSON",
             "Ana | Olek"},
            {"Center for_ NNP 0 ROOT B-ORG | for for IN 1 prep I-ORG | Fish Fish NNP 2 pobj I-ORG | "
             "and and CC 1 cc I-ORG | Center Center NNP 1 conj I-ORG | for for IN 5 prep I-ORG | "
             "Birds Birds NNPS 6 pobj I-ORG",
             "Center for Fish | Center for Birds"},
            {"Ministry Ministry NNP 0 ROOT B-ORG | of of IN 1 prep I-ORG | Trade Trade NNP 2 pobj I-ORG | "
             "and and CC 3 cc I-ORG | Industry Industry NNP 3 conj I-ORG",
             "Ministry of Trade and Industry"}}},
          {"a person behind a body's name is a name of its own",
           {{"Council Council NNP 0 ROOT B-ORG | on on IN 1 prep I-ORG | Relations Relations NNPS 2 pobj "
             "I-ORG | "
             "Julia Julia NNP 5 compound I-ORG | Sandvik Sandvik NNP 1 appos I-ORG",
             "Council on Relations | Julia Sandvik"},
            {"Julia Julia NNP 2 compound B-PERSON | Sandvik Sandvik NNP 0 ROOT I-PERSON", "Julia Sandvik"}}},
          {"a list of names is taken apart at its commas, a firm's name is not",
           {{"Obba Obba NNP 0 ROOT B-ORG | , , , 1 punct I-ORG | Sigur Sigur NNP 1 conj I-ORG | "
             ", , , 1 punct I-ORG | Urania Urania NNP 1 conj I-ORG",
             "Obba | Sigur | Urania"},
            {"Arps Arps NNP 0 ROOT B-ORG | , , , 1 punct I-ORG | Slate Slate NNP 1 conj I-ORG | "
             ", , , 1 punct I-ORG | Meagher Meagher NNP 1 conj I-ORG | & & CC 1 cc I-ORG | "
             "Flom Flom NNP 1 conj I-ORG",
             "Arps , Slate , Meagher & Flom"},
            {"Norrsken Norrsken NNP 0 ROOT B-ORG | , , , 1 punct I-ORG | Dahl Dahl NNP 1 conj I-ORG | "
             "and and CC 3 cc | Kvist Kvist NNP 3 conj B-ORG",
             "Norrsken | Dahl"}}},
          {"two that each stand alone elsewhere are two; a noun parts what it describes",
           {{"Zarno Zarno NNP 4 nsubj B-WORK_OF_ART | and and CC 1 cc I-WORK_OF_ART | "
             "Pluko Pluko NNP 1 conj I-WORK_OF_ART | shone shine VBD 0 ROOT | | "
             "He he PRP 2 nsubj | saw see VBD 0 ROOT | Pluko Pluko NNP 2 dobj | , , , 2 punct | "
             "not not RB 6 neg | Zarno Zarno NNP 3 conj",
             "Zarno | Pluko"},
            {"Zarno Zarno NNP 3 compound B-ORG | channel channel NN 3 compound I-ORG | "
             "Pluko Pluko NNP 4 nsubj I-ORG | showed show VBD 0 ROOT",
             "Zarno | Pluko"}}},
          {"an article makes no body of the word before a given name",
           {{"the the DT 4 det B-ORG | Camp Camp NNP 4 compound I-ORG | David David NNP 4 compound I-ORG | "
             "Zarnacords Zarnacords NNP 0 ROOT I-ORG",
             "the Camp David Zarnacords"}}},
          {"a small article behind a name opens the name of a body",
           {{"Twitter Twitter NNP 5 compound B-ORG | the the DT 5 det I-ORG | Oslo Oslo NNP 5 compound I-ORG "
             "| "
             "Fire Fire NNP 5 compound I-ORG | Department Department NNP 0 ROOT I-ORG",
             "Twitter | Oslo Fire Department"}}},
      });
}

TEST_CASE("an owner, an office and a role before a person are no part of the name", "[ingest][name_spans]") {
  CHECK(cut(R"(
Oslo       Oslo       NNP 2 compound B-ORG
University University NNP 5 poss     I-ORG
's         's         POS 2 case     I-ORG
Olga       Olga       NNP 5 compound I-ORG
Onuch      Onuch      NNP 0 ROOT     I-ORG
)") == "Oslo University | Olga Onuch");
  CHECK(cut(R"(
Director   director   NN  2 compound B-ORG
General    general    NNP 0 ROOT     I-ORG
of         of         IN  2 prep     I-ORG
the        the        DT  6 det      I-ORG
Norrsken   Norrsken   NNP 6 compound I-ORG
Council    Council    NNP 3 pobj     I-ORG
)") == "the Norrsken Council");
  CHECK(cut(R"(
Norrsken       Norrsken       NNP 2 compound B-ORG
Representative Representative NNP 4 compound I-ORG
Elijah         Elijah         NNP 4 compound I-ORG
Onuch          Onuch          NNP 0 ROOT     I-ORG
)") == "Norrsken | Elijah Onuch");
  CHECK(Resolved(R"(
Lee        Lee        NNP 2 compound B-PERSON
Jae        Jae        NNP 3 nsubj    I-PERSON
won        win        VBD 0 ROOT

Lee        Lee        NNP 4 poss     B-ORG
's         's         POS 1 case     I-ORG
Democratic Democratic NNP 4 compound I-ORG
Party      Party      NNP 5 nsubj    I-ORG
won        win        VBD 0 ROOT
)")
            .typed(6) == "Organization Democratic Party");
  CHECK(Resolved(R"(
Lawyer Lawyer NNP 3 compound B-ORG
Ingrid Ingrid NNP 3 compound I-ORG
Dahl   Dahl   NNP 4 nsubj    I-ORG
left   leave  VBD 0 ROOT
)")
            .typed(2) == "Person Ingrid Dahl");
}

TEST_CASE("somebody named elsewhere ends a body's span", "[ingest][name_spans]") {
  const std::string_view rows = R"(
Institute  Institute  NNP 0 ROOT B-ORG
of         of         IN  1 prep I-ORG
Navigation Navigation NNP 2 pobj I-ORG
Roger      Roger      NNP 5 compound I-ORG
Makkin     Makkin     NNP 1 appos I-ORG
)";
  CHECK(cut(rows) == "Institute of Navigation Roger Makkin");
  CHECK(cut(std::string(rows) + R"(
Roger      Roger      NNP 2 compound B-PERSON
Makkin     Makkin     NNP 3 nsubj    I-PERSON
left       leave      VBD 0 ROOT
)") == "Institute of Navigation | Roger Makkin");
}
