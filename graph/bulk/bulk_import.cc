// Nodes, labels and names are sorted and written as they are. Relationships are sorted by (type, start, end) first, and
// numbered in that order: the records of a type lie together, which is how they are read. The numbered edges go to
// a file, from which each of the four orders is made.
//
//   add_relationship -> sorter(type, start, end, arrival) -> numbered edges -> spo, ops, tso, tos
//                                                         -> rel
//
// The tables are written by as many threads as there are cores, each table by one, so the threads change nothing but the
// time. tests/graph/bulk_import_test.cc, tests/graph/edge_sort_test.cc; figures in docs/performance.md.
#include "graph/bulk/bulk_import.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

#include "dossier/status_macros.h"
#include "graph/bulk/edge_orders.h"
#include "graph/bulk/edge_sort.h"
#include "graph/bulk/external_sort.h"
#include "graph/key_codec.h"
#include "graph/name_index.h"
#include "graph/property_index.h"
#include "graph/record_codec.h"
#include "graph/statistics.h"
#include "graph/tasks.h"

namespace dossier::graph {
namespace {

namespace fs = std::filesystem;
using kv::Table;

constexpr std::size_t kMaxThreads = 4;  // more only divide the memory for sorting

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class Import : public BulkImport {
 public:
  Import(std::shared_ptr<Core> core, std::shared_ptr<const Commit> base, std::size_t threads)
      : core_(std::move(core)),
        base_(std::move(base)),
        threads_(threads > 0 ? threads : useful_threads(kMaxThreads)),
        memory_(sorting_memory(core_->options().memory_budget)),
        nodes_(folder(), memory_ / 16),
        labels_(folder(), memory_ / 16),
        names_(folder(), memory_ / 16),
        index_(folder(), memory_ / 16),
        relationships_(folder(), memory_ / 2),
        edges_(folder()) {}
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
    if (used_keys_.contains(key))
      return invalid_argument("an index is declared before the first node that has the property");
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
    if (is_ascending(properties)) return take_relationship(start, type, end, properties);
    graph::Properties sorted;
    for (const auto& [key, value] : properties) set_property(sorted, key, value);
    return take_relationship(start, type, end, sorted);
  }

  Status finish() override {
    if (finished_) return invalid_argument("the import is finished");
    finished_ = true;
    kv::KeyValueStore& kv = core_->kv();
    auto begun = kv.commit(base_->snapshot->version(), {{Table::kMeta, std::string(kImportingKey), "1"}},
                           kv::Durability::kSynced);
    if (!begun.ok()) return begun.status();
    DOSSIER_RETURN_IF_ERROR(write_tables());
    return core_->commit_import(final_writes());
  }

 private:
  static fs::path folder() { return fs::temp_directory_path(); }

  // The caches are empty while an import runs, so their share of the budget is for sorting. What is left out is what
  // the process needs anyway, and the writers of the files.
  static std::uint64_t sorting_memory(std::uint64_t budget) {
    constexpr std::uint64_t kElse = 42 << 20, kLeast = 8 << 20;
    return std::max(kLeast, (budget - std::min(budget, kElse)) / 4 * 3);
  }

  static bool is_ascending(Properties properties) {
    for (std::size_t i = 0; i < properties.size(); ++i) {
      if (properties[i].second.is_null() || (i > 0 && properties[i - 1].first >= properties[i].first))
        return false;
    }
    return true;
  }

  Status take_relationship(NodeId start, TypeId type, NodeId end, Properties properties) {
    record_.clear();
    DOSSIER_RETURN_IF_ERROR(append_new_relationship(record_, start, type, end, properties));
    return relationships_.add({raw(start), raw(end), 0, raw(type), 0}, record_);
  }

  std::uint32_t intern(NameSpace space, std::string_view name) {
    auto& ids = names_by_space_[static_cast<std::size_t>(space)];
    const auto at = ids.find(name);
    if (at != ids.end()) return at->second;
    return ids.emplace(std::string(name), static_cast<std::uint32_t>(ids.size())).first->second;
  }

  Status add_names(NodeId id, const StoredNode& node) {
    const auto value = [&](std::optional<KeyId> key) {
      const Value* found = key ? find_property(node.record.properties, *key) : nullptr;
      return found != nullptr ? *found : Value();
    };
    const auto& labels = names_by_space_[static_cast<std::size_t>(NameSpace::kLabel)];
    const auto person = labels.find("Person");
    const bool titled =
        node.record.labels.empty() ||
        (person != labels.end() &&
         std::binary_search(node.record.labels.begin(), node.record.labels.end(), LabelId{person->second}));
    for (const auto& [key, written] : name_entries(id, value(name_key_), value(aliases_key_), titled)) {
      DOSSIER_RETURN_IF_ERROR(names_.add(key, written));
    }
    return {};
  }

  using Task = std::function<Status()>;

