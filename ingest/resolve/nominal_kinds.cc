// A kind is told by the word (the tables' general nouns), by the type of thing that it names, by an age or a country.
#include "ingest/resolve/nominal_kinds.h"

#include <algorithm>
#include <map>
#include <set>

#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/apart.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/salience.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/told_countries.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

constexpr float kSentence = 100;         // one more that names somebody
constexpr std::uint32_t kJustNamed = 2;  // sentences

// "the city" is no cathedral, whatever the recogniser says.
bool built(const Entity& entity) {
  const std::string key = name_key(entity.name);
  return !words_of(key).empty() && type_of_noun(name_head(key)) == EntityType::kFacility;
}

bool of_kind(std::string_view kind, const Entity& entity) {
  if (kind == "person") return entity.type == EntityType::kPerson;
  if (kind == "country") return entity.country != nullptr && !entity.country->union_of_states;
  if (kind == "bloc") return entity.country != nullptr && entity.country->union_of_states;
  if (kind == "place")
    return entity.type == EntityType::kPlace && entity.country == nullptr && !built(entity);
  if (kind == "organization") return entity.type == EntityType::kOrganization && entity.country == nullptr;
  if (kind == "law") return entity.type == EntityType::kLaw;
  return kind == "event" && entity.type == EntityType::kEvent;
}

std::size_t sentences_before(const Resolution& resolution, const Entity& entity, std::uint32_t token) {
  std::set<std::uint32_t> sentences;
  for (const std::uint32_t m : entity.mentions)
    if (resolution.mentions[m].head < token) sentences.insert(resolution.mentions[m].sentence);
  return sentences.size();
}

}  // namespace

bool is_named_meeting(const Resolution& resolution, const Entity& entity) {
  const auto meets = [](std::string_view noun) {
    return is_kind_of(noun, {"meeting", "exhibition", "festival", "fair"});
  };
  if (!entity.named || (entity.type != EntityType::kOrganization && entity.type != EntityType::kWork))
    return false;
  const std::string key = name_key(entity.name);
  if (type_of_noun(name_head(key)) == EntityType::kFacility) return false;  // where it is held
  return (words_of(key).size() > 1 && meets(name_head(key))) ||
         std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
           return resolution.mentions[m].kind == MentionKind::kNominal && meets(resolution.mentions[m].text);
         });
}

bool only_in_title(const std::string& noun, const Entity& entity) {
  return entity.named && entity.type == EntityType::kWork && type_of_noun(noun) != EntityType::kWork;
}

std::uint32_t KindSieve::by_country(const Mention& mention) const {
  const bool body = Facts::get().find_generic(mention.text) == "organization" ||
                    (type_of_noun(mention.text) == EntityType::kOrganization &&
                     (describer_.trades(mention.text) || names_body(mention.text)));
  if (!body || !only_country(mention)) return kNone;
  std::uint32_t found = kNone, lone = kNone, lately = 0;
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    const Entity& entity = out_.entities[e];
    if (!entity.named || entity.type != EntityType::kOrganization) continue;
    const bool of_country = told_from(tree_, out_, entity, mention.country, mention.head);
    if (of_country && found != kNone) return kNone;
    if (of_country) found = e;
    const std::uint32_t last = last_sentence(out_, entity, mention.head);
    if (last == kNone || mention.sentence - last > kJustNamed || elsewhere(mention, entity)) continue;
    lately += 1;
    if (leads_sentence_before(mention, entity)) lone = e;
  }
  return found != kNone || lately != 1 ? found : lone;
}

// "Ida Berg beat Italy's Laura Conti. The Italian ...": the only one just named of whom it was told
std::uint32_t KindSieve::only_from(const Mention& mention) const {
  std::uint32_t only = kNone;
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    const Entity& entity = out_.entities[e];
    if (!entity.named || entity.type != EntityType::kPerson ||
        !told_from(tree_, out_, entity, mention.country, mention.head))
      continue;
    const std::uint32_t last = last_sentence(out_, entity, mention.head);
    if (last == kNone || mention.sentence - last > kJustNamed) continue;
    if (only != kNone) return kNone;
    only = e;
  }
  return only;
}

