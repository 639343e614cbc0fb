#include "query/planner/cardinality.h"

#include <algorithm>

namespace dossier::query::planner {
namespace {

// Where nothing is known of the values: the guesses of System R (Selinger and others, SIGMOD 1979).
constexpr double kEqualitySelectivity = 0.1;
constexpr double kOtherSelectivity = 1.0 / 3;

}  // namespace

double Cardinality::nodes() const { return std::max<double>(1, static_cast<double>(graph_.node_count())); }

double Cardinality::nodes(const std::string& label) const {
  const auto id = graph_.find_label(label);
  return id ? static_cast<double>(graph_.node_count(*id)) : 0;
}

double Cardinality::relationships(const std::vector<std::string>& types) const {
  if (types.empty()) return static_cast<double>(graph_.relationship_count());
  double sum = 0;
  for (const std::string& type : types) {
    if (const auto id = graph_.find_type(type)) sum += static_cast<double>(graph_.relationship_count(*id));
  }
  return sum;
}

double Cardinality::sources(const std::vector<std::string>& types, graph::Direction direction) const {
  if (types.empty() || direction == graph::Direction::kBoth) return nodes();
  double sum = 0;
  for (const std::string& type : types) {
    if (const auto id = graph_.find_type(type))
      sum += static_cast<double>(graph_.distinct_nodes(*id, direction));
  }
  return std::min(sum, nodes());
}

double Cardinality::fan_out(const std::vector<std::string>& types, graph::Direction direction) const {
  const double both = direction == graph::Direction::kBoth ? 2 : 1;
  return both * relationships(types) / nodes();
}

double Cardinality::between(const std::vector<std::string>& types, graph::Direction direction) const {
  return fan_out(types, direction) / nodes();
}

bool Cardinality::is_indexed(const std::string& key) const {
  if (key == "name") return true;
  const auto id = graph_.find_key(key);
  return id && graph_.has_index(*id);
}

double Cardinality::selectivity(const Predicate& predicate) const {
  if (predicate.share) return *predicate.share;
  switch (predicate.kind) {
    case Predicate::Kind::kLabels: {
      double share = 1;
      for (const std::string& label : predicate.labels) share *= std::min(1.0, nodes(label) / nodes());
      return share;
    }
    case Predicate::Kind::kName:
      return 1 / nodes();
    case Predicate::Kind::kProperty:
      return is_indexed(predicate.key) ? 1 / nodes() : kEqualitySelectivity;
    case Predicate::Kind::kPropertyMap:
      return kEqualitySelectivity;
    case Predicate::Kind::kExpression:
      if (predicate.values) {
        const double each = is_indexed(predicate.key) ? 1 / nodes() : kEqualitySelectivity;
        return std::min(1.0, each * predicate.values->expected());
      }
      break;
  }
  return kOtherSelectivity;
}

}  // namespace dossier::query::planner
