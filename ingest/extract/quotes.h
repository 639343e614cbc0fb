// Whose words a quotation is, when the sentence with the words is not the sentence with the speaker.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/extraction.h"

namespace dossier::ingest {

/// A clause that may introduce or follow a quotation: `Xi said`.
struct Speech {
  std::uint32_t verb = 0;
  Phrase speaker;
  int rank = 0;  // of several in a sentence the highest speaks, then the last
};

/// The speeches among the clauses of one sentence.
void append_speeches(const Tree& tree, const std::vector<Clause>& clauses, std::vector<Speech>& speeches);

/// Gives every extraction whose predicate stands between quotation marks, and that nobody claims yet, its
/// speaker.
///
/// Shape    extractions and speeches of the whole document, ascending.
void attribute_quotes(const DocumentTree& tree, const std::vector<Speech>& speeches,
                      std::vector<Extraction>& extractions);

}  // namespace dossier::ingest
