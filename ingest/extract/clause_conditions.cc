// What a clause is only a condition for, and what holds only if it does.
#include <algorithm>
#include <string>

#include "ingest/extract/clause_modality.h"
#include "ingest/extract/clause_subjects.h"

namespace dossier::ingest {
namespace {

// `has seen people pay if they must`: what has happened hangs on nothing that is still open.
bool is_done_before(const Tree& tree, const Clause& clause, std::uint32_t condition) {
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  const auto of_condition = tree.child(condition, {Deprel::kAux, Deprel::kAuxpass});
  const Tag tag = tree[auxiliary && *auxiliary < clause.verb ? *auxiliary : clause.verb].tag;
  const Tag open = tree[of_condition && *of_condition < condition ? *of_condition : condition].tag;
  const bool perfect =
      tree[clause.verb].tag == Tag::kVbn && auxiliary && tree[*auxiliary].lemma == "have" && tag != Tag::kMd;
  return (perfect || tag == Tag::kVbd) && (open == Tag::kVbz || open == Tag::kVbp);
}

// `It is simple: if we want it, we pay`
bool is_set_apart(const Tree& tree, std::uint32_t verb, std::uint32_t mark) {
  for (std::uint32_t t = verb + 1; t < mark; ++t)
    if (tree.word(t) == ":" || tree.word(t) == ";") return true;
  return false;
}

// `Had they left sooner`, `Should Oslo agree`, `Were she to go`: what stands in front stands for `if`.
bool is_inverted_condition(const Tree& tree, std::uint32_t verb) {
  const auto subject = tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  const bool aside = tree[verb].deprel == Deprel::kParataxis && verb < tree.parent(verb);
  if ((tree[verb].deprel != Deprel::kAdvcl && !aside) || !subject || tree.child(verb, Deprel::kMark))
    return false;
  const std::uint32_t first = tree.leftmost(verb);
  const std::string word = tree.lower(first);
  return first < tree.leftmost(*subject) && (word == "had" || word == "should" || word == "were") &&
         (first == verb || tree.is(first, {Deprel::kAux, Deprel::kAuxpass}));
}

// `provided that it pays`, `providing` read as a verb too; `assuming it pays`, `as long as it pays`
bool is_proviso(const Tree& tree, const Clause& clause) {
  const std::uint32_t above = tree.parent(clause.verb);
  if ((tree.lower(above) == "assuming" || tree.lower(above) == "supposing") &&
      tree.is(above, {Deprel::kAdvcl, Deprel::kPrep, Deprel::kMark}) &&
      clause.kind == ClauseKind::kComplement && !tree.child(above, {Deprel::kNsubj, Deprel::kAux}))
    return true;
  const auto that = tree.child(clause.verb, Deprel::kMark);
  if (that && *that > tree.range().begin && tree.lower(*that) == "that" &&
      (tree.lower(*that - 1) == "provided" || tree.lower(*that - 1) == "providing"))
    return true;
  const std::string word = tree.lower(above);
  return above < clause.verb && tree.child(clause.verb, Deprel::kNsubj) &&
         (((word == "provided" || word == "providing") && tree.is(above, {Deprel::kPrep})) ||
          (word == "long" && above > tree.range().begin && tree.lower(above - 1) == "as" &&
           tree[clause.verb].tag != Tag::kVbd));
}

// `in case it rains`, `in the event that it rains`: the noun makes a condition of it
bool is_contingent(const Tree& tree, std::uint32_t verb) {
  const auto subject = tree.child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
  const std::uint32_t begin = tree.range().begin;
  std::uint32_t first = tree.leftmost(subject.value_or(verb));  // whatever `in case` was hung on
  if (first > begin && tree.lower(first - 1) == "that") --first;
  if (first < begin + 2) return false;
  const std::string noun = tree.lower(first - 1), before = tree.lower(first - 2);
  return (noun == "case" && before == "in") ||
         (noun == "event" && before == "the" && first > begin + 2 && tree.lower(first - 3) == "in");
}

// `except when it rains`, `apart from when it rains`
bool is_excepted(const Tree& tree, const Clause& clause) {
  if (tree[clause.verb].deprel != Deprel::kPcomp || clause.relation.empty()) return false;
  const auto when = tree.child(clause.verb, Deprel::kAdvmod);
  const std::uint32_t above = tree.parent(clause.verb);
  const Tag tag = tree[clause.relation.front()].tag;
  const bool apart = tree.lower(above) == "from" && above > tree.range().begin &&
                     (tree.lower(above - 1) == "apart" || tree.lower(above - 1) == "aside");
  return when && tree[*when].tag == Tag::kWrb && (apart || tree.lower(above) == "except") &&
         (tag == Tag::kVbz || tag == Tag::kVbp);
}

// `Whenever it rains`, `every time it rains`: of no time that is told of. What rained whenever they came did rain.
bool is_each_time(const Tree& tree, const Clause& clause) {
  const auto auxiliary = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass});
  const Tag tag = tree[auxiliary && *auxiliary < clause.verb ? *auxiliary : clause.verb].tag;
  if (tag != Tag::kVbz && tag != Tag::kVbp) return false;
  const auto when = tree.child(clause.verb, {Deprel::kAdvmod, Deprel::kMark});
  if (clause.kind == ClauseKind::kAdverbial) return when && tree.lower(*when) == "whenever";
  const std::uint32_t time = tree.parent(clause.verb);
  const auto each = tree.child(time, Deprel::kDet);
  return clause.kind == ClauseKind::kRelative && tree.lower(time) == "time" && each &&
         (tree.lower(*each) == "every" || tree.lower(*each) == "each");
}

