// spaCy's TransitionBasedParser.v2 with two pieces and an upper layer:
//
//     u         = Wp h + bp                                        for each token
//     table[f]  = W[f] u                                           for each token and place f of a state
//     hidden    = max over the two pieces of (b + sum over f of table[f][token in place f])
//     scores    = Wu hidden + bu
//
// The file has W as [feature][hidden][piece][input]; here the two pieces of a feature lie apart, so that the
// maximum is one over vectors.
#include "ingest/nlp/transition_scorer.h"

#include <algorithm>
#include <array>

#include "dossier/status_macros.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kPiecesHere = 2, kMostFeatures = 16;

// [..][hidden][piece][n] -> [..][piece][hidden][n]
std::vector<float> pieces_apart(const std::vector<float>& from, std::size_t hidden, std::size_t n) {
  std::vector<float> to(from.size());
  const std::size_t block = hidden * kPiecesHere * n;
  for (std::size_t at = 0; at < from.size(); at += block) {
    for (std::size_t h = 0; h < hidden; ++h) {
      for (std::size_t p = 0; p < kPiecesHere; ++p) {
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(at + (h * kPiecesHere + p) * n), n,
                    to.begin() + static_cast<std::ptrdiff_t>(at + (p * hidden + h) * n));
      }
    }
  }
  return to;
}

AlignedFloats aligned(const std::vector<float>& values) {
  AlignedFloats copy(values.size());
  std::copy(values.begin(), values.end(), copy.data());
  return copy;
}

void grow(AlignedFloats& floats, std::size_t size) {
  if (floats.size() < size) floats.resize(size);
}

}  // namespace

Result<TransitionScorer> TransitionScorer::load(const WeightsFile& file, const std::string& prefix,
                                                const TransitionShape& shape, std::size_t token_width) {
  TransitionScorer scorer;
  scorer.shape_ = shape;
  const std::size_t hidden = shape.hidden, features = shape.features;
  DOSSIER_ASSIGN_OR_RETURN(const auto projection, file.floats(prefix + ".proj.W", {hidden, token_width}));
  DOSSIER_ASSIGN_OR_RETURN(const auto projection_bias, file.floats(prefix + ".proj.b", {hidden}));
  scorer.projection_ = make_linear_layer(token_width, hidden, projection, projection_bias);
  DOSSIER_ASSIGN_OR_RETURN(const auto lower,
                           file.floats(prefix + ".lower.W", {features, hidden, kPiecesHere, hidden}));
  DOSSIER_ASSIGN_OR_RETURN(const auto bias, file.floats(prefix + ".lower.b", {hidden, kPiecesHere}));
  DOSSIER_ASSIGN_OR_RETURN(const auto absent,
                           file.floats(prefix + ".lower.pad", {features, hidden, kPiecesHere}));
  scorer.lower_ =
      make_linear_layer(hidden, features * kPiecesHere * hidden, pieces_apart(lower, hidden, hidden), {});
  scorer.absent_ = aligned(pieces_apart(absent, hidden, 1));
  scorer.bias_ = aligned(pieces_apart(bias, hidden, 1));
  DOSSIER_ASSIGN_OR_RETURN(const auto upper, file.floats(prefix + ".upper.W", {shape.classes, hidden}));
  DOSSIER_ASSIGN_OR_RETURN(const auto upper_bias, file.floats(prefix + ".upper.b", {shape.classes}));
  scorer.upper_ = make_linear_layer(hidden, shape.classes, upper, upper_bias);
  return scorer;
}

void TransitionScorer::prepare(const float* tokens, std::size_t rows, Workspace& workspace) const {
  grow(workspace.projected, rows * projection_.padded_outputs);
  grow(workspace.table, rows * lower_.padded_outputs);
  apply_linear(projection_, tokens, projection_.inputs, rows, workspace.projected.data(),
               projection_.padded_outputs);
  apply_linear(lower_, workspace.projected.data(), projection_.padded_outputs, rows, workspace.table.data(),
               lower_.padded_outputs);
}

std::pair<std::span<const float>, std::span<const float>> TransitionScorer::of_row(
    std::size_t row, const Workspace& workspace) const {
  return {std::span(workspace.projected.data() + row * projection_.padded_outputs, shape_.hidden),
          std::span(workspace.table.data() + row * lower_.padded_outputs,
                    shape_.features * kPiecesHere * shape_.hidden)};
}

float* TransitionScorer::score(std::span<const std::int32_t> features, Workspace& workspace) const {
  const std::size_t states = features.size() / shape_.features;
  const std::size_t block = kPiecesHere * shape_.hidden;
  grow(workspace.hidden, states * shape_.hidden);
  grow(workspace.scores, states * upper_.padded_outputs);
  std::array<const float*, kMostFeatures> terms{};
  for (std::size_t s = 0; s < states; ++s) {
    for (std::size_t f = 0; f < shape_.features; ++f) {
      const std::int32_t token = features[s * shape_.features + f];
      const float* row =
          token < 0 ? absent_.data()
                    : workspace.table.data() + static_cast<std::size_t>(token) * lower_.padded_outputs;
      terms[f] = row + f * block;
    }
    sum_and_max(std::span(terms).first(shape_.features), bias_.data(), shape_.hidden,
                workspace.hidden.data() + s * shape_.hidden);
  }
  apply_linear(upper_, workspace.hidden.data(), shape_.hidden, states, workspace.scores.data(),
               upper_.padded_outputs);
  return workspace.scores.data();
}

}  // namespace dossier::ingest::nlp
