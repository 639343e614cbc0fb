// A score, `3-1`, `7-6 6-3`, is how somebody beat somebody, whatever the parser hung it on:
//
//   beat Sweden 3-1, beat Real Madrid 2 - 0    the score hangs on the verb, and who was beaten is its object
//   Oslo hammered Lund 5-1, Oslo drew 0-0      whatever the verb, if both are names
//   lost 1 – 2 to Peru                         its two numbers are one
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"
#include "ingest/extract/scores.h"

namespace dossier::ingest {
namespace {

class ScoreRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin + 1; t < range_.end; ++t) {
      const TokenRange score = score_at(t);
      if (score.size() == 0) continue;
      mend(score);
      t = score.end - 1;
    }
  }

 private:
  std::uint32_t end_of_one(std::uint32_t t) const {
    return t + score_length(word_at(t), word_at(t + 1), word_at(t + 2));
  }
  // With the sets that follow, `7-6 6-3`.
  TokenRange score_at(std::uint32_t first) {
    std::uint32_t end = end_of_one(first);
    if (end == first) return {first, first};
    while (true) {
      const std::uint32_t next = word_at(end) == "," ? end + 1 : end, more = end_of_one(next);
      if (more == next) return {first, end};
      end = more;
    }
  }

  // `a 3-1 win`, `the 2-1 victory`
  bool describes(TokenRange score) {
    for (std::uint32_t t = score.begin; t < score.end; ++t)
      if (at(t).head >= score.end && at(at(t).head).upos != Upos::kPunct && !is_verb_tag(at(at(t).head).tag))
        return true;
    return at(score.begin - 1).upos == Upos::kDet;
  }

  // The verb that the score is told of, from the word before it; none behind another preposition than those of a match.
  std::uint32_t verb_above(TokenRange score) {
    std::uint32_t t = score.begin - 1;
    for (std::uint32_t steps = 0; steps < range_.size() && has(t); ++steps) {
      if (is_verb_tag(at(t).tag)) return t < score.begin ? t : range_.end;
      if (at(t).upos == Upos::kAdp && lower(t) != "to" && lower(t) != "against" && lower(t) != "with")
        return range_.end;
      if (is_root(t)) return range_.end;
      t = at(t).head;
    }
    return range_.end;
  }

  // `Norsk drew 1-1`, `Norsk hammered Oslo 5-1`
  bool between_names(std::uint32_t verb, std::uint32_t before) {
    const std::uint32_t subject = child(verb, {Deprel::kNsubj});
    const bool named = at(before).upos == Upos::kPropn && at(before).entity != EntityLabel::kDate;
    return has(subject) && at(subject).upos == Upos::kPropn && (before == verb || named);
  }

  void mend(TokenRange score) {
    if (describes(score)) return;
    const std::uint32_t verb = verb_above(score), last = score.end - 1, name = score.begin - 1;
    if (verb == range_.end || is_under(verb, last)) return;
    if (!verb_means(at(verb).lemma, VerbKind::kCompetition) && !between_names(verb, name))
      return;  // `aged 25-34`, `came on July 27-28`
    const bool in_score = score.contains(at(name).head);
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      if (score.contains(t) || !score.contains(at(t).head) || t == name) continue;
      at(t).head = t < score.begin ? name : verb;
    }
    const bool object = name == verb && at(score.begin).deprel == Deprel::kDobj;  // `lost 1-2`
    attach(last, verb, object ? Deprel::kDobj : Deprel::kNpadvmod);
    if (in_score) attach(name, verb, at(name).deprel);
    const bool noun =
        at(name).upos == Upos::kPropn || at(name).upos == Upos::kNoun || has_child(name, {Deprel::kDet});
    if (noun && name > verb &&
        (in_score || (at(name).head == verb && at(name).deprel == Deprel::kNpadvmod)) &&
        !has_child(verb, {Deprel::kDobj})) {
      attach(name, verb, Deprel::kDobj);
      if (at(name).tag == Tag::kJj) retag(name, Tag::kNn, Upos::kNoun);  // `the final`
    }
    for (std::uint32_t t = score.begin; t < last; ++t)
      attach(t, last, is_score_dash(word_at(t)) || word_at(t) == "," ? Deprel::kPunct : Deprel::kNummod);
    for (std::uint32_t t = score.begin; t < score.end; ++t) {
      at(t).entity = EntityLabel::kNone;
      at(t).tag = is_score_dash(word_at(t)) ? Tag::kHyph : word_at(t) == "," ? Tag::kComma : Tag::kCd;
      at(t).upos = at(t).tag == Tag::kCd ? Upos::kNum : Upos::kPunct;
    }
  }
};

}  // namespace

void repair_scores(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  ScoreRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
