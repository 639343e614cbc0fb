// The article path, a line an arrow; the rest of this file keeps several articles in flight.
#include "dossier/ingest/pipeline.h"

#include <xxhash.h>

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

#include "dossier/status_macros.h"
#include "dossier/version.h"
#include "ingest/article_document.h"
#include "ingest/extract/extract.h"
#include "ingest/resolve/entity_linker.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/statement_builder.h"

namespace dossier::ingest {
namespace {

std::string extractor_name() { return std::string("dossier ") + kVersion; }

std::string hex(XXH128_hash_t hash) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  std::string out;
  for (const unsigned char byte : bytes.digest) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

// Everything that decides what an article becomes.
std::string content_hash(const LanguageModel& model, const Article& article, const IngestOptions& options) {
  std::string all;
  for (const std::string_view part :
       {std::string_view(article.text), std::string_view(article.title), std::string_view(article.date),
        std::string_view(article.publisher), std::string_view(article.author), std::string_view(article.url),
        std::string_view(article.language), model.checksum()}) {
    all += part;
    all += '\0';
  }
  all += extractor_name() + " " + std::to_string(options.least_confidence);
  return hex(XXH3_128bits(all.data(), all.size()));
}

graph::ArticleRecord with_metadata(const LanguageModel& model, const Article& article,
                                   const IngestOptions& options) {
  graph::ArticleRecord record;
  record.id = article.id;
  record.title = article.title;
  record.date = article.date;
  record.publisher = article.publisher;
  record.author = article.author;
  record.url = article.url;
  record.language = article.language;
  record.ingested_at = options.ingested_at.empty() ? article.date : options.ingested_at;
  record.content_hash = content_hash(model, article, options);
  record.extractor = extractor_name();
  return record;
}

void drop_unsure(float least, graph::ArticleRecord& record) {
  std::erase_if(record.statements, [&](const graph::StatementRecord& statement) {
    return std::none_of(
        statement.evidence.begin(), statement.evidence.end(),
        [&](const graph::StatementEvidence& evidence) { return evidence.confidence >= least; });
  });
}

bool unchanged(const graph::Store& store, const graph::ArticleRecord& record) {
  const auto before = store.article(record.id);
  return before.ok() && before->content_hash == record.content_hash;
}

Result<IngestOutcome> write(graph::Store& store, graph::ArticleRecord record, const Article& article) {
  IngestOutcome outcome{.article = record.id,
                        .sentences = record.sentences.size(),
                        .entities = record.entities.size(),
                        .statements = record.statements.size(),
                        .warnings = article.warnings};
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::Judgement> judgements, store.judgements());
  DOSSIER_ASSIGN_OR_RETURN(const std::unique_ptr<graph::Transaction> transaction, store.begin());
  const auto before = store.article(record.id);
  DOSSIER_ASSIGN_OR_RETURN(outcome.proposals,
                           link_entities(*transaction, judgements, record,
                                         before.ok() ? std::optional(before->node) : std::nullopt));
  DOSSIER_RETURN_IF_ERROR(transaction->put_article(record).status());
  for (const graph::Judgement& proposal : outcome.proposals)
    DOSSIER_RETURN_IF_ERROR(transaction->put_judgement(proposal));
  DOSSIER_RETURN_IF_ERROR(transaction->commit());
  return outcome;
}

bool ends_the_run(const Status& status) {
  return status.code() == StatusCode::kIoError || status.code() == StatusCode::kCorruption ||
         status.code() == StatusCode::kCancelled;
}

/// Articles in flight: read and parsed on threads of their own, written in the order they came.
class Run {
 public:
  Run(graph::Store& store, const LanguageModel& model, const IngestOptions& options,
      const std::function<void(const IngestOutcome&)>& progress)
      : store_(store),
        model_(model),
        options_(options),
        progress_(progress),
        width_(options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency())) {}

