// The entities of an article's record, made from clusters and phrases as statements ask for them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {

class RecordEntities {
 public:
  RecordEntities(const DocumentTree& tree, const Resolution& resolution, graph::ArticleRecord& record)
      : tree_(tree), resolution_(resolution), record_(record) {
    for (std::uint32_t e = 0; e < record.entities.size(); ++e)
      by_name_.emplace(std::pair(record.entities[e].type, name_key(record.entities[e].name)), e);
  }

  /// Entities of the record that the phrase stands for: none, one, or the members of a group.
  std::vector<std::uint32_t> of(const Phrase& phrase);
  /// The same for a phrase that describes rather than refers ("a leading energy supplier"): a concept by its
  /// words.
  std::vector<std::uint32_t> described_by(const Phrase& phrase);
  /// The same of one of several: `senator` of "Senators Holt and Dahl".
  std::vector<std::uint32_t> one_described_by(const Phrase& phrase);
  /// A concept by just these words.
  std::uint32_t concept_of(const std::string& name) { return add("Concept", name); }
  std::uint32_t concept_of(const Phrase& words) {
    return add("Concept", clean_name(tree_.text_of(words.tokens)));
  }
  /// A value node; `iso` is its normal form where it is a time.
  std::uint32_t value(const std::string& name, const std::string& iso);
  std::uint32_t of_cluster(std::uint32_t entity);
  void add_named();  // every entity with a name, whether a statement holds it or not

 private:
  bool is_imagined(std::uint32_t head) const;
  bool named_by_compound(std::uint32_t head) const;
  std::vector<std::uint32_t> with_coordinated(std::uint32_t head, std::uint32_t index);
  bool is_restricted(std::uint32_t head, const std::vector<std::uint32_t>& kept) const;
  std::vector<std::uint32_t> by_words(const Phrase& phrase);
  std::vector<std::uint32_t>::const_iterator pronoun_within(const Phrase& phrase) const;
  std::vector<std::uint32_t> part_of(const Phrase& phrase, std::uint32_t whom);
  bool is_counted(std::uint32_t head) const;
  std::string counted_before(std::uint32_t number) const;
  bool is_part(std::uint32_t head) const;
  void add_restriction(std::uint32_t head, std::vector<std::uint32_t>& kept) const;
  bool is_share(std::uint32_t head) const;
  bool is_long(const std::vector<std::uint32_t>& words) const;
  void shorten(std::uint32_t head, std::vector<std::uint32_t>& kept) const;
  std::uint32_t add(const std::string& type, const std::string& name);
  bool is_value(const Phrase& phrase) const;

  const DocumentTree& tree_;
  const Resolution& resolution_;
  graph::ArticleRecord& record_;
  std::map<std::uint32_t, std::uint32_t> by_cluster_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> by_name_;
};

}  // namespace dossier::ingest
