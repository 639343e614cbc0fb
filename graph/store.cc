#include "dossier/graph/store.h"

#include "dossier/status_macros.h"
#include "graph/articles/article_codec.h"
#include "graph/bulk/bulk_import.h"
#include "graph/check/check.h"
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

  Result<std::unique_ptr<BulkImport>> begin_bulk_import() override { return make_bulk_import(core_); }

  Result<ArticleSummary> article(std::string_view id) const override {
    const View view(core_->latest(), nullptr);
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> node,
                             view.get(kv::Table::kArticle, article_id_key(id)));
    if (!node || node->size() != 8) return not_found("there is no article " + std::string(id));
    return summary(view, ArticleId{load_u64(node->data())});
  }

  Result<std::vector<ArticleSummary>> articles() const override {
    const View view(core_->latest(), nullptr);
    kv::Entries ids;
    DOSSIER_RETURN_IF_ERROR(view.read_prefix(kv::Table::kArticle, article_id_key(""), {}, ids));
    std::vector<ArticleSummary> all;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (ids.value(i).size() != 8) return corruption("the list of articles is damaged");
      auto found = summary(view, ArticleId{load_u64(ids.value(i).data())});
      if (found.ok())
        all.push_back(*std::move(found));
      else if (found.status().code() != StatusCode::kNotFound)
        return found.status();
    }
    return all;
  }

  Result<std::vector<Judgement>> judgements() const override {
    const View view(core_->latest(), nullptr);
    kv::Entries entries;
    DOSSIER_RETURN_IF_ERROR(view.read_prefix(kv::Table::kJudgement, {}, {}, entries));
    std::vector<Judgement> all;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      DOSSIER_ASSIGN_OR_RETURN(Judgement judgement, decode_judgement(entries.value(i)));
      all.push_back(std::move(judgement));
    }
    return all;
  }

  Result<std::vector<std::string>> check(bool repair) override { return check_store(*core_, repair); }
  std::string describe() const override {
    return "format " + std::string(kFormatVersion) + ", " + core_->kv().describe();
  }

 private:
  // NotFound for the node of an article that was retracted but that a person's relationship keeps.
  static Result<ArticleSummary> summary(const View& view, ArticleId article) {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                             view.get(kv::Table::kArticle, article_meta_key(article)));
    if (!bytes) return not_found("there is no article with node " + std::to_string(raw(article)));
    DOSSIER_ASSIGN_OR_RETURN(ArticleMeta meta, decode_meta(*bytes, article));
    return std::move(meta.summary);
  }

  std::shared_ptr<Core> core_;
};

Result<std::shared_ptr<kv::KeyValueStore>> open_engine(const std::filesystem::path& path,
                                                       const StoreOptions& options) {
  if (path == ":memory:") return std::shared_ptr<kv::KeyValueStore>(kv::make_memory_store());
  kv::RocksDbOptions engine;
  engine.read_only = options.read_only;
  engine.create_if_missing = options.create_if_missing;
  engine.accept_loss = options.accept_loss;
  engine.memory = memory_shares(options.memory_budget).engine;
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
