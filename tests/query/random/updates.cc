#include "tests/query/random/updates.h"

#include <algorithm>
#include <random>
#include <set>

#include "tests/query/random/reference.h"

namespace dossier::query::random {
namespace {

struct Failure {};  // the query ends with an error

std::optional<std::size_t> node_in(const Value& value) {
  const auto* node = std::get_if<NodeRef>(&value.v);
  return node ? std::optional(node->id) : std::nullopt;
}

class Writer {
 public:
  Writer(const Graph& graph, unsigned order)
      : graph_(graph), reader_(graph_), order_(order), random_(order) {}

  Outcome run(const Query& query) {
    std::vector<Row> rows{{}};
    try {
      for (const Clause& clause : query.clauses) rows = apply(clause, std::move(rows));
    } catch (const Failure&) {
      return {true, {}, {}};
    }
    if (!connected_.empty()) return {true, {}, {}};
    Outcome outcome{false, graph_, {}};
    const Clause& last = query.clauses.back();
    if (last.kind != Clause::kReturn) return outcome;
    for (const Row& row : rows) {
      auto& made = outcome.rows.emplace_back();
      for (const Item& item : last.items) made.push_back(row.at(item.alias));
    }
    return outcome;
  }

 private:
  std::vector<Row> apply(const Clause& clause, std::vector<Row> rows) {
    // A node that waits for its relationships to be deleted: whether it is still found is left open.
    const bool looks = clause.kind == Clause::kMatch || clause.kind == Clause::kOptionalMatch;
    if (!connected_.empty() && (looks || (clause.writes() && clause.kind != Clause::kDelete)))
      throw TooMuch{};
    if (!clause.writes()) return reader_.apply(clause, rows);
    if (order_ == 1) std::reverse(rows.begin(), rows.end());
    if (order_ > 1) std::shuffle(rows.begin(), rows.end(), random_);
    if (order_ % 2 == 1 && order_ > 1) group(rows);
    switch (clause.kind) {
      case Clause::kCreate:
        for (Row& row : rows) {
          for (const Path& path : clause.paths) create(path, row);
        }
        return rows;
      case Clause::kMerge:
        return merge(clause, rows);
      case Clause::kDelete:
        remove(clause, rows);
        return rows;
      case Clause::kForeach:
        for (const Row& row : rows) repeat(clause, row);
        return rows;
      default:
        for (const Row& row : rows) change(clause.changes, row);
        return rows;
    }
  }

  // Rows with the same value of some variable together, as a plan would give them.
  void group(std::vector<Row>& rows) {
    if (rows.empty() || rows[0].empty()) return;
    const std::string variable =
        std::next(rows[0].begin(), static_cast<std::ptrdiff_t>(random_() % rows[0].size()))->first;
    const std::string salt = std::to_string(random_());
    const auto rank = [&](const Row& row) { return std::hash<std::string>()(salt + text(row.at(variable))); };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return rank(a) < rank(b); });
  }

  void repeat(const Clause& clause, const Row& row) {
    const Value list = reader_.evaluate(*clause.items[0].expression, row);
    if (list.is_null()) return;
    for (const Value& item : std::get<List>(list.v)) {
      std::vector<Row> rows{row};
      rows[0][clause.item] = item;
      for (const Clause& part : clause.body) rows = apply(part, std::move(rows));
    }
  }

  // ---- CREATE, MERGE

  using Properties = std::map<std::string, Value>;
  Properties evaluated(const std::vector<std::pair<std::string, ExprPtr>>& properties, const Row& row) {
    Properties out;
    for (const auto& [key, value] : properties) {
      Value one = reader_.evaluate(*value, row);
      if (!one.is_null()) out[key] = std::move(one);
    }
    return out;
  }

  void create(const NodeSpec& node, Row& row) {
    const auto known = row.find(node.variable);
    if (known == row.end()) {
      Properties properties = evaluated(node.properties, row);
      graph_.nodes.push_back({node.labels, std::move(properties)});
      row[node.variable] = {NodeRef{graph_.nodes.size() - 1}};
      return;
    }
    const auto id = node_in(known->second);
    if (!id) throw Failure{};
    if (graph_.nodes[*id].gone) throw TooMuch{};
  }

  // How much of a pattern that is being made its own properties may find is left open.
  static bool searches(const Expr& e) {
    return e.path ||
           std::any_of(e.args.begin(), e.args.end(), [](const ExprPtr& arg) { return searches(*arg); });
  }
  static void refuse_searches(const std::vector<std::pair<std::string, ExprPtr>>& properties) {
    for (const auto& [key, value] : properties) {
      if (searches(*value)) throw TooMuch{};
    }
  }

