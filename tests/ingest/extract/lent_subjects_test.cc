#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/extract/hand_built.h"
#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what somebody is led, got or asked to do is not done by who asks", "[ingest][extract][control]") {
  CHECK(statements_of(hand_built(R"(
Losses loss NNS 2 nsubj
led lead VBD 0 ROOT
to to IN 2 prep
clerks clerk NNS 3 pobj
selling sell VBG 2 advcl
boats boat NNS 5 dobj
)"),
                      "active")
            .back() == "clerks | sold | boats");
  CHECK(statements_of(hand_built(R"(
Protesters protester NNS 2 nsubj
got get VBD 0 ROOT
clerks clerk NNS 2 dobj
to to TO 5 aux
sell sell VB 2 advcl
boats boat NNS 5 dobj
)"),
                      "active")
            .back() == "clerks | sold | boats");
  CHECK(statements_of(hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
demanded demand VBD 0 ROOT
from from IN 2 prep
Norsk Norsk NNP 3 pobj B-ORG
to to TO 6 aux
sell sell VB 2 advcl
boats boat NNS 6 dobj
)"),
                      "active")
            .back() == "Norsk | sold | boats");
  CHECK(statements_of(hand_built(R"(
Norway Norway NNP 2 nsubj B-GPE
called call VBD 0 ROOT
on on IN 2 prep
" " `` 3 punct
rich rich JJ 6 amod
clerks clerk NNS 3 pobj
" " '' 6 punct
to to TO 9 aux
sell sell VB 2 advcl
boats boat NNS 9 dobj
)"),
                      "active")
            .back() == "\" rich clerks \" | sold | boats");
}

TEST_CASE("a verb without a subject takes it from what stands before", "[ingest][extract][control]") {
  check_statements({
      {"whose authority it is does what it is for",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | denied deny VBD 0 ROOT | the the DT 4 det | "
       "authority authority NN 2 dobj | of of IN 4 prep | Norway Norway NNP 5 pobj B-GPE | to to TO 8 aux | "
       "sell sell VB 2 advcl | boats boat NNS 8 dobj",
       {"Ana | denied | the authority of Norway | to sell boats", "Norway | sold | boats"}},
      {"who has a right or an authority does what it is for",
       "active",
       "Ana Ana NNP 2 nsubj B-PERSON | denied deny VBD 0 ROOT | Norway Norway NNP 5 poss B-GPE | "
       "'s 's POS 3 case | authority authority NN 2 dobj | to to TO 7 aux | sell sell VB 2 advcl | "
       "boats boat NNS 7 dobj",
       {"Ana | denied | Norway 's authority | to sell boats", "Norway | sold | boats"}},
      {"what was told in court is what the clause says",
       "",
       "As as IN 2 mark | revealed reveal VBN 6 advcl | in in IN 2 prep | court court NN 3 pobj | "
       "Ana Ana NNP 6 nsubj B-PERSON | sold sell VBD 0 ROOT | boats boat NNS 6 dobj",
       {"Ana | sold | boats | as revealed in court"}},
      {"a gerund behind `and` and a noun is done by nobody named",
       "",
       "Charges charge NNS 2 nsubj | included include VBD 0 ROOT | fraud fraud NN 2 dobj | and and CC 2 cc | "
       "owning own VBG 2 conj | boats boat NNS 5 dobj",
       {"Charges | included | fraud"}},
      {"who believes something goes on to say so",
       "active",
       "Clerks clerk NNS 2 nsubj | thought think VBD 0 ROOT | Ana Ana NNP 4 nsubj B-PERSON | "
       "won win VBD 2 ccomp | , , , 4 punct | blaming blame VBG 4 advcl | Ida Ida NNP 6 dobj B-PERSON",
       {"Clerks | thought | Ana won , blaming Ida", "Ana | won | blaming Ida", "Clerks | blamed | Ida"}},
      {"who needs a thing does what it is for",
       "active",
       "Clerks clerk NNS 2 nsubj | needed need VBD 0 ROOT | boats boat NNS 2 dobj | to to TO 5 aux | "
       "sell sell VB 2 xcomp | fish fish NN 5 dobj",
       {"Clerks | needed | boats | to sell fish", "Clerks | sold | fish"}},
      {"thousands of people are people",
       "active",
       "Norway Norway NNP 2 nsubj B-GPE | convinced convince VBD 0 ROOT | thousands thousand NNS 2 dobj | "
       "of of IN 3 prep | people people NNS 4 pobj | to to TO 7 aux | sell sell VB 2 advcl | "
       "boats boat NNS 7 dobj",
       {"Norway | convinced | thousands of people | to sell boats", "thousands of people | sold | boats"}},
      {"what is located is what stands before the comma",
       "",
       "Ana Ana NNP 2 nsubj B-PERSON | left leave VBD 0 ROOT | houses house NNS 2 dobj | , , , 2 punct | "
       "located locate VBN 2 advcl | in in IN 5 prep | Oslo Oslo NNP 6 pobj B-GPE",
       {"Ana | left | houses | located in Oslo", "houses | was located | in Oslo"}},
      {"of a resident and a name the name does it",
       "active",
       "resident resident NN 6 nsubj | of of IN 1 prep | Oslo Oslo NNP 2 pobj B-GPE | , , , 3 punct | "
       "Rittenhouse Rittenhouse NNP 6 nsubj | sold sell VBD 0 ROOT | boats boat NNS 6 dobj",
       {"Rittenhouse | sold | boats"}},
  });
}

