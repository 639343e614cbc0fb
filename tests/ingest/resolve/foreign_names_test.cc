#include "ingest/resolve/foreign_names.h"

#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("a name has the small words of its own language", "[ingest][foreign_names]") {
  check_referents({
      {"small words of other languages belong to the name that they stand in",
       "Analysts analyst NNS 6 nsubj | at at IN 1 prep | Banco Banco NNP 2 pobj B-ORG | do do VBP 6 aux | "
       "Brasil Brasil NNP 6 nsubj B-PERSON | welcomed welcome VBD 0 ROOT | it it PRP 6 dobj",
       {{"Banco", "Banco do Brasil", 1, "Organization"}, {"Brasil", "Banco do Brasil"}}},
      {"a name that begins with such a word is one of its own",
       "In in IN 5 prep | Boston Boston NNP 1 pobj B-GPE | de de NNP 4 compound | "
       "Blasio Blasio NNP 5 nsubj B-PERSON | spoke speak VBD 0 ROOT",
       {{"Boston", "Boston"}}},
      {"a given name and what hangs on it are one person, not two places",
       "They they PRP 2 nsubj | sacked sack VBD 0 ROOT | Thiago Thiago NNP 4 compound B-GPE | "
       "Motta Motta NNP 2 dobj B-GPE",
       {{"Motta", "Thiago Motta", 1, "Person"}}},
  });
}
