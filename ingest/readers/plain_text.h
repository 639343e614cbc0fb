// Plain text -> Article.
#pragma once

#include <string>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Shape    `text` is valid UTF-8 and becomes Article::text byte for byte, but for line breaks within a paragraph, which
///          become spaces. Blocks are classified; metadata is what the text itself gives.
/// Cost     linear.
Article read_plain_text(std::string text);

}  // namespace dossier::ingest