TEST_CASE("an outcome is of what happened, not of who did it", "[ingest][extract][control]") {
  const auto subject =
      GENERATE(as<std::string>{}, "Ana Ana NNP 2 nsubj B-PERSON", "Storms storm NNS 2 nsubj");
  const Texts found = statements_of(hand_built(subject + R"(
took take VBD 0 ROOT
boats boat NNS 2 dobj
, , , 2 punct
resulting result VBG 2 advcl
in in IN 5 prep
losses loss NNS 6 pobj
)"));
  CHECK((found.back() == "Storms | resulted | in losses") == subject.starts_with("Storms"));
}

TEST_CASE("who spends or uses does what he does it for", "[ingest][extract][control]") {
  const auto [verb, past, object] = GENERATE(table<std::string, std::string, std::string>(
      {{"spend", "spent", "millions million"}, {"take", "took", "loans loan"}}));
  CHECK(statements_of(hand_built("Clerks clerk NNS 2 nsubj\n" + past + " " + verb + " VBD 0 ROOT\n" + object +
                                 R"( NNS 2 dobj
using use VBG 3 acl
maps map NNS 4 dobj
)"),
                      "active")
            .back() == "Clerks | used | maps");
}

TEST_CASE("nobody is caused", "[ingest][extract][control]") {
  const auto subject = GENERATE(as<std::string>{}, "Clerks clerk NNS 2 nsubj", "Storms storm NNS 2 nsubj");
  const Texts found = statements_of(hand_built(subject + R"(
died die VBD 0 ROOT
, , , 2 punct
caused cause VBN 2 advcl
by by IN 4 agent
heat heat NN 5 pobj
)"));
  CHECK((found.size() == 2) == subject.starts_with("Storms"));
}

TEST_CASE("who is reported to be something is it; who reports cites", "[ingest][extract][control]") {
  const Texts found = statements_of(hand_built(R"(
Papers paper NNS 2 nsubj
reported report VBD 0 ROOT
Ana Ana NNP 2 dobj B-PERSON
to to TO 5 aux
be be VB 2 xcomp
dead dead JJ 5 acomp
citing cite VBG 5 advcl
clerks clerk NNS 7 dobj
)"));
  CHECK(std::none_of(found.begin(), found.end(), [](const std::string& text) {
    return text.starts_with("Papers") && text.ends_with("| dead");
  }));
  CHECK(std::count(found.begin(), found.end(), "Papers | cited | clerks") == 1);
}

TEST_CASE("nobody of several is as old as they are, and who has the age has it", "[ingest][extract][age]") {
  const auto [who, count] =
      GENERATE(table<std::string, std::size_t>({{"woman woman NN", 1}, {"people people NNS", 0}}));
  CHECK(statements_of(hand_built("Ana Ana NNP 2 nsubj B-PERSON\nhired hire VBD 0 ROOT\n" + who + R"( 2 dobj
aged age VBN 3 acl
18 18 CD 4 npadvmod
)"),
                      "age")
            .size() == count);
}

TEST_CASE("what there is has not looked at itself", "[ingest][extract][control]") {
  const Texts found = statements_of(hand_built(R"(
Watching watch VBG 5 advcl
boats boat NNS 1 dobj
, , , 5 punct
there there EX 5 expl
are be VBP 0 ROOT
reasons reason NNS 5 attr
)"));
  CHECK_FALSE(any_begins(found, "reasons | watched"));
}

TEST_CASE("who is sent or taken somewhere does what for", "[ingest][extract][control]") {
  const auto [subject, verb, past, doer] = GENERATE(table<std::string, std::string, std::string, std::string>(
      {{"Norway Norway NNP 2 nsubj B-GPE", "send", "sent", "clerks"},
       {"Norway Norway NNP 2 nsubj B-GPE", "meet", "met", "Norway"},
       {"Cars car NNS 2 nsubj", "take", "took", "clerks"}}));
  CHECK(statements_of(hand_built(subject + "\n" + past + " " + verb + R"( VBD 0 ROOT
clerks clerk NNS 2 dobj
to to TO 5 aux
sell sell VB 2 advcl
boats boat NNS 5 dobj
)"),
                      "active")
            .back() == doer + " | sold | boats");
}

TEST_CASE("what something is changed for is done by who changes it, or by nobody named",
          "[ingest][extract][control]") {
  const std::string fields = R"(
The the DT 2 det
bay bay NN 4 nsubjpass
was be VBD 4 auxpass
altered alter VBN 0 ROOT
)",
                    purpose = R"(to to TO @ aux
make make VB 4 advcl
fields field NNS @ dobj
)";
  const auto with_head = [&](const std::string& rows, const std::string& head) {
    std::string text = rows;
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, head);
    return hand_built(text);
  };
  const Document agent = with_head(fields + "by by IN 4 agent\nfarmers farmer NNS 5 pobj\n" + purpose, "8");
  CHECK(statements_of(agent, "active") == Texts{"farmers | made | fields"});
  CHECK(statements_of(with_head(fields + purpose, "6"), "active") == Texts{});
}

TEST_CASE("nobody is published; all of us are whom an infinitive behind `for` is about",
          "[ingest][extract][control]") {
  const Document published = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
read read VBD 0 ROOT
books book NNS 2 dobj
, , , 2 punct
published publish VBN 2 advcl
in in IN 5 prep
Oslo Oslo NNP 6 pobj B-GPE
)");
  CHECK(found(published, "was published").subject.tokens == std::vector<std::uint32_t>{2});
  const Document all = hand_built(R"(
Numbers number NNS 2 nsubj
are be VBP 0 ROOT
calls call NNS 2 attr
for for IN 3 prep
all all DT 4 pobj
of of IN 5 prep
us us PRP 6 pobj
to to TO 9 aux
read read VB 2 advcl
poems poem NNS 9 dobj
)");
  for (const Extraction& extraction : extract(all))
    if (extraction.predicate == "read") CHECK(extraction.subject.head == 4);
}

