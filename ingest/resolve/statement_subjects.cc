#include "ingest/resolve/statement_subjects.h"

#include <algorithm>

#include "ingest/extract/noun_senses.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

// Not `the only towns with a law`, which no one of them is alone
bool is_told_whole(const DocumentTree& tree, std::uint32_t noun) {
  const auto children = tree.children(noun);
  return std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Tag tag = tree.token(c).tag;
    return c < noun && tag != Tag::kJjs && tree.lower(c) != "only";
  });
}

// One of those that `and` joins, each of which the clause is said of
bool is_conjunct(const DocumentTree& tree, std::uint32_t noun) {
  const std::uint32_t first = tree.first_conjunct(noun);
  return tree.child(first, Deprel::kConj) != DocumentTree::kNoToken &&
         tree.child(first, Deprel::kCc) != DocumentTree::kNoToken &&
         (tree.token(first).deprel == Deprel::kNsubj);
}

// "senator from" and "mayor of", who are nothing else of it; a professor "of Ohio" only lives there
bool is_office(std::string_view predicate) {
  const std::size_t end = predicate.rfind(' ');
  if (end == std::string_view::npos) return false;
  const std::string_view link = predicate.substr(end + 1);
  std::string role = to_lower(predicate.substr(0, end));
  role.erase(0, role.rfind(' ') + 1);
  return (link == "of" || link == "from") &&
         is_kind_of(role, {"legislator", "head_of_state", "governor", "mayor", "minister", "ruler"});
}

bool describes_or_names(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kAdj ||
         token.tag == Tag::kHyph;
}

}  // namespace

bool noun_of_people(const DocumentTree& tree, const Resolution& resolution, std::uint32_t t) {
  const auto noun = Facts::get().find_noun(to_lower(tree.token(t).lemma));
  const Entity* entity = resolution.entity_at(t);
  return (noun && (noun->person || noun->noun_class == NounClass::kGroup)) ||
         (entity && entity->named && entity->type != EntityType::kConcept);
}

std::uint32_t person_above(const DocumentTree& tree, const Resolution& resolution,
                           const Extraction& extraction) {
  if (extraction.relation_tokens.empty()) return DocumentTree::kNoToken;
  const std::uint32_t relative = tree.child(extraction.relation_tokens.back(), Deprel::kNsubj);
  if (relative == DocumentTree::kNoToken || tree.lower(relative) != "who") return DocumentTree::kNoToken;
  std::uint32_t t = extraction.subject.head;
  if (tree.token(t).upos != Upos::kNoun || noun_of_people(tree, resolution, t)) return DocumentTree::kNoToken;
  while (tree.token(t).deprel == Deprel::kPobj && !noun_of_people(tree, resolution, t))
    t = tree.token(tree.token(t).head).head;
  return noun_of_people(tree, resolution, t) ? t : DocumentTree::kNoToken;
}

std::uint32_t said_to_be(const DocumentTree& tree, const Resolution& resolution,
                         const Extraction& extraction) {
  const std::uint32_t noun = extraction.subject.head, verb = tree.token(noun).head;
  if (extraction.relation_tokens.empty() || tree.token(noun).deprel != Deprel::kAttr ||
      !is_nominal(tree.token(noun)))
    return DocumentTree::kNoToken;
  const std::uint32_t done = extraction.relation_tokens.back(), subject = tree.child(verb, Deprel::kNsubj);
  if (tree.token(verb).lemma != "be" || done < noun || !tree.dominates(noun, done) || subject > verb ||
      tree.child(verb, Deprel::kNeg) != DocumentTree::kNoToken)
    return DocumentTree::kNoToken;
  const std::uint32_t determiner = tree.child(noun, Deprel::kDet);
  const std::string article = determiner == DocumentTree::kNoToken ? std::string() : tree.lower(determiner);
  const Entity* entity = resolution.entity_at(subject);
  const bool cleft = tree.lower(subject) == "it" && article == "the";  // "it is the state that pays"
  const bool pronoun = resolution.mention_of[subject] != kNone &&
                       resolution.mentions[resolution.mention_of[subject]].kind == MentionKind::kPronoun;
  const std::uint32_t relative = tree.child(done, Deprel::kNsubj);
  if (entity && entity->type == EntityType::kPerson && relative != DocumentTree::kNoToken &&
      tree.lower(relative) == "which")
    return DocumentTree::kNoToken;  // "I was the youngest, which was hard"
  const bool indefinite = article == "a" || article == "an";
  if (tree.token(noun).upos != Upos::kNoun && !indefinite)
    return DocumentTree::kNoToken;  // "it was Ana who won"
  const bool one = article.empty() || indefinite || article == "the";
  return entity && one && !cleft && (entity->named || pronoun) ? subject : DocumentTree::kNoToken;
}

