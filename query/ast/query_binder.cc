#include "query/ast/query_binder.h"

#include <algorithm>
#include <set>

#include "query/ast/visit.h"
#include "query/diagnostics.h"

namespace dossier::query::ast {

Status QueryBinder::run() {
  statement_.columns = query(statement_.query);
  std::sort(statement_.parameters.begin(), statement_.parameters.end());
  auto& names = statement_.parameters;
  names.erase(std::unique(names.begin(), names.end()), names.end());
  forget_made_names();
  return status_;
}

namespace {

bool joined_by_and(const Expression& value) {
  const auto* binary = std::get_if<BinaryExpression>(&value.node);
  return binary && binary->op == BinaryOperator::kAnd;
}

}  // namespace

// ---- names and errors

void QueryBinder::fail(SourceSpan place, std::string detail, std::string message, std::string suggestion,
                       std::string type) {
  if (failed()) return;
  status_ = syntax_error(statement_.text, place.begin, place.end, std::move(detail), std::move(message),
                         std::move(suggestion), std::move(type));
}

Slot QueryBinder::new_slot(std::string name) {
  statement_.slot_names.push_back(std::move(name));
  return statement_.slot_count++;
}

Slot QueryBinder::anonymous(char letter) {
  return new_slot("  " + std::string(1, letter) + std::to_string(statement_.slot_count));
}

Slot QueryBinder::declare(const std::string& name, StaticType type) {
  const Slot slot = new_slot(name);
  scope_[name] = {slot, type};
  return slot;
}

QueryBinder::Local::Local(QueryBinder& binder, const std::string& name, StaticType type)
    : binder_(binder), name_(name) {
  if (const Variable* hidden = binder.find(name)) hidden_ = *hidden;
  slot_ = binder.declare(name, type);
}

QueryBinder::Local::~Local() {
  if (hidden_) {
    binder_.scope_[name_] = *hidden_;
  } else {
    binder_.scope_.erase(name_);
  }
}

const Variable* QueryBinder::find(std::string_view name) const {
  const auto found = scope_.find(name);
  return found == scope_.end() ? nullptr : &found->second;
}

void QueryBinder::undefined(std::string_view name, SourceSpan place) {
  std::vector<std::string> names;
  for (const auto& [known, variable] : scope_) names.push_back(known);
  const bool left = left_behind_.contains(name);
  std::string suggestion = left ? "WITH passes on only what it names: add `" + std::string(name) + "` to it"
                                : suggest(name, names);
  if (around_call_ && around_call_->contains(name))
    suggestion = "a subquery sees what it names: CALL (" + std::string(name) + ") { ... }";
  if (suggestion.empty()) suggestion = instead_of_variable(std::string(name));
  fail(place, "UndefinedVariable",
       "variable `" + std::string(name) + "` is not defined" + (left ? " any more" : ""),
       std::move(suggestion));
}

/// A word that is no variable was most often meant as a property, or as a string.
std::string QueryBinder::instead_of_variable(const std::string& name) const {
  constexpr std::size_t kShortestWord = 3;  // shorter ones are variables that the pattern forgot
  if (name.size() < kShortestWord) return "name it in a pattern: (" + name + ":Person)";
  const auto entity = std::find_if(scope_.begin(), scope_.end(), [](const auto& known) {
    return known.second.type.set == kNodeType || known.second.type.set == kRelationshipType;
  });
  const std::string string = "a string stands in quotes: '" + name + "'";
  return entity == scope_.end()
             ? string
             : "a property stands behind its owner: " + entity->first + "." + name + "; " + string;
}

bool QueryBinder::refuse_bound(const std::string& name, SourceSpan place) {
  if (!find(name)) return false;
  fail(place, "VariableAlreadyBound", "variable `" + name + "` is bound already: expected a new name");
  return true;
}

// ---- queries

std::vector<QueryBinder::Columns> QueryBinder::query(Query& query) {
  const Scope outside = scope_;
  std::vector<Columns> columns;
  for (SingleQuery& part : query.parts) {
    scope_ = outside;
    columns.push_back(single_query(part));
  }
  scope_ = outside;
  if (!failed() && query.parts.size() > 1) share_columns(columns, query);
  return columns;
}

QueryBinder::Columns QueryBinder::single_query(SingleQuery& query) {
  Columns columns;
  for (Clause& clause : query.clauses) {
    if (failed()) break;
    this->clause(clause, columns);
  }
  return columns;
}

/// Every part of a UNION writes the slots of the first part's columns, whatever the order of its own.
void QueryBinder::share_columns(std::vector<Columns>& columns, Query& query) {
  std::map<std::string, Slot> slots;
  for (const ColumnInfo& column : columns[0]) slots[column.name] = column.slot;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    std::set<std::string> names;
    for (const ColumnInfo& column : columns[i]) names.insert(column.name);
    const bool same =
        names.size() == slots.size() &&
        std::all_of(names.begin(), names.end(), [&](const auto& name) { return slots.count(name); });
    if (!same) {
      return fail(query.parts[i].clauses.back().span, "DifferentColumnsInUnion",
                  "all parts of a UNION must return the same columns", "name them alike by AS");
    }
    if (auto* result = std::get_if<ReturnClause>(&query.parts[i].clauses.back().node)) {
      for (ProjectionItem& item : result->projection.items) item.slot = slots[item.alias];
    }
    columns[i] = columns[0];
  }
}

