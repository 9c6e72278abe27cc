/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paged-list-private.h"

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

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FzPagedList, fz_paged_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FzPagedList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

FzPagedListPrivate *
fz_paged_list_get_private (FzPagedList *self)
{
  return fz_paged_list_get_instance_private (self);
}

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
ask (FzPagedList *self, guint page)
{
  FzPageRequest *request = g_new0 (FzPageRequest, 1);
  GCancellable *cancellable = fz_pages_ask (PRIVATE (self)->pages, page);

  g_weak_ref_init (&request->list, self);
  request->page = page;
  request->cancellable = g_object_ref (cancellable);
  FZ_PAGED_LIST_GET_CLASS (self)->ask (self, page, cancellable, request);
}

static void want (gpointer owner, guint position);

/* An item that leaves the list, or a row that never had one. */
void
fz_paged_list_free_item (gpointer item)
{
  if (!item)
    return;
  fz_article_item_disown (item);
  g_object_unref (item);
}

FzArticleItem *
fz_paged_list_ensure_item (FzPagedList *self, guint position)
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
  FzPages *pages = PRIVATE (self)->pages;

  if (fz_pages_use (pages, page))
    return;
  if (fz_pages_get_n (pages) >= FZ_PAGED_LIST_PAGES)
    drop_rows (self, fz_pages_drop_oldest (pages) * ROWS (self));
  ask (self, page);
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
  fz_pages_forget (PRIVATE (self)->pages, page);
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

  return position < PRIVATE (self)->items->len ? g_object_ref (fz_paged_list_ensure_item (self, position)) : NULL;
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

  fz_pages_forget_from (priv->pages, 0);
  g_ptr_array_set_size (priv->items, 0);
  G_OBJECT_CLASS (fz_paged_list_parent_class)->dispose (object);
}

static void
fz_paged_list_finalize (GObject *object)
{
  FzPagedListPrivate *priv = PRIVATE (FZ_PAGED_LIST (object));

  g_clear_pointer (&priv->pages, fz_pages_free);
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

  priv->pages = fz_pages_new ();
  priv->items = g_ptr_array_new_with_free_func (fz_paged_list_free_item);
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

  n_items = MIN (n_items, G_MAXINT);
  g_ptr_array_set_size (priv->items, (int) n_items);
  fz_pages_forget_from (priv->pages, (n_items + ROWS (self) - 1) / ROWS (self));
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
  else if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items, 0);
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
  g_autoptr (GArray) pages = fz_pages_list (PRIVATE (self)->pages);

  for (guint i = 0; i < pages->len; i++)
    ask (self, g_array_index (pages, guint, i));
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

  fz_pages_forget_from (priv->pages, 0);
  g_ptr_array_set_size (priv->items, 0);
  g_ptr_array_set_size (priv->items, (int) n);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
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
  return fz_pages_get_n (PRIVATE (self)->pages);
}
