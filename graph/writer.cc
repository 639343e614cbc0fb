#include "graph/writer.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/property_index.h"

namespace dossier::graph {
namespace {

std::string start_prefix(const RelationshipRecord& record) {
  std::string prefix = id_key(raw(record.start));
  append_u32(prefix, raw(record.type));
  return prefix;
}

std::string end_prefix(const RelationshipRecord& record) {
  std::string prefix = id_key(raw(record.end));
  append_u32(prefix, raw(record.type));
  return prefix;
}

}  // namespace

Writer::Writer(Core& core)
    : core_(core),
      base_(core.latest()),
      graph_(base_, &overlay_, &new_names_),
      indexes_(*base_->indexes),
      first_node_(base_->next_node),
      next_node_(base_->next_node),
      next_relationship_(base_->next_relationship) {}

std::uint32_t Writer::intern(NameSpace space, std::string_view name) {
  if (const auto id = graph_.find_name(space, name)) return *id;
  NewNames::Space& names = new_names_.spaces[static_cast<std::size_t>(space)];
  const auto id =
      static_cast<std::uint32_t>(base_->sizes[static_cast<std::size_t>(space)] + names.names.size());
  names.ids.emplace(names.names.emplace_back(name), id);
  return id;
}

bool Writer::is_deleted(kv::Table table, std::uint64_t id) const {
  const Overlay::Writes& writes = overlay_.at(table);
  const auto at = writes.find(id_key(id));
  return at != writes.end() && !at->second;
}

void Writer::adjust(const std::string& counter, std::int64_t change) {
  if (change == 0) return;
  const Overlay::Writes& written = overlay_.at(kv::Table::kStat);
  const auto at = written.find(counter);
  const std::uint64_t before = at != written.end() ? decode_counter(*at->second) : core_.counter(counter);
  const std::uint64_t count = before + static_cast<std::uint64_t>(change);
  put(kv::Table::kStat, counter, id_key(count));
}

// Writes the difference between two states of a node into `label`, `name` and the counters.
void Writer::index_node(NodeId id, const StoredNode* before, const StoredNode* after) {
  static const std::vector<LabelId> kNoLabels;
  const std::vector<LabelId>& old_labels = before != nullptr ? before->record.labels : kNoLabels;
  const std::vector<LabelId>& new_labels = after != nullptr ? after->record.labels : kNoLabels;
  for (const LabelId label : old_labels) {
    if (std::binary_search(new_labels.begin(), new_labels.end(), label)) continue;
    erase(kv::Table::kLabel, label_key(label, id));
    adjust(counter_key(Counter::kNodesOfLabel, raw(label)), -1);
  }
  for (const LabelId label : new_labels) {
    if (std::binary_search(old_labels.begin(), old_labels.end(), label)) continue;
    put(kv::Table::kLabel, label_key(label, id), {});
    adjust(counter_key(Counter::kNodesOfLabel, raw(label)), 1);
  }
  index_properties(id, before, after);
  const NameEntries old_names = before != nullptr ? name_entries_of(graph_, id, *before) : NameEntries();
  const NameEntries new_names = after != nullptr ? name_entries_of(graph_, id, *after) : NameEntries();
  if (old_names == new_names) return;
  for (const auto& [key, value] : old_names) erase(kv::Table::kName, key);
  for (const auto& [key, value] : new_names) put(kv::Table::kName, key, value);
}

void Writer::index_properties(NodeId id, const StoredNode* before, const StoredNode* after) {
  for (const KeyId key : indexes_) {
    const auto entry = [&](const StoredNode* node) -> std::optional<std::string> {
      const Value* value = node != nullptr ? find_property(node->record.properties, key) : nullptr;
      return value != nullptr ? index_entry(key, *value, id) : std::nullopt;
    };
    const std::optional<std::string> old_entry = entry(before), new_entry = entry(after);
    if (old_entry == new_entry) continue;
    if (old_entry) erase(kv::Table::kIndex, *old_entry);
    if (new_entry) put(kv::Table::kIndex, *new_entry, {});
  }
}

Status Writer::create_index(KeyId key) {
  if (!insert_sorted(indexes_, key)) return {};
  put(kv::Table::kMeta, index_declaration(key), {});
  constexpr std::size_t kBatch = 4096;
  std::vector<NodeId> nodes;
  std::vector<Value> values;
  NodeId from{0};
  do {
    nodes.clear();
    DOSSIER_RETURN_IF_ERROR(graph_.scan_nodes(from, kBatch, nodes));
    DOSSIER_RETURN_IF_ERROR(graph_.node_properties(nodes, key, values));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (auto entry = index_entry(key, values[i], nodes[i])) put(kv::Table::kIndex, *std::move(entry), {});
    }
    if (!nodes.empty()) from = NodeId{raw(nodes.back()) + 1};
  } while (nodes.size() == kBatch);
  return {};
}

