// Numbers that were run together with what stands before them:
//
//   paid      `gave the bank 5 million euros`, `lent Ghana 3 billion dollars`: who gets or pays, read as part of it;
//             not `paid a record 5 million euros`
//   from, to  `fell from 7% to 5%`, `rose from 60 to 75 dollars`, `from $3 m to $2 m`: both read as one
//   ahead     `was sold out months in advance`: how long before, read as an object
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class SumRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin + 1; t < range_.end; ++t) {
      mend_paid(t);
      mend_from_to(t);
      mend_ahead(t);
      mend_ago(t);
    }
  }

 private:
  // A noun that stands right before the number of a sum, which is what somebody is given or made to pay.
  void mend_paid(std::uint32_t whom) {
    const std::uint32_t sum = at(whom).head, verb = at(sum).head;
    if ((at(whom).deprel != Deprel::kNmod && at(whom).deprel != Deprel::kAmod &&
         at(whom).deprel != Deprel::kCompound) ||
        is_root(whom) || whom > sum || is_root(sum) || at(sum).deprel != Deprel::kDobj || verb > whom ||
        at(whom + 1).tag != Tag::kCd || !may_get(whom, verb) || has_child(verb, {Deprel::kDative}))
      return;
    // `fined the bank 5 million euros`, but `joined Channel 4 news`
    const std::string& lemma = at(verb).lemma;
    const bool two = takes_two(lemma) || gives_to(lemma), money = at(whom + 1).entity == EntityLabel::kMoney;
    const bool thing = at(whom).upos == Upos::kNoun && at(whom + 2).head == sum;  // the number has two words
    if (!money && !(thing || (two && at(whom).upos == Upos::kNoun))) return;
    move_children(sum, whom, verb + 1, whom);
    attach(whom, verb, Deprel::kDative);
  }
  // A unit of time without an article before `in advance`, `before`, `later`.
  void mend_ahead(std::uint32_t time) {
    if (at(time).deprel != Deprel::kDobj || at(time).tag != Tag::kNns ||
        at(time).entity != EntityLabel::kDate)
      return;
    const std::string next = lower(time + 1);
    if ((next == "in" && lower(time + 2) == "advance") || next == "beforehand" || next == "later" ||
        next == "earlier" || next == "ago" || next == "before" || next == "after")
      at(time).deprel = Deprel::kNpadvmod;
  }
  // `was brought there a number of years ago by Ana`
  void mend_ago(std::uint32_t ago) {
    if (lower(ago) != "ago" || at(ago).deprel != Deprel::kPcomp) return;
    const std::uint32_t of = at(ago).head, time = at(of).head, verb = at(time).head;
    if (lower(of) != "of" || is_root(of) || at(time).deprel != Deprel::kDobj || !is_verb_tag(at(verb).tag))
      return;
    at(time).deprel = Deprel::kNpadvmod;
    for (std::uint32_t t = ago + 1; t < range_.end; ++t)
      if (at(t).head == time && at(t).deprel == Deprel::kPrep)
        attach(t, verb, lower(t) == "by" && passive(verb) ? Deprel::kAgent : Deprel::kPrep);
  }
  bool is_count(std::uint32_t t) { return at(t).tag == Tag::kCd && !is_time_entity(at(t).entity); }
  // The first number, with its currency or per cent, is made the object of `from`, the second, with its noun,
  // that of `to`.
  void mend_from_to(std::uint32_t to) {
    const std::uint32_t second = at(to).head;
    if (lower(to) != "to" || at(to).deprel != Deprel::kQuantmod || second <= to || !is_count(second)) return;
    const std::uint32_t last = to - 1, number = word_at(last) == "%" ? last - 1 : last;
    std::uint32_t first = number;  // `$`, `$3` before `million`
    while (first > range_.begin && (at(first - 1).head == second || at(first - 1).head == number) &&
           (is_count(first - 1) || at(first - 1).tag == Tag::kDollar))
      --first;
    const std::uint32_t from = first - 1;
    const std::uint32_t amount = at(second).deprel == Deprel::kNummod ? at(second).head : second;
    if (!is_count(number) || at(number).head != second || first == range_.begin || lower(from) != "from" ||
        at(from).deprel != Deprel::kPrep || at(amount).head != from)
      return;
    attach(last, from, Deprel::kPobj);
    for (std::uint32_t t = first; t < last; ++t)
      attach(t, last, number != last ? Deprel::kNummod : is_count(t) ? Deprel::kCompound : Deprel::kQuantmod);
    attach(to, at(from).head, Deprel::kPrep);
    retag(to, Tag::kIn, Upos::kAdp);
    attach(amount, to, Deprel::kPobj);
  }
  bool may_get(std::uint32_t whom, std::uint32_t verb) {
    if (at(whom).upos == Upos::kPropn) return true;
    const std::string lemma = lower_case(at(whom).lemma);
    const bool somebody = noun_means(lemma, NounKind::kPerson) || noun_means(lemma, NounKind::kGroup) ||
                          noun_means(lemma, NounKind::kLocation);
    const std::string article = lower(verb + 1);
    return at(whom).upos == Upos::kNoun && somebody && article != "a" && article != "an";
  }
};

}  // namespace

void repair_sums(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  SumRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
