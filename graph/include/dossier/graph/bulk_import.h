// Filling an empty store fast: everything is sorted outside the store and handed over as finished files.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/graph/ids.h"
#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::graph {

/// One import, from Store::begin_bulk_import(). It holds the writer's turn until it is destroyed.
///
/// Errors   add_relationship: NotFound for a node that was not added before. An import that is interrupted leaves a
///          store that does not open again; start over with a new one.
/// Cost     about 2 us a relationship; memory within the store's budget, what does not fit is sorted on disk.
/// Threads  one thread; finish() uses two more.
class DOSSIER_API BulkImport {
 public:
  using Properties = std::span<const std::pair<KeyId, Value>>;  // any order; null values are left out

  virtual ~BulkImport() = default;
  virtual LabelId label(std::string_view name) = 0;
  virtual TypeId type(std::string_view name) = 0;
  virtual KeyId key(std::string_view name) = 0;

  /// Indexes a property. InvalidArgument once a node with the property was added.
  virtual Status create_index(KeyId key) = 0;

  /// Ids count from 0 in the order of the calls.
  virtual Result<NodeId> add_node(std::span<const LabelId> labels, Properties properties) = 0;
  /// Relationships get their ids in finish(), those of one type next to each other.
  virtual Status add_relationship(NodeId start, TypeId type, NodeId end, Properties properties) = 0;
  /// Writes everything and makes it visible. Nothing is visible before.
  virtual Status finish() = 0;
};

}  // namespace dossier::graph
