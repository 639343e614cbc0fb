#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "graph/bulk/bulk_import.h"
#include "graph/kv/rocksdb_store.h"
#include "tests/graph/temporary_folder.h"

using namespace dossier::graph;
using dossier::graph::test::TemporaryFolder;

namespace {

using Content = std::map<std::pair<kv::Table, std::string>, std::string>;

void fill(BulkImport& import) {
  const KeyId name = import.key("name"), number = import.key("number");
  REQUIRE(import.create_index(number).ok());
  std::mt19937_64 random(11);
  for (int i = 0; i < 3000; ++i) {
    const LabelId label[] = {import.label(i % 3 == 0 ? "Person" : "Place")};
    const std::pair<KeyId, Value> properties[] = {{name, "N " + std::to_string(random() % 999)}, {number, i}};
    REQUIRE(import.add_node(label, properties).ok());
  }
  for (int i = 0; i < 30000; ++i) {
    const TypeId type = import.type("t" + std::to_string(random() % 7));
    const std::pair<KeyId, Value> properties[] = {{number, static_cast<std::int64_t>(random() % 100)}};
    const NodeId start{random() % 3000}, end{random() % 3000};
    REQUIRE(import.add_relationship(start, type, end, properties).ok());
  }
  REQUIRE(import.finish().ok());
}

// Every key and value of the store after an import by so many threads.
Content imported(std::size_t threads, std::uint64_t memory_budget) {
  TemporaryFolder folder;
  StoreOptions options;
  options.memory_budget = memory_budget;
  kv::RocksDbOptions engine;
  engine.memory = memory_shares(memory_budget).engine;
  std::shared_ptr<kv::KeyValueStore> kv = *kv::open_rocksdb_store(folder.path() / "store", engine);
  auto core = *Core::open(kv, options);
  fill(**make_bulk_import(core, threads));
  Content content;
  for (std::size_t i = 0; i < kv::kTableCount; ++i) {
    const auto table = static_cast<kv::Table>(i);
    const kv::Range all{};
    kv::Entries entries;
    REQUIRE(kv->read(*kv->snapshot(), table, std::span(&all, 1), {}, entries).ok());
    for (std::size_t j = 0; j < entries.size(); ++j)
      content[{table, std::string(entries.key(j))}] = entries.value(j);
  }
  return content;
}

}  // namespace

TEST_CASE("an import stores the same bytes whatever the number of its threads", "[graph][bulk_import]") {
  const std::uint64_t budget =
      GENERATE(std::uint64_t{512} << 20, std::uint64_t{1} << 20);  // in memory; from sorted runs
  const Content one = imported(1, budget);
  CHECK(one.size() > 5 * 30000);
  for (const std::size_t threads : {2, 3, 4}) CHECK((imported(threads, budget) == one));
}
