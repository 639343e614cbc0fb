// (query text)-[grammar/]->(parse tree)
#pragma once

#include <string_view>

#include "dossier/result.h"
#include "query/grammar/tree.h"

namespace dossier::query::grammar {

// Names, values, signs and clauses in one query: beyond it stands data, which belongs into parameters.
inline constexpr std::size_t kMaxEntries = 2'000'000;

/// Errors   kQueryError, detail UnexpectedSyntax or InvalidUnicodeCharacter: where the text stopped making sense,
///          what was expected there, and what stands there; kResourceExhausted for nesting beyond `maximum_nesting`
///          and for more than kMaxEntries.
/// Cost     linear in the text.
Result<Tree> parse(std::string_view text, int maximum_nesting);

}  // namespace dossier::query::grammar
