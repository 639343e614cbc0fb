#include "ingest/resolve/values.h"

#include <cctype>
#include <cstdlib>
#include <unordered_map>

#include "ingest/data/tables.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {
namespace {

const std::unordered_map<std::string_view, std::string_view>& currencies() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> codes;
    for_each_row(table_text("currencies"), [&](auto cells) {
      for (const auto word : list_of(cells[1])) codes.emplace(word, cells[0]);
    });
    return codes;
  }();
  return table;
}

struct NumberWord {
  double value = 0;
  bool scale = false;
};

std::optional<NumberWord> number_word(const std::string& word) {
  static const auto kTable = [] {
    std::unordered_map<std::string_view, NumberWord> words;
    for_each_row(table_text("time_words"), [&](auto cells) {
      const bool scale = cells[1] == "scale";
      if ((scale || cells[1] == "number") && cells[0].size() > 1 && cells[0] != "an") {
        words.emplace(cells[0], NumberWord{std::atof(std::string(cells[2]).c_str()), scale});
      }
    });
    return words;
  }();
  const auto at = kTable.find(word);
  return at == kTable.end() ? std::nullopt : std::optional(at->second);
}

// "422,000", "1.5", "1½", "½"; the currency sign before it is cut off and returned
std::optional<double> read_digits(std::string_view word, std::string_view& sign) {
  for (const auto& [symbol, code] : currencies()) {
    if (!std::isalnum(static_cast<unsigned char>(symbol.back())) && word.starts_with(symbol)) {
      sign = code;
      word.remove_prefix(symbol.size());
      break;
    }
  }
  std::string digits;
  double fraction = 0;
  while (!word.empty()) {
    const char c = word.front();
    if (std::isdigit(static_cast<unsigned char>(c)) || (c == '.' && word.size() > 1))
      digits += c;
    else if (word.starts_with("½"))
      fraction = 0.5, word.remove_prefix(1);
    else if (word.starts_with("¼"))
      fraction = 0.25, word.remove_prefix(1);
    else if (word.starts_with("¾"))
      fraction = 0.75, word.remove_prefix(1);
    else if (c != ',')
      break;
    word.remove_prefix(1);
  }
  if (digits.empty() && fraction == 0) return std::nullopt;
  return std::atof(digits.c_str()) + fraction;
}

}  // namespace

std::optional<NormalValue> find_value(std::string_view words) {
  NormalValue value;
  bool found = false;
  std::string_view sign;
  for (const std::string_view word : words_of(words)) {
    const std::string lower = to_lower(word);
    if (const auto digits = read_digits(word, sign)) {
      if (found) return std::nullopt;  // "2004 to 2009": not one amount
      value.amount = *digits, found = true;
    } else if (const auto number = number_word(lower)) {
      value.amount = number->scale ? (found ? value.amount : 1) * number->value : number->value;
      found = true;
    } else if (const auto code = currencies().find(lower);
               code != currencies().end() || currencies().contains(word)) {
      sign = code != currencies().end() ? code->second : currencies().at(word);
    } else if (found && (lower == "%" || lower == "percent" || lower == "cent")) {
      value.unit = "%";
    } else if (found && lower != "per") {
      value.unit += (value.unit.empty() ? "" : " ") + lower;
    }
  }
  if (!found) return std::nullopt;
  value.money = !sign.empty();
  if (value.money) value.unit = sign;
  return value;
}

bool is_sum(const DocumentTree& tree, std::uint32_t noun) {
  if (tree.token(noun).upos != Upos::kNoun || tree.child(noun, Deprel::kNummod) == DocumentTree::kNoToken)
    return false;
  const auto one = find_value("1 " + to_lower(tree.word(noun)));
  return one && one->money;
}

}  // namespace dossier::ingest
