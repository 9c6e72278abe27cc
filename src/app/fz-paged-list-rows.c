/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-paged-list-private.h"

/* The rows of a paged list: what they show, and which of them shows an article. */

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
    fill (fz_paged_list_ensure_item (self, start + i), rows[i]);
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
  fill (fz_paged_list_ensure_item (self, position), row);
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
    fz_paged_list_free_item (g_steal_pointer (&items->pdata[i]));
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
  g_autoptr (GArray) pages = fz_pages_list (PRIVATE (self)->pages);

  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (marked, &g_array_index (articles, gint64, i));
  if (FZ_PAGED_LIST_GET_CLASS (self)->remembers)
    mark_rows (self, 0, G_MAXUINT, marked, mark, on);
  for (guint i = 0; i < pages->len; i++)
    {
      guint start = g_array_index (pages, guint, i) * ROWS (self);

      mark_rows (self, start, start + ROWS (self), marked, mark, on);
    }
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
  g_autoptr (GArray) pages = fz_pages_list (PRIVATE (self)->pages);

  for (guint page = 0; page < pages->len; page++)
    {
      guint start = g_array_index (pages, guint, page) * ROWS (self);

      for (guint i = start; i < MIN (start + ROWS (self), items->len); i++)
        {
          const FzEntry *entry = items->pdata[i] ? fz_article_item_get_entry (items->pdata[i]) : NULL;

          if (entry && entry->id == article)
            return i;
        }
    }
  return G_MAXUINT;
}
