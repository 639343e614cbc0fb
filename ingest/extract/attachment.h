// Whether a prepositional phrase behind an object belongs to that noun or to the verb before it.
#pragma once

#include <optional>

#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/regression.h"

namespace dossier::ingest {

/// `reported | a spike | in cases`: a preposition right behind a noun that the verb before it takes.
struct AttachmentSite {
  std::uint32_t verb = 0, noun = 0, preposition = 0;  // tokens of the document
  std::uint32_t object = 0;                           // what the preposition leads to
  bool of_noun = false;                               // as the tree has it
};

/// Finds the sites of one sentence, and how likely the phrase of each is the noun's by what the words are.
class Attachments : public MutableTree {
 public:
  using MutableTree::MutableTree;

  std::optional<AttachmentSite> find_site(std::uint32_t preposition);
  Features features_of(const AttachmentSite& site);
  float probability_of_noun(const AttachmentSite& site);

 private:
  std::string kind_of(std::uint32_t noun);
  std::string word_of(std::uint32_t noun);
  std::string determiner_of(std::uint32_t noun);
};

}  // namespace dossier::ingest
