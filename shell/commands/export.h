// The export formats. Each writes what programs that read that format expect of a graph of statements; what a format
// cannot say is left out, never said wrongly: an edge that is negated, planned or somebody's claim carries that.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "dossier/graph/reader.h"
#include "dossier/status.h"
#include "shell/commands/statement.h"

namespace dossier::shell {

Status export_jsonl(const graph::Reader& reader,
                    std::ostream& out);  // statements with evidence, as docs/export.md
Status export_csv(const graph::Reader& reader, std::ostream& out);       // a statement a line, RFC 4180
Status export_graphml(const graph::Reader& reader, std::ostream& out);   // GraphML 1.0: yEd, Gephi, NetworkX
Status export_gexf(const graph::Reader& reader, std::ostream& out);      // GEXF 1.3: Gephi
Status export_dot(const graph::Reader& reader, std::ostream& out);       // Graphviz
Status export_html(const graph::Reader& reader, std::ostream& out);      // one page, drawn offline
Status export_ntriples(const graph::Reader& reader, std::ostream& out);  // RDF 1.1, statements reified
Status export_turtle(const graph::Reader& reader, std::ostream& out);
Status export_cypher(const graph::Reader& reader, std::ostream& out);  // a script that makes the graph again
Status export_ftm(const graph::Reader& reader,
                  std::ostream& out);  // FollowTheMoney entities: Aleph, OpenSanctions

/// The statement holds as the article's own word: not negated, not planned or possible, nobody's claim.
bool is_plain_fact(const Statement& statement);

/// "not", "planned", "according to Kremlin", "denied by Kremlin" ...: what qualifies the statement, or empty for a plain fact.
std::string qualifiers(const Statement& statement);

/// The text with & < > " ' as XML and HTML want them; control characters that XML forbids are dropped.
std::string xml_escaped(std::string_view text);

/// Calls `visit` for each node that stands in a statement, once, in order of first use.
Status for_each_entity(const graph::Reader& reader, const std::function<Status(const Entity&)>& visit);

}  // namespace dossier::shell
