// What a named entity is called, of all the ways in which its article names it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Name, aliases, type and likely gender of the entity of these mentions; `voted` is its type unless it is a
/// country's or settled before.
void describe_named(const std::vector<Mention>& mentions, Entity& entity, EntityType voted);

/// Gives every person the surname as an alias that nobody else of the article bears: other articles may use
/// it alone.
void add_surnames(std::vector<Entity>& entities);

/// "Tory" of "Tories"; empty if the words are no plural of a people.
std::string one_of_people(std::string_view name);

/// "Democrats" of "Democratic"; empty for other words.
std::string people_of_adjective(std::string_view word);

/// "Muslims", "African Americans": the plural of a word for people.
bool names_peoples(std::string_view name);

/// "United States Navy" for "U.S. Navy"; the name itself where no abbreviated country begins it.
std::string with_country_spelt_out(std::string_view name);

/// The usual name of a well-known body, of a department or agency of the United States also with its country
/// before it: "Department of State" for "US State Department"; nothing for what the tables do not know.
std::optional<std::string_view> usual_name(std::string_view name);

}  // namespace dossier::ingest
