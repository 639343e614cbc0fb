#include "ingest/resolve/country_senses.h"

#include <algorithm>
#include <string>

#include "ingest/resolve/capitals.h"

namespace dossier::ingest {

// "Ohio and Georgia": the state, where another is named and neither Georgians nor Tbilisi are
bool is_state_here(std::span<const Mention> mentions, const std::string& text, const Country& country) {
  const Facts& facts = Facts::get();
  if (!facts.is_state(text)) return false;
  bool among_states = false;
  for (const Mention& other : mentions) {
    if (other.kind != MentionKind::kName || other.text == text) continue;
    if (facts.find_people(other.text) == &country || facts.find_capital(other.text) == &country) return false;
    const bool town =
        facts.is_city(other.text) || facts.find_capital(other.text);  // "New York", "Washington"
    among_states = among_states || (facts.is_state(other.text) && !town);
  }
  return among_states;
}

// "Luis Montenegro left. Montenegro promised aid": nowhere in the text a place, behind somebody of that name
bool is_surname_here(const DocumentTree& tree, std::span<const Mention> mentions, const Mention& mention) {
  const std::string end = " " + mention.text;
  bool named = false;
  for (const Mention& other : mentions) {
    if (other.text == mention.text &&
        (other.hints[static_cast<std::size_t>(EntityType::kPlace)] > 0 || !acts(tree, other.head)))
      return false;
    named = named || (other.label == EntityLabel::kPerson && other.text.ends_with(end) &&
                      other.tokens.begin < mention.tokens.begin);
  }
  return named;
}

// "Dawn French sang. French won": nobody but her does anything without an article
bool does_as_somebody(const DocumentTree& tree, std::span<const Mention> mentions, const Mention& mention) {
  const Token& head = tree.token(mention.head);
  const std::string end = " " + mention.text;
  return head.deprel == Deprel::kNsubj && head.tag == Tag::kNnp && mention.tokens.size() == 1 &&
         tree.child(mention.head, Deprel::kDet) == DocumentTree::kNoToken &&
         std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
           return other.label == EntityLabel::kPerson && other.text.ends_with(end) &&
                  other.tokens.begin < mention.tokens.begin;
         });
}

// "the Swede", "a South Korean"; words such as "French" and "Chinese" mean all of them
bool one_of_them(const DocumentTree& tree, const Mention& mention) {
  const Token& head = tree.token(mention.head);
  const std::string word = tree.lower(mention.head);
  const bool all =
      word.ends_with("sh") || word.ends_with("ch") || word.ends_with("ese") || word.ends_with("ss");
  return !all && (head.tag == Tag::kNn || head.tag == Tag::kNnp) && head.deprel != Deprel::kCompound &&
         head.deprel != Deprel::kNmod && head.deprel != Deprel::kAmod &&
         tree.child(mention.head, Deprel::kDet) != DocumentTree::kNoToken;
}

}  // namespace dossier::ingest
