// Byte layout (numbers are varints unless said; ids of labels, types and keys plain varints):
//
//   node          flags byte | labels: count, ids | properties | touched keys: count, ids | touched labels: count, ids
//   relationship  flags byte | start u64 | end u64 | type u32 (big-endian, 20 bytes at a fixed place) |
//                 [claimant, where flag 4 is set] | properties | touched keys: count, ids
//   properties    count, then id and value (value_codec.cc), ascending by id
//   flags         1 a person made it, 2 articles stand behind it, 4 it has a claimant
//
// Tests: tests/graph/record_codec_test.cc.
#include "graph/record_codec.h"

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

constexpr std::uint8_t kByPerson = 1, kByArticle = 2, kHasClaimant = 4;

std::uint8_t flags_of(const Authorship& author) {
  return static_cast<std::uint8_t>((author.by_person ? kByPerson : 0) | (author.by_article ? kByArticle : 0));
}

template <typename Id>
void append_ids(std::string& out, const std::vector<Id>& ids) {
  append_varint(out, ids.size());
  for (const Id id : ids) append_varint(out, raw(id));
}

template <typename Id>
std::vector<Id> read_ids(ByteReader& reader) {
  const std::size_t count = reader.count();
  std::vector<Id> ids;
  ids.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Id id{static_cast<std::underlying_type_t<Id>>(reader.varint())};
    if (!ids.empty() && ids.back() >= id) reader.fail();
    ids.push_back(id);
  }
  return ids;
}

Status append_properties(std::string& out, std::span<const Properties::value_type> properties) {
  append_varint(out, properties.size());
  for (const auto& [key, value] : properties) {
    append_varint(out, raw(key));
    DOSSIER_RETURN_IF_ERROR(append_value(out, value));
  }
  return {};
}

Properties read_properties(ByteReader& reader) {
  const std::size_t count = reader.count();
  Properties properties;
  properties.reserve(count);
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    const KeyId key{static_cast<std::uint32_t>(reader.varint())};
    if (!properties.empty() && properties.back().first >= key) reader.fail();
    properties.emplace_back(key, read_value(reader));
  }
  return properties;
}

Value read_property(ByteReader& reader, KeyId wanted) {
  const std::size_t count = reader.count();
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    const KeyId key{static_cast<std::uint32_t>(reader.varint())};
    if (key == wanted) return read_value(reader);
    if (key > wanted) break;
    skip_value(reader);
  }
  return {};
}

std::uint8_t read_flags(ByteReader& reader, std::uint8_t allowed) {
  const std::uint8_t flags = reader.byte();
  if ((flags & ~allowed) != 0) reader.fail();
  return flags;
}

void skip_ids(ByteReader& reader) {
  for (std::size_t n = reader.count(); n > 0; --n) reader.varint();
}

void skip_relationship_head(ByteReader& reader) {
  const std::uint8_t flags = read_flags(reader, kByPerson | kByArticle | kHasClaimant);
  reader.take(20);
  if ((flags & kHasClaimant) != 0) reader.varint();
}

void visit_properties(ByteReader& reader, const std::function<bool(KeyId)>& wants,
                      const std::function<void(KeyId, Value)>& found) {
  for (std::size_t n = reader.count(); n > 0 && !reader.failed(); --n) {
    const KeyId key{static_cast<std::uint32_t>(reader.varint())};
    if (wants(key)) {
      found(key, read_value(reader));
    } else {
      skip_value(reader);
    }
  }
}

Status damaged(const char* what) {
  return corruption(std::string("a stored ") + what + " record is damaged");
}

}  // namespace

Result<std::string> encode_node(const StoredNode& node) {
  std::string out;
  out.push_back(static_cast<char>(flags_of(node.author)));
  append_ids(out, node.record.labels);
  DOSSIER_RETURN_IF_ERROR(append_properties(out, node.record.properties));
  append_ids(out, node.author.keys);
  append_ids(out, node.author.labels);
  return out;
}

Result<StoredNode> decode_node(std::string_view bytes) {
  ByteReader reader(bytes);
  StoredNode node;
  const std::uint8_t flags = read_flags(reader, kByPerson | kByArticle);
  node.author.by_person = (flags & kByPerson) != 0;
  node.author.by_article = (flags & kByArticle) != 0;
  node.record.labels = read_ids<LabelId>(reader);
  node.record.properties = read_properties(reader);
  node.author.keys = read_ids<KeyId>(reader);
  node.author.labels = read_ids<LabelId>(reader);
  if (reader.failed() || !reader.at_end()) return damaged("node");
  return node;
}

