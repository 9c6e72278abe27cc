/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a library.  Each question comes twice, see fz-library.h;
 * both ways run the same work function in a reading thread. */

#include "config.h"

#include "fz-library-private.h"

static FzQuery
keep_query (const FzQuery *query)
{
  FzQuery kept = *query;

  if (kept.spans != NULL)
    g_array_ref (kept.spans);
  return kept;
}

static gboolean
work_list (FzConnection  *reader,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;

  call->rows = fz_store_list (reader, &call->query, call->offset, call->limit, error);
  return call->rows != NULL;
}

/**
 * fz_library_list:
 * @self: a library
 * @query: which articles, in which order
 * @offset: how many to pass over
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer container) (element-type FzEntry): the rows, or %NULL
 */
GPtrArray *
fz_library_list (FzLibrary      *self,
                 const FzQuery  *query,
                 guint           offset,
                 guint           limit,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_auto (FzCall) call = { .query = keep_query (query), .offset = offset, .limit = limit };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_list, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

/**
 * fz_library_list_async:
 *
 * As [method@Library.list], for where a window is drawn.
 */
void
fz_library_list_async (FzLibrary           *self,
                       const FzQuery       *query,
                       guint                offset,
                       guint                limit,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FzCall call = { .query = keep_query (query), .offset = offset, .limit = limit };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_list, &call, fz_library_list_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_list_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer container) (element-type FzEntry): the rows, or %NULL
 */
GPtrArray *
fz_library_list_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_list_async, error);

  return call != NULL ? g_steal_pointer (&call->rows) : NULL;
}

static gboolean
work_count (FzConnection  *reader,
            gpointer       data,
            GError       **error)
{
  FzCall *call = data;

  return fz_store_count (reader, &call->query, &call->number, error) &&
         fz_store_last_article (reader, &call->last, error);
}

/**
 * fz_library_count:
 * @self: a library
 * @query: which articles
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: how many they are, or -1
 */
gint64
fz_library_count (FzLibrary      *self,
                  const FzQuery  *query,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_auto (FzCall) call = { .query = keep_query (query) };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), -1);
  return fz_library_call (self, FZ_JOB_READ, work_count, &call, cancellable, error) ? call.number : -1;
}

/**
 * fz_library_count_async:
 *
 * As [method@Library.count], for where a window is drawn.
 */
void
fz_library_count_async (FzLibrary           *self,
                        const FzQuery       *query,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  FzCall call = { .query = keep_query (query) };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_count, &call, fz_library_count_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_count_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: how many they are, or -1
 */
gint64
fz_library_count_finish (FzLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_count_async, error);

  return call != NULL ? call->number : -1;
}

/**
 * fz_library_count_until:
 * @self: a library
 * @result: what the callback of [method@Library.count_async] was given
 *
 * Returns: the greatest id that an article had when they were counted
 */
gint64
fz_library_count_until (FzLibrary    *self,
                        GAsyncResult *result)
{
  const FzCall *call = g_task_get_task_data (G_TASK (result));

  return call->last;
}

static gboolean
work_regions (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_count_regions (reader, error);
  return call->array != NULL;
}

/**
 * fz_library_regions:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzRegionCount): the regions that
 *   articles are filed under and those above them, in code order, the articles
 *   of no region last as %FZ_REGION_NONE; or %NULL
 */
GArray *
fz_library_regions (FzLibrary     *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_regions, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.array);
}

/**
 * fz_library_regions_async:
 *
 * As [method@Library.regions], for where a window is drawn.
 */
void
fz_library_regions_async (FzLibrary           *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_regions, &call, fz_library_regions_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_regions_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzRegionCount): as [method@Library.regions], or %NULL
 */
GArray *
fz_library_regions_finish (FzLibrary     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_regions_async, error);

  return call != NULL ? g_steal_pointer (&call->array) : NULL;
}

static gboolean
work_load (FzConnection  *reader,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;

  call->stored = fz_store_load (reader, call->id, error);
  return call->stored != NULL;
}

/**
 * fz_library_load:
 * @self: a library
 * @article: id of an article
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * One that cannot be read as it was stored (%FZ_LIBRARY_ERROR_UNREADABLE) is due for a
 * new analysis from then on.
 *
 * Returns: (transfer full): its entry, text, blocks, facts and annotations, or %NULL
 */
FzStored *
fz_library_load (FzLibrary     *self,
                 gint64         article,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (FzCall) call = { .id = article };
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (fz_library_call (self, FZ_JOB_READ, work_load, &call, cancellable, &reason))
    return g_steal_pointer (&call.stored);
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    fz_library_unmake_now (self, article, cancellable);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * fz_library_load_async:
 *
 * As [method@Library.load], for where a window is drawn.
 */
void
fz_library_load_async (FzLibrary           *self,
                       gint64               article,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FzCall call = { .id = article };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_load, &call, fz_library_load_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_load_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the whole of the article, or %NULL
 */
FzStored *
fz_library_load_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  const FzCall *asked = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) reason = NULL;
  FzCall *call = fz_library_call_finish (self, result, fz_library_load_async, &reason);

  if (call != NULL)
    return g_steal_pointer (&call->stored);
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    fz_library_unmake (self, asked->id);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static gboolean
work_bytes (FzConnection  *reader,
            gpointer       data,
            GError       **error)
{
  FzCall *call = data;

  call->bytes = fz_store_get_bytes (reader, call->id, error);
  return call->bytes != NULL;
}

/**
 * fz_library_source_bytes:
 * @self: a library
 * @source: id of a source
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): its bytes as they were imported, or %NULL
 */
GBytes *
fz_library_source_bytes (FzLibrary     *self,
                         gint64         source,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_auto (FzCall) call = { .id = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_bytes, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.bytes);
}
