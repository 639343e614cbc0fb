#include "ingest/resolve/qualifiers.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier;
using namespace dossier::ingest;

TEST_CASE("what has been so since a year has been so until now", "[ingest][qualifiers]") {
  const Document document = hand_built(R"(
Norsk  Norsk NNP 3 nsubj B-ORG
has    have  VBZ 3 aux
owned  own   VBN 0 ROOT
Harvik Harvik NNP 3 dobj B-ORG
since  since IN  3 prep
2009   2009  CD  5 pobj B-DATE
)");
  CHECK(holds(lines_of(record_of(document, "2019-06-28")), "Norsk | owned | Harvik | 2009-01-01/2019-06-28"));
  CHECK(holds(lines_of(record_of(document)), "Norsk | owned | Harvik | "));
}

TEST_CASE("from a year to a year is one time", "[ingest][qualifiers]") {
  const auto led = [](const std::string& link) {
    return lines_of(
               record_of(
                   hand_built(
                       "Ida Ida NNP 2 nsubj B-PERSON\nled lead VBD 0 ROOT\nNorsk Norsk NNP 2 dobj B-ORG\n"
                       "from from IN 2 prep\n2013 2013 CD 4 pobj B-DATE\n" +
                       link + " " + link + " IN 2 prep\n2018 2018 CD 6 pobj B-DATE\n"),
                   "2019-06-28"))
        .at(0);
  };
  CHECK(led("to") == "Ida | led | Norsk | 2013-01-01/2018-12-31");
  CHECK(led("until") == "Ida | led | Norsk | 2013-01-01/2018-12-31");
  CHECK(holds(
      lines_of(record_of(hand_built("Ida Ida NNP 2 nsubj B-PERSON\nled lead VBD 0 ROOT\n"
                                    "Norsk Norsk NNP 2 dobj B-ORG\nfrom from IN 2 prep\n"
                                    "2013 2013 CD 4 pobj B-DATE\nto to IN 4 prep\n2018 2018 CD 6 pobj\n"),
                         "2019-06-28")),
      "Ida | led | Norsk | 2013-01-01/2018-12-31"));
}

