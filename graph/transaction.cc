#include "dossier/status_macros.h"
#include "graph/articles/article_codec.h"
#include "graph/articles/article_writer.h"
#include "graph/core.h"
#include "graph/writer.h"

namespace dossier::graph {
namespace {

Properties sorted(Properties properties) {
  Properties result;
  result.reserve(properties.size());
  for (auto& [key, value] : properties) set_property(result, key, value);
  return result;
}

class TransactionImpl : public ReaderOver<Transaction> {
 public:
  TransactionImpl(std::shared_ptr<Core> core, std::shared_ptr<const Commit> base,
                  std::unique_ptr<Writer> writer)
      : core_(std::move(core)), base_(std::move(base)), writer_(std::move(writer)), articles_(*writer_) {}
  ~TransactionImpl() override { rollback(); }

  LabelId label(std::string_view name) override { return writer_->label(name); }
  TypeId type(std::string_view name) override { return writer_->type(name); }
  KeyId key(std::string_view name) override { return writer_->key(name); }

  Result<NodeId> create_node(std::vector<LabelId> labels, Properties properties) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    StoredNode node{{std::move(labels), sorted(std::move(properties))}, {}};
    node.author.by_person = true;
    return writer_->create_node(std::move(node));
  }

  Result<RelationshipId> create_relationship(NodeId start, TypeId type, NodeId end,
                                             Properties properties) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    StoredRelationship relationship;
    relationship.record = {start, end, type, sorted(std::move(properties))};
    relationship.author.by_person = true;
    return writer_->create_relationship(std::move(relationship));
  }

  Status set_property(NodeId id, KeyId key, Value value) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    DOSSIER_ASSIGN_OR_RETURN(const StoredNode before, writer_->graph().stored_node(id));
    StoredNode after = before;
    bool changed = graph::set_property(after.record.properties, key, value);
    changed |= before.author.by_article && insert_sorted(after.author.keys, key);
    if (!changed) return {};
    DOSSIER_RETURN_IF_ERROR(writer_->replace_node(id, before, after));
    return before.author.by_article && key_name(key) == "name" ? articles_.rename_claims(id) : Status();
  }

  Status set_property(RelationshipId id, KeyId key, Value value) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    DOSSIER_ASSIGN_OR_RETURN(StoredRelationship relationship, writer_->graph().stored_relationship(id));
    bool changed = graph::set_property(relationship.record.properties, key, value);
    changed |= relationship.author.by_article && insert_sorted(relationship.author.keys, key);
    return changed ? writer_->replace_relationship(id, relationship) : Status();
  }

  Status add_label(NodeId id, LabelId label) override {
    return change_label(id, label,
                        [label](std::vector<LabelId>& labels) { return insert_sorted(labels, label); });
  }
  Status remove_label(NodeId id, LabelId label) override {
    return change_label(id, label,
                        [label](std::vector<LabelId>& labels) { return erase_sorted(labels, label); });
  }

  Status delete_relationship(RelationshipId id) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    DOSSIER_RETURN_IF_ERROR(articles_.forget_relationship(id));
    return writer_->remove_relationship(id);
  }
  Status delete_node(NodeId id) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    DOSSIER_ASSIGN_OR_RETURN(const StoredNode node, writer_->graph().stored_node(id));
    DOSSIER_ASSIGN_OR_RETURN(const bool connected, writer_->has_relationships(id));
    if (node.author.by_article && !connected) DOSSIER_RETURN_IF_ERROR(articles_.forget_node(id));
    return writer_->remove_node(id);
  }
  bool is_deleted(NodeId id) const override { return writer_->is_deleted(kv::Table::kNode, raw(id)); }
  bool is_deleted(RelationshipId id) const override { return writer_->is_deleted(kv::Table::kRel, raw(id)); }

  Status create_index(KeyId key) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    return writer_->create_index(key);
  }
  Status drop_index(KeyId key) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    return writer_->drop_index(key);
  }

  Result<ArticleId> put_article(const ArticleRecord& article) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    return articles_.put(article);
  }
  Status retract_article(std::string_view id) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    return articles_.retract(id);
  }

  // A rule never overrides a person.
  Status put_judgement(const Judgement& judgement) override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    const std::string key = judgement_key(judgement.left, judgement.right);
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                             writer_->graph().view().get(kv::Table::kJudgement, key));
    if (bytes && judgement.by != "person") {
      DOSSIER_ASSIGN_OR_RETURN(const Judgement before, decode_judgement(*bytes));
      if (before.by == "person") return {};
    }
    writer_->put(kv::Table::kJudgement, key, encode_judgement(judgement));
    return {};
  }

  // What is read afterwards is the state that the commit made.
  Status commit() override {
    DOSSIER_RETURN_IF_ERROR(require_open());
    const std::vector<kv::Write> writes = writer_->take_writes(core_->dictionary());
    Status status = writes.empty() ? Status() : core_->commit(*base_, writes);
    finish(core_->latest());
    return status;
  }

  void rollback() override {
    if (open_) finish(base_);
  }

 protected:
  const GraphView& graph() const override { return finished_ ? *finished_ : writer_->graph(); }

 private:
  template <typename Change>
  Status change_label(NodeId id, LabelId label, const Change& change) {
    DOSSIER_RETURN_IF_ERROR(require_open());
    DOSSIER_ASSIGN_OR_RETURN(const StoredNode before, writer_->graph().stored_node(id));
    StoredNode after = before;
    if (!change(after.record.labels)) return {};
    if (before.author.by_article) insert_sorted(after.author.labels, label);
    return writer_->replace_node(id, before, after);
  }

  Status require_open() const { return open_ ? Status() : invalid_argument("the transaction is over"); }

  // Names that views were given out of stay alive with the writer.
  void finish(std::shared_ptr<const Commit> state) {
    finished_.emplace(std::move(state), nullptr, nullptr);
    open_ = false;
    core_->end_turn();
  }

  std::shared_ptr<Core> core_;
  std::shared_ptr<const Commit> base_;
  std::unique_ptr<Writer> writer_;
  ArticleWriter articles_;
  std::optional<GraphView> finished_;
  bool open_ = true;
};

}  // namespace

Result<std::unique_ptr<Transaction>> make_transaction(std::shared_ptr<Core> core) {
  if (core->options().read_only) return invalid_argument("the store was opened for reading only");
  core->take_turn();
  if (Status failure = core->write_failure(); !failure.ok()) {
    core->end_turn();
    return failure.with_context("an earlier write failed; open the store again");
  }
  const std::shared_ptr<const Commit> base = core->latest();
  auto writer = std::make_unique<Writer>(*core);
  return std::make_unique<TransactionImpl>(std::move(core), base, std::move(writer));
}

}  // namespace dossier::graph
