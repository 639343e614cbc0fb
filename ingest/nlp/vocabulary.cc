#include "ingest/nlp/vocabulary.h"

#include "ingest/nlp/characters.h"
#include "ingest/nlp/hash.h"
#include "ingest/nlp/json_tensor.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kLongestReserved = 32;  // no reserved name is longer; spares the look-up for most words

}  // namespace

Result<Vocabulary> Vocabulary::load(const WeightsFile& file) {
  Vocabulary vocabulary;
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.symbols", [&](const nlohmann::json& symbols) {
    for (const auto& entry : symbols) {
      vocabulary.symbols_.emplace(entry.at(0).get<std::string>(), entry.at(1).get<std::uint64_t>());
    }
  }));
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.norms", [&](const nlohmann::json& norms) {
    vocabulary.norms_.reserve(norms.size());
    for (const auto& entry : norms) {
      vocabulary.norms_.emplace(entry.at(0).get<std::uint64_t>(),
                                vocabulary.id(entry.at(1).get_ref<const std::string&>()));
    }
  }));
  return vocabulary;
}

std::uint64_t Vocabulary::id(std::string_view text) const {
  if (text.empty()) return 0;
  if (text.size() <= kLongestReserved) {
    const auto at = symbols_.find(text);
    if (at != symbols_.end()) return at->second;
  }
  return string_hash(text);
}

Lexeme Vocabulary::make_lexeme(std::string_view word, std::uint64_t norm) const {
  Lexeme lexeme;
  lexeme.text = word;
  lexeme.lower = lower_case(word);
  lexeme.orth = id(word);
  lexeme.lower_id = id(lexeme.lower);
  const auto known = norms_.find(lexeme.orth);
  lexeme.norm = norm != 0 ? norm : known != norms_.end() ? known->second : lexeme.lower_id;
  if (word.empty()) return lexeme;
  lexeme.prefix = id(word.substr(0, first_character(word).size));
  lexeme.suffix = id(last_characters(word, 3));
  lexeme.shape = id(word_shape(word));
  lexeme.is_space = is_all_space(word);
  return lexeme;
}

}  // namespace dossier::ingest::nlp
