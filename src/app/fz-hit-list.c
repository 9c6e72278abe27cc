/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-list.h"

/* What a query finds, as a list that stays in the library.
 *
 * A page is asked for by where the page before ended, so the list grows at its
 * end while the reader goes down: when a row of the last page is to be seen, the
 * next one is asked for.  Rows that were once there stay, and are asked for again by
 * the same key.
 *
 * When the library has changed, fz_paged_list_refresh() asks anew for the pages that
 * are held.  Hits that are the same articles are brought up to date in their rows;
 * where they are others, `outdated` says that the query has to be asked again. */

#define PAGE FZ_HIT_LIST_PAGE

struct _FzHitList {
  FzPagedList      parent_instance;

  FzLibrary       *library;
  FzSearchRequest  request;
  char            *query;
  GArray          *ends;     /* (element-type FzSearchAfter): where the page before each ended */
  guint            n_listed; /* pages whose rows are in the list: each is full but the last */
  gboolean         by_date;
  gboolean         whole;
};

G_DEFINE_FINAL_TYPE (FzHitList, fz_hit_list, FZ_TYPE_PAGED_LIST)

enum { LOADED, FAILED, OUTDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fill_item (FzArticleItem *item, gpointer row)
{
  fz_article_item_set_hit (item, row);
}

static gboolean
is_same (FzHitList *self, guint page, const FzHits *hits)
{
  guint start = page * PAGE;
  FzMarks known;

  if (MIN (g_list_model_get_n_items (G_LIST_MODEL (self)) - start, PAGE) != hits->rows->len
      || hits->more != (page + 1 < self->ends->len))
    return FALSE;
  for (guint i = 0; i < hits->rows->len; i++)
    if (fz_article_item_get_marks (fz_paged_list_peek (FZ_PAGED_LIST (self), start + i), &known)
        && known.article != ((const FzHit *) hits->rows->pdata[i])->entry->id)
      return FALSE;
  return TRUE;
}

/* The rows of a page that was not in the list yet. */
static void
append (FzHitList *self, FzHits *hits)
{
  self->by_date = hits->by_date;
  self->whole = hits->whole;
  self->n_listed++;
  if (hits->more)
    g_array_append_val (self->ends, hits->after);
  g_ptr_array_set_free_func (hits->rows, NULL);
  fz_paged_list_append (FZ_PAGED_LIST (self), hits->rows->pdata, hits->rows->len, fill_item);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
take_page (FzHitList *self, guint page, FzHits *hits)
{
  if (page >= self->n_listed)
    {
      append (self, hits);
      return;
    }
  if (!is_same (self, page, hits))
    {
      g_signal_emit (self, signals[OUTDATED], 0);
      return;
    }
  g_ptr_array_set_free_func (hits->rows, NULL);
  for (guint i = 0; i < hits->rows->len; i++)
    fz_paged_list_fill (FZ_PAGED_LIST (self), page * PAGE + i, hits->rows->pdata[i], fill_item);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzPageRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzHits) hits = fz_library_search_finish (FZ_LIBRARY (source), result, &error);
  guint page;
  g_autoptr (FzPagedList) self = fz_page_request_dup_list (request, &page);

  if (!self)
    return;
  if (hits)
    {
      take_page (FZ_HIT_LIST (self), page, hits);
      return;
    }
  fz_paged_list_forget_page (self, page);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
fz_hit_list_ask (FzPagedList *list, guint page, GCancellable *cancellable, FzPageRequest *page_request)
{
  FzHitList *self = FZ_HIT_LIST (list);
  FzSearchRequest request = self->request;

  request.after = g_array_index (self->ends, FzSearchAfter, page);
  fz_library_search_async (self->library, &request, cancellable, on_page, page_request);
}

/* One page ahead of what is seen. */
static void
fz_hit_list_wanted (FzPagedList *list, guint page)
{
  FzHitList *self = FZ_HIT_LIST (list);

  if (page + 1 == self->n_listed && self->n_listed < self->ends->len)
    fz_paged_list_want_page (list, page + 1);
}

static void
fz_hit_list_dispose (GObject *object)
{
  G_OBJECT_CLASS (fz_hit_list_parent_class)->dispose (object);
  g_clear_object (&FZ_HIT_LIST (object)->library);
}

static void
fz_hit_list_finalize (GObject *object)
{
  FzHitList *self = FZ_HIT_LIST (object);

  g_clear_pointer (&self->ends, g_array_unref);
  g_free (self->query);
  G_OBJECT_CLASS (fz_hit_list_parent_class)->finalize (object);
}

static void
fz_hit_list_class_init (FzHitListClass *klass)
{
  FzPagedListClass *list_class = FZ_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_hit_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_hit_list_finalize;
  list_class->rows = PAGE;
  list_class->remembers = TRUE;
  list_class->ask = fz_hit_list_ask;
  list_class->wanted = fz_hit_list_wanted;
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
  const FzSearchAfter start = { 0 };

  self->ends = g_array_new (FALSE, FALSE, sizeof (FzSearchAfter));
  g_array_append_val (self->ends, start);
}

/**
 * fz_hit_list_new:
 * @library: where the articles are
 * @request: what is looked for; its page is the list's matter
 *
 * A list model of [class@ArticleItem].  Its first page is asked for at once; what is
 * on its way is cancelled when the list goes.
 *
 * Returns: (transfer full): the list, empty until its signal `loaded`, or `failed`
 *   with a #GError
 */
FzHitList *
fz_hit_list_new (FzLibrary *library, const FzSearchRequest *request)
{
  FzHitList *self = g_object_new (FZ_TYPE_HIT_LIST, NULL);

  g_return_val_if_fail (FZ_IS_LIBRARY (library), self);
  self->library = g_object_ref (library);
  self->request = *request;
  self->request.query = self->query = g_strdup (request->query);
  self->request.limit = PAGE;
  fz_paged_list_want_page (FZ_PAGED_LIST (self), 0);
  return self;
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

  return self->n_listed == self->ends->len;
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
