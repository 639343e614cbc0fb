#include "ingest/extract/rules/role_lists.h"

#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

// Nothing but a comma between what hangs on each, whichever word that was hung on
bool comma_between(const Tree& tree, std::uint32_t one, std::uint32_t other) {
  const std::uint32_t mark = tree.leftmost(other) - 1;
  return mark > one && tree.word(mark) == "," && tree.is_under(mark - 1, one);
}

// The role before it in a list: of `a clerk, mayor and judge`, hung on one name, too; itself for none
std::uint32_t role_before(const Tree& tree, std::uint32_t role) {
  if (tree.is(role, {Deprel::kConj}) && is_role(tree, tree.parent(role))) return tree.parent(role);
  if (!tree.is(role, {Deprel::kAppos})) return role;
  for (const std::uint32_t c : tree.children(tree.parent(role)))
    if (tree.is(c, {Deprel::kAppos}) && c < role && is_role(tree, c) &&
        (tree.child(role, Deprel::kCc) || tree.child(c, Deprel::kCc)) && comma_between(tree, c, role))
      return c;
  return role;
}

}  // namespace

bool is_past(const Tree& tree, std::uint32_t role) {
  const auto adverb = tree.child(role, Deprel::kAdvmod);
  if (adverb && *adverb < role) {
    const std::string word = tree.lower(*adverb);
    return word == "then" || word == "formerly" || word == "previously" || word == "once";
  }
  const std::uint32_t first = role_before(tree, role);
  if (first == role || tree.child(role, {Deprel::kDet, Deprel::kPoss, Deprel::kAdvmod})) return false;
  const auto described = [&](std::uint32_t of, std::string_view word) {
    const auto children = tree.children(of);
    return std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t c) { return c < of && tree.lower(c) == word; });
  };
  return !described(role, "current") && !described(role, "incumbent") && !described(role, "former") &&
         (is_past(tree, first) || described(first, "former"));
}

std::optional<std::uint32_t> owner_of_kin(const Tree& tree, std::uint32_t role) {
  const auto kin = [&](std::uint32_t t) { return Facts::get().is_kin(common_lemma(tree[t])); };
  if (!kin(role) || tree.is(role, {Deprel::kAppos})) return std::nullopt;
  std::optional<std::uint32_t> owner;
  std::uint32_t top = role;
  while (tree.is(top, {Deprel::kConj, Deprel::kAppos}) && tree.parent(top) < top) {
    top = tree.parent(top);
    if (!owner && kin(top)) owner = tree.child(top, Deprel::kPoss);
  }
  const std::uint32_t above = tree.parent(top);
  const bool agent = tree.is(top, {Deprel::kPobj}) && tree.is(above, {Deprel::kAgent});
  const std::uint32_t verb = agent ? tree.parent(above) : above;
  if (agent && tree[verb].lemma == "survive") owner = tree.child(verb, Deprel::kNsubjpass);
  if (tree.is(top, {Deprel::kDobj}) && tree[verb].lemma == "leave") owner = tree.child(verb, Deprel::kNsubj);
  return owner;
}

}  // namespace dossier::ingest
