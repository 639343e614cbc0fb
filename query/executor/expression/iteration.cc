// What walks a list with a variable of its own: comprehensions, quantifiers, reduce.
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/value_memory.h"

namespace dossier::query {
namespace {

using ast::QuantifierKind;

Status not_a_list(const Value& value, Span span) {
  return type_error(span, "expected a list, got " + std::string(graph::type_name(value.type())));
}

/// The condition for one element: true, false or unknown.
Result<std::optional<bool>> test(const CompiledExpression& condition, RowView row, EvalContext& context,
                                 Span span) {
  Operand verdict;
  DOSSIER_RETURN_IF_ERROR(verdict.load(condition, row, context));
  if (verdict->is_boolean()) return std::optional<bool>(verdict->as_boolean());
  if (verdict->is_null()) return std::optional<bool>();
  return not_boolean(*verdict, span);
}

class ListComprehension final : public CompiledExpression {
 public:
  ListComprehension(std::size_t slot, CompiledPtr list, CompiledPtr condition, CompiledPtr projection,
                    Span span)
      : slot_(slot),
        list_(std::move(list)),
        condition_(std::move(condition)),
        projection_(std::move(projection)),
        span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    DOSSIER_ASSIGN_OR_RETURN(const Value list, list_->evaluate(row, context));
    if (list.is_null()) return Value();
    if (!list.is_list()) return not_a_list(list, span_);
    List result;
    for (const Value& item : list.as_list()) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context));
      row[slot_] = item;
      const std::size_t mark = context.made;
      if (condition_ != nullptr) {
        DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> keep, test(*condition_, row, context, span_));
        keep_bytes(context, mark, 0);
        if (keep != true) continue;
      }
      if ((result.size() + 1) % kCountedItems == 0) {
        DOSSIER_RETURN_IF_ERROR(made_bytes(context, kCountedItems * sizeof(Value)));
      }
      if (projection_ == nullptr) {
        result.push_back(item);
        continue;
      }
      const std::size_t before = context.made;
      DOSSIER_ASSIGN_OR_RETURN(Value value, projection_->evaluate(row, context));
      keep_value(context, before, value);
      result.push_back(std::move(value));
    }
    return with_limited_depth(std::move(result));
  }

 private:
  static constexpr std::size_t kCountedItems = 1024;

  std::size_t slot_;
  CompiledPtr list_, condition_, projection_;
  Span span_;
};

/// all, any, none and single over the counts of true, false and unknown, ending where these cannot change any more.
class Quantifier final : public CompiledExpression {
 public:
  Quantifier(QuantifierKind kind, std::size_t slot, CompiledPtr list, CompiledPtr condition, Span span)
      : kind_(kind), slot_(slot), list_(std::move(list)), condition_(std::move(condition)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    DOSSIER_ASSIGN_OR_RETURN(const Value list, list_->evaluate(row, context));
    if (list.is_null()) return Value();
    if (!list.is_list()) return not_a_list(list, span_);
    std::size_t matching = 0;
    bool unknown = false;
    for (const Value& item : list.as_list()) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context));
      row[slot_] = item;
      const std::size_t mark = context.made;
      DOSSIER_ASSIGN_OR_RETURN(const std::optional<bool> holds, test(*condition_, row, context, span_));
      keep_bytes(context, mark, 0);
      if (!holds)
        unknown = true;
      else if (*holds)
        ++matching;
      if (const std::optional<bool> decided = early(holds, matching)) return Value(*decided);
    }
    if (unknown) return Value();
    return Value(kind_ == QuantifierKind::kSingle ? matching == 1 : kind_ != QuantifierKind::kAny);
  }

 private:
  std::optional<bool> early(std::optional<bool> holds, std::size_t matching) const {
    switch (kind_) {
      case QuantifierKind::kAll:
        return holds == false ? std::optional(false) : std::nullopt;
      case QuantifierKind::kAny:
        return holds == true ? std::optional(true) : std::nullopt;
      case QuantifierKind::kNone:
        return holds == true ? std::optional(false) : std::nullopt;
      case QuantifierKind::kSingle:
        return matching > 1 ? std::optional(false) : std::nullopt;
    }
    return std::nullopt;
  }

  QuantifierKind kind_;
  std::size_t slot_;
  CompiledPtr list_, condition_;
  Span span_;
};

class Reduce final : public CompiledExpression {
 public:
  Reduce(std::size_t accumulator, std::size_t slot, CompiledPtr initial, CompiledPtr list, CompiledPtr body,
         Span span)
      : accumulator_(accumulator),
        slot_(slot),
        initial_(std::move(initial)),
        list_(std::move(list)),
        body_(std::move(body)),
        span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    DOSSIER_ASSIGN_OR_RETURN(const Value list, list_->evaluate(row, context));
    if (list.is_null()) return Value();
    if (!list.is_list()) return not_a_list(list, span_);
    const std::size_t mark = context.made;
    DOSSIER_ASSIGN_OR_RETURN(Value result, initial_->evaluate(row, context));
    for (const Value& item : list.as_list()) {
      DOSSIER_RETURN_IF_ERROR(check_cancelled(context));
      row[accumulator_] = std::move(result);
      row[slot_] = item;
      Result<Value> next = body_->evaluate(row, context);
      if (!next.ok()) return next;
      result = *std::move(next);
      keep_value(context, mark, result);
    }
    return result;
  }

 private:
  std::size_t accumulator_, slot_;
  CompiledPtr initial_, list_, body_;
  Span span_;
};

std::size_t place(ast::Slot slot) { return static_cast<std::size_t>(slot); }

}  // namespace

Result<CompiledPtr> compile_node(const ast::ListComprehensionExpression& node, Span,
                                 const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr list, compile(*node.list, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr condition, compile_optional(node.condition, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr projection, compile_optional(node.projection, context));
  return CompiledPtr(std::make_unique<ListComprehension>(
      place(node.slot), std::move(list), std::move(condition), std::move(projection), node.list->span));
}

Result<CompiledPtr> compile_node(const ast::QuantifierExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr list, compile(*node.list, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr condition, compile(*node.condition, context));
  return CompiledPtr(std::make_unique<Quantifier>(node.kind, place(node.slot), std::move(list),
                                                  std::move(condition), node.condition->span));
}

Result<CompiledPtr> compile_node(const ast::ReduceExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr initial, compile(*node.initial, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr list, compile(*node.list, context));
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr body, compile(*node.body, context));
  return CompiledPtr(std::make_unique<Reduce>(place(node.accumulator_slot), place(node.slot),
                                              std::move(initial), std::move(list), std::move(body),
                                              node.list->span));
}

}  // namespace dossier::query
