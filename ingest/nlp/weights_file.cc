// The layout is that of safetensors: an 8-byte little-endian length, that much JSON, then the tensors.
//
//     {"__metadata__": {"format": "dossier-language/2", ...},
//      "t2v.mix.W": {"dtype": "F32", "shape": [96, 3, 576], "data_offsets": [3456000, 4119552]}, ...}
//
// Offsets count from the end of the header, which ends at a multiple of 64, and are multiples of 64
// themselves, so every tensor may be read in place. One checksum is of the tensors, one of the header, taken while zeros
// stand in its place. Written by convert/weights_file.py. Tested by
// weights_file_test.cc.
#include "ingest/nlp/weights_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>

#include "dossier/status_macros.h"
#include "ingest/nlp/sha256.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::string_view kFormat = "dossier-language/2";
constexpr std::size_t kAlignment = 64;
static_assert(std::endian::native == std::endian::little, "weights are read in place");

std::size_t size_of(std::string_view dtype) {
  if (dtype == "U64") return 8;
  if (dtype == "F32" || dtype == "U32") return 4;
  if (dtype == "F16") return 2;
  return dtype == "U8" ? 1 : 0;
}

// Half to single precision, exact; the scale moves the exponent's bias and makes subnormals right as well.
float widened(std::uint16_t half) {
  const std::uint32_t magnitude = static_cast<std::uint32_t>(half & 0x7FFF) << 13;
  const float value = std::bit_cast<float>(magnitude) * 0x1p112F;
  return (half & 0x8000) != 0 ? -value : value;
}

std::string in_hexadecimal(std::uint64_t number) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; number >>= 4) digits[i] = "0123456789abcdef"[number & 15];
  return digits;
}

// Whether the header is the one that was written.
bool is_whole(std::string_view header, std::string_view checksum) {
  const std::string entry = "\"header_xxh3\":\"" + std::string(checksum) + '"';
  const std::size_t at = header.find(entry);
  if (checksum.size() != 16 || at == std::string_view::npos) return false;
  std::string blank(header);
  blank.replace(at + entry.size() - 17, 16, 16, '0');
  return checksum == in_hexadecimal(XXH3_64bits(blank.data(), blank.size()));
}

// Fills `tensor` from its entry in the header; false for an entry that cannot be.
bool read_tensor(const nlohmann::json& entry, std::span<const std::byte> data, Tensor& tensor) {
  tensor.dtype = entry.at("dtype").get<std::string>();
  tensor.shape = entry.at("shape").get<std::vector<std::size_t>>();
  const auto begin = entry.at("data_offsets").at(0).get<std::size_t>();
  const auto end = entry.at("data_offsets").at(1).get<std::size_t>();
  std::size_t size = size_of(tensor.dtype);
  for (const std::size_t extent : tensor.shape) {
    if (extent != 0 && size > data.size() / extent) return false;
    size *= extent;
  }
  if (begin > end || end > data.size() || end - begin != size || size_of(tensor.dtype) == 0) return false;
  tensor.data = data.subspan(begin, size);
  return true;
}

}  // namespace

Status WeightsFile::error(const std::string& what) const { return corruption(path_ + ": " + what); }

