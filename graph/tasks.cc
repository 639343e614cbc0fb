#include "graph/tasks.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "dossier/status_macros.h"

namespace dossier::graph {

Status run_tasks(std::span<const std::function<Status()>> tasks, std::size_t threads) {
  std::vector<Status> done(tasks.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) done[i] = tasks[i]();
  };
  std::vector<std::future<void>> others;
  try {
    for (std::size_t i = 1; i < std::min(threads, tasks.size()); ++i)
      others.push_back(std::async(std::launch::async, work));
  } catch (const std::system_error&) {
    // The threads there are do the rest.
  }
  work();
  for (std::future<void>& other : others) other.get();
  for (Status& status : done) DOSSIER_RETURN_IF_ERROR(std::move(status));
  return {};
}

std::size_t useful_threads(std::size_t most) {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most);
}

}  // namespace dossier::graph
