// Nodes, labels and names are sorted and written as they are. Relationships are sorted by (type, start, end) first, and
// numbered in that order: the records of a type lie together, which is how they are read. The numbered triples go to
// a file, from which each of the four orders is made; tso needs no sorting any more.
//
//   add_relationship -> sorter(type, start, end, arrival) -> rel(id) + triples file -> tso
//                                                                                   -> sorters -> spo, ops, tos
#include "graph/bulk/bulk_import.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <future>
#include <map>
#include <set>
#include <unordered_map>

#include "dossier/status_macros.h"
#include "graph/bulk/external_sort.h"
#include "graph/key_codec.h"
#include "graph/name_index.h"
#include "graph/property_index.h"
#include "graph/record_codec.h"
#include "graph/statistics.h"

namespace dossier::graph {
namespace {

namespace fs = std::filesystem;
using kv::Table;

struct Triple {
  std::uint64_t start, end;
  std::uint32_t type;
};

// The numbered triples: the relationship's id is its place.
class TripleFile {
 public:
  TripleFile() : file_(std::tmpfile()) {}
  ~TripleFile() {
    if (file_ != nullptr) std::fclose(file_);
  }
  Status append(const Triple& triple) {
    if (file_ != nullptr && std::fwrite(&triple, sizeof(triple), 1, file_) == 1) return {};
    return io_error("cannot write to a temporary file");
  }
  Status flush() { return file_ != nullptr && std::fflush(file_) == 0 ? Status() : io_error("cannot write to a temporary file"); }
  /// Visits all, from any thread.
  Status each(const std::function<Status(std::uint64_t id, const Triple&)>& visit) const {
    constexpr std::size_t kBatch = 8192;
    std::vector<Triple> batch(kBatch);
    std::uint64_t id = 0;
    while (true) {
      const ssize_t got = ::pread(::fileno(file_), batch.data(), kBatch * sizeof(Triple), static_cast<off_t>(id * sizeof(Triple)));
      if (got < 0 || got % static_cast<ssize_t>(sizeof(Triple)) != 0) return io_error("cannot read a temporary file");
      const auto count = static_cast<std::size_t>(got) / sizeof(Triple);
      for (std::size_t i = 0; i < count; ++i) DOSSIER_RETURN_IF_ERROR(visit(id++, batch[i]));
      if (count == 0) return {};
    }
  }

 private:
  std::FILE* file_;
};

std::string order_key(Table table, std::uint64_t id, const Triple& triple) {
  const NodeId start{triple.start}, end{triple.end};
  const TypeId type{triple.type};
  const RelationshipId relationship{id};
  switch (table) {
    case Table::kSpo: return edge_key(start, type, end, relationship);
    case Table::kOps: return edge_key(end, type, start, relationship);
    case Table::kTso: return typed_edge_key(type, start, end, relationship);
    default: return typed_edge_key(type, end, start, relationship);
  }
}

class Import : public BulkImport {
 public:
  Import(std::shared_ptr<Core> core, std::shared_ptr<const Commit> base)
      : core_(std::move(core)),
        base_(std::move(base)),
        memory_(std::max<std::uint64_t>(core_->options().memory_budget / 2, 8 << 20)),
        nodes_(folder(), memory_ / 8),
        labels_(folder(), memory_ / 8),
        names_(folder(), memory_ / 8),
        index_(folder(), memory_ / 8),
        relationships_(folder(), memory_ / 2) {}
  ~Import() override { core_->end_turn(); }

  LabelId label(std::string_view name) override { return LabelId{intern(NameSpace::kLabel, name)}; }
  TypeId type(std::string_view name) override { return TypeId{intern(NameSpace::kType, name)}; }
  KeyId key(std::string_view name) override {
    const KeyId id{intern(NameSpace::kKey, name)};
    if (name == "name") name_key_ = id;
    if (name == "aliases") aliases_key_ = id;
    return id;
  }

  Status create_index(KeyId key) override {
    if (std::binary_search(indexes_.begin(), indexes_.end(), key)) return {};
    if (used_keys_.contains(key)) return invalid_argument("an index is declared before the first node that has the property");
    insert_sorted(indexes_, key);
    return {};
  }

