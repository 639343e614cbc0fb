// The repairs, each for an error that the parser makes with many words:
//
//   hyphens     `counter - measures`: three objects of one verb become one noun with its modifiers
//   inversion   `"...", added KCNA`: a verb of saying read as an adjective of the speaker
//   side noun   `defeated debutants Panama`: a name read as an adverb after the noun that describes it
//   semicolon   `A won; B lost`: the first clause read as what the second one says
//   trailing    `Governor of Washington Chris Gregoire said`: a name swallowed by the role before it
//   phrase      `ignored warnings from the agency`: hung on a verb that takes none beside its object
//   for which   `a clot for which he had surgery`: hung on the object of the clause that it opens
//   which to    `a trip to China which he looks forward to`: the pronoun hung before it, its clause above
//   aside       `their computers seized -- an all-out war`: what follows a dash, read as an object
//   subject     `gained 13 seats and Labour lost 10`, `hearing her son had been convicted`: the subject of
//               a finite verb, read as the end of what stands before it
//   reduced     `The taxes requested in 2006 are due`, `Farmers hit by a drought left`: a participle read as
//               the main verb
//   after       `after May stepped down`: the subject hung on the conjunction
//   role name   `of the mayor Luca Pastorino that`, `mayor Ana Holt and senator Ole Dahl`: a name right
//               after a role, hung above it
//   range       `received support ranging from A to B`: whom the support came from, hung on the participle
//   underway    `Trials are underway to mend it`: what for, hung on `are` beside the adjective
#include "ingest/extract/parse_repair.h"

#include <optional>
#include <span>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

