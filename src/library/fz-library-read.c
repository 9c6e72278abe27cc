/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a library.  Each question comes twice, see fz-library.h;
 * both ways run the same work function in a reading thread. */

#include "config.h"

#include "fz-library-private.h"

/* How many articles' figures are fetched at a time: enough that the threads'
 * handing over costs nothing, few enough to hold. */
#define ARTICLES_AT_A_TIME 256

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
  g_auto (FzCall) call = { .query = *query, .offset = offset, .limit = limit };

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
  FzCall call = { .query = *query, .offset = offset, .limit = limit };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_list, &call, fz_library_list_async,
                         cancellable, callback, user_data);
}

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

  return fz_store_count (reader, &call->query, &call->number, error);
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
  g_auto (FzCall) call = { .query = *query };

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
  FzCall call = { .query = *query };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_count, &call, fz_library_count_async,
                         cancellable, callback, user_data);
}

gint64
fz_library_count_finish (FzLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_count_async, error);

  return call != NULL ? call->number : -1;
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
 * Returns: (transfer full): its entry, text, blocks, facts and annotations, or %NULL
 */
FzStored *
fz_library_load (FzLibrary     *self,
                 gint64         article,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (FzCall) call = { .id = article };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_load, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.stored);
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

FzStored *
fz_library_load_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_load_async, error);

  return call != NULL ? g_steal_pointer (&call->stored) : NULL;
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

static gboolean
work_articles_of_figures (FzConnection  *reader,
                          gpointer       data,
                          GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_articles_of_figures (reader, call->figures, error);
  return call->array != NULL;
}

static gboolean
work_figures (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  FzCall *call = data;

  call->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_stored_free);
  for (guint i = 0; i < call->n_ids; i++)
    {
      FzStored *stored = fz_store_get_figures (reader, call->figures, call->ids[i], error);

      if (stored == NULL)
        return FALSE;
      g_ptr_array_add (call->rows, stored);
    }
  return TRUE;
}

static gboolean
give_figures (const FzStored *stored,
              FzFigureFunc    func,
              gpointer        user_data)
{
  const FzEntry *entry = stored->entry;

  for (guint i = 0; i < stored->facts->figures->len; i++)
    {
      FzFigureRow row = {
        .article = entry->id,
        .source_name = entry->source_name,
        .newspaper = entry->newspaper,
        .date = entry->date,
        .title = entry->title,
        .region = entry->region,
        .figure = &g_array_index (stored->facts->figures, FzFigure, i),
      };

      if (!func (&row, user_data))
        return FALSE;
    }
  return TRUE;
}

/* One portion; @out_more is FALSE where @func has had enough. */
static gboolean
give_portion (FzLibrary      *self,
              FzCall         *call,
              FzFigureFunc    func,
              gpointer        user_data,
              gboolean       *out_more,
              GCancellable   *cancellable,
              GError        **error)
{
  if (!fz_library_call (self, FZ_JOB_READ, work_figures, call, cancellable, error))
    return FALSE;
  for (guint i = 0; *out_more && i < call->rows->len; i++)
    *out_more = give_figures (g_ptr_array_index (call->rows, i), func, user_data);
  return TRUE;
}

/**
 * fz_library_figures:
 * @self: a library
 * @query: which figures
 * @func: called for each of them in library order, from the calling thread;
 *   stops the walk by %FALSE
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * The figures are fetched in portions, each of them as of one moment; an
 * article that comes in meanwhile may be missed.
 */
gboolean
fz_library_figures (FzLibrary            *self,
                    const FzFigureQuery  *query,
                    FzFigureFunc          func,
                    gpointer              user_data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_auto (FzCall) articles = { .figures = query };
  gboolean more = TRUE;

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_READ, work_articles_of_figures, &articles, cancellable, error))
    return FALSE;
  for (guint i = 0; more && i < articles.array->len; i += ARTICLES_AT_A_TIME)
    {
      g_auto (FzCall) portion = {
        .figures = query,
        .ids = &g_array_index (articles.array, gint64, i),
        .n_ids = MIN (articles.array->len - i, ARTICLES_AT_A_TIME),
      };

      if (!give_portion (self, &portion, func, user_data, &more, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
