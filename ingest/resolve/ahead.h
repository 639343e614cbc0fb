// Dates that lie elsewhere than the deed: ahead of it, or of what it is done to.
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

/// "lowered its forecast for 2026": the date is the forecast's; "set the hearing for May" tells when that is, and "listed
/// none for the last month" how long.
bool is_of_object(const DocumentTree& tree, const Extraction& extraction, const Argument& date);

}  // namespace dossier::ingest
