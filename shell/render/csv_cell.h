#pragma once

#include <string>

namespace dossier::shell {

/// RFC 4180: quoted where the text holds the separator, a quote or a line end.
std::string csv_cell(const std::string& text);

}  // namespace dossier::shell
