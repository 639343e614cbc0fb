#include "ingest/nlp/kernels.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "ingest/nlp/encoder.h"
#include "tests/ingest/nlp/weights_builder.h"

namespace dossier::ingest::nlp {
namespace {

std::vector<float> random_floats(std::size_t count, unsigned seed) {
  std::mt19937 generator(seed);
  std::uniform_real_distribution<float> uniform(-1, 1);
  std::vector<float> values(count);
  for (float& value : values) value = uniform(generator);
  return values;
}

// Back to what the machine chose when a test is over.
struct InstructionSet {
  explicit InstructionSet(std::string_view name) { CHECK(use_instruction_set(name)); }
  ~InstructionSet() { use_instruction_set(instruction_sets().front()); }
};

constexpr std::size_t kInputs = 96, kOutputs = 32;

MaxoutLayer sample_maxout() {
  return make_maxout_layer(kInputs, kOutputs, random_floats(kOutputs * 3 * kInputs, 1),
                           random_floats(kOutputs * 3, 2), random_floats(kOutputs, 3),
                           random_floats(kOutputs, 4));
}

// In double precision, as the definition reads.
std::vector<double> expected_maxout(const float* x, const float* residual) {
  const auto w = random_floats(kOutputs * 3 * kInputs, 1), b = random_floats(kOutputs * 3, 2);
  const auto scale = random_floats(kOutputs, 3), shift = random_floats(kOutputs, 4);
  std::vector<double> z(kOutputs, -1e30);
  for (std::size_t o = 0; o < kOutputs; ++o) {
    for (std::size_t p = 0; p < 3; ++p) {
      double sum = b[o * 3 + p];
      for (std::size_t i = 0; i < kInputs; ++i) sum += double{w[(o * 3 + p) * kInputs + i]} * x[i];
      z[o] = std::max(z[o], sum);
    }
  }
  double mean = 0, variance = 0;
  for (const double value : z) mean += value / kOutputs;
  for (const double value : z) variance += (value - mean) * (value - mean) / kOutputs;
  for (std::size_t o = 0; o < kOutputs; ++o) {
    z[o] = (z[o] - mean) / std::sqrt(variance + 1e-8) * scale[o] + shift[o] + residual[o];
  }
  return z;
}

std::vector<float> maxout_of(std::size_t rows) {
  const MaxoutLayer layer = sample_maxout();
  const auto in = random_floats(rows * kInputs, 5), residual = random_floats(rows * kOutputs, 6);
  std::vector<float> out(rows * kOutputs);
  apply_maxout(layer, in.data(), kInputs, rows, residual.data(), out.data());
  return out;
}

}  // namespace

TEST_CASE("maxout is the definition on every instruction set", "[ingest][kernels]") {
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    INFO(name);
    constexpr std::size_t kRows = 23;  // tiles of every size
    const auto in = random_floats(kRows * kInputs, 5), residual = random_floats(kRows * kOutputs, 6);
    const auto out = maxout_of(kRows);
    for (std::size_t r = 0; r < kRows; ++r) {
      const auto expected = expected_maxout(in.data() + r * kInputs, residual.data() + r * kOutputs);
      for (std::size_t o = 0; o < kOutputs; ++o)
        CHECK(out[r * kOutputs + o] == Approx(expected[o]).margin(2e-5));
    }
  }
}

TEST_CASE("inputs that a group of outputs does not read change nothing but the time", "[ingest][kernels]") {
  constexpr std::size_t kRows = 23;
  auto sparse = random_floats(kOutputs * 3 * kInputs, 1);
  for (std::size_t row = 0; row < 16 * 3;
       ++row) {  // the first group reads neither the first inputs nor the last
    std::fill_n(sparse.begin() + static_cast<std::ptrdiff_t>(row * kInputs), 32, 0.0F);
    std::fill_n(sparse.begin() + static_cast<std::ptrdiff_t>(row * kInputs + 80), 16, 0.0F);
  }
  // The same network, with weights too small to change a sum, so that nothing is left out.
  auto dense = sparse;
  for (float& weight : dense) weight = weight == 0.0F ? 1e-30F : weight;
  const auto in = random_floats(kRows * kInputs, 5);
  const auto run = [&](const std::vector<float>& weights) {
    const MaxoutLayer layer = make_maxout_layer(kInputs, kOutputs, weights, random_floats(kOutputs * 3, 2),
                                                random_floats(kOutputs, 3), random_floats(kOutputs, 4));
    std::vector<float> out(kRows * kOutputs);
    apply_maxout(layer, in.data(), kInputs, kRows, nullptr, out.data());
    return std::pair(layer.weights.size(), out);
  };
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    INFO(name);
    const auto [fewer, with_runs] = run(sparse);
    const auto [all, without] = run(dense);
    CHECK(fewer == all - 16 * 3 * 48);
    CHECK((with_runs == without));
  }
}

