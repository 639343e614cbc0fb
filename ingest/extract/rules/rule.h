// What every rule is: a name, an example, and a function from a sentence's tree and clauses to extractions.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ingest/extract/clause.h"
#include "ingest/extract/extraction.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

struct Reading {
  const Tree& tree;
  const std::vector<Clause>& clauses;
};

struct Rule {
  std::string_view name;
  std::string_view example;  // a sentence, and what the rule takes from it
  void (*apply)(const Reading&, std::vector<Extraction>&);
};

/// In the order in which they run; of two extractions that say the same the earlier rule's stays.
std::span<const Rule> rules();

// The families, one file each. A new rule: its function in a file here, a line in rules.cc, a test beside it.
void active_clauses(const Reading&, std::vector<Extraction>&);
void passive_clauses(const Reading&, std::vector<Extraction>&);
void copular_clauses(const Reading&, std::vector<Extraction>&);
void copular_roles(const Reading&, std::vector<Extraction>&);
void assigned_roles(const Reading&, std::vector<Extraction>&);
void existential_clauses(const Reading&, std::vector<Extraction>&);

/// Other cuts of extractions found before, for the surface alone: `Xi | signed a treaty with | Moscow`.
void add_alternatives(const Tree& tree, std::vector<Extraction>& found);

void appositions(const Reading&, std::vector<Extraction>&);
void titles(const Reading&, std::vector<Extraction>&);
void examples(const Reading&, std::vector<Extraction>&);
void descriptors(const Reading&, std::vector<Extraction>&);
void ages(const Reading&, std::vector<Extraction>&);
void bases(const Reading&, std::vector<Extraction>&);
void affiliations(const Reading&, std::vector<Extraction>&);
void possessives(const Reading&, std::vector<Extraction>&);
void nominal_events(const Reading&, std::vector<Extraction>&);
void light_verbs(const Reading&, std::vector<Extraction>&);
void prepositional_idioms(const Reading&, std::vector<Extraction>&);
void gapped_clauses(const Reading&, std::vector<Extraction>&);
void reciprocals(const Reading&, std::vector<Extraction>&);
void lone_events(const Reading&, std::vector<Extraction>&);
void nominal_infinitives(const Reading&, std::vector<Extraction>&);
void bare_objects(const Reading&, std::vector<Extraction>&);
void compound_prepositions(const Reading&, std::vector<Extraction>&);
void births(const Reading&, std::vector<Extraction>&);
void conditions(const Reading&, std::vector<Extraction>&);
void resultatives(const Reading&, std::vector<Extraction>&);
void gerunds(const Reading&, std::vector<Extraction>&);
void reflexives(const Reading&, std::vector<Extraction>&);
void completions(const Reading&, std::vector<Extraction>&);
void light_nouns(const Reading&, std::vector<Extraction>&);
void noun_locations(const Reading&, std::vector<Extraction>&);

}  // namespace dossier::ingest
