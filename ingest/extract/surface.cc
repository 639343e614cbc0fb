#include "ingest/extract/surface.h"

#include <algorithm>

#include "ingest/extract/phrase.h"

namespace dossier::ingest {
namespace {

std::string joined(std::string left, const std::string& right) {
  if (!left.empty() && !right.empty()) left += ' ';
  return left + right;
}

std::string preposition_text(const Document& document, const Argument& argument) {
  return argument.preposition_tokens.empty() ? argument.preposition
                                             : text_of(document, argument.preposition_tokens);
}

std::string argument_text(const Document& document, const Argument& argument) {
  return joined(preposition_text(document, argument), text_of(document, argument.phrase.tokens));
}

// A passive turned active goes back to how the sentence has it: what was done to, then `by` whom.
void passive_again(const Document& document, const Extraction& extraction, Surface& surface) {
  surface.subject = text_of(document, extraction.arguments[0].phrase.tokens);
  surface.relation = joined(text_of(document, extraction.relation_tokens), "by");
  surface.object = text_of(document, extraction.subject.tokens);
}

}  // namespace

Surface surface_of(const Document& document, const Extraction& extraction) {
  Surface surface;
  const auto& arguments = extraction.arguments;
  if (extraction.agent_first) {
    passive_again(document, extraction, surface);
  } else {
    surface.subject = text_of(document, extraction.subject.tokens);
    surface.relation = extraction.relation_tokens.empty() ? extraction.relation
                                                          : text_of(document, extraction.relation_tokens);
    if (!extraction.surface_object.empty()) {
      surface.object = text_of(document, extraction.surface_object);
    } else if (!arguments.empty()) {
      const Argument& object = arguments[0];
      surface.object = text_of(document, object.phrase.tokens);
      surface.relation = joined(surface.relation, preposition_text(document, object));
    }
  }
  // An adverbial clause is an extraction of its own.
  for (std::size_t i = 1; i < arguments.size(); ++i)
    if (arguments[i].role != ArgumentRole::kAdverbialClause)
      surface.arguments.push_back(argument_text(document, arguments[i]));
  return surface;
}

}  // namespace dossier::ingest
