#include "query/unknown_names.h"

#include <set>

#include "query/diagnostics.h"

namespace dossier::query {
namespace {

using Kind = ast::NameUse::Kind;

bool known(const ast::NameUse& use, const graph::Reader& reader) {
  switch (use.kind) {
    case Kind::kLabel: return reader.find_label(use.name).has_value();
    case Kind::kType: return reader.find_type(use.name).has_value();
    default: return reader.find_key(use.name).has_value();
  }
}

std::vector<std::string> known_names(Kind kind, const graph::Reader& reader) {
  return kind == Kind::kLabel ? reader.labels() : kind == Kind::kType ? reader.types() : reader.keys();
}

Warning warning(const ast::Statement& statement, const ast::NameUse& use, const graph::Reader& reader) {
  const char* what = use.kind == Kind::kLabel ? "label" : use.kind == Kind::kType ? "type" : "property";
  Warning warning;
  warning.message = std::string("nothing in the store has the ") + what + " `" + use.name + "`";
  const std::string suggestion = suggest(use.name, known_names(use.kind, reader));
  if (!suggestion.empty()) warning.message += "; " + suggestion;
  warning.begin = use.span.begin;
  warning.end = use.span.end;
  std::tie(warning.line, warning.column) = line_and_column(statement.text, use.span.begin);
  return warning;
}

}  // namespace

std::vector<Warning> unknown_names(const ast::Statement& statement, const graph::Reader& reader) {
  std::vector<Warning> warnings;
  std::set<std::pair<Kind, std::string>> seen;
  for (const ast::NameUse& use : statement.looked_for) {
    if (!seen.emplace(use.kind, use.name).second || known(use, reader)) continue;
    warnings.push_back(warning(statement, use, reader));
  }
  return warnings;
}

}  // namespace dossier::query
