#include "ingest/nlp/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::ingest::nlp {
namespace {

constexpr float kVarianceFloor = 1e-8F;

void normalise(const float* z, const MaxoutLayer& layer, const float* residual, float* out) {
  const std::size_t n = layer.outputs;
  float mean = 0;
  for (std::size_t i = 0; i < n; ++i) mean += z[i];
  mean /= static_cast<float>(n);
  float variance = 0;
  for (std::size_t i = 0; i < n; ++i) variance += (z[i] - mean) * (z[i] - mean);
  variance = variance / static_cast<float>(n) + kVarianceFloor;
  const float inverse = 1.0F / std::sqrt(variance);
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = (z[i] - mean) * inverse * layer.scale.data()[i] + layer.shift.data()[i];
    if (residual != nullptr) out[i] += residual[i];
  }
}

}  // namespace

MaxoutLayer make_maxout_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias, std::span<const float> scale, std::span<const float> shift) {
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

void apply_maxout(const MaxoutLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
                  const float* residual, float* out) {
  constexpr std::size_t kWidth = kPieces * kLanes;
  std::vector<float> z(layer.outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* x = in + r * in_stride;
    for (std::size_t g = 0; g < layer.outputs / kLanes; ++g) {
      std::array<float, kWidth> sum;
      std::copy_n(layer.bias.data() + g * kWidth, kWidth, sum.begin());
      const float* w = layer.weights.data() + g * layer.inputs * kWidth;
      for (std::size_t i = 0; i < layer.inputs; ++i, w += kWidth) {
        for (std::size_t j = 0; j < kWidth; ++j) sum[j] += x[i] * w[j];
      }
      for (std::size_t j = 0; j < kLanes; ++j) {
        z[g * kLanes + j] = std::max({sum[j], sum[j + kLanes], sum[j + 2 * kLanes]});
      }
    }
    normalise(z.data(), layer, residual == nullptr ? nullptr : residual + r * layer.outputs, out + r * layer.outputs);
  }
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

void apply_linear(const LinearLayer& layer, const float* in, std::size_t in_stride, std::size_t rows, float* out,
                  std::size_t out_stride) {
  for (std::size_t r = 0; r < rows; ++r) {
    const float* x = in + r * in_stride;
    for (std::size_t g = 0; g < layer.padded_outputs / kLanes; ++g) {
      std::array<float, kLanes> sum;
      std::copy_n(layer.bias.data() + g * kLanes, kLanes, sum.begin());
      const float* w = layer.weights.data() + g * layer.inputs * kLanes;
      for (std::size_t i = 0; i < layer.inputs; ++i, w += kLanes) {
        for (std::size_t j = 0; j < kLanes; ++j) sum[j] += x[i] * w[j];
      }
      std::copy(sum.begin(), sum.end(), out + r * out_stride + g * kLanes);
    }
  }
}

void sum_and_max(std::span<const float* const> terms, const float* bias, std::size_t width, float* hidden) {
  for (std::size_t i = 0; i < width; ++i) {
    float a = 0, b = 0;
    for (const float* term : terms) {
      a += term[i];
      b += term[width + i];
    }
    hidden[i] = std::max(a + bias[i], b + bias[width + i]);
  }
}

const char* instruction_set() { return "portable"; }

}  // namespace dossier::ingest::nlp
