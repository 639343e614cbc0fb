#include "query/executor/writes.h"

#include "dossier/status_macros.h"
#include "query/executor/errors.h"
#include "query/executor/paths.h"

namespace dossier::query {
namespace {

using graph::Value;

std::size_t index(planner::Slot slot) { return static_cast<std::size_t>(slot); }

bool storable(const Value& value, bool in_list) {
  if (value.is_list()) {
    for (const Value& item : value.as_list()) {
      if (!storable(item, true)) return false;
    }
    return true;
  }
  if (value.is_null()) return !in_list;
  return !value.is_map() && !value.is_node() && !value.is_relationship() && !value.is_path();
}

Status append_property(ExecutionContext& context, const std::string& key, Value value, ast::SourceSpan span,
                       graph::Properties& out) {
  if (value.is_null()) return {};
  DOSSIER_RETURN_IF_ERROR(check_storable(value, span));
  out.emplace_back(context.transaction->key(key), std::move(value));
  return {};
}

// The properties of a new entity: `{a: 1}` or a whole map.
template <typename Pattern>
Result<graph::Properties> new_properties(ExecutionContext& context, const Pattern& pattern, RowView row) {
  graph::Properties properties;
  for (const planner::PropertyValue& property : pattern.properties) {
    DOSSIER_ASSIGN_OR_RETURN(Value value, property.value.code->evaluate(row, context.eval));
    DOSSIER_RETURN_IF_ERROR(
        append_property(context, property.key, std::move(value), property.value.span, properties));
  }
  if (pattern.map) {
    DOSSIER_ASSIGN_OR_RETURN(const Value map, pattern.map->code->evaluate(row, context.eval));
    if (!map.is_map() && !map.is_null()) {
      return type_error(pattern.map->span, "the properties of a new node or relationship are a map, not " +
                                               std::string(graph::type_name(map.type())));
    }
    if (map.is_map()) {
      for (const auto& [key, value] : map.as_map()) {
        DOSSIER_RETURN_IF_ERROR(append_property(context, key, value, pattern.map->span, properties));
      }
    }
  }
  std::sort(properties.begin(), properties.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return properties;
}

Status create(ExecutionContext& context, const planner::NewNode& node, RowView row) {
  std::vector<graph::LabelId> labels;
  for (const std::string& label : node.labels) labels.push_back(context.transaction->label(label));
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  DOSSIER_ASSIGN_OR_RETURN(graph::Properties properties, new_properties(context, node, row));
  context.counters.labels_added += static_cast<std::int64_t>(labels.size());
  context.counters.properties_set += static_cast<std::int64_t>(properties.size());
  DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId id,
                           context.transaction->create_node(std::move(labels), std::move(properties)));
  ++context.counters.nodes_created;
  row[index(node.slot)] = id;
  return {};
}

Status create(ExecutionContext& context, const planner::NewRelationship& relationship, RowView row,
              ast::SourceSpan span) {
  const Value &start = row[index(relationship.start)], &end = row[index(relationship.end)];
  for (const Value* node : {&start, &end}) {
    if (!node->is_node()) {
      return runtime_error(
          "TypeError", "InvalidArgumentType", span,
          "a relationship needs two nodes, but one end is " + std::string(graph::type_name(node->type())));
    }
    if (context.transaction->is_deleted(node->as_node())) {
      return deleted_entity_error(span,
                                  "a relationship needs two nodes, but one has been deleted in this query");
    }
  }
  DOSSIER_ASSIGN_OR_RETURN(graph::Properties properties, new_properties(context, relationship, row));
  context.counters.properties_set += static_cast<std::int64_t>(properties.size());
  DOSSIER_ASSIGN_OR_RETURN(
      const graph::RelationshipId id,
      context.transaction->create_relationship(start.as_node(), context.transaction->type(relationship.type),
                                               end.as_node(), std::move(properties)));
  ++context.counters.relationships_created;
  row[index(relationship.slot)] = id;
  return {};
}

Status set_property(ExecutionContext& context, const Value& target, const std::string& key, Value value,
                    ast::SourceSpan span) {
  DOSSIER_RETURN_IF_ERROR(check_storable(value, span));
  const graph::KeyId id = context.transaction->key(key);
  ++context.counters.properties_set;
  return target.is_node() ? context.transaction->set_property(target.as_node(), id, std::move(value))
                          : context.transaction->set_property(target.as_relationship(), id, std::move(value));
}

Result<graph::Properties> properties_of(const graph::Reader& reader, const Value& entity) {
  if (entity.is_node()) {
    DOSSIER_ASSIGN_OR_RETURN(graph::NodeRecord record, reader.node(entity.as_node()));
    return std::move(record.properties);
  }
  DOSSIER_ASSIGN_OR_RETURN(graph::RelationshipRecord record, reader.relationship(entity.as_relationship()));
  return std::move(record.properties);
}

// a = map and a += map; the map may be another entity, whose properties are taken.
Status set_map(ExecutionContext& context, const planner::SetEntry& entry, const Value& target,
               const Value& source) {
  graph::Map entries;
  if (source.is_map()) {
    entries = source.as_map();
  } else if (source.is_node() || source.is_relationship()) {
    DOSSIER_ASSIGN_OR_RETURN(const graph::Properties properties, properties_of(context.reader, source));
    for (const auto& [key, value] : properties) entries.emplace_back(context.reader.key_name(key), value);
  } else if (!source.is_null()) {
    return type_error(entry.value.span, "expected a map, a node or a relationship, not " +
                                            std::string(graph::type_name(source.type())));
  }
  if (entry.kind == ast::SetItem::Kind::kReplace) {
    DOSSIER_ASSIGN_OR_RETURN(const graph::Properties old, properties_of(context.reader, target));
    for (const auto& [key, value] : old) {
      const std::string name(context.reader.key_name(key));
      const bool kept =
          std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return e.first == name; });
      if (!kept) DOSSIER_RETURN_IF_ERROR(set_property(context, target, name, Value(), entry.span));
    }
  }
  for (const auto& [key, value] : entries) {
    DOSSIER_RETURN_IF_ERROR(set_property(context, target, key, value, entry.value.span));
  }
  return {};
}

