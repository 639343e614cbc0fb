#include "ingest/extract/extraction.h"

namespace dossier::ingest {

std::string_view name_of(Modality modality) {
  static constexpr std::string_view kNames[] = {"asserted",    "planned",  "possible",
                                                "conditional", "demanded", "reported"};
  return kNames[static_cast<std::size_t>(modality)];
}

std::string_view name_of(Stance stance) {
  static constexpr std::string_view kNames[] = {"", "asserts", "denies", "doubts"};
  return kNames[static_cast<std::size_t>(stance)];
}

}  // namespace dossier::ingest
