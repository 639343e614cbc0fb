// Every derived table is a function of the records: one pass over nodes, relationships and evidence writes what each
// table should hold into a sorter; then each is read beside the table itself, and what differs is counted (and put
// right). Memory is bounded, time linear.
#include "graph/check/check.h"

#include <filesystem>
#include <map>
#include <memory>
#include <utility>

#include "dossier/status_macros.h"
#include "graph/articles/article_codec.h"
#include "graph/articles/article_sketch.h"
#include "graph/bulk/external_sort.h"
#include "graph/graph_view.h"
#include "graph/key_codec.h"
#include "graph/name_index.h"
#include "graph/property_index.h"
#include "graph/text/text_index.h"

namespace dossier::graph {
namespace {

using kv::Table;

constexpr std::size_t kBatch = 8192;
constexpr std::size_t kMaxTold = 100;  // single records; beyond that only their number
constexpr Table kDerived[] = {Table::kLabel,   Table::kName,  Table::kIndex, Table::kSpo,
                              Table::kOps,     Table::kTso,   Table::kTos,   Table::kStat,
                              Table::kSupport, Table::kStory, Table::kText};

// Whether every key begins with an id.
bool has_ids(Table table) {
  return table == Table::kNode || table == Table::kRel || table == Table::kEvidence;
}

class Checker {
 public:
  Checker(Core& core, std::shared_ptr<const Commit> commit, bool repair)
      : core_(core), commit_(std::move(commit)), graph_(commit_, nullptr, nullptr), repair_(repair) {
    for (const Table table : kDerived) {
      expected_[table] =
          std::make_unique<ExternalSorter>(std::filesystem::temp_directory_path(), std::uint64_t{32} << 20);
    }
  }

  Result<std::vector<std::string>> run() {
    DOSSIER_RETURN_IF_ERROR(core_.kv().verify(faults_));
    DOSSIER_RETURN_IF_ERROR(each(Table::kNode, [this](auto key, auto value) { return node(key, value); }));
    DOSSIER_RETURN_IF_ERROR(
        each(Table::kRel, [this](auto key, auto value) { return relationship(key, value); }));
    DOSSIER_RETURN_IF_ERROR(
        each(Table::kEvidence, [this](auto key, auto value) { return evidence(key, value); }));
    DOSSIER_RETURN_IF_ERROR(finish_statement());
    DOSSIER_RETURN_IF_ERROR(
        each(Table::kArticle, [this](auto key, auto value) { return article(key, value); }));
    DOSSIER_RETURN_IF_ERROR(
        each(Table::kSentence, [this](auto key, auto value) { return sentence(key, value); }));
    DOSSIER_RETURN_IF_ERROR(finish_article());
    DOSSIER_RETURN_IF_ERROR(count_ends(Table::kTso, Counter::kStartsOfType));
    DOSSIER_RETURN_IF_ERROR(count_ends(Table::kTos, Counter::kEndsOfType));
    DOSSIER_RETURN_IF_ERROR(expect_counters());
    for (const Table table : kDerived) DOSSIER_RETURN_IF_ERROR(compare(table));
    if (told_ > kMaxTold)
      faults_.push_back("and " + std::to_string(told_ - kMaxTold) + " more damaged records");
    if (!writes_.empty()) DOSSIER_RETURN_IF_ERROR(core_.commit(*commit_, writes_));
    return faults_;
  }

 private:
  void tell(std::string fault) {
    if (++told_ <= kMaxTold) faults_.push_back(std::move(fault));
  }
  Status expect(Table table, std::string_view key, std::string_view value = {}) {
    return expected_[table]->add(key, value);
  }

