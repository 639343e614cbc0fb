// When and where a statement holds, from the arguments and the words around the verb.
#pragma once

#include <string>

#include "ingest/dates/dates.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

struct ArticleContext {
  std::string date;                     // ISO 8601 of its dateline; empty: relative dates stay unresolved
  DayOrder order = DayOrder::kUnknown;  // how the article writes 4/2
};

struct Qualifiers {
  std::string when, where;
  std::string when_words;  // of the time argument, whether it could be dated or not
  std::string named;       // when, or where that runs on from a date, this: 2009 of "since 2009"
  bool then_so = false;    // "did not endorse her until July" did then
  bool ahead = false;      // "the trial begins on Friday" has not yet
};

/// Reads extractions in the order of the text: "the same day" takes up the last date.
class QualifierReader {
 public:
  QualifierReader(const DocumentTree& tree, const Resolution& resolution, const ArticleContext& context);

  Qualifiers of(const Extraction& extraction);
  /// When the statement about this argument holds: `out.when`, or the date of its own that it has beside another's.
  std::string when_of(const Extraction& extraction, const Argument* argument, const Qualifiers& out) const;
  bool spells_no(const Extraction& extraction) const;
  std::string date_of(const Argument& argument) const;  // its words resolved, or nothing
  bool dates(const Argument& argument) const { return !date_of(argument).empty(); }
  /// The named place that hangs on the noun: Oslo of "won votes in Oslo and Bergen"; empty for none.
  std::string place_of_noun(std::uint32_t noun) const;
  std::string words_of(const Phrase& phrase) const;
  std::string words_of_time(const Phrase& phrase) const;

 private:
  EventTime time_of(const Extraction& extraction) const;
  std::string date_beside(const Extraction& extraction) const;
  std::string date_of_noun(const Extraction& extraction) const;
  std::string date_of_when(const Extraction& extraction) const;
  std::string date_in_front(const Extraction& extraction) const;
  const Entity* place_behind(std::uint32_t preposition) const;
  std::string place_of_scene(const Extraction& extraction) const;
  std::string place_in_front(const Extraction& extraction) const;
  bool tells_when(const Argument& argument) const;
  std::string end_of_span(const Extraction& extraction, const Argument& argument) const;
  bool lasts_through(const Argument& argument) const;
  static bool until(const Argument& argument);
  bool of_first_value(const Extraction& extraction, const Argument& argument) const;
  bool of_value_before(std::uint32_t preposition) const;
  bool behind_event(std::uint32_t preposition, bool (*links)(std::string_view)) const;
  bool names_weekday(const Argument& argument) const;
  EventTime time_of(const Extraction& extraction, const Argument& argument) const;
  bool tells_where(const Argument& argument) const;
  bool in_brackets(const Argument& argument) const;
  std::uint32_t sentence_of(const Extraction& extraction) const;
  void forget_reference(const Extraction& extraction);
  std::string last_date_of(TokenRange words) const;

  const DocumentTree& tree_;
  const Resolution& resolution_;
  DateContext dates_;
  std::uint32_t reference_sentence_ = 0;  // that told `dates_.reference`
  std::uint32_t read_sentence_ = ~0U;     // the last one that a reference was looked for
};

}  // namespace dossier::ingest
