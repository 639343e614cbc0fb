// Names of bodies, shows and laws of which the parser or the recogniser saw a part:
//
//   body       `Norsk chief executive Ana Holt`: a body that the recogniser does not know, or takes for somebody
//   press      `Ana Holt of The Globe and Mail`: a name that the recogniser does not know, behind a capital article
//   joined     `the Sea and Sky Trust`: names before a body's noun, joined by one `and`
//   namesakes  `the Bill and Melinda Gates Foundation`: the same, read as somebody and a body
//   office     `Secretary of State Ana Holt`: read as a State Ana Holt
//   purpose    `the Centre for the Study of Violence`, `the Treaty on the Ban of Mines`: named by what it is for
//   campus     `the University of Wisconsin, Madison`: which of a state's universities it is, read as a place
//   field      `Finance Minister Ana Holt`: what an office is for, read as a body
//   account    `a ministry Twitter account`: the last noun of one name, read as another name of the first
//   court      `the District Court for the Northern District of Ohio`: a court read without what it is for
#include "ingest/data/facts.h"
#include "ingest/extract/lexicon.h"
#include "ingest/extract/mutable_tree.h"
#include "ingest/extract/noun_senses.h"
#include "ingest/extract/parse_repair.h"

namespace dossier::ingest {
namespace {

class BodyRepair : public MutableTree {
 public:
  using MutableTree::MutableTree;

  void run() {
    for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
      mend_press(t);
      mend_body(t);
      mend_joined(t);
      mend_namesakes(t);
      mend_court(t);
      mend_purpose(t);
      mend_campus(t);
      mend_office(t);
      mend_field(t);
      mend_account(t);
    }
  }

 private:
  void mend_account(std::uint32_t account) {
    const std::uint32_t first = at(account).head, name = first + 1;
    if (at(account).deprel != Deprel::kAppos || is_root(account) || at(account).tag != Tag::kNn ||
        at(first).tag != Tag::kNn || first + 2 != account || at(name).head != account ||
        at(name).upos != Upos::kPropn || at(name).deprel != Deprel::kCompound || is_root(first) ||
        noun_means(common_lemma(at(account)), NounKind::kPerson))
      return;
    const std::uint32_t head = at(first).head;
    const Deprel role = at(first).deprel;
    move_children(first, account, range_.begin, first);
    attach(account, head, role);
    attach(first, account, Deprel::kCompound);
  }

  // A capital article inside a sentence opens a name; of a person it is a body.
  void mend_press(std::uint32_t article) {
    if (word_at(article) != "The" || article < range_.begin + 2 || !has(article + 1) ||
        at(article).entity != EntityLabel::kNone)
      return;
    const std::uint32_t of = article - 1, first = article + 1;
    if (at(of).upos != Upos::kAdp || at(at(of).head).entity != EntityLabel::kPerson || at(of).head > of ||
        at(first).upos != Upos::kPropn || at(first).head != of)
      return;
    std::uint32_t last = first;
    if (has(first + 2) && at(first + 1).upos == Upos::kCconj && at(first + 2).upos == Upos::kPropn &&
        at(first + 2).head == first && at(first + 2).entity == EntityLabel::kNone)
      last = first + 2;
    for (std::uint32_t t = first; t <= last; ++t)
      if (at(t).entity != EntityLabel::kNone) return;
    for (std::uint32_t t = first; t <= last; ++t) {
      at(t).entity = EntityLabel::kOrg;
      at(t).entity_begins = t == first;
    }
    if (last == first) return;
    // one name: its parts lead to its end
    attach(last, of, Deprel::kPobj);
    attach(first, last, Deprel::kCompound);
    attach(first + 1, last, Deprel::kCompound);
    at(article).head = last;
  }

