// Names that are one thing. Spellings with one key are one group; then groups are joined:
//
//   countries    "US" "United States"; "South" after "the", where South Korea is mentioned; a people's adjective
//   capitals     "Beijing considered ..." is China; "visited Beijing" is the city
//   acronyms     "Johnson Space Center (JSC)": acronyms.cc
//   persons      "Mr Xi", "Xi" -> "Xi Jinping", if one person answers to it: by role, else who came first
//   other names  "Columbia" -> "Space Shuttle Columbia": partial_names.cc
//
// A short name that two persons could bear stays apart. Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/acronyms.h"
#include "ingest/resolve/capitals.h"
#include "ingest/resolve/country_senses.h"
#include "ingest/resolve/known_names.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/partial_names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/spelt_out_names.h"
#include "ingest/resolve/state_bodies.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr float kWholeTells = 2.5F;
constexpr float kSurnameTells = 1.5F;

const std::string kPlaceKey = "@";

/// One of the roles is the other, maybe shortened: "prof" and "professor".
bool share_role(const NameGroup& a, const NameGroup& b) {
  for (const std::string& left : a.roles) {
    for (const std::string& right : b.roles) {
      if (left.starts_with(right) || right.starts_with(left)) return true;
    }
  }
  return false;
}

class NameClusters {
 public:
  NameClusters(const DocumentTree& tree, Resolution& resolution) : tree_(tree), out_(resolution) {}

  void run() {
    make_groups();
    parent_.resize(groups_.size());
    std::iota(parent_.begin(), parent_.end(), 0);
    join_places_in_regions();
    join_short_countries();
    join_known();
    join_acronyms();
    join_full_persons();
    join_long_surnames();
    join_short_persons();
    join_partial_names();
    join_partial_names();  // of two that were one the first time
    make_entities();
  }

 private:
  std::uint32_t root(std::uint32_t g) const {
    while (parent_[g] != g) g = parent_[g];
    return g;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    parent_[std::max(root(a), root(b))] = std::min(root(a), root(b));
  }

