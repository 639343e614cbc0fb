#include "ingest/extract/turn_labels.h"

#include <catch2/catch.hpp>
#include <string>

using namespace dossier::ingest;

namespace {

/// The names of the labels of a text whose lines are its paragraphs, those that ask with a question mark.
std::string labels_of(std::string_view text) {
  std::vector<Span> paragraphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
  }
  std::string names;
  for (const TurnLabel& label : find_turn_labels(text, paragraphs)) {
    if (!names.empty()) names += ' ';
    names += text.substr(label.name.begin, label.name.end - label.name.begin);
    if (label.asks) names += '?';
  }
  return names;
}

}  // namespace

TEST_CASE("who speaks stands in brackets or before a colon, in full and then by initials",
          "[ingest][turns]") {
  CHECK(labels_of("((NW)) What do you want?\n((Ana Roe)) : I want out.\n((NW)) Why?\n((Ana Roe)) We lost.") ==
        "NW? Ana Roe NW? Ana Roe");
  CHECK(labels_of("Norpress: Where were you?\nAna Roe: I was there.\nNorpress: Why?\nAR: I had to.") ==
        "Norpress? Ana Roe Norpress? AR");
  CHECK(labels_of("HOLM: Where were you?\nAna Roe: I was there.\nHOLM: Why?\nRoe: I had to.") ==
        "HOLM? Ana Roe HOLM? Roe");
  CHECK(labels_of("Q: Where were you?\nA: I was there.\nQ. And then?\nA. I left.") == "Q? A Q? A");
}

TEST_CASE("initials that lost their colon are labels where others ask", "[ingest][turns]") {
  CHECK(
      labels_of(
          "((NW)) Why?\nAna Roe I was there.\n((NW)) Who else?\nAR No one.\n((NW)) Why?\nAR We do not know.\n"
          "((NW)) How?\nAR By bus.") == "NW? Ana Roe NW? AR NW? AR NW? AR");
  CHECK(labels_of("AR No one.\nAR We do not know.\nAR By bus.\nAR We left.").empty());
}

TEST_CASE("lists and captions are no talk", "[ingest][turns]") {
  CHECK(labels_of("Where: Oslo.\nWhen: May.\nWhere: Bergen.\nWhen: June.").empty());
  CHECK(labels_of("Image: Ana Roe.\nImage: Ida Lind.\nImage: Ana Roe.\nImage: Ida Lind.").empty());
  CHECK(labels_of("One thing is clear: we left.\nOne thing is clear: I stayed.").empty());
}

TEST_CASE("letters stand for a name of as many words, or for its capitals", "[ingest][turns]") {
  CHECK(abbreviates("AR", "Ana Roe"));
  CHECK(abbreviates("NP", "Norpress"));
  CHECK(!abbreviates("AR", "Ana van Roe"));
  CHECK(!abbreviates("PN", "Norpress"));
}
