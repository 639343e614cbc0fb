#include "query/diagnostics.h"

#include <catch2/catch.hpp>

#include "dossier/query/diagnostics.h"
#include "query/ast/builder.h"

namespace dossier::query {
namespace {

std::string drawn(const std::string& query) {
  const auto statement = ast::parse_statement(query);
  REQUIRE_FALSE(statement.ok());
  return render_error(statement.status(), query);
}

}  // namespace

TEST_CASE("an error is drawn under the words that are wrong", "[query][diagnostics]") {
  CHECK(drawn("MATCH (n)\nRETRUN n.name") ==
        "SyntaxError (UnexpectedSyntax) at 2:1: expected a relationship such as -[:called]->, `,`, WHERE, a "
        "clause such "
        "as MATCH or RETURN, UNION or the end of the query, found `RETRUN`\n"
        "  RETRUN n.name\n"
        "  ^^^^^^\n"
        "  did you mean `RETURN`?");
}

TEST_CASE("the caret counts characters, not bytes", "[query][diagnostics]") {
  CHECK_THAT(drawn("RETURN '\u00e9\u00e9' + 12ab"),
             Catch::Contains("at 1:15") && Catch::EndsWith("\n  RETURN '\u00e9\u00e9' + 12ab\n"
                                                           "                ^^^^"));
}

TEST_CASE("an error at the end is drawn after the last line", "[query][diagnostics]") {
  CHECK_THAT(drawn("RETURN 1 +"), Catch::EndsWith("\n  RETURN 1 +\n            ^"));
}

TEST_CASE("a long line is cut around the place", "[query][diagnostics]") {
  const std::string text =
      drawn("RETURN '" + std::string(500, 'x') + "' + 12ab + '" + std::string(500, 'y') + "'");
  const std::string line = text.substr(text.find('\n') + 1);
  CHECK(line.size() < 400);
  CHECK_THAT(line, Catch::Contains("12ab") && Catch::Contains("^^^^"));
}

TEST_CASE("a failure without a place is its message", "[query][diagnostics]") {
  CHECK(render_error(not_found("no such file"), "RETURN 1") == "no such file");
}

TEST_CASE("a warning is drawn likewise", "[query][diagnostics]") {
  CHECK(render_warning({"nothing has the label `Persn`", 9, 14, 1, 10}, "MATCH (n:Persn) RETURN n") ==
        "warning at 1:10: nothing has the label `Persn`\n  MATCH (n:Persn) RETURN n\n           ^^^^^");
}

TEST_CASE("the nearest name is a near one", "[query][diagnostics]") {
  const std::vector<std::string> names{"Person", "Place", "Organization"};
  CHECK(nearest_name("Persn", names) == "Person");
  CHECK(nearest_name("person", names) == "Person");
  CHECK(nearest_name("Organisation", names) == "Organization");
  CHECK(nearest_name("Plaec", names) == "Place");
  CHECK(nearest_name("Zebra", names).empty());
  CHECK(nearest_name("x", {"y", "z"}).empty());
}

}  // namespace dossier::query
