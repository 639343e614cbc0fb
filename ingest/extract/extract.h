// Document -> extractions: what each sentence says, clause by clause.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"

namespace dossier::ingest {

struct ExtractOptions {
  float least_confidence = 0;  // leave out what is less certain
  bool alternatives =
      false;  // other cuts of the same words, for `dossier extract`: `signed a treaty with | Moscow`
};

/// Every extraction of the document, sentence by sentence, none twice.
///
/// Cost     linear in the sentence's length but for a small quadratic part in its clauses; about 140 us a sentence.
/// Threads  pure: any number of threads may extract at once.
std::vector<Extraction> extract(const DocumentTree& tree, const ExtractOptions& options = {});
/// The same of a document as the parser left it.
std::vector<Extraction> extract(const Document& document, const ExtractOptions& options = {});

/// For `dossier extract --explain`: the rule with its example, the words used, and the parse of the sentence.
std::string explain(const DocumentTree& tree, const Extraction& extraction);

}  // namespace dossier::ingest
