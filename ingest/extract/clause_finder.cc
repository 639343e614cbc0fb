// Predicates are found by tag and label: a verb that is no auxiliary and no modifier of a noun. An open
// complement whose subject is that of its governor joins the governor's chain, so `agreed to stop buying oil`
// is one clause of three verbs; `willing to continue` joins through its adjective. What is left hangs below
// its governor as a clause of its own. ClausIE (Del Corro and Gemulla, WWW 2013) finds clauses the same way
// but keeps every complement apart.
#include "ingest/extract/clause_finder.h"

#include <algorithm>

#include "ingest/extract/clause_subjects.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"

namespace dossier::ingest {
namespace {

bool has_subject(const Tree& tree, std::uint32_t token) {
  return tree.child(token, {Deprel::kNsubj, Deprel::kNsubjpass, Deprel::kCsubj, Deprel::kCsubjpass})
      .has_value();
}

// `rose following the landslide`: what was a participle once is a preposition where no comma sets it off.
bool stands_for_preposition(const Tree& tree, std::uint32_t token) {
  // `as compared to`, `as opposed to`
  if (token > tree.range().begin && tree.lower(token - 1) == "as" &&
      (tree.lower(token) == "compared" || tree.lower(token) == "opposed"))
    return true;
  if (tree.lower(token) == "owing" && token + 1 < tree.range().end && tree.lower(token + 1) == "to")
    return true;
  // `lead the nation starting in January 2021`
  if (tree[token].tag == Tag::kVbg && (tree[token].lemma == "start" || tree[token].lemma == "begin") &&
      (tree.is(token, {Deprel::kAdvcl, Deprel::kXcomp}) ||
       (tree[token].deprel == Deprel::kAcl && is_person(tree, tree.parent(token)))) &&
      token + 2 < tree.range().end && tree[token + 1].deprel == Deprel::kPrep &&
      is_time_entity(tree[token + 2].entity) &&
      !tree.child(token, {Deprel::kDobj, Deprel::kXcomp, Deprel::kAux, Deprel::kNsubj}))
    return true;
  if (tree[token].tag != Tag::kVbg || token == tree.range().begin || tree[token - 1].upos == Upos::kPunct ||
      !tree.is(token, {Deprel::kAdvcl, Deprel::kAcl, Deprel::kPrep}))
    return false;
  static constexpr std::string_view kWords[] = {"following", "regarding", "concerning", "including",
                                                "excluding", "pending",   "according"};
  return std::find(std::begin(kWords), std::end(kWords), tree.lower(token)) != std::end(kWords) &&
         !tree.child(token, {Deprel::kAux, Deprel::kNsubj});
}

bool is_predicate(const Tree& tree, std::uint32_t token) {
  const Token& t = tree[token];
  if (!is_verb_tag(t.tag)) return false;
  if (stands_for_preposition(tree, token)) return false;
  if (tree.lower(token) == "aged" && token + 1 < tree.range().end && tree[token + 1].tag == Tag::kCd)
    return false;  // rules/ages.cc
  switch (t.deprel) {
    case Deprel::kAux:
    case Deprel::kAuxpass:
    case Deprel::kCompound:
    case Deprel::kPrep:
    case Deprel::kCase:
    case Deprel::kMark:
    case Deprel::kPunct:
    case Deprel::kDet:
    case Deprel::kQuantmod:
    case Deprel::kNummod:
    case Deprel::kCc:
    case Deprel::kAgent:
    case Deprel::kPrt:
      return false;
    case Deprel::kAmod:
    case Deprel::kNmod:
    case Deprel::kNpadvmod:
    case Deprel::kAdvmod:
      return has_subject(tree, token);
    case Deprel::kPobj:
    case Deprel::kDobj:
    case Deprel::kNsubj:
    case Deprel::kNsubjpass:
    case Deprel::kPoss:
    case Deprel::kAttr:
      return false;
    case Deprel::kConj:
      return is_verb_tag(tree[tree.parent(token)].tag) || has_subject(tree, token);
    default:
      return true;
  }
}

}  // namespace

// `crowded onto the square to witness it`: an infinitive behind a phrase, of a verb that takes none; `used a
// map to find it`: behind an object that does not do it.
bool is_purpose(const Tree& tree, std::uint32_t complement) {
  const std::uint32_t verb = tree.parent(complement);
  if (!is_verb_tag(tree[verb].tag) || tree[complement].tag != Tag::kVb) return false;
  const auto children = tree.children(verb);
  const bool marked = std::any_of(tree.children(complement).begin(), tree.children(complement).end(),
                                  [&](std::uint32_t c) { return tree[c].tag == Tag::kTo; });
  if (const auto object = tree.child(verb, {Deprel::kDobj, Deprel::kDative});
      object && marked && *object > verb && *object < complement && tree[*object].upos != Upos::kAdp &&
      !has_subject(tree, complement))
    return !object_does(tree, *object, complement);
  if (takes_infinitive(tree[verb].lemma)) return false;
  // `a deal it brokered to end the war`
  if (tree[verb].deprel == Deprel::kRelcl && marked && has_subject(tree, verb))
    return std::none_of(children.begin(), children.end(),
                        [&](std::uint32_t c) { return tree[c].tag == Tag::kWrb; });
  // `voted on Tuesday to elect her`, `voted 52 to 48 to elect her`: a day or a count between the two is no place
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const auto noun = tree.child(c, Deprel::kPobj);
    return c > verb && c < complement && tree[c].deprel == Deprel::kPrep &&
           !(noun && (is_time_entity(tree[*noun].entity) || tree[*noun].tag == Tag::kCd));
  });
}

