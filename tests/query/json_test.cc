#include <catch2/catch.hpp>

#include "query/executor/functions/text.h"
#include "query/json/plain_json.h"
#include "query/json/typed_json.h"
#include "tests/query/small_graph.h"

using namespace dossier;
using namespace dossier::query;
using dossier::query::testing::SmallGraph;
using graph::Value;

namespace {

std::string typed(const SmallGraph& small, const Value& value) {
  std::string out;
  return append_typed_json(value, *small.transaction, out).ok() ? out : "error";
}

std::string plain(const SmallGraph& small, const Value& value) {
  std::string out;
  return append_plain_json(value, *small.transaction, out).ok() ? out : "error";
}

std::string id(graph::NodeId node) { return std::to_string(graph::raw(node)); }

}  // namespace

TEST_CASE("typed JSON gives back every value that it was made of", "[query][json]") {
  const SmallGraph small;
  const auto json = GENERATE(
      as<std::string>{}, R"({"$type":"Null","_value":null})", R"({"$type":"Boolean","_value":true})",
      R"({"$type":"Integer","_value":"-9223372036854775808"})", R"({"$type":"Float","_value":"0.1"})",
      R"({"$type":"Float","_value":"NaN"})", R"({"$type":"Float","_value":"-Infinity"})",
      R"({"$type":"Float","_value":"-0.0"})", R"({"$type":"String","_value":"a\"\\\n\u0001ü"})",
      R"({"$type":"List","_value":[{"$type":"Integer","_value":"1"},{"$type":"List","_value":[]}]})",
      R"({"$type":"Map","_value":{"a":{"$type":"Null","_value":null}}})",
      R"({"$type":"Date","_value":"2015-07-21"})", R"({"$type":"LocalTime","_value":"21:40:32.142"})",
      R"({"$type":"Time","_value":"21:40+01:00"})",
      R"({"$type":"LocalDateTime","_value":"2015-07-21T21:40"})",
      R"({"$type":"OffsetDateTime","_value":"2015-07-21T21:40+01:00"})",
      R"({"$type":"ZonedDateTime","_value":"2015-07-21T21:40+01:00[Europe/London]"})",
      R"({"$type":"Duration","_value":"P1Y2M3DT4H5M6.7S"})");
  const auto value = parse_typed_json(json);
  REQUIRE(value.ok());
  CHECK(typed(small, *value) == json);
}

TEST_CASE("typed JSON shows what nodes, relationships and paths hold", "[query][json]") {
  const SmallGraph small;
  const std::string node =
      R"({"$type":"Node","_value":{"_element_id":")" + id(small.from) +
      R"(","_labels":["A","B"],"_properties":{"name":{"$type":"String","_value":"x"}}}})";
  CHECK(typed(small, Value(small.from)) == node);
  const std::string relationship = typed(small, Value(small.relationship));
  CHECK(relationship.find(R"("_start_node_element_id":")" + id(small.from) + '"') != std::string::npos);
  CHECK(relationship.find(R"("_type":"called")") != std::string::npos);
  const std::string path = typed(small, Value(small.path()));
  CHECK(path.find(R"({"$type":"Path","_value":[)" + node + ",{\"$type\":\"Relationship\"") == 0);
}

TEST_CASE("a deleted node is written with its id alone", "[query][json]") {
  const SmallGraph small;
  REQUIRE(small.transaction->delete_relationship(small.relationship).ok());
  REQUIRE(small.transaction->delete_node(small.to).ok());
  CHECK(typed(small, Value(small.to)) == R"({"$type":"Node","_value":{"_element_id":")" + id(small.to) +
                                             R"(","_labels":[],"_properties":{}}})");
}

TEST_CASE("typed JSON that is wrong is refused", "[query][json]") {
  const auto json = GENERATE(as<std::string>{}, "", "1", "{", R"({"$type":"Integer","_value":1})",
                             R"({"$type":"Integer","_value":"x"})", R"({"$type":"Odd","_value":"x"})",
                             R"({"$type":"Date","_value":"2015-02-30"})", R"({"$type":"List","_value":[1]})");
  CHECK_FALSE(parse_typed_json(json).ok());
  CHECK_FALSE(parse_typed_json(std::string(100'000, '[')).ok());
}

TEST_CASE("parameters and tables are read by name", "[query][json]") {
  const auto parameters =
      parse_parameters(R"({"a":{"$type":"Integer","_value":"1"},"b":{"$type":"Null","_value":null}})");
  REQUIRE(parameters.ok());
  REQUIRE(parameters->size() == 2);
  CHECK((*parameters)[0].second.as_integer() == 1);
  CHECK(parse_parameters("")->empty());
  CHECK_FALSE(parse_parameters("[]").ok());
  const auto table = parse_typed_table(R"({"fields":["x"],"values":[[{"$type":"Integer","_value":"1"}]]})");
  REQUIRE(table.ok());
  CHECK(table->fields == std::vector<std::string>{"x"});
  CHECK(table->rows.size() == 1);
  CHECK_FALSE(parse_typed_table(R"({"fields":["x"],"values":[[]]})").ok());
}

TEST_CASE("plain JSON is what scripts expect", "[query][json]") {
  const SmallGraph small;
  CHECK(plain(small, Value(graph::List{1, 2.5, "a", true, Value()})) == R"([1,2.5,"a",true,null])");
  CHECK(plain(small, Value(graph::Map{{"d", graph::Date{0}}})) == R"({"d":"1970-01-01"})");
  CHECK(plain(small, Value(small.from)) ==
        "{\"id\":" + id(small.from) + R"(,"labels":["A","B"],"properties":{"name":"x"}})");
  CHECK(plain(small, Value("\xff")) == "\"\xEF\xBF\xBD\"");
  const auto value = parse_plain_json(R"({"a": [1, 1.5, "x", null, 1e20]})");
  REQUIRE(value.ok());
  CHECK(display_text(*value) == "{a: [1, 1.5, 'x', null, 1.0E20]}");
  CHECK(parse_plain_json("[-9223372036854775808, 9223372036854775807]").ok());
  CHECK(parse_plain_json(R"(["a\"12345678901234567890", "\\"])").ok());
  const auto large = parse_plain_json(R"({"a": 12345678901234567890})");
  REQUIRE_FALSE(large.ok());
  CHECK_THAT(large.status().message(), Catch::Contains("12345678901234567890 at character 7") &&
                                           Catch::Contains("expected an integer from"));
  CHECK_FALSE(parse_plain_json("-9223372036854775809").ok());
  CHECK_FALSE(parse_parameters(R"({"a": [123456789012345678901]})").ok());
  CHECK_FALSE(parse_plain_json("{").ok());
  CHECK_FALSE(parse_plain_json(std::string(100'000, '[')).ok());
}