class Repair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      join_hyphen(t);
      mend_inversion(t);
      mend_side_noun(t);
      mend_semicolon(t);
      mend_trailing_name(t);
      mend_phrase_of_noun(t);
      mend_relative_preposition(t);
      mend_stray_relative(t);
      mend_aside(t);
      mend_lost_subject(t);
      mend_reduced(t);
      mend_after_subject(t);
      mend_role_name(t);
      mend_range(t);
      mend_underway(t);
    }
  }

 private:
  void mend_underway(std::uint32_t infinitive) {
    const std::uint32_t be = at(infinitive).head;
    if (at(infinitive).deprel != Deprel::kXcomp || is_root(infinitive) || at(be).lemma != "be" ||
        at(child(infinitive, {Deprel::kAux})).tag != Tag::kTo)
      return;
    const std::uint32_t adjective = child(be, {Deprel::kAcomp});
    const std::uint32_t subject = child(be, {Deprel::kNsubj});
    // not of `it is fair to say`, nor of an adjective that has its own: `are reliant on tips to live`
    if (be < adjective && adjective + 1 < infinitive && at(adjective + 1).tag == Tag::kTo &&
        at(subject).upos == Upos::kNoun)
      at(infinitive).head = adjective;
  }

  // X - Y, with Y a noun and X hung above or beside it.
  void join_hyphen(std::uint32_t t) {
    if (!has(t + 2) || word_at(t + 1) != "-" || at(t + 2).upos != Upos::kNoun) return;
    if (at(t).head == t + 2 || at(t).upos == Upos::kVerb || at(t + 1).deprel == Deprel::kPunct) {
      if (at(t + 2).head != t || at(t + 2).deprel != Deprel::kAppos) return;
    }
    const std::uint32_t noun = t + 2;
    if (at(noun).head == t && !is_root(t)) {
      attach(noun, at(t).head, at(t).deprel);
    } else if (at(noun).head == t) {
      return;
    } else if (is_under(noun, t) || is_under(noun, t + 1)) {
      return;
    }
    move_children(t, noun);
    move_children(t + 1, noun);
    attach(t, noun, Deprel::kCompound);
    attach(t + 1, noun, Deprel::kPunct);
  }

  void mend_inversion(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kAmod || !says(at(verb).lemma) || verb == range_.begin) return;
    if (at(verb).tag != Tag::kVbd && at(verb).tag != Tag::kVbz && at(verb).tag != Tag::kVbn) return;
    const std::string_view before = word_at(verb - 1);
    if (before != "," && before != "\"" && before != "\u201d" && before != "''") return;
    const std::uint32_t speaker = at(verb).head;
    if (!has(speaker) || speaker < verb || is_root(speaker)) return;
    const std::uint32_t said = at(speaker).head;
    if (at(speaker).deprel == Deprel::kNsubj || !is_verb_tag(at(said).tag) || said > verb) return;
    const bool root = is_root(said);
    attach(verb, root ? verb : at(said).head, root ? Deprel::kRoot : at(said).deprel);
    attach(speaker, verb, Deprel::kNsubj);
    attach(said, verb, Deprel::kCcomp);
    at(verb).tag = Tag::kVbd;
  }
  static bool says(const std::string& lemma) { return verb_means(lemma, VerbKind::kCommunication); }

  void mend_side_noun(std::uint32_t name) {
    if (at(name).deprel != Deprel::kNpadvmod || name == range_.begin) return;
    if (!is_name_entity(at(name).entity) || !at(name).entity_begins) return;
    const std::uint32_t noun = name - 1, over = at(noun).head;
    if (at(noun).upos != Upos::kNoun) return;
    if (over != at(name).head && !(at(noun).deprel == Deprel::kPobj && at(over).head == at(name).head))
      return;
    if (at(noun).deprel != Deprel::kDobj && at(noun).deprel != Deprel::kPobj) return;
    attach(name, over, at(noun).deprel);
    attach(noun, name, Deprel::kCompound);
    move_children(noun, name);
  }

  // A clause before a verb that reports nothing stands by itself.
  void mend_semicolon(std::uint32_t verb) {
    if (at(verb).deprel != Deprel::kCcomp || is_root(verb) || at(verb).head < verb) return;
    const std::uint32_t governor = at(verb).head;
    if ((verb_means(at(governor).lemma, VerbKind::kCommunication) ||
         verb_means(at(governor).lemma, VerbKind::kCognition)) &&
        !has_thing(governor)) {
      bool semicolon = false;
      for (std::uint32_t t = verb; t < governor; ++t)
        semicolon |= (word_at(t) == ";" && at(t).head == governor) || opens_speech(t, verb);
      if (!semicolon) return;
    }
    at(verb).deprel = Deprel::kParataxis;
  }

  // `She answered by letter: "We agree"`: what stands before the colon is not what is said behind it.
  bool opens_speech(std::uint32_t t, std::uint32_t verb) {
    return word_at(t) == ":" && at(t).head == verb && has(t + 1) && at(t + 1).tag == Tag::kOpenQuote;
  }

  // `The choir sang, a priest gave a speech`: who says something has nobody or somebody for an object.
  bool has_thing(std::uint32_t verb) {
    for (std::uint32_t t = verb + 1; t < range_.end; ++t)
      if (at(t).head == verb && at(t).deprel == Deprel::kDobj)
        return at(t).upos == Upos::kNoun && at(t).entity == EntityLabel::kNone &&
               !noun_means(lower_case(at(t).lemma), NounKind::kPerson) &&
               !noun_means(lower_case(at(t).lemma), NounKind::kGroup);
    return false;
  }

  // The name ends right before the verb whose subject is a role that begins before it.
  void mend_trailing_name(std::uint32_t last) {
    if (at(last).entity != EntityLabel::kPerson || at(last).entity_begins || !has(last + 1) ||
        !is_verb_tag(at(last + 1).tag))
      return;
    const std::uint32_t first = name_start(last), verb = last + 1;
    if (first < range_.begin + 2 || is_root(last) || at(first - 1).upos != Upos::kPropn) return;
    for (std::uint32_t role = range_.begin; role + 1 < first; ++role) {
      if (at(role).head != verb || at(role).deprel != Deprel::kNsubj || at(role).entity != EntityLabel::kNone)
        continue;
      if (!noun_means(lower_case(at(role).lemma), NounKind::kPerson)) continue;
      const std::uint32_t holder = child(role, {Deprel::kAppos});  // `the envoy, Ole Holt, and Mayor Ana Roe`
      if (at(last).deprel == Deprel::kConj && at(holder).entity == EntityLabel::kPerson) continue;
      const bool twice = at(last).head == verb && at(last).deprel == Deprel::kNsubj;
      if (!twice && !is_under(last, role)) continue;
      const std::uint32_t place = first - 1;  // takes what the name had among the role's words
      if (!twice)
        attach(place, at(last).head, at(last).deprel);
      else
        attach(place, first - 2, Deprel::kNmod);
      for (std::uint32_t t = range_.begin; t < place; ++t)
        if (at(t).head == last) attach(t, place, at(t).deprel);
      attach(last, verb, Deprel::kNsubj);
      attach(role, last, Deprel::kAppos);
      return;
    }
  }

  void mend_phrase_of_noun(std::uint32_t preposition) {
    if (at(preposition).deprel != Deprel::kPrep || word_at(preposition) != "from") return;
    const std::uint32_t verb = at(preposition).head, noun = preposition - 1;
    if (preposition == range_.begin || verb >= noun || !is_verb_tag(at(verb).tag)) return;
    if (at(noun).head != verb || at(noun).deprel != Deprel::kDobj || at(noun).upos != Upos::kNoun) return;
    const bool deed = has(preposition + 1) && at(preposition + 1).head == preposition &&
                      at(preposition + 1).tag == Tag::kVbg;
    if (deed && verb_is(at(verb).lemma, VerbClass::kPrevent)) return;
    if (!takes_phrase(at(verb).lemma)) at(preposition).head = noun;
  }

  void mend_relative_preposition(std::uint32_t preposition) {
    if (at(preposition).deprel != Deprel::kPrep || !has(preposition + 1)) return;
    const std::uint32_t noun = at(preposition).head;
    if (noun <= preposition || at(preposition + 1).head != preposition ||
        (at(preposition + 1).tag != Tag::kWdt && at(preposition + 1).tag != Tag::kWp))
      return;
    const std::uint32_t verb = at(noun).head;
    if (at(noun).deprel == Deprel::kDobj && verb < noun && at(verb).deprel == Deprel::kRelcl)
      at(preposition).head = verb;
  }

  // The clause is its noun's; the pronoun fills the preposition that is left without a noun, if it does not
  // yet.
  void mend_stray_relative(std::uint32_t pronoun) {
    if (at(pronoun).tag != Tag::kWdt || at(pronoun).deprel != Deprel::kPobj || !has(pronoun + 1)) return;
    if (pronoun == range_.begin || !is_nominal(at(pronoun - 1)) || at(pronoun - 1).deprel != Deprel::kPobj)
      return;
    const std::uint32_t verb = at(pronoun + 1).head, outer = at(pronoun - 1).head;
    if (at(pronoun + 1).deprel != Deprel::kNsubj || at(verb).deprel != Deprel::kAdvcl || verb < pronoun)
      return;
    const std::uint32_t noun = is_nominal(at(at(outer).head)) ? at(outer).head : pronoun - 1;
    if (is_under(noun, verb)) return;
    for (std::uint32_t t = verb + 1; t < range_.end; ++t) {
      if (at(t).head != verb || at(t).deprel != Deprel::kPrep) continue;
      if (at(pronoun).head != t && !is_leaf(t)) continue;
      attach(verb, noun, Deprel::kRelcl);
      attach(pronoun, t, Deprel::kPobj);
      return;
    }
  }
  // `and their computers seized -- an all-out war`
  void mend_aside(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kDobj || is_root(noun) || at(noun).head >= noun) return;
    std::uint32_t first = noun;
    for (std::uint32_t t = range_.begin; t < noun && first == noun; ++t)
      if (at(t).head == noun) first = t;
    if (first == range_.begin) return;
    const std::string_view mark = word_at(first - 1);
    // `lifted off on STS-1, the first mission`: one comma sets apart; two close what they set apart
    unsigned commas = 0;
    for (std::uint32_t t = at(noun).head; t < first; ++t) commas += word_at(t) == ",";
    if (mark == "--" || mark == "—" || mark == "–" || (mark == "," && commas % 2 == 1))
      at(noun).deprel = Deprel::kParataxis;
  }

  void mend_lost_subject(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || is_root(verb) || at(verb).head >= verb || has_subject(verb)) return;
    const std::uint32_t governor = at(verb).head;
    if (!is_verb_tag(at(governor).tag)) return;
    const auto first = finite_start(verb);
    if (!first || *first == range_.begin) return;
    std::uint32_t noun = *first - 1;
    if (at(noun).tag == Tag::kJjr && noun > range_.begin) --noun;  // `and scores more were hurt`
    if (word_at(noun) == "," && at(verb).deprel == Deprel::kCcomp) return take_distant_object(verb, governor);
    const bool the_other = at(noun).tag == Tag::kJj && noun > range_.begin && at(noun - 1).tag == Tag::kDt &&
                           at(noun - 1).head == noun;  // `and the fourth was a clerk`
    if ((!is_nominal(at(noun)) && !the_other) || is_root(noun)) return;
    const Deprel how = at(verb).deprel;
    const bool joined = how == Deprel::kConj || (how == Deprel::kAdvcl && *first < verb);
    if (joined && at(noun).deprel == Deprel::kConj) return end_list(noun, verb, governor);
    if (at(verb).deprel == Deprel::kCcomp) return take_object(verb, governor, noun);
    const bool told = verb_means(at(at(noun).head).lemma, VerbKind::kCommunication) ||
                      verb_means(at(at(noun).head).lemma, VerbKind::kCognition) ||
                      verb_means(at(at(noun).head).lemma, VerbKind::kPerception);
    if (at(noun).deprel != Deprel::kDobj || (*first == verb && at(verb).lemma != "be") || !told ||
        !is_under(at(noun).head, governor) || is_under(at(noun).head, verb) || how != Deprel::kAdvcl)
      return;
    attach(verb, at(noun).head, Deprel::kCcomp);
    make_subject(noun, verb);
  }

  // `reported three malls in Davao were damaged`: the object whose words end right before the clause
  void take_object(std::uint32_t verb, std::uint32_t governor, std::uint32_t last) {
    std::uint32_t object = last;
    while (at(object).deprel != Deprel::kDobj && !is_root(object) && at(object).head > governor)
      object = at(object).head;
    if (at(object).deprel != Deprel::kDobj || is_under(verb, object) || !is_under(at(object).head, governor))
      return;
    attach(verb, at(object).head, Deprel::kCcomp);
    make_subject(object, verb);
  }

  // `claimed Iran, of all countries, is behind it`: commas come in pairs
  void take_distant_object(std::uint32_t verb, std::uint32_t governor) {
    std::uint32_t object = range_.end;
    for (std::uint32_t t = governor + 1; t < verb; ++t)
      if (at(t).head == governor && at(t).deprel == Deprel::kDobj) object = t;
    if (object == range_.end || is_under(verb, object)) return;
    unsigned commas = 0;
    for (std::uint32_t t = object; t < verb; ++t) commas += word_at(t) == ",";
    if (commas % 2 == 0) make_subject(object, verb);
  }

  // `gained 13 seats and Labour lost 10`: nothing but the list's own `and` joins the verbs.
  void end_list(std::uint32_t noun, std::uint32_t verb, std::uint32_t governor) {
    const std::uint32_t before = at(noun).head;
    if (before <= governor || before >= noun || has_own_cc(governor, verb)) return;
    std::uint32_t joint = range_.end;
    for (std::uint32_t t = before + 1; t < noun; ++t)
      if (at(t).head == before && at(t).deprel == Deprel::kCc) joint = t;
    if (joint == range_.end || is_under(verb, noun)) return;
    at(joint).head = governor;
    at(verb).deprel = Deprel::kConj;
    make_subject(noun, verb);
  }

  // Of two finite verbs in a row, which nothing joins and no mark parts, the second is the clause's, the
  // first a participle of its subject, if it may be one.
  void mend_reduced(std::uint32_t verb) {
    if (!is_verb_tag(at(verb).tag) || !finite_start(verb) || has_child(verb, {Deprel::kMark})) return;
    const bool below = !is_root(verb) && at(verb).head < verb &&
                       (at(verb).deprel == Deprel::kConj || at(verb).deprel == Deprel::kCcomp ||
                        at(verb).deprel == Deprel::kAdvcl || at(verb).deprel == Deprel::kDep);
    // `A judge threatened by a gang left Oslo`: no gang did
    const std::uint32_t by = at(at(verb).head).head, inner = child(verb, {Deprel::kCcomp});
    const bool of_doer = at(verb).deprel == Deprel::kAcl && at(verb).tag == Tag::kVbd && !is_root(verb) &&
                         by < verb && lower(by) == "by";
    const std::uint32_t participle = of_doer ? at(by).head : below ? at(verb).head : inner;
    if (participle > verb || !may_be_reduced(participle) || has_subject(verb) || !stands_finite(verb)) return;
    const std::uint32_t noun = child(participle, {Deprel::kNsubj, Deprel::kNsubjpass});
    // `Norsk said ten leave`: behind a participle stands no noun
    const Upos next = at(participle + 1).upos;
    if (noun + 1 != participle || at(noun).upos == Upos::kPron ||
        (next != Upos::kAdp && next != Upos::kAdv && next != Upos::kPart && participle + 1 != verb))
      return;
    for (std::uint32_t t = participle; t < *finite_start(verb); ++t)
      if (at(t).upos == Upos::kPunct || (at(t).head == participle && at(t).deprel == Deprel::kCc)) return;
    if (of_doer) at(by).deprel = Deprel::kAgent;
    move_children(participle, verb, verb + 1, range_.end);
    if (!below && !of_doer) {
      move_children(participle, verb, range_.begin, noun);
      attach(participle, noun, Deprel::kAcl);
      retag(participle, Tag::kVbn, Upos::kVerb);
      return make_subject(noun, verb);
    }
    describe(participle, noun, verb);
  }
  // Of what is done to nobody (`arrived`), or with its object, it is none of its noun; `taken off a boat` has
  // no other form.
  bool may_be_reduced(std::uint32_t verb) {
    const std::string& lemma = at(verb).lemma;
    return is_verb_tag(at(verb).tag) && lower(verb) == participle_of(lemma) &&
           (takes_thing(lemma) || takes_person(lemma)) &&
           !has_child(verb, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}) &&
           !(may_be_past(verb) && has_child(verb, {Deprel::kDobj}));
  }
  // No participle itself (`returned disappointed`): by its form, or by what it has or needs not
  bool stands_finite(std::uint32_t verb) {
    const bool either = lower(verb) == participle_of(at(verb).lemma) && *finite_start(verb) == verb;
    return !either || has_child(verb, {Deprel::kDobj, Deprel::kCcomp, Deprel::kXcomp}) ||
           (takes_nothing(at(verb).lemma) && !has_child(verb, {Deprel::kAgent}));
  }

  void mend_after_subject(std::uint32_t noun) {
    if (at(noun).deprel != Deprel::kPobj || is_root(noun)) return;
    const std::uint32_t mark = at(noun).head;
    if (at(mark).deprel != Deprel::kMark || is_root(mark)) return;
    const std::uint32_t verb = at(mark).head;
    if (verb > noun && is_verb_tag(at(verb).tag) && !has_subject(verb) && !is_under(verb, noun))
      make_subject(noun, verb);
  }

  void mend_role_name(std::uint32_t name) {
    const Deprel deprel = at(name).deprel;
    if (deprel != Deprel::kAttr && deprel != Deprel::kDobj && deprel != Deprel::kNpadvmod &&
        deprel != Deprel::kAppos)
      return;
    if (at(name).entity != EntityLabel::kPerson || is_root(name)) return;
    const std::uint32_t first = name_start(name);
    if (first == range_.begin) return;
    const std::uint32_t role = first - 1;
    const Deprel place = deprel == Deprel::kAppos ? Deprel::kConj : Deprel::kPobj;
    if (at(role).deprel != place || at(role).upos != Upos::kNoun || is_under(role, name)) return;
    if (noun_means(lower_case(at(role).lemma), NounKind::kPerson) && is_under(role, at(name).head))
      attach(name, role, Deprel::kAppos);
  }

  void mend_range(std::uint32_t participle) {
    if (at(participle).lemma != "range" || at(participle).tag != Tag::kVbg || is_root(participle)) return;
    const std::uint32_t governor = at(participle).head;
    if (governor >= participle || !is_verb_tag(at(governor).tag)) return;
    std::uint32_t noun = range_.end;
    for (std::uint32_t t = governor + 1; t < participle; ++t)
      if (at(t).head == governor && at(t).deprel == Deprel::kDobj) noun = t;
    if (noun == range_.end) return;
    std::uint32_t from = range_.end;
    for (std::uint32_t t = participle + 1; t < range_.end && from == range_.end; ++t)
      if (at(t).deprel == Deprel::kPrep && word_at(t) == "from" &&
          (at(t).head == participle || at(t).head == governor))
        from = t;
    if (from == range_.end) return;
    move_children(participle, governor, from, range_.end, {Deprel::kPrep});
    attach(participle, governor, Deprel::kDep);
  }
};

