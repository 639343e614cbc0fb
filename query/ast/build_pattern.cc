#include "query/ast/tree_builder.h"

namespace dossier::query::ast {
namespace {

NodePattern anonymous_node(std::size_t at) {
  NodePattern node;
  node.span = {at, at};
  return node;
}

/// Whether `labels` is a name or names joined by '|', which RelationshipPattern::types can say.
bool collect_alternatives(const LabelExpression& labels, RelationshipPattern& relationship) {
  if (labels.kind == LabelExpression::Kind::kName) {
    relationship.types.push_back(labels.name);
    relationship.type_spans.push_back(labels.span);
    return true;
  }
  if (labels.kind != LabelExpression::Kind::kOr) return false;
  for (const auto& operand : labels.operands) {
    if (!collect_alternatives(*operand, relationship)) return false;
  }
  return true;
}

}  // namespace

Pattern TreeBuilder::pattern(Node node) {
  Pattern pattern;
  for (const Node child : node.children()) pattern.parts.push_back(pattern_part(child));
  return pattern;
}

PatternPart TreeBuilder::pattern_part(Node node) {
  PatternPart part;
  part.span = span(node);
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kPathVariable:
        part.path_variable = name(child.first());
        break;
      case Kind::kAnyShortest:
        part.selector = PathSelector::kAnyShortest;
        break;
      case Kind::kAllShortest:
        part.selector = PathSelector::kAllShortest;
        break;
      case Kind::kShortestPath:
        part.selector = PathSelector::kAnyShortest;
        part.element = pattern_element(child.first());
        break;
      case Kind::kAllShortestPaths:
        part.selector = PathSelector::kAllShortest;
        part.element = pattern_element(child.first());
        break;
      default:
        part.element = pattern_element(child);
    }
  }
  return part;
}

// In the Ast a quantified group stands where a relationship does, so nodes that GQL leaves out around it are put in:
// `((a)-->(b)){2} (c)` is `() ((a)-->(b)){2} (c)`.
PatternElement TreeBuilder::pattern_element(Node node) {
  PatternElement element;
  const auto ends_with_node = [&] { return element.nodes.size() > element.relationships.size(); };
  for (const Node child : node.children()) {
    if (child.is(Kind::kNodePattern)) {
      if (ends_with_node()) {
        fail(span(child), "UnexpectedSyntax",
             "expected a relationship between the two nodes, such as -[:called]->");
      }
      element.nodes.push_back(node_pattern(child));
    } else if (child.is(Kind::kRelationshipPattern)) {
      if (!ends_with_node()) element.nodes.push_back(anonymous_node(child.begin()));
      element.relationships.emplace_back(relationship_pattern(child));
    } else {
      append_group(child, element);
    }
  }
  if (!ends_with_node()) element.nodes.push_back(anonymous_node(node.end()));
  return element;
}

void TreeBuilder::append_group(Node group, PatternElement& element) {
  const bool ends_with_node = element.nodes.size() > element.relationships.size();
  const bool quantified = group.find(Kind::kQuantifierOneOrMore) || group.find(Kind::kQuantifierAny) ||
                          group.find(Kind::kQuantifierRange);
  if (quantified) {
    if (!ends_with_node) element.nodes.push_back(anonymous_node(group.begin()));
    element.relationships.emplace_back(quantified_pattern(group));
    return;
  }
  if (group.find(Kind::kGroupWhere)) {
    fail(span(group.find(Kind::kGroupWhere)), "UnexpectedSyntax",
         "WHERE in a group needs a quantifier after the group, such as {1,3}");
  }
  if (ends_with_node) {
    fail(span(group), "UnexpectedSyntax",
         "expected a relationship, or a quantifier after the group, such as {1,3}");
  }
  PatternElement inner = pattern_element(group.find(Kind::kPatternElement));
  for (NodePattern& node : inner.nodes) element.nodes.push_back(std::move(node));
  for (auto& relationship : inner.relationships) element.relationships.push_back(std::move(relationship));
}

QuantifiedPattern TreeBuilder::quantified_pattern(Node group) {
  QuantifiedPattern quantified;
  quantified.span = span(group);
  for (const Node child : group.children()) {
    if (child.is(Kind::kPatternElement)) {
      quantified.element = std::make_unique<PatternElement>(pattern_element(child));
    } else if (child.is(Kind::kGroupWhere)) {
      quantified.condition = expression(child.first().first());
    } else {
      const VariableLength length = path_quantifier(child);
      quantified.minimum = length.minimum;
      quantified.maximum = length.maximum;
    }
  }
  if (quantified.element->relationships.empty()) {
    fail(quantified.span, "InvalidRelationshipPattern", "a quantified group needs a relationship inside");
  }
  return quantified;
}

PatternElement TreeBuilder::relationships_pattern(Node node) {
  PatternElement element;
  for (const Node child : node.children()) {
    if (child.is(Kind::kNodePattern)) {
      element.nodes.push_back(node_pattern(child));
    } else {
      element.relationships.emplace_back(relationship_pattern(child));
    }
  }
  return element;
}

