#include "tests/ingest/nlp/weights_builder.h"

#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "ingest/nlp/hash.h"
#include "ingest/nlp/sha256.h"

namespace dossier::ingest::nlp {
namespace {

void pad_to_64(std::string& bytes, char with) { bytes.append((64 - bytes.size() % 64) % 64, with); }

std::string little_endian(std::uint64_t number) {
  std::string bytes(8, '\0');
  std::memcpy(bytes.data(), &number, 8);
  return bytes;
}

std::string xxh3_hex(const std::string& bytes) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return digits;
}

}  // namespace

WeightsBuilder& WeightsBuilder::text(const std::string& name, const std::string& content) {
  entries_[name] = {"U8", {content.size()}, content};
  return *this;
}

WeightsBuilder& WeightsBuilder::floats(const std::string& name, std::vector<std::size_t> shape,
                                       const std::vector<float>& values) {
  std::string data(values.size() * sizeof(float), '\0');
  std::memcpy(data.data(), values.data(), data.size());
  entries_[name] = {"F32", std::move(shape), std::move(data)};
  return *this;
}

WeightsBuilder& WeightsBuilder::noise(const std::string& name, std::vector<std::size_t> shape) {
  const std::size_t count = std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] =
        static_cast<float>(embedding_hash(i, static_cast<std::uint32_t>(string_hash(name)))[0] % 2001) /
            1000.0F -
        1.0F;
  }
  return floats(name, std::move(shape), values);
}

WeightsBuilder& WeightsBuilder::metadata(const std::string& key, const std::string& value) {
  metadata_[key] = value;
  return *this;
}

std::string WeightsBuilder::bytes() const {
  nlohmann::json header;
  std::string data;
  for (const auto& [name, entry] : entries_) {
    header[name] = {{"dtype", entry.dtype},
                    {"shape", entry.shape},
                    {"data_offsets", {data.size(), data.size() + entry.data.size()}}};
    data += entry.data;
    pad_to_64(data, '\0');
  }
  std::map<std::string, std::string> metadata = {
      {"content_xxh3", xxh3_hex(data)},
      {"content_sha256", sha256_hex(std::as_bytes(std::span(data)))},
      {"header_xxh3", std::string(16, '0')}};
  for (const auto& [key, value] : metadata_) metadata[key] = value;
  header["__metadata__"] = metadata;
  std::string text = header.dump();
  text.append((64 - (8 + text.size()) % 64) % 64, ' ');
  return sealed(little_endian(text.size()) + text + data);
}

std::string sealed(std::string file) {
  std::uint64_t length = 0;
  std::memcpy(&length, file.data(), 8);
  std::string header = file.substr(8, length);
  constexpr std::string_view kKey = "\"header_xxh3\":\"";
  const std::size_t at = header.find(kKey) + kKey.size();
  header.replace(at, 16, 16, '0');
  header.replace(at, 16, xxh3_hex(header));
  return file.replace(8, length, header);
}

std::shared_ptr<const WeightsFile> WeightsBuilder::build() const {
  const TemporaryFile file(bytes());
  auto opened = WeightsFile::open(file.path());
  return opened.ok() ? *opened : nullptr;
}

TemporaryFile::TemporaryFile(const std::string& bytes) {
  static std::atomic<int> number = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("dossier_nlp_" + std::to_string(::getpid()) + "_" + std::to_string(number++));
  std::ofstream(path_, std::ios::binary) << bytes;
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

}  // namespace dossier::ingest::nlp
