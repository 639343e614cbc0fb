#include <catch2/catch.hpp>

#include "ingest/extract/tree.h"
#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what stands where only a noun can is one, if the tagger was in doubt",
          "[ingest][extract][tag_repair]") {
  const auto [margin, tag] = GENERATE(table<float, Tag>({{0.4F, Tag::kNns}, {6.0F, Tag::kVbz}}));
  Document document = hand_built(R"(
Clerks clerk NNS 2 nsubj
chewed chew VBD 0 ROOT
coca coca NN 4 compound
leaves leave VBZ 2 dobj
)");
  document.tokens[3].tag_margin = margin;
  CHECK(DocumentTree(document).token(3).tag == tag);
}

TEST_CASE("a name that opens a sentence is one, if it is somebody's and no ordinary word",
          "[ingest][extract][tag_repair]") {
  const auto [other, tag] =
      GENERATE(table<std::string, Tag>({{"Stocking Stocking NNP 1 dobj B-PERSON", Tag::kNnp},
                                        {"Stocking Stocking NNP 1 dobj B-ORG", Tag::kNn},
                                        {"stocking stocking NN 1 dobj", Tag::kNn}}));
  CAPTURE(other);
  const Document document = hand_built("Call call VB 0 ROOT\n" + other + R"(

Stocking stocking NN 2 nsubj
left leave VBD 0 ROOT
)");
  const Token token = DocumentTree(document).token(2);
  CHECK(token.tag == tag);
  CHECK((token.entity == EntityLabel::kPerson) == (tag == Tag::kNnp));
}

TEST_CASE("what heads a clause and agrees with its subject is a verb", "[ingest][extract][tag_repair]") {
  const auto [noun, subject, found] = GENERATE(
      table<std::string, std::string, bool>({{"release release NN", "boilers boiler NNS", true},
                                             {"release release NN", "boiler boiler NN", false},
                                             {"releases release NNS", "boiler boiler NN", true},
                                             {"releases release NNS", "boilers boiler NNS", false}}));
  const Document document = hand_built("old old JJ 2 amod\n" + subject + " 3 nsubj\n" + noun + R"( 0 ROOT
heat heat NN 3 dobj
)");
  const Texts texts = statements_of(document, "active");
  CHECK((texts == Texts{"old " + subject.substr(0, subject.find(' ')) + " | released | heat"}) == found);
}

TEST_CASE("what is also called something has another name", "[ingest][extract][tag_repair]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
left leave VBD 0 ROOT
Fogo Fogo NNP 2 dobj B-LOC
, , , 3 punct
also also RB 6 advmod
called call VBD 2 conj
Isle Isle NNP 6 dobj
and and CC 6 cc
visited visit VBD 6 conj
Oslo Oslo NNP 9 dobj B-GPE
)");
  CHECK(found(document, "was called").subject.tokens == std::vector<std::uint32_t>{2});
  CHECK(found(document, "visited").subject.tokens == std::vector<std::uint32_t>{0});
}

TEST_CASE("the second of two joined passives is one, if the tagger was in doubt",
          "[ingest][extract][tag_repair]") {
  const Document document = hand_built(R"(
Tips tip NNS 3 nsubjpass
were be VBD 3 auxpass
counted count VBN 0 ROOT
and and CC 3 cc
shared share VBD 3 conj
in in IN 5 prep
Oslo Oslo NNP 6 pobj B-GPE
)");
  CHECK(found(document, "was shared").subject.tokens == std::vector<std::uint32_t>{0});
}

TEST_CASE("a plural before a plural behind a name is the verb of a clause without one",
          "[ingest][extract][tag_repair]") {
  check_statements({
      {"Norsk awards medals ; clerks must polish lamps",
       "active",
       "Norsk Norsk NNP 3 compound B-ORG | awards award NNS 3 compound | medals medal NNS 7 nsubj | "
       "; ; , 7 punct | clerks clerk NNS 7 nsubj | must must MD 7 aux | polish polish VB 0 ROOT | "
       "lamps lamp NNS 7 dobj",
       {"Norsk | awarded | medals", "clerks | polished | lamps"}},
      {"Act , 1972 lists owls",
       "active",
       "Act Act NNP 0 ROOT | , , , 1 punct | 1972 1972 CD 4 nummod B-DATE | lists list NNS 5 compound | "
       "owls owl NNS 1 appos",
       {"Act , 1972 | listed | owls"}},
      {"Oslo police vans left Bergen",
       "active",
       "Oslo Oslo NNP 3 compound B-GPE | police police NNS 3 compound | vans van NNS 4 nsubj | "
       "left leave VBD 0 ROOT | Bergen Bergen NNP 4 dobj B-GPE",
       {"Oslo police vans | left | Bergen"}},
  });
}

TEST_CASE("a tag that contradicts the tree gives way", "[ingest][extract][tag_repair]") {
  check_statements({
      {"a particle with an object is a preposition",
       "active",
       "Waves wave NNS 2 nsubj | struck strike VBD 0 ROOT | off off RP 2 prt | coasts coast NNS 3 pobj",
       {"Waves | struck | off coasts"}},
      {"what each of several has done is no kind of thing",
       "active",
       "Firms firm NNS 2 nsubj | have have VBP 0 ROOT | each each DT 5 det | signed sign VBN 5 amod | "
       "deals deal NNS 2 dobj",
       {"Firms | signed | deals"}},
  });
}

