// Clauses behind a plural that belong to its name: "people who cannot swim" are fewer than people.
#pragma once

#include <optional>

#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention_clusters.h"

namespace dossier::ingest {

/// The relative clause or participle right behind a plural, or behind "every", "any" or "each" and one, without which it would mean others: "people | who cannot swim",
/// "videos | posted abroad"; behind `the` one at present, or a participle alone: "the towns | affected". None where only the
/// article explains it ("people she knew", "people held on Monday").
/// Of those of whom a part is told (`part`) any: "most of the people | who died".
std::optional<TokenRange> restriction_of(const DocumentTree& tree, std::uint32_t noun, bool part = false);

/// Whether the extraction is of the clause that the noun's name spells.
bool is_named_by(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun,
                 const Extraction& extraction);

/// "People who cannot swim drowned" does not say that people cannot swim, nor does "It helps people selling boats" that
/// people sell any, nor "One in eight clerks who swim left" that eight swim; "people held in Oslo" were held there, and "It angered people selling boats" tells of some who did.
bool only_restricts(const DocumentTree& tree, const Resolution& resolution, const Extraction& extraction);

}  // namespace dossier::ingest
