// Roles that people and organisations hold: shared by titles, appositions and copulas.
#pragma once

#include "ingest/extract/rules/build.h"

namespace dossier::ingest {

/// Whether the noun names a role that somebody holds: `president`, `coach`, `spokesperson`.
bool is_role(const Tree& tree, std::uint32_t noun);

/// Whether the noun says what a named thing is: an agency, a site, a newspaper, a ship.
bool is_kind(const std::string& noun);

/// Whether the noun says of what it is one: `his home`, `a spinoff of 4chan`.
bool is_relational(const Tree& tree, std::uint32_t noun);

/// What the role before a name is called: `prime minister`, `former ambassador`.
std::string title_words(const Tree& tree, std::uint32_t role);

/// The statements in `holder is role`: one for each thing the role is of (`professor of`, `professor at`), by
/// the role's prepositions, its possessor, or the names before it; a plain `is` where it is of nothing.
void add_role(const Reading& reading, const Phrase& holder, std::uint32_t role, std::string_view rule,
              std::vector<Extraction>& found);

/// The same where a clause says so: with its negation, modality and claimant; nothing where the role is of nothing.
void add_said_role(const Reading& reading, const Clause& clause, const Phrase& holder, std::uint32_t role,
                   std::string_view rule, std::vector<Extraction>& found);

}  // namespace dossier::ingest
