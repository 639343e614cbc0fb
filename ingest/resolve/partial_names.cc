#include "ingest/resolve/partial_names.h"

#include <algorithm>
#include <cctype>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/state_bodies.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class Partial {
 public:
  Partial(const DocumentTree& tree, const Resolution& resolution) : tree_(tree), out_(resolution) {}

  bool partial(const NameGroup& part, const NameGroup& whole) const {
    const auto shorter = part.words(), longer = whole.words();
    if (shorter.size() >= longer.size() || is_branch(part, whole) || names_deed(tree_, out_, whole) ||
        only_tells_where(part, whole) || of_a_faith(part, whole))
      return false;
    const auto all_generic = [](auto begin, auto end) { return std::all_of(begin, end, generic_or_small); };
    const std::size_t rest = longer.size() - shorter.size();
    if (rest == 1 && ship_prefix(words_of(whole.text).front()) && longer.back() == shorter.back())
      return !is_place(part);
    const bool after_of = longer[rest - 1] == "of" || longer[rest - 1] == "for" || longer[rest - 1] == "the";
    if (!after_of && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) {
      // "Shuttle" alone says little; a known place is itself
      if (all_generic(longer.begin(), longer.begin() + rest) && !Facts::get().find_place(whole.text) &&
          !Facts::get().find_organisation(part.text) && !(is_place(part) && is_place(whole)) &&
          (shorter.size() > 1 || !generic_word(shorter.front()) || proper_use(part)))
        return true;
    }
    if (longer.size() > 1 && std::equal(shorter.begin(), shorter.end(), longer.begin()) &&
        company_suffix(whole) &&
        std::all_of(longer.begin() + shorter.size(), longer.end() - 1, generic_or_plural))
      return true;
    if (rest == 1 && longer[longer.size() - 2] == "international" && shorter.back() == longer.back() &&
        std::equal(shorter.begin(), shorter.end() - 1, longer.begin()))
      return type_of_noun(longer.back()) == EntityType::kFacility;  // "Oslo Airport"
    if (rest == 1 && is_place(whole) && names_region(shorter, longer))
      return is_place(part) && !Facts::get().is_city(part.text) && !Facts::get().find_capital(part.text) &&
             (!Facts::get().find_place(part.text) || known_as(part, longer.back()) ||
              stands_after_article(tree_, out_.mentions, part));  // Mississippi is no river
    const std::string_view of_what = Facts::get().find_generic(longer.front());
    if (rest == 2 && longer[1] == "of" && shorter.back() == longer.back() &&
        (of_what == "place" || of_what == "country") && is_place(part))
      return true;  // "the State of Texas"
    const std::string_view kind = Facts::get().find_generic(longer.back());
    if (std::equal(shorter.begin(), shorter.end(), longer.begin()) &&
        all_generic(longer.begin() + shorter.size(), longer.end())) {
      const bool telling =
          !all_generic(shorter.begin(), shorter.end()) ||
          (kind == "organization" && named_throughout(part) &&
           vote_type(out_, part.mentions) == EntityType::kOrganization);  // "Labour" of "Labour Party"
      if ((kind == "law" || kind == "organization") && telling && !is_place(part)) return true;
    }
    if (short_of_firm(part, whole) || short_of_club(part, whole) || body_of_country(part, whole) ||
        body_of_members(shorter, longer))
      return true;
    const auto at = std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end());
    return at != longer.end() && generic_word(shorter.back()) &&
           (shorter.size() > 1 || !Facts::get().find_organisation(part.text)) &&
           stands_after_article(tree_, out_.mentions, part) && heads(longer, shorter.back());
  }

  // "the Green Party of Texas", after "the Green Party"
  static bool is_branch(const NameGroup& body, const NameGroup& named) {
    return named.text.starts_with(body.text + " of ") && body.mentions.front() < named.mentions.front();
  }

  // "London" of "University College London", "European" of "European Environment Agency"
  bool only_tells_where(const NameGroup& part, const NameGroup& whole) const {
    const Facts& facts = Facts::get();
    if (facts.find_people(part.text) || facts.is_people(part.text)) return true;
    const EntityType type = vote_type(out_, whole.mentions);  // "Space Shuttle Columbia" is not there
    const bool apart = type != EntityType::kPlace && type != EntityType::kProduct;
    return apart && !generic_word(part.key) && is_place(part) && !facts.find_organisation(part.text) &&
           (facts.find_place(part.text) || facts.is_city(part.text) || facts.find_country(part.text));
  }

  // "Democratic Party" of "Christian Democratic Party"
  static bool of_a_faith(const NameGroup& part, const NameGroup& whole) {
    const std::string_view first = words_of(whole.text).front();
    return part.words().size() >= 2 && Facts::get().is_people(first) && !country_of_word(first);
  }

  // "the Atlantic", "Abaco" of "Abaco Islands", "the Danube" of "River Danube", "Sichuan" of "Sichuan
  // Province"
  static bool names_region(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
    if (std::equal(shorter.begin(), shorter.end(), longer.begin()))
      return names_relief(longer.back()) || is_state(longer.back());
    return std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin()) && longer.front() == "river";
  }
  // "Sichuan", which the tables know for a province; not Herat
  static bool known_as(const NameGroup& place, const std::string& kind) {
    const auto usual = Facts::get().find_place(place.text);
    return usual && Facts::get().find_place(std::string(*usual) + " " + kind) == usual;
  }
  static bool is_state(const std::string& word) {
    return word == "province" || Facts::get().find_generic(word) == "country";
  }
  // "river", "islands"; not "county": York is another than its county
  static bool names_relief(const std::string& word) {
    const std::string noun = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    return type_of_noun(word) == EntityType::kPlace && !noun_mostly_means(noun, NounKind::kLocation);
  }
  bool is_place(const NameGroup& group) const {
    return vote_type(out_, group.mentions) == EntityType::kPlace;
  }
  // "Softbank" and "Softbank Corp"
  static bool company_suffix(const NameGroup& group) {
    const auto words = words_of(group.text);
    const Title* title = words.empty() ? nullptr : Facts::get().find_title(words.back());
    return title && title->kind == 'c';
  }
  // "Norsk" behind "Norsk Ferries": what it is in is left out, once it has been named
  bool short_of_firm(const NameGroup& part, const NameGroup& whole) const {
    const auto shorter = part.words(), longer = whole.words();
    const Facts& facts = Facts::get();
    return std::equal(shorter.begin(), shorter.end(), longer.begin()) &&
           (std::all_of(longer.begin() + shorter.size(), longer.end(), generic_or_plural) ||
            (std::all_of(longer.begin() + shorter.size(), longer.end(), common) &&
             !stands_after_article(tree_, out_.mentions, whole)) ||  // the Flyer is no Flyer Air
            (strange(part) && std::all_of(longer.begin() + shorter.size(), longer.end(), foreign))) &&
           !std::all_of(shorter.begin(), shorter.end(), generic_or_plural) &&
           whole.mentions.front() < part.mentions.front() &&
           vote_type(out_, whole.mentions) == EntityType::kOrganization && !facts.is_people(part.text) &&
           !facts.find_people(part.text) && !facts.find_place(part.text) && !stands_as_town(part) &&
           !facts.find_organisation(part.text) && !given_to_somebody(part) && !is_adjective(part.key) &&
           vote_type(out_, part.mentions) != EntityType::kGroup &&
           type_of_noun(longer.back()) != EntityType::kPlace &&
           type_of_noun(longer.back()) != EntityType::kFacility;
  }
  // "the Yankees" of "New York Yankees"; "Newcastle", where that plays, of "Newcastle United"
  bool short_of_club(const NameGroup& part, const NameGroup& whole) const {
    const Facts& facts = Facts::get();
    if (vote_type(out_, whole.mentions) != EntityType::kOrganization) return false;
    const auto shorter = part.words(), longer = whole.words();
    const bool known = facts.find_organisation(whole.text).has_value();
    const bool ends = std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
    const EntityType type = vote_type(out_, part.mentions);
    if (facts.names_place(part.text))
      return known && type == EntityType::kOrganization &&
             (ends || std::equal(shorter.begin(), shorter.end(), longer.begin()));
    const auto words = words_of(whole.text);
    if (!ends || words.size() != longer.size() || type == EntityType::kPerson) return false;  // "Al-Ahly"
    const std::string_view last = words[longer.size() - shorter.size() - 1];
    const std::string_view town(words.front().data(), last.data() + last.size() - words.front().data());
    const bool of_all = facts.is_state_body(shorter.back()) || facts.find_organisation(part.text) ||
                        facts.is_people(part.text) || names_peoples(part.text);
    return is_capitalised(last) &&
           ((known && !facts.find_organisation(part.text)) || (facts.names_place(town) && !of_all));
  }
  // "in Tata", where "Tata Motors" is not meant
  bool stands_as_town(const NameGroup& part) const {
    return Facts::get().is_city(part.text) &&
           std::any_of(part.mentions.begin(), part.mentions.end(), [&](std::uint32_t m) {
             return out_.mentions[m].hints[static_cast<std::size_t>(EntityType::kPlace)] > 0;
           });
  }
  // "Noar" of "Noar Linhas Aéreas": a word that nothing else is called by
  static bool strange(const NameGroup& part) {
    return part.key.size() > 3 && part.words().size() == 1 && !generic_or_plural(part.key) &&
           !is_noun(part.key) && !Facts::get().is_common_surname(part.text);
  }
  // no "XC90", "Linux" of Volvo's and Caos's
  static bool foreign(const std::string& word) {
    return !generic_or_plural(word) && !is_noun(word) && !is_adjective(word) &&
           std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  }
  // "Harlan" of "Harlan Foods" is nobody where no Harlan Roe is told of
  bool given_to_somebody(const NameGroup& part) const {
    if (Facts::get().gender_of_given_name(part.text) == '-') return false;
    return part.words().size() > 1 || part.person ||
           std::any_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& mention) {
             return mention.kind == MentionKind::kName && mention.label == EntityLabel::kPerson &&
                    mention.text.starts_with(part.text + " ");
           });
  }
  static bool common(const std::string& word) { return generic_or_plural(word) || is_noun(word); }
  static bool generic_or_plural(const std::string& word) {
    if (generic_word(word)) return true;
    if (word.size() < 4 || !word.ends_with('s')) return false;
    return generic_word(word.substr(0, word.size() - 1)) ||
           (word.ends_with("ies") && generic_word(word.substr(0, word.size() - 3) + "y"));
  }
  // A capital that no sentence's beginning gives, and no article: "Labour said"
  bool named_throughout(const NameGroup& group) const {
    return std::all_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
      const std::uint32_t t = out_.mentions[m].tokens.begin;
      return proper(tree_.token(t)) && (t == 0 || tree_.token(t - 1).tag != Tag::kDt);
    });
  }
  // "U.S. House" of "U.S. House of Representatives"
  static bool body_of_members(const std::vector<std::string>& shorter,
                              const std::vector<std::string>& longer) {
    return shorter.size() + 2 == longer.size() &&
           std::equal(shorter.begin(), shorter.end(), longer.begin()) && longer[shorter.size()] == "of" &&
           Facts::get().is_state_body(shorter.back()) && plural(longer.back());
  }
  static bool plural(const std::string& word) {
    return word.ends_with('s') && generic_word(word.substr(0, word.size() - 1));
  }
  // "National Security Agency", "NSA" (or "Navy") of "US National Security Agency"
  bool body_of_country(const NameGroup& part, const NameGroup& whole) const {
    const auto usual = Facts::get().find_organisation(part.text);
    const std::string key = part.words().size() < 2 && usual ? name_key(*usual) : part.key;
    const std::size_t words = words_of(key).size();
    if ((words < 2 && !Facts::get().is_state_body(key)) || !whole.key.ends_with(" " + key) ||
        vote_type(out_, part.mentions) != EntityType::kOrganization)
      return false;
    return std::any_of(whole.mentions.begin(), whole.mentions.end(), [&](std::uint32_t m) {
      const std::string text = official_form(out_.mentions[m].text);
      const std::size_t size = words_of(text).size() - words;
      std::size_t end = 0;
      for (std::size_t i = 0; i < size && end != std::string::npos; ++i) end = text.find(' ', end + (i > 0));
      return end != std::string::npos && country_of_word(text.substr(0, end));
    });
  }
  static bool generic_or_small(const std::string& word) {
    return generic_word(word) || word == "of" || word == "the" || word == "space";
  }
  bool proper_use(const NameGroup& group) const {
    const auto proper_nouns = std::count_if(
        group.mentions.begin(), group.mentions.end(),
        [&](std::uint32_t m) { return tree_.token(out_.mentions[m].head).upos == Upos::kPropn; });
    return 2 * proper_nouns > static_cast<std::ptrdiff_t>(group.mentions.size());
  }
  // The word is what the longer name is about: its last, or the last before "of" or "for".
  static bool heads(const std::vector<std::string>& name, const std::string& word) {
    for (std::size_t i = 0; i < name.size(); ++i) {
      if ((i + 1 == name.size() || name[i + 1] == "of" || name[i + 1] == "for") && name[i] == word)
        return true;
      if (i + 1 < name.size() && (name[i + 1] == "of" || name[i + 1] == "for")) return false;
    }
    return false;
  }

 private:
  const DocumentTree& tree_;
  const Resolution& out_;
};

