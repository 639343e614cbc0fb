#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

namespace {

// The tokens before and at a hyphen stand close to what follows.
Document glued(Document document) {
  for (std::size_t t = 0; t + 1 < document.tokens.size(); ++t)
    if (document.word(static_cast<std::uint32_t>(t)) == "-")
      document.tokens[t - 1].space_after = document.tokens[t].space_after = false;
  return document;
}

}  // namespace

TEST_CASE("a verb keeps its prefix", "[ingest][extract][form_repair]") {
  const Document relative = glued(hand_built(R"(
Ana Ana NNP 8 nsubj B-PERSON
who who WP 3 nsubj
co co VBD 1 relcl
- - VBD 1 acl
founded found VBN 1 acl
a a DT 7 det
choir choir NN 5 dobj
sang sing VBD 0 ROOT
)"));
  CHECK(statements_of(relative).front() == "Ana | co-founded | a choir");
  const Document passive = glued(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
was be VBD 0 ROOT
re re VBN 2 acomp
- - VBN 2 acomp
elected elect VBN 2 acomp
in in IN 5 prep
2004 2004 CD 6 pobj B-DATE
)"));
  CHECK(statements_of(passive) == Texts{"Ana | was re-elected | in 2004"});
}

TEST_CASE("a word has the form that its place asks for", "[ingest][extract][form_repair]") {
  check_statements({
      {"a participle that stands for a preposition opens no object",
       "",
       "Guards guard NNS 2 nsubj | freed free VBD 0 ROOT | him he PRP 2 dobj | pending pending VBG 5 amod | "
       "trial trial NN 2 dobj",
       {"Guards | freed | him | pending trial"}},
      {"what stands before a colon is a clause of its own",
       "",
       "The the DT 2 det | note note NN 7 nsubj | read read VBN 2 acl | : : : 2 punct | the the DT 6 det | "
       "bridge bridge NN 7 nsubj | fell fall VBD 0 ROOT",
       {"The note | read | the bridge fell", "the bridge | fell"}},
      {"joined verbs have forms that can be joined",
       "",
       "Ida Ida NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | Olof Olof NNP 5 nsubj B-PERSON | "
       "would would MD 5 aux | leave leave VB 2 ccomp | and and CC 5 cc | called call VBD 5 conj | "
       "elections election NNS 7 dobj",
       {"Ida | said | Olof would leave", "Olof | left", "Ida | called | elections"}},
      {"an auxiliary makes the form that joins",
       "active",
       "Ida Ida NNP 3 nsubj B-PERSON | has have VBZ 3 aux | asked ask VBN 0 ROOT | "
       "Olof Olof NNP 3 dobj B-PERSON | to to TO 6 aux | wait wait VB 3 xcomp | and and CC 6 cc | "
       "has have VBZ 6 conj | tickets ticket NNS 8 dobj",
       {"Ida | asked | Olof | to wait", "Olof | waited", "Ida | had | tickets"}},
      {"a participle joined to what the subject is has the same verb",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | was be VBD 0 ROOT | rich rich JJ 2 acomp | and and CC 3 cc | "
       "born bear VBN 3 conj | in in IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE",
       {"Ana | was born | in Oslo", "Ana | was | rich"}},
      {"a base form joins the verb with the auxiliary, not the past tense beside it",
       "active",
       "Ann Ann NNP 4 nsubj B-PERSON | did do VBD 4 aux | not not RB 4 neg | know know VB 0 ROOT | "
       "where where WRB 7 advmod | Ole Ole NNP 7 nsubj B-PERSON | was be VBD 4 ccomp | or or CC 7 cc | "
       "see see VB 7 conj | Ida Ida NNP 9 dobj B-PERSON",
       {"Ann | knew | where Ole was", "Ole | was", "Ann | saw | Ida"}},
      {"a verb without a passive is no participle",
       "active",
       "The the DT 2 det | anniversary anniversary NN 0 ROOT | of of IN 2 prep | the the DT 5 det | "
       "mission mission NN 3 pobj | coincided coincide VBN 5 acl | with with IN 6 prep | the the DT 9 det | "
       "feast feast NN 7 pobj | . . . 2 punct",
       {"The anniversary of the mission | coincided | with the feast"}},
      {"what is next to another place is the place before the comma",
       "active",
       "Aid aid NN 2 nsubj | came come VBD 0 ROOT | from from IN 2 prep | Lagos Lagos NNP 3 pobj B-GPE | "
       ", , , 2 punct | next next RB 2 advmod | to to IN 6 prep | Abuja Abuja NNP 7 pobj B-GPE",
       {"Aid | came | from Lagos next to Abuja"}},
      {"a past tense behind be is a passive",
       "",
       "Guards guard NNS 4 nsubj | are be VBP 4 aux | only only RB 4 advmod | paid pay VBD 0 ROOT | "
       "tips tip NNS 4 dobj",
       {"Guards | was paid | tips"}},
      {"a noun with the mark of an infinitive and an object is a verb",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | voted vote VBD 0 ROOT | to to TO 4 aux | impeach impeach NN 2 xcomp | "
       "Ida Ida NNP 4 dobj B-PERSON",
       {"Ana | voted to impeach | Ida"}},
  });
}

TEST_CASE("the only verb of a sentence is its finite verb", "[ingest][extract][form_repair]") {
  const std::string words = R"(
The the DT 2 det
bill bill NN 0 ROOT
passed pass VBN 2 acl
by by IN 3 agent
votes vote NNS 4 pobj
)";
  CHECK(statements_of(hand_built(words + ". . . 2 punct\n")) == Texts{"The bill | passed | by votes"});
  CHECK(statements_of(hand_built(words)) == Texts{"votes | passed | The bill"});  // a headline
}

