#include "ingest/nlp/weights_file.h"

#include <catch2/catch.hpp>

#include "dossier/ingest/model.h"
#include "tests/ingest/nlp/weights_builder.h"

namespace dossier::ingest::nlp {
namespace {

Status opening(const std::string& bytes) {
  const TemporaryFile file(bytes);
  const auto opened = WeightsFile::open(file.path());
  return opened.ok() ? Status() : opened.status();
}

WeightsBuilder sample() {
  WeightsBuilder builder;
  builder.text("text.note", "héllo").floats("a", {2, 3}, {1, -2, 3.5F, 0, 1e-8F, 6});
  return builder;
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("tensors are read as they were written", "[ingest][weights_file]") {
  const auto file = sample().build();
  REQUIRE(file != nullptr);
  CHECK(*file->text("text.note") == "héllo");
  CHECK(*file->floats("a", {2, 3}) == std::vector<float>{1, -2, 3.5F, 0, 1e-8F, 6});
  CHECK(file->metadata("name") == "test");
  CHECK(file->verify().ok());
}

TEST_CASE("a tensor of another shape or kind is refused", "[ingest][weights_file]") {
  const auto file = sample().build();
  REQUIRE(file != nullptr);
  CHECK(file->floats("a", {3, 2}).status().code() == StatusCode::kCorruption);
  CHECK(file->floats("b", {3, 2}).status().message().find("no tensor b") != std::string::npos);
  CHECK_FALSE(file->text("a").ok());
  CHECK_FALSE(file->floats("text.note", {6}).ok());
}

TEST_CASE("a file that is not whole is refused, wherever it ends", "[ingest][weights_file]") {
  const std::string whole = sample().bytes();
  CHECK(opening(whole).ok());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    INFO(size);
    CHECK(opening(whole.substr(0, size)).code() == StatusCode::kCorruption);
  }
}

TEST_CASE("an altered byte of a tensor is noticed", "[ingest][weights_file]") {
  std::string bytes = sample().bytes();
  bytes[bytes.size() - 64] = static_cast<char>(bytes[bytes.size() - 64] ^ 1);
  CHECK(opening(bytes).message().find("wrong checksum") != std::string::npos);
}

TEST_CASE("an altered byte of the header is noticed, wherever it stands", "[ingest][weights_file]") {
  const std::string whole = sample().bytes();
  const std::size_t end = whole.find("}}") + 2;
  for (std::size_t at = 0; at < end; ++at) {
    INFO(at);
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    CHECK_FALSE(opening(bytes).ok());
  }
}

TEST_CASE("headers that cannot be are refused", "[ingest][weights_file]") {
  const std::string whole = sample().bytes();
  const auto [from, to] = GENERATE(table<std::string, std::string>({
      {"\"F32\"", "\"F64\""},
      {"[2,3]", "[2,4]"},
      {"[2,3]", "[-1]"},
      {"{\"__meta", "[\"__meta"},
      {"\"data_offsets\":[0,24]", "\"data_offsets\":[0,99]"},
      {"dossier-language", "somebody-language"},
  }));
  INFO(from << " -> " << to);
  const std::size_t at = whole.find(from);
  REQUIRE(at != std::string::npos);
  std::string bytes = whole;
  bytes.replace(at, from.size(),
                to + std::string(from.size() > to.size() ? from.size() - to.size() : 0, ' '));
  CHECK(opening(sealed(bytes)).code() == StatusCode::kCorruption);
}

TEST_CASE("another version of the format is unsupported, and no file at all is not found",
          "[ingest][weights_file]") {
  CHECK(opening(replaced(sample().bytes(), "dossier-language/2", "dossier-language/3")).code() ==
        StatusCode::kUnsupported);
  CHECK(WeightsFile::open("/nonexistent/model.dlm").status().code() == StatusCode::kNotFound);
  CHECK(WeightsFile::open("/dev/null").status().code() == StatusCode::kCorruption);
}

TEST_CASE("a whole file that is not a language model is refused by name", "[ingest][weights_file]") {
  const TemporaryFile file(sample().bytes());
  const auto model = LanguageModel::load(file.path());
  REQUIRE_FALSE(model.ok());
  CHECK(model.status().code() == StatusCode::kCorruption);
  CHECK(model.status().message().find("text.config") != std::string::npos);
}

TEST_CASE("a file altered with its fast checksum is found out by the slow one", "[ingest][weights_file]") {
  WeightsBuilder builder = sample();
  builder.metadata("content_sha256", std::string(64, '0'));
  const auto file = builder.build();
  REQUIRE(file != nullptr);
  CHECK(file->verify().message().find("SHA-256") != std::string::npos);
}

}  // namespace dossier::ingest::nlp
