// A people's adjective that names what they speak.
#pragma once

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// "speaks fluent English", "sang in French"; not "beat the English", "in the French".
bool names_language(const DocumentTree& tree, TokenRange range, EntityLabel label);

/// "the last English king", whose word the recogniser takes for a language.
bool describes_person(const DocumentTree& tree, TokenRange range, EntityLabel label);

}  // namespace dossier::ingest
