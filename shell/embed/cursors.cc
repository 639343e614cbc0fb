// Rows of the C interface.
#include "dossier/capi.h"
#include "query/json/plain_json.h"
#include "query/json/records.h"
#include "shell/embed/handles.h"

using namespace dossier;  // NOLINT: the functions below are the C names
using graph::Value;
using shell::guarded;
using shell::handle_of;
using shell::value_of;

namespace {

const dossier_value* keep(dossier_cursor& cursor, Value value) {
  return handle_of(&cursor.read.emplace_back(std::move(value)));
}

Value named(const graph::Properties& properties, const graph::Reader& reader) {
  graph::Map map;
  for (const auto& [key, value] : properties) map.emplace_back(reader.key_name(key), value);
  return Value(std::move(map));
}

// Asks about an entity of the row and hands out what `ask` makes of it.
template <typename Ask>
int answer(dossier_cursor* cursor, const dossier_value* entity, bool fits, const char* expected,
           const dossier_value** out, dossier_error** error, Ask ask) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&]() -> Status {
    if (cursor == nullptr || entity == nullptr || out == nullptr || !fits) {
      return invalid_argument(std::string("expected ") + expected);
    }
    Result<Value> value = ask(cursor->rows->reader());
    if (!value.ok()) return value.status();
    *out = keep(*cursor, *std::move(value));
    return {};
  });
}

bool is_node(const dossier_value* value) { return dossier_value_type(value) == DOSSIER_NODE; }
bool is_relationship(const dossier_value* value) { return dossier_value_type(value) == DOSSIER_RELATIONSHIP; }

}  // namespace

int dossier_cursor_next(dossier_cursor* cursor, int* more, dossier_error** error) {
  if (more != nullptr) *more = 0;
  return guarded(error, [&]() -> Status {
    if (cursor == nullptr || more == nullptr)
      return invalid_argument("dossier_cursor_next: cursor and more must not be NULL");
    cursor->on_row = false;
    if (!cursor->read.empty()) cursor->read.clear();
    if (cursor->ended) return {};
    const Result<bool> produced = cursor->rows->next(cursor->row);
    cursor->ended = !produced.ok() || !*produced;
    if (!produced.ok()) return produced.status();
    cursor->on_row = *produced;
    *more = *produced ? 1 : 0;
    return {};
  });
}

void dossier_cursor_close(dossier_cursor* cursor) { delete cursor; }

size_t dossier_column_count(const dossier_cursor* cursor) {
  return cursor == nullptr ? 0 : cursor->rows->columns().size();
}

const char* dossier_column_name(const dossier_cursor* cursor, size_t column) {
  return column < dossier_column_count(cursor) ? cursor->rows->columns()[column].c_str() : nullptr;
}

const dossier_value* dossier_column_value(const dossier_cursor* cursor, size_t column) {
  const bool there = cursor != nullptr && cursor->on_row && column < cursor->row.size();
  return there ? handle_of(&cursor->row[column]) : nullptr;
}

dossier_type dossier_column_type(const dossier_cursor* cursor, size_t column) {
  return dossier_value_type(dossier_column_value(cursor, column));
}
int dossier_column_boolean(const dossier_cursor* cursor, size_t column) {
  return dossier_value_boolean(dossier_column_value(cursor, column));
}
int64_t dossier_column_integer(const dossier_cursor* cursor, size_t column) {
  return dossier_value_integer(dossier_column_value(cursor, column));
}
double dossier_column_float(const dossier_cursor* cursor, size_t column) {
  return dossier_value_float(dossier_column_value(cursor, column));
}
const char* dossier_column_string(const dossier_cursor* cursor, size_t column, size_t* length) {
  return dossier_value_string(dossier_column_value(cursor, column), length);
}

