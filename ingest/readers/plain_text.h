// Plain text -> Article.
#pragma once

#include <string>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Shape    `text` is valid UTF-8 and becomes Article::text byte for byte, but for line breaks within a paragraph, which
///          become spaces. Blocks are classified; what `known` leaves open is filled from the text itself.
/// Cost     linear.
Article read_plain_text(std::string text, Article known = {});

}  // namespace dossier::ingest
