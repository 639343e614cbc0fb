// Of determiners, pronouns, dates and adverbs of other words nothing is kept.
#include "ingest/resolve/nominal_words.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/syntax.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kMaxPremodifiers = 5, kMaxWithNames = 9;

}  // namespace

bool NameWords::describes(std::uint32_t t) const {
  const Token& token = tree_.token(t);
  if (dates(t)) return false;
  switch (token.deprel) {
    case Deprel::kAmod:
    case Deprel::kCompound:
    case Deprel::kNmod:
    case Deprel::kQuantmod:
      return true;
    case Deprel::kNummod:
      return token.tag != Tag::kPdt;  // "more than half | the banks"
    case Deprel::kAdvmod:
      return t + 2 == token.head && tree_.token(t + 1).tag == Tag::kHyph;  // "the worst-performing"
    case Deprel::kPoss:
      return token.upos != Upos::kPron && token.tag != Tag::kPrpDollar && token.tag != Tag::kWpDollar;
    default:
      return false;
  }
}

bool NameWords::belongs(std::uint32_t t) const {
  const Token& token = tree_.token(t);
  switch (token.tag) {
    case Tag::kPdt:
      return token.deprel == Deprel::kQuantmod;  // "more than twice as many ships"
    case Tag::kDt:
    case Tag::kWdt:
    case Tag::kPrpDollar:
    case Tag::kWpDollar:
    case Tag::kOpenQuote:
    case Tag::kCloseQuote:
      return false;
    default:
      break;
  }
  if (token.upos == Upos::kPunct)
    return token.tag == Tag::kHyph || (token.tag == Tag::kComma && !kept_.empty());
  return !dates(t);
}

bool NameWords::dates(std::uint32_t t) const {
  const EntityLabel label = tree_.token(t).entity;
  return (label == EntityLabel::kDate || label == EntityLabel::kTime) && !duration(t) && !is_number(t) &&
         !returns(t);
}

// "the daily mile", "its annual report": how often, and not when
bool NameWords::returns(std::uint32_t t) const {
  const std::string word = tree_.lower(t);
  return tree_.token(t).deprel == Deprel::kAmod && tree_.token(t).tag == Tag::kJj && t < head_ &&
         tree_.token(t).head == head_ && word != "early" && (word.ends_with("ly") || word.ends_with("ual"));
}

// "claimed 6606 lives", "the 2020 election": four digits that count the noun or tell it from another year's
bool NameWords::is_number(std::uint32_t t) const {
  const std::string_view word = tree_.word(t);
  const std::uint32_t head = tree_.token(t).deprel == Deprel::kConj ? tree_.token(t).head : t;
  return t < head_ && tree_.token(head).head == head_ && word.size() == 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "four day", "six-year", asked of any of its words
bool NameWords::duration(std::uint32_t t) const {
  if (t >= head_) return false;
  const auto hyphen = [&](std::uint32_t word) { return tree_.token(word).tag == Tag::kHyph; };
  std::uint32_t unit = t;
  if (tree_.token(unit).tag == Tag::kCd) ++unit;
  if (hyphen(unit)) ++unit;
  const std::uint32_t gap = unit > 1 && hyphen(unit - 1) ? 2 : 1;
  return unit >= gap && unit < head_ && tree_.token(unit - gap).tag == Tag::kCd &&
         tree_.token(unit).tag == Tag::kNn &&
         noun_mostly_means(to_lower(tree_.token(unit).lemma), NounKind::kTime);
}

std::uint32_t NameWords::leftmost(std::uint32_t t) const { return subtree_of(tree_, t).begin; }

std::uint32_t NameWords::rightmost(std::uint32_t t) const { return subtree_of(tree_, t).end - 1; }

void NameWords::add_premodifiers() {
  std::uint32_t left = head_;
  for (const std::uint32_t child : tree_.children(head_)) {
    if (child < head_ && (describes(child) || denies(child))) left = std::min(left, leftmost(child));
  }
  for (std::uint32_t t = left, open = 0; t < head_; ++t) {
    if (begins_titled_name(t)) kept_.clear();  // "Atlanta's Democratic mayor Keisha Bottoms's handling"
    open += tree_.token(t).tag == Tag::kLrb;
    if (open == 0 && !one_more(t) && (belongs(t) || hyphenated(t) || denies(t))) kept_.push_back(t);
    open -= open > 0 && tree_.token(t).tag == Tag::kRrb;
  }
  if (depth_ > 0 && head_ > 0 && begins_name(head_) && says_kind(head_ - 1)) kept_.clear();
  const auto year = [&](std::uint32_t t) { return is_number(t); };
  const auto within_name = [&](std::uint32_t t) {  // "New | York City's restaurant": a name is one word
    const std::uint32_t m = resolution_.mention_of[t];
    return m != kNone && resolution_.mentions[m].kind == MentionKind::kName &&
           t > resolution_.mentions[m].tokens.begin;
  };
  const std::size_t room =
      std::min(
          kMaxPremodifiers + static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), within_name)),
          kMaxWithNames) +
      static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), year));
  while (kept_.size() > room && !glued(kept_.front() + 1)) kept_.erase(kept_.begin());
  while (kept_.size() > room + 3) kept_.erase(kept_.begin());
  while (!kept_.empty() &&
         (tree_.token(kept_.front()).tag == Tag::kPos || tree_.token(kept_.front()).tag == Tag::kCc ||
          tree_.token(kept_.front()).tag == Tag::kHyph || stray_adverb(kept_.front()) ||
          of_each_other(kept_.front()) ||
          (Facts::get().tells_nothing(tree_.lower(kept_.front())) &&
           !(tree_.token(kept_.front()).upos == Upos::kAdj && hyphenated(kept_.front())))))
    kept_.erase(kept_.begin());
  if (!kept_.empty() && kept_.front() > 0 && tree_.lower(kept_.front()) == "least" &&
      tree_.lower(kept_.front() - 1) == "at")
    kept_.insert(kept_.begin(), kept_.front() - 1);
  // "a few": some, and "few": not many
  const auto few =
      std::find_if(kept_.begin(), kept_.end(), [&](std::uint32_t t) { return tree_.lower(t) == "few"; });
  if (few != kept_.end() && *few > 0 && tree_.lower(*few - 1) == "a") kept_.insert(few, *few - 1);
}

