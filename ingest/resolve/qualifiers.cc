#include "ingest/resolve/qualifiers.h"

#include <algorithm>

#include "ingest/dates/time_words.h"
#include "ingest/extract/lexicon.h"
#include "ingest/resolve/ahead.h"
#include "ingest/resolve/there.h"

namespace dossier::ingest {
namespace {

bool is_date(const Token& token) {
  return token.entity == EntityLabel::kDate && token.deprel != Deprel::kAmod;
}

// "prior to the vote in 2011", "ahead of it": the date is of what was to come
bool leads_up(std::string_view preposition) {
  return preposition == "before" || preposition == "prior" || preposition == "ahead" ||
         preposition == "until" || preposition == "till";
}

}  // namespace

QualifierReader::QualifierReader(const DocumentTree& tree, const Resolution& resolution,
                                 const ArticleContext& context)
    : tree_(tree), resolution_(resolution) {
  dates_.anchor = context.date;
  dates_.order = context.order;
}

// Plans, demands and what must or may be lie ahead, past tenses behind ("might have met" too), "would" and
// "was to" ahead of something past; a gerund or a noun tells neither.
EventTime QualifierReader::time_of(const Extraction& extraction) const {
  bool past = false, modal = false, perfect = false, would = false, unreal = false, undergoes = false,
       missed = false;
  for (const std::uint32_t t : extraction.relation_tokens) {
    const Tag tag = tree_.token(t).tag;
    past |= tag == Tag::kVbd || (tag == Tag::kVbn && !undergoes);  // no past: `is sentenced on May 3`
    undergoes |= (tag == Tag::kVbz || tag == Tag::kVbp) && tree_.token(t).lemma == "be";
    modal |= tag == Tag::kMd;
    perfect |= tree_.token(t).lemma == "have";
    would |= tag == Tag::kVbd || tree_.lower(t) == "would";
    unreal |= tree_.lower(t) == "would";
    missed |= tree_.token(t).lemma == "suppose";
  }
  if (missed && would) return EventTime::kPast;  // `was supposed to land on Monday`
  if (extraction.modality == Modality::kPlanned) return would ? EventTime::kFutureOfPast : EventTime::kFuture;
  if (modal && !perfect) return EventTime::kFuture;
  if (unreal && perfect) return EventTime::kPresent;  // `would have turned 80 on May 3`: before or after
  if (past) return EventTime::kPast;
  if (extraction.rule == "nominal_event" && extraction.modality == Modality::kAsserted)
    return EventTime::kPast;
  return extraction.modality == Modality::kDemanded ? EventTime::kFuture : EventTime::kPresent;
}

Qualifiers QualifierReader::of(const Extraction& extraction) {
  Qualifiers out;
  dates_.time = time_of(extraction);
  forget_reference(extraction);
  // `is to take effect on December 10. It was signed the same day`
  const std::string told = dates_.reference;
  if (dates_.time == EventTime::kPast && !dates_.anchor.empty() && told > dates_.anchor)
    dates_.reference.clear();
  bool adverb = false;
  for (const Argument& argument : extraction.arguments) {
    const bool slashed = argument.role == ArgumentRole::kPrepositional && !argument.phrase.empty() &&
                         tree_.word(argument.phrase.head).find('/') != std::string_view::npos;
    if (argument.role == ArgumentRole::kTime || slashed) {
      std::string words = words_of_time(argument.phrase);
      if (!argument.preposition.empty()) words = argument.preposition + " " + words;
      if (const auto end = end_of_span(extraction, argument); !words.ends_with(end)) words += " to " + end;
      dates_.time = time_of(extraction, argument);
      const bool through = lasts_through(argument) && &argument != &extraction.arguments.front();
      const bool tells = tells_when(argument) && !through && !of_first_value(extraction, argument) &&
                         !is_of_object(tree_, extraction, argument);
      const auto when = tells ? resolve_date(words, dates_) : std::nullopt;
      // "next month on August 2": the more precise
      if (when && (out.when.empty() || (when->size() > out.when.size() && when->starts_with(out.when))))
        out.when = *when;
      if (extraction.negated && until(argument) && spells_no(extraction)) {
        out.then_so = dates(argument);
        out.when = resolve_date(words_of_time(argument.phrase), dates_).value_or(out.when);
      }
      const bool bare =
          argument.phrase.tokens.size() == 1 && tree_.token(argument.phrase.head).tag == Tag::kNns;
      // "Later in the evening, she left"
      const bool vague =
          !out.when_words.empty() && adverb && tree_.token(argument.phrase.head).upos != Upos::kAdv;
      if ((out.when_words.empty() || vague) && !bare) {  // "resigned days after the vote"
        out.when_words = words_of(argument.phrase);
        adverb = tree_.token(argument.phrase.head).upos == Upos::kAdv;
      }
      if (out.where.empty() && tells && !argument.phrase.empty() && argument.preposition != "like")
        out.where = place_of_noun(argument.phrase.head);
      if (argument.preposition == "since")
        out.named = resolve_date(words_of_time(argument.phrase), dates_).value_or(std::string());
    }
    if (argument.role == ArgumentRole::kPlace && out.where.empty()) {
      const Entity* place = resolution_.entity_at(argument.phrase.head);
      if (place && place->named && tells_where(argument)) out.where = place->name;
    }
  }
  if (out.where.empty()) out.where = place_of_scene(extraction);
  if (const Entity* there = out.where.empty() ? place_of_there(tree_, resolution_, extraction) : nullptr)
    out.where = there->name;
  if (out.when.empty()) out.when = date_beside(extraction);
  if (out.when.empty()) out.when = date_of_noun(extraction);
  if (out.when.empty()) out.when = date_in_front(extraction);
  if (out.when.empty()) out.when = date_of_when(extraction);
  if (out.where.empty()) out.where = place_in_front(extraction);
  out.ahead = lies_ahead(tree_, extraction, out.when, dates_.anchor);
  if (out.named.empty()) out.named = out.when;
  if (dates_.reference.empty()) dates_.reference = told;
  if (!out.when.empty() && out.when.size() <= 10) {
    dates_.reference = out.when;
    reference_sentence_ = sentence_of(extraction);
  }
  return out;
}

// "ran for mayor in 2010 and for governor in 2018", "won the Cup in 2010, the Shield in 2018": each with its own date
std::string QualifierReader::when_of(const Extraction& extraction, const Argument* argument,
                                     const Qualifiers& out) const {
  if (argument == nullptr || argument->phrase.empty() || out.when.empty() ||
      extraction.relation_tokens.empty())
    return out.when;
  const std::uint32_t head = argument->phrase.head;
  const Argument* own = nullptr;  // the nearest behind it
  bool before = false;
  unsigned times = 0;
  for (const Argument& time : extraction.arguments) {
    if (time.role != ArgumentRole::kTime || time.phrase.empty() ||
        time.phrase.head < extraction.relation_tokens.back())
      continue;
    times += time.preposition.empty() || time.preposition == "in";
    if (time.preposition != "in") continue;
    before |= time.phrase.head < head;
    if (time.phrase.head > head && (own == nullptr || time.phrase.head < own->phrase.head)) own = &time;
  }
  // "fell from 9,000 tonnes in 2022 to 5,500 last year"
  const bool beside = times > 1 && own && !own->preposition_tokens.empty() &&
                      own->preposition_tokens.front() == argument->phrase.tokens.back() + 1;
  if (!before && !beside) return out.when;
  Phrase date = own == nullptr ? Phrase{} : own->phrase;
  for (const std::uint32_t preposition : tree_.children(head)) {
    const std::uint32_t object = tree_.child(preposition, Deprel::kPobj);
    if (tree_.lower(preposition) == "in" && object != DocumentTree::kNoToken && is_date(tree_.token(object)))
      date = {object, {object}};
  }
  return date.empty() ? out.when : resolve_date(words_of_time(date), dates_).value_or(out.when);
}

// "led it from 2013 to 2018", "from May until June": one time, of two phrases of a verb or one within the
// other
std::string QualifierReader::end_of_span(const Extraction& extraction, const Argument& argument) const {
  if (argument.preposition != "from" || argument.role != ArgumentRole::kTime) return {};
  const auto end =
      std::find_if(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& other) {
        return other.role == ArgumentRole::kTime && !other.phrase.empty() && !argument.phrase.empty() &&
               other.phrase.head > argument.phrase.head && (other.preposition == "to" || until(other));
      });
  if (end != extraction.arguments.end()) return words_of_time(end->phrase);
  if (argument.preposition_tokens.empty()) return {};
  for (const std::uint32_t within : tree_.children(argument.preposition_tokens.front())) {
    const std::uint32_t last = tree_.child(within, Deprel::kPobj);
    if (last != DocumentTree::kNoToken && (tree_.lower(within) == "to" || tree_.lower(within) == "until"))
      return words_of_time({last, {last}});
  }
  return {};
}

