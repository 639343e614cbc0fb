// CREATE, MERGE, SET, REMOVE and DELETE.
#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/planner_context.h"

namespace dossier::query::planner {
namespace {

void append_label_names(const ast::LabelExpression* labels, std::vector<std::string>& out) {
  if (!labels) return;
  if (labels->kind == ast::LabelExpression::Kind::kName) out.push_back(labels->name);
  for (const auto& operand : labels->operands) append_label_names(operand.get(), out);
}

}  // namespace

Status PlannerContext::append_properties(const ast::ExpressionPtr& properties,
                                         std::vector<PropertyValue>& out,
                                         std::optional<PlanExpression>& map) {
  if (!properties) return {};
  const auto* literal = std::get_if<ast::MapExpression>(&properties->node);
  if (!literal) {
    DOSSIER_ASSIGN_OR_RETURN(map, compile(*properties));
    return {};
  }
  for (const auto& [key, value] : literal->entries) {
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, compile(*value));
    out.push_back({key, std::move(compiled)});
  }
  return {};
}

Result<Create> PlannerContext::make_create(const std::vector<const ast::PatternPart*>& parts,
                                           SlotSet& bound) {
  Create create;
  const auto add_node = [&](const ast::NodePattern& pattern) -> Status {
    if (!bound.insert(pattern.slot).second) return {};
    NewNode node{pattern.slot};
    append_label_names(pattern.labels.get(), node.labels);
    DOSSIER_RETURN_IF_ERROR(append_properties(pattern.properties, node.properties, node.map));
    create.items.push_back({std::move(node), pattern.span});
    return {};
  };
  for (const ast::PatternPart* part : parts) {
    const ast::PatternElement& element = part->element;
    PathBuild path{part->path_slot, {}};
    for (std::size_t i = 0; i < element.nodes.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(add_node(element.nodes[i]));
      if (i > 0) {
        const auto& pattern = std::get<ast::RelationshipPattern>(element.relationships[i - 1]);
        NewRelationship relationship{pattern.slot, element.nodes[i - 1].slot, element.nodes[i].slot};
        if (pattern.direction == Direction::kIncoming) std::swap(relationship.start, relationship.end);
        relationship.type = pattern.types.empty() ? "" : pattern.types.front();
        DOSSIER_RETURN_IF_ERROR(
            append_properties(pattern.properties, relationship.properties, relationship.map));
        create.items.push_back({std::move(relationship), pattern.span});
        bound.insert(pattern.slot);
        path.elements.push_back(pattern.slot);
      }
      path.elements.push_back(element.nodes[i].slot);
    }
    if (part->path_slot != ast::kNoSlot)
      bound.insert(part->path_slot), create.paths.push_back(std::move(path));
  }
  return create;
}

Status PlannerContext::plan_create(const ast::CreateClause& clause, Partial& partial) {
  std::vector<const ast::PatternPart*> parts;
  for (const ast::PatternPart& part : clause.pattern.parts) parts.push_back(&part);
  DOSSIER_ASSIGN_OR_RETURN(Create create, make_create(parts, partial.bound));
  const double rows = partial.rows();
  partial.plan = make_plan(std::move(create), std::move(partial.plan), rows);
  return {};
}

Status PlannerContext::plan_merge(const ast::MergeClause& clause, Partial& partial) {
  Partial inner{argument(), partial.bound};
  DOSSIER_RETURN_IF_ERROR(plan_part(clause.part, inner));
  DOSSIER_ASSIGN_OR_RETURN(Create create, make_create({&clause.part}, partial.bound));
  Merge merge{std::move(create)};
  bound_ = partial.bound;
  DOSSIER_ASSIGN_OR_RETURN(merge.on_create, make_set_entries(clause.on_create));
  DOSSIER_ASSIGN_OR_RETURN(merge.on_match, make_set_entries(clause.on_match));
  const double rows = partial.rows();
  partial.plan = make_plan(std::move(merge), std::move(partial.plan), std::move(inner.plan), rows);
  return {};
}

// n.key or n[key]
Status PlannerContext::set_property_target(const ast::Expression& target, SetEntry& entry) {
  if (const auto* property = std::get_if<ast::PropertyExpression>(&target.node)) {
    entry.key = property->key;
    DOSSIER_ASSIGN_OR_RETURN(entry.target, compile(*property->owner));
    return {};
  }
  const auto& subscript = std::get<ast::SubscriptExpression>(target.node);
  DOSSIER_ASSIGN_OR_RETURN(entry.target, compile(*subscript.list));
  DOSSIER_ASSIGN_OR_RETURN(entry.computed_key, compile_optional(subscript.index));
  return {};
}

Result<std::vector<SetEntry>> PlannerContext::make_set_entries(const std::vector<ast::SetItem>& items) {
  std::vector<SetEntry> entries;
  for (const ast::SetItem& item : items) {
    SetEntry entry{item.kind};
    entry.span = item.span, entry.labels = item.labels;
    if (item.kind == ast::SetItem::Kind::kProperty) {
      DOSSIER_RETURN_IF_ERROR(set_property_target(*item.target, entry));
    } else {
      DOSSIER_ASSIGN_OR_RETURN(entry.target, compile(*item.target));
    }
    if (item.value) {
      DOSSIER_ASSIGN_OR_RETURN(entry.value, compile(*item.value));
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

Status PlannerContext::plan_set(const ast::SetClause& clause, Partial& partial) {
  DOSSIER_ASSIGN_OR_RETURN(std::vector<SetEntry> entries, make_set_entries(clause.items));
  const double rows = partial.rows();
  partial.plan = make_plan(SetProperties{std::move(entries)}, std::move(partial.plan), rows);
  return {};
}

Status PlannerContext::plan_remove(const ast::RemoveClause& clause, Partial& partial) {
  SetProperties set;
  for (const ast::RemoveItem& item : clause.items) {
    SetEntry entry{item.labels.empty() ? ast::SetItem::Kind::kProperty : ast::SetItem::Kind::kLabels, true};
    entry.span = item.span, entry.labels = item.labels;
    if (item.labels.empty()) {
      DOSSIER_RETURN_IF_ERROR(set_property_target(*item.target, entry));
    } else {
      DOSSIER_ASSIGN_OR_RETURN(entry.target, compile(*item.target));
    }
    set.entries.push_back(std::move(entry));
  }
  const double rows = partial.rows();
  partial.plan = make_plan(std::move(set), std::move(partial.plan), rows);
  return {};
}

Status PlannerContext::plan_delete(const ast::DeleteClause& clause, Partial& partial) {
  Delete plan{clause.detach};
  for (const ast::ExpressionPtr& expression : clause.expressions) {
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, compile(*expression));
    plan.expressions.push_back(std::move(compiled));
  }
  const double rows = partial.rows();
  partial.plan = make_plan(std::move(plan), std::move(partial.plan), rows);
  return {};
}

}  // namespace dossier::query::planner
