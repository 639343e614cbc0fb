// A store with two articles, made up and written as ingest writes them.
#pragma once

#include "dossier/graph/store.h"

namespace dossier::testing {

/// "Ada Lind called Omar Haddad on Monday.", which both articles say; "Northwind Bank, said Mei Tan, raised its tariffs."
/// and "Omar Haddad did not visit Riverton.", which one does each.
Status put_news(graph::Store& store);

}  // namespace dossier::testing
