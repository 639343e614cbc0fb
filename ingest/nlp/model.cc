#include "dossier/ingest/model.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <mutex>

#include "dossier/status_macros.h"
#include "ingest/nlp/batch_reader.h"
#include "ingest/nlp/characters.h"
#include "ingest/nlp/networks.h"

namespace dossier::ingest {
namespace nlp {
namespace {

constexpr std::size_t kBatchTokens = 2'000;
constexpr std::size_t kLongestReading = 5'000;  // tokens; longer texts are read in parts, in 40 MB
constexpr std::size_t kLongestText = 1U << 30;  // bytes; what is beyond is not read

// Treebanks write quotes and brackets so; the model was trained on the characters.
std::string unescaped(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> kEscapes[] = {
      {"``", "\""},   {"''", "\""},   {"-LRB-", "("}, {"-RRB-", ")"},
      {"-LSB-", "["}, {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}};
  for (const auto& [escape, character] : kEscapes) {
    if (word == escape) return std::string(character);
  }
  std::string plain;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool escapes = word[i] == '\\' && i + 1 < word.size() && (word[i + 1] == '/' || word[i + 1] == '*');
    if (!escapes) plain += word[i];
  }
  return plain;
}

// Where a long text is cut: after the last line's end or full stop in the second half of what fits.
std::size_t cut_of(std::string_view text, const std::vector<Piece>& pieces, std::size_t begin) {
  const std::size_t end = begin + kLongestReading;
  for (std::size_t i = end; i > begin + kLongestReading / 2; --i) {
    const std::string_view word = text.substr(pieces[i - 1].begin, pieces[i - 1].end - pieces[i - 1].begin);
    if (word == "." || word.find('\n') != std::string_view::npos) return i;
  }
  return end;
}

void append_tokens(const Reading& reading, const Lemmatizer& lemmatizer, WordCache& words,
                   Document& document) {
  const auto first = static_cast<std::uint32_t>(document.tokens.size());
  document.tokens.reserve(std::max(document.tokens.capacity(), first + reading.pieces.size()));
  const auto starts = std::count(reading.starts.begin(), reading.starts.end(), 1);
  document.sentences.reserve(document.sentences.size() + static_cast<std::size_t>(starts));
  for (std::size_t i = 0; i < reading.pieces.size(); ++i) {
    const RuledToken& ruled = reading.ruled[i];
    Token token;
    token.span = {reading.pieces[i].begin, reading.pieces[i].end};
    token.head = first + reading.tree.heads[i];
    token.tag = ruled.tag;
    token.upos = ruled.upos;
    token.deprel = ruled.deprel;
    token.space_after = reading.pieces[i].space_after;
    token.arc_margin = reading.arc_margins[i];
    token.tag_margin = reading.tag_margins[i];
    token.lemma = ruled.lemma != nullptr ? *ruled.lemma
                  : ruled.has_upos       ? words.lemma(*ruled.word, ruled.upos, ruled.morphology, lemmatizer)
                                         : ruled.word->lower;
    const auto at = first + static_cast<std::uint32_t>(i);
    if (reading.starts[i] != 0) document.sentences.push_back({at, at});
    document.sentences.back().end = at + 1;
    document.tokens.push_back(std::move(token));
  }
  for (const EntitySpan& entity : reading.entities) {
    for (std::uint32_t i = entity.begin; i < entity.end; ++i)
      document.tokens[first + i].entity = entity.label;
    document.tokens[first + entity.begin].entity_begins = true;
  }
}

// A sentence that was read in parts: the roots of the later ones hang from the first.
void join_parts(Document& document) {
  if (document.sentences.size() < 2) return;
  document.sentences = {{0, static_cast<std::uint32_t>(document.tokens.size())}};
  std::uint32_t root = 0;
  while (document.tokens[root].head != root) ++root;
  for (std::uint32_t i = root + 1; i < document.tokens.size(); ++i) {
    if (document.tokens[i].head != i) continue;
    document.tokens[i].head = root;
    document.tokens[i].deprel = Deprel::kDep;
  }
}

class SpacyModel final : public LanguageModel {
 public:
  explicit SpacyModel(std::unique_ptr<Networks> networks)
      : networks_(std::move(networks)),
        name_(networks_->file->metadata("name")),
        checksum_(networks_->file->metadata("content_sha256")) {}

  std::vector<Document> parse(std::span<const std::string_view> texts) const override;
  Document parse_tokens(std::span<const std::string_view> words) const override;
  Document parse_sentence(std::string_view sentence) const override;
  std::string_view name() const override { return name_; }
  std::string_view checksum() const override { return checksum_; }

