#include "graph/bulk/run_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "dossier/status_macros.h"

namespace dossier::graph {
namespace {
constexpr std::size_t kBlock = 1 << 18;

Status failed(const char* what) {
  if (errno == ENOSPC) return io_error(std::string(what) + ": the disk is full");
  return io_error(std::string(what) + ": " + std::strerror(errno));
}
}  // namespace

Result<std::unique_ptr<RunFile>> RunFile::make(const std::filesystem::path& folder) {
  std::string name = (folder / "sort-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return failed(("cannot create a file for sorting in " + folder.string()).c_str());
  ::unlink(name.c_str());
  return std::unique_ptr<RunFile>(new RunFile(descriptor));
}

RunFile::~RunFile() { ::close(descriptor_); }

Status RunFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBlock) {
    DOSSIER_RETURN_IF_ERROR(write(buffer_));
    buffer_.clear();
  }
  if (bytes.size() > kBlock) return write(bytes);
  if (buffer_.capacity() < kBlock) buffer_.reserve(kBlock);
  buffer_.append(bytes);
  return {};
}

Status RunFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return failed("cannot write sorted data");
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return {};
}

Status RunFile::finish() {
  DOSSIER_RETURN_IF_ERROR(write(buffer_));
  buffer_ = {};
  return {};
}

Result<std::string_view> RunReader::take(std::size_t size) {
  if (buffer_.size() - at_ < size) {
    buffer_.erase(0, at_);
    at_ = 0;
    while (buffer_.size() < size) {
      const std::size_t kept = buffer_.size();
      buffer_.resize(kept + std::max(wanted_, size - kept));
      const ssize_t got = ::pread(file_->descriptor_, buffer_.data() + kept, buffer_.size() - kept,
                                  static_cast<off_t>(offset_));
      if (got < 0) return failed("cannot read sorted data back");
      buffer_.resize(kept + static_cast<std::size_t>(got));
      offset_ += static_cast<std::uint64_t>(got);
      if (got == 0) break;
    }
  }
  const std::string_view bytes = std::string_view(buffer_).substr(at_, size);
  at_ += bytes.size();
  return bytes;
}

}  // namespace dossier::graph
