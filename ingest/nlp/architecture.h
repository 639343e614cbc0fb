// What text.config and text.labels of a weights file say: sizes, attributes, and the meaning of each output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/ingest/document.h"
#include "dossier/result.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

enum class Attribute : std::uint8_t { kNorm, kPrefix, kSuffix, kShape, kSpacy, kIsSpace };

struct EncoderShape {
  std::size_t width = 0, depth = 0;
  std::vector<Attribute> attributes;  // one embedding table each
  std::vector<std::size_t> rows;
  std::vector<std::uint32_t> seeds;
  std::size_t static_width = 0;  // of the word vectors; 0 without
};

struct TransitionShape {
  std::size_t features = 0, hidden = 0, classes = 0;
};

/// Action numbers as the model has them.
enum class ParserAction : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak };
enum class EntityAction : std::uint8_t { kMissing, kBegin, kIn, kLast, kUnit, kOut };

struct ParserClass {
  ParserAction action = ParserAction::kShift;
  Deprel deprel = Deprel::kOther;
  Deprel lifted_from =
      Deprel::kOther;  // of "deprel||head's deprel": an arc to be put back; see projectivity.h
  bool lifted = false;
};

struct EntityClass {
  EntityAction action = EntityAction::kOut;
  EntityLabel label = EntityLabel::kNone;
};

struct Architecture {
  EncoderShape shared;
  EncoderShape entity_own;  // of the entity recogniser, unless it reads the shared one
  bool shared_for_entities = false;
  TransitionShape parser, entities;
  std::vector<Tag> tags;
  std::vector<ParserClass> parser_classes;
  std::vector<EntityClass> entity_classes;

  /// Errors   Corruption where the tables contradict one another or name what this build does not know.
  static Result<Architecture> load(const WeightsFile& file);
};

}  // namespace dossier::ingest::nlp