namespace {

// The open complement that continues the chain from this verb or adjective, if its subject is the chain's.
std::optional<std::uint32_t> next_in_chain(const Tree& tree, std::uint32_t last) {
  std::optional<std::uint32_t> complement;
  for (const std::uint32_t c : tree.children(last)) {
    // `has until May to leave` need not
    if (tree[last].lemma == "have" && tree[c].deprel == Deprel::kPrep && c == last + 1) return std::nullopt;
    // `which he began testing`: the pronoun is the last verb's object
    const bool relative = c < last && (tree[c].tag == Tag::kWdt || tree[c].tag == Tag::kWp);
    if (tree.is(c, {Deprel::kDobj, Deprel::kDative, Deprel::kAttr}) && tree[c].upos != Upos::kAdp &&
        !relative)
      return std::nullopt;
    if (tree[c].deprel == Deprel::kXcomp && is_verb_tag(tree[c].tag) && !has_subject(tree, c) && c > last &&
        !tree.child(c, Deprel::kMark) && !is_purpose(tree, c))
      complement = complement ? complement : c;
    // `was found guilty of it`, `pleaded guilty to it`
    if (tree[c].deprel == Deprel::kOprd && c == last + 1 && tree[c].upos == Upos::kAdj &&
        tree.child(c, Deprel::kPrep) && !tree.child(last, Deprel::kAgent))
      complement = c;
    // `seems able to treat it`
    if (tree[c].deprel == Deprel::kOprd && c == last + 1 && tree[c].upos == Upos::kAdj &&
        tree.child(c, Deprel::kXcomp) && verb_is(tree[last].lemma, VerbClass::kSeem))
      complement = c;
    if (tree[c].deprel == Deprel::kAcomp && (tree.child(c, Deprel::kXcomp) || tree.child(c, Deprel::kPrep)))
      complement = c;
  }
  return complement;
}

std::vector<std::uint32_t> chain_from(const Tree& tree, std::uint32_t verb) {
  std::vector<std::uint32_t> chain = {verb};
  while (const auto next = next_in_chain(tree, chain.back())) chain.push_back(*next);
  return chain;
}

ClauseKind kind_of(const Tree& tree, std::uint32_t verb) {
  switch (tree[verb].deprel) {
    case Deprel::kConj:
      return ClauseKind::kConjunct;
    case Deprel::kCcomp:
    case Deprel::kCsubj:
    case Deprel::kCsubjpass:
      return ClauseKind::kComplement;
    case Deprel::kXcomp:
      return ClauseKind::kOpen;
    case Deprel::kRelcl:
      return ClauseKind::kRelative;
    case Deprel::kAcl:
      return ClauseKind::kParticipial;
    case Deprel::kAdvcl:
      return ClauseKind::kAdverbial;
    case Deprel::kPcomp:
      return ClauseKind::kGerund;
    default:
      return ClauseKind::kMain;
  }
}

bool is_single_adverb(const Tree& tree, std::uint32_t token) {
  return tree[token].deprel == Deprel::kAdvmod && tree.children(token).empty() &&
         tree[token].tag != Tag::kWrb;
}

}  // namespace

