// about and why: statements for people, each line footnoted to article and sentence.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "dossier/status_macros.h"
#include "ingest/extract/lexicon.h"
#include "shell/commands/common.h"
#include "shell/commands/export.h"
#include "shell/commands/statement.h"
#include "shell/render/text_layout.h"

namespace dossier::shell {
namespace {

Result<std::vector<graph::NodeId>> nodes_named(const graph::Reader& reader, const std::string& name) {
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<graph::NameHit> hits, reader.find_by_name(name));
  std::vector<graph::NodeId> nodes;
  for (const graph::NameHit& hit : hits) nodes.push_back(hit.node);
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

Result<std::vector<Statement>> statements_of(const graph::Reader& reader, StatementReader& statements,
                                             const std::vector<graph::NodeId>& nodes,
                                             graph::Direction direction) {
  graph::Neighbours around;
  DOSSIER_RETURN_IF_ERROR(reader.expand(nodes, direction, {}, around));
  std::vector<graph::RelationshipId> ids = around.relationships;
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<Statement> found;
  for (const graph::RelationshipId id : ids) {
    DOSSIER_ASSIGN_OR_RETURN(std::optional<Statement> statement, statements.read(id));
    if (statement) found.push_back(*std::move(statement));
  }
  return found;
}

std::string sentence_of(const Statement& statement) {
  const std::string extra = qualifiers(statement);
  // What has no object is stored from its subject to itself.
  const std::string object = statement.object.id == statement.subject.id ? "" : ' ' + statement.object.name;
  return statement.subject.name + ' ' + statement.predicate + object +
         (statement.when ? ", " + *statement.when : "") +
         (statement.where ? ", in " + *statement.where : "") + (extra.empty() ? "" : " (" + extra + ")");
}

/// Footnotes: each sentence of an article once, numbered from 1 in order of use.
class Notes {
 public:
  std::string marks(const Statement& statement) {
    std::string text;
    for (const StatementEvidence& evidence : statement.evidence) {
      const auto key = std::pair(evidence.article, evidence.sentence);
      const auto [at, is_new] = numbers_.emplace(key, notes_.size() + 1);
      if (is_new) notes_.push_back(evidence);
      text += " [" + std::to_string(at->second) + "]";
    }
    return text;
  }

  void print(std::ostream& out) const {
    if (!notes_.empty()) out << "\nSources\n";
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      const StatementEvidence& note = notes_[i];
      const std::string mark = "  [" + std::to_string(i + 1) + "] ";
      out << mark << note.article << (note.date.empty() ? "" : ", " + note.date) << ", sentence "
          << note.sentence + 1 << '\n';
      for (const std::string& line : fold(note.text, 96))
        out << std::string(mark.size(), ' ') << line << '\n';
    }
  }

 private:
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> numbers_;
  std::vector<StatementEvidence> notes_;
};

void print_section(std::ostream& out, std::string_view title, std::vector<const Statement*> statements,
                   Notes& notes) {
  if (statements.empty()) return;
  out << '\n' << title << '\n';
  for (const Statement* statement : statements)
    out << "  " << sentence_of(*statement) << notes.marks(*statement) << '\n';
}

// A role is what somebody is, not what he did: "is", or a noun for people and its preposition ("president
// of").
bool is_role(const Statement& statement, const graph::NodeId node) {
  if (statement.subject.id != node || statement.object.id == node || statement.when) return false;
  const std::string& predicate = statement.predicate;
  if (predicate == "is" || predicate == "was" || predicate == "became") return true;
  const std::size_t preposition = predicate.rfind(' ');
  if (preposition == std::string::npos) return false;
  const std::size_t before = predicate.rfind(' ', preposition - 1);
  const std::size_t noun = before == std::string::npos ? 0 : before + 1;
  return ingest::noun_mostly_means(predicate.substr(noun, preposition - noun), ingest::NounKind::kPerson);
}

int tell_about(const graph::Reader& reader, const graph::NodeId node, const Streams& streams) {
  StatementReader statements(reader);
  const Result<Entity> entity = statements.entity(node);
  if (!entity.ok()) return complain(streams, entity.status().message());
  Result<std::vector<Statement>> all = statements_of(reader, statements, {node}, graph::Direction::kBoth);
  if (!all.ok()) return complain(streams, all.status().message());
  std::stable_sort(all->begin(), all->end(), [](const Statement& a, const Statement& b) {
    return a.confidence.value_or(0) > b.confidence.value_or(0);
  });

  streams.out << entity->name << " — " << entity->type << '\n';
  std::string aliases;
  for (const std::string& alias : entity->aliases) {
    if (alias != entity->name) aliases += (aliases.empty() ? "" : ", ") + alias;
  }
  if (!aliases.empty()) streams.out << "Also: " << aliases << '\n';

  std::vector<const Statement*> roles, timeline, relations;
  for (const Statement& statement : *all) {
    (is_role(statement, node) ? roles : statement.when ? timeline : relations).push_back(&statement);
  }
  std::stable_sort(timeline.begin(), timeline.end(),
                   [](const Statement* a, const Statement* b) { return *a->when < *b->when; });
  Notes notes;
  print_section(streams.out, "Roles", roles, notes);
  print_section(streams.out, "Timeline", timeline, notes);
  print_section(streams.out, "Relations", relations, notes);
  notes.print(streams.out);
  return kDone;
}

bool wanted(const std::string& pattern, const std::string& text) { return pattern == "*" || pattern == text; }

}  // namespace

