// A table of words, where the word alone tells, and rules for signs, where what stands beside them and what was expected
// there tells. Each only speaks where the grammar has failed already, so none can be wrong about a right query.
// Tests: tests/cases/errors/habits.case.
#include "query/grammar/habits.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "query/diagnostics.h"
#include "query/grammar/characters.h"

namespace dossier::query::grammar {
namespace {

bool same_word(std::string_view a, std::string_view b) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return upper(x) == upper(y); });
}

using Row = std::pair<std::string_view, const char*>;

constexpr char kTypeInBrackets[] = "a type stands in brackets: -[:called]->";
constexpr char kProperties[] = "properties such as {name: 'Xi'}";
constexpr char kFind[] = "a query finds with MATCH and ends with RETURN: MATCH (p:Person) RETURN p.name";
constexpr char kMatches[] = "use =~ and a regular expression";
constexpr char kOwnTransaction[] = "a query is a transaction of its own";

constexpr std::array kWords = std::to_array<Row>({
    {"SELECT", kFind},
    {"FROM", kFind},
    {"FIND", kFind},
    {"GET", kFind},
    {"ASK", kFind},
    {"CONSTRUCT", kFind},
    {"PREFIX", kFind},
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
    {"MATCHES", kMatches},
    {"REGEXP", kMatches},
    {"RLIKE", kMatches},
    {"SIMILAR", kMatches},
    {"STARTSWITH", "use STARTS WITH"},
    {"ENDSWITH", "use ENDS WITH"},
    {"DIV", "integers are divided by /"},
    {"MOD", "the remainder is %"},
    {"INTERSECT", "keep what is in both by WHERE EXISTS { ... }"},
    {"EXCEPT", "leave out by WHERE NOT EXISTS { ... }"},
    {"MINUS", "leave out by WHERE NOT EXISTS { ... }"},
    {"VALUES", "properties stand in braces: CREATE (p:Person {name: 'Xi'})"},
    {"UPSERT", "use MERGE: MERGE (p:Person {name: 'Xi'})"},
    {"REPLACE", "use MERGE: MERGE (p:Person {name: 'Xi'})"},
    {"IF", "use WHERE, or CASE WHEN ... THEN ... ELSE ... END"},
    {"ANALYZE", "use PROFILE"},
    {"USING", "leave it out: the planner chooses the index"},
    {"SORT", "use ORDER BY"},
    {"TOP", "use LIMIT at the end"},
    {"FETCH", "use LIMIT"},
    {"ELIF", "use WHEN ... THEN again"},
    {"ELSEIF", "use WHEN ... THEN again"},
    {"SHOW", "use CALL db.labels(), db.relationshipTypes() or db.propertyKeys()"},
    {"DESCRIBE", "use CALL db.labels(), db.relationshipTypes() or db.propertyKeys()"},
    {"USE", "leave it out: a store is one graph"},
    {"LOAD", "use the command `dossier import`"},
    {"BEGIN", kOwnTransaction},
    {"COMMIT", kOwnTransaction},
    {"ROLLBACK", kOwnTransaction},
    {"LET", "use WITH ... AS"},
    {"FILTER", "use WITH * WHERE"},
    {"FOR", "use UNWIND list AS x, or [x IN list | ...] inside an expression"},
});

// What the word before the place tells, whatever stands there.
constexpr std::array kWordsBefore = std::to_array<Row>({
    {"INDEX", "use CALL db.createIndex('name')"},
    {"CONSTRAINT", "there are no constraints; MERGE makes what is not there yet"},
    {"TOP", "use LIMIT at the end"},
    {"UNIQUE", "use DISTINCT"},
    {"FOREACH", "the list and the clauses stand in parentheses: FOREACH (x IN list | CREATE ...)"},
});

bool begins_clause(std::string_view word) {
  constexpr std::string_view kClauses[] = {"MATCH",   "OPTIONAL", "UNWIND", "WITH",   "RETURN", "CALL",
                                           "CREATE",  "MERGE",    "SET",    "DELETE", "DETACH", "REMOVE",
                                           "FOREACH", "ORDER",    "SKIP",   "LIMIT",  "WHERE",  "UNION"};
  return std::any_of(std::begin(kClauses), std::end(kClauses),
                     [&](std::string_view clause) { return same_word(word, clause); });
}

