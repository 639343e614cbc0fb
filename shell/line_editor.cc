#include "shell/line_editor.h"

#include <editline/readline.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>

namespace dossier::shell {
namespace {

constexpr int kHistoryLines = 2000;

// libedit calls back through plain functions: the completer of the one editor, and what it last offered.
Completer* g_completer = nullptr;
std::vector<std::string> g_offers;

char* next_offer(const char* beginning, int state) {
  if (state == 0) {
    g_offers = (*g_completer)(beginning);
    std::reverse(g_offers.begin(), g_offers.end());
  }
  if (g_offers.empty()) return nullptr;
  char* offer = strdup(g_offers.back().c_str());
  g_offers.pop_back();
  return offer;
}

char** complete(const char* beginning, int, int) {
  rl_attempted_completion_over = 1;  // no file names
  return rl_completion_matches(beginning, next_offer);
}

std::string history_path() {
  namespace fs = std::filesystem;
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if ((state == nullptr || *state == '\0') && home == nullptr) return {};
  const fs::path folder =
      (state != nullptr && *state != '\0' ? fs::path(state) : fs::path(home) / ".local/state") / "dossier";
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? std::string() : (folder / "history").string();
}

}  // namespace

LineEditor::LineEditor(std::istream& in, Completer completer)
    : in_(in), interactive_(&in == &std::cin && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0) {
  if (!interactive_) return;
  static Completer kept;
  kept = std::move(completer);
  g_completer = &kept;
  rl_readline_name = const_cast<char*>("dossier");
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = const_cast<char*>(" \t\n()[]{}<>-|&!=+*/,;\"'");
  using_history();
  stifle_history(kHistoryLines);
  history_file_ = history_path();
  if (!history_file_.empty()) read_history(history_file_.c_str());
}

LineEditor::~LineEditor() {
  if (interactive_ && !history_file_.empty()) write_history(history_file_.c_str());
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
  std::string line;
  if (!interactive_) {
    if (!std::getline(in_, line)) return std::nullopt;
    return line;
  }
  char* text = readline(prompt.c_str());
  if (text == nullptr) return std::nullopt;
  line = text;
  std::free(text);
  return line;
}

void LineEditor::remember(const std::string& entry) {
  if (!interactive_ || entry.empty()) return;
  std::string one_line = entry;  // the history file keeps a line an entry
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  add_history(one_line.c_str());
}

}  // namespace dossier::shell
