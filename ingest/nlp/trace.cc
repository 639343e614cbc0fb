// Follows BatchReader::read for a batch of one text, with the same parts, and tells of each.
#include "ingest/nlp/trace.h"

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "dossier/status_macros.h"
#include "ingest/nlp/arc_eager.h"
#include "ingest/nlp/batch_reader.h"
#include "ingest/nlp/biluo.h"
#include "ingest/nlp/characters.h"
#include "ingest/nlp/networks.h"

namespace dossier::ingest::nlp {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostTokens = 5'000;

Json numbers(const float* from, std::size_t count) { return std::vector<float>(from, from + count); }

class Tracer {
 public:
  Tracer(const Networks& networks, std::string_view text, std::string& lines)
      : networks_(networks), text_(valid_utf8(text)), lines_(lines) {}

  void run() {
    read_tokens();
    encode("shared", networks_.shared);
    trace_tags();
    parse();
    if (networks_.entity_own) encode("ner", *networks_.entity_own);
    find_entities();
  }

 private:
  void tell(const Json& line) { lines_ += line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n'; }
  const float* vector(std::size_t token, const Encoder& encoder) const {
    return vectors_ + (begin_ + token) * encoder.width();
  }

  void read_tokens();
  void encode(const char* network, const Encoder& encoder);
  void trace_tags();
  void trace_table(const char* network, const TransitionScorer& scorer);
  void trace_step(const char* network, Json features, unsigned valid, const float* scores,
                  std::size_t classes, int best);
  void parse();
  void find_entities();

  const Networks& networks_;
  const std::string text_;
  std::string& lines_;
  std::vector<Piece> pieces_;
  std::vector<Lexeme> words_;
  std::vector<std::uint8_t> is_space_, starts_;
  std::size_t begin_ = 0, rows_ = 0;  // the text's first row of the matrix; rows with padding
  AlignedFloats matrix_, scratch_;
  const float* vectors_ = nullptr;
  TransitionScorer::Workspace workspace_;
};

void Tracer::read_tokens() {
  Tokenizer::Session session;
  networks_.tokenizer.tokenize(text_, session, pieces_);
  if (pieces_.size() > kMostTokens) pieces_.resize(kMostTokens);
  for (const Piece& piece : pieces_) {
    const std::string_view form = std::string_view(text_).substr(piece.begin, piece.end - piece.begin);
    const Lexeme& word = words_.emplace_back(networks_.vocabulary.make_lexeme(form, piece.norm));
    is_space_.push_back(word.is_space ? 1 : 0);
    tell({{"stage", "token"},
          {"text", form},
          {"begin", piece.begin},
          {"end", piece.end},
          {"orth", word.orth},
          {"norm", word.norm},
          {"prefix", word.prefix},
          {"suffix", word.suffix},
          {"shape", word.shape},
          {"spacy", piece.space_after},
          {"is_space", word.is_space}});
  }
}

void Tracer::encode(const char* network, const Encoder& encoder) {
  const std::size_t width = encoder.width(), counts[] = {pieces_.size()};
  const RowLayout layout = lay_out(counts, encoder.padding());
  begin_ = layout.begins[0];
  rows_ = layout.rows;
  matrix_.resize((rows_ + 2) * width);
  scratch_.resize((rows_ + 2) * width);
  AlignedFloats embedding(encoder.embedding_width());
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    float* mix = matrix_.data() + (begin_ + 1 + i) * width;
    encoder.embed(words_[i], pieces_[i].space_after, embedding.data());
    const Encoder::MixRequest request{&words_[i], pieces_[i].space_after, mix};
    encoder.mix(std::span(&request, 1));
    tell({{"stage", "rows"},
          {"network", network},
          {"token", i},
          {"rows", encoder.rows_of(words_[i], pieces_[i].space_after)}});
    tell({{"stage", "embedding"},
          {"network", network},
          {"token", i},
          {"values", numbers(embedding.data(), embedding.size())}});
    tell({{"stage", "mix"}, {"network", network}, {"token", i}, {"values", numbers(mix, width)}});
  }
  std::size_t number = 0;
  vectors_ = encoder.run(rows_, {}, matrix_.data(), scratch_.data(), [&](const float* made) {
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      tell({{"stage", "layer"},
            {"network", network},
            {"layer", number},
            {"token", i},
            {"values", numbers(made + (begin_ + 1 + i) * width, width)}});
    ++number;
  }) + width;
}

void Tracer::trace_tags() {
  const LinearLayer& tagger = networks_.tagger;
  AlignedFloats scores(tagger.padded_outputs);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    apply_linear(tagger, vector(i, networks_.shared), tagger.inputs, 1, scores.data(), tagger.padded_outputs);
    tell({{"stage", "tags"}, {"token", i}, {"values", numbers(scores.data(), tagger.outputs)}});
  }
}