// `looks forward to`: an adverb that WordNet knows as part of the verb; `moved ahead with it`, which went nowhere
bool is_particle_adverb(const Tree& tree, std::uint32_t verb, std::uint32_t adverb) {
  const std::string word = tree.lower(adverb);
  const bool onward = (word == "forward" || word == "ahead") && tree.lower(adverb + 1) == "with" &&
                      verb_mostly_means(tree[verb].lemma, VerbKind::kMotion);
  if (tree[adverb].deprel != Deprel::kAdvmod || adverb < verb || !tree.children(adverb).empty() ||
      (!is_verb(tree[verb].lemma + "_" + word) && !onward))
    return false;
  if (adverb == verb + 1) return true;
  // `held him down`: right behind the object
  const auto object = tree.child(verb, Deprel::kDobj);
  return object && *object > verb && tree.leftmost(*object) == verb + 1 &&
         tree.rightmost(*object) + 1 == adverb;
}

namespace {

std::vector<std::uint32_t> relation_of(const Tree& tree, const std::vector<std::uint32_t>& chain) {
  std::vector<std::uint32_t> relation = chain;
  const std::uint32_t last = chain.back();
  for (const std::uint32_t link : chain)
    for (const std::uint32_t c : tree.children(link)) {
      if (tree.is(c, {Deprel::kAux, Deprel::kAuxpass, Deprel::kPrt}) || tree[c].tag == Tag::kHyph ||
          tree[c].tag == Tag::kAfx || (tree[c].deprel == Deprel::kNeg && tree[c].upos != Upos::kDet))
        relation.push_back(c);
      else if (is_particle_adverb(tree, link, c))
        relation.push_back(c);
      else if (is_single_adverb(tree, c) && c < last &&
               (c > chain.front() || c + 1 == chain.front() ||
                tree.is(c + 1, {Deprel::kAux, Deprel::kAuxpass, Deprel::kNeg, Deprel::kAdvmod})))
        relation.push_back(c);
    }
  std::sort(relation.begin(), relation.end());
  // An auxiliary of an inverted question or a quoted opening adverb may lie far before the verb; it is kept
  // all the same.
  relation.erase(std::unique(relation.begin(), relation.end()), relation.end());
  return relation;
}

// `groups faced off`: a verb that needs nobody to do it to somebody
bool may_stand_alone(const Tree& tree, std::uint32_t verb) {
  const auto particle = tree.child(verb, Deprel::kPrt);
  return takes_nothing(tree[verb].lemma + (particle ? "_" + tree.lower(*particle) : std::string()));
}

bool joined_to_passive(const Tree& tree, std::uint32_t verb) {
  while (!tree.is_root(verb) && (tree[verb].deprel == Deprel::kConj ||
                                 (tree[verb].deprel == Deprel::kAdvcl &&
                                  !tree.child(verb, {Deprel::kMark, Deprel::kAux, Deprel::kDobj})))) {
    verb = tree.parent(verb);
    if (tree.child(verb, Deprel::kAuxpass)) return true;
    if (tree.child(verb, {Deprel::kNsubj, Deprel::kAux})) return false;
  }
  return false;
}

bool is_passive(const Tree& tree, std::uint32_t verb, ClauseKind kind, bool last_of_chain) {
  if (tree.child(verb, Deprel::kAuxpass) || tree.child(verb, Deprel::kNsubjpass)) return true;
  // `homes were raided and computers seized`: its past tense looks the same
  if (kind == ClauseKind::kConjunct && tree[verb].tag == Tag::kVbd && tree.child(verb, Deprel::kNsubj) &&
      tree.child(tree.parent(verb), Deprel::kAuxpass) && !tree.child(verb, {Deprel::kDobj, Deprel::kAux}) &&
      tree.lower(verb) == participle_of(tree[verb].lemma) && !takes_nothing(tree[verb].lemma))
    return true;
  // `was elected and admitted to the Academy`
  if (kind == ClauseKind::kConjunct && tree[verb].tag == Tag::kVbd &&
      tree.child(tree.parent(verb), Deprel::kAuxpass) &&
      !tree.child(verb, {Deprel::kNsubj, Deprel::kDobj, Deprel::kAux, Deprel::kXcomp, Deprel::kCcomp,
                         Deprel::kPrt}) &&
      tree.lower(verb) == participle_of(tree[verb].lemma) && takes_person(tree[verb].lemma) &&
      !may_stand_alone(tree, verb))
    return true;
  if (tree[verb].tag != Tag::kVbn || tree.child(verb, Deprel::kAux)) return false;
  // `was old and born in Oslo`
  if (kind == ClauseKind::kConjunct && tree[tree.parent(verb)].lemma == "be" &&
      !tree.child(verb, Deprel::kDobj))
    return true;
  // `balls coloured blue`, `a man named John`
  if (kind == ClauseKind::kParticipial && !tree.child(verb, Deprel::kNsubj)) return true;
  // `12 were killed and 30 injured`
  if (kind == ClauseKind::kConjunct && tree.child(tree.parent(verb), Deprel::kAuxpass) &&
      !tree.child(verb, Deprel::kDobj) && !(tree.child(verb, Deprel::kNsubj) && may_stand_alone(tree, verb)))
    return true;
  // `was written in prison, smuggled out and published in Paris`
  if (kind == ClauseKind::kConjunct && joined_to_passive(tree, verb) &&
      !tree.child(verb, {Deprel::kDobj, Deprel::kNsubj}))
    return true;
  if (tree.child(verb, Deprel::kAgent) && !tree.child(verb, Deprel::kDobj)) return true;
  // `died, with ten others injured`
  if (kind == ClauseKind::kGerund && tree.child(verb, Deprel::kNsubj) && !tree.child(verb, Deprel::kDobj) &&
      tree.lower(tree.parent(verb)) == "with" &&
      (takes_person(tree[verb].lemma) || takes_thing(tree[verb].lemma)))
    return true;
  return last_of_chain &&
         (kind == ClauseKind::kParticipial || kind == ClauseKind::kAdverbial || kind == ClauseKind::kOpen ||
          kind == ClauseKind::kRelative) &&
         !tree.child(verb, {Deprel::kNsubj, Deprel::kDobj});
}

bool is_copula(const Tree& tree, std::uint32_t verb) {
  return tree[verb].lemma == "be" && tree.child(verb, {Deprel::kAttr, Deprel::kAcomp}).has_value();
}

// `took place`, `took part`: WordNet knows verb and bare noun as one verb.
void absorb_idiom(const Tree& tree, Clause& clause) {
  for (auto slot = clause.slots.begin(); slot != clause.slots.end(); ++slot) {
    const std::uint32_t noun = slot->argument.phrase.head;
    if (slot->argument.role != ArgumentRole::kObject || slot->argument.phrase.tokens.size() != 1 ||
        noun < clause.predicate())
      continue;
    if (tree[noun].upos != Upos::kNoun || !is_verb(tree[clause.predicate()].lemma + "_" + tree.lower(noun)))
      continue;
    clause.idiom = {noun};
    clause.relation.push_back(noun);
    clause.slots.erase(slot);
    return;
  }
}

// `known by its acronym`, `by its initials WHO`, `by the nickname Ana`: nobody is a short name.
bool is_name_for(const Tree& tree, std::uint32_t noun) {
  const std::uint32_t before = noun - 1;
  const bool called = noun > tree.range().begin && tree[before].upos == Upos::kNoun &&
                      (tree.is(noun, {Deprel::kAppos}) ? tree.parent(noun) : before) == before &&
                      (tree.is(noun, {Deprel::kAppos}) || tree.parent(before) == noun);
  const Token& word = tree[called ? before : noun];
  return word.upos == Upos::kNoun &&
         is_kind_of(common_lemma(word), {"acronym", "abbreviation", "initial", "nickname"});
}

// `was taken by ambulance`, `announced by letter`: a thing without an article is how, not who.
bool is_means(const Tree& tree, std::uint32_t noun) {
  if (is_name_for(tree, noun)) return true;
  const std::string lemma = lower_case(tree[noun].lemma);
  return tree[noun].tag == Tag::kNn && tree[noun].entity == EntityLabel::kNone &&
         std::all_of(tree.children(noun).begin(), tree.children(noun).end(),
                     [&](std::uint32_t c) {
                       return tree.is(c, {Deprel::kCc, Deprel::kConj, Deprel::kPunct});
                     }) &&
         (noun_mostly_means(lemma, NounKind::kArtifact) ||
          noun_mostly_means(lemma, NounKind::kCommunication));
}

void link(const Tree& tree, std::vector<Clause>& clauses) {
  for (Clause& clause : clauses)
    for (std::uint32_t t = clause.verb; !tree.is_root(t);) {
      t = tree.parent(t);
      if (const auto found = clause_of(clauses, t)) {
        clause.governor = found;
        break;
      }
    }
}

// `agreed to buy and sell`: the second verb repeats what the first one hangs on; a conjunct without an
// auxiliary of its own repeats the first one's when both have the same form.
void inherit_prefix(const Tree& tree, std::vector<Clause>& clauses) {
  for (Clause& clause : clauses) {
    if (clause.kind != ClauseKind::kConjunct || !clause.governor || has_subject(tree, clause.verb)) continue;
    const Clause& first = clauses[*clause.governor];
    const std::uint32_t twin = tree.parent(clause.verb);
    const auto place = std::find(first.chain.begin(), first.chain.end(), twin);
    if (place == first.chain.end() || tree[clause.verb].tag != tree[twin].tag) continue;
    std::vector<std::uint32_t> prefix;
    const bool own = tree.child(clause.verb, {Deprel::kAux, Deprel::kAuxpass}).has_value();
    for (const std::uint32_t t : first.relation)
      if (t < twin && !(own && tree.parent(t) == twin) && tree[t].deprel != Deprel::kAdvmod)
        prefix.push_back(t);
    if (!own && tree.child(twin, Deprel::kAuxpass)) clause.passive = true;
    clause.chain.insert(clause.chain.begin(), first.chain.begin(), place);
    clause.relation.insert(clause.relation.begin(), prefix.begin(), prefix.end());
  }
}

// `survived by two sons and by her brother`: they all did it.
void join_agents(const Tree& tree, Clause& clause) {
  std::erase_if(clause.slots, [&](const Slot& more) {
    const std::uint32_t by = more.anchor, first = clause.agent->anchor;
    const bool joined = more.argument.preposition == "by" &&
                        more.argument.role == ArgumentRole::kPrepositional && tree.range().contains(by) &&
                        by > first &&
                        ((tree[by].deprel == Deprel::kConj && tree.parent(by) == first) ||
                         (tree[by].deprel == Deprel::kAgent && tree[by - 1].deprel == Deprel::kCc)) &&
                        !is_means(tree, more.argument.phrase.head);
    if (joined)
      clause.agent->conjuncts.insert(clause.agent->conjuncts.end(), more.conjuncts.begin(),
                                     more.conjuncts.end());
    return joined;
  });
}

}  // namespace

