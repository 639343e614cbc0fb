// Names -> slots, and every error that can be told without reading data.
#pragma once

#include "dossier/graph/value.h"
#include "dossier/query/engine.h"
#include "dossier/status.h"
#include "query/ast/ast.h"
#include "query/ast/catalog.h"

namespace dossier::query::ast {

/// Resolves every name of `statement` and fills in what ast.h marks as bound.
///
/// A variable that WITH or RETURN only passes on keeps its slot; every other item gets one of its own. The parts of a
/// UNION share the slots of the first part's columns.
///
/// ORDER BY, and WHERE after WITH: where an expression, or a part of one, is the same as a projected item's, it is
/// replaced by a VariableExpression on that item's slot. So after an aggregating or DISTINCT projection they name
/// slots of the projection only; otherwise they may also name slots from before it.
///
/// An item that aggregates keeps its aggregate functions in place, marked is_aggregate, their arguments over the
/// rows before; what stands around them was equal to another, grouping item of the projection and is replaced by
/// a VariableExpression on that item's slot.
///
/// Errors   kQueryError, phase "compile time", with the TCK's detail, the place and a suggestion.
Status bind(Statement& statement, const ProcedureCatalog& procedures);

/// Errors   ParameterMissing, MissingParameter for the first parameter that has no value; SyntaxError,
///          InvalidArgumentType for an implicit argument of a CALL that has the wrong type.
Status check_parameters(const Statement& statement, const Parameters& parameters);

}  // namespace dossier::query::ast
