#include "ingest/resolve/statement_arguments.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/record_lines.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

// "Ida VERB Norsk ...": of a company with a name
std::vector<std::string> done_to_norsk(const std::string& verb, const std::string& rest) {
  return lines_of(record_of(hand_built("Ida Ida NNP 2 nsubj B-PERSON\n" + verb +
                                       " VBD 0 ROOT\nNorsk Norsk NNP 2 dobj B-ORG\n" + rest)));
}

}  // namespace

TEST_CASE("beside an object that the predicate cannot spell, the rest is said of the object",
          "[ingest][statement_arguments]") {
  const auto [verb, rest, line] = GENERATE(table<std::string, std::string, std::string>({
      {"bought buy", "from from IN 2 prep\nOslo Oslo NNP 4 pobj B-GPE\n", "Norsk | was bought from | Oslo"},
      {"praised praise", "in in IN 2 prep\na a DT 6 det\nletter letter NN 4 pobj\n",
       "Norsk | was praised in | letter"},
      {"described describe", "as as IN 2 prep\na a DT 6 det\nfraud fraud NN 4 pobj\n",
       "Norsk | was described as | fraud"},
  }));
  const auto lines = done_to_norsk(verb, rest);
  CAPTURE(lines);
  CHECK(holds(lines, line + " | "));
  const std::string link = verb.substr(0, verb.find(' ')) + rest.substr(0, rest.find(' ')).insert(0, " ");
  CHECK_FALSE(any_has(lines, "| " + link));
}

TEST_CASE("what the verb says without its object stays the subject's", "[ingest][statement_arguments]") {
  CHECK(holds(done_to_norsk("met meet", "in in IN 2 prep\nNarvik Narvik NNP 4 pobj B-ORG\n"),
              "Ida | met in | Narvik | "));
  CHECK(holds(done_to_norsk("shared share", "with with IN 2 prep\nAna Ana NNP 4 pobj B-PERSON\n"),
              "Ida | shared with | Ana | "));
}

TEST_CASE("when and in what company it was done is not said of the object", "[ingest][statement_arguments]") {
  const auto [preposition, noun] = GENERATE(table<std::string, std::string>(
      {{"after after", "election election"}, {"like like", "thief thief"}, {"for for", "decade decade"}}));
  const auto lines =
      done_to_norsk("bought buy", preposition + " IN 2 prep\nan an DT 6 det\n" + noun + " NN 4 pobj\n");
  CAPTURE(lines);
  CHECK_FALSE(any_begins(lines, "Norsk | was"));
}

TEST_CASE("nothing is signed with somebody but what was signed", "[ingest][statement_arguments]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Ida    Ida    NNP 2 nsubj B-PERSON
signed sign   VBD 0 ROOT
it     it     PRP 2 dobj
with   with   IN  2 prep
Oslo   Oslo   NNP 4 pobj B-GPE
)")));
  CHECK(lines.empty());
}

TEST_CASE("people and bodies without a name get what they are given", "[ingest][statement_arguments]") {
  const auto whom = GENERATE(as<std::string>(), "activists activist", "charities charity");
  const auto lines = lines_of(record_of(hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nread read VBD 0 ROOT\nlamps lamp NNS 2 dobj\nto to IN 2 prep\n" + whom +
      " NNS 4 pobj\n")));
  CAPTURE(whom, lines);
  CHECK(holds(lines, "Ida | read lamps to | " + whom.substr(0, whom.find(' ')) + " | "));
}

TEST_CASE("what somebody without a name is accused of is said of him too", "[ingest][statement_arguments]") {
  const auto [noun, said] = GENERATE(table<std::string, bool>({{"mayor mayor", true}, {"plan plan", false}}));
  const auto lines = lines_of(
      record_of(hand_built("Norsk Norsk NNP 2 nsubj B-ORG\naccused accuse VBD 0 ROOT\nthe the DT 4 det\n" +
                           noun + " NN 2 dobj\nof of IN 2 prep\nfraud fraud NN 5 pobj\n")));
  CHECK(any_has(lines, "was accused of | fraud") == said);
}

