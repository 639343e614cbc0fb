/* Writes a small graph in one transaction and asks it with a prepared statement, row by row, through the C interface.
 *   cc prepared.c -ldossier && ./a.out */
#include <dossier/capi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static dossier_error* error = NULL;

static void must(int failed) {
  if (!failed) return;
  fprintf(stderr, "%d:%d: %s\n", dossier_error_line(error), dossier_error_column(error),
          dossier_error_message(error));
  exit(1);
}

int main(void) {
  dossier_db* db = NULL;
  if (dossier_open(":memory:", &db, NULL) != 0) return 3;

  /* Three rows in one transaction: all of them, or none. */
  dossier_transaction* writing = NULL;
  must(dossier_begin(db, DOSSIER_WRITE, &writing, &error));
  dossier_statement* add = NULL;
  must(dossier_prepare(
      db,
      "UNWIND $names AS name MERGE (p:Person {name: name}) "
      "MERGE (t:Organization {name: 'Analytical Society'}) CREATE (p)-[:joined {when: $when}]->(t)",
      &add, &error));
  const char* names[] = {"Babbage", "Herschel", "Peacock"};
  const dossier_temporal when = {.days = -57586}; /* 1812-05-03, in days since 1970-01-01 */
  must(dossier_bind_strings(add, "names", names, NULL, 3));
  must(dossier_bind_temporal(add, "when", DOSSIER_DATE, &when));
  must(dossier_run(add, writing, NULL, &error));
  must(dossier_commit(writing, &error));
  dossier_statement_free(add);

  dossier_statement* ask = NULL;
  must(dossier_prepare(db, "MATCH (p {name: $name})-[r:joined]->(t) RETURN t.name, r.when, r.when.year", &ask,
                       &error));
  for (int i = 0; i < 3; ++i) {
    must(dossier_bind_string(ask, "name", names[i], strlen(names[i])));
    dossier_cursor* rows = NULL;
    must(dossier_run(ask, NULL, &rows, &error));
    int more = 0;
    while (dossier_cursor_next(rows, &more, &error) == 0 && more) {
      dossier_temporal joined;
      dossier_value_temporal(dossier_column_value(rows, 1), &joined);
      printf("%s joined the %s in %lld, day %lld\n", names[i], dossier_column_string(rows, 0, NULL),
             (long long)dossier_column_integer(rows, 2), (long long)joined.days);
    }
    must(error != NULL);
    dossier_cursor_close(rows);
  }
  dossier_statement_free(ask);
  dossier_close(db);
  return 0;
}
