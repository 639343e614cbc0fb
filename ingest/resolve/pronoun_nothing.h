// What speaks for a pronoun standing for nothing that the article names: "it is hard", "it took 115 years".
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/pronoun_features.h"

namespace dossier::ingest {

/// Fills in what speaks for nothing, once the pronoun's candidates are there.
void describe_nothing(const DocumentTree& tree, const Resolution& resolution, const Mention& mention,
                      PronounCase& pronoun);

/// "it is clear that", "it is hard for them to", "found it hard to", "it was reported that": for what
/// follows; "it rains".
bool stands_for_nothing(const DocumentTree& tree, const Mention& mention);

/// "who", "which"
bool relative(const Mention& mention);

}  // namespace dossier::ingest
