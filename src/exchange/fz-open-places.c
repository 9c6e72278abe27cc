/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-exchange.h"

/* The library keeps the places that are settled and the names of programmes; which
 * names of an article are left open and what it tells of its programmes is read
 * from its text when somebody wants to know. */

static void
tell_programmes (FzFacts *facts, const FzArticle *article)
{
  facts->told = fz_facts_tell_programmes (facts, article, g_date_valid (&facts->page) ? &facts->page : NULL);
  facts->mentions = fz_facts_find_mentions (facts, article);
}

static void
find_open (FzStored *stored)
{
  const FzEntry *entry = stored->entry;
  FzPlaceContext context = { 0, FZ_REGION_NONE };

  if (entry->date != NULL)
    context.year = (guint) g_ascii_strtoull (entry->date, NULL, 10);
  if (entry->newspaper != NULL)
    context.home = fz_region_of_newspaper (entry->newspaper);
  fz_places_find_open (stored->facts, stored->article, &context);
  tell_programmes (stored->facts, stored->article);
}

static void
find_open_in_parts (const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    find_open (parts->pdata[i]);
}

static void
load_in_thread (GTask *task, gpointer library, gpointer article, GCancellable *cancellable)
{
  GError *error = NULL;
  FzStored *stored = fz_library_load (library, *(const gint64 *) article, cancellable, &error);

  if (stored == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  find_open_in_parts (stored->before);
  find_open (stored);
  find_open_in_parts (stored->after);
  g_task_return_pointer (task, stored, (GDestroyNotify) fz_stored_free);
}

/**
 * fz_load_open_places_async:
 * @library: a library
 * @article: id of an article
 *
 * Loads the article and its other parts, and finds the names that nothing in
 * them settles and what they tell of their programmes, in a thread.
 */
void
fz_load_open_places_async (FzLibrary *library, gint64 article, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, fz_load_open_places_async);
  g_task_set_task_data (task, g_memdup2 (&article, sizeof article), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * fz_load_open_places_finish:
 *
 * Returns: (transfer full): the article, or %NULL with an error
 */
FzStored *
fz_load_open_places_finish (FzLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_load_open_places_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
