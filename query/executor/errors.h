// Errors that a running query raises, in the words of the openCypher TCK.
#pragma once

#include <string>
#include <string_view>

#include "dossier/status.h"
#include "query/ast/ast.h"

namespace dossier::query {

/// A failure of the query at run time. Line and column are left to the engine, which holds the text.
Status runtime_error(std::string_view type, std::string_view detail, ast::SourceSpan span,
                     std::string message, std::string suggestion = {});

/// The failures that most expressions raise.
Status type_error(ast::SourceSpan span, std::string message);        // TypeError: InvalidArgumentType
Status value_type_error(ast::SourceSpan span, std::string message);  // TypeError: InvalidArgumentValue
Status overflow_error(ast::SourceSpan span, std::string message);    // ArithmeticError: IntegerOverflow
Status range_error(ast::SourceSpan span, std::string message);       // ArgumentError: NumberOutOfRange
Status deleted_entity_error(ast::SourceSpan span,
                            std::string message);  // EntityNotFound: DeletedEntityAccess

/// The same failure with the place, if it is a query's error that has none yet.
Status with_place(Status status, ast::SourceSpan span);

}  // namespace dossier::query
