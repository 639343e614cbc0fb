#include "shell/completion.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace dossier::shell {
namespace {

constexpr std::array<std::string_view, 44> kKeywords = {
    "ALL",    "AND",      "ANY",    "AS",    "ASC",     "BY",       "CALL",   "CASE",  "CONTAINS",
    "COUNT",  "CREATE",   "DELETE", "DESC",  "DETACH",  "DISTINCT", "ELSE",   "END",   "ENDS",
    "EXISTS", "EXPLAIN",  "false",  "IN",    "IS",      "LIMIT",    "MATCH",  "MERGE", "NOT",
    "null",   "OPTIONAL", "OR",     "ORDER", "PROFILE", "REMOVE",   "RETURN", "SET",   "SKIP",
    "STARTS", "THEN",     "true",   "UNION", "UNWIND",  "WHERE",    "WITH",   "YIELD"};

bool begins_with_ignoring_case(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

std::string in_case_of(std::string_view keyword, std::string_view beginning) {
  std::string word(keyword);
  if (!beginning.empty() && std::islower(static_cast<unsigned char>(beginning.front())) != 0) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
  }
  return word;
}

}  // namespace

std::vector<std::string> complete_word(std::string_view beginning, const graph::Reader& reader) {
  std::vector<std::string> offers;
  const std::size_t mark = beginning.find_last_of(":.");
  if (mark == std::string_view::npos) {
    for (const std::string_view keyword : kKeywords) {
      if (begins_with_ignoring_case(keyword, beginning)) offers.push_back(in_case_of(keyword, beginning));
    }
  } else {
    const std::string prefix(beginning.substr(0, mark + 1));
    const std::string_view rest = beginning.substr(mark + 1);
    const auto offer = [&](const std::vector<std::string>& names) {
      for (const std::string& name : names) {
        if (begins_with_ignoring_case(name, rest)) offers.push_back(prefix + name);
      }
    };
    if (beginning[mark] == '.') {
      offer(reader.keys());
    } else {
      offer(reader.labels());
      offer(reader.types());
    }
  }
  std::sort(offers.begin(), offers.end());
  offers.erase(std::unique(offers.begin(), offers.end()), offers.end());
  return offers;
}

}  // namespace dossier::shell
