// A table of words, where the word alone tells, and rules for signs, where what stands beside them and what was expected
// there tells. Each only speaks where the grammar has failed already, so none can be wrong about a right query.
// Tests: tests/cases/errors/habits.case.
#include "query/grammar/habits.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/grammar/characters.h"

namespace dossier::query::grammar {
namespace {

bool same_word(std::string_view a, std::string_view b) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return upper(x) == upper(y); });
}

using Row = std::pair<std::string_view, const char*>;

constexpr std::array kWords = std::to_array<Row>({
    {"SELECT", "a query finds with MATCH and ends with RETURN: MATCH (p:Person) RETURN p.name"},
    {"FROM", "a query finds with MATCH and ends with RETURN: MATCH (p:Person) RETURN p.name"},
    {"INSERT", "use CREATE: CREATE (p:Person {name: 'Xi'})"},
    {"UPDATE", "use MATCH and SET: MATCH (p:Person) SET p.name = 'Xi'"},
    {"DROP", "use MATCH and DETACH DELETE; an index is dropped by CALL db.dropIndex('name')"},
    {"TRUNCATE", "use MATCH and DETACH DELETE"},
    {"JOIN", "join by a pattern: MATCH (a)-[:called]->(b)"},
    {"GROUP", "leave GROUP BY out: what does not aggregate groups by itself"},
    {"HAVING", "filter groups behind WITH: WITH p, count(*) AS n WHERE n > 1"},
    {"LIKE", "use STARTS WITH, ENDS WITH or CONTAINS, or =~ and a regular expression"},
    {"ILIKE", "use =~ and a regular expression: =~ '(?i)xi.*'"},
    {"BETWEEN", "compare in a chain: 1 <= n.x <= 3"},
    {"BEGINS", "use STARTS WITH"},
    {"MATCHES", "use =~ and a regular expression"},
    {"OFFSET", "use SKIP"},
    {"SORT", "use ORDER BY"},
    {"TOP", "use LIMIT at the end"},
    {"FETCH", "use LIMIT"},
    {"ELIF", "use WHEN ... THEN again"},
    {"ELSEIF", "use WHEN ... THEN again"},
    {"SHOW", "use CALL db.labels(), db.relationshipTypes() or db.propertyKeys()"},
    {"DESCRIBE", "use CALL db.labels(), db.relationshipTypes() or db.propertyKeys()"},
    {"USE", "leave it out: a store is one graph"},
    {"LOAD", "use the command `dossier import`"},
    {"BEGIN", "a query is a transaction of its own"},
    {"COMMIT", "a query is a transaction of its own"},
    {"LET", "use WITH ... AS"},
    {"FILTER", "use WITH * WHERE"},
    {"FOR", "use UNWIND list AS x, or [x IN list | ...] inside an expression"},
});

const char* of_word(const Mistake& m) {
  const auto is = [&](std::string_view word) { return same_word(m.found(), word); };
  const std::string_view before = m.word_before();
  if (same_word(before, "INDEX")) return "use CALL db.createIndex('name')";
  if (same_word(before, "CONSTRAINT")) return "there are no constraints; MERGE makes what is not there yet";
  if (is("OR") && m.expected("`|`")) return "join labels and types by |";
  if (is("AND") && m.expected("`&`")) return "join labels by &";
  if (is("AND") && m.expected("`,`")) return "separate by a comma";
  if (is("NOT") && !m.expected("NOT")) return "put NOT before the whole comparison: NOT x IN list";
  if (is("ORDER")) return "ORDER BY stands before SKIP and LIMIT";
  if (is("SKIP")) return "SKIP stands before LIMIT";
  if (is("WHERE")) return "WHERE stands once, behind MATCH, WITH or YIELD; join conditions by AND";
  if (is("MATCH") && m.expected("an expression")) return "a subquery stands in braces: EXISTS { MATCH ... }";
  if (m.expected("a quoted name") && !m.expected("a variable")) return "a name of several words stands in quotes: (\"Xi Jinping\")";
  const auto row = std::find_if(kWords.begin(), kWords.end(), [&](const Row& r) { return is(r.first); });
  return row == kWords.end() ? nullptr : row->second;
}

// ---- signs. A rule looks at the signs around the place, and says how many before and after it belong to the mistake.

struct SignRule {
  const char* before;    // directly before the place
  const char* here;      // from the place on
  const char* expected;  // what could have stood there; null: anything
  const char* suggestion;
};

