#include "ingest/readers/dateline.h"

#include <chrono>

#include "ingest/dates/calendar.h"
#include "ingest/readers/dates.h"

namespace dossier::ingest {

std::string dateline_day(const Article& article) {
  const auto published = parse_iso(article.date);
  if (!published || published->day == 0) return article.date;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph) break;
    if (block.kind != BlockKind::kDateline) continue;
    const std::string text = article.text.substr(block.span.begin, block.span.end - block.span.begin);
    if (text.find("pdated") != text.npos || text.find("odified") != text.npos) continue;
    const auto day = find_date_within(text);
    if (!day) continue;
    const auto apart = first_day(*parse_iso(*day)) - first_day(*published);
    return std::chrono::abs(apart) <= std::chrono::days(7) ? *day : article.date;
  }
  return article.date;
}

}  // namespace dossier::ingest
