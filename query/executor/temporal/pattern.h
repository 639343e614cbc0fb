// Temporal instants by a pattern of letters, as date.format takes it: "d MMM yyyy, HH:mm".
#pragma once

#include <string>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::query::temporal {

/// Letters and widths of java.time's DateTimeFormatter, names in English, weeks of ISO 8601: G u y Y Q q M L w W
/// d D F g E e c a B H k K h m s S A n N V v z O X x Z. Text in single quotes stands for itself, '' for a quote;
/// what is in [ ] is left out where the instant lacks a part of it; ppp fills up the next letter with spaces to
/// three characters.
/// Errors   ArgumentError InvalidArgumentValue without a place, which names the character of the pattern: a letter
///          or width that is none, a part that the type lacks, a quote, bracket or padding without its other half.
Result<std::string> format(const graph::Value& instant, std::string_view pattern);

}  // namespace dossier::query::temporal
