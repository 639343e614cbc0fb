#include "graph/text/text_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <random>

#include "graph/check/check.h"
#include "graph/core.h"
#include "graph/kv/memory_store.h"
#include "graph/kv/rocksdb_store.h"
#include "graph/statistics.h"
#include "tests/graph/stores.h"

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::Stores;
using dossier::graph::test::TemporaryFolder;

namespace {

ArticleRecord article_of(std::string id, const std::vector<std::string>& sentences) {
  ArticleRecord article;
  article.id = std::move(id);
  for (const std::string& text : sentences) article.sentences.push_back({0, text.size(), text});
  return article;
}

void put(Store& store, const ArticleRecord& article) {
  auto transaction = *store.begin();
  REQUIRE(transaction->put_article(article).ok());
  REQUIRE(transaction->commit().ok());
}

void retract(Store& store, const std::string& id) {
  auto transaction = *store.begin();
  REQUIRE(transaction->retract_article(id).ok());
  REQUIRE(transaction->commit().ok());
}

std::vector<std::string> found(const Reader& reader, std::string_view text) {
  std::vector<std::string> texts;
  const auto hits = *reader.search(text);
  for (const SentenceHit& hit : hits) texts.push_back(reader.sentence(hit.article, hit.sentence)->text);
  return texts;
}

using Texts = std::vector<std::string>;

const std::vector<std::string> kCalls = {
    "The minister negotiated tariffs in Zürich yesterday.",
    "A tariff is a tax.",
    "Talks about grain went on for the whole of a long and quiet week without any tariff.",
    "Negotiations failed; the U.S. left.",
    "They talked about a free trade zone, not trade free of rules.",
};

std::size_t entries(Core& core, kv::Table table) {
  kv::Entries all;
  REQUIRE(View(core.latest(), nullptr).read_prefix(table, {}, {}, all).ok());
  return all.size();
}

}  // namespace

TEST_CASE("sentences are found by the stems of their words, short ones and rare words first",
          "[graph][text]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  put(stores.store(), article_of("a", kCalls));
  const auto reader = stores.store().snapshot();
  CHECK(found(*reader, "tariffs") == Texts{kCalls[1], kCalls[0], kCalls[2]});
  CHECK(found(*reader, "NEGOTIATE") == Texts{kCalls[3], kCalls[0]});
  CHECK(found(*reader, "talking tariffs").front() == kCalls[2]);
  CHECK(found(*reader, "zurich") == Texts{kCalls[0]});
  CHECK(found(*reader, "us") == Texts{kCalls[3]});
  CHECK(found(*reader, "nothing").empty());
  CHECK(found(*reader, "").empty());
  CHECK(found(*reader, " \" - + * ").empty());
}

TEST_CASE("phrases, prefixes, demands and exclusions narrow a search", "[graph][text]") {
  Stores stores(GENERATE(from_range(Stores::names())));
  put(stores.store(), article_of("a", kCalls));
  const auto reader = stores.store().snapshot();
  const auto [query, expected] = GENERATE(table<std::string, Texts>({
      {"\"free trade\"", {kCalls[4]}},
      {"\"trade of\"", {}},
      {"\"free trade zones", {kCalls[4]}},  // an open quote ends with the text
      {"tar*", {kCalls[1], kCalls[0], kCalls[2]}},
      {"negotiat*", {kCalls[3], kCalls[0]}},
      {"negotiatio*", {kCalls[3]}},
      {"negotiator*", {}},
      {"tariff -tax -grain", {kCalls[0]}},
      {"+tariff +talk", {kCalls[2]}},
      {"+tariff talk -\"quiet week\" -tax", {kCalls[0]}},
      {"-tariff", {}},
      {"free-trade", {kCalls[4]}},
  }));
  CAPTURE(query);
  CHECK(found(*reader, query) == expected);
}

TEST_CASE("a transaction finds what it has written; nothing is left of what is taken back", "[graph][text]") {
  auto core = *Core::open(kv::make_memory_store(), {});
  {
    auto transaction = *make_transaction(core);
    REQUIRE(transaction->put_article(article_of("a", kCalls)).ok());
    CHECK(found(*transaction, "tariff").size() == 3);
    REQUIRE(transaction->commit().ok());
  }
  auto transaction = *make_transaction(core);
  REQUIRE(transaction->put_article(article_of("a", {"A tariff.", "Quiet."})).ok());
  CHECK(found(*transaction, "tariff talk") == Texts{"A tariff."});
  REQUIRE(transaction->commit().ok());
  CHECK(check_store(*core, false)->empty());
  auto last = *make_transaction(core);
  REQUIRE(last->retract_article("a").ok());
  CHECK(found(*last, "tariff").empty());
  REQUIRE(last->commit().ok());
  CHECK(entries(*core, kv::Table::kText) == 0);
  CHECK(check_store(*core, false)->empty());
}

