#include "query/executor/temporal/pattern.h"

#include <algorithm>
#include <vector>

#include "dossier/status_macros.h"
#include "query/executor/temporal/pattern_fields.h"

namespace dossier::query::temporal {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "1 to 3", "1 or 4"
std::string widths_text(std::uint32_t widths) {
  std::vector<int> each;
  for (int width = 1; width < 32; ++width) {
    if ((widths >> width & 1) != 0) each.push_back(width);
  }
  const std::string last = std::to_string(each.back());
  if (each.size() == 1) return last;
  const bool range = each.back() - each.front() + 1 == static_cast<int>(each.size());
  if (range) return std::to_string(each.front()) + " to " + last;
  std::string text = std::to_string(each.front());
  for (std::size_t i = 1; i + 1 < each.size(); ++i) text += ", " + std::to_string(each[i]);
  return text + " or " + last;
}

std::string_view need_text(Need need) {
  switch (need) {
    case Need::kDay:
      return "a day";
    case Need::kTime:
      return "a time of day";
    case Need::kOffset:
      return "an offset from UTC";
    case Need::kZone:
      return "a time zone";
  }
  return {};
}

class Writer {
 public:
  Writer(const graph::Value& instant, std::string_view pattern)
      : parts_(parts_of(instant)), type_(graph::type_name(instant.type())), pattern_(pattern) {}

  Result<std::string> write() {
    while (at_ < pattern_.size()) DOSSIER_RETURN_IF_ERROR(write_next());
    while (!sections_.empty()) close_section();
    return std::move(out_);
  }

 private:
  /// What is between [ and ]: where it began in the text, and whether the instant lacks a part of it.
  struct Section {
    std::size_t begin;
    bool lacking = false;
  };

  Status write_next() {
    const char c = pattern_[at_];
    if (is_letter(c)) return write_letters();
    if (c == '\'') return write_quoted();
    if (c == '[') {
      sections_.push_back({out_.size()});
    } else if (c == ']') {
      if (sections_.empty()) return wrong(at_, "']' closes nothing, expected a '[' before it");
      close_section();
    } else if (c == '{' || c == '}' || c == '#') {
      return wrong(at_, std::string("'") + c + "' is reserved, expected it in quotes: '" + c + "'");
    } else {
      out_ += c;
    }
    ++at_;
    return {};
  }

  void close_section() {
    if (sections_.back().lacking) out_.resize(sections_.back().begin);
    sections_.pop_back();
  }

  Status write_quoted() {
    const std::size_t begin = at_;
    const std::size_t mark = out_.size();
    for (++at_; at_ < pattern_.size(); ++at_) {
      if (pattern_[at_] == '\'') {
        if (at_ + 1 == pattern_.size() || pattern_[at_ + 1] != '\'') {
          if (out_.size() == mark) out_ += '\'';  // '' alone
          ++at_;
          return {};
        }
        ++at_;
      }
      out_ += pattern_[at_];
    }
    return wrong(begin, "the quote is not closed, expected another '");
  }

  std::size_t run_end() const {
    return std::min(pattern_.find_first_not_of(pattern_[at_], at_), pattern_.size());
  }

  Status write_letters() {
    std::size_t begin = at_, fill = 0;
    if (pattern_[at_] == 'p') {
      at_ = run_end();
      fill = at_ - begin;
      if (at_ == pattern_.size() || !is_letter(pattern_[at_])) {
        return wrong(begin, "'p' fills up the letter after it, expected a letter such as d");
      }
      begin = at_;
    }
    const std::size_t end = run_end();
    DOSSIER_ASSIGN_OR_RETURN(std::string text, field(begin, end - begin));
    at_ = end;
    if (lacking()) return {};
    if (text.size() < fill) text.insert(0, fill - text.size(), ' ');
    if (fill != 0 && text.size() > fill) {
      return wrong(begin, "'" + text + "' is too long, expected at most " + std::to_string(fill) +
                              " characters as 'p' asks for");
    }
    out_ += text;
    return {};
  }

  bool lacking() const {
    return std::any_of(sections_.begin(), sections_.end(), [](const Section& s) { return s.lacking; });
  }

  Result<std::string> field(std::size_t begin, std::size_t width) {
    const std::string run(pattern_.substr(begin, width));
    const Letter* const letter = find_letter(run[0]);
    if (letter == nullptr) {
      return wrong(begin, "'" + run +
                              "' is no pattern letter, expected one such as y, M, d, H, m or s, or text in "
                              "single quotes");
    }
    if (width >= 32 || (letter->widths >> width & 1) == 0) {
      return wrong(begin, "'" + run + "' is " + std::to_string(width) + " wide, expected '" + run[0] +
                              "' with a width of " + widths_text(letter->widths));
    }
    std::optional<std::string> text = field_text(*letter, width, parts_);
    if (text) return *std::move(text);
    if (!sections_.empty()) {
      sections_.back().lacking = true;
      return std::string();
    }
    return wrong(begin, "'" + run + "' expected " + std::string(need_text(letter->need)) + ", which a " +
                            type_ + " does not have");
  }

  /// Characters are counted from 1, whatever bytes they take.
  Status wrong(std::size_t byte, const std::string& what) const {
    const auto before = pattern_.substr(0, byte);
    const auto characters =
        std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return bad_value("character " + std::to_string(characters + 1) + " of the pattern: " + what);
  }

  Parts parts_;
  std::string type_;
  std::string_view pattern_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Section> sections_;
};

}  // namespace

Result<std::string> format(const graph::Value& instant, std::string_view pattern) {
  return Writer(instant, pattern).write();
}

}  // namespace dossier::query::temporal