TEST_CASE("an infinitive joins an infinitive", "[ingest][extract][form_repair]") {
  const Document document = hand_built(R"(
Oslo Oslo NNP 2 nsubj B-GPE
agreed agree VBD 0 ROOT
to to TO 4 aux
meet meet VB 2 xcomp
guests guest NNS 4 dobj
invited invite VBN 5 acl
by by IN 6 agent
Rome Rome NNP 7 pobj B-GPE
and and CC 6 cc
to to TO 11 aux
thank thank VB 6 conj
Ana Ana NNP 11 dobj B-PERSON
)");
  const Texts texts = statements_of(document, "active");
  CHECK(holds(texts, "Oslo | agreed to thank | Ana"));
}

TEST_CASE("the verb behind what a noun is to do is no participle", "[ingest][extract][form_repair]") {
  const Texts texts = statements_of(hand_built(R"(
The the DT 2 det
decision decision NN 0 ROOT
to to TO 4 aux
run run VB 2 acl
for for IN 4 prep
office office NN 5 pobj
led lead VBN 6 acl
to to IN 7 prep
talks talk NNS 8 pobj
. . . 2 punct
)"),
                                    "active");
  REQUIRE(!texts.empty());
  CHECK(texts.back().ends_with("led | to talks"));
}

TEST_CASE("to before a noun marks no infinitive", "[ingest][extract][form_repair]") {
  const Texts texts = statements_of(hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
brought bring VBD 0 ROOT
a a DT 4 det
clock clock NN 2 dobj
she she PRP 6 nsubj
made make VBD 4 relcl
to to TO 8 aux
school school NN 6 dobj
)"),
                                    "active");
  REQUIRE(!texts.empty());
  CHECK(texts.front() == "Ana | brought | a clock | to school");
}

TEST_CASE("who named somebody as something was not named so", "[ingest][extract][form_repair]") {
  const auto [link, predicate] =
      GENERATE(table<std::string, std::string>({{"as", "named"}, {"of", "was named"}}));
  const Document document = hand_built(R"(
The the DT 2 det
party party NN 0 ROOT
named name VBN 2 acl
Ana Ana NNP 3 oprd B-PERSON
)" + link + " " + link + R"( IN 3 prep
clerks clerk NNS 5 pobj
. . . 2 punct
)");
  CHECK(extract(document).front().predicate == predicate);
}

TEST_CASE("the second of two participles is the sentence's verb", "[ingest][extract][form_repair]") {
  const auto [comma, predicate] =
      GENERATE(table<std::string, std::string>({{", , , 1 punct\n", "trained"}, {"", "was trained"}}));
  const Document document = hand_built(
      "Ana Ana NNP 0 ROOT B-PERSON\n, , , 1 punct\nborn bear VBN 1 acl\nin in IN 3 prep\nOslo Oslo NNP 4 "
      "pobj B-GPE\n" +
      comma + "trained train VBN 1 acl\nin in IN " + (comma.empty() ? "6" : "7") + " prep\nParis Paris NNP " +
      (comma.empty() ? "7" : "8") + " pobj B-GPE\n. . . 1 punct\n");
  CHECK(found(document, predicate).predicate == predicate);
}

