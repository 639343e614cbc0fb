// An open store with its engine, and the one way in which commands run a query and show its rows.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/query/engine.h"
#include "dossier/result.h"
#include "shell/render/renderer.h"
#include "shell/streams.h"

namespace dossier::shell {

struct ShowOptions {
  Format format = Format::kBox;
  int width = 0;  // of the terminal; 0: no limit
  std::optional<std::chrono::milliseconds> time_limit;
  std::uint64_t memory_limit = 0;  // bytes; 0: the engine's default
  bool timing = false;
};

/// Box at a terminal of its width, plain elsewhere.
ShowOptions default_show_options();

class Session {
 public:
  static Result<Session> open(const std::filesystem::path& path, const graph::StoreOptions& options);

  graph::Store& store() { return *store_; }
  query::Engine& engine() { return engine_; }

  /// Whether the query is right and writes.
  bool writes(std::string_view text);

  /// Runs one query: rows to out, warnings and errors to err. `first_line` is where the text stands in its file.
  int show(std::string_view text, const query::Parameters& parameters, const ShowOptions& options,
           const Streams& streams, int first_line = 1);

 private:
  Session(std::shared_ptr<graph::Store> store) : store_(std::move(store)), engine_(store_) {}
  std::shared_ptr<graph::Store> store_;
  query::Engine engine_;
};

/// Says on err why a store cannot be opened; gives kStoreFailed.
int report_open_failure(const Status& status, const std::filesystem::path& path, const Streams& streams);

}  // namespace dossier::shell
