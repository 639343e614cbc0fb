// A phrase may belong to each word on the way from the one before it up the tree. The head is chosen by a regression
// over words, their kinds after WordNet, their prepositions after a dictionary of valency, what the heads already
// have, and how sure the parser was (tools/train_attachment.py):
//
//   sold | stakes in | firms | in 134 countries        stakes and firms: firms
//   sent | a letter | requesting | rules | to Elaine   a letter is sent to somebody: sent
//   met | leaders, | advocating change                 who met them advocates it: met
//   an accusation | of fraud | against him             an accusation is against somebody
//
// It is trained on 29,463 sites of raw text that were read one by one, above all Wikinews and news for learners, and
// for words that these lack on where the parser was sure in 62,000 more. In the manner of Ratnaparkhi, Reynar and
// Roukos, A Maximum Entropy Model for Prepositional Phrase Attachment, HLT 1994, with more heads than two.
#include "ingest/extract/attachment.h"

#include <cmath>

#include "ingest/data/tables.h"
#include "ingest/data/valency.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kMostHeads = 6, kMostVerbs = 3;

// `of` is the noun's where it is not among argument_repair.cc's; what compares or gives examples is nobody's
// alone.
bool is_free(std::string_view preposition) {
  static constexpr std::string_view kOthers[] = {"of", "than", "as", "like", "including", "per", "such"};
  return std::find(std::begin(kOthers), std::end(kOthers), preposition) == std::end(kOthers);
}

// What is part of a phrase and leads none.
bool is_inner(Deprel deprel) {
  switch (deprel) {
    case Deprel::kCompound:
    case Deprel::kAmod:
    case Deprel::kDet:
    case Deprel::kPoss:
    case Deprel::kNummod:
    case Deprel::kNmod:
    case Deprel::kQuantmod:
    case Deprel::kCase:
    case Deprel::kAux:
    case Deprel::kAuxpass:
    case Deprel::kPrt:
    case Deprel::kNeg:
      return true;
    default:
      return false;
  }
}

bool is_noun_like(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kNum;
}

std::string bucket(float value, std::initializer_list<float> ends) {
  std::size_t i = 0;
  for (const float end : ends) {
    if (value < end) break;
    ++i;
  }
  return std::to_string(i);
}

}  // namespace

// Names of features: of the preposition or what stands for one (`in head=war`), and of the kind of site
// (`P kind=n10`).
class Attachments::Collector : public FeatureCollector {
 public:
  std::string lead, family, sort;  // `in`, "P", and whether the head is a noun, a verb or an adjective

  void tell(std::string_view what, std::string_view value) { flag(join(lead, what, value)); }
  void tell_family(std::string_view what, std::string_view value) { flag(join(family, what, value)); }
  void tell_both(std::string_view what, std::string_view value) {
    tell(what, value);
    tell_family(what, value);
  }

 private:
  static std::string join(std::string_view of, std::string_view what, std::string_view value) {
    std::string name;
    name.reserve(of.size() + what.size() + value.size() + 2);
    return name.append(of).append(" ").append(what).append("=").append(value);
  }
};

std::optional<AttachmentKind> Attachments::kind_of_site(std::uint32_t word) {
  const Tag tag = at(word).tag;
  switch (at(word).deprel) {
    case Deprel::kPrep:
      if ((tag != Tag::kIn && tag != Tag::kTo) || !is_free(lower(word))) return std::nullopt;
      return AttachmentKind::kPhrase;
    case Deprel::kAcl:
    case Deprel::kAdvcl:
      if (tag != Tag::kVbg && tag != Tag::kVbn && tag != Tag::kVbd) return std::nullopt;
      if (has_subject(word) || has_child(word, {Deprel::kMark, Deprel::kAux})) return std::nullopt;
      return AttachmentKind::kParticiple;
    case Deprel::kRelcl:
      return AttachmentKind::kRelative;
    case Deprel::kConj:
      return AttachmentKind::kConjunct;
    default:
      return std::nullopt;
  }
}