Status Writer::drop_index(KeyId key) {
  if (!erase_sorted(indexes_, key)) return not_found("the property is not indexed");
  erase(kv::Table::kMeta, index_declaration(key));
  std::string prefix;
  append_u32(prefix, raw(key));
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(graph_.view().read_prefix(kv::Table::kIndex, prefix, {SIZE_MAX, true}, entries));
  for (std::size_t i = 0; i < entries.size(); ++i) erase(kv::Table::kIndex, std::string(entries.key(i)));
  return {};
}

Result<NodeId> Writer::create_node(StoredNode node) {
  std::sort(node.record.labels.begin(), node.record.labels.end());
  node.record.labels.erase(std::unique(node.record.labels.begin(), node.record.labels.end()),
                           node.record.labels.end());
  DOSSIER_ASSIGN_OR_RETURN(std::string bytes, encode_node(node));
  const NodeId id{next_node_++};
  put(kv::Table::kNode, id_key(raw(id)), std::move(bytes));
  index_node(id, nullptr, &node);
  adjust(counter_key(Counter::kNodes), 1);
  return id;
}

Status Writer::replace_node(NodeId id, const StoredNode& before, const StoredNode& after) {
  DOSSIER_ASSIGN_OR_RETURN(std::string bytes, encode_node(after));
  put(kv::Table::kNode, id_key(raw(id)), std::move(bytes));
  index_node(id, &before, &after);
  return {};
}

Status Writer::require_node(NodeId id) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           graph_.view().get(kv::Table::kNode, id_key(raw(id))));
  return bytes ? Status() : not_found("there is no node with id " + std::to_string(raw(id)));
}

// Whether any key has the prefix; what this transaction created has none among the committed keys.
Result<bool> Writer::has_any(kv::Table table, NodeId node, std::string_view prefix) const {
  if (raw(node) >= first_node_) {
    const Overlay::Writes& writes = overlay_.at(table);
    for (auto at = writes.lower_bound(prefix); at != writes.end() && at->first.starts_with(prefix); ++at) {
      if (at->second) return true;
    }
    return false;
  }
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(graph_.view().read_prefix(table, prefix, {1, true}, entries));
  return entries.size() > 0;
}

Status Writer::count_ends(const RelationshipRecord& record, int change) {
  DOSSIER_ASSIGN_OR_RETURN(const bool starts, has_any(kv::Table::kSpo, record.start, start_prefix(record)));
  DOSSIER_ASSIGN_OR_RETURN(const bool ends, has_any(kv::Table::kOps, record.end, end_prefix(record)));
  if (!starts) adjust(counter_key(Counter::kStartsOfType, raw(record.type)), change);
  if (!ends) adjust(counter_key(Counter::kEndsOfType, raw(record.type)), change);
  adjust(counter_key(Counter::kRelationships), change);
  adjust(counter_key(Counter::kRelationshipsOfType, raw(record.type)), change);
  return {};
}

