#include "query/executor/worker_pool.h"

#include <algorithm>
#include <system_error>
#include <thread>

namespace dossier::query {

WorkerPool& WorkerPool::shared() {
  static WorkerPool* const pool = new WorkerPool;
  return *pool;
}

unsigned default_threads() {
  static const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
  return cores;
}

void WorkerPool::submit(std::function<void()> task) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back(std::move(task));
  if (idle_ >= tasks_.size()) return wake_.notify_one();
  if (threads_ + 1 >= std::max(default_threads(), 3U)) return;
  try {
    std::thread([this] { work(); }).detach();
    ++threads_;
  } catch (const std::system_error&) {
    // No thread to be had: whoever submitted does the work.
  }
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    wake_.wait(lock, [this] { return !tasks_.empty(); });
    --idle_;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

}  // namespace dossier::query
