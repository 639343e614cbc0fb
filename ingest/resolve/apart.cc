// What tells two noun phrases of one head apart, whatever else speaks for them: names beside them, opposites, ordinals, and what
// kind of role it is. Tests: tests/ingest/resolve/mention_clusters_test.cc.
#include "ingest/resolve/apart.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/deeds.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

std::vector<std::uint32_t> names_beside(const DocumentTree& tree, const Resolution& resolution,
                                        std::uint32_t head) {
  std::vector<std::uint32_t> names;
  const auto add = [&](std::uint32_t t) {
    const std::uint32_t entity = t == DocumentTree::kNoToken ? kNone : resolution.entity_index_at(t);
    if (entity != kNone && resolution.entities[entity].named) names.push_back(entity);
  };
  for (const std::uint32_t child : tree.children(head)) {
    const Deprel deprel = tree.token(child).deprel;
    if (deprel == Deprel::kCompound || deprel == Deprel::kNmod || deprel == Deprel::kAmod) add(child);
    const std::string word = deprel == Deprel::kPrep ? tree.lower(child) : std::string();
    if (word == "from" || word == "of" || word == "at" || word == "with" || word == "in")
      add(tree.child(child, Deprel::kPobj));
  }
  return names;
}

// "second" of "the second attack", "final" of "the final debate", "other" of "the other man"; empty for none
std::string place_in_row(const DocumentTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    if (tree.token(child).deprel != Deprel::kAmod && tree.token(child).deprel != Deprel::kDet) continue;
    const std::string word = tree.lower(child);
    if (word == "another") return "other";
    if (word == "other" || word == "final" || word == "last" || word == "next" ||
        tree.token(child).entity == EntityLabel::kOrdinal)
      return word;
  }
  return {};
}

// "smaller" of "the smaller firm": one of two, and nobody can tell which
bool compared(const DocumentTree& tree, std::uint32_t head) {
  const std::uint32_t adjective = tree.child(head, Deprel::kAmod);
  return adjective < head && tree.token(adjective).tag == Tag::kJjr;
}

bool of_other_place(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                    const Mention& mention) {
  const bool one_of_two = compared(tree, mention.head);
  const std::string own =
      one_of_two ? tree.lower(tree.child(mention.head, Deprel::kAmod)) : place_in_row(tree, mention.head);
  if (own.empty() || (entity.named && !one_of_two)) return false;
  return std::none_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    const std::uint32_t before = resolution.mentions[m].head;
    return before < mention.head &&
           (place_in_row(tree, before) == own ||
            (compared(tree, before) && tree.lower(tree.child(before, Deprel::kAmod)) == own));
  });
}

bool speaks_there(const DocumentTree& tree, std::uint32_t t) {
  return tree.token(t).deprel == Deprel::kNsubj &&
         verb_mostly_means(tree.token(tree.token(t).head).lemma, VerbKind::kCommunication);
}

// The token of a mention's role: the noun itself, or what stands before the name.
std::uint32_t role_token(const Mention& mention) {
  if (mention.kind == MentionKind::kNominal) return mention.head;
  return mention.tokens.begin > 0 ? mention.tokens.begin - 1 : DocumentTree::kNoToken;
}

// "vice", "deputy": not he himself
bool stands_in_for(const std::string& word) {
  return word == "vice" || is_kind_of(word, {"assistant", "deputy"}, 1);
}

// The word that tells which minister, or none.
std::string kind_before(const DocumentTree& tree, const std::string& role, std::uint32_t t) {
  if (t == DocumentTree::kNoToken || t == tree.sentence_range(t).begin) return {};
  if (tree.word(t - 1) == "." && t - 1 > tree.sentence_range(t).begin) --t;  // "Lt | . | Gov. Ana Roe"
  if (tree.word(t - 1) == "-" && t - 1 > tree.sentence_range(t).begin) --t;  // "vice | - | president"
  const Token& before = tree.token(t - 1);
  const std::string_view title = long_title(tree.lower(t - 1) + (tree.word(t) == "." ? "." : ""));
  const std::string word = title.empty() ? tree.lower(t - 1) : std::string(title);
  if (country_of_word(tree.word(t - 1)) || !Facts::get().find_generic(word).empty()) return {};
  if (!senses_of_noun(word + " " + role).own.empty()) return word;
  const bool noun = before.tag == Tag::kNn || proper(before);
  return noun && is_noun(word) && (!names_role(tree, t - 1) || stands_in_for(word)) ? word : std::string();
}

