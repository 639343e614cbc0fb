#include "tests/ingest/resolve/record_lines.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

Texts lines_with_modality(const std::string& rows) {
  const graph::ArticleRecord record = record_of(hand_built(rows));
  Texts lines;
  for (const graph::StatementRecord& s : record.statements)
    lines.push_back(record.entities[s.subject].name + " | " + s.predicate + " | " +
                    record.entities[s.object].name + " | " + s.modality);
  return lines;
}

}  // namespace

TEST_CASE("of two that are joined by `or` each is possible", "[ingest][alternatives]") {
  const auto met = [](const std::string& conjunction) {
    return lines_with_modality(
        "Norsk Norsk NNP 2 nsubj B-ORG | met meet VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | " + conjunction +
        " " + conjunction + " CC 3 cc | Ida Ida NNP 3 conj B-PERSON");
  };
  CHECK(holds(met("or"), "Norsk | met | Ana | possible"));
  CHECK(holds(met("or"), "Norsk | met | Ida | possible"));
  CHECK(holds(met("and"), "Norsk | met | Ana | asserted"));

  const auto bombed = [](const std::string& between) {
    return lines_with_modality(
        "Norsk Norsk NNP 5 nsubj B-ORG | , , , 1 punct | " + between +
        "Harvik Harvik NNP 1 conj B-ORG | bombed bomb VBD 0 ROOT | Oslo Oslo NNP 5 dobj B-GPE");
  };
  CHECK(holds(bombed("or or CC 1 cc | "), "Harvik | bombed | Oslo | possible"));

  const auto verbs = [](const std::string& conjunction) {
    return lines_with_modality("Norsk Norsk NNP 2 nsubj B-ORG | sold sell VBD 0 ROOT | " + conjunction + " " +
                               conjunction +
                               " CC 2 cc | lost lose VBD 2 conj | Harvik Harvik NNP 2 dobj B-ORG");
  };
  CHECK(holds(verbs("or"), "Norsk | sold | Harvik | possible"));
  CHECK(holds(verbs("and"), "Norsk | sold | Harvik | asserted"));
}

TEST_CASE("kinds, another name and what is denied are no alternatives", "[ingest][alternatives]") {
  const Texts kinds = lines_with_modality(
      "Norsk Norsk NNP 2 nsubj B-ORG | sells sell VBZ 0 ROOT | ships ship NNS 2 dobj | or or CC 3 cc | "
      "boats boat NNS 3 conj");
  CHECK(holds(kinds, "Norsk | sold | ships | asserted"));
  const Texts some = lines_with_modality(
      "pupils pupil NNS 2 nsubj | drew draw VBD 0 ROOT | or or CC 2 cc | painted paint VBD 2 conj | "
      "Oslo Oslo NNP 4 dobj B-GPE");
  CHECK(holds(some, "pupils | painted | Oslo | asserted"));
  const Texts denied = lines_with_modality(
      "Norsk Norsk NNP 4 nsubj B-ORG | did do VBD 4 aux | not not RB 4 neg | hire hire VB 0 ROOT | "
      "Ana Ana NNP 4 dobj B-PERSON | or or CC 5 cc | Ida Ida NNP 5 conj B-PERSON");
  CHECK(holds(denied, "Norsk | hired | Ana | asserted"));
  const Texts but = lines_with_modality(
      "Norsk Norsk NNP 2 nsubj B-ORG | met meet VBD 0 ROOT | Ana Ana NNP 2 dobj B-PERSON | and and CC 3 cc | "
      "Ida Ida NNP 3 conj B-PERSON | or or CC 5 cc | Ole Ole NNP 5 conj B-PERSON");
  CHECK(holds(but, "Norsk | met | Ana | asserted"));
  CHECK(holds(but, "Norsk | met | Ida | possible"));
  CHECK(holds(but, "Norsk | met | Ole | possible"));
}
