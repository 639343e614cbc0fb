// Whose a role is not, though the words stand where an owner does.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// `the world's largest maker of chips`: the owner is those among whom it ranks, not what it is of.
bool ranks_within(const Tree& tree, std::uint32_t role, std::uint32_t owner);

/// `a women's rights lawyer`, `the miners' union`: the owner says what kind; but `the miners' lawyer`.
bool tells_kind(const Tree& tree, std::uint32_t owner, std::uint32_t role);

/// Whether the role is with it: `a lawyer with Amnesty`, `an analyst with the bank`, no `player with three titles`.
bool binds(const Tree& tree, const Argument& body);

}  // namespace dossier::ingest
