// A chain of operators run by several threads. The nodes that its scan starts from are cut into morsels, ranges of ids; each
// thread has operators of its own and takes the next morsel when it is done with one. Rows are handed on in the order of the
// morsels, and within a morsel in the order they were made: the same rows in the same order as one thread gives, whatever
// the timing. (Leis and others, Morsel-driven parallelism, SIGMOD 2014; the order is our addition.)
//
// The calling thread works too. It streams the morsel whose turn it is straight through, and works ahead on a later one
// while another thread has the turn. Nobody is further ahead than kWindow morsels or kAhead batches, so memory is bounded
// and a LIMIT ends the work soon. Without a free thread in the pool the caller does everything, as a plain chain would.
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>

#include "dossier/status_macros.h"
#include "query/executor/join_table.h"
#include "query/executor/operators/operators.h"
#include "query/executor/physical_plan.h"
#include "query/executor/worker_pool.h"

namespace dossier::query {
namespace {

constexpr std::size_t kWindow = 8;  // morsels, for each thread
constexpr std::size_t kAhead = 64;  // batches that wait for their turn, of one morsel
constexpr std::uint64_t kMorselNodes = 1024;
constexpr std::uint64_t kMorsels = 128;

// The operators of one thread.
class Worker {
 public:
  Worker(const ExecutionContext& parent, const LogicalPlan& plan, std::size_t batch_rows,
         std::shared_ptr<JoinTables> join_tables)
      : context_(parent), subqueries_(context_) {
    context_.batch_rows = batch_rows, context_.join_tables = std::move(join_tables);
    context_.eval.subqueries = &subqueries_;
    operators_ = make_operators(context_, plan);
  }

  void start(const MorselRange& range) {
    context_.morsel = range;
    operators_.root->reset();
  }
  Result<bool> next(Batch& batch) {
    Result<bool> more = operators_.root->next(batch);
    context_.grow_batches();
    return more;
  }

 private:
  ExecutionContext context_;
  PlanSubqueryRunner subqueries_;
  InnerPlan operators_;
};

struct Morsel {
  std::deque<Batch> batches;
  bool done = false;
  Status status;
};

// What the threads of one Gather share. The mutex guards everything but what is constant.
struct Shared {
  const ExecutionContext* context = nullptr;
  const LogicalPlan* plan = nullptr;
  int leaf = 0;
  std::uint64_t nodes = 0, width = 1;  // of the id space; ids in a morsel
  std::size_t batch_rows = 0;          // of a thread's first batch
  std::shared_ptr<JoinTables> join_tables = std::make_shared<JoinTables>();

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Morsel> morsels;
  std::vector<Batch> spare;  // used up: their memory is for the next rows
  std::size_t next = 0, turn = 0, window = kWindow;
  unsigned helpers = 0;  // inside work()
  std::atomic<bool> stop{false};

  MorselRange range(std::size_t i) const { return {leaf, i * width, std::min(nodes, (i + 1) * width)}; }
  // These under the lock.
  Batch empty_batch() {
    if (spare.empty()) return Batch(context->width());
    Batch batch = std::move(spare.back());
    spare.pop_back();
    return batch;
  }
  std::optional<std::size_t> claim() {
    if (next >= morsels.size() || next >= turn + window) return std::nullopt;
    return next++;
  }
};

Status run_morsel(Shared& shared, Worker& worker, std::size_t number) {
  worker.start(shared.range(number));
  Morsel& morsel = shared.morsels[number];
  std::unique_lock lock(shared.mutex);
  while (!shared.stop) {
    Batch batch = shared.empty_batch();
    lock.unlock();
    DOSSIER_ASSIGN_OR_RETURN(const bool more, worker.next(batch));
    if (!more) return {};
    lock.lock();
    morsel.batches.push_back(std::move(batch));
    shared.changed.notify_all();
    shared.changed.wait(lock, [&] { return shared.stop || morsel.batches.size() < kAhead; });
  }
  return {};
}

Status caught(Shared& shared, std::optional<Worker>& worker, std::size_t number) {
  try {
    if (!worker) worker.emplace(*shared.context, *shared.plan, shared.batch_rows, shared.join_tables);
    return run_morsel(shared, *worker, number);
  } catch (const std::bad_alloc&) {
    return Status(StatusCode::kResourceExhausted, "out of memory");
  } catch (const std::exception& exception) {
    return internal_error(exception.what());
  }
}

// A helper's life: morsels until there are no more.
void work(Shared& shared) {
  std::unique_lock lock(shared.mutex);
  if (shared.stop) return;
  ++shared.helpers;
  std::optional<Worker> worker;
  while (!shared.stop && shared.next < shared.morsels.size()) {
    const std::optional<std::size_t> number = shared.claim();
    if (!number) {
      shared.changed.wait(lock);
      continue;
    }
    lock.unlock();
    Status status = caught(shared, worker, *number);
    lock.lock();
    shared.morsels[*number].done = true;
    shared.morsels[*number].status = std::move(status);
    shared.changed.notify_all();
  }
  lock.unlock();
  worker.reset();  // it refers to the query, which ends once `helpers` is 0
  lock.lock();
  --shared.helpers;
  shared.changed.notify_all();
}

class GatherOperator : public Operator {
 public:
  GatherOperator(ExecutionContext& context, const LogicalPlan& plan, int leaf)
      : Operator(context, plan), plan_(plan), leaf_(leaf), batch_(context.width()) {}
  ~GatherOperator() override { stop(); }

