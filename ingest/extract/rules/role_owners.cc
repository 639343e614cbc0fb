#include "ingest/extract/rules/role_owners.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {

bool ranks_within(const Tree& tree, std::uint32_t role, std::uint32_t owner) {
  const auto children = tree.children(role);
  return tree[owner].upos == Upos::kNoun &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree[c].tag == Tag::kJjs ||
                  (tree[c].deprel == Deprel::kAmod && tree.child(c, Deprel::kAdvmod) &&
                   tree[*tree.child(c, Deprel::kAdvmod)].tag == Tag::kRbs);
         });
}

bool tells_kind(const Tree& tree, std::uint32_t owner, std::uint32_t role) {
  const std::string lemma = common_lemma(tree[owner]);
  if (tree[owner].tag != Tag::kNns || tree[owner].upos != Upos::kNoun ||
      !noun_means(lemma, NounKind::kPerson) ||
      tree.child(owner, {Deprel::kPoss, Deprel::kAmod, Deprel::kNummod, Deprel::kCompound}))
    return false;
  const std::uint32_t mark = tree.rightmost(owner);
  const auto article = tree.child(owner, Deprel::kDet);
  return !article || tree.lower(*article).starts_with("a") ||
         !noun_mostly_means(common_lemma(tree[role]), NounKind::kPerson) ||
         (mark + 1 < role && is_kind_of(lemma, {"female", "male", "juvenile"}));
}

bool binds(const Tree& tree, const Argument& body) {
  const std::uint32_t noun = body.phrase.head;
  const std::string lemma = common_lemma(tree[noun]);
  return body.preposition != "with" || is_name_entity(tree[noun].entity) || tree[noun].upos == Upos::kPropn ||
         noun_mostly_means(lemma, NounKind::kGroup) || is_kind_of(lemma, {"group"});
}

}  // namespace dossier::ingest
