#include "ingest/resolve/statement_arguments.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/statement_subjects.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

bool clausal(const Argument& argument) {
  return argument.role == ArgumentRole::kClause || argument.role == ArgumentRole::kAdverbialClause ||
         argument.role == ArgumentRole::kManner || argument.role == ArgumentRole::kSetting;
}

// "died after being shot", "when the roof fell": when or why, and not what was said, sought or looked to do
bool beside_deed(const DocumentTree& tree, const Argument& argument) {
  static constexpr std::string_view kBeside[] = {"after",   "before",    "since", "while", "despite",
                                                 "without", "following", "upon",  "until"};
  if (argument.role == ArgumentRole::kAdverbialClause)
    return !argument.phrase.empty() && tree.token(argument.phrase.tokens.front()).tag != Tag::kTo;
  if (argument.role == ArgumentRole::kSetting && argument.preposition == "by")
    return true;  // `By all reports`
  // "died, with ten others injured", not "was charged with robbing it"
  const bool aside = !argument.preposition_tokens.empty() && argument.preposition_tokens.front() > 0 &&
                     tree.word(argument.preposition_tokens.front() - 1) == ",";
  if (argument.preposition == "with" && aside && argument.role != ArgumentRole::kPrepositional &&
      !argument.phrase.empty() &&
      (tree.child(argument.phrase.head, Deprel::kNsubj) != DocumentTree::kNoToken ||
       tree.child(argument.phrase.head, Deprel::kNsubjpass) != DocumentTree::kNoToken))
    return true;
  return (argument.role == ArgumentRole::kClause || argument.role == ArgumentRole::kSetting) &&
         std::find(std::begin(kBeside), std::end(kBeside), argument.preposition) != std::end(kBeside);
}

}  // namespace

bool ArgumentReader::qualifies(const Argument& argument) {
  return argument.role == ArgumentRole::kTime || argument.role == ArgumentRole::kPlace;
}

// "In the raid, ten people were arrested", "Due to the storm, the match was cancelled": what it was part of, or why.
bool ArgumentReader::is_event_before(const Extraction& extraction, const Argument& argument) const {
  const std::string& link = argument.preposition;
  if (!extraction.predicate.starts_with("was ") || argument.role != ArgumentRole::kSetting ||
      argument.phrase.empty() ||
      !(link == "in" || link == "during" || link == "due to" || link == "because of"))
    return false;
  const std::uint32_t noun = argument.phrase.head;
  const std::string lemma = to_lower(tree_->token(noun).lemma);
  const bool known = tree_->child(noun, Deprel::kDet) != DocumentTree::kNoToken ||
                     tree_->child(noun, Deprel::kPoss) != DocumentTree::kNoToken;
  return known && tree_->token(noun).upos == Upos::kNoun &&
         (noun_mostly_means(lemma, NounKind::kEvent) || noun_mostly_means(lemma, NounKind::kAct) ||
          noun_mostly_means(lemma, NounKind::kPhenomenon));
}

// "On the island of Samos, two people died": what sets the scene is where it happened, if it is a place or an event.
const Argument* ArgumentReader::scene_before(const Extraction& extraction) const {
  for (const Argument& argument : extraction.arguments) {
    if (is_event_before(extraction, argument)) return &argument;
    if (argument.role != ArgumentRole::kSetting ||
        !(argument.preposition == "in" || argument.preposition == "at" || argument.preposition == "on" ||
          argument.preposition == "near"))
      continue;
    const auto& words = argument.phrase.tokens;
    if (std::any_of(words.begin(), words.end(),
                    [&](std::uint32_t t) { return is_place_entity(tree_->token(t).entity); }))
      return &argument;
  }
  return nullptr;
}

namespace {

// "The minister stepped down", "the hotel burned down": the particle decides, where WordNet has the verb with it.
bool phrasal_verb_stands_alone(const std::string& verb, const std::string& particle) {
  const std::string phrasal = verb + "_" + particle;
  return is_verb(phrasal) ? takes_nothing(phrasal) : Facts::get().stands_alone(verb);
}

// Of a clause that is said beside another
bool is_beside(Deprel clause) {
  return clause == Deprel::kAdvcl || clause == Deprel::kRelcl || clause == Deprel::kAcl;
}

}  // namespace

