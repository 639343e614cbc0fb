#include "ingest/nlp/hash.h"

#include <bit>
#include <cstring>

namespace dossier::ingest::nlp {
namespace {

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

}  // namespace

std::uint64_t string_hash(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995ULL;
  constexpr int kShift = 47;
  constexpr std::uint64_t kSeed = 1;
  std::uint64_t h = kSeed ^ (text.size() * kMultiplier);
  while (text.size() >= 8) {
    std::uint64_t k = 0;
    std::memcpy(&k, text.data(), 8);
    k *= kMultiplier;
    k ^= k >> kShift;
    h = (h ^ (k * kMultiplier)) * kMultiplier;
    text.remove_prefix(8);
  }
  if (!text.empty()) {
    std::uint64_t tail = 0;
    std::memcpy(&tail, text.data(), text.size());
    h = (h ^ tail) * kMultiplier;
  }
  h ^= h >> kShift;
  h *= kMultiplier;
  return h ^ (h >> kShift);
}

std::array<std::uint32_t, 4> embedding_hash(std::uint64_t key, std::uint32_t seed) {
  std::uint64_t a = std::rotl(key * 0x87c37b91114253d5ULL, 31) * 0x4cf5ad432745937fULL;
  a ^= seed ^ 8U;
  std::uint64_t b = seed ^ 8U;
  a += b;
  b += a;
  a = mixed(a);
  b = mixed(b);
  a += b;
  b += a;
  return {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32), static_cast<std::uint32_t>(b),
          static_cast<std::uint32_t>(b >> 32)};
}

}  // namespace dossier::ingest::nlp
