// How present an entity is to the reader at some point of the text.
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Sum over the entity's mentions before the token: subjects weigh most, each sentence further back halves.
///
/// Source   Lappin and Leass, Computational Linguistics 20(4), 1994, table 1; weights of roles as there.
float salience(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
               std::uint32_t before);

/// The sentence of the entity's last mention before the token, or kNone.
std::uint32_t last_sentence(const Resolution& resolution, const Entity& entity, std::uint32_t before);

}  // namespace dossier::ingest
