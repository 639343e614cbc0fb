// Repairs of who says something, hung elsewhere:
//
//   saying      `It was shut, stated Ana Holt, and sold`, `It is safe, claimed the mayor`,
//               `"It is safe," joked the mayor`: who says so, read as what it stated
//   closing     `Norsk left, a clerk and two guards said`, `It left, its head, Ana, announced`, `A fire swept through
//               Oslo, the mayor, Ana Holt, said`: who says so at the end, hung on what is said, or that on him
//   quoting     `Norsk left, Reuters quoted Ana as saying`: what she said, hung on who quotes her
//   reads       `The statement by Norsk read: "It is safe."`: the verb in front of a quotation, read as a noun
//   source      `According to the minister, Ana Holt, it is open`: the name, hung anywhere
//   reported    `Norsk reported on Friday, the mill had closed`: a clause without `that` behind a comma, read as another sentence
//   going on    `The army took it, police said, and killed ten`: the army did, not the police
//   citing      `According to Norrsken, citing the police, it is open`: who is quoted cites
#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class SourceRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_closing(t);
      mend_quoting(t);
      mend_saying(t);
      mend_reads(t);
      mend_source(t);
      mend_citing(t);
      mend_reported(t);
      mend_going_on(t);
    }
  }

 private:
  // What stands right behind a verb that a comma sets off and that has no subject.
  std::uint32_t speaker_behind(std::uint32_t verb) {
    const std::uint32_t speaker = child(verb, {Deprel::kDobj});
    const bool finite = at(verb).tag == Tag::kVbd || at(verb).tag == Tag::kVbz;
    const bool behind = speaker != range_.end && speaker > verb && first_word(speaker, verb + 1) == verb + 1;
    const bool set_off = comma_before(verb) || closes_quotation(verb);
    return finite && behind && set_off && !has_subject(verb) ? speaker : range_.end;
  }
  // `"It is safe," joked`
  bool closes_quotation(std::uint32_t verb) {
    if (verb < range_.begin + 3 || at(verb - 1).upos != Upos::kPunct || at(verb - 2).upos != Upos::kPunct)
      return false;
    const Tag first = at(verb - 2).tag, last = at(verb - 1).tag;
    return (first == Tag::kCloseQuote) != (last == Tag::kCloseQuote);
  }

  // A verb of saying between commas with nothing but a person behind it, joined to the clause before.
  void mend_saying(std::uint32_t verb) {
    if (is_root(verb)) return mend_claiming(verb);
    const std::uint32_t said = at(verb).head, speaker = speaker_behind(verb);
    if (at(verb).deprel == Deprel::kParataxis) return mend_reading(verb, said, speaker);
    const bool joined =
        at(verb).deprel == Deprel::kConj ||
        (at(verb).deprel == Deprel::kAdvcl && !has_child(verb, {Deprel::kMark, Deprel::kAdvmod}));
    if (!joined || (!verb_means(at(verb).lemma, VerbKind::kCommunication) && !closes_quotation(verb)) ||
        said > verb || !has_subject(said) || speaker == range_.end || !has(speaker + 1))
      return;
    for (std::uint32_t t = said + 1; t < verb; ++t)
      if (at(t).head == said && at(t).deprel == Deprel::kCc) return;
    if (at(speaker).entity != EntityLabel::kPerson &&
        !(is_role(speaker) && at(speaker).upos == Upos::kPropn) && !closes_quotation(verb) &&
        !reports(verb, speaker))
      return;
    replace(said, verb);
    attach(said, verb, Deprel::kCcomp);
    attach(speaker, verb, Deprel::kNsubj);
    move_children(verb, said, speaker + 1, range_.end, {Deprel::kConj, Deprel::kCc});
  }

  // `The law, reads the motion, is null`: what is written says so, of all that stands in front, too
  void mend_reading(std::uint32_t verb, std::uint32_t said, std::uint32_t speaker) {
    if (speaker == range_.end || !verb_means(at(verb).lemma, VerbKind::kCommunication) ||
        !(noun_means(common_lemma(at(speaker)), NounKind::kCommunication) || reports(verb, speaker)))
      return;
    attach(speaker, verb, Deprel::kNsubj);
    move_children(verb, said, range_.begin, verb, {Deprel::kAdvcl, Deprel::kPrep, Deprel::kAdvmod});
  }

  // A noun that is the past of what a text does, right in front of a quotation.
  void mend_reads(std::uint32_t read) {
    const bool quotes = has(read + 2) && (word_at(read + 1) == ":" || word_at(read + 1) == ",") &&
                        at(read + 2).tag == Tag::kOpenQuote;
    if (at(read).upos != Upos::kNoun || lower(read) != "read" || !quotes || read == range_.begin) return;
    const std::uint32_t last = read - 1;
    if (at(last).head != read || !is_nominal(at(last))) return;
    replace(read, last);
    move_children(read, last, range_.begin, last);
    std::uint32_t text = last;
    while (!is_root(text) && at(text).head < read) text = at(text).head;
    if (is_root(text)) return;
    const std::uint32_t said = at(text).head;
    retag(read, Tag::kVbd, Upos::kVerb);
    attach(read, said, Deprel::kParataxis);
    attach(text, read, Deprel::kNsubj);
  }

  // `It was shut, announced the police.`: whom one does not announce
  bool reports(std::uint32_t verb, std::uint32_t speaker) {
    const std::string lemma = common_lemma(at(speaker));
    const bool speaks = at(speaker).entity == EntityLabel::kOrg ||
                        noun_mostly_means(lemma, NounKind::kPerson) ||
                        noun_mostly_means(lemma, NounKind::kGroup);
    std::uint32_t last = speaker;
    while (has(last + 1) && is_under(last + 1, speaker)) ++last;
    return speaks && takes_clause(at(verb).lemma) &&
           !has_child(verb, {Deprel::kConj, Deprel::kCc, Deprel::kAux}) &&
           (!has(last + 1) || at(last + 1).upos == Upos::kPunct);
  }

  // `The bridge is safe, claimed the mayor`: what is claimed is in front
  void mend_claiming(std::uint32_t verb) {
    const std::uint32_t said = child(verb, {Deprel::kCcomp}), speaker = speaker_behind(verb);
    if (said < verb && has_subject(said) && speaker != range_.end &&
        (at(speaker).entity == EntityLabel::kPerson || closes_quotation(verb) || reports(verb, speaker)))
      attach(speaker, verb, Deprel::kNsubj);
  }

  // Who says what stands in front: the noun phrase between a comma and a verb of saying with nothing behind
  // it but whom it is told.
  struct Closing {
    std::uint32_t first = 0, speaker = 0;  // of the phrase, its first word and its head
  };
  std::optional<Closing> closing(std::uint32_t says) {
    if (says < range_.begin + 4) return std::nullopt;
    const std::uint32_t comma = may_close(says) ? opening(says) : range_.begin;
    if (comma < range_.begin + 2 || at(comma - 1).upos == Upos::kPunct ||
        at(comma + 1).upos == Upos::kCconj || at(comma + 1).upos == Upos::kAdp)
      return std::nullopt;
    Closing found{comma + 1, range_.end};
    for (std::uint32_t t = comma + 1; t < says; ++t) {
      const Tag tag = at(t).tag;
      if (tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp || tag == Tag::kMd ||
          tag == Tag::kOpenQuote || tag == Tag::kCloseQuote || word_at(t) == ":")
        return std::nullopt;
      const bool within = at(t).head > comma && at(t).head < says && at(t).head != t;
      if (within || at(t).upos == Upos::kPunct || at(t).deprel == Deprel::kCc) continue;
      if (found.speaker == range_.end)
        found.speaker = t;
      else if (!join_speaker(t, found.speaker, says))
        return std::nullopt;
    }
    const std::uint32_t speaker = found.speaker;
    const bool speaks = speaker != range_.end && is_nominal(at(speaker)) && at(speaker).upos != Upos::kPron &&
                        (at(speaker).head == says || may_speak(speaker));
    return speaks ? std::optional(found) : std::nullopt;
  }
  bool may_close(std::uint32_t says) {
    const std::string& lemma = at(says).lemma;
    const std::uint32_t whom = child(says, {Deprel::kDobj}), told = child(says, {Deprel::kCcomp});
    const bool tells =
        whom == range_.end || (whom > says && (takes_person(lemma) || gives_to(lemma)) && may_speak(whom));
    return (at(says).tag == Tag::kVbd || at(says).tag == Tag::kVbz || closes_far(says)) &&
           takes_clause(lemma) && tells &&
           (verb_mostly_means(lemma, VerbKind::kCommunication) || comma_before(says)) &&
           (told == range_.end || told < says) &&
           !has_child(says, {Deprel::kAux, Deprel::kAuxpass, Deprel::kNeg, Deprel::kMark, Deprel::kXcomp,
                             Deprel::kPrt});
  }
  // `Norsk has left, the clerks announced in May`, `It left, its head, Ana Roe, announced`: read as clerks that were
  // announced, another name of Norsk across the main verb, or set off by a third comma
  bool closes_far(std::uint32_t says) {
    const std::uint32_t speaker = at(says).head, named = at(speaker).head;
    if (at(says).deprel != Deprel::kAcl || is_root(says) || !may_be_past(says) || !stands_bare(says) ||
        has_child(says, {Deprel::kOprd, Deprel::kAgent}) || speaker > says || is_root(speaker) ||
        named > speaker)
      return false;
    for (std::uint32_t t = says + 1; t < range_.end; ++t)
      if (at(t).upos != Upos::kPunct && !is_under(t, says)) return false;
    const std::uint32_t first = first_word(speaker, named + 1), told = told_before(first);
    return told != range_.end && comma_before(first) && (named <= told || comma_before(says));
  }
  std::uint32_t told_before(std::uint32_t first) {
    for (std::uint32_t t = range_.begin; t < first; ++t)
      if (is_root(t)) return is_verb_tag(at(t).tag) && has_subject(t) && finite_start(t) ? t : range_.end;
    return range_.end;
  }
  // The comma before who speaks; `, the mayor, Ana Roe, said` has three.
  std::uint32_t opening(std::uint32_t says) {
    const auto comma = [&](std::uint32_t t) {
      while (t > range_.begin && word_at(t) != ",") --t;
      return t;
    };
    const std::uint32_t last = comma(says - 1);
    if (last != says - 1) return last;
    const std::uint32_t second = last > range_.begin ? comma(last - 1) : last;
    const bool named =
        at(last - 1).upos == Upos::kPropn && at(second + 1).upos == Upos::kPropn && second > range_.begin;
    return named ? comma(second - 1) : range_.begin;
  }
  // `clerks and guards said`, of whom the guards alone were taken for who does
  bool join_speaker(std::uint32_t second, std::uint32_t first, std::uint32_t says) {
    const std::uint32_t joint = first_word(second, first) - 1;
    if (at(second).head != says || !is_subject(second) || lower(joint) != "and" || is_under(first, second))
      return false;
    attach(joint, first, Deprel::kCc);
    attach(second, first, Deprel::kConj);
    return true;
  }
  bool may_speak(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return is_name_entity(at(noun).entity) || noun_means(lemma, NounKind::kPerson) ||
           noun_means(lemma, NounKind::kGroup) || noun_means(lemma, NounKind::kCommunication);
  }

  // `Norsk left Oslo, Reuters quoted Ana as saying`: what she said is hers
  void mend_quoting(std::uint32_t as) {
    if (at(as).deprel != Deprel::kPrep || lower(as) != "as") return;
    const std::uint32_t saying = child(as, {Deprel::kPcomp}), verb = at(as).head;
    if (saying == range_.end || at(saying).tag != Tag::kVbg || verb > as ||
        !verb_mostly_means(at(saying).lemma, VerbKind::kCommunication) || !has_child(verb, {Deprel::kDobj}) ||
        has_child(saying, {Deprel::kCcomp, Deprel::kDobj}))
      return;
    const std::uint32_t told = child(verb, {Deprel::kCcomp, Deprel::kParataxis});
    if (told < verb && has_subject(told)) attach(told, saying, Deprel::kCcomp);
  }

  // `Norsk left Oslo, said a clerk`
  std::optional<Closing> inverted(std::uint32_t says) {
    std::uint32_t speaker = says + 1;
    while (has(speaker) && !(at(speaker).head == says && at(speaker).deprel == Deprel::kNsubj)) ++speaker;
    const bool behind = has(speaker) && is_root(says) && comma_before(says) && at(says).tag == Tag::kVbd &&
                        first_word(speaker, says + 1) == says + 1;
    return behind ? std::optional(Closing{says - 1, speaker}) : std::nullopt;
  }

  void mend_closing(std::uint32_t says) {
    auto found = closing(says);
    if (!found) found = inverted(says);
    if (!found) return;
    const std::uint32_t speaker = found->speaker;
    if (is_root(says)) return mend_root(says, *found);
    if (closes_far(says)) {
      at(says).tag = Tag::kVbd;
      at(says).deprel = Deprel::kAdvcl;
      at(says).head = told_before(found->first);
    }
    // joined to what is said without an `and`, or a circumstance of it without a `when`
    const std::uint32_t told = at(says).head;
    if ((at(says).deprel != Deprel::kConj && at(says).deprel != Deprel::kAdvcl) || told >= found->first ||
        !has_subject(told) || !finite_start(told) || (has_subject(says) && at(speaker).head != says))
      return;
    replace(told, says);
    attach(told, says, Deprel::kCcomp);
    attach(speaker, says, Deprel::kNsubj);
  }
  // `Norsk left Oslo, a clerk and two guards said`: hung on what is said
  void mend_root(std::uint32_t says, const Closing& found) {
    const std::uint32_t told = child(says, {Deprel::kCcomp});
    if (told != range_.end && told < found.first) {
      if (!has_subject(says) && has_subject(told)) attach(found.speaker, says, Deprel::kNsubj);
      return;
    }
    // `A fire swept through Oslo, police said`: a past read as a participle of who did it
    std::uint32_t doer = range_.begin;
    while (doer < found.first && at(doer).head != says) ++doer;
    if (doer >= found.first || told != range_.end || !is_nominal(at(doer))) return;
    std::uint32_t did = range_.end;
    for (std::uint32_t t = doer + 1; t < found.first; ++t) {
      const Tag tag = at(t).tag;
      if (tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp || tag == Tag::kMd) return;
      const std::uint32_t noun = at(t).head;
      if (did == range_.end && at(t).deprel == Deprel::kAcl && (noun == doer || at(noun).head == doer) &&
          may_be_past(t) && !comma_before(t))
        did = t;
    }
    if (did == range_.end) return;
    retag(did, Tag::kVbd, Upos::kVerb);
    attach(did, says, Deprel::kCcomp);
    attach(doer, did, Deprel::kNsubj);
    for (std::uint32_t t = did + 1; t < found.first; ++t)
      if (at(t).head == doer && at(t).deprel == Deprel::kAcl) attach(t, did, Deprel::kAdvcl);
    attach(found.speaker, says, Deprel::kNsubj);
  }

  // The name between two commas behind `according to the minister` is hers, whatever the parser hung it on.
  void mend_source(std::uint32_t according) {
    const std::uint32_t to = according + 1, source = child(to, {Deprel::kPobj});
    if (lower(according) != "according" || lower(to) != "to" || source == range_.end ||
        at(source).upos != Upos::kNoun)
      return;
    std::uint32_t comma = source + 1;
    while (has(comma) && word_at(comma) != ",") ++comma;
    const std::uint32_t first = comma + 1;
    if (!has(first) || at(first).entity != EntityLabel::kPerson || !at(first).entity_begins ||
        relate(senses_of_noun(common_lemma(at(source))), senses_of_noun("person")).above == 0)
      return;
    std::uint32_t last = first;
    while (at(last + 1).entity == EntityLabel::kPerson && !at(last + 1).entity_begins) ++last;
    if (word_at(last + 1) != "," || at(last).upos != Upos::kPropn || is_under(source, last) ||
        at(last + 2).tag == Tag::kCc)
      return;
    for (std::uint32_t t = source + 1; t < comma; ++t)
      if (!is_under(t, source)) return;
    for (std::uint32_t t = first; t < last; ++t) attach(t, last, Deprel::kCompound);
    attach(last, source, Deprel::kAppos);
    attach(last + 1, source, Deprel::kPunct);
  }

  // `citing`, `quoting`: words that say on whose word, right behind who is said to say it
  void mend_citing(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbg || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        participle < range_.begin + 4 || !comma_before(participle) || has_subject(participle) ||
        !verb_means(at(participle).lemma, VerbKind::kCommunication))
      return;
    std::uint32_t source = participle - 2;
    while (!is_root(source) && at(source).head < participle && at(source).deprel != Deprel::kPobj)
      source = at(source).head;
    if (is_root(source) || at(source).deprel != Deprel::kPobj || is_under(participle, source)) return;
    const std::uint32_t to = at(source).head;
    if (lower(to) == "to" && to > range_.begin && lower(to - 1) == "according")
      attach(participle, source, Deprel::kAcl);
  }

  // What a verb of saying between commas tells of, if it stands in front and is no `it was late`.
  std::uint32_t told_in_front(std::uint32_t says) {
    std::uint32_t told = child(says, {Deprel::kCcomp});
    if (told == range_.end && !is_root(says) &&
        (at(says).deprel == Deprel::kParataxis || at(says).deprel == Deprel::kConj))
      told = at(says).head;
    if (told >= says || !finite_start(told)) return range_.end;
    for (std::uint32_t t = told; t < says; ++t)
      if (at(t).head == told && at(t).deprel == Deprel::kCc) return range_.end;
    const std::uint32_t subject = child(told, {Deprel::kNsubj, Deprel::kNsubjpass});
    const bool somebody =
        subject < told && lower(subject) != "it" && lower(subject) != "that" && lower(subject) != "this";
    return somebody ? told : range_.end;
  }

  // `said it late, and called for calm`, not `and has called a strike`: at the time of saying so
  bool speaks_on(std::uint32_t verb, std::uint32_t says) {
    const auto past = [&](std::optional<std::uint32_t> word) { return word && at(*word).tag == Tag::kVbd; };
    return verb_mostly_means(at(verb).lemma, VerbKind::kCommunication) &&
           past(finite_start(verb)) == past(finite_start(says));
  }
  bool tells(std::uint32_t verb) {
    return finite_start(verb) && takes_clause(at(verb).lemma) &&
           (verb_means(at(verb).lemma, VerbKind::kCommunication) ||
            verb_means(at(verb).lemma, VerbKind::kCognition));
  }

  // The second verb of `Norsk left, police said, and sold it`, joined to who says so
  void mend_going_on(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kConj || is_root(verb) || at(verb).head > verb || has_subject(verb))
      return;
    const std::uint32_t says = at(verb).head, told = told_in_front(says),
                        speaker = child(says, {Deprel::kNsubj});
    if (told == range_.end || speaker == range_.end || !tells(says) || speaks_on(verb, says)) return;
    const bool shares_be =
        at(verb).tag == Tag::kVbn && passive(told);  // `was found, they said, and taken home`
    if (!finite_start(verb) && !shares_be) return;
    std::uint32_t joint = verb;
    while (joint > says && at(joint).deprel != Deprel::kCc) --joint;
    if (joint == says || at(joint).head != says || !comma_before(joint) ||
        !comma_before(std::min(first_word(speaker), says)))
      return;
    const bool whom = takes_person(at(says).lemma) || takes_two(at(says).lemma);  // `told the press`
    for (std::uint32_t t = range_.begin; t < joint; ++t)
      if (at(t).tag == Tag::kOpenQuote || at(t).tag == Tag::kCloseQuote ||
          (t > says && at(t).head == says && at(t).deprel == Deprel::kDobj && !whom))
        return;
    if (at(told).head == says) replace(says, told);
    attach(says, told, Deprel::kParataxis);
    move_children(says, told, joint, range_.end);
  }

  // At the start of the sentence, with nothing of its own but a phrase that a comma ends, behind which the clause begins.
  void mend_reported(std::uint32_t verb) {
    const std::uint32_t said = at(verb).head, phrase = child(verb, {Deprel::kPrep});
    if ((at(verb).deprel != Deprel::kCcomp && at(verb).deprel != Deprel::kParataxis) || said < verb ||
        !has_subject(verb) || !finite_start(verb) || phrase < verb || phrase > said ||
        !takes_clause(at(verb).lemma) || !verb_mostly_means(at(verb).lemma, VerbKind::kCommunication) ||
        has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kXcomp, Deprel::kConj, Deprel::kMark}))
      return;
    // `Ana Holt confessed to it on Friday, police said`
    if (takes_clause(at(said).lemma) && verb_mostly_means(at(said).lemma, VerbKind::kCommunication) &&
        !has_child(said, {Deprel::kDobj, Deprel::kAuxpass}))
      return;
    std::uint32_t subject = child(said, {Deprel::kNsubj, Deprel::kNsubjpass});
    if (subject > said || !finite_start(said)) return;
    const std::uint32_t first = first_word(subject);
    if (first < phrase || !comma_before(first)) return;
    for (std::uint32_t t = range_.begin; t + 1 < first; ++t)
      if (!is_under(t, verb)) return;
    replace(said, verb);
    attach(said, verb, Deprel::kCcomp);
  }
};

}  // namespace

void repair_sources(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  SourceRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
