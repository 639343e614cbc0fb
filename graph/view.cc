// A range read through the overlay asks the engine for the whole range and merges. Under a limit, a deleted key can
// leave the merged group short, so the read goes on behind the engine's last key until the limit is met.
#include "graph/view.h"

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/statistics.h"

namespace dossier::graph {
namespace {

using Iterator = Overlay::Writes::const_iterator;

struct Slice {
  Iterator at, end;
};

Slice slice(const Overlay::Writes& writes, const kv::Range& range) {
  return {writes.lower_bound(range.begin), range.end.empty() ? writes.end() : writes.lower_bound(range.end)};
}

// Merges the engine's entries up to and including `horizon` (nothing: to the end) with the overlay's.
// False where the limit was reached with more to come.
bool merge(const kv::Entries& base, Slice& over, const std::string* horizon, const kv::ReadOptions& options,
           kv::Entries& out) {
  std::size_t i = 0;
  while (true) {
    const bool over_left = over.at != over.end && (horizon == nullptr || over.at->first <= *horizon);
    const bool base_left = i < base.size();
    if (!over_left && !base_left) return true;
    const bool take_over = over_left && (!base_left || over.at->first <= base.key(i));
    if (take_over && base_left && over.at->first == base.key(i)) ++i;  // replaced or deleted
    if (take_over && !over.at->second) {
      ++over.at;
      continue;
    }
    if (out.size() >= options.limit) return false;
    if (take_over) {
      out.append(over.at->first, options.keys_only ? std::string_view() : std::string_view(*over.at->second));
      ++over.at;
    } else {
      out.append(base.key(i), base.value(i));
      ++i;
    }
  }
}

}  // namespace

std::uint64_t Commit::counter(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto [at, is_new] = counters_.try_emplace(key, 0);
  if (!is_new) return at->second;
  const std::string_view wanted[] = {key};
  std::vector<std::optional<std::string>> found;
  const bool read = kv->get(*snapshot, kv::Table::kStat, wanted, found).ok() && found[0];
  return at->second = read ? decode_counter(*found[0]) : 0;
}

// The tables that a bulk import fills, at once and for every snapshot: one from before the first node must not see it.
bool Commit::has_nothing_in(kv::Table table) const {
  switch (table) {
    case kv::Table::kNode:
    case kv::Table::kLabel:
    case kv::Table::kName:
    case kv::Table::kIndex:
    case kv::Table::kRel:
    case kv::Table::kSpo:
    case kv::Table::kOps:
    case kv::Table::kTso:
    case kv::Table::kTos:
      return next_node == 0;
    default:
      return false;
  }
}

Status Commit::get(kv::Table table, std::span<const std::string_view> keys,
                   std::vector<std::optional<std::string>>& out) const {
  if (!has_nothing_in(table)) return kv->get(*snapshot, table, keys, out);
  out.assign(keys.size(), std::nullopt);
  return {};
}

Status Commit::read(kv::Table table, std::span<const kv::Range> ranges, const kv::ReadOptions& options,
                    kv::Entries& out) const {
  if (!has_nothing_in(table)) return kv->read(*snapshot, table, ranges, options, out);
  out.clear();
  for (std::size_t i = 0; i < ranges.size(); ++i) out.end_group();
  return {};
}

bool Overlay::empty() const {
  return std::all_of(tables_.begin(), tables_.end(), [](const Writes& writes) { return writes.empty(); });
}

Result<std::optional<std::string>> View::get(kv::Table table, std::string_view key) const {
  if (overlay_ != nullptr) {
    const Overlay::Writes& writes = overlay_->at(table);
    if (const auto at = writes.find(key); at != writes.end()) return at->second;
  }
  std::vector<std::optional<std::string>> values;
  DOSSIER_RETURN_IF_ERROR(commit_->get(table, std::span(&key, 1), values));
  return std::move(values.front());
}

Status View::get(kv::Table table, std::span<const std::string_view> keys,
                 std::vector<std::optional<std::string>>& out) const {
  DOSSIER_RETURN_IF_ERROR(commit_->get(table, keys, out));
  if (overlay_ == nullptr || overlay_->at(table).empty()) return {};
  const Overlay::Writes& writes = overlay_->at(table);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (const auto at = writes.find(keys[i]); at != writes.end()) out[i] = at->second;
  }
  return {};
}

Status View::read(kv::Table table, std::span<const kv::Range> ranges, const kv::ReadOptions& options,
                  kv::Entries& out) const {
  if (overlay_ == nullptr || overlay_->at(table).empty()) {
    return commit_->read(table, ranges, options, out);
  }
  out.clear();
  kv::Entries base;
  for (const kv::Range& range : ranges) {
    Slice over = slice(overlay_->at(table), range);
    std::string begin(range.begin);
    bool complete = true;
    while (true) {
      kv::ReadOptions rest = options;
      if (options.limit != SIZE_MAX) rest.limit = options.limit - out.size() + 1;
      const kv::Range left{begin, range.end};
      DOSSIER_RETURN_IF_ERROR(commit_->read(table, std::span(&left, 1), rest, base));
      if (!base.stopped()) {
        complete = merge(base, over, nullptr, options, out);
        break;
      }
      const std::string last(base.key(base.size() - 1));
      complete = merge(base, over, &last, options, out);
      if (!complete) break;
      begin = last + '\0';
    }
    out.end_group();
    if (complete) continue;
    out.set_stopped();
    return {};
  }
  return {};
}

Status View::read_prefix(kv::Table table, std::string_view prefix, const kv::ReadOptions& options,
                         kv::Entries& out) const {
  const std::string end = prefix_end(prefix);
  const kv::Range range{prefix, end};
  return read(table, std::span(&range, 1), options, out);
}

}  // namespace dossier::graph
