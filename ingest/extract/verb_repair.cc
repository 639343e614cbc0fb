// The repairs, each for a verb that was read as another part of speech, or as another form of itself:
//
//   second     `The bus overturned; the driver lost control`, `Men on bikes killed a clerk, police said`: the same
//              before another clause, which then has two subjects
//   present    `The car, which he built, dispenses with it`, `drives a taxi and claims to like it`: a noun
//              that has a subject, or is joined to a verb and has what only a verb has
//   gerund     `living on the reef and fighting with fish`: joined to the noun before it
//   helped     `helps children learn to read`: what somebody is helped to do, hung on a verb further up
//   listed     `the right to work, paid leave, and ...`: a participle in a list, read as a verb
//   set off    `The mass, called a plume, was large`, `said the tools needed to read it are lost`: the first
//              of two verbs that nothing joins
//   bare past  `a bait meant to kill`: a participle behind its noun, read as a past tense
//   far object `caused, in part, the war`: the object behind an aside, read as when or how
//   hidden     `Ana secured seats in Oslo`, `and three suffered falls`, `Ana claimed taxes rose`: a past tense with its subject,
//              read as a participle of the noun behind it
//   series     `would cut taxes, fund schools and open roads`: the second of three, read as part of a noun
//   head start `have a head start in it`: the second of two nouns read as a verb
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

class VerbRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_second(t);
      mend_present(t);
      mend_gerund(t);
      mend_helped(t);
      mend_listed(t);
      mend_set_off(t);
      mend_bare_past(t);
      mend_far_object(t);
      mend_head_start(t);
      mend_hidden(t);
      mend_series(t);
    }
  }

 private:
  // The participle right behind its noun that could be the past tense, and has no auxiliary.
  std::uint32_t past_behind(std::uint32_t noun) {
    for (std::uint32_t t = noun + 1; t < range_.end; ++t)
      if (at(t).head == noun && at(t).deprel == Deprel::kAcl && may_be_past(t) &&
          !has_child(t, {Deprel::kAux, Deprel::kAuxpass, Deprel::kAgent}) &&
          (word_at(t - 1) != "," || closes_aside(noun, t - 1)))
        return t;
    return range_.end;
  }

  // `Her deputy, Ana Holt, left; an inquiry found it`
  bool closes_aside(std::uint32_t noun, std::uint32_t comma) {
    const std::uint32_t aside = child(noun, {Deprel::kAppos});
    return aside > noun && aside < comma && comma_before(first_word(aside, noun + 1));
  }

  // A base form behind a comma, between two that an auxiliary shares
  void mend_series(std::uint32_t verb) {
    const std::uint32_t noun = at(verb).head;
    if (at(verb).tag != Tag::kNn || !comma_before(verb) || noun <= verb || !has(noun) || is_root(noun) ||
        at(noun).upos != Upos::kNoun || !is_verb(lower(verb)) || !takes_thing(lower(verb)) ||
        (at(verb).deprel != Deprel::kCompound && at(verb).deprel != Deprel::kNmod &&
         at(verb).deprel != Deprel::kAmod))
      return;
    std::uint32_t above = at(noun).head;
    if (at(above).deprel == Deprel::kDobj && at(above).upos == Upos::kNoun) above = at(above).head;
    if (at(above).tag != Tag::kVb || above > verb || !has_child(above, {Deprel::kAux})) return;
    std::uint32_t last = noun + 1;
    while (last < range_.end && !(at(last).head == above && at(last).deprel == Deprel::kConj)) ++last;
    if (at(last).tag != Tag::kVb || has_subject(last) || at(last - 1).deprel != Deprel::kCc) return;
    retag(verb, Tag::kVb, Upos::kVerb);
    at(verb).lemma = lower(verb);
    attach(verb, above, Deprel::kConj);
    attach(noun, verb, Deprel::kDobj);
  }

  // What the noun had before it stays its own: articles, adjectives, owners, prepositions behind it.
  void make_finite(std::uint32_t verb, std::uint32_t noun, Deprel deprel) {
    if (is_root(noun))
      attach(verb, verb, Deprel::kRoot);
    else
      attach(verb, at(noun).head, deprel);
    at(verb).tag = Tag::kVbd;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (at(t).head == noun && t != verb &&
          (at(t).deprel == Deprel::kMark || at(t).deprel == Deprel::kPunct || at(t).deprel == Deprel::kCc ||
           at(t).deprel == Deprel::kAdvcl || at(t).deprel == Deprel::kCcomp ||
           (at(t).deprel == Deprel::kAdvmod && t < noun)))
        at(t).head = verb;
    attach(noun, verb, Deprel::kNsubj);
  }

  void mend_second(std::uint32_t noun) {
    if ((at(noun).deprel != Deprel::kNsubj && at(noun).deprel != Deprel::kDep) || is_root(noun) ||
        !is_nominal(at(noun)))
      return;
    const std::uint32_t main = at(noun).head;
    if (!is_verb_tag(at(main).tag)) return;
    const bool says = takes_clause(at(main).lemma);
    const std::uint32_t near = past_behind(noun),
                        verb = near == range_.end && says ? past_within(noun) : near;
    if (verb == range_.end || main < verb) return;
    std::uint32_t other = range_.end;
    bool ends = false;
    for (std::uint32_t t = verb + 1; t < main; ++t) {
      // `The bus hit a wall, others left`: what has an object is no participle
      ends |= word_at(t) == ";" ||
              (word_at(t) == "," && (has_child(verb, {Deprel::kDobj}) || takes_no_object(at(verb).lemma)));
      if (ends && at(t).head == main && is_subject(t)) other = t;
    }
    if (other == range_.end) return;
    make_finite(verb, noun, word_at(first_word(other) - 1) == "," ? Deprel::kCcomp : Deprel::kParataxis);
  }

  // The same of a noun behind it that is under it, with an object, which nothing has that is done to; or of a verb that
  // has none: `A boat carrying a hundred men capsized, police said`.
  std::uint32_t past_within(std::uint32_t noun) {
    for (std::uint32_t t = noun + 1; t < range_.end; ++t)
      if ((at(t).deprel == Deprel::kPobj || at(t).deprel == Deprel::kDobj) && is_under(t, noun))
        if (const std::uint32_t verb = past_behind(t);
            verb != range_.end &&
            (has_child(verb, {Deprel::kDobj}) ? !takes_two(at(verb).lemma) : takes_no_object(at(verb).lemma)))
          return verb;
    return range_.end;
  }

  // A noun with a subject before it and no verb between them.
  void mend_present(std::uint32_t t) {
    if (at(t).tag != Tag::kNns || at(t).upos != Upos::kNoun || is_name_entity(at(t).entity)) return;
    const std::string lemma = lower_case(at(t).lemma);
    const bool with_object = has_child(t, {Deprel::kDobj});
    if (!is_verb(lemma) || has_child(t, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod, Deprel::kCompound}) ||
        (has_child(t, {Deprel::kAmod}) && !with_object))
      return;
    const std::uint32_t subject = child(t, {Deprel::kNsubj, Deprel::kNsubjpass});
    const bool single = subject < t && (at(subject).tag == Tag::kNn || at(subject).tag == Tag::kPrp);
    const bool has_own =
        single && !has_child(t, {Deprel::kAux, Deprel::kMark}) && no_verb_between(subject, t);
    const bool joined = at(t).deprel == Deprel::kConj && !is_root(t) && at(t).head < t &&
                        is_verb_tag(at(at(t).head).tag) && at(at(t).head).tag != Tag::kVb &&
                        has_child(t, {Deprel::kXcomp, Deprel::kCcomp, Deprel::kDobj});
    if (!has_own && !joined) return;
    retag(t, Tag::kVbz, Upos::kVerb);
    at(t).lemma = lemma;
  }
  // but those of relative clauses
  bool no_verb_between(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from + 1; t < to; ++t)
      if (at(t).head == to && is_verb_tag(at(t).tag)) return false;
    return true;
  }

  static std::string base_of_gerund(const std::string& word) {
    if (word.size() < 5 || !word.ends_with("ing")) return {};
    const std::string stem = word.substr(0, word.size() - 3);
    for (const std::string& base : {stem, stem + "e", stem.substr(0, stem.size() - 1)})
      if (is_verb(base) && gerund_of(base) == word) return base;
    return {};
  }

  // Two participles with phrases of their own and no article.
  void mend_gerund(std::uint32_t t) {
    if (at(t).deprel != Deprel::kConj || is_root(t) || at(t).head > t || !has(t + 1) || at(t + 1).head != t ||
        (at(t + 1).deprel != Deprel::kPrep && at(t + 1).deprel != Deprel::kDobj &&
         at(t + 1).deprel != Deprel::kDet) ||
        word_at(t + 1) == "of")
      return;
    const std::uint32_t noun = at(t).head;
    if (at(noun).deprel != Deprel::kPobj && at(noun).deprel != Deprel::kDobj) return;
    const std::uint32_t verb = at(noun).deprel == Deprel::kDobj ? at(noun).head : at(at(noun).head).head;
    if (!has(verb) || verb > noun || at(verb).tag != Tag::kVbg || lower(noun).ends_with("ing") ||
        has_child(t, {Deprel::kDet, Deprel::kAmod, Deprel::kPoss, Deprel::kCompound}))
      return;
    const std::string base = base_of_gerund(lower(t));
    if (base.empty()) return;
    move_children(noun, verb, noun + 1, t, {Deprel::kCc});
    attach(t, verb, Deprel::kConj);
    retag(t, Tag::kVbg, Upos::kVerb);
    at(t).lemma = base;
  }

  // A base form without a subject behind somebody who is helped or let.
  void mend_helped(std::uint32_t verb) {
    if ((at(verb).tag != Tag::kVb && at(verb).tag != Tag::kVbp) || is_root(verb) || has_subject(verb) ||
        (at(verb).deprel != Deprel::kAdvcl && at(verb).deprel != Deprel::kConj &&
         at(verb).deprel != Deprel::kRelcl && at(verb).deprel != Deprel::kXcomp) ||
        has_child(verb, {Deprel::kMark, Deprel::kAux, Deprel::kAuxpass, Deprel::kCc}) ||
        verb < range_.begin + 2 || lower(verb) != at(verb).lemma || !is_nominal(at(verb - 1)))
      return;
    std::uint32_t noun = verb - 1;
    while (at(noun).deprel != Deprel::kDobj) {
      if (is_root(noun) || at(noun).head > noun || is_verb_tag(at(noun).tag)) break;
      noun = at(noun).head;
    }
    std::uint32_t helper = at(noun).head;
    if (is_verb_tag(at(noun).tag)) {  // the phrase between hangs on the verb
      helper = noun;
      noun = child(helper, {Deprel::kDobj});
    }
    if (!has(noun) || !has(helper) || noun > verb || helper > noun || at(noun).deprel != Deprel::kDobj ||
        (at(helper).lemma != "help" && at(helper).lemma != "let") || is_under(helper, verb))
      return;
    if (at(verb).deprel == Deprel::kConj && has_own_cc(at(verb).head, verb)) return;
    at(verb).tag = Tag::kVb;
    attach(verb, helper, Deprel::kXcomp);
  }

  // `the right to work, paid leave, and ...`
  void mend_listed(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAcl || is_root(participle) ||
        word_at(participle - 1) != "," || !has(participle + 2))
      return;
    const std::uint32_t noun = participle + 1, above = at(participle).head;
    if (at(noun).head != participle || at(noun).deprel != Deprel::kDobj || above > participle ||
        (word_at(noun + 1) != "," && at(noun + 1).tag != Tag::kCc))
      return;
    attach(noun, above, Deprel::kConj);
    attach(participle, noun, Deprel::kAmod);
  }

  // The second of two finite verbs that nothing joins is the clause's; the first one describes its subject.
  void mend_set_off(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || is_root(verb) || has_subject(verb) || !finite_start(verb) ||
        has_child(verb, {Deprel::kMark}))
      return;
    std::uint32_t participle = range_.end;
    if (at(verb).deprel == Deprel::kConj && at(verb).head < verb) participle = at(verb).head;
    if (at(verb).deprel == Deprel::kCcomp)
      for (std::uint32_t t = range_.begin; t < verb; ++t)
        if (at(t).head == at(verb).head && at(t).deprel == Deprel::kCcomp && !is_root(t) && t > at(t).head)
          participle = t;
    if (!has(participle) || !may_be_past(participle) || has_own_cc_word(participle, verb) ||
        lower(participle) != participle_of(at(participle).lemma) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass}))
      return;
    const std::uint32_t noun = child(participle, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (noun >= participle || at(noun).upos == Upos::kPron) return;
    unsigned commas = 0;
    for (std::uint32_t t = noun; t < participle; ++t) commas += word_at(t) == ",";
    const bool set_off = commas == 1 && word_at(participle - 1) == "," &&
                         word_at(*finite_start(verb) - 1) == "," && at(verb).deprel == Deprel::kConj;
    const bool run_on = commas == 0 && at(verb).deprel == Deprel::kCcomp &&
                        word_at(*finite_start(verb) - 1) != "," && has_child(participle, {Deprel::kXcomp});
    if (!set_off && !run_on) return;
    describe(participle, noun, verb);
  }
  bool has_own_cc_word(std::uint32_t first, std::uint32_t second) {
    for (std::uint32_t t = first + 1; t < second; ++t)
      if (at(t).head == first && at(t).deprel == Deprel::kCc) return true;
    return false;
  }

  // What describes a noun is no past tense.
  void mend_bare_past(std::uint32_t participle) {
    if (at(participle).tag == Tag::kVbd && at(participle).deprel == Deprel::kAcl && may_be_past(participle) &&
        lower(participle) == participle_of(at(participle).lemma) && !has_subject(participle) &&
        !has_child(participle, {Deprel::kAux, Deprel::kMark}) && has_child(participle, {Deprel::kXcomp}))
      at(participle).tag = Tag::kVbn;
  }

  // A noun with its article behind a verb that cannot do without an object.
  void mend_far_object(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kNpadvmod || at(noun).upos != Upos::kNoun || is_root(noun) ||
        at(noun).entity != EntityLabel::kNone || !has_child(noun, {Deprel::kDet}))
      return;
    const std::uint32_t verb = at(noun).head;
    const std::string lemma = lower_case(at(noun).lemma);
    if (verb > noun || !is_verb_tag(at(verb).tag) || takes_nothing(at(verb).lemma) ||
        !takes_thing(at(verb).lemma) || passive(verb) || noun_means(lemma, NounKind::kTime) ||
        noun_mostly_means(lemma, NounKind::kQuantity) ||
        has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kXcomp, Deprel::kAttr, Deprel::kOprd}))
      return;
    at(noun).deprel = Deprel::kDobj;
  }

  // The noun stands where a clause does, or does what the verb says that it did.
  void mend_hidden(std::uint32_t verb) {
    if ((at(verb).deprel != Deprel::kAmod && at(verb).deprel != Deprel::kCompound) || is_root(verb) ||
        verb == range_.begin || !may_be_past(verb) || has_child(verb, {Deprel::kAux, Deprel::kAuxpass}) ||
        word_at(verb) != lower(verb))
      return;
    const std::uint32_t subject = verb - 1;
    std::uint32_t noun = at(verb).head;
    while (noun > verb && at(noun).deprel == Deprel::kCompound && at(noun).head > noun) noun = at(noun).head;
    const std::uint32_t above = at(noun).head;
    if (noun < verb || at(subject).head != verb) return;
    if (at(subject).deprel == Deprel::kCompound && at(subject).upos == Upos::kPropn &&
        at(verb).tag == Tag::kVbd && is_root(noun)) {  // `The ECJ set rules`
      at(subject).deprel = Deprel::kNsubj;
      move_children(noun, subject, range_.begin, subject, {Deprel::kDet, Deprel::kAmod, Deprel::kPoss});
    }
    if (at(subject).deprel != Deprel::kNsubj) return;
    const bool says =
        at(noun).deprel == Deprel::kNsubj && takes_clause(at(verb).lemma) && is_verb_tag(at(above).tag);
    const bool clause = is_root(noun) || at(noun).deprel == Deprel::kCcomp ||
                        (at(noun).deprel == Deprel::kConj && is_verb_tag(at(above).tag));
    if (!says && !clause) return;
    const std::uint32_t main = says ? above : noun;
    replace(main, verb);
    move_children(main, verb, range_.begin, verb);
    for (std::uint32_t t = noun + 1; t < range_.end;
         ++t)  // `Ana claimed taxes have risen and argued for more`
      if (at(t).head == main && at(t).deprel == Deprel::kConj &&
          (says ? at(t).tag == Tag::kVbd && at(main).tag == Tag::kVbn : is_verb_tag(at(t).tag)))
        move_children(main, verb, noun + 1, t + 1, {Deprel::kConj, Deprel::kCc});
    attach(main, verb, says ? Deprel::kCcomp : Deprel::kDobj);
    retag(verb, Tag::kVbd, Upos::kVerb);
    move_marks(main, verb);
  }

  // Behind a verb that takes no clause two nouns in a row are one.
  void mend_head_start(std::uint32_t second) {
    if ((at(second).tag != Tag::kVb && at(second).tag != Tag::kVbp) || at(second).deprel != Deprel::kCcomp ||
        is_root(second) || !is_noun(at(second).lemma) || has_child(second, {Deprel::kAux, Deprel::kMark}))
      return;
    const std::uint32_t first = child(second, {Deprel::kNsubj}), verb = at(second).head;
    if (first + 1 != second || verb > first || !is_verb_tag(at(verb).tag) || takes_clause(at(verb).lemma) ||
        !has_child(first, {Deprel::kDet}) || at(first).upos != Upos::kNoun ||
        (makes_do(at(verb).lemma) && at(verb).lemma != "have") ||
        noun_means(lower_case(at(first).lemma), NounKind::kPerson) ||
        noun_means(lower_case(at(first).lemma), NounKind::kGroup) || has_child(verb, {Deprel::kDobj}))
      return;
    retag(second, Tag::kNn, Upos::kNoun);
    at(second).deprel = Deprel::kDobj;
    move_children(first, second, verb + 1, first);
    attach(first, second, Deprel::kCompound);
    for (std::uint32_t t = second + 1; t < range_.end; ++t)
      if (at(t).head == second && at(t).deprel == Deprel::kDobj) at(t).deprel = Deprel::kAppos;
  }
};

}  // namespace

void repair_verbs(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  VerbRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
