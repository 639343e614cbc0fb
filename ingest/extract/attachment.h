// Which of the words before it a phrase, a participle, a relative clause or a conjunct belongs to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/regression.h"

namespace dossier::ingest {

enum class AttachmentKind { kPhrase, kParticiple, kRelative, kConjunct };

/// `sold | stakes in | firms in 134 countries`: what hangs somewhere, and the words that it may hang on.
struct AttachmentSite {
  AttachmentKind kind = AttachmentKind::kPhrase;
  std::uint32_t word = 0;            // what hangs: the preposition, the verb of a clause, the conjunct
  std::uint32_t begin = 0;           // the first word of its phrase
  std::uint32_t leads_to = 0;        // the object of a preposition; else the word itself
  std::vector<std::uint32_t> heads;  // two at least, nearest first
  std::size_t now = 0;               // of the heads, where the tree hangs it
};

/// Finds the sites of one sentence, and how likely each head is the right one by what the words are.
class Attachments : public MutableTree {
 public:
  using MutableTree::MutableTree;

  std::optional<AttachmentSite> find_site(std::uint32_t word);
  Features features_of(const AttachmentSite& site, std::size_t choice);
  /// One for each head; they add up to 1.
  std::vector<float> probabilities_of(const AttachmentSite& site);

 protected:
  bool is_verb(std::uint32_t t) { return at(t).upos == Upos::kVerb || at(t).upos == Upos::kAux; }

 private:
  class Collector;

  // One head of a site, and what hangs on it already; no token is the sentence's end.
  struct Candidate {
    std::size_t choice = 0;
    std::uint32_t head = 0, object = 0, last_phrase = 0;
    bool subject = false, same_phrase = false, adverb = false, clause = false, closed = false;
    std::string kind, word;
  };

  std::optional<AttachmentKind> kind_of_site(std::uint32_t word);
  bool may_lead(AttachmentKind kind, std::uint32_t word, std::uint32_t head);
  Candidate candidate_of(const AttachmentSite& site, std::size_t choice);
  void tell_place(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_parser(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_head(const Candidate& candidate, Collector& collect);
  void tell_phrase(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_valency(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_participle(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_relative(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  void tell_conjunct(const AttachmentSite& site, const Candidate& candidate, Collector& collect);
  std::string being_of(std::uint32_t word);
  std::string form_of(std::uint32_t verb);
  std::string sort_of(std::uint32_t word);
  std::string kind_of(std::uint32_t word);
  std::string word_of(std::uint32_t word);
  std::string determiner_of(std::uint32_t noun);
  std::string valency_code(std::uint32_t head, std::string_view preposition);
};

}  // namespace dossier::ingest
