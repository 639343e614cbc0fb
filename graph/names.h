// When two spellings are the same name.
#pragma once

#include <string>
#include <string_view>

namespace dossier::graph {

/// The form under which names are compared: case folded, accents, quotes, a possessive ending and punctuation
/// dropped, "the" before it too, single spaces, NFC. "The  “Élysée’s”" and "elysee" are one. Never empty unless
/// the text has no letter, digit or symbol at all: then the text itself, case folded.
std::string normalise_name(std::string_view text);

/// A normalised name without titles in front, as long as a word is left: "president xi" is "xi".
std::string_view without_titles(std::string_view normalised);

}  // namespace dossier::graph
