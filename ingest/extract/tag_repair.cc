// Repairs of tags that contradict the tree, where the tagger was in doubt itself (Token::tag_margin):
//
//   smoke       `The smoke turned white`: what stands where only a noun can stand, read as a verb
//   point       `Others point to it`, `Oslo and Bergen score well`: what has a subject and heads a clause, read as a noun
//   awards      `The Party awards delegates; they vote`, `The Act, 1972 lists owls`: the only verb, read as part of its object
//   called      `the island, also called Fogo`: a participle of the noun, read as a past tense
//   stay        `would let them stay`: what somebody is let or made to do, read as a present
//   off         `struck off the coast`: what has an object of its own, read as a particle
//   each        `have each signed deals`: a perfect, read as what the deals are
//   woolly      `a "cowardly act"`: an adjective in -ly, read as an adverb
//   shared      `were counted and shared`: the second of two joined passives, read as a past tense
//   surname     `Ana Stocking left. Stocking said`: a name that opens a sentence, read as a common noun
//   ministry    `the health ministry spokesman`: a common noun without a capital, read as a name
//   studied     `Ana was born in Oslo and studied law`: what is done to nobody, read as joined to a passive
//   told        `was held and told to pay`: the same, of what somebody was told to do
//   worth       `The firm was worth 5 million euros in 2010`: a preposition, read as an adjective
//   first       `Former Bank of Oslo governor Ana Holt`: an adjective that opens a sentence, read as a name
//   suspended   `May- and June-born children`: half a word, read as a noun of its own
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

constexpr float kSure = 1.5F;  // logits: of the tags that lead by more, the tree is the one to doubt

class TagRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    mend_first(range_.begin);
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_stay(t);
      mend_off(t);
      mend_each(t);
      mend_woolly(t);
      mend_told(t);
      mend_studied(t);
      mend_surname(t);
      mend_ministry(t);
      mend_worth(t);
      mend_suspended(t);
      if (at(t).tag_margin > kSure) continue;
      mend_smoke(t);
      mend_point(t);
      mend_awards(t);
      mend_called(t);
      mend_shared(t);
    }
  }

 private:
  // What goes on behind the conjunction tells which of the last noun; no `photo- and videojournalist`.
  void mend_suspended(std::uint32_t half) {
    const std::string_view word = word_at(half);
    const std::uint32_t noun = child(half, {Deprel::kConj});
    if (word.size() < 2 || !word.ends_with('-') || at(half + 1).deprel != Deprel::kCc || noun < half + 3 ||
        !has(noun) || at(noun).upos != Upos::kNoun)
      return;
    replace(half, noun);
    attach(half, noun, Deprel::kAmod);
    move_children(half, noun);
    at(half + 1).head = half;
    label(half, half, EntityLabel::kNone);
  }
  void make(std::uint32_t t, Tag tag, Upos upos) {
    at(t).tag = tag;
    at(t).upos = upos;
    at(t).lemma = lower_case(at(t).lemma);
  }

  // What opens a sentence or a quotation may have its capital from there.
  bool opens(std::uint32_t t) { return t == range_.begin || at(t - 1).tag == Tag::kOpenQuote; }

  // With a capital inside a sentence it is somebody, and nowhere is it an ordinary word.
  bool names_somebody(std::string_view word) const {
    const std::string common = lower_case(word);
    bool somebody = false;
    for (const TokenRange sentence : document_.sentences)
      for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
        const std::string_view other = document_.word(t);
        if (other == common) return false;
        somebody |= t > sentence.begin && other == word && document_.tokens[t].upos == Upos::kPropn &&
                    document_.tokens[t].entity == EntityLabel::kPerson;
      }
    return somebody;
  }

  void mend_surname(std::uint32_t name) {
    const char first = word_at(name).front();
    const bool within =
        has(name + 1) && at(name + 1).entity != EntityLabel::kNone && !at(name + 1).entity_begins;
    if (first < 'A' || first > 'Z' || at(name).upos == Upos::kPropn || at(name).upos == Upos::kPron ||
        within || !opens(name) ||
        !(at(name).deprel == Deprel::kNsubj || at(name).deprel == Deprel::kNsubjpass ||
          at(name).deprel == Deprel::kPoss) ||
        !names_somebody(word_at(name)))
      return;
    retag(name, Tag::kNnp, Upos::kPropn);
    at(name).lemma = word_at(name);
    at(name).entity = EntityLabel::kPerson;
    at(name).entity_begins = true;
  }

  // The capital is the sentence's.
  void mend_first(std::uint32_t adjective) {
    const std::string word = lower(adjective);
    if (at(adjective).tag != Tag::kNnp || at(adjective).deprel != Deprel::kAmod ||
        at(adjective).entity != EntityLabel::kNone || !is_adjective(word))
      return;
    make(adjective, Tag::kJj, Upos::kAdj);
  }

  void mend_ministry(std::uint32_t noun) {
    if ((at(noun).tag != Tag::kNnp && at(noun).tag != Tag::kNnps) || word_at(noun).size() < 4) return;
    const char first = word_at(noun).front();
    const std::string lemma = common_lemma(at(noun));
    if (first < 'a' || first > 'z' || at(noun).deprel != Deprel::kCompound || !is_noun(lemma) ||
        at(at(noun).head).upos != Upos::kNoun)
      return;
    make(noun, at(noun).tag == Tag::kNnp ? Tag::kNn : Tag::kNns, Upos::kNoun);
    at(noun).lemma = lemma;
  }

  // What stands behind the sum is the verb's.
  void mend_worth(std::uint32_t worth) {
    if (at(worth).deprel != Deprel::kAcomp || lower(worth) != "worth") return;
    const std::uint32_t sum = child(worth, {Deprel::kNpadvmod}), verb = at(worth).head;
    if (sum < worth || !has(sum)) return;
    move_children(worth, verb);
    attach(sum, worth, Deprel::kPobj);
    attach(worth, verb, Deprel::kPrep);
    make(worth, Tag::kIn, Upos::kAdp);
  }

  bool in_noun_place(std::uint32_t t) {
    switch (at(t).deprel) {
      case Deprel::kDobj:
      case Deprel::kPobj:
      case Deprel::kNsubj:
      case Deprel::kNsubjpass:
      case Deprel::kDative:
      case Deprel::kAttr:
        return true;
      case Deprel::kConj:
        return !is_root(t) && at(t).head < t && at(at(t).head).upos == Upos::kNoun;
      default:
        return false;
    }
  }

  void mend_smoke(std::uint32_t noun) {
    const Tag tag = at(noun).tag;
    if ((tag != Tag::kVb && tag != Tag::kVbp && tag != Tag::kVbz) || !in_noun_place(noun) ||
        !is_noun(lower_case(at(noun).lemma)) || lower(noun - 1) == "to" ||
        has_child(noun, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj,
                         Deprel::kNeg, Deprel::kCcomp, Deprel::kXcomp, Deprel::kAcomp, Deprel::kAttr,
                         Deprel::kMark, Deprel::kPrt}))
      return;
    make(noun, tag == Tag::kVbz ? Tag::kNns : Tag::kNn, Upos::kNoun);
  }

  void mend_stay(std::uint32_t verb) {
    const std::uint32_t above = at(verb).head;
    if (at(verb).tag == Tag::kVbp && at(verb).deprel == Deprel::kCcomp && above < verb &&
        makes_do(at(above).lemma) && !takes_clause(at(above).lemma) && lower(verb) == at(verb).lemma &&
        has_child(verb, {Deprel::kNsubj}) &&
        !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
      at(verb).tag = Tag::kVb;
  }

  void mend_off(std::uint32_t particle) {
    if (at(particle).deprel != Deprel::kPrt || !has_child(particle, {Deprel::kPobj})) return;
    at(particle).deprel = Deprel::kPrep;
    at(particle).tag = Tag::kIn;
  }

  // `each` stands before no plural.
  void mend_each(std::uint32_t each) {
    const std::uint32_t object = at(each).head, have = at(object).head, verb = each + 1;
    if (lower(each) != "each" || at(each).deprel != Deprel::kDet || at(object).tag != Tag::kNns ||
        at(object).deprel != Deprel::kDobj || at(have).lemma != "have" || have + 1 != each ||
        at(verb).head != object || at(verb).tag != Tag::kVbn)
      return;
    replace(have, verb);
    move_children(have, verb);
    at(verb).upos = Upos::kVerb;
    attach(have, verb, Deprel::kAux);
    attach(object, verb, Deprel::kDobj);
    attach(each, verb, Deprel::kAdvmod);
  }

  bool heads_clause(std::uint32_t t) {
    switch (at(t).deprel) {
      case Deprel::kRoot:
      case Deprel::kCcomp:
      case Deprel::kAdvcl:
      case Deprel::kRelcl:
      case Deprel::kPcomp:
      case Deprel::kParataxis:
      case Deprel::kConj:
        return true;
      default:
        return is_root(t);
    }
  }

  bool is_common_noun(std::uint32_t t) {
    return (at(t).tag == Tag::kNn || at(t).tag == Tag::kNns) && at(t).upos == Upos::kNoun &&
           !is_name_entity(at(t).entity) && is_verb(lower_case(at(t).lemma)) &&
           !has_child(t, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod, Deprel::kAmod});
  }

  // Subject and form agree: `it rests`, `they rest`.
  bool agrees(std::uint32_t subject, std::uint32_t verb) {
    const Tag tag = at(subject).tag;
    const std::string word = lower(subject);
    const bool several = tag == Tag::kNns || has_child(subject, {Deprel::kConj}) || word == "they" ||
                         word == "we" || word == "you" || word == "i";
    if (at(verb).tag == Tag::kNn) return several;
    return !several && (tag == Tag::kNn || tag == Tag::kNnp || tag == Tag::kPrp || tag == Tag::kWdt);
  }

  void mend_point(std::uint32_t verb) {
    if (!heads_clause(verb) || !is_common_noun(verb) || has_child(verb, {Deprel::kCompound})) return;
    const std::uint32_t subject = child(verb, {Deprel::kNsubj});
    if (subject >= verb || !agrees(subject, verb) || has_child(verb, {Deprel::kAuxpass})) return;
    for (std::uint32_t t = subject + 1; t < verb; ++t)  // but those of relative clauses
      if (at(t).head == verb && is_verb_tag(at(t).tag)) return;
    make(verb, at(verb).tag == Tag::kNn ? Tag::kVbp : Tag::kVbz, Upos::kVerb);
  }

  // What stands before the verb and hung on its object is its subject's.
  void take_object(std::uint32_t verb, std::uint32_t object, std::uint32_t subject) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (t == verb || t == subject || (at(t).head != object && at(t).head != verb) || is_root(t)) continue;
      if (t < verb)
        at(t).head = subject;
      else if (t > object && (at(t).deprel == Deprel::kPrep || at(t).deprel == Deprel::kAdvmod))
        at(t).head = verb;
    }
    make(verb, Tag::kVbz, Upos::kVerb);
    attach(object, verb, Deprel::kDobj);
    make_subject(subject, verb);
  }

  // A plural before a plural behind a name, where a clause lacks a verb: its verb has two subjects, or it has none.
  void mend_awards(std::uint32_t verb) {
    if (at(verb).tag != Tag::kNns || at(verb).deprel != Deprel::kCompound || is_root(verb) ||
        verb == range_.begin || !is_verb(lower_case(at(verb).lemma)))
      return;
    const std::uint32_t object = at(verb).head, above = at(object).head;
    if (object != verb + 1 || at(object).tag != Tag::kNns || is_root(object)) return;
    if (at(object).deprel == Deprel::kAppos && is_root(above) && at(above).upos == Upos::kPropn &&
        above < verb) {
      attach(verb, verb, Deprel::kRoot);
      move_marks(above, verb);
      return take_object(verb, object, above);
    }
    const std::uint32_t name = verb - 1;
    if (at(object).deprel != Deprel::kNsubj || !is_verb_tag(at(above).tag) || above < object ||
        at(name).upos != Upos::kPropn || at(name).head != object)
      return;
    for (std::uint32_t t = object + 1; t < above; ++t)
      if (at(t).head == above && at(t).deprel == Deprel::kNsubj) {
        attach(verb, above, Deprel::kParataxis);
        return take_object(verb, object, name);
      }
  }

  void mend_called(std::uint32_t verb) {
    if (at(verb).tag != Tag::kVbd || is_root(verb) || !names_so(at(verb).lemma) || !may_be_past(verb) ||
        has_subject(verb) || verb < range_.begin + 3 || lower(verb - 1) != "also" ||
        !comma_before(verb - 1) || !has_child(verb, {Deprel::kDobj, Deprel::kOprd}) ||
        has_child(verb, {Deprel::kAux, Deprel::kAuxpass}))
      return;
    const std::uint32_t noun = verb - 3;
    if (!is_nominal(at(noun)) || is_under(noun, verb)) return;
    for (std::uint32_t t = verb + 1; t < range_.end;
         ++t)  // `is on leave, also called rest, and living in Oslo`
      if (at(t).head == verb &&
          (at(t).deprel == Deprel::kConj || at(t).deprel == Deprel::kCc || word_at(t) == ","))
        at(t).head = at(verb).head;
    at(verb).tag = Tag::kVbn;
    attach(verb, noun, Deprel::kAcl);
    if (const std::uint32_t name = child(verb, {Deprel::kDobj}); name != range_.end)
      at(name).deprel = Deprel::kOprd;
  }

  // An adjective in `-ly` between an article, or the mark of a quotation, and its noun
  void mend_woolly(std::uint32_t t) {
    const std::uint32_t noun = t + 1;
    if (at(t).tag == Tag::kRb && at(t).deprel == Deprel::kAdvmod && at(t).head == noun &&
        at(noun).upos == Upos::kNoun && has_child(noun, {Deprel::kDet}) && child(noun, {Deprel::kDet}) < t &&
        lower(t).ends_with("ly") && is_adjective(lower(t))) {
      retag(t, Tag::kJj, Upos::kAdj);
      at(t).deprel = Deprel::kAmod;
    }
  }

  // What has no object may have been done to what the first one was done to.
  void mend_shared(std::uint32_t verb) {
    if (joined_to_passive(verb) && !has_child(verb, {Deprel::kXcomp}) && !suits_nobody(verb) &&
        (takes_thing(at(verb).lemma) || takes_person(at(verb).lemma)))
      at(verb).tag = Tag::kVbn;
  }
  void mend_studied(std::uint32_t verb) {
    if (at(verb).tag == Tag::kVbn && at(verb).deprel == Deprel::kConj && !is_root(verb) &&
        passive(at(verb).head) && lower(verb).ends_with("ed") &&
        !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kAgent}) &&
        (suits_nobody(verb) || has_thing(verb)))
      at(verb).tag = Tag::kVbd;
  }
  // An object that nobody is given: `studied law`, not `taught law`, `fined five euros`
  bool has_thing(std::uint32_t verb) {
    const std::uint32_t object = child(verb, {Deprel::kDobj});
    return has(object) && object > verb && at(object).upos == Upos::kNoun &&
           at(object).entity == EntityLabel::kNone && takes_thing(at(verb).lemma) &&
           !gives_to(at(verb).lemma) && !names_so(at(verb).lemma) &&
           !verb_is(at(verb).lemma, VerbClass::kAssign);
  }
  // Whether the passive above is of a person, and the verb takes none.
  bool suits_nobody(std::uint32_t verb) {
    const std::uint32_t subject = child(at(verb).head, {Deprel::kNsubjpass});
    const std::string word = has(subject) ? lower(subject) : std::string();
    const bool person =
        has(subject) && (at(subject).entity == EntityLabel::kPerson || word == "he" || word == "she");
    return person && !takes_person(at(verb).lemma);
  }
  // Who tells somebody to do something tells it somebody.
  void mend_told(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    const bool tells = verb_mostly_means(lemma, VerbKind::kCommunication) &&
                       !verb_is(lemma, VerbClass::kPlan) && !verb_is(lemma, VerbClass::kRefuse);
    // `was held and fined 10 dollars`
    const std::uint32_t sum = child(verb, {Deprel::kDobj});
    const bool paid =
        has(sum) && (at(sum).entity == EntityLabel::kMoney || at(sum).entity == EntityLabel::kQuantity);
    if (paid && takes_person(lemma) && !gives_to(lemma) && joined_to_passive(verb, true))
      at(verb).tag = Tag::kVbn;
    if (joined_to_passive(verb) && has_child(verb, {Deprel::kXcomp}) && makes_do(lemma) &&
        (tells || verb_is(lemma, VerbClass::kDemand) || verb_is(lemma, VerbClass::kForce) ||
         verb_is(lemma, VerbClass::kPermit) || verb_is(lemma, VerbClass::kForbid)))
      at(verb).tag = Tag::kVbn;
  }
  // The object, if it has one, is no more than a sum.
  bool joined_to_passive(std::uint32_t verb, bool sum = false) {
    return at(verb).tag == Tag::kVbd && at(verb).deprel == Deprel::kConj && !is_root(verb) &&
           at(verb).head < verb && may_be_past(verb) && lower(verb) == participle_of(at(verb).lemma) &&
           undergoes(at(verb).head) && !has_subject(verb) && (sum || !has_child(verb, {Deprel::kDobj})) &&
           !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kOprd, Deprel::kCcomp});
  }
  // `was barred, sentenced to prison`
  bool undergoes(std::uint32_t verb) {
    if (passive(verb)) return true;
    return at(verb).tag == Tag::kVbn && !is_root(verb) && at(verb).head < verb &&
           (at(verb).deprel == Deprel::kConj || at(verb).deprel == Deprel::kAdvcl) && comma_before(verb) &&
           !has_child(verb, {Deprel::kAux}) && passive(at(verb).head);
  }
};

}  // namespace

void repair_tags(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  TagRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
