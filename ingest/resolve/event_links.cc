// Event coreference for the one class of events where news needs it most: contacts between people and states.
// After Lee et al., EMNLP-CoNLL 2012, with their two strongest clues only: shared participants and shared
// verb class.
#include "ingest/resolve/event_links.h"

#include <algorithm>
#include <set>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kReach = 2;         // sentences back
constexpr float kAnaphorConfidence = 0.6F;  // of the statement taken up

bool actor(const graph::EntityRecord& entity) {
  return entity.type == "Person" || entity.type == "Organization" || entity.type == "Place";
}

bool same_pair(const graph::StatementRecord& a, const graph::StatementRecord& b) {
  return (a.subject == b.subject && a.object == b.object) || (a.subject == b.object && a.object == b.subject);
}

bool happened(const graph::StatementRecord& statement) {
  return statement.modality == "asserted" && !statement.negated;
}

// The single day on which the article dates a contact between the two; empty for none or several.
std::string day_between(const std::vector<EventTrace>& traces, const graph::ArticleRecord& record,
                        const graph::StatementRecord& undated) {
  std::set<std::string> days;
  for (const EventTrace& trace : traces) {
    const graph::StatementRecord& other = record.statements[trace.statement];
    if (trace.communicates && happened(other) && other.when.size() == 10 && same_pair(other, undated)) {
      days.insert(other.when);
    }
  }
  return days.size() == 1 ? *days.begin() : std::string();
}

void date_nominal_events(const std::vector<EventTrace>& traces, graph::ArticleRecord& record) {
  for (const EventTrace& trace : traces) {
    graph::StatementRecord& statement = record.statements[trace.statement];
    if (trace.nominal && trace.communicates && happened(statement) && statement.when.empty()) {
      statement.when = day_between(traces, record, statement);
    }
  }
}

// "The calls", with nobody named beside it.
bool takes_up_events(const DocumentTree& tree, const Mention& mention) {
  if (mention.kind != MentionKind::kNominal || !mention.definite) return false;
  const auto children = tree.children(mention.head);
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const Deprel deprel = tree.token(c).deprel;
    return deprel == Deprel::kPrep || deprel == Deprel::kPoss || deprel == Deprel::kAcl ||
           deprel == Deprel::kRelcl;
  });
}

// Contacts of the nearest sentence before that has any: statements whose predicate reaches its object by
// "with" or "to".
std::vector<const EventTrace*> contacts_before(const std::vector<EventTrace>& traces, std::uint32_t sentence,
                                               const graph::ArticleRecord& record) {
  std::vector<const EventTrace*> found;
  for (std::uint32_t back = 1; back <= kReach && found.empty() && back <= sentence; ++back) {
    for (const EventTrace& trace : traces) {
      const graph::StatementRecord& statement = record.statements[trace.statement];
      const bool contact = trace.communicates && !trace.nominal && trace.sentence == sentence - back &&
                           (statement.predicate.ends_with(" with") || statement.predicate.ends_with(" to"));
      if (contact && happened(statement) && !statement.claimed_by &&
          actor(record.entities[statement.subject]) && actor(record.entities[statement.object])) {
        found.push_back(&trace);
      }
    }
  }
  return found;
}

// What the article has said already, maybe less clearly.
void add_evidence(const graph::StatementRecord& from, graph::StatementRecord& to) {
  for (const graph::StatementEvidence& piece : from.evidence) {
    const auto same = std::find_if(to.evidence.begin(), to.evidence.end(),
                                   [&](const auto& other) { return other.sentence == piece.sentence; });
    if (same == to.evidence.end())
      to.evidence.push_back(piece);
    else
      same->confidence = std::max(same->confidence, piece.confidence);
  }
}

void add_taken_up(const Mention& mention, std::string_view verb, const EventTrace& trace,
                  std::uint32_t first_sentence, graph::ArticleRecord& record) {
  graph::StatementRecord statement = record.statements[trace.statement];
  statement.predicate = past_of(verb) + (takes_person(verb) ? "" : " with");
  for (graph::StatementEvidence& evidence : statement.evidence) evidence.confidence *= kAnaphorConfidence;
  const auto known = std::find_if(record.statements.begin(), record.statements.end(), [&](const auto& other) {
    return other.subject == statement.subject && other.object == statement.object &&
           other.predicate == statement.predicate && other.when == statement.when && happened(other) &&
           !other.claimed_by;
  });
  if (known != record.statements.end()) {
    add_evidence(statement, *known);
    return;
  }
  const std::uint32_t number = first_sentence + mention.sentence;
  const graph::Sentence& sentence = record.sentences[number];
  statement.evidence.push_back({number, sentence.begin, sentence.end, statement.evidence.front().confidence});
  record.statements.push_back(std::move(statement));
}

// "After the death of Ana" where the article tells when or where Ana died: no statement beside that one.
void drop_told(const std::vector<EventTrace>& traces, graph::ArticleRecord& record) {
  std::set<std::size_t> told;
  for (const EventTrace& trace : traces) {
    const graph::StatementRecord& lone = record.statements[trace.statement];
    if (!trace.nominal || lone.subject != lone.object || !lone.when.empty() || !happened(lone)) continue;
    const auto fuller =
        std::find_if(record.statements.begin(), record.statements.end(), [&](const auto& other) {
          return other.subject == lone.subject && happened(other) && !other.claimed_by &&
                 (other.predicate.starts_with(lone.predicate + " ") ||
                  (other.predicate == lone.predicate && &other != &lone));
        });
    if (fuller == record.statements.end()) continue;
    add_evidence(lone, *fuller);
    told.insert(trace.statement);
  }
  for (auto index = told.rbegin(); index != told.rend(); ++index)
    record.statements.erase(record.statements.begin() + static_cast<std::ptrdiff_t>(*index));
}

}  // namespace

void link_events(const DocumentTree& tree, const Resolution& resolution,
                 const std::vector<EventTrace>& traces, std::uint32_t first_sentence,
                 graph::ArticleRecord& record) {
  date_nominal_events(traces, record);
  for (const Mention& mention : resolution.mentions) {
    if (!takes_up_events(tree, mention)) continue;
    const std::string_view verb = event_verb_of(mention.text);
    if (!verb_is(verb, VerbClass::kContact)) continue;  // an agreement is more than a talk
    const std::vector<const EventTrace*> events = contacts_before(traces, mention.sentence, record);
    const bool agrees = mention.number == 'p' ? events.size() >= 2 : events.size() == 1;
    if (!agrees) continue;
    for (const EventTrace* trace : events) add_taken_up(mention, verb, *trace, first_sentence, record);
  }
  drop_told(traces, record);
}

}  // namespace dossier::ingest
