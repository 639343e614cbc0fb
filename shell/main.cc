#include <malloc.h>

#include <clocale>
#include <iostream>
#include <string>
#include <vector>

#include "shell/command_line.h"

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // the line editor counts characters
  // A pool for each thread, and freed buffers kept for later, would double what a small memory budget allows.
  ::mallopt(M_ARENA_MAX, 2);
  ::mallopt(M_MMAP_THRESHOLD, 256 << 10);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return dossier::shell::run_command_line(arguments, {std::cin, std::cout, std::cerr});
}