// "greater than last year", "compared with none in 1974", "released until October", "sold prior to December": not when
// it was so; "shortly before 11 a.m. on Thursday" was on Thursday
bool QualifierReader::tells_when(const Argument& argument) const {
  const auto& words = argument.phrase.tokens;
  const bool hour = std::any_of(words.begin(), words.end(),
                                [&](std::uint32_t t) { return tree_.token(t).entity == EntityLabel::kTime; });
  const bool beside = argument.preposition == "before" || argument.preposition == "after" ||
                      argument.preposition == "prior to";
  return argument.preposition != "than" && !argument.preposition.starts_with("compared") &&
         !until(argument) && (!beside || hour);
}

// "scheduled for November", "moved to 3 May", "the trial begins on Friday": the next one
EventTime QualifierReader::time_of(const Extraction& extraction, const Argument& argument) const {
  const EventTime time = time_of(extraction);
  if (time == EventTime::kPresent && argument.preposition != "as of" && names_weekday(argument) &&
      begins_then(tree_, extraction))
    return EventTime::kFuture;
  if (argument.preposition != "for" && argument.preposition != "to") return time;
  return time == EventTime::kPast      ? EventTime::kFutureOfPast
         : time == EventTime::kPresent ? EventTime::kFuture
                                       : time;
}

