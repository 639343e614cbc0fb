// Parameters, and lists and maps written out: $p, [a, b], {k: a}.
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"

namespace dossier::query {
namespace {

class Parameter final : public CompiledExpression {
 public:
  Parameter(std::string name, Span span) : name_(std::move(name)), span_(span) {}

  Result<Value> evaluate(RowView, EvalContext& context) const override {
    if (context.parameters != nullptr) {
      for (const auto& [name, value] : *context.parameters) {
        if (name == name_) return value;
      }
    }
    return runtime_error("ParameterMissing", "MissingParameter", span_,
                         "parameter $" + name_ + " has no value");
  }

 private:
  std::string name_;
  Span span_;
};

class ListNode final : public CompiledExpression {
 public:
  explicit ListNode(CompiledList items) : items_(std::move(items)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    List list;
    list.reserve(items_.size());
    for (const CompiledPtr& item : items_) {
      DOSSIER_ASSIGN_OR_RETURN(Value value, item->evaluate(row, context));
      list.push_back(std::move(value));
    }
    return with_limited_depth(std::move(list));
  }

 private:
  CompiledList items_;
};

class MapNode final : public CompiledExpression {
 public:
  MapNode(std::vector<std::string> keys, CompiledList values)
      : keys_(std::move(keys)), values_(std::move(values)) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Map map;
    map.reserve(keys_.size());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(Value value, values_[i]->evaluate(row, context));
      map.emplace_back(keys_[i], std::move(value));
    }
    return with_limited_depth(std::move(map));
  }

 private:
  std::vector<std::string> keys_;
  CompiledList values_;
};

}  // namespace

Result<CompiledPtr> compile_node(const ast::ParameterExpression& node, Span span, const CompileContext&) {
  return CompiledPtr(std::make_unique<Parameter>(node.name, span));
}

Result<CompiledPtr> compile_node(const ast::ListExpression& node, Span, const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledList items, compile_all(node.items, context));
  const bool constant = all_constant(items);
  return folded(std::make_unique<ListNode>(std::move(items)), constant);
}

Result<CompiledPtr> compile_node(const ast::MapExpression& node, Span, const CompileContext& context) {
  std::vector<std::string> keys;
  CompiledList values;
  for (const auto& [key, expression] : node.entries) {
    DOSSIER_ASSIGN_OR_RETURN(CompiledPtr value, compile(*expression, context));
    keys.push_back(key);
    values.push_back(std::move(value));
  }
  const bool constant = all_constant(values);
  return folded(std::make_unique<MapNode>(std::move(keys), std::move(values)), constant);
}

}  // namespace dossier::query
