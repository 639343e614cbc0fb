// The interactive shell: queries ended by ';', commands that begin with ':', history, completion.
#pragma once

#include "shell/session.h"

namespace dossier::shell {

/// Reads until :quit or the end of input. At a terminal: line editing, history in $XDG_STATE_HOME/dossier/history
/// (or ~/.local/state), completion of keywords, labels, types and keys. Elsewhere it reads lines and shows no prompt.
int run_repl(Session& session, ShowOptions options, const Streams& streams);

}  // namespace dossier::shell