// `kills germs when sprayed on doors`: what holds each time tells of no time.
bool is_whenever(const Tree& tree, const Clause& clause) {
  const std::uint32_t above = tree.parent(clause.verb);
  const auto when = tree.child(clause.verb, {Deprel::kAdvmod, Deprel::kMark});
  if (!when || tree.lower(*when) != "when" || clause.kind != ClauseKind::kAdverbial ||
      tree[clause.verb].tag != Tag::kVbn ||
      tree.child(clause.verb,
                 {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj}))
    return false;
  const auto auxiliary = tree.child(above, {Deprel::kAux, Deprel::kAuxpass});
  const Tag tag = tree[auxiliary && *auxiliary < above ? *auxiliary : above].tag;
  return tag == Tag::kVbz || tag == Tag::kVbp;
}

}  // namespace

bool hangs_on_if(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t c : tree.children(clause.verb)) {
    if (is_inverted_condition(tree, c)) return true;
    const auto mark = tree[c].deprel == Deprel::kAdvcl ? tree.child(c, Deprel::kMark) : std::nullopt;
    if (!mark || (tree.lower(*mark) != "if" && tree.lower(*mark) != "unless")) continue;
    if (is_set_apart(tree, clause.verb, *mark) || is_asked_if(tree, clause.verb, *mark) ||
        is_done_before(tree, clause, c))
      continue;
    if (*mark == tree.range().begin || tree.lower(*mark - 1) != "even") return true;
  }
  return false;
}

bool is_condition(const Tree& tree, const Clause& clause) {
  const std::uint32_t above = tree.parent(clause.verb);
  return is_inverted_condition(tree, clause.verb) || is_whenever(tree, clause) || is_proviso(tree, clause) ||
         is_contingent(tree, clause.verb) || is_excepted(tree, clause) || is_each_time(tree, clause) ||
         (tree.lower(above) == "were" && is_inverted_condition(tree, above));
}

bool is_know_how(const Tree& tree, const Clause& clause) {
  const std::uint32_t first = tree.leftmost(clause.verb);
  const Tag tag = tree[first].tag;
  return (clause.kind == ClauseKind::kOpen || clause.kind == ClauseKind::kComplement) &&
         (tag == Tag::kWrb || tag == Tag::kWp || tag == Tag::kWdt) && tree[clause.verb].tag == Tag::kVb &&
         has_infinitive_mark(tree, clause.verb);
}

bool is_measured(const Tree& tree, const Clause& clause) {
  if (!has_infinitive_mark(tree, clause.verb) ||
      !tree.child(clause.verb, {Deprel::kNsubj, Deprel::kNsubjpass}))
    return false;
  const std::uint32_t above = tree.parent(clause.verb);
  const auto children = tree.children(tree.child(above, Deprel::kAcomp).value_or(above));
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return c < clause.verb && tree[c].deprel == Deprel::kAdvmod &&
           (tree.lower(c) == "too" || tree.lower(c) == "enough");
  });
}

// `Imagine that he left`, `Suppose she owns a town where robots work`
bool is_supposed(const Tree& tree, const Clause& governor) {
  const std::string& verb = tree[governor.verb].lemma;
  return tree[governor.verb].tag == Tag::kVb && governor.verb == tree.leftmost(governor.verb) &&
         !tree.child(governor.verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kAux}) &&
         (verb == "imagine" || verb == "suppose" || verb == "assume" || verb == "pretend" ||
          verb == "picture");
}

bool is_asked_if(const Tree& tree, std::uint32_t above, std::uint32_t mark) {
  if (mark <= above || tree.lower(mark) != "if" || tree.word(mark - 1) == ",") return false;
  for (std::uint32_t t = above; t < mark; ++t)
    if (tree[t].lemma == "ask" && is_verb_tag(tree[t].tag)) return true;
  return false;
}

}  // namespace dossier::ingest
