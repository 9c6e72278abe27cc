/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

static const char * const orders[] = {
  [FZ_SEARCH_BY_RELEVANCE] = "relevance",
  [FZ_SEARCH_BY_DATE] = "date",
};

static FzSavedSearch *
take_saved (FzStatement *row)
{
  FzSavedSearch *saved = g_new0 (FzSavedSearch, 1);

  saved->id = fz_statement_take_int (row);
  saved->name = fz_statement_dup_text (row);
  saved->query = fz_statement_dup_text (row);
  saved->order = g_strcmp0 (fz_statement_take_text (row), orders[FZ_SEARCH_BY_DATE]) == 0 ? FZ_SEARCH_BY_DATE
                                                                                          : FZ_SEARCH_BY_RELEVANCE;
  saved->place = fz_statement_take_int (row);
  return saved;
}

/**
 * fz_store_saved_searches:
 * @reader: a connection
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzSavedSearch): what the reader looks for
 *   again and again, in the order in which it was saved; or %NULL
 */
GPtrArray *
fz_store_saved_searches (FzConnection  *reader,
                         GError       **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_saved_search_free);
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, FZ_SQL_SAVED_SEARCHES, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return NULL;
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    g_ptr_array_add (all, take_saved (rows));
  return step == FZ_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * fz_store_put_saved_search:
 * @writer: the connection that writes
 * @saved: what to keep; with id 0 as a new one, otherwise in the place of the one
 *   that has its id, or back under that and in its place
 * @out_id: (out): its id from now on
 * @error: a #FzLibraryError
 */
gboolean
fz_store_put_saved_search (FzConnection         *writer,
                           const FzSavedSearch  *saved,
                           gint64               *out_id,
                           GError              **error)
{
  gboolean is_new = saved->id == 0;
  g_autoptr (FzStatement) put =
    fz_connection_statement (writer, is_new ? FZ_SQL_ADD_SAVED_SEARCH : FZ_SQL_PUT_SAVED_SEARCH, error);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (put == NULL)
    return FALSE;
  fz_statement_bind_text (put, saved->name);
  fz_statement_bind_text (put, saved->query);
  fz_statement_bind_text (put, orders[saved->order]);
  if (!is_new)
    {
      fz_statement_bind_int (put, saved->id);
      fz_statement_bind_int (put, saved->place);
    }
  if (!fz_statement_run (put, error))
    return FALSE;
  *out_id = is_new ? fz_connection_last_id (writer) : saved->id;
  return TRUE;
}

/**
 * fz_store_remove_saved_search:
 * @writer: the connection that writes
 * @saved: id of a saved search
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_remove_saved_search (FzConnection  *writer,
                              gint64         saved,
                              GError       **error)
{
  gint64 before = fz_connection_changes (writer);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_connection_run_on (writer, FZ_SQL_REMOVE_SAVED_SEARCH, saved, error))
    return FALSE;
  return fz_connection_changes (writer) > before || fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
}
