// Rules that read noun phrases: appositions, possessors, and where a thing is.
#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

bool is_name(const Tree& tree, std::uint32_t token) {
  return tree[token].upos == Upos::kPropn || is_name_entity(tree[token].entity);
}

bool is_number(const Tree& tree, std::uint32_t token) {
  return tree[token].entity > EntityLabel::kLanguage || tree[token].upos == Upos::kNum;
}

// `Ana Holt, a Democrat from Ohio`: what one person is, and no name
bool is_member(const Tree& tree, std::uint32_t noun) {
  return tree[noun].entity == EntityLabel::kNorp && tree[noun].upos != Upos::kAdj &&
         (tree[noun].tag == Tag::kNnp || tree[noun].tag == Tag::kNn) &&
         tree.child(noun, {Deprel::kDet, Deprel::kPoss, Deprel::kPrep});
}

// Two names of different kinds side by side are a list or a place: `Huntsville, the National Air Museum`.
bool names_differ(const Tree& tree, std::uint32_t a, std::uint32_t b) {
  if (is_member(tree, a) && tree[b].entity == EntityLabel::kPerson) return false;
  const EntityLabel first = tree[a].entity, second = tree[b].entity;
  return is_name_entity(first) && is_name_entity(second) && first != second &&
         !(is_place_entity(first) && is_place_entity(second));
}

// `The Mercury News, president Ida Holt`, `Norsk, the president of Oslo, Ida Holt`: whose role it is stands
// behind.
bool is_of_next(const Tree& tree, std::uint32_t holder, std::uint32_t role) {
  if (tree[holder].entity != EntityLabel::kOrg || role < holder) return false;
  for (std::uint32_t t = role + 1; t < tree.range().end; ++t) {
    if (tree[t].entity == EntityLabel::kPerson && tree[t].entity_begins)
      return tree.word(t - 1) == "," || is_role(tree, t - 1);
    if (is_verb_tag(tree[t].tag)) return false;
  }
  return false;
}

// `Photo: Reuters`, `Group G - Belgium`: a label and what follows it, no apposition.
bool is_label(const Tree& tree, std::uint32_t apposition) {
  const std::uint32_t first = tree.leftmost(apposition);
  if (first == tree.range().begin) return false;
  const std::string_view mark = tree.word(first - 1);
  const bool dash = mark == "—" || mark == "–" || mark == "-" || mark == "--";
  return mark == ":" || mark == "/" || mark == "|" || (dash && tree.is_root(tree.parent(apposition)));
}

// `the company Hitwise UK's category`: no mark sets the description off.
bool runs_on(const Tree& tree, std::uint32_t apposition) {
  for (std::uint32_t t = apposition + 1; t < tree.parent(apposition);
       ++t)  // `the founder of Norsk and its owner, Ana Holt`
    if (tree.word(t) == ",") return false;
  const std::uint32_t first = tree.leftmost(apposition);
  return tree[apposition].upos == Upos::kNoun && first > tree.range().begin &&
         tree[first].upos != Upos::kPunct && tree[first - 1].deprel != Deprel::kPunct &&
         tree[first - 1].upos != Upos::kPunct;
}

// `..., and the goals`: the `and` of a list that a comma precedes
bool goes_on_behind_comma(const Tree& tree, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t t = from + 1; t < to; ++t)
    if (tree[t].upos == Upos::kCconj && tree.word(t - 1) == ",") return true;
  return false;
}

bool opens_quote(const Tree& tree, std::uint32_t mark) {
  return tree[mark].tag == Tag::kOpenQuote || tree.word(mark) == "“" || tree.word(mark) == "\"";
}

// `your mother, sister and aunt`, `my legs, false legs`: a common noun that nothing describes beside another, or the same
// one again
bool is_next_in_list(const Tree& tree, std::uint32_t name, std::uint32_t described) {
  if (described < name || tree[name].upos != Upos::kNoun || tree[described].upos != Upos::kNoun ||
      is_name_entity(tree[name].entity) || is_name_entity(tree[described].entity))
    return false;
  // `a king, the last king of the north` is the same one
  const auto owner = tree.child(described, {Deprel::kDet, Deprel::kPoss});
  const bool definite = owner && (tree[*owner].deprel == Deprel::kPoss || tree.lower(*owner) == "the");
  if (!definite && common_lemma(tree[name]) == common_lemma(tree[described])) return true;
  const auto children = tree.children(described);
  return tree[described].tag == Tag::kNn &&
         std::none_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return !tree.is(c, {Deprel::kPunct, Deprel::kConj, Deprel::kCc});
         });
}

