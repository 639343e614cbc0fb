// Where a text says that somebody or something is from.
#pragma once

#include <cstdint>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "Chinese Foreign Minister [Wang Yi]", "German battery maker [Voltwerk]", "[Dvorak] of the Czech Republic", "the Greek
/// [group]"; of what is no country itself. Null where the words say none.
const Country* country_told_of(const DocumentTree& tree, const Resolution& resolution,
                               const Mention& mention);

/// Whether a mention of the entity before `token` tells of that country; of another and not of it.
bool told_from(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
               const Country* country, std::uint32_t token);
bool told_from_elsewhere(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                         const Country* country, std::uint32_t token);

}  // namespace dossier::ingest
