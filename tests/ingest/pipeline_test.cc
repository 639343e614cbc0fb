#include "dossier/ingest/pipeline.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "ingest/article_document.h"
#include "tests/ingest/extract/hand_built.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

/// Knows the parses of a few sentences by heart; anything else has no tokens.
class RecitingModel : public LanguageModel {
 public:
  void learn(std::string_view rows) {
    Document document = hand_built(rows);
    known_[document.text] = std::move(document);
  }
  std::vector<Document> parse(std::span<const std::string_view> texts) const override {
    std::vector<Document> documents;
    for (const std::string_view text : texts) {
      const auto at = known_.find(std::string(text));
      documents.push_back(at == known_.end() ? Document{.text = std::string(text)} : at->second);
    }
    return documents;
  }
  Document parse_tokens(std::span<const std::string_view>) const override { return {}; }
  Document parse_sentence(std::string_view) const override { return {}; }
  std::string_view name() const override { return "reciting"; }
  std::string_view checksum() const override { return "0"; }

 private:
  std::map<std::string, Document> known_;
};

constexpr const char* kCall = R"(
Xi      Xi      NNP 2 compound B-PERSON
Jinping Jinping NNP 3 nsubj    I-PERSON
called  call    VBD 0 ROOT
Vladimir Vladimir NNP 5 compound B-PERSON
Putin   Putin   NNP 3 dobj     I-PERSON

Xi      Xi      NNP 2 nsubj    B-PERSON
slept   sleep   VBD 0 ROOT
)";
constexpr const char* kThanks = R"(
Vladimir Vladimir NNP 2 compound B-PERSON
Putin   Putin   NNP 3 nsubj    I-PERSON
thanked thank   VBD 0 ROOT
Xi      Xi      NNP 5 compound B-PERSON
Jinping Jinping NNP 3 dobj     I-PERSON
)";
constexpr const char* kOtherXi = R"(
Xi      Xi      NNP 2 compound B-PERSON
Mingze  Mingze  NNP 3 nsubj    I-PERSON
left    leave   VBD 0 ROOT
Harvard Harvard NNP 3 dobj     B-ORG

Xi      Xi      NNP 2 nsubj    B-PERSON
slept   sleep   VBD 0 ROOT
)";
constexpr const char* kSurname = R"(
Mr      Mr      NNP 2 compound
Xi      Xi      NNP 3 nsubj    B-PERSON
visited visit   VBD 0 ROOT
Harvard Harvard NNP 3 dobj     B-ORG
)";

constexpr const char* kFullName = R"(
Andrei   Andrei   NNP 2 compound B-PERSON
Zelmanov Zelmanov NNP 3 nsubj    I-PERSON
visited  visit    VBD 0 ROOT
the      the      DT  5 det
U.N.     U.N.     NNP 3 dobj     B-ORG
)";
constexpr const char* kRareSurname = R"(
Zelmanov Zelmanov NNP 2 nsubj    B-PERSON
thanked  thank    VBD 0 ROOT
the      the      DT  5 det
United   United   NNP 5 compound B-ORG
Nations  Nations  NNPS 2 dobj    I-ORG
)";

constexpr const char* kFirm = R"(
Sigmar  Sigmar  NNP 2 compound B-ORG
Corp    Corp    NNP 3 nsubj    I-ORG
thanked thank   VBD 0 ROOT
Harvard Harvard NNP 3 dobj     B-ORG

Sigmar  Sigmar  NNP 2 nsubj    B-ORG
slept   sleep   VBD 0 ROOT
)";
constexpr const char* kFirmAlone = R"(
Sigmar  Sigmar  NNP 2 nsubj    B-ORG
left    leave   VBD 0 ROOT
)";
constexpr const char* kFirmAgain = R"(
Sigmar  Sigmar  NNP 2 nsubj    B-ORG
visited visit   VBD 0 ROOT
Harvard Harvard NNP 2 dobj     B-ORG
)";

Article article_of(const std::string& id, const std::string& text) {
  Article article{.id = id, .language = "en", .date = "2026-02-05", .text = text};
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph});
  return article;
}

std::string shown(const graph::Value& value) {
  if (value.is_string()) return value.as_string();
  if (value.is_integer()) return std::to_string(value.as_integer());
  if (!value.is_list()) return "?";
  std::string all;
  for (const graph::Value& part : value.as_list()) all += shown(part) + ",";
  return all;
}

