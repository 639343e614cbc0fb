// Which labels, types and property keys a query looks for, so that names which the store does not know can be told.
#include <algorithm>

#include "query/ast/query_binder.h"

namespace dossier::query::ast {

void QueryBinder::looks_for(const LabelExpression* labels, NameUse::Kind kind) {
  if (!labels) return;
  if (labels->kind == LabelExpression::Kind::kName) statement_.looked_for.push_back({kind, labels->name, labels->span});
  for (const auto& operand : labels->operands) looks_for(operand.get(), kind);
}

void QueryBinder::looks_for(const NodePattern& node) {
  looks_for(node.labels.get(), NameUse::Kind::kLabel);
  looks_for_keys(node.properties.get());
}

void QueryBinder::looks_for(const RelationshipPattern& relationship) {
  looks_for(relationship.type_expression.get(), NameUse::Kind::kType);
  for (std::size_t i = 0; i < relationship.types.size(); ++i) {
    statement_.looked_for.push_back({NameUse::Kind::kType, relationship.types[i], relationship.type_spans[i]});
  }
  looks_for_keys(relationship.properties.get());
}

void QueryBinder::looks_for_keys(const Expression* properties) {
  const auto* map = properties ? std::get_if<MapExpression>(&properties->node) : nullptr;
  if (!map) return;
  for (const auto& [key, value] : map->entries) {
    const std::size_t begin = statement_.text.rfind(key, value->span.begin);
    if (begin == std::string::npos || begin < properties->span.begin) continue;
    statement_.looked_for.push_back({NameUse::Kind::kKey, key, {begin, begin + key.size()}});
  }
}

/// Only of nodes and relationships: the keys of maps are nobody's business.
void QueryBinder::looks_for_key(const PropertyExpression& property, SourceSpan whole, StaticType owner) {
  const bool entity = owner.set == kNodeType || owner.set == kRelationshipType;
  if (!entity || whole.end < property.key.size()) return;
  statement_.looked_for.push_back({NameUse::Kind::kKey, property.key, {whole.end - property.key.size(), whole.end}});
}

void QueryBinder::makes(const LabelExpression* labels) {
  if (!labels) return;
  if (labels->kind == LabelExpression::Kind::kName) makes(NameUse::Kind::kLabel, labels->name);
  for (const auto& operand : labels->operands) makes(operand.get());
}

void QueryBinder::makes_keys(const Expression* properties) {
  const auto* map = properties ? std::get_if<MapExpression>(&properties->node) : nullptr;
  if (!map) return;
  for (const auto& [key, value] : map->entries) makes(NameUse::Kind::kKey, key);
}

void QueryBinder::forget_made_names() {
  std::erase_if(statement_.looked_for, [&](const NameUse& use) { return made_.count({use.kind, use.name}) > 0; });
}

}  // namespace dossier::query::ast
