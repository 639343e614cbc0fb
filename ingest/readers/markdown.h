// Markdown -> Article.
#pragma once

#include <string_view>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Shape    front matter becomes metadata; headings, list items and block quotes become blocks of their kind, link texts
///          and emphasised words stay without their marks; images, tables, code, rules and HTML comments go. The first
///          heading is the title where the metadata has none.
/// Cost     linear.
/// Source   CommonMark 0.30, as far as news text needs it; reference links and nested lists are read as their text.
Article read_markdown(std::string_view text);

/// A line of Markdown without its inline marks.
std::string strip_inline_markup(std::string_view line);

}  // namespace dossier::ingest
