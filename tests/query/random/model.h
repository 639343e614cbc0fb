// Queries and graphs as plain structs: random_query_test.cc makes them, writes the query down for the engine, and has
// reference.cc compute the answer by looking at every assignment. Nothing here shares code with the engine.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dossier::query::random {

struct NodeRef {
  std::size_t id;
  auto operator<=>(const NodeRef&) const = default;
};
struct EdgeRef {
  std::size_t id;
  auto operator<=>(const EdgeRef&) const = default;
};
struct Value;
using List = std::vector<Value>;
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, NodeRef, EdgeRef, List> v;
  bool is_null() const { return v.index() == 0; }
};

struct Graph {
  struct Node {
    std::vector<std::string> labels;
    std::map<std::string, Value> properties;
    bool gone = false;  // deleted; the others keep their numbers
  };
  struct Edge {
    std::size_t start, end;
    std::string type;
    std::map<std::string, Value> properties;
    bool gone = false;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

using Row = std::map<std::string, Value>;

struct Expr;
using ExprPtr = std::shared_ptr<const Expr>;
struct Path;

/// `op` decides what the other fields mean; see evaluate() in reference.cc.
struct Expr {
  std::string op;
  std::string name;  // variable
  std::string key;   // of property; the label of label
  Value literal;
  std::vector<ExprPtr> args;
  std::shared_ptr<const Path> path;  // of exists, count and list of a pattern
};

struct NodeSpec {
  std::string variable;                // _... has no name in the query
  std::vector<std::string> labels;     // all of them
  std::vector<std::string> any_label;  // one of them, if there are any
  std::string not_label;               // may be empty
  std::vector<std::pair<std::string, ExprPtr>> properties;
  ExprPtr where;
};
struct EdgeSpec {
  std::string variable;
  std::vector<std::string> types;
  int direction = 0;  // 1 to the right, -1 to the left, 0 either
  std::optional<std::pair<int, int>> length;
  bool quantifier = false;  // {1,2} and not *1..2
  std::vector<std::pair<std::string, ExprPtr>> properties;
};
struct Path {
  std::vector<NodeSpec> nodes;
  std::vector<EdgeSpec> edges;
};

struct Item {
  ExprPtr expression;
  std::string alias;
};
/// What SET and REMOVE do to the entity of one variable.
struct Change {
  enum Kind { kProperty, kReplace, kAdd, kCopy, kAddCopy, kLabels, kRemove, kRemoveLabels } kind = kProperty;
  std::string variable;
  std::string key;  // kProperty, kRemove; of the copies the variable whose properties are taken
  ExprPtr value;    // kProperty
  std::vector<std::pair<std::string, ExprPtr>> properties;  // kReplace, kAdd
  std::vector<std::string> labels;
};
struct Clause {
  enum Kind {
    kMatch,
    kOptionalMatch,
    kUnwind,
    kWith,
    kReturn,
    kCreate,
    kMerge,
    kSet,
    kRemove,
    kDelete,
    kForeach,
  } kind = kMatch;
  std::vector<Path> paths;
  ExprPtr where;
  std::vector<Item> items;  // UNWIND: one
  bool distinct = false;
  std::vector<std::pair<std::string, bool>> order;  // alias, descending; all aliases or none
  std::optional<std::int64_t> skip, limit;
  bool all = false;             // WITH *
  std::vector<Change> changes;  // SET, REMOVE
  std::vector<Change> on_create, on_match;
  std::vector<std::string> deleted;  // variables
  bool detach = false;
  std::string item;  // FOREACH (item IN items[0] | body)
  std::vector<Clause> body;

  bool writes() const { return kind >= kCreate; }
};
struct Query {
  std::vector<Clause> clauses;
  bool ordered() const { return !clauses.back().order.empty(); }
};

std::string text(const Expr& expression);
std::string text(const Query& query);
std::string text(const Graph& graph);  // a CREATE
std::string text(const Value& value);

/// The rows of the query in the order that it gives them, each a column after the other. Nothing where there are more
/// assignments than are worth trying.
std::optional<std::vector<std::vector<Value>>> answer(const Graph& graph, const Query& query);

}  // namespace dossier::query::random
