// Work divided among threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "dossier/status.h"

namespace dossier::graph {

/// Runs all, each in one of at most so many threads, the calling one among them. Where the system has no more threads
/// to give, fewer do the work.
/// Errors   the first failure in the order of the tasks.
Status run_tasks(std::span<const std::function<Status()>> tasks, std::size_t threads);

/// How many threads are worth having: one a core, and no more than `most`.
std::size_t useful_threads(std::size_t most);

}  // namespace dossier::graph
