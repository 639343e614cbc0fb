/* Asks a database one query through the C interface and prints the JSON.
 *   cc ask.c -ldossier && ./a.out news.db "MATCH (n:Person) RETURN n.name LIMIT 3" */
#include <dossier/capi.h>
#include <stdio.h>

int main(int argc, char** argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: ask DB CYPHER\n");
    return 2;
  }
  dossier_db* db = NULL;
  char* text = NULL;
  if (dossier_open(argv[1], &db, &text) != 0) {
    fprintf(stderr, "%s\n", text);
    dossier_free(text);
    return 3;
  }
  char* result = NULL;
  const int failed = dossier_query_json(db, argv[2], NULL, &result, &text);
  if (failed) {
    fprintf(stderr, "%s\n", text);
  } else {
    printf("%s\n", result);
  }
  dossier_free(result);
  dossier_free(text);
  dossier_close(db);
  return failed ? 1 : 0;
}
