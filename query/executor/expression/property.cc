// Properties: n.key, n['key'], n {.key, .*}.
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/temporal/components.h"

namespace dossier::query {
namespace {

// A record that is not there (any more) belongs to an entity that this query has deleted.
Status access_failure(Status status, const Value& owner, Span span) {
  if (status.code() != StatusCode::kNotFound) return status;
  return deleted_entity_error(
      span, owner.is_node() ? "the node has been deleted" : "the relationship has been deleted");
}

std::optional<graph::KeyId> find_key(const std::string& key, const void* site, EvalContext& context) {
  auto& entry = context.key_cache[(reinterpret_cast<std::uintptr_t>(site) >> 4) % context.key_cache.size()];
  if (site != nullptr && entry.owner == site) return entry.key;
  const std::optional<graph::KeyId> id = context.reader->find_key(key);
  if (id && site != nullptr) entry = {site, *id};
  return id;
}

Result<Value> entity_property(const Value& owner, const std::string& key, const void* site, Span span,
                              EvalContext& context) {
  const std::optional<graph::KeyId> id = find_key(key, site, context);
  // A key that nobody uses: still a deleted entity is an error.
  if (!id) {
    const Status status = owner.is_node() ? context.reader->node(owner.as_node()).status()
                                          : context.reader->relationship(owner.as_relationship()).status();
    if (!status.ok()) return access_failure(status, owner, span);
    return Value();
  }
  Result<Value> value = owner.is_node() ? context.reader->node_property(owner.as_node(), *id)
                                        : context.reader->relationship_property(owner.as_relationship(), *id);
  if (!value.ok()) return access_failure(value.status(), owner, span);
  return value;
}

Map named(const graph::Properties& properties, const graph::Reader& reader) {
  Map map;
  map.reserve(properties.size());
  for (const auto& [key, value] : properties) map.emplace_back(reader.key_name(key), value);
  return map;
}

class PropertyNode final : public CompiledExpression {
 public:
  PropertyNode(CompiledPtr owner, std::string key, Span span)
      : owner_(std::move(owner)), key_(std::move(key)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand owner;
    DOSSIER_RETURN_IF_ERROR(owner.load(*owner_, row, context));
    return property_of(*owner, key_, this, span_, context);
  }

  Status evaluate_batch(const BatchView& batch, EvalContext& context,
                        std::vector<Value>& out) const override {
    if (!context.read_only) return CompiledExpression::evaluate_batch(batch, context, out);
    ValueColumn values;
    DOSSIER_RETURN_IF_ERROR(evaluate_column(batch, context, values));
    if (std::vector<Value>* own = values.owned()) return out.swap(*own), Status();
    out.resize(batch.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = values[i];
    return {};
  }

  /// Where all owners are nodes, or all relationships, they are asked of the reader at once; else one by one.
  Status evaluate_column(const BatchView& batch, EvalContext& context, ValueColumn& out) const override {
    if (!context.read_only) return CompiledExpression::evaluate_batch(batch, context, out.own());
    ValueColumn owners;
    DOSSIER_RETURN_IF_ERROR(owner_->evaluate_column(batch, context, owners));
    const std::optional<graph::KeyId> key = find_key(key_, this, context);
    std::vector<graph::NodeId> nodes;
    std::vector<graph::RelationshipId> relationships;
    if (key && batch.size() > 0 && owners[0].is_node())
      nodes.reserve(batch.size());
    else if (key)
      relationships.reserve(batch.size());
    for (std::size_t i = 0; key && i < batch.size(); ++i) {
      if (owners[i].is_node())
        nodes.push_back(owners[i].as_node());
      else if (owners[i].is_relationship())
        relationships.push_back(owners[i].as_relationship());
      else
        break;
    }
    if (key && nodes.size() == batch.size())
      return context.reader->borrow_properties(nodes, *key, out.borrow());
    if (key && relationships.size() == batch.size()) {
      return context.reader->borrow_properties(relationships, *key, out.borrow());
    }
    std::vector<Value>& own = out.own();
    own.resize(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(own[i], property_of(owners[i], key_, this, span_, context));
    }
    return {};
  }

 private:
  CompiledPtr owner_;
  std::string key_;
  Span span_;
};

class MapProjection final : public CompiledExpression {
 public:
  struct Item {
    ast::MapProjectionItem::Kind kind;
    std::string key;
    CompiledPtr value;  // of kEntry and kVariable
  };
  MapProjection(CompiledPtr subject, std::vector<Item> items, Span span)
      : subject_(std::move(subject)), items_(std::move(items)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand subject;
    DOSSIER_RETURN_IF_ERROR(subject.load(*subject_, row, context));
    if (subject->is_null()) return Value();
    Map map;
    for (const Item& item : items_) DOSSIER_RETURN_IF_ERROR(append(item, *subject, row, context, map));
    return with_limited_depth(std::move(map));
  }