TEST_CASE("a date is of what it stands with", "[ingest][qualifiers]") {
  check_lines({
      {"the date of where it started is not when it moved",
       "2019-06-28",
       "Norsk Norsk NNP 2 nsubj B-ORG | moved move VBD 0 ROOT | from from IN 2 prep | "
       "Oslo Oslo NNP 3 pobj B-GPE | in in IN 2 prep | 2012 2012 CD 5 pobj B-DATE | to to IN 2 prep | "
       "Paris Paris NNP 7 pobj B-GPE | in in IN 2 prep | 2014 2014 CD 9 pobj B-DATE",
       {"Norsk | moved to | Paris | 2014"}},
      {"the next day counts from a date just told, though no statement has it",
       "2019-06-28",
       "The the DT 2 det | vote vote NN 0 ROOT | on on IN 2 prep | May May NNP 3 pobj B-DATE | 3 3 CD 4 "
       "nummod I-DATE | "
       "| Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | Oslo Oslo NNP 2 dobj B-GPE | the the DT 6 "
       "det B-DATE | "
       "next next JJ 6 amod I-DATE | day day NN 2 npadvmod I-DATE",
       {"Ana | left | Oslo | 2019-05-04"}},
      {"a forecast for a year is not made in it, a hearing set for a day is on it",
       "2026-03-12",
       "Norsk Norsk NNP 2 nsubj B-ORG | cut cut VBD 0 ROOT | estimates estimate NNS 2 dobj | for for IN 2 "
       "prep | "
       "2027 2027 CD 4 pobj B-DATE | | Norsk Norsk NNP 2 nsubj B-ORG | set set VBD 0 ROOT | elections "
       "election NNS 2 dobj "
       "| for for IN 2 prep | 2027 2027 CD 4 pobj B-DATE",
       {"Norsk | cut | estimates | ", "Norsk | set | elections | 2027"}},
      {"what one awaits on a day lies ahead",
       "2026-03-05",
       "Ana Ana NNP 2 nsubj B-PERSON | faces face VBZ 0 ROOT | jail jail NN 2 dobj | when when WRB 7 advmod "
       "| "
       "Ana Ana NNP 7 nsubjpass B-PERSON | is be VBZ 7 auxpass | sentenced sentence VBN 2 advcl | on on IN 7 "
       "prep | "
       "April April NNP 8 pobj B-DATE | 16 16 CD 9 nummod I-DATE",
       {"Ana | was sentenced on | 2026-04-16 | 2026-04-16"}},
      {"what was so before a month was not so in it",
       "2019-06-28",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | before before IN 2 "
       "prep | "
       "May May NNP 4 pobj B-DATE",
       {"Norsk | sold | ships | "}},
      {"what was so before something of a month was not so in it",
       "2019-06-28",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | before before IN 2 "
       "prep | "
       "the the DT 6 det | vote vote NN 4 pobj | in in IN 2 prep | May May NNP 7 pobj B-DATE",
       {"Norsk | sold | ships | "}},
      {"what was so before midnight on a day was so on it",
       "2026-03-12",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | before before IN 2 "
       "prep | "
       "midnight midnight NN 4 pobj B-TIME | on on IN 2 prep | Saturday Saturday NNP 6 pobj B-DATE",
       {"Norsk | sold | ships | 2026-03-07"}},
      {"what has been so since something of a month has been so until now",
       "2019-06-28",
       "Norsk Norsk NNP 3 nsubj B-ORG | has have VBZ 3 aux | sold sell VBN 0 ROOT | ships ship NNS 3 dobj | "
       "since since IN 3 prep | the the DT 7 det | vote vote NN 5 pobj | in in IN 7 prep | "
       "May May NNP 8 pobj B-DATE",
       {"Norsk | sold | ships | 2019-05-01/2019-06-28"}},
      {"what is to be so through a month is so until then",
       "2019-06-28",
       "Norsk Norsk NNP 3 nsubj B-ORG | will will MD 3 aux | sell sell VB 0 ROOT | ships ship NNS 3 dobj | "
       "through through IN 3 prep | August August NNP 5 pobj B-DATE",
       {"Norsk | sold | ships | "}},
      {"what is scheduled for a month is so for the next",
       "2019-06-28",
       "Norsk Norsk NNP 3 nsubjpass B-ORG | was be VBD 3 auxpass | scheduled schedule VBN 0 ROOT | "
       "for for IN 3 prep | November November NNP 4 pobj B-DATE",
       {"Norsk | was scheduled for | 2019-11 | 2019-11"}},
      {"an arrest in a month that is told of has happened",
       "2026-03-12",
       "Since since IN 9 prep | the the DT 3 det | arrest arrest NN 1 pobj | of of IN 3 prep | "
       "Ana Ana NNP 4 pobj B-PERSON | in in IN 3 prep | May May NNP 6 pobj B-DATE | Norsk Norsk NNP 9 nsubj "
       "B-ORG | "
       "closed close VBD 0 ROOT | shops shop NNS 9 dobj",
       {"Ana | was arrested in | 2025-05 | 2025-05"}},
      {"what begins on a weekday will on the next",
       "2026-03-12",
       "Norsk Norsk NNP 2 nsubj B-ORG | opens open VBZ 0 ROOT | shops shop NNS 2 dobj | on on IN 2 prep | "
       "Monday Monday NNP 4 pobj B-DATE",
       {"Norsk | opened | shops | 2026-03-16"}},
      {"what is scheduled for a day that is past this year is so for the next year's",
       "2026-03-12",
       "Norsk Norsk NNP 3 nsubjpass B-ORG | is be VBZ 3 auxpass | scheduled schedule VBN 0 ROOT | "
       "for for IN 3 prep | January January NNP 4 pobj B-DATE | 3 3 CD 5 nummod I-DATE",
       {"Norsk | was scheduled for | 2027-01-03 | 2027-01-03"}},
      {"what was so prior to a day was not so on it",
       "2026-03-12",
       "Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | ships ship NNS 2 dobj | prior prior RB 2 "
       "advmod | "
       "to to IN 4 prep | Super Super NNP 5 pobj B-GPE | Tuesday Tuesday NNP 2 npadvmod B-DATE",
       {"Norsk | sold | ships | ", "Norsk | sold ships prior to | Super Tuesday | "}},
      {"of two places with a date each every one has its own",
       "2019-06-28",
       "Ana Ana NNP 2 nsubj B-PERSON | moved move VBD 0 ROOT | to to IN 2 prep | "
       "Oslo Oslo NNP 3 pobj B-GPE | in in IN 2 prep | 2010 2010 CD 5 pobj B-DATE | and and CC 2 cc | "
       "to to IN 2 prep | Bergen Bergen NNP 8 pobj B-GPE | in in IN 2 prep | 2018 2018 CD 10 pobj B-DATE",
       {"Ana | moved to | Oslo | 2010", "Ana | moved to | Bergen | 2018"}},
  });
}

