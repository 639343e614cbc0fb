// The query path, a line an arrow: text -> syntax tree -> bound tree -> plan -> operators -> rows.
#include "dossier/query/engine.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "query/ast/binder.h"
#include "query/ast/builder.h"
#include "query/plan_cache.h"
#include "query/planner/planner.h"
#include "query/procedures.h"
#include "query/query_cursor.h"
#include "query/unknown_names.h"

namespace dossier::query {

struct Engine::Impl {
  std::shared_ptr<graph::Store> store;
  ProcedureRegistry procedures;
  PlanCache plans;

  Result<std::shared_ptr<const PreparedQuery>> prepare(std::string_view text, bool rewrites,
                                                       const graph::Reader& graph) {
    if (auto known = plans.find(text, rewrites, graph)) return known;
    DOSSIER_ASSIGN_OR_RETURN(ast::Statement statement, ast::parse_statement(text));
    DOSSIER_RETURN_IF_ERROR(ast::bind(statement, procedures));
    auto query = std::make_shared<PreparedQuery>();
    query->parameters = statement.parameters;
    query->nodes = graph.node_count(), query->relationships = graph.relationship_count();
    DOSSIER_ASSIGN_OR_RETURN(query->plan, planner::make_query_plan(std::move(statement), graph, {rewrites}));
    query->writes = query->plan->writes || calls_writing_procedure(*query->plan->root);
    plans.insert(text, rewrites, query);
    return std::shared_ptr<const PreparedQuery>(std::move(query));
  }

  /// What a query with these options reads before it writes.
  std::shared_ptr<const graph::Reader> reader_of(const QueryOptions& options) const {
    if (options.transaction) return {std::shared_ptr<void>(), options.transaction};  // owned by the caller
    return options.snapshot ? options.snapshot : store->snapshot();
  }

  Result<std::unique_ptr<Cursor>> run(std::shared_ptr<const PreparedQuery> query,
                                      std::shared_ptr<const graph::Reader> reader,
                                      const Parameters& parameters, const QueryOptions& options) {
    DOSSIER_RETURN_IF_ERROR(check_parameters(*query, parameters));
    QueryCursor::Source source;
    source.query = std::move(query), source.snapshot = std::move(reader);
    source.store = store.get(), source.procedures = &procedures;
    source.parameters = parameters, source.options = options;
    if (!source.query->names_known.load(std::memory_order_relaxed)) {
      source.warnings = unknown_names(*source.query->plan->statement, *source.snapshot);
      // Names once made stay, but those of a transaction may yet be rolled back.
      if (source.warnings.empty() && !options.transaction) source.query->names_known = true;
    }
    for (Warning& hint : hints(*source.query->plan->statement)) source.warnings.push_back(std::move(hint));
    if (source.query->writes && source.query->plan->statement->explain != ast::ExplainMode::kExplain) {
      if (options.snapshot) return invalid_argument("a query that writes needs a transaction that may write");
      if (!options.transaction) {
        DOSSIER_ASSIGN_OR_RETURN(source.own_transaction, store->begin());
      }
    }
    auto cursor = std::make_unique<QueryCursor>(std::move(source));
    DOSSIER_RETURN_IF_ERROR(cursor->start());
    return std::unique_ptr<Cursor>(std::move(cursor));
  }

  Status check_parameters(const PreparedQuery& query, const Parameters& parameters) const {
    if (!query.plan->statement->typed_parameters.empty()) {
      return ast::check_parameters(*query.plan->statement, parameters);
    }
    const bool all =
        std::all_of(query.parameters.begin(), query.parameters.end(), [&](const std::string& name) {
          return std::any_of(parameters.begin(), parameters.end(),
                             [&](const auto& p) { return p.first == name; });
        });
    return all ? Status() : ast::check_parameters(*query.plan->statement, parameters);
  }

  bool calls_writing_procedure(const planner::LogicalPlan& plan) const {
    if (const auto* call = std::get_if<planner::ProcedureCall>(&plan.node)) {
      const Procedure* procedure = procedures.procedure(call->name);
      if (procedure && procedure->writes) return true;
    }
    return std::any_of(plan.inputs.begin(), plan.inputs.end(), [&](const planner::PlanPtr& input) {
      return input && calls_writing_procedure(*input);
    });
  }
};

Engine::Engine(std::shared_ptr<graph::Store> store) : impl_(std::make_unique<Impl>()) {
  impl_->store = std::move(store);
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const std::vector<std::string>& Prepared::parameters() const { return query_->parameters; }
bool Prepared::writes() const { return query_->writes; }

Result<Prepared> Engine::prepare(std::string_view text, const QueryOptions& options) {
  Prepared prepared;
  auto query = impl_->prepare(text, options.rewrites, *impl_->reader_of(options));
  if (!query.ok()) return located(query.status(), text);
  prepared.text_ = std::make_shared<const std::string>(text);
  prepared.query_ = *std::move(query);
  return prepared;
}

Result<std::unique_ptr<Cursor>> Engine::run(std::string_view text, const Parameters& parameters,
                                            const QueryOptions& options) {
  const std::shared_ptr<const graph::Reader> reader = impl_->reader_of(options);
  auto query = impl_->prepare(text, options.rewrites, *reader);
  if (!query.ok()) return located(query.status(), text);
  return impl_->run(*std::move(query), reader, parameters, options);
}

Result<std::unique_ptr<Cursor>> Engine::run(const Prepared& prepared, const Parameters& parameters,
                                            const QueryOptions& options) {
  const std::shared_ptr<const graph::Reader> reader = impl_->reader_of(options);
  if (is_plan_of(*prepared.query_, *reader)) return impl_->run(prepared.query_, reader, parameters, options);
  return run(prepared.text(), parameters, options);
}

Status Engine::check(std::string_view text, const Parameters& parameters) {
  auto query = impl_->prepare(text, true, *impl_->store->snapshot());
  if (!query.ok()) return located(query.status(), text);
  return impl_->check_parameters(**query, parameters);
}

void Engine::register_test_procedure(TestProcedure procedure) {
  impl_->plans.clear();
  impl_->procedures.add(make_table_procedure(std::move(procedure)));
}

}  // namespace dossier::query
