// Where a command reads and writes, so that tests can stand in for the terminal.
#pragma once

#include <iosfwd>

namespace dossier::shell {

struct Streams {
  std::istream& in;
  std::ostream& out;  // data
  std::ostream& err;  // messages
};

/// What a command ends with.
enum ExitStatus : int {
  kDone = 0,
  kFailed = 1,  // the input or the query
  kUsage = 2,
  kStoreFailed = 3,  // the store cannot be opened
  kInterrupted = 130,
};

}  // namespace dossier::shell
