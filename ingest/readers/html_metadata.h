// <head>, JSON-LD and <time> -> metadata.
#pragma once

#include <gumbo.h>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Fills the article's empty fields from what the page declares.
///
/// Source   schema.org NewsArticle, the Open Graph protocol's article type, HTML 5's meta names.
void read_html_metadata(const GumboNode* root, Article& article);

}  // namespace dossier::ingest