TEST_CASE("a row is the same bit for bit whatever stands beside it", "[ingest][kernels]") {
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    INFO(name);
    const MaxoutLayer layer = sample_maxout();
    constexpr std::size_t kRows = 23;
    const auto in = random_floats(kRows * kInputs, 5);
    std::vector<float> together(kRows * kOutputs), alone(kOutputs);
    apply_maxout(layer, in.data(), kInputs, kRows, nullptr, together.data());
    for (std::size_t r = 0; r < kRows; ++r) {
      apply_maxout(layer, in.data() + r * kInputs, kInputs, 1, nullptr, alone.data());
      CHECK(std::memcmp(alone.data(), together.data() + r * kOutputs, kOutputs * sizeof(float)) == 0);
    }
  }
}

TEST_CASE("sets that multiply and add in one rounding agree bit for bit", "[ingest][kernels]") {
  std::vector<std::vector<float>> results;
  for (const char* name : instruction_sets()) {
    if (std::string_view(name).substr(0, 3) != "AVX") continue;
    const InstructionSet use(name);
    results.push_back(maxout_of(23));
  }
  for (const auto& result : results) CHECK((result == results.front()));
}

namespace {

constexpr std::size_t kWindowWidth = 32, kWindowRows = 5;

// Rows with one of zeros before and after them, and what the window layer makes of them.
std::pair<std::vector<float>, std::vector<float>> windowed() {
  const WindowLayer layer = make_window_layer(
      kWindowWidth, random_floats(kWindowWidth * 3 * 3 * kWindowWidth, 1), random_floats(kWindowWidth * 3, 2),
      random_floats(kWindowWidth, 3), random_floats(kWindowWidth, 4));
  std::vector<float> rows = random_floats((kWindowRows + 2) * kWindowWidth, 5),
                     out(kWindowRows * kWindowWidth);
  std::fill_n(rows.begin(), kWindowWidth, 0.0F);
  std::fill_n(rows.end() - kWindowWidth, kWindowWidth, 0.0F);
  std::vector<float> parts((kWindowRows + 2) * layer.part_size());
  apply_linear(layer.parts, rows.data(), kWindowWidth, kWindowRows + 2, parts.data(), layer.part_size());
  std::vector<const float*> of_row;
  for (std::size_t r = 0; r < kWindowRows + 2; ++r) of_row.push_back(parts.data() + r * layer.part_size());
  apply_window(layer, of_row.data(), kWindowRows, rows.data() + kWindowWidth, out.data());
  return {rows, out};
}

}  // namespace

TEST_CASE("a window layer is maxout over three rows side by side", "[ingest][kernels]") {
  const MaxoutLayer same = make_maxout_layer(
      3 * kWindowWidth, kWindowWidth, random_floats(kWindowWidth * 3 * 3 * kWindowWidth, 1),
      random_floats(kWindowWidth * 3, 2), random_floats(kWindowWidth, 3), random_floats(kWindowWidth, 4));
  std::vector<std::vector<float>> fused;
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    INFO(name);
    const auto [rows, out] = windowed();
    std::vector<float> expected(out.size());
    apply_maxout(same, rows.data(), kWindowWidth, kWindowRows, rows.data() + kWindowWidth, expected.data());
    for (std::size_t i = 0; i < out.size(); ++i) CHECK(out[i] == Approx(expected[i]).margin(2e-5));
    if (std::string_view(name).substr(0, 3) == "AVX") fused.push_back(out);
  }
  for (const auto& out : fused) CHECK((out == fused.front()));
}

TEST_CASE("linear is the definition on every instruction set and for any number of rows",
          "[ingest][kernels]") {
  constexpr std::size_t kWide = 106;  // not a multiple of 16
  const auto w = random_floats(kWide * kInputs, 7), b = random_floats(kWide, 8);
  const LinearLayer layer = make_linear_layer(kInputs, kWide, w, b);
  REQUIRE(layer.padded_outputs == 112);
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    for (const std::size_t rows : {1, 2, 7, 13}) {
      INFO(name << ", " << rows << " rows");
      const auto in = random_floats(rows * kInputs, 9);
      std::vector<float> out(rows * layer.padded_outputs);
      apply_linear(layer, in.data(), kInputs, rows, out.data(), layer.padded_outputs);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t o = 0; o < kWide; ++o) {
          double sum = b[o];
          for (std::size_t i = 0; i < kInputs; ++i) sum += double{w[o * kInputs + i]} * in[r * kInputs + i];
          CHECK(out[r * layer.padded_outputs + o] == Approx(sum).margin(2e-5));
        }
      }
    }
  }
}

