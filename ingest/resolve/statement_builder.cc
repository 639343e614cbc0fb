// One extraction becomes the statements of its subjects with its object; further arguments that name
// something give statements of their own, "awarded to", "met in"; times and places become qualifiers.
//
//   Xi | spoke | with Trump, with Putin | on Feb 4
//     -> Xi -spoke with-> Trump (when 2026-02-04), and the same of Putin
//   Trump | said | that India had agreed ...
//     -> nothing of its own: the inner statement has its claimant
//
// Tests: tests/ingest/resolve/statement_builder_test.cc.
#include "ingest/resolve/statement_builder.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/extract/tree.h"
#include "ingest/resolve/alternatives.h"
#include "ingest/resolve/claimants.h"
#include "ingest/resolve/event_links.h"
#include "ingest/resolve/lone_deeds.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/qualifiers.h"
#include "ingest/resolve/record_entities.h"
#include "ingest/resolve/restrictions.h"
#include "ingest/resolve/speakers.h"
#include "ingest/resolve/statement_arguments.h"
#include "ingest/resolve/statement_merger.h"
#include "ingest/resolve/statement_subjects.h"
#include "ingest/resolve/values.h"

namespace dossier::ingest {
namespace {

// `on Bergen and Oslo`; not `except Bergen and Oslo`, `once upon a time and ...`
bool binds(std::string_view preposition) {
  static constexpr std::string_view kBinds[] = {"with", "to",  "against", "from",
                                                "on",   "for", "into",    "about"};
  return std::find(std::begin(kBinds), std::end(kBinds), preposition) != std::end(kBinds);
}

class Builder {
 public:
  Builder(const DocumentTree& tree, const Resolution& resolution, const ArticleContext& context,
          graph::ArticleRecord& record, const StatementObserver& observe)
      : tree_(tree),
        resolution_(resolution),
        record_(record),
        entities_(tree, resolution, record),
        qualifiers_(tree, resolution, context),
        arguments_(tree, resolution, qualifiers_),
        judge_(tree, resolution),
        observe_(observe),
        first_sentence_(static_cast<std::uint32_t>(record.sentences.size())),
        first_statement_(record.statements.size()),
        merger_(record) {}

  void run(std::span<const Extraction> extractions) {
    add_sentences();
    entities_.add_named();
    const Speakers speakers(tree_, extractions);
    for (const Extraction& extraction : extractions) add(speakers.attributed(extraction));
    link_events(tree_, resolution_, traces_, first_sentence_, record_);
    drop_bare_roles(first_statement_, record_);
  }

 private:
  void add_sentences() {
    for (const TokenRange range : tree_.document().sentences) {
      if (range.size() == 0) {
        record_.sentences.push_back({});
        continue;
      }
      const std::uint64_t begin = tree_.token(range.begin).span.begin,
                          end = tree_.token(range.end - 1).span.end;
      record_.sentences.push_back({begin, end, tree_.document().text.substr(begin, end - begin)});
    }
  }

  // "People held in Oslo" were held there.
  void name_without(const Extraction& extraction, std::uint32_t head, std::vector<std::uint32_t>& entities) {
    if (entities.size() == 1 && is_named_by(tree_, resolution_, head, extraction))
      entities.front() = entities_.concept_of(nominal_name(tree_, resolution_, head, false));
  }
  void add(const Extraction& extraction) {
    if (extraction.surface_only) return;
    if (extraction.implicit && extraction.predicate == "has") return;  // `Xi's calls`: no fact of its own
    if (only_restricts(tree_, resolution_, extraction)) return;
    std::vector<std::uint32_t> subjects = subjects_of(extraction);
    if (subjects.empty()) return;
    if (extraction.rule == "existential" && extraction.statement_only)
      subjects = {entities_.concept_of(extraction.subject)};  // "190 people" were on board
    name_without(extraction, extraction.subject.head, subjects);
    if (is_part_of_name(tree_, extraction, record_.entities[subjects.front()])) return;
    const Qualifiers qualifiers = qualifiers_.of(extraction);
    const auto claimant = claimant_of(extraction);
    const Argument* object = arguments_.object_of(extraction);
    if (const Phrase kind = kind_of_role(tree_, resolution_, extraction); !kind.empty() && object)
      return put(extraction, subjects.front(), "is", entities_.concept_of(kind), qualifiers, claimant,
                 {Lead::kObject, object});
    const bool told = object && arguments_.is_each_other(*object);
    const bool paired = (!object || told || ArgumentReader::qualifies(*object)) &&
                        add_reciprocal(extraction, subjects, qualifiers, claimant, told);
    if (paired && told) return;
    if (object == nullptr) return add_intransitive(extraction, subjects, qualifiers, claimant, paired);
    if (add_light_noun(extraction, *object, subjects, qualifiers, claimant)) return;
    std::vector<std::uint32_t> objects = is_one_of_several(tree_, extraction, *object)
                                             ? entities_.one_described_by(object->phrase)
                                             : entities_of(*object);
    name_without(extraction, object->phrase.head, objects);
    if (extraction.negated && objects.size() == 1 && tells_of_all(tree_, object->phrase.head))
      objects.front() = entities_.concept_of("all " + record_.entities[objects.front()].name);
    for (const std::uint32_t subject : subjects) {
      for (const std::uint32_t o : objects) {
        const auto predicate = predicate_for(extraction, *object, subject, o);
        if (predicate && !arguments_.is_remade(extraction, *object))
          put(extraction, subject, *predicate, o, qualifiers, claimant, {Lead::kObject, object});
      }
      add_inside(extraction, *object, subject, qualifiers, claimant);
      add_further(extraction, object, subject, qualifiers, claimant);
    }
  }

