// HTML -> Article.
#pragma once

#include <string>
#include <string_view>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Shape    the article's own text without navigation, forms, tables, code, related links and share buttons; headings, list
///          items, quotations, captions and bylines as blocks of their kind. Metadata from JSON-LD, og: and article:
///          properties, meta elements, the canonical link, <time> and <html lang>, in that order, where `known` has none.
/// Errors   none: any bytes of valid UTF-8 parse; elements nested past a limit are read as their text, with a warning.
/// Cost     linear, the tree in memory (about 40 times the input's tags).
Article read_html(std::string_view text, Article known = {});

/// The charset that the first kilobyte declares; empty without one.
std::string declared_html_charset(std::string_view bytes);

}  // namespace dossier::ingest
