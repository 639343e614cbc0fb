// What kinds of words fill or open a subject's place.
#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool is_together(const Tree& tree, std::uint32_t word) {
  return tree.lower(word) == "along" || tree.lower(word) == "together";
}

// `Ana, along with Ida, wrote it`: both did, whether the parser hung it on her or on what she did.
void add_companions(const Tree& tree, std::uint32_t head, std::vector<Phrase>& phrases) {
  const std::uint32_t verb = tree.parent(head);
  for (std::uint32_t with = head + 1; with < tree.range().end; ++with) {
    if (tree.lower(with) != "with" || !is_together(tree, with - 1)) continue;
    const std::uint32_t together = with - 1, top = tree.parent(with) == together ? together : with;
    const auto object = tree.child(with, Deprel::kPobj);
    const bool of_verb =
        tree.parent(top) == verb && with < verb && tree.is(head, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (!object || (tree.parent(top) != head && !of_verb)) continue;
    for (Phrase& phrase : split_conjuncts(tree, *object)) phrases.push_back(std::move(phrase));
  }
}

}  // namespace

Subject subject_of_head(const Tree& tree, std::uint32_t head) {
  PhraseShape whole;
  whole.conjuncts = true;
  if (is_verb_tag(tree[head].tag) && tree.is(head, {Deprel::kCsubj, Deprel::kCsubjpass})) {
    const Phrase clause = clause_phrase(tree, head);
    return {clause, {clause}};
  }
  Subject subject = {phrase_of(tree, named(tree, head), whole), split_conjuncts(tree, head)};
  // `Ana, whose son Olof spoke`: the name needs no owner
  if (tree[subject.whole.head].upos == Upos::kPropn && subject.whole.tokens.size() > 1 &&
      tree[subject.whole.tokens.front()].tag == Tag::kWpDollar) {
    std::erase_if(subject.whole.tokens, [&](std::uint32_t t) { return tree[t].upos != Upos::kPropn; });
    subject.conjuncts = {subject.whole};
  }
  for (Phrase& example : examples_of(tree, head)) subject.conjuncts.push_back(std::move(example));
  add_companions(tree, head, subject.conjuncts);
  return subject;
}

bool relative_word(Tag tag) {
  return tag == Tag::kWdt || tag == Tag::kWp || tag == Tag::kWrb || tag == Tag::kWpDollar;
}

bool is_relative_pronoun(const Tree& tree, std::uint32_t token) {
  return relative_word(tree[token].tag) ||
         (tree.lower(token) == "that" && tree.children(token).empty() && tree[token].tag != Tag::kDt);
}

// `A son of the Midwest and a veteran, Stevens devoted ...`: of a description and a name the name does it.
std::optional<std::uint32_t> own_subject(const Tree& tree, const Clause& clause) {
  const auto own = std::find(clause.chain.begin(), clause.chain.end(), clause.verb);
  std::optional<std::uint32_t> subject;
  for (auto link = own; link != clause.chain.end(); ++link)
    for (const std::uint32_t c : tree.children(*link)) {
      if (!tree.is(c, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kCsubj, Deprel::kCsubjpass})) continue;
      const bool person = tree[c].upos == Upos::kPropn && !is_place_entity(tree[c].entity) &&
                          !is_time_entity(tree[c].entity) && c < *link && tree.leftmost(c) > 0 &&
                          tree.word(tree.leftmost(c) - 1) == ",";
      if (!subject || (person && noun_means(lower_case(tree[*subject].lemma), NounKind::kPerson)))
        subject = c;
    }
  return subject;
}

void set_subject(Clause& clause, Subject subject) {
  clause.subjects = std::move(subject.conjuncts);
  clause.subject = std::move(subject.whole);
}

void inherit(Clause& clause, const Clause& from) {
  clause.subjects = from.subjects;
  clause.subject = from.subject;
  clause.subject_inherited = true;
}

void inherit(Clause& clause, const Slot& from) {
  clause.subjects = from.conjuncts;
  clause.subject = from.argument.phrase;
  clause.subject_inherited = true;
}

bool names_event(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  return noun_mostly_means(lemma, NounKind::kAct) || noun_mostly_means(lemma, NounKind::kEvent) ||
         noun_mostly_means(lemma, NounKind::kCommunication);
}

// Who can do something: a name, a person, a group; no `reputation of being`.
bool names_actor(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  // `thousands of people`
  if (tree[noun].upos == Upos::kNoun && noun_mostly_means(lemma, NounKind::kQuantity))
    if (const auto of = tree.child(noun, Deprel::kPrep); of && tree.lower(*of) == "of")
      if (const auto counted = tree.child(*of, Deprel::kPobj)) return names_actor(tree, *counted);
  return tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity) ||
         noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup);
}

std::optional<std::uint32_t> described_beyond_name(const Tree& tree, std::uint32_t nearest,
                                                   std::uint32_t first) {
  if (tree[nearest].upos != Upos::kPropn || !is_name_entity(tree[nearest].entity) ||
      tree[nearest].deprel != Deprel::kPobj || first <= nearest || tree[first - 1].upos == Upos::kPunct ||
      tree.child(nearest, Deprel::kDet))
    return std::nullopt;
  const std::uint32_t preposition = tree.parent(nearest), noun = tree.parent(preposition);
  static constexpr std::string_view kBelonging[] = {"of", "from", "in", "at", "on"};
  if (tree[noun].upos != Upos::kNoun || is_name_entity(tree[noun].entity) || noun > preposition ||
      std::find(std::begin(kBelonging), std::end(kBelonging), tree.lower(preposition)) ==
          std::end(kBelonging))
    return std::nullopt;
  return noun;
}

bool has_infinitive_mark(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  // the tagger reads some as prepositions
  return std::any_of(children.begin(), children.end(),
                     [&](auto c) { return tree[c].deprel == Deprel::kAux && tree.lower(c) == "to"; });
}

bool is_person(const Tree& tree, std::uint32_t noun) {
  if (is_name_entity(tree[noun].entity))
    return tree[noun].entity == EntityLabel::kPerson || tree[noun].entity == EntityLabel::kNorp;
  return tree[noun].upos == Upos::kPron || noun_means(lower_case(tree[noun].lemma), NounKind::kPerson) ||
         noun_means(lower_case(tree[noun].lemma), NounKind::kGroup);
}

bool is_time(const Tree& tree, std::uint32_t noun) {
  return is_time_entity(tree[noun].entity) || (tree[noun].entity == EntityLabel::kNone &&
                                               noun_means(lower_case(tree[noun].lemma), NounKind::kTime));
}

// What one spends: `spent two years building it`, `$5 million marketing it`
bool is_spent(const Tree& tree, std::uint32_t noun) {
  const std::string lemma = lower_case(tree[noun].lemma);
  const auto of = tree.child(noun, Deprel::kPrep);
  const auto whole = of && tree.lower(*of) == "of" ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  if (whole && is_time(tree, *whole) && tree[noun].upos != Upos::kPropn) return true;  // `much of May`
  return is_time_entity(tree[noun].entity) || tree[noun].entity == EntityLabel::kMoney ||
         (tree[noun].entity == EntityLabel::kNone && noun_means(lemma, NounKind::kTime));
}

}  // namespace dossier::ingest