  // "Mr Xi and Mr Putin last met in Beijing", "accused each other" (told); whether there are two of them.
  bool add_reciprocal(const Extraction& extraction, const std::vector<std::uint32_t>& subjects,
                      const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant, bool told) {
    if (extraction.relation_tokens.empty() || extraction.predicate.find(' ') != std::string::npos ||
        !(told || Facts::get().is_reciprocal(tree_.token(extraction.relation_tokens.back()).lemma)))
      return false;
    std::vector<std::uint32_t> others = subjects;
    const std::uint32_t first = tree_.first_conjunct(extraction.subject.head);
    const bool speaks =
        verb_mostly_means(tree_.token(extraction.relation_tokens.back()).lemma, VerbKind::kCommunication);
    for (std::uint32_t t = first; t != DocumentTree::kNoToken; t = tree_.child(t, Deprel::kConj)) {
      if (speaks && !told && !is_name_entity(tree_.token(t).entity))
        return false;  // `friends and relatives spoke`
      for (const std::uint32_t other : entities_.of({t, {t}})) others.push_back(other);
    }
    for (const std::uint32_t subject : subjects) {
      for (const std::uint32_t other : others)
        if (other != subject)
          put(extraction, subject, extraction.predicate, other, qualifiers, claimant, {Lead::kEachOther});
    }
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t o) { return o != others.front(); });
  }