  Status add(Article&& article) {
    if (options_.cancelled && options_.cancelled())
      return Status(StatusCode::kCancelled, "ingest: interrupted");
    while (flying_.size() >= width_) DOSSIER_RETURN_IF_ERROR(land());
    Flight flight{.article = std::make_unique<Article>(std::move(article))};
    graph::ArticleRecord record = with_metadata(model_, *flight.article, options_);
    if (!options_.again && unchanged(store_, record)) {
      flight.unchanged = true;
    } else {
      flight.record = std::async(std::launch::async, [this, source = flight.article.get()] {
        return read_statements(model_, *source, options_);
      });
    }
    flying_.push_back(std::move(flight));
    return {};
  }

  Status finish() {
    while (!flying_.empty()) DOSSIER_RETURN_IF_ERROR(land());
    return {};
  }

  void problem(std::string line) { report_.problems.push_back(std::move(line)), ++report_.failed; }
  IngestReport& report() { return report_; }

 private:
  struct Flight {
    std::unique_ptr<Article> article;
    bool unchanged = false;
    std::future<graph::ArticleRecord> record;
  };

  Status land() {
    Flight flight = std::move(flying_.front());
    flying_.pop_front();
    if (flight.unchanged) {
      ++report_.unchanged;
      tell({.article = flight.article->id, .unchanged = true});
      return {};
    }
    Result<IngestOutcome> outcome = write(store_, flight.record.get(), *flight.article);
    if (!outcome.ok()) {
      if (ends_the_run(outcome.status())) return outcome.status();
      problem(flight.article->id + ": " + outcome.status().message());
      return {};
    }
    ++report_.articles;
    report_.statements += outcome->statements;
    tell(*outcome);
    return {};
  }

  void tell(const IngestOutcome& outcome) const {
    if (progress_) progress_(outcome);
  }

  graph::Store& store_;
  const LanguageModel& model_;
  const IngestOptions& options_;
  const std::function<void(const IngestOutcome&)>& progress_;
  std::size_t width_;
  std::deque<Flight> flying_;
  IngestReport report_;
};

Status ingest_file(const std::filesystem::path& file, const IngestOptions& options, Run& run) {
  Status stopped;
  const auto sink = [&](Article&& article) { return stopped = run.add(std::move(article)); };
  const Result<ReadReport> read = read_article_file(file, options.read, sink);
  if (!stopped.ok()) return stopped;
  if (!read.ok())
    run.problem(read.status().message());
  else
    for (const std::string& line : read->problems) run.problem(line);
  return {};
}

}  // namespace

graph::ArticleRecord read_statements(const LanguageModel& model, const Article& article,
                                     const IngestOptions& options) {
  graph::ArticleRecord record = with_metadata(model, article, options);
  if (!is_english(article)) return record;
  const ArticleContext context = context_of(article);
  parse_article(model, article, [&](const Document& document) {
    const DocumentTree tree(document);
    const std::vector<Extraction> extractions = extract(tree);
    const Resolution resolution = resolve_mentions(tree, extractions);
    build_statements(tree, resolution, extractions, context, record);
  });
  drop_unsure(options.least_confidence, record);
  return record;
}

Result<IngestOutcome> ingest_article(graph::Store& store, const LanguageModel& model, const Article& article,
                                     const IngestOptions& options) {
  if (!options.again && unchanged(store, with_metadata(model, article, options)))
    return IngestOutcome{.article = article.id, .unchanged = true};
  return write(store, read_statements(model, article, options), article);
}

Result<IngestReport> ingest_paths(graph::Store& store, const LanguageModel& model,
                                  std::span<const std::filesystem::path> paths, const IngestOptions& options,
                                  const std::function<void(const IngestOutcome&)>& progress) {
  Run run(store, model, options, progress);
  for (const std::filesystem::path& path : paths) {
    const auto files = find_article_files(path);
    if (!files.ok()) run.problem(files.status().message());
    if (!files.ok()) continue;
    for (const std::filesystem::path& file : *files) DOSSIER_RETURN_IF_ERROR(ingest_file(file, options, run));
  }
  DOSSIER_RETURN_IF_ERROR(run.finish());
  return std::move(run.report());
}

}  // namespace dossier::ingest
