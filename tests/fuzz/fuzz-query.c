/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

#include "fz-library.h"
#include "fz-search-plan.h"
#include "fz-tokenizer.h"

static sqlite3 *
open_index (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (fz_tokenizer_register (db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE VIRTUAL TABLE search USING fts5 (text, title, author, paper, filed, content = '', tokenize = fangzhi);"
                                     "INSERT INTO search (text, title, filed) VALUES ('水库移民', '水库', 'all')", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

/* Whatever is understood, FTS5 understands what is made of it. */
static void
check_match (const char *match)
{
  static sqlite3 *db;
  sqlite3_stmt *find;
  int code;

  if (db == NULL)
    db = open_index ();
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT rowid FROM search WHERE search MATCH ?", -1, &find, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (find, 1, match, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (find)) == SQLITE_ROW)
    ;
  if (code != SQLITE_DONE)
    g_error ("%s: %s", sqlite3_errmsg (db), match);
  sqlite3_finalize (find);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *query = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FzSearchPlan) plan = fz_search_plan_new (query, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan == NULL)
    {
      g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_QUERY);
      return 0;
    }
  check_match (plan->match);
  check_match (plan->match_rest);
  return 0;
}
