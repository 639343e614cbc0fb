// The words and signs that grammar.h is written with: blanks, keywords, names, literals. Each eats the blanks after it.
#pragma once

#include <tao/pegtl.hpp>

#include "query/grammar/characters.h"

namespace dossier::query::grammar {

using namespace tao::pegtl;

/// One character for which `Holds` is true.
template <bool (*Holds)(char32_t)>
struct character {
  using rule_t = character;
  using subs_t = empty_list;
  template <typename ParseInput>
  static bool match(ParseInput& in) {
    const Character found = decode_character({in.current(), in.size()}, 0);
    if (found.size == 0 || !Holds(found.code)) return false;
    in.bump(found.size);
    return true;
  }
};
struct identifier_start : character<is_identifier_start> {};
struct identifier_part : character<is_identifier_part> {};

struct whitespace : character<is_blank> {};
struct comment : sor<seq<string<'/', '*'>, until<string<'*', '/'>>>, seq<string<'/', '/'>, until<eolf>>> {};
struct SP : star<sor<whitespace, comment>> {};

/// A sign. Shown in messages as it is.
template <char... C>
struct token : seq<string<C...>, SP> {};

/// A word, whatever its case, that no name continues.
struct keyword_base {};
template <char... C>
struct keyword : keyword_base, seq<istring<C...>, not_at<identifier_part>, SP> {
  static constexpr char kText[] = {C..., '\0'};
};

struct ALL : keyword<'A', 'L', 'L'> {};
struct AND : keyword<'A', 'N', 'D'> {};
struct ANY : keyword<'A', 'N', 'Y'> {};
struct AS : keyword<'A', 'S'> {};
struct ASC : keyword<'A', 'S', 'C'> {};
struct ASCENDING : keyword<'A', 'S', 'C', 'E', 'N', 'D', 'I', 'N', 'G'> {};
struct BY : keyword<'B', 'Y'> {};
struct CALL : keyword<'C', 'A', 'L', 'L'> {};
struct CASE : keyword<'C', 'A', 'S', 'E'> {};
struct COLLECT : keyword<'C', 'O', 'L', 'L', 'E', 'C', 'T'> {};
struct CONTAINS : keyword<'C', 'O', 'N', 'T', 'A', 'I', 'N', 'S'> {};
struct COUNT : keyword<'C', 'O', 'U', 'N', 'T'> {};
struct CREATE : keyword<'C', 'R', 'E', 'A', 'T', 'E'> {};
struct DELETE : keyword<'D', 'E', 'L', 'E', 'T', 'E'> {};
struct DESC : keyword<'D', 'E', 'S', 'C'> {};
struct DESCENDING : keyword<'D', 'E', 'S', 'C', 'E', 'N', 'D', 'I', 'N', 'G'> {};
struct DETACH : keyword<'D', 'E', 'T', 'A', 'C', 'H'> {};
struct DISTINCT : keyword<'D', 'I', 'S', 'T', 'I', 'N', 'C', 'T'> {};
struct ELSE : keyword<'E', 'L', 'S', 'E'> {};
struct END : keyword<'E', 'N', 'D'> {};
struct ENDS : keyword<'E', 'N', 'D', 'S'> {};
struct EXISTS : keyword<'E', 'X', 'I', 'S', 'T', 'S'> {};
struct EXPLAIN : keyword<'E', 'X', 'P', 'L', 'A', 'I', 'N'> {};
struct EXTRACT : keyword<'E', 'X', 'T', 'R', 'A', 'C', 'T'> {};
struct FALSE_ : keyword<'F', 'A', 'L', 'S', 'E'> {};
struct FILTER : keyword<'F', 'I', 'L', 'T', 'E', 'R'> {};
struct FOREACH : keyword<'F', 'O', 'R', 'E', 'A', 'C', 'H'> {};
struct IN : keyword<'I', 'N'> {};
struct IS : keyword<'I', 'S'> {};
struct LIMIT : keyword<'L', 'I', 'M', 'I', 'T'> {};
struct MATCH : keyword<'M', 'A', 'T', 'C', 'H'> {};
struct MERGE : keyword<'M', 'E', 'R', 'G', 'E'> {};
struct NONE : keyword<'N', 'O', 'N', 'E'> {};
struct NOT : keyword<'N', 'O', 'T'> {};
struct NULL_ : keyword<'N', 'U', 'L', 'L'> {};
struct NORMALIZED : keyword<'N', 'O', 'R', 'M', 'A', 'L', 'I', 'Z', 'E', 'D'> {};
struct OFFSET : keyword<'O', 'F', 'F', 'S', 'E', 'T'> {};
struct ON : keyword<'O', 'N'> {};
struct OPTIONAL : keyword<'O', 'P', 'T', 'I', 'O', 'N', 'A', 'L'> {};
struct OR : keyword<'O', 'R'> {};
struct ORDER : keyword<'O', 'R', 'D', 'E', 'R'> {};
struct PROFILE : keyword<'P', 'R', 'O', 'F', 'I', 'L', 'E'> {};
struct REDUCE : keyword<'R', 'E', 'D', 'U', 'C', 'E'> {};
struct REMOVE : keyword<'R', 'E', 'M', 'O', 'V', 'E'> {};
struct RETURN : keyword<'R', 'E', 'T', 'U', 'R', 'N'> {};
struct SET : keyword<'S', 'E', 'T'> {};
struct SHORTEST : keyword<'S', 'H', 'O', 'R', 'T', 'E', 'S', 'T'> {};
struct SHORTEST_PATH : keyword<'S', 'H', 'O', 'R', 'T', 'E', 'S', 'T', 'P', 'A', 'T', 'H'> {};
struct ALL_SHORTEST_PATHS
    : keyword<'A', 'L', 'L', 'S', 'H', 'O', 'R', 'T', 'E', 'S', 'T', 'P', 'A', 'T', 'H', 'S'> {};
struct SINGLE : keyword<'S', 'I', 'N', 'G', 'L', 'E'> {};
struct SKIP : keyword<'S', 'K', 'I', 'P'> {};
struct STARTS : keyword<'S', 'T', 'A', 'R', 'T', 'S'> {};
struct THEN : keyword<'T', 'H', 'E', 'N'> {};
struct TRUE_ : keyword<'T', 'R', 'U', 'E'> {};
struct TYPED : keyword<'T', 'Y', 'P', 'E', 'D'> {};
struct UNION : keyword<'U', 'N', 'I', 'O', 'N'> {};
struct UNWIND : keyword<'U', 'N', 'W', 'I', 'N', 'D'> {};
struct WHEN : keyword<'W', 'H', 'E', 'N'> {};
struct WHERE : keyword<'W', 'H', 'E', 'R', 'E'> {};
struct WITH : keyword<'W', 'I', 'T', 'H'> {};
struct XOR : keyword<'X', 'O', 'R'> {};
struct YIELD : keyword<'Y', 'I', 'E', 'L', 'D'> {};

/// Words of value types. They are no keywords elsewhere, and none is offered instead of a misspelt one.
template <char... C>
struct type_word : seq<istring<C...>, not_at<identifier_part>, SP> {};

struct comma : token<','> {};
struct colon : token<':'> {};
struct open_paren : token<'('> {};
struct close_paren : token<')'> {};
struct open_bracket : token<'['> {};
struct close_bracket : token<']'> {};
struct open_brace : token<'{'> {};
struct close_brace : token<'}'> {};
struct bar : token<'|'> {};
struct equals_sign : seq<one<'='>, not_at<one<'~'>>, SP> {};
struct dot : seq<one<'.'>, not_at<one<'.'>>, SP> {};

// ---- names

/// openCypher reserves more. These must be: otherwise a clause or an operator would be read as a variable. WHEN, THEN,
/// ELSE and END never stand where an expression begins, so `RETURN r.when AS when` is fine.
struct reserved_word : sor<AND, ASCENDING, ASC, AS, CASE, CONTAINS, CREATE, DELETE, DESCENDING, DESC, DETACH,
                           DISTINCT, ENDS, FALSE_, IN, IS, LIMIT, MATCH, MERGE, NOT, NULL_, OPTIONAL, ORDER,
                           OR, REMOVE, RETURN, SET, SKIP, STARTS, TRUE_, UNION, UNWIND, WHERE, WITH, XOR> {};
struct unescaped_symbolic_name : seq<identifier_start, star<identifier_part>> {};
struct escaped_symbolic_name : plus<one<'`'>, until<one<'`'>>> {};  // `` inside stands for one `
struct symbolic_name
    : seq<sor<escaped_symbolic_name, seq<not_at<reserved_word>, unescaped_symbolic_name>>, SP> {};
/// Of labels, types and properties: reserved words too.
struct schema_name : seq<sor<escaped_symbolic_name, unescaped_symbolic_name>, SP> {};

// ---- literals

struct hex_integer : seq<one<'0'>, one<'x', 'X'>, plus<xdigit>> {};
struct octal_integer : seq<one<'0'>, one<'o', 'O'>, plus<range<'0', '7'>>> {};
struct decimal_integer : plus<digit> {};
struct exponent : seq<one<'e', 'E'>, opt<one<'+', '-'>>, plus<digit>> {};
struct double_digits
    : sor<seq<star<digit>, one<'.'>, plus<digit>, opt<exponent>>, seq<plus<digit>, exponent>> {};
struct ends_number : not_at<identifier_part> {};
struct double_literal : seq<double_digits, ends_number, SP> {};
struct integer_literal
    : seq<sor<hex_integer, octal_integer, decimal_integer>, ends_number, not_at<one<'.'>, digit>, SP> {};
struct malformed_number : seq<digit, star<identifier_part>, opt<one<'.'>, digit, star<identifier_part>>, SP> {
};
struct number_literal : sor<double_literal, integer_literal, malformed_number> {};

template <char Quote>
struct quoted : seq<one<Quote>, until<one<Quote>, sor<seq<one<'\\'>, any>, any>>> {};
struct string_literal : seq<sor<quoted<'\''>, quoted<'"'>>, SP> {};
struct boolean_literal : sor<TRUE_, FALSE_> {};
struct null_literal : seq<NULL_> {};

}  // namespace dossier::query::grammar
