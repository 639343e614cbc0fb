#include "ingest/resolve/record_entities.h"

#include <algorithm>
#include <cctype>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/restrictions.h"
#include "ingest/resolve/syntax.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

constexpr std::ptrdiff_t kMaxWords = 8;

bool finite(const Token& token) {
  return token.tag == Tag::kVbd || token.tag == Tag::kVbz || token.tag == Tag::kVbp || token.tag == Tag::kMd;
}

bool measures(EntityLabel label) { return label >= EntityLabel::kDate && label <= EntityLabel::kCardinal; }

}  // namespace

std::uint32_t RecordEntities::add(const std::string& type, const std::string& name) {
  const auto [at, fresh] =
      by_name_.try_emplace({type, name_key(name)}, static_cast<std::uint32_t>(record_.entities.size()));
  if (fresh) record_.entities.push_back({.name = name, .type = type});
  // "Protesters", which began a sentence, are protesters
  std::string& known = record_.entities[at->second].name;
  if (type == "Concept" && is_capitalised(known) && !is_capitalised(name) && !name.empty() &&
      std::string_view(known).substr(1) == std::string_view(name).substr(1))
    known = name;
  return at->second;
}

std::uint32_t RecordEntities::of_cluster(std::uint32_t index) {
  const auto known = by_cluster_.find(index);
  if (known != by_cluster_.end()) return known->second;
  const Entity& entity = resolution_.entities[index];
  const std::uint32_t made = add(std::string(name_of(entity.type)), entity.name);
  graph::EntityRecord& out = record_.entities[made];
  for (const std::string& alias : entity.aliases) {
    if (std::find(out.aliases.begin(), out.aliases.end(), alias) == out.aliases.end())
      out.aliases.push_back(alias);
  }
  out.mentions += static_cast<std::uint32_t>(entity.mentions.size());
  if (entity.country) out.properties.emplace_back("code", graph::Value(entity.country->code));
  by_cluster_.emplace(index, made);
  return made;
}

void RecordEntities::add_named() {
  for (std::uint32_t e = 0; e < resolution_.entities.size(); ++e) {
    if (resolution_.entities[e].named && has_letter_or_digit(resolution_.entities[e].name)) of_cluster(e);
  }
}

std::uint32_t RecordEntities::value(const std::string& name, const std::string& iso) {
  const std::uint32_t made = add("Value", name);
  auto& properties = record_.entities[made].properties;
  if (!properties.empty()) return made;
  if (!iso.empty()) {
    properties.emplace_back("date", graph::Value(iso));
  } else if (const auto normal = find_value(name)) {
    properties.emplace_back("amount", graph::Value(normal->amount));
    if (!normal->unit.empty())
      properties.emplace_back(normal->money ? "currency" : "unit", graph::Value(normal->unit));
  }
  return made;
}

bool RecordEntities::is_value(const Phrase& phrase) const {
  const Token& head = tree_.token(phrase.head);
  const std::string_view word = tree_.word(phrase.head);
  const bool counts = head.tag == Tag::kCd &&
                      std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c); });
  if (head.tag == Tag::kCd && head.entity == EntityLabel::kCardinal && is_part(phrase.head))
    return false;  // "one of the banks"
  return measures(head.entity) || counts || is_sum(tree_, phrase.head) ||
         (head.tag == Tag::kCd && find_value(word));
}

// "rose by a third", "by a quarter": a share, and no third one
bool RecordEntities::is_share(std::uint32_t head) const {
  const Token& token = tree_.token(head);
  const std::uint32_t article = tree_.child(head, Deprel::kDet);
  return token.deprel == Deprel::kPobj && tree_.lower(token.head) == "by" && token.tag == Tag::kNn &&
         (token.entity == EntityLabel::kOrdinal || token.entity == EntityLabel::kCardinal ||
          token.lemma == "quarter") &&
         article == token.head + 1 && article + 1 == head && tree_.lower(article) == "a" &&
         tree_.child(head, Deprel::kPrep) == DocumentTree::kNoToken;
}

