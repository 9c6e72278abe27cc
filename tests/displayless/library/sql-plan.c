/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql-plan.h"

#include <sqlite3.h>

/* What SQLite would do for a statement in the library at @path, a line a step. */
char *
sql_plan (const char *path, FzSql sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", fz_sql_text (sql), NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  sqlite3_stmt *steps;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &steps, NULL), ==, SQLITE_OK);
  while (sqlite3_step (steps) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (steps, 3));
  sqlite3_finalize (steps);
  sqlite3_close (db);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}
