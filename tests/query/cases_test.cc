// Runs tests/cases: what a query means, as text. A case is a few lines, ended by an empty one:
//
//   # What holds.
//   graph    a query that makes the graph; may repeat
//   news     nothing: the articles of tests/support/news.h are there
//   query    the query; a second one sees what the first one wrote
//   rows     'a' | 1     one row a line, in any order; `ordered` for a fixed order; nothing for no rows
//   columns  a | b       the names, where they matter
//   error    SyntaxError UndefinedVariable: words of the message
//   at       toUper     what stands above the carets of the error
//   warning  words of a warning
//   plan     an operator or more that EXPLAIN shows with rewrites on, by the words of one line
//
// Indented lines go on where the last one ended. Every case runs with rewrites on and off, and with several threads.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dossier/query/engine.h"
#include "tests/support/news.h"
#include "tests/support/value_text.h"

namespace dossier::query {
namespace {

struct Step {
  std::string keyword;
  std::vector<std::string> lines;
};
struct Case {
  std::string title, file;
  int line = 0;
  std::vector<Step> steps;
};

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  std::string line;
  bool open = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (trimmed(line).empty()) {
      open = false;
      continue;
    }
    if (!open) cases.push_back({"", path.filename().string(), number, {}}), open = true;
    Case& current = cases.back();
    if (line[0] == '#') {
      current.title += (current.title.empty() ? "" : " ") + trimmed(line.substr(1));
    } else if (line[0] == ' ') {
      REQUIRE(!current.steps.empty());
      current.steps.back().lines.push_back(trimmed(line));
    } else {
      const auto space = line.find(' ');
      current.steps.push_back({line.substr(0, space), {}});
      if (space != std::string::npos) current.steps.back().lines.push_back(trimmed(line.substr(space)));
    }
  }
  std::erase_if(cases, [](const Case& c) { return c.steps.empty(); });
  return cases;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

struct Outcome {
  Status status;
  std::vector<std::string> columns, rows, warnings;
};

Outcome run(Engine& engine, const std::string& query, const QueryOptions& options) {
  Outcome outcome;
  auto cursor = engine.run(query, {}, options);
  if (!cursor.ok()) return {cursor.status(), {}, {}, {}};
  outcome.columns = (*cursor)->columns();
  for (const Warning& warning : (*cursor)->warnings()) outcome.warnings.push_back(warning.message);
  Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return {more.status(), {}, {}, outcome.warnings};
    if (!*more) return outcome;
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += (i ? " | " : "") + testing::value_text(row[i], (*cursor)->reader());
    }
    outcome.rows.push_back(text);
  }
}

std::string error_text(const Status& status) {
  if (status.ok()) return "no error";
  const QueryError* error = status.query_error();
  return error ? error->type + " " + error->detail + ": " + status.message() + " " + error->suggestion
               : status.message();
}

bool mentions(const std::string& text, const std::string& expected) {
  const auto colon = expected.find(": ");
  if (colon == std::string::npos) return text.find(expected) != std::string::npos;
  return text.starts_with(expected.substr(0, colon + 1)) &&
         text.find(expected.substr(colon + 2), colon) != std::string::npos;
}

std::vector<std::string> sorted(std::vector<std::string> rows) {
  std::sort(rows.begin(), rows.end());
  return rows;
}

class CaseRunner {
 public:
  explicit CaseRunner(const QueryOptions& options) : options_(options) {
    auto store = graph::Store::open(":memory:", {});
    REQUIRE(store.ok());
    store_ = *std::move(store);
    engine_ = std::make_unique<Engine>(store_);
  }

  void run_step(const Step& step) {
    if (step.keyword == "graph" || step.keyword == "query") {
      finish();
      query_ = joined(step.lines);
      outcome_ = run(*engine_, query_, options_);
      expects_error_ = false;
      return;
    }
    if (step.keyword == "news") {
      REQUIRE(dossier::testing::put_news(*store_).ok());
      return;
    }
    INFO("query " << query_);
    if (step.keyword == "error") {
      expects_error_ = true;
      INFO("got " << error_text(outcome_.status));
      CHECK(mentions(error_text(outcome_.status), joined(step.lines)));
    } else if (step.keyword == "at") {
      const QueryError* error = outcome_.status.query_error();
      REQUIRE(error);
      CHECK(query_.substr(error->begin, error->end - error->begin) == joined(step.lines));
    } else if (step.keyword == "rows" || step.keyword == "ordered") {
      CHECK(error_text(outcome_.status) == "no error");
      if (step.keyword == "ordered")
        CHECK(outcome_.rows == step.lines);
      else
        CHECK(sorted(outcome_.rows) == sorted(step.lines));
    } else if (step.keyword == "columns") {
      std::string text;
      for (const std::string& column : outcome_.columns) text += (text.empty() ? "" : " | ") + column;
      CHECK(text == joined(step.lines));
    } else if (step.keyword == "warning") {
      CHECK(std::any_of(outcome_.warnings.begin(), outcome_.warnings.end(), [&](const std::string& w) {
        return w.find(joined(step.lines)) != std::string::npos;
      }));
    } else if (step.keyword == "plan") {
      check_plan(step);
    } else {
      FAIL("unknown keyword " << step.keyword);
    }
  }

  void finish() {
    INFO("query " << query_);
    if (!expects_error_) CHECK(error_text(outcome_.status) == "no error");
  }

 private:
  void check_plan(const Step& step) {
    if (!options_.rewrites) return;
    auto cursor = engine_->run("EXPLAIN " + query_);
    REQUIRE(cursor.ok());
    const std::string plan = (*cursor)->plan();
    INFO(plan);
    for (const std::string& line : step.lines) CHECK(plan.find(line) != std::string::npos);
  }

  QueryOptions options_;
  std::shared_ptr<graph::Store> store_;
  std::unique_ptr<Engine> engine_;
  std::string query_;
  Outcome outcome_;
  bool expects_error_ = false;
};

}  // namespace

std::vector<std::pair<QueryOptions, std::string>> ways() {
  QueryOptions written, shared;
  written.rewrites = false;
  shared.threads = 3, shared.parallel_rows = 0;
  return {{QueryOptions(), ""}, {written, " (no rewrites)"}, {shared, " (three threads)"}};
}

TEST_CASE("queries mean what the cases say, with and without rewrites", "[query][cases]") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(DOSSIER_CASES_DIR)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(!files.empty());
  for (const auto& file : files) {
    for (const Case& c : read_cases(file)) {
      for (const auto& [options, how] : ways()) {
        INFO(file.string() << ":" << c.line << ": " << c.title << how);
        CaseRunner runner(options);
        for (const Step& step : c.steps) runner.run_step(step);
        runner.finish();
      }
    }
  }
}

}  // namespace dossier::query
