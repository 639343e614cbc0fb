// One event told twice in an article: a verb with its participants, and a noun that takes it up.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// How a statement of the record came about.
struct EventTrace {
  std::size_t statement = 0;   // index in the record
  std::uint32_t sentence = 0;  // of the document
  bool nominal = false;        // its predicate stands in the text as a noun: "Xi's call with Putin"
  bool communicates = false;   // speaking, calling, meeting
};

/// An undated nominal event takes the date of a dated one between the same two; "The calls" after "spoke with
/// A and B" are calls to A and to B; "his death" is no statement where another one tells when or where he died.
///
/// Shape    statements are appended to the record or get a date; of nominal events with one participant some go.
void link_events(const DocumentTree& tree, const Resolution& resolution,
                 const std::vector<EventTrace>& traces, std::uint32_t first_sentence,
                 graph::ArticleRecord& record);

}  // namespace dossier::ingest
