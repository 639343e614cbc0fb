#include "query/ast/tree_builder.h"

#include <strings.h>

#include "query/ast/builder.h"
#include "query/diagnostics.h"

namespace dossier::query::ast {
namespace {

bool reads(const Clause& clause) {
  return std::holds_alternative<MatchClause>(clause.node) ||
         std::holds_alternative<UnwindClause>(clause.node);
}
bool writes(const Clause& clause) {
  return std::holds_alternative<CreateClause>(clause.node) ||
         std::holds_alternative<MergeClause>(clause.node) || std::holds_alternative<SetClause>(clause.node) ||
         std::holds_alternative<RemoveClause>(clause.node) ||
         std::holds_alternative<DeleteClause>(clause.node) ||
         std::holds_alternative<std::unique_ptr<ForeachClause>>(clause.node);
}
bool calls(const Clause& clause) {
  return std::holds_alternative<CallClause>(clause.node) ||
         std::holds_alternative<SubqueryClause>(clause.node);
}
bool returns(const Clause& clause) { return std::holds_alternative<ReturnClause>(clause.node); }

}  // namespace

void TreeBuilder::fail(SourceSpan place, std::string detail, std::string message, std::string suggestion) {
  if (!status_.ok()) return;
  status_ = syntax_error(text_, place.begin, place.end, std::move(detail), std::move(message),
                         std::move(suggestion));
}

TreeBuilder::Depth::Depth(TreeBuilder& builder, Node, int levels) : builder_(builder), levels_(levels) {
  builder_.depth_ += levels;
  if (builder_.depth_ > kMaxExpressionDepth && builder_.status_.ok()) {
    builder_.status_ =
        Status(StatusCode::kResourceExhausted,
               "the expression is too deep: at most " + std::to_string(kMaxExpressionDepth) + " levels");
  }
}

Statement TreeBuilder::statement(const grammar::Tree& tree) {
  Statement statement;
  statement.text = std::string(text_);
  for (const Node node : tree.roots()) {
    if (node.is(Kind::kExplain)) statement.explain = ExplainMode::kExplain;
    if (node.is(Kind::kProfile)) statement.explain = ExplainMode::kProfile;
    if (node.is(Kind::kRegularQuery)) statement.query = query(node, QueryPlace::kWhole);
  }
  auto& parts = statement.query.parts;
  if (parts.size() == 1 && parts[0].clauses.size() == 1) {
    if (auto* call = std::get_if<CallClause>(&parts[0].clauses[0].node)) call->standalone = true;
  }
  return statement;
}

Query TreeBuilder::query(Node node, QueryPlace place) {
  Query query;
  query.span = span(node);
  for (const Node child : node.children()) {
    if (child.is(Kind::kSingleQuery)) {
      query.parts.push_back(single_query(child, place));
    } else {
      query.union_all.push_back(child.is(Kind::kUnionAll));
      if (query.union_all.back() != query.union_all.front()) {
        fail(span(child), "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query");
      }
    }
  }
  return query;
}

SingleQuery TreeBuilder::single_query(Node node, QueryPlace place) {
  SingleQuery query;
  for (const Node child : node.children()) query.clauses.push_back(clause(child));
  check_order(query, place);
  return query;
}

// openCypher: MultiPartQuery = (ReadingClause* UpdatingClause* With)+ SinglePartQuery, and
// SinglePartQuery = ReadingClause* Return | ReadingClause* UpdatingClause+ Return?. A CALL may stand anywhere.
void TreeBuilder::check_order(const SingleQuery& query, QueryPlace place) {
  const auto word = [this](const Clause& clause) {
    const std::string_view begin = text_.substr(clause.span.begin);
    return std::string(begin.substr(0, begin.find_first_of(" \t\r\n({/")));
  };
  const Clause* written = nullptr;
  for (const Clause& clause : query.clauses) {
    if (&clause != &query.clauses.back() && returns(clause)) {
      return fail_after_return(*(&clause + 1), word(*(&clause + 1)));
    }
    if (written && reads(clause)) {
      return fail(clause.span, "InvalidClauseComposition",
                  "WITH is required between " + word(*written) + " and " + word(clause),
                  "put `WITH *` before it");
    }
    if (writes(clause)) written = &clause;
    if (std::holds_alternative<WithClause>(clause.node)) written = nullptr;
  }
  const Clause& last = query.clauses.back();
  const bool ends = returns(last) || writes(last) || calls(last) ||
                    (place == QueryPlace::kSubquery && std::holds_alternative<MatchClause>(last.node));
  if (!ends) {
    fail(last.span, "InvalidClauseComposition",
         "a query cannot end with " + word(last) + ": expected RETURN or a clause that writes");
  }
}

void TreeBuilder::fail_after_return(const Clause& next, const std::string& word) {
  const auto is = [&](const char* other) { return strcasecmp(word.c_str(), other) == 0; };
  const SourceSpan first_word{next.span.begin, next.span.begin + word.size()};
  const std::string place = word + " cannot stand here";
  if (is("ORDER"))
    return fail(first_word, "UnexpectedSyntax", place, "ORDER BY stands before SKIP and LIMIT");
  if (is("SKIP") || is("OFFSET"))
    return fail(first_word, "UnexpectedSyntax", place, word + " stands before LIMIT");
  if (is("LIMIT")) return fail(first_word, "UnexpectedSyntax", place, "one LIMIT is enough");
  fail(next.span, "InvalidClauseComposition", "no clause may follow RETURN",
       "use WITH where the query goes on");
}

Clause TreeBuilder::clause(Node node) {
  if (++clauses_ > kMaxClauses && status_.ok()) {
    status_ = Status(StatusCode::kResourceExhausted,
                     "the query has too many clauses: at most " + std::to_string(kMaxClauses));
  }
  Clause clause{MatchClause{}, span(node)};
  switch (node.kind()) {
    case Kind::kMatchClause:
      clause.node = match_clause(node);
      break;
    case Kind::kUnwindClause:
      clause.node = unwind_clause(node);
      break;
    case Kind::kWithClause:
      clause.node = with_clause(node);
      break;
    case Kind::kOrderByAndPage:
      clause.node = WithClause{projection(node), nullptr};
      std::get<WithClause>(clause.node).projection.star = true;
      break;
    case Kind::kReturnClause:
      clause.node = ReturnClause{projection(node.first())};
      break;
    case Kind::kCreateClause:
      clause.node = CreateClause{pattern(node.first())};
      break;
    case Kind::kMergeClause:
      clause.node = merge_clause(node);
      break;
    case Kind::kSetClause:
      clause.node = SetClause{set_items(node)};
      break;
    case Kind::kRemoveClause:
      clause.node = remove_clause(node);
      break;
    case Kind::kDeleteClause:
      clause.node = delete_clause(node);
      break;
    case Kind::kCallClause:
      clause.node = call_clause(node);
      break;
    case Kind::kCallSubquery:
      clause.node = call_subquery(node);
      break;
    default:
      clause.node = foreach_clause(node);
      break;
  }
  return clause;
}

MatchClause TreeBuilder::match_clause(Node node) {
  MatchClause match;
  for (const Node child : node.children()) {
    if (child.is(Kind::kOptionalSign)) match.optional = true;
    if (child.is(Kind::kPattern)) match.pattern = pattern(child);
    if (child.is(Kind::kWhere)) match.condition = expression(child.first());
  }
  constexpr std::size_t kMaxNodes = 1000, kMaxLabels = 1000;  // the planner looks at every pair
  std::size_t nodes = 0, names = 0;
  for (const PatternPart& part : match.pattern.parts) {
    nodes += part.element.nodes.size();
    for (const NodePattern& pattern : part.element.nodes)
      names += pattern.labels ? pattern.labels->operands.size() : 0;
  }
  if ((nodes > kMaxNodes || names > kMaxLabels) && status_.ok()) {
    status_ = Status(StatusCode::kResourceExhausted, "the pattern is too large: at most " +
                                                         std::to_string(kMaxNodes) + " nodes and " +
                                                         std::to_string(kMaxLabels) + " labels");
  }
  return match;
}

UnwindClause TreeBuilder::unwind_clause(Node node) {
  return {expression(node.find(Kind::kExpression)), name(node.find(Kind::kVariable))};
}

WithClause TreeBuilder::with_clause(Node node) {
  WithClause with{projection(node.find(Kind::kProjectionBody)), nullptr};
  if (const Node where = node.find(Kind::kWhere)) with.condition = expression(where.first());
  for (const ProjectionItem& item : with.projection.items) {
    if (!item.aliased && !std::holds_alternative<VariableExpression>(item.expression->node)) {
      const auto* property = std::get_if<PropertyExpression>(&item.expression->node);
      fail(item.expression->span, "NoExpressionAlias",
           "an expression in WITH needs a name: expected AS and a variable",
           "for example " + item.alias + " AS " + (property ? property->key : "n"));
    }
  }
  return with;
}

Projection TreeBuilder::projection(Node node) {
  Projection projection;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kDistinctSign:
        projection.distinct = true;
        break;
      case Kind::kProjectionStar:
        projection.star = true;
        break;
      case Kind::kSkip:
        projection.skip = expression(child.first());
        break;
      case Kind::kLimit:
        projection.limit = expression(child.first());
        break;
      case Kind::kOrder:
        for (const Node item : child.children()) {
          projection.order_by.push_back({expression(item.first()), bool(item.find(Kind::kDescending))});
        }
        break;
      default: {
        ProjectionItem item;
        item.expression = expression(child.first());
        const Node alias = child.find(Kind::kProjectionAlias);
        item.aliased = bool(alias);
        const bool is_variable = std::holds_alternative<VariableExpression>(item.expression->node);
        item.alias = alias         ? name(alias.first())
                     : is_variable ? std::get<VariableExpression>(item.expression->node).name
                                   : std::string(text(child.first()));
        projection.items.push_back(std::move(item));
      }
    }
  }
  return projection;
}

