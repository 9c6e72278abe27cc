/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paged-list.h"

/* A list of articles that stays in the library.
 *
 * The list knows how many rows there are and holds the articles of a few pages of
 * them, the least recently wanted given up first.  Items are handed out empty and
 * cost no question: a tree model takes all rows of what is opened into its hand.
 * The page of an item is asked for when the item is wanted, by whatever draws it.
 *
 * Each question has a stamp, its cancellable: asking anew for a page, and giving it
 * up, cancels the question before in the library, and an answer whose stamp was
 * cancelled is dropped.  How a page is asked for, by where it lies or by where the
 * one before ended, is the matter of the lists that are made of this. */

typedef struct {
  guint          number;
  guint64        used;
  GCancellable  *cancellable;
} Page;

typedef struct {
  GHashTable *pages; /* (element-type uint Page) */
  GPtrArray  *items; /* (element-type FzArticleItem): NULL where none was asked for */
  guint64     clock;
} FzPagedListPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FzPagedList, fz_paged_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FzPagedList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

#define PRIVATE(self) ((FzPagedListPrivate *) fz_paged_list_get_instance_private (self))
#define ROWS(self)    (FZ_PAGED_LIST_GET_CLASS (self)->rows)

struct _FzPageRequest {
  GWeakRef      list;
  guint         page;
  GCancellable *cancellable;
};

/**
 * fz_page_request_free:
 * @self: a question that was answered
 */