  void make_groups() {
    const std::set<const Country*> acting = countries_mentioned(out_);
    for (const Mention& mention : out_.mentions) {
      if (mention.kind == MentionKind::kName && mention.label != EntityLabel::kPerson)
        plural_of_.insert(name_key(mention.text));
      if (mention.kind == MentionKind::kName && mention.text.ends_with("'s"))
        marked_.insert(name_key(mention.text));
    }
    for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
      const Mention& mention = out_.mentions[m];
      if (mention.kind != MentionKind::kName) continue;
      const Country* country = country_named(mention, acting);
      const std::string key = country              ? "=" + std::string(country->code)
                              : in_region(mention) ? kPlaceKey + key_of(mention)
                                                   : key_of(mention);
      const auto [at, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(groups_.size()));
      if (fresh) groups_.push_back({key, mention.text, {}, country});
      NameGroup& group = groups_[at->second];
      group.mentions.push_back(m);
      if (!mention.role.empty()) group.roles.insert(mention.role);
      if (!mention.nickname.empty()) group.nicknames.insert(name_key(mention.nickname));
    }
    hint_at_surnames();
    for (NameGroup& group : groups_)
      group.person = !group.country && vote_type(out_, group.mentions) == EntityType::kPerson;
  }

  // "Makoto Uchida" and then "Uchida": a body is not called by its last word, unless that is a noun or a place
  void hint_at_surnames() {
    const Facts& facts = Facts::get();
    const auto word_of_language = [](const std::string& word) {
      const bool many =
          word.size() > 3 && word.ends_with('s') && is_noun(word.substr(0, word.size() - 1));  // "Doctors"
      return many || generic_word(word) || is_noun(word) || is_adjective(word);
    };
    for (const NameGroup& group : groups_) {
      const auto words = group.words();
      if (group.country || (words.size() != 2 && words.size() != 3) || facts.find_organisation(group.text) ||
          facts.names_place(group.text) ||
          std::any_of(words.begin() + facts.is_common_surname(words_of(group.text).front()), words.end(),
                      word_of_language))
        continue;
      const auto alone = by_key_.find(words.back());
      if (alone == by_key_.end() || groups_[alone->second].country ||
          facts.names_place(groups_[alone->second].text) ||
          facts.find_organisation(groups_[alone->second].text) ||
          groups_[alone->second].mentions.front() < group.mentions.front())
        continue;
      out_.mentions[group.mentions.front()].hints[static_cast<std::size_t>(EntityType::kPerson)] +=
          kSurnameTells;
    }
  }

  // "Allen, Texas" is no Mr Allen, but the same as "in Allen".
  bool in_region(const Mention& mention) const {
    return mention.label != EntityLabel::kPerson && mention.role.empty() && region_follows(tree_, mention);
  }

  void join_places_in_regions() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (!groups_[g].key.starts_with(kPlaceKey)) continue;
      groups_[g].key.erase(0, kPlaceKey.size());
      const auto plain = by_key_.find(groups_[g].key);
      if (plain != by_key_.end() && !groups_[plain->second].person) join(plain->second, g);
      groups_[g].in_region = true;
    }
  }

  // "Muslim" and "Muslims" are one group
  std::string key_of(const Mention& mention) const {
    std::string key = name_key(with_country_spelt_out(official_form(mention.text)));
    if (mention.label != EntityLabel::kPerson && key.size() > 4 && key.ends_with('s') &&
        tree_.token(mention.head).tag == Tag::kNnps && plural_of_.contains(key.substr(0, key.size() - 1)))
      key.pop_back();  // "the Houthis", "the Houthi movement"
    if (mention.label == EntityLabel::kNorp && names_peoples(mention.text))
      key = name_key(one_of_people(mention.text));
    return marked_.contains(key + "'s") ? key + "'s" : key;  // "McDonald's rivals"
  }

  const Country* country_named(const Mention& mention, const std::set<const Country*>& acting) const {
    const Facts& facts = Facts::get();
    if (const Country* country = country_of_name(tree_, mention.tokens, mention.text))
      return is_surname_here(tree_, out_.mentions, mention) ||
                     is_state_here(out_.mentions, mention.text, *country)
                 ? nullptr
                 : country;
    if (mention.label == EntityLabel::kLanguage) return nullptr;
    if (const Country* country = facts.find_people(mention.text)) {
      const std::uint32_t article =
          tree_.child(mention.head, Deprel::kDet);  // "those Americans" are some of them
      const bool people =
          mention.number == 'p' && (article == DocumentTree::kNoToken || tree_.lower(article) != "the" ||
                                    tree_.child(mention.head, Deprel::kNummod) != DocumentTree::kNoToken);
      return people || one_of_them(tree_, mention) || does_as_somebody(tree_, out_.mentions, mention)
                 ? nullptr
                 : country;
    }
    const Country* country = facts.find_capital(mention.text);
    return country && acting.contains(country) && acts(tree_, mention.head) ? country : nullptr;
  }

  // "the South", "Korea": the only country of the article whose name begins or ends so.
  void join_short_countries() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const NameGroup& group = groups_[g];
      const bool continent = group.text == "Africa";  // no short name of South Africa
      if (group.country || group.words().size() != 1 || continent) continue;
      std::vector<std::uint32_t> fits;
      for (std::uint32_t other = 0; other < groups_.size(); ++other) {
        if (!groups_[other].country) continue;
        const std::string name = name_key(groups_[other].country->name);
        if (name.ends_with(" " + group.key) ||
            (name.starts_with(group.key + " ") && stands_after_article(tree_, out_.mentions, group)))
          fits.push_back(other);
      }
      if (fits.size() == 1) join(fits.front(), g);
    }
  }

  // "UNICEF" and "United Nations Children's Fund": the shipped names say so
  void join_known() {
    std::map<std::string_view, std::uint32_t> by_usual;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const auto usual = groups_[g].country ? std::nullopt : usual_name(groups_[g].text);
      if (!usual) continue;
      const auto [at, fresh] = by_usual.try_emplace(*usual, g);
      if (!fresh) join(at->second, g);
    }
  }

  void join_acronyms() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const std::uint32_t named = spelt_out(tree_, out_, groups_, g);
      if (named == kNone) continue;
      join(named, g);
      if (groups_[named].person && !all_capitals(groups_[g].text)) persons_.push_back(g);
    }
  }

  void join_full_persons() {
    for (std::uint32_t a = 0; a < groups_.size(); ++a) {
      for (std::uint32_t b = a + 1; b < groups_.size(); ++b) {
        if (groups_[a].person && groups_[b].person && one_full_name(groups_[a], groups_[b])) join(a, b);
      }
    }
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      std::set<std::uint32_t> longer;
      for (std::uint32_t other = 0; other < groups_.size(); ++other)
        if (groups_[g].person && groups_[other].person && begins_full_name(groups_[g], groups_[other]))
          longer.insert(root(other));
      if (longer.size() == 1) join(*longer.begin(), g);
    }
  }

  // "Mir-Mohammadi", "van Gogh": several words that end one person's full name; with a particle they are no
  // place, whatever the recogniser says: "del Bosque"
  void join_long_surnames() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const auto words = groups_[g].words();
      const bool one_word = groups_[g].text.find(' ') == std::string::npos;  // "Glawischnig-Piesczek"
      if (groups_[g].country || words.size() < 2) continue;
      std::set<std::uint32_t> bearers;
      for (std::uint32_t other = 0; other < groups_.size(); ++other) {
        const auto full = groups_[other].words();
        if (groups_[other].person && full.size() > words.size() &&
            std::equal(words.rbegin(), words.rend(), full.rbegin()) &&
            (groups_[g].person || one_word || names_nothing_else(groups_[g]) ||
             particle_at(groups_[other].text, full.size() - words.size())))
          bearers.insert(root(other));
      }
      if (bearers.size() != 1) continue;
      join(*bearers.begin(), g);
      persons_.push_back(g);
    }
  }

  // "García Harfuch", of which the recogniser says nothing
  bool names_nothing_else(const NameGroup& group) const {
    const auto words = group.words();
    return std::none_of(words.begin(), words.end(),
                        [](const std::string& word) {
                          return generic_word(word) || is_noun(word) || is_adjective(word);
                        }) &&
           std::all_of(group.mentions.begin(), group.mentions.end(),
                       [&](std::uint32_t m) { return out_.mentions[m].label == EntityLabel::kNone; });
  }
  static bool particle_at(const std::string& name, std::size_t word) {
    const auto words = words_of(name);
    return word < words.size() && words[word].front() >= 'a' && words[word].front() <= 'z';
  }

  void join_short_persons() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const NameGroup& group = groups_[g];
      if (group.country || group.in_region || group.words().size() != 1) continue;
      const bool place = Facts::get().find_place(group.text) && !group.person;
      if (place && (stands_as_place(group) || by_country(group))) continue;
      if (is_people(group)) continue;
      std::vector<std::uint32_t> bearers;
      for (std::uint32_t other = 0; other < groups_.size(); ++other) {
        const auto words = groups_[other].words();
        const bool full = other != g && groups_[other].person && words.size() >= 2;
        if (full &&
            ((words.front() == group.key && !place && !taken_for_thing(group)) || words.back() == group.key))
          bearers.push_back(other);
      }
      if (place && bearers.empty()) continue;
      if (const std::uint32_t firm = firm_before(out_, groups_, g, bearers); firm != kNone) {
        join(firm, g);
        continue;
      }
      if (bearers.empty() && join_named_event(g)) continue;
      if (bearers.empty()) bearers = bearers_within(g);
      if (bearers.empty() && group.person) bearers = unsure_bearers(g);
      const std::uint32_t bearer = one_of(bearers, group);
      if (bearer != kNone) {
        join(bearer, g);
        groups_[g].person = true;
        persons_.push_back(g);
      }
    }
  }

  // "Muslim" where Muslims are named
  bool is_people(const NameGroup& group) const {
    return std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
      return out_.mentions[m].label == EntityLabel::kNorp && names_peoples(out_.mentions[m].text);
    });
  }

  // "Google" is not the first name of "Google Glass", whatever that was taken for.
  bool taken_for_thing(const NameGroup& group) const {
    const auto things = std::count_if(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
      const EntityLabel label = out_.mentions[m].label;
      return label == EntityLabel::kOrg || label == EntityLabel::kNorp || label == EntityLabel::kProduct;
    });
    return !group.person && Facts::get().gender_of_given_name(group.text) == '-' &&
           !Facts::get().is_common_surname(group.text) &&
           2 * things > static_cast<std::ptrdiff_t>(group.mentions.size());
  }

  // "in Amman", "Amman, Jordan"; not Sudesh Amman, who did something
  bool stands_as_place(const NameGroup& group) const {
    return std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
      return out_.mentions[m].hints[static_cast<std::size_t>(EntityType::kPlace)] > 0;
    });
  }
  // Its people are named beside it: "Houston" where Houstonians are; a capital, where its country is.
  bool by_country(const NameGroup& group) const {
    const Country* country = Facts::get().find_capital(group.text);
    return country && std::any_of(groups_.begin(), groups_.end(),
                                  [&](const NameGroup& other) { return other.country == country; });
  }

  // "Lorenzo", a man's name, of "Hurricane Lorenzo"
  bool join_named_event(std::uint32_t g) {
    for (std::uint32_t other = 0; other < groups_.size(); ++other) {
      const auto words = words_of(groups_[other].text);
      if (other == g || words.size() < 2 || type_of_noun(words[words.size() - 2]) != EntityType::kEvent ||
          names_deed(tree_, out_, groups_[other]))
        continue;
      if (groups_[other].words().back() != groups_[g].key) continue;
      join(other, g);
      groups_[g].person = groups_[other].person = false;
      return true;
    }
    return false;
  }

  // "Rosselló" of "Ricardo Rosselló Nevares": the first of two surnames
  std::vector<std::uint32_t> bearers_within(std::uint32_t g) const {
    std::vector<std::uint32_t> bearers;
    const std::string& key = groups_[g].key;
    if (key.size() < 4 || generic_word(key) || Facts::get().find_organisation(groups_[g].text))
      return bearers;
    for (std::uint32_t other = 0; other < groups_.size(); ++other) {
      const auto words = groups_[other].words();
      if (other != g && groups_[other].person && words.size() >= 3 &&
          std::find(words.begin() + 1, words.end() - 1, key) != words.end() - 1)
        bearers.push_back(other);
    }
    return bearers;
  }

  // The recogniser took the full name for something else: "Romano Prodi" for a company, but "Mr Prodi"
  // settles it.
  std::vector<std::uint32_t> unsure_bearers(std::uint32_t g) const {
    std::vector<std::uint32_t> bearers;
    for (std::uint32_t other = 0; other < groups_.size(); ++other) {
      const auto words = groups_[other].words();
      const bool like_person =
          !groups_[other].country && (words.size() == 2 || words.size() == 3) && !generic_word(words.back());
      const EntityType type = vote_type(out_, groups_[other].mentions);
      if (type == EntityType::kEvent || type == EntityType::kPlace || type == EntityType::kFacility) continue;
      if (other != g && like_person && words.back() == groups_[g].key &&
          !Facts::get().find_organisation(groups_[other].text) &&
          !Facts::get().find_place(groups_[other].text))
        bearers.push_back(other);
    }
    return bearers;
  }

  std::uint32_t one_of(const std::vector<std::uint32_t>& bearers, const NameGroup& group) const {
    std::set<std::uint32_t> persons, by_role, before, own, leading;
    for (const std::uint32_t b : bearers) {
      persons.insert(root(b));
      if (share_role(groups_[b], group)) by_role.insert(root(b));
      if (groups_[b].mentions.front() < group.mentions.front()) before.insert(root(b));
      if (introduced_as_kin(groups_[b])) continue;
      own.insert(root(b));
      if (out_.mentions[groups_[b].mentions.front()].sentence == 0) leading.insert(root(b));
    }
    for (const auto* choice : {&persons, &by_role, &before, &own, &leading}) {
      if (choice->size() == 1) return *choice->begin();
    }
    return kNone;
  }

  // "his mother, Ava Baumgartner", "whose wife Laurel Clark": the surname alone is the other's
  bool introduced_as_kin(const NameGroup& group) const {
    const Mention& first = out_.mentions[group.mentions.front()];
    const auto kin = [&](std::uint32_t t) {
      return Facts::get().is_kin(to_lower(tree_.token(t).lemma)) &&
             tree_.child(t, Deprel::kPoss) != DocumentTree::kNoToken;
    };
    if (Facts::get().is_kin(first.role)) return true;
    const std::uint32_t head = tree_.first_conjunct(first.head), above = tree_.token(head).head;
    const auto children = tree_.children(head);
    return (tree_.token(head).deprel == Deprel::kAppos && kin(above)) ||
           std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t t) { return tree_.token(t).deprel == Deprel::kAppos && kin(t); });
  }

  // "Columbia" -> "Space Shuttle Columbia", "the Court" -> "Supreme Court of Cassation"
  void join_partial_names() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (root(g) != g) continue;
      if (const std::uint32_t whole = facility_before(groups_, g); whole != kNone) {
        out_.mentions[groups_[whole].mentions.front()]
            .hints[static_cast<std::size_t>(EntityType::kFacility)] += kWholeTells;
        join(whole, g);
        continue;
      }
      if (groups_[g].country || groups_[g].person) continue;
      std::set<std::uint32_t> fits;
      for (std::uint32_t other = 0; other < groups_.size(); ++other) {
        if (other != g && !groups_[other].country && !groups_[other].roles.size() &&
            partial_name(tree_, out_, groups_[g], groups_[other]))
          fits.insert(root(other));
      }
      if (fits.size() != 1 || *fits.begin() == g) continue;
      // what "Norsk Ferries" is tells what "Norsk" is, however often that is said
      const NameGroup& whole = groups_[*fits.begin()];
      constexpr auto kBody = EntityType::kOrganization;
      if (whole.words().size() > groups_[g].words().size() && vote_type(out_, whole.mentions) == kBody)
        out_.mentions[whole.mentions.front()].hints[static_cast<std::size_t>(kBody)] += kWholeTells;
      join(*fits.begin(), g);
    }
  }

  void make_entities() {
    std::map<std::uint32_t, std::uint32_t> entity_of;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const auto [at, fresh] =
          entity_of.try_emplace(root(g), static_cast<std::uint32_t>(out_.entities.size()));
      if (fresh) out_.entities.push_back({.named = true});
      Entity& entity = out_.entities[at->second];
      if (groups_[g].country && !entity.country) entity.country = groups_[g].country;
      for (const std::uint32_t m : groups_[g].mentions) {
        out_.mentions[m].entity = at->second;
        entity.mentions.push_back(m);
      }
    }
    for (const std::uint32_t g : persons_) out_.entities[entity_of.at(root(g))].type = EntityType::kPerson;
    for (Entity& entity : out_.entities) {
      describe_named(out_.mentions, entity, vote_type(out_, entity.mentions));
      for (const std::uint32_t m : entity.mentions)
        if (const std::string words = spelt_beside(tree_, out_.mentions[m].tokens); !words.empty())
          entity.aliases.push_back(words);
    }
    add_surnames(out_.entities);
  }

  const DocumentTree& tree_;
  Resolution& out_;
  std::vector<NameGroup> groups_;
  std::map<std::string, std::uint32_t> by_key_;
  std::set<std::string> marked_;     // keys of names that end in a mark of possession: "mcdonald's"
  std::set<std::string> plural_of_;  // keys of the names, of which one may be another's singular
  std::vector<std::uint32_t> parent_, persons_;
};

}  // namespace

void cluster_names(const DocumentTree& tree, Resolution& resolution) { NameClusters(tree, resolution).run(); }

}  // namespace dossier::ingest
