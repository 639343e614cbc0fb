// Label predicates of nodes and type predicates of relationships: n:A:B, n:A|(B&!C), r:T.
#include <algorithm>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/expression/nodes.h"

namespace dossier::query {
namespace {

using Kind = ast::LabelExpression::Kind;

/// A label expression of its own, so that the compiled form does not refer to the syntax tree.
struct LabelTest {
  Kind kind = Kind::kName;
  std::string name;
  std::vector<LabelTest> operands;
};

LabelTest copy_of(const ast::LabelExpression& expression) {
  LabelTest test{expression.kind, expression.name, {}};
  for (const auto& operand : expression.operands) test.operands.push_back(copy_of(*operand));
  return test;
}

/// `has(name)` says whether the entity carries the name; `any()`, whether it carries one at all.
template <typename Has, typename Any>
bool holds(const LabelTest& test, const Has& has, const Any& any) {
  const auto operand_holds = [&](const LabelTest& operand) { return holds(operand, has, any); };
  switch (test.kind) {
    case Kind::kName:
      return has(test.name);
    case Kind::kAny:
      return any();
    case Kind::kNot:
      return !holds(test.operands.front(), has, any);
    case Kind::kAnd:
      return std::all_of(test.operands.begin(), test.operands.end(), operand_holds);
    case Kind::kOr:
      return std::any_of(test.operands.begin(), test.operands.end(), operand_holds);
  }
  return false;
}

class LabelPredicate final : public CompiledExpression {
 public:
  LabelPredicate(CompiledPtr operand, LabelTest test, Span span)
      : operand_(std::move(operand)), test_(std::move(test)), span_(span) {}

  Result<Value> evaluate(RowView row, EvalContext& context) const override {
    Operand operand;
    DOSSIER_RETURN_IF_ERROR(operand.load(*operand_, row, context));
    if (operand->is_null()) return Value();
    if (operand->is_node()) return test_node(operand->as_node(), *context.reader);
    if (operand->is_relationship()) return test_relationship(operand->as_relationship(), *context.reader);
    return type_error(
        span_, "expected a node or relationship, got " + std::string(graph::type_name(operand->type())));
  }

 private:
  // One look-up a label: cheaper than the node's record, which holds its properties too.
  Result<Value> test_node(graph::NodeId node, const graph::Reader& reader) const {
    Status failure;
    const auto has = [&](const std::string& name) {
      const std::optional<graph::LabelId> id = reader.find_label(name);
      if (!id) return false;
      Result<bool> result = reader.has_label(node, *id);
      if (!result.ok()) failure = result.status();
      return result.ok() && *result;
    };
    const auto any = [&] {
      Result<graph::NodeRecord> record = reader.node(node);
      if (!record.ok()) failure = record.status();
      return record.ok() && !record->labels.empty();
    };
    const bool verdict = holds(test_, has, any);
    if (failure.code() == StatusCode::kNotFound)
      return deleted_entity_error(span_, "the node has been deleted");
    if (!failure.ok()) return failure;
    return Value(verdict);
  }

  Result<Value> test_relationship(graph::RelationshipId relationship, const graph::Reader& reader) const {
    Result<graph::RelationshipRecord> record = reader.relationship(relationship);
    if (!record.ok()) {
      if (record.status().code() != StatusCode::kNotFound) return record.status();
      return deleted_entity_error(span_, "the relationship has been deleted");
    }
    const std::string_view type = reader.type_name(record->type);
    return Value(holds(
        test_, [&](const std::string& name) { return name == type; }, [] { return true; }));
  }

  CompiledPtr operand_;
  LabelTest test_;
  Span span_;
};

}  // namespace

Result<CompiledPtr> compile_node(const ast::LabelPredicateExpression& node, Span span,
                                 const CompileContext& context) {
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr operand, compile(*node.operand, context));
  return CompiledPtr(std::make_unique<LabelPredicate>(std::move(operand), copy_of(*node.labels), span));
}

}  // namespace dossier::query
