// "the critical mineral trade bloc with partners and allies, using tariffs ..." -> "critical mineral trade bloc".
// Kept: premodifiers, numbers, a named owner, and complements while the whole stays short. Not kept: determiners,
// pronouns, dates, relative and participial clauses; they are in the evidence.
#include <algorithm>

#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kMaxWords = 7, kMaxPremodifiers = 5;

class Namer {
 public:
  Namer(const DocumentTree& tree, std::uint32_t head) : tree_(tree), head_(head) {}

  std::string run() {
    for (const std::uint32_t child : tree_.children(head_)) {
      if (child < head_ && describes(child)) add(child);
    }
    trim_front();
    kept_.push_back(head_);
    for (const std::uint32_t child : tree_.children(head_)) {
      if (child > head_ && tree_.token(child).deprel == Deprel::kPrep) add_complement(child);
    }
    return text();
  }

 private:
  bool describes(std::uint32_t t) const {
    const Token& token = tree_.token(t);
    switch (token.deprel) {
      case Deprel::kAmod:
      case Deprel::kCompound:
      case Deprel::kNmod:
      case Deprel::kNummod:
      case Deprel::kQuantmod: return token.entity != EntityLabel::kDate;
      case Deprel::kPoss: return token.upos != Upos::kPron && token.entity != EntityLabel::kDate;
      case Deprel::kPunct: return token.tag == Tag::kHyph;
      default: return false;
    }
  }

  void add(std::uint32_t t) {
    for (const std::uint32_t child : tree_.children(t)) {
      if (child < t && tree_.token(child).deprel != Deprel::kDet && !quotes(child) && tree_.token(child).upos != Upos::kPron) add(child);
    }
    if (!quotes(t)) kept_.push_back(t);
    for (const std::uint32_t child : tree_.children(t)) {
      const Deprel deprel = tree_.token(child).deprel;
      const bool inner = deprel == Deprel::kCase || deprel == Deprel::kAmod || deprel == Deprel::kCompound || (deprel == Deprel::kPunct && tree_.token(child).tag == Tag::kHyph);
      if (child > t && child < head_ && inner) add(child);
      if (child > t && child < head_ && (deprel == Deprel::kCc || deprel == Deprel::kConj) && tree_.token(t).deprel != Deprel::kPoss) add(child);
    }
  }
  bool quotes(std::uint32_t t) const {
    return tree_.token(t).upos == Upos::kPunct && tree_.token(t).tag != Tag::kHyph;
  }

  void trim_front() {
    std::sort(kept_.begin(), kept_.end());
    if (kept_.size() > kMaxPremodifiers) kept_.erase(kept_.begin(), kept_.end() - kMaxPremodifiers);
  }

  void add_complement(std::uint32_t preposition) {
    const std::uint32_t object = tree_.child(preposition, Deprel::kPobj);
    if (object == DocumentTree::kNoToken || tree_.token(object).upos == Upos::kPron || tree_.token(object).entity == EntityLabel::kDate) return;
    if (kept_.back() + 1 != preposition) return;  // no gap: "stance on Taiwan", not "talks in 2010 on trade"
    Namer inner(tree_, object);
    for (const std::uint32_t child : tree_.children(object)) {
      if (child < object && inner.describes(child)) inner.add(child);
      if (child > object && tree_.token(child).deprel == Deprel::kConj) return;
    }
    std::sort(inner.kept_.begin(), inner.kept_.end());
    if (kept_.size() + inner.kept_.size() + 2 > kMaxWords) return;
    kept_.push_back(preposition);
    // a determiner inside is no part of the name, but the words stand as they stood
    kept_.insert(kept_.end(), inner.kept_.begin(), inner.kept_.end());
    kept_.push_back(object);
  }

  std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const bool glued = i > 0 && kept_[i] == kept_[i - 1] + 1 && tree_.token(kept_[i]).span.begin == tree_.token(kept_[i - 1]).span.end;
      if (i > 0 && !glued) out += ' ';
      out += tree_.word(kept_[i]);
    }
    return clean_name(out);
  }

  const DocumentTree& tree_;
  std::uint32_t head_;
  std::vector<std::uint32_t> kept_;
};

}  // namespace

std::string nominal_name(const DocumentTree& tree, const Resolution&, std::uint32_t head) { return Namer(tree, head).run(); }

}  // namespace dossier::ingest