TEST_CASE("the best class is the first of the highest that may be chosen", "[ingest][kernels]") {
  constexpr float kNo = -std::numeric_limits<float>::infinity();
  for (const char* name : instruction_sets()) {
    const InstructionSet use(name);
    INFO(name);
    std::vector<float> scores(32, 0.0F), penalties(32, 0.0F);
    scores[5] = scores[20] = 2;
    CHECK(best_class(scores.data(), penalties.data(), 32) == 5);
    penalties[5] = kNo;
    CHECK(best_class(scores.data(), penalties.data(), 32) == 20);
    CHECK(best_class(scores.data(), std::vector<float>(32, kNo).data(), 32) == -1);
  }
}

namespace {

constexpr std::size_t kWidth = 16, kDepth = 2;

Encoder small_encoder() {
  WeightsBuilder builder;
  builder.noise("t.embed.0.E", {50, kWidth}).noise("t.embed.1.E", {20, kWidth});
  builder.noise("t.mix.W", {kWidth, 3, 2 * kWidth}).noise("t.mix.b", {kWidth, 3});
  builder.noise("t.mix.ln.G", {kWidth}).noise("t.mix.ln.b", {kWidth});
  for (const std::string layer : {"t.enc.0", "t.enc.1"}) {
    builder.noise(layer + ".W", {kWidth, 3, 3 * kWidth}).noise(layer + ".b", {kWidth, 3});
    builder.noise(layer + ".ln.G", {kWidth}).noise(layer + ".ln.b", {kWidth});
  }
  EncoderShape shape;
  shape.width = kWidth;
  shape.depth = kDepth;
  shape.attributes = {Attribute::kNorm, Attribute::kSpacy};
  shape.rows = {50, 20};
  shape.seeds = {8, 9};
  return *Encoder::load(*builder.build(), "t", shape);
}

// Vectors of texts, each of `counts` tokens whose norms count up from `first`, read in one batch; every other token's part of
// the first layer is made before, if `with_parts`.
std::vector<float> encoded(const std::vector<std::size_t>& counts, std::uint64_t first,
                           bool with_parts = false) {
  const Encoder encoder = small_encoder();
  const RowLayout layout = lay_out(counts, encoder.padding());
  AlignedFloats matrix((layout.rows + 2) * kWidth), scratch((layout.rows + 2) * kWidth);
  Lexeme word;
  word.norm = first;
  for (std::size_t text = 0; text < counts.size(); ++text) {
    for (std::size_t i = 0; i < counts[text]; ++i, ++word.norm) {
      const Encoder::MixRequest request{&word, i % 2 == 0,
                                        matrix.data() + (layout.begins[text] + 1 + i) * kWidth};
      encoder.mix(std::span(&request, 1));
    }
  }
  AlignedFloats made((layout.rows + 2) * encoder.part_size());
  std::vector<const float*> parts(layout.rows + 2);
  for (std::size_t r = 0; r < parts.size(); r += 2) {
    float* part = made.data() + r * encoder.part_size();
    encoder.make_parts(matrix.data() + r * kWidth, 1, part);
    parts[r] = part;
  }
  if (!with_parts) parts.clear();
  const float* result = encoder.run(layout.rows, parts, matrix.data(), scratch.data()) + kWidth;
  std::vector<float> vectors;
  for (std::size_t text = 0; text < counts.size(); ++text) {
    const float* begin = result + layout.begins[text] * kWidth;
    vectors.insert(vectors.end(), begin, begin + counts[text] * kWidth);
  }
  return vectors;
}

}  // namespace

TEST_CASE("texts in one batch have the vectors that they have alone", "[ingest][encoder]") {
  std::vector<float> alone = encoded({3}, 100);
  const std::vector<float> second = encoded({5}, 103);
  alone.insert(alone.end(), second.begin(), second.end());
  CHECK(encoded({3, 5}, 100) == alone);
}

TEST_CASE("what a word adds to the first layer is the same made before or on the way", "[ingest][encoder]") {
  CHECK(encoded({70, 3}, 100, true) == encoded({70, 3}, 100, false));
}

TEST_CASE("a token's vector depends on its neighbours and on no one beyond the layers' reach",
          "[ingest][encoder]") {
  const std::vector<float> nine = encoded({9}, 100), eight = encoded({8}, 100);
  const auto same = [&](std::size_t token) {
    return std::equal(nine.begin() + static_cast<std::ptrdiff_t>(token * kWidth),
                      nine.begin() + static_cast<std::ptrdiff_t>((token + 1) * kWidth),
                      eight.begin() + static_cast<std::ptrdiff_t>(token * kWidth));
  };
  CHECK(same(5));  // depth 2: the ninth token is three away
  CHECK_FALSE(same(6));
}

}  // namespace dossier::ingest::nlp