std::optional<std::size_t> clause_of(const std::vector<Clause>& clauses, std::uint32_t token) {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const auto& chain = clauses[i].chain;
    const auto own = std::find(chain.begin(), chain.end(), clauses[i].verb);
    if (std::find(own, chain.end(), token) != chain.end()) return i;
  }
  return std::nullopt;
}

std::vector<Clause> find_clauses(const Tree& tree) {
  std::vector<Clause> clauses;
  std::vector<bool> taken(tree.range().size(), false);
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    if (taken[t - tree.range().begin] || !is_predicate(tree, t)) continue;
    // The head of a chain comes before its links, except in an inverted sentence, where the link waits its
    // turn.
    if (tree[t].deprel == Deprel::kXcomp && next_in_chain(tree, tree.parent(t)) == t) {
      const std::uint32_t head = tree.parent(t);
      if (is_predicate(tree, head) || tree[head].deprel == Deprel::kAcomp) continue;
    }
    Clause clause;
    clause.verb = t;
    clause.kind = kind_of(tree, t);
    clause.chain = chain_from(tree, t);
    for (const std::uint32_t link : clause.chain) taken[link - tree.range().begin] = true;
    clause.relation = relation_of(tree, clause.chain);
    clause.passive = is_passive(tree, clause.predicate(), clause.kind, true);
    clause.copula = is_copula(tree, clause.predicate());
    clauses.push_back(std::move(clause));
  }
  link(tree, clauses);
  inherit_prefix(tree, clauses);
  for (Clause& clause : clauses) {
    clause.slots = find_slots(tree, clause);
    absorb_idiom(tree, clause);
  }
  for (Clause& clause : clauses) {
    const auto agent = std::find_if(clause.slots.begin(), clause.slots.end(), [&](const Slot& s) {
      return clause.passive && s.argument.preposition == "by" &&
             s.argument.role == ArgumentRole::kPrepositional && s.anchor >= tree.range().begin &&
             tree[s.anchor].deprel == Deprel::kAgent && !is_means(tree, s.argument.phrase.head);
    });
    if (agent == clause.slots.end()) continue;
    clause.agent = *agent;
    clause.slots.erase(agent);
    join_agents(tree, clause);
  }
  fill_subjects(tree, clauses);
  for (Clause& clause : clauses) lift_subject_date(tree, clause);
  fill_modality(tree, clauses);
  fill_attribution(tree, clauses);
  return clauses;
}

}  // namespace dossier::ingest