  void create(const Path& path, Row& row) {
    for (const NodeSpec& node : path.nodes) refuse_searches(node.properties);
    for (const EdgeSpec& edge : path.edges) refuse_searches(edge.properties);
    for (const NodeSpec& node : path.nodes) create(node, row);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      const EdgeSpec& edge = path.edges[i];
      std::size_t start = *node_in(row.at(path.nodes[i].variable)),
                  end = *node_in(row.at(path.nodes[i + 1].variable));
      if (edge.direction < 0) std::swap(start, end);
      Properties properties = evaluated(edge.properties, row);
      graph_.edges.push_back({start, end, edge.types[0], std::move(properties)});
      row[edge.variable] = {EdgeRef{graph_.edges.size() - 1}};
    }
  }

  std::vector<Row> merge(const Clause& clause, const std::vector<Row>& rows) {
    std::vector<Row> out;
    const Path& path = clause.paths[0];
    for (Row row : rows) {
      check_values(path, row);
      std::vector<Row> found = reader_.matches(path, row);
      if (order_ > 0) std::reverse(found.begin(), found.end());
      for (const Row& one : found) change(clause.on_match, one);
      if (found.empty()) {
        create(path, row);
        change(clause.on_create, row);
        found.push_back(std::move(row));
      }
      out.insert(out.end(), found.begin(), found.end());
    }
    return out;
  }

  void check_values(const Path& path, const Row& row) {
    const auto check = [&](const std::vector<std::pair<std::string, ExprPtr>>& properties) {
      if (evaluated(properties, row).size() < properties.size()) throw Failure{};
    };
    for (const NodeSpec& node : path.nodes) check(node.properties);
    for (const EdgeSpec& edge : path.edges) check(edge.properties);
  }

  // ---- SET, REMOVE

  void change(const std::vector<Change>& changes, const Row& row) {
    for (const Change& one : changes) change(one, row);
  }

  Properties* properties_of(const Value& value) {
    if (const auto* node = std::get_if<NodeRef>(&value.v)) {
      if (graph_.nodes[node->id].gone) throw TooMuch{};
      return &graph_.nodes[node->id].properties;
    }
    const auto* edge = std::get_if<EdgeRef>(&value.v);
    if (!edge) return nullptr;
    if (graph_.edges[edge->id].gone) throw TooMuch{};
    return &graph_.edges[edge->id].properties;
  }

  static void put(Properties& properties, const std::string& key, const Value& value) {
    if (value.is_null())
      properties.erase(key);
    else
      properties[key] = value;
  }

  void change(const Change& one, const Row& row) {
    const Value& owner = row.at(one.variable);
    Properties* properties = properties_of(owner);
    if (!properties) return;
    switch (one.kind) {
      case Change::kProperty:
        return put(*properties, one.key, reader_.evaluate(*one.value, row));
      case Change::kRemove:
        return put(*properties, one.key, {});
      case Change::kReplace:
        *properties = evaluated(one.properties, row);
        return;
      case Change::kAdd: {
        std::map<std::string, Value> values;
        for (const auto& [key, value] : one.properties) values[key] = reader_.evaluate(*value, row);
        for (const auto& [key, value] : values) put(*properties, key, value);
        return;
      }
      case Change::kCopy:
      case Change::kAddCopy: {
        const Properties* from = properties_of(row.at(one.key));
        if (!from) throw TooMuch{};
        const Properties copy = *from;
        if (one.kind == Change::kCopy) properties->clear();
        for (const auto& [key, value] : copy) put(*properties, key, value);
        return;
      }
      default:
        break;
    }
    auto& labels = graph_.nodes[*node_in(owner)].labels;
    for (const std::string& label : one.labels) {
      std::erase(labels, label);
      if (one.kind == Change::kLabels) labels.push_back(label);
    }
  }

  // ---- DELETE

  void remove(const Clause& clause, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      for (const std::string& variable : clause.deleted) {
        const Value& value = row.at(variable);
        if (const auto* edge = std::get_if<EdgeRef>(&value.v)) graph_.edges[edge->id].gone = true;
        const auto node = node_in(value);
        if (!node || graph_.nodes[*node].gone) continue;
        connected_.insert(*node);
        for (Graph::Edge& edge : graph_.edges) {
          if (clause.detach && (edge.start == *node || edge.end == *node)) edge.gone = true;
        }
      }
    }
    std::erase_if(connected_, [&](std::size_t node) {
      graph_.nodes[node].gone = std::none_of(
          graph_.edges.begin(), graph_.edges.end(),
          [&](const Graph::Edge& edge) { return !edge.gone && (edge.start == node || edge.end == node); });
      return graph_.nodes[node].gone;
    });
  }

  Graph graph_;
  Reader reader_;
  unsigned order_;
  std::mt19937 random_;
  std::set<std::size_t> connected_;  // deleted, but for their relationships
};

std::vector<std::string> described(const Graph& graph, const Outcome& outcome, bool ordered) {
  if (outcome.fails) return {"fails"};
  const Names known = names(outcome.graph, graph.nodes.size(), graph.edges.size());
  std::vector<std::string> rows;
  for (const auto& row : outcome.rows) rows.push_back(line(row, known));
  if (!ordered) std::sort(rows.begin(), rows.end());
  std::vector<std::string> all = lines(outcome.graph, known);
  all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

}  // namespace

std::optional<Outcome> outcome(const Graph& graph, const Query& query, unsigned orders) {
  try {
    Outcome first = Writer(graph, 0).run(query);
    const auto expected = described(graph, first, query.ordered());
    for (unsigned order = 1; order < orders; ++order) {
      if (described(graph, Writer(graph, order).run(query), query.ordered()) != expected) return std::nullopt;
    }
    return first;
  } catch (const TooMuch&) {
    return std::nullopt;
  }
}

}  // namespace dossier::query::random
