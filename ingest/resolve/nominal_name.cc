// "the critical mineral trade bloc with partners and allies, using tariffs ..." -> "critical mineral trade
// bloc with partners and allies". Kept: premodifiers, numbers, how long it is ("four day convention"), a named owner,
// as much of the complements as keeps the whole short ("correlation with the entry of orcas | into the bay"), a list
// where there is room for all of it ("areas of tobacco, alcohol and firearms"), what a right, plan or chance is of
// ("decision not to sell the farms"), what an adjective behind it tells ("symptoms similar to flu"), the deed that one had trouble
// with ("trouble landing on stripes"), and the participle
// behind a complement ("people | downloading music"). Not kept: determiners, pronouns, other dates, relative clauses
// and other participles; they are in the evidence.
#include <algorithm>
#include <iterator>
#include <string>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/nominal_words.h"
#include "ingest/resolve/restrictions.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kMaxWords = 7, kMaxLong = 9, kMaxParticiple = 4;
constexpr std::uint32_t kMaxDate = 4, kMaxNumbers = 6;

class Namer : public NameWords {
 public:
  Namer(const DocumentTree& tree, const Resolution& resolution, std::uint32_t head, int depth = 0,
        bool restricted = true)
      : NameWords(tree, resolution, head, depth), restricted_(restricted) {}

  std::string run() {
    add_premodifiers();
    kept_.push_back(head_);
    add_hyphenated();
    if (depth_ > 0) add_rest_of_name();
    ends_.push_back(kept_.size());
    for (const std::uint32_t child : tree_.children(head_)) {
      const Deprel deprel = tree_.token(child).deprel;
      if (child <= kept_.back()) continue;
      if (deprel == Deprel::kNummod && child == kept_.back() + 1) add_numbers(child);
      if (deprel == Deprel::kPrep) add_complement(child);
      if (deprel == Deprel::kAmod) add_adjective(child);
      if (deprel == Deprel::kAcl) add_participle(child);
      if (deprel == Deprel::kAcl || deprel == Deprel::kRelcl) add_infinitive(child);
      ends_.push_back(kept_.size());
    }
    if (depth_ == 0) add_shared();
    add_restriction();
    if (depth_ == 1) ends_.push_back(kept_.size());
    if (depth_ == 0 && counted()) {
      const auto rate = rate_behind(tree_, kept_.back());
      kept_.insert(kept_.end(), rate.begin(), rate.end());
    }
    if (depth_ > 0) return {};  // of a name within another only the words are asked
    return as_within(tree_, kept_.front(), clean_name(tree_.text_of(kept_)));
  }

 private:
  bool counted() const {
    return std::any_of(kept_.begin(), kept_.end(),
                       [&](std::uint32_t t) { return tree_.token(t).tag == Tag::kCd; });
  }

  // "number 3", "rooms 12 and 14"
  void add_numbers(std::uint32_t first) {
    const std::uint32_t last = rightmost(first);
    for (std::uint32_t t = first; t <= (last < first + kMaxNumbers ? last : first); ++t) kept_.push_back(t);
  }

  // "the import and sale | of firearms", hung on the first, is of both; hung on the second it may be "our
  // trust and sense | of duty".
  void add_shared() {
    if (kept_.back() != head_) return;
    const std::uint32_t above = tree_.token(head_).head, below = tree_.child(head_, Deprel::kConj);
    const bool second = joined_barely(above, head_);
    const std::uint32_t first = second ? above : head_, other = second ? head_ : below;
    if (other == DocumentTree::kNoToken || !joined_barely(first, other) || other + 1 >= tree_.size() ||
        tree_.token(other + 1).deprel != Deprel::kPrep || tree_.lower(other + 1) != "of")
      return;
    const std::uint32_t of_what = tree_.child(other + 1, Deprel::kPobj);
    const bool acts = is_act(first) && is_act(other);
    if ((tree_.token(other + 1).head == first || acts) && of_what != DocumentTree::kNoToken &&
        (stands_apart(of_what) || acts))
      add_complement(other + 1, true);
  }
  // No "faith or country | of origin"
  bool stands_apart(std::uint32_t t) const {
    return tree_.token(t).tag != Tag::kNn || tree_.child(t, Deprel::kDet) != DocumentTree::kNoToken;
  }
  bool is_act(std::uint32_t t) const {
    return noun_mostly_means(to_lower(tree_.token(t).lemma), NounKind::kAct);
  }
  // By an "and" alone
  bool joined_barely(std::uint32_t first, std::uint32_t other) const {
    return tree_.token(other).deprel == Deprel::kConj && tree_.token(other).head == first &&
           other == first + 2 && tree_.token(first).upos == Upos::kNoun &&
           tree_.token(other).upos == Upos::kNoun && tree_.token(first + 1).deprel == Deprel::kCc;
  }

