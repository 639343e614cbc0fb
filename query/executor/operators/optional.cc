// OPTIONAL MATCH: the rows that the inner plan makes of a row, or the row itself with nulls. An inner plan that streams
// is run once for a whole batch, whose rows carry numbers: where a number is missing in what it gives, nothing matched.
#include "dossier/status_macros.h"
#include "query/executor/operators/operators.h"

namespace dossier::query {
namespace {

class OptionalOperator : public Operator {
 public:
  OptionalOperator(ExecutionContext& context, const LogicalPlan& plan, const planner::Optional& optional,
                   OperatorPtr input, InnerPlan inner)
      : Operator(context, plan),
        optional_(optional),
        input_(std::move(input)),
        inner_(std::move(inner)),
        rows_(context.width()),
        matches_(context.width()) {}

  void reset() override {
    input_->reset();
    rows_.clear(), matches_.clear();
    current_ = ended_ = match_ = 0;
    active_ = false;
  }

 protected:
  Result<bool> produce(Batch& out) override {
    while (!out.full()) {
      if (match_ < matches_.size()) {
        give_match(out);
      } else if (active_) {
        DOSSIER_ASSIGN_OR_RETURN(active_, inner_.root->next(matches_));
        match_ = 0;
        if (!active_) ended_ = inner_.streams ? rows_.size() : current_ + 1;
      } else if (current_ < ended_) {
        pass_current(out);
      } else {
        DOSSIER_ASSIGN_OR_RETURN(const bool more, start());
        if (!more) return !out.empty();
      }
    }
    return true;
  }

 private:
  // The inner plan for the next row, or for all rows of the next batch.
  Result<bool> start() {
    if (current_ == rows_.size()) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, input_->next(rows_));
      current_ = ended_ = 0;
      if (!more) return rows_.clear(), false;
    }
    if (inner_.streams)
      inner_.start(rows_, optional_.number);
    else
      inner_.start(rows_.row(current_));
    active_ = true, found_ = false;
    return true;
  }

  // The match, or, for a row before it that has none, that row.
  void give_match(Batch& out) {
    const RowView match = matches_.row(match_);
    const auto row =
        inner_.streams
            ? static_cast<std::size_t>(match[static_cast<std::size_t>(optional_.number)].as_integer())
            : current_;
    if (current_ < row) return pass_current(out);
    found_ = true;
    out.append_by_swap(match);
    ++match_;
  }

  void pass_current(Batch& out) {
    if (!found_) {
      const RowView row = rows_.row(current_);
      for (const planner::Slot slot : optional_.nulls) row[static_cast<std::size_t>(slot)] = graph::Value();
      out.append(row);
    }
    found_ = false;
    ++current_;
  }

  const planner::Optional& optional_;
  OperatorPtr input_;
  InnerPlan inner_;
  Batch rows_, matches_;
  std::size_t current_ = 0;  // the row whose matches are being given
  std::size_t ended_ = 0;    // the inner plan has given all for the rows before it
  std::size_t match_ = 0;
  bool active_ = false, found_ = false;
};

}  // namespace

OperatorPtr make_optional(ExecutionContext& context, const LogicalPlan& plan,
                          const planner::Optional& optional, OperatorPtr input, InnerPlan inner) {
  return std::make_unique<OptionalOperator>(context, plan, optional, std::move(input), std::move(inner));
}

}  // namespace dossier::query
