// Line by line, one state: inside a fence, inside an indented run, or in text. Lines of a paragraph are gathered until an
// empty line or a block of another kind ends it. Inline marks are taken off in one pass without regular expressions, so
// that a paragraph of ten thousand brackets still costs linear time. Tests: tests/ingest/readers/markdown_test.cc.

#include "ingest/readers/markdown.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/readers/article_builder.h"
#include "ingest/readers/block_classifier.h"
#include "ingest/readers/front_matter.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kLongestTarget = 2048;  // bytes of a link's address

/// The bytes from `open` to its closing partner, both included; 0 without one in reach.
std::size_t bracketed_length(std::string_view text, char open, char close) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size() && i < kLongestTarget; ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == open)
      ++depth;
    else if (text[i] == close && --depth == 0)
      return i + 1;
  }
  return 0;
}

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

class InlineStripper {
 public:
  explicit InlineStripper(std::string_view line) : line_(line) {}

  std::string run() {
    while (at_ < line_.size()) step();
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }

  void step() {
    const char c = line_[at_];
    if (c == '\\' && at_ + 1 < line_.size() &&
        std::ispunct(static_cast<unsigned char>(line_[at_ + 1])) != 0) {
      out_ += line_[at_ + 1];
      at_ += 2;
    } else if (c == '!' && rest().starts_with("![")) {
      skip_image();
    } else if (c == '[') {
      open_link();
    } else if (c == ']') {
      close_link();
    } else if (c == '<') {
      skip_tag();
    } else if (c == '*' || c == '_' || c == '~' || c == '`') {
      skip_mark(c);
    } else {
      out_ += c;
      ++at_;
    }
  }

  void skip_image() {
    const std::size_t label = bracketed_length(rest().substr(1), '[', ']');
    if (label == 0) {
      out_ += line_[at_++];
      return;
    }
    at_ += 1 + label;
    at_ += target_length();
  }

  /// The length of `(address)` or `[label]` here, after a link's text.
  std::size_t target_length() const {
    if (rest().starts_with("(")) return bracketed_length(rest(), '(', ')');
    if (rest().starts_with("[")) return bracketed_length(rest(), '[', ']');
    return 0;
  }

  /// Footnote marks `[^1]` go; other brackets wait for what follows their end.
  void open_link() {
    if (rest().starts_with("[^")) {
      const std::size_t length = bracketed_length(rest(), '[', ']');
      if (length > 0) {
        at_ += length;
        return;
      }
    }
    open_.push_back(out_.size());
    out_ += '[';
    ++at_;
  }

  void close_link() {
    ++at_;
    const std::size_t target = target_length();
    if (!open_.empty() && target > 0) {
      out_.erase(open_.back(), 1);
      at_ += target;
    } else {
      out_ += ']';
    }
    if (!open_.empty()) open_.pop_back();
  }

  /// `<https://…>` keeps nothing, tags keep nothing, a lone `<` stays.
  void skip_tag() {
    const bool tag = at_ + 1 < line_.size() &&
                     (is_alnum(line_[at_ + 1]) || line_[at_ + 1] == '/' || line_[at_ + 1] == '!');
    const std::size_t end = tag ? rest().substr(0, kLongestTarget).find('>') : line_.npos;
    if (end == line_.npos) {
      out_ += line_[at_++];
    } else {
      at_ += end + 1;
    }
  }

  /// A run of marks that opens or closes emphasis goes; one between blanks, or an underscore within a word, stays.
  void skip_mark(char mark) {
    const std::size_t run = std::min(rest().find_first_not_of(mark), rest().size());
    const char before = at_ == 0 ? ' ' : line_[at_ - 1];
    const char after = at_ + run < line_.size() ? line_[at_ + run] : ' ';
    const bool alone = before == ' ' && after == ' ';
    const bool within_word = mark == '_' && is_alnum(before) && is_alnum(after);
    if (alone || within_word || (mark == '~' && run < 2)) out_.append(run, mark);
    at_ += run;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::size_t> open_;  // where in out_ each open bracket stands
};

class MarkdownReader {
 public:
  Article run(std::string_view text) {
    text.remove_prefix(read_front_matter(text, builder_.article()));
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      see_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
    classify_blocks(builder_.article());
    return std::move(builder_.article());
  }

