// The header of an import table, and its cells as values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::shell {

enum class ColumnRole : std::uint8_t { kProperty, kId, kLabel, kStartId, kEndId, kType, kIgnore };
enum class CellType : std::uint8_t {
  kString,
  kInteger,
  kFloat,
  kBoolean,
  kDate,
  kLocalTime,
  kTime,
  kLocalDateTime,
  kDateTime,
  kDuration,
};

struct Column {
  ColumnRole role = ColumnRole::kProperty;
  std::string name;  // of the property; of kId the name under which the id is kept, or empty
  CellType type = CellType::kString;
  bool list = false;
};

/// "name", "when:date", "tags:string[]", ":ID", "entityId:ID", ":ID(Space)", ":START_ID".
/// Errors   InvalidArgument for an unknown type.
Result<Column> parse_column(std::string_view header);

/// Null for an empty cell.
/// Errors   InvalidArgument that names the text and the type.
Result<graph::Value> parse_cell(std::string_view text, const Column& column);

}  // namespace dossier::shell