std::vector<SetItem> TreeBuilder::set_items(Node set_clause) {
  std::vector<SetItem> items;
  for (const Node child : set_clause.children()) items.push_back(set_item(child));
  return items;
}

SetItem TreeBuilder::set_item(Node node) {
  SetItem item{SetItem::Kind::kReplace, expression(node.first()), nullptr, {}, span(node)};
  const bool is_property = std::holds_alternative<PropertyExpression>(item.target->node) ||
                           std::holds_alternative<SubscriptExpression>(item.target->node);
  const Node value = node.first().next_in(node);
  if (value.is(Kind::kSetLabels)) {
    item.kind = SetItem::Kind::kLabels;
    for (const Node label : value.children()) item.labels.push_back(name(label));
  } else {
    item.kind = value.is(Kind::kSetMerge) ? SetItem::Kind::kMerge
                : is_property             ? SetItem::Kind::kProperty
                                          : SetItem::Kind::kReplace;
    item.value = expression(value.first());
  }
  const bool is_variable = std::holds_alternative<VariableExpression>(item.target->node);
  if (item.kind == SetItem::Kind::kProperty ? !is_property : !is_variable) {
    const bool counts = item.kind == SetItem::Kind::kMerge && is_property;
    fail(item.target->span, "UnexpectedSyntax", "cannot set this: expected a property, or a variable",
         counts ? "to count up write SET p.x = p.x + 1" : "");
  }
  return item;
}

