// Names that the acronym in brackets behind them spells: "Rail for Oslo (RfO)", of which the recogniser takes Oslo alone.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/name_spans.h"

namespace dossier::ingest {

/// The names that no span of the recogniser covers whole, in the order of the text.
///
/// Source   Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003;
///          stricter: each capitalised word gives its first letter, small words may, and nothing else does.
std::vector<NameSpan> spelt_out_names(const DocumentTree& tree);

/// "digital rights management" of "DRM (digital rights management)" or "digital rights management (DRM)": the
/// words, without a capital, that this acronym stands for here; empty where none are spelt out beside it.
std::string spelt_beside(const DocumentTree& tree, TokenRange acronym);

}  // namespace dossier::ingest
