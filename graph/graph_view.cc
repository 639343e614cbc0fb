#include "graph/graph_view.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/name_index.h"
#include "graph/names.h"
#include "graph/property_index.h"
#include "graph/read_cache.h"
#include "graph/value_codec.h"

namespace dossier::graph {

std::optional<std::uint32_t> GraphView::find_name(NameSpace space, std::string_view name) const {
  const Commit& commit = view_.commit();
  if (const auto id = commit.dictionary->find(space, name);
      id && *id < commit.sizes[static_cast<std::size_t>(space)]) {
    return id;
  }
  if (new_names_ == nullptr) return std::nullopt;
  const auto& ids = new_names_->spaces[static_cast<std::size_t>(space)].ids;
  if (const auto at = ids.find(name); at != ids.end()) return at->second;
  return std::nullopt;
}

std::string_view GraphView::name_of(NameSpace space, std::uint32_t id) const {
  const Commit& commit = view_.commit();
  const std::uint32_t committed = commit.sizes[static_cast<std::size_t>(space)];
  if (id < committed) return commit.dictionary->name(space, id);
  if (new_names_ == nullptr) return {};
  const auto& names = new_names_->spaces[static_cast<std::size_t>(space)].names;
  return id - committed < names.size() ? std::string_view(names[id - committed]) : std::string_view();
}

std::vector<std::string> GraphView::names(NameSpace space) const {
  std::vector<std::string> all;
  for (std::uint32_t id = 0;; ++id) {
    const std::uint32_t committed = view_.commit().sizes[static_cast<std::size_t>(space)];
    const std::size_t added =
        new_names_ == nullptr ? 0 : new_names_->spaces[static_cast<std::size_t>(space)].names.size();
    if (id >= committed + added) return all;
    all.emplace_back(name_of(space, id));
  }
}

Result<std::string> GraphView::record_bytes(kv::Table table, std::uint64_t id, const char* what) const {
  DOSSIER_ASSIGN_OR_RETURN(std::optional<std::string> bytes, view_.get(table, id_key(id)));
  if (!bytes) return not_found(std::string("there is no ") + what + " with id " + std::to_string(id));
  return *std::move(bytes);
}

Result<StoredNode> GraphView::stored_node(NodeId id) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kNode, raw(id), "node"));
  return decode_node(bytes);
}

Result<StoredRelationship> GraphView::stored_relationship(RelationshipId id) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kRel, raw(id), "relationship"));
  return decode_relationship(bytes);
}

namespace {

// Appends the ids of a table whose keys end in one.
template <typename Id>
Status scan_ids(const View& view, kv::Table table, const std::string& begin, const std::string& end,
                std::size_t limit, std::vector<Id>& out) {
  kv::Entries entries;
  const kv::Range range{begin, end};
  DOSSIER_RETURN_IF_ERROR(view.read(table, std::span(&range, 1), {limit, true}, entries));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (key.size() < 8)
      return corruption("a key of the table " + std::string(kv::table_name(table)) + " is damaged");
    out.push_back(Id{load_u64(key.data() + key.size() - 8)});
  }
  return {};
}

}  // namespace

Result<bool> GraphView::has_label(NodeId id, LabelId label) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, record_bytes(kv::Table::kNode, raw(id), "node"));
  return decode_has_label(bytes, label);
}

Status GraphView::scan_nodes(NodeId from, std::size_t limit, std::vector<NodeId>& out) const {
  return scan_ids(view_, kv::Table::kNode, id_key(raw(from)), {}, limit, out);
}

Status GraphView::scan_label(LabelId label, NodeId from, std::size_t limit, std::vector<NodeId>& out) const {
  if (const auto nodes = label_at_hand(label, limit)) {
    const auto at = std::lower_bound(nodes->begin(), nodes->end(), from);
    const auto count = std::min<std::size_t>(limit, static_cast<std::size_t>(nodes->end() - at));
    out.insert(out.end(), at, at + static_cast<std::ptrdiff_t>(count));
    return {};
  }
  const std::string begin = label_key(label, from);
  return scan_ids(view_, kv::Table::kLabel, begin, prefix_end(std::string_view(begin).substr(0, 4)), limit,
                  out);
}

