// Who a relative clause is said of, where the nearest noun is nobody.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/resolve/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "A man with a history of problems who stabbed ...": "who" is a person, however near the problems are; kNoToken
/// where the extraction's own subject does it.
std::uint32_t person_above(const DocumentTree& tree, const Resolution& resolution, const Extraction& extraction);

/// A person, a body of people, or a name of one.
bool noun_of_people(const DocumentTree& tree, const Resolution& resolution, std::uint32_t t);

}  // namespace dossier::ingest
