#include "dossier/graph/store.h"

#include "dossier/status_macros.h"
#include "graph/core.h"
#include "graph/kv/memory_store.h"
#include "graph/kv/rocksdb_store.h"

namespace dossier::graph {
namespace {

class StoreImpl : public Store {
 public:
  explicit StoreImpl(std::shared_ptr<Core> core) : core_(std::move(core)) {}

  std::shared_ptr<const Reader> snapshot() const override { return make_snapshot(core_->latest()); }
  Result<std::unique_ptr<Transaction>> begin() override { return make_transaction(core_); }

  Result<ArticleSummary> article(std::string_view id) const override {
    return not_found("there is no article " + std::string(id));
  }
  Result<std::vector<ArticleSummary>> articles() const override { return std::vector<ArticleSummary>(); }
  Result<std::vector<Judgement>> judgements() const override { return std::vector<Judgement>(); }

  Result<std::vector<std::string>> check(bool) override {
    std::vector<std::string> faults;
    DOSSIER_RETURN_IF_ERROR(core_->kv().verify(faults));
    return faults;
  }
  std::string describe() const override {
    return "format " + std::string(kFormatVersion) + ", " + core_->kv().describe();
  }

 private:
  std::shared_ptr<Core> core_;
};

Result<std::shared_ptr<kv::KeyValueStore>> open_engine(const std::filesystem::path& path,
                                                       const StoreOptions& options) {
  if (path == ":memory:") return std::shared_ptr<kv::KeyValueStore>(kv::make_memory_store());
  kv::RocksDbOptions engine;
  engine.read_only = options.read_only;
  engine.create_if_missing = options.create_if_missing;
  engine.accept_loss = options.accept_loss;
  engine.memory = options.memory_budget / 2;  // the other half is for adjacency snapshots
  DOSSIER_ASSIGN_OR_RETURN(std::unique_ptr<kv::KeyValueStore> opened, kv::open_rocksdb_store(path, engine));
  return std::shared_ptr<kv::KeyValueStore>(std::move(opened));
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& path, const StoreOptions& options) {
  DOSSIER_ASSIGN_OR_RETURN(std::shared_ptr<kv::KeyValueStore> engine, open_engine(path, options));
  DOSSIER_ASSIGN_OR_RETURN(std::shared_ptr<Core> core, Core::open(std::move(engine), options));
  return std::make_unique<StoreImpl>(std::move(core));
}

}  // namespace dossier::graph
