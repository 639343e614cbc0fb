// Collects the text and blocks of an article whose source text is not kept as it stands.
#pragma once

#include <string_view>
#include <utility>

#include "dossier/ingest/article.h"

namespace dossier::ingest {

class ArticleBuilder {
 public:
  ArticleBuilder() = default;
  /// Starts from metadata alone; `known` has no text yet.
  explicit ArticleBuilder(Article known) : article_(std::move(known)) {}

  /// Appends a block, white space collapsed to single spaces, after an empty line; nothing if only white space is left.
  void add_block(BlockKind kind, std::string_view text);

  Article& article() { return article_; }

 private:
  Article article_;
};

/// Sets a field where it is empty and the value is not, white space trimmed.
void fill(std::string& field, std::string_view value);

/// The same for the date: the value's day where it can be read, else the value is ignored.
void fill_date(Article& article, std::string_view value);

}  // namespace dossier::ingest
