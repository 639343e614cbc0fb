// The arguments of a clause: objects, complements, prepositional phrases, adverbs, times and places.
#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {
namespace {

bool names_time(const Tree& tree, std::uint32_t token) {
  if (is_time_entity(tree[token].entity)) return true;
  // `at 6:15 pm local time on Thursday`
  const auto clock = tree[token].lemma == "time" ? tree.child(token, Deprel::kNummod) : std::nullopt;
  if (clock && *clock < token && tree.word(*clock).find_first_of("0123456789") != std::string_view::npos)
    return true;
  return tree[token].entity == EntityLabel::kNone && tree[token].upos == Upos::kNoun &&
         noun_mostly_means(tree[token].lemma, NounKind::kTime);
}

// `sentenced to 12 years`: a length, and no time that it lasts to
bool is_length(const Tree& tree, std::string_view preposition, std::uint32_t object) {
  return preposition == "to" && tree[object].tag == Tag::kNns && tree.child(object, Deprel::kNummod);
}

// Prepositions that put an event at a place when a place name follows; `to`, `from`, `for`, `with` take part in it.
bool locates(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "inside" ||
         preposition == "outside" || preposition == "across" || preposition == "throughout" ||
         preposition == "around" || preposition == "on";
}

// `called for a pause`, `looked forward to the day`: of a verb with its preposition, and no date
bool is_of_verb(const Tree& tree, std::uint32_t preposition, std::uint32_t object) {
  const std::string& verb = tree[tree.parent(preposition)].lemma;
  return preposition == tree.parent(preposition) + 1 && tree[object].entity == EntityLabel::kNone &&
         tree[object].tag == Tag::kNn && tree.lower(preposition) != "in" && tree.lower(preposition) != "on" &&
         is_verb(verb + "_" + tree.lower(preposition));
}

// `called Ana in an attempt to win her`: what for; but `took part in an attempt to win`
bool is_attempt(const Tree& tree, std::uint32_t link, std::uint32_t object) {
  const auto deed = tree.child(object, Deprel::kAcl);
  return tree.lower(link) == "in" && deed && tree[*deed].tag == Tag::kVb && tree[object].tag == Tag::kNn &&
         tree[tree.parent(link)].upos == Upos::kVerb &&
         !Facts::get().binds(tree[tree.parent(link)].lemma, "in") &&
         is_kind_of(common_lemma(tree[object]), {"attempt", "effort"});
}

ArgumentRole prepositional_role(const Tree& tree, std::uint32_t link, std::uint32_t object) {
  const std::string preposition = tree.lower(link);
  if (is_attempt(tree, link, object)) return ArgumentRole::kAdverbialClause;
  if (preposition == "including" || preposition == "excluding") return ArgumentRole::kSetting;
  // `asked about the delay`, `provided Ana with five days`: a noun of time that dates nothing
  const bool topic = (tree[object].entity == EntityLabel::kNone &&
                      (preposition == "about" || preposition == "against" || preposition == "with")) ||
                     (preposition == "with" && provides_with(tree[tree.parent(link)].lemma));
  if (names_time(tree, object) && !topic && !is_length(tree, preposition, object) &&
      !is_of_verb(tree, link, object))
    return ArgumentRole::kTime;
  const bool aimed =
      preposition == "at" && tree[object].entity == EntityLabel::kGpe;  // `fired rockets at Israel`
  if (locates(preposition) && !aimed && is_place_entity(tree[object].entity)) return ArgumentRole::kPlace;
  return ArgumentRole::kPrepositional;
}

// `they protested, with students blocking roads`: behind a comma, `with` opens what went on beside.
bool is_absolute(const Tree& tree, std::uint32_t preposition, std::uint32_t object) {
  const auto participle = tree.child(object, Deprel::kAcl);
  // `despite staff protesting`
  if (tree.lower(preposition) == "despite" && participle && tree[*participle].tag == Tag::kVbg) return true;
  if (tree.lower(preposition) != "with" || preposition == tree.range().begin ||
      tree.word(preposition - 1) != ",")
    return false;
  return participle && *participle > object &&
         (tree[*participle].tag == Tag::kVbg || tree[*participle].tag == Tag::kVbn);
}

// `came two days after Trump`: when, and nothing to Trump
bool is_measured(const Tree& tree, std::uint32_t preposition, std::uint32_t object) {
  const auto span = tree.child(preposition, Deprel::kNpadvmod);
  return span && *span < preposition && names_time(tree, *span) && is_name_entity(tree[object].entity);
}

// `for example`, `in fact`: an adverb of several words names nothing, unless it is a place, as `at home`.
bool is_set_phrase(const Tree& tree, std::uint32_t preposition, const Phrase& phrase) {
  if (phrase.empty() || phrase.tokens.front() != preposition + 1 || phrase.tokens.size() > 3) return false;
  const std::string noun = lower_case(tree[phrase.head].lemma);
  if (tree[phrase.head].entity != EntityLabel::kNone || noun_mostly_means(noun, NounKind::kLocation) ||
      noun_mostly_means(noun, NounKind::kObject) || noun_mostly_means(noun, NounKind::kGroup))
    return false;
  // `for the first time` says that it never did before
  if (std::any_of(phrase.tokens.begin(), phrase.tokens.end(),
                  [&](std::uint32_t t) { return tree.lower(t) == "first"; }))
    return false;
  std::string words = tree.lower(preposition);
  for (const std::uint32_t t : phrase.tokens) words += "_" + tree.lower(t);
  return is_adverb_phrase(words);
}

Slot clause_slot(const Tree& tree, std::uint32_t verb, std::string preposition) {
  Slot slot;
  slot.argument.role = ArgumentRole::kClause;
  slot.argument.preposition = std::move(preposition);
  slot.argument.phrase = clause_phrase(tree, verb);
  slot.anchor = slot.argument.phrase.tokens.front();
  slot.conjuncts = {slot.argument.phrase};
  return slot;
}

bool relative_word(const Tree& tree, std::uint32_t token) {
  switch (tree[token].tag) {
    case Tag::kWdt:
    case Tag::kWp:
    case Tag::kWrb:
    case Tag::kWpDollar:
      return true;
    default:
      return false;
  }
}

bool is_bare_number(const Tree& tree, std::uint32_t token) {
  const auto children = tree.children(token);
  const bool year = tree[token].entity == EntityLabel::kDate && tree.word(token).size() == 4;  // `born 1940`
  return tree[token].upos == Upos::kNum && !year &&
         std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return tree[c].upos == Upos::kNum || tree[c].upos == Upos::kPunct || tree[c].upos == Upos::kSym;
         });
}

