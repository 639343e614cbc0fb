// What ingest hands to the store for one article: resolved entities and the statements between them.
// The store turns it into nodes and relationships in one transaction and keeps what it needs to take it back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/graph/ids.h"
#include "dossier/graph/reader.h"

namespace dossier::graph {

struct EntityRecord {
  std::optional<NodeId> node;  // resolved to this node of the graph; else a new one is made
  std::string name;            // the best name that this article gives
  std::string type;            // second label: "Person", "Organization", "Place", ... "Concept", "Value"
  std::vector<std::string> aliases;                       // other names and forms, without pronouns
  std::vector<std::pair<std::string, Value>> properties;  // further ones: a value's normal form, an ISO code
  std::uint32_t mentions = 0;                             // in this article; 0 for one known from data only
};

struct StatementEvidence {
  std::uint32_t sentence = 0;
  std::uint64_t begin = 0, end = 0;
  float confidence = 0;
};

struct StatementRecord {
  std::uint32_t subject = 0, object = 0;  // indexes of ArticleRecord::entities
  std::string predicate;
  std::string when, where, stance, modality = "asserted";  // empty: absent
  std::optional<std::uint32_t> claimed_by;                 // index of an entity
  bool negated = false;
  std::vector<StatementEvidence> evidence;
};

struct ArticleRecord {
  std::string id;  // stable across runs: the path given, relative, or the id in the source
  std::string title, date, publisher, author, url, language;
  std::string ingested_at;   // ISO 8601; equal input must give equal bytes, so the caller decides
  std::string content_hash;  // of everything that decides the outcome: bytes, model, extractor version
  std::string extractor;     // name and version
  std::uint64_t story = 0;   // near copies share one; 0: the store finds out
  std::vector<Sentence> sentences;
  std::vector<EntityRecord> entities;
  std::vector<StatementRecord> statements;
};

struct ArticleSummary {
  ArticleId node{};
  std::string id, title, date, publisher, url, content_hash;
  std::uint32_t sentences = 0, statements = 0;
};

/// "These two names are the same entity", or are not; by rule or by a person.
struct Judgement {
  std::string left, right;  // names as written; compared normalised
  bool same = true;
  std::string by;  // "person", or the rule
  std::string at;  // ISO 8601
};

}  // namespace dossier::graph
