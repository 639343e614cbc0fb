// What a trace tells is what the model does: its chosen classes make the document that the model reads. Reads with the default
// model.
#include "ingest/nlp/trace.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "dossier/ingest/model.h"

namespace dossier::ingest {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kText = "Anna Berg met the mayor of Oslo on Monday. \"We agreed,\" she said.";

std::vector<Json> trace_of(std::string_view text) {
  std::string lines;
  const Status status = nlp::append_trace(LanguageModel::default_file(), text, lines);
  INFO("no language model? it lies in ingest/nlp/models");
  REQUIRE(status.ok());
  std::vector<Json> stages;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) stages.push_back(Json::parse(line));
  return stages;
}

Document document_of(std::string_view text) {
  const auto model = LanguageModel::load(LanguageModel::default_file());
  REQUIRE(model.ok());
  return (*model)->parse(std::span(&text, 1)).front();
}

std::vector<Json> of_stage(const std::vector<Json>& stages, const std::string& name) {
  std::vector<Json> found;
  std::copy_if(stages.begin(), stages.end(), std::back_inserter(found),
               [&](const Json& stage) { return stage.at("stage") == name; });
  return found;
}

}  // namespace

TEST_CASE("a trace ends in the document that the model reads", "[ingest][trace][slow]") {
  const auto stages = trace_of(kText);
  const Document document = document_of(kText);
  const auto tokens = of_stage(stages, "token");
  REQUIRE(tokens.size() == document.tokens.size());
  const Json tree = of_stage(stages, "tree").at(0);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    CHECK(tokens[i].at("text") == document.word(i));
    CHECK(tree.at("heads").at(i) == document.tokens[i].head);
  }
  for (const TokenRange& sentence : document.sentences)
    CHECK(tree.at("sentence_starts").at(sentence.begin) == 1);
  std::size_t begins = 0;
  for (const Token& token : document.tokens) begins += token.entity_begins;
  const auto entities = of_stage(stages, "entity");
  CHECK(entities.size() == begins);
  for (const Json& entity : entities) {
    CHECK(entity.at("label") == name_of(document.tokens[entity.at("begin").get<std::size_t>()].entity));
  }
}

TEST_CASE("a trace tells the features, scores and choice of every step", "[ingest][trace][slow]") {
  const auto stages = trace_of(kText);
  const auto steps = of_stage(stages, "step");
  CHECK(steps.size() > 2 * of_stage(stages, "token").size());
  for (const Json& step : steps) {
    const auto scores = step.at("scores").get<std::vector<float>>();
    const auto best = step.at("class").get<std::size_t>();
    REQUIRE(best < scores.size());
    CHECK(step.at("features").size() == (step.at("network") == "parser" ? 8 : 3));
  }
}

TEST_CASE("a trace has the vectors of every token after every layer", "[ingest][trace][slow]") {
  const auto stages = trace_of(kText);
  const std::size_t tokens = of_stage(stages, "token").size();
  const auto layers = of_stage(stages, "layer");
  std::size_t shared = 0, depth = 0;
  for (const Json& layer : layers) {
    if (layer.at("network") != "shared") continue;
    ++shared;
    depth = std::max(depth, layer.at("layer").get<std::size_t>() + 1);
  }
  CHECK(shared == tokens * depth);
  CHECK(of_stage(stages, "tags").size() == tokens);
}

TEST_CASE("a text of nothing has a trace without tokens", "[ingest][trace][slow]") {
  CHECK(of_stage(trace_of(""), "token").empty());
}

}  // namespace dossier::ingest
