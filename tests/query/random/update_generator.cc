// Clauses that write: any entity may be set, deleted or joined to another, what is deleted is mostly left alone.
#include <algorithm>

#include "tests/query/random/expressions.h"
#include "tests/query/random/generator.h"

namespace dossier::query::random {

std::vector<std::pair<std::string, ExprPtr>> Generator::values(const Scope& scope, int percent) {
  std::vector<std::pair<std::string, ExprPtr>> out;
  for (const std::string& key : kNumberKeys) {
    if (chance(percent)) out.emplace_back(key, number(scope, chance(50) ? 0 : 1));
  }
  if (chance(percent / 2)) out.emplace_back("name", text_of(scope));
  return out;
}

// What CREATE and MERGE take: a node that is known stands alone, an arrow has one type.
Path Generator::made_path(Scope& scope, std::size_t longest) {
  const Scope before = scope;
  Path path;
  const std::size_t edges = below(longest + 1);
  for (std::size_t i = 0; i <= edges; ++i) {
    NodeSpec node;
    const auto known = variable(scope, Type::kNode);
    if (known && edges > 0 && chance(60)) {
      node.variable = *known;
    } else {
      node.variable = fresh(chance(70) ? "v" : "_n");
      node.labels = some(kLabels, 30);
      node.properties = values(before, 30);
      if (!node.variable.starts_with('_')) scope.push_back({node.variable, Type::kNode});
    }
    path.nodes.push_back(std::move(node));
    if (i == edges) break;
    EdgeSpec edge;
    edge.variable = fresh(chance(50) ? "r" : "_e");
    edge.types = {pick(kTypes)};
    edge.direction = chance(60) ? 1 : -1;
    edge.properties = values(before, 20);
    if (!edge.variable.starts_with('_')) scope.push_back({edge.variable, Type::kEdge});
    path.edges.push_back(std::move(edge));
  }
  return path;
}

Clause Generator::merge(Scope& scope) {
  Clause clause;
  clause.kind = Clause::kMerge;
  clause.paths.push_back(made_path(scope, chance(20) ? 2 : 1));
  for (EdgeSpec& edge : clause.paths[0].edges) {
    if (chance(20)) edge.direction = 0;
  }
  if (chance(30)) clause.on_create = changes(scope, false);
  if (chance(40)) clause.on_match = changes(scope, false);
  return clause;
}

// There is an entity in the scope.
Change Generator::change(const Scope& scope, bool removes) {
  Change change;
  const auto node = variable(scope, Type::kNode), edge = variable(scope, Type::kEdge);
  change.variable = !edge || (node && chance(70)) ? *node : *edge;
  const bool labelled = node == change.variable;
  const std::size_t what = below(10);
  if (labelled && what < 3) {
    change.kind = removes ? Change::kRemoveLabels : Change::kLabels;
    change.labels = {pick(kLabels)};
    if (chance(30)) change.labels.push_back(pick(kLabels));
  } else if (removes) {
    change.kind = Change::kRemove;
    change.key = pick(kNumberKeys);
  } else if (what < 7) {
    change.key = chance(25) ? "name" : pick(kNumberKeys);
    change.value = change.key == "name" ? text_of(scope) : number(scope, 2);
  } else if (what < 9) {
    change.kind = chance(50) ? Change::kReplace : Change::kAdd;
    change.properties = values(scope, 50);
  } else {
    change.kind = chance(50) ? Change::kCopy : Change::kAddCopy;
    const auto other = variable(scope, chance(50) ? Type::kEdge : Type::kNode);
    change.key = other ? *other : change.variable;
  }
  return change;
}

std::vector<Change> Generator::changes(const Scope& scope, bool removes) {
  std::vector<Change> out;
  if (!variable(scope, Type::kNode) && !variable(scope, Type::kEdge)) return out;
  for (std::size_t n = 1 + below(2); n > 0; --n) out.push_back(change(scope, removes));
  return out;
}

Clause Generator::removal(Scope& scope) {
  Clause clause;
  clause.kind = Clause::kDelete;
  clause.detach = chance(65);
  for (std::size_t n = chance(30) ? 2 : 1; n > 0; --n) {
    const auto name = variable(scope, chance(60) ? Type::kNode : Type::kEdge);
    if (name) clause.deleted.push_back(*name);
  }
  if (!clause.deleted.empty() && chance(85)) {
    std::erase_if(scope, [](const Variable& v) {
      return v.type == Type::kNode || v.type == Type::kEdge || v.type == Type::kEdges;
    });
  }
  return clause;
}

Clause Generator::repeat(const Scope& scope, int depth) {
  Clause clause;
  clause.kind = Clause::kForeach;
  clause.item = fresh("f");
  clause.items.push_back({numbers(scope, 1), ""});
  Scope inner = scope;
  inner.push_back({clause.item, Type::kNumber});
  for (std::size_t n = 1 + below(2); n > 0; --n) clause.body.push_back(writing(inner, depth - 1));
  return clause;
}

Clause Generator::writing(Scope& scope, int depth) {
  Clause clause;
  const std::size_t what = below(depth > 0 ? 12 : 10);
  if (what == 2 || what == 3) return merge(scope);
  if (what == 4) clause = removal(scope);
  if (!clause.deleted.empty()) return clause;
  if (what >= 10) return repeat(scope, depth);
  clause = {};
  if (what >= 5) {
    clause.kind = what == 5 ? Clause::kRemove : Clause::kSet;
    clause.changes = changes(scope, what == 5);
    if (!clause.changes.empty()) return clause;
  }
  clause.kind = Clause::kCreate;
  for (std::size_t n = chance(20) ? 2 : 1; n > 0; --n) clause.paths.push_back(made_path(scope, 2));
  return clause;
}

Query Generator::update() {
  Query query;
  Scope scope;
  next_ = 0;
  earlier_.clear(), bound_.clear();
  bool written = false, wrote = false;
  for (std::size_t n = 2 + below(4); n > 0 || !written; --n) {
    const bool first = query.clauses.empty();
    if (n <= 1 || chance(first ? 20 : 55)) {
      query.clauses.push_back(writing(scope, 2));
      written = wrote = true;
      if (n <= 1) break;
      continue;
    }
    if (wrote) {
      const bool all = !scope.empty() && chance(60);
      query.clauses.push_back(all ? Clause() : projection(scope, Clause::kWith));
      query.clauses.back().kind = Clause::kWith;
      query.clauses.back().all = all;
    }
    wrote = false;
    const std::size_t what = below(10);
    if (what < 6)
      query.clauses.push_back(match(scope, !first && chance(25)));
    else if (what < 8)
      query.clauses.push_back(unwind(scope));
    else if (!first)
      query.clauses.push_back(projection(scope, Clause::kWith));
  }
  if (chance(75)) query.clauses.push_back(projection(scope, Clause::kReturn));
  return query;
}

}  // namespace dossier::query::random
