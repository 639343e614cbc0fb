// Hangs phrases, participles, relative clauses and conjuncts where they belong, where the words speak against the
// parser (attachment.cc). What another repair hung somewhere stays.
//
// A phrase too many in an object is still what the text says, one too few may leave half of it: a nearer noun gets
// what is told of it sooner than a verb or a farther noun does. A name is worth a statement of its own (`signed a deal
// with -> Norsk`): it goes to an object only where the words are sure.
#include "ingest/extract/attachment.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

// How sure the words must be that it belongs nearer or farther than the parser says.
constexpr float kNearer = 0.55F, kNearerOfName = 0.7F, kFarther = 0.65F;

class AttachmentRepair : public Attachments {
 public:
  using Attachments::Attachments;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_recognised(t);
      mend_timed(t);
      mend_ranked(t);
      const Token& parsed = document_.tokens[t];
      if (parsed.head == at(t).head && parsed.arc_margin > 0) mend(t);
    }
  }

 private:
  void mend(std::uint32_t word) {
    const auto site = find_site(word);
    if (!site) return;
    const std::vector<float> probabilities = probabilities_of(*site);
    const std::size_t best = static_cast<std::size_t>(
        std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
    if (best == site->now || is_under(site->heads[best], word)) return;
    const EntityLabel what = at(site->leads_to).entity;
    const bool of_name = site->kind == AttachmentKind::kPhrase &&
                         at(site->heads[best]).deprel == Deprel::kDobj &&
                         (is_name_entity(what) || is_time_entity(what));
    const float least = best > site->now ? kFarther : of_name ? kNearerOfName : kNearer;
    if (probabilities[best] > least) hang(*site, site->heads[best]);
  }

  void hang(const AttachmentSite& site, std::uint32_t head) {
    const std::uint32_t old = at(site.word).head;
    switch (site.kind) {
      case AttachmentKind::kParticiple:
        at(site.word).deprel = is_verb(head) ? Deprel::kAdvcl : Deprel::kAcl;
        break;
      case AttachmentKind::kRelative:
        if (is_verb(head)) return;
        break;
      case AttachmentKind::kConjunct:
        for (std::uint32_t t = head + 1; t < site.begin; ++t)
          if (at(t).head == old && (at(t).deprel == Deprel::kCc || at(t).upos == Upos::kPunct))
            at(t).head = head;
        break;
      case AttachmentKind::kPhrase:
        break;
    }
    at(site.word).head = head;
  }

  // `a quake the day before that destroyed it`: what is told is of what was then.
  void mend_timed(std::uint32_t verb) {
    const std::uint32_t day = at(verb).head, what = at(day).head;
    if (at(verb).deprel == Deprel::kRelcl && at(day).deprel == Deprel::kNpadvmod &&
        is_time_entity(at(day).entity) && day < verb && what < day && at(what).upos == Upos::kNoun &&
        child(verb, {Deprel::kNsubj, Deprel::kNsubjpass}) == day + 1)
      at(verb).head = what;
  }

  // `was the worst in a decade`, `the second since May`: among which it is so, and not when it was
  void mend_ranked(std::uint32_t preposition) {
    const std::uint32_t be = at(preposition).head;
    const std::string link = lower(preposition);
    if (at(preposition).deprel != Deprel::kPrep || (link != "in" && link != "since" && link != "for") ||
        at(be).lemma != "be" || is_root(preposition))
      return;
    const std::uint32_t ranked = child(be, {Deprel::kAttr, Deprel::kAcomp}),
                        span = child(preposition, {Deprel::kPobj});
    if (ranked + 1 == preposition && has(span) && is_time_entity(at(span).entity) &&
        has_child(ranked, {Deprel::kDet}) &&
        (at(ranked).tag == Tag::kJjs || at(ranked).entity == EntityLabel::kOrdinal))
      at(preposition).head = ranked;
  }

  // What somebody is taken for is told of him, not of who takes him for it.
  void mend_recognised(std::uint32_t as) {
    if (at(as).deprel != Deprel::kPrep || lower(as) != "as" || is_root(as) || !has_child(as, {Deprel::kPobj}))
      return;
    const std::uint32_t who = at(as).head, by = at(who).head;
    if (at(who).deprel == Deprel::kPobj && at(by).deprel == Deprel::kAgent && !is_root(by) && as > who &&
        !(lower(as - 1) == "such" || lower(as - 1) == "known"))
      at(as).head = at(by).head;
  }
};

}  // namespace

void repair_attachments(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  AttachmentRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
