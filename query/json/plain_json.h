// Values as the JSON that people and scripts expect: numbers as numbers, temporal values as ISO strings, nodes as
// objects with their labels and properties.
#pragma once

#include <string>
#include <string_view>

#include "dossier/graph/reader.h"
#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query {

/// NaN and the infinities, which JSON does not have, are written as strings.
///     node          {"id": 1, "labels": ["Person"], "properties": {"name": "Ada"}}
///     relationship  {"id": 2, "type": "called", "start": 1, "end": 3, "properties": {}}
///     path          {"nodes": [...], "relationships": [...]}
/// Errors   the reader's.
Status append_plain_json(const graph::Value& value, const graph::Reader& reader, std::string& out);

/// A JSON text as a value: objects are maps, whole numbers that fit into 64 bits integers.
/// Errors   InvalidArgument.
Result<graph::Value> parse_plain_json(std::string_view json);

}  // namespace dossier::query
