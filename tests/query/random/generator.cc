#include "tests/query/random/generator.h"

#include <algorithm>
#include <utility>

#include "tests/query/random/expressions.h"

namespace dossier::query::random {
std::vector<std::string> Generator::some(const std::vector<std::string>& all, int percent) {
  std::vector<std::string> out;
  for (const std::string& one : all) {
    if (chance(percent)) out.push_back(one);
  }
  return out;
}

Graph Generator::graph() {
  Graph graph;
  const auto properties = [&] {
    std::map<std::string, Value> out;
    for (const std::string& key : kNumberKeys) {
      if (chance(70)) out[key] = {static_cast<std::int64_t>(below(4))};
    }
    if (chance(60)) out["name"] = {pick(kTexts)};
    return out;
  };
  graph.nodes.resize(1 + below(6));
  for (auto& node : graph.nodes) node = {some(kLabels, 40), properties()};
  for (std::size_t n = below(10); n > 0; --n) {
    graph.edges.push_back({below(graph.nodes.size()), below(graph.nodes.size()), pick(kTypes), properties()});
  }
  return graph;
}

std::optional<std::string> Generator::variable(const Scope& scope, Type type) {
  std::vector<std::string> names;
  for (const Variable& v : scope) {
    if (v.type == type) names.push_back(v.name);
  }
  if (names.empty()) return std::nullopt;
  return pick(names);
}

ExprPtr Generator::number(const Scope& scope, int depth) {
  const bool condition = std::exchange(condition_, false);
  ExprPtr made = any_number(scope, depth);
  condition_ = condition;
  return made;
}

ExprPtr Generator::condition(const Scope& scope, int depth) {
  condition_ = true;
  ExprPtr made = chance(35) ? existence(scope, depth) : boolean(scope, depth);
  if (chance(25)) made = make("AND", {made, existence(scope, depth)});
  condition_ = false;
  return made;
}

// What a planner may answer by a join: whether a pattern has a match, or has none.
ExprPtr Generator::existence(const Scope& scope, int depth) {
  const bool bare = variable(scope, Type::kNode).has_value() && chance(40);
  ExprPtr made;
  if (chance(60)) {
    made = pattern(bare ? "exists pattern" : "exists", scope, depth);
  } else {
    const std::vector<std::string> comparisons = {"=", "<>", "<", "<=", ">", ">="};
    ExprPtr count = pattern(chance(50) ? "count pattern" : "list of pattern", scope, depth);
    ExprPtr number = literal({static_cast<std::int64_t>(below(2))});
    if (chance(30)) std::swap(count, number);
    made = make(pick(comparisons), {count, number});
  }
  return chance(45) ? make("not", {made}) : made;
}

ExprPtr Generator::any_number(const Scope& scope, int depth) {
  const auto owner = variable(scope, chance(70) ? Type::kNode : Type::kEdge);
  switch (depth > 0 ? below(11) : below(4)) {
    case 0:
      return chance(15) ? literal({}) : literal({static_cast<std::int64_t>(below(4))});
    case 1:
    case 2:
      if (owner) return named("property", *owner, pick(kNumberKeys));
      return literal({static_cast<std::int64_t>(below(4))});
    case 3: {
      const auto known = variable(scope, Type::kNumber);
      return known ? named("variable", *known) : literal({static_cast<std::int64_t>(below(3))});
    }
    case 4:
      return make(pick(std::vector<std::string>{"+", "-", "*"}),
                  {number(scope, depth - 1), number(scope, depth - 1)});
    case 5:
      return make("case", {boolean(scope, depth - 1), number(scope, depth - 1), number(scope, depth - 1)});
    case 6:
      return make("coalesce", {number(scope, depth - 1), number(scope, depth - 1)});
    case 7: {
      const auto list = variable(scope, Type::kEdges);
      return make("size", {list ? named("variable", *list) : numbers(scope, depth - 1)});
    }
    case 8:
      return pattern("count pattern", scope, depth);
    case 9:
      return pattern("list of pattern", scope, depth);
    default:
      return number(scope, depth - 1);
  }
}

ExprPtr Generator::numbers(const Scope& scope, int depth) {
  if (depth > 0 && chance(30)) {
    Scope inner = scope;
    const std::string item = fresh("i");
    inner.push_back({item, Type::kNumber});
    return named("comprehension", item, "",
                 {numbers(scope, depth - 1), boolean(inner, depth - 1), number(inner, depth - 1)});
  }
  if (const auto known = variable(scope, Type::kNumbers); known && chance(40))
    return named("variable", *known);
  std::vector<ExprPtr> items(below(4));
  for (ExprPtr& item : items) item = number(scope, 0);
  return make("list", std::move(items));
}

ExprPtr Generator::text_of(const Scope& scope) {
  const auto owner = variable(scope, Type::kNode);
  return owner && chance(75) ? named("property", *owner, "name") : literal({pick(kTexts)});
}

ExprPtr Generator::boolean(const Scope& scope, int depth) {
  static const std::vector<std::string> kComparisons = {"=", "<>", "<", "<=", ">", ">="};
  const auto first = variable(scope, Type::kNode), second = variable(scope, Type::kNode);
  switch (depth > 0 ? below(14) : below(5)) {
    case 0:
    case 1:
      return make(pick(kComparisons), {number(scope, depth - 1), number(scope, depth - 1)});
    case 2:
      if (first) return named("label", *first, pick(kLabels));
      return literal({chance(50)});
    case 3:
      return make(pick(std::vector<std::string>{"=", "STARTS WITH", "CONTAINS", "<"}),
                  {text_of(scope), text_of(scope)});
    case 4:
      if (first && second)
        return make(chance(50) ? "=" : "<>", {named("variable", *first), named("variable", *second)});
      return literal({chance(50)});
    case 5:
    case 6:
      return make("AND", {boolean(scope, depth - 1), boolean(scope, depth - 1)});
    case 7:
      return make("OR", {boolean(scope, depth - 1), boolean(scope, depth - 1)});
    case 8:
      return make("not", {boolean(scope, depth - 1)});
    case 9:
      return make(chance(50) ? "is null" : "is not null", {number(scope, depth - 1)});
    case 10:
      return make("IN", {number(scope, depth - 1), numbers(scope, depth - 1)});
    case 11: {
      Scope inner = scope;
      const std::string item = fresh("i");
      inner.push_back({item, Type::kNumber});
      return named(pick(std::vector<std::string>{"any", "all", "none", "single"}), item, "",
                   {numbers(scope, depth - 1), boolean(inner, depth - 1)});
    }
    case 12:
      return make("XOR", {boolean(scope, depth - 1), boolean(scope, depth - 1)});
    default:
      return pattern(first && condition_ && chance(60) ? "exists pattern" : "exists", scope, depth);
  }
}

ExprPtr Generator::pattern(std::string op, const Scope& scope, int depth) {
  Expr e;
  Scope inner = scope;
  // A bare pattern may declare nothing.
  const bool bare = op == "exists pattern";
  Path made = path(inner, 2, !bare);
  if (made.edges.empty() && (bare || op == "list of pattern")) {
    made.edges.push_back({fresh("_e"), {}, 1, {}, false, {}});
    made.nodes.push_back({fresh("_n")});
  }
  if (bare) {
    for (NodeSpec& node : made.nodes) node.where = nullptr;
  }
  e.path = std::make_shared<Path>(std::move(made));
  if (op == "list of pattern" || (!bare && chance(50))) e.args.push_back(boolean(inner, depth - 1));
  e.op = std::move(op);
  return std::make_shared<Expr>(std::move(e));
}

NodeSpec Generator::node(Scope& scope, const Scope& before, bool may_name) {
  NodeSpec node;
  if (const auto known = variable(scope, Type::kNode); known && chance(40)) {
    node.variable = *known;
  } else if (may_name && chance(75)) {
    node.variable = fresh("v");
    scope.push_back({node.variable, Type::kNode});
  } else {
    node.variable = fresh("_n");
  }
  if (chance(30)) node.any_label = some(kLabels, 45);
  if (chance(10)) node.not_label = pick(kLabels);
  if (chance(20)) node.properties.emplace_back(pick(kNumberKeys), number(before, 0));
  if (chance(8) && !node.variable.starts_with('_')) node.where = boolean({{node.variable, Type::kNode}}, 1);
  return node;
}

EdgeSpec Generator::edge(Scope& scope, const Scope& before, bool may_name) {
  EdgeSpec edge;
  edge.types = some(kTypes, 40);
  edge.direction = static_cast<int>(below(3)) - 1;
  if (chance(20)) {
    const int low = static_cast<int>(below(3));
    edge.length = {low, low + static_cast<int>(chance(15) ? 12 : below(3))};
    edge.quantifier = chance(40);
  }
  if (const auto known = variable(earlier_, Type::kEdge);
      known && may_name && !edge.length && chance(10) &&
      std::none_of(bound_.begin(), bound_.end(), [&](const std::string& b) { return b == *known; })) {
    edge.variable = *known;
    bound_.push_back(*known);
  } else if (may_name && chance(60)) {
    edge.variable = fresh("r");
    scope.push_back({edge.variable, edge.length ? Type::kEdges : Type::kEdge});
  } else {
    edge.variable = fresh("_e");
  }
  if (chance(15)) edge.properties.emplace_back(pick(kNumberKeys), number(before, 0));
  return edge;
}

Path Generator::path(Scope& scope, std::size_t longest, bool may_name) {
  const Scope before = scope;
  Path path;
  path.nodes.push_back(node(scope, before, may_name));
  for (std::size_t n = below(longest + 1); n > 0; --n) {
    path.edges.push_back(edge(scope, before, may_name));
    path.nodes.push_back(node(scope, before, may_name));
  }
  return path;
}

Clause Generator::match(Scope& scope, bool optional) {
  Clause clause;
  clause.kind = optional ? Clause::kOptionalMatch : Clause::kMatch;
  bound_.clear();
  earlier_ = scope;
  for (std::size_t n = chance(25) ? 2 : 1; n > 0; --n) clause.paths.push_back(path(scope, 3, true));
  if (chance(50)) clause.where = condition(scope, 3);
  return clause;
}

ExprPtr Generator::aggregate(const Scope& scope) {
  switch (below(6)) {
    case 0:
    case 1:
      return make("count(*)");
    case 2: {
      const auto node = variable(scope, Type::kNode);
      return make(chance(50) ? "aggregate count" : "aggregate count distinct",
                  {node ? named("variable", *node) : number(scope, 1)});
    }
    case 3:
      return make(chance(50) ? "aggregate sum" : "aggregate sum distinct", {number(scope, 1)});
    case 4:
      return make("aggregate avg", {number(scope, 1)});
    default:
      return make(chance(50) ? "aggregate min" : "aggregate max", {number(scope, 1)});
  }
}

Clause Generator::projection(Scope& scope, Clause::Kind kind) {
  Clause clause;
  clause.kind = kind;
  Scope next;
  bool sortable = true;
  const auto add = [&](ExprPtr expression, Type type) {
    clause.items.push_back({std::move(expression), fresh("c")});
    next.push_back({clause.items.back().alias, type});
    sortable = sortable && (type == Type::kNumber || type == Type::kBoolean || type == Type::kText);
  };
  for (std::size_t n = 1 + below(3); n > 0; --n) {
    const std::size_t what = below(6);
    if (what < 2 && !scope.empty()) {
      const Variable& known = pick(scope);
      add(named("variable", known.name), known.type);
    } else if (what == 2) {
      add(boolean(scope, 2), Type::kBoolean);
    } else if (what == 3) {
      add(text_of(scope), Type::kText);
    } else {
      add(number(scope, 2), Type::kNumber);
    }
  }
  const bool grouped = chance(35);
  // What avg gives is no integer, so nothing goes on computing with it.
  if (grouped && chance(20)) clause.items.clear(), next.clear(), sortable = true;
  if (grouped) {
    ExprPtr made = aggregate(scope);
    while (kind == Clause::kWith && made->op == "aggregate avg") made = aggregate(scope);
    add(std::move(made), Type::kNumber);
  }
  clause.distinct = !grouped && chance(25);
  if (sortable && chance(40)) {
    for (const Item& item : clause.items) clause.order.emplace_back(item.alias, chance(50));
    std::shuffle(clause.order.begin(), clause.order.end(), random_);
    if (chance(40)) clause.skip = static_cast<std::int64_t>(below(3));
    if (chance(60)) clause.limit = static_cast<std::int64_t>(below(5));
  }
  scope = std::move(next);
  if (kind == Clause::kWith && chance(35)) clause.where = condition(scope, 2);
  return clause;
}

Clause Generator::unwind(Scope& scope) {
  Clause unwind;
  unwind.kind = Clause::kUnwind;
  unwind.items.push_back({numbers(scope, 1), fresh("u")});
  scope.push_back({unwind.items[0].alias, Type::kNumber});
  return unwind;
}

Query Generator::query() {
  Query query;
  Scope scope;
  next_ = 0;
  for (std::size_t n = 1 + below(3); n > 0; --n) {
    const std::size_t what = below(10);
    if (what < 5 || query.clauses.empty()) {
      query.clauses.push_back(match(scope, !query.clauses.empty() && chance(20)));
    } else if (what < 7) {
      query.clauses.push_back(match(scope, true));
    } else if (what == 7) {
      query.clauses.push_back(unwind(scope));
    } else {
      query.clauses.push_back(projection(scope, Clause::kWith));
    }
  }
  query.clauses.push_back(projection(scope, Clause::kReturn));
  return query;
}

}  // namespace dossier::query::random
