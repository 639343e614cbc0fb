// Extractions, with their mentions resolved, -> entities and statements of one article.
#pragma once

#include <span>
#include <string>

#include "dossier/graph/article_record.h"
#include "ingest/dates/dates.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/document_tree.h"

namespace dossier::ingest {

struct ArticleContext {
  std::string date;      // ISO 8601 of publication; empty: relative dates stay unresolved
  DayOrder order = DayOrder::kUnknown;   // how the article writes 4/2
};

/// Appends a document's sentences, entities and statements to the record.
///
/// Shape    an argument that is a pronoun without antecedent, a long clause or nothing drops the statement; conjuncts and
///          groups give a statement each; equal statements are one with more evidence.
void build_statements(const DocumentTree& tree, const Resolution& resolution, std::span<const Extraction> extractions,
                      const ArticleContext& context, graph::ArticleRecord& record);

}  // namespace dossier::ingest
