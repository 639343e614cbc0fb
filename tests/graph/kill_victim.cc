// Writes to a store until it is killed or the disk is full, and says on standard output what was acknowledged: numbers,
// 8 bytes each. The first means that it has begun.
// usage: kill_victim STORE commits|articles|import [BYTES]      BYTES: no file may grow beyond
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "dossier/graph/store.h"

using namespace dossier::graph;

namespace {

constexpr int kWriteFailed = 10;  // as expected of a full disk

bool acknowledge(std::uint64_t number) { return ::write(1, &number, sizeof(number)) == sizeof(number); }

// Two nodes and a relationship a commit.
int commit_for_ever(Store& store) {
  std::uint64_t i = store.snapshot()->node_count() / 2;
  if (!acknowledge(i)) return 6;
  while (true) {
    auto transaction = store.begin();
    if (!transaction.ok()) return kWriteFailed;
    Transaction& writes = **transaction;
    const auto from =
        writes.create_node({writes.label("N")}, {{writes.key("number"), static_cast<std::int64_t>(i)}});
    const auto to = writes.create_node({}, {{writes.key("text"), std::string(i % 5 == 0 ? 6000 : 50, 'x')}});
    if (!writes.create_relationship(*from, writes.type("T"), *to, {}).ok()) return 4;
    if (!writes.commit().ok()) return kWriteFailed;
    if (!acknowledge(++i)) return 6;
  }
}

ArticleRecord article(std::uint64_t i) {
  ArticleRecord article;
  article.id = "a" + std::to_string(i);
  article.extractor = "test";
  article.sentences = {{0, 10, "Ada called."}};
  for (const std::uint64_t name : {i % 7, 7 + i % 5}) {
    EntityRecord entity;
    entity.name = "Name " + std::to_string(name);
    entity.type = "Person";
    entity.mentions = 1;
    article.entities.push_back(entity);
  }
  StatementRecord statement;
  statement.object = 1;
  statement.predicate = "called";
  statement.evidence = {{0, 0, 10, 0.5f}};
  article.statements = {statement};
  return article;
}

// Puts articles, and takes every third one back with the next.
int ingest_for_ever(Store& store) {
  std::uint64_t i = 0;
  const auto known = store.articles();
  if (!known.ok()) return 4;
  for (const ArticleSummary& each : *known) {
    i = std::max<std::uint64_t>(i, std::strtoull(each.id.c_str() + 1, nullptr, 10) + 1);
  }
  if (!acknowledge(i)) return 6;
  while (true) {
    auto transaction = store.begin();
    if (!transaction.ok()) return kWriteFailed;
    ArticleRecord next = article(i);
    for (EntityRecord& entity : next.entities) {
      const auto hits = (*transaction)->find_by_name(entity.name);
      if (hits.ok() && !hits->empty()) entity.node = hits->front().node;
    }
    if (!(*transaction)->put_article(next).ok()) return 4;
    if (i % 3 == 1 && !(*transaction)->retract_article("a" + std::to_string(i - 1)).ok()) return 5;
    if (!(*transaction)->commit().ok()) return kWriteFailed;
    if (!acknowledge(++i)) return 6;
  }
}

// Acknowledges nothing but the beginning and the end.
int import_once(Store& store) {
  auto import = store.begin_bulk_import();
  if (!import.ok()) return 4;
  if (!acknowledge(0)) return 6;
  const KeyId name = (*import)->key("name");
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const std::pair<KeyId, Value> properties[] = {{name, "N " + std::to_string(i)}};
    if (!(*import)->add_node({}, properties).ok()) return kWriteFailed;
  }
  const TypeId type = (*import)->type("T");
  for (std::uint64_t i = 0; i < 50000; ++i) {
    if (!(*import)->add_relationship(NodeId{i % 5000}, type, NodeId{i * 7 % 5000}, {}).ok())
      return kWriteFailed;
  }
  if (!(*import)->finish().ok()) return kWriteFailed;
  return acknowledge(1) ? (::pause(), 0) : 6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (argc > 3) {
    const rlim_t bytes = std::strtoull(argv[3], nullptr, 10);
    const rlimit limit{bytes, bytes};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  const auto store = Store::open(argv[1], {});
  if (!store.ok()) {
    std::fprintf(stderr, "%s\n", store.status().message().c_str());
    return 3;
  }
  const std::string what = argv[2];
  return what == "commits"    ? commit_for_ever(**store)
         : what == "articles" ? ingest_for_ever(**store)
                              : import_once(**store);
}
