// Plans as text: one operator a line, inputs below, an inner plan indented.
#include "query/planner/logical_plan.h"

#include <cmath>
#include <cstdio>

#include "query/overloaded.h"

namespace dossier::query::planner {
namespace {

class Describer {
 public:
  explicit Describer(const QueryPlan& plan) : plan_(plan) {}

  std::string name(Slot slot) const {
    const auto index = static_cast<std::size_t>(slot);
    if (slot == ast::kNoSlot || index >= plan_.slot_names.size()) return "";
    const std::string& text = plan_.slot_names[index];
    return text.starts_with(' ') ? "" : text;
  }
  std::string names(const std::vector<Slot>& slots) const {
    std::string text;
    for (const Slot slot : slots) {
      if (name(slot).empty()) continue;
      text += (text.empty() ? "" : ", ") + name(slot);
    }
    return text;
  }
  static std::string type_text(const std::vector<std::string>& types) {
    std::string text;
    for (const std::string& type : types) text += (text.empty() ? ":" : "|") + type;
    return text;
  }
  std::string step(Slot from, const std::string& relationship, Slot to, Direction direction) const {
    const std::string left = direction == Direction::kIncoming ? "<-[" : "-[";
    const std::string right = direction == Direction::kOutgoing ? "]->" : "]-";
    return "(" + name(from) + ")" + left + relationship + right + "(" + name(to) + ")";
  }
  std::string step(const Expand& e) const {
    return step(e.from, name(e.relationship) + type_text(e.types), e.to, e.direction);
  }
  static std::string range(std::int64_t minimum, const std::optional<std::int64_t>& maximum) {
    return "*" + std::to_string(minimum) + ".." + (maximum ? std::to_string(*maximum) : "");
  }
  std::string predicate(const Predicate& p) const {
    switch (p.kind) {
      case Predicate::Kind::kExpression:
        return p.expression.text;
      case Predicate::Kind::kLabels:
        return name(p.slot) + type_text(p.labels);
      case Predicate::Kind::kProperty:
        return name(p.slot) + "." + p.key + " = " + p.expression.text;
      case Predicate::Kind::kPropertyMap:
        return name(p.slot) + " has " + p.expression.text;
      case Predicate::Kind::kName:
        return name(p.slot) + " is named \"" + p.key + "\"";
    }
    return "";
  }
  std::string predicates(const std::vector<Predicate>& list) const {
    std::string text;
    for (const Predicate& p : list) text += (text.empty() ? "" : " AND ") + predicate(p);
    return text;
  }
  std::string keys(const std::vector<SortKey>& list) const {
    std::string text;
    for (const SortKey& key : list) {
      text += (text.empty() ? "" : ", ") + key.expression.text + (key.descending ? " DESC" : "");
    }
    return text;
  }

  std::string detail(const LogicalPlan& plan) const {
    return std::visit(
        Overloaded{
            [&](const AllNodesScan& s) { return "(" + name(s.node) + ")"; },
            [&](const LabelScan& s) { return "(" + name(s.node) + ":" + s.label + ")"; },
            [&](const NameSeek& s) {
              return "(" + name(s.node) +
                     (s.exact ? " {name: " + s.name.text + "})" : " \"" + s.name.text + "\")");
            },
            [&](const PropertySeek& s) {
              const std::string label = s.label.empty() ? "" : ":" + s.label;
              return "(" + name(s.node) + label + " {" + s.key + ": " + s.value.text + "})";
            },
            [&](const ValuesSeek& s) {
              std::string text;
              for (const PlanExpression& value : s.values.expressions)
                text += (text.empty() ? "" : ", ") + value.text;
              return "(" + name(s.node) + " {" + s.key + " IN " + (s.values.list ? text : "[" + text + "]") +
                     "})";
            },
            [&](const RelationshipScan& s) {
              return step(s.start, name(s.relationship) + type_text(s.types), s.end, s.direction);
            },
            [&](const Expand& e) { return step(e); },
            [&](const BoundRelationship& e) { return step(e.step); },
            [&](const VariableExpand& e) {
              return step(e.step.from,
                          name(e.step.relationship) + type_text(e.step.types) + range(e.minimum, e.maximum),
                          e.step.to, e.step.direction);
            },
            [&](const QuantifiedExpand& e) {
              return "(" + name(e.from) + ")(...)" + range(e.minimum, e.maximum) + "(" + name(e.to) + ")";
            },
            [&](const ShortestPath& e) { return (e.all ? "all " : "any ") + step(e.step); },
            [&](const PathBuild& p) { return name(p.path); },
            [&](const KeepShortest& k) {
              return std::string(k.all ? "all " : "any ") + "(" + name(k.start) + ")..(" + name(k.end) + ")";
            },
            [&](const Filter& f) { return predicates(f.predicates); },
            [&](const Optional& o) { return names(o.nulls); },
            [&](const HashJoin& j) {
              std::string text;
              for (const auto& [left, right] : j.keys) {
                const bool same = left == right;
                text += (text.empty() ? "" : ", ") + name(left) + (same ? "" : " = " + name(right));
              }
              return text;
            },
            [&](const Project& p) {
              std::string text;
              for (const Assignment& item : p.items) {
                text += (text.empty() ? "" : ", ") + item.expression.text + " AS " + name(item.slot);
              }
              return text;
            },
            [&](const Aggregate& a) {
              std::string text = names(a.keys);
              for (const AggregateCall& call : a.calls) text += (text.empty() ? "" : ", ") + call.text;
              return text;
            },
            [&](const Distinct& d) { return names(d.keys); },
            [&](const Sort& s) { return keys(s.keys); },
            [&](const TopN& t) { return keys(t.keys) + " LIMIT " + t.limit.text; },
            [&](const SkipLimit& s) {
              std::string text = s.skip ? "SKIP " + s.skip->text : "";
              if (s.limit) text += (text.empty() ? "LIMIT " : " LIMIT ") + s.limit->text;
              return text;
            },
            [&](const Unwind& u) { return u.list.text + " AS " + name(u.slot); },
            [&](const Foreach& f) { return name(f.slot) + " IN " + f.list.text; },
            [&](const Delete& d) { return std::string(d.detach ? "detach" : ""); },
            [&](const ProcedureCall& c) { return c.name; },
            [&](const ConnectedNodesScan& s) {
              return step(s.node, type_text(s.types), ast::kNoSlot, s.direction);
            },
            [&](const Intersect& i) {
              std::string text = i.count == ast::kNoSlot ? "" : "count ";
              for (const Intersect::Side& side : i.sides) {
                if (&side != &i.sides.front()) text += ", ";
                text +=
                    step(side.from, name(side.relationship) + type_text(side.types), i.node, side.direction);
              }
              return text;
            },
            [&](const DegreeProduct& d) {
              std::string text;
              for (const DegreeProduct::Factor& f : d.factors) {
                text +=
                    (text.empty() ? "" : " * ") + step(f.from, type_text(f.types), ast::kNoSlot, f.direction);
              }
              return text;
            },
            [](const auto&) { return std::string(); },
        },
        plan.node);
  }

