// The network of spaCy's Tok2Vec.v2 with MultiHashEmbed.v2 and MaxoutWindowEncoder.v2, window 1:
//
//     x      = for each attribute, four rows of its table added up; beside one another          [attributes *
//     width] h0     = norm(maxout(x)) h(l+1) = h(l) + norm(maxout(left neighbour, token, right neighbour of
//     h(l)))               l = 0 .. depth-1
//
// The first layer's sums are made of what each word adds to them, which is kept for words that return.
//
// As each layer sees one neighbour, `depth` rows of padding keep two texts in one matrix apart, provided that
// the padding takes part in the layers: after the first it is no longer zero, and spaCy's result depends on
// that.
#include "ingest/nlp/encoder.h"

#include <algorithm>
#include <cstring>

#include "dossier/status_macros.h"
#include "ingest/nlp/hash.h"

namespace dossier::ingest::nlp {
namespace {

std::uint64_t key_of(Attribute attribute, const Lexeme& lexeme, bool space_after) {
  switch (attribute) {
    case Attribute::kNorm:
      return lexeme.norm;
    case Attribute::kPrefix:
      return lexeme.prefix;
    case Attribute::kSuffix:
      return lexeme.suffix;
    case Attribute::kShape:
      return lexeme.shape;
    case Attribute::kSpacy:
      return space_after ? 1 : 0;
    case Attribute::kIsSpace:
      return lexeme.is_space ? 1 : 0;
  }
  return 0;
}

Result<MaxoutLayer> load_maxout(const WeightsFile& file, const std::string& name, std::size_t inputs,
                                std::size_t outputs) {
  DOSSIER_ASSIGN_OR_RETURN(const auto weights, file.floats(name + ".W", {outputs, kPieces, inputs}));
  DOSSIER_ASSIGN_OR_RETURN(const auto bias, file.floats(name + ".b", {outputs, kPieces}));
  DOSSIER_ASSIGN_OR_RETURN(const auto scale, file.floats(name + ".ln.G", {outputs}));
  DOSSIER_ASSIGN_OR_RETURN(const auto shift, file.floats(name + ".ln.b", {outputs}));
  return make_maxout_layer(inputs, outputs, weights, bias, scale, shift);
}

Result<WindowLayer> load_window(const WeightsFile& file, const std::string& name, std::size_t width) {
  DOSSIER_ASSIGN_OR_RETURN(const auto weights, file.floats(name + ".W", {width, kPieces, 3 * width}));
  DOSSIER_ASSIGN_OR_RETURN(const auto bias, file.floats(name + ".b", {width, kPieces}));
  DOSSIER_ASSIGN_OR_RETURN(const auto scale, file.floats(name + ".ln.G", {width}));
  DOSSIER_ASSIGN_OR_RETURN(const auto shift, file.floats(name + ".ln.b", {width}));
  return make_window_layer(width, weights, bias, scale, shift);
}

}  // namespace

Result<WordVectors> WordVectors::load(const WeightsFile& file, std::size_t width) {
  WordVectors vectors;
  vectors.width = width;
  DOSSIER_ASSIGN_OR_RETURN(vectors.data, file.floats_in_place("vectors.data"));
  DOSSIER_ASSIGN_OR_RETURN(vectors.keys, file.integers<std::uint64_t>("vectors.keys"));
  DOSSIER_ASSIGN_OR_RETURN(vectors.rows, file.integers<std::uint32_t>("vectors.rows"));
  const std::size_t count = vectors.data.size() / width;
  const bool fits =
      vectors.keys.size() == vectors.rows.size() && count * width == vectors.data.size() &&
      std::all_of(vectors.rows.begin(), vectors.rows.end(), [&](std::uint32_t row) { return row < count; });
  if (!fits) return corruption("language model: word vectors and their keys do not fit");
  return vectors;
}

const float* WordVectors::find(std::uint64_t word) const {
  const auto at = std::lower_bound(keys.begin(), keys.end(), word);
  if (at == keys.end() || *at != word) return nullptr;
  return data.data() + width * rows[static_cast<std::size_t>(at - keys.begin())];
}

RowLayout lay_out(std::span<const std::size_t> token_counts, std::size_t padding) {
  RowLayout layout;
  layout.rows = padding;
  for (const std::size_t count : token_counts) {
    layout.begins.push_back(layout.rows);
    layout.rows += count + padding;
  }
  return layout;
}

Result<Encoder> Encoder::load(const WeightsFile& file, const std::string& prefix, const EncoderShape& shape) {
  Encoder encoder;
  encoder.shape_ = shape;
  const std::size_t width = shape.width;
  for (std::size_t i = 0; i < shape.attributes.size(); ++i) {
    Table table{shape.attributes[i], shape.seeds[i], shape.rows[i], {}};
    DOSSIER_ASSIGN_OR_RETURN(
        table.values, file.floats(prefix + ".embed." + std::to_string(i) + ".E", {shape.rows[i], width}));
    encoder.reads_space_ |= table.attribute == Attribute::kSpacy;
    encoder.tables_.push_back(std::move(table));
  }
  const std::size_t parts = shape.attributes.size() + (shape.static_width > 0 ? 1 : 0);
  if (shape.static_width > 0) {
    DOSSIER_ASSIGN_OR_RETURN(encoder.vectors_, WordVectors::load(file, shape.static_width));
    DOSSIER_ASSIGN_OR_RETURN(const auto weights,
                             file.floats(prefix + ".static.W", {width, shape.static_width}));
    encoder.vector_projection_ = make_linear_layer(shape.static_width, width, weights, {});
  }
  DOSSIER_ASSIGN_OR_RETURN(encoder.mix_, load_maxout(file, prefix + ".mix", parts * width, width));
  DOSSIER_ASSIGN_OR_RETURN(encoder.first_, load_window(file, prefix + ".enc.0", width));
  encoder.silence_.resize(encoder.part_size());
  encoder.make_parts(AlignedFloats(width).data(), 1, encoder.silence_.data());
  for (std::size_t i = 1; i < shape.depth; ++i) {
    DOSSIER_ASSIGN_OR_RETURN(auto layer,
                             load_maxout(file, prefix + ".enc." + std::to_string(i), 3 * width, width));
    encoder.layers_.push_back(std::move(layer));
  }
  return encoder;
}

std::array<std::size_t, 4> Encoder::rows_of(const Table& table, const Lexeme& lexeme, bool space_after) {
  const auto hashes = embedding_hash(key_of(table.attribute, lexeme, space_after), table.seed);
  std::array<std::size_t, 4> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = hashes[i] % table.rows;
  return rows;
}

std::vector<std::array<std::size_t, 4>> Encoder::rows_of(const Lexeme& lexeme, bool space_after) const {
  std::vector<std::array<std::size_t, 4>> rows;
  for (const Table& table : tables_) rows.push_back(rows_of(table, lexeme, space_after));
  return rows;
}

void Encoder::embed(const Lexeme& lexeme, bool space_after, float* out) const {
  for (const Table& table : tables_) {
    const auto numbers = rows_of(table, lexeme, space_after);
    const float* rows[4];
    for (std::size_t i = 0; i < 4; ++i) rows[i] = table.values.data() + numbers[i] * shape_.width;
    for (std::size_t i = 0; i < shape_.width; ++i) out[i] = rows[0][i] + rows[1][i] + rows[2][i] + rows[3][i];
    out += shape_.width;
  }
  if (shape_.static_width == 0) return;
  const float* vector = vectors_.find(lexeme.orth);
  if (vector == nullptr) {
    std::fill_n(out, shape_.width, 0.0F);
  } else {
    apply_linear(vector_projection_, vector, 0, 1, out, shape_.width);
  }
}

void Encoder::mix(std::span<const MixRequest> requests) const {
  constexpr std::size_t kAtATime = 64;
  const std::size_t width = shape_.width;
  const std::size_t most = std::min(kAtATime, requests.size());
  AlignedFloats in(most * mix_.inputs), out(most * width);
  while (!requests.empty()) {
    const std::size_t count = std::min(kAtATime, requests.size());
    for (std::size_t i = 0; i < count; ++i) {
      embed(*requests[i].word, requests[i].space_after, in.data() + i * mix_.inputs);
    }
    apply_maxout(mix_, in.data(), mix_.inputs, count, nullptr, out.data());
    for (std::size_t i = 0; i < count; ++i) std::copy_n(out.data() + i * width, width, requests[i].out);
    requests = requests.subspan(count);
  }
}

void Encoder::make_parts(const float* mixes, std::size_t count, float* parts) const {
  apply_linear(first_.parts, mixes, shape_.width, count, parts, part_size());
}

void Encoder::run_first(std::size_t rows, std::span<const float* const> parts, const float* matrix,
                        float* out) const {
  constexpr std::size_t kAtATime = 64;
  const std::size_t width = shape_.width;
  std::array<const float*, kAtATime + 2> of_row;
  std::vector<std::size_t> missing;
  AlignedFloats mixes, made;
  for (std::size_t begin = 0; begin < rows; begin += kAtATime) {
    const std::size_t count = std::min(kAtATime, rows - begin);
    missing.clear();
    for (std::size_t i = 0; i < count + 2; ++i) {
      of_row[i] = parts.empty() ? nullptr : parts[begin + i];
      if (of_row[i] == nullptr) missing.push_back(i);
    }
    if (made.size() < missing.size() * part_size()) {
      mixes.resize(missing.size() * width);
      made.resize(missing.size() * part_size());
    }
    for (std::size_t k = 0; k < missing.size(); ++k) {
      std::copy_n(matrix + (begin + missing[k]) * width, width, mixes.data() + k * width);
      of_row[missing[k]] = made.data() + k * part_size();
    }
    make_parts(mixes.data(), missing.size(), made.data());
    const std::size_t at = (begin + 1) * width;
    apply_window(first_, of_row.data(), count, matrix + at, out + at);
  }
}

float* Encoder::run(std::size_t rows, std::span<const float* const> parts, float* matrix, float* scratch,
                    const std::function<void(const float*)>& seen) const {
  const std::size_t width = shape_.width;
  run_first(rows, parts, matrix, scratch);
  std::swap(matrix, scratch);
  if (seen) seen(matrix);
  for (const MaxoutLayer& layer : layers_) {
    // Row r's window is rows r-1 to r+1, which lie side by side.
    apply_maxout(layer, matrix, width, rows, matrix + width, scratch + width);
    std::swap(matrix, scratch);
    if (seen) seen(matrix);
  }
  return matrix;
}

}  // namespace dossier::ingest::nlp
