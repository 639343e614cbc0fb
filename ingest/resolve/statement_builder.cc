// One extraction becomes the statements of its subjects with its object; further arguments that name something give
// statements of their own, "awarded to", "met in"; times and places become qualifiers.
//
//   Xi | spoke | with Trump, with Putin | on Feb 4     -> Xi -spoke with-> Trump (when 2026-02-04), and the same of Putin
//   Trump | said | that India had agreed ...           -> nothing of its own: the inner statement has its claimant
//
// Tests: tests/ingest/resolve/statement_builder_test.cc.
#include "ingest/resolve/statement_builder.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "ingest/dates/dates.h"
#include "ingest/resolve/mention_clusters.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/record_entities.h"

namespace dossier::ingest {
namespace {

constexpr float kResolvedPronoun = 0.85F, kFurtherArgument = 0.8F;

bool clausal(const Argument& argument) {
  return argument.role == ArgumentRole::kClause || argument.role == ArgumentRole::kAdverbialClause || argument.role == ArgumentRole::kManner;
}

class Builder {
 public:
  Builder(const DocumentTree& tree, const Resolution& resolution, const ArticleContext& context, graph::ArticleRecord& record)
      : tree_(tree), resolution_(resolution), record_(record), entities_(tree, resolution, record) {
    dates_.anchor = context.date;
    dates_.order = find_day_order(tree.document().text, context.date, context.language);
  }

  void run(std::span<const Extraction> extractions) {
    add_sentences();
    entities_.add_named();
    for (const Extraction& extraction : extractions) add(extraction);
  }

 private:
  struct Qualifiers {
    std::string when, where, when_words;
  };

  void add_sentences() {
    for (const TokenRange range : tree_.document().sentences) {
      if (range.size() == 0) {
        record_.sentences.push_back({});
        continue;
      }
      const std::uint64_t begin = tree_.token(range.begin).span.begin, end = tree_.token(range.end - 1).span.end;
      record_.sentences.push_back({begin, end, tree_.document().text.substr(begin, end - begin)});
    }
  }

  void add(const Extraction& extraction) {
    if (extraction.implicit && extraction.predicate == "has") return;  // `Xi's calls`: no fact of its own
    const std::vector<std::uint32_t> subjects = subjects_of(extraction);
    if (subjects.empty()) return;
    const Qualifiers qualifiers = qualifiers_of(extraction);
    const auto claimant = claimant_of(extraction);
    const Argument* object = object_of(extraction);
    const std::vector<std::uint32_t> objects = object ? entities_of(*object, extraction) : intransitive_object(extraction, qualifiers);
    const std::string predicate = object ? with_preposition(extraction, *object, objects) : intransitive_predicate(extraction);
    for (const std::uint32_t subject : subjects) {
      for (const std::uint32_t o : objects) put(extraction, subject, predicate, o, qualifiers, claimant, 1);
      add_further(extraction, object, subject, qualifiers, claimant);
    }
  }

  // The first argument that can be a node; a clause cannot.
  const Argument* object_of(const Extraction& extraction) const {
    for (const Argument& argument : extraction.arguments) {
      if (!clausal(argument) && argument.role != ArgumentRole::kTime) return &argument;
      if (argument.role == ArgumentRole::kClause && short_clause(argument)) return &argument;
    }
    return nullptr;
  }
  bool short_clause(const Argument& argument) const {
    return argument.phrase.tokens.size() <= 4 && tree_.token(argument.phrase.head).upos != Upos::kVerb && tree_.token(argument.phrase.head).upos != Upos::kAux;
  }

  std::vector<std::uint32_t> entities_of(const Argument& argument, const Extraction& extraction) {
    if (argument.role == ArgumentRole::kComplement && !extraction.implicit) return entities_.described_by(argument.phrase);
    if (argument.role == ArgumentRole::kComplement) return entities_.described_by(argument.phrase);
    return entities_.of(argument.phrase);
  }

  std::string with_preposition(const Extraction& extraction, const Argument& object, const std::vector<std::uint32_t>& objects) const {
    std::string predicate = extraction.predicate;
    if (extraction.rule == "apposition" && predicate == "is" && objects.size() == 1 && place_within_place(extraction, objects.front())) return "located in";
    if (!object.preposition.empty() && !(" " + predicate).ends_with(" " + object.preposition)) predicate += " " + object.preposition;
    return predicate;
  }
  bool place_within_place(const Extraction& extraction, std::uint32_t object) const {
    const Entity* subject = resolution_.entity_at(extraction.subject.head);
    return subject && subject->type == EntityType::kPlace && record_.entities[object].type == "Place";
  }

  // "The competition ended on Tuesday": the time is what the statement leads to.
  std::vector<std::uint32_t> intransitive_object(const Extraction& extraction, const Qualifiers& qualifiers) {
    if (extraction.predicate.empty() || qualifiers.when_words.empty()) return {};
    return {entities_.value(qualifiers.when.empty() ? qualifiers.when_words : qualifiers.when, qualifiers.when)};
  }
  std::string intransitive_predicate(const Extraction& extraction) const {
    for (const Argument& argument : extraction.arguments) {
      if (argument.role == ArgumentRole::kTime && !argument.preposition.empty()) return extraction.predicate + " " + argument.preposition;
    }
    return extraction.predicate;
  }

