// The files of a store on disk around the engine's own: what marks a folder as a store, who writes it, and how far
// its commits had come.
//
//   STORE      "dossier store\nformat 2\n"
//   LOCK       held by the writer while it lives; its process id in decimal
//   COMMITTED  number and chained checksum of the last synced commit, in two slots written in turn
//   CLEAN      there after an orderly close, until the next open for writing
//   data/      the engine's files
//   readers/   a folder for each process that reads beside a writer: links to the engine's files
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "dossier/result.h"

namespace dossier::graph::kv {

/// How far commits have come: the number of the last one, and a checksum chained over all of them.
struct Watermark {
  std::uint64_t number = 0, chain = 0;
  bool operator==(const Watermark&) const = default;
};

/// A file descriptor that closes itself.
class File {
 public:
  explicit File(int descriptor = -1) : descriptor_(descriptor) {}
  File(File&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  File& operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~File();
  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

/// Tells a store from anything else, and makes a new one where there is nothing.
///
/// Errors   NotFound: nothing there and it must not be made. Corruption: a file, or a folder of something else.
///          Unsupported: a newer format. IoError: cannot be made.
Status prepare_store_directory(const std::filesystem::path& path, bool create);

/// Lets STORE say the present format, so that older programs leave the store alone. For whoever holds LOCK.
Status mark_present_format(const std::filesystem::path& path);

/// Holds LOCK until destroyed. Busy, with the owner's process id, while another holds it.
Result<File> lock_for_writing(const std::filesystem::path& path);

/// Writes and reads COMMITTED.
class WatermarkFile {
 public:
  static Result<std::unique_ptr<WatermarkFile>> open(const std::filesystem::path& path);
  /// The newer of the valid slots; the zero watermark for a new file; Corruption if neither slot is whole.
  static Result<Watermark> read(const std::filesystem::path& path);
  /// In the file at once, so that it outlives the process; on the disk at most kSyncEvery later or at destruction,
  /// so that it outlives a power cut.
  Status write(const Watermark& watermark);
  ~WatermarkFile();

 private:
  static constexpr std::chrono::milliseconds kSyncEvery{100};
  explicit WatermarkFile(File file) : file_(std::move(file)) {}
  File file_;
  std::chrono::steady_clock::time_point synced_{};
};

bool has_clean_mark(const std::filesystem::path& path);
Status set_clean_mark(const std::filesystem::path& path);
Status remove_clean_mark(const std::filesystem::path& path);

/// Makes the folder of a copy beside where it shall be, has `fill` put the engine's files into its data/, and moves it
/// there when all is on the disk: a copy that was interrupted is no store, and the next one takes its place.
///
/// Errors   InvalidArgument: there is something at `target` already. IoError; what `fill` gives.
Status make_copy(const std::filesystem::path& target, const Watermark& watermark,
                 const std::function<Status(const std::filesystem::path& data)>& fill);
/// Copies the engine's files of one folder to another.
Status copy_engine_files(const std::filesystem::path& from, const std::filesystem::path& to);

/// A private folder with links to the engine's files, for reading beside a writer; gone with the object.
class ReaderDirectory {
 public:
  static Result<std::unique_ptr<ReaderDirectory>> make(const std::filesystem::path& path);
  /// Removes those of processes that are gone.
  static void sweep(const std::filesystem::path& path);
  ~ReaderDirectory();
  /// Links the files as they are now. False where they changed meanwhile: try again.
  Result<bool> link_files();
  const std::filesystem::path& path() const { return own_; }

 private:
  ReaderDirectory(std::filesystem::path data, std::filesystem::path own)
      : data_(std::move(data)), own_(std::move(own)) {}
  std::filesystem::path data_, own_;
};

}  // namespace dossier::graph::kv
