#include "ingest/dates/time_words.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <unordered_map>

#include "ingest/data/tables.h"

namespace dossier::ingest {
namespace {

struct Meaning {
  std::string_view kind, value;
};

const std::unordered_multimap<std::string_view, Meaning>& meanings() {
  static const auto table = [] {
    std::unordered_multimap<std::string_view, Meaning> words;
    for_each_row(table_text("time_words"), [&](auto cells) {
      words.emplace(cells[0], Meaning{cells[1], cells[2]});
    });
    return words;
  }();
  return table;
}

int to_int(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

void apply(const Meaning& meaning, TimeWord& word) {
  const int number = to_int(meaning.value);
  if (meaning.kind == "month") word.month = number;
  if (meaning.kind == "weekday") word.weekday = number;
  if (meaning.kind == "season") word.season = number;
  if (meaning.kind == "ordinal") word.ordinal = number;
  if (meaning.kind == "number") word.number = number;
  if (meaning.kind == "unit") word.unit = meaning.value;
  if (meaning.kind == "part") word.part = meaning.value;
  if (meaning.kind == "daytime") word.daytime = true;
  if (meaning.kind == "day") word.has_day = true, word.day = number;
  if (meaning.kind == "direction") word.has_direction = true, word.direction = number;
  if (meaning.kind == "shift" && meaning.value == "same")
    word.has_same = true;
  else if (meaning.kind == "shift")
    word.has_shift = true, word.shift = number;
}

TimeWord make_word(std::string text) {
  TimeWord word;
  word.text = std::move(text);
  std::string_view stem = word.text;
  if (stem.size() > 2 && std::isdigit(static_cast<unsigned char>(stem.front()))) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (stem.ends_with(ending) && digits(stem.substr(0, stem.size() - 2))) {
        stem.remove_suffix(2);
        word.ordinal = to_int(stem);
        break;
      }
    }
  }
  if (digits(stem) && stem.size() <= 4) {
    word.number = to_int(stem);
    word.four_digits = stem.size() == 4;
  }
  word.slashed = stem.find('/') != std::string_view::npos;
  const auto [begin, end] = meanings().equal_range(stem);
  for (auto at = begin; at != end; ++at) apply(at->second, word);
  word.known = begin != end;
  return word;
}

bool separates(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (std::isspace(c) || c == ',' || c == '(' || c == ')' || c == '"' || c == ';') return true;
  if (c == '\'' ||
      (c == '.' && (at + 1 == text.size() || !std::isdigit(static_cast<unsigned char>(text[at + 1])))))
    return true;
  // a hyphen splits "mid-2025" and "July-August", not "2026-02-04"
  return c == '-' && at > 0 && std::isalpha(static_cast<unsigned char>(text[at - 1]));
}

// The hyphen of "July 27-28": between numbers of two digits at most.
bool joins_days(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
  };
  if (text[at] != '-' || at == 0 || !digit(at - 1) || !digit(at + 1)) return false;
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && digit(begin - 1)) --begin;
  while (digit(end)) ++end;
  const bool whole =
      (begin == 0 || text[begin - 1] == ' ') && (end == text.size() || text[end] == ' ' || text[end] == ',');
  return whole && at - begin <= 2 && end - at <= 3;
}

}  // namespace

bool joins(const TimeWord& word) {
  return word.text == "to" || word.text == "and" || word.text == "until" || word.text == "through" ||
         word.text == "till";
}

std::vector<TimeWord> read_time_words(std::string_view text) {
  std::vector<TimeWord> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty() && word != "s") words.push_back(make_word(std::move(word)));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 3) == "\u2019" || text.substr(at, 3) == "\u2013") {  // ’ and –, three bytes each
      flush();
      if (text.substr(at, 3) == "\u2013" && !words.empty()) words.push_back(make_word("to"));  // July 27–28
      at += 2;
    } else if (joins_days(text, at)) {
      flush();
      words.push_back(make_word("to"));
    } else if (separates(text, at)) {
      flush();
    } else {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
    }
  }
  flush();
  return words;
}

}  // namespace dossier::ingest
