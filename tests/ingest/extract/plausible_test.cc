#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a noun that is only a verb shows a wrong parse", "[ingest][extract]") {
  Document document = hand_built(R"(
They they PRP 2 nsubj
reported report VBD 0 ROOT
the the DT 5 det
coating coating NN 5 compound
repels repel NNS 2 dobj
)");
  document.tokens[4].tag_margin = 6;  // in doubt it is mended: tag_repair.cc
  CHECK(kept_from_graph(document) == Texts{"They | reported | the coating repels"});
}

TEST_CASE("what a wrong parse would say is kept from the graph", "[ingest][extract][plausible]") {
  check_kept({
      {"a noun right behind its article hides no verb",
       "Ana Ana NNP 2 nsubj B-PERSON | posted post VBD 0 ROOT | a a DT 4 det | podcast podcast NN 2 dobj",
       {}},
      {"a that behind a verb of finding belongs to no object",
       "Researchers researcher NNS 2 nsubj | established establish VBD 0 ROOT | that that DT 4 det | "
       "hygiene hygiene NN 2 dobj",
       {"Researchers | established | that hygiene"}},
      {"what only somebody does, no thing does",
       "The the DT 2 det | temperature temperature NN 3 nsubj | resigned resign VBD 0 ROOT | "
       "from from IN 3 prep | office office NN 4 pobj",
       {"The temperature | resigned | from office"}},
      {"who says something on a site says it elsewhere",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | on on IN 2 prep | Twitter Twitter NNP 3 pobj "
       "B-ORG",
       {"Ana | said | on Twitter"}},
      {"neither of two is two",
       "Oslo Oslo NNP 4 nsubj B-GPE | and and CC 1 cc | Bergen Bergen NNP 1 conj B-GPE | are be VBP 0 ROOT | "
       "two two CD 6 nummod B-CARDINAL | poles pole NNS 4 attr | of of IN 6 prep | it it PRP 7 pobj",
       {"Oslo | is | two poles of it", "Bergen | is | two poles of it"}},
      {"who reports this year reports something",
       "Clerks clerk NNS 2 nsubj | reported report VBD 0 ROOT | this this DT 4 det B-DATE | year year NN 2 "
       "dobj I-DATE",
       {"Clerks | reported | this year"}},
      {"half of a pair is no statement",
       "The the DT 2 det | deal deal NN 4 nsubjpass | was be VBD 4 auxpass | brokered broker VBN 0 ROOT | "
       "between between IN 4 prep | Israel Israel NNP 5 pobj B-GPE | and and CC 6 cc | "
       "Bahrain Bahrain NNP 6 conj B-GPE",
       {"The deal | was brokered | between Israel", "The deal | was brokered | between Bahrain"}},
      {"both sides are no half",
       "Ana Ana NNP 2 nsubj B-PERSON | mediated mediate VBD 0 ROOT | between between IN 2 prep | "
       "clans clan NNS 3 pobj",
       {}},
      {"a name in brackets is no description",
       "The the DT 2 det | Agency Agency NNP 6 nsubj B-ORG | ( ( -LRB- 2 punct | NMA NMA NNP 2 appos B-ORG | "
       ") ) -RRB- 2 punct | inspected inspect VBD 0 ROOT | ships ship NNS 6 dobj",
       {"The Agency | is | ( NMA )"}},
      {"a question word has lost what it asks for",
       "the the DT 2 det | party party NN 0 ROOT | four four CD 7 nsubjpass | of of IN 3 prep | "
       "whom whom WP 4 pobj | were be VBD 7 auxpass | injured injure VBN 2 relcl",
       {"four of whom | was injured"}},
      {"an auxiliary in front of who does it was inverted",
       "should should MD 2 nmod | voters voter NNS 3 nsubj | choose choose VB 0 ROOT | her she PRP 3 dobj",
       {"should voters | chose | her"}},
      {"what something is compared to is nothing that is",
       "He he PRP 2 nsubj | knew know VBD 0 ROOT | more more JJR 2 dobj | than than IN 5 mark | "
       "did do VBD 3 advcl | Trump Trump NNP 5 dobj B-PERSON",
       {"He | did | Trump"}},
      {"who only reported has reported nothing",
       "They they PRP 2 nsubj | reported report VBD 0 ROOT",
       {"They | reported"}},
      {"what one tried and failed to do one tried",
       "They they PRP 2 nsubj | tried try VBD 0 ROOT | and and CC 2 cc | failed fail VBD 2 conj | "
       "to to TO 6 aux | correct correct VB 4 xcomp | it it PRP 6 dobj",
       {"They | tried"}},
      {"who was tried and jailed was tried",
       "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | tried try VBN 0 ROOT | and and CC 3 cc | "
       "jailed jail VBN 3 conj",
       {}},
      {"what was built or bought may not have been built",
       "It it PRP 3 nsubjpass | was be VBD 3 auxpass | built build VBN 0 ROOT | or or CC 3 cc | "
       "bought buy VBN 3 conj | in in IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE",
       {"It | was built"}},
      {"what stands before its own verb and object may do what is known of somebody",
       "The the DT 3 det | Oslo Oslo NNP 3 compound B-GPE | campaign campaign NN 4 nsubj | "
       "accused accuse VBD 0 ROOT | Ana Ana NNP 4 dobj B-PERSON",
       {}},
      {"manner is no deed",
       "Peru Peru NNP 2 nsubj B-GPE | played play VBD 0 ROOT | with with IN 2 prep | "
       "attacking attack VBG 3 pcomp | style style NN 4 dobj",
       {"Peru | attacked | style"}},
      {"time left for something does not do it",
       "It it PRP 2 nsubj | leaves leave VBZ 0 ROOT | two two CD 4 nummod B-DATE | "
       "weeks week NNS 2 dobj I-DATE | left leave VBN 4 acl | to to TO 7 aux | build build VB 5 advcl | "
       "ships ship NNS 7 dobj",
       {"two weeks | built | ships", "two weeks | was left | to build ships"}},
      {"a participle joined to one is nobody's deed",
       "People people NNS 2 nsubj | carry carry VBP 0 ROOT | lamps lamp NNS 2 dobj | "
       "given give VBN 2 advcl | by by IN 4 agent | Oslo Oslo NNP 5 pobj B-GPE | and and CC 4 cc | "
       "bought buy VBD 4 conj | from from IN 8 prep | Bergen Bergen NNP 9 pobj B-GPE",
       {"People | bought | from Bergen"}},
  });
}

