#include "graph/record_codec.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "graph/value_codec.h"

using namespace dossier::graph;

namespace {

std::vector<Value> samples() {
  return {Value(),
          true,
          false,
          0,
          -1,
          std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max(),
          1.5,
          -0.0,
          "",
          "é\0x",
          List{},
          List{1, "a", List{true}},
          Value(Map{{"a", 1}, {"b", List{2}}}),
          Value(Date{-5}),
          Value(LocalTime{86399999999999}),
          Value(Time{5, -3600}),
          Value(LocalDateTime{-7, 3}),
          Value(DateTime{1, 2, 3600, "Europe/Paris"}),
          Value(Duration{-1, 2, -3, 999999999})};
}

StoredNode sample_node() {
  StoredNode node;
  node.record.labels = {LabelId{1}, LabelId{300}};
  std::uint32_t key = 0;
  for (const Value& value : samples()) {
    if (!value.is_null()) node.record.properties.emplace_back(KeyId{key += 100}, value);
  }
  node.author = {true, true, {KeyId{2}, KeyId{9}}, {LabelId{1}}};
  return node;
}

StoredRelationship sample_relationship() {
  StoredRelationship relationship;
  relationship.record = {NodeId{1}, NodeId{UINT64_MAX}, TypeId{7}, sample_node().record.properties};
  relationship.author = {false, true, {KeyId{4}}, {}};
  relationship.claimant = NodeId{12345};
  return relationship;
}

template <typename Decode>
void survives_damage(const std::string& bytes, const Decode& decode) {
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto result = decode(std::string_view(bytes).substr(0, size));
    REQUIRE_FALSE(result.ok());
    REQUIRE(result.status().code() == dossier::StatusCode::kCorruption);
  }
  REQUIRE_FALSE(decode(bytes + '\0').ok());
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string noise(random() % 64, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    const auto result = decode(noise);
    if (!result.ok()) REQUIRE(result.status().code() == dossier::StatusCode::kCorruption);
    std::string flipped = bytes;
    flipped[random() % flipped.size()] ^= static_cast<char>(1 << random() % 8);
    (void)decode(flipped);
  }
}

}  // namespace

TEST_CASE("values come back as they were, and a skip ends where a read does", "[graph][value_codec]") {
  for (const Value& value : samples()) {
    std::string bytes;
    REQUIRE(append_value(bytes, value).ok());
    ByteReader reader(bytes), skipper(bytes);
    const Value back = read_value(reader);
    skip_value(skipper);
    CHECK_FALSE(reader.failed());
    CHECK((reader.at_end() && skipper.at_end()));
    CHECK(back.type() == value.type());
    CHECK(equivalent(back, value));
  }
}

TEST_CASE("nodes, relationships and paths are not stored", "[graph][value_codec]") {
  std::string bytes;
  const auto code = dossier::StatusCode::kInvalidArgument;
  CHECK(append_value(bytes, Value(NodeId{1})).code() == code);
  CHECK(append_value(bytes, List{Value(RelationshipId{1})}).code() == code);
  CHECK(append_value(bytes, Value(Path{})).code() == code);
}

TEST_CASE("a value nested a million deep is refused, not followed", "[graph][value_codec]") {
  std::string bytes;
  for (int i = 0; i < 1'000'000; ++i) bytes += {static_cast<char>(ValueType::kList), 1};
  ByteReader reader(bytes), skipper(bytes);
  read_value(reader);
  skip_value(skipper);
  CHECK(reader.failed());
  CHECK(skipper.failed());
}

TEST_CASE("records come back as they were and damaged ones are refused", "[graph][record_codec]") {
  const StoredNode node = sample_node();
  const std::string node_bytes = *encode_node(node);
  const StoredNode node_back = *decode_node(node_bytes);
  CHECK(node_back.record.labels == node.record.labels);
  CHECK(node_back.author == node.author);
  REQUIRE(node_back.record.properties.size() == node.record.properties.size());
  for (const auto& [key, value] : node.record.properties) {
    CHECK(equivalent(*decode_node_property(node_bytes, key), value));
  }
  CHECK(decode_node_property(node_bytes, KeyId{1})->is_null());
  CHECK(*decode_has_label(node_bytes, LabelId{300}));
  CHECK_FALSE(*decode_has_label(node_bytes, LabelId{2}));
  survives_damage(node_bytes, [](std::string_view bytes) { return decode_node(bytes); });

  const StoredRelationship relationship = sample_relationship();
  const std::string bytes = *encode_relationship(relationship);
  const StoredRelationship back = *decode_relationship(bytes);
  CHECK((back.record.start == NodeId{1} && back.record.end == NodeId{UINT64_MAX} &&
         back.record.type == TypeId{7}));
  CHECK(back.claimant == NodeId{12345});
  CHECK(back.author == relationship.author);
  for (const auto& [key, value] : relationship.record.properties) {
    CHECK(equivalent(*decode_relationship_property(bytes, key), value));
  }
  survives_damage(bytes, [](std::string_view b) { return decode_relationship(b); });
}