  template <typename Visit>
  Status each(Table table, const Visit& visit) {
    std::string begin;
    kv::Entries entries;
    do {
      const kv::Range range{begin, {}};
      DOSSIER_RETURN_IF_ERROR(graph_.view().read(table, std::span(&range, 1), {kBatch, false}, entries));
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries.key(i).size() < 8 && has_ids(table)) {
          tell("a key of the table " + std::string(kv::table_name(table)) + " is damaged");
          continue;
        }
        DOSSIER_RETURN_IF_ERROR(visit(entries.key(i), entries.value(i)));
      }
      if (entries.size() > 0) begin = std::string(entries.key(entries.size() - 1)) + '\0';
    } while (entries.stopped());
    return {};
  }

  Status node(std::string_view key, std::string_view value) {
    const NodeId id{load_u64(key.data())};
    const Result<StoredNode> node = decode_node(value);
    if (!node.ok()) {
      tell("node " + std::to_string(raw(id)) + ": " + node.status().message());
      return {};
    }
    ++counts_[counter_key(Counter::kNodes)];
    for (const LabelId label : node->record.labels) {
      DOSSIER_RETURN_IF_ERROR(expect(Table::kLabel, label_key(label, id)));
      ++counts_[counter_key(Counter::kNodesOfLabel, raw(label))];
    }
    for (const auto& [entry, written] : name_entries_of(graph_, id, *node)) {
      DOSSIER_RETURN_IF_ERROR(expect(Table::kName, entry, written));
    }
    for (const KeyId indexed : *commit_->indexes) {
      const Value* property = find_property(node->record.properties, indexed);
      const auto entry = property != nullptr ? index_entry(indexed, *property, id) : std::nullopt;
      if (entry) DOSSIER_RETURN_IF_ERROR(expect(Table::kIndex, *entry));
    }
    return {};
  }

  Status relationship(std::string_view key, std::string_view value) {
    const RelationshipId id{load_u64(key.data())};
    const std::string name = "relationship " + std::to_string(raw(id));
    const Result<StoredRelationship> stored = decode_relationship(value);
    if (!stored.ok()) {
      tell(name + ": " + stored.status().message());
      return {};
    }
    const RelationshipRecord& record = stored->record;
    for (const NodeId end : {record.start, record.end}) {
      DOSSIER_ASSIGN_OR_RETURN(const auto node, graph_.view().get(Table::kNode, id_key(raw(end))));
      if (!node) tell(name + " hangs on node " + std::to_string(raw(end)) + ", which is missing");
    }
    ++counts_[counter_key(Counter::kRelationships)];
    ++counts_[counter_key(Counter::kRelationshipsOfType, raw(record.type))];
    DOSSIER_RETURN_IF_ERROR(expect(Table::kSpo, edge_key(record.start, record.type, record.end, id)));
    DOSSIER_RETURN_IF_ERROR(expect(Table::kOps, edge_key(record.end, record.type, record.start, id)));
    DOSSIER_RETURN_IF_ERROR(expect(Table::kTso, typed_edge_key(record.type, record.start, record.end, id)));
    return expect(Table::kTos, typed_edge_key(record.type, record.end, record.start, id));
  }

  // A statement's sum comes first, then its pieces.
  Status evidence(std::string_view key, std::string_view value) {
    const RelationshipId statement{load_u64(key.data())};
    const std::string name = "the evidence of relationship " + std::to_string(raw(statement));
    if (key.size() == 8) {
      DOSSIER_RETURN_IF_ERROR(finish_statement());
      const Result<StatementTally> tally = decode_statement_tally(value);
      if (!tally.ok()) tell(name + ": " + tally.status().message());
      promised_ = tally.ok() ? tally->support : 0;
      statement_ = statement;
      DOSSIER_ASSIGN_OR_RETURN(const auto record, graph_.view().get(Table::kRel, id_key(raw(statement))));
      if (!record) tell(name + " has no relationship");
      return {};
    }
    const Result<EvidenceRow> row = decode_evidence(value);
    if (!row.ok() || key.size() != 16) {
      tell(name + " is damaged");
      return {};
    }
    ++found_;
    const ArticleId article = row->evidence.article;
    DOSSIER_ASSIGN_OR_RETURN(const auto meta, graph_.view().get(Table::kArticle, article_meta_key(article)));
    const auto decoded = meta ? decode_meta(*meta, article) : Result<ArticleMeta>(not_found("missing"));
    if (!decoded.ok()) {
      tell(name + " comes from article " + std::to_string(raw(article)) + ", which is missing or damaged");
    } else {
      ++stories_[story_key(statement, decoded->story, article)];
    }
    return expect(Table::kSupport, support_key(article, statement, load_u64(key.data() + 8)));
  }

