// Test procedures as the TCK writes them.
#pragma once

#include <string_view>

#include "dossier/query/engine.h"
#include "dossier/result.h"

namespace dossier::shell {

/// `signature` such as "test.my.proc(in :: INTEGER?) :: (out :: STRING?)"; VOID stands for no results.
/// `table_json` is {"fields":[...],"values":[[typed,...],...]}, columns by the fields' names.
/// Errors   InvalidArgument that says what was expected.
Result<query::TestProcedure> parse_procedure(std::string_view signature, std::string_view table_json);

}  // namespace dossier::shell