struct Fixture {
  Fixture() {
    for (const char* rows :
         {kCall, kThanks, kOtherXi, kSurname, kFullName, kRareSurname, kFirm, kFirmAlone, kFirmAgain})
      model.learn(rows);
    auto opened = graph::Store::open(":memory:", {});
    REQUIRE(opened.ok());
    store = std::move(*opened);
  }
  IngestOutcome ingest(const std::string& id, const char* rows) {
    auto outcome = ingest_article(*store, model, article_of(id, hand_built(rows).text));
    REQUIRE(outcome.ok());
    return *outcome;
  }
  std::size_t persons_named(std::string_view name) const {
    const auto reader = store->snapshot();
    return reader->find_by_exact_name(name)->size();
  }
  void retract(const std::string& id) {
    auto transaction = *store->begin();
    REQUIRE(transaction->retract_article(id).ok());
    REQUIRE(transaction->commit().ok());
  }
  /// Every node with its labels and properties, every relationship by the names of its ends; ids left out.
  std::multiset<std::string> graph() const {
    const auto reader = store->snapshot();
    std::vector<graph::NodeId> nodes;
    REQUIRE(reader->scan_nodes({}, 1000, nodes).ok());
    std::multiset<std::string> all;
    for (const graph::NodeId id : nodes) {
      const auto record = *reader->node(id);
      std::string line;
      for (const auto label : record.labels) line += std::string(reader->label_name(label)) + " ";
      for (const auto& [key, value] : record.properties)
        if (reader->key_name(key) != "ingestedAt")
          line += std::string(reader->key_name(key)) + "=" + shown(value) + " ";
      graph::Neighbours around;
      const graph::NodeId frontier[] = {id};
      REQUIRE(reader->expand(frontier, graph::Direction::kOutgoing, {}, around).ok());
      std::multiset<std::string> edges;
      for (std::size_t i = 0; i < around.nodes.size(); ++i)
        edges.insert(std::string(reader->type_name(around.types[i])) + ">" +
                     label_of(*reader, around.nodes[i]));
      for (const std::string& edge : edges) line += edge + " ";
      all.insert(line);
    }
    return all;
  }
  static std::string label_of(const graph::Reader& reader, graph::NodeId id) {
    std::string text;
    const auto record = *reader.node(id);
    for (const auto& [key, value] : record.properties)
      if (reader.key_name(key) == "name" || reader.key_name(key) == "id") text += shown(value);
    return text;
  }
  RecitingModel model;
  std::unique_ptr<graph::Store> store;
};

}  // namespace

TEST_CASE("an article becomes nodes and statements, and is left alone when it has not changed",
          "[ingest][pipeline]") {
  Fixture world;
  const IngestOutcome first = world.ingest("a", kCall);
  CHECK(first.statements == 2);
  CHECK_FALSE(first.unchanged);
  const auto reader = world.store->snapshot();
  const auto called = reader->find_type("called");
  REQUIRE(called);
  CHECK(reader->relationship_count(*called) == 1);
  CHECK(world.ingest("a", kCall).unchanged);
}

TEST_CASE("a typographic apostrophe is parsed as a straight one, and keeps its bytes", "[ingest][pipeline]") {
  RecitingModel model;
  model.learn(R"(
Xi      Xi      NNP 2 nsubj    B-PERSON
n't     not     RB  0 ROOT
slept   sleep   VBD 2 dep
)");
  Document parsed;
  parse_article(model, article_of("a", "Xi n’t slept"), [&](const Document& document) { parsed = document; });
  REQUIRE(parsed.tokens.size() == 3);
  CHECK(parsed.word(1) == "n’t");
  CHECK(parsed.word(2) == "slept");
}

TEST_CASE("a headline is no part of the sentence after it; a broken line goes on", "[ingest][pipeline]") {
  RecitingModel model;
  model.learn("Xi Xi NNP 2 nsubj B-PERSON\nsleeps sleep VBZ 0 ROOT\n");
  model.learn("Xi Xi NNP 2 nsubj B-PERSON\nslept sleep VBD 0 ROOT\n");
  model.learn("Xi Xi NNP 2 nsubj B-PERSON\nsleeps sleep VBZ 0 ROOT\nlong long RB 2 advmod\n");
  const auto sentences_of = [&](const std::string& first, const std::string& second) {
    Article article = article_of("a", first + "\n\n" + second);
    const auto end = static_cast<std::uint32_t>(first.size()),
               all = static_cast<std::uint32_t>(article.text.size());
    article.blocks = {{{0, end}, BlockKind::kParagraph}, {{end + 2, all}, BlockKind::kParagraph}};
    std::size_t count = 0;
    parse_article(model, article, [&](const Document& document) { count = document.sentences.size(); });
    return count;
  };
  CHECK(sentences_of("Xi sleeps", "Xi slept") == 2);
  CHECK(sentences_of("Xi sleeps", "long") == 1);
}