bool QualifierReader::names_weekday(const Argument& argument) const {
  const auto& tokens = argument.phrase.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t t) {
    const auto words = read_time_words(tree_.word(t));
    return words.size() == 1 && words[0].weekday != 0;
  });
}

// "rose from 19% in 2012 to 23%", "spend 11%, compared with 24% in 1974": when the other value was, and not this
bool QualifierReader::of_first_value(const Extraction& extraction, const Argument& argument) const {
  if (argument.phrase.empty()) return false;
  const auto stands = [&](std::string_view preposition, bool before) {
    return std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& other) {
      return other.preposition == preposition && !other.phrase.empty() &&
             (other.phrase.head < argument.phrase.head) == before &&
             other.phrase.head != argument.phrase.head;
    });
  };
  const bool compared =
      std::any_of(extraction.arguments.begin(), extraction.arguments.end(), [&](const Argument& other) {
        return other.preposition.starts_with("compared") && !other.phrase.empty() &&
               other.phrase.head < argument.phrase.head;
      });
  if (!argument.preposition_tokens.empty() && of_value_before(argument.preposition_tokens.front()))
    return true;
  if (!argument.preposition_tokens.empty() && behind_event(argument.preposition_tokens.front(), leads_up))
    return true;
  return argument.preposition == "in" && (compared || (stands("from", true) && stands("to", false)));
}

// "won 12 percent, down from 15 percent in 2020"
bool QualifierReader::of_value_before(std::uint32_t preposition) const {
  const std::uint32_t begin = tree_.sentence_range(preposition).begin;
  for (std::uint32_t t = preposition; t-- > begin + 1 && tree_.word(t) != ",";) {
    const std::string before = tree_.lower(t - 1);
    if (tree_.lower(t) == "from" && (before == "down" || before == "up")) return true;
  }
  return false;
}

// "left before the vote in May", "since the vote in May": of such a phrase the last word stands right before
// that one
bool QualifierReader::behind_event(std::uint32_t preposition, bool (*links)(std::string_view)) const {
  std::uint32_t word = preposition - 1;
  if (preposition == 0 || tree_.token(word).upos == Upos::kPunct) return false;
  if (tree_.token(word).entity == EntityLabel::kTime) return false;  // "before midnight on Friday"
  for (; tree_.token(word).head != word && tree_.token(word).upos != Upos::kVerb;
       word = tree_.token(word).head)
    if (tree_.token(word).upos != Upos::kNoun && links(tree_.lower(word))) return true;
  return false;
}

