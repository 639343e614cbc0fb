// What stands at a place of the text, told from the outline without parsing.
#pragma once

#include <cstddef>

#include "query/grammar/outline.h"

namespace dossier::query::grammar::lookahead {

bool group(Outline& outline, std::size_t at);
bool path(Outline& outline, std::size_t at);
bool comprehension(Outline& outline, std::size_t at);
bool pattern_comprehension(Outline& outline, std::size_t at);
bool function(Outline& outline, std::size_t at);
bool variable_in_parentheses(Outline& outline, std::size_t at);
bool word_before_sign(const Outline& outline, std::size_t at, char sign);
template <char Sign>
bool word_before(Outline& outline, std::size_t at) {
  return word_before_sign(outline, at, Sign);
}
bool mark_bar_divides(Outline& outline, std::size_t at);
bool bar_is_label(Outline& outline, std::size_t at);

}  // namespace dossier::query::grammar::lookahead
