// Words that stand before names and say what their bearers are.
#pragma once

#include "ingest/data/facts.h"
#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

bool proper(const Token& token);  // NNP, NNPS

/// A word that names a role or a rank where it stands before a name: "President", "Prof.", "spokesperson".
bool names_role(const DocumentTree& tree, std::uint32_t t);

/// "retailer", "carrier": as a rule a body, though the dictionary knows somebody by that noun.
bool names_body(std::string_view noun);

/// "broadcaster": a body or a thing as well as somebody.
bool acts_as_body(std::string_view noun);

/// "tanker", "destroyer": of a kind of ships, whatever else the dictionary knows by that noun.
bool names_ship(std::string_view noun);

/// "USS", "MV": what stands before a ship's name and is part of it.
bool ship_prefix(std::string_view word);
bool names_saint(std::string_view word);  // "St." of "St. Mary's Hospital"

/// The country that a name or a people's adjective means, or null.
const Country* country_of_word(std::string_view word);

/// "The Swede broke the record": somebody of that people; words such as "French" and "Chinese" mean all of them.
bool the_one_of_a_people(const DocumentTree& tree, std::uint32_t t);

/// "a German", "six Americans", "many Muslims", "moderate Democrats": some of a people, and not all of them.
bool some_of_a_people(const DocumentTree& tree, std::uint32_t t);

/// Country named by one or two tokens ending at t.
const Country* country_before(const DocumentTree& tree, std::uint32_t t);

}  // namespace dossier::ingest
