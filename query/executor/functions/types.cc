// What stands behind operators that name a type or a form, and joins by ||. No query can call them by name.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>

#include "query/executor/expression/nodes.h"
#include "query/executor/functions/function.h"
#include "query/executor/operations.h"

namespace dossier::query {
namespace {

Result<Value> concatenate(const Call& call) {
  const bool texts = call[0].is_string() && call[1].is_string(),
             lists = call[0].is_list() && call[1].is_list();
  if (texts || lists) return add(call[0], call[1], call.span);
  return runtime_error("TypeError", "InvalidArgumentType", call.span,
                       "|| joins two strings or two lists, not " +
                           std::string(graph::type_name(call[0].type())) + " and " +
                           std::string(graph::type_name(call[1].type())),
                       "join conditions by OR");
}

Result<Value> is_normalized(const Call& call) {
  UErrorCode error = U_ZERO_ERROR;
  const std::string form = call[1].as_string();
  const icu::Normalizer2* normalizer = form == "NFC"    ? icu::Normalizer2::getNFCInstance(error)
                                       : form == "NFD"  ? icu::Normalizer2::getNFDInstance(error)
                                       : form == "NFKC" ? icu::Normalizer2::getNFKCInstance(error)
                                                        : icu::Normalizer2::getNFKDInstance(error);
  if (!call[0].is_string() || U_FAILURE(error)) return Value(false);
  return Value(normalizer->isNormalized(icu::UnicodeString::fromUTF8(call[0].as_string()), error) != 0);
}

/// Reads a type as the grammar has it, its words in capitals with single blanks, and tells whether the value is of it.
class TypeTest {
 public:
  explicit TypeTest(std::string_view text) : text_(text) {}

  bool any_of(const Value& value) {
    bool fits = one(value);
    while (take("|")) fits = one(value) || fits;
    return fits;
  }

 private:
  bool one(const Value& value) {
    bool fits = value.is_null();  // of every type that does not say NOT NULL
    if (take("NOTHING")) {
      fits = false;
    } else if (take("LIST")) {
      fits = list(value) || fits;
    } else {
      for (const auto& [name, type] : kTypes) {
        if (!take(name)) continue;
        fits = fits || value.type() == type;
        break;
      }
      if (take("ANY")) fits = true;
      if (take("PROPERTY VALUE")) fits = fits || is_property(value);
      if (take("NULL")) fits = value.is_null();
    }
    if (take("NOT NULL")) fits = fits && !value.is_null();
    return fits;
  }

  bool list(const Value& value) {
    take("<");
    const std::string_view items = text_;
    bool fits = value.is_list();
    any_of(Value());  // to come to its end
    const std::string_view after = text_;
    if (fits) {
      for (const Value& item : value.as_list()) {
        text_ = items;
        fits = fits && any_of(item);
      }
    }
    text_ = after;
    take(">");
    return fits;
  }

  static bool is_property(const Value& value) {
    switch (value.type()) {
      case ValueType::kMap:
      case ValueType::kNode:
      case ValueType::kRelationship:
      case ValueType::kPath:
        return false;
      default:
        return true;
    }
  }

  bool take(std::string_view word) {
    while (text_.starts_with(' ')) text_.remove_prefix(1);
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }

  static constexpr auto kTypes = std::to_array<std::pair<std::string_view, ValueType>>({
      {"BOOLEAN", ValueType::kBoolean},
      {"BOOL", ValueType::kBoolean},
      {"STRING", ValueType::kString},
      {"INTEGER", ValueType::kInteger},
      {"INT", ValueType::kInteger},
      {"FLOAT", ValueType::kFloat},
      {"DATE", ValueType::kDate},
      {"LOCAL TIME", ValueType::kLocalTime},
      {"ZONED TIME", ValueType::kTime},
      {"LOCAL DATETIME", ValueType::kLocalDateTime},
      {"ZONED DATETIME", ValueType::kDateTime},
      {"DURATION", ValueType::kDuration},
      {"NODE", ValueType::kNode},
      {"RELATIONSHIP", ValueType::kRelationship},
      {"MAP", ValueType::kMap},
      {"PATH", ValueType::kPath},
  });

  std::string_view text_;
};

Result<Value> is_typed(const Call& call) { return Value(TypeTest(call[1].as_string()).any_of(call[0])); }

constexpr TypeSet kJoined = kStringType | kListType;
constexpr auto kTable = std::to_array<FunctionSignature>({
    function("||", concatenate, 2, 2, kJoined, kJoined, kJoined),
    taking_null(function("IS ::", is_typed, 2, 2, kBooleanType)),
    function("IS NORMALIZED", is_normalized, 2, 2, kBooleanType),
});

}  // namespace

std::span<const FunctionSignature> operator_functions() { return kTable; }

}  // namespace dossier::query
