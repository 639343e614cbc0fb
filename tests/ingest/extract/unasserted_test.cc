#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what the writer is not sure of, and what hangs on a condition, is not asserted",
          "[ingest][extract][modality]") {
  CHECK(extract(hand_built(R"(
Perhaps perhaps RB 3 advmod
Ana Ana NNP 3 nsubj B-PERSON
left leave VBD 0 ROOT
Oslo Oslo NNP 3 dobj B-GPE
)"))[0]
            .modality == Modality::kPossible);
  const auto found = extract(hand_built(R"(
If if IN 3 mark
Ana Ana NNP 3 nsubj B-PERSON
wins win VBZ 6 advcl
, , , 6 punct
Norsk Norsk NNP 6 nsubj B-ORG
loses lose VBZ 0 ROOT
money money NN 6 dobj
)"));
  CHECK(std::all_of(found.begin(), found.end(),
                    [](const Extraction& e) { return e.modality == Modality::kConditional; }));
}

TEST_CASE("reason to believe it makes it no fact, the first study to show it does",
          "[ingest][extract][modality]") {
  const auto [noun, verb, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"good good JJ 4 amod\nreason reason NN 2 dobj\n", "believe", Modality::kPossible},
      {"first first JJ 4 amod\nstudy study NN 2 dobj\n", "show", Modality::kAsserted},
  }));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nhas have VBZ 0 ROOT\n" + noun + "to to TO 6 aux\n" + verb + " " + verb +
      " VB 4 acl\nthat that IN 9 mark\nIda Ida NNP 9 nsubj B-PERSON\nleft leave VBD 6 ccomp\n" +
      "Oslo Oslo NNP 9 dobj B-GPE\n");
  CHECK(found(document, "left").modality == modality);
}

