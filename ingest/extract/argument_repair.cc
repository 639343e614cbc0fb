// Repairs of nouns that are the argument of another word than the parser says:
//
//   perfect     `he's faced many lawsuits`: `has` read as `is`, so what he did as done to him
//   amount      `fined Norrsken 5 million euros`: who was fined, read as part of the amount
//   price       `sold it to a firm led by Ana for $5m`: what it was sold for, read as what the firm is led for
//   spent       `paid 5 million euros for the mill`: what for, read as part of the sum
//   receiver    `gave Oslo's army ten trucks`, `gave Norsk control of it`: who was given it, read as part of it
//   showing     `posted a photo to Oslo showing Ana`: the photo shows her, not who posted it
//   called      `held a course on law at the hall called Start`: what somebody starts, a thing with a new name
//   adverb      `they chose Caudipteryx zoui`: a name that the parser does not know, read as an adverb
//   short       `stopped short of paying`, `fell short of it`: what goes on with `of`, read as an adverb of its own
//   votes       `passed by 52 votes to 48`: the second number hung on the verb; `was passed by 52 votes`: how, not by whom
//   fined by    `was fined a million euros by Oslo`, `was called a liar by Ana`: who did it, hung on the sum or the name
//   charge      `accused the government of fraud`: what of, read as part of who
//   around      `inspected around 200 of the shops`: what belongs to the number, read as where
//   count       `led 47 percent to 40 percent`, `by a vote of 52 to 48`: the second number, read as where to
//   near        `was shot by a man near the bank`: where, read as where he is from
//   named       `was named by police as Ana Roe`: as whom, read as part of who names her
//   founder     `was founded by Ana Roe in Oslo`: where it was, read as where she is from
//   called on   `called on Oslo to stay`, `relied on Oslo to pay`: what Oslo is to do, read as what for
//   said on     `said on Monday it had sold it`, `said in Oslo last week it would`: when it was said, read as when it was sold
//   remnant     `Holt scored the first goal, Roe the second`: who scored it, read as the goal's other name
//   gapped      `Holt directed the film and Roe the play`: who directed it, read as another thing directed
//   day         `was found guilty on Friday of fraud`, `was cleared last year of it`: of what, hung on the day or on the verb
//   doer's day  `A judge on Friday freed Ana`: the day of what he did, hung on the judge
//   including   `Twelve people were killed, including three children`: of whom, hung on the verb
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ArgumentRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_perfect(t);
      mend_amount(t);
      mend_price(t);
      mend_spent(t);
      mend_receiver(t);
      mend_showing(t);
      mend_called(t);
      mend_adverb(t);
      mend_charge(t);
      mend_votes(t);
      mend_fined_by(t);
      mend_named(t);
      mend_near(t);
      mend_count(t);
      mend_around(t);
      mend_short(t);
      mend_founder(t);
      mend_called_on(t);
      mend_said_on(t);
      mend_remnant(t);
      mend_gapped(t);
      mend_day(t);
      mend_day_of_doer(t);
      mend_including(t);
    }
  }

 private:
  // Behind a verb that tells, before the subject of what is told. What it tells of a day to come stays with that.
  void mend_said_on(std::uint32_t time) {
    const std::uint32_t verb = at(time).head, telling = at(verb).head;
    const bool bare = at(time).deprel == Deprel::kNpadvmod;
    if ((!bare && at(time).deprel != Deprel::kPrep) || at(verb).deprel != Deprel::kCcomp || is_root(verb) ||
        telling >= time || !takes_clause(at(telling).lemma))
      return;
    const std::uint32_t date = bare ? time : child(time, {Deprel::kPobj});
    if (!is_time_entity(at(date).entity) || lower(date) == "tomorrow") return;
    const std::uint32_t subject = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kExpl});
    if (subject <= date || subject >= verb) return;
    for (std::uint32_t t = telling + 1; t < subject; ++t)
      if (at(t).upos == Upos::kPunct || lower(t) == "next" || lower(t) == "that") return;
    at(time).head = telling;
  }

  void mend_votes(std::uint32_t to) {
    if (at(to).deprel != Deprel::kPrep || lower(to) != "to" || to < range_.begin + 3 || is_root(to)) return;
    const std::uint32_t number = child(to, {Deprel::kPobj}), noun = to - 1, by = at(noun).head;
    if (number != to + 1 || at(number).tag != Tag::kCd || !is_leaf(number) || at(noun).upos != Upos::kNoun ||
        at(noun).deprel != Deprel::kPobj || !has_child(noun, {Deprel::kNummod}) || lower(by) != "by" ||
        (at(to).head != at(by).head && at(to).head != noun))
      return;
    at(to).head = noun;
    if (at(by).deprel == Deprel::kAgent) at(by).deprel = Deprel::kPrep;
  }

  // `Friday`, `last month`; not `the week of the vote`
  bool names_day(std::uint32_t day) {
    if (at(day).entity != EntityLabel::kDate) return false;
    if (at(day).tag == Tag::kNnp) return true;
    const std::uint32_t which = child(day, {Deprel::kAmod});
    return at(day).deprel == Deprel::kNpadvmod && which < day &&
           (lower(which) == "last" || lower(which) == "this");
  }
  // The verb that the day is told of.
  std::uint32_t verb_of_day(std::uint32_t day) {
    const std::uint32_t link = at(day).head;
    if (is_root(day) || (at(day).deprel != Deprel::kPobj && at(day).deprel != Deprel::kNpadvmod))
      return range_.end;
    const std::uint32_t verb =
        at(day).deprel == Deprel::kPobj && at(link).deprel == Deprel::kPrep ? at(link).head : link;
    return is_verb_tag(at(verb).tag) && verb < day ? verb : range_.end;
  }
  void mend_day(std::uint32_t link) {
    if (at(link).deprel != Deprel::kPrep || is_root(link) || link == range_.begin) return;
    const std::string word = lower(link);
    if (word != "of" && word != "to" && word != "with") return;
    const std::uint32_t day = link - 1, verb = verb_of_day(day), what = child(link, {Deprel::kPobj});
    if (!names_day(day) || verb == range_.end || (at(link).head != day && at(link).head != verb) ||
        is_time_entity(at(what).entity))
      return;
    const std::uint32_t state = child(verb, {Deprel::kOprd, Deprel::kAcomp});
    const bool stated = state == verb + 1 && at(state).upos == Upos::kAdj;
    at(link).head = stated ? state : verb;
  }
  // Between who does it and the verb, without a comma; the day of a vote is not when it was cancelled.
  void mend_day_of_doer(std::uint32_t link) {
    const std::uint32_t doer = at(link).head, verb = at(doer).head;
    if (at(link).deprel != Deprel::kPrep || is_root(link) || at(doer).deprel != Deprel::kNsubj ||
        is_root(doer) || lower(link) != "on")
      return;
    const std::uint32_t day = child(link, {Deprel::kPobj});
    if (day != link + 1 || !names_day(day) || !is_leaf(day) || verb < day || !is_verb_tag(at(verb).tag) ||
        !finite_start(verb) || *finite_start(verb) != day + 1)
      return;
    const bool acts = at(doer).upos == Upos::kPropn ||
                      noun_mostly_means(common_lemma(at(doer)), NounKind::kPerson) ||
                      noun_mostly_means(common_lemma(at(doer)), NounKind::kGroup);
    if (acts) at(link).head = verb;
  }

  // Some of what is done to, or of who does it where it is done to nothing.
  void mend_including(std::uint32_t link) {
    const std::uint32_t verb = at(link).head;
    if (at(link).deprel != Deprel::kPrep || lower(link) != "including" || is_root(link) || verb > link ||
        !is_verb_tag(at(verb).tag) || !comma_before(link) || !has_child(link, {Deprel::kPobj}))
      return;
    const std::uint32_t object = child(verb, {Deprel::kDobj}),
                        subject = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}),
                        several = object == range_.end ? subject : object;
    if (several >= link || !is_several(several)) return;
    for (std::uint32_t t = several + 1; t < link; ++t)  // `were taken to hospitals, including Oslo's`
      if (at(t).deprel == Deprel::kPobj && is_several(t)) return;
    at(link).head = several;
  }
  bool is_several(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return (at(noun).tag == Tag::kNns || lower(noun) == "people") &&
           !noun_mostly_means(lemma, NounKind::kTime) && !noun_mostly_means(lemma, NounKind::kQuantity);
  }

  void mend_spent(std::uint32_t link) {
    if (at(link).deprel != Deprel::kPrep || is_root(link) || !leads_to(lower(link))) return;
    const std::uint32_t sum = at(link).head, verb = at(sum).head;
    const bool money =
        at(sum).entity == EntityLabel::kMoney ||
        (has_child(sum, {Deprel::kNummod}) && noun_mostly_means(common_lemma(at(sum)), NounKind::kQuantity));
    if (money && sum < link && at(sum).deprel == Deprel::kDobj && is_verb_tag(at(verb).tag))
      at(link).head = verb;
  }
  static bool leads_to(std::string_view word) {
    return word == "for" || word == "to" || word == "from" || word == "into";
  }

  void mend_fined_by(std::uint32_t by) {
    if (at(by).deprel != Deprel::kPrep || lower(by) != "by" || is_root(by)) return;
    const std::uint32_t sum = at(by).head, verb = at(sum).head, doer = child(by, {Deprel::kPobj});
    if (sum > by || !is_name_entity(at(doer).entity) || !passive(verb)) return;
    const std::string& lemma = at(verb).lemma;
    const bool object = at(sum).deprel == Deprel::kDobj, paid = at(sum).entity == EntityLabel::kMoney;
    const bool named = object && !paid && (names_so(lemma) || verb_is(lemma, VerbClass::kAssign));
    if (named) at(sum).deprel = Deprel::kOprd;  // `was designated a refuge by Oslo`
    if ((object && paid) || at(sum).deprel == Deprel::kOprd) attach(by, verb, Deprel::kAgent);
  }

  void mend_short(std::uint32_t word) {
    if (word_at(word) != "short" || word == range_.begin || word_at(word + 1) != "of" ||
        !is_verb_tag(at(word - 1).tag) || at(word).head != word - 1 || !has(word + 1))
      return;
    attach(word, word - 1, Deprel::kAcomp);
    at(word).upos = Upos::kAdj;
    attach(word + 1, word, Deprel::kPrep);
  }

  // A participle with an object of its own is no passive, unless the verb gives something to somebody.
  void mend_perfect(std::uint32_t auxiliary) {
    const std::string_view word = word_at(auxiliary);
    if (at(auxiliary).deprel != Deprel::kAuxpass || (word != "'s" && word != "\u2019s")) return;
    const std::uint32_t verb = at(auxiliary).head;
    if (at(verb).tag != Tag::kVbn || gives_to(at(verb).lemma)) return;
    std::uint32_t subject = range_.end;
    bool object = false;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (at(t).head != verb || is_root(t)) continue;
      if (at(t).deprel == Deprel::kAgent) return;
      if (at(t).deprel == Deprel::kNsubjpass) subject = t;
      object |= at(t).deprel == Deprel::kDobj && t > verb;
    }
    if (!object || subject == range_.end) return;
    at(auxiliary).lemma = "have";
    at(auxiliary).deprel = Deprel::kAux;
    at(subject).deprel = Deprel::kNsubj;
  }

  // A preposition that the recogniser takes for the first word of a number.
  void mend_around(std::uint32_t around) {
    if (at(around).deprel != Deprel::kPrep || is_root(around) ||
        at(around).entity != EntityLabel::kCardinal || !at(around).entity_begins)
      return;
    const std::uint32_t verb = at(around).head, number = child(around, {Deprel::kPobj});
    if (number != around + 1 || at(number).tag != Tag::kCd || verb + 1 != around ||
        !is_verb_tag(at(verb).tag) || !(takes_thing(at(verb).lemma) || takes_person(at(verb).lemma)) ||
        passive(verb) || has_child(verb, {Deprel::kDobj, Deprel::kDative, Deprel::kAttr}))
      return;
    attach(number, verb, Deprel::kDobj);
    attach(around, number, Deprel::kAdvmod);
    retag(around, Tag::kRb, Upos::kAdv);
  }

  bool is_count(std::uint32_t t) { return at(t).tag == Tag::kCd || at(t).entity == EntityLabel::kPercent; }
  // Right behind a number, of a verb that leads nowhere; `rose 5 percent to 20 percent` does.
  void mend_count(std::uint32_t to) {
    if (lower(to) != "to" || at(to).deprel != Deprel::kPrep || is_root(to) || to < range_.begin + 2 ||
        !is_count(to - 1))
      return;
    const std::uint32_t verb = at(to).head, other = child(to, {Deprel::kPobj}), first = to - 1;
    if (!is_verb_tag(at(verb).tag) || verb > first || other == range_.end || !is_count(other) ||
        at(other).tag != at(first).tag || is_under(first, to))
      return;
    const bool voted = lower(at(first).head) == "of" && at(first).deprel == Deprel::kPobj;
    const bool beside = at(first).head == verb && at(first).entity == EntityLabel::kPercent &&
                        at(other).entity == EntityLabel::kPercent;
    if (voted || (beside && !takes_nothing(at(verb).lemma))) at(to).head = first;
  }

  // Somebody who is not known before is not told apart by where or when he does it.
  void mend_near(std::uint32_t near) {
    static constexpr std::string_view kWords[] = {"near", "outside", "inside", "after", "during", "before"};
    if (at(near).deprel != Deprel::kPrep || is_root(near) ||
        std::find(std::begin(kWords), std::end(kWords), lower(near)) == std::end(kWords))
      return;
    const std::uint32_t doer = at(near).head, by = at(doer).head, article = child(doer, {Deprel::kDet});
    const bool new_here =
        at(doer).tag == Tag::kNns ? article == range_.end : lower(article) == "a" || lower(article) == "an";
    if (at(doer).deprel == Deprel::kPobj && at(by).deprel == Deprel::kAgent && doer < near && !is_root(by) &&
        new_here && is_verb_tag(at(at(by).head).tag))
      at(near).head = at(by).head;
  }

  // Whoever does it does it as nobody: `as` is of the verb that names or holds somebody so.
  void mend_named(std::uint32_t as) {
    if (lower(as) != "as" || at(as).deprel != Deprel::kPrep || is_root(as) || !has_child(as, {Deprel::kPobj}))
      return;
    const std::uint32_t doer = at(as).head, by = at(doer).head;
    if (at(doer).deprel != Deprel::kPobj || at(by).deprel != Deprel::kAgent || doer > as || is_root(by))
      return;
    const std::string& verb = at(at(by).head).lemma;
    if (verb_means(verb, VerbKind::kCommunication) || verb_means(verb, VerbKind::kCognition) ||
        verb_is(verb, VerbClass::kAssign))
      at(as).head = at(by).head;
  }

  // A name, or behind a verb that gives somebody something a noun with an article, between the verb and a number is no part of what is counted.
  void mend_amount(std::uint32_t name) {
    if ((at(name).deprel != Deprel::kCompound && at(name).deprel != Deprel::kNmod) || is_root(name) ||
        !has(name + 1))
      return;
    const std::uint32_t amount = at(name).head, verb = at(amount).head;
    const bool gives = gives_to(at(verb).lemma) || takes_two(at(verb).lemma);
    if (!is_name_entity(at(name).entity) &&
        !(gives && at(amount).entity == EntityLabel::kMoney && at(name).upos == Upos::kNoun &&
          (has_child(amount, {Deprel::kDet, Deprel::kPoss}) ||
           has_child(name, {Deprel::kDet, Deprel::kPoss}))))
      return;
    const bool number = at(name + 1).tag == Tag::kCd || at(name + 1).tag == Tag::kSym ||
                        at(name + 1).deprel == Deprel::kQuantmod;
    if (amount < name || at(amount).deprel != Deprel::kDobj || !number || !is_under(name + 1, amount) ||
        verb >= name || !is_verb_tag(at(verb).tag))
      return;
    for (std::uint32_t t = verb + 1; t < name; ++t) {
      if (at(t).head != name && at(t).head != amount) return;
      if (at(t).head == amount && at(t).entity != at(name).entity && at(t).deprel != Deprel::kDet) return;
    }
    for (std::uint32_t t = verb + 1; t < name; ++t) at(t).head = name;
    const bool named = is_name_entity(at(name).entity);
    attach(name, verb, gives_to(at(verb).lemma) || !named ? Deprel::kDative : Deprel::kDobj);
    attach(amount, verb, gives_to(at(verb).lemma) || !named ? Deprel::kDobj : Deprel::kNpadvmod);
    for (std::uint32_t t = name + 1; t < range_.end; ++t) {
      if (t <= amount && at(t).entity == at(name).entity)
        at(t).entity = EntityLabel::kMoney, at(t).entity_begins = t == name + 1;
      if (t > amount && at(t).head == amount && lower(t) == "for")
        at(t).head = verb;  // `fined Oslo a million euros for it`
    }
  }

  // Of a participle that trades nothing, behind a verb that does.
  void mend_price(std::uint32_t link) {
    if (lower(link) != "for" || at(link).deprel != Deprel::kPrep || is_root(link)) return;
    const std::uint32_t participle = at(link).head, sum = child(link, {Deprel::kPobj});
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAcl ||
        at(sum).entity != EntityLabel::kMoney || verb_means(at(participle).lemma, VerbKind::kPossession))
      return;
    std::uint32_t verb = at(participle).head;
    for (std::uint32_t steps = 0; steps < 3 && !is_root(verb) && !is_verb_tag(at(verb).tag); ++steps)
      verb = at(verb).head;
    if (verb < participle && is_verb_tag(at(verb).tag) &&
        verb_mostly_means(at(verb).lemma, VerbKind::kPossession))
      at(link).head = verb;
  }

  // No comma before it, and an object of the verb above that speaks.
  void mend_showing(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        participle == range_.begin || at(participle - 1).upos == Upos::kPunct ||
        has_child(participle, {Deprel::kMark, Deprel::kNsubj, Deprel::kAux}))
      return;
    const std::uint32_t object = child(at(participle).head, {Deprel::kDobj});
    const std::string& lemma = at(participle).lemma;
    if (object == range_.end || object > participle || at(object).upos != Upos::kNoun ||
        !(verb_means(lemma, VerbKind::kCommunication) && thing_may(lemma)))
      return;
    const std::string noun = common_lemma(at(object));
    const bool tells =
        noun_means(noun, NounKind::kCommunication) || noun_mostly_means(noun, NounKind::kArtifact);
    if (tells && !noun_means(noun, NounKind::kPerson)) attach(participle, object, Deprel::kAcl);
  }

  // A participle of naming right behind a noun, with what it is called: of the nearest thing that is new in the text.
  void mend_called(std::uint32_t participle) {
    if (!may_be_past(participle) || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        participle == range_.begin || !is_nominal(at(participle - 1)) || !names_so(at(participle).lemma) ||
        !has_child(participle, {Deprel::kOprd}) ||
        has_child(participle, {Deprel::kMark, Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kAux,
                               Deprel::kAuxpass, Deprel::kDobj}))
      return;
    for (std::uint32_t noun = participle - 1; noun > at(participle).head; --noun) {
      if (at(noun).upos != Upos::kNoun) continue;
      const std::uint32_t article = child(noun, {Deprel::kDet});
      if (article == range_.end || (lower(article) != "a" && lower(article) != "an")) continue;
      attach(participle, noun, Deprel::kAcl);
      at(participle).tag = Tag::kVbn;
      return;
    }
  }

  // No noun stands before the number of another; nor does a name before what somebody has or gets of something.
  void mend_receiver(std::uint32_t thing) {
    const std::uint32_t verb = at(thing).head;
    if (at(thing).deprel != Deprel::kDobj || at(thing).upos != Upos::kNoun || verb > thing ||
        !gives_to(at(verb).lemma) || has_child(verb, {Deprel::kDative}))
      return;
    std::uint32_t receiver = range_.end, number = range_.end;
    for (std::uint32_t t = verb + 1; t < thing; ++t) {
      if (at(t).head != thing) continue;
      if (at(t).deprel == Deprel::kCompound && number == range_.end) receiver = t;
      if (at(t).deprel == Deprel::kNummod) number = t;
    }
    if (!has(receiver)) return;
    const std::string noun = common_lemma(at(thing));
    const std::uint32_t next = number == range_.end ? receiver + 1 : first_word(number, receiver + 1);
    const bool counted = number > receiver && has(number) && next == receiver + 1;
    const bool had =
        is_name_entity(at(receiver).entity) && receiver + 1 == thing && has_child(thing, {Deprel::kPrep}) &&
        child(thing, {Deprel::kPrep}) == thing + 1 &&
        (noun_mostly_means(noun, NounKind::kState) || noun_mostly_means(noun, NounKind::kAct) ||
         noun_mostly_means(noun, NounKind::kRelation) || noun_mostly_means(noun, NounKind::kAttribute));
    if (!counted && !had) return;
    move_children(thing, receiver, verb + 1, receiver);
    attach(receiver, verb, Deprel::kDative);
  }

  // A name right behind a verb that takes things and has no other object is its object.
  void mend_adverb(std::uint32_t name) {
    if (at(name).deprel != Deprel::kAdvmod || at(name).upos != Upos::kPropn || is_root(name) ||
        is_time_entity(at(name).entity))
      return;
    const std::uint32_t verb = at(name).head;
    if (verb > name || !is_verb_tag(at(verb).tag) || !takes_thing(at(verb).lemma) || passive(verb) ||
        has_child(verb, {Deprel::kDobj, Deprel::kDative, Deprel::kAttr, Deprel::kAcomp, Deprel::kOprd,
                         Deprel::kCcomp, Deprel::kXcomp}))
      return;
    for (std::uint32_t t = verb + 1; t < name; ++t)
      if (!is_under(t, name)) return;
    at(name).deprel = Deprel::kDobj;
  }

  // Behind `of` and an object of a verb that takes somebody of something: a deed, event or state, or of somebody whatever
  // has no article, unless that is what makes somebody up (`accused | a group of officers`).
  void mend_charge(std::uint32_t of) {
    if (at(of).deprel != Deprel::kPrep || is_root(of) || lower(of) != "of") return;
    const std::uint32_t whom = at(of).head, what = child(of, {Deprel::kPobj, Deprel::kPcomp});
    const bool doer = at(whom).deprel == Deprel::kPobj &&
                      at(at(whom).head).deprel == Deprel::kAgent;  // `was accused by Ana of fraud`
    if (what == range_.end || (at(whom).deprel != Deprel::kDobj && !doer) || is_root(whom) || of != whom + 1)
      return;
    const std::uint32_t verb = doer ? at(at(whom).head).head : at(whom).head;
    if (verb > whom || !is_verb_tag(at(verb).tag) || !takes_of(at(verb).lemma)) return;
    const std::string noun = lower_case(at(what).lemma), object = common_lemma(at(whom));
    const bool somebody = at(whom).upos == Upos::kNoun && (noun_mostly_means(object, NounKind::kPerson) ||
                                                           noun_mostly_means(object, NounKind::kGroup));
    const bool mass = at(what).tag == Tag::kNn && !noun_means(noun, NounKind::kPerson) &&
                      !noun_mostly_means(noun, NounKind::kGroup) &&
                      !noun_mostly_means(noun, NounKind::kLocation);
    const bool deed = at(what).tag == Tag::kVbg || noun_mostly_means(noun, NounKind::kAct) ||
                      (somebody && mass) || noun_mostly_means(noun, NounKind::kEvent) ||
                      noun_mostly_means(noun, NounKind::kState);
    const bool named = is_name_entity(at(whom).entity);
    // `convicted Holt of conspiracy`: nobody's name has more behind it than a place or a body
    const bool plain = at(whom).upos == Upos::kPropn && at(what).upos == Upos::kNoun &&
                       !has_child(what, {Deprel::kDet, Deprel::kPoss}) &&
                       !noun_mostly_means(noun, NounKind::kPerson) &&
                       !noun_mostly_means(noun, NounKind::kLocation);
    // `deprived people of their rights`: what is theirs is not whose they are
    const std::uint32_t owner = child(what, {Deprel::kPoss});
    const bool theirs = at(owner).tag == Tag::kPrpDollar && !noun_mostly_means(noun, NounKind::kLocation) &&
                        !noun_mostly_means(noun, NounKind::kGroup) && !noun_means(noun, NounKind::kPerson);
    if (!is_name_entity(at(what).entity) &&
        (theirs || plain || (deed && (named || !has_child(what, {Deprel::kDet})))))
      at(of).head = verb;
  }

  void mend_founder(std::uint32_t in) {
    if (at(in).deprel != Deprel::kPrep || is_root(in) || (lower(in) != "in" && lower(in) != "at")) return;
    const std::uint32_t who = at(in).head, by = at(who).head, where = child(in, {Deprel::kPobj});
    if (at(who).entity == EntityLabel::kPerson && at(who).deprel == Deprel::kPobj &&
        at(by).deprel == Deprel::kAgent && in == who + 1 && is_place_entity(at(where).entity))
      at(in).head = at(by).head;
  }

  void mend_called_on(std::uint32_t infinitive) {
    if (at(infinitive).tag != Tag::kVb || at(infinitive).deprel != Deprel::kAdvcl ||
        infinitive < range_.begin + 3 || lower(infinitive - 1) != "to")
      return;
    const std::uint32_t whom = infinitive - 2, link = at(whom).head;
    if (at(whom).deprel == Deprel::kPobj &&
        (lower(link) == "on" || lower(link) == "upon" || lower(link) == "to") &&
        at(link).head == at(infinitive).head && asks_of(at(at(link).head).lemma, lower(link)))
      at(infinitive).deprel = Deprel::kXcomp;
  }

  static bool asks_of(const std::string& verb, const std::string& link) {
    return verb_is(verb, VerbClass::kDemand) ||
           (verb_means(verb, VerbKind::kCognition) && is_verb(verb + "_" + link));
  }

  // Behind the object, a name and a noun of the same article that says which of its kind.
  void mend_remnant(std::uint32_t name) {
    if (at(name).upos != Upos::kPropn || !has(name + 2) || lower(name + 1) != "the" ||
        at(name + 1).upos != Upos::kDet)
      return;
    const std::uint32_t which = at(name + 1).head, start = first_word(name);
    const bool tells =
        at(which).entity == EntityLabel::kOrdinal || lower(which) == "one" || lower(which) == "other";
    if (which < name + 2 || which > name + 4 || !tells || !comma_before(start) || start < range_.begin + 3)
      return;
    const std::uint32_t object = start - 2, verb = at(object).head;
    const bool beside = at(name).head == object || at(name).head == verb;
    if (at(object).deprel != Deprel::kDobj || at(object).upos != Upos::kNoun || !is_verb_tag(at(verb).tag) ||
        !beside || !has_child(object, {Deprel::kDet}) ||
        noun_means(common_lemma(at(object)), NounKind::kPerson))
      return;
    attach(name, verb, Deprel::kDep);
    attach(which, name, Deprel::kDobj);
  }
  // A name joined to a thing, and right behind it a second object of the verb.
  void mend_gapped(std::uint32_t name) {
    const std::uint32_t object = at(name).head, verb = at(object).head, which = at(name + 1).head;
    if (at(name).upos != Upos::kPropn || at(name).deprel != Deprel::kConj ||
        at(object).deprel != Deprel::kDobj || at(object).upos != Upos::kNoun ||
        is_name_entity(at(object).entity) || !is_verb_tag(at(verb).tag) ||
        lower(first_word(name, object + 1) - 1) != "and" || at(name + 1).deprel != Deprel::kDet ||
        which < name + 2 || at(which).head != verb ||
        (at(which).deprel != Deprel::kDobj && at(which).deprel != Deprel::kNpadvmod))
      return;
    const std::string thing = common_lemma(at(object));
    if (noun_means(thing, NounKind::kPerson) || noun_means(thing, NounKind::kGroup) ||
        is_time_entity(at(which).entity) || noun_means(common_lemma(at(which)), NounKind::kTime))
      return;
    attach(name, verb, Deprel::kDep);
    attach(which, name, Deprel::kDobj);
  }
};

}  // namespace

void repair_arguments(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ArgumentRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
