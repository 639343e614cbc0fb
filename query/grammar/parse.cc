// Runs the grammar with a control that builds the flat tree and remembers how far any reading came.
//
// A PEG does not know what went wrong: every rule simply failed. But the place that the most successful reading
// reached, and what would have let it go on, is what a person wants to know (Ford, "Packrat Parsing", 2002, section
// 3.2.4). A rule with a name in messages.h that fails where it began speaks for all rules inside it.
#include "query/grammar/parse.h"

#include <algorithm>
#include <array>
#include <string>

#include "dossier/status_macros.h"
#include "query/diagnostics.h"
#include "query/grammar/grammar.h"
#include "query/grammar/habits.h"
#include "query/grammar/messages.h"

namespace dossier::query::grammar {
namespace {

template <typename Rule>
inline constexpr Kind kKindOf = Kind::kNone;
#define DOSSIER_KIND_OF(rule, name) \
  template <>                       \
  inline constexpr Kind kKindOf<rule> = Kind::k##name;
DOSSIER_GRAMMAR_NODES(DOSSIER_KIND_OF)
#undef DOSSIER_KIND_OF

// Rules through which the grammar calls itself.
template <typename Rule>
inline constexpr bool kNests = false;
template <>
inline constexpr bool kNests<expression> = true;
template <>
inline constexpr bool kNests<pattern_group> = true;
template <>
inline constexpr bool kNests<label_group> = true;
template <>
inline constexpr bool kNests<regular_query> = true;
template <>
inline constexpr bool kNests<foreach_clause> = true;

template <typename Rule>
inline constexpr bool kIsSure = false;
template <typename... Rules>
inline constexpr bool kIsSure<sure<Rules...>> = true;

struct State {
  Outline outline;
  const char* text_begin;
  int maximum_nesting;

  std::vector<Entry> entries = {};
  int nesting = 0;
  bool stopped = false, too_deep = false, too_large = false;

  std::size_t furthest = 0;                // where the best reading ended
  std::vector<const char*> expected = {};  // what could have stood there
  std::vector<const char*> keywords = {};  // all keywords among it, also those that a named rule speaks for

  template <typename ParseInput>
  std::size_t offset(const ParseInput& in) const {
    return static_cast<std::size_t>(in.current() - text_begin);
  }
  std::size_t expected_here(std::size_t at) const { return at == furthest ? expected.size() : 0; }
  void fail_at(std::size_t at) {
    if (at <= furthest) return;
    furthest = at;
    expected.clear();
    keywords.clear();
  }
};

template <typename Rule>
struct control : normal<Rule> {
  template <apply_mode A, rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename ParseInput>
  static bool match(ParseInput& in, State& state) {
    if (state.stopped) return false;
    constexpr bool looks_only = A == apply_mode::nothing;  // inside at<> and not_at<>
    constexpr bool has_rules = !std::is_same_v<typename Rule::subs_t, empty_list>;
    constexpr const char* text = expected_text<Rule>();
    constexpr Kind kind = kKindOf<Rule>;
    if constexpr (looks_only || (!has_rules && text == nullptr && kind == Kind::kNone)) {
      return normal<Rule>::template match<A, M, Action, Control>(in, state);
    } else {
      const std::size_t begin = state.offset(in);
      const std::size_t mark = state.entries.size();
      const std::size_t expected_before = state.expected_here(begin);
      if constexpr (kNests<Rule>) {
        if (!enter(state, begin)) return false;
      }
      if constexpr (kind != Kind::kNone)
        state.entries.push_back({kind, static_cast<std::uint32_t>(begin), 0, 0});
      const bool matched = normal<Rule>::template match<A, M, Action, Control>(in, state);
      if constexpr (kNests<Rule>) --state.nesting;
      if (matched) {
        if constexpr (kind != Kind::kNone) close(state, mark, state.offset(in));
      } else {
        state.entries.resize(mark);
        if constexpr (text != nullptr) expect(state, begin, expected_before, text);
        if constexpr (std::is_base_of_v<keyword_base, Rule>) {
          if (begin == state.furthest) state.keywords.push_back(text);
        }
        if constexpr (kIsSure<Rule>) state.stopped = true;
      }
      return matched;
    }
  }

 private:
  static bool enter(State& state, std::size_t begin) {
    if (++state.nesting <= state.maximum_nesting) return true;
    --state.nesting;
    state.stopped = state.too_deep = true;
    state.furthest = begin;
    return false;
  }

  static void close(State& state, std::size_t mark, std::size_t end) {
    if (is_rung(state.entries[mark].kind) && replace_by_child(state.entries, mark)) return;
    Entry& entry = state.entries[mark];
    entry.end =
        static_cast<std::uint32_t>(std::max<std::size_t>(entry.begin, state.outline.trim_blanks(end)));
    entry.after = static_cast<std::uint32_t>(state.entries.size());
    if (state.entries.size() > kMaxEntries) state.stopped = state.too_large = true;
  }

  // Most rungs have one child that is a literal or a variable. A tree of `[1, 2, ...]` is a quarter as large without them.
  static bool replace_by_child(std::vector<Entry>& entries, std::size_t mark) {
    constexpr std::size_t kSmall = 8;
    const std::size_t size = entries.size() - mark;
    if (size < 2 || size > kSmall || entries[mark + 1].after != entries.size()) return false;
    for (std::size_t i = mark + 1; i < entries.size(); ++i) {
      entries[i - 1] = entries[i];
      --entries[i - 1].after;
    }
    entries.pop_back();
    return true;
  }