TEST_CASE("an adjective behind a hyphen leaves the role its noun", "[ingest][extract][form_repair]") {
  const auto [adjective, text] = GENERATE(table<std::string, std::string>(
      {{"elect elect JJ", "Ana | president-elect | of Peru"}, {"led lead VBN", ""}}));
  const Document document = glued(hand_built(
      "Peru Peru NNP 5 poss B-GPE\n's 's POS 1 case\npresident president NN 5 compound\n- - HYPH 5 punct\n" +
      adjective + " 9 nsubj\n, , , 5 punct\n" + R"(Ana Ana NNP 5 appos B-PERSON
, , , 5 punct
left leave VBD 0 ROOT
)"));
  CHECK(statements_of(document, "apposition_role") == (text.empty() ? Texts{} : Texts{text}));
}

TEST_CASE("nobody wins thanks", "[ingest][extract][form_repair]") {
  const auto [verb, text] = GENERATE(table<std::string, std::string>(
      {{"won win", "Oslo | won | thanks to Ana"}, {"gave give", "Oslo | gave | thanks to Ana"}}));
  const Document document = hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + R"( VBD 0 ROOT
thanks thank NNS 2 dobj
to to IN 3 prep
Ana Ana NNP 4 pobj B-PERSON
)");
  CHECK(statements_of(document, "active") == Texts{text});
}

TEST_CASE("the only verb of a sentence about the one thing is no participle",
          "[ingest][extract][form_repair]") {
  const auto [article, predicate] =
      GENERATE(table<std::string, std::string>({{"The", "reunited"}, {"Some", "was reunited"}}));
  CHECK(extract(hand_built(article + R"( the DT 2 det
band band NN 0 ROOT
reunited reunite VBN 2 acl
in in IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
. . . 2 punct
)"))
            .front()
            .predicate == predicate);
}

TEST_CASE("who went missing misses nothing", "[ingest][extract][form_repair]") {
  const Document document = hand_built(R"(
Ships ship NNS 2 nsubj
went go VBD 0 ROOT
missing miss VBG 2 advcl
near near IN 3 prep
Oslo Oslo NNP 4 pobj B-GPE
)");
  CHECK(found(document, "went missing").modality == Modality::kAsserted);
}

TEST_CASE("an adjective keeps the prefix that turns its meaning round", "[ingest][extract][form_repair]") {
  const std::string head = GENERATE("3", "4");  // beside the prefix, or under it
  const Document vote =
      glued(hand_built("The the DT 2 det\nvote vote NN 3 nsubj\nis be VBZ 0 ROOT\nnon non JJ 3 acomp\n- - JJ "
                       "3 acomp\nbinding binding JJ " +
                       head + " acomp\n"));
  const Texts texts = statements_of(vote);
  CAPTURE(texts);
  CHECK(texts == Texts{"The vote | is | non-binding"});
}

TEST_CASE("an ex-Muslim is no Muslim", "[ingest][extract][form_repair]") {
  const Document document = glued(hand_built(R"(
Ana    Ana    NNP 2 nsubj B-PERSON
is     be     VBZ 0 ROOT
an     an     DT  6 det
ex     ex     JJ  6 amod B-NORP
-      -      HYPH 6 punct I-NORP
Muslim Muslim NNP 2 attr I-NORP
)"));
  CHECK(statements_of(document) == Texts{"Ana | is | an ex-Muslim"});
  CHECK(statements_of(document, "copula_role").empty());
}

TEST_CASE("what carries somebody and its verb are a sentence", "[ingest][extract][form_repair]") {
  const auto [article, verb, predicate] = GENERATE(table<std::string, std::string, std::string>(
      {{"A a DT 2 det", "overturned overturn", "overturned"},
       {"A a DT 2 det", "seized seize", "was seized"},
       {"Empty empty JJ 2 amod", "overturned overturn", "was overturned"}}));
  const Document document =
      hand_built(article + "\nbus bus NN 0 ROOT\ncarrying carry VBG 2 acl\nchildren child NNS 3 dobj\n" +
                 verb + " VBN 2 acl\nin in IN 5 prep\nOslo Oslo NNP 6 pobj B-GPE\n. . . 2 punct\n");
  CHECK(found(document, predicate).predicate == predicate);
}

TEST_CASE("a gunman who fired at somebody was not fired", "[ingest][extract][form_repair]") {
  const auto [whom, text] =
      GENERATE(table<std::string, std::string>({{"Ana Ana NNP 4 pobj B-PERSON", "gunman | fired | at Ana"},
                                                {"dawn dawn NN 4 pobj", "gunman | was fired | at dawn"}}));
  CHECK(any_ends(statements_of(hand_built(
                     "A a DT 2 det\ngunman gunman NN 0 ROOT\nfired fire VBN 2 acl\nat at IN 3 prep\n" + whom +
                     "\n. . . 2 punct\n")),
                 text));
}

TEST_CASE("whom a vote made the first to do it did it", "[ingest][extract][form_repair]") {
  CHECK(says(hand_built(R"(
It    it    PRP 2 nsubj
made  make  VBD 0 ROOT
Malta Malta NNP 6 nsubj B-GPE
the   the   DT  6 det
first first JJ  6 amod B-ORDINAL
state state NN  8 nsubj
to    to    TO  8 aux
ban   ban   VB  2 ccomp
tents tent  NNS 8 dobj
)"),
             "Malta | banned | tents"));
}
