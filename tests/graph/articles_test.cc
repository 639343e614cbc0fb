#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "graph/core.h"
#include "graph/kv/memory_store.h"
#include "tests/graph/canonical_dump.h"
#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::canonical_dump;
using dossier::graph::test::Stores;

namespace {

EntityRecord entity(std::string name, std::string type, std::vector<std::string> aliases = {},
                    std::uint32_t n = 1) {
  EntityRecord record;
  record.name = std::move(name);
  record.type = std::move(type);
  record.aliases = std::move(aliases);
  record.mentions = n;
  return record;
}

StatementRecord statement(std::uint32_t subject, std::string predicate, std::uint32_t object,
                          float confidence = 0.5f) {
  StatementRecord record;
  record.subject = subject;
  record.object = object;
  record.predicate = std::move(predicate);
  record.evidence = {{0, 0, 10, confidence}};
  return record;
}

ArticleRecord call_article(std::string id) {
  ArticleRecord article;
  article.id = std::move(id);
  article.title = "A call";
  article.extractor = "test 1";
  article.sentences = {{0, 10, "Xi called."}};
  article.entities = {entity("Xi Jinping", "Person", {"Xi"}, 3),
                      entity("Donald Trump", "Person", {"Trump"}, 2)};
  article.statements = {statement(0, "called", 1)};
  return article;
}

// Resolves each entity to the node that carries its name or its first alias, as a linker would.
ArticleRecord resolved(ArticleRecord article, const Reader& reader) {
  for (EntityRecord& entity : article.entities) {
    const auto hits = *reader.find_by_name(entity.aliases.empty() ? entity.name : entity.aliases.front());
    if (!hits.empty()) entity.node = hits.front().node;
  }
  return article;
}

void put(Store& store, const ArticleRecord& article) {
  auto transaction = *store.begin();
  REQUIRE(transaction->put_article(resolved(article, *transaction)).ok());
  REQUIRE(transaction->commit().ok());
}

void retract(Store& store, const std::string& id) {
  auto transaction = *store.begin();
  REQUIRE(transaction->retract_article(id).ok());
  REQUIRE(transaction->commit().ok());
}

NodeId named(const Reader& reader, std::string_view name) {
  const auto hits = *reader.find_by_name(name);
  REQUIRE(hits.size() == 1);
  return hits.front().node;
}

RelationshipId only(const Reader& reader, std::string_view type) {
  Neighbours found;
  std::vector<NodeId> nodes;
  REQUIRE(reader.scan_nodes(NodeId{0}, 1000, nodes).ok());
  const TypeId id = *reader.find_type(type);
  REQUIRE(reader.expand(nodes, Direction::kOutgoing, std::span(&id, 1), found).ok());
  REQUIRE(found.relationships.size() == 1);
  return found.relationships.front();
}

Value property(const Reader& reader, RelationshipId id, std::string_view key) {
  return *reader.relationship_property(id, *reader.find_key(key));
}

}  // namespace

TEST_CASE("an article becomes nodes, mentions and statements with evidence", "[graph][articles]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  ArticleRecord article = call_article("a.txt");
  article.entities.push_back(entity("Yoon", "Person", {}, 1));
  article.statements[0].when = "2026-02-04";
  article.statements[0].claimed_by = 2;
  article.statements[0].stance = "asserts";
  article.statements[0].evidence[0].confidence = 0.93f;
  put(store, article);
  const auto reader = store.snapshot();
  const NodeId xi = named(*reader, "Xi");
  CHECK(reader->node_property(xi, *reader->find_key("name"))->as_string() == "Xi Jinping");
  CHECK(equivalent(*reader->node_property(xi, *reader->find_key("aliases")), List{"Xi"}));
  CHECK(reader->node_property(xi, *reader->find_key("mentions"))->as_integer() == 3);
  CHECK(*reader->has_label(xi, *reader->find_label("Entity")));
  CHECK(*reader->has_label(xi, *reader->find_label("Person")));
  const RelationshipId call = only(*reader, "called");
  CHECK(property(*reader, call, "when").as_string() == "2026-02-04");
  CHECK(property(*reader, call, "negated").as_boolean() == false);
  CHECK(property(*reader, call, "modality").as_string() == "asserted");
  CHECK(property(*reader, call, "confidence").as_float() == 0.93);
  CHECK(property(*reader, call, "claimedBy").as_string() == "Yoon");
  CHECK(property(*reader, call, "support").as_integer() == 1);
  CHECK(**reader->claimant(call) == named(*reader, "Yoon"));
  const auto evidence = *reader->evidence(call);
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].extractor == "test 1");
  CHECK(reader->sentence(evidence[0].article, evidence[0].sentence)->text == "Xi called.");
  CHECK(reader->relationship_count(*reader->find_type("MENTIONED_IN")) == 3);
  const auto summary = *store.article("a.txt");
  CHECK((summary.title == "A call" && summary.sentences == 1 && summary.statements == 1));
  CHECK(store.article("b.txt").status().code() == StatusCode::kNotFound);
  CHECK(store.articles()->size() == 1);
}

