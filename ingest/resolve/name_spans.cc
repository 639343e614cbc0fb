// Where a span holds two names, one of these stands between them:
//
//   a verb         "Sachs told Nassau County Court"
//   a possessive   "Beijing's Renmin University", "Oslo University's Olga Berg"; "Korean People's Army" is
//   one name of             "Director General of the World Health Organization", of whom only the body is
//   named a role         "United States Representative Elijah Cummings" commas         "Obba, Sigurfljod,
//   Urania" a bracket      "Organisation of Islamic Cooperation (OIC" a comma        "Shelby, North Carolina"
//   an article     "Twitter the Oslo Fire Department"
//   in, at         "Cahors Cathedral in Cahors"
//   and            "Santo Spirito and Immacolata"; "Center for Food Safety and Center for Biological
//   Diversity" nothing        "Council on American-Islamic Relations | Alia Salem": a body, then a given name
//   and a surname
//
// Tests: tests/ingest/resolve/name_spans_test.cc.
#include "ingest/resolve/name_spans.h"

#include <algorithm>
#include <optional>

#include "ingest/data/facts.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class Cutter {
 public:
  explicit Cutter(const DocumentTree& tree) : tree_(tree) {}

  void cut(NameSpan span) {
    if (const auto at = find_cut(span)) {
      cut({{span.range.begin, at->left_end}, at->left});
      cut({{at->right_begin, span.range.end}, at->right});
    } else if (span.range.size() > 0) {
      names.push_back(span);
    }
  }

  std::vector<NameSpan> names;

 private:
  struct Cut {
    std::uint32_t left_end, right_begin;
    EntityLabel left, right;
  };

  std::optional<Cut> find_cut(const NameSpan& span) {
    const TokenRange range = span.range;
    person_ = span.label == EntityLabel::kPerson;
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
      const Tag tag = tree_.token(t).tag;
      if ((tag == Tag::kVbd || tag == Tag::kVbz) && !is_capitalised(tree_.word(t)))
        return Cut{t, t + 1, EntityLabel::kNone, span.label};
      // "YouTube channel Numberphile"
      if (tag == Tag::kNn && !is_capitalised(tree_.word(t)) && proper(tree_.token(t - 1)) &&
          proper(tree_.token(t + 1)) && is_capitalised(tree_.word(t + 1)) && type_of_noun(tree_.word(t)))
        return Cut{t, t + 1, EntityLabel::kNone, EntityLabel::kNone};
      // "said on Twitter the Oslo Fire Department": no "Winnie the Pooh"
      if (tree_.word(t) == "the" && span.label == EntityLabel::kOrg && proper(tree_.token(t - 1)) &&
          body(range.end - 1))
        return Cut{t, t + 1, EntityLabel::kNone, span.label};
      if (tag == Tag::kPos && names_saint(tree_.word(range.begin)) && t + 1 < range.end)
        continue;  // "St. Mary's Hospital"
      if (tag == Tag::kPos && is_place({range.begin, t}))
        return Cut{t, t + 1, EntityLabel::kNone, span.label};
      if (tag == Tag::kPos) {
        if (const auto cut = cut_at_owner(t, span)) return cut;
      }
      if (tree_.lower(t) == "of" && t == head_end(range) && span.label != EntityLabel::kWorkOfArt &&
          span.label != EntityLabel::kLaw && role_of_body(t, range))
        return Cut{range.begin, t + 1, EntityLabel::kNone,
                   is_place({t + 1, range.end}) ? EntityLabel::kGpe : EntityLabel::kOrg};
      if (tree_.word(t) == "," && campus(t, range)) continue;
      list_ = list_ || lists_names(range);
      if ((tree_.word(t) == "," || tree_.lower(t) == "and") && known_beside(t, range))
        return Cut{t, t + 1, span.label, span.label};
      if (tree_.word(t) == "," && list_) return Cut{t, t + 1, span.label, span.label};
      if (tree_.word(t) == "(") return Cut{t, t + 1, span.label, EntityLabel::kNone};
      if (place_follows(t, range)) return Cut{t, t + 1, span.label, EntityLabel::kGpe};
      if (tree_.lower(t) == "and" && two_names(t, span)) return Cut{t, t + 1, span.label, span.label};
      if (person_begins(t, range)) {
        if (names_role(tree_, t - 1)) return Cut{t - 1, t, EntityLabel::kNone, EntityLabel::kPerson};
        const EntityLabel left = is_place({range.begin, t}) ? EntityLabel::kGpe : EntityLabel::kOrg;
        return Cut{t, t, left, EntityLabel::kPerson};
      }
    }
    return std::nullopt;
  }

  // "Manchester University's Olga Onuch", "Lamborghini's Chief Executive": the owner is one name, what it
  // owns another
  std::optional<Cut> cut_at_owner(std::uint32_t mark, const NameSpan& span) const {
    const TokenRange left{span.range.begin, mark}, right{mark + 1, span.range.end};
    const bool owner = body(mark - 1) || Facts::get().find_organisation(tree_.text_of(left));
    const EntityLabel label = owner ? EntityLabel::kOrg : EntityLabel::kNone;
    if (names_role(tree_, right.end - 1)) return Cut{mark, mark + 1, label, EntityLabel::kNone};
    if (full_name(right)) return Cut{mark, mark + 1, EntityLabel::kOrg, EntityLabel::kPerson};
    if (left.size() == 1 && !owner && somebody_elsewhere(left))
      return Cut{mark, mark + 1, EntityLabel::kPerson, span.label};
    if (owner && left.size() >= 2 && !holds_body(right))
      return Cut{mark, mark + 1, label, EntityLabel::kNone};
    return std::nullopt;  // "Renmin University's Institute of International Affairs" is one body
  }

  // "Lee's | Democratic Party", of Lee Jae-myung's; no "Alzheimer's Society"
  bool somebody_elsewhere(TokenRange word) const {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (!word.contains(t) && tree_.token(t).entity == EntityLabel::kPerson &&
          tree_.word(t) == tree_.word(word.begin))
        return true;
    }
    return false;
  }

  bool holds_body(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (body(t)) return true;
    }
    return false;
  }

  bool full_name(TokenRange range) const {
    if (range.size() < 2 || range.size() > 3) return false;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!proper(tree_.token(t)) || type_of_noun(tree_.word(t)) || Facts::get().find_noun(tree_.lower(t)))
        return false;
    }
    return Facts::get().gender_of_given_name(tree_.word(range.begin)) != '-';
  }

  // The first "of" of the span.
  std::uint32_t head_end(TokenRange range) const {
    std::uint32_t t = range.begin;
    while (t < range.end && tree_.lower(t) != "of") ++t;
    return t;
  }

  // "Director General | of | the WHO", "Mayor of Koszalin"; not "Chiefs of Staff", "Speaker of the House" as
  // an office
  bool role_of_body(std::uint32_t of, TokenRange range) const {
    const bool role = names_role(tree_, of - 1) && tree_.token(of - 1).tag != Tag::kNnps;
    std::uint32_t t = of + 1;
    while (t < range.end && (tree_.token(t).tag == Tag::kDt)) ++t;
    const auto noun = Facts::get().find_noun(tree_.lower(of - 1));
    if (noun && noun->gender != '-') return false;  // "Man of the Match"
    if (!role || t >= range.end || !proper(tree_.token(t))) return false;
    return range.end - t >= 2 || all_capitals(tree_.word(t)) || is_place({t, range.end}) ||
           named_place({t, range.end});
  }

  // Names apart by commas alone: no law firm, no "Innovation, Industry and Energy"
  bool lists_names(TokenRange range) const {
    int commas = 0;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const std::string word = tree_.lower(t);
      if (word == "and" || word == "&" || word == "of" || word == "for" || word == "-") return false;
      commas += word == ",";
    }
    return (commas >= 2 || (commas == 1 && list_goes_on(range.end))) &&
           is_capitalised(tree_.word(range.begin));
  }
  // "Bild | , | Politico | and | Business Insider", of which the tables know one; no "Marks and Spencer"
  bool known_beside(std::uint32_t t, TokenRange range) const {
    if (known(range) || !proper(tree_.token(t - 1)) || !proper(tree_.token(t + 1))) return false;
    std::uint32_t end = t + 1;
    while (end < range.end && tree_.word(end) != "," && tree_.lower(end) != "and") ++end;
    const bool left = known({range.begin, t}), right = known({t + 1, end});
    return tree_.word(t) == "," ? left || right : left && right;  // no "Life and Liberty Party"
  }
  bool known(TokenRange range) const {
    const std::string text = clean_name(tree_.text_of(range));
    const std::string_view type = Facts::get().type_of_known_name(text);
    return Facts::get().find_organisation(text) || type == "Work" || type == "Product" || type == "Event";
  }
  // "Norsk, Holt | and Dahl"
  bool list_goes_on(std::uint32_t end) const {
    return end + 1 < tree_.size() && tree_.token(end).deprel == Deprel::kCc && proper(tree_.token(end + 1)) &&
           tree_.token(end + 1).entity_begins;
  }

  bool is_place(TokenRange range) const {
    const std::string text = clean_name(tree_.text_of(range));
    const Facts& facts = Facts::get();
    return facts.find_country(text) || facts.find_capital(text) || facts.find_place(text);
  }

  bool named_place(TokenRange range) const {
    return is_place(range) || Facts::get().is_city(tree_.text_of(range));
  }

  bool place_follows(std::uint32_t t, TokenRange range) const {
    const bool mark = tree_.word(t) == "," || tree_.lower(t) == "in" || tree_.lower(t) == "at";
    return mark && is_place({t + 1, range.end}) && !is_place(range);
  }

  // "University of California, San Diego": no state lies in a city
  bool campus(std::uint32_t comma, TokenRange range) const {
    const auto region = [&](std::uint32_t t) { return tree_.lower(t) == "of" && is_region({t + 1, comma}); };
    const std::string town = clean_name(tree_.text_of({comma + 1, range.end}));  // without its "'s"
    return (region(comma - 2) || (comma >= range.begin + 4 && region(comma - 3))) &&
           Facts::get().is_city(town);
  }
  bool is_region(TokenRange range) const {
    const std::string text = tree_.text_of(range);
    return Facts::get().find_place(text) && !Facts::get().is_city(text);
  }

  // Two persons, two places, or two bodies that are each told by what they are for.
  bool two_names(std::uint32_t conjunction, const NameSpan& span) const {
    const TokenRange left{span.range.begin, conjunction}, right{conjunction + 1, span.range.end};
    if (is_place(span.range) || Facts::get().find_organisation(tree_.text_of(span.range))) return false;
    if (tree_.text_of(left) == tree_.text_of(right)) return true;  // "than Inky and Inky had"
    if (stands_alone(left, span.range) && stands_alone(right, span.range)) return true;
    if (span.label == EntityLabel::kPerson)
      return proper(tree_.token(right.begin)) && !type_of_noun(tree_.word(right.end - 1));
    const bool places = named_place(left) && named_place(right) && !share_word(left, right);
    if (places || span.label == EntityLabel::kGpe) return places;
    return names_body(left) && names_body(right);
  }

  // The same words with a capital elsewhere, and no "and" beside them: "Pluto and Charon"
  bool stands_alone(TokenRange part, TokenRange span) const {
    const std::string text = tree_.text_of(part);
    for (std::uint32_t t = 0; t + part.size() <= tree_.size(); ++t) {
      if (span.contains(t) || !is_capitalised(tree_.word(t)) || tree_.word(t) != tree_.word(part.begin) ||
          tree_.text_of({t, t + part.size()}) != text || !proper(tree_.token(t)))
        continue;
      const bool joined = (t > 0 && (tree_.lower(t - 1) == "and" || proper(tree_.token(t - 1)))) ||
                          (t + part.size() < tree_.size() &&
                           (tree_.lower(t + part.size()) == "and" || proper(tree_.token(t + part.size()))));
      if (!joined) return true;
    }
    return false;
  }

  // "North and South Korea"
  bool share_word(TokenRange left, TokenRange right) const {
    return Facts::get().find_country(tree_.text_of(left) + " " + std::string(tree_.word(right.end - 1))) !=
           nullptr;
  }

  bool names_body(TokenRange range) const {
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
      if (tree_.lower(t) == "of" || tree_.lower(t) == "for") return body(t - 1);
    }
    return false;
  }

  bool body(std::uint32_t t) const {
    const auto type = type_of_noun(tree_.word(t));
    return type == EntityType::kOrganization || type == EntityType::kFacility;
  }

  bool person_begins(std::uint32_t t, TokenRange range) const {
    const std::uint32_t size = range.end - t;
    const TokenRange left{range.begin, t};
    // "Amnesty International Man-kei Tam", "Vermont Bernie Sanders"; Paris and Georgia are given names too
    const bool like_person = Facts::get().gender_of_given_name(tree_.word(t)) != '-' ||
                             Facts::get().is_common_surname(tree_.word(range.end - 1));
    const bool known =
        Facts::get().find_organisation(tree_.text_of(left)) ||
        (is_place(left) && Facts::get().gender_of_given_name(tree_.text_of(left)) == '-' && like_person);
    if (size < 2 || size > 3) return false;
    if (Facts::get().gender_of_given_name(tree_.word(t)) == '-' && !known) return false;
    for (std::uint32_t u = t; u < range.end; ++u) {
      if (!proper(tree_.token(u)) || type_of_noun(tree_.word(u)) || Facts::get().find_noun(tree_.lower(u)))
        return false;
    }
    if (!person_ && named_elsewhere({t, range.end}) && !ship_prefix(tree_.word(range.begin))) return true;
    const bool noun = body(t - 1) || plural_noun(t - 1) || names_role(tree_, t - 1);
    const bool stands =
        range.begin > 0 && (tree_.lower(range.begin - 1) == "of" || tree_.lower(range.begin - 1) == "in");
    const bool city = stands && Facts::get().is_city(tree_.text_of(left)) && like_person &&
                      Facts::get().gender_of_given_name(tree_.text_of(left)) == '-';
    const std::uint32_t article = tree_.token(left.begin).tag == Tag::kDt;  // "the Camp David Accords"
    return (noun && left.size() >= 2 + article) || known || city;
  }
  // "Royal Institute of Navigation | Roger McKinlay", who is a name of the recogniser's somewhere
  bool named_elsewhere(TokenRange person) const {
    for (std::uint32_t t = 0; t + person.size() < tree_.size(); ++t) {
      const std::uint32_t end = t + person.size();
      if (tree_.word(t) != tree_.word(person.begin) || !tree_.token(t).entity_begins ||
          tree_.token(t).entity != EntityLabel::kPerson ||
          tree_.token(end - 1).entity != EntityLabel::kPerson ||
          (tree_.token(end).entity == EntityLabel::kPerson && !tree_.token(end).entity_begins))
        continue;
      if (tree_.text_of({t, end}) == tree_.text_of(person)) return true;
    }
    return false;
  }
  bool plural_noun(std::uint32_t t) const {
    const std::string word = tree_.lower(t);
    return word.size() > 3 && word.ends_with('s') && Facts::get().find_noun(word.substr(0, word.size() - 1));
  }

  const DocumentTree& tree_;
  bool list_ = false, person_ = false;
};

}  // namespace

