// Tables with neo4j-admin's headers into a graph: :ID, :LABEL, :START_ID, :END_ID, :TYPE, name:type, :IGNORE.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/graph/store.h"
#include "dossier/result.h"

namespace dossier::shell {

struct CsvImportReport {
  std::uint64_t nodes = 0, relationships = 0;
};

/// `:ID` may carry a name ("entityId:ID"): the id is then kept as a property too, an integer where every id is one.
/// Types: string (the default), int, long, short, byte, float, double, boolean, date, localtime, time, localdatetime,
/// datetime, duration, each also as "type[]" with ';' between items. Empty cells make no property. Labels are separated by ';'.
///
/// Errors   InvalidArgument with file and line for a malformed header, row or cell, a node id given twice, or a
///          relationship whose end is in no node file; nothing is imported then.
Result<CsvImportReport> import_csv(graph::Store& store, const std::vector<std::string>& node_files,
                                   const std::vector<std::string>& relationship_files);

}  // namespace dossier::shell
