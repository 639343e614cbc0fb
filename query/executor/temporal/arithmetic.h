// Instants and durations, added, subtracted and scaled.
#pragma once

#include "dossier/graph/value.h"
#include "dossier/result.h"
#include "query/ast/ast.h"

namespace dossier::query::temporal {

/// An instant or duration plus a duration. Of a date only the days count, of a time only the seconds, modulo a day; a
/// day that the resulting month does not have becomes its last.
/// Errors   ArithmeticError IntegerOverflow outside of the supported years.
Result<graph::Value> add(const graph::Value& value, const graph::Duration& duration, ast::SourceSpan span);
Result<graph::Value> subtract(const graph::Value& value, const graph::Duration& duration,
                              ast::SourceSpan span);

/// Fractions of a month carry into days, those of a day into seconds (see duration.h).
Result<graph::Value> scale(const graph::Duration& duration, double factor, ast::SourceSpan span);
Result<graph::Value> divide(const graph::Duration& duration, double divisor, ast::SourceSpan span);

}  // namespace dossier::query::temporal
