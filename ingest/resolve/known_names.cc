#include "ingest/resolve/known_names.h"

#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/mention_finder.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kMaxNameWords = 8;

EntityLabel known_label(const DocumentTree& tree, TokenRange range) {
  if (!proper(tree.token(range.end - 1))) return EntityLabel::kNone;
  const std::string text = tree.text_of(range);
  const Facts& facts = Facts::get();
  if (facts.find_country(text) || facts.find_place(text) || facts.find_capital(text))
    return EntityLabel::kGpe;
  if (facts.find_organisation(text)) return EntityLabel::kOrg;
  const std::string_view type = facts.type_of_known_name(text);
  if (type == "Product") return EntityLabel::kProduct;
  if (type == "Event") return EntityLabel::kEvent;
  return type == "Work" ? EntityLabel::kWorkOfArt : EntityLabel::kNone;
}

// "Danone fell", which the tagger takes for a common noun
bool known_word(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  return !names_something(token.entity) && (token.tag == Tag::kNn || proper(token)) &&
         (Facts::get().find_organisation(tree.word(t)) ||
          (Facts::get().may_be_body(tree.word(t)) && !is_noun(tree.lower(t)))) &&
         stands_as_name(tree, t);
}

// No longer name begins before or goes on after: "New York" in "New York Times".
bool whole(const DocumentTree& tree, TokenRange range) {
  const auto inside = [&](std::uint32_t t) {
    return names_something(tree.token(t).entity) && !tree.token(t).entity_begins;
  };
  const bool article = range.begin > 0 && tree.token(range.begin - 1).tag == Tag::kDt &&
                       tree.token(range.begin - 1).entity_begins;
  if ((inside(range.begin) && !article) || (range.begin > 0 && with_saint(tree, range.begin) != range.begin))
    return false;
  if (range.end < tree.size() && tree.sentence_of(range.end) == tree.sentence_of(range.begin)) {
    const Token& next = tree.token(range.end);
    if (inside(range.end) || next.tag == Tag::kPos || (proper(next) && !next.entity_begins)) return false;
  }
  return true;
}

}  // namespace

std::vector<NameSpan> known_names(const DocumentTree& tree) {
  std::vector<NameSpan> names;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    if (!is_capitalised(tree.word(t)) && tree.token(t).tag != Tag::kCd) continue;  // "737 MAX"
    if (known_word(tree, t)) names.push_back({{t, t + 1}, EntityLabel::kOrg});
    for (std::uint32_t size = kMaxNameWords; size >= 2; --size) {
      const TokenRange range{t, t + size};
      if (range.end > tree.size() || tree.sentence_of(t) != tree.sentence_of(range.end - 1)) continue;
      const EntityLabel label = known_label(tree, range);
      if (label == EntityLabel::kNone || !whole(tree, range)) continue;
      names.push_back({range, label});
      break;
    }
  }
  return names;
}

bool stands_as_name(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  const std::string lower = tree.lower(t);
  const bool nominal = token.deprel == Deprel::kNsubj || token.deprel == Deprel::kNsubjpass ||
                       token.deprel == Deprel::kDobj || token.deprel == Deprel::kPobj ||
                       token.deprel == Deprel::kPoss;
  const TokenRange sentence = tree.sentence_range(t);
  const bool joined = (t > sentence.begin && proper(tree.token(t - 1))) ||
                      (t + 1 < sentence.end && proper(tree.token(t + 1)));
  if (!nominal || joined || (token.upos != Upos::kNoun && token.upos != Upos::kPropn)) return false;
  const bool bare = token.tag == Tag::kNn && tree.children(t).empty() &&
                    (token.deprel == Deprel::kNsubj || token.deprel == Deprel::kNsubjpass);
  return bare || token.tag == Tag::kNnp || (!is_noun(lower) && !is_noun(to_lower(token.lemma)));
}

std::uint32_t with_saint(const DocumentTree& tree, std::uint32_t t) {
  if (tree.token(t - 1).tag != Tag::kPos) return t;
  const std::uint32_t first = tree.sentence_range(t).begin;
  for (std::uint32_t begin = t - 1; begin > first && t - begin <= 4 && proper(tree.token(begin - 1));
       --begin) {
    if (names_saint(tree.word(begin - 1))) return begin - 1;
  }
  return t;
}

const Country* country_of_name(const DocumentTree& tree, TokenRange range, std::string_view text) {
  const Country* country = Facts::get().find_country(text);
  const bool article = range.begin > 0 && tree.lower(range.begin - 1) == "the";
  return country || !article ? country : Facts::get().find_country("the " + std::string(text));
}

}  // namespace dossier::ingest
