// Entities of an article -> nodes of the graph.
#pragma once

#include <span>
#include <vector>

#include "dossier/graph/article_record.h"
#include "dossier/graph/reader.h"

namespace dossier::ingest {

/// Sets EntityRecord::node where the graph already has the entity.
///
/// A full name with the same type is the same; so is an acronym or another telling alias. A person's surname
/// alone counts only if one person of the graph carries it and the two share a neighbour. Judgements overrule
/// all of this. What is left open is returned as proposals, which nothing acts on.
///
/// Errors   those of the reader.
/// Cost     one name look-up for each name and alias.
Result<std::vector<graph::Judgement>> link_entities(const graph::Reader& graph,
                                                    std::span<const graph::Judgement> judgements,
                                                    graph::ArticleRecord& record);

}  // namespace dossier::ingest
