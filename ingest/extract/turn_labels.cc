// A label opens a paragraph: brackets of wikis (`((Ana Roe))`), a short capitalised phrase before a colon
// (`Ana Roe: `, `Q: `), or initials alone where markup was lost (`AR We did.`). Lists look alike (`Where: Oslo`),
// so labels count only where they come back and where most of what they open asks, or says I, we or you.
//
// Tests: tests/ingest/extract/turn_labels_test.cc.
#include "ingest/extract/turn_labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

namespace dossier::ingest {
namespace {

constexpr std::size_t kLongestLabel = 40;  // bytes
constexpr std::size_t kMostWords = 4;
constexpr std::size_t kFewestTurns = 4;

enum class Form : std::uint8_t { kBrackets, kColon, kBare };

struct Candidate {
  TurnLabel label;
  Form form = Form::kColon;
  std::string_view name, words;
};

bool upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
bool space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & '\x80') != 0; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool initials(std::string_view name) {
  return name.size() >= 2 && name.size() <= 4 && std::all_of(name.begin(), name.end(), upper);
}

// `Ana Roe`, `Dr. Ana van Roe`, `Q`: no clause.
bool may_name(std::string_view name) {
  const auto words = words_in(name);
  if (words.empty() || words.size() > kMostWords || name.size() > kLongestLabel || !upper(name.front()) ||
      !(upper(words.back().front()) || (words.back().front() & '\x80') != 0))
    return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return letter(c) || c == ' ' || c == '.' || c == '-' || c == '\''; });
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Span> paragraphs) : text_(text), paragraphs_(paragraphs) {}

  std::vector<TurnLabel> run() {
    for (const Span paragraph : paragraphs_) read(paragraph);
    drop_single(Form::kColon);
    if (!talk()) return {};
    for (const Span paragraph : paragraphs_) read_bare(paragraph);
    drop_single(Form::kBare);
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.label.whole.begin < b.label.whole.begin; });
    tell_who_asks();
    std::vector<TurnLabel> labels;
    for (const Candidate& candidate : found_) labels.push_back(candidate.label);
    return labels;
  }

 private:
  void add(Form form, Span paragraph, std::size_t name_begin, std::size_t name_end, std::size_t whole_end) {
    const auto at = [&](std::size_t offset) { return paragraph.begin + static_cast<std::uint32_t>(offset); };
    Candidate c;
    c.form = form;
    c.label.name = {at(name_begin), at(name_end)};
    c.label.whole = {at(form == Form::kBrackets ? name_begin - 2 : name_begin), at(whole_end)};
    c.name = text_.substr(c.label.name.begin, name_end - name_begin);
    c.words = trimmed(text_.substr(c.label.whole.end, paragraph.end - c.label.whole.end));
    found_.push_back(c);
  }

  void read(Span paragraph) {
    const std::string_view words = text_.substr(paragraph.begin, paragraph.end - paragraph.begin);
    const std::size_t begin = words.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return;
    if (words.substr(begin).starts_with("((")) {
      const std::size_t close = words.find("))", begin);
      if (close == std::string_view::npos || !may_name(words.substr(begin + 2, close - begin - 2))) return;
      std::size_t end = close + 2;
      if (const std::size_t next = words.find_first_not_of(' ', end);
          next < words.size() && words[next] == ':')
        end = next + 1;
      return add(Form::kBrackets, paragraph, begin + 2, close, end);
    }
    const std::size_t colon = words.find(':', begin);
    if (colon != std::string_view::npos && colon + 1 < words.size() && space(words[colon + 1]) &&
        may_name(words.substr(begin, colon - begin)))
      return add(Form::kColon, paragraph, begin, colon, colon + 1);
    if (words.size() > begin + 3 && (words[begin] == 'Q' || words[begin] == 'A') && words[begin + 1] == '.' &&
        words[begin + 2] == ' ' && upper(words[begin + 3]))
      add(Form::kColon, paragraph, begin, begin + 1, begin + 2);
  }

  // `AR We did.`, `Ana Roe I was there.`, of one who speaks more than once
  void read_bare(Span paragraph) {
    const std::string_view words = text_.substr(paragraph.begin, paragraph.end - paragraph.begin);
    const std::size_t begin = words.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos || taken(paragraph)) return;
    std::size_t end = begin;
    for (std::size_t count = 0; count < 3 && end < words.size(); ++count) {
      const std::size_t stop = std::min(words.find(' ', end), words.size());
      const std::string_view name = words.substr(begin, stop - begin);
      const bool opens = stop + 1 < words.size() && upper(words[stop + 1]);
      if (!opens || !may_name(name)) return;
      if ((count == 0 && initials(name) && name.size() <= 3) ||
          (count > 0 && words_in(words.substr(stop))[0] == "I"))
        return add(Form::kBare, paragraph, begin, stop, stop);
      end = stop + 1;
    }
  }
  bool taken(Span paragraph) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) {
      return c.label.whole.begin >= paragraph.begin && c.label.whole.begin < paragraph.end;
    });
  }

  // The same name, its surname or its initials.
  void drop_single(Form form) {
    std::map<std::string, std::size_t> names, surnames, letters;
    for (const Candidate& c : found_) {
      ++names[std::string(c.name)];
      if (words_in(c.name).size() > 1) ++surnames[surname_of(c.name)], ++letters[initials_of(c.name)];
    }
    const auto count = [](const auto& counts, const std::string& name) {
      const auto at = counts.find(name);
      return at == counts.end() ? std::size_t{0} : at->second;
    };
    std::erase_if(found_, [&](const Candidate& c) {
      const std::string name(c.name);
      std::size_t times =
          count(names, name) + count(surnames, name) + (initials(c.name) ? count(letters, name) : 0);
      if (words_in(c.name).size() > 1)
        times += count(names, surname_of(c.name)) + count(names, initials_of(c.name));
      return c.form == form && times < 2;
    });
  }
  static std::string surname_of(std::string_view name) { return std::string(words_in(name).back()); }
  static std::string initials_of(std::string_view name) {
    std::string letters;
    for (const std::string_view word : words_in(name)) letters += word.front();
    return letters;
  }

  static bool asks(const Candidate& c) { return c.words.find('?') != std::string_view::npos; }

  bool talk() const {
    const auto spoken =
        static_cast<std::size_t>(std::count_if(found_.begin(), found_.end(), [](const Candidate& c) {
          return asks(c) || speaks_of_itself(c.words);
        }));
    return found_.size() >= kFewestTurns && spoken * 2 > found_.size();
  }

  void tell_who_asks() {
    std::map<std::string_view, std::array<std::size_t, 2>> counts;  // turns, those that ask
    for (const Candidate& c : found_) {
      ++counts[c.name][0];
      counts[c.name][1] += asks(c);
    }
    for (Candidate& c : found_) c.label.asks = counts[c.name][1] * 2 > counts[c.name][0];
  }

  std::string_view text_;
  std::span<const Span> paragraphs_;
  std::vector<Candidate> found_;
};

}  // namespace