std::vector<std::uint32_t> RecordEntities::of(const Phrase& phrase) {
  if (phrase.empty()) return {};
  if (is_share(phrase.head)) return {value("a " + tree_.lower(phrase.head), {})};
  if (const auto whom = pronoun_within(phrase);
      whom != phrase.tokens.end() && *whom != phrase.head && tree_.token(*whom).tag != Tag::kPrp)
    return part_of(phrase, *whom);
  const std::uint32_t mention = resolution_.mention_of[phrase.head];
  if (mention == kNone) return by_words(phrase);
  const std::uint32_t index = resolution_.mentions[mention].entity;
  if (index == kNone) return {};
  const Entity& entity = resolution_.entities[index];
  if (entity.members.empty() && !has_letter_or_digit(entity.name)) return {};  // "=", "--"
  if (is_imagined(phrase.head)) {
    std::vector<std::uint32_t> words = phrase.tokens;
    std::erase_if(words, [&](std::uint32_t t) { return t > phrase.head; });
    return {add("Concept", clean_name(tree_.text_of(words)))};
  }
  if (entity.members.empty()) return with_coordinated(phrase.head, index);
  std::vector<std::uint32_t> members;
  for (const std::uint32_t member : entity.members) members.push_back(of_cluster(member));
  return members;
}

// "wants a more federal European Union": one that is not, or not yet; a tired Ana is Ana
bool RecordEntities::is_imagined(std::uint32_t head) const {
  const Entity* entity = resolution_.entity_at(head);
  const std::uint32_t article = tree_.child(head, Deprel::kDet), which = tree_.child(head, Deprel::kAmod);
  return entity && entity->named &&
         resolution_.mentions[resolution_.mention_of[head]].kind == MentionKind::kName && article < which &&
         which < head && (entity->type == EntityType::kPlace || entity->type == EntityType::kOrganization) &&
         (tree_.lower(article) == "a" || tree_.lower(article) == "an") &&
         tree_.token(which).entity == EntityLabel::kNone && !is_capitalised(tree_.word(which));
}

// "with US President Trump and Russian President Putin": the parser may hang the first name on the second.
std::vector<std::uint32_t> RecordEntities::with_coordinated(std::uint32_t head, std::uint32_t index) {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t child : tree_.children(head)) {
    const Deprel deprel = tree_.token(child).deprel;
    const std::uint32_t other = resolution_.entity_index_at(child);
    const bool beside = child < head && (deprel == Deprel::kNmod || deprel == Deprel::kCompound) &&
                        other != kNone && other != index &&
                        tree_.child(child, Deprel::kCc) != DocumentTree::kNoToken;
    if (beside && resolution_.entities[other].named && resolution_.entities[index].named &&
        resolution_.entities[other].type == EntityType::kPerson &&
        resolution_.entities[index].type == EntityType::kPerson) {
      all.push_back(of_cluster(other));
    }
  }
  all.push_back(of_cluster(index));
  return all;
}

// "the Lombardy region" is Lombardy
bool RecordEntities::named_by_compound(std::uint32_t head) const {
  const Entity* entity = resolution_.entity_at(head);
  const auto children = tree_.children(head);
  return entity && entity->named && std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
           const Deprel deprel = tree_.token(child).deprel;
           return (deprel == Deprel::kCompound || deprel == Deprel::kNmod) &&
                  resolution_.entity_at(child) == entity;
         });
}

std::vector<std::uint32_t> RecordEntities::described_by(const Phrase& phrase) {
  if (phrase.empty()) return {};
  const std::uint32_t mention = resolution_.mention_of[phrase.head];
  if (mention != kNone && resolution_.mentions[mention].kind == MentionKind::kName) {
    // `is German`, `the first South Korean`: of that people, and no country
    const std::string& text = resolution_.mentions[mention].text;
    const bool people = Facts::get().find_people(text) && !Facts::get().find_country(text);
    if (people) return {add("Concept", text)};
    // `former | Foreign Secretary`
    const Entity* named = resolution_.entity_at(phrase.head);
    const bool kind = named && named->type == EntityType::kConcept &&
                      tree_.token(phrase.tokens.front()).upos == Upos::kAdj &&
                      phrase.tokens.front() < resolution_.mentions[mention].tokens.begin;
    // `the top Republican on the panel`: one of them
    const bool one = named && named->type == EntityType::kGroup && one_of_people(named->name) == text;
    if (one) return {add("Concept", nominal_name(tree_, resolution_, phrase.head))};
    return kind ? by_words(phrase) : of(phrase);
  }
  if (mention != kNone && resolution_.mentions[mention].kind == MentionKind::kPronoun) return {};
  if (mention != kNone && named_by_compound(phrase.head)) return of(phrase);
  if (tree_.token(phrase.head).upos == Upos::kNoun) {
    std::string name = nominal_name(tree_, resolution_, phrase.head);
    if (name.starts_with("another ")) name.erase(0, std::string_view("another ").size());  // what both are
    if (!name.empty()) return {add("Concept", name)};
    return {};
  }
  if (tree_.token(phrase.head).tag == Tag::kDt) return {};  // "are some of the companies"
  return by_words(phrase);
}