 private:
  void see_line(std::string_view raw) {
    const std::string_view line = trim(raw);
    if (!fence_.empty()) {
      if (line.starts_with(fence_)) fence_ = {};
    } else if (line.starts_with("```") || line.starts_with("~~~")) {
      flush();
      fence_ = line.substr(0, 3);
    } else if (in_comment_ || line.starts_with("<!--")) {
      in_comment_ = line.find("-->") == line.npos;
    } else if (line.empty()) {
      flush();
    } else if (paragraph_.empty() && is_indented_code(raw)) {
      return;
    } else if (paragraph_.empty() || !is_underline(line)) {
      see_text(line);
    } else {
      add_heading(std::exchange(paragraph_, {}), line[0] == '=' ? 1 : 2);
    }
  }

  void see_text(std::string_view line) {
    if (is_rule(line) || is_table_row(line) || is_link_definition(line)) {
      flush();
    } else if (const std::size_t level = heading_level(line); level > 0) {
      flush();
      std::string_view heading = trim(line.substr(level));
      while (heading.ends_with('#')) heading.remove_suffix(1);
      add_heading(std::string(heading), level);
    } else if (line[0] == '>') {
      if (kind_ != BlockKind::kQuote) flush();
      kind_ = BlockKind::kQuote;
      gather(trim(line.substr(1)));
    } else if (const std::size_t mark = list_mark(line); mark > 0) {
      flush();
      kind_ = BlockKind::kListItem;
      gather(line.substr(mark));
    } else {
      gather(line);
    }
  }

  void gather(std::string_view line) {
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += line;
  }

  void add_heading(std::string text, std::size_t level) {
    const std::string plain = strip_inline_markup(text);
    const bool is_title = level == 1 && !has_title_ && builder_.article().blocks.empty();
    builder_.add_block(is_title ? BlockKind::kTitle : BlockKind::kHeading, plain);
    if (is_title) fill(builder_.article().title, plain);
    has_title_ = has_title_ || is_title;
  }

  void flush() {
    if (!paragraph_.empty()) builder_.add_block(kind_, strip_inline_markup(paragraph_));
    paragraph_.clear();
    kind_ = BlockKind::kParagraph;
  }

  static bool is_indented_code(std::string_view raw) {
    return raw.starts_with("    ") || raw.starts_with("\t");
  }

  static bool is_underline(std::string_view line) {
    return line.size() >= 3 && (line[0] == '=' || line[0] == '-') &&
           line.find_first_not_of(line[0]) == line.npos;
  }

  static bool is_rule(std::string_view line) {
    const char mark = line[0];
    if (mark != '-' && mark != '*' && mark != '_') return false;
    return std::count(line.begin(), line.end(), mark) >= 3 &&
           std::all_of(line.begin(), line.end(), [mark](char c) { return c == mark || c == ' '; });
  }

  static bool is_table_row(std::string_view line) {
    return line[0] == '|' || (line.find(" | ") != line.npos && line.find_first_not_of("|-: ") == line.npos) ||
           (line.find("---") != line.npos && line.find('|') != line.npos &&
            line.find_first_not_of("|-: ") == line.npos);
  }

  static bool is_link_definition(std::string_view line) {
    const std::size_t label = line[0] == '[' ? bracketed_length(line, '[', ']') : 0;
    return label > 0 && line.substr(label).starts_with(": ");
  }

  static std::size_t heading_level(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level <= 6 && (level == line.size() || line[level] == ' ') ? level : 0;
  }

  static std::size_t list_mark(std::string_view line) {
    if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool mark = digits > 0 && digits < 3 && digits + 1 < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return mark ? digits + 2 : 0;
  }

  ArticleBuilder builder_;
  std::string paragraph_;
  BlockKind kind_ = BlockKind::kParagraph;
  std::string_view fence_;
  bool in_comment_ = false, has_title_ = false;
};

}  // namespace

std::string strip_inline_markup(std::string_view line) { return InlineStripper(line).run(); }

Article read_markdown(std::string_view text) { return MarkdownReader().run(text); }

}  // namespace dossier::ingest
