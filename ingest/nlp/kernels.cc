// Packing of weights; kernels_simd.cc does the arithmetic. Packed weights are the same for every instruction
// set.
#include "ingest/nlp/kernels.h"

#include <algorithm>

namespace dossier::ingest::nlp {
MaxoutLayer make_maxout_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias, std::span<const float> scale,
                              std::span<const float> shift) {
  MaxoutLayer layer;
  layer.inputs = inputs;
  layer.outputs = outputs;
  layer.weights.resize(outputs * kPieces * inputs);
  layer.bias.resize(outputs * kPieces);
  layer.scale.resize(outputs);
  layer.shift.resize(outputs);
  std::copy(scale.begin(), scale.end(), layer.scale.data());
  std::copy(shift.begin(), shift.end(), layer.shift.data());
  for (std::size_t o = 0; o < outputs; ++o) {
    const std::size_t group = o / kLanes, lane = o % kLanes;
    for (std::size_t p = 0; p < kPieces; ++p) {
      layer.bias.data()[(group * kPieces + p) * kLanes + lane] = bias[o * kPieces + p];
      for (std::size_t i = 0; i < inputs; ++i) {
        layer.weights.data()[((group * inputs + i) * kPieces + p) * kLanes + lane] =
            weights[(o * kPieces + p) * inputs + i];
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

}  // namespace dossier::ingest::nlp