// "Milan, Prague and Khao Lak (in Thailand)": where the last one is
bool QualifierReader::in_brackets(const Argument& argument) const {
  const std::uint32_t first = argument.preposition_tokens.empty() ? argument.phrase.tokens.front()
                                                                  : argument.preposition_tokens.front();
  return first > 0 && tree_.word(first - 1) == "(";
}

// "came down near Oslo": not in it
bool QualifierReader::tells_where(const Argument& argument) const {
  const std::string& word = argument.preposition;
  return word != "near" && word != "outside" && word != "around" && !in_brackets(argument);
}

// "will fly there through September": until then; "lived there through the 1990s": all that time
bool QualifierReader::lasts_through(const Argument& argument) const {
  const auto words = read_time_words(tree_.word(argument.phrase.head));
  return argument.preposition == "through" && words.size() == 1 &&
         (words[0].month != 0 || words[0].weekday != 0 || words[0].four_digits);
}

bool QualifierReader::until(const Argument& argument) {
  return argument.preposition == "until" || argument.preposition == "till";
}

std::uint32_t QualifierReader::sentence_of(const Extraction& extraction) const {
  return extraction.relation_tokens.empty() ? reference_sentence_
                                            : tree_.sentence_of(extraction.relation_tokens.back());
}

// "the next day" counts from this sentence, or from the nearest of the two before, of the same paragraph, that tells a
// date at all: "After the vote on 3 May, Ana left. She was back the next day".
void QualifierReader::forget_reference(const Extraction& extraction) {
  const std::uint32_t sentence = sentence_of(extraction);
  if (sentence == read_sentence_) return;
  read_sentence_ = sentence;
  if (sentence > reference_sentence_ + 1 || sentence < reference_sentence_) dates_.reference.clear();
  for (std::uint32_t s = sentence; s > 0 && s + 1 >= sentence && dates_.reference.empty(); --s) {
    if (begins_paragraph(tree_.document(), tree_.document().sentences[s].begin)) return;
    dates_.reference = last_date_of(tree_.document().sentences[s - 1]);
    reference_sentence_ = s - 1;
  }
}

std::string QualifierReader::last_date_of(TokenRange words) const {
  DateContext past = dates_;
  past.time = EventTime::kPast;
  for (std::uint32_t t = words.end; t-- > words.begin;) {
    if (!is_date(tree_.token(t)) || !tree_.token(t).entity_begins) continue;
    const auto when = resolve_date(words_of_time({t, {t}}), past);
    if (when && when->size() <= 10) return *when;
  }
  return {};
}

// "did not open until May"; "was banned from it until May" does not say that it was so then
bool QualifierReader::spells_no(const Extraction& extraction) const {
  return std::any_of(extraction.relation_tokens.begin(), extraction.relation_tokens.end(),
                     [&](std::uint32_t t) { return tree_.token(t).deprel == Deprel::kNeg; });
}

std::string QualifierReader::date_of(const Argument& argument) const {
  return resolve_date(words_of_time(argument.phrase), dates_).value_or(std::string());
}

// The whole of the recogniser's date, of which the parser may have cut off the year.
std::string QualifierReader::words_of_time(const Phrase& phrase) const {
  Phrase whole = phrase;
  for (std::uint32_t t = phrase.tokens.empty() ? 0 : phrase.tokens.back() + 1;
       t < tree_.size() && tree_.token(t).entity == EntityLabel::kDate && !tree_.token(t).entity_begins;
       ++t) {
    whole.tokens.push_back(t);
  }
  return words_of(whole);
}

