// Who gets or pays a sum, read as part of it: `gave the bank 5 million euros`, `fined its rival 2 million dollars`,
// `lent Ghana 3 billion dollars`; not `paid a record 5 million euros`.
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class SumRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin + 1; t < range_.end; ++t) mend(t);
  }

 private:
  // A noun that stands right before the number of a sum, which is what somebody is given or made to pay.
  void mend(std::uint32_t whom) {
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
