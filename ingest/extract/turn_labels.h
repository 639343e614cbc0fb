// Who speaks in talk written down, by the labels that open its paragraphs.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// A name, or its initials, that says who speaks what follows: `Ana Roe: Yes.`, `((AR)) Yes.`
struct TurnLabel {
  Span whole;  // with its brackets and colon
  Span name;
  bool asks = false;  // whoever it names mostly asks
};

/// The labels of an interview, ascending; none in a text that is no talk.
///
/// Shape    each paragraph is a span of the text, ascending.
std::vector<TurnLabel> find_turn_labels(std::string_view text, std::span<const Span> paragraphs);

/// Whether the words speak of those who talk, outside quotation marks: `I`, `we`, `you`.
bool speaks_of_itself(std::string_view words);

/// `MS` of Michael Siegel, `WN` of Wikinews.
bool abbreviates(std::string_view letters, std::string_view name);

}  // namespace dossier::ingest