// "Norsk sold a unit to US firm Granite. The German carrier ...": who did what the sentence before tells
bool KindSieve::leads_sentence_before(const Mention& mention, const Entity& entity) const {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    const Mention& other = out_.mentions[m];
    const Token& token = tree_.token(other.head);  // "Norsk's profits rose"
    const std::uint32_t first = token.deprel == Deprel::kPoss ? token.head : other.head;
    return other.sentence + 1 == mention.sentence && opens_sentence(tree_, first);
  });
}

std::string parent_of(const DocumentTree& tree, const Mention& mention) {
  const std::uint32_t of = tree.child(mention.head, Deprel::kPrep);
  if (mention.kind != MentionKind::kNominal || mention.number != 's' || of != mention.head + 1 ||
      tree.lower(of) != "of")
    return {};
  const std::uint32_t count = tree.child(of, Deprel::kPobj);
  const bool counts =
      count != DocumentTree::kNoToken && tree.token(count).tag == Tag::kCd && tree.children(count).empty();
  return counts && Facts::get().is_kin(mention.text) ? tree.lower(count) : std::string();
}

bool KindSieve::only_country(const Mention& mention) const {
  for (const std::uint32_t child : tree_.children(mention.head)) {
    const Deprel deprel = tree_.token(child).deprel;
    const bool modifies = deprel == Deprel::kAmod || deprel == Deprel::kCompound || deprel == Deprel::kNmod;
    const bool trade = deprel == Deprel::kCompound && tree_.token(child).tag == Tag::kNn;  // "toy company"
    if (modifies && !trade && out_.mention_of[child] == kNone && !tells_base(tree_, child)) return false;
    if (deprel == Deprel::kPrep || deprel == Deprel::kRelcl || deprel == Deprel::kAcl) return false;
  }
  return true;
}

std::uint32_t KindSieve::told_country(const Mention& mention) const {
  for (const std::uint32_t since : {mention.sentence > 0 ? mention.sentence - 1 : 0, 0U}) {
    const Country* only = nullptr;
    for (const Mention& other : out_.mentions) {
      const Country* country =
          other.head < mention.head && other.sentence >= since ? country_told(other) : nullptr;
      if (country && only && only != country) return kNone;
      if (country) only = country;
    }
    if (only) return country_entity(out_, only);
  }
  return kNone;
}

std::uint32_t KindSieve::topic_country(const Mention& mention) const {
  std::map<const Country*, std::set<std::uint32_t>> sentences;
  std::set<const Country*> first;
  for (const Mention& other : out_.mentions) {
    const Country* country = other.head < mention.head ? country_told(other) : nullptr;
    if (country) sentences[country].insert(other.sentence);
    if (country && other.sentence == 0) first.insert(country);
  }
  const Country* topic = nullptr;
  std::size_t most = 1, second = 0;
  for (const auto& [country, told] : sentences) {
    const std::size_t count =
        told.size() + (first.size() == 1 && first.contains(country));  // what it is about
    if (count > most)
      second = topic ? most : second, most = count, topic = country;
    else
      second = std::max(second, count);
  }
  if (topic == nullptr || most < 2 * second) return kNone;
  const bool rival = std::any_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& other) {
    const Country* country = country_told(other);
    return other.head < mention.head && mention.sentence - other.sentence <= 1 && country &&
           country != topic && !modifies(other);
  });
  return rival ? kNone : country_entity(out_, topic);
}

bool KindSieve::told_by_region(const Mention& mention) const {
  static constexpr std::string_view kParts[] = {"east",    "west",    "north",    "south",    "central",
                                                "eastern", "western", "northern", "southern", "island"};
  if (mention.number != 's' || mention.country) return false;
  bool told = false;
  for (const std::uint32_t child : tree_.children(mention.head)) {
    const Deprel deprel = tree_.token(child).deprel;
    if (deprel == Deprel::kDet || (deprel == Deprel::kPunct && child < mention.head) ||
        child > mention.head) {
      if (deprel == Deprel::kPrep || deprel == Deprel::kConj || deprel == Deprel::kRelcl ||
          deprel == Deprel::kAcl)
        return false;
      continue;
    }
    const bool part = std::find(std::begin(kParts), std::end(kParts), tree_.lower(child)) != std::end(kParts);
    if (!part && !Facts::get().is_people(tree_.word(child)) && !proper(tree_.token(child))) return false;
    told = true;
  }
  return told;
}