TEST_CASE("a verb that does not agree is another subject's", "[ingest][extract]") {
  const auto [noun, tag, verb, verb_tag, kept] =
      GENERATE(table<const char*, const char*, const char*, const char*, bool>(
          {{"problems", "NNS", "affects", "VBZ", true},
           {"problems", "NNS", "affect", "VBP", false},
           {"problem", "NN", "affect", "VBP", true},
           {"problem", "NN", "affects", "VBZ", false},
           {"police", "NNS", "affects", "VBZ", false}}));
  const std::string lemma = std::string(noun).substr(0, std::string(noun) == "police" ? 6 : 7);
  const Document document = hand_built(std::string(noun) + " " + lemma + " " + tag + " 2 nsubj\n" + verb +
                                       " affect " + verb_tag + " 0 ROOT\ntrade trade NN 2 dobj\n");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("whose it is stands before a relative clause, and is asked in others", "[ingest][extract]") {
  CHECK(kept_from_graph(
            hand_built("Norsk Norsk NNP 0 ROOT B-ORG\nwhose whose WP$ 3 poss\nshares share NNS 4 nsubj\n"
                       "fell fall VBD 1 relcl\nshort short RB 4 advmod\n"))
            .empty());
  CHECK(!kept_from_graph(
             hand_built("Ana Ana NNP 2 nsubj B-PERSON\nasked ask VBD 0 ROOT\nwhose whose WP$ 4 poss\n"
                        "shares share NNS 5 nsubj\nhit hit VBD 2 ccomp\nOslo Oslo NNP 5 dobj B-GPE\n"))
             .empty());
}

TEST_CASE("an event without anything beside it must at least happen", "[ingest][extract]") {
  const auto [auxiliary, kept] =
      GENERATE(table<const char*, bool>({{"will", false}, {"may", true}, {"should", true}}));
  const Document document = hand_built(std::string("The the DT 2 det\ntreaty treaty NN 4 nsubj\n") +
                                       auxiliary + " " + auxiliary + " MD 4 aux\nexpire expire VB 0 ROOT\n");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("a person is no choice, a company no reason", "[ingest][extract]") {
  const auto [entity, noun, kept] =
      GENERATE(table<const char*, const char*, bool>({{"PERSON", "choice", true},
                                                      {"ORG", "choice", true},
                                                      {"ORG", "company", false},
                                                      {"GPE", "city", false},
                                                      {"GPE", "choice", true}}));
  const Document document =
      hand_built(std::string("She she PRP 2 nsubj\ntold tell VBD 0 ROOT\nNorrsken Norrsken NNP 2 dobj B-") +
                 entity + "\n, , , 3 punct\na a DT 6 det\n" + noun + " " + noun + " NN 3 appos\n");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("what is wanted or allowed is the clause, not its subject", "[ingest][extract]") {
  const auto [verb, past, kept] = GENERATE(table<const char*, const char*, bool>(
      {{"want", "wanted", true}, {"allow", "allowed", true}, {"tell", "told", false}}));
  const Document document =
      hand_built(std::string("She she PRP 2 nsubj\n") + past + " " + verb + R"( VBD 0 ROOT
ships ship NNS 5 nsubj
to to TO 5 aux
leave leave VB 2 ccomp
ports port NNS 5 dobj
)");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("what is allowed to pass is no object, what is loaded to go is", "[ingest][extract]") {
  const auto [verb, kept] =
      GENERATE(table<const char*, bool>({{"allowed allow", true}, {"loaded load", false}}));
  const Document document =
      hand_built(std::string("She she PRP 2 nsubj\n") + verb +
                 " VBD 0 ROOT\nships ship NNS 2 dobj\nto to TO 5 aux\nleave leave VB 2 xcomp\n");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("an it that stands for a clause is nobody", "[ingest][extract]") {
  const Document document = hand_built(R"(
It it PRP 2 nsubj
is be VBZ 0 ROOT
easy easy JJ 2 acomp
to to TO 5 aux
leave leave VB 2 xcomp
)");
  CHECK(kept_from_graph(document).size() == extract(document).size());
}

TEST_CASE("whom something is offered without it is offered nothing", "[ingest][extract]") {
  const auto [verb, past, kept] =
      GENERATE(table<const char*, const char*, bool>({{"award", "awarded", true}, {"tell", "told", false}}));
  const Document document = hand_built(std::string("They they PRP 2 nsubj\n") + past + " " + verb +
                                       " VBD 0 ROOT\nSpanton Spanton NNP 2 dobj B-PERSON\n");
  CHECK(kept_from_graph(document).empty() != kept);
}

TEST_CASE("a clause as a subject is no node", "[ingest][extract]") {
  const auto found = extract(hand_built(R"(
Having   have   VBG 4 csubj
a        a      DT  3 det
base     base   NN  1 dobj
helps    help   VBZ 0 ROOT
the      the    DT  6 det
tribes   tribe  NNS 4 dobj
)"));
  REQUIRE(!found.empty());
  CHECK(found[0].surface_only);
}

TEST_CASE("a question states nothing, and the time is nobody's", "[ingest][extract]") {
  const auto asked = extract(hand_built(R"(
Does    do     VBZ 3 aux
Peru    Peru   NNP 3 nsubj B-GPE
own     own    VB  0 ROOT
a       a      DT  5 det
ship    ship   NN  3 dobj
?       ?      .   3 punct
)"));
  REQUIRE(!asked.empty());
  CHECK(asked[0].surface_only);
  const auto time = extract(hand_built(R"(
It      it     PRP 2 nsubj
is      be     VBZ 0 ROOT
noon    noon   NN  2 attr B-TIME
)"));
  CHECK(std::all_of(time.begin(), time.end(), [](const Extraction& e) { return e.surface_only; }));
}

TEST_CASE("who does something to what is theirs does not name themselves twice", "[ingest][extract]") {
  const auto found = extract(hand_built(R"(
The     the     DT  2 det
enemy   enemy   NN  3 nsubj
feared  fear    VBD 0 ROOT
the     the     DT  5 det
enemy   enemy   NN  7 poss
's      's      POS 5 case
actions action  NNS 3 dobj
)"));
  REQUIRE(!found.empty());
  CHECK(found[0].surface_only);
}

TEST_CASE("a noun in its base form is no verb", "[ingest][extract]") {
  CHECK(kept_from_graph(hand_built(R"(
H1N1 H1N1 NNP 2 nsubj
outbreak outbreak VBP 0 ROOT
as as IN 2 prep
example example NN 3 pobj
)"))
            .size() == 1);
}

TEST_CASE("what has not been done to something is said of it, what it does not do says nothing",
          "[ingest][extract][plausible]") {
  CHECK(kept_from_graph(hand_built(R"(
Parliament Parliament NNP 5 nsubjpass B-ORG
has have VBZ 5 aux
not not RB 5 neg
been be VBN 5 auxpass
prorogued prorogue VBN 0 ROOT
)"))
            .empty());
  CHECK(kept_from_graph(hand_built(R"(
Parliament Parliament NNP 4 nsubj B-ORG
does do VBZ 4 aux
not not RB 4 neg
act act VB 0 ROOT
)"))
            .size() == 1);
}

TEST_CASE("an attribute that only the clause behind it tells is no object", "[ingest][extract][plausible]") {
  const auto [noun, clause, plain] = GENERATE(table<std::string, std::string, bool>({
      {"way way", "they they PRP 6 nsubj\nwork work VBP 4 relcl\n", false},      // the way they work
      {"style style", "that that WDT 6 nsubj\nworks work VBZ 4 relcl\n", true},  // a style that works
      {"house house", "they they PRP 6 nsubj\nwork work VBP 4 relcl\n", true},   // no attribute
      {"way way", "to to TO 6 aux\nvote vote VB 4 acl\n", true},                 // which its name tells
      {"way way", "to to TO 6 aux\nsee see VB 4 acl\nit it PRP 6 dobj\n", false},
  }));
  const Document document =
      hand_built("Firms firm NNS 2 nsubj\nchanged change VBD 0 ROOT\nthe the DT 4 det\n" + noun +
                 " NN 2 dobj\n" + clause);
  CAPTURE(noun);
  CHECK(found(document, "changed").surface_only != plain);
}

TEST_CASE("a measure of nothing is no object", "[ingest][extract][plausible]") {
  const auto [of, plain] =
      GENERATE(table<std::string, bool>({{"", true},
                                         {"of of IN 4 prep\nit it PRP 5 pobj\n", false},
                                         {"of of IN 4 prep\nfish fish NNS 5 pobj\n", true}}));
  const Document document =
      hand_built("Firms firm NNS 2 nsubj\nchanged change VBD 0 ROOT\na a DT 4 det\nlot lot NN 2 dobj\n" + of);
  CAPTURE(of);
  CHECK(found(document, "changed").surface_only != plain);
}

TEST_CASE("that people buy what they throw a part of away says nothing", "[ingest][extract][plausible]") {
  const auto [whole, plain] =
      GENERATE(table<std::string, bool>({{"Half half NN", false}, {"Most most JJS", true}}));
  const Document document = hand_built(whole + R"( 8 nsubj
of of IN 1 prep
the the DT 4 det
food food NN 2 pobj
people people NNS 6 nsubj
buy buy VBP 4 relcl
is be VBZ 8 aux
rots rot VBZ 0 ROOT
)");
  CHECK(found(document, "bought").surface_only != plain);
}

TEST_CASE("what is announced by somebody on a day is announced", "[ingest][extract][plausible]") {
  CHECK(statements_of(hand_built(R"(
The the DT 2 det
plan plan NN 4 nsubjpass
was be VBD 4 auxpass
announced announce VBN 0 ROOT
by by IN 4 agent
Ana Ana NNP 5 pobj B-PERSON
on on IN 4 prep
Monday Monday NNP 7 pobj B-DATE
)"),
                      "passive_agent") == Texts{"Ana | announced | The plan | on Monday"});
}

TEST_CASE("what befell some who are counted is told without an auxiliary", "[ingest][extract][plausible]") {
  const auto [count, kept] =
      GENERATE(table<std::string, bool>({{"ten ten CD 6 nummod", true}, {"brave brave JJ 6 amod", false}}));
  const Document document = hand_built(R"(
Two two CD 3 nsubjpass
were be VBD 3 auxpass
killed kill VBN 0 ROOT
and and CC 3 cc
)" + count + R"(
others other NNS 7 nsubj
injured injure VBN 3 conj
)");
  CHECK(found(document, "was injured").surface_only != kept);
}

TEST_CASE("who is injured beside it all injures nobody", "[ingest][extract][plausible]") {
  const Extraction injured = found(hand_built(R"(
Two two CD 2 nsubj
died die VBD 0 ROOT
, , , 2 punct
with with IN 2 prep
ten ten CD 6 nummod
others other NNS 7 nsubj
injured injure VBN 4 pcomp
)"),
                                   "was injured");
  CHECK_FALSE(injured.surface_only);
}

TEST_CASE("a list that no and ends tells of none that it is another", "[ingest][extract][plausible]") {
  const auto [joint, told] =
      GENERATE(table<std::string, bool>({{", , , 7 punct", false}, {"and and CC 7 cc", true}}));
  const Document document = hand_built(
      "They they PRP 2 nsubj\nmet meet VBD 0 ROOT\nthe the DT 4 det\ncooks cook NNS 2 dobj\n, , , 4 punct\n"
      "the the DT 7 det\nguides guide NNS 4 appos\n" +
      joint + "\nthe the DT 10 det\nnurses nurse NNS 7 conj\n");
  const auto extractions = extract(document);
  const bool kept = std::any_of(extractions.begin(), extractions.end(),
                                [](const Extraction& e) { return e.implicit && !e.surface_only; });
  CHECK(kept == told);
}