// "Dr Hugo Spiers", whatever the recogniser takes him for; not "Sir John Soane's Museum"
static bool titled_person(const DocumentTree& tree, TokenRange range) {
  const Title* title = Facts::get().find_title(tree.word(range.begin));
  if (!title || title->kind != 'h' || range.size() < 2 || range.size() > 5) return false;
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    if (!proper(tree.token(t)) || type_of_noun(tree.word(t)) || all_capitals(tree.word(t))) return false;
  }
  return !country_of_word(tree.word(range.end - 1));  // "Mister America"
}

// "Lawyer Ingrid Dahl", which the recogniser takes for a body: what somebody is, a given name and a surname; no "Prince
// Charles Hospital"
static bool person_with_role(const DocumentTree& tree, TokenRange range) {
  if (range.size() < 3 || range.size() > 4 || !names_role(tree, range.begin) ||
      Facts::get().find_title(tree.word(range.begin)) ||
      Facts::get().gender_of_given_name(tree.word(range.begin + 1)) == '-')
    return false;
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    if (!proper(tree.token(t)) || type_of_noun(tree.word(t)) || all_capitals(tree.word(t)) ||
        Facts::get().find_noun(tree.lower(t)))
      return false;
  }
  return true;
}

std::vector<NameSpan> names_of_span(const DocumentTree& tree, NameSpan span) {
  if (person_with_role(tree, span.range)) span.label = EntityLabel::kPerson;
  if (titled_person(tree, span.range)) span.label = EntityLabel::kPerson;
  Cutter cutter(tree);
  cutter.cut(span);
  return std::move(cutter.names);
}

}  // namespace dossier::ingest
