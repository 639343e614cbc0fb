// Names that the shipped tables hold.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/data/facts.h"
#include "ingest/extract/document_tree.h"
#include "ingest/resolve/name_spans.h"

namespace dossier::ingest {

/// "Washington D.C.", "Islamic State", "Danone": well-known names that are no part of a longer one, in the order of the
/// text; of single words only bodies that the recogniser saw nothing of.
std::vector<NameSpan> known_names(const DocumentTree& tree);

/// A word where a name may stand: "Eon has", where a common noun would have its article; "CentOS" is none.
bool stands_as_name(const DocumentTree& tree, std::uint32_t t);

/// The first word of the name that "Episcopal" goes on in "St. John's | Episcopal Church"; else the word itself.
std::uint32_t with_saint(const DocumentTree& tree, std::uint32_t t);

/// The country that a name means; "Emirates" is none without its article. Null for others.
const Country* country_of_name(const DocumentTree& tree, TokenRange range, std::string_view text);

}  // namespace dossier::ingest