// "was advanced by the Municipality of Livorno in 2010": the date hangs on the last noun, but dates the
// clause.
std::string QualifierReader::date_beside(const Extraction& extraction) const {
  if (extraction.relation_tokens.empty() || extraction.implicit) return {};
  const std::uint32_t verb = extraction.relation_tokens.back();
  const TokenRange sentence = tree_.sentence_range(verb);
  for (std::uint32_t t = verb; t < sentence.end; ++t) {
    if (tree_.token(t).entity != EntityLabel::kDate || !tree_.token(t).entity_begins || t == sentence.begin)
      continue;
    const std::string before = tree_.lower(t - 1);
    if ((before != "in" && before != "on") || tree_.governing_verb(t) != verb || t + 1 < sentence.end - 2)
      continue;
    if (t > sentence.begin + 1 && tree_.lower(t - 2) == "than") continue;  // "rose more than in May"
    if (of_value_before(t - 1)) continue;
    if (behind_event(t - 1, leads_up)) continue;
    std::string words = words_of_time({t, {t}});
    if (behind_event(t - 1, [](std::string_view word) { return word == "since"; })) words = "since " + words;
    if (const auto when = resolve_date(words, dates_)) return *when;
  }
  return {};
}

// "phone calls on 4/2 between A and B": the date of an event that a noun names
std::string QualifierReader::date_of_noun(const Extraction& extraction) const {
  if (extraction.relation_tokens.empty()) return {};
  const std::uint32_t noun = extraction.relation_tokens.back();
  if (tree_.token(noun).upos != Upos::kNoun) return {};
  for (const std::uint32_t preposition : tree_.children(noun)) {
    const std::string word = tree_.lower(preposition);
    const std::uint32_t object = tree_.child(preposition, Deprel::kPobj);
    if (preposition < noun || (word != "on" && word != "in") || object == DocumentTree::kNoToken) continue;
    const bool date = tree_.token(object).entity == EntityLabel::kDate ||
                      tree_.word(object).find('/') != std::string_view::npos;
    const Phrase phrase{object, {object}};
    if (!date) continue;
    if (const auto when = resolve_date(words_of_time(phrase), dates_)) return *when;
  }
  return {};
}

namespace {

bool joins(Deprel deprel) { return deprel == Deprel::kConj || deprel == Deprel::kParataxis; }

// The verb that opens the coordination.
std::uint32_t first_joined(const DocumentTree& tree, std::uint32_t verb) {
  while (joins(tree.token(verb).deprel) && tree.token(verb).head != verb) verb = tree.token(verb).head;
  return verb;
}

// `and later moved`, `and is now closed`: an adverb that may tell of another time
bool has_adverb(const DocumentTree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree.token(c).upos == Upos::kAdv && tree.token(c).deprel != Deprel::kPrt &&
           tree.lower(c) != "also";
  });
}

// The date that holds the token, by its first word.
Phrase whole_date(const DocumentTree& tree, std::uint32_t t) {
  std::uint32_t begin = t;
  while (begin > 0 && !tree.token(begin).entity_begins && tree.token(begin - 1).entity == EntityLabel::kDate)
    --begin;
  return {t, {begin}};
}

}  // namespace

// "On Friday, the police arrested two men and the court ordered their release": what opens the sentence dates
// all that is joined in the past.
std::string QualifierReader::date_in_front(const Extraction& extraction) const {
  if (extraction.relation_tokens.empty() || extraction.implicit ||
      extraction.modality != Modality::kAsserted || time_of(extraction) != EventTime::kPast)
    return {};
  const bool dated = std::any_of(extraction.arguments.begin(), extraction.arguments.end(),
                                 [](const Argument& a) { return a.role == ArgumentRole::kTime; });
  std::uint32_t verb = extraction.relation_tokens.back();
  if (tree_.token(verb).deprel == Deprel::kPrt) verb = tree_.token(verb).head;
  if (dated || has_adverb(tree_, verb)) return {};
  const std::uint32_t first = first_joined(tree_, verb), begin = tree_.sentence_range(verb).begin;
  for (std::uint32_t t = begin; t < verb && t < begin + 3; ++t) {
    if (!is_date(tree_.token(t))) continue;
    const std::uint32_t head = tree_.token(t).head;
    const std::uint32_t above =
        tree_.token(t).deprel == Deprel::kPobj && (tree_.lower(head) == "on" || tree_.lower(head) == "in")
            ? tree_.token(head).head
            : head;
    if (above == verb || above < t || first_joined(tree_, above) != first) continue;
    return resolve_date(words_of_time(whole_date(tree_, t)), dates_).value_or(std::string());
  }
  return {};
}