MergeClause TreeBuilder::merge_clause(Node node) {
  MergeClause merge;
  for (const Node child : node.children()) {
    if (child.is(Kind::kPatternPart)) {
      merge.part = pattern_part(child);
    } else {
      auto& items = child.is(Kind::kOnCreate) ? merge.on_create : merge.on_match;
      for (SetItem& item : set_items(child.first())) items.push_back(std::move(item));
    }
  }
  return merge;
}

DeleteClause TreeBuilder::delete_clause(Node node) {
  DeleteClause clause;
  for (const Node child : node.children()) {
    if (child.is(Kind::kDetachSign)) {
      clause.detach = true;
    } else {
      clause.expressions.push_back(expression(child));
    }
  }
  return clause;
}

RemoveClause TreeBuilder::remove_clause(Node node) {
  RemoveClause clause;
  for (const Node child : node.children()) clause.items.push_back(remove_item(child));
  return clause;
}

RemoveItem TreeBuilder::remove_item(Node node) {
  RemoveItem item{expression(node.first()), {}, span(node)};
  const Node labels = node.find(Kind::kSetLabels);
  if (labels) {
    for (const Node label : labels.children()) item.labels.push_back(name(label));
  } else if (!std::holds_alternative<PropertyExpression>(item.target->node) &&
             !std::holds_alternative<SubscriptExpression>(item.target->node)) {
    fail(item.span, "UnexpectedSyntax",
         "expected what to remove: a property, such as n.name, or a label, such as n:Person");
  }
  return item;
}

CallClause TreeBuilder::call_clause(Node node) {
  CallClause call;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kProcedureName:
        call.procedure = dotted_name(child);
        break;
      case Kind::kProcedureArguments:
        call.has_arguments = true;
        for (const Node argument : child.children()) call.arguments.push_back(expression(argument));
        break;
      default:
        yield_items(child, call);
    }
  }
  return call;
}

void TreeBuilder::yield_items(Node node, CallClause& call) {
  call.has_yield = true;
  for (const Node child : node.children()) {
    if (child.is(Kind::kYieldStar)) {
      call.yield_star = true;
    } else if (child.is(Kind::kWhere)) {
      call.condition = expression(child.first());
    } else {
      const Node field = child.find(Kind::kProcedureResultField);
      const Node variable = child.find(Kind::kVariable);
      call.yields.push_back({name(field ? field.first() : variable), name(variable), span(child)});
    }
  }
}

SubqueryClause TreeBuilder::call_subquery(Node node) {
  SubqueryClause clause;
  if (const Node imports = node.find(Kind::kCallImports)) {
    for (const Node child : imports.children()) {
      if (child.is(Kind::kImportAll)) clause.imports_all = true;
      if (child.is(Kind::kVariable)) clause.imports.push_back(name(child));
    }
  }
  clause.query = std::make_unique<Query>(query(node.find(Kind::kRegularQuery), QueryPlace::kCall));
  return clause;
}

std::unique_ptr<ForeachClause> TreeBuilder::foreach_clause(Node node) {
  auto clause = std::make_unique<ForeachClause>();
  for (const Node child : node.children()) {
    if (child.is(Kind::kVariable)) {
      clause->variable = name(child);
    } else if (child.is(Kind::kExpression)) {
      clause->list = expression(child);
    } else {
      clause->clauses.push_back(this->clause(child));
      if (!writes(clause->clauses.back())) {
        fail(span(child), "InvalidClauseComposition", "only clauses that write may stand in FOREACH");
      }
    }
  }
  return clause;
}

}  // namespace dossier::query::ast
