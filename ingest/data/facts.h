// What the resolver knows of the world and of words, read once from the shipped tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::ingest {

struct Country {
  std::string_view code, name;
  std::vector<std::string_view> names;     // others
  std::vector<std::string_view> capitals;  // the first is the usual spelling
  std::vector<std::string_view> peoples;   // adjectives and people: Chinese, Briton
  bool union_of_states = false;            // a body that acts beside its members, as a country does
};

enum class NounClass : std::uint8_t {
  kNone,
  kPerson,
  kGroup,
  kLocation,
  kArtifact,
  kTime,
  kQuantity,
  kEvent,
  kCommunication,
  kLaw,
  kOther,
};

struct Noun {
  NounClass noun_class = NounClass::kNone;
  bool person = false;  // an early sense is a person
  char gender = '-';    // 'm', 'f' or '-'
};

enum class PronounKind : char {
  kPersonal = 'p',
  kPossessive = 's',
  kReflexive = 'r',
  kRelative = 'q',
  kDemonstrative = 'd'
};

struct Pronoun {
  int person = 3;
  char number = '-', gender = '-';
  PronounKind kind = PronounKind::kPersonal;
};

struct Title {
  char kind = 'h';  // 'h' before a name, 'x' after it, 'c' after a company's, 'v' before a ship's
  char gender = '-';
};

/// A name that a table holds for a well-known thing.
struct KnownName {
  std::string_view name;             // the usual one
  const Country* country = nullptr;  // for a country
};

/// Threads  built on first use, then const.
class Facts {
 public:
  static const Facts& get();

  const Country* find_country(std::string_view name) const;  // "US", "United States"; case counts
  const Country* find_people(std::string_view word) const;   // "Chinese", "Belgians"
  const Country* find_capital(std::string_view name) const;  // "Beijing"
  std::optional<std::string_view> find_organisation(std::string_view name) const;  // -> usual name
  bool may_be_body(std::string_view name) const;  // "Ford", which is somebody's name too
  std::optional<std::string_view> find_place(std::string_view name) const;  // -> usual name
  std::optional<Noun> find_noun(std::string_view lemma) const;              // lower case, singular
  const Pronoun* find_pronoun(std::string_view word) const;                 // lower case
  const Title* find_title(std::string_view word) const;                     // without a full stop
  char gender_of_given_name(std::string_view name) const;                   // 'm', 'f' or '-'
  bool is_reciprocal(std::string_view verb) const;  // "meet": what two subjects do to each other
  bool stands_alone(std::string_view verb) const;   // "expire": needs no object
  bool binds(std::string_view verb, std::string_view preposition) const;  // "blame", "on": beside an object
  bool mostly_binds(std::string_view verb,
                    std::string_view preposition) const;  // "turn", "into": seldom without
  bool tells_nothing(std::string_view adjective) const;   // "entire"
  std::string_view type_of_noun(
      std::string_view lemma) const;  // "Organization" for "company"; empty for none
  /// Type of what bears a well-known name: "Person" for "William Wordsworth", "Concept" for "Swahili"; or empty.
  std::string_view type_of_known_name(std::string_view name) const;
  bool is_told_by_surname(std::string_view name) const;  // "Trump": whom news names so alone
  bool is_kin(std::string_view noun) const;              // "mother": a relative of somebody
  bool leads_body(std::string_view noun) const;          // "chairman": whom a body has at its head
  bool is_state_body(std::string_view noun) const;       // "senate": which one, its country tells
  bool is_people(std::string_view word) const;           // "Muslim", "European"
  bool is_time_zone(std::string_view word) const;        // "UTC"
  bool is_common_surname(std::string_view word) const;   // "Johnson"; not "Putin"
  bool is_city(std::string_view name) const;             // of more than 15,000 people
  bool is_region(std::string_view name) const;           // "Kerala": no town's name
  bool is_state(std::string_view name) const;     // "Ohio", "Georgia": has a postal code of two letters
  bool names_place(std::string_view name) const;  // a country, capital, city or other place of the tables
  std::string_view find_generic(std::string_view noun) const;  // "country" for "nation"; empty for none

 private:
  Facts();
  template <typename T>
  using Map = std::unordered_map<std::string_view, T>;
  void read_countries();
  void read_nouns();
  void read_small_tables();

  std::vector<Country> countries_;
  Map<const Country*> by_name_, by_people_, by_capital_;
  Map<std::string_view> organisations_, places_, generic_, noun_types_, known_names_, role_nouns_;
  Map<Noun> nouns_;
  Map<Pronoun> pronouns_;
  Map<Title> titles_;
  Map<char> given_names_, regions_, states_, reciprocal_, intransitive_, transparent_, cities_, peoples_,
      time_zones_, surnames_, state_bodies_, shared_bodies_, told_by_surname_, bonds_;
};

}  // namespace dossier::ingest
