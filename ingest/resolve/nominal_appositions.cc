#include "ingest/resolve/nominal_appositions.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/type_hints.h"

namespace dossier::ingest {
namespace {

class Appositions {
 public:
  Appositions(const DocumentTree& tree, const Resolution& resolution) : tree_(tree), out_(resolution) {}

  std::uint32_t find(const Mention& mention) const {
    const Token& token = tree_.token(mention.head);
    if (token.deprel == Deprel::kAppos) {
      const std::uint32_t owner = out_.entity_index_at(token.head);
      if (owner != kNone && !in_list(mention.head) && fits(mention, out_.entities[owner])) return owner;
    }
    if (const std::uint32_t named = subject_before(mention); named != kNone) return named;
    if (const std::uint32_t place = place_of(mention); place != kNone) return place;
    if (const std::uint32_t owner = named_beside(mention); owner != kNone) return owner;
    if (const std::uint32_t owner = person_beside_body(mention); owner != kNone) return owner;
    for (const std::uint32_t child : tree_.children(mention.head)) {
      const std::uint32_t owner = out_.entity_index_at(child);
      if (tree_.token(child).deprel == Deprel::kAppos && owner != kNone && out_.entities[owner].named &&
          (fits(mention, out_.entities[owner]) || right_behind(mention, child))) {
        return owner;
      }
    }
    return kNone;
  }

 private:
  // "Ana Roe, the mayor of Oslo, Norway, left": a second subject of the verb, between commas
  std::uint32_t subject_before(const Mention& mention) const {
    const Token& token = tree_.token(mention.head);
    std::uint32_t begin = mention.tokens.begin;
    while (begin > 0 && tree_.token(begin - 1).head == mention.head) --begin;
    if (mention.role.empty() || mention.number == 'p' || begin < 2 || tree_.word(begin - 1) != "," ||
        (token.deprel != Deprel::kNsubj && token.deprel != Deprel::kNsubjpass))
      return kNone;
    const std::uint32_t m = out_.mention_of[begin - 2];
    if (m == kNone || out_.mentions[m].kind != MentionKind::kName || out_.mentions[m].entity == kNone)
      return kNone;
    const Mention& name = out_.mentions[m];
    const Entity& entity = out_.entities[name.entity];
    bool subject = false;
    for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t)
      subject = subject || (tree_.token(t).head == token.head && tree_.token(t).deprel == token.deprel);
    return subject && entity.type == EntityType::kPerson ? name.entity : kNone;
  }

  // "Norwegian broadcaster NRK": without a comma it is what the noun says, whatever else may be one
  bool right_behind(const Mention& mention, std::uint32_t name) const {
    const std::uint32_t m = out_.mention_of[name];
    return mention.number == 's' && m != kNone && out_.mentions[m].tokens.begin == mention.head + 1;
  }

  // "a user labelled 'Anonymous'"; "M5S party", "New START treaty"; "Governor of Washington Chris Gregoire"
  std::uint32_t named_beside(const Mention& mention) const {
    for (const std::uint32_t child : tree_.children(mention.head)) {
      const Deprel deprel = tree_.token(child).deprel;
      const std::uint32_t inner =
          deprel == Deprel::kAcl ? tree_.child(child, Deprel::kOprd) : DocumentTree::kNoToken;
      if (inner != DocumentTree::kNoToken && out_.entity_at(inner) && out_.entity_at(inner)->named &&
          mention.number == 's')
        return out_.entity_index_at(inner);
      if (const std::uint32_t person = deprel == Deprel::kAcl ? identified_as(child) : kNone;
          person != kNone && mention.number == 's' && (mention.person || !mention.role.empty()))
        return person;
      if ((deprel == Deprel::kCompound || deprel == Deprel::kNmod) &&
          only_nouns_between(child, mention.head) && kind_of_name(mention, child))
        return out_.entity_index_at(child);
      if (deprel == Deprel::kPrep && !mention.role.empty()) {
        if (const std::uint32_t person = person_after_body(child); person != kNone) return person;
      }
    }
    return kNone;
  }

  // "the suspect, identified by police as Erik Dahl"
  std::uint32_t identified_as(std::uint32_t verb) const {
    const std::string_view lemma = tree_.token(verb).lemma;
    if (tree_.token(verb).tag != Tag::kVbn || (lemma != "identify" && lemma != "name") ||
        tree_.child(verb, Deprel::kAdvmod) < verb)  // "wrongly", "tentatively"
      return kNone;
    for (const std::uint32_t as : tree_.children(verb)) {
      const std::uint32_t name = tree_.token(as).deprel == Deprel::kPrep && tree_.lower(as) == "as"
                                     ? tree_.child(as, Deprel::kPobj)
                                     : DocumentTree::kNoToken;
      const Entity* entity = name == DocumentTree::kNoToken ? nullptr : out_.entity_at(name);
      if (entity && entity->named && entity->type == EntityType::kPerson &&
          tree_.child(name, Deprel::kConj) == DocumentTree::kNoToken)
        return out_.entity_index_at(name);
    }
    return kNone;
  }

