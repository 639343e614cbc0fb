#include "ingest/resolve/foreign_names.h"

#include <set>
#include <string_view>

#include "ingest/resolve/mention_finder.h"
#include "ingest/resolve/name_edges.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class ForeignNames {
 public:
  explicit ForeignNames(const DocumentTree& tree) : tree_(tree) {}

  std::vector<NameSpan> all() const {
    std::vector<NameSpan> names;
    for (std::uint32_t t = 1; t + 1 < tree_.size(); ++t) {
      if (!links(t)) continue;
      const TokenRange range{begin_before(t), end_behind(t)};
      if (!whole_span(range)) names.push_back({range, label_of(range)});
      t = range.end;
    }
    return names;
  }

 private:
  // "do" of Banco do Brasil, between two words of a name; English "do" stands behind no singular, and "de Blasio" begins
  // a name of its own
  bool links(std::uint32_t t) const {
    static const std::set<std::string_view> kSmall = {"do",  "da",    "dos",   "das", "du",    "des", "de",
                                                      "del", "della", "delle", "dei", "degli", "di"};
    if (!kSmall.contains(tree_.word(t)) || tree_.sentence_of(t - 1) != tree_.sentence_of(t + 1)) return false;
    return !tree_.token(t).entity_begins && part(t - 1) && part(t + 1) && !names_role(tree_, t - 1) &&
           !Facts::get().find_title(tree_.word(t - 1)) && !names_something_else(t - 1, t + 1);
  }
  bool part(std::uint32_t t) const {
    const Tag tag = tree_.token(t).tag;
    const EntityLabel label = tree_.token(t).entity;
    return is_capitalised(tree_.word(t)) && label != EntityLabel::kDate && label != EntityLabel::kTime &&
           (proper(tree_.token(t)) || tag == Tag::kNn || tag == Tag::kNns || tag == Tag::kFw ||
            tag == Tag::kJj);
  }
  // "New York | de Blasio": a place, and somebody behind it
  bool names_something_else(std::uint32_t before, std::uint32_t behind) const {
    return tree_.token(before).entity == EntityLabel::kGpe &&
           tree_.token(behind).entity == EntityLabel::kPerson && Facts::get().names_place(tree_.word(before));
  }

  std::uint32_t begin_before(std::uint32_t t) const {
    const std::uint32_t first = tree_.sentence_range(t).begin;
    std::uint32_t begin = t - 1;
    while (begin > first && proper(tree_.token(begin - 1)) && is_capitalised(tree_.word(begin - 1)) &&
           !names_role(tree_, begin - 1) && !country_of_word(tree_.word(begin - 1)))
      --begin;
    return begin;
  }
  std::uint32_t end_behind(std::uint32_t t) const {
    const std::uint32_t limit = tree_.sentence_range(t).end;
    std::uint32_t end = t + 2;
    while (end < limit && ((proper(tree_.token(end)) && is_capitalised(tree_.word(end)) &&
                            !tree_.token(end).entity_begins) ||
                           (end + 1 < limit && links(end))))
      ++end;
    return end;
  }

  bool whole_span(TokenRange range) const {
    if (!names_something(tree_.token(range.begin).entity)) return false;
    for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
      if (tree_.token(t).entity != tree_.token(range.begin).entity || tree_.token(t).entity_begins)
        return false;
    }
    return true;
  }
  EntityLabel label_of(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (names_something(tree_.token(t).entity)) return tree_.token(t).entity;
    }
    return EntityLabel::kNone;
  }

  const DocumentTree& tree_;
};

}  // namespace

std::vector<NameSpan> foreign_names(const DocumentTree& tree) { return ForeignNames(tree).all(); }

}  // namespace dossier::ingest
