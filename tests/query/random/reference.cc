// What openCypher says, as directly as it can be said: every node and every relationship is tried everywhere.
#include "tests/query/random/reference.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace dossier::query::random {
namespace {

constexpr std::size_t kMostSteps = 2'000'000;
constexpr std::int64_t kLargest = 1'000'000'000;

using Truth = std::optional<bool>;

}  // namespace

class Reference {
 public:
  explicit Reference(const Graph& graph) : graph_(graph) {}

  std::vector<Row> run(const Query& query) {
    std::vector<Row> rows{{}};
    for (const Clause& clause : query.clauses) rows = apply(clause, rows);
    return rows;
  }

  std::vector<Row> matches(const Path& path, const Row& row) {
    std::vector<Row> found;
    match({path}, nullptr, row, [&](const Row& full) { found.push_back(full); });
    return found;
  }

  // ---- clauses

  std::vector<Row> apply(const Clause& clause, const std::vector<Row>& rows) {
    std::vector<Row> out;
    switch (clause.kind) {
      case Clause::kMatch:
        for (const Row& row : rows)
          match(clause.paths, clause.where, row, [&](const Row& found) { out.push_back(found); });
        return out;
      case Clause::kOptionalMatch:
        for (const Row& row : rows) {
          const std::size_t before = out.size();
          match(clause.paths, clause.where, row, [&](const Row& found) { out.push_back(found); });
          if (out.size() > before) continue;
          Row empty = row;
          for (const Path& path : clause.paths) {
            for (const NodeSpec& node : path.nodes) empty.try_emplace(node.variable);
            for (const EdgeSpec& edge : path.edges) empty.try_emplace(edge.variable);
          }
          out.push_back(empty);
        }
        return out;
      case Clause::kUnwind:
        for (const Row& row : rows) {
          const Value list = evaluate(*clause.items[0].expression, row);
          if (list.is_null()) continue;
          for (const Value& item : std::get<List>(list.v)) {
            out.push_back(row);
            out.back()[clause.items[0].alias] = item;
          }
        }
        return out;
      default:
        break;
    }
    out = clause.all ? rows : project(clause, rows);
    if (clause.where)
      std::erase_if(out, [&](const Row& row) { return truth(*clause.where, row) != Truth(true); });
    return out;
  }

 private:
  void step() {
    if (++steps_ > kMostSteps) throw TooMuch{};
  }

  // What a look at something deleted gives is left open.
  const Graph::Node& node(std::size_t id) const {
    if (graph_.nodes[id].gone) throw TooMuch{};
    return graph_.nodes[id];
  }
  const Graph::Edge& edge(std::size_t id) const {
    if (graph_.edges[id].gone) throw TooMuch{};
    return graph_.edges[id];
  }

  static bool aggregates(const Expr& e) {
    return e.op == "count(*)" || e.op.starts_with("aggregate ") ||
           std::any_of(e.args.begin(), e.args.end(), [](const ExprPtr& arg) { return aggregates(*arg); });
  }

