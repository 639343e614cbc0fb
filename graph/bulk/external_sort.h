// Sorting more keys than memory holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"
#include "graph/bulk/run_file.h"
#include "graph/kv/key_value_store.h"

namespace dossier::graph {

/// Takes keys with values in any order and gives them back ascending by key. Keys must be distinct.
///
/// Cost     key + value + 32 bytes of memory an entry up to `memory`; beyond, sorted runs in files that are merged.
class ExternalSorter {
 public:
  /// Runs go to nameless files in `folder`.
  ExternalSorter(std::filesystem::path folder, std::uint64_t memory);
  ~ExternalSorter();

  Status add(std::string_view key, std::string_view value);
  std::uint64_t size() const { return size_; }
  /// Puts what is in memory on disk, for whoever needs the memory more.
  Status spill();
  /// The sorted entries, once. The sorter must outlive the stream.
  Result<kv::EntryStream> sorted();
  /// Frees what it holds.
  void clear();

 private:
  struct Entry {
    std::uint64_t prefix[3];  // the key's first 24 bytes, zero-filled, as numbers that compare like them
    std::uint64_t offset;     // in bytes_: key size u32, value size u32, key, value
  };
  class Merging;

  void reserve();
  void sort_buffer();
  std::string_view key_at(std::uint64_t offset) const;
  std::string_view value_at(std::uint64_t offset) const;

  std::filesystem::path folder_;
  std::uint64_t memory_;
  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<RunFile>> runs_;
  std::unique_ptr<Merging> merge_;
  std::size_t next_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace dossier::graph