Result<RelationshipId> Writer::create_relationship(StoredRelationship relationship) {
  const RelationshipRecord& record = relationship.record;
  DOSSIER_RETURN_IF_ERROR(require_node(record.start));
  DOSSIER_RETURN_IF_ERROR(require_node(record.end));
  DOSSIER_ASSIGN_OR_RETURN(std::string bytes, encode_relationship(relationship));
  DOSSIER_RETURN_IF_ERROR(count_ends(record, 1));  // looks before the keys are there
  const RelationshipId id{next_relationship_++};
  put(kv::Table::kRel, id_key(raw(id)), std::move(bytes));
  put(kv::Table::kSpo, edge_key(record.start, record.type, record.end, id), {});
  put(kv::Table::kOps, edge_key(record.end, record.type, record.start, id), {});
  put(kv::Table::kTso, typed_edge_key(record.type, record.start, record.end, id), {});
  put(kv::Table::kTos, typed_edge_key(record.type, record.end, record.start, id), {});
  return id;
}

Status Writer::replace_relationship(RelationshipId id, const StoredRelationship& relationship) {
  DOSSIER_ASSIGN_OR_RETURN(std::string bytes, encode_relationship(relationship));
  put(kv::Table::kRel, id_key(raw(id)), std::move(bytes));
  return {};
}

Status Writer::remove_relationship(RelationshipId id) {
  DOSSIER_ASSIGN_OR_RETURN(const StoredRelationship relationship, graph_.stored_relationship(id));
  const RelationshipRecord& record = relationship.record;
  erase(kv::Table::kRel, id_key(raw(id)));
  erase(kv::Table::kSpo, edge_key(record.start, record.type, record.end, id));
  erase(kv::Table::kOps, edge_key(record.end, record.type, record.start, id));
  erase(kv::Table::kTso, typed_edge_key(record.type, record.start, record.end, id));
  erase(kv::Table::kTos, typed_edge_key(record.type, record.end, record.start, id));
  return count_ends(record, -1);  // looks after the keys are gone
}

Result<bool> Writer::has_relationships(NodeId id) const {
  const std::string prefix = id_key(raw(id));
  DOSSIER_ASSIGN_OR_RETURN(const bool starts, has_any(kv::Table::kSpo, id, prefix));
  if (starts) return true;
  return has_any(kv::Table::kOps, id, prefix);
}

Status Writer::remove_node(NodeId id) {
  DOSSIER_ASSIGN_OR_RETURN(const StoredNode node, graph_.stored_node(id));
  DOSSIER_ASSIGN_OR_RETURN(const bool connected, has_relationships(id));
  if (connected) {
    return invalid_argument("node " + std::to_string(raw(id)) + " still has relationships");
  }
  erase(kv::Table::kNode, id_key(raw(id)));
  index_node(id, &node, nullptr);
  adjust(counter_key(Counter::kNodes), -1);
  return {};
}

std::vector<kv::Write> Writer::take_writes(Dictionary& dictionary) {
  if (next_node_ != first_node_) put(kv::Table::kMeta, std::string(kNextNodeKey), id_key(next_node_));
  if (!overlay_.at(kv::Table::kRel).empty()) {
    put(kv::Table::kMeta, std::string(kNextRelationshipKey), id_key(next_relationship_));
  }
  for (std::size_t space = 0; space < kNameSpaces; ++space) {
    for (const std::string& name : new_names_.spaces[space].names) {
      std::string key(1, static_cast<char>(space));
      append_u32(key, dictionary.add(static_cast<NameSpace>(space), name));
      put(kv::Table::kDict, std::move(key), name);
    }
  }
  std::vector<kv::Write> writes;
  for (std::size_t table = 0; table < kv::kTableCount; ++table) {
    for (const auto& [key, value] : overlay_.at(static_cast<kv::Table>(table))) {
      writes.push_back({static_cast<kv::Table>(table), key, value});
    }
  }
  return writes;
}

}  // namespace dossier::graph
