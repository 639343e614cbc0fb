// Ranking is BM25 with its usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and
// Beyond, 2009), a sentence being the document. A phrase counts as one rare term, and so does what a prefix stands for.
//
// The table knows stems and neither the words nor their order, so a phrase is looked for in the text of the sentences
// that have all of its terms. A prefix takes the terms that begin with it; a term that is shorter may come from a word
// that does ("negoti" from "negotiate" for negotiat*), which again the text tells.
#include "graph/text/search.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <map>
#include <optional>
#include <string>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/statistics.h"
#include "graph/text/text_index.h"

namespace dossier::graph {
namespace {

constexpr double kSaturation = 1.2, kLengthShare = 0.75;
constexpr std::size_t kBatch = 4096;

enum class Kind { kTerm, kPrefix, kPhrase };
enum class Demand { kMay, kMust, kMustNot };

struct Clause {
  Kind kind = Kind::kTerm;
  Demand demand = Demand::kMay;
  std::vector<std::string> terms;  // stems; of a prefix the folded text itself
};

struct Place {
  std::uint64_t article = 0;
  std::uint32_t sentence = 0;
  auto operator<=>(const Place&) const = default;
};

struct Hit {
  std::uint32_t count = 0, length = 0;
};
using Hits = std::map<Place, Hit>;

// `"two words"`, `word`, `pref*`, each with + or - before it; what lies between blanks and is several words is several.
std::vector<Clause> parse_clauses(std::string_view text, const Stemmer& stemmer) {
  std::vector<Clause> clauses;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
      ++i;
      continue;
    }
    Demand demand = Demand::kMay;
    if (text[i] == '+' || text[i] == '-') demand = text[i++] == '+' ? Demand::kMust : Demand::kMustNot;
    const bool phrase = i < text.size() && text[i] == '"';
    if (phrase) ++i;
    const std::size_t end =
        std::min(phrase ? text.find('"', i) : text.find_first_of(" \t\n\r\"", i), text.size());
    const std::string_view part = text.substr(i, end - i);
    std::vector<std::string> words = words_of(part);
    i = end + (phrase ? 1 : 0);
    if (words.empty()) continue;
    const bool prefix = !phrase && part.ends_with('*');
    if (phrase && words.size() > 1) {
      for (std::string& word : words) word = stemmer.stem(word);
      clauses.push_back({Kind::kPhrase, demand, std::move(words)});
      continue;
    }
    for (std::size_t j = 0; j < words.size(); ++j) {
      const bool open = prefix && j + 1 == words.size();
      clauses.push_back(
          {open ? Kind::kPrefix : Kind::kTerm, demand, {open ? words[j] : stemmer.stem(words[j])}});
    }
  }
  return clauses;
}

class Search {
 public:
  Search(const GraphView& graph, const std::function<Status()>& proceed) : graph_(graph), proceed_(proceed) {}

  Result<std::vector<SentenceHit>> run(std::string_view text) {
    const std::vector<Clause> clauses = parse_clauses(text, stemmer_);
    std::map<Place, double> scores;
    std::optional<std::vector<Place>> required;
    for (const Clause& clause : clauses) {
      if (clause.demand == Demand::kMustNot) continue;
      DOSSIER_ASSIGN_OR_RETURN(const Hits hits, find(clause));
      add_scores(hits, scores);
      if (clause.demand == Demand::kMust) narrow(hits, required);
    }
    if (required) {
      std::erase_if(scores, [&](const auto& scored) {
        return !std::binary_search(required->begin(), required->end(), scored.first);
      });
    }
    for (const Clause& clause : clauses) {
      if (clause.demand != Demand::kMustNot || scores.empty()) continue;
      DOSSIER_ASSIGN_OR_RETURN(const Hits hits, find(clause));
      for (const auto& [place, hit] : hits) scores.erase(place);
    }
    return ranked(scores);
  }

 private:
  Status proceed() const { return proceed_ ? proceed_() : Status(); }

  Result<Hits> find(const Clause& clause) {
    switch (clause.kind) {
      case Kind::kTerm:
        return term(clause.terms.front());
      case Kind::kPrefix:
        return prefix(clause.terms.front());
      case Kind::kPhrase:
        return phrase(clause.terms);
    }
    return Hits{};
  }

  // Calls `visit` with term, article and postings of every key in [begin, end).
  template <typename Visit>
  Status each(std::string begin, const std::string& end, const Visit& visit) {
    kv::Entries entries;
    do {
      DOSSIER_RETURN_IF_ERROR(proceed());
      const kv::Range range{begin, end};
      DOSSIER_RETURN_IF_ERROR(
          graph_.view().read(kv::Table::kText, std::span(&range, 1), {kBatch, false}, entries));
      for (std::size_t i = 0; i < entries.size(); ++i) {
        DOSSIER_ASSIGN_OR_RETURN(const std::string_view term, term_of(entries.key(i)));
        DOSSIER_ASSIGN_OR_RETURN(const std::vector<Posting> postings, decode_postings(entries.value(i)));
        DOSSIER_RETURN_IF_ERROR(visit(term, raw(article_of(entries.key(i))), postings));
      }
      if (entries.size() > 0) begin = std::string(entries.key(entries.size() - 1)) + '\0';
    } while (entries.stopped());
    return {};
  }

