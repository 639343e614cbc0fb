// The `text` table: stems of words -> the sentences that have them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/ids.h"
#include "dossier/result.h"

struct sb_stemmer;

namespace dossier::graph {

/// The words of a text as names are compared (names.h): case, accents, possessive endings and punctuation do not count.
std::vector<std::string> words_of(std::string_view text);

/// What a word is indexed by: its English stem (Snowball's), at most kMaxTerm bytes of it.
///
/// Threads  one at a time.
class Stemmer {
 public:
  static constexpr std::size_t kMaxTerm = 100;
  Stemmer();
  ~Stemmer();
  std::string stem(std::string_view word) const;

 private:
  sb_stemmer* stemmer_;
};

/// One sentence of an article that has a term.
struct Posting {
  std::uint32_t sentence = 0;
  std::uint32_t count = 0;   // times that the term stands in it
  std::uint32_t length = 0;  // words of the sentence
};

/// term, 00, article u64
std::string text_key(std::string_view term, ArticleId article);
/// What the keys of a term begin with, whatever the article.
std::string text_prefix(std::string_view term);
/// The term in a key; Corruption where it is none.
Result<std::string_view> term_of(std::string_view key);
ArticleId article_of(std::string_view key);

std::string encode_postings(const std::vector<Posting>& postings);
Result<std::vector<Posting>> decode_postings(std::string_view bytes);

/// What the sentences of one article put into the table. Sentences come ascending.
class ArticleTerms {
 public:
  explicit ArticleTerms(const Stemmer& stemmer) : stemmer_(stemmer) {}

  void add(std::uint32_t sentence, std::string_view text);
  const std::map<std::string, std::vector<Posting>, std::less<>>& postings() const { return postings_; }
  std::uint64_t sentences() const { return sentences_; }
  std::uint64_t words() const { return words_; }

 private:
  const Stemmer& stemmer_;
  std::map<std::string, std::vector<Posting>, std::less<>> postings_;
  std::uint64_t sentences_ = 0, words_ = 0;
};

}  // namespace dossier::graph
