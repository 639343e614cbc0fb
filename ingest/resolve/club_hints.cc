#include "ingest/resolve/club_hints.h"

#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/scores.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

constexpr float kMet = 2;
constexpr float kFamily = 3;
constexpr float kPlays = 3.2F;  // more than a table and the recogniser say of a town

class Clubs {
 public:
  explicit Clubs(const DocumentTree& tree) : tree_(tree), told_(tells_of_match()) {}

  bool told() const { return told_; }

  // "Ana Roe beat Casper Ruud 6-3", whom the recogniser takes for a town
  bool met_by_person(const Mention& mention) const {
    const Token& head = tree_.token(mention.head);
    if (head.deprel != Deprel::kDobj || !competes(head.head) || mention.tokens.size() < 2) return false;
    const std::uint32_t rival = tree_.child(head.head, Deprel::kNsubj);
    return rival != DocumentTree::kNoToken && rival > 0 &&
           tree_.token(rival).entity == EntityLabel::kPerson &&
           tree_.token(rival - 1).entity == EntityLabel::kPerson;
  }

  bool plays(const Mention& mention) const {
    const bool place = mention.label == EntityLabel::kGpe || mention.label == EntityLabel::kLoc ||
                       mention.label == EntityLabel::kFac || Facts::get().names_place(mention.text) ||
                       (mention.label == EntityLabel::kNone && unknown(mention)) || the_many(mention);
    if (!place || (mention.label == EntityLabel::kPerson && !the_many(mention) && somebody(mention)) ||
        mention.country)
      return false;
    const std::uint32_t head = tree_.first_conjunct(mention.head), above = tree_.token(head).head;
    switch (tree_.token(head).deprel) {
      case Deprel::kNsubj:
        return competes(above) || (head == mention.head && acts_as_many(head));
      case Deprel::kNsubjpass:
        return competes(above) || (head == mention.head && were(head));
      case Deprel::kDobj:
        return competes(above);
      case Deprel::kPobj:
        return meets(above);
      case Deprel::kPoss:
      case Deprel::kCompound:
      case Deprel::kNmod:
        return !mention.tokens.contains(above) &&
               (is_player(above) ||
                Facts::get().leads_body(to_lower(tree_.token(above).lemma)));  // "Bologna manager"
      default:
        return false;
    }
  }

