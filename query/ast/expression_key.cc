#include "query/ast/expression_key.h"

#include <cctype>

namespace dossier::query::ast {
namespace {

class KeyWriter {
 public:
  explicit KeyWriter(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\'' || c == '"' || c == '`') return quoted(c);
    if (text_.substr(at_, 2) == "/*") return skip_to(text_.find("*/", at_), 2);
    if (text_.substr(at_, 2) == "//") return skip_to(text_.find('\n', at_), 1);
    if (std::isspace(static_cast<unsigned char>(c))) return blank();
    if (c == '(') lower_last_word();
    out_ += c;
    ++at_;
  }

  void quoted(char quote) {
    do {
      if (text_[at_] == '\\' && quote != '`') out_ += text_[at_++];
      if (at_ < text_.size()) out_ += text_[at_++];
    } while (at_ < text_.size() && text_[at_] != quote);
    if (at_ < text_.size()) out_ += text_[at_++];
  }

  void skip_to(std::size_t found, std::size_t length) {
    at_ = found == std::string_view::npos ? text_.size() : found + length;
  }

  /// Blanks between two words stay, as one.
  void blank() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    if (!out_.empty() && is_word(out_.back()) && at_ < text_.size() && is_word(text_[at_])) out_ += ' ';
  }

  void lower_last_word() {
    for (std::size_t i = out_.size(); i > 0 && is_word(out_[i - 1]); --i) {
      out_[i - 1] = static_cast<char>(std::tolower(static_cast<unsigned char>(out_[i - 1])));
    }
  }

  static bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string expression_key(std::string_view query_text, const Expression& expression) {
  if (const auto* variable = std::get_if<VariableExpression>(&expression.node)) return variable->name;
  return KeyWriter(query_text.substr(expression.span.begin, expression.span.end - expression.span.begin))
      .run();
}

}  // namespace dossier::query::ast
