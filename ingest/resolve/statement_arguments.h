// Which of an extraction's arguments a statement leads to, and which qualify it.
#pragma once

#include "ingest/extract/extraction.h"
#include "ingest/resolve/document_tree.h"
#include "ingest/resolve/qualifiers.h"

namespace dossier::ingest {

/// Neither the tree nor the reader of dates is copied; both must outlive it.
class ArgumentReader {
 public:
  ArgumentReader(const DocumentTree& tree, const QualifierReader& qualifiers)
      : tree_(&tree), qualifiers_(&qualifiers) {}

  const Argument* object_of(const Extraction& extraction) const;
  const Argument* measure_of(const Extraction& extraction) const;
  const Argument* duration_of(const Extraction& extraction) const;
  const Argument* place_before(const Extraction& extraction) const;
  bool measures(const Argument& argument) const;
  bool is_amount(const Argument& argument) const;
  bool stands_alone(const Extraction& extraction) const;  // says something without an object
  bool is_recipient(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  bool communicates(const Extraction& extraction) const;
  static bool qualifies(const Argument& argument);  // tells when or where
  bool has_clause(const Extraction& extraction) const;

 private:
  bool beside_content(const Argument& argument, const Extraction& extraction) const;
  bool is_date(const Argument& argument) const;
  bool short_clause(const Argument& argument) const;

  const DocumentTree* tree_;
  const QualifierReader* qualifiers_;
};

}  // namespace dossier::ingest
