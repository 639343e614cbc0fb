// The speaker of a quotation is, in this order,
//
//   - who speaks in a sentence that the quotation touches, outside its marks: `"A. B", said KCNA`
//   - who spoke in the sentence before, in the same paragraph or right at its end: `He said: "A."`, `"A", he
//   said. "B."`
//   - the speaker of the quotation right before it in the paragraph
//   - of whole sentences: who speaks in the sentence before, somebody whom that sentence tells of, who spoke
//     last, a few sentences before: `Ana works on drones. "They fly."`
//
// What nobody is found to say is reported.
//
// A quotation within somebody's sentence, `was held for "spreading rumours"`, is nobody's but that sentence's.
//
// tests/ingest/extract/quotes_test.cc
#include "ingest/extract/quotes.h"

#include <map>
#include <optional>
#include <string>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kReach = 4;  // sentences

// `Ana Roe works on drones`, `He is 55`: the subject of the first clause, if it is one person
std::optional<Phrase> person_told_of(const DocumentTree& tree, TokenRange words) {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const Token& token = tree.token(t);
    if (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjpass) continue;
    const std::string word = tree.lower(t);
    if (word != "he" && word != "she" && token.entity != EntityLabel::kPerson) return std::nullopt;
    Phrase phrase{t, {}};
    std::uint32_t first = t;
    while (token.entity == EntityLabel::kPerson && first > words.begin && !tree.token(first).entity_begins)
      --first;
    for (; first <= t; ++first) phrase.tokens.push_back(first);
    return phrase;
  }
  return std::nullopt;
}

class Speakers {
 public:
  Speakers(const DocumentTree& tree, const std::vector<Speech>& speeches) : tree_(tree) {
    for (const Speech& speech : speeches) {
      if (tree.quotations().of[speech.verb] != Quotations::kNone) continue;
      const Speech*& best = by_sentence_[tree.sentence_of(speech.verb)];
      if (best == nullptr || speech.rank >= best->rank) best = &speech;
    }
  }

  // Of the words of a quotation that stand in a sentence.
  std::optional<Phrase> find(std::uint32_t quotation, std::uint32_t sentence) const {
    if (const Speech* here = find_beside(quotation)) return here->speaker;
    if (const auto person = introducer(quotation)) return person;
    if (tree_.quotations().of[root_of(sentence)] != quotation) return std::nullopt;
    if (const Speech* near = find_near(quotation)) return near->speaker;
    return opens_sentence(quotation) ? find_before(first_sentence(quotation)) : std::nullopt;
  }

 private:
  TokenRange words(std::uint32_t quotation) const { return tree_.quotations().all[quotation].words; }
  std::uint32_t first_sentence(std::uint32_t quotation) const {
    return tree_.sentence_of(words(quotation).begin);
  }
  std::uint32_t last_sentence(std::uint32_t quotation) const {
    return tree_.sentence_of(words(quotation).end - 1);
  }
  std::uint32_t root_of(std::uint32_t sentence) const {
    const TokenRange range = tree_.document().sentences[sentence];
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (tree_.token(t).head == t) return t;
    return range.begin;
  }
  bool opens_sentence(std::uint32_t quotation) const {
    const std::uint32_t first = words(quotation).begin;
    return first <= tree_.sentence_range(first).begin + 1;
  }
  // `Ana Roe reacted on Twitter: "I knew him."`
  std::optional<Phrase> introducer(std::uint32_t quotation) const {
    const std::uint32_t first = words(quotation).begin, begin = tree_.sentence_range(first).begin;
    if (first < begin + 3 || (tree_.word(first - 2) != ":" && tree_.word(first - 2) != ","))
      return std::nullopt;
    return person_told_of(tree_, {begin, first});
  }
  const Speech* find_beside(std::uint32_t quotation) const {
    const Speech* last = in(last_sentence(quotation));
    return last ? last : in(first_sentence(quotation));
  }
  const Speech* find_near(std::uint32_t quotation) const {
    if (const Speech* here = find_beside(quotation)) return here;
    const std::uint32_t sentence = first_sentence(quotation);
    const bool starts_paragraph =
        begins_paragraph(tree_.document(), tree_.document().sentences[sentence].begin);
    if (sentence > 0 && (!starts_paragraph || introduces(sentence - 1)))
      if (const Speech* before = in(sentence - 1)) return before;
    if (quotation > 0 && !starts_paragraph && sentence <= last_sentence(quotation - 1) + 1)
      return find_near(quotation - 1);
    return nullptr;
  }
  std::optional<Phrase> find_before(std::uint32_t sentence) const {
    if (sentence == 0) return std::nullopt;
    if (const Speech* before = in(sentence - 1)) return before->speaker;
    if (const auto person = person_told_of(tree_, tree_.document().sentences[sentence - 1])) return person;
    for (std::uint32_t s = sentence - 1; s > 0 && s + kReach > sentence; --s)
      if (const Speech* before = in(s - 1); before && names_somebody(before->speaker)) return before->speaker;
    return std::nullopt;
  }
  bool names_somebody(const Phrase& phrase) const {
    const std::string word = tree_.lower(phrase.head);
    return tree_.token(phrase.head).entity == EntityLabel::kPerson || word == "he" || word == "she";
  }
  const Speech* in(std::uint32_t sentence) const {
    const auto place = by_sentence_.find(sentence);
    return place == by_sentence_.end() ? nullptr : place->second;
  }
  bool introduces(std::uint32_t sentence) const {
    return tree_.word(tree_.document().sentences[sentence].end - 1) == ":";
  }