// `won three points`, the points read as an adverb of measure: a count that the verb can take is its object.
bool is_counted_object(const Tree& tree, std::uint32_t noun, const Clause& clause) {
  if (tree[noun].deprel != Deprel::kNpadvmod || tree[noun].upos != Upos::kNoun || noun < clause.predicate() ||
      !tree.child(noun, Deprel::kNummod) || tree.leftmost(noun) != clause.predicate() + 1 ||
      tree.child(clause.predicate(), Deprel::kDobj))
    return false;
  const EntityLabel label = tree[noun].entity;
  return !clause.passive && (label == EntityLabel::kNone || label == EntityLabel::kCardinal) &&
         !names_time(tree, noun) && !noun_mostly_means(tree[noun].lemma, NounKind::kQuantity) &&
         takes_thing(tree[clause.predicate()].lemma);
}

// `yesterday`, `back in 2018`
bool dates(const Tree& tree, std::uint32_t adverb) {
  if (names_time(tree, adverb)) return true;
  const auto preposition = tree[adverb].upos == Upos::kAdv ? tree.child(adverb, Deprel::kPrep) : std::nullopt;
  const auto date = preposition ? tree.child(*preposition, Deprel::kPobj) : std::nullopt;
  return date && is_time_entity(tree[*date].entity);
}

