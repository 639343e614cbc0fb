// A compiled regular expression over UTF-8, and what one thread needs to match it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/ingest/article.h"
#include "dossier/result.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace dossier::ingest::nlp {

/// Room for matching, for one thread at a time.
class Matcher {
 public:
  Matcher();

 private:
  friend class Pattern;
  std::shared_ptr<pcre2_real_match_data_8> data_;
  std::shared_ptr<pcre2_real_match_context_8> context_;
  std::shared_ptr<pcre2_real_jit_stack_8> stack_;
};

/// One pattern. Its text must be valid UTF-8, as all text that it is matched with: that is not checked again.
///
/// Threads  const: any number of threads, each with its Matcher.
class Pattern {
 public:
  /// Errors   Corruption, with the place, for a pattern that does not compile.
  static Result<Pattern> compile(const std::string& text);

  /// The leftmost match at or after `from`. None either where matching takes too many steps.
  std::optional<Span> find(std::string_view text, Matcher& matcher, std::size_t from = 0) const;
  bool matches_at_start(std::string_view text, Matcher& matcher) const;

 private:
  std::optional<Span> match(std::string_view text, Matcher& matcher, std::size_t from,
                            unsigned options) const;

  std::shared_ptr<const pcre2_real_code_8> code_;
};

}  // namespace dossier::ingest::nlp
