// The words that stand before a noun and name it with it: "critical mineral trade | bloc", "a round-the-world | trip".
#pragma once

#include <string>
#include <vector>

#include "ingest/resolve/mention_clusters.h"

namespace dossier::ingest {

/// What is kept of a noun phrase so far, and what may be kept; nominal_name.cc adds what stands behind the noun.
class NameWords {
 public:
  NameWords(const DocumentTree& tree, const Resolution& resolution, std::uint32_t head, int depth)
      : tree_(tree), resolution_(resolution), head_(head), depth_(depth) {}

 protected:
  // Everything from the first describing word to the head stands in one piece.
  void add_premodifiers();
  // "counter | - | measures", where the parser hangs the rest of the word elsewhere
  void add_hyphenated();
  // "University | of Miami": one name
  void add_rest_of_name();

  bool describes(std::uint32_t t) const;
  bool belongs(std::uint32_t t) const;
  bool dates(std::uint32_t t) const;
  bool glued(std::uint32_t t) const;
  bool noun_like(std::uint32_t t) const;
  // "the emaciated man with long hair and beard": who it is stands before it
  bool described_person() const;
  // "human-to-human" is one word, and so is "Oslo's"; a year is none.
  std::size_t count(const std::vector<std::uint32_t>& tokens) const;
  std::uint32_t leftmost(std::uint32_t t) const;
  std::uint32_t rightmost(std::uint32_t t) const;

  const DocumentTree& tree_;
  const Resolution& resolution_;
  std::uint32_t head_;
  int depth_;  // of the names within names
  std::vector<std::uint32_t> kept_;

 private:
  // "a four day | convention", "a 40 month | sentence": how long, and not when
  bool duration(std::uint32_t t) const;
  bool is_number(std::uint32_t t) const;
  bool returns(std::uint32_t t) const;
  // "winters with | no sunlight"; of the head itself the statement is negated
  bool denies(std::uint32_t t) const;
  // "a third suspect, Ana Holt": one more, whom her name tells apart
  bool one_more(std::uint32_t t) const;
  bool of_each_other(std::uint32_t t) const;
  // "Almost | all complex life": the adverb of a word that is not kept
  bool stray_adverb(std::uint32_t t) const;
  // "Prime Minister Theresa May's deal" is Theresa May's deal.
  bool begins_name(std::uint32_t t) const;
  bool begins_titled_name(std::uint32_t t) const;
  bool says_kind(std::uint32_t noun) const;
  // "a round-the-world trip", "a 60-year-old man": whole, whatever its parts are
  bool hyphenated(std::uint32_t t) const;
};

}  // namespace dossier::ingest
