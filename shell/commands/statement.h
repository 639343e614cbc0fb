// A stored statement with everything that is known of it, read for export, `why` and `about`.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/result.h"

namespace dossier::shell {

struct Entity {
  graph::NodeId id{};
  std::string name;
  std::string type;  // the label beside :Entity; the first label of a node that people made
  std::vector<std::string> aliases;
};

struct StatementEvidence {
  std::string article, title, date, publisher, url, text;
  std::uint32_t sentence = 0;
  std::uint64_t begin = 0, end = 0;
  float confidence = 0;
};

struct Statement {
  graph::RelationshipId id{};
  Entity subject, object;
  std::string predicate;
  std::optional<std::string> when, where, stance;
  std::optional<Entity> claimed_by;
  std::string modality = "asserted";
  bool negated = false;
  std::optional<double> confidence;
  std::int64_t support = 0;
  std::vector<StatementEvidence> evidence;
};

/// Reads statements, remembering the entities and articles that it has met.
class StatementReader {
 public:
  explicit StatementReader(const graph::Reader& reader);

  /// Nothing for a system relationship such as MENTIONED_IN.
  Result<std::optional<Statement>> read(graph::RelationshipId id);
  Result<Entity> entity(graph::NodeId id);

  /// Every statement in order of id. Stops at the first failure of `visit` or of the store.
  Status for_each(const std::function<Status(const Statement&)>& visit);

 private:
  Result<StatementEvidence> evidence(const graph::Evidence& evidence);
  std::string text_property(const graph::Properties& properties, std::string_view key) const;
  const graph::Value* property(const graph::Properties& properties, std::string_view key) const;

  const graph::Reader& reader_;
  std::map<graph::NodeId, Entity> entities_;
  std::map<graph::NodeId, StatementEvidence> articles_;  // metadata only
};

/// UPPER_CASE types are the system's own.
bool is_system_type(std::string_view type);

}  // namespace dossier::shell
