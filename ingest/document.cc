// The label sets of the language model by name. The order of each table is that of its enumeration.
#include "dossier/ingest/document.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, 18> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                    "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                    "PUNCT", "SCONJ", "SYM", "VERB", "X",     "SPACE"};
constexpr std::array<std::string_view, 51> kTags = {
    "$",   "''",   ",",   "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD",  "DT",   "EX",
    "FW",  "HYPH", "IN",  "JJ",    "JJR",   "JJS", "LS",  "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS",
    "PDT", "POS",  "PRP", "PRP$",  "RB",    "RBR", "RBS", "RP",  "SYM", "TO",  "UH",  "VB",   "VBD",
    "VBG", "VBN",  "VBP", "VBZ",   "WDT",   "WP",  "WP$", "WRB", "XX",  "_SP", "``",  ""};
constexpr std::array<std::string_view, 46> kDeprels = {
    "ROOT",  "acl",       "acomp",    "advcl", "advmod",   "agent",   "amod",      "appos",
    "attr",  "aux",       "auxpass",  "case",  "cc",       "ccomp",   "compound",  "conj",
    "csubj", "csubjpass", "dative",   "dep",   "det",      "dobj",    "expl",      "intj",
    "mark",  "meta",      "neg",      "nmod",  "npadvmod", "nsubj",   "nsubjpass", "nummod",
    "oprd",  "parataxis", "pcomp",    "pobj",  "poss",     "preconj", "predet",    "prep",
    "prt",   "punct",     "quantmod", "relcl", "xcomp",    ""};
constexpr std::array<std::string_view, 19> kEntities = {
    "",    "PERSON",   "NORP", "FAC",  "ORG",     "GPE",   "LOC",      "PRODUCT", "EVENT",   "WORK_OF_ART",
    "LAW", "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"};

template <typename Enum, std::size_t N>
Enum find(const std::array<std::string_view, N>& names, std::string_view name, Enum otherwise) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? otherwise : static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name_of(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }
std::string_view name_of(Tag tag) { return kTags[static_cast<std::size_t>(tag)]; }
std::string_view name_of(Deprel deprel) { return kDeprels[static_cast<std::size_t>(deprel)]; }
std::string_view name_of(EntityLabel label) { return kEntities[static_cast<std::size_t>(label)]; }
Upos upos_of(std::string_view name) { return find(kUpos, name, Upos::kX); }
Tag tag_of(std::string_view name) { return find(kTags, name, Tag::kOther); }
Deprel deprel_of(std::string_view name) { return find(kDeprels, name, Deprel::kOther); }
EntityLabel entity_label_of(std::string_view name) { return find(kEntities, name, EntityLabel::kNone); }

}  // namespace dossier::ingest
