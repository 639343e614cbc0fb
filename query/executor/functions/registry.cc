#include "query/executor/functions/registry.h"

#include <algorithm>
#include <vector>

#include "query/executor/functions/function.h"

namespace dossier::query {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool less_ignoring_case(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return lower(x) < lower(y); });
}

const std::vector<FunctionSignature>& table() {
  static const std::vector<FunctionSignature> kTable = [] {
    std::vector<FunctionSignature> rows;
    for (const auto family :
         {aggregate_functions(), conversion_functions(), graph_functions(), list_functions(),
          number_functions(), operator_functions(), string_functions(), temporal_functions()}) {
      rows.insert(rows.end(), family.begin(), family.end());
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return less_ignoring_case(a.name, b.name); });
    return rows;
  }();
  return kTable;
}

}  // namespace

const FunctionSignature* find_function(std::string_view name) {
  const auto& rows = table();
  const auto at = std::lower_bound(rows.begin(), rows.end(), name, [](const auto& row, std::string_view n) {
    return less_ignoring_case(row.name, n);
  });
  return at != rows.end() && !less_ignoring_case(name, at->name) ? &*at : nullptr;
}

std::span<const FunctionSignature> all_functions() { return table(); }

}  // namespace dossier::query