constexpr char kArrow[] = "an arrow is -->, <-- or, with a type, -[:called]->";
constexpr char kQuantifier[] = "a quantifier stands behind the arrow: -[:called]->{1,3}";
constexpr char kStraight[] = "strings stand in straight quotes: 'Xi'";

constexpr SignRule kSigns[] = {
    {"=", "=", nullptr, "one = compares"},
    {"", "!=", nullptr, "\"not equal\" is <>"},
    {"", "!", "an expression", "use NOT"},
    {"", "&&", nullptr, "use AND"},
    {"", "||", nullptr, "use OR; strings and lists are joined by +"},
    {"", "?", nullptr, "use CASE WHEN ... THEN ... ELSE ... END, or coalesce()"},
    {"", "\u201c", nullptr, kStraight},
    {"", "\u201d", nullptr, kStraight},
    {"", "\u2018", nullptr, kStraight},
    {"", "\u2019", nullptr, kStraight},
    {"-", ">", "`[`", kArrow},
    {"-", "(", "`[`", kArrow},
    {"-", ":", "`[`", "a type stands in brackets: -[:called]->"},
    {"", "=>", nullptr, kArrow},
    {"", "{", "`-`", kQuantifier},
    {"", "..", nullptr, "numbers from 1 to 3 are range(1, 3)"},
    {".", ".", nullptr, "numbers from 1 to 3 are range(1, 3)"},
};

bool stands(std::string_view text, std::size_t at, std::string_view sign) {
  return at <= text.size() && text.substr(at).starts_with(sign);
}

std::optional<Habit> of_pair(const Mistake& m) {
  for (const SignRule& rule : kSigns) {
    const std::string_view before(rule.before), here(rule.here);
    if (m.begin < before.size()) continue;
    if (!stands(m.text, m.begin - before.size(), before) || !stands(m.text, m.begin, here)) continue;
    if (rule.expected && !m.expected(rule.expected)) continue;
    const std::size_t end = here == "{" || here == "(" ? m.end : std::max(m.end, m.begin + here.size());
    return Habit{rule.suggestion, m.begin - before.size(), end};
  }
  return std::nullopt;
}

const char* of_sign(const Mistake& m) {
  const char sign = m.at(0);
  const bool quote = sign == '\'' || sign == '"';
  const bool alone = m.expected("`=`") && !m.expected("an expression");
  if (quote && m.expected("a variable")) return "a name with blanks stands in backticks: AS `the name`";
  const bool begins_entry = m.sign_before() == '{' || m.sign_before() == ',';
  if (quote && begins_entry && m.expected("a name")) return "keys stand without quotes: {name: 'Xi'}";
  if (quote && m.expected("a pattern such as (p:Person)-[:called]->(q)")) return "a quoted name stands in parentheses: (\"Xi\")";
  if (sign == ':' && alone) return "a node stands in parentheses: (p:Person)";
  if (sign >= '0' && sign <= '9' && m.at(-1) == '{' && m.expected("a name")) return kQuantifier;
  if (sign == ',' && (m.expected("AS") || m.expected("`)`"))) return "a list stands in brackets: ['a', 'b']";
  if (sign == ',' && m.expected("an operator")) return "join conditions by AND";
  return nullptr;
}

}  // namespace

char Mistake::at(std::ptrdiff_t offset) const {
  const auto place = static_cast<std::ptrdiff_t>(begin) + offset;
  return place >= 0 && place < static_cast<std::ptrdiff_t>(text.size()) ? text[static_cast<std::size_t>(place)] : '\0';
}

std::size_t Mistake::end_before() const {
  std::size_t last = begin;
  while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '\n')) --last;
  return last;
}

char Mistake::sign_before() const { return end_before() > 0 ? text[end_before() - 1] : '\0'; }

std::string_view Mistake::word_before() const {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const std::size_t last = end_before();
  std::size_t first = last;
  while (first > 0 && is_part(text[first - 1])) --first;
  return text.substr(first, last - first);
}

std::optional<Habit> habit_behind(const Mistake& mistake) {
  if (mistake.begin >= mistake.text.size()) return std::nullopt;
  const bool is_word = is_identifier_start(decode_character(mistake.text, mistake.begin).code);
  if (!is_word) {
    if (auto habit = of_pair(mistake)) return habit;
  }
  const char* suggestion = is_word ? of_word(mistake) : of_sign(mistake);
  if (!suggestion) return std::nullopt;
  return Habit{suggestion, mistake.begin, mistake.end};
}

}  // namespace dossier::query::grammar
