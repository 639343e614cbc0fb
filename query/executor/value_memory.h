// How much of the query's memory limit values take.
//
// Sorts, aggregates and hash tables charge what they hold. Between them, values lie in batches: a list that an expression
// makes lives until its operator makes the next batch. Large ones are counted while they do (EvalContext::made): whoever
// evaluates in a loop says what of a step remains, and the operator gives the rest back with the batch. Small values are
// not worth counting: a batch of them is small too.
#pragma once

#include <cstddef>
#include <span>

#include "dossier/status.h"
#include "query/executor/evaluator.h"

namespace dossier::query {

inline constexpr std::size_t kCountedBytes = 4096;  // less is a small value

/// Bytes behind a value; of long lists and maps an estimate from a few of their items.
std::size_t memory_of(const graph::Value& value);
std::size_t memory_of(std::span<const graph::Value> row);
/// The same, leaving out lists, maps and strings that are those of the row before.
std::size_t memory_of(std::span<const graph::Value> row, std::span<const graph::Value> before);

/// An expression has made a value of so many bytes, or is about to.
/// Errors   kResourceExhausted beyond the query's memory limit.
inline Status made_bytes(EvalContext& context, std::size_t bytes) {
  if (bytes < kCountedBytes || context.memory == nullptr) return {};
  context.made += bytes;
  return context.memory->charge(bytes);
}
inline Status made_value(EvalContext& context, const graph::Value& value) {
  const bool may_be_large = value.is_list() || value.is_string() || value.is_map() || value.is_path();
  return may_be_large ? made_bytes(context, memory_of(value)) : Status();
}

/// Of what was made since `context.made` was `mark`, only so many bytes remain.
inline void keep_bytes(EvalContext& context, std::size_t mark, std::size_t bytes) {
  if (context.made <= mark + bytes) return;
  context.memory->release(context.made - mark - bytes);
  context.made = mark + bytes;
}
inline void keep_value(EvalContext& context, std::size_t mark, const graph::Value& value) {
  if (context.made != mark) keep_bytes(context, mark, memory_of(value));
}

}  // namespace dossier::query