TEST_CASE("of what there is not nothing holds", "[ingest][extract][modality]") {
  const auto [determiner, modality] =
      GENERATE(table<std::string, Modality>({{"any", Modality::kPossible}, {"the", Modality::kAsserted}}));
  const auto found =
      extract(hand_built("Oslo Oslo NNP 4 nsubj B-GPE\ndoes do VBZ 4 aux\nnot not RB 4 neg\n"
                         "own own VB 0 ROOT\n" +
                         determiner + " " + determiner + R"( DT 6 det
ships ship NNS 4 dobj
carrying carry VBG 6 acl
oil oil NN 7 dobj
)"));
  const auto carried =
      std::find_if(found.begin(), found.end(), [](const auto& e) { return e.predicate == "carried"; });
  REQUIRE(carried != found.end());
  CHECK(carried->modality == modality);
}

TEST_CASE("one thing people do is two noun phrases", "[ingest][extract]") {
  CHECK_FALSE(kept_from_graph(hand_built(R"(
one one CD 3 nummod
thing thing NN 3 compound
people person NNS 4 nsubj
remember remember VBP 0 ROOT
Ana Ana NNP 4 dobj B-PERSON
)"))
                  .empty());
}

TEST_CASE("many were, no many was", "[ingest][extract]") {
  const auto [verb, kept] = GENERATE(table<std::string, bool>({{"was", false}, {"were", true}}));
  CHECK(kept_from_graph(hand_built("groups group NNS 3 nsubjpass\n" + verb + R"( be VBD 3 auxpass
stolen steal VBN 0 ROOT
from from IN 3 prep
Ana Ana NNP 4 pobj B-PERSON
)"))
            .empty() == kept);
}

TEST_CASE("what is set off or comes to be holds, what is left open does not", "[ingest][extract][modality]") {
  check_standings({
      {"what a comma sets off is said for itself, whatever the clause around it leaves open",
       "Ana Ana NNP 3 nsubj B-PERSON | may may MD 3 aux | sue sue VB 0 ROOT | Norsk Norsk NNP 3 dobj B-ORG | "
       ", , , 4 punct | which which WDT 7 nsubj | broke break VBD 4 relcl | rules rule NNS 7 dobj",
       {{"Norsk | broke | rules", Modality::kAsserted}}},
      {"a but with a subject of its own holds",
       "Whether whether IN 3 mark | Ana Ana NNP 3 nsubj B-PERSON | left leave VBD 0 ROOT | , , , 3 punct | "
       "but but CC 3 cc | Ida Ida NNP 7 nsubj B-PERSON | drove drive VBD 3 conj | trains train NNS 7 dobj",
       {{"Ida | drove | trains", Modality::kAsserted}}},
      {"who comes to see something does see it",
       "Workers worker NNS 3 nsubj | have have VBP 3 aux | come come VBN 0 ROOT | to to TO 5 aux | "
       "see see VB 3 advcl | dangers danger NNS 5 dobj",
       {{"Workers | saw | dangers", Modality::kAsserted}}},
      {"what somebody is not known for need not be so",
       "Ana Ana NNP 4 nsubjpass B-PERSON | is be VBZ 4 auxpass | not not RB 4 neg | known know VBN 0 ROOT | "
       "for for IN 4 prep | taking take VBG 5 pcomp | holidays holiday NNS 6 dobj",
       {{"Ana | took | holidays", Modality::kPossible}}},
      {"a prospect of something happening leaves it open",
       "The the DT 2 det | prospect prospect NN 7 nsubj | of of IN 2 prep | cars car NNS 3 pobj | "
       "replacing replace VBG 4 acl | taxis taxi NNS 5 dobj | worried worry VBD 0 ROOT | "
       "Ana Ana NNP 7 dobj B-PERSON",
       {{"cars | replaced | taxis", Modality::kPossible}}},
      {"whether or not denies nothing",
       "Whether whether IN 3 mark | you you PRP 3 nsubj | go go VBP 8 advcl | or or CC 3 cc | "
       "not not RB 8 neg | , , , 8 punct | Ana Ana NNP 8 nsubj B-PERSON | left leave VBD 0 ROOT | "
       "Oslo Oslo NNP 8 dobj B-GPE",
       {{.what = "left", .negated = false}}},
  });
}

TEST_CASE("a participle read as what was not seen to happen tells of no fact",
          "[ingest][extract][modality]") {
  const auto [never, article, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"never never RB 4 neg", "a", Modality::kPossible},
      {"never never RB 4 neg", "the", Modality::kAsserted},
      {"often often RB 4 advmod", "a", Modality::kAsserted},
  }));
  const Document document = hand_built("Oslo Oslo NNP 4 nsubj B-GPE\nhas have VBZ 4 aux\n" + never +
                                       "\nseen see VBN 0 ROOT\n" + article + " " + article +
                                       " DT 6 det\nepidemic epidemic JJ 7 nsubj\ncaused cause VBN 4 ccomp\n" +
                                       "by by IN 7 agent\nrats rat NNS 8 pobj\n");
  CHECK(found(document, "caused").modality == modality);
}

TEST_CASE("what no subject was made to be tells of no fact", "[ingest][extract][modality]") {
  const auto [article, modality] = GENERATE(
      table<std::string, Modality>({{"No no", Modality::kPossible}, {"The the", Modality::kAsserted}}));
  const Document document =
      hand_built(article + " DT 2 det\nplan plan NN 7 nsubjpass\nproposed propose VBN 2 acl\n" +
                 "by by IN 3 agent\nOslo Oslo NNP 4 pobj B-GPE\nwas be VBD 7 auxpass\n" +
                 "accepted accept VBN 0 ROOT\n");
  CHECK(found(document, "proposed").modality == modality);
}

TEST_CASE("little or nothing is nothing much", "[ingest][extract][negation]") {
  const auto found = extract(hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
paid pay VBD 0 ROOT
little little JJ 6 amod
or or CC 3 cc
no no DT 3 conj
tax tax NN 2 dobj
)"));
  REQUIRE(!found.empty());
  CHECK(found.front().negated);
}

TEST_CASE("a camp that says no is no negation", "[ingest][extract][negation]") {
  const auto found = extract(hand_built(R"(
The the DT 3 det
no no DT 3 det
camp camp NN 4 nsubj
won win VBD 0 ROOT
votes vote NNS 4 dobj
)"));
  REQUIRE(!found.empty());
  CHECK(!found.front().negated);
}

TEST_CASE("what has yet to happen has not", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
has have VBZ 0 ROOT
yet yet RB 2 advmod
to to TO 5 aux
join join VB 2 xcomp
Norsk Norsk NNP 5 dobj B-ORG
)");
  const auto found = extract(document);
  REQUIRE(!found.empty());
  CHECK(statement_text(document, found.front()) == "Oslo | joined | Norsk");
  CHECK(found.front().negated);
  CHECK(found.front().modality == Modality::kAsserted);
}

