#include "ingest/resolve/statement_confidence.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ingest/data/tables.h"
#include "ingest/extract/confidence.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

constexpr const char* kLeadNames[] = {"object",     "further", "done", "beyond_noun", "inside",
                                      "each_other", "measure", "time", "place",       "itself"};
constexpr const char* kKindNames[] = {"name", "nominal", "pronoun"};

std::string count_bucket(std::size_t count) {
  return count < 3 ? std::to_string(count) : count < 6 ? "3-5" : "6+";
}

std::string class_name(NounClass noun_class) { return std::to_string(static_cast<int>(noun_class)); }

// The word that the relation's others hang on: the last that is a verb, else the last.
std::uint32_t verb_of(const DocumentTree& tree, const Extraction& extraction) {
  for (auto t = extraction.relation_tokens.rbegin(); t != extraction.relation_tokens.rend(); ++t)
    if (is_verb_tag(tree.token(*t).tag)) return *t;
  return extraction.relation_tokens.empty() ? DocumentTree::kNoToken : extraction.relation_tokens.back();
}

bool is_quote(std::string_view word) {
  return word == "\"" || word == "“" || word == "”" || word == "''" || word == "``";
}

// Frames of WordNet that the verb does not have, though the clause does.
void describe_frames(const Token& verb, const StatementOrigin& origin, FeatureCollector& collect) {
  const bool active = !origin.extraction.predicate.starts_with("was ");
  const bool object = origin.lead == Lead::kObject && origin.argument != nullptr &&
                      origin.argument->role == ArgumentRole::kObject && origin.argument->preposition.empty();
  collect.flag("no_object_frame", active && object && !takes_thing(verb.lemma) && !takes_person(verb.lemma));
  collect.flag("needs_object", active && !object && !takes_nothing(verb.lemma));
  const bool person = origin.subject.type == "Person" || origin.subject.type == "Organization";
  collect.flag("thing_may_not", active && !person && !thing_may(verb.lemma));
  collect.flag("person_may_not", active && person && !person_may(verb.lemma));
  collect.flag("needs_phrase", needs_phrase(verb.lemma));
}

}  // namespace

float StatementJudge::confidence_of(const Features& features) {
  static const Regression kRegression(table_text("statement_weights"));
  return kRegression.probability(features);
}

Features StatementJudge::features_of(const StatementOrigin& origin) const {
  const Extraction& extraction = origin.extraction;
  FeatureCollector collect;
  for (auto& [name, value] : dossier::ingest::features_of(Tree(tree_, extraction.sentence), extraction))
    collect.number(std::move(name), value);
  const float prior = std::clamp(extraction.confidence, 0.01F, 0.99F);
  collect.number("prior", std::log(prior / (1 - prior)));
  const std::string lead = kLeadNames[static_cast<std::size_t>(origin.lead)];
  collect.flag("lead=" + lead);
  collect.flag("lead=" + lead + "&rule=" + std::string(extraction.rule));
  describe_end("subject", extraction.subject, origin.subject, collect);
  const Phrase* end = origin.argument == nullptr ? nullptr : &origin.argument->phrase;
  describe_end("object", end == nullptr ? Phrase{} : *end, origin.object, collect);
  collect.flag("types=" + origin.subject.type + ">" + origin.object.type);
  if (extraction.attribution)
    describe_end("claimant", extraction.attribution->claimant, origin.subject, collect);
  const std::uint32_t verb = verb_of(tree_, extraction);
  describe_verb(origin, verb, collect);
  describe_argument(origin, verb, collect);
  describe_sentence(extraction.sentence, collect);
  describe_margins(origin, verb, collect);
  return collect.take();
}

const Mention* StatementJudge::mention_of(const Phrase& phrase) const {
  const std::uint32_t m = phrase.empty() ? kNone : resolution_.mention_of[phrase.head];
  return m == kNone ? nullptr : &resolution_.mentions[m];
}

