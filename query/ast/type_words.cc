#include "query/ast/type_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "query/diagnostics.h"

namespace dossier::query::ast {
namespace {

// Groups first: what one covers is not named again.
constexpr std::array kNames = std::to_array<std::pair<TypeSet, const char*>>({
    {kDateType | kLocalTimeType | kTimeType | kLocalDateTimeType | kDateTimeType, "a date or time"},
    {kNumberType, "a number"},
    {kIntegerType, "an integer"},
    {kFloatType, "a float"},
    {kStringType, "a string"},
    {kBooleanType, "a boolean"},
    {kListType, "a list"},
    {kMapType, "a map"},
    {kNodeType, "a node"},
    {kRelationshipType, "a relationship"},
    {kPathType, "a path"},
    {kDateType, "a date"},
    {kLocalTimeType, "a local time"},
    {kTimeType, "a time"},
    {kLocalDateTimeType, "a local date and time"},
    {kDateTimeType, "a date and time"},
    {kDurationType, "a duration"},
});

// What other languages call a function, and how it is said here.
constexpr std::array kForeign = std::to_array<std::pair<std::string_view, const char*>>({
    {"substr", "use substring(text, start, length); it counts from 0"},
    {"mid", "use substring(text, start, length); it counts from 0"},
    {"len", "use size()"},
    {"strlen", "use size()"},
    {"cardinality", "use size()"},
    {"uppercase", "use toUpper()"},
    {"upper_case", "use toUpper()"},
    {"touppercase", "use toUpper()"},
    {"lowercase", "use toLower()"},
    {"lower_case", "use toLower()"},
    {"tolowercase", "use toLower()"},
    {"count_distinct", "use count(DISTINCT x)"},
    {"countdistinct", "use count(DISTINCT x)"},
    {"distinct", "use DISTINCT before what is returned, or collect(DISTINCT x)"},
    {"concat", "join strings and lists by +"},
    {"group_concat", "use string.join(collect(x), ', ')"},
    {"string_agg", "use string.join(collect(x), ', ')"},
    {"listagg", "use string.join(collect(x), ', ')"},
    {"array_agg", "use collect()"},
    {"join", "use string.join(list, ', ')"},
    {"ucase", "use toUpper()"},
    {"lcase", "use toLower()"},
    {"contains", "use CONTAINS: text CONTAINS 'part'"},
    {"startswith", "use STARTS WITH"},
    {"endswith", "use ENDS WITH"},
    {"regexp_like", "use =~ and a regular expression"},
    {"if", "use CASE WHEN ... THEN ... ELSE ... END"},
    {"iif", "use CASE WHEN ... THEN ... ELSE ... END"},
    {"ifnull", "use coalesce()"},
    {"isnull", "use IS NULL, or coalesce()"},
    {"nvl", "use coalesce()"},
    {"now", "use datetime()"},
    {"today", "use date()"},
    {"current_date", "use date()"},
    {"getdate", "use date()"},
    {"curdate", "use date()"},
    {"year", "use the component: x.year"},
    {"month", "use the component: x.month"},
    {"day", "use the component: x.day"},
    {"datediff", "use duration.inDays(a, b).days"},
    {"date_diff", "use duration.inDays(a, b).days"},
    {"dateadd", "add a duration: x + duration('P3D')"},
    {"date_add", "add a duration: x + duration('P3D')"},
    {"strftime", "use date.format(x, 'yyyy-MM-dd')"},
    {"to_char", "use date.format(x, 'yyyy-MM-dd')"},
    {"to_date", "use date()"},
    {"str_to_date", "use date()"},
    {"pow", "use ^"},
    {"power", "use ^"},
    {"mod", "use %"},
    {"int", "use toInteger()"},
    {"str", "use toString()"},
    {"cast", "use toInteger(), toFloat(), toBoolean(), toString() or date()"},
    {"average", "use avg()"},
    {"mean", "use avg()"},
    {"stddev", "use stDev()"},
    {"median", "use percentileCont(x, 0.5)"},
    {"first", "use head()"},
    {"rest", "use tail()"},
    {"edges", "use relationships()"},
    {"source", "use startNode()"},
    {"target", "use endNode()"},
});

}  // namespace

std::string in_words(TypeSet types) {
  if (types == kAnyType) return "a value";
  std::vector<std::string> words;
  for (const auto& [set, name] : kNames) {
    if ((types.bits & set.bits) != set.bits) continue;
    words.emplace_back(name);
    types.bits &= ~set.bits;
  }
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

std::string arguments_in_words(int count) {
  return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

std::string suggest_function(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto foreign =
      std::find_if(kForeign.begin(), kForeign.end(), [&](const auto& row) { return row.first == lower; });
  if (foreign != kForeign.end()) return foreign->second;
  std::vector<std::string> names;
  for (const FunctionSignature& known : all_functions()) {
    if (known.name.find(' ') == known.name.npos && known.name != "||") names.emplace_back(known.name);
  }
  return suggest(name, names);
}

}  // namespace dossier::query::ast
