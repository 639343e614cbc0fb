#include "query/executor/temporal/zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>

#include "query/executor/temporal/calendar.h"

namespace dossier::query::temporal {
namespace {

constexpr std::int32_t kMaxOffset = 18 * 3600;

/// The zones in use, made once each; ICU's objects may be read by many threads.
const icu::TimeZone* find_zone(const std::string& name) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<icu::TimeZone>, std::less<>> zones;
  const std::lock_guard lock(mutex);
  if (const auto at = zones.find(name); at != zones.end()) return at->second.get();
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (*zone == icu::TimeZone::getUnknown()) return nullptr;
  return zones.emplace(name, std::move(zone)).first->second.get();
}

// ICU counts milliseconds in a double and years in 32 bits. The calendar repeats every 400 years, weekdays included, so
// a far future has the rules of a nearer one; the far past has the offset before any rule.
std::int64_t within_reach(std::int64_t utc_seconds) {
  constexpr std::int64_t kCycle = 146'097 * kSecondsPerDay;
  constexpr std::int64_t kEarliest = -10 * kCycle, kLatest = 10 * kCycle;
  if (utc_seconds < kEarliest) return kEarliest;
  if (utc_seconds > kLatest) return kLatest - kCycle + (utc_seconds - kLatest) % kCycle;
  return utc_seconds;
}

std::int32_t digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// The digits of an offset without its colons, if these stand where they should.
std::optional<std::string> offset_digits(std::string_view text) {
  std::string result;
  const bool colons = text.find(':') != std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (colons && i % 3 == 2) {
      if (text[i] != ':') return std::nullopt;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    result += text[i];
  }
  if (result.size() != 2 && result.size() != 4 && result.size() != 6) return std::nullopt;
  return result;
}

}  // namespace

std::optional<std::int32_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::optional<std::string> all = offset_digits(text.substr(1));
  if (!all) return std::nullopt;
  const std::int32_t minutes = all->size() >= 4 ? digits(*all, 2) : 0;
  const std::int32_t seconds = all->size() == 6 ? digits(*all, 4) : 0;
  const std::int32_t offset = digits(*all, 0) * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || offset > kMaxOffset) return std::nullopt;
  return text[0] == '-' ? -offset : offset;
}

std::optional<Zone> parse_zone(std::string_view text) {
  if (const auto offset = parse_offset(text)) return Zone{"", *offset};
  std::string name(text);
  for (char& c : name) c = c == ' ' ? '_' : c;
  if (name.empty() || find_zone(name) == nullptr) return std::nullopt;
  return Zone{std::move(name), 0};
}

std::int32_t offset_at(const Zone& zone, std::int64_t utc_seconds) {
  if (zone.name.empty()) return zone.offset;
  const icu::TimeZone* found = find_zone(zone.name);
  if (found == nullptr) return zone.offset;
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t standard = 0, daylight = 0;
  found->getOffset(static_cast<UDate>(within_reach(utc_seconds)) * 1000.0, false, standard, daylight, error);
  return (standard + daylight) / 1000;
}

bool daylight_at(const Zone& zone, std::int64_t utc_seconds) {
  const icu::TimeZone* const rules = zone.name.empty() ? nullptr : find_zone(zone.name);
  if (rules == nullptr) return false;
  std::int32_t standard = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules->getOffset(static_cast<double>(within_reach(utc_seconds)) * 1000, 0, standard, saving, status);
  return U_SUCCESS(status) && saving != 0;
}

std::int32_t offset_at_local(const Zone& zone, std::int64_t local_seconds) {
  if (zone.name.empty()) return zone.offset;
  const std::int32_t before = offset_at(zone, local_seconds - kSecondsPerDay);
  if (offset_at(zone, local_seconds - before) == before) return before;
  const std::int32_t after = offset_at(zone, local_seconds + kSecondsPerDay);
  if (offset_at(zone, local_seconds - after) == after) return after;
  return before;
}

}  // namespace dossier::query::temporal
