#include "dossier/ingest/pipeline.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

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
Xi      Xi      NNP 2 nsubj    B-PERSON
visited visit   VBD 0 ROOT
Harvard Harvard NNP 2 dobj     B-ORG
)";

Article article_of(const std::string& id, const std::string& text) {
  Article article{.id = id, .language = "en", .date = "2026-02-05", .text = text};
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph});
  return article;
}

struct Fixture {
  Fixture() {
    for (const char* rows : {kCall, kThanks, kOtherXi, kSurname}) model.learn(rows);
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
