// query, run, shell: text in, rows out.
#include <ostream>

#include "shell/commands/common.h"
#include "shell/parameters.h"
#include "shell/repl.h"

namespace dossier::shell {
namespace {

Result<query::Parameters> parameters_of(const CommandLine& line) {
  query::Parameters parameters;
  for (const std::string& text : line.parameters) {
    Result<std::pair<std::string, graph::Value>> parameter = parse_parameter(text);
    if (!parameter.ok()) return parameter.status();
    set(parameters, *parameter);
  }
  return parameters;
}

// A store that another process writes to can still be read: fall back when the lock is taken.
Result<Session> open_session(const CommandLine& line, const Streams& streams) {
  Result<Session> session = Session::open(line.database, store_options(line, Access::kCreate));
  if (session.ok() || session.status().code() != StatusCode::kBusy) return session;
  streams.err << "dossier: " << session.status().message() << "; reading only\n";
  return Session::open(line.database, store_options(line, Access::kReadOnly));
}

bool is_missing(const std::filesystem::path& path) {
  if (path == ":memory:") return false;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return !std::filesystem::exists(status) ||
         (std::filesystem::is_directory(status) && std::filesystem::is_empty(path, error) && !error);
}

// A database that is not there is made by what writes to it; what only reads it would answer from nothing.
Status check_made(const CommandLine& line, const std::vector<std::string>& texts) {
  if (!is_missing(line.database)) return {};
  Result<Session> scratch = Session::open(":memory:", store_options(line, Access::kCreate));
  if (!scratch.ok()) return scratch.status();
  for (const std::string& text : texts) {
    for (const auto& part : query::split_statements(text)) {
      if (scratch->writes(part.first)) return {};
    }
  }
  return Status(
      StatusCode::kNotFound,
      "there is no database, expected one to read from; a query that writes, ingest, import or shell "
      "makes one");
}

// Runs the parts in turn; the first that fails ends the script.
int run_text(Session& session, const std::string& text, const query::Parameters& parameters,
             const ShowOptions& options, const Streams& streams) {
  for (const auto& [query, first_line] : query::split_statements(text)) {
    if (const int status = session.show(query, parameters, options, streams, first_line); status != kDone) {
      return status;
    }
  }
  return kDone;
}

int run_texts(const CommandLine& line, const Streams& streams, bool inputs_are_files) {
  const std::optional<ShowOptions> options = show_options(line, streams);
  if (!options) return kUsage;
  const Result<query::Parameters> parameters = parameters_of(line);
  if (!parameters.ok()) return complain(streams, parameters.status().message(), kUsage);
  std::vector<std::string> texts;
  for (const std::string& input : line.inputs) {
    Result<std::string> text =
        inputs_are_files || input == "-" ? read_input(input, streams) : Result<std::string>(input);
    if (!text.ok()) return complain(streams, text.status().message());
    texts.push_back(*std::move(text));
  }
  if (const Status status = check_made(line, texts); !status.ok()) {
    return report_open_failure(status, line.database, streams);
  }
  Result<Session> session = open_session(line, streams);
  if (!session.ok()) return report_open_failure(session.status(), line.database, streams);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const int status = run_text(*session, texts[i], *parameters, *options, streams);
    if (status == kDone) continue;
    if (inputs_are_files)
      streams.err << "dossier: " << line.inputs[i] << " stopped at its first failing query\n";
    return status;
  }
  return kDone;
}

}  // namespace

int run_query(const CommandLine& line, const Streams& streams) { return run_texts(line, streams, false); }
int run_scripts(const CommandLine& line, const Streams& streams) { return run_texts(line, streams, true); }

int run_shell(const CommandLine& line, const Streams& streams) {
  const std::optional<ShowOptions> options = show_options(line, streams);
  if (!options) return kUsage;
  Result<Session> session = open_session(line, streams);
  if (!session.ok()) return report_open_failure(session.status(), line.database, streams);
  return run_repl(*session, *options, streams);
}

}  // namespace dossier::shell
