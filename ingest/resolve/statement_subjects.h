// What kind of thing the ends of a statement are: who a relative clause is said of, what may be likened to what.
#pragma once

#include <string_view>

#include "dossier/graph/article_record.h"
#include "ingest/extract/document_tree.h"
#include "ingest/extract/extraction.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "A man with a history of problems who stabbed ...": "who" is a person, however near the problems are; kNoToken
/// where the extraction's own subject does it.
std::uint32_t person_above(const DocumentTree& tree, const Resolution& resolution,
                           const Extraction& extraction);

/// "IUPAC is the body that controls names": the body is IUPAC; kNoToken where the extraction's own subject is no such
/// complement, or nobody is known to be it.
std::uint32_t said_to_be(const DocumentTree& tree, const Resolution& resolution,
                         const Extraction& extraction);

/// "nobody", "no one": the statement denies it of people; no pronoun is a node.
bool is_nobody(const DocumentTree& tree, std::uint32_t t);

/// "Senators Holt and Dahl", "three presidents, Holt, Dahl and Ek", "presidents such as Holt": each is one.
bool is_one_of_several(const DocumentTree& tree, const Extraction& extraction, const Argument& object);

/// "Duke Ellington" is no duke: the title before the rest of the name is part of what the article calls him. And
/// "Lady Dinah" and "Sir Tim" say nothing.
bool is_part_of_name(const DocumentTree& tree, const Extraction& extraction,
                     const graph::EntityRecord& holder);

/// "Her husband ..." of a woman whom nobody knows: any husband. A thing's parts ("its price") say something yet.
bool owner_unknown(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun);

/// A person, a body of people, or a name of one.
bool noun_of_people(const DocumentTree& tree, const Resolution& resolution, std::uint32_t t);

/// `Kurdish writer` of "Ana Roe, a Kurdish writer": a role before which a people, faith or party without a country
/// stands; empty for other extractions.
Phrase kind_of_role(const DocumentTree& tree, const Resolution& resolution, const Extraction& extraction);

/// "Baghdad is Paris": people and places are no other ones, nor bodies.
bool name_two(const graph::EntityRecord& left, const graph::EntityRecord& right);

/// "how unreliable memory", "on court", "60% of", "more": a node without a name that begins or ends as no noun phrase
/// does, or tells how much of nothing.
bool is_cut_wrong(const graph::EntityRecord& entity);

/// A state of the world, by its code.
bool is_country(const graph::EntityRecord& entity);

/// "Russian oil, a claim ..." stands beside a whole clause; a thing is no claim.
bool alike_in_kind(std::string_view left, std::string_view right);

/// "Trump is President" says nothing beside "Trump president of United States", nor "is Prime Minister" beside it of one, nor
/// "Holt is from Ohio" beside "Holt senator from Ohio".
/// Looks at the statements from the given one on.
void drop_bare_roles(std::size_t first, graph::ArticleRecord& record);

}  // namespace dossier::ingest
