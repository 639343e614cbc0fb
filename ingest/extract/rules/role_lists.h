// What a role has from the list in which it stands: that it is over, and whose it is.
#pragma once

#include <optional>

#include "ingest/extract/tree.h"

namespace dossier::ingest {

/// No more: `Ana, then prime minister,`, `formerly the mayor and judge`, `a former judge, mayor and clerk` of each.
bool is_past(const Tree& tree, std::uint32_t role);

/// Whose relative it is, where the noun itself does not say: `Ole is survived by his wife and two sons, Erik and Ulf`,
/// `Ole leaves a wife, Ana`, `her husband and a son, Ulf`; nothing for others.
std::optional<std::uint32_t> owner_of_kin(const Tree& tree, std::uint32_t role);

}  // namespace dossier::ingest
