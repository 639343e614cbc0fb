// Characters as Python's str sees them, since the model's attributes were made there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::ingest::nlp {

/// The first character of `text` and its bytes. Text must be valid UTF-8 and not empty.
struct Character {
  char32_t code = 0;
  std::size_t size = 0;
};
Character first_character(std::string_view text);

/// The bytes of the last `count` characters of `text`.
std::string_view last_characters(std::string_view text, std::size_t count);

/// Number of characters.
std::size_t character_count(std::string_view text);

bool is_space(char32_t code);       // str.isspace
bool is_alphabetic(char32_t code);  // str.isalpha
bool is_all_space(std::string_view text);
bool is_all_alphabetic(std::string_view text);

/// str.lower: the full mapping of Unicode, with the final sigma.
std::string lower_case(std::string_view text);

/// The shape of a word: "Apple" is Xxxxx, "COVID-19" is XXXX-dd, 100 characters or more are LONG.
///
/// Source   spaCy spacy/lang/lex_attrs.py, word_shape.
std::string word_shape(std::string_view text);

/// The same number of bytes, in valid UTF-8: each byte that is in no character becomes U+001A, one byte.
std::string valid_utf8(std::string_view text);

}  // namespace dossier::ingest::nlp
