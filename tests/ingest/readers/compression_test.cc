#include "ingest/readers/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>

using namespace dossier::ingest;
using dossier::StatusCode;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(text.size() + 1024, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

}  // namespace

TEST_CASE("compressed bytes come back, members and frames one after another", "[readers][compression]") {
  const std::string text = GENERATE(as<std::string>(), "", "hello", std::string(300'000, 'x') + "y");
  for (const auto compress : {&gzip, &zstd}) {
    const std::string once = compress(text);
    REQUIRE(is_compressed(once));
    CHECK(*decompress(once, 1 << 20) == text);
    CHECK(*decompress(once + once, 1 << 20) == text + text);
  }
}

TEST_CASE("every cut of compressed data is refused", "[readers][compression]") {
  for (const auto compress : {&gzip, &zstd}) {
    const std::string whole = compress("The harbour opened on Tuesday, ending nine years of work.");
    for (std::size_t length = 4; length < whole.size(); ++length) {
      const auto result = decompress(whole.substr(0, length), 1 << 20);
      REQUIRE_FALSE(result.ok());
      CHECK(result.status().code() == StatusCode::kInvalidArgument);
    }
  }
}

TEST_CASE("a bomb stops at the limit", "[readers][compression]") {
  for (const auto compress : {&gzip, &zstd}) {
    const auto result = decompress(compress(std::string(5'000'000, 'a')), 100'000);
    REQUIRE_FALSE(result.ok());
    CHECK(result.status().code() == StatusCode::kResourceExhausted);
  }
}
