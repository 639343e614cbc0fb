#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("a participle before another clause is a verb where that has a subject of its own",
          "[ingest][extract][verb_repair]") {
  const Texts texts = statements_of(hand_built(R"(
The the DT 2 det
bus bus NN 8 nsubj
overturned overturn VBN 2 acl
in in IN 3 prep
rain rain NN 4 pobj
; ; : 8 punct
Ana Ana NNP 8 nsubj B-PERSON
lost lose VBD 0 ROOT
control control NN 8 dobj
)"));
  REQUIRE(texts.size() == 2);
  CHECK(std::count(texts.begin(), texts.end(), "The bus | overturned | in rain") == 1);
  CHECK(std::count(texts.begin(), texts.end(), "Ana | lost | control") == 1);
}

TEST_CASE("a noun that has a subject is a verb", "[ingest][extract][verb_repair]") {
  CHECK(statements_of(hand_built(R"(
The the DT 2 det
car car NN 7 nsubj
, , , 2 punct
which which WDT 6 dobj
Ana Ana NNP 6 nsubj B-PERSON
built build VBD 2 relcl
dispenses dispense NNS 0 ROOT
with with IN 7 prep
brakes brake NNS 8 pobj
)"))
            .back() == "The car | dispensed | with brakes");
  CHECK(statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
drives drive VBZ 0 ROOT
taxis taxi NNS 2 dobj
and and CC 2 cc
claims claim NNS 2 conj
to to TO 7 aux
like like VB 5 xcomp
them they PRP 7 dobj
)"))
            .back() == "Ana | claimed to like | them");
}

TEST_CASE("a word is the verb that its place asks for", "[ingest][extract][verb_repair]") {
  check_statements({
      {"a gerund with a phrase of its own joins the verb before it",
       "",
       "Ana Ana NNP 3 nsubj B-PERSON | is be VBZ 3 aux | living live VBG 0 ROOT | on on IN 3 prep | "
       "the the DT 6 det | reef reef NN 4 pobj | and and CC 6 cc | fighting fighting NN 6 conj | "
       "with with IN 8 prep | fish fish NN 9 pobj",
       {"Ana | lived | on the reef", "Ana | fought | with fish"}},
      {"a participle with an infinitive behind a noun is a passive",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | ate eat VBD 0 ROOT | bait bait NN 2 dobj | meant mean VBD 3 acl | "
       "to to TO 6 aux | kill kill VB 4 xcomp | rats rat NNS 6 dobj",
       {"Ana | ate | bait meant to kill rats", "bait | was meant to kill | rats"}},
      {"behind a verb that takes no clause two nouns are one",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | runs run VBZ 0 ROOT | the the DT 4 det | "
       "politics politics NN 5 nsubj | blog blog VBP 2 ccomp",
       {"Ana | ran | the politics blog"}},
      {"the first of two subjects with an object behind its participle has a clause of its own",
       "active",
       "Clerks clerk NNS 6 nsubj | sprayed spray VBN 1 acl | thieves thief NNS 2 dobj | , , , 6 punct | "
       "guards guard NNS 6 nsubj | chased chase VBD 0 ROOT | robbers robber NNS 6 dobj",
       {"Clerks | sprayed | thieves", "guards | chased | robbers"}},
  });
}

TEST_CASE("her before a third person is whose it is", "[ingest][extract][verb_repair]") {
  CHECK(statements_of(hand_built(R"(
Fans fan NNS 2 nsubj
watched watch VBD 0 ROOT
her she PRP 4 nsubj
shows show VBZ 2 ccomp
in in IN 4 prep
Oslo Oslo NNP 5 pobj B-GPE
)"))
            .front() == "Fans | watched | her shows in Oslo");
}

TEST_CASE("who is helped does what he is helped to do", "[ingest][extract][verb_repair]") {
  const Document document = hand_built(R"(
A a DT 2 det
drug drug NN 6 nsubj
sold sell VBN 2 acl
here here RB 3 advmod
could could MD 6 aux
help help VB 0 ROOT
children child NNS 6 dobj
learn learn VBP 3 advcl
to to TO 10 aux
handle handle VB 8 xcomp
pain pain NN 10 dobj
)");
  CHECK(found(document, "children | learned to handle | pain").modality == Modality::kPossible);
}

TEST_CASE("a participle in a list describes what follows it", "[ingest][extract][verb_repair]") {
  const Texts texts = statements_of(hand_built(R"(
Unions union NNS 2 nsubj
want want VBP 0 ROOT
work work NN 2 dobj
, , , 3 punct
paid pay VBN 3 acl
leave leave NN 5 dobj
and and CC 3 cc
pensions pension NNS 3 conj
)"));
  CHECK(std::count(texts.begin(), texts.end(), "Unions | wanted | paid leave") == 1);
  CHECK_FALSE(any_has(texts, "was paid"));
}

TEST_CASE("what is set off before it does not hide the verb", "[ingest][extract][verb_repair]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 0 ROOT B-ORG
, , , 1 punct
which which WDT 4 nsubj
owns own VBZ 1 relcl
Luft Luft NNP 4 dobj B-ORG
, , , 1 punct
used use VBN 1 acl
to to TO 9 aux
charge charge VB 7 xcomp
fees fee NNS 9 dobj
. . . 1 punct
)");
  const Texts texts = statements_of(document);
  CHECK(std::count(texts.begin(), texts.end(), "Norsk | used to charge | fees") == 1);
}

TEST_CASE("of two verbs that nothing joins the first one describes the subject",
          "[ingest][extract][verb_repair]") {
  const Texts named = statements_of(hand_built(R"(
The the DT 2 det
mass mass NN 4 nsubj
, , , 2 punct
called call VBD 0 ROOT
a a DT 6 det
plume plume NN 4 dobj
, , , 4 punct
reached reach VBD 4 conj
Oslo Oslo NNP 8 dobj B-GPE
)"));
  CHECK(std::any_of(named.begin(), named.end(), [](const std::string& text) {
    return text.starts_with("The mass") && text.ends_with("| reached | Oslo");
  }));
  CHECK(std::count(named.begin(), named.end(), "The mass | was called | a plume") == 1);
  const auto run_on = extract(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
said say VBD 0 ROOT
tools tool NNS 4 nsubj
needed need VBD 2 ccomp
to to TO 6 aux
read read VB 4 xcomp
it it PRP 6 dobj
are be VBP 9 aux
leaving leave VBG 2 ccomp
Oslo Oslo NNP 9 dobj B-GPE
)"));
  CHECK(std::any_of(run_on.begin(), run_on.end(), [](const Extraction& e) {
    return e.predicate == "left" && e.modality == Modality::kAsserted && !e.subject.empty();
  }));
}

TEST_CASE("what an aside parts from its verb is still the object", "[ingest][extract][verb_repair]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
perpetuated perpetuate VBD 0 ROOT
, , , 2 punct
in in IN 2 prep
part part NN 4 pobj
, , , 2 punct
the the DT 8 det
war war NN 2 npadvmod
)"));
  REQUIRE(!texts.empty());
  CHECK(texts.front().starts_with("Ana | perpetuated | the war"));
}

TEST_CASE("what carried somebody did what is told, on the word of who says so",
          "[ingest][extract][verb_repair]") {
  const auto [verb, ending, subject] = GENERATE(table<std::string, std::string, std::string>(
      {{"capsized capsize", "", "A ferry carrying men"}, {"rescued rescue", " in in IN 5 prep\n", "men"}}));
  const Document document = hand_built(
      "A a DT 2 det\nferry ferry NN 10 dep\ncarrying carry VBG 2 acl\nmen man NNS 3 dobj\n" + verb +
      " VBN 4 acl\noff off IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n, , , 10 punct\npolice police NNS 10 "
      "nsubj\n"
      "said say VBD 0 ROOT\n");
  const Texts texts = statements_of(document);
  CAPTURE(texts);
  CHECK(any_has(texts, subject == "men" ? "men | was rescued" : "capsized | off Oslo"));
}

TEST_CASE("a past tense with its subject describes no noun", "[ingest][extract][verb_repair]") {
  check_said({
      {"what the noun stands for is a sentence",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | secured secure VBN 3 amod | seats seat NNS 0 ROOT | in in IN 3 prep | "
       "Oslo Oslo NNP 4 pobj B-GPE | and and CC 3 cc | left leave VBD 3 conj | Bergen Bergen NNP 7 dobj "
       "B-GPE",
       {"Ana | secured | seats in Oslo", "Ana | left | Bergen"}},
      {"so is what the name behind it stands for",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | named name VBD 3 amod | Judge Judge NNP 5 compound | Ida Ida NNP 5 "
       "compound B-PERSON | Roe Roe NNP 0 ROOT I-PERSON",
       {"Ana | named | Judge Ida Roe"}},
      {"and what a name before it does",
       "active",
       "the the DT 4 det | Norsk Norsk NNP 3 compound B-ORG | set set VBD 4 compound | rules rule NNS 0 ROOT",
       {"the Norsk | set | rules"}},
      {"a name is no verb",
       "active",
       "Sultan Sultan NNP 2 nsubj B-PERSON | Said say VBD 3 compound I-PERSON | Taimur Taimur NNP 4 nsubj "
       "I-PERSON | "
       "left leave VBD 0 ROOT | Oslo Oslo NNP 4 dobj B-GPE",
       {"Sultan Said Taimur | left | Oslo"}},
      {"what is claimed is claimed",
       "copula",
       "Ana Ana NNP 2 nsubj B-PERSON | claimed claim VBD 4 amod | tax tax NN 4 compound | rates rate NNS 6 "
       "nsubj | "
       "have have VBP 6 aux | been be VBN 0 ROOT | lower low JJR 6 acomp",
       {"tax rates | was | lower"}},
  });
}

TEST_CASE("the second of three base forms is no part of a noun", "[ingest][extract][verb_repair]") {
  const auto [word, told] = GENERATE(table<std::string, bool>({{"fund", true}, {"city", false}}));
  const Document document = hand_built(
      "Norsk Norsk NNP 3 nsubj B-ORG\nwould would MD 3 aux\ncut cut VB 0 ROOT\ntaxes tax NNS 3 dobj\n"
      ", , , 3 punct\n" +
      word + " " + word +
      " NN 7 compound\nschools school NNS 4 conj\nand and CC 3 cc\nopen open VB 3 conj\n"
      "roads road NNS 9 dobj\n");
  CHECK(holds(statements_of(document), "Norsk | funded | schools") == told);
  CHECK(holds(statements_of(document), "Norsk | opened | roads"));
}
