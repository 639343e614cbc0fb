// Whether the name of a country or its people means them here, or a state, somebody, or one of the people.
#pragma once

#include <span>
#include <string>

#include "ingest/data/facts.h"
#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

bool is_state_here(std::span<const Mention> mentions, const std::string& text, const Country& country);
bool is_surname_here(const DocumentTree& tree, std::span<const Mention> mentions, const Mention& mention);
bool does_as_somebody(const DocumentTree& tree, std::span<const Mention> mentions, const Mention& mention);
bool one_of_them(const DocumentTree& tree, const Mention& mention);

}  // namespace dossier::ingest