  Result<NodeId> add_node(std::span<const LabelId> labels, Properties properties) override {
    StoredNode node;
    node.author.by_person = true;
    for (const LabelId label : labels) insert_sorted(node.record.labels, label);
    for (const auto& [key, value] : properties) {
      set_property(node.record.properties, key, value);
      used_keys_.insert(key);
    }
    const NodeId id{next_node_++};
    DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, encode_node(node));
    DOSSIER_RETURN_IF_ERROR(nodes_.add(id_key(raw(id)), bytes));
    for (const LabelId label : node.record.labels) {
      DOSSIER_RETURN_IF_ERROR(labels_.add(label_key(label, id), {}));
      ++label_counts_[raw(label)];
    }
    DOSSIER_RETURN_IF_ERROR(add_names(id, node));
    for (const KeyId key : indexes_) {
      const Value* value = find_property(node.record.properties, key);
      const auto entry = value != nullptr ? index_entry(key, *value, id) : std::nullopt;
      if (entry) DOSSIER_RETURN_IF_ERROR(index_.add(*entry, {}));
    }
    return id;
  }

  Status add_relationship(NodeId start, TypeId type, NodeId end, Properties properties) override {
    if (raw(start) >= next_node_ || raw(end) >= next_node_) {
      return not_found("a relationship names a node that was not added");
    }
    StoredRelationship relationship;
    relationship.author.by_person = true;
    relationship.record.start = start;
    relationship.record.end = end;
    relationship.record.type = type;
    for (const auto& [key, value] : properties) set_property(relationship.record.properties, key, value);
    DOSSIER_ASSIGN_OR_RETURN(const std::string bytes, encode_relationship(relationship));
    return relationships_.add(typed_edge_key(type, start, end, RelationshipId{relationships_.size()}), bytes);
  }

  Status finish() override {
    if (finished_) return invalid_argument("the import is finished");
    finished_ = true;
    kv::KeyValueStore& kv = core_->kv();
    auto begun = kv.commit(base_->snapshot->version(), {{Table::kMeta, std::string(kImportingKey), "1"}}, kv::Durability::kSynced);
    if (!begun.ok()) return begun.status();
    for (auto [table, sorter] : {std::pair(Table::kNode, &nodes_), std::pair(Table::kLabel, &labels_), std::pair(Table::kName, &names_),
                                 std::pair(Table::kIndex, &index_)}) {
      DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream stream, sorter->sorted());
      DOSSIER_RETURN_IF_ERROR(kv.bulk(table, stream));
    }
    DOSSIER_RETURN_IF_ERROR(write_records());
    DOSSIER_RETURN_IF_ERROR(write_orders());
    return core_->commit_import(final_writes());
  }

 private:
  static fs::path folder() { return fs::temp_directory_path(); }

  std::uint32_t intern(NameSpace space, std::string_view name) {
    auto& ids = names_by_space_[static_cast<std::size_t>(space)];
    return ids.try_emplace(std::string(name), static_cast<std::uint32_t>(ids.size())).first->second;
  }

  Status add_names(NodeId id, const StoredNode& node) {
    const auto value = [&](std::optional<KeyId> key) {
      const Value* found = key ? find_property(node.record.properties, *key) : nullptr;
      return found != nullptr ? *found : Value();
    };
    const auto& labels = names_by_space_[static_cast<std::size_t>(NameSpace::kLabel)];
    const auto person = labels.find("Person");
    const bool titled = node.record.labels.empty() ||
                        (person != labels.end() && std::binary_search(node.record.labels.begin(), node.record.labels.end(),
                                                                      LabelId{person->second}));
    for (const auto& [key, written] : name_entries(id, value(name_key_), value(aliases_key_), titled)) {
      DOSSIER_RETURN_IF_ERROR(names_.add(key, written));
    }
    return {};
  }

