// extract and parse: what the language side makes of a text, without a database.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>

#include "dossier/ingest/reader.h"
#include "dossier/status_macros.h"
#include "ingest/extract/extract.h"
#include "ingest/extract/surface.h"
#include "ingest/nlp/conllu.h"
#include "ingest/nlp/document_json.h"
#include "ingest/nlp/trace.h"
#include "shell/commands/common.h"

namespace dossier::shell {
namespace {

using Json = nlohmann::ordered_json;

/// One parsed piece of text: `base` is where it begins in the input, `line` its line there (or its sentence's number).
struct Piece {
  ingest::Document document;
  std::size_t base = 0;
  std::size_t line = 0;
};
using TakePiece = std::function<void(const Piece&)>;

constexpr std::size_t kBatch = 256;  // texts given to the model at once

bool is_read(ingest::BlockKind kind) { return kind <= ingest::BlockKind::kListItem; }

std::vector<std::string_view> split_at_blanks(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = line.find_first_not_of(" \t"); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(" \t", end);
  }
  return words;
}

// `She left Rome .` and not `She left Rome.`: where no mark stands by itself, a mark that is written to its word shows that nobody
// has separated the tokens.
bool is_tokenized(std::span<const std::string_view> words) {
  constexpr std::string_view kMarks = ",.;:?!";
  const auto stands_alone = [&](std::string_view word) {
    return word.find_first_not_of(kMarks) == std::string_view::npos;
  };
  return std::ranges::any_of(words, stands_alone) || std::ranges::none_of(words, [&](std::string_view word) {
           return kMarks.find(word.back()) != std::string_view::npos;
         });
}

// Each block is one sentence, its tokens separated by blanks or as people write.
void parse_lines(const ingest::LanguageModel& model, const ingest::Article& article, const TakePiece& take) {
  std::size_t line = 1, counted = 0;
  const std::string_view text = article.text;
  for (const ingest::Block& block : article.blocks) {
    line +=
        static_cast<std::size_t>(std::count(text.begin() + counted, text.begin() + block.span.begin, '\n'));
    counted = block.span.begin;
    if (!is_read(block.kind)) continue;
    const std::string_view sentence = text.substr(counted, block.span.end - counted);
    const std::vector<std::string_view> words = split_at_blanks(sentence);
    take({is_tokenized(words) ? model.parse_tokens(words) : model.parse_sentence(sentence), 0, line});
  }
}

// The blocks that hold sentences, parsed in batches; titles and headings too.
void parse_blocks(const ingest::LanguageModel& model, const ingest::Article& article, const TakePiece& take) {
  std::vector<std::string_view> texts;
  std::vector<std::size_t> bases;
  const auto flush = [&] {
    std::vector<ingest::Document> documents = model.parse(texts);
    for (std::size_t i = 0; i < documents.size(); ++i) take({std::move(documents[i]), bases[i], 0});
    texts.clear();
    bases.clear();
  };
  for (const ingest::Block& block : article.blocks) {
    if (!is_read(block.kind)) continue;
    texts.push_back(
        std::string_view(article.text).substr(block.span.begin, block.span.end - block.span.begin));
    bases.push_back(block.span.begin);
    if (texts.size() == kBatch) flush();
  }
  flush();
}

Status read_articles_of(const ingest::LanguageModel& model, const std::string& bytes, const std::string& name,
                        bool by_line, const Streams& streams, const TakePiece& take) {
  const auto parse_article = [&](ingest::Article&& article) -> Status {
    for (const std::string& warning : article.warnings)
      streams.err << "dossier: " << article.id << ": " << warning << '\n';
    if (!ingest::is_english(article)) {
      streams.err << "dossier: " << article.id << ": not English (" << article.language << "), left out\n";
    } else if (by_line) {
      parse_lines(model, article, take);
    } else {
      parse_blocks(model, article, take);
    }
    return {};
  };
  ingest::ReadOptions options;
  if (by_line) options = {.format = ingest::Format::kSentenceLines, .max_article_bytes = options.max_bytes};
  DOSSIER_ASSIGN_OR_RETURN(const ingest::ReadReport report,
                           ingest::read_articles(bytes, name, options, parse_article));
  for (const std::string& problem : report.problems) streams.err << "dossier: " << problem << '\n';
  return {};
}

int for_each_piece(const CommandLine& line, const Streams& streams, const TakePiece& take) {
  const auto model = load_model(line);
  if (!model.ok()) return complain(streams, model.status().message());
  int status = kDone;
  const std::vector<std::string> inputs = line.inputs.empty() ? std::vector<std::string>{"-"} : line.inputs;
  for (const std::string& input : inputs) {
    const Result<std::string> bytes = read_input(input, streams);
    Status done = bytes.status();
    if (bytes.ok())
      done = read_articles_of(**model, *bytes, input, line.one_sentence_per_line, streams, take);
    if (!done.ok()) status = complain(streams, done.message());
  }
  return status;
}

std::string_view text_of(const ingest::Document& document, ingest::TokenRange range) {
  const std::uint32_t begin = document.tokens[range.begin].span.begin,
                      end = document.tokens[range.end - 1].span.end;
  return std::string_view(document.text).substr(begin, end - begin);
}

std::string joined(const ingest::Document& document, const ingest::Phrase& phrase) {
  std::string text;
  for (const std::uint32_t token : phrase.tokens) {
    if (!text.empty()) text += ' ';
    text += document.word(token);
  }
  return text;
}

Json extraction_json(const Piece& piece, const ingest::Extraction& extraction, std::size_t line) {
  const ingest::Surface surface = ingest::surface_of(piece.document, extraction);
  const auto& attribution = extraction.attribution;
  return {{"line", line},
          {"sentence", text_of(piece.document, piece.document.sentences[extraction.sentence])},
          {"subject", surface.subject},
          {"relation", surface.relation},
          {"object", surface.object},
          {"arguments", surface.arguments},
          {"confidence", std::round(extraction.confidence * 10000.0) / 10000.0},
          {"implicit", extraction.implicit},
          {"negated", extraction.negated},
          {"modality", ingest::name_of(extraction.modality)},
          {"claimed_by", attribution ? Json(joined(piece.document, attribution->claimant)) : Json(nullptr)}};
}

void show_text(const ingest::DocumentTree& tree, const ingest::Extraction& extraction, bool explain,
               std::ostream& out) {
  const ingest::Surface surface = ingest::surface_of(tree.document(), extraction);
  out << "  " << surface.subject << " | " << surface.relation << " | " << surface.object;
  for (const std::string& argument : surface.arguments) out << " | " << argument;
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", extraction.confidence);
  out << "   (" << confidence;
  if (extraction.negated) out << ", negated";
  if (extraction.modality != ingest::Modality::kAsserted) out << ", " << ingest::name_of(extraction.modality);
  if (extraction.attribution) out << ", by " << joined(tree.document(), extraction.attribution->claimant);
  out << ")\n";
  if (explain) out << ingest::explain(tree, extraction) << '\n';
}

}  // namespace

