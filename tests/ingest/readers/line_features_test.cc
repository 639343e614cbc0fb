#include "ingest/readers/line_features.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

TEST_CASE("features count words, capitals and sentence ends", "[readers][line_features]") {
  const LineFeatures sentence = features_of("The café closed. Nobody “knew why.”");
  CHECK(sentence.words == 6);
  CHECK(sentence.capitalised == 2);
  CHECK(sentence.ends_sentence);
  CHECK(sentence.has_inner_end);
  const LineFeatures heading = features_of("A NEW HARBOUR");
  CHECK(heading.all_caps);
  CHECK_FALSE(heading.ends_sentence);
  CHECK(features_of("scroll down").starts_lower);
}

TEST_CASE("debris has nothing to read", "[readers][line_features]") {
  const std::string line = GENERATE(as<std::string>(), "![]() |", "* * *", "----", "harbour_2024-final.JPG",
                                    "https://news.example/a?b=c", "![a boat](boat.png)", "|", "12 | 34");
  CAPTURE(line);
  CHECK(is_debris(line));
}

TEST_CASE("text with letters of its own is no debris", "[readers][line_features]") {
  const std::string line =
      GENERATE(as<std::string>(), "See photo.jpg for the boat", "The mayor resigned.", "Harbour");
  CAPTURE(line);
  CHECK_FALSE(is_debris(line));
}

TEST_CASE("a credit makes a caption", "[readers][line_features]") {
  const std::string line = GENERATE(
      as<std::string>(), "The new harbour at night. PHOTO: AFP", "Workers at the quay. *Photo: Jane Roe*",
      "Photo: Reuters", "The bridge in 2019. Image: Jane Roe.", "Fans cheer on Sunday. (AP Photo/Jane Roe)",
      "The minister on Friday. REUTERS/Jane Roe", "A worker walks past the mill. REUTERS/Jane Roe/File Photo",
      "Photo: A worker walks past the mill in Oslo, where 900 people lose their jobs.",
      "A ship leaves port. Photograph: Jane Roe/The Paper",
      "A file photo of the dam (Photo by Jane Roe/Getty Images)", "Illustration by Jane Roe",
      "Image caption, The mayor greeted supporters on Sunday",
      "A crane at the new harbour. Credit...Jane Roe for The Paper");
  CAPTURE(line);
  CHECK(has_credit(line));
}

TEST_CASE("a sentence about pictures is no caption", "[readers][line_features]") {
  const std::string line = GENERATE(
      as<std::string>(), "She sent the photo to Reuters on Monday, and the agency published it the same day.",
      "The video shows the minister leaving.", "He said the image of the party had suffered.",
      "The picture is clear: prices rise, wages fall, and nobody at the ministry has said what it will do "
      "about it.");
  CAPTURE(line);
  CHECK_FALSE(has_credit(line));
}

TEST_CASE("bylines are told from sentences", "[readers][line_features]") {
  const auto [line, expected] = GENERATE(table<std::string, bool>({
      {"By Jane Roe", true},
      {"By Jane Roe and John de la Cruz", true},
      {"BY JANE ROE, The Paper", true},
      {"(Reporting by Jane Roe in Oslo; editing by John Doe)", true},
      {"Reporting by Jane Roe; Editing by John Doe", true},
      {"Jane Roe (According to AFP, Reuters)", true},
      {"Jane Roe in Oslo and AP writer John Doe contributed to this report.", true},
      {"Jane Roe contributed to this campaign.", false},
      {"By Monday the water had gone down.", false},
      {"By then, nobody cared.", false},
      {"Jane Roe resigned (she was 61)", false},
  }));
  CAPTURE(line);
  CHECK(is_byline(line) == expected);
}

TEST_CASE("a dateline ends with its dash", "[readers][line_features]") {
  const auto [line, mark] = GENERATE(table<std::string, std::string>({
      {"OSLO – The harbour opened.", "OSLO – "},
      {"NEW YORK (AP) — The harbour opened.", "NEW YORK (AP) — "},
      {"Oslo, Norway — The harbour opened.", "Oslo, Norway — "},
      {"WASHINGTON, March 3 (Reuters) - The harbour opened.", "WASHINGTON, March 3 (Reuters) - "},
      {"(AFP) - The harbour opened.", "(AFP) - "},
      {"The harbour – long closed – opened.", ""},
      {"Ships – big ones – came.", ""},
      {"The harbour opened.", ""},
  }));
  CAPTURE(line);
  CHECK(line.substr(0, dateline_length(line)) == mark);
}

TEST_CASE("list marks and set-apart quotations are recognised", "[readers][line_features]") {
  CHECK(list_mark_length("• boats") == std::string("• ").size());
  CHECK(list_mark_length("3) boats") == 3);
  CHECK(list_mark_length("2019 was dry") == 0);
  CHECK(list_mark_length("-5 degrees") == 0);
  CHECK(is_pull_quote("\"It is a long way home.\" - Jane Roe"));
  CHECK_FALSE(is_pull_quote("\"It is a long way home,\" she said."));
}
