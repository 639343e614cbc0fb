#include <catch2/catch.hpp>

#include "dossier/graph/store.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"
#include "query/executor/evaluator.h"
#include "query/executor/functions/text.h"
#include "tests/query/evaluate.h"

using namespace dossier;
using namespace dossier::query;
using graph::Value;

namespace {

/// An expression over a variable x, and its slot.
struct OverX {
  ast::Statement statement;
  CompiledPtr code;
  std::size_t slot;

  explicit OverX(const std::string& expression) {
    statement = *ast::parse_statement("UNWIND $list AS x RETURN " + expression);
    REQUIRE(ast::bind(statement, query::testing::no_procedures()).ok());
    auto& clauses = statement.query.parts.at(0).clauses;
    slot = static_cast<std::size_t>(std::get<ast::UnwindClause>(clauses.at(0).node).slot);
    code = *compile(*std::get<ast::ReturnClause>(clauses.at(1).node).projection.items.at(0).expression);
  }
};

std::string outcome(const Status& status) {
  return status.query_error()->type + " " + status.query_error()->detail;
}

std::vector<std::string> row_by_row(const OverX& over, std::vector<Value>& cells, const BatchView& batch,
                                    EvalContext& context) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto value =
        over.code->evaluate({cells.data() + batch.rows[i] * batch.width, batch.width}, context);
    if (!value.ok()) return {outcome(value.status())};
    texts.push_back(display_text(*value));
  }
  return texts;
}

std::vector<std::string> at_once(const OverX& over, const BatchView& batch, EvalContext& context) {
  std::vector<Value> values;
  const Status status = over.code->evaluate_batch(batch, context, values);
  if (!status.ok()) return {outcome(status)};
  std::vector<std::string> texts;
  for (const Value& value : values) texts.push_back(display_text(value));
  return texts;
}

}  // namespace

TEST_CASE("a batch gives what its rows give one by one", "[query][batch]") {
  const auto store = *graph::Store::open(":memory:", {});
  const auto transaction = *store->begin();
  const graph::KeyId name = transaction->key("name"), day = transaction->key("day");
  std::vector<Value> owners{Value(), Value(graph::Map{{"name", "m"}, {"day", graph::Date{1}}})};
  for (int i = 0; i < 5; ++i) {
    graph::Properties properties;
    if (i % 2 == 0) properties.emplace_back(name, Value("n" + std::to_string(i)));
    properties.emplace_back(day, Value(graph::Date{i * 400}));
    const auto node = *transaction->create_node({}, properties);
    owners.emplace_back(node);
    owners.emplace_back(*transaction->create_relationship(node, transaction->type("r"), node, properties));
  }

  const auto expression =
      GENERATE(as<std::string>{}, "x", "1", "x.name", "x.day.year", "x.none",
               "x.day >= date('1971-06-01') AND x.name ENDS WITH '2'",
               "x.name IS NULL OR x.day < date('1971-01-01')", "x.name IN ['n0', 'n4']", "toUpper(x.name)",
               "x.name + '!'", "x.name =~ 'n[0-3]'", "coalesce(x.name, 'none')", "x.day AND true",
               "x.name STARTS WITH 'n' = true", "NOT (x.day >= date('1971-06-01'))",
               "1 / (x.day.year - 1970)", "[y IN [1, 2] WHERE x.day.year > 1970 + y]");
  INFO(expression);
  const OverX over(expression);
  const auto width = static_cast<std::size_t>(over.statement.slot_count);
  std::vector<Value> cells(owners.size() * width);
  for (std::size_t i = 0; i < owners.size(); ++i) cells[i * width + over.slot] = owners[i];
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < owners.size(); ++i) {
    if (i != 3) rows.push_back(i);  // some rows are left out
  }
  EvalContext context;
  context.reader = transaction.get();
  context.read_only = GENERATE(true, false);
  const BatchView batch{cells.data(), width, rows};
  CHECK(at_once(over, batch, context) == row_by_row(over, cells, batch, context));
}

TEST_CASE("a condition keeps the rows where it is true", "[query][batch]") {
  const OverX over("x > 1");
  const auto width = static_cast<std::size_t>(over.statement.slot_count);
  std::vector<Value> cells(4 * width);
  const std::vector<Value> values{1, 2, Value(), 3};
  for (std::size_t i = 0; i < 4; ++i) cells[i * width + over.slot] = values[i];
  const std::vector<std::uint32_t> rows{0, 1, 2, 3};
  EvalContext context;
  std::vector<std::uint32_t> kept;
  REQUIRE(filter_batch(*over.code, {cells.data(), width, rows}, context, kept).ok());
  CHECK(kept == std::vector<std::uint32_t>{1, 3});
}
