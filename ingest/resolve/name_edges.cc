// The recogniser's spans begin too early, end too late, or stop short:
//
//   [Humberto 75 miles]      -> Humberto          a quantity is no part of a name
//   [Prof Wang]              -> Wang              nor a title
//   [Nadal 6-3]              -> Nadal             nor a score
//   [Friday Ford Motor]      -> Ford Motor        nor the day before it
//   [Space Shuttle] Columbia -> one name          proper nouns that hang on each other
//   [iPhone] 15, [Boeing] 747 -> one name         numbers of models; no score, sum or year
//   [Hong Sang]-soo          -> one name          nor does a name end within a word
//
// Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/name_edges.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/dates/time_words.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_finder.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

bool ends_name(const DocumentTree& tree, std::uint32_t t) {
  const Tag tag = tree.token(t).tag;
  return tag == Tag::kPos || tag == Tag::kDt || tag == Tag::kCc || tree.token(t).upos == Upos::kPunct;
}

constexpr std::uint32_t kMaxSubtitle = 5;  // words

class Edges {
 public:
  explicit Edges(const DocumentTree& tree) : tree_(tree) {}

  TokenRange trimmed(TokenRange range) const {
    while (range.size() > 0 && ends_name(tree_, range.begin)) ++range.begin;
    while (range.size() > 0 && ends_name(tree_, range.end - 1)) --range.end;
    while (range.size() > 1 && tree_.token(range.end - 1).tag == Tag::kIn) --range.end;
    // "Coast Guard Commandant | Elson Hermogino", "Lemnos Mayor |, Dimitris Marinakis"
    const std::uint32_t next =
        range.end < tree_.size() && tree_.word(range.end) == "," ? range.end + 1 : range.end;
    if (range.size() > 1 && next < tree_.size() && names_role(tree_, range.end - 1) &&
        tree_.token(next).entity == EntityLabel::kPerson && tree_.token(next).entity_begins &&
        (next == range.end || apposed(range, next)))
      range.end = without_role(range);
    // "Remarked Center for Food Safety director ..."
    if (range.size() > 1 && range.begin == tree_.sentence_range(range.begin).begin &&
        tree_.token(range.begin).upos == Upos::kVerb && tree_.token(range.begin).deprel == Deprel::kRoot)
      ++range.begin;
    // "Neighbouring | Chad", "Landlocked Bolivia", where the sentence begins
    if (range.size() >= 2 && range.begin == tree_.sentence_range(range.begin).begin &&
        describes(tree_.lower(range.begin)) &&
        Facts::get().find_country(tree_.text_of({range.begin + 1, range.end})) &&
        !Facts::get().names_place(tree_.text_of(range)) &&
        !Facts::get().find_organisation(tree_.text_of(range)))
      ++range.begin;
    // a score is no part of the name: "Sweden 1", "Liverpool 1-0"
    if (range.size() >= 4 && score_ends(range.end)) range.end -= 3;
    if (range.size() >= 2 && tree_.token(range.end - 1).tag == Tag::kCd &&
        Facts::get().find_country(tree_.text_of({range.begin, range.end - 1})))
      --range.end;
    while (range.size() >= 2 && counts_what_follows(range.end - 1)) --range.end;
    // "R-Texas", as American politicians are told apart
    if (range.size() >= 3 && tree_.word(range.begin).size() == 1 && tree_.word(range.begin + 1) == "-" &&
        Facts::get().find_place(clean_name(tree_.text_of({range.begin + 2, range.end}))))
      range.begin += 2;
    // "Republican | Senate Majority Leader"
    if (range.size() == 2 && Facts::get().is_people(tree_.word(range.begin)) &&
        !country_of_word(tree_.word(range.begin)) &&
        Facts::get().is_state_body(tree_.lower(range.begin + 1)) && range.end < tree_.size() &&
        proper(tree_.token(range.end)) && !Facts::get().find_organisation(tree_.text_of(range)) &&
        Facts::get().type_of_known_name(tree_.text_of(range)).empty())
      ++range.begin;
    // "On | Friday | Ford said", which the recogniser takes for one name
    if (range.size() > 1 && day_of(range.begin)) ++range.begin;
    return without_quantity(range);
  }