 private:
  // One thread's reader, lent and taken back.
  class Lease {
   public:
    explicit Lease(const SpacyModel& model) : model_(model), reader_(model.take_reader()) {}
    ~Lease() { model_.return_reader(std::move(reader_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    BatchReader& operator*() { return *reader_; }

   private:
    const SpacyModel& model_;
    std::unique_ptr<BatchReader> reader_;
  };

  std::unique_ptr<BatchReader> take_reader() const;
  void return_reader(std::unique_ptr<BatchReader> reader) const;
  void add_readings(std::size_t document, std::string_view valid, BatchReader& reader,
                    std::vector<Reading>& readings) const;
  void flush(BatchReader& reader, std::vector<Reading>& readings, std::vector<Document>& documents) const;

  std::unique_ptr<Networks> networks_;
  std::string name_, checksum_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<BatchReader>> idle_;
};

std::unique_ptr<BatchReader> SpacyModel::take_reader() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  return std::make_unique<BatchReader>(*networks_);
}

void SpacyModel::return_reader(std::unique_ptr<BatchReader> reader) const {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

// Tokens of one text, which must be valid UTF-8 and stay where it is, in as many parts as its length asks for.
void SpacyModel::add_readings(std::size_t document, std::string_view valid, BatchReader& reader,
                              std::vector<Reading>& readings) const {
  std::vector<Piece>& pieces = reader.pieces();
  pieces.clear();
  networks_->tokenizer.tokenize(valid, reader.tokenizer_session(), pieces);
  for (std::size_t begin = 0; begin < pieces.size();) {
    const std::size_t end =
        pieces.size() - begin > kLongestReading ? cut_of(valid, pieces, begin) : pieces.size();
    Reading reading;
    reading.document = document;
    reading.pieces.assign(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                          pieces.begin() + static_cast<std::ptrdiff_t>(end));
    reading.forms.reserve(reading.pieces.size());
    for (const Piece& piece : reading.pieces) {
      const std::string_view form = valid.substr(piece.begin, piece.end - piece.begin);
      reading.forms.push_back(form == "per cent" ? "percent" : form);
    }
    readings.push_back(std::move(reading));
    begin = end;
  }
}

void SpacyModel::flush(BatchReader& reader, std::vector<Reading>& readings,
                       std::vector<Document>& documents) const {
  std::vector<Reading> batch;
  std::size_t tokens = 0;
  const auto read = [&] {
    reader.read(batch);
    for (const Reading& reading : batch)
      append_tokens(reading, networks_->lemmatizer, reader.words(), documents[reading.document]);
    batch.clear();
    tokens = 0;
  };
  for (Reading& reading : readings) {
    if (!batch.empty() && tokens + reading.forms.size() > kBatchTokens) read();
    tokens += reading.forms.size();
    batch.push_back(std::move(reading));
  }
  if (!batch.empty()) read();
  readings.clear();
}

std::vector<Document> SpacyModel::parse(std::span<const std::string_view> texts) const {
  std::vector<Document> documents(texts.size());
  Lease lease(*this);
  BatchReader& reader = *lease;
  std::vector<Reading> readings;
  std::deque<std::string> valid;  // what the readings look at
  std::size_t tokens = 0, seen = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    documents[i].text = texts[i];
    valid.push_back(valid_utf8(texts[i].substr(0, kLongestText)));
    add_readings(i, valid.back(), reader, readings);
    for (; seen < readings.size(); ++seen) tokens += readings[seen].forms.size();
    if (tokens < kBatchTokens) continue;
    flush(reader, readings, documents);
    valid.clear();
    tokens = seen = 0;
  }
  flush(reader, readings, documents);
  return documents;
}

Document SpacyModel::parse_tokens(std::span<const std::string_view> words) const {
  std::vector<Document> documents(1);
  Document& document = documents.front();
  Lease lease(*this);
  BatchReader& reader = *lease;
  std::vector<Reading> readings;
  std::deque<std::string> plain;  // what the readings look at
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i % kLongestReading == 0) {
      readings.emplace_back();
      readings.back().one_sentence = true;
    }
    Piece piece;
    piece.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += words[i];
    piece.end = static_cast<std::uint32_t>(document.text.size());
    piece.space_after = i + 1 < words.size();
    if (piece.space_after) document.text += ' ';
    readings.back().pieces.push_back(piece);
    readings.back().forms.push_back(plain.emplace_back(unescaped(valid_utf8(words[i]))));
  }
  flush(reader, readings, documents);
  join_parts(document);
  return std::move(document);
}

Document SpacyModel::parse_sentence(std::string_view sentence) const {
  std::vector<Document> documents(1);
  Document& document = documents.front();
  document.text = sentence;
  Lease lease(*this);
  BatchReader& reader = *lease;
  std::vector<Reading> readings;
  const std::string valid = valid_utf8(sentence.substr(0, kLongestText));
  add_readings(0, valid, reader, readings);
  for (Reading& reading : readings) reading.one_sentence = true;
  flush(reader, readings, documents);
  join_parts(document);
  return std::move(document);
}

}  // namespace
}  // namespace nlp

Result<std::shared_ptr<const LanguageModel>> LanguageModel::load(const std::filesystem::path& file) {
  DOSSIER_ASSIGN_OR_RETURN(auto weights, nlp::WeightsFile::open(file));
  DOSSIER_ASSIGN_OR_RETURN(auto networks, nlp::Networks::load(std::move(weights)));
  return std::shared_ptr<const LanguageModel>(std::make_shared<nlp::SpacyModel>(std::move(networks)));
}

Status LanguageModel::verify(const std::filesystem::path& file) {
  DOSSIER_ASSIGN_OR_RETURN(const auto weights, nlp::WeightsFile::open(file));
  return weights->verify();
}

std::filesystem::path LanguageModel::default_file() {
  if (const char* file = std::getenv("DOSSIER_MODEL"); file != nullptr && *file != '\0') return file;
  for (const char* file : {DOSSIER_SHIPPED_MODEL, DOSSIER_INSTALLED_SHIPPED_MODEL, DOSSIER_INSTALLED_MODEL}) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) return file;
  }
  return DOSSIER_BUILT_MODEL;
}

}  // namespace dossier::ingest