bool Attachments::may_lead(AttachmentKind kind, std::uint32_t word, std::uint32_t head) {
  if (is_inner(at(head).deprel) && !is_root(head)) return false;
  const bool noun = is_noun_like(at(head).upos), adjective = at(head).upos == Upos::kAdj;
  switch (kind) {
    case AttachmentKind::kPhrase:
      return noun || is_verb(head) || adjective;
    case AttachmentKind::kParticiple:
    case AttachmentKind::kRelative:
      return noun || is_verb(head);
    case AttachmentKind::kConjunct:
      return (noun && is_noun_like(at(word).upos)) || (is_verb(head) && is_verb(word)) ||
             (adjective && at(word).upos == Upos::kAdj);
  }
  return false;
}

std::optional<AttachmentSite> Attachments::find_site(std::uint32_t word) {
  if (is_root(word) || at(word).head > word) return std::nullopt;
  const auto kind = kind_of_site(word);
  if (!kind) return std::nullopt;
  AttachmentSite site{.kind = *kind,
                      .word = word,
                      .begin = first_word(word, at(word).head + 1),
                      .leads_to = word,
                      .heads = {}};
  if (site.kind == AttachmentKind::kPhrase) {
    site.leads_to = child(word, {Deprel::kPobj, Deprel::kPcomp});
    if (!has(site.leads_to) || site.leads_to < word) return std::nullopt;
  }
  std::uint32_t before = site.begin;
  while (before > range_.begin &&
         (at(before - 1).upos == Upos::kPunct || at(before - 1).deprel == Deprel::kCc ||
          (at(before - 1).upos == Upos::kAdv && is_under(before - 1, word))))
    --before;
  if (before == range_.begin) return std::nullopt;
  bool found = false;
  std::size_t verbs = 0;
  for (std::uint32_t t = before - 1; site.heads.size() < kMostHeads && verbs < kMostVerbs; t = at(t).head) {
    if (t < before && may_lead(site.kind, word, t)) {
      if (t == at(word).head) {
        site.now = site.heads.size();
        found = true;
      }
      site.heads.push_back(t);
      verbs += is_verb(t) ? 1 : 0;
    }
    // Of what is joined already the last is enough.
    while (site.kind == AttachmentKind::kConjunct && found && at(t).deprel == Deprel::kConj && !is_root(t))
      t = at(t).head;
    if (is_root(t)) break;
  }
  if (!found || site.heads.size() < 2) return std::nullopt;
  return site;
}

std::string Attachments::word_of(std::uint32_t word) {
  const Upos upos = at(word).upos;
  if (upos == Upos::kPropn || upos == Upos::kNum) return "-";
  return upos == Upos::kNoun ? common_lemma(at(word)) : at(word).lemma;
}

std::string Attachments::kind_of(std::uint32_t word) {
  const Token& token = at(word);
  if (token.entity != EntityLabel::kNone) return std::string(name_of(token.entity));
  switch (token.upos) {
    case Upos::kVerb:
    case Upos::kAux:
      return "v" + std::to_string(main_verb_kind(token.lemma));
    case Upos::kNoun:
      return "n" + std::to_string(main_noun_kind(common_lemma(token)));
    case Upos::kPropn:
      return "name";
    case Upos::kPron:
      return "pron";
    case Upos::kNum:
      return "num";
    case Upos::kAdj:
      return "adj";
    default:
      return "other";
  }
}

std::string Attachments::determiner_of(std::uint32_t noun) {
  const std::uint32_t word = child(noun, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod});
  if (!has(word) || word > noun) return "-";
  if (at(word).deprel == Deprel::kPoss) return "owner";
  if (at(word).deprel == Deprel::kNummod) return "number";
  return lower(word) == "an" ? "a" : lower(word);
}

std::string Attachments::sort_of(std::uint32_t word) {
  return is_verb(word) ? "V" : at(word).upos == Upos::kAdj ? "A" : "N";
}

Attachments::Candidate Attachments::candidate_of(const AttachmentSite& site, std::size_t choice) {
  Candidate candidate{
      .choice = choice, .head = site.heads[choice], .object = range_.end, .last_phrase = range_.end};
  for (std::uint32_t t = range_.begin; t < site.begin; ++t) {
    if (at(t).head != candidate.head || t == candidate.head) continue;
    const bool behind = t > candidate.head;
    candidate.subject |= is_subject(t);
    switch (at(t).deprel) {
      case Deprel::kDobj:
        candidate.object = t;
        break;
      case Deprel::kPrep:
        if (behind) candidate.last_phrase = t;
        candidate.same_phrase |= lower(t) == lower(site.word);
        break;
      case Deprel::kAdvmod:
      case Deprel::kNpadvmod:
        candidate.adverb |= behind;
        break;
      case Deprel::kRelcl:
      case Deprel::kAcl:
      case Deprel::kAdvcl:
      case Deprel::kCcomp:
      case Deprel::kXcomp:
        candidate.clause |= behind;
        break;
      case Deprel::kCc:
        candidate.closed |= behind;
        break;
      default:
        break;
    }
  }
  candidate.kind = kind_of(candidate.head);
  candidate.word = word_of(candidate.head);
  return candidate;
}