// Of father and son: "Jr.", "III".
bool drop_generation(std::vector<std::string>& words) {
  static const std::set<std::string_view> marks = {"jr", "sr", "ii", "iii", "iv"};
  if (words.size() < 3 || !marks.contains(words.back())) return false;
  words.pop_back();
  return true;
}

}  // namespace

bool one_full_name(const NameGroup& a, const NameGroup& b) {
  auto left = a.words(), right = b.words();
  const bool told = drop_generation(left), both_told = drop_generation(right) && told;
  if (both_told && a.words().back() != b.words().back()) return false;
  if (left.size() < 2 || right.size() < 2 ||
      (left.size() == right.size() && left.front() == right.front() && left != right))
    return false;
  if (left.size() == right.size() && left.back() == right.back() && sound_key(a.text) == sound_key(b.text))
    return true;  // "Sergei", "Sergey"
  const bool same = left.front() == right.front() || a.nicknames.contains(right.front()) ||
                    b.nicknames.contains(left.front());
  return same && left.back() == right.back();
}

bool begins_full_name(const NameGroup& part, const NameGroup& whole) {
  const auto shorter = part.words(), longer = whole.words();
  return shorter.size() >= 2 && shorter.size() + 1 == longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

bool generic_word(const std::string& word) { return Facts::get().find_noun(word).has_value(); }

bool names_deed(const DocumentTree& tree, const Resolution& resolution, const NameGroup& group) {
  const auto to = [&](std::uint32_t t) { return tree.lower(t) == "to" && is_verb(tree.lower(t + 1)); };
  const TokenRange range = resolution.mentions[group.mentions.front()].tokens;
  return (range.begin > 0 && to(range.begin - 1)) || (range.size() > 2 && to(range.end - 3));
}

bool stands_after_article(const DocumentTree& tree, const std::vector<Mention>& mentions,
                          const NameGroup& group) {
  return std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
    const std::uint32_t t = mentions[m].tokens.begin;
    return t > 0 && tree.lower(t - 1) == "the";
  });
}