TEST_CASE("what has yet to be done has not been", "[ingest][extract][negation]") {
  const auto found = extract(hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
has have VBZ 0 ROOT
yet yet RB 2 advmod
to to TO 6 aux
be be VB 6 auxpass
chosen choose VBN 2 xcomp
)"));
  REQUIRE(!found.empty());
  CHECK(found.front().predicate == "was chosen");
  CHECK(found.front().negated);
}

TEST_CASE("what stands behind a but holds", "[ingest][extract][negation]") {
  const Document document = hand_built(R"(
Villages village NNS 2 nsubj
are be VBP 0 ROOT
not not RB 2 neg
for for IN 2 prep
clerks clerk NNS 4 pobj
but but CC 5 cc
sailors sailor NNS 5 conj
)");
  for (const Extraction& e : extract(document))
    CHECK(e.negated == (statement_text(document, e) == "Villages | is | for clerks"));
}

TEST_CASE("an adjective keeps what makes it less", "[ingest][extract][negation]") {
  CHECK(statements_of(hand_built(R"(
Apes ape NNS 2 nsubj
are be VBP 0 ROOT
less less RBR 4 advmod
happy happy JJ 2 acomp
in in IN 4 prep
Oslo Oslo NNP 5 pobj B-GPE
)"))
            .front() == "Apes | is less happy | in Oslo");
}

TEST_CASE("what almost happened did not", "[ingest][extract][negation]") {
  const auto found = extract(hand_built(R"(
Ana Ana NNP 3 nsubj B-PERSON
almost almost RB 3 advmod
hit hit VBD 0 ROOT
Ida Ida NNP 3 dobj B-PERSON
)"));
  REQUIRE(!found.empty());
  CHECK(found.front().negated);
}

TEST_CASE("how much worse it was stays with the verb", "[ingest][extract][negation]") {
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
performed perform VBD 0 ROOT
worse bad RBR 2 advmod
on on IN 2 prep
tests test NNS 4 pobj
)"))
            .front()
            .starts_with("Ana | performed worse | on tests"));
}

TEST_CASE("what is done instead is done, what it stands for is not", "[ingest][extract]") {
  const auto found = extract(hand_built(R"(
Instead instead IN 6 prep
of of IN 1 prep
buying buy VBG 2 pcomp
maps map NNS 3 dobj
Ana Ana NNP 6 nsubj B-PERSON
sold sell VBD 0 ROOT
boats boat NNS 6 dobj
)"));
  REQUIRE(found.size() == 2);
  for (const Extraction& extraction : found) CHECK(extraction.negated == (extraction.predicate == "bought"));
}

TEST_CASE("what is to come before what is pledged has not come", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"pledged pledge", Modality::kPlanned}, {"began begin", Modality::kAsserted}}));
  const Document document = hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + R"( VBD 0 ROOT
to to TO 4 aux
vote vote VB 2 xcomp
once once IN 7 mark
Ana Ana NNP 7 nsubj B-PERSON
signed sign VBD 4 advcl
treaties treaty NNS 7 dobj
)");
  CHECK(found(document, "signed").modality == modality);
}

TEST_CASE("concerns about banks failing fail no banks", "[ingest][extract][modality]") {
  const auto [noun, modality] = GENERATE(table<std::string, Modality>(
      {{"fears fear", Modality::kPossible}, {"photos photo", Modality::kAsserted}}));
  const Document document =
      hand_built("Oslo Oslo NNP 2 nsubj B-GPE\nshared share VBD 0 ROOT\n" + noun + R"( NNS 2 dobj
about about IN 3 prep
banks bank NNS 4 pobj
selling sell VBG 5 acl
bonds bond NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
}

TEST_CASE("of two things joined by but the second may be denied alone", "[ingest][extract]") {
  const auto [word, tag, deprel, denied] = GENERATE(table<std::string, std::string, std::string, bool>(
      {{"no", "DT", "det", true}, {"not", "RB", "neg", true}, {"one", "CD", "nummod", false}}));
  const Document document = hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
has have VBZ 0 ROOT
kings king NNS 2 dobj
but but CC 3 cc
)" + word + " " + word + " " + tag + " 6 " +
                                       deprel + R"(
president president NN 3 conj
or or CC 6 cc
emperor emperor NN 6 conj
)");
  const auto extractions = extract(document);
  const auto negated = [&](std::string_view noun) {
    return std::any_of(extractions.begin(), extractions.end(), [&](const Extraction& e) {
      return e.negated && !e.arguments.empty() && document.word(e.arguments[0].phrase.head) == noun;
    });
  };
  CHECK(negated("president") == denied);
  CHECK(negated("emperor") == denied);
  CHECK_FALSE(negated("kings"));
}

