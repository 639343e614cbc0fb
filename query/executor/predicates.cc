#include "query/executor/predicates.h"

#include "dossier/status_macros.h"
#include "query/executor/errors.h"

namespace dossier::query {

using graph::Value;
using planner::Predicate;

Result<bool> Predicates::test(RowView row) {
  for (std::size_t i = 0; i < predicates_.size(); ++i) {
    DOSSIER_ASSIGN_OR_RETURN(const bool holds, test_one(predicates_[i], names_[i], row));
    if (!holds) return false;
  }
  return true;
}

Status Predicates::filter(RowBuffer& batch, std::vector<std::uint32_t>& rows) {
  for (std::size_t i = 0; i < predicates_.size() && !rows.empty(); ++i) {
    DOSSIER_RETURN_IF_ERROR(filter_one(predicates_[i], names_[i], batch, rows));
  }
  return {};
}

Status Predicates::filter_one(const Predicate& predicate, Names& names, RowBuffer& batch,
                              std::vector<std::uint32_t>& rows) {
  if (predicate.kind == Predicate::Kind::kExpression) {
    std::vector<std::uint32_t> kept;
    const Status status = filter_batch(*predicate.expression.code, batch.view(rows), context_.eval, kept);
    if (!status.ok()) return with_place(status, predicate.expression.span);
    rows.swap(kept);
    return {};
  }
  if (predicate.kind == Predicate::Kind::kProperty && context_.eval.read_only && rows.size() > 1) {
    return filter_property(predicate, batch, rows);
  }
  std::size_t kept = 0;
  for (const std::uint32_t row : rows) {
    DOSSIER_ASSIGN_OR_RETURN(const bool holds, test_one(predicate, names, batch.row(row)));
    if (holds) rows[kept++] = row;
  }
  rows.resize(kept);
  return {};
}

Status Predicates::filter_property(const Predicate& predicate, RowBuffer& batch,
                                   std::vector<std::uint32_t>& rows) {
  const auto key = context_.reader.find_key(predicate.key);
  std::vector<Value> actual, expected;
  DOSSIER_RETURN_IF_ERROR(
      predicate.expression.code->evaluate_batch(batch.view(rows), context_.eval, expected));
  if (key) DOSSIER_RETURN_IF_ERROR(properties_of(context_.reader, batch, rows, predicate.slot, *key, actual));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (graph::equals(actual[i], expected[i]).value_or(false)) rows[kept++] = rows[i];
  }
  rows.resize(kept);
  return {};
}

Result<bool> Predicates::test_one(const Predicate& predicate, Names& names, RowView row) {
  if (predicate.kind == Predicate::Kind::kExpression) {
    Result<bool> holds = evaluate_condition(*predicate.expression.code, row, context_.eval);
    if (!holds.ok()) return with_place(holds.status(), predicate.expression.span);
    return holds;
  }
  const Value& value = row[static_cast<std::size_t>(predicate.slot)];
  switch (predicate.kind) {
    case Predicate::Kind::kLabels:
      return test_labels(predicate, value);
    case Predicate::Kind::kProperty: {
      DOSSIER_ASSIGN_OR_RETURN(const Value expected, predicate.expression.code->evaluate(row, context_.eval));
      return test_property(predicate.key, value, expected);
    }
    case Predicate::Kind::kPropertyMap:
      return test_map(predicate, value, row);
    case Predicate::Kind::kName:
      return test_name(predicate, names, value);
    case Predicate::Kind::kExpression:
      break;
  }
  return false;
}

Result<bool> Predicates::test_labels(const Predicate& predicate, const Value& value) {
  if (!value.is_node()) return false;
  for (const std::string& name : predicate.labels) {
    const auto label = context_.reader.find_label(name);
    if (!label) return false;
    DOSSIER_ASSIGN_OR_RETURN(const bool has, context_.reader.has_label(value.as_node(), *label));
    if (!has) return false;
  }
  return true;
}

Result<bool> Predicates::test_property(const std::string& key, const Value& owner, const Value& expected) {
  const auto id = context_.reader.find_key(key);
  if (!id || expected.is_null()) return false;
  DOSSIER_ASSIGN_OR_RETURN(const Value actual, property_of(context_.reader, owner, *id));
  return graph::equals(actual, expected).value_or(false);
}

Result<bool> Predicates::test_map(const Predicate& predicate, const Value& owner, RowView row) {
  DOSSIER_ASSIGN_OR_RETURN(const Value map, predicate.expression.code->evaluate(row, context_.eval));
  if (!map.is_map()) return false;
  for (const auto& [key, value] : map.as_map()) {
    DOSSIER_ASSIGN_OR_RETURN(const bool holds, test_property(key, owner, value));
    if (!holds) return false;
  }
  return true;
}

Result<bool> Predicates::test_name(const Predicate& predicate, Names& names, const Value& value) {
  if (!value.is_node()) return false;
  if (!names.known) {
    DOSSIER_ASSIGN_OR_RETURN(const auto hits, context_.reader.find_by_name(predicate.key));
    for (const graph::NameHit& hit : hits) names.nodes.insert(graph::raw(hit.node));
    names.known = true;
  }
  return names.nodes.contains(graph::raw(value.as_node()));
}

Status properties_of(const graph::Reader& reader, RowBuffer& batch, std::span<const std::uint32_t> rows,
                     planner::Slot slot, graph::KeyId key, std::vector<Value>& out) {
  std::vector<graph::NodeId> nodes;
  std::vector<graph::RelationshipId> relationships;
  for (const std::uint32_t row : rows) {
    const Value& owner = batch.row(row)[static_cast<std::size_t>(slot)];
    if (owner.is_node()) nodes.push_back(owner.as_node());
    if (owner.is_relationship()) relationships.push_back(owner.as_relationship());
  }
  out.clear();
  if (nodes.size() == rows.size()) return reader.node_properties(nodes, key, out);
  if (relationships.size() == rows.size()) return reader.relationship_properties(relationships, key, out);
  for (const std::uint32_t row : rows) {
    DOSSIER_ASSIGN_OR_RETURN(Value value,
                             property_of(reader, batch.row(row)[static_cast<std::size_t>(slot)], key));
    out.push_back(std::move(value));
  }
  return {};
}

Result<Value> property_of(const graph::Reader& reader, const Value& owner, graph::KeyId key) {
  if (owner.is_node()) return reader.node_property(owner.as_node(), key);
  if (owner.is_relationship()) return reader.relationship_property(owner.as_relationship(), key);
  return Value();
}

}  // namespace dossier::query
