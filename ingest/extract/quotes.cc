// Quotations are numbered from mark to mark; a paragraph that ends inside one closes it, and if the next
// paragraph opens another, that continues the speech. The speaker of a quotation is, in this order,
//
//   - who speaks in a sentence that the quotation touches, outside its marks: `"A. B", said KCNA`
//   - who spoke in the sentence before, in the same paragraph or right at its end: `He said: "A."`, `"A", he
//   said. "B."`
//   - the speaker of the quotation that it continues
//   - of whole sentences: who speaks in the sentence before, somebody whom that sentence tells of, who spoke
//     last, a few sentences before: `Ana works on drones. "They fly."`
//
// A quotation within somebody's sentence, `was held for "spreading rumours"`, is nobody's but that sentence's.
//
// tests/ingest/extract/quotes_test.cc
#include "ingest/extract/quotes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kOutside = 0;
constexpr std::uint32_t kReach = 4;  // sentences

struct Quotation {
  std::uint32_t first_sentence = 0, last_sentence = 0;
  bool continues = false;  // the paragraph before ended inside a quotation
};

struct Marked {
  std::vector<std::uint32_t> quotation_of;  // by token; kOutside for none
  std::vector<Quotation> quotations;        // from 1; the first is a placeholder
};

bool paragraph_ends_before(const Document& document, std::uint32_t token) {
  if (token == 0) return true;
  const std::size_t begin = document.tokens[token - 1].span.end, end = document.tokens[token].span.begin;
  return document.text.substr(begin, end - begin).find('\n') != std::string::npos;
}

enum class Mark { kNone, kOpen, kClose, kEither };

Mark mark_of(const Document& document, std::uint32_t token) {
  const std::string_view word = document.word(token);
  if (word == "“" || word == "``") return Mark::kOpen;
  if (word == "”" || word == "''") return Mark::kClose;
  return word == "\"" ? Mark::kEither : Mark::kNone;
}

Marked mark(const Document& document) {
  Marked marked;
  marked.quotation_of.assign(document.tokens.size(), kOutside);
  marked.quotations.emplace_back();
  bool open = false, left_open = false;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    for (std::uint32_t t = document.sentences[s].begin; t < document.sentences[s].end; ++t) {
      if (t > 0 && paragraph_ends_before(document, t)) {
        left_open = open;
        open = false;
      }
      const Mark mark = mark_of(document, t);
      if (!open && (mark == Mark::kOpen || mark == Mark::kEither)) {
        open = true;
        marked.quotations.push_back({s, s, left_open});
        left_open = false;
        continue;
      }
      // A mark glued to the word before it closes, whatever its shape.
      const bool glued = t > 0 && document.tokens[t - 1].span.end == document.tokens[t].span.begin;
      if (open && (mark == Mark::kClose || mark == Mark::kEither || (mark == Mark::kOpen && glued))) {
        open = false;
        continue;
      }
      if (open) {
        marked.quotation_of[t] = static_cast<std::uint32_t>(marked.quotations.size() - 1);
        marked.quotations.back().last_sentence = s;
      }
    }
  return marked;
}

std::uint32_t sentence_of(const Document& document, std::uint32_t token) {
  const auto place =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), token,
                       [](std::uint32_t t, const TokenRange& range) { return t < range.begin; });
  return static_cast<std::uint32_t>(place - document.sentences.begin()) - 1;
}

std::uint32_t root_of(const Document& document, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
    if (document.tokens[t].head == t) return t;
  return sentence.begin;
}

// `Ana Roe works on drones`, `He is 55`: the subject of the first clause, if it is one person
std::optional<Phrase> person_told_of(const Document& document, TokenRange words) {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const Token& token = document.tokens[t];
    if (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjpass) continue;
    const std::string word = lower_case(document.word(t));
    if (word != "he" && word != "she" && token.entity != EntityLabel::kPerson) return std::nullopt;
    Phrase phrase{t, {}};
    std::uint32_t first = t;
    while (token.entity == EntityLabel::kPerson && first > words.begin && !document.tokens[first].entity_begins) --first;
    for (; first <= t; ++first) phrase.tokens.push_back(first);
    return phrase;
  }
  return std::nullopt;
}

class Speakers {
 public:
  Speakers(const Document& document, const Marked& marked, const std::vector<Speech>& speeches)
      : document_(document), marked_(marked) {
    for (const Speech& speech : speeches)
      if (marked.quotation_of[speech.verb] == kOutside)
        by_sentence_[sentence_of(document, speech.verb)] = &speech;
  }

  // Of the words of a quotation that stand in a sentence.
  std::optional<Phrase> find(std::uint32_t quotation, std::uint32_t sentence) const {
    const Quotation& q = marked_.quotations[quotation];
    if (const Speech* here = in(q.last_sentence)) return here->speaker;
    if (const Speech* here = in(q.first_sentence)) return here->speaker;
    if (const auto person = introducer(quotation)) return person;
    if (marked_.quotation_of[root_of(document_, document_.sentences[sentence])] != quotation) return std::nullopt;
    if (const Speech* near = find_near(quotation)) return near->speaker;
    return opens_sentence(quotation) ? find_before(q.first_sentence) : std::nullopt;
  }

