// Which characters make names and blanks, after openCypher: ID_Start, ID_Continue and currency signs; all white space.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier::query::grammar {

struct Character {
  char32_t code = 0;
  std::size_t size = 0;  // bytes; 0: no well-formed UTF-8 here
};

Character decode_character(std::string_view text, std::size_t position);
bool is_identifier_start(char32_t code);
bool is_identifier_part(char32_t code);
bool is_blank(char32_t code);
/// Letters, digits and the signs of ASCII that mean something in a query, or may stand in a name.
bool may_stand_in_query(char32_t code);

}  // namespace dossier::query::grammar
