#include "ingest/extract/confidence.h"

#include <algorithm>

#include "ingest/data/tables.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// The word of the relation that the others hang on, as the tree has it.
std::uint32_t top_of(const Tree& tree, const std::vector<std::uint32_t>& tokens) {
  for (const std::uint32_t t : tokens)
    if (tree.is_root(t) || std::find(tokens.begin(), tokens.end(), tree.parent(t)) == tokens.end()) {
      if (is_verb_tag(tree[t].tag)) return t;
    }
  return tokens.front();
}

std::size_t depth_of(const Tree& tree, std::uint32_t token) {
  std::size_t depth = 0;
  for (; !tree.is_root(token) && depth < 20; token = tree.parent(token)) ++depth;
  return depth;
}

bool holds_mark(const Tree& tree, const Phrase& phrase, std::string_view mark) {
  return std::any_of(phrase.tokens.begin(), phrase.tokens.end(),
                     [&](auto t) { return tree.word(t) == mark; });
}

void describe_phrase(const Tree& tree, const Phrase& phrase, const std::string& name,
                     FeatureCollector& collect) {
  collect.flag(name + "_length=" + length_bucket(phrase.tokens.size()));
  const Token& head = tree[phrase.head];
  collect.flag(name + "_upos=" + std::string(name_of(head.upos)));
  collect.flag(name + "_entity", is_name_entity(head.entity));
  collect.flag(name + "_pronoun=" + lower_case(tree.word(phrase.head)), head.upos == Upos::kPron);
  collect.flag(name + "_is_conjunct", head.deprel == Deprel::kConj);
  collect.flag(name + "_has_comma", holds_mark(tree, phrase, ","));
  collect.flag(name + "_starts_lower_noun", head.upos == Upos::kNoun && phrase.tokens.size() == 1);
}

void describe_relation(const Tree& tree, const Extraction& extraction, FeatureCollector& collect) {
  if (extraction.relation_tokens.empty()) return;
  const std::uint32_t verb = top_of(tree, extraction.relation_tokens);
  collect.flag("verb_deprel=" + std::string(name_of(tree[verb].deprel)));
  collect.flag("verb_tag=" + std::string(name_of(tree[extraction.relation_tokens.back()].tag)));
  collect.number("depth", squash(depth_of(tree, verb)));
  collect.flag("relation_length=" + length_bucket(extraction.relation_tokens.size()));
  const bool own = std::find(extraction.relation_tokens.begin(), extraction.relation_tokens.end(),
                             tree.parent(extraction.subject.head)) != extraction.relation_tokens.end();
  collect.flag("subject_far", !own);
  collect.flag("subject_far&deprel=" + std::string(name_of(tree[verb].deprel)), !own);
  const std::uint32_t distance =
      verb > extraction.subject.head ? verb - extraction.subject.head : extraction.subject.head - verb;
  collect.number("subject_distance", squash(distance));
  collect.flag("subject_behind", extraction.subject.head > verb);
  collect.flag("speech", verb_mostly_means(tree[verb].lemma, VerbKind::kCommunication));
}

}  // namespace

Features features_of(const Tree& tree, const Extraction& extraction) {
  FeatureCollector collect;
  const std::string rule(extraction.rule);
  collect.flag("rule=" + rule);
  collect.flag("implicit", extraction.implicit);
  collect.flag("negated", extraction.negated);
  collect.flag("surface_only", extraction.surface_only);
  collect.flag("modality=" + std::string(name_of(extraction.modality)));
  collect.flag("attributed", extraction.attribution.has_value());
  collect.number("sentence_length", squash(tree.range().size()));
  collect.flag("arguments=" + std::to_string(std::min<std::size_t>(extraction.arguments.size(), 5)));
  describe_phrase(tree, extraction.subject, "subject", collect);
  collect.flag(rule + "&subject_pronoun", tree[extraction.subject.head].upos == Upos::kPron);
  collect.flag(rule + "&subject_entity", is_name_entity(tree[extraction.subject.head].entity));
  if (!extraction.arguments.empty()) {
    const Argument& object = extraction.arguments[0];
    describe_phrase(tree, object.phrase, "object", collect);
    collect.flag("object_role=" + std::to_string(static_cast<int>(object.role)));
    collect.flag("object_preposition=" + object.preposition);
    collect.flag(rule + "&object_length=" + length_bucket(object.phrase.tokens.size()));
    collect.flag(rule + "&object_entity", is_name_entity(tree[object.phrase.head].entity));
    collect.flag("object_before", object.phrase.head < extraction.subject.head);
    std::size_t rest = 0, clauses = 0;
    for (std::size_t i = 1; i < extraction.arguments.size(); ++i) {
      rest += extraction.arguments[i].phrase.tokens.size();
      clauses += extraction.arguments[i].role == ArgumentRole::kAdverbialClause;
    }
    collect.number("rest_length", squash(rest));
    collect.number("clause_arguments", static_cast<float>(clauses));
  }
  describe_relation(tree, extraction, collect);
  return collect.take();
}

float confidence_of(const Tree& tree, const Extraction& extraction) {
  static const Regression kRegression(table_text("confidence_weights"));
  return kRegression.probability(features_of(tree, extraction));
}

}  // namespace dossier::ingest
