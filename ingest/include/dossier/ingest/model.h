// The language model: one weights file, shared read-only by all threads.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"
#include "dossier/result.h"

namespace dossier::ingest {

/// A trained English pipeline: tokenizer, tagger, parser, entity recogniser, lemmatizer.
///
/// Source   spaCy's CNN pipelines, executed natively; docs/model-card.md names the shipped one.
class DOSSIER_API LanguageModel {
 public:
  /// Errors   NotFound; Corruption for a truncated, altered or foreign file; Unsupported for a newer format.
  /// Cost     maps the file and packs the weights: tens of milliseconds.
  static Result<std::shared_ptr<const LanguageModel>> load(const std::filesystem::path& file);
  /// $DOSSIER_MODEL, else the one the project ships, else the stock model where it was installed or made.
  static std::filesystem::path default_file();
  /// Whether the weights in `file` have the SHA-256 that its header gives; load() checks a faster sum only.
  static Status verify(const std::filesystem::path& file);
  virtual ~LanguageModel() = default;

  /// Reads texts that belong together as separate documents, batched through the network.
  ///
  /// Shape    one Document for each text, in order; spans are bytes of that text.
  /// Errors   none for any bytes: invalid UTF-8 is tokenised as it stands.
  /// Cost     linear in the text; memory bounded by the largest text plus a fixed batch.
  /// Threads  const: any number of threads.
  virtual std::vector<Document> parse(std::span<const std::string_view> texts) const = 0;

  /// One sentence, already tokenised: no sentence is split, tokens are taken as given, `text` is them joined by spaces.
  virtual Document parse_tokens(std::span<const std::string_view> words) const = 0;

  /// One sentence as it is written: tokenised, but not split.
  virtual Document parse_sentence(std::string_view sentence) const = 0;

  virtual std::string_view name() const = 0;      // "en_core_web_sm 3.8.0"
  virtual std::string_view checksum() const = 0;  // of the weights, hexadecimal
};

}  // namespace dossier::ingest
