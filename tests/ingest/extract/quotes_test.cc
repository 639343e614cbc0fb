#include "ingest/extract/quotes.h"

#include <catch2/catch.hpp>

#include "tests/ingest/extract/statement_text.h"

using namespace dossier::ingest;

TEST_CASE("what is quoted has the speaker whom the text around it names", "[ingest][quotes]") {
  check_standings({
      {"the sentences of one quotation have the speaker named at its end",
       "\" \" `` 3 punct | Troops troop NNS 3 nsubj | fired fire VBD 0 ROOT | shells shell NNS 3 dobj | "
       ". . . 3 punct | | "
       "They they PRP 2 nsubj | hit hit VBD 7 ccomp | posts post NNS 2 dobj | \" \" '' 7 punct | "
       ", , , 7 punct | KCNA KCNA NNP 7 nsubj B-ORG | said say VBD 0 ROOT | . . . 7 punct",
       {{.what = "fired", .claimant = "KCNA"}, {.what = "hit", .claimant = "KCNA"}}},
      {"a quotation right after a speech in the same paragraph goes on with its speaker",
       "He he PRP 2 nsubj | spoke speak VBD 0 ROOT | . . . 2 punct | | "
       "\" \" `` 3 punct | Troops troop NNS 3 nsubj | left leave VBD 0 ROOT | . . . 3 punct | "
       "\" \" '' 3 punct | | "
       "Troops troop NNS 2 nsubj | came come VBD 0 ROOT | . . . 2 punct",
       {{.what = "left", .claimant = "He"}, {.what = "came", .claimant = "nobody"}}},
      {"of several in a sentence who says so goes on, not who pays or answers",
       "Clerks clerk NNS 2 nsubj | say say VBP 0 ROOT | guests guest NNS 4 nsubj | pay pay VBP 2 ccomp | "
       "and and CC 4 cc | guides guide NNS 7 nsubj | answer answer VBP 4 conj | . . . 2 punct | | "
       "\" \" `` 3 punct | Troops troop NNS 3 nsubj | left leave VBD 0 ROOT | . . . 3 punct | "
       "\" \" '' 3 punct",
       {{.what = "left", .claimant = "Clerks"}}},
      {"a thing speaks for nobody",
       "Ida Ida NNP 2 nsubj B-PERSON | wrote write VBD 0 ROOT | what what WP 6 dobj | a a DT 5 det | "
       "change change NN 6 nsubj | represented represent VBD 2 ccomp | . . . 2 punct | | "
       "\" \" `` 3 punct | Troops troop NNS 3 nsubj | left leave VBD 0 ROOT | . . . 3 punct | "
       "\" \" '' 3 punct",
       {{.what = "left", .claimant = "Ida"}}},
      {"a quotation of whole sentences is said by the person told of before it",
       "Ana Ana NNP 2 nsubj B-PERSON | sells sell VBZ 0 ROOT | drones drone NNS 2 dobj | . . . 2 punct | | "
       "\" \" `` 3 punct | Drones drone NNS 3 nsubj | filmed film VBD 0 ROOT | roofs roof NNS 3 dobj | "
       ". . . 3 punct | \" \" '' 3 punct",
       {{.what = "filmed", .claimant = "Ana"}}},
      {"what nobody is found to say is reported",
       "Posters poster NNS 2 nsubj | were be VBD 0 ROOT | plain plain JJ 2 acomp | . . . 2 punct | | "
       "\" \" `` 3 punct | Drones drone NNS 3 nsubj | filmed film VBD 0 ROOT | roofs roof NNS 3 dobj | "
       ". . . 3 punct | \" \" '' 3 punct",
       {{.what = "filmed", .modality = Modality::kReported, .claimant = "nobody"}}},
      {"who does something before a quotation of his sentence says it",
       "Ida Ida NNP 2 nsubj B-PERSON | said say VBD 0 ROOT | so so RB 2 advmod | . . . 2 punct | | "
       "Ana Ana NNP 2 nsubj B-PERSON | reacted react VBD 0 ROOT | : : : 2 punct | \" \" `` 6 punct | "
       "Drones drone NNS 6 nsubj | filmed film VBD 2 ccomp | roofs roof NNS 6 dobj | . . . 2 punct | "
       "\" \" '' 2 punct",
       {{.what = "filmed", .claimant = "Ana"}}},
      {"words quoted within a sentence are not said by who spoke before",
       "Ana Ana NNP 2 nsubj B-PERSON | criticised criticise VBD 0 ROOT | it it PRP 2 dobj | "
       ". . . 2 punct | | "
       "Guards guard NNS 2 nsubj | held hold VBD 0 ROOT | eight eight CD 4 nummod | men man NNS 2 dobj | "
       "for for IN 2 prep | \" \" `` 7 punct | spreading spread VBG 5 pcomp | rumours rumour NNS 7 dobj | "
       "\" \" '' 7 punct | . . . 2 punct",
       {{.what = "spread", .claimant = "nobody"}}},
      {"nobody whom a quotation names says what stands beside it",
       "Ana Ana NNP 2 nsubj B-PERSON | filmed film VBD 8 ccomp | it it PRP 2 dobj | : : : 8 punct | "
       "\" \" `` 8 punct | The the DT 7 det | mayor mayor NN 8 nsubj | said say VBD 0 ROOT | "
       "it it PRP 10 nsubj | sank sink VBD 8 ccomp | in in IN 10 prep | a a DT 13 det | "
       "storm storm NN 11 pobj | . . . 8 punct | \" \" '' 8 punct",
       {{.what = "filmed", .claimant = "nobody"}}},
      {"who issues a statement says what it quotes",
       "Norsk Norsk NNP 2 nsubj B-ORG | issued issue VBD 0 ROOT | a a DT 4 det | statement statement NN 2 "
       "dobj | "
       ": : : 2 punct | \" \" `` 8 punct | Ships ship NNS 8 nsubj | sank sink VBD 2 ccomp | off off IN 8 "
       "prep | "
       "Oslo Oslo NNP 9 pobj B-GPE | . . . 2 punct | \" \" '' 2 punct",
       {{.what = "sank", .claimant = "Norsk"}}},
      {"what a statement read, read as a noun, it says",
       "The the DT 2 det | statement statement NN 9 dep | by by IN 2 prep | Norsk Norsk NNP 5 compound B-ORG "
       "| "
       "read read NN 3 pobj | : : : 9 punct | \" \" `` 9 punct | Ships ship NNS 9 nsubj | sank sink VBD 0 "
       "ROOT | "
       "off off IN 9 prep | Oslo Oslo NNP 10 pobj B-GPE | . . . 9 punct | \" \" '' 9 punct",
       {{.what = "sank", .claimant = "Norsk"}}},
  });
}
