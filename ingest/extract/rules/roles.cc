#include "ingest/extract/rules/roles.h"

#include <algorithm>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/rules/role_lists.h"
#include "ingest/extract/rules/role_owners.h"

namespace dossier::ingest {
namespace {

bool names_body(EntityLabel label) {
  return label == EntityLabel::kGpe || label == EntityLabel::kNorp || label == EntityLabel::kOrg ||
         label == EntityLabel::kLoc || label == EntityLabel::kFac || label == EntityLabel::kEvent;
}

// `Norrsken chief`, `Norrsken CEO`: what stands before it is no part of a title, as in `Foreign Minister`.
bool common(const Tree& tree, std::uint32_t role) {
  const std::string_view word = tree.word(role);
  return tree[role].upos == Upos::kNoun ||
         (word.size() > 1 &&
          std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

// `best known` minister, `high-ranking` member, and `high` itself: half of it would be another role.
bool is_qualified(const Tree& tree, std::uint32_t word) {
  const auto adverb = tree.child(word, Deprel::kAdvmod);
  if (adverb && tree[*adverb].tag == Tag::kRbs) return true;  // `most important` supplier
  return (tree[word].tag == Tag::kVbn || tree[word].tag == Tag::kVbg) &&
         tree.child(word, {Deprel::kAdvmod, Deprel::kNpadvmod});
}

// `the deputy executive` director, `1996 vice presidential` nominee; not `programmer and` geek, `number one` seller
bool is_loose(const Tree& tree, std::uint32_t word) {
  return tree[word].deprel == Deprel::kNmod &&
         (tree[word].upos == Upos::kNoun || tree[word].tag == Tag::kJj) &&
         tree[word + 1].upos != Upos::kCconj && tree[word + 1].upos != Upos::kNum &&
         tree[word].tag != Tag::kNns && tree.word(word + 1) != ",";
}

// `self-proclaimed` president, `so-called` king: whoever leaves it out says that he is one.
bool is_self_styled(const Tree& tree, std::uint32_t word) {
  return is_qualified(tree, word) && tree.lower(word - 1) == "-" && tree.is(word, {Deprel::kAmod}) &&
         (tree.lower(word - 2) == "self" || (tree.lower(word - 2) == "so" && tree.lower(word) == "called"));
}

// `the new president`, `the current mayor`: whoever holds a role holds it now.
bool tells_now(const Tree& tree, std::uint32_t word, std::uint32_t role) {
  static constexpr std::string_view kNow[] = {"new", "current", "incumbent", "present"};
  return tree.parent(word) == role && tree.is(word, {Deprel::kAmod}) &&
         std::find(std::begin(kNow), std::end(kNow), tree.lower(word)) != std::end(kNow);
}

// `director general`: an adjective behind the noun that it describes
bool ranks(const Tree& tree, std::uint32_t role) { return tree.lower(role) == "general"; }

// The words of the role before its noun that belong to its name: `prime` minister, `former` diplomat, not
// `Chinese`.
std::string role_words(const Tree& tree, std::uint32_t role, std::uint32_t from) {
  const auto names_it = [&](std::uint32_t t) {
    return (tree.parent(t) == role || tree[t].upos == Upos::kAdj || tree[t].upos == Upos::kPropn ||
            tree[t].upos == Upos::kNoun) &&
           (tree.is(t, {Deprel::kAmod, Deprel::kCompound}) || is_loose(tree, t)) &&
           (!is_time_entity(tree[t].entity) || (tree[t].tag == Tag::kJj && tree.parent(t) == role &&
                                                tree.word(t - 1) != "-")) &&  // `annual`; no `year-old`
           !names_body(tree[t].entity) &&
           (tree[t].upos != Upos::kPropn || !common(tree, role)) &&
           !(tree[t].upos == Upos::kNoun && !common(tree, role) && is_role(tree, t) && !ranks(tree, role)) &&
           !is_qualified(tree, t) && !tells_now(tree, t, role) &&
           !(tree[tree.parent(t)].deprel == Deprel::kPoss && tree.parent(t) < role) && tree.word(t) != "-";
  };
  std::string words;
  for (std::uint32_t t = from; t < role; ++t) {
    const bool glued = t + 1 < role && tree.word(t + 1) == "-";
    if (t >= from + 2 && is_self_styled(tree, t)) words += tree.lower(t - 2) + "-" + tree.lower(t) + " ";
    if (tree[t].tag == Tag::kAfx && glued && t + 2 < role && names_it(t + 2))
      words += tree.lower(t) + "-";  // `re-elected`
    if (tree[t].tag == Tag::kFw && tree.is(t, {Deprel::kAdvmod})) words += tree.lower(t) + " ";  // `de facto`
    if (names_it(t) && t >= from + 2 && tree.word(t - 1) == "-" && tree[t - 2].deprel == Deprel::kAdvmod &&
        tree.parent(t - 2) == t)
      words += tree.lower(t - 2) + "-";                               // `far-right`
    if (names_it(t) && (!glued || t + 2 == role || names_it(t + 2)))  // not half of `Nord-Sud` chief
      words += tree.lower(t) + (glued ? "-" : " ");
  }
  // Of several the name beside the role holds it alone: `US presidents Washington and Grant`.
  const bool plural = tree[role].tag == Tag::kNns || tree[role].tag == Tag::kNnps;
  const bool shortened = !long_title(tree.lower(role)).empty();
  words += plural || shortened ? common_lemma(tree[role]) : tree.lower(role);
  // `president-elect`
  if (tree.word(role + 1) == "-" && tree.parent(role + 2) == role && tree.is(role + 2, {Deprel::kAmod}))
    words += "-" + tree.lower(role + 2);
  // `son-in-law`, `editor-in-chief`
  if (tree.word(role + 1) == "-" && tree.parent(role + 2) == role && tree.is(role + 2, {Deprel::kPrep}) &&
      tree.word(role + 3) == "-" && tree.parent(role + 4) == role + 2)
    words += "-" + tree.lower(role + 2) + "-" + tree.lower(role + 4);
  return words;
}

struct Body {
  Argument argument;
  std::string link;  // `of`, `at`, `from`
};

// Prepositions that say what a role is of; `in` and `on` say where or when something else happened.
bool binds_role(std::string_view preposition) {
  return preposition == "of" || preposition == "at" || preposition == "for" || preposition == "to" ||
         preposition == "from" || preposition == "with";
}

// The owner without its 's.
Phrase owner_phrase(const Tree& tree, std::uint32_t owner) {
  Phrase phrase = phrase_of(tree, owner);
  std::erase_if(phrase.tokens,
                [&](std::uint32_t t) { return tree[t].deprel == Deprel::kCase && tree.parent(t) == owner; });
  return phrase;
}

Body owned_by(const Tree& tree, std::uint32_t owner) {
  return {{owner_phrase(tree, owner), "of", ArgumentRole::kPrepositional, {}}, "of"};
}

// `Foreign ministry spokesman`, `Festival director`: a word that has its capital from the sentence, and is no body.
bool capital_of_sentence(const Tree& tree, std::uint32_t begin, std::uint32_t end) {
  const EntityLabel label = tree[begin].entity;
  const std::string word = tree.lower(begin);
  return begin == tree.range().begin && begin + 1 == end &&
         (label == EntityLabel::kNone ? noun_is_met(word) || is_adjective(word)
                                      : label == EntityLabel::kOrg && is_adjective(word) && !is_noun(word));
}

// `World Health Organization (WHO)` chief: where the brackets open that close there
std::uint32_t before_bracket(const Tree& tree, std::uint32_t end, std::uint32_t left) {
  if (end < left + 4 || tree.word(end - 1) != ")") return end;
  std::uint32_t open = end - 2;
  while (open > left && tree[open].upos == Upos::kPropn) --open;
  return tree.word(open) == "(" && names_body(tree[open - 1].entity) ? open : end;
}

// The run of names right before the role: `Chinese Foreign Ministry` spokesperson.
std::optional<Phrase> body_before(const Tree& tree, std::uint32_t role, std::uint32_t left) {
  const bool lower_role = common(tree, role);
  std::uint32_t end = role;
  const auto hyphened = [&](std::uint32_t t) {
    return tree.word(t) == "-" || (t < role && tree.word(t + 1) == "-");
  };
  while (end > left && !names_body(tree[end - 1].entity) &&
         !(lower_role && tree[end - 1].upos == Upos::kPropn) &&
         (tree.is(end - 1, {Deprel::kAmod, Deprel::kCompound}) || hyphened(end - 1)))
    --end;
  end = before_bracket(tree, end, left);
  std::uint32_t begin = end;
  while (begin > left &&
         (names_body(tree[begin - 1].entity) || (lower_role && tree[begin - 1].upos == Upos::kPropn &&
                                                 tree[begin - 1].entity != EntityLabel::kPerson)))
    --begin;
  // `Holt adviser Ana Roe`
  while (end == role && lower_role && begin > left && tree[begin - 1].entity == EntityLabel::kPerson &&
         tree[begin - 1].upos == Upos::kPropn)
    --begin;
  while (begin < end && tree[begin].deprel == Deprel::kDet) ++begin;
  // `the London-based owner` owns no London, an `ex-Muslim` is no Muslim
  if (begin == end || tree.word(end) == "-" || tree.word(end - 1) == "-") return std::nullopt;
  if (capital_of_sentence(tree, begin, end)) return std::nullopt;
  // `Detective inspector`, `Catholic Bishop Emeritus`: the first half of a title; `Planetary scientist`: an
  // adjective with a capital
  const EntityLabel label = tree[end - 1].entity;
  if (begin + 1 == end && end == role && lower_role && !names_body(label) &&
      !senses_of_noun(tree.lower(begin) + "_" + common_lemma(tree[role])).own.empty())
    return std::nullopt;  // `Nobel laureate`, one word of the dictionary
  const bool quality =
      is_adjective(tree.lower(end - 1)) && !is_noun(tree.lower(end - 1));  // `Supreme Leader`
  if (quality && label == EntityLabel::kOrg && begin + 1 == end && !lower_role) return std::nullopt;
  const bool unnamed = label == EntityLabel::kNone || (label == EntityLabel::kOrg && !lower_role);
  if ((unnamed && is_role(tree, end - 1)) || (tree[end - 1].tag == Tag::kJj && label != EntityLabel::kNorp &&
                                              is_name_entity(label) && begin + 1 == end))
    return std::nullopt;
  Phrase phrase{end - 1, {}};
  for (std::uint32_t t = begin; t < end; ++t)
    if (tree[t].deprel != Deprel::kDet && tree[t].deprel != Deprel::kCase) phrase.tokens.push_back(t);
  if (phrase.tokens.empty()) return std::nullopt;
  phrase.head = phrase.tokens.back();
  return phrase;
}

// `French inventor`, `US singer`, no `U.S. Attorney`: who leads, serves or lives in a country is of it, others come from there.
bool only_comes_from(const Tree& tree, std::uint32_t role, const Phrase& body) {
  const std::string_view word = tree.word(body.tokens.front());
  const bool shortened =
      tree[body.head].entity == EntityLabel::kGpe && tree[role].upos == Upos::kNoun && word.size() > 1 &&
      body.tokens.size() == 1 &&
      std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  const std::string lemma = common_lemma(tree[role]);
  return (tree[body.head].entity == EntityLabel::kNorp || shortened) &&
         noun_mostly_means(lemma, NounKind::kPerson) &&
         !is_kind_of(lemma, {"leader", "official", "representative", "serviceman", "ruler", "negotiator",
                             "citizen", "inhabitant", "national"});
}

// `of staff`, `of iron ore`, `of State` of a Secretary
std::vector<Body>::const_iterator bare_of(const Tree& tree, const std::vector<Body>& bodies) {
  return std::find_if(bodies.begin(), bodies.end(), [&](const Body& body) {
    const Phrase& phrase = body.argument.phrase;
    const Token& noun = tree[phrase.head];
    const bool capital = noun.tag == Tag::kNnp && !is_place_entity(noun.entity) &&
                         is_noun(tree.lower(phrase.head)) &&
                         tree[tree.parent(tree.parent(phrase.head))].tag == Tag::kNnp;
    const bool whole = std::all_of(phrase.tokens.begin(), phrase.tokens.end(), [&](std::uint32_t t) {
      return t == phrase.head ||
             (tree.parent(t) == phrase.head && tree.is(t, {Deprel::kCompound, Deprel::kAmod}) &&
              tree[t].upos != Upos::kPropn && !is_name_entity(tree[t].entity));
    });
    const bool common = noun.tag == Tag::kNn || noun.tag == Tag::kNns;
    return body.link == "of" && whole && (common || (capital && phrase.tokens.size() == 1)) &&
           tree.is(phrase.head, {Deprel::kPobj}) &&
           tree.children(phrase.head).size() + 1 == phrase.tokens.size();
  });
}

// A role that is always one of something: `founder`, not `lawyer`
bool leads(const Tree& tree, std::uint32_t role) {
  return is_kind_of(common_lemma(tree[role]),
                    {"presiding officer", "administrator", "head", "originator", "proprietor", "editor"});
}

// Two roles with one article at most: `the founder and director`
bool one_holder(const Tree& tree, std::uint32_t first, std::uint32_t second) {
  return second > first && tree[second].deprel == Deprel::kConj && tree.parent(second) == first &&
         is_role(tree, first) && is_role(tree, second) && tree[first].tag == tree[second].tag &&
         tree.word(first + 1) != "," && !tree.child(second, {Deprel::kDet, Deprel::kPoss});
}

// A role that is one of nothing, or of somebody before it: `lawyer`, `Ana's colleague`
bool stands_alone(const Tree& tree, std::uint32_t role) {
  const std::string lemma = common_lemma(tree[role]);
  return tree.child(role, Deprel::kPoss) || is_kind_of(lemma, {"politician"}, 0) ||
         is_kind_of(lemma, {"professional", "scientist", "legislator", "journalist", "entertainer", "athlete",
                            "reformer"});
}

// What a preposition behind both says: `the founder and director of Norsk` is both of it, `a lawyer and member of the
// council` no lawyer of it, `a Norsk manager and owner of the mill` no manager of it, whichever the parser hung it on.
std::vector<std::uint32_t> prepositions_of(const Tree& tree, std::uint32_t role) {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t c : tree.children(role))
    if (tree[c].deprel == Deprel::kPrep) all.push_back(c);
  const std::uint32_t before = tree.parent(role);
  if (const auto next = tree.child(role, Deprel::kConj); next && one_holder(tree, role, *next)) {
    const bool own = body_before(tree, role, tree.leftmost(role)).has_value();
    const bool kin = is_kind_of(common_lemma(tree[*next]), {"relative"});  // `the president and son of Ida`
    if (own || kin || stands_alone(tree, role))
      std::erase_if(all, [&](std::uint32_t c) { return c > *next && (own || tree.lower(c) == "of"); });
    const auto shared = tree.child(*next, Deprel::kPrep);
    if (all.empty() && !own && leads(tree, role) && shared && !kin) all.push_back(*shared);
  } else if (all.empty() && one_holder(tree, before, role)) {
    if (const auto shared = tree.child(before, Deprel::kPrep); shared && *shared > role)
      all.push_back(*shared);
  }
  return all;
}

// `a former judge now at Yale`: where the holder is, and not what the role is of
bool is_elsewhere(const Tree& tree, std::uint32_t preposition) {
  const auto adverb = tree.child(preposition, Deprel::kAdvmod);
  return tree[preposition].deprel == Deprel::kPrep && adverb && *adverb + 1 == preposition &&
         (tree.lower(*adverb) == "now" || tree.lower(*adverb) == "currently");
}

// `the group's founder and spokesman` is both of it, `its founder and a lawyer` no lawyer of it.
std::vector<std::uint32_t> owners_of(const Tree& tree, std::uint32_t role) {
  std::vector<std::uint32_t> owners;
  for (const std::uint32_t c : tree.children(role))
    if (tree[c].deprel == Deprel::kPoss) owners.push_back(c);
  const std::uint32_t first = tree.parent(role);
  if (owners.empty() && one_holder(tree, first, role) && tree[role].tag != Tag::kNns &&
      prepositions_of(tree, role).empty() && !body_before(tree, role, tree.leftmost(role)))
    if (const auto shared = tree.child(first, Deprel::kPoss)) owners.push_back(*shared);
  return owners;
}

std::vector<Body> bodies_of(const Tree& tree, std::uint32_t role, std::uint32_t left) {
  std::vector<Body> bodies;
  for (const std::uint32_t c : owners_of(tree, role))
    if (!is_time_entity(tree[c].entity) && !ranks_within(tree, role, c) && !tells_kind(tree, c, role))
      bodies.push_back(owned_by(tree, c));
  for (const std::uint32_t c : prepositions_of(tree, role)) {
    if (!binds_role(tree.lower(c)) || is_elsewhere(tree, c) || tree.word(c - 1) == "-") continue;
    // `a city to the south of Oslo`
    if (tree.lower(c) != "of" && noun_mostly_means(common_lemma(tree[role]), NounKind::kLocation)) continue;
    if (const auto slot = prepositional_slot(tree, c); slot && slot->argument.role != ArgumentRole::kClause &&
                                                       slot->argument.role != ArgumentRole::kTime &&
                                                       binds(tree, slot->argument))
      for (const Phrase& phrase : slot->conjuncts) {
        Argument argument = slot->argument;
        argument.phrase = phrase;
        argument.role = ArgumentRole::kPrepositional;
        bodies.push_back({argument, slot->argument.preposition});
      }
  }
  // `Democratic leader of the House` says of what by itself, `American secretary of state` does not
  if (const auto body = body_before(tree, role, left);
      body && (bodies.empty() || tree[body->head].entity != EntityLabel::kNorp ||
               bare_of(tree, bodies) != bodies.end())) {
    // `Amnesty's Kenya director` directs no Kenya; `Ohio's US senator` is of both
    const bool region = !bodies.empty() && bodies[0].link == "of" && bare_of(tree, bodies) == bodies.end() &&
                        is_place_entity(tree[body->head].entity) &&
                        !is_kind_of(common_lemma(tree[role]), {"legislator"});
    const std::string link = only_comes_from(tree, role, *body) ? "from" : region ? "for" : "of";
    bodies.push_back({{*body, link, ArgumentRole::kPrepositional, {}}, link});
  }
  return bodies;
}

// `Secretary of State Ana Holt`, of nobody: what the role is called, and nothing that it is of
void take_capital_of(const Tree& tree, std::uint32_t role, std::vector<Body>& bodies, Phrase& whole) {
  const auto bare = bodies.size() == 1 ? bare_of(tree, bodies) : bodies.end();
  if (bare == bodies.end() || tree[bare->argument.phrase.head].tag != Tag::kNnp ||
      whole.tokens.back() != role || bare->argument.phrase.head != role + 2)
    return;
  whole.tokens.insert(whole.tokens.end(), {role + 1, role + 2});
  bodies.clear();
}

// `head_of_state`, in the dictionary
bool is_one_word(const Tree& tree, std::uint32_t role, const Body& of) {
  return tree[of.argument.phrase.head].tag == Tag::kNn &&
         !senses_of_noun(common_lemma(tree[role]) + "_of_" + tree.lower(of.argument.phrase.head)).own.empty();
}

// `Ida's chief of staff`: a bare noun is part of what the role is called, where it is the role of another or the
// dictionary has both as one.
std::string take_bare_of(const Tree& tree, std::uint32_t role, std::vector<Body>& bodies) {
  const auto bare = bare_of(tree, bodies);
  if (bare == bodies.end() ||
      (!is_one_word(tree, role, *bare) && std::none_of(bodies.begin(), bodies.end(), [&](const Body& body) {
        return body.argument.phrase.head < role;
      })))
    return {};
  const std::string words = " of " + lower_case(text_of(tree.document(), bare->argument.phrase.tokens));
  bodies.erase(bare);
  return words;
}

}  // namespace

bool is_role(const Tree& tree, std::uint32_t noun) {
  if (tree[noun].upos != Upos::kNoun && tree[noun].upos != Upos::kPropn) return false;
  const std::string lemma = common_lemma(tree[noun]);
  if (noun_means(lemma, NounKind::kPerson)) return true;
  // A word that the dictionary lacks may still be built like a role: `Scientologist`, `midfielder Ana Holt`.
  const bool titles = tree[noun].tag == Tag::kNn && tree.range().contains(noun + 1) &&
                      tree[noun + 1].entity == EntityLabel::kPerson;
  return (lemma.ends_with("ist") || (titles && lemma.ends_with("er"))) && !is_noun(lemma);
}

bool is_kind(const std::string& noun) {
  if (noun == "group") return true;  // the top of its kind, and so of none
  return noun_mostly_means(noun, NounKind::kGroup) || noun_mostly_means(noun, NounKind::kLocation) ||
         noun_mostly_means(noun, NounKind::kCommunication) || noun_mostly_means(noun, NounKind::kArtifact);
}

bool is_relational(const Tree& tree, std::uint32_t noun) {
  if (tree[noun].upos != Upos::kNoun) return false;
  for (const std::uint32_t c : tree.children(noun))
    if (tree[c].deprel == Deprel::kPoss || (tree[c].deprel == Deprel::kPrep && tree.lower(c) == "of"))
      return true;
  return false;
}

std::string title_words(const Tree& tree, std::uint32_t role) {
  std::uint32_t from = role;  // `lead author Professor`: another role before it is another's
  while (from > tree.leftmost(tree.parent(role)) && !is_role(tree, from - 1)) --from;
  return role_words(tree, role, from);
}

namespace {

bool is_person_or_place(EntityLabel label) { return label == EntityLabel::kPerson || is_place_entity(label); }

// `Health and Family Welfare Minister`: what one office is for
bool joins_fields(const Tree& tree, std::uint32_t conjunction, std::uint32_t role) {
  const std::uint32_t field = conjunction - 1;
  return tree[conjunction].deprel == Deprel::kCc && tree[field].upos == Upos::kPropn &&
         tree[role].tag == Tag::kNnp && !is_role(tree, field) && !is_person_or_place(tree[field].entity) &&
         !is_person_or_place(tree[conjunction + 1].entity) && tree.is_under(conjunction, role);
}

// Of the name behind a title, or of a word of the title: `Chile's caretaker Prime Minister Ana Holt`
std::optional<std::uint32_t> owner_before(const Tree& tree, std::uint32_t role, std::uint32_t left) {
  for (std::uint32_t t = left; t < role; ++t)
    if (tree[t].deprel == Deprel::kPoss && tree.is_under(t, tree.parent(role)) &&
        (tree.parent(t) == tree.parent(role) ||
         (tree[t].upos != Upos::kPron && tree.is(tree.parent(t), {Deprel::kCompound, Deprel::kNmod}))))
      return t;
  return std::nullopt;
}

}  // namespace

void add_role(const Reading& reading, const Phrase& holder, std::uint32_t role, std::string_view rule,
              std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  PhraseShape shape;
  Phrase whole = phrase_of(tree, role, shape);
  std::erase_if(whole.tokens, [&](std::uint32_t t) {
    return std::binary_search(holder.tokens.begin(), holder.tokens.end(), t);
  });
  bool fields = false;
  if (tree.is(role, {Deprel::kCompound, Deprel::kNmod, Deprel::kAmod})) {
    // A title: the words before it hang on the name, not on the title.
    std::uint32_t left = tree.leftmost(tree.parent(role));
    for (std::uint32_t t = left; t < role; ++t) {  // `singer and` writer
      const bool field = joins_fields(tree, t, role);
      if (tree.word(t) == "," || (tree[t].upos == Upos::kCconj && !field)) left = t + 1;
      fields = fields || field;
    }
    whole.tokens.clear();
    for (std::uint32_t t = left; t <= role; ++t)
      if (!tree.is(t, {Deprel::kPunct, Deprel::kPrep, Deprel::kPreconj, Deprel::kPredet, Deprel::kAdvmod}) &&
          (tree[t].deprel != Deprel::kCc || fields))
        whole.tokens.push_back(t);
  }
  // `presidential nominee Joe Biden leading President Trump`: another's name is no part of a role
  if (whole.tokens.empty() || std::any_of(whole.tokens.begin(), whole.tokens.end(), [&](std::uint32_t t) {
        return t < role && tree[t].entity == EntityLabel::kPerson && tree.word(t + 1) != "'s" &&
               tree.word(t + 1) != "’s" &&
               (tree[t + 1].tag == Tag::kVbg || tree[t + 1].tag == Tag::kVbn || tree[t + 1].tag == Tag::kVbd);
      }))
    return;
  const std::uint32_t left = whole.tokens.front();
  const bool past = is_past(tree, role);
  const auto owner = tree.child(role, Deprel::kPoss);
  const std::string kind = owner && tells_kind(tree, *owner, role)
                               ? tree.lower(*owner) + tree.lower(tree.rightmost(*owner)) + " "
                               : "";
  std::string words = (past ? "former " : "") + kind + role_words(tree, role, left);
  std::vector<Body> bodies = fields ? std::vector<Body>() : bodies_of(tree, role, left);
  words += take_bare_of(tree, role, bodies);
  if (fields) {
    std::vector<std::uint32_t> own = whole.tokens;  // without `the county's`
    std::erase_if(own, [&](std::uint32_t t) { return !tree.is_under(t, role); });
    words = lower_case(text_of(tree.document(), own));
  }
  take_capital_of(tree, role, bodies, whole);
  // `Volkswagen's chief executive Oliver Blume`: the owner hangs on the name.
  if (tree.is(role, {Deprel::kCompound, Deprel::kNmod, Deprel::kAmod}) && bodies.empty())
    if (const auto owner = owner_before(tree, role, left); owner && !tells_kind(tree, *owner, role))
      bodies.push_back(owned_by(tree, *owner));
  if (bodies.empty())
    if (const auto owner = owner_of_kin(tree, role)) bodies.push_back(owned_by(tree, *owner));
  Extraction extraction =
      implicit_relation(tree, holder, "is", words, {whole, "", ArgumentRole::kComplement, {}}, rule);
  take_context(reading, holder.head, extraction);
  extraction.negated = false;
  extraction.modality = Modality::kAsserted;
  extraction.attribution.reset();
  extraction.surface_object = whole.tokens;
  for (const std::uint32_t c : tree.children(role))
    if (const auto slot = prepositional_slot(tree, c); slot && is_elsewhere(tree, c)) {
      found.push_back(implicit_relation(tree, holder, "is", "is", slot->argument, rule));
      found.back().arguments[0].role = ArgumentRole::kPrepositional;
    }
  if (bodies.empty()) {
    if (const auto next = tree.child(role, Deprel::kConj); next && *next > role)
      std::erase_if(whole.tokens, [&](std::uint32_t t) { return t > *next; });  // `king and son of Ida`
    extraction.arguments = {{whole, "", ArgumentRole::kComplement, {}}};
    if (!long_title(tree.lower(role)).empty()) return;  // nobody is a `Gen.`
    extraction.predicate = past ? "was" : "is";
    found.push_back(extraction);
    return;
  }
  for (const Body& body : bodies) {
    if (body.argument.phrase.head == holder.head) continue;
    extraction.arguments = {body.argument};
    found.push_back(extraction);
  }
}

void add_said_role(const Reading& reading, const Clause& clause, const Phrase& holder, std::uint32_t role,
                   std::string_view rule, std::vector<Extraction>& found) {
  std::vector<Extraction> said;
  add_role(reading, holder, role, rule, said);
  for (Extraction& extraction : said) {
    if (extraction.predicate == "is") continue;
    extraction.negated = clause.negated;
    extraction.modality = clause.modality;
    extraction.attribution = clause.attribution;
    extraction.relation_tokens = clause.relation;
    extraction.statement_only = true;
    found.push_back(std::move(extraction));
  }
}

}  // namespace dossier::ingest
