#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a clause that cannot be one is kept from the graph", "[ingest][extract][plausible]") {
  check_kept({
      {"what is asked for is no statement",
       "Ana Ana NNP 2 nsubj B-PERSON | saw see VBD 0 ROOT | what what WP 7 pobj | cars car NNS 6 nsubj | "
       "might might MD 6 aux | look look VB 2 ccomp | like like IN 6 prep | in in IN 6 prep | "
       "snow snow NN 8 pobj",
       {"cars | looked | in snow"}},
      {"the press was told something, which stands elsewhere",
       "Ana Ana NNP 2 nsubj B-PERSON | told tell VBD 0 ROOT | the the DT 4 det | press press NN 2 dobj | "
       "cars car NNS 6 nsubj | sank sink VBD 2 ccomp | on on IN 6 prep | Friday Friday NNP 7 pobj B-DATE",
       {"Ana | told | the press | cars sank on Friday"}},
      {"somebody with a name was told it",
       "Ana Ana NNP 2 nsubj B-PERSON | told tell VBD 0 ROOT | Ida Ida NNP 2 dobj B-PERSON | "
       "cars car NNS 5 nsubj | sank sink VBD 2 ccomp | on on IN 5 prep | Friday Friday NNP 6 pobj B-DATE",
       {}},
      {"who will not sign a bill that cuts pay may sign another one",
       "Ana Ana NNP 4 nsubj B-PERSON | will will MD 4 aux | not not RB 4 neg | sign sign VB 0 ROOT | "
       "a a DT 6 det | bill bill NN 4 dobj | that that WDT 8 nsubj | cuts cut VBZ 6 relcl | pay pay NN 8 "
       "dobj",
       {"Ana | signed | a bill"}},
      {"who will sign such a bill will sign a bill",
       "Ana Ana NNP 3 nsubj B-PERSON | will will MD 3 aux | sign sign VB 0 ROOT | a a DT 5 det | "
       "bill bill NN 3 dobj | that that WDT 7 nsubj | cuts cut VBZ 5 relcl | pay pay NN 7 dobj",
       {}},
      {"a challenge does not do what it is",
       "One one CD 2 nummod | challenge challenge NN 4 nsubj | is be VBZ 4 aux | "
       "creating create VBG 0 ROOT | maps map NNS 4 dobj",
       {"One challenge | created | maps"}},
      {"of two who lead two towns respectively, each leads her own",
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | led lead VBD 0 ROOT | "
       "Oslo Oslo NNP 4 dobj B-GPE | and and CC 5 cc | Bergen Bergen NNP 5 conj B-GPE | respectively "
       "respectively RB 4 advmod",
       {"Ana | led | Bergen | respectively", "Ida | led | Oslo | respectively"}},
      {"and of two amounts neither has both",
       "Ana Ana NNP 4 nsubj B-PERSON | and and CC 1 cc | Ida Ida NNP 1 conj B-PERSON | ran run VBD 0 ROOT | "
       "100 100 CD 8 nummod | and and CC 5 cc | 200 200 CD 5 conj | metres metre NNS 4 dobj | respectively "
       "respectively RB 8 advmod",
       {"Ana | ran | 100 and 200 metres respectively", "Ida | ran | 100 and 200 metres respectively"}},
      {"who did stands behind the verb after as",
       "Ana Ana NNP 2 nsubj B-PERSON | supported support VBD 0 ROOT | Ida Ida NNP 2 dobj B-PERSON | "
       ", , , 2 punct | as as IN 6 mark | had have VBD 2 advcl | officers officer NNS 6 dobj",
       {"Ana | had | officers"}},
      {"an order says nothing of who gave it",
       "Ana Ana NNP 2 nsubj B-PERSON | read read VBD 0 ROOT | do do VB 5 aux | not not RB 5 neg | "
       "watch watch VB 2 xcomp | shows show NNS 5 dobj",
       {"Ana | read do watch | shows"}},
      {"a time that is spent is no qualifier",
       "Ana Ana NNP 2 nsubj B-PERSON | spent spend VBD 0 ROOT | a a DT 4 nummod | year year NN 2 npadvmod | "
       "on on IN 2 prep | stations station NNS 5 pobj",
       {"Ana | spent | on stations | a year"}},
      {"who is listed as doing something is not listed",
       "Clerks clerk NNS 2 nsubj | described describe VBD 0 ROOT | Norsk Norsk NNP 2 dobj B-ORG | "
       "as as IN 2 prep | owing owe VBG 4 pcomp | money money NN 5 dobj",
       {"Clerks | described | Norsk | as owing money"}},
      {"what is denied is told by the clause",
       "Oslo Oslo NNP 2 nsubj B-GPE | denied deny VBD 0 ROOT | reports report NNS 2 dobj | "
       "that that IN 6 mark | it it PRP 6 nsubj | sank sink VBD 3 acl",
       {"Oslo | denied | reports that it sank"}},
      {"one of two that were named before is nobody",
       "The the DT 2 det | latter latter JJ 3 nsubj | confirmed confirm VBD 0 ROOT | plans plan NNS 3 dobj",
       {"The latter | confirmed | plans"}},
      {"who ordered that change is subject of the verb behind it",
       "Officials official NNS 6 nsubj | who who WP 3 nsubj | ordered order VBD 1 relcl | "
       "that that DT 5 det | change change NN 3 dobj | left leave VBD 0 ROOT | Oslo Oslo NNP 6 dobj B-GPE",
       {}},
      {"what a colon opens is not what was said before it",
       "The the DT 2 det | rule rule NN 3 nsubj | is be VBZ 0 ROOT | : : , 3 punct | no no DT 6 det | "
       "water water NN 3 attr",
       {"The rule | is | no water"}},
      {"how much it is, is asked for",
       "Ana Ana NNP 2 nsubj B-PERSON | noticed notice VBD 0 ROOT | how how WRB 4 advmod | "
       "thin thin JJ 6 acomp | Oslo Oslo NNP 6 nsubj B-GPE | is be VBZ 2 ccomp",
       {"Oslo | is | how thin"}},
      {"what a thing was regarded as is not left out",
       "Ana Ana NNP 2 nsubj B-PERSON | considered consider VBD 0 ROOT | debates debate NNS 2 dobj | "
       "as as IN 2 prep | civil civil JJ 4 amod",
       {"Ana | considered | debates | as civil"}},
      {"a speaker's I think within a clause is not the clause's verb",
       "The the DT 2 det | paper paper NN 4 nsubj | I I PRP 4 nsubj | think think VBP 0 ROOT | "
       "five five CD 6 nummod | authors author NNS 4 dobj",
       {"The paper | thought | five authors"}},
  });
}

