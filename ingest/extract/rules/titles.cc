// Rules that read what stands beside a name: its title, what kind of thing it is, where it is based, of what body
// somebody is.
#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/rules/build.h"
#include "ingest/extract/rules/roles.h"

namespace dossier::ingest {
namespace {

// Where the name begins that ends at this token: the first token of its entity.
std::uint32_t entity_start(const Tree& tree, std::uint32_t token) {
  std::uint32_t start = token;
  while (start > tree.range().begin && !tree[start].entity_begins &&
         tree[start - 1].entity == tree[token].entity)
    --start;
  return start;
}

// `the archbishop Wojciech Polak`, `Representative Tulsi Gabbard`: a first and a last name behind a noun that means a
// person, whatever the recogniser takes them for; behind a title with a capital it knows nothing of them, or takes both for a body.
bool named_by_role(const Tree& tree, std::uint32_t last) {
  if (tree[last].upos != Upos::kPropn || tree[last].tag != Tag::kNnp || last < tree.range().begin + 2)
    return false;
  const std::uint32_t first = last - 1, role = last - 2;
  const bool unknown = tree[last].entity == EntityLabel::kNone ||
                       (tree[last].entity == EntityLabel::kOrg && tree[first].entity_begins);
  const bool titled = tree[role].tag == Tag::kNnp && unknown && tree.parent(role) == last &&
                      tree[last].deprel != Deprel::kCompound && !is_noun(tree.lower(first)) &&
                      !is_noun(tree.lower(last)) && is_role(tree, role);
  return tree[first].upos == Upos::kPropn && tree[first].entity == tree[last].entity &&
         tree.parent(first) == last &&
         ((tree[role].upos == Upos::kNoun && tree[role].tag == Tag::kNn) || titled) &&
         tree[role].entity == EntityLabel::kNone &&
         noun_mostly_means(lower_case(tree[role].lemma), NounKind::kPerson);
}

// `the former prime minister Sir John Major`, `Prime Minister Sir Keir Starmer`: the title says nothing beside the role
// before it
bool title_before(const Tree& tree, std::uint32_t title) {
  const std::uint32_t role = title - 1;
  return title > tree.range().begin && tree[title].upos == Upos::kPropn &&
         (tree[role].tag == Tag::kNn ||
          (tree[role].tag == Tag::kNnp &&
           is_kind_of(tree.lower(title), {"man", "woman", "girl", "nobleman"}, 1))) &&
         is_role(tree, role) && tree.is(role, {Deprel::kCompound, Deprel::kNmod}) &&
         tree.parent(role) == tree.parent(title);
}

// `Secretary of State Mike Pompeo`, `President of Chile Ana Holt`, `son-in-law Tim Roe`: the role whose phrase ends where
// the name begins
std::optional<std::uint32_t> role_with_phrase(const Tree& tree, std::uint32_t name, std::uint32_t start) {
  for (const std::uint32_t c : tree.children(name)) {
    const auto link = tree.child(c, Deprel::kPrep);
    const bool binds =
        link && (*link == c + 1 ? tree.lower(*link) == "of" : *link == c + 2 && tree.word(c + 1) == "-");
    if (c < start && tree.is(c, {Deprel::kNmod, Deprel::kCompound}) && is_role(tree, c) && binds &&
        tree.rightmost(c) + 1 == start)
      return c;
  }
  return std::nullopt;
}

Phrase name_from(std::uint32_t first, std::uint32_t last) {
  Phrase name{last, {}};
  for (std::uint32_t t = first; t <= last; ++t) name.tokens.push_back(t);
  return name;
}

// A rank that one name may follow: `Prince Harry`, `Pope Francis`, but `Mother Nature`, `Sailor Neptune`
bool names_rank(const std::string& title) {
  return is_kind_of(title, {"leader", "ruler", "aristocrat", "clergyman", "officer", "lawman"});
}

// `Archbishop Carlos Holt`, `Crown Prince Olav`: a title that the recogniser takes for part of the name. Whether it is
// one, `Duke Ellington`, only the article's other names tell.
void add_inner_title(const Reading& reading, std::uint32_t start, std::uint32_t last,
                     std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  std::uint32_t role = start;
  if (role + 1 < last && is_noun(tree.lower(role) + "_" + tree.lower(role + 1))) ++role;
  const std::string title = common_lemma(tree[role]);
  const bool behind_role =
      start > tree.range().begin && is_role(tree, start - 1) && tree.is_under(start - 1, last);
  const bool given = Facts::get().gender_of_given_name(tree.word(role)) != '-';  // `Ruth Elena Holt`
  if (behind_role || ((role + 1 == last || given) && !names_rank(title))) return;
  const bool met = noun_is_met(title) || Facts::get().gender_of_given_name(tree.word(role + 1)) != '-';
  if (role >= last || !noun_mostly_means(title, NounKind::kPerson) || !met ||
      tree[role].deprel != Deprel::kCompound || tree.parent(role) != last)
    return;
  const std::size_t before = found.size();
  add_role(reading, name_from(role + 1, last), role, "title", found);
  for (std::size_t i = before; i < found.size(); ++i) found[i].statement_only = true;
}

// `House committee chairman Ana Holt of Ohio`: the role is of the committee already. A legislator is of both: `US Senator`
bool of_body_before(const Tree& tree, std::uint32_t role, const std::vector<Extraction>& roles) {
  const bool of = std::any_of(roles.begin(), roles.end(), [](const Extraction& made) {
    return !made.arguments.empty() && made.arguments[0].preposition == "of";
  });
  const std::uint32_t before = role - 1;
  const bool group = role > tree.range().begin && tree[before].upos == Upos::kNoun &&
                     tree.is(before, {Deprel::kCompound}) &&
                     noun_mostly_means(common_lemma(tree[before]), NounKind::kGroup);
  const std::string noun =
      common_lemma(tree[role]);  // `Polish leader Ana Holt of the Law Party` leads the party
  return group || (of && !is_kind_of(noun, {"legislator"}) && !is_kind_of(noun, {"leader"}, 0));
}

// `Professor Wang from Renmin University`, `Senators Ana Roe of Ohio and Ida Holt of Utah`
void add_whence(const Reading& reading, const Phrase& name, std::uint32_t role,
                std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (const std::uint32_t c : tree.children(name.head)) {
    if (tree[c].deprel != Deprel::kPrep) continue;
    const std::string preposition = tree.lower(c);
    if (preposition != "from" && preposition != "at" && preposition != "of") continue;
    const auto slot = prepositional_slot(tree, c);
    if (!slot || slot->argument.role == ArgumentRole::kClause || slot->argument.role == ArgumentRole::kTime)
      continue;
    Extraction extraction =
        implicit_relation(tree, name, "is", title_words(tree, role), slot->argument, "title");
    extraction.arguments[0].role = ArgumentRole::kPrepositional;
    found.push_back(extraction);
  }
}

}  // namespace

// `US President Donald Trump` -> Donald Trump | president of | US
void titles(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    const bool by_role = tree[t].entity != EntityLabel::kPerson && named_by_role(tree, t);
    if ((tree[t].entity != EntityLabel::kPerson && !by_role) || tree[t].deprel == Deprel::kCompound) continue;
    const std::uint32_t start = by_role ? t - 1 : entity_start(tree, t);
    if (!by_role) add_inner_title(reading, start, t, found);
    if (start == tree.range().begin) continue;
    const std::uint32_t role = start - 1;
    const Phrase name = name_from(start, t);
    const auto whole = role_with_phrase(tree, t, start);
    if (whole) add_role(reading, name, *whole, "title", found);
    const bool titled = is_role(tree, role) &&
                        tree.is(role, {Deprel::kCompound, Deprel::kNmod, Deprel::kAmod}) &&
                        tree.is_under(role, t);
    if (!titled && !whole) continue;
    for (const std::uint32_t c : tree.children(t))  // `singer and writer Ana Holt`
      if (c < role && tree[c].deprel == Deprel::kNmod &&
          (tree[c].tag == Tag::kNn || tree[c].tag == Tag::kNnp) && is_role(tree, c) && c != whole)
        add_role(reading, name, c, "title", found);
    if (!titled) continue;
    std::vector<Extraction> roles;
    add_role(reading, name, title_before(tree, role) ? role - 1 : role, "title", roles);
    const bool told_of = of_body_before(tree, role, roles);
    found.insert(found.end(), roles.begin(), roles.end());
    // `Senators Kamala Harris and Elizabeth Warren`
    const bool plural = tree[role].tag == Tag::kNnps || tree[role].tag == Tag::kNns;
    for (const std::uint32_t other : conjuncts_of(tree, t))
      if (plural && other != t && tree[other].entity == EntityLabel::kPerson)
        add_role(reading, phrase_of(tree, other), role, "title", found);
    if (!told_of) add_whence(reading, name, role, found);
    for (const std::uint32_t other : conjuncts_of(tree, t))
      if (plural && other != t && tree[other].entity == EntityLabel::kPerson)
        add_whence(reading, name_from(entity_start(tree, other), other), role, found);
  }
}

