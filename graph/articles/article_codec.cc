// Byte layouts are in docs/storage-format.md. Texts are a varint length and bytes, numbers varints, votes a count
// and then text and number each, ascending by text.
#include "graph/articles/article_codec.h"

#include <bit>

#include "graph/names.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

std::string kind_key(char kind, std::uint64_t id) {
  std::string key(1, kind);
  append_u64(key, id);
  return key;
}

// A count, and each item as `append` or `read` has it.
template <typename Items, typename Append>
void append_list(std::string& out, const Items& items, const Append& append) {
  append_varint(out, items.size());
  for (const auto& item : items) append(item);
}

template <typename Read>
void read_list(ByteReader& reader, const Read& read) {
  for (std::size_t n = reader.count(); n > 0 && !reader.failed(); --n) read();
}

void append_votes(std::string& out, const Votes& votes) {
  append_list(out, votes, [&](const auto& vote) {
    append_text(out, vote.first);
    append_varint(out, vote.second);
  });
}

Votes read_votes(ByteReader& reader) {
  Votes votes;
  read_list(reader, [&] {
    std::string text(reader.text());
    votes.emplace_hint(votes.end(), std::move(text), reader.varint());
  });
  return votes;
}

KeyId read_key(ByteReader& reader) { return KeyId{static_cast<std::uint32_t>(reader.varint())}; }

void append_float(std::string& out, float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  append_u32(out, bits);
}

float read_float(ByteReader& reader) {
  const std::string_view bytes = reader.take(4);
  return bytes.size() == 4 ? std::bit_cast<float>(load_u32(bytes.data())) : 0;
}

template <typename T>
Result<T> finished(const ByteReader& reader, T value, const char* what) {
  if (reader.failed() || !reader.at_end()) return corruption(std::string("a stored ") + what + " is damaged");
  return value;
}

}  // namespace

std::string article_id_key(std::string_view id) { return "i" + std::string(id); }
std::string article_meta_key(ArticleId article) { return kind_key('m', raw(article)); }
std::string journal_key(ArticleId article) { return kind_key('j', raw(article)); }
std::string tally_key(NodeId entity) { return kind_key('e', raw(entity)); }
std::string claim_prefix(NodeId claimant) { return kind_key('c', raw(claimant)); }
std::string claim_key(NodeId claimant, RelationshipId statement) {
  std::string key = claim_prefix(claimant);
  append_u64(key, raw(statement));
  return key;
}
std::string sentence_key(ArticleId article, std::uint32_t number) {
  std::string key = id_key(raw(article));
  append_u32(key, number);
  return key;
}
std::string evidence_key(RelationshipId statement, std::uint64_t number) {
  return id_key(raw(statement), number);
}
std::string support_key(ArticleId article, RelationshipId statement, std::uint64_t number) {
  std::string key = id_key(raw(article), raw(statement));
  append_u64(key, number);
  return key;
}

// An article without a story is a story of its own.
std::string story_key(RelationshipId statement, std::uint64_t story, ArticleId article) {
  std::string key = id_key(raw(statement));
  key.push_back(story != 0 ? 's' : 'a');
  append_u64(key, story != 0 ? story : raw(article));
  return key;
}

namespace {

std::string near_copy_key(char kind, std::uint64_t id) {
  std::string key(8, '\xff');
  key.push_back(kind);
  append_u64(key, id);
  return key;
}

}  // namespace

std::string feature_prefix(std::uint64_t feature) { return near_copy_key('f', feature); }
std::string feature_key(std::uint64_t feature, ArticleId article) {
  return feature_prefix(feature) + id_key(raw(article));
}
std::string sketch_key(ArticleId article) { return near_copy_key('k', raw(article)); }
std::string member_prefix(std::uint64_t story) { return near_copy_key('m', story); }
std::string member_key(std::uint64_t story, ArticleId article) {
  return member_prefix(story) + id_key(raw(article));
}

std::string judgement_key(std::string_view left, std::string_view right) {
  std::string first = normalise_name(left), second = normalise_name(right);
  if (second < first) std::swap(first, second);
  std::string key;
  append_text(key, first);
  append_text(key, second);
  return key;
}

std::string encode_meta(const ArticleMeta& meta) {
  std::string out;
  const ArticleSummary& summary = meta.summary;
  for (const std::string* text : {&summary.id, &summary.title, &summary.date, &summary.publisher,
                                  &summary.url, &summary.content_hash, &meta.extractor, &meta.record_hash}) {
    append_text(out, *text);
  }
  append_varint(out, meta.story);
  append_varint(out, summary.sentences);
  append_varint(out, summary.statements);
  return out;
}

Result<ArticleMeta> decode_meta(std::string_view bytes, ArticleId article) {
  ByteReader reader(bytes);
  ArticleMeta meta;
  ArticleSummary& summary = meta.summary;
  summary.node = article;
  for (std::string* text : {&summary.id, &summary.title, &summary.date, &summary.publisher, &summary.url,
                            &summary.content_hash, &meta.extractor, &meta.record_hash}) {
    *text = reader.text();
  }
  meta.story = reader.varint();
  summary.sentences = static_cast<std::uint32_t>(reader.varint());
  summary.statements = static_cast<std::uint32_t>(reader.varint());
  return finished(reader, std::move(meta), "article");
}

