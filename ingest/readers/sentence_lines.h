// Lines -> Article.
#pragma once

#include <string>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Shape    `text` is valid UTF-8 and becomes Article::text; each line with anything but blanks on it is a paragraph.
/// Cost     linear.
Article read_sentence_lines(std::string text);

}  // namespace dossier::ingest
