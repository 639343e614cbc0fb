// RDF 1.1 as N-Triples and Turtle. Each statement is a resource of its own (rdf:Statement) with its qualifiers and
// sources; the bare triple subject predicate object is asserted only for plain facts, so that a reader who ignores the
// qualifiers is never told a denial, a plan or a claim as a fact.
#include <cctype>
#include <ostream>

#include "dossier/status_macros.h"
#include "shell/commands/export.h"

namespace dossier::shell {
namespace {

// N-Triples' ECHAR; everything else stays UTF-8.
std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\r':
        quoted += "\\r";
        break;
      case '\t':
        quoted += "\\t";
        break;
      default:
        quoted += c;
    }
  }
  return quoted + '"';
}

// RFC 3986: what is not unreserved is percent-encoded, spaces as '_'.
std::string local_name(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_') {
      name += c;
    } else if (c == ' ') {
      name += '_';
    } else {
      name += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return name;
}

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";

std::string_view space_iri(std::string_view space) {
  if (space == "rdf") return kRdf;
  if (space == "rdfs") return kRdfs;
  if (space == "n") return "urn:dossier:node:";
  if (space == "s") return "urn:dossier:statement:";
  if (space == "p") return "urn:dossier:predicate:";
  return "urn:dossier:";
}

std::string full_iri(std::string_view space, std::string_view name) {
  return "<" + std::string(space_iri(space)) + std::string(name) + ">";
}

// A prefixed name holds no '%' from us unescaped: PN_LOCAL allows %HH as it is.
std::string prefixed(std::string_view space, std::string_view name) {
  return std::string(space) + ":" + std::string(name);
}

class RdfWriter {
 public:
  using Namer = std::string (*)(std::string_view, std::string_view);
  RdfWriter(std::ostream& out, Namer name) : out_(out), name_(name) {}

  void triple(const std::string& subject, const std::string& predicate, const std::string& object) {
    out_ << subject << ' ' << predicate << ' ' << object << " .\n";
  }

  Status entity(const Entity& entity) {
    const std::string node = node_name(entity);
    triple(node, name_("rdf", "type"), name_("d", local_name(entity.type)));
    triple(node, name_("rdfs", "label"), literal(entity.name));
    for (const std::string& alias : entity.aliases) triple(node, name_("d", "alias"), literal(alias));
    return status();
  }

  Status statement(const Statement& statement) {
    const std::string subject = node_name(statement.subject), object = node_name(statement.object);
    const std::string predicate = name_("p", local_name(statement.predicate));
    if (is_plain_fact(statement)) triple(subject, predicate, object);
    const std::string id = name_("s", std::to_string(raw(statement.id)));
    triple(id, name_("rdf", "type"), name_("rdf", "Statement"));
    triple(id, name_("rdf", "subject"), subject);
    triple(id, name_("rdf", "predicate"), predicate);
    triple(id, name_("rdf", "object"), object);
    if (statement.when) triple(id, name_("d", "when"), literal(*statement.when));
    if (statement.where) triple(id, name_("d", "where"), literal(*statement.where));
    triple(id, name_("d", "modality"), literal(statement.modality));
    if (statement.negated)
      triple(id, name_("d", "negated"), literal("true") + "^^<http://www.w3.org/2001/XMLSchema#boolean>");
    if (statement.claimed_by) triple(id, name_("d", "claimedBy"), claimant(*statement.claimed_by));
    if (statement.stance) triple(id, name_("d", "stance"), literal(*statement.stance));
    for (const StatementEvidence& evidence : statement.evidence) {
      triple(id, name_("d", "evidence"),
             literal(evidence.article + "#" + std::to_string(evidence.begin) + "-" +
                     std::to_string(evidence.end) + ": " + evidence.text));
    }
    return status();
  }

 private:
  std::string node_name(const Entity& entity) const { return name_("n", std::to_string(raw(entity.id))); }
  std::string claimant(const Entity& entity) const {
    return entity.type.empty() ? literal(entity.name) : node_name(entity);
  }
  Status status() const { return out_ ? Status() : io_error("standard output: writing failed"); }

  std::ostream& out_;
  Namer name_;
};

Status write(const graph::Reader& reader, RdfWriter writer) {
  DOSSIER_RETURN_IF_ERROR(
      for_each_entity(reader, [&](const Entity& entity) { return writer.entity(entity); }));
  return StatementReader(reader).for_each(
      [&](const Statement& statement) { return writer.statement(statement); });
}

}  // namespace

Status export_ntriples(const graph::Reader& reader, std::ostream& out) {
  return write(reader, RdfWriter(out, full_iri));
}

Status export_turtle(const graph::Reader& reader, std::ostream& out) {
  for (const std::string_view space : {"rdf", "rdfs", "d", "n", "s", "p"}) {
    out << "@prefix " << space << ": <" << space_iri(space) << "> .\n";
  }
  return write(reader, RdfWriter(out, prefixed));
}

}  // namespace dossier::shell
