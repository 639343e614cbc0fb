// The repairs, each for what completes a verb and was hung elsewhere:
//
//   two objects `sends Ana and Ida a present`: who gets it, read as a second thing given
//   assigned    `appointed Ana as secretary`: who is appointed, read as what somebody is appointed
//   considered  `reported Ana to be ill`: the object of one verb is the subject of the other
//   made        `made the issue a key part`, `made places more popular`: a clause without a verb, taken apart
//   as          `describes her ideas about sleep as a revolution`: hung on a noun inside the object
//   as ill      `described the vote as unfair`: an adjective behind `as`, read as what describes the word
//   in absentia `was convicted in absentia of fraud`: what of, hung on a word that is no noun of its own
//   average     `drank on average eight cups`: what was drunk, read as part of `on average`
//   next clause `are going to its parks and profits have fallen`: a second clause, taken apart and hung on the first
//   gerunds     `include stopping waste and increasing trade`: a gerund read as an adjective of its object
//   rank        `became the last country to report it`: hung on the verb, not on who is last
//   found       `finds the variety of tasks exciting`: an adjective behind its noun
//   tested ill  `tested negative for the virus`: an adjective with nothing before it, read as a thing
//   good at     `was active on social media`: hung on the verb, not on the adjective before it
//   ruled out   `ruled out sending it`, `went on to win`: what a verb and its particle take, read as why or how
//   south       `is 90 miles (145 km) south of it`: how far, read as what it is
//   forbidden   `forbids both hunting and using nets`: what is forbidden, read as when or how
//   clock       `at 2:49 a.m. local time on Monday`: the hour and the time, read as two
//   hour        `at 1:15pm`, `at 23:00 GMT`: an hour, read as a number or a body of that name
//   at an hour  `began after 1:30 am in a cellar`: where it began, hung on the hour
//   second      `came in second, with 5 %`: as what, hung beside the preposition
//   span        `was mayor from 2005 to 2010`, `flew from Oslo to Rome`: its end hung on its beginning, or both on
//               what somebody was
//   last        `was last active in Oslo`: when, read as what it was
//   content     `the theory that he took bribes`: `that` read as what he took
//   reason      `sentenced to ten years in prison for fraud`: why, hung on how long, or on the prison
//   born        `was born Ana Roe in Oslo in 1950`: where and when, hung on the name
#include <algorithm>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ComplementRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_two_objects(t);
      mend_assigned(t);
      mend_considered(t);
      mend_made_noun(t);
      mend_made_adjective(t);
      mend_as(t);
      mend_as_ill(t);
      mend_absentia(t);
      mend_average(t);
      mend_next_clause(t);
      mend_gerunds(t);
      mend_rank(t);
      mend_found(t);
      mend_tested_ill(t);
      mend_good_at(t);
      mend_ruled_out(t);
      mend_south(t);
      mend_forbidden(t);
      mend_second(t);
      mend_last(t);
      mend_clock(t);
      mend_hour(t);
      mend_at_hour(t);
      mend_span(t);
      mend_born(t);
      mend_content(t);
      mend_reason(t);
    }
  }

 private:
  void mend_reason(std::uint32_t why) {
    std::uint32_t noun = at(why).head;
    if (lower(why) != "for" || at(why).deprel != Deprel::kPrep || is_root(why) || noun > why) return;
    if (std::uint32_t in = at(noun).head; !is_time_entity(at(noun).entity) && lower(in) == "in")
      noun = at(in).head;
    const std::uint32_t to = at(noun).head, verb = at(to).head;
    if (!is_time_entity(at(noun).entity) || at(noun).deprel != Deprel::kPobj ||
        !has_child(noun, {Deprel::kNummod}) || lower(to) != "to" || !is_verb_tag(at(verb).tag) ||
        !takes_person(at(verb).lemma) ||
        is_time_entity(at(child(why, {Deprel::kPobj, Deprel::kPcomp})).entity))
      return;
    at(why).head = verb;
  }

  // Not `the prize that they gave Ana`; `the book that he read last week` has no second object.
  void mend_content(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kRelcl || is_root(verb) || at(at(verb).head).upos != Upos::kNoun) return;
    const std::uint32_t noun = at(verb).head, subject = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    std::uint32_t that = range_.end, object = range_.end;
    for (std::uint32_t t = noun + 1; t < range_.end; ++t) {
      if (at(t).head != verb || at(t).deprel != Deprel::kDobj) continue;
      if (t < verb && lower(t) == "that") that = t;
      if (t > verb && (at(t).upos == Upos::kNoun || at(t).upos == Upos::kPropn)) object = t;
    }
    const std::string lemma = common_lemma(at(noun));
    // `reports that she retired`, `that she painted it`; no `sonatas that she bought`
    const bool told = that != range_.end && at(that).tag == Tag::kIn && object == range_.end &&
                      (takes_no_object(at(verb).lemma) || takes_clause(event_verb_of(lemma))) &&
                      noun_mostly_means(lemma, NounKind::kCommunication);
    if (that == range_.end || (object == range_.end && !told) || subject == range_.end || subject < that ||
        subject > verb ||
        !(noun_means(lemma, NounKind::kCommunication) || noun_means(lemma, NounKind::kCognition)))
      return;
    const std::string taken = told ? "" : common_lemma(at(object));
    if (takes_two(at(verb).lemma) || gives_to(at(verb).lemma) || noun_mostly_means(taken, NounKind::kTime) ||
        noun_mostly_means(taken, NounKind::kQuantity))
      return;
    at(verb).deprel = Deprel::kAcl;
    at(that).deprel = Deprel::kMark;
    at(that).tag = Tag::kIn;
    at(that).upos = Upos::kSconj;
  }

  void mend_forbidden(std::uint32_t gerund) {
    if (at(gerund).tag != Tag::kVbg || at(gerund).deprel != Deprel::kAdvcl || is_root(gerund) ||
        has_subject(gerund))
      return;
    const std::uint32_t verb = at(gerund).head;
    const bool behind = gerund == verb + 1 ||
                        (gerund == verb + 2 && at(verb + 1).head == gerund && lower(verb + 1) == "both");
    if (behind &&
        (verb_is(at(verb).lemma, VerbClass::kForbid) || verb_is(at(verb).lemma, VerbClass::kPermit)) &&
        !has_child(verb, {Deprel::kDobj}))
      at(gerund).deprel = Deprel::kXcomp;
  }
  void mend_clock(std::uint32_t time) {
    if (lower(time) != "time" || at(time).deprel != Deprel::kPobj || is_root(time)) return;
    const std::uint32_t hour = child(at(time).head, {Deprel::kPobj});
    if (hour >= time ||
        (lower(hour) != "a.m." && lower(hour) != "p.m." && lower(hour) != "am" && lower(hour) != "pm") ||
        first_word(time, hour + 1) != hour + 1)
      return;
    attach(hour, time, Deprel::kNummod);
    if (const std::uint32_t number = child(hour, {Deprel::kNummod}); number < hour)
      attach(number, time, Deprel::kNummod);
  }
  // `1:15`, `1:15pm`, `8am`
  static bool is_clock_time(std::string word) {
    const bool half = word.size() > 2 && (word.ends_with("am") || word.ends_with("pm"));
    if (half) word.resize(word.size() - 2);
    const std::size_t colon = word.find_first_of(":.");
    const bool minutes = colon != word.npos && word.size() == colon + 3 && (half || word[colon] == ':');
    if (minutes) word.erase(colon, 1);
    return (half || minutes) && !word.empty() && word.size() <= 4 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  void mend_hour(std::uint32_t hour) {
    const std::uint32_t zone = hour + 1;
    const std::string_view word = word_at(zone);
    const bool zoned = at(hour).head == zone && at(zone).tag == Tag::kNnp && word.size() <= 4 &&
                       std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (at(hour).tag != Tag::kCd || !is_clock_time(lower(hour)) ||
        (!zoned && at(hour).deprel != Deprel::kPobj))
      return;
    for (const std::uint32_t t : {hour, zoned ? zone : hour}) at(t).entity = EntityLabel::kTime;
    at(hour).entity_begins = true;
    if (zoned) at(zone).entity_begins = false;
  }
  // Of an hour; `four hours in a cellar` lasted there.
  void mend_at_hour(std::uint32_t link) {
    const std::uint32_t hour = at(link).head, when = at(hour).head;
    if (at(link).deprel != Deprel::kPrep || is_root(link) || link < hour) return;
    const std::uint32_t place = child(link, {Deprel::kPobj});
    if (place == range_.end || is_time(place) || at(place).tag == Tag::kCd ||
        (lower(link) != "in" && lower(link) != "at" && lower(link) != "near" && lower(link) != "on" &&
         lower(link) != "to") ||
        at(hour).deprel != Deprel::kPobj || at(when).deprel != Deprel::kPrep ||
        !is_verb_tag(at(at(when).head).tag))
      return;
    const std::string word = lower(hour);
    if (word == "am" || word == "pm" || word == "a.m." || word == "p.m." || word == "o'clock" ||
        (at(hour).entity == EntityLabel::kTime &&
         (word == "time" || at(hour).tag == Tag::kCd || at(hour).tag == Tag::kNnp)))
      at(link).head = at(when).head;
  }
  bool leads_to_date(std::uint32_t preposition) {
    const std::uint32_t date = child(preposition, {Deprel::kPobj});
    return date != range_.end && at(date).entity == EntityLabel::kDate;
  }
  void mend_span(std::uint32_t end) {
    const std::uint32_t begin = at(end).head;
    if (at(end).deprel != Deprel::kPrep || (lower(end) != "to" && lower(end) != "until") || is_root(end) ||
        lower(begin) != "from" || at(begin).deprel != Deprel::kPrep || is_root(begin) ||
        leads_to_date(begin) != leads_to_date(end))
      return;
    const std::uint32_t noun = leads_to_date(begin) ? at(begin).head : end;
    if (at(noun).deprel == Deprel::kAttr && at(at(noun).head).lemma == "be") at(begin).head = at(noun).head;
    if (at(end).entity != EntityLabel::kDate)
      at(end).head = at(begin).head;  // else one date to the recogniser
  }
  void mend_last(std::uint32_t last) {
    if (at(last).deprel != Deprel::kAcomp || is_root(last) ||
        (lower(last) != "last" && lower(last) != "first") || at(last + 1).deprel != Deprel::kAcomp ||
        at(last + 1).head != at(last).head)
      return;
    at(last).deprel = Deprel::kAdvmod;
    retag(last, Tag::kRb, Upos::kAdv);
  }
  void mend_born(std::uint32_t preposition) {
    if (at(preposition).deprel != Deprel::kPrep || lower(preposition) != "in" || is_root(preposition)) return;
    const std::uint32_t name = at(preposition).head;
    if (at(name).upos != Upos::kPropn || is_root(name) || name > preposition ||
        (at(name).deprel != Deprel::kDobj && at(name).deprel != Deprel::kOprd &&
         at(name).deprel != Deprel::kAttr))
      return;
    const std::uint32_t verb = at(name).head;
    if (at(verb).lemma == "bear" && passive(verb)) at(preposition).head = verb;
  }
  void mend_ruled_out(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kAdvcl || is_root(verb) || has_subject(verb) ||
        has_child(verb, {Deprel::kMark}))
      return;
    const std::uint32_t above = at(verb).head, particle = child(above, {Deprel::kPrt});
    if (particle == range_.end || particle < above || !is_verb_tag(at(above).tag)) return;
    const std::string whole = at(above).lemma + "_" + lower(particle);
    const bool gerund = at(verb).tag == Tag::kVbg && verb == particle + 1 && takes_thing(whole) &&
                        !has_child(above, {Deprel::kDobj});
    const bool goes_on = at(verb).tag == Tag::kVb && verb == particle + 2 &&
                         at(particle + 1).tag == Tag::kTo && whole == "go_on";
    if (gerund || goes_on) at(verb).deprel = Deprel::kXcomp;
  }
  bool is_somebody(std::uint32_t noun) {
    return at(noun).entity == EntityLabel::kPerson || at(noun).tag == Tag::kPrp ||
           (at(noun).upos == Upos::kNoun && (noun_means(common_lemma(at(noun)), NounKind::kPerson) ||
                                             noun_mostly_means(common_lemma(at(noun)), NounKind::kGroup)));
  }
  bool is_time(std::uint32_t noun) {
    return is_time_entity(at(noun).entity) ||
           (at(noun).upos == Upos::kNoun && noun_mostly_means(common_lemma(at(noun)), NounKind::kTime));
  }
  std::uint32_t last_word(std::uint32_t head) {
    std::uint32_t last = head;
    for (std::uint32_t t = head + 1; t < range_.end; ++t)
      if (is_under(t, head) && word_at(t) != ",") last = t;  // what a comma sets off is no second object
    return last;
  }

  // Two objects side by side, the first one people, the second with an article, of a verb that gives.
  void mend_two_objects(std::uint32_t thing) {
    if (at(thing).deprel != Deprel::kDobj || is_root(thing)) return;
    const std::uint32_t verb = at(thing).head, whom = child(verb, {Deprel::kDobj});
    if (whom < thing && whom > verb && names_so(at(verb).lemma) && !gives_to(at(verb).lemma) &&
        lower(first_word(thing)) == "a" && last_word(whom) + 1 == first_word(thing))
      at(thing).deprel = Deprel::kOprd;  // `made the issue a key part`
    if (whom >= thing || whom < verb || !gives_to(at(verb).lemma) || has_child(verb, {Deprel::kDative}) ||
        !is_somebody(whom) ||
        !(at(thing).tag == Tag::kCd || has_child(thing, {Deprel::kDet, Deprel::kNummod})) ||
        last_word(whom) + 1 != first_word(thing))
      return;
    at(whom).deprel = Deprel::kDative;
  }

  // A direction with `of` behind it, hung on a length that is no thing which the verb could take.
  void mend_south(std::uint32_t south) {
    if (is_root(south) || lower(south + 1) != "of" || at(south + 1).head != south ||
        !is_leaf_but(south, south + 1))
      return;
    const std::uint32_t length = at(south).head, verb = at(length).head;
    const bool direction = at(south).tag == Tag::kRb || noun_means(lower(south), NounKind::kLocation);
    if (!direction || length > south || is_root(length) || verb > length || !is_verb_tag(at(verb).tag) ||
        !has_child(length, {Deprel::kNummod}) ||
        !noun_mostly_means(lower_case(at(length).lemma), NounKind::kQuantity) ||
        (at(length).deprel != Deprel::kAttr && at(length).deprel != Deprel::kDobj &&
         at(length).deprel != Deprel::kNpadvmod))
      return;
    retag(south, Tag::kRb, Upos::kAdv);
    attach(south, verb, Deprel::kAdvmod);
    attach(length, south, Deprel::kNpadvmod);
  }
  bool is_leaf_but(std::uint32_t word, std::uint32_t only) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != word && t != only && at(t).head == word) return false;
    return true;
  }

  void mend_assigned(std::uint32_t whom) {
    if (at(whom).deprel != Deprel::kOprd || is_root(whom) ||
        !(is_somebody(whom) || at(whom).upos == Upos::kPropn))
      return;
    const std::uint32_t verb = at(whom).head, as = child(verb, {Deprel::kPrep});
    if (verb < whom && verb_is(at(verb).lemma, VerbClass::kAssign) && !passive(verb) &&
        !has_child(verb, {Deprel::kDobj}) && has(as) && as > whom && lower(as) == "as")
      at(whom).deprel = Deprel::kDobj;
  }

  // Of a verb that takes a clause, not of one that makes somebody do something.
  void mend_considered(std::uint32_t be) {
    if (at(be).lemma != "be" || at(be).deprel != Deprel::kXcomp || is_root(be) ||
        !has_child(be, {Deprel::kAttr, Deprel::kAcomp}) || has_subject(be))
      return;
    const std::uint32_t verb = at(be).head, object = child(verb, {Deprel::kDobj});
    if (!has(object) || object < verb || object > be || !takes_clause(at(verb).lemma) || passive(verb) ||
        verb_is(at(verb).lemma, VerbClass::kDemand) || at(be - 1).tag != Tag::kTo ||
        last_word(object) + 2 != be)
      return;
    attach(object, be, Deprel::kNsubj);
    at(be).deprel = Deprel::kCcomp;
    for (std::uint32_t t = be + 1; t < range_.end; ++t)  // `reported it to be open, citing Ida`
      if (at(t).head == be && at(t).deprel == Deprel::kAdvcl && at(t).tag == Tag::kVbg) at(t).head = verb;
  }

  // A noun without a verb that has a subject of its own.
  void mend_made_noun(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kCcomp || at(noun).upos != Upos::kNoun || is_root(noun) ||
        has_child(noun, {Deprel::kAux, Deprel::kMark}))
      return;
    const std::uint32_t verb = at(noun).head, object = child(noun, {Deprel::kNsubj});
    if (verb > object || !has(object) || object > noun || !is_verb_tag(at(verb).tag) ||
        !names_so(at(verb).lemma) || has_child(verb, {Deprel::kDobj}) || !has_child(noun, {Deprel::kDet}))
      return;
    attach(object, verb, Deprel::kDobj);
    at(noun).deprel = Deprel::kOprd;
  }

  void mend_made_adjective(std::uint32_t adjective) {
    if (at(adjective).deprel != Deprel::kAdvcl || at(adjective).upos != Upos::kAdj || is_root(adjective) ||
        has_child(adjective, {Deprel::kMark, Deprel::kAux, Deprel::kNsubj, Deprel::kAdvcl}))
      return;
    const std::uint32_t verb = at(adjective).head, object = child(verb, {Deprel::kDobj}),
                        first = first_word(adjective);
    if (has(object) && verb < object && object < adjective && at(verb).lemma == "make" &&
        !comma_before(first))
      at(adjective).deprel = Deprel::kOprd;
  }

  void mend_second(std::uint32_t place) {
    const std::uint32_t in = place - 1;
    if (at(place).entity != EntityLabel::kOrdinal || at(place).deprel != Deprel::kAdvmod ||
        lower(in) != "in" || !is_leaf(place) || at(in).head != at(place).head || !is_leaf(in) ||
        !(at(in).deprel == Deprel::kPrep || at(in).deprel == Deprel::kPrt))
      return;
    attach(in, at(place).head, Deprel::kPrep);
    retag(in, Tag::kIn, Upos::kAdp);
    attach(place, in, Deprel::kPobj);
  }

  // Of a verb that says or sees something as something, with no `as` of its own.
  void mend_as(std::uint32_t as) {
    if (lower(as) != "as" || at(as).deprel != Deprel::kPrep || is_root(as) || !is_nominal(at(at(as).head)) ||
        comma_before(as) || lower(as - 1) == "such")
      return;
    std::uint32_t top = at(as).head;
    while (!is_root(top) && !is_verb_tag(at(top).tag)) top = at(top).head;
    if (!is_verb_tag(at(top).tag) || top > as) return;
    const std::string& lemma = at(top).lemma;
    const std::uint32_t object = child(top, {Deprel::kDobj});
    if (!has(object) || object < top || object > as || !takes_phrase(lemma) ||
        !(verb_mostly_means(lemma, VerbKind::kCommunication) ||
          verb_mostly_means(lemma, VerbKind::kCognition) || verb_mostly_means(lemma, VerbKind::kPerception)))
      return;
    for (std::uint32_t t = top; t < as; ++t)
      if (at(t).head == top && lower(t) == "as") return;
    at(as).head = top;
  }

  // Of an object, or of what is treated so; no `was changed as necessary`, `as good as`.
  void mend_as_ill(std::uint32_t adjective) {
    const std::uint32_t as = at(adjective).head, verb = at(as).head;
    if ((at(adjective).deprel != Deprel::kAmod && at(adjective).deprel != Deprel::kPcomp) ||
        at(adjective).upos != Upos::kAdj || is_root(adjective) || as > adjective || lower(as) != "as" ||
        at(as).deprel != Deprel::kPrep || !is_verb_tag(at(verb).tag) || has_child(as, {Deprel::kPobj}) ||
        !(has_child(verb, {Deprel::kDobj}) || (passive(verb) && takes_phrase(at(verb).lemma) &&
                                               !verb_mostly_means(at(verb).lemma, VerbKind::kChange))))
      return;
    at(adjective).deprel = Deprel::kPobj;
    retag(as, Tag::kIn, Upos::kAdp);
  }

  // Behind a preposition and the one word that goes with it alone.
  void mend_absentia(std::uint32_t link) {
    const std::uint32_t word = at(link).head, first = at(word).head;
    if (at(link).deprel == Deprel::kPrep && !is_root(link) && link == word + 1 && first + 1 == word &&
        at(word).deprel == Deprel::kPobj && is_verb_tag(at(at(first).head).tag) && !is_noun(lower(word)) &&
        is_adverb_phrase(lower(first) + "_" + lower(word)))
      at(link).head = at(first).head;
  }

  void mend_average(std::uint32_t average) {
    if (lower(average) != "average" || average == range_.begin || lower(average - 1) != "on" ||
        at(average).head == average - 1)
      return;
    const std::uint32_t on = average - 1, thing = at(average).head, verb = at(on).head;
    if (at(thing).head != on || at(thing).deprel != Deprel::kPobj || thing < average ||
        !is_verb_tag(at(verb).tag) || has_child(verb, {Deprel::kDobj}) || !takes_thing(at(verb).lemma))
      return;
    attach(thing, verb, Deprel::kDobj);
    attach(average, on, Deprel::kPobj);
    retag(average, Tag::kNn, Upos::kNoun);
  }

  void mend_next_clause(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || at(verb).deprel != Deprel::kCcomp || is_root(verb) ||
        at(verb).head >= verb || has_subject(verb) || has_child(verb, {Deprel::kMark}))
      return;
    const std::uint32_t governor = at(verb).head;
    const auto first = finite_start(verb);
    if (!first || *first == range_.begin) return;
    const std::uint32_t noun = *first - 1;
    if (at(noun).deprel != Deprel::kConj || !is_nominal(at(noun)) || at(noun).head >= noun) return;
    std::uint32_t joint = range_.end;
    for (std::uint32_t t = at(noun).head + 1; t < noun; ++t)
      if (at(t).head == at(noun).head && at(t).deprel == Deprel::kCc) joint = t;
    std::uint32_t twin = noun;
    while (!is_root(twin) && at(twin).head != governor) twin = at(twin).head;
    if (!has(joint) || is_root(twin) || twin <= governor || twin == verb || !is_verb_tag(at(twin).tag) ||
        at(twin).deprel != Deprel::kCcomp || !has_subject(twin))
      return;
    attach(joint, twin, Deprel::kCc);
    attach(verb, twin, Deprel::kConj);
    make_subject(noun, verb);
  }

  // The first object is a gerund's; the second noun has no article, and its adjective takes things.
  void mend_gerunds(std::uint32_t second) {
    if (at(second).tag != Tag::kVbg || at(second).deprel != Deprel::kAmod || is_root(second) ||
        second < range_.begin + 2 || at(second - 1).upos != Upos::kCconj || !takes_thing(at(second).lemma))
      return;
    const std::uint32_t object = at(second).head, first = at(object).head, gerund = at(first).head;
    if (at(object).deprel != Deprel::kConj || at(first).deprel != Deprel::kDobj || object < second ||
        first_word(object) != second || first + 2 != second || at(gerund).tag != Tag::kVbg ||
        gerund + 1 != first_word(first))
      return;
    attach(second, gerund, Deprel::kConj);
    attach(object, second, Deprel::kDobj);
    at(second - 1).head = gerund;
  }

  // Right behind a noun that is said to be the first or last.
  void mend_rank(std::uint32_t infinitive) {
    const bool hung = at(infinitive).deprel == Deprel::kXcomp || at(infinitive).deprel == Deprel::kAdvcl;
    if (!hung || at(infinitive).tag != Tag::kVb || is_root(infinitive) || at(infinitive - 1).tag != Tag::kTo)
      return;
    const std::uint32_t noun = child(at(infinitive).head, {Deprel::kAttr});
    if (!has(noun) || at(noun).upos != Upos::kNoun || last_word(noun) + 2 != infinitive) return;
    for (std::uint32_t t = first_word(noun); t < noun; ++t)
      if (at(t).head == noun &&
          (at(t).entity == EntityLabel::kOrdinal || lower(t) == "last" || lower(t) == "only"))
        return attach(infinitive, noun, Deprel::kAcl);
  }

  // No adjective of one word stands behind the noun it describes, at the end of its clause.
  void mend_found(std::uint32_t adjective) {
    if (at(adjective).deprel != Deprel::kAmod || is_root(adjective) || at(adjective).head + 1 != adjective ||
        !is_leaf(adjective) || (has(adjective + 1) && at(adjective + 1).upos != Upos::kPunct) ||
        at(adjective).tag == Tag::kVbn)
      return;
    std::uint32_t object = at(adjective).head;
    while (!is_root(object) && at(object).deprel != Deprel::kDobj) object = at(object).head;
    const std::uint32_t verb = at(object).head;
    if (is_root(object) || verb > object || !names_so(at(verb).lemma) || !has_child(object, {Deprel::kDet}) ||
        has_child(verb, {Deprel::kOprd, Deprel::kDative}))
      return;
    attach(adjective, verb, Deprel::kOprd);
    retag(adjective, Tag::kJj, Upos::kAdj);
  }

  void mend_tested_ill(std::uint32_t adjective) {
    if (at(adjective).deprel != Deprel::kDobj || at(adjective).tag != Tag::kJj ||
        at(adjective).head + 1 != adjective || at(adjective).entity != EntityLabel::kNone ||
        is_quantity(lower(adjective)))
      return;
    if (is_leaf(adjective) ||
        (at(adjective + 1).deprel == Deprel::kPrep && at(adjective + 1).head == adjective))
      at(adjective).deprel = Deprel::kAcomp;
  }
  static bool is_quantity(std::string_view word) {
    return word == "much" || word == "many" || word == "little" || word == "few" || word == "enough" ||
           word == "several" || word == "such";
  }

  // Right behind an adjective that says what the subject is; no time.
  void mend_good_at(std::uint32_t preposition) {
    if (at(preposition).deprel != Deprel::kPrep || is_root(preposition) ||
        at(preposition).upos != Upos::kAdp || preposition == range_.begin)
      return;
    const std::uint32_t adjective = preposition - 1, verb = at(preposition).head;
    if (at(adjective).deprel != Deprel::kAcomp || at(adjective).tag != Tag::kJj ||
        at(adjective).head != verb || verb > adjective || lower(preposition) == "by" ||
        has_child(adjective,
                  {Deprel::kPrep, Deprel::kXcomp, Deprel::kCcomp, Deprel::kConj, Deprel::kNpadvmod}))
      return;  // `was 20 years old at the time`
    const std::uint32_t noun = child(preposition, {Deprel::kPobj}),
                        deed = child(preposition, {Deprel::kPcomp});
    if (has(noun) ? !is_time(noun) : has(deed) && at(deed).tag == Tag::kVbg) at(preposition).head = adjective;
  }
};

}  // namespace

void repair_complements(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ComplementRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