  Result<Hits> term(const std::string& term) {
    Hits hits;
    const std::string begin = text_prefix(term);
    DOSSIER_RETURN_IF_ERROR(
        each(begin, prefix_end(begin), [&](auto, std::uint64_t article, const auto& postings) {
          for (const Posting& p : postings)
            hits.emplace_hint(hits.end(), Place{article, p.sentence}, Hit{p.count, p.length});
          return Status();
        }));
    return hits;
  }

  Result<Hits> prefix(const std::string& prefix) {
    Hits hits, doubtful;
    const std::string common = prefix.substr(0, std::min<std::size_t>(prefix.size(), 3));
    DOSSIER_RETURN_IF_ERROR(each(
        common, prefix_end(common), [&](std::string_view term, std::uint64_t article, const auto& postings) {
          const bool sure = term.starts_with(prefix);
          // Stemming drops an ending and at most changes the letter before it.
          const bool possible =
              !sure && term.size() <= prefix.size() && prefix.starts_with(term.substr(0, term.size() - 1));
          if (!sure && !possible) return Status();
          for (const Posting& p : postings) {
            Hit& hit = (sure ? hits : doubtful)[{article, p.sentence}];
            hit.count += p.count, hit.length = p.length;
          }
          return Status();
        }));
    for (const auto& [place, hit] : doubtful) {
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<std::string> words, words_at(place));
      const auto count = std::count_if(words.begin(), words.end(),
                                       [&](const std::string& word) { return word.starts_with(prefix); });
      if (count > 0) hits[place] = {static_cast<std::uint32_t>(count), hit.length};
    }
    return hits;
  }

  Result<Hits> phrase(const std::vector<std::string>& terms) {
    std::optional<std::vector<Place>> candidates;
    Hits first, hits;
    for (const std::string& stem : terms) {
      DOSSIER_ASSIGN_OR_RETURN(Hits found, term(stem));
      narrow(found, candidates);
      if (first.empty()) first = std::move(found);
      if (candidates->empty()) return hits;
    }
    for (const Place& place : *candidates) {
      DOSSIER_ASSIGN_OR_RETURN(std::vector<std::string> words, words_at(place));
      for (std::string& word : words) word = stemmer_.stem(word);
      std::uint32_t count = 0;
      for (auto at = words.begin();; ++at, ++count) {
        at = std::search(at, words.end(), terms.begin(), terms.end());
        if (at == words.end()) break;
      }
      if (count > 0) hits[place] = {count, first[place].length};
    }
    return hits;
  }

  Result<std::vector<std::string>> words_at(const Place& place) {
    if (++texts_ % kBatch == 0) DOSSIER_RETURN_IF_ERROR(proceed());
    DOSSIER_ASSIGN_OR_RETURN(const Sentence sentence,
                             graph_.sentence(ArticleId{place.article}, place.sentence));
    return words_of(sentence.text);
  }

  static void narrow(const Hits& hits, std::optional<std::vector<Place>>& places) {
    std::vector<Place> kept;
    if (!places) {
      for (const auto& [place, hit] : hits) kept.push_back(place);
    } else {
      for (const Place& place : *places) {
        if (hits.contains(place)) kept.push_back(place);
      }
    }
    places = std::move(kept);
  }

  void add_scores(const Hits& hits, std::map<Place, double>& scores) const {
    const auto sentences = static_cast<double>(graph_.counter(counter_key(Counter::kSentences)));
    const double mean =
        static_cast<double>(graph_.counter(counter_key(Counter::kWords))) / std::max(1.0, sentences);
    const auto found = static_cast<double>(hits.size());
    const double rare = std::log(1 + (std::max(0.0, sentences - found) + 0.5) / (found + 0.5));
    for (const auto& [place, hit] : hits) {
      const double stretch = 1 - kLengthShare + kLengthShare * hit.length / std::max(1.0, mean);
      scores[place] += rare * hit.count * (kSaturation + 1) / (hit.count + kSaturation * stretch);
    }
  }

  static std::vector<SentenceHit> ranked(const std::map<Place, double>& scores) {
    std::vector<SentenceHit> found;
    for (const auto& [place, score] : scores)
      found.push_back({ArticleId{place.article}, place.sentence, score});
    std::stable_sort(found.begin(), found.end(),
                     [](const SentenceHit& a, const SentenceHit& b) { return a.score > b.score; });
    return found;
  }

  const GraphView& graph_;
  const std::function<Status()>& proceed_;
  Stemmer stemmer_;
  std::size_t texts_ = 0;
};

}  // namespace

Result<std::vector<SentenceHit>> search_sentences(const GraphView& graph, std::string_view text,
                                                  const std::function<Status()>& proceed) {
  return Search(graph, proceed).run(text);
}

}  // namespace dossier::graph
