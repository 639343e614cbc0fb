// What a noun may be of, and of what, or how often, it tells an amount: "half of" the children, 5 mm "a year".
#include <algorithm>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {

bool may_be_of_deed(std::string_view noun) {
  constexpr NounKind kOf[] = {NounKind::kAct,           NounKind::kAttribute, NounKind::kCognition,
                              NounKind::kCommunication, NounKind::kState,     NounKind::kPossession,
                              NounKind::kEvent};
  return std::any_of(std::begin(kOf), std::end(kOf),
                     [&](NounKind kind) { return noun_mostly_means(noun, kind); });
}

bool may_be_of_time(std::string_view noun) {
  return noun_means(noun, NounKind::kTime) || noun_means(noun, NounKind::kEvent);
}

std::vector<std::uint32_t> rate_behind(const DocumentTree& tree, std::uint32_t last) {
  std::vector<std::uint32_t> rate;
  const auto noun = [&](std::uint32_t t) { return t < tree.size() && tree.token(t).upos == Upos::kNoun; };
  for (std::uint32_t t = last + 1; t + 1 < tree.size();) {
    const std::string word = tree.lower(t);
    const bool per = word == "per";
    if (!per && word != "a" && word != "an" && word != "each" && word != "every") break;
    const std::uint32_t unit =
        per && tree.token(t + 1).upos == Upos::kAdj ? t + 2 : t + 1;  // "per square metre"
    if (!noun(unit) || noun(unit + 1) ||
        (!per && !noun_mostly_means(to_lower(tree.token(unit).lemma), NounKind::kTime)))
      break;
    // "a year later", "a day before the vote"
    if (!per && unit + 1 < tree.size() &&
        (tree.token(unit + 1).upos == Upos::kAdv || tree.lower(unit + 1) == "before" ||
         tree.lower(unit + 1) == "after"))
      break;
    for (; t <= unit; ++t) rate.push_back(t);
  }
  return rate;
}

namespace {

// Another is no first one, and what each gets all do not get. Not "each other's", "both Ana and Ida", "another one"
bool tells_how_many(const DocumentTree& tree, std::uint32_t article, std::uint32_t head) {
  const std::string word = tree.lower(article);
  if (word == "both") {
    const auto joined = [&](std::uint32_t t) {
      return tree.child(t, Deprel::kConj) != DocumentTree::kNoToken;
    };
    const auto children = tree.children(head);
    return tree.token(head).tag == Tag::kNns && !joined(head) &&
           std::none_of(children.begin(), children.end(), joined);
  }
  const std::string next = tree.lower(article + 1);
  return (word == "another" || word == "each" || word == "every") && next != "other" && next != "one";
}

// "half | the banks", "more than half | the town's banks": of the noun or its owner
std::uint32_t counted_part(const DocumentTree& tree, std::uint32_t head) {
  for (const std::uint32_t noun : {head, tree.child(head, Deprel::kPoss)}) {
    if (noun == DocumentTree::kNoToken) continue;
    for (const std::uint32_t t : tree.children(noun)) {
      const Token& token = tree.token(t);
      if (t < noun && token.entity == EntityLabel::kCardinal &&
          (token.deprel == Deprel::kPredet || (token.deprel == Deprel::kNummod && token.tag == Tag::kPdt)))
        return t;
    }
  }
  return DocumentTree::kNoToken;
}

}  // namespace

bool tells_of_all(const DocumentTree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t t) {
    const Deprel deprel = tree.token(t).deprel;
    return t < noun && (deprel == Deprel::kDet || deprel == Deprel::kPredet) && tree.lower(t) == "all";
  });
}

std::string part_before(const DocumentTree& tree, std::uint32_t head) {
  const std::uint32_t article = tree.child(head, Deprel::kDet), part = counted_part(tree, head);
  const bool several = tree.token(head).tag == Tag::kNns || tree.token(head).tag == Tag::kNnps;
  for (const std::uint32_t all : tree.children(head)) {
    const std::string word = tree.lower(all);
    if (all < head && all > 0 && (word == "all" || word == "every") && tree.token(all - 1).head == all &&
        tree.token(all - 1).deprel == Deprel::kAdvmod)
      return tree.lower(all - 1) + " " + word + " ";  // "nearly all"
  }
  if (article < head && tree.lower(article) == "some" && several) return "some ";
  if (const std::string which = tree.lower(article); article < head && tells_how_many(tree, article, head))
    return which + " ";
  if (article < head && tree.lower(article) == "a" && tree.lower(article + 1) == "few")
    return "a ";  // few are not many, a few are some
  if (part == DocumentTree::kNoToken) return {};
  const bool compared = part > 1 && tree.token(part - 1).head == part && tree.token(part - 2).head == part;
  return (compared ? tree.lower(part - 2) + " " + tree.lower(part - 1) + " " : "") + tree.lower(part) +
         " of ";
}

}  // namespace dossier::ingest