  // "The treaty expired": a measure or a time is what the statement leads to, else the thing itself.
  void add_intransitive(const Extraction& extraction, const std::vector<std::uint32_t>& subjects,
                        const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant, bool paired) {
    const bool exists = extraction.rule == "existential" && exists_or_not(tree_, extraction);
    const bool says_little = extraction.implicit || extraction.predicate.empty() ||
                             extraction.predicate == "was" || extraction.predicate == "is" ||
                             arguments_.has_clause(extraction);
    if (says_little && !exists) return;
    for (const std::uint32_t subject : subjects) {
      if (exists) {
        put_any(extraction, subject, "existed", subject, qualifiers, claimant, {Lead::kItself});
      } else if (const Argument* measure = arguments_.measure_of(extraction)) {
        put(extraction, subject, extraction.predicate,
            entities_.value(qualifiers_.words_of(measure->phrase), {}), qualifiers, claimant,
            {Lead::kMeasure, measure});
      } else if (const Argument* span = arguments_.duration_of(extraction)) {
        put(extraction, subject, extraction.predicate + " " + span->preposition,
            entities_.value(qualifiers_.words_of_time(span->phrase), {}), qualifiers, claimant,
            {Lead::kTime, span});
      } else if (!qualifiers.when_words.empty()) {
        if (arguments_.says_only_when(extraction)) continue;
        const std::string& words = qualifiers.named.empty() ? qualifiers.when_words : qualifiers.named;
        const std::uint32_t time = entities_.value(words, qualifiers.named);
        put(extraction, subject, arguments_.timed_predicate(extraction, !qualifiers.named.empty()), time,
            qualifiers, claimant, {Lead::kTime});
      } else if (const Argument* place = arguments_.scene_before(extraction)) {
        for (const std::uint32_t o : entities_of(*place))
          put(extraction, subject, extraction.predicate + " " + place->preposition, o, qualifiers, claimant,
              {Lead::kPlace, place});
      } else if (!paired && arguments_.stands_alone(extraction) &&
                 worth_a_loop(tree_, extraction, record_.entities[subject], qualifiers,
                              claimant.has_value())) {
        put_itself(extraction, subject, qualifiers, claimant);
      }
    }
  }
  // "took place in Mexico City", "went on display at the center": the bare noun belongs to the predicate.
  bool add_light_noun(const Extraction& extraction, const Argument& object,
                      const std::vector<std::uint32_t>& subjects, const Qualifiers& qualifiers,
                      std::optional<std::uint32_t> claimant) {
    const Token& noun = tree_.token(object.phrase.head);
    if (extraction.implicit || object.phrase.tokens.size() != 1 || noun.tag != Tag::kNn ||
        !tree_.children(object.phrase.head).empty())
      return false;
    const bool light = !extraction.relation_tokens.empty() &&
                       verb_is(tree_.token(extraction.relation_tokens.back()).lemma, VerbClass::kLight);
    if (!light && object.preposition.empty()) return false;
    std::string predicate = extraction.predicate;
    if (!object.preposition.empty()) predicate += " " + object.preposition;
    predicate += " " + tree_.lower(object.phrase.head);
    bool added = false;
    for (const Argument& argument : extraction.arguments) {
      if (&argument == &object || argument.preposition.empty() || argument.preposition == "according to" ||
          (argument.role != ArgumentRole::kPrepositional && argument.role != ArgumentRole::kPlace))
        continue;
      for (const std::uint32_t subject : subjects) {
        for (const std::uint32_t o : entities_.of(argument.phrase)) {
          put(extraction, subject, predicate + " " + argument.preposition, o, qualifiers, claimant,
              {Lead::kBeyondNoun, &argument});
          added = true;
        }
      }
    }
    return added;
  }

  std::vector<std::uint32_t> entities_of(const Argument& argument) {
    // "the deadline is July 16"; a bare weekday may be the next or the last one
    if (argument.role == ArgumentRole::kComplement &&
        tree_.token(argument.phrase.head).entity == EntityLabel::kDate && arguments_.measures(argument))
      if (const std::string iso = qualifiers_.date_of(argument); !iso.empty())
        return {entities_.value(iso, iso)};
    return argument.role == ArgumentRole::kComplement ? entities_.described_by(argument.phrase)
                                                      : entities_.of(argument.phrase);
  }

  // Nothing for an apposition that only lists: "Huntsville, Alabama, the National Museum".
  std::optional<std::string> predicate_for(const Extraction& extraction, const Argument& object,
                                           std::uint32_t subject, std::uint32_t o) const {
    std::string predicate = extraction.predicate;
    if (extraction.rule == "apposition" && predicate == "is") {
      const graph::EntityRecord& left = record_.entities[subject];
      const graph::EntityRecord& right = record_.entities[o];
      if (left.type == "Value" || right.type == "Value") return std::nullopt;
      if (left.type == "Place" && right.type == "Place")
        return is_country(left) ? std::nullopt : std::optional<std::string>("located in");
      if (left.type != "Concept" && right.type != "Concept") return std::nullopt;
      if (left.type == "Concept" && right.type == "Concept" && !alike_in_kind(left.name, right.name))
        return std::nullopt;
    }
    if ((predicate == "is" || predicate == "was") && object.preposition.empty() &&
        (name_two(record_.entities[subject], record_.entities[o]) ||
         (arguments_.listed(extraction.subject.head) && arguments_.listed(object.phrase.head))))
      return std::nullopt;
    const graph::EntityRecord& who = record_.entities[subject];
    if (extraction.implicit && predicate == "located" && is_country(who)) return std::nullopt;
    if (extraction.implicit && predicate == "located" && who.type == "Person") {
      const bool owned = tree_.token(object.phrase.head).deprel == Deprel::kPoss;  // "Norway's Haaland"
      return owned ? std::optional<std::string>("is of") : std::nullopt;  // "a boost for Holt in Ohio"
    }
    const bool told = who.name.ends_with(record_.entities[o].name) ||  // "war in Ukraine" in Ukraine
                      (object.preposition == "in" &&
                       who.name.ends_with(" in " + std::string(tree_.word(object.phrase.head))));
    if ((extraction.implicit && told) || object.preposition == "according to") return std::nullopt;
    if (!object.preposition.empty() && !(" " + predicate).ends_with(" " + object.preposition))
      predicate += " " + arguments_.link_of(object);
    return predicate;
  }

