// Ids are types, so that one never lands where another was meant. They are never reused.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace dossier::graph {

enum class NodeId : std::uint64_t {};
enum class RelationshipId : std::uint64_t {};
enum class LabelId : std::uint32_t {};
enum class TypeId : std::uint32_t {};  // of a relationship
enum class KeyId : std::uint32_t {};   // of a property

/// An article is a node too, labelled :Article; its id is that node's.
using ArticleId = NodeId;

template <typename Id>
constexpr auto raw(Id id) {
  return static_cast<std::underlying_type_t<Id>>(id);
}

enum class Direction : std::uint8_t { kOutgoing, kIncoming, kBoth };

}  // namespace dossier::graph
