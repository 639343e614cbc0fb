// Repairs of a main verb that lost its subject to what stands before it:
//
//   fronted      `After the vote, Ana, with Ida, is leaving`: read as more of the phrase in front
//   on air       `On live television Ana attacked it`: a name read as one with the noun in front of it
//   verb says    `The road, says Ana, is open`, `The road, said the clerk, will open`: the verb of saying between commas
//                has two subjects first, or the speaker for its object
//   said         `Ana, a clerk, said demand, which is high, had risen`: read as what is around who says it
//   between      `The road, the mayor said on Friday, will open`: both subjects hung on the verb of saying,
//                or on the other
//   reported     `The party, a partner in it, threatened to go, the clerk said`: read as who says so, and as threatened
//   appositive   `The singer, born in Oslo, studied law`: the verb read as what the noun behind it is
//   heading      `The worst part: cleaning up`: a heading read as the subject of what it heads
//   dated        `Ana was on Friday arrested`, `The court on Friday freed Ana`: a date between the two, read
//                as what she was or hung on the court
//   day          `On Sunday Prime Ministers Ole Dahl and Ana Kask left`: the day read as a part of the name behind it
//   first word   `Sheehy hopes to leave`: a name that the parser does not know, read as an adjective
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class MainSubjectRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    mend_heading();
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_adjective(t);
      mend_day(t);
      mend_dated_passive(t);
      mend_dated(t);
      mend_studied(t);
      mend_says(t);
      mend_between(t);
      mend_reported(t);
      mend_on_air(t);
      if (!is_verb_tag(at(t).tag) || !is_root(t) || has_subject(t) || !finite_start(t)) continue;
      mend_first(t);
      mend_fronted(t);
    }
  }

 private:
  // A thing in front of somebody's name, both in a phrase that opens the sentence: he is not called television.
  void mend_on_air(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || !is_root(verb) || !finite_start(verb)) return;
    const std::uint32_t link = range_.begin, held = child(link, {Deprel::kPobj}),
                        subject = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    const std::uint32_t name = has(held) ? held : subject;  // `On` stands alone where the name is the subject
    if ((has(held) && has(subject)) || at(link).deprel != Deprel::kPrep || at(link).head != verb ||
        !has(name) || name > verb)
      return;
    const std::uint32_t noun = name_start(name) - 1;
    if (noun <= link || at(name).tag != Tag::kNnp || at(name).entity != EntityLabel::kPerson ||
        at(noun).tag != Tag::kNn || at(noun).head != name || at(noun).deprel != Deprel::kCompound ||
        first_word(name) != link + 1 || noun_means(common_lemma(at(noun)), NounKind::kPerson))
      return;
    move_children(name, noun, range_.begin, noun);
    attach(noun, link, Deprel::kPobj);
    make_subject(name, verb);
  }

  bool comma(std::uint32_t t) const { return word_at(t) == ","; }
  std::uint32_t leftmost(std::uint32_t token) {
    for (std::uint32_t t = range_.begin; t < token; ++t)
      if (at(t).upos != Upos::kPunct && is_under(t, token)) return t;
    return token;
  }

  bool tells_time(std::uint32_t t) { return has(t) && is_time_entity(at(t).entity); }
  bool leads_to_time(std::uint32_t t) {  // the `late` of `late on Friday`
    return has(t) && (at(t).upos == Upos::kAdp || at(t).upos == Upos::kAdv ||
                      (at(t).upos == Upos::kAdj && tells_time(t + 2) && at(t + 1).upos == Upos::kAdp));
  }

  void mend_day(std::uint32_t day) {
    if (day == range_.begin || at(day).entity != EntityLabel::kDate || at(day).deprel != Deprel::kCompound ||
        at(day).upos != Upos::kPropn || lower(day - 1) != "on" || tells_time(day + 1))
      return;
    const std::uint32_t on = day - 1, name = at(day).head, verb = at(on).head;
    if (child(on, {Deprel::kPobj}) != name || verb < name || at(on).deprel != Deprel::kPrep ||
        !is_verb_tag(at(verb).tag))
      return;
    const std::uint32_t subject = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (has_subject(verb) && (first_word(subject) != name + 1 || !is_role(name))) return;
    attach(day, on, Deprel::kPobj);
    if (has(subject)) {
      attach(name, subject, Deprel::kCompound);  // `On Sunday Presidents Ole Dahl and Ana Kask left`
      retag(name, at(name).tag == Tag::kNns || at(name).tag == Tag::kNnps ? Tag::kNnps : Tag::kNnp,
            Upos::kPropn);
    } else {
      make_subject(name, verb);
    }
  }

  // From a `was` over a date to a participle: that was done, then.
  void mend_dated_passive(std::uint32_t be) {
    if (at(be).lemma != "be" ||
        (at(be).tag != Tag::kVbd && at(be).tag != Tag::kVbz && at(be).tag != Tag::kVbp))
      return;
    bool dated = false;
    std::uint32_t verb = be + 1;
    for (; tells_time(verb) || leads_to_time(verb); ++verb) dated = dated || tells_time(verb);
    if (!dated || !has(verb) || at(verb).tag != Tag::kVbn) return;
    const bool auxiliary = at(be).head == verb;
    if (!auxiliary && (at(verb).head < be || at(verb).head >= verb || !has_subject(be))) return;
    if (!auxiliary) {
      replace(be, verb);
      move_children(be, verb);
      for (std::uint32_t t = range_.begin; t < be; ++t)
        if (at(t).head == verb && at(t).deprel == Deprel::kNsubj) at(t).deprel = Deprel::kNsubjpass;
      attach(be, verb, Deprel::kAuxpass);
    }
    for (std::uint32_t t = be + 1; t < verb; ++t)
      if (at(t).head <= be || at(t).head >= verb)
        attach(t, verb,
               at(t).upos == Upos::kAdp   ? Deprel::kPrep
               : at(t).upos == Upos::kAdv ? Deprel::kAdvmod
                                          : Deprel::kNpadvmod);
  }

  // Somebody has no date: it is of what he does.
  void mend_dated(std::uint32_t verb) {
    const std::uint32_t subject =
        is_verb_tag(at(verb).tag) ? child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}) : range_.end;
    const auto start = subject < verb && at(verb).lemma != "be" ? finite_start(verb) : std::nullopt;
    if (!start || *start <= subject || !does(subject)) return;
    for (std::uint32_t t = subject + 1; t < *start; ++t) {
      if (at(t).head != subject || lower(t) == "of") continue;  // `the eve of May Day`
      const std::uint32_t date = at(t).deprel == Deprel::kPrep ? child(t, {Deprel::kPobj}) : t;
      const bool ends = is_under(*start - 1, t) && first_word(t, subject + 1) > subject;
      if (ends && tells_time(date) && !comma(*start - 1) &&
          (at(t).deprel == Deprel::kPrep || at(t).deprel == Deprel::kAdvmod ||
           at(t).deprel == Deprel::kNpadvmod))
        at(t).head = verb;
    }
  }
  bool does(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return is_name_entity(at(noun).entity) || at(noun).upos == Upos::kPron ||
           at(noun).entity == EntityLabel::kCardinal || noun_mostly_means(lemma, NounKind::kPerson) ||
           noun_mostly_means(lemma, NounKind::kGroup);
  }

  // A past tense is no adjective: behind an aside, in a sentence without another verb, it is the noun's at the head.
  void mend_studied(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbd || at(verb).deprel != Deprel::kAmod || is_root(verb) || !comma_before(verb))
      return;
    const std::uint32_t object = at(verb).head, subject = at(object).head;
    if (object < verb || at(object).deprel != Deprel::kAppos || !is_root(subject) ||
        !is_nominal(at(subject)) || subject > verb || word_at(subject + 1) != "," ||
        word_at(range_.end - 1) != ".")
      return;
    attach(verb, verb, Deprel::kRoot);
    attach(subject, verb, Deprel::kNsubj);
    move_children(object, verb, object + 1, range_.end, {Deprel::kPrep});
    attach(object, verb, Deprel::kDobj);
    move_marks(subject, verb);
  }

  // The speaker stands right before the verb of saying, behind a comma; the first of two subjects does what a past tense
  // behind its aside tells.
  void mend_reported(std::uint32_t says) {
    if (!verb_mostly_means(at(says).lemma, VerbKind::kCommunication) || !finite_start(says)) return;
    const std::uint32_t subject = child(says, {Deprel::kNsubj});
    std::uint32_t speaker = range_.end, verb = range_.end;
    for (std::uint32_t t = subject + 1; t < says; ++t) {
      if (at(t).head == says && at(t).deprel == Deprel::kNsubj) speaker = t;
      if (at(t).head == subject && at(t).deprel == Deprel::kAcl && may_be_past(t) && comma_before(t))
        verb = t;
    }
    if (!has(speaker) || verb > speaker || !comma_before(first_word(speaker, verb)) ||
        has_child(verb, {Deprel::kAgent, Deprel::kAux, Deprel::kAuxpass}) ||
        has_child(says, {Deprel::kCcomp}))
      return;
    attach(verb, says, Deprel::kCcomp);
    retag(verb, Tag::kVbd, Upos::kVerb);
    attach(subject, verb, Deprel::kNsubj);
  }

  // Two subjects before a verb that takes a clause, with a comma between them, and behind another comma a
  // finite verb that has none: who stands right before the verb of saying says what the first one does.
  void mend_between(std::uint32_t says) {
    if (!is_verb_tag(at(says).tag) || !takes_clause(at(says).lemma) || !finite_start(says)) return;
    const std::uint32_t verb = verb_behind(says);
    if (!has(verb)) return;
    std::uint32_t speaker = range_.end, subject = range_.end;
    for (std::uint32_t t = range_.begin; t < says; ++t) {
      if (is_subject(t) && at(t).deprel != Deprel::kExpl &&
          (is_of(t, says, verb) || is_of_next(t, says, verb)))
        subject = std::exchange(speaker, t);
    }
    if (!has(subject) || (at(subject).head == verb && at(speaker).head == says) ||
        !comma_before(first_word(speaker, subject + 1)) || commas(speaker, says) != 0)
      return;
    if (is_under(verb, says)) {
      move_children(says, verb, range_.begin, subject);
      replace(says, verb);
    }
    attach(says, verb, Deprel::kParataxis);
    attach(speaker, says, Deprel::kNsubj);
    make_subject(subject, verb);
    move_marks(says, verb);
  }
  bool is_of(std::uint32_t t, std::uint32_t one, std::uint32_t other) {
    return at(t).head == one || at(t).head == other;
  }
  // `The clerk, aides say, has left`: hung on the aides
  bool is_of_next(std::uint32_t t, std::uint32_t says, std::uint32_t verb) {
    const std::uint32_t next = at(t).head;
    return next > t && next < says && is_subject(next) && is_of(next, says, verb);
  }
  // The finite verb behind a comma that the verb of saying hangs on, or that hangs on it, without a subject
  // behind the comma.
  std::uint32_t verb_behind(std::uint32_t says) {
    for (std::uint32_t t = says + 1; t < range_.end; ++t) {
      const bool above = at(says).head == t && at(says).deprel == Deprel::kParataxis;
      const bool below =
          at(t).head == says && (at(t).deprel == Deprel::kCcomp || at(t).deprel == Deprel::kAdvcl ||
                                 at(t).deprel == Deprel::kDep || at(t).deprel == Deprel::kConj);
      if ((!above && !below) || !is_verb_tag(at(t).tag)) continue;
      const auto start = finite_start(t);
      if (!start || *start <= says || !comma_before(*start) || has_child(t, {Deprel::kMark}) ||
          (below && has_child(says, {Deprel::kCc})))
        return range_.end;
      for (std::uint32_t s = says; s < t; ++s)
        if (at(s).head == t && is_subject(s)) return range_.end;
      return t;
    }
    return range_.end;
  }

  // No verb before the colon, and the verb behind it; but `The Centre for Peace: Asia and Africa said`.
  void mend_heading() {
    std::uint32_t colon = range_.begin;
    while (colon < range_.end && word_at(colon) != ":" && !is_verb_tag(at(colon).tag)) ++colon;
    if (colon == range_.end || word_at(colon) != ":") return;
    for (std::uint32_t t = range_.begin; t < colon; ++t)
      if (at(t).head > colon && (at(t).deprel == Deprel::kNsubj || at(t).deprel == Deprel::kNsubjpass) &&
          leftmost(t) == range_.begin && !is_under(colon + 1, t))
        at(t).deprel = Deprel::kDep;
  }

  void mend_adjective(std::uint32_t adjective) {
    if (at(adjective).upos != Upos::kAdj || !is_root(adjective) ||
        has_child(adjective, {Deprel::kAux, Deprel::kAuxpass, Deprel::kCc, Deprel::kConj}))
      return;
    const std::uint32_t subject = child(adjective, {Deprel::kNsubj}),
                        verb = child(adjective, {Deprel::kCcomp});
    if (subject > adjective || verb == range_.end || verb < adjective || has_subject(verb) ||
        !finite_start(verb))
      return;
    const std::uint32_t start = *finite_start(verb);
    if (!comma_before(start) || !has(subject + 1) || !comma(subject + 1)) return;
    attach(verb, verb, Deprel::kRoot);
    make_subject(subject, verb);
    attach(adjective, subject, Deprel::kAppos);
    move_marks(adjective, verb);
  }

  void mend_first(std::uint32_t verb) {
    if (verb == range_.begin || has_subject(verb)) return;
    const std::uint32_t name = verb - 1;
    const char first = word_at(name).front();
    if (at(name).head != verb || at(name).deprel != Deprel::kAmod || first < 'A' || first > 'Z' ||
        !is_leaf(name))
      return;
    make_subject(name, verb);
    retag(name, Tag::kNnp, Upos::kPropn);
  }

  void mend_says(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || has_subject(verb) || !finite_start(verb)) return;
    const bool joined = at(verb).deprel == Deprel::kConj && !has_child(at(verb).head, {Deprel::kCc});
    const bool below = (at(verb).deprel == Deprel::kCcomp || joined) &&
                       at(verb).head < verb;  // read as what the subject said
    if (!below && !is_root(verb)) return;
    const std::uint32_t says = below ? at(verb).head : child(verb, {Deprel::kParataxis});
    if (says > verb || !verb_means(at(says).lemma, VerbKind::kCommunication) || !comma_before(says)) return;
    if (below && (!comma_before(*finite_start(verb)) || has_child(verb, {Deprel::kMark}) ||
                  (at(says).tag != Tag::kVbd && at(says).tag != Tag::kVbz)))
      return;
    const std::uint32_t first = child(says, {Deprel::kNsubj});
    if (first > says || (below && (commas(first, says) != 1 || commas(says, verb) != 1))) return;
    std::uint32_t speaker = range_.end;
    for (std::uint32_t t = says + 1; t < verb; ++t)
      if (at(t).head == says &&
          (at(t).deprel == Deprel::kNsubj || (at(t).deprel == Deprel::kDobj && speaks(t))))
        speaker = t;
    if (!has(speaker)) return below ? void() : mend_said(says, verb);
    at(speaker).deprel = Deprel::kNsubj;
    if (below) {
      replace(says, verb);
      attach(says, verb, Deprel::kParataxis);
      move_marks(says, verb);
    }
    make_subject(first, verb);
  }
  std::size_t commas(std::uint32_t from, std::uint32_t to) {
    std::size_t count = 0;
    for (std::uint32_t t = from; t < to; ++t) count += comma(t);
    return count;
  }
  bool speaks(std::uint32_t noun) {
    const EntityLabel label = at(noun).entity;
    const std::string lemma = lower_case(at(noun).lemma);
    return label == EntityLabel::kPerson || label == EntityLabel::kOrg ||
           noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
           (noun_means(lemma, NounKind::kCommunication) &&
            has_child(noun, {Deprel::kDet, Deprel::kPoss}));  // no `said demand`
  }
  // `Ana, a clerk, said demand, which is high, had risen`: what is said, read as what is around it
  void mend_said(std::uint32_t says, std::uint32_t verb) {
    const std::uint32_t subject = child(says, {Deprel::kDobj});
    if (subject < says || subject > verb || first_word(subject, says + 1) != says + 1 ||
        !has_child(says, {Deprel::kNsubj}) || !takes_clause(at(says).lemma))
      return;
    replace(verb, says);
    attach(verb, says, Deprel::kCcomp);
    make_subject(subject, verb);
  }

  bool may_be_subject(std::uint32_t noun) {
    return is_nominal(at(noun)) && !is_time_entity(at(noun).entity) &&
           (at(noun).deprel == Deprel::kAppos || at(noun).deprel == Deprel::kNpadvmod ||
            at(noun).deprel == Deprel::kConj || at(noun).deprel == Deprel::kDobj);
  }

  // The last noun that a comma sets off from a phrase in front of the verb, or the one before it where the
  // last says what that is.
  void mend_fronted(std::uint32_t verb) {
    if (has_subject(verb) || has_child(verb, {Deprel::kExpl})) return;
    const std::uint32_t start = *finite_start(verb);
    std::uint32_t last = range_.end, before = range_.end;
    for (std::uint32_t t = range_.begin + 2; t < start; ++t) {
      if (!may_be_subject(t) || is_root(t) || at(t).head > t || !is_fronted(at(t).head, verb)) continue;
      const std::uint32_t from = leftmost(t);
      if (!comma_before(from) || at(t).head >= from) continue;
      before = last;
      last = t;
    }
    if (last == range_.end) return;
    // `In a world of talks, skill, luck and wit are rules`: the first of what is joined
    while (at(last).deprel == Deprel::kConj && at(at(last).head).deprel == Deprel::kConj &&
           comma_before(leftmost(at(last).head)))
      last = at(last).head;
    if (comma_before(start) && before != range_.end && at(before).upos == Upos::kPropn) last = before;
    if (!reaches(last, start)) return;
    const std::uint32_t host = at(last).head;
    make_subject(last, verb);
    move_children(host, last, last + 1, start);
  }

  // Hung below a phrase or clause that stands before the verb and on it.
  bool is_fronted(std::uint32_t token, std::uint32_t verb) {
    while (!is_root(token) && at(token).head != verb) token = at(token).head;
    return !is_root(token) && token < verb &&
           (at(token).deprel == Deprel::kPrep || at(token).deprel == Deprel::kAdvcl);
  }

  // The noun ends right before the verb, or a comma closes what is said of it there.
  bool reaches(std::uint32_t noun, std::uint32_t start) {
    if (comma_before(start)) return true;
    for (std::uint32_t t = noun + 1; t < start; ++t)
      if (!is_under(t, noun)) return false;
    return true;
  }
};

}  // namespace

void repair_main_subjects(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  MainSubjectRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
