#include <algorithm>

#include "dossier/query/engine.h"

namespace dossier::query {
namespace {

/// The end of the string, name or comment that begins at `at`; what never ends reaches to the end of the script.
/// `at` itself where none begins.
std::size_t end_of_quoted(std::string_view script, std::size_t at) {
  const char first = script[at];
  const auto after = [&](std::size_t found, std::size_t length) {
    return found == std::string_view::npos ? script.size() : found + length;
  };
  if (script.substr(at, 2) == "//") return after(script.find('\n', at), 0);
  if (script.substr(at, 2) == "/*") return after(script.find("*/", at + 2), 2);
  if (first == '`') return after(script.find('`', at + 1), 1);
  if (first != '\'' && first != '"') return at;
  for (std::size_t i = at + 1; i < script.size(); ++i) {
    if (script[i] == '\\') {
      ++i;
    } else if (script[i] == first) {
      return i + 1;
    }
  }
  return script.size();
}

class Splitter {
 public:
  explicit Splitter(std::string_view script) : script_(script) {}

  std::vector<std::pair<std::string, int>> run() {
    for (std::size_t at = 0; at < script_.size();) {
      const std::size_t end = end_of_quoted(script_, at);
      if (end > at) {
        if (script_[at] != '/') begin_at(at);  // a comment alone is no statement
        at = end;
        continue;
      }
      if (script_[at] == ';') {
        finish(at);
      } else if (!std::isspace(static_cast<unsigned char>(script_[at]))) {
        begin_at(at);
      }
      ++at;
    }
    finish(script_.size());
    return std::move(parts_);
  }

 private:
  void begin_at(std::size_t at) {
    if (begin_ == std::string_view::npos) begin_ = at;
  }
  void finish(std::size_t end) {
    if (begin_ == std::string_view::npos) return;
    line_ += static_cast<int>(std::count(script_.begin() + counted_, script_.begin() + begin_, '\n'));
    counted_ = static_cast<std::ptrdiff_t>(begin_);
    while (end > begin_ && std::isspace(static_cast<unsigned char>(script_[end - 1]))) --end;
    parts_.emplace_back(script_.substr(begin_, end - begin_), line_);
    begin_ = std::string_view::npos;
  }

  std::string_view script_;
  std::size_t begin_ = std::string_view::npos;
  std::ptrdiff_t counted_ = 0;
  int line_ = 1;
  std::vector<std::pair<std::string, int>> parts_;
};

}  // namespace

std::vector<std::pair<std::string, int>> split_statements(std::string_view script) {
  return Splitter(script).run();
}

}  // namespace dossier::query
