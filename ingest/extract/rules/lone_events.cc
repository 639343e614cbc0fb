// Events that a noun names, with nobody but who suffered them or whose end they were: `the arrest of X`, `X's death`.
#include <algorithm>
#include <array>

#include "ingest/extract/clause_finder.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_told_of(std::string_view verb) {
  return verb_is(verb, VerbClass::kEnd) || verb_is(verb, VerbClass::kUndergo);
}

// The verb behind the noun, where WordNet does not link the two by its ending: `appointment`, `stabbing`.
std::string verb_behind(const std::string& noun) {
  if (const std::string_view verb = event_verb_of(noun); !verb.empty()) return std::string(verb);
  for (const std::string_view ending : {"", "ment", "ation", "ing"}) {
    if (!noun.ends_with(ending) || noun.size() < ending.size() + 3) continue;
    const std::string stem = noun.substr(0, noun.size() - ending.size());
    if (is_told_of(stem)) return stem;
    if (is_told_of(stem + "e")) return stem + "e";
    const std::string single = stem.substr(0, stem.size() - 1);
    if (stem.back() == single.back() && is_told_of(single)) return single;
  }
  return {};
}

// `after the death of X`: what came then or because of it, it was there.
bool sets_in_time(const Tree& tree, std::uint32_t preposition) {
  return tree[preposition].deprel == Deprel::kPrep &&
         is_one_of(tree.lower(preposition),
                   {"after", "before", "following", "since", "despite", "until", "upon"});
}

// In the past, and so that it was so.
bool is_told(const Tree& tree, const Clause& clause) {
  const Tag tag = tree[clause.verb].tag;
  return clause.modality == Modality::kAsserted && !clause.negated &&
         (tag == Tag::kVbd || tag == Tag::kVbn || (tag == Tag::kVbg && clause.kind != ClauseKind::kGerund));
}

bool attests(const Tree& tree, const Clause& clause) {
  return verb_is(tree[clause.predicate()].lemma, VerbClass::kAttest) && is_told(tree, clause);
}

// What stands around the noun takes the event for a fact.
bool is_fact(const Reading& reading, std::uint32_t noun) {
  const Tree& tree = reading.tree;
  const std::uint32_t parent = tree.parent(noun);
  switch (tree[noun].deprel) {
    case Deprel::kPobj: {
      if (!sets_in_time(tree, parent)) return false;
      const auto clause = clause_of(reading.clauses, tree.parent(parent));
      if (!clause) return false;
      const Modality modality = reading.clauses[*clause].modality;
      return modality == Modality::kAsserted || modality == Modality::kReported;
    }
    case Deprel::kNsubj: {
      const auto clause = clause_of(reading.clauses, parent);
      const auto& verb = tree[parent].lemma;
      return clause && is_told(tree, reading.clauses[*clause]) && !verb_is(verb, VerbClass::kSeem) &&
             !verb_is(verb, VerbClass::kRefuse) && !verb_is(verb, VerbClass::kPlan);
    }
    case Deprel::kDobj:
      // `announced his resignation`: it lies ahead
      if (const auto owner = tree.child(noun, Deprel::kPoss); owner && tree[*owner].tag == Tag::kPrpDollar)
        return false;
      [[fallthrough]];
    case Deprel::kNsubjpass: {
      const auto clause = clause_of(reading.clauses, parent);
      return clause && attests(tree, reading.clauses[*clause]);
    }
    default:
      return false;
  }
}

// `the alleged murder`, `a possible arrest`, `his planned release`: none that has happened.
bool is_open(const Tree& tree, std::uint32_t noun) {
  for (const std::uint32_t c : tree.children(noun)) {
    if (c > noun) continue;
    const std::string word = tree.lower(c);
    if (tree[c].deprel == Deprel::kDet && word != "the" && word != "a" && word != "an") return true;
    if (tree[c].deprel == Deprel::kNeg || tree[c].tag == Tag::kVbn || tree[c].tag == Tag::kVbg) return true;
    if (tree[c].deprel != Deprel::kAmod && tree[c].deprel != Deprel::kCompound) continue;
    if (is_one_of(word, {"next", "near", "mock", "fake"}) || looks_ahead(word)) return true;
    if (tree[c].deprel == Deprel::kCompound) return true;  // `a house arrest of`, `the drug release of`
  }
  return false;
}

bool is_named(const Tree& tree, const Phrase& phrase) {
  return tree[phrase.head].upos == Upos::kPropn && is_name_entity(tree[phrase.head].entity);
}

