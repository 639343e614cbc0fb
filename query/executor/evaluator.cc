#include "query/executor/evaluator.h"

#include <atomic>
#include <chrono>
#include <utility>

#include "dossier/status_macros.h"
#include "graph/value_depth.h"
#include "query/executor/expression/nodes.h"
#include "query/executor/functions/registry.h"
#include "query/executor/value_memory.h"

namespace dossier::query {
namespace {

/// A value that some operator below has put into the row.
class SlotRead final : public CompiledExpression {
 public:
  explicit SlotRead(ast::Slot slot) : slot_(static_cast<std::size_t>(slot)) {}
  Result<Value> evaluate(RowView row, EvalContext&) const override { return row[slot_]; }
  Status evaluate_batch(const BatchView& batch, EvalContext&, std::vector<Value>& out) const override {
    out.resize(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) out[i] = batch.row(i)[slot_];
    return {};
  }
  Status evaluate_column(const BatchView& batch, EvalContext&, ValueColumn& out) const override {
    out.set_cells(batch, slot_);
    return {};
  }
  const Value* peek(RowView row) const override { return &row[slot_]; }

 private:
  std::size_t slot_;
};

class Constant final : public CompiledExpression {
 public:
  explicit Constant(Value value) : value_(std::move(value)) {}
  Result<Value> evaluate(RowView, EvalContext&) const override { return value_; }
  const Value* peek(RowView) const override { return &value_; }
  const Value* constant() const override { return &value_; }

 private:
  Value value_;
};

/// What stands for a pattern or subquery: the plan behind it answers.
class Subplan final : public CompiledExpression {
 public:
  explicit Subplan(int subplan) : subplan_(subplan) {}
  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    if (context.subqueries == nullptr) return internal_error("no subquery runner");
    return context.subqueries->run(subplan_, row);
  }

 private:
  int subplan_;
};

struct NodeCompiler {
  const ast::Expression& expression;
  const CompileContext& context;

  template <typename T>
  Result<CompiledPtr> operator()(const T& node) const {
    return compile_node(node, expression.span, context);
  }
  Result<CompiledPtr> operator()(const ast::CountStarExpression&) const {
    return internal_error("count(*) outside of an aggregation");
  }
  Result<CompiledPtr> operator()(const ast::PatternPredicateExpression&) const { return subplan(); }
  Result<CompiledPtr> operator()(const ast::PatternComprehensionExpression&) const { return subplan(); }
  Result<CompiledPtr> operator()(const ast::SubqueryExpression&) const { return subplan(); }
  Result<CompiledPtr> operator()(const ast::FunctionCallExpression& call) const {
    return context.subqueries && counts_matches(call) ? subplan()
                                                      : compile_node(call, expression.span, context);
  }

 private:
  Result<CompiledPtr> subplan() const {
    if (context.subqueries == nullptr) {
      return Status(StatusCode::kUnsupported, "patterns and subqueries cannot stand here");
    }
    DOSSIER_ASSIGN_OR_RETURN(const int id, context.subqueries->plan(expression));
    return CompiledPtr(std::make_unique<Subplan>(id));
  }
};

}  // namespace

StatementClock StatementClock::now() {
  using namespace std::chrono;
  const auto nanoseconds =
      duration_cast<std::chrono::nanoseconds>(system_clock::now().time_since_epoch()).count();
  return {nanoseconds / 1'000'000'000, static_cast<std::int32_t>(nanoseconds % 1'000'000'000)};
}

bool counts_matches(const ast::FunctionCallExpression& call) {
  if (call.arguments.size() != 1) return false;
  const auto* matches = std::get_if<ast::PatternComprehensionExpression>(&call.arguments[0]->node);
  if (!matches) return false;
  const auto& value = matches->projection->node;
  if (!std::holds_alternative<ast::VariableExpression>(value) &&
      !std::holds_alternative<ast::LiteralExpression>(value)) {
    return false;
  }
  const FunctionSignature* function = find_function(call.name);
  return function != nullptr && function->name == "size";
}

Result<CompiledPtr> compile(const ast::Expression& expression, const CompileContext& context) {
  if (context.computed) {
    const ast::Slot slot = context.computed(expression);
    if (slot != ast::kNoSlot) return CompiledPtr(std::make_unique<SlotRead>(slot));
  }
  return std::visit(NodeCompiler{expression, context}, expression.node);
}

