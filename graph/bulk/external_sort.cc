// Entries are sorted by their first 24 bytes held next to each other, and by the rest of the key only where those are
// equal, so a comparison seldom leaves the array. A full buffer is written as a run; at the end the runs are merged.
#include "graph/bulk/external_sort.h"

#include <algorithm>
#include <cstring>

#include "dossier/status_macros.h"
#include "graph/bulk/merge.h"
#include "graph/key_codec.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kHeader = 8, kPrefix = 24;

void append_sizes(std::string& out, std::size_t key, std::size_t value) {
  append_u32(out, static_cast<std::uint32_t>(key));
  append_u32(out, static_cast<std::uint32_t>(value));
}

class Head {
 public:
  Head(const RunFile& run, std::size_t buffer) : reader_(run, buffer) {}

  Result<bool> next() {
    DOSSIER_ASSIGN_OR_RETURN(const std::string_view header, reader_.take(kHeader));
    if (header.empty()) return false;
    if (header.size() < kHeader) return io_error("sorted data ends early");
    key_size_ = load_u32(header.data());
    const std::size_t size = key_size_ + load_u32(header.data() + 4);
    DOSSIER_ASSIGN_OR_RETURN(entry_, reader_.take(size));
    if (entry_.size() < size) return io_error("sorted data ends early");
    return true;
  }
  bool before(const Head& other) const { return key() < other.key(); }
  std::string_view key() const { return entry_.substr(0, key_size_); }
  std::string_view value() const { return entry_.substr(key_size_); }

 private:
  RunReader reader_;
  std::string_view entry_;
  std::size_t key_size_ = 0;
};

}  // namespace

class ExternalSorter::Merging : public Merge<Head> {};

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

// All at once: growing would hold the old and the new buffer. Pages that are never written cost nothing.
void ExternalSorter::reserve() {
  bytes_.reserve(memory_);
  entries_.reserve(memory_ / (sizeof(Entry) + kHeader) + 1);
}

Status ExternalSorter::add(std::string_view key, std::string_view value) {
  const std::uint64_t needed =
      bytes_.size() + kHeader + key.size() + value.size() + (entries_.size() + 1) * sizeof(Entry);
  if (needed > memory_ && !entries_.empty()) DOSSIER_RETURN_IF_ERROR(spill());
  if (entries_.empty()) reserve();
  char padded[kPrefix] = {};
  std::memcpy(padded, key.data(), std::min(kPrefix, key.size()));
  entries_.push_back({{load_u64(padded), load_u64(padded + 8), load_u64(padded + 16)}, bytes_.size()});
  append_sizes(bytes_, key.size(), value.size());
  bytes_.append(key).append(value);
  ++size_;
  return {};
}

void ExternalSorter::sort_buffer() {
  const auto before = [this](const Entry& a, const Entry& b) {
    for (int i = 0; i < 3; ++i) {
      if (a.prefix[i] != b.prefix[i]) return a.prefix[i] < b.prefix[i];
    }
    return key_at(a.offset) < key_at(b.offset);
  };
  if (!std::is_sorted(entries_.begin(), entries_.end(), before))
    std::sort(entries_.begin(), entries_.end(), before);
}

Status ExternalSorter::spill() {
  if (entries_.empty()) return {};
  sort_buffer();
  DOSSIER_ASSIGN_OR_RETURN(std::unique_ptr<RunFile> run, RunFile::make(folder_));
  for (const Entry& entry : entries_) {
    const std::size_t size = kHeader + key_at(entry.offset).size() + value_at(entry.offset).size();
    DOSSIER_RETURN_IF_ERROR(run->append(std::string_view(bytes_).substr(entry.offset, size)));
  }
  DOSSIER_RETURN_IF_ERROR(run->finish());
  runs_.push_back(std::move(run));
  bytes_ = {};
  entries_ = {};
  return {};
}

void ExternalSorter::clear() {
  bytes_ = {};
  entries_ = {};
  runs_.clear();
  merge_.reset();
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
  merge_ = std::make_unique<Merging>();
  std::vector<Head> heads;
  for (const auto& run : runs_) heads.emplace_back(*run, run_buffer(memory_, runs_.size()));
  DOSSIER_RETURN_IF_ERROR(merge_->start(std::move(heads)));
  return kv::EntryStream([this](std::string_view& key, std::string_view& value) -> Result<bool> {
    DOSSIER_ASSIGN_OR_RETURN(const Head* head, merge_->next());
    if (head == nullptr) return false;
    key = head->key();
    value = head->value();
    return true;
  });
}

}  // namespace dossier::graph