std::unique_ptr<Pattern> TreeBuilder::one_part(PatternElement element, Node node) {
  auto pattern = std::make_unique<Pattern>();
  PatternPart part;
  part.element = std::move(element);
  part.span = span(node);
  pattern->parts.push_back(std::move(part));
  return pattern;
}

NodePattern TreeBuilder::node_pattern(Node node) {
  NodePattern pattern;
  pattern.span = span(node);
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kVariable:
        pattern.variable = name(child);
        break;
      case Kind::kNameText:
        pattern.name_text = string_text(child.first());
        break;
      case Kind::kPatternLabels:
        pattern.labels = labels(child.first());
        break;
      case Kind::kWhere:
        pattern.condition = expression(child.first());
        break;
      default:
        pattern.properties = of_kind(child);
    }
  }
  return pattern;
}

RelationshipPattern TreeBuilder::relationship_pattern(Node node) {
  RelationshipPattern pattern;
  pattern.span = span(node);
  bool left = false, right = false;
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kLeftArrowHead:
        left = true;
        break;
      case Kind::kRightArrowHead:
        right = true;
        break;
      case Kind::kRelationshipDetail:
        relationship_detail(child, pattern);
        break;
      default:
        if (pattern.length) {
          fail(span(child), "InvalidRelationshipPattern",
               "a relationship takes one length: either *1..3 or {1,3}");
        }
        pattern.length = path_quantifier(child);
        pattern.quantified = true;
    }
  }
  pattern.direction = left == right ? graph::Direction::kBoth
                      : left        ? graph::Direction::kIncoming
                                    : graph::Direction::kOutgoing;
  return pattern;
}

void TreeBuilder::relationship_detail(Node node, RelationshipPattern& relationship) {
  for (const Node child : node.children()) {
    switch (child.kind()) {
      case Kind::kVariable:
        relationship.variable = name(child);
        break;
      case Kind::kTypeExpression:
        relationship.type_expression = labels(child.first());
        if (collect_alternatives(*relationship.type_expression, relationship)) {
          relationship.type_expression.reset();
        } else {
          relationship.types.clear();
          relationship.type_spans.clear();
        }
        break;
      case Kind::kRangeLiteral:
        relationship.length = range(child);
        break;
      case Kind::kMalformedRange:
        fail(span(child), "InvalidRelationshipPattern",
             "this is no length of a path: expected one such as *, *2, *1..3, *..3");
        break;
      case Kind::kWhere:
        relationship.condition = expression(child.first());
        break;
      default:
        relationship.properties = of_kind(child);
    }
  }
}

VariableLength TreeBuilder::range(Node node) {
  VariableLength length;
  bool dots = false;
  for (const Node child : node.children()) {
    if (child.is(Kind::kRangeMinimum)) length.minimum = range_bound(child.first());
    if (child.is(Kind::kRangeMaximum)) length.maximum = range_bound(child.first());
    if (child.is(Kind::kRangeDots)) dots = true;
  }
  if (!dots) length.maximum = length.minimum;
  return length;
}

VariableLength TreeBuilder::path_quantifier(Node node) {
  if (node.is(Kind::kQuantifierOneOrMore)) return {1, std::nullopt};
  if (node.is(Kind::kQuantifierAny)) return {0, std::nullopt};
  VariableLength length{0, std::nullopt};
  bool comma = false;
  for (const Node child : node.children()) {
    if (child.is(Kind::kRangeMinimum)) length.minimum = range_bound(child.first());
    if (child.is(Kind::kRangeMaximum)) length.maximum = range_bound(child.first());
    if (child.is(Kind::kQuantifierDots)) comma = true;
  }
  if (!comma) length.maximum = length.minimum;
  return length;
}

std::unique_ptr<LabelExpression> TreeBuilder::labels(Node node) {
  auto expression = std::make_unique<LabelExpression>();
  expression->span = span(node);
  if (node.is(Kind::kSchemaName)) {
    expression->name = name(node);
    return expression;
  }
  if (node.is(Kind::kLabelAny)) {
    expression->kind = LabelExpression::Kind::kAny;
    return expression;
  }
  const Depth depth(*this, node);
  if (node.first().is(Kind::kLabelNotSign)) {
    std::size_t signs = 0;
    Node operand = node.first();
    for (; operand.is(Kind::kLabelNotSign); operand = operand.next_in(node)) ++signs;
    if (signs % 2 == 0) return labels(operand);
    expression->kind = LabelExpression::Kind::kNot;
    expression->operands.push_back(labels(operand));
    return expression;
  }
  if (!node.first().next_in(node)) return labels(node.first());
  expression->kind = node.is(Kind::kLabelAnd) ? LabelExpression::Kind::kAnd : LabelExpression::Kind::kOr;
  for (const Node child : node.children()) expression->operands.push_back(labels(child));
  return expression;
}

}  // namespace dossier::query::ast
