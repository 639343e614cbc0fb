#include "shell/session.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <ostream>

#include "dossier/query/diagnostics.h"
#include "shell/interrupt.h"

namespace dossier::shell {
namespace {

// Pulls every row; whatever happened, the renderer ends, so that a table is closed and JSON stays JSON.
Status render_rows(query::Cursor& cursor, Renderer& renderer, std::ostream& out) {
  renderer.begin(cursor.columns());
  query::Row row;
  Status status;
  while (true) {
    Result<bool> more = cursor.next(row);
    if (!more.ok()) status = more.status();
    if (!more.ok() || !*more || !out) break;
    renderer.row(row, cursor.reader());
  }
  renderer.end();
  return status;
}

// A query from a script stands further down in its file than in its own text.
Status moved_down(const Status& status, int lines) {
  if (status.query_error() == nullptr || status.query_error()->line == 0) return status;
  QueryError error = *status.query_error();
  error.line += lines;
  return Status::query(std::move(error), status.message());
}

std::string counted(std::int64_t count, std::string_view what) {
  std::string text = std::to_string(count) + ' ' + std::string(what);
  return count == 1 ? text : text + 's';
}

void report_counters(const query::Counters& counters, std::ostream& err) {
  std::string text;
  const auto add = [&](std::int64_t count, std::string_view what, std::string_view done) {
    if (count == 0) return;
    text += (text.empty() ? "" : ", ") + counted(count, what) + ' ' + std::string(done);
  };
  add(counters.nodes_created, "node", "created");
  add(counters.nodes_deleted, "node", "deleted");
  add(counters.relationships_created, "relationship", "created");
  add(counters.relationships_deleted, "relationship", "deleted");
  add(counters.properties_set, "property value", "set");
  add(counters.labels_added, "label", "added");
  add(counters.labels_removed, "label", "removed");
  if (!text.empty()) err << text << '\n';
}

}  // namespace

ShowOptions default_show_options() {
  ShowOptions options;
  if (isatty(STDOUT_FILENO) == 0) {
    options.format = Format::kPlain;
    return options;
  }
  winsize size = {};
  options.width = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  return options;
}

Result<Session> Session::open(const std::filesystem::path& path, const graph::StoreOptions& options) {
  Result<std::unique_ptr<graph::Store>> store = graph::Store::open(path, options);
  if (!store.ok()) return store.status();
  return Session(std::shared_ptr<graph::Store>(*std::move(store)));
}

bool Session::writes(std::string_view text) {
  const Result<query::Prepared> prepared = engine_.prepare(text);
  return prepared.ok() && prepared->writes();
}

int Session::show(std::string_view text, const query::Parameters& parameters, const ShowOptions& options,
                  const Streams& streams, int first_line) {
  const auto started = std::chrono::steady_clock::now();
  query::QueryOptions run_options;
  run_options.time_limit = options.time_limit;
  run_options.memory_limit = options.memory_limit;
  run_options.cancel = interrupt_flag();
  const auto fail = [&](const Status& status) {
    streams.out.flush();
    streams.err << query::render_error(moved_down(status, first_line - 1), text) << '\n';
    return status.code() == StatusCode::kCancelled ? kInterrupted : kFailed;
  };

  Result<std::unique_ptr<query::Cursor>> cursor = engine_.run(text, parameters, run_options);
  if (!cursor.ok()) return fail(cursor.status());
  for (query::Warning warning : (*cursor)->warnings()) {
    if (warning.line > 0) warning.line += first_line - 1;
    streams.err << query::render_warning(warning, text) << '\n';
  }
  const std::unique_ptr<Renderer> renderer = make_renderer(options.format, streams.out, options.width);
  if (const Status status = render_rows(**cursor, *renderer, streams.out); !status.ok()) return fail(status);
  if (const std::string plan = (*cursor)->plan(); !plan.empty()) streams.out << plan;
  streams.out.flush();
  report_counters((*cursor)->counters(), streams.err);
  if (options.timing) {
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - started;
    char line[64];
    std::snprintf(line, sizeof line, "%.1f ms\n", spent.count());
    streams.err << line;
  }
  return kDone;
}

int report_open_failure(const Status& status, const std::filesystem::path& path, const Streams& streams) {
  streams.err << "dossier: cannot open " << path.string() << ": " << status.message() << '\n';
  return kStoreFailed;
}

}  // namespace dossier::shell
