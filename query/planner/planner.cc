#include "query/planner/planner.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "dossier/status_macros.h"
#include "query/overloaded.h"
#include "query/planner/existence.h"
#include "query/planner/planner_context.h"

namespace dossier::query::planner {
namespace {

bool clause_writes(const ast::Clause& clause) {
  return std::visit(Overloaded{
                        [](const ast::CreateClause&) { return true; },
                        [](const ast::MergeClause&) { return true; },
                        [](const ast::SetClause&) { return true; },
                        [](const ast::RemoveClause&) { return true; },
                        [](const ast::DeleteClause&) { return true; },
                        [](const std::unique_ptr<ast::ForeachClause>&) { return true; },
                        [](const ast::SubqueryClause& c) { return query_writes(*c.query); },
                        [](const auto&) { return false; },
                    },
                    clause.node);
}

// A LIMIT with a SKIP, as far as they are numbers.
double rows_kept(const ast::Projection& projection) {
  constexpr double kUnknown = 10;
  const auto number = [](const ast::ExpressionPtr& expression, double otherwise) {
    const auto* literal = expression ? std::get_if<ast::LiteralExpression>(&expression->node) : nullptr;
    return literal && literal->value.is_integer() ? static_cast<double>(literal->value.as_integer())
                                                  : otherwise;
  };
  return number(projection.skip, 0) + number(projection.limit, kUnknown);
}

// How many rows of this clause the query asks for where a LIMIT alone decides that, else all: nothing between drops rows.
double rows_wanted(std::span<const ast::Clause> clauses) {
  if (!std::holds_alternative<ast::MatchClause>(clauses.front().node)) return PlannerContext::kAllRows;
  for (const ast::Clause& clause : clauses.subspan(1)) {
    if (const auto* match = std::get_if<ast::MatchClause>(&clause.node); match && match->optional) continue;
    const ast::Projection* projection = nullptr;
    if (const auto* with = std::get_if<ast::WithClause>(&clause.node);
        with && (with->projection.limit || !with->condition)) {
      projection = &with->projection;
    }
    if (const auto* end = std::get_if<ast::ReturnClause>(&clause.node)) projection = &end->projection;
    if (!projection || projection->distinct || projection->aggregates || !projection->order_by.empty()) break;
    if (projection->limit) return std::max(1.0, rows_kept(*projection));
  }
  return PlannerContext::kAllRows;
}

void number_operators(LogicalPlan& plan, int& next) {
  plan.id = next++;
  for (const PlanPtr& input : plan.inputs) {
    if (input) number_operators(*input, next);
  }
}

}  // namespace

bool query_writes(const ast::Query& query) {
  return std::any_of(query.parts.begin(), query.parts.end(), [](const ast::SingleQuery& part) {
    return std::any_of(part.clauses.begin(), part.clauses.end(), clause_writes);
  });
}

Slot PlannerContext::new_slot(std::string name) {
  statement_.slot_names.resize(static_cast<std::size_t>(statement_.slot_count));
  statement_.slot_names.push_back(std::move(name));
  return statement_.slot_count++;
}

std::string PlannerContext::slot_name(Slot slot) const {
  const auto index = static_cast<std::size_t>(slot);
  return index < statement_.slot_names.size() ? statement_.slot_names[index] : "";
}

std::string PlannerContext::text_of(ast::SourceSpan span) const {
  if (span.begin >= statement_.text.size() || span.end <= span.begin) return "";
  return statement_.text.substr(span.begin, span.end - span.begin);
}

Result<PlanExpression> PlannerContext::compile(const ast::Expression& expression) {
  CompileContext context;
  context.subqueries = this;
  context.computed = [this](const ast::Expression& part) {
    const auto it = computed_.find(&part);
    return it == computed_.end() ? ast::kNoSlot : it->second;
  };
  DOSSIER_ASSIGN_OR_RETURN(CompiledPtr code, query::compile(expression, context));
  return PlanExpression{std::shared_ptr<const CompiledExpression>(std::move(code)), expression.span,
                        text_of(expression.span)};
}

Result<std::optional<PlanExpression>> PlannerContext::compile_optional(const ast::ExpressionPtr& expression) {
  if (!expression) return std::optional<PlanExpression>{};
  DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, compile(*expression));
  return std::optional<PlanExpression>(std::move(compiled));
}

