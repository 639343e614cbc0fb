/* dossier for C, and through it for every other language. Opaque handles, UTF-8 text.
 *
 *     dossier_statement* s;  dossier_cursor* c;  int more;
 *     dossier_prepare(db, "MATCH (p:Person {name: $name})-[r]->(o) RETURN type(r), o.name", &s, &error);
 *     dossier_bind_string(s, "name", "Ada", 3);
 *     dossier_run(s, NULL, &c, &error);
 *     while (dossier_cursor_next(c, &more, &error) == 0 && more) puts(dossier_column_string(c, 1, NULL));
 *     dossier_cursor_close(c);  dossier_statement_free(s);
 *
 * Errors   every function that returns int gives 0 on success and another number on failure. On success the result pointer
 *          is set and the error pointer is NULL; on failure the other way round. The pointer to the error may itself be
 *          NULL: it is then dropped. Nothing is printed, and no C++ exception leaves the library.
 * Owner    the caller frees each text with dossier_free and each handle with the function named beside its type; NULL is
 *          allowed there. What is `const` belongs to the handle it was asked of.
 * Order    a database is closed after all that was made from it; a statement is freed after its cursors.
 * Threads  a database may be used from several threads; writing queries wait for each other. A statement, a cursor, a
 *          transaction belong to one thread at a time; dossier_cancel may come from any. */
#ifndef DOSSIER_CAPI_H
#define DOSSIER_CAPI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DOSSIER_CAPI_VERSION 2 /* 2: prepared statements, cursors, transactions, articles */
#define DOSSIER_CAPI __attribute__((visibility("default")))

typedef struct dossier_db dossier_db;                   /* dossier_close */
typedef struct dossier_statement dossier_statement;     /* dossier_statement_free */
typedef struct dossier_cursor dossier_cursor;           /* dossier_cursor_close */
typedef struct dossier_transaction dossier_transaction; /* dossier_commit or dossier_rollback */
typedef struct dossier_model dossier_model;             /* dossier_model_free */
typedef struct dossier_error dossier_error;             /* dossier_error_free */
typedef struct dossier_value dossier_value;             /* of a cursor's row */

/* The version of this interface that the library has; compare with DOSSIER_CAPI_VERSION. */
DOSSIER_CAPI int dossier_capi_version(void);
/* "0.1.0"; static, not to be freed. */
DOSSIER_CAPI const char* dossier_version(void);
DOSSIER_CAPI void dossier_free(char* text);

/* ---- Databases */

/* ":memory:" is a private graph that ends with dossier_close; any other path is made if it is not there.
 * error: a plain message. */
DOSSIER_CAPI int dossier_open(const char* path, dossier_db** out, char** error);

typedef struct dossier_options {
  size_t size; /* sizeof(dossier_options): lets later versions add fields */
  int read_only;
  int no_sync; /* commits may be lost in a power cut, never torn */
  int must_exist;
  uint64_t memory_budget; /* bytes; 0: the default */
} dossier_options;
DOSSIER_CAPI int dossier_open_with(const char* path, const dossier_options* options, dossier_db** out,
                                   char** error);
DOSSIER_CAPI void dossier_close(dossier_db* db);

/* ---- Errors */

typedef enum dossier_code {
  DOSSIER_OK,
  DOSSIER_INVALID_ARGUMENT,
  DOSSIER_NOT_FOUND,
  DOSSIER_IO_ERROR,
  DOSSIER_CORRUPTION,
  DOSSIER_BUSY,
  DOSSIER_QUERY_ERROR,
  DOSSIER_CANCELLED,
  DOSSIER_DEADLINE_EXCEEDED,
  DOSSIER_RESOURCE_EXHAUSTED,
  DOSSIER_UNSUPPORTED,
  DOSSIER_INTERNAL
} dossier_code;

DOSSIER_CAPI dossier_code dossier_error_code(const dossier_error* error); /* NULL: DOSSIER_OK */
DOSSIER_CAPI const char* dossier_error_message(const dossier_error* error);
/* Of DOSSIER_QUERY_ERROR, in the words of the openCypher TCK; "" for others. */
DOSSIER_CAPI const char* dossier_error_type(const dossier_error* error);   /* "SyntaxError" */
DOSSIER_CAPI const char* dossier_error_phase(const dossier_error* error);  /* "compile time", "runtime" */
DOSSIER_CAPI const char* dossier_error_detail(const dossier_error* error); /* "UndefinedVariable" */
DOSSIER_CAPI const char* dossier_error_suggestion(
    const dossier_error* error); /* "did you mean `name`?", or "" */
/* The place at fault: line and column (in characters) from 1, and the bytes [begin, end) of the query. 0 where the
 * query has no such place. */
