/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-list.h"

/* What a query finds, as a list that stays in the library.
 *
 * A page is asked for by where the page before ended, so the list grows at its
 * end while the reader goes down: when a row of the last page is to be seen, the
 * next one is asked for.  Rows that were once there stay as empty items; the hits
 * of a few pages are held, the least recently wanted given up first, and asked for
 * again by the same key.
 *
 * When the library has changed, fz_hit_list_refresh() asks anew for the pages that
 * are held.  Hits that are the same articles are brought up to date in their rows;
 * where they are others, `outdated` says that the query has to be asked again. */

typedef struct {
  FzSearchAfter  after;  /* where the page before ended */
  gboolean       listed; /* whether its rows are in the list */
  gboolean       held;   /* and have their hits */
  guint64        used;
  GCancellable  *cancellable; /* (nullable): while it is on its way */
} Page;

struct _FzHitList {
  GObject        parent_instance;

  FzLibrary     *library;
  char          *query;
  FzSearchOrder  order;
  GPtrArray     *pages; /* (element-type Page): each is full but the last */
  GPtrArray     *items; /* (element-type FzHitItem) */
  guint64        clock;
  gboolean       by_date;
  gboolean       whole;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FzHitList, fz_hit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { LOADED, FAILED, OUTDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What an answer has to be matched with. */
typedef struct {
  GWeakRef      list;
  guint         page;
  GCancellable *cancellable;
} Request;

static Request *
request_new (FzHitList *list, guint page, GCancellable *cancellable)
{
  Request *self = g_new0 (Request, 1);

  g_weak_ref_init (&self->list, list);
  self->page = page;
  self->cancellable = g_object_ref (cancellable);
  return self;
}

static void
request_free (Request *self)
{
  g_weak_ref_clear (&self->list);
  g_object_unref (self->cancellable);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Page *
page_new (const FzSearchAfter *after)
{
  Page *self = g_new0 (Page, 1);

  if (after)
    self->after = *after;
  return self;
}

static void
page_cancel (Page *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
page_free (Page *self)
{
  page_cancel (self);
  g_free (self);
}

static void
item_free (gpointer item)
{
  fz_hit_item_disown (item);
  g_object_unref (item);
}

static void fz_hit_list_want (gpointer owner, guint position);

static void
empty_rows (FzHitList *self, guint start)
{
  for (guint i = start; i < MIN (start + FZ_HIT_LIST_PAGE, self->items->len); i++)
    fz_hit_item_set_hit (self->items->pdata[i], NULL);
}

static guint
oldest_page (FzHitList *self)
{
  guint oldest = G_MAXUINT;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = self->pages->pdata[i];

      if (page->held && (oldest == G_MAXUINT || page->used < ((Page *) self->pages->pdata[oldest])->used))
        oldest = i;
    }
  return oldest;
}

static void
hold (FzHitList *self, Page *page)
{
  guint oldest = !page->held && fz_hit_list_n_held (self) >= FZ_HIT_LIST_PAGES ? oldest_page (self) : G_MAXUINT;

  if (oldest != G_MAXUINT)
    {
      ((Page *) self->pages->pdata[oldest])->held = FALSE;
      page_cancel (self->pages->pdata[oldest]);
      empty_rows (self, oldest * FZ_HIT_LIST_PAGE);
    }
  page->held = TRUE;
  page->used = ++self->clock;
}

/* The rows of a page that was not in the list yet. */
static void
append (FzHitList *self, Page *page, GPtrArray *rows)
{
  guint start = self->items->len, n = rows->len;

  page->listed = TRUE;
  for (guint i = 0; i < n; i++)
    {
      FzHitItem *item = fz_hit_item_new (fz_hit_list_want, self, start + i);

      fz_hit_item_set_hit (item, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->items, item);
    }
  g_ptr_array_set_free_func (rows, NULL);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, 0, n);
}

static gboolean
is_same (FzHitList *self, guint number, const FzHits *hits)
{
  guint start = number * FZ_HIT_LIST_PAGE;

  if (MIN (self->items->len - start, FZ_HIT_LIST_PAGE) != hits->rows->len ||
      hits->more != (number + 1 < self->pages->len))
    return FALSE;
  for (guint i = 0; i < hits->rows->len; i++)
    {
      const FzHit *hit = hits->rows->pdata[i], *known = fz_hit_item_get_hit (self->items->pdata[start + i]);

      if (known && known->entry->id != hit->entry->id)
        return FALSE;
    }
  return TRUE;
}

/* The hits of rows that are in the list. */
static void
fill (FzHitList *self, guint number, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    fz_hit_item_set_hit (self->items->pdata[number * FZ_HIT_LIST_PAGE + i], rows->pdata[i]);
  g_ptr_array_set_free_func (rows, NULL);
}

static void
take_page (FzHitList *self, guint number, FzHits *hits)
{
  Page *page = self->pages->pdata[number];

  if (page->listed && !is_same (self, number, hits))
    {
      g_signal_emit (self, signals[OUTDATED], 0);
      return;
    }
  hold (self, page);
  if (page->listed)
    {
      fill (self, number, hits->rows);
      return;
    }
  self->by_date = hits->by_date;
  self->whole = hits->whole;
  if (hits->more)
    g_ptr_array_add (self->pages, page_new (&hits->after));
  append (self, page, hits->rows);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzHits) hits = fz_library_search_finish (FZ_LIBRARY (source), result, &error);
  g_autoptr (FzHitList) self = g_weak_ref_get (&request->list);

  if (!self || g_cancellable_is_cancelled (request->cancellable))
    return;
  g_clear_object (&((Page *) self->pages->pdata[request->page])->cancellable);
  if (hits)
    take_page (self, request->page, hits);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
ask (FzHitList *self, guint number)
{
  Page *page = self->pages->pdata[number];
  const FzSearchRequest request = { self->query, self->order, FZ_HIT_LIST_PAGE, page->after };

  page_cancel (page);
  page->cancellable = g_cancellable_new ();
  fz_library_search_async (self->library, &request, page->cancellable, on_page,
                           request_new (self, number, page->cancellable));
}

static void
want_page (FzHitList *self, guint number)
{
  Page *page = number < self->pages->len ? self->pages->pdata[number] : NULL;

  if (!page)
    return;
  page->used = ++self->clock;
  if (!page->held && !page->cancellable)
    ask (self, number);
}

static void
fz_hit_list_want (gpointer owner, guint position)
{
  FzHitList *self = FZ_HIT_LIST (owner);
  guint number = position / FZ_HIT_LIST_PAGE;

  want_page (self, number);
  if (number + 2 == self->pages->len && !((Page *) self->pages->pdata[number + 1])->listed)
    want_page (self, number + 1);
}

static GType
fz_hit_list_get_item_type (GListModel *model)
{
  return FZ_TYPE_HIT_ITEM;
}

static guint
fz_hit_list_get_n_items (GListModel *model)
{
  return FZ_HIT_LIST (model)->items->len;
}

static gpointer
fz_hit_list_get_item (GListModel *model, guint position)
{
  FzHitList *self = FZ_HIT_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fz_hit_list_get_item_type;
  iface->get_n_items = fz_hit_list_get_n_items;
  iface->get_item = fz_hit_list_get_item;
}

static void
fz_hit_list_dispose (GObject *object)
{
  FzHitList *self = FZ_HIT_LIST (object);

  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_hit_list_parent_class)->dispose (object);
}

static void
fz_hit_list_finalize (GObject *object)
{
  FzHitList *self = FZ_HIT_LIST (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->query);
  G_OBJECT_CLASS (fz_hit_list_parent_class)->finalize (object);
}

static void
fz_hit_list_class_init (FzHitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fz_hit_list_dispose;
  object_class->finalize = fz_hit_list_finalize;
  /* The first page has come, or one behind it. */
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_HIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The query cannot be understood, or the library not be read. */
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_HIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  /* The query now has other hits than those of the list. */
  signals[OUTDATED] = g_signal_new ("outdated", FZ_TYPE_HIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
fz_hit_list_init (FzHitList *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
}

/**
 * fz_hit_list_new:
 * @library: where the articles are
 * @query: as a person types it
 * @order: what comes first
 *
 * A list model of [class@HitItem].  Its first page is asked for at once; what is
 * on its way is cancelled when the list goes.
 *
 * Returns: (transfer full): the list, empty until its signal `loaded`, or `failed`
 *   with a #GError
 */
FzHitList *
fz_hit_list_new (FzLibrary *library, const char *query, FzSearchOrder order)
{
  FzHitList *self = g_object_new (FZ_TYPE_HIT_LIST, NULL);

  g_return_val_if_fail (FZ_IS_LIBRARY (library), self);
  self->library = g_object_ref (library);
  self->query = g_strdup (query);
  self->order = order;
  g_ptr_array_add (self->pages, page_new (NULL));
  ask (self, 0);
  return self;
}

/**
 * fz_hit_list_refresh:
 * @self: a list
 *
 * Brings the list up to date with a library that has changed.
 */
void
fz_hit_list_refresh (FzHitList *self)
{
  g_return_if_fail (FZ_IS_HIT_LIST (self));

  for (guint i = 0; i < self->pages->len; i++)
    if (((Page *) self->pages->pdata[i])->held)
      ask (self, i);
}

/**
 * fz_hit_list_has_all:
 * @self: a list
 *
 * Returns: whether all that was found is in it
 */
gboolean
fz_hit_list_has_all (FzHitList *self)
{
  g_return_val_if_fail (FZ_IS_HIT_LIST (self), FALSE);

  return self->pages->len > 0 && ((Page *) self->pages->pdata[self->pages->len - 1])->listed;
}

/**
 * fz_hit_list_get_by_date:
 * @self: a list
 *
 * Returns: whether the latest come first, as was asked or since there are many
 */
gboolean
fz_hit_list_get_by_date (FzHitList *self)
{
  g_return_val_if_fail (FZ_IS_HIT_LIST (self), FALSE);

  return self->by_date;
}

/**
 * fz_hit_list_get_whole:
 * @self: a list
 *
 * Returns: %FALSE where articles may be missing, since the index is being made
 */
gboolean
fz_hit_list_get_whole (FzHitList *self)
{
  g_return_val_if_fail (FZ_IS_HIT_LIST (self), FALSE);

  return self->whole;
}

/**
 * fz_hit_list_find:
 * @self: a list
 * @article: an article's id
 *
 * Returns: its position, the largest number where it is on no page that is held
 */
guint
fz_hit_list_find (FzHitList *self, gint64 article)
{
  g_return_val_if_fail (FZ_IS_HIT_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->items->len; i++)
    {
      const FzHit *hit = fz_hit_item_get_hit (self->items->pdata[i]);

      if (hit && hit->entry->id == article)
        return i;
    }
  return G_MAXUINT;
}

/**
 * fz_hit_list_n_held:
 * @self: a list
 *
 * Returns: how many pages are held
 */
guint
fz_hit_list_n_held (FzHitList *self)
{
  guint n = 0;

  g_return_val_if_fail (FZ_IS_HIT_LIST (self), 0);

  for (guint i = 0; i < self->pages->len; i++)
    n += ((Page *) self->pages->pdata[i])->held;
  return n;
}
