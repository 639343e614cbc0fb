// Rules after spaCy's ner.pyx, for texts without entities set beforehand. Tested by biluo_test.cc.
#include "ingest/nlp/biluo.h"

namespace dossier::ingest::nlp {

EntityCondition EntityCondition::at(std::size_t index) {
  return {static_cast<EntityLabel>(index / 4), (index & 2) != 0, (index & 1) != 0};
}

bool EntityCondition::allows(EntityClass made) const {
  const bool closed = open == EntityLabel::kNone;
  switch (made.action) {
    case EntityAction::kBegin:
      return made.label != EntityLabel::kNone && closed && !is_space && goes_on;
    case EntityAction::kIn:
      return !closed && made.label == open && goes_on;
    case EntityAction::kLast:
      return !closed && made.label == open;
    case EntityAction::kUnit:
      return made.label != EntityLabel::kNone && closed && !is_space;
    case EntityAction::kOut:
      return closed;
    case EntityAction::kMissing:
      break;
  }
  return false;
}

std::array<std::int32_t, 3> BiluoState::features() const {
  const auto next = static_cast<std::int32_t>(next_);
  if (open_ == EntityLabel::kNone) return {next, -1, -1};
  return {next, static_cast<std::int32_t>(begin_), next - 1};
}

EntityCondition BiluoState::condition() const {
  const bool goes_on = next_ + 1 < count_ && starts_sentence_[next_ + 1] == 0;
  return {open_, is_space_[next_] != 0, goes_on};
}

void BiluoState::apply(EntityClass made) {
  if (made.action == EntityAction::kBegin) {
    begin_ = next_;
    open_ = made.label;
  } else if (made.action == EntityAction::kLast) {
    entities_.push_back({begin_, next_ + 1, made.label});
    open_ = EntityLabel::kNone;
  } else if (made.action == EntityAction::kUnit) {
    entities_.push_back({next_, next_ + 1, made.label});
  }
  ++next_;
}

}  // namespace dossier::ingest::nlp
