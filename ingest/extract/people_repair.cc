// People who are listed with what they are, each of whom the parser takes for another name of the one before:
//
//   listed   `met the banker Jan Kok, the lawyer Piet Vos and a judge`: the lawyer is a second one
//   near     `the son of the painter Otto Mahler left`: the name hung on the son, or read as a second subject
//   last     `the banker Jan Kok, the lawyer Piet Vos and Bo Lund, who won`: what a comma sets off at the end
//            is the last one's
//   aside    `Norway's latest star, Ana, has won it`: a name between commas, read as an adverb
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class PeopleRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_near(t);
      mend_listed(t);
      mend_aside(t);
    }
  }

 private:
  bool is_person_name(std::uint32_t t) {
    return at(t).upos == Upos::kPropn && at(t).entity == EntityLabel::kPerson;
  }

  // No comma parts somebody from his name.
  void mend_near(std::uint32_t name) {
    if (!is_person_name(name) || is_root(name) || !(at(name).deprel == Deprel::kAppos || is_subject(name)))
      return;
    const std::uint32_t start = first_word(name), near = start - 1;
    if (start == range_.begin || at(near).tag != Tag::kNn || at(near).deprel != Deprel::kPobj ||
        !is_person_noun(near) || at(name).head == near || lower(at(near).head) != "of")
      return;
    std::uint32_t above = near;  // the son
    while (!is_root(above) && at(above).deprel != Deprel::kNsubj && at(above).deprel != Deprel::kNsubjpass &&
           above != at(name).head)
      above = at(above).head;
    if (above == at(name).head || (is_subject(name) && is_subject(above) && at(above).head == at(name).head))
      attach(name, near, Deprel::kAppos);
  }

  // The noun of `the lawyer Piet Vos` or `the lawyer, Piet Vos`; the name itself where the noun hangs on it.
  std::uint32_t item_of(std::uint32_t name) {
    if (is_root(name) || at(name).deprel != Deprel::kAppos || !is_person_name(name)) return range_.end;
    const std::uint32_t role = child(name, {Deprel::kCompound, Deprel::kNmod});
    if (is_person_noun(role) && is_person_name(at(name).head)) return name;
    const std::uint32_t noun = at(name).head;
    return noun < name && is_person_noun(noun) && at(noun).deprel == Deprel::kAppos ? noun : range_.end;
  }
  // `the banker Jan Kok`, `the banker, Jan Kok`, with the name hung on the noun
  bool owns(std::uint32_t name) {
    const std::uint32_t noun = at(name).head;
    return at(name).deprel == Deprel::kAppos && noun < name && is_person_noun(noun);
  }
  // Whether what the item hangs on has a name already. `Jan Kok, the driver, Piet Vos, a nurse,`: the
  // driver's is Kok
  bool is_named(std::uint32_t first, std::uint32_t item, std::uint32_t name) {
    if (is_person_name(first))
      return owns(first) || !comma_before(first_word(name, item + 1)) || name == item;
    const std::uint32_t own = child(first, {Deprel::kAppos});
    return is_person_noun(first) && own < item && is_person_name(own);
  }
  bool is_closed(std::uint32_t first) {
    for (std::uint32_t t = first + 1; t < range_.end; ++t)
      if (at(t).deprel == Deprel::kCc && is_under(t, first)) return true;
    return false;
  }

  // Two people with a name each are no single one; a conjunction ends the list.
  void mend_listed(std::uint32_t name) {
    const std::uint32_t item = item_of(name);
    if (!has(item)) return;
    const std::uint32_t first = at(item).head;
    const std::uint32_t before = first_word(item, first + 1) - 1, noun = at(first).head;
    if (first > item || (word_at(before) != "," && at(before).deprel != Deprel::kCc) ||
        !is_named(first, item, name) || !is_closed(first))
      return;
    const std::uint32_t top = owns(first) ? noun : first;
    attach(item, top, Deprel::kConj);
    if (at(item).tag != Tag::kNns)  // `presidents Ana Roe and Ida Dahl`
      move_children(name, top, name + 1, range_.end, {Deprel::kCc, Deprel::kConj});
    for (std::uint32_t t = name + 1; t < range_.end; ++t) {
      const bool aside = at(t).deprel == Deprel::kRelcl || at(t).deprel == Deprel::kAppos;
      if (!aside || (at(t).head != first && at(t).head != noun && at(t).head != item)) continue;
      const std::uint32_t start = first_word(t, name + 1), last = start - 2;
      if (comma_before(start) && last > name && is_nominal(at(last)) &&
          (is_under(last, item) || is_under(last, top)))
        at(t).head = last;
    }
  }

  // The name of the noun right before it, which is known or somebody.
  void mend_aside(std::uint32_t name) {
    if (at(name).deprel != Deprel::kNpadvmod || at(name).upos != Upos::kPropn || is_root(name) ||
        is_time_entity(at(name).entity) || is_place_entity(at(name).entity) || word_at(name + 1) != ",")
      return;
    const std::uint32_t noun = at(name).head, first = first_word(name);
    if (noun > name || at(noun).tag != Tag::kNn || !comma_before(first) || first != noun + 2 ||
        !is_subject(noun))
      return;
    const std::uint32_t article = child(noun, {Deprel::kDet});
    if (has_child(noun, {Deprel::kPoss}) || (has(article) && lower(article) == "the"))
      attach(name, noun, Deprel::kAppos);
  }
};

}  // namespace

void repair_people(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  PeopleRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