bool ArgumentReader::stands_alone(const Extraction& extraction) const {
  const bool passive = extraction.predicate.starts_with("was ");
  if (extraction.relation_tokens.empty() ||
      !std::all_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& a) {
        return a.role == ArgumentRole::kManner || is_occasion(a) || a.preposition == "according to" ||
               (passive && a.role == ArgumentRole::kAdverbialClause) || qualifies(a) ||
               beside_deed(*tree_, a);
      }))
    return false;
  if (passive) return true;
  const std::uint32_t last = extraction.relation_tokens.back();
  const Token& word = tree_->token(last);
  if (word.deprel == Deprel::kPrt)  // "stepped down"; not "when she grew up"
    return last == word.head + 1 && !is_beside(tree_->token(word.head).deprel) &&
           phrasal_verb_stands_alone(tree_->token(word.head).lemma, tree_->lower(last));
  const std::string verb =
      extraction.rule == "nominal_event" ? std::string(event_verb_of(word.lemma)) : word.lemma;
  return Facts::get().stands_alone(verb) && !says_little(verb);
}

// "was sentenced to 14 years in prison": a length of time that dates nothing
const Argument* ArgumentReader::duration_of(const Extraction& extraction) const {
  for (const Argument& argument : extraction.arguments) {
    if (argument.role == ArgumentRole::kTime && !argument.preposition.empty() &&
        !qualifiers_->dates(argument) && measures(argument))
      return &argument;
  }
  return nullptr;
}

bool ArgumentReader::is_absent(const Argument* argument) const {
  if (argument == nullptr || argument->preposition.empty() || argument->phrase.empty()) return false;
  const std::uint32_t determiner = tree_->child(argument->phrase.head, Deprel::kDet);
  return determiner != DocumentTree::kNoToken && determiner < argument->phrase.head &&
         tree_->word(determiner) == "no" && argument->role != ArgumentRole::kTime;  // no `No 10`
}

// "won the primaries in Florida", but "discussed the primaries in Florida" elsewhere
std::string ArgumentReader::where(const Extraction& extraction, const Argument* object, std::string told,
                                  std::string_view node) const {
  if (told.empty() && object && object->role == ArgumentRole::kObject && !extraction.implicit &&
      !extraction.relation_tokens.empty() && node.find(" in ") == std::string_view::npos &&
      tree_->token(object->phrase.head).upos == Upos::kNoun) {
    const std::string& verb = tree_->token(extraction.relation_tokens.back()).lemma;
    if (!verb_means(verb, VerbKind::kCommunication) && !verb_means(verb, VerbKind::kCognition))
      told = qualifiers_->place_of_noun(object->phrase.head);
  }
  return node.ends_with(told) ? std::string() : told;
}

bool ArgumentReader::has_clause(const Extraction& extraction) const {
  return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& a) {
    return a.role == ArgumentRole::kClause && a.preposition != "by" && !beside_deed(*tree_, a);
  });
}

bool ArgumentReader::is_each_other(const Argument& argument) const {
  const std::uint32_t head = argument.phrase.head;
  if (argument.role != ArgumentRole::kObject || head == 0) return false;
  const std::string word = tree_->lower(head), before = tree_->lower(head - 1);
  return (word == "other" && before == "each") || (word == "another" && before == "one");
}

const Argument* ArgumentReader::measure_of(const Extraction& extraction) const {
  for (const Argument& argument : extraction.arguments) {
    if (argument.role == ArgumentRole::kManner && measures(argument)) return &argument;
  }
  return nullptr;
}

bool ArgumentReader::measures(const Argument& argument) const {
  if (tree_->token(argument.phrase.head).upos == Upos::kAdv)
    return false;  // "across the line on U.S. Route 2"
  return qualifiers_->words_of(argument.phrase).find_first_of("0123456789") != std::string::npos;
}

// The first argument that can be a node; a clause cannot.
const Argument* ArgumentReader::object_of(const Extraction& extraction) const {
  for (const Argument& argument : extraction.arguments) {
    if (beside_content(argument, extraction) || is_date(argument) || is_occasion(argument) ||
        argument.preposition == "according to")
      continue;
    if (!clausal(argument) && argument.role != ArgumentRole::kTime) return &argument;
    if (argument.role == ArgumentRole::kClause && short_clause(argument)) return &argument;
  }
  return nullptr;
}

// "Putin emphasised during the call that ...": what was said is the object, not where.
bool ArgumentReader::beside_content(const Argument& argument, const Extraction& extraction) const {
  if (argument.role != ArgumentRole::kPrepositional && argument.role != ArgumentRole::kPlace) return false;
  return !argument.preposition.empty() && argument.preposition != "to" && argument.preposition != "with" &&
         has_clause(extraction) && communicates(extraction);
}