TEST_CASE("the same statement in two articles is one with two pieces of evidence", "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  ArticleRecord first = call_article("a"), copy = call_article("b"), other = call_article("c");
  first.story = copy.story = 9;
  other.statements[0].evidence[0].confidence = 0.8f;
  for (const auto& article : {first, copy, other}) put(store, article);
  auto reader = store.snapshot();
  const RelationshipId call = only(*reader, "called");
  CHECK(property(*reader, call, "support").as_integer() == 3);
  CHECK(property(*reader, call, "stories").as_integer() == 2);
  CHECK(property(*reader, call, "confidence").as_float() == 0.8);
  retract(store, "c");
  reader = store.snapshot();
  CHECK(property(*reader, call, "confidence").as_float() == 0.5);
  CHECK(property(*reader, call, "stories").as_integer() == 1);

  const auto change = GENERATE(0, 1, 2, 3);
  ArticleRecord differing = call_article("d");
  if (change == 0) differing.statements[0].when = "2026";
  if (change == 1) differing.statements[0].negated = true;
  if (change == 2) differing.statements[0].modality = "planned";
  if (change == 3) differing.statements[0].claimed_by = 1;
  put(store, differing);
  reader = store.snapshot();
  CHECK(reader->relationship_count(*reader->find_type("called")) == 2);
}

TEST_CASE("putting an article again changes nothing, and a new version keeps its nodes",
          "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  put(store, call_article("a"));
  const std::string before = canonical_dump(*store.snapshot());
  const NodeId xi = named(*store.snapshot(), "Xi");
  const RelationshipId call = only(*store.snapshot(), "called");
  put(store, call_article("a"));
  CHECK(canonical_dump(*store.snapshot()) == before);
  ArticleRecord changed = call_article("a");
  changed.entities[0].mentions = 7;
  put(store, changed);
  auto reader = store.snapshot();
  CHECK(named(*reader, "Xi") == xi);
  CHECK(only(*reader, "called") == call);
  CHECK(reader->node_property(xi, *reader->find_key("mentions"))->as_integer() == 7);
  put(store, call_article("a"));
  CHECK(canonical_dump(*store.snapshot()) == before);
}

TEST_CASE("what people wrote survives the articles", "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  put(store, call_article("a"));
  {
    auto person = *store.begin();
    const NodeId xi = named(*person, "Xi"), trump = named(*person, "Trump");
    REQUIRE(person->set_property(trump, person->key("note"), "mine").ok());
    const NodeId own = *person->create_node({person->label("Own")}, {});
    REQUIRE(person->create_relationship(own, person->type("WATCHES"), xi, {}).ok());
    REQUIRE(person->set_property(xi, person->key("name"), "Xi J.").ok());
    REQUIRE(person->commit().ok());
  }
  ArticleRecord changed = call_article("a");
  changed.entities[0].mentions = 9;
  put(store, changed);
  auto reader = store.snapshot();
  const NodeId xi = named(*reader, "Xi J.");
  CHECK(reader->node_property(xi, *reader->find_key("mentions"))->as_integer() == 9);
  retract(store, "a");
  reader = store.snapshot();
  CHECK(named(*reader, "Xi J.") == xi);
  CHECK(reader->node_property(named(*reader, "Trump"), *reader->find_key("note"))->as_string() == "mine");
  CHECK(reader->relationship_count() == 1);
  CHECK(reader->relationship_count(*reader->find_type("called")) == 0);
  CHECK(store.articles()->empty());
  CHECK((*store.begin())->retract_article("a").code() == StatusCode::kNotFound);
}