// `his wife, three children`: one person is no children, and a list of kin no description.
bool lists(const Tree& tree, std::uint32_t name, std::uint32_t described) {
  const bool joined = tree.child(name, Deprel::kConj).has_value();
  // `people at Northrop, the greater Houston community and the State of Texas`
  if (const auto next = tree.child(described, Deprel::kConj); next && is_name_entity(tree[name].entity) &&
                                                              is_name_entity(tree[*next].entity) &&
                                                              !is_name_entity(tree[described].entity))
    return true;
  if (tree.child(described, Deprel::kNeg)) return true;  // `of theft, not robbery`
  // `14 people, most of them children`, `mostly children`: the others are not
  const auto share = tree.child(described, Deprel::kNsubj), degree = tree.child(described, Deprel::kAdvmod);
  if (share && tree.child(*share, Deprel::kPrep) && tree.lower(*share) != "all" &&
      tree.lower(*share) != "both")
    return true;
  if (degree && (tree.lower(*degree) == "mostly" || tree.lower(*degree) == "mainly" ||
                 tree.lower(*degree) == "largely"))
    return true;
  // `no disputes, no reruns`; `"wife", "husband"`
  const auto none = tree.child(described, Deprel::kDet);
  if (none && tree.lower(*none) == "no") return true;
  const std::uint32_t first = tree.leftmost(described), other = tree.leftmost(name);
  if (first > tree.range().begin && other > tree.range().begin && opens_quote(tree, first - 1) &&
      opens_quote(tree, other - 1))
    return true;
  // `200 clerks, bodies of the state, firms and banks`
  const bool bare =
      tree[described].tag == Tag::kNns && !tree.child(described, Deprel::kDet) && described > name;
  if (bare && tree[name].tag == Tag::kNns && tree.child(name, Deprel::kNummod) &&
      !is_name_entity(tree[name].entity) && tree.child(described, Deprel::kConj))
    return true;
  // `70 schools, 40 houses`
  if (tree.child(name, Deprel::kNummod) && tree.child(described, Deprel::kNummod)) return true;
  if (is_next_in_list(tree, name, described)) return true;
  // `the party, the presidency of Trump, and the goals`
  const auto more = tree.child(name, Deprel::kConj) ? tree.child(name, Deprel::kConj)
                                                    : tree.child(described, Deprel::kConj);
  if (more && *more > std::max(name, described) && !is_role(tree, described) && tree.leftmost(*more) > 1 &&
      goes_on_behind_comma(tree, std::max(name, described), tree.leftmost(*more)))
    return true;
  // `demands for its dismissal, an inquiry`
  if (tree[name].tag == Tag::kNns && tree[described].tag == Tag::kNn && !is_name_entity(tree[name].entity) &&
      !noun_means(lower_case(tree[described].lemma), NounKind::kGroup))
    return true;
  return !joined && tree[described].tag == Tag::kNns &&
         (tree[name].entity == EntityLabel::kPerson ||
          (tree[name].tag == Tag::kNn && tree[described].upos == Upos::kNoun));
}

// What has a place of its own: a name of no person, a building, a town; no day, no dealings, no police, and no things
// of a kind: `cities in Norway` are there, whichever they are.
bool stays(const Tree& tree, std::uint32_t thing) {
  if (is_name_entity(tree[thing].entity)) return true;
  if (tree[thing].tag == Tag::kNnp && tree[thing].entity == EntityLabel::kNone) return true;
  const std::string noun = lower_case(tree[thing].lemma);
  const bool any =
      tree[thing].tag == Tag::kNns && !tree.child(thing, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod});
  return tree[thing].entity == EntityLabel::kNone && !any &&
         (noun_mostly_means(noun, NounKind::kArtifact) || noun_mostly_means(noun, NounKind::kLocation) ||
          (noun_mostly_means(noun, NounKind::kGroup) &&
           (tree[thing].tag == Tag::kNn || noun_means(noun, NounKind::kArtifact))));
}

bool after_comma(const Tree& tree, std::uint32_t token) {
  const std::uint32_t first = tree.leftmost(token);
  return first > tree.range().begin && tree.word(first - 1) == ",";
}

bool after_dash(const Tree& tree, std::uint32_t token) {
  const std::uint32_t first = tree.leftmost(token);
  if (first == tree.range().begin) return false;
  const std::string_view mark = tree.word(first - 1);
  return mark == "-" || mark == "--" || mark == "–" || mark == "—" || mark == ";" || mark == "(";
}

