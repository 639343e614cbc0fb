// What the words around a name say that it is.
#pragma once

#include <optional>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "a shipping company" beside the name, "the ship" before it, "in" before it: `Mention::hints` of every
/// name.
void add_type_hints(const DocumentTree& tree, std::vector<Mention>& mentions);

/// The type of thing that a common noun describes: Organization for "company", Product for "ships".
std::optional<EntityType> type_of_noun(std::string_view word);

/// Whether a country or another known place follows behind a comma: "Allen, Texas".
bool region_follows(const DocumentTree& tree, const Mention& mention);

}  // namespace dossier::ingest
