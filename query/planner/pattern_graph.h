// The patterns of one MATCH as a graph of variables: what to bind, what binds it, and what must hold.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "dossier/result.h"
#include "query/planner/planner_context.h"

namespace dossier::query::planner {

struct PatternNode {
  Slot slot;
  bool bound = false;  // by an earlier clause
};

struct PatternEdge {
  std::size_t left, right;                                 // indexes of PatternGraph::nodes
  const ast::RelationshipPattern* relationship = nullptr;  // exactly one of these two
  const ast::QuantifiedPattern* quantified = nullptr;
  ast::PathSelector selector = ast::PathSelector::kNone;
  Slot slot =
      ast::kNoSlot;    // relationship, list, or for a quantified pattern the list of all its relationships
  bool bound = false;  // the variable is bound by an earlier clause
  std::vector<Predicate> conditions;  // of a variable-length relationship, checked at each step
  SlotSet needs;                      // variables of this pattern that those conditions read
  bool variable() const { return quantified || relationship->length || selector != ast::PathSelector::kNone; }
};

struct PatternPredicate {
  Predicate predicate;
  SlotSet needs;                               // variables of this pattern that must be bound first
  std::optional<Predicate> mirrored;           // a.x = b.y, found from the other side
  const ast::Expression* condition = nullptr;  // of WHERE
  std::optional<Existence> existence;          // instead of `predicate`
  SlotSet outer;                               // variables that it reads and the pattern does not declare
  bool reads_itself = false;  // the value is computed from the very node: it cannot be used to find it
};

/// The predicate as a way to find the node, or null.
inline const Predicate* access_to(const PatternPredicate& candidate, Slot node) {
  if (candidate.existence || candidate.reads_itself) return nullptr;
  if (candidate.mirrored && candidate.mirrored->slot == node) return &*candidate.mirrored;
  const Predicate& predicate = candidate.predicate;
  const bool single_label = predicate.kind == Predicate::Kind::kLabels && predicate.labels.size() == 1;
  const bool seekable = predicate.kind == Predicate::Kind::kName ||
                        predicate.kind == Predicate::Kind::kProperty || predicate.values;
  return predicate.slot == node && (single_label || seekable) ? &predicate : nullptr;
}

struct PatternPath {
  PathBuild build;
};

struct PatternGraph {
  std::vector<PatternNode> nodes;
  std::vector<PatternEdge> edges;
  std::vector<PatternPredicate> predicates;
  std::vector<PatternPath> paths;
};

/// Reads the parts and the WHERE; `bound` tells what is bound already. Where `wants` is given, only the parts of the
/// condition that it agrees to are taken. `all_paths`: selectors such as ANY SHORTEST are left to the caller.
using WantedCondition = std::function<bool(const SlotSet& slots)>;
Result<PatternGraph> make_pattern_graph(PlannerContext& context,
                                        const std::vector<const ast::PatternPart*>& parts,
                                        const ast::Expression* condition, const SlotSet& bound,
                                        const WantedCondition& wants = {}, bool all_paths = false);
Result<PatternGraph> make_pattern_graph(PlannerContext& context, const ast::PatternElement& element,
                                        const ast::Expression* condition, const SlotSet& bound);

/// Whether a shortest path needs all paths to be made first: breadth-first search serves one relationship pattern only.
bool needs_all_paths(const ast::PatternPart& part);

}  // namespace dossier::query::planner
