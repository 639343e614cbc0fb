// Any bytes as a text: what the whole runtime makes of them must be a Document whose spans and heads hold.
// The model is the default one. Run: tokenizer_fuzz -max_len=4096 CORPUS
#include <cstdlib>
#include <string_view>

#include "dossier/ingest/model.h"

namespace {

using dossier::ingest::Document;
using dossier::ingest::LanguageModel;

const LanguageModel& model() {
  static const auto loaded = LanguageModel::load(LanguageModel::default_file());
  if (!loaded.ok()) std::abort();  // script/model makes the file
  return **loaded;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Document& document) {
  std::uint32_t at = 0, next = 0;
  for (const auto& token : document.tokens) {
    require(token.span.begin >= at && token.span.end > token.span.begin &&
            token.head < document.tokens.size());
    at = token.span.end;
  }
  require(at <= document.text.size());
  for (const auto& sentence : document.sentences) {
    require(sentence.begin == next && sentence.end > sentence.begin);
    next = sentence.end;
  }
  require(next == document.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(model().parse(std::span(&text, 1)).front());
  const std::string_view words[] = {text.substr(0, size / 2), text.substr(size / 2)};
  require(model().parse_tokens(words).tokens.size() == 2);
  return 0;
}
