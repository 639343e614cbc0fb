// For .cc files: leave the function with the failure, or go on with the value.
#pragma once

#include "dossier/result.h"

#define DOSSIER_CONCAT_INNER(a, b) a##b
#define DOSSIER_CONCAT(a, b) DOSSIER_CONCAT_INNER(a, b)

#define DOSSIER_RETURN_IF_ERROR(expression)                                              \
  do {                                                                                   \
    if (auto dossier_status = (expression); !dossier_status.ok()) return dossier_status; \
  } while (false)

#define DOSSIER_ASSIGN_OR_RETURN(declaration, expression) \
  DOSSIER_ASSIGN_OR_RETURN_INNER(DOSSIER_CONCAT(dossier_result_, __LINE__), declaration, expression)
#define DOSSIER_ASSIGN_OR_RETURN_INNER(result, declaration, expression) \
  auto result = (expression);                                           \
  if (!result.ok()) return result.status();                             \
  declaration = *std::move(result)
