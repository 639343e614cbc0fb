// Names are the recogniser's spans, repaired, and runs of proper nouns that it left out:
//
//   [Prof Wang]                  -> Wang, role "professor"          a title is no part of a name
//   [Space Shuttle] [Columbia]   -> one name                        proper nouns that hang on each other
//   [Sergey Shoigu] after "Russian Security Council secretary"      -> role "secretary", country Russia
//
// Tests: tests/ingest/resolve/mention_finder_test.cc.
#include "ingest/resolve/mention_finder.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "ingest/dates/time_words.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/nominal_finder.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

bool ends_name(const DocumentTree& tree, std::uint32_t t) {
  const Tag tag = tree.token(t).tag;
  return tag == Tag::kPos || tag == Tag::kDt || tree.token(t).upos == Upos::kPunct;
}

class Finder {
 public:
  explicit Finder(const DocumentTree& tree) : tree_(tree), taken_(tree.size(), false) {}
  static constexpr std::size_t kMaxNameWords = 8;

  std::vector<Mention> run() {
    find_labelled();
    find_again();
    find_unlabelled();
    find_other_mentions(tree_, taken_, found_);
    std::sort(found_.begin(), found_.end(),
              [](const Mention& a, const Mention& b) { return a.head < b.head; });
    return std::move(found_);
  }

 private:
  void find_labelled() {
    for (std::uint32_t t = 0; t < tree_.size();) {
      const EntityLabel label = tree_.token(t).entity;
      std::uint32_t end = t + 1;
      while (end < tree_.size() && tree_.token(end).entity == label && !tree_.token(end).entity_begins &&
             tree_.sentence_of(end) == tree_.sentence_of(t)) {
        ++end;
      }
      if (names_something(label)) add_span({t, end}, label);
      t = end;
    }
  }

