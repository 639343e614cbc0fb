// What analysts ask, timed: the questions of a file on a database.
//   analyst DB QUESTIONS [--plans] [NAME...]
// Prints, tab-separated: name, least milliseconds of processor time of a run (all threads), rows, a checksum of the answer, and by how many powers of ten the
// planner's worst estimate was off. With --plans, PROFILE beneath. A question that takes longer than 20 seconds is given up.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/query/engine.h"
#include "tests/support/value_text.h"

namespace {

using namespace dossier;

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Question {
  std::string name, text;
};

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "analyst: %s\n", what.c_str());
  std::exit(1);
}

std::vector<Question> read_questions(const std::string& path) {
  std::ifstream file(path);
  if (!file) fail("cannot read " + path);
  std::vector<Question> questions;
  bool open = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') {
      open = false;
    } else if (!open) {
      questions.push_back({line, ""}), open = true;
    } else {
      questions.back().text += line + "\n";
    }
  }
  return questions;
}

struct Answer {
  double milliseconds = 0;
  std::size_t rows = 0, checksum = 0;
  std::string plan, error;
};

Answer ask(query::Engine& engine, const std::string& text) {
  Answer answer;
  query::QueryOptions options;
  options.time_limit = std::chrono::seconds(20);
  const double start = processor_milliseconds();
  auto cursor = engine.run(text, {}, options);
  if (!cursor.ok()) return answer.error = cursor.status().message(), answer;
  query::Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return answer.error = more.status().message(), answer;
    if (!*more) break;
    ++answer.rows;
    std::string line;
    for (const graph::Value& value : row) line += testing::value_text(value, (*cursor)->reader()) + "|";
    answer.checksum += std::hash<std::string>()(line);  // whatever the order
  }
  answer.milliseconds = processor_milliseconds() - start;
  answer.plan = (*cursor)->plan();
  return answer;
}

// Of the lines "... [~E rows]  rows A  ...": the largest |log10((E + 1) / (A + 1))|.
double worst_estimate(const std::string& plan) {
  double worst = 0;
  std::istringstream lines(plan);
  for (std::string line;
       std::getline(lines, line) && !line.starts_with("subplan");) {  // those run many times
    const auto estimate = line.rfind("[~");
    const auto actual = line.rfind("  rows ");
    if (estimate == std::string::npos || actual == std::string::npos) continue;
    const double e = std::strtod(line.c_str() + estimate + 2, nullptr),
                 a = std::strtod(line.c_str() + actual + 7, nullptr);
    worst = std::max(worst, std::abs(std::log10((e + 1) / (a + 1))));
  }
  return worst;
}

void report(query::Engine& engine, const Question& question, bool plans) {
  Answer best = ask(engine, question.text);
  double spent = best.milliseconds;
  for (int i = 0; i < 50 && spent < 500 && best.error.empty(); ++i) {
    const Answer again = ask(engine, question.text);
    spent += again.milliseconds;
    if (again.milliseconds < best.milliseconds || i == 0) best = again;
  }
  if (!best.error.empty()) {
    std::printf("%s\t-\t%s\n", question.name.c_str(), best.error.c_str());
    best = ask(engine, "EXPLAIN " + question.text);
  } else {
    const Answer profiled = ask(engine, "PROFILE " + question.text);
    std::printf("%s\t%.3f\t%zu\t%04zx\t%.1f\n", question.name.c_str(), best.milliseconds, best.rows,
                best.checksum & 0xffff, worst_estimate(profiled.plan));
    best.plan = profiled.plan;
  }
  if (plans) std::printf("%s\n%s\n", question.text.c_str(), best.plan.c_str());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool plans = std::erase(words, "--plans") > 0;
  if (words.size() < 2) fail("usage: analyst DB QUESTIONS [--plans] [NAME...]");
  auto store = graph::Store::open(words[0], {});
  if (!store.ok()) fail(store.status().message());
  query::Engine engine(std::shared_ptr<graph::Store>(*std::move(store)));
  for (const Question& question : read_questions(words[1])) {
    if (words.size() == 2 || std::find(words.begin() + 2, words.end(), question.name) != words.end()) {
      report(engine, question, plans);
    }
  }
}
