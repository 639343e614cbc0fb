#include <cstdio>

#include "tests/query/random/model.h"

namespace dossier::query::random {
namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

// What begins with _ has no name in the query.
std::string shown(const std::string& variable) { return variable.starts_with('_') ? "" : variable; }

std::string properties_text(const std::vector<std::pair<std::string, ExprPtr>>& properties) {
  if (properties.empty()) return "";
  std::vector<std::string> parts;
  for (const auto& [key, value] : properties) parts.push_back(key + ": " + text(*value));
  return " {" + joined(parts, ", ") + "}";
}

std::string path_text(const Path& path) {
  std::string out;
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (i > 0) {
      const EdgeSpec& edge = path.edges[i - 1];
      std::string inner = shown(edge.variable) + (edge.types.empty() ? "" : ":" + joined(edge.types, "|"));
      std::string behind;
      if (edge.length) {
        const std::string low = std::to_string(edge.length->first),
                          high = std::to_string(edge.length->second);
        if (edge.quantifier)
          behind = "{" + low + "," + high + "}";
        else
          inner += "*" + low + ".." + high;
      }
      inner += properties_text(edge.properties);
      const std::string detail = inner.empty() ? "" : "[" + inner + "]";
      out += (edge.direction < 0 ? "<-" : "-") + detail + (edge.direction > 0 ? "->" : "-") + behind;
    }
    const NodeSpec& node = path.nodes[i];
    std::string labels = node.labels.empty() ? joined(node.any_label, "|") : joined(node.labels, ":");
    if (!node.not_label.empty()) {
      labels = labels.empty() ? "!" + node.not_label : "(" + labels + ")&!" + node.not_label;
    }
    out += "(" + shown(node.variable) + (labels.empty() ? "" : ":" + labels) +
           properties_text(node.properties) + (node.where ? " WHERE " + text(*node.where) : "") + ")";
  }
  return out;
}

std::string changes_text(const std::vector<Change>& changes) {
  std::vector<std::string> parts;
  for (const Change& c : changes) {
    const std::string map = c.properties.empty() ? " {}" : properties_text(c.properties);
    switch (c.kind) {
      case Change::kProperty:
        parts.push_back(c.variable + "." + c.key + " = " + text(*c.value));
        break;
      case Change::kReplace:
        parts.push_back(c.variable + " =" + map);
        break;
      case Change::kAdd:
        parts.push_back(c.variable + " +=" + map);
        break;
      case Change::kCopy:
        parts.push_back(c.variable + " = " + c.key);
        break;
      case Change::kAddCopy:
        parts.push_back(c.variable + " += " + c.key);
        break;
      case Change::kRemove:
        parts.push_back(c.variable + "." + c.key);
        break;
      case Change::kLabels:
      case Change::kRemoveLabels:
        parts.push_back(c.variable + ":" + joined(c.labels, ":"));
        break;
    }
  }
  return joined(parts, ", ");
}

std::string clause_text(const Clause& clause);

std::string writing_text(const Clause& clause) {
  std::vector<std::string> paths, body;
  for (const Path& path : clause.paths) paths.push_back(path_text(path));
  for (const Clause& part : clause.body) body.push_back(clause_text(part));
  switch (clause.kind) {
    case Clause::kCreate:
      return "CREATE " + joined(paths, ", ");
    case Clause::kMerge:
      return "MERGE " + paths[0] +
             (clause.on_create.empty() ? "" : " ON CREATE SET " + changes_text(clause.on_create)) +
             (clause.on_match.empty() ? "" : " ON MATCH SET " + changes_text(clause.on_match));
    case Clause::kSet:
      return "SET " + changes_text(clause.changes);
    case Clause::kRemove:
      return "REMOVE " + changes_text(clause.changes);
    case Clause::kDelete:
      return (clause.detach ? "DETACH DELETE " : "DELETE ") + joined(clause.deleted, ", ");
    default:
      return "FOREACH (" + clause.item + " IN " + text(*clause.items[0].expression) + " | " +
             joined(body, " ") + ")";
  }
}

std::string projection_text(const Clause& clause) {
  if (clause.all) return "*";
  std::vector<std::string> items, order;
  for (const Item& item : clause.items) items.push_back(text(*item.expression) + " AS " + item.alias);
  for (const auto& [alias, descending] : clause.order) order.push_back(alias + (descending ? " DESC" : ""));
  std::string out = (clause.distinct ? "DISTINCT " : "") + joined(items, ", ");
  if (!order.empty()) out += " ORDER BY " + joined(order, ", ");
  if (clause.skip) out += " SKIP " + std::to_string(*clause.skip);
  if (clause.limit) out += " LIMIT " + std::to_string(*clause.limit);
  return out;
}

