// Documents as the lines of `dossier parse --format jsonl`, and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"
#include "dossier/result.h"

namespace dossier::ingest {

/// Writes one line for each sentence: {"begin", "end", "tokens": [{"text", "begin", "end", "lemma", "tag",
/// "pos", "head", "dep", "ent"}]}.
///
/// Shape    spans are bytes of `document.text`, moved by `base`; `head` is an index in the sentence.
void append_json_lines(const Document& document, std::string& out, std::size_t base = 0);

/// Reads such lines back. A line that begins before the one above it ended starts the next document.
///
/// Shape    the text of a document has each token at its place, and white space between them.
/// Errors   InvalidArgument, with the line's number, for what is not such a line.
Result<std::vector<Document>> parse_json_lines(std::string_view lines);

}  // namespace dossier::ingest
