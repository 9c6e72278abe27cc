/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-library-private.h"

/* How many articles' figures are fetched at a time: enough that the threads'
 * handing over costs nothing, few enough to hold. */
#define ARTICLES_AT_A_TIME 256

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
