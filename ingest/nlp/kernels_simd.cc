// One source for all instruction sets: Highway compiles it once for each, and picks at run time.
//
// Maxout keeps a tile of rows and one group of 16 outputs, all three pieces, in registers: the products of a
// window never reach memory, only their maxima do, and those are normalised while they are warm. Each sum
// runs over the inputs in order, one lane an output, and each reduction over a row runs over 16 partial sums
// whatever the width of a vector, so that neither the tile nor the width changes a bit. Goto and van de
// Geijn, Anatomy of High-Performance Matrix Multiplication, ACM TOMS 34(3), 2008, tell why tiles in registers
// pay.
#include "ingest/nlp/kernels.h"

// SSE4 adds nothing here over SSSE3, nor AVX3_DL over AVX3. Without any of them, plain x86-64, vectors are
// emulated.
#define HWY_DISABLED_TARGETS (HWY_SSE4 | HWY_AVX3_DL)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ingest/nlp/kernels_simd.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <cmath>
#include <limits>

HWY_BEFORE_NAMESPACE();
namespace dossier::ingest::nlp {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, kLanes>;
using Vector = hn::Vec<Floats>;
constexpr Floats kFloats;
constexpr std::size_t kWidth = hn::MaxLanes(Floats());  // floats in a vector
constexpr std::size_t kVectors = kLanes / kWidth;       // vectors in a group of 16
constexpr std::size_t kRegisters = kWidth == kLanes ? 32 : 16;
constexpr std::size_t kMaxoutRows = kRegisters == 32 ? 9 : 4;  // of a tile; 3 registers a row
constexpr std::size_t kLinearGroups = kRegisters == 32 ? 4 : 1;
constexpr std::size_t kLinearRows = kRegisters == 32 ? 6 : kVectors <= 4 ? 12 / kVectors : 1;
constexpr std::size_t kMostOutputs = 1024;
constexpr float kVarianceFloor = 1e-8F;

// Sum of 16 partial sums, always in the same order.
HWY_INLINE float total(const float* partial) {
  float sums[kLanes];
  for (std::size_t i = 0; i < kLanes; ++i) sums[i] = partial[i];
  for (std::size_t half = kLanes / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) sums[i] += sums[i + half];
  }
  return sums[0];
}

HWY_INLINE void normalise(const float* HWY_RESTRICT z, std::size_t n, const float* HWY_RESTRICT scale,
                          const float* HWY_RESTRICT shift, const float* residual, float* HWY_RESTRICT out) {
  HWY_ALIGN float partial[kLanes];
  for (std::size_t part = 0; part < kLanes; part += kWidth) {
    Vector sum = hn::Zero(kFloats);
    for (std::size_t i = part; i < n; i += kLanes) sum = hn::Add(sum, hn::Load(kFloats, z + i));
    hn::Store(sum, kFloats, partial + part);
  }
  const float mean = total(partial) / static_cast<float>(n);
  const Vector centre = hn::Set(kFloats, mean);
  for (std::size_t part = 0; part < kLanes; part += kWidth) {
    Vector sum = hn::Zero(kFloats);
    for (std::size_t i = part; i < n; i += kLanes) {
      const Vector difference = hn::Sub(hn::Load(kFloats, z + i), centre);
      sum = hn::MulAdd(difference, difference, sum);
    }
    hn::Store(sum, kFloats, partial + part);
  }
  const Vector inverse =
      hn::Set(kFloats, 1.0F / std::sqrt(total(partial) / static_cast<float>(n) + kVarianceFloor));
  for (std::size_t i = 0; i < n; i += kWidth) {
    const Vector unit = hn::Mul(hn::Sub(hn::Load(kFloats, z + i), centre), inverse);
    Vector value = hn::MulAdd(unit, hn::Load(kFloats, scale + i), hn::Load(kFloats, shift + i));
    if (residual != nullptr) value = hn::Add(value, hn::LoadU(kFloats, residual + i));
    hn::StoreU(value, kFloats, out + i);
  }
}

// `Rows` rows, one vector of outputs of one group: the greatest of the three pieces, to z[row * stride].
template <std::size_t Rows>
HWY_INLINE void maxout_tile(const float* HWY_RESTRICT weights, const float* HWY_RESTRICT bias,
                            const std::vector<MaxoutLayer::Run>& runs, const float* HWY_RESTRICT in,
                            std::size_t in_stride, float* HWY_RESTRICT z, std::size_t stride) {
  Vector sums[Rows][kPieces];
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t p = 0; p < kPieces; ++p) sums[r][p] = hn::Load(kFloats, bias + p * kLanes);
  }
  for (const MaxoutLayer::Run& run : runs) {
    for (std::size_t i = run.begin; i < run.end; ++i, weights += kPieces * kLanes) {
      const Vector w0 = hn::Load(kFloats, weights);
      const Vector w1 = hn::Load(kFloats, weights + kLanes);
      const Vector w2 = hn::Load(kFloats, weights + 2 * kLanes);
#pragma GCC unroll 16
      for (std::size_t r = 0; r < Rows; ++r) {
        const Vector x = hn::Set(kFloats, in[r * in_stride + i]);
        sums[r][0] = hn::MulAdd(x, w0, sums[r][0]);
        sums[r][1] = hn::MulAdd(x, w1, sums[r][1]);
        sums[r][2] = hn::MulAdd(x, w2, sums[r][2]);
      }
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    hn::Store(hn::Max(hn::Max(sums[r][0], sums[r][1]), sums[r][2]), kFloats, z + r * stride);
  }
}

