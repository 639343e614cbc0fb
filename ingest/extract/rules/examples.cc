// What a name is given as an example of: `services like Spotify and Deezer` -> Spotify | is | service; or one of:
// `The winners were Ana and Ida` -> Ana | is | winner.
#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

// Several of a kind; `people like Ana`, `two others, including Ana` tell no kind.
bool names_kind(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto none = tree.child(noun, Deprel::kDet);
  return tree[noun].tag == Tag::kNns && !is_name_entity(tree[noun].entity) && is_noun(lemma) &&
         lower_case(tree.word(noun)) != lemma && !(none && tree.lower(*none) == "no") &&
         !noun_mostly_means(lemma, NounKind::kQuantity);
}

// A person is no country, and no country an actor.
bool may_be(const Tree& tree, std::uint32_t name, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  if (tree[name].upos != Upos::kPropn || !is_name_entity(tree[name].entity) ||
      tree[name].entity == EntityLabel::kNorp)
    return false;
  if (tree[name].entity == EntityLabel::kPerson) return noun_means(lemma, NounKind::kPerson);
  if (is_place_entity(tree[name].entity))
    return noun_means(lemma, NounKind::kLocation) || noun_means(lemma, NounKind::kGroup);
  return !noun_mostly_means(lemma, NounKind::kPerson) && !noun_mostly_means(lemma, NounKind::kLocation);
}

// The noun with what says which kind: no article, owner or number.
Phrase kind_of(const Tree& tree, std::uint32_t noun) {
  PhraseShape bare;
  bare.prepositions = bare.participles = false;
  Phrase kind = phrase_of(tree, noun, bare);
  std::erase_if(kind.tokens, [&](std::uint32_t t) {
    if (t == noun) return false;
    std::uint32_t top = t;
    while (tree.parent(top) != noun) top = tree.parent(top);
    static constexpr std::string_view kHowMany[] = {"other",   "many",     "several",
                                                    "various", "numerous", "certain"};
    return t > noun || !tree.is(top, {Deprel::kAmod, Deprel::kCompound}) || tree[top].tag == Tag::kJjr ||
           std::find(std::begin(kHowMany), std::end(kHowMany), tree.lower(top)) != std::end(kHowMany);
  });
  return kind;
}

// `The towns that voted were Bergen and Oslo`: they voted
bool told_apart(const Tree& tree, std::uint32_t noun) {
  const auto clause = tree.child(noun, {Deprel::kRelcl, Deprel::kAcl});
  return clause && *clause > noun && named_by_copula(tree, noun, *clause);
}

// `Her parents were Ana and Leif`: what each of several is said to be
void add_listed(const Reading& reading, const Clause& clause, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  if (!clause.copula || clause.existential || clause.chain.size() > 1 || clause.negated ||
      clause.modality != Modality::kAsserted || clause.subjects.size() != 1 ||
      !names_kind(tree, clause.subjects[0].head))
    return;
  const std::uint32_t noun = clause.subjects[0].head;
  if (told_apart(tree, noun)) return;
  const bool owned = is_role(tree, noun) && is_relational(tree, noun);
  for (const Slot& slot : clause.slots) {
    if (slot.argument.role != ArgumentRole::kComplement || slot.conjuncts.size() < 2) continue;
    for (const Phrase& name : slot.conjuncts) {
      if (!may_be(tree, name.head, noun)) continue;
      const std::size_t first = found.size();
      if (owned)
        add_role(reading, name, noun, "example", found);
      else
        found.push_back(implicit_relation(
            tree, name, "is", "is", {kind_of(tree, noun), "", ArgumentRole::kComplement, {}}, "example"));
      for (std::size_t i = first; i < found.size(); ++i) {
        found[i].statement_only = true;
        found[i].attribution = clause.attribution;
      }
    }
  }
}

}  // namespace

void examples(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t noun = tree.range().begin; noun < tree.range().end; ++noun) {
    if (!names_kind(tree, noun)) continue;
    for (const Phrase& name : examples_of(tree, noun)) {
      if (!may_be(tree, name.head, noun)) continue;
      found.push_back(implicit_relation(tree, name, "is", "is",
                                        {kind_of(tree, noun), "", ArgumentRole::kComplement, {}}, "example"));
      found.back().statement_only = true;
    }
  }
  for (const Clause& clause : reading.clauses) add_listed(reading, clause, found);
}

}  // namespace dossier::ingest
