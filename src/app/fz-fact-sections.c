/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-sections.h"

#include "fz-fact-item.h"

/* Sections that are made anew are put in the place of those that are shown in such a
 * way that a row which says the same stays: which of its mentions the reader is at,
 * the choice and the focus are of the row. */

static gboolean
is_at (GListStore *store, guint position, gpointer item)
{
  g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return there == item;
}

/* Leaves alone what both begin and end with. */
static void
splice_to (GListStore *store, GPtrArray *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint both = MIN (n, wanted->len), first = 0, last = 0;

  while (first < both && is_at (store, first, wanted->pdata[first]))
    first++;
  while (last < both - first && is_at (store, n - 1 - last, wanted->pdata[wanted->len - 1 - last]))
    last++;
  if (n > first + last || wanted->len > first + last)
    g_list_store_splice (store, first, n - first - last, wanted->pdata + first, wanted->len - first - last);
}

static char *
name_of (GListModel *section)
{
  g_autoptr (GObject) item = g_list_model_get_item (section, 0);
  char *name = NULL;

  if (item != NULL)
    g_object_get (item, "section", &name, NULL);
  return name;
}

static GListStore *
find_section (GListStore *shown, GListModel *like)
{
  g_autofree char *name = name_of (like);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shown)); i++)
    {
      g_autoptr (GListModel) section = g_list_model_get_item (G_LIST_MODEL (shown), i);
      g_autofree char *its = name_of (section);

      if (g_strcmp0 (its, name) == 0)
        return G_LIST_STORE (g_steal_pointer (&section));
    }
  return NULL;
}

/* The rows of @fresh, for each the one of @shown that says the same, if there is one. */
static GPtrArray *
keep_rows (GListModel *shown, GListModel *fresh)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (fz_fact_item_hash, fz_fact_item_equal, g_object_unref, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer item;

  for (guint i = 0; (item = g_list_model_get_item (shown, i)) != NULL; i++)
    g_hash_table_add (known, item);
  for (guint i = 0; (item = g_list_model_get_item (fresh, i)) != NULL; i++)
    {
      gpointer same = g_hash_table_lookup (known, item);

      g_ptr_array_add (rows, same != NULL ? g_object_ref (same) : g_object_ref (item));
      g_object_unref (item);
    }
  return rows;
}

/**
 * fz_fact_sections_update:
 * @shown: a list of lists of #FzFactItem, none of them empty
 * @fresh: what it is to say
 *
 * Makes @shown say what @fresh does, and leaves the rows that say it already.
 */
void
fz_fact_sections_update (GListStore *shown, GListModel *fresh)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (fresh); i++)
    {
      g_autoptr (GListModel) section = g_list_model_get_item (fresh, i);
      g_autoptr (GListStore) known = find_section (shown, section);
      g_autoptr (GPtrArray) rows = known != NULL ? keep_rows (G_LIST_MODEL (known), section) : NULL;

      if (rows != NULL)
        splice_to (known, rows);
      g_ptr_array_add (sections, rows != NULL ? (gpointer) g_steal_pointer (&known) : g_steal_pointer (&section));
    }
  splice_to (shown, sections);
}
