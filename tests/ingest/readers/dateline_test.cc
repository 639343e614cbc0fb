#include "ingest/readers/dateline.h"

#include <catch2/catch.hpp>

#include "ingest/readers/block_classifier.h"
#include "ingest/readers/plain_text.h"

using namespace dossier::ingest;

TEST_CASE("an article's words count from its dateline, where that is of the same week",
          "[readers][dateline]") {
  const auto day = [](const std::string& published, const std::string& line) {
    Article article =
        read_plain_text("City opens harbour after nine years\n\n" + line +
                        "\n\nThe city opened its new harbour yesterday, ending nine years of work.\n\n"
                        "Ships may use it from May, the mayor said.\n");
    article.date = published;
    return dateline_day(article);
  };
  CHECK(day("2021-03-02", "Wednesday, March 3, 2021") == "2021-03-03");
  CHECK(day("2021-03-03", "Wednesday, March 3, 2021") == "2021-03-03");
  CHECK(day("2021-03-02", "Last updated March 5, 2021") == "2021-03-02");
  CHECK(day("2021-03-02", "March 3, 2019") == "2021-03-02");
  CHECK(day("2021-03", "March 3, 2021") == "2021-03");
  CHECK(day("2021-03-02", "Jane Roe") == "2021-03-02");
}
