// A .dlm file, mapped: named tensors, strings about them, and two checksums. weights_file.cc has the layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/result.h"

namespace dossier::ingest::nlp {

struct Tensor {
  std::string dtype;  // "F32", "F16", "U8", "U32" or "U64"
  std::vector<std::size_t> shape;
  std::span<const std::byte> data;
};

/// One weights file, mapped read-only for as long as the object lives.
///
/// Threads  const after open.
class WeightsFile {
 public:
  /// Errors   NotFound; Corruption where the header, a tensor's place, or the fast checksum is wrong;
  /// Unsupported
  ///          for another major version of the format.
  /// Cost     one pass over the file, at the speed of memory.
  static Result<std::shared_ptr<const WeightsFile>> open(const std::filesystem::path& file);
  ~WeightsFile();
  WeightsFile(const WeightsFile&) = delete;
  WeightsFile& operator=(const WeightsFile&) = delete;

  /// Empty where the file says nothing of `key`.
  std::string_view metadata(const std::string& key) const;
  bool has(const std::string& name) const { return tensors_.contains(name); }

  /// The numbers of a tensor in single precision. Corruption if it is absent or has another shape.
  Result<std::vector<float>> floats(const std::string& name, const std::vector<std::size_t>& shape) const;
  /// The numbers where they lie: single precision only.
  Result<std::span<const float>> floats_in_place(const std::string& name) const;
  Result<std::string_view> text(const std::string& name) const;
  template <typename Integer>
  Result<std::span<const Integer>> integers(const std::string& name) const;

  /// Recomputes the SHA-256 of all tensors. Corruption if it is not the one in the header.
  Status verify() const;

 private:
  WeightsFile() = default;
  Status read_header();
  Result<const Tensor*> find(const std::string& name, std::string_view dtype) const;
  Status error(const std::string& what) const;

  std::string path_;
  std::span<const std::byte> bytes_;  // the mapping
  std::span<const std::byte> data_;   // its tensors
  std::map<std::string, Tensor> tensors_;
  std::map<std::string, std::string> metadata_;
};

}  // namespace dossier::ingest::nlp