  const DocumentTree& tree_;
  std::map<std::uint32_t, const Speech*> by_sentence_;
};

// Somebody, a body of people, or what is written: `the report said`, no `the change represented`.
bool may_speak(const Tree& tree, std::uint32_t head) {
  if (tree[head].upos != Upos::kNoun || is_name_entity(tree[head].entity)) return true;
  const std::string lemma = lower_case(tree[head].lemma);
  return noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
         noun_means(lemma, NounKind::kCommunication) || !is_noun(lemma);
}

// `issued a statement: "It is safe."`, `made the following announcement: "..."`
bool words_it(const Tree& tree, const Clause& clause) {
  const auto words = tree.child(clause.predicate(), Deprel::kDobj);
  if (!words || *words < clause.predicate() || !verb_is(tree[clause.predicate()].lemma, VerbClass::kLight) ||
      !noun_mostly_means(lower_case(tree[*words].lemma), NounKind::kCommunication))
    return false;
  std::uint32_t mark = *words + 1;
  while (mark < tree.range().end && tree[mark].tag != Tag::kOpenQuote) ++mark;
  return mark < tree.range().end && tree.word(mark - 1) == ":";
}

// `"No leader should", Ana told the press`: nobody whom a quotation names says what stands beside it.
bool claimed_from_within(const DocumentTree& tree, const Extraction& extraction) {
  if (!extraction.attribution || extraction.relation_tokens.empty()) return false;
  const Quotations& quotations = tree.quotations();
  const std::uint32_t within = quotations.speech_at(extraction.attribution->claimant.head);
  return within != Quotations::kNone && quotations.of[extraction.relation_tokens.back()] == Quotations::kNone;
}

}  // namespace

void append_speeches(const Tree& tree, const std::vector<Clause>& clauses, std::vector<Speech>& speeches) {
  for (const Clause& clause : clauses) {
    if (clause.passive || clause.subjects.empty() || clause.kind == ClauseKind::kRelative) continue;
    const std::string& verb = tree[clause.predicate()].lemma;
    // `Ana says families pay rent`, `The road, she said, is partly to blame`: nobody else than her speaks
    const bool joined = clause.kind == ClauseKind::kConjunct && clause.governor;
    const ClauseKind kind = joined ? clauses[*clause.governor].kind : clause.kind;
    const int rank = (kind != ClauseKind::kComplement) + verb_mostly_means(verb, VerbKind::kCommunication) +
                     (tree[clause.verb].deprel == Deprel::kParataxis);
    if ((verb_means(verb, VerbKind::kCommunication) || words_it(tree, clause)) &&
        may_speak(tree, clause.subjects.front().head))
      speeches.push_back({clause.predicate(), source_of(tree, clause.subjects.front()), rank});
  }
}

void attribute_quotes(const DocumentTree& tree, const std::vector<Speech>& speeches,
                      std::vector<Extraction>& extractions) {
  const Quotations& quotations = tree.quotations();
  if (quotations.all.empty()) return;
  const Speakers speakers(tree, speeches);
  for (Extraction& extraction : extractions) {
    if (claimed_from_within(tree, extraction)) {
      // `said "the road is shut" and said it sank`: what else is said is the same one's word
      const std::uint32_t verb = extraction.relation_tokens.back(),
                          within = quotations.of[extraction.attribution->claimant.head];
      const auto speaker = tree.token(verb).deprel == Deprel::kCcomp
                               ? speakers.find(within, extraction.sentence)
                               : std::nullopt;
      extraction.attribution.reset();
      if (speaker && speaker->head != extraction.subject.head)
        extraction.attribution = Attribution{*speaker, Stance::kAsserts};
    }
    if (extraction.attribution || extraction.relation_tokens.empty()) continue;
    const std::uint32_t quotation = quotations.of[extraction.relation_tokens.back()];
    if (quotation == Quotations::kNone) continue;
    const auto speaker = speakers.find(quotation, extraction.sentence);
    if (speaker && speaker->head != extraction.subject.head)
      extraction.attribution = Attribution{*speaker, Stance::kAsserts};
    // `The poster was plain: "Oslo is shut."`: so somebody says, though nobody tells who
    const bool told = turn_of(tree.turns(), tree.sentence_range(extraction.relation_tokens.back()).begin);
    if (!speaker && !told && quotations.all[quotation].speech && extraction.modality == Modality::kAsserted)
      extraction.modality = Modality::kReported;
  }
}

}  // namespace dossier::ingest
