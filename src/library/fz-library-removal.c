/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that the reader removes, and the marks that stay. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_weigh (FzConnection  *reader,
            gpointer       data,
            GError       **error)
{
  FzCall *call = data;

  return fz_store_weigh_removal (reader, call->id, &call->removal, error);
}

/**
 * fz_library_weigh_removal:
 * @self: a library
 * @source: id of a source
 * @out: (out caller-allocates): what would go with it, and what would stay
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_library_weigh_removal (FzLibrary     *self,
                          gint64         source,
                          FzRemoval     *out,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_auto (FzCall) call = { .id = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_READ, work_weigh, &call, cancellable, error))
    return FALSE;
  *out = call.removal;
  return TRUE;
}

/**
 * fz_library_weigh_removal_async:
 *
 * As [method@Library.weigh_removal], for where a window is drawn.
 */
void
fz_library_weigh_removal_async (FzLibrary           *self,
                                gint64               source,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  FzCall call = { .id = source };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_weigh, &call, fz_library_weigh_removal_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_weigh_removal_finish:
 * @self: a library
 * @result: what the callback was given
 * @out: (out caller-allocates): as [method@Library.weigh_removal]
 * @error: as [method@Library.weigh_removal]
 */
gboolean
fz_library_weigh_removal_finish (FzLibrary     *self,
                                 GAsyncResult  *result,
                                 FzRemoval     *out,
                                 GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_weigh_removal_async, error);

  if (call != NULL)
    *out = call->removal;
  return call != NULL;
}

static gboolean
work_remove (FzConnection  *writer,
             gpointer       data,
             GError       **error)
{
  const FzCall *call = data;

  return fz_store_remove_source (writer, call->id, error);
}

/**
 * fz_library_remove_source:
 * @self: a library
 * @source: id of a source
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Removes the source, its articles and what was corrected in it, in one
 * transaction.  Notes are kept, as orphans; they find their places again when the
 * same bytes are imported again.
 */
gboolean
fz_library_remove_source (FzLibrary     *self,
                          gint64         source,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_auto (FzCall) call = { .id = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_remove, &call, cancellable, error);
}

/**
 * fz_library_remove_source_async:
 *
 * As [method@Library.remove_source], for where a window is drawn.
 */
void
fz_library_remove_source_async (FzLibrary           *self,
                                gint64               source,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  FzCall call = { .id = source };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_remove, &call, fz_library_remove_source_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_remove_source_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.remove_source]
 */
gboolean
fz_library_remove_source_finish (FzLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_remove_source_async, error) != NULL;
}

static gboolean
work_orphans (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  FzCall *call = data;

  call->rows = fz_store_get_orphans (reader, call->limit, error);
  return call->rows != NULL;
}

/**
 * fz_library_orphans:
 * @self: a library
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzOrphan): marks without an article, those
 *   of a source together; or %NULL
 */
GPtrArray *
fz_library_orphans (FzLibrary     *self,
                    guint          limit,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (FzCall) call = { .limit = limit };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_orphans, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

/**
 * fz_library_orphans_async:
 *
 * As [method@Library.orphans], for where a window is drawn.
 */
void
fz_library_orphans_async (FzLibrary           *self,
                          guint                limit,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  FzCall call = { .limit = limit };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_orphans, &call, fz_library_orphans_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_orphans_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.orphans]
 *
 * Returns: (transfer full) (element-type FzOrphan): as [method@Library.orphans]
 */
GPtrArray *
fz_library_orphans_finish (FzLibrary     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_orphans_async, error);

  return call != NULL ? g_steal_pointer (&call->rows) : NULL;
}

static gboolean
work_count_orphans (FzConnection  *reader,
                    gpointer       data,
                    GError       **error)
{
  FzCall *call = data;
  g_autoptr (FzStatement) count = fz_connection_statement (reader, FZ_SQL_COUNT_ORPHANS, error);

  if (count == NULL || fz_statement_step (count, error) != FZ_STEP_ROW)
    return FALSE;
  call->number = fz_statement_take_int (count);
  return TRUE;
}

/**
 * fz_library_count_orphans_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 */
void
fz_library_count_orphans_async (FzLibrary           *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_count_orphans, &call, fz_library_count_orphans_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_count_orphans_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: how many of the reader's marks stand in no article any more; -1 on error
 */
gint64
fz_library_count_orphans_finish (FzLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_count_orphans_async, error);

  return call != NULL ? call->number : -1;
}
