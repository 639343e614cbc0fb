#include "query/planner/pattern_graph.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "query/planner/existence.h"

namespace dossier::query::planner {
namespace {

class GraphBuilder {
 public:
  GraphBuilder(PlannerContext& context, const SlotSet& bound) : context_(context), bound_(bound) {}

  Status add_parts(const std::vector<const ast::PatternPart*>& parts, bool all_paths) {
    for (const ast::PatternPart* part : parts) {
      if (part->path_slot != ast::kNoSlot) declared_.insert(part->path_slot);
      declare(part->element);
    }
    for (const ast::PatternPart* part : parts) {
      DOSSIER_RETURN_IF_ERROR(
          add_element(part->element, part->path_slot, all_paths ? ast::PathSelector::kNone : part->selector));
    }
    return {};
  }

  Status add_single(const ast::PatternElement& element) {
    declare(element);
    return add_element(element, ast::kNoSlot, ast::PathSelector::kNone);
  }

  Result<PatternGraph> finish(const ast::Expression* condition, const WantedCondition& wants) {
    if (condition) DOSSIER_RETURN_IF_ERROR(add_condition(*condition, wants));
    return std::move(graph_);
  }

 private:
  // The slots that this pattern binds; all others in its expressions are bound before it runs.
  void declare(const ast::PatternElement& element) {
    for (const ast::NodePattern& node : element.nodes) declare(node.slot);
    for (const auto& relationship : element.relationships) {
      if (const auto* plain = std::get_if<ast::RelationshipPattern>(&relationship))
        declare(plain->slot);
      else {
        for (const auto& [inner, outer] : std::get<ast::QuantifiedPattern>(relationship).groups)
          declared_.insert(outer);
      }
    }
  }
  void declare(Slot slot) {
    if (!bound_.contains(slot)) declared_.insert(slot);
  }

  Status add_element(const ast::PatternElement& element, Slot path_slot, ast::PathSelector selector) {
    PathBuild path{path_slot, {}};
    std::size_t left = 0;
    for (std::size_t i = 0; i < element.nodes.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(const std::size_t node, add_node(element.nodes[i]));
      if (i > 0) {
        DOSSIER_ASSIGN_OR_RETURN(const Slot slot,
                                 add_edge(element.relationships[i - 1], left, node, selector));
        path.elements.push_back(slot);
      }
      path.elements.push_back(graph_.nodes[node].slot);
      left = node;
    }
    if (path_slot != ast::kNoSlot) graph_.paths.push_back({std::move(path)});
    return element.relationships.empty() ? require_node(element.nodes.front()) : Status();
  }

  // A variable that is bound may be null, which is no node, or, where only running tells, no node at all, which is an
  // error; walking a relationship would find that out. Every node has each of no labels.
  Status require_node(const ast::NodePattern& pattern) {
    if (!bound_.contains(pattern.slot)) return {};
    auto no_labels = std::make_unique<ast::LabelExpression>();
    no_labels->kind = ast::LabelExpression::Kind::kAnd;
    ast::Expression test;
    test.span = pattern.span;
    test.node = ast::LabelPredicateExpression{make_variable(pattern.slot, pattern.variable, pattern.span),
                                              std::move(no_labels)};
    Predicate predicate;
    DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(test));
    predicate.expression.text = pattern.variable + " IS NOT NULL";
    add_predicate(std::move(predicate), {pattern.slot});
    return {};
  }

  Result<std::size_t> add_node(const ast::NodePattern& pattern) {
    const auto known = std::find_if(graph_.nodes.begin(), graph_.nodes.end(),
                                    [&](const PatternNode& node) { return node.slot == pattern.slot; });
    const std::size_t index = static_cast<std::size_t>(known - graph_.nodes.begin());
    if (known == graph_.nodes.end()) graph_.nodes.push_back({pattern.slot, bound_.contains(pattern.slot)});
    if (pattern.name_text) {
      Predicate predicate{Predicate::Kind::kName};
      predicate.slot = pattern.slot, predicate.key = *pattern.name_text;
      add_predicate(std::move(predicate), {pattern.slot});
    }
    if (pattern.labels) DOSSIER_RETURN_IF_ERROR(add_labels(*pattern.labels, pattern));
    if (pattern.properties) {
      std::vector<Predicate> predicates;
      DOSSIER_RETURN_IF_ERROR(property_predicates(*pattern.properties, pattern.slot, predicates));
      for (Predicate& predicate : predicates) {
        SlotSet needs = slots_of(*pattern.properties);
        const bool reads_itself = !needs.insert(pattern.slot).second;
        add_predicate(std::move(predicate), std::move(needs));
        graph_.predicates.back().reads_itself = reads_itself;
      }
    }
    if (pattern.condition) DOSSIER_RETURN_IF_ERROR(add_condition(*pattern.condition));
    return index;
  }