template <std::size_t Rows>
void maxout_rows(const MaxoutLayer& layer, const float* in, std::size_t in_stride, const float* residual,
                 float* out) {
  HWY_ALIGN float z[Rows * kMostOutputs];
  const std::size_t n = layer.outputs;
  for (std::size_t g = 0; g < n / kLanes; ++g) {
    const float* weights = layer.weights.data() + layer.groups[g].first_weight;
    const float* bias = layer.bias.data() + g * kPieces * kLanes;
    for (std::size_t part = 0; part < kLanes; part += kWidth) {
      maxout_tile<Rows>(weights + part, bias + part, layer.groups[g].runs, in, in_stride,
                        z + g * kLanes + part, n);
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    normalise(z + r * n, n, layer.scale.data(), layer.shift.data(),
              residual == nullptr ? nullptr : residual + r * n, out + r * n);
  }
}

void maxout(const MaxoutLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
            const float* residual, float* out) {
  std::size_t r = 0;
  const auto at = [&](auto run, std::size_t count) {
    run(layer, in + r * in_stride, in_stride, residual == nullptr ? nullptr : residual + r * layer.outputs,
        out + r * layer.outputs);
    r += count;
  };
  while (r + kMaxoutRows <= rows) at(maxout_rows<kMaxoutRows>, kMaxoutRows);
  while (r + 3 <= rows) at(maxout_rows<3>, 3);
  while (r < rows) at(maxout_rows<1>, 1);
}

void window(const WindowLayer& layer, const float* const* parts, std::size_t rows, const float* residual,
            float* out) {
  HWY_ALIGN float z[kMostOutputs];
  const std::size_t n = layer.width, size = n * kPieces;
  for (std::size_t r = 0; r < rows; ++r) {
    const float* HWY_RESTRICT left = parts[r];
    const float* HWY_RESTRICT centre = parts[r + 1] + size;
    const float* HWY_RESTRICT right = parts[r + 2] + 2 * size;
    for (std::size_t g = 0; g < n; g += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; lane += kWidth) {
        Vector most;
        for (std::size_t p = 0; p < kPieces; ++p) {
          const std::size_t i = g * kPieces + p * kLanes + lane;
          const Vector sum = hn::Add(hn::Add(hn::LoadU(kFloats, left + i), hn::LoadU(kFloats, centre + i)),
                                     hn::LoadU(kFloats, right + i));
          most = p == 0 ? sum : hn::Max(most, sum);
        }
        hn::Store(most, kFloats, z + g + lane);
      }
    }
    normalise(z, n, layer.scale.data(), layer.shift.data(), residual == nullptr ? nullptr : residual + r * n,
              out + r * n);
  }
}

// `Rows` rows, `Groups` groups of 16 outputs.
template <std::size_t Rows, std::size_t Groups>
HWY_INLINE void linear_tile(const LinearLayer& layer, std::size_t group, const float* HWY_RESTRICT in,
                            std::size_t in_stride, float* HWY_RESTRICT out, std::size_t out_stride) {
  constexpr std::size_t kColumns = Groups * kVectors;
  const float* HWY_RESTRICT weights = layer.weights.data() + group * layer.inputs * kLanes;
  const float* HWY_RESTRICT bias = layer.bias.data() + group * kLanes;
  const std::size_t group_size = layer.inputs * kLanes;
  Vector sums[Rows][kColumns];
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t c = 0; c < kColumns; ++c) sums[r][c] = hn::Load(kFloats, bias + c * kWidth);
  }
  for (std::size_t i = 0; i < layer.inputs; ++i) {
    Vector w[kColumns];
#pragma GCC unroll 4
    for (std::size_t c = 0; c < kColumns; ++c) {
      w[c] = hn::Load(kFloats, weights + c / kVectors * group_size + i * kLanes + c % kVectors * kWidth);
    }
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const Vector x = hn::Set(kFloats, in[r * in_stride + i]);
#pragma GCC unroll 4
      for (std::size_t c = 0; c < kColumns; ++c) sums[r][c] = hn::MulAdd(x, w[c], sums[r][c]);
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t c = 0; c < kColumns; ++c) {
      hn::StoreU(sums[r][c], kFloats, out + r * out_stride + (group * kLanes + c * kWidth));
    }
  }
}

