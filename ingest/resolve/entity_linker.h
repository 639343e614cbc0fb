// Entities of an article -> nodes of the graph.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dossier/graph/article_record.h"
#include "dossier/graph/reader.h"

namespace dossier::ingest {

/// Sets EntityRecord::node where the graph already has the entity.
///
/// A full name with the same type is the same; so is an acronym or another telling alias. A person's surname
/// alone counts only if one person of the graph carries it, and the two share a neighbour or few people bear it; it is
/// the same when the full name comes later. Judgements overrule
/// all of this. What is left open is returned as proposals, which nothing acts on. `before` is the article as the graph
/// has it: nodes that nothing else mentions are its own, taken again only by what finds no other.
///
/// Errors   those of the reader.
/// Cost     one name look-up for each name and alias.
Result<std::vector<graph::Judgement>> link_entities(const graph::Reader& graph,
                                                    std::span<const graph::Judgement> judgements,
                                                    graph::ArticleRecord& record,
                                                    std::optional<graph::ArticleId> before = std::nullopt);

}  // namespace dossier::ingest
