// Rows joined with those of a plan of its own by equal keys: that plan's rows are taken in first and found by hash, each
// row then meets its matches in the order they were made. Left outer keeps rows without a match, with nulls; semi keeps rows
// with a match and anti those without, each once. Without keys everything matches: what the inner plan gives is made
// once, and not once a row. Keys are equal as openCypher's `=` has it, so null finds nothing. Threads that share a scan
// share the table: the first that needs it builds it, and all look rows up in it.
#include "dossier/status_macros.h"
#include "query/executor/join_table.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

using Kind = planner::HashJoin::Kind;

class HashJoinOperator : public Operator {
 public:
  HashJoinOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::HashJoin& join,
                   OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        join_(join),
        input_(std::move(input), context),
        inner_(std::move(inner)),
        is_shared_(context.join_tables != nullptr),
        table_(is_shared_ ? context.join_tables->of_operator(plan.id, join.keys.size())
                          : std::make_shared<JoinTable>(join.keys.size())) {
    for (const auto& [left, right] : join.keys) left_.push_back(left), right_.push_back(right);
  }
  ~HashJoinOperator() override { context_.release(charged_); }

  void reset() override {
    input_.reset();
    next_ = kNone;
    ready_ = active_ = false;
    if (is_shared_) return;
    table_ = std::make_shared<JoinTable>(join_.keys.size());
    context_.release(std::exchange(charged_, 0));
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if ((++ticks_ & 1023U) == 0) DOSSIER_RETURN_IF_ERROR(context_.check());
      if (!active_) {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, start_row());
        if (!more) return !out.empty();
      } else if (next_ != kNone) {
        give_match(out);
      } else {
        active_ = false;
        if (!found_ && join_.kind == Kind::kLeftOuter) give_nulls(out);
        if (found_ ? join_.kind == Kind::kSemi : join_.kind == Kind::kAnti) out.append(input_.row());
      }
    }
    return true;
  }

 private:
  static constexpr std::uint32_t kNone = JoinTable::kNone;

  bool gives_matches() const { return join_.kind == Kind::kInner || join_.kind == Kind::kLeftOuter; }

  Result<bool> start_row() {
    DOSSIER_ASSIGN_OR_RETURN(const bool more, input_.advance());
    if (!more) return false;
    if (!ready_) {  // only now: what comes before may write
      ready_ = true;
      DOSSIER_RETURN_IF_ERROR(make_ready());
    }
    // Nothing will match; but what writes must run to its end.
    const bool hopeless =
        table_->groups.size() == 0 && (join_.kind == Kind::kInner || join_.kind == Kind::kSemi);
    if (hopeless && context_.transaction == nullptr) return false;
    active_ = true;
    const std::optional<std::size_t> group = find_group();
    found_ = group && !gives_matches();
    next_ = group && gives_matches() ? table_->chains[*group].first : kNone;
    return true;
  }

  std::optional<std::size_t> find_group() {
    const RowView row = input_.row();
    const std::optional<std::size_t> group = table_->groups.find(row, left_);
    if (!group) return std::nullopt;
    // Grouping takes null for null and NaN for NaN; a match does not.
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (!graph::equals(table_->groups.key(*group, i), row[slot(left_[i])]).value_or(false))
        return std::nullopt;
    }
    return group;
  }

  Status make_ready() {
    const std::lock_guard lock(table_->mutex);
    if (table_->built) return table_->status;
    table_->built = true;
    table_->status = Status(StatusCode::kResourceExhausted, "out of memory");  // should that be thrown
    const std::size_t outer_batch = std::exchange(context_.batch_rows, ExecutionContext::kLargestBatch);
    table_->status = build();
    context_.batch_rows = outer_batch;
    return table_->status;
  }

  Status build() {
    inner_.start(RowView());
    Batch rows(context_.width());
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, inner_.root->next(rows));
      if (!more) return {};
      std::size_t bytes = 0;
      for (std::size_t i = 0; i < rows.size(); ++i) bytes += keep(rows.row(i));
      charged_ += bytes;
      DOSSIER_RETURN_IF_ERROR(context_.charge(bytes));
    }
  }

  // The bytes that it takes.
  std::size_t keep(RowView row) {
    const auto is_null = [&](planner::Slot key) { return row[slot(key)].is_null(); };
    if (std::any_of(right_.begin(), right_.end(), is_null)) return 0;
    JoinTable& table = *table_;
    const auto [group, is_new] = table.groups.find_or_add(row, right_);
    std::size_t bytes = 0;
    if (is_new) {
      bytes += 48;
      for (const planner::Slot key : right_) bytes += sizeof(graph::Value) + memory_of(row[slot(key)]);
    }
    if (!gives_matches()) return bytes;
    const auto number = static_cast<std::uint32_t>(table.links.size());
    table.links.push_back(kNone);
    if (is_new)
      table.chains.push_back({number, number});
    else
      table.links[table.chains[group].last] = number, table.chains[group].last = number;
    for (const planner::Slot kept : join_.payload) {
      bytes += sizeof(graph::Value) + memory_of(row[slot(kept)]);
      table.cells.push_back(row[slot(kept)]);
    }
    return bytes + sizeof(std::uint32_t);
  }

  void give_match(Batch& out) {
    const std::size_t number = std::exchange(next_, table_->links[next_]);
    const RowView row = out.append(input_.row());
    for (std::size_t i = 0; i < join_.payload.size(); ++i) {
      row[slot(join_.payload[i])] = table_->cells[number * join_.payload.size() + i];
    }
    if (shares_relationship(row))
      out.pop_back();
    else
      found_ = true;
  }

  bool shares_relationship(RowView row) const {
    return std::any_of(join_.distinct.begin(), join_.distinct.end(), [&](const auto& pair) {
      const graph::Value &one = row[slot(pair.first)], &list = row[slot(pair.second)];
      if (one.is_relationship()) return contains(list, one.as_relationship());
      if (!one.is_list()) return false;
      return std::any_of(one.as_list().begin(), one.as_list().end(),
                         [&](const graph::Value& item) { return contains(list, item.as_relationship()); });
    });
  }

  void give_nulls(Batch& out) {
    const RowView row = out.append(input_.row());
    for (const planner::Slot kept : join_.payload) row[slot(kept)] = graph::Value();
  }

  static std::size_t slot(planner::Slot s) { return static_cast<std::size_t>(s); }

  const planner::HashJoin& join_;
  RowInput input_;
  InnerPlan inner_;
  bool is_shared_;  // with other threads, whose work starts over many times
  std::shared_ptr<JoinTable> table_;
  std::vector<planner::Slot> left_, right_;
  std::uint32_t next_ = kNone;  // inner row
  std::size_t charged_ = 0;
  std::uint32_t ticks_ = 0;
  bool ready_ = false, active_ = false, found_ = false;
};

}  // namespace

OperatorPtr make_hash_join(ExecutionContext& context, const LogicalPlan& plan, const planner::HashJoin& join,
                           OperatorPtr input, InnerPlan inner) {
  return std::make_unique<HashJoinOperator>(context, plan, join, std::move(input), std::move(inner));
}

}  // namespace dossier::query
