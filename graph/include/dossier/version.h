#pragma once

namespace dossier {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace dossier