Result<int> PlannerContext::plan(const ast::Expression& expression) {
  const SlotSet outer = bound_;
  const WantedRows all(*this, kAllRows);
  Result<Subplan> subplan = plan_subplan(expression);
  bound_ = outer;
  if (!subplan.ok()) return subplan.status();
  finished_operators_ += subplan->plan->size;
  DOSSIER_RETURN_IF_ERROR(check_size(0));
  subplans.push_back(*std::move(subplan));
  return static_cast<int>(subplans.size()) - 1;
}

Status PlannerContext::check_size(std::size_t operators) const {
  if (operators + finished_operators_ <= kMaxOperators) return {};
  return Status(StatusCode::kResourceExhausted, "the query is too large: its plan needs more than " +
                                                    std::to_string(kMaxOperators) + " operators");
}

// Every operator has room for a row of all variables.
Status PlannerContext::check_width(std::size_t operators, std::size_t variables) const {
  constexpr std::size_t kMaxCells = 8'000'000;
  if ((operators + finished_operators_) * variables <= kMaxCells) return {};
  return Status(StatusCode::kResourceExhausted,
                "the query is too large: its plan needs " + std::to_string(operators + finished_operators_) +
                    " operators over " + std::to_string(variables) + " variables");
}

Result<Subplan> PlannerContext::plan_subplan(const ast::Expression& expression) {
  if (const auto* comprehension = std::get_if<ast::PatternComprehensionExpression>(&expression.node)) {
    return plan_comprehension(*comprehension);
  }
  if (const auto* subquery = std::get_if<ast::SubqueryExpression>(&expression.node)) {
    return plan_subquery_expression(*subquery);
  }
  if (const auto* call =
          std::get_if<ast::FunctionCallExpression>(&expression.node)) {  // size([pattern | ...])
    const auto& counted = std::get<ast::PatternComprehensionExpression>(call->arguments[0]->node);
    return plan_count(*counted.pattern, counted.condition.get());
  }
  const auto& predicate = std::get<ast::PatternPredicateExpression>(expression.node);
  DOSSIER_ASSIGN_OR_RETURN(PlanPtr plan, plan_correlated({predicate.pattern.get()}, bound_));
  return Subplan{Subplan::Kind::kExists, std::move(plan)};
}

// In an expression, a variable of a pattern or query is bound outside unless that declares it.
SlotSet PlannerContext::bound_in(const ast::Pattern& pattern) const {
  SlotSet bound = bound_, named, declared;
  append_slots(pattern, named);
  for (const ast::PatternPart& part : pattern.parts) {
    append_declared(part.element, declared);
    if (part.path_slot != ast::kNoSlot) declared.insert(part.path_slot);
  }
  std::set_difference(named.begin(), named.end(), declared.begin(), declared.end(),
                      std::inserter(bound, bound.end()));
  return bound;
}

SlotSet PlannerContext::bound_in(const ast::Query& query) const {
  SlotSet bound = bound_, named, declared;
  append_slots(query, named);
  append_declared(query, declared);
  std::set_difference(named.begin(), named.end(), declared.begin(), declared.end(),
                      std::inserter(bound, bound.end()));
  return bound;
}

Result<Subplan> PlannerContext::plan_comprehension(const ast::PatternComprehensionExpression& expression) {
  Partial inner{argument(), bound_in(*expression.pattern)};
  DOSSIER_RETURN_IF_ERROR(plan_match(*expression.pattern, expression.condition.get(), inner));
  Subplan subplan{Subplan::Kind::kCollect, std::move(inner.plan)};
  bound_ = inner.bound;
  DOSSIER_ASSIGN_OR_RETURN(subplan.value, compile(*expression.projection));
  return subplan;
}

Result<Subplan> PlannerContext::plan_count(const ast::Pattern& pattern, const ast::Expression* condition) {
  Partial inner{argument(), bound_in(pattern)};
  DOSSIER_ASSIGN_OR_RETURN(const Slot weight,
                           plan_match(pattern, condition, inner, {MatchUse::Kind::kCounted, {}}));
  Subplan subplan{Subplan::Kind::kCount, std::move(inner.plan)};
  subplan.weight = weight;
  return subplan;
}

