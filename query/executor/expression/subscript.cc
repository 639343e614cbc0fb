// list[i], map['k'], node['k'], list[a..b].
#include <algorithm>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/value_memory.h"

namespace dossier::query {
namespace {

Result<Value> element_of(const List& list, const Value& index, Span span) {
  if (!index.is_integer()) {
    return runtime_error("TypeError", "ListElementAccessByNonInteger", span,
                         "a list is indexed by an integer: expected an Integer, got " +
                             std::string(graph::type_name(index.type())));
  }
  const auto size = static_cast<std::int64_t>(list.size());
  std::int64_t at = index.as_integer();
  if (at < 0) at += size;
  if (at < 0 || at >= size) return Value();
  return list[static_cast<std::size_t>(at)];
}

/// The type of the bound that is no integer.
std::string wrong_bound(const Operand& from, const Operand& to, bool has_from) {
  const bool first = has_from && !from->is_integer();
  return std::string(graph::type_name(first ? from->type() : to->type()));
}

Status not_a_key(const Value& key, Span span) {
  return runtime_error("TypeError", "MapElementAccessByNonString", span,
                       "properties are named by a string: expected a String, got " +
                           std::string(graph::type_name(key.type())));
}

class Subscript final : public CompiledExpression {
 public:
  Subscript(CompiledPtr owner, CompiledPtr index, Span owner_span, Span index_span)
      : owner_(std::move(owner)),
        index_(std::move(index)),
        owner_span_(owner_span),
        index_span_(index_span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand owner, index;
    DOSSIER_RETURN_IF_ERROR(owner.load(*owner_, row, context));
    DOSSIER_RETURN_IF_ERROR(index.load(*index_, row, context));
    if (owner->is_null() || index->is_null()) return Value();
    if (owner->is_list()) return element_of(owner->as_list(), *index, index_span_);
    if (!owner->is_map() && !owner->is_node() && !owner->is_relationship()) {
      return type_error(owner_span_, "cannot look up an element in " +
                                         std::string(graph::type_name(owner->type())) +
                                         ", expected a list, a map, a node or a relationship");
    }
    if (!index->is_string()) return not_a_key(*index, index_span_);
    return property_of(*owner, index->as_string(), nullptr, owner_span_, context);
  }

 private:
  CompiledPtr owner_, index_;
  Span owner_span_, index_span_;
};

/// Bounds count from the end where negative, and are cut to the list; a missing one is the list's own.
class Slice final : public CompiledExpression {
 public:
  Slice(CompiledPtr list, CompiledPtr from, CompiledPtr to, Span span)
      : list_(std::move(list)), from_(std::move(from)), to_(std::move(to)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand list;
    DOSSIER_RETURN_IF_ERROR(list.load(*list_, row, context));
    Operand from, to;
    if (from_ != nullptr) DOSSIER_RETURN_IF_ERROR(from.load(*from_, row, context));
    if (to_ != nullptr) DOSSIER_RETURN_IF_ERROR(to.load(*to_, row, context));
    if (list->is_null() || (from_ != nullptr && from->is_null()) || (to_ != nullptr && to->is_null()))
      return Value();
    if (!list->is_list())
      return type_error(span_,
                        "cannot slice " + std::string(graph::type_name(list->type())) + ", expected a list");
    if ((from_ != nullptr && !from->is_integer()) || (to_ != nullptr && !to->is_integer())) {
      return runtime_error("TypeError", "ListElementAccessByNonInteger", span_,
                           "a slice has integers as bounds, expected an Integer, got " +
                               wrong_bound(from, to, from_ != nullptr));
    }
    const List& items = list->as_list();
    const std::size_t begin = from_ != nullptr ? position(from->as_integer(), items.size()) : 0;
    const std::size_t end = to_ != nullptr ? position(to->as_integer(), items.size()) : items.size();
    if (begin >= end) return Value(List{});
    DOSSIER_RETURN_IF_ERROR(made_bytes(context, (end - begin) * sizeof(Value)));
    return Value(List(items.begin() + static_cast<std::ptrdiff_t>(begin),
                      items.begin() + static_cast<std::ptrdiff_t>(end)));
  }

 private:
  static std::size_t position(std::int64_t bound, std::size_t size) {
    const auto length = static_cast<std::int64_t>(size);
    if (bound < 0) bound += length;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(bound, 0, length));
  }

  CompiledPtr list_, from_, to_;
  Span span_;
};

}  // namespace

Result<CompiledPtr> compile_node(const ast::SubscriptExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr owner, compile(*node.list, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr index, compile(*node.index, context));
  const bool constant = owner->constant() != nullptr && index->constant() != nullptr;
  return folded(
      std::make_unique<Subscript>(std::move(owner), std::move(index), node.list->span, node.index->span),
      constant);
}

Result<CompiledPtr> compile_node(const ast::SliceExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr list, compile(*node.list, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr from, compile_optional(node.from, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr to, compile_optional(node.to, context));
  return CompiledPtr(
      std::make_unique<Slice>(std::move(list), std::move(from), std::move(to), node.list->span));
}

}  // namespace dossier::query