const char* of_word_before(const Mistake& m) {
  const std::string_view before = m.word_before();
  const auto after = [&](std::string_view word) { return same_word(before, word); };
  const auto row =
      std::find_if(kWordsBefore.begin(), kWordsBefore.end(), [&](const Row& r) { return after(r.first); });
  if (row != kWordsBefore.end()) return row->second;
  if (after("FROM") && !m.expected("an expression"))
    return "find first what to delete: MATCH (p:Person) DETACH DELETE p";
  if (after("SELECT")) return "a subquery stands in braces: EXISTS { MATCH ... }";
  if (after("ALL") && m.expected("AS")) return "leave ALL out: every row is given";
  const bool kind = after("NODE") || after("VERTEX") || after("EDGE") || after("RELATIONSHIP");
  if (kind && m.expected("`=`"))
    return "a pattern tells them apart: CREATE (p:Person), CREATE (p)-[:called]->(q)";
  return nullptr;
}

const char* of_word(const Mistake& m) {
  const auto is = [&](std::string_view word) { return same_word(m.found(), word); };
  const bool text_test = is("STARTS") || is("ENDS") || is("CONTAINS");
  if (text_test && m.expected("an expression")) return "it stands between the two: p.name CONTAINS 'Xi'";
  if (begins_clause(m.found()) && m.sign_before() == ',') return "leave out the comma before it";
  if (is("CREATE") && same_word(m.word_before(), "ON"))
    return "the order is MERGE (p:Person) ON CREATE SET p.x = 1";
  if (is("SHORTEST")) return "use ANY SHORTEST or ALL SHORTEST";
  if (is("TO") && m.expected("`=`")) return "a property is set by =";
  if (begins_clause(m.found()) && m.expected("`|`") && !m.expected("`)`") && !m.expected("`]`")) {
    return "a bar stands between the list and the clauses: FOREACH (x IN list | CREATE ...)";
  }
  if (m.expected("`[`") && m.at(-1) == '-') return kTypeInBrackets;
  if (is("OR") && m.expected("`|`")) return "join labels and types by |";
  if (is("AND") && m.expected("`&`")) return "join labels by &";
  if (is("AND") && m.expected("`,`")) return "separate by a comma";
  if (is("NOT") && !m.expected("NOT")) return "put NOT before the whole comparison: NOT x IN list";
  if (is("ORDER")) return "ORDER BY stands before SKIP and LIMIT";
  if (is("SKIP")) return "SKIP stands before LIMIT";
  if (is("WHERE")) return "WHERE stands once, behind MATCH, WITH or YIELD; join conditions by AND";
  if (is("MATCH") && m.expected("an expression")) return "a subquery stands in braces: EXISTS { MATCH ... }";
  if (m.expected("a quoted name") && !m.expected("a variable") && !begins_clause(m.found())) {
    return "a label stands behind a colon: (p:Person), a name in quotes: (\"Xi Jinping\")";
  }
  const char next = m.sign_after();
  if (m.expected(kProperties) && (next == ':' || next == '='))
    return "properties stand in braces: (p:Person {name: 'Xi'})";
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
constexpr char kInParentheses[] = "a node stands in parentheses: (p:Person)";
constexpr char kStraight[] = "strings stand in straight quotes: 'Xi'";

constexpr SignRule kSigns[] = {
    {"=", "=", nullptr, "one = compares"},
    {"", "!=", nullptr, "\"not equal\" is <>"},
    {"", "!", "an expression", "use NOT"},
    {"", "&&", nullptr, "use AND"},
    {"", "||", nullptr, "use OR"},
    {"", "?", "a variable", "a variable has no sign before it: (p:Person)"},
    {"", "?", "EXPLAIN", kFind},
    {"", "?", nullptr, "use CASE WHEN ... THEN ... ELSE ... END, or coalesce()"},
    {"=", ">", "an expression", "\"at least\" is >="},
    {"=", "<", "an expression", "\"at most\" is <="},
    {"<", ">", "an expression", "\"not equal\" is <>"},
    {"*", "*", "an expression", "a power is 2 ^ 3"},
    {"-", ">", "an expression", "a property is p.name, an arrow -[:called]->"},
    {"]", ">", "`-`", kArrow},
    {"]", "+", "`-`", kQuantifier},
    {"", "+", "a length such as *1..3", kQuantifier},
    {"", "[", "a relationship such as -[:called]->", kArrow},
    {"", "[", "a pattern such as (p:Person)-[:called]->(q)", kInParentheses},
    {"", "{", "a pattern such as (p:Person)-[:called]->(q)", kInParentheses},
    {"", ":", "a node pattern such as (p:Person)", kTypeInBrackets},
    {":", ":", nullptr, "a property is p.name, a label p:Person"},
    {"", "~", nullptr, kMatches},
    {"", "#", nullptr, "a comment begins with //"},
    {"", "@", "an expression", "a parameter is $name"},
    {"", ":", "EXPLAIN", kFind},
    {"", ":", "an expression", "a parameter is $name, a label stands behind its node: p:Person"},
    {"", "+", "`+=`", "to count up write SET p.x = p.x + 1"},
    {"", "*", "an expression", "only count(*) takes *"},
    {"", "\u201c", nullptr, kStraight},
    {"", "\u201d", nullptr, kStraight},
    {"", "\u2018", nullptr, kStraight},
    {"", "\u2019", nullptr, kStraight},
    {"-", ">", "`[`", kArrow},
    {"-", "(", "`[`", kArrow},
    {"-", ":", "`[`", kTypeInBrackets},
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

constexpr char kList[] = "a list stands in brackets: ['a', 'b']";

const char* of_sign(const Mistake& m) {
  const char sign = m.at(0);
  const bool quote = sign == '\'' || sign == '"';
  if (quote && m.at(-1) == sign) return nullptr;  // 'it''s': parse.cc knows
  if (quote && m.sign_before() == '{' && m.stands_behind("IN")) return kList;
  const bool alone = m.expected("`=`") && !m.expected("an expression");
  if (quote && m.expected("a variable")) return "a name with blanks stands in backticks: AS `the name`";
  const bool begins_entry = m.sign_before() == '{' || m.sign_before() == ',';
  if (quote && begins_entry && m.expected("a name")) return "keys stand without quotes: {name: 'Xi'}";
  if (quote && m.expected("a pattern such as (p:Person)-[:called]->(q)"))
    return "a quoted name stands in parentheses: (\"Xi\")";
  if (quote && m.sign_before() == ':' && m.expected("a name"))
    return "a label stands without quotes, or in backticks: :Person, :`the label`";
  if (quote && m.sign_before() == '.')
    return "a property's name stands without quotes, or in brackets: p.name, p['the name']";
  if (quote && m.expected("AS")) return "a column is named by AS: p.name AS name";
  if (quote && same_word(m.word_before(), "IS")) return "compare by =";
  if (m.expected("`:`") && !m.expected("`|`") && !m.expected("`=`"))
    return "an entry of a map is a name and a value: {name: 'Xi'}";
  if (sign == '*' && same_word(m.word_before(), "DELETE"))
    return "name what to delete: MATCH (n) DETACH DELETE n";
  if (sign == ':' && same_word(m.word_before(), "DELETE"))
    return "find first what to delete: MATCH (p:Person) DETACH DELETE p";
  if (sign == ':' && alone) return kInParentheses;
  const bool digit = sign >= '0' && sign <= '9';
  if (digit && m.at(-1) == '{' && m.expected("a name")) return kQuantifier;
  if (digit && m.expected("a length such as *1..3")) return "a length begins with an asterisk: *1..3";
  if (sign == '(' && m.sign_before() == '{')
    return "a subquery is EXISTS { ... }, COUNT { ... } or COLLECT { ... }";
  if (sign == ',' && m.expected(kProperties))
    return m.expected("`]`") ? "join types by |" : "join labels by &";
  if (sign == ',' && m.stands_behind("IN")) return kList;
  if (sign == ',' && (m.stands_behind("LIMIT") || m.stands_behind("SKIP")))
    return "use SKIP and LIMIT: SKIP 20 LIMIT 10";
  if (sign == ',' && (m.expected("AS") || m.expected("`)`"))) return kList;
  if (sign == ',' && m.expected("an operator")) return "join conditions by AND";
  return nullptr;
}

}  // namespace

char Mistake::at(std::ptrdiff_t offset) const {
  const auto place = static_cast<std::ptrdiff_t>(begin) + offset;
  return place >= 0 && place < static_cast<std::ptrdiff_t>(text.size())
             ? text[static_cast<std::size_t>(place)]
             : '\0';
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

char Mistake::sign_after() const {
  std::size_t next = end;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
  return next < text.size() ? text[next] : '\0';
}

bool Mistake::stands_behind(std::string_view word) const {
  std::size_t last = end_before();
  if (last == 0) return false;
  const char quote = text[last - 1];
  if (quote == '\'' || quote == '"') {  // over the whole string
    last = last < 2 ? 0 : text.rfind(quote, last - 2);
    if (last == text.npos) return false;
  } else if (quote == '{') {
    --last;
  } else {
    while (last > 0 && is_identifier_part(static_cast<unsigned char>(text[last - 1]))) --last;
  }
  Mistake there{text, last, last, expected};
  return same_word(there.word_before(), word);
}

std::optional<Habit> habit_behind(const Mistake& mistake) {
  if (mistake.begin >= mistake.text.size()) return std::nullopt;
  const bool is_word = is_identifier_start(decode_character(mistake.text, mistake.begin).code);
  if (const char* suggestion = of_word_before(mistake)) {
    const auto word = static_cast<std::size_t>(mistake.word_before().data() - mistake.text.data());
    return Habit{suggestion, word, mistake.end};
  }
  const char* suggestion = is_word ? of_word(mistake) : of_sign(mistake);
  if (suggestion) return Habit{suggestion, mistake.begin, mistake.end};
  return is_word ? std::nullopt : of_pair(mistake);
}

// ---- what is said where nothing better is known

namespace {

struct OpenBracket {
  char sign = '\0';
  std::size_t at = 0;
};

/// The innermost bracket that is open at the place; texts, names in backticks and comments are passed over.
OpenBracket innermost(std::string_view text, std::size_t place) {
  std::vector<OpenBracket> open;
  for (std::size_t i = 0; i < place && i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"' || c == '`') {
      for (++i; i < text.size() && text[i] != c; ++i) i += text[i] == '\\' && c != '`';
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      i = text.find('\n', i);
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '*') {
      i = text.find("*/", i);
    } else if (c == '(' || c == '[' || c == '{') {
      open.push_back({c, i});
    } else if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
    if (i == text.npos) break;
  }
  return open.empty() ? OpenBracket{} : open.back();
}

std::string of_bracket(const Mistake& m) {
  const OpenBracket open = innermost(m.text, m.begin);
  const char sign = m.at(0);
  const bool closes = sign == ')' || sign == ']' || sign == '}';
  if (!open.sign)
    return closes ? std::string("nothing is open that `") + sign + "` would close" : std::string();
  const char wanted = open.sign == '(' ? ')' : open.sign == '[' ? ']' : '}';
  const bool ends = sign == '\0' || closes || begins_clause(m.found()) || sign == '-';
  if (!ends || sign == wanted || !m.expected(std::string("`") + wanted + "`")) return {};
  const auto [line, column] = line_and_column(m.text, open.at);
  return std::string("`") + open.sign + "` at " + std::to_string(line) + ":" + std::to_string(column) +
         " is still open: `" + wanted + "` is missing";
}

}  // namespace

std::string last_resort(const Mistake& mistake) {
  if (std::string bracket = of_bracket(mistake); !bracket.empty()) return bracket;
  if (mistake.expected("EXPLAIN")) return kFind;
  if (mistake.expected("`+=`") && mistake.sign_before() == '}')
    return "SET p = {...} replaces all properties, SET p += {...} adds some";
  if (mistake.begin >= mistake.text.size())
    return mistake.sign_before() == ',' ? "leave out the comma at the end" : "";
  const bool is_name = is_identifier_start(decode_character(mistake.text, mistake.begin).code);
  if (is_name && !begins_clause(mistake.found()) && mistake.expected("AS"))
    return "a name stands behind AS: p.name AS name";
  if (is_name && mistake.stands_behind("AS")) return "a name with blanks stands in backticks: AS `the name`";
  return {};
}

}  // namespace dossier::query::grammar