// "announced on 4/2", where the recogniser saw no date
bool ArgumentReader::is_date(const Argument& argument) const {
  const std::string_view word = tree_->word(argument.phrase.head);
  return argument.role == ArgumentRole::kPrepositional && word.find('/') != std::string_view::npos &&
         word.front() >= '0' && word.front() <= '9';
}

// "won for the first time", "changed over time"
bool ArgumentReader::is_occasion(const Argument& argument) const {
  if (argument.role != ArgumentRole::kPrepositional || argument.phrase.empty()) return false;
  const Token& noun = tree_->token(argument.phrase.head);
  const auto children = tree_->children(argument.phrase.head);
  return noun.lemma == "time" && noun.entity == EntityLabel::kNone &&
         std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
           const Deprel deprel = tree_->token(c).deprel;
           return deprel == Deprel::kDet || deprel == Deprel::kAmod || deprel == Deprel::kPunct;
         });
}

bool ArgumentReader::short_clause(const Argument& argument) const {
  return argument.phrase.tokens.size() <= 4 && tree_->token(argument.phrase.head).upos != Upos::kVerb &&
         tree_->token(argument.phrase.head).upos != Upos::kAux;
}

// "set bail at $30,000", "rose by 15% to $107bn", "to 3.9 million", "cut the staff from 300 to 200"
bool ArgumentReader::is_amount(const Extraction& extraction, const Argument* object,
                               const Argument& argument) const {
  const EntityLabel label = tree_->token(argument.phrase.head).entity;
  const auto steps = [](std::string_view link) { return link == "to" || link == "from"; };
  const auto counts = [&](const Argument& a) {
    return measures(a) || tree_->token(a.phrase.head).tag == Tag::kCd;
  };
  if (object != nullptr && (object->preposition == "by" || steps(object->preposition)) && counts(*object) &&
      steps(argument.preposition) && counts(argument))
    return true;
  if (!noun_between(extraction, object).empty() && steps(argument.preposition) &&
      tree_->token(argument.phrase.head).tag == Tag::kCd && !extraction.relation_tokens.empty() &&
      verb_means(tree_->token(extraction.relation_tokens.back()).lemma, VerbKind::kChange))
    return tree_->token(argument.phrase.head + 1).upos != Upos::kPunct ||
           tree_->token(argument.phrase.head + 2).tag != Tag::kCd;  // "to 0 - 1%"
  if (argument.preposition == "than" || argument.preposition == "of" ||
      argument.preposition.find(' ') != std::string::npos)
    return false;
  return label == EntityLabel::kMoney || label == EntityLabel::kPercent || label == EntityLabel::kQuantity;
}

bool ArgumentReader::pays(std::uint32_t t) const {
  return tree_->token(t).entity == EntityLabel::kMoney || is_sum(*tree_, t);
}

// "gave the money to activists", "to a charity": a gift says little without who got it.
bool ArgumentReader::is_recipient(const Extraction& extraction, const Argument* object,
                                  const Argument& argument) const {
  return object != nullptr && object->role == ArgumentRole::kObject && argument.preposition == "to" &&
         !extraction.implicit && !extraction.relation_tokens.empty() &&
         tree_->token(argument.phrase.head).upos == Upos::kNoun &&
         (noun_means(to_lower(tree_->token(argument.phrase.head).lemma), NounKind::kPerson) ||
          noun_mostly_means(to_lower(tree_->token(argument.phrase.head).lemma), NounKind::kGroup)) &&
         (gives_to(tree_->token(extraction.relation_tokens.back()).lemma) ||
          provides_with(tree_->token(extraction.relation_tokens.back()).lemma));
}

// "blamed the crash on the weather": the verb asks for it, and half of it misleads. "Was sentenced in Oslo to a year": the
// same behind where it was.
bool ArgumentReader::is_bound(const Extraction& extraction, const Argument* object,
                              const Argument& argument) const {
  if (object != nullptr && extraction.rule == "passive" && !object->preposition.empty()) {
    const std::string& verb = tree_->token(extraction.relation_tokens.back()).lemma;
    if (argument.preposition == "for" && object->preposition == "to" &&
        tree_->token(object->phrase.head).entity == EntityLabel::kDate)
      return true;  // "was sentenced to a year for fraud"
    return Facts::get().binds(verb, argument.preposition) && !Facts::get().binds(verb, object->preposition);
  }
  const bool sum = object != nullptr && object->role == ArgumentRole::kObject && pays(object->phrase.head);
  if ((!sum && noun_between(extraction, object).empty()) || extraction.relation_tokens.empty() ||
      argument.preposition_tokens.empty() || argument.preposition_tokens.front() < object->phrase.head ||
      tree_->token(argument.phrase.head).upos != Upos::kNoun ||
      is_direction(tree_->lower(argument.phrase.head)))
    return false;
  const std::string& link = argument.preposition;  // "paid 5 euros for the book"
  if (sum && (link == "for" || link == "on" || link == "to" || link == "from" || link == "into" ||
              link == "towards"))
    return true;
  return Facts::get().binds(tree_->token(extraction.relation_tokens.back()).lemma, argument.preposition);
}