int run_about(const CommandLine& line, const Streams& streams) {
  const auto store = graph::Store::open(line.database, store_options(line, Access::kReadOnly));
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const auto reader = (*store)->snapshot();
  int status = kDone;
  for (const std::string& name : line.inputs) {
    const Result<std::vector<graph::NodeId>> nodes = nodes_named(*reader, name);
    if (!nodes.ok()) return complain(streams, nodes.status().message());
    if (nodes->empty()) status = complain(streams, "nothing is named '" + name + "'");
    for (std::size_t i = 0; i < nodes->size(); ++i) {
      if (i > 0) streams.out << "\n----\n\n";
      if (const int told = tell_about(*reader, (*nodes)[i], streams); told != kDone) status = told;
    }
  }
  return status;
}

int run_why(const CommandLine& line, const Streams& streams) {
  const auto store = graph::Store::open(line.database, store_options(line, Access::kReadOnly));
  if (!store.ok()) return report_open_failure(store.status(), line.database, streams);
  const auto reader = (*store)->snapshot();
  const std::string predicate = line.inputs.size() > 1 ? line.inputs[1] : "*";
  const std::string object = line.inputs.size() > 2 ? line.inputs[2] : "*";
  const bool any_subject = line.inputs[0] == "*";
  const std::string& anchor = any_subject ? object : line.inputs[0];
  if (anchor == "*") return complain(streams, "why: name the subject or the object", kUsage);

  const Result<std::vector<graph::NodeId>> nodes = nodes_named(*reader, anchor);
  if (!nodes.ok()) return complain(streams, nodes.status().message());
  if (nodes->empty()) return complain(streams, "nothing is named '" + anchor + "'");
  std::vector<graph::NodeId> objects;
  if (!any_subject && object != "*") {
    const Result<std::vector<graph::NodeId>> named = nodes_named(*reader, object);
    if (!named.ok()) return complain(streams, named.status().message());
    objects = *named;
  }
  StatementReader statements(*reader);
  const Result<std::vector<Statement>> found = statements_of(
      *reader, statements, *nodes, any_subject ? graph::Direction::kIncoming : graph::Direction::kOutgoing);
  if (!found.ok()) return complain(streams, found.status().message());
  std::size_t shown = 0;
  for (const Statement& statement : *found) {
    if (!wanted(predicate, statement.predicate)) continue;
    if (!any_subject && object != "*" &&
        !std::binary_search(objects.begin(), objects.end(), statement.object.id))
      continue;
    streams.out << (shown++ == 0 ? "" : "\n") << sentence_of(statement) << '\n';
    for (const StatementEvidence& evidence : statement.evidence) {
      streams.out << "  " << evidence.article << (evidence.date.empty() ? "" : ", " + evidence.date)
                  << ", bytes " << evidence.begin << "-" << evidence.end << ", confidence "
                  << evidence.confidence << '\n';
      for (const std::string& text : fold(evidence.text, 100)) streams.out << "    " << text << '\n';
    }
    if (statement.evidence.empty()) streams.out << "  asserted by a person\n";
  }
  return shown > 0 ? kDone : complain(streams, "no such statement");
}

}  // namespace dossier::shell
