// Scores of every next action, for many states at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "dossier/result.h"
#include "ingest/nlp/architecture.h"
#include "ingest/nlp/kernels.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// A network over token vectors: what each token adds in each place of a state is computed once, and added up
/// for each state that has it there.
class TransitionScorer {
 public:
  /// What one thread keeps while it reads a batch.
  struct Workspace {
    AlignedFloats projected, table, hidden, scores;
  };

  static Result<TransitionScorer> load(const WeightsFile& file, const std::string& prefix,
                                       const TransitionShape& shape, std::size_t token_width);

  /// Fills the table for `rows` tokens whose vectors lie at `tokens`.
  void prepare(const float* tokens, std::size_t rows, Workspace& workspace) const;

  /// `features` holds `shape.features` rows of the table for each state, -1 where a state has no such token.
  /// Row s of the scores is at the result + s * score_stride().
  float* score(std::span<const std::int32_t> features, Workspace& workspace) const;
  /// What prepare() made of one row: its projection, and what it adds in each place of a state.
  std::pair<std::span<const float>, std::span<const float>> of_row(std::size_t row,
                                                                   const Workspace& workspace) const;
  std::size_t score_stride() const { return upper_.padded_outputs; }

 private:
  TransitionShape shape_;
  LinearLayer projection_, lower_, upper_;
  AlignedFloats absent_;  // [feature][piece][hidden]: what no token adds
  AlignedFloats bias_;    // [piece][hidden]
};

}  // namespace dossier::ingest::nlp
