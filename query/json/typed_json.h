// Values as JSON that keeps their types: {"$type": "Integer", "_value": "1"}, in the manner of Neo4j's Query API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/graph/value.h"
#include "dossier/query/engine.h"
#include "dossier/result.h"

namespace dossier::query {

/// Nodes and relationships are read through `reader`; one that has been deleted is written with nothing but its id.
/// Errors   the reader's.
Status append_typed_json(const graph::Value& value, const graph::Reader& reader, std::string& out);

/// Errors   InvalidArgument with what is wrong; nodes, relationships and paths cannot be read back.
Result<graph::Value> parse_typed_json(std::string_view json);

/// An object from names to typed values; empty text means none.
Result<Parameters> parse_parameters(std::string_view json);

/// {"fields": [...], "values": [[typed, ...], ...]}; every row has a value for every field.
struct TypedTable {
  std::vector<std::string> fields;
  std::vector<Row> rows;
};
Result<TypedTable> parse_typed_table(std::string_view json);

}  // namespace dossier::query