TEST_CASE("a person with one full name in two articles is one node", "[ingest][pipeline]") {
  Fixture world;
  world.ingest("a", kCall);
  world.ingest("b", kThanks);
  CHECK(world.persons_named("Xi Jinping") == 1);
  CHECK(world.persons_named("Vladimir Putin") == 1);
}

TEST_CASE("a surname that two people of the graph carry stays apart and is proposed", "[ingest][pipeline]") {
  Fixture world;
  world.ingest("a", kCall);
  world.ingest("b", kOtherXi);
  const IngestOutcome outcome = world.ingest("c", kSurname);
  CHECK(world.persons_named("Xi") == 1);
  CHECK(outcome.proposals.size() == 1);
}

TEST_CASE("a judgement that two names are different keeps them apart", "[ingest][pipeline]") {
  Fixture world;
  world.ingest("a", kCall);
  auto transaction = *world.store->begin();
  REQUIRE(
      transaction->put_judgement({.left = "Xi", .right = "Xi Jinping", .same = false, .by = "person"}).ok());
  REQUIRE(transaction->commit().ok());
  world.ingest("b", kSurname);
  CHECK(world.persons_named("Xi") == 1);
}

TEST_CASE("adding, changing and removing articles in any order leaves what one fresh ingest gives",
          "[ingest][pipeline]") {
  constexpr const char* kTexts[] = {kCall,        kThanks, kOtherXi,   kFullName,
                                    kRareSurname, kFirm,   kFirmAlone, kFirmAgain};
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    Fixture lived;
    std::vector<std::pair<std::string, const char*>> present;  // in the order in which they were last written
    for (int step = 0; step < 25; ++step) {
      const std::string id(1, static_cast<char>('a' + random() % 4));
      const auto at = std::find_if(present.begin(), present.end(),
                                   [&](const auto& article) { return article.first == id; });
      const char* text = kTexts[random() % 8];
      if (at != present.end() && random() % 3 == 0) {
        lived.retract(id);
        present.erase(at);
      } else if (!lived.ingest(id, text).unchanged) {
        if (at != present.end()) present.erase(at);
        present.emplace_back(id, text);
      }
    }
    Fixture fresh;
    for (const auto& [id, text] : present) fresh.ingest(id, text);
    INFO("seed " << seed);
    CHECK(lived.graph() == fresh.graph());
    CHECK(lived.store->check(false)->empty());
    for (const auto& [id, text] : present) lived.retract(id);
    CHECK(lived.graph().empty());
  }
}

TEST_CASE("the number of jobs changes nothing in the graph", "[ingest][pipeline]") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "dossier_pipeline_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const char* const texts[] = {kCall, kThanks, kOtherXi, kSurname};
  for (int i = 0; i < 4; ++i)
    std::ofstream(folder / (std::to_string(i) + ".txt")) << hand_built(texts[i]).text << " .\n";
  std::vector<std::string> orders[2];
  for (const unsigned jobs : {1U, 4U}) {
    Fixture world;
    IngestOptions options;
    options.jobs = jobs;
    const std::filesystem::path paths[] = {folder};
    const auto report =
        ingest_paths(*world.store, world.model, paths, options,
                     [&](const IngestOutcome& outcome) { orders[jobs == 4].push_back(outcome.article); });
    REQUIRE(report.ok());
    CHECK(report->articles == 4);
    CHECK(world.store->articles()->size() == 4);
  }
  CHECK(orders[0] == orders[1]);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a path that is not there is a line of the report, and the rest goes on", "[ingest][pipeline]") {
  Fixture world;
  const std::filesystem::path paths[] = {"/no/such/folder"};
  const auto report = ingest_paths(*world.store, world.model, paths);
  REQUIRE(report.ok());
  CHECK(report->problems.size() == 1);
  CHECK(report->articles == 0);
}
