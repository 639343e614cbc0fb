#include "ingest/extract/lexicon.h"

#include <catch2/catch.hpp>

using namespace dossier::ingest;

TEST_CASE("verbs have their simple past", "[ingest][lexicon]") {
  const auto [lemma, past] = GENERATE(table<std::string, std::string>(
      {{"buy", "bought"},        {"stop", "stopped"},  {"agree", "agreed"},   {"deny", "denied"},
       {"visit", "visited"},     {"be", "was"},        {"begin", "began"},    {"take", "took"},
       {"meet", "met"},          {"set", "set"},       {"refer", "referred"}, {"offer", "offered"},
       {"win", "won"},           {"hold", "held"},     {"drive", "drove"},    {"see", "saw"},
       {"draw", "drew"},         {"give", "gave"},     {"speak", "spoke"},    {"tell", "told"},
       {"rise", "rose"},         {"show", "showed"},   {"prove", "proved"},   {"work", "worked"},
       {"address", "addressed"}, {"learn", "learned"}, {"deal", "dealt"},     {"run", "ran"},
       {"fall", "fell"},         {"play", "played"}}));
  CHECK(past_of(lemma) == past);
}

TEST_CASE("a march is no month", "[ingest][lexicon]") {
  CHECK(noun_mostly_means("march", NounKind::kAct));
  CHECK(noun_mostly_means("week", NounKind::kTime));
}

TEST_CASE("event nouns lead to their verb", "[ingest][lexicon]") {
  const auto [noun, verb] = GENERATE(table<std::string, std::string>({{"call", "call"},
                                                                      {"arrest", "arrest"},
                                                                      {"expiry", "expire"},
                                                                      {"proposal", "propose"},
                                                                      {"termination", "terminate"},
                                                                      {"visit", "visit"},
                                                                      {"decision", "decide"},
                                                                      {"purchase", "purchase"},
                                                                      {"table", ""},
                                                                      {"city", ""}}));
  CHECK(event_verb_of(noun) == verb);
}

TEST_CASE("verbs belong to the classes of grammar that the resource gives them", "[ingest][lexicon]") {
  CHECK(verb_is("urge", VerbClass::kDemand));
  CHECK(verb_is("plan", VerbClass::kPlan));
  CHECK(verb_is("deny", VerbClass::kDeny));
  CHECK_FALSE(verb_is("visit", VerbClass::kPlan));
  CHECK(verb_means("announce", VerbKind::kCommunication));
  CHECK_FALSE(verb_means("sit", VerbKind::kCommunication));
  CHECK(noun_means("president", NounKind::kPerson));
}

TEST_CASE("a body is a group however WordNet files it", "[ingest][lexicon]") {
  CHECK(noun_means("airline", NounKind::kGroup));
  CHECK(noun_means("company", NounKind::kGroup));
  CHECK_FALSE(noun_means("aircraft", NounKind::kGroup));
}

TEST_CASE("adjectives have opposites, either way round", "[ingest][extract][lexicon]") {
  CHECK(opposes("inner", "outer"));
  CHECK(opposes("old", "new"));
  CHECK(!opposes("inner", "old"));
  CHECK(!opposes("inner", "inner"));
}
