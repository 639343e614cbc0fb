#include "ingest/readers/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <memory>

namespace dossier::ingest {
namespace {

constexpr std::string_view kGzip = "\x1F\x8B";
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD";
constexpr std::size_t kBlock = std::size_t{64} << 10;

Status too_large(std::size_t max_bytes) {
  return Status(StatusCode::kResourceExhausted,
                "decompresses to more than the limit of " + std::to_string(max_bytes) + " bytes");
}

Result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return internal_error("zlib could not be started");
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
  std::string result;
  std::array<char, kBlock> block;
  bool ended = false;
  while (true) {
    if (stream.avail_in == 0) {
      const std::size_t portion = std::min(bytes.size(), std::size_t{1} << 30);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream.avail_in = static_cast<uInt>(portion);
      bytes.remove_prefix(portion);
    }
    if (ended &&
        !std::string_view(reinterpret_cast<char*>(stream.next_in), stream.avail_in).starts_with(kGzip))
      break;
    if (ended && inflateReset(&stream) != Z_OK)
      return internal_error("zlib could not go on to the next member");
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = kBlock;
    const int outcome = inflate(&stream, Z_NO_FLUSH);
    result.append(block.data(), kBlock - stream.avail_out);
    if (result.size() > max_bytes) return too_large(max_bytes);
    ended = outcome == Z_STREAM_END;
    if (!ended && outcome != Z_OK) return invalid_argument("damaged or cut-off gzip data");
  }
  return result;
}

Result<std::string> unzstd(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          &ZSTD_freeDStream);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::string result;
  std::array<char, kBlock> block;
  std::size_t pending = 0;
  bool block_full = false;
  while (in.pos < in.size || block_full) {
    ZSTD_outBuffer out{block.data(), kBlock, 0};
    pending = ZSTD_decompressStream(stream.get(), &out, &in);
    if (ZSTD_isError(pending)) return invalid_argument("damaged Zstandard data");
    result.append(block.data(), out.pos);
    if (result.size() > max_bytes) return too_large(max_bytes);
    block_full = out.pos == kBlock;
  }
  if (pending != 0) return invalid_argument("cut-off Zstandard data");
  return result;
}

}  // namespace

bool is_compressed(std::string_view bytes) { return bytes.starts_with(kGzip) || bytes.starts_with(kZstd); }

Result<std::string> decompress(std::string_view bytes, std::size_t max_bytes) {
  return bytes.starts_with(kZstd) ? unzstd(bytes, max_bytes) : gunzip(bytes, max_bytes);
}

}  // namespace dossier::ingest
