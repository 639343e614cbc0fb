// Paragraphs as a reader found them -> blocks of the right kind, metadata filled from what the text itself says.
#pragma once

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Gives each kParagraph block its kind from layout and place; other kinds stay as the reader set them.
///
/// Shape    splits a leading dateline off its paragraph; joins a paragraph that breaks off in mid-sentence with its
///          continuation (the break in `text` becomes spaces); cuts blocks past 32 KiB at sentence ends. Fills title,
///          date, author and publisher where they are empty.
/// Cost     linear.
void classify_blocks(Article& article);

}  // namespace dossier::ingest
