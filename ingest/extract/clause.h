// One verb with its arguments, as the clause finder reads it from the tree: what the rules for clauses work
// on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/extract/extraction.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {

enum class ClauseKind : std::uint8_t {
  kMain,
  kConjunct,     // `came and saw`
  kComplement,   // ccomp: `said that he left`
  kOpen,         // xcomp beside an object: `asked him to leave`
  kRelative,     // `who left`
  kParticipial,  // acl: `a treaty signed in 2010`
  kAdverbial,    // advcl: `after he left`, `saying that ...`
  kGerund,       // pcomp: `by leaving`
};

/// An argument whose conjuncts stand apart: a rule makes one extraction of each.
struct Slot {
  Argument argument;                  // with every conjunct
  std::vector<Phrase> conjuncts;      // one phrase each; a single one where nothing is joined
  std::vector<Phrase> examples = {};  // `bands such as Les Brown`: statements of their own
  std::uint32_t anchor = 0;           // first token, preposition included: where it stands in the sentence
};

struct Clause {
  ClauseKind kind = ClauseKind::kMain;
  std::uint32_t verb = 0;               // the first of the chain, where the clause hangs in the tree
  std::vector<std::uint32_t> chain;     // `agreed`, `stop`, `buying`; the last one carries the arguments
  std::vector<std::uint32_t> relation;  // chain with auxiliaries, negation, adverbs, particles
  std::vector<Phrase> subjects;         // conjuncts apart; empty when nothing fills the place
  std::optional<Phrase> subject;        // the conjuncts together
  bool subject_inherited = false;       // from another clause, by conjunction or control
  bool existential = false;             // `there is`
  bool passive = false;                 // the last verb of the chain is
  bool copula = false;                  // the last verb of the chain is `be` with a complement
  std::vector<std::uint32_t> idiom;     // a noun that is part of the verb: `took place`
  std::vector<Slot> slots;              // in the order of the sentence
  std::optional<Slot> agent;            // `by` of a passive
  std::optional<std::size_t> governor;  // the clause that this one depends on
  Modality modality = Modality::kAsserted;
  bool negated = false;
  std::optional<Attribution> attribution;

  std::uint32_t predicate() const { return chain.back(); }
};

}  // namespace dossier::ingest
