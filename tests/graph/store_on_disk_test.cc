#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "dossier/graph/store.h"
#include "graph/kv/store_directory.h"
#include "tests/graph/temporary_folder.h"

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void add_nodes(Store& store, int count) {
  for (int i = 0; i < count; ++i) {
    auto transaction = *store.begin();
    REQUIRE(transaction->create_node({transaction->label("N")}, {{transaction->key("i"), i}}).ok());
    REQUIRE(transaction->commit().ok());
  }
}

dossier::Status refusal(const fs::path& path, StoreOptions options = {}) {
  const auto store = Store::open(path, options);
  REQUIRE_FALSE(store.ok());
  INFO(store.status().message());
  CHECK(store.status().message().find('\n') == std::string::npos);
  CHECK(store.status().message().find(path.string()) != std::string::npos);
  return store.status();
}

fs::path newest_log(const fs::path& path) {
  fs::path newest;
  for (const auto& entry : fs::directory_iterator(path / "data")) {
    if (entry.path().extension() == ".log" && entry.path() > newest) newest = entry.path();
  }
  return newest;
}

// The store as a killed process would leave it: its files copied while it is open.
void copy_as_killed(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive);
  fs::remove(to / "LOCK");
}

}  // namespace

TEST_CASE("a store on disk is as it was when it is opened again", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store";
  {
    auto store = *Store::open(path, {});
    add_nodes(*store, 3);
  }
  StoreOptions options;
  options.create_if_missing = false;
  auto store = *Store::open(path, options);
  const auto snapshot = store->snapshot();
  CHECK(snapshot->node_count(*snapshot->find_label("N")) == 3);
  CHECK(snapshot->node_property(NodeId{2}, *snapshot->find_key("i"))->as_integer() == 2);
  CHECK(*(*store->begin())->create_node({}, {}) == NodeId{3});
}

TEST_CASE("a second writer is refused with the first one's process id", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store";
  const auto store = *Store::open(path, {});
  const auto status = refusal(path);
  CHECK(status.code() == StatusCode::kBusy);
  CHECK(status.message().find("opened for writing by process " + std::to_string(::getpid())) !=
        std::string::npos);
}

TEST_CASE("a reader beside a writer sees the state of its opening", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store";
  auto writer = *Store::open(path, {});
  add_nodes(*writer, 5);
  StoreOptions options;
  options.read_only = true;
  {
    const auto reader = *Store::open(path, options);
    add_nodes(*writer, 5);
    CHECK(reader->snapshot()->node_count() == 5);
    CHECK(reader->begin().status().code() == StatusCode::kInvalidArgument);
    const auto second = *Store::open(path, options);
    CHECK(second->snapshot()->node_count() == 10);
  }
  CHECK(fs::is_empty(path / "readers"));
  writer.reset();
  CHECK((*Store::open(path, options))->snapshot()->node_count() == 10);
}

TEST_CASE("what is not a store is refused with one line", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "x";
  StoreOptions existing;
  existing.create_if_missing = false;
  CHECK(refusal(path, existing).code() == StatusCode::kNotFound);
  CHECK_FALSE(fs::exists(path));
  existing.create_if_missing = true, existing.read_only = true;
  CHECK(refusal(path, existing).code() == StatusCode::kNotFound);

  std::ofstream(path) << "text";
  CHECK(refusal(path).code() == StatusCode::kCorruption);
  CHECK(refusal(path / "below").code() == StatusCode::kIoError);
  fs::remove(path);

  fs::create_directory(path);
  std::ofstream(path / "notes.txt") << "text";
  CHECK(refusal(path).code() == StatusCode::kCorruption);
  CHECK(fs::exists(path / "notes.txt"));
  fs::remove_all(path);

  Store::open(path, {}).ok();
  std::ofstream(path / "STORE") << "dossier store\nformat 999\n";
  CHECK(refusal(path).code() == StatusCode::kUnsupported);
}

TEST_CASE("an empty folder becomes a store", "[graph][store]") {
  TemporaryFolder folder;
  CHECK(Store::open(folder.path(), {}).ok());
}

TEST_CASE("a store that has lost acknowledged commits is refused until the loss is accepted",
          "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store", copy = folder.path() / "copy";
  auto store = *Store::open(path, {});
  add_nodes(*store, 10);
  copy_as_killed(path, copy);
  CHECK((*Store::open(copy, {}))->snapshot()->node_count() == 10);
  fs::remove_all(copy);

  copy_as_killed(path, copy);
  fs::resize_file(newest_log(copy), fs::file_size(newest_log(copy)) / 2);
  StoreOptions options;
  CHECK(refusal(copy).code() == StatusCode::kCorruption);
  options.read_only = true;
  CHECK(refusal(copy, options).code() == StatusCode::kCorruption);
  options.read_only = false;
  options.accept_loss = true;
  {
    auto salvaged = *Store::open(copy, options);
    CHECK(salvaged->snapshot()->node_count() > 0);
    CHECK(salvaged->snapshot()->node_count() < 10);
    add_nodes(*salvaged, 1);
  }
  CHECK(Store::open(copy, {}).ok());  // accepted once, accepted for good
}

TEST_CASE("a flipped bit in the log is refused", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path() / "store", copy = folder.path() / "copy";
  auto store = *Store::open(path, {});
  add_nodes(*store, 10);
  const int eighths = GENERATE(1, 3, 5, 7);
  copy_as_killed(path, copy);
  {
    std::fstream log(newest_log(copy), std::ios::in | std::ios::out | std::ios::binary);
    const auto offset = static_cast<std::streamoff>(fs::file_size(newest_log(copy))) * eighths / 8;
    log.seekg(offset);
    const char byte = static_cast<char>(log.get());
    log.seekp(offset);
    log.put(static_cast<char>(byte ^ 4));
  }
  CHECK(refusal(copy).code() == StatusCode::kCorruption);
}

TEST_CASE("one torn slot of the commit record leaves the other, two are damage", "[graph][store]") {
  TemporaryFolder folder;
  const fs::path path = folder.path();
  {
    auto file = *kv::WatermarkFile::open(path);
    REQUIRE(file->write({7, 70}).ok());
    REQUIRE(file->write({8, 80}).ok());
  }
  const auto flip = [&](std::streamoff offset) {
    std::fstream file(path / "COMMITTED", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.put('?');
  };
  CHECK(*kv::WatermarkFile::read(path) == kv::Watermark{8, 80});
  flip(20);
  CHECK(*kv::WatermarkFile::read(path) == kv::Watermark{7, 70});
  flip(64 + 20);
  CHECK(kv::WatermarkFile::read(path).status().code() == StatusCode::kCorruption);
}