TEST_CASE("who was held and told to pay told nobody", "[ingest][extract][tag_repair]") {
  const auto [verb, predicate, modality] = GENERATE(table<std::string, std::string, Modality>(
      {{"told tell", "was told to pay", Modality::kDemanded},
       {"promised promise", "promised to pay", Modality::kPlanned}}));
  const Document document =
      hand_built("Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\n" +
                 std::string("held hold VBN 0 ROOT\n") + "and and CC 3 cc\n" + verb + R"( VBD 3 conj
to to TO 7 aux
pay pay VB 5 xcomp
fines fine NNS 7 dobj
)");
  CHECK(found(document, predicate).modality == modality);
}

TEST_CASE("a noun that cannot agree with the one before it is no verb", "[ingest][extract][tag_repair]") {
  const auto [subject, tag, offered] =
      GENERATE(table<std::string, std::string, bool>({{"peace", "NN", true}, {"rebels", "NNS", false}}));
  const Texts texts =
      statements_of(hand_built("Oslo Oslo NNP 2 nsubj B-GPE\nrejected reject VBD 0 ROOT\nthe the DT 4 det\n" +
                               subject + " " + subject + " " + tag + " 5 nsubj\noffer offer VBP 2 ccomp\n"),
                    "active");
  CHECK((texts.front() == "Oslo | rejected | the peace offer") == offered);
}

TEST_CASE("what a thing was worth stands behind a preposition, a date behind that is the verb's",
          "[ingest][extract][tag_repair]") {
  const Document document = hand_built(R"(
Norsk Norsk NNP 2 nsubj B-ORG
was be VBD 0 ROOT
worth worth JJ 2 acomp
5 5 CD 5 nummod
euros euro NNS 3 npadvmod
in in IN 3 prep
2010 2010 CD 6 pobj B-DATE
)");
  CHECK(statements_of(document, "active") == Texts{"Norsk | was | worth 5 euros | in 2010"});
}

TEST_CASE("who was held and fined a sum fined nobody", "[ingest][extract][tag_repair]") {
  const auto [verb, predicate] =
      GENERATE(table<std::string, std::string>({{"fined fine", "was fined"}, {"paid pay", "paid"}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\nheld hold VBN 0 ROOT\nand and CC 3 cc\n" +
      verb + " VBD 3 conj\n10 10 CD 7 nummod B-MONEY\ndollars dollar NNS 5 dobj I-MONEY\n");
  CHECK(found(document, predicate).subject.tokens == std::vector<std::uint32_t>{0});
}

TEST_CASE("who was born and studied law was not studied", "[ingest][extract][tag_repair]") {
  const auto [verb, object, tag] =
      GENERATE(table<std::string, std::string, Tag>({{"studied study", "law law NN 5 dobj\n", Tag::kVbd},
                                                     {"taught teach", "law law NN 5 dobj\n", Tag::kVbn},
                                                     {"charged charge", "", Tag::kVbn},
                                                     {"worked work", "", Tag::kVbd}}));
  const Document document = hand_built(
      "Ana Ana NNP 3 nsubjpass B-PERSON\nwas be VBD 3 auxpass\nborn bear VBN 0 ROOT\nand and CC 3 cc\n" +
      verb + " VBN 3 conj\n" + object);
  CHECK(DocumentTree(document).token(4).tag == tag);
}

TEST_CASE(
    "neither a ministry without a capital nor what opens a sentence is a name, a particle within one is part "
    "of it",
    "[ingest][extract][tag_repair]") {
  const auto [words, token, tag] = GENERATE(table<std::string, std::uint32_t, Tag>({
      {"Health health NN 2 compound\nministry ministry NNP 3 compound\nspokesman spokesman NN 0 ROOT\n", 1,
       Tag::kNn},
      {"Ludwig Ludwig NNP 3 compound B-PERSON\nvans van NNP 3 compound\nHolt Holt NNP 0 ROOT B-PERSON\n", 1,
       Tag::kNnp},
      {"Former Former NNP 3 amod\nNorsk Norsk NNP 3 compound B-ORG\nchief chief NN 0 ROOT\n", 0, Tag::kJj},
      {"Former Former NNP 3 amod B-ORG\nNorsk Norsk NNP 3 compound I-ORG\nchief chief NN 0 ROOT\n", 0,
       Tag::kNnp},
  }));
  CHECK(DocumentTree(hand_built(words)).token(token).tag == tag);
}

TEST_CASE("an adjective in -ly between an article and its noun is no adverb",
          "[ingest][extract][tag_repair]") {
  const auto [word, tag] = GENERATE(table<std::string, Tag>({{"burly", Tag::kJj}, {"formerly", Tag::kRb}}));
  const Document document = hand_built("A a DT 3 det\n" + word + " " + word +
                                       " RB 3 advmod\nguard guard NN 4 nsubj\nleft leave VBD 0 ROOT\n");
  CHECK(DocumentTree(document).token(1).tag == tag);
}

TEST_CASE("half a word before `and` is no noun of its own", "[ingest][extract][tag_repair]") {
  CHECK(statements_of(hand_built(R"(
May- May- NNP 6 nsubj
and and CC 1 cc
June June NNP 4 npadvmod B-DATE
born bear VBN 5 amod
clerks clerk NNS 1 conj
left leave VBD 0 ROOT
Oslo Oslo NNP 6 dobj B-GPE
)")) == Texts{"May- and June born clerks | left | Oslo"});
}