DOSSIER_CAPI int dossier_error_line(const dossier_error* error);
DOSSIER_CAPI int dossier_error_column(const dossier_error* error);
DOSSIER_CAPI size_t dossier_error_begin(const dossier_error* error);
DOSSIER_CAPI size_t dossier_error_end(const dossier_error* error);
DOSSIER_CAPI void dossier_error_free(dossier_error* error);

/* ---- Values */

typedef enum dossier_type {
  DOSSIER_NULL,
  DOSSIER_BOOLEAN,
  DOSSIER_INTEGER,
  DOSSIER_FLOAT,
  DOSSIER_STRING,
  DOSSIER_LIST,
  DOSSIER_MAP,
  DOSSIER_DATE,
  DOSSIER_LOCAL_TIME,
  DOSSIER_TIME,
  DOSSIER_LOCAL_DATETIME,
  DOSSIER_DATETIME,
  DOSSIER_DURATION,
  DOSSIER_NODE,
  DOSSIER_RELATIONSHIP,
  DOSSIER_PATH
} dossier_type;

/* A temporal value; a field that its type does not have is 0.
 *     DATE            days since 1970-01-01
 *     LOCAL_TIME      seconds and nanoseconds of the day; TIME also offset_seconds, east of UTC
 *     LOCAL_DATETIME  seconds since 1970-01-01T00:00 of the local clock, nanoseconds
 *     DATETIME        seconds since 1970-01-01T00:00Z, nanoseconds, offset_seconds, zone ("" for a bare offset)
 *     DURATION        months, days, seconds, nanoseconds; each part keeps its own sign */
typedef struct dossier_temporal {
  int64_t months, days, seconds;
  int32_t nanoseconds, offset_seconds;
  const char* zone;
} dossier_temporal;

/* The content of a value; of another type, or of NULL, it is 0, NULL or "no". Values live as long as the row. */
DOSSIER_CAPI dossier_type dossier_value_type(const dossier_value* value);
DOSSIER_CAPI int dossier_value_boolean(const dossier_value* value);
DOSSIER_CAPI int64_t dossier_value_integer(const dossier_value* value);
DOSSIER_CAPI double dossier_value_float(const dossier_value* value); /* an integer too */
/* Ends in NUL; it may hold others, so `length` (or NULL) gets the bytes. */
DOSSIER_CAPI const char* dossier_value_string(const dossier_value* value, size_t* length);
/* 0 and *out, or another number for a value that is not temporal. */
DOSSIER_CAPI int dossier_value_temporal(const dossier_value* value, dossier_temporal* out);
DOSSIER_CAPI uint64_t dossier_value_id(const dossier_value* value); /* of a node or relationship */
/* Of a list its items, of a map its entries, of a path its nodes and relationships in turn: n + (n - 1). */
DOSSIER_CAPI size_t dossier_value_size(const dossier_value* value);
DOSSIER_CAPI const dossier_value* dossier_value_item(const dossier_value* list_or_map,
                                                     size_t i);                 /* NULL past the end */
DOSSIER_CAPI const char* dossier_value_key(const dossier_value* map, size_t i); /* keys ascend */
DOSSIER_CAPI const dossier_value* dossier_value_find(const dossier_value* map, const char* key);

/* ---- Prepared statements */

/* Parses, checks and plans. Plans are cached by text, so preparing the same text again is cheap.
 * Errors   DOSSIER_QUERY_ERROR with its place. */
DOSSIER_CAPI int dossier_prepare(dossier_db* db, const char* cypher, dossier_statement** out,
                                 dossier_error** error);
DOSSIER_CAPI void dossier_statement_free(dossier_statement* statement);
DOSSIER_CAPI size_t dossier_parameter_count(const dossier_statement* statement);
DOSSIER_CAPI const char* dossier_parameter_name(const dossier_statement* statement, size_t i);
DOSSIER_CAPI int dossier_statement_writes(const dossier_statement* statement);

/* Parameters keep their values from run to run until they are bound anew. A cursor that is open keeps those it was
 * run with. A name that the query does not use is allowed. Texts and arrays are copied. */
DOSSIER_CAPI int dossier_bind_null(dossier_statement* statement, const char* name);
DOSSIER_CAPI int dossier_bind_boolean(dossier_statement* statement, const char* name, int value);
DOSSIER_CAPI int dossier_bind_integer(dossier_statement* statement, const char* name, int64_t value);
DOSSIER_CAPI int dossier_bind_float(dossier_statement* statement, const char* name, double value);
DOSSIER_CAPI int dossier_bind_string(dossier_statement* statement, const char* name, const char* bytes,
                                     size_t length);
