// What a rule is called when it was expected and did not come.
#pragma once

#include <string>
#include <type_traits>

#include "query/grammar/grammar.h"

namespace dossier::query::grammar {

template <typename Rule>
inline constexpr const char* kExpected = nullptr;

template <char... C>
inline constexpr char kQuotedSign[] = {'`', C..., '`', '\0'};
template <char... C>
inline constexpr const char* kExpected<token<C...>> = kQuotedSign<C...>;
template <>
inline constexpr const char* kExpected<comma> = "`,`";
template <>
inline constexpr const char* kExpected<colon> = "`:`";
template <>
inline constexpr const char* kExpected<open_paren> = "`(`";
template <>
inline constexpr const char* kExpected<close_paren> = "`)`";
template <>
inline constexpr const char* kExpected<open_bracket> = "`[`";
template <>
inline constexpr const char* kExpected<close_bracket> = "`]`";
template <>
inline constexpr const char* kExpected<open_brace> = "`{`";
template <>
inline constexpr const char* kExpected<close_brace> = "`}`";
template <>
inline constexpr const char* kExpected<bar> = "`|`";
template <>
inline constexpr const char* kExpected<equals_sign> = "`=`";
template <>
inline constexpr const char* kExpected<end_of_query> = "the end of the query";

template <>
inline constexpr const char* kExpected<clause> = "a clause such as MATCH or RETURN";
template <>
inline constexpr const char* kExpected<expression> = "an expression";
template <>
inline constexpr const char* kExpected<atom> = "an expression";
template <>
inline constexpr const char* kExpected<variable> = "a variable";
template <>
inline constexpr const char* kExpected<schema_name> = "a name";
template <>
inline constexpr const char* kExpected<node_pattern> = "a node pattern such as (p:Person)";
template <>
inline constexpr const char* kExpected<pattern_part> = "a pattern such as (p:Person)-[:called]->(q)";
template <>
inline constexpr const char* kExpected<relationship_pattern> = "a relationship such as -[:called]->";
template <>
inline constexpr const char* kExpected<label_expression> = "a label such as :Person";
template <>
inline constexpr const char* kExpected<pattern_labels> = "a label such as :Person";
template <>
inline constexpr const char* kExpected<type_expression> = "a type such as :called";
template <>
inline constexpr const char* kExpected<map_literal> = "a map such as {name: 'Xi'}";
template <>
inline constexpr const char* kExpected<properties> = "properties such as {name: 'Xi'}";
template <>
inline constexpr const char* kExpected<name_text> = "a quoted name";
template <>
inline constexpr const char* kExpected<range_literal> = "a length such as *1..3";
template <>
inline constexpr const char* kExpected<path_quantifier> = "a quantifier such as {1,3}";
template <>
inline constexpr const char* kExpected<procedure_name> = "a procedure's name";
template <>
inline constexpr const char* kExpected<dash> = "`-`";
template <>
inline constexpr const char* kExpected<dot> = "`.`";
template <>
inline constexpr const char* kExpected<integer_literal> = "an integer";
template <>
inline constexpr const char* kExpected<skip_word> = "SKIP";
template <>
inline constexpr const char* kExpected<value_type> = "a type such as INTEGER";

// What can go on after any expression is "an operator".
inline constexpr const char kOperator[] = "an operator";
template <>
inline constexpr const char* kExpected<comparison_sign> = kOperator;
template <>
inline constexpr const char* kExpected<predicate_sign> = kOperator;
template <>
inline constexpr const char* kExpected<is_null> = kOperator;
template <>
inline constexpr const char* kExpected<is_not_null> = kOperator;
template <>
inline constexpr const char* kExpected<plus_sign> = kOperator;
template <>
inline constexpr const char* kExpected<is_normalized> = kOperator;
template <>
inline constexpr const char* kExpected<is_typed> = kOperator;
template <>
inline constexpr const char* kExpected<concatenate_sign> = kOperator;
template <>
inline constexpr const char* kExpected<minus_sign> = kOperator;
template <>
inline constexpr const char* kExpected<times_sign> = kOperator;
template <>
inline constexpr const char* kExpected<divide_sign> = kOperator;
template <>
inline constexpr const char* kExpected<modulo_sign> = kOperator;
template <>
inline constexpr const char* kExpected<power_sign> = kOperator;
template <>
inline constexpr const char* kExpected<property_lookup> = kOperator;
template <>
inline constexpr const char* kExpected<list_operator> = kOperator;
template <>
inline constexpr const char* kExpected<node_labels> = kOperator;
template <>
inline constexpr const char* kExpected<unary_add_or_subtract_expression> = "an expression";

template <typename Rule>
constexpr const char* expected_text() {
  if constexpr (std::is_same_v<Rule, AND> || std::is_same_v<Rule, OR> || std::is_same_v<Rule, XOR>) {
    return kOperator;
  } else if constexpr (std::is_base_of_v<keyword_base, Rule>) {
    return Rule::kText;
  } else {
    return kExpected<Rule>;
  }
}

}  // namespace dossier::query::grammar
