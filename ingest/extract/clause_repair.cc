// Repairs of clauses of which a word was read as part of another clause:
//
//   seeing      `Seeing the houses can hurt`: a gerund with its object is the subject, no main verb
//   sure        `to make sure people are safe`: an adjective behind `make`, read as part of the clause that it opens
//   agency      `was held, but the agency, when asked, freed him`: a subject, joined to the verb before it
//   time        `Most of the time the engine rested`: a time before the subject, read as another subject
//   while       `said it was over, while Ida wrote she was glad`: what another says, read as part of what was said
//   aside       `It hit a plant, police said, killing six, after a week of calm`: what goes on with what is said, hung on who
//               says so
//   speaker     `Norsk cut jobs, its head, Ana Roe, said`: who says so, read as more of the object before him
//   shelling    `Shelling in Oslo hit two`: a gerund without an object that is a noun as well, read as a clause
//   plans       `Plans to sell it were dropped`, `Claims that it sank were false`: what a noun is of, read as
//               more of a clause that it makes
//   without     `urged Ana to go, without naming Ida`: what is left undone behind a comma, hung on what another is to do
//   crew        `seized the ship and its crew were arrested`: an object, joined to the second verb's subject
//   wing        `hurt a guard and a wing of the hall fell`, `is kept by monks and clerks have praised it`: the same,
//               with the second verb joined to the first by nothing
//   speaking    `Speaking to Norsk, she said, "It sank in May"`: what who speaks does, hung on what is said
//   unlikely    `It is unlikely, in my view, that it sank`: what is unlikely, read as the main clause
//   testing     `Hair is no cause so testing it cannot help`: the second verb's subject, hung on the first
//   depicts     `bought a painting in May that depicts Ida`: what the object does, behind when it was bought, read as a clause
//               of the verb
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class ClauseRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_seeing(t);
      mend_sure(t);
      mend_agency(t);
      mend_time(t);
      mend_crew(t);
      mend_wing(t);
      mend_while(t);
      mend_aside(t);
      mend_without(t);
      mend_speaker(t);
      mend_shelling(t);
      mend_plans(t);
      mend_depicts(t);
      mend_speaking(t);
      mend_unlikely(t);
      mend_testing(t);
    }
  }

 private:
  // `It is unlikely, in my view, that it sank`: what is unlikely, read as the main clause
  void mend_unlikely(std::uint32_t verb) {
    const std::uint32_t mark = child(verb, {Deprel::kMark}),
                        is = child(verb, {Deprel::kParataxis, Deprel::kCcomp});
    if (!is_root(verb) || mark == range_.end || lower(mark) != "that" || is > mark || at(is).lemma != "be" ||
        !has_child(is, {Deprel::kAcomp}) || lower(child(is, {Deprel::kNsubj, Deprel::kExpl})) != "it")
      return;
    for (std::uint32_t t = range_.begin; t < mark; ++t)
      if (at(t).head == verb && t != is && t != verb) at(t).head = is;
    attach(is, is, Deprel::kRoot);
    attach(verb, is, Deprel::kCcomp);
  }

  // `Hair is no cause so testing hair cannot help`: a gerund before a verb without a subject is that
  void mend_testing(std::uint32_t gerund) {
    const std::uint32_t above = at(gerund).head;
    if (at(gerund).tag != Tag::kVbg || at(gerund).deprel != Deprel::kAdvcl || is_root(gerund) ||
        above > gerund || lower(first_word(gerund)) != "so" || !has_child(gerund, {Deprel::kDobj}))
      return;
    for (std::uint32_t verb = gerund + 1; verb < range_.end; ++verb) {
      if (at(verb).deprel != Deprel::kConj || at(verb).head != above || !is_verb_tag(at(verb).tag)) continue;
      const std::uint32_t modal = child(verb, {Deprel::kAux});
      if (has_subject(verb) || modal > verb || at(modal).tag != Tag::kMd ||
          at(modal - 1).upos == Upos::kCconj || !is_under(modal - 1, gerund))
        return;
      attach(gerund, verb, Deprel::kCsubj);
      return;
    }
  }

  // What opens the sentence is of the verb of saying before the quotation, not of a verb within it.
  void mend_speaking(std::uint32_t gerund) {
    if (gerund != range_.begin || at(gerund).tag != Tag::kVbg || at(gerund).deprel != Deprel::kAdvcl ||
        is_root(gerund) || !stands_bare(gerund))
      return;
    const std::uint32_t said = at(gerund).head;
    std::uint32_t quote = gerund;
    while (quote < said && at(quote).tag != Tag::kOpenQuote) ++quote;
    for (std::uint32_t t = gerund + 1; t < quote && quote < said; ++t)
      if (finite_start(t) && verb_means(at(t).lemma, VerbKind::kCommunication) && has_subject(t) &&
          !is_under(t, gerund)) {
        attach(gerund, t, Deprel::kAdvcl);
        return;
      }
  }

  void mend_depicts(std::uint32_t verb) {
    if ((at(verb).deprel != Deprel::kAdvcl && at(verb).deprel != Deprel::kCcomp) || is_root(verb)) return;
    const std::uint32_t that = child(verb, {Deprel::kNsubj}), above = at(verb).head,
                        object = child(above, {Deprel::kDobj});
    if (at(that).tag != Tag::kWdt || lower(that) != "that" || first_word(verb) != that ||
        at(that - 1).upos == Upos::kPunct || object >= that || object < above ||
        at(object).upos != Upos::kNoun || !finite_start(verb) || takes_clause(at(above).lemma))
      return;
    const bool one = at(verb).tag == Tag::kVbz, several = at(verb).tag == Tag::kVbp;
    if ((one && at(object).tag == Tag::kNns) || (several && at(object).tag == Tag::kNn)) return;
    attach(verb, object, Deprel::kRelcl);
  }

  void mend_while(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kAdvcl || is_root(verb) || !takes_clause(at(verb).lemma) ||
        !verb_mostly_means(at(verb).lemma, VerbKind::kCommunication))
      return;
    const std::uint32_t mark = child(verb, {Deprel::kMark}), subject = child(verb, {Deprel::kNsubj});
    const std::uint32_t said = at(verb).head, saying = at(said).head;
    if (mark == range_.end || (lower(mark) != "while" && lower(mark) != "whereas") || subject == range_.end ||
        at(subject).upos == Upos::kPron || at(said).deprel != Deprel::kCcomp || is_root(said) ||
        saying > said || said > verb)
      return;
    at(verb).head = saying;
  }

  // The clause that stands before a comma, its speaker and his verb, without quotation marks.
  std::uint32_t said_before(std::uint32_t verb) {
    const std::uint32_t speaker = child(verb, {Deprel::kNsubj});
    const std::string& lemma = at(verb).lemma;
    const bool tells = verb_mostly_means(lemma, VerbKind::kCommunication) || verb_is(lemma, VerbClass::kShow);
    if (!takes_clause(lemma) || !tells || speaker >= verb || !comma_before(first_word(speaker)) ||
        !finite_start(verb))
      return range_.end;
    const std::uint32_t told =
        at(verb).deprel == Deprel::kParataxis ? at(verb).head : child(verb, {Deprel::kCcomp});
    if (told >= speaker || told == verb || !has_subject(told)) return range_.end;
    for (std::uint32_t t = range_.begin; t < verb; ++t)
      if (at(t).tag == Tag::kOpenQuote || at(t).tag == Tag::kCloseQuote || word_at(t) == "\"")
        return range_.end;
    return told;
  }

  // A second verb that nothing joins is no second deed: between its commas stands who says the first.
  void mend_speaker(std::uint32_t says) {
    if (at(says).deprel != Deprel::kConj || is_root(says) || !comma_before(says) || has_subject(says) ||
        !verb_mostly_means(at(says).lemma, VerbKind::kCommunication) || !takes_clause(at(says).lemma) ||
        !finite_start(says) || has_child(says, {Deprel::kDobj, Deprel::kCcomp}))
      return;
    const std::uint32_t told = at(says).head;
    if (told > says || !is_root(told)) return;
    for (std::uint32_t t = told + 1; t < says; ++t)
      if (at(t).head == told && at(t).deprel == Deprel::kCc) return;
    std::uint32_t name = says - 2;
    if (at(name).entity != EntityLabel::kPerson || is_root(name) || at(name).deprel != Deprel::kAppos) return;
    const std::uint32_t speaker = at(name).head;
    if (speaker > name || speaker < told || at(speaker).upos != Upos::kNoun ||
        !has_child(speaker, {Deprel::kPoss, Deprel::kDet}) || !comma_before(first_word(speaker, told + 1)) ||
        !is_kind_of(common_lemma(at(speaker)), {"person"}))
      return;
    replace(told, says);
    attach(told, says, Deprel::kCcomp);
    attach(speaker, says, Deprel::kNsubj);
  }

  void mend_plans(std::uint32_t verb) {
    const std::uint32_t noun = at(verb).head;
    const bool subject = at(noun).deprel == Deprel::kNsubj || at(noun).deprel == Deprel::kNsubjpass;
    const bool sells = at(verb).deprel == Deprel::kXcomp && at(verb).tag == Tag::kVb;
    const bool tells = at(verb).deprel == Deprel::kCcomp && lower(child(verb, {Deprel::kMark})) == "that";
    if ((sells || tells) && verb > noun && subject && at(noun).upos == Upos::kNoun && !has_subject(noun))
      at(verb).deprel = Deprel::kAcl;
  }

  void mend_shelling(std::uint32_t gerund) {
    if (at(gerund).tag != Tag::kVbg || at(gerund).deprel != Deprel::kCsubj || is_root(gerund) ||
        at(gerund).lemma == "be" || at(at(gerund).head).lemma == "be" || !is_noun(lower(gerund)) ||
        takes_no_noun(gerund))
      return;
    retag(gerund, Tag::kNn, Upos::kNoun);
    at(gerund).lemma = lower(gerund);
    make_subject(gerund, at(gerund).head);
  }
  bool takes_no_noun(std::uint32_t gerund) {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != gerund && at(t).head == gerund && at(t).deprel != Deprel::kPrep &&
          at(t).deprel != Deprel::kDet && at(t).deprel != Deprel::kAmod && at(t).upos != Upos::kPunct)
        return true;
    return false;
  }

  // Who urges, asks or tells somebody else to do something leaves it undone himself.
  void mend_without(std::uint32_t without) {
    const std::uint32_t verb = at(without).head;
    if (lower(without) != "without" || !comma_before(without) || is_root(without) || verb > without ||
        at(verb).tag != Tag::kVb || at(verb).deprel != Deprel::kXcomp || is_root(verb))
      return;
    const std::uint32_t deed = child(without, {Deprel::kPcomp}), above = at(verb).head;
    if (deed != range_.end && above < verb && has_child(above, {Deprel::kDobj})) at(without).head = above;
  }

  // A comma closes who says so; a participle of saying (`adding`) and what he says it in or at are his.
  void mend_aside(std::uint32_t verb) {
    const std::uint32_t told = is_verb_tag(at(verb).tag) ? said_before(verb) : range_.end;
    if (told == range_.end) return;
    std::uint32_t end = verb;  // of what he says
    for (std::uint32_t t = verb + 1; t < range_.end; ++t) {
      if (at(t).head != verb || first_word(t, verb + 1) <= verb + 1 || !comma_before(first_word(t, verb + 1)))
        continue;
      if (!(at(t).deprel == Deprel::kAdvcl ? goes_on(t) : at(t).deprel == Deprel::kPrep && sets_scene(t)))
        continue;
      at(t).head = told;
      if (end == verb) end = t;
    }
    if (end != verb && at(verb).deprel == Deprel::kParataxis)
      move_children(verb, told, end, range_.end, {Deprel::kPunct});
  }
  bool goes_on(std::uint32_t participle) {
    const std::string& lemma = at(participle).lemma;
    const bool speaks = verb_mostly_means(lemma, VerbKind::kCommunication) ||
                        (verb_means(lemma, VerbKind::kCommunication) && takes_clause(lemma));
    return at(participle).tag == Tag::kVbg && !speaks &&
           !has_child(participle, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kMark});
  }
  bool sets_scene(std::uint32_t preposition) {
    const std::uint32_t noun = child(preposition, {Deprel::kPobj});
    const std::string word = lower(preposition);
    return noun != range_.end && word != "at" && word != "on" && word != "to" && word != "without" &&
           !noun_means(common_lemma(at(noun)), NounKind::kCommunication);
  }

  // A verb that takes no clause, and behind it two nouns before a second finite verb: its object and the other's subject.
  void mend_crew(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kCcomp || is_root(verb) || !finite_start(verb) ||
        has_child(verb, {Deprel::kMark}))
      return;
    const std::uint32_t above = at(verb).head, object = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (object >= verb || object < above || first_word(object, above + 1) != above + 1 ||
        at(object).upos == Upos::kPron || !finite_start(above) || takes_clause(at(above).lemma) ||
        !(takes_thing(at(above).lemma) || takes_person(at(above).lemma)) || has_child(above, {Deprel::kDobj}))
      return;
    const std::uint32_t subject = child(object, {Deprel::kConj}), joint = child(object, {Deprel::kCc});
    if (subject >= verb || subject < object || joint > subject || lower(joint) != "and" ||
        has_child(subject, {Deprel::kConj}))
      return;
    attach(subject, verb, at(object).deprel);
    attach(object, above, Deprel::kDobj);
    attach(joint, above, Deprel::kCc);
    attach(verb, above, Deprel::kConj);
  }

  // A finite verb without a subject that nothing joins to the first, behind nouns that `and` joins: it joins the clauses,
  // the last noun is the second one's subject, and what stands between the two is its own.
  void mend_wing(std::uint32_t verb) {
    const std::uint32_t above = at(verb).head;
    const auto start = finite_start(verb);
    if ((at(verb).deprel != Deprel::kConj && at(verb).deprel != Deprel::kAdvcl) || is_root(verb) ||
        above > verb || !start || has_subject(verb) || has_child(verb, {Deprel::kMark}) ||
        !is_verb_tag(at(above).tag) || !(finite_start(above) || is_root(above)) ||
        at(above).deprel == Deprel::kRelcl)
      return;
    // `The boys seen in Oslo and Bergen were fined`: the first may be a participle
    if (may_be_past(above) && lower(above) == participle_of(at(above).lemma) &&
        !has_child(above, {Deprel::kAux, Deprel::kAuxpass, Deprel::kDobj}))
      return;
    // `a builder and a clerk called Ana`
    const std::string& lemma = at(verb).lemma;
    if (stands_bare(verb) && lower(verb) == participle_of(lemma) &&
        ((takes_two(lemma) && !has_child(verb, {Deprel::kCcomp})) || names_so(lemma) ||
         (takes_thing(lemma) && !has_child(verb, {Deprel::kDobj}))))
      return;
    if (*start <= above) return;
    std::uint32_t joint = *start - 1;
    while (joint > above && at(joint).upos != Upos::kCconj && at(joint).upos != Upos::kPunct) --joint;
    const std::uint32_t first = at(joint).head;
    if (joint <= above || lower(joint) != "and" || first <= above || first > joint || !is_nominal(at(first)))
      return;
    std::uint32_t noun = joint + 1;
    while (noun < *start && !(at(noun).head == first && at(noun).deprel == Deprel::kConj)) ++noun;
    if (noun >= *start || !is_nominal(at(noun)) || is_under(above, noun)) return;
    for (std::uint32_t t = noun + 1; t < *start; ++t)
      if (is_verb_tag(at(t).tag) && !is_under(t, first)) return;
    move_children(first, noun, noun + 1, *start);
    move_children(above, noun, noun + 1, *start);
    make_subject(noun, verb);
    attach(joint, above, Deprel::kCc);
    at(verb).deprel = Deprel::kConj;
  }

  bool mark_between(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t t = from + 1; t < to; ++t)
      if (at(t).upos == Upos::kPunct) return true;
    return false;
  }

  // Nothing else in the sentence is its main verb, and no comma ends what the gerund says.
  void mend_seeing(std::uint32_t gerund) {
    if (at(gerund).tag != Tag::kVbg || has_child(gerund, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark,
                                                          Deprel::kNsubj, Deprel::kNsubjpass}))
      return;
    const std::uint32_t above = at(gerund).head;
    const bool held = at(gerund).deprel == Deprel::kPcomp && is_root(above) && !is_verb_tag(at(above).tag);
    if (!held && !is_root(gerund)) return;
    const std::uint32_t verb = child(gerund, {Deprel::kCcomp});
    if (verb == range_.end || verb < gerund || !is_verb_tag(at(verb).tag) || !finite_start(verb) ||
        has_child(verb, {Deprel::kMark}))
      return;
    const std::uint32_t object = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (object <= gerund || object >= verb || first_word(object, gerund + 1) != gerund + 1 ||
        at(object).tag == Tag::kPrp || mark_between(gerund, *finite_start(verb)))
      return;
    attach(verb, verb, Deprel::kRoot);
    if (held) attach(above, verb, Deprel::kPrep);
    for (std::uint32_t t = range_.begin; t < range_.end; ++t)
      if (t != verb && t != above && (at(t).head == gerund || (held && at(t).head == above)) && t != gerund &&
          (t < gerund || at(t).upos == Upos::kPunct) && at(t).deprel != Deprel::kPobj)
        at(t).head = verb;
    attach(gerund, verb, Deprel::kCsubj);
    attach(object, gerund, Deprel::kDobj);
  }

  // Its clause is finite: nobody makes good people leave so.
  void mend_sure(std::uint32_t adjective) {
    if (at(adjective).tag != Tag::kJj || adjective == range_.begin || at(adjective - 1).lemma != "make" ||
        !is_verb_tag(at(adjective - 1).tag) || is_root(adjective))
      return;
    const std::uint32_t noun = at(adjective).head;
    const std::uint32_t verb =
        at(adjective).deprel == Deprel::kAmod && is_subject(noun) ? at(noun).head : noun;
    if (!has(verb) || verb <= adjective || at(verb).head != adjective - 1 ||
        at(verb).deprel != Deprel::kCcomp || !finite_start(verb) ||
        (verb == noun && at(adjective).deprel != Deprel::kAcomp))
      return;
    // `made many people believe it`: no finite form
    const std::uint32_t start = *finite_start(verb);
    if (verb != noun && at(start).tag == Tag::kVbp && at(start).lemma != "be") return;
    attach(adjective, adjective - 1, Deprel::kCcomp);
    at(verb).head = adjective;
  }

  // A noun is not joined to a verb; a date does nothing.
  void mend_agency(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kConj || is_root(verb) || !is_verb_tag(at(verb).tag) ||
        !finite_start(verb))
      return;
    const std::uint32_t before = at(verb).head, own = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (before > verb || !is_verb_tag(at(before).tag) ||
        (own != range_.end && !is_time_entity(at(own).entity)))
      return;
    std::uint32_t joint = verb;  // `opened shops and a bank, and left`: a second one joins the verb
    while (joint > before && !(at(joint).head == before && at(joint).deprel == Deprel::kCc)) --joint;
    for (std::uint32_t noun = joint + 1; noun < verb; ++noun) {
      if (at(noun).head != before || at(noun).deprel != Deprel::kConj || !is_nominal(at(noun)) ||
          is_time_entity(at(noun).entity) || at(noun).upos == Upos::kNum)
        continue;
      if (own != range_.end) at(own).deprel = Deprel::kNpadvmod;
      return make_subject(noun, verb);
    }
  }

  bool tells_time(std::uint32_t noun) {
    if (is_time_entity(at(noun).entity)) return true;
    const std::uint32_t of = child(noun, {Deprel::kPrep});
    const std::uint32_t whole = has(of) && lower(of) == "of" ? child(of, {Deprel::kPobj}) : range_.end;
    const std::uint32_t named = whole != range_.end && at(noun).upos != Upos::kNoun ? whole : noun;
    return at(named).upos == Upos::kNoun && noun_means(lower_case(at(named).lemma), NounKind::kTime);
  }

  void mend_time(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag)) return;
    const std::uint32_t time = child(verb, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (time >= verb || !tells_time(time) || has_child(time, {Deprel::kRelcl, Deprel::kAcl})) return;
    for (std::uint32_t t = time + 1; t < verb; ++t) {
      const bool second =
          at(t).head == verb && (at(t).deprel == Deprel::kNsubj || at(t).deprel == Deprel::kNsubjpass);
      // `In mid - May, Ana, with Ida, left`
      const bool name = at(t).head == time && at(t).deprel == Deprel::kAppos &&
                        is_name_entity(at(t).entity) && is_time_entity(at(time).entity);
      if ((!second && !name) || is_time_entity(at(t).entity)) continue;
      attach(time, verb, Deprel::kNpadvmod);
      make_subject(t, verb);
      move_children(time, t, t + 1, verb);
      return;
    }
  }
};

}  // namespace

void repair_clauses(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ClauseRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
