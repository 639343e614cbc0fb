// The parser's state machine: a stack, a buffer, and the arcs made so far. arc_eager.cc tells the rules.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/nlp/architecture.h"

namespace dossier::ingest::nlp {

/// What the parser has decided of one text.
class ArcEagerState {
 public:
  static constexpr std::int32_t kNone = -1;

  /// `one_sentence` forbids that any token but the first starts a sentence.
  ArcEagerState(std::uint32_t count, bool one_sentence);

  bool is_final() const { return stack_.empty() && buffer_size() == 0; }

  /// A bit for each action that may follow, 1 << ParserAction.
  unsigned valid_actions() const;
  /// The action must be valid. `label` is kept for the arc it makes.
  void apply(ParserAction action, std::uint16_t label);
  /// Gives up: what has no head by now is a root.
  void finish();

  /// The tokens that the network looks at: B0, B1, S0, S1, S2, and the latest children L(B0), L(S0), R(S0).
  std::array<std::int32_t, 8> features() const;

  /// The token that the action settles: the child of an arc, who is pushed or popped; kNone for BREAK.
  std::int32_t decided(ParserAction action) const;

  std::int32_t head(std::uint32_t token) const { return heads_[token]; }
  std::uint16_t label(std::uint32_t token) const { return labels_[token]; }

 private:
  std::uint32_t buffer_size() const { return count_ - next_ + static_cast<std::uint32_t>(returned_.size()); }
  std::int32_t buffer(std::uint32_t index) const;
  std::int32_t stack(std::uint32_t index) const;
  bool starts_sentence(std::int32_t token) const {
    return token >= 0 && starts_[static_cast<std::size_t>(token)] != 0;
  }
  bool may_not_start(std::int32_t token) const { return one_sentence_ && token > 0; }
  std::int32_t take();
  void reduce();
  void add_arc(std::int32_t head, std::int32_t child, std::uint16_t label);
  void remove_arc(std::int32_t head, std::int32_t child);

  std::uint32_t count_ = 0, next_ = 0;  // next_: the first token that was never taken
  bool one_sentence_ = false;
  std::vector<std::int32_t> stack_, returned_;
  std::vector<std::int32_t> heads_;
  std::vector<std::uint16_t> labels_;
  std::vector<std::int32_t> last_left_, last_right_,
      before_;  // latest child either side; the one made before it
  std::vector<std::uint8_t> unshiftable_, starts_;
};

}  // namespace dossier::ingest::nlp
