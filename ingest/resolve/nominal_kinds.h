// Whom or what a definite noun phrase stands for by its kind alone: "the pact", "the city", "the vessel", "the country",
// "the 45-year-old", "the Greek group".
#pragma once

#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/nominal_features.h"

namespace dossier::ingest {

/// Oslo Book Fair, "Bokon, a book convention": a body, or what the recogniser takes for a work, that is an event as well.
bool is_named_meeting(const Resolution& resolution, const Entity& entity);

/// "The world" is not The Ends of the World, "the book" may be The Book of Oslo: a title tells what the work is of.
bool only_in_title(const std::string& noun, const Entity& entity);

/// "two" of "the mother of two"; empty for others.
std::string parent_of(const DocumentTree& tree, const Mention& mention);

/// Looks among the entities made so far; each answer is kNone where nothing or more than one thing would do.
class KindSieve {
 public:
  KindSieve(const DocumentTree& tree, Resolution& resolution, NominalDescriber& describer)
      : tree_(tree), out_(resolution), describer_(describer) {}

  /// "the pact": the most present thing of that kind, if no other rivals it.
  std::uint32_t by_kind(const Mention& mention) const;
  /// "The 45-year-old striker", "the teenager": who was said to be so old; "the 45-year-old" without a noun and "the mother
  /// of two" else the most present person of those just named.
  std::uint32_t by_age(const Mention& mention) const;
  /// "the Greek group": the only body of that country that the article has named, else the only one just named that is not
  /// said to be of another.
  std::uint32_t by_country(const Mention& mention) const;
  /// "the country" of "Turkish law" and of Istanbul alone: the only one that this sentence and the one before, else the
  /// article so far, has named in any way.
  std::uint32_t told_country(const Mention& mention) const;
  /// "the country": which the article has told of in twice as many sentences as of any other, unless this sentence or the one
  /// before names another; one that only tells of whom something is ("the US embassy") is not meant.
  std::uint32_t topic_country(const Mention& mention) const;
  /// "the east African nation": by where it lies alone.
  bool told_by_region(const Mention& mention) const;

 private:
  std::uint32_t only_from(const Mention& mention) const;
  std::uint32_t by_type(const Mention& mention) const;
  std::uint32_t by_children(const Mention& mention) const;
  std::uint32_t by_topic(const Mention& mention) const;  // of whom no other age was told
  bool another_just_named(const Mention& mention, std::uint32_t topic) const;
  bool told_by_kin(const Entity& entity) const;
  bool another_age(const Mention& mention, const Entity& entity) const;
  std::string age_told(const Mention& mention) const;
  bool leads_sentence_before(const Mention& mention, const Entity& entity) const;
  bool only_country(const Mention& mention) const;
  const Country* country_told(const Mention& mention) const;
  bool modifies(const Mention& mention) const;
  bool elsewhere(const Mention& mention, const Entity& entity) const;
  bool described_as(const Entity& entity, EntityType type) const;

  const DocumentTree& tree_;
  Resolution& out_;
  NominalDescriber& describer_;
};

}  // namespace dossier::ingest
