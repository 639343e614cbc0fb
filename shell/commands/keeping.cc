// articles, retract, check, backup, restore, stats: what is in a database, and its health.
#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "dossier/graph/copy.h"
#include "shell/commands/common.h"

namespace dossier::shell {
namespace {

Result<std::unique_ptr<graph::Store>> open_existing(const CommandLine& line, Access access) {
  return graph::Store::open(line.database, store_options(line, access));
}

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

// The largest first; news has thousands of predicates, so the rest is summed up.
void print_counts(Counts counts, const Streams& streams) {
  constexpr std::size_t kShown = 40;
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return std::tie(b.second, a.first) < std::tie(a.second, b.first);
  });
  const std::size_t shown = std::min(counts.size(), kShown);
  for (std::size_t i = 0; i < shown; ++i) streams.out << counts[i].first << '\t' << counts[i].second << '\n';
  if (shown == counts.size()) return;
  std::uint64_t rest = 0;
  for (std::size_t i = shown; i < counts.size(); ++i) rest += counts[i].second;
  streams.out << counts.size() - shown << " more\t" << rest << '\n';
}

}  // namespace

int run_articles(const CommandLine& line, const Streams& streams) {
  const auto store = open_existing(line, Access::kReadOnly);
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const auto articles = (*store)->articles();
  if (!articles.ok()) return complain(streams, articles.status().message());
  for (const graph::ArticleSummary& article : *articles) {
    streams.out << article.id << '\t' << article.date << '\t' << article.publisher << '\t' << article.title
                << '\t' << article.sentences << " sentences\t" << article.statements << " statements\n";
  }
  return kDone;
}

int run_retract(const CommandLine& line, const Streams& streams) {
  const auto store = open_existing(line, Access::kWrite);
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  int status = kDone;
  for (const std::string& id : line.inputs) {
    Result<std::unique_ptr<graph::Transaction>> transaction = (*store)->begin();
    Status done = transaction.status();
    if (transaction.ok()) done = (*transaction)->retract_article(id);
    if (done.ok()) done = (*transaction)->commit();
    if (done.ok()) {
      streams.err << "retracted " << id << '\n';
    } else {
      status = complain(streams, done.message());
    }
  }
  return status;
}

int run_check(const CommandLine& line, const Streams& streams) {
  const auto store = open_existing(line, line.repair ? Access::kWrite : Access::kReadOnly);
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const auto faults = (*store)->check(line.repair);
  if (!faults.ok()) return complain(streams, faults.status().message());
  for (const std::string& fault : *faults) streams.out << fault << '\n';
  streams.err << (faults->empty() ? "no fault found" : std::to_string(faults->size()) + " faults")
              << (line.repair && !faults->empty() ? ", repaired\n" : "\n");
  return faults->empty() || line.repair ? kDone : kFailed;
}

namespace {

// Copies the store at `from` to `to`, and reads the copy back: a copy that cannot be read is none.
int copy_store(const std::string& from, const std::string& to, const CommandLine& line,
               const Streams& streams) {
  const graph::StoreOptions options = store_options(line, Access::kReadOnly);
  const auto store = graph::Store::open(from, options);
  if (!store.ok()) return report_open_failure(store.status(), from, streams);
  const Status copied = graph::copy_store(from, to, options);
  if (!copied.ok()) return complain(streams, copied.message());
  const auto copy = graph::Store::open(to, options);
  if (!copy.ok()) return complain(streams, copy.status().message());
  const auto faults = (*copy)->check(false);
  if (!faults.ok()) return complain(streams, faults.status().message());
  for (const std::string& fault : *faults) streams.out << fault << '\n';
  if (!faults->empty())
    return complain(streams, to + ": the copy has " + std::to_string(faults->size()) + " faults");
  const auto reader = (*copy)->snapshot();
  streams.err << to << ": " << reader->node_count() << " nodes, " << reader->relationship_count()
              << " relationships\n";
  return kDone;
}

}  // namespace

int run_backup(const CommandLine& line, const Streams& streams) {
  return copy_store(line.database, line.copy, line, streams);
}

int run_restore(const CommandLine& line, const Streams& streams) {
  return copy_store(line.copy, line.database, line, streams);
}

int run_stats(const CommandLine& line, const Streams& streams) {
  const auto store = open_existing(line, Access::kReadOnly);
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const auto reader = (*store)->snapshot();
  const auto articles = (*store)->articles();
  streams.out << (*store)->describe() << '\n'
              << "articles\t" << (articles.ok() ? articles->size() : 0) << '\n'
              << "nodes\t" << reader->node_count() << '\n'
              << "relationships\t" << reader->relationship_count() << '\n';
  Counts labels, types;
  for (const std::string& label : reader->labels()) {
    labels.emplace_back(":" + label, reader->node_count(*reader->find_label(label)));
  }
  for (const std::string& type : reader->types()) {
    types.emplace_back("[:" + type + "]", reader->relationship_count(*reader->find_type(type)));
  }
  print_counts(std::move(labels), streams);
  print_counts(std::move(types), streams);
  return kDone;
}

}  // namespace dossier::shell
