// Hangs a prepositional phrase behind an object on the noun or on the verb, where the words speak against the parser:
//
//   the noun's  `saw | a large spike | in immigration`, `formalised | rules | for trials`
//   the verb's  `told | students | at the session`, `removed | items | from his flat`, behind who does it
//               `recognised by | states | as the president`
//
// A phrase too many in an object is still what the text says, one too few may leave half of it: the noun gets what is
// told of common nouns sooner than the verb does. A name is worth a statement of its own (`signed a deal with -> Norsk`),
// and a place or date is the verb's as long as nothing speaks for the noun. What another repair hung there stays.
#include "ingest/extract/attachment.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

// How sure the words must be.
constexpr float kNoun = 0.6f, kNounOfName = 0.75f;
constexpr float kVerb = 0.85f, kVerbInDoubt = 0.65f;
constexpr float kDoubt = 1;  // the parser's lead, in logits

class AttachmentRepair : public Attachments {
 public:
  using Attachments::Attachments;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_recognised(t);
      const auto site = find_site(t);
      if (!site || document_.tokens[t].head != at(t).head) continue;
      if (site->of_noun ? is_verbs(*site) : is_nouns(*site))
        at(t).head = site->of_noun ? site->verb : site->noun;
    }
  }

 private:
  // What somebody is taken for is told of him, not of who takes him for it.
  void mend_recognised(std::uint32_t as) {
    if (at(as).deprel != Deprel::kPrep || lower(as) != "as" || is_root(as) || !has_child(as, {Deprel::kPobj}))
      return;
    const std::uint32_t who = at(as).head, by = at(who).head;
    if (at(who).deprel == Deprel::kPobj && at(by).deprel == Deprel::kAgent && !is_root(by) && as > who &&
        !(lower(as - 1) == "such" || lower(as - 1) == "known"))
      at(as).head = at(by).head;
  }

  // `won the vote in Georgia`, `had the ball in the second half`: where or when it was is as well told of the verb.
  bool is_nouns(const AttachmentSite& site) {
    const EntityLabel label = at(site.object).entity;
    const std::string preposition = lower(site.preposition);
    const bool where = preposition == "in" || preposition == "on" || preposition == "at";
    if (where && at(site.verb).lemma == "have") return false;  // by its teachers' custom always the noun's
    return !is_place_entity(label) && !is_time_entity(label) &&
           probability_of_noun(site) > (is_name_entity(label) ? kNounOfName : kNoun);
  }
  // `joined calls by officials`: nobody else does what somebody does.
  bool is_verbs(const AttachmentSite& site) {
    const float lead = at(site.preposition).arc_margin;
    if (lead == 0 || (lower(site.preposition) == "by" && at(site.object).deprel == Deprel::kPobj))
      return false;
    // `warned residents | about the flood`: a phrase seldom tells who somebody is, and one of what he is told never does
    const std::string noun = common_lemma(at(site.noun));
    const bool person =
        noun_mostly_means(noun, NounKind::kPerson) || at(site.noun).entity == EntityLabel::kPerson;
    const bool told = person || noun_means(noun, NounKind::kGroup) || is_name_entity(at(site.noun).entity);
    if (told && lower(site.preposition) == "about" &&
        verb_mostly_means(at(site.verb).lemma, VerbKind::kCommunication) && takes_person(at(site.verb).lemma))
      return true;
    // `asked a builder | for money`
    if (noun_means(noun, NounKind::kPerson) && lower(site.preposition) == "for" &&
        verb_is(at(site.verb).lemma, VerbClass::kDemand))
      return true;
    const bool apart = person || at(site.object).entity != EntityLabel::kNone;
    return 1 - probability_of_noun(site) > (apart && lead < kDoubt ? kVerbInDoubt : kVerb);
  }
};

}  // namespace

void repair_attachments(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  AttachmentRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
