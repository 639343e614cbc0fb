#include "ingest/resolve/entity_linker.h"

#include <catch2/catch.hpp>
#include <set>

#include "dossier/graph/store.h"
#include "ingest/resolve/state_bodies.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

graph::EntityRecord entity(std::string name, std::string type, std::vector<std::string> aliases = {}) {
  graph::EntityRecord record;
  record.name = std::move(name);
  record.type = std::move(type);
  record.aliases = std::move(aliases);
  record.mentions = 1;
  return record;
}

/// A graph to which articles are linked and added, each a list of entities; the second and later ones of an
/// article were called by the first.
struct Graph {
  std::unique_ptr<graph::Store> store = *graph::Store::open(":memory:", {});
  std::vector<graph::Judgement> proposals;
  int articles = 0;

  void add(std::vector<graph::EntityRecord> entities) {
    graph::ArticleRecord record;
    record.id = "article " + std::to_string(++articles);
    record.extractor = "test 1";
    record.sentences = {{0, 9, "They met."}};
    record.entities = std::move(entities);
    for (std::uint32_t other = 1; other < record.entities.size(); ++other) {
      graph::StatementRecord called;
      called.object = other;
      called.predicate = "called";
      called.evidence = {{0, 0, 9, 0.5F}};
      record.statements.push_back(called);
    }
    auto transaction = *store->begin();
    proposals = *link_entities(*transaction, *store->judgements(), record);
    REQUIRE(transaction->put_article(record).ok());
    REQUIRE(transaction->commit().ok());
  }
  std::size_t nodes(std::string_view name) const {
    std::set<graph::NodeId> found;
    for (const graph::NameHit& hit : *store->snapshot()->find_by_name(name)) found.insert(hit.node);
    return found.size();
  }
};

}  // namespace

TEST_CASE("a full name is one thing, whatever it was taken for once", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Liberty Front", "Organization")});
  graph.add({entity("Liberty Front", "Person")});
  graph.add({entity("Liberty Front", "Organization")});
  CHECK(graph.nodes("Liberty Front") == 1);
}

TEST_CASE("a word that nobody bears is no new person where the graph knows it for something else",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Brexit", "Event")});
  graph.add({entity("Brexit", "Person")});
  CHECK(graph.nodes("Brexit") == 1);
  graph.add({entity("Florence", "Place")});
  graph.add({entity("Florence", "Person")});
  CHECK(graph.nodes("Florence") == 2);
}

TEST_CASE("a rare surname is the one person who bears it, a common one needs company",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Volodymyr Zelensky", "Person", {"Zelensky"})});
  graph.add({entity("Zelensky", "Person")});
  CHECK(graph.nodes("Zelensky") == 1);
  graph.add({entity("Boris Johnson", "Person", {"Johnson"}), entity("Downing Council", "Organization")});
  graph.add({entity("Johnson", "Person")});
  CHECK(graph.nodes("Johnson") == 2);
  REQUIRE(graph.proposals.size() == 1);
  CHECK(graph.proposals.front().right == "Boris Johnson");
  graph.add({entity("Johnson", "Person"), entity("Downing Council", "Organization")});
  CHECK(graph.nodes("Johnson") == 2);  // whom the graph met by surname alone is no second bearer
}

TEST_CASE("two people of one surname stay two, and a third mention is proposed", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Kazimir Wroblik", "Person", {"Wroblik"})});
  graph.add({entity("Yadwiga Wroblik", "Person", {"Wroblik"})});
  graph.add({entity("Wroblik", "Person")});
  CHECK(graph.nodes("Wroblik") == 3);
  CHECK(graph.proposals.size() == 1);
}

TEST_CASE("a person's judgement overrules the names", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Sigma Tau", "Organization")});
  auto transaction = *graph.store->begin();
  REQUIRE(transaction
              ->put_judgement({.left = "Sigma Tau", .right = "Sigma-Tau Group", .same = true, .by = "person"})
              .ok());
  REQUIRE(transaction->commit().ok());
  graph.add({entity("Sigma-Tau Group", "Organization")});
  CHECK(graph.nodes("Sigma Tau") == 1);
  CHECK(graph.nodes("Sigma-Tau Group") == 1);
  CHECK(graph.store->snapshot()->find_by_name("Sigma Tau")->front().node ==
        graph.store->snapshot()->find_by_name("Sigma-Tau Group")->front().node);
}

TEST_CASE("what a person told apart after it was one comes apart when its article is read again",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Volodymyr Zelensky", "Person", {"Zelensky"})});
  graph.add({entity("Zelensky", "Person")});
  CHECK(graph.nodes("Zelensky") == 1);
  auto transaction = *graph.store->begin();
  REQUIRE(
      transaction
          ->put_judgement({.left = "Zelensky", .right = "Volodymyr Zelensky", .same = false, .by = "person"})
          .ok());
  REQUIRE(transaction->commit().ok());
  graph.articles = 1;
  graph.add({entity("Zelensky", "Person")});
  CHECK(graph.nodes("Zelensky") == 2);
  CHECK(graph.store->check(false)->empty());
}