// An adverb or adverbial noun: `yesterday`, `two days later`, `personally`.
std::optional<Slot> adverbial_slot(const Tree& tree, std::uint32_t token, const Clause& clause) {
  if (relative_word(tree, token)) return std::nullopt;
  // `ended 0 – 0`: a number without a unit measures nothing
  if (is_bare_number(tree, token)) return std::nullopt;
  if (tree[token].entity == EntityLabel::kOrdinal && token == clause.predicate() + 1 &&
      tree.children(token).empty())
    return std::nullopt;  // `came 44th`: of the verb
  if (std::binary_search(clause.relation.begin(), clause.relation.end(), token)) return std::nullopt;
  if (is_counted_object(tree, token, clause)) return slot_of(tree, token, ArgumentRole::kObject);
  return slot_of(tree, token, dates(tree, token) ? ArgumentRole::kTime : ArgumentRole::kManner);
}

// `dropped out ahead of the vote`, `lies 20 miles north of it`, `behaved very differently from clerks`: the adverb leads to what its preposition holds.
std::optional<Slot> adverb_with_preposition(const Tree& tree, std::uint32_t adverb, std::uint32_t verb) {
  const auto preposition = tree.child(adverb, Deprel::kPrep);
  const auto children = tree.children(adverb);
  const auto more = [&](std::uint32_t c) {
    const bool measure = tree[c].deprel == Deprel::kNpadvmod && c < adverb && !is_time_entity(tree[c].entity);
    return c != *preposition && tree[c].deprel != Deprel::kAdvmod && !measure;
  };
  if (tree[adverb].tag != Tag::kRb || adverb < verb || !preposition || *preposition != adverb + 1 ||
      std::any_of(children.begin(), children.end(), more) ||
      (children.size() > 1 && (tree.lower(*preposition) == "as" || tree.lower(*preposition) == "than")))
    return std::nullopt;
  auto slot = prepositional_slot(tree, *preposition);
  if (!slot || slot->argument.role == ArgumentRole::kTime || slot->argument.role == ArgumentRole::kClause)
    return std::nullopt;
  slot->argument.role = ArgumentRole::kPrepositional;
  slot->argument.preposition = tree.lower(adverb) + " " + slot->argument.preposition;
  slot->argument.preposition_tokens.insert(slot->argument.preposition_tokens.begin(), adverb);
  slot->anchor = adverb;
  return slot;
}

// `after he left`, `to end the war`: the clause by its words, behind the word that introduces it.
Slot adverbial_clause_slot(const Tree& tree, std::uint32_t verb) {
  std::string introduced;
  if (const auto mark = tree.child(verb, Deprel::kMark)) introduced = tree.lower(*mark);
  Slot slot = clause_slot(tree, verb, introduced);
  if (!introduced.empty()) {
    slot.argument.preposition_tokens = {*tree.child(verb, Deprel::kMark)};
    auto& tokens = slot.argument.phrase.tokens;
    const std::uint32_t mark = *tree.child(verb, Deprel::kMark);
    tokens.erase(std::remove(tokens.begin(), tokens.end(), mark), tokens.end());
    slot.anchor = std::min(slot.anchor, mark);
    slot.conjuncts = {slot.argument.phrase};
  }
  // `called for Russia to talk` wants it; other introductions only surround the clause.
  slot.argument.role = introduced == "for" ? ArgumentRole::kClause : ArgumentRole::kAdverbialClause;
  return slot;
}

void add_prepositional(const Tree& tree, std::uint32_t preposition, std::vector<Slot>& slots) {
  if (auto slot = prepositional_slot(tree, preposition)) slots.push_back(std::move(*slot));
  for (const std::uint32_t c : tree.children(preposition))
    if (tree[c].deprel == Deprel::kConj && tree[c].upos == Upos::kAdp) add_prepositional(tree, c, slots);
}

// The object, and what it is made, let or held to be.
void add_small_clause(const Tree& tree, std::uint32_t complement, std::uint32_t object,
                      std::vector<Slot>& slots) {
  slots.push_back(slot_of(tree, object, ArgumentRole::kObject));
  Slot rest = clause_slot(tree, complement, {});
  std::erase_if(rest.argument.phrase.tokens, [&](std::uint32_t t) { return tree.is_under(t, object); });
  if (rest.argument.phrase.tokens.empty()) return;
  rest.anchor = rest.argument.phrase.tokens.front();
  if (!is_verb_tag(tree[complement].tag)) rest.argument.role = ArgumentRole::kComplement;
  rest.conjuncts = {rest.argument.phrase};
  slots.push_back(std::move(rest));
}