  void add_further(const Extraction& extraction, const Argument* object, std::uint32_t subject, const Qualifiers& qualifiers,
                   std::optional<std::uint32_t> claimant) {
    for (const Argument& argument : extraction.arguments) {
      if (&argument == object || argument.preposition.empty() || argument.role != ArgumentRole::kPrepositional) continue;
      const Entity* entity = resolution_.entity_at(argument.phrase.head);
      if (entity == nullptr || (!entity->named && entity->members.empty())) continue;
      for (const std::uint32_t o : entities_.of(argument.phrase)) {
        put(extraction, subject, extraction.predicate + " " + argument.preposition, o, qualifiers, claimant, kFurtherArgument);
      }
    }
  }

  std::vector<std::uint32_t> subjects_of(const Extraction& extraction) {
    if (extraction.subject.empty()) return {};
    if (const Pronoun* pronoun = Facts::get().find_pronoun(tree_.lower(extraction.subject.head))) {
      if (pronoun->person == 1 && pronoun->number == 's' && extraction.attribution) return entities_.of(extraction.attribution->claimant);
    }
    return entities_.of(extraction.subject);
  }

  std::optional<std::uint32_t> claimant_of(const Extraction& extraction) {
    if (!extraction.attribution) return std::nullopt;
    const auto claimants = entities_.of(extraction.attribution->claimant);
    return claimants.empty() ? std::nullopt : std::optional(claimants.front());
  }

  Qualifiers qualifiers_of(const Extraction& extraction) {
    Qualifiers out;
    dates_.time = extraction.modality == Modality::kPlanned ? EventTime::kFuture : EventTime::kPast;
    for (const Argument& argument : extraction.arguments) {
      if (argument.role == ArgumentRole::kTime && out.when.empty()) {
        std::string words = words_of_phrase(argument.phrase);
        if (!argument.preposition.empty()) words = argument.preposition + " " + words;
        if (const auto when = resolve_date(words, dates_)) out.when = *when;
        if (out.when_words.empty()) out.when_words = words_of_phrase(argument.phrase);
      }
      if (argument.role == ArgumentRole::kPlace && out.where.empty()) {
        const Entity* place = resolution_.entity_at(argument.phrase.head);
        if (place && place->named) out.where = place->name;
      }
    }
    if (out.when.size() == 10) dates_.reference = out.when;
    return out;
  }

  std::string words_of_phrase(const Phrase& phrase) const {
    std::string words;
    for (const std::uint32_t t : phrase.tokens) {
      const bool glued = !words.empty() && t > 0 && tree_.token(t).span.begin == tree_.token(t - 1).span.end;
      if (!words.empty() && !glued) words += ' ';
      words += tree_.word(t);
    }
    return words;
  }

  bool by_pronoun(const Phrase& phrase) const {
    return !phrase.empty() && resolution_.mention_of[phrase.head] != kNone && resolution_.mentions[resolution_.mention_of[phrase.head]].kind == MentionKind::kPronoun;
  }

  void put(const Extraction& extraction, std::uint32_t subject, const std::string& predicate, std::uint32_t object,
           const Qualifiers& qualifiers, std::optional<std::uint32_t> claimant, float factor) {
    if (subject == object || predicate.empty()) return;
    graph::StatementRecord statement{.subject = subject, .object = object, .predicate = predicate, .when = qualifiers.when};
    statement.where = qualifiers.where == record_.entities[object].name ? std::string() : qualifiers.where;
    statement.modality = std::string(name_of(extraction.modality));
    statement.negated = extraction.negated;
    if (claimant && *claimant != subject) statement.claimed_by = claimant;
    if (claimant) {
      statement.claimed_by = claimant;
      statement.stance = std::string(name_of(extraction.attribution->stance));
    }
    const graph::Sentence& sentence = record_.sentences[extraction.sentence];
    const float confidence = extraction.confidence * factor * (by_pronoun(extraction.subject) ? kResolvedPronoun : 1.0F);
    statement.evidence.push_back({extraction.sentence, sentence.begin, sentence.end, confidence});
    merge(std::move(statement));
  }

  void merge(graph::StatementRecord statement) {
    for (graph::StatementRecord& other : record_.statements) {
      if (other.subject != statement.subject || other.object != statement.object || other.predicate != statement.predicate ||
          other.modality != statement.modality || other.negated != statement.negated || other.claimed_by != statement.claimed_by) {
        continue;
      }
      const bool same_place = other.evidence.front().sentence == statement.evidence.front().sentence;
      if (other.when != statement.when && !(same_place && (other.when.empty() || statement.when.empty()))) continue;
      if (other.when.empty()) other.when = statement.when;
      if (other.where.empty()) other.where = statement.where;
      const auto known = std::find_if(other.evidence.begin(), other.evidence.end(), [&](const auto& e) { return e.sentence == statement.evidence.front().sentence; });
      if (known == other.evidence.end()) other.evidence.push_back(statement.evidence.front());
      else known->confidence = std::max(known->confidence, statement.evidence.front().confidence);
      return;
    }
    record_.statements.push_back(std::move(statement));
  }

  const DocumentTree& tree_;
  const Resolution& resolution_;
  graph::ArticleRecord& record_;
  RecordEntities entities_;
  DateContext dates_;
};

}  // namespace

void build_statements(const DocumentTree& tree, const Resolution& resolution, std::span<const Extraction> extractions,
                      const ArticleContext& context, graph::ArticleRecord& record) {
  Builder(tree, resolution, context, record).run(extractions);
}

}  // namespace dossier::ingest
