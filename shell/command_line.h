// Arguments to exit status: what main() does, with the streams given so that tests can call it.
#pragma once

#include <span>
#include <string>

#include "shell/streams.h"

namespace dossier::shell {

/// `arguments` are those after the program's name.
int run_command_line(std::span<const std::string> arguments, const Streams& streams);

}  // namespace dossier::shell
