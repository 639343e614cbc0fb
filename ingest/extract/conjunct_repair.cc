// The repairs, each for a verb joined to one whose form it cannot share:
//
//   modal      `Norsk shows ways that people can share and use`, `voted to cut it, sell it and leave`: a base form wants the
//              auxiliary
//   past       `killed two, injured three and left`: the second of three, read as a participle
//   gerund     `showed a video of Ana smoking and taking part`: a participle is joined to a participle
//   progress   `is helping clerks to learn and allowing them to go`: the same further up
//   infinitive `asks clerks to use maps, or to use lamps`: behind `to` it is joined to one behind `to`
//   each       `asked clerks to leave and guards to stay`: what the second ones are to do, read as the first ones' purpose
//   saying     `He claimed a vaccine was near and said he had one`: it is not the vaccine that said so
//   told       `confirmed that they had been killed but gave no details`: nobody had been killed but gave
//   thanked    `met men whose homes had been burned and thanked Ida`: the homes thanked nobody
//   operated   `has built and operated rockets`: a second verb, read as what its object is like
//   copula     `they are poor or suffer losses`: a finite verb with an object is joined to no adjective
//   roles      `She was a painter, a writer, and designer`: the second of three, read as what the first is
//   object     `She won gold in 2010 and silver in 2014`: the second thing, joined to the verb or to the date
//   subjects   `Minister Ana Holt and Governor Ole Dahl signed it`: two subjects of one verb, the first with the `and`
//   aside      `went to Ana Holt, a clerk, and Ida Roe`: the second name behind what is told of the first, joined to the verb
//   then       `served until 1995, then joined the board`: a second verb that the parser has no word for
//   listing    `found 12 skins, two tails and a map`, `found guns, maps, a coat and shoes`: one of a list, read as what the
//              one before it is
//   spoiled    `sold milk, soup and spoiled foods`: what a noun is like, read as a verb
//   contrast   `gave a long, but clear, answer`: the first adjective, read as the noun
//   measured   `lies off the coast and 9 km from the port`: how far, read as another coast
//   numbers    `Rooms 12 and 14 burned`: the second number, read as joined to the rooms
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ConjunctRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_subjects(t);
      mend_then(t);
      mend_aside(t);
      mend_infinitive(t);
      mend_each(t);
      mend_also(t);
      mend_roles(t);
      mend_listing(t);
      mend_far_listing(t);
      mend_fever(t);
      mend_spoiled(t);
      mend_contrast(t);
      mend_measured(t);
      mend_numbers(t);
      mend_past(t);
      mend_object(t);
      mend_operated(t);
      if (at(t).deprel != Deprel::kConj || is_root(t) || at(t).head > t || has_subject(t) ||
          has_child(t, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
        continue;
      mend_modal(t);
      mend_gerund(t);
      mend_progress(t);
      mend_saying(t);
      mend_thanked(t);
      mend_told(t);
      mend_copula(t);
    }
  }

 private:
  bool has_article(std::uint32_t noun) {
    const std::uint32_t article = child(noun, {Deprel::kDet});
    return article != range_.end && (lower(article) == "a" || lower(article) == "an");
  }
  void mend_numbers(std::uint32_t second) {
    const std::uint32_t rooms = at(second).head, first = rooms + 1;
    const Deprel role = at(second).deprel;
    const bool beside = role == Deprel::kConj || role == Deprel::kNummod || role == Deprel::kAppos;
    if (at(second).tag != Tag::kCd || !beside || first >= second || is_root(second) ||
        at(rooms).tag != Tag::kNns || at(first).tag != Tag::kCd || at(first).deprel != Deprel::kNummod ||
        at(first).head != rooms)
      return;
    for (std::uint32_t t = first + 1; t < second; ++t)
      if (at(t).tag != Tag::kCd && word_at(t) != "," && at(t).deprel != Deprel::kCc) return;
    move_children(rooms, first, first, second, {Deprel::kCc, Deprel::kPunct});
    attach(second, first, Deprel::kConj);
  }
  void mend_subjects(std::uint32_t second) {
    if (!is_subject(second) || is_root(second) || !is_nominal(at(second))) return;
    const std::uint32_t start = first_word(second);
    if (start < range_.begin + 2 || at(start - 1).deprel != Deprel::kCc) return;
    const std::uint32_t first = at(start - 1).head;
    if (first >= start || at(first).head != at(second).head || at(first).deprel != at(second).deprel ||
        at(first).upos == Upos::kPron || !is_nominal(at(first)) || has_child(first, {Deprel::kConj}))
      return;
    attach(second, first, Deprel::kConj);
  }
  void mend_aside(std::uint32_t name) {
    if (at(name).deprel != Deprel::kConj || at(name).upos != Upos::kPropn || is_root(name)) return;
    const std::uint32_t verb = at(name).head, joint = first_word(name, verb + 1) - 1;
    if (verb > name || !is_verb_tag(at(verb).tag) || joint < verb + 4 || at(joint).deprel != Deprel::kCc ||
        word_at(joint - 1) != "," || has_subject(name))
      return;
    std::uint32_t aside = joint - 2;
    while (!is_root(aside) && at(aside).head > verb && at(aside).deprel != Deprel::kAppos)
      aside = at(aside).head;
    const std::uint32_t first = at(aside).head;
    if (at(aside).deprel != Deprel::kAppos || first <= verb || first > aside ||
        at(first).upos != Upos::kPropn || at(first).entity != EntityLabel::kPerson ||
        has_child(first, {Deprel::kConj}) || !comma_before(first_word(aside, first + 1)))
      return;
    attach(name, first, Deprel::kConj);
    attach(joint, first, Deprel::kCc);
  }

  void mend_then(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kDep || is_root(verb) || at(verb).head > verb || has_subject(verb)) return;
    const std::uint32_t first = at(verb).head;
    if (at(verb).tag == at(first).tag && (at(verb).tag == Tag::kVbd || at(verb).tag == Tag::kVbz) &&
        lower(verb - 1) == "then" && comma_before(verb - 1))
      at(verb).deprel = Deprel::kConj;
  }

  // `but also a mother`: it is the mother that is joined.
  void mend_also(std::uint32_t also) {
    if (lower(also) != "also" || at(also).deprel != Deprel::kConj || is_root(also)) return;
    for (std::uint32_t t = also + 1; t < range_.end; ++t) {
      if (at(t).deprel != Deprel::kConj || at(t).upos != Upos::kNoun ||
          (at(t).head != also && at(t).head != at(also).head))
        continue;
      const std::uint32_t first = at(also).head;
      attach(also, t, Deprel::kAdvmod);
      return attach(t, first, Deprel::kConj);
    }
  }
  void mend_roles(std::uint32_t second) {
    if (at(second).deprel != Deprel::kAppos || is_root(second) || !has_article(second) ||
        !has_child(second, {Deprel::kConj}) || !has_child(second, {Deprel::kCc}))
      return;
    const std::uint32_t first = at(second).head;
    if (at(first).deprel == Deprel::kAttr && at(first).upos == Upos::kNoun &&
        at(second).upos == Upos::kNoun && has_article(first) && comma_before(first_word(second, first + 1)))
      at(second).deprel = Deprel::kConj;
  }

  bool is_plain(std::uint32_t noun) {
    return at(noun).upos == Upos::kNoun && !is_name_entity(at(noun).entity) &&
           !has_child(noun, {Deprel::kDet, Deprel::kPoss});
  }
  // Whether an `and` ends what is joined to the noun, or to another that hangs beside it.
  bool is_ended(std::uint32_t noun, std::uint32_t first) {
    for (std::uint32_t t = noun; t != range_.end; t = child(t, {Deprel::kConj}))
      if (has_child(t, {Deprel::kCc})) return true;
    for (std::uint32_t t = noun + 1; t < range_.end; ++t)
      if (at(t).head == first && at(t).deprel == Deprel::kAppos && has_child(t, {Deprel::kConj}) &&
          has_child(t, {Deprel::kCc}))
        return true;
    return false;
  }
  // Things of which the second may be what the first is: `a car, a sedan`, `eight people, five men and three women`
  bool may_be(std::uint32_t first, std::uint32_t second) {
    const NounRelation relation =
        relate(senses_of_noun(common_lemma(at(first))), senses_of_noun(common_lemma(at(second))));
    return relation.same || relation.above != 0 || relation.below != 0;
  }
  void mend_listing(std::uint32_t second) {
    if (at(second).deprel != Deprel::kAppos || is_root(second) || at(second).upos != Upos::kNoun ||
        is_name_entity(at(second).entity))
      return;
    const std::uint32_t first = at(second).head;
    if (first > second || !is_plain(first) || has_child(first, {Deprel::kRelcl}) ||
        !comma_before(first_word(second, first + 1)) || !is_ended(second, first) || may_be(first, second))
      return;
    const bool counted = has_child(first, {Deprel::kNummod}) && has_child(second, {Deprel::kNummod}) &&
                         first_word(second, first + 1) == first + 2 &&
                         !noun_mostly_means(common_lemma(at(second)), NounKind::kPerson);
    const std::uint32_t joined = child(first, {Deprel::kConj});
    const bool listed =
        (joined < second && !has_child(first, {Deprel::kCc})) ||
        (at(first).deprel == Deprel::kConj && comma_before(first_word(first, at(first).head + 1)));
    const bool people = noun_mostly_means(common_lemma(at(first)), NounKind::kPerson);
    if (!counted && (!listed || people)) return;
    std::uint32_t before = first;
    for (std::uint32_t t = child(before, {Deprel::kConj}); t < second; t = child(before, {Deprel::kConj}))
      before = t;
    attach(second, before, Deprel::kConj);
  }

  // `criticised the police, the army and the mayor`, with the army hung on the verb or on what stands before it
  void mend_far_listing(std::uint32_t second) {
    const std::uint32_t above = at(second).head;
    if (at(second).deprel != Deprel::kAppos || is_root(second) || !is_nominal(at(second)) || above > second ||
        !has_child(second, {Deprel::kConj}) || !has_child(second, {Deprel::kCc}))
      return;
    const std::uint32_t verb = is_verb_tag(at(above).tag) ? above : at(above).head;
    const std::uint32_t first = child(verb, {Deprel::kDobj});
    if (!is_verb_tag(at(verb).tag) || (verb != above && (!is_subject(above) || above > verb)) ||
        first < verb || first > second || !is_nominal(at(first)) || at(first).upos == Upos::kPron ||
        has_child(first, {Deprel::kConj}) || may_be(first, second) ||
        !comma_before(first_word(second, first + 1)))
      return;
    for (std::uint32_t t = first + 1; t + 1 < first_word(second, first + 1); ++t)
      if (!is_under(t, first)) return;
    attach(second, first, Deprel::kConj);
  }

  // `can cause fever, coughing and thirst`: a gerund that a noun is joined to is a noun
  void mend_fever(std::uint32_t gerund) {
    const std::uint32_t verb = at(gerund).head, first = child(verb, {Deprel::kDobj}),
                        next = child(gerund, {Deprel::kConj});
    if (at(gerund).tag != Tag::kVbg || at(gerund).deprel != Deprel::kAdvcl || is_root(gerund) ||
        !comma_before(gerund) || !is_noun(lower(gerund)) || first > gerund || first < verb ||
        at(first).upos != Upos::kNoun || next == range_.end || at(next).upos != Upos::kNoun ||
        !has_child(gerund, {Deprel::kCc}) || has_subject(gerund) ||
        has_child(gerund, {Deprel::kDobj, Deprel::kPrep, Deprel::kXcomp, Deprel::kCcomp}))
      return;
    retag(gerund, Tag::kNn, Upos::kNoun);
    at(gerund).lemma = lower(gerund);
    attach(gerund, first, Deprel::kConj);
  }

  // `sold milk, soup and spoiled foods`: a noun that a verb is joined to is joined to the noun behind it
  void mend_spoiled(std::uint32_t verb) {
    const std::uint32_t noun = verb + 1;
    if ((at(verb).tag != Tag::kVbd && at(verb).tag != Tag::kVbn) || at(verb).deprel != Deprel::kConj ||
        is_root(verb) || noun >= range_.end || at(noun).head != verb || at(noun).deprel != Deprel::kDobj ||
        at(noun).upos != Upos::kNoun || at(verb).head > verb || at(verb - 1).upos != Upos::kCconj ||
        at(verb - 1).head != at(verb).head || has_subject(verb))
      return;
    // hung on the verb before the list, which has no `and` of its own then
    const std::uint32_t last = comma_before(verb - 1) ? verb - 3 : at(verb).head;
    if (at(last).upos != Upos::kNoun || at(last).deprel != Deprel::kConj || at(verb).head > last ||
        (last != at(verb).head && (!is_verb_tag(at(at(verb).head).tag) || joins_with_and(last))))
      return;
    retag(verb, Tag::kVbn, Upos::kVerb);
    move_children(verb, noun, verb + 2, range_.end);
    attach(noun, last, Deprel::kConj);
    attach(verb - 1, last, Deprel::kCc);
    attach(verb, noun, Deprel::kAmod);
  }
  bool joins_with_and(std::uint32_t last) {
    for (std::uint32_t t = last; at(t).deprel == Deprel::kConj && !is_root(t);) {
      t = at(t).head;
      if (has_child(t, {Deprel::kCc})) return true;
    }
    return false;
  }

  // `gave a long, but clear, answer`: the first adjective read as what was given
  void mend_contrast(std::uint32_t first) {
    const std::uint32_t joint = first + 2;
    if (at(first).tag != Tag::kJj || joint + 3 >= range_.end || word_at(first + 1) != "," ||
        at(joint).deprel != Deprel::kCc || !has_child(first, {Deprel::kDet}) || is_root(first) ||
        (at(first).deprel != Deprel::kDobj && at(first).deprel != Deprel::kPobj &&
         at(first).deprel != Deprel::kAttr))
      return;
    const std::uint32_t second = at(joint + 1).upos == Upos::kAdv ? joint + 2 : joint + 1,
                        noun = at(second).head;
    if (at(second).deprel != Deprel::kAmod || word_at(second + 1) != "," || noun < second ||
        at(noun).deprel != Deprel::kConj || at(noun).upos != Upos::kNoun || first_word(noun) < joint)
      return;
    attach(noun, at(first).head, at(first).deprel);
    move_children(first, noun, range_.begin, first);
    attach(first, noun, Deprel::kAmod);
    attach(joint, first, Deprel::kCc);
    attach(second, first, Deprel::kConj);
    attach(first + 1, first, Deprel::kPunct);
  }

  // `lies off the coast and 9 km from the port`: how far, read as something else that it lies off
  void mend_measured(std::uint32_t measure) {
    const std::uint32_t place = at(measure).head, link = child(measure, {Deprel::kPrep});
    if (at(measure).deprel != Deprel::kConj || at(measure).entity != EntityLabel::kQuantity ||
        !has_child(measure, {Deprel::kNummod}) || place > measure || at(place).deprel != Deprel::kPobj ||
        at(place).entity == EntityLabel::kQuantity || link >= range_.end || link < measure ||
        lower(link) != "from")
      return;
    attach(link, at(at(place).head).head, Deprel::kPrep);
    attach(measure, link, Deprel::kNpadvmod);
  }

  void mend_past(std::uint32_t verb) {
    const std::uint32_t first = at(verb).head;
    if (at(verb).tag != Tag::kVbn || at(verb).deprel != Deprel::kAdvcl || is_root(verb) || first > verb ||
        at(first).tag != Tag::kVbd || !comma_before(verb) || !may_be_past(verb) ||
        !has_child(verb, {Deprel::kDobj}) || has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
      return;
    for (std::uint32_t t = verb + 1; t < range_.end; ++t)
      if (at(t).head == first && at(t).deprel == Deprel::kConj && at(t).tag == Tag::kVbd && !has_subject(t) &&
          at(t - 1).deprel == Deprel::kCc) {
        at(verb).tag = Tag::kVbd;
        at(verb).deprel = Deprel::kConj;
        return;
      }
  }

  // `receive a rise next year and a bonus of 250 euros`: no clause of its own, and set off from what stands before it
  bool ends_list(std::uint32_t first, std::uint32_t start, std::uint32_t second) {
    const bool set_off =
        lower(start - 1) == "as" || comma_before(start - 1) || is_time_entity(at(start - 2).entity);
    if (!set_off || at(at(first).head).tag == Tag::kVbg || lower(start - 1) == "but" ||
        at(second).upos != Upos::kNoun || is_verb_tag(at(second + 1).tag) ||
        !has_child(second, {Deprel::kDet, Deprel::kNummod, Deprel::kPoss, Deprel::kPrep, Deprel::kAmod}))
      return false;
    for (std::uint32_t t = first; t < range_.end; ++t)
      if (is_verb_tag(at(t).tag) && (t < second || is_under(t, second))) return false;
    return true;
  }

  void mend_object(std::uint32_t second) {
    if (at(second).deprel != Deprel::kConj || is_root(second) || at(second).upos == Upos::kPron ||
        !is_nominal(at(second)) || is_time_entity(at(second).entity) || has_subject(second) ||
        has_child(second, {Deprel::kDobj, Deprel::kAppos, Deprel::kAux}))
      return;
    const std::uint32_t joined = at(second).head;
    const bool date = is_time_entity(at(joined).entity) && at(joined).deprel == Deprel::kPobj;
    const std::uint32_t verb = date ? at(at(joined).head).head : joined;
    const std::uint32_t first = child(verb, {Deprel::kDobj}), start = first_word(second, joined + 1);
    if (!is_verb_tag(at(verb).tag) || first < verb || first >= second || !is_nominal(at(first)) ||
        start == range_.begin || at(start - 1).deprel != Deprel::kCc || lower(second).ends_with("ing"))
      return;
    const bool dated = lower(start - 1) != "as" && lower(second + 1) == "in";
    if (!dated && (date || !ends_list(first, start, second))) return;
    // `won gold in 2010 and Finland in 2014`, `had a price of 30 in 1970 and 64 in 2010`: things of another kind
    const bool name = is_name_entity(at(second).entity) && !is_name_entity(at(first).entity) &&
                      at(first).upos != Upos::kPropn;
    if (name || (at(second).upos == Upos::kNum && at(first).upos != Upos::kNum)) return;
    attach(second, first, Deprel::kConj);
    at(start - 1).head = first;
  }

  // The joint goes with the verb.
  void join(std::uint32_t verb, std::uint32_t twin) {
    const std::uint32_t before = at(verb).head;
    for (std::uint32_t t = before + 1; t < verb; ++t)
      if (at(t).head == before && at(t).deprel == Deprel::kCc && t > twin) at(t).head = twin;
    at(verb).head = twin;
  }

  void mend_modal(std::uint32_t verb) {
    const Tag above = at(at(verb).head).tag;
    const bool past = above == Tag::kVbd || above == Tag::kVbn;
    if (at(verb).tag != Tag::kVb || (above != Tag::kVbz && (!past || lower(verb) == past_of(lower(verb)))))
      return;
    for (std::uint32_t t = verb - 1; t > at(verb).head; --t)
      if (at(t).tag == Tag::kVb && has_child(t, {Deprel::kAux}) && !is_under(t, verb)) return join(verb, t);
  }

  void mend_gerund(std::uint32_t verb) {
    const std::uint32_t twin = at(verb).head;
    if (at(verb).tag != Tag::kVbg || !is_verb_tag(at(twin).tag) || at(twin).tag == Tag::kVbg ||
        at(twin).tag == Tag::kVb)
      return;
    for (std::uint32_t t = verb - 1; t > twin; --t) {
      if (word_at(t) == ",") return;
      if (at(t).tag == Tag::kVbg && (at(t).deprel == Deprel::kAcl || at(t).deprel == Deprel::kPcomp) &&
          !is_under(t, verb))
        return join(verb, t);
    }
  }

  void mend_progress(std::uint32_t verb) {
    std::uint32_t above = at(verb).head;
    if (at(verb).tag != Tag::kVbg || !is_verb_tag(at(above).tag)) return;
    while (at(above).tag != Tag::kVbg) {
      if (is_root(above) || at(above).head > above) return;
      above = at(above).head;
    }
    if (above != at(verb).head) join(verb, above);
  }

  std::uint32_t infinitive_mark(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVb) return range_.end;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kAux && lower(t) == "to") return t;
    return range_.end;
  }

  void mend_infinitive(std::uint32_t verb) {
    const std::uint32_t to = infinitive_mark(verb), governor = at(verb).head;
    if (to == range_.end || is_root(verb) || governor > verb || infinitive_mark(governor) != range_.end ||
        !is_verb_tag(at(governor).tag))
      return;
    std::uint32_t joint = to - 1;
    while (joint > governor && (at(joint).upos == Upos::kAdv || at(joint).upos == Upos::kPunct)) --joint;
    if (joint <= governor || at(joint).deprel != Deprel::kCc) return;
    for (std::uint32_t t = joint - 1; t > governor; --t)
      if (infinitive_mark(t) != range_.end && is_under(t, governor) && !is_under(t, verb)) {
        attach(verb, t, Deprel::kConj);
        at(joint).head = t;
        return;
      }
  }

  // A noun joined to an infinitive, with an infinitive behind it.
  void mend_each(std::uint32_t verb) {
    const std::uint32_t to = infinitive_mark(verb);
    if (to == range_.end || to <= range_.begin || is_root(verb)) return;
    const std::uint32_t noun = to - 1, twin = at(noun).head;
    if (at(noun).deprel != Deprel::kConj || !is_nominal(at(noun)) || infinitive_mark(twin) == range_.end ||
        (at(verb).head != noun && at(verb).head != twin) || !makes_do(at(at(twin).head).lemma))
      return;
    attach(verb, twin, Deprel::kConj);
    attach(noun, verb, Deprel::kNsubj);
  }

  void mend_copula(std::uint32_t verb) {
    const std::uint32_t adjective = at(verb).head, copula = at(adjective).head;
    const Tag tag = at(verb).tag;
    const bool base = tag == Tag::kVb && at(copula).tag == Tag::kVbp;  // `they are poor or suffer`
    const bool finite = base || tag == Tag::kVbp || tag == Tag::kVbz || tag == Tag::kVbd;
    if (finite && at(adjective).deprel == Deprel::kAcomp && at(copula).lemma == "be" && copula < adjective &&
        has_child(verb, {Deprel::kDobj})) {
      if (base) at(verb).tag = Tag::kVbp;
      join(verb, copula);
    }
  }

  // What the verb says of itself, by a modal before its twin or a clause behind an `added`, or of what may
  // not speak.
  void mend_saying(std::uint32_t verb) {
    const std::uint32_t twin = at(verb).head, above = at(twin).head;
    if (at(twin).deprel != Deprel::kCcomp || is_root(twin) || above > twin || at(above).tag != at(verb).tag ||
        !verb_mostly_means(at(above).lemma, VerbKind::kCommunication))
      return;
    const std::uint32_t auxiliary = child(twin, {Deprel::kAux});
    const bool modal = auxiliary < twin && at(auxiliary).tag == Tag::kMd &&
                       (at(verb).tag == Tag::kVbd || at(verb).tag == Tag::kVbz);
    const bool adds = at(verb).lemma == "add" && has_child(verb, {Deprel::kCcomp});
    if (modal || adds) return join(verb, above);
    if (at(verb).tag != at(twin).tag || !verb_mostly_means(at(verb).lemma, VerbKind::kCommunication)) return;
    const std::uint32_t subject = child(twin, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (subject > twin || at(subject).upos != Upos::kNoun || is_name_entity(at(subject).entity)) return;
    const std::string lemma = lower_case(at(subject).lemma);
    if (noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
        noun_means(lemma, NounKind::kCommunication))
      return;
    join(verb, above);
  }

  void mend_operated(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kConj || at(noun).upos != Upos::kNoun || is_root(noun)) return;
    const std::uint32_t first = at(noun).head, verb = first_word(noun, first + 1);
    if (first > noun || (at(first).tag != Tag::kVbn && at(first).tag != Tag::kVbd) || verb >= noun ||
        lower(verb - 1) != "and" || at(verb).tag != Tag::kVbn || at(verb).deprel != Deprel::kAmod ||
        at(verb).head != noun || !is_leaf(verb) || !takes_thing(at(verb).lemma))
      return;
    const std::uint32_t auxiliary = child(first, {Deprel::kAux});
    attach(verb, first, Deprel::kConj);
    attach(noun, verb, Deprel::kDobj);
    at(verb).upos = Upos::kVerb;
    if (auxiliary == range_.end || at(auxiliary).lemma != "have") at(verb).tag = Tag::kVbd;
  }

  // A simple past with its object, joined to a passive behind `had been` in a clause of a noun, goes on with the verb above.
  void mend_thanked(std::uint32_t verb) {
    const std::uint32_t twin = at(verb).head, have = child(twin, {Deprel::kAux});
    if (at(verb).tag != Tag::kVbd || at(twin).deprel != Deprel::kRelcl || !passive(twin) || have > twin ||
        at(have).lemma != "have" || !has_child(verb, {Deprel::kDobj}))
      return;
    std::uint32_t above = at(twin).head;
    while (!is_root(above) && !is_verb_tag(at(above).tag)) above = at(above).head;
    if (at(above).tag == Tag::kVbd && above < twin && !has_own_cc(above, twin)) join(verb, above);
  }

  void mend_told(std::uint32_t verb) {
    const std::uint32_t twin = at(verb).head, above = at(twin).head, link = child(twin, {Deprel::kCc});
    if (at(verb).tag != Tag::kVbd || at(twin).deprel != Deprel::kCcomp || is_root(twin) || above > twin ||
        at(above).tag != Tag::kVbd || link > verb || lower(link) != "but")
      return;
    for (std::uint32_t t = above + 1; t < twin; ++t) {
      const bool before = at(t).tag == Tag::kMd || (at(t).lemma == "have" && at(t).tag == Tag::kVbd);
      if (at(t).head == twin && before && (at(t).deprel == Deprel::kAux || at(t).deprel == Deprel::kAuxpass))
        return join(verb, above);
    }
  }
};

}  // namespace

void repair_conjuncts(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ConjunctRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
