#include "shell/interrupt.h"

#include <csignal>
#include <cstdlib>

namespace dossier::shell {
namespace {

query::CancelFlag* g_flag = nullptr;

void on_interrupt(int) {
  if (g_flag->exchange(true)) std::_Exit(130);
}

}  // namespace

std::shared_ptr<query::CancelFlag> interrupt_flag() {
  static const std::shared_ptr<query::CancelFlag> flag = [] {
    auto made = std::make_shared<query::CancelFlag>(false);
    g_flag = made.get();
    struct sigaction action = {};
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a failed stream
    return made;
  }();
  return flag;
}

}  // namespace dossier::shell
