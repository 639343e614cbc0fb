#include "shell/embed/procedure_signature.h"

#include <algorithm>
#include <regex>
#include <string>

#include "dossier/status_macros.h"
#include "query/json/typed_json.h"

namespace dossier::shell {
namespace {

using Fields = std::vector<query::TestProcedure::Field>;

// "a :: INTEGER?, b :: STRING?"
Result<Fields> parse_fields(const std::string& text) {
  static const std::regex kField(R"(\s*([\w$]+)\s*::\s*([\w ]+\??)\s*)");
  Fields fields;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string part = text.substr(begin, end - begin);
    std::smatch match;
    if (std::regex_match(part, match, kField)) {
      fields.push_back({match[1], match[2]});
    } else if (part.find_first_not_of(' ') != std::string::npos) {
      return invalid_argument("'" + part + "': expected a field such as in :: INTEGER?");
    }
    begin = end + 1;
  }
  return fields;
}

}  // namespace

Result<query::TestProcedure> parse_procedure(std::string_view signature, std::string_view table_json) {
  static const std::regex kSignature(R"(\s*([\w.]+)\s*\(([^)]*)\)\s*::\s*(?:VOID|\(([^)]*)\))\s*)");
  const std::string text(signature);
  std::smatch match;
  if (!std::regex_match(text, match, kSignature)) {
    return invalid_argument("'" + text + "': expected name(argument :: TYPE) :: (result :: TYPE)");
  }
  query::TestProcedure procedure;
  procedure.name = match[1];
  DOSSIER_ASSIGN_OR_RETURN(procedure.arguments, parse_fields(match[2]));
  DOSSIER_ASSIGN_OR_RETURN(procedure.results, parse_fields(match[3]));

  DOSSIER_ASSIGN_OR_RETURN(const query::TypedTable table, query::parse_typed_table(table_json));
  std::vector<std::size_t> order;  // where each argument, then each result, stands in the table
  for (const Fields* fields : {&procedure.arguments, &procedure.results}) {
    for (const auto& field : *fields) {
      const auto at = std::find(table.fields.begin(), table.fields.end(), field.name);
      if (at == table.fields.end() && !table.fields.empty()) {
        return invalid_argument("the table of " + procedure.name + " has no column " + field.name);
      }
      order.push_back(static_cast<std::size_t>(at - table.fields.begin()));
    }
  }
  for (const query::Row& line : table.rows) {
    query::Row row;
    for (const std::size_t column : order) row.push_back(line[column]);
    procedure.rows.push_back(std::move(row));
  }
  return procedure;
}

}  // namespace dossier::shell