namespace {

// The recogniser takes a company for a town or a person now and then: `the airline Norse`.
bool may_be_described(EntityLabel label) {
  return label == EntityLabel::kOrg || label == EntityLabel::kWorkOfArt || label == EntityLabel::kProduct ||
         label == EntityLabel::kGpe || label == EntityLabel::kPerson;
}

// `a ship called Aurora` -> Aurora | is | a ship
void add_naming(const Tree& tree, std::uint32_t verb, std::vector<Extraction>& found) {
  static constexpr std::string_view kNaming[] = {"call",    "name",  "dub",     "title",
                                                 "entitle", "label", "nickname"};
  if (tree[verb].tag != Tag::kVbn || tree[verb].deprel != Deprel::kAcl) return;
  const std::uint32_t noun = tree.parent(verb);
  const auto name = tree.child(verb, Deprel::kOprd);
  if (noun > verb || tree[noun].tag != Tag::kNn || is_name_entity(tree[noun].entity) || !name ||
      tree[*name].upos != Upos::kPropn || tree.child(*name, Deprel::kConj) ||
      std::find(std::begin(kNaming), std::end(kNaming), tree[verb].lemma) == std::end(kNaming))
    return;
  // No half of a title, `"Day by Day"`, nor what bears the name of a country: `an artwork entitled America`
  const Phrase called = phrase_of(tree, *name);
  const std::uint32_t before = called.tokens.front() - 1, behind = called.tokens.back() + 1;
  const bool opens = tree[before].tag == Tag::kOpenQuote || tree.word(before) == "“";
  const bool closes = tree[behind].tag == Tag::kCloseQuote || tree.word(behind) == "”";
  const std::string kind = common_lemma(tree[noun]);
  if (opens != closes || tree.word(behind) == ":" || tree.word(behind) == "-" ||
      (is_place_entity(tree[*name].entity) && !noun_means(kind, NounKind::kLocation) &&
       !noun_means(kind, NounKind::kGroup)))
    return;
  PhraseShape shape;
  shape.participles = false;
  found.push_back(implicit_relation(tree, called, "is", "is",
                                    {phrase_of(tree, noun, shape), "", ArgumentRole::kComplement, {}},
                                    "descriptor"));
}

}  // namespace

