// The `index` table: nodes by the value of a declared property.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "graph/view.h"

namespace dossier::graph {

/// The key of a node's value, or nothing for a value that is not indexed (null, lists, maps, temporal values with a
/// zone, durations).
std::optional<std::string> index_entry(KeyId key, const Value& value, NodeId node);
/// What the entries of all nodes with an equal value begin with. Few others may: see index_entry.
std::optional<std::string> index_prefix(KeyId key, const Value& value);
/// Whether whatever begins with the prefix of that value has an equal value. False of NaN, numbers from 2^53 on, long strings.
bool is_exact_in_index(const Value& value);

inline constexpr std::string_view kIndexKeys = "index:";  // what such records' keys begin with
/// The record in `meta` that says that a property is indexed.
std::string index_declaration(KeyId key);
Result<std::vector<KeyId>> declared_indexes(const View& view);

}  // namespace dossier::graph