void QueryBinder::clause(Clause& clause, Columns& columns) {
  const SourceSpan place = clause.span;
  std::visit(Overloaded{
                 [&](MatchClause& c) { match(c); },
                 [&](UnwindClause& c) { unwind(c, place); },
                 [&](WithClause& c) { with(c, place); },
                 [&](ReturnClause& c) { scope_ = projection(c.projection, place, nullptr, &columns); },
                 [&](CreateClause& c) { writes(place), pattern(c.pattern, PatternUse::kCreate); },
                 [&](SetClause& c) { writes(place), set_items(c.items); },
                 [&](RemoveClause& c) { writes(place), remove(c); },
                 [&](DeleteClause& c) { writes(place), delete_in(c); },
                 [&](MergeClause& c) { writes(place), merge(c); },
                 [&](CallClause& c) { call(c, place, columns); },
                 [&](SubqueryClause& c) { call_subquery(c, place); },
                 [&](std::unique_ptr<ForeachClause>& c) { writes(place), foreach_in(*c); },
             },
             clause.node);
}

void QueryBinder::writes(SourceSpan place) {
  statement_.writes = true;
  if (!read_only_) return;
  fail(place, "InvalidClauseComposition", "a subquery in an expression cannot write");
}

// ---- clauses

void QueryBinder::with(WithClause& clause, SourceSpan place) {
  Scope before = scope_;
  scope_ = projection(clause.projection, place, &clause.condition, nullptr);
  for (auto& [name, variable] : before) {
    if (!find(name)) left_behind_.insert(name);
  }
}

void QueryBinder::condition(ExpressionPtr& expression) {
  if (expression) boolean(expression, kCondition, "WHERE");
}

void QueryBinder::match(MatchClause& clause) {
  pattern(clause.pattern, PatternUse::kMatch);
  condition(clause.condition);
}

void QueryBinder::unwind(UnwindClause& clause, SourceSpan place) {
  const StaticType type = expression(clause.list, kPlain);
  if (refuse_bound(clause.variable, place)) return;
  clause.slot = declare(clause.variable, type.item());
}

void QueryBinder::foreach_in(ForeachClause& clause) {
  const StaticType type = expression(clause.list, kPlain);
  const Scope outside = scope_;
  clause.slot = declare(clause.variable, type.item());
  Columns none;
  for (Clause& inner : clause.clauses) this->clause(inner, none);
  scope_ = outside;
}

