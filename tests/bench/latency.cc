// What a user waits for besides the work itself, through the C interface, on a database that the race has left (or any other
// with its shape): opening, compiling, the first row of a large result, a look-up.
//   latency DB
// Prints, tab-separated: what, microseconds of wall clock, microseconds of this thread's processor time. On a shared machine
// only the second says something.
#include <dossier/capi.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

double microseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

dossier_error* error = nullptr;

void must(int failed) {
  if (failed == 0) return;
  std::fprintf(stderr, "latency: %s\n", dossier_error_message(error));
  std::exit(1);
}

/// The mean of `runs` calls with the number of each.
void report(const char* what, int runs, const std::function<void(int)>& work) {
  const double wall = microseconds(CLOCK_MONOTONIC), busy = microseconds(CLOCK_THREAD_CPUTIME_ID);
  for (int i = 0; i < runs; ++i) work(i);
  std::printf("%s\t%.1f\t%.1f\n", what, (microseconds(CLOCK_MONOTONIC) - wall) / runs,
              (microseconds(CLOCK_THREAD_CPUTIME_ID) - busy) / runs);
  std::fflush(stdout);
}

dossier_statement* prepare(dossier_db* db, const std::string& text) {
  dossier_statement* statement = nullptr;
  must(dossier_prepare(db, text.c_str(), &statement, &error));
  return statement;
}

// Reads at most `rows` rows.
void read(dossier_statement* statement, long rows) {
  dossier_cursor* cursor = nullptr;
  must(dossier_run(statement, nullptr, &cursor, &error));
  for (int more = 1; more != 0 && rows > 0; --rows) must(dossier_cursor_next(cursor, &more, &error));
  dossier_cursor_close(cursor);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: latency DB\n"), 2;
  dossier_db* db = nullptr;
  report("open", 1, [&](int) {
    char* message = nullptr;
    if (dossier_open(argv[1], &db, &message) != 0)
      std::fprintf(stderr, "latency: %s\n", message), std::exit(1);
  });
  const std::string hop =
      "MATCH (a:Person {entityId: $id})-[r:p1]->(b) WHERE r.confidence > 0.5 RETURN b.name ORDER BY b.name "
      "LIMIT ";
  dossier_statement* look_up = prepare(db, hop + "10");
  const auto ask = [&](int i) {
    must(dossier_bind_integer(look_up, "id", i * 37 % 100000));
    read(look_up, 10);
  };
  report("first query after opening", 1, ask);
  report("parse, bind and plan", 400,
         [&](int i) { dossier_statement_free(prepare(db, hop + std::to_string(20 + i))); });
  report("the same text again", 10000, [&](int) { dossier_statement_free(prepare(db, hop + "10")); });
  dossier_statement* large = prepare(db, "MATCH (a)-[r]->(b) RETURN a, type(r), b");
  report("first row of 1.6 million", 10, [&](int) { read(large, 1); });
  dossier_statement* two_hops = prepare(db, "MATCH (a)-[:p0]->(b)-[:p1]->(c) RETURN a.name, c.name");
  report("first row of two hops from everywhere, first run", 1, [&](int) { read(two_hops, 1); });
  report("first row of two hops from everywhere", 10, [&](int) { read(two_hops, 1); });
  dossier_statement* all_edges = prepare(db, "MATCH (a {entityId: $id})-[r]->(b) RETURN count(r)");
  report("look-up by id, all relationships counted", 20000, [&](int i) {
    must(dossier_bind_integer(all_edges, "id", static_cast<long long>(i) * 7919 % 100000));
    read(all_edges, 2);
  });
  report("look-up by id, one hop", 20000, ask);
  dossier_statement* named = prepare(db, "MATCH ({name: $name})-[r]->() RETURN count(r)");
  report("look-up by name", 20000, [&](int i) {
    const std::string name = "Person " + std::to_string(i * 6LL % 100000);
    must(dossier_bind_string(named, "name", name.data(), name.size()));
    read(named, 2);
  });
  for (dossier_statement* statement : {look_up, large, two_hops, all_edges, named})
    dossier_statement_free(statement);
  dossier_close(db);
}
