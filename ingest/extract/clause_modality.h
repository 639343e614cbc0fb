// Parts of modality that its files share; each is nothing where it has no opinion.
#pragma once

#include "ingest/extract/clause.h"

namespace dossier::ingest {

// `will leave`, `is set to leave`, `is said to have left`: what the clause's own verbs say.
std::optional<Modality> modality_of_chain(const Tree& tree, const Clause& clause);

// `reports that he left`, `the idea that he left`
std::optional<Modality> modality_of_reporting_noun(const Tree& tree, const Clause& clause);

// `questions over leaving`, `plans to leave`
std::optional<Modality> modality_of_noun_above(const Tree& tree, const Clause& clause);

// `urged him to leave`, `may see who left`
std::optional<Modality> modality_from_governor(const Tree& tree, const Clause& clause, const Clause& governor);

}  // namespace dossier::ingest
