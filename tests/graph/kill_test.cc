// Small kill -9 loops: some tens of rounds here; a release gate wants thousands ($DOSSIER_KILL_ROUNDS).
#include <signal.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "dossier/graph/store.h"
#include "tests/graph/temporary_folder.h"

extern char** environ;

using namespace dossier::graph;
using dossier::StatusCode;
using dossier::graph::test::TemporaryFolder;

namespace {

int rounds(int few) {
  const char* asked = std::getenv("DOSSIER_KILL_ROUNDS");
  return asked != nullptr ? std::atoi(asked) : few;
}

// The victim program at work on a store.
class Victim {
 public:
  Victim(const std::filesystem::path& store, std::string what, std::string limit = {}) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program = DOSSIER_KILL_VICTIM, path = store.string();
    char* arguments[] = {program.data(), path.data(), what.data(), limit.empty() ? nullptr : limit.data(),
                         nullptr};
    REQUIRE(::posix_spawn(&child_, program.c_str(), &actions, nullptr, arguments, environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    pipe_ = ends[0];
    REQUIRE(read());  // it has begun
  }
  ~Victim() { ::close(pipe_); }

  /// Lets it work for a while, kills it, and gives the last number that it acknowledged.
  std::uint64_t kill_after(std::chrono::milliseconds delay) {
    std::thread killer([&] {
      std::this_thread::sleep_for(delay);
      ::kill(child_, SIGKILL);
    });
    while (read()) {
    }
    killer.join();
    REQUIRE(WIFSIGNALED(wait()));
    return acknowledged_;
  }
  /// Waits until it gives up, and gives the last number that it acknowledged. A RocksDB that was built with assertions,
  /// as Debian's is, may abort where a log cannot be written.
  std::uint64_t run_to_failure() {
    while (read()) {
    }
    const int status = wait();
    REQUIRE(((WIFEXITED(status) && WEXITSTATUS(status) == 10) ||
             (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)));
    return acknowledged_;
  }

 private:
  bool read() {
    std::uint64_t number = 0;
    if (::read(pipe_, &number, sizeof(number)) != sizeof(number)) return false;
    acknowledged_ = number;
    return true;
  }
  int wait() const {
    int status = 0;
    ::waitpid(child_, &status, 0);
    return status;
  }
  pid_t child_ = 0;
  int pipe_ = -1;
  std::uint64_t acknowledged_ = 0;
};

void check_commits(const std::filesystem::path& path, std::uint64_t acknowledged) {
  auto store = Store::open(path, {});
  REQUIRE(store.ok());
  const auto reader = (*store)->snapshot();
  CHECK(reader->node_count() / 2 >= acknowledged);
  CHECK(reader->node_count() / 2 <= acknowledged + 1);
  CHECK(reader->relationship_count() * 2 == reader->node_count());
  CHECK((*store)->check(false)->empty());
}

}  // namespace

TEST_CASE("no acknowledged commit is lost or torn when the writer is killed", "[graph][kill]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  std::mt19937 random(1);
  for (int round = 0; round < rounds(20); ++round) {
    check_commits(path, Victim(path, "commits").kill_after(std::chrono::milliseconds(random() % 120)));
  }
}

TEST_CASE("articles are there or not, never in part, when ingest is killed", "[graph][kill]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  std::mt19937 random(2);
  for (int round = 0; round < rounds(10); ++round) {
    const std::uint64_t acknowledged =
        Victim(path, "articles").kill_after(std::chrono::milliseconds(random() % 120));
    auto store = Store::open(path, {});
    REQUIRE(store.ok());
    const auto count = [&](std::uint64_t put) { return put - (put + 1) / 3; };  // of three, one is taken back
    const std::size_t found = (*store)->articles()->size();
    CHECK((found == count(acknowledged) || found == count(acknowledged + 1)));
    CHECK((*store)->check(false)->empty());
  }
}

TEST_CASE("an import that is killed leaves an empty store, a whole one, or one that says what happened",
          "[graph][kill]") {
  std::mt19937 random(3);
  for (int round = 0; round < rounds(6); ++round) {
    TemporaryFolder folder;
    const auto path = folder.path() / "store";
    const std::uint64_t done = Victim(path, "import").kill_after(std::chrono::milliseconds(random() % 300));
    auto store = Store::open(path, {});
    if (!store.ok()) {
      CHECK(done == 0);
      CHECK(store.status().code() == StatusCode::kCorruption);
      CHECK(store.status().message().find("import") != std::string::npos);
      continue;
    }
    const auto reader = (*store)->snapshot();
    CHECK((reader->relationship_count() == 50000 || (done == 0 && reader->node_count() == 0)));
    CHECK((*store)->check(false)->empty());
  }
}

TEST_CASE("a file that cannot grow fails the commit and loses none before it", "[graph][kill]") {
  TemporaryFolder folder;
  const auto path = folder.path() / "store";
  check_commits(path, Victim(path, "commits", std::to_string(200'000)).run_to_failure());
}

TEST_CASE("a full disk fails the commit and loses none before it", "[graph][kill]") {
  TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=8m") != 0) {
    WARN("not tested: mounting a small disk needs the rights of root");
    return;
  }
  const auto path = folder.path() / "store";
  const auto ballast = folder.path() / "ballast";
  const int file = ::creat(ballast.c_str(), 0600);
  REQUIRE(::ftruncate(file, 0) == 0);
  REQUIRE(::write(file, std::string(1 << 20, 'x').data(), 1 << 20) == 1 << 20);
  ::close(file);
  const std::uint64_t acknowledged = Victim(path, "commits").run_to_failure();
  std::filesystem::remove(ballast);  // room to open it again
  check_commits(path, acknowledged);
  CHECK(acknowledged > 100);
  ::umount2(folder.path().c_str(), MNT_DETACH);
}