// "some of the largest reserves", "one of the oldest series": a part of what is named behind `of`; "that of the
// other" is none
bool RecordEntities::is_part(std::uint32_t head) const {
  const Token& token = tree_.token(head);
  const std::string word = tree_.lower(head);
  const bool counts = token.upos == Upos::kNum || token.upos == Upos::kAdj ||
                      (token.tag == Tag::kDt && word.front() != 't' && word.front() != 'n');
  if (!counts) return false;
  const std::uint32_t of = tree_.child(head, Deprel::kPrep);
  if (of != head + 1 || tree_.lower(of) != "of") return false;
  const std::uint32_t whole = tree_.child(of, Deprel::kPobj);
  if (whole == DocumentTree::kNoToken) return false;
  const Upos upos = tree_.token(whole).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

// Not counting "the", nor the "'s" of "the world's biggest".
bool RecordEntities::is_long(const std::vector<std::uint32_t>& words) const {
  return std::count_if(words.begin(), words.end(), [&](std::uint32_t t) {
           return tree_.token(t).tag != Tag::kDt && tree_.token(t).tag != Tag::kPos;
         }) > kMaxWords;
}

// "three of the twelve lanes to the bridge over the river": a long phrase ends before its last prepositions,
// which the evidence keeps.
void RecordEntities::shorten(std::uint32_t head, std::vector<std::uint32_t>& kept) const {
  if (!is_nominal(tree_.token(head)) && tree_.token(head).entity != EntityLabel::kOrdinal && !is_part(head))
    return;
  std::vector<std::uint32_t> words = kept;
  while (is_long(words)) {
    const auto last = std::find_if(words.rbegin(), words.rend(), [&](std::uint32_t t) {
      return t > head && tree_.token(t).deprel == Deprel::kPrep && tree_.token(t).head != head &&
             tree_.dominates(t, words.back());
    });
    if (last == words.rend()) return;
    words.erase(last.base() - 1, words.end());
    while (!is_nominal(tree_.token(words.back()))) words.pop_back();  // `entrepreneurs turning`
  }
  kept = std::move(words);
}

std::vector<std::uint32_t> RecordEntities::one_described_by(const Phrase& phrase) {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t t : phrase.tokens) {
    if (t >= phrase.head || !tree_.dominates(phrase.head, t)) continue;
    std::uint32_t top = t;
    while (tree_.token(top).head != phrase.head) top = tree_.token(top).head;
    const Deprel deprel = tree_.token(top).deprel;
    if (deprel == Deprel::kAmod || deprel == Deprel::kCompound) words.push_back(t);
  }
  const std::string kind = tree_.text_of(words);
  return {add("Concept", kind + (kind.empty() ? "" : " ") + common_lemma(tree_.token(phrase.head)))};
}

// "42% of the women | who experience violence": a share of others than those that the words name
bool RecordEntities::is_restricted(std::uint32_t head, const std::vector<std::uint32_t>& kept) const {
  const std::uint32_t of = tree_.child(head, Deprel::kPrep);
  const std::uint32_t all = of == DocumentTree::kNoToken ? of : tree_.child(of, Deprel::kPobj);
  if (all == DocumentTree::kNoToken || tree_.lower(of) != "of" ||
      tree_.token(head).entity != EntityLabel::kPercent)
    return false;
  const auto children = tree_.children(all);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t t) {
    const Deprel deprel = tree_.token(t).deprel;
    return t > all && (deprel == Deprel::kRelcl || deprel == Deprel::kAcl || deprel == Deprel::kPrep) &&
           std::find(kept.begin(), kept.end(), t) == kept.end();
  });
}

