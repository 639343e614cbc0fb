// Names are the recogniser's spans, repaired, and runs of proper nouns that it left out:
//
//   [Prof Wang]                  -> Wang, role "professor"          a title is no part of a name
//   [Space Shuttle] [Columbia]   -> one name                        proper nouns that hang on each other
//   Barend [Leyts], Real [Madrid]     -> one name                    the same, before the span
//   [Humberto 75 miles]          -> Humberto                        a quantity is no part of a name
//   [Sergey Shoigu] after "Russian Security Council secretary"      -> role "secretary", country Russia
//
// Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/mention_finder.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/foreign_names.h"
#include "ingest/resolve/known_names.h"
#include "ingest/resolve/languages.h"
#include "ingest/resolve/name_edges.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/name_refusals.h"
#include "ingest/resolve/name_spans.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/nominal_finder.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/spelt_out_names.h"
#include "ingest/resolve/state_bodies.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class Finder {
 public:
  explicit Finder(const DocumentTree& tree) : tree_(tree), taken_(tree.size(), false) {}
  static constexpr std::size_t kMaxNameWords = 8;

  std::vector<Mention> run() {
    leave_out_letters();
    for (const NameSpan& name : spelt_out_names(tree_)) add_free(name);
    for (const NameSpan& name : known_names(tree_)) add_free(name);
    find_nicknamed();
    for (const NameSpan& name : foreign_names(tree_)) add_free(name);
    find_labelled();
    find_again();
    find_unlabelled();
    find_mistagged();
    find_other_mentions(tree_, taken_, found_);
    std::sort(found_.begin(), found_.end(),
              [](const Mention& a, const Mention& b) { return a.head < b.head; });
    return std::move(found_);
  }

 private:
  // "AR: We did.": initials that open a turn are no name of their own.
  void leave_out_letters() {
    for (const Turn& turn : tree_.turns()) {
      const bool named = turn.speaker && turn.label.contains(*turn.speaker);
      for (std::uint32_t t = turn.label.begin; t < turn.label.end && !named; ++t) taken_[t] = true;
    }
  }

  void find_labelled() {
    for (std::uint32_t t = 0; t < tree_.size();) {
      EntityLabel label = tree_.token(t).entity;
      if (given_name_apart(t)) label = EntityLabel::kPerson;
      std::uint32_t end = t + 1;
      while (end < tree_.size() && tree_.token(end).entity == label && !tree_.token(end).entity_begins &&
             tree_.sentence_of(end) == tree_.sentence_of(t)) {
        ++end;
      }
      if (given_name_apart(t))
        end = end_of_span(t + 1);
      else if (names_something(label))
        end = with_second_part({t, end}, label);
      const std::uint32_t begin = names_something(label) ? with_first_part({t, end}, label) : t;
      const bool saint = names_something(label) && names_saint(tree_.word(t)) && church_follows(end);
      if (names_something(label) && !saint && !any_taken({begin, end})) add_span({begin, end}, label);
      t = end;
    }
  }

  // "sacked Thiago | Motta": a given name and what hangs on it, of which the recogniser makes two places
  bool given_name_apart(std::uint32_t t) const {
    const Token &given = tree_.token(t), &family = tree_.token(t + 1);
    const std::string_view word = tree_.word(t);
    return names_something(given.entity) && given.entity != EntityLabel::kNorp && given.entity_begins &&
           family.entity_begins && names_something(family.entity) && given.deprel == Deprel::kCompound &&
           given.head == t + 1 && proper(given) && proper(family) &&
           Facts::get().gender_of_given_name(word) != '-' && !Facts::get().names_place(word) &&
           !type_of_noun(tree_.word(t + 1)) && !Facts::get().find_noun(tree_.lower(t + 1));
  }

  bool any_taken(TokenRange range) const {
    return std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end,
                       [](bool taken) { return taken; });
  }

  std::uint32_t end_of_span(std::uint32_t t) const {
    const Token& first = tree_.token(t);
    ++t;
    while (t < tree_.size() && tree_.token(t).entity == first.entity && !tree_.token(t).entity_begins &&
           names_something(first.entity))
      ++t;
    return t;
  }

  // "Zine El Abidine | Ben Ali", the first hanging on the second; "Ursula von der | Leyen"; "Bill | & |
  // Melinda Gates Foundation"; "School of Marine | and | Atmospheric Science"
  std::uint32_t with_second_part(TokenRange range, EntityLabel label) const {
    const std::uint32_t end = range.end;
    if (end + 1 >= tree_.size() || tree_.sentence_of(end + 1) != tree_.sentence_of(range.begin)) return end;
    if (label == EntityLabel::kPerson && (tree_.token(end).entity == EntityLabel::kPerson ||
                                          (is_particle(tree_, end - 1) && proper(tree_.token(end))))) {
      const TokenRange second{end, end_of_span(end)};
      const bool hangs =
          tree_.token(end - 1).deprel == Deprel::kCompound && second.contains(tree_.token(end - 1).head);
      return hangs ? second.end : end;
    }
    if (tree_.word(end) == "&" && proper(tree_.token(end + 1))) return end_of_span(end + 1);
    return label == EntityLabel::kOrg && tree_.lower(end) == "and" ? with_second_field(range) : end;
  }

  // "Barend | Leyts", of which the recogniser took the surname alone
  std::uint32_t with_first_part(TokenRange range, EntityLabel label) const {
    const std::uint32_t t = range.begin;
    if (t == tree_.sentence_range(t).begin) return t;
    if (label != EntityLabel::kPerson) return std::min(with_saint(tree_, t), with_namesake(range));
    const std::string_view word = tree_.word(t - 1);
    if (range.size() != 1 && Facts::get().gender_of_given_name(word) == '-')
      return t;  // "Yolanda | Yu Hoi-kwan"
    const bool hangs =
        tree_.token(t - 1).deprel == Deprel::kCompound && range.contains(tree_.token(t - 1).head);
    return hangs && free_proper(tree_, t - 1) && !taken_[t - 1] && !names_role(tree_, t - 1) &&
                   !type_of_noun(word) && !Facts::get().find_noun(tree_.lower(t - 1)) &&
                   !country_of_word(word) && !all_capitals(word)
               ? t - 1
               : t;
  }

  // "Real | Madrid", "Tour de | France": no place's name alone
  std::uint32_t with_namesake(TokenRange range) const {
    const std::uint32_t first = tree_.sentence_range(range.begin).begin;
    std::uint32_t t = range.begin;
    while (t > first && free_proper(tree_, t - 1) && !taken_[t - 1] &&
           is_capitalised(tree_.word(t - 1)) + is_particle(tree_, t - 1) > 0 &&
           tree_.token(t - 1).deprel == Deprel::kCompound && tree_.token(t - 1).head >= range.begin &&
           range.contains(tree_.token(t - 1).head) && !names_role(tree_, t - 1) &&
           !country_of_word(tree_.word(t - 1)))
      --t;
    return t;
  }

  // What the saint gave his name to is found with it.
  bool church_follows(std::uint32_t mark) const {
    if (mark < tree_.size() && tree_.token(mark).tag != Tag::kPos) --mark;  // the mark is in the span
    return mark + 1 < tree_.size() && tree_.token(mark).tag == Tag::kPos &&
           names_something(tree_.token(mark + 1).entity) && tree_.token(mark + 1).entity_begins &&
           proper(tree_.token(mark + 1));
  }

  std::uint32_t with_second_field(TokenRange range) const {
    std::uint32_t t = range.end + 1;
    while (t < tree_.size() && t < range.end + 4 && proper(tree_.token(t)) && common_field(t)) ++t;
    const std::string named = t > range.end + 1 ? tree_.lower(t - 1) : std::string();
    const bool plural = named.ends_with('s') && Facts::get().find_noun(named.substr(0, named.size() - 1));
    const bool field =
        (plural || Facts::get().find_noun(named)) && (t >= tree_.size() || !proper(tree_.token(t)));
    bool of = false;
    for (std::uint32_t u = range.begin + 1; u + 1 < range.end; ++u)
      of = of || tree_.lower(u) == "of" || tree_.lower(u) == "on" || tree_.lower(u) == "for";
    const std::string_view last = tree_.word(range.end - 1);
    return of && field && !Facts::get().find_place(last) && !country_of_word(last) ? t : range.end;
  }
  bool common_field(std::uint32_t t) const {
    const EntityLabel label = tree_.token(t).entity;
    return Facts::get().gender_of_given_name(tree_.word(t)) == '-' &&
           (label == EntityLabel::kPerson || !names_something(label));
  }

  void add_free(const NameSpan& name) {
    if (!any_taken(name.range)) add_name(name.range, name.label);
  }

  void add_span(TokenRange range, EntityLabel label) {
    for (const NameSpan& name : names_of_span(tree_, {range, label})) add_name(name.range, name.label);
  }

  // 'Matiu "Matt" Ratana': a given name, what friends call its bearer in quotes, a surname
  void find_nicknamed() {
    for (std::uint32_t t = 1; t + 3 < tree_.size(); ++t) {
      if (!is_quote(t) || taken_[t] || !person_word(t - 1) ||
          tree_.sentence_of(t - 1) != tree_.sentence_of(t + 3))
        continue;
      std::uint32_t close = t + 1;
      while (close < t + 3 && proper(tree_.token(close)) && !is_quote(close)) ++close;
      if (close == t + 1 || !is_quote(close) || !person_word(close + 1)) continue;
      TokenRange range{t - 1, close + 2};
      while (range.begin > 0 && person_word(range.begin - 1) && !names_role(tree_, range.begin - 1))
        --range.begin;
      while (range.end < tree_.size() && person_word(range.end)) ++range.end;
      const std::size_t before = found_.size();
      add_name(range, EntityLabel::kPerson);
      if (found_.size() == before) continue;
      found_.back().text = clean_name(tree_.text_of({range.begin, t})) + " " +
                           clean_name(tree_.text_of({close + 1, range.end}));
      found_.back().nickname = clean_name(tree_.text_of({t + 1, close}));
    }
  }
  bool is_quote(std::uint32_t t) const {
    const std::string_view word = tree_.word(t);
    return word == "\"" || word == "“" || word == "”" || word == "‘" || word == "’" || word == "'" ||
           word == "``" || word == "''";
  }
  bool person_word(std::uint32_t t) const {
    return proper(tree_.token(t)) && is_capitalised(tree_.word(t)) && !type_of_noun(tree_.word(t)) &&
           (tree_.token(t).entity == EntityLabel::kPerson ||
            Facts::get().gender_of_given_name(tree_.word(t)) != '-' ||
            Facts::get().is_common_surname(tree_.word(t)));
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
    const std::map<std::string, EntityLabel> words = single_words();
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (taken_[t] || !is_capitalised(tree_.word(t))) continue;
      if (const auto at = words.find(std::string(tree_.word(t)));
          at != words.end() && stands_as_name(tree_, t)) {
        add_name({t, t + 1}, at->second);
        continue;
      }
      if (surnames.contains(std::string(tree_.word(t))) && stands_for_person(t) && !ends_full_name(t)) {
        add_name({t, t + 1}, EntityLabel::kPerson);
        continue;
      }
      for (std::uint32_t size = kMaxNameWords; size >= 2; --size) {
        if (t + size > tree_.size() || tree_.sentence_of(t) != tree_.sentence_of(t + size - 1)) continue;
        const auto at = known.find(tree_.text_of({t, t + size}));
        if (at == known.end() || any_taken({t, t + size})) continue;
        add_name({t, t + size}, at->second);
        break;
      }
    }
  }

  // Single words that the recogniser found as names of things within sentences: "CentOS", "Eon"
  std::map<std::string, EntityLabel> single_words() const {
    std::map<std::string, EntityLabel> words;
    for (const Mention& mention : found_) {
      const bool thing = mention.label == EntityLabel::kOrg || mention.label == EntityLabel::kProduct ||
                         mention.label == EntityLabel::kGpe || mention.label == EntityLabel::kFac;
      const std::uint32_t t = mention.tokens.begin;
      if (thing && mention.tokens.size() == 1 && t != tree_.sentence_range(t).begin &&
          is_capitalised(mention.text))
        words.emplace(tree_.word(t), mention.label);
      const std::uint32_t last = mention.tokens.end - 1;  // "Typhoon Belisa", then "Belisa hit ..."
      if (mention.tokens.size() >= 2 && type_of_noun(tree_.word(last - 1)) == EntityType::kEvent &&
          is_capitalised(tree_.word(last)) && !is_noun(tree_.lower(last)))
        words.emplace(tree_.word(last), mention.label);
    }
    return words;
  }
  // "Elijah Eugene | Cummings", of whom the recogniser saw nothing
  bool ends_full_name(std::uint32_t t) const {
    if (t == tree_.sentence_range(t).begin) return false;
    const Token& before = tree_.token(t - 1);
    return before.deprel == Deprel::kCompound && before.head == t && free_proper(tree_, t - 1) &&
           !taken_[t - 1] && !names_role(tree_, t - 1) && !Facts::get().find_noun(tree_.lower(t - 1));
  }

  // "May will hold a meeting", after Theresa May was named; not "in May"
  bool stands_for_person(std::uint32_t t) const {
    const Deprel deprel = tree_.token(t).deprel;
    const bool inside = t != tree_.sentence_range(t).begin && tree_.token(t).entity != EntityLabel::kDate &&
                        tree_.child(t, Deprel::kCompound) == DocumentTree::kNoToken;
    // "Trump later flew", "a dispute with Price": a common noun would have its article
    const bool bare = tree_.token(t).tag == Tag::kNn &&
                      tree_.child(t, Deprel::kDet) == DocumentTree::kNoToken &&
                      tree_.child(t, Deprel::kPoss) == DocumentTree::kNoToken &&
                      (inside || deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass);
    const bool noun = tree_.token(t).upos == Upos::kNoun && (bare || !Facts::get().find_noun(tree_.lower(t)));
    const bool name = proper(tree_.token(t)) || tree_.token(t).tag == Tag::kMd || noun ||
                      tree_.token(t).entity == EntityLabel::kDate;
    const bool owner = deprel == Deprel::kCompound && tree_.token(t + 1).upos == Upos::kNoun &&
                       names_role(tree_, t + 1);  // "a Holt adviser"
    return name && (owner || deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass ||
                    deprel == Deprel::kPoss || deprel == Deprel::kDobj || deprel == Deprel::kAgent ||
                    (inside && (deprel == Deprel::kPobj || deprel == Deprel::kConj)));
  }

  void find_unlabelled() {
    for (std::uint32_t t = 0; t < tree_.size();) {
      std::uint32_t end = t;
      while (end < tree_.size() && continues(end, t)) ++end;
      if (end > t) add_span({with_adjective(t), with_complement(end)}, EntityLabel::kNone);
      t = std::max(end, t + 1);
    }
  }

  // "Albertsons fell", which the tagger knows for a name elsewhere and which is no word of the language
  void find_mistagged() {
    std::set<std::string> words;
    for (const Mention& mention : found_) {
      const std::uint32_t t = mention.tokens.begin;
      const std::string lower = tree_.lower(t);
      if (mention.kind == MentionKind::kName && mention.label == EntityLabel::kNone &&
          mention.tokens.size() == 1 && t != tree_.sentence_range(t).begin && !is_noun(lower) &&
          !is_noun(lower.substr(0, lower.size() - 1)))
        words.emplace(tree_.word(t));
    }
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (!taken_[t] && tree_.token(t).upos == Upos::kNoun && words.contains(std::string(tree_.word(t))))
        add_name({t, t + 1}, EntityLabel::kNone);
    }
  }

  // A proper noun, or the hyphen between two: "Intrepid Sea-Air-Space Museum".
  bool continues(std::uint32_t t, std::uint32_t start) const {
    if (taken_[t] || tree_.sentence_of(t) != tree_.sentence_of(start)) return false;
    if (free_proper(tree_, t)) return true;
    return t > start && (tree_.word(t) == "-" || tree_.word(t) == "&") && t + 1 < tree_.size() &&
           free_proper(tree_, t + 1) && !taken_[t + 1];
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

  void add_name(TokenRange range, EntityLabel label) {
    range = with_mended_edges(tree_, range, label);
    if (range.size() == 0) return;
    Mention mention;
    mention.tokens = range;
    mention.text = clean_name(tree_.text_of(range));
    if (mention.text.empty() || (label == EntityLabel::kNone && lone_role(range))) return;
    if (names_nothing(tree_, range, label)) return;
    if (names_language(tree_, range, label))
      label = EntityLabel::kLanguage;
    else if (describes_person(tree_, range, label))
      label = EntityLabel::kNorp;
    if (label != EntityLabel::kPerson) mention.text = name_with_country(tree_, range, mention.text);
    mention.head = head_of(range);
    if (owns_nothing(mention, label)) mention.text += "'s";
    mention.sentence = tree_.sentence_of(mention.head);
    mention.label = label;
    mention.country = country_of_name(tree_, range, mention.text);
    if (!mention.country && label != EntityLabel::kLanguage)
      mention.country = Facts::get().find_people(mention.text);
    const Tag last = tree_.token(range.end - 1).tag;
    const bool many = last == Tag::kNnps || last == Tag::kNns;
    mention.number =
        many && (label == EntityLabel::kNorp || Facts::get().find_people(mention.text)) ? 'p' : 's';
    if (const std::string people = people_of_adjective(mention.text);
        label == EntityLabel::kNorp && !people.empty())
      mention.text = people;  // "the Democratic nominee"
    read_role(mention);
    for (std::uint32_t t = range.begin; t < range.end; ++t) taken_[t] = true;
    found_.push_back(std::move(mention));
  }

  // "McDonald's said", "sales at McDonald's": a mark that owns nothing belongs to the name; not "a friend of
  // Eva's"
  bool owns_nothing(const Mention& mention, EntityLabel label) const {
    const std::uint32_t mark = mention.tokens.end;
    if (mark >= tree_.size() || tree_.token(mark).tag != Tag::kPos || mention.text.ends_with('s'))
      return false;
    const Facts& facts = Facts::get();
    if (facts.find_organisation(mention.text + "'s") && !facts.find_organisation(mention.text))
      return true;  // "Macy's stores"
    if (tree_.sentence_of(mark) != mention.sentence) return false;
    const Deprel deprel = tree_.token(mention.head).deprel;
    if (names_saint(tree_.word(mention.tokens.begin)) && deprel != Deprel::kPoss) return true;
    return label != EntityLabel::kPerson && label != EntityLabel::kNorp && label != EntityLabel::kGpe &&
           label != EntityLabel::kNone && mention.country == nullptr && deprel != Deprel::kPoss &&
           deprel != Deprel::kCompound && deprel != Deprel::kNmod;
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
    if (t == first || !names_role(tree_, t - 1) || names_body(tree_.word(t - 1))) return;
    --t;
    const Title* title = Facts::get().find_title(tree_.word(t));
    mention.person = true;
    const std::string word = to_lower(tree_.word(t));
    mention.role = long_title(word).empty() ? word : std::string(long_title(word));  // "Gov. Ana Roe"
    if (title)
      mention.gender = title->gender;
    else if (const auto noun = Facts::get().find_noun(mention.role))
      mention.gender = noun->gender;
    for (int steps = 0; t > first && steps < 4; ++steps) {
      --t;
      if (tree_.token(t).entity == EntityLabel::kOrg && t > first &&
          tree_.token(t - 1).entity == EntityLabel::kOrg)
        continue;  // "League of Latin American Citizens president Ana Roe"
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
