// Article files on disk: reading one, and finding all below a folder in an order that does not depend on the file system.

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "dossier/ingest/reader.h"
#include "dossier/status_macros.h"
#include "ingest/readers/format.h"

namespace dossier::ingest {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_bytes(const fs::path& file, std::size_t max_bytes) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> handle(std::fopen(file.c_str(), "rb"), &std::fclose);
  if (handle == nullptr) {
    const StatusCode code = errno == ENOENT ? StatusCode::kNotFound : StatusCode::kIoError;
    return Status(code, file.string() + ": " + std::strerror(errno));
  }
  std::string bytes;
  constexpr std::size_t kBlock = std::size_t{1} << 20;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kBlock);
    const std::size_t got = std::fread(bytes.data() + before, 1, kBlock, handle.get());
    bytes.resize(before + got);
    if (bytes.size() > max_bytes) {
      return Status(StatusCode::kResourceExhausted,
                    file.string() + ": larger than the limit of " + std::to_string(max_bytes) + " bytes");
    }
    if (got < kBlock) break;
  }
  if (std::ferror(handle.get()) != 0) return io_error(file.string() + ": " + std::strerror(errno));
  return bytes;
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && at != end) {
    std::error_code entry_error;
    const bool hidden = is_hidden(at->path());
    if (hidden && at->is_directory(entry_error)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(entry_error) &&
        format_of_name(at->path().native()) != Format::kDetect) {
      files.push_back(at->path());
    }
    at.increment(error);
  }
  if (error) return io_error(folder.string() + ": " + error.message());
  std::sort(files.begin(), files.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return files;
}

}  // namespace

Result<ReadReport> read_article_file(const fs::path& file, const ReadOptions& options,
                                     const ArticleSink& sink) {
  std::error_code error;
  if (fs::is_directory(file, error)) return invalid_argument(file.string() + ": a folder; expected a file");
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, read_bytes(file, options.max_bytes));
  return read_articles(bytes, file.string(), options, sink);
}

Result<std::vector<fs::path>> find_article_files(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return not_found(path.string() + ": no such file or folder");
  if (!fs::is_directory(status)) return std::vector<fs::path>{path};
  return files_below(path);
}

}  // namespace dossier::ingest
