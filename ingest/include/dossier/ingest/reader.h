// Files and bytes -> articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/article.h"
#include "dossier/result.h"

namespace dossier::ingest {

/// Sentence lines, each a paragraph whatever it looks like, are never detected.
enum class Format : std::uint8_t { kDetect, kPlainText, kMarkdown, kHtml, kJsonLines, kSentenceLines };

struct ReadOptions {
  Format format = Format::kDetect;               // by the name's extension, then by content
  std::size_t max_bytes = std::size_t{1} << 30;  // of a file once decompressed
  std::size_t max_article_bytes = std::size_t{64} << 20;
};

struct ReadReport {
  std::size_t articles = 0;
  std::vector<std::string> problems;  // articles left out and why: "news.jsonl:3: not a JSON object"
};

/// Takes each article as it is read; a failure ends the reading and is returned.
using ArticleSink = std::function<Status(Article&&)>;

/// Reads the articles in `bytes`: one, or for JSON Lines one an object.
///
/// Shape    `name` tells the format by its extension (.txt, .md, .html, .jsonl, each also with .gz or .zst), becomes
///          Article::id where the source has no id, and stands in messages; "-" is as good as any.
/// Errors   InvalidArgument for binary data and damaged compression; ResourceExhausted past a limit of `options`;
///          whatever the sink returns. Invalid characters are no error: they become U+FFFD and a warning.
/// Cost     linear; a small multiple of the largest article in memory, beside the decompressed bytes.
/// Threads  stateless.
DOSSIER_API Result<ReadReport> read_articles(std::string_view bytes, std::string_view name,
                                             const ReadOptions& options, const ArticleSink& sink);

/// The same for a file; `name` is its path as given.
DOSSIER_API Result<ReadReport> read_article_file(const std::filesystem::path& file,
                                                 const ReadOptions& options, const ArticleSink& sink);

/// The files to read for a path: itself, or every readable article file below a folder, sorted by path bytes.
///
/// Errors   NotFound if there is nothing at the path; IoError if a folder cannot be listed.
///          Below a folder, hidden files and folders and files of other types are skipped; links to folders are not followed.
DOSSIER_API Result<std::vector<std::filesystem::path>> find_article_files(const std::filesystem::path& path);

/// Whether the language runtime should read it: false only where another language was recognised or declared.
DOSSIER_API bool is_english(const Article& article);

}  // namespace dossier::ingest
