// Temporal instants by a pattern of letters, as date.format takes it: "d MMM yyyy, HH:mm".
#pragma once

#include <string>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query::temporal {

/// Letters of java.time's DateTimeFormatter (y u M d D E e Q w Y H h a m s S n X x V), names in English; text in single
/// quotes stands for itself.
/// Errors   ArgumentError InvalidArgumentValue without a place, for another letter or a part that the type lacks.
Result<std::string> format(const graph::Value& instant, std::string_view pattern);

}  // namespace dossier::query::temporal
