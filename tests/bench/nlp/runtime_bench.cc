// How fast the language runtime reads, and what share of the machine's arithmetic that is.
//
//     dossier_nlp_bench MODEL TEXTS.jsonl [SECONDS]
//
// Prints one JSON object. Rates are per second of processor time of one thread, which other load disturbs
// least; where processors share a core, it still does. beside_spacy.py runs it next to spaCy.
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>

#include "dossier/ingest/model.h"
#include "ingest/nlp/kernels.h"

namespace {

thread_local std::size_t allocations = 0;

}  // namespace

// All of them on malloc and free; the compiler would warn of the mixture where it sees only half.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(std::size_t size) {
  ++allocations;
  if (void* made = std::malloc(size)) return made;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  ++allocations;
  const auto step = static_cast<std::size_t>(alignment);
  if (void* made = std::aligned_alloc(step, (size + step - 1) / step * step)) return made;
  throw std::bad_alloc();
}
void operator delete(void* made) noexcept { std::free(made); }
void operator delete(void* made, std::size_t) noexcept { std::free(made); }
void operator delete(void* made, std::align_val_t) noexcept { std::free(made); }
void operator delete(void* made, std::size_t, std::align_val_t) noexcept { std::free(made); }

namespace {

using dossier::ingest::LanguageModel;
namespace nlp = dossier::ingest::nlp;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Work per processor second of `run`, which returns the work it did, over at least `seconds`; the best of
// three parts.
double best_rate(double seconds, const std::function<double()>& run) {
  double best = 0;
  for (int part = 0; part < 3; ++part) {
    double work = 0;
    const double begin = processor_seconds();
    double spent = 0;
    do {
      work += run();
      spent = processor_seconds() - begin;
    } while (spent < seconds / 3);
    best = std::max(best, work / spent);
  }
  return best;
}

// The encoder's layer, 288 inputs to 96 outputs of three pieces, over rows that stay in the second-level
// cache.
double fused_kernel_gigaflops(double seconds) {
  constexpr std::size_t kInputs = 288, kOutputs = 96, kRows = 300;
  const std::vector<float> weights(kOutputs * 3 * kInputs, 0.01F), bias(kOutputs * 3, 0.1F),
      norm(kOutputs, 1.0F);
  const nlp::MaxoutLayer layer = nlp::make_maxout_layer(kInputs, kOutputs, weights, bias, norm, norm);
  nlp::AlignedFloats in((kRows + 2) * kOutputs), out(kRows * kOutputs);
  const double operations = 2.0 * kInputs * kOutputs * 3 * kRows * 10;
  return 1e-9 * best_rate(seconds, [&] {
           for (int i = 0; i < 10; ++i)
             nlp::apply_maxout(layer, in.data(), kOutputs, kRows, in.data() + kOutputs, out.data());
           return operations;
         });
}

std::vector<std::string> texts_of(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));
  return texts;
}

double resident_megabytes() {
  std::ifstream in("/proc/self/statm");
  long total = 0, resident = 0;
  in >> total >> resident;
  return static_cast<double>(resident) * 4096 / 1e6;
}

int run(const char* path, const char* texts_path, double seconds) {
  const std::vector<std::string> texts = texts_of(texts_path);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const double before = resident_megabytes();
  const auto begin = std::chrono::steady_clock::now();
  const double begin_processor = processor_seconds();
  const auto model = LanguageModel::load(path);
  if (!model.ok()) {
    std::cerr << model.status().message() << '\n';
    return 1;
  }
  const double model_megabytes = resident_megabytes() - before;
  constexpr std::string_view kFirst = "The first sentence starts everything up.";
  (*model)->parse(std::span(&kFirst, 1));
  const std::chrono::duration<double> start_up = std::chrono::steady_clock::now() - begin;
  const double start_up_processor = processor_seconds() - begin_processor;
  const double tokens_per_second = best_rate(seconds, [&] {
    double tokens = 0;
    for (const auto& document : (*model)->parse(views)) tokens += static_cast<double>(document.tokens.size());
    return tokens;
  });
  const std::size_t before_last = allocations;
  (*model)->parse(views);
  const double allocations_per_text =
      static_cast<double>(allocations - before_last) / static_cast<double>(views.size());
  const nlohmann::json result = {{"model", (*model)->name()},
                                 {"instruction_set", nlp::instruction_set()},
                                 {"start_up_seconds", start_up.count()},
                                 {"start_up_processor_seconds", start_up_processor},
                                 {"model_megabytes", model_megabytes},
                                 {"resident_megabytes", resident_megabytes()},
                                 {"allocations_per_text", allocations_per_text},
                                 {"tokens_per_second", tokens_per_second},
                                 {"fused_kernel_gigaflops", fused_kernel_gigaflops(seconds)}};
  std::cout << result.dump(1) << '\n';
  return 0;
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    std::cerr << "usage: dossier_nlp_bench MODEL TEXTS.jsonl [SECONDS]\n";
    return 2;
  }
  return run(values[1], values[2], count > 3 ? std::stod(values[3]) : 3.0);
}