  void add_complement(std::uint32_t preposition, bool shared = false) {
    if (kept_.back() + 1 != preposition && !shared) return;  // no gap: not "talks in 2010 on trade"
    const std::uint32_t object = named_place(tree_.child(preposition, Deprel::kPobj));
    if (object == DocumentTree::kNoToken) return add_deed(preposition);
    const Token& token = tree_.token(object);
    if (tree_.lower(preposition) == "of" && tree_.lower(object) == "own") return;  // "a store of its own"
    if (tree_.lower(preposition) == "of" &&
        (add_amount(preposition, object) || add_date(preposition, object)))
      return;
    if (token.upos == Upos::kPron || token.upos == Upos::kDet || token.entity == EntityLabel::kDate ||
        token.entity == EntityLabel::kTime || is_date(object))
      return;
    // "a rise in the number of cases | of flu"
    const bool deep = depth_ > 2 || (depth_ == 2 && tree_.lower(preposition) != "of");
    if (compares(preposition) || deep || lacks_other(preposition, object) ||
        tree_.lower(preposition) == "including")
      return;
    const std::uint32_t other = tree_.child(object, Deprel::kConj);
    if (other != DocumentTree::kNoToken && tree_.child(other, Deprel::kConj) != DocumentTree::kNoToken)
      return add_list(preposition, object);
    if (other != DocumentTree::kNoToken) return add_pair(preposition, object, other);
    add_named(preposition, object);
  }
  // "a court in the southern city | of Karachi": in Karachi
  std::uint32_t named_place(std::uint32_t t) const {
    if (t == DocumentTree::kNoToken || t + 1 >= tree_.size() || tree_.lower(t + 1) != "of") return t;
    const Entity* entity = resolution_.entity_at(t);
    const std::uint32_t name = tree_.child(t + 1, Deprel::kPobj);
    const bool noun = entity && entity->named &&
                      resolution_.mentions[resolution_.mention_of[t]].kind == MentionKind::kNominal;
    return noun && name != DocumentTree::kNoToken && resolution_.entity_at(name) == entity ? name : t;
  }
  // As much of what the preposition leads to as there is room for: "correlation with the entry of orcas | into the
  // bay". A noun stays with its "of", unless that leaves a bare one: "an increase in the average age | of the world's
  // population".
  void add_named(std::uint32_t preposition, std::uint32_t object) {
    Namer inner(tree_, resolution_, object, depth_ + 1);
    inner.run();
    const std::size_t told = count(kept_) + 1, room = kMaxWords - std::min(kMaxWords, told);
    // "a lot of new evidence from ..." is evidence, no lot
    const bool of = depth_ == 0 && tree_.lower(preposition) == "of", counted = of && counts(head_);
    std::size_t end =
        inner.end_within(counted ? std::max(room, inner.ends_.front()) : room, kept_.size() == 1);
    const std::size_t long_room = kMaxLong - std::min(kMaxLong, told);
    if (end == 0 && of) end = inner.end_within(long_room, false, true);
    // "a rise in the number of cases | of whooping cough": a little longer rather than cut before its "of"
    if (end > 0 && end < inner.kept_.size() && tree_.lower(inner.kept_[end]) == "of")
      end = std::max(end, inner.end_within(long_room, true));
    if (end == 0) return;
    kept_.push_back(preposition);
    for (const std::size_t stop : inner.ends_) {
      if (stop >= end) continue;
      ends_.push_back(kept_.size() + stop);
      if (depth_ == 1) loose_.push_back(kept_.size() + stop);
    }
    kept_.insert(kept_.end(), inner.kept_.begin(), inner.kept_.begin() + static_cast<std::ptrdiff_t>(end));
  }
  // The longest name of at most so many words, or, though it be long, the first that is whole ("the strongest single
  // predictor | of a state's youth suicide rate"); 0 for none.
  std::size_t end_within(std::size_t room, bool before_of, bool first = false) const {
    std::size_t found = 0;
    for (const std::size_t end : ends_) {
      const bool parts = end < kept_.size() && tree_.lower(kept_[end]) == "of" &&
                         std::find(loose_.begin(), loose_.end(), end) == loose_.end();
      const std::vector<std::uint32_t> words(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(end));
      const bool fits = count(words) <= room;
      if (first && !parts) return fits ? end : 0;
      if (fits && (before_of || !parts)) found = std::max(found, end);
    }
    return first ? 0 : found;
  }
  // "between the absence", whose other end the parser hung elsewhere
  bool lacks_other(std::uint32_t preposition, std::uint32_t object) const {
    return tree_.lower(preposition) == "between" && tree_.token(object).tag != Tag::kNns &&
           tree_.token(object).tag != Tag::kNnps &&
           tree_.child(object, Deprel::kConj) == DocumentTree::kNoToken;
  }
  // "sales | of CDs and vinyl", "signs | of domestic violence and sexual assault"; of a longer pair the first
  void add_pair(std::uint32_t preposition, std::uint32_t object, std::uint32_t other) {
    const std::uint32_t link = std::max(leftmost(other), object + 1) - 1;
    const bool joined = tree_.lower(link) == "and" || tree_.lower(link) == "or";
    if (!joined || !noun_like(other) || described_person()) return;
    Namer first(tree_, resolution_, object, depth_ + 2), second(tree_, resolution_, other, depth_ + 2);
    first.run();
    second.run();
    const bool whole =
        depth_ == 0 && (tree_.lower(preposition) == "of" || tree_.lower(preposition) == "between");
    if (count(kept_) + count(first.kept_) + count(second.kept_) + 2 > (whole ? kMaxLong : kMaxWords) ||
        !alike(object, other)) {
      if (tree_.lower(preposition) != "between") add_named(preposition, object);
      return;
    }
    kept_.push_back(preposition);
    kept_.insert(kept_.end(), first.kept_.begin(), first.kept_.end());
    kept_.push_back(link);
    kept_.insert(kept_.end(), second.kept_.begin(), second.kept_.end());
  }
  // "the areas | of tobacco, alcohol and firearms": all of a list, where there is room
  void add_list(std::uint32_t preposition, std::uint32_t first) {
    if (tree_.lower(preposition) == "in" && is_place_entity(tree_.token(first).entity))
      return;  // where it was done
    std::vector<std::uint32_t> words = {preposition};
    for (std::uint32_t t = first, before = DocumentTree::kNoToken; t != DocumentTree::kNoToken;
         before = t, t = tree_.child(t, Deprel::kConj)) {
      if (!noun_like(t) || described_person() || !listed_with(first, t)) return;
      Namer part(tree_, resolution_, t, depth_ + 2);
      part.run();
      if (part.kept_.empty() || part.kept_.size() != part.kept_.back() + 1 - part.kept_.front()) return;
      const bool last = tree_.child(t, Deprel::kConj) == DocumentTree::kNoToken;
      if (before != DocumentTree::kNoToken && !add_link(words, part.kept_.front(), last)) return;
      words.insert(words.end(), part.kept_.begin(), part.kept_.end());
    }
    if (count(kept_) + count(words) <= kMaxLong) kept_.insert(kept_.end(), words.begin(), words.end());
  }
  // Not "Florida, Richard and Lisa"; nor with more to one than its name would tell.
  bool listed_with(std::uint32_t first, std::uint32_t t) const {
    return tree_.token(first).upos == tree_.token(t).upos &&
           tree_.child(t, Deprel::kPrep) == DocumentTree::kNoToken &&
           (tree_.token(first).entity == EntityLabel::kPerson) ==
               (tree_.token(t).entity == EntityLabel::kPerson);
  }
  // What stands between two parts of a list: a comma, and before the last an "and"
  bool add_link(std::vector<std::uint32_t>& words, std::uint32_t next, bool last) const {
    bool joined = false;
    for (std::uint32_t t = words.back() + 1; t < next; ++t) {
      const std::string word = tree_.lower(t);
      if (word != "," && word != "and" && word != "or" && tree_.token(t).tag != Tag::kDt) return false;
      joined = joined || word == "and" || word == "or";
      if (tree_.token(t).tag != Tag::kDt) words.push_back(t);
    }
    return joined == last;
  }
  // "the end | of August", "the eve | of Independence Day": half of what it says, without
  bool add_date(std::uint32_t preposition, std::uint32_t object) {
    const EntityLabel label = tree_.token(object).entity;
    if ((label != EntityLabel::kDate && label != EntityLabel::kTime) || tree_.token(object).tag == Tag::kJj ||
        (told_from_now(object) && !may_be_of_time(to_lower(tree_.token(head_).lemma)) && !ranked()))
      return false;
    const std::uint32_t end = std::max(object, rightmost(object)) + 1;
    if (end > preposition + kMaxDate + 1) return false;
    for (std::uint32_t t = preposition; t < end; ++t)
      if (tree_.token(t).tag != Tag::kDt) kept_.push_back(t);
    return true;
  }
  // "the biggest strike of the year"
  bool ranked() const {
    const auto children = tree_.children(head_);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t t) {
      return t < head_ && (tree_.token(t).tag == Tag::kJjs || tree_.token(t).entity == EntityLabel::kOrdinal);
    });
  }
  // "the rent of the last months", "women of today": other ones later on
  bool told_from_now(std::uint32_t date) const {
    const auto children = tree_.children(date);
    const bool full = std::any_of(children.begin(), children.end(), [&](std::uint32_t t) {
      return tree_.token(t).tag == Tag::kCd || tree_.token(t).upos == Upos::kPropn;
    });
    const bool last = std::any_of(children.begin(), children.end(),
                                  [&](std::uint32_t t) { return tree_.token(t).deprel == Deprel::kAmod; });
    return tree_.token(date).upos != Upos::kPropn && (last || !full);
  }
  // "waters around the Bahamas | and rainbow colours", "levels of anxiety | and lots of problems": joined to the noun
  // itself, or with more to it than there is room for
  bool alike(std::uint32_t one, std::uint32_t other) const {
    const auto children = tree_.children(other);
    if (std::none_of(children.begin(), children.end(),
                     [&](std::uint32_t t) { return describes(t) || t > other; }))
      return true;
    const auto person = [&](std::uint32_t t) {
      return noun_mostly_means(to_lower(tree_.token(t).lemma), NounKind::kPerson);
    };
    const bool names = tree_.token(one).upos == Upos::kPropn;
    return tree_.child(other, Deprel::kPrep) == DocumentTree::kNoToken &&
           names == (tree_.token(other).upos == Upos::kPropn) && (names || person(one) == person(other));
  }
  // "ways | of reducing traffic congestion", "charge | of presiding over hearings"; nothing of a longer clause
  void add_deed(std::uint32_t preposition) {
    const std::uint32_t verb = tree_.child(preposition, Deprel::kPcomp);
    if (verb != preposition + 1 || tree_.token(verb).tag != Tag::kVbg || depth_ > 0 ||
        noun_mostly_means(to_lower(tree_.token(head_).lemma), NounKind::kPerson))
      return;  // `accused employers of pressuring staff`
    add_gerund({preposition, verb}, verb);
  }
  void add_gerund(std::vector<std::uint32_t> words, std::uint32_t verb) {
    const std::size_t before = words.size();
    for (const std::uint32_t child : tree_.children(verb)) {
      const Deprel deprel = tree_.token(child).deprel;
      if (deprel == Deprel::kCc && words.size() > before) break;  // `of taking land and selling it`
      const bool through = deprel == Deprel::kPrep && words.size() == before;
      const std::uint32_t object = through ? tree_.child(child, Deprel::kPobj) : child;
      if (deprel == Deprel::kPrep && !through) continue;  // `of raising money in Oslo`
      if ((deprel != Deprel::kDobj && deprel != Deprel::kAttr && !through) ||
          object == DocumentTree::kNoToken || !noun_like(object) || words.size() > before)
        return;
      if (through) words.push_back(child);
      Namer inner(tree_, resolution_, object, depth_ + 1);
      inner.run();
      words.insert(words.end(), inner.kept_.begin(), inner.kept_.end());
    }
    if (count(kept_) + count(words) <= kMaxWords) kept_.insert(kept_.end(), words.begin(), words.end());
  }
  // "the right | to vote", "their decision | not to sell the firm": what it is a right, plan or chance of
  void add_infinitive(std::uint32_t verb) {
    if (depth_ > 1 || !may_be_of_deed(to_lower(tree_.token(head_).lemma)) ||
        tree_.token(head_).upos == Upos::kPropn)
      return;
    std::vector<std::uint32_t> words;
    bool open = false, to = false;  // for what is done, or to whom
    for (std::uint32_t t = leftmost(verb); t <= verb; ++t) {
      const Token& token = tree_.token(t);
      const bool part = t == verb || token.tag == Tag::kTo || token.deprel == Deprel::kNeg ||
                        token.deprel == Deprel::kAuxpass;
      if (!part || (t != verb && token.head != verb)) return;
      to = to || token.tag == Tag::kTo;
      words.push_back(t);
    }
    if (!to || words.front() != kept_.back() + 1) return;
    for (const std::uint32_t child : tree_.children(verb)) {
      if (child < verb) continue;
      const Deprel deprel = tree_.token(child).deprel;
      const std::uint32_t object = deprel == Deprel::kPrep ? tree_.child(child, Deprel::kPobj) : child;
      if (deprel == Deprel::kConj && !open && tree_.token(child).tag == Tag::kVb)
        return;  // `to delay or extend it`
      if (deprel == Deprel::kConj) break;
      if (deprel == Deprel::kCc || deprel == Deprel::kPunct) continue;
      if (deprel == Deprel::kPrep && object != DocumentTree::kNoToken && dates(object)) {
        if (tree_.child(verb, Deprel::kAuxpass) != DocumentTree::kNoToken && !open)
          return;  // `to be held in May`
        break;     // `to vote | in 1893`
      }
      if (deprel == Deprel::kPrt) words.push_back(child);
      if (deprel == Deprel::kAdvmod && child == verb + 1) words.push_back(child);  // `to return home`
      if (deprel == Deprel::kPrt || (deprel == Deprel::kAdvmod && child == verb + 1)) continue;
      const bool ends =
          (deprel == Deprel::kPrep || deprel == Deprel::kNpadvmod || deprel == Deprel::kAdvmod) && open;
      if (ends && (deprel != Deprel::kPrep || takes_thing(tree_.token(verb).lemma) ||
                   takes_person(tree_.token(verb).lemma)))
        break;  // `to sell the firm | by May`
      const bool told = deprel == Deprel::kDobj || deprel == Deprel::kAttr || deprel == Deprel::kPrep;
      if (!told || object == DocumentTree::kNoToken || !noun_like(object) ||
          leftmost(child) != words.back() + 1)
        return;
      if (deprel == Deprel::kPrep) words.push_back(child);
      if (!add_object(words, object)) return;
      open = true;
    }
    const std::uint32_t next = words.back() + 1;
    if (!open && next < tree_.size() && (noun_like(next) || tree_.token(next).upos == Upos::kPron))
      return;  // its object, lost
    if (count(kept_) + count(words) <= kMaxLong) kept_.insert(kept_.end(), words.begin(), words.end());
  }
  // "prosecute | Ana and Ida"; false for more than two
  bool add_object(std::vector<std::uint32_t>& words, std::uint32_t object) const {
    const std::uint32_t other = tree_.child(object, Deprel::kConj);
    for (const std::uint32_t t : {object, other}) {
      if (t == DocumentTree::kNoToken) continue;
      if (t == other &&
          (!noun_like(t) || leftmost(t) <= object || tree_.child(t, Deprel::kConj) != DocumentTree::kNoToken))
        return false;
      Namer inner(tree_, resolution_, t, depth_ == 0 ? 1 + (t == other) : 3);
      inner.run();
      if (t == other) words.push_back(leftmost(other) - 1);
      const std::size_t told = count(kept_) + count(words);
      const std::size_t end =
          std::max(inner.end_within(kMaxLong - std::min(kMaxLong, told), true), inner.ends_.front());
      words.insert(words.end(), inner.kept_.begin(), inner.kept_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return true;
  }
  // "symptoms | similar to the infection", "products | available in Europe", "a deal | worth $3 billion"
  void add_adjective(std::uint32_t adjective) {
    const std::uint32_t link = adjective + 1;
    if (adjective != kept_.back() + 1 || depth_ > 1 || link >= tree_.size()) return;
    std::vector<std::uint32_t> words = {adjective};
    const bool more = counted() && tree_.lower(link) == "than" && tree_.token(link).head == adjective;
    if (tree_.lower(adjective) == "worth" || more) {  // "80 euros | more than planned"
      for (std::uint32_t t = link; t <= rightmost(adjective); ++t) words.push_back(t);
    } else {
      const std::uint32_t object = tree_.child(link, Deprel::kPobj);
      if (tree_.token(link).head != adjective || tree_.token(link).deprel != Deprel::kPrep ||
          tree_.lower(link) == "than" || object == DocumentTree::kNoToken || dates(object) ||
          !noun_like(object) || tree_.child(object, Deprel::kConj) != DocumentTree::kNoToken)
        return;
      Namer inner(tree_, resolution_, object, depth_ + 1);
      inner.run();
      words.push_back(link);
      words.insert(words.end(), inner.kept_.begin(), inner.kept_.end());
    }
    if (count(kept_) + count(words) <= kMaxLong) kept_.insert(kept_.end(), words.begin(), words.end());
  }
  // "percentage of people | downloading music": who is counted
  void add_participle(std::uint32_t verb) {
    const std::uint32_t end = rightmost(verb) + 1;
    const Tag tag = tree_.token(verb).tag;
    if (depth_ == 0 && tag == Tag::kVbg && verb == kept_.back() + 1 && wants_deed())
      return add_gerund({verb}, verb);
    if (depth_ != 1 || (tag != Tag::kVbg && tag != Tag::kVbn) || verb != kept_.back() + 1 ||
        end > verb + kMaxParticiple || leftmost(verb) != verb)
      return;
    for (std::uint32_t t = verb; t < end; ++t) {
      const Token& token = tree_.token(t);
      if (token.upos == Upos::kPunct || token.entity == EntityLabel::kDate ||
          token.entity == EntityLabel::kTime)
        return;
    }
    for (std::uint32_t t = verb; t < end; ++t) {
      if (belongs(t)) kept_.push_back(t);
    }
  }
  // "had trouble | landing on stripes", "had a hard time | finding it": what one has is no trouble, but this
  bool wants_deed() const {
    const Token& noun = tree_.token(head_);
    const std::string lemma = to_lower(noun.lemma);
    return noun.deprel == Deprel::kDobj && tree_.token(noun.head).lemma == "have" &&
           noun.upos == Upos::kNoun &&
           (noun_mostly_means(lemma, NounKind::kState) || noun_mostly_means(lemma, NounKind::kAttribute) ||
            noun_mostly_means(lemma, NounKind::kCognition) || noun_mostly_means(lemma, NounKind::kFeeling) ||
            noun_mostly_means(lemma, NounKind::kTime) || noun_mostly_means(lemma, NounKind::kEvent));
  }
  // "people | who cannot swim", "a number of people | who swim": fewer than people
  void add_restriction() {
    const std::uint32_t of = tree_.token(head_).head;
    const bool part = depth_ == 1 && tree_.lower(of) == "of" && counts(tree_.token(of).head);
    const auto clause = restriction_of(tree_, head_, part);
    if ((depth_ > 0 && !part) || !restricted_ || !clause || clause->begin != kept_.back() + 1 ||
        count(kept_) + clause->size() > kMaxLong)
      return;
    for (std::uint32_t t = clause->begin; t < clause->end; ++t)
      if (tree_.token(t).tag != Tag::kDt) kept_.push_back(t);
  }
  // "the same time | as a giraffe"
  bool compares(std::uint32_t preposition) const {
    const auto children = tree_.children(head_);
    return tree_.lower(preposition) == "as" &&
           std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t t) { return tree_.lower(t) == "same" || tree_.lower(t) == "such"; });
  }
  // "an average of 20 days", "a total of 25": the number, with what it counts
  bool add_amount(std::uint32_t preposition, std::uint32_t object) {
    std::uint32_t first = preposition + 1;
    const bool bare = tree_.child(object, Deprel::kPrep) == DocumentTree::kNoToken &&
                      tree_.child(object, Deprel::kConj) == DocumentTree::kNoToken;
    const auto hedges = [&](const Token& token) {
      return token.deprel == Deprel::kAdvmod || token.deprel == Deprel::kQuantmod;
    };
    while (bare && first < object && hedges(tree_.token(first))) ++first;  // "values | of about 2"
    const std::uint32_t of = tree_.child(object, Deprel::kPrep);
    const bool part = object == first && of != DocumentTree::kNoToken;  // "one of the volcanoes"
    if (object < first || object > preposition + 5 || tree_.token(first).tag != Tag::kCd || part)
      return false;
    for (std::uint32_t t = preposition; t <= object; ++t) kept_.push_back(t);
    if (of != DocumentTree::kNoToken && tree_.lower(of) == "of") add_complement(of);
    return true;
  }
  bool counts(std::uint32_t t) const {
    const auto noun = Facts::get().find_noun(tree_.lower(t));
    return noun && noun->noun_class == NounClass::kQuantity;
  }
  bool is_date(std::uint32_t t) const {
    const auto word = tree_.word(t);
    return word.find('/') != std::string_view::npos && word.front() >= '0' && word.front() <= '9';
  }

  bool restricted_;
  std::vector<std::size_t> ends_;  // where the words kept may end and still name it
  std::vector<std::size_t>
      loose_;  // those of them that are ends though an "of" follows: "the centre | of town"
};

}  // namespace

