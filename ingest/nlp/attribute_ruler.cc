#include "ingest/nlp/attribute_ruler.h"

#include <algorithm>
#include <utility>

#include "ingest/nlp/json_tensor.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::kOther) + 1;
constexpr std::uint64_t kNever = ~std::uint64_t{0};  // of a tag or label that no token has

Morphology morphology_of(std::string_view features) {
  Morphology made;
  while (!features.empty()) {
    const std::size_t end = std::min(features.find('|'), features.size());
    const std::string_view feature = features.substr(0, end);
    features.remove_prefix(std::min(end + 1, features.size()));
    if (feature.starts_with("Number=")) made.number_absent = false;
    made.number_singular |= feature == "Number=Sing";
    made.form_infinitive |= feature == "VerbForm=Inf";
    made.form_finite |= feature == "VerbForm=Fin";
    made.form_none |= feature == "VerbForm=None";
    made.tense_present |= feature == "Tense=Pres";
    made.degree_positive |= feature == "Degree=Pos";
  }
  return made;
}

}  // namespace

struct AttributeRuler::Loader {
  const Vocabulary& vocabulary;
  Status status;

  std::uint64_t value_of(Field field, const nlohmann::json& value) const {
    if (field == Field::kIsSpace) return value.get<bool>() ? 1 : 0;
    const std::string& name = value.get_ref<const std::string&>();
    if (field == Field::kTag)
      return tag_of(name) == Tag::kOther ? kNever : static_cast<std::uint64_t>(tag_of(name));
    if (field == Field::kDeprel)
      return deprel_of(name) == Deprel::kOther ? kNever : static_cast<std::uint64_t>(deprel_of(name));
    return vocabulary.id(name);
  }

  Field field_of(const std::string& name) {
    if (name == "TAG") return Field::kTag;
    if (name == "DEP") return Field::kDeprel;
    if (name == "LOWER") return Field::kLower;
    if (name == "ORTH") return Field::kOrth;
    if (name != "IS_SPACE") status = corruption("language model: text.ruler: condition on " + name);
    return Field::kIsSpace;
  }

  Condition condition_of(const nlohmann::json& entry) {
    Condition made;
    made.field = field_of(entry.at(0).get<std::string>());
    const std::string kind = entry.at(1).get<std::string>();
    made.negated = kind == "NOT_IN";
    if (kind == "REGEX") {
      auto pattern = Pattern::compile(entry.at(2).at(0).get<std::string>());
      if (pattern.ok())
        made.pattern = *std::move(pattern);
      else
        status = pattern.status();
      return made;
    }
    for (const auto& value : entry.at(2)) made.values.push_back(value_of(made.field, value));
    return made;
  }

  static void read_changes(const nlohmann::json& changes, Rule& rule) {
    if (changes.contains("TAG")) rule.tag = tag_of(changes.at("TAG").get_ref<const std::string&>());
    if (changes.contains("DEP")) rule.deprel = deprel_of(changes.at("DEP").get_ref<const std::string&>());
    if (changes.contains("POS")) rule.upos = upos_of(changes.at("POS").get_ref<const std::string&>());
    if (changes.contains("MORPH"))
      rule.morphology = morphology_of(changes.at("MORPH").get_ref<const std::string&>());
    if (changes.contains("LEMMA")) rule.lemma = changes.at("LEMMA").get<std::string>();
  }

  void add_rules(const nlohmann::json& entry, std::vector<Rule>& rules) {
    for (const auto& pattern : entry.at("patterns")) {
      Rule rule;
      for (const auto& token : pattern) {
        rule.tokens.emplace_back();
        for (const auto& condition : token) rule.tokens.back().push_back(condition_of(condition));
      }
      rule.index = entry.at("index").get<std::size_t>();
      if (rule.index >= rule.tokens.size())
        status = corruption("language model: text.ruler: an index outside its row");
      read_changes(entry.at("attrs"), rule);
      rules.push_back(std::move(rule));
    }
  }
};

Result<AttributeRuler> AttributeRuler::load(const WeightsFile& file, const Vocabulary& vocabulary) {
  AttributeRuler ruler;
  Loader loader{vocabulary, {}};
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.ruler", [&](const nlohmann::json& table) {
    for (const auto& entry : table) loader.add_rules(entry, ruler.rules_);
  }));
  DOSSIER_RETURN_IF_ERROR(loader.status);
  ruler.add_candidates();
  return ruler;
}

// Most rules name the tag of their first token; only those of a token's tag, and those without any, are tried
// on it.
void AttributeRuler::add_candidates() {
  by_tag_.resize(kTagCount);
  for (std::uint32_t r = 0; r < rules_.size(); ++r) {
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      const TokenConditions& first = rules_[r].tokens.front();
      const bool excluded = std::any_of(first.begin(), first.end(), [&](const Condition& condition) {
        if (condition.field != Field::kTag || condition.pattern) return false;
        const bool found =
            std::find(condition.values.begin(), condition.values.end(), tag) != condition.values.end();
        return found == condition.negated;
      });
      if (!excluded) by_tag_[tag].push_back(r);
    }
  }
}

bool AttributeRuler::holds(const Condition& condition, const RuledToken& token, Matcher& matcher) const {
  const Lexeme& word = *token.word;
  if (condition.pattern) {
    const std::string& text = condition.field == Field::kLower ? word.lower : word.text;
    return condition.pattern->find(text, matcher).has_value();
  }
  std::uint64_t value = 0;
  switch (condition.field) {
    case Field::kTag:
      value = static_cast<std::uint64_t>(token.tag);
      break;
    case Field::kDeprel:
      value = static_cast<std::uint64_t>(token.deprel);
      break;
    case Field::kLower:
      value = word.lower_id;
      break;
    case Field::kOrth:
      value = word.orth;
      break;
    case Field::kIsSpace:
      value = word.is_space ? 1 : 0;
      break;
  }
  const bool found =
      std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
  return found != condition.negated;
}

bool AttributeRuler::matches(const Rule& rule, const std::vector<RuledToken>& tokens, std::size_t at,
                             Matcher& matcher) const {
  if (at + rule.tokens.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < rule.tokens.size(); ++i) {
    for (const Condition& condition : rule.tokens[i]) {
      if (!holds(condition, tokens[at + i], matcher)) return false;
    }
  }
  return true;
}

void AttributeRuler::apply(std::vector<RuledToken>& tokens, Matcher& matcher) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // rule, token it changes
  found.reserve(2 * tokens.size());  // nearly every token has its tag's rule, some one more
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (const std::uint32_t r : by_tag_[static_cast<std::size_t>(tokens[i].tag)]) {
      if (matches(rules_[r], tokens, i, matcher))
        found.emplace_back(r, i + static_cast<std::uint32_t>(rules_[r].index));
    }
  }
  // Rules change single tokens, so the order matters only among those of one token; theirs is that of the
  // rules.
  std::sort(found.begin(), found.end());
  for (const auto& [r, i] : found) {
    const Rule& rule = rules_[r];
    RuledToken& token = tokens[i];
    if (rule.tag) token.tag = *rule.tag;
    if (rule.deprel) token.deprel = *rule.deprel;
    if (rule.upos) token.upos = *rule.upos;
    token.has_upos |= rule.upos.has_value();
    if (rule.morphology) token.morphology = *rule.morphology;
    if (rule.lemma) token.lemma = &*rule.lemma;
  }
}

}  // namespace dossier::ingest::nlp
