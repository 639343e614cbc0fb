// What every implementation of the key-value seam must do, run against each of them.
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/graph/kv_backends.h"

using namespace dossier::graph;
using dossier::graph::test::Backend;
using kv::Durability;
using kv::Table;

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void put(kv::KeyValueStore& store, std::vector<kv::Write> writes) {
  REQUIRE(store.commit(store.snapshot()->version(), std::move(writes), Durability::kBuffered).ok());
}

Rows rows(const kv::KeyValueStore& store, const kv::Snapshot& snapshot, std::string_view begin = {},
          std::string_view end = {}, kv::ReadOptions options = {}) {
  kv::Entries entries;
  const kv::Range range{begin, end};
  REQUIRE(store.read(snapshot, Table::kNode, std::span(&range, 1), options, entries).ok());
  Rows all;
  for (std::size_t i = 0; i < entries.size(); ++i) all.emplace_back(entries.key(i), entries.value(i));
  return all;
}

std::optional<std::string> get(const kv::KeyValueStore& store, Table table, std::string_view key) {
  std::vector<std::optional<std::string>> values;
  REQUIRE(store.get(*store.snapshot(), table, std::span(&key, 1), values).ok());
  REQUIRE(values.size() == 1);
  return values.front();
}

}  // namespace

TEST_CASE("a snapshot never sees a later commit", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  put(store, {{Table::kNode, "a", "1"}, {Table::kNode, "b", "1"}});
  const auto before = store.snapshot();
  put(store, {{Table::kNode, "a", "2"}, {Table::kNode, "b", std::nullopt}, {Table::kNode, "c", "2"}});
  CHECK(rows(store, *before) == Rows{{"a", "1"}, {"b", "1"}});
  CHECK(rows(store, *store.snapshot()) == Rows{{"a", "2"}, {"c", "2"}});
}

TEST_CASE("a commit on top of another version than expected is refused and writes nothing", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  const auto version = store.snapshot()->version();
  put(store, {{Table::kNode, "a", "1"}});
  const auto result = store.commit(version, {{Table::kNode, "a", "2"}}, Durability::kBuffered);
  REQUIRE_FALSE(result.ok());
  CHECK(result.status().code() == dossier::StatusCode::kBusy);
  CHECK(get(store, Table::kNode, "a") == "1");
}

TEST_CASE("of two writes of one key in a commit the later wins", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  put(store, {{Table::kNode, "a", "1"},
              {Table::kNode, "a", std::nullopt},
              {Table::kNode, "b", std::nullopt},
              {Table::kNode, "b", "2"}});
  CHECK(rows(store, *store.snapshot()) == Rows{{"b", "2"}});
}

TEST_CASE("tables do not share keys", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  put(store, {{Table::kSpo, "a", "spo"}, {Table::kOps, "a", "ops"}});
  CHECK(get(store, Table::kSpo, "a") == "spo");
  CHECK(get(store, Table::kOps, "a") == "ops");
  CHECK_FALSE(get(store, Table::kTso, "a"));
}

TEST_CASE("keys sort as unsigned bytes and a range excludes its end", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  const std::string high("\xff", 1), zero("\0", 1), low("\x7f", 1);
  put(store, {{Table::kNode, high, "3"}, {Table::kNode, zero, "1"}, {Table::kNode, low, "2"}});
  CHECK(rows(store, *store.snapshot()) == Rows{{zero, "1"}, {low, "2"}, {high, "3"}});
  CHECK(rows(store, *store.snapshot(), zero, low) == Rows{{zero, "1"}});
  CHECK(rows(store, *store.snapshot(), low, {}) == Rows{{low, "2"}, {high, "3"}});
  CHECK(rows(store, *store.snapshot(), {}, {}, {SIZE_MAX, true}) == Rows{{zero, ""}, {low, ""}, {high, ""}});
}

TEST_CASE("a limit stops a read only where more would come, and the read can go on", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  put(store, {{Table::kNode, "a1", "x"}, {Table::kNode, "a2", "x"}, {Table::kNode, "b1", "x"}});
  const std::vector<kv::Range> ranges = {{"a", "b"}, {"b", "c"}, {"c", "d"}};
  kv::Entries entries;
  const auto snapshot = store.snapshot();
  const auto read = [&](std::size_t limit) {
    REQUIRE(store.read(*snapshot, Table::kNode, ranges, {limit, false}, entries).ok());
  };
  read(3);
  CHECK_FALSE(entries.stopped());
  REQUIRE(entries.groups() == 3);
  CHECK((entries.offset(1) == 2 && entries.offset(2) == 3 && entries.offset(3) == 3));
  read(2);
  CHECK(entries.stopped());
  CHECK(entries.groups() == 2);
  read(1);
  CHECK(entries.stopped());
  REQUIRE(entries.groups() == 1);
  CHECK(rows(store, *snapshot, std::string(entries.key(0)) + '\0', "b") == Rows{{"a2", "x"}});
}

TEST_CASE("get answers every key in the order asked", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  put(store, {{Table::kRel, "a", "1"}, {Table::kRel, "c", ""}});
  const std::vector<std::string_view> keys = {"a", "b", "c"};
  std::vector<std::optional<std::string>> values;
  REQUIRE(store.get(*store.snapshot(), Table::kRel, keys, values).ok());
  CHECK(values == std::vector<std::optional<std::string>>{"1", std::nullopt, ""});
}

TEST_CASE("bulk adds a sorted stream", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  int next = 0;
  std::string key;
  REQUIRE(store
              .bulk(Table::kNode,
                    [&](std::string_view& k, std::string_view& v) -> dossier::Result<bool> {
                      if (next == 1000) return false;
                      key = std::to_string(10000 + next++);
                      k = key, v = "x";
                      return true;
                    })
              .ok());
  CHECK(rows(store, *store.snapshot()).size() == 1000);
  CHECK(get(store, Table::kNode, "10999") == "x");
}

TEST_CASE("random commits read back as a map through every snapshot held", "[graph][kv]") {
  Backend backend(GENERATE(from_range(Backend::names())));
  auto& store = backend.store();
  std::mt19937 random(7);
  std::map<std::string, std::string> model;
  std::vector<std::pair<std::shared_ptr<const kv::Snapshot>, std::map<std::string, std::string>>> held;
  for (int round = 0; round < 300; ++round) {
    std::vector<kv::Write> writes;
    for (int n = static_cast<int>(random() % 8); n >= 0; --n) {
      const std::string key(1 + random() % 3, static_cast<char>('a' + random() % 5));
      if (random() % 3 == 0) {
        model.erase(key);
        writes.push_back({Table::kNode, key, std::nullopt});
      } else {
        model[key] = std::to_string(round);
        writes.push_back({Table::kNode, key, std::to_string(round)});
      }
    }
    put(store, std::move(writes));
    if (random() % 10 == 0) held.emplace_back(store.snapshot(), model);
    if (held.size() > 4) held.erase(held.begin() + static_cast<long>(random() % held.size()));
    REQUIRE(rows(store, *store.snapshot()) == Rows(model.begin(), model.end()));
    for (const auto& [snapshot, then] : held)
      REQUIRE(rows(store, *snapshot) == Rows(then.begin(), then.end()));
  }
}
