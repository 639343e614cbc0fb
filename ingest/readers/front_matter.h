// YAML front matter -> metadata.
#pragma once

#include <cstddef>
#include <string_view>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Fills the article's empty fields from the front matter that `text` starts with, and says how long it is.
///
/// Shape    a line of three dashes, YAML, and a line of three dashes or dots; the result counts all of that, 0 without it.
///          Keys in any case, synonyms as sites use them (headline, published, source, byline, link, lang). Front matter
///          that is no YAML map is left out of the text too, with a warning.
std::size_t read_front_matter(std::string_view text, Article& article);

bool is_metadata_key(std::string_view key);

/// Sets the field that a metadata key names, if it is empty and the key is known. Dates are brought to YYYY-MM-DD.
void set_metadata(std::string_view key, std::string_view value, Article& article);

}  // namespace dossier::ingest
