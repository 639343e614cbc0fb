// A copy is a whole store: STORE, COMMITTED and the engine's files. It is made in TARGET.partial; only the last rename
// gives it its name. Files are synced one by one, then their folders, so that the name never stands for less.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "dossier/status_macros.h"
#include "graph/kv/store_directory.h"

namespace dossier::graph::kv {
namespace fs = std::filesystem;
namespace {

Status failed(const std::string& what, const fs::path& path, int error) {
  if (error == ENOSPC) return io_error("cannot " + what + " " + path.string() + ": the disk is full");
  return io_error("cannot " + what + " " + path.string() + ": " + std::strerror(error));
}

Status sync(const fs::path& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open() || ::fsync(file.get()) != 0) return failed("sync", path, errno);
  return {};
}

// What the engine needs to open: tables, logs, the list of files and its name; not its messages, not its lock.
bool is_engine_file(std::string_view name) {
  return name.ends_with(".sst") || name.ends_with(".log") || name.starts_with("MANIFEST-") ||
         name == "CURRENT" || name == "IDENTITY" || name.starts_with("OPTIONS-");
}

Status require_nothing_at(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (!fs::exists(status)) return {};
  if (fs::is_directory(status) && fs::is_empty(target, error)) {
    if (fs::remove(target, error)) return {};
    return failed("replace", target, error.value());
  }
  return invalid_argument(target.string() + " is there already; expected a new or an empty folder");
}

}  // namespace

Status copy_engine_files(const fs::path& from, const fs::path& to) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(from, error)) {
    const std::string name = entry.path().filename();
    if (!is_engine_file(name)) continue;
    fs::copy_file(entry.path(), to / name, error);
    if (error) return failed("copy " + entry.path().string() + " to", to / name, error.value());
    DOSSIER_RETURN_IF_ERROR(sync(to / name));
  }
  if (error) return failed("read", from, error.value());
  return sync(to);
}

Status make_copy(const fs::path& target, const Watermark& watermark,
                 const std::function<Status(const fs::path& data)>& fill) {
  const fs::path name = fs::absolute(target).lexically_normal();
  const fs::path whole = name.has_filename() ? name : name.parent_path();  // "copy/" is "copy"
  DOSSIER_RETURN_IF_ERROR(require_nothing_at(whole));
  const fs::path partial = whole.string() + ".partial";
  std::error_code error;
  fs::remove_all(partial, error);
  if (error) return failed("remove", partial, error.value());
  const auto make = [&]() -> Status {
    DOSSIER_RETURN_IF_ERROR(prepare_store_directory(partial, true));
    DOSSIER_RETURN_IF_ERROR(fill(partial / "data"));
    {
      DOSSIER_ASSIGN_OR_RETURN(const auto committed, WatermarkFile::open(partial));
      DOSSIER_RETURN_IF_ERROR(committed->write(watermark));
    }
    DOSSIER_RETURN_IF_ERROR(sync(partial));
    fs::rename(partial, whole, error);
    if (error) return failed("rename " + partial.string() + " to", whole, error.value());
    return sync(whole.parent_path());
  };
  Status made = make();
  if (!made.ok()) fs::remove_all(partial, error);
  return made;
}

}  // namespace dossier::graph::kv
