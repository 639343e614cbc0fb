// One line of input at a time: edited, with history and completion at a terminal, plain elsewhere.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::shell {

/// Words that may stand where this beginning stands.
using Completer = std::function<std::vector<std::string>(std::string_view beginning)>;

class LineEditor {
 public:
  /// Edits when standard input and output are terminals and `in` is std::cin.
  LineEditor(std::istream& in, Completer completer);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  bool interactive() const { return interactive_; }
  /// Nothing at the end of input.
  std::optional<std::string> read(const std::string& prompt);
  void remember(const std::string& entry);

 private:
  std::istream& in_;
  bool interactive_;
  std::string history_file_;
};

}  // namespace dossier::shell
