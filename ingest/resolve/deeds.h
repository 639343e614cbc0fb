// Who does something in a clause, and to whom it is done.
#pragma once

#include <cstdint>

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// "arrested [three men]", "[three men] were arrested": of a coordination's first or a later part.
bool suffers(const DocumentTree& tree, std::uint32_t t);
/// "[Police] arrested three men"
bool does_to_another(const DocumentTree& tree, std::uint32_t t);
/// "thanked [Erik] for his help", "[Erik] was criticised over his remarks": of an owner, who is judged for what he owns.
std::uint32_t whom_judged(const DocumentTree& tree, std::uint32_t owner);
/// "was chosen by [Ana] as her deputy": of an owner, who does what its clause tells in the passive.
std::uint32_t agent_above(const DocumentTree& tree, std::uint32_t owner);

}  // namespace dossier::ingest