// `the site Operation Clambake` -> Operation Clambake | is | the site
void descriptors(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    add_naming(tree, t, found);
    const EntityLabel label = tree[t].entity;
    if (!may_be_described(label) || tree[t].deprel == Deprel::kCompound || tree[t].deprel == Deprel::kPoss ||
        tree[t].upos != Upos::kPropn)
      continue;
    const std::uint32_t start = entity_start(tree, t);
    if (start == tree.range().begin) continue;
    const std::uint32_t noun = start - 1;
    if (tree[noun].upos != Upos::kNoun || tree[noun].deprel != Deprel::kCompound || tree.parent(noun) != t ||
        !is_kind(tree[noun].lemma) || is_kind_of(common_lemma(tree[noun]), {"acronym", "abbreviation"}))
      continue;  // `its French acronym MSF`
    Phrase name{t, {}};
    for (std::uint32_t n = start; n <= t; ++n) name.tokens.push_back(n);
    add_role(reading, name, noun, "descriptor", found);
  }
}

// `London-based Norsk` -> Norsk | was based in | London
void bases(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin + 2; t < tree.range().end; ++t) {
    if (tree[t].tag != Tag::kVbn || tree[t].deprel != Deprel::kAmod || tree.word(t - 1) != "-" ||
        !is_place_entity(tree[t - 2].entity) || (tree[t].lemma != "base" && tree[t].lemma != "bear"))
      continue;
    std::uint32_t holder = tree.parent(t);
    while (tree.is(holder, {Deprel::kCompound, Deprel::kNmod}) && tree.parent(holder) > holder)
      holder = tree.parent(holder);  // `the London-based airline Norsk`
    holder = named(tree, holder);
    PhraseShape bare;
    bare.prepositions = bare.participles = false;
    Phrase name = phrase_of(tree, holder, bare);
    std::erase_if(name.tokens, [&](std::uint32_t n) { return n <= t && tree.is_under(n, tree.parent(t)); });
    Phrase place{t - 2, {}};
    for (std::uint32_t n = entity_start(tree, t - 2); n <= t - 2; ++n) place.tokens.push_back(n);
    Extraction extraction = implicit_relation(tree, name, "is " + tree.lower(t), "was " + tree.lower(t),
                                              {place, "in", ArgumentRole::kPrepositional, {}}, "base");
    found.push_back(extraction);
  }
}