  void add_further(const Extraction& extraction, const Argument* object, std::uint32_t subject,
                   const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant) {
    for (const Argument& argument : extraction.arguments) {
      if (&argument == object) continue;
      if (object && argument.role == ArgumentRole::kPlace && argument.preposition == "in")
        add_places(extraction, *object, argument.phrase.head, subject, qualifiers, claimant);
      // "rose 5 %", but "beat Oslo 3-1" beats no 3-1, and "fined Oslo 5 euros" leaves Oslo poorer
      if (argument.role == ArgumentRole::kManner && arguments_.measures(argument)) {
        const std::uint32_t measure = entities_.value(qualifiers_.words_of(argument.phrase), {});
        if (object == nullptr || object->role != ArgumentRole::kObject) {
          put(extraction, subject, extraction.predicate, measure, qualifiers, claimant,
              {Lead::kMeasure, &argument});
        } else if (!extraction.implicit && verb_is(verb_of(extraction), VerbClass::kRepay)) {
          for (const std::uint32_t whom : entities_.of(object->phrase))
            put(extraction, whom, "was " + participle_of(verb_of(extraction)), measure, qualifiers, claimant,
                {Lead::kDone, &argument});
        }
      }
      const bool complement =
          argument.role == ArgumentRole::kComplement || argument.role == ArgumentRole::kIndirectObject;
      if (!complement && (argument.role != ArgumentRole::kPrepositional || argument.preposition.empty() ||
                          argument.preposition == "according to"))
        continue;
      if (add_done(extraction, object, argument, qualifiers, claimant) ||
          arguments_.leaves_out(extraction, object, argument))
        continue;
      add_joined(extraction, object, argument, subject, qualifiers, claimant);
      const Entity* entity = resolution_.entity_at(argument.phrase.head);
      if (!complement && argument.preposition != "as" &&
          (entity == nullptr || (!entity->named && entity->members.empty())) &&
          !arguments_.is_amount(extraction, object, argument) &&
          !arguments_.is_recipient(extraction, object, argument) &&
          !arguments_.is_bound(extraction, object, argument) &&
          !arguments_.tells_more(extraction, object, argument))
        continue;
      const auto objects = argument.role == ArgumentRole::kComplement || argument.preposition == "as"
                               ? entities_.described_by(argument.phrase)
                               : with_joined_names(argument.phrase, argument.preposition);
      const std::string preposition =
          argument.role == ArgumentRole::kIndirectObject ? "to" : arguments_.link_of(argument);
      const std::string between = arguments_.noun_between(extraction, object);
      if (between == " %") continue;  // "won 31% of the vote, ahead of Ana with 28%"
      const std::string predicate =
          extraction.predicate + (preposition.empty() ? "" : between + " " + preposition);
      for (const std::uint32_t o : objects) {
        put(extraction, subject, predicate, o, qualifiers, claimant, {Lead::kFurther, &argument});
      }
    }
  }

  // "closed the border in response to the attack": the bare noun joins the predicate.
  void add_joined(const Extraction& extraction, const Argument* object, const Argument& argument,
                  std::uint32_t subject, const Qualifiers& qualifiers,
                  std::optional<std::uint32_t> claimant) {
    const auto [link, noun] = arguments_.joined_by(extraction, argument);
    if (link.empty()) return;
    const std::string predicate = extraction.predicate + arguments_.noun_between(extraction, object) + link;
    for (const std::uint32_t o : entities_.of({noun, {noun}}))
      put(extraction, subject, predicate, o, qualifiers, claimant, {Lead::kFurther, &argument});
  }

