// One side of the race: asks the synthetic news graph the ten questions, each as a prepared statement read through a row
// cursor of the C interface, in one process.
//   race DB CSV_DIR [--memory MIB] [--best TIMES] [--processor 1] [NAME...]
// For machines that do other things too: with --best the measured runs are repeated, and the best mean counts; with
// --processor the time is that of the process on all cores, not the clock's. Prints, tab-separated: name, mean milliseconds a run, the last run's first row as plain JSON, milliseconds of the first
// run, the largest resident size of the process while the question ran in MiB.
#include <dossier/capi.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
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
    {"top-subjects", 1,
     "MATCH (a)-[r:p0]->(b) RETURN a.name, count(r) AS n ORDER BY n DESC, a.name LIMIT 20"},
    {"by-year", 1,
     "MATCH (a)-[r:p1]->(b) WHERE r.when >= date('2020-01-01') AND r.confidence > 0.8 "
     "RETURN r.when.year AS year, count(*) AS n ORDER BY year"},
    {"label-scan", 1, "MATCH (a:Person) WHERE a.name ENDS WITH '77' RETURN count(a)"},
};

bool of_processor = false;

double milliseconds() {
  timespec now{};
  clock_gettime(of_processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double milliseconds_since(double start) { return milliseconds() - start; }

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "race: %s\n", what.c_str());
  std::exit(1);
}

dossier_error* error = nullptr;

void must(int failed) {
  if (failed != 0) fail(dossier_error_message(error));
}

nlohmann::json json_of(const dossier_value* value) {
  switch (dossier_value_type(value)) {
    case DOSSIER_INTEGER:
      return dossier_value_integer(value);
    case DOSSIER_FLOAT:
      return dossier_value_float(value);
    case DOSSIER_STRING:
      return dossier_value_string(value, nullptr);
    default:
      return nullptr;
  }
}

// Runs the statement and looks at every value of every row; they go to `answer`, if that is asked for.
void ask(dossier_statement* statement, nlohmann::json* answer) {
  dossier_cursor* rows = nullptr;
  must(dossier_run(statement, nullptr, &rows, &error));
  const std::size_t columns = dossier_column_count(rows);
  static volatile std::size_t seen = 0;  // read, or the look at each value could be left out
  for (int more = 0; must(dossier_cursor_next(rows, &more, &error)), more != 0;) {
    if (answer) answer->push_back(nlohmann::json::array());
    for (std::size_t i = 0; i < columns; ++i) {
      const dossier_value* value = dossier_column_value(rows, i);
      seen = seen +
             (dossier_value_type(value) == DOSSIER_STRING ? dossier_value_string(value, nullptr)[0] != 0 : 1);
      if (answer) answer->back().push_back(json_of(value));
    }
  }
  dossier_cursor_close(rows);
}

std::uint32_t count_entities(const std::string& folder) {
  std::ifstream in(folder + "/entities.csv");
  std::uint32_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines - 1;
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double peak_mib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> names(argv + 1, argv + argc);
  dossier_options options{};
  options.size = sizeof(options);
  const auto option = [&](const char* name, std::uint64_t otherwise) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end() || at + 1 == names.end()) return otherwise;
    const std::uint64_t value = std::strtoull(at[1].c_str(), nullptr, 10);
    names.erase(at, at + 2);
    return value;
  };
  options.memory_budget = option("--memory", 0) << 20;
  const std::uint64_t times = option("--best", 1);
  of_processor = option("--processor", 0) != 0;
  if (names.size() < 2)
    fail("usage: race DB CSV_DIR [--memory MIB] [--best TIMES] [--processor 1] [NAME...]");
  const std::string database = names[0], folder = names[1];
  names.erase(names.begin(), names.begin() + 2);
  dossier_db* db = nullptr;
  char* message = nullptr;
  const double opening = milliseconds();
  if (dossier_open_with(database.c_str(), &options, &db, &message) != 0) fail(message);
  std::printf("open\t%.3f\tnull\t%.3f\t%.0f\n", milliseconds_since(opening), 0.0, peak_mib());

  // The peer's script draws ids the same way.
  const std::uint32_t entities = count_entities(folder);
  double state = 7;  // doubles, as JavaScript's numbers: the product does not fit exactly
  const auto draw = [&] {
    state = std::fmod(state * 1103515245.0 + 12345.0, 2147483648.0);
    return static_cast<std::uint64_t>(state) % entities;
  };
  for (const Question& question : kQuestions) {
    if (!names.empty() && std::find(names.begin(), names.end(), question.name) == names.end()) continue;
    forget_peak();
    const bool drawn = std::string_view(question.text).find("$id") != std::string_view::npos;
    dossier_statement* statement = nullptr;
    must(dossier_prepare(db, question.text, &statement, &error));
    std::vector<std::int64_t> ids(static_cast<std::size_t>(question.runs) + 1, 0);
    if (drawn) std::generate(ids.begin(), ids.end(), [&] { return static_cast<std::int64_t>(draw()); });
    const auto run = [&](std::int64_t id, nlohmann::json* answer) {
      if (drawn) dossier_bind_integer(statement, "id", id);
      ask(statement, answer);
    };
    const double cold = milliseconds();
    run(ids[0], nullptr);
    const double first = milliseconds_since(cold);
    nlohmann::json rows;
    double mean = HUGE_VAL;
    for (std::uint64_t time = 0; time < times; ++time) {
      rows = nlohmann::json::array();
      const double start = milliseconds();
      for (int i = 1; i < question.runs; ++i) run(ids[static_cast<std::size_t>(i)], nullptr);
      run(ids.back(), &rows);
      mean = std::min(mean, milliseconds_since(start) / question.runs);
    }
    dossier_statement_free(statement);
    std::printf("%s\t%.4f\t%s\t%.3f\t%.0f\n", question.name, mean, rows.dump().c_str(), first, peak_mib());
    std::fflush(stdout);
  }
  dossier_close(db);
}