 private:
  std::uint32_t first_word(std::uint32_t quotation) const {
    const TokenRange sentence = document_.sentences[marked_.quotations[quotation].first_sentence];
    std::uint32_t t = sentence.begin;
    while (t < sentence.end && marked_.quotation_of[t] != quotation) ++t;
    return t;
  }
  bool opens_sentence(std::uint32_t quotation) const {
    return first_word(quotation) <= document_.sentences[marked_.quotations[quotation].first_sentence].begin + 1;
  }
  // `Ana Roe reacted on Twitter: "I knew him."`
  std::optional<Phrase> introducer(std::uint32_t quotation) const {
    const std::uint32_t first = first_word(quotation);
    const TokenRange sentence = document_.sentences[marked_.quotations[quotation].first_sentence];
    if (first < sentence.begin + 3 || (document_.word(first - 2) != ":" && document_.word(first - 2) != ","))
      return std::nullopt;
    return person_told_of(document_, {sentence.begin, first});
  }
  const Speech* find_near(std::uint32_t quotation) const {
    const Quotation& q = marked_.quotations[quotation];
    if (const Speech* here = in(q.last_sentence)) return here;
    if (const Speech* here = in(q.first_sentence)) return here;
    const bool starts_paragraph =
        paragraph_ends_before(document_, document_.sentences[q.first_sentence].begin);
    if (q.first_sentence > 0 && (!starts_paragraph || introduces(q.first_sentence - 1)))
      if (const Speech* before = in(q.first_sentence - 1)) return before;
    if (quotation > 1 && (q.continues || (!starts_paragraph && follows(quotation))))
      return find_near(quotation - 1);
    return nullptr;
  }
  std::optional<Phrase> find_before(std::uint32_t sentence) const {
    if (sentence == 0) return std::nullopt;
    if (const Speech* before = in(sentence - 1)) return before->speaker;
    if (const auto person = person_told_of(document_, document_.sentences[sentence - 1])) return person;
    for (std::uint32_t s = sentence - 1; s > 0 && s + kReach > sentence; --s)
      if (const Speech* before = in(s - 1); before && names_somebody(before->speaker)) return before->speaker;
    return std::nullopt;
  }
  bool names_somebody(const Phrase& phrase) const {
    const std::string word = lower_case(document_.word(phrase.head));
    return document_.tokens[phrase.head].entity == EntityLabel::kPerson || word == "he" || word == "she";
  }
  const Speech* in(std::uint32_t sentence) const {
    const auto place = by_sentence_.find(sentence);
    return place == by_sentence_.end() ? nullptr : place->second;
  }
  bool introduces(std::uint32_t sentence) const {
    return document_.word(document_.sentences[sentence].end - 1) == ":";
  }
  bool follows(std::uint32_t quotation) const {
    return marked_.quotations[quotation].first_sentence <=
           marked_.quotations[quotation - 1].last_sentence + 1;
  }

  const Document& document_;
  const Marked& marked_;
  std::map<std::uint32_t, const Speech*> by_sentence_;
};

// Somebody, a body of people, or what is written: `the report said`, no `the change represented`.
bool may_speak(const Tree& tree, std::uint32_t head) {
  if (tree[head].upos != Upos::kNoun || is_name_entity(tree[head].entity)) return true;
  const std::string lemma = lower_case(tree[head].lemma);
  return noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
         noun_means(lemma, NounKind::kCommunication) || !is_noun(lemma);
}

}  // namespace

void append_speeches(const Tree& tree, const std::vector<Clause>& clauses, std::vector<Speech>& speeches) {
  for (const Clause& clause : clauses) {
    if (clause.passive || clause.subjects.empty() || clause.kind == ClauseKind::kRelative) continue;
    if (verb_means(tree[clause.predicate()].lemma, VerbKind::kCommunication) &&
        may_speak(tree, clause.subjects.front().head))
      speeches.push_back({clause.predicate(), clause.subjects.front()});
  }
}

void attribute_quotes(const Document& document, const std::vector<Speech>& speeches,
                      std::vector<Extraction>& extractions) {
  const Marked marked = mark(document);
  if (marked.quotations.size() == 1) return;
  const Speakers speakers(document, marked, speeches);
  for (Extraction& extraction : extractions) {
    if (extraction.attribution || extraction.relation_tokens.empty()) continue;
    const std::uint32_t quotation = marked.quotation_of[extraction.relation_tokens.back()];
    if (quotation == kOutside) continue;
    const auto speaker = speakers.find(quotation, extraction.sentence);
    if (speaker && speaker->head != extraction.subject.head)
      extraction.attribution = Attribution{*speaker, Stance::kAsserts};
  }
}

}  // namespace dossier::ingest