std::string clause_text(const Clause& clause) {
  if (clause.writes()) return writing_text(clause);
  std::string out;
  switch (clause.kind) {
    case Clause::kMatch:
    case Clause::kOptionalMatch: {
      std::vector<std::string> paths;
      for (const Path& path : clause.paths) paths.push_back(path_text(path));
      out = (clause.kind == Clause::kMatch ? "MATCH " : "OPTIONAL MATCH ") + joined(paths, ", ");
      break;
    }
    case Clause::kUnwind:
      out = "UNWIND " + text(*clause.items[0].expression) + " AS " + clause.items[0].alias;
      break;
    case Clause::kWith:
      out = "WITH " + projection_text(clause);
      break;
    default:
      out = "RETURN " + projection_text(clause);
  }
  return clause.where ? out + " WHERE " + text(*clause.where) : out;
}

}  // namespace

std::string text(const Value& value) {
  switch (value.v.index()) {
    case 0:
      return "null";
    case 1:
      return std::get<bool>(value.v) ? "true" : "false";
    case 2:
      return std::to_string(std::get<std::int64_t>(value.v));
    case 3: {
      char out[40];
      std::snprintf(out, sizeof out, "%.9g", std::get<double>(value.v));
      return out;
    }
    case 4:
      return "'" + std::get<std::string>(value.v) + "'";
    case 5:
      return "node " + std::to_string(std::get<NodeRef>(value.v).id);
    case 6:
      return "edge " + std::to_string(std::get<EdgeRef>(value.v).id);
    default: {
      std::vector<std::string> items;
      for (const Value& item : std::get<List>(value.v)) items.push_back(text(item));
      return "[" + joined(items, ", ") + "]";
    }
  }
}

std::string text(const Expr& e) {
  const auto arg = [&](std::size_t i) { return text(*e.args[i]); };
  if (e.op == "literal") return text(e.literal);
  if (e.op == "variable") return e.name;
  if (e.op == "property") return e.name + "." + e.key;
  if (e.op == "label") return e.name + ":" + e.key;
  if (e.op == "not") return "NOT (" + arg(0) + ")";
  if (e.op == "is null") return "(" + arg(0) + ") IS NULL";
  if (e.op == "is not null") return "(" + arg(0) + ") IS NOT NULL";
  if (e.op == "exists pattern") return path_text(*e.path);
  if (e.op == "exists")
    return "EXISTS { " + path_text(*e.path) + (e.args.empty() ? "" : " WHERE " + arg(0)) + " }";
  if (e.op == "count pattern")
    return "COUNT { " + path_text(*e.path) + (e.args.empty() ? "" : " WHERE " + arg(0)) + " }";
  if (e.op == "list of pattern") return "size([" + path_text(*e.path) + " WHERE " + arg(0) + " | 1])";
  if (e.op == "case") return "CASE WHEN " + arg(0) + " THEN " + arg(1) + " ELSE " + arg(2) + " END";
  if (e.op == "any" || e.op == "all" || e.op == "none" || e.op == "single") {
    return e.op + "(" + e.name + " IN " + arg(0) + " WHERE " + arg(1) + ")";
  }
  if (e.op == "comprehension")
    return "[" + e.name + " IN " + arg(0) + " WHERE " + arg(1) + " | " + arg(2) + "]";
  if (e.op == "list") {
    std::vector<std::string> items;
    for (const ExprPtr& item : e.args) items.push_back(text(*item));
    return "[" + joined(items, ", ") + "]";
  }
  if (e.op == "count(*)") return e.op;
  if (e.op.starts_with("aggregate ")) {
    const std::string function = e.op.substr(10);
    return function.ends_with(" distinct")
               ? function.substr(0, function.size() - 9) + "(DISTINCT " + arg(0) + ")"
               : function + "(" + arg(0) + ")";
  }
  if (e.op == "size" || e.op == "coalesce" || e.op == "id") {
    return e.op + "(" + arg(0) + (e.args.size() > 1 ? ", " + arg(1) : "") + ")";
  }
  return "(" + arg(0) + " " + e.op + " " + arg(1) + ")";
}

std::string text(const Query& query) {
  std::string out;
  for (const Clause& clause : query.clauses) out += (out.empty() ? "" : " ") + clause_text(clause);
  return out;
}

std::string text(const Graph& graph) {
  std::vector<std::string> parts;
  const auto map = [](const std::map<std::string, Value>& properties) {
    std::vector<std::string> entries;
    for (const auto& [key, value] : properties) entries.push_back(key + ": " + text(value));
    return entries.empty() ? "" : " {" + joined(entries, ", ") + "}";
  };
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    std::string labels;
    for (const std::string& label : graph.nodes[i].labels) labels += ":" + label;
    parts.push_back("(n" + std::to_string(i) + labels + map(graph.nodes[i].properties) + ")");
  }
  for (const Graph::Edge& edge : graph.edges) {
    parts.push_back("(n" + std::to_string(edge.start) + ")-[:" + edge.type + map(edge.properties) + "]->(n" +
                    std::to_string(edge.end) + ")");
  }
  return "CREATE " + joined(parts, ", ");
}

}  // namespace dossier::query::random