TEST_CASE("two nodes that a person called one are one when the later article is read again",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Anna Holm", "Person")});
  graph.add({entity("Annika Holmgren", "Person")});
  auto transaction = *graph.store->begin();
  REQUIRE(transaction
              ->put_judgement({.left = "Anna Holm", .right = "Annika Holmgren", .same = true, .by = "person"})
              .ok());
  REQUIRE(transaction->commit().ok());
  graph.articles = 1;
  graph.add({entity("Annika Holmgren", "Person")});
  graph.articles = 0;
  graph.add({entity("Anna Holm", "Person")});
  CHECK(graph.nodes("Annika Holmgren") == 1);
  CHECK(graph.store->snapshot()->find_by_name("Anna Holm")->front().node ==
        graph.store->snapshot()->find_by_name("Annika Holmgren")->front().node);
  CHECK(graph.store->check(false)->empty());
}

TEST_CASE("a rare surname met first is the full name that comes later", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Zelensky", "Person")});
  graph.add({entity("Volodymyr Zelensky", "Person", {"Zelensky"})});
  CHECK(graph.nodes("Zelensky") == 1);
  graph.add({entity("Johnson", "Person")});
  graph.add({entity("Boris Johnson", "Person", {"Johnson"})});
  CHECK(graph.nodes("Johnson") == 2);
  CHECK(graph.proposals.size() == 1);
}

TEST_CASE("a navy is its country's, not the first that the graph met", "[ingest][entity_linker]") {
  const auto country = [](std::string name, std::string code) {
    graph::EntityRecord record = entity(std::move(name), "Place");
    record.properties.emplace_back("code", graph::Value(std::move(code)));
    return record;
  };
  Graph graph;
  graph.add({country("Peru", "PE"), entity("Navy", "Organization")});
  graph.add({country("Chile", "CL"), entity("Navy", "Organization")});
  graph.add({country("Peru", "PE"), entity("Navy", "Organization")});
  graph.add({entity("Navy", "Organization")});
  CHECK(graph.nodes("Navy") == 3);
  CHECK(graph.nodes("Peru Navy") == 1);
}

TEST_CASE("the senate of a country is no other senate that an article calls so", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Ohio Senate", "Organization", {"Senate"})});
  graph.add({entity("Supreme Court of Ohio", "Organization", {"Supreme Court"})});
  graph.add({entity("Senate", "Organization", {"United States Senate"})});
  graph.add({entity("US Senate", "Organization", {"United States Senate"})});
  graph.add({entity("Supreme Court", "Organization", {"United States Supreme Court"})});
  CHECK(graph.nodes("Ohio Senate") == 1);
  CHECK(graph.nodes("United States Senate") == 1);
  CHECK(graph.nodes("Senate") == 2);
  CHECK(graph.nodes("Supreme Court") == 2);
}

TEST_CASE("a thing that two nodes are makes no third one", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Norsk Union", "Place"), entity("Norsk Union", "Organization")});
  graph.add({entity("Norsk Union", "Organization")});
  graph.add({entity("Norsk Union", "Place")});
  CHECK(graph.nodes("Norsk Union") == 2);
}

TEST_CASE("a common surname is somebody of whom the same is told; one shared neighbour is too little",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Boris Johnson", "Person", {"Johnson"}), entity("Downing Council", "Organization")});
  graph.add({entity("Downing Council", "Organization"), entity("Johnson", "Person")});
  CHECK(graph.nodes("Johnson") == 2);
  Graph told;
  told.add({entity("Boris Johnson", "Person", {"Johnson"}), entity("Downing Council", "Organization")});
  told.add({entity("Johnson", "Person"), entity("Downing Council", "Organization")});
  CHECK(told.nodes("Johnson") == 1);
}

TEST_CASE("a name of which the article tells nothing is what stands beside the same body, or who heads it",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Norrsken", "Organization"), entity("Aurora", "Product")});
  graph.add({entity("Aurora", "Concept"), entity("Norrsken", "Organization")});
  CHECK(graph.nodes("Aurora") == 1);
  graph.add({entity("Aurora", "Concept"), entity("Sydhavn", "Organization")});
  CHECK(graph.nodes("Aurora") == 2);
}

TEST_CASE("a house of representatives is looked up with its country alone", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("House of Representatives", "Organization")});
  graph.add({entity("House of Representatives", "Organization", {"Peru House of Representatives"})});
  CHECK(graph.nodes("House of Representatives") == 2);
  graph.add({entity("House of Representatives", "Organization", {"Peru House of Representatives"})});
  CHECK(graph.nodes("Peru House of Representatives") == 1);
}

