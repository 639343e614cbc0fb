// How much memory the model takes, and how much a thread keeps that reads with it. With the default model.
#include <malloc.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <thread>

#include "dossier/ingest/model.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DOSSIER_MEMORY_IS_COUNTED 0  // a sanitizer keeps more than the program
#else
#define DOSSIER_MEMORY_IS_COUNTED 1
#endif

namespace dossier::ingest {
namespace {

constexpr double kMegabyte = 1e6;

double resident_bytes() {
  ::malloc_trim(0);  // what was freed is not kept
  std::ifstream in("/proc/self/statm");
  long total = 0, resident = 0;
  in >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

// One sentence of 100,000 tokens, half of them words that occur once.
std::string long_sentence() {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "the Word" + std::to_string(i * 7919) + "ish ";
  return text;
}

}  // namespace

TEST_CASE("the model takes less than 150 MB, and a thread keeps less than 50 MB", "[ingest][model][slow]") {
  if (!DOSSIER_MEMORY_IS_COUNTED) return;
  const double before = resident_bytes();
  const auto model = LanguageModel::load(LanguageModel::default_file());
  INFO("no language model? it lies in ingest/nlp/models");
  REQUIRE(model.ok());
  const double loaded = resident_bytes();
  CHECK(loaded - before < 150 * kMegabyte);

  const std::string text = long_sentence();
  const std::string_view view = text;
  double of_all = resident_bytes();
  for (int threads = 1; threads <= 2; ++threads) {
    const auto read = [&] { (*model)->parse(std::span(&view, 1)); };
    std::thread other;
    if (threads == 2) other = std::thread(read);
    read();
    if (threads == 2) other.join();
    const double now = resident_bytes();
    INFO(threads << " threads; " << (now - of_all) / kMegabyte << " MB more");
    CHECK(now - of_all < 50 * kMegabyte);
    of_all = now;
  }
}

}  // namespace dossier::ingest