  // No "Boeing 737-800"
  bool score_ends(std::uint32_t end) const {
    const auto goals = [&](std::uint32_t t) {
      return tree_.token(t).tag == Tag::kCd && tree_.word(t).size() <= 2;
    };
    const std::string_view mark = tree_.word(end - 2);
    return goals(end - 1) && goals(end - 3) && (mark == "-" || mark == "–");
  }

  // "Welsh | Health Minister"
  std::uint32_t without_role(TokenRange range) const {
    const std::uint32_t role = range.end - 1;
    std::uint32_t end = role;
    while (end > range.begin && tree_.token(end - 1).head == role &&
           Facts::get().find_noun(tree_.lower(end - 1)) && !known_as_name(tree_.word(end - 1)) &&
           type_of_noun(tree_.word(end - 1)).value_or(EntityType::kPerson) == EntityType::kPerson)
      --end;
    return end;
  }
  bool apposed(TokenRange role, std::uint32_t name) const {
    while (tree_.token(name).deprel == Deprel::kCompound) name = tree_.token(name).head;
    return tree_.token(name).deprel == Deprel::kAppos && role.contains(tree_.token(name).head);
  }

  static bool describes(const std::string& word) {
    return !is_noun(word) && (is_adjective(word) || (word.size() > 4 && word.ends_with("ing")));
  }
  // "lent Greece 5 | billion euros"
  bool counts_what_follows(std::uint32_t t) const {
    const std::uint32_t number = t;
    while (tree_.token(t).tag == Tag::kCd && tree_.token(t).head > t) t = tree_.token(t).head;
    return t > number && tree_.token(number).tag == Tag::kCd && tree_.token(t).upos == Upos::kNoun;
  }

  // "Humberto 75 miles"
  TokenRange without_quantity(TokenRange range) const {
    std::uint32_t end = range.end;
    while (end > range.begin && tree_.token(end - 1).upos == Upos::kNoun &&
           !is_capitalised(tree_.word(end - 1)))
      --end;
    if (end == range.end || tree_.token(end - 1).tag != Tag::kCd) return range;
    while (end > range.begin + 1 && tree_.token(end - 1).tag == Tag::kCd) --end;
    return {range.begin, end};
  }

  TokenRange without_titles(TokenRange range, EntityLabel label) const {
    if (label != EntityLabel::kPerson && label != EntityLabel::kNone) return range;
    if (range.size() >= 3 && bears_title(range.end - 1)) return range;
    std::uint32_t begin = range.begin;
    // "Labour | MP Ana Roe"
    const Title* last = range.size() > 1 && label == EntityLabel::kNone
                            ? Facts::get().find_title(tree_.word(range.end - 1))
                            : nullptr;
    const auto member =
        last && last->kind == 'x' ? Facts::get().find_noun(tree_.lower(range.end - 1)) : std::nullopt;
    if (member && member->noun_class == NounClass::kPerson) --range.end;
    for (std::uint32_t t = range.begin; t + 1 < range.end; ++t) {
      if (names_role(tree_, t) && !is_particle(tree_, t) &&
          (is_capitalised(tree_.word(t + 1)) || is_particle(tree_, t + 1)))
        begin = t + 1;
    }
    // "Lead Paul Sun-Hyung Lee": a common word that only begins the sentence
    if (label == EntityLabel::kPerson && range.end - begin >= 3 &&
        begin == tree_.sentence_range(begin).begin && is_noun(tree_.lower(begin)) &&
        !known_as_name(tree_.word(begin)) && Facts::get().gender_of_given_name(tree_.word(begin + 1)) != '-')
      ++begin;
    return {begin, range.end};
  }

  // "General Santos City", "King Abdulaziz University": named after somebody
  bool bears_title(std::uint32_t last) const {
    const auto type = type_of_noun(tree_.word(last));
    return (type == EntityType::kPlace || type == EntityType::kFacility ||
            type == EntityType::kOrganization) &&
           proper(tree_.token(last)) && !known_as_name(tree_.word(last));
  }

