#include "ingest/extract/phrase.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

bool cut_at_any_depth(const Tree& tree, std::uint32_t token, const PhraseShape& shape) {
  switch (tree[token].deprel) {
    case Deprel::kRelcl:
      return !shape.relative_clauses;
    case Deprel::kAppos:
    case Deprel::kParataxis:
    case Deprel::kIntj:
    case Deprel::kMeta:
      return !shape.relative_clauses;
    default:
      return false;
  }
}

bool cut_at_head(const Tree& tree, std::uint32_t token, const PhraseShape& shape) {
  switch (tree[token].deprel) {
    case Deprel::kConj:
    case Deprel::kCc:
    case Deprel::kPreconj:
      return !shape.conjuncts;
    case Deprel::kAcl:
      return !shape.participles;
    case Deprel::kPrep:
      return !shape.prepositions;
    case Deprel::kAdvcl:
    case Deprel::kMark:
    case Deprel::kNsubj:
    case Deprel::kNsubjpass:
    case Deprel::kCsubj:
    case Deprel::kAux:
    case Deprel::kCcomp:
      return is_nominal(tree[tree.parent(token)]);
    default:
      return false;
  }
}

void collect(const Tree& tree, std::uint32_t token, const PhraseShape& shape, bool at_head,
             std::vector<std::uint32_t>& words, std::vector<std::uint32_t>& marks) {
  words.push_back(token);
  for (const std::uint32_t c : tree.children(token)) {
    if (tree[c].upos == Upos::kSpace) continue;
    if (tree[c].deprel == Deprel::kPunct) {
      marks.push_back(c);
      continue;
    }
    if (cut_at_any_depth(tree, c, shape) || (at_head && cut_at_head(tree, c, shape))) continue;
    collect(tree, c, shape, false, words, marks);
  }
}

bool opens(const Tree& tree, std::uint32_t token) {
  const Tag tag = tree[token].tag;
  return tag == Tag::kOpenQuote || tag == Tag::kLrb || tree.word(token) == "``" || tree.word(token) == "“";
}

bool closes(const Tree& tree, std::uint32_t token) {
  const Tag tag = tree[token].tag;
  return tag == Tag::kCloseQuote || tag == Tag::kRrb || tree.word(token) == "''" || tree.word(token) == "”";
}

// Marks between the phrase's words belong to it, and so does the pair of quotes around it.
void add_marks(const Tree& tree, std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& marks) {
  const std::vector<std::uint32_t> bare = words;
  const auto has = [&](std::uint32_t t) { return std::binary_search(bare.begin(), bare.end(), t); };
  const auto is_mark = [&](std::uint32_t t) {
    return std::find(marks.begin(), marks.end(), t) != marks.end();
  };
  const std::uint32_t first = bare.front(), last = bare.back();
  for (const std::uint32_t m : marks) {
    if (m < first || m > last) continue;
    std::uint32_t before = m - 1, after = m + 1;
    while (before > first && is_mark(before)) --before;
    while (after < last && is_mark(after)) ++after;
    if (has(before) && has(after)) words.push_back(m);
  }
  const TokenRange range = tree.range();
  if (first > range.begin && last + 1 < range.end && opens(tree, first - 1) && closes(tree, last + 1)) {
    words.push_back(first - 1);
    words.push_back(last + 1);
  } else if (last + 1 < range.end && closes(tree, last + 1) &&
             std::any_of(words.begin(), words.end(), [&](auto t) { return opens(tree, t); }) &&
             std::none_of(words.begin(), words.end(), [&](auto t) { return closes(tree, t); })) {
    words.push_back(last + 1);
  }
  std::sort(words.begin(), words.end());
}

Phrase finish(const Tree& tree, std::uint32_t head, std::vector<std::uint32_t> words,
              std::vector<std::uint32_t> marks) {
  std::sort(words.begin(), words.end());
  std::sort(marks.begin(), marks.end());
  add_marks(tree, words, marks);
  return {head, std::move(words)};
}

}  // namespace

Phrase phrase_of(const Tree& tree, std::uint32_t head, const PhraseShape& shape) {
  std::vector<std::uint32_t> words, marks;
  collect(tree, head, shape, true, words, marks);
  return finish(tree, head, std::move(words), std::move(marks));
}

Phrase clause_phrase(const Tree& tree, std::uint32_t verb) {
  std::vector<std::uint32_t> words, marks;
  PhraseShape whole;
  whole.conjuncts = whole.relative_clauses = true;
  collect(tree, verb, whole, false, words, marks);
  std::sort(words.begin(), words.end());
  if (tree[words.front()].deprel == Deprel::kMark && tree.lower(words.front()) == "that" && words.size() > 1)
    words.erase(words.begin());
  return finish(tree, verb, std::move(words), std::move(marks));
}

std::vector<std::uint32_t> conjuncts_of(const Tree& tree, std::uint32_t head) {
  std::vector<std::uint32_t> found = {head};
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const std::uint32_t c : tree.children(found[i]))
      if (tree[c].deprel == Deprel::kConj) found.push_back(c);
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

// `A Swede, Olof Berg, appeared`
bool is_native(const Tree& tree, std::uint32_t head) {
  const auto article = tree.child(head, Deprel::kDet);
  return tree[head].entity == EntityLabel::kNorp && article &&
         (tree.lower(*article) == "a" || tree.lower(*article) == "an");
}