  Status finish_statement() {
    if (statement_ && found_ != promised_) {
      tell("the evidence of relationship " + std::to_string(raw(*statement_)) + " has " +
           std::to_string(found_) + " pieces instead of " + std::to_string(promised_));
    }
    for (const auto& [key, count] : stories_)
      DOSSIER_RETURN_IF_ERROR(expect(Table::kStory, key, id_key(count)));
    stories_.clear();
    statement_.reset();
    found_ = promised_ = 0;
    return {};
  }

  Status sentence(std::string_view key, std::string_view value) {
    Result<Sentence> sentence = decode_sentence(value);
    if (!sentence.ok() || key.size() != 12) {
      tell("a sentence is damaged");
      return {};
    }
    const ArticleId article{load_u64(key.data())};
    if (article_ != article) DOSSIER_RETURN_IF_ERROR(finish_article());
    article_ = article;
    if (!terms_) terms_.emplace(stemmer_);
    terms_->add(load_u32(key.data() + 8), sentence->text);
    sentences_.push_back(*std::move(sentence));
    return {};
  }

  // Its words, and the entries by which near copies of an article are found.
  Status finish_article() {
    if (article_) DOSSIER_RETURN_IF_ERROR(expect_words(*article_));
    const std::vector<Sentence> sentences = std::exchange(sentences_, {});
    const std::optional<ArticleSketch> sketch = sketch_of(sentences);
    if (!sketch) return {};
    DOSSIER_ASSIGN_OR_RETURN(const auto bytes,
                             graph_.view().get(Table::kArticle, article_meta_key(*article_)));
    const auto meta = bytes ? decode_meta(*bytes, *article_) : Result<ArticleMeta>(not_found("missing"));
    if (!meta.ok() || (meta->story != 0 && (meta->story & kComputedStory) == 0)) return {};
    for (const std::uint64_t feature : sketch->features) {
      DOSSIER_RETURN_IF_ERROR(expect(Table::kStory, feature_key(feature, *article_)));
    }
    if (meta->story != 0) DOSSIER_RETURN_IF_ERROR(expect(Table::kStory, member_key(meta->story, *article_)));
    return expect(Table::kStory, sketch_key(*article_), encode_sketch(*sketch));
  }

  Status article(std::string_view key, std::string_view value) {
    const bool damaged = [&] {
      switch (key.empty() ? '\0' : key[0]) {
        case 'i':
          return value.size() != 8;
        case 'm':
          return key.size() != 9 || !decode_meta(value, ArticleId{}).ok();
        case 'j':
          return key.size() != 9 || !decode_journal(value).ok();
        case 'e':
          return key.size() != 9 || !decode_entity_tally(value).ok();
        case 'c':
          return key.size() != 17;
        default:
          return true;
      }
    }();
    if (damaged) tell("a record of the table article is damaged");
    return {};
  }

  Status expect_words(ArticleId article) {
    if (!terms_) return {};
    for (const auto& [term, postings] : terms_->postings()) {
      DOSSIER_RETURN_IF_ERROR(expect(Table::kText, text_key(term, article), encode_postings(postings)));
    }
    counts_[counter_key(Counter::kSentences)] += terms_->sentences();
    counts_[counter_key(Counter::kWords)] += terms_->words();
    terms_.reset();
    return {};
  }

