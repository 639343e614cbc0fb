// Repairs of sentences whose subject stands behind the verb:
//
//   place        `Among the dead were two children`, `On the table lay a letter`: the subject read as an object or as
//                what somebody is
//   participle   `Leading the race is Ana`, `Also killed were two men`: the same, and the participle as the main verb
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class InversionRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin + 1; t + 1 < range_.end; ++t) {
      mend_place(t);
      mend_participle(t);
    }
  }

 private:
  bool is_finite(std::uint32_t verb) {
    const Tag tag = at(verb).tag;
    return tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp;
  }
  // A clause begins there: at the sentence's start, behind a mark that separates, or behind what joins clauses.
  bool begins(std::uint32_t t) {
    if (t == range_.begin || at(t - 1).deprel == Deprel::kMark) return true;
    const std::string_view before = word_at(t - 1);
    if (before == "," && t > range_.begin + 1)
      return at(t - 2).deprel != Deprel::kConj && at(t - 1).upos == Upos::kPunct;
    return at(t - 1).upos == Upos::kPunct || (at(t - 1).deprel == Deprel::kCc && comma_before(t - 1));
  }
  // The head of the noun phrase that starts right behind the verb and hangs on it.
  std::uint32_t noun_behind(std::uint32_t verb, std::initializer_list<Deprel> deprels) {
    const std::uint32_t noun = child(verb, deprels);
    if (noun == range_.end || noun < verb || !is_nominal(at(noun)) || at(noun).upos == Upos::kPron ||
        is_time_entity(at(noun).entity))
      return range_.end;
    return first_word(noun, verb + 1) == verb + 1 ? noun : range_.end;
  }
  bool agrees(std::uint32_t verb, std::uint32_t noun) {
    const bool one = lower(verb) == "was" || at(verb).tag == Tag::kVbz;
    const bool many = lower(verb) == "were" || at(verb).tag == Tag::kVbp;
    const bool plural = at(noun).tag == Tag::kNns || at(noun).tag == Tag::kNnps ||
                        at(noun).upos == Upos::kNum || has_child(noun, {Deprel::kCc}) ||
                        noun_mostly_means(lower_case(at(noun).lemma), NounKind::kGroup);
    return (!one && !many) || (plural ? many : one);
  }
  // What tells where: `among the dead`, `next to the church`, `inside`; no date.
  bool tells_place(std::uint32_t t) {
    if (at(t).deprel == Deprel::kAdvmod) {
      const std::uint32_t beside = child(t, {Deprel::kPrep});
      return beside != range_.end ? tells_place(beside)
                                  : at(t).tag == Tag::kIn && has(t + 1) && at(t).head == t + 1;
    }
    const std::uint32_t noun = at(t).deprel == Deprel::kPrep ? child(t, {Deprel::kPobj}) : range_.end;
    return noun != range_.end && !is_time_entity(at(noun).entity) &&
           !noun_mostly_means(lower_case(at(noun).lemma), NounKind::kTime);
  }
  // Somebody or something stands, lies or comes there.
  bool stands(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    if (lemma == "be") return true;
    return lower(verb) == "lay" || (takes_no_object(lemma) && (verb_means(lemma, VerbKind::kStative) ||
                                                               verb_means(lemma, VerbKind::kMotion)));
  }

  // `Among the dead were two boys on a trip and a priest, Ole Dahl`: the name is the last one's, who is
  // joined to the first
  bool names_last(std::uint32_t verb) {
    const std::uint32_t name = child(verb, {Deprel::kNsubj}), first = child(verb, {Deprel::kAttr}),
                        start = first_word(name, verb), last = start - 2;
    if (name < start || first < verb || last <= first || name == range_.end || !comma_before(start) ||
        at(name).upos != Upos::kPropn || !is_person_noun(last) || !is_person_noun(first))
      return false;
    attach(name, last, Deprel::kAppos);
    if (at(last).deprel == Deprel::kConj && !is_person_noun(at(last).head)) {
      move_children(at(last).head, first, first, last, {Deprel::kCc});
      attach(last, first, Deprel::kConj);
    }
    return true;
  }

  void mend_place(std::uint32_t verb) {
    if (!is_finite(verb) || !stands(verb) || (has_subject(verb) && !names_last(verb)) ||
        has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kExpl, Deprel::kPrt}))
      return;
    const std::uint32_t front = child(verb, {Deprel::kPrep, Deprel::kAdvmod});
    if (front >= verb || !tells_place(front)) return;
    const std::uint32_t first = first_word(front);
    if (!begins(first)) return;
    for (std::uint32_t t = first; t < verb; ++t)
      if (!is_under(t, front) || word_at(t) == ",") return;
    const std::uint32_t noun = noun_behind(verb, {Deprel::kAttr, Deprel::kDobj});
    if (noun == range_.end || !agrees(verb, noun)) return;
    make_subject(noun, verb);
    if (lower(verb) == "lay") at(verb).lemma = "lie";
  }

  // `Leading the race is a dream` is none: somebody leads it.
  bool may_do(std::uint32_t noun) {
    const std::string lemma = lower_case(at(noun).lemma);
    return is_name_entity(at(noun).entity) || at(noun).upos == Upos::kPropn ||
           noun_mostly_means(lemma, NounKind::kPerson) || noun_mostly_means(lemma, NounKind::kGroup);
  }

  void mend_participle(std::uint32_t be) {
    if (at(be).lemma != "be" || !is_finite(be)) return;
    std::uint32_t verb =
        is_root(be) ? child(be, {Deprel::kCsubj, Deprel::kNsubj, Deprel::kAdvcl}) : at(be).head;
    if (verb >= be || (at(verb).tag != Tag::kVbg && at(verb).tag != Tag::kVbn) ||
        (!is_root(be) && !is_root(verb)) || has_subject(verb))
      return;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).upos != Upos::kAdv) return;
    for (std::uint32_t t = verb; t < be; ++t)
      if (!is_under(t, verb) || word_at(t) == ",") return;
    if (is_root(be) && has_child(be, {Deprel::kExpl})) return;
    std::uint32_t noun = noun_behind(be, {Deprel::kAttr, Deprel::kDobj});
    for (std::uint32_t t = be + 1; noun == range_.end && t < range_.end; ++t)  // hung on the participle
      if (at(t).head == verb && is_nominal(at(t)) &&
          (at(t).deprel == Deprel::kDobj || at(t).deprel == Deprel::kAttr) && first_word(t, be + 1) == be + 1)
        noun = t;
    if (noun == range_.end || !agrees(be, noun) || (at(verb).tag == Tag::kVbg && !may_do(noun))) return;
    // `Missing from the list was Ana`: where nothing is done to anything an adjective
    if (at(verb).tag == Tag::kVbg && is_adjective(lower(verb)) && !has_child(verb, {Deprel::kDobj})) {
      attach(be, be, Deprel::kRoot);
      attach(verb, be, Deprel::kAcomp);
      attach(noun, be, Deprel::kNsubj);
      retag(verb, Tag::kJj, Upos::kAdj);
      return;
    }
    const bool passive = at(verb).tag == Tag::kVbn;
    attach(verb, verb, Deprel::kRoot);
    move_children(be, verb);
    attach(be, verb, passive ? Deprel::kAuxpass : Deprel::kAux);
    attach(noun, verb, passive ? Deprel::kNsubjpass : Deprel::kNsubj);
    at(verb).upos = Upos::kVerb;
  }
};

}  // namespace

void repair_inversions(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  InversionRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
