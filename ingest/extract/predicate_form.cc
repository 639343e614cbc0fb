#include "ingest/extract/predicate_form.h"

#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"

namespace dossier::ingest {
namespace {

// `was cared for`, `was shot at by Ana`: of a passive the preposition whose object is the subject
bool is_stranded(const Tree& tree, std::uint32_t verb, std::uint32_t preposition) {
  const auto subject = tree.child(verb, Deprel::kNsubjpass);
  return subject && preposition == verb + 1 && tree[preposition].deprel == Deprel::kPrep &&
         tree.children(preposition).empty() &&
         (tree[verb].deprel != Deprel::kRelcl || tree[*subject].tag == Tag::kWp ||
          tree[*subject].tag == Tag::kWdt);
}

std::string particle_of(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t c : tree.children(verb))
    if (tree[c].deprel == Deprel::kPrt || is_particle_adverb(tree, verb, c) || is_stranded(tree, verb, c))
      return " " + tree.lower(c);
  return {};
}

bool is_passive_link(const Tree& tree, std::uint32_t verb) {
  return tree[verb].tag == Tag::kVbn && tree.child(verb, {Deprel::kAuxpass, Deprel::kNsubjpass}).has_value();
}

// `was barred, sentenced`: of the second, too
bool shares_passive(const Tree& tree, std::uint32_t verb) {
  while (tree[verb].tag == Tag::kVbn && !tree.child(verb, Deprel::kAuxpass) &&
         tree.is(verb, {Deprel::kConj, Deprel::kAdvcl}))
    verb = tree.parent(verb);
  return tree.child(verb, Deprel::kAuxpass).has_value();
}

// `the storm, expected to make landfall`, `was held and told to pay`
bool is_reduced_passive(const Tree& tree, const Clause& clause) {
  const std::uint32_t verb = clause.chain.front();
  const bool reduced =
      clause.kind == ClauseKind::kParticipial ||
      (clause.kind == ClauseKind::kAdverbial && !tree.child(verb, Deprel::kNsubj)) ||
      (clause.kind == ClauseKind::kConjunct && clause.chain.size() > 1 && shares_passive(tree, verb));
  return reduced && tree[verb].tag == Tag::kVbn && !tree.child(verb, Deprel::kAux);
}

// `got rid of it`: WordNet knows them as one verb, which is no passive.
bool is_got(const Tree& tree, std::uint32_t verb) {
  const auto got = tree.child(verb, Deprel::kAuxpass);
  if (!got || tree[*got].lemma != "get") return false;
  const auto of = tree.child(verb, Deprel::kPrep);
  return of && is_verb("get_" + tree.lower(verb) + "_" + tree.lower(*of));
}

// `co-` of `co-founded`, `test-` of `test-fired`
std::string prefix_of(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t c : tree.children(verb))
    if (tree[c].tag == Tag::kAfx || (c + 2 == verb && tree[c + 1].tag == Tag::kHyph))
      return tree.lower(c) + "-";
  return {};
}

// Of its own or shared: `to boost and recalibrate`.
bool has_auxiliary(const Tree& tree, std::uint32_t verb) {
  while (!tree.child(verb, Deprel::kAux)) {
    if (tree[verb].deprel != Deprel::kConj) return false;
    verb = tree[verb].head;
  }
  return true;
}

// `lying to Congress`, `lied about it`, `had lied`, `did not lie`: no `lay`, which is of what lies somewhere
bool tells_lies(const Tree& tree, std::uint32_t verb) {
  if (tree[verb].lemma != "lie") return false;
  const auto where =
      tree.child(verb, {Deprel::kPrep, Deprel::kAdvmod, Deprel::kPrt, Deprel::kAcomp, Deprel::kOprd});
  if (!where || tree.lower(verb) == "lied") return true;
  return *where > verb && (tree.lower(*where) == "to" || tree.lower(*where) == "about");
}

// `rehire`: of a verb that the dictionary has
bool is_again(const std::string& lemma) { return lemma.starts_with("re") && is_verb(lemma.substr(2)); }

