// The JSON tables of a weights file, without JSON's types in the way of those who only need errors.
#pragma once

#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "dossier/result.h"
#include "dossier/status_macros.h"
#include "ingest/nlp/weights_file.h"

namespace dossier::ingest::nlp {

/// Calls `read(json)` with the table `name`, and turns what it throws for a table of the wrong form into
/// Corruption.
template <typename Read>
Status read_json_tensor(const WeightsFile& file, const std::string& name, const Read& read) {
  DOSSIER_ASSIGN_OR_RETURN(const std::string_view text, file.text(name));
  try {
    read(nlohmann::json::parse(text));
  } catch (const nlohmann::json::exception& exception) {
    return corruption("language model: " + name + ": " + exception.what());
  }
  return {};
}

}  // namespace dossier::ingest::nlp
