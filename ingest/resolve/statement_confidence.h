// How likely a statement is right: its clause, what its arguments were resolved to, and how sure the parser was.
#pragma once

#include <string_view>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/extract/regression.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// What a statement of an extraction leads to.
enum class Lead : std::uint8_t {
  kObject,      // the extraction's object
  kFurther,     // another argument: "awarded to", "met in"
  kDone,        // an argument of what was done to the object: "was sentenced to"
  kBeyondNoun,  // what stands behind a light noun: "took place in"
  kInside,      // what stands within the object: "signed a treaty with"
  kEachOther,   // another subject: "Xi and Putin met"
  kMeasure,
  kTime,
  kPlace,
  kItself,
};

/// What a statement was made of.
struct StatementOrigin {
  const Extraction& extraction;
  Lead lead = Lead::kObject;
  const Argument* argument = nullptr;  // that it leads to; null where it leads to none
  const graph::EntityRecord& subject;
  const graph::EntityRecord& object;
  std::string_view predicate;
};

class StatementJudge {
 public:
  /// Both must outlive it.
  StatementJudge(const DocumentTree& tree, const Resolution& resolution)
      : tree_(tree), resolution_(resolution) {}

  /// The probability, in [0, 1], that a strict reader of the article takes the statement for right.
  ///
  /// Source   weights in statement_weights.tsv, trained by tools/train_statements.py on statements that were read; the
  ///          reliability curve is in docs/extraction.md.
  static float confidence_of(const Features& features);

  /// What the regression looks at.
  Features features_of(const StatementOrigin& origin) const;

 private:
  const Mention* mention_of(const Phrase& phrase) const;
  void describe_end(const std::string& name, const Phrase& phrase, const graph::EntityRecord& entity,
                    FeatureCollector& collect) const;
  void describe_argument(const StatementOrigin& origin, std::uint32_t verb, FeatureCollector& collect) const;
  void describe_verb(const StatementOrigin& origin, std::uint32_t verb, FeatureCollector& collect) const;
  void describe_sentence(std::uint32_t sentence, FeatureCollector& collect) const;
  void describe_margins(const StatementOrigin& origin, std::uint32_t verb, FeatureCollector& collect) const;
  void describe_between(const std::string& name, std::uint32_t from, std::uint32_t to,
                        FeatureCollector& collect) const;

  const DocumentTree& tree_;
  const Resolution& resolution_;
};

}  // namespace dossier::ingest
