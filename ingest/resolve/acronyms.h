// Which name of an article an acronym or a byname stands for.
#pragma once

#include "ingest/resolve/partial_names.h"

namespace dossier::ingest {

/// The group that the acronym, a group too, is short for, or kNone: the name in or before its brackets ("Johnson Space
/// Center (JSC)"), else the only one with these initials. So is what somebody or something is said to be
/// known as: "Zver" of "Olof Berg, known as Zver".
std::uint32_t spelt_out(const DocumentTree& tree, const Resolution& resolution,
                        const std::vector<NameGroup>& groups, std::uint32_t acronym);

}  // namespace dossier::ingest