WeightsFile::~WeightsFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Result<std::shared_ptr<const WeightsFile>> WeightsFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return not_found(file.string() + ": no language model there (" + std::strerror(errno) + ")");
  std::shared_ptr<WeightsFile> weights(new WeightsFile);
  weights->path_ = file.string();
  struct stat information {};
  void* mapping = MAP_FAILED;
  if (::fstat(descriptor, &information) == 0 && S_ISREG(information.st_mode) && information.st_size > 0) {
    mapping =
        ::mmap(nullptr, static_cast<std::size_t>(information.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  ::close(descriptor);
  if (mapping == MAP_FAILED) return weights->error("not a language model: an empty or special file");
  weights->bytes_ = {static_cast<const std::byte*>(mapping), static_cast<std::size_t>(information.st_size)};
  DOSSIER_RETURN_IF_ERROR(weights->read_header());
  return std::shared_ptr<const WeightsFile>(std::move(weights));
}

Status WeightsFile::read_header() {
  std::uint64_t length = 0;
  if (bytes_.size() < sizeof length) return error("not a language model: too short");
  std::memcpy(&length, bytes_.data(), sizeof length);
  if (length > bytes_.size() - sizeof length)
    return error("not a language model, or cut short: no whole header");
  data_ = bytes_.subspan(sizeof length + length);
  const auto* text = reinterpret_cast<const char*>(bytes_.data()) + sizeof length;
  const nlohmann::json header = nlohmann::json::parse(text, text + length, nullptr, false);
  if (!header.is_object() || !header.contains("__metadata__"))
    return error("not a language model: no header");
  try {
    metadata_ = header["__metadata__"].get<std::map<std::string, std::string>>();
    const std::string_view format = metadata("format");
    if (format != kFormat) {
      const bool newer = format.starts_with("dossier-language/");
      const std::string message =
          path_ + ": format \"" + std::string(format) + "\", expected \"" + std::string(kFormat) + "\"";
      return newer ? Status(StatusCode::kUnsupported, message) : corruption(message);
    }
    if (!is_whole({text, length}, metadata("header_xxh3")))
      return error("the header is altered: wrong checksum");
    if ((sizeof length + length) % kAlignment != 0)
      return error("the header does not end at a multiple of 64 bytes");
    for (const auto& [name, entry] : header.items()) {
      if (name == "__metadata__") continue;
      Tensor& tensor = tensors_[name];
      if (!read_tensor(entry, data_, tensor))
        return error("cut short, or altered: tensor " + name + " is not in the file");
      const auto offset = static_cast<std::size_t>(tensor.data.data() - data_.data());
      if (tensor.dtype != "U8" && offset % kAlignment != 0)
        return error("tensor " + name + " is not aligned");
    }
  } catch (const nlohmann::json::exception& exception) {
    return error(std::string("the header is altered: ") + exception.what());
  }
  if (metadata("content_xxh3") != in_hexadecimal(XXH3_64bits(data_.data(), data_.size()))) {
    return error("the weights are not those that were written: wrong checksum");
  }
  return {};
}

std::string_view WeightsFile::metadata(const std::string& key) const {
  const auto at = metadata_.find(key);
  return at == metadata_.end() ? std::string_view() : at->second;
}

Result<const Tensor*> WeightsFile::find(const std::string& name, std::string_view dtype) const {
  const auto at = tensors_.find(name);
  if (at == tensors_.end()) return error("no tensor " + name);
  if (!dtype.empty() && at->second.dtype != dtype) {
    return error("tensor " + name + " is " + at->second.dtype + ", expected " + std::string(dtype));
  }
  return &at->second;
}

Result<std::vector<float>> WeightsFile::floats(const std::string& name,
                                               const std::vector<std::size_t>& shape) const {
  DOSSIER_ASSIGN_OR_RETURN(const Tensor* tensor, find(name, ""));
  if (tensor->shape != shape)
    return error("tensor " + name + " does not have the shape that text.config implies");
  const std::byte* bytes = tensor->data.data();
  if (tensor->dtype == "F32") {
    std::vector<float> values(tensor->data.size() / sizeof(float));
    std::memcpy(values.data(), bytes, tensor->data.size());
    return values;
  }
  if (tensor->dtype != "F16")
    return error("tensor " + name + " is " + tensor->dtype + ", expected F32 or F16");
  std::vector<float> values(tensor->data.size() / sizeof(std::uint16_t));
  const auto* halves = reinterpret_cast<const std::uint16_t*>(bytes);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = widened(halves[i]);
  return values;
}

Result<std::span<const float>> WeightsFile::floats_in_place(const std::string& name) const {
  DOSSIER_ASSIGN_OR_RETURN(const Tensor* tensor, find(name, "F32"));
  return std::span(reinterpret_cast<const float*>(tensor->data.data()), tensor->data.size() / sizeof(float));
}

Result<std::string_view> WeightsFile::text(const std::string& name) const {
  DOSSIER_ASSIGN_OR_RETURN(const Tensor* tensor, find(name, "U8"));
  return std::string_view(reinterpret_cast<const char*>(tensor->data.data()), tensor->data.size());
}

template <typename Integer>
Result<std::span<const Integer>> WeightsFile::integers(const std::string& name) const {
  DOSSIER_ASSIGN_OR_RETURN(const Tensor* tensor, find(name, sizeof(Integer) == 8 ? "U64" : "U32"));
  return std::span(reinterpret_cast<const Integer*>(tensor->data.data()),
                   tensor->data.size() / sizeof(Integer));
}
template Result<std::span<const std::uint32_t>> WeightsFile::integers(const std::string&) const;
template Result<std::span<const std::uint64_t>> WeightsFile::integers(const std::string&) const;

Status WeightsFile::verify() const {
  if (sha256_hex(data_) == metadata("content_sha256")) return {};
  return error("the weights are not those that were written: wrong SHA-256");
}

}  // namespace dossier::ingest::nlp
