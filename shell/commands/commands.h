// The subcommands. Each takes what the command line said and gives an exit status (streams.h).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shell/streams.h"

namespace dossier::shell {

/// What several commands share.
struct CommandLine {
  std::string database;
  std::vector<std::string> inputs;      // files, folders, names, texts: what stands after the database
  std::string copy;                     // backup, restore: the folder of the backup
  std::vector<std::string> parameters;  // name=value
  std::string format;                   // empty: the command's default
  std::string model;                    // a .dlm file; empty: the default one
  std::vector<std::string> nodes, relationships;  // import
  int jobs = 0;                                   // threads; 0: all cores
  double time_limit = 0;                          // seconds; 0: none
  std::size_t memory_limit_mb = 0;                // of a query; 0: the engine's default
  std::size_t memory_budget_mb = 0;               // 0: the store's default
  bool no_sync = false;
  bool accept_loss = false;
  bool explain = false;
  bool one_sentence_per_line = false;
  bool repair = false;
  bool force = false;  // ingest: also what has not changed
  bool quiet = false;
  bool timing = false;
  bool trace = false;  // parse: what the networks compute, stage by stage
};

int run_ingest(const CommandLine& line, const Streams& streams);
int run_query(const CommandLine& line, const Streams& streams);
int run_scripts(const CommandLine& line, const Streams& streams);
int run_shell(const CommandLine& line, const Streams& streams);
int run_about(const CommandLine& line, const Streams& streams);
int run_why(const CommandLine& line, const Streams& streams);
int run_extract(const CommandLine& line, const Streams& streams);
int run_parse(const CommandLine& line, const Streams& streams);
int run_articles(const CommandLine& line, const Streams& streams);
int run_retract(const CommandLine& line, const Streams& streams);
int run_export(const CommandLine& line, const Streams& streams);
int run_import(const CommandLine& line, const Streams& streams);
int run_check(const CommandLine& line, const Streams& streams);
int run_backup(const CommandLine& line, const Streams& streams);
int run_restore(const CommandLine& line, const Streams& streams);
int run_stats(const CommandLine& line, const Streams& streams);

}  // namespace dossier::shell
