// Token vectors: hashed attributes of a word, mixed, then each token with its neighbours, layer by layer.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dossier/result.h"
#include "ingest/nlp/architecture.h"
#include "ingest/nlp/kernels.h"
#include "ingest/nlp/vocabulary.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// Pretrained vectors of words, read where the file is mapped.
struct WordVectors {
  std::size_t width = 0;
  std::span<const float> data;
  std::span<const std::uint64_t> keys;  // ascending ids of words
  std::span<const std::uint32_t> rows;

  static Result<WordVectors> load(const WeightsFile& file, std::size_t width);
  /// Null for a word without a vector.
  const float* find(std::uint64_t word) const;
};

/// Where the tokens of several texts stand in one matrix: rows of padding before, between and after the
/// texts, which the layers change as they change any row, keep texts apart. One more row of zeros stands at
/// either end.
struct RowLayout {
  std::size_t rows = 0;             // with padding, without the zeros at the ends
  std::vector<std::size_t> begins;  // row of each text's first token
};
RowLayout lay_out(std::span<const std::size_t> token_counts, std::size_t padding);

class Encoder {
 public:
  static Result<Encoder> load(const WeightsFile& file, const std::string& prefix, const EncoderShape& shape);

  std::size_t width() const { return shape_.width; }
  std::size_t padding() const { return shape_.depth; }
  /// Whether mix() depends on `space_after`.
  bool reads_space() const { return reads_space_; }

  struct MixRequest {
    const Lexeme* word = nullptr;
    bool space_after = false;
    float* out = nullptr;  // takes width() floats
  };
  /// What each word is before its neighbours are seen.
  void mix(std::span<const MixRequest> requests) const;

  /// What each of `count` mixes, one after the other, adds to the first layer's sums: part_size() floats of it. The same
  /// wherever the word stands, so worth keeping for words that return.
  void make_parts(const float* mixes, std::size_t count, float* parts) const;
  std::size_t part_size() const { return first_.part_size(); }
  /// What a row of padding adds.
  const float* silence() const { return silence_.data(); }

  /// Runs the layers over `rows` rows. `matrix` and `scratch` hold rows + 2 rows, with zeros in the first and
  /// last; the result is in the one that is returned.
  ///
  /// `parts` points to what each of the rows + 2 rows adds to the first layer, null where that is yet to be made; it may be
  /// empty. `seen`, if given, is called with the matrix after each layer.
  float* run(std::size_t rows, std::span<const float* const> parts, float* matrix, float* scratch,
             const std::function<void(const float*)>& seen = {}) const;

  /// The attributes of a word, looked up and beside one another: embedding_width() floats. mix() does it itself.
  void embed(const Lexeme& lexeme, bool space_after, float* out) const;
  std::size_t embedding_width() const { return mix_.inputs; }
  /// For each attribute, the rows of its table that embed() adds up.
  std::vector<std::array<std::size_t, 4>> rows_of(const Lexeme& lexeme, bool space_after) const;

 private:
  struct Table {
    Attribute attribute = Attribute::kNorm;
    std::uint32_t seed = 0;
    std::size_t rows = 0;
    std::vector<float> values;
  };
  void run_first(std::size_t rows, std::span<const float* const> parts, const float* matrix,
                 float* out) const;
  static std::array<std::size_t, 4> rows_of(const Table& table, const Lexeme& lexeme, bool space_after);

  EncoderShape shape_;
  bool reads_space_ = false;
  std::vector<Table> tables_;
  WordVectors vectors_;
  LinearLayer vector_projection_;
  MaxoutLayer mix_;
  WindowLayer first_;
  AlignedFloats silence_;
  std::vector<MaxoutLayer> layers_;  // those above
};

}  // namespace dossier::ingest::nlp