  void append(const LogicalPlan& plan, std::size_t depth, std::string& out,
              const std::function<std::string(const LogicalPlan&)>& annotate) const {
    std::string line(depth * 2, ' ');
    line += operator_name(plan);
    if (const std::string text = detail(plan); !text.empty()) line += " " + text;
    char rows[64];
    std::snprintf(rows, sizeof rows, "  [~%.0f rows]", std::max(0.0, std::ceil(plan.rows - 1e-9)) + 0.0);
    line += rows;
    if (annotate) line += annotate(plan);
    out += line + "\n";
    for (std::size_t i = plan.inputs.size(); i-- > 0;) {
      if (plan.inputs[i] && !(i == 0 && leaf(*plan.inputs[i])))
        append(*plan.inputs[i], depth + 1, out, annotate);
    }
  }

  // The single empty row that every query starts with is left out below an operator.
  static bool leaf(const LogicalPlan& plan) { return std::holds_alternative<Argument>(plan.node); }

 private:
  const QueryPlan& plan_;
};

}  // namespace

PlanPtr make_plan(LogicalPlan::Node node, std::vector<PlanPtr> inputs, double rows) {
  auto plan = std::make_unique<LogicalPlan>();
  plan->node = std::move(node);
  for (const PlanPtr& input : inputs) plan->size += input ? input->size : 0;
  plan->inputs = std::move(inputs);
  plan->rows = rows;
  return plan;
}

PlanPtr make_plan(LogicalPlan::Node node, PlanPtr input, double rows) {
  std::vector<PlanPtr> inputs;
  if (input) inputs.push_back(std::move(input));
  return make_plan(std::move(node), std::move(inputs), rows);
}

PlanPtr make_plan(LogicalPlan::Node node, PlanPtr input, PlanPtr inner, double rows) {
  std::vector<PlanPtr> inputs;
  inputs.push_back(std::move(input));
  inputs.push_back(std::move(inner));
  return make_plan(std::move(node), std::move(inputs), rows);
}

std::string_view operator_name(const LogicalPlan& plan) {
  static constexpr std::string_view kNames[] = {"Argument",
                                                "AllNodesScan",
                                                "LabelScan",
                                                "NameSeek",
                                                "PropertySeek",
                                                "ValuesSeek",
                                                "RelationshipScan",
                                                "Expand",
                                                "BoundRelationship",
                                                "VariableExpand",
                                                "QuantifiedExpand",
                                                "ShortestPath",
                                                "PathBuild",
                                                "Filter",
                                                "Optional",
                                                "SemiApply",
                                                "HashJoin",
                                                "Apply",
                                                "Project",
                                                "Aggregate",
                                                "Distinct",
                                                "Sort",
                                                "TopN",
                                                "SkipLimit",
                                                "Unwind",
                                                "Union",
                                                "Eager",
                                                "Create",
                                                "Set",
                                                "Delete",
                                                "Merge",
                                                "Foreach",
                                                "ProcedureCall",
                                                "ConnectedNodesScan",
                                                "Intersect",
                                                "DegreeProduct",
                                                "KeepShortest"};
  if (const auto* expand = std::get_if<Expand>(&plan.node); expand && expand->into) return "ExpandInto";
  if (const auto* expand = std::get_if<VariableExpand>(&plan.node); expand && expand->ends_only) {
    return expand->step.into ? "BidirectionalSearch" : "PruningVariableExpand";
  }
  if (const auto* apply = std::get_if<SemiApply>(&plan.node); apply && apply->anti) return "AntiSemiApply";
  if (const auto* join = std::get_if<HashJoin>(&plan.node)) {
    static constexpr std::string_view kJoins[] = {"HashJoin", "LeftOuterHashJoin", "SemiHashJoin",
                                                  "AntiSemiHashJoin"};
    return kJoins[static_cast<std::size_t>(join->kind)];
  }
  return kNames[plan.node.index()];
}

std::string describe(const QueryPlan& plan, const std::function<std::string(const LogicalPlan&)>& annotate) {
  const Describer describer(plan);
  std::string out;
  describer.append(*plan.root, 0, out, annotate);
  for (std::size_t i = 0; i < plan.subplans.size(); ++i) {
    out += "subplan " + std::to_string(i) + "\n";
    describer.append(*plan.subplans[i].plan, 1, out, annotate);
  }
  return out;
}

}  // namespace dossier::query::planner