TEST_CASE("a statement has the words that its link and its ends need", "[ingest][statement_arguments]") {
  check_lines({
      {"who died did so whoever else was injured",
       "",
       "Two two CD 2 nummod | men man NNS 3 nsubj | died die VBD 0 ROOT | , , , 3 punct | "
       "with with IN 3 prep | ten ten CD 7 nummod | others other NNS 8 nsubj | injured injure VBN 5 pcomp",
       {"two men | died | two men | ", "ten others | was injured | ten others | "}},
      {"who does not protect all protects some",
       "",
       "Norsk Norsk NNP 4 nsubj B-ORG | does do VBZ 4 aux | not not RB 4 neg | protect protect VB 0 ROOT | "
       "all all DT 6 det | workers worker NNS 4 dobj",
       {"Norsk | protected | all workers | "}},
      {"a stronger union is not the union",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | sought seek VBD 0 ROOT | a a DT 5 det | stronger strong JJR 5 amod | "
       "Norsk Norsk NNP 2 dobj B-ORG",
       {"Ana | sought | stronger Norsk | "}},
      {"how far off something lies is part of the link",
       "",
       "Norsk Norsk NNP 2 nsubj B-ORG | lies lie VBZ 0 ROOT | 20 20 CD 4 nummod B-QUANTITY | "
       "miles mile NNS 5 npadvmod I-QUANTITY | from from IN 2 prep | Oslo Oslo NNP 5 pobj B-GPE",
       {"Norsk | lay 20 miles from | Oslo | "}},
      {"told in brackets in another unit too",
       "",
       "Norsk Norsk NNP 2 nsubj B-ORG | is be VBZ 0 ROOT | 20 20 CD 4 nummod B-QUANTITY | "
       "miles mile NNS 2 attr I-QUANTITY | ( ( -LRB- 4 punct | 32 32 CD 7 nummod B-QUANTITY | "
       "km km NN 4 appos I-QUANTITY | ) ) -RRB- 4 punct | east east NN 4 appos | of of IN 9 prep | "
       "Oslo Oslo NNP 10 pobj B-GPE",
       {"Norsk | is 20 miles east of | Oslo | "}},
      {"some of those whom a noun means are somebody",
       "",
       "Two two CD 6 nsubjpass B-CARDINAL | of of IN 1 prep | the the DT 4 det | men man NNS 2 pobj | "
       "were be VBD 6 auxpass | freed free VBN 0 ROOT",
       {"two of the men | was freed | two of the men | "}},
      {"as what somebody does something is said with it",
       "",
       "Ida Ida NNP 2 nsubj B-PERSON | began begin VBD 0 ROOT | the the DT 4 det | work work NN 2 dobj | "
       "as as IN 2 prep | a a DT 7 det | clerk clerk NN 5 pobj",
       {"Ida | began | work | ", "Ida | began work as | clerk | "}},
      {"but not as what somebody says it",
       "",
       "Ida Ida NNP 2 nsubj B-PERSON | discussed discuss VBD 0 ROOT | the the DT 4 det | work work NN 2 dobj "
       "| "
       "as as IN 2 prep | a a DT 7 det | clerk clerk NN 5 pobj",
       {"Ida | discussed | work | "}},
      {"what a date is said to be is that date",
       "2026-03-12",
       "The the DT 2 det | deadline deadline NN 3 nsubj | is be VBZ 0 ROOT | July July NNP 3 attr B-DATE | "
       "16 16 CD 4 nummod I-DATE",
       {"deadline | is | 2026-07-16 | "}},
  });
}

