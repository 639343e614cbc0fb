// Packing of weights; kernels_simd.cc does the arithmetic. Packed weights are the same for every instruction
// set.
#include "ingest/nlp/kernels.h"

#include <algorithm>

namespace dossier::ingest::nlp {
namespace {

// The inputs that a group of outputs reads; `weights` are those of its outputs, [16 * pieces, inputs].
std::vector<MaxoutLayer::Run> runs_of(std::span<const float> weights, std::size_t inputs) {
  std::vector<MaxoutLayer::Run> runs;
  for (std::size_t begin = 0; begin < inputs; begin += kLanes) {
    const std::size_t end = std::min(begin + kLanes, inputs);
    bool is_read = false;
    for (std::size_t row = 0; row < weights.size() && !is_read; row += inputs) {
      const auto part = weights.subspan(row + begin, end - begin);
      is_read = std::any_of(part.begin(), part.end(), [](float weight) { return weight != 0.0F; });
    }
    if (!is_read) continue;
    if (!runs.empty() && runs.back().end == begin) {
      runs.back().end = end;
    } else {
      runs.push_back({begin, end});
    }
  }
  return runs;
}

// Room for each group's weights, one after the other; returns how many there are.
std::size_t place_groups(std::span<const float> weights, MaxoutLayer& layer) {
  std::size_t placed = 0;
  const std::size_t size = kLanes * kPieces * layer.inputs;
  for (std::size_t g = 0; g < layer.outputs / kLanes; ++g) {
    MaxoutLayer::Group& group = layer.groups.emplace_back();
    group.runs = runs_of(weights.subspan(g * size, size), layer.inputs);
    group.first_weight = placed;
    for (const auto& run : group.runs) placed += (run.end - run.begin) * kPieces * kLanes;
  }
  return placed;
}

}  // namespace

MaxoutLayer make_maxout_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias, std::span<const float> scale,
                              std::span<const float> shift) {
  MaxoutLayer layer;
  layer.inputs = inputs;
  layer.outputs = outputs;
  layer.weights.resize(place_groups(weights, layer));
  layer.bias.resize(outputs * kPieces);
  layer.scale.resize(outputs);
  layer.shift.resize(outputs);
  std::copy(scale.begin(), scale.end(), layer.scale.data());
  std::copy(shift.begin(), shift.end(), layer.shift.data());
  for (std::size_t o = 0; o < outputs; ++o) {
    const std::size_t group = o / kLanes, lane = o % kLanes;
    for (std::size_t p = 0; p < kPieces; ++p) {
      layer.bias.data()[(group * kPieces + p) * kLanes + lane] = bias[o * kPieces + p];
      float* packed = layer.weights.data() + layer.groups[group].first_weight + p * kLanes + lane;
      for (const auto& run : layer.groups[group].runs) {
        for (std::size_t i = run.begin; i < run.end; ++i, packed += kPieces * kLanes)
          *packed = weights[(o * kPieces + p) * inputs + i];
      }
    }
  }
  return layer;
}

LinearLayer make_linear_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias) {
  LinearLayer layer;
  layer.inputs = inputs;
  layer.outputs = outputs;
  layer.padded_outputs = (outputs + kLanes - 1) / kLanes * kLanes;
  layer.weights.resize(layer.padded_outputs * inputs);
  layer.bias.resize(layer.padded_outputs);
  std::copy(bias.begin(), bias.end(), layer.bias.data());
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t i = 0; i < inputs; ++i) {
      layer.weights.data()[(o / kLanes * inputs + i) * kLanes + o % kLanes] = weights[o * inputs + i];
    }
  }
  return layer;
}

WindowLayer make_window_layer(std::size_t width, std::span<const float> weights, std::span<const float> bias,
                              std::span<const float> scale, std::span<const float> shift) {
  constexpr std::size_t kNeighbours = 3;
  WindowLayer layer;
  layer.width = width;
  const std::size_t size = width * kPieces;  // of what a row adds to one sum
  std::vector<float> rows(kNeighbours * size * width), row_bias(kNeighbours * size);
  for (std::size_t o = 0; o < width; ++o) {
    for (std::size_t p = 0; p < kPieces; ++p) {
      const std::size_t place = (o / kLanes * kPieces + p) * kLanes + o % kLanes;
      const auto from = weights.subspan((o * kPieces + p) * kNeighbours * width, kNeighbours * width);
      for (std::size_t n = 0; n < kNeighbours; ++n) {
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(n * width), width,
                    rows.begin() + static_cast<std::ptrdiff_t>((n * size + place) * width));
      }
      row_bias[size + place] = bias[o * kPieces + p];  // once: with the centre
    }
  }
  layer.parts = make_linear_layer(width, kNeighbours * size, rows, row_bias);
  layer.scale.resize(width);
  layer.shift.resize(width);
  std::copy(scale.begin(), scale.end(), layer.scale.data());
  std::copy(shift.begin(), shift.end(), layer.shift.data());
  return layer;
}

}  // namespace dossier::ingest::nlp