bool NameWords::denies(std::uint32_t t) const {
  return depth_ > 0 && tree_.token(t).head == head_ && tree_.token(t).deprel == Deprel::kDet &&
         tree_.lower(t) == "no";
}

bool NameWords::one_more(std::uint32_t t) const {
  const std::uint32_t article = tree_.child(head_, Deprel::kDet), name = tree_.child(head_, Deprel::kAppos);
  return tree_.token(t).entity == EntityLabel::kOrdinal && tree_.token(t).head == head_ &&
         article != DocumentTree::kNoToken && tree_.lower(article) == "a" && name != DocumentTree::kNoToken &&
         tree_.token(name).upos == Upos::kPropn;
}

bool NameWords::of_each_other(std::uint32_t t) const {
  return t > 0 && tree_.lower(t) == "other" && tree_.lower(t - 1) == "each";
}

bool NameWords::stray_adverb(std::uint32_t t) const {
  const Token& token = tree_.token(t);
  return token.tag == Tag::kRb && token.deprel == Deprel::kAdvmod && !glued(t + 1) &&
         std::find(kept_.begin(), kept_.end(), token.head) == kept_.end() && token.head != head_;
}

bool NameWords::begins_titled_name(std::uint32_t t) const {
  return begins_name(t) && !resolution_.mentions[resolution_.mention_of[t]].role.empty();
}

bool NameWords::begins_name(std::uint32_t t) const {
  if (resolution_.mention_of[t] == kNone) return false;
  const Mention& mention = resolution_.mentions[resolution_.mention_of[t]];
  return mention.kind == MentionKind::kName && mention.tokens.begin == t;
}

// "the sinking of the freighter Aurora": the ship has its name, wherever it is told of
bool NameWords::says_kind(std::uint32_t noun) const {
  const Token& token = tree_.token(noun);
  return token.tag == Tag::kNn && token.deprel == Deprel::kCompound && token.head == head_ &&
         noun_mostly_means(to_lower(token.lemma), NounKind::kArtifact);
}

bool NameWords::glued(std::uint32_t t) const {
  return t > 0 && t < tree_.size() && tree_.token(t).span.begin == tree_.token(t - 1).span.end;
}

bool NameWords::hyphenated(std::uint32_t t) const {
  const auto hyphen = [&](std::uint32_t at) { return at < tree_.size() && tree_.word(at) == "-"; };
  return (hyphen(t) && glued(t) && glued(t + 1)) || (glued(t + 1) && hyphen(t + 1)) ||
         (t > 0 && glued(t) && hyphen(t - 1));
}

void NameWords::add_hyphenated() {
  for (std::uint32_t t = head_ + 1; t + 1 < tree_.size() && tree_.word(t) == "-" && glued(t) && glued(t + 1);
       t += 2) {
    kept_.push_back(t);
    kept_.push_back(t + 1);
  }
}

void NameWords::add_rest_of_name() {
  if (resolution_.mention_of[head_] == kNone) return;
  const Mention& mention = resolution_.mentions[resolution_.mention_of[head_]];
  if (mention.kind != MentionKind::kName) return;
  for (std::uint32_t t = head_ + 1; t < mention.tokens.end; ++t)
    if (tree_.token(t).tag != Tag::kPos) kept_.push_back(t);
}

std::size_t NameWords::count(const std::vector<std::uint32_t>& tokens) const {
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [&](std::uint32_t t) {
    return !glued(t) && !(is_number(t) && tree_.token(t).entity == EntityLabel::kDate);
  }));
}

bool NameWords::noun_like(std::uint32_t t) const {
  return tree_.token(t).upos == Upos::kNoun || tree_.token(t).upos == Upos::kPropn;
}

bool NameWords::described_person() const {
  return kept_.front() != head_ && noun_mostly_means(to_lower(tree_.token(head_).lemma), NounKind::kPerson);
}

}  // namespace dossier::ingest
