#include "ingest/resolve/nominal_finder.h"

#include <algorithm>

#include "ingest/dates/time_words.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

class NominalFinder {
 public:
  NominalFinder(const DocumentTree& tree, std::vector<bool>& taken, std::vector<Mention>& found)
      : tree_(tree), taken_(taken), found_(found) {}

  void find_pronouns() {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const Tag tag = tree_.token(t).tag;
      if (taken_[t] || (tag != Tag::kPrp && tag != Tag::kPrpDollar && tag != Tag::kWp && tag != Tag::kWdt &&
                        tag != Tag::kWpDollar))
        continue;
      const std::string word = tree_.lower(t);
      const Pronoun* pronoun = Facts::get().find_pronoun(word);
      if (pronoun == nullptr) continue;
      Mention mention{.kind = MentionKind::kPronoun,
                      .tokens = {t, t + 1},
                      .head = t,
                      .sentence = tree_.sentence_of(t),
                      .text = word};
      mention.number = pronoun->number;
      mention.gender = pronoun->gender;
      mention.person = pronoun->gender == 'm' || pronoun->gender == 'f';
      taken_[t] = true;
      found_.push_back(std::move(mention));
    }
  }

  void find_nominals() {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const Token& token = tree_.token(t);
      const bool noun = token.upos == Upos::kNoun || (token.upos == Upos::kPropn && names_role(tree_, t));
      const bool demonstrative =
          token.tag == Tag::kDt && tree_.children(t).empty() &&
          Facts::get().find_pronoun(tree_.lower(t)) != nullptr &&
          (token.deprel == Deprel::kNsubj || token.deprel == Deprel::kDobj || token.deprel == Deprel::kPobj);
      if (!taken_[t] && year_old(t)) {
        found_.push_back(year_old_at(t));
        continue;
      }
      if (!taken_[t] && the_number(t)) {
        found_.push_back(number_at(t));
        continue;
      }
      if (!taken_[t] && the_one_of_a_people(tree_, t)) {
        found_.push_back(one_of_a_people_at(t));
        continue;
      }
      if (!taken_[t] && !noun && some_of_a_people(tree_, t)) {
        found_.push_back(nominal_at(t));
        continue;
      }
      if (taken_[t] || (!noun && !demonstrative) || token.deprel == Deprel::kCompound) continue;
      if (noun && half_of_modifier(t)) continue;
      if (!demonstrative && (measures(t) || !has_letter_or_digit(tree_.word(t)))) continue;
      const bool indefinite = noun && tree_.children(t).empty() &&
                              Facts::get().find_pronoun(tree_.lower(t)) != nullptr;  // "none"
      found_.push_back(demonstrative || indefinite ? pronoun_at(t) : nominal_at(t));
    }
  }

 private:
  // "1½ hours", "20 percent", "five million euros"; not "the 30th anniversary", which the recogniser calls a
  // date too
  bool measures(std::uint32_t t) const {
    const EntityLabel label = tree_.token(t).entity;
    if (label == EntityLabel::kMoney || label == EntityLabel::kPercent || label == EntityLabel::kQuantity)
      return true;
    if (label != EntityLabel::kDate && label != EntityLabel::kTime) return is_sum(tree_, t);
    const auto words = read_time_words(tree_.word(t));
    const auto noun = Facts::get().find_noun(to_lower(tree_.token(t).lemma));
    return (words.size() == 1 && (!words.front().unit.empty() || words.front().daytime ||
                                  words.front().has_day || words.front().month != 0)) ||
           (noun && noun->noun_class == NounClass::kTime);
  }

  // "an island-wide blackout", "a majority-female senate": no island, no majority
  bool half_of_modifier(std::uint32_t t) const {
    const auto hyphen = [&](std::uint32_t at) {
      return tree_.token(at).tag == Tag::kHyph && tree_.word(at) == "-";
    };
    if (t + 2 < tree_.size() && hyphen(t + 1) && tree_.token(t).head == t + 2) {
      const Upos upos = tree_.token(t + 2).upos;
      return upos == Upos::kAdj || upos == Upos::kAdv || upos == Upos::kVerb;
    }
    const Deprel deprel = tree_.token(t).deprel;
    return t >= 2 && hyphen(t - 1) &&
           (deprel == Deprel::kAmod || deprel == Deprel::kNmod || deprel == Deprel::kNpadvmod);
  }

  // "the 29-year-old"
  bool year_old(std::uint32_t t) const {
    if (t < 4 || tree_.lower(t) != "old" || tree_.word(t - 1) != "-" ||
        !tree_.lower(t - 2).starts_with("year"))
      return false;
    const Deprel deprel = tree_.token(t).deprel;
    return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass || deprel == Deprel::kDobj ||
           deprel == Deprel::kPobj || deprel == Deprel::kPoss;
  }
  Mention year_old_at(std::uint32_t t) {
    Mention mention = nominal_at(t);
    mention.text = "year-old";
    mention.person = true;
    mention.number = 's';
    mention.definite = t >= 5 && tree_.lower(t - 5) == "the";
    return mention;
  }

  Mention one_of_a_people_at(std::uint32_t t) {
    Mention mention = nominal_at(t);
    mention.text = "one-of-a-people";
    mention.person = mention.definite = true;
    mention.country = Facts::get().find_people(tree_.word(t));
    return mention;
  }

  // "The two agreed"
  bool the_number(std::uint32_t t) const {
    if (tree_.token(t).tag != Tag::kCd || tree_.token(t).deprel == Deprel::kNummod || t == 0 ||
        tree_.lower(t - 1) != "the")
      return false;
    return tree_.children(t).size() == 1 && tree_.token(t).head != t;
  }
  Mention number_at(std::uint32_t t) {
    taken_[t] = true;
    Mention mention{.kind = MentionKind::kNominal,
                    .tokens = {t, t + 1},
                    .head = t,
                    .sentence = tree_.sentence_of(t),
                    .text = tree_.lower(t)};
    mention.number = 'p';
    mention.person = mention.definite = true;
    return mention;
  }

  Mention pronoun_at(std::uint32_t t) {
    taken_[t] = true;
    return {.kind = MentionKind::kPronoun,
            .tokens = {t, t + 1},
            .head = t,
            .sentence = tree_.sentence_of(t),
            .text = tree_.lower(t)};
  }

  Mention nominal_at(std::uint32_t t) {
    Mention mention{
        .kind = MentionKind::kNominal, .tokens = {t, t + 1}, .head = t, .sentence = tree_.sentence_of(t)};
    const Facts& facts = Facts::get();
    mention.text = to_lower(tree_.token(t).lemma);
    mention.number = tree_.token(t).tag == Tag::kNns || tree_.token(t).tag == Tag::kNnps ? 'p' : 's';
    if (const auto noun = facts.find_noun(mention.text)) {
      mention.person =
          noun->noun_class == NounClass::kPerson && (mention.number == 'p' || !names_body(mention.text));
      mention.gender = noun->gender;
      if (noun->person) mention.role = mention.text;
    }
    for (const std::uint32_t child : tree_.children(t)) read_modifier(child, mention);
    taken_[t] = true;
    return mention;
  }

  void read_modifier(std::uint32_t child, Mention& mention) {
    const Deprel deprel = tree_.token(child).deprel;
    if (deprel == Deprel::kDet || deprel == Deprel::kPredet) {
      const std::string word = tree_.lower(child);
      mention.definite = mention.definite || word == "the" || word == "this" || word == "that" ||
                         word == "these" || word == "those" || word == "both";
    }
    if (child >= mention.head) return;
    const bool modifies = deprel == Deprel::kAmod || deprel == Deprel::kCompound || deprel == Deprel::kNmod ||
                          deprel == Deprel::kPoss;
    if (modifies && mention.country == nullptr)
      mention.country = tells_base(tree_, child) ? Facts::get().find_capital(tree_.word(child - 2))
                                                 : country_before(tree_, child);
    if (modifies && deprel != Deprel::kPoss && !taken_[child])
      mention.tokens.begin = std::min(mention.tokens.begin, child);
  }

  const DocumentTree& tree_;
  std::vector<bool>& taken_;
  std::vector<Mention>& found_;
};

}  // namespace

void find_other_mentions(const DocumentTree& tree, std::vector<bool>& taken, std::vector<Mention>& found) {
  NominalFinder finder(tree, taken, found);
  finder.find_pronouns();
  finder.find_nominals();
}

}  // namespace dossier::ingest
