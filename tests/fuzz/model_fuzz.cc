// A whole model of the smallest size, in which one table is any bytes and the checksums are right: refused, or read with
// it. The first byte of the input says which table. Run: model_fuzz -max_len=2048 CORPUS
#include <cstdlib>
#include <string>
#include <string_view>

#include "dossier/ingest/model.h"
#include "tests/ingest/nlp/weights_builder.h"

namespace {

using dossier::ingest::LanguageModel;
using dossier::ingest::nlp::TemporaryFile;
using dossier::ingest::nlp::WeightsBuilder;

constexpr std::size_t kWidth = 16, kTags = 2, kParserClasses = 5, kEntityClasses = 5;

constexpr const char* kTables[] = {"text.config",  "text.labels",       "text.tokenizer",
                                   "text.symbols", "text.norms",        "text.ruler",
                                   "text.lemmas",  "lemmas.index.noun", "lemmas.irregular.noun"};

constexpr const char* kContents[] = {
    R"({"t2v": {"width": 16, "depth": 1, "pieces": 3, "attrs": ["NORM", "SPACY"], "rows": [4, 2], "seeds": [8, 9],
        "static_width": 0}, "ner_input": "t2v", "parser": {"features": 8, "hidden": 16, "classes": 5},
        "ner": {"features": 3, "hidden": 16, "classes": 5}})",
    R"({"tags": ["NN", "VB"], "parser": [[0, ""], [1, ""], [2, "nsubj"], [3, "prep||dobj"], [4, "ROOT"]],
        "ner": [[1, "ORG"], [2, "ORG"], [3, "ORG"], [4, "ORG"], [5, ""]]})",
    R"json({"prefix": "^[(]", "suffix": "[.)]$", "infix": "-", "url": "^http", "exceptions": [["don't", [["do", null],
        ["n't", "not"]]], [":-)", [[":-)", null]]]]})json",
    R"([["neg", 425], ["X", 101]])",
    R"([[7425985699627899538, "the"]])",
    R"([{"patterns": [[[["TAG", "IN", ["NN"]]]]], "attrs": {"POS": "NOUN", "MORPH": "Number=Plur"}, "index": 0}])",
    R"({"noun": [["s", ""], ["ies", "y"]]})",
    "cat\ndog\n",
    "mice\tmouse\n",
};

WeightsBuilder whole_model() {
  WeightsBuilder file;
  for (std::size_t i = 0; i < std::size(kTables); ++i) file.text(kTables[i], kContents[i]);
  file.noise("t2v.embed.0.E", {4, kWidth}).noise("t2v.embed.1.E", {2, kWidth});
  for (const auto& [name, inputs] :
       {std::pair<std::string, std::size_t>{"t2v.mix", 2 * kWidth}, {"t2v.enc.0", 3 * kWidth}}) {
    file.noise(name + ".W", {kWidth, 3, inputs}).noise(name + ".b", {kWidth, 3});
    file.noise(name + ".ln.G", {kWidth}).noise(name + ".ln.b", {kWidth});
  }
  file.noise("tagger.W", {kTags, kWidth}).noise("tagger.b", {kTags});
  const auto add_states = [&](const std::string& name, std::size_t features, std::size_t classes) {
    file.noise(name + ".proj.W", {kWidth, kWidth}).noise(name + ".proj.b", {kWidth});
    file.noise(name + ".lower.W", {features, kWidth, 2, kWidth}).noise(name + ".lower.b", {kWidth, 2});
    file.noise(name + ".lower.pad", {features, kWidth, 2});
    file.noise(name + ".upper.W", {classes, kWidth}).noise(name + ".upper.b", {classes});
  };
  add_states("parser", 8, kParserClasses);
  add_states("ner", 3, kEntityClasses);
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const WeightsBuilder whole = whole_model();
  static const bool is_whole = [] { return LanguageModel::load(TemporaryFile(whole.bytes()).path()).ok(); }();
  if (!is_whole) std::abort();  // or all that follows is refused for the same reason
  if (size == 0) return 0;
  WeightsBuilder altered = whole;
  altered.text(kTables[data[0] % std::size(kTables)],
               std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  const TemporaryFile file(altered.bytes());
  const auto model = LanguageModel::load(file.path());
  if (!model.ok()) return 0;
  const std::string_view text = "Don't feed (the) well-known mice. :-) http://x.org Cats don't.";
  const auto document = (*model)->parse(std::span(&text, 1)).front();
  for (const auto& token : document.tokens) {
    if (token.span.end > text.size() || token.head >= document.tokens.size()) std::abort();
  }
  return 0;
}
