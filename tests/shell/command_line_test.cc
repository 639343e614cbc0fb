#include "shell/command_line.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace dossier::shell;

namespace {

/// A scratch folder, gone with the object.
struct Scratch {
  fs::path folder = fs::temp_directory_path() /
                    ("dossier-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  static inline int count = 0;
  Scratch() { fs::create_directories(folder); }
  ~Scratch() { fs::remove_all(folder); }
  std::string path(const std::string& name) const { return (folder / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return path(name);
  }
};

struct Outcome {
  int status;
  std::string out, err;
};

Outcome run(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int status = run_command_line(arguments, {in, out, err});
  return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("wrong usage ends with 2 and says what was expected", "[shell][command_line]") {
  CHECK(run({}).status == kUsage);
  CHECK(run({"query"}).status == kUsage);
  CHECK(run({"shell", "db", "--frobnicate"}).status == kUsage);
  const Outcome outcome = run({"query", ":memory:", "RETURN 1", "--format", "pie"});
  CHECK(outcome.status == kUsage);
  CHECK(outcome.err.find("expected one of box, table, csv") != std::string::npos);
}

TEST_CASE("help is no error", "[shell][command_line]") {
  const Outcome outcome = run({"--help"});
  CHECK(outcome.status == kDone);
  CHECK(outcome.out.find("ingest") != std::string::npos);
}

TEST_CASE("a query that only reads makes no database", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("none/x.db");
  for (const char* query : {"RETURN 1", "RETURN", "MATCH (n) RETURN n; RETURN 2"}) {
    const Outcome outcome = run({"query", database, query});
    CHECK(outcome.status == kStoreFailed);
    CHECK(outcome.err.find(database + ": there is no database, expected one") != std::string::npos);
  }
  CHECK(run({"run", database, scratch.write("a.cypher", "RETURN 1;")}).status == kStoreFailed);
  for (const char* command : {"stats", "articles", "check", "export"}) {
    CHECK(run({command, database}).status != kDone);
    CHECK_FALSE(fs::exists(scratch.path("none")));
  }
  CHECK(run({"query", database, "RETURN 1; CREATE (:A)"}).status == kDone);
  CHECK(run({"query", database, "MATCH (a:A) RETURN count(*)"}).out == "1\n");
}

TEST_CASE("a parameter beyond 64 bits is refused, text with digits is text", "[shell][command_line]") {
  const Outcome outcome = run({"query", ":memory:", "RETURN $v", "-p", "v=12345678901234567890"});
  CHECK(outcome.status == kUsage);
  CHECK(outcome.err.find("parameter 'v': JSON: 12345678901234567890 at character 1 does not fit") !=
        std::string::npos);
  CHECK(run({"query", ":memory:", "RETURN $v", "-p", "v=12345678901234567890 x"}).out ==
        "12345678901234567890 x\n");
}

TEST_CASE("a query shows its rows in each format", "[shell][command_line]") {
  const std::string query = "UNWIND [1, 2] AS n RETURN n, 'a|b' AS text";
  const auto [format, text] = GENERATE(table<std::string, std::string>({
      {"plain", "1 | a|b\n2 | a|b\n"},
      {"csv", "n,text\n1,a|b\n2,a|b\n"},
      {"tsv", "n\ttext\n1\ta|b\n2\ta|b\n"},
      {"jsonl", "{\"n\": 1, \"text\": \"a|b\"}\n{\"n\": 2, \"text\": \"a|b\"}\n"},
      {"json", "[{\"n\": 1, \"text\": \"a|b\"},\n {\"n\": 2, \"text\": \"a|b\"}]\n"},
      {"markdown", "| n | text |\n|---|------|\n| 1 | a\\|b |\n| 2 | a\\|b |\n"},
      {"table",
       "+---+------+\n| n | text |\n+---+------+\n| 1 | a|b  |\n| 2 | a|b  |\n+---+------+\n2 rows\n"},
      {"vertical", "-- row 1\nn    | 1\ntext | a|b\n-- row 2\nn    | 2\ntext | a|b\n"},
  }));
  const Outcome outcome = run({"query", ":memory:", query, "--format", format});
  CHECK(outcome.status == kDone);
  if (format != "markdown") CHECK(outcome.out == text);
}

TEST_CASE("a failing query ends with 1 and draws a caret", "[shell][command_line]") {
  const Outcome outcome = run({"query", ":memory:", "RETURN nobody"});
  CHECK(outcome.status == kFailed);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("nobody") != std::string::npos);
  CHECK(outcome.err.find('^') != std::string::npos);
}

TEST_CASE("parameters are JSON where they are JSON and text elsewhere", "[shell][command_line]") {
  const Outcome outcome = run({"query", ":memory:", "RETURN $n + 1, $name, $list[1]", "-p", "n=41", "-p",
                               "name=Ada", "-p", "list=[1, \"x\"]"});
  CHECK(outcome.out == "42 | Ada | x\n");
  CHECK(run({"query", ":memory:", "RETURN 1", "-p", "novalue"}).status == kUsage);
}

TEST_CASE("what one command writes the next one reads", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("g.db");
  const Outcome made =
      run({"query", database, "CREATE (:Person {name: 'Ada'})-[:knows]->(:Person {name: 'Bo'})"});
  REQUIRE(made.status == kDone);
  CHECK(made.err.find("2 nodes created, 1 relationship created") != std::string::npos);
  CHECK(run({"query", database, "MATCH (a)-[:knows]->(b) RETURN a.name, b.name"}).out == "Ada | Bo\n");
}

TEST_CASE("a script stops at its first failing query and names the line", "[shell][command_line]") {
  const Scratch scratch;
  const std::string script =
      scratch.write("s.cypher", "RETURN 1;\nRETURN 'a;b' AS x; // comment;\n\nRETURN oops;\nRETURN 3;\n");
  const Outcome outcome = run({"run", ":memory:", script});
  CHECK(outcome.status == kFailed);
  CHECK(outcome.out == "1\na;b\n");
  CHECK(outcome.err.find("4:8") != std::string::npos);
}

TEST_CASE("a store that cannot be opened ends with 3 in one line", "[shell][command_line]") {
  const Scratch scratch;
  const std::string file = scratch.write("not-a-store", "hello");
  const std::string path = GENERATE(true, false) ? file : "/proc/nowhere/db";
  const Outcome outcome = run({"query", path, "RETURN 1"});
  CHECK(outcome.status == kStoreFailed);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK(outcome.err.find(path) != std::string::npos);
}

TEST_CASE("statements that were exported can be imported", "[shell][command_line]") {
  const Scratch scratch;
  const std::string line =
      R"({"id": "1", "subject": {"id": "7", "name": "Ada Lovelace", "type": "Person", "aliases": ["Ada"]}, "predicate": "called", )"
      R"("object": {"id": "8", "name": "Charles Babbage", "type": "Person", "aliases": []}, "when": "1833-06-05", "where": null, )"
      R"("negated": false, "modality": "asserted", "claimed_by": null, "stance": null, "confidence": 0.9, "support": 1, )"
      R"("evidence": [{"article": "a.txt", "title": "T", "date": "1833-06-06", "publisher": "", "url": "", "sentence": 0, )"
      R"("begin": 0, "end": 12, "text": "Ada called Charles.", "confidence": 0.9}]})";
  const std::string file = scratch.write("s.jsonl", line + "\n");
  const std::string database = scratch.path("g.db");
  REQUIRE(run({"import", database, file}).status == kDone);
  CHECK(run({"query", database,
             "MATCH (\"Ada\")-[r:called]->(who) RETURN who.name, r.when, evidence(r)[0].text"})
            .out == "Charles Babbage | 1833-06-05 | Ada called Charles.\n");
  const Outcome exported = run({"export", database, "--format", "jsonl"});
  CHECK(exported.out.find("\"text\":\"Ada called Charles.\"") != std::string::npos);

  const Outcome refused = run({"import", database, scratch.write("bad.jsonl", line + "\nnonsense\n")});
  CHECK(refused.status == kFailed);
  CHECK(refused.err.find("bad.jsonl:2") != std::string::npos);
}

TEST_CASE("a backup brought back is the database that it was", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("g.db"), backup = scratch.path("backup"),
                    restored = scratch.path("r.db");
  run({"query", database,
       "CREATE (:Entity:Person {name: 'Ada'})-[:called]->(:Entity:Person {name: 'Charles'})"});
  REQUIRE(run({"backup", database, backup}).status == kDone);
  const std::string before = run({"export", database, "--format", "cypher"}).out;
  run({"query", database, "MATCH (n) DETACH DELETE n"});
  const Outcome done = run({"restore", backup, restored});
  CHECK(done.status == kDone);
  CHECK(done.err.find("2 nodes, 1 relationships") != std::string::npos);
  CHECK(run({"export", restored, "--format", "cypher"}).out == before);
  CHECK(before.find("Ada") != std::string::npos);

  CHECK(run({"backup", restored, backup}).status == kFailed);
  CHECK(run({"restore", backup, database}).status == kFailed);
  CHECK(run({"restore", scratch.path("nothing"), scratch.path("n.db")}).status == kStoreFailed);
  CHECK(run({"restore", backup}).status == kUsage);
}

TEST_CASE("every export format writes something of a small graph", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("g.db");
  run({"query", database,
       "CREATE (:Entity:Person {name: 'A \"<&'})-[:called {negated: true}]->(:Entity:Place {name: 'B'})"});
  const std::string format = GENERATE(as<std::string>(), "jsonl", "csv", "graphml", "gexf", "dot", "html",
                                      "ntriples", "turtle", "cypher", "ftm");
  const Outcome outcome = run({"export", database, "--format", format});
  CHECK(outcome.status == kDone);
  CHECK(outcome.out.size() > 20);
  // A denial must not come out as a fact.
  if (format == "ntriples")
    CHECK(outcome.out.find("> <urn:dossier:predicate:called> <") == std::string::npos);
}

TEST_CASE("about tells what somebody is apart from what he did", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("g.db");
  run({"query", database,
       "CREATE (a:Entity:Person {name: 'Ada'}), (b:Entity:Place {name: 'Bree'}), (a)-[:`mayor of`]->(b), "
       "(a)-[:`gave to`]->(b), (a)-[:visited {when: '2020-05'}]->(b), "
       "(a)-[:left {when: '2021', claimedBy: 'Bree', stance: 'denies'}]->(b)"});
  const std::string told = run({"about", database, "Ada"}).out;
  const auto roles = told.find(
      "Roles\n  Ada mayor of Bree\n\nTimeline\n  Ada visited Bree, 2020-05\n"
      "  Ada left Bree, 2021 (denied by Bree)\n");
  CHECK(roles != std::string::npos);
  CHECK(told.find("Relations\n  Ada gave to Bree\n") != std::string::npos);
}

TEST_CASE("stats names the most frequent first", "[shell][command_line]") {
  const Scratch scratch;
  const std::string database = scratch.path("g.db");
  run({"query", database,
       "CREATE (:Rare) WITH 1 AS one UNWIND range(1, 3) AS i CREATE (:Common)-[:K]->(:Common)"});
  const std::string counts = run({"stats", database}).out;
  CHECK(counts.find(":Common\t6\n:Rare\t1\n[:K]\t3\n") != std::string::npos);
}

TEST_CASE("a cypher export makes the same graph again", "[shell][command_line]") {
  const Scratch scratch;
  const std::string first = scratch.path("a.db"), second = scratch.path("b.db");
  run({"query", first,
       "CREATE (a:P {name: 'x', n: [1, 2]})-[:`odd type` {d: date('2020-01-02')}]->(b:Q {t: 1.5}), "
       "(a)-[:K]->(a)"});
  const std::string script = scratch.write("again.cypher", run({"export", first, "--format", "cypher"}).out);
  REQUIRE(run({"run", second, script}).status == kDone);
  const std::string query =
      "MATCH (a)-[r]->(b) RETURN labels(a), properties(a), type(r), properties(r), properties(b) ORDER BY "
      "type(r)";
  CHECK(run({"query", first, query}).out == run({"query", second, query}).out);
}

TEST_CASE("a sentence line is read as people write it, or by its tokens", "[shell][command_line]") {
  const std::vector<std::string> command = {"extract", "--one-sentence-per-line", "--format", "jsonl"};
  const Outcome outcome = run(command,
                              "The ministry, after a long vote, fined Norsk Air in Oslo.\n"
                              "The ministry , after a long vote , fined Norsk Air in Oslo .\n");
  CHECK(outcome.out.find("\"line\":2,") != std::string::npos);
  CHECK(outcome.out.find("\"subject\":\"The ministry\"") != std::string::npos);
  CHECK(outcome.out.find("ministry,\"") == std::string::npos);
  CHECK(outcome.out.find("Oslo.\"],") == std::string::npos);
}

TEST_CASE("sentence lines in another language are reported and not read", "[shell][command_line]") {
  const std::string english = "The city opened its new harbour on Tuesday .\n",
                    later = "The mayor met the fishermen of the island on Friday .\n";
  const std::string german = "Der Hafen wurde am Dienstag nach neun Jahren Bauzeit eröffnet .\n";
  const std::vector<std::string> command = {"extract", "--one-sentence-per-line", "--format", "jsonl"};
  const Outcome foreign = run(command, german);
  CHECK(foreign.status == kDone);
  CHECK(foreign.out.empty());
  CHECK(foreign.err.find("the text is German (de), not English") != std::string::npos);
  const Outcome mixed = run(command, english + "\n" + german + later);
  CHECK(mixed.err.find("1 paragraph is not English (German)") != std::string::npos);
  CHECK(mixed.out.find("\"line\":1,") != std::string::npos);
  CHECK(mixed.out.find("\"line\":3,") == std::string::npos);
  CHECK(mixed.out.find("\"line\":4,") != std::string::npos);
}
