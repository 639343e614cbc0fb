// How old somebody is, where the sentence only names the number.
#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

// Years of a life: a number of at most three digits.
bool is_age(const Tree& tree, std::uint32_t number) {
  const std::string_view word = tree.word(number);
  return tree[number].tag == Tag::kCd && word.size() <= 3 && (word.size() < 3 || word.front() == '1') &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A name that the recogniser knows as a person's, or does not know.
bool is_person_name(const Tree& tree, std::uint32_t token) {
  return (tree[token].entity == EntityLabel::kPerson || tree[token].entity == EntityLabel::kNone) &&
         tree[token].upos == Upos::kPropn;
}

// The first word of the name that ends here.
std::uint32_t name_start(const Tree& tree, std::uint32_t last) {
  std::uint32_t first = last;
  while (
      first > tree.range().begin && !tree[first].entity_begins &&
      (is_person_name(tree, first - 1) || tree[first - 1].entity == EntityLabel::kPerson))  // `Ole "Bo" Holt`
    --first;
  return first;
}

bool ends_aside(const Tree& tree, std::uint32_t after) {
  return !tree.range().contains(after) || tree.word(after) == "," || tree.word(after) == ")" ||
         tree.word(after) == "." || tree.word(after) == ";";
}

// `Ana Holt, 79, died`; `Ana Holt (79)`
std::optional<std::uint32_t> named_before(const Tree& tree, std::uint32_t mark) {
  if (mark == tree.range().begin || (tree.word(mark) != "," && tree.word(mark) != "(")) return std::nullopt;
  const std::uint32_t who = mark - 1;
  // `The princess, 67, left`: somebody, between commas
  const bool somebody = tree[who].tag == Tag::kNn &&
                        noun_mostly_means(lower_case(tree[who].lemma), NounKind::kPerson) &&
                        tree.parent(mark + 1) == who && tree.child(who, {Deprel::kDet, Deprel::kPoss}) &&
                        tree.word(mark + 2) != "." && tree.word(mark + 2) != ";";
  // `Castan, 44, a father of two, left`: a last name that the recogniser takes for a town or a body
  const Facts& facts = Facts::get();
  const bool last_name = tree.word(mark) == "," && tree[who].upos == Upos::kPropn &&
                         tree[who].entity_begins && tree[mark + 1].deprel == Deprel::kAppos &&
                         tree.parent(mark + 1) == who && tree.word(mark + 1).size() > 1 &&
                         !facts.find_country(tree.word(who)) && !facts.find_place(tree.word(who));
  return is_person_name(tree, who) || somebody || last_name ? std::optional(who) : std::nullopt;
}

// `Ana died aged 79`: the subject of the verb above
std::optional<std::uint32_t> subject_above(const Tree& tree, std::uint32_t token) {
  for (std::uint32_t t = token; !tree.is_root(t);) {
    t = tree.parent(t);
    if (!is_verb_tag(tree[t].tag)) continue;
    const auto subject = tree.child(t, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (!subject || *subject > token) continue;
    const bool person = is_person_name(tree, *subject) || tree[*subject].tag == Tag::kPrp ||
                        noun_means(lower_case(tree[*subject].lemma), NounKind::kPerson);
    return person ? subject : std::nullopt;
  }
  return std::nullopt;
}

// `22-year-old Ana Holt`, `a 25-year-old man`, `Ana Holt, a 22-year-old from Oslo`
std::optional<std::uint32_t> described(const Tree& tree, std::uint32_t number) {
  if (!tree.range().contains(number + 5) || tree.word(number + 1) != "-" ||
      tree.lower(number + 2) != "year" || tree.word(number + 3) != "-" || tree.lower(number + 4) != "old")
    return std::nullopt;
  const std::uint32_t who = tree.parent(number + 4);
  const bool person =
      is_person_name(tree, who) ||
      (tree[who].upos == Upos::kNoun && noun_mostly_means(lower_case(tree[who].lemma), NounKind::kPerson));
  const bool alone =
      tree[number + 4].deprel == Deprel::kAppos && tree[who].tag != Tag::kNns;  // no `two men, a ...`
  if (!person || (!alone && tree[number + 4].deprel != Deprel::kAmod)) return std::nullopt;
  // `Ana Holt, a 25-year-old baker`: of a name and what it is the name
  const std::uint32_t above = tree.parent(who);
  bool title = above > who;  // `the 25-year-old baker Ana "Bo" Holt`
  for (std::uint32_t t = who + 1; t <= above; ++t)
    title = title && (is_person_name(tree, t) || tree[t].entity == EntityLabel::kPerson);
  return (tree[who].deprel == Deprel::kAppos || title) && tree[above].upos == Upos::kPropn ? above : who;
}

std::optional<std::uint32_t> who_is(const Tree& tree, std::uint32_t number) {
  if (const auto who = described(tree, number)) return who;
  if (number < tree.range().begin + 2) return std::nullopt;
  // `died at age 79`, `at the age of 79`
  if ((tree.lower(number - 1) == "age" && tree.lower(number - 2) == "at") ||
      (tree.lower(number - 1) == "of" && tree.lower(number - 2) == "age"))
    return subject_above(tree, number);
  // `Ana Holt, age 22, left`
  if (tree.lower(number - 1) == "age" && ends_aside(tree, number + 1))
    if (const auto name = named_before(tree, number - 2)) return name;
  // `aged about 68`
  const bool about = number > tree.range().begin + 2 && tree.lower(number - 2) == "aged" &&
                     (tree.lower(number - 1) == "about" || tree.lower(number - 1) == "around");
  if (about) return subject_above(tree, number);
  if (tree.lower(number - 1) != "aged")
    return ends_aside(tree, number + 1) ? named_before(tree, number - 1) : std::nullopt;
  if (const auto name = named_before(tree, number - 2)) return name;
  // `a woman, aged 23,`; nobody of `people aged 18 to 77`
  const std::uint32_t noun = tree.parent(number - 1);
  if (tree[number - 1].deprel == Deprel::kAcl && is_nominal(tree[noun]) && !is_person_name(tree, noun))
    return tree[noun].tag == Tag::kNn && noun_means(lower_case(tree[noun].lemma), NounKind::kPerson)
               ? std::optional(noun)
               : std::nullopt;
  return subject_above(tree, number);
}

}  // namespace

// `Ana Holt, 79, died` -> Ana Holt | is aged | 79
void ages(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    // `Fifteen-year-old Ana Holt`, but no `twenty-five`, which is three words
    const bool spelt = tree[t].tag == Tag::kCd && tree.lower(t + 2) == "year" && tree.word(t - 1) != "-";
    if (!is_age(tree, t) && !spelt) continue;
    const auto person = spelt ? described(tree, t) : who_is(tree, t);
    if (!person) continue;
    Phrase name{*person, {}};
    for (std::uint32_t n = name_start(tree, *person); n <= *person; ++n) name.tokens.push_back(n);
    Extraction extraction = implicit_relation(tree, name, "is aged", "is aged",
                                              {{t, {t}}, "", ArgumentRole::kComplement, {}}, "age");
    found.push_back(extraction);
  }
}

}  // namespace dossier::ingest
