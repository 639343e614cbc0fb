// Documents written by hand: a word a row, as a parser would read it, or some words a row with ` | ` between them.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Rows of `WORD LEMMA TAG HEAD DEPREL [ENTITY]`, HEAD from 1 within the sentence and 0 for its root; ENTITY
/// as IOB2 (`B-GPE`). An empty row ends a sentence. Coarse tags follow from the fine ones.
inline Upos upos_from(Tag tag) {
  switch (tag) {
    case Tag::kNnp:
    case Tag::kNnps:
      return Upos::kPropn;
    case Tag::kNn:
    case Tag::kNns:
      return Upos::kNoun;
    case Tag::kPrp:
    case Tag::kWp:
    case Tag::kWdt:
    case Tag::kEx:
      return Upos::kPron;
    case Tag::kCd:
      return Upos::kNum;
    case Tag::kJj:
    case Tag::kJjr:
    case Tag::kJjs:
      return Upos::kAdj;
    case Tag::kRb:
    case Tag::kRbr:
    case Tag::kRbs:
    case Tag::kWrb:
      return Upos::kAdv;
    case Tag::kIn:
    case Tag::kRp:
      return Upos::kAdp;
    case Tag::kDt:
    case Tag::kPrpDollar:
      return Upos::kDet;
    case Tag::kMd:
      return Upos::kAux;
    case Tag::kTo:
    case Tag::kPos:
      return Upos::kPart;
    case Tag::kCc:
      return Upos::kCconj;
    case Tag::kComma:
    case Tag::kPeriod:
    case Tag::kOpenQuote:
    case Tag::kCloseQuote:
      return Upos::kPunct;
    default:
      return Upos::kVerb;
  }
}

inline Document hand_built(std::string_view rows) {
  Document document;
  std::string text(rows);
  std::replace(text.begin(), text.end(), '|', '\n');
  std::istringstream lines{text};
  std::uint32_t sentence_begin = 0;
  const auto end_sentence = [&] {
    const auto end = static_cast<std::uint32_t>(document.tokens.size());
    if (end > sentence_begin) document.sentences.push_back({sentence_begin, end});
    sentence_begin = end;
  };
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string word, lemma, tag, deprel, entity;
    std::uint32_t head = 0;
    if (!(fields >> word >> lemma >> tag >> head >> deprel)) {
      end_sentence();
      continue;
    }
    fields >> entity;
    Token token;
    // HYPH stands without spaces: `same-sex`
    const bool glued =
        tag == "HYPH" || (!document.tokens.empty() && document.tokens.back().tag == Tag::kHyph);
    if (!document.text.empty() && !glued) document.text += ' ';
    token.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += word;
    token.span.end = static_cast<std::uint32_t>(document.text.size());
    token.lemma = lemma;
    token.tag = tag_of(tag);
    token.upos = upos_from(token.tag);
    token.deprel = deprel_of(deprel);
    token.space_after = true;
    const auto own = static_cast<std::uint32_t>(document.tokens.size());
    token.head = head == 0 ? own : sentence_begin + head - 1;
    if (entity.size() > 2) {
      token.entity_begins = entity[0] == 'B';
      token.entity = entity_label_of(std::string_view(entity).substr(2));
    }
    document.tokens.push_back(token);
  }
  end_sentence();
  return document;
}

}  // namespace dossier::ingest