void StatementJudge::describe_end(const std::string& name, const Phrase& phrase,
                                  const graph::EntityRecord& entity, FeatureCollector& collect) const {
  if (phrase.empty()) return;
  const Mention* mention = mention_of(phrase);
  const std::string kind = mention == nullptr ? "none" : kKindNames[static_cast<std::size_t>(mention->kind)];
  collect.flag(name + "_kind=" + kind);
  const Token& head = tree_.token(phrase.head);
  collect.flag(name + "_head_deprel=" + std::string(name_of(head.deprel)));
  collect.flag(name + "_head_tag=" + std::string(name_of(head.tag)));
  if (mention != nullptr) {
    collect.number(name + "_unsure", -std::log(std::max(mention->sure, 0.02F)));
    collect.flag(name + "_definite", mention->kind == MentionKind::kNominal && mention->definite);
    const Entity* entity_at = resolution_.entity_at(phrase.head);
    const bool linked = entity_at != nullptr && mention->kind != MentionKind::kName && entity_at->named;
    collect.flag(name + "_linked&" + kind, linked);
    if (mention->kind == MentionKind::kPronoun) collect.flag(name + "_is=" + tree_.lower(phrase.head));
    if (entity_at != nullptr) collect.number(name + "_mentions", squash(entity_at->mentions.size()));
  }
  if (name == "claimant") return;
  collect.flag(name + "_type=" + entity.type);
  collect.flag(name + "_type=" + entity.type + "&" + kind);
  const auto words = words_of(entity.name);
  collect.flag(name + "_words=" + length_bucket(words.size()));
  if (!words.empty() && entity.type == "Concept") {
    const auto noun = Facts::get().find_noun(to_lower(tree_.token(phrase.head).lemma));
    collect.flag(name + "_class=" + (noun ? class_name(noun->noun_class) : "unknown"));
  }
}

void StatementJudge::describe_between(const std::string& name, std::uint32_t from, std::uint32_t to,
                                      FeatureCollector& collect) const {
  std::size_t verbs = 0, commas = 0, nouns = 0, names = 0;
  for (std::uint32_t t = std::min(from, to) + 1; t < std::max(from, to); ++t) {
    const Token& token = tree_.token(t);
    verbs += token.upos == Upos::kVerb;
    nouns += token.upos == Upos::kNoun;
    names += token.upos == Upos::kPropn;
    commas += tree_.word(t) == ",";
  }
  collect.flag(name + "_verbs=" + count_bucket(verbs));
  collect.flag(name + "_commas=" + count_bucket(commas));
  collect.flag(name + "_nouns=" + count_bucket(nouns));
  collect.flag(name + "_names=" + count_bucket(names));
}

void StatementJudge::describe_verb(const StatementOrigin& origin, std::uint32_t verb,
                                   FeatureCollector& collect) const {
  collect.flag("predicate_words=" + count_bucket(words_of(origin.predicate).size()));
  if (verb == DocumentTree::kNoToken) return;
  const Token& token = tree_.token(verb);
  collect.flag("verb=" + token.lemma);
  collect.flag("verb_upos=" + std::string(name_of(token.upos)));
  const std::uint32_t subject = origin.extraction.subject.head;
  describe_between("reach", subject, verb, collect);
  collect.flag("subject_of=" + std::string(name_of(tree_.token(subject).deprel)) + ">" +
               std::string(name_of(token.deprel)));
  describe_frames(token, origin, collect);
}

void StatementJudge::describe_argument(const StatementOrigin& origin, std::uint32_t verb,
                                       FeatureCollector& collect) const {
  const Argument* argument = origin.argument;
  if (argument == nullptr) return;
  collect.flag("led_role=" + std::to_string(static_cast<int>(argument->role)));
  collect.flag("led_preposition=" + argument->preposition);
  collect.flag("led_length=" + length_bucket(argument->phrase.tokens.size()));
  if (verb == DocumentTree::kNoToken) return;
  const std::uint32_t head = argument->phrase.head;
  collect.number("led_distance", squash(head > verb ? head - verb : verb - head));
  describe_between("led", verb, head, collect);
  if (!argument->preposition.empty())
    collect.flag("verb&preposition=" + tree_.token(verb).lemma + " " + argument->preposition);
}