// "turned the toy into a hat", "threw Oslo into chaos": who did turned no toy; what came of it is told whole.
bool ArgumentReader::is_remade(const Extraction& extraction, const Argument& object) const {
  if (object.role != ArgumentRole::kObject || extraction.implicit || extraction.relation_tokens.empty() ||
      !Facts::get().mostly_binds(tree_->token(extraction.relation_tokens.back()).lemma, "into"))
    return false;
  return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& argument) {
    return argument.preposition == "into" && argument.role == ArgumentRole::kPrepositional &&
           (is_bound(extraction, &object, argument) || is_done_to(extraction, &object, argument));
  });
}

// By its own name; "Ida for president and professor Ana Roe for deputy" is not for Ana.
bool ArgumentReader::stands_named(std::uint32_t t) const {
  const Entity* entity = resolution_->entity_at(t);
  const auto children = tree_->children(t);
  return entity && entity->named &&
         resolution_->mentions[resolution_->mention_of[t]].kind == MentionKind::kName &&
         std::none_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return c < t && tree_->child(c, Deprel::kCc) != DocumentTree::kNoToken;
         });
}

std::vector<std::uint32_t> ArgumentReader::joined_places(std::uint32_t token) const {
  std::vector<std::uint32_t> places;
  for (std::uint32_t t = token; t != DocumentTree::kNoToken; t = tree_->child(t, Deprel::kConj)) {
    const Entity* place = resolution_->entity_at(t);
    if (place == nullptr || !place->named || place->type != EntityType::kPlace) return {};
    places.push_back(t);
  }
  if (places.size() < 2) places.clear();
  return places;
}

// "sentenced Ana to 16 years", "charged Oslo with fraud": what the verb binds; beside a name or a pronoun,
// which the predicate could not spell, more than that: "bought Norsk from Ida", "killed him in the raid".
bool ArgumentReader::is_done_to(const Extraction& extraction, const Argument* object,
                                const Argument& argument) const {
  if (object == nullptr || object->role != ArgumentRole::kObject || extraction.implicit ||
      argument.role != ArgumentRole::kPrepositional || extraction.predicate.find(' ') != std::string::npos)
    return false;
  const std::string& link = argument.preposition;
  if (is_first_behind_agent(extraction, argument)) return true;
  const Entity* whom = resolution_->entity_at(object->phrase.head);
  const std::string& verb = tree_->token(extraction.relation_tokens.back()).lemma;
  // "accused the mayor of fraud", "sentenced the boy to a year", "blamed the clerk for it": the half says little
  const Entity* what = argument.phrase.empty() ? nullptr : resolution_->entity_at(argument.phrase.head);
  const bool somebody =
      noun_mostly_means(to_lower(tree_->token(object->phrase.head).lemma), NounKind::kPerson);
  const bool led = link == "to" && (what == nullptr || !what->named) &&
                   object->phrase.head > extraction.relation_tokens.back() && takes_person(verb) &&
                   !gives_to(verb) && !verb_mostly_means(verb, VerbKind::kMotion) &&
                   !verb_is(verb, VerbClass::kLight);
  const bool blamed = link == "for" && verb_means(verb, VerbKind::kCommunication);
  if ((whom == nullptr || !whom->named) && noun_of_people(*tree_, *resolution_, object->phrase.head) &&
      ((link == "of" && takes_of(verb)) || (link == "with" && takes_with(verb)) ||
       (somebody && (led || blamed))))
    return !argument.phrase.empty() && argument.phrase.head > object->phrase.head;
  const bool binds =
      link == "to" || link == "of" || link == "for" || link == "into" || (link == "with" && takes_with(verb));
  if (whom == nullptr) return false;
  const bool acts = whom->type == EntityType::kPerson || whom->type == EntityType::kOrganization ||
                    (whom->country != nullptr && link == "of");
  if (whom->named && binds && acts) return !verb_is(verb, VerbClass::kGo);  // "left Norsk for Oslo"
  return leaves_out(extraction, object, argument) && !reflexive(object->phrase.head) && takes_part(link) &&
         (takes_person(verb) || takes_thing(verb)) && !verb_is(verb, VerbClass::kLight) &&
         !argument.phrase.empty() &&
         !noun_mostly_means(to_lower(tree_->token(argument.phrase.head).lemma), NounKind::kTime) &&
         !is_occasion(argument) &&
         (argument.phrase.tokens.front() != argument.phrase.head ||
          tree_->token(argument.phrase.head).tag != Tag::kNn);  // not `in order`, `on fire`
}

