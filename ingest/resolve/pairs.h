// Two that stood together: what "the two companies" and "both sides" take up.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// The last two of a kind that one sentence put together: "Norsk and Adler", "Norsk sued Adler", "a deal with Adler".
///
/// Shape    looks `reach` sentences back from the mention; empty where a sentence puts several pairs together.
std::vector<std::uint32_t> paired_before(const DocumentTree& tree, const Resolution& resolution,
                                         const Mention& mention, std::uint32_t reach,
                                         const std::function<bool(const Entity&)>& of_kind);

}  // namespace dossier::ingest