bool speaks_of_itself(std::string_view words) {
  static constexpr std::array<std::string_view, 12> kSpoken = {"I",  "we",  "We",  "you",  "You", "my",
                                                               "My", "our", "Our", "your", "me",  "us"};
  bool quoted = false;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] == '"') quoted = !quoted;
    if (words.substr(at).starts_with("“")) quoted = true;
    if (words.substr(at).starts_with("”")) quoted = false;
    std::size_t end = at;
    while (end < words.size() && std::isalpha(static_cast<unsigned char>(words[end])) != 0) ++end;
    if (!quoted && std::find(kSpoken.begin(), kSpoken.end(), words.substr(at, end - at)) != kSpoken.end())
      return true;
    at = std::max(end, at + 1);
  }
  return false;
}

bool abbreviates(std::string_view letters, std::string_view name) {
  const auto words = words_in(name);
  if (letters.size() < 2 || words.empty()) return false;
  if (words.size() > 1) {
    return words.size() == letters.size() &&
           std::equal(words.begin(), words.end(), letters.begin(),
                      [](std::string_view word, char c) { return word.front() == c; });
  }
  std::size_t found = 0;
  for (const char c : name)
    found += found < letters.size() && std::toupper(static_cast<unsigned char>(c)) == letters[found];
  return name.size() > letters.size() && name.front() == letters.front() && found == letters.size();
}

std::vector<TurnLabel> find_turn_labels(std::string_view text, std::span<const Span> paragraphs) {
  return Finder(text, paragraphs).run();
}

}  // namespace dossier::ingest
