// Writes to a store until it is killed, and says on standard output which commits were acknowledged.
// usage: kill_victim STORE
#include <unistd.h>

#include <cstdio>

#include "dossier/graph/store.h"

using namespace dossier::graph;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto store = Store::open(argv[1], {});
  if (!store.ok()) {
    std::fprintf(stderr, "%s\n", store.status().message().c_str());
    return 3;
  }
  for (std::uint64_t i = (*store)->snapshot()->node_count() / 2;; ++i) {
    auto transaction = *(*store)->begin();
    const KeyId number = transaction->key("number");
    const auto from = transaction->create_node({transaction->label("N")}, {{number, static_cast<std::int64_t>(i)}});
    const auto to = transaction->create_node({}, {{transaction->key("text"), std::string(i % 5 == 0 ? 6000 : 50, 'x')}});
    if (!transaction->create_relationship(*from, transaction->type("T"), *to, {}).ok()) return 4;
    if (!transaction->commit().ok()) return 5;
    const std::uint64_t acknowledged = i + 1;
    if (::write(1, &acknowledged, sizeof(acknowledged)) != sizeof(acknowledged)) return 6;
  }
}