void Attachments::tell_place(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const std::size_t choice = candidate.choice;
  const bool verb_between =
      std::any_of(site.heads.begin(), site.heads.begin() + static_cast<std::ptrdiff_t>(choice),
                  [this](std::uint32_t t) { return is_verb(t); });
  const std::string place = collect.sort + std::to_string(choice) + (verb_between ? "v" : "");
  bool comma = false;
  for (std::uint32_t t = candidate.head + 1; t < site.begin; ++t) comma |= word_at(t) == ",";
  const bool mark = site.begin > range_.begin && at(site.begin - 1).upos == Upos::kPunct;
  const std::string marks = mark ? "mark" : comma ? "past" : "none";
  const std::string far = bucket(static_cast<float>(site.begin - candidate.head), {2, 3, 5, 9});
  collect.tell_family("place", place);
  collect.tell_family("far", collect.sort + far);
  collect.tell_family("marks_place", place + marks);
  collect.tell_both("marks", collect.sort + marks);
  if (site.kind == AttachmentKind::kPhrase) {
    collect.tell("kind_place", candidate.kind + std::to_string(choice));
    collect.tell("own_kind_place", kind_of(site.leads_to) + place);
  }
  if (choice != site.now) return;
  collect.tell_family("now_place", place);
  collect.tell_family("now_far", far);
}

// Where the parser hung it, and how sure it was.
void Attachments::tell_parser(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const float margin = document_.tokens[site.word].arc_margin;
  const std::string sure = collect.sort + bucket(margin, {0.5F, 1, 2, 4, 7});
  if (candidate.choice == site.now) {
    collect.tell_family("now", sure);
    collect.number(collect.family + " now_margin", std::min(margin, 10.0F));
  }
  if (candidate.choice == site.now + 1) collect.tell_family("behind_now", sure);
  if (candidate.choice + 1 == site.now) collect.tell_family("before_now", sure);
}

void Attachments::tell_head(const Candidate& candidate, Collector& collect) {
  const std::uint32_t head = candidate.head;
  collect.tell_family("deprel", collect.sort + std::string(name_of(at(head).deprel)));
  collect.tell_family("kind", candidate.kind);
  collect.tell("tag", name_of(at(head).tag));
  std::string has_what = collect.sort;
  if (has(candidate.object)) has_what += "o";
  if (has(candidate.last_phrase)) has_what += "p";
  if (candidate.same_phrase) has_what += "s";
  if (candidate.adverb) has_what += "a";
  if (candidate.clause) has_what += "c";
  collect.tell_family("has", has_what);
  if (is_verb(head)) {
    if (!has(candidate.object)) return;
    collect.tell("object", word_of(candidate.object));
    collect.flag("pair=" + candidate.word + ">" + word_of(candidate.object));
  } else {
    collect.tell_both("with", determiner_of(head));
    if (at(head).deprel != Deprel::kPobj || is_root(head)) return;
    const std::string above = lower(at(head).head);
    collect.tell_family("inside", above);
    collect.tell("idiom", above + "_" + candidate.word);  // `in front | of`, `at odds | with`
  }
}

void Attachments::tell_phrase(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const std::uint32_t object = site.leads_to;
  const std::string kinds = candidate.kind + ">" + kind_of(object);
  collect.tell_both("head", candidate.word);
  collect.tell_both("kinds", kinds);
  collect.tell("own", collect.sort + word_of(object));
  collect.tell("own_with", collect.sort + determiner_of(object));
  collect.tell("own_form", collect.sort + std::string(name_of(at(object).tag)));
  const std::size_t choice = candidate.choice;
  if (choice > 0) collect.tell("over", candidate.kind + "<" + kind_of(site.heads[choice - 1]));
  if (choice + 1 < site.heads.size())
    collect.tell("under", candidate.kind + "<" + kind_of(site.heads[choice + 1]));
  tell_valency(site, candidate, collect);
}