  // Counts the different (type, node) among what the order should hold; the sorter is read again in compare(), so the
  // keys go through a second one.
  Status count_ends(Table table, Counter counter) {
    auto again =
        std::make_unique<ExternalSorter>(std::filesystem::temp_directory_path(), std::uint64_t{32} << 20);
    DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream stream, expected_[table]->sorted());
    std::string last;
    std::string_view key, value;
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, stream(key, value));
      if (!more) break;
      if (key.substr(0, 12) != last) {
        last = key.substr(0, 12);
        ++counts_[counter_key(counter, load_u32(key.data()))];
      }
      DOSSIER_RETURN_IF_ERROR(again->add(key, value));
    }
    expected_[table] = std::move(again);
    return {};
  }

  // A counter that is zero may be there or not.
  Status expect_counters() {
    for (const auto& [key, count] : counts_)
      DOSSIER_RETURN_IF_ERROR(expect(Table::kStat, key, id_key(count)));
    return each(Table::kStat, [this](std::string_view key, std::string_view value) {
      const bool zero =
          !counts_.contains(std::string(key)) && decode_counter(value) == 0 && value.size() == 8;
      return zero ? expect(Table::kStat, key, value) : Status();
    });
  }

  struct Difference {
    std::uint64_t missing = 0, extra = 0, wrong = 0;
  };

  void put(Table table, std::string_view key, std::optional<std::string_view> value) {
    if (!repair_) return;
    writes_.push_back({table, std::string(key), value ? std::optional<std::string>(*value) : std::nullopt});
  }

  Status compare(Table table) {
    DOSSIER_ASSIGN_OR_RETURN(const kv::EntryStream stream, expected_[table]->sorted());
    Difference difference;
    std::string_view key, value;
    DOSSIER_ASSIGN_OR_RETURN(bool more, stream(key, value));
    const auto next = [&]() -> Status {
      DOSSIER_ASSIGN_OR_RETURN(more, stream(key, value));
      return {};
    };
    DOSSIER_RETURN_IF_ERROR(each(table, [&](std::string_view there, std::string_view stored) -> Status {
      for (; more && key < there; ++difference.missing) {
        put(table, key, value);
        DOSSIER_RETURN_IF_ERROR(next());
      }
      if (!more || key != there) {
        ++difference.extra;
        put(table, there, std::nullopt);
        return {};
      }
      if (value != stored) {
        ++difference.wrong;
        put(table, key, value);
      }
      return next();
    }));
    for (; more; ++difference.missing) {
      put(table, key, value);
      DOSSIER_RETURN_IF_ERROR(next());
    }
    if (difference.missing + difference.extra + difference.wrong > 0) {
      faults_.push_back("the table " + std::string(kv::table_name(table)) + " has " +
                        std::to_string(difference.missing) + " entries missing, " +
                        std::to_string(difference.extra) + " too many, " + std::to_string(difference.wrong) +
                        " wrong" + (repair_ ? "; repaired" : ""));
    }
    return {};
  }

  Core& core_;
  std::shared_ptr<const Commit> commit_;
  GraphView graph_;
  bool repair_;
  std::map<Table, std::unique_ptr<ExternalSorter>> expected_;
  std::map<std::string, std::uint64_t> counts_, stories_;
  std::optional<ArticleId> article_;  // whose sentences are being read
  std::vector<Sentence> sentences_;
  std::optional<RelationshipId> statement_;
  std::uint64_t promised_ = 0, found_ = 0, told_ = 0;
  Stemmer stemmer_;
  std::optional<ArticleTerms> terms_;  // of those sentences
  std::vector<std::string> faults_;
  std::vector<kv::Write> writes_;
};

class Turn {
 public:
  explicit Turn(Core* core) : core_(core) {
    if (core_ != nullptr) core_->take_turn();
  }
  ~Turn() {
    if (core_ != nullptr) core_->end_turn();
  }

 private:
  Core* core_;
};

}  // namespace

Result<std::vector<std::string>> check_store(Core& core, bool repair) {
  if (repair && core.options().read_only) return invalid_argument("the store was opened for reading only");
  const Turn turn(repair ? &core : nullptr);
  return Checker(core, core.latest(), repair).run();
}

}  // namespace dossier::graph