TEST_CASE("who has learned something is not what is wired to ring", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
After after IN 7 prep
learning learn VBG 1 pcomp
tricks trick NNS 2 dobj
, , , 7 punct
levers lever NNS 7 nsubjpass
were be VBD 7 auxpass
wired wire VBN 0 ROOT
to to TO 9 aux
ring ring VB 7 xcomp
bells bell NNS 9 dobj
)");
  for (const std::string& text : statements_of(document)) CHECK(text.find("learned") == std::string::npos);
}

TEST_CASE("who is picked to be something is it", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
picked pick VBD 0 ROOT
a a DT 4 det
woman woman NN 2 dobj
to to TO 6 aux
be be VB 2 advcl
mayor mayor NN 6 attr
)");
  CHECK(found(document, "is").subject.head == 3);
}

TEST_CASE("who does something starting in May does not start", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Ana Ana NNP 2 nsubj B-PERSON
taught teach VBD 0 ROOT
clerks clerk NNS 2 dobj
starting start VBG 2 advcl
in in IN 4 prep
May May NNP 5 pobj B-DATE
)");
  for (const std::string& text : statements_of(document)) CHECK(text.find("started") == std::string::npos);
}

TEST_CASE("lives that were saved since somebody started did not start", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Lamps lamp NNS 3 nsubjpass
were be VBD 3 auxpass
made make VBN 0 ROOT
since since IN 3 prep
starting start VBG 4 pcomp
work work NN 5 dobj
)");
  for (const std::string& text : statements_of(document)) CHECK(text.find("started") == std::string::npos);
}

