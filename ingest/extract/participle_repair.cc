// Participles read as a verb of another form, or as a verb where they describe a noun:
//
//   used to   `Tigers, once common, used to live here`: read as what the noun is used for
//   got       `he's got to know them`: `has` read as `is`
//   covered   `to install stronger poles and covered lines`: joined to an infinitive, which it cannot be
//   had       `has its roof repaired`, `ordered Ana held without bail`: read as what the roof repaired, or Ana held
//   wanted    `want charges brought against Ida`: read as which charges
//   killing   `broke up during re-entry killing seven`: a second thing behind a preposition, and what the verb above it did
//   declared  `was arrested and declared a spy`, `and denied bail`, `and ordered to leave`, `and pronounced dead`: what was
//             done to somebody, read as what he did
//   based     `Based in Oslo, Norsk makes paper`: read as a preposition
//   left      `left dozens injured`: how it left them, read as which dozens
//   accused   `the trial of Ana, accused of theft`: nobody accuses a trial
//   made      `was made to resign`: what one is made to do, read as what for
//   jailed    `A court in Oslo on Friday jailed baker Ana Roe`: the sentence's verb behind the day, read as the baker's
//   told of   `spoke of Ana leaving the union`: what Ana does, hung on the verb
//   headless  `Ana called the vote "unfair"`: the sentence's verb, read as which Ana
//   since     `Oslo has since signed treaties`: the verb, read as which treaties
//   sought    `filed a suit in a court seeking damages`: what a suit does, read as which court
//   targeted  `Oslo, home to owls but hit by a storm`: read as something joined to Oslo
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ParticipleRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_used_to(t);
      mend_got(t);
      mend_covered(t);
      mend_killing(t);
      mend_wanted(t);
      mend_had(t);
      mend_left(t);
      mend_others(t);
      mend_accused(t);
      mend_made(t);
      mend_declared(t);
      mend_based(t);
      mend_jailed(t);
      mend_since(t);
      mend_headless(t);
      mend_told_of(t);
      mend_sought(t);
      mend_targeted(t);
    }
  }

 private:
  bool is_paper(std::uint32_t noun) {
    return is_kind_of(lower_case(at(noun).lemma),
                      {"suit", "legal_proceeding", "legal_document", "request", "message"});
  }
  // A body is asked by what is filed with it.
  void mend_sought(std::uint32_t participle) {
    const std::string& verb = at(participle).lemma;
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAcl || is_root(participle) ||
        !(verb_is(verb, VerbClass::kSeek) || verb_is(verb, VerbClass::kDemand) ||
          verb_is(verb, VerbClass::kSay)))
      return;
    const std::uint32_t body = at(participle).head, link = at(body).head;
    if (body + 1 != participle || at(body).deprel != Deprel::kPobj || at(link).deprel != Deprel::kPrep ||
        at(body).upos == Upos::kPron || is_person_noun(body) || at(body).entity == EntityLabel::kPerson)
      return;
    const std::uint32_t above = at(link).head,
                        paper = is_verb_tag(at(above).tag) ? child(above, {Deprel::kDobj}) : above;
    const std::string of = lower(link);
    if (has(paper) && paper < link && at(paper).upos == Upos::kNoun && is_paper(paper) && !is_paper(body) &&
        (of == "in" || of == "at" || of == "before" || of == "with" || of == "to"))
      at(participle).head = paper;
  }

  // No subject is joined to what was done by somebody.
  void mend_targeted(std::uint32_t participle) {
    const Tag tag = at(participle).tag;
    if ((tag != Tag::kVbd && tag != Tag::kVbn) || at(participle).deprel != Deprel::kConj ||
        is_root(participle) || !has_child(participle, {Deprel::kAgent}) || has_subject(participle) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj}))
      return;
    const std::uint32_t noun = at(participle).head;
    if (at(noun).upos != Upos::kNoun && at(noun).upos != Upos::kPropn) return;
    at(participle).deprel = Deprel::kAcl;
    retag(participle, Tag::kVbn, Upos::kVerb);
  }

  void mend_based(std::uint32_t participle) {
    if (at(participle).tag == Tag::kVbn && at(participle).deprel == Deprel::kPrep && !is_root(participle) &&
        at(participle).head > participle && is_verb_tag(at(at(participle).head).tag) &&
        lower(participle + 1) == "in" && at(participle + 1).head == participle)
      at(participle).deprel = Deprel::kAdvcl;
  }
  // Behind a noun alone and the day that hangs on it, with somebody's title or a bare noun next: a sentence needs a verb.
  void mend_jailed(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbn || at(verb).deprel != Deprel::kAmod || !may_be_past(verb) ||
        verb < range_.begin + 3)
      return;
    const std::uint32_t day = verb - 1, on = at(day).head, noun = at(on).head;
    if (at(day).deprel != Deprel::kPobj || at(day).entity != EntityLabel::kDate || on > day ||
        at(on).deprel != Deprel::kPrep || noun > on || !is_root(noun) || !is_nominal(at(noun)))
      return;
    std::uint32_t object = at(verb).head;
    while (!is_root(object) && at(object).deprel == Deprel::kCompound && at(object).head > object)
      object = at(object).head;
    if (object < verb || first_word(object) != verb || (at(object).head != on && at(object).head != noun))
      return;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (finite_start(t) && (at(t).head == noun || is_root(t))) return;
    replace(noun, verb);
    at(verb).tag = Tag::kVbd;
    attach(noun, verb, Deprel::kNsubj);
    move_children(noun, verb, on, range_.end);
    move_children(on, verb, verb, range_.end);
    if (at(object).entity == EntityLabel::kPerson)
      move_children(object, verb, object, range_.end, {Deprel::kPrep});
    attach(object, verb, Deprel::kDobj);
  }

  // A sentence needs a finite verb: where its root is none and has none, what may be the past is.
  void mend_headless(std::uint32_t verb) {
    if (!describes(verb) || !may_be_past(verb) || at(verb).head > verb || has_child(verb, {Deprel::kAgent}))
      return;
    const std::uint32_t noun = at(verb).head, root = is_root(noun) ? noun : at(noun).head;
    if (!is_nominal(at(noun)) || !is_root(root) || comma_before(verb) || !ends_as_sentence()) return;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (finite_start(t) && (t == root || at(t).head == root) && at(t).deprel != Deprel::kRelcl &&
          at(t).deprel != Deprel::kAdvcl)
        return;
    const std::string& lemma = at(verb).lemma;
    const std::uint32_t called = child(verb, {Deprel::kOprd});
    const bool active = has_child(verb, {Deprel::kDobj, Deprel::kCcomp});
    if (root == noun) {
      if (!active) return;
    } else if (at(noun).deprel != Deprel::kNsubj || root < verb || has_child(root, {Deprel::kAux})) {
      return;
    } else if (at(root).upos == Upos::kAdj && names_so(lemma) && called < root) {
      at(called).deprel = Deprel::kDobj;
      attach(root, verb, Deprel::kOprd);
    } else if (at(root).tag == Tag::kVbg && active) {
      attach(root, verb, Deprel::kAdvcl);
    } else {
      return;
    }
    attach(verb, verb, Deprel::kRoot);
    at(verb).tag = Tag::kVbd;
    attach(noun, verb, Deprel::kNsubj);
    move_children(noun, verb, verb + 1, range_.end);
    move_children(noun, verb, range_.begin, noun, {Deprel::kPrep, Deprel::kPunct, Deprel::kAdvcl});
    if (root != noun) move_children(root, verb, range_.begin, verb);
    move_marks(root, verb);
  }
  bool ends_as_sentence() {
    for (std::uint32_t t = range_.end; t-- > range_.begin;)
      if (at(t).upos != Upos::kPunct)
        return false;
      else if (word_at(t) == ".")
        return true;
    return false;
  }

  // What somebody speaks or thinks of is the deed of who stands right before it.
  void mend_told_of(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        !stands_bare(participle) || participle == range_.begin)
      return;
    const std::uint32_t who = participle - 1, of = at(who).head, verb = at(participle).head;
    const std::string& lemma = at(verb).lemma;
    const bool told =
        verb_mostly_means(lemma, VerbKind::kCommunication) || verb_mostly_means(lemma, VerbKind::kCognition);
    if (told && at(who).deprel == Deprel::kPobj && at(of).head == verb && of > verb &&
        (lower(of) == "of" || lower(of) == "about") &&
        (is_name_entity(at(who).entity) || is_person_noun(who)))
      attach(participle, who, Deprel::kAcl);
  }

  // Adverb and auxiliary read as preposition and verb.
  void mend_since(std::uint32_t verb) {
    const std::uint32_t since = verb - 1, have = verb - 2;
    if (at(verb).tag != Tag::kVbn || at(verb).deprel != Deprel::kAmod || verb < range_.begin + 2 ||
        lower(since) != "since" || at(have).lemma != "have" || !is_verb_tag(at(have).tag))
      return;
    const std::uint32_t object = at(verb).head;
    if (object < verb || (at(object).head != since && at(object).head != have)) return;
    if (at(have).deprel == Deprel::kAux) return;
    move_children(have, verb);
    replace(have, verb);
    attach(have, verb, Deprel::kAux);
    attach(since, verb, Deprel::kAdvmod);
    retag(since, Tag::kRb, Upos::kAdv);
    attach(object, verb, Deprel::kDobj);
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
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kPcomp ||
        preposition > participle || at(preposition).deprel != Deprel::kPrep || has_subject(participle))
      return;
    const std::uint32_t object = child(preposition, {Deprel::kPobj}), verb = at(preposition).head;
    if (object > preposition && object < participle && is_verb_tag(at(verb).tag))
      attach(participle, verb, Deprel::kAdvcl);
  }

  // It is done to whom the verb has, finds or wants so, or orders it to be done to.
  // `wants it sold`, `needs it sold`; `liked the book sold in May` only of what one would like
  bool wants(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    const std::uint32_t would = child(verb, {Deprel::kAux});
    return wants_done(lemma) &&
           (lemma == "want" || lemma == "need" || (would < verb && at(would).tag == Tag::kMd));
  }
  // `want charges brought against Ida`: none have been
  void mend_wanted(std::uint32_t participle) {
    const std::uint32_t noun = at(participle).head, verb = at(noun).head;
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAcl || noun + 1 != participle ||
        at(noun).deprel != Deprel::kDobj || !wants(verb) || has_child(noun, {Deprel::kDet}))
      return;
    attach(participle, verb, Deprel::kCcomp);
    attach(noun, participle, Deprel::kNsubjpass);
  }
  void mend_had(std::uint32_t participle) {
    if (!may_be_past(participle) || at(participle).deprel != Deprel::kCcomp || is_root(participle) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark, Deprel::kDobj, Deprel::kCcomp}))
      return;
    const std::uint32_t subject = child(participle, {Deprel::kNsubj}), verb = at(participle).head;
    const bool orders = at(verb).lemma == "order" || wants(verb);  // what one orders or wants is never past
    if (subject >= participle || verb >= subject || !is_verb_tag(at(verb).tag) ||
        !(orders || (at(participle).tag == Tag::kVbn && !takes_clause(at(verb).lemma))) ||
        !(takes_thing(at(participle).lemma) || (orders && takes_person(at(participle).lemma))))
      return;
    at(subject).deprel = Deprel::kNsubjpass;
    at(participle).tag = Tag::kVbn;
  }

  bool describes(std::uint32_t participle) {
    return at(participle).tag == Tag::kVbn && at(participle).deprel == Deprel::kAcl && !is_root(participle) &&
           stands_bare(participle);
  }
  // Right behind whom it leaves so: `left dozens injured`, `left dozens missing`, `left three dead, among them Ana`.
  void mend_left(std::uint32_t state) {
    if (state == range_.begin || is_root(state) || !is_leaf(state)) return;
    const std::uint32_t whom = state - 1, verb = at(whom).head;
    const bool missing = at(state).tag == Tag::kVbg && at(state).lemma == "miss";
    const bool tells = at(state).deprel == Deprel::kAcl || at(state).deprel == Deprel::kXcomp ||
                       at(state).deprel == Deprel::kOprd || at(state).deprel == Deprel::kAmod;
    if (at(whom).deprel != Deprel::kDobj || at(verb).lemma != "leave" || !tells || !stands_bare(state) ||
        !(missing || at(state).tag == Tag::kVbn || at(state).tag == Tag::kJj) ||
        (at(state).head != whom && at(state).head != verb))
      return;
    attach(state, verb, Deprel::kOprd);
    if (!missing) return;
    retag(state, Tag::kJj, Upos::kAdj);
    at(state).lemma = lower(state);
  }
  // `left three dead and 20 injured`: what was done to the others
  void mend_others(std::uint32_t participle) {
    if (at(participle).tag == Tag::kVbn && at(participle).deprel == Deprel::kConj && !is_root(participle) &&
        at(at(participle).head).lemma == "leave" && has_child(at(participle).head, {Deprel::kOprd}) &&
        !has_child(participle, {Deprel::kAux, Deprel::kDobj}))
      if (const std::uint32_t others = child(participle, {Deprel::kNsubj}); others < participle)
        at(others).deprel = Deprel::kNsubjpass;
  }

  void mend_accused(std::uint32_t participle) {
    const std::uint32_t noun = at(participle).head, of = child(noun, {Deprel::kPrep}),
                        whom = child(of, {Deprel::kPobj});
    if (!describes(participle) || of == range_.end || lower(of) != "of" || whom == range_.end ||
        at(whom).entity != EntityLabel::kPerson || participle != whom + 2 || !comma_before(participle) ||
        !takes_person(at(participle).lemma) || takes_thing(at(participle).lemma) ||
        at(noun).upos != Upos::kNoun || noun_means(common_lemma(at(noun)), NounKind::kPerson) ||
        noun_means(common_lemma(at(noun)), NounKind::kGroup))
      return;
    at(participle).head = whom;
  }

  bool joined_to_passive(std::uint32_t verb) {
    std::uint32_t first = verb;
    while (!is_root(first) && at(first).deprel == Deprel::kConj && !passive(first)) first = at(first).head;
    return first < verb && passive(first);
  }
  // `and ordered to leave`, `and pronounced dead`, `and left for dead`: whom is not said, which the verb would need.
  bool lacks_whom(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    if (has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kPrt})) return false;
    if (at(verb + 1).tag == Tag::kTo && has_child(verb, {Deprel::kXcomp}))
      return at(verb + 1).head == child(verb, {Deprel::kXcomp}) && makes_do(lemma) &&
             !takes_no_object(lemma) && !verb_is(lemma, VerbClass::kPlan);
    const std::uint32_t state = child(verb, {Deprel::kAcomp, Deprel::kOprd});
    if (state == verb + 1 && at(state).upos == Upos::kAdj) return names_so(lemma);
    return lower(verb + 1) == "for" && at(verb + 1).head == verb && at(verb + 2).upos == Upos::kAdj &&
           at(verb + 2).head == verb + 1 && takes_thing(lemma);
  }
  // `and handed a fine`, `and denied bail`: who gets it is not said; what one denies without getting it is no possession.
  bool lacks_recipient(std::uint32_t verb, std::uint32_t object, std::uint32_t article) {
    const std::string& lemma = at(verb).lemma;
    for (std::uint32_t t = object + 1; t < range_.end; ++t)
      if (lower(t) == "to" && (at(t).head == object || at(t).head == verb)) return false;
    if (verb_is(lemma, VerbClass::kLight)) return false;
    if (gives_to(lemma) && !takes_thing(lemma)) return lower(article) == "a" || lower(article) == "an";
    return takes_two(lemma) && article == range_.end && at(object).tag == Tag::kNn && is_leaf(object) &&
           noun_mostly_means(common_lemma(at(object)), NounKind::kPossession);
  }

  // Joined to a passive, a verb that lacks to whom or of whom it was done.
  void mend_declared(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    if (at(verb).tag != Tag::kVbd || at(verb).deprel != Deprel::kConj || is_root(verb) ||
        !stands_bare(verb) || !joined_to_passive(verb) || lower(verb) != participle_of(lemma))
      return;
    if (lacks_whom(verb)) at(verb).tag = Tag::kVbn;
    if (has_child(verb, {Deprel::kOprd, Deprel::kDative, Deprel::kCcomp, Deprel::kPrt})) return;
    const std::uint32_t object = child(verb, {Deprel::kDobj}), article = child(object, {Deprel::kDet});
    if (object == range_.end || object < verb || has_child(object, {Deprel::kPoss})) return;
    if (lacks_recipient(verb, object, article)) {
      at(verb).tag = Tag::kVbn;
      return;
    }
    if (!names_so(lemma) || verb_is(lemma, VerbClass::kContact) || !passive(at(verb).head) ||
        !(lower(article) == "a" || lower(article) == "an" ||
          (article == range_.end && at(object).upos == Upos::kPropn)))
      return;
    at(verb).tag = Tag::kVbn;
    at(object).deprel = Deprel::kOprd;
    for (std::uint32_t t = object + 1; t < range_.end; ++t)
      if (at(t).head == object && at(t).deprel == Deprel::kPrep && lower(t) == "by")
        attach(t, verb, Deprel::kAgent);
  }

  void mend_made(std::uint32_t infinitive) {
    if (at(infinitive).tag != Tag::kVb || at(infinitive).deprel != Deprel::kAdvcl || is_root(infinitive))
      return;
    const std::uint32_t verb = at(infinitive).head, who = child(verb, {Deprel::kNsubjpass});
    const bool somebody = at(who).entity == EntityLabel::kPerson || at(who).tag == Tag::kPrp ||
                          noun_mostly_means(lower_case(at(who).lemma), NounKind::kPerson);
    if (somebody && at(verb).lemma == "make" && passive(verb) && verb + 2 == infinitive &&
        at(verb + 1).tag == Tag::kTo)
      at(infinitive).deprel = Deprel::kXcomp;
  }
};

}  // namespace

void repair_participles(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ParticipleRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
