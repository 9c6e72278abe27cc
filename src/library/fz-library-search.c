/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for articles; see fz-library-read.c. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_search (FzConnection  *reader,
             gpointer       data,
             GError       **error)
{
  FzCall *call = data;

  call->hits = fz_store_search (reader, &call->search, error);
  return call->hits != NULL;
}

/**
 * fz_library_search:
 * @self: a library
 * @request: what is looked for, and which page
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_QUERY with what is wrong with the query and where,
 *   other #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the page, or %NULL
 */
FzHits *
fz_library_search (FzLibrary              *self,
                   const FzSearchRequest  *request,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_auto (FzCall) call = { .search = *request };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_search, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.hits);
}

/**
 * fz_library_search_async:
 *
 * As [method@Library.search], for where a window is drawn.
 */
void
fz_library_search_async (FzLibrary              *self,
                         const FzSearchRequest  *request,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  FzCall call = { .search = *request };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.search.query = call.own_query = g_strdup (request->query);
  fz_library_call_async (self, FZ_JOB_READ, work_search, &call, fz_library_search_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.search]
 *
 * Returns: (transfer full): the page, or %NULL
 */
FzHits *
fz_library_search_finish (FzLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_search_async, error);

  return call != NULL ? g_steal_pointer (&call->hits) : NULL;
}

static gboolean
work_search_all (FzConnection  *reader,
                 gpointer       data,
                 GError       **error)
{
  FzCall *call = data;
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (FzHits) hits = fz_store_search (reader, &call->search, error);

      if (hits == NULL)
        return FALSE;
      more = call->hits_func (hits, call->user_data) && hits->more;
      call->search.after = hits->after;
    }
  return TRUE;
}

/**
 * fz_library_search_all:
 * @self: a library
 * @request: what is looked for, and how many hits a page has
 * @func: (scope call): takes a page, in the thread that reads, and answers whether the
 *   next one is wanted; it may not ask the library
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: as [method@Library.search]
 *
 * All pages are of the same state of the library, whoever writes meanwhile.
 */
gboolean
fz_library_search_all (FzLibrary              *self,
                       const FzSearchRequest  *request,
                       FzHitsFunc              func,
                       gpointer                user_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_auto (FzCall) call = { .search = *request, .hits_func = func, .user_data = user_data };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_READ, work_search_all, &call, cancellable, error);
}

static gboolean
work_count_hits (FzConnection  *reader,
                 gpointer       data,
                 GError       **error)
{
  FzCall *call = data;

  return fz_store_count_hits (reader, call->search.query, call->id, &call->number, error);
}

/**
 * fz_library_count_hits:
 * @self: a library
 * @query: what is looked for
 * @most: where counting ends
 * @cancellable: (nullable): stops it
 * @error: as [method@Library.search]
 *
 * Returns: how many articles answer, or @most where they are more; -1 on error
 */
gint64
fz_library_count_hits (FzLibrary     *self,
                       const char    *query,
                       gint64         most,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto (FzCall) call = { .search = { .query = query }, .id = most };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), -1);
  return fz_library_call (self, FZ_JOB_READ, work_count_hits, &call, cancellable, error) ? call.number : -1;
}

/**
 * fz_library_count_hits_async:
 *
 * As [method@Library.count_hits], for where a window is drawn.
 */
void
fz_library_count_hits_async (FzLibrary           *self,
                             const char          *query,
                             gint64               most,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  FzCall call = { .id = most };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.search.query = call.own_query = g_strdup (query);
  fz_library_call_async (self, FZ_JOB_READ, work_count_hits, &call, fz_library_count_hits_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_count_hits_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.search]
 *
 * Returns: as [method@Library.count_hits]
 */
gint64
fz_library_count_hits_finish (FzLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_count_hits_async, error);

  return call != NULL ? call->number : -1;
}

static gboolean
work_count_by_region (FzConnection  *reader,
                      gpointer       data,
                      GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_count_hits_by_region (reader, call->search.query, call->id, &call->number, error);
  return call->array != NULL;
}

/**
 * fz_library_count_hits_by_region_async:
 * @self: a library
 * @query: what is looked for
 * @most: so many hits are counted, the latest
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * A million hits take some seconds: who shows windows asks for a few first.
 */
void
fz_library_count_hits_by_region_async (FzLibrary           *self,
                                       const char          *query,
                                       gint64               most,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  FzCall call = { .id = most };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.search.query = call.own_query = g_strdup (query);
  fz_library_call_async (self, FZ_JOB_READ, work_count_by_region, &call, fz_library_count_hits_by_region_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_count_hits_by_region_finish:
 * @self: a library
 * @result: what the callback was given
 * @out_count: (out): how many were counted
 * @error: as [method@Library.search]
 *
 * Returns: (transfer full) (element-type FzRegionCount): the regions that have hits
 *   and those above them, in code order, those of none last; of what was read they
 *   say nothing.  Or %NULL
 */
GArray *
fz_library_count_hits_by_region_finish (FzLibrary     *self,
                                        GAsyncResult  *result,
                                        gint64        *out_count,
                                        GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_count_hits_by_region_async, error);

  if (call == NULL)
    return NULL;
  *out_count = call->number;
  return g_steal_pointer (&call->array);
}

static gboolean
work_index_state (FzConnection  *reader,
                  gpointer       data,
                  GError       **error)
{
  FzCall *call = data;

  return fz_search_index_state (reader, &call->index, error);
}

static gboolean
work_fill (FzConnection  *writer,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;
  FzIndexStep step;

  if (!fz_search_index_state (writer, &call->index, error))
    return FALSE;
  if (!call->index.whole && !fz_search_index_step (writer, &step, error))
    return FALSE;
  return fz_search_index_state (writer, &call->index, error);
}

/**
 * fz_library_fill_index:
 * @self: a library
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it; what was done stays
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Waits until every article is in the index.  Where they are already nothing is
 * written: a library that can only be read is searched, too.
 */
gboolean
fz_library_fill_index (FzLibrary     *self,
                       FzIndexFunc    func,
                       gpointer       user_data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_READ, work_index_state, &call, cancellable, error))
    return FALSE;
  while (!call.index.whole)
    {
      if (!fz_library_call (self, FZ_JOB_WRITE, work_fill, &call, cancellable, error))
        return FALSE;
      if (func != NULL && !call.index.whole)
        func (call.index.done, call.index.total, user_data);
    }
  return TRUE;
}
