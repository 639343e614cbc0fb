// JSON Lines -> articles.
#pragma once

#include <string_view>

#include "dossier/ingest/reader.h"

namespace dossier::ingest {

/// One article an object a line; a file that is one JSON array or object is taken as its articles.
///
/// Shape    text, body or content holds the text, read as plain text, or as HTML where it starts with a tag; title,
///          headline; date, published; url; publisher, source; author; language; id. Keys in any case. An object without
///          text, or a line that is no object, is a problem in the report, and the others are read.
/// Errors   whatever the sink returns.
Result<ReadReport> read_json_lines(std::string_view text, std::string_view name, const ReadOptions& options,
                                   const ArticleSink& sink);

}  // namespace dossier::ingest