// `in Delaware, South Carolina, and Ohio`, `and possibly Ohio`: a list of places
bool goes_on(const Tree& tree, std::uint32_t place) {
  const auto joined = tree.child(place, Deprel::kConj);
  if (tree.range().contains(place + 2) && tree.word(place + 1) == "," && tree[place + 2].tag == Tag::kCc &&
      tree.parent(place + 2) != tree.parent(place) && is_nominal(tree[tree.parent(place + 2)]))
    return true;
  return joined && is_place_entity(tree[*joined].entity);
}

bool is_abstract(const std::string& noun) {
  return !is_kind(noun) && !noun_means(noun, NounKind::kGroup) &&
         (noun_mostly_means(noun, NounKind::kAct) || noun_mostly_means(noun, NounKind::kCognition) ||
          noun_mostly_means(noun, NounKind::kAttribute) || noun_mostly_means(noun, NounKind::kTime) ||
          noun_mostly_means(noun, NounKind::kQuantity) || noun_mostly_means(noun, NounKind::kEvent));
}

// A noun behind a comma says what a name is if it can be one: a person no choice, a company no reason. Behind
// a dash or a bracket a clause, an aside or a list goes on.
bool says_what_it_is(const Tree& tree, std::uint32_t name, std::uint32_t described) {
  if (after_dash(tree, std::max(name, described))) return false;
  const std::string noun = lower_case(tree[described].lemma);
  switch (tree[name].entity) {
    case EntityLabel::kPerson:
      return is_name_entity(tree[described].entity);
    case EntityLabel::kGpe:
    case EntityLabel::kLoc:
      // `the letter of the law, Cardew said`, `Randolph, a truck collided`
      if (!is_name(tree, described) && !noun_means(noun, NounKind::kLocation) &&
          (described < name ? after_comma(tree, name) : noun_mostly_means(noun, NounKind::kArtifact)))
        return false;
      [[fallthrough]];
    case EntityLabel::kFac:
      return is_name(tree, described) || noun_means(noun, NounKind::kLocation) ||
             noun_means(noun, NounKind::kGroup) || noun_mostly_means(noun, NounKind::kArtifact);
    default:
      // `Rest in Power, Chadwick`
      if (tree[name].upos == Upos::kPropn && tree[described].entity == EntityLabel::kPerson) return false;
      return !is_name(tree, name) || is_name(tree, described) || described < name || !is_abstract(noun);
  }
}

// `Florida's West Palm Beach` -> West Palm Beach | is in | Florida
Extraction place_in_place(const Tree& tree, Phrase place, Phrase whole) {
  Extraction extraction =
      implicit_relation(tree, std::move(place), "is in", "located",
                        {std::move(whole), "in", ArgumentRole::kPlace, {}}, "place_in_place");
  extraction.relation = "is";
  return extraction;
}

}  // namespace

namespace {

// `the planet and its moon, Charon`: of two things with an article each, the nearer one.
std::uint32_t described_by(const Tree& tree, std::uint32_t apposition) {
  const std::uint32_t first = tree.parent(apposition);
  if (!is_name(tree, apposition) || is_name(tree, first)) return first;
  const auto next = tree.child(first, Deprel::kConj);
  return next && *next < apposition && tree[*next].upos == Upos::kNoun && tree[*next].tag == Tag::kNn &&
                 tree.child(*next, {Deprel::kDet, Deprel::kPoss}) && tree.word(*next + 1) == ","
             ? *next
             : first;
}

// `its price, the cost of schools`, `a lot of joy, a lot of fear`: an amount, a feeling, an event is not what stands
// beside it, unless that is a name (`March Madness, its tournament`).
bool is_beside(const Tree& tree, std::uint32_t name, std::uint32_t noun) {
  if (is_role(tree, noun) || !is_relational(tree, noun) || is_name_entity(tree[noun].entity)) return false;
  const std::string lemma = common_lemma(tree[noun]);
  const auto mostly = [&](std::initializer_list<NounKind> kinds) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](NounKind kind) { return noun_mostly_means(lemma, kind); });
  };
  if (mostly({NounKind::kPossession, NounKind::kAttribute}))
    return !noun_means(lemma, NounKind::kLocation) &&
           (!is_name(tree, name) || tree.child(noun, Deprel::kPoss));
  return mostly({NounKind::kFeeling, NounKind::kQuantity, NounKind::kShape}) ||
         (!is_name(tree, name) && mostly({NounKind::kAct, NounKind::kEvent}));
}

}  // namespace