Result<Subplan> PlannerContext::plan_subquery_expression(const ast::SubqueryExpression& expression) {
  if (rewrites_ && expression.kind != ast::SubqueryKind::kCollect) {
    if (const ast::MatchClause* match = only_match(*expression.query)) {
      if (expression.kind == ast::SubqueryKind::kCount)
        return plan_count(match->pattern, match->condition.get());
      DOSSIER_ASSIGN_OR_RETURN(PlanPtr plan,
                               plan_correlated({&match->pattern, match->condition.get()}, bound_));
      return Subplan{Subplan::Kind::kExists, std::move(plan)};
    }
  }
  Subplan subplan{Subplan::Kind::kExists, nullptr};
  if (expression.kind == ast::SubqueryKind::kCount) subplan.kind = Subplan::Kind::kCount;
  if (expression.kind == ast::SubqueryKind::kCollect) subplan.kind = Subplan::Kind::kCollect;
  std::vector<ast::ColumnInfo> columns;
  DOSSIER_ASSIGN_OR_RETURN(subplan.plan,
                           plan_query(*expression.query, bound_in(*expression.query), &columns));
  if (!columns.empty()) subplan.column = columns.front().slot;
  return subplan;
}

Status PlannerContext::plan_clause(const ast::Clause& clause, Partial& partial,
                                   std::vector<ast::ColumnInfo>* columns) {
  bound_ = partial.bound;
  const bool updating = clause_writes(clause);
  const Status status =
      std::visit(Overloaded{
                     [&](const ast::MatchClause& c) {
                       if (!c.optional) return plan_match(c.pattern, c.condition.get(), partial);
                       const auto weight = plan_optional_match(c, partial);
                       return weight.ok() ? Status() : weight.status();
                     },
                     [&](const ast::UnwindClause& c) { return plan_unwind(c, partial); },
                     [&](const ast::WithClause& c) {
                       DOSSIER_RETURN_IF_ERROR(plan_projection(c.projection, partial, writes));
                       bound_ = partial.bound;
                       return c.condition ? plan_filter(*c.condition, partial) : Status();
                     },
                     [&](const ast::ReturnClause& c) {
                       if (columns) {
                         columns->clear();
                         for (const ast::ProjectionItem& item : c.projection.items)
                           columns->push_back({item.alias, item.slot});
                       }
                       return plan_projection(c.projection, partial, writes);
                     },
                     [&](const ast::CreateClause& c) { return plan_create(c, partial); },
                     [&](const ast::SetClause& c) { return plan_set(c, partial); },
                     [&](const ast::RemoveClause& c) { return plan_remove(c, partial); },
                     [&](const ast::DeleteClause& c) { return plan_delete(c, partial); },
                     [&](const ast::MergeClause& c) { return plan_merge(c, partial); },
                     [&](const ast::CallClause& c) { return plan_call(c, partial, columns); },
                     [&](const ast::SubqueryClause& c) { return plan_subquery(c, partial); },
                     [&](const std::unique_ptr<ast::ForeachClause>& c) { return plan_foreach(*c, partial); },
                 },
                 clause.node);
  writes = writes || updating;
  DOSSIER_RETURN_IF_ERROR(status);
  return check_size(partial.plan->size);
}

Status PlannerContext::plan_unwind(const ast::UnwindClause& clause, Partial& partial) {
  DOSSIER_ASSIGN_OR_RETURN(PlanExpression list, compile(*clause.list));
  const double rows = partial.rows() * 10;
  partial.plan = make_plan(Unwind{std::move(list), clause.slot}, std::move(partial.plan), rows);
  partial.bound.insert(clause.slot);
  return {};
}

Status PlannerContext::plan_call(const ast::CallClause& clause, Partial& partial,
                                 std::vector<ast::ColumnInfo>* columns) {
  ProcedureCall call{clause.procedure};
  for (const ast::ExpressionPtr& argument : clause.arguments) {
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, compile(*argument));
    call.arguments.push_back(std::move(compiled));
  }
  for (const ast::YieldItem& item : clause.yields) {
    call.yields.emplace_back(item.field, item.slot);
    partial.bound.insert(item.slot);
    if (clause.standalone && columns)
      columns->push_back({item.variable.empty() ? item.field : item.variable, item.slot});
  }
  call.keep_rows = clause.yields.empty();
  const double rows = partial.rows() * 10;
  partial.plan = make_plan(std::move(call), std::move(partial.plan), rows);
  bound_ = partial.bound;
  return clause.condition ? plan_filter(*clause.condition, partial) : Status();
}

Status PlannerContext::plan_subquery(const ast::SubqueryClause& clause, Partial& partial) {
  std::vector<ast::ColumnInfo> columns;
  DOSSIER_ASSIGN_OR_RETURN(PlanPtr inner, plan_query(*clause.query, partial.bound, &columns));
  Apply apply{query_writes(*clause.query), columns.empty()};
  for (const ast::ColumnInfo& column : columns) partial.bound.insert(column.slot);
  const double rows = partial.rows() * std::max(1.0, inner->rows);
  partial.plan = make_plan(std::move(apply), std::move(partial.plan), std::move(inner), rows);
  return {};
}