TEST_CASE("what none of them did is denied of them", "[ingest][extract][negation]") {
  const Extraction lost = found(hand_built(R"(
None none NN 5 nsubj
of of IN 1 prep
the the DT 4 det
clerks clerk NNS 2 pobj
left leave VBD 0 ROOT
Oslo Oslo NNP 5 dobj B-GPE
)"),
                                "the clerks | left | Oslo");
  CHECK(lost.negated);
}

TEST_CASE("rumours that spread are nobody's word, fears that grow are no fact",
          "[ingest][extract][modality]") {
  const auto [noun, verb, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"Rumours rumour", "spread spread", Modality::kReported},
      {"Reports report", "emerged emerge", Modality::kReported},
      {"Fears fear", "grew grow", Modality::kPossible},
  }));
  const Document document = hand_built(noun + " NNS 2 nsubj\n" + verb + R"( VBD 0 ROOT
that that IN 5 mark
Norsk Norsk NNP 5 nsubj B-ORG
sold sell VBD 2 ccomp
Oslo Oslo NNP 5 dobj B-GPE
)");
  const Extraction sold = found(document, "sold");
  CHECK(sold.modality == modality);
  CHECK_FALSE(sold.attribution);
}

TEST_CASE("a deed is no more real than its verdict", "[ingest][extract][modality]") {
  const auto [rest, modality] = GENERATE(table<std::string, Modality>({
      {"pays pay VBZ 0 ROOT\nif if IN 4 mark\nconvicted convict VBN 2 advcl\n", Modality::kConditional},
      {"was be VBD 4 auxpass\nlater later RB 4 advmod\nconvicted convict VBN 0 ROOT\n", Modality::kAsserted},
  }));
  const Document document =
      hand_built("Ana Ana NNP " + std::string(modality == Modality::kAsserted ? "4 nsubjpass" : "2 nsubj") +
                 " B-PERSON\n" + rest + R"(of of IN 4 prep
robbing rob VBG 5 pcomp
Ida Ida NNP 6 dobj B-PERSON
)");
  CHECK(found(document, "robbed").modality == modality);
}

TEST_CASE("what one was supposed to do was planned", "[ingest][extract][modality]") {
  CHECK(found(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
supposed suppose VBN 0 ROOT
to to TO 5 aux
reach reach VB 3 xcomp
Oslo Oslo NNP 5 dobj B-GPE
)"),
              "was supposed to reach")
            .modality == Modality::kPlanned);
}

TEST_CASE("who would later win did win", "[ingest][extract][modality]") {
  const auto [comma, modality] = GENERATE(
      table<std::string, Modality>({{", , ,", Modality::kAsserted}, {"again again RB", Modality::kPlanned}}));
  const Document document = hand_built("Ana Ana NNP 9 nsubj B-PERSON\n" + comma + R"( 1 punct
who who WP 6 nsubj
would would MD 6 aux
later later RB 6 advmod
win win VB 1 relcl
Oslo Oslo NNP 6 dobj B-GPE
, , , 1 punct
left leave VBD 0 ROOT
Bergen Bergen NNP 9 dobj B-GPE
)");
  CHECK(found(document, "won").modality == modality);
}

TEST_CASE("what claims tell stands not on the word of who speaks of them", "[ingest][extract][attribution]") {
  const Document document = hand_built(R"(
Claims claim NNS 6 nsubj
that that IN 4 mark
Norsk Norsk NNP 4 nsubj B-ORG
sold sell VBD 1 acl
Oslo Oslo NNP 4 dobj B-GPE
are be VBP 10 ccomp
false false JJ 6 acomp
, , , 10 punct
Ana Ana NNP 10 nsubj B-PERSON
said say VBD 0 ROOT
)");
  const Extraction sold = found(document, "sold");
  CHECK(sold.modality == Modality::kReported);
  CHECK_FALSE(sold.attribution);
}