// "prime" of "prime minister", "deputy" of "deputy prime minister"; empty where the word before tells no kind
std::string kind_of_role(const DocumentTree& tree, const Mention& mention) {
  const std::uint32_t t = role_token(mention);
  const std::string kind = mention.role.empty() ? std::string() : kind_before(tree, mention.role, t);
  const bool another =
      !kind.empty() && t - 1 > tree.sentence_range(t).begin && stands_in_for(tree.lower(t - 2));
  return another ? tree.lower(t - 2) : kind;
}

bool is_document(const Token& noun) {
  return noun.upos == Upos::kNoun && noun_mostly_means(to_lower(noun.lemma), NounKind::kCommunication);
}

// `told CNN`, `an interview with the BBC`, `a memo seen by the Guardian`, `the statement sent to Reuters`
bool hears(const DocumentTree& tree, std::uint32_t head) {
  const Deprel deprel = tree.token(head).deprel;
  const std::uint32_t link = tree.token(head).head;
  if (deprel == Deprel::kDobj || deprel == Deprel::kDative)
    return verb_mostly_means(tree.token(link).lemma, VerbKind::kCommunication);
  if (deprel != Deprel::kPobj) return false;
  const std::string preposition = tree.lower(link);
  const Token& above = tree.token(tree.token(link).head);
  if (preposition != "by" && preposition != "with" && preposition != "to") return false;
  if (above.deprel == Deprel::kAcl && above.tag == Tag::kVbn) return is_document(tree.token(above.head));
  return preposition != "by" &&
         (is_document(above) || verb_mostly_means(above.lemma, VerbKind::kCommunication));
}

}  // namespace

bool above_suspicion(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                     const Mention& mention) {
  if (!entity.named || entity.type != EntityType::kPerson) return false;
  bool other = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& before = resolution.mentions[m];
    if (before.head >= mention.head) continue;
    if (charged(tree, before.head)) return false;
    other =
        other || speaks_there(tree, before.head) || (!before.role.empty() && !tells_of_wrong(before.role));
  }
  return other && tells_of_wrong(mention.text);  // the dictionary last: most are refused without it
}

bool only_hears(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                const Mention& mention) {
  if (!entity.named || entity.type != EntityType::kOrganization || mention.person) return false;
  bool heard = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& before = resolution.mentions[m];
    if (before.head >= mention.head) continue;
    if (before.sentence != mention.sentence || !hears(tree, before.head)) return false;
    heard = true;
  }
  return heard;
}

bool has_other_role(const Resolution& resolution, const Entity& entity, const Mention& mention) {
  bool other_role = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = resolution.mentions[m];
    if (other.head >= mention.head || other.role.empty()) continue;
    if (other.role == mention.role) return false;
    other_role = true;
  }
  return other_role && entity.named;
}

bool another_role(const DocumentTree& tree, const Mention& mention, const Mention& other) {
  if (mention.role.empty() || mention.role != other.role) return false;
  const std::string own = kind_of_role(tree, mention), others = kind_of_role(tree, other);
  if (own.empty() || others.empty()) return own != others && stands_in_for(own.empty() ? others : own);
  return own != others;
}

bool holds_simply(const DocumentTree& tree, const Mention& mention, const Mention& other) {
  const std::uint32_t t = role_token(other);
  const bool before = t != DocumentTree::kNoToken &&
                      ((t > 0 && tree.lower(t - 1) == "former") || (t > 1 && tree.lower(t - 2) == "former"));
  return kind_of_role(tree, other) == kind_of_role(tree, mention) && !before;
}

bool same_kind_of_role(const DocumentTree& tree, const Mention& mention, const Mention& other) {
  const std::string own = kind_of_role(tree, mention);
  return mention.role == other.role && !own.empty() && own == kind_of_role(tree, other);
}

namespace {

// What comes before, now and later: "the previous law" is not the current one.
bool tells_order(std::string_view word) {
  static constexpr std::string_view kOrder[] = {"former", "previous", "current",  "present",  "new",
                                                "next",   "future",   "outgoing", "incoming", "old"};
  return std::find(std::begin(kOrder), std::end(kOrder), word) != std::end(kOrder);
}

// The noun behind "of": "bus" of "the driver of the bus"
std::uint32_t whose(const DocumentTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head))
    if (tree.token(child).deprel == Deprel::kPrep && tree.lower(child) == "of")
      return tree.child(child, Deprel::kPobj);
  return DocumentTree::kNoToken;
}

