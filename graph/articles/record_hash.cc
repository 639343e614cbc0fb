#define XXH_INLINE_ALL
#include <xxhash.h>

#include "graph/articles/article_writer.h"
#include "graph/value_codec.h"

namespace dossier::graph {
namespace {

void append_entity(std::string& out, const EntityRecord& entity) {
  append_text(out, entity.name);
  append_text(out, entity.type);
  append_varint(out, entity.aliases.size());
  for (const std::string& alias : entity.aliases) append_text(out, alias);
  append_varint(out, entity.properties.size());
  for (const auto& [name, value] : entity.properties) {
    append_text(out, name);
    [[maybe_unused]] const Status valid = append_value(out, value);  // checked before
  }
  append_varint(out, entity.mentions);
}

void append_statement(std::string& out, const StatementRecord& statement) {
  append_varint(out, statement.subject);
  append_varint(out, statement.object);
  for (const std::string* text :
       {&statement.predicate, &statement.when, &statement.where, &statement.stance, &statement.modality}) {
    append_text(out, *text);
  }
  append_varint(out, statement.claimed_by ? *statement.claimed_by + std::uint64_t{1} : 0);
  append_varint(out, statement.negated ? 1 : 0);
  append_varint(out, statement.evidence.size());
  for (const StatementEvidence& piece : statement.evidence) {
    append_varint(out, piece.sentence);
    append_varint(out, piece.begin);
    append_varint(out, piece.end);
    [[maybe_unused]] const Status valid = append_value(out, Value(static_cast<double>(piece.confidence)));
  }
}

}  // namespace

std::string record_hash(const ArticleRecord& record) {
  std::string bytes;
  for (const std::string* text :
       {&record.id, &record.title, &record.date, &record.publisher, &record.author, &record.url,
        &record.language, &record.ingested_at, &record.content_hash, &record.extractor}) {
    append_text(bytes, *text);
  }
  append_varint(bytes, record.story);
  append_varint(bytes, record.sentences.size());
  for (const Sentence& sentence : record.sentences) {
    append_varint(bytes, sentence.begin);
    append_varint(bytes, sentence.end);
    append_text(bytes, sentence.text);
  }
  append_varint(bytes, record.entities.size());
  for (const EntityRecord& entity : record.entities) append_entity(bytes, entity);
  append_varint(bytes, record.statements.size());
  for (const StatementRecord& statement : record.statements) append_statement(bytes, statement);
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return id_key(hash.high64, hash.low64);
}

}  // namespace dossier::graph