 private:
  // "the Perth Scorchers"
  bool the_many(const Mention& mention) const {
    const std::uint32_t begin = mention.tokens.begin;
    return tree_.token(mention.head).tag == Tag::kNnps && begin > 0 && tree_.lower(begin - 1) == "the" &&
           mention.label != EntityLabel::kNorp && !Facts::get().find_people(mention.text);
  }
  // "Adabas beat Corvo", where nobody of that name is told of
  bool unknown(const Mention& mention) const {
    if (mention.tokens.size() != 1 || Facts::get().gender_of_given_name(mention.text) != '-' ||
        Facts::get().find_noun(to_lower(mention.text)))
      return false;
    return !somebody(mention);
  }
  // "Charlton" where Bobby Charlton is told of, or where it is a given name
  bool somebody(const Mention& mention) const {
    if (mention.tokens.size() != 1 || Facts::get().gender_of_given_name(mention.text) != '-' ||
        !mention.role.empty())
      return true;
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const bool longer =
          !tree_.token(t).entity_begins ||
          (tree_.token(t + 1).entity == EntityLabel::kPerson && !tree_.token(t + 1).entity_begins);
      if (longer && tree_.token(t).entity == EntityLabel::kPerson &&
          tree_.word(t) == tree_.word(mention.head))
        return true;
    }
    return false;
  }

  // "2-1", "a 2-1 defeat"; not "a 2-3 week rest"
  bool score_at(std::uint32_t t) const {
    const std::uint32_t end = t + score_length(tree_.word(t), tree_.word(t + 1), tree_.word(t + 2));
    return end != t && tree_.word(end) != "-" && (tree_.token(end).upos != Upos::kNoun || contest(end));
  }
  bool follows_score(std::uint32_t t) const {
    return (t >= 1 && score_at(t - 1)) || (t >= 3 && score_at(t - 3));
  }

  // A score, or players more than once.
  bool tells_of_match() const {
    int players = 0;
    bool score = false, contest = false;
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      score = score || score_at(t);
      contest = contest || (tree_.token(t).upos == Upos::kVerb && competes(t));
      players += is_player(t);
    }
    return (score && (contest || players > 0)) || (players >= 2 && contest);
  }

  bool competes(std::uint32_t verb) const {
    return tree_.token(verb).upos == Upos::kVerb &&
           (verb_means(tree_.token(verb).lemma, VerbKind::kCompetition) || has_score(verb));
  }
  // "hammered Lund 5-1", "drew 0-0"
  bool has_score(std::uint32_t verb) const {
    const auto children = tree_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
      return c > verb && tree_.token(c).tag == Tag::kCd && follows_score(c + 1);
    });
  }

  // "defeat", "win", "draw"
  bool contest(std::uint32_t noun) const {
    const std::string_view verb = event_verb_of(tree_.token(noun).lemma);
    return tree_.token(noun).upos == Upos::kNoun && !verb.empty() && verb_means(verb, VerbKind::kCompetition);
  }

  // "Sevilla want": one name, and a verb of many
  bool acts_as_many(std::uint32_t subject) const {
    const Token& verb = tree_.token(tree_.token(subject).head);
    return tree_.token(subject).tag == Tag::kNnp && verb.tag == Tag::kVbp &&
           tree_.child(subject, Deprel::kConj) == DocumentTree::kNoToken &&
           tree_.child(subject, Deprel::kCc) == DocumentTree::kNoToken;
  }

  // "Wrexham were promoted"
  bool were(std::uint32_t subject) const {
    const std::uint32_t auxiliary = tree_.child(tree_.token(subject).head, Deprel::kAuxpass);
    const std::string word = auxiliary == DocumentTree::kNoToken ? std::string() : tree_.lower(auxiliary);
    return tree_.token(subject).tag == Tag::kNnp && (word == "were" || word == "are") &&
           tree_.child(subject, Deprel::kConj) == DocumentTree::kNoToken;
  }

  // "drew with Bologna", "a 3-0 defeat at Bologna"
  bool meets(std::uint32_t preposition) const {
    const std::string word = tree_.lower(preposition);
    if (word != "with" && word != "at" && word != "against" && word != "over" && word != "to" && word != "by")
      return false;
    if (word == "against") return true;  // "scored against Bologna"
    const std::uint32_t governor = tree_.token(preposition).head;
    if (tree_.token(governor).upos == Upos::kVerb) {
      // "lost 2-0 at Girona"; who wins at Wimbledon or beats Lund 2-0 in its stadium is elsewhere
      const bool host =
          follows_score(preposition) && tree_.child(governor, Deprel::kDobj) == DocumentTree::kNoToken;
      return competes(governor) && (word != "at" || host);
    }
    return contest(governor);
  }

  bool is_player(std::uint32_t t) const {
    if (tree_.token(t).upos != Upos::kNoun) return false;
    static const NounSenses kAthlete = senses_of_noun("athlete");
    const NounSenses senses = senses_of_noun(to_lower(tree_.token(t).lemma));
    const NounRelation athlete = relate(senses, kAthlete);
    return athlete.same || athlete.above != 0 || tree_.token(t).lemma == "coach";
  }

  const DocumentTree& tree_;
  bool told_ = false;
};

// "the Obamas"; not "the Hamptons", "the Rivers"
bool names_family(const DocumentTree& tree, const std::vector<Mention>& mentions, const Mention& mention) {
  const Facts& facts = Facts::get();
  const std::string& text = mention.text;
  const std::string one = text.substr(0, text.size() - 1);
  const std::uint32_t begin = mention.tokens.begin;
  return mention.tokens.size() == 1 && text.ends_with('s') && begin > 0 && tree.lower(begin - 1) == "the" &&
         tree.token(begin - 1).head == mention.head && !facts.names_place(text) &&
         !facts.find_organisation(text) && !facts.is_common_surname(text) &&
         (facts.is_told_by_surname(one) ||
          (facts.is_common_surname(one) && !facts.find_noun(to_lower(one))) ||
          std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
            return other.label == EntityLabel::kPerson && other.text.ends_with(" " + one);
          }));
}

}  // namespace

void add_club_hints(const DocumentTree& tree, std::vector<Mention>& mentions) {
  const Clubs clubs(tree);
  for (Mention& mention : mentions) {
    if (mention.kind != MentionKind::kName) continue;
    if (!clubs.told()) {
      if (names_family(tree, mentions, mention))
        mention.hints[static_cast<std::size_t>(EntityType::kGroup)] += kFamily;
      continue;
    }
    if (clubs.met_by_person(mention))
      mention.hints[static_cast<std::size_t>(EntityType::kPerson)] += kMet;
    else if (clubs.plays(mention))
      mention.hints[static_cast<std::size_t>(EntityType::kOrganization)] += kPlays;
  }
}

}  // namespace dossier::ingest
