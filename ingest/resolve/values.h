// Amounts, quantities and times as value nodes: a name to show and a normal form to compute with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

struct NormalValue {
  double amount = 0;
  std::string
      unit;  // ISO 4217 code for money, "%" for percent, else the words after the number, singular or not
  bool money = false;
};

/// The number in the words and what it counts: "over 422,000 euros" -> 422000 EUR; "1½ hours" -> 1.5 hours.
///
/// Errors   nothing where the words hold no number.
std::optional<NormalValue> find_value(std::string_view words);

/// Whether the noun is a currency with a number, whatever the recogniser made of it: `50 million euros`.
bool is_sum(const DocumentTree& tree, std::uint32_t noun);

}  // namespace dossier::ingest
