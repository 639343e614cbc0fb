#include <catch2/catch.hpp>

#include "tests/query/evaluate.h"

using dossier::query::testing::check_values;
using dossier::query::testing::evaluated;
using dossier::query::testing::Example;

TEST_CASE("arithmetic keeps integers apart from floats", "[query][expression]") {
  const Example rows[] = {
      {"1 + 2", "3"},
      {"7 / 2", "3"},
      {"-7 / 2", "-3"},
      {"7 / 2.0", "3.5"},
      {"-7 % 3", "-1"},
      {"5.5 % 2", "1.5"},
      {"2 ^ 3", "8.0"},
      {"12 / 4 * (3 - 2 * 4)", "-15"},
      {"0.1 + 0.2", "0.30000000000000004"},
      {"1.0E10", "1.0E10"},
      {"1e-4", "1.0E-4"},
      {"0.001", "0.001"},
      {"123456.789", "123456.789"},
      {"1.0 / 0", "Infinity"},
      {"0.0 / 0", "NaN"},
      {"1 / 0", "ArithmeticError DivisionByZero"},
      {"1 % 0", "ArithmeticError DivisionByZero"},
      {"9223372036854775807 + 1", "ArithmeticError IntegerOverflow"},
      {"-9223372036854775808 - 1", "ArithmeticError IntegerOverflow"},
      {"4611686018427387904 * 2", "ArithmeticError IntegerOverflow"},
      {"1 + null", "null"},
      {"null % 2", "null"},
      {"'a' + 1", "'a1'"},
      {"'a' + 'b'", "'ab'"},
      {"1 + 'a'", "'1a'"},
      {"[1] + 2", "[1, 2]"},
      {"0 + [1]", "[0, 1]"},
      {"[1] + [2, 3]", "[1, 2, 3]"},
      {"[1] + null", "null"},
  };
  check_values(rows);
}

TEST_CASE("a truth value may be unknown", "[query][expression]") {
  const Example rows[] = {
      {"true AND null", "null"},
      {"false AND null", "false"},
      {"null AND false", "false"},
      {"true OR null", "true"},
      {"null OR true", "true"},
      {"false OR null", "null"},
      {"true XOR null", "null"},
      {"true XOR false", "true"},
      {"NOT null", "null"},
      {"NOT true", "false"},
      {"null = null", "null"},
      {"null IS NULL", "true"},
      {"1 IS NOT NULL", "true"},
      {"null <> 1", "null"},
      {"1 = 1.0", "true"},
      {"'1' = 1", "false"},
      {"1 < 2 < 3", "true"},
      {"1 < 3 < 2", "false"},
      {"1 < null < 0", "null"},
      {"1 < 'a'", "null"},
      {"0.0/0.0 = 0.0/0.0", "false"},
      {"0.0/0.0 > 1", "false"},
      {"[1, null] = [1, 2]", "null"},
      {"[1, null] = [2, 2]", "false"},
      {"[1, 2] < [1, 3]", "true"},
      {"[1, 2] >= [1, null]", "null"},
      {"{a: 1} = {a: null}", "null"},
      {"{a: 1} = {b: 1}", "false"},
      {"false < true", "true"},
      {"date('2020-01-01') < date('2020-01-02')", "true"},
      {"duration('P1D') < duration('P2D')", "null"},
      {"false AND 1/0 = 1", "false"},
      {"true OR 1/0 = 1", "true"},
  };
  check_values(rows);
}

TEST_CASE("IN finds an element unless a null hides it", "[query][expression]") {
  const Example rows[] = {
      {"2 IN [1, 2]", "true"},         {"3 IN [1, null]", "null"},     {"1 IN [1, null]", "true"},
      {"null IN []", "false"},         {"null IN [1]", "null"},        {"1 IN null", "null"},
      {"[1] IN [[1, null]]", "false"}, {"[null] IN [[null]]", "null"},
  };
  check_values(rows);
}

TEST_CASE("elements and slices count from either end", "[query][expression]") {
  const Example rows[] = {
      {"[1, 2, 3][0]", "1"},
      {"[1, 2, 3][-1]", "3"},
      {"[1, 2, 3][3]", "null"},
      {"[1, 2, 3][null]", "null"},
      {"[1, 2, 3][1..]", "[2, 3]"},
      {"[1, 2, 3][..-1]", "[1, 2]"},
      {"[1, 2, 3][-2..]", "[2, 3]"},
      {"[1, 2, 3][2..1]", "[]"},
      {"[1, 2, 3][0..99]", "[1, 2, 3]"},
      {"[1, 2, 3][null..2]", "null"},
      {"[1]['a']", "TypeError ListElementAccessByNonInteger"},
      {"{a: 1}['a']", "1"},
      {"{a: 1}.a", "1"},
      {"{a: 1}.b", "null"},
      {"{a: 1}[0]", "TypeError MapElementAccessByNonString"},
      {"null.a", "null"},
  };
  check_values(rows);
}

