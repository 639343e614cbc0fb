// What a hash join finds its matches in, and how the threads of one query share it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "dossier/status.h"
#include "query/executor/group_table.h"

namespace dossier::query {

/// The rows of a join's inner plan by their keys. Built by one thread under the mutex; once built it does not change.
struct JoinTable {
  explicit JoinTable(std::size_t keys) : groups(keys) {}

  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Chain {
    std::uint32_t first, last;
  };

  GroupTable groups;
  std::vector<Chain> chains;         // by group: its inner rows
  std::vector<std::uint32_t> links;  // by inner row: the next of its group
  std::vector<graph::Value> cells;   // by inner row: the payload

  std::mutex mutex;
  bool built = false;
  Status status;  // of building it
};

/// The tables of one query's joins, for threads that run the same plan. What they are built from is the same for all rows.
/// Threads  any.
class JoinTables {
 public:
  std::shared_ptr<JoinTable> of_operator(int id, std::size_t keys) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<JoinTable>& table = tables_[id];
    if (table == nullptr) table = std::make_shared<JoinTable>(keys);
    return table;
  }

 private:
  std::mutex mutex_;
  std::map<int, std::shared_ptr<JoinTable>> tables_;
};

}  // namespace dossier::query
