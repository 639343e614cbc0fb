// Pronouns: the most salient entity before them that agrees in number, gender and animacy and is not bound
// out.
//
//   "During his video call with Xi, Putin emphasised ..."   a fronted phrase looks forward to the subject
//   "Trump said his discussions ..."                        the subject of the same sentence is near and high
//   "Xi met him"                                            an object is not the subject of its own clause
//   "it is important to ..."                                stands for nothing
//
// Source: Lappin and Leass 1994 (salience, syntactic filter); Raghunathan et al. 2010 (attributes).
#include <algorithm>

#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/quotes.h"
#include "ingest/resolve/salience.h"

namespace dossier::ingest {
namespace {

constexpr float kForward = 300, kParallel = 20, kUnlikely = 0.75F, kSingular = 0.6F, kLifeless = 0.4F,
                kMatrix = 120;

class Pronouns {
 public:
  Pronouns(const DocumentTree& tree, Resolution& resolution)
      : tree_(tree), out_(resolution), quotes_(find_quotes(tree)) {
    for (std::uint32_t r = 0; r < quotes_.regions.size(); ++r)
      speakers_.push_back(find_speaker(tree, quotes_, r));
  }

  void run() {
    const std::size_t count = out_.mentions.size();
    for (std::uint32_t m = 0; m < count; ++m) {
      if (out_.mentions[m].kind == MentionKind::kPronoun) resolve(m);
    }
  }

 private:
  void resolve(std::uint32_t m) {
    Mention& mention = out_.mentions[m];
    const Pronoun* pronoun = Facts::get().find_pronoun(mention.text);
    if (pronoun == nullptr || pronoun->person != 3 || pronoun->kind == PronounKind::kDemonstrative) return;
    const std::uint32_t entity =
        pronoun->kind == PronounKind::kRelative ? antecedent(mention) : best_for(mention, *pronoun);
    if (entity == kNone) return;
    mention.entity = entity;
    out_.entities[entity].mentions.push_back(m);
    if (out_.entities[entity].type == EntityType::kPerson && out_.entities[entity].gender == '-')
      out_.entities[entity].gender = pronoun->gender == 'n' ? '-' : pronoun->gender;
  }

  // "Andreas Granqvist, who ..."
  std::uint32_t antecedent(const Mention& mention) const {
    std::uint32_t t = mention.head;
    for (int steps = 0; steps < 8 && tree_.token(t).head != t; ++steps) {
      if (tree_.token(t).deprel == Deprel::kRelcl) return out_.entity_index_at(tree_.token(t).head);
      t = tree_.token(t).head;
    }
    return kNone;
  }

  std::uint32_t best_for(const Mention& mention, const Pronoun& pronoun) const {
    if (tree_.token(mention.head).deprel == Deprel::kExpl || stands_for_nothing(mention)) return kNone;
    std::uint32_t best = kNone;
    float best_score = 0;
    for (std::uint32_t e = 0; e < out_.entities.size(); ++e) {
      if (!agrees(out_.entities[e], mention, pronoun) || bound_out(e, mention, pronoun) ||
          outside_quote(e, mention))
        continue;
      float score = score_of(e, mention);
      if (unlikely(out_.entities[e], pronoun)) score *= kUnlikely;
      if (mention.number == 'p' && out_.entities[e].number == 's') score *= kSingular;
      if (mention.number == 'p' && subject(mention.head) && lifeless(out_.entities[e])) score *= kLifeless;
      if (speaks_above(e, mention)) score += kMatrix;
      if (score > best_score) best = e, best_score = score;
    }
    return best;
  }

  // `"Trump returned ...," he said`: who speaks is none of those spoken of.
  bool said_inside(std::uint32_t e, const Mention& mention) const {
    const auto& mentions = out_.entities[e].mentions;
    return subject(mention.head) && std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
             return out_.mentions[m].sentence == mention.sentence && out_.mentions[m].head < mention.head &&
                    quotes_.region_of[out_.mentions[m].head] != kNone;
           });
  }

  static bool unlikely(const Entity& entity, const Pronoun& pronoun) {
    return entity.gender == '-' && entity.likely_gender != '-' &&
           (pronoun.gender == 'm' || pronoun.gender == 'f') && entity.likely_gender != pronoun.gender;
  }

