// Where grammar forbids a pronoun to stand for what is named beside it.
#pragma once

#include <cstdint>

#include "ingest/data/facts.h"
#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Principle B: "Xi met [him]" is not Xi, nor is "Xi expects [him] to leave", and a noun phrase that it stands in is not
/// meant by a pronoun. Principle C: "[It] told the firm to pay" is not the firm.
///
/// Source   Chomsky, Lectures on Government and Binding, 1981.
bool bound_out(const DocumentTree& tree, const Resolution& resolution, std::uint32_t entity,
               const Mention& mention, const Pronoun& pronoun);

/// "[He] sold Ole's house": not Ole (principle C), but whom else the pronoun means nobody can tell then. News repeats a name
/// only further down: "[He] defended his plan, saying that Ole's rivals had none."
bool named_below(const DocumentTree& tree, const Resolution& resolution, std::uint32_t entity,
                 const Mention& mention);

}  // namespace dossier::ingest
