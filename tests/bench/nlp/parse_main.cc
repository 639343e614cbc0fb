// Prints what a language model reads in files, for the parity tool: one text a line of JSON strings, or
// tokens as given.
//
//     dossier_nlp_parse MODEL texts.jsonl                 {"text": ...} a line
//     dossier_nlp_parse MODEL --sentences lines.txt       one sentence of tokens a line
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "dossier/ingest/model.h"
#include "ingest/nlp/document_json.h"

namespace {

using dossier::ingest::Document;
using dossier::ingest::LanguageModel;

std::vector<std::string> texts_of(std::istream& in) {
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));
  return texts;
}

std::vector<Document> parse_sentences(const LanguageModel& model, std::istream& in) {
  std::vector<Document> documents;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> words;
    std::istringstream split(line);
    for (std::string word; split >> word;) words.push_back(word);
    const std::vector<std::string_view> views(words.begin(), words.end());
    documents.push_back(model.parse_tokens(views));
  }
  return documents;
}

int run(const std::vector<std::string>& arguments) {
  using Clock = std::chrono::steady_clock;
  const auto started = Clock::now();
  const auto model = LanguageModel::load(arguments.at(0));
  if (!model.ok()) {
    std::cerr << model.status().message() << '\n';
    return 1;
  }
  const auto loaded = Clock::now();
  std::ifstream in(arguments.back(), std::ios::binary);
  std::vector<Document> documents;
  if (arguments.at(1) == "--sentences") {
    documents = parse_sentences(**model, in);
  } else {
    const std::vector<std::string> texts = texts_of(in);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    documents = (*model)->parse(views);
  }
  const auto done = Clock::now();
  std::size_t tokens = 0;
  for (const Document& document : documents) {
    std::string lines;
    dossier::ingest::append_json_lines(document, lines);
    std::cout << lines << '\n';  // an empty line ends a text
    tokens += document.tokens.size();
  }
  const std::chrono::duration<double> load = loaded - started, parse = done - loaded;
  std::cerr << "load " << load.count() << " s, " << tokens << " tokens, "
            << static_cast<double>(tokens) / parse.count() << " tokens/s\n";
  return 0;
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    std::cerr << "usage: dossier_nlp_parse MODEL [--sentences] FILE\n";
    return 2;
  }
  return run({values + 1, values + count});
}
