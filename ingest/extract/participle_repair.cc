// Participles read as a verb of another form, or as a verb where they describe a noun:
//
//   rescued   `was given a medal and rescued horses`: joined to a passive, but with an object of its own
//   used to   `Tigers, once common, used to live here`: read as what the noun is used for
//   got       `he's got to know them`: `has` read as `is`
//   covered   `to install stronger poles and covered lines`: joined to an infinitive, which it cannot be
//   had       `has its roof repaired`: read as what the roof repaired
//   pledged   `amassed 1,217 pledged delegates`: between a number and what is counted
//   killing   `broke up during re-entry killing seven`: a second thing behind a preposition, and what the verb above it did
//   working   `is hard for working children to read`: read as what is hard, and the noun as its object
//   contacted `examined data and contacted experts`: read as what the experts are
//   tampering `charged with witness tampering`: a deed, read as what the noun before it does
//   declared  `was arrested and declared a spy`: what was done to somebody, read as what he did
//   made      `was made to resign`: what one is made to do, read as what for
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ParticipleRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_rescued(t);
      mend_used_to(t);
      mend_got(t);
      mend_covered(t);
      mend_pledged(t);
      mend_killing(t);
      mend_had(t);
      mend_working(t);
      mend_contacted(t);
      mend_tampering(t);
      mend_made(t);
      mend_declared(t);
    }
  }

 private:
  bool stands_bare(std::uint32_t verb) {
    return !has_subject(verb) && !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark});
  }
  // An object right behind it, of which no article or owner tells.
  std::uint32_t bare_object(std::uint32_t participle) {
    const std::uint32_t noun = child(participle, {Deprel::kDobj});
    if (noun == range_.end || noun < participle || at(noun).upos != Upos::kNoun ||
        has_child(noun, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod}))
      return range_.end;
    for (std::uint32_t t = participle + 1; t < noun; ++t)
      if (at(t).head != noun || (at(t).deprel != Deprel::kCompound && at(t).deprel != Deprel::kAmod))
        return range_.end;
    return noun;
  }
  // The noun takes the participle's place, and what it had but its own adverbs.
  void describe(std::uint32_t participle, std::uint32_t noun) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != noun && at(t).head == participle && !is_root(t) && at(t).deprel != Deprel::kAdvmod)
        at(t).head = noun;
    attach(participle, noun, Deprel::kAmod);
  }

  // Who is given nothing by it has done it himself.
  void mend_rescued(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbn || at(verb).deprel != Deprel::kConj || is_root(verb) ||
        !may_be_past(verb) || !stands_bare(verb) || at(verb).head > verb || !passive(at(verb).head))
      return;
    const std::string& lemma = at(verb).lemma;
    const std::uint32_t object = child(verb, {Deprel::kDobj});
    // `taken apart and rebuilt piece by piece`
    if (at(object).tag == Tag::kNn && !has_child(object, {Deprel::kDet, Deprel::kPoss, Deprel::kAmod}))
      return;
    if (object == range_.end || object < verb || is_time_entity(at(object).entity) || gives_to(lemma) ||
        names_so(lemma) || takes_two(lemma) || !takes_thing(lemma) || has_child(verb, {Deprel::kAgent}))
      return;
    at(verb).tag = Tag::kVbd;
  }

  void mend_used_to(std::uint32_t verb) {
    if (at(verb).lemma != "use" || at(verb).deprel != Deprel::kAcl || is_root(verb) || !may_be_past(verb) ||
        !has(verb + 2) || at(verb + 1).tag != Tag::kTo || has_child(verb, {Deprel::kAgent, Deprel::kDobj}))
      return;
    const std::uint32_t deed = child(verb, {Deprel::kXcomp});
    if (deed == range_.end || at(verb + 1).head != deed) return;
    std::uint32_t noun = at(verb).head;
    while (!is_root(noun) && noun < verb &&
           (at(noun).deprel == Deprel::kPobj || at(noun).deprel == Deprel::kPrep))
      noun = at(noun).head;
    if (!is_root(noun) || !is_nominal(at(noun)) || noun > verb) return;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != deed && t != verb && at(t).head == noun && t > noun && is_verb_tag(at(t).tag)) return;
    attach(verb, verb, Deprel::kRoot);
    at(verb).tag = Tag::kVbd;
    attach(noun, verb, Deprel::kNsubj);
    move_marks(noun, verb);
    if (at(deed).tag == Tag::kVbn || at(deed).tag == Tag::kVbd) at(deed).tag = Tag::kVb;
  }

  void mend_got(std::uint32_t auxiliary) {
    const std::string_view word = word_at(auxiliary);
    if (at(auxiliary).deprel != Deprel::kAuxpass || is_root(auxiliary) || (word != "'s" && word != "\u2019s"))
      return;
    const std::uint32_t verb = at(auxiliary).head;
    if (at(verb).lemma != "get" || lower(verb) != "got") return;
    at(auxiliary).lemma = "have";
    at(auxiliary).deprel = Deprel::kAux;
    at(verb).tag = Tag::kVbn;
    if (const std::uint32_t subject = child(verb, {Deprel::kNsubjpass}); subject != range_.end)
      at(subject).deprel = Deprel::kNsubj;
  }

  // Joined to the nearest noun before it instead.
  void mend_covered(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kConj || is_root(participle) ||
        !stands_bare(participle) || participle < range_.begin + 2)
      return;
    const std::uint32_t twin = at(participle).head, noun = bare_object(participle), before = participle - 2;
    if (noun == range_.end || twin > participle || at(twin).tag != Tag::kVb ||
        at(participle - 1).tag != Tag::kCc || !is_nominal(at(before)) || !is_under(before, twin) ||
        is_under(before, participle))
      return;
    for (const std::uint32_t aux : {child(twin, {Deprel::kAuxpass})})
      if (aux != range_.end) return;
    describe(participle, noun);
    attach(noun, before, Deprel::kConj);
    attach(participle - 1, before, Deprel::kCc);
  }

  void mend_killing(std::uint32_t participle) {
    const std::uint32_t preposition = at(participle).head;
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kPcomp || preposition > participle ||
        at(preposition).deprel != Deprel::kPrep || has_subject(participle))
      return;
    const std::uint32_t object = child(preposition, {Deprel::kPobj}), verb = at(preposition).head;
    if (object > preposition && object < participle && is_verb_tag(at(verb).tag)) attach(participle, verb, Deprel::kAdvcl);
  }

  // Behind `for` and before an infinitive stands who does it.
  void mend_working(std::uint32_t participle) {
    const std::uint32_t preposition = at(participle).head, noun = bare_object(participle);
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kPcomp || noun != participle + 1 ||
        preposition + 1 != participle || lower(preposition) != "for" || !has(noun + 1) ||
        at(noun + 1).tag != Tag::kTo || at(noun + 1).deprel != Deprel::kAux || makes_do(at(participle).lemma) || verb_is(at(participle).lemma, VerbClass::kForce))
      return;
    const std::uint32_t infinitive = at(noun + 1).head;
    describe(participle, noun);
    attach(noun, preposition, Deprel::kPobj);
    if (at(infinitive).head == noun) attach(infinitive, at(preposition).head, Deprel::kAdvcl);
  }

  // It is done to whom the verb has, finds or wants so.
  void mend_had(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kCcomp || is_root(participle) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark, Deprel::kDobj, Deprel::kCcomp}))
      return;
    const std::uint32_t subject = child(participle, {Deprel::kNsubj}), verb = at(participle).head;
    if (subject >= participle || verb >= subject || !is_verb_tag(at(verb).tag) || takes_clause(at(verb).lemma) ||
        !takes_thing(at(participle).lemma))
      return;
    at(subject).deprel = Deprel::kNsubjpass;
  }

  // Right behind `and` and an object, before several that have no article: no adjective, so a second past tense.
  void mend_contacted(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAmod || is_root(participle) ||
        participle < range_.begin + 2 || at(participle - 1).deprel != Deprel::kCc || !is_leaf(participle) ||
        !may_be_past(participle) || is_adjective(lower(participle)) || !takes_person(at(participle).lemma))
      return;
    const std::uint32_t noun = at(participle).head, first = at(noun).head, joint = participle - 1;
    if (at(noun).deprel != Deprel::kConj || is_root(noun) || noun < participle || at(noun).tag != Tag::kNns ||
        at(joint).head != first || at(first).deprel != Deprel::kDobj || has_child(noun, {Deprel::kDet, Deprel::kPoss}))
      return;
    const std::uint32_t verb = at(first).head;
    if (at(verb).tag != Tag::kVbd || verb > first || first_word(noun, first + 1) < participle) return;
    at(participle).tag = Tag::kVbd;
    at(participle).upos = Upos::kVerb;
    attach(participle, verb, Deprel::kConj);
    attach(joint, verb, Deprel::kCc);
    attach(noun, participle, Deprel::kDobj);
  }

  // A bare noun and a gerund that nothing follows: what is done to it is done often enough to have a name.
  void mend_tampering(std::uint32_t gerund) {
    if (at(gerund).tag != Tag::kVbg || gerund == range_.begin || is_root(gerund) || !is_leaf(gerund)) return;
    const std::uint32_t noun = gerund - 1;
    const bool beside = at(gerund).head == noun ? at(gerund).deprel == Deprel::kAcl || at(gerund).deprel == Deprel::kConj
                                                : at(gerund).deprel == Deprel::kConj && at(noun).deprel == Deprel::kConj &&
                                                      at(gerund).head == at(noun).head;
    if (!beside || at(noun).tag != Tag::kNn || at(noun).upos != Upos::kNoun || is_root(noun) || !is_leaf(noun) ||
        is_name_entity(at(noun).entity) || !takes_thing(at(gerund).lemma))
      return;
    if (at(noun).deprel != Deprel::kConj && at(noun).deprel != Deprel::kPobj && at(noun).deprel != Deprel::kDobj) return;
    at(gerund).tag = Tag::kNn;
    at(gerund).upos = Upos::kNoun;
    attach(gerund, at(noun).head, at(noun).deprel);
    attach(noun, gerund, Deprel::kCompound);
  }

  // Joined to a passive, a verb of naming with only what somebody is named.
  void mend_declared(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    if (at(verb).tag != Tag::kVbd || at(verb).deprel != Deprel::kConj || is_root(verb) || !stands_bare(verb) ||
        !passive(at(verb).head) || !names_so(lemma) || verb_is(lemma, VerbClass::kContact) ||
        lower(verb) != participle_of(lemma) || has_child(verb, {Deprel::kOprd, Deprel::kDative, Deprel::kCcomp, Deprel::kPrt}))
      return;
    const std::uint32_t object = child(verb, {Deprel::kDobj}), article = child(object, {Deprel::kDet});
    if (object == range_.end || object < verb || has_child(object, {Deprel::kPoss}) ||
        !(lower(article) == "a" || lower(article) == "an" || (article == range_.end && at(object).upos == Upos::kPropn)))
      return;
    at(verb).tag = Tag::kVbn;
    at(object).deprel = Deprel::kOprd;
    for (std::uint32_t t = object + 1; t < range_.end; ++t)
      if (at(t).head == object && at(t).deprel == Deprel::kPrep && lower(t) == "by") attach(t, verb, Deprel::kAgent);
  }

  void mend_made(std::uint32_t infinitive) {
    if (at(infinitive).tag != Tag::kVb || at(infinitive).deprel != Deprel::kAdvcl || is_root(infinitive)) return;
    const std::uint32_t verb = at(infinitive).head, who = child(verb, {Deprel::kNsubjpass});
    const bool somebody = at(who).entity == EntityLabel::kPerson || at(who).tag == Tag::kPrp ||
                          noun_mostly_means(lower_case(at(who).lemma), NounKind::kPerson);
    if (somebody && at(verb).lemma == "make" && passive(verb) && verb + 2 == infinitive && at(verb + 1).tag == Tag::kTo)
      at(infinitive).deprel = Deprel::kXcomp;
  }

  void mend_pledged(std::uint32_t participle) {
    if ((at(participle).tag != Tag::kVbd && at(participle).tag != Tag::kVbn) || is_root(participle) ||
        at(participle).deprel != Deprel::kCcomp || participle == range_.begin ||
        lower(participle) != participle_of(at(participle).lemma))
      return;
    const std::uint32_t number = participle - 1, noun = bare_object(participle), verb = at(participle).head;
    if (noun == range_.end || at(noun).tag != Tag::kNns || at(number).tag != Tag::kCd ||
        at(number).head != participle || at(number).deprel != Deprel::kNsubj || verb > number ||
        !is_verb_tag(at(verb).tag) || !takes_thing(at(verb).lemma) || has_child(verb, {Deprel::kDobj}))
      return;
    describe(participle, noun);
    attach(noun, verb, Deprel::kDobj);
    attach(number, noun, Deprel::kNummod);
  }
};

}  // namespace

void repair_participles(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  keep_tree<ParticipleRepair>(document, sentence, tokens);
}

}  // namespace dossier::ingest