  Status write_records() {
    DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream sorted, relationships_.sorted());
    std::string record_key;
    DOSSIER_RETURN_IF_ERROR(core_->kv().bulk(Table::kRel, [&](std::string_view& key, std::string_view& value) -> Result<bool> {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, sorted(key, value));
      if (!more) return false;
      const Triple triple{load_u64(key.data() + 4), load_u64(key.data() + 12), load_u32(key.data())};
      DOSSIER_RETURN_IF_ERROR(triples_.append(triple));
      ++type_counts_[triple.type];
      record_key = id_key(next_relationship_++);
      key = record_key;
      return true;
    }));
    return triples_.flush();
  }

  // Two threads: sorting one order and writing another overlap.
  Status write_orders() {
    auto by_node = std::async(std::launch::async, [this] {
      DOSSIER_RETURN_IF_ERROR(write_order(Table::kSpo, nullptr));
      return write_order(Table::kOps, nullptr);
    });
    const Status starts = write_order(Table::kTso, &starts_);
    const Status ends = write_order(Table::kTos, &ends_);
    DOSSIER_RETURN_IF_ERROR(by_node.get());
    DOSSIER_RETURN_IF_ERROR(starts);
    return ends;
  }

  // `distinct` counts the different nodes of each type, in the orders that begin with the type.
  Status write_order(Table table, std::map<std::uint32_t, std::uint64_t>* distinct) {
    ExternalSorter sorter(folder(), memory_ / 3);
    DOSSIER_RETURN_IF_ERROR(triples_.each([&](std::uint64_t id, const Triple& triple) {
      return sorter.add(order_key(table, id, triple), {});
    }));
    DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream sorted, sorter.sorted());
    std::string last;
    return core_->kv().bulk(table, [&](std::string_view& key, std::string_view& value) -> Result<bool> {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, sorted(key, value));
      if (more && distinct != nullptr && key.substr(0, 12) != last) {
        last = key.substr(0, 12);
        ++(*distinct)[load_u32(key.data())];
      }
      return more;
    });
  }

  std::vector<kv::Write> final_writes() {
    std::vector<kv::Write> writes;
    const auto count = [&](std::string key, std::uint64_t value) {
      writes.push_back({Table::kStat, std::move(key), id_key(value)});
    };
    count(counter_key(Counter::kNodes), next_node_);
    count(counter_key(Counter::kRelationships), next_relationship_);
    for (const auto& [label, n] : label_counts_) count(counter_key(Counter::kNodesOfLabel, label), n);
    for (const auto& [type, n] : type_counts_) count(counter_key(Counter::kRelationshipsOfType, type), n);
    for (const auto& [type, n] : starts_) count(counter_key(Counter::kStartsOfType, type), n);
    for (const auto& [type, n] : ends_) count(counter_key(Counter::kEndsOfType, type), n);
    writes.push_back({Table::kMeta, std::string(kNextNodeKey), id_key(next_node_)});
    writes.push_back({Table::kMeta, std::string(kNextRelationshipKey), id_key(next_relationship_)});
    writes.push_back({Table::kMeta, std::string(kImportingKey), std::nullopt});
    for (const KeyId key : indexes_) writes.push_back({Table::kMeta, index_declaration(key), std::string()});
    append_names(writes);
    return writes;
  }

  void append_names(std::vector<kv::Write>& writes) {
    for (std::size_t space = 0; space < kNameSpaces; ++space) {
      std::vector<std::string_view> by_id(names_by_space_[space].size());
      for (const auto& [name, id] : names_by_space_[space]) by_id[id] = name;
      for (const std::string_view name : by_id) {
        std::string key(1, static_cast<char>(space));
        append_u32(key, core_->dictionary().add(static_cast<NameSpace>(space), name));
        writes.push_back({Table::kDict, std::move(key), std::string(name)});
      }
    }
  }

  std::shared_ptr<Core> core_;
  std::shared_ptr<const Commit> base_;
  std::uint64_t memory_;
  ExternalSorter nodes_, labels_, names_, index_, relationships_;
  std::vector<KeyId> indexes_;
  std::set<KeyId> used_keys_;  // of nodes
  TripleFile triples_;
  std::array<std::unordered_map<std::string, std::uint32_t>, kNameSpaces> names_by_space_;
  std::optional<KeyId> name_key_, aliases_key_;
  std::map<std::uint32_t, std::uint64_t> label_counts_, type_counts_, starts_, ends_;
  std::uint64_t next_node_ = 0, next_relationship_ = 0;
  bool finished_ = false;
};

// Nothing may be there: not even names, because the import numbers its own.
Result<bool> is_empty(const View& view) {
  for (const Table table : {Table::kNode, Table::kDict}) {
    kv::Entries entries;
    DOSSIER_RETURN_IF_ERROR(view.read_prefix(table, {}, {1, true}, entries));
    if (entries.size() > 0) return false;
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<BulkImport>> make_bulk_import(std::shared_ptr<Core> core) {
  if (core->options().read_only) return invalid_argument("the store was opened for reading only");
  core->take_turn();
  const std::shared_ptr<const Commit> base = core->latest();
  const Result<bool> empty = is_empty(View(base, nullptr));
  if (!empty.ok() || !*empty) {
    core->end_turn();
    return empty.ok() ? invalid_argument("a bulk import needs an empty store") : empty.status();
  }
  return std::make_unique<Import>(std::move(core), base);
}

}  // namespace dossier::graph