// "the US embassy", "Turkish law"
bool KindSieve::modifies(const Mention& mention) const {
  if (mention.kind != MentionKind::kName) return true;
  const Deprel deprel = tree_.token(tree_.first_conjunct(mention.head)).deprel;
  return deprel == Deprel::kCompound || deprel == Deprel::kAmod || deprel == Deprel::kNmod;
}

const Country* KindSieve::country_told(const Mention& mention) const {
  const Entity* entity = mention.entity == kNone ? nullptr : &out_.entities[mention.entity];
  const Country* country = mention.country                      ? mention.country
                           : entity && entity->country          ? entity->country
                           : mention.kind == MentionKind::kName ? Facts::get().find_capital(mention.text)
                                                                : nullptr;
  return country && country->union_of_states ? nullptr : country;
}

std::uint32_t KindSieve::by_age(const Mention& mention) const {
  if (!parent_of(tree_, mention).empty()) return by_children(mention);
  const bool alone = mention.text == "year-old", teenager = mention.text == "teenager";
  const std::string age = !alone             ? age_told(mention)
                          : mention.head < 4 ? std::string()
                                             : tree_.lower(mention.head - 4);
  if (age.empty() && !teenager) return kNone;
  for (std::uint32_t m = 0; m < out_.mentions.size(); ++m) {
    const Mention& other = out_.mentions[m];
    if (other.head >= mention.head || other.entity == kNone) continue;
    const std::string others = age_told(other);
    const bool same = age.empty() ? others >= "13" && others <= "19" && others.size() == 2 : others == age;
    if (out_.entities[other.entity].number == 's' && same &&
        gender_fits(mention, out_.entities[other.entity]))
      return other.entity;
  }
  return alone ? by_topic(mention) : kNone;
}

// 45 of "the 45-year-old mayor", "Ana Roe, 45, ..."; empty for none
std::string KindSieve::age_told(const Mention& mention) const {
  const std::uint32_t old = tree_.child(mention.head, Deprel::kAmod), number = mention.tokens.end + 1;
  if (old != DocumentTree::kNoToken && old >= 4 && tree_.lower(old) == "old") return tree_.lower(old - 4);
  const bool behind = mention.kind == MentionKind::kName && number < tree_.sentence_range(mention.head).end &&
                      tree_.word(number - 1) == "," && tree_.token(number).tag == Tag::kCd &&
                      tree_.word(number).size() <= 2;
  return behind ? tree_.lower(number) : std::string();
}

// "Ana Roe, a mother of two, ... The mother of two": who was called so, else whom the article is about.
std::uint32_t KindSieve::by_children(const Mention& mention) const {
  for (const Mention& other : out_.mentions) {
    if (other.head < mention.head && other.entity != kNone && other.text == mention.text &&
        parent_of(tree_, other) == parent_of(tree_, mention))
      return other.entity;
  }
  return by_topic(mention);
}

// Rather whom the article is about than who was named last: a lawyer's age is seldom told. First of the last sentences.
std::uint32_t KindSieve::by_topic(const Mention& mention) const {
  std::uint32_t best = kNone;
  std::pair<bool, float> highest{false, 0.0F};
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    const Entity& entity = out_.entities[e];
    const float present =
        entity.named && entity.type == EntityType::kPerson ? salience(tree_, out_, entity, mention.head) : 0;
    const char gender = entity.known_or_likely_gender();
    if (present == 0 || (mention.text == "year-old" && another_age(mention, entity)) ||
        elsewhere(mention, entity) || (mention.gender != '-' && gender != '-' && gender != mention.gender) ||
        commands(tree_, out_, entity, mention))
      continue;
    const bool just =
        mention.sentence - last_sentence(out_, entity, mention.head) <= kJustNamed && !told_by_kin(entity);
    const std::pair<bool, float> value{
        just, present + kSentence * static_cast<float>(sentences_before(out_, entity, mention.head))};
    if (value > highest) highest = value, best = e;
  }
  return mention.text == "year-old" && another_just_named(mention, best) ? kNone : best;
}

