/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-pages.h"

typedef struct {
  guint64       used;
  GCancellable *cancellable;
} Page;

struct _FzPages {
  GHashTable *pages; /* (element-type uint Page) */
  guint64     clock;
};

static void
page_free (gpointer data)
{
  Page *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * fz_pages_new:
 *
 * Returns: (transfer full): no pages
 */
FzPages *
fz_pages_new (void)
{
  FzPages *self = g_new0 (FzPages, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  return self;
}

/**
 * fz_pages_free:
 * @self: pages
 */
void
fz_pages_free (FzPages *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

/**
 * fz_pages_use:
 * @self: pages
 * @page: the number of one
 *
 * Returns: whether it is there; it is the one that was used last then
 */
gboolean
fz_pages_use (FzPages *self, guint page)
{
  Page *held = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));

  if (held)
    held->used = ++self->clock;
  return held != NULL;
}

/**
 * fz_pages_ask:
 * @self: pages
 * @page: the number of one, which may be new
 *
 * Returns: (transfer none): the stamp of a new question for it
 */
GCancellable *
fz_pages_ask (FzPages *self, guint page)
{
  Page *held = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));

  if (!held)
    {
      held = g_new0 (Page, 1);
      held->used = ++self->clock;
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (page), held);
    }
  if (held->cancellable)
    g_cancellable_cancel (held->cancellable);
  g_clear_object (&held->cancellable);
  held->cancellable = g_cancellable_new ();
  return held->cancellable;
}

/**
 * fz_pages_drop_oldest:
 * @self: pages
 *
 * Gives up the page that was not used for the longest time.
 *
 * Returns: its number, the largest one where there is none
 */
guint
fz_pages_drop_oldest (FzPages *self)
{
  GHashTableIter iter;
  gpointer number, page;
  guint oldest = G_MAXUINT;
  guint64 used = G_MAXUINT64;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &page))
    if (((Page *) page)->used < used)
      {
        used = ((Page *) page)->used;
        oldest = GPOINTER_TO_UINT (number);
      }
  fz_pages_forget (self, oldest);
  return oldest;
}

/**
 * fz_pages_forget:
 * @self: pages
 * @page: the number of one
 */
void
fz_pages_forget (FzPages *self, guint page)
{
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page));
}

/**
 * fz_pages_forget_from:
 * @self: pages
 * @page: the first of those that go
 */
void
fz_pages_forget_from (FzPages *self, guint page)
{
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (GPOINTER_TO_UINT (number) >= page)
      g_hash_table_iter_remove (&iter);
}

/**
 * fz_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
fz_pages_get_n (FzPages *self)
{
  return g_hash_table_size (self->pages);
}

/**
 * fz_pages_list:
 * @self: pages
 *
 * Returns: (transfer full) (element-type uint): their numbers
 */
GArray *
fz_pages_list (FzPages *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      guint page = GPOINTER_TO_UINT (number);

      g_array_append_val (numbers, page);
    }
  return numbers;
}
