// The page's tree -> the article's blocks.
#pragma once

#include <gumbo.h>

#include "ingest/readers/article_builder.h"

namespace dossier::ingest {

/// Appends the blocks of the article's body; nothing of the page around it.
///
/// Cost     linear in the tree.
/// Source   container choice after Readability (Arc90; Mozilla's port): paragraphs score their ancestors; blocks after
///          jusText (Pomikálek 2011): length and link density.
void append_html_blocks(const GumboNode* root, ArticleBuilder& builder);

}  // namespace dossier::ingest
