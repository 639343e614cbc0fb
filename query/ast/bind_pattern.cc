#include <algorithm>

#include "query/ast/query_binder.h"

namespace dossier::query::ast {
namespace {

bool labels_are_names(const LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::kName) return true;
  return labels.kind == LabelExpression::Kind::kAnd &&
         std::all_of(labels.operands.begin(), labels.operands.end(),
                     [](const auto& l) { return labels_are_names(*l); });
}

}  // namespace

// First every variable is declared, then properties and conditions are bound: in MATCH they may name any variable of
// the pattern. What CREATE and MERGE make, their properties cannot read: there a part's properties come first.
void QueryBinder::pattern(Pattern& pattern, PatternUse use) {
  const bool creates = use == PatternUse::kCreate || use == PatternUse::kMerge;
  std::set<std::string> relationships;
  for (PatternPart& part : pattern.parts) {
    if (creates) bind_element(part.element, use);
    declare_part(part, use, relationships);
    if (failed()) return;
  }
  if (creates) return;
  for (PatternPart& part : pattern.parts) bind_element(part.element, use);
}

void QueryBinder::declare_part(PatternPart& part, PatternUse use, std::set<std::string>& relationships) {
  const bool creates = use == PatternUse::kCreate || use == PatternUse::kMerge;
  if (creates && part.selector != PathSelector::kNone) {
    return fail(part.span, "UnexpectedSyntax", "a shortest path can be matched, but not created");
  }
  PatternElement& element = part.element;
  for (std::size_t i = 0; i < element.nodes.size(); ++i) {
    declare_node(element.nodes[i], use, element.relationships.empty());
    if (failed() || i == element.relationships.size()) break;
    if (auto* relationship = std::get_if<RelationshipPattern>(&element.relationships[i])) {
      declare_relationship(*relationship, use, relationships);
    } else if (creates) {
      fail(std::get<QuantifiedPattern>(element.relationships[i]).span, "CreatingVarLength",
           "a path of unknown length cannot be created");
    } else {
      declare_group(std::get<QuantifiedPattern>(element.relationships[i]), relationships);
    }
    if (failed()) break;
  }
  if (!failed()) declare_path(part, use);
}

void QueryBinder::declare_node(NodePattern& node, PatternUse use, bool alone) {
  const bool creates = use == PatternUse::kCreate || use == PatternUse::kMerge;
  if (node.variable.empty()) {
    node.slot = anonymous('n');
    node.declares = true;
    return;
  }
  const Variable* bound = find(node.variable);
  if (!bound) {
    if (use == PatternUse::kPredicate) return undefined(node.variable, node.span);
    node.slot = declare(node.variable, {kNodeType});
    node.declares = true;
    if (!creates && !node.labels && !node.name_text)
      looks_like(NameUse::Kind::kLikeLabel, node.variable, node.span);
    return;
  }
  if (!bound->type.may_be(kNodeType)) {
    return fail(node.span, "VariableTypeConflict", "variable `" + node.variable + "` is no node");
  }
  if (creates && (alone || node.labels || node.properties)) {
    return fail(node.span, "VariableAlreadyBound",
                "variable `" + node.variable + "` is bound already: a node cannot be created again",
                alone ? "" : "leave out its labels and properties");
  }
  node.slot = bound->slot;
}

void QueryBinder::check_created(const NodePattern& node) {
  if (node.name_text) {
    return fail(node.span, "UnexpectedSyntax", "a quoted name finds nodes, and creates none",
                "write {name: '" + *node.name_text + "'}");
  }
  if (node.condition)
    return fail(node.span, "UnexpectedSyntax", "WHERE cannot stand in a pattern that is created");
  if (node.labels && !labels_are_names(*node.labels)) {
    fail(node.labels->span, "UnexpectedSyntax", "a new node needs plain labels, such as :Person:Minister");
  }
}

void QueryBinder::declare_relationship(RelationshipPattern& relationship, PatternUse use,
                                       std::set<std::string>& seen) {
  if (relationship.length && relationship.length->minimum && relationship.length->maximum &&
      *relationship.length->minimum > *relationship.length->maximum && relationship.quantified) {
    return fail(relationship.span, "InvalidRelationshipPattern",
                "the least length is greater than the greatest");
  }
  const std::string& name = relationship.variable;
  const bool creates = use == PatternUse::kCreate || use == PatternUse::kMerge;
  if (creates && !find(name)) check_created(relationship, use);
  if (failed()) return;
  if (name.empty()) {
    relationship.slot = anonymous('r');
    relationship.declares = true;
    return;
  }
  const bool list = relationship.length.has_value();
  const Variable* bound = find(name);
  if (!bound) {
    if (use == PatternUse::kPredicate) return undefined(name, relationship.span);
    relationship.slot =
        declare(name, list ? StaticType{kListType, kRelationshipType} : StaticType{kRelationshipType});
    relationship.declares = true;
    seen.insert(name);
    const bool says_type = relationship.type_expression || !relationship.types.empty();
    if (!says_type) looks_like(NameUse::Kind::kLikeType, name, relationship.span);
    return;
  }
  const bool fits = bound->type.may_be(list ? kListType : kRelationshipType) &&
                    (!list || bound->type.element.overlaps(kRelationshipType));
  if (!fits) {
    return fail(relationship.span, "VariableTypeConflict",
                "variable `" + name + "` is no " + (list ? "list of relationships" : "relationship"));
  }
  if (creates) {
    return fail(relationship.span, "VariableAlreadyBound",
                "variable `" + name + "` is bound already: a relationship cannot be created again");
  }
  if (!seen.insert(name).second) {
    return fail(relationship.span, "RelationshipUniquenessViolation",
                "relationship `" + name + "` stands twice in one pattern, where all relationships differ");
  }
  relationship.slot = bound->slot;
}

