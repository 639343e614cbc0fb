// Repairs of what is said beside a name, hung on the wrong one of the nouns there:
//
//   second      `Ana, Ida's deputy, and Olof, then the director, were fined`: joined to the first one's role
//   list        `Ana Holt, former minister, mayor of Oslo,`: the second role hung on the first
//   two roles   `The mayor of Oslo and leader of Norsk, Ana Holt, left`: both are hers, read as two who left
//   also        `Ana is a lawyer, an expert on tax`: what else she is, said of the lawyer or of what is before it
//   definite    `Ana Holt, the chair and speaker of Norsk, left`: joined to the name, which is no list
//   aged        `died, aged 79, in Oslo`: what the verb has, hung on the age
//   kind        `head of Norsk Air (NA), an airline`: what a body is, hung on who leads it
//   short       `head of the aid office (OCHA)`: what a body is called in short, hung on who leads it
//   identified  `held the man, later identified as Olof Berg`: a person is identified as one
//   one         `One of the clerks, Ana Roe, left`: hung on the one, who does it
//   leader      `the head of the party in Oslo, Ana Holt, left`, `an aide to Ida Holt, Ana Roe, left`: who
//               the head is, hung on the party or on Oslo, the aide on whom he aids
//   which       `Ana, head of Norrsken, which makes paper, said`: a person is no `which`
//   given       `They carry maps, given away by the city`: what is given, not who carries it
//   who         `between Ana and the leaders, who have left`: the nearer one agrees with the verb
//   named       `the newspaper The Zarn printed it`, `Ana's film Zarn grossed a million`: a name read as a second subject
//   ages        `two men, aged 19 and 23, left`: ages, read as others who left
//   whence      `Ana, of Norsk, and Ida, from Oslo, wrote it`: where the second comes from, hung on the first
//   persons     `Ana Roe, Ida Dahl and Olof Berg left`: one name beside another, which is a list
//   colleague   `Ana Roe of Norsk Air and Ida Dahl left`: the second joined to the first one's body
//   then        `Ana, then prime minister, left`: when she was it, hung on the name
//   native      `A native of Ohio, Ana Roe left`: what somebody is, in front, read as when or as a second subject
//   liberal     `Ana, a former liberal, left`, `UN secretary-general Ana Roe`: an adjective that is a noun there
//   chain       `Her son, the pilot Olof Roe, left`: the name hung on the pilot, and only the pilot on the son
//   envoy       `The envoy, Ana Roe, called on both to leave`: the main verb read as the noun's
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class AppositionRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_second(t);
      mend_list(t);
      mend_also(t);
      mend_definite(t);
      mend_joined_role(t);
      mend_two_roles(t);
      mend_aged(t);
      mend_kind(t);
      mend_short(t);
      mend_identified(t);
      mend_one(t);
      mend_leader(t);
      mend_which(t);
      mend_given(t);
      mend_who(t);
      mend_persons(t);
      mend_named(t);
      mend_colleague(t);
      mend_chain(t);
      mend_envoy(t);
      mend_whence(t);
      mend_ages(t);
      mend_then(t);
      mend_native(t);
      mend_liberal(t);
    }
  }

 private:
  // A noun right before the name is its title; the name says who is meant by what stands before the comma.
  void mend_chain(std::uint32_t name) {
    if (at(name).deprel != Deprel::kAppos || at(name).upos != Upos::kPropn || is_root(name)) return;
    const std::uint32_t title = at(name).head, noun = at(title).head, first = first_word(title);
    if (title > name || at(title).deprel != Deprel::kAppos || is_root(title) || at(title).tag != Tag::kNn ||
        first_word(name, title + 1) != title + 1 || !comma_before(first) || noun > first ||
        !is_under(first - 2, noun) || (at(noun).tag != Tag::kNn && at(noun).tag != Tag::kNns))
      return;
    attach(name, noun, Deprel::kAppos);
    at(title).head = name;
  }

  void mend_also(std::uint32_t role) {
    if (at(role).deprel != Deprel::kAppos || !is_a_person(role)) return;
    std::uint32_t first = at(role).head;
    while (at(first).deprel == Deprel::kPobj && at(first).upos == Upos::kNoun && !is_actor(first))
      first = at(at(first).head).head;  // `a critic of noise, a friend of cats`
    std::uint32_t said = first;
    while (at(said).deprel == Deprel::kConj) said = at(said).head;
    if (first < role && at(said).deprel == Deprel::kAttr && is_a_person(said) && is_a_person(first) &&
        at(at(said).head).lemma == "be" && word_at(child(role, {Deprel::kDet}) - 1) == ",")
      attach(role, first, Deprel::kConj);
  }
  bool is_a_person(std::uint32_t noun) {
    const std::string article = lower(child(noun, {Deprel::kDet}));
    return at(noun).tag == Tag::kNn && (article == "a" || article == "an") &&
           (noun_means(common_lemma(at(noun)), NounKind::kPerson) || !is_noun(common_lemma(at(noun))));
  }

  void mend_liberal(std::uint32_t noun) {
    if (at(noun).tag != Tag::kJj || !noun_means(lower(noun), NounKind::kPerson)) return;
    const std::uint32_t article = child(noun, {Deprel::kDet}), first = child(noun, {Deprel::kNpadvmod});
    const bool rank = at(noun).deprel == Deprel::kCompound && first + 2 == noun && word_at(noun - 1) == "-" &&
                      at(at(noun).head).entity == EntityLabel::kPerson;
    if (rank) at(first).deprel = Deprel::kCompound;
    if (rank || (at(noun).deprel == Deprel::kAppos && article < noun && lower(article).starts_with("a")))
      retag(noun, Tag::kNn, Upos::kNoun);
  }

  void mend_native(std::uint32_t noun) {
    const bool common =
        (at(noun).upos == Upos::kNoun || at(noun).tag == Tag::kJjs) && !is_name_entity(at(noun).entity);
    if (is_root(noun) || !common || first_word(noun) != range_.begin) return;
    const std::uint32_t verb = at(noun).head, article = child(noun, {Deprel::kDet});
    if (!is_verb_tag(at(verb).tag) || verb < noun || article > noun ||
        (at(noun).deprel != Deprel::kNpadvmod && !is_subject(noun) && at(noun).deprel != Deprel::kDep &&
         at(noun).deprel != Deprel::kAdvcl))
      return;
    const bool person = noun_mostly_means(common_lemma(at(noun)), NounKind::kPerson);
    const bool somebody = lower(article) == "the" ? person || at(noun).tag == Tag::kJjs
                                                  : person && lower(article).starts_with("a");
    std::uint32_t subject = range_.end;
    for (std::uint32_t t = noun + 1; t < verb; ++t)
      if (at(t).head == verb && (at(t).deprel == Deprel::kNsubj || at(t).deprel == Deprel::kNsubjpass))
        subject = t;
    const bool named =
        at(subject).entity == EntityLabel::kPerson || (is_subject(noun) && at(subject).tag == Tag::kNnp);
    if (!somebody || subject == range_.end || !named) return;
    const std::uint32_t first = first_word(subject, noun + 1);
    if (!comma_before(first)) return;
    for (std::uint32_t t = noun + 1; t + 1 < first; ++t)
      if (!is_under(t, noun)) return;
    attach(noun, subject, Deprel::kAppos);
  }

  void mend_then(std::uint32_t adverb) {
    if (lower(adverb) == "then" && at(adverb).deprel == Deprel::kAmod)
      at(adverb).deprel = Deprel::kAdvmod;  // `the then mayor`
    if (at(adverb).tag != Tag::kRb || at(adverb).deprel == Deprel::kNeg || lower(adverb) == "not" ||
        !comma_before(adverb) || is_root(adverb) || at(adverb).head > adverb)
      return;
    const std::uint32_t name = at(adverb).head;
    for (std::uint32_t t = adverb + 1; t < range_.end && word_at(t) != ","; ++t)
      if (at(t).head == name && at(t).deprel == Deprel::kAppos && first_word(t) == adverb + 1)
        return attach(adverb, t, Deprel::kAdvmod);
  }

  // A phrase that a comma sets off right behind the second of two names is the second's.
  void mend_whence(std::uint32_t preposition) {
    if (at(preposition).deprel != Deprel::kPrep || !comma_before(preposition) ||
        preposition < range_.begin + 2)
      return;
    const std::uint32_t second = preposition - 2, first = at(preposition).head;
    if (!is_root(preposition) && at(second).deprel == Deprel::kConj && at(second).head == first &&
        first < second && at(second).entity == EntityLabel::kPerson && at(first).upos == Upos::kPropn)
      at(preposition).head = second;
  }

  // A definite role right behind a name, joined to it by nothing.
  void mend_definite(std::uint32_t role) {
    const std::uint32_t name = at(role).head, article = child(role, {Deprel::kDet}),
                        other = child(role, {Deprel::kConj});
    if (at(role).deprel != Deprel::kConj || name > role || at(name).entity != EntityLabel::kPerson ||
        !is_role(role) || article > role || article != name + 2 || word_at(article) != "the" ||
        !comma_before(article) || at(role).tag == Tag::kNns || has_child(name, {Deprel::kCc}) ||
        (other != range_.end && has_child(other, {Deprel::kDet, Deprel::kPoss})))
      return;
    at(role).deprel = Deprel::kAppos;
  }

  // A comma closes the first role before the conjunction, so the name goes on from the name.
  void mend_second(std::uint32_t name) {
    if (at(name).deprel != Deprel::kConj || at(name).entity != EntityLabel::kPerson || is_root(name)) return;
    const std::uint32_t role = at(name).head;
    if (at(role).deprel != Deprel::kAppos || role > name || !is_person_noun(role) || is_root(role) ||
        at(at(role).head).entity != EntityLabel::kPerson)
      return;
    const std::uint32_t first = at(role).head, start = first_word(name);
    if (start < range_.begin + 2 || at(start - 1).deprel != Deprel::kCc || !comma_before(start - 1)) return;
    attach(name, first, Deprel::kConj);
    at(start - 1).head = first;
    for (std::uint32_t t = name + 2; t < range_.end; ++t)
      if (at(t).head == first && at(t).deprel == Deprel::kAppos && is_person_noun(t) &&
          first_word(t) <= name + 2 && comma_before(name + 2))
        attach(t, name, Deprel::kAppos);
  }

  void mend_list(std::uint32_t role) {
    if (at(role).deprel != Deprel::kAppos || is_root(role) || !is_role(role)) return;
    const std::uint32_t before = at(role).head;
    if (before < role && is_role(before) && at(before).deprel == Deprel::kAppos && !is_root(before) &&
        at(at(before).head).entity == EntityLabel::kPerson)
      at(role).head = at(before).head;
  }

  // `the head of Norsk and director of Telia`, `Ana, a clerk at Norsk and a former judge,`: a role is not joined to a body.
  void mend_joined_role(std::uint32_t role) {
    if (at(role).deprel != Deprel::kConj || is_root(role) || !is_role(role)) return;
    const std::uint32_t body = at(role).head, of = at(body).head, first = at(of).head;
    if (body > role || is_role(body) || at(body).deprel != Deprel::kPobj || is_root(of) || !is_role(first))
      return;
    const std::uint32_t article = child(role, {Deprel::kDet, Deprel::kPoss});
    const bool bare = article == range_.end && lower(of) == "of" && has_child(first, {Deprel::kDet}) &&
                      has_child(role, {Deprel::kPrep});
    const bool another = lower(article).starts_with("a") && at(article).tag == Tag::kDt &&
                         at(first).deprel == Deprel::kAppos && at(role).tag == Tag::kNn && !is_role(body);
    if (!bare && !another) return;
    attach(role, first, Deprel::kConj);
    move_children(body, first, body + 1, role, {Deprel::kCc});
  }

  // The second role has no article of its own; the name behind its comma does what the first was to do.
  void mend_two_roles(std::uint32_t name) {
    if (at(name).deprel != Deprel::kAppos || at(name).entity != EntityLabel::kPerson || is_root(name) ||
        at(name).head > name || !comma_before(first_word(name)))
      return;
    std::uint32_t first = name, second = range_.end;
    while (!is_root(first) && !is_verb_tag(at(at(first).head).tag)) {
      first = at(first).head;
      second = child(first, {Deprel::kConj});
      if (is_role(first) && second != range_.end && second > first && second < name && is_role(second)) break;
    }
    if (first == name || second == range_.end || second < first || second > name || !is_role(first) ||
        !is_role(second) || is_root(first) || !has_child(first, {Deprel::kDet, Deprel::kPoss}) ||
        at(child(first, {Deprel::kPoss})).tag == Tag::kPrpDollar ||
        has_child(second, {Deprel::kDet, Deprel::kPoss, Deprel::kConj}) || at(first).tag == Tag::kNns ||
        at(second).tag == Tag::kNns)
      return;
    replace(first, name);
    attach(first, name, Deprel::kAppos);
  }

  void mend_aged(std::uint32_t aged) {
    if (lower(aged) != "aged" || is_root(aged) || !has(aged + 1) || at(aged + 1).tag != Tag::kCd) return;
    const std::uint32_t verb = at(aged).head;
    if (verb > aged || !is_verb_tag(at(verb).tag)) return;
    move_children(aged, verb, aged + 2, range_.end, {Deprel::kPrep});
  }

  bool is_body(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return at(noun).upos == Upos::kNoun && noun_mostly_means(lemma, NounKind::kGroup) &&
           !noun_means(lemma, NounKind::kPerson);
  }
  // The name that ends right before the comma, or before what stands in brackets there.
  std::uint32_t name_before(std::uint32_t comma) {
    std::uint32_t last = comma - 1;
    if (word_at(last) == ")")
      while (last > range_.begin && word_at(last) != "(") --last;
    if (word_at(last) == "(") --last;
    return last < comma && at(last).upos == Upos::kPropn ? name_head(last) : range_.end;
  }

  // In brackets right behind a noun stands what that is called in short.
  void mend_short(std::uint32_t name) {
    const std::uint32_t noun = name - 2;
    if (name < range_.begin + 3 || at(name).deprel != Deprel::kAppos || word_at(name - 1) != "(" ||
        at(name).entity != EntityLabel::kOrg || !is_nominal(at(noun)) || at(noun).deprel != Deprel::kPobj)
      return;
    const std::uint32_t role = at(name).head;
    if (role < noun && is_kind_of(common_lemma(at(role)), {"person"}) && is_under(noun, role))
      at(name).head = noun;
  }

  void mend_kind(std::uint32_t kind) {
    if (at(kind).deprel != Deprel::kAppos || is_root(kind) || !is_body(kind)) return;
    const std::uint32_t role = at(kind).head, start = first_word(kind);
    if (role > kind || !is_person_noun(role) || start < role + 3 || !comma_before(start)) return;
    const std::uint32_t name = name_before(start - 1);
    if (name != range_.end && name > role && is_under(name, role) && at(name).entity == EntityLabel::kOrg)
      at(kind).head = name;
  }

  void mend_identified(std::uint32_t participle) {
    mend_named_as(participle);
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        has_child(participle, {Deprel::kAux, Deprel::kAuxpass, Deprel::kMark}))
      return;
    std::uint32_t start = participle;
    while (start > range_.begin && at(start - 1).upos == Upos::kAdv && at(start - 1).head == participle)
      --start;
    const std::uint32_t as = child(participle, {Deprel::kPrep});
    if (as == range_.end || start < range_.begin + 2 || !comma_before(start) || as != participle + 1 ||
        lower(as) != "as")
      return;
    const std::uint32_t who = child(as, {Deprel::kPobj}), person = start - 2;
    if (who != range_.end && at(who).entity == EntityLabel::kPerson && is_person_noun(person) &&
        at(person).deprel == Deprel::kDobj)
      attach(participle, person, Deprel::kAcl);
  }

  // `a guard of Ole Holt, identified as Ana Roe,`: who has a name is not identified as another
  void mend_named_as(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAcl || !comma_before(participle))
      return;
    const std::uint32_t name = at(participle).head, role = at(at(name).head).head,
                        as = child(participle, {Deprel::kPrep}), who = child(as, {Deprel::kPobj});
    if (as == participle + 1 && lower(as) == "as" && is_full_name(name) && is_full_name(who) &&
        at(name).deprel == Deprel::kPobj && is_person_noun(role) && role < name)
      at(participle).head = role;
  }

  // The name behind one of several does what he was to do.
  void mend_one(std::uint32_t name) {
    std::uint32_t one = at(name).head;
    if (at(one).deprel == Deprel::kPobj && at(one).tag == Tag::kNns && lower(at(one).head) == "of")
      one = at(at(one).head).head;
    if (at(name).deprel != Deprel::kAppos || at(name).entity != EntityLabel::kPerson || one > name ||
        is_root(one) || lower(one) != "one" ||
        !(is_subject(one) || at(one).deprel == Deprel::kDobj || at(one).deprel == Deprel::kPobj) ||
        !comma_before(first_word(name)) || lower(child(one, {Deprel::kPrep})) != "of")
      return;
    const std::uint32_t all = child(child(one, {Deprel::kPrep}), {Deprel::kPobj});
    if (!is_person_noun(all) && at(all).upos != Upos::kPron)
      return;  // `worked in one of the mills, Ole Holt`
    replace(one, name);
    attach(one, name, Deprel::kAppos);
  }

  // The first token of a name that this one ends: `Bank` of `Bank of England`.
  std::uint32_t name_head(std::uint32_t last) {
    std::uint32_t head = last;
    while (!is_root(head) && at(head).head < head && at(at(head).head).entity == at(last).entity &&
           !at(head).entity_begins)
      head = at(head).head;
    return at(head).upos == Upos::kPropn ? head : last;
  }

  // Of what a phrase of a role ends in, nobody is a name.
  void mend_leader(std::uint32_t name) {
    if (at(name).deprel != Deprel::kAppos || is_root(name) || !comma_before(child(name, {Deprel::kCompound})))
      return;
    std::uint32_t noun = at(name).head;
    // `the envoy to Chile, Pertti Salonen,`: two words that name no body
    const bool unknown = at(name).entity == EntityLabel::kOrg && at(name - 1).entity_begins &&
                         at(name - 1).head == name && word_at(name + 1) == "," &&
                         is_place_entity(at(noun).entity) && !is_noun(lower(name)) &&
                         !is_noun(lower(name - 1));
    if (at(name).entity != EntityLabel::kPerson && !unknown) return;
    if (noun_mostly_means(common_lemma(at(noun)), NounKind::kPerson)) return;
    // `an aide to Ida Holt, Ana Roe, left`: one name is not another's
    const bool two = is_full_name(noun) && is_full_name(name) && comma_before(name + 2) &&
                     !has_child(name, {Deprel::kConj, Deprel::kCc});
    while (noun < name && at(noun).deprel == Deprel::kPobj &&
           (two || at(noun).entity != EntityLabel::kPerson)) {
      noun = at(at(noun).head).head;
      if (noun >= name || !is_nominal(at(noun)) || (two && at(noun).tag == Tag::kNns)) return;
      // in any sense: `head` is mostly a part of the body
      if (relate(senses_of_noun(common_lemma(at(noun))), senses_of_noun("person")).above != 0)
        return attach(name, noun, Deprel::kAppos);
    }
  }

  void mend_which(std::uint32_t which) {
    if (at(which).tag != Tag::kWdt || lower(which) != "which" || which < range_.begin + 2 ||
        !comma_before(which) || is_root(which))
      return;
    const std::uint32_t verb = at(which).head, person = at(verb).head, last = which - 2;
    if (at(verb).deprel != Deprel::kRelcl || is_root(verb) || person >= last) return;
    if (at(person).entity != EntityLabel::kPerson && !is_person_noun(person)) return;
    const std::uint32_t body = name_head(last);
    if (!is_under(body, person) || at(body).upos != Upos::kPropn || at(body).deprel != Deprel::kPobj ||
        at(body).entity == EntityLabel::kPerson || is_time_entity(at(body).entity))
      return;
    at(verb).head = body;
  }

  // A participle of what is done to things alone, right behind one, with who did it.
  void mend_given(std::uint32_t participle) {
    if (at(participle).tag != Tag::kVbn || at(participle).deprel != Deprel::kAdvcl || is_root(participle) ||
        participle < range_.begin + 3 || !comma_before(participle) ||
        !has_child(participle, {Deprel::kAgent}) || !done_to_things(participle))
      return;
    const std::uint32_t thing = participle - 2, subject = child(at(participle).head, {Deprel::kNsubj});
    if (at(thing).upos != Upos::kNoun || is_person_noun(thing) || at(thing).deprel != Deprel::kDobj ||
        subject == range_.end || subject > thing || !is_actor(subject))
      return;
    attach(participle, thing, Deprel::kAcl);
  }
  static bool plural(Tag tag) { return tag == Tag::kNns || tag == Tag::kNnps; }

  void mend_who(std::uint32_t pronoun) {
    const Tag tag = at(pronoun).tag;
    if ((tag != Tag::kWp && tag != Tag::kWdt) || !is_subject(pronoun) || is_root(pronoun) ||
        pronoun < range_.begin + 2 || !comma_before(pronoun))
      return;
    const std::uint32_t verb = at(pronoun).head, first = at(verb).head, last = pronoun - 2;
    if (at(verb).deprel != Deprel::kRelcl || is_root(verb) || at(last).deprel != Deprel::kConj ||
        at(last).head != first || plural(at(first).tag) == plural(at(last).tag))
      return;
    std::uint32_t finite = pronoun + 1;
    while (has(finite) && finite < verb && at(finite).deprel != Deprel::kAux &&
           at(finite).deprel != Deprel::kAuxpass)
      ++finite;
    if (!has(finite)) return;
    const std::string word = lower(finite);
    const bool many = word == "were" || at(finite).tag == Tag::kVbp;
    if (many ? plural(at(last).tag) : (word == "was" || at(finite).tag == Tag::kVbz) && !plural(at(last).tag))
      at(verb).head = last;
  }

  // A number that `aged` tells of is nobody.
  void mend_ages(std::uint32_t aged) {
    const std::uint32_t number = at(aged).head;
    if (lower(aged) != "aged" || number != aged + 1 || at(number).tag != Tag::kCd || is_root(number) ||
        (at(number).deprel != Deprel::kConj && at(number).deprel != Deprel::kAppos))
      return;
    const std::uint32_t who = at(number).head;
    if (who > aged || !is_nominal(at(who))) return;
    retag(aged, Tag::kVbn, Upos::kVerb);
    attach(aged, who, Deprel::kAcl);
    attach(number, aged, Deprel::kNpadvmod);
  }

  // Nobody is somebody else: two full names with a comma between them.
  void mend_persons(std::uint32_t second) {
    const std::uint32_t first = at(second).head;
    if (at(second).deprel != Deprel::kAppos || first >= second || !is_full_name(first) ||
        !is_full_name(second) || word_at(first) == word_at(second))
      return;
    if (comma_before(child(second, {Deprel::kCompound}))) at(second).deprel = Deprel::kConj;
  }
  // Behind a common noun that is the subject there stands what it is called.
  void mend_named(std::uint32_t name) {
    if (at(name).tag != Tag::kNnp || is_root(name) ||
        (!is_subject(name) && at(name).deprel != Deprel::kNpadvmod))
      return;
    std::uint32_t first = name;
    while (first > range_.begin && at(first - 1).head == name && at(first - 1).deprel == Deprel::kCompound)
      --first;
    if (first > range_.begin && word_at(first - 1) == "The" && at(first - 1).head == name) --first;
    if (first == range_.begin) return;
    const std::uint32_t noun = first - 1;
    if (at(noun).tag == Tag::kNn && at(noun).head == at(name).head && is_subject(noun))
      attach(name, noun, Deprel::kAppos);
  }
  // `Ana Roe of Norsk Air and Ida Dahl`: joined to the body that Ana is of
  void mend_colleague(std::uint32_t second) {
    const std::uint32_t body = at(second).head, preposition = at(body).head, first = at(preposition).head;
    if (at(second).deprel != Deprel::kConj || body >= second || at(body).deprel != Deprel::kPobj ||
        !(at(body).entity == EntityLabel::kOrg || is_place_entity(at(body).entity)) ||
        at(preposition).deprel != Deprel::kPrep || first >= preposition || !is_full_name(first) ||
        !is_full_name(second) ||
        lower(at(first).head) == "between")  // `a project between the two` is projected by nobody
      return;
    attach(second, first, Deprel::kConj);
    move_children(body, first, body + 1, second, {Deprel::kCc, Deprel::kPunct});
  }
  bool is_full_name(std::uint32_t name) {
    return at(name).tag == Tag::kNnp && at(name).entity == EntityLabel::kPerson &&
           has_child(name, {Deprel::kCompound}) && !word_at(name).ends_with('.');
  }

  // A past tense behind the comma that closes an apposition, and no other verb in the sentence above it.
  void mend_envoy(std::uint32_t verb) {
    if (!may_be_past(verb) || at(verb).deprel != Deprel::kAcl || !comma_before(verb) || is_root(verb) ||
        has_child(verb, {Deprel::kAgent}))
      return;
    std::uint32_t noun = at(verb).head;
    bool aside = false;  // `Ana, who slept in a tent, called on Ida`: the tent is hers
    while (!is_root(noun)) {
      aside |= at(noun).deprel == Deprel::kRelcl || at(noun).deprel == Deprel::kAppos;
      noun = at(noun).head;
    }
    aside |= at(verb).head == noun && has_child(noun, {Deprel::kAppos});
    if (noun > verb || !is_nominal(at(noun)) || !aside) return;
    attach(verb, verb, Deprel::kRoot);
    at(verb).tag = Tag::kVbd;
    attach(noun, verb, Deprel::kNsubj);
    move_marks(noun, verb);
  }

  bool done_to_things(std::uint32_t participle) {
    const std::string& lemma = at(participle).lemma;
    return gives_to(lemma) ? !has_child(participle, {Deprel::kDobj}) : !takes_person(lemma);
  }
  bool is_actor(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return at(noun).upos == Upos::kPron || at(noun).entity == EntityLabel::kPerson ||
           noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup);
  }
};

}  // namespace

void repair_appositions(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  AppositionRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
