// Teams that are called like their town, and families that are called like one of them.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Where an article tells of a match, what wins, loses and has players is a team, town or not: "Barcelona beat Liverpool
/// 2-1", "a defeat at Bologna", "Bologna's striker". Countries are told apart elsewhere, and players beat
/// players too. Where none is told, "the Obamas" are a family.
void add_club_hints(const DocumentTree& tree, std::vector<Mention>& mentions);

}  // namespace dossier::ingest
