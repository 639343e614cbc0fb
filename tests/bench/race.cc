// One side of the race: asks the synthetic news graph the ten questions, through the C interface in one process.
//   race DB CSV_DIR [NAME...]
// Prints, tab-separated: name, mean milliseconds a run, the last run's first row as plain JSON, milliseconds of the first run.
#include <dossier/capi.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

struct Question {
  const char* name;
  int runs;
  const char* text;
};

constexpr Question kQuestions[] = {
    {"all-edges", 200, "MATCH (a {entityId: $id})-[r]->(b) RETURN count(r)"},
    {"one-hop", 1000, "MATCH (a {entityId: $id})-[:p1]->(b) RETURN b.name"},
    {"two-hop", 200, "MATCH (a {entityId: $id})-[:p0]->(b)-[:p1]->(c) RETURN count(c)"},
    {"three-hop", 50, "MATCH (a {entityId: $id})-[:p2]->(b)-[:p2]->(c)-[:p2]->(d) RETURN count(d)"},
    {"two-hop-all", 1, "MATCH (a)-[:p3]->(b)-[:p4]->(c) RETURN count(*)"},
    {"triangle", 1, "MATCH (a)-[:p3]->(b)-[:p3]->(c)-[:p3]->(a) RETURN count(*)"},
    {"star", 1, "MATCH (x)-[:p15]->(a), (x)-[:p16]->(b), (x)-[:p17]->(c) RETURN count(*)"},
    {"top-subjects", 1, "MATCH (a)-[r:p0]->(b) RETURN a.name, count(r) AS n ORDER BY n DESC, a.name LIMIT 20"},
    {"by-year", 1,
     "MATCH (a)-[r:p1]->(b) WHERE r.when >= date('2020-01-01') AND r.confidence > 0.8 "
     "RETURN r.when.year AS year, count(*) AS n ORDER BY year"},
    {"label-scan", 1, "MATCH (a:Person) WHERE a.name ENDS WITH '77' RETURN count(a)"},
};

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "race: %s\n", what.c_str());
  std::exit(1);
}

std::string ask(dossier_db* db, const char* text, const std::string& parameters) {
  char *result = nullptr, *error = nullptr;
  if (dossier_query_json(db, text, parameters.empty() ? nullptr : parameters.c_str(), &result, &error) != 0) fail(error);
  std::string json = result;
  dossier_free(result);
  return json;
}

std::string first_row(const std::string& json) {
  const nlohmann::json answer = nlohmann::json::parse(json);
  nlohmann::json row = nlohmann::json::array();
  if (answer["values"].empty()) return "null";
  for (const auto& value : answer["values"][0]) {
    const auto& content = value["_value"];
    row.push_back(value["$type"] == "Integer" ? nlohmann::json(std::stoll(content.get<std::string>())) : content);
  }
  return row.dump();
}

std::uint32_t count_entities(const std::string& folder) {
  std::ifstream in(folder + "/entities.csv");
  std::uint32_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines - 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) fail("usage: race DB CSV_DIR [NAME...]");
  dossier_db* db = nullptr;
  char* error = nullptr;
  const Clock::time_point opening = Clock::now();
  if (dossier_open(argv[1], &db, &error) != 0) fail(error);
  std::printf("open\t%.3f\tnull\n", milliseconds_since(opening));

  // The peer's script draws ids the same way.
  const std::uint32_t entities = count_entities(argv[2]);
  double state = 7;  // doubles, as JavaScript's numbers: the product does not fit exactly
  const auto draw = [&] {
    state = std::fmod(state * 1103515245.0 + 12345.0, 2147483648.0);
    return static_cast<std::uint64_t>(state) % entities;
  };
  for (const Question& question : kQuestions) {
    if (argc > 3 && std::none_of(argv + 3, argv + argc, [&](const char* name) { return question.name == std::string(name); })) {
      continue;
    }
    const bool drawn = std::string_view(question.text).find("$id") != std::string_view::npos;
    const auto run = [&] {
      const std::string id = drawn ? R"({"id":{"$type":"Integer","_value":")" + std::to_string(draw()) + "\"}}" : "";
      return ask(db, question.text, id);
    };
    const Clock::time_point cold = Clock::now();
    run();
    const double first = milliseconds_since(cold);
    std::string json;
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < question.runs; ++i) json = run();
    const double mean = milliseconds_since(start) / question.runs;
    std::printf("%s\t%.4f\t%s\t%.3f\n", question.name, mean, first_row(json).c_str(), first);
    std::fflush(stdout);
  }
  dossier_close(db);
}