std::shared_ptr<const std::vector<NodeId>> GraphView::label_at_hand(LabelId label, std::size_t limit) const {
  if (view_.has_overlay()) return nullptr;
  const std::lock_guard lock(mutex_);
  if (label_nodes_ != nullptr && label_ == label) return label_nodes_;
  const auto count = [&] { return view_.commit().counter(counter_key(Counter::kNodesOfLabel, raw(label))); };
  auto nodes = view_.commit().cache->label_nodes(view_, label, limit, count);
  if (!nodes.ok() || *nodes == nullptr) return nullptr;  // an error comes again from the range read
  label_ = label;
  return label_nodes_ = *std::move(nodes);
}

Status GraphView::scan_relationships(RelationshipId from, std::size_t limit,
                                     std::vector<RelationshipId>& out) const {
  return scan_ids(view_, kv::Table::kRel, id_key(raw(from)), {}, limit, out);
}

Result<std::vector<NodeId>> Reader::find_by_property(KeyId, const Value&) const {
  return Status(StatusCode::kUnsupported, "this reader has no indexes");
}

Result<std::vector<SentenceHit>> Reader::search(std::string_view, const std::function<Status()>&) const {
  return Status(StatusCode::kUnsupported, "this reader has no index of words");
}

Result<std::vector<NameHit>> GraphView::find_by_name(std::string_view name) const {
  const std::string form = normalise_name(name);
  std::vector<NameHit> hits;
  DOSSIER_RETURN_IF_ERROR(append_name_hits(view_, form, hits));
  if (!hits.empty()) return hits;
  const std::string_view untitled = without_titles(form);
  if (untitled.size() < form.size()) DOSSIER_RETURN_IF_ERROR(append_name_hits(view_, untitled, hits));
  return hits;
}

Result<std::vector<NodeId>> GraphView::find_by_exact_name(std::string_view name) const {
  return find_exact_name(view_, name);
}

// What a transaction declares counts once it is committed.
bool GraphView::has_index(KeyId key) const {
  const std::vector<KeyId>& indexes = *view_.commit().indexes;
  return std::binary_search(indexes.begin(), indexes.end(), key);
}

// Candidates share the entry's prefix; where that is cut or rounded, the property itself decides.
Result<std::vector<NodeId>> GraphView::find_by_property(KeyId key, const Value& value) const {
  if (!has_index(key)) return Status(StatusCode::kUnsupported, "the property is not indexed");
  std::vector<NodeId> candidates, found;
  if (const std::optional<std::string> prefix = index_prefix(key, value)) {
    DOSSIER_RETURN_IF_ERROR(
        scan_ids(view_, kv::Table::kIndex, *prefix, prefix_end(*prefix), SIZE_MAX, candidates));
    if (is_exact_in_index(value)) return candidates;
  } else if (!value.is_null()) {
    DOSSIER_RETURN_IF_ERROR(scan_nodes(NodeId{0}, SIZE_MAX, candidates));
  }
  for (const NodeId node : candidates) {
    DOSSIER_ASSIGN_OR_RETURN(const Value stored, node_property(node, key));
    if (equals(stored, value).value_or(false)) found.push_back(node);
  }
  return found;
}

NameEntries name_entries_of(const GraphView& graph, NodeId id, const StoredNode& node) {
  const auto value = [&](const char* key) {
    const auto known = graph.find_name(NameSpace::kKey, key);
    const Value* found = known ? find_property(node.record.properties, KeyId{*known}) : nullptr;
    return found != nullptr ? *found : Value();
  };
  const auto person = graph.find_name(NameSpace::kLabel, "Person");
  const std::vector<LabelId>& labels = node.record.labels;
  const bool titled =
      labels.empty() || (person && std::binary_search(labels.begin(), labels.end(), LabelId{*person}));
  return name_entries(id, value("name"), value("aliases"), titled);
}

std::uint64_t GraphView::counter(const std::string& key) const {
  if (!view_.has_overlay()) return view_.commit().counter(key);
  const auto bytes = view_.get(kv::Table::kStat, key);
  return bytes.ok() && *bytes ? decode_counter(**bytes) : 0;
}

}  // namespace dossier::graph
