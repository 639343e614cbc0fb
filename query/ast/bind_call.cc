#include <algorithm>

#include "query/ast/query_binder.h"
#include "query/ast/type_words.h"
#include "query/diagnostics.h"

namespace dossier::query::ast {
namespace {

/// The types that an argument declared as `declared` ("INTEGER?", "LIST OF STRING") takes.
TypeSet types_of(std::string declared) {
  std::erase(declared, '?');
  if (declared == "INTEGER") return kIntegerType;
  if (declared == "FLOAT" || declared == "NUMBER") return kNumberType;
  if (declared == "STRING") return kStringType;
  if (declared == "BOOLEAN") return kBooleanType;
  if (declared == "MAP") return kMapType | kNodeType | kRelationshipType;
  if (declared == "NODE") return kNodeType;
  if (declared == "RELATIONSHIP") return kRelationshipType;
  if (declared == "PATH") return kPathType;
  if (declared.starts_with("LIST")) return kListType;
  return kAnyType;
}

/// What a field declared so gives: an INTEGER is one, but a FLOAT may come out of a table as an integer.
StaticType result_type(const std::string& declared) { return {types_of(declared), kAnyType}; }

}  // namespace

bool argument_fits(const std::string& declared, graph::ValueType type) {
  return types_of(declared).contains(type);
}
std::string argument_in_words(const std::string& declared) { return in_words(types_of(declared)); }

void QueryBinder::call(CallClause& clause, SourceSpan place, Columns& columns) {
  const ProcedureSignature* signature = procedures_.find(clause.procedure);
  if (!signature) {
    return fail(place, "ProcedureNotFound", "there is no procedure `" + clause.procedure + "`",
                suggest(clause.procedure, procedures_.names()), "ProcedureError");
  }
  call_arguments(clause, *signature, place);
  call_yields(clause, *signature, place);
  condition(clause.condition);
  if (!clause.standalone) return;
  for (const YieldItem& item : clause.yields) columns.push_back({item.variable, item.slot});
}

void QueryBinder::call_arguments(CallClause& clause, const ProcedureSignature& signature, SourceSpan place) {
  if (!clause.has_arguments && !clause.standalone && !signature.arguments.empty()) {
    return fail(place, "InvalidArgumentPassingMode",
                "inside a query the arguments of `" + clause.procedure + "` must be written in parentheses");
  }
  if (!clause.has_arguments) {
    for (const auto& [name, type] : signature.arguments) {
      clause.arguments.push_back(std::make_unique<Expression>(Expression{ParameterExpression{name}, place}));
      statement_.typed_parameters.emplace_back(name, type);
    }
  }
  const std::size_t most = signature.arguments.size();
  const std::size_t least = most - static_cast<std::size_t>(signature.optional_arguments);
  const std::size_t given = clause.arguments.size();
  if (given < least || given > most) {
    return fail(place, "InvalidNumberOfArguments",
                "`" + clause.procedure + "` takes " + arguments_in_words(static_cast<int>(most)) + ", not " +
                    std::to_string(given));
  }
  for (std::size_t i = 0; i < given; ++i) {
    const StaticType type = expression(clause.arguments[i], kPlain);
    const auto& [name, declared] = signature.arguments[i];
    require(*clause.arguments[i], type, types_of(declared),
            "`" + clause.procedure + "` expects " + argument_in_words(declared) + " as `" + name + "`");
  }
}

void QueryBinder::call_yields(CallClause& clause, const ProcedureSignature& signature, SourceSpan place) {
  if (clause.yield_star && !clause.standalone) {
    return fail(place, "UnexpectedSyntax",
                "inside a query YIELD must name its columns, such as YIELD " +
                    (signature.results.empty() ? "name" : signature.results[0].name));
  }
  if (clause.standalone && (!clause.has_yield || clause.yield_star)) {
    clause.yields.clear();
    for (const auto& field : signature.results) clause.yields.push_back({field.name, field.name, place});
  }
  for (YieldItem& item : clause.yields) {
    const auto field = std::find_if(signature.results.begin(), signature.results.end(),
                                    [&](const auto& result) { return result.name == item.field; });
    if (field == signature.results.end()) {
      std::vector<std::string> names;
      for (const auto& result : signature.results) names.push_back(result.name);
      std::string suggestion = suggest(item.field, names);
      if (suggestion.empty() && !names.empty()) {
        suggestion = "it has";
        for (const std::string& name : names) suggestion += (&name == &names.front() ? " " : ", ") + name;
      }
      return fail(item.span, "UndefinedVariable",
                  "`" + clause.procedure + "` has no column `" + item.field + "`", std::move(suggestion));
    }
    if (refuse_bound(item.variable, item.span)) return;
    item.slot = declare(item.variable, result_type(field->type));
  }
}

// What the query inside may see: the variables named in CALL (x, y) { }, or those of a first WITH that only passes
// variables on, as older queries write it.
void QueryBinder::call_subquery(SubqueryClause& clause, SourceSpan place) {
  const Scope outside = scope_;
  Scope inside;
  for (const std::string& name : clause.imports) {
    const Variable* variable = find(name);
    if (!variable) {
      const std::size_t begin = statement_.text.find(name, place.begin + std::string_view("CALL").size());
      return undefined(name, begin == std::string::npos ? place : SourceSpan{begin, begin + name.size()});
    }
    inside[name] = *variable;
  }
  if (clause.imports_all) inside = outside;
  const auto imports = [](const SingleQuery& part) {
    const auto* with = std::get_if<WithClause>(&part.clauses.front().node);
    return with && !with->condition && with->projection.order_by.empty() && !with->projection.distinct &&
           !with->projection.skip && !with->projection.limit &&
           std::all_of(
               with->projection.items.begin(), with->projection.items.end(), [](const ProjectionItem& item) {
                 return !item.aliased && std::holds_alternative<VariableExpression>(item.expression->node);
               });
  };
  const Scope* const around = around_call_;
  around_call_ = &outside;
  std::vector<Columns> columns;
  for (SingleQuery& part : clause.query->parts) {
    scope_ = clause.imports.empty() && !clause.imports_all && imports(part) ? outside : inside;
    columns.push_back(single_query(part));
    if (failed()) break;
  }
  around_call_ = around;
  if (failed()) return;
  if (columns.size() > 1) share_columns(columns, *clause.query);
  const Scope result = scope_;
  scope_ = outside;
  for (const ColumnInfo& column : columns[0]) {
    if (refuse_bound(column.name, place)) return;
    const auto known = result.find(column.name);
    scope_[column.name] = {column.slot,
                           known == result.end() || columns.size() > 1 ? StaticType{} : known->second.type};
  }
}

}  // namespace dossier::query::ast
