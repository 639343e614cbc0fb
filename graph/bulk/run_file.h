// What does not fit into memory while sorting: files without a name, so that nothing is left behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "dossier/result.h"

namespace dossier::graph {

/// Written once from front to end, then read by any number of readers.
///
/// Errors   IoError: the folder cannot be written, the disk is full.
class RunFile {
 public:
  static Result<std::unique_ptr<RunFile>> make(const std::filesystem::path& folder);
  ~RunFile();
  RunFile(const RunFile&) = delete;
  RunFile& operator=(const RunFile&) = delete;

  Status append(std::string_view bytes);
  /// Ends writing; before the first reader.
  Status finish();

 private:
  friend class RunReader;
  explicit RunFile(int descriptor) : descriptor_(descriptor) {}
  Status write(std::string_view bytes);

  int descriptor_;
  std::string buffer_;
};

/// Reads a finished file from its front.
///
/// Threads  one a reader; several readers of one file may run in several threads.
class RunReader {
 public:
  /// `buffer` bytes are read at a time.
  RunReader(const RunFile& file, std::size_t buffer) : file_(&file), wanted_(buffer) {}

  /// The next bytes, fewer only at the end. The view holds until the next call.
  Result<std::string_view> take(std::size_t size);

 private:
  const RunFile* file_;
  std::size_t wanted_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace dossier::graph
