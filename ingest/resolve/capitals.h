// A capital's name for the state: "Beijing considered the termination regrettable", but "visited Beijing".
#pragma once

#include <set>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Countries that the mentions name by themselves or by their people.
std::set<const Country*> countries_mentioned(const Resolution& resolution);

/// Whether a place's name stands where an actor does: subject, agent, owner of something abstract, party to
/// talks.
bool acts(const DocumentTree& tree, std::uint32_t head);

}  // namespace dossier::ingest