int run_extract(const CommandLine& line, const Streams& streams) {
  if (!line.format.empty() && line.format != "text" && line.format != "jsonl") {
    return complain(streams, "unknown format '" + line.format + "'; expected text or jsonl", kUsage);
  }
  const bool json = line.format == "jsonl";
  std::size_t sentence_number = 0;
  return for_each_piece(line, streams, [&](const Piece& piece) {
    const auto& sentences = piece.document.sentences;
    const ingest::DocumentTree tree(piece.document);
    const std::vector<ingest::Extraction> extractions = ingest::extract(tree, {.alternatives = json});
    auto next = extractions.begin();
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      ++sentence_number;
      if (!json) streams.out << text_of(piece.document, sentences[s]) << '\n';
      for (; next != extractions.end() && next->sentence == s; ++next) {
        if (next->statement_only && !line.explain) continue;
        if (json) {
          streams.out << extraction_json(piece, *next, piece.line != 0 ? piece.line : sentence_number)
                             .dump(-1, ' ', false, Json::error_handler_t::replace)
                      << '\n';
        } else {
          show_text(tree, *next, line.explain, streams.out);
        }
      }
    }
  });
}

int run_trace(const CommandLine& line, const Streams& streams) {
  int status = kDone;
  const std::vector<std::string> inputs = line.inputs.empty() ? std::vector<std::string>{"-"} : line.inputs;
  for (const std::string& input : inputs) {
    const Result<std::string> bytes = read_input(input, streams);
    std::string lines;
    const Status done =
        bytes.ok() ? ingest::nlp::append_trace(model_file(line), *bytes, lines) : bytes.status();
    if (!done.ok()) status = complain(streams, done.message());
    streams.out << lines;
  }
  return status;
}

int run_parse(const CommandLine& line, const Streams& streams) {
  if (line.trace) return run_trace(line, streams);
  if (!line.format.empty() && line.format != "jsonl" && line.format != "conllu") {
    return complain(streams, "unknown format '" + line.format + "'; expected jsonl or conllu", kUsage);
  }
  return for_each_piece(line, streams, [&](const Piece& piece) {
    std::string text;
    if (line.format == "conllu") {
      ingest::append_conllu(piece.document, text);
    } else {
      ingest::append_json_lines(piece.document, text, piece.base);
    }
    streams.out << text;
  });
}

}  // namespace dossier::shell
