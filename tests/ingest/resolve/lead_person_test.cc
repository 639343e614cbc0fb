#include <catch2/catch.hpp>

#include "tests/ingest/resolve/resolved.h"

using namespace dossier::ingest;

TEST_CASE("whom the first sentence tells of is named in the second", "[ingest][lead_person]") {
  check_referents({
      {"the subject of both, with an age",
       "A a DT 2 det | nurse nurse NN 4 nsubjpass | was be VBD 4 auxpass | jailed jail VBN 0 ROOT | "
       "by by IN 4 agent | a a DT 7 det | judge judge NN 5 pobj | | "
       "Karen Karen NNP 2 compound B-PERSON | Holm Holm NNP 5 nsubj I-PERSON | , , , 2 punct | 44 44 CD 2 "
       "appos | "
       "left leave VBD 0 ROOT | | "
       "The the DT 2 det | nurse nurse NN 3 nsubj | wept weep VBD 0 ROOT",
       {{"nurse", "Karen Holm"}, {"nurse", "Karen Holm", 2}}},
      {"somebody else could be meant",
       "A a DT 2 det | man man NN 4 nsubjpass | was be VBD 4 auxpass | charged charge VBN 0 ROOT | "
       "after after IN 8 mark | a a DT 7 det | teenager teenager NN 8 nsubj | died die VBD 4 advcl | | "
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 5 nsubj I-PERSON | , , , 2 punct | 17 17 CD 2 "
       "appos | "
       "lived live VBD 0 ROOT | here here RB 5 advmod",
       {{"man", "man"}}},
      {"who was charged is not who died",
       "A a DT 2 det | man man NN 4 nsubjpass | was be VBD 4 auxpass | charged charge VBN 0 ROOT | "
       "with with IN 4 prep | murder murder NN 5 pobj | | "
       "Erik Erik NNP 2 compound B-PERSON | Dahl Dahl NNP 5 nsubj I-PERSON | , , , 2 punct | 51 51 CD 2 "
       "appos | "
       "died die VBD 0 ROOT | in in IN 5 prep | May May NNP 6 pobj B-DATE",
       {{"man", "man"}}},
      {"who holds an office is named too",
       "Norrland Norrland NNP 3 poss B-GPE | 's 's POS 1 case | minister minister NN 4 nsubj | resigned "
       "resign VBD 0 ROOT | | "
       "Karen Karen NNP 2 compound B-PERSON | Holm Holm NNP 5 nsubj I-PERSON | , , , 2 punct | 44 44 CD 2 "
       "appos | "
       "left leave VBD 0 ROOT",
       {{"minister", "Karen Holm"}}},
      {"who is introduced with the office holds it, without an age too",
       "The the DT 2 det | governor governor NN 5 nsubj | of of IN 2 prep | Norrland Norrland NNP 3 pobj "
       "B-GPE | "
       "resigned resign VBD 0 ROOT | | "
       "Gov. Gov. NNP 3 compound | Karen Karen NNP 3 compound B-PERSON | Holm Holm NNP 4 nsubj I-PERSON | "
       "wept weep VBD 0 ROOT | | "
       "The the DT 2 det | governor governor NN 3 nsubj | left leave VBD 0 ROOT",
       {{"governor", "Karen Holm"}, {"governor", "Karen Holm", 2}}},
      {"not with the office of another place",
       "The the DT 2 det | governor governor NN 5 nsubj | of of IN 2 prep | Norrland Norrland NNP 3 pobj "
       "B-GPE | "
       "resigned resign VBD 0 ROOT | | "
       "Texas Texas NNP 4 compound B-GPE | Gov. Gov. NNP 4 compound | Karen Karen NNP 4 compound B-PERSON | "
       "Holm Holm NNP 5 nsubj I-PERSON | wept weep VBD 0 ROOT",
       {{"governor", "governor of Norrland"}}},
      {"without an age nothing tells",
       "A a DT 2 det | nurse nurse NN 4 nsubjpass | was be VBD 4 auxpass | jailed jail VBN 0 ROOT | | "
       "Karen Karen NNP 2 compound B-PERSON | Holm Holm NNP 3 nsubj I-PERSON | left leave VBD 0 ROOT",
       {{"nurse", "nurse"}}},
  });
}
