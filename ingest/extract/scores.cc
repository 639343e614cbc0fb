#include "ingest/extract/scores.h"

#include <algorithm>
#include <iterator>

namespace dossier::ingest {
namespace {

constexpr std::string_view kDashes[] = {"-", "\u2013", "\u2014"};

bool is_points(std::string_view word) {
  return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == word.npos;
}

}  // namespace

bool is_score_dash(std::string_view word) {
  return std::find(std::begin(kDashes), std::end(kDashes), word) != std::end(kDashes);
}

std::uint32_t score_length(std::string_view first, std::string_view second, std::string_view third) {
  for (const std::string_view dash : kDashes) {
    const std::size_t at = first.find(dash);
    if (at != first.npos && is_points(first.substr(0, at)) && is_points(first.substr(at + dash.size())))
      return 1;
  }
  return is_points(first) && is_score_dash(second) && is_points(third) ? 3 : 0;
}

}  // namespace dossier::ingest
