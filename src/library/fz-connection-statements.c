/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements of a connection: lent, run, asked for what they answer. */

#include "config.h"

#include "fz-connection-private.h"

#include "fz-error.h"

static FzStatement *
prepare (FzConnection  *self,
         FzSql          sql,
         unsigned       flags,
         GError       **error)
{
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (self->db, fz_sql_text (sql), -1, flags, &handle, NULL);

  if (code == SQLITE_OK)
    return fz_statement_new (handle);
  fz_error_set_from_prepare (self->db, code, error);
  return NULL;
}

/**
 * fz_connection_statement:
 * @self: a connection
 * @sql: which statement
 * @error: a #FzLibraryError
 *
 * Lends a statement, prepared when it is first asked for.
 *
 * Returns: (transfer full): the statement, to be released; or %NULL
 */
FzStatement *
fz_connection_statement (FzConnection  *self,
                         FzSql          sql,
                         GError       **error)
{
  g_assert (self->thread == g_thread_self ());
  if (self->statements[sql] == NULL)
    self->statements[sql] = prepare (self, sql, SQLITE_PREPARE_PERSISTENT, error);
  if (self->statements[sql] != NULL)
    fz_statement_hold (self->statements[sql]);
  return self->statements[sql];
}

/**
 * fz_connection_prepare:
 * @self: a connection
 * @sql: which statement
 * @error: a #FzLibraryError
 *
 * Makes a statement of one's own, for who needs it several times at once.
 *
 * Returns: (transfer full): the statement, for fz_connection_discard(); or %NULL
 */
FzStatement *
fz_connection_prepare (FzConnection  *self,
                       FzSql          sql,
                       GError       **error)
{
  g_assert (self->thread == g_thread_self ());
  return prepare (self, sql, 0, error);
}

/**
 * fz_connection_discard:
 * @statement: (transfer full) (nullable): what [method@Connection.prepare] made
 */
void
fz_connection_discard (FzStatement *statement)
{
  fz_statement_free (statement);
}

/**
 * fz_connection_execute:
 * @self: a connection
 * @sql: statements of the program's own, run once; their rows are dropped
 * @error: a #FzLibraryError
 */
gboolean
fz_connection_execute (FzConnection  *self,
                       const char    *sql,
                       GError       **error)
{
  int code;

  g_assert (self->thread == g_thread_self ());
  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  fz_error_set_from_sqlite (self->db, code, error);
  return FALSE;
}

/**
 * fz_connection_ask:
 * @self: a connection
 * @sql: a question of the program's own with one number for an answer
 * @out_answer: (out): the answer
 * @error: a #FzLibraryError
 */
gboolean
fz_connection_ask (FzConnection  *self,
                   const char    *sql,
                   gint64        *out_answer,
                   GError       **error)
{
  sqlite3_stmt *handle = NULL;
  int code;

  g_assert (self->thread == g_thread_self ());
  code = sqlite3_prepare_v2 (self->db, sql, -1, &handle, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (handle);
  if (code == SQLITE_ROW)
    *out_answer = sqlite3_column_int64 (handle, 0);
  else
    fz_error_set_from_sqlite (self->db, code, error);
  sqlite3_finalize (handle);
  return code == SQLITE_ROW;
}

/**
 * fz_connection_list:
 * @self: a connection
 * @sql: which statement; its rows have one text
 * @text: (nullable): what is bound
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type utf8): the rows, or %NULL
 */
GPtrArray *
fz_connection_list (FzConnection  *self,
                    FzSql          sql,
                    const char    *text,
                    GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (self, sql, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  FzStep step;

  if (rows == NULL)
    return NULL;
  if (text != NULL)
    fz_statement_bind_text (rows, text);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    g_ptr_array_add (list, fz_statement_dup_text (rows));
  return step == FZ_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * fz_connection_run_on_all:
 * @self: a connection
 * @sql: a statement that answers nothing
 * @numbers: (array length=n_numbers): what is bound
 * @n_numbers: how many those are
 * @error: a #FzLibraryError
 */
gboolean
fz_connection_run_on_all (FzConnection  *self,
                          FzSql          sql,
                          const gint64  *numbers,
                          gsize          n_numbers,
                          GError       **error)
{
  g_autoptr (FzStatement) statement = fz_connection_statement (self, sql, error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_numbers; i++)
    fz_statement_bind_int (statement, numbers[i]);
  return fz_statement_run (statement, error);
}

/**
 * fz_connection_run_on:
 * @self: a connection
 * @sql: a statement that answers nothing
 * @number: what is bound
 * @error: a #FzLibraryError
 */
gboolean
fz_connection_run_on (FzConnection  *self,
                      FzSql          sql,
                      gint64         number,
                      GError       **error)
{
  return fz_connection_run_on_all (self, sql, &number, 1, error);
}

/**
 * fz_connection_run_on_two:
 * @self: a connection
 * @sql: a statement that answers nothing
 * @first: what is bound
 * @second: and behind that
 * @error: a #FzLibraryError
 */
gboolean
fz_connection_run_on_two (FzConnection  *self,
                          FzSql          sql,
                          gint64         first,
                          gint64         second,
                          GError       **error)
{
  const gint64 numbers[] = { first, second };

  return fz_connection_run_on_all (self, sql, numbers, G_N_ELEMENTS (numbers), error);
}
