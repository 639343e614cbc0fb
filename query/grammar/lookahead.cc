#include "query/grammar/lookahead.h"

#include <strings.h>

#include "query/grammar/characters.h"

namespace dossier::query::grammar::lookahead {
namespace {

char sign_at(const Outline& outline, std::size_t at) {
  return at < outline.text().size() ? outline.text()[at] : '\0';
}

/// The place after the name at `at` and the blanks that follow it; `at` itself where no name stands.
std::size_t after_name(const Outline& outline, std::size_t at) {
  const std::string_view text = outline.text();
  std::size_t end = at;
  if (sign_at(outline, at) == '`') {
    while (sign_at(outline, end) == '`') {  // `a``b` is one name
      const std::size_t close = text.find('`', end + 1);
      if (close == std::string_view::npos) return at;
      end = close + 1;
    }
  } else {
    Character next = decode_character(text, end);
    if (next.size == 0 || !is_identifier_start(next.code)) return at;
    while (next.size > 0 && is_identifier_part(next.code)) {
      end += next.size;
      next = decode_character(text, end);
    }
  }
  return outline.skip_blanks(end);
}

/// A name and IN after it, such as `x IN xs`.
bool variable_in(const Outline& outline, std::size_t at) {
  const std::size_t word = after_name(outline, at);
  if (word == at) return false;
  const std::string_view text = outline.text().substr(word);
  return text.size() > 2 && strncasecmp(text.data(), "in", 2) == 0 &&
         !is_identifier_part(decode_character(text, 2).code);
}

}  // namespace

bool group(Outline& outline, std::size_t at) {
  return sign_at(outline, at) == '(' && sign_at(outline, outline.skip_blanks(at + 1)) == '(';
}

bool path(Outline& outline, std::size_t at) {
  return sign_at(outline, at) == '(' && outline.path_begins_at(at);
}

bool comprehension(Outline& outline, std::size_t at) {
  if (sign_at(outline, at) != '[' || !outline.comprehension_at(at)) return false;
  if (!variable_in(outline, outline.skip_blanks(at + 1))) return false;
  return mark_bar_divides(outline, at);
}

bool pattern_comprehension(Outline& outline, std::size_t at) {
  const Bracket* bracket = outline.bracket_at(at);
  if (!bracket || sign_at(outline, at) != '[' || !bracket->has_pipe) return false;
  std::size_t begin = outline.skip_blanks(at + 1);
  const std::size_t equals = after_name(outline, begin);
  if (equals != begin && sign_at(outline, equals) == '=') begin = outline.skip_blanks(equals + 1);
  return path(outline, begin) && mark_bar_divides(outline, at);
}

bool function(Outline& outline, std::size_t at) {
  while (true) {
    const std::size_t next = after_name(outline, at);
    if (next == at) return false;
    if (sign_at(outline, next) == '(') return true;
    if (sign_at(outline, next) != '.') return false;
    at = outline.skip_blanks(next + 1);
  }
}

bool variable_in_parentheses(Outline& outline, std::size_t at) {
  const std::size_t open = after_name(outline, at);
  return open != at && sign_at(outline, open) == '(' && variable_in(outline, outline.skip_blanks(open + 1));
}

bool word_before_sign(const Outline& outline, std::size_t at, char sign) {
  const std::size_t next = after_name(outline, at);
  return next != at && sign_at(outline, next) == sign;
}

bool mark_bar_divides(Outline& outline, std::size_t at) {
  if (Bracket* bracket = outline.bracket_at(at)) bracket->bar_divides = true;
  return true;
}

bool bar_is_label(Outline& outline, std::size_t at) {
  const Bracket* around = outline.around(at);
  return !around || !around->bar_divides;
}

}  // namespace dossier::query::grammar::lookahead
