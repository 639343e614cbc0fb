// What the names of an article's entities tell before they are looked up in the graph.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "dossier/graph/article_record.h"

namespace dossier::ingest {

/// A word that stands for one thing only within its article ("team", "deal") is not looked up.
bool telling(const graph::EntityRecord& entity);
bool telling_alias(const graph::EntityRecord& entity, const std::string& alias);

/// "Ford" of "Ford Motor Company"; not "Council".
bool short_form(const graph::EntityRecord& entity, const std::string& alias);

/// "Times", "Court": short for one thing here and for another there.
bool common_noun(const std::string& name);

/// "Court", "Police", "Life": a common noun that no table gives as a name, which stands for another thing elsewhere.
bool lone_noun(const graph::EntityRecord& entity);

/// An entity with a country's code.
bool names_country(const graph::EntityRecord& entity);

/// "FAA": Federal Aviation Administration here, FISA Amendments Act there.
bool spelt_otherwise(const std::string& letters, const std::string& left, const std::string& right);

/// Nearly all things that share a full name and differ in type are one thing, taken for another once.
bool full_name(const graph::EntityRecord& entity);

/// "Brexit", "Doran": a person, or what no table gives as a name.
bool one_word_name(const graph::EntityRecord& entity);

/// "Holm", "Aurora", of which this article tells nothing.
bool untyped_name(const graph::EntityRecord& entity);

/// "Erdogan", "Brexit": no common surname, given name or noun.
bool few_bear(const std::string& word);

/// "Zelensky", "Zelenskyy", "Zelenskiy".
std::set<std::string> spellings(std::string_view surname);

}  // namespace dossier::ingest
