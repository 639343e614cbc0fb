// COMMITTED is 128 bytes, two slots of 64: "dossier1", number u64, chain u64, checksum u64 of those 24 bytes, zeros.
// Commit n goes to slot n mod 2 by one pwrite, after the engine's own sync: a slot torn by a power cut leaves the
// other, and the file is never ahead of the engine. An engine that is behind it has lost commits. A sync of this file
// for every commit would double what a commit costs, so it is synced ten times a second: after a power cut the loss of
// commits of the last moment alone could go unseen, and they were synced by the engine itself.
#include "graph/kv/store_directory.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"

namespace dossier::graph::kv {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kMarker = "dossier store\nformat ";
constexpr int kFormat = 2;
constexpr std::size_t kSlot = 64, kRecord = 32;
constexpr std::string_view kSlotMagic = "dossier1";

Status failed(const std::string& what, const fs::path& path, int error) {
  return io_error("cannot " + what + " " + path.string() + ": " + std::strerror(error));
}

Status sync_directory(const fs::path& path) {
  const File directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.is_open() || ::fsync(directory.get()) != 0) return failed("sync", path, errno);
  return {};
}

Status write_small_file(const fs::path& path, std::string_view text) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file.is_open()) return failed("create", path, errno);
  if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      ::fsync(file.get()) != 0) {
    return failed("write", path, errno);
  }
  return sync_directory(path.parent_path());
}

std::string read_small_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Status check_marker(const fs::path& path) {
  const std::string text = read_small_file(path / "STORE");
  if (!text.starts_with(kMarker)) return corruption(path.string() + " is a folder but not a dossier store");
  const int format = std::atoi(text.c_str() + kMarker.size());
  if (format < 1) return corruption(path.string() + " has a damaged STORE file");
  if (format > kFormat) {
    return {StatusCode::kUnsupported, path.string() + " has format " + std::to_string(format) +
                                          "; this version of dossier reads formats up to " +
                                          std::to_string(kFormat)};
  }
  return {};
}

std::string slot_bytes(const Watermark& watermark) {
  std::string bytes(kSlotMagic);
  append_u64(bytes, watermark.number);
  append_u64(bytes, watermark.chain);
  append_u64(bytes, XXH3_64bits(bytes.data(), bytes.size()));
  bytes.resize(kSlot);
  return bytes;
}

std::optional<Watermark> decode_slot(std::string_view bytes) {
  if (bytes.size() < kSlot || !bytes.starts_with(kSlotMagic)) return std::nullopt;
  const Watermark watermark{load_u64(bytes.data() + 8), load_u64(bytes.data() + 16)};
  return slot_bytes(watermark).substr(0, kRecord) == bytes.substr(0, kRecord) ? std::optional(watermark)
                                                                              : std::nullopt;
}

}  // namespace

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status prepare_store_directory(const fs::path& path, bool create) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return corruption(path.string() + " is a file, not a dossier store");
  }
  if (status.type() == fs::file_type::none) return failed("open", path, error.value());
  error.clear();  // "no such file" is an answer here
  const bool empty = !fs::exists(status) || fs::is_empty(path, error);
  if (error) return failed("read", path, error.value());
  if (!empty && !(create && fs::exists(path / "STORE.new"))) return check_marker(path);
  if (!create) return not_found("there is no store at " + path.string());
  fs::create_directories(path / "data", error);
  if (error) return failed("create a store at", path, error.value());
  DOSSIER_RETURN_IF_ERROR(
      write_small_file(path / "STORE.new", std::string(kMarker) + std::to_string(kFormat) + "\n"));
  fs::rename(path / "STORE.new", path / "STORE", error);
  if (error) return failed("create a store at", path, error.value());
  return sync_directory(path);
}

Status mark_present_format(const fs::path& path) {
  const std::string marker = std::string(kMarker) + std::to_string(kFormat) + "\n";
  if (read_small_file(path / "STORE") == marker) return {};
  DOSSIER_RETURN_IF_ERROR(write_small_file(path / "STORE.next", marker));
  std::error_code error;
  fs::rename(path / "STORE.next", path / "STORE", error);
  if (error) return failed("write", path / "STORE", error.value());
  return sync_directory(path);
}

Result<File> lock_for_writing(const fs::path& path) {
  const fs::path name = path / "LOCK";
  File file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file.is_open()) return failed("open for writing", name, errno);
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return failed("lock", name, errno);
    const std::string owner = read_small_file(name);
    return Status(StatusCode::kBusy, path.string() + " is opened for writing by process " +
                                         (owner.empty() ? "(unknown)" : owner.substr(0, owner.find('\n'))));
  }
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file.get(), 0) != 0 ||
      ::pwrite(file.get(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    return failed("write", name, errno);
  }
  return file;
}