  // `:A:B` becomes a plain test that scans can serve; any other label expression stays an expression.
  Status add_labels(const ast::LabelExpression& labels, const ast::NodePattern& pattern) {
    if (labels.kind == ast::LabelExpression::Kind::kAnd) {
      for (const auto& operand : labels.operands) DOSSIER_RETURN_IF_ERROR(add_labels(*operand, pattern));
      return {};
    }
    if (labels.kind == ast::LabelExpression::Kind::kName) {
      Predicate predicate{Predicate::Kind::kLabels};
      predicate.slot = pattern.slot, predicate.labels = {labels.name};
      add_predicate(std::move(predicate), {pattern.slot});
      return {};
    }
    auto test = std::make_unique<ast::Expression>();
    test->span = labels.span;
    test->node = ast::LabelPredicateExpression{make_variable(pattern.slot, pattern.variable, pattern.span),
                                               clone(labels)};
    DOSSIER_ASSIGN_OR_RETURN(PlanExpression expression, context_.compile(*test));
    Predicate predicate{Predicate::Kind::kExpression};
    predicate.expression = std::move(expression);
    add_predicate(std::move(predicate), {pattern.slot});
    return {};
  }

  Status property_predicates(const ast::Expression& properties, Slot slot, std::vector<Predicate>& out) {
    const auto* map = std::get_if<ast::MapExpression>(&properties.node);
    if (!map) {
      Predicate predicate{Predicate::Kind::kPropertyMap};
      predicate.slot = slot;
      DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(properties));
      out.push_back(std::move(predicate));
      return {};
    }
    for (const auto& [key, value] : map->entries) {
      Predicate predicate{Predicate::Kind::kProperty};
      predicate.slot = slot, predicate.key = key;
      DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(*value));
      out.push_back(std::move(predicate));
    }
    return {};
  }

  Result<Slot> add_edge(const std::variant<ast::RelationshipPattern, ast::QuantifiedPattern>& pattern,
                        std::size_t left, std::size_t right, ast::PathSelector selector) {
    PatternEdge edge{left, right};
    edge.selector = selector;
    edge.relationship = std::get_if<ast::RelationshipPattern>(&pattern);
    edge.quantified = std::get_if<ast::QuantifiedPattern>(&pattern);
    if (edge.quantified) {
      edge.slot = context_.new_slot("  q");
    } else {
      DOSSIER_RETURN_IF_ERROR(add_relationship(edge));
    }
    graph_.edges.push_back(std::move(edge));
    return graph_.edges.back().slot;
  }

  Status add_relationship(PatternEdge& edge) {
    const ast::RelationshipPattern& pattern = *edge.relationship;
    edge.slot = pattern.slot;
    edge.bound = bound_.contains(pattern.slot);
    std::vector<Predicate> predicates;
    if (pattern.properties)
      DOSSIER_RETURN_IF_ERROR(property_predicates(*pattern.properties, pattern.slot, predicates));
    if (pattern.type_expression) {
      DOSSIER_ASSIGN_OR_RETURN(Predicate predicate, type_predicate(pattern));
      predicates.push_back(std::move(predicate));
    }
    if (pattern.condition) {
      Predicate predicate{Predicate::Kind::kExpression};
      DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(*pattern.condition));
      predicates.push_back(std::move(predicate));
    }
    if (edge.variable()) {
      edge.conditions = std::move(predicates);
      if (pattern.properties) append_slots(*pattern.properties, edge.needs);
      if (pattern.condition) append_slots(*pattern.condition, edge.needs);
      std::erase_if(edge.needs, [&](Slot slot) { return slot == pattern.slot || !declared_.contains(slot); });
      return {};
    }
    SlotSet needs{pattern.slot};
    if (pattern.properties) append_slots(*pattern.properties, needs);
    if (pattern.condition) append_slots(*pattern.condition, needs);
    for (Predicate& predicate : predicates) add_predicate(std::move(predicate), needs);
    return {};
  }

  Result<Predicate> type_predicate(const ast::RelationshipPattern& pattern) {
    ast::Expression test;
    test.span = pattern.span;
    test.node = ast::LabelPredicateExpression{make_variable(pattern.slot, pattern.variable, pattern.span),
                                              clone(*pattern.type_expression)};
    Predicate predicate{Predicate::Kind::kExpression};
    DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(test));
    return predicate;
  }

  Status add_condition(const ast::Expression& condition, const WantedCondition& wants = {}) {
    std::vector<const ast::Expression*> conjuncts;
    if (context_.rewrites())
      append_conjuncts(condition, conjuncts);
    else
      conjuncts.push_back(&condition);
    for (const ast::Expression* conjunct : conjuncts) {
      if (wants && !wants(slots_of(*conjunct))) continue;
      if (const auto existence = context_.rewrites() ? find_existence(*conjunct) : std::nullopt) {
        Predicate share;
        share.share = existence_share(*existence, context_.estimate());
        add_predicate(std::move(share), slots_of(*conjunct));
        graph_.predicates.back().existence = existence;
        continue;
      }
      DOSSIER_ASSIGN_OR_RETURN(Predicate predicate, make_predicate(*conjunct));
      DOSSIER_ASSIGN_OR_RETURN(std::optional<Predicate> mirrored, make_mirrored(*conjunct, predicate));
      add_predicate(std::move(predicate), slots_of(*conjunct));
      graph_.predicates.back().condition = conjunct;
      graph_.predicates.back().mirrored = std::move(mirrored);
    }
    return {};
  }

  // `n:Label` and `n.key = value` in WHERE serve as well as those in the pattern.
  Result<Predicate> make_predicate(const ast::Expression& conjunct) {
    Predicate predicate;
    if (context_.rewrites()) {
      if (const auto* test = std::get_if<ast::LabelPredicateExpression>(&conjunct.node)) {
        const Slot slot = variable_slot(*test->operand);
        if (is_node(slot) && test->labels->kind == ast::LabelExpression::Kind::kName) {
          predicate.kind = Predicate::Kind::kLabels, predicate.slot = slot,
          predicate.labels = {test->labels->name};
          return predicate;
        }
      }
      if (const auto* comparison = std::get_if<ast::ComparisonExpression>(&conjunct.node)) {
        if (comparison->operands.size() == 2 && comparison->operators[0] == ast::ComparisonOperator::kEqual) {
          for (int side = 0; side < 2; ++side) {
            const auto* property = std::get_if<ast::PropertyExpression>(&comparison->operands[side]->node);
            if (!property || !is_node(variable_slot(*property->owner))) continue;
            if (slots_of(*comparison->operands[1 - side]).contains(variable_slot(*property->owner))) continue;
            predicate.kind = Predicate::Kind::kProperty;
            predicate.slot = variable_slot(*property->owner), predicate.key = property->key;
            DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(*comparison->operands[1 - side]));
            return predicate;
          }
        }
      }
    }
    DOSSIER_ASSIGN_OR_RETURN(predicate.expression, context_.compile(conjunct));
    if (context_.rewrites()) DOSSIER_RETURN_IF_ERROR(find_values(conjunct, predicate));
    return predicate;
  }

  // a.x = b.y was taken to find a by; the other side finds b.
  Result<std::optional<Predicate>> make_mirrored(const ast::Expression& conjunct, const Predicate& made) {
    const auto* comparison = std::get_if<ast::ComparisonExpression>(&conjunct.node);
    if (made.kind != Predicate::Kind::kProperty || !comparison) return std::optional<Predicate>();
    const ast::PropertyExpression* property = node_property(*comparison->operands[1]);
    if (!property || variable_slot(*property->owner) == made.slot) return std::optional<Predicate>();
    Predicate mirrored{Predicate::Kind::kProperty};
    mirrored.slot = variable_slot(*property->owner), mirrored.key = property->key;
    DOSSIER_ASSIGN_OR_RETURN(mirrored.expression, context_.compile(*comparison->operands[0]));
    return std::optional<Predicate>(std::move(mirrored));
  }

  const ast::PropertyExpression* node_property(const ast::Expression& expression) const {
    const auto* property = std::get_if<ast::PropertyExpression>(&expression.node);
    return property && is_node(variable_slot(*property->owner)) ? property : nullptr;
  }

  // `n.key IN list`, `n.key = a OR n.key = b`: values to find n by.
  Status find_values(const ast::Expression& conjunct, Predicate& predicate) {
    const auto* binary = std::get_if<ast::BinaryExpression>(&conjunct.node);
    if (!binary || (binary->op != ast::BinaryOperator::kIn && binary->op != ast::BinaryOperator::kOr))
      return {};
    std::vector<const ast::Expression*> values;
    const ast::PropertyExpression* property = nullptr;
    ValueChoice choice;
    choice.list = binary->op == ast::BinaryOperator::kIn;
    if (choice.list) {
      property = node_property(*binary->left);
      values.push_back(binary->right.get());
      if (const auto* list = std::get_if<ast::ListExpression>(&binary->right->node))
        choice.count = list->items.size();
    } else if (!collect_alternatives(conjunct, property, values)) {
      return {};
    }
    if (!property || !context_.estimate().is_indexed(property->key)) return {};
    const Slot slot = variable_slot(*property->owner);
    for (const ast::Expression* value : values) {
      if (slots_of(*value).contains(slot)) return {};
      DOSSIER_ASSIGN_OR_RETURN(PlanExpression compiled, context_.compile(*value));
      choice.expressions.push_back(std::move(compiled));
    }
    predicate.slot = slot, predicate.key = property->key;
    predicate.values = std::make_shared<const ValueChoice>(std::move(choice));
    return {};
  }

  // Whether all sides of the OR are equations or IN of one property of one node.
  bool collect_alternatives(const ast::Expression& expression, const ast::PropertyExpression*& property,
                            std::vector<const ast::Expression*>& values) const {
    if (const auto* binary = std::get_if<ast::BinaryExpression>(&expression.node)) {
      return binary->op == ast::BinaryOperator::kOr &&
             collect_alternatives(*binary->left, property, values) &&
             collect_alternatives(*binary->right, property, values);
    }
    const auto* comparison = std::get_if<ast::ComparisonExpression>(&expression.node);
    if (!comparison || comparison->operands.size() != 2 ||
        comparison->operators[0] != ast::ComparisonOperator::kEqual) {
      return false;
    }
    for (int side = 0; side < 2; ++side) {
      const auto* found = node_property(*comparison->operands[side]);
      if (!found || (property && (property->key != found->key ||
                                  variable_slot(*property->owner) != variable_slot(*found->owner)))) {
        continue;
      }
      property = found;
      values.push_back(comparison->operands[1 - side].get());
      return true;
    }
    return false;
  }

  bool is_node(Slot slot) const {
    return slot != ast::kNoSlot && std::any_of(graph_.nodes.begin(), graph_.nodes.end(),
                                               [&](const PatternNode& node) { return node.slot == slot; });
  }

  void add_predicate(Predicate predicate, SlotSet needs) {
    SlotSet outer;
    for (auto it = needs.begin(); it != needs.end();) {
      if (declared_.contains(*it))
        ++it;
      else
        outer.insert(*it), it = needs.erase(it);
    }
    graph_.predicates.push_back({std::move(predicate), std::move(needs)});
    graph_.predicates.back().outer = std::move(outer);
  }

  PlannerContext& context_;
  const SlotSet& bound_;
  SlotSet declared_;
  PatternGraph graph_;
};

}  // namespace

Result<PatternGraph> make_pattern_graph(PlannerContext& context,
                                        const std::vector<const ast::PatternPart*>& parts,
                                        const ast::Expression* condition, const SlotSet& bound,
                                        const WantedCondition& wants, bool all_paths) {
  GraphBuilder builder(context, bound);
  DOSSIER_RETURN_IF_ERROR(builder.add_parts(parts, all_paths));
  return builder.finish(condition, wants);
}

Result<PatternGraph> make_pattern_graph(PlannerContext& context, const ast::PatternElement& element,
                                        const ast::Expression* condition, const SlotSet& bound) {
  GraphBuilder builder(context, bound);
  DOSSIER_RETURN_IF_ERROR(builder.add_single(element));
  return builder.finish(condition, {});
}

bool needs_all_paths(const ast::PatternPart& part) {
  if (part.selector == ast::PathSelector::kNone || part.element.relationships.empty()) return false;
  if (part.element.relationships.size() > 1) return true;
  const auto* relationship = std::get_if<ast::RelationshipPattern>(&part.element.relationships.front());
  return !relationship || (relationship->length && relationship->length->minimum.value_or(1) > 1);
}

}  // namespace dossier::query::planner
