#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "graph/articles/article_sketch.h"
#include "tests/graph/canonical_dump.h"
#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::graph::test::canonical_dump;
using dossier::graph::test::Stores;

namespace {

using Text = std::vector<Sentence>;

/// Sentences of twelve made-up words each; another seed gives other words.
Text text_of(unsigned seed, std::size_t sentences = 20) {
  std::mt19937 random(seed);
  Text text;
  for (std::size_t i = 0; i < sentences; ++i) {
    std::string words;
    for (int w = 0; w < 12; ++w) words += "w" + std::to_string(random() % 5000) + " ";
    text.push_back({0, words.size(), words});
  }
  return text;
}

/// One word of each n-th sentence is another.
Text edited(Text text, std::size_t nth) {
  for (std::size_t i = 0; i < text.size(); i += nth) {
    text[i].text = "Lately " + text[i].text.substr(text[i].text.find(' ') + 1);
    text[i].end = text[i].text.size();
  }
  return text;
}

Text shuffled(Text text) {
  std::reverse(text.begin(), text.end());
  return text;
}

double shared(const Text& a, const Text& b) { return shared_part(*sketch_of(a), *sketch_of(b)); }

ArticleRecord article(std::string id, Text sentences) {
  ArticleRecord record;
  record.id = std::move(id);
  record.title = "A call";
  record.extractor = "test 1";
  record.sentences = std::move(sentences);
  for (const char* name : {"Xi Jinping", "Donald Trump"}) {
    EntityRecord entity;
    entity.name = name;
    entity.type = "Person";
    entity.mentions = 1;
    record.entities.push_back(std::move(entity));
  }
  StatementRecord called;
  called.subject = 0;
  called.object = 1;
  called.predicate = "called";
  called.evidence = {{0, 0, 10, 0.5f}};
  record.statements = {called};
  return record;
}

void put(Store& store, ArticleRecord record) {
  auto transaction = *store.begin();
  for (EntityRecord& entity : record.entities) {
    const auto hits = *transaction->find_by_name(entity.name);
    if (!hits.empty()) entity.node = hits.front().node;
  }
  REQUIRE(transaction->put_article(record).ok());
  REQUIRE(transaction->commit().ok());
}

void retract(Store& store, const std::string& id) {
  auto transaction = *store.begin();
  REQUIRE(transaction->retract_article(id).ok());
  REQUIRE(transaction->commit().ok());
}

using Counts = std::pair<std::int64_t, std::int64_t>;

/// `stories` and `support` of the one statement.
Counts counts(Store& store) {
  CHECK(store.check(false)->empty());
  const auto reader = store.snapshot();
  const NodeId xi = reader->find_by_name("Xi Jinping")->front().node;
  const TypeId called = *reader->find_type("called");
  Neighbours found;
  REQUIRE(reader->expand(std::span(&xi, 1), Direction::kOutgoing, std::span(&called, 1), found).ok());
  REQUIRE(found.relationships.size() == 1);
  const auto number = [&](const char* key) {
    return reader->relationship_property(found.relationships.front(), *reader->find_key(key))->as_integer();
  };
  return {number("stories"), number("support")};
}

}  // namespace

TEST_CASE("a sketch tells copies, cut copies and edited ones from other articles", "[graph][stories]") {
  const Text text = text_of(1);
  CHECK(shared(text, text) == 1.0);
  CHECK(shared(text, shuffled(text)) == 1.0);
  CHECK(shared(text, edited(text, 2)) > kNearCopy);
  CHECK(shared(text, Text(text.begin(), text.begin() + 5)) > kNearCopy);
  CHECK(shared(text, text_of(2)) == 0.0);
  Text half = Text(text.begin(), text.begin() + 10);
  const Text other = text_of(3, 10);
  half.insert(half.end(), other.begin(), other.end());
  CHECK(shared(text, half) > 0.25);
  CHECK(shared(text, half) < kNearCopy);
  CHECK_FALSE(sketch_of(text_of(4, 3)).has_value());
}

TEST_CASE("near copies count as one story, other articles as their own", "[graph][stories]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  Store& store = stores.store();
  const Text text = text_of(1);
  put(store, article("a", text));
  CHECK(counts(store) == Counts(1, 1));
  put(store, article("b", edited(shuffled(text), 3)));
  CHECK(counts(store) == Counts(1, 2));
  put(store, article("c", text_of(2)));
  CHECK(counts(store) == Counts(2, 3));
  retract(store, "a");
  CHECK(counts(store) == Counts(2, 2));
}

TEST_CASE("stories do not depend on the order of articles, and a retracted one leaves nothing behind",
          "[graph][stories]") {
  // b resembles a and c, which share less with each other
  const Text first = text_of(1), last = text_of(2);
  Text middle = first;
  middle.insert(middle.end(), last.begin(), last.end());
  const std::vector<ArticleRecord> articles = {article("a", first), article("b", middle), article("c", last),
                                               article("d", text_of(3))};
  std::vector<std::size_t> order = {0, 1, 2, 3};
  std::string dump, without;
  do {
    Stores stores("memory");
    Store& store = stores.store();
    for (const std::size_t i : order) put(store, articles[i]);
    CHECK(counts(store) == Counts(2, 4));
    const std::string all = canonical_dump(*store.snapshot());
    retract(store, "b");
    CHECK(counts(store) == Counts(3, 3));
    const std::string rest = canonical_dump(*store.snapshot());
    if (dump.empty()) dump = all, without = rest;
    CHECK(all == dump);
    CHECK(rest == without);
  } while (std::next_permutation(order.begin(), order.end()));
  Stores fresh("memory");
  for (const std::size_t i : {0U, 2U, 3U}) put(fresh.store(), articles[i]);
  CHECK(canonical_dump(*fresh.store().snapshot()) == without);
}

TEST_CASE("an article that comes again with another text leaves its story", "[graph][stories]") {
  Stores stores("memory");
  Store& store = stores.store();
  put(store, article("a", text_of(1)));
  put(store, article("b", text_of(1)));
  CHECK(counts(store) == Counts(1, 2));
  put(store, article("b", text_of(2)));
  CHECK(counts(store) == Counts(2, 2));
  put(store, article("b", edited(text_of(1), 4)));
  CHECK(counts(store) == Counts(1, 2));
  retract(store, "b");
  retract(store, "a");
  CHECK(store.check(false)->empty());
  CHECK(store.snapshot()->node_count() == 0);
}