DOSSIER_CAPI int dossier_bind_temporal(dossier_statement* statement, const char* name, dossier_type type,
                                       const dossier_temporal* value);
/* Lists, for UNWIND and IN. `lengths` of NULL: the strings end in NUL. */
DOSSIER_CAPI int dossier_bind_integers(dossier_statement* statement, const char* name, const int64_t* values,
                                       size_t n);
DOSSIER_CAPI int dossier_bind_floats(dossier_statement* statement, const char* name, const double* values,
                                     size_t n);
DOSSIER_CAPI int dossier_bind_strings(dossier_statement* statement, const char* name,
                                      const char* const* values, const size_t* lengths, size_t n);
/* A value out of a row, of whichever cursor; nodes and relationships are no parameters. */
DOSSIER_CAPI int dossier_bind_value(dossier_statement* statement, const char* name,
                                    const dossier_value* value);
/* Anything else, such as a list of maps, as JSON: whole numbers are integers, objects maps. */
DOSSIER_CAPI int dossier_bind_json(dossier_statement* statement, const char* name, const char* json,
                                   dossier_error** error);
DOSSIER_CAPI void dossier_clear_bindings(dossier_statement* statement);

/* Limits of every later run; 0 is none, for memory the default of 4 GiB. Past them a run fails with
 * DOSSIER_DEADLINE_EXCEEDED or DOSSIER_RESOURCE_EXHAUSTED, and a writing query leaves the graph as it was. */
DOSSIER_CAPI void dossier_set_time_limit(dossier_statement* statement, uint64_t milliseconds);
DOSSIER_CAPI void dossier_set_memory_limit(dossier_statement* statement, uint64_t bytes);
/* Called about every `milliseconds` while the statement runs, on the thread that runs it, with the rows that all steps
 * of the plan have given so far. Another number than 0 cancels. NULL: nobody asks. */
typedef int (*dossier_progress)(void* user, uint64_t rows, uint64_t elapsed_milliseconds);
DOSSIER_CAPI void dossier_set_progress(dossier_statement* statement, dossier_progress progress, void* user,
                                       uint64_t milliseconds);
/* From any thread: the run under way, its open cursor included, ends with DOSSIER_CANCELLED; a run that has ended is
 * past changing, and the next is not touched. */
DOSSIER_CAPI void dossier_cancel(dossier_statement* statement);

/* ---- Running */

/* Runs with the parameters as bound. Rows of a reading query are made as they are asked for, on a snapshot of the graph:
 * what others commit meanwhile is not seen. A writing query has ended, and without `transaction` been committed, when
 * this returns; if it failed, the graph is as before. One cursor a statement: running it again closes the last.
 * transaction  NULL for one of its own.
 * out          NULL where the rows do not matter: the query is run to its end. */
DOSSIER_CAPI int dossier_run(dossier_statement* statement, dossier_transaction* transaction,
                             dossier_cursor** out, dossier_error** error);
/* *more is 1 and the cursor stands on the next row, or 0 at the end. After an error there is no next row. */
DOSSIER_CAPI int dossier_cursor_next(dossier_cursor* cursor, int* more, dossier_error** error);
DOSSIER_CAPI void dossier_cursor_close(dossier_cursor* cursor);

DOSSIER_CAPI size_t dossier_column_count(const dossier_cursor* cursor);
DOSSIER_CAPI const char* dossier_column_name(const dossier_cursor* cursor, size_t column);
/* The row that the cursor stands on; NULL for a column that there is not. */
DOSSIER_CAPI const dossier_value* dossier_column_value(const dossier_cursor* cursor, size_t column);
/* The same as dossier_value_x(dossier_column_value(cursor, column)). */
DOSSIER_CAPI dossier_type dossier_column_type(const dossier_cursor* cursor, size_t column);
DOSSIER_CAPI int dossier_column_boolean(const dossier_cursor* cursor, size_t column);
DOSSIER_CAPI int64_t dossier_column_integer(const dossier_cursor* cursor, size_t column);
DOSSIER_CAPI double dossier_column_float(const dossier_cursor* cursor, size_t column);
DOSSIER_CAPI const char* dossier_column_string(const dossier_cursor* cursor, size_t column, size_t* length);

/* What nodes and relationships hold is read on demand; the answers live as long as the row. An entity that the query has
 * deleted has no labels and no properties. */
DOSSIER_CAPI int dossier_node_labels(dossier_cursor* cursor, const dossier_value* node,
                                     const dossier_value** list, dossier_error** error);
DOSSIER_CAPI int dossier_entity_properties(dossier_cursor* cursor, const dossier_value* node_or_relationship,
                                           const dossier_value** map, dossier_error** error);
