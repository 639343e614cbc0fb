// Any bytes as a text: what the whole runtime makes of them must be a Document whose spans and heads hold.
// The model is the default one. Run: tokenizer_fuzz -max_len=4096 CORPUS
#include <cstdlib>
#include <string>
#include <string_view>

#include "dossier/ingest/model.h"

namespace {

using dossier::ingest::Document;
using dossier::ingest::LanguageModel;

const LanguageModel& model() {
  static const auto loaded = LanguageModel::load(LanguageModel::default_file());
  if (!loaded.ok()) std::abort();  // the default model
  return **loaded;
}

void require(bool holds) {
  if (!holds) std::abort();
}

unsigned char byte_at(const std::string& text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Whether `at` lies between two characters: not before a continuation byte that goes on what stands before it. Bytes
// that are no UTF-8 are characters of their own; among those only the ASCII neighbour tells.
bool between_characters(const std::string& text, std::size_t at) {
  if (at == 0 || at >= text.size() || (byte_at(text, at) & 0xC0) != 0x80) return true;
  std::size_t lead = at - 1;
  while (lead > 0 && at - lead < 3 && (byte_at(text, lead) & 0xC0) == 0x80) --lead;
  const unsigned char first = byte_at(text, lead);
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (lead + size <= at || lead + size > text.size()) return true;
  for (std::size_t i = lead + 1; i < lead + size; ++i) {
    if ((byte_at(text, i) & 0xC0) != 0x80) return true;
  }
  const unsigned char second = byte_at(text, lead + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool outside = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90) || first > 0xF4;
  return overlong || outside;
}

void check(const Document& document) {
  std::uint32_t at = 0, next = 0;
  for (const auto& token : document.tokens) {
    require(token.span.begin >= at && token.span.end > token.span.begin &&
            token.head < document.tokens.size());
    require(between_characters(document.text, token.span.begin) &&
            between_characters(document.text, token.span.end));
    at = token.span.end;
  }
  require(at <= document.text.size());
  for (const auto& sentence : document.sentences) {
    require(sentence.begin == next && sentence.end > sentence.begin);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      require(sentence.contains(document.tokens[i].head));
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