// A verb as it stands, if it is in the form wanted; the dictionary decides otherwise.
std::string past_form(const Tree& tree, std::uint32_t verb) {
  // `forgave`, `forewent` read as a present, the word itself as its lemma
  const bool unknown = (tree[verb].tag == Tag::kVbp || tree[verb].tag == Tag::kVb) &&
                       !has_auxiliary(tree, verb) && !is_verb(lower_case(tree[verb].lemma)) &&
                       !is_again(lower_case(tree[verb].lemma));
  if (tells_lies(tree, verb)) return "lied";
  // `has reset it`, of a verb whose past the dictionary lacks: the participle is like the base form, and so is the past
  const std::string past = past_of(lower_case(tree[verb].lemma));
  const auto have = tree.child(verb, Deprel::kAux);
  const bool same = past.ends_with("ed") && tree.lower(verb) == lower_case(tree[verb].lemma) &&
                    (tree[verb].tag == Tag::kVbn || (tree[verb].tag == Tag::kVb && have &&
                                                     tree[*have].lemma == "have" && *have + 1 == verb));
  if (tree[verb].tag == Tag::kVbd || unknown || same) return prefix_of(tree, verb) + tree.lower(verb);
  return prefix_of(tree, verb) + past;
}

std::string participle_form(const Tree& tree, std::uint32_t verb) {
  return prefix_of(tree, verb) +
         (tree[verb].tag == Tag::kVbn ? tree.lower(verb) : participle_of(lower_case(tree[verb].lemma)));
}

// `as large as Oslo`, not `as bad for her`
bool only_compared(const Tree& tree, std::uint32_t adjective) {
  const auto children = tree.children(adjective);
  return tree.child(adjective, Deprel::kPrep) &&
         std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree[c].deprel != Deprel::kPrep || tree.lower(c) == "as";
         });
}

// `are less happy`, `is hardly able`, `is more massive than`, `is as large as`: without it the adjective says something
// else.
bool compares(const Tree& tree, std::uint32_t adverb) {
  const std::string word = tree.lower(adverb);
  return tree[adverb].deprel == Deprel::kAdvmod &&
         (word == "less" || word == "least" || word == "more" || word == "most" || word == "too" ||
          word == "hardly" || word == "barely" || word == "scarcely" ||
          (word == "as" && only_compared(tree, tree.parent(adverb))));
}

// A later verb of the chain: `to stop`, `buying`, `to be held`, `willing`.
std::string link_form(const Tree& tree, std::uint32_t link) {
  std::string form;
  for (const std::uint32_t c : tree.children(link))
    if (c < link &&
        (tree.is(c, {Deprel::kAux, Deprel::kAuxpass}) || compares(tree, c) || spells_negation(tree, link, c)))
      form += tree.lower(c) + " ";
  if (form.empty() && tree[link].deprel == Deprel::kConj && tree[link].tag == Tag::kVb) form = "to ";
  const bool enough =
      link + 1 < tree.range().end && tree.lower(link + 1) == "enough" && tree.parent(link + 1) == link;
  return form + prefix_of(tree, link) + tree.lower(link) + (enough ? " enough" : "") +
         particle_of(tree, link);
}

}  // namespace

std::string copula_form(const Tree& tree, const Clause& clause) {
  for (const std::uint32_t t : clause.relation)
    if (tree[t].tag == Tag::kVbd || tree[t].tag == Tag::kVbn) return "was";
  return "is";
}