  // A speaker's "it" and "they" refer to what the speaker has named.
  bool outside_quote(std::uint32_t e, const Mention& mention) const {
    const std::uint32_t quote = quotes_.region_of[mention.head];
    if (quote == kNone) return said_inside(e, mention);
    if (speakers_[quote] != DocumentTree::kNoToken && out_.entity_index_at(speakers_[quote]) == e)
      return true;  // he would say "I"
    if ((mention.text != "it" && mention.text != "they" && mention.text != "them")) return false;
    const auto& mentions = out_.entities[e].mentions;
    return std::none_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return out_.mentions[m].head < mention.head && quotes_.region_of[out_.mentions[m].head] == quote;
    });
  }

  // "it is clear that", "it makes sense to"
  bool stands_for_nothing(const Mention& mention) const {
    if (mention.text != "it" || tree_.token(mention.head).deprel != Deprel::kNsubj) return false;
    const std::uint32_t verb = tree_.token(mention.head).head;
    const bool copula = tree_.token(verb).lemma == "be";
    return copula && (tree_.child(verb, Deprel::kCcomp) != DocumentTree::kNoToken ||
                      tree_.child(verb, Deprel::kXcomp) != DocumentTree::kNoToken ||
                      tree_.child(verb, Deprel::kAdvcl) != DocumentTree::kNoToken || acomp_with_clause(verb));
  }
  bool acomp_with_clause(std::uint32_t verb) const {
    const std::uint32_t complement = tree_.child(verb, Deprel::kAcomp);
    return complement != DocumentTree::kNoToken &&
           (tree_.child(complement, Deprel::kXcomp) != DocumentTree::kNoToken ||
            tree_.child(complement, Deprel::kCcomp) != DocumentTree::kNoToken);
  }

  bool agrees(const Entity& entity, const Mention& mention, const Pronoun& pronoun) const {
    const bool person = entity.type == EntityType::kPerson || (!entity.named && is_person_noun(entity));
    if (pronoun.gender == 'm' || pronoun.gender == 'f') {
      return person && entity.number == 's' && (entity.gender == '-' || entity.gender == pronoun.gender);
    }
    if (mention.number == 'p') {
      if (entity.number == 'p') return true;
      return !person && (entity.type == EntityType::kOrganization || entity.type == EntityType::kGroup ||
                         collective(entity));
    }
    return !person && entity.number == 's' && entity.type != EntityType::kValue;
  }

  bool is_person_noun(const Entity& entity) const {
    return !entity.mentions.empty() && out_.mentions[entity.mentions.front()].person;
  }
  // "They were denied visas": rather people than difficulties.
  bool lifeless(const Entity& entity) const {
    return !entity.named && entity.members.empty() && !is_person_noun(entity) && !collective(entity);
  }

  // "the team ... they"
  bool collective(const Entity& entity) const {
    if (entity.named || entity.mentions.empty()) return false;
    const auto noun = Facts::get().find_noun(out_.mentions[entity.mentions.front()].text);
    return noun && noun->noun_class == NounClass::kGroup;
  }

  // Principle B: not the subject of its own clause, nor a noun phrase that it stands in.
  bool bound_out(std::uint32_t e, const Mention& mention, const Pronoun& pronoun) const {
    const std::uint32_t verb = tree_.governing_verb(mention.head);
    for (const std::uint32_t m : out_.entities[e].mentions) {
      const Mention& other = out_.mentions[m];
      if (other.sentence != mention.sentence) continue;
      if (other.head != mention.head && stands_in(mention.head, other.head)) return true;
      const bool argument = pronoun.kind == PronounKind::kPersonal &&
                            tree_.token(mention.head).tag != Tag::kPrpDollar &&
                            tree_.token(mention.head).deprel != Deprel::kNsubj;
      if (argument && verb != DocumentTree::kNoToken && tree_.governing_verb(other.head) == verb &&
          subject(other.head))
        return true;
    }
    return false;
  }

  // Within the noun phrase of the other, not beside it: "Mohamed and his father".
  bool stands_in(std::uint32_t t, std::uint32_t head) const {
    while (t != head && tree_.token(t).head != t) {
      const Deprel deprel = tree_.token(t).deprel;
      if (deprel == Deprel::kConj || deprel == Deprel::kRelcl) return false;
      t = tree_.token(t).head;
    }
    return t == head && tree_.token(head).upos != Upos::kVerb;
  }

  bool subject(std::uint32_t t) const {
    const Deprel deprel = tree_.token(tree_.first_conjunct(t)).deprel;
    return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass;
  }

  float score_of(std::uint32_t e, const Mention& mention) const {
    float score = salience(tree_, out_, out_.entities[e], mention.head);
    for (const std::uint32_t m : out_.entities[e].mentions) {
      const Mention& other = out_.mentions[m];
      if (other.head > mention.head && other.sentence == mention.sentence &&
          fronted_before(mention.head, other.head))
        score += kForward;
      if (other.head < mention.head && mention.sentence - other.sentence <= 1 && subject(other.head) &&
          subject(mention.head))
        score += kParallel;
    }
    return score;
  }

  // "His father said he was taking ...": the subject of the clause above.
  bool matrix_subject(std::uint32_t pronoun, std::uint32_t other) const {
    if (!subject(pronoun) || !subject(other)) return false;
    const std::uint32_t verb = tree_.token(pronoun).head;
    return tree_.token(verb).deprel == Deprel::kCcomp &&
           tree_.token(tree_.first_conjunct(other)).head == tree_.token(verb).head;
  }

  bool speaks_above(std::uint32_t e, const Mention& mention) const {
    const auto& mentions = out_.entities[e].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
      return out_.mentions[m].sentence == mention.sentence && out_.mentions[m].head < mention.head &&
             matrix_subject(mention.head, out_.mentions[m].head);
    });
  }

  // The pronoun stands in a phrase before the verb, the other mention is that verb's subject.
  bool fronted_before(std::uint32_t pronoun, std::uint32_t other) const {
    if (!subject(other)) return false;
    const std::uint32_t verb = tree_.token(tree_.first_conjunct(other)).head;
    std::uint32_t t = pronoun;
    while (tree_.token(t).head != t && tree_.token(t).head != verb) t = tree_.token(t).head;
    const Deprel deprel = tree_.token(t).deprel;
    return tree_.token(t).head == verb && t < verb && (deprel == Deprel::kPrep || deprel == Deprel::kAdvcl) &&
           t != pronoun;
  }

  const DocumentTree& tree_;
  Resolution& out_;
  Quotes quotes_;
  std::vector<std::uint32_t> speakers_;  // by region
};

}  // namespace

void cluster_pronouns(const DocumentTree& tree, Resolution& resolution) { Pronouns(tree, resolution).run(); }

}  // namespace dossier::ingest
