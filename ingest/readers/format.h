// Which reader a file is for.
#pragma once

#include <string_view>

#include "dossier/ingest/reader.h"

namespace dossier::ingest {

/// The name without a trailing .gz, .zst or .zstd.
std::string_view without_compression(std::string_view name);

/// By extension; kDetect where it says nothing.
Format format_of_name(std::string_view name);

/// By the first bytes of the text: a tag, an object, front matter; else plain text.
Format format_of_content(std::string_view text);

}  // namespace dossier::ingest
