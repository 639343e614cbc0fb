// PCRE2, since the tokenizer's patterns look behind and name Unicode classes: RE2 has no look-around,
// std::regex no UTF-8. Just-in-time code where the machine allows it; the steps are limited, for patterns
// that backtrack badly.
#include "ingest/nlp/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace dossier::ingest::nlp {
namespace {

constexpr std::uint32_t kMatchLimit = 1'000'000;
constexpr std::size_t kSmallestStack = 32 * 1024, kLargestStack = 1024 * 1024;

}  // namespace

Matcher::Matcher()
    : data_(pcre2_match_data_create(1, nullptr), pcre2_match_data_free),
      context_(pcre2_match_context_create(nullptr), pcre2_match_context_free),
      stack_(pcre2_jit_stack_create(kSmallestStack, kLargestStack, nullptr), pcre2_jit_stack_free) {
  pcre2_set_match_limit(context_.get(), kMatchLimit);
  pcre2_jit_stack_assign(context_.get(), nullptr, stack_.get());
}

Result<Pattern> Pattern::compile(const std::string& text) {
  int error = 0;
  PCRE2_SIZE place = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                                   PCRE2_UTF | PCRE2_UCP, &error, &place, nullptr);
  if (code == nullptr) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    return corruption("language model: pattern, at byte " + std::to_string(place) + ": " +
                      reinterpret_cast<const char*>(message));
  }
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);  // without it, pcre2_match interprets
  Pattern pattern;
  pattern.code_ = std::shared_ptr<const pcre2_code>(
      code, [](const pcre2_code* held) { pcre2_code_free(const_cast<pcre2_code*>(held)); });
  return pattern;
}

std::optional<Span> Pattern::match(std::string_view text, Matcher& matcher, std::size_t from,
                                   unsigned options) const {
  const int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                options | PCRE2_NO_UTF_CHECK, matcher.data_.get(), matcher.context_.get());
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(matcher.data_.get());
  return Span{static_cast<std::uint32_t>(ends[0]), static_cast<std::uint32_t>(ends[1])};
}

std::optional<Span> Pattern::find(std::string_view text, Matcher& matcher, std::size_t from) const {
  return match(text, matcher, from, 0);
}

bool Pattern::matches_at_start(std::string_view text, Matcher& matcher) const {
  return match(text, matcher, 0, PCRE2_ANCHORED).has_value();
}

}  // namespace dossier::ingest::nlp
