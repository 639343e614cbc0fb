// Bodies that every state has: "Congress" is the United States' in one article and Peru's in the next.
#pragma once

#include <string>
#include <string_view>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Whether the name tells no one such body from the others: "Navy", "House"; not "Royal Navy", "Supreme
/// Court".
bool needs_country(const graph::EntityRecord& entity);
/// The same of an organisation with that name.
bool needs_country(std::string_view name);

/// The name with the country or state that stands before or behind it: "Israeli Supreme Court" of "Israel's |
/// Supreme Court", "Ohio Senate" of "Senate | of Ohio"; else the text itself.
std::string name_with_country(const DocumentTree& tree, TokenRange range, const std::string& text);

/// What the names of one body share, however their words are ordered: "Finance Ministry" of "Ministry of
/// Finance", "Kenya Parliament" of "Parliament of Kenya", "US State Department" of "US Department of State";
/// else the name itself.
std::string official_form(std::string_view name);

/// A body that its noun and its country or place alone tell: "the Iraqi army", "the government of Iraq",
/// "Iraq's parliament", "Kent police".
struct StateBody {
  std::string name, with_country;  // "Iraqi army", "Iraq army"; empty for any other noun
};
StateBody state_body_of(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun);

/// Gives them their country's name as an alias ("United States Navy"), where the article is about one country
/// above all others.
void add_country_names(graph::ArticleRecord& record);

}  // namespace dossier::ingest
