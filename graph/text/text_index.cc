// A value is n pairs-and-more: for each sentence the gap to the one before, how often it has the term, how many words
// it has. "Xi called." as sentence 2 of article 7 is call 00 00..07 -> 02 01 02 and xi 00 00..07 -> 02 01 02. Postings
// lie by article and not one by one, which halves the keys of an article; taking it back needs its sentences alone. The
// length of a sentence is repeated with each of its terms, so that ranking reads nothing else.
#include "graph/text/text_index.h"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <limits>

#include "graph/key_codec.h"
#include "graph/names.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

// From the first letter or digit to the last: "$5" is "5", "c++" is "c".
std::string_view core_of(std::string_view word) {
  const auto size = static_cast<std::int32_t>(word.size());
  std::int32_t begin = size, end = 0;
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t at = i;
    UChar32 c = 0;
    U8_NEXT(word.data(), i, size, c);
    if (c < 0 || !u_isalnum(c)) continue;
    begin = std::min(begin, at), end = i;
  }
  return begin < end ? word.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))
                     : std::string_view();
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = normalise_name(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = core_of(std::string_view(folded).substr(begin, end - begin));
    if (!word.empty()) words.emplace_back(word);
    begin = end + 1;
  }
  return words;
}

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", nullptr)) {}
Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

std::string Stemmer::stem(std::string_view word) const {
  if (word.size() > kMaxTerm) return std::string(word.substr(0, kMaxTerm));
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(word.size()));
  if (stemmed == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

std::string text_prefix(std::string_view term) { return std::string(term) + '\0'; }

std::string text_key(std::string_view term, ArticleId article) {
  std::string key = text_prefix(term);
  append_u64(key, raw(article));
  return key;
}

Result<std::string_view> term_of(std::string_view key) {
  if (key.size() < 10 || key[key.size() - 9] != '\0') return corruption("a key of the table text is damaged");
  return key.substr(0, key.size() - 9);
}

ArticleId article_of(std::string_view key) { return ArticleId{load_u64(key.data() + key.size() - 8)}; }

std::string encode_postings(const std::vector<Posting>& postings) {
  std::string bytes;
  std::uint32_t before = 0;
  for (const Posting& posting : postings) {
    append_varint(bytes, posting.sentence - before);
    append_varint(bytes, posting.count);
    append_varint(bytes, posting.length);
    before = posting.sentence;
  }
  return bytes;
}

Result<std::vector<Posting>> decode_postings(std::string_view bytes) {
  std::vector<Posting> postings;
  ByteReader reader(bytes);
  std::uint64_t sentence = 0;
  while (!reader.at_end() && !reader.failed()) {
    sentence += reader.varint();
    const std::uint64_t count = reader.varint(), length = reader.varint();
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (sentence > kMost || count > kMost || length > kMost) reader.fail();
    postings.push_back({static_cast<std::uint32_t>(sentence), static_cast<std::uint32_t>(count),
                        static_cast<std::uint32_t>(length)});
  }
  if (reader.failed()) return corruption("a record of the table text is damaged");
  return postings;
}

void ArticleTerms::add(std::uint32_t sentence, std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  ++sentences_, words_ += words.size();
  const auto length = static_cast<std::uint32_t>(words.size());
  for (const std::string& word : words) {
    std::vector<Posting>& postings = postings_[stemmer_.stem(word)];
    if (postings.empty() || postings.back().sentence != sentence) postings.push_back({sentence, 0, length});
    ++postings.back().count;
  }
}

}  // namespace dossier::graph
