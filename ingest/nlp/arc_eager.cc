// Arc-eager parsing (Nivre 2003) with spaCy's changes, which let a token on the stack go back to the buffer
// and an arc be replaced (Honnibal and Johnson 2015), and cut the text into sentences as it parses:
//
//     SHIFT     push the next token
//     REDUCE    pop the stack; a token without a head, and not alone there, goes back to the buffer instead
//     LEFT(l)   the next token becomes head of the stack's top, which is popped
//     RIGHT(l)  the stack's top becomes head of the next token, which is pushed
//     BREAK     the token after the next starts a sentence: the stack must be empty before it is taken
//
// "Ana sat": SHIFT, LEFT(nsubj), SHIFT, REDUCE. Source: spaCy arc_eager.pyx and _state.pxd. Tested by
// arc_eager_test.cc.
#include "ingest/nlp/arc_eager.h"

#include <algorithm>
#include <cassert>

namespace dossier::ingest::nlp {
namespace {

constexpr std::uint32_t kUsualDepth = 32;

constexpr unsigned bit(ParserAction action) { return 1U << static_cast<unsigned>(action); }

}  // namespace

ArcEagerState::ArcEagerState(std::uint32_t count, bool one_sentence)
    : count_(count),
      one_sentence_(one_sentence),
      heads_(count, kNone),
      labels_(count, 0),
      last_left_(count, kNone),
      last_right_(count, kNone),
      before_(count, kNone),
      unshiftable_(count, 0),
      starts_(count, 0) {
  if (count > 0) starts_[0] = 1;
  stack_.reserve(std::min(count, kUsualDepth));
}

std::int32_t ArcEagerState::buffer(std::uint32_t index) const {
  if (index < returned_.size()) return returned_[returned_.size() - 1 - index];
  const std::uint64_t token = std::uint64_t{next_} + index - returned_.size();
  return token < count_ ? static_cast<std::int32_t>(token) : kNone;
}

std::int32_t ArcEagerState::stack(std::uint32_t index) const {
  return index < stack_.size() ? stack_[stack_.size() - 1 - index] : kNone;
}

unsigned ArcEagerState::valid_actions() const {
  unsigned valid = 0;
  const std::int32_t b0 = buffer(0), b1 = buffer(1);
  const bool shut = starts_sentence(b0);  // the stack is of the sentence before
  if (stack_.empty()) {
    valid |= bit(ParserAction::kShift);
  } else {
    if (buffer_size() >= 2 && !shut && unshiftable_[static_cast<std::size_t>(b0)] == 0)
      valid |= bit(ParserAction::kShift);
    if (buffer_size() == 0 || stack_.size() > 1 || !may_not_start(b0)) valid |= bit(ParserAction::kReduce);
    if (buffer_size() > 0 && !shut) valid |= bit(ParserAction::kLeft) | bit(ParserAction::kRight);
  }
  if (buffer_size() >= 2 && b1 == b0 + 1 && !starts_sentence(b1) && !may_not_start(b1))
    valid |= bit(ParserAction::kBreak);
  return valid;
}

void ArcEagerState::apply(ParserAction action, std::uint16_t label) {
  assert((valid_actions() & bit(action)) != 0);
  switch (action) {
    case ParserAction::kShift:
      stack_.push_back(take());
      break;
    case ParserAction::kReduce:
      reduce();
      break;
    case ParserAction::kLeft:
      add_arc(buffer(0), stack(0), label);
      unshiftable_[static_cast<std::size_t>(buffer(0))] = 0;
      stack_.pop_back();
      break;
    case ParserAction::kRight:
      add_arc(stack(0), buffer(0), label);
      stack_.push_back(take());
      break;
    case ParserAction::kBreak:
      starts_[static_cast<std::size_t>(buffer(1))] = 1;
      break;
  }
}

std::int32_t ArcEagerState::decided(ParserAction action) const {
  switch (action) {
    case ParserAction::kShift:
    case ParserAction::kRight:
      return buffer(0);
    case ParserAction::kReduce:
    case ParserAction::kLeft:
      return stack(0);
    case ParserAction::kBreak:
      break;
  }
  return kNone;
}

void ArcEagerState::finish() {
  stack_.clear();
  returned_.clear();
  next_ = count_;
}

std::array<std::int32_t, 8> ArcEagerState::features() const {
  const std::int32_t b0 = buffer(0), s0 = stack(0);
  const auto latest = [](const std::vector<std::int32_t>& of, std::int32_t token) {
    return token < 0 ? kNone : of[static_cast<std::size_t>(token)];
  };
  return {b0,
          buffer(1),
          s0,
          stack(1),
          stack(2),
          latest(last_left_, b0),
          latest(last_left_, s0),
          latest(last_right_, s0)};
}

std::int32_t ArcEagerState::take() {
  if (returned_.empty()) return static_cast<std::int32_t>(next_++);
  const std::int32_t token = returned_.back();
  returned_.pop_back();
  return token;
}

void ArcEagerState::reduce() {
  const std::int32_t top = stack_.back();
  stack_.pop_back();
  if (heads_[static_cast<std::size_t>(top)] != kNone || stack_.empty()) return;
  unshiftable_[static_cast<std::size_t>(top)] = 1;
  returned_.push_back(top);
}

void ArcEagerState::add_arc(std::int32_t head, std::int32_t child, std::uint16_t label) {
  const auto c = static_cast<std::size_t>(child);
  if (heads_[c] != kNone) remove_arc(heads_[c], child);
  std::int32_t& last = (head > child ? last_left_ : last_right_)[static_cast<std::size_t>(head)];
  before_[c] = last;
  last = child;
  heads_[c] = head;
  labels_[c] = label;
}

// A replaced arc is always its head's latest: a token that RIGHT gave a head to stays above it on the stack.
void ArcEagerState::remove_arc(std::int32_t head, std::int32_t child) {
  std::int32_t* link = &(head > child ? last_left_ : last_right_)[static_cast<std::size_t>(head)];
  while (*link != kNone && *link != child) link = &before_[static_cast<std::size_t>(*link)];
  if (*link == child) *link = before_[static_cast<std::size_t>(child)];
}

}  // namespace dossier::ingest::nlp