  // "the Polish city of Gdańsk", "the state of Ohio"; not "a city of Poland", "the provinces of Poland"
  std::uint32_t place_of(const Mention& mention) const {
    const std::string_view kind = Facts::get().find_generic(mention.text);
    const std::uint32_t of = mention.head + 1;
    if (!mention.definite || mention.number == 'p' || mention.text == "capital" ||
        (kind != "place" && kind != "country") || of >= tree_.size() || tree_.lower(of) != "of" ||
        tree_.token(of).head != mention.head)
      return kNone;
    const std::uint32_t place = tree_.child(of, Deprel::kPobj);
    const std::uint32_t index = place == DocumentTree::kNoToken ? kNone : out_.entity_index_at(place);
    if (index == kNone || out_.mentions[out_.mention_of[place]].kind != MentionKind::kName) return kNone;
    const Entity& entity = out_.entities[index];
    return entity.named && entity.type == EntityType::kPlace && (!entity.country || kind == "country")
               ? index
               : kNone;
  }

  // "founder of Google, Sergey Brin": no person is in apposition to a company
  std::uint32_t person_beside_body(const Mention& mention) const {
    if (mention.role.empty() || mention.number == 'p') return kNone;
    const std::uint32_t preposition = tree_.child(mention.head, Deprel::kPrep);
    const std::uint32_t body =
        preposition == DocumentTree::kNoToken ? preposition : tree_.child(preposition, Deprel::kPobj);
    const std::uint32_t person = body == DocumentTree::kNoToken ? body : tree_.child(body, Deprel::kAppos);
    if (person == DocumentTree::kNoToken) return kNone;
    // "the driver of the painter Otto Mahler": the painter, right before his name
    const std::uint32_t m = out_.mention_of[body], n = out_.mention_of[person];
    if (m != kNone && n != kNone && out_.mentions[n].tokens.begin == body + 1 &&
        (out_.mentions[m].person || !out_.mentions[m].role.empty()))
      return kNone;
    const Entity* named = out_.entity_at(person);
    const Entity* other = out_.entity_at(body);
    return named && named->named && named->type == EntityType::kPerson &&
                   (!other || other->type != EntityType::kPerson)
               ? out_.entity_index_at(person)
               : kNone;
  }

  bool only_nouns_between(std::uint32_t name, std::uint32_t head) const {
    for (std::uint32_t t = name + 1; t < head; ++t) {
      if (tree_.token(t).tag != Tag::kNn) return false;
    }
    return name < head;
  }

  bool kind_of_name(const Mention& mention, std::uint32_t name) const {
    const Entity* entity = out_.entity_at(name);
    const std::string_view kind = Facts::get().find_generic(mention.text);
    // "the Tsuen Wan district"; the Everest region is not Everest, nor a Texas county Texas
    if (entity && entity->named && entity->type == EntityType::kPlace && mention.definite &&
        name + 1 == mention.head && type_of_noun(mention.text) == EntityType::kPlace &&
        (!Facts::get().find_place(entity->name) || Facts::get().is_region(entity->name)) &&
        !Facts::get().is_city(entity->name) && !entity->country)
      return true;
    if (!entity || !entity->named || kind.empty() || mention.number == 'p' || entity->country) return false;
    if (kind == "law")
      return entity->type == EntityType::kLaw || entity->type == EntityType::kConcept ||
             entity->type == EntityType::kEvent || entity->type == EntityType::kProduct;
    if (name + 1 < mention.head && is_part_of_body(mention)) return false;
    if (kind == "organization")  // not "the Montreal team", whatever the recogniser takes Montreal for
      return (entity->type == EntityType::kOrganization && !Facts::get().find_place(entity->name) &&
              !Facts::get().find_capital(entity->name)) ||
             entity->type == EntityType::kConcept;
    if (kind == "place") return entity->type == EntityType::kPlace || entity->type == EntityType::kConcept;
    return kind == "event" && (entity->type == EntityType::kEvent || entity->type == EntityType::kConcept);
  }

  // "the UN refugee agency", "the Taliban interior ministry": bodies of another body; the Xinhua news agency is Xinhua
  bool is_part_of_body(const Mention& mention) const {
    return is_kind_of(mention.text, {"agency", "department", "ministry", "court"}, 1) &&
           !is_noun(tree_.lower(mention.head - 1) + "_" + mention.text);
  }

