// Everything that a model computes for one text, stage by stage: to find where two implementations part.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "dossier/result.h"

namespace dossier::ingest::nlp {

/// Appends one JSON object a line, in the order of the computation; "stage" says what each holds:
///
///     token           text, bytes, ids of its attributes
///     rows            the four rows that each attribute takes of its table
///     embedding, mix  of each token, before its neighbours are seen
///     layer           token vectors after each layer of an encoder; of the last, they are the final ones
///     tags            the tagger's scores
///     projection, table   what the first token adds to the states that it is in
///     step            features, valid actions, scores, and the class that is chosen
///     arcs            heads and labels as the parser left them
///     tree            heads with lifted arcs put back, and sentence starts
///     entity          tokens and type
///
/// "network" is "shared", "parser" or "ner" where it is not plain. Texts are cut after 5,000 tokens.
Status append_trace(const std::filesystem::path& model, std::string_view text, std::string& lines);

}  // namespace dossier::ingest::nlp
