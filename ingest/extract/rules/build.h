// What the rules build extractions with.
#pragma once

#include "ingest/extract/clause.h"
#include "ingest/extract/extraction.h"
#include "ingest/extract/rules/rule.h"

namespace dossier::ingest {

/// An extraction that has what the clause knows: relation words, negation, modality, claimant.
Extraction start_of(const Tree& tree, const Clause& clause, std::string_view rule);

/// Whether the noun is joined to another and denied where that one is not: `a king but no president`, `Ana and not Ida`.
bool is_denied_conjunct(const Tree& tree, std::uint32_t head);

/// One extraction for each subject and each conjunct of the object, the other slots behind it; a conjunct that is denied
/// gives a denied one.
void add_clause(const Reading& reading, const Clause& clause, std::string_view rule,
                std::vector<Extraction>& found);

/// The slot that a statement of this clause is about: an object, a complement, or the nearest prepositional
/// phrase.
std::optional<std::size_t> object_slot(const Clause& clause);

/// A relation that no word spells: `is`, `has`, with its two ends.
Extraction implicit_relation(const Tree& tree, Phrase subject, std::string relation, std::string predicate,
                             Argument object, std::string_view rule);

/// Modality, negation and claimant of the clause that a noun stands in, for what a noun phrase says there.
void take_context(const Reading& reading, std::uint32_t token, Extraction& extraction);

/// Whether what the adjective describes has not happened, or not for certain: `planned`, `alleged`, `failed`.
bool looks_ahead(std::string_view adjective);

}  // namespace dossier::ingest