TEST_CASE("what stands in brackets is where the last one is", "[ingest][qualifiers]") {
  const Document document = hand_built(R"(
Ana     Ana     NNP 2 nsubj B-PERSON
visited visit   VBD 0 ROOT
Oslo    Oslo    NNP 2 dobj B-GPE
(       (       ,   2 punct
in      in      IN  2 prep
Norway  Norway  NNP 5 pobj B-GPE
)       )       ,   2 punct
)");
  for (const graph::StatementRecord& s : record_of(document).statements) CHECK(s.where.empty());
}

TEST_CASE("near a place is not in it", "[ingest][qualifiers]") {
  const auto where = [](const char* preposition) {
    const Document document = hand_built(std::string(R"(
Ana     Ana     NNP 2 nsubj B-PERSON
met     meet    VBD 0 ROOT
Ida     Ida     NNP 2 dobj B-PERSON
)") + preposition + " " + preposition + " IN 2 prep\nOslo Oslo NNP 4 pobj B-GPE\n");
    return record_of(document).statements.at(0).where;
  };
  CHECK(where("in") == "Oslo");
  CHECK(where("near").empty());
}

TEST_CASE("what the present tells of a day to come is planned", "[ingest][qualifiers]") {
  const auto modality = [](const char* verb, const char* day) {
    const auto record = record_of(hand_built(std::string("Norsk Norsk NNP 2 nsubj B-ORG\n") + verb +
                                             " 0 ROOT\nHarvik Harvik NNP 2 dobj B-ORG\non on IN 2 prep\n"
                                             "May May NNP 4 pobj B-DATE\n" +
                                             day + " " + day + " CD 5 nummod I-DATE\n"),
                                  "2019-05-10");
    return record.statements.at(0).modality;
  };
  CHECK(modality("sells sell VBZ", "14") == "planned");
  CHECK(modality("sells sell VBZ", "8") == "asserted");
  CHECK(modality("sold sell VBD", "14") == "asserted");
  CHECK(modality("predicts predict VBZ", "14") == "asserted");
}

TEST_CASE("there is the only place that was told just before", "[ingest][qualifiers]") {
  const auto [before, where] = GENERATE(table<std::string, std::string>(
      {{"to to IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\n", "Oslo"},
       {"from from IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\n", ""},
       {"to to IN 2 prep\nOslo Oslo NNP 3 pobj B-GPE\nthrough through IN 2 prep\n"
        "Lund Lund NNP 5 pobj B-GPE\n",
        ""}}));
  CAPTURE(before);
  const auto record =
      record_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nmoved move VBD 0 ROOT\n" + before +
                           "\nIda Ida NNP 2 nsubj B-PERSON\nopened open VBD 0 ROOT\na a DT 4 det\n"
                           "shop shop NN 2 dobj\nthere there RB 2 advmod\n"));
  const auto opened = std::find_if(record.statements.begin(), record.statements.end(),
                                   [](const auto& s) { return s.predicate == "opened"; });
  REQUIRE(opened != record.statements.end());
  CHECK(opened->where == where);
}

TEST_CASE("the date of what it is compared with is not its own", "[ingest][qualifiers]") {
  const Document document = hand_built(R"(
Norsk    Norsk   NNP 2 nsubj B-ORG
hired    hire    VBD 0 ROOT
Ana      Ana     NNP 2 dobj B-PERSON
compared compare VBN 2 prep
with     with    IN 4 prep
Ida      Ida     NNP 5 pobj B-PERSON
in       in      IN 6 prep
1974     1974    CD 7 pobj B-DATE
)");
  CHECK(holds(lines_of(record_of(document)), "Norsk | hired | Ana | "));
}

