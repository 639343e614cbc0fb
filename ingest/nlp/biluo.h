// The entity recogniser's state machine: each token begins, goes on with, ends, is, or is outside an entity.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/nlp/architecture.h"

namespace dossier::ingest::nlp {

struct EntitySpan {
  std::uint32_t begin = 0, end = 0;
  EntityLabel label = EntityLabel::kNone;
};

/// What decides which actions may follow: the open entity, and what the next token is.
struct EntityCondition {
  EntityLabel open = EntityLabel::kNone;
  bool is_space = false;  // the next token is white space
  bool goes_on = false;   // the one after it exists, and is of the same sentence

  static constexpr std::size_t kCount = 19 * 4;
  std::size_t index() const {
    return static_cast<std::size_t>(open) * 4 + (is_space ? 2 : 0) + (goes_on ? 1 : 0);
  }
  static EntityCondition at(std::size_t index);
  bool allows(EntityClass made) const;
};

/// What the recogniser has decided of one text. Entities never cross the start of a sentence.
class BiluoState {
 public:
  BiluoState(const std::uint8_t* is_space, const std::uint8_t* starts_sentence, std::uint32_t count)
      : is_space_(is_space), starts_sentence_(starts_sentence), count_(count) {}

  bool is_final() const { return next_ >= count_; }
  /// The tokens that the network looks at: the next one, the first of the open entity, the last of it.
  std::array<std::int32_t, 3> features() const;
  EntityCondition condition() const;
  /// `made` must be allowed.
  void apply(EntityClass made);
  /// Gives up: nothing more is an entity.
  void finish() { next_ = count_; }

  const std::vector<EntitySpan>& entities() const { return entities_; }

 private:
  const std::uint8_t* is_space_;
  const std::uint8_t* starts_sentence_;
  std::uint32_t count_ = 0, next_ = 0, begin_ = 0;
  EntityLabel open_ = EntityLabel::kNone;
  std::vector<EntitySpan> entities_;
};

}  // namespace dossier::ingest::nlp