std::string as_within(const DocumentTree& tree, std::uint32_t first, std::string name) {
  const Token& token = tree.token(first);
  const std::string_view word = tree.word(first);
  const bool opens = first == tree.sentence_range(first).begin || tree.token(first - 1).upos == Upos::kPunct;
  const Facts& facts = Facts::get();
  if (!opens || token.upos == Upos::kPropn || is_name_entity(token.entity) || word.size() < 2 ||
      !name.starts_with(word) || to_lower(word).substr(1) != word.substr(1) || facts.find_people(word) ||
      facts.is_people(word) ||
      (token.upos == Upos::kNoun && (facts.find_place(word) || facts.find_country(word))))
    return name;
  const bool alone = name == word && token.tag == Tag::kNn;  // "Trump", which the tagger takes for a noun
  if (alone && (facts.find_organisation(word) || facts.is_common_surname(word))) return name;
  for (std::uint32_t t = 0; t < tree.size(); ++t)
    if (tree.token(t).upos == Upos::kPropn && tree.word(t) == word)
      return name;  // "Cook", who is one elsewhere
  return to_lower(word) + name.substr(word.size());
}

std::string nominal_name(const DocumentTree& tree, const Resolution& resolution, std::uint32_t head,
                         bool restricted) {
  // "the 29-year-old": the age is all that it tells
  if (head >= 4 && tree.lower(head) == "old" && tree.word(head - 1) == "-" && tree.lower(head - 2) == "year")
    return tree.text_of({head - 4, head + 1});
  std::string name = Namer(tree, resolution, head, 0, restricted).run();
  if (const auto nor = name.find(" nor "); nor != std::string::npos) name.replace(nor, 5, " or ");
  return name.empty() ? name : part_before(tree, head) + name;
}

}  // namespace dossier::ingest
