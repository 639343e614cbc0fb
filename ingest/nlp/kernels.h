// The arithmetic of the networks: three dense layers over packed weights, for the widest vectors that the
// machine has.
//
// Every result is the same, bit for bit, for any number of rows in a call, so for any batch and number of
// threads; and on every machine that multiplies and adds in one rounding (AVX2 with FMA, AVX-512). Older ones
// round twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dossier::ingest::nlp {

constexpr std::size_t kLanes = 16;  // outputs that lie side by side in packed weights
constexpr std::size_t kPieces = 3;  // of a maxout

/// Memory at a multiple of 64 bytes, as vectors like it.
class AlignedFloats {
 public:
  AlignedFloats() = default;
  explicit AlignedFloats(std::size_t size) { resize(size); }
  /// Zeros.
  void resize(std::size_t size) {
    storage_.assign(size + kLanes, 0.0F);
    size_ = size;
  }
  float* data() {
    const auto address = reinterpret_cast<std::uintptr_t>(storage_.data());
    return storage_.data() + (64 - address % 64) % 64 / sizeof(float);
  }
  const float* data() const { return const_cast<AlignedFloats*>(this)->data(); }
  std::size_t size() const { return size_; }

 private:
  std::vector<float> storage_;
  std::size_t size_ = 0;
};

/// Maxout over three pieces, then layer normalisation: what each layer of the encoder does to a token.
///
/// Inputs that have no weight but zeros in a whole group of outputs are left out of it, sixteen at a time: an encoder
/// may be trained with halves that read only themselves.
struct MaxoutLayer {
  struct Run {
    std::size_t begin = 0, end = 0;  // inputs
  };
  struct Group {
    std::vector<Run> runs;  // ascending
    std::size_t first_weight = 0;
  };
  std::size_t inputs = 0, outputs = 0;
  std::vector<Group> groups;  // of 16 outputs
  AlignedFloats weights;      // for each group, [inputs of its runs][piece][16]
  AlignedFloats bias;         // [outputs / 16][piece][16]
  AlignedFloats scale, shift;
};

/// `weights` is [outputs, 3, inputs], `bias` [outputs, 3]; outputs must be a multiple of 16.
MaxoutLayer make_maxout_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias, std::span<const float> scale,
                              std::span<const float> shift);

/// out[row] = norm(max over pieces of (W in[row] + b)) + residual[row], for `rows` rows.
///
/// Shape    row r reads `inputs` floats at in + r * in_stride, and writes `outputs` at out + r * outputs;
/// `residual`
///          is null or laid out as `out`. Neither may overlap `out`.
void apply_maxout(const MaxoutLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
                  const float* residual, float* out);

/// W x + b.
struct LinearLayer {
  std::size_t inputs = 0, outputs = 0, padded_outputs = 0;
  AlignedFloats weights;  // [padded_outputs / 16][inputs][16]
  AlignedFloats bias;     // [padded_outputs]
};

/// `weights` is [outputs, inputs]; `bias` [outputs], or empty for zeros.
LinearLayer make_linear_layer(std::size_t inputs, std::size_t outputs, std::span<const float> weights,
                              std::span<const float> bias);

/// Row r reads `inputs` floats at in + r * in_stride, and writes `padded_outputs` at out + r * out_stride.
void apply_linear(const LinearLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
                  float* out, std::size_t out_stride);

/// hidden[i] = max(a, b) where a and b are element i of the two halves of bias + the sum of `terms`.
///
/// Shape    each term points to 2 * `width` floats, as does `bias`; `hidden` takes `width`.
void sum_and_max(std::span<const float* const> terms, const float* bias, std::size_t width, float* hidden);

/// A maxout layer over three neighbouring rows, taken apart by neighbour: what a row adds to the sums of the row after it, of
/// its own and of the row before it depends on that row alone, and need be made once for all places where it stands.
struct WindowLayer {
  std::size_t width = 0;  // of a row, and of the outputs
  LinearLayer parts;      // width -> [as left, centre, right neighbour][width / 16][piece][16]
  AlignedFloats scale, shift;

  std::size_t part_size() const { return parts.padded_outputs; }
};

/// `weights` is [width, 3, 3 * width], left neighbour first, `bias` [width, 3]; `width` a multiple of 16.
WindowLayer make_window_layer(std::size_t width, std::span<const float> weights, std::span<const float> bias,
                              std::span<const float> scale, std::span<const float> shift);

/// out[row] = norm(max over pieces of the sum of what row - 1, row and row + 1 add) + residual[row].
///
/// Shape    parts[r] points to what apply_linear(layer.parts) makes of row r - 1, for r = 0 .. rows + 1; `residual` and
///          `out` as for apply_maxout.
void apply_window(const WindowLayer& layer, const float* const* parts, std::size_t rows,
                  const float* residual, float* out);

/// The first of the highest values of scores[i] + penalties[i]; -1 if that is minus infinity. `size` is a
/// multiple of 16.
int best_class(const float* scores, const float* penalties, std::size_t size);

/// Name of the instruction set in use.
const char* instruction_set();
/// Names of those that the machine has and this build knows, the best first.
std::vector<const char*> instruction_sets();
/// For tests and benchmarks: uses the named one from now on, in all threads; false if the machine does not
/// have it.
bool use_instruction_set(std::string_view name);

}  // namespace dossier::ingest::nlp