TEST_CASE("where a place lies stands on nobody's word", "[ingest][statement_builder]") {
  const Document document = hand_built(R"(
Ana    Ana    NNP 2 nsubj B-PERSON
said   say    VBD 0 ROOT
Norsk  Norsk  NNP 4 nsubj B-ORG
left   leave  VBD 2 ccomp
Oslo   Oslo   NNP 4 dobj B-GPE
,      ,      ,   5 punct
Norway Norway NNP 5 appos B-GPE
)");
  const graph::ArticleRecord record = record_of(document);
  for (const graph::StatementRecord& s : record.statements)
    CHECK(s.claimed_by.has_value() == (s.predicate != "located in"));
  CHECK(holds(lines_of(record), "Oslo | located in | Norway | "));
}

TEST_CASE("somebody is of his country, whatever he was taken for", "[ingest][statement_builder]") {
  const Document document = hand_built(R"(
Norway Norway NNP 3 poss B-GPE
's     's     POS 1 case
Roe    Roe    NNP 4 nsubj B-GPE
left   leave  VBD 0 ROOT

Ana    Ana    NNP 2 compound B-PERSON
Roe    Roe    NNP 3 nsubj I-PERSON
left   leave  VBD 0 ROOT
)");
  CHECK(holds(lines_of(record_of(document)), "Ana Roe | is of | Norway | "));
}

namespace {

std::string where_of(const graph::ArticleRecord& record, const std::string& predicate) {
  for (const graph::StatementRecord& s : record.statements)
    if (s.predicate == predicate) return s.where;
  return "no such statement";
}

}  // namespace

TEST_CASE("a place behind a date in front is where all that is joined happened", "[ingest][qualifiers]") {
  const graph::ArticleRecord record = record_of(hand_built(R"(
On      on      IN  7 prep
Friday  Friday  NNP 1 pobj B-DATE
in      in      IN  2 prep
Oslo    Oslo    NNP 3 pobj B-GPE
,       ,       ,   7 punct
Ana     Ana     NNP 7 nsubj B-PERSON
joined  join    VBD 0 ROOT
Norsk   Norsk   NNP 7 dobj B-ORG
and     and     CC  7 cc
left    leave   VBD 7 conj
Harvik  Harvik  NNP 10 dobj B-ORG
)"),
                                                "2026-02-04");
  CHECK(where_of(record, "joined") == "Oslo");
  CHECK(where_of(record, "left") == "Oslo");
}

TEST_CASE("a place beside the object is where it was done, not where it was talked of",
          "[ingest][qualifiers]") {
  const auto [verb, lemma, where] = GENERATE(
      table<std::string, std::string, std::string>({{"won", "win", "Oslo"}, {"described", "describe", ""}}));
  const graph::ArticleRecord record =
      record_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb + " " + lemma + R"( VBD 0 ROOT
the     the     DT  5 det
party   party   NN  5 compound
votes   vote    NNS 2 dobj
in      in      IN  5 prep
Oslo    Oslo    NNP 6 pobj B-GPE
,       ,       ,   7 punct
Harvik  Harvik  NNP 7 conj B-GPE
and     and     CC  9 cc
Bergen  Bergen  NNP 9 conj B-GPE
)"));
  CAPTURE(verb);
  CHECK(where_of(record, verb) == where);
}

