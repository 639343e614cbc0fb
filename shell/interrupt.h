// Ctrl-C: sets a flag that running queries and ingests look at; a second one ends the process.
#pragma once

#include <memory>

#include "dossier/query/engine.h"

namespace dossier::shell {

/// Installs the handler on first use. The flag is the process's one; clear it before each command of a session.
std::shared_ptr<query::CancelFlag> interrupt_flag();

}  // namespace dossier::shell
