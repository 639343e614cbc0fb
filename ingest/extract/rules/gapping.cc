// Clauses whose verb is said once for all: `the silver went to Poland and the bronze to Armenia`, `Norway won
// gold, Finland silver`. Parsers have no place for what is left of the second clause, and where they put it
// shows what it is: a noun with an object of its own, or a joined noun that repeats the preposition behind
// the name it is joined to.
#include "ingest/extract/phrase.h"
#include "ingest/extract/predicate_form.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

struct Remnant {
  std::uint32_t subject;
  Argument object;
};

// `Finland the silver`; of a noun joined to such a one also `Armenia the bronze`, read as its apposition.
void append_with_object(const Tree& tree, std::uint32_t verb, std::vector<Remnant>& found) {
  for (const std::uint32_t n : tree.children(verb)) {
    if (n < verb || !tree.is(n, {Deprel::kAdvcl, Deprel::kNpadvmod, Deprel::kConj, Deprel::kDep}) ||
        !is_nominal(tree[n]) || !tree.child(n, Deprel::kDobj))
      continue;
    for (const std::uint32_t joined : conjuncts_of(tree, n))
      if (const auto object = tree.child(joined, {Deprel::kDobj, Deprel::kAppos}); object && *object > joined)
        found.push_back({joined, {phrase_of(tree, *object), "", ArgumentRole::kObject, {}}});
  }
}

// `the bronze to Armenia`, which argument_repair.cc has hung on the verb
void append_with_preposition(const Tree& tree, std::uint32_t verb, std::vector<Remnant>& found) {
  for (const std::uint32_t n : tree.children(verb)) {
    if (n < verb || tree[n].deprel != Deprel::kDep || tree[n].upos != Upos::kNoun) continue;
    for (const std::uint32_t preposition : tree.children(n)) {
      const auto object = tree.child(preposition, Deprel::kPobj);
      if (tree[preposition].deprel == Deprel::kPrep && object)
        found.push_back({n,
                         {phrase_of(tree, *object),
                          tree.lower(preposition),
                          ArgumentRole::kPrepositional,
                          {preposition}}});
    }
  }
}

}  // namespace

void gapped_clauses(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  PhraseShape bare;
  bare.prepositions = false;
  for (const Clause& clause : reading.clauses) {
    if (clause.copula || clause.subjects.empty()) continue;
    std::vector<Remnant> remnants;
    append_with_object(tree, clause.predicate(), remnants);
    append_with_preposition(tree, clause.predicate(), remnants);
    for (const Remnant& remnant : remnants) {
      Extraction extraction = start_of(tree, clause, "gapping");
      extraction.predicate = predicate_of(tree, clause);
      extraction.subject = phrase_of(tree, remnant.subject, bare);
      std::erase_if(extraction.subject.tokens, [&](std::uint32_t t) {
        return t != remnant.subject && tree.is_under(t, remnant.object.phrase.head);
      });
      extraction.arguments = {remnant.object};
      found.push_back(std::move(extraction));
    }
  }
}

}  // namespace dossier::ingest
