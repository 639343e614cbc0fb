/* dossier for C, and through it for every other language. Opaque handles, UTF-8 text ending in NUL.
 *
 * Every function that returns int gives 0 on success and another number on failure. On success the result pointer is set
 * and the error pointer is NULL; on failure the other way round. Either pointer to a pointer may itself be NULL: what
 * would have been stored there is then dropped. The caller frees each text with dossier_free.
 * Nothing is printed, and no C++ exception leaves the library.
 *
 * Threads: a handle may be used from several threads; writing queries wait for each other. A cursor or a prepared
 * statement belongs to one thread at a time; dossier_cancel may come from any. */
#ifndef DOSSIER_CAPI_H
#define DOSSIER_CAPI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DOSSIER_CAPI_VERSION 1
#define DOSSIER_CAPI __attribute__((visibility("default")))

typedef struct dossier_db dossier_db;

/* The version of this interface that the library has; compare with DOSSIER_CAPI_VERSION. */
DOSSIER_CAPI int dossier_capi_version(void);
/* "0.1.0"; static, not to be freed. */
DOSSIER_CAPI const char* dossier_version(void);

/* ":memory:" is a private graph that ends with dossier_close; any other path is made if it is not there.
 * error: a plain message. */
DOSSIER_CAPI int dossier_open(const char* path, dossier_db** out, char** error);

typedef struct dossier_options {
  size_t size;              /* sizeof(dossier_options): lets later versions add fields */
  int read_only;
  int no_sync;              /* commits may be lost in a power cut, never torn */
  int must_exist;
  uint64_t memory_budget;   /* bytes; 0: the default */
} dossier_options;
DOSSIER_CAPI int dossier_open_with(const char* path, const dossier_options* options, dossier_db** out, char** error);
DOSSIER_CAPI void dossier_close(dossier_db* db); /* NULL is allowed */

/* One query in a transaction of its own; if it fails, at whatever point, the graph is as before.
 * params_json: an object from parameter name to typed value, or NULL for none.
 * result: {"fields":[..],"values":[[typed,..],..],"counters":{..}}
 * error:  {"code","phase","detail","message","line","column"}; the last two only where a place is at fault.
 * Typed values: {"$type":"Integer","_value":"42"}, as in Neo4j's Query API v2. */
DOSSIER_CAPI int dossier_query_json(dossier_db* db, const char* cypher, const char* params_json, char** result_json,
                                    char** error_json);
/* Compiles only: the error that dossier_query_json would give before it reads any data. */
DOSSIER_CAPI int dossier_check_json(dossier_db* db, const char* cypher, const char* params_json, char** error_json);
/* A table that answers calls of a procedure, for conformance tests. */
DOSSIER_CAPI int dossier_register_tck_procedure(dossier_db* db, const char* signature, const char* table_json,
                                                char** error_json);
DOSSIER_CAPI void dossier_free(char* text); /* NULL is allowed */

#ifdef __cplusplus
}
#endif

#endif