TEST_CASE("a common surname is the one of whom many articles tell", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Donald Trump", "Person", {"Trump"})});
  graph.add({entity("Trump", "Person")});
  CHECK(graph.nodes("Trump") == 2);
  Graph told;
  for (int i = 0; i < 5; ++i) told.add({entity("Donald Trump", "Person", {"Trump"})});
  told.add({entity("Trump", "Person")});
  CHECK(told.nodes("Trump") == 1);
}

TEST_CASE("a capital is not the country that another article calls so", "[ingest][entity_linker]") {
  const auto cuba = [](std::vector<std::string> aliases) {
    graph::EntityRecord country = entity("Cuba", "Place", std::move(aliases));
    country.properties.emplace_back("code", graph::Value("CU"));
    return country;
  };
  Graph graph;
  graph.add({cuba({"Havana"})});
  graph.add({entity("Havana", "Place"), cuba({})});
  CHECK(graph.nodes("Cuba") == 1);
  CHECK(graph.nodes("Havana") == 2);
}

TEST_CASE("letters that stand for two names join neither to the other", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Northern Fishing Authority", "Organization", {"NFA"})});
  graph.add({entity("National Farms Act", "Law", {"NFA"})});
  CHECK(graph.nodes("NFA") == 2);
  graph.add({entity("Northern Fisheries Authority", "Organization", {"NFA"})});
  CHECK(graph.nodes("Northern Fisheries Authority") == 1);
  CHECK(graph.nodes("NFA") == 2);
}

TEST_CASE("a supreme court is looked up with its country alone", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Supreme Court", "Organization", {"Peru Supreme Court"})});
  graph.add({entity("Supreme Court", "Organization", {"Chile Supreme Court"})});
  CHECK(graph.nodes("Supreme Court") == 2);
  graph.add({entity("Supreme Court", "Organization", {"Chile Supreme Court"})});
  CHECK(graph.nodes("Chile Supreme Court") == 1);
}

TEST_CASE("a common noun is short for a name in its own article only", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Oslo Times", "Organization", {"Times"})});
  graph.add({entity("Times", "Organization")});
  CHECK(graph.nodes("Times") == 2);
  graph.add({entity("Norsk Air", "Organization", {"Norsk"})});
  graph.add({entity("Norsk", "Organization")});
  CHECK(graph.nodes("Norsk") == 1);
}

TEST_CASE("a state has its supreme court and its ministry; the US Congress is told by its name",
          "[ingest][entity_linker]") {
  for (const char* name : {"Supreme Court", "Interior Ministry", "Justice Ministry",
                           "House of Representatives", "Senate", "Legislative Assembly", "Court"})
    CHECK(needs_country(entity(name, "Organization")));
  for (const char* name :
       {"US Congress", "Metropolitan Police", "Oslo Court", "Norsk Air", "General Assembly"})
    CHECK_FALSE(needs_country(entity(name, "Organization")));
}

TEST_CASE("a body has one form for every order of its words", "[ingest][state_bodies]") {
  CHECK(official_form("Ministry of Finance") == "Finance Ministry");
  CHECK(official_form("US Department of State") == "US State Department");
  CHECK(official_form("Ministry of Foreign Affairs of Peru") == "Peru Foreign Ministry");
  CHECK(official_form("Parliament of the United Kingdom") == "United Kingdom Parliament");
  for (const char* name : {"Bank of Peru", "University of Ohio", "Treaty of Rome", "Norsk Air"})
    CHECK(official_form(name) == name);
}

TEST_CASE("a surname alone is whoever was told of beside the same others", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Story", "Work"), entity("Erik Holm", "Person", {"Holm"}),
             entity("Vest Bank", "Organization"), entity("Ingrid Dahl", "Person")});
  graph.add({entity("Story", "Work"), entity("Holm", "Person"), entity("Vest Bank", "Organization"),
             entity("Ingrid Dahl", "Person")});
  CHECK(graph.nodes("Holm") == 1);
  graph.add({entity("Tale", "Work"), entity("Holm", "Person"), entity("Vest Bank", "Organization")});
  CHECK(graph.nodes("Holm") == 2);
  CHECK(graph.proposals.size() == 1);
}

TEST_CASE("a lone word taken for a body is somebody where the same others stand", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Story", "Work"), entity("Ivan Espinosa", "Person", {"Espinosa"}),
             entity("Norsk", "Organization"), entity("Vest Bank", "Organization")});
  graph.add({entity("Story", "Work"), entity("Espinosa", "Organization"), entity("Norsk", "Organization"),
             entity("Vest Bank", "Organization")});
  CHECK(graph.nodes("Espinosa") == 1);
  graph.add({entity("Tale", "Work"), entity("Espinosa", "Organization")});
  CHECK(graph.nodes("Espinosa") == 2);
}

