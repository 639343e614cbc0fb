#include "query/grammar/grammar.h"

#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

TEST_CASE("the grammar has no loop that could read nothing for ever", "[query][grammar]") {
  CHECK(tao::pegtl::analyze<dossier::query::grammar::cypher>() == 0);
}