Result<std::string> encode_relationship(const StoredRelationship& relationship) {
  std::string out;
  const RelationshipRecord& record = relationship.record;
  out.push_back(
      static_cast<char>(flags_of(relationship.author) | (relationship.claimant ? kHasClaimant : 0)));
  append_u64(out, raw(record.start));
  append_u64(out, raw(record.end));
  append_u32(out, raw(record.type));
  if (relationship.claimant) append_varint(out, raw(*relationship.claimant));
  DOSSIER_RETURN_IF_ERROR(append_properties(out, record.properties));
  append_ids(out, relationship.author.keys);
  return out;
}

Status append_new_relationship(std::string& out, NodeId start, TypeId type, NodeId end,
                               std::span<const Properties::value_type> properties) {
  out.push_back(static_cast<char>(kByPerson));
  append_u64(out, raw(start));
  append_u64(out, raw(end));
  append_u32(out, raw(type));
  DOSSIER_RETURN_IF_ERROR(append_properties(out, properties));
  append_varint(out, 0);  // no keys that a person touched
  return {};
}

Result<StoredRelationship> decode_relationship(std::string_view bytes) {
  ByteReader reader(bytes);
  StoredRelationship relationship;
  const std::uint8_t flags = read_flags(reader, kByPerson | kByArticle | kHasClaimant);
  relationship.author.by_person = (flags & kByPerson) != 0;
  relationship.author.by_article = (flags & kByArticle) != 0;
  const std::string_view ends = reader.take(20);
  if (reader.failed()) return damaged("relationship");
  relationship.record.start = NodeId{load_u64(ends.data())};
  relationship.record.end = NodeId{load_u64(ends.data() + 8)};
  relationship.record.type = TypeId{load_u32(ends.data() + 16)};
  if ((flags & kHasClaimant) != 0) relationship.claimant = NodeId{reader.varint()};
  relationship.record.properties = read_properties(reader);
  relationship.author.keys = read_ids<KeyId>(reader);
  if (reader.failed() || !reader.at_end()) return damaged("relationship");
  return relationship;
}

Result<Value> decode_node_property(std::string_view bytes, KeyId key) {
  ByteReader reader(bytes);
  read_flags(reader, kByPerson | kByArticle);
  skip_ids(reader);
  Value value = read_property(reader, key);
  if (reader.failed()) return damaged("node");
  return value;
}

Result<Value> decode_relationship_property(std::string_view bytes, KeyId key) {
  ByteReader reader(bytes);
  skip_relationship_head(reader);
  Value value = read_property(reader, key);
  if (reader.failed()) return damaged("relationship");
  return value;
}

Status visit_node_properties(std::string_view bytes, const std::function<bool(KeyId)>& wants,
                             const std::function<void(KeyId, Value)>& found) {
  ByteReader reader(bytes);
  read_flags(reader, kByPerson | kByArticle);
  skip_ids(reader);
  visit_properties(reader, wants, found);
  return reader.failed() ? damaged("node") : Status();
}

Status visit_relationship_properties(std::string_view bytes, const std::function<bool(KeyId)>& wants,
                                     const std::function<void(KeyId, Value)>& found) {
  ByteReader reader(bytes);
  skip_relationship_head(reader);
  visit_properties(reader, wants, found);
  return reader.failed() ? damaged("relationship") : Status();
}

Result<bool> decode_has_label(std::string_view bytes, LabelId label) {
  ByteReader reader(bytes);
  read_flags(reader, kByPerson | kByArticle);
  const std::vector<LabelId> labels = read_ids<LabelId>(reader);
  if (reader.failed()) return damaged("node");
  return std::binary_search(labels.begin(), labels.end(), label);
}

const Value* find_property(const Properties& properties, KeyId key) {
  const auto at = std::lower_bound(properties.begin(), properties.end(), key,
                                   [](const auto& entry, KeyId wanted) { return entry.first < wanted; });
  return at != properties.end() && at->first == key ? &at->second : nullptr;
}

bool set_property(Properties& properties, KeyId key, const Value& value) {
  const auto at = std::lower_bound(properties.begin(), properties.end(), key,
                                   [](const auto& entry, KeyId wanted) { return entry.first < wanted; });
  const bool found = at != properties.end() && at->first == key;
  if (value.is_null()) {
    if (found) properties.erase(at);
    return found;
  }
  if (!found) {
    properties.emplace(at, key, value);
    return true;
  }
  const bool same = at->second.type() == value.type() && equivalent(at->second, value);
  if (!same) at->second = value;
  return !same;
}

}  // namespace dossier::graph