std::string QualifierReader::place_of_noun(std::uint32_t noun) const {
  for (const std::uint32_t preposition : tree_.children(noun)) {
    if (tree_.token(preposition).deprel != Deprel::kPrep || preposition > noun + 6) continue;
    if (const Entity* place = place_behind(preposition)) return place->name;
  }
  return {};
}

// Oslo of "robbed two men at a market in Oslo"; not of what is said there
std::string QualifierReader::place_of_scene(const Extraction& extraction) const {
  if (extraction.implicit || extraction.relation_tokens.empty()) return {};
  const std::string& verb = tree_.token(extraction.relation_tokens.back()).lemma;
  if (verb_means(verb, VerbKind::kCommunication) || verb_means(verb, VerbKind::kCognition)) return {};
  const auto scene =
      std::find_if(extraction.arguments.begin(), extraction.arguments.end(), [](const Argument& a) {
        return a.role == ArgumentRole::kPrepositional || a.role == ArgumentRole::kSetting;
      });
  if (scene == extraction.arguments.end() || scene->phrase.empty() ||
      (scene->preposition != "at" && scene->preposition != "inside" && scene->preposition != "outside") ||
      tree_.token(scene->phrase.head).upos != Upos::kNoun)
    return {};
  return place_of_noun(scene->phrase.head);
}

// Oslo of "in Oslo"
const Entity* QualifierReader::place_behind(std::uint32_t preposition) const {
  const std::uint32_t object = tree_.child(preposition, Deprel::kPobj);
  const Entity* place = object == DocumentTree::kNoToken ? nullptr : resolution_.entity_at(object);
  const bool in = tree_.lower(preposition) == "in" || tree_.lower(preposition) == "at";
  const bool lies = place && place->named &&
                    (place->type == EntityType::kPlace || place->type == EntityType::kFacility ||
                     place->country != nullptr);
  return in && lies ? place : nullptr;
}

// "In Oslo, the police arrested two men and the court ordered their release": where all that is joined was so, too.
std::string QualifierReader::place_in_front(const Extraction& extraction) const {
  if (extraction.relation_tokens.empty() || extraction.implicit) return {};
  std::uint32_t verb = extraction.relation_tokens.back();
  if (tree_.token(verb).deprel == Deprel::kPrt) verb = tree_.token(verb).head;
  const std::uint32_t first = first_joined(tree_, verb), begin = tree_.sentence_range(verb).begin;
  for (std::uint32_t t = begin; t < verb && t < begin + 6; ++t) {
    if (tree_.token(t).deprel != Deprel::kPrep || tree_.token(t).head < t) continue;
    const std::uint32_t object = tree_.child(t, Deprel::kPobj);
    if (object == DocumentTree::kNoToken || first_joined(tree_, tree_.token(t).head) != first) continue;
    if (const Entity* place = place_behind(t)) return place->name;
    if (is_date(tree_.token(object)))
      if (auto there = place_of_noun(object); !there.empty()) return there;
  }
  return {};
}

// "Six died when the dam broke last October"
std::string QualifierReader::date_of_when(const Extraction& extraction) const {
  if (extraction.implicit || time_of(extraction) != EventTime::kPast) return {};
  for (const Argument& argument : extraction.arguments) {
    if (argument.role != ArgumentRole::kAdverbialClause || argument.phrase.empty()) continue;
    const std::uint32_t verb = argument.phrase.head;
    if (tree_.token(verb).tag != Tag::kVbd && tree_.child(verb, Deprel::kAuxpass) == DocumentTree::kNoToken)
      continue;
    const std::uint32_t when = tree_.child(verb, Deprel::kAdvmod);
    if (when == DocumentTree::kNoToken || tree_.lower(when) != "when") continue;
    for (const std::uint32_t t : argument.phrase.tokens) {
      if (!is_date(tree_.token(t)) || tree_.governing_verb(t) != verb || t < verb) continue;
      if (const auto date = resolve_date(words_of_time(whole_date(tree_, t)), dates_)) return *date;
    }
  }
  return {};
}

std::string QualifierReader::words_of(const Phrase& phrase) const { return tree_.text_of(phrase.tokens); }

}  // namespace dossier::ingest