TEST_CASE("a place of what it was like is not where it was", "[ingest][qualifiers]") {
  const graph::ArticleRecord record = record_of(hand_built(R"(
Ana     Ana     NNP 2 nsubj B-PERSON
met     meet    VBD 0 ROOT
Ida     Ida     NNP 2 dobj B-PERSON
like    like    IN  2 prep
that    that    DT  6 det
night   night   NN  4 pobj B-TIME
in      in      IN  6 prep
Oslo    Oslo    NNP 7 pobj B-GPE
)"));
  CHECK(where_of(record, "met").empty());
}

TEST_CASE("what is done with no money is not done with money", "[ingest][statement_builder][negation]") {
  const auto [determiner, negated] =
      GENERATE(table<std::string, bool>({{"no", true}, {"the", false}, {"No", false}}));
  const graph::ArticleRecord record = record_of(hand_built(R"(
Norsk   Norsk   NNP 2 nsubj B-ORG
works   work    VBZ 0 ROOT
with    with    IN  2 prep
)" + determiner + " " + determiner + R"( DT 5 det
budget  budget  NN  3 pobj
)"));
  REQUIRE(record.statements.size() == 1);
  CHECK(record.statements[0].negated == negated);
}

TEST_CASE("what is named by where it lies is not told to lie there", "[ingest][statement_builder]") {
  const auto [place, told] = GENERATE(table<std::string, bool>({{"US", false}, {"Norway", false}}));
  const auto lines = lines_of(record_of(
      hand_built("cities city NNS 4 nsubj\nin in IN 1 prep\n" + place + " " + place + R"( NNP 2 pobj B-GPE
improved improve VBD 0 ROOT
Norsk Norsk NNP 4 dobj B-ORG
)")));
  CAPTURE(lines);
  CHECK(any_has(lines, "located in") == told);
  CHECK(any_has(lines, "improved"));
}

TEST_CASE("where somebody is helped is not where he lies", "[ingest][statement_builder]") {
  const auto [name, told] = GENERATE(table<std::string, bool>({{"B-PERSON", false}, {"B-FAC", true}}));
  const auto lines = lines_of(record_of(
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nhelped help VBD 0 ROOT\nHolmen Holmen NNP 2 dobj " + name +
                 "\nin in IN 3 prep\nOslo Oslo NNP 4 pobj B-GPE\n")));
  CAPTURE(lines);
  CHECK(any_has(lines, "located in") == told);
}

TEST_CASE("what something is compared with does not date it", "[ingest][qualifiers]") {
  const auto dated = [](const std::string& link) {
    const auto lines = lines_of(record_of(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
grew grow VBD 0 ROOT
faster fast RBR 2 advmod
)" + link + " " + link + R"( IN 3 prep
in in IN 4 prep
2009 2009 CD 5 pobj B-DATE
)"),
                                          "2019-06-28"));
    return any_ends(lines, "2009");
  };
  CHECK(dated("back"));
  CHECK_FALSE(dated("than"));
}

TEST_CASE("what was closed for hours on a day was closed on it", "[ingest][qualifiers]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 3 nsubjpass B-ORG
was be VBD 3 auxpass
closed close VBN 0 ROOT
for for IN 3 prep
two two CD 6 nummod B-TIME
hours hour NNS 4 pobj I-TIME
in in IN 3 prep
2009 2009 CD 7 pobj B-DATE
)");
  CHECK(holds(lines_of(record_of(document, "2019-06-28")), "Norsk | was closed in | 2009 | 2009"));
}

TEST_CASE("the date of the value before is not when it has this one", "[ingest][qualifiers]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Rent rent NN 2 nsubj
reached reach VBD 0 ROOT
12 12 CD 4 nummod B-PERCENT
percent percent NN 2 dobj I-PERCENT
, , , 2 punct
down down RB 2 advmod
from from IN 6 prep
15 15 CD 9 nummod B-PERCENT
percent percent NN 7 pobj I-PERCENT
in in IN 7 prep
2010 2010 CD 10 pobj B-DATE
)"),
                                        "2019-06-28"));
  CHECK_FALSE(any_ends(lines, "2010"));
}

TEST_CASE("what is done at something in a place is done in that place", "[ingest][qualifiers]") {
  const auto told = [](const std::string& verb, const std::string& place) {
    const Document document =
        hand_built("Ana Ana NNP 2 nsubj B-PERSON\n" + verb +
                   " VBD 0 ROOT\nIda Ida NNP 2 dobj B-PERSON\nat at IN 2 prep\na a DT 6 det\n"
                   "market market NN 4 pobj\nin in IN 6 prep\nOslo Oslo NNP 7 pobj B-GPE\n. . . 2 punct\n");
    const auto statements = record_of(document).statements;
    return std::any_of(statements.begin(), statements.end(),
                       [&](const graph::StatementRecord& s) { return s.where == place; });
  };
  CHECK(told("robbed rob", "Oslo"));
  CHECK_FALSE(told("mentioned mention", "Oslo"));
}
