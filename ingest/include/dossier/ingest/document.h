// A text as the language model reads it: tokens in sentences, with tags, heads, labels and entities.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/export.h"
#include "dossier/ingest/article.h"

namespace dossier::ingest {

/// Universal Dependencies' coarse tags.
enum class Upos : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
  kSpace,
};

/// Penn Treebank tags as the model gives them (OntoNotes' set).
enum class Tag : std::uint8_t {
  kDollar,
  kCloseQuote,
  kComma,
  kLrb,
  kRrb,
  kPeriod,
  kColon,
  kAdd,
  kAfx,
  kCc,
  kCd,
  kDt,
  kEx,
  kFw,
  kHyph,
  kIn,
  kJj,
  kJjr,
  kJjs,
  kLs,
  kMd,
  kNfp,
  kNn,
  kNnp,
  kNnps,
  kNns,
  kPdt,
  kPos,
  kPrp,
  kPrpDollar,
  kRb,
  kRbr,
  kRbs,
  kRp,
  kSym,
  kTo,
  kUh,
  kVb,
  kVbd,
  kVbg,
  kVbn,
  kVbp,
  kVbz,
  kWdt,
  kWp,
  kWpDollar,
  kWrb,
  kXx,
  kSp,
  kOpenQuote,
  kOther,
};

/// Dependency labels, ClearNLP style.
enum class Deprel : std::uint8_t {
  kRoot,
  kAcl,
  kAcomp,
  kAdvcl,
  kAdvmod,
  kAgent,
  kAmod,
  kAppos,
  kAttr,
  kAux,
  kAuxpass,
  kCase,
  kCc,
  kCcomp,
  kCompound,
  kConj,
  kCsubj,
  kCsubjpass,
  kDative,
  kDep,
  kDet,
  kDobj,
  kExpl,
  kIntj,
  kMark,
  kMeta,
  kNeg,
  kNmod,
  kNpadvmod,
  kNsubj,
  kNsubjpass,
  kNummod,
  kOprd,
  kParataxis,
  kPcomp,
  kPobj,
  kPoss,
  kPreconj,
  kPredet,
  kPrep,
  kPrt,
  kPunct,
  kQuantmod,
  kRelcl,
  kXcomp,
  kOther,
};

/// OntoNotes 5 entity types.
enum class EntityLabel : std::uint8_t {
  kNone,
  kPerson,
  kNorp,
  kFac,
  kOrg,
  kGpe,
  kLoc,
  kProduct,
  kEvent,
  kWorkOfArt,
  kLaw,
  kLanguage,
  kDate,
  kTime,
  kPercent,
  kMoney,
  kQuantity,
  kOrdinal,
  kCardinal,
};

// Names as the treebanks write them ("PROPN", "NNP", "nsubj", "PERSON"), and back; unknown gives kX, kOther, kNone.
DOSSIER_API std::string_view name_of(Upos upos);
DOSSIER_API std::string_view name_of(Tag tag);
DOSSIER_API std::string_view name_of(Deprel deprel);
DOSSIER_API std::string_view name_of(EntityLabel label);
DOSSIER_API Upos upos_of(std::string_view name);
DOSSIER_API Tag tag_of(std::string_view name);
DOSSIER_API Deprel deprel_of(std::string_view name);
DOSSIER_API EntityLabel entity_label_of(std::string_view name);

struct Token {
  Span span;               // bytes of Document::text
  std::uint32_t head = 0;  // index in the document; its own for the root of a sentence
  Tag tag = Tag::kOther;
  Upos upos = Upos::kX;
  Deprel deprel = Deprel::kOther;
  EntityLabel entity = EntityLabel::kNone;
  bool entity_begins = false;  // first token of its entity (IOB2's B)
  bool space_after = false;
  std::string lemma;
  float arc_margin =
      0;  // least lead, in logits, of the parser's choices about it over their next best; 0: unknown
  float tag_margin = 0;  // the same of the tag
};

/// Half-open range of token indexes.
struct TokenRange {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t token) const { return token >= begin && token < end; }
  bool operator==(const TokenRange&) const = default;
};

struct Document {
  std::string text;
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;  // ascending, covering every token

  std::string_view word(std::uint32_t token) const {
    const Span s = tokens[token].span;
    return std::string_view(text).substr(s.begin, s.end - s.begin);
  }
};

}  // namespace dossier::ingest
