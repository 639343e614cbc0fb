// Articles -> the graph: reads, parses, extracts, resolves and writes, an article a transaction.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "dossier/graph/article_record.h"
#include "dossier/graph/store.h"
#include "dossier/ingest/article.h"
#include "dossier/ingest/model.h"
#include "dossier/ingest/reader.h"

namespace dossier::ingest {

struct IngestOptions {
  unsigned jobs = 0;   // threads that parse and extract; 0: one a core. Changes the time and nothing else
  bool again = false;  // read articles once more that have not changed
  std::string ingested_at;        // ISO 8601, stored with each article; empty: the article's own date
  float least_confidence = 0.6F;  // statements below are not stored: four of ten of them are wrong
  ReadOptions read;
  std::function<bool()> cancelled;  // asked between articles; true ends the run with what is written so far
};

/// What became of one article.
struct IngestOutcome {
  std::string article;     // its id
  bool unchanged = false;  // skipped: the same bytes, model and extractor wrote it before
  std::size_t sentences = 0, entities = 0, statements = 0;
  std::vector<graph::Judgement> proposals;  // names that may be the same, left apart
  std::vector<std::string> warnings;
};

struct IngestReport {
  std::size_t articles = 0, unchanged = 0, failed = 0, statements = 0;
  std::vector<std::string> problems;  // one line each, in the order of the input
};

/// Reads what an article says, without a store: entities are the article's own.
///
/// Cost     dominated by the model: about a millisecond a sentence.
/// Threads  pure: any number of threads.
DOSSIER_API graph::ArticleRecord read_statements(const LanguageModel& model, const Article& article,
                                                 const IngestOptions& options = {});

/// One article into the store, in a transaction of its own; what an article of the same id said before goes.
///
/// Errors   those of the store; nothing is written then.
DOSSIER_API Result<IngestOutcome> ingest_article(graph::Store& store, const LanguageModel& model,
                                                 const Article& article, const IngestOptions& options = {});

/// Every article below the paths, in the order of the paths and of the names below them.
///
/// Errors   a path that is not there, an unreadable file or a failing article becomes a line of the report,
/// and the rest
///          goes on; the store's own failures (IoError, Corruption) end the run and are returned.
/// Threads  parses on `options.jobs` threads; resolves and writes on the calling one, which also calls
/// `progress`.
DOSSIER_API Result<IngestReport> ingest_paths(graph::Store& store, const LanguageModel& model,
                                              std::span<const std::filesystem::path> paths,
                                              const IngestOptions& options = {},
                                              const std::function<void(const IngestOutcome&)>& progress = {});

}  // namespace dossier::ingest
