// Decisions that the outline takes in constant time, as rules that match nothing and succeed or fail.
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "query/grammar/lexis.h"
#include "query/grammar/lookahead.h"

namespace dossier::query::grammar {

/// Once this point is reached no other reading is possible: a failure in here is the query's, and ends the parse.
template <typename... Rules>
struct sure : seq<Rules...> {};

namespace ahead {

template <bool (*Decide)(Outline&, std::size_t)>
struct decision {
  using rule_t = decision;
  using subs_t = empty_list;
  template <apply_mode, rewind_mode, template <typename...> class, template <typename...> class,
            typename ParseInput, typename State>
  static bool match(ParseInput& in, State& state) {
    return Decide(state.outline, state.offset(in));
  }
};

/// `((`: a group of a pattern, where only a node or a group can stand.
struct open_open : decision<lookahead::group> {};
/// `(a)-->`: a path where an expression can stand.
struct path : decision<lookahead::path> {};
/// `[x IN xs WHERE ... | ...]`, and no list of which `x IN xs` is the first item.
struct comprehension : decision<lookahead::comprehension> {};
/// `[(a)-->(b) | ...]`, `[p = (a)-->(b) | ...]`.
struct pattern_comprehension : decision<lookahead::pattern_comprehension> {};
/// `name(`, `name.space.name(`.
struct function : decision<lookahead::function> {};
/// `word(x IN`.
struct variable_in_parentheses : decision<lookahead::variable_in_parentheses> {};
/// `word{`, `word(`.
template <char Sign>
struct word_before : decision<lookahead::word_before<Sign>> {};
/// At a bracket: '|' directly inside divides, and joins no labels.
struct bar_divides : decision<lookahead::mark_bar_divides> {};
/// At a '|': it joins two labels.
struct bar_is_label : decision<lookahead::bar_is_label> {};

struct clause_keyword : at<sor<MATCH, OPTIONAL, UNWIND, WITH, RETURN, CALL, CREATE, MERGE, SET, DELETE,
                               DETACH, REMOVE, FOREACH>> {};

}  // namespace ahead
}  // namespace dossier::query::grammar

namespace tao::pegtl {
template <typename Name, bool (*Decide)(dossier::query::grammar::Outline&, std::size_t)>
struct analyze_traits<Name, dossier::query::grammar::ahead::decision<Decide>> : analyze_opt_traits<> {};
template <typename Name, bool (*Holds)(char32_t)>
struct analyze_traits<Name, dossier::query::grammar::character<Holds>> : analyze_any_traits<> {};
}  // namespace tao::pegtl
