// The day that an article's words count from.
#pragma once

#include <string>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// The day of the first dateline in the article's head that lies within a week of its date, as YYYY-MM-DD; else the article's
/// date. `Yesterday` under `Tuesday, June 19, 2018` is the 18th, though the page's metadata say that it was published then.
std::string dateline_day(const Article& article);

}  // namespace dossier::ingest
