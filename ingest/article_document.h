// Article -> Document: each readable block parsed on its own, the results joined in the article's coordinates.
#pragma once

#include "dossier/ingest/article.h"
#include "dossier/ingest/document.h"
#include "dossier/ingest/model.h"

namespace dossier::ingest {

/// Shape    spans are bytes of the article's text; junk, captions, bylines and headlines are not in it.
Document parse_article(const LanguageModel& model, const Article& article);

/// Appends the tokens and sentences of `part`, whose text begins at byte `base` of the whole.
void append_document(const Document& part, std::uint32_t base, Document& whole);

}  // namespace dossier::ingest
