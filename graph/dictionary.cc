#include "graph/dictionary.h"

#include <mutex>

namespace dossier::graph {

std::optional<std::uint32_t> Dictionary::find(NameSpace space, std::string_view name) const {
  const std::shared_lock lock(mutex_);
  const Space& names = spaces_[static_cast<std::size_t>(space)];
  const auto at = names.ids.find(name);
  if (at == names.ids.end()) return std::nullopt;
  return at->second;
}

std::string_view Dictionary::name(NameSpace space, std::uint32_t id) const {
  const std::shared_lock lock(mutex_);
  const Space& names = spaces_[static_cast<std::size_t>(space)];
  return id < names.names.size() ? std::string_view(names.names[id]) : std::string_view();
}

std::uint32_t Dictionary::add(NameSpace space, std::string_view name) {
  const std::unique_lock lock(mutex_);
  Space& names = spaces_[static_cast<std::size_t>(space)];
  if (const auto at = names.ids.find(name); at != names.ids.end()) return at->second;
  const auto id = static_cast<std::uint32_t>(names.names.size());
  names.ids.emplace(names.names.emplace_back(name), id);
  return id;
}

DictionarySizes Dictionary::sizes() const {
  const std::shared_lock lock(mutex_);
  DictionarySizes sizes;
  for (std::size_t i = 0; i < kNameSpaces; ++i)
    sizes[i] = static_cast<std::uint32_t>(spaces_[i].names.size());
  return sizes;
}

}  // namespace dossier::graph