Status set_labels(ExecutionContext& context, const planner::SetEntry& entry, graph::NodeId node) {
  for (const std::string& name : entry.labels) {
    const auto known = context.reader.find_label(name);
    bool has = false;
    if (known) {
      DOSSIER_ASSIGN_OR_RETURN(has, context.reader.has_label(node, *known));
    }
    if (has != entry.remove) continue;
    if (entry.remove) {
      DOSSIER_RETURN_IF_ERROR(context.transaction->remove_label(node, *known));
      ++context.counters.labels_removed;
    } else {
      DOSSIER_RETURN_IF_ERROR(context.transaction->add_label(node, context.transaction->label(name)));
      ++context.counters.labels_added;
    }
  }
  return {};
}

bool is_deleted(const ExecutionContext& context, const Value& entity) {
  return entity.is_node() ? context.transaction->is_deleted(entity.as_node())
                          : context.transaction->is_deleted(entity.as_relationship());
}

Status set_entry(ExecutionContext& context, const planner::SetEntry& entry, RowView row) {
  DOSSIER_ASSIGN_OR_RETURN(const Value target, entry.target.code->evaluate(row, context.eval));
  if (target.is_null()) return {};
  const bool labels = entry.kind == ast::SetItem::Kind::kLabels;
  if (!target.is_node() && (labels || !target.is_relationship())) {
    return type_error(
        entry.target.span,
        std::string(labels ? "labels belong to a node" : "properties belong to a node or a relationship") +
            ", not to " + std::string(graph::type_name(target.type())));
  }
  if (is_deleted(context, target))
    return deleted_entity_error(entry.span, "it has been deleted in this query");
  if (labels) return set_labels(context, entry, target.as_node());
  if (entry.kind == ast::SetItem::Kind::kProperty) {
    Value value;
    std::string key = entry.key;
    if (entry.computed_key) {
      DOSSIER_ASSIGN_OR_RETURN(const Value name, entry.computed_key->code->evaluate(row, context.eval));
      if (!name.is_string()) {
        return type_error(entry.computed_key->span, "the name of a property is a string, not " +
                                                        std::string(graph::type_name(name.type())));
      }
      key = name.as_string();
    }
    if (!entry.remove) {
      DOSSIER_ASSIGN_OR_RETURN(value, entry.value.code->evaluate(row, context.eval));
    }
    return set_property(context, target, key, std::move(value), entry.span);
  }
  DOSSIER_ASSIGN_OR_RETURN(const Value source, entry.value.code->evaluate(row, context.eval));
  return set_map(context, entry, target, source);
}

}  // namespace

Status check_storable(const Value& value, ast::SourceSpan span) {
  if (storable(value, false)) return {};
  return runtime_error("TypeError", "InvalidPropertyType", span,
                       std::string(graph::type_name(value.type())) +
                           " cannot be stored as a property: expected a "
                           "boolean, number, string, temporal value or a list of these without nulls");
}

Status create_pattern(ExecutionContext& context, const planner::Create& pattern, RowView row) {
  for (const planner::CreateItem& item : pattern.items) {
    if (const auto* node = std::get_if<planner::NewNode>(&item.entity)) {
      DOSSIER_RETURN_IF_ERROR(create(context, *node, row));
    } else {
      DOSSIER_RETURN_IF_ERROR(
          create(context, std::get<planner::NewRelationship>(item.entity), row, item.span));
    }
  }
  for (const planner::PathBuild& path : pattern.paths)
    DOSSIER_RETURN_IF_ERROR(bind_path(context.reader, path, row));
  return {};
}

Status set_entries(ExecutionContext& context, const std::vector<planner::SetEntry>& entries, RowView row) {
  for (const planner::SetEntry& entry : entries) DOSSIER_RETURN_IF_ERROR(set_entry(context, entry, row));
  return {};
}

}  // namespace dossier::query
