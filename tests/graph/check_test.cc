#include "graph/check/check.h"

#include <catch2/catch.hpp>

#include "graph/articles/article_codec.h"
#include "graph/core.h"
#include "graph/kv/memory_store.h"
#include "graph/statistics.h"

using namespace dossier::graph;
using kv::Table;

namespace {

// A store with every table in use.
std::shared_ptr<Core> full_core() {
  auto core = *Core::open(kv::make_memory_store(), {});
  auto transaction = *make_transaction(core);
  ArticleRecord article;
  article.id = "a";
  article.sentences = {{0, 1, "x"}};
  for (const char* name : {"Xi Jinping", "Donald Trump", "Yoon"}) {
    EntityRecord entity;
    entity.name = name;
    entity.type = "Person";
    entity.mentions = 1;
    article.entities.push_back(entity);
  }
  StatementRecord said;
  said.object = 1;
  said.predicate = "called";
  said.claimed_by = 2;
  said.evidence = {{0, 0, 1, 0.5f}, {0, 0, 1, 0.6f}};
  article.statements = {said};
  REQUIRE(transaction->put_article(article).ok());
  const KeyId key = transaction->key("k");
  REQUIRE(transaction->create_index(key).ok());
  const NodeId node = *transaction->create_node({transaction->label("L")}, {{key, 5}});
  const auto loop = transaction->create_relationship(node, transaction->type("T"), node, {});
  REQUIRE(transaction->delete_relationship(*loop).ok());  // leaves counters of zero
  REQUIRE(transaction->commit().ok());
  return core;
}

std::vector<kv::Write> contents(Core& core, Table table) {
  kv::Entries entries;
  REQUIRE(View(core.latest(), nullptr).read_prefix(table, {}, {}, entries).ok());
  std::vector<kv::Write> all;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    all.push_back({table, std::string(entries.key(i)), std::string(entries.value(i))});
  }
  return all;
}

bool same(const std::vector<kv::Write>& a, const std::vector<kv::Write>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.key == y.key && x.value == y.value; });
}

}  // namespace

TEST_CASE("a sound store has no faults", "[graph][check]") {
  const auto core = full_core();
  CHECK(*check_store(*core, false) == std::vector<std::string>{});
  CHECK(*check_store(*core, true) == std::vector<std::string>{});
}

TEST_CASE("an entry lost, made up or altered in any derived table is told and repaired", "[graph][check]") {
  const Table table =
      GENERATE(Table::kLabel, Table::kName, Table::kIndex, Table::kSpo, Table::kOps, Table::kTso, Table::kTos,
               Table::kStat, Table::kSupport, Table::kStory, Table::kText);
  const int damage = GENERATE(0, 1, 2);
  const auto core = full_core();
  const auto before = contents(*core, table);
  REQUIRE_FALSE(before.empty());
  kv::Write write = before[before.size() / 2];
  if (damage == 0) write = before.front(), write.value.reset();
  if (damage == 1) write.key.back() = static_cast<char>(write.key.back() ^ 0x55);
  if (damage == 2) write.value = "wrong";
  REQUIRE(core->commit(*core->latest(), {write}).ok());
  const auto faults = *check_store(*core, false);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("table " + std::string(kv::table_name(table))) != std::string::npos);
  CHECK(check_store(*core, true)->size() == 1);
  CHECK(check_store(*core, false)->empty());
  CHECK(same(contents(*core, table), before));
}

TEST_CASE("a damaged or missing record is told", "[graph][check]") {
  const Table table =
      GENERATE(Table::kNode, Table::kRel, Table::kEvidence, Table::kArticle, Table::kSentence);
  const auto core = full_core();
  for (kv::Write write : contents(*core, table)) {
    write.value = "\xff\xff";
    if (write.key[0] == 'c' && table == Table::kArticle) continue;  // has no value
    const auto damaged = full_core();
    REQUIRE(damaged->commit(*damaged->latest(), {write}).ok());
    CHECK_FALSE(check_store(*damaged, false)->empty());
  }
}
