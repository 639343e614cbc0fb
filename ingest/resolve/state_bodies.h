// Bodies that every state has: "Congress" is the United States' in one article and Peru's in the next.
#pragma once

#include <string>
#include <string_view>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// Whether the name tells no one such body from the others: "Navy", "House"; not "Royal Navy", "Supreme
/// Court".
bool needs_country(const graph::EntityRecord& entity);
/// The same of an organisation with that name.
bool needs_country(std::string_view name);

/// The name with the country or state that stands before it: "Israeli Supreme Court" of "Israel's | Supreme Court", "Ohio
/// Senate"; else the text itself.
std::string name_with_country(const DocumentTree& tree, TokenRange range, const std::string& text);

/// Gives them their country's name as an alias ("United States Navy"), where the article is about one country
/// above all others.
void add_country_names(graph::ArticleRecord& record);

}  // namespace dossier::ingest
