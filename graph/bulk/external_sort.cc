// Entries are sorted by their first 24 bytes held next to each other, and by the rest of the key only where those are
// equal: keys of the four orders have 28 bytes, so a comparison seldom leaves the array. A full buffer is written as a
// run; at the end the runs are merged through a heap, each read in large blocks.
#include "graph/bulk/external_sort.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <queue>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kHeader = 8, kPrefix = 24, kBlock = 1 << 18;

void append_sizes(std::string& out, std::size_t key, std::size_t value) {
  append_u32(out, static_cast<std::uint32_t>(key));
  append_u32(out, static_cast<std::uint32_t>(value));
}

}  // namespace

// A sorted run in a file that has no name, so that nothing is left behind.
class ExternalSorter::Run {
 public:
  static Result<std::unique_ptr<Run>> make(const std::filesystem::path& folder) {
    std::string name = (folder / "sort-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) return io_error("cannot create a file in " + folder.string() + ": " + std::strerror(errno));
    ::unlink(name.c_str());
    auto run = std::make_unique<Run>();
    run->file_ = ::fdopen(descriptor, "w+b");
    if (run->file_ == nullptr) return io_error(std::string("cannot open a file for sorting: ") + std::strerror(errno));
    std::setvbuf(run->file_, nullptr, _IOFBF, kBlock);
    return run;
  }
  ~Run() {
    if (file_ != nullptr) std::fclose(file_);
  }

  Status write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return {};
    return io_error(std::string("cannot write sorted data: ") + std::strerror(errno));
  }
  Status rewind() {
    if (std::fflush(file_) != 0 || std::fseek(file_, 0, SEEK_SET) != 0) {
      return io_error(std::string("cannot write sorted data: ") + std::strerror(errno));
    }
    return {};
  }
  /// False at the end.
  Result<bool> next() {
    char header[kHeader];
    const std::size_t got = std::fread(header, 1, kHeader, file_);
    if (got == 0 && std::feof(file_) != 0) return false;
    key_.resize(got == kHeader ? load_u32(header) : 0);
    value_.resize(got == kHeader ? load_u32(header + 4) : 0);
    if (got != kHeader || std::fread(key_.data(), 1, key_.size(), file_) != key_.size() ||
        std::fread(value_.data(), 1, value_.size(), file_) != value_.size()) {
      return io_error("cannot read sorted data back");
    }
    return true;
  }
  const std::string& key() const { return key_; }
  const std::string& value() const { return value_; }

 private:
  std::FILE* file_ = nullptr;
  std::string key_, value_;
};

class ExternalSorter::Merge {
 public:
  Status start(std::vector<std::unique_ptr<Run>>& runs) {
    for (const auto& run : runs) {
      DOSSIER_RETURN_IF_ERROR(run->rewind());
      DOSSIER_RETURN_IF_ERROR(push(run.get()));
    }
    return {};
  }
  Result<bool> next(std::string_view& key, std::string_view& value) {
    if (current_ != nullptr) DOSSIER_RETURN_IF_ERROR(push(current_));
    if (heap_.empty()) return false;
    current_ = heap_.top();
    heap_.pop();
    key = current_->key();
    value = current_->value();
    return true;
  }

 private:
  struct Later {
    bool operator()(const Run* a, const Run* b) const { return a->key() > b->key(); }
  };
  Status push(Run* run) {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, run->next());
    if (more) heap_.push(run);
    return {};
  }
  std::priority_queue<Run*, std::vector<Run*>, Later> heap_;
  Run* current_ = nullptr;
};

ExternalSorter::ExternalSorter(std::filesystem::path folder, std::uint64_t memory)
    : folder_(std::move(folder)), memory_(memory) {}
ExternalSorter::~ExternalSorter() = default;

std::string_view ExternalSorter::key_at(std::uint64_t offset) const {
  return {bytes_.data() + offset + kHeader, load_u32(bytes_.data() + offset)};
}
std::string_view ExternalSorter::value_at(std::uint64_t offset) const {
  const std::string_view key = key_at(offset);
  return {key.data() + key.size(), load_u32(bytes_.data() + offset + 4)};
}

Status ExternalSorter::add(std::string_view key, std::string_view value) {
  const std::uint64_t needed = bytes_.size() + kHeader + key.size() + value.size() + (entries_.size() + 1) * sizeof(Entry);
  if (needed > memory_ && !entries_.empty()) DOSSIER_RETURN_IF_ERROR(spill());
  char padded[kPrefix] = {};
  std::memcpy(padded, key.data(), std::min(kPrefix, key.size()));
  entries_.push_back({{load_u64(padded), load_u64(padded + 8), load_u64(padded + 16)}, bytes_.size()});
  append_sizes(bytes_, key.size(), value.size());
  bytes_.append(key).append(value);
  ++size_;
  return {};
}

void ExternalSorter::sort_buffer() {
  std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) {
    for (int i = 0; i < 3; ++i) {
      if (a.prefix[i] != b.prefix[i]) return a.prefix[i] < b.prefix[i];
    }
    return key_at(a.offset) < key_at(b.offset);
  });
}

Status ExternalSorter::spill() {
  sort_buffer();
  DOSSIER_ASSIGN_OR_RETURN(std::unique_ptr<Run> run, Run::make(folder_));
  for (const Entry& entry : entries_) {
    const std::size_t size = kHeader + key_at(entry.offset).size() + value_at(entry.offset).size();
    DOSSIER_RETURN_IF_ERROR(run->write(std::string_view(bytes_).substr(entry.offset, size)));
  }
  runs_.push_back(std::move(run));
  bytes_.clear();
  entries_.clear();
  return {};
}

Result<kv::EntryStream> ExternalSorter::sorted() {
  if (runs_.empty()) {
    sort_buffer();
    return kv::EntryStream([this](std::string_view& key, std::string_view& value) -> Result<bool> {
      if (next_ == entries_.size()) return false;
      const std::uint64_t offset = entries_[next_++].offset;
      key = key_at(offset);
      value = value_at(offset);
      return true;
    });
  }
  DOSSIER_RETURN_IF_ERROR(spill());
  bytes_ = {};
  entries_ = {};
  merge_ = std::make_unique<Merge>();
  DOSSIER_RETURN_IF_ERROR(merge_->start(runs_));
  return kv::EntryStream([this](std::string_view& key, std::string_view& value) { return merge_->next(key, value); });
}

}  // namespace dossier::graph
