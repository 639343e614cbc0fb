// Threads that help running queries: one fewer than the machine has cores, started when first needed.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace dossier::query {

/// Tasks run in the order they came, each once a thread is free; none may count on ever being run.
///
/// Threads  any.
class WorkerPool {
 public:
  /// The pool of the process. It is never destroyed: at exit its threads wait for tasks.
  static WorkerPool& shared();

  void submit(std::function<void()> task);

 private:
  WorkerPool() = default;
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  unsigned threads_ = 0, idle_ = 0;
};

/// Threads that one query may use, the calling one included.
unsigned default_threads();

}  // namespace dossier::query