TEST_CASE("a person's node that articles mention is the person's again when they are gone",
          "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  {
    auto person = *store.begin();
    const NodeId xi = *person->create_node({person->label("Person")}, {{person->key("name"), "Xi"}});
    const NodeId trump = *person->create_node({person->label("Person")}, {{person->key("name"), "Trump"}});
    REQUIRE(person->create_relationship(xi, person->type("called"), trump, {{person->key("note"), 1}}).ok());
    REQUIRE(person->commit().ok());
  }
  const std::string before = canonical_dump(*store.snapshot());
  put(store, call_article("a"));
  auto reader = store.snapshot();
  CHECK(reader->node_property(named(*reader, "Xi"), *reader->find_key("name"))->as_string() == "Xi");
  CHECK(property(*reader, only(*reader, "called"), "support").as_integer() == 1);
  CHECK(property(*reader, only(*reader, "called"), "note").as_integer() == 1);
  retract(store, "a");
  CHECK(canonical_dump(*store.snapshot()) == before);
}

TEST_CASE("a claimant's new name reaches the statements on its word", "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  ArticleRecord short_name = call_article("a");
  short_name.entities.push_back(entity("Yoon", "Person"));
  short_name.statements[0].claimed_by = 2;
  put(store, short_name);
  ArticleRecord full = call_article("b");
  full.entities = {entity("Yoon Suk Yeol", "Person", {"Yoon"})};
  full.statements.clear();
  put(store, full);
  auto reader = store.snapshot();
  CHECK(property(*reader, only(*reader, "called"), "claimedBy").as_string() == "Yoon Suk Yeol");
  retract(store, "b");
  reader = store.snapshot();
  CHECK(property(*reader, only(*reader, "called"), "claimedBy").as_string() == "Yoon");
}

TEST_CASE("deleting an article's node by query takes back what it said", "[graph][articles]") {
  Stores stores("memory");
  auto& store = stores.store();
  put(store, call_article("a"));
  const std::string before = canonical_dump(*store.snapshot());
  ArticleRecord other = call_article("b");
  other.entities.push_back(entity("Yoon", "Person"));
  other.statements.push_back(statement(2, "met", 0));
  put(store, other);
  auto transaction = *store.begin();
  const NodeId article = store.article("b")->node;
  Neighbours mentions;
  REQUIRE(transaction->expand(std::span(&article, 1), Direction::kIncoming, {}, mentions).ok());
  for (const RelationshipId id : mentions.relationships) REQUIRE(transaction->delete_relationship(id).ok());
  REQUIRE(transaction->delete_node(article).ok());
  REQUIRE(transaction->commit().ok());
  CHECK(canonical_dump(*store.snapshot()) == before);
  CHECK(store.article("b").status().code() == StatusCode::kNotFound);
}

TEST_CASE("a record that does not hold together is refused and leaves nothing", "[graph][articles]") {
  Stores stores("memory");
  auto transaction = *stores.store().begin();
  ArticleRecord article = call_article("a");
  const int fault = GENERATE(0, 1, 2, 3);
  if (fault == 0) article.id.clear();
  if (fault == 1) article.statements[0].object = 2;
  if (fault == 2) article.entities[0].node = NodeId{99};
  if (fault == 3) article.statements[0].evidence.clear();
  const auto result = transaction->put_article(article);
  REQUIRE_FALSE(result.ok());
  CHECK(result.status().code() == (fault == 2 ? StatusCode::kNotFound : StatusCode::kInvalidArgument));
  CHECK(transaction->node_count() == 0);
}

TEST_CASE("judgements are kept by name, and a rule does not override a person", "[graph][articles]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  auto& store = stores.store();
  auto transaction = *store.begin();
  REQUIRE(transaction->put_judgement({"Xi", "Xi Jinping", true, "surname", "2026"}).ok());
  REQUIRE(transaction->put_judgement({"xi jinping", "XI", false, "person", "2027"}).ok());
  REQUIRE(transaction->put_judgement({"Xi", "Xi Jinping", true, "surname", "2028"}).ok());
  REQUIRE(transaction->commit().ok());
  const auto judgements = *store.judgements();
  REQUIRE(judgements.size() == 1);
  CHECK((judgements[0].by == "person" && !judgements[0].same));
}