bool partial_name(const DocumentTree& tree, const Resolution& resolution, const NameGroup& part,
                  const NameGroup& whole) {
  return Partial(tree, resolution).partial(part, whole);
}

std::uint32_t facility_before(const std::vector<NameGroup>& groups, std::uint32_t short_name) {
  const NameGroup& name = groups[short_name];
  const Facts& facts = Facts::get();
  if (name.words().size() < 2 || name.country || !name.roles.empty() || facts.names_place(name.text) ||
      facts.find_organisation(name.text))
    return kNone;  // "Lukla" is rather the town than Lukla Airport
  std::uint32_t found = kNone;
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const std::string_view text = groups[g].text;
    if (!text.starts_with(name.text) || groups[g].mentions.front() > name.mentions.front()) continue;
    std::string_view kind = text.substr(name.text.size());
    if (kind.starts_with("'s")) kind.remove_prefix(2);
    if (!kind.starts_with(' ') || type_of_noun(kind.substr(1)) != EntityType::kFacility) continue;
    if (found != kNone) return kNone;
    found = g;
  }
  return found;
}

std::uint32_t firm_before(const Resolution& resolution, const std::vector<NameGroup>& groups,
                          std::uint32_t surname, const std::vector<std::uint32_t>& bearers) {
  const NameGroup& name = groups[surname];
  const auto before = [&](std::uint32_t g) { return groups[g].mentions.front() < name.mentions.front(); };
  if ((bearers.empty() && !name.person) || !name.roles.empty() ||
      std::any_of(bearers.begin(), bearers.end(), before))
    return kNone;
  for (std::uint32_t g = 0; g < groups.size() && before(g); ++g) {
    if (!groups[g].person && groups[g].text.starts_with(name.text + " ") &&
        vote_type(resolution, groups[g].mentions) == EntityType::kOrganization)
      return g;
  }
  return kNone;
}

}  // namespace dossier::ingest
