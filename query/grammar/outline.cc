#include "query/grammar/outline.h"

#include <algorithm>
#include <cstring>

#include "dossier/status_macros.h"
#include "query/diagnostics.h"
#include "query/grammar/characters.h"

namespace dossier::query::grammar {

class OutlineScanner {
 public:
  explicit OutlineScanner(std::string_view text) { outline_.text_ = text; }

  Result<Outline> run() {
    while (at_ < text().size()) DOSSIER_RETURN_IF_ERROR(step());
    return std::move(outline_);
  }

 private:
  std::string_view text() const { return outline_.text_; }
  char next() const { return at_ + 1 < text().size() ? text()[at_ + 1] : '\0'; }

  Status step() {
    const Character character = decode_character(text(), at_);
    if (character.size == 0) {
      return syntax_error(text(), at_, at_ + 1, "InvalidUnicodeCharacter",
                          "the query is not valid UTF-8 here");
    }
    if (is_blank(character.code)) return blank(at_ + character.size);
    switch (character.code) {
      case '\'':
      case '"':
        return quoted("string");
      case '`':
        return name_in_backticks();
      case '/':
        if (next() == '/' || next() == '*') return comment();
        break;
      case '(':
      case '[':
      case '{':
        open();
        break;
      case ')':
      case ']':
      case '}':
        close();
        break;
      case ',':
        if (inside()) inside()->has_comma = true;
        break;
      case '|':
        if (next() == '|')
          ++at_;
        else if (inside())
          inside()->has_pipe = true;
        break;
      case ';':
        outline_.semicolons_.push_back(static_cast<std::uint32_t>(at_));
        break;
      default:
        if (is_identifier_start(character.code)) return word();
    }
    at_ += character.size;
    return {};
  }

  Status blank(std::size_t end) {
    auto& blanks = outline_.blanks_;
    if (!blanks.empty() && blanks.back().second == at_) {
      blanks.back().second = static_cast<std::uint32_t>(end);
    } else {
      blanks.emplace_back(at_, end);
    }
    at_ = end;
    return {};
  }

  Status comment() {
    if (next() == '/') return blank(std::min(text().find('\n', at_), text().size()));
    const std::size_t end = text().find("*/", at_ + 2);
    if (end != std::string_view::npos) return blank(end + 2);
    return syntax_error(text(), at_, at_ + 2, "UnexpectedSyntax", "this comment never ends: expected */");
  }

  Status quoted(const char* what) {
    const char quote = text()[at_];
    for (std::size_t i = at_ + 1; i < text().size(); ++i) {
      if (text()[i] == '\\') {
        ++i;
      } else if (text()[i] == quote) {
        return advance(i + 1);
      }
    }
    const bool odd = text().substr(0, at_).find(quote) != std::string_view::npos;  // 'O'Brien'
    return syntax_error(
        text(), at_, at_ + 1, "UnexpectedSyntax",
        std::string("this ") + what + " never ends: expected " + quote,
        odd ? std::string("a ") + quote + " inside of a string is written \\" + quote : std::string());
  }

  Status name_in_backticks() {
    const std::size_t end = text().find('`', at_ + 1);  // `` inside is two names side by side to this pass
    if (end != std::string_view::npos) return advance(end + 1);
    return syntax_error(text(), at_, at_ + 1, "UnexpectedSyntax", "this name never ends: expected `");
  }

  Status advance(std::size_t end) {
    for (std::size_t i = at_; i < end;) {
      const Character character = decode_character(text(), i);
      if (character.size == 0) {
        return syntax_error(text(), i, i + 1, "InvalidUnicodeCharacter", "the query is not valid UTF-8 here");
      }
      i += character.size;
    }
    at_ = end;
    return {};
  }

