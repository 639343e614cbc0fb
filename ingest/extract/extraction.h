// What one sentence says, clause by clause, before names are resolved: the contract between extract/ and
// resolve/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Words of the sentence that fill one place of a clause. Tokens ascend but need not be adjacent:
/// conjuncts, relative clauses and attribution are cut out.
struct Phrase {
  std::uint32_t head = 0;             // token index in the document
  std::vector<std::uint32_t> tokens;  // includes head; empty for an argument that no word spells
  bool empty() const { return tokens.empty(); }
};

enum class ArgumentRole : std::uint8_t {
  kObject,
  kIndirectObject,
  kPrepositional,
  kComplement,  // attr, acomp, oprd
  kClause,      // a finite or open clause, by its words
  kTime,
  kPlace,
  kManner,           // an adverb
  kAdverbialClause,  // `after he left`, `to end the war`; the preposition is the word that introduces it
  kSetting,          // a phrase before the subject: `With help from Oslo, she ...`
};

struct Argument {
  Phrase phrase;            // without the preposition
  std::string preposition;  // lower case, may have several words ("because of"); empty for none
  ArgumentRole role = ArgumentRole::kObject;
  std::vector<std::uint32_t> preposition_tokens = {};  // the preposition's words in the sentence
};

enum class Modality : std::uint8_t { kAsserted, kPlanned, kPossible, kConditional, kDemanded, kReported };
enum class Stance : std::uint8_t { kNone, kAsserts, kDenies, kDoubts };

DOSSIER_API std::string_view name_of(Modality modality);  // "asserted", ...
DOSSIER_API std::string_view name_of(Stance stance);      // "", "asserts", ...

/// On whose word a clause stands.
struct Attribution {
  Phrase claimant;
  Stance stance = Stance::kAsserts;
};

/// One clause: a predicate with its subject and arguments.
struct Extraction {
  std::uint32_t sentence = 0;  // index in Document::sentences
  Phrase subject;
  std::vector<std::uint32_t>
      relation_tokens;   // as the sentence has them: auxiliaries, negation, verb, particle
  std::string relation;  // surface relation of `dossier extract`, preposition appended where it belongs
  std::vector<std::uint32_t>
      surface_object;        // where `dossier extract` names another object than the statement does:
                             // `Trump | is | US President` of Trump -president of-> US
  bool agent_first = false;  // a passive turned active: the sentence has the object as its subject, and `by`
  std::string predicate;     // canonical: simple past, active voice, without the object's preposition
  std::vector<Argument> arguments;  // the first is the object
  std::optional<Attribution> attribution;
  Modality modality = Modality::kAsserted;
  bool negated = false;
  bool statement_only = false;  // `dossier extract` says it already with another extraction
  bool surface_only = false;    // for `dossier extract` alone: as a statement of a graph it would mislead
  bool implicit = false;        // the relation is not spelt: apposition, possessive, title
  std::string_view rule;        // the rule that found it, for --explain
  float confidence = 0;         // 0..1
};

}  // namespace dossier::ingest