void QueryBinder::check_created(const RelationshipPattern& relationship, PatternUse use) {
  const SourceSpan place = relationship.span;
  if (relationship.length)
    return fail(place, "CreatingVarLength", "a path of unknown length cannot be created");
  if (relationship.types.size() != 1) {
    return fail(place, "NoSingleRelationshipType", "a new relationship needs one type, such as [:called]");
  }
  if (use == PatternUse::kCreate && relationship.direction == graph::Direction::kBoth) {
    return fail(place, "RequiresDirectedRelationship",
                "a new relationship needs a direction: expected --> or <--");
  }
  if (relationship.condition)
    fail(place, "UnexpectedSyntax", "WHERE cannot stand in a pattern that is created");
}

/// Inside its variables stand for one step; outside, for the list of all steps.
void QueryBinder::declare_group(QuantifiedPattern& group, std::set<std::string>& relationships) {
  const Scope outside = scope_;
  const auto declares = [&](const std::string& name, SourceSpan place) {
    if (!name.empty() && outside.count(name)) {
      fail(place, "VariableAlreadyBound", "variable `" + name + "` is bound already outside of the group");
    }
  };
  for (const NodePattern& node : group.element->nodes) declares(node.variable, node.span);
  for (const auto& step : group.element->relationships) {
    if (const auto* relationship = std::get_if<RelationshipPattern>(&step)) {
      declares(relationship->variable, relationship->span);
    }
  }
  if (failed()) return;
  if (group.minimum && group.maximum && *group.minimum > *group.maximum) {
    return fail(group.span, "InvalidRelationshipPattern",
                "the least number of times is greater than the greatest");
  }
  PatternPart inner;
  inner.element = std::move(*group.element);
  inner.span = group.span;
  declare_part(inner, PatternUse::kMatch, relationships);
  bind_element(inner.element, PatternUse::kMatch);
  condition(group.condition);
  *group.element = std::move(inner.element);
  const Scope inside = scope_;
  scope_ = outside;
  for (const auto& [name, variable] : inside) {
    if (outside.count(name)) continue;
    group.groups.emplace_back(variable.slot, declare(name, StaticType::list_of(variable.type)));
  }
}

void QueryBinder::declare_path(PatternPart& part, PatternUse) {
  if (part.path_variable.empty() || refuse_bound(part.path_variable, part.span)) return;
  part.path_slot = declare(part.path_variable, {kPathType});
}

void QueryBinder::bind_element(PatternElement& element, PatternUse use) {
  const bool creates = use == PatternUse::kCreate || use == PatternUse::kMerge;
  for (NodePattern& node : element.nodes) {
    if (creates) {
      check_created(node);
      makes(node.labels.get());
      makes_keys(node.properties.get());
    } else {
      looks_for(node);
    }
    bind_properties(node.properties, use);
    condition(node.condition);
  }
  for (auto& step : element.relationships) {
    auto* relationship = std::get_if<RelationshipPattern>(&step);
    if (!relationship) continue;  // a group is bound where it is declared
    if (creates) {
      for (const std::string& type : relationship->types) makes(NameUse::Kind::kType, type);
      makes_keys(relationship->properties.get());
    } else {
      looks_for(*relationship);
    }
    bind_properties(relationship->properties, use);
    condition(relationship->condition);
  }
}

void QueryBinder::bind_properties(ExpressionPtr& properties, PatternUse use) {
  if (!properties || failed()) return;
  if (std::holds_alternative<ParameterExpression>(properties->node) && use != PatternUse::kCreate) {
    return fail(properties->span, "InvalidParameterUse",
                use == PatternUse::kMerge ? "MERGE needs the properties themselves, such as {name: $name}"
                                          : "MATCH needs the properties themselves, such as {name: $name}");
  }
  expression(properties, kPlain);
  const auto* map = std::get_if<MapExpression>(&properties->node);
  if (!map || (use != PatternUse::kCreate && use != PatternUse::kMerge)) return;
  for (const auto& [key, value] : map->entries) storable(*value);
}

}  // namespace dossier::query::ast
