// What one article says twice is one statement with two sentences behind it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "dossier/graph/article_record.h"

namespace dossier::ingest {

class StatementMerger {
 public:
  explicit StatementMerger(graph::ArticleRecord& record) : record_(record) {}

  /// The index of the statement in the record, or of the one that said the same before, which has its sentence, date and
  /// place now.
  std::size_t merge(graph::StatementRecord statement);

 private:
  graph::ArticleRecord& record_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string, bool, std::uint32_t>,
           std::vector<std::size_t>>
      alike_;  // by subject, object, predicate, modality, negation and claimant
};

}  // namespace dossier::ingest