  Status word() {
    const std::size_t begin = at_;
    while (at_ < text().size()) {
      const Character character = decode_character(text(), at_);
      if (character.size == 0 || !is_identifier_part(character.code)) break;
      at_ += character.size;
    }
    const bool after_dot = begin > 0 && text()[begin - 1] == '.';
    if (at_ - begin == 5 && !after_dot && strncasecmp(text().data() + begin, "where", 5) == 0 && inside()) {
      inside()->has_where = true;
    }
    return {};
  }

  Bracket* inside() { return open_.empty() ? nullptr : &outline_.brackets_[open_.back()]; }

  void open() {
    open_.push_back(static_cast<std::int32_t>(outline_.brackets_.size()));
    outline_.brackets_.push_back({static_cast<std::uint32_t>(at_), 0});
    outline_.enclosing_.emplace_back(at_ + 1, open_.back());
  }

  void close() {
    static constexpr std::string_view kOpening = "([{", kClosing = ")]}";
    if (!inside()) return;
    const char opening = text()[inside()->begin];
    if (kOpening.find(opening) != kClosing.find(text()[at_])) return;  // the grammar will complain
    inside()->end = static_cast<std::uint32_t>(at_);
    open_.pop_back();
    outline_.enclosing_.emplace_back(at_ + 1, open_.empty() ? -1 : open_.back());
  }

  Outline outline_;
  std::size_t at_ = 0;
  std::vector<std::int32_t> open_;
};

Result<Outline> Outline::scan(std::string_view text) { return OutlineScanner(text).run(); }

Bracket* Outline::bracket_at(std::size_t position) {
  const auto found = std::lower_bound(brackets_.begin(), brackets_.end(), position,
                                      [](const Bracket& b, std::size_t at) { return b.begin < at; });
  return found != brackets_.end() && found->begin == position ? &*found : nullptr;
}

const Bracket* Outline::around(std::size_t position) const {
  auto found = std::upper_bound(enclosing_.begin(), enclosing_.end(), position,
                                [](std::size_t at, const auto& entry) { return at < entry.first; });
  if (found == enclosing_.begin()) return nullptr;
  --found;
  return found->second < 0 ? nullptr : &brackets_[found->second];
}

std::size_t Outline::skip_blanks(std::size_t position) const {
  const auto found = std::upper_bound(blanks_.begin(), blanks_.end(), position,
                                      [](std::size_t at, const auto& run) { return at < run.first; });
  if (found == blanks_.begin()) return position;
  const auto& run = *std::prev(found);
  return position < run.second ? run.second : position;
}

std::size_t Outline::trim_blanks(std::size_t position) const {
  const auto found = std::lower_bound(blanks_.begin(), blanks_.end(), position,
                                      [](const auto& run, std::size_t at) { return run.second < at; });
  return found != blanks_.end() && found->second == position ? found->first : position;
}

bool Outline::path_begins_at(std::size_t position) const {
  const Bracket* bracket = bracket_at(position);
  if (!bracket || bracket->end == 0) return false;
  const auto at = [this](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
  // Inside: what a node pattern may begin with.
  const char first = at(skip_blanks(position + 1));
  const Character letter = decode_character(text_, skip_blanks(position + 1));
  const bool node_like = first == ')' || first == ':' || first == '{' || first == '`' || first == '"' ||
                         first == '\'' || first == '$' || is_identifier_start(letter.code);
  if (!node_like) return false;
  // After it: -[ -- <-[ <--, blanks allowed between. Anything else is arithmetic or a comparison.
  std::size_t i = skip_blanks(bracket->end + 1);
  if (at(i) == '<') i = skip_blanks(i + 1);
  if (at(i) != '-') return false;
  i = skip_blanks(i + 1);
  if (at(i) == '[') return true;
  if (at(i) != '-') return false;
  i = skip_blanks(i + 1);
  return at(i) == '(' || at(i) == '>' || at(i) == '{';
}

bool Outline::comprehension_at(std::size_t position) const {
  const Bracket* bracket = bracket_at(position);
  return bracket && (bracket->has_pipe || bracket->has_where || !bracket->has_comma);
}

}  // namespace dossier::query::grammar
