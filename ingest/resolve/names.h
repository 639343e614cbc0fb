// Names as strings: cleaning, comparing, acronyms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// Without articles, quotes, possessive and trailing punctuation; white space collapsed, hyphens closed up.
std::string clean_name(std::string_view text);

/// What two spellings of one name share: lower case, no accents and full stops, hyphens and dashes as spaces.
std::string name_key(std::string_view name);

std::vector<std::string_view> words_of(std::string_view name);
std::string to_lower(std::string_view text);
bool has_letter_or_digit(std::string_view text);
bool is_capitalised(std::string_view word);
bool all_capitals(std::string_view word);  // two letters or more, digits allowed

/// The key of a person's name as it sounds: one for what English makes of Сергей ("Sergei", "Sergey"), Алексей, Зеленський.
std::string sound_key(std::string_view text);

/// Whether the letters are the initials of the name's words, small words counted or not: "KCNA", "M5S".
bool is_acronym_of(std::string_view acronym, std::string_view name);

/// The noun that a name's key is about: "treaty" of "treaty of rome".
std::string_view name_head(std::string_view key);

/// What a share is traded as: "NSK.N", "7201.T" (a code and where, as Reuters writes them), "NYSE:NSK".
bool is_ticker(std::string_view code);

}  // namespace dossier::ingest