namespace {

constexpr int kEntities = 8;

ArticleRecord random_article(const std::string& id, std::mt19937& random) {
  ArticleRecord article;
  article.id = id;
  article.title = "title " + std::to_string(random() % 5);
  article.extractor = "test";
  article.story = random() % 3;
  for (int i = 0; i < 3; ++i) article.sentences.push_back({0, 1, "sentence " + std::to_string(i)});
  std::vector<int> pool(kEntities);
  for (int i = 0; i < kEntities; ++i) pool[static_cast<std::size_t>(i)] = i;
  std::shuffle(pool.begin(), pool.end(), random);
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string own = "entity" + std::to_string(pool[i]);
    EntityRecord record =
        entity(own + " " + std::string(1 + random() % 3, 'x'), random() % 4 == 0 ? "Place" : "Person", {own},
               static_cast<std::uint32_t>(random() % 3));
    if (random() % 2 == 0) record.aliases.push_back("alias" + std::to_string(random() % 3));
    if (random() % 2 == 0)
      record.properties.emplace_back("iso", Value(static_cast<std::int64_t>(random() % 2)));
    article.entities.push_back(std::move(record));
  }
  for (std::size_t n = random() % 6; n > 0; --n) {
    StatementRecord said = statement(random() % 4, random() % 2 == 0 ? "met" : "called", random() % 4,
                                     static_cast<float>(random() % 10) / 10);
    if (random() % 2 == 0) said.when = "202" + std::to_string(random() % 2);
    if (random() % 3 == 0) said.where = "place" + std::to_string(random() % 2);
    if (random() % 3 == 0) said.claimed_by = random() % 4;
    said.negated = random() % 4 == 0;
    if (random() % 3 == 0) said.evidence.push_back({1, 2, 3, 0.4f});
    article.statements.push_back(std::move(said));
  }
  return article;
}

// How many keys each table holds, those that only grow aside.
std::vector<std::size_t> table_sizes(Core& core) {
  std::vector<std::size_t> sizes;
  const View view(core.latest(), nullptr);
  for (std::size_t i = 0; i < kv::kTableCount; ++i) {
    const auto table = static_cast<kv::Table>(i);
    kv::Entries entries;
    const bool grows = table == kv::Table::kMeta || table == kv::Table::kDict || table == kv::Table::kStat;
    if (!grows) REQUIRE(view.read_prefix(table, {}, {SIZE_MAX, true}, entries).ok());
    sizes.push_back(entries.size());
  }
  return sizes;
}

std::shared_ptr<Core> memory_core() { return *Core::open(kv::make_memory_store(), {}); }

}  // namespace

TEST_CASE("retracting an article gives the graph that never had it, in any order", "[graph][articles]") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    std::vector<ArticleRecord> kept, gone;
    for (int i = 0; i < 4; ++i) kept.push_back(random_article("kept" + std::to_string(i), random));
    for (int i = 0; i < 3; ++i) gone.push_back(random_article("gone" + std::to_string(i), random));

    const auto alone = memory_core(), mixed = memory_core();
    const auto put_into = [&](const std::shared_ptr<Core>& core, const ArticleRecord& article) {
      auto transaction = *make_transaction(core);
      REQUIRE(transaction->put_article(resolved(article, *transaction)).ok());
      REQUIRE(transaction->commit().ok());
    };
    for (const ArticleRecord& article : kept) put_into(alone, article);
    std::vector<ArticleRecord> all = kept;
    all.insert(all.end(), gone.begin(), gone.end());
    std::shuffle(all.begin(), all.end(), random);
    for (const ArticleRecord& article : all) put_into(mixed, article);
    // A version in between must leave no trace either.
    ArticleRecord version = random_article(kept[0].id, random);
    put_into(mixed, version);
    put_into(mixed, kept[0]);
    std::shuffle(gone.begin(), gone.end(), random);
    for (const ArticleRecord& article : gone) {
      auto transaction = *make_transaction(mixed);
      REQUIRE(transaction->retract_article(article.id).ok());
      REQUIRE(transaction->commit().ok());
    }
    REQUIRE(canonical_dump(*make_snapshot(mixed->latest())) ==
            canonical_dump(*make_snapshot(alone->latest())));
    REQUIRE(table_sizes(*mixed) == table_sizes(*alone));
  }
}
