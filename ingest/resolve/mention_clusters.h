// Mentions -> clusters of mentions that are the same thing, within one article.
#pragma once

#include <functional>
#include <span>

#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/nominal_features.h"
#include "ingest/resolve/pronoun_features.h"

namespace dossier::ingest {

/// Told of every pronoun that the model weighed, before it is linked.
using PronounTrace = std::function<void(const Resolution&, const Mention&, const PronounCase&)>;
/// The same of every definite noun phrase.
using NominalTrace = std::function<void(const Resolution&, const Mention&, const NominalCase&)>;

/// Finds the mentions of a document and what each refers to.
///
/// Shape    the extractions are the document's, for who speaks in its quotations; a mention without entity is a pronoun or role noun that nothing in the article answers to.
/// Source   sieves from the surest to the least sure, after Raghunathan et al., EMNLP 2010, and Lee et al.,
///          Computational Linguistics 39(4), 2013; salience of pronouns after Lappin and Leass, CL 20(4),
///          1994.
Resolution resolve_mentions(const DocumentTree& tree, std::span<const Extraction> extractions = {},
                            const PronounTrace& trace = {}, const NominalTrace& nominal_trace = {});

// The sieves, in their order.
void cluster_names(const DocumentTree& tree,
                   Resolution& resolution);  // full, short, acronym, country, capital
void cluster_nominals(const DocumentTree& tree, Resolution& resolution,
                      std::span<const Extraction> extractions,
                      const NominalTrace& trace);  // appositions, role nouns, definite noun phrases
void cluster_groups(const DocumentTree& tree, Resolution& resolution);  // "the two leaders"
void cluster_pronouns(const DocumentTree& tree, Resolution& resolution,
                      std::span<const Extraction> extractions, const PronounTrace& trace);

void name_owned_concepts(const DocumentTree& tree,
                         Resolution& resolution);  // "his home" -> "Ahmed Mohamed's home"

/// A union of states is a body, other countries are places.
EntityType type_of_country(const Country& country);
/// The type that the labels, the words and the shipped facts vote for.
EntityType vote_type(const Resolution& resolution, const std::vector<std::uint32_t>& mentions);

/// How many people a noun counts that names a number of them: "the pair", "the trio"; 0 for others.
std::size_t counts_people(const Mention& mention);
/// "The couple": two who were said to be married; "the pair": two who were just named.
void find_couples(const DocumentTree& tree, Resolution& resolution);

/// The country's entity, made where the article has none.
std::uint32_t country_entity(Resolution& resolution, const Country* country);

/// Name of a noun phrase that names nothing: premodifiers, head, short complements and, unless it is to be said of it, the
/// clause that restricts it; without determiners.
std::string nominal_name(const DocumentTree& tree, const Resolution& resolution, std::uint32_t head,
                         bool restricted = true);
/// The name that begins with that word as it stands within a sentence: "officials" of "Officials said"; of proper nouns,
/// peoples and acronyms as it is.
std::string as_within(const DocumentTree& tree, std::uint32_t first, std::string name);
/// "all workers": who does not protect all protects some.
bool tells_of_all(const DocumentTree& tree, std::uint32_t noun);
/// "half of " of "half its revenue", "each " of "each worker"; empty for most.
std::string part_before(const DocumentTree& tree, std::uint32_t head);

/// The words behind an amount that say how often it is reached, or of what: "a day", "per square metre"; may be none.
std::vector<std::uint32_t> rate_behind(const DocumentTree& tree, std::uint32_t last);

/// Whether there is a right, a plan, a chance to do something ("decision"); no knife to open it with.
bool may_be_of_deed(std::string_view noun);

/// Whether it ends, begins or takes place: the "eve" of a day.
bool may_be_of_time(std::string_view noun);

}  // namespace dossier::ingest
