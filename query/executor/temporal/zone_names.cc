#include "query/executor/temporal/zone_names.h"

#include <unicode/locid.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

namespace dossier::query::temporal {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  if (!text.isBogus()) text.toUTF8String(out);
  return out;
}

icu::UnicodeString id_of(const Zone& zone) { return icu::UnicodeString::fromUTF8(zone.name); }

/// The name in the first kind of English that has one: CLDR gives abbreviations only where they are at home.
std::string find_name(const Zone& zone, UTimeZoneNameType type, std::int64_t utc_seconds) {
  constexpr std::array kLocales = {"en_US", "en_GB", "en_AU"};
  for (const char* locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> names(
        icu::TimeZoneNames::createInstance(icu::Locale(locale), status));
    if (U_FAILURE(status) || names == nullptr) continue;
    icu::UnicodeString name;
    names->getDisplayName(id_of(zone), type, static_cast<double>(utc_seconds) * 1000, name);
    if (std::string text = utf8(name); !text.empty()) return text;
  }
  return {};
}

/// "London Time"
std::string place_name(const Zone& zone) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(icu::Locale("en_US"), status));
  if (U_FAILURE(status) || names == nullptr) return {};
  icu::UnicodeString place;
  const std::string text = utf8(names->getExemplarLocationName(id_of(zone), place));
  return text.empty() ? text : text + " Time";
}

}  // namespace

std::string name_of(const Zone& zone, ZoneName kind, std::int64_t utc_seconds) {
  if (zone.name.empty()) return {};
  const bool summer = daylight_at(zone, utc_seconds);
  switch (kind) {
    case ZoneName::kShort:
      return find_name(zone, summer ? UTZNM_SHORT_DAYLIGHT : UTZNM_SHORT_STANDARD, utc_seconds);
    case ZoneName::kLong:
      return find_name(zone, summer ? UTZNM_LONG_DAYLIGHT : UTZNM_LONG_STANDARD, utc_seconds);
    case ZoneName::kShortGeneric: {
      const std::string name = find_name(zone, UTZNM_SHORT_GENERIC, utc_seconds);
      return name.empty() ? find_name(zone, UTZNM_SHORT_STANDARD, utc_seconds) : name;
    }
    case ZoneName::kLongGeneric: {
      const std::string name = find_name(zone, UTZNM_LONG_GENERIC, utc_seconds);
      return name.empty() ? place_name(zone) : name;
    }
  }
  return {};
}

}  // namespace dossier::query::temporal
