#include <clocale>
#include <iostream>
#include <string>
#include <vector>

#include "shell/command_line.h"

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // the line editor counts characters
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return dossier::shell::run_command_line(arguments, {std::cin, std::cout, std::cerr});
}