void StatementJudge::describe_sentence(std::uint32_t sentence, FeatureCollector& collect) const {
  const TokenRange range = tree_.document().sentences[sentence];
  std::size_t commas = 0, verbs = 0, spoken = 0, names = 0;
  bool quote = false, colon = false, bracket = false, question = false, dash = false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = tree_.token(t);
    const std::string_view word = tree_.word(t);
    commas += word == ",";
    verbs += token.upos == Upos::kVerb;
    names += token.upos == Upos::kPropn;
    quote |= is_quote(word);
    colon |= word == ":" || word == ";";
    bracket |= word == "(" || word == "[";
    question |= word == "?";
    dash |= word == "-" || word == "–" || word == "—" || word == "--";
    if (token.upos == Upos::kPron) {
      const Pronoun* pronoun = Facts::get().find_pronoun(tree_.lower(t));
      spoken += pronoun != nullptr && pronoun->person < 3;
    }
  }
  collect.flag("sentence_commas=" + count_bucket(commas));
  collect.flag("sentence_verbs=" + count_bucket(verbs));
  collect.flag("sentence_spoken=" + count_bucket(spoken));
  collect.flag("sentence_names=" + count_bucket(names));
  collect.flag("sentence_quote", quote);
  collect.flag("sentence_colon", colon);
  collect.flag("sentence_bracket", bracket);
  collect.flag("sentence_question", question);
  collect.flag("sentence_dash", dash);
}

// The parser's lead in what the statement rests on. Nothing where the tree was made by hand.
void StatementJudge::describe_margins(const StatementOrigin& origin, std::uint32_t verb,
                                      FeatureCollector& collect) const {
  const auto tell = [&](const std::string& name, float margin) { collect.number(name, std::exp(-margin)); };
  const auto least = [&](auto first, auto last, auto member) {
    float value = 100;
    for (; first != last; ++first) value = std::min(value, tree_.token(*first).*member);
    return value;
  };
  const std::uint32_t subject = origin.extraction.subject.head;
  if (tree_.token(subject).tag_margin == 0) return;
  tell("subject_arc_doubt", tree_.token(subject).arc_margin);
  tell("subject_tag_doubt", tree_.token(subject).tag_margin);
  if (verb != DocumentTree::kNoToken) {
    tell("verb_arc_doubt", tree_.token(verb).arc_margin);
    tell("verb_tag_doubt", tree_.token(verb).tag_margin);
    float path = 100;
    std::uint32_t t = verb;
    for (int steps = 0; steps < 20; ++steps) {
      path = std::min(path, tree_.token(t).arc_margin);
      if (tree_.token(t).head == t) break;
      t = tree_.token(t).head;
    }
    tell("path_doubt", path);
  }
  if (origin.argument != nullptr) {
    const Phrase& phrase = origin.argument->phrase;
    tell("led_arc_doubt", tree_.token(phrase.head).arc_margin);
    tell("led_tag_doubt", tree_.token(phrase.head).tag_margin);
    tell("led_least_arc", least(phrase.tokens.begin(), phrase.tokens.end(), &Token::arc_margin));
    const auto& link = origin.argument->preposition_tokens;
    if (!link.empty()) tell("link_doubt", least(link.begin(), link.end(), &Token::arc_margin));
  }
  const TokenRange range = tree_.document().sentences[origin.extraction.sentence];
  float total = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) total += std::exp(-tree_.token(i).arc_margin);
  collect.number("sentence_doubt", total / static_cast<float>(range.size()));
  collect.number("sentence_doubts", std::log1p(total));
}

}  // namespace dossier::ingest
