// The store: opens a graph on disk or in memory, hands out snapshots to many readers and one transaction at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/article_record.h"
#include "dossier/graph/bulk_import.h"
#include "dossier/graph/reader.h"

namespace dossier::graph {

struct StoreOptions {
  bool read_only = false;
  bool create_if_missing = true;
  bool accept_loss = false;  // open although commits that were acknowledged are missing
  bool sync = true;          // commits survive a power cut
  std::uint64_t memory_budget = std::uint64_t{512} << 20;  // bytes: caches, memtables and adjacency snapshots
};

/// Writes of one unit, seen by its own reads at once and by others after commit.
///
/// Errors   every write of an id that is not there is NotFound; nothing is half done after an error.
/// Threads  one thread. A Store has at most one open transaction; begin() waits for its turn.
class DOSSIER_API Transaction : public Reader {
 public:
  virtual LabelId label(std::string_view name) = 0;  // finds or makes
  virtual TypeId type(std::string_view name) = 0;
  virtual KeyId key(std::string_view name) = 0;

  virtual Result<NodeId> create_node(std::vector<LabelId> labels, Properties properties) = 0;
  virtual Result<RelationshipId> create_relationship(NodeId start, TypeId type, NodeId end,
                                                     Properties properties) = 0;
  /// A null value removes the property.
  virtual Status set_property(NodeId node, KeyId key, Value value) = 0;
  virtual Status set_property(RelationshipId relationship, KeyId key, Value value) = 0;
  virtual Status add_label(NodeId node, LabelId label) = 0;
  virtual Status remove_label(NodeId node, LabelId label) = 0;
  virtual Status delete_relationship(RelationshipId relationship) = 0;
  /// InvalidArgument if the node still has relationships.
  virtual Status delete_node(NodeId node) = 0;
  virtual bool is_deleted(NodeId node) const = 0;  // in this transaction
  virtual bool is_deleted(RelationshipId relationship) const = 0;

  /// From now on nodes are found by this property through an index, those already there included. O(nodes).
  virtual Status create_index(KeyId key) = 0;
  virtual Status drop_index(KeyId key) = 0;

  // Articles: see article_record.h. put_article first takes away what an article of the same id said before.
  virtual Result<ArticleId> put_article(const ArticleRecord& article) = 0;
  /// Removes an article and everything that stood on it alone. NotFound if there is no such article.
  virtual Status retract_article(std::string_view id) = 0;
  virtual Status put_judgement(const Judgement& judgement) = 0;

  /// Makes the writes visible and, unless the store was opened without sync, durable.
  virtual Status commit() = 0;
  virtual void rollback() = 0;  // also what destruction without commit does
};

/// A graph store. Path ":memory:" is private and gone with the object.
///
/// Errors   open: NotFound, Busy with the owner's process id, Corruption (not a store, damaged, or commits lost).
/// Threads  snapshot() and the snapshots from any thread; begin() from any thread, one transaction at a time.
class DOSSIER_API Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, const StoreOptions& options);
  virtual ~Store() = default;

  virtual std::shared_ptr<const Reader> snapshot() const = 0;
  virtual Result<std::unique_ptr<Transaction>> begin() = 0;

  /// Fills an empty store; InvalidArgument if it is not. See bulk_import.h.
  virtual Result<std::unique_ptr<BulkImport>> begin_bulk_import() = 0;

  /// What is kept of an ingested article, to tell whether it changed; NotFound.
  virtual Result<ArticleSummary> article(std::string_view id) const = 0;
  virtual Result<std::vector<ArticleSummary>> articles() const = 0;  // by id
  virtual Result<std::vector<Judgement>> judgements() const = 0;

  /// Verifies files, orders, counters and references; one line for each fault. Repair rebuilds derived families.
  virtual Result<std::vector<std::string>> check(bool repair) = 0;
  virtual std::string describe() const = 0;  // one line: backend, format, path
};

}  // namespace dossier::graph
