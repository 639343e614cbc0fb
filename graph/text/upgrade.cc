#include "graph/text/upgrade.h"

#include <optional>

#include "dossier/status_macros.h"
#include "graph/articles/article_codec.h"
#include "graph/statistics.h"
#include "graph/text/text_index.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kSentencesRead = 4096, kWritesCommitted = 50'000;

class Upgrade {
 public:
  explicit Upgrade(Core& core) : core_(core) {}

  Status run() {
    const View view(core_.latest(), nullptr);
    std::string begin;
    kv::Entries entries;
    do {
      const kv::Range range{begin, {}};
      DOSSIER_RETURN_IF_ERROR(
          view.read(kv::Table::kSentence, std::span(&range, 1), {kSentencesRead, false}, entries));
      for (std::size_t i = 0; i < entries.size(); ++i)
        DOSSIER_RETURN_IF_ERROR(add(entries.key(i), entries.value(i)));
      if (entries.size() > 0) begin = std::string(entries.key(entries.size() - 1)) + '\0';
    } while (entries.stopped());
    finish_article();
    put(kv::Table::kStat, counter_key(Counter::kSentences), id_key(sentences_));
    put(kv::Table::kStat, counter_key(Counter::kWords), id_key(words_));
    put(kv::Table::kMeta, std::string(kFormatKey), std::string(kFormatVersion));
    return commit();
  }

 private:
  Status add(std::string_view key, std::string_view value) {
    if (key.size() != 12) return corruption("a key of the table sentence is damaged");
    const ArticleId article{load_u64(key.data())};
    if (article != article_) finish_article();
    if (writes_.size() >= kWritesCommitted) DOSSIER_RETURN_IF_ERROR(commit());
    article_ = article;
    if (!terms_) terms_.emplace(stemmer_);
    DOSSIER_ASSIGN_OR_RETURN(const Sentence sentence, decode_sentence(value));
    terms_->add(load_u32(key.data() + 8), sentence.text);
    return {};
  }

  void finish_article() {
    if (!terms_) return;
    for (const auto& [term, postings] : terms_->postings()) {
      put(kv::Table::kText, text_key(term, article_), encode_postings(postings));
    }
    sentences_ += terms_->sentences(), words_ += terms_->words();
    terms_.reset();
  }

  void put(kv::Table table, std::string key, std::string value) {
    writes_.push_back({table, std::move(key), std::move(value)});
  }

  Status commit() {
    const Status status = core_.commit(*core_.latest(), writes_);
    writes_.clear();
    return status;
  }

  Core& core_;
  Stemmer stemmer_;
  ArticleId article_{};
  std::optional<ArticleTerms> terms_;
  std::uint64_t sentences_ = 0, words_ = 0;
  std::vector<kv::Write> writes_;
};

}  // namespace

Status add_text_index(Core& core) { return Upgrade(core).run(); }

}  // namespace dossier::graph
