#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"
#include "query/executor/paths.h"

namespace dossier::query {
namespace {

class PathBuildOperator : public Operator {
 public:
  PathBuildOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::PathBuild& build,
                    OperatorPtr input)
      : Operator(context, plan), build_(build), input_(std::move(input)) {}

  void reset() override { input_->reset(); }

 protected:
  Result<bool> produce(Batch& out) override {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(out));
    if (!more) return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
      DOSSIER_RETURN_IF_ERROR(bind_path(context_.reader, build_, out.row(i)));
      DOSSIER_RETURN_IF_ERROR(made_value(context_.eval, out.row(i)[static_cast<std::size_t>(build_.path)]));
    }
    return true;
  }

 private:
  const planner::PathBuild& build_;
  OperatorPtr input_;
};

// Appends the relationship and the node at its other end.
Status walk(const graph::Reader& reader, const graph::Value& value, graph::Path& path) {
  if (value.is_list()) {
    for (const graph::Value& item : value.as_list()) DOSSIER_RETURN_IF_ERROR(walk(reader, item, path));
    return {};
  }
  if (!value.is_relationship()) return {};
  DOSSIER_ASSIGN_OR_RETURN(const graph::RelationshipRecord record,
                           reader.relationship(value.as_relationship()));
  path.relationships.push_back(value.as_relationship());
  path.nodes.push_back(record.start == path.nodes.back() ? record.end : record.start);
  return {};
}

}  // namespace

Status bind_path(const graph::Reader& reader, const planner::PathBuild& build, RowView row) {
  const auto value_at = [&](std::size_t element) -> const graph::Value& {
    return row[static_cast<std::size_t>(build.elements[element])];
  };
  graph::Value& target = row[static_cast<std::size_t>(build.path)];
  for (std::size_t i = 0; i < build.elements.size(); ++i) {
    if (value_at(i).is_null()) {
      target = graph::Value();
      return {};
    }
  }
  graph::Path path;
  path.nodes.push_back(value_at(0).as_node());
  for (std::size_t i = 1; i + 1 < build.elements.size(); i += 2) {
    const graph::Value& relationship = value_at(i);
    if (relationship.is_relationship()) {
      path.relationships.push_back(relationship.as_relationship());
      path.nodes.push_back(value_at(i + 1).as_node());
    } else {
      DOSSIER_RETURN_IF_ERROR(walk(reader, relationship, path));
    }
  }
  target = graph::Value(std::move(path));
  return {};
}

OperatorPtr make_path_build(ExecutionContext& context, const LogicalPlan& plan,
                            const planner::PathBuild& build, OperatorPtr input) {
  return std::make_unique<PathBuildOperator>(context, plan, build, std::move(input));
}

}  // namespace dossier::query
