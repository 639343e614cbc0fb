#include "dossier/ingest/reader.h"

#include <string>

#include "dossier/status_macros.h"
#include "ingest/readers/compression.h"
#include "ingest/readers/finish.h"
#include "ingest/readers/format.h"
#include "ingest/readers/html.h"
#include "ingest/readers/json_lines.h"
#include "ingest/readers/markdown.h"
#include "ingest/readers/plain_text.h"
#include "ingest/readers/sentence_lines.h"
#include "ingest/readers/text_encoding.h"

namespace dossier::ingest {
namespace {

Status too_large(std::size_t size, std::size_t limit) {
  return Status(StatusCode::kResourceExhausted,
                std::to_string(size) + " bytes are more than the limit of " + std::to_string(limit));
}

Article read_one(DecodedText decoded, Format format) {
  switch (format) {
    case Format::kMarkdown:
      return read_markdown(decoded.text);
    case Format::kHtml:
      return read_html(decoded.text);
    case Format::kSentenceLines:
      return read_sentence_lines(std::move(decoded.text));
    default:
      return read_plain_text(std::move(decoded.text));
  }
}

Result<ReadReport> read_plain_bytes(std::string_view bytes, std::string_view name, const ReadOptions& options,
                                    const ArticleSink& sink) {
  if (bytes.size() > options.max_bytes) return too_large(bytes.size(), options.max_bytes);
  Format format = options.format == Format::kDetect ? format_of_name(name) : options.format;
  const bool maybe_html = format == Format::kHtml || format == Format::kDetect;
  DOSSIER_ASSIGN_OR_RETURN(DecodedText decoded,
                           decode_text(bytes, maybe_html ? declared_html_charset(bytes) : ""));
  if (format == Format::kDetect) format = format_of_content(decoded.text);
  if (format == Format::kJsonLines) return read_json_lines(decoded.text, name, options, sink);
  if (decoded.text.size() > options.max_article_bytes)
    return too_large(decoded.text.size(), options.max_article_bytes);
  const std::size_t replaced = decoded.replaced;
  const std::string charset = decoded.charset;
  Article article = read_one(std::move(decoded), format);
  if (charset != "UTF-8") article.warnings.push_back("not UTF-8: read as " + charset);
  article.id = std::string(name);
  finish_article(article, replaced);
  DOSSIER_RETURN_IF_ERROR(sink(std::move(article)));
  return ReadReport{.articles = 1};
}

}  // namespace

Result<ReadReport> read_articles(std::string_view bytes, std::string_view name, const ReadOptions& options,
                                 const ArticleSink& sink) {
  if (!is_compressed(bytes)) {
    Result<ReadReport> report = read_plain_bytes(bytes, name, options, sink);
    if (!report.ok()) return report.status().with_context(name);
    return report;
  }
  Result<std::string> plain = decompress(bytes, options.max_bytes);
  if (!plain.ok()) return plain.status().with_context(name);
  Result<ReadReport> report = read_plain_bytes(*plain, name, options, sink);
  if (!report.ok()) return report.status().with_context(name);
  return report;
}

}  // namespace dossier::ingest
