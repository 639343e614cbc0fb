#include "shell/commands/common.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>

namespace dossier::shell {

graph::StoreOptions store_options(const CommandLine& line, Access access) {
  graph::StoreOptions options;
  options.read_only = access == Access::kReadOnly;
  options.create_if_missing = access == Access::kCreate;
  options.accept_loss = line.accept_loss;
  options.sync = !line.no_sync;
  if (line.memory_budget_mb > 0) options.memory_budget = std::uint64_t{line.memory_budget_mb} << 20;
  return options;
}

Result<std::string> read_input(const std::string& path, const Streams& streams) {
  std::ostringstream text;
  if (path == "-") {
    text << streams.in.rdbuf();
    return std::move(text).str();
  }
  if (std::filesystem::is_directory(path)) return io_error(path + ": is a folder, expected a file");
  std::ifstream in(path, std::ios::binary);
  if (!in) return not_found(path + ": cannot be read");
  text << in.rdbuf();
  if (in.bad()) return io_error(path + ": reading failed");
  return std::move(text).str();
}

Result<std::shared_ptr<const ingest::LanguageModel>> load_model(const CommandLine& line) {
  return ingest::LanguageModel::load(model_file(line));
}

std::filesystem::path model_file(const CommandLine& line) {
  return line.model.empty() ? ingest::LanguageModel::default_file() : std::filesystem::path(line.model);
}

std::optional<ShowOptions> show_options(const CommandLine& line, const Streams& streams) {
  ShowOptions options = default_show_options();
  if (!line.format.empty()) {
    const std::optional<Format> format = find_format(line.format);
    if (!format) {
      complain(streams, "unknown format '" + line.format + "'; expected one of " + format_names());
      return std::nullopt;
    }
    options.format = *format;
  }
  if (line.time_limit > 0) {
    options.time_limit = std::chrono::milliseconds(static_cast<std::int64_t>(line.time_limit * 1000));
  }
  options.memory_limit = std::uint64_t{line.memory_limit_mb} << 20;
  options.timing = line.timing;
  return options;
}

int complain(const Streams& streams, const std::string& what, int status) {
  streams.err << "dossier: " << what << '\n';
  return status;
}

}  // namespace dossier::shell
