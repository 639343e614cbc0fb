#include "ingest/nlp/architecture.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/nlp/json_tensor.h"
#include "ingest/nlp/kernels.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kParserFeatures = 8, kEntityFeatures = 3;
constexpr std::size_t kLargestSize = 1 << 20;
constexpr std::array<std::string_view, 6> kAttributes = {"NORM",  "PREFIX", "SUFFIX",
                                                         "SHAPE", "SPACY",  "IS_SPACE"};

Status refused(const std::string& what) { return corruption("language model: text.config: " + what); }

EncoderShape encoder_of(const nlohmann::json& object) {
  EncoderShape shape;
  shape.width = object.at("width").get<std::size_t>();
  shape.depth = object.at("depth").get<std::size_t>();
  shape.rows = object.at("rows").get<std::vector<std::size_t>>();
  shape.seeds = object.at("seeds").get<std::vector<std::uint32_t>>();
  shape.static_width = object.at("static_width").get<std::size_t>();
  for (const auto& name : object.at("attrs")) {
    const auto at = std::find(kAttributes.begin(), kAttributes.end(), name.get_ref<const std::string&>());
    shape.attributes.push_back(static_cast<Attribute>(at - kAttributes.begin()));
  }
  return shape;
}

TransitionShape transitions_of(const nlohmann::json& object) {
  return {object.at("features").get<std::size_t>(), object.at("hidden").get<std::size_t>(),
          object.at("classes").get<std::size_t>()};
}

Status check(const EncoderShape& shape) {
  if (shape.width == 0 || shape.width % kLanes != 0 || shape.width > 1024)
    return refused("width " + std::to_string(shape.width));
  if (shape.depth == 0 || shape.depth > 16) return refused("depth " + std::to_string(shape.depth));
  if (shape.attributes.empty() || shape.attributes.size() != shape.rows.size() ||
      shape.rows.size() != shape.seeds.size()) {
    return refused("attrs, rows and seeds differ in number");
  }
  for (const Attribute attribute : shape.attributes) {
    if (attribute > Attribute::kIsSpace) return refused("an attribute that this version does not know");
  }
  for (const std::size_t rows : shape.rows) {
    if (rows == 0 || rows > kLargestSize) return refused("a table of " + std::to_string(rows) + " rows");
  }
  if (shape.static_width > 4096) return refused("word vectors of " + std::to_string(shape.static_width));
  return {};
}

Status check(const TransitionShape& shape, std::size_t features, std::size_t classes) {
  if (shape.features != features)
    return refused(std::to_string(shape.features) + " features, expected " + std::to_string(features));
  if (shape.hidden == 0 || shape.hidden % kLanes != 0 || shape.hidden > 1024)
    return refused("hidden width " + std::to_string(shape.hidden));
  if (shape.classes != classes || classes == 0)
    return refused("the number of classes is not that of text.labels");
  return {};
}

ParserClass parser_class_of(const nlohmann::json& entry) {
  ParserClass made;
  const auto action = entry.at(0).get<std::size_t>();
  const std::string& label = entry.at(1).get_ref<const std::string&>();
  made.action = static_cast<ParserAction>(std::min<std::size_t>(action, 255));
  const std::size_t bar = label.find("||");
  made.lifted = bar != std::string::npos;
  made.deprel = deprel_of(std::string_view(label).substr(0, bar));
  if (made.lifted) made.lifted_from = deprel_of(std::string_view(label).substr(bar + 2));
  return made;
}

EntityClass entity_class_of(const nlohmann::json& entry) {
  const auto action = entry.at(0).get<std::size_t>();
  return {static_cast<EntityAction>(std::min<std::size_t>(action, 255)),
          entity_label_of(entry.at(1).get_ref<const std::string&>())};
}

Status check_labels(const Architecture& architecture) {
  for (const ParserClass& made : architecture.parser_classes) {
    if (made.action > ParserAction::kBreak) return refused("a parser action that this version does not know");
  }
  for (const EntityClass& made : architecture.entity_classes) {
    if (made.action > EntityAction::kOut || made.action == EntityAction::kMissing) {
      return refused("an entity action that this version does not know");
    }
  }
  return {};
}

}  // namespace

Result<Architecture> Architecture::load(const WeightsFile& file) {
  Architecture made;
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.config", [&](const nlohmann::json& config) {
    made.shared = encoder_of(config.at("t2v"));
    made.shared_for_entities = config.at("ner_input").get<std::string>() == "t2v";
    made.entity_own = made.shared_for_entities ? made.shared : encoder_of(config.at("n2v"));
    made.parser = transitions_of(config.at("parser"));
    made.entities = transitions_of(config.at("ner"));
  }));
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.labels", [&](const nlohmann::json& labels) {
    for (const auto& tag : labels.at("tags")) made.tags.push_back(tag_of(tag.get_ref<const std::string&>()));
    for (const auto& entry : labels.at("parser")) made.parser_classes.push_back(parser_class_of(entry));
    for (const auto& entry : labels.at("ner")) made.entity_classes.push_back(entity_class_of(entry));
  }));
  DOSSIER_RETURN_IF_ERROR(check(made.shared));
  DOSSIER_RETURN_IF_ERROR(check(made.entity_own));
  DOSSIER_RETURN_IF_ERROR(check(made.parser, kParserFeatures, made.parser_classes.size()));
  DOSSIER_RETURN_IF_ERROR(check(made.entities, kEntityFeatures, made.entity_classes.size()));
  if (made.tags.empty()) return refused("no tags");
  DOSSIER_RETURN_IF_ERROR(check_labels(made));
  return made;
}

}  // namespace dossier::ingest::nlp