// "Erik Dahl's place went to Ole Holt. The 20-year-old ...": of whom nothing was told before but that; not who only says
// something of another
bool KindSieve::another_just_named(const Mention& mention, std::uint32_t topic) const {
  return std::any_of(out_.entities.begin(), out_.entities.end(), [&](const Entity& entity) {
    if (!entity.named || entity.type != EntityType::kPerson || entity.mentions.empty() ||
        (topic != kNone && &entity == &out_.entities[topic]) || told_by_kin(entity))
      return false;
    const Mention& first = out_.mentions[entity.mentions.front()];
    const char gender = entity.known_or_likely_gender();
    return first.sentence + 1 == mention.sentence && !says(tree_, first.head) &&
           !another_age(mention, entity) &&
           (mention.gender == '-' || gender == '-' || gender == mention.gender);
  });
}

// "His friend, Ole Holt, called the police": of whom one knows whose he is
bool KindSieve::told_by_kin(const Entity& entity) const {
  const std::uint32_t noun = place_of(tree_, out_.mentions[entity.mentions.front()].head);
  const std::uint32_t owner = tree_.child(noun, Deprel::kPoss);
  const Entity* who = owner == DocumentTree::kNoToken ? nullptr : out_.entity_at(owner);
  return (owner != DocumentTree::kNoToken && tree_.token(owner).tag == Tag::kPrpDollar) ||
         (who && who->named && who->type == EntityType::kPerson);
}

// No equal one was told, or by_age would have found it.
bool KindSieve::another_age(const Mention& mention, const Entity& entity) const {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    return out_.mentions[m].head < mention.head && !age_told(out_.mentions[m]).empty();
  });
}

// "the Chinese leader" is no US President.
bool KindSieve::elsewhere(const Mention& mention, const Entity& entity) const {
  return mention.country && told_from_elsewhere(tree_, out_, entity, mention.country, mention.head);
}

std::uint32_t KindSieve::by_kind(const Mention& mention) const {
  const std::string_view kind = Facts::get().find_generic(mention.text);
  if (const std::uint32_t told = mention.country ? by_country(mention) : kNone; told != kNone) return told;
  if (mention.country && kind == "person") {
    if (const std::uint32_t told = only_from(mention); told != kNone) return told;
  }
  if (kind.empty()) return by_type(mention);
  std::uint32_t best = kNone;
  float first = 0, second = 0;
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    const Entity& entity = out_.entities[e];
    const bool meeting = mention.text == "event" && is_named_meeting(out_, entity);
    if (!entity.named || !(of_kind(kind, entity) || meeting) || !gender_fits(mention, entity) ||
        elsewhere(mention, entity) || commands(tree_, out_, entity, mention) ||
        above_suspicion(tree_, out_, entity, mention) || only_hears(tree_, out_, entity, mention))
      continue;
    const std::uint32_t last = last_sentence(out_, entity, mention.head);
    if (last == kNone || mention.sentence - last > 2) continue;
    const float value = salience(tree_, out_, entity, mention.head);
    if (value > first)
      second = first, first = value, best = e;
    else
      second = std::max(second, value);
  }
  return first > 1.25F * second ? best : kNone;
}

// "the vessel" after the Aurora: the only ship, building, law or storm that was just named
std::uint32_t KindSieve::by_type(const Mention& mention) const {
  const auto type = mention.person ? std::nullopt : type_of_noun(mention.text);
  const bool thing = type == EntityType::kProduct || type == EntityType::kFacility ||
                     type == EntityType::kEvent || type == EntityType::kLaw;
  const bool business =
      type == EntityType::kOrganization &&
      (describer_.trades(mention.text) || names_body(mention.text) ||
       is_kind_of(mention.text, {"foundation"}));  // "the planemaker", "the lender", "the charity"
  if (!thing && !business) return kNone;
  std::uint32_t found = kNone;
  for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
    const Entity& entity = out_.entities[e];
    if (!entity.named || entity.type != type || (thing && !described_as(entity, *type))) continue;
    const std::uint32_t last = last_sentence(out_, entity, mention.head);
    if (last == kNone || mention.sentence - last > 2) continue;
    if (found != kNone) return kNone;
    found = e;
  }
  return found;
}

// The sentence said so, not only the recogniser.
bool KindSieve::described_as(const Entity& entity, EntityType type) const {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    return out_.mentions[m].hints[static_cast<std::size_t>(type)] > 1;
  });
}

}  // namespace dossier::ingest