std::string encode_journal(const std::vector<Contribution>& contributions) {
  std::string out;
  append_list(out, contributions, [&](const Contribution& contribution) {
    append_varint(out, raw(contribution.node));
    append_text(out, contribution.name);
    append_text(out, contribution.type);
    append_list(out, contribution.aliases, [&](const std::string& alias) { append_text(out, alias); });
    append_list(out, contribution.properties, [&](const auto& property) {
      append_varint(out, raw(property.first));
      append_text(out, property.second);
    });
    append_varint(out, contribution.mentions);
  });
  return out;
}

Result<std::vector<Contribution>> decode_journal(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<Contribution> contributions;
  read_list(reader, [&] {
    Contribution& contribution = contributions.emplace_back();
    contribution.node = NodeId{reader.varint()};
    contribution.name = reader.text();
    contribution.type = reader.text();
    read_list(reader, [&] { contribution.aliases.emplace_back(reader.text()); });
    read_list(reader, [&] {
      const KeyId key = read_key(reader);
      contribution.properties.emplace_back(key, reader.text());
    });
    contribution.mentions = reader.varint();
  });
  return finished(reader, std::move(contributions), "journal of an article");
}

std::string encode_entity_tally(const EntityTally& tally) {
  std::string out;
  append_varint(out, tally.articles);
  append_varint(out, tally.mentions);
  append_votes(out, tally.types);
  append_votes(out, tally.names);
  append_votes(out, tally.aliases);
  append_list(out, tally.properties, [&](const auto& property) {
    append_varint(out, raw(property.first));
    append_votes(out, property.second);
  });
  return out;
}

Result<EntityTally> decode_entity_tally(std::string_view bytes) {
  ByteReader reader(bytes);
  EntityTally tally;
  tally.articles = reader.varint();
  tally.mentions = reader.varint();
  tally.types = read_votes(reader);
  tally.names = read_votes(reader);
  tally.aliases = read_votes(reader);
  read_list(reader, [&] {
    const KeyId key = read_key(reader);
    tally.properties.emplace(key, read_votes(reader));
  });
  return finished(reader, std::move(tally), "sum of an entity's mentions");
}

std::string encode_statement_tally(const StatementTally& tally) {
  std::string out;
  append_text(out, tally.when);
  append_text(out, tally.modality);
  append_varint(out, tally.negated ? 1 : 0);
  append_varint(out, tally.next_number);
  append_varint(out, tally.support);
  append_varint(out, tally.stories);
  append_float(out, tally.confidence);
  append_votes(out, tally.where);
  append_votes(out, tally.stance);
  return out;
}

Result<StatementTally> decode_statement_tally(std::string_view bytes) {
  ByteReader reader(bytes);
  StatementTally tally;
  tally.when = reader.text();
  tally.modality = reader.text();
  tally.negated = reader.varint() != 0;
  tally.next_number = reader.varint();
  tally.support = reader.varint();
  tally.stories = reader.varint();
  tally.confidence = read_float(reader);
  tally.where = read_votes(reader);
  tally.stance = read_votes(reader);
  return finished(reader, std::move(tally), "sum of a statement's evidence");
}

std::string encode_evidence(const EvidenceRow& row) {
  std::string out;
  append_u64(out, raw(row.evidence.article));
  append_varint(out, row.evidence.sentence);
  append_varint(out, row.evidence.begin);
  append_varint(out, row.evidence.end);
  append_float(out, row.evidence.confidence);
  append_text(out, row.where);
  append_text(out, row.stance);
  append_text(out, row.evidence.extractor);
  return out;
}

Result<EvidenceRow> decode_evidence(std::string_view bytes) {
  ByteReader reader(bytes);
  EvidenceRow row;
  const std::string_view article = reader.take(8);
  if (article.size() == 8) row.evidence.article = ArticleId{load_u64(article.data())};
  row.evidence.sentence = static_cast<std::uint32_t>(reader.varint());
  row.evidence.begin = reader.varint();
  row.evidence.end = reader.varint();
  row.evidence.confidence = read_float(reader);
  row.where = reader.text();
  row.stance = reader.text();
  row.evidence.extractor = reader.text();
  return finished(reader, std::move(row), "piece of evidence");
}

std::string encode_sentence(const Sentence& sentence) {
  std::string out;
  append_varint(out, sentence.begin);
  append_varint(out, sentence.end);
  append_text(out, sentence.text);
  return out;
}

Result<Sentence> decode_sentence(std::string_view bytes) {
  ByteReader reader(bytes);
  Sentence sentence;
  sentence.begin = reader.varint();
  sentence.end = reader.varint();
  sentence.text = reader.text();
  return finished(reader, std::move(sentence), "sentence");
}

std::string encode_judgement(const Judgement& judgement) {
  std::string out;
  append_text(out, judgement.left);
  append_text(out, judgement.right);
  append_varint(out, judgement.same ? 1 : 0);
  append_text(out, judgement.by);
  append_text(out, judgement.at);
  return out;
}

Result<Judgement> decode_judgement(std::string_view bytes) {
  ByteReader reader(bytes);
  Judgement judgement;
  judgement.left = reader.text();
  judgement.right = reader.text();
  judgement.same = reader.varint() != 0;
  judgement.by = reader.text();
  judgement.at = reader.text();
  return finished(reader, std::move(judgement), "judgement");
}

}  // namespace dossier::graph