bool is_somebody(const Tree& tree, const Phrase& phrase) {
  const Token& head = tree[phrase.head];
  return head.upos == Upos::kNoun && noun_mostly_means(lower_case(head.lemma), NounKind::kPerson) &&
         tree.child(phrase.head, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod}).has_value();
}

// `his arrest on fraud charges`, `the killing of Ana on Monday`; not `the attack on Ana`
bool tells_why(const Tree& tree, std::uint32_t noun, std::uint32_t on) {
  const auto object = tree.child(on, Deprel::kPobj);
  if (!object || is_name_entity(tree[*object].entity)) return false;
  if (is_time_entity(tree[*object].entity)) return true;
  const std::string why = lower_case(tree[*object].lemma);
  return verb_is(verb_behind(lower_case(tree[noun].lemma)), VerbClass::kUndergo) &&
         (noun_means(why, NounKind::kCommunication) || noun_means(why, NounKind::kCognition));
}

struct Sufferers {
  std::vector<Phrase> who;
  std::vector<Argument> others;
};

// Empty where somebody else has a part in it.
Sufferers sufferers_of(const Tree& tree, std::uint32_t noun) {
  Sufferers found;
  for (const std::uint32_t c : tree.children(noun)) {
    if (tree[c].deprel == Deprel::kPoss && !is_time_entity(tree[c].entity)) {
      if (!found.who.empty()) return {};
      const std::string pronoun = tree.lower(c);
      const bool person = tree[c].entity == EntityLabel::kPerson || pronoun == "his" || pronoun == "her";
      for (Phrase& phrase : split_conjuncts(tree, c)) {
        std::erase_if(phrase.tokens, [&](std::uint32_t t) {
          return tree[t].deprel == Deprel::kCase && tree.parent(t) == phrase.head;
        });
        if (person) found.who.push_back(std::move(phrase));
      }
      if (!person) return {};
    }
    if (tree[c].deprel == Deprel::kAgent ||
        (tree[c].deprel == Deprel::kPrep && is_one_of(tree.lower(c), {"by", "against", "between"})) ||
        (tree[c].deprel == Deprel::kPrep && tree.lower(c) == "on" && !tells_why(tree, noun, c)))
      return {};
    if (tree[c].deprel != Deprel::kPrep) continue;
    const auto slot = prepositional_slot(tree, c);
    if (!slot || slot->argument.role == ArgumentRole::kClause) continue;
    if (slot->argument.preposition != "of" || slot->argument.role == ArgumentRole::kTime) {
      found.others.push_back(slot->argument);
      continue;
    }
    if (!found.who.empty()) return {};
    for (const Phrase& phrase : slot->conjuncts) {
      if (is_named(tree, phrase)) found.who.push_back(phrase);
      if (!is_somebody(tree, phrase)) continue;
      // `the arrest of two men in Oslo`: where it was
      PhraseShape bare;
      bare.prepositions = false;
      found.who.push_back(phrase_of(tree, phrase.head, bare));
      for (const std::uint32_t p : tree.children(phrase.head))
        if (const auto where = tree[p].deprel == Deprel::kPrep ? prepositional_slot(tree, p) : std::nullopt;
            where && is_place_entity(tree[where->argument.phrase.head].entity))
          found.others.push_back(where->argument);
    }
  }
  return found;
}

}  // namespace

// `After the death of Ana, Ida left`, `the arrest of Ana drew protests` -> Ana | died; Ana | was arrested
void lone_events(const Reading& reading, std::vector<Extraction>& found) {
  const Tree& tree = reading.tree;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (tree[t].upos != Upos::kNoun || tree[t].tag != Tag::kNn || tree[t].entity == EntityLabel::kPerson)
      continue;
    const std::string verb = verb_behind(lower_case(tree[t].lemma));
    if (!is_told_of(verb) || is_open(tree, t) || !is_fact(reading, t)) continue;
    const bool ends = verb_is(verb, VerbClass::kEnd);
    const Sufferers sufferers = sufferers_of(tree, t);
    Extraction extraction;
    extraction.sentence = tree.sentence();
    extraction.rule = "nominal_event";
    extraction.statement_only = true;
    extraction.relation_tokens = {t};
    extraction.predicate = ends ? past_of(verb) : "was " + participle_of(verb);
    take_context(reading, t, extraction);
    extraction.modality = Modality::kAsserted;
    extraction.negated = false;
    extraction.arguments = sufferers.others;
    for (const Phrase& who : sufferers.who) {
      extraction.subject = who;
      found.push_back(extraction);
    }
  }
}

}  // namespace dossier::ingest