Status PlannerContext::plan_foreach(const ast::ForeachClause& clause, Partial& partial) {
  DOSSIER_ASSIGN_OR_RETURN(PlanExpression list, compile(*clause.list));
  Partial body{argument(), partial.bound};
  body.bound.insert(clause.slot);
  for (const ast::Clause& inner : clause.clauses) DOSSIER_RETURN_IF_ERROR(plan_clause(inner, body, nullptr));
  const double rows = partial.rows();
  partial.plan =
      make_plan(Foreach{std::move(list), clause.slot}, std::move(partial.plan), std::move(body.plan), rows);
  return {};
}

Result<PlanPtr> PlannerContext::plan_query(const ast::Query& query, const SlotSet& bound,
                                           std::vector<ast::ColumnInfo>* columns) {
  std::vector<PlanPtr> parts;
  std::vector<std::vector<ast::ColumnInfo>> part_columns(query.parts.size());
  const bool outer_writes = writes;
  bool any_writes = outer_writes;
  double rows = 0;
  std::size_t operators = 0;
  for (std::size_t i = 0; i < query.parts.size(); ++i) {
    Partial partial{argument(), bound};
    writes = outer_writes;
    const std::vector<ast::Clause>& clauses = query.parts[i].clauses;
    for (std::size_t j = 0; j < clauses.size(); ++j) {
      if (rewrites_ && j + 1 < clauses.size()) {
        DOSSIER_ASSIGN_OR_RETURN(const bool counted,
                                 plan_counting(clauses[j], clauses[j + 1], partial, &part_columns[i]));
        if (counted) {
          ++j;
          continue;
        }
      }
      const WantedRows wanted(*this, writes ? kAllRows : rows_wanted(std::span(clauses).subspan(j)));
      DOSSIER_RETURN_IF_ERROR(plan_clause(clauses[j], partial, &part_columns[i]));
    }
    any_writes = any_writes || writes;
    rows += partial.rows();
    operators += partial.plan->size;
    DOSSIER_RETURN_IF_ERROR(check_size(operators));
    parts.push_back(std::move(partial.plan));
  }
  writes = any_writes;
  if (columns) *columns = part_columns.front();
  if (parts.size() == 1) return std::move(parts.front());
  return union_of(query, std::move(parts), part_columns, rows);
}

// Every part's columns are brought to the slots of the first. UNION and UNION ALL are not mixed.
PlanPtr PlannerContext::union_of(const ast::Query& query, std::vector<PlanPtr> parts,
                                 const std::vector<std::vector<ast::ColumnInfo>>& columns, double rows) {
  Union plan;
  plan.copies.resize(parts.size());
  std::map<std::string_view, Slot> targets;
  for (const ast::ColumnInfo& target : columns.front()) targets.emplace(target.name, target.slot);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    for (const ast::ColumnInfo& source : columns[i]) {
      const auto target = targets.find(source.name);
      if (target != targets.end()) plan.copies[i].emplace_back(source.slot, target->second);
    }
  }
  PlanPtr joined = make_plan(std::move(plan), std::move(parts), rows);
  if (query.union_all.front()) return joined;
  Distinct distinct;
  for (const ast::ColumnInfo& column : columns.front()) distinct.keys.push_back(column.slot);
  return make_plan(std::move(distinct), std::move(joined), rows);
}

Result<std::shared_ptr<const QueryPlan>> make_query_plan(ast::Statement statement, const graph::Reader& graph,
                                                         const PlanOptions& options) {
  auto plan = std::make_shared<QueryPlan>();
  plan->statement = std::make_unique<ast::Statement>(std::move(statement));
  ast::Statement& ast = *plan->statement;
  PlannerContext context(ast, graph, options.rewrites);
  DOSSIER_ASSIGN_OR_RETURN(plan->root, context.plan_query(ast.query, {}, &plan->columns));
  plan->subplans = std::move(context.subplans);
  plan->writes = ast.writes || query_writes(ast.query);
  plan->slot_count = ast.slot_count;
  DOSSIER_RETURN_IF_ERROR(context.check_width(plan->root->size, static_cast<std::size_t>(ast.slot_count)));
  plan->slot_names = ast.slot_names;
  plan->slot_names.resize(static_cast<std::size_t>(plan->slot_count));
  number_operators(*plan->root, plan->operator_count);
  for (Subplan& subplan : plan->subplans) number_operators(*subplan.plan, plan->operator_count);
  return std::shared_ptr<const QueryPlan>(std::move(plan));
}

}  // namespace dossier::query::planner