int dossier_node_labels(dossier_cursor* cursor, const dossier_value* node, const dossier_value** list,
                        dossier_error** error) {
  return answer(
      cursor, node, is_node(node), "a node", list, error, [&](const graph::Reader& reader) -> Result<Value> {
        const Result<graph::NodeRecord> record = query::node_or_empty(value_of(node)->as_node(), reader);
        if (!record.ok()) return record.status();
        graph::List names;
        for (const graph::LabelId label : record->labels) names.emplace_back(reader.label_name(label));
        return Value(std::move(names));
      });
}

int dossier_entity_properties(dossier_cursor* cursor, const dossier_value* entity, const dossier_value** map,
                              dossier_error** error) {
  return answer(cursor, entity, is_node(entity) || is_relationship(entity), "a node or a relationship", map,
                error, [&](const graph::Reader& reader) -> Result<Value> {
                  if (is_node(entity)) {
                    const auto record = query::node_or_empty(value_of(entity)->as_node(), reader);
                    return record.ok() ? Result<Value>(named(record->properties, reader)) : record.status();
                  }
                  const auto record = query::find_relationship(value_of(entity)->as_relationship(), reader);
                  if (!record.ok()) return record.status();
                  return named(*record ? (*record)->properties : graph::Properties{}, reader);
                });
}

int dossier_relationship_type(dossier_cursor* cursor, const dossier_value* relationship,
                              const dossier_value** string, dossier_error** error) {
  return answer(cursor, relationship, is_relationship(relationship), "a relationship", string, error,
                [&](const graph::Reader& reader) -> Result<Value> {
                  const auto record = reader.relationship(value_of(relationship)->as_relationship());
                  return record.ok() ? Result<Value>(Value(reader.type_name(record->type))) : record.status();
                });
}

int dossier_relationship_ends(dossier_cursor* cursor, const dossier_value* relationship, uint64_t* start,
                              uint64_t* end, dossier_error** error) {
  return guarded(error, [&]() -> Status {
    if (cursor == nullptr || !is_relationship(relationship))
      return invalid_argument("expected a relationship");
    const auto record = cursor->rows->reader().relationship(value_of(relationship)->as_relationship());
    if (!record.ok()) return record.status();
    if (start != nullptr) *start = raw(record->start);
    if (end != nullptr) *end = raw(record->end);
    return {};
  });
}

const dossier_value* dossier_path_item(dossier_cursor* cursor, const dossier_value* path, size_t i) {
  if (cursor == nullptr || dossier_value_type(path) != DOSSIER_PATH || i >= dossier_value_size(path))
    return nullptr;
  const graph::Path& steps = value_of(path)->as_path();
  try {
    return keep(*cursor, i % 2 == 0 ? Value(steps.nodes[i / 2]) : Value(steps.relationships[i / 2]));
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

int dossier_value_json(const dossier_cursor* cursor, const dossier_value* value, char** json,
                       dossier_error** error) {
  if (json != nullptr) *json = nullptr;
  return guarded(error, [&]() -> Status {
    if (cursor == nullptr || value == nullptr || json == nullptr)
      return invalid_argument("dossier_value_json: no argument but error may be NULL");
    std::string text;
    if (const Status status = query::append_plain_json(*value_of(value), cursor->rows->reader(), text);
        !status.ok())
      return status;
    *json = shell::copy_text(text);
    return *json != nullptr ? Status() : Status(StatusCode::kResourceExhausted, "out of memory");
  });
}

void dossier_cursor_counters(const dossier_cursor* cursor, dossier_counters* out) {
  if (cursor == nullptr || out == nullptr || out->size != sizeof(dossier_counters)) return;
  const query::Counters& counters = cursor->rows->counters();
  *out = {sizeof(dossier_counters),       counters.nodes_created,         counters.nodes_deleted,
          counters.relationships_created, counters.relationships_deleted, counters.properties_set,
          counters.labels_added,          counters.labels_removed};
}

size_t dossier_warning_count(const dossier_cursor* cursor) {
  return cursor == nullptr ? 0 : cursor->rows->warnings().size();
}

const char* dossier_warning(const dossier_cursor* cursor, size_t i) {
  return i < dossier_warning_count(cursor) ? cursor->rows->warnings()[i].message.c_str() : nullptr;
}