  std::vector<Row> project(const Clause& clause, const std::vector<Row>& rows) {
    std::vector<Row> out;
    const bool grouped = std::any_of(clause.items.begin(), clause.items.end(),
                                     [](const Item& item) { return aggregates(*item.expression); });
    if (!grouped) {
      for (const Row& row : rows) {
        Row& made = out.emplace_back();
        for (const Item& item : clause.items) made[item.alias] = evaluate(*item.expression, row);
      }
    } else {
      std::vector<std::pair<Row, std::vector<Row>>> groups;  // keys, rows
      bool keyed = false;
      for (const Row& row : rows) {
        Row keys;
        for (const Item& item : clause.items) {
          if (!aggregates(*item.expression)) keys[item.alias] = evaluate(*item.expression, row);
        }
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return same(g.first, keys); });
        if (known == groups.end())
          groups.push_back({keys, {row}});
        else
          known->second.push_back(row);
      }
      for (const Item& item : clause.items) keyed |= !aggregates(*item.expression);
      if (groups.empty() && !keyed) groups.push_back({{}, {}});
      for (auto& [keys, members] : groups) {
        Row& made = out.emplace_back(keys);
        group_ = &members;
        for (const Item& item : clause.items) {
          if (aggregates(*item.expression))
            made[item.alias] = evaluate(*item.expression, members.empty() ? Row{} : members[0]);
        }
      }
    }
    if (clause.distinct) {
      std::vector<Row> kept;
      for (const Row& row : out) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Row& other) { return same(row, other); }))
          kept.push_back(row);
      }
      out = kept;
    }
    std::stable_sort(out.begin(), out.end(), [&](const Row& a, const Row& b) {
      for (const auto& [alias, descending] : clause.order) {
        const int order = compare(a.at(alias), b.at(alias));
        if (order != 0) return descending ? order > 0 : order < 0;
      }
      return false;
    });
    const std::size_t skip =
        std::min<std::size_t>(out.size(), static_cast<std::size_t>(clause.skip.value_or(0)));
    out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(skip));
    if (clause.limit && out.size() > static_cast<std::size_t>(*clause.limit))
      out.resize(static_cast<std::size_t>(*clause.limit));
    return out;
  }

  // ---- patterns

  using Found = std::function<void(const Row&)>;

  void match(const std::vector<Path>& paths, const ExprPtr& where, const Row& row, const Found& found) {
    std::set<std::size_t> used;
    match_path(paths, 0, row, used, [&](const Row& full) {
      for (const Path& path : paths) {
        for (const NodeSpec& node : path.nodes) {
          if (!holds(node, full)) return;
        }
        for (const EdgeSpec& edge : path.edges) {
          if (!holds(edge, full)) return;
        }
      }
      if (where && truth(*where, full) != Truth(true)) return;
      found(full);
    });
  }

  void match_path(const std::vector<Path>& paths, std::size_t index, const Row& row,
                  std::set<std::size_t>& used, const Found& found) {
    if (index == paths.size()) return found(row);
    each_node(paths[index].nodes[0], row, [&](const Row& started) {
      match_edge(paths[index], 0, started, used,
                 [&](const Row& done) { match_path(paths, index + 1, done, used, found); });
    });
  }

  void each_node(const NodeSpec& node, const Row& row, const Found& found) {
    const auto bound = row.find(node.variable);
    if (bound != row.end()) {
      const auto* there = std::get_if<NodeRef>(&bound->second.v);
      if (!there) return;
      this->node(there->id);
      return found(row);
    }
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      step();
      if (graph_.nodes[i].gone) continue;
      Row next = row;
      next[node.variable] = {NodeRef{i}};
      found(next);
    }
  }

  void match_edge(const Path& path, std::size_t index, const Row& row, std::set<std::size_t>& used,
                  const Found& found) {
    if (index == path.edges.size()) return found(row);
    const EdgeSpec& edge = path.edges[index];
    const std::size_t from = std::get<NodeRef>(row.at(path.nodes[index].variable).v).id;
    if (edge.length) {
      List walked;
      return walk(path, index, row, from, walked, used, found);
    }
    each_step(edge, from, [&](std::size_t id, std::size_t to) {
      if (used.contains(id)) return;
      const auto bound = row.find(edge.variable);
      if (bound != row.end()) {
        const auto* relationship = std::get_if<EdgeRef>(&bound->second.v);
        if (relationship) this->edge(relationship->id);
        if (!relationship || relationship->id != id) return;
      }
      Row next = row;
      next[edge.variable] = {EdgeRef{id}};
      used.insert(id);
      arrive(path, index, next, to, used, found);
      used.erase(id);
    });
  }

  void walk(const Path& path, std::size_t index, const Row& row, std::size_t at, List& walked,
            std::set<std::size_t>& used, const Found& found) {
    const EdgeSpec& edge = path.edges[index];
    if (walked.size() >= static_cast<std::size_t>(edge.length->first)) {
      Row next = row;
      next[edge.variable] = {walked};
      arrive(path, index, next, at, used, found);
    }
    if (walked.size() >= static_cast<std::size_t>(edge.length->second)) return;
    each_step(edge, at, [&](std::size_t id, std::size_t to) {
      if (used.contains(id)) return;
      used.insert(id);
      walked.push_back({EdgeRef{id}});
      walk(path, index, row, to, walked, used, found);
      walked.pop_back();
      used.erase(id);
    });
  }

  // A loop is one relationship, whichever way it is walked.
  void each_step(const EdgeSpec& edge, std::size_t from,
                 const std::function<void(std::size_t, std::size_t)>& take) {
    for (std::size_t id = 0; id < graph_.edges.size(); ++id) {
      step();
      const Graph::Edge& there = graph_.edges[id];
      if (there.gone) continue;
      const bool typed =
          edge.types.empty() || std::count(edge.types.begin(), edge.types.end(), there.type) > 0;
      if (!typed) continue;
      if (edge.direction >= 0 && there.start == from) take(id, there.end);
      if (edge.direction <= 0 && there.end == from && (edge.direction < 0 || there.start != there.end))
        take(id, there.start);
    }
  }

  void arrive(const Path& path, std::size_t index, const Row& row, std::size_t at,
              std::set<std::size_t>& used, const Found& found) {
    const std::string& variable = path.nodes[index + 1].variable;
    const auto bound = row.find(variable);
    if (bound != row.end()) {
      const auto* node = std::get_if<NodeRef>(&bound->second.v);
      if (node) this->node(node->id);
      if (!node || node->id != at) return;
      return match_edge(path, index + 1, row, used, found);
    }
    Row next = row;
    next[variable] = {NodeRef{at}};
    match_edge(path, index + 1, next, used, found);
  }

  bool has_label(std::size_t node, const std::string& label) const {
    const auto& labels = this->node(node).labels;
    return std::count(labels.begin(), labels.end(), label) > 0;
  }

  bool holds(const NodeSpec& node, const Row& row) {
    const std::size_t id = std::get<NodeRef>(row.at(node.variable).v).id;
    const bool any =
        node.any_label.empty() || std::any_of(node.any_label.begin(), node.any_label.end(),
                                              [&](const std::string& label) { return has_label(id, label); });
    if (!any || (!node.not_label.empty() && has_label(id, node.not_label))) return false;
    for (const std::string& label : node.labels) {
      if (!has_label(id, label)) return false;
    }
    for (const auto& [key, value] : node.properties) {
      if (equal(property({NodeRef{id}}, key), evaluate(*value, row)) != Truth(true)) return false;
    }
    return !node.where || truth(*node.where, row) == Truth(true);
  }

  bool holds(const EdgeSpec& edge, const Row& row) {
    const Value& bound = row.at(edge.variable);
    const List edges = edge.length ? std::get<List>(bound.v) : List{bound};
    for (const auto& [key, value] : edge.properties) {
      for (const Value& one : edges) {
        if (equal(property(one, key), evaluate(*value, row)) != Truth(true)) return false;
      }
    }
    return true;
  }

  // ---- expressions

  Value property(const Value& owner, const std::string& key) const {
    const std::map<std::string, Value>* properties = nullptr;
    if (const auto* node = std::get_if<NodeRef>(&owner.v)) properties = &this->node(node->id).properties;
    if (const auto* edge = std::get_if<EdgeRef>(&owner.v)) properties = &this->edge(edge->id).properties;
    if (!properties || !properties->contains(key)) return {};
    return properties->at(key);
  }

  static Value of(Truth truth) { return truth ? Value{*truth} : Value{}; }

  Truth truth(const Expr& e, const Row& row) {
    const Value value = evaluate(e, row);
    if (value.is_null()) return std::nullopt;
    return std::get<bool>(value.v);
  }

  static Truth both(Truth a, Truth b) {
    if (a == Truth(false) || b == Truth(false)) return false;
    if (!a || !b) return std::nullopt;
    return true;
  }
  static Truth negated(Truth a) { return a ? Truth(!*a) : a; }

  static Truth equal(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (const auto* x = std::get_if<List>(&a.v), *y = std::get_if<List>(&b.v); x && y) {
      if (x->size() != y->size()) return false;
      Truth all = true;
      for (std::size_t i = 0; i < x->size(); ++i) all = both(all, equal((*x)[i], (*y)[i]));
      return all;
    }
    return a.v.index() == b.v.index() && compare(a, b) == 0;
  }

  // Null last; of one type otherwise.
  static int compare(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return static_cast<int>(a.is_null()) - static_cast<int>(b.is_null());
    return std::visit(
        [&](const auto& x) -> int {
          using T = std::decay_t<decltype(x)>;
          const auto& y = std::get<T>(b.v);
          if constexpr (std::is_same_v<T, List>) {
            for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
              if (const int order = compare(x[i], y[i]); order != 0) return order;
            }
            return x.size() < y.size() ? -1 : x.size() > y.size();
          } else if constexpr (std::is_same_v<T, std::monostate>) {
            return 0;
          } else {
            return x < y ? -1 : y < x;
          }
        },
        a.v);
  }

  static bool same(const Row& a, const Row& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
      return x.first == y.first && text(x.second) == text(y.second);
    });
  }

 public:
  Value evaluate(const Expr& e, const Row& row) {
    step();
    if (e.op == "literal") return e.literal;
    if (e.op == "variable") return row.at(e.name);
    if (e.op == "property") return property(row.at(e.name), e.key);
    if (e.op == "label") {
      const auto* node = std::get_if<NodeRef>(&row.at(e.name).v);
      return node ? Value{has_label(node->id, e.key)} : Value{};
    }
    if (e.path) return pattern(e, row);
    if (e.op == "count(*)") return {static_cast<std::int64_t>(group_->size())};
    if (e.op.starts_with("aggregate ")) return aggregate(e);
    if (e.op == "case") return evaluate(*e.args[truth(*e.args[0], row) == Truth(true) ? 1 : 2], row);
    if (e.op == "any" || e.op == "all" || e.op == "none" || e.op == "single") return quantifier(e, row);
    if (e.op == "comprehension") return comprehension(e, row);
    if (e.op == "AND") return of(both(truth(*e.args[0], row), truth(*e.args[1], row)));
    if (e.op == "OR")
      return of(negated(both(negated(truth(*e.args[0], row)), negated(truth(*e.args[1], row)))));
    std::vector<Value> args;
    for (const ExprPtr& arg : e.args) args.push_back(evaluate(*arg, row));
    if (e.op == "list") return {List(args)};
    return computed(e.op, args);
  }

 private:
  static Value computed(const std::string& op, const std::vector<Value>& args) {
    if (op == "not") return of(args[0].is_null() ? Truth() : Truth(!std::get<bool>(args[0].v)));
    if (op == "is null") return {args[0].is_null()};
    if (op == "is not null") return {!args[0].is_null()};
    if (op == "coalesce") return args[0].is_null() ? args[1] : args[0];
    if (op == "IN") return of(contains(args[0], args[1]));
    if (op == "=") return of(equal(args[0], args[1]));
    if (op == "<>") return of(negated(equal(args[0], args[1])));
    for (const Value& arg : args) {
      if (arg.is_null()) return {};
    }
    if (op == "XOR") return {std::get<bool>(args[0].v) != std::get<bool>(args[1].v)};
    if (op == "size") return {static_cast<std::int64_t>(std::get<List>(args[0].v).size())};
    if (op == "id") return {static_cast<std::int64_t>(std::get<NodeRef>(args[0].v).id)};
    if (op == "STARTS WITH")
      return {std::get<std::string>(args[0].v).starts_with(std::get<std::string>(args[1].v))};
    if (op == "CONTAINS")
      return {std::get<std::string>(args[0].v).find(std::get<std::string>(args[1].v)) != std::string::npos};
    if (op == "<") return {compare(args[0], args[1]) < 0};
    if (op == "<=") return {compare(args[0], args[1]) <= 0};
    if (op == ">") return {compare(args[0], args[1]) > 0};
    if (op == ">=") return {compare(args[0], args[1]) >= 0};
    const std::int64_t a = std::get<std::int64_t>(args[0].v), b = std::get<std::int64_t>(args[1].v);
    if (std::max(std::abs(a), std::abs(b)) > kLargest) throw TooMuch{};
    return {op == "+" ? a + b : op == "-" ? a - b : a * b};
  }

  static Truth contains(const Value& item, const Value& list) {
    if (list.is_null()) return std::nullopt;
    Truth any = false;
    for (const Value& one : std::get<List>(list.v))
      any = negated(both(negated(any), negated(equal(item, one))));
    return any;
  }

  Value pattern(const Expr& e, const Row& row) {
    std::int64_t count = 0;
    match({*e.path}, e.args.empty() ? nullptr : e.args[0], row, [&](const Row&) { ++count; });
    if (e.op == "exists" || e.op == "exists pattern") return {count > 0};
    return {count};
  }

  Value quantifier(const Expr& e, const Row& row) {
    const Value list = evaluate(*e.args[0], row);
    if (list.is_null()) return {};
    std::size_t yes = 0, unknown = 0;
    const List& items = std::get<List>(list.v);
    for (const Value& item : items) {
      Row inner = row;
      inner[e.name] = item;
      const Truth test = truth(*e.args[1], inner);
      yes += test == Truth(true), unknown += !test;
    }
    const std::size_t no = items.size() - yes - unknown;
    if (e.op == "any") return of(yes > 0 ? Truth(true) : unknown > 0 ? Truth() : Truth(false));
    if (e.op == "none") return of(yes > 0 ? Truth(false) : unknown > 0 ? Truth() : Truth(true));
    if (e.op == "all") return of(no > 0 ? Truth(false) : unknown > 0 ? Truth() : Truth(true));
    return of(yes > 1 ? Truth(false) : unknown > 0 ? Truth() : Truth(yes == 1));
  }

  Value comprehension(const Expr& e, const Row& row) {
    const Value list = evaluate(*e.args[0], row);
    if (list.is_null()) return {};
    List out;
    for (const Value& item : std::get<List>(list.v)) {
      Row inner = row;
      inner[e.name] = item;
      if (truth(*e.args[1], inner) == Truth(true)) out.push_back(evaluate(*e.args[2], inner));
    }
    return {out};
  }

  Value aggregate(const Expr& e) {
    std::vector<Value> values;
    const std::vector<Row>* group = group_;
    for (const Row& row : *group) {
      Value value = evaluate(*e.args[0], row);
      if (!value.is_null()) values.push_back(std::move(value));
    }
    std::string function = e.op.substr(10);
    if (function.ends_with(" distinct")) {
      function.resize(function.size() - 9);
      std::vector<Value> kept;
      for (const Value& value : values) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Value& k) { return text(k) == text(value); }))
          kept.push_back(value);
      }
      values = kept;
    }
    if (function == "count") return {static_cast<std::int64_t>(values.size())};
    std::int64_t sum = 0;
    if (function == "sum" || function == "avg") {
      for (const Value& value : values) sum += std::get<std::int64_t>(value.v);
      if (function == "sum") return {sum};
      if (values.empty()) return {};
      return {static_cast<double>(sum) / static_cast<double>(values.size())};
    }
    std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return compare(a, b) < 0; });
    if (values.empty()) return {};
    return function == "min" ? values.front() : values.back();
  }

  const Graph& graph_;
  const std::vector<Row>* group_ = nullptr;
  std::size_t steps_ = 0;
};

Reader::Reader(const Graph& graph) : reference_(std::make_unique<Reference>(graph)) {}
Reader::~Reader() = default;
std::vector<Row> Reader::apply(const Clause& clause, const std::vector<Row>& rows) {
  return reference_->apply(clause, rows);
}
std::vector<Row> Reader::matches(const Path& path, const Row& row) { return reference_->matches(path, row); }
Value Reader::evaluate(const Expr& expression, const Row& row) {
  return reference_->evaluate(expression, row);
}

std::optional<std::vector<std::vector<Value>>> answer(const Graph& graph, const Query& query) {
  std::vector<std::vector<Value>> out;
  try {
    for (const Row& row : Reference(graph).run(query)) {
      auto& made = out.emplace_back();
      for (const Item& item : query.clauses.back().items) made.push_back(row.at(item.alias));
    }
  } catch (const TooMuch&) {
    return std::nullopt;
  }
  return out;
}

}  // namespace dossier::query::random