// What the first token adds, before and after it is multiplied out for each place of a state.
void Tracer::trace_table(const char* network, const TransitionScorer& scorer) {
  scorer.prepare(vectors_, rows_, workspace_);
  if (pieces_.empty()) return;
  const auto [projection, table] = scorer.of_row(begin_, workspace_);
  tell({{"stage", "projection"},
        {"network", network},
        {"token", 0},
        {"values", numbers(projection.data(), projection.size())}});
  tell({{"stage", "table"},
        {"network", network},
        {"token", 0},
        {"values", numbers(table.data(), table.size())}});
}

void Tracer::trace_step(const char* network, Json features, unsigned valid, const float* scores,
                        std::size_t classes, int best) {
  tell({{"stage", "step"},
        {"network", network},
        {"features", std::move(features)},
        {"valid", valid},
        {"scores", numbers(scores, classes)},
        {"class", best}});
}

template <std::size_t N>
std::vector<std::int32_t> rows_of(const std::array<std::int32_t, N>& features, std::size_t begin) {
  std::vector<std::int32_t> rows;
  for (const std::int32_t token : features)
    rows.push_back(token < 0 ? -1 : token + static_cast<std::int32_t>(begin));
  return rows;
}

void Tracer::parse() {
  trace_table("parser", networks_.parser);
  const std::vector<ParserClass>& classes = networks_.architecture.parser_classes;
  ArcEagerState state(static_cast<std::uint32_t>(pieces_.size()), false);
  while (!state.is_final()) {
    const float* scores = networks_.parser.score(rows_of(state.features(), begin_), workspace_);
    const unsigned valid = state.valid_actions();
    const int best = networks_.parser_masks.best(valid, scores);
    trace_step("parser", state.features(), valid, scores, classes.size(), best);
    if (best < 0) {
      state.finish();
    } else {
      state.apply(classes[static_cast<std::size_t>(best)].action, static_cast<std::uint16_t>(best));
    }
  }
  Tree tree = tree_of(state, static_cast<std::uint32_t>(pieces_.size()), classes);
  Json labels = Json::array();
  for (const Deprel label : tree.deprels) labels.push_back(name_of(label));
  tell({{"stage", "arcs"}, {"heads", tree.heads}, {"labels", labels}, {"lifted", tree.lifted}});
  put_back_lifted(is_space_, tree);
  starts_ = sentence_starts(tree.heads);
  tell({{"stage", "tree"}, {"heads", tree.heads}, {"sentence_starts", starts_}});
}

void Tracer::find_entities() {
  trace_table("ner", networks_.entities);
  const std::vector<EntityClass>& classes = networks_.architecture.entity_classes;
  BiluoState state(is_space_.data(), starts_.data(), static_cast<std::uint32_t>(pieces_.size()));
  while (!state.is_final()) {
    const float* scores = networks_.entities.score(rows_of(state.features(), begin_), workspace_);
    const auto valid = static_cast<unsigned>(state.condition().index());
    const int best = networks_.entity_masks.best(valid, scores);
    trace_step("ner", state.features(), valid, scores, classes.size(), best);
    if (best < 0) {
      state.finish();
    } else {
      state.apply(classes[static_cast<std::size_t>(best)]);
    }
  }
  for (const EntitySpan& entity : state.entities())
    tell({{"stage", "entity"},
          {"begin", entity.begin},
          {"end", entity.end},
          {"label", name_of(entity.label)}});
}

}  // namespace

Status append_trace(const std::filesystem::path& model, std::string_view text, std::string& lines) {
  DOSSIER_ASSIGN_OR_RETURN(auto weights, WeightsFile::open(model));
  DOSSIER_ASSIGN_OR_RETURN(const auto networks, Networks::load(std::move(weights)));
  Tracer(*networks, text, lines).run();
  return {};
}

}  // namespace dossier::ingest::nlp
