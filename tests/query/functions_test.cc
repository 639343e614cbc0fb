#include <catch2/catch.hpp>

#include "tests/query/evaluate.h"

using dossier::query::testing::check_values;
using dossier::query::testing::Example;

TEST_CASE("conversions give null for text that says nothing", "[query][functions]") {
  const Example rows[] = {
      {"toInteger('42')", "42"},
      {"toInteger(' 42 ')", "42"},
      {"toInteger('2.9')", "2"},
      {"toInteger('-2.9')", "-2"},
      {"toInteger('foo')", "null"},
      {"toInteger('')", "null"},
      {"toInteger(82.9)", "82"},
      {"[x IN [true] | toInteger(x)]", "TypeError InvalidArgumentValue"},
      {"[x IN [[1]] | toInteger(x)]", "TypeError InvalidArgumentValue"},
      {"toIntegerOrNull([1])", "null"},
      {"toFloat('5')", "5.0"},
      {"toFloat('5e2')", "500.0"},
      {"toFloat('5 apples')", "null"},
      {"toFloat(3)", "3.0"},
      {"toBoolean('TRUE')", "true"},
      {"toBoolean('maybe')", "null"},
      {"toBoolean(' true ')", "true"},
      {"toBoolean('f alse')", "null"},
      {"toBoolean(' ')", "null"},
      {"[x IN [1] | toBoolean(x)]", "TypeError InvalidArgumentValue"},
      {"[x IN [1.0] | toBoolean(x)]", "TypeError InvalidArgumentValue"},
      {"toString(1.0)", "'1.0'"},
      {"toString(true)", "'true'"},
      {"toString(null)", "null"},
      {"toString(date('2020-02-29'))", "'2020-02-29'"},
      {"toIntegerList(['1', 'x', 2.5])", "[1, null, 2]"},
  };
  check_values(rows);
}

TEST_CASE("strings are counted in characters", "[query][functions]") {
  const Example rows[] = {
      {"size('Zürich')", "6"},
      {"left('Zürich', 2)", "'Zü'"},
      {"right('Zürich', 5)", "'ürich'"},
      {"right('abc', 9)", "'abc'"},
      {"substring('Zürich', 1, 2)", "'ür'"},
      {"substring('Zürich', 4)", "'ch'"},
      {"substring('abc', 9)", "''"},
      {"reverse('raksÖ')", "'Öskar'"},
      {"toUpper('straße')", "'STRASSE'"},
      {"toLower('ÀB')", "'àb'"},
      {"trim('  a b\\n')", "'a b'"},
      {"lTrim('  a ')", "'a '"},
      {"rTrim(' a  ')", "' a'"},
      {"trim('xxaxx', 'x')", "'a'"},
      {"replace('banana', 'an', 'o')", "'booa'"},
      {"replace('banana', '', 'o')", "'banana'"},
      {"replace('banana', 'a', 'o', 1)", "'bonana'"},
      {"split('a,b,,c', ',')", "['a', 'b', '', 'c']"},
      {"split('ab', '')", "['a', 'b']"},
      {"split('a,b;c', [',', ';'])", "['a', 'b', 'c']"},
      {"string.join(['a', 'b'], '-')", "'a-b'"},
      {"left('a', -1)", "ArgumentError NegativeIntegerArgument"},
      {"normalize('e\\u0301') = '\\u00e9'", "true"},
      {"size(randomUUID())", "36"},
  };
  check_values(rows);
}

TEST_CASE("lists are taken apart", "[query][functions]") {
  const Example rows[] = {
      {"range(0, 3)", "[0, 1, 2, 3]"},
      {"range(3, 0)", "[]"},
      {"range(3, 0, -2)", "[3, 1]"},
      {"range(0, 1, 0)", "ArgumentError NumberOutOfRange"},
      {"range(0, 1.5)", "ArgumentError InvalidArgumentType"},
      {"range(0, 9223372036854775807)", "range() would make more than 134217728 numbers"},
      {"head([1, 2])", "1"},
      {"head([])", "null"},
      {"last([1, 2])", "2"},
      {"tail([1, 2, 3])", "[2, 3]"},
      {"reverse([1, 2])", "[2, 1]"},
      {"size([1, 2])", "2"},
      {"isEmpty([])", "true"},
      {"coalesce(null, 2, 1/0)", "2"},
      {"coalesce(null)", "null"},
      {"nullIf(1, 1)", "null"},
      {"nullIf(1, 2)", "1"},
      {"keys({b: 1, a: null})", "['a', 'b']"},
      {"properties({a: 1})", "{a: 1}"},
      {"valueType([1, 'a', null])", "'LIST<INTEGER NOT NULL | NULL | STRING NOT NULL> NOT NULL'"},
      {"size(null)", "null"},
  };
  check_values(rows);
}

TEST_CASE("mathematical functions give floats", "[query][functions]") {
  const Example rows[] = {
      {"sqrt(12.96)", "3.6"},
      {"abs(-3)", "3"},
      {"abs(-3.5)", "3.5"},
      {"ceil(1.1)", "2.0"},
      {"floor(-1.1)", "-2.0"},
      {"round(1.5)", "2.0"},
      {"round(-1.5)", "-1.0"},
      {"round(-2.5)", "-2.0"},
      {"round(0.49999999999999994)", "0.0"},
      {"round(1.249, 1)", "1.2"},
      {"round(-1.55, 1)", "-1.6"},
      {"round(2.5, 0, 'HALF_EVEN')", "2.0"},
      {"sign(-7)", "-1"},
      {"sign(0.0)", "0"},
      {"exp(0)", "1.0"},
      {"log(1)", "0.0"},
      {"log10(1000)", "3.0"},
      {"degrees(pi())", "180.0"},
      {"sin(0)", "0.0"},
      {"atan2(1, 1) = pi() / 4", "true"},
      {"haversin(0)", "0.0"},
      {"isNaN(0.0 / 0)", "true"},
      {"isNaN(1)", "false"},
      {"sqrt(-1)", "NaN"},
      {"0 <= rand() < 1", "true"},
      {"sqrt(null)", "null"},
      {"abs(-9223372036854775808)", "ArithmeticError IntegerOverflow"},
  };
  check_values(rows);
}
