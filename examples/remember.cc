// Makes a graph in memory and asks it, through the C++ interface.
#include <dossier/dossier.h>

#include <iostream>

int main() {
  auto store = dossier::graph::Store::open(":memory:", {});
  if (!store.ok()) return std::cerr << store.status().message() << '\n', 1;
  dossier::query::Engine engine(std::shared_ptr<dossier::graph::Store>(*std::move(store)));

  for (const char* text :
       {"CREATE (:Person {name: 'Ada'})-[:knows {since: 1833}]->(:Person {name: 'Charles'})",
        "MATCH (a)-[k:knows]->(b) RETURN a.name, k.since, b.name"}) {
    auto cursor = engine.run(text);
    if (!cursor.ok()) return std::cerr << cursor.status().message() << '\n', 1;
    dossier::query::Row row;
    while (true) {
      const auto more = (*cursor)->next(row);
      if (!more.ok()) return std::cerr << more.status().message() << '\n', 1;
      if (!*more) break;
      std::cout << row[0].as_string() << " has known " << row[2].as_string() << " since "
                << row[1].as_integer() << '\n';
    }
  }
}
