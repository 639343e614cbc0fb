// Talk written down: whose words each passage of an interview is.
#pragma once

#include <optional>
#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// What one person says before the next one speaks.
struct Turn {
  TokenRange label;                      // `((Ana Roe))`, `AR:`
  TokenRange words;                      // whole sentences
  std::optional<std::uint32_t> speaker;  // last token of a name of who speaks, in the label or before
  bool asks = false;                     // an interviewer's
};

/// The turns of a document, ascending; none where nobody is labelled.
///
/// Shape    a label is sentences of its own; without labels, paragraphs that only ask make turns if what follows
///          them says I, we or you. Who asks speaks one paragraph; who answers speaks until the next
///          label, and after the last one as long as the paragraphs say I, we or you.
std::vector<Turn> find_turns(const Document& document);

/// The turn whose label or words the token belongs to, or null.
const Turn* turn_of(const std::vector<Turn>& turns, std::uint32_t token);

}  // namespace dossier::ingest