namespace {

// `came first`, `finished last`
bool ranks(const Tree& tree, std::uint32_t verb, std::uint32_t adverb) {
  return adverb == verb + 1 && tree[verb].tag != Tag::kVbg && tree.children(adverb).empty() &&
         !tree.child(verb, Deprel::kDobj) &&
         (tree[adverb].entity == EntityLabel::kOrdinal || tree.lower(adverb) == "last");
}

// `performed worse on tests`, `uses it less`, `fell ill`, `did well in it`, `came first in it`: without it the verb says something else.
bool changes_meaning(const Tree& tree, std::uint32_t verb, std::uint32_t adverb) {
  if (adverb < verb || tree[adverb].deprel != Deprel::kAdvmod || is_particle_adverb(tree, verb, adverb))
    return false;
  const std::string word = tree.lower(adverb);
  if (tree[adverb].tag == Tag::kRbr)
    return word == "less" || (adverb == verb + 1 && (word == "worse" || word == "better"));
  if (ranks(tree, verb, adverb)) return true;
  if (word == "alone" || word == "remotely" || word == "virtually" ||
      word == "unopposed")  // `acted alone`, `was held remotely`
    return adverb == verb + 1 && tree.children(adverb).empty();
  if (tree[adverb].tag == Tag::kJj && adverb == verb + 1)
    return tree.children(adverb).empty() && tree[adverb].entity == EntityLabel::kNone &&
           !tree.child(verb, Deprel::kDobj);
  return tree[verb].lemma == "do" && tree[adverb].tag == Tag::kRb && !tree.child(verb, Deprel::kDobj) &&
         word != "so" && word != "too" && word != "away" && tree.rightmost(adverb) <= verb + 2;
}

// `rarely visited`, `was seldom seen`, `barely survived`: hardly the same as that it did
std::string seldom(const Tree& tree, const Clause& clause, const std::string& form) {
  for (const std::uint32_t c : tree.children(clause.verb)) {
    const std::string word = tree.lower(c);
    const bool barely = word == "barely" && tree[clause.predicate()].lemma != "be";
    if (tree[c].deprel != Deprel::kAdvmod ||
        (word != "rarely" && word != "seldom" && word != "infrequently" && !barely))
      continue;
    const std::size_t behind = form.starts_with("was ") ? 4 : form.starts_with("is ") ? 3 : 0;
    return form.substr(0, behind) + word + " " + form.substr(behind);
  }
  return form;
}

bool is_future_go(const Tree& tree, const Clause& clause) {
  if (clause.chain.size() < 2 || tree[clause.chain[0]].lemma != "go" ||
      tree[clause.chain[0]].tag != Tag::kVbg)
    return false;
  return tree[clause.chain[1]].tag == Tag::kVb && tree[clause.chain[1]].lemma != "be" &&
         clause.chain[1] > clause.chain[0] && tree.child(clause.chain[0], Deprel::kAux).has_value();
}

}  // namespace

namespace {

// `Ana is to open it` says when, as `will open` does; `the aim is to open it` does not say that the aim opens it.
bool is_arranged(const Tree& tree, const Clause& clause) {
  if (clause.chain.size() < 2 || clause.subjects.empty() || tree[clause.chain[0]].lemma != "be" ||
      clause.chain[1] < clause.chain[0])
    return false;
  const auto to = tree.child(clause.chain[1], Deprel::kAux);
  if (!to || tree[*to].tag != Tag::kTo || tree[clause.chain[1]].lemma == "be") return false;
  const std::uint32_t subject = clause.subjects.front().head;
  const std::string noun = lower_case(tree[subject].lemma), word = tree.lower(subject);
  return is_name_entity(tree[subject].entity) || word == "he" || word == "she" || word == "they" ||
         (tree[subject].upos == Upos::kNoun &&
          (noun_mostly_means(noun, NounKind::kPerson) || noun_mostly_means(noun, NounKind::kGroup) ||
           noun_mostly_means(noun, NounKind::kArtifact)));
}

}  // namespace

std::string predicate_of(const Tree& tree, const Clause& clause, bool active) {
  std::string form;
  // `is going to end` says when, as `will end` does
  const std::size_t first =
      is_future_go(tree, clause) || is_yet_to(tree, clause) || is_arranged(tree, clause) ? 1 : 0;
  for (std::size_t i = first; i < clause.chain.size(); ++i) {
    const std::uint32_t verb = clause.chain[i];
    const bool last = i + 1 == clause.chain.size();
    if (i > first) {
      form += " " + link_form(tree, verb);
    } else if (tree[verb].lemma == "be") {
      form = copula_form(tree, clause);
    } else if (is_got(tree, verb)) {
      form = "got " + tree.lower(verb) + particle_of(tree, verb);
    } else if (!active && (is_passive_link(tree, verb) || (last && clause.passive) ||
                           is_reduced_passive(tree, clause))) {
      form = "was " + participle_form(tree, verb) + particle_of(tree, verb);
    } else {
      form = past_form(tree, verb) + particle_of(tree, verb);
    }
  }
  for (const std::uint32_t c : tree.children(clause.predicate()))
    if (changes_meaning(tree, clause.predicate(), c)) form += " " + tree.lower(c);
  for (const std::uint32_t noun : clause.idiom) form += " " + tree.lower(noun);
  return seldom(tree, clause, form);
}

}  // namespace dossier::ingest