void
fz_page_request_free (FzPageRequest *self)
{
  g_weak_ref_clear (&self->list);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * fz_page_request_dup_list:
 * @self: a question
 * @out_page: (out): for which page it is
 *
 * Returns: (transfer full) (nullable): the list that waits for the answer, %NULL
 *   where nobody does any more
 */
FzPagedList *
fz_page_request_dup_list (FzPageRequest *self, guint *out_page)
{
  *out_page = self->page;
  return g_cancellable_is_cancelled (self->cancellable) ? NULL : g_weak_ref_get (&self->list);
}

static void
page_free (gpointer data)
{
  Page *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
page_ask (FzPagedList *self, Page *page)
{
  FzPageRequest *request = g_new0 (FzPageRequest, 1);

  if (page->cancellable)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  page->cancellable = g_cancellable_new ();
  g_weak_ref_init (&request->list, self);
  request->page = page->number;
  request->cancellable = g_object_ref (page->cancellable);
  FZ_PAGED_LIST_GET_CLASS (self)->ask (self, page->number, page->cancellable, request);
}

static void want (gpointer owner, guint position);

/* An item that leaves the list, or a row that never had one. */
static void
item_free (gpointer item)
{
  if (!item)
    return;
  fz_article_item_disown (item);
  g_object_unref (item);
}

static FzArticleItem *
ensure_item (FzPagedList *self, guint position)
{
  GPtrArray *items = PRIVATE (self)->items;

  if (!items->pdata[position])
    items->pdata[position] = fz_article_item_new (want, self, position);
  return items->pdata[position];
}

static void
drop_rows (FzPagedList *self, guint start)
{
  GPtrArray *items = PRIVATE (self)->items;

  for (guint i = start; i < MIN (start + ROWS (self), items->len); i++)
    if (!items->pdata[i] || !fz_article_item_get_entry (items->pdata[i]))
      continue;
    else if (FZ_PAGED_LIST_GET_CLASS (self)->remembers)
      fz_article_item_drop_hit (items->pdata[i]);
    else
      fz_article_item_set_entry (items->pdata[i], NULL);
}

static void
drop_oldest_page (FzPagedList *self)
{
  GHashTableIter iter;
  gpointer page;
  Page *oldest = NULL;
  guint number;

  g_hash_table_iter_init (&iter, PRIVATE (self)->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (!oldest || ((Page *) page)->used < oldest->used)
      oldest = page;
  if (!oldest)
    return;
  number = oldest->number;
  g_hash_table_remove (PRIVATE (self)->pages, GUINT_TO_POINTER (number));
  drop_rows (self, number * ROWS (self));
}

/**
 * fz_paged_list_want_page:
 * @self: a list
 * @page: the number of a page
 *
 * Asks for it where it is not held.
 */
void
fz_paged_list_want_page (FzPagedList *self, guint page)
{
  FzPagedListPrivate *priv = PRIVATE (self);
  Page *held = g_hash_table_lookup (priv->pages, GUINT_TO_POINTER (page));

  if (held)
    {
      held->used = ++priv->clock;
      return;
    }
  if (g_hash_table_size (priv->pages) >= FZ_PAGED_LIST_PAGES)
    drop_oldest_page (self);
  held = g_new0 (Page, 1);
  held->number = page;
  held->used = ++priv->clock;
  g_hash_table_insert (priv->pages, GUINT_TO_POINTER (page), held);
  page_ask (self, held);
}

/**
 * fz_paged_list_forget_page:
 * @self: a list
 * @page: a page that could not be had
 *
 * It is asked for again when somebody looks.
 */
void
fz_paged_list_forget_page (FzPagedList *self, guint page)
{
  g_hash_table_remove (PRIVATE (self)->pages, GUINT_TO_POINTER (page));
}

static void
want (gpointer owner, guint position)
{
  FzPagedList *self = FZ_PAGED_LIST (owner);
  guint page = position / ROWS (self);

  fz_paged_list_want_page (self, page);
  if (FZ_PAGED_LIST_GET_CLASS (self)->wanted)
    FZ_PAGED_LIST_GET_CLASS (self)->wanted (self, page);
}

static GType
fz_paged_list_get_item_type (GListModel *model)
{
  return FZ_TYPE_ARTICLE_ITEM;
}

static guint
fz_paged_list_get_n_items (GListModel *model)
{
  return PRIVATE (FZ_PAGED_LIST (model))->items->len;
}

static gpointer
fz_paged_list_get_item (GListModel *model, guint position)
{
  FzPagedList *self = FZ_PAGED_LIST (model);

  return position < PRIVATE (self)->items->len ? g_object_ref (ensure_item (self, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fz_paged_list_get_item_type;
  iface->get_n_items = fz_paged_list_get_n_items;
  iface->get_item = fz_paged_list_get_item;
}

static void
fz_paged_list_dispose (GObject *object)
{
  FzPagedListPrivate *priv = PRIVATE (FZ_PAGED_LIST (object));

  g_hash_table_remove_all (priv->pages);
  g_ptr_array_set_size (priv->items, 0);
  G_OBJECT_CLASS (fz_paged_list_parent_class)->dispose (object);
}

static void
fz_paged_list_finalize (GObject *object)
{
  FzPagedListPrivate *priv = PRIVATE (FZ_PAGED_LIST (object));

  g_clear_pointer (&priv->pages, g_hash_table_unref);
  g_clear_pointer (&priv->items, g_ptr_array_unref);
  G_OBJECT_CLASS (fz_paged_list_parent_class)->finalize (object);
}

static void
fz_paged_list_class_init (FzPagedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fz_paged_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_paged_list_finalize;
}

static void
fz_paged_list_init (FzPagedList *self)
{
  FzPagedListPrivate *priv = PRIVATE (self);

  priv->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  priv->items = g_ptr_array_new_with_free_func (item_free);
}

/**
 * fz_paged_list_resize:
 * @self: a list
 * @n_items: how many rows it has now
 *
 * Rows come and go at its end; pages that lie behind it are forgotten.
 */
void
fz_paged_list_resize (FzPagedList *self, guint n_items)
{
  FzPagedListPrivate *priv = PRIVATE (self);
  guint before = priv->items->len;
  GHashTableIter iter;
  gpointer page;

  n_items = MIN (n_items, G_MAXINT);
  g_ptr_array_set_size (priv->items, (int) n_items);
  g_hash_table_iter_init (&iter, priv->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (((Page *) page)->number * ROWS (self) >= n_items)
      g_hash_table_iter_remove (&iter);
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
  else if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items, 0);
}

/**
 * fz_paged_list_append:
 * @self: a list
 * @rows: (transfer full): what the new rows show
 * @n: how many there are
 * @fill: fills an item with a row
 */
void
fz_paged_list_append (FzPagedList *self, gpointer *rows, guint n, FzFillFunc fill)
{
  GPtrArray *items = PRIVATE (self)->items;
  guint start = items->len;

  g_ptr_array_set_size (items, (int) (start + n));
  for (guint i = 0; i < n; i++)
    fill (ensure_item (self, start + i), rows[i]);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, 0, n);
}

/**
 * fz_paged_list_fill:
 * @self: a list
 * @position: of one of its rows
 * @row: (transfer full): what it shows
 * @fill: fills an item with a row
 */
void
fz_paged_list_fill (FzPagedList *self, guint position, gpointer row, FzFillFunc fill)
{
  fill (ensure_item (self, position), row);
}

/**
 * fz_paged_list_replace:
 * @self: a list
 * @position: of the first of some rows
 * @n: how many they are
 *
 * They are to be other ones; who fills them in tells of it by
 * g_list_model_items_changed().
 */
void
fz_paged_list_replace (FzPagedList *self, guint position, guint n)
{
  GPtrArray *items = PRIVATE (self)->items;

  for (guint i = position; i < position + n; i++)
    item_free (g_steal_pointer (&items->pdata[i]));
}

/**
 * fz_paged_list_refresh:
 * @self: a list
 *
 * Asks anew for the pages that are held, since the library has changed.
 */
void
fz_paged_list_refresh (FzPagedList *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, PRIVATE (self)->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    page_ask (self, page);
}

/**
 * fz_paged_list_reset:
 * @self: a list
 *
 * Forgets all pages: each row is another one now.
 */
void
fz_paged_list_reset (FzPagedList *self)
{
  FzPagedListPrivate *priv = PRIVATE (self);
  guint n = priv->items->len;

  g_hash_table_remove_all (priv->pages);
  g_ptr_array_set_size (priv->items, 0);
  g_ptr_array_set_size (priv->items, (int) n);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

static void
mark_rows (FzPagedList *self, guint start, guint end, GHashTable *articles, FzMark mark, gboolean on)
{
  GPtrArray *items = PRIVATE (self)->items;
  FzMarks known;

  for (guint i = start; i < MIN (end, items->len); i++)
    if (items->pdata[i] && fz_article_item_get_marks (items->pdata[i], &known) && known.marks[mark] != on
        && g_hash_table_contains (articles, &known.article))
      fz_article_item_mark (items->pdata[i], mark, on);
}

/**
 * fz_paged_list_mark:
 * @self: a list
 * @articles: (element-type gint64): articles of which the reader said something
 * @mark: what
 * @on: whether it holds now
 *
 * Shows it in the rows that are known, without asking the library.
 */
void
fz_paged_list_mark (FzPagedList *self, const GArray *articles, FzMark mark, gboolean on)
{
  g_autoptr (GHashTable) marked = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer page;

  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (marked, &g_array_index (articles, gint64, i));
  if (FZ_PAGED_LIST_GET_CLASS (self)->remembers)
    mark_rows (self, 0, G_MAXUINT, marked, mark, on);
  g_hash_table_iter_init (&iter, PRIVATE (self)->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    mark_rows (self, ((Page *) page)->number * ROWS (self), (((Page *) page)->number + 1) * ROWS (self), marked, mark, on);
}

/**
 * fz_paged_list_peek:
 * @self: a list
 * @position: of one of its rows
 *
 * Returns: (transfer none) (nullable): its item, %NULL where none was asked for
 */
FzArticleItem *
fz_paged_list_peek (FzPagedList *self, guint position)
{
  GPtrArray *items = PRIVATE (self)->items;

  return position < items->len ? items->pdata[position] : NULL;
}

/**
 * fz_paged_list_find:
 * @self: a list
 * @article: an article's id
 *
 * Returns: its position, the largest number where it is on no page that is held
 */
guint
fz_paged_list_find (FzPagedList *self, gint64 article)
{
  GPtrArray *items = PRIVATE (self)->items;
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, PRIVATE (self)->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    {
      guint start = ((Page *) page)->number * ROWS (self);

      for (guint i = start; i < MIN (start + ROWS (self), items->len); i++)
        {
          const FzEntry *entry = items->pdata[i] ? fz_article_item_get_entry (items->pdata[i]) : NULL;

          if (entry && entry->id == article)
            return i;
        }
    }
  return G_MAXUINT;
}

/**
 * fz_paged_list_n_held:
 * @self: a list
 *
 * Returns: how many pages are held, or on their way
 */
guint
fz_paged_list_n_held (FzPagedList *self)
{
  return g_hash_table_size (PRIVATE (self)->pages);
}