// `s`trong or `w`eak of a noun, `t`ransitive or `i`ntransitive of a verb, `x` of a word that the dictionary
// lacks
std::string Attachments::valency_code(std::uint32_t head, std::string_view preposition) {
  const Upos upos = at(head).upos;
  const char part = is_verb(head) ? 'v' : upos == Upos::kNoun ? 'n' : upos == Upos::kAdj ? 'a' : '-';
  const Valency valency = valency_of(part, word_of(head), preposition);
  if (!valency.known) return "x";
  if (is_verb(head)) return std::string(valency.strong ? "t" : "-") + (valency.weak ? "i" : "-");
  return valency.strong ? "s" : valency.weak ? "w" : "-";
}

void Attachments::tell_valency(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const std::string preposition = lower(site.word), own = valency_code(candidate.head, preposition),
                    code = collect.sort + (has(candidate.object) ? "o" : "") + own;
  const std::size_t choice = candidate.choice;
  collect.tell_both("val", code);
  collect.tell_family("val_place", code + std::to_string(std::min<std::size_t>(choice, 3)));
  if (choice == site.now) collect.tell_family("now_val", code);
  if (choice == 0) return;
  const std::uint32_t nearer = site.heads[choice - 1];
  collect.tell_family("val_over", code + "<" + sort_of(nearer) + valency_code(nearer, preposition));
}

void Attachments::tell_participle(const AttachmentSite& site, const Candidate& candidate,
                                  Collector& collect) {
  const std::uint32_t word = site.word;
  const std::string& lemma = at(word).lemma;
  collect.tell_both("head", candidate.word);
  collect.tell("own", collect.sort + lemma);
  collect.tell("kinds", candidate.kind + ">" + kind_of(word));
  const std::uint32_t doer =
      is_verb(candidate.head) ? child(candidate.head, {Deprel::kNsubj, Deprel::kNsubjpass}) : candidate.head;
  if (!has(doer) || at(doer).upos != Upos::kNoun) return;
  const bool person = is_person_noun(doer), fits = person ? person_may(lemma) : thing_may(lemma);
  collect.tell("fits", collect.sort + (fits ? person ? "p" : "t" : "-"));
}

void Attachments::tell_relative(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const std::uint32_t first = site.begin, head = candidate.head;
  const bool inner = at(first).tag == Tag::kIn && lower(first) != "that";  // `in which`
  const Tag tag = at(inner ? first + 1 : first).tag;
  const bool opens = tag == Tag::kWdt || tag == Tag::kWp || tag == Tag::kWrb || tag == Tag::kWpDollar;
  const std::string pronoun = inner                             ? "in_" + lower(first + 1)
                              : opens || lower(first) == "that" ? lower(first)
                                                                : "zero";
  const std::string place = collect.sort + std::to_string(candidate.choice);
  const bool mark = site.begin > range_.begin && at(site.begin - 1).upos == Upos::kPunct;
  collect.tell("head", candidate.word);
  collect.tell("own", collect.sort + at(site.word).lemma);
  collect.tell("pronoun_kind", pronoun + candidate.kind);
  collect.tell("pronoun_sort", pronoun + being_of(head));
  collect.tell("pronoun_place", pronoun + place + (mark ? "," : ""));
  collect.tell("pronoun_with", pronoun + (is_verb(head) ? "V" : determiner_of(head)));
  if (!is_subject(first) || is_verb(head)) return;
  const std::uint32_t auxiliary = child(site.word, {Deprel::kAux, Deprel::kAuxpass});
  const std::uint32_t finite = has(auxiliary) && auxiliary < site.word ? auxiliary : site.word;
  const bool one = at(finite).tag == Tag::kVbz || lower(finite) == "was",
             more = at(finite).tag == Tag::kVbp || lower(finite) == "were";
  if (!one && !more) return;
  const bool plural = at(head).tag == Tag::kNns || at(head).tag == Tag::kNnps;
  collect.tell("agrees", std::string(more ? "p" : "s") + (plural ? "p" : "s"));
}

