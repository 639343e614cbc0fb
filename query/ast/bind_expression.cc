#include <algorithm>

#include "query/ast/query_binder.h"
#include "query/ast/type_words.h"
#include "query/ast/visit.h"
#include "query/diagnostics.h"

namespace dossier::query::ast {
namespace {

constexpr TypeSet kTemporal = kDateType | kLocalTimeType | kTimeType | kLocalDateTimeType | kDateTimeType;
constexpr TypeSet kCalculable = kNumberType | kTemporal | kDurationType;

constexpr char kAggregateFirst[] = "aggregate in WITH, then filter: WITH p, count(*) AS n WHERE n > 1";

/// What is right where the only argument is an entity: a property.
std::string property_instead(const FunctionCallExpression& call) {
  const auto* variable =
      call.arguments.size() == 1 ? std::get_if<VariableExpression>(&call.arguments[0]->node) : nullptr;
  return variable ? "a property is " + variable->name + "." + call.name : std::string();
}

bool changes(Expression& expression) {
  const auto* call = std::get_if<FunctionCallExpression>(&expression.node);
  const FunctionSignature* signature = call ? find_function(call->name) : nullptr;
  bool found = signature && !signature->deterministic;
  for_each_child(expression, [&](ExpressionPtr& child) { found = found || changes(*child); });
  return found;
}

}  // namespace

StaticType QueryBinder::expression(ExpressionPtr& expression, Place place) {
  if (failed()) return {};
  Expression& whole = *expression;
  return std::visit([&](auto& e) { return part(e, whole, place); }, whole.node);
}

void QueryBinder::require(const Expression& expression, StaticType type, TypeSet wanted, std::string message,
                          const char* error_type) {
  if (type.may_be(wanted)) return;
  fail(expression.span, "InvalidArgumentType", std::move(message) + ", not " + in_words(type.set), {},
       error_type);
}

void QueryBinder::boolean(ExpressionPtr& expression, Place place, const char* where) {
  const StaticType type = this->expression(expression, place);
  require(*expression, type, kBooleanType, std::string(where) + " needs a boolean");
  const auto* call = std::get_if<FunctionCallExpression>(&expression->node);
  if (failed() && call && call->name == "||") suggest_instead("join conditions by OR");
}

// ---- leaves

StaticType QueryBinder::part(LiteralExpression& e, Expression&, Place) {
  if (e.value.is_null()) return {};
  return {type_set(e.value.type())};
}

StaticType QueryBinder::part(ParameterExpression& e, Expression& whole, Place) {
  statement_.parameters.push_back(e.name);
  statement_.parameter_places.emplace(e.name, whole.span);
  return {};
}

StaticType QueryBinder::part(VariableExpression& e, Expression& whole, Place) {
  const Variable* variable = find(e.name);
  if (e.slot != kNoSlot)
    return variable && variable->slot == e.slot ? variable->type : StaticType{};  // bound already
  if (!variable) {
    undefined(e.name, whole.span);
    return {};
  }
  e.slot = variable->slot;
  return variable->type;
}

StaticType QueryBinder::part(ListExpression& e, Expression&, Place place) {
  StaticType items{{0}, {0}};
  for (ExpressionPtr& item : e.items) items = items | expression(item, place.without_pattern());
  if (e.items.empty()) return {kListType, kAnyType};
  return StaticType::list_of(items);
}

StaticType QueryBinder::part(MapExpression& e, Expression&, Place place) {
  for (auto& [key, value] : e.entries) expression(value, place.without_pattern());
  return {kMapType};
}

// ---- looking into values

StaticType QueryBinder::part(PropertyExpression& e, Expression& whole, Place place) {
  const StaticType owner = expression(e.owner, place.without_pattern());
  constexpr TypeSet kOwners = kNodeType | kRelationshipType | kMapType | kTemporal | kDurationType;
  const bool path = owner.set == kPathType;
  require(whole, owner, kOwners,
          path ? "a path has no properties: expected a node, a relationship or a map"
               : "this value has no properties: expected a node, a relationship or a map",
          path ? "SyntaxError" : "TypeError");
  looks_for_key(e, whole.span, owner);
  return {};
}

StaticType QueryBinder::part(LabelPredicateExpression& e, Expression&, Place place) {
  const StaticType operand = expression(e.operand, place.without_pattern());
  require(*e.operand, operand, kNodeType | kRelationshipType, "only a node or a relationship has labels");
  looks_for(e.labels.get(), operand.set == kRelationshipType ? NameUse::Kind::kType : NameUse::Kind::kLabel);
  return {kBooleanType};
}

StaticType QueryBinder::part(SubscriptExpression& e, Expression&, Place place) {
  const StaticType list = expression(e.list, place.without_pattern());
  expression(e.index, place.without_pattern());
  return list.set == kListType ? list.item() : StaticType{};
}

StaticType QueryBinder::part(SliceExpression& e, Expression&, Place place) {
  const StaticType list = expression(e.list, place.without_pattern());
  if (e.from) expression(e.from, place.without_pattern());
  if (e.to) expression(e.to, place.without_pattern());
  return {kListType, list.element};
}

// ---- operators

StaticType QueryBinder::part(UnaryExpression& e, Expression&, Place place) {
  if (e.op == UnaryOperator::kNot) {
    boolean(e.operand, place, "NOT");
    return {kBooleanType};
  }
  const StaticType operand = expression(e.operand, place.without_pattern());
  if (e.op == UnaryOperator::kIsNull || e.op == UnaryOperator::kIsNotNull) return {kBooleanType};
  require(*e.operand, operand, kNumberType | kDurationType, "a sign needs a number");
  return operand;
}

StaticType QueryBinder::part(BinaryExpression& e, Expression&, Place place) {
  switch (e.op) {
    case BinaryOperator::kOr:
    case BinaryOperator::kXor:
    case BinaryOperator::kAnd: {
      const char* word = e.op == BinaryOperator::kOr ? "OR" : e.op == BinaryOperator::kXor ? "XOR" : "AND";
      boolean(e.left, place, word);
      boolean(e.right, place, word);
      return {kBooleanType};
    }
    default:
      break;
  }
  const StaticType left = expression(e.left, place.without_pattern());
  const StaticType right = expression(e.right, place.without_pattern());
  if (e.op == BinaryOperator::kIn) require(*e.right, right, kListType, "IN needs a list on its right");
  return e.op >= BinaryOperator::kAdd && e.op <= BinaryOperator::kPower ? arithmetic(e, left, right)
                                                                        : StaticType{kBooleanType};
}

StaticType QueryBinder::arithmetic(BinaryExpression& e, StaticType left, StaticType right) {
  constexpr TypeSet kAddable = kCalculable | kStringType | kListType;
  if (e.op == BinaryOperator::kAdd) {
    if (left.set == kListType || right.set == kListType) {
      const auto items = [](const StaticType& t) { return t.set == kListType ? t.element : t.set; };
      return {kListType, items(left) | items(right)};
    }
    const bool lists = left.may_be(kListType) || right.may_be(kListType);        // list + anything
    const bool strings = left.may_be(kStringType) || right.may_be(kStringType);  // and string + boolean
    if (!lists && !strings) {
      require(*e.left, left, kAddable, "+ needs numbers, strings, lists, or times and durations");
      require(*e.right, right, kAddable, "+ needs numbers, strings, lists, or times and durations");
    }
  } else {
    require(*e.left, left, kCalculable, "arithmetic needs numbers, or times and durations");
    require(*e.right, right, kCalculable, "arithmetic needs numbers, or times and durations");
  }
  if (e.op == BinaryOperator::kPower) return {kFloatType};
  const bool integers = left.set == kIntegerType && right.set == kIntegerType;
  if (integers) return {kIntegerType};
  const auto is_number = [](const StaticType& t) { return (t.set.bits & ~kNumberType.bits) == 0; };
  if (is_number(left) && is_number(right)) {
    return {left.set == kFloatType || right.set == kFloatType ? kFloatType : kNumberType};
  }
  if (e.op == BinaryOperator::kAdd && left.set == kStringType && right.set == kStringType)
    return {kStringType};
  return {};
}

StaticType QueryBinder::part(ComparisonExpression& e, Expression& whole, Place place) {
  hint_at_null(e, whole.span);
  for (ExpressionPtr& operand : e.operands) expression(operand, place.without_pattern());
  return {kBooleanType};
}

StaticType QueryBinder::part(CaseExpression& e, Expression&, Place place) {
  if (e.subject) expression(e.subject, place.without_pattern());
  StaticType type{{0}, {0}};
  for (auto& [condition, value] : e.branches) {
    if (e.subject) {
      expression(condition, place.without_pattern());
    } else {
      boolean(condition, {place.aggregates, true}, "WHEN");
    }
    if (value) type = type | expression(value, place);
  }
  return e.otherwise ? type | expression(e.otherwise, place) : type;
}

// ---- functions

StaticType QueryBinder::part(FunctionCallExpression& e, Expression& whole, Place place) {
  const FunctionSignature* signature = find_function(e.name);
  if (!signature) {
    const bool place_on_map = e.name.starts_with("point") || e.name == "distance";
    fail(e.name_span, "UnknownFunction",
         "there is no function `" + e.name + "`" +
             (place_on_map ? ": places on a map are no values here" : ""),
         place_on_map ? "" : suggest_function(e.name));
    suggest_instead(property_instead(e).c_str());
    return {};
  }
  call_signature(e, *signature, whole);
  if (signature->is_aggregate()) return aggregate(e, *signature, whole, place);
  if (e.distinct) fail(whole.span, "UnexpectedSyntax", "DISTINCT may stand in aggregate functions only");
  const bool pattern_argument = signature->name == "exists";
  std::vector<StaticType> types;
  for (ExpressionPtr& argument : e.arguments)
    types.push_back(expression(argument, {place.aggregates, pattern_argument}));
  for (std::size_t i = 0; i < types.size() && i < std::size(signature->arguments); ++i) {
    require_argument(e, i, types[i], *signature);
  }
  return {signature->result};
}

void QueryBinder::call_signature(FunctionCallExpression& e, const FunctionSignature& signature,
                                 const Expression& whole) {
  const int given = static_cast<int>(e.arguments.size());
  const int least = signature.minimum_arguments, most = signature.maximum_arguments;
  if (given >= least && (most == kAnyNumber || given <= most)) return;
  std::string wanted = arguments_in_words(most > least ? most : least);
  if (most == kAnyNumber) wanted = "at least " + wanted;
  if (most > least) wanted = std::to_string(least) + " to " + wanted;
  fail(whole.span, "InvalidNumberOfArguments",
       "`" + std::string(signature.name) + "` takes " + wanted + ", not " + std::to_string(given));
}

void QueryBinder::require_argument(const FunctionCallExpression& e, std::size_t i, StaticType type,
                                   const FunctionSignature& signature) {
  const std::string place = e.arguments.size() > 1 ? " as argument " + std::to_string(i + 1) : "";
  require(*e.arguments[i], type, signature.arguments[i],
          "`" + std::string(signature.name) + "` expects " + in_words(signature.arguments[i]) + place);
  if (signature.name == "||" && failed()) suggest_instead("join conditions by OR");
}

StaticType QueryBinder::aggregate(FunctionCallExpression& e, const FunctionSignature& signature,
                                  Expression& whole, Place place) {
  e.is_aggregate = true;
  if (place.aggregates == Aggregates::kRefused) {
    fail(whole.span, "InvalidAggregation", "an aggregate function can stand in WITH and RETURN only",
         kAggregateFirst);
  } else if (place.aggregates == Aggregates::kInsideOne) {
    fail(whole.span, "NestedAggregation", "an aggregate function cannot stand inside another");
  }
  StaticType first;
  for (std::size_t i = 0; i < e.arguments.size(); ++i) {
    const StaticType type = expression(e.arguments[i], {Aggregates::kInsideOne, false});
    if (i == 0) first = type;
    if (i < std::size(signature.arguments)) {
      require_argument(e, i, type, signature);
    }
  }
  if (std::any_of(e.arguments.begin(), e.arguments.end(), [](auto& a) { return changes(*a); })) {
    fail(whole.span, "NonConstantExpression", "an aggregate function cannot take a random value");
  }
  switch (signature.aggregate) {
    case AggregateKind::kCollect:
      return StaticType::list_of(first);
    case AggregateKind::kMinimum:
    case AggregateKind::kMaximum:
      return first;
    default:
      return {signature.result};
  }
}

StaticType QueryBinder::part(CountStarExpression&, Expression& whole, Place place) {
  if (place.aggregates == Aggregates::kRefused) {
    fail(whole.span, "InvalidAggregation", "count(*) can stand in WITH and RETURN only", kAggregateFirst);
  } else if (place.aggregates == Aggregates::kInsideOne) {
    fail(whole.span, "NestedAggregation", "count(*) cannot stand inside another aggregate function");
  }
  return {kIntegerType};
}

// ---- parts with variables of their own

StaticType QueryBinder::part(ListComprehensionExpression& e, Expression&, Place place) {
  const StaticType list = expression(e.list, place.without_pattern());
  const Local variable(*this, e.variable, list.set == kListType ? list.item() : StaticType{});
  e.slot = variable.slot();
  if (e.condition) boolean(e.condition, kCondition, "WHERE");
  StaticType item = list.item();
  if (e.projection) item = expression(e.projection, kPlain);
  return StaticType::list_of(item);
}

StaticType QueryBinder::part(QuantifierExpression& e, Expression&, Place place) {
  const StaticType list = expression(e.list, place.without_pattern());
  const Local variable(*this, e.variable, list.set == kListType ? list.item() : StaticType{});
  e.slot = variable.slot();
  boolean(e.condition, kCondition, "WHERE");
  return {kBooleanType};
}

StaticType QueryBinder::part(ReduceExpression& e, Expression&, Place place) {
  expression(e.initial, place.without_pattern());
  const StaticType list = expression(e.list, place.without_pattern());
  const Local accumulator(*this, e.accumulator, {});
  const Local variable(*this, e.variable, list.set == kListType ? list.item() : StaticType{});
  e.accumulator_slot = accumulator.slot();
  e.slot = variable.slot();
  expression(e.body, kPlain);
  return {};
}

StaticType QueryBinder::part(PatternComprehensionExpression& e, Expression&, Place) {
  const Scope outside = scope_;
  pattern(*e.pattern, PatternUse::kMatch);
  condition(e.condition);
  const StaticType item = expression(e.projection, kPlain);
  scope_ = outside;
  return StaticType::list_of(item);
}

StaticType QueryBinder::part(PatternPredicateExpression& e, Expression& whole, Place place) {
  if (!place.pattern) {
    fail(whole.span, "UnexpectedSyntax", "a pattern can stand for a boolean in WHERE only",
         "use EXISTS { ... } or a pattern comprehension, [(a)-->(b) | b]");
  }
  pattern(*e.pattern, PatternUse::kPredicate);
  return {kBooleanType};
}

StaticType QueryBinder::part(SubqueryExpression& e, Expression& whole, Place) {
  const Scope outside = scope_;
  const Scope* const around = around_subquery_;
  const bool read_only = read_only_;
  around_subquery_ = &outside;
  read_only_ = true;
  const std::vector<Columns> columns = query(*e.query);
  around_subquery_ = around;
  read_only_ = read_only;
  scope_ = outside;
  if (e.kind == SubqueryKind::kExists) return {kBooleanType};
  if (e.kind == SubqueryKind::kCount) return {kIntegerType};
  if (!failed() && columns[0].size() != 1) {
    fail(whole.span, "InvalidClauseComposition", "COLLECT { } must return one column");
  }
  return {kListType};
}

StaticType QueryBinder::part(MapProjectionExpression& e, Expression&, Place place) {
  const StaticType subject = expression(e.subject, place.without_pattern());
  require(*e.subject, subject, kNodeType | kRelationshipType | kMapType,
          "expected a node, a relationship or a map");
  for (MapProjectionItem& item : e.items) {
    if (item.value) expression(item.value, place.without_pattern());
  }
  return {kMapType};
}

}  // namespace dossier::query::ast