TEST_CASE("forces of a government do what people do", "[ingest][extract][plausible]") {
  const std::string rows = R"(
forces force NNS 3 nsubj
began begin VBD 0 ROOT
deploying deploy VBG 3 xcomp
into into IN 4 prep
Oslo Oslo NNP 5 pobj B-GPE
)";
  CHECK(kept_from_graph(hand_built("\nGovernment government NN 2 compound" + rows)).empty());
  CHECK(kept_from_graph(hand_built("\nSudden sudden JJ 2 amod" + rows)).size() == 1);
}

TEST_CASE("nobody takes place, and no noun desserts", "[ingest][extract][plausible]") {
  CHECK(found(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
took take VBD 0 ROOT
place place NN 2 dobj
in in IN 2 prep
Oslo Oslo NNP 4 pobj B-GPE
)"),
              "Ana | took place | in Oslo")
            .surface_only);
  CHECK(found(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
desserts dessert VBZ 0 ROOT
with with IN 2 prep
nuts nut NNS 3 pobj
)"),
              "Norsk | desserted | with nuts")
            .surface_only);
}

TEST_CASE("what there is no evidence of is no statement", "[ingest][extract][plausible]") {
  const auto statement = GENERATE(as<std::string>(), "sold | drugs", "stole | maps");
  CHECK(found(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
found find VBD 0 ROOT
no no DT 4 det
evidence evidence NN 2 dobj
that that IN 7 mark
Norsk Norsk NNP 7 nsubj B-ORG
sold sell VBD 4 acl
drugs drug NNS 7 dobj
or or CC 7 cc
stole steal VBD 7 conj
maps map NNS 10 dobj
)"),
              "Norsk | " + statement)
            .surface_only);
}

TEST_CASE("of what nobody has nothing is told; what nobody plans the predicate spells",
          "[ingest][extract][plausible]") {
  check_kept({
      {"no ships that carry oil",
       "Norsk Norsk NNP 2 nsubj B-ORG | has have VBZ 0 ROOT | no no DT 4 det | ships ship NNS 2 dobj | "
       "that that WDT 6 nsubj | carry carry VBP 4 relcl | oil oil NN 6 dobj",
       {"no ships | carried | oil"}},
      {"there is no doubt that it sold ships",
       "There there EX 2 expl | is be VBZ 0 ROOT | no no DT 4 det | doubt doubt NN 2 attr | that that IN 7 "
       "mark | "
       "Norsk Norsk NNP 7 nsubj B-ORG | sold sell VBD 4 acl | ships ship NNS 7 dobj",
       {"no doubt that Norsk sold ships | is"}},
      {"saw no vote, which annoyed Ana",
       "Oslo Oslo NNP 2 nsubj B-GPE | saw see VBD 0 ROOT | no no DT 4 det | vote vote NN 2 dobj | , , , 4 "
       "punct | "
       "which which WDT 7 nsubj | annoyed annoy VBD 4 relcl | Ana Ana NNP 7 dobj B-PERSON",
       {}},
  });
}

