#include "ingest/resolve/entity_linker.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "dossier/status_macros.h"
#include "ingest/data/facts.h"
#include "ingest/resolve/link_names.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/state_bodies.h"

namespace dossier::ingest {
namespace {

using graph::NodeId;

class Linker {
 public:
  Linker(const graph::Reader& graph, std::span<const graph::Judgement> judgements,
         graph::ArticleRecord& record, std::optional<graph::ArticleId> before)
      : graph_(graph), record_(record), before_(before), name_key_(graph.find_key("name")) {
    for (const graph::Judgement& judgement : judgements) {
      if (judgement.by == kProposed) continue;
      decisions_[pair_of(judgement.left, judgement.right)] = judgement.same;
    }
  }

  Result<std::vector<graph::Judgement>> run() {
    if (!name_key_) return std::move(proposals_);  // an empty graph
    for (graph::EntityRecord& entity : record_.entities) {
      DOSSIER_RETURN_IF_ERROR(link(entity));
    }
    // A surname alone needs company: the neighbours that the first pass found.
    for (graph::EntityRecord& entity : record_.entities) {
      if (entity.node) continue;
      if (lone_noun(entity)) DOSSIER_RETURN_IF_ERROR(link_by(entity.name, entity));
      if (entity.node) continue;
      if (one_word_name(entity) || (untyped_name(entity) && Facts::get().is_common_surname(entity.name)))
        DOSSIER_RETURN_IF_ERROR(link_surname(entity));
      else if (entity.type == "Person")
        DOSSIER_RETURN_IF_ERROR(link_full_name(entity));
      if (!entity.node && untyped_name(entity)) DOSSIER_RETURN_IF_ERROR(link_namesake(entity));
    }
    if (before_) DOSSIER_RETURN_IF_ERROR(keep_own());
    return std::move(proposals_);
  }

 private:
  static constexpr std::string_view kProposed = "proposed";
  static constexpr std::size_t kKnown = 3, kWellKnown = 5;  // articles that tell of somebody
  using NamePair = std::pair<std::string, std::string>;

  static NamePair pair_of(std::string_view left, std::string_view right) {
    NamePair pair{name_key(left), name_key(right)};
    if (pair.second < pair.first) std::swap(pair.first, pair.second);
    return pair;
  }

  std::optional<bool> decision(const std::string& left, const std::string& right) const {
    const auto at = decisions_.find(pair_of(left, right));
    return at == decisions_.end() ? std::nullopt : std::optional(at->second);
  }

  Result<std::string> name_of_node(NodeId node) const {
    DOSSIER_ASSIGN_OR_RETURN(const graph::Value name, graph_.node_property(node, *name_key_));
    return name.type() == graph::ValueType::kString ? std::string(name.as_string()) : std::string();
  }

  Result<bool> has_type(NodeId node, const std::string& type) const {
    const auto label = graph_.find_label(type);
    if (!label) return false;
    return graph_.has_label(node, *label);
  }

  Status link(graph::EntityRecord& entity) {
    DOSSIER_RETURN_IF_ERROR(link_by_names(entity));
    return link_judged(entity);
  }

  /// Nodes with the name, without those that only the article's last version mentions: it is linked as if it
  /// were new.
  Result<std::vector<graph::NameHit>> find_others(const std::string& name) const {
    DOSSIER_ASSIGN_OR_RETURN(std::vector<graph::NameHit> hits, graph_.find_by_name(name));
    std::vector<graph::NameHit> others;
    for (const graph::NameHit& hit : hits) {
      DOSSIER_ASSIGN_OR_RETURN(const bool own, only_here(hit.node));
      if (!own) others.push_back(hit);
    }
    return others;
  }
  Result<bool> only_here(NodeId node) const {
    const auto mentioned = before_ ? graph_.find_type("MENTIONED_IN") : std::nullopt;
    if (!mentioned) return false;
    graph::Neighbours articles;
    const NodeId frontier[] = {node};
    const graph::TypeId types[] = {*mentioned};
    DOSSIER_RETURN_IF_ERROR(graph_.expand(frontier, graph::Direction::kOutgoing, types, articles));
    return articles.nodes.size() == 1 &&
           static_cast<std::uint64_t>(articles.nodes.front()) == static_cast<std::uint64_t>(*before_);
  }

