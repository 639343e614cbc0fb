#include "query/unknown_names.h"

#include <set>

#include "query/diagnostics.h"

namespace dossier::query {
namespace {

using Kind = ast::NameUse::Kind;

constexpr std::size_t kMostWarnings = 50;  // of each sort; nobody reads more

bool known(const ast::NameUse& use, const graph::Reader& reader) {
  switch (use.kind) {
    case Kind::kLabel:
      return reader.find_label(use.name).has_value();
    case Kind::kType:
      return reader.find_type(use.name).has_value();
    case Kind::kLikeLabel:
      return !reader.find_label(use.name).has_value();
    case Kind::kLikeType:
      return !reader.find_type(use.name).has_value();
    default:
      return reader.find_key(use.name).has_value();
  }
}

std::vector<std::string> known_names(Kind kind, const graph::Reader& reader) {
  return kind == Kind::kLabel ? reader.labels() : kind == Kind::kType ? reader.types() : reader.keys();
}

std::string message_of(const ast::NameUse& use, const graph::Reader& reader) {
  if (use.kind == Kind::kLikeLabel) return "`" + use.name + "` is a variable here; the label is :" + use.name;
  if (use.kind == Kind::kLikeType) return "`" + use.name + "` is a variable here; the type is :" + use.name;
  const char* what = use.kind == Kind::kLabel ? "label" : use.kind == Kind::kType ? "type" : "property";
  const std::string message = std::string("nothing in the store has the ") + what + " `" + use.name + "`";
  const std::string suggestion = suggest(use.name, known_names(use.kind, reader));
  return suggestion.empty() ? message : message + "; " + suggestion;
}

Warning warning(const ast::Statement& statement, std::string message, ast::SourceSpan place) {
  Warning warning{std::move(message), place.begin, place.end};
  std::tie(warning.line, warning.column) = line_and_column(statement.text, place.begin);
  return warning;
}

}  // namespace

std::vector<Warning> unknown_names(const ast::Statement& statement, const graph::Reader& reader) {
  std::vector<Warning> warnings;
  std::set<std::pair<Kind, std::string>> seen;
  for (const ast::NameUse& use : statement.looked_for) {
    if (!seen.emplace(use.kind, use.name).second || known(use, reader)) continue;
    if (warnings.size() == kMostWarnings) break;
    warnings.push_back(warning(statement, message_of(use, reader), use.span));
  }
  return warnings;
}

std::vector<Warning> hints(const ast::Statement& statement) {
  std::vector<Warning> warnings;
  for (const ast::Hint& hint : statement.hints) {
    if (warnings.size() == kMostWarnings) break;
    warnings.push_back(warning(statement, hint.message, hint.span));
  }
  return warnings;
}

}  // namespace dossier::query
