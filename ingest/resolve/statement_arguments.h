// Which of an extraction's arguments a statement leads to, and which qualify it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/qualifiers.h"

namespace dossier::ingest {

/// Neither the tree, what its mentions were resolved to nor the reader of dates is copied; all must outlive it.
class ArgumentReader {
 public:
  ArgumentReader(const DocumentTree& tree, const Resolution& resolution, const QualifierReader& qualifiers)
      : tree_(&tree), resolution_(&resolution), qualifiers_(&qualifiers) {}

  const Argument* object_of(const Extraction& extraction) const;
  bool is_each_other(const Argument& argument) const;  // "accused each other"
  const Argument* measure_of(const Extraction& extraction) const;
  const Argument* duration_of(const Extraction& extraction) const;
  const Argument* scene_before(const Extraction& extraction) const;
  bool measures(const Argument& argument) const;
  bool is_amount(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  bool pays(std::uint32_t token) const;                   // a sum of money
  bool stands_alone(const Extraction& extraction) const;  // says something without an object
  bool is_recipient(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  bool is_bound(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  bool communicates(const Extraction& extraction) const;
  bool says_only_when(const Extraction& extraction) const;  // "announced on Friday"
  static bool qualifies(const Argument& argument);          // tells when or where
  bool has_clause(const Extraction& extraction) const;
  /// "in Ohio, Utah and Iowa": all of them; empty where it is one place, or none with a name.
  std::vector<std::uint32_t> joined_places(std::uint32_t token) const;
  bool stands_named(std::uint32_t token) const;
  std::string noun_between(const Extraction& extraction, const Argument* object) const;  // led by a space
  bool is_done_to(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  bool is_remade(const Extraction& extraction, const Argument& object) const;
  bool leaves_out(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  std::string link_of(
      const Argument& argument) const;  // its preposition, with how far or how long: "20 km north of"
  /// "put the mice in a box", "fell to 5 % after the cut": a phrase behind the object that is told on its own.
  bool tells_more(const Extraction& extraction, const Argument* object, const Argument& argument) const;
  /// Of "in response to the attack" the words before the last noun, led by a space, and that noun; no words where the
  /// argument is no such phrase.
  std::pair<std::string, std::uint32_t> joined_by(const Extraction& extraction,
                                                  const Argument& argument) const;
  /// "was closed for two hours on Friday": with its preposition; of a day (`dated`), `on`.
  std::string timed_predicate(const Extraction& extraction, bool dated) const;
  bool listed(std::uint32_t noun) const;  // one of several names that were read as what several others are
  bool is_absent(const Argument* argument) const;  // "works with no budget"
  /// Where it is so: `told`, or the place beside an object whose node does not keep it; empty where the node is that place.
  std::string where(const Extraction& extraction, const Argument* object, std::string told,
                    std::string_view node) const;

 private:
  bool is_of_another(const Extraction& extraction, const Argument& argument) const;
  bool is_event_before(const Extraction& extraction, const Argument& argument) const;
  bool beside_content(const Argument& argument, const Extraction& extraction) const;
  bool is_date(const Argument& argument) const;
  bool is_occasion(const Argument& argument) const;
  bool is_first_behind_agent(const Extraction& extraction, const Argument& argument) const;
  bool reflexive(std::uint32_t token) const;
  static bool takes_part(std::string_view preposition);
  static bool is_direction(std::string_view word);
  bool is_bare(std::uint32_t noun) const;
  bool short_clause(const Argument& argument) const;

  const DocumentTree* tree_;
  const Resolution* resolution_;
  const QualifierReader* qualifiers_;
};

}  // namespace dossier::ingest
