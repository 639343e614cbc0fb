// The recogniser's spans, cut where they hold more than one name.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

struct NameSpan {
  TokenRange range;
  EntityLabel label = EntityLabel::kNone;
};

/// The names within one span of the recogniser, in order; most often the span itself.
std::vector<NameSpan> names_of_span(const DocumentTree& tree, NameSpan span);

}  // namespace dossier::ingest