Result<std::unique_ptr<WatermarkFile>> WatermarkFile::open(const fs::path& path) {
  const fs::path name = path / "COMMITTED";
  const bool is_new = !fs::exists(name);
  File file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file.is_open()) return failed("open", name, errno);
  if (is_new) {
    const std::string empty = slot_bytes({}) + slot_bytes({});
    if (::pwrite(file.get(), empty.data(), empty.size(), 0) != static_cast<ssize_t>(empty.size()) ||
        ::fsync(file.get()) != 0) {
      return failed("write", name, errno);
    }
    DOSSIER_RETURN_IF_ERROR(sync_directory(path));
  }
  return std::unique_ptr<WatermarkFile>(new WatermarkFile(std::move(file)));
}

Result<Watermark> WatermarkFile::read(const fs::path& path) {
  const fs::path name = path / "COMMITTED";
  if (!fs::exists(name)) return Watermark{};
  const std::string bytes = read_small_file(name);
  std::optional<Watermark> newest;
  for (std::size_t slot = 0; slot < 2; ++slot) {
    if (bytes.size() < (slot + 1) * kSlot) break;
    const auto watermark = decode_slot(std::string_view(bytes).substr(slot * kSlot, kSlot));
    if (watermark && (!newest || watermark->number > newest->number)) newest = watermark;
  }
  if (!newest) return corruption(name.string() + " is damaged");
  return *newest;
}

Status WatermarkFile::write(const Watermark& watermark) {
  const std::string bytes = slot_bytes(watermark);
  const auto offset = static_cast<off_t>(watermark.number % 2 * kSlot);
  const auto now = std::chrono::steady_clock::now();
  const bool sync = now - synced_ >= kSyncEvery;
  if (::pwrite(file_.get(), bytes.data(), bytes.size(), offset) != static_cast<ssize_t>(bytes.size()) ||
      (sync && ::fdatasync(file_.get()) != 0)) {
    return io_error(std::string("cannot write the commit watermark: ") + std::strerror(errno));
  }
  if (sync) synced_ = now;
  return {};
}

WatermarkFile::~WatermarkFile() { ::fdatasync(file_.get()); }

bool has_clean_mark(const fs::path& path) { return fs::exists(path / "CLEAN"); }
Status set_clean_mark(const fs::path& path) { return write_small_file(path / "CLEAN", "closed\n"); }
Status remove_clean_mark(const fs::path& path) {
  std::error_code error;
  if (!fs::remove(path / "CLEAN", error))
    return error ? failed("remove", path / "CLEAN", error.value()) : Status();
  return sync_directory(path);
}

Result<std::unique_ptr<ReaderDirectory>> ReaderDirectory::make(const fs::path& path) {
  static std::atomic<int> counter{0};
  const fs::path own = path / "readers" / (std::to_string(::getpid()) + "-" + std::to_string(counter++));
  std::error_code error;
  fs::create_directories(own, error);
  if (error) return failed("create", own, error.value());
  return std::unique_ptr<ReaderDirectory>(new ReaderDirectory(path / "data", own));
}

void ReaderDirectory::sweep(const fs::path& path) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path / "readers", error)) {
    const pid_t pid = std::atoi(entry.path().filename().c_str());
    if (pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), error);
  }
}

ReaderDirectory::~ReaderDirectory() {
  std::error_code error;
  fs::remove_all(own_, error);
}

namespace {

std::set<std::string> files_ending(const fs::path& directory, std::string_view ending) {
  std::set<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename();
    if (name.ends_with(ending)) names.insert(name);
  }
  return names;
}

}  // namespace

// The logs first: a link keeps a log that the writer then flushes and deletes. Then the list of files, which can
// only have moved on from what the logs hold. A log that appeared meanwhile may hold what the list does not: again.
Result<bool> ReaderDirectory::link_files() {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(own_)) fs::remove(entry.path(), error);
  const std::set<std::string> logs = files_ending(data_, ".log");
  for (const std::string& log : logs) {
    fs::create_hard_link(data_ / log, own_ / log, error);
    if (error) return false;
  }
  const std::string current = read_small_file(data_ / "CURRENT");
  if (current.empty() || current.back() != '\n') return false;
  const std::string manifest = current.substr(0, current.size() - 1);
  fs::copy_file(data_ / manifest, own_ / manifest, error);
  if (error) return false;
  fs::copy_file(data_ / "CURRENT", own_ / "CURRENT", error);
  if (error) return false;
  for (const std::string& table : files_ending(data_, ".sst")) {
    fs::create_hard_link(data_ / table, own_ / table, error);
    if (error && error != std::errc::no_such_file_or_directory)
      return failed("link", data_ / table, error.value());
  }
  const std::set<std::string> logs_now = files_ending(data_, ".log");
  return std::includes(logs.begin(), logs.end(), logs_now.begin(), logs_now.end()) &&
         read_small_file(own_ / "CURRENT") == current;
}

}  // namespace dossier::graph::kv
