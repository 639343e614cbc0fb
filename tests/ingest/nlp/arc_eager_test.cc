#include "ingest/nlp/arc_eager.h"

#include <catch2/catch.hpp>

namespace dossier::ingest::nlp {
namespace {

constexpr unsigned kS = 1, kD = 2, kL = 4, kR = 8, kB = 16;  // bits of the actions, in their order

ArcEagerState after(std::uint32_t count, const std::string& actions, bool one_sentence = false) {
  ArcEagerState state(count, one_sentence);
  constexpr std::string_view kNames = "SDLRB";
  for (const char action : actions) {
    const auto which = static_cast<ParserAction>(kNames.find(action));
    INFO(actions << " at " << action);
    REQUIRE((state.valid_actions() >> static_cast<unsigned>(which) & 1) != 0);
    state.apply(which, 7);
  }
  return state;
}

}  // namespace

TEST_CASE("the actions that may follow are those of the rules", "[ingest][arc_eager]") {
  const auto [count, actions, valid] = GENERATE(table<std::uint32_t, std::string, unsigned>({
      {1, "", kS},  // an empty stack may always shift
      {3, "", kS | kB},
      {3, "S", kS | kD | kL | kR | kB},
      {2, "S", kD | kL | kR},        // the last token is not shifted onto a stack
      {3, "SB", kS | kD | kL | kR},  // a start is set once
      {3, "SBR", kD},                // before a start the stack empties
      {3, "SBRD", kD},
      {3, "SBRDD", kS},
      {2, "SR", kD},                  // nothing left to read
      {4, "SSD", kD | kL | kR | kB},  // back in the buffer, and not to be shifted again
  }));
  INFO(actions);
  CHECK(after(count, actions).valid_actions() == valid);
}

TEST_CASE("one sentence is not cut and keeps one token on the stack", "[ingest][arc_eager]") {
  CHECK(after(3, "", true).valid_actions() == kS);
  CHECK(after(3, "S", true).valid_actions() == (kS | kL | kR));
  CHECK(after(3, "SR", true).valid_actions() == (kD | kL | kR));
  CHECK(after(3, "SRR", true).valid_actions() == kD);
}

TEST_CASE("arcs point where the actions say", "[ingest][arc_eager]") {
  const ArcEagerState state = after(3, "SLSRDD");
  CHECK(state.is_final());
  CHECK(state.head(0) == 1);
  CHECK(state.head(1) == ArcEagerState::kNone);
  CHECK(state.head(2) == 1);
  CHECK(state.label(2) == 7);
}

TEST_CASE("a left arc replaces the head that a right arc gave", "[ingest][arc_eager]") {
  ArcEagerState state = after(3, "SR");
  CHECK(state.head(1) == 0);
  CHECK(state.features()[7] == ArcEagerState::kNone);
  state.apply(ParserAction::kLeft, 3);
  CHECK(state.head(1) == 2);
  CHECK(state.label(1) == 3);
  CHECK(state.features()[7] == ArcEagerState::kNone);  // no longer a child of token 0
  CHECK(state.features()[5] == 1);                     // but of the next token
}

TEST_CASE("a token without a head goes back to the buffer and may be shifted onto an empty stack",
          "[ingest][arc_eager]") {
  ArcEagerState state = after(3, "SSD");
  CHECK(state.features()[0] == 1);
  CHECK(state.features()[1] == 2);
  CHECK((state.valid_actions() & kS) == 0);
  state.apply(ParserAction::kReduce, 0);
  CHECK(state.valid_actions() == (kS | kB));
  state.apply(ParserAction::kShift, 0);
  CHECK(state.features()[2] == 1);
}

TEST_CASE("the network sees the latest children", "[ingest][arc_eager]") {
  const ArcEagerState state = after(6, "SSLLSRD");
  // 0 <- 2 -> 3 with 1 <- 2: S0 is 2, B0 is 4.
  const std::array<std::int32_t, 8> expected = {4, 5, 2, -1, -1, -1, 0, 3};
  CHECK(state.features() == expected);
}

TEST_CASE("an action settles a token, but for the start of a sentence", "[ingest][arc_eager]") {
  const ArcEagerState state = after(3, "S");
  CHECK(state.decided(ParserAction::kShift) == 1);
  CHECK(state.decided(ParserAction::kRight) == 1);
  CHECK(state.decided(ParserAction::kLeft) == 0);
  CHECK(state.decided(ParserAction::kReduce) == 0);
  CHECK(state.decided(ParserAction::kBreak) == ArcEagerState::kNone);
}

TEST_CASE("giving up ends it", "[ingest][arc_eager]") {
  ArcEagerState state = after(5, "SSD");
  state.finish();
  CHECK(state.is_final());
  CHECK(ArcEagerState(0, false).is_final());
}

}  // namespace dossier::ingest::nlp