void repair_rest(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  Repair(document, sentence, tokens).run();
}

constexpr void (*kParts[])(const Document&, TokenRange, std::vector<Token>&) = {
    repair_tags,          repair_forms,     repair_verbs,       repair_inversions,  repair_clauses,
    repair_participles,   repair_conjuncts, repair_subjects,    repair_scores,      repair_sums,
    repair_objects,       repair_arguments, repair_complements, repair_attachments, repair_rest,
    repair_main_subjects, repair_people,    repair_titles,      repair_appositions, repair_sources,
    repair_names,         repair_bodies};

bool is_tree(TokenRange sentence, const std::vector<Token>& tokens) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    std::uint32_t above = t, steps = 0;
    while (sentence.contains(above) && tokens[above - sentence.begin].head != above &&
           ++steps <= sentence.size())
      above = tokens[above - sentence.begin].head;
    if (!sentence.contains(above) || steps > sentence.size()) return false;
  }
  return true;
}

// What follows conjuncts, phrases or names up to the first of them stops at the root by its label.
void label_roots(TokenRange sentence, std::vector<Token>& tokens) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    Token& token = tokens[t - sentence.begin];
    if (token.head == t || !sentence.contains(token.head)) token.deprel = Deprel::kRoot;
  }
}

// In a sentence that is damaged enough what a part mends may meet in a circle. That is rare, so nothing is kept to go
// back to: the parts before it run again.
void run_parts(const Document& document, TokenRange sentence, std::vector<Token>& tokens,
               std::span<void (*const)(const Document&, TokenRange, std::vector<Token>&)> parts) {
  label_roots(sentence, tokens);
  if (!is_tree(sentence, tokens)) return;
  std::vector<bool> refused;
  for (const auto repair : parts) {
    repair(document, sentence, tokens);
    label_roots(sentence, tokens);
    refused.push_back(!is_tree(sentence, tokens));
    if (!refused.back()) continue;
    tokens.assign(document.tokens.begin() + sentence.begin, document.tokens.begin() + sentence.end);
    label_roots(sentence, tokens);
    for (std::size_t part = 0; part < refused.size(); ++part) {
      if (refused[part]) continue;
      parts[part](document, sentence, tokens);
      label_roots(sentence, tokens);
    }
  }
}

}  // namespace

void repair_parse(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  run_parts(document, sentence, tokens, kParts);
}

void repair_before_attachments(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  const auto attachments = std::find(std::begin(kParts), std::end(kParts), repair_attachments);
  run_parts(document, sentence, tokens, {std::begin(kParts), attachments});
}

}  // namespace dossier::ingest