TEST_CASE("as I understand says nothing of its own", "[ingest][extract][plausible]") {
  check_kept({
      {"As I understand , Oslo grew",
       "As as IN 3 mark | I I PRP 3 nsubj | understand understand VBP 6 advcl | , , , 6 punct | "
       "Oslo Oslo NNP 6 nsubj B-GPE | grew grow VBD 0 ROOT",
       {"I | understood"}},
      {"I learned physics", "I I PRP 2 nsubj | learned learn VBD 0 ROOT | physics physics NN 2 dobj", {}},
  });
}

TEST_CASE("an argument that is denied, and one of what was counted, make no statement",
          "[ingest][extract][plausible]") {
  CHECK(found(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
grew grow VBD 0 ROOT
, , , 2 punct
not not RB 5 neg
at at IN 2 prep
sea sea NN 5 pobj
)"),
              "Oslo | grew | at sea")
            .surface_only);
  CHECK(found(hand_built(R"(
This this DT 2 det
one one NN 3 nsubj
saw see VBD 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)"),
              "This one | saw | Oslo")
            .surface_only);
}

TEST_CASE("the best part does nothing, it is that", "[ingest][extract]") {
  const auto rank = GENERATE(as<std::string>{}, "best good JJS", "second second JJ");
  CHECK(kept_from_graph(hand_built(rank + R"( 2 amod
part part NN 4 nsubj
is be VBZ 4 aux
bringing bring VBG 0 ROOT
cakes cake NNS 4 dobj
)"))
            .empty() == rank.starts_with("second"));
}

TEST_CASE("what is denied of not all, or denied to be only so, stays out", "[ingest][extract]") {
  CHECK(kept_from_graph(hand_built(R"(
Not not RB 3 neg
all all DT 3 det
results result NNS 4 nsubj
are be VBP 0 ROOT
good good JJ 4 acomp
)"))
            .size() == 1);
  CHECK(kept_from_graph(hand_built(R"(
Notes note NNS 2 nsubj
are be VBP 0 ROOT
not not RB 2 neg
just just RB 5 advmod
useful useful JJ 2 acomp
)"))
            .size() == 1);
  CHECK(kept_from_graph(hand_built(R"(
Notes note NNS 2 nsubj
are be VBP 0 ROOT
useful useful JJ 2 acomp
)"))
            .empty());
}

TEST_CASE("who is so too is not what the others are", "[ingest][extract]") {
  const Texts kept = kept_from_graph(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
was be VBD 0 ROOT
fine fine JJ 2 acomp
and and CC 2 cc
so so RB 6 advmod
were be VBD 2 conj
Ida Ida NNP 6 attr B-PERSON
)"));
  CHECK(std::count(kept.begin(), kept.end(), "Ana | was | Ida") == 1);
}

TEST_CASE("what is no place holds nothing", "[ingest][extract][plausible]") {
  const auto [preposition, noun, told] = GENERATE(table<std::string, std::string, bool>(
      {{"in", "town", true}, {"in", "opinion", false}, {"for", "town", false}, {"without", "town", false}}));
  const Document document =
      hand_built("There there EX 2 expl\nwere be VBD 0 ROOT\ncranes crane NNS 2 attr\n" + preposition + " " +
                 preposition + " IN 2 prep\nthe the DT 6 det\n" + noun + " " + noun + " NN 4 pobj\n");
  CAPTURE(preposition, noun);
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == "existential") CHECK(extraction.surface_only != told);
}

TEST_CASE("what is not done until something happens is done", "[ingest][extract][plausible]") {
  const auto [when, left_out] = GENERATE(table<std::string, bool>({
      {"until until IN 4 prep\nthe the DT 8 det\nvote vote NN 6 pobj\n", true},
      {"until until IN 4 prep\nafter after IN 6 prep\nMay May NNP 7 pobj B-DATE\n", true},
      {"until until IN 4 prep\nMay May NNP 6 pobj B-DATE\n", false},
      {"until until IN 8 mark\nOslo Oslo NNP 8 nsubj B-GPE\nwrote write VBD 4 advcl\n", true},
      {"after after IN 4 prep\nthe the DT 8 det\nvote vote NN 6 pobj\n", false},
  }));
  const auto found =
      extract(hand_built("Ana Ana NNP 4 nsubj B-PERSON\ndid do VBD 4 aux\nnot not RB 4 neg\n"
                         "leave leave VB 0 ROOT\nBergen Bergen NNP 4 dobj B-GPE\n" +
                         when));
  const auto left =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.predicate == "left"; });
  REQUIRE(left != found.end());
  CAPTURE(when);
  CHECK(left->surface_only == left_out);
}