// "most of the people | who died"
void RecordEntities::add_restriction(std::uint32_t head, std::vector<std::uint32_t>& kept) const {
  const std::uint32_t whole = tree_.child(tree_.child(head, Deprel::kPrep), Deprel::kPobj);
  const auto clause = restriction_of(tree_, whole, true);
  if (!clause || kept.empty() || clause->begin != kept.back() + 1) return;
  std::vector<std::uint32_t> words = kept;
  for (std::uint32_t t = clause->begin; t < clause->end; ++t)
    if (tree_.token(t).tag != Tag::kDt) words.push_back(t);
  if (!is_long(words)) kept = std::move(words);
}

std::vector<std::uint32_t>::const_iterator RecordEntities::pronoun_within(const Phrase& phrase) const {
  return std::find_if(phrase.tokens.begin(), phrase.tokens.end(), [&](std::uint32_t t) {
    const Tag tag = tree_.token(t).tag;
    return (tag == Tag::kPrp || tag == Tag::kWp || tag == Tag::kWdt) &&
           tree_.token(t).deprel == Deprel::kPobj;
  });
}

// "many of them", "two of us", "ten men, [four of whom] left": of those who are meant, and nothing where
// nobody knows who
std::vector<std::uint32_t> RecordEntities::part_of(const Phrase& phrase, std::uint32_t whom) {
  const Entity* entity = resolution_.entity_at(whom);
  if (entity == nullptr || !entity->members.empty() || !has_letter_or_digit(entity->name) ||
      whom != phrase.tokens.back() || tree_.lower(whom - 1) != "of" ||
      std::ssize(words_of(entity->name)) >= kMaxWords)
    return {};
  const std::string share = tree_.lower(phrase.tokens.front());
  if (phrase.tokens.size() == 3 && (share == "all" || share == "both" || share == "none"))
    return {of_cluster(resolution_.entity_index_at(whom))};
  const std::vector<std::uint32_t> part(phrase.tokens.begin(), phrase.tokens.end() - 1);
  const std::string name = as_within(tree_, part.front(), tree_.text_of(part) + ' ' + entity->name);
  return {is_value(phrase) ? value(name, {}) : add("Concept", name)};
}

// "killed one and injured eight": one of those that the other verb counts
bool RecordEntities::is_counted(std::uint32_t head) const {
  const auto counts = [&](std::uint32_t verb) {
    const std::uint32_t object = tree_.child(verb, Deprel::kDobj);
    return object != DocumentTree::kNoToken && takes_person(tree_.token(verb).lemma) &&
           (tree_.token(object).tag == Tag::kCd ||
            tree_.child(object, Deprel::kNummod) != DocumentTree::kNoToken);
  };
  const std::uint32_t verb = tree_.token(head).head, joined = tree_.child(verb, Deprel::kConj);
  if (tree_.token(head).tag != Tag::kCd || tree_.token(head).deprel != Deprel::kDobj ||
      !tree_.children(head).empty() || !takes_person(tree_.token(verb).lemma))
    return false;
  return (joined != DocumentTree::kNoToken && counts(joined)) ||
         (tree_.token(verb).deprel == Deprel::kConj && counts(tree_.token(verb).head));
}

// "Ana won 8 seats, Ida won 6 and Eva won 5 | seats": what the same verb counted before; else nothing
std::string RecordEntities::counted_before(std::uint32_t number) const {
  const Token& token = tree_.token(number);
  if (token.tag != Tag::kCd || token.deprel != Deprel::kDobj || !tree_.children(number).empty() ||
      tree_.lower(number) == "one" || tree_.word(number) == "1")
    return {};
  for (std::uint32_t t = token.head; t-- > tree_.sentence_range(number).begin;) {
    const std::uint32_t things = tree_.child(t, Deprel::kDobj);
    if (tree_.token(t).lemma != tree_.token(token.head).lemma || tree_.token(t).upos != Upos::kVerb ||
        things == DocumentTree::kNoToken || tree_.token(things).tag == Tag::kCd)
      continue;
    const bool counts = tree_.token(things).tag == Tag::kNns &&
                        tree_.token(things).entity == EntityLabel::kNone &&
                        tree_.child(things, Deprel::kNummod) != DocumentTree::kNoToken;
    return counts ? std::string(tree_.word(number)) + ' ' + tree_.lower(things) : std::string();
  }
  return {};
}