/// What can be told before the query runs: maps, and lists of them, are no properties.
void QueryBinder::storable(const Expression& value) {
  const auto is_map = [](const Expression& e) { return std::holds_alternative<MapExpression>(e.node); };
  const auto* list = std::get_if<ListExpression>(&value.node);
  const bool bad = is_map(value) || (list && std::any_of(list->items.begin(), list->items.end(),
                                                         [&](const auto& item) { return is_map(*item); }));
  if (!bad) return;
  fail(value.span, "InvalidPropertyType",
       "a property cannot hold a map: expected a value, or a list of values", {}, "TypeError");
}

void QueryBinder::suggest_instead(const char* suggestion) {
  const QueryError* error = status_.query_error();
  if (!error || !error->suggestion.empty() || *suggestion == '\0') return;
  QueryError better = *error;
  better.suggestion = suggestion;
  status_ = Status::query(std::move(better), status_.message());
}

void QueryBinder::set_items(std::vector<SetItem>& items) {
  constexpr TypeSet kEntity = kNodeType | kRelationshipType;
  for (SetItem& item : items) {
    auto* property = std::get_if<PropertyExpression>(&item.target->node);
    auto* subscript = std::get_if<SubscriptExpression>(&item.target->node);
    ExpressionPtr& entity = property ? property->owner : subscript ? subscript->list : item.target;
    const StaticType type = expression(entity, kPlain);
    if (subscript) expression(subscript->index, kPlain);
    const bool labels = item.kind == SetItem::Kind::kLabels;
    for (const std::string& label : item.labels) makes(NameUse::Kind::kLabel, label);
    if (property) makes(NameUse::Kind::kKey, property->key);
    makes_keys(item.value.get());
    require(*entity, type, labels ? kNodeType : kEntity,
            labels ? "labels can be set on a node only"
                   : "properties can be set on a node or a relationship only");
    if (!item.value) continue;
    const bool failed_before = failed();
    const StaticType value = expression(item.value, kPlain);
    if (!failed_before && joined_by_and(*item.value))
      suggest_instead("separate by a comma: SET a.x = 1, a.y = 2");
    if (item.kind == SetItem::Kind::kProperty) {
      storable(*item.value);
    } else {
      require(*item.value, value, kMapType | kEntity, "expected a map, a node or a relationship");
      if (const auto* map = std::get_if<MapExpression>(&item.value->node)) {
        for (const auto& [key, entry] : map->entries) storable(*entry);
      }
    }
  }
}

void QueryBinder::remove(RemoveClause& clause) {
  for (RemoveItem& item : clause.items) {
    auto* property = item.labels.empty() ? std::get_if<PropertyExpression>(&item.target->node) : nullptr;
    auto* subscript = item.labels.empty() ? std::get_if<SubscriptExpression>(&item.target->node) : nullptr;
    ExpressionPtr& entity = property ? property->owner : subscript ? subscript->list : item.target;
    const StaticType type = expression(entity, kPlain);
    if (subscript) expression(subscript->index, kPlain);
    require(*entity, type, item.labels.empty() ? kNodeType | kRelationshipType : kNodeType,
            item.labels.empty() ? "properties can be removed from a node or a relationship only"
                                : "labels can be removed from a node only");
  }
}

void QueryBinder::delete_in(DeleteClause& clause) {
  for (ExpressionPtr& target : clause.expressions) {
    if (std::holds_alternative<LabelPredicateExpression>(target->node)) {
      fail(target->span, "InvalidDelete",
           "a label cannot be deleted: expected a node, a relationship or a path", "use REMOVE for labels");
    }
    const StaticType type = expression(target, kPlain);
    require(*target, type, kNodeType | kRelationshipType | kPathType,
            "cannot delete this: expected a node, a relationship or a path");
  }
}

void QueryBinder::merge(MergeClause& clause) {
  Pattern pattern;
  pattern.parts.push_back(std::move(clause.part));
  this->pattern(pattern, PatternUse::kMerge);
  clause.part = std::move(pattern.parts[0]);
  set_items(clause.on_create);
  set_items(clause.on_match);
}

}  // namespace dossier::query::ast
