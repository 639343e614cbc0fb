// Strings, by characters (code points) of their UTF-8 text.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <limits>

#include "query/executor/functions/function.h"
#include "query/executor/functions/text.h"

namespace dossier::query {
namespace {

using graph::List;
using graph::Value;

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

Status too_large(const Call& call) {
  return Status(StatusCode::kResourceExhausted, std::string(call.name) + "() makes a text that is too large");
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Result<Value> to_upper(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  std::string text = call[0].as_string();
  if (!is_ascii(text))
    return Value(to_utf8(icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot())));
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return Value(std::move(text));
}

Result<Value> to_lower(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  std::string text = call[0].as_string();
  if (!is_ascii(text))
    return Value(to_utf8(icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot())));
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return Value(std::move(text));
}

Result<Value> length_in_characters(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  return Value(static_cast<std::int64_t>(character_count(call[0].as_string())));
}

// What trim takes away: blanks as Unicode has them, or the characters of the second argument.
class Trimmed {
 public:
  explicit Trimmed(const Value* characters) {
    if (characters != nullptr) set_ = icu::UnicodeString::fromUTF8(characters->as_string()), given_ = true;
  }
  bool contains(UChar32 c) const { return given_ ? set_.indexOf(c) >= 0 : u_isUWhiteSpace(c) != 0; }

 private:
  icu::UnicodeString set_;
  bool given_ = false;
};

std::string_view trimmed(std::string_view text, const Trimmed& unwanted, bool front, bool back) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto begin = std::int32_t{0};
  auto end = static_cast<std::int32_t>(text.size());
  while (front && begin < end) {
    std::int32_t next = begin;
    UChar32 c = 0;
    U8_NEXT(bytes, next, end, c);
    if (c < 0 || !unwanted.contains(c)) break;
    begin = next;
  }
  while (back && begin < end) {
    std::int32_t previous = end;
    UChar32 c = 0;
    U8_PREV(bytes, begin, previous, c);
    if (c < 0 || !unwanted.contains(c)) break;
    end = previous;
  }
  return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

template <bool front, bool back>
Result<Value> trim(const Call& call) {
  for (const Value& argument : call.arguments) {
    if (!argument.is_string()) return wrong_type(call, "a string", argument);
  }
  const Trimmed unwanted(call.size() > 1 ? &call[1] : nullptr);
  return Value(trimmed(call[0].as_string(), unwanted, front, back));
}

// A count of characters that must not be negative.
Result<std::size_t> count_argument(const Call& call, std::size_t index) {
  if (!call[index].is_integer()) return wrong_type(call, "an integer", call[index]);
  if (call[index].as_integer() < 0) {
    return runtime_error("ArgumentError", "NegativeIntegerArgument", call.span,
                         std::string(call.name) + "() does not take the negative number " +
                             std::to_string(call[index].as_integer()));
  }
  return static_cast<std::size_t>(call[index].as_integer());
}

Result<Value> left(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  const auto count = count_argument(call, 1);
  if (!count.ok()) return count.status();
  const std::string_view text = call[0].as_string();
  return Value(text.substr(0, character_offset(text, *count)));
}

Result<Value> right(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  const auto count = count_argument(call, 1);
  if (!count.ok()) return count.status();
  const std::string_view text = call[0].as_string();
  const std::size_t length = character_count(text);
  return Value(text.substr(character_offset(text, length - std::min(length, *count))));
}

Result<Value> substring(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  const auto from = count_argument(call, 1);
  if (!from.ok()) return from.status();
  std::string_view text = call[0].as_string();
  text.remove_prefix(character_offset(text, *from));
  if (call.size() == 2) return Value(text);
  const auto count = count_argument(call, 2);
  if (!count.ok()) return count.status();
  return Value(text.substr(0, character_offset(text, *count)));
}

/// replace(text, search, replacement, limit): an empty search changes nothing.
Result<Value> replace(const Call& call) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (!call[i].is_string()) return wrong_type(call, "strings", call[i]);
  }
  std::size_t limit = std::numeric_limits<std::size_t>::max();
  if (call.size() > 3) {
    const auto given = count_argument(call, 3);
    if (!given.ok()) return given.status();
    limit = *given;
  }
  const std::string &text = call[0].as_string(), &search = call[1].as_string(),
                    &replacement = call[2].as_string();
  if (search.empty()) return call[0];
  std::string result;
  std::size_t at = 0;
  for (std::size_t hit = text.find(search); hit != std::string::npos && limit > 0;
       hit = text.find(search, at)) {
    result.append(text, at, hit - at).append(replacement);
    if (result.size() > kMaxTextBytes) return too_large(call);
    at = hit + search.size();
    --limit;
  }
  return Value(result.append(text, at));
}

