// The query language as PEGTL rules, named and ordered as in the openCypher 9 grammar, so that the two can be read
// side by side: openCypher's PatternElement is pattern_element here. Beside a rule stands what it reads, or the name that
// openCypher has for it where C++ does not let it have that (Match, Delete) or it is one rule of several there. What
// openCypher does not have is marked: GQL (after ISO GQL), Neo4j, or ours.
//
// Where it departs from the reference, and why:
// - Every token eats the blanks and comments after it, so SP does not stand between tokens.
// - A PEG takes the first alternative that fits. Where two begin with the same nested text, the outline (outline.h)
//   tells which it is before either is tried (`ahead::`), so no nested text is read twice and time stays linear.
// - single_query takes clauses in any order, and the builder says which one stands in the wrong place:
//   "WITH is required between CREATE and MATCH" helps more than "unexpected M".
// - Numbers and ranges that are nearly right are rules of their own (malformed_...), for the same reason.
#pragma once

#include "query/grammar/ahead.h"
#include "query/grammar/lexis.h"

namespace dossier::query::grammar {

struct regular_query;
struct clause;
struct expression;
struct pattern;
struct pattern_part;
struct pattern_element;
struct label_expression;
struct pattern_labels;
struct type_expression;
struct relationships_pattern;

// ---------------------------------------------------------------- statements and clauses

struct union_all : seq<UNION, ALL> {};  // MATCH ... RETURN ... UNION ALL MATCH ... RETURN ...: Union
// the other Union, which leaves out what is there already
struct union_distinct : seq<UNION, opt<DISTINCT>> {};
struct single_query : plus<clause> {};  // SinglePartQuery and MultiPartQuery: clauses up to the next UNION
// one query, or several below each other
struct regular_query : list<single_query, sor<union_all, union_distinct>> {};
struct explain : seq<EXPLAIN> {};  // the plan alone (Neo4j)
struct profile : seq<PROFILE> {};  // the plan with what really happened (Neo4j)
// one `;` may end it; a script is cut into queries before (split.cc)
struct end_of_query : seq<opt<token<';'>>, eof> {};
// Cypher and Statement: the whole text
struct cypher : seq<SP, opt<sor<explain, profile>>, regular_query, end_of_query> {};

struct where : seq<WHERE, expression> {};  // WHERE n.age > 30
struct optional_sign : seq<OPTIONAL> {};   // keeps the rows for which nothing matches
// Match: [OPTIONAL] MATCH (a)-->(b), (c) WHERE a.x = c.x
struct match_clause : seq<opt<optional_sign>, MATCH, pattern, opt<where>> {};

struct variable : symbolic_name {};
struct unwind_clause : seq<UNWIND, expression, AS, variable> {};  // Unwind: UNWIND [1, 2] AS x

struct property_expression;
struct set_labels : plus<colon, schema_name> {};         // n:Person:Entity
struct set_value : seq<equals_sign, expression> {};      // n.name = 'Xi', n = {name: 'Xi'}
struct set_merge : seq<token<'+', '='>, expression> {};  // n += {name: 'Xi'}
// one of the above, of a property or a variable
struct set_item : seq<property_expression, sor<set_value, set_merge, set_labels>> {};
struct set_clause : seq<SET, list<set_item, comma>> {};  // Set

struct on_match : seq<ON, MATCH, set_clause> {};    // MergeAction: what to set on what was found
struct on_create : seq<ON, CREATE, set_clause> {};  // MergeAction: what to set on what was made
// Merge: MERGE (p:Person {name: 'Xi'}) ON CREATE SET p.seen = 1
struct merge_clause : seq<MERGE, pattern_part, star<sor<on_match, on_create>>> {};

struct create_clause : seq<CREATE, pattern> {};  // Create: CREATE (a)-[:called]->(b)

struct detach_sign : seq<DETACH> {};  // relationships of the deleted nodes go too
// Delete: [DETACH] DELETE n, r
struct delete_clause : seq<opt<detach_sign>, DELETE, list<expression, comma>> {};

struct remove_item : seq<property_expression, opt<set_labels>> {};  // n.name, or n:Person
struct remove_clause : seq<REMOVE, list<remove_item, comma>> {};    // Remove

// FOREACH (x IN list | CREATE (:N {x: x}))
struct foreach_clause  // Neo4j
    : seq<FOREACH, ahead::bar_divides, open_paren,
          sure<variable, IN, expression, bar, plus<clause>, close_paren>> {};

struct import_all : token<'*'> {};  // CALL (*) { }
// CALL (a, b) { }: the variables that the query inside sees
struct call_imports : seq<open_paren, opt<sor<import_all, list<variable, comma>>>, close_paren> {};
struct call_subquery : seq<CALL, opt<call_imports>, open_brace, sure<regular_query, close_brace>> {
};  // Neo4j

struct procedure_name : list<schema_name, dot> {};  // db.labels
// those of ExplicitProcedureInvocation; without them the call is an ImplicitProcedureInvocation
struct procedure_arguments : seq<open_paren, opt<list<expression, comma>>, close_paren> {};
struct procedure_result_field : seq<schema_name> {};  // the column's own name, before AS
struct yield_item : sor<seq<procedure_result_field, AS, variable>, variable> {};  // label AS x
struct yield_star : token<'*'> {};     // all columns; of a standalone call only
struct yield_nothing : token<'-'> {};  // YIELD -: no column
// YIELD label AS x, ... WHERE x <> ''
struct yield_items : seq<YIELD, sor<yield_star, yield_nothing, list<yield_item, comma>>, opt<where>> {};
// InQueryCall and StandaloneCall: CALL db.labels() YIELD label
struct call_clause : seq<CALL, procedure_name, opt<procedure_arguments>, opt<yield_items>> {};

struct projection_alias : seq<AS, variable> {};                      // AS name
struct projection_item : seq<expression, opt<projection_alias>> {};  // n.name AS name
struct projection_star : token<'*'> {};                              // all variables, by name
// *, or *, x AS y, or x AS y, z
struct projection_items
    : sor<seq<projection_star, star<comma, projection_item>>, list<projection_item, comma>> {};
struct ascending : sor<ASCENDING, ASC> {};  // the order where nothing is said
struct descending : sor<DESCENDING, DESC> {};
struct sort_item : seq<expression, opt<sor<descending, ascending>>> {};  // n.name DESC
struct order : seq<ORDER, BY, list<sort_item, comma>> {};                // ORDER BY n.name, n.age DESC
struct skip_word : sor<SKIP, OFFSET> {};                                 // OFFSET: GQL
struct skip : seq<skip_word, expression> {};                             // SKIP 10
struct limit : seq<LIMIT, expression> {};                                // LIMIT 10
struct distinct_sign : seq<DISTINCT> {};                                 // each row once
// what WITH and RETURN have in common
struct projection_body : seq<opt<distinct_sign>, projection_items, opt<order>, opt<skip>, opt<limit>> {};
struct with_clause : seq<WITH, projection_body, opt<where>> {};  // With: WITH n, count(*) AS c WHERE c > 1
struct return_clause : seq<RETURN, projection_body> {
};  // Return: RETURN n.name AS name ORDER BY name LIMIT 3
struct order_by_and_page : sor<seq<order, opt<skip>, opt<limit>>, seq<skip, opt<limit>>, limit> {
};  // GQL: for WITH * ...

// ReadingClause, UpdatingClause, With and Return; the builder tells which may stand where
struct clause
    : sor<match_clause, unwind_clause, create_clause, merge_clause, delete_clause, set_clause, remove_clause,
          with_clause, return_clause, foreach_clause, call_subquery, call_clause, order_by_and_page> {};

// ---------------------------------------------------------------- patterns

struct path_variable : seq<variable, equals_sign> {};  // p = (a)-->(b)
struct any_shortest : seq<ANY, SHORTEST> {};           // GQL
struct all_shortest : seq<ALL, SHORTEST> {};           // GQL
struct path_selector : sor<any_shortest, all_shortest> {};
struct shortest_path : seq<SHORTEST_PATH, open_paren, sure<pattern_element, close_paren>> {};  // Neo4j
struct all_shortest_paths : seq<ALL_SHORTEST_PATHS, open_paren, sure<pattern_element, close_paren>> {
};  // Neo4j
// PatternPart and AnonymousPatternPart: p = ANY SHORTEST (a)-[*]->(b)
struct pattern_part : seq<opt<path_selector>, opt<path_variable>, opt<path_selector>,
                          sor<shortest_path, all_shortest_paths, pattern_element>> {};
struct pattern : list<pattern_part, comma> {};

struct parameter;
struct map_literal;
struct properties : sor<map_literal, parameter> {};  // {name: 'Xi'} or $properties

struct name_text : seq<string_literal> {};  // ours: ("Xi")
// (p:Person {name: 'Xi'} WHERE p.age > 30)
struct node_pattern : seq<open_paren, sure<opt<variable>, opt<name_text>, opt<pattern_labels>,
                                           opt<properties>, opt<where>, close_paren>> {};

struct range_minimum : seq<integer_literal> {};
struct range_maximum : seq<integer_literal> {};
struct range_dots : seq<string<'.', '.'>, SP> {};
// *, *2, *1..3, *..3
struct range_literal : seq<token<'*'>, opt<range_minimum>, opt<range_dots, opt<range_maximum>>> {};
// *1-3, ..3: read, so that the builder can say what is wrong
struct malformed_range : sor<seq<range_dots, opt<integer_literal>>,
                             seq<token<'*'>, opt<range_minimum>, opt<range_dots>,
                                 plus<token<'-'>, opt<integer_literal>, opt<range_dots>>>> {};
// [r:called|met *1..3 {since: 2026} WHERE r.x > 1]
struct relationship_detail
    : seq<open_bracket, sure<opt<variable>, opt<type_expression>, opt<sor<malformed_range, range_literal>>,
                             opt<properties>, opt<where>, close_bracket>> {};

// openCypher allows other dashes too
struct dash : seq<sor<one<'-'>, utf8::one<0xad, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212,
                                          0xfe58, 0xfe63, 0xff0d>>,
                  SP> {};
struct left_arrow_head : seq<sor<one<'<'>, utf8::one<0x27e8, 0x3008, 0xfe64, 0xff1c>>, SP> {};  // likewise
struct right_arrow_head : seq<sor<one<'>'>, utf8::one<0x27e9, 0x3009, 0xfe65, 0xff1e>>, SP> {};

struct quantifier_one_or_more : token<'+'> {};
struct quantifier_any : token<'*'> {};
struct quantifier_dots : token<','> {};
struct quantifier_range : seq<open_brace,
                              sor<seq<range_minimum, opt<quantifier_dots, opt<range_maximum>>>,
                                  seq<quantifier_dots, range_maximum>>,
                              close_brace> {};
struct path_quantifier : sor<quantifier_one_or_more, quantifier_any, quantifier_range> {};  // GQL: {1,3} + *

// -[:called]->
struct relationship_pattern : seq<opt<left_arrow_head>, dash, opt<relationship_detail>, dash,
                                  opt<right_arrow_head>, opt<path_quantifier>> {};

struct group_where : seq<where> {};  // the condition of one repetition
struct pattern_group  // openCypher's '(' PatternElement ')'; with a quantifier GQL's quantified path
    : seq<open_paren, sure<pattern_element, opt<group_where>, close_paren, opt<path_quantifier>>> {};
// a node, or what stands in for one
struct pattern_step : sor<seq<ahead::open_open, pattern_group>, node_pattern> {};
// PatternElement with its PatternElementChain: (a)-->(b)<--(c)
struct pattern_element
    : seq<pattern_step, star<sor<seq<relationship_pattern, pattern_step>, seq<at<one<'('>>, pattern_step>>>> {
};

struct label_name : seq<schema_name> {};  // LabelName, RelTypeName
struct label_any : token<'%'> {};         // any label, or any type
struct label_not_sign : token<'!'> {};
struct label_or;
struct label_group : seq<open_paren, label_or, close_paren> {};  // (Person|Organization)
struct label_not : seq<star<label_not_sign>, sor<label_name, label_any, label_group>> {};
struct label_and : list<label_not, sor<token<'&'>, colon>> {};    // A&B, A:B
struct label_bar : seq<ahead::bar_is_label, bar, opt<colon>> {};  // A|B; openCypher 9 also writes :A|:B
struct label_or : list<label_and, label_bar> {};                  // A&!B|C
struct label_expression : seq<colon, label_or> {};                // NodeLabels; with | & ! ( ) GQL
struct pattern_labels : seq<sor<colon, IS>, label_or> {};         // IS: GQL
struct type_expression : seq<sor<colon, IS>, label_or> {};        // RelationshipTypes; likewise

// ---------------------------------------------------------------- Expression, from the loosest binding to the tightest

struct or_expression;
struct xor_expression;
struct and_expression;
struct not_expression;
struct comparison_expression;
struct expression : seq<or_expression> {};  // what gives a value
struct or_expression : list<xor_expression, OR> {};
struct xor_expression : list<and_expression, XOR> {};
struct and_expression : list<not_expression, AND> {};
struct not_sign : seq<NOT> {};
struct not_expression : seq<star<not_sign>, comparison_expression> {};  // NOT NOT a

struct string_list_null_predicate_expression;
struct not_equal : token<'<', '>'> {};
struct less_equal : token<'<', '='> {};
struct greater_equal : token<'>', '='> {};
struct equal : seq<equals_sign> {};
struct less : token<'<'> {};
struct greater : token<'>'> {};
struct comparison_sign : sor<not_equal, less_equal, greater_equal, equal, less, greater> {};
// a < b <= c: ComparisonExpression with its PartialComparisonExpressions
struct comparison_expression : list<string_list_null_predicate_expression, comparison_sign> {};

struct add_or_subtract_expression;
struct value_type;
struct starts_with : seq<STARTS, WITH> {};
struct ends_with : seq<ENDS, WITH> {};
struct contains : seq<CONTAINS> {};
struct in_list : seq<IN> {};
struct regular_expression : token<'=', '~'> {};  // Neo4j
struct is_null : seq<IS, NULL_> {};
struct is_not_null : seq<IS, NOT, NULL_> {};
// a normal form of Unicode
struct normal_form : sor<type_word<'N', 'F', 'C'>, type_word<'N', 'F', 'D'>, type_word<'N', 'F', 'K', 'C'>,
                         type_word<'N', 'F', 'K', 'D'>> {};
struct is_normalized : seq<IS, opt<not_sign>, opt<normal_form>, NORMALIZED> {};        // GQL
struct is_typed : seq<IS, opt<not_sign>, sor<token<':', ':'>, TYPED>, value_type> {};  // GQL
// the signs of StringPredicateExpression and ListPredicateExpression
struct predicate_sign : sor<starts_with, ends_with, contains, in_list, regular_expression> {};
// a STARTS WITH b, a IN b, a IS NULL: one after the other
struct string_list_null_predicate_expression
    : seq<add_or_subtract_expression, star<sor<seq<predicate_sign, add_or_subtract_expression>, is_null,
                                               is_not_null, is_normalized, is_typed>>> {};

struct multiply_divide_modulo_expression;
struct power_of_expression;
struct unary_add_or_subtract_expression;
struct non_arithmetic_operator_expression;
struct plus_sign : seq<one<'+'>, not_at<one<'='>>, SP> {};  // but not the first sign of +=
struct minus_sign : token<'-'> {};
struct times_sign : token<'*'> {};
struct divide_sign : token<'/'> {};
struct modulo_sign : token<'%'> {};
struct power_sign : token<'^'> {};
struct concatenate_sign : token<'|', '|'> {};  // GQL
// a + b - c || d
struct add_or_subtract_expression
    : list<multiply_divide_modulo_expression, sor<plus_sign, minus_sign, concatenate_sign>> {};
struct multiply_divide_modulo_expression
    : list<power_of_expression, sor<times_sign, divide_sign, modulo_sign>> {};
struct power_of_expression : list<unary_add_or_subtract_expression, power_sign> {};
// - + a
struct unary_add_or_subtract_expression
    : seq<star<sor<plus_sign, minus_sign>>, non_arithmetic_operator_expression> {};

struct atom;
struct property_key_name : seq<schema_name> {};
struct property_lookup : seq<dot, property_key_name> {};  // .name
// ListOperatorExpression: [3], [1..3], ['key']
struct list_operator
    : seq<open_bracket,
          sure<sor<seq<range_dots, opt<expression>>, seq<expression, opt<range_dots, opt<expression>>>>,
               close_bracket>> {};
struct node_labels : seq<label_expression> {};  // n:Person as a condition
// n.names[0].first
struct non_arithmetic_operator_expression
    : seq<atom, star<sor<property_lookup, list_operator, node_labels>>> {};
// what SET and REMOVE take: no labels behind it
struct property_expression : seq<atom, star<sor<property_lookup, list_operator>>> {};

// ---------------------------------------------------------------- types of values (GQL)

struct list_type : seq<type_word<'L', 'I', 'S', 'T'>, token<'<'>, value_type, token<'>'>> {};
struct type_name
    : sor<type_word<'B', 'O', 'O', 'L', 'E', 'A', 'N'>, type_word<'B', 'O', 'O', 'L'>,
          type_word<'S', 'T', 'R', 'I', 'N', 'G'>, type_word<'I', 'N', 'T', 'E', 'G', 'E', 'R'>,
          type_word<'I', 'N', 'T'>, type_word<'F', 'L', 'O', 'A', 'T'>, type_word<'D', 'A', 'T', 'E'>,
          type_word<'D', 'U', 'R', 'A', 'T', 'I', 'O', 'N'>, type_word<'N', 'O', 'D', 'E'>,
          type_word<'R', 'E', 'L', 'A', 'T', 'I', 'O', 'N', 'S', 'H', 'I', 'P'>, type_word<'M', 'A', 'P'>,
          type_word<'P', 'A', 'T', 'H'>, type_word<'A', 'N', 'Y'>,
          type_word<'N', 'O', 'T', 'H', 'I', 'N', 'G'>, type_word<'N', 'U', 'L', 'L'>,
          seq<sor<type_word<'L', 'O', 'C', 'A', 'L'>, type_word<'Z', 'O', 'N', 'E', 'D'>>,
              sor<type_word<'T', 'I', 'M', 'E'>, type_word<'D', 'A', 'T', 'E', 'T', 'I', 'M', 'E'>>>,
          seq<type_word<'P', 'R', 'O', 'P', 'E', 'R', 'T', 'Y'>, type_word<'V', 'A', 'L', 'U', 'E'>>,
          list_type> {};
// LIST<INTEGER NOT NULL> | STRING
struct value_type : list<seq<type_name, opt<NOT, NULL_>>, seq<ahead::bar_is_label, bar>> {};

// ---------------------------------------------------------------- atoms

struct parameter : seq<one<'$'>, sor<escaped_symbolic_name, plus<identifier_part>>, SP> {};  // $name, $1

struct when_branch : seq<WHEN, list<expression, comma>, THEN, expression> {};  // several values: GQL
struct case_else : seq<ELSE, expression> {};                                   // ELSE x
struct case_subject : seq<not_at<WHEN>, expression> {};                        // CASE x WHEN 1 ...
// CASE WHEN a THEN b ELSE c END
struct case_expression : seq<CASE, sure<opt<case_subject>, plus<when_branch>, opt<case_else>, END>> {};

struct count_star : seq<COUNT, open_paren, token<'*'>, close_paren> {};  // count(*)

struct subquery_pattern : seq<pattern, opt<where>> {};  // EXISTS { (a)-->(b) WHERE a.x = 1 }
// a whole query, or a pattern alone; { } and { .x } are a map projection's
struct subquery_body
    : seq<open_brace, not_at<sor<dot, close_brace>>,
          sure<sor<seq<ahead::clause_keyword, regular_query>, subquery_pattern>, close_brace>> {};
struct exists_subquery : seq<EXISTS, subquery_body> {};    // ExistentialSubquery
struct count_subquery : seq<COUNT, subquery_body> {};      // Neo4j
struct collect_subquery : seq<COLLECT, subquery_body> {};  // Neo4j

struct id_in_coll : seq<variable, IN, expression> {};       // x IN list
struct filter_expression : seq<id_in_coll, opt<where>> {};  // x IN list WHERE x > 1
struct quantifier_all : seq<ALL, open_paren, sure<filter_expression, close_paren>> {};
struct quantifier_any_of : seq<ANY, open_paren, sure<filter_expression, close_paren>> {};
struct quantifier_none : seq<NONE, open_paren, sure<filter_expression, close_paren>> {};
struct quantifier_single : seq<SINGLE, open_paren, sure<filter_expression, close_paren>> {};
// all(x IN list WHERE x > 1)
struct quantifier : sor<quantifier_all, quantifier_any_of, quantifier_none, quantifier_single> {};

struct reduce : seq<REDUCE, ahead::bar_divides, open_paren, variable, equals_sign,
                    sure<expression, comma, id_in_coll, bar, expression, close_paren>> {};  // Neo4j

struct comprehension_value : seq<bar, expression> {};  // | x * x
// [x IN list WHERE x > 1 | x * x]
struct list_comprehension : seq<ahead::comprehension, open_bracket,
                                sure<filter_expression, opt<comprehension_value>, close_bracket>> {};
// [(a)-->(b) WHERE b.x = 1 | b.name]
struct pattern_comprehension
    : seq<ahead::pattern_comprehension, open_bracket,
          sure<opt<path_variable>, relationships_pattern, opt<where>, comprehension_value, close_bracket>> {};
// [1, 'a', null]
struct list_literal : seq<open_bracket, sure<opt<list<expression, comma>>, close_bracket>> {};

struct map_entry : seq<property_key_name, colon, expression> {};
// {name: 'Xi', age: 72}
struct map_literal : seq<open_brace, sure<opt<list<map_entry, comma>>, close_brace>> {};

struct project_all : seq<dot, token<'*'>> {};              // .*
struct project_property : seq<dot, property_key_name> {};  // .name
struct project_variable : seq<variable> {};                // n {other}: other AS other
struct map_projection                                      // Neo4j
    : seq<variable, open_brace,
          sure<opt<list<sor<project_all, project_property, map_entry, project_variable>, comma>>,
               close_brace>> {};

// a pattern with at least one relationship
struct relationships_pattern : seq<node_pattern, plus<relationship_pattern, node_pattern>> {};
struct pattern_predicate : seq<ahead::path, sure<relationships_pattern>> {};  // WHERE (a)-->(b)
struct shortest_path_expression : sor<shortest_path, all_shortest_paths> {};
struct parenthesized_expression : seq<open_paren, sure<expression, close_paren>> {};  // (a + b)

struct function_name : list<schema_name, dot> {};  // FunctionName with its Namespace: duration.between
// count(DISTINCT n)
struct function_invocation
    : seq<function_name, open_paren, sure<opt<distinct_sign>, opt<list<expression, comma>>, close_paren>> {};

struct literal : sor<number_literal, string_literal, boolean_literal, null_literal, map_literal> {};
struct special_atom  // words that are functions too: what follows decides
    : sor<seq<ahead::word_before<'{'>,
              sor<exists_subquery, count_subquery, collect_subquery, map_projection>>,
          seq<ahead::word_before<'('>, sor<count_star, seq<ahead::variable_in_parentheses, quantifier>,
                                           reduce, shortest_path_expression>>> {};
// what no operator is part of
struct atom : sor<literal, parameter, case_expression, special_atom, list_comprehension,
                  pattern_comprehension, list_literal, pattern_predicate, parenthesized_expression,
                  seq<not_at<reserved_word>, ahead::function, function_invocation>, variable> {};

}  // namespace dossier::query::grammar
