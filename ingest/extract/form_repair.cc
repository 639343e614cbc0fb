// The repairs, each for a word that has another form than its place in the tree asks for:
//
//   prefix      `co-founded`, `study co-author`, `is non-binding`: three words, the first of them read as a word of its own
//   preposition `released him pending trial`: read as an adjective of a second object
//   finite      `The bill passed by 230 votes.`: the only verb of the sentence, read as a participle
//   deep        `The plan to run for office led to talks.`: the same behind what a noun is to do
//   colon       `The summary of it read: "..."`: the same before what it says
//   joined      `said he would leave, and called an election`: no `would called`
//   base        `did not know what it was or see it`: a base form joined to a past tense
//   ranked      `became the first pilot to cross it`, `made her the first pilot to cross it`: the infinitive hung on the
//               verb, not on its noun
//   described   `was 45 years old and born in Oslo`: a participle joined to what the subject is
//   passive     `I'm only paid the wage`: a past tense behind `be`
//   missing     `has been missing since May`: an adjective read as what somebody does to nothing
//   to school   `the clock he made to school`: the mark of an infinitive before a noun
//   elect       `the president-elect, Ana Roe`: the adjective behind the hyphen, read as the noun
//   thanks to   `won the match thanks to Ana`: what somebody won
//   next to     `came from Lagos, next to Abuja, and`: hung on the verb
//   number      `increased 18-fold`: the parts of one number, each hung on the verb
//   impeach     `voted to impeach the mayor`: read as a noun behind the mark of an infinitive
#include <algorithm>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

// Prefixes that make a word of another one and are no words of their own.
bool is_prefix(const std::string& word) {
  static constexpr std::string_view kPrefixes[] = {"co",  "re", "pre",  "de",  "un",    "mis",
                                                   "non", "ex", "vice", "sub", "under", "over"};
  return std::find(std::begin(kPrefixes), std::end(kPrefixes), word) != std::end(kPrefixes);
}

// Prefixes of adjectives; of a noun they make what it is for or against.
bool opens_adjective(const std::string& word) {
  return is_prefix(word) || word == "anti" || word == "pro" || word == "semi" || word == "multi";
}