  Status write_tables() {
    DOSSIER_RETURN_IF_ERROR(relationships_.sort());
    std::vector<Task> first = {[this] { return write_records(); }}, second;
    for (auto [table, sorter] : {std::pair(Table::kNode, &nodes_), std::pair(Table::kName, &names_),
                                 std::pair(Table::kLabel, &labels_), std::pair(Table::kIndex, &index_)}) {
      first.push_back([this, table = table, sorter = sorter] { return write_sorted(table, *sorter); });
    }
    const std::uint64_t memory = (memory_ - std::min(memory_, relationships_.memory_used())) / threads_;
    for (const Table table : {Table::kTos, Table::kSpo, Table::kOps, Table::kTso}) {
      DistinctNodes* const distinct = table == Table::kTso   ? &starts_
                                      : table == Table::kTos ? &ends_
                                                             : nullptr;
      second.push_back(
          [=, this] { return write_edge_order(core_->kv(), table, edges_, folder(), memory, distinct); });
    }
    if (relationships_
            .in_memory()) {  // then they can be numbered at once, and everything be written together
      for (const Edge& edge : relationships_.edges()) DOSSIER_RETURN_IF_ERROR(number(edge));
      DOSSIER_RETURN_IF_ERROR(edges_.finish());
      first.insert(first.begin() + 1, second.begin(), second.end());
      return run_tasks(first, threads_);
    }
    DOSSIER_RETURN_IF_ERROR(run_tasks(first, threads_));
    return run_tasks(second, threads_);
  }

  Status number(const Edge& edge) {
    if (types_.empty() || types_.back().first != edge.type) types_.emplace_back(edge.type, 0);
    ++types_.back().second;
    return edges_.append(edge);
  }

  Status write_sorted(Table table, ExternalSorter& sorter) {
    DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream stream, sorter.sorted());
    DOSSIER_RETURN_IF_ERROR(core_->kv().bulk(table, stream));
    sorter.clear();
    return {};
  }

  Status write_records() {
    const bool in_memory = relationships_.in_memory();
    std::uint64_t id = 0;
    char record_key[8];
    Edge edge{};
    DOSSIER_RETURN_IF_ERROR(
        core_->kv().bulk(Table::kRel, [&](std::string_view& key, std::string_view& value) -> Result<bool> {
          if (in_memory) {
            if (id == relationships_.edges().size()) return false;
            value = relationships_.record(relationships_.edges()[id]);
          } else {
            DOSSIER_ASSIGN_OR_RETURN(const bool more, relationships_.next(edge, value));
            if (!more) return false;
            DOSSIER_RETURN_IF_ERROR(number(edge));
          }
          store_u64(record_key, id++);
          key = {record_key, sizeof(record_key)};
          return true;
        }));
    if (in_memory) return {};
    return edges_.finish();
  }

  std::vector<kv::Write> final_writes() {
    std::vector<kv::Write> writes;
    const auto count = [&](std::string key, std::uint64_t value) {
      writes.push_back({Table::kStat, std::move(key), id_key(value)});
    };
    count(counter_key(Counter::kNodes), next_node_);
    count(counter_key(Counter::kRelationships), edges_.size());
    for (const auto& [label, n] : label_counts_) count(counter_key(Counter::kNodesOfLabel, label), n);
    for (const auto& [type, n] : types_) count(counter_key(Counter::kRelationshipsOfType, type), n);
    for (const auto& [type, n] : starts_) count(counter_key(Counter::kStartsOfType, type), n);
    for (const auto& [type, n] : ends_) count(counter_key(Counter::kEndsOfType, type), n);
    writes.push_back({Table::kMeta, std::string(kNextNodeKey), id_key(next_node_)});
    writes.push_back({Table::kMeta, std::string(kNextRelationshipKey), id_key(edges_.size())});
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
  std::size_t threads_;
  std::uint64_t memory_;
  ExternalSorter nodes_, labels_, names_, index_;
  RecordSorter relationships_;
  NumberedEdges edges_;
  std::string record_;  // being encoded
  std::vector<KeyId> indexes_;
  std::set<KeyId> used_keys_;  // of nodes
  std::array<std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>, kNameSpaces>
      names_by_space_;
  std::optional<KeyId> name_key_, aliases_key_;
  std::map<std::uint32_t, std::uint64_t> label_counts_;
  DistinctNodes starts_, ends_;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> types_;  // and how many relationships each has
  std::uint64_t next_node_ = 0;
  bool finished_ = false;
};

// Nothing may be there: not even names, because the import numbers its own, nor nodes that are deleted, because older
// snapshots are told by the first node from those that see what is imported.
Result<bool> is_empty(const Commit& commit) {
  for (const Table table : {Table::kNode, Table::kDict}) {
    const kv::Range all{};
    kv::Entries entries;  // of the engine: an import that failed has left some which the commit does not show
    DOSSIER_RETURN_IF_ERROR(commit.kv->read(*commit.snapshot, table, std::span(&all, 1), {1, true}, entries));
    if (entries.size() > 0) return false;
  }
  return commit.next_node == 0;
}

}  // namespace

Result<std::unique_ptr<BulkImport>> make_bulk_import(std::shared_ptr<Core> core, std::size_t threads) {
  if (core->options().read_only) return invalid_argument("the store was opened for reading only");
  core->take_turn();
  const std::shared_ptr<const Commit> base = core->latest();
  const Result<bool> empty = is_empty(*base);
  if (!empty.ok() || !*empty) {
    core->end_turn();
    return empty.ok() ? invalid_argument("a bulk import needs an empty store") : empty.status();
  }
  return std::make_unique<Import>(std::move(core), base, threads);
}

}  // namespace dossier::graph
