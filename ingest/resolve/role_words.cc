#include "ingest/resolve/role_words.h"

#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/resolve/name_forms.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {

bool proper(const Token& token) { return token.tag == Tag::kNnp || token.tag == Tag::kNnps; }

namespace {

// "Tucker Carlson": read as the first of somebody's names, and rather a name than a trade; not "Prince Harry"
bool begins_name(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  return token.entity == EntityLabel::kPerson && token.entity_begins && t + 1 < tree.size() &&
         tree.token(t + 1).entity == EntityLabel::kPerson && !tree.token(t + 1).entity_begins &&
         Facts::get().is_common_surname(tree.word(t)) && !noun_is_met(tree.lower(t));
}

}  // namespace

bool names_role(const DocumentTree& tree, std::uint32_t t) {
  const Facts& facts = Facts::get();
  const std::string_view word = tree.word(t);
  if (const Title* title = facts.find_title(word)) return title->kind == 'h';
  if (tree.token(t).upos != Upos::kNoun && !proper(tree.token(t))) return false;
  if (facts.find_people(word) || facts.find_country(word)) return false;
  const auto noun = facts.find_noun(to_lower(word));
  return noun && (noun->noun_class == NounClass::kPerson || noun->person) &&
         facts.gender_of_given_name(word) == '-' && !begins_name(tree, t) && !names_ship(to_lower(word));
}

bool acts_as_body(std::string_view noun) {
  return noun.ends_with("er") &&
         (noun_means(noun, NounKind::kGroup) || noun_means(noun, NounKind::kArtifact));
}

bool names_ship(std::string_view noun) { return is_kind_of(noun, {"ship", "boat"}); }

bool names_body(std::string_view noun) {
  const std::string lemma = to_lower(noun);
  const auto known = Facts::get().find_noun(lemma);
  return known && known->noun_class == NounClass::kPerson &&
         Facts::get().type_of_noun(lemma) == "Organization";
}

bool ship_prefix(std::string_view word) {
  const Title* title = Facts::get().find_title(word);
  return title && title->kind == 'v';
}

bool names_saint(std::string_view word) { return word == "St" || word == "St." || word == "Saint"; }

bool the_one_of_a_people(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  const std::string_view word = tree.word(t);
  const bool all =
      word.ends_with("sh") || word.ends_with("ch") || word.ends_with("ese") || word.ends_with("ss");
  const bool subject = token.deprel == Deprel::kNsubj || token.deprel == Deprel::kNsubjpass;
  const bool argument = subject || token.deprel == Deprel::kDobj || token.deprel == Deprel::kPobj;
  const bool noun = token.tag == Tag::kNnp || token.tag == Tag::kNn || (subject && token.tag == Tag::kJj);
  if (all || !argument || !noun || !Facts::get().find_people(word) || Facts::get().find_country(word) ||
      tree.child(t, Deprel::kCompound) != DocumentTree::kNoToken)
    return false;
  const std::uint32_t the = tree.child(t, Deprel::kDet);
  return the != DocumentTree::kNoToken && tree.lower(the) == "the" &&  // not in "The Australian", a paper
         (tree.word(the) == "the" || the == tree.sentence_range(t).begin);
}

bool some_of_a_people(const DocumentTree& tree, std::uint32_t t) {
  const Token& token = tree.token(t);
  const std::string_view word = tree.word(t);
  const bool described =
      token.deprel == Deprel::kCompound || token.deprel == Deprel::kAmod || token.deprel == Deprel::kNmod;
  if (described || Facts::get().find_country(word) ||
      tree.child(t, Deprel::kCompound) != DocumentTree::kNoToken ||
      !(Facts::get().find_people(word) || names_peoples(word) || Facts::get().is_people(word)))
    return false;
  const bool several = token.tag == Tag::kNns || token.tag == Tag::kNnps;
  if (tree.child(t, Deprel::kNummod) != DocumentTree::kNoToken) return several;
  const std::uint32_t article =
      tree.child(t, Deprel::kDet);  // "an Iranian", which the tagger takes for an adjective
  const std::uint32_t which = tree.child(t, Deprel::kAmod);
  if (several && which < t) {  // "many Muslims", "moderate Democrats"; not "South Africans"
    const bool opens = which == tree.sentence_range(t).begin;
    return tree.token(which).upos == Upos::kAdj && tree.token(which).entity == EntityLabel::kNone &&
           (opens || !is_capitalised(tree.word(which)));
  }
  if (several && article < t && tree.lower(article) == "some") return true;
  return !several && article != DocumentTree::kNoToken &&
         (tree.lower(article) == "a" || tree.lower(article) == "an");
}

const Country* country_of_word(std::string_view word) {
  const Facts& facts = Facts::get();
  if (const Country* country = facts.find_people(word)) return country;
  return facts.find_country(word);
}

const Country* country_before(const DocumentTree& tree, std::uint32_t t) {
  if (t > 0) {
    const std::string two = std::string(tree.word(t - 1)) + " " + std::string(tree.word(t));
    if (const Country* country = country_of_word(two)) return country;
  }
  return country_of_word(tree.word(t));
}

}  // namespace dossier::ingest