// `helped a lot`, `slowed a bit`, `changed a good deal`: words that WordNet has as an adverb
bool says_how_much(const Tree& tree, std::uint32_t noun) {
  const auto article = tree.child(noun, Deprel::kDet);
  if (!article || *article > noun || tree.child(noun, {Deprel::kPrep, Deprel::kAcl, Deprel::kRelcl}))
    return false;
  std::string words = tree.lower(*article);
  for (std::uint32_t t = *article + 1; t <= noun; ++t) words += "_" + tree.lower(t);
  return is_adverb_phrase(words);
}

// `two days after he left`: how long after, and not how long he left
bool measures_mark(const Tree& tree, std::uint32_t adverb, std::uint32_t verb) {
  const std::uint32_t next = tree.rightmost(adverb) + 1;
  return next < tree.range().end && names_time(tree, adverb) && tree[next].deprel == Deprel::kMark &&
         tree.parent(next) == verb;
}

// `between $5 and $10`, `anything but dull`: neither holds without the other.
bool is_one_with_its_conjuncts(const Tree& tree, std::uint32_t head) {
  const auto children = tree.children(head);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return (c < head && tree.lower(c) == "between") ||
           (c == head + 1 && tree.lower(c) == "but" && tree.lower(head) == "anything");
  });
}

}  // namespace

void add_slots_of(const Tree& tree, std::uint32_t link, const Clause& clause, std::vector<Slot>& slots) {
  for (const std::uint32_t c : tree.children(link)) {
    if (std::find(clause.chain.begin(), clause.chain.end(), c) != clause.chain.end()) continue;
    switch (tree[c].deprel) {
      case Deprel::kDobj:  // `focused more on it` has no object
        slots.push_back(slot_of(tree, c,
                                tree[c].tag == Tag::kRbr || says_how_much(tree, c) ? ArgumentRole::kManner
                                                                                   : ArgumentRole::kObject));
        break;
      case Deprel::kAttr:
      case Deprel::kAcomp:
      case Deprel::kOprd:
        if (tree.lower(c) != "aged")  // `died aged 79`: rules/ages.cc
          slots.push_back(slot_of(tree, c, ArgumentRole::kComplement));
        break;
      case Deprel::kDative:
        if (tree[c].upos == Upos::kAdp)
          add_prepositional(tree, c, slots);
        else
          slots.push_back(slot_of(tree, c, ArgumentRole::kIndirectObject));
        break;
      case Deprel::kPrep:
      case Deprel::kAgent:
        add_prepositional(tree, c, slots);
        break;
      case Deprel::kCcomp:
      case Deprel::kXcomp:
        if (is_purpose(tree, c))
          slots.push_back(adverbial_clause_slot(tree, c));
        else if (const auto object = small_clause_subject(tree, c))
          add_small_clause(tree, c, *object, slots);
        else
          slots.push_back(clause_slot(tree, c, {}));
        break;
      case Deprel::kAdvcl:
        if (tree.lower(c) != "aged") slots.push_back(adverbial_clause_slot(tree, c));
        break;
      case Deprel::kAdvmod:
      case Deprel::kNpadvmod:
        if (measures_mark(tree, c, link)) break;
        if (auto slot = adverb_with_preposition(tree, c, link))
          slots.push_back(std::move(*slot));
        else if (auto slot = adverbial_slot(tree, c, clause))
          slots.push_back(std::move(*slot));
        break;
      default:
        break;
    }
  }
}

Slot slot_of(const Tree& tree, std::uint32_t head, ArgumentRole role) {
  Slot slot;
  slot.anchor = tree.leftmost(head);
  slot.argument.role = role;
  PhraseShape whole;
  whole.conjuncts = true;
  slot.argument.phrase = phrase_of(tree, named(tree, head), whole);
  slot.conjuncts = split_conjuncts(tree, head);
  if (is_one_with_its_conjuncts(tree, head)) slot.conjuncts = {slot.argument.phrase};
  // `two years and three months`: one length of time
  if (slot.conjuncts.size() > 1 &&
      std::all_of(slot.conjuncts.begin(), slot.conjuncts.end(), [&](const Phrase& p) {
        return tree.child(p.head, Deprel::kNummod) &&
               noun_mostly_means(lower_case(tree[p.head].lemma), NounKind::kTime);
      }))
    slot.conjuncts = {slot.argument.phrase};
  for (const std::uint32_t c : conjuncts_of(tree, head))
    for (Phrase& example : examples_of(tree, c)) slot.examples.push_back(std::move(example));
  return slot;
}

