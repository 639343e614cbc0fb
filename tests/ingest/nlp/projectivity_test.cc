#include "ingest/nlp/projectivity.h"

#include <catch2/catch.hpp>

namespace dossier::ingest::nlp {
namespace {

// "A hearing is scheduled on the issue today" (Nivre and Nilsson): on belongs to hearing, lifted to
// scheduled.
Tree hearing() {
  Tree tree;
  tree.heads = {1, 3, 3, 3, 3, 6, 4, 3};
  tree.deprels = {Deprel::kDet,  Deprel::kNsubjpass, Deprel::kAuxpass, Deprel::kRoot,
                  Deprel::kPrep, Deprel::kDet,       Deprel::kPobj,    Deprel::kNpadvmod};
  tree.lifted.assign(8, 0);
  tree.lifted_from.assign(8, Deprel::kOther);
  tree.lifted[4] = 1;
  tree.lifted_from[4] = Deprel::kNsubjpass;
  return tree;
}

}  // namespace

TEST_CASE("a lifted arc goes back to the first token below that has the label", "[ingest][projectivity]") {
  Tree tree = hearing();
  put_back_lifted(std::vector<std::uint8_t>(8, 0), tree);
  CHECK(tree.heads == std::vector<std::uint32_t>{1, 3, 3, 3, 1, 6, 4, 3});
  CHECK(tree.lifted[4] == 0);
  CHECK(tree.deprels[4] == Deprel::kPrep);
}

TEST_CASE("a lifted arc stays where nothing below has the label", "[ingest][projectivity]") {
  Tree tree = hearing();
  tree.lifted_from[4] = Deprel::kDobj;
  put_back_lifted(std::vector<std::uint8_t>(8, 0), tree);
  CHECK(tree.heads[4] == 3);
  CHECK(tree.lifted[4] == 0);
}

TEST_CASE("the search passes over white space, itself, and arcs that are lifted themselves",
          "[ingest][projectivity]") {
  Tree tree = hearing();
  std::vector<std::uint8_t> is_space(8, 0);
  SECTION("white space") { is_space[1] = 1; }
  SECTION("lifted") {
    tree.lifted[1] = 1;
    tree.lifted_from[1] = Deprel::kXcomp;
    tree.lifted[4] = 0;
    tree.lifted[7] = 1;
    tree.lifted_from[7] = Deprel::kNsubjpass;
    put_back_lifted(is_space, tree);
    CHECK(tree.heads[7] == 1);  // token 1 was put back first, and carries its plain label by then
    return;
  }
  SECTION("itself") { tree.deprels[1] = Deprel::kNsubj, tree.deprels[4] = Deprel::kNsubjpass; }
  put_back_lifted(is_space, tree);
  CHECK(tree.heads[4] == 3);
}

TEST_CASE("a sentence starts at the left edge of a root", "[ingest][projectivity]") {
  CHECK(sentence_starts({1, 1, 1, 4, 4}) == std::vector<std::uint8_t>{1, 0, 0, 1, 0});
  CHECK(sentence_starts({0, 1, 2}) == std::vector<std::uint8_t>{1, 1, 1});
  CHECK(sentence_starts({}).empty());
}

TEST_CASE("edges reach through chains in either direction", "[ingest][projectivity]") {
  const Edges edges = edges_of({1, 2, 3, 3, 3, 4, 5});
  CHECK(edges.left[3] == 0);
  CHECK(edges.right[3] == 6);
  CHECK(edges.left[2] == 0);
  CHECK(edges.right[4] == 6);
}

}  // namespace dossier::ingest::nlp