// "was arrested by police on suspicion of murder": what it would lead to without who did it
bool ArgumentReader::is_first_behind_agent(const Extraction& extraction, const Argument& argument) const {
  const Entity* what = argument.phrase.empty() ? nullptr : resolution_->entity_at(argument.phrase.head);
  if (extraction.rule != "passive_agent" || !takes_part(argument.preposition) ||
      (what && (what->named || !what->members.empty())) ||
      is_bound(extraction, &extraction.arguments.front(), argument))
    return false;
  const auto first =
      std::find_if(extraction.arguments.begin() + 1, extraction.arguments.end(), [&](const Argument& other) {
        return !clausal(other) && !is_occasion(other) && other.role == ArgumentRole::kPrepositional;
      });
  return first != extraction.arguments.end() && &*first == &argument;
}

bool ArgumentReader::reflexive(std::uint32_t t) const {
  const std::string word = tree_->lower(t);
  return tree_->token(t).upos == Upos::kPron && (word.ends_with("self") || word.ends_with("selves"));
}

// "offered it to the bank", "appointed Ana as envoy": without the object the rest says something else. Not where
// the verb says it without one too: "left Oslo for Bergen", "met Ana at the summit"; nor of what the subject is, or who
// does it with him: "succeeded her as mayor", "shared the Nobel Prize with Ana".
bool ArgumentReader::leaves_out(const Extraction& extraction, const Argument* object,
                                const Argument& argument) const {
  if (is_of_another(extraction, argument)) return true;
  if (object == nullptr || object->role != ArgumentRole::kObject || extraction.implicit ||
      extraction.relation_tokens.empty() || argument.preposition.empty() ||
      !noun_between(extraction, object).empty())
    return false;
  const Token& head = tree_->token(object->phrase.head);
  if (head.upos != Upos::kPropn && head.upos != Upos::kPron) return false;
  const std::string& verb = tree_->token(extraction.relation_tokens.back()).lemma;
  const Entity* other = resolution_->entity_at(argument.phrase.head);
  const bool moves = verb_is(verb, VerbClass::kGo) ||
                     (verb_mostly_means(verb, VerbKind::kMotion) && is_place_entity(head.entity));
  const bool role = argument.preposition == "as" && !verb_is(verb, VerbClass::kAssign) &&
                    !verb_means(verb, VerbKind::kCommunication) &&
                    noun_means(to_lower(tree_->token(argument.phrase.head).lemma), NounKind::kPerson);
  const bool company = argument.preposition == "with" && other != nullptr &&
                       other->type == EntityType::kPerson && !takes_with(verb) &&
                       !verb_is(verb, VerbClass::kLight);
  return !moves && !role && !company && !Facts::get().is_reciprocal(verb);
}

// "looked at the role as a chance", "thought of it as a tool": as what the one before it is taken. Who stays with the club as
// a clerk is one.
bool ArgumentReader::is_of_another(const Extraction& extraction, const Argument& argument) const {
  if (argument.preposition != "as" || argument.phrase.empty() || extraction.implicit ||
      noun_means(to_lower(tree_->token(argument.phrase.head).lemma), NounKind::kPerson))
    return false;
  return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& other) {
    const std::string& link = other.preposition;
    return (link == "with" || link == "of" || link == "at") && other.role == ArgumentRole::kPrepositional &&
           !other.phrase.empty() && other.phrase.head < argument.phrase.head &&
           other.phrase.head > extraction.relation_tokens.back();
  });
}

bool ArgumentReader::communicates(const Extraction& extraction) const {
  if (extraction.relation_tokens.empty()) return false;
  const std::string lemma = to_lower(tree_->token(extraction.relation_tokens.back()).lemma);
  const std::string_view event = event_verb_of(lemma);
  return verb_means(extraction.rule == "nominal_event" ? event : std::string_view(lemma),
                    VerbKind::kCommunication);
}

// "announced on Friday": what was announced is lost.
bool ArgumentReader::says_only_when(const Extraction& extraction) const {
  if (extraction.predicate.starts_with("was ") || !communicates(extraction)) return false;
  const std::string& verb = tree_->token(extraction.relation_tokens.back()).lemma;
  return takes_clause(verb) && !Facts::get().stands_alone(verb);
}

}  // namespace dossier::ingest