bool is_one_of_several(const DocumentTree& tree, const Extraction& extraction, const Argument& object) {
  const Tag tag = tree.token(object.phrase.head).tag;
  if (extraction.rule == "example") return true;
  // `The hammer and the bell were two gifts`, `Two islands, Lesbos and Samos,`: each is one
  const Tag one = tree.token(extraction.subject.head).tag;
  const bool each = extraction.rule == "copula" && object.role == ArgumentRole::kComplement &&
                    is_conjunct(tree, extraction.subject.head) && is_told_whole(tree, object.phrase.head);
  if ((each || extraction.rule == "apposition") && object.preposition.empty() && tag == Tag::kNns &&
      (one == Tag::kNn || one == Tag::kNnp) && tree.lower(object.phrase.head).ends_with("s"))
    return true;
  return (extraction.rule == "title" || extraction.rule == "apposition_role") && object.preposition.empty() &&
         extraction.predicate == "is" && (tag == Tag::kNns || tag == Tag::kNnps) &&
         tree.token(extraction.subject.head).tag == Tag::kNnp;
}

bool is_part_of_name(const DocumentTree& tree, const Extraction& extraction,
                     const graph::EntityRecord& holder) {
  if (extraction.rule != "title" || extraction.subject.tokens.empty() ||
      extraction.subject.tokens.front() == 0)
    return false;
  const std::uint32_t before = extraction.subject.tokens.front() - 1;
  const std::string_view word = tree.word(before);
  const Title* title = Facts::get().find_title(word);
  const bool mere = title && title->gender != '-' && !extraction.arguments.empty() &&
                    extraction.arguments[0].phrase.head == before;
  return holder.name.starts_with(std::string(word) + " ") ||
         (title && title->kind == 'h' && (mere || extraction.statement_only)) ||
         (extraction.statement_only && names_saint(word));
}

bool is_nobody(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t article = tree.child(t, Deprel::kDet);
  return tree.lower(t) == "nobody" || (tree.lower(t) == "one" && article + 1 == t &&
                                       tree.lower(article) == "no" && tree.children(t).size() == 1);
}

bool owner_unknown(const DocumentTree& tree, const Resolution& resolution, std::uint32_t noun) {
  const std::uint32_t owner =
      tree.token(noun).upos == Upos::kNoun ? tree.child(noun, Deprel::kPoss) : DocumentTree::kNoToken;
  if (owner == DocumentTree::kNoToken || !pronoun_owns(tree, noun)) return false;
  const Pronoun* pronoun = Facts::get().find_pronoun(tree.lower(owner));
  const Entity* who = resolution.entity_at(owner);
  if (pronoun && pronoun->kind == PronounKind::kRelative) return who == nullptr || !who->members.empty();
  return pronoun && (pronoun->gender == 'm' || pronoun->gender == 'f') && who == nullptr;
}

Phrase kind_of_role(const DocumentTree& tree, const Resolution& resolution, const Extraction& extraction) {
  const std::vector<std::uint32_t>& words = extraction.surface_object;
  if (words.empty() || extraction.arguments.size() != 1 || extraction.predicate == "is") return {};
  const std::uint32_t people = extraction.arguments.front().phrase.head;
  const auto at = std::find(words.begin(), words.end(), people);
  if (tree.token(people).entity != EntityLabel::kNorp || at == words.end()) return {};
  const Entity* entity = resolution.entity_at(people);
  if (Facts::get().find_people(tree.word(people)) ||
      (entity && (entity->type == EntityType::kPlace || entity->country)))
    return {};
  Phrase kind{people, {}};
  auto first = at;  // `former Conservative minister`
  while (first != words.begin() && *(first - 1) + 1 == *first && tree.token(*(first - 1)).upos == Upos::kAdj)
    --first;
  kind.tokens.assign(first, at + 1);
  for (auto t = at + 1; t != words.end() && *t == kind.head + 1 && describes_or_names(tree.token(*t)); ++t)
    kind.tokens.push_back(kind.head = *t);
  return kind.head == people ? Phrase{} : kind;
}