 private:
  Status append(const Item& item, const Value& subject, RowView row, EvalContext& context, Map& map) const {
    using Kind = ast::MapProjectionItem::Kind;
    if (item.kind == Kind::kAll) {
      DOSSIER_ASSIGN_OR_RETURN(const Value all, properties_of(subject, span_, context));
      map.insert(map.end(), all.as_map().begin(), all.as_map().end());
      return {};
    }
    Result<Value> value = item.kind == Kind::kProperty ? property_of(subject, item.key, &item, span_, context)
                                                       : item.value->evaluate(row, context);
    if (!value.ok()) return value.status();
    map.emplace_back(item.key, *std::move(value));
    return {};
  }

  CompiledPtr subject_;
  std::vector<Item> items_;
  Span span_;
};

}  // namespace

Result<Value> property_of(const Value& owner, const std::string& key, const void* site, Span span,
                          EvalContext& context) {
  if (owner.is_null()) return Value();
  if (owner.is_node() || owner.is_relationship()) return entity_property(owner, key, site, span, context);
  if (owner.is_map()) {
    const Value* value = owner.find(key);
    return value != nullptr ? *value : Value();
  }
  if (owner.is_temporal() || owner.is_duration()) {
    if (std::optional<Value> part = temporal::component(owner, key)) return *std::move(part);
    return value_type_error(span,
                            std::string(graph::type_name(owner.type())) + " has no component `" + key + "`");
  }
  return type_error(
      span, "expected a node, relationship or map, got " + std::string(graph::type_name(owner.type())));
}

Result<Value> properties_of(const Value& owner, Span span, EvalContext& context) {
  if (owner.is_null() || owner.is_map()) return owner;
  if (owner.is_node()) {
    auto record = context.reader->node(owner.as_node());
    if (!record.ok()) return access_failure(record.status(), owner, span);
    return Value(named(record->properties, *context.reader));
  }
  if (owner.is_relationship()) {
    auto record = context.reader->relationship(owner.as_relationship());
    if (!record.ok()) return access_failure(record.status(), owner, span);
    return Value(named(record->properties, *context.reader));
  }
  return value_type_error(
      span, "expected a node, relationship or map, got " + std::string(graph::type_name(owner.type())));
}

Result<CompiledPtr> compile_node(const ast::PropertyExpression& node, Span span,
                                 const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr owner, compile(*node.owner, context));
  const bool constant = owner->constant() != nullptr;
  return folded(std::make_unique<PropertyNode>(std::move(owner), node.key, span), constant);
}

Result<CompiledPtr> compile_node(const ast::MapProjectionExpression& node, Span span,
                                 const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr subject, compile(*node.subject, context));
  std::vector<MapProjection::Item> items;
  for (const ast::MapProjectionItem& item : node.items) {
    DOSSIER_ASSIGN_OR_RETURN(CompiledPtr value, compile_optional(item.value, context));
    items.push_back({item.kind, item.key, std::move(value)});
  }
  return CompiledPtr(std::make_unique<MapProjection>(std::move(subject), std::move(items), span));
}

}  // namespace dossier::query