  // "signed a treaty with Oslo", "wrote a letter to Ana": whether the parser hangs the last of it on the noun or
  // on the verb, the subject signed a treaty with Oslo. Not of somebody: "met the envoy to Oslo".
  void add_inside(const Extraction& extraction, const Argument& object, std::uint32_t subject,
                  const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant) {
    if (object.role != ArgumentRole::kObject || extraction.rule != "active" ||
        extraction.predicate.starts_with("was ") ||
        tree_.token(extraction.relation_tokens.back()).upos != Upos::kVerb)
      return;
    const std::string noun = arguments_.noun_between(extraction, &object);
    if (noun.empty() || noun_of_people(tree_, resolution_, object.phrase.head)) return;
    for (const std::uint32_t preposition : tree_.children(object.phrase.head)) {
      if (tree_.token(preposition).deprel != Deprel::kPrep || preposition < object.phrase.head) continue;
      const std::string link = tree_.lower(preposition);
      const std::uint32_t held = tree_.child(preposition, Deprel::kPobj);
      if (link == "in" && held != DocumentTree::kNoToken)
        add_places(extraction, object, held, subject, qualifiers, claimant);
      if (!binds(link) || held == DocumentTree::kNoToken || !arguments_.stands_named(held)) continue;
      for (const std::uint32_t o : with_joined_names({held, {held}}, link)) {
        put(extraction, subject, extraction.predicate + noun + " " + link, o, qualifiers, claimant,
            {Lead::kInside, &object});
        if (!traces_.empty())
          traces_.back().communicates = false;  // "proposed changes to the Court" does not meet it
      }
    }
  }

  // "won seats in Ohio, Utah and Iowa": of one place it is told where it was, of several in each
  void add_places(const Extraction& extraction, const Argument& object, std::uint32_t first,
                  std::uint32_t subject, const Qualifiers& qualifiers,
                  std::optional<std::uint32_t> claimant) {
    const std::string noun = arguments_.noun_between(extraction, &object);
    if (noun.empty() || extraction.rule != "active") return;
    Qualifiers placeless = qualifiers;
    placeless.where.clear();
    for (const std::uint32_t place : arguments_.joined_places(first)) {
      for (const std::uint32_t o : entities_.of({place, {place}}))
        put(extraction, subject, extraction.predicate + noun + " in", o, placeless, claimant,
            {Lead::kInside});
    }
  }

  // "to Bergen, Oslo and Narvik", "letters to Ana Roe and Ida Dahl": to each of them
  std::vector<std::uint32_t> with_joined_names(const Phrase& phrase, std::string_view link) {
    std::vector<std::uint32_t> all = entities_.of(phrase);
    if (!binds(link)) return all;
    for (const std::uint32_t child : tree_.children(phrase.head)) {
      if (tree_.token(child).deprel != Deprel::kConj || !arguments_.stands_named(child) ||
          tree_.child(child, Deprel::kNeg) != DocumentTree::kNoToken)  // "sent it to Oslo but not Bergen"
        continue;
      for (const std::uint32_t other : with_joined_names({child, {child}}, link)) all.push_back(other);
    }
    return all;
  }

  // "sentenced Ana to 16 years", "bought Norsk from Ida", "named it as a victim": what is done to somebody named, or to
  // what a pronoun stands for, is said of him; "sentenced to" of the court would say something else. False where the
  // argument is of no such kind.
  bool add_done(const Extraction& extraction, const Argument* object, const Argument& argument,
                const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant) {
    if (!arguments_.is_done_to(extraction, object, argument)) return false;
    const std::string& link = argument.preposition;
    const std::string predicate = "was " + participle_of(verb_of(extraction)) + ' ' + link;
    for (const std::uint32_t subject : entities_.of(object->phrase)) {
      for (const std::uint32_t o :
           link == "as" ? entities_.described_by(argument.phrase) : with_joined_names(argument.phrase, link))
        put(extraction, subject, predicate, o, qualifiers, claimant, {Lead::kDone, &argument});
    }
    return true;
  }

  const std::string& verb_of(const Extraction& extraction) const {
    return tree_.token(extraction.relation_tokens.back()).lemma;
  }

  std::vector<std::uint32_t> subjects_of(const Extraction& extraction) {
    if (extraction.subject.empty()) return {};
    if (extraction.negated && is_nobody(tree_, extraction.subject.head) &&
        turn_of(tree_.turns(), extraction.subject.head) == nullptr)
      return {entities_.concept_of("people")};
    if (const Pronoun* pronoun = Facts::get().find_pronoun(tree_.lower(extraction.subject.head))) {
      if (pronoun->person == 1 && pronoun->number == 's' && extraction.attribution &&
          resolution_.entity_at(extraction.subject.head) == nullptr)
        return entities_.of(author_of(tree_, resolution_, extraction.attribution->claimant));
    }
    for (const std::uint32_t who :
         {person_above(tree_, resolution_, extraction), said_to_be(tree_, resolution_, extraction)}) {
      if (who != DocumentTree::kNoToken) return entities_.of({who, {who}});
    }
    if (owner_unknown(tree_, resolution_, extraction.subject.head)) return {};
    return entities_.of(extraction.subject);
  }