namespace {

// `One of Norway's ministers, Ana Holt,`: the ministers of whom she is one, on whichever word her name was hung
std::optional<std::uint32_t> one_of_all(const Tree& tree, std::uint32_t name) {
  const std::uint32_t above = tree.parent(name);
  const bool on_all = tree.is(above, {Deprel::kPobj}) && tree.is(tree.parent(above), {Deprel::kPrep});
  const std::uint32_t one = on_all ? tree.parent(tree.parent(above)) : above;
  return named(tree, one) == name ? all_of_one(tree, one) : std::nullopt;
}

// `China, the biggest buyer of oil, objected`, `Holt, a former clerk of the court, was jailed`: a country that does something,
// or somebody whom the recogniser takes for a town, with the part in it between commas
bool acts_as(const Tree& tree, std::uint32_t place, std::uint32_t role) {
  return tree.is(place, {Deprel::kNsubj, Deprel::kNsubjpass}) && tree.parent(role) == place &&
         after_comma(tree, role) && tree.child(role, {Deprel::kDet, Deprel::kPoss}) &&
         tree.word(tree.rightmost(role) + 1) == ",";
}

}  // namespace

// `Shi Yinhong, a professor at Renmin University` -> Shi Yinhong | professor at | Renmin University
void appositions(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (const auto all = tree[t].deprel == Deprel::kAppos ? all_of_one(tree, t) : std::nullopt) {
      // `Ana Holt, one of the founders of Norsk,`, `one of the founders, Ana Holt,`
      const std::uint32_t who = tree.parent(t);
      if (tree[who].upos == Upos::kPropn && !has_rank_word(tree, *all) &&
          (is_role(tree, *all) || is_relational(tree, *all)))
        add_role(reading, phrase_of(tree, who, {.prepositions = false}), *all, "apposition_role", found);
      continue;
    }
    if (tree[t].deprel != Deprel::kAppos || !is_nominal(tree[t]) || tree[t].upos == Upos::kNum) continue;
    if (const auto one = one_of_all(tree, t)) {
      if (is_relational(tree, *one)) add_role(reading, phrase_of(tree, t), *one, "apposition_role", found);
      continue;
    }
    std::uint32_t name = described_by(tree, t), described = t;
    if (!is_nominal(tree[name]) || is_number(tree, t) || is_number(tree, name) || is_label(tree, t)) continue;
    if (names_differ(tree, t, name) || runs_on(tree, t)) continue;
    const bool title =
        tree[t].entity == EntityLabel::kPerson && !is_name_entity(tree[name].entity) && is_role(tree, name);
    if (is_name(tree, t) && (title || !is_name(tree, name))) std::swap(name, described);
    if (lists(tree, name, described) || tree[described].upos == Upos::kPron) continue;  // `France itself`
    // `in Wuhan, China -- a man from Osaka`: no place is a person, but `her husband, Yusuf` is no place
    const bool somebodys = described < name && tree.child(described, Deprel::kPoss);
    if (is_place_entity(tree[name].entity) && is_role(tree, described) && !somebodys &&
        !acts_as(tree, name, described) &&
        noun_mostly_means(lower_case(tree[described].lemma), NounKind::kPerson))
      continue;
    PhraseShape shape;
    shape.prepositions = name == tree.parent(t) ? is_name(tree, name) : true;
    shape.participles = false;
    const Phrase subject = phrase_of(tree, name, shape);
    if (is_beside(tree, name, described)) continue;
    const bool member = is_member(tree, described) && tree[name].entity == EntityLabel::kPerson;
    if (member || ((is_role(tree, described) || is_relational(tree, described)) &&
                   !is_name_entity(tree[described].entity))) {
      const bool several = described == tree.parent(t) &&
                           (tree[described].tag == Tag::kNns || tree[described].tag == Tag::kNnps);
      for (const std::uint32_t holder : several ? conjuncts_of(tree, name) : std::vector{name}) {
        if (is_name(tree, name) && !is_name(tree, holder)) continue;  // `Ana, Ida and the clerks`
        for (const std::uint32_t role : conjuncts_of(tree, described))
          // `his wife, Ida, and their daughters`: what is joined behind the name is others'
          if (role == described || (is_role(tree, role) && (described == t || role < t)))
            if (!is_of_next(tree, holder, role))
              add_role(reading, holder == name ? subject : phrase_of(tree, holder, shape), role,
                       "apposition_role", found);
      }
      continue;
    }
    // `Irving, Texas`
    const bool places = is_place_entity(tree[name].entity) && is_place_entity(tree[described].entity);
    if (places && goes_on(tree, described)) continue;
    Extraction extraction =
        places ? place_in_place(tree, subject, phrase_of(tree, described))
               : implicit_relation(tree, subject, "is", "is",
                                   {phrase_of(tree, described), "", ArgumentRole::kComplement, {}},
                                   "apposition");
    take_context(reading, name, extraction);
    extraction.negated = false;
    extraction.modality = Modality::kAsserted;
    extraction.surface_only = !places && !says_what_it_is(tree, name, described);
    found.push_back(extraction);
  }
}

