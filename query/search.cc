// Ranking is BM25 with its usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
// Beyond, 2009), a sentence being the document.
#include "query/search.h"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "dossier/status_macros.h"
#include "query/executor/execution_context.h"

namespace dossier::query {
namespace {

constexpr double kSaturation = 1.2, kLengthShare = 0.75;

using Stemmer = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

void append_code_point(UChar32 c, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, static_cast<std::size_t>(length));
}

std::string stem(sb_stemmer* stemmer, const std::string& word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (!stemmed) return word;
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

std::vector<std::string> words_of(const std::string& text, sb_stemmer* stemmer) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(stem(stemmer, word));
    word.clear();
  };
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && u_isalnum(c)) append_code_point(u_foldCase(c, U_FOLD_CASE_DEFAULT), word);
    else finish();
  }
  finish();
  return words;
}

struct Hit {
  graph::ArticleId article{};
  std::uint32_t sentence = 0;
  std::string text;
  std::vector<std::uint32_t> counts;  // by term of the query
  std::size_t length = 0;
  double score = 0;
};

class Search {
 public:
  Search(ExecutionContext& context, const std::string& text)
      : context_(context), stemmer_(sb_stemmer_new("english", nullptr), &sb_stemmer_delete) {
    terms_ = words_of(text, stemmer_.get());
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    found_in_.resize(terms_.size());
  }

  Result<std::vector<Row>> run() {
    const auto label = context_.reader.find_label("Article");
    if (!label || terms_.empty()) return std::vector<Row>{};
    std::vector<graph::NodeId> articles;
    DOSSIER_RETURN_IF_ERROR(context_.reader.scan_label(*label, graph::NodeId{0}, SIZE_MAX, articles));
    for (const graph::NodeId article : articles) {
      DOSSIER_RETURN_IF_ERROR(context_.check());
      DOSSIER_RETURN_IF_ERROR(read(article));
    }
    return ranked();
  }

 private:
  Status read(graph::ArticleId article) {
    for (std::uint32_t number = 0;; ++number) {
      const auto sentence = context_.reader.sentence(article, number);
      if (!sentence.ok()) return sentence.status().code() == StatusCode::kNotFound ? Status() : sentence.status();
      add(article, number, sentence->text);
    }
  }

  void add(graph::ArticleId article, std::uint32_t number, const std::string& text) {
    const std::vector<std::string> words = words_of(text, stemmer_.get());
    ++sentences_, length_ += words.size();
    Hit hit{article, number, {}, std::vector<std::uint32_t>(terms_.size()), words.size()};
    bool any = false;
    for (const std::string& word : words) {
      const auto it = std::lower_bound(terms_.begin(), terms_.end(), word);
      if (it == terms_.end() || *it != word) continue;
      any = true;
      const auto term = static_cast<std::size_t>(it - terms_.begin());
      if (hit.counts[term]++ == 0) ++found_in_[term];
    }
    if (!any) return;
    hit.text = text;
    hits_.push_back(std::move(hit));
  }

  double score(const Hit& hit) const {
    const double mean = static_cast<double>(length_) / static_cast<double>(sentences_);
    const double stretch = 1 - kLengthShare + kLengthShare * static_cast<double>(hit.length) / mean;
    double sum = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      const double rare = std::log(1 + (static_cast<double>(sentences_) - found_in_[i] + 0.5) / (found_in_[i] + 0.5));
      sum += rare * hit.counts[i] * (kSaturation + 1) / (hit.counts[i] + kSaturation * stretch);
    }
    return sum;
  }

  std::vector<Row> ranked() {
    for (Hit& hit : hits_) hit.score = score(hit);
    std::stable_sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    std::vector<Row> rows;
    for (const Hit& hit : hits_) {
      rows.push_back({graph::Value(hit.article), graph::Value(static_cast<std::int64_t>(hit.sentence)),
                      graph::Value(hit.text), graph::Value(hit.score)});
    }
    return rows;
  }

  ExecutionContext& context_;
  Stemmer stemmer_;
  std::vector<std::string> terms_;         // sorted stems
  std::vector<std::uint32_t> found_in_;    // sentences that have the term
  std::vector<Hit> hits_;
  std::size_t sentences_ = 0, length_ = 0;
};

}  // namespace

Result<std::vector<Row>> search_sentences(std::span<const graph::Value> arguments, ExecutionContext& context) {
  if (!arguments[0].is_string()) return std::vector<Row>{};
  return Search(context, arguments[0].as_string()).run();
}

}  // namespace dossier::query
