#include "ingest/nlp/biluo.h"

#include <catch2/catch.hpp>

namespace dossier::ingest::nlp {
namespace {

constexpr EntityClass kBeginOrg{EntityAction::kBegin, EntityLabel::kOrg};
constexpr EntityClass kInOrg{EntityAction::kIn, EntityLabel::kOrg};
constexpr EntityClass kLastOrg{EntityAction::kLast, EntityLabel::kOrg};
constexpr EntityClass kLastGpe{EntityAction::kLast, EntityLabel::kGpe};
constexpr EntityClass kUnitOrg{EntityAction::kUnit, EntityLabel::kOrg};
constexpr EntityClass kUnitNone{EntityAction::kUnit, EntityLabel::kNone};
constexpr EntityClass kOut{EntityAction::kOut, EntityLabel::kNone};

}  // namespace

TEST_CASE("what may follow depends on the open entity, white space and what comes next", "[ingest][biluo]") {
  const auto [open, space, goes_on, made, allowed] =
      GENERATE(table<EntityLabel, bool, bool, EntityClass, bool>({
          {EntityLabel::kNone, false, true, kBeginOrg, true},
          {EntityLabel::kNone, false, false, kBeginOrg, false},  // no room for its end
          {EntityLabel::kNone, true, true, kBeginOrg, false},
          {EntityLabel::kNone, true, true, kUnitOrg, false},
          {EntityLabel::kNone, false, false, kUnitOrg, true},
          {EntityLabel::kNone, false, false, kUnitNone, false},
          {EntityLabel::kNone, true, false, kOut, true},
          {EntityLabel::kNone, false, true, kInOrg, false},
          {EntityLabel::kNone, false, true, kLastOrg, false},
          {EntityLabel::kOrg, false, true, kInOrg, true},
          {EntityLabel::kOrg, true, true, kInOrg, true},  // white space inside is fine
          {EntityLabel::kOrg, false, false, kInOrg, false},
          {EntityLabel::kOrg, false, false, kLastOrg, true},
          {EntityLabel::kOrg, false, true, kLastGpe, false},
          {EntityLabel::kOrg, false, true, kOut, false},
          {EntityLabel::kOrg, false, true, kBeginOrg, false},
      }));
  const EntityCondition condition{open, space, goes_on};
  CHECK(condition.allows(made) == allowed);
  CHECK(EntityCondition::at(condition.index()).allows(made) == allowed);
}

TEST_CASE("entities are the spans that the actions make", "[ingest][biluo]") {
  const std::uint8_t space[5] = {}, starts[5] = {1, 0, 0, 0, 1};
  BiluoState state(space, starts, 5);
  state.apply(kOut);
  state.apply(kBeginOrg);
  CHECK(state.features() == std::array<std::int32_t, 3>{2, 1, 1});
  state.apply(kInOrg);
  CHECK_FALSE(state.condition().goes_on);  // the next token starts a sentence
  state.apply(kLastOrg);
  CHECK(state.features() == std::array<std::int32_t, 3>{4, -1, -1});
  state.apply(kUnitOrg);
  REQUIRE(state.is_final());
  REQUIRE(state.entities().size() == 2);
  CHECK(state.entities()[0].begin == 1);
  CHECK(state.entities()[0].end == 4);
  CHECK(state.entities()[1].begin == 4);
  CHECK(state.entities()[1].label == EntityLabel::kOrg);
}

}  // namespace dossier::ingest::nlp
