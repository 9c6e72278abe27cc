/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-list.h"

/* Articles of a region, of several, or of a shelf: how many there are is known, and
 * a page is asked for by where it lies.
 *
 * When the library has changed, fz_article_list_refresh() asks anew for the
 * pages that are held.  Rows that are what they were stay the same objects, so
 * selection and scroll position hold; `items-changed` names the rows that
 * differ and no others. */

#define PAGE FZ_ARTICLE_LIST_PAGE

struct _FzArticleList {
  FzPagedList   parent_instance;

  FzLibrary    *library;
  FzQuery       query;
  GCancellable *counting; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FzArticleList, fz_article_list, FZ_TYPE_PAGED_LIST)

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fill_item (FzArticleItem *item, gpointer row)
{
  fz_article_item_set_entry (item, row);
}

static gboolean
same_article (FzArticleItem *item, const FzEntry *entry)
{
  const FzEntry *known = item ? fz_article_item_get_entry (item) : NULL;

  return !known || known->id == entry->id;
}

/* Puts @entries into the rows from @start on.  Items that show the same article,
 * or none yet, are filled in; the rows between the first and the last that do
 * not are replaced. */
static void
fill (FzArticleList *self, guint start, GPtrArray *entries)
{
  FzPagedList *list = FZ_PAGED_LIST (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint n = start < n_items ? MIN (n_items - start, entries->len) : 0;
  guint first = n, last = 0;

  for (guint i = 0; i < n; i++)
    if (!same_article (fz_paged_list_peek (list, start + i), entries->pdata[i]))
      {
        first = MIN (first, i);
        last = i + 1;
      }
  if (first < last)
    fz_paged_list_replace (list, start + first, last - first);
  for (guint i = 0; i < n; i++)
    fz_paged_list_fill (list, start + i, g_steal_pointer (&entries->pdata[i]), fill_item);
  if (first < last)
    g_list_model_items_changed (G_LIST_MODEL (self), start + first, last - first, last - first);
}

/* fill() leaves holes where it took an entry. */
static void
entry_clear (gpointer entry)
{
  if (entry)
    fz_entry_free (entry);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzPageRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_list_finish (FZ_LIBRARY (source), result, &error);
  guint page;
  g_autoptr (FzPagedList) self = fz_page_request_dup_list (request, &page);

  if (entries)
    g_ptr_array_set_free_func (entries, entry_clear);
  if (!self)
    return;
  if (error)
    {
      fz_paged_list_forget_page (self, page);
      g_message ("Articles cannot be listed: %s", error->message);
      return;
    }
  fill (FZ_ARTICLE_LIST (self), page * PAGE, entries);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
fz_article_list_ask (FzPagedList *list, guint page, GCancellable *cancellable, FzPageRequest *request)
{
  FzArticleList *self = FZ_ARTICLE_LIST (list);

  fz_library_list_async (self->library, &self->query, page * PAGE, PAGE, cancellable, on_page, request);
}

static void
stop_counting (FzArticleList *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* Nobody waits for what was cancelled: the list may have gone. */
static void
on_count (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gint64 n_items = fz_library_count_finish (FZ_LIBRARY (source), result, &error);
  FzArticleList *self = user_data;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->counting);
  if (error)
    g_message ("Articles cannot be counted: %s", error->message);
  else
    fz_article_list_refresh (self, (guint) CLAMP (n_items, 0, G_MAXINT),
                             fz_library_count_until (FZ_LIBRARY (source), result));
}

static void
fz_article_list_dispose (GObject *object)
{
  FzArticleList *self = FZ_ARTICLE_LIST (object);

  stop_counting (self);
  G_OBJECT_CLASS (fz_article_list_parent_class)->dispose (object);
  g_clear_object (&self->library);
}

static void
fz_article_list_finalize (GObject *object)
{
  g_clear_pointer (&FZ_ARTICLE_LIST (object)->query.spans, g_array_unref);
  G_OBJECT_CLASS (fz_article_list_parent_class)->finalize (object);
}

static void
fz_article_list_class_init (FzArticleListClass *klass)
{
  FzPagedListClass *list_class = FZ_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_article_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_article_list_finalize;
  list_class->rows = PAGE;
  list_class->ask = fz_article_list_ask;
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_ARTICLE_LIST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_article_list_init (FzArticleList *self)
{
}

/**
 * fz_article_list_new:
 * @library: where the articles are
 * @query: which of them, and in what order
 *
 * A list model of [class@ArticleItem].  It is empty until
 * fz_article_list_count() or fz_article_list_refresh() says how many there are.
 * Its signal `loaded` tells that a page of rows has come.
 *
 * Returns: (transfer full): the list
 */
FzArticleList *
fz_article_list_new (FzLibrary *library, const FzQuery *query)
{
  FzArticleList *self = g_object_new (FZ_TYPE_ARTICLE_LIST, NULL);

  g_return_val_if_fail (FZ_IS_LIBRARY (library), self);
  self->library = g_object_ref (library);
  self->query = *query;
  if (self->query.spans)
    g_array_ref (self->query.spans);
  return self;
}

/**
 * fz_article_list_count:
 * @self: a list
 *
 * Asks the library how many articles there are, and refreshes the list then.
 */
void
fz_article_list_count (FzArticleList *self)
{
  FzQuery query;

  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  query = self->query;

  /* Its rows stay what they are until the answer. */
  query.until = 0;
  stop_counting (self);
  self->counting = g_cancellable_new ();
  fz_library_count_async (self->library, &query, self->counting, on_count, self);
}

/**
 * fz_article_list_refresh:
 * @self: a list
 * @n_items: how many articles there are now
 * @until: the greatest id that any article had when they were counted, 0 where it does
 *   not matter
 *
 * Brings the list up to date with a library that has changed.  What came in since then
 * stands in none of its rows before the next time, so that a row is one article.
 */
void
fz_article_list_refresh (FzArticleList *self, guint n_items, gint64 until)
{
  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  stop_counting (self);
  self->query.until = until;
  fz_paged_list_resize (FZ_PAGED_LIST (self), n_items);
  fz_paged_list_refresh (FZ_PAGED_LIST (self));
}

/**
 * fz_article_list_set_sort:
 * @self: a list
 * @sort: in which order its articles are to stand
 *
 * All rows are other ones then.
 */
void
fz_article_list_set_sort (FzArticleList *self, FzSort sort)
{
  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  if (self->query.sort == sort)
    return;
  self->query.sort = sort;
  fz_paged_list_reset (FZ_PAGED_LIST (self));
}

/**
 * fz_article_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): which articles it has, in which order
 */
const FzQuery *
fz_article_list_get_query (FzArticleList *self)
{
  return &self->query;
}
