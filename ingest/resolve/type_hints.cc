// The recogniser sees a name's letters and a few neighbours; a reader believes what the sentence says:
//
//   apposition   "Norrsken Shipping, a shipping company"     an organisation
//   description  "the ship Aurora", "the town of Yeoncheon"   a product; a place
//   copula       "Robogee is a robot"                         a product
//   relative     "Salem, who ..."                             a person
//   place        "in Makilala", "Jolo, Philippines"           a place, no person
//
// Each adds to a vote (entity_types.cc). Tests: tests/ingest/resolve/type_hints_test.cc.
#include "ingest/resolve/type_hints.h"

#include <array>

#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

constexpr float kTold = 2.5F, kDescribed = 2, kWho = 1.5F, kStandsIn = 0.6F, kNoPerson = 0.7F,
                kBeforeRegion = 1.2F;

class Hints {
 public:
  Hints(const DocumentTree& tree, Mention& mention) : tree_(tree), mention_(mention) {}

  void add() {
    for (const std::uint32_t child : tree_.children(mention_.head)) {
      if (tree_.token(child).deprel == Deprel::kAppos && !in_list(mention_.head)) by_noun(child, kTold);
      if (tree_.token(child).deprel == Deprel::kRelcl) by_relative(child);
    }
    const Token& head = tree_.token(mention_.head);
    if (head.deprel == Deprel::kAppos && !in_list(head.head)) by_noun(one_of(head.head), kTold);
    if (head.deprel == Deprel::kNsubj) by_copula(head.head);
    if (head.deprel == Deprel::kPobj) by_preposition(head.head);
    by_word_before();
    by_article();
    by_region_after();
  }

 private:
  float& hint(EntityType type) { return mention_.hints[static_cast<std::size_t>(type)]; }

  void by_noun(std::uint32_t t, float weight) {
    if (tree_.token(t).upos != Upos::kNoun) return;
    if (tree_.child(t, Deprel::kPoss) != DocumentTree::kNoToken) return;  // "Herat, their home"
    const auto noun = Facts::get().find_noun(to_lower(tree_.token(t).lemma));
    const bool person = noun && noun->noun_class == NounClass::kPerson;
    const auto type = person ? EntityType::kPerson : type_of_noun(tree_.token(t).lemma);
    if (type) hint(*type) += weight;
  }

  // "One of the ships, the Aurora"
  std::uint32_t one_of(std::uint32_t t) const {
    if (tree_.token(t).tag != Tag::kCd && tree_.token(t).tag != Tag::kDt) return t;
    const std::uint32_t of = tree_.child(t, Deprel::kPrep);
    const std::uint32_t all = of == DocumentTree::kNoToken ? of : tree_.child(of, Deprel::kPobj);
    return all == DocumentTree::kNoToken ? t : all;
  }

  // "the Aurora" is nobody; "the Aurora crew" says nothing of Aurora
  void by_article() {
    const std::uint32_t begin = mention_.tokens.begin;
    if (begin == 0 || mention_.number == 'p' || tree_.token(mention_.head).deprel == Deprel::kCompound)
      return;
    if (tree_.lower(begin - 1) == "the" && tree_.token(begin - 1).head == mention_.head)
      hint(EntityType::kPerson) -= kNoPerson;
  }

  // Side by side, not one the other: "Chicago, the museum and the state"
  bool in_list(std::uint32_t t) const {
    int appositives = 0;
    for (const std::uint32_t child : tree_.children(t)) {
      const Deprel deprel = tree_.token(child).deprel;
      if (deprel == Deprel::kConj || deprel == Deprel::kCc) return true;
      appositives += deprel == Deprel::kAppos;
    }
    return appositives > 1;
  }

  void by_relative(std::uint32_t verb) {
    for (const std::uint32_t child : tree_.children(verb)) {
      if (tree_.lower(child) == "who") hint(EntityType::kPerson) += kWho;
      if (tree_.lower(child) == "which" && tree_.token(child).deprel == Deprel::kNsubj)
        hint(EntityType::kPerson) -= kWho;
    }
  }

  void by_copula(std::uint32_t verb) {
    const std::uint32_t attribute =
        tree_.token(verb).lemma == "be" ? tree_.child(verb, Deprel::kAttr) : DocumentTree::kNoToken;
    if (attribute != DocumentTree::kNoToken && tree_.child(attribute, Deprel::kDet) != DocumentTree::kNoToken)
      by_noun(attribute, kDescribed);
  }

  void by_preposition(std::uint32_t preposition) {
    const std::string word = tree_.lower(preposition);
    const std::uint32_t before = tree_.token(preposition).head;
    if (word == "of" && before + 1 == preposition && tree_.token(before).upos == Upos::kNoun &&
        type_of_noun(tree_.token(before).lemma) == EntityType::kPlace) {
      hint(EntityType::kPlace) += kDescribed;  // "the town of Yeoncheon"
    }
    const bool place = word == "in" || word == "near" || word == "outside" || word == "across" ||
                       word == "throughout" || word == "around";
    const bool article = mention_.tokens.begin > 0 && tree_.token(mention_.tokens.begin - 1).tag == Tag::kDt;
    if (place && !article) hint(EntityType::kPlace) += kStandsIn;
    if (place || word == "at" || word == "inside") hint(EntityType::kPerson) -= kNoPerson;
  }

  // "the ship Aurora", "state news agency Xinhua"; a role before a name is read elsewhere
  void by_word_before() {
    const std::uint32_t begin = mention_.tokens.begin;
    if (begin == tree_.sentence_range(begin).begin) return;
    const std::uint32_t t = begin - 1;
    const bool common = tree_.token(t).tag == Tag::kNn && !is_capitalised(tree_.word(t));
    const bool hangs = tree_.token(t).head == mention_.head &&
                       (tree_.token(t).deprel == Deprel::kCompound || tree_.token(t).deprel == Deprel::kNmod);
    if (common && hangs && !names_role(tree_, t)) by_noun(t, kDescribed);
  }

  // "Jolo, Philippines"
  void by_region_after() {
    if (region_follows(tree_, mention_)) hint(EntityType::kPlace) += kBeforeRegion;
  }

  const DocumentTree& tree_;
  Mention& mention_;
};

}  // namespace

bool region_follows(const DocumentTree& tree, const Mention& mention) {
  const std::uint32_t next = mention.tokens.end + 1;
  if (next >= tree.size() || tree.sentence_of(next) != mention.sentence || tree.word(next - 1) != ",")
    return false;
  const Facts& facts = Facts::get();
  const std::string two = next + 1 < tree.size() ? tree.text_of({next, next + 2}) : std::string();
  const bool region = facts.find_country(tree.word(next)) || facts.find_country(two) ||
                      facts.find_place(tree.word(next)) || facts.find_place(two);
  const Deprel deprel = tree.token(next).deprel;
  return region && deprel != Deprel::kConj && deprel != Deprel::kNsubj;
}

std::optional<EntityType> type_of_noun(std::string_view word) {
  std::string lemma = to_lower(word);
  std::string_view type = Facts::get().type_of_noun(lemma);
  if (type.empty() && lemma.size() > 3 && lemma.ends_with('s')) {
    lemma.pop_back();
    type = Facts::get().type_of_noun(lemma);
  }
  for (std::size_t i = 0; i <= static_cast<std::size_t>(EntityType::kProduct); ++i) {
    if (!type.empty() && name_of(static_cast<EntityType>(i)) == type) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

void add_type_hints(const DocumentTree& tree, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    if (mention.kind == MentionKind::kName) Hints(tree, mention).add();
  }
}

}  // namespace dossier::ingest
