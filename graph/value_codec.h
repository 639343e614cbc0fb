// Values and plain numbers <-> bytes of records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/graph/value.h"
#include "dossier/result.h"

namespace dossier::graph {

void append_varint(std::string& out, std::uint64_t value);
void append_text(std::string& out, std::string_view text);  // length as varint, bytes

/// Reads bytes from the front. A read beyond the end, or of what cannot be, gives zero and makes failed() true for
/// good: a decoder checks once, at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}
  std::uint8_t byte();
  std::uint64_t varint();
  std::uint64_t fixed64();  // little-endian
  std::string_view take(std::size_t size);
  std::string_view text() { return take(varint()); }
  /// A count of things of at least one byte each: no more than what is left, so nobody reserves for a lie.
  std::size_t count();

  void fail() { failed_ = true, at_ = end_; }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == end_; }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

 private:
  const char* at_;
  const char* end_;
  bool failed_ = false;
};

/// InvalidArgument for a node, relationship or path, also inside a list: these are not stored.
Status append_value(std::string& out, const Value& value);
/// Null and reader.failed() for bytes that append_value does not write.
Value read_value(ByteReader& reader);
void skip_value(ByteReader& reader);

}  // namespace dossier::graph