DOSSIER_CAPI int dossier_relationship_type(dossier_cursor* cursor, const dossier_value* relationship,
                                           const dossier_value** string, dossier_error** error);
DOSSIER_CAPI int dossier_relationship_ends(dossier_cursor* cursor, const dossier_value* relationship,
                                           uint64_t* start, uint64_t* end, dossier_error** error);
/* The i-th node or relationship of a path; NULL past the end. */
DOSSIER_CAPI const dossier_value* dossier_path_item(dossier_cursor* cursor, const dossier_value* path,
                                                    size_t i);
/* Any value as JSON that people read: {"id": 1, "labels": ["Person"], "properties": {..}}. To be freed. */
DOSSIER_CAPI int dossier_value_json(const dossier_cursor* cursor, const dossier_value* value, char** json,
                                    dossier_error** error);

/* What a writing query did. */
typedef struct dossier_counters {
  size_t size; /* sizeof(dossier_counters), set by the caller */
  int64_t nodes_created, nodes_deleted, relationships_created, relationships_deleted, properties_set,
      labels_added, labels_removed;
} dossier_counters;
DOSSIER_CAPI void dossier_cursor_counters(const dossier_cursor* cursor, dossier_counters* out);
/* What is no error: "nothing in the store has the label `Persn`; did you mean `Person`?". */
DOSSIER_CAPI size_t dossier_warning_count(const dossier_cursor* cursor);
DOSSIER_CAPI const char* dossier_warning(const dossier_cursor* cursor, size_t i);

/* ---- Transactions: several queries as one unit */

/* DOSSIER_READ: all its queries see the graph as it is now. DOSSIER_WRITE: waits for the writer's turn and keeps it; its
 * queries see its own writes, and run to their end at once. After a query that failed while writing only
 * dossier_rollback is left. */
typedef enum dossier_mode { DOSSIER_READ, DOSSIER_WRITE } dossier_mode;
DOSSIER_CAPI int dossier_begin(dossier_db* db, dossier_mode mode, dossier_transaction** out,
                               dossier_error** error);
/* Either frees the transaction, whatever it returns; close its cursors first. */
DOSSIER_CAPI int dossier_commit(dossier_transaction* transaction, dossier_error** error);
DOSSIER_CAPI void dossier_rollback(dossier_transaction* transaction);

/* ---- Articles */

/* The language model that reads articles; NULL for the default one. Takes tens of milliseconds; many threads may share it. */
DOSSIER_CAPI int dossier_model_load(const char* file, dossier_model** out, dossier_error** error);
DOSSIER_CAPI void dossier_model_free(dossier_model* model);

/* What became of the articles in one call of dossier_ingest. */
typedef struct dossier_ingested {
  size_t size; /* sizeof(dossier_ingested), set by the caller */
  uint64_t articles, unchanged, failed, sentences, entities, statements;
} dossier_ingested;
/* Reads bytes as `dossier ingest` reads a file: plain text, Markdown, HTML or JSON Lines, by the extension of `name` or else
 * by what they look like; `name` is the article's id where the bytes give none. Each article is one transaction; what an
 * article of the same id said before goes.
 * Errors   a failure of the store; damaged or binary bytes. An article that cannot be read only counts as failed. */
DOSSIER_CAPI int dossier_ingest(dossier_db* db, const dossier_model* model, const char* name,
                                const void* bytes, size_t length, dossier_ingested* out,
                                dossier_error** error);
/* Takes away an article and every statement that stood on it alone. Errors: DOSSIER_NOT_FOUND. */
DOSSIER_CAPI int dossier_retract(dossier_db* db, const char* article, dossier_error** error);

/* ---- One call, JSON in and out */

/* One query in a transaction of its own; if it fails, at whatever point, the graph is as before.
 * params_json: an object from parameter name to typed value, or NULL for none.
 * result: {"fields":[..],"values":[[typed,..],..],"counters":{..}}
 * error:  {"code","phase","detail","message","line","column"}; the last two only where a place is at fault.
 * Typed values: {"$type":"Integer","_value":"42"}, as in Neo4j's Query API v2. */
DOSSIER_CAPI int dossier_query_json(dossier_db* db, const char* cypher, const char* params_json,
                                    char** result_json, char** error_json);
/* Compiles only: the error that dossier_query_json would give before it reads any data. */
DOSSIER_CAPI int dossier_check_json(dossier_db* db, const char* cypher, const char* params_json,
                                    char** error_json);
/* A table that answers calls of a procedure, for conformance tests. */
DOSSIER_CAPI int dossier_register_tck_procedure(dossier_db* db, const char* signature, const char* table_json,
                                                char** error_json);

#ifdef __cplusplus
}
#endif

#endif