Result<CompiledPtr> compile_node(const ast::LiteralExpression& node, Span, const CompileContext&) {
  return make_constant(node.value);
}

Result<CompiledPtr> compile_node(const ast::VariableExpression& node, Span, const CompileContext&) {
  if (node.slot == ast::kNoSlot) return internal_error("variable `" + node.name + "` was not bound");
  return CompiledPtr(std::make_unique<SlotRead>(node.slot));
}

Result<CompiledList> compile_all(const std::vector<ast::ExpressionPtr>& expressions,
                                 const CompileContext& context) {
  CompiledList result;
  result.reserve(expressions.size());
  for (const ast::ExpressionPtr& expression : expressions) {
    DOSSIER_ASSIGN_OR_RETURN(CompiledPtr compiled, compile(*expression, context));
    result.push_back(std::move(compiled));
  }
  return result;
}

Result<CompiledPtr> compile_optional(const ast::ExpressionPtr& expression, const CompileContext& context) {
  if (expression == nullptr) return CompiledPtr();
  return compile(*expression, context);
}

bool all_constant(const CompiledList& nodes) {
  for (const CompiledPtr& node : nodes) {
    if (node->constant() == nullptr) return false;
  }
  return true;
}

Result<Value> with_limited_depth(Value value) {
  if (graph::depth(value) <= kMaxValueDepth) return value;
  return Status(StatusCode::kResourceExhausted,
                "lists and maps are nested more than " + std::to_string(kMaxValueDepth) + " deep");
}

CompiledPtr make_constant(Value value) { return std::make_unique<Constant>(std::move(value)); }

CompiledPtr folded(CompiledPtr node, bool children_are_constant) {
  if (!children_are_constant) return node;
  EvalContext context;
  context.folding = true;
  Result<Value> value = node->evaluate({}, context);
  return value.ok() ? make_constant(*std::move(value)) : std::move(node);
}

Status CompiledExpression::evaluate_batch(const BatchView& batch, EvalContext& context,
                                          std::vector<Value>& out) const {
  out.resize(batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const std::size_t mark = context.made;
    Result<Value> value = evaluate(batch.row(i), context);
    if (!value.ok()) return value.status();
    out[i] = *std::move(value);
    keep_value(context, mark, out[i]);
  }
  return {};
}

Status CompiledExpression::evaluate_column(const BatchView& batch, EvalContext& context,
                                           ValueColumn& out) const {
  if (const Value* value = constant()) return out.set_constant(value), Status();
  return evaluate_batch(batch, context, out.own());
}

Status CompiledExpression::filter(const BatchView& batch, EvalContext& context,
                                  std::vector<std::uint32_t>& kept) const {
  ValueColumn verdicts;
  DOSSIER_RETURN_IF_ERROR(evaluate_column(batch, context, verdicts));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Value& verdict = verdicts[i];
    if (verdict.is_true())
      kept.push_back(batch.rows[i]);
    else if (!verdict.is_boolean() && !verdict.is_null())
      return not_boolean(verdict, {});
  }
  return {};
}

Status filter_batch(const CompiledExpression& condition, const BatchView& batch, EvalContext& context,
                    std::vector<std::uint32_t>& kept) {
  kept.clear();
  const std::size_t mark = context.made;
  Status status = condition.filter(batch, context, kept);
  keep_bytes(context, mark, 0);
  return status;
}

Status not_boolean(const Value& value, Span span) {
  return type_error(span, "expected a boolean, got " + std::string(graph::type_name(value.type())));
}

std::uint64_t random_seed() {
  static std::atomic<std::uint64_t> next{std::uint64_t{std::random_device{}()} << 32 ^
                                         std::random_device{}()};
  return next.fetch_add(0x9e3779b97f4a7c15U, std::memory_order_relaxed);
}

Result<bool> evaluate_condition(const CompiledExpression& condition, RowView row, EvalContext& context) {
  Operand verdict;
  const std::size_t mark = context.made;
  DOSSIER_RETURN_IF_ERROR(verdict.load(condition, row, context));
  keep_bytes(context, mark, 0);
  if (verdict->is_boolean()) return verdict->as_boolean();
  if (verdict->is_null()) return false;
  return not_boolean(*verdict, {});
}

}  // namespace dossier::query