  void reset() override { stop(); }

 protected:
  Result<bool> produce(Batch& out) override {
    if (!shared_) start();
    if (wants_helpers_) call_helpers();
    while (true) {
      std::unique_lock lock(shared_->mutex);
      if (shared_->turn == shared_->morsels.size()) return false;
      Morsel& morsel = shared_->morsels[shared_->turn];
      if (!morsel.batches.empty()) {
        out.swap(morsel.batches.front());
        shared_->spare.push_back(std::move(morsel.batches.front()));
        morsel.batches.pop_front();
        shared_->changed.notify_all();
        return true;
      }
      if (morsel.done) {
        DOSSIER_RETURN_IF_ERROR(morsel.status);
        ++shared_->turn;
        shared_->changed.notify_all();
        continue;
      }
      if (!own_) take_morsel();
      if (own_ == shared_->turn) {
        lock.unlock();
        DOSSIER_ASSIGN_OR_RETURN(const bool more, worker_->next(out));
        if (more) return wants_helpers_ = true;
        lock.lock();
        finish_own();
      } else if (own_ && shared_->morsels[*own_].batches.size() < kAhead) {
        lock.unlock();
        DOSSIER_RETURN_IF_ERROR(work_ahead());
      } else {
        shared_->changed.wait_for(lock, std::chrono::milliseconds(20));
        lock.unlock();
        DOSSIER_RETURN_IF_ERROR(context_.check());
      }
    }
  }

 private:
  void start() {
    shared_ = std::make_shared<Shared>();
    shared_->context = &context_, shared_->plan = &plan_, shared_->leaf = leaf_;
    shared_->batch_rows = context_.batch_rows;
    shared_->nodes = context_.reader.node_bound();
    shared_->width = std::max(std::min(kMorselNodes, context_.morsel_nodes), shared_->nodes / kMorsels + 1);
    shared_->morsels.resize((shared_->nodes + shared_->width - 1) / shared_->width);
    shared_->window = kWindow * context_.threads;
    worker_ = std::make_unique<Worker>(context_, plan_, shared_->batch_rows, shared_->join_tables);
  }

  // Under the lock.
  void take_morsel() {
    own_ = shared_->claim();
    if (!own_) return;
    worker_->start(shared_->range(*own_));
    if (*own_ > 0) call_helpers();
  }
  void finish_own() {
    shared_->morsels[*own_].done = true;
    own_.reset();
  }

  Status work_ahead() {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, worker_->next(batch_));
    const std::lock_guard lock(shared_->mutex);
    if (!more) return finish_own(), Status();
    shared_->morsels[*own_].batches.push_back(std::move(batch_));
    batch_ = shared_->empty_batch();
    return {};
  }

  // Only once somebody asks for more than a batch: most queries that look large are not, or are ended by a LIMIT.
  void call_helpers() {
    wants_helpers_ = false;
    for (; helpers_ + 1 < context_.threads; ++helpers_) {
      WorkerPool::shared().submit([shared = shared_] { work(*shared); });
    }
  }

  void stop() {
    if (!shared_) return;
    std::unique_lock lock(shared_->mutex);
    shared_->stop = true;
    shared_->changed.notify_all();
    shared_->changed.wait(lock, [this] { return shared_->helpers == 0; });
    lock.unlock();
    shared_.reset(), worker_.reset(), own_.reset();
    helpers_ = 0, wants_helpers_ = false;
  }

  const LogicalPlan& plan_;
  int leaf_;
  Batch batch_;
  std::shared_ptr<Shared> shared_;
  std::unique_ptr<Worker> worker_;
  std::optional<std::size_t> own_;  // the morsel that worker_ is at
  unsigned helpers_ = 0;
  bool wants_helpers_ = false;
};

}  // namespace

OperatorPtr make_gather(ExecutionContext& context, const LogicalPlan& plan, int leaf) {
  return std::make_unique<GatherOperator>(context, plan, leaf);
}

}  // namespace dossier::query