  // A place's possessive inside a span parts two names: "Beijing's Renmin University".
  void add_span(TokenRange range, EntityLabel label) {
    for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
      const Tag tag = tree_.token(t).tag;
      if ((tag != Tag::kVbd && tag != Tag::kVbz) || is_capitalised(tree_.word(t))) continue;
      add_span({range.begin, t}, EntityLabel::kNone);  // "Sachs told Nassau County Court"
      return add_span({t + 1, range.end}, label);
    }
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (tree_.token(t).tag != Tag::kPos || t + 1 >= range.end || !parts_names(range, t)) continue;
      add_name({range.begin, t}, EntityLabel::kNone);
      return add_span({t + 1, range.end}, label);
    }
    add_name(range, label);
  }

  // "Korean People's Army" and "Renmin University's Institute" are one name, "China's Xi" is two.
  bool parts_names(TokenRange range, std::uint32_t possessive) const {
    const std::string left = clean_name(tree_.text_of({range.begin, possessive}));
    const Facts& facts = Facts::get();
    if (facts.find_country(left) || facts.find_capital(left)) return true;
    return facts.find_place(left).has_value();
  }

  // A name of several words that the recogniser found somewhere is one wherever it stands.
  void find_again() {
    std::map<std::string, EntityLabel> known;
    for (const Mention& mention : found_) {
      if (mention.tokens.size() >= 2 && mention.tokens.size() <= kMaxNameWords &&
          is_capitalised(mention.text))
        known.emplace(tree_.text_of(mention.tokens), mention.label);
    }
    std::set<std::string> surnames;
    for (const Mention& mention : found_) {
      const auto words = words_of(mention.text);
      if (mention.label == EntityLabel::kPerson && words.size() >= 2) surnames.emplace(words.back());
    }
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (taken_[t] || !is_capitalised(tree_.word(t))) continue;
      if (surnames.contains(std::string(tree_.word(t))) && stands_for_person(t)) {
        add_name({t, t + 1}, EntityLabel::kPerson);
        continue;
      }
      for (std::uint32_t size = kMaxNameWords; size >= 2; --size) {
        if (t + size > tree_.size() || tree_.sentence_of(t) != tree_.sentence_of(t + size - 1)) continue;
        const auto at = known.find(tree_.text_of({t, t + size}));
        if (at == known.end() ||
            std::any_of(taken_.begin() + t, taken_.begin() + t + size, [](bool taken) { return taken; }))
          continue;
        add_name({t, t + size}, at->second);
        break;
      }
    }
  }

  // "May will hold a meeting", after Theresa May was named; not "in May"
  bool stands_for_person(std::uint32_t t) const {
    const Deprel deprel = tree_.token(t).deprel;
    const bool name = proper(tree_.token(t)) || tree_.token(t).tag == Tag::kMd ||
                      tree_.token(t).entity == EntityLabel::kDate;
    return name && (deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass || deprel == Deprel::kPoss ||
                    deprel == Deprel::kDobj || deprel == Deprel::kAgent);
  }

  void find_unlabelled() {
    for (std::uint32_t t = 0; t < tree_.size();) {
      std::uint32_t end = t;
      while (end < tree_.size() && continues(end, t)) ++end;
      if (end > t) add_name({with_adjective(t), with_complement(end)}, EntityLabel::kNone);
      t = std::max(end, t + 1);
    }
  }

  // A proper noun, or the hyphen between two: "Intrepid Sea-Air-Space Museum".
  bool continues(std::uint32_t t, std::uint32_t start) const {
    if (taken_[t] || tree_.sentence_of(t) != tree_.sentence_of(start)) return false;
    if (free_proper(t)) return true;
    return t > start && tree_.word(t) == "-" && t + 1 < tree_.size() && free_proper(t + 1) && !taken_[t + 1];
  }

  // "New START": a capitalised adjective within a sentence belongs to the name.
  std::uint32_t with_adjective(std::uint32_t t) const {
    if (t == tree_.sentence_range(t).begin || t - 1 == tree_.sentence_range(t).begin || taken_[t - 1])
      return t;
    const Token& before = tree_.token(t - 1);
    const bool adjective =
        before.tag == Tag::kJj && is_capitalised(tree_.word(t - 1)) && !country_of_word(tree_.word(t - 1));
    return adjective && !names_something(before.entity) ? t - 1 : t;
  }

  // "Municipality of Livorno", "Man of the Match award": a common noun in capitals is named by what follows
  // "of".
  std::uint32_t with_complement(std::uint32_t end) const {
    const auto noun = Facts::get().find_noun(to_lower(tree_.word(end - 1)));
    const bool alone = end < 2 || !proper(tree_.token(end - 2)) || country_of_word(tree_.word(end - 2));
    if (!noun || (alone && names_role(tree_, end - 1)) || end + 1 >= tree_.size() || tree_.lower(end) != "of")
      return end;
    std::uint32_t t = end + 1;
    if (tree_.token(t).tag == Tag::kDt) ++t;
    std::uint32_t last = t;
    while (last < tree_.size() && proper(tree_.token(last)) && !taken_person(last) &&
           tree_.sentence_of(last) == tree_.sentence_of(end - 1))
      ++last;
    if (last == t) return end;
    const bool more = last < tree_.size() && tree_.token(last - 1).head == last &&
                      tree_.token(last - 1).deprel == Deprel::kCompound;
    return more ? last + 1 : last;
  }
  bool taken_person(std::uint32_t t) const { return tree_.token(t).entity == EntityLabel::kPerson; }

  bool free_proper(std::uint32_t t) const {
    const bool one_of_many = t > 0 && (tree_.lower(t - 1) == "a" || tree_.lower(t - 1) == "an");
    const bool shouted = tree_.token(t).tag == Tag::kNn && !one_of_many && tree_.word(t).size() >= 3 &&
                         all_capitals(tree_.word(t));
    return (proper(tree_.token(t)) || shouted) && !names_something(tree_.token(t).entity) &&
           tree_.token(t).entity != EntityLabel::kDate && tree_.token(t).entity != EntityLabel::kTime &&
           is_name_word(t) && !names_time(t);
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

  TokenRange trimmed(TokenRange range) const {
    while (range.size() > 0 && ends_name(tree_, range.begin)) ++range.begin;
    while (range.size() > 0 && ends_name(tree_, range.end - 1)) --range.end;
    // a score is no part of the name: "Sweden 1"
    if (range.size() >= 2 && tree_.token(range.end - 1).tag == Tag::kCd &&
        Facts::get().find_country(tree_.text_of({range.begin, range.end - 1})))
      --range.end;
    return range;
  }

  void add_name(TokenRange range, EntityLabel label) {
    range = trimmed(range);
    range = without_titles(range, label);
    range = extended(range, label);
    if (range.size() == 0) return;
    Mention mention;
    mention.tokens = range;
    mention.text = clean_name(tree_.text_of(range));
    if (mention.text.empty() || (label == EntityLabel::kNone && lone_role(range))) return;
    mention.head = head_of(range);
    mention.sentence = tree_.sentence_of(mention.head);
    mention.label = label;
    mention.country = Facts::get().find_country(mention.text);
    if (!mention.country) mention.country = Facts::get().find_people(mention.text);
    mention.number = tree_.token(range.end - 1).tag == Tag::kNnps && label == EntityLabel::kNorp ? 'p' : 's';
    read_role(mention);
    for (std::uint32_t t = range.begin; t < range.end; ++t) taken_[t] = true;
    found_.push_back(std::move(mention));
  }

  // "President" alone refers to a person; it is a nominal.
  bool lone_role(TokenRange range) const {
    if (names_role(tree_, range.end - 1) && range.end < tree_.size() &&
        names_something(tree_.token(range.end).entity))
      return true;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!names_role(tree_, t)) return false;
    }
    return true;
  }

  TokenRange without_titles(TokenRange range, EntityLabel label) const {
    if (label != EntityLabel::kPerson && label != EntityLabel::kNone) return range;
    std::uint32_t begin = range.begin;
    for (std::uint32_t t = range.begin; t + 1 < range.end; ++t) {
      if (names_role(tree_, t) && is_capitalised(tree_.word(t + 1))) begin = t + 1;
    }
    return {begin, range.end};
  }

  // The recogniser stops short: "Space Shuttle | Columbia", "NTU | Hospital Station", "Washington | D.C.".
  TokenRange extended(TokenRange range, EntityLabel label) const {
    const bool thing =
        label != EntityLabel::kPerson && label != EntityLabel::kNorp && label != EntityLabel::kNone;
    while (thing && range.size() > 0 && range.end < tree_.size()) {
      const std::uint32_t next = range.end, last = range.end - 1;
      const bool hangs = (tree_.token(last).head == next && tree_.token(last).deprel == Deprel::kCompound) ||
                         (tree_.token(next).head == last && label == EntityLabel::kGpe &&
                          tree_.word(next).find('.') != std::string_view::npos);
      if (!hangs || !free_proper(next) || names_role(tree_, next) ||
          tree_.sentence_of(next) != tree_.sentence_of(last))
        break;
      ++range.end;
    }
    return range;
  }

  std::uint32_t head_of(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!range.contains(tree_.token(t).head) || tree_.token(t).head == t) return t;
    }
    return range.end - 1;
  }

  // Words before the name: "Chinese Foreign Minister Wang Yi", "Canadian Prime Minister Mark Carney", "Mr
  // Xi".
  void read_role(Mention& mention) const {
    std::uint32_t t = mention.tokens.begin;
    const std::uint32_t first = tree_.sentence_range(t).begin;
    if (t == first || !names_role(tree_, t - 1)) return;
    --t;
    const Title* title = Facts::get().find_title(tree_.word(t));
    mention.person = true;
    mention.role = to_lower(tree_.word(t));
    if (title)
      mention.gender = title->gender;
    else if (const auto noun = Facts::get().find_noun(mention.role))
      mention.gender = noun->gender;
    for (int steps = 0; t > first && steps < 4; ++steps) {
      --t;
      if (const Country* country = country_before(tree_, t)) {
        mention.country = country;
        return;
      }
      const Tag tag = tree_.token(t).tag;
      if (!proper(tree_.token(t)) && tag != Tag::kNn && tag != Tag::kJj && tag != Tag::kHyph) return;
    }
  }

  const DocumentTree& tree_;
  std::vector<bool> taken_;
  std::vector<Mention> found_;
};

}  // namespace

bool names_something(EntityLabel label) {
  return label >= EntityLabel::kPerson && label <= EntityLabel::kLanguage;
}

std::vector<Mention> find_mentions(const DocumentTree& tree) { return Finder(tree).run(); }

}  // namespace dossier::ingest
