#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("people who are listed with what they are are several", "[ingest][extract][people_repair]") {
  check_statements({
      {"a second role with a name of its own is a second person",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | the the DT 4 det | banker banker NN 2 dobj | "
       "Jan Jan NNP 6 compound B-PERSON | Kok Kok NNP 4 appos I-PERSON | , , , 6 punct | the the DT 9 det | "
       "lawyer lawyer NN 6 appos | Piet Piet NNP 11 compound B-PERSON | Vos Vos NNP 9 appos I-PERSON | and "
       "and CC "
       "11 cc | two two CD 14 nummod | clerks clerk NNS 11 conj",
       {"Norsk | sued | Jan Kok", "Norsk | sued | Piet Vos", "Norsk | sued | two clerks"}},
      {"and so it is between commas, where the first one has a role",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | the the DT 4 det | mayor mayor NN 2 dobj | , , "
       ", 4 "
       "punct | Luis Luis NNP 7 compound B-PERSON | Paz Paz NNP 4 appos I-PERSON | , , , 4 punct | the the "
       "DT 10 "
       "det | clerk clerk NN 4 appos | , , , 10 punct | Eva Eva NNP 13 compound B-PERSON | Gil Gil NNP 10 "
       "appos "
       "I-PERSON | , , , 10 punct | and and CC 13 cc | two two CD 17 nummod | boys boy NNS 13 conj",
       {"Norsk | sued | Luis Paz", "Norsk | sued | Eva Gil", "Norsk | sued | two boys"}},
      {"what a comma sets off at the end is of the last",
       "active",
       "Norsk Norsk NNP 2 nsubj B-ORG | sued sue VBD 0 ROOT | the the DT 4 det | banker banker NN 2 dobj | "
       "Jan Jan NNP 6 compound B-PERSON | Kok Kok NNP 4 appos I-PERSON | , , , 6 punct | the the DT 9 det | "
       "lawyer lawyer NN 6 appos | Piet Piet NNP 11 compound B-PERSON | Vos Vos NNP 9 appos I-PERSON | and "
       "and CC "
       "11 cc | Bo Bo NNP 11 conj B-PERSON | , , , 6 punct | who who WP 16 nsubj | left leave VBD 6 relcl | "
       "Oslo "
       "Oslo NNP 16 dobj B-GPE",
       {"Norsk | sued | Jan Kok", "Norsk | sued | Piet Vos", "Norsk | sued | Bo", "Bo | left | Oslo"}},
  });
}

TEST_CASE("right before a name stands who has it", "[ingest][extract][people_repair]") {
  const auto [hung, deprel] = GENERATE(table<std::string, std::string>({{"2", "appos"}, {"8", "nsubj"}}));
  const Document document = hand_built(
      "The the DT 2 det\nson son NN 8 nsubj\nof of IN 2 prep\nthe the DT 5 det\n"
      "banker banker NN 3 pobj\nJan Jan NNP 7 compound B-PERSON\nKok Kok NNP " +
      hung + " " + deprel + " I-PERSON\nleft leave VBD 0 ROOT\nOslo Oslo NNP 8 dobj B-GPE\n");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK(any_has(texts, "Jan Kok | is | the banker"));
  CHECK(!any_has(texts, "Jan Kok | left"));
}

TEST_CASE("a name between commas right behind its noun is that noun's", "[ingest][extract][people_repair]") {
  const auto [label, named] = GENERATE(table<std::string, bool>({{"B-ORG", true}, {"B-GPE", false}}));
  const Document document =
      hand_built("the the DT 2 det\nstar star NN 6 nsubj\n, , , 2 punct\nAna Ana NNP 2 npadvmod " + label +
                 "\n, , , 2 punct\nwon win VBD 0 ROOT\nOslo Oslo NNP 6 dobj B-GPE\n");
  CHECK(any_begins(statements_of(document), "Ana | won | Oslo") == named);
}