List characters(std::string_view text) {
  List result;
  while (!text.empty()) {
    const std::size_t size = character_offset(text, 1);
    result.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return result;
}

// The first place of any delimiter, and its length.
std::pair<std::size_t, std::size_t> first_of(std::string_view text,
                                             const std::vector<std::string_view>& delimiters) {
  std::pair<std::size_t, std::size_t> best{std::string_view::npos, 0};
  for (const std::string_view delimiter : delimiters) {
    if (const std::size_t at = text.find(delimiter); at < best.first) best = {at, delimiter.size()};
  }
  return best;
}

/// split(text, delimiter): the delimiter a string, or a list of such; an empty one splits into characters.
Result<Value> split(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a string", call[0]);
  std::vector<std::string_view> delimiters;
  const List given = call[1].is_list() ? call[1].as_list() : List{call[1]};
  for (const Value& delimiter : given) {
    if (!delimiter.is_string()) return wrong_type(call, "a string as delimiter", delimiter);
    if (delimiter.as_string().empty()) return Value(characters(call[0].as_string()));
    delimiters.push_back(delimiter.as_string());
  }
  List parts;
  std::string_view rest = call[0].as_string();
  while (true) {
    const auto [at, size] = first_of(rest, delimiters);
    parts.emplace_back(rest.substr(0, at));
    if (at == std::string_view::npos) return Value(std::move(parts));
    rest.remove_prefix(at + size);
  }
}

Result<Value> join(const Call& call) {
  if (!call[0].is_list()) return wrong_type(call, "a list", call[0]);
  if (!call[1].is_string()) return wrong_type(call, "a string as separator", call[1]);
  std::string result;
  bool first = true;
  for (const Value& item : call[0].as_list()) {
    if (item.is_null()) continue;
    if (!first) result += call[1].as_string();
    first = false;
    result += display_text(item);
    if (result.size() > kMaxTextBytes) return too_large(call);
  }
  return Value(std::move(result));
}

const icu::Normalizer2* normalizer(std::string_view form, UErrorCode& error) {
  if (form == "NFC") return icu::Normalizer2::getNFCInstance(error);
  if (form == "NFD") return icu::Normalizer2::getNFDInstance(error);
  if (form == "NFKC") return icu::Normalizer2::getNFKCInstance(error);
  if (form == "NFKD") return icu::Normalizer2::getNFKDInstance(error);
  return nullptr;
}

Result<Value> normalize(const Call& call) {
  for (const Value& argument : call.arguments) {
    if (!argument.is_string()) return wrong_type(call, "a string", argument);
  }
  const std::string form = call.size() > 1 ? call[1].as_string() : "NFC";
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* chosen = normalizer(form, error);
  if (chosen == nullptr) {
    return runtime_error("ArgumentError", "InvalidArgumentValue", call.span,
                         "unknown normal form '" + form + "', expected NFC, NFD, NFKC or NFKD");
  }
  const icu::UnicodeString result =
      chosen->normalize(icu::UnicodeString::fromUTF8(call[0].as_string()), error);
  if (U_FAILURE(error)) return internal_error("normalize() failed");
  return Value(to_utf8(result));
}

/// A random UUID, version 4.
Result<Value> random_uuid(const Call& call) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (int i = 0; i < 32; ++i) {
    auto digit = static_cast<unsigned>(call.context.random() >> 60U);
    if (i == 12) digit = 4;
    if (i == 16) digit = 8U | (digit & 3U);
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    text += kHex[digit];
  }
  return Value(std::move(text));
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    function("btrim", trim<true, true>, 1, 2, kStringType, kStringType, kStringType),
    function("char_length", length_in_characters, 1, 1, kIntegerType, kStringType),
    function("character_length", length_in_characters, 1, 1, kIntegerType, kStringType),
    function("left", left, 2, 2, kStringType, kStringType, kIntegerType),
    pure(function("lower", to_lower, 1, 1, kStringType, kStringType)),
    function("lTrim", trim<true, false>, 1, 2, kStringType, kStringType, kStringType),
    pure(function("normalize", normalize, 1, 2, kStringType, kStringType, kStringType)),
    changing(function("randomUUID", random_uuid, 0, 0, kStringType)),
    function("replace", replace, 3, 4, kStringType, kStringType, kStringType, kStringType),
    function("right", right, 2, 2, kStringType, kStringType, kIntegerType),
    function("rTrim", trim<false, true>, 1, 2, kStringType, kStringType, kStringType),
    function("split", split, 2, 2, kListType, kStringType, kStringType | kListType),
    function("string.join", join, 2, 2, kStringType, kListType, kStringType),
    function("substring", substring, 2, 3, kStringType, kStringType, kIntegerType, kIntegerType),
    pure(function("toLower", to_lower, 1, 1, kStringType, kStringType)),
    pure(function("toUpper", to_upper, 1, 1, kStringType, kStringType)),
    function("trim", trim<true, true>, 1, 2, kStringType, kStringType, kStringType),
    pure(function("upper", to_upper, 1, 1, kStringType, kStringType)),
});

}  // namespace

std::span<const FunctionSignature> string_functions() { return kTable; }

}  // namespace dossier::query
