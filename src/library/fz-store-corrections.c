/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-store.h"

#include "fz-error.h"

/**
 * fz_store_add_correction:
 * @writer: the connection that writes
 * @source: id of the source that it is said of
 * @correction: what the reader says; one that has an id comes back under it,
 *   otherwise its id is filled in
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_correction (FzConnection  *writer,
                         gint64         source,
                         FzCorrection  *correction,
                         GError       **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_CORRECTION, error);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, correction->id);
  fz_statement_bind_int (add, source);
  fz_statement_bind_text (add, fz_correction_kind_name (correction->kind));
  fz_statement_bind_int (add, correction->first_line);
  fz_statement_bind_int (add, correction->last_line);
  fz_statement_bind_text (add, correction->value);
  fz_statement_bind_int (add, correction->created);
  if (!fz_statement_run (add, error))
    return FALSE;
  correction->id = fz_connection_last_id (writer);
  correction->source = source;
  return TRUE;
}

/**
 * fz_store_remove_correction:
 * @writer: the connection that writes
 * @source: id of the source that it is said of
 * @correction: id of the correction
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_store_remove_correction (FzConnection  *writer,
                            gint64         source,
                            gint64         correction,
                            GError       **error)
{
  gint64 before = fz_connection_changes (writer);

  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  if (!fz_connection_run_on_two (writer, FZ_SQL_REMOVE_CORRECTION, correction, source, error))
    return FALSE;
  return fz_connection_changes (writer) > before || fz_error_set (error, FZ_LIBRARY_ERROR_NOT_FOUND, NULL);
}

static FzCorrection *
take_correction (FzStatement *row)
{
  g_autoptr (FzCorrection) correction = g_new0 (FzCorrection, 1);
  int kind;

  correction->id = fz_statement_take_int (row);
  correction->source = fz_statement_take_int (row);
  kind = fz_correction_kind_from_name (fz_statement_take_text (row));
  correction->first_line = fz_statement_take_uint (row);
  correction->last_line = fz_statement_take_uint (row);
  correction->value = fz_statement_dup_text (row);
  correction->created = fz_statement_take_int (row);
  if (kind < 0)
    return NULL;
  correction->kind = (FzCorrectionKind) kind;
  return g_steal_pointer (&correction);
}

/**
 * fz_store_get_corrections:
 * @reader: a connection
 * @source: id of a source, or 0 for all
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzCorrection): what the reader said,
 *   by source and in the order in which it was said; or %NULL
 */
GPtrArray *
fz_store_get_corrections (FzConnection  *reader,
                          gint64         source,
                          GError       **error)
{
  g_autoptr (GPtrArray) corrections = fz_corrections_new ();
  FzSql sql = source != 0 ? FZ_SQL_CORRECTIONS_OF_SOURCE : FZ_SQL_ALL_CORRECTIONS;
  g_autoptr (FzStatement) rows = fz_connection_statement (reader, sql, error);
  FzStep step;

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  if (rows == NULL)
    return NULL;
  if (source != 0)
    fz_statement_bind_int (rows, source);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      FzCorrection *correction = take_correction (rows);

      if (correction == NULL)
        {
          fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, "correction");
          return NULL;
        }
      g_ptr_array_add (corrections, correction);
    }
  return step == FZ_STEP_DONE ? g_steal_pointer (&corrections) : NULL;
}