bool name_two(const graph::EntityRecord& left, const graph::EntityRecord& right) {
  const auto one = [](const graph::EntityRecord& e) { return e.type == "Person" || e.type == "Place"; };
  const auto body = [](const graph::EntityRecord& e) { return e.type == "Organization"; };
  return (one(left) && (one(right) || body(right))) || (one(right) && body(left));
}

bool is_cut_wrong(const graph::EntityRecord& entity) {
  static constexpr std::string_view kNoFirst[] = {
      "in",  "on",  "of",   "from", "with", "by",    "for",   "to",      "into", "where",
      "how", "who", "when", "why",  "that", "which", "if",    "because", "and",  "or",
      "but", "is",  "are",  "was",  "were", "be",    "being", "has",     "had"};
  static constexpr std::string_view kNoLast[] = {"of",   "in",  "on", "at",  "to", "with", "for",  "by",
                                                 "from", "and", "or", "the", "a",  "an",   "that", "as"};
  // "learned more", "in the same way": how much, or which, of something that the node does not name
  static constexpr std::string_view kAlone[] = {
      "more",    "most", "less", "least", "much", "many", "little", "few",  "enough", "several",
      "some",    "any",  "all",  "both",  "each", "none", "one",    "ones", "other",  "others",
      "another", "such", "same", "own",   "rest", "way",  "kind",   "sort"};
  const auto words = words_of(entity.name);
  if (entity.type != "Concept" || words.empty()) return false;
  const auto is_one_of = [](const auto& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
  };
  if (is_one_of(kNoLast, words.back())) return true;
  if (words.size() == 1) return is_one_of(kAlone, to_lower(words[0]));
  const std::string_view next = words[1];
  if (words[0] == "at") return next != "least" && next != "most";
  if (words[0] == "as")
    return (next == "much" || next == "many") && entity.name.find(" as ") == std::string::npos;
  return is_one_of(kNoFirst, words[0]);
}

bool is_country(const graph::EntityRecord& entity) {
  return std::any_of(entity.properties.begin(), entity.properties.end(),
                     [](const auto& property) { return property.first == "code"; });
}

bool alike_in_kind(std::string_view left, std::string_view right) {
  const auto kind = [](std::string_view name) {
    const auto words = words_of(name);  // none in a name of marks only
    const auto noun = words.empty() ? std::nullopt : Facts::get().find_noun(to_lower(words.back()));
    return noun ? noun->noun_class : NounClass::kNone;
  };
  return kind(left) == kind(right);
}

void drop_bare_roles(std::size_t first, graph::ArticleRecord& record) {
  const auto begin = record.statements.begin() + static_cast<std::ptrdiff_t>(first);
  const std::vector<graph::StatementRecord> all(begin, record.statements.end());
  const auto said = [&](const graph::StatementRecord& bare) {
    const std::string name = to_lower(record.entities[bare.object].name);
    const std::string role = name.substr(name.rfind(' ') + 1);
    const bool belongs = bare.predicate == "is of" || bare.predicate == "is from";
    return (belongs || bare.predicate == "is") &&
           std::any_of(all.begin(), all.end(), [&](const graph::StatementRecord& other) {
             if (other.subject != bare.subject) return false;
             if (belongs) return other.object == bare.object && is_office(other.predicate);
             return other.predicate.starts_with(role + " ") || other.predicate.starts_with(name + " ");
           });
  };
  record.statements.erase(std::remove_if(begin, record.statements.end(), said), record.statements.end());
}

}  // namespace dossier::ingest
