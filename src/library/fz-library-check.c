/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-damage.h"
#include "fz-error.h"
#include "fz-library-private.h"

/* What is wrong with a library's file. */

static gboolean
work_rows (FzConnection  *reader,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;

  call->rows = fz_connection_list (reader, call->sql, call->table, error);
  return call->rows != NULL;
}

static GPtrArray *
get_rows (FzLibrary     *self,
          FzSql          sql,
          const char    *table,
          GCancellable  *cancellable,
          GError       **error)
{
  g_auto (FzCall) call = { .sql = sql, .table = table };

  if (!fz_library_call (self, FZ_JOB_READ, work_rows, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

/* That the library is damaged is said once, by who tells what is wrong with it. */
static void
add_fault (GPtrArray    *faults,
           const char   *table,
           const GError *reason)
{
  g_autofree char *detail = fz_error_dup_detail (reason);

  g_ptr_array_add (faults, g_strdup_printf ("%s: %s", table, detail));
}

/* What SQLite cannot even read is a fault, too. */
static gboolean
add_faults (FzLibrary     *self,
            FzSql          sql,
            const char    *table,
            GPtrArray     *faults,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) rows = get_rows (self, sql, table, cancellable, &reason);

  if (rows != NULL)
    g_ptr_array_extend_and_steal (faults, g_steal_pointer (&rows));
  else if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    add_fault (faults, table != NULL ? table : "article", reason);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return *error == NULL;
}

/* What the reader said is read as who shows it reads it: what makes no sense there is
 * a fault, although SQLite can read it. */
static gboolean
work_kept (FzConnection  *reader,
           gpointer       unused,
           GError       **error)
{
  g_autoptr (GPtrArray) corrections = fz_store_get_corrections (reader, 0, error);

  return corrections != NULL && fz_store_check_verdicts (reader, error);
}

static gboolean
add_kept_faults (FzLibrary     *self,
                 GPtrArray     *faults,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (FzCall) call = { 0 };
  g_autoptr (GError) reason = NULL;

  if (fz_library_call (self, FZ_JOB_READ, work_kept, &call, cancellable, &reason))
    return TRUE;
  if (!g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_ptr_array_add (faults, fz_error_dup_detail (reason));
  return TRUE;
}

/**
 * fz_library_check:
 * @self: a library
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Reads the whole file: every table and index, what rows say of each other, the
 * index for search.  Marks the library as damaged, or as sound.  What was made of a
 * page and cannot be read as it was stored (%FZ_LIBRARY_ERROR_UNREADABLE) is made anew
 * from the page, and is no damage.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, or %NULL
 */
GPtrArray *
fz_library_check (FzLibrary     *self,
                  FzCareFunc     func,
                  gpointer       user_data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) tables = NULL, faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  tables = get_rows (self, FZ_SQL_TABLES, NULL, cancellable, error);
  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    {
      if (func != NULL)
        func (i, tables->len, user_data);
      if (!add_faults (self, FZ_SQL_CHECK_TABLE, tables->pdata[i], faults, cancellable, &reason))
        break;
    }
  if (reason == NULL && add_kept_faults (self, faults, cancellable, &reason) &&
      add_faults (self, FZ_SQL_CHECK_REFERENCES, NULL, faults, cancellable, &reason))
    add_faults (self, FZ_SQL_CHECK_INDEX, NULL, faults, cancellable, &reason);
  if (reason == NULL)
    {
      (faults->len > 0 ? fz_damage_mark : fz_damage_clear) (fz_library_get_path (self));
      return g_steal_pointer (&faults);
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}
