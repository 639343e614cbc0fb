#include "ingest/nlp/hash.h"

#include <catch2/catch.hpp>

#include "ingest/nlp/sha256.h"

namespace dossier::ingest::nlp {

TEST_CASE("strings have the hashes that spaCy gives them", "[ingest][hash]") {
  const auto [text, hash] = GENERATE(table<std::string, std::uint64_t>({
      {"apple", 8566208034543834098U},
      {"banana", 2525716904149915114U},
      {"coffee", 3197928453018144401U},
      {"a", 11901859001352538922U},
      {"the", 7425985699627899538U},
      {"hello", 5983625672228268878U},
      {"Xxxx", 10887629174180191697U},
      {"München", 16965023743306501323U},
      {"agent", 1591739283372538942U},  // as a name it is reserved: see word_rules_test.cc
  }));
  CHECK(string_hash(text) == hash);
}

TEST_CASE("keys have the rows that thinc gives them", "[ingest][hash]") {
  using Rows = std::array<std::uint32_t, 4>;
  const auto [seed, key, rows] = GENERATE(table<std::uint32_t, std::uint64_t, Rows>({
      {8, 8566208034543834098U, Rows{2653853934, 3922826080, 3980780901, 3736755472}},
      {8, 0, Rows{0, 0, 0, 0}},
      {8, 1, Rows{1161550108, 2247783286, 1742325162, 1224191281}},
      {9, 8566208034543834098U, Rows{4123736922, 2784764516, 607874342, 2197463506}},
      {13, 0, Rows{1041741114, 1039425791, 1457952615, 394743738}},
      {13, 1, Rows{1266879892, 1356517611, 318478807, 3343674364}},
  }));
  CHECK(embedding_hash(key, seed) == rows);
}

TEST_CASE("SHA-256 agrees with FIPS 180-4's examples", "[ingest][sha256]") {
  const auto [text, digest] = GENERATE(table<std::string, std::string>({
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  }));
  CHECK(sha256_hex(std::as_bytes(std::span(text))) == digest);
}

}  // namespace dossier::ingest::nlp