TEST_CASE("what somebody claims falsely is no fact, and on his word", "[ingest][extract][modality]") {
  const auto [adverb, modality] = GENERATE(
      table<std::string, Modality>({{"falsely", Modality::kPossible}, {"rightly", Modality::kAsserted}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubj B-PERSON\n" + adverb + " " + adverb + R"( RB 3 advmod
claimed claim VBD 0 ROOT
that that IN 6 mark
Norsk Norsk NNP 6 nsubj B-ORG
sold sell VBD 3 ccomp
Oslo Oslo NNP 6 dobj B-GPE
)");
  const Extraction sold = found(document, "sold");
  CHECK(sold.modality == modality);
  CHECK(sold.attribution.has_value());
}

TEST_CASE("what one is to imagine is not so, whoever writes it", "[ingest][extract][modality]") {
  CHECK(found(hand_built(R"(
Imagine imagine VB 8 ccomp
that that IN 4 mark
Norsk Norsk NNP 4 nsubj B-ORG
sold sell VBD 1 ccomp
Oslo Oslo NNP 4 dobj B-GPE
, , , 8 punct
Ana Ana NNP 8 nsubj B-PERSON
wrote write VBD 0 ROOT
)"),
              "sold")
            .modality == Modality::kPossible);
}

TEST_CASE("what is forbidden, or told of, behind a noun is not told as done", "[ingest][extract][modality]") {
  const auto [noun, link, modality] = GENERATE(table<std::string, std::string, Modality>({
      {"bans ban", "on", Modality::kPossible},
      {"laws law", "against", Modality::kPossible},
      {"reports report", "of", Modality::kReported},
      {"ships ship", "of", Modality::kAsserted},
  }));
  const Document document = hand_built("Ana Ana NNP 2 nsubj B-PERSON\nknows know VBZ 0 ROOT\n" + noun +
                                       " NNS 2 dobj\n" + link + " " + link + R"( IN 3 prep
clerks clerk NNS 4 pobj
selling sell VBG 5 acl
maps map NNS 6 dobj
)");
  CHECK(found(document, "sold").modality == modality);
}

TEST_CASE("a boat believed to have sunk is said to have", "[ingest][extract][modality]") {
  CHECK(found(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
sought seek VBD 0 ROOT
ships ship NNS 2 dobj
believed believe VBN 3 acl
to to TO 7 aux
have have VB 7 aux
reached reach VBN 4 xcomp
Oslo Oslo NNP 7 dobj B-GPE
)"),
              "was believed to have reached")
            .modality == Modality::kReported);
}

TEST_CASE("what is designed to force somebody need not", "[ingest][extract][modality]") {
  const auto [verb, modality] = GENERATE(table<std::string, Modality>(
      {{"designed design", Modality::kPlanned}, {"used use", Modality::kAsserted}}));
  CHECK(found(hand_built("Taxes tax NNS 3 nsubjpass\nwere be VBD 3 auxpass\n" + verb + R"( VBN 0 ROOT
to to TO 5 aux
force force VB 3 xcomp
Norsk Norsk NNP 5 dobj B-ORG
to to TO 8 aux
leave leave VB 5 xcomp
Oslo Oslo NNP 8 dobj B-GPE
)"),
              "left")
            .modality == modality);
}

TEST_CASE("what a ruling says is its word, what happened on a day is not the day's",
          "[ingest][extract][modality]") {
  const auto [noun, modality] = GENERATE(table<std::string, Modality>(
      {{"ruling", Modality::kReported}, {"discovery", Modality::kAsserted}, {"day", Modality::kAsserted}}));
  const Document document =
      hand_built("Norsk Norsk NNP 2 nsubj B-ORG\nupheld uphold VBD 0 ROOT\na a DT 4 det\n" + noun + " " +
                 noun + R"( NN 2 dobj
that that IN 7 mark
Ana Ana NNP 7 nsubj B-PERSON
left leave VBD 4 acl
Oslo Oslo NNP 7 dobj B-GPE
)");
  CHECK(found(document, "left").modality == modality);
}