TEST_CASE("string tests are null for what is no string", "[query][expression]") {
  const Example rows[] = {
      {"'abc' STARTS WITH 'ab'", "true"}, {"'abc' ENDS WITH 'bc'", "true"},
      {"'abc' CONTAINS 'b'", "true"},     {"'abc' STARTS WITH ''", "true"},
      {"1 STARTS WITH 'a'", "null"},      {"'abc' CONTAINS null", "null"},
      {"'abc' =~ 'a.c'", "true"},         {"'abc' =~ 'b'", "false"},
      {"'ABC' =~ '(?i)abc'", "true"},     {"'a' =~ '('", "ArgumentError InvalidArgumentValue"},
  };
  check_values(rows);
}

TEST_CASE("CASE takes the first branch that holds", "[query][expression]") {
  const Example rows[] = {
      {"CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END", "'b'"},
      {"CASE WHEN false THEN 1 WHEN null THEN 2 ELSE 3 END", "3"},
      {"CASE WHEN false THEN 1 END", "null"},
      {"CASE null WHEN null THEN 1 ELSE 2 END", "2"},
  };
  check_values(rows);
}

TEST_CASE("comprehensions, quantifiers and reduce walk a list", "[query][expression]") {
  const Example rows[] = {
      {"[x IN [1, 2, 3] WHERE x > 1 | x * 10]", "[20, 30]"},
      {"[x IN [1, null] WHERE x > 0]", "[1]"},
      {"[x IN null | x]", "null"},
      {"all(x IN [1, 2] WHERE x > 0)", "true"},
      {"all(x IN [1, null] WHERE x > 0)", "null"},
      {"all(x IN [0, null] WHERE x > 0)", "false"},
      {"any(x IN [0, null] WHERE x > 0)", "null"},
      {"any(x IN [1, null] WHERE x > 0)", "true"},
      {"none(x IN [] WHERE x > 0)", "true"},
      {"none(x IN [1] WHERE x > 0)", "false"},
      {"single(x IN [1, 0] WHERE x > 0)", "true"},
      {"single(x IN [1, 2] WHERE x > 0)", "false"},
      {"single(x IN [1, null] WHERE x > 0)", "null"},
      {"single(x IN [1, 2, null] WHERE x > 0)", "false"},
      {"reduce(total = 0, x IN [1, 2, 3] | total + x)", "6"},
      {"[x IN [[1], [2]] | [y IN x | y + 1]]", "[[2], [3]]"},
  };
  check_values(rows);
}

TEST_CASE("operators refuse values of other types at run time", "[query][expression]") {
  const dossier::query::Parameters one{{"p", 1}, {"q", "a"}};
  CHECK(evaluated("1 IN $p", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("$p AND true", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("NOT $p", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("$p.key", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("$p[0]", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("[x IN $p | x]", one) == "TypeError InvalidArgumentType");
  CHECK(evaluated("$p - $q", one) == "TypeError InvalidArgumentType");
}

TEST_CASE("parameters are looked up by name", "[query][expression]") {
  CHECK(evaluated("$a + $b", {{"a", 1}, {"b", 2}}) == "3");
  CHECK(evaluated("$c", {{"a", 1}}) == "ParameterMissing MissingParameter");
}

TEST_CASE("a value that grows beyond reason is an error before it is made", "[query][expression]") {
  CHECK(evaluated("reduce(s = 'x', i IN range(1, 60) | s + s)") ==
        "the query makes a text that is too large");
  CHECK(evaluated("reduce(l = [1], i IN range(1, 60) | l + l)") ==
        "the query makes a list that is too large");
  CHECK(evaluated("size(reduce(l = [], i IN range(1, 900) | [l]))") == "1");
  const std::string too_deep = "lists and maps are nested more than 1000 deep";
  CHECK(evaluated("reduce(l = [], i IN range(1, 1000000) | [l])") == too_deep);
  CHECK(evaluated("reduce(m = {}, i IN range(1, 1000000) | {a: m})") == too_deep);
  CHECK(evaluated("reduce(l = [], i IN range(1, 1000000) | [x IN [l] | x])") == too_deep);
}
