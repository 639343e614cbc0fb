// Repairs of the roles that stand right before a name, read as people of their own:
//
//   joined      `Singer and writer Ana Holt died`: a name joined to what it is
//   pair        `Singer, actor and former clerk Ana Holt`: roles of one name, joined to each other
//   middle      `poet, envoy, and former clerk Ana Holt`: the second, joined to the first, which is the name's
//   beside      `the bank's head, Ana Roe, and Mayor Ole Holt left`: the second joined to the first's name
//   swallowed   `Finance Minister Ana Roe and Mayor Ole Holt left`: the first read as a part of the second
//   bearer      `United States Representative Ana Holt`: a name that the recogniser takes for part of a body, or half of it
//   next        `Ana Roe and Mayor Ole Holt left`: a title without its name, joined to the name before
//   both        `met lead author and physicist Ana Holt`, `Norsk CEO and clerk Ana Holt`, `Deputy Premier for Finance and
//               Minister of Trade Ana Holt`: two roles before a name, whichever word the parser hung the rest on
#include <algorithm>

#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class TitleRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_bearer(t);
      mend_swallowed(t);
      mend_next(t);
      mend_joined(t);
      mend_pair(t);
      mend_middle(t);
      mend_beside(t);
      mend_both(t);
    }
  }

 private:
  bool is_somebody(std::uint32_t t) { return at(t).entity == EntityLabel::kPerson; }
  // `lawyer Emeka Obi`: two names behind a role, which the recogniser does not know
  bool is_called(std::uint32_t t) {
    return t >= range_.begin + 2 && at(t).tag == Tag::kNnp && at(t - 1).tag == Tag::kNnp &&
           at(t).entity == EntityLabel::kNone && at(t - 1).entity == EntityLabel::kNone &&
           at(t - 1).head == t && at(t).deprel != Deprel::kCompound && is_bare_role(t - 2);
  }
  std::uint32_t first_of(std::uint32_t name) { return is_somebody(name) ? name_start(name) : name - 1; }

  // `Actress`, where the sentence gives it its capital
  bool is_common(std::uint32_t noun) {
    return at(noun).tag == Tag::kNn || (noun == range_.begin && at(noun).tag == Tag::kNnp);
  }
  // One of several that has no article: `singer`, `television host`
  bool is_bare_role(std::uint32_t noun) {
    return is_role(noun) && is_common(noun) &&
           !has_child(noun, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod, Deprel::kRelcl});
  }
  // `writer`, `US Senator`: what the word before a name calls its bearer
  bool is_title(std::uint32_t t) {
    return is_bare_role(t) || (at(t).tag == Tag::kNnp && at(t).entity == EntityLabel::kNone && is_role(t) &&
                               !has_child(t, {Deprel::kDet}));
  }

  // The title of a name that begins right behind it
  std::uint32_t title_of(std::uint32_t name) {
    for (std::uint32_t t = name_start(name);
         t-- > range_.begin && at(t).head == name && at(t).deprel == Deprel::kCompound;) {
      if (is_verb_tag(at(t).tag) && noun_means(lower(t), NounKind::kPerson))
        retag(t, Tag::kNn, Upos::kNoun);  // `advocate`
      if (is_title(t)) return t;
    }
    return range_.end;
  }

  // A title with a capital, a given name and more of the name, all of one phrase: who bears it is somebody.
  void mend_bearer(std::uint32_t title) {
    if ((at(title).tag != Tag::kNnp && at(title).tag != Tag::kNnps) || !has(title + 2) ||
        !noun_mostly_means(common_lemma(at(title)), NounKind::kPerson) ||
        Facts::get().gender_of_given_name(word_at(title)) != '-')  // `Ruth Elma Holt`
      return;
    const std::uint32_t first = title + 1;
    std::uint32_t last = first;
    while (has(last + 1) && (at(last + 1).tag == Tag::kNnp || word_at(last + 1) == "-")) ++last;
    bool whole = at(first).entity == EntityLabel::kPerson && at(first).entity_begins;
    for (std::uint32_t t = first; t <= last; ++t) {
      whole = whole && at(t).entity == EntityLabel::kPerson && (t == first || !at(t).entity_begins);
      if (t < last && at(t).head != last && at(t).head > last) return;
      if (t > first &&
          ((is_role(t) && !Facts::get().is_common_surname(word_at(t))) || at(t).entity == EntityLabel::kDate))
        return;
    }
    const std::string given = lower(first);  // `Elijah` is in the dictionary too
    const bool known = Facts::get().gender_of_given_name(word_at(first)) != '-' &&
                       (!noun_is_met(given) || noun_mostly_means(given, NounKind::kPerson));
    const bool other = !Facts::get().is_common_surname(word_at(last)) &&
                       (noun_is_met(lower(last)) || Facts::get().names_place(word_at(last)));
    if (whole || last == first || at(first).tag != Tag::kNnp || at(last).tag != Tag::kNnp || !known ||
        other || !is_under(title, last))
      return;
    const bool inside = at(first).entity != EntityLabel::kNone && !at(first).entity_begins;
    label(first, last, EntityLabel::kPerson);
    if (!inside) return;
    const std::uint32_t start = name_start(title);
    std::string before;
    for (std::uint32_t t = start; t < title; ++t) before += (t > start ? " " : "") + std::string(word_at(t));
    if (Facts::get().names_place(before)) label(start, title - 1, EntityLabel::kGpe);
    if (start + 1 == title && is_adjective(lower(start)) && !is_noun(lower(start)))  // `Presidential`
      label(start, start, EntityLabel::kNone);
    at(title).entity = EntityLabel::kNone;
    at(title).entity_begins = false;
  }

  // `Ole Holt ran for president and driver Ana Roe for governor`
  bool is_sought(std::uint32_t role) {
    const std::string link = at(role).deprel == Deprel::kPobj ? lower(at(role).head) : "";
    return link == "for" || link == "as";
  }

  // Roles without articles before a name are all its own; the name does what the first was to do.
  void mend_joined(std::uint32_t name) {
    if (!(at(name).deprel == Deprel::kConj || closes_roles(name)) ||
        (at(name).upos != Upos::kPropn && !is_somebody(name)) || is_root(name))
      return;
    const std::uint32_t title = title_of(name);
    if (title == range_.end) return;
    std::vector<std::uint32_t> roles;
    std::uint32_t top = name;
    while (!is_root(top) && (at(top).deprel == Deprel::kConj || at(top).deprel == Deprel::kAppos)) {
      if (at(top).head > name || !is_bare_role(at(top).head))
        break;  // `Ida Roe and` former governor and Senator Ana Holt
      top = at(top).head;
      roles.push_back(top);
    }
    const bool joined = at(top).deprel == Deprel::kConj || at(top).deprel == Deprel::kAppos;
    if (roles.empty() || is_root(top) || is_sought(top) || (joined && !is_somebody(at(top).head))) return;
    replace(top, name);
    for (const std::uint32_t role : roles) call(role, title, name);
    for (std::uint32_t t = top + 1; t < title; ++t) mend_middle(t);
  }
  // `singer, actor and` clerk Ana Holt, with her name hung on the singer
  bool closes_roles(std::uint32_t name) {
    const std::uint32_t role = at(name).head, joint = first_word(name) - 1;
    return at(name).deprel == Deprel::kAppos && role < name && is_bare_role(role) && has(joint) &&
           at(joint).deprel == Deprel::kCc && at(joint).lemma == "and" && is_under(joint, role);
  }

  // What stands beside the role up to the title is the name's.
  void call(std::uint32_t role, std::uint32_t title, std::uint32_t name) {
    const std::uint32_t start = first_word(role);
    if (start > range_.begin && at(start - 1).tag == Tag::kJj && at(start - 1).head == title)
      attach(start - 1, role, Deprel::kAmod);  // `former` singer and writer, hung on the last of them
    attach(role, name, Deprel::kNmod);
    if (at(role).tag == Tag::kNnp && role == range_.begin) retag(role, Tag::kNn, Upos::kNoun);
    for (std::uint32_t t = role + 1; t < title; ++t)
      if (at(t).head == role && (at(t).deprel == Deprel::kCc || at(t).upos == Upos::kPunct))
        attach(t, name, at(t).deprel == Deprel::kCc ? Deprel::kDep : Deprel::kPunct);
  }

  // Roles without articles, the last behind `and`, and the name right behind that: an apposition of one of them, or
  // a second subject
  void mend_pair(std::uint32_t name) {
    if ((!is_somebody(name) && !is_called(name)) || first_of(name) == range_.begin) return;
    const std::uint32_t second = first_of(name) - 1, first = paired_with(second);
    if (first == range_.end || !is_bare_role(second) || !is_bare_role(first)) return;
    std::vector<std::uint32_t> roles = {first};
    while (at(roles.back()).deprel == Deprel::kConj && at(roles.back()).head < roles.back() &&
           is_bare_role(at(roles.back()).head))
      roles.push_back(at(roles.back()).head);  // `singer, actor` and former clerk
    const std::uint32_t top = at(first).head == second ? second : roles.back();
    if (is_sought(top) || is_sought(name)) return;
    const bool called =
        at(name).deprel == Deprel::kAppos &&
        (at(name).head == second || std::find(roles.begin(), roles.end(), at(name).head) != roles.end());
    const bool both = is_subject(name) && is_subject(top) && at(name).head == at(top).head;
    if ((called || both) && !is_root(top)) {
      replace(top, name);
      move_children(top, name, name + 1, range_.end);
    } else if (at(top).head != name) {
      return;
    }
    attach(second, name, Deprel::kCompound);
    for (const std::uint32_t role : roles) call(role, second, name);
  }
  // `singer` of `singer and former clerk`, whichever of them is the other's head
  std::uint32_t paired_with(std::uint32_t second) {
    for (std::uint32_t t = range_.begin; t < second; ++t) {
      const bool joined = (at(second).head == t && at(second).deprel == Deprel::kConj) ||
                          (at(t).head == second && at(t).deprel == Deprel::kNmod);
      if (joined && at(child(t, {Deprel::kCc})).lemma == "and") return t;
    }
    return range_.end;
  }

  // A role without an article, joined to one that is the name's.
  void mend_middle(std::uint32_t role) {
    const std::uint32_t first = at(role).head, name = at(first).head;
    if (at(role).deprel == Deprel::kConj && at(first).deprel == Deprel::kNmod && first < role &&
        role < name && is_somebody(name) && !is_sought(name) && is_bare_role(first) && is_bare_role(role))
      call(role, name_start(name) - 1, name);
  }

  // One head has one name: who is joined to it is another.
  void mend_beside(std::uint32_t name) {
    if (at(name).deprel != Deprel::kConj || !is_somebody(name) || is_root(name)) return;
    const std::uint32_t first = at(name).head, role = at(first).head;
    if (first > name || !is_somebody(first) || at(first).deprel != Deprel::kAppos || is_root(first) ||
        role > first || !is_role(role) || at(role).tag != Tag::kNn || !comma_before(first_word(first)) ||
        !comma_before(child(first, {Deprel::kCc})))
      return;
    attach(name, role, Deprel::kConj);
    move_children(first, role, first + 1, name, {Deprel::kCc});
  }

  // Two names with a title each, joined by `and`: the first leads, and does what the second was to do.
  void mend_swallowed(std::uint32_t name) {
    if (!is_somebody(name) || name_start(name) < range_.begin + 4) return;
    const std::uint32_t title = name_start(name) - 1;
    std::uint32_t joint = title;
    while (joint > range_.begin && at(joint).upos != Upos::kCconj && is_under(joint, name) &&
           (is_nominal(at(joint)) || at(joint).upos == Upos::kAdj))
      --joint;
    const std::uint32_t first = joint - 1, start = name_start(first), role = start - 1;
    if (joint == range_.begin || lower(joint) != "and" || !is_title(title) || !is_somebody(first) ||
        !is_under(first, name) || start == range_.begin || !is_title(role) || !is_under(role, name))
      return;
    replace(name, first);
    attach(name, first, Deprel::kConj);
    attach(joint, first, Deprel::kCc);
    attach(role, first, Deprel::kCompound);
    for (std::uint32_t t = joint + 1; t <= title; ++t)
      if (t == title || at(t).head <= joint || at(t).head > name) attach(t, name, Deprel::kCompound);
    move_children(name, first, range_.begin, start);
  }

  // `CEO`, or `Minister` of `Minister of Trade`: the role whose phrase ends right before that token
  std::uint32_t role_before(std::uint32_t end) {
    const bool titled = end > range_.begin && may_be_title(end - 1);
    for (std::uint32_t t = end; t-- > range_.begin + 1 && end - t < 4 && is_nominal(at(t));)
      if ((lower(t - 1) == "of" || lower(t - 1) == "for") && may_be_title(t - 2) &&
          (!titled || at(t - 2).tag == Tag::kNnp))  // `Minister of` Justice, but `brother of actor`
        return t - 2;
    return titled ? end - 1 : range_.end;
  }
  // A role, whatever the tagger makes of it: `mathematician` as an adjective, `physicist` as a verb
  bool may_be_title(std::uint32_t t) {
    if (at(t).entity != EntityLabel::kNone) return false;
    if (is_title(t)) return true;
    return (at(t).tag == Tag::kJj || at(t).tag == Tag::kVb || at(t).tag == Tag::kVbp) &&
           noun_mostly_means(lower(t), NounKind::kPerson);
  }
  bool modifies(std::uint32_t t) {
    return is_nominal(at(t)) || at(t).upos == Upos::kAdj || word_at(t) == "-" || at(t).tag == Tag::kAfx;
  }
  bool is_of(std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
    return !is_root(t) && at(t).head >= begin && at(t).head <= end;
  }

  void mend_both(std::uint32_t name) {
    if (!is_somebody(name) || at(name).deprel == Deprel::kCompound || has_child(name, {Deprel::kConj}))
      return;
    const std::uint32_t called = name_start(name), second = role_before(called);
    if (second == range_.end) return;
    std::uint32_t joint = second - 1;
    while (joint > range_.begin && modifies(joint) && second - joint < 7) --joint;
    if (is_verb_tag(at(joint).tag) && is_noun(lower(joint))) --joint;  // `and study co-author`
    const std::uint32_t first = lower(joint) == "and" ? role_before(joint) : range_.end;
    if (first == range_.end ||
        (at(first).head == name && at(first).deprel == Deprel::kNmod && at(second).head == name))
      return;
    std::uint32_t start = first;
    while (start > range_.begin && modifies(start - 1) &&
           (is_under(start - 1, first) || is_of(start - 1, start, name)))
      --start;
    if (at(start - 1).upos == Upos::kDet || at(start - 1).upos == Upos::kNum ||
        at(start - 1).tag == Tag::kPos || at(start - 1).tag == Tag::kPrpDollar || is_sought(first))
      return;
    if (start == first && (lower(start - 1) == "for" || lower(start - 1) == "as"))
      return;  // `ran for mayor and driver Ana Holt for governor`
    // What the whole does: what its name does, or what its first word that is no part of it does
    std::uint32_t top = name;
    if (is_root(name) || !is_subject(name) || is_of(name, start, name))
      for (std::uint32_t t = name + 1; t-- > start;)
        if (!is_of(t, start, name) && at(t).deprel != Deprel::kCc) top = t;
    if (top != name && is_under(at(top).head, name)) return;
    if (top != name) replace(top, name);
    for (const std::uint32_t role : {first, second})
      if (at(role).tag != Tag::kNnp) retag(role, Tag::kNn, Upos::kNoun);
    join(start, first, joint - 1);
    join(joint + 1, second, called - 1);
    attach(second, name, second + 1 == called ? Deprel::kCompound : Deprel::kNmod);
    call(first, joint + 1, name);
    attach(joint, name, Deprel::kDep);
    for (std::uint32_t t = name + 1; t < range_.end; ++t)
      if (at(t).head >= start && at(t).head < name) at(t).head = name;
  }
  // What stands in the role's phrase and hangs on nothing in it is the role's.
  void join(std::uint32_t begin, std::uint32_t role, std::uint32_t end) {
    for (std::uint32_t t = begin; t <= end; ++t) {
      if (t == role || is_of(t, begin, end)) continue;
      if (is_verb_tag(at(t).tag)) retag(t, Tag::kNn, Upos::kNoun);
      if (t > role && at(t).upos != Upos::kAdp)
        attach(t, child(role, {Deprel::kPrep}), Deprel::kPobj);  // `Minister of` Trade
      else if (t > role)
        attach(t, role, Deprel::kPrep);
      else
        attach(t, role, at(t).upos == Upos::kAdj ? Deprel::kAmod : Deprel::kCompound);
    }
  }

  void mend_next(std::uint32_t name) {
    const std::uint32_t first = at(name).head;
    if (!is_somebody(name) || at(name).deprel != Deprel::kAppos || first > name || is_root(name)) return;
    const std::uint32_t title = name_start(name) - 1;
    if (title <= first || at(title).head != first || at(title).deprel != Deprel::kConj || !is_title(title) ||
        !is_somebody(first))
      return;
    attach(name, first, Deprel::kConj);
    attach(title, name, Deprel::kCompound);
  }
};

}  // namespace

void repair_titles(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  TitleRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