  std::optional<std::uint32_t> claimant_of(const Extraction& extraction) {
    if (!extraction.attribution) return std::nullopt;
    const Phrase author = author_of(tree_, resolution_, extraction.attribution->claimant);
    claimants_ = author.empty() ? entities_.of(author) : with_joined_names(author, "with");
    return claimants_.empty() ? std::nullopt : std::optional(claimants_.front());
  }
  // "Norway and Spain said they would go": each says so of itself.
  std::uint32_t of_several(std::uint32_t claimant, std::uint32_t subject) const {
    const bool says_it = std::find(claimants_.begin(), claimants_.end(), subject) != claimants_.end();
    return says_it ? subject : claimant;
  }

  struct Way {
    Lead lead;
    const Argument* argument = nullptr;
  };
  void put(const Extraction& extraction, std::uint32_t subject, const std::string& predicate,
           std::uint32_t object, const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant,
           const Way& way) {
    if (subject == object || predicate.empty()) return;
    put_any(extraction, subject, predicate, object, qualifiers, claimant, way);
  }
  void put_itself(const Extraction& extraction, std::uint32_t subject, const Qualifiers& qualifiers,
                  std::optional<std::uint32_t> claimant) {
    put_any(extraction, subject, extraction.predicate, subject, qualifiers, claimant, {Lead::kItself});
  }

  void put_any(const Extraction& extraction, std::uint32_t subject, const std::string& predicate,
               std::uint32_t object, const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant,
               const Way& way) {
    if (is_cut_wrong(record_.entities[subject]) || is_cut_wrong(record_.entities[object])) return;
    graph::StatementRecord statement{.subject = subject,
                                     .object = object,
                                     .predicate = predicate,
                                     .when = qualifiers_.when_of(extraction, way.argument, qualifiers)};
    statement.where =
        arguments_.where(extraction, way.argument, qualifiers.where, record_.entities[object].name);
    const bool lies = extraction.implicit && predicate == "located in";  // in Oslo, Norway: on nobody's word
    const bool hearsay =
        !lies && extraction.attribution && !claimant && extraction.modality == Modality::kAsserted;
    statement.negated = (extraction.negated && !qualifiers.then_so) || arguments_.is_absent(way.argument);
    const bool denied = extraction.attribution && extraction.attribution->stance == Stance::kDenies;
    const bool open = extraction.modality == Modality::kAsserted && !statement.negated && !denied &&
                      is_alternative(tree_, extraction, way.argument);
    statement.modality = std::string(name_of(open               ? Modality::kPossible
                                             : hearsay          ? Modality::kReported
                                             : qualifiers.ahead ? Modality::kPlanned
                                                                : extraction.modality));
    if (claimant && !lies) {
      statement.claimed_by = tree_.token(extraction.subject.head).upos == Upos::kPron
                                 ? of_several(*claimant, subject)
                                 : *claimant;
      statement.stance = std::string(name_of(extraction.attribution->stance));
    }
    const std::uint32_t number = first_sentence_ + extraction.sentence;
    const graph::Sentence& sentence = record_.sentences[number];
    const Features features = judge_.features_of(
        {extraction, way.lead, way.argument, record_.entities[subject], record_.entities[object], predicate});
    statement.evidence.push_back(
        {number, sentence.begin, sentence.end, StatementJudge::confidence_of(features)});
    if (observe_) observe_(statement, features);
    EventTrace trace{.sentence = extraction.sentence, .nominal = extraction.rule == "nominal_event"};
    trace.communicates = arguments_.communicates(extraction);
    trace.statement = merger_.merge(std::move(statement));
    traces_.push_back(trace);
  }

  const DocumentTree& tree_;
  const Resolution& resolution_;
  graph::ArticleRecord& record_;
  RecordEntities entities_;
  QualifierReader qualifiers_;
  ArgumentReader arguments_;
  StatementJudge judge_;
  const StatementObserver& observe_;
  std::uint32_t first_sentence_;  // of this document in the record
  std::size_t first_statement_;
  std::vector<EventTrace> traces_;
  std::vector<std::uint32_t> claimants_;  // of the extraction at hand
  StatementMerger merger_;
};

}  // namespace

void build_statements(const DocumentTree& tree, const Resolution& resolution,
                      std::span<const Extraction> extractions, const ArticleContext& context,
                      graph::ArticleRecord& record, const StatementObserver& observe) {
  Builder(tree, resolution, context, record, observe).run(extractions);
}

}  // namespace dossier::ingest