// What `who`, `where` and `when` ask for
std::string Attachments::being_of(std::uint32_t word) {
  const EntityLabel entity = at(word).entity;
  if (is_verb(word)) return "deed";
  if (entity == EntityLabel::kPerson || is_role(word) || at(word).upos == Upos::kPron) return "person";
  if (is_place_entity(entity)) return "place";
  if (is_time_entity(entity)) return "time";
  if (entity != EntityLabel::kNone) return "name";
  const std::string noun = common_lemma(at(word));
  if (noun_mostly_means(noun, NounKind::kTime)) return "time";
  if (noun_mostly_means(noun, NounKind::kLocation)) return "place";
  return noun_mostly_means(noun, NounKind::kGroup) ? "group" : "thing";
}

// `to`, `will` or `that` before a verb, its own form without
std::string Attachments::form_of(std::uint32_t verb) {
  for (const Deprel deprel : {Deprel::kMark, Deprel::kAux, Deprel::kAuxpass}) {
    const std::uint32_t word = child(verb, {deprel});
    if (has(word) && word < verb) return at(word).tag == Tag::kMd ? "MD" : lower(word);
  }
  return std::string(name_of(at(verb).tag));
}

void Attachments::tell_conjunct(const AttachmentSite& site, const Candidate& candidate, Collector& collect) {
  const std::uint32_t head = candidate.head, word = site.word;
  std::string joined = "-";
  std::size_t commas = 0;
  for (std::uint32_t t = head + 1; t < site.begin; ++t) {
    if (at(t).deprel == Deprel::kCc) joined = lower(t);
    commas += word_at(t) == "," ? 1 : 0;
  }
  const std::string own_kind = kind_of(word);
  const auto yes = [](bool holds) { return holds ? "yes" : "no"; };
  collect.tell("joined", joined + collect.sort + std::to_string(candidate.choice));
  collect.tell("commas", std::to_string(std::min<std::size_t>(commas, 3)) + joined);
  collect.tell("closed", yes(candidate.closed));
  collect.tell("tags", std::string(name_of(at(head).tag)) + ">" + std::string(name_of(at(word).tag)));
  collect.tell("same_tag", yes(at(head).tag == at(word).tag));
  collect.tell("same_kind", yes(candidate.kind == own_kind));
  collect.tell("kinds", candidate.kind + ">" + own_kind);
  collect.tell("same_word", yes(candidate.word == word_of(word)));
  if (is_verb(head)) {
    collect.tell("subjects", std::string(candidate.subject ? "s" : "-") + (has_subject(word) ? "s" : "-"));
    collect.tell("forms", form_of(head) + ">" + form_of(word));
    return;
  }
  const std::string with = determiner_of(head), own_with = determiner_of(word);
  collect.tell("with", with + ">" + own_with);
  collect.tell("same_with", yes(with == own_with));
  collect.tell("phrases", std::string(has_child(word, {Deprel::kPrep}) ? "2" : "") +
                              (has(candidate.last_phrase) ? "1" : ""));
}

Features Attachments::features_of(const AttachmentSite& site, std::size_t choice) {
  const Candidate candidate = candidate_of(site, choice);
  Collector collect;
  collect.sort = sort_of(candidate.head);
  switch (site.kind) {
    case AttachmentKind::kPhrase:
      collect.family = "P";
      collect.lead = lower(site.word);
      tell_phrase(site, candidate, collect);
      break;
    case AttachmentKind::kParticiple:
      collect.family = "V";
      collect.lead = at(site.word).tag == Tag::kVbg ? "VBG" : "VBN";
      tell_participle(site, candidate, collect);
      break;
    case AttachmentKind::kRelative:
      collect.family = "R";
      collect.lead = "REL";
      tell_relative(site, candidate, collect);
      break;
    case AttachmentKind::kConjunct:
      collect.family = "C";
      collect.lead = "CONJ" + sort_of(site.word);
      tell_conjunct(site, candidate, collect);
      break;
  }
  tell_place(site, candidate, collect);
  tell_parser(site, candidate, collect);
  tell_head(candidate, collect);
  return collect.take();
}

std::vector<float> Attachments::probabilities_of(const AttachmentSite& site) {
  static const Regression kRegression(table_text("attachment_weights"));
  std::vector<float> result;
  float total = 0;
  for (std::size_t choice = 0; choice < site.heads.size(); ++choice) {
    result.push_back(std::exp(kRegression.score(features_of(site, choice))));
    total += result.back();
  }
  for (float& probability : result) probability /= total;
  return result;
}

}  // namespace dossier::ingest