// `pending`, `following`: participles that stand for a preposition.
bool is_participial_preposition(const std::string& word) {
  static constexpr std::string_view kWords[] = {"pending",   "following", "regarding", "concerning",
                                                "including", "excluding", "barring",   "considering"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

class FormRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      join_prefix(t);
      mend_preposition(t);
      mend_finite(t);
      mend_deep(t);
      mend_to_noun(t);
      mend_colon(t);
      mend_joined(t);
      mend_base(t);
      mend_ranked(t);
      mend_described(t);
      mend_passive(t);
      mend_missing(t);
      mend_elect(t);
      mend_thanks(t);
      mend_beside_place(t);
      mend_number(t);
      mend_impeach(t);
    }
  }

 private:
  void join_prefix(std::uint32_t prefix) {
    const std::uint32_t hyphen = prefix + 1, stem = prefix + 2;
    if (!has(stem) || word_at(hyphen) != "-" || !opens_adjective(lower(prefix))) return;
    if (document_.tokens[prefix].space_after || document_.tokens[hyphen].space_after) return;
    const bool predicate = at(stem).deprel == Deprel::kAcomp || at(prefix).deprel == Deprel::kAcomp;
    if (at(stem).upos == Upos::kAdj && predicate) {  // `the vote is non-binding`
      const std::uint32_t above = at(prefix).head == hyphen ? hyphen : prefix;
      if (at(stem).head == prefix || at(stem).head == hyphen) {
        if (is_under(above, stem)) return;
        replace(above, stem);
      }
    } else if (!is_prefix(lower(prefix))) {
      return;
    } else if (at(stem).upos == Upos::kNoun || at(stem).upos == Upos::kPropn) {
      if (at(stem).head == prefix || at(stem).head == hyphen) return;
    } else if (is_verb_tag(at(stem).tag)) {
      if (!take_place_of(prefix, stem)) return;
    } else {
      return;
    }
    move_children(prefix, stem);
    move_children(hyphen, stem);
    attach(prefix, stem, Deprel::kCompound);
    attach(hyphen, stem, Deprel::kPunct);
    at(prefix).tag = Tag::kAfx;
    at(hyphen).tag = Tag::kHyph;
    at(prefix).upos = Upos::kX;
    at(hyphen).upos = Upos::kPunct;
  }

  // The verb hangs where its prefix did, if that was read as the verb.
  bool take_place_of(std::uint32_t prefix, std::uint32_t verb) {
    if (at(prefix).head == verb) return true;
    if (!is_verb_tag(at(prefix).tag)) return at(verb).head != prefix && at(verb).head != prefix + 1;
    const std::uint32_t above = at(prefix).head;
    if (!is_root(prefix) && (above == prefix + 1 || is_under(above, verb))) return false;
    const bool after_be = !is_root(prefix) && at(above).lemma == "be" && at(prefix).deprel == Deprel::kAcomp;
    replace(after_be ? above : prefix, verb);
    if (!after_be) {
      at(verb).tag = at(verb).tag == Tag::kVbn && !has_child(prefix, {Deprel::kAux, Deprel::kAuxpass})
                         ? Tag::kVbd
                         : at(verb).tag;
      return true;
    }
    move_children(above, verb);
    attach(above, verb, Deprel::kAuxpass);
    at(verb).tag = Tag::kVbn;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kNsubj) at(t).deprel = Deprel::kNsubjpass;
    return true;
  }

  // The second of two objects begins with the participle: it is no object.
  void mend_preposition(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAmod || is_root(participle) ||
        !is_participial_preposition(lower(participle)))
      return;
    const std::uint32_t noun = at(participle).head, verb = at(noun).head;
    if (noun < participle || at(noun).deprel != Deprel::kDobj || !is_verb_tag(at(verb).tag)) return;
    const std::uint32_t first = child(verb, {Deprel::kDobj, Deprel::kDative});
    if (first >= participle || first < verb) return;
    attach(participle, verb, Deprel::kPrep);
    attach(noun, participle, Deprel::kPobj);
  }

  // Who is missing nothing is missing himself.
  void mend_missing(std::uint32_t verb) {
    const Deprel deprel = at(verb).deprel;
    const bool told = deprel == Deprel::kRoot || deprel == Deprel::kConj || deprel == Deprel::kCcomp ||
                      deprel == Deprel::kAdvcl || deprel == Deprel::kXcomp;
    if (at(verb).tag != Tag::kVbg || verb == range_.begin || !told || at(verb).lemma != "miss" ||
        has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kXcomp, Deprel::kPrt, Deprel::kDative}))
      return;
    const std::uint32_t be = verb - 1;
    const bool gone = at(be).lemma == "go" && at(verb).head == be;  // `went missing`
    if (!gone && (at(be).lemma != "be" || at(be).head != verb || at(be).deprel != Deprel::kAux)) return;
    if (!gone) replace(verb, be);
    move_children(verb, be);
    attach(verb, be, Deprel::kAcomp);
    retag(verb, Tag::kJj, Upos::kAdj);
    at(verb).lemma = lower(verb);
    for (std::uint32_t t = verb + 1; t < range_.end; ++t)  // `are missing from the book`
      if (at(t).head == be && at(t).deprel == Deprel::kPrep && t == verb + 1 &&
          (lower(t) == "from" || lower(t) == "of"))
        at(t).head = verb;
  }

  // `be` stands before no past tense.
  void mend_passive(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbd || verb == range_.begin) return;
    std::uint32_t be = verb - 1;
    while (be > range_.begin && at(be).upos == Upos::kAdv && at(be).head == verb) --be;
    if (at(be).lemma != "be" || at(be).head != verb || at(be).deprel != Deprel::kAux) return;
    at(verb).tag = Tag::kVbn;
    at(be).deprel = Deprel::kAuxpass;
    for (std::uint32_t t = range_.begin; t < be; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kNsubj) at(t).deprel = Deprel::kNsubjpass;
  }

  void mend_elect(std::uint32_t noun) {
    const std::uint32_t hyphen = noun + 1, adjective = noun + 2;
    if (word_at(hyphen) != "-" || !has(adjective) || at(noun).head != adjective ||
        at(adjective).deprel == Deprel::kCompound || document_.tokens[noun].space_after ||
        document_.tokens[hyphen].space_after || is_verb_tag(at(adjective).tag) ||
        !noun_mostly_means(lower(noun), NounKind::kPerson) || is_adjective(lower(noun)) ||
        !has_child(adjective, {Deprel::kDet, Deprel::kPoss}) || !is_adjective(lower(adjective)) ||
        (at(adjective).tag != Tag::kJj && noun_means(lower(adjective), NounKind::kPerson)))
      return;
    replace(adjective, noun);
    move_children(adjective, noun);
    attach(hyphen, noun, Deprel::kPunct);
    attach(adjective, noun, Deprel::kAmod);
  }

  // Not of who gives or says them.
  void mend_thanks(std::uint32_t thanks) {
    if (lower(thanks) != "thanks" || lower(thanks + 1) != "to" || is_root(thanks) ||
        has_child(thanks, {Deprel::kDet, Deprel::kAmod, Deprel::kPoss}))
      return;
    std::uint32_t verb = at(thanks).head;
    if (at(verb).deprel == Deprel::kDobj && verb < thanks)
      verb = at(verb).head;  // `see less traffic thanks to Waze`
    if (!is_verb_tag(at(verb).tag) || gives_to(at(verb).lemma) ||
        verb_means(at(verb).lemma, VerbKind::kCommunication))
      return;
    attach(thanks, verb, Deprel::kPrep);
    retag(thanks, Tag::kIn, Upos::kAdp);
    attach(thanks + 1, thanks, Deprel::kPrep);
  }

  // Where the place before the comma lies.
  void mend_beside_place(std::uint32_t next) {
    if (lower(next) != "next" || !has(next + 1) || lower(next + 1) != "to" || next < range_.begin + 2 ||
        word_at(next - 1) != "," || is_root(next) || !is_verb_tag(at(at(next).head).tag))
      return;
    const std::uint32_t place = next - 2;
    if (at(place).upos == Upos::kPropn && !is_under(place, next)) attach(next, place, Deprel::kAdvmod);
  }

  // A sentence, with its full stop, needs a finite verb.
  void mend_finite(std::uint32_t participle) {
    if (at(participle).deprel != Deprel::kAcl || is_root(participle)) return;
    // `The anniversary of the mission coincided with it`: no passive, so not the mission's
    const std::string& lemma = at(participle).lemma;
    const bool active = takes_nothing(lemma) && !takes_thing(lemma) && !takes_person(lemma);
    std::uint32_t noun = at(participle).head;
    // `A bus carrying children overturned in Oslo`
    const std::uint32_t gerund = gerund_above(noun, participle);
    const bool laden = has(gerund) && takes_nothing(lemma) && has_child(at(gerund).head, {Deprel::kDet});
    if (laden) noun = at(gerund).head;
    while (active && !is_root(noun) && noun < participle &&
           (at(noun).deprel == Deprel::kPobj || at(noun).deprel == Deprel::kPrep))
      noun = at(noun).head;
    // `Norsk, which owns Oslo Air, used to fly there`
    const std::uint32_t aside = child(noun, {Deprel::kRelcl, Deprel::kAppos, Deprel::kAcl});
    const bool set_off = aside > noun && aside < participle && has(noun + 1) && word_at(noun + 1) == ",";
    if (!is_root(noun) || !is_nominal(at(noun)) || noun > participle || !may_be_past(participle) ||
        !ends_with_stop() || (word_at(participle - 1) == "," && !set_off) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass}))
      return;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (at(t).head == noun && t > participle && at(t).upos != Upos::kPunct) return;
      const bool describes = t == gerund || (at(t).deprel == Deprel::kAmod && !is_root(t));
      if (is_verb_tag(at(t).tag) && t < participle && !describes && !(set_off && is_under(t, aside))) return;
    }
    const bool by = has_child(participle, {Deprel::kAgent});
    // `The party named Ana as its head.`
    const std::uint32_t as = child(participle, {Deprel::kPrep});
    const bool named_as = has_child(participle, {Deprel::kOprd}) && lower(as) == "as";
    const bool second =
        set_off && aside != participle && at(aside).deprel == Deprel::kAcl && word_at(participle - 1) == ",";
    // `The band reunited in 2005.`, where `Man arrested in Oslo.` is a heading
    const bool alone = !by && takes_nothing(lemma) && has_child(noun, {Deprel::kDet}) &&
                       lower(child(noun, {Deprel::kDet})) == "the";
    // `A gunman fired at Ana Roe in Oslo.`
    const bool aims = lower(as) == "at" && at(child(as, {Deprel::kPobj})).entity == EntityLabel::kPerson;
    if (!has_child(participle, {Deprel::kDobj, Deprel::kCcomp, Deprel::kXcomp}) && !named_as &&
        !(second && !by) && !(by && takes_nothing(lemma)) && at(participle).tag != Tag::kVbd && !active &&
        !alone && !aims && !(laden && !by))
      return;
    make_finite(participle, noun);
    attach(noun, participle, Deprel::kNsubj);
    move_marks(noun, participle);
  }
  // The `carrying` of `a bus carrying children from Oslo`, from the bus or any noun behind it.
  std::uint32_t gerund_above(std::uint32_t noun, std::uint32_t before) {
    for (std::uint32_t t = noun + 1; t < before; ++t)
      if (at(t).head == noun && at(t).deprel == Deprel::kAcl && at(t).tag == Tag::kVbg) return t;
    while (!is_root(noun) && at(noun).head < noun &&
           (at(noun).deprel == Deprel::kPobj || at(noun).deprel == Deprel::kPrep ||
            at(noun).deprel == Deprel::kDobj)) {
      noun = at(noun).head;
      if (at(noun).tag == Tag::kVbg && at(noun).deprel == Deprel::kAcl) return noun;
    }
    return range_.end;
  }
  bool ends_with_stop() const {  // within quotation marks too
    const std::uint32_t last = range_.end - 1;
    return word_at(last) == "." || (last > range_.begin && word_at(last - 1) == ".");
  }
  void make_finite(std::uint32_t participle, std::uint32_t above) {
    replace(above, participle);
    at(participle).tag = Tag::kVbd;
    if (const std::uint32_t by = child(participle, {Deprel::kAgent}); by != range_.end)
      at(by).deprel = Deprel::kPrep;
  }

  // Of a sentence whose head is a noun with an infinitive, the one participle further down that may be its
  // verb.
  void mend_deep(std::uint32_t participle) {
    if (at(participle).deprel != Deprel::kAcl || is_root(participle) || !may_be_past(participle) ||
        !ends_with_stop() || word_at(participle - 1) == "," ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kAgent}) ||
        !(takes_nothing(at(participle).lemma) ||
          (thing_may(at(participle).lemma) && child(participle, {Deprel::kPrep}) == participle + 1) ||
          has_child(participle, {Deprel::kDobj, Deprel::kCcomp})))
      return;
    std::uint32_t noun = participle;
    while (!is_root(noun)) noun = at(noun).head;
    const std::uint32_t infinitive = child(noun, {Deprel::kAcl});
    if (!is_nominal(at(noun)) || noun > participle || infinitive > participle ||
        at(infinitive).tag != Tag::kVb || !is_under(participle, infinitive))
      return;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (t == participle || t == infinitive || !is_verb_tag(at(t).tag)) continue;
      const bool aside = at(t).deprel == Deprel::kRelcl && t > participle;
      if (at(t).deprel == Deprel::kAcl || (!aside && finite_start(t))) return;
    }
    make_finite(participle, noun);
    attach(noun, participle, Deprel::kNsubj);
    move_marks(noun, participle);
  }

  void mend_to_noun(std::uint32_t to) {
    if (at(to).tag != Tag::kTo || at(to).deprel != Deprel::kAux || is_root(to)) return;
    const std::uint32_t noun = at(to).head;
    if (noun < to || at(noun).deprel != Deprel::kDobj || at(noun).upos != Upos::kNoun ||
        (at(noun).tag != Tag::kNn && at(noun).tag != Tag::kNns) || is_root(noun) || at(noun).head > to)
      return;
    attach(to, at(noun).head, Deprel::kPrep);
    retag(to, Tag::kIn, Upos::kAdp);
    attach(noun, to, Deprel::kPobj);
  }

  // A verb with two subjects, and between them a participle and a colon or a quotation mark.
  void mend_colon(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag)) return;
    std::uint32_t outer = range_.end, inner = range_.end;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kNsubj) (outer == range_.end ? outer : inner) = t;
    if (inner == range_.end) return;
    for (std::uint32_t t = outer + 1; t + 1 < inner; ++t) {
      if (at(t).deprel != Deprel::kAcl || at(t).tag != Tag::kVbn || !may_be_past(t) || !is_under(t, outer))
        continue;
      bool opens = false;
      for (std::uint32_t m = t + 1; m < inner; ++m)
        opens |= word_at(m) == ":" || at(m).tag == Tag::kOpenQuote;
      if (!opens) continue;
      make_finite(t, verb);
      attach(verb, t, Deprel::kCcomp);
      attach(outer, t, Deprel::kNsubj);
      return;
    }
  }

  // `did not know what it was or see the date`: a base form joins the verb that has the auxiliary.
  void mend_base(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kConj || at(verb).tag != Tag::kVb || is_root(verb) || has_subject(verb) ||
        child(verb, {Deprel::kAux}) != range_.end)
      return;
    const std::uint32_t twin = at(verb).head;
    const Tag tag = at(twin).tag;
    if (is_root(twin) || (tag != Tag::kVbd && tag != Tag::kVbz) || child(twin, {Deprel::kAux}) != range_.end)
      return;
    const std::uint32_t above = at(twin).head;
    if (above > twin || at(above).tag != Tag::kVb || child(above, {Deprel::kAux}) == range_.end) return;
    move_children(twin, above, twin + 1, verb, {Deprel::kCc});
    at(verb).head = above;
  }

  // `to meet guests invited by her and to thank them`: one infinitive joins another.
  void join_infinitive(std::uint32_t verb) {
    const std::uint32_t twin = at(verb).head;
    if (is_infinitive(twin) || !is_verb_tag(at(twin).tag)) return;
    std::uint32_t above = twin;
    while (!is_root(above) && !is_infinitive(above)) above = at(above).head;
    if (!is_infinitive(above) || above > twin) return;
    at(verb).head = above;
    move_children(twin, above, twin + 1, verb, {Deprel::kCc});
  }
  bool is_infinitive(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVb) return false;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).head == verb && at(t).tag == Tag::kTo) return true;
    return false;
  }

  // The nearest verb above whose form fits: a past tense joins no infinitive and no `would leave`.
  void mend_joined(std::uint32_t verb) {
    if (at(verb).deprel == Deprel::kConj && !is_root(verb) && at(verb).head < verb && is_infinitive(verb))
      return join_infinitive(verb);
    if (at(verb).deprel != Deprel::kConj || is_root(verb) || at(verb).head >= verb || has_subject(verb) ||
        (form_of(verb) != Tag::kVbd && form_of(verb) != Tag::kVbz))
      return;
    const std::uint32_t twin = at(verb).head;
    if (is_root(twin)) return;
    const std::uint32_t auxiliary = child(twin, {Deprel::kAux});
    // `said he is ill, and called`
    const bool present = form_of(verb) == Tag::kVbd &&
                         (at(twin).tag == Tag::kVbz || at(twin).tag == Tag::kVbp) &&
                         at(twin).deprel == Deprel::kCcomp && comma_before(twin, verb);
    if (!present && (at(twin).tag != Tag::kVb || auxiliary == range_.end)) return;
    if (!present && at(auxiliary).lemma == "do" && !comma_before(twin, verb))
      return;  // `did not stop and drove on`
    std::uint32_t above = twin;
    do {
      above = at(above).head;
      if (is_verb_tag(at(above).tag) && form_of(above) == form_of(verb)) break;
    } while (!is_root(above));
    if (form_of(above) != form_of(verb) || above > twin) return;
    for (std::uint32_t t = twin + 1; t < verb; ++t)
      if (at(t).head == twin && (at(t).deprel == Deprel::kCc || word_at(t) == ",")) at(t).head = above;
    at(verb).head = above;
  }
  // Of the word that makes it finite: `has` in `has left`.
  Tag form_of(std::uint32_t verb) {
    const auto first = finite_start(verb);
    std::uint32_t t = first ? *first : verb;
    while (t < verb && !is_verb_tag(at(t).tag)) ++t;
    return at(t).tag;
  }
  bool comma_before(std::uint32_t twin, std::uint32_t verb) {
    for (std::uint32_t t = twin + 1; t + 1 < verb; ++t)
      if (word_at(t) == "," && at(t + 1).deprel == Deprel::kCc) return true;
    return false;
  }

  // Right behind a noun with an ordinal or a superlative, which the verb makes of its subject.
  void mend_ranked(std::uint32_t infinitive) {
    // `made her the first pilot to cross it`, the pilot read as who was made to
    const std::uint32_t made = at(infinitive).deprel == Deprel::kCcomp && at(infinitive).tag == Tag::kVb
                                   ? child(infinitive, {Deprel::kNsubj})
                                   : range_.end;
    const std::uint32_t whom = has(made) ? child(made, {Deprel::kNsubj}) : range_.end;
    if (has(whom) && whom < made && !is_root(infinitive) && names_so(at(at(infinitive).head).lemma)) {
      attach(whom, at(infinitive).head, Deprel::kDobj);
      attach(made, at(infinitive).head, Deprel::kOprd);
      return attach(infinitive, made, Deprel::kRelcl);
    }
    if ((at(infinitive).deprel != Deprel::kXcomp && at(infinitive).deprel != Deprel::kAdvcl) ||
        at(infinitive).tag != Tag::kVb || is_root(infinitive))
      return;
    std::uint32_t to = infinitive;
    while (to > range_.begin && at(to - 1).head == infinitive && at(to).tag != Tag::kTo) --to;
    if (at(to).tag != Tag::kTo || to == range_.begin) return;
    const std::uint32_t noun = child(at(infinitive).head, {Deprel::kAttr});
    if (noun >= to || !is_under(to - 1, noun)) return;
    for (std::uint32_t t = at(noun).head; t < noun; ++t)
      if (at(t).head == noun &&
          (at(t).entity == EntityLabel::kOrdinal || at(t).tag == Tag::kJjs || lower(t) == "only"))
        attach(infinitive, noun, Deprel::kRelcl);
  }

  // It is joined to the verb `be`, which makes it a passive or goes on.
  void mend_described(std::uint32_t participle) {
    if (at(participle).deprel != Deprel::kConj || is_root(participle) ||
        (at(participle).tag != Tag::kVbn && at(participle).tag != Tag::kVbg) || has_subject(participle) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass}))
      return;
    const std::uint32_t said = at(participle).head;
    if (at(said).deprel != Deprel::kAcomp && at(said).deprel != Deprel::kAttr) return;
    const std::uint32_t be = at(said).head;
    if (at(be).lemma != "be" || is_verb_tag(at(said).tag) || said > participle ||
        !has_child(participle, {Deprel::kPrep, Deprel::kAgent, Deprel::kDobj}))
      return;
    for (std::uint32_t t = said + 1; t < participle; ++t)
      if (at(t).head == said && (at(t).deprel == Deprel::kCc || word_at(t) == ",")) at(t).head = be;
    at(participle).head = be;
  }

  void mend_impeach(std::uint32_t verb) {
    if (at(verb).upos != Upos::kNoun || verb == range_.begin || at(verb - 1).tag != Tag::kTo ||
        at(verb - 1).head != verb || at(verb - 1).deprel != Deprel::kAux ||
        child(verb, {Deprel::kDobj}) <= verb || !has_child(verb, {Deprel::kDobj}) || !is_verb(lower(verb)))
      return;
    retag(verb, Tag::kVb, Upos::kVerb);
    at(verb).lemma = lower(verb);
  }

  // A number entity with a hyphen inside: its last word stands for it beside the verb.
  void mend_number(std::uint32_t first) {
    if (!has(first + 2) || word_at(first + 1) != "-" || !at(first).entity_begins) return;
    const std::uint32_t last = first + 2;
    for (std::uint32_t t = first; t <= last; ++t)
      if (at(t).entity != EntityLabel::kCardinal || (t > first && at(t).entity_begins)) return;
    const std::uint32_t governor = at(first).head;
    if (is_root(first) || !is_verb_tag(at(governor).tag) || governor > first || at(last).head != governor)
      return;
    move_children(last, governor, last + 1, range_.end);
    attach(first, last, Deprel::kNummod);
    attach(first + 1, last, Deprel::kPunct);
    attach(last, governor, Deprel::kNpadvmod);
    retag(last, Tag::kNn, Upos::kNoun);
  }
};

}  // namespace

void repair_forms(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  FormRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
