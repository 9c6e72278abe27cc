/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-list.h"

/* A list of articles that stays in the library.
 *
 * The list knows how many rows there are and holds the entries of a few pages
 * of them, the least recently wanted given up first.  Items are handed out empty
 * and cost no question: a tree model takes all rows of what is opened into its
 * hand.  The page of an item is asked for when the item is wanted, by whatever
 * draws it, and its query is cancelled when the page is given up before.
 *
 * When the library has changed, fz_article_list_refresh() asks anew for the
 * pages that are held.  Rows that are what they were stay the same objects, so
 * selection and scroll position hold; `items-changed` names the rows that
 * differ and no others.  Each refresh starts a generation, and an answer that
 * belongs to an earlier one is dropped. */

#define PAGE FZ_ARTICLE_LIST_PAGE

typedef struct {
  guint          number;
  guint64        used;
  GCancellable  *cancellable;
} Page;

struct _FzArticleList {
  GObject       parent_instance;

  FzLibrary    *library;
  FzQuery       query;
  GCancellable *cancellable;
  GHashTable   *pages; /* (element-type uint Page) */
  GPtrArray    *items; /* (element-type FzArticleItem): NULL where none was asked for */
  guint         generation;
  guint64       clock;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FzArticleList, fz_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What an answer has to be matched with. */
typedef struct {
  GWeakRef list;
  guint    page;
  guint    generation;
} Request;

static Request *
request_new (FzArticleList *list, guint page)
{
  Request *self = g_new0 (Request, 1);

  g_weak_ref_init (&self->list, list);
  self->page = page;
  self->generation = list->generation;
  return self;
}

static void
request_free (Request *self)
{
  g_weak_ref_clear (&self->list);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Takes the list that @self asks for, unless it has gone or moved on. */
static FzArticleList *
request_dup_list (Request *self)
{
  g_autoptr (FzArticleList) list = g_weak_ref_get (&self->list);

  if (!list || list->generation != self->generation)
    return NULL;
  return g_steal_pointer (&list);
}

static void
page_free (Page *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void fz_article_list_want (gpointer owner, guint position);

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
ensure_item (FzArticleList *self, guint position)
{
  if (!self->items->pdata[position])
    self->items->pdata[position] = fz_article_item_new (fz_article_list_want, self, position);
  return self->items->pdata[position];
}

static void
replace_item (FzArticleList *self, guint position)
{
  item_free (g_steal_pointer (&self->items->pdata[position]));
  ensure_item (self, position);
}

static gboolean
same_article (FzArticleItem *item, const FzEntry *entry)
{
  const FzEntry *known = fz_article_item_get_entry (item);

  return !known || known->id == entry->id;
}

/* Puts @entries into the rows from @start on.  Items that show the same article,
 * or none yet, are filled in; the rows between the first and the last that do
 * not are replaced. */
static void
fill (FzArticleList *self, guint start, GPtrArray *entries)
{
  guint n = start < self->items->len ? MIN (self->items->len - start, entries->len) : 0;
  guint first = n, last = 0;

  for (guint i = 0; i < n; i++)
    if (!same_article (ensure_item (self, start + i), entries->pdata[i]))
      {
        first = MIN (first, i);
        last = i + 1;
      }
  for (guint i = first; i < last; i++)
    replace_item (self, start + i);
  for (guint i = 0; i < n; i++)
    fz_article_item_set_entry (self->items->pdata[start + i], g_steal_pointer (&entries->pdata[i]));
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
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_list_finish (FZ_LIBRARY (source), result, &error);
  g_autoptr (FzArticleList) self = request_dup_list (request);
  Page *page = self ? g_hash_table_lookup (self->pages, GUINT_TO_POINTER (request->page)) : NULL;

  if (entries)
    g_ptr_array_set_free_func (entries, entry_clear);
  if (!page || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      g_message ("Articles cannot be listed: %s", error->message);
      return;
    }
  fill (self, page->number * PAGE, entries);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
page_request (FzArticleList *self, Page *page)
{
  g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  page->cancellable = g_cancellable_new ();
  fz_library_list_async (self->library, &self->query, page->number * PAGE, PAGE,
                         page->cancellable, on_page, request_new (self, page->number));
}

static void
empty_rows (FzArticleList *self, guint start)
{
  for (guint i = start; i < MIN (start + PAGE, self->items->len); i++)
    if (self->items->pdata[i] && fz_article_item_get_entry (self->items->pdata[i]))
      fz_article_item_set_entry (self->items->pdata[i], NULL);
}

static void
drop_oldest_page (FzArticleList *self)
{
  GHashTableIter iter;
  gpointer page;
  Page *oldest = NULL;
  guint number;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (!oldest || ((Page *) page)->used < oldest->used)
      oldest = page;
  if (!oldest)
    return;
  number = oldest->number;
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (number));
  empty_rows (self, number * PAGE);
}

static Page *
page_new (FzArticleList *self, guint number)
{
  Page *page = g_new0 (Page, 1);

  page->number = number;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  page_request (self, page);
  return page;
}

static void
fz_article_list_want (gpointer owner, guint position)
{
  FzArticleList *self = FZ_ARTICLE_LIST (owner);
  guint number = position / PAGE;
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (!page && g_hash_table_size (self->pages) >= FZ_ARTICLE_LIST_PAGES)
    drop_oldest_page (self);
  if (!page)
    page = page_new (self, number);
  page->used = ++self->clock;
}

static void
on_count (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n_items = fz_library_count_finish (FZ_LIBRARY (source), result, &error);
  g_autoptr (FzArticleList) self = request_dup_list (request);

  if (!self || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    g_message ("Articles cannot be counted: %s", error->message);
  else
    fz_article_list_refresh (self, (guint) CLAMP (n_items, 0, G_MAXINT));
}

static GType
fz_article_list_get_item_type (GListModel *model)
{
  return FZ_TYPE_ARTICLE_ITEM;
}

static guint
fz_article_list_get_n_items (GListModel *model)
{
  return FZ_ARTICLE_LIST (model)->items->len;
}

static gpointer
fz_article_list_get_item (GListModel *model, guint position)
{
  FzArticleList *self = FZ_ARTICLE_LIST (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (ensure_item (self, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fz_article_list_get_item_type;
  iface->get_n_items = fz_article_list_get_n_items;
  iface->get_item = fz_article_list_get_item;
}

static void
fz_article_list_dispose (GObject *object)
{
  FzArticleList *self = FZ_ARTICLE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->pages);
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_article_list_parent_class)->dispose (object);
}

static void
fz_article_list_finalize (GObject *object)
{
  FzArticleList *self = FZ_ARTICLE_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query.spans, g_array_unref);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (fz_article_list_parent_class)->finalize (object);
}

static void
fz_article_list_class_init (FzArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fz_article_list_dispose;
  object_class->finalize = fz_article_list_finalize;
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_ARTICLE_LIST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_article_list_init (FzArticleList *self)
{
  self->cancellable = g_cancellable_new ();
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) page_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
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
  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  fz_library_count_async (self->library, &self->query, self->cancellable, on_count, request_new (self, 0));
}

/* Forgets the pages that lie behind the end, asks anew for the others. */
static void
refresh_pages (FzArticleList *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (((Page *) page)->number * PAGE >= self->items->len)
      g_hash_table_iter_remove (&iter);
    else
      page_request (self, page);
}

/**
 * fz_article_list_refresh:
 * @self: a list
 * @n_items: how many articles there are now
 *
 * Brings the list up to date with a library that has changed.
 */
void
fz_article_list_refresh (FzArticleList *self, guint n_items)
{
  guint before = self->items->len;

  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  self->generation++;
  g_ptr_array_set_size (self->items, (int) MIN (n_items, G_MAXINT));
  refresh_pages (self);
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
  else if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items, 0);
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
  guint n = self->items->len;

  g_return_if_fail (FZ_IS_ARTICLE_LIST (self));

  if (self->query.sort == sort)
    return;
  self->query.sort = sort;
  self->generation++;
  g_hash_table_remove_all (self->pages);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->items, (int) n);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

/**
 * fz_article_list_find:
 * @self: a list
 * @article: an article's id
 *
 * Returns: its position, %GTK_INVALID_LIST_POSITION (the largest number) where
 *   it is not on a page that is held
 */
guint
fz_article_list_find (FzArticleList *self, gint64 article)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    {
      guint start = ((Page *) page)->number * PAGE;

      for (guint i = start; i < MIN (start + PAGE, self->items->len); i++)
        {
          const FzEntry *entry = self->items->pdata[i] ? fz_article_item_get_entry (self->items->pdata[i]) : NULL;

          if (entry && entry->id == article)
            return i;
        }
    }
  return G_MAXUINT;
}

/**
 * fz_article_list_n_cached:
 * @self: a list
 *
 * Returns: how many pages are held
 */
guint
fz_article_list_n_cached (FzArticleList *self)
{
  return g_hash_table_size (self->pages);
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