TEST_CASE("who is paid to leave leaves, though the parser took it for what for",
          "[ingest][extract][clause_control]") {
  const auto [verb, doer] =
      GENERATE(table<std::string, std::string>({{"paid pay", "residents"}, {"took take", "Oslo"}}));
  const Document document =
      hand_built("Oslo Oslo NNP 2 nsubj B-GPE\n" + verb + " VBD 0 ROOT\nresidents resident NNS 2 dobj\n" +
                 "to to TO 5 aux\nleave leave VB 2 advcl\nNorway Norway NNP 5 dobj B-GPE\n");
  CHECK(text_of(document, found(document, "left").subject.tokens) == doer);
}

TEST_CASE("what is done does nothing itself", "[ingest][extract][control]") {
  const Document document = hand_built(R"(
Wearing wear VBG 4 csubj
masks mask NNS 1 dobj
was be VBD 4 auxpass
banned ban VBN 0 ROOT
while while IN 6 mark
riding ride VBG 4 advcl
buses bus NNS 6 dobj
)");
  CHECK_FALSE(any_has(statements_of(document), "| rode |"));
}

TEST_CASE("who is tested to find something finds nothing, who is sent to find it does",
          "[ingest][extract][clause_purpose]") {
  const auto [verb, finds] = GENERATE(
      table<std::string, bool>({{"tested test", false}, {"screened screen", false}, {"sent send", true}}));
  const Document document =
      hand_built("Clerks clerk NNS 3 nsubjpass\nwere be VBD 3 auxpass\n" + verb +
                 " VBN 0 ROOT\nto to TO 5 aux\nfind find VB 3 advcl\ntraces trace NNS 5 "
                 "dobj\n");
  CHECK(any_has(statements_of(document), "Clerks | found | traces") == finds);
}

TEST_CASE("in a video of police beating a man the police do", "[ingest][extract][clause_subjects]") {
  const auto [noun, text] =
      GENERATE(table<std::string, std::string>({{"orders order", "Ida | beat | clerks"},
                                                {"photos photo", "Ida | beat | clerks"},
                                                {"ships ship", "ships of Ida | beat | clerks"}}));
  const Document document =
      hand_built("Ana Ana NNP 2 nsubj B-PERSON\nsaw see VBD 0 ROOT\n" + noun + R"( NNS 2 dobj
of of IN 3 prep
Ida Ida NNP 4 pobj B-PERSON
beating beat VBG 3 acl
clerks clerk NNS 6 dobj
)");
  CHECK(holds(statements_of(document), text));
}

TEST_CASE("what was shelled kills nobody, what happened does", "[ingest][extract][control]") {
  const auto [noun, lemma, kills] = GENERATE(
      table<std::string, std::string, bool>({{"village", "village", false}, {"clerk", "clerk", true}}));
  const Texts texts = statements_of(hand_built("The the DT 2 det\n" + noun + " " + lemma + R"( NN 4 nsubjpass
was be VBD 4 auxpass
moved move VBN 0 ROOT
, , , 4 punct
killing kill VBG 4 advcl
ten ten CD 8 nummod
guards guard NNS 6 dobj
)"),
                                    "active");
  CHECK(texts == (kills ? Texts{"The clerk | killed | ten guards"} : Texts{}));
  CHECK(statements_of(hand_built(R"(
Clerks clerk NNS 2 nsubj
died die VBD 0 ROOT
, , , 2 punct
bringing bring VBG 2 advcl
the the DT 6 det
total total NN 4 dobj
to to IN 4 prep
ten ten CD 7 pobj
)"),
                      "active")
            .size() == 1);
}

TEST_CASE("a square that is closed to prevent something prevents nothing, a wall that is built to does",
          "[ingest][extract][clause_purpose]") {
  const auto [verb, prevents] =
      GENERATE(table<std::string, bool>({{"closed close", false}, {"built build", true}}));
  const Document document =
      hand_built("The the DT 2 det\nwall wall NN 4 nsubjpass\nwas be VBD 4 auxpass\n" + verb +
                 " VBN 0 ROOT\nto to TO 6 aux\nstop stop VB 4 advcl\nfires fire NNS 6 dobj\n");
  CHECK(any_has(statements_of(document), "The wall | stopped | fires") == prevents);
}
