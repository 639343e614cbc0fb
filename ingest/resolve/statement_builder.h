// Extractions, with their mentions resolved, -> entities and statements of one article.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/qualifiers.h"
#include "ingest/resolve/statement_confidence.h"

namespace dossier::ingest {

/// Is shown each statement, its indexes those of the record, with what its confidence was worked out from.
using StatementObserver = std::function<void(const graph::StatementRecord&, const Features&)>;

/// Appends a document's sentences, entities and statements to the record.
///
/// Shape    an argument that is a pronoun without antecedent, a long clause or nothing drops the statement;
/// conjuncts and
///          groups give a statement each; equal statements are one with more evidence.
void build_statements(const DocumentTree& tree, const Resolution& resolution,
                      std::span<const Extraction> extractions, const ArticleContext& context,
                      graph::ArticleRecord& record, const StatementObserver& observe = {});

}  // namespace dossier::ingest
