// Dates that take up the one told before: "that October", "the same night".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dates/time_words.h"

namespace dossier::ingest {

/// Where the words take up a date: the "that" or "same" right before the last word, the name or unit of a time.
bool takes_up(const std::vector<TimeWord>& words);

/// "by the end of the year": of this one, where the words speak of what is to come.
bool names_end(const std::vector<TimeWord>& words);

/// The date of words that take one up; `told` is the last one before them, in ISO 8601.
///
/// Errors   nothing where `told` is less precise than the words: "that night" behind "2019".
std::optional<std::string> taken_up(const std::vector<TimeWord>& words, std::string_view told);

}  // namespace dossier::ingest