// "the driver of the car" after "the driver of the bus": of things neither of which is a kind of the other
bool of_other_thing(const DocumentTree& tree, std::uint32_t one, std::uint32_t other) {
  const std::uint32_t a = whose(tree, one), b = whose(tree, other);
  if (a == DocumentTree::kNoToken || b == DocumentTree::kNoToken || tree.token(a).upos != Upos::kNoun ||
      tree.token(b).upos != Upos::kNoun)
    return false;
  const std::string first = common_lemma(tree.token(a)), second = common_lemma(tree.token(b));
  if (first == second || noun_means(first, NounKind::kPerson) || noun_means(second, NounKind::kPerson))
    return false;
  const NounRelation relation = relate(senses_of_noun(first), senses_of_noun(second));
  return !relation.same && relation.above == 0 && relation.below == 0;
}

std::string year_before(const DocumentTree& tree, std::uint32_t head) {
  const std::uint32_t number = tree.child(head, Deprel::kNummod);
  return number < head && tree.token(number).entity == EntityLabel::kDate ? tree.lower(number)
                                                                          : std::string();
}

// "the 2020 report" after "the 2019 report"
bool of_other_year(const DocumentTree& tree, std::uint32_t one, std::uint32_t other) {
  const std::string first = year_before(tree, one), second = year_before(tree, other);
  return !first.empty() && !second.empty() && first != second;
}

// "the inner star" after "the outer star", "the left-wing party" after "the right-wing party"
bool contrasts(const DocumentTree& tree, std::uint32_t one, std::uint32_t other) {
  const auto adjectives_before = [&](std::uint32_t noun) {
    std::vector<std::string> words;
    for (std::uint32_t t = subtree_of(tree, noun).begin; t < noun; ++t)
      if (tree.token(t).upos == Upos::kAdj) words.push_back(tree.lower(t));
    return words;
  };
  const std::vector<std::string> own = adjectives_before(one);
  if (own.empty()) return false;
  const std::vector<std::string> others = adjectives_before(other);
  const auto opposed = [](const std::string& a, const std::string& b) {
    return a != b && (opposes(a, b) || (tells_order(a) && tells_order(b)));
  };
  return std::any_of(own.begin(), own.end(), [&](const std::string& a) {
    return std::any_of(others.begin(), others.end(), [&](const std::string& b) { return opposed(a, b); });
  });
}

}  // namespace

bool told_apart(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
                const Mention& mention) {
  if (of_other_place(tree, resolution, entity, mention)) return true;
  const std::vector<std::uint32_t> own = names_beside(tree, resolution, mention.head);
  bool others = false;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& other = resolution.mentions[m];
    if (mention.country && other.country && other.country != mention.country &&
        other.kind == MentionKind::kNominal)
      return true;
    if (other.kind == MentionKind::kNominal && other.head < mention.head && other.text == mention.text &&
        (contrasts(tree, mention.head, other.head) || of_other_thing(tree, mention.head, other.head) ||
         of_other_year(tree, mention.head, other.head)))
      return true;
    if (own.empty() || other.head >= mention.head) continue;
    for (const std::uint32_t name : names_beside(tree, resolution, other.head)) {
      if (std::find(own.begin(), own.end(), name) != own.end()) return false;
      others = true;
    }
  }
  return others;
}

namespace {

// "elects", "do not elect", "is elected": as a rule, not once
bool tells_rule(const DocumentTree& tree, std::uint32_t verb) {
  const auto present = [](Tag tag) { return tag == Tag::kVbz || tag == Tag::kVbp; };
  if (present(tree.token(verb).tag)) return true;
  const auto children = tree.children(verb);
  return (tree.token(verb).tag == Tag::kVb || tree.token(verb).tag == Tag::kVbn) &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
           const bool aux = tree.token(child).deprel == Deprel::kAux && tree.token(child).lemma == "do";
           return (aux || tree.token(child).deprel == Deprel::kAuxpass) && present(tree.token(child).tag);
         });
}

}  // namespace

bool means_any_holder(const DocumentTree& tree, const Mention& mention) {
  if (mention.role.empty() || mention.number != 's' || !mention.definite) return false;
  const Token& token = tree.token(mention.head);
  const Token& above = tree.token(token.head);
  if (token.deprel == Deprel::kDobj || token.deprel == Deprel::kNsubjpass)
    return verb_is(above.lemma, VerbClass::kAssign) && tells_rule(tree, token.head);
  const std::uint32_t article = tree.child(above.head, Deprel::kDet);
  return token.deprel == Deprel::kPobj && tree.lower(token.head) == "including" &&
         article != DocumentTree::kNoToken && tree.lower(article) != "the" &&
         tree.token(above.head).tag == Tag::kNn;
}

bool gender_fits(const Mention& mention, const Entity& entity) {
  return mention.gender == '-' || entity.gender == '-' || mention.gender == entity.gender;
}

}  // namespace dossier::ingest
