// What every reader's article gets last.
#pragma once

#include <cstddef>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Recognises the language and writes the warnings: replaced bytes, a language other than English, nothing to read.
///
/// Shape    `language` becomes a lower-case code such as "en" or "pt-br": the one recognised where the text is long
///          enough to be sure, else the declared one.
/// Cost     linear in the first 64 KiB of paragraphs.
void finish_article(Article& article, std::size_t replaced_sequences);

}  // namespace dossier::ingest
