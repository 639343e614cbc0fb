// What looks like a name and names nothing: words that only describe, titles, hours, common nouns in
// capitals. Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/name_refusals.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class Refusals {
 public:
  explicit Refusals(const DocumentTree& tree) : tree_(tree) {}

  // "square km", "el mandato del pueblo"; "UTC"; "Islamic", "anti-Muslim", which only describe
  bool names_nothing(TokenRange range, EntityLabel label) const {
    bool capital = false, letter = label == EntityLabel::kProduct;  // "747"
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string_view word = tree_.word(t);
      const std::size_t dot = word.find('.');
      const bool address = dot != std::string_view::npos && dot > 0 && dot + 1 < word.size();
      capital = capital || address || std::any_of(word.begin(), word.end(), [](unsigned char c) {
                  return std::isupper(c) || std::isdigit(c) || latin_or_cyrillic(c);
                });
      letter = letter || std::any_of(word.begin(), word.end(),
                                     [](unsigned char c) { return std::isalpha(c) || latin_or_cyrillic(c); });
    }
    if (!capital || !letter || common_title(range) || common_noun(range) || part_of_title(range, label) ||
        describes(range) || single_letter(range) || hour(range) || lone_title(range) ||
        office_of_role(range) || scale(range))
      return true;
    // "Detective" of "Detective Inspector Jones"
    if (range.size() == 1 && names_role(tree_, range.begin) &&
        range.end < tree_.sentence_range(range.begin).end &&
        (names_role(tree_, range.end) || tree_.token(range.end).entity == EntityLabel::kPerson) &&
        is_capitalised(tree_.word(range.end)))
      return true;
    const std::string_view word = tree_.word(range.end - 1);
    if (range.size() == 1 && word.find(']') != std::string_view::npos) return true;  // "[W]e"
    if (range.size() == 1 && Facts::get().is_time_zone(word.substr(0, word.find_first_of("+-")))) return true;
    const std::string text = tree_.text_of(range);
    if (label != EntityLabel::kNorp || tree_.token(range.end - 1).tag != Tag::kJj || country_of_word(text))
      return false;
    return text.find('-') != std::string::npos || range.size() > 1 || !names_people(word);
  }

  // First byte of a letter in UTF-8; what other scripts write is a quotation here.
  static bool latin_or_cyrillic(unsigned char c) { return c >= 0xC3 && c <= 0xD4; }

  // "High Commissioner", "Vice President": common words that end in a role refer to a person
  bool common_title(TokenRange range) const {
    if (range.size() != 2 || !names_role(tree_, range.end - 1)) return false;
    for (std::uint32_t t = range.begin; t + 1 < range.end; ++t) {
      const bool common = tree_.token(t).tag == Tag::kJj || Facts::get().find_noun(tree_.lower(t));
      if (!common || Facts::get().gender_of_given_name(tree_.word(t)) != '-') return false;
    }
    return true;
  }

  // "Muslim", "African": people are called so, here or by the dictionary
  bool names_people(std::string_view word) const {
    const std::string plural = std::string(word) + "s";
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (tree_.word(t) == plural) return true;
    }
    return Facts::get().is_people(word) || !people_of_adjective(word).empty();
  }

 private:
  // "the | Presidential | race", "Suffice to say"
  bool describes(TokenRange range) const {
    const std::uint32_t t = range.begin;
    if (range.size() != 1 || all_capitals(tree_.word(t))) return false;
    const std::string_view word = tree_.word(t);
    const Tag tag = tree_.token(t).tag;
    if (tree_.token(t).upos == Upos::kVerb && tag != Tag::kVbn && tag != Tag::kVbg &&
        t == tree_.sentence_range(t).begin)
      return !stands_capitalised(t) && !Facts::get().find_organisation(word);
    constexpr std::string_view kEndings[] = {"al", "ary", "ic", "ean", "ian", "ous", "ive"};
    const bool adjective = std::any_of(std::begin(kEndings), std::end(kEndings),
                                       [&](auto ending) { return word.ends_with(ending); });
    return adjective && tag == Tag::kJj && tree_.token(t).deprel == Deprel::kAmod && !country_of_word(word) &&
           !Facts::get().is_people(word) && !names_people(word) && !Facts::get().find_place(word) &&
           !Facts::get().find_organisation(word);
  }
  // "cosmonaut No. 11"; "Malcolm X" has two words
  bool single_letter(TokenRange range) const {
    return range.size() == 1 && tree_.word(range.begin).size() == 1 &&
           std::isalpha(static_cast<unsigned char>(tree_.word(range.begin).front())) != 0;
  }

  // "8.30pm", "11:25am"
  bool hour(TokenRange range) const {
    const std::string text = tree_.lower(range.begin);
    const std::size_t end = text.find_first_not_of("0123456789:.");
    return range.size() == 1 && end != 0 && end != std::string::npos &&
           (text.substr(end) == "am" || text.substr(end) == "pm");
  }

  // "1.5 degrees | Celsius"
  bool scale(TokenRange range) const {
    const std::uint32_t t = range.begin;
    return range.size() == 1 && t >= 2 && tree_.token(t - 1).entity == EntityLabel::kQuantity &&
           tree_.token(t - 1).tag == Tag::kNns && tree_.token(t - 2).tag == Tag::kCd &&
           (tree_.token(t).head == t - 1 || tree_.token(t - 1).head == t);
  }

  // "MP", "Dr"
  bool lone_title(TokenRange range) const {
    std::string_view word = tree_.word(range.begin);
    if (range.size() != 1) return false;
    const Title* title = Facts::get().find_title(word);
    if (!title && word.ends_with('s') && all_capitals(word.substr(0, word.size() - 1)))
      title = Facts::get().find_title(word.substr(0, word.size() - 1));  // "MPs"
    return title && (title->kind == 'h' || title->kind == 'x') &&
           Facts::get().gender_of_given_name(word) == '-';
  }

  // "Secretary of | State", "Minister for | Women": what the office is for; not "Speaker of the House"
  bool office_of_role(TokenRange range) const {
    const std::uint32_t t = range.begin;
    if (range.size() != 1 || t < 2 || t == tree_.sentence_range(t).begin || all_capitals(tree_.word(t)))
      return false;
    const std::string before = tree_.lower(t - 1), lower = tree_.lower(t);
    if (before != "of" && before != "for") return false;
    return names_role(tree_, t - 2) && is_capitalised(tree_.word(t - 2)) && Facts::get().find_noun(lower) &&
           !Facts::get().is_state_body(lower) && type_of_noun(lower) != EntityType::kOrganization;
  }

  // "Prime | Minister", "Emergency Situations | Minister": common words that hang on the role behind them
  bool part_of_title(TokenRange range, EntityLabel label) const {
    const std::uint32_t role = range.end;
    if (role >= tree_.size() || tree_.sentence_of(role) != tree_.sentence_of(range.begin) ||
        !names_role(tree_, role) || Facts::get().find_title(tree_.word(role)))
      return false;
    if (Facts::get().find_organisation(tree_.text_of(range))) return false;
    const bool first = range.begin == tree_.sentence_range(range.begin).begin;
    if ((label == EntityLabel::kPerson || (label != EntityLabel::kNone && !first)) &&
        !is_capitalised(tree_.word(role)))
      return false;  // "a Trump | adviser"
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string lower = tree_.lower(t);
      const std::uint32_t head = tree_.token(t).head;
      if (!(head == role || (range.contains(head) && head != t)) || all_capitals(tree_.word(t))) return false;
      const bool unknown = label == EntityLabel::kNone && range.size() == 1 &&
                           !Facts::get().is_common_surname(tree_.word(t));  // "Foreign | Secretary"
      if (!unknown && !is_noun(lower) && !is_noun(to_lower(tree_.token(t).lemma)) && !singular_is_noun(lower))
        return false;
      const auto type = type_of_noun(lower);
      if (type == EntityType::kOrganization || type == EntityType::kFacility ||
          country_of_word(tree_.word(t)) || Facts::get().is_people(tree_.word(t)) ||
          Facts::get().find_place(tree_.word(t)) || Facts::get().gender_of_given_name(tree_.word(t)) != '-')
        return false;
    }
    return true;
  }
  static bool singular_is_noun(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && is_noun(word.substr(0, word.size() - 1));
  }

  // "Drones", "Success" as the first word of a sentence, "Senators" anywhere: nouns that need no capital
  bool common_noun(TokenRange range) const {
    if (range.size() != 1 || all_capitals(tree_.word(range.begin))) return false;
    const std::uint32_t t = range.begin;
    const std::string lower = tree_.lower(t), lemma = to_lower(tree_.token(t).lemma);
    const auto noun = Facts::get().find_noun(lemma);
    const Tag tag = tree_.token(t).tag;
    const bool known = noun || !Facts::get().type_of_noun(lemma).empty() || tag == Tag::kNns;
    if (!known || Facts::get().is_people(tree_.word(t)) || names_people(tree_.word(t)) ||
        (Facts::get().find_people(tree_.word(t)) && !some_of(t)))
      return false;
    if ((tag == Tag::kNns || tag == Tag::kNnps) && noun && noun->noun_class == NounClass::kPerson)
      return true;
    const bool first = t == tree_.sentence_range(t).begin || tree_.token(t - 1).upos == Upos::kPunct;
    if (!first || stands_capitalised(t)) return false;
    return tag == Tag::kNn || tag == Tag::kNns || stands_small(lower, lemma);
  }

  // "4,500 Swedes", "young Britons": not the people
  bool some_of(std::uint32_t t) const {
    return tree_.child(t, Deprel::kNummod) != DocumentTree::kNoToken ||
           tree_.child(t, Deprel::kAmod) != DocumentTree::kNoToken;
  }

  // The same word with a capital within a sentence: a name after all.
  bool stands_capitalised(std::uint32_t at) const {
    for (std::uint32_t t = 1; t < tree_.size(); ++t) {
      if (t != at && tree_.word(t) == tree_.word(at) && t != tree_.sentence_range(t).begin &&
          tree_.token(t - 1).upos != Upos::kPunct)
        return true;
    }
    return false;
  }
  bool stands_small(std::string_view lower, std::string_view lemma) const {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (tree_.word(t) == lower || tree_.word(t) == lemma) return true;
    }
    return false;
  }

  const DocumentTree& tree_;
};

}  // namespace

bool names_nothing(const DocumentTree& tree, TokenRange range, EntityLabel label) {
  // "the Swede", "six Americans"
  if (range.size() == 1 && (the_one_of_a_people(tree, range.begin) || some_of_a_people(tree, range.begin)))
    return true;
  return Refusals(tree).names_nothing(range, label);
}

}  // namespace dossier::ingest