TEST_CASE("one name in two spellings of another script is one person", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Story", "Work"), entity("Sergei Lavrin", "Person", {"Lavrin"})});
  graph.add({entity("Tale", "Work"), entity("Sergey Lavrin", "Person", {"Lavrin"})});
  CHECK(graph.nodes("Lavrin") == 1);
  graph.add({entity("Story", "Work"), entity("Oleg Baransky", "Person", {"Baransky"})});
  graph.add({entity("Tale", "Work"), entity("Oleg Baranskyy", "Person", {"Baranskyy"})});
  CHECK(graph.nodes("Baransky") == 1);
  CHECK(graph.nodes("Oleg Baranskyy") == 1);
  graph.add({entity("Song", "Work"), entity("Sergio Lavrin", "Person", {"Lavrin"})});
  CHECK(graph.nodes("Lavrin") == 2);
}

TEST_CASE("a surname met once without a given name keeps nobody from its one bearer",
          "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Trump", "Person")});
  for (int i = 0; i < 5; ++i) graph.add({entity("Donald Trump", "Person", {"Trump"})});
  CHECK(graph.nodes("Trump") == 2);
  graph.add({entity("Trump", "Person")});
  CHECK(graph.nodes("Trump") == 2);
}

TEST_CASE("a bare noun is one thing in two articles only where company says so", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Vest Bank", "Organization"), entity("Tribunal", "Organization")});
  graph.add({entity("Norsk", "Organization"), entity("Tribunal", "Organization")});
  CHECK(graph.nodes("Tribunal") == 2);
  graph.add({entity("Tribunal", "Organization"), entity("Vest Bank", "Organization")});
  CHECK(graph.nodes("Tribunal") == 2);
  graph.add({entity("Twitter", "Organization")});
  graph.add({entity("Twitter", "Organization")});
  CHECK(graph.nodes("Twitter") == 1);
}

TEST_CASE("who reigns is one person by title and given name", "[ingest][entity_linker]") {
  Graph graph;
  graph.add({entity("Olav", "Person", {"King Olav"})});
  graph.add({entity("Olav", "Person", {"King Olav"})});
  graph.add({entity("Olav", "Person")});
  CHECK(graph.nodes("King Olav") == 1);
  CHECK(graph.nodes("Olav") == 2);
}

TEST_CASE("a state's bodies are of the country of which the article names another",
          "[ingest][state_bodies]") {
  const auto place = [](std::string name, std::string code, std::uint32_t mentions) {
    graph::EntityRecord record = entity(std::move(name), "Place");
    record.properties.emplace_back("code", graph::Value(std::move(code)));
    record.mentions = mentions;
    return record;
  };
  graph::ArticleRecord record;
  record.entities = {place("Chile", "CL", 9), entity("Peruvian Supreme Court", "Organization"),
                     entity("Senate", "Organization"), entity("Constitution", "Law")};
  add_country_names(record);
  CHECK(record.entities[2].aliases == std::vector<std::string>{"Peru Senate"});
  CHECK(record.entities[3].aliases == std::vector<std::string>{"Peru Constitution"});
  record.entities = {place("Chile", "CL", 9), entity("Peruvian Supreme Court", "Organization"),
                     entity("Bolivian Senate", "Organization"), entity("Assembly", "Organization")};
  add_country_names(record);
  CHECK(record.entities[3].aliases == std::vector<std::string>{"Chile Assembly"});
}

TEST_CASE("a state is not the country of its name", "[ingest][entity_linker]") {
  graph::EntityRecord country = entity("Georgia", "Place");
  country.properties.emplace_back("code", graph::Value("GE"));
  Graph graph;
  graph.add({country});
  graph.add({entity("Georgia", "Place")});
  graph.add({country, entity("Tbilisi", "Place")});
  graph.add({entity("Georgia", "Place"), entity("Ohio", "Place")});
  CHECK(graph.nodes("Georgia") == 2);
}

TEST_CASE("an acronym spelt out otherwise is another thing", "[ingest][entity_linker]") {
  const auto managers = entity("Divisional Railway Manager", "Organization", {"DRM"});
  const auto rights = entity("DRM", "Organization", {"digital rights management"});
  Graph first, second, third;
  first.add({managers});
  first.add({rights});
  CHECK(first.nodes("DRM") == 2);
  second.add({rights});
  second.add({managers});
  CHECK(second.nodes("DRM") == 2);
  third.add({managers});
  third.add({entity("DRM", "Organization")});
  CHECK(third.nodes("DRM") == 1);
}