bool tells_state(const Tree& tree, std::uint32_t token) {
  return tree[token].upos == Upos::kAdj || (tree[token].tag == Tag::kRp && tree.lower(token) == "over");
}

std::optional<std::uint32_t> small_clause_subject(const Tree& tree, std::uint32_t complement) {
  const auto subject = tree.child(complement, {Deprel::kNsubj, Deprel::kNsubjpass});
  if (!subject || *subject > complement || tree.child(complement, Deprel::kMark)) return std::nullopt;
  if (!is_verb_tag(tree[complement].tag))
    return tells_state(tree, complement) && !tree.child(complement, {Deprel::kAux, Deprel::kAuxpass})
               ? subject
               : std::nullopt;
  const auto children = tree.children(complement);
  const bool infinitive =
      std::any_of(children.begin(), children.end(), [&](auto c) { return tree[c].tag == Tag::kTo; });
  return infinitive ? subject : std::nullopt;
}

std::optional<Slot> prepositional_slot(const Tree& tree, std::uint32_t preposition) {
  std::vector<std::uint32_t> words = {preposition};
  // `used instead of wheat`
  if (tree.lower(preposition - 1) == "instead" && tree.parent(preposition - 1) == preposition)
    words.insert(words.begin(), preposition - 1);
  for (const std::uint32_t c : tree.children(preposition))
    if (c > preposition && tree.children(c).empty() &&
        (tree[c].deprel == Deprel::kPrt || (tree[c].deprel == Deprel::kPcomp && tree[c].upos == Upos::kAdp)))
      words.push_back(c);  // `because of` with both words on one level
  for (const std::uint32_t c : tree.children(preposition)) {
    std::optional<Slot> slot;
    if (tree[c].deprel == Deprel::kPobj) {
      if (relative_word(tree, c)) return std::nullopt;
      slot = slot_of(tree, c,
                     is_absolute(tree, preposition, c) || is_measured(tree, preposition, c)
                         ? ArgumentRole::kSetting
                         : prepositional_role(tree, preposition, c));
    } else if (tree[c].deprel == Deprel::kPcomp && is_verb_tag(tree[c].tag)) {
      slot = clause_slot(tree, c, {});
    } else if (tree[c].deprel == Deprel::kPrep ||
               (tree[c].deprel == Deprel::kPcomp && tree[c].upos == Upos::kAdp)) {
      slot = prepositional_slot(tree, c);  // `out of`, `because of`
    }
    if (!slot) continue;
    auto& tokens = slot->argument.preposition_tokens;
    tokens.insert(tokens.begin(), words.begin(), words.end());
    slot->argument.preposition = lower_case(text_of(tree.document(), tokens));
    slot->anchor = preposition;
    if (is_set_phrase(tree, preposition, slot->argument.phrase)) slot->argument.role = ArgumentRole::kManner;
    return slot;
  }
  return std::nullopt;
}

std::vector<Slot> find_slots(const Tree& tree, const Clause& clause) {
  std::vector<Slot> slots;
  const auto own = std::find(clause.chain.begin(), clause.chain.end(), clause.verb);
  for (auto link = own; link != clause.chain.end(); ++link) add_slots_of(tree, *link, clause, slots);
  share_object(tree, clause, slots);
  lift_dates(tree, clause, slots);
  lift_gerunds(tree, clause, slots);
  order_objects(tree, clause, slots);
  // `paid more to Oslo than to Bergen` paid nothing `than to`
  std::erase_if(slots, [](const Slot& slot) { return slot.argument.preposition.starts_with("than "); });
  set_scene(tree, clause, slots);
  std::stable_sort(slots.begin(), slots.end(),
                   [](const Slot& a, const Slot& b) { return a.anchor < b.anchor; });
  return slots;
}

}  // namespace dossier::ingest
