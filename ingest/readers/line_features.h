// What a block of text looks like, told from its characters alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// What the layout rules look at. No word of the text is compared with a list, only shapes, punctuation and the credit
/// marks of `has_credit`.
struct LineFeatures {
  std::size_t words = 0;        // runs without white space that hold a letter or digit
  std::size_t capitalised = 0;  // words that start with an upper-case letter
  std::size_t letters = 0;
  bool ends_sentence = false;  // . ! ? … or : before closing quotes and brackets
  bool has_inner_end = false;  // a full stop, ! or ? followed by a space and an upper-case letter or quote
  bool all_caps = false;       // at least two letters, none lower case
  bool starts_lower = false;
  bool starts_quoted = false;
};

LineFeatures features_of(std::string_view line);

/// Nothing to read: no letters, what is left of markup (`![]() |`), an address, a media file's name, or
/// a copyright notice.
bool is_debris(std::string_view line);

/// A picture's text: ends or starts with a credit (`Photo: AFP`, `Image: Jane Roe.`, `(AP Photo/Jane Roe)`).
bool has_credit(std::string_view line);

/// `By Jane Roe`, `(Reporting by Jane Roe; editing by …)`, `Jane Roe (According to AFP)`, `Jane Roe contributed to this report`.
bool is_byline(std::string_view line);

/// The names of a `By Jane Roe` without its first word; empty for other bylines.
std::string_view byline_names(std::string_view line);

/// Bytes of a leading dateline with its dash and white space, `BEIJING – ` or `Taipei, Taiwan (AFP) — `; 0 without one.
std::size_t dateline_length(std::string_view line);

/// Bytes of a leading list mark with its white space: `• `, `- `, `3) `; 0 without one.
std::size_t list_mark_length(std::string_view line);

/// A quotation set apart with its speaker: `"It's a long game." – Matthew Ingram`.
bool is_pull_quote(std::string_view line);

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);  // ASCII

}  // namespace dossier::ingest
