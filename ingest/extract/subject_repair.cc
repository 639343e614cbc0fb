// The repairs, each for a verb whose subject, or for a participle whose noun, hangs elsewhere:
//
//   auxiliary   `Norway had not, as of May, announced it`: subject and negation hung on the auxiliary
//   by          `was stopped by Ana joining a band`: the participle hung on another noun than the doer
//   after       `after Ana, the mayor, was stabbed`: a preposition with a noun, and a verb without a subject
//   content     `findings that estimate the number may exceed 1000`, `announced the tests by a clinic found it`: the same
//               behind an object
//   maintained  `Ana maintained the inquiry is over`: what somebody says, read as what it is that he says so
//   behind date `On Monday, Ana, with Ida, introduced it`: the subject read as another name of the day
//   beside      `with the next country, Chile, reporting 100`: who does it stands behind `with`
//   avoided     `reported rats avoided pressing it`: a past tense with its object, read as a participle
//   told        `the fire, which police say killed two`: the pronoun read as what they say, the verb as a participle
//   whose       `Norsk, whose founder, Ana Roe, left, has closed`: the first verb read as what the owner did
//   likely      `women are as likely as men to report it`: whom they are compared with, read as who does it
//   magnitude   `A magnitude 6.4 quake hit Oslo`: the measure read as who does it, or the quake as its other name
//   of whom     `held ten men in Oslo, four of whom left`: the clause hung on the verb, or on a noun that is
//               only one
//   gap         `the plan Ana drew in May`, `the money Ana sent to Oslo`: the verb of a clause without a pronoun, read as a
//               participle of its own subject, or of a thing called Ana
//   office      `entered the race for president to win`: what she ran for, read as who is to win
//   pushed      `with the schedule pushed back`, `with Ana expected to win`, `a list sent out`: a participle read as a past
//               tense, or who it is done to as who does it
#include <algorithm>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

class SubjectRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_auxiliary(t);
      mend_office(t);
      mend_by(t);
      mend_after(t);
      mend_content(t);
      mend_maintained(t);
      mend_behind_date(t);
      mend_beside(t);
      mend_gap(t);
      mend_pushed(t);
      mend_avoided(t);
      mend_told(t);
      mend_whose(t);
      mend_magnitude(t);
      mend_likely(t);
      mend_of_whom(t);
    }
  }

 private:
  void mend_auxiliary(std::uint32_t t) {
    if (is_root(t) || (!is_subject(t) && at(t).deprel != Deprel::kNeg)) return;
    const std::uint32_t auxiliary = at(t).head;
    if (!is_root(auxiliary) &&
        (at(auxiliary).deprel == Deprel::kAux || at(auxiliary).deprel == Deprel::kAuxpass))
      at(t).head = at(auxiliary).head;
  }

  // The nearest noun in front of the comma that names several. `ten ships, of which four sank` is
  // `four of which`.
  void mend_of_whom(std::uint32_t pronoun) {
    const std::uint32_t of = at(pronoun).head;
    if ((lower(pronoun) != "whom" && lower(pronoun) != "which") || at(pronoun).deprel != Deprel::kPobj ||
        lower(of) != "of" || of + 1 != pronoun || is_root(of))
      return;
    const bool fronted = is_verb_tag(at(at(of).head).tag);
    const std::uint32_t part =
        fronted ? child(at(of).head, {Deprel::kNsubj, Deprel::kNsubjpass}) : at(of).head;
    if (fronted && at(part).upos != Upos::kNum && !has_child(part, {Deprel::kNummod})) return;
    const std::uint32_t verb = at(part).head, first = fronted ? of : first_word(part);
    if (!is_subject(part) || !is_verb_tag(at(verb).tag) || is_root(verb) || !comma_before(first)) return;
    // `the book, much of which is new`, `the theme of which is old`; but `cases, of which two men died`
    if (lower(pronoun) == "which" && !fronted && (at(part).upos == Upos::kNoun || lower(part) == "much"))
      return;
    const std::uint32_t whole = several_before(first - 1, lower(pronoun) == "whom");
    if (!has(whole) || is_under(whole, verb)) {
      at(verb).deprel = Deprel::kAdvcl;  // of nothing that stands there
      return;
    }
    attach(of, part, Deprel::kPrep);
    attach(verb, whole, Deprel::kRelcl);
  }
  std::uint32_t several_before(std::uint32_t end, bool somebody) {
    const auto fits = [&](std::uint32_t noun) {
      const std::string lemma = common_lemma(at(noun));
      return noun < end && is_nominal(at(noun)) &&
             (at(noun).tag == Tag::kNns || has_child(noun, {Deprel::kConj, Deprel::kNummod})) &&
             (!somebody || is_name_entity(at(noun).entity) || noun_means(lemma, NounKind::kPerson) ||
              noun_means(lemma, NounKind::kGroup));
    };
    std::uint32_t t = end - 1;
    for (std::uint32_t steps = 0; steps < range_.size() && has(t); ++steps, t = at(t).head) {
      if (fits(t)) return t;
      if (is_verb_tag(at(t).tag))
        for (const std::uint32_t noun :
             {child(t, {Deprel::kDobj, Deprel::kAttr}), child(t, {Deprel::kNsubj, Deprel::kNsubjpass})})
          if (fits(noun)) return noun;
      if (is_root(t)) break;
    }
    return range_.end;
  }

  // Between `as` or `than` behind an adjective and an infinitive.
  void mend_likely(std::uint32_t other) {
    const std::uint32_t verb = at(other).head, likely = at(verb).head;
    if (at(other).deprel != Deprel::kNsubj || is_root(other) || at(verb).tag != Tag::kVb || is_root(verb) ||
        at(likely).upos != Upos::kAdj)
      return;
    const std::uint32_t link = child(verb, {Deprel::kMark}), to = child(verb, {Deprel::kAux});
    if (likely > link || link > other || at(to).tag != Tag::kTo || to < other ||
        (lower(link) != "as" && lower(link) != "than"))
      return;
    attach(link, likely, Deprel::kPrep);
    retag(link, Tag::kIn, Upos::kAdp);
    attach(other, link, Deprel::kPobj);
    at(verb).deprel = Deprel::kXcomp;
  }

  // A noun and its number right before another noun, which the parser counts with it.
  void mend_magnitude(std::uint32_t number) {
    const std::uint32_t quake = at(number).head, measure = number - 1;
    if (at(number).deprel != Deprel::kNummod || number == range_.begin || is_root(number) ||
        quake != number + 1 || at(quake).upos != Upos::kNoun || at(measure).tag != Tag::kNn ||
        is_name_entity(at(measure).entity) || is_root(measure) || is_root(quake) || !is_subject(measure))
      return;
    const bool beside = at(quake).deprel == Deprel::kAppos && at(quake).head == measure;
    if (!beside && !(is_subject(quake) && at(quake).head == at(measure).head)) return;
    replace(measure, quake);
    move_children(measure, quake);
    attach(measure, quake, Deprel::kCompound);
    attach(number, measure, Deprel::kNummod);
  }

  void mend_by(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || participle == range_.begin || is_root(participle) ||
        (at(participle).deprel != Deprel::kAcl && at(participle).deprel != Deprel::kAdvcl) ||
        has_subject(participle))
      return;
    const std::uint32_t doer = participle - 1;
    if (is_nominal(at(doer)) && at(doer).deprel == Deprel::kPobj &&
        at(at(doer).head).deprel == Deprel::kAgent && !is_under(doer, participle))
      attach(participle, doer, Deprel::kAcl);
  }

  // A verb that is finite, is joined by no conjunction and has no subject wants one.
  bool wants_subject(std::uint32_t verb, bool joined = false) {
    if ((at(verb).deprel != Deprel::kConj && at(verb).deprel != Deprel::kAdvcl) || is_root(verb) ||
        at(verb).head >= verb || has_subject(verb) || !is_verb_tag(at(verb).tag) ||
        has_child(verb, {Deprel::kMark}) || (!joined && has_child(verb, {Deprel::kCc, Deprel::kConj})))
      return false;
    const std::uint32_t governor = at(verb).head;
    if (!is_verb_tag(at(governor).tag) || !finite_start(verb)) return false;
    // `The boys seen after school were fined`: the governor may be the participle
    if (may_be_past(governor) && lower(governor) == participle_of(at(governor).lemma) &&
        !has_child(governor, {Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj}))
      return false;
    for (std::uint32_t t = governor; t < verb; ++t)
      if (at(t).head == governor && (at(t).deprel == Deprel::kCc || at(t).deprel == Deprel::kConj))
        return false;
    return true;
  }

  // The noun of that label above what ends right before the verb, or before the comma that closes an aside.
  std::uint32_t noun_before(std::uint32_t verb, Deprel deprel) {
    std::uint32_t last = *finite_start(verb);
    if (last == range_.begin) return range_.end;
    const bool aside = word_at(--last) == ",";
    std::uint32_t noun = aside ? last - 1 : last;
    const auto fits = [&](std::uint32_t t) {
      if (at(t).deprel != deprel) return false;
      unsigned commas = 0;
      for (std::uint32_t m = t; m <= last; ++m) commas += word_at(m) == ",";
      return aside ? commas == 2 : commas == 0;
    };
    while (!fits(noun)) {
      if (is_root(noun) || at(noun).head > last) return range_.end;
      noun = at(noun).head;
    }
    return is_under(verb, noun) ? range_.end : noun;
  }

  // The noun behind a preposition that the phrase of this one is part of.
  std::uint32_t noun_around(std::uint32_t noun) {
    const std::uint32_t above = is_root(at(noun).head) ? range_.end : at(at(noun).head).head;
    return at(above).deprel == Deprel::kPobj && above < noun && at(above).upos == Upos::kNoun ? above
                                                                                              : range_.end;
  }

  // A finite verb without a subject, read as what another verb tells.
  bool is_lost(std::uint32_t verb) {
    return at(verb).deprel == Deprel::kCcomp && !is_root(verb) && at(verb).head < verb &&
           is_verb_tag(at(verb).tag) && !has_subject(verb) && !has_child(verb, {Deprel::kMark}) &&
           finite_start(verb);
  }

  void mend_after(std::uint32_t verb) {
    // `after one of them, aged 17, fled and called`: the second comma tells that no list goes on
    // `is the way they do it since the mayor, Ana, left`: read as what is so
    const bool lost = is_lost(verb);
    if (!lost && !wants_subject(verb, comma_before(verb))) return;
    static constexpr std::string_view kMarks[] = {"after", "before", "since", "until", "once"};
    const auto opens = [&](std::uint32_t t) {
      return std::find(std::begin(kMarks), std::end(kMarks), lower(t)) != std::end(kMarks);
    };
    std::uint32_t noun = noun_before(verb, Deprel::kPobj);
    while (noun != range_.end && !opens(at(noun).head))
      noun = noun_around(noun);  // `since the roof of a house fell`
    if (noun == range_.end) return;
    const std::uint32_t mark = at(noun).head;
    if ((at(mark).head != at(verb).head &&
         !(lost && is_under(mark, at(verb).head) && is_verb_tag(at(at(mark).head).tag))) ||
        mark < at(verb).head)
      return;
    attach(verb, at(mark).head, Deprel::kAdvcl);
    attach(mark, verb, Deprel::kMark);
    make_subject(noun, verb);
  }

  std::uint32_t object_above(std::uint32_t t) {
    while (!is_root(t) && at(t).deprel != Deprel::kDobj) t = at(t).head;
    return is_root(t) ? range_.end : t;
  }

  // `announced the tests by a clinic | found it`: the object, the phrase behind it hung on the verb that tells.
  std::uint32_t noun_with_phrase(std::uint32_t verb) {
    const std::uint32_t says = at(verb).head, noun = child(says, {Deprel::kDobj}),
                        last = *finite_start(verb) - 1;
    std::uint32_t phrase = last;
    while (!is_root(phrase) && at(phrase).head != says) phrase = at(phrase).head;
    if (noun < says || noun >= phrase || at(phrase).deprel != Deprel::kPrep || phrase > last)
      return range_.end;
    for (std::uint32_t t = noun + 1; t <= last; ++t)
      if (at(t).upos == Upos::kPunct || (t >= phrase && is_time_entity(at(t).entity))) return range_.end;
    for (std::uint32_t t = noun + 1; t < phrase; ++t)
      if (!is_under(t, noun)) return range_.end;
    at(phrase).head = noun;
    return noun;
  }

  void mend_content(std::uint32_t verb) {
    const bool lost = is_lost(verb) && (at(at(verb).head).tag == Tag::kVbg || finite_start(at(verb).head));
    if (!lost && !wants_subject(verb, true)) return;
    const bool joined = !lost && !wants_subject(verb);
    std::uint32_t noun = noun_before(verb, Deprel::kDobj);
    if (noun == range_.end && lost) noun = noun_with_phrase(verb);
    // `ruled the practice of fining men is lawful`: the object of the verb that the second one is joined to
    while (noun != range_.end && at(noun).head != at(verb).head && !takes_clause(at(at(noun).head).lemma) &&
           !is_root(at(noun).head))
      noun = object_above(at(noun).head);
    if (noun == range_.end || !is_verb_tag(at(at(noun).head).tag)) return;
    if (lost && has_child(noun, {Deprel::kRelcl})) return;  // `a prize which the jury awarded Ana`
    // `filed a suit claiming the ban is void and hurts it`: of a participle, another verb may be joined to the second
    if (joined && at(at(noun).head).tag != Tag::kVbg) return;
    const std::string& above = at(at(noun).head).lemma;
    if (!takes_clause(above) && !verb_is(above, VerbClass::kFactive)) return;
    attach(verb, at(noun).head, Deprel::kCcomp);
    make_subject(noun, verb);
  }

  // The verb of saying with its own subject as the subject of the verb that stands right behind its object.
  void mend_maintained(std::uint32_t says) {
    const std::uint32_t verb = at(says).head;
    if (at(says).deprel != Deprel::kCsubj || is_root(says) || verb < says || !takes_clause(at(says).lemma) ||
        !finite_start(says) || !has_subject(says) || !finite_start(verb) || has_child(says, {Deprel::kMark}))
      return;
    const std::uint32_t noun = noun_before(verb, Deprel::kDobj);
    if (noun == range_.end || at(noun).head != says || noun < says) return;
    replace(verb, says);
    attach(verb, says, Deprel::kCcomp);
    make_subject(noun, verb);
  }

  // A finite verb without a subject, and before it an apposition to what a preposition at the front holds.
  void mend_behind_date(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kAppos || is_root(noun) || !is_nominal(at(noun)) ||
        is_time_entity(at(noun).entity))
      return;
    const std::uint32_t date = at(noun).head, preposition = at(date).head;
    if (date > noun || !is_time_entity(at(date).entity) || at(date).deprel != Deprel::kPobj) return;
    const std::uint32_t verb = at(preposition).head;
    if (verb < noun || at(preposition).deprel != Deprel::kPrep || !is_verb_tag(at(verb).tag) ||
        has_subject(verb) || !finite_start(verb) || at(verb).deprel == Deprel::kRelcl)
      return;
    make_subject(noun, verb);
    for (std::uint32_t t = noun + 1; t < verb; ++t)
      if (at(t).head == preposition || at(t).head == date) at(t).head = noun;
  }

  void mend_beside(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        participle < range_.begin + 2 || word_at(participle - 1) != "," || has_subject(participle))
      return;
    std::uint32_t noun = participle - 2;
    while (!is_root(noun) && !(at(noun).deprel == Deprel::kPobj && lower(at(noun).head) == "with"))
      noun = at(noun).head;
    const std::uint32_t with = at(noun).head;
    if (is_root(noun) || with == range_.begin || word_at(with - 1) != "," || is_under(noun, participle))
      return;
    bool aside = false;  // `with Chile, a neighbour, reporting`: commas come in pairs
    for (std::uint32_t t = noun + 1; t < participle - 1; ++t) aside |= word_at(t) == ",";
    if (aside) attach(participle, noun, Deprel::kAcl);
  }

  // Without an object of its own; the thing stands right before who did it, with no comma.
  void mend_gap(std::uint32_t verb) {
    // `played songs Ana wrote`, no `told the press Ana sold`
    const bool told = at(verb).deprel == Deprel::kCcomp &&
                      !verb_mostly_means(at(at(verb).head).lemma, VerbKind::kCommunication);
    if ((at(verb).deprel != Deprel::kAcl && !told) || is_root(verb) || !may_be_past(verb) ||
        at(verb).head > verb || !takes_thing(at(verb).lemma) ||
        has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kAgent, Deprel::kMark, Deprel::kDobj,
                         Deprel::kOprd, Deprel::kXcomp, Deprel::kCcomp}))
      return;
    std::uint32_t noun = at(verb).head, name = child(verb, {Deprel::kNsubj});
    if (told) {
      noun = child(noun, {Deprel::kDobj});
      const std::string lemma = common_lemma(at(noun));
      if (noun == range_.end || name > verb || first_word(name) != noun + 1 || at(noun).upos != Upos::kNoun ||
          noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
          noun_mostly_means(lemma, NounKind::kTime))
        return;
    }
    if (name != range_.end) {
      if (name < noun || name > verb || is_relative_pronoun(name)) return;
    } else {
      name = verb - 1;
      if (at(name).upos != Upos::kPropn || (noun != name && at(name).head != noun)) return;
      noun = thing_called(name);
      if (noun == range_.end) return;
      if (at(noun).head == name) {
        replace(name, noun);
        move_children(name, noun, range_.begin, noun);
        move_children(name, noun, verb, range_.end);
      }
      attach(name, verb, Deprel::kNsubj);
    }
    attach(verb, noun, Deprel::kRelcl);
    at(verb).tag = Tag::kVbd;
  }
  // The noun right before the name of a person or a place, if it is nothing that bears one: `money`, no `baker`, no `city`
  std::uint32_t thing_called(std::uint32_t name) {
    const std::uint32_t first = name_start(name), noun = first - 1;
    if (first == range_.begin || at(noun).upos != Upos::kNoun) return range_.end;
    const bool twins = is_subject(noun) && is_subject(name) && at(noun).head == at(name).head;
    const bool described = at(noun).head == name && at(noun).deprel == Deprel::kCompound;
    const bool called = at(name).head == noun && at(name).deprel == Deprel::kAppos;
    const bool somebody = at(name).entity == EntityLabel::kPerson || at(name).entity == EntityLabel::kGpe;
    const std::string lemma = common_lemma(at(noun));
    const bool bears_name =
        noun_means(lemma, NounKind::kPerson) || noun_mostly_means(lemma, NounKind::kGroup) ||
        noun_mostly_means(lemma, NounKind::kLocation) || noun_mostly_means(lemma, NounKind::kObject) ||
        noun_mostly_means(lemma, NounKind::kEvent);
    if (bears_name || !(called || described || twins)) return range_.end;
    const bool deal = noun_mostly_means(lemma, NounKind::kPossession) ||
                      (twins && !noun_mostly_means(lemma, NounKind::kArtifact));
    return somebody || deal ? noun : range_.end;
  }

  // Nobody is avoided something: what has an object of its own is the clause of what was reported.
  void mend_avoided(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kAcl || at(verb).tag != Tag::kVbn || is_root(verb) || !may_be_past(verb) ||
        has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kAgent}) ||
        !has_child(verb, {Deprel::kDobj, Deprel::kXcomp}) || takes_two(at(verb).lemma) ||
        names_so(at(verb).lemma) || gives_to(at(verb).lemma) || provides_with(at(verb).lemma))
      return;
    const std::uint32_t noun = at(verb).head, governor = at(noun).head;
    if (at(noun).deprel != Deprel::kDobj || noun > verb || !is_verb_tag(at(governor).tag) ||
        !takes_clause(at(governor).lemma))
      return;
    const std::uint32_t complement = child(verb, {Deprel::kXcomp});
    if (complement != range_.end && at(complement).tag != Tag::kVbg) return;
    attach(verb, governor, Deprel::kCcomp);
    at(verb).tag = Tag::kVbd;
    make_subject(noun, verb);
    move_children(governor, verb, verb + 1, range_.end, {Deprel::kXcomp});
  }

  // Right behind a verb that tells, with a subject of its own behind the pronoun.
  void mend_told(std::uint32_t verb) {
    const std::uint32_t telling = at(verb).head;
    if (at(verb).deprel != Deprel::kXcomp || is_root(verb) || telling + 1 != verb ||
        at(telling).deprel != Deprel::kRelcl || !takes_clause(at(telling).lemma) || !may_be_past(verb) ||
        !stands_bare(verb))
      return;
    std::uint32_t pronoun = range_.end;
    bool teller = false;
    for (std::uint32_t t = range_.begin; t < telling; ++t)
      if (at(t).head == telling) {
        if (is_relative_pronoun(t)) pronoun = t;
        teller |= pronoun < t && at(t).deprel == Deprel::kNsubj;
      }
    if (pronoun == range_.end || !teller) return;
    at(verb).deprel = Deprel::kCcomp;
    at(verb).tag = Tag::kVbd;
    attach(pronoun, verb, Deprel::kNsubj);
  }

  // The noun with `whose` read as an apposition to its owner, its verb as the owner's, and what the owner did as joined to
  // that verb by a comma alone, or as telling it.
  void mend_whose(std::uint32_t whose) {
    const std::uint32_t noun = at(whose).head, owner = at(noun).head;
    if (at(whose).tag != Tag::kWpDollar || noun < whose || at(noun).deprel != Deprel::kAppos || owner > whose)
      return;
    const std::uint32_t verb = at(owner).head;
    if (!is_subject(owner) || verb < noun || !is_verb_tag(at(verb).tag) || !finite_start(verb)) return;
    std::uint32_t done = at(verb).deprel == Deprel::kCcomp && !is_root(verb) && at(verb).head > verb &&
                                 !has_subject(at(verb).head)
                             ? at(verb).head
                             : range_.end;
    for (std::uint32_t t = verb + 1; t < range_.end && done == range_.end; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kConj && is_verb_tag(at(t).tag) && !has_subject(t) &&
          !has_child(verb, {Deprel::kCc}) && finite_start(t) && comma_before(*finite_start(t)))
        done = t;
    if (done == range_.end) return;
    if (at(done).head == verb) replace(verb, done);
    move_children(verb, done, done + 1, range_.end);
    attach(verb, owner, Deprel::kRelcl);
    make_subject(owner, done);
    make_subject(noun, verb);
  }

  bool is_relative_pronoun(std::uint32_t t) { return at(t).tag == Tag::kWdt || at(t).tag == Tag::kWp; }

  // `entered the race for president to win`: what she ran for, read as who is to win
  void mend_office(std::uint32_t office) {
    const std::uint32_t verb = at(office).head, mark = office - 1, noun = office - 2;
    if (at(office).deprel != Deprel::kNsubj || is_root(verb) || at(verb).deprel != Deprel::kAdvcl ||
        office < range_.begin + 2 || at(mark).head != verb || at(mark).deprel != Deprel::kMark ||
        lower(mark) != "for" || !is_role(office) || !is_leaf(office) || at(office).tag == Tag::kNns ||
        at(office).tag == Tag::kNnps || at(noun).upos != Upos::kNoun || at(noun).deprel != Deprel::kDobj ||
        at(noun).head != at(verb).head)
      return;
    attach(mark, noun, Deprel::kPrep);
    attach(office, mark, Deprel::kPobj);
    retag(mark, Tag::kIn, Upos::kAdp);
  }

  void mend_pushed(std::uint32_t participle) {
    if ((at(participle).tag != Tag::kVbd && at(participle).tag != Tag::kVbn) || is_root(participle) ||
        lower(participle) != participle_of(at(participle).lemma) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj, Deprel::kCcomp}))
      return;
    if (at(participle).deprel == Deprel::kAcl && !has_subject(participle) &&
        !(at(participle).tag == Tag::kVbd && has_child(participle, {Deprel::kXcomp})))
      at(participle).tag = Tag::kVbn;
    const std::uint32_t mark = child(participle, {Deprel::kMark});
    if (at(participle).deprel != Deprel::kAdvcl || mark == range_.end || lower(mark) != "with") return;
    at(participle).tag = Tag::kVbn;
    if (const std::uint32_t noun = child(participle, {Deprel::kNsubj}); noun != range_.end)
      at(noun).deprel = Deprel::kNsubjpass;
  }
};

}  // namespace

void repair_subjects(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  SubjectRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
