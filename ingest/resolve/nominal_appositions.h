// Noun phrases beside the name that they describe: "Shi Yinhong, a professor of ...", "the M5S party".
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// The entity that a noun phrase is in apposition to, or kNone.
std::uint32_t find_apposition(const DocumentTree& tree, const Resolution& resolution, const Mention& mention);

/// "another drug, ibuprofen, was sold": the mention beside it that tells which one of its kind is meant.
std::uint32_t find_one_of_its_kind(const DocumentTree& tree, const Resolution& resolution,
                                   const Mention& mention);

}  // namespace dossier::ingest
