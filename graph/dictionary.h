// Names of labels, relationship types and property keys <-> dense ids. All of them are held in memory.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::graph {

enum class NameSpace : std::uint8_t { kLabel, kType, kKey };
inline constexpr std::size_t kNameSpaces = 3;

/// How many names of each space a reader sees: ids are dense, so a reader's names are those below.
using DictionarySizes = std::array<std::uint32_t, kNameSpaces>;

/// Ids count from 0 in each space and are never reused. Names are only added.
///
/// Threads  any.
class Dictionary {
 public:
  std::optional<std::uint32_t> find(NameSpace space, std::string_view name) const;
  /// The view lives as long as the dictionary. Empty for an id that is not there.
  std::string_view name(NameSpace space, std::uint32_t id) const;
  std::uint32_t add(NameSpace space, std::string_view name);
  DictionarySizes sizes() const;

 private:
  struct Space {
    std::deque<std::string> names;  // stays in place as it grows
    std::unordered_map<std::string_view, std::uint32_t> ids;
  };
  mutable std::shared_mutex mutex_;
  std::array<Space, kNameSpaces> spaces_;
};

}  // namespace dossier::graph
