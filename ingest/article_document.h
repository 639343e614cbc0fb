// Article -> Document: each readable block parsed on its own, the results joined in the article's
// coordinates.
#pragma once

#include <functional>

#include "dossier/ingest/article.h"
#include "dossier/ingest/document.h"
#include "dossier/ingest/model.h"
#include "ingest/resolve/qualifiers.h"

namespace dossier::ingest {

/// Calls `take` with the article's readable text, in parts of whole passages: one for all but very long
/// articles, whose parts are resolved each on its own.
///
/// Shape    spans are bytes of the article's text; junk, captions, bylines and headlines are in no part.
void parse_article(const LanguageModel& model, const Article& article,
                   const std::function<void(const Document&)>& take);

/// The day that the article's words count from, and how it writes 4/2.
ArticleContext context_of(const Article& article);

/// Appends the tokens and sentences of `part`, whose text begins at byte `base` of the whole.
void append_document(const Document& part, std::uint32_t base, Document& whole);

}  // namespace dossier::ingest