  // The role before a name that begins at the token behind it: `chief executive`, `chairman`
  std::optional<std::uint32_t> role_of_body(std::uint32_t first) {
    const bool told = at(first).tag == Tag::kJj || at(first).tag == Tag::kVbg ||
                      Facts::get().leads_body(lower(first)) || is_noun(lower(first) + "_" + lower(first + 1));
    const bool two = told && (at(first + 1).tag == Tag::kNn || at(first + 1).tag == Tag::kNnp) &&
                     at(first + 1).entity == EntityLabel::kNone;
    const std::uint32_t role = two ? first + 1 : first;
    const bool person = at(role + 1).entity == EntityLabel::kPerson && at(role + 1).entity_begins;
    if ((at(role).tag != Tag::kNn && at(role).tag != Tag::kNnp) || !person ||
        at(role).entity != EntityLabel::kNone || !Facts::get().leads_body(lower(role)))
      return std::nullopt;
    return role;
  }
  void mend_body(std::uint32_t body) {
    const std::string_view word = word_at(body);
    if (word.size() < 2 || word.front() < 'A' || word.front() > 'Z' || !has(body + 2)) return;
    const EntityLabel label = at(body).entity;
    const bool person =
        label == EntityLabel::kPerson && at(body).entity_begins && at(body + 1).entity != label;
    if (label != EntityLabel::kNone && label != EntityLabel::kNorp && !person) return;
    const auto role = role_of_body(body + 1);
    if (!role || (person && (lower(*role).starts_with("spokes") || lower(*role) == "secretary"))) return;
    const bool known = is_noun(lower(body)) || is_adjective(lower(body)) || is_noun(common_lemma(at(body))) ||
                       Facts::get().find_people(word) || Facts::get().is_people(word);
    const bool inside =
        (body > range_.begin && at(body).tag == Tag::kNnp && at(*role).tag == Tag::kNn) ||
        Facts::get().find_organisation(word);  // `Fed Chair Erik Dahl`; not `said Vice President`
    const bool part =
        body > range_.begin && at(body - 1).upos == Upos::kPropn && at(body - 1).head == at(body).head;
    const bool noun = is_nominal(at(body)) || at(body).upos == Upos::kAdj;
    if ((known && !inside) || part || !noun) return;
    if (is_root(body) || !is_leaf(body)) return;
    retag(body, Tag::kNnp, Upos::kPropn);
    attach(body, *role, Deprel::kCompound);
    this->label(body, body, EntityLabel::kOrg);
  }

  // Names before a body's noun, joined by one `and` and with one article before all of them.
  void mend_joined(std::uint32_t body) {
    if (at(body).tag != Tag::kNnp && at(body).tag != Tag::kNnps) return;
    if ((at(body).entity != EntityLabel::kOrg && !noun_means(common_lemma(at(body)), NounKind::kGroup)) ||
        noun_mostly_means(common_lemma(at(body)), NounKind::kPerson) || at(body + 1).upos == Upos::kPropn)
      return;
    std::uint32_t joint = body;
    while (joint > range_.begin && at(joint - 1).upos == Upos::kPropn && is_under(joint - 1, body)) --joint;
    if (joint == body || joint < range_.begin + 2 ||
        !(lower(joint - 1) == "and" || word_at(joint - 1) == "&"))
      return;
    std::uint32_t first = joint - 1;
    while (first > range_.begin && is_under(first - 1, body) &&
           (at(first - 1).upos == Upos::kPropn || word_at(first - 1) == ","))
      --first;
    if (first == joint - 1 || word_at(first) == "," || lower(first - 1) != "the") return;
    for (std::uint32_t t = first; t < joint; ++t)  // `the Norway and Sweden Governments` are two
      if (at(body).tag == Tag::kNnps &&
          (is_place_entity(at(t).entity) || at(t).entity == EntityLabel::kPerson))
        return;
    label(first, body, EntityLabel::kOrg);
  }

  // `the Bill and Melinda Gates Foundation`, `the Baylor Scott and White Center`, read as two: nobody has an article, so he
  // is part of the body's name.
  void mend_namesakes(std::uint32_t namesake) {
    const std::uint32_t joint = namesake + 1, last = child(namesake, {Deprel::kConj});
    std::uint32_t first = namesake;
    while (first > range_.begin && at(first - 1).head == namesake && at(first - 1).upos == Upos::kPropn)
      --first;
    if (at(namesake).tag != Tag::kNnp || is_root(namesake) || first == range_.begin ||
        lower(first - 1) != "the" || lower(joint) != "and" || last < joint + 2 || !has(last) ||
        at(last).tag != Tag::kNnp || at(last + 1).upos == Upos::kPropn ||
        has_child(last, {Deprel::kConj, Deprel::kDet}))
      return;
    const Facts& facts = Facts::get();
    const std::string_view name = word_at(namesake), kind = facts.type_of_noun(lower(last));
    const bool somebody = at(namesake).entity == EntityLabel::kPerson ||
                          ((facts.is_common_surname(name) || facts.gender_of_given_name(name) != '-') &&
                           !noun_is_met(lower(namesake)) && !facts.find_organisation(name));
    if (!somebody || kind.empty() || kind == "Person") return;
    for (std::uint32_t t = joint + 1; t < last; ++t)
      if (at(t).upos != Upos::kPropn) return;
    replace(namesake, last);
    move_children(namesake, last);
    attach(namesake, last, Deprel::kNmod);
    attach(joint, last, Deprel::kCompound);
    label(first, last,
          kind == "Work"       ? EntityLabel::kWorkOfArt
          : kind == "Facility" ? EntityLabel::kFac
          : kind == "Event"    ? EntityLabel::kEvent
                               : EntityLabel::kOrg);
  }

