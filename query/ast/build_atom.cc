#include "query/ast/tree_builder.h"

namespace dossier::query::ast {

ExpressionPtr TreeBuilder::case_expression(Node node) {
  CaseExpression result;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kCaseSubject:
        result.subject = expression(child.first());
        break;
      case Kind::kCaseElse:
        result.otherwise = expression(child.first());
        break;
      default: {
        for (Node value = child.first(); value; value = value.next_in(child)) {
          if (value.next_in(child))
            result.branches.emplace_back(expression(value), nullptr);
          else
            result.branches.back().second = expression(value);
        }
        const bool several =
            result.branches.size() > 1 && !result.branches[result.branches.size() - 2].second;
        if (several && !result.subject) {
          fail(span(child), "UnexpectedSyntax",
               "several values may stand after WHEN where CASE names what they are compared with",
               "join conditions by OR");
        }
      }
    }
  }
  return make(std::move(result), span(node));
}

ExpressionPtr TreeBuilder::function_invocation(Node node) {
  FunctionCallExpression call;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kFunctionName:
        call.name = dotted_name(child), call.name_span = span(child);
        break;
      case Kind::kDistinctSign:
        call.distinct = true;
        break;
      default:
        call.arguments.push_back(expression(child));
    }
  }
  return make(std::move(call), span(node));
}

ExpressionPtr TreeBuilder::quantifier(Node node, QuantifierKind kind) {
  const Node filter = node.first(), source = filter.first();
  QuantifierExpression result{kind, name(source.first()), expression(source.find(Kind::kExpression)),
                              nullptr};
  if (const Node where = filter.find(Kind::kWhere)) result.condition = expression(where.first());
  if (!result.condition) {
    fail(span(node), "UnexpectedSyntax", "expected WHERE and a condition");
    result.condition = literal(node, {});
  }
  return make(std::move(result), span(node));
}

ExpressionPtr TreeBuilder::reduce(Node node) {
  const Node accumulator = node.first(), initial = accumulator.next_in(node), source = initial.next_in(node);
  ReduceExpression result;
  result.accumulator = name(accumulator);
  result.initial = expression(initial);
  result.variable = name(source.first());
  result.list = expression(source.find(Kind::kExpression));
  result.body = expression(source.next_in(node));
  return make(std::move(result), span(node));
}

ExpressionPtr TreeBuilder::list_comprehension(Node node) {
  const Node filter = node.first(), source = filter.first();
  ListComprehensionExpression result{name(source.first()), expression(source.find(Kind::kExpression)),
                                     nullptr, nullptr};
  if (const Node where = filter.find(Kind::kWhere)) result.condition = expression(where.first());
  if (const Node value = node.find(Kind::kComprehensionValue)) result.projection = expression(value.first());
  return make(std::move(result), span(node));
}

ExpressionPtr TreeBuilder::pattern_comprehension(Node node) {
  PatternComprehensionExpression result;
  const Node path = node.find(Kind::kRelationshipsPattern);
  result.pattern = one_part(relationships_pattern(path), path);
  if (const Node variable = node.find(Kind::kPathVariable)) {
    result.pattern->parts[0].path_variable = name(variable.first());
  }
  if (const Node where = node.find(Kind::kWhere)) result.condition = expression(where.first());
  result.projection = expression(node.find(Kind::kComprehensionValue).first());
  return make(std::move(result), span(node));
}

ExpressionPtr TreeBuilder::list_literal(Node node) {
  ListExpression list;
  for (const Node child : node.children()) list.items.push_back(expression(child));
  return make(std::move(list), span(node));
}

ExpressionPtr TreeBuilder::map_literal(Node node) {
  MapExpression map;
  for (const Node entry : node.children()) {
    map.entries.emplace_back(name(entry.first()), expression(entry.first().next_in(entry)));
  }
  return make(std::move(map), span(node));
}

ExpressionPtr TreeBuilder::map_projection(Node node) {
  MapProjectionExpression projection;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kVariable:
        projection.subject = make(VariableExpression{name(child)}, span(child));
        break;
      case Kind::kProjectAll:
        projection.items.push_back({MapProjectionItem::Kind::kAll, {}, nullptr});
        break;
      case Kind::kProjectProperty:
        projection.items.push_back({MapProjectionItem::Kind::kProperty, name(child.first()), nullptr});
        break;
      case Kind::kProjectVariable: {
        std::string variable = name(child.first());
        ExpressionPtr value = make(VariableExpression{variable}, span(child));
        projection.items.push_back(
            {MapProjectionItem::Kind::kVariable, std::move(variable), std::move(value)});
        break;
      }
      default:
        projection.items.push_back(
            {MapProjectionItem::Kind::kEntry, name(child.first()), expression(child.first().next_in(child))});
    }
  }
  return make(std::move(projection), span(node));
}

ExpressionPtr TreeBuilder::subquery(Node node, SubqueryKind kind) {
  const Node body = node.first();
  auto query = std::make_unique<Query>();
  if (body.is(Kind::kRegularQuery)) {
    *query = this->query(body, QueryPlace::kSubquery);
  } else {  // { pattern WHERE ... }
    query->span = span(body);
    SingleQuery single;
    single.clauses.push_back({match_clause(body), span(body)});
    query->parts.push_back(std::move(single));
  }
  return make(SubqueryExpression{kind, std::move(query)}, span(node));
}

// shortestPath(...) as an expression is head(COLLECT { MATCH p = shortestPath(...) RETURN p }); allShortestPaths(...)
// is the list itself.
ExpressionPtr TreeBuilder::shortest_path(Node node) {
  const SourceSpan place = span(node);
  const std::string path = "  path";  // no query can spell it
  MatchClause match;
  match.pattern.parts.push_back(pattern_part(node));
  match.pattern.parts[0].path_variable = path;
  const bool any = match.pattern.parts[0].selector == PathSelector::kAnyShortest;
  ReturnClause result;
  result.projection.items.push_back({make(VariableExpression{path}, place), path});
  SingleQuery single;
  single.clauses.push_back({std::move(match), place});
  single.clauses.push_back({std::move(result), place});
  auto query = std::make_unique<Query>();
  query->span = place;
  query->parts.push_back(std::move(single));
  ExpressionPtr paths = make(SubqueryExpression{SubqueryKind::kCollect, std::move(query)}, place);
  if (!any) return paths;
  FunctionCallExpression head{"head", {}};
  head.arguments.push_back(std::move(paths));
  return make(std::move(head), place);
}

}  // namespace dossier::query::ast
