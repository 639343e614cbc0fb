// Where a span holds two names, one of these stands between them:
//
//   a verb         "Sachs told Nassau County Court"
//   a possessive   "Beijing's Renmin University", of a place only: "Korean People's Army" is one name
//   a bracket      "Organisation of Islamic Cooperation (OIC"
//   a comma        "Shelby, North Carolina"
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

  std::optional<Cut> find_cut(const NameSpan& span) const {
    const TokenRange range = span.range;
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
      const Tag tag = tree_.token(t).tag;
      if ((tag == Tag::kVbd || tag == Tag::kVbz) && !is_capitalised(tree_.word(t)))
        return Cut{t, t + 1, EntityLabel::kNone, span.label};
      if (tag == Tag::kPos && is_place({range.begin, t}))
        return Cut{t, t + 1, EntityLabel::kNone, span.label};
      if (tree_.word(t) == "(") return Cut{t, t + 1, span.label, EntityLabel::kNone};
      if (place_follows(t, range)) return Cut{t, t + 1, span.label, EntityLabel::kGpe};
      if (tree_.lower(t) == "and" && two_names(t, span)) return Cut{t, t + 1, span.label, span.label};
      if (person_begins(t, range)) {
        const EntityLabel left = is_place({range.begin, t}) ? EntityLabel::kGpe : EntityLabel::kOrg;
        return Cut{t, t, left, EntityLabel::kPerson};
      }
    }
    return std::nullopt;
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

  // Two persons, two places, or two bodies that are each told by what they are for.
  bool two_names(std::uint32_t conjunction, const NameSpan& span) const {
    const TokenRange left{span.range.begin, conjunction}, right{conjunction + 1, span.range.end};
    if (is_place(span.range) || Facts::get().find_organisation(tree_.text_of(span.range))) return false;
    if (span.label == EntityLabel::kPerson)
      return proper(tree_.token(right.begin)) && !type_of_noun(tree_.word(right.end - 1));
    const bool places = named_place(left) && named_place(right) && !share_word(left, right);
    if (places || span.label == EntityLabel::kGpe) return places;
    return names_body(left) && names_body(right);
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
    const bool noun = body(t - 1) || plural_noun(t - 1);
    return (noun && left.size() >= 2) || known;
  }
  bool plural_noun(std::uint32_t t) const {
    const std::string word = tree_.lower(t);
    return word.size() > 3 && word.ends_with('s') && Facts::get().find_noun(word.substr(0, word.size() - 1));
  }

  const DocumentTree& tree_;
};

}  // namespace

std::vector<NameSpan> names_of_span(const DocumentTree& tree, NameSpan span) {
  Cutter cutter(tree);
  cutter.cut(span);
  return std::move(cutter.names);
}

}  // namespace dossier::ingest