  // `Secretary of | State Ana Holt`: who holds the office, read as one name with what the dictionary has as part of it
  void mend_office(std::uint32_t of) {
    const std::uint32_t role = of - 1, noun = of + 1, first = noun + 1;
    if (lower(of) != "of" || of == range_.begin || !has(first) || at(noun).head != of ||
        !is_name_entity(at(noun).entity) || at(first).entity != at(noun).entity || at(first).entity_begins ||
        at(first).tag != Tag::kNnp || is_under(first, noun) ||
        !noun_means(common_lemma(at(role)), NounKind::kPerson) ||
        senses_of_noun(common_lemma(at(role)) + "_of_" + lower(noun)).own.empty())
      return;
    std::uint32_t last = first;
    while (has(last + 1) && at(last + 1).entity == at(noun).entity && !at(last + 1).entity_begins) ++last;
    if (!is_under(role, last)) return;
    label(noun, noun, EntityLabel::kNone);
    label(first, last, EntityLabel::kPerson);
  }

  void mend_field(std::uint32_t field) {
    const std::uint32_t role = field + 1;
    if (at(field).entity != EntityLabel::kOrg || !at(field).entity_begins || at(role).tag != Tag::kNnp ||
        at(role).entity != EntityLabel::kNone || !is_noun(lower(field)) ||
        Facts::get().find_organisation(word_at(field)) ||
        !is_kind_of(common_lemma(at(role)), {"minister", "secretary"}, 0))
      return;
    label(field, field, EntityLabel::kNone);
  }

  // `the District Court | for the Northern District of Ohio`: whose court it is belongs to its name, whatever was read
  // between them.
  void mend_court(std::uint32_t link) {
    if (lower(link) != "for" || link < range_.begin + 2 || lower(link + 1) != "the" ||
        at(link - 1).entity != EntityLabel::kOrg || at(link).deprel != Deprel::kPrep)
      return;
    const std::uint32_t first = name_start(link - 1);
    std::uint32_t court = range_.end;
    for (std::uint32_t t = first; t < link; ++t)
      if (common_lemma(at(t)) == "court" && at(t).upos == Upos::kPropn) court = t;
    std::uint32_t last = link + 2;
    while (at(last).upos == Upos::kPropn && at(last + 1).upos == Upos::kPropn) ++last;
    const bool of = lower(last + 1) == "of" && at(last + 2).upos == Upos::kPropn;
    if (!has(court) || at(last).upos != Upos::kPropn || !is_noun(lower(last)) || (last == link + 2 && !of))
      return;
    if (of) last += 2;
    while (of && at(last + 1).upos == Upos::kPropn && at(last).deprel == Deprel::kCompound) ++last;
    attach(link, court, Deprel::kPrep);
    label(first, last, EntityLabel::kOrg);
  }

  // `Study`, `Nuclear` Weapons: a word of the dictionary with a capital, and nobody's name
  bool is_common_capital(std::uint32_t t) {
    const char first = has(t) ? word_at(t).front() : ' ';
    const bool noun = is_nominal(at(t)) && is_noun(common_lemma(at(t)));
    return first >= 'A' && first <= 'Z' && at(t).entity != EntityLabel::kPerson &&
           !is_time_entity(at(t).entity) &&
           !(Facts::get().names_place(word_at(t)) &&
             noun_mostly_means(common_lemma(at(t)), NounKind::kLocation)) &&
           (noun || (is_adjective(lower(t)) && is_common_capital(t + 1)));
  }
  std::uint32_t end_of_capitals(std::uint32_t t) {
    while (is_common_capital(t)) ++t;
    return t;
  }