TEST_CASE("a search stops where it is told to", "[graph][text]") {
  Stores stores("memory");
  put(stores.store(), article_of("a", kCalls));
  const auto stopped =
      stores.store().snapshot()->search("tariff", [] { return dossier::Status(StatusCode::kCancelled, ""); });
  CHECK(stopped.status().code() == StatusCode::kCancelled);
}

// A search beside a scan of all sentences, over articles that come, change and go.
TEST_CASE("the index finds what a scan of the sentences finds", "[graph][text]") {
  std::mt19937 random(7);
  const std::vector<std::string> words = {"call", "called", "calls", "visit",   "visited",
                                          "Xi",   "the",    "grain", "graining"};
  Stores stores(GENERATE(from_range(Stores::names())));
  std::map<std::string, std::vector<std::string>> articles;
  const Stemmer stemmer;
  for (int round = 0; round < 60; ++round) {
    const std::string id(1, static_cast<char>('a' + random() % 6));
    if (random() % 3 == 0 && articles.contains(id)) {
      retract(stores.store(), id);
      articles.erase(id);
    } else {
      std::vector<std::string> sentences(1 + random() % 4);
      for (std::string& text : sentences) {
        for (std::size_t n = 1 + random() % 5; n > 0; --n) text += words[random() % words.size()] + " ";
      }
      put(stores.store(), article_of(id, sentences));
      articles[id] = sentences;
    }
    const std::string& wanted = words[random() % words.size()];
    std::vector<std::string> expected;
    for (const auto& [name, sentences] : articles) {
      for (const std::string& text : sentences) {
        const auto there = words_of(text);
        const bool any = std::any_of(there.begin(), there.end(), [&](const std::string& word) {
          return stemmer.stem(word) == stemmer.stem(words_of(wanted).front());
        });
        if (any) expected.push_back(text);
      }
    }
    std::vector<std::string> all = found(*stores.store().snapshot(), wanted);
    std::sort(all.begin(), all.end());
    std::sort(expected.begin(), expected.end());
    REQUIRE(all == expected);
  }
  CHECK(stores.store().check(false)->empty());
}

TEST_CASE("a store of format 1 gets its index of words when it is opened for writing", "[graph][text]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  {
    auto store = *Store::open(path, {});
    put(*store, article_of("a", kCalls));
  }
  {
    auto engine = std::shared_ptr<kv::KeyValueStore>(*kv::open_rocksdb_store(path, {}));
    auto core = *Core::open(engine, {});
    kv::Entries all;
    REQUIRE(View(core->latest(), nullptr).read_prefix(kv::Table::kText, {}, {}, all).ok());
    std::vector<kv::Write> writes{{kv::Table::kMeta, std::string(kFormatKey), "1"}};
    for (std::size_t i = 0; i < all.size(); ++i)
      writes.push_back({kv::Table::kText, std::string(all.key(i)), std::nullopt});
    for (const Counter counter : {Counter::kSentences, Counter::kWords}) {
      writes.push_back({kv::Table::kStat, counter_key(counter), std::nullopt});
    }
    REQUIRE(core->commit(*core->latest(), writes).ok());
  }
  std::ofstream(path / "STORE") << "dossier store\nformat 1\n";
  StoreOptions reading;
  reading.read_only = true;
  CHECK(Store::open(path, reading).status().code() == StatusCode::kUnsupported);
  {
    auto store = *Store::open(path, {});
    CHECK(found(*store->snapshot(), "negotiate").size() == 2);
    CHECK(store->check(false)->empty());
  }
  CHECK(Store::open(path, reading).ok());
  std::ifstream marker(path / "STORE");
  CHECK(std::string(std::istreambuf_iterator<char>(marker), {}) == "dossier store\nformat 2\n");
}

TEST_CASE("postings survive their bytes, and damaged bytes are refused", "[graph][text]") {
  const std::vector<Posting> postings = {{0, 1, 5}, {3, 2, 300}, {70'000, 1, 1}};
  const std::string bytes = encode_postings(postings);
  const auto again = *decode_postings(bytes);
  REQUIRE(again.size() == 3);
  CHECK((again[1].sentence == 3 && again[1].count == 2 && again[1].length == 300 &&
         again[2].sentence == 70'000));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    if (size % 3 != 0 || size > 3) (void)decode_postings(std::string_view(bytes).substr(0, size));
  }
  CHECK_FALSE(decode_postings(std::string_view(bytes).substr(0, bytes.size() - 1)).ok());
  CHECK_FALSE(decode_postings(std::string(12, '\xff')).ok());
  CHECK_FALSE(term_of("short").ok());
}