  // What finds nothing elsewhere stays the node that it was.
  Status keep_own() {
    std::set<NodeId> taken;
    for (const graph::EntityRecord& entity : record_.entities) {
      if (entity.node) taken.insert(*entity.node);
    }
    for (graph::EntityRecord& entity : record_.entities) {
      if (entity.node) continue;
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> nodes, graph_.find_by_exact_name(entity.name));
      for (const NodeId node : nodes) {
        DOSSIER_ASSIGN_OR_RETURN(const bool own, only_here(node));
        DOSSIER_ASSIGN_OR_RETURN(const bool same_type, has_type(node, entity.type));
        if (!own || !same_type || !taken.insert(node).second) continue;
        entity.node = node;
        break;
      }
    }
    return {};
  }

  Status link_by_names(graph::EntityRecord& entity) {
    if (one_word_name(entity)) DOSSIER_RETURN_IF_ERROR(link_thing(entity));
    if (entity.node || !telling(entity)) return {};
    const bool alone = entity.type == "Person" && words_of(entity.name).size() == 1;  // "Francis", a pope
    std::vector<std::string> names;
    if (!alone && !lone_noun(entity) && !needs_country(entity)) names.push_back(entity.name);
    for (const std::string& alias : entity.aliases) {
      if (telling_alias(entity, alias) && !needs_country(alias)) names.push_back(alias);
    }
    for (const std::string& name : names) {
      DOSSIER_RETURN_IF_ERROR(link_by(name, entity));
      if (entity.node) return {};
    }
    return {};
  }

  Status link_by(const std::string& name, graph::EntityRecord& entity) {
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(name));
    std::set<NodeId> fits, exact, of_other_type;
    for (const graph::NameHit& hit : hits) {
      DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
      if (decision(known, entity.name) == false) continue;
      DOSSIER_ASSIGN_OR_RETURN(const bool other, stands_for_other(hit.node, name, known, entity));
      if (other) continue;
      if (entity.type != "Person" || words_of(entity.name).size() == 1) {
        DOSSIER_ASSIGN_OR_RETURN(const bool in_full, bears(hit.node, known, name));
        if (!in_full) continue;
      }
      if (name == entity.name && lone_noun(entity)) {
        DOSSIER_ASSIGN_OR_RETURN(const bool shares, shares_company(entity, hit.node));
        if (!shares) continue;
      }
      DOSSIER_ASSIGN_OR_RETURN(const bool same_type, short_form(entity, name)
                                                         ? has_type(hit.node, entity.type)
                                                         : compatible(hit.node, entity.type));
      const bool is_name = hit.kind == graph::NameKind::kName;
      DOSSIER_ASSIGN_OR_RETURN(const bool country, has_code(hit.node));
      if (country != names_country(entity) && Facts::get().is_state(name)) continue;  // "Georgia"
      if (!is_name &&
          (common_noun(name) || (country && !names_country(entity) && Facts::get().find_capital(name))))
        continue;
      if (same_type && (name_key(known) == name_key(name) || !is_name)) fits.insert(hit.node);
      if (fits.contains(hit.node) && is_name) exact.insert(hit.node);
      if (same_type || !is_name || known != entity.name || !full_name(entity)) continue;
      DOSSIER_ASSIGN_OR_RETURN(const bool thing, names_thing(hit.node));
      if (thing) of_other_type.insert(hit.node);
    }
    if (fits.empty()) fits = of_other_type;
    if (exact.size() == 1) fits = exact;  // a city's own name before its use for the country
    // Things of one full name that were once taken for two, the senate of one country: no third one.
    const bool one = fits.size() == 1 || needs_country(entity) ||
                     (entity.type != "Person" && fits == exact && full_name(entity));
    if (one && !fits.empty()) {
      DOSSIER_ASSIGN_OR_RETURN(entity.node, best_known(fits));
    } else if (fits.size() > 1) {
      propose(entity, *fits.begin());
    }
    return {};
  }

  // The one that most articles mention, the oldest of several.
  Result<NodeId> best_known(const std::set<NodeId>& nodes) const {
    NodeId best = *nodes.begin();
    const auto mentioned = graph_.find_type("MENTIONED_IN");
    if (!mentioned || nodes.size() == 1) return best;
    std::uint64_t most = 0;
    const graph::TypeId types[] = {*mentioned};
    for (const NodeId node : nodes) {
      DOSSIER_ASSIGN_OR_RETURN(const std::uint64_t articles,
                               graph_.degree(node, graph::Direction::kOutgoing, types));
      if (articles > most) best = node;
      most = std::max(most, articles);
    }
    return best;
  }