// `Xi's stance on Taiwan` -> Xi | has | stance on Taiwan
void possessives(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (tree[t].deprel != Deprel::kPoss || tree[t].upos == Upos::kPron || tree[t].tag == Tag::kWpDollar ||
        tree[t].tag == Tag::kPrpDollar)  // `its | has | powers` says nothing
      continue;
    const std::uint32_t thing = tree.parent(t);
    if (is_time_entity(tree[t].entity) ||
        (tree[thing].upos != Upos::kNoun && tree[thing].upos != Upos::kPropn))
      continue;
    Phrase owner = phrase_of(tree, t);
    std::erase_if(owner.tokens, [&](std::uint32_t o) { return tree[o].deprel == Deprel::kCase; });
    Phrase owned = phrase_of(tree, thing);
    std::erase_if(owned.tokens, [&](std::uint32_t o) { return tree.is_under(o, t) || o < t; });
    if (owner.tokens.empty() || owned.tokens.empty()) continue;
    const bool places = is_place_entity(tree[t].entity) && is_place_entity(tree[thing].entity);
    if (places && tree[t].upos == Upos::kPropn && tree[thing].upos == Upos::kPropn) {
      found.push_back(place_in_place(tree, phrase_of(tree, thing, {.prepositions = false}), owner));
      std::erase_if(found.back().subject.tokens, [&](std::uint32_t o) { return tree.is_under(o, t); });
      found.back().statement_only = true;
    }
    Extraction extraction =
        implicit_relation(tree, owner, "has", "has", {owned, "", ArgumentRole::kObject, {}}, "possessive");
    take_context(reading, thing, extraction);
    extraction.negated = false;
    extraction.modality = Modality::kAsserted;
    found.push_back(extraction);
  }
}

namespace {

// `will not get these cars in London`: nobody says that they are there.
bool is_denied(const Tree& tree, std::uint32_t thing) {
  if (!tree.is(thing, {Deprel::kDobj, Deprel::kAttr, Deprel::kNsubj})) return false;
  const auto children = tree.children(tree.parent(thing));
  return std::any_of(children.begin(), children.end(),
                     [&](std::uint32_t c) { return tree[c].deprel == Deprel::kNeg; });
}

}  // namespace

namespace {

// `Oslo`, `the province of Banten`
bool names_place(const Tree& tree, std::uint32_t noun) {
  if (is_place_entity(tree[noun].entity)) return true;
  const auto of = tree.child(noun, Deprel::kPrep);
  const auto name = of && tree.lower(*of) == "of" ? tree.child(*of, Deprel::kPobj) : std::nullopt;
  return name && is_place_entity(tree[*name].entity) && tree[noun].tag == Tag::kNn &&
         noun_mostly_means(lower_case(tree[noun].lemma), NounKind::kLocation);
}

}  // namespace

// `Far Eastern Federal University in Vladivostok` -> Far Eastern Federal University | is in | Vladivostok; `a hostel near it`
void noun_locations(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (tree[t].deprel != Deprel::kPrep || (tree.lower(t) != "in" && tree.lower(t) != "near")) continue;
    const std::uint32_t thing = tree.parent(t);
    const auto place = tree.child(t, Deprel::kPobj);
    if (!place || !names_place(tree, *place)) continue;
    if (tree[thing].upos != Upos::kNoun && tree[thing].upos != Upos::kPropn) continue;
    // People are somewhere only for the time being, and mostly it is the verb's place.
    if (tree[thing].entity == EntityLabel::kPerson || is_role(tree, thing)) continue;
    PhraseShape shape;
    shape.prepositions = shape.participles = false;
    const auto slot = prepositional_slot(tree, t);
    if (!slot) continue;
    Argument argument = slot->argument;
    argument.phrase = slot->conjuncts.front();
    argument.role = ArgumentRole::kPlace;
    found.push_back(
        implicit_relation(tree, phrase_of(tree, thing, shape), "is", "located", argument, "noun_location"));
    found.back().surface_only = !stays(tree, thing) || is_denied(tree, thing);
  }
}

}  // namespace dossier::ingest
