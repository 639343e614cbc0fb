#include "dossier/graph/copy.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "graph/kv/store_directory.h"
#include "tests/graph/canonical_dump.h"
#include "tests/graph/temporary_folder.h"

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::canonical_dump;
using dossier::graph::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void add_nodes(Store& store, int from, int to) {
  for (int i = from; i < to; ++i) {
    auto transaction = *store.begin();
    const auto a = transaction->create_node({transaction->label("N")}, {{transaction->key("i"), i}});
    const auto b = transaction->create_node({}, {{transaction->key("j"), i}});
    REQUIRE(transaction->create_relationship(*a, transaction->type("T"), *b, {}).ok());
    REQUIRE(transaction->commit().ok());
  }
}

StoreOptions reading() {
  StoreOptions options;
  options.read_only = true;
  return options;
}

std::string dump(const fs::path& path) {
  const auto store = Store::open(path, reading());
  REQUIRE(store.ok());
  CHECK((*store)->check(false)->empty());
  return canonical_dump(*(*store)->snapshot());
}

}  // namespace

TEST_CASE("a copy holds what the store held, and goes its own way", "[graph][copy]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store", copy = folder.path() / "copy",
                 copy_of_copy = folder.path() / "again";
  auto store = *Store::open(path, {});
  add_nodes(*store, 0, 20);
  const std::string before = canonical_dump(*store->snapshot());
  REQUIRE(copy_store(path, copy, {}).ok());
  add_nodes(*store, 20, 25);
  CHECK(dump(copy) == before);
  {
    auto opened = *Store::open(copy, {});
    add_nodes(*opened, 30, 31);
  }
  CHECK(store->snapshot()->node_count() == 50);
  store.reset();
  fs::remove_all(path);
  REQUIRE(copy_store(copy, copy_of_copy, {}).ok());
  CHECK(dump(copy_of_copy) == dump(copy));
}

TEST_CASE("a copy beside a writer that goes on is one of its commits", "[graph][copy]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store";
  auto store = *Store::open(path, {});
  add_nodes(*store, 0, 5);
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    for (int i = 5; !stop; ++i) add_nodes(*store, i, i + 1);
  });
  for (int round = 0; round < 5; ++round) {
    const fs::path copy = folder.path() / ("copy" + std::to_string(round));
    const std::uint64_t before = store->snapshot()->node_count();
    const dossier::Status copied = copy_store(path, copy, {});
    INFO(copied.message());
    CHECK(copied.ok());
    if (!copied.ok()) break;
    const auto opened = Store::open(copy, {});
    REQUIRE(opened.ok());
    const auto snapshot = (*opened)->snapshot();
    CHECK(snapshot->node_count() >= before);
    CHECK(snapshot->relationship_count() * 2 == snapshot->node_count());
    CHECK((*opened)->check(false)->empty());
  }
  stop = true;
  writer.join();
}

TEST_CASE("a copy goes into a new or an empty folder only", "[graph][copy]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store", target = folder.path() / "target";
  auto store = *Store::open(path, {});
  fs::create_directory(target);
  CHECK(copy_store(path, target, {}).ok());
  CHECK(copy_store(path, target, {}).code() == StatusCode::kInvalidArgument);
  CHECK(copy_store(path, path, {}).code() == StatusCode::kInvalidArgument);
  CHECK_FALSE(copy_store(folder.path() / "none", folder.path() / "new", {}).ok());
  CHECK_FALSE(fs::exists(folder.path() / "new"));
}

TEST_CASE("a copy that is interrupted is not there, and the next one takes its place", "[graph][copy]") {
  TemporaryFolder folder;
  const fs::path target = folder.path() / "copy";
  const pid_t child = ::fork();
  if (child == 0) {
    [[maybe_unused]] const auto never =
        kv::make_copy(target, {}, [](const fs::path& data) -> dossier::Status {
          std::ofstream(data / "000001.sst") << "half of it";
          ::_exit(0);
        });
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  CHECK_FALSE(fs::exists(target));
  CHECK(fs::exists(folder.path() / "copy.partial"));
  CHECK(kv::make_copy(target, {}, [](const fs::path&) { return dossier::io_error("no"); }).message() == "no");
  CHECK(fs::is_empty(folder.path()));

  auto store = *Store::open(folder.path() / "store", {});
  add_nodes(*store, 0, 3);
  REQUIRE(copy_store(folder.path() / "store", target, {}).ok());
  CHECK(dump(target) == canonical_dump(*store->snapshot()));
}