  // A lookup leaves titles out: "US Senate" also finds what is called "Senate", as "US President Trump" finds "Trump".
  Result<bool> bears(NodeId node, const std::string& known, const std::string& name) const {
    const std::string key = name_key(name);
    if (name_key(known) == key) return true;
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<std::string> aliases, aliases_of(node));
    return std::any_of(aliases.begin(), aliases.end(),
                       [&](const std::string& alias) { return name_key(alias) == key; });
  }
  Result<std::vector<std::string>> aliases_of(NodeId node) const {
    std::vector<std::string> names;
    const auto aliases_key = graph_.find_key("aliases");
    if (!aliases_key) return names;
    DOSSIER_ASSIGN_OR_RETURN(const graph::Value aliases, graph_.node_property(node, *aliases_key));
    if (aliases.type() != graph::ValueType::kList) return names;
    for (const graph::Value& alias : aliases.as_list())
      if (alias.type() == graph::ValueType::kString) names.push_back(alias.as_string());
    return names;
  }

  // "DRM", digital rights management here and a Divisional Railway Manager there
  Result<bool> stands_for_other(NodeId node, const std::string& letters, const std::string& known,
                                const graph::EntityRecord& entity) const {
    if (!all_capitals(letters)) return false;
    DOSSIER_ASSIGN_OR_RETURN(std::vector<std::string> theirs, aliases_of(node));
    theirs.push_back(known);
    std::vector<std::string> ours = entity.aliases;
    ours.push_back(entity.name);
    bool otherwise = false;
    for (const std::string& left : theirs)
      for (const std::string& right : ours) {
        if (!is_acronym_of(letters, left) || !is_acronym_of(letters, right)) continue;
        if (!spelt_otherwise(letters, left, right)) return false;
        otherwise = true;
      }
    return otherwise;
  }

  // "Havana" the city is not Cuba, which another article calls so.
  Result<bool> has_code(NodeId node) const {
    const auto code = graph_.find_key("code");
    if (!code) return false;
    DOSSIER_ASSIGN_OR_RETURN(const graph::Value value, graph_.node_property(node, *code));
    return value.type() == graph::ValueType::kString;
  }
  Result<bool> names_thing(NodeId node) const {
    for (const char* other : {"Value", "Article"}) {
      DOSSIER_ASSIGN_OR_RETURN(const bool is, has_type(node, other));
      if (is) return false;
    }
    return has_type(node, "Entity");
  }

  // "Aurora" beside Norrsken, whose ship the graph knows by that name
  Status link_namesake(graph::EntityRecord& entity) {
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(entity.name));
    std::map<NodeId, std::string> things;
    for (const graph::NameHit& hit : hits) {
      DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
      for (const char* type : {"Product", "Organization", "Work", "Event", "Facility"}) {
        DOSSIER_ASSIGN_OR_RETURN(const bool is, has_type(hit.node, type));
        if (is && known == entity.name) things.emplace(hit.node, type);
      }
    }
    if (things.size() != 1 || decision(entity.name, entity.name) == false) return {};
    const auto& [node, type] = *things.begin();
    DOSSIER_ASSIGN_OR_RETURN(const bool shares, shares_company(entity, node));
    if (shares) entity.node = node, entity.type = type;
    return {};
  }

  // "COVID-19", "Brexit" as a person: a single word that nobody is given as a name, and that the graph knows
  // for something else.
  Status link_thing(graph::EntityRecord& entity) {
    if (Facts::get().gender_of_given_name(entity.name) != '-') return {};
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(entity.name));
    std::set<NodeId> things;
    for (const graph::NameHit& hit : hits) {
      DOSSIER_ASSIGN_OR_RETURN(const bool thing, names_thing(hit.node));
      DOSSIER_ASSIGN_OR_RETURN(const bool person, has_type(hit.node, "Person"));
      DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
      if (person) return {};  // somebody bears it
      if (thing && known == entity.name && decision(known, entity.name) != false) things.insert(hit.node);
    }
    if (things.size() == 1) entity.node = *things.begin();
    return {};
  }

  // Labels err among organisations, facilities, works and the like; a person or a concept is never one of
  // these.
  Result<bool> compatible(NodeId node, const std::string& type) const {
    DOSSIER_ASSIGN_OR_RETURN(const bool same, has_type(node, type));
    const auto settled = [](const std::string& t) { return t == "Person" || t == "Concept" || t == "Value"; };
    if (same || settled(type)) return same;
    for (const char* other : {"Person", "Concept", "Value", "Article"}) {
      DOSSIER_ASSIGN_OR_RETURN(const bool is, has_type(node, other));
      if (is) return false;
    }
    return has_type(node, "Entity");
  }

  // Of two nodes that are one, the older takes the article's mentions; the other goes when nothing names it.
  Status link_judged(graph::EntityRecord& entity) {
    const std::string key = name_key(entity.name);
    for (const auto& [names, same] : decisions_) {
      if (!same || (names.first != key && names.second != key)) continue;
      const std::string& other = names.first == key ? names.second : names.first;
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, graph_.find_by_name(other));
      for (const graph::NameHit& hit : hits) {
        const bool own = hit.kind == graph::NameKind::kName;
        if (!entity.node || (own && hit.node < *entity.node)) entity.node = hit.node;
      }
      if (entity.node) return {};
    }
    return {};
  }

  Status link_surname(graph::EntityRecord& entity) {
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(entity.name));
    std::set<NodeId> persons, in_full;
    for (const graph::NameHit& hit : hits) {
      DOSSIER_ASSIGN_OR_RETURN(const bool person, has_type(hit.node, "Person"));
      DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
      if (!person || decision(known, entity.name) == false) continue;
      persons.insert(hit.node);
      if (words_of(known).size() > 1) in_full.insert(hit.node);
    }
    if (persons.empty()) return {};
    if (!in_full.empty()) persons = in_full;  // who was met by surname alone is no second bearer
    std::set<NodeId> company;
    for (const NodeId person : persons) {
      DOSSIER_ASSIGN_OR_RETURN(const bool shares, shares_company(entity, person));
      if (shares) company.insert(person);
    }
    DOSSIER_ASSIGN_OR_RETURN(const bool prominent, is_prominent(*persons.begin(), entity.name));
    const bool body =
        entity.type == "Organization";  // "Porsche" is rather the firm, unless those around are the same
    if (persons.size() == 1 && (company.size() == 1 || (!body && (few_bear(entity.name) || prominent)))) {
      entity.node = *persons.begin();
      entity.type = "Person";  // "Mourinho", of whom this article says nothing else
    } else if (!body) {
      propose(entity, company.empty() ? *persons.begin() : *company.begin());
    }
    return {};
  }

  // "Trump", of whom several articles tell: hardly anybody else is meant without a given name
  Result<bool> is_prominent(NodeId node, const std::string& surname) const {
    const Facts& facts = Facts::get();
    const auto mentioned = graph_.find_type("MENTIONED_IN");
    if (!mentioned || facts.gender_of_given_name(surname) != '-') return false;
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> articles, neighbours(node, *mentioned));
    return articles.size() >= (facts.is_common_surname(surname) ? kWellKnown : kKnown);
  }

  // "J.K. Rowling" and "J. K. Rowling", "Sergei Lavrov" and "Sergey Lavrov": the only one of the surname who sounds so
  Status link_sound(graph::EntityRecord& entity) {
    if (words_of(entity.name).size() < 2) return {};
    std::set<NodeId> alike;
    for (const std::string& surname : spellings(words_of(entity.name).back())) {
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(surname));
      for (const graph::NameHit& hit : hits) {
        DOSSIER_ASSIGN_OR_RETURN(const bool person, has_type(hit.node, "Person"));
        DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
        if (person && sound_key(known) == sound_key(entity.name) && decision(known, entity.name) != false)
          alike.insert(hit.node);
      }
    }
    if (alike.size() == 1) entity.node = *alike.begin();
    return {};
  }

  // The graph has met the person by surname alone: the order of articles should not tell.
  Status link_full_name(graph::EntityRecord& entity) {
    DOSSIER_RETURN_IF_ERROR(link_sound(entity));
    if (entity.node) return {};
    for (const std::string& alias : entity.aliases) {
      if (words_of(alias).size() != 1 || name_key(alias) == name_key(words_of(entity.name).front())) continue;
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, find_others(alias));
      std::set<NodeId> persons;
      bool named_so = false;
      for (const graph::NameHit& hit : hits) {
        DOSSIER_ASSIGN_OR_RETURN(const bool person, has_type(hit.node, "Person"));
        if (!person) continue;
        DOSSIER_ASSIGN_OR_RETURN(const std::string known, name_of_node(hit.node));
        if (decision(known, entity.name) == false) return {};
        persons.insert(hit.node);
        named_so = words_of(known).size() == 1 && name_key(known) == name_key(alias);
      }
      if (persons.size() != 1 || !named_so) continue;
      DOSSIER_ASSIGN_OR_RETURN(const bool shares, shares_company(entity, *persons.begin()));
      if (!shares && !few_bear(alias)) return propose(entity, *persons.begin()), Status();
      entity.node = *persons.begin();
      return {};
    }
    return {};
  }

  // One thing is told of both ("president of Turkey"), or two share their neighbourhood: what many articles
  // know, such as a country or its president, makes no company alone. One that few know is enough for a thing, and for
  // who is at its head.
  Result<bool> shares_company(const graph::EntityRecord& entity, NodeId node) const {
    DOSSIER_ASSIGN_OR_RETURN(const bool told, shares_statement(entity, node));
    if (told) return true;
    graph::Neighbours around;
    DOSSIER_RETURN_IF_ERROR(graph_.expand(std::array{node}, graph::Direction::kBoth, {}, around));
    DOSSIER_ASSIGN_OR_RETURN(const bool person, has_type(node, "Person"));
    std::set<NodeId> shared;
    for (const graph::EntityRecord& other : record_.entities) {
      if (!other.node || other.type == "Concept" || other.type == "Value" || other.type == "Place") continue;
      for (std::size_t i = 0; i < around.nodes.size(); ++i) {
        if (around.nodes[i] != *other.node) continue;
        shared.insert(*other.node);
        if (other.type != "Organization" || (person && !heads(graph_.type_name(around.types[i])))) continue;
        DOSSIER_ASSIGN_OR_RETURN(const bool few, known_to_few(*other.node));
        if (few) return true;
      }
    }
    return shared.size() >= 2 ? Result<bool>(true) : told_beside(entity, node);
  }
  // "new chief executive of"
  static bool heads(std::string_view predicate) {
    const auto words = words_of(predicate);
    return words.size() >= 2 && words.back() == "of" && Facts::get().leads_body(words[words.size() - 2]);
  }
  Result<bool> known_to_few(NodeId node) const {
    const auto mentioned = graph_.find_type("MENTIONED_IN");
    if (!mentioned) return false;
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> articles, neighbours(node, *mentioned));
    return articles.size() < kWellKnown;
  }

  // Two of those whom this article names, and whom few others name, stand in an article of the person's: the story goes on.
  Result<bool> told_beside(const graph::EntityRecord& entity, NodeId node) const {
    const auto mentioned = graph_.find_type("MENTIONED_IN");
    if (!mentioned) return false;
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> own, neighbours(node, *mentioned));
    std::set<NodeId> beside;
    for (const graph::EntityRecord& other : record_.entities) {
      if (&other == &entity || !other.node || *other.node == node ||
          (other.type != "Person" && other.type != "Organization"))
        continue;
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> articles, neighbours(*other.node, *mentioned));
      const bool shared = std::any_of(articles.begin(), articles.end(), [&](NodeId article) {
        return std::find(own.begin(), own.end(), article) != own.end();
      });
      if (shared && articles.size() < kWellKnown) beside.insert(*other.node);
    }
    return beside.size() >= 2;
  }
  Result<bool> shares_statement(const graph::EntityRecord& entity, NodeId node) const {
    for (const graph::StatementRecord& statement : record_.statements) {
      const std::optional<NodeId> object = record_.entities[statement.object].node;
      const auto type = graph_.find_type(statement.predicate);
      if (&record_.entities[statement.subject] != &entity || !object || !type) continue;
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<NodeId> around, neighbours(node, *type));
      if (std::find(around.begin(), around.end(), *object) != around.end()) return true;
    }
    return false;
  }
  Result<std::vector<NodeId>> neighbours(NodeId node, std::optional<graph::TypeId> type) const {
    graph::Neighbours around;
    const NodeId frontier[] = {node};
    std::vector<graph::TypeId> types;
    if (type) types.push_back(*type);
    DOSSIER_RETURN_IF_ERROR(
        graph_.expand(frontier, type ? graph::Direction::kOutgoing : graph::Direction::kBoth, types, around));
    return std::move(around.nodes);
  }

  void propose(const graph::EntityRecord& entity, NodeId node) {
    const auto known = name_of_node(node);
    if (!known.ok() || name_key(*known) == name_key(entity.name)) return;
    proposals_.push_back({.left = entity.name,
                          .right = *known,
                          .same = true,
                          .by = std::string(kProposed),
                          .at = record_.ingested_at});
  }

  const graph::Reader& graph_;
  graph::ArticleRecord& record_;
  std::optional<graph::ArticleId> before_;
  std::optional<graph::KeyId> name_key_;
  std::map<NamePair, bool> decisions_;
  std::vector<graph::Judgement> proposals_;
};

}  // namespace

Result<std::vector<graph::Judgement>> link_entities(const graph::Reader& graph,
                                                    std::span<const graph::Judgement> judgements,
                                                    graph::ArticleRecord& record,
                                                    std::optional<graph::ArticleId> before) {
  add_country_names(record);
  return Linker(graph, judgements, record, before).run();
}

}  // namespace dossier::ingest