template <std::size_t Groups>
void linear_groups(const LinearLayer& layer, std::size_t group, const float* in, std::size_t in_stride,
                   std::size_t rows, float* out, std::size_t out_stride) {
  std::size_t r = 0;
  for (; r + kLinearRows <= rows; r += kLinearRows) {
    linear_tile<kLinearRows, Groups>(layer, group, in + r * in_stride, in_stride, out + r * out_stride,
                                     out_stride);
  }
  for (; r + 2 <= rows; r += 2) {
    linear_tile<2, Groups>(layer, group, in + r * in_stride, in_stride, out + r * out_stride, out_stride);
  }
  for (; r < rows; ++r) {
    linear_tile<1, Groups>(layer, group, in + r * in_stride, in_stride, out + r * out_stride, out_stride);
  }
}

void linear(const LinearLayer& layer, const float* in, std::size_t in_stride, std::size_t rows, float* out,
            std::size_t out_stride) {
  const std::size_t groups = layer.padded_outputs / kLanes;
  std::size_t g = 0;
  for (; g + kLinearGroups <= groups; g += kLinearGroups) {
    linear_groups<kLinearGroups>(layer, g, in, in_stride, rows, out, out_stride);
  }
  for (; g < groups; ++g) linear_groups<1>(layer, g, in, in_stride, rows, out, out_stride);
}

void sums_and_max(const float* const* terms, std::size_t count, const float* bias, std::size_t width,
                  float* hidden) {
  for (std::size_t i = 0; i < width; i += kWidth) {
    Vector a = hn::LoadU(kFloats, terms[0] + i), b = hn::LoadU(kFloats, terms[0] + width + i);
    for (std::size_t t = 1; t < count; ++t) {
      a = hn::Add(a, hn::LoadU(kFloats, terms[t] + i));
      b = hn::Add(b, hn::LoadU(kFloats, terms[t] + width + i));
    }
    a = hn::Add(a, hn::Load(kFloats, bias + i));
    b = hn::Add(b, hn::Load(kFloats, bias + width + i));
    hn::StoreU(hn::Max(a, b), kFloats, hidden + i);
  }
}

int best(const float* scores, const float* penalties, std::size_t size) {
  Vector highest = hn::Set(kFloats, -std::numeric_limits<float>::infinity());
  for (std::size_t i = 0; i < size; i += kWidth) {
    highest = hn::Max(highest, hn::Add(hn::LoadU(kFloats, scores + i), hn::LoadU(kFloats, penalties + i)));
  }
  const float most = hn::GetLane(hn::MaxOfLanes(kFloats, highest));
  if (!(most > -std::numeric_limits<float>::infinity())) return -1;
  const Vector wanted = hn::Set(kFloats, most);
  for (std::size_t i = 0; i < size; i += kWidth) {
    const Vector value = hn::Add(hn::LoadU(kFloats, scores + i), hn::LoadU(kFloats, penalties + i));
    const std::intptr_t lane = hn::FindFirstTrue(kFloats, hn::Eq(value, wanted));
    if (lane >= 0) return static_cast<int>(i) + static_cast<int>(lane);
  }
  return -1;
}

}  // namespace HWY_NAMESPACE
}  // namespace dossier::ingest::nlp
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace dossier::ingest::nlp {

HWY_EXPORT(maxout);
HWY_EXPORT(window);
HWY_EXPORT(linear);
HWY_EXPORT(sums_and_max);
HWY_EXPORT(best);

void apply_maxout(const MaxoutLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
                  const float* residual, float* out) {
  HWY_DYNAMIC_DISPATCH(maxout)(layer, in, in_stride, rows, residual, out);
}

void apply_window(const WindowLayer& layer, const float* const* parts, std::size_t rows,
                  const float* residual, float* out) {
  HWY_DYNAMIC_DISPATCH(window)(layer, parts, rows, residual, out);
}

void apply_linear(const LinearLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
                  float* out, std::size_t out_stride) {
  HWY_DYNAMIC_DISPATCH(linear)(layer, in, in_stride, rows, out, out_stride);
}

void sum_and_max(std::span<const float* const> terms, const float* bias, std::size_t width, float* hidden) {
  HWY_DYNAMIC_DISPATCH(sums_and_max)(terms.data(), terms.size(), bias, width, hidden);
}

int best_class(const float* scores, const float* penalties, std::size_t size) {
  return HWY_DYNAMIC_DISPATCH(best)(scores, penalties, size);
}

std::vector<const char*> instruction_sets() {
  std::vector<const char*> names;
  hwy::SetSupportedTargetsForTest(0);
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets())
    names.push_back(hwy::TargetName(target));
  return names;
}

const char* instruction_set() {
  const std::int64_t targets = hwy::SupportedTargets() & HWY_TARGETS;
  return hwy::TargetName(targets & -targets);
}

bool use_instruction_set(std::string_view name) {
  hwy::SetSupportedTargetsForTest(0);
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    if (name != hwy::TargetName(target)) continue;
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    return true;
  }
  return false;
}

}  // namespace dossier::ingest::nlp
#endif
