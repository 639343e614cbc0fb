// A small kill -9 loop: 20 rounds here; a release gate wants thousands.
#include <catch2/catch.hpp>

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "dossier/graph/store.h"
#include "tests/graph/temporary_folder.h"

extern char** environ;

using namespace dossier::graph;
using dossier::graph::test::TemporaryFolder;

namespace {

// Runs the victim for a while, kills it and gives the last commit that it said was acknowledged.
std::uint64_t run_and_kill(const std::filesystem::path& store, std::chrono::milliseconds delay) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  std::string program = DOSSIER_KILL_VICTIM, path = store.string();
  char* arguments[] = {program.data(), path.data(), nullptr};
  pid_t child = 0;
  REQUIRE(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  std::uint64_t acknowledged = 0, number = 0;
  bool running = ::read(ends[0], &number, sizeof(number)) == sizeof(number);  // it has begun
  REQUIRE(running);
  acknowledged = number;
  std::thread killer([&] {
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
  });
  while (::read(ends[0], &number, sizeof(number)) == sizeof(number)) acknowledged = number;
  killer.join();
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(ends[0]);
  REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
  return acknowledged;
}

}  // namespace

TEST_CASE("no acknowledged commit is lost or torn when the writer is killed", "[graph][kill]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    const std::uint64_t acknowledged = run_and_kill(path, std::chrono::milliseconds(random() % 120));
    auto store = Store::open(path, {});
    REQUIRE(store.ok());
    const auto reader = (*store)->snapshot();
    CHECK(reader->node_count() / 2 >= acknowledged);
    CHECK(reader->node_count() / 2 <= acknowledged + 1);
    CHECK(reader->relationship_count() * 2 == reader->node_count());
    CHECK((*store)->check(false)->empty());
  }
}
