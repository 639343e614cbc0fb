// Temporal constructors and their like; the work is done in temporal/.
#include <array>
#include <utility>

#include "dossier/status_macros.h"
#include "query/executor/functions/function.h"
#include "query/executor/functions/text.h"
#include "query/executor/temporal/between.h"
#include "query/executor/temporal/construct.h"
#include "query/executor/temporal/parse.h"
#include "query/executor/temporal/pattern.h"

namespace dossier::query {
namespace {

using graph::Value;
using graph::ValueType;
using temporal::Measure;

template <typename T>
Result<Value> placed(Result<T> result, const Call& call) {
  if (!result.ok()) return with_place(result.status(), call.span);
  return Value(*std::move(result));
}

/// date(), date('2015-07-21'), date({year: 2015}), date(other)
template <ValueType type>
Result<Value> create(const Call& call) {
  if (call.size() == 0) return placed(temporal::instant_at(type, call.context.clock, {}), call);
  const Value& argument = call[0];
  if (argument.is_string()) return placed(temporal::parse_instant(type, argument.as_string()), call);
  if (argument.is_map()) return placed(temporal::construct(type, argument.as_map(), call.context), call);
  if (argument.is_temporal()) return placed(temporal::convert(type, argument), call);
  return wrong_type(call, "a string, a map or a temporal value", argument);
}

/// The current instant, in a time zone if one is named.
Result<Value> instant_in(ValueType type, const StatementClock& clock, const Call& call) {
  temporal::Zone zone;
  if (call.size() > 0) {
    if (!call[0].is_string()) return wrong_type(call, "a time zone", call[0]);
    const auto named = temporal::parse_zone(call[0].as_string());
    if (!named) {
      return runtime_error("ArgumentError", "InvalidArgumentValue", call.span,
                           "there is no time zone '" + call[0].as_string() +
                               "', expected one such as 'Europe/Paris' or '+02:00'");
    }
    zone = *named;
  }
  return placed(temporal::instant_at(type, clock, zone), call);
}

template <ValueType type>
Result<Value> of_statement(const Call& call) {
  return instant_in(type, call.context.clock, call);
}

template <ValueType type>
Result<Value> of_real_time(const Call& call) {
  return instant_in(type, StatementClock::now(), call);
}

/// date.truncate(unit, other = now, components = {})
template <ValueType type>
Result<Value> truncate(const Call& call) {
  if (!call[0].is_string()) return wrong_type(call, "a unit", call[0]);
  Value other;
  if (call.size() > 1) {
    other = call[1];
  } else {
    DOSSIER_ASSIGN_OR_RETURN(other, temporal::instant_at(ValueType::kDateTime, call.context.clock, {}));
  }
  if (!other.is_temporal()) return wrong_type(call, "a temporal instant", other);
  if (call.size() > 2 && !call[2].is_map()) return wrong_type(call, "a map of components", call[2]);
  return placed(
      temporal::truncate(type, call[0].as_string(), other, call.size() > 2 ? call[2].as_map() : graph::Map{}),
      call);
}

Result<Value> duration(const Call& call) {
  if (call[0].is_string()) return placed(temporal::parse_duration(call[0].as_string()), call);
  if (call[0].is_map()) return placed(temporal::construct_duration(call[0].as_map()), call);
  if (call[0].is_duration()) return call[0];
  return wrong_type(call, "a string or a map", call[0]);
}

template <Measure measure>
Result<Value> between(const Call& call) {
  for (const Value& argument : call.arguments) {
    if (!argument.is_temporal()) return wrong_type(call, "temporal instants", argument);
  }
  return placed(temporal::between(measure, call[0], call[1]), call);
}

Result<Value> epoch_instant(const Call& call, const char* unit) {
  graph::Map fields;
  for (const Value& argument : call.arguments) {
    if (!argument.is_integer()) return wrong_type(call, "integers", argument);
    fields.emplace_back(fields.empty() ? unit : "nanosecond", argument);
  }
  return placed(temporal::construct(ValueType::kDateTime, fields, call.context), call);
}

Result<Value> from_epoch(const Call& call) { return epoch_instant(call, "epochSeconds"); }
Result<Value> from_epoch_millis(const Call& call) { return epoch_instant(call, "epochMillis"); }

Result<Value> timestamp(const Call& call) {
  const StatementClock& clock = call.context.clock;
  return Value(clock.seconds * 1000 + clock.nanoseconds / 1'000'000);
}

/// format(value), format(instant, 'd MMM yyyy')
Result<Value> format(const Call& call) {
  if (call.size() == 1) return Value(display_text(call[0]));
  if (!call[0].is_temporal()) return wrong_type(call, "a temporal instant", call[0]);
  if (!call[1].is_string()) return wrong_type(call, "a pattern", call[1]);
  return placed(temporal::format(call[0], call[1].as_string()), call);
}

constexpr auto kTable = std::to_array<FunctionSignature>({
    pure(function("date", create<ValueType::kDate>, 0, 1, kDateType)),
    function("date.format", format, 2, 2, kStringType),
    changing(function("date.realtime", of_real_time<ValueType::kDate>, 0, 1, kDateType)),
    function("date.statement", of_statement<ValueType::kDate>, 0, 1, kDateType),
    function("date.transaction", of_statement<ValueType::kDate>, 0, 1, kDateType),
    function("date.truncate", truncate<ValueType::kDate>, 1, 3, kDateType),
    pure(function("datetime", create<ValueType::kDateTime>, 0, 1, kDateTimeType)),
    function("datetime.format", format, 2, 2, kStringType),
    function("datetime.fromepoch", from_epoch, 2, 2, kDateTimeType),
    function("datetime.fromepochmillis", from_epoch_millis, 1, 1, kDateTimeType),
    changing(function("datetime.realtime", of_real_time<ValueType::kDateTime>, 0, 1, kDateTimeType)),
    function("datetime.statement", of_statement<ValueType::kDateTime>, 0, 1, kDateTimeType),
    function("datetime.transaction", of_statement<ValueType::kDateTime>, 0, 1, kDateTimeType),
    function("datetime.truncate", truncate<ValueType::kDateTime>, 1, 3, kDateTimeType),
    pure(function("duration", duration, 1, 1, kDurationType)),
    pure(function("duration.between", between<Measure::kBoth>, 2, 2, kDurationType)),
    pure(function("duration.inDays", between<Measure::kDays>, 2, 2, kDurationType)),
    pure(function("duration.inMonths", between<Measure::kMonths>, 2, 2, kDurationType)),
    pure(function("duration.inSeconds", between<Measure::kSeconds>, 2, 2, kDurationType)),
    function("format", format, 1, 2, kStringType),
    pure(function("localdatetime", create<ValueType::kLocalDateTime>, 0, 1, kLocalDateTimeType)),
    function("localdatetime.format", format, 2, 2, kStringType),
    changing(function("localdatetime.realtime", of_real_time<ValueType::kLocalDateTime>, 0, 1,
                      kLocalDateTimeType)),
    function("localdatetime.statement", of_statement<ValueType::kLocalDateTime>, 0, 1, kLocalDateTimeType),
    function("localdatetime.transaction", of_statement<ValueType::kLocalDateTime>, 0, 1, kLocalDateTimeType),
    function("localdatetime.truncate", truncate<ValueType::kLocalDateTime>, 1, 3, kLocalDateTimeType),
    pure(function("localtime", create<ValueType::kLocalTime>, 0, 1, kLocalTimeType)),
    changing(function("localtime.realtime", of_real_time<ValueType::kLocalTime>, 0, 1, kLocalTimeType)),
    function("localtime.statement", of_statement<ValueType::kLocalTime>, 0, 1, kLocalTimeType),
    function("localtime.transaction", of_statement<ValueType::kLocalTime>, 0, 1, kLocalTimeType),
    function("localtime.truncate", truncate<ValueType::kLocalTime>, 1, 3, kLocalTimeType),
    pure(function("time", create<ValueType::kTime>, 0, 1, kTimeType)),
    changing(function("time.realtime", of_real_time<ValueType::kTime>, 0, 1, kTimeType)),
    function("time.statement", of_statement<ValueType::kTime>, 0, 1, kTimeType),
    function("time.transaction", of_statement<ValueType::kTime>, 0, 1, kTimeType),
    function("time.truncate", truncate<ValueType::kTime>, 1, 3, kTimeType),
    function("timestamp", timestamp, 0, 0, kIntegerType),
});

}  // namespace

std::span<const FunctionSignature> temporal_functions() { return kTable; }

}  // namespace dossier::query
