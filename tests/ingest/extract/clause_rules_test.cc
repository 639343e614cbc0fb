#include <catch2/catch.hpp>

#include "ingest/extract/extract.h"
#include "ingest/extract/phrase.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a clause gives its verb and all that belongs to it", "[ingest][extract]") {
  check_statements({
      {"an active clause gives subject, predicate, object and the other arguments",
       "",
       "Xi Xi NNP 2 nsubj B-PERSON | invited invite VBD 0 ROOT | Putin Putin NNP 2 dobj B-PERSON | "
       "to to IN 2 prep | China China NNP 4 pobj B-GPE",
       {"Xi | invited | Putin | to China"}},
      {"an open complement joins the verb it completes",
       "",
       "India India NNP 2 nsubj B-GPE | agreed agree VBD 0 ROOT | to to TO 4 aux | stop stop VB 2 xcomp | "
       "buying buy VBG 4 xcomp | oil oil NN 5 dobj",
       {"India | agreed to stop buying | oil"}},
  });
}

TEST_CASE("how much is told is no object, and a deal is one", "[ingest][extract]") {
  const auto role = [](const char* article, const char* adjective, const char* noun) {
    const bool bare = *adjective == 0;
    std::string text = "Oslo Oslo NNP 2 nsubj B-GPE\nchanged change VBD 0 ROOT\n";
    text += std::string(article) + " a DT " + (bare ? "4" : "5") + " det\n";
    if (!bare) text += std::string(adjective) + " x JJ 5 amod\n";
    text += std::string(noun) + " " + noun + " NN 2 dobj\n";
    return found(hand_built(text), "changed").arguments.at(0).role;
  };
  CHECK(role("a", "", "lot") == ArgumentRole::kManner);
  CHECK(role("a", "good", "deal") == ArgumentRole::kManner);
  CHECK(role("the", "", "deal") == ArgumentRole::kObject);
  CHECK(role("a", "nuclear", "deal") == ArgumentRole::kObject);
}

TEST_CASE("a passive with an agent is turned active, and its surface stays", "[ingest][extract]") {
  const Document document = hand_built(R"(
The     the     DT  2 det
treaty  treaty  NN  4 nsubjpass
was     be      VBD 4 auxpass
signed  sign    VBN 0 ROOT
by      by      IN  4 agent
Moscow  Moscow  NNP 5 pobj B-GPE
in      in      IN  4 prep
2010    2010    CD  7 pobj B-DATE
)");
  CHECK(statements_of(document) == Texts{"Moscow | signed | The treaty | in 2010"});
  CHECK(surfaces_of(document) == Texts{"The treaty | was signed by | Moscow | in 2010"});
}

TEST_CASE("what somebody denies stands on his word and against it", "[ingest][extract]") {
  const Document document = hand_built(R"(
Moscow  Moscow  NNP 2 nsubj B-GPE
denied  deny    VBD 0 ROOT
that    that    IN  6 mark
India   India   NNP 6 nsubj B-GPE
had     have    VBD 6 aux
agreed  agree   VBN 2 ccomp
)");
  const Extraction inner = found(document, "agreed");
  REQUIRE(inner.attribution);
  CHECK(inner.attribution->stance == Stance::kDenies);
  CHECK(document.word(inner.attribution->claimant.head) == "Moscow");
}

TEST_CASE("auxiliaries decide modality and negation", "[ingest][extract]") {
  const auto [auxiliary, lemma, tag, modality] = GENERATE(
      table<std::string, std::string, std::string, Modality>({{"will", "will", "MD", Modality::kPlanned},
                                                              {"may", "may", "MD", Modality::kPossible},
                                                              {"must", "must", "MD", Modality::kDemanded},
                                                              {"has", "have", "VBZ", Modality::kAsserted}}));
  const Document document =
      hand_built("He he PRP 4 nsubj\n" + auxiliary + " " + lemma + " " + tag +
                 " 4 aux\nnot not RB 4 neg\nvisit visit VB 0 ROOT\nChina China NNP 4 dobj B-GPE\n");
  const auto found = extract(document);
  REQUIRE(found.size() == 1);
  CHECK(found[0].modality == modality);
  CHECK(found[0].negated);
  CHECK(found[0].predicate == "visited");
}

TEST_CASE("a sentence in another script states nothing", "[ingest][extract]") {
  CHECK(extract(hand_built(R"(
Мария  Мария  NNP 2 nsubj
видела видела VBD 0 ROOT
Ивана  Ивана  NNP 2 dobj
)"))
            .empty());
  CHECK(!extract(hand_built(R"(
Zoë Zoë NNP 2 nsubj
saw see VBD 0 ROOT
José José NNP 2 dobj
)"))
             .empty());
}

TEST_CASE("all who are joined by a second by did it", "[ingest][extract]") {
  const auto second = GENERATE(std::string("by by IN 4 conj"), std::string("by by IN 3 agent"));
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 3 nsubjpass B-PERSON
was be VBD 3 auxpass
helped help VBN 0 ROOT
by by IN 3 agent
Ida Ida NNP 4 pobj B-PERSON
and and CC 4 cc
)" + second + R"(
Olof Olof NNP 7 pobj B-PERSON
)"));
  CHECK(holds(texts, "Ida | helped | Ana"));
  CHECK(holds(texts, "Olof | helped | Ana"));
}

TEST_CASE("the preposition whose object became the subject stays with the passive", "[ingest][extract]") {
  const Document document = hand_built(R"(
The the DT 2 det
road road NN 4 nsubjpass
was be VBD 4 auxpass
paid pay VBN 0 ROOT
for for IN 4 prep
by by IN 4 agent
Oslo Oslo NNP 6 pobj B-GPE
)");
  CHECK(says(document, "Oslo | paid for | The road"));
}

TEST_CASE("who neither denied nor did what stands near", "[ingest][extract]") {
  check_said({
      {"who is said to have sought help in the vote denies no vote",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | Ida Ida NNP 4 nsubj B-PERSON | "
       "sought seek VBD 2 ccomp | help help NN 4 dobj | in in IN 5 prep | the the DT 8 det | "
       "vote vote NN 6 pobj | , , , 8 punct | which which WDT 12 dobj | Ida Ida NNP 12 nsubj B-PERSON | "
       "denied deny VBD 8 relcl",
       {},
       {"Ida | denied | the vote"}},
      {"what there is does nothing before it",
       "active",
       "There there EX 2 expl | is be VBZ 0 ROOT | a a DT 4 det | lot lot NN 2 attr | before before IN 2 "
       "prep | "
       "selling sell VBG 5 pcomp | boats boat NNS 6 dobj",
       {},
       {"a lot | sold | boats"}},
  });
}
