// The repairs, each for objects that the parser ran together:
//
//   before the article  `called Trump a clown`, `declared the flood a disaster`, `called this a crime`: a noun or
//                       demonstrative read as part or subject of the noun behind it, across that noun's own article
//   beside              `granted Ana a pardon`, `called the deal "a mistake"`: the second object read
//                       as an apposition, where no comma sets it off
//   called              `bought the company Norsk`: what the object is called, read as another object
//   bare role           `elected Ana Roe president`, `made him leader`: a role without an article right
//                       behind who is given it, read as one name, an apposition or a clause
//   joined              `issued a cease and desist order`: a base form joined to a past tense across a noun
//   date                `predict landfall Saturday morning`: a noun read as part of the time behind it
//   place               `came from Dubai, UAE making a stop`: the end of a place read as who does something
//   levied              `labelled him a thief and levied fines`: the second verb joined to the noun before it
//   control             `made gun control a key issue`: a noun with a noun before it, read as a verb
//   extinguisher        `used a fire extinguisher`: two words for one thing, read as two objects
//   gift                `gave the police access to it`: who gets it, read as part of what is given
//   two names           `called Zarn the best book`: both read as what something is called
//   told                `told Reuters bombs had been found`: whom one tells, read as part of who does it
//   warning             `set off a tsunami warning`, `wears a face covering`: the second of two nouns, read as what the first does
//   draft               `helping draft Norway's law`: a verb before an owner, read as part of what is owned
//   state               `left the roof of the church badly damaged`, `made the wearing of masks compulsory`:
//                       what becomes of the object, read as part of its last noun or as a clause; `ruled the ban
//                       unlawful`: as what the ban is part of
//   list                `a striker from Ajax, a defender from Porto`: a second object, read as joined to the
//                       name before it; `silver went to Poland and the bronze to Armenia`: a second clause
//   gets                `sent clinics in the south a warning`: who gets it, read as another object
//   march               `joined a march on Oslo`: what is joined, read as how long
//   more                `cost 15 euros more than planned`: more of what, read as how
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

class ObjectRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_before_article(t);
      mend_beside(t);
      mend_called(t);
      mend_bare_role(t);
      mend_joined(t);
      mend_date(t);
      mend_place(t);
      mend_levied(t);
      mend_control(t);
      mend_draft(t);
      mend_warning(t);
      mend_gift(t);
      mend_extinguisher(t);
      mend_two_names(t);
      mend_told(t);
      mend_more(t);
      mend_view(t);
      mend_state(t);
      mend_list(t);
      mend_gets(t);
      mend_march(t);
    }
  }

 private:
  // The noun that it hangs on, or is read as, behind phrases of the object.
  std::uint32_t object_above(std::uint32_t noun) {
    for (std::uint32_t steps = 0; steps < range_.size() && at(noun).deprel == Deprel::kPobj &&
                                  at(at(noun).head).deprel == Deprel::kPrep;
         ++steps)
      noun = at(at(noun).head).head;
    return noun;
  }
  bool is_known(std::uint32_t noun) {  // `the roof`, `its roof`
    return has_child(noun, {Deprel::kPoss}) || lower(child(noun, {Deprel::kDet})) == "the";
  }
  static bool brings_about(const std::string& verb) {
    return verb == "make" || verb == "leave" || verb == "keep" || verb == "render" || verb == "declare" ||
           verb == "rule" || verb == "deem";
  }
  // `ruled the ban unlawful`: a noun read as part of the adjective behind it
  void mend_view(std::uint32_t state) {
    const std::uint32_t object = state - 1, verb = at(state).head;
    if (at(state).deprel != Deprel::kDobj || at(state).tag != Tag::kJj || is_root(state) ||
        verb + 1 >= object || !brings_about(at(verb).lemma) || is_noun(lower(state)) ||
        at(object).head != state || at(object).deprel != Deprel::kCompound || at(object).tag != Tag::kNn)
      return;
    attach(object, verb, Deprel::kDobj);
    move_children(state, object, range_.begin, object);
    at(state).deprel = Deprel::kOprd;
  }
  // No sign that it tells of who did it: `the clerk left the house dressed in black`.
  void mend_state(std::uint32_t state) {
    const bool participle = at(state).tag == Tag::kVbn || at(state).tag == Tag::kVbd;
    if (at(state).tag == Tag::kVbd && at(state).deprel == Deprel::kOprd) at(state).tag = Tag::kVbn;
    if ((!participle && at(state).tag != Tag::kJj && at(state).tag != Tag::kJjr) || is_root(state) ||
        !stands_bare(state) || has_child(state, {Deprel::kDobj, Deprel::kAgent}))
      return;
    // `left the family of the victim angry`, read as one noun
    const bool noun_read = at(state).tag == Tag::kJj && at(state).deprel == Deprel::kPobj &&
                           at(state - 1).head == state && at(state - 1).deprel == Deprel::kCompound &&
                           at(state - 1).upos == Upos::kNoun;
    const std::uint32_t first = noun_read ? state : first_word(state), last = first - 1;
    std::uint32_t object = range_.end;
    // `ruled the strike unlawful`, read as how
    const bool how = at(state).tag == Tag::kJj && !is_noun(lower(state)) &&
                     (at(state).deprel == Deprel::kAdvmod || at(state).deprel == Deprel::kAdvcl);
    if (how || (at(state).deprel == Deprel::kAdvcl && participle))
      object = child(at(state).head, {Deprel::kDobj});
    else if (noun_read)
      object = object_above(state);
    else if ((at(state).deprel == Deprel::kAmod || at(state).deprel == Deprel::kAcl) &&
             at(state).head == last)
      object = object_above(last);
    const std::uint32_t verb = at(object).head;
    if (!has(object) || at(object).deprel != Deprel::kDobj || verb > object || object >= first ||
        (object == last && !participle && !how) || !is_known(object) || !brings_about(at(verb).lemma) ||
        has_child(verb, {Deprel::kOprd, Deprel::kDative}) || at(last).upos == Upos::kPunct ||
        (at(verb).lemma == "leave" && is_somebody(child(verb, {Deprel::kNsubj}))))
      return;
    if (noun_read) {
      attach(last, at(state).head, Deprel::kPobj);
      move_children(state, last, range_.begin, last);
    }
    attach(state, verb, Deprel::kOprd);
    if (participle) at(state).tag = Tag::kVbn;
    for (std::uint32_t t = object + 1; t < first; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kPrep) at(t).head = object;
  }

  // A noun joined to a name behind a preposition, with the same preposition and another name behind it.
  void mend_list(std::uint32_t noun) {
    if ((at(noun).deprel != Deprel::kConj && at(noun).deprel != Deprel::kAppos) ||
        at(noun).upos != Upos::kNoun || is_name_entity(at(noun).entity))
      return;
    std::uint32_t name = at(noun).head;
    for (std::uint32_t steps = 0; steps < range_.size() && at(name).deprel == Deprel::kConj; ++steps)
      name = at(name).head;
    const std::uint32_t preposition = at(name).head;
    if (at(name).deprel != Deprel::kPobj || !is_name_entity(at(name).entity) || name > noun ||
        !repeats(noun, preposition) || tells_of(noun, name))
      return;
    std::uint32_t above = at(preposition).head;
    if (at(above).deprel == Deprel::kDep) above = at(above).head;  // of a clause that was mended before
    if (!is_verb_tag(at(above).tag)) {
      if (at(above).deprel == Deprel::kDobj && above < preposition && lower(preposition) != "of" &&
          main_noun_kind(common_lemma(at(above))) == main_noun_kind(common_lemma(at(noun))))
        attach(noun, above, Deprel::kConj);
      return;
    }
    // `runs schools in Oslo, clinics in Bergen and a home in Lund`: what it runs
    const std::uint32_t object = child(above, {Deprel::kDobj});
    const bool shared = has(object) && object > above && object < preposition;
    if (shared) at(preposition).head = object;
    attach(noun, shared ? object : above, shared ? Deprel::kConj : Deprel::kDep);
  }
  // The same preposition, with another name
  bool repeats(std::uint32_t noun, std::uint32_t preposition) {
    const std::uint32_t own = child(noun, {Deprel::kPrep}), name = child(own, {Deprel::kPobj});
    return has(name) && own > noun && word_at(own) == word_at(preposition) && is_name_entity(at(name).entity);
  }
  // `in Lyon, a city in France`
  bool tells_of(std::uint32_t noun, std::uint32_t name) {
    return at(noun).deprel == Deprel::kAppos && is_place_entity(at(name).entity) &&
           noun_means(common_lemma(at(noun)), NounKind::kLocation);
  }

  // Of two objects of a verb that gives, the second behind a phrase of the first, the first gets the second.
  void mend_gets(std::uint32_t what) {
    if (at(what).deprel != Deprel::kDobj) return;
    const std::uint32_t verb = at(what).head, whom = child(verb, {Deprel::kDobj});
    if (whom >= what || verb > whom || !gives_to(at(verb).lemma) ||
        !has_child(what, {Deprel::kDet, Deprel::kNummod}) ||
        !(is_somebody(whom) || noun_means(common_lemma(at(whom)), NounKind::kGroup)))
      return;
    const std::uint32_t phrase = whom + 1;
    if (at(phrase).deprel != Deprel::kPrep || !is_under(first_word(what) - 1, phrase)) return;
    at(phrase).head = whom;
    at(whom).deprel = Deprel::kDative;
  }

  // Right behind a verb that has no other object, and no time or amount.
  void mend_march(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kNpadvmod || at(noun).tag != Tag::kNn) return;
    const std::uint32_t verb = at(noun).head, first = first_word(noun),
                        particle = child(verb, {Deprel::kPrt});
    if (verb > noun || (first != verb + 1 && first != particle + 1) || !is_verb_tag(at(verb).tag) ||
        at(noun).entity != EntityLabel::kNone || !takes_thing(at(verb).lemma) ||
        !has_child(noun, {Deprel::kDet}) ||
        has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kAuxpass}))
      return;
    const std::string lemma = common_lemma(at(noun));
    if (!noun_mostly_means(lemma, NounKind::kTime) && !noun_means(lemma, NounKind::kQuantity) &&
        noun_mostly_means(lemma, NounKind::kAct))
      at(noun).deprel = Deprel::kDobj;
  }

  void mend_more(std::uint32_t more) {
    const std::uint32_t amount = more - 1;
    if ((at(more).tag == Tag::kRbr || at(more).tag == Tag::kJjr) && at(more).deprel == Deprel::kAdvmod &&
        at(amount).deprel == Deprel::kDobj && at(amount).head == at(more).head &&
        has_child(amount, {Deprel::kNummod}) && lower(more + 1) == "than")
      attach(more, amount, Deprel::kAmod);
  }

  // Behind a thing and without the object that such a verb needs, or the word for what is said: no `broke a leg skiing`.
  void mend_warning(std::uint32_t noun) {
    if (at(noun).tag != Tag::kVbg || noun == range_.begin || is_root(noun) || !is_leaf(noun) ||
        !is_noun(lower(noun)) ||
        (takes_nothing(at(noun).lemma) && !noun_mostly_means(lower(noun), NounKind::kCommunication)) ||
        (at(noun).deprel != Deprel::kAcl && at(noun).deprel != Deprel::kOprd &&
         at(noun).deprel != Deprel::kAdvcl))
      return;
    const std::uint32_t thing = noun - 1;
    const std::string lemma = common_lemma(at(thing));
    if (at(thing).tag != Tag::kNn || is_name_entity(at(thing).entity) || is_root(thing) ||
        (at(noun).head != thing && at(noun).head != at(thing).head) || noun_means(lemma, NounKind::kPerson) ||
        noun_mostly_means(lemma, NounKind::kGroup))
      return;
    replace(thing, noun);
    move_children(thing, noun);
    attach(thing, noun, Deprel::kCompound);
    retag(noun, Tag::kNn, Upos::kNoun);
    at(noun).lemma = lower(noun);
  }

  // Who tells tells somebody: the name right behind the verb is no part of the subject of what is told.
  void mend_told(std::uint32_t noun) {
    if (at(noun).upos != Upos::kNoun || is_name_entity(at(noun).entity) || !is_subject(noun)) return;
    const std::uint32_t content = at(noun).head, verb = at(content).head, first = first_word(noun);
    if (at(content).deprel != Deprel::kCcomp || is_root(content) || verb >= first || verb + 1 != first ||
        !takes_two(at(verb).lemma) || !takes_clause(at(verb).lemma) ||
        !verb_mostly_means(at(verb).lemma, VerbKind::kCommunication) || passive(verb) ||
        has_child(verb, {Deprel::kDobj, Deprel::kDative}))
      return;
    const std::uint32_t begin = at(first).deprel == Deprel::kDet ? first + 1 : first;
    if (at(begin).entity != EntityLabel::kOrg || !at(begin).entity_begins) return;
    std::uint32_t last = begin;
    while (last + 1 < noun && at(last + 1).entity == EntityLabel::kOrg && !at(last + 1).entity_begins) ++last;
    if (at(last).deprel != Deprel::kCompound || at(last).head != noun) return;  // `Norsk's ships`
    move_children(noun, last, first, last);
    attach(last, verb, Deprel::kDobj);
  }

  void mend_two_names(std::uint32_t what) {
    if (at(what).deprel != Deprel::kOprd || is_root(what)) return;
    const std::uint32_t verb = at(what).head, first = child(verb, {Deprel::kOprd});
    if (first >= what || first < verb || !names_so(at(verb).lemma) || !is_nominal(at(first)) ||
        passive(verb) || has_child(verb, {Deprel::kDobj}) || !has_child(what, {Deprel::kDet}) ||
        first_word(what, first + 1) != first + 1)
      return;
    at(first).deprel = Deprel::kDobj;
  }

  // A past tense right behind `and` with a noun behind it that the word before `and` describes: both the word
  // and the noun are nouns, of a verb each.
  void mend_levied(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbd || at(verb).deprel != Deprel::kConj || is_root(verb) ||
        verb < range_.begin + 2 || at(verb - 1).upos != Upos::kCconj || !takes_thing(at(verb).lemma))
      return;
    const std::uint32_t word = at(verb).head, noun = at(word).head;
    if (word + 2 != verb || noun != verb + 1 || at(noun).upos != Upos::kNoun || is_verb_tag(at(word).tag) ||
        (at(word).deprel != Deprel::kAmod && at(word).deprel != Deprel::kCompound))
      return;
    std::uint32_t above = at(noun).head;
    while (!is_root(above) && !is_verb_tag(at(above).tag)) above = at(above).head;
    if (at(above).tag != Tag::kVbd || above > word) return;
    attach(word, at(noun).head, at(noun).deprel);
    retag(word, Tag::kNn, Upos::kNoun);
    move_children(noun, word, above + 1, word);
    attach(noun, verb, Deprel::kDobj);
    attach(verb, above, Deprel::kConj);
    attach(verb - 1, above, Deprel::kCc);
  }

  // No verb is joined to a noun before it as its part.
  void mend_control(std::uint32_t noun) {
    if (at(noun).tag != Tag::kVb || at(noun).deprel != Deprel::kCcomp || is_root(noun) ||
        !is_noun(at(noun).lemma) || has_child(noun, {Deprel::kAux, Deprel::kMark, Deprel::kNsubj}))
      return;
    const std::uint32_t verb = at(noun).head, part = child(noun, {Deprel::kCompound}),
                        complement = child(noun, {Deprel::kDobj});
    if (verb > part || part + 1 != noun || complement < noun || complement == range_.end) return;
    retag(noun, Tag::kNn, Upos::kNoun);
    attach(noun, verb, Deprel::kDobj);
    attach(complement, verb, Deprel::kOprd);
  }

  // Behind `help` a bare infinitive may stand; nothing describes a noun from before its owner or article.
  void mend_draft(std::uint32_t verb) {
    if (at(verb).tag != Tag::kNn || verb == range_.begin || is_root(verb) || !is_verb(at(verb).lemma) ||
        (at(verb).deprel != Deprel::kNmod && at(verb).deprel != Deprel::kCompound) ||
        at(verb - 1).lemma != "help")
      return;
    const std::uint32_t object = at(verb).head, owner = child(object, {Deprel::kPoss, Deprel::kDet});
    if (at(object).head != verb - 1 || at(object).deprel != Deprel::kDobj || owner < verb || owner > object)
      return;
    retag(verb, Tag::kVb, Upos::kVerb);
    attach(verb, verb - 1, Deprel::kXcomp);
    attach(object, verb, Deprel::kDobj);
  }

  static bool is_given(const std::string& noun) {
    return noun_mostly_means(noun, NounKind::kAttribute) || noun_mostly_means(noun, NounKind::kState) ||
           noun_mostly_means(noun, NounKind::kAct) || noun_mostly_means(noun, NounKind::kPossession);
  }
  // People, or several things with an article, before a deed, state or sum without one, of a verb that gives.
  void mend_gift(std::uint32_t whom) {
    if (at(whom).deprel != Deprel::kCompound || at(whom).upos != Upos::kNoun || is_root(whom)) return;
    const std::uint32_t what = at(whom).head, verb = at(what).head, article = first_word(what, verb);
    if (what != whom + 1 || at(what).deprel != Deprel::kDobj || at(what).tag != Tag::kNn || verb > whom ||
        !(gives_to(at(verb).lemma) || at(verb).lemma == "deny") || has_child(verb, {Deprel::kDative}))
      return;
    const bool several = at(whom).tag == Tag::kNns, people = is_somebody(whom),
               bare = several && article == whom;
    const bool known = bare ? people : at(article).tag == Tag::kPrpDollar || lower(article) == "the";
    const std::string gift = lower_case(at(what).lemma);  // `gave reporters permission`
    const bool given = is_given(gift) || (bare && noun_mostly_means(gift, NounKind::kCommunication));
    if (!(several || people) || !known || !given) return;
    for (std::uint32_t t = what + 1; t < range_.end; ++t)
      if (at(t).head == verb && lower(t) == "to") return;  // `gave the police report to Ana`
    move_children(what, whom, verb + 1, whom);
    attach(whom, verb, Deprel::kDative);
    attach(what, verb, Deprel::kDobj);
  }
  bool is_somebody(std::uint32_t noun) {
    const std::string lemma = lower_case(at(noun).lemma);
    return noun_mostly_means(lemma, NounKind::kPerson) || noun_mostly_means(lemma, NounKind::kGroup);
  }
  // A noun without an article right behind one that has it and gets nothing.
  void mend_extinguisher(std::uint32_t noun) {
    if (at(noun).upos != Upos::kNoun || noun == range_.begin || is_root(noun)) return;
    const std::uint32_t part = noun - 1, verb = at(part).head, article = child(part, {Deprel::kDet});
    const bool twin = at(noun).head == verb && at(noun).deprel == Deprel::kDobj;
    const bool under = at(noun).head == part && at(noun).deprel == Deprel::kAcl;
    if (!(twin || under) || at(part).deprel != Deprel::kDobj || at(part).tag != Tag::kNn ||
        article + 1 != part || (lower(article) != "a" && lower(article) != "an") ||
        (takes_two(at(verb).lemma) && is_somebody(part)) || is_time_entity(at(noun).entity) ||
        first_word(noun, part + 1) != noun)
      return;
    attach(noun, verb, Deprel::kDobj);
    attach(article, noun, Deprel::kDet);
    attach(part, noun, Deprel::kCompound);
  }

  bool is_object(std::uint32_t t) {
    return at(t).deprel == Deprel::kDobj || at(t).deprel == Deprel::kDative || at(t).deprel == Deprel::kOprd;
  }
  // Of whom and what: who is called something, or who gets something.
  void share(std::uint32_t whom, std::uint32_t what, std::uint32_t verb) {
    const bool so = names_so(at(verb).lemma);
    attach(whom, verb, so ? Deprel::kDobj : Deprel::kDative);
    attach(what, verb, so ? Deprel::kOprd : Deprel::kDobj);
  }

  // `this`, `these`, read as subject or determiner of the noun whose article stands right behind it
  bool is_demonstrative(std::uint32_t t) {
    const std::string word = lower_case(word_at(t));
    return (at(t).deprel == Deprel::kNsubj || at(t).deprel == Deprel::kDet) &&
           (word == "this" || word == "that" || word == "these" || word == "those");
  }

  void mend_before_article(std::uint32_t name) {
    const bool subject =
        (at(name).deprel == Deprel::kNsubj && at(name).upos == Upos::kNoun) || is_demonstrative(name);
    if (!subject && at(name).deprel != Deprel::kCompound && at(name).deprel != Deprel::kNmod) return;
    if (!subject && at(name).upos != Upos::kPropn && at(name).upos != Upos::kPron) return;
    const std::uint32_t noun = at(name).head;
    if (noun < name || is_root(noun) || !is_object(noun)) return;
    const std::uint32_t verb = at(noun).head;
    if (verb > name || !is_verb_tag(at(verb).tag) || !takes_two(at(verb).lemma)) return;
    if (!has(name + 1) || at(name + 1).tag != Tag::kDt || at(name + 1).head != noun) return;
    move_children(noun, name, verb + 1, name);
    share(name, noun, verb);
    for (std::uint32_t t = noun + 1; t < range_.end; ++t)  // `a clown, a racist and a liar`
      if (at(t).head == noun && at(t).deprel == Deprel::kAppos) at(t).deprel = Deprel::kConj;
  }

  void mend_beside(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kAppos || is_root(noun) || !is_nominal(at(noun))) return;
    const std::uint32_t whom = at(noun).head, verb = at(whom).head;
    if (whom > noun || is_root(whom) || !is_object(whom) || at(whom).deprel == Deprel::kOprd || verb > whom ||
        !is_verb_tag(at(verb).tag) || !takes_two(at(verb).lemma))
      return;
    const std::uint32_t first = first_word(noun);
    if (at(first).tag != Tag::kDt && at(first).tag != Tag::kOpenQuote) return;
    std::uint32_t before = first - 1;
    if (at(before).tag == Tag::kOpenQuote && before > whom) --before;
    if (at(before).upos == Upos::kPunct) return;  // `invited Ana, a doctor`
    share(whom, noun, verb);
  }

  // Of a verb that has no two, a name without an article right behind a noun that has one.
  void mend_called(std::uint32_t name) {
    if (at(name).deprel != Deprel::kDobj || is_root(name) || at(name).upos != Upos::kPropn) return;
    const std::uint32_t verb = at(name).head, first = first_word(name, verb);
    if (first < range_.begin + 1 || first > name || has_child(name, {Deprel::kDet, Deprel::kPoss})) return;
    const std::uint32_t noun = first - 1;
    if (at(noun).deprel == Deprel::kDobj && at(noun).head == verb && at(noun).upos == Upos::kNoun &&
        has_child(noun, {Deprel::kDet, Deprel::kPoss}) && !takes_two(at(verb).lemma))
      attach(name, noun, Deprel::kAppos);
  }

  // The last word of the name or pronoun right before the role and what describes it; the end of the sentence
  // if none.
  std::uint32_t holder_of(std::uint32_t role, std::uint32_t verb) {
    std::uint32_t t = role - 1;
    while (t > verb && at(t).entity != EntityLabel::kPerson && at(t).head == role &&
           (at(t).upos == Upos::kAdj || at(t).upos == Upos::kNoun))
      --t;
    const bool somebody = at(t).entity == EntityLabel::kPerson || at(t).tag == Tag::kPrp;
    return t > verb && somebody ? t : range_.end;
  }

  void mend_bare_role(std::uint32_t role) {
    if (at(role).upos != Upos::kNoun || at(role).tag != Tag::kNn || is_root(role) ||
        at(role).entity == EntityLabel::kPerson)
      return;
    // `appointed Ana Holt head of the office`: what `of` follows is a role there, whatever else it may be
    const bool of = has(role + 1) && lower(role + 1) == "of" && at(role - 1).entity == EntityLabel::kPerson;
    if (!of && !noun_means(lower_case(at(role).lemma), NounKind::kPerson)) return;
    const bool apposition = at(role).deprel == Deprel::kAppos;
    if (!apposition && !is_object(role) && at(role).deprel != Deprel::kCcomp) return;
    const std::uint32_t verb = apposition ? at(at(role).head).head : at(role).head;
    if (verb >= role || !is_verb_tag(at(verb).tag) || passive(verb) ||
        !(names_so(at(verb).lemma) || verb_is(at(verb).lemma, VerbClass::kAssign)))
      return;
    const std::uint32_t holder = holder_of(role, verb);
    if (holder == range_.end || (at(holder).head != role && holder != at(role).head)) return;
    move_children(role, holder, verb + 1, holder);
    attach(holder, verb, Deprel::kDobj);
    attach(role, verb, Deprel::kOprd);
  }

  void mend_joined(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kConj || at(verb).tag != Tag::kVb || is_root(verb) ||
        verb < range_.begin + 3 || !has(verb + 1))
      return;
    const std::uint32_t joint = verb - 1, twin = verb - 2, article = verb - 3, noun = verb + 1;
    if (at(joint).deprel != Deprel::kCc || at(noun).deprel != Deprel::kDobj || at(noun).head != verb) return;
    if (at(article).tag != Tag::kDt || at(article).head != twin || at(twin).tag != Tag::kNn ||
        !is_object(twin))
      return;
    const std::uint32_t above = at(verb).head;
    if (above != at(twin).head && above != twin) return;
    // `they improve the economy and give jobs`: two base forms
    const Tag form = at(at(twin).head).tag;
    if (form == Tag::kVb || form == Tag::kVbp || !is_verb(lower_case(at(twin).lemma))) return;
    attach(noun, at(twin).head, at(twin).deprel);
    move_children(verb, noun);
    move_children(twin, noun);
    attach(twin, noun, Deprel::kCompound);
    attach(joint, noun, Deprel::kCompound);
    attach(verb, noun, Deprel::kCompound);
  }

  void mend_date(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kCompound || is_root(noun) || is_time_entity(at(noun).entity) ||
        is_name_entity(at(noun).entity) || !has(noun + 1) || !at(noun + 1).entity_begins ||
        !is_time_entity(at(noun + 1).entity))
      return;
    const std::uint32_t time = at(noun).head;
    if (time < noun || !is_time_entity(at(time).entity) || is_root(time)) return;
    if (at(time).deprel != Deprel::kDobj && at(time).deprel != Deprel::kNpadvmod) return;
    const std::uint32_t verb = at(time).head;
    if (verb > noun || !is_verb_tag(at(verb).tag)) return;
    move_children(time, noun, verb + 1, noun);
    attach(noun, verb, Deprel::kDobj);
    attach(time, verb, Deprel::kNpadvmod);
    if (at(noun).upos != Upos::kPropn) retag(noun, Tag::kNn, Upos::kNoun);
  }

  // `Dubai, UAE`: two places with a comma between, and no verb of the second one's own.
  void mend_place(std::uint32_t country) {
    if (at(country).deprel != Deprel::kNsubj || at(country).entity != EntityLabel::kGpe || is_root(country) ||
        country < range_.begin + 2 || at(at(country).head).tag != Tag::kVbg ||
        at(at(country).head).deprel != Deprel::kAdvcl)
      return;
    const std::uint32_t city = country - 2;
    if (word_at(country - 1) != "," || at(city).entity != EntityLabel::kGpe ||
        at(city).deprel != Deprel::kPobj || is_under(city, at(country).head))
      return;
    for (std::uint32_t t = country; t < at(country).head; ++t)
      if (at(t).head == at(country).head && at(t).deprel == Deprel::kAux) return;
    attach(country, city, Deprel::kAppos);
  }
};

}  // namespace

void repair_objects(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ObjectRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