  static void expect(State& state, std::size_t begin, std::size_t expected_before, const char* text) {
    if (state.too_deep) return;
    state.fail_at(begin);
    if (begin != state.furthest) return;
    state.expected.resize(std::min(expected_before, state.expected.size()));
    state.expected.push_back(text);
  }
};

template <typename Rule>
struct no_action : nothing<Rule> {};

std::string joined(const State& state) {
  std::vector<std::string> texts;
  for (const char* text : state.expected) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.emplace_back(text);
  }
  // Operators may follow nearly everything; they are named only where nothing else is.
  if (texts.size() > 2) std::erase(texts, kOperator);
  std::string line;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) line += i + 1 == texts.size() ? " or " : ", ";
    line += texts[i];
  }
  return line;
}

/// What stands at `begin`: a word, a string, one sign.
std::size_t end_of_word(std::string_view text, std::size_t begin) {
  const bool quote = text[begin] == '\'' || text[begin] == '"';
  if (const std::size_t close = quote ? text.find(text[begin], begin + 1) : text.npos; close != text.npos)
    return close + 1;
  std::size_t end = begin;
  for (Character next = decode_character(text, end); next.size > 0 && is_identifier_part(next.code);
       next = decode_character(text, end)) {
    end += next.size;
  }
  return end > begin ? end : begin + std::max<std::size_t>(1, decode_character(text, begin).size);
}

bool is_reserved(const std::string& word) {
  memory_input<tracking_mode::lazy, eol::lf, const char*> in(word.data(), word.data() + word.size(), "");
  return tao::pegtl::parse<seq<reserved_word, eof>>(in);
}

Status failure(std::string_view text, const State& state) {
  const std::size_t begin = state.furthest;
  if (state.too_deep) {
    return Status(StatusCode::kResourceExhausted, "the query is nested too deeply: at most " +
                                                      std::to_string(state.maximum_nesting) + " levels");
  }
  if (state.too_large) {
    return Status(StatusCode::kResourceExhausted,
                  "the query is too large: at most " + std::to_string(kMaxEntries) +
                      " names, values and signs; give long lists as parameters");
  }
  const std::string expected = "expected " + joined(state);
  const auto could_stand = [&](std::string_view what) {
    return std::count(state.expected.begin(), state.expected.end(), what) > 0;
  };
  if (begin >= text.size()) {
    return syntax_error(text, begin, begin, "UnexpectedSyntax", "the query ends here, " + expected,
                        last_resort({text, begin, begin, could_stand}));
  }
  if (text[begin] == ';') {
    return syntax_error(text, begin, begin + 1, "UnexpectedSyntax", "one query ends here and another begins",
                        "run them one by one");
  }
  const std::size_t end = end_of_word(text, begin);
  const std::string found(text.substr(begin, end - begin));
  if (const auto habit = habit_behind({text, begin, end, could_stand})) {
    const bool strange = !may_stand_in_query(decode_character(text, begin).code);
    return syntax_error(
        text, habit->begin, habit->end, strange ? "InvalidUnicodeCharacter" : "UnexpectedSyntax",
        expected + ", found `" + std::string(text.substr(habit->begin, habit->end - habit->begin)) + "`",
        habit->suggestion);
  }
  if (!may_stand_in_query(decode_character(text, begin).code)) {
    return syntax_error(text, begin, end, "InvalidUnicodeCharacter",
                        "`" + found + "` has no meaning here, " + expected);
  }
  const bool quote = text[begin] == '\'' || text[begin] == '"';
  if (quote && begin > 0 && text[begin - 1] == text[begin]) {
    const std::string sign(1, text[begin]);
    return syntax_error(text, begin, begin + 1, "UnexpectedSyntax", expected + ", found `" + sign + "`",
                        "inside a string write \\" + sign);
  }
  if (is_reserved(found) && std::count(state.expected.begin(), state.expected.end(), kExpected<variable>)) {
    return syntax_error(text, begin, end, "UnexpectedSyntax", expected + ", found `" + found + "`",
                        "as a variable the reserved word must stand in backticks");
  }
  const std::vector<std::string> keywords(state.keywords.begin(), state.keywords.end());
  std::string suggestion = suggest(found, keywords);
  if (suggestion.empty()) suggestion = last_resort({text, begin, end, could_stand});
  return syntax_error(text, begin, end, "UnexpectedSyntax", expected + ", found `" + found + "`",
                      std::move(suggestion));
}

}  // namespace

Result<Tree> parse(std::string_view text, int maximum_nesting) {
  DOSSIER_ASSIGN_OR_RETURN(Outline outline, Outline::scan(text));
  State state{std::move(outline), text.data(), maximum_nesting};
  memory_input<tracking_mode::lazy, eol::lf, const char*> in(text.data(), text.data() + text.size(), "");
  const bool matched = tao::pegtl::parse<cypher, no_action, control>(in, state);
  if (!matched || state.too_large) return failure(text, state);
  return Tree{std::move(state.entries)};
}

}  // namespace dossier::query::grammar