TEST_CASE("on whose word somebody died is not what he did", "[ingest][statement_arguments]") {
  CHECK_FALSE(lines_of(record_of(hand_built(R"(
According accord VBG 5 prep
to        to     IN  1 prep
Ida       Ida    NNP 2 pobj B-PERSON
Ana       Ana    NNP 5 nsubj B-PERSON
died      die    VBD 0 ROOT
)")))
                  .empty());
}

TEST_CASE("what the one before it is taken as, the subject is not", "[ingest][statement_arguments]") {
  const auto [link, rest, line] = GENERATE(table<std::string, std::string, std::string>(
      {{"at", "chance chance", ""}, {"with", "clerk clerk", "Ida | worked as | clerk | "}}));
  const auto lines = lines_of(record_of(hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nworked work VBD 0 ROOT\n" + link + ' ' + link +
      " IN 2 prep\nNorsk Norsk NNP 3 pobj B-ORG\nas as IN 2 prep\na a DT 7 det\n" + rest + " NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(any_begins(lines, "Ida | worked as") != line.empty());
}

TEST_CASE("a phrase beside the object is told where the verb binds it or its noun is one of several things",
          "[ingest][statement_arguments]") {
  const auto [verb, link, noun, told] = GENERATE(table<std::string, std::string, std::string, bool>(
      {{"blamed blame", "on", "bare weather weather", true},
       {"liked like", "from", "bare weather weather", false},
       {"liked like", "against", "the tower tower", true},
       {"liked like", "at", "the time time", false},
       {"liked like", "near", "the tower tower", true},
       {"liked like", "unlike", "the tower tower", false},
       {"liked like", "despite", "the weather weather", true},
       {"separated separate", "from", "bare weather weather", true},
       {"used use", "against", "bare weather weather", true}}));
  const bool bare = noun.starts_with("bare ");
  const std::string word = noun.substr(noun.find(' ') + 1);
  const auto lines = lines_of(record_of(hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\n" + verb + " VBD 0 ROOT\nthe the DT 4 det\ncrash crash NN 2 dobj\n" +
      link + ' ' + link + " IN 2 prep\n" + (bare ? "" : "the the DT 7 det\n") + word + " NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | " + verb.substr(0, verb.find(' ')) + " crash " + link + " | " +
                         word.substr(0, word.find(' ')) + " | ") == told);
}

TEST_CASE("a bare noun joins the link to what follows it", "[ingest][statement_arguments]") {
  const auto [noun, told] = GENERATE(table<std::string, bool>({{"response response NN 5 pobj", true},
                                                               {"addition addition NN 5 pobj", false},
                                                               {"responses response NNS 5 pobj", false}}));
  const auto lines = lines_of(record_of(hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nclosed close VBD 0 ROOT\nthe the DT 4 det\nborder border NN 2 "
      "dobj\nin in IN 2 prep\n" +
      noun + "\nto to IN 6 prep\nthe the DT 9 det\nattack attack NN 7 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | closed border in response to | attack | ") == told);
}

TEST_CASE("what stands behind a comma is no part of the deed", "[ingest][statement_arguments]") {
  const auto [mark, told] =
      GENERATE(table<std::string, bool>({{"today today RB 2 advmod\n", true}, {", , , 2 punct\n", false}}));
  const auto lines = lines_of(record_of(
      hand_built("Ida Ida NNP 2 nsubj B-PERSON\nliked like VBD 0 ROOT\nthe the DT 4 det\nlamp lamp NN 2 "
                 "dobj\n" +
                 mark + "under under IN 2 prep\na a DT 8 det\nbox box NN 6 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | liked lamp under | box | ") == told);
}

TEST_CASE("why something came is told behind where it was", "[ingest][statement_arguments]") {
  const auto [link, told] = GENERATE(table<std::string, bool>({{"after", true}, {"under", false}}));
  const auto lines = lines_of(record_of(
      hand_built("Ida Ida NNP 2 nsubj B-PERSON\nworked work VBD 0 ROOT\nfor for IN 2 prep\nNorsk Norsk NNP 3 "
                 "pobj B-ORG\n" +
                 link + " " + link + " IN 2 prep\nthe the DT 7 det\ndeal deal NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | worked " + link + " | deal | ") == told);
}

TEST_CASE("what is counted stands in the predicate, not how many", "[ingest][statement_arguments]") {
  const auto lines = lines_of(record_of(hand_built(R"(
Ida    Ida    NNP 2 nsubj B-PERSON
sold   sell   VBD 0 ROOT
dozens dozen  NNS 2 dobj
of     of     IN  3 prep
lamps  lamp   NNS 4 pobj
to     to     IN  2 prep
Norsk  Norsk  NNP 6 pobj B-ORG
)")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | sold lamps to | Norsk | "));
}

TEST_CASE("of what the object is joins the predicate where it is one word", "[ingest][statement_arguments]") {
  const auto [of, predicate] =
      GENERATE(table<std::string, std::string>({{"water water NN 4 pobj", "found signs of water on"},
                                                {"Oslo Oslo NNP 4 pobj B-GPE", "found signs on"}}));
  const auto lines = lines_of(record_of(hand_built(
      "Ida Ida NNP 2 nsubj B-PERSON\nfound find VBD 0 ROOT\nsigns sign NNS 2 dobj\nof of IN 3 prep\n" + of +
      "\non on IN 2 prep\nNorsk Norsk NNP 6 pobj B-ORG\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | " + predicate + " | Norsk | "));
}

TEST_CASE("a direction of no place is not told", "[ingest][statement_arguments]") {
  const auto [where, told] =
      GENERATE(table<std::string, bool>({{"town town", true}, {"north north", false}}));
  const auto lines =
      lines_of(record_of(hand_built("Ida Ida NNP 2 nsubj B-PERSON\nthrew throw VBD 0 ROOT\nlamps lamp NNS 2 "
                                    "dobj\ninto into IN 2 prep\nthe the DT 6 det\n" +
                                    where + " NN 4 pobj\n")));
  CAPTURE(lines);
  CHECK(any_begins(lines, "Ida | threw lamps into") == told);
}

TEST_CASE("behind where it was done stands what the verb binds", "[ingest][statement_arguments]") {
  const auto [verb, told] =
      GENERATE(table<std::string, bool>({{"sentenced sentence", true}, {"returned return", false}}));
  const auto lines =
      lines_of(record_of(hand_built("Ida Ida NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" + verb +
                                    " VBN 0 ROOT\nat at IN 3 prep\nNorsk Norsk NNP 4 pobj B-ORG\nto to IN 3 "
                                    "prep\nexile exile NN 6 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | was sentenced to | exile | ") == told);
}

TEST_CASE("what money was paid for, and not when, is told", "[ingest][statement_arguments]") {
  const auto [link, told] = GENERATE(table<std::string, bool>({{"for", true}, {"under", false}}));
  const auto lines = lines_of(
      record_of(hand_built("Ida Ida NNP 2 nsubj B-PERSON\npaid pay VBD 0 ROOT\n5 5 CD 4 nummod "
                           "B-MONEY\neuros euro NNS 2 dobj I-MONEY\n" +
                           link + " " + link + " IN 2 prep\nthe the DT 7 det\nplan plan NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | paid " + link + " | plan | ") == told);
}

TEST_CASE("who leaves one for another goes there, and is not left for it", "[ingest][statement_arguments]") {
  const auto lines = done_to_norsk("left leave", "for for IN 2 prep\nVarna Varna NNP 4 pobj B-ORG\n");
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | left for | Varna | "));
  CHECK(std::none_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return line.starts_with("Norsk |"); }));
}

TEST_CASE("beside who did it, what the passive leads to is told", "[ingest][statement_arguments]") {
  const auto [link, told] = GENERATE(table<std::string, bool>({{"on", true}, {"after", false}}));
  const auto lines = lines_of(record_of(
      hand_built("Two two CD 2 nummod B-CARDINAL\nmen man NNS 4 nsubjpass\nwere be VBD 4 auxpass\n"
                 "arrested arrest VBN 0 ROOT\nby by IN 4 agent\nOslo Oslo NNP 7 compound B-ORG\n"
                 "Police Police NNP 5 pobj I-ORG\n" +
                 link + " " + link +
                 " IN 4 prep\nsuspicion suspicion NN 8 pobj\nof of IN 9 prep\nmurder murder NN 10 pobj\n")));
  CHECK(holds(lines, "Oslo Police | arrested | two men | "));
  CHECK(holds(lines, "two men | was arrested " + link + " | suspicion of murder | ") == told);
}

TEST_CASE("one of those that another verb counts is a number, any other one is nothing",
          "[ingest][statement_arguments]") {
  const auto [joint, told] = GENERATE(table<std::string, bool>({
      {"three three CD 6 nummod B-CARDINAL\nmen man NNS 4 dobj\n", true},
      {"the the DT 6 det\nhall hall NN 4 dobj\n", false},
  }));
  const auto lines = lines_of(
      record_of(hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nkilled kill VBD 0 ROOT\none one CD 2 dobj\n"
                           "injured injure VBD 2 conj\n" +
                           joint)));
  CHECK(holds(lines, "Norsk | killed | one | ") == told);
}

TEST_CASE("a number is of what the same verb counted before", "[ingest][statement_arguments]") {
  const auto [verb, what] =
      GENERATE(table<std::string, std::string>({{"won win", "6 seats"}, {"lost lose", "6"}}));
  const Document document = hand_built(
      "Norsk Norsk NNP 2 nsubj B-ORG\nwon win VBD 0 ROOT\n8 8 CD 4 nummod B-CARDINAL\n"
      "seats seat NNS 2 dobj\nand and CC 2 cc\nOslo Oslo NNP 7 nsubj B-GPE\n" +
      verb + " VBD 2 conj\n6 6 CD 7 dobj B-CARDINAL\n");
  const Texts lines = lines_of(record_of(document));
  CAPTURE(lines);
  CHECK(holds(lines, "Oslo | " + verb.substr(0, verb.find(' ')) + " | " + what + " | "));
}

TEST_CASE("what is done to something in several places is done in each", "[ingest][statement_arguments]") {
  const auto [second, told] = GENERATE(table<std::string, bool>({
      {"Utah Utah NNP 6 conj B-GPE\n", true},
      {"time time NN 6 conj\n", false},
  }));
  const auto lines = lines_of(record_of(hand_built(
      "Norsk Norsk NNP 2 nsubj B-ORG\nwon win VBD 0 ROOT\nthe the DT 4 det\nvotes vote NNS 2 dobj\n"
      "in in IN 4 prep\nOhio Ohio NNP 5 pobj B-GPE\nand and CC 6 cc\n" +
      second)));
  CHECK(holds(lines, "Norsk | won votes in | Utah | ") == told);
  CHECK(holds(lines, "Norsk | won votes in | Ohio | ") == told);
}

TEST_CASE("who turns a boat into a house turns no boat", "[ingest][statement_arguments]") {
  const auto [verb, told] = GENERATE(table<std::string, bool>({{"turned turn", false}, {"sold sell", true}}));
  const auto lines = lines_of(record_of(hand_built("Ida Ida NNP 2 nsubj B-PERSON\n" + verb +
                                                   " VBD 0 ROOT\na a DT 4 det\nboat boat NN 2 dobj\ninto "
                                                   "into IN 2 prep\na a DT 7 det\nhouse house NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ida | " + verb.substr(0, verb.find(' ')) + " | boat | ") == told);
  CHECK(holds(lines, "Ida | turned boat into | house | ") != told);
}

TEST_CASE("within a name too a thing is its owner's, if the pronoun has one", "[ingest][mention_clusters]") {
  const auto [owner, name] = GENERATE(table<std::string, std::string>(
      {{"her her PRP$", "end of Ana's campaign"}, {"the the DT", "end of campaign"}}));
  const auto lines = lines_of(record_of(hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nannounced announce VBD 0 ROOT\nthe the DT 4 det\nend end NN 2 dobj\n"
      "of of IN 4 prep\n" +
      owner + (owner.starts_with("her") ? " 7 poss\n" : " 7 det\n") + "campaign campaign NN 5 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Ana | announced | " + name + " | "));
}

TEST_CASE("what did not start until a month started then", "[ingest][statement_arguments]") {
  CHECK(holds(lines_of(record_of(hand_built(R"(
Oslo     Oslo   NNP 4 nsubj B-GPE
did      do     VBD 4 aux
not      not    RB  4 neg
vote     vote   VB  0 ROOT
until    until  IN  4 prep
June     June   NNP 5 pobj B-DATE
)"),
                                 "2026-08-20")),
              "Oslo | voted | 2026-06 | 2026-06"));
}

TEST_CASE("what two could own has no owner within a name", "[ingest][mention_clusters]") {
  const auto [rival, told] = GENERATE(table<std::string, bool>(
      {{"Aurora Aurora NNP 2 dobj B-PRODUCT", false}, {"ships ship NNS 2 dobj", true}}));
  const auto lines = lines_of(record_of(
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nsaw see VBD 0 ROOT\n" + rival + "\nand and CC 2 cc\n" +
                 "announced announce VBD 2 conj\nthe the DT 7 det\nend end NN 5 dobj\nof of IN 7 prep\n" +
                 "its its PRP$ 10 poss\nwork work NN 8 pobj\n")));
  CAPTURE(lines);
  CHECK(holds(lines, "Norsk | announced | end of Norsk's work | ") == told);
  CHECK(any_begins(lines, "Norsk | announced | end of"));
}

TEST_CASE("what changes, who gets it and what for", "[ingest][statement_arguments]") {
  check_lines({
      {"a count that changes has a number before and after",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | reduced reduce VBD 0 ROOT | the the DT 4 det | fleet fleet NN 2 dobj | "
       "from from IN 2 prep | nine nine CD 5 pobj | to to IN 2 prep | five five CD 7 pobj",
       {"Oslo | reduced fleet from | nine | ", "Oslo | reduced fleet to | five | "}},
      {"of who gets letters no bare number is told",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | read read VBD 0 ROOT | the the DT 4 det | letter letter NN 2 dobj | "
       "to to IN 2 prep | nine nine CD 5 pobj",
       {"Oslo | read | letter | "}},
      {"an attempt is what something is done for",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | buried bury VBD 0 ROOT | the the DT 4 det | wires wire NNS 2 dobj | "
       "in in IN 2 prep | an a DT 7 det | attempt attempt NN 5 pobj | to to TO 9 aux | sell sell VB 7 acl | "
       "boats boat NNS 9 dobj",
       {"Oslo | buried | wires | "}},
      {"what people are provided with they are given",
       "",
       "Oslo Oslo NNP 2 nsubj B-GPE | provided provide VBD 0 ROOT | victims victim NNS 2 dobj | "
       "with with IN 2 prep | bread bread NN 4 pobj",
       {"Oslo | provided bread to | victims | "}},
  });
}
