// What the present tells of a day to come.
#pragma once

#include <string_view>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"

namespace dossier::ingest {

/// A deed of the present that has a day is yet to come; a state has lasted.
bool begins_then(const DocumentTree& tree, const Extraction& extraction);

/// "The trial begins on Friday", "The show is opening in June": by ISO 8601, `when` begins after the article's date.
bool lies_ahead(const DocumentTree& tree, const Extraction& extraction, std::string_view when,
                std::string_view article);

}  // namespace dossier::ingest