namespace {

// A named body or place, `the city's power authority`, `the police of Oslo`, `the Dahl Center for Physics`
bool is_body(const Tree& tree, std::uint32_t noun) {
  if (tree[noun].entity == EntityLabel::kOrg || is_place_entity(tree[noun].entity)) return true;
  const std::string lemma = common_lemma(tree[noun]);
  const bool group =
      noun_means(lemma, NounKind::kGroup) || is_kind_of(lemma, {"organization", "administrative unit"});
  if (tree[noun].tag == Tag::kNnp)
    return (tree[noun].entity == EntityLabel::kNone || tree[noun].entity == EntityLabel::kFac) &&
           tree.child(noun, Deprel::kDet) && (group || noun_means(lemma, NounKind::kArtifact));
  if (tree[noun].tag != Tag::kNn || tree[noun].entity == EntityLabel::kPerson) return false;
  const auto whose = tree.child(noun, {Deprel::kPoss, Deprel::kCompound});
  const bool owned = whose && (tree[*whose].tag == Tag::kNnp || tree[*whose].deprel == Deprel::kPoss) &&
                     tree[*whose].upos != Upos::kPron && tree[*whose].entity != EntityLabel::kPerson;
  return (group && tree.child(noun, {Deprel::kPoss, Deprel::kCompound, Deprel::kAmod, Deprel::kPrep})) ||
         (owned && (noun_mostly_means(lemma, NounKind::kAttribute) ||
                    noun_mostly_means(lemma, NounKind::kArtifact)));  // `the Oslo assembly`
}

// Somebody by the recogniser's word, or by two words that name nothing else and what he says: `Ana Holt of the court said`
bool is_somebody(const Tree& tree, std::uint32_t t) {
  if (tree[t].entity == EntityLabel::kPerson) return true;
  if (tree[t].tag != Tag::kNnp || t == tree.range().begin || is_place_entity(tree[t].entity)) return false;
  const std::uint32_t first = t - 1, verb = tree.parent(t);
  return tree[first].tag == Tag::kNnp && tree.parent(first) == t && tree[first].entity == tree[t].entity &&
         tree[t].deprel == Deprel::kNsubj && !is_noun(tree.lower(first)) && !is_noun(tree.lower(t)) &&
         verb_mostly_means(tree[verb].lemma, VerbKind::kCommunication) && takes_clause(tree[verb].lemma) &&
         !is_name_entity(tree[t + 1].entity);
}

// `Griffith University's Sally Wasef`, with no role between them
std::optional<Argument> owner_of(const Tree& tree, std::uint32_t person) {
  const auto owner = tree.child(person, Deprel::kPoss);
  if (!owner || (tree[*owner].entity != EntityLabel::kOrg && tree[*owner].entity != EntityLabel::kGpe))
    return std::nullopt;
  const std::uint32_t mark = tree.rightmost(*owner);
  if (tree[mark].tag != Tag::kPos || mark + 1 != entity_start(tree, person)) return std::nullopt;
  Phrase body = phrase_of(tree, *owner);
  std::erase(body.tokens, mark);
  return Argument{body, "of", ArgumentRole::kPrepositional, {}};
}

}  // namespace

// `Matthew Ingram of The Globe and Mail` -> Matthew Ingram | is of | The Globe and Mail
void affiliations(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  const auto add = [&](std::uint32_t person, const Argument& body) {
    found.push_back(implicit_relation(tree, name_from(entity_start(tree, person), person), "is", "is", body,
                                      "affiliation"));
  };
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (!is_somebody(tree, t)) continue;
    if (const auto owner = owner_of(tree, t)) add(t, *owner);
    std::vector<std::uint32_t> behind(tree.children(t).begin(), tree.children(t).end());
    for (const std::uint32_t c : tree.children(t))  // `Ana Roe, a 22-year-old from Oslo`
      if (c > t && tree.is(c, {Deprel::kAmod, Deprel::kAppos}) && tree.lower(c) == "old" &&
          tree.word(c - 1) == "-")
        behind.insert(behind.end(), tree.children(c).begin(), tree.children(c).end());
    for (const std::uint32_t c : behind) {
      const std::string preposition = tree.lower(c);
      if (tree[c].deprel != Deprel::kPrep || c < t ||
          (preposition != "of" && preposition != "from" && preposition != "at"))
        continue;
      const auto slot = prepositional_slot(tree, c);
      if (!slot || !is_body(tree, slot->argument.phrase.head)) continue;
      Argument argument = slot->argument;
      argument.role = ArgumentRole::kPrepositional;
      add(t, argument);
    }
  }
}

}  // namespace dossier::ingest