  // `the Centre | for the Study | of Violence`: bodies and treaties have common nouns in capitals behind them.
  void mend_purpose(std::uint32_t link) {
    const std::uint32_t noun = link - 1, first = lower(link + 1) == "the" ? link + 2 : link + 1;
    if ((lower(link) != "on" && lower(link) != "for") || link <= range_.begin + 1 || at(link).head != noun ||
        at(link).deprel != Deprel::kPrep || at(noun).upos != Upos::kPropn || !is_noun(common_lemma(at(noun))))
      return;
    const std::string lemma = common_lemma(at(noun));
    const std::string_view kind = Facts::get().type_of_noun(lemma);
    const bool law = kind == "Law" || is_kind_of(lemma, {"agreement", "legal_document"});
    const bool body = kind == "Organization" || kind == "Facility" || noun_means(lemma, NounKind::kGroup) ||
                      noun_means(lemma, NounKind::kArtifact);
    std::uint32_t end = end_of_capitals(first);
    if (!(law || body) || end == first || noun_mostly_means(lemma, NounKind::kPerson)) return;
    const std::uint32_t next = lower(end + 1) == "the" ? end + 2 : end + 1;
    if (lower(end) == "of" && end_of_capitals(next) > next) end = end_of_capitals(next);
    if (at(end).upos == Upos::kPropn || lower(end) == "of" || lower(end) == "and") return;
    if (is_name_entity(at(end).entity) && !at(end).entity_begins) return;  // the recogniser knows more
    std::uint32_t start = name_start(noun);
    while (start > range_.begin && at(start - 1).head == noun && at(start - 1).upos == Upos::kPropn) --start;
    label(start, end - 1, law ? EntityLabel::kLaw : EntityLabel::kOrg);
  }

  // The first of the names that stand right before the token; the token itself where none does
  std::uint32_t names_before(std::uint32_t end) {
    std::uint32_t first = end;
    while (first > range_.begin && at(first - 1).upos == Upos::kPropn) --first;
    return first;
  }
  std::string text(std::uint32_t first, std::uint32_t last) {
    return document_.text.substr(at(first).span.begin, at(last).span.end - at(first).span.begin);
  }

  // `the University of Wisconsin | , Madison, said`: no state lies in a town; not `of Wisconsin, Madison and Chicago`
  void mend_campus(std::uint32_t comma) {
    if (word_at(comma) != "," || at(comma + 1).upos != Upos::kPropn) return;
    const std::uint32_t state = names_before(comma), university = names_before(state - 1);
    std::uint32_t town = comma + 1;
    while (at(town + 1).upos == Upos::kPropn) ++town;
    const Facts& facts = Facts::get();
    const std::string region = text(state, comma - 1);
    if (state == comma || state < range_.begin + 2 || lower(state - 1) != "of" || university + 1 >= state ||
        lower(state - 2) != "university" || !facts.find_place(region) || facts.is_city(region) ||
        !facts.is_city(text(comma + 1, town)) || lower(town + 1) == "and" || lower(town + 1) == "or" ||
        has_child(town, {Deprel::kConj, Deprel::kCc}))
      return;
    const std::uint32_t owned = at(town).head;
    if (at(town).deprel == Deprel::kPoss && is_under(owned, state - 2)) {  // `San Diego's chancellor`
      replace(state - 2, owned);
      move_children(state - 2, owned, town + 1, range_.end);
      move_children(town, state - 2, town + 1, range_.end);
      attach(state - 2, owned, Deprel::kPoss);
      attach(town, state - 2, Deprel::kAppos);
    } else if (!is_under(state - 2, town)) {
      std::uint32_t who = state - 2;
      while (!is_root(who) && at(who).head != at(town).head) who = at(who).head;
      if (is_subject(town) && at(who).head == at(town).head) at(who).deprel = at(town).deprel;
      if (!is_under(who, town)) attach(town, state - 2, Deprel::kAppos);
    }
    label(university, town, EntityLabel::kOrg);
  }
};

}  // namespace

void repair_bodies(const Document& document, TokenRange sentence, std::vector<Token>& tokens) {
  BodyRepair(document, sentence, tokens).run();
}

}  // namespace dossier::ingest
