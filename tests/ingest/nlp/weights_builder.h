// Weights files made by hand, for tests that need no model.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

class WeightsBuilder {
 public:
  WeightsBuilder& text(const std::string& name, const std::string& content);
  WeightsBuilder& floats(const std::string& name, std::vector<std::size_t> shape,
                         const std::vector<float>& values);
  /// Small values, different at each place and the same in each run.
  WeightsBuilder& noise(const std::string& name, std::vector<std::size_t> shape);
  WeightsBuilder& metadata(const std::string& key, const std::string& value);

  /// The bytes of the file, with right checksums unless metadata() gave others.
  std::string bytes() const;
  std::shared_ptr<const WeightsFile> build() const;

 private:
  struct Entry {
    std::string dtype;
    std::vector<std::size_t> shape;
    std::string data;
  };
  std::map<std::string, Entry> entries_;
  std::map<std::string, std::string> metadata_ = {{"format", "dossier-language/2"}, {"name", "test"}};
};

/// A weights file with the checksum that its header should have, whatever was altered in it.
std::string sealed(std::string file);

/// A file in the temporary folder that goes with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace dossier::ingest::nlp