std::vector<std::uint32_t> RecordEntities::by_words(const Phrase& phrase) {
  const Token& head = tree_.token(phrase.head);
  if (const std::string counted = counted_before(phrase.head); !counted.empty())
    return {add("Concept", counted)};
  if (phrase.tokens.size() == 1 && is_counted(phrase.head)) return {value(tree_.lower(phrase.head), {})};
  if (((head.upos == Upos::kPron || head.upos == Upos::kDet) && !is_part(phrase.head)) ||
      (phrase.tokens.size() <= 2 && Facts::get().find_pronoun(tree_.lower(phrase.head))))
    return {};
  if (const auto whom = pronoun_within(phrase); whom != phrase.tokens.end()) return part_of(phrase, *whom);
  // "sure it got through parliament", "what began as messages", "to school" name nothing; "about 250 pounds" does
  if (phrase.tokens.empty() || (tree_.token(phrase.tokens.front()).upos == Upos::kAdp && !is_value(phrase)) ||
      (phrase.tokens.size() == 1 && head.upos == Upos::kPart))  // "wants to"
    return {};
  // "selling the bank": a deed goes without articles, as a noun does
  const bool deed = head.tag == Tag::kVbg && phrase.tokens.front() == phrase.head && phrase.tokens.size() > 1;
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t t : phrase.tokens) {
    if (tree_.token(t).upos == Upos::kPunct && tree_.token(t).tag != Tag::kHyph && tree_.word(t) != "%")
      continue;
    if (tree_.token(t).deprel == Deprel::kPoss && tree_.token(t).upos == Upos::kPron) continue;
    if (t != phrase.head && finite(tree_.token(t))) return {};
    if (tree_.token(t).deprel == Deprel::kDet && tree_.lower(t) == "no")
      continue;  // the statement denies already
    if (deed && tree_.token(t).deprel == Deprel::kDet &&
        (tree_.lower(t) == "the" || tree_.lower(t) == "a" || tree_.lower(t) == "an"))
      continue;
    kept.push_back(t);
  }
  shorten(phrase.head, kept);
  if (is_value(phrase) && is_restricted(phrase.head, kept)) return {};
  if (is_part(phrase.head)) add_restriction(phrase.head, kept);
  while (kept.size() > 1 && tree_.token(kept.front()).upos == Upos::kAdv &&
         tree_.token(kept[1]).upos != Upos::kAdj && tree_.token(kept[1]).upos != Upos::kAdv &&
         tree_.token(kept[1]).upos != Upos::kVerb && Facts::get().tells_nothing(tree_.lower(kept.front())))
    kept.erase(kept.begin());  // "then the Prime Minister"; not "very good"
  if (!kept.empty() && tree_.lower(kept.front()) == "between" &&
      std::none_of(kept.begin(), kept.end(), [&](std::uint32_t t) { return tree_.lower(t) == "and"; }))
    return {};
  if (is_value(phrase) && !kept.empty() && tree_.token(phrase.head).entity != EntityLabel::kDate) {
    const auto rate = rate_behind(tree_, kept.back());
    kept.insert(kept.end(), rate.begin(), rate.end());
  }
  std::string words = clean_name(tree_.text_of(kept));
  if (deed && !words.empty()) words = to_lower(words.substr(0, 1)) + words.substr(1);
  const bool named = is_nominal(head) || head.entity == EntityLabel::kOrdinal;
  bool too_long = named ? is_long(kept) : std::ssize(kept) > kMaxWords;
  if (is_part(phrase.head)) {
    const std::uint32_t whole = tree_.child(tree_.child(phrase.head, Deprel::kPrep), Deprel::kPobj);
    const Entity* owned = pronoun_owns(tree_, whole) ? resolution_.entity_at(whole) : nullptr;
    if (owned && (owned->named || !owned->members.empty())) owned = nullptr;
    if (owned || too_long)  // "one of Hamas' commanders" of "one of its commanders"
      words = clean_name(tree_.word(phrase.head)) + " of " +
              (owned ? owned->name : nominal_name(tree_, resolution_, whole));
    too_long = false;
  }
  if (!has_letter_or_digit(words) || too_long || Facts::get().find_pronoun(to_lower(words))) return {};
  words = as_within(tree_, kept.front(), std::move(words));
  if (is_value(phrase)) return {value(words, {})};
  return {add("Concept", words)};
}

}  // namespace dossier::ingest
