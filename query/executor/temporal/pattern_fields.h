// What each letter of a pattern stands for, and how wide it may be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "query/executor/temporal/instant.h"

namespace dossier::query::temporal {

/// What an instant must have for a letter to say something.
enum class Need : std::uint8_t { kDay, kTime, kOffset, kZone };

struct Letter {
  char letter;
  std::uint32_t widths;  // bit n: may stand n times
  Need need;
};

/// Nothing for a letter that no pattern knows.
const Letter* find_letter(char letter);

/// The text of a letter that stands `width` times, a width it may have; nothing where the instant lacks what it
/// needs.
std::optional<std::string> field_text(const Letter& letter, std::size_t width, const Parts& parts);

}  // namespace dossier::query::temporal
