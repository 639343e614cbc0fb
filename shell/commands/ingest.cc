// ingest and import: articles, statements and tables into a database.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "dossier/ingest/pipeline.h"
#include "dossier/status_macros.h"
#include "shell/commands/common.h"
#include "shell/commands/import_csv.h"
#include "shell/commands/import_jsonl.h"
#include "shell/interrupt.h"

namespace dossier::shell {
namespace {

class Ingest {
 public:
  Ingest(const CommandLine& line, const Streams& streams, graph::Store& store,
         const ingest::LanguageModel& model)
      : line_(line), streams_(streams), store_(store), model_(model) {
    options_.jobs = static_cast<unsigned>(std::max(line.jobs, 0));
    options_.again = line.force;
    options_.cancelled = [flag = interrupt_flag()] { return flag->load(); };
  }

  int run() {
    const auto started = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < line_.inputs.size() && !options_.cancelled(); ++i) {
      const Status status = line_.inputs[i] == "-" ? take_standard_input() : take_path(line_.inputs[i]);
      if (!status.ok()) return complain(streams_, status.message());
    }
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.1f s", spent.count());
    streams_.err << read_ << " articles read, " << unchanged_ << " unchanged, " << failed_
                 << " failed: " << statements_ << " statements from " << sentences_ << " sentences in "
                 << seconds << '\n';
    if (options_.cancelled()) {
      streams_.err << "dossier: interrupted; what was read is kept, and the next run goes on from there\n";
      return kInterrupted;
    }
    return failed_ == 0 ? kDone : kFailed;
  }

 private:
  void show(const ingest::IngestOutcome& outcome) {
    for (const std::string& warning : outcome.warnings)
      streams_.err << "dossier: " << outcome.article << ": " << warning << '\n';
    if (outcome.unchanged) {
      ++unchanged_;
    } else {
      ++read_;
      sentences_ += outcome.sentences;
      statements_ += outcome.statements;
    }
    if (line_.quiet || outcome.unchanged) return;
    streams_.err << outcome.article << ": " << outcome.sentences << " sentences, " << outcome.entities
                 << " entities, " << outcome.statements << " statements\n";
  }

  void report(const std::vector<std::string>& problems) {
    failed_ += problems.size();
    for (const std::string& problem : problems) streams_.err << "dossier: " << problem << '\n';
  }

  Status take_path(const std::string& path) {
    const std::filesystem::path paths[] = {path};
    DOSSIER_ASSIGN_OR_RETURN(
        const ingest::IngestReport done,
        ingest::ingest_paths(store_, model_, paths, options_,
                             [this](const ingest::IngestOutcome& outcome) { show(outcome); }));
    report(done.problems);
    if (done.articles + done.unchanged + done.failed == 0 && done.problems.empty())
      report({path + ": no article here"});
    return {};
  }

  Status take_standard_input() {
    DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, read_input("-", streams_));
    Result<ingest::ReadReport> done =
        ingest::read_articles(bytes, "-", options_.read, [&](ingest::Article&& article) -> Status {
          DOSSIER_ASSIGN_OR_RETURN(const ingest::IngestOutcome outcome,
                                   ingest::ingest_article(store_, model_, article, options_));
          show(outcome);
          return {};
        });
    report(done.ok() ? done->problems
                     : std::vector<std::string>{"standard input: " + done.status().message()});
    return {};
  }

  const CommandLine& line_;
  const Streams& streams_;
  graph::Store& store_;
  const ingest::LanguageModel& model_;
  ingest::IngestOptions options_;
  std::size_t read_ = 0, unchanged_ = 0, failed_ = 0, sentences_ = 0, statements_ = 0;
};

}  // namespace

int run_ingest(const CommandLine& line, const Streams& streams) {
  const auto model = load_model(line);
  if (!model.ok()) return complain(streams, model.status().message());
  const auto store = graph::Store::open(line.database, store_options(line, Access::kCreate));
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  return Ingest(line, streams, **store, **model).run();
}

int run_import(const CommandLine& line, const Streams& streams) {
  if (line.inputs.empty() && line.nodes.empty()) {
    return complain(streams, "import: expected statements.jsonl, or --nodes FILE and --relationships FILE",
                    kUsage);
  }
  for (const auto* files : {&line.inputs, &line.nodes, &line.relationships}) {
    for (const std::string& file : *files) {
      if (!std::ifstream(file)) return complain(streams, file + ": cannot be read");
    }
  }
  auto store = graph::Store::open(line.database, store_options(line, Access::kCreate));
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  for (const std::string& file : line.inputs) {
    std::ifstream in(file, std::ios::binary);
    const Result<std::size_t> count = import_jsonl(**store, in, file);
    if (!count.ok()) return complain(streams, count.status().message() + "; nothing of this file was kept");
    streams.err << file << ": " << *count << " statements\n";
  }
  if (line.nodes.empty() && line.relationships.empty()) return kDone;
  const Result<CsvImportReport> report = import_csv(**store, line.nodes, line.relationships);
  if (!report.ok()) return complain(streams, report.status().message() + "; nothing was imported");
  streams.err << report->nodes << " nodes, " << report->relationships << " relationships\n";
  return kDone;
}

}  // namespace dossier::shell
