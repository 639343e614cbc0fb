// What tells two noun phrases of one head apart.
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// "The Montreal team" is not "the team from UCL": both have names beside them, and none in common; "the second attack"
/// is no attack that was not called so.
bool told_apart(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                const Mention& mention);

/// "The prime minister" is no foreign minister, "the president" no vice president.
bool another_role(const DocumentTree& tree, const Mention& mention, const Mention& other);
/// "The president" is rather President Ana Roe than the club president or former president Ida Ek.
bool holds_simply(const DocumentTree& tree, const Mention& mention, const Mention& other);
/// "The prime minister" after Prime Minister Ana Roe: the same words tell the kind.
bool same_kind_of_role(const DocumentTree& tree, const Mention& mention, const Mention& other);

/// "The president" is no judge: roles were told of somebody, and none of them this.
bool has_other_role(const Resolution& resolution, const Entity& entity, const Mention& mention);

/// "A memo seen by the Guardian says the company paid": a body of which this sentence first says
/// that it was told, shown or asked something is not whom it is told of.
bool only_hears(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                const Mention& mention);

/// "The suspect" is not the officer who speaks of him: a noun for who did or suffered wrong takes up nobody of another
/// role, and nobody who speaks, unless he was charged with something.
bool above_suspicion(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                     const Mention& mention);

/// Whether he and she are not told apart.
bool gender_fits(const Mention& mention, const Entity& entity);

/// "Citizens do not elect the prime minister", "an official, including the president, can be removed": whoever holds the
/// office, and not who does now.
bool means_any_holder(const DocumentTree& tree, const Mention& mention);

}  // namespace dossier::ingest
