#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

// Guards VERB the pilot PREPOSITION NOUN, with `tag` for the noun
Document brought(const std::string& verb, const std::string& preposition, const std::string& noun) {
  return hand_built("Guards guard NNS 2 nsubj\n" + verb +
                    " VBD 0 ROOT\nthe the DT 4 det\npilot pilot NN 2 dobj\n" + preposition + " " +
                    preposition + " IN 2 prep\n" + noun + " 5 pobj\n");
}

Texts joined(const Document& document) { return statements_of(document, "resultative"); }

}  // namespace

TEST_CASE("a bare noun that an object is brought to belongs to the verb", "[ingest][extract][bare_nouns]") {
  CHECK(joined(brought("took take", "into", "custody custody NN")) ==
        Texts{"Guards | took into custody | the pilot"});
  CHECK(joined(brought("put put", "on", "trial trial NN")) == Texts{"Guards | put on trial | the pilot"});
  CHECK(joined(brought("sent send", "to", "prison prison NN")) ==
        Texts{"Guards | sent to prison | the pilot"});
  CHECK(joined(brought("called call", "into", "question question NN")) ==
        Texts{"Guards | called into question | the pilot"});
  CHECK(joined(brought("brought bring", "to", "a a DT 7 det\nhalt halt NN")) ==
        Texts{"Guards | brought to a halt | the pilot"});
}

TEST_CASE("a thing, a time, or a verb that moves nothing keeps its phrase apart",
          "[ingest][extract][bare_nouns]") {
  CHECK(joined(brought("brought bring", "in", "time time NN")).empty());
  CHECK(joined(brought("brought bring", "to", "water water NN")).empty());
  CHECK(joined(brought("found find", "in", "custody custody NN")).empty());
}

TEST_CASE("a bare object leads on with the phrase behind it", "[ingest][extract][bare_nouns]") {
  const auto [link, pronoun, leads] = GENERATE(
      table<std::string, bool, bool>({{"on", false, true}, {"like", false, false}, {"on", true, false}}));
  const std::string noun = pronoun ? "something something NN" : "doubt doubt NN";
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ncast cast VBD 0 ROOT\n" + noun + " 2 dobj\n" + link + " " +
                 link + " IN 2 prep\nthe the DT 6 det\ndeal deal NN 4 pobj\n");
  if (leads) CHECK(statements_of(document, "light_verb") == Texts{"Ana | cast doubt | on the deal"});
  if (!pronoun && !leads) CHECK(statements_of(document, "light_verb").empty());
}

TEST_CASE("a bare noun between two prepositions makes one of them", "[ingest][extract][bare_nouns]") {
  const auto [article, target, text] = GENERATE(table<std::string, std::string, std::string>(
      {{"the the DT 7 det\n", "law law NN", "Ana | acted in accordance | with the law"},
       {"", "freedom freedom NN", ""}}));
  const Document document = hand_built(
      "Ana Ana NNP 2 nsubj B-PERSON\nacted act VBD 0 ROOT\nin in IN 2 prep\n"
      "accordance accordance NN 3 pobj\nwith with IN 4 prep\n" +
      article + target + " 5 pobj\n");
  CHECK(statements_of(document, "prepositional_idiom") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("what a deed relates to is no relation of its own", "[ingest][extract][bare_nouns]") {
  check_statements({{"fined in relation to it",
                     "prepositional_idiom",
                     "Ana Ana NNP 3 nsubjpass B-PERSON | was be VBD 3 auxpass | fined fine VBN 0 ROOT | "
                     "in in IN 3 prep | relation relation NN 4 pobj | to to IN 5 prep | a a DT 8 det | "
                     "plot plot NN 6 pobj",
                     {"Ana | was fined in relation | to a plot"}}});
}

TEST_CASE("whom one leaves without something one does not merely leave", "[ingest][extract][bare_nouns]") {
  CHECK(joined(brought("left leave", "without", "power power NN")) ==
        Texts{"Guards | left without power | the pilot"});
  CHECK(joined(brought("left leave", "in", "tears tear NNS")) == Texts{"Guards | left in tears | the pilot"});
  CHECK(joined(brought("brought bring", "without", "power power NN")).empty());
}

TEST_CASE("what stands between a verb and its object is what the object is brought to",
          "[ingest][extract][bare_nouns]") {
  const auto [deprel, noun, whole] = GENERATE(table<std::string, std::string, bool>(
      {{"dobj", "question", true}, {"oprd", "question", true}, {"dobj", "water", false}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\ncalled call VBD 0 ROOT\ninto into IN 2 prep\n" + noun + " " +
                 noun + " NN 3 pobj\nthe the DT 6 det\nplan plan NN 2 " + deprel + "\n");
  CAPTURE(deprel, noun);
  CHECK((statements_of(document, "resultative") == Texts{"Ana | called into question | the plan"}) == whole);
}

TEST_CASE("each of two whom one leaves without something is left without it",
          "[ingest][extract][bare_nouns]") {
  CHECK(joined(hand_built(
            "Storms storm NNS 2 nsubj\nleft leave VBD 0 ROOT\nhomes home NNS 2 dobj\nand and CC 3 cc\n"
            "shops shop NNS 3 conj\nwithout without IN 2 prep\npower power NN 6 pobj\n")) ==
        Texts{"Storms | left without power | homes", "Storms | left without power | shops"});
}