  // The parser takes the person for the end of the body's name.
  std::uint32_t person_after_body(std::uint32_t preposition) const {
    std::uint32_t object = tree_.child(preposition, Deprel::kPobj);
    if (object == DocumentTree::kNoToken || out_.mention_of[object] == kNone) return kNone;
    const Mention& last = out_.mentions[out_.mention_of[object]];
    if (last.kind != MentionKind::kName || last.entity == kNone ||
        out_.entities[last.entity].type != EntityType::kPerson)
      return kNone;
    if (last.tokens.begin <= preposition + 1) return kNone;
    // "an aide of Senator Ida Ek": what stands before the name is hers, and no body
    const std::uint32_t before = last.tokens.begin - 1;
    const auto noun = Facts::get().find_noun(tree_.lower(before));
    const bool title = Facts::get().find_title(tree_.word(before)) || (noun && noun->person);
    return tree_.token(before).upos == Upos::kPropn && !title ? last.entity : kNone;
  }

  // "the museum, the community and the state": side by side, not one the other
  bool in_list(std::uint32_t appositive) const {
    const auto siblings = tree_.children(tree_.token(appositive).head);
    const auto appositives = std::count_if(siblings.begin(), siblings.end(), [&](std::uint32_t c) {
      return tree_.token(c).deprel == Deprel::kAppos &&
             tree_.token(c).upos != Upos::kNum;  // "Roe, 42, a pilot"
    });
    const std::uint32_t other = tree_.child(appositive, Deprel::kConj);
    if (appositives == 1 && other != DocumentTree::kNoToken && role_at(appositive) && role_at(other))
      return false;
    return appositives > 1 || tree_.child(appositive, Deprel::kCc) != DocumentTree::kNoToken ||
           other != DocumentTree::kNoToken;
  }
  // "Roe, the founder and director of Norsk": both are his
  bool role_at(std::uint32_t t) const {
    const std::uint32_t m = out_.mention_of[t];
    return m != kNone && out_.mentions[m].kind == MentionKind::kNominal && !out_.mentions[m].role.empty() &&
           out_.mentions[m].number == 's';
  }

  // "fined Holt, a decision that Ana criticised", "a loan for Oslo, a plan that Ana opposes": what is told of before it
  bool sums_up(const Mention& mention, const Entity& entity) const {
    if (tree_.child(mention.head, Deprel::kRelcl) == DocumentTree::kNoToken &&
        tree_.child(mention.head, Deprel::kAcl) == DocumentTree::kNoToken)
      return false;
    if (entity.type != EntityType::kPerson && entity.type != EntityType::kPlace &&
        entity.type != EntityType::kOrganization)
      return false;
    const std::string_view type = Facts::get().type_of_noun(mention.text);
    if (!type.empty() && type != "Event" && type != "Concept") return false;
    return noun_mostly_means(mention.text, NounKind::kAct) ||
           noun_mostly_means(mention.text, NounKind::kEvent) ||
           noun_mostly_means(mention.text, NounKind::kCognition) ||
           noun_mostly_means(mention.text, NounKind::kCommunication);
  }

  bool fits(const Mention& mention, const Entity& entity) const {
    const bool person = mention.person || !mention.role.empty();
    if (mention.number == 'p' || (!person && sums_up(mention, entity))) return false;
    return entity.type == EntityType::kPerson ? person : !mention.person;
  }

  const DocumentTree& tree_;
  const Resolution& out_;
};

}  // namespace

std::uint32_t find_apposition(const DocumentTree& tree, const Resolution& resolution,
                              const Mention& mention) {
  return Appositions(tree, resolution).find(mention);
}

std::uint32_t find_one_of_its_kind(const DocumentTree& tree, const Resolution& resolution,
                                   const Mention& mention) {
  if (mention.definite || mention.number != 's' || mention.person) return kNone;
  for (const std::uint32_t child : tree.children(mention.head)) {
    const std::uint32_t m = tree.token(child).deprel == Deprel::kAppos ? resolution.mention_of[child] : kNone;
    if (m == kNone || resolution.mentions[m].kind != MentionKind::kNominal) continue;
    const auto below = tree.children(child);
    const bool alone = std::all_of(below.begin(), below.end(), [&](std::uint32_t t) {
      return tree.token(t).deprel == Deprel::kPunct || tree.lower(t) == "the";
    });
    if (alone && resolution.mentions[m].text != mention.text &&
        is_kind_of(resolution.mentions[m].text, {mention.text}))
      return m;
  }
  return kNone;
}

}  // namespace dossier::ingest
