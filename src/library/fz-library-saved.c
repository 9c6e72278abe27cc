/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader looks for again and again. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_saved_searches (FzConnection  *reader,
                     gpointer       data,
                     GError       **error)
{
  FzCall *call = data;

  call->rows = fz_store_saved_searches (reader, error);
  return call->rows != NULL;
}

/**
 * fz_library_saved_searches:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzSavedSearch): in the order in which
 *   they were saved; or %NULL
 */
GPtrArray *
fz_library_saved_searches (FzLibrary     *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_saved_searches, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

/**
 * fz_library_saved_searches_async:
 *
 * As [method@Library.saved_searches], for where a window is drawn.
 */
void
fz_library_saved_searches_async (FzLibrary           *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_saved_searches, &call, fz_library_saved_searches_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_saved_searches_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzSavedSearch): as [method@Library.saved_searches]
 */
GPtrArray *
fz_library_saved_searches_finish (FzLibrary     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_saved_searches_async, error);

  return call != NULL ? g_steal_pointer (&call->rows) : NULL;
}

static gboolean
work_put (FzConnection  *writer,
          gpointer       data,
          GError       **error)
{
  FzCall *call = data;

  return fz_store_put_saved_search (writer, call->saved, &call->number, error);
}

/**
 * fz_library_put_saved_search:
 * @self: a library
 * @saved: what to keep; with id 0 as a new one, otherwise in the place of the one
 *   that has its id, or back under that
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: its id from now on, or 0
 */
gint64
fz_library_put_saved_search (FzLibrary            *self,
                             const FzSavedSearch  *saved,
                             GCancellable         *cancellable,
                             GError              **error)
{
  g_auto (FzCall) call = { .saved = fz_saved_search_copy (saved) };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), 0);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_put, &call, cancellable, error) ? call.number : 0;
}

/**
 * fz_library_put_saved_search_async:
 *
 * As [method@Library.put_saved_search], for where a window is drawn.
 */
void
fz_library_put_saved_search_async (FzLibrary            *self,
                                   const FzSavedSearch  *saved,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.saved = fz_saved_search_copy (saved);
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_put, &call, fz_library_put_saved_search_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_put_saved_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: its id from now on, or 0
 */
gint64
fz_library_put_saved_search_finish (FzLibrary     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_put_saved_search_async, error);

  return call != NULL ? call->number : 0;
}

static gboolean
work_remove (FzConnection  *writer,
             gpointer       data,
             GError       **error)
{
  const FzCall *call = data;

  return fz_store_remove_saved_search (writer, call->id, error);
}

/**
 * fz_library_remove_saved_search:
 * @self: a library
 * @saved: id of a saved search
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_library_remove_saved_search (FzLibrary     *self,
                                gint64         saved,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_auto (FzCall) call = { .id = saved };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_remove, &call, cancellable, error);
}

/**
 * fz_library_remove_saved_search_async:
 *
 * As [method@Library.remove_saved_search], for where a window is drawn.
 */
void
fz_library_remove_saved_search_async (FzLibrary           *self,
                                      gint64               saved,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  FzCall call = { .id = saved };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_remove, &call, fz_library_remove_saved_search_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_remove_saved_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.remove_saved_search]
 */
gboolean
fz_library_remove_saved_search_finish (FzLibrary     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_remove_saved_search_async, error) != NULL;
}
