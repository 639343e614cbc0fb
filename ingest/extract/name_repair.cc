// Names hung on the wrong noun, by what they can be:
//
//   far name   `the mayor of Paris, Anne Hidalgo,`: a person hung on the place before it;
//              `the hurricane to reach Bermuda, Hurricane Gonzalo,`: a name that says its noun
//              `the parliament of Estonia, the Riigikogu,`: a body hung on the place that it is of
//   town       `A plane in Nevada, United States crashed`, `flew to Cleveland, Ohio to debate`: where a town lies, read as
//              who does something, or how far
//   name list  `Two senators, Ann Holt and Ole Dahl, left`: the names joined to the noun that counts them
//   family     `Ana Holt, her husband and their two sons were hurt`: more who were, read as what she is
//   of-name    `President of France Emmanuel Macron`, `Senator from Maine Ana Holt`: a country read as a part
//              of the person's name
//   of         `Former Vice President of Oslo Ana Holt left`: what the office is of, read as what the office is
//   amount     `spent $10 | m on ships`: the letter that says million hung on something else; `build $5 m ships`:
//              what they cost, read as built
//   particle   `President Ursula von der Leyen`: what stands before, hung on a particle of the name
//   day        `ended prior to Super Tuesday`: a day with a name of its own, read as a weekday
#include "ingest/data/facts.h"
#include "ingest/dates/time_words.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class NameRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_far_name(t);
      mend_town(t);
      mend_name_list(t);
      mend_family(t);
      mend_of_name(t);
      mend_of(t);
      mend_particle(t);
      mend_day(t);
      mend_amount(t);
    }
  }

 private:
  void mend_of(std::uint32_t of) {
    if (lower(of) != "of" || at(of).deprel != Deprel::kPrep || !is_leaf(of)) return;
    for (std::uint32_t t = of + 1; t < range_.end; ++t)
      if (at(t).head == at(of).head && at(t).deprel == Deprel::kAppos && first_word(t, of + 1) == of + 1)
        return attach(t, of, Deprel::kPobj);
  }

  // Somebody's, joined to several or to somebody's again: no name is all of them.
  void mend_family(std::uint32_t noun) {
    const std::uint32_t other = child(noun, {Deprel::kConj}), owner = child(noun, {Deprel::kPoss});
    if (at(noun).deprel != Deprel::kAppos || is_root(noun) || at(noun).upos != Upos::kNoun ||
        other == range_.end || other < noun || at(owner).tag != Tag::kPrpDollar ||
        at(at(noun).head).upos != Upos::kPropn || !comma_before(first_word(noun)) ||
        !noun_means(common_lemma(at(noun)), NounKind::kPerson) ||
        !noun_means(common_lemma(at(other)), NounKind::kPerson) || at(noun + 1).upos == Upos::kPropn)
      return;
    if (at(other).tag == Tag::kNns || at(child(other, {Deprel::kPoss})).tag == Tag::kPrpDollar)
      at(noun).deprel = Deprel::kConj;
  }

  void mend_particle(std::uint32_t particle) {
    const char first = word_at(particle).front();
    if (at(particle).deprel != Deprel::kCompound || at(particle).upos != Upos::kPropn || is_root(particle) ||
        first < 'a' || first > 'z' || at(particle).head != particle + 1 ||
        at(particle + 1).upos != Upos::kPropn)
      return;
    move_children(particle, particle + 1, range_.begin, particle, {Deprel::kCompound});
    const bool longer =
        has(particle + 2) && is_name_entity(at(particle + 2).entity) && !at(particle + 2).entity_begins;
    if (at(particle).entity != EntityLabel::kPerson || longer) return;
    at(particle + 1).entity = EntityLabel::kPerson;  // `Leyen`, taken for a town
    at(particle + 1).entity_begins = false;
  }

  void mend_far_name(std::uint32_t name) {
    if (at(name).deprel != Deprel::kAppos || at(name).upos != Upos::kPropn || is_root(name)) return;
    const std::uint32_t near = at(name).head;
    if (mend_several(near, name) || mend_nearer(near, name) || names_near(near, name)) return;
    // `Paris` is a prince of Troy too
    const bool other =
        at(near).entity != EntityLabel::kPerson && (is_name_entity(at(near).entity) || !means_person(near));
    if (other && mend_envoy_to(near, name)) return;
    if (near > name || (!other && !says_noun_above(near, name)) || in_bracket(name)) return;
    for (std::uint32_t above = near; !is_root(above);) {
      above = at(above).head;
      if (above > near || is_verb_tag(at(above).tag)) {
        if (at(above).tag != Tag::kVb && at(above).tag != Tag::kVbn && at(above).tag != Tag::kVbg) return;
        continue;
      }
      if (at(above).upos != Upos::kNoun) continue;
      if (!answers(above, near, name)) return;
      // `the minister, Ana Roe, and her counterpart, Ida Dahl`: it has a name of its own
      const std::uint32_t own = child(above, {Deprel::kAppos});
      if (own < near && at(own).upos == Upos::kPropn) return;
      attach(name, above, Deprel::kAppos);
      return;
    }
  }

  // `a clerk with the company Jadranija`: no comma parts a name from what has it; but a role of that may have
  // one, and so has who uses the pseudonym Katya.
  bool names_near(std::uint32_t near, std::uint32_t name) {
    return at(near).upos == Upos::kNoun && !is_name_entity(at(near).entity) &&
           first_word(name, near + 1) == near + 1 && !is_kind_of(common_lemma(at(near)), {"name"}) &&
           (name == near + 1 || lower(at(near).head) != "of" || at(near).deprel != Deprel::kPobj ||
            names_kind(near));
  }

  // `captain of the ship Blue Star`: what is called by a name right behind it
  bool names_kind(std::uint32_t noun) {
    const std::string lemma = common_lemma(at(noun));
    return at(noun).tag == Tag::kNn &&
           (noun_mostly_means(lemma, NounKind::kArtifact) || noun_mostly_means(lemma, NounKind::kGroup) ||
            noun_mostly_means(lemma, NounKind::kLocation));
  }

  // Two people are no one king, but the aides to him.
  bool mend_several(std::uint32_t near, std::uint32_t name) {
    const std::uint32_t aides = at(at(near).head).head;
    if (at(near).tag != Tag::kNn || at(near).deprel != Deprel::kPobj || !means_person(near) || near > name ||
        at(at(near).head).deprel != Deprel::kPrep || at(aides).tag != Tag::kNns || !means_person(aides) ||
        at(child(name, {Deprel::kConj})).upos != Upos::kPropn)
      return false;
    attach(name, aides, Deprel::kAppos);
    return true;
  }

  // Somebody's aide right before the comma has the name, not whom the clause around him is of.
  bool mend_nearer(std::uint32_t far, std::uint32_t name) {
    std::uint32_t first = name;
    while (first > range_.begin && at(first - 1).head == name && at(first - 1).upos == Upos::kPropn) --first;
    const std::uint32_t aide = first - 2, owner = child(aide, {Deprel::kPoss});
    // `his counterpart` is no person in the dictionary
    const bool somebody = means_person(aide) || (at(owner).tag == Tag::kPrpDollar &&
                                                 noun_mostly_means(lower(aide), NounKind::kCognition));
    if (first < range_.begin + 3 || word_at(first - 1) != "," || aide <= far || at(aide).tag != Tag::kNn ||
        !somebody || !has(owner) || !is_under(aide, far) || at(name).entity != EntityLabel::kPerson ||
        !means_person(far) || has_child(aide, {Deprel::kAppos}))
      return false;
    attach(name, aide, Deprel::kAppos);
    return true;
  }

  // `recalled its envoy to Oslo, Ana Roe`: where he is sent, hung on the verb
  bool mend_envoy_to(std::uint32_t place, std::uint32_t name) {
    const std::uint32_t to = at(place).head, envoy = child(at(to).head, {Deprel::kDobj});
    if (at(place).deprel != Deprel::kPobj || at(to).deprel != Deprel::kPrep || envoy + 1 != to ||
        at(name).entity != EntityLabel::kPerson || !is_place_entity(at(place).entity) ||
        at(envoy).upos != Upos::kNoun || !noun_mostly_means(common_lemma(at(envoy)), NounKind::kPerson) ||
        at(envoy).tag != Tag::kNn || place > name)
      return false;
    attach(to, envoy, Deprel::kPrep);
    attach(name, envoy, Deprel::kAppos);
    return true;
  }

  bool names_place(std::uint32_t t) { return is_place_entity(at(t).entity) && at(t).upos == Upos::kPropn; }
  bool joins(std::uint32_t t) { return lower(t) == "and" || lower(t) == "or" || word_at(t) == "&"; }

  void mend_town(std::uint32_t place) {
    if (!names_place(place) || is_root(place) || (names_place(place + 1) && !at(place + 1).entity_begins))
      return;
    const std::uint32_t first = name_start(place);
    if (first < range_.begin + 2 || word_at(first - 1) != ",") return;
    const std::uint32_t town = first - 2, next = word_at(place + 1) == "," ? place + 2 : place + 1;
    // `a Lund, Sweden radio station`
    const bool both = at(town).head == at(place).head &&
                      (at(town).deprel == Deprel::kNmod || at(town).deprel == Deprel::kCompound);
    if (!names_place(town) || !(at(town).deprel == Deprel::kPobj || both) || at(place).head == place ||
        is_under(town, place))
      return;
    // `in Norway, Sweden and Denmark`; not `the mayor of Lund, Sweden, and Ana left`
    const bool listed = joins(next) && (next == place + 1 || at(next).head == town ||
                                        at(next).head == place || is_place_entity(at(next + 1).entity));
    if (listed || (next == place + 2 && is_place_entity(at(next).entity)) ||
        has_child(place, {Deprel::kConj, Deprel::kCc}))
      return;
    const std::uint32_t verb = at(place).head;
    switch (at(place).deprel) {
      case Deprel::kNsubj:
      case Deprel::kNsubjpass: {
        std::uint32_t who = town;  // `In May in Oslo, Norway won`: nobody else did
        while (!is_root(who) && at(who).head != verb) who = at(who).head;
        if (who > town || !is_nominal(at(who))) return;
        at(who).deprel = at(place).deprel;
        break;
      }
      case Deprel::kCompound:
        if (!both) return;
        break;
      case Deprel::kConj:
      case Deprel::kNpadvmod:
      case Deprel::kAppos:
        if (verb == town && at(place).deprel == Deprel::kAppos) return;
        break;
      default:
        return;
    }
    attach(place, town, Deprel::kAppos);
    at(first - 1).head = town;
  }

  bool in_bracket(std::uint32_t name) {
    std::uint32_t first = name;
    while (first > range_.begin && at(first - 1).head == name && at(first - 1).upos == Upos::kPropn) --first;
    return first > range_.begin && (word_at(first - 1) == "(" || word_at(first - 1) == "[");
  }

  // A role is a person, and what is said in the name is that: `hurricane`, `Hurricane Gonzalo`.
  bool answers(std::uint32_t noun, std::uint32_t near, std::uint32_t name) {
    if (says(name, noun)) return true;
    // `the parliament of Estonia, the Riigikogu,`: no place has an article of its own behind a comma
    if (is_place_entity(at(near).entity) && lower(child(name, {Deprel::kDet})) == "the" &&
        has_child(noun, {Deprel::kDet}) && comma_before(first_word(name)) && names_body(noun))
      return true;
    if (!means_person(noun)) return false;
    if (at(name).entity == EntityLabel::kPerson) return true;
    const bool two_words = name > range_.begin && at(name - 1).head == name &&
                           at(name - 1).upos == Upos::kPropn && at(name - 1).entity == EntityLabel::kNone;
    return at(name).entity == EntityLabel::kNone && two_words && at(near).entity == EntityLabel::kGpe;
  }
  bool names_body(std::uint32_t noun) {
    return at(noun).tag == Tag::kNn && noun_mostly_means(common_lemma(at(noun)), NounKind::kGroup);
  }
  bool says_noun_above(std::uint32_t near, std::uint32_t name) {
    for (std::uint32_t above = near, steps = 0; !is_root(above) && steps < 6; ++steps) {
      above = at(above).head;
      if (at(above).upos == Upos::kNoun && above < near) return says(name, above);
    }
    return false;
  }
  bool says(std::uint32_t name, std::uint32_t noun) {
    for (std::uint32_t t = noun + 1; t < name; ++t)
      if (at(t).head == name && lower_case(word_at(t)) == lower_case(word_at(noun))) return true;
    return false;
  }
  bool means_person(std::uint32_t noun) { return noun_means(common_lemma(at(noun)), NounKind::kPerson); }

  void mend_name_list(std::uint32_t name) {
    if (at(name).deprel != Deprel::kConj || !is_name_entity(at(name).entity) || is_root(name)) return;
    const std::uint32_t noun = at(name).head;
    const bool plural = at(noun).tag == Tag::kNns || at(noun).tag == Tag::kNnps;
    if (noun > name || !plural || is_name_entity(at(noun).entity) || word_at(noun + 1) != ",") return;
    bool counted = false, joined = false;
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      counted |= at(t).head == noun && at(t).deprel == Deprel::kNummod;
      joined |= at(t).head == noun && at(t).deprel == Deprel::kCc;
      if (at(t).head == noun && t < name && t > noun && at(t).deprel == Deprel::kConj) joined = true;
    }
    if (counted && !joined) attach(name, noun, Deprel::kAppos);
  }

  // `Bermuda Wednesday` is an island, and a day
  void mend_day(std::uint32_t day) {
    if (day == range_.begin || at(day).tag != Tag::kNnp || at(day).entity == EntityLabel::kEvent) return;
    const std::uint32_t name = day - 1;
    if (name > range_.begin && lower(name - 1) == "on") return;  // the last or next one, then
    const auto means = [&](std::uint32_t t) { return read_time_words(word_at(t)); };
    const auto days = means(day), before = means(name);
    if (at(name).upos != Upos::kPropn || days.size() != 1 || days[0].weekday == 0 ||
        days[0].text.size() < 6 || before.size() != 1 || before[0].known ||
        Facts::get().find_place(word_at(name)) ||
        (name > range_.begin && at(name).entity != EntityLabel::kNone && !at(name).entity_begins))
      return;
    if (at(name).head != day) replace(name, day);
    attach(name, day, Deprel::kCompound);
    label(name, day, EntityLabel::kEvent);
  }

  // The letter counts, as the word would: `$10 million`.
  void mend_amount(std::uint32_t number) {
    const std::uint32_t sign = number - 1, letter = number + 1;
    if (number == range_.begin || !has(letter) || at(number).tag != Tag::kCd ||
        at(sign).tag != Tag::kDollar || at(sign).space_after || at(number).space_after ||
        !counts(lower(letter)))
      return;
    if (is_under(letter, number) || !is_under(number, letter)) replace(number, letter);
    if (at(letter).head == number) return;
    attach(number, letter, Deprel::kCompound);
    attach(sign, letter, Deprel::kQuantmod);
    move_children(number, letter);
    retag(letter, Tag::kCd, Upos::kNum);
    at(letter).lemma = lower(letter);
    at(letter).entity = at(number).entity = at(sign).entity = EntityLabel::kMoney;
    at(letter).entity_begins = at(number).entity_begins = false;
    at(sign).entity_begins = sign == range_.begin || at(sign - 1).entity != EntityLabel::kMoney;
    mend_worth(letter);
  }

  // `build £5 m flats`: what they cost, read as an object beside them
  void mend_worth(std::uint32_t letter) {
    std::uint32_t noun = letter + 1;
    while (at(noun).upos == Upos::kAdj || at(noun).deprel == Deprel::kCompound) ++noun;
    if (at(noun).upos == Upos::kNoun && !is_time_entity(at(noun).entity) &&
        at(noun).head == at(letter).head && at(noun).deprel == at(letter).deprel &&
        is_any_object(at(noun).deprel))
      attach(letter, noun, Deprel::kNummod);
  }
  static bool is_any_object(Deprel deprel) {
    return deprel == Deprel::kDobj || deprel == Deprel::kPobj || deprel == Deprel::kAttr;
  }
  static bool counts(std::string_view letter) {
    if (letter.ends_with('.')) letter.remove_suffix(1);  // at a sentence's end
    return letter == "k" || letter == "m" || letter == "mn" || letter == "b" || letter == "bn" ||
           letter == "tn";
  }

  // `Mr`, `Mrs.`: no place, though it stands between `of` and a name
  bool is_address(std::uint32_t t) {
    std::string word = lower(t);
    if (word.ends_with('.')) word.pop_back();
    return noun_means(word, NounKind::kCommunication);
  }

  // The last word of the place that begins there, and the first of a person's name behind it; `Slovakia`, `South Korea`
  // are places whatever the recogniser takes them for.
  std::uint32_t place_end(std::uint32_t first) {
    if (at(first).upos != Upos::kPropn || is_address(first) ||
        noun_mostly_means(common_lemma(at(first)), NounKind::kPerson))
      return range_.end;
    if (is_kind_of(lower(first) + "_" + lower(first + 1), {"location"})) return first + 1;
    const bool known =
        word_at(first).size() > 2 && noun_mostly_means(lower(first), NounKind::kLocation);  // `DE` is a state
    const EntityLabel label = at(first).entity;
    if (!at(first).entity_begins && lower(first - 1) != "the")
      return label == EntityLabel::kNone ? first : range_.end;
    std::uint32_t last = first;
    while (has(last + 1) && at(last + 1).entity == label && !at(last + 1).entity_begins) ++last;
    if (label == EntityLabel::kPerson) return range_.end;
    return known ? first : last;  // `Slovakia Igor Holt`, read as one
  }

  // Two names or three that the recogniser does not know, or takes for anything but a person
  bool is_full_name(std::uint32_t first, std::uint32_t last) {
    if (last < first + 1 || last > first + 2 || noun_is_met(lower(last))) return false;
    for (std::uint32_t t = first; t <= last; ++t)
      if (at(t).tag != Tag::kNnp || (t < last && at(t).head != last)) return false;
    return true;
  }

  // What stands between the preposition and the person's name is what the role is of, unless it is a title:
  // `a critic of President Olof Berg`.
  void mend_of_name(std::uint32_t of) {
    const std::string preposition = lower(of);
    if ((preposition != "of" && preposition != "from" && preposition != "for") || is_root(of) ||
        at(of).deprel != Deprel::kPrep || !means_person(at(of).head))
      return;
    const std::uint32_t role = at(of).head, first = lower(of + 1) == "the" ? of + 2 : of + 1;
    const bool counted = at(of + 1).tag == Tag::kCd;  // `father of two Ole Holt`: his children
    const std::uint32_t place = counted ? first : place_end(first);
    if (!senses_of_noun(common_lemma(at(role)) + "_of_" + lower(first)).own.empty())
      return;  // `Secretary of State`
    if (role > of || !has(place) || at(place + 1).upos != Upos::kPropn) return;
    std::uint32_t name = at(place).head;  // of which the place was read as a part
    if (name == of) {
      name = range_.end;
      for (std::uint32_t t = place + 1; t < place + 4; ++t)
        if (at(t).upos == Upos::kPropn && (at(t).head == role || at(role).head == t)) name = t;
    }
    if (!has(name) || name < place + 1 ||
        (at(name).head != of && at(name).head != role && at(role).head != name))
      return;
    const bool person = at(place + 1).entity == EntityLabel::kPerson && at(place + 1).entity_begins &&
                        at(name).entity == EntityLabel::kPerson;
    const bool known =
        is_place_entity(at(place).entity) || noun_mostly_means(lower(place), NounKind::kLocation);
    if (!person && !(known && is_full_name(place + 1, name))) return;
    move_children(name, place, of + 1, place);
    attach(place, of, Deprel::kPobj);
    if (at(name).head == of) attach(name, role, Deprel::kAppos);
    if (at(name).head == role && preposition == "of" && !has_child(role, {Deprel::kDet, Deprel::kPoss})) {
      replace(role, name);
      attach(role, name, Deprel::kNmod);
      move_children(role, name, name + 1, range_.end);
    }
    if (known && !is_place_entity(at(place).entity)) label(first, place, EntityLabel::kGpe);
    label(place + 1, name, EntityLabel::kPerson);
  }
};

}  // namespace

void repair_names(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  NameRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