// `One of the banks, Norsk,`: named behind the one, or hung on all of them
std::optional<std::uint32_t> name_of_one(const Tree& tree, std::uint32_t one) {
  const auto all = all_of_one(tree, one);
  if (!all) return std::nullopt;
  for (const std::uint32_t head : {one, *all})
    for (const std::uint32_t c : tree.children(head))
      if (tree[c].deprel == Deprel::kAppos && c > *all && tree[c].upos == Upos::kPropn &&
          is_name_entity(tree[c].entity) && tree.word(tree.leftmost(c) - 1) == "," &&
          !tree.child(c, Deprel::kConj))
        return c;
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> all_of_one(const Tree& tree, std::uint32_t one) {
  if (tree[one].tag != Tag::kCd || tree.lower(one) != "one") return std::nullopt;
  const auto of = tree.child(one, Deprel::kPrep);
  const auto all = of && tree.lower(*of) == "of" ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  return all && tree[*all].tag == Tag::kNns ? all : std::nullopt;
}

std::uint32_t named(const Tree& tree, std::uint32_t head) {
  if (const auto name = name_of_one(tree, head)) return *name;
  const bool title = tree[head].upos == Upos::kPropn &&  // `President of France Emmanuel Macron`
                     noun_means(common_lemma(tree[head]), NounKind::kPerson);
  const bool ordinal = tree[head].entity == EntityLabel::kOrdinal;  // `a third, Jared Golden,`
  const bool native =
      is_native(tree, head) || (tree[head].tag == Tag::kCd && tree.lower(head) == "one");  // `one, Ana Holt,`
  if (!native &&
      ((tree[head].upos != Upos::kNoun && !title && !ordinal) || is_name_entity(tree[head].entity)))
    return head;
  for (const std::uint32_t c : tree.children(head)) {
    if (tree[c].deprel != Deprel::kAppos || c < head || tree[c].upos != Upos::kPropn) continue;
    if ((title || ordinal || native) && tree[c].entity != EntityLabel::kPerson) continue;
    if (tree[c].entity == EntityLabel::kPerson || tree[c].entity == EntityLabel::kOrg ||
        tree.word(c - 1) != ":") {
      // A name in brackets is another name of the thing, not who it is.
      const bool bracketed = std::any_of(tree.children(c).begin(), tree.children(c).end(), [&](auto m) {
        return tree[m].tag == Tag::kLrb || tree.word(m) == "(";
      });
      if (!bracketed && !(tree.leftmost(c) > 0 && tree.word(tree.leftmost(c) - 1) == "(")) return c;
    }
  }
  return head;
}

// `two astronauts, Doug Hurley and Bob Behnken`: the names of a plural noun are all of it.
std::vector<std::uint32_t> all_named(const Tree& tree, std::uint32_t head) {
  const std::uint32_t name = named(tree, head);
  const bool plural = tree[head].tag == Tag::kNns || tree[head].tag == Tag::kNnps;
  return name != head && plural ? conjuncts_of(tree, name) : std::vector{name};
}

std::vector<Phrase> split_conjuncts(const Tree& tree, std::uint32_t head, const PhraseShape& shape) {
  std::vector<Phrase> found;
  for (const std::uint32_t c : conjuncts_of(tree, head))
    for (const std::uint32_t name : all_named(tree, c)) found.push_back(phrase_of(tree, name, shape));
  return found;
}

bool in_relative_clause(const Tree& tree, std::uint32_t token) {
  while (!tree.is_root(token) && tree[token].deprel != Deprel::kRelcl) token = tree.parent(token);
  return tree[token].deprel == Deprel::kRelcl;
}

// `like` compares as often as it gives an example, so only names of several of a kind right behind it are examples.
bool gives_example(const Tree& tree, std::uint32_t head, std::uint32_t preposition, std::uint32_t example) {
  const std::string word = tree.lower(preposition);
  const auto such = tree.child(preposition, Deprel::kAmod);
  const std::uint32_t first = tree.leftmost(preposition);
  const std::string_view mark = first > 0 ? tree.word(first - 1) : std::string_view();
  // `tributes to Ana, including a film`, `islands that attract tourists, such as Mykonos`: of a noun before
  const bool names = tree[head].upos == Upos::kPropn && tree[head].entity != EntityLabel::kNorp;
  const bool lent =
      mark == "," && !tree.is(head, {Deprel::kNsubj, Deprel::kNsubjpass}) && in_relative_clause(tree, head);
  if (names || lent || mark == ":" || tree.lower(example).ends_with("self")) return false;
  if (word == "including" || (word == "as" && such && tree.lower(*such) == "such")) return true;
  return word == "like" && tree[head].tag == Tag::kNns && preposition == head + 1 &&
         tree[example].upos == Upos::kPropn && is_name_entity(tree[example].entity);
}

std::vector<Phrase> examples_of(const Tree& tree, std::uint32_t head) {
  std::vector<Phrase> found;
  for (const std::uint32_t c : tree.children(head)) {
    const auto example = tree[c].deprel == Deprel::kPrep ? tree.child(c, Deprel::kPobj) : std::nullopt;
    if (!example || !gives_example(tree, head, c, *example)) continue;
    for (Phrase& phrase : split_conjuncts(tree, *example)) found.push_back(std::move(phrase));
  }
  // `a number of banks, including Norsk`
  const auto of = tree.child(head, Deprel::kPrep);
  const auto many = of && tree.lower(*of) == "of" ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  if (many && tree[*many].tag == Tag::kNns && noun_means(lower_case(tree[head].lemma), NounKind::kQuantity))
    for (Phrase& phrase : examples_of(tree, *many)) found.push_back(std::move(phrase));
  return found;
}

std::string text_of(const Document& document, const std::vector<std::uint32_t>& tokens) {
  std::string text;
  for (const std::uint32_t t : tokens) {
    const bool glued = !text.empty() && t > 0 && !document.tokens[t - 1].space_after && tokens.front() != t &&
                       std::find(tokens.begin(), tokens.end(), t - 1) != tokens.end();
    if (!text.empty() && !glued) text += ' ';
    text += document.word(t);
  }
  return text;
}

}  // namespace dossier::ingest
