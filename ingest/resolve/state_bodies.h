// Bodies that every state has: "Congress" is the United States' in one article and Peru's in the next.
#pragma once

#include <string_view>

#include "dossier/graph/article_record.h"

namespace dossier::ingest {

/// Whether the name tells no one such body from the others: "Navy", "House"; not "Royal Navy", "Supreme
/// Court".
bool needs_country(const graph::EntityRecord& entity);
/// The same of an organisation with that name.
bool needs_country(std::string_view name);

/// Gives them their country's name as an alias ("United States Navy"), where the article is about one country
/// above all others.
void add_country_names(graph::ArticleRecord& record);

}  // namespace dossier::ingest
