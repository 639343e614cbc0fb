// Conditions that ask whether a pattern has a match: EXISTS { }, a pattern, COUNT { } or the size of a pattern comprehension
// compared with nothing; each also negated.
//
// A conjunct of that kind becomes an operator of its own: SemiApply runs the pattern's plan for the rows (a batch at a
// time where it can), SemiHashJoin runs it once where that is expected to be cheaper, and finds its rows by the nodes that
// both name. One relationship to anything is left an expression: it is the length of a list.
#pragma once

#include <optional>

#include "query/planner/planner_context.h"

namespace dossier::query::planner {

/// The conjunct as such a condition; nothing where it is none, or is answered by a list's length.
std::optional<Existence> find_existence(const ast::Expression& conjunct);
/// Of the rows, about, for which it holds.
double existence_share(const Existence& existence, const Cardinality& estimate);

/// The only pattern of a query that is one MATCH, with or without a RETURN that can neither fail nor drop or add rows.
const ast::MatchClause* only_match(const ast::Query& query);
/// Whether the pattern is one relationship from a variable that is bound outside to anything at all.
bool is_degree(const ast::Pattern& pattern, const ast::Expression* condition);

}  // namespace dossier::query::planner