  static bool known_as_name(std::string_view word) {
    return Facts::get().gender_of_given_name(word) != '-' || Facts::get().is_common_surname(word);
  }

  // "Nadal | 6-3"
  TokenRange without_score(TokenRange range, EntityLabel label) const {
    if (label != EntityLabel::kPerson) return range;
    for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
      if (tree_.token(t).tag == Tag::kCd) return {range.begin, t};
    }
    return range;
  }

  // The recogniser stops short: "Space Shuttle | Columbia", "NTU | Hospital Station", "Washington | D.C.".
  TokenRange extended(TokenRange range, EntityLabel label) const {
    const bool thing =
        label != EntityLabel::kPerson && label != EntityLabel::kNorp && label != EntityLabel::kNone;
    while ((thing || label == EntityLabel::kPerson) && range.size() > 0 && range.end < tree_.size()) {
      const std::uint32_t next = range.end, last = range.end - 1;
      const bool hangs = (tree_.token(last).head == next && tree_.token(last).deprel == Deprel::kCompound) ||
                         (tree_.token(next).head == last && label == EntityLabel::kGpe &&
                          tree_.word(next).find('.') != std::string_view::npos);
      if (!hangs || !free_proper(next) || names_role(tree_, next) ||
          tree_.sentence_of(next) != tree_.sentence_of(last))
        break;
      ++range.end;
    }
    if (label == EntityLabel::kPerson || label == EntityLabel::kNone) range = with_whole_words(range);
    range = with_ship_prefix(with_weekday(with_month(with_numbered_front(range))));
    return with_subtitle(with_number(with_common_complement(with_body_of(range, label), label), label),
                         label);
  }

  // "Hong Sang | -soo", "Omar | el-Masri", "Jan- | Erik Dahl"; no "Sino-Russian", "Trump-Kim talks"
  TokenRange with_whole_words(TokenRange range) const {
    if (range.size() == 0) return range;
    const std::uint32_t first = tree_.sentence_range(range.begin).begin,
                        limit = tree_.sentence_range(range.begin).end;
    const auto free = [&](std::uint32_t t) {
      return proper(tree_.token(t)) && !names_something(tree_.token(t).entity);
    };
    if (range.begin > first + 1 && joined(range.begin - 1) && free(range.begin - 2) &&
        known_as_name(tree_.word(range.begin - 2)) && known_as_name(tree_.word(range.begin)))
      range.begin -= 2;
    if (range.end + 1 < limit && joined(range.end) && free(range.end + 1) && range.size() >= 2 &&
        (is_particle(tree_, range.end + 1) || known_as_name(tree_.word(range.end + 1))))
      range.end += 2;
    if (range.end + 2 < limit && joined(range.end + 1) && free(range.end) && is_particle(tree_, range.end) &&
        free(range.end + 2) && tree_.token(range.end - 1).head == range.end + 2)
      range.end += 3;
    return range;
  }
  // A hyphen between two halves of a word
  bool joined(std::uint32_t hyphen) const {
    return tree_.word(hyphen) == "-" && hyphen > 0 && hyphen + 1 < tree_.size() &&
           tree_.token(hyphen - 1).span.end == tree_.token(hyphen).span.begin &&
           tree_.token(hyphen).span.end == tree_.token(hyphen + 1).span.begin;
  }

  // "starred in Zarnborn | : Night Shift | in 2016"; no words that somebody is quoted with
  TokenRange with_subtitle(TokenRange range, EntityLabel label) const {
    const std::uint32_t colon = range.end;
    if (range.size() == 0 || colon + 1 >= tree_.size() || tree_.word(colon) != ":" ||
        range.begin == tree_.sentence_range(range.begin).begin || label == EntityLabel::kPerson ||
        label == EntityLabel::kNorp)
      return range;
    const std::string text = tree_.text_of(range);
    if (Facts::get().find_country(text) || Facts::get().find_place(text) ||
        Facts::get().find_organisation(text))
      return range;
    const std::uint32_t limit = std::min(tree_.sentence_range(range.begin).end, colon + 1 + kMaxSubtitle);
    std::uint32_t end = colon + 1;
    const auto part = [&](std::uint32_t t) {
      return proper(tree_.token(t)) && is_capitalised(tree_.word(t));
    };
    while (end < limit &&
           (part(end) || (tree_.lower(end) == "of" && end > colon + 1 && end + 1 < limit && part(end + 1))))
      ++end;
    const bool more =
        end < tree_.size() && (tree_.token(end).tag == Tag::kVbd || tree_.token(end).tag == Tag::kVbz ||
                               tree_.token(end).tag == Tag::kMd || tree_.word(end) == ":");
    return end == colon + 1 || more ? range : TokenRange{range.begin, end};
  }

  // "AirAsia Flight | 8501", "Category | 5", "Section | 702", "iPhone | 15", "Boeing | 747"
  TokenRange with_number(TokenRange range, EntityLabel label) const {
    if (range.size() == 0 || range.end >= tree_.size()) return range;
    const std::uint32_t last = range.end - 1, number = range.end;
    const Token& token = tree_.token(number);
    const bool own = token.tag == Tag::kCd && token.head == last && token.deprel == Deprel::kNummod;
    const bool dated = token.entity == EntityLabel::kDate || token.entity == EntityLabel::kTime;
    const bool noun = Facts::get().find_noun(tree_.lower(last)) && !dated;
    return own && proper(tree_.token(last)) && (noun || (bears_number(range, label) && names_model(number)))
               ? TokenRange{range.begin, number + 1}
               : range;
  }
  // No "Ana Roe 3", "Norway 3"
  bool bears_number(TokenRange range, EntityLabel label) const {
    const bool thing = label == EntityLabel::kNone || label == EntityLabel::kOrg ||
                       label == EntityLabel::kProduct || label == EntityLabel::kFac ||
                       label == EntityLabel::kWorkOfArt;
    const std::string text = tree_.text_of(range);
    return thing && !Facts::get().find_country(text) && !Facts::get().find_place(text) &&
           !Facts::get().is_city(text);
  }
  // A short whole number that begins no score, sum or year.
  bool names_model(std::uint32_t number) const {
    const std::string_view word = tree_.word(number);
    const bool digits = word.find_first_not_of("0123456789") == std::string_view::npos;
    const EntityLabel label = tree_.token(number).entity;
    if (!digits || word.size() > 4 || label == EntityLabel::kMoney || label == EntityLabel::kPercent ||
        label == EntityLabel::kQuantity ||
        (word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))))
      return false;
    if (number + 1 >= tree_.size()) return true;
    const Tag next = tree_.token(number + 1).tag;
    return next != Tag::kCd && next != Tag::kSym && next != Tag::kHyph && tree_.word(number + 1) != "%" &&
           tree_.word(number + 1) != "–" && tree_.word(number + 1) != ":" &&
           tree_.token(number + 1).upos != Upos::kNoun;
  }

  // "the Lost 52 | Project", "the March 23 | Movement"
  TokenRange with_numbered_front(TokenRange range) const {
    const std::uint32_t t = range.begin;
    if (range.size() == 0 || t < 3 || tree_.sentence_of(t) != tree_.sentence_of(t - 3) ||
        tree_.token(t - 3).tag != Tag::kDt)
      return range;
    const bool number = tree_.token(t - 1).tag == Tag::kCd &&
                        (tree_.token(t - 1).head == t - 2 || range.contains(tree_.token(t - 1).head));
    return number && proper(tree_.token(t - 2)) && is_capitalised(tree_.word(t - 2)) &&
                   range.contains(tree_.token(t - 2).head)
               ? TokenRange{t - 2, range.end}
               : range;
  }

  // "MV | Namse Bangdzod"
  TokenRange with_ship_prefix(TokenRange range) const {
    if (range.size() == 0 || range.begin == tree_.sentence_range(range.begin).begin) return range;
    std::uint32_t t = range.begin - 1;
    if (t > tree_.sentence_range(t).begin && names_role(tree_, t) && ship_prefix(tree_.word(t - 1)))
      --t;  // "MV Professor X"
    return ship_prefix(tree_.word(t)) && tree_.token(t).deprel == Deprel::kCompound ? TokenRange{t, range.end}
                                                                                    : range;
  }

  // "Northern District | of Texas", "Select Committee | on Benghazi": common words alone name no body
  TokenRange with_body_of(TokenRange range, EntityLabel label) const {
    if (range.size() < 2 || label == EntityLabel::kPerson || label == EntityLabel::kNone ||
        range.end + 1 >= tree_.size())
      return range;
    const std::string word = tree_.lower(range.end);
    if ((word != "of" && word != "on") || tree_.token(range.end).head < range.begin ||
        tree_.token(range.end).head >= range.end)
      return range;
    const auto type = type_of_noun(tree_.word(range.end - 1));
    if (type != EntityType::kOrganization && type != EntityType::kPlace && type != EntityType::kFacility)
      return range;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!common_word(t)) return range;
    }
    std::uint32_t end = range.end + 1;
    if (tree_.token(end).tag == Tag::kDt) ++end;
    const std::uint32_t first = end;
    while (end < tree_.size() && proper(tree_.token(end)) && !names_time(end) &&
           tree_.sentence_of(end) == tree_.sentence_of(range.begin))
      ++end;
    return end > first ? TokenRange{range.begin, end} : range;
  }
  // "Index | on Censorship", "United States House | of Representatives", "Centre for Speech | , Language and
  // the Brain": common nouns in capitals belong to the name
  TokenRange with_common_complement(TokenRange range, EntityLabel label) const {
    if (range.size() == 0 || range.end + 1 >= tree_.size() || label == EntityLabel::kPerson ||
        label == EntityLabel::kNorp || !common_noun(range.end - 1))
      return range;
    const std::uint32_t next = range.end;
    const std::string word = tree_.lower(next);
    const bool links =
        word == "on" || word == "for" || (word == "of" && range.contains(tree_.token(next).head));
    if (links && !names_role(tree_, next - 1))
      return {range.begin, std::max(range.end, end_of_common(next + 1, range.end))};
    return label == EntityLabel::kOrg && word == "," && complemented(range)
               ? TokenRange{range.begin, std::max(range.end, end_of_common(next + 1, range.end))}
               : range;
  }

  // Where a list of common nouns in capitals ends that begins here; `none` if none does or it breaks off.
  std::uint32_t end_of_common(std::uint32_t t, std::uint32_t none) const {
    const std::uint32_t limit = tree_.sentence_range(none - 1).end;
    std::uint32_t end = none;
    const bool only = tree_.word(t - 1) != ",";
    for (bool last = only;; last = false) {
      if (t < limit && tree_.lower(t) == "and") last = true, ++t;
      if (t < limit && tree_.token(t).tag == Tag::kDt) ++t;
      const std::uint32_t first = t;
      while (t < limit && common_noun(t)) ++t;
      const auto type = t == first ? std::nullopt : type_of_noun(tree_.word(t - 1));
      const bool body = type == EntityType::kOrganization || type == EntityType::kFacility;
      if (t == first || (t < limit && (proper(tree_.token(t)) || tree_.lower(t) == "of")) ||
          (body && !(only && end == none)))
        return end;
      if (last) end = t;
      if (t >= limit || (tree_.word(t) != "," && tree_.lower(t) != "and")) return end;
      if (tree_.word(t) == ",") ++t;
    }
  }

  // "Censorship": a capital, but a word of the dictionary that names no body, post, place or day
  bool common_noun(std::uint32_t t) const {
    const std::string lower = tree_.lower(t);
    if (!proper(tree_.token(t)) || !is_capitalised(tree_.word(t)) || names_time(t) ||
        (names_role(tree_, t) && tree_.token(t).tag != Tag::kNnps))
      return false;
    const Facts& facts = Facts::get();
    const bool noun =
        is_noun(lower) || is_noun(to_lower(tree_.token(t).lemma)) ||
        (lower.size() > 3 && lower.ends_with('s') && is_noun(lower.substr(0, lower.size() - 1)));
    return noun && !facts.find_place(tree_.word(t)) && !facts.find_country(tree_.word(t)) &&
           tree_.token(t).entity != EntityLabel::kPerson && !all_capitals(tree_.word(t));
  }
  bool complemented(TokenRange range) const {
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
      if (tree_.lower(t) == "of" || tree_.lower(t) == "for" || tree_.lower(t) == "on") return true;
    }
    return false;
  }

  bool common_word(std::uint32_t t) const {
    const std::string lower = tree_.lower(t);
    return (Facts::get().find_noun(lower) || !Facts::get().type_of_noun(lower).empty() ||
            tree_.token(t).tag == Tag::kJj || lower.ends_with("ern")) &&
           !Facts::get().find_country(tree_.word(t));
  }

  // "Super | Tuesday"; not "in Florida Friday"
  TokenRange with_weekday(TokenRange range) const {
    if (range.size() != 1 || range.end >= tree_.size()) return range;
    const std::uint32_t next = range.end;
    const bool hangs =
        (tree_.token(range.begin).head == next && tree_.token(range.begin).deprel != Deprel::kPoss) ||
        is_noun(tree_.lower(range.begin));
    const std::string text = tree_.text_of(range);
    const bool known =
        Facts::get().find_place(text) || Facts::get().find_country(text) || Facts::get().is_city(text);
    return hangs && !known && proper(tree_.token(next)) && names_weekday(next)
               ? TokenRange{range.begin, next + 1}
               : range;
  }

  // "March Madness"; not "On Friday Ford said"
  TokenRange with_month(TokenRange range) const {
    if (range.size() == 0 || range.begin == tree_.sentence_range(range.begin).begin) return range;
    const std::uint32_t t = range.begin - 1;
    const bool hangs = tree_.token(t).deprel == Deprel::kCompound && range.contains(tree_.token(t).head);
    return hangs && proper(tree_.token(t)) && names_time(t) && !day_of(t) ? TokenRange{t, range.end} : range;
  }

  bool free_proper(std::uint32_t t) const {
    const bool one_of_many = t > 0 && (tree_.lower(t - 1) == "a" || tree_.lower(t - 1) == "an");
    const bool shouted = tree_.token(t).tag == Tag::kNn && !one_of_many && tree_.word(t).size() >= 3 &&
                         all_capitals(tree_.word(t));
    return (proper(tree_.token(t)) || shouted) && !names_something(tree_.token(t).entity) &&
           tree_.token(t).entity != EntityLabel::kDate && tree_.token(t).entity != EntityLabel::kTime &&
           is_name_word(t) && !names_time(t);
  }

  bool day_of(std::uint32_t t) const { return names_weekday(t) && t > 0 && tree_.lower(t - 1) == "on"; }

  bool names_weekday(std::uint32_t t) const {
    const auto words = read_time_words(tree_.word(t));
    return words.size() == 1 && words.front().weekday != 0;
  }

  bool names_time(std::uint32_t t) const {
    const auto words = read_time_words(tree_.word(t));
    return words.size() == 1 && (words.front().month != 0 || words.front().weekday != 0);
  }

  bool is_name_word(std::uint32_t t) const {
    const std::string_view word = tree_.word(t);
    return std::any_of(word.begin(), word.end(),
                       [](unsigned char c) { return std::isalpha(c) || c >= 0x80; }) &&
           (is_capitalised(word) || std::any_of(word.begin(), word.end(), [](unsigned char c) {
              return c == '.' || std::isdigit(c) || std::isupper(c);
            }));
  }

 private:
  const DocumentTree& tree_;
};

}  // namespace

bool is_particle(const DocumentTree& tree, std::uint32_t t) {
  const char first = tree.word(t).front();
  return proper(tree.token(t)) && first >= 'a' && first <= 'z';
}

bool free_proper(const DocumentTree& tree, std::uint32_t t) { return Edges(tree).free_proper(t); }

TokenRange with_mended_edges(const DocumentTree& tree, TokenRange range, EntityLabel label) {
  const Edges edges(tree);
  return edges.extended(edges.without_titles(edges.without_score(edges.trimmed(range), label), label), label);
}

}  // namespace dossier::ingest
