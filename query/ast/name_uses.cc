// Which labels, types and property keys a query looks for, so that names which the store does not know can be told.
#include <algorithm>

#include "query/ast/query_binder.h"

namespace dossier::query::ast {

void QueryBinder::looks_for(const LabelExpression* labels, NameUse::Kind kind) {
  if (!labels) return;
  if (labels->kind == LabelExpression::Kind::kName)
    statement_.looked_for.push_back({kind, labels->name, labels->span});
  for (const auto& operand : labels->operands) looks_for(operand.get(), kind);
}

void QueryBinder::looks_for(const NodePattern& node) {
  looks_for(node.labels.get(), NameUse::Kind::kLabel);
  looks_for_keys(node.properties.get());
}

void QueryBinder::looks_for(const RelationshipPattern& relationship) {
  looks_for(relationship.type_expression.get(), NameUse::Kind::kType);
  for (std::size_t i = 0; i < relationship.types.size(); ++i) {
    statement_.looked_for.push_back(
        {NameUse::Kind::kType, relationship.types[i], relationship.type_spans[i]});
  }
  looks_for_keys(relationship.properties.get());
}

void QueryBinder::looks_for_keys(const Expression* properties) {
  const auto* map = properties ? std::get_if<MapExpression>(&properties->node) : nullptr;
  if (!map) return;
  for (const auto& [key, value] : map->entries) {
    constexpr std::size_t kBetween = 64;  // a colon, blanks, a comment
    const std::size_t from = value->span.begin - std::min(value->span.begin, key.size() + kBetween);
    const std::size_t at =
        std::string_view(statement_.text).substr(from, value->span.begin - from).rfind(key);
    if (at == std::string::npos || from + at < properties->span.begin) continue;
    statement_.looked_for.push_back({NameUse::Kind::kKey, key, {from + at, from + at + key.size()}});
  }
}

/// Only of nodes and relationships: the keys of maps are nobody's business.
void QueryBinder::looks_for_key(const PropertyExpression& property, SourceSpan whole, StaticType owner) {
  const bool entity = owner.set == kNodeType || owner.set == kRelationshipType;
  if (!entity || whole.end < property.key.size()) return;
  statement_.looked_for.push_back(
      {NameUse::Kind::kKey, property.key, {whole.end - property.key.size(), whole.end}});
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

/// `(Person)` and `[called]` name a variable, where a label or type of that name may have been meant.
void QueryBinder::looks_like(NameUse::Kind kind, const std::string& variable, SourceSpan pattern) {
  const std::size_t at =
      std::string_view(statement_.text).substr(pattern.begin, pattern.end - pattern.begin).find(variable);
  if (at == std::string_view::npos) return;
  statement_.looked_for.push_back(
      {kind, variable, {pattern.begin + at, pattern.begin + at + variable.size()}});
}

void QueryBinder::hint_at_null(const ComparisonExpression& comparison, SourceSpan place) {
  for (std::size_t i = 0; i < comparison.operators.size(); ++i) {
    const auto is_null = [&](std::size_t operand) {
      const auto* literal = std::get_if<LiteralExpression>(&comparison.operands[operand]->node);
      return literal && literal->value.is_null();
    };
    if (is_null(i) == is_null(i + 1)) continue;
    const bool differs = comparison.operators[i] == ComparisonOperator::kNotEqual;
    statement_.hints.push_back({std::string("a comparison with null is never true; ask with ") +
                                    (differs ? "IS NOT NULL" : "IS NULL"),
                                place});
  }
}

void QueryBinder::forget_made_names() {
  std::erase_if(statement_.looked_for, [&](const NameUse& use) {
    return made_.count({use.kind, use.name}) > 0;
  });
}

}  // namespace dossier::query::ast
