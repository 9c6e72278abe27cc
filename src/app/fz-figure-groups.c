/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-item.h"

#include "fz-figure-labels.h"
#include "fz-story.h"

/* The figures of an article under their indicators, in the order of the text and
 * by size.  Only of one kind and one unit one is larger than another. */

typedef struct {
  FzFigureItem *first;   /* in the text */
  FzFigureItem *largest;
  guint         places[FZ_FIGURE_N_ORDERS];
} Group;

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

static FzDecimal
upper_end (const FzFigure *figure)
{
  return figure->qualifiers & FZ_QUALIFIER_RANGE ? figure->max : figure->value;
}

/* The larger first. */
static int
compare_sizes (FzFigureItem *a, FzFigureItem *b)
{
  const FzFigure *x = fz_figure_item_get_figure (a), *y = fz_figure_item_get_figure (b);
  int order = compare_numbers (fz_figure_kind_place (x->kind), fz_figure_kind_place (y->kind));

  if (order == 0)
    order = g_strcmp0 (x->unit, y->unit);
  if (order == 0)
    order = fz_decimal_compare (upper_end (y), upper_end (x));
  return order ? order : compare_numbers (fz_figure_item_get_start (a), fz_figure_item_get_start (b));
}

static int
compare_items_by_size (gconstpointer a, gconstpointer b)
{
  return compare_sizes (*(FzFigureItem **) a, *(FzFigureItem **) b);
}

/* Without an indicator last. */
static int
compare_groups_by_size (gconstpointer a, gconstpointer b)
{
  const Group *x = *(const Group **) a, *y = *(const Group **) b;
  gboolean x_named = fz_figure_item_get_figure (x->first)->indicator != NULL;
  gboolean y_named = fz_figure_item_get_figure (y->first)->indicator != NULL;

  return x_named == y_named ? compare_sizes (x->largest, y->largest) : y_named - x_named;
}

static int
compare_groups_by_text (gconstpointer a, gconstpointer b)
{
  const Group *x = *(const Group **) a, *y = *(const Group **) b;
  gboolean x_named = fz_figure_item_get_figure (x->first)->indicator != NULL;
  gboolean y_named = fz_figure_item_get_figure (y->first)->indicator != NULL;

  if (x_named != y_named)
    return y_named - x_named;
  return compare_numbers (fz_figure_item_get_start (x->first), fz_figure_item_get_start (y->first));
}

static const char *
name_of (FzFigureItem *item)
{
  const char *indicator = fz_figure_item_get_figure (item)->indicator;

  return indicator ? indicator : "";
}

/* Items come in text order, so the first of an indicator is met first. */
static void
find_groups (GPtrArray *items, GPtrArray *groups, GHashTable *by_name)
{
  for (guint i = 0; i < items->len; i++)
    {
      FzFigureItem *item = items->pdata[i];
      Group *group = g_hash_table_lookup (by_name, name_of (item));

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->first = group->largest = item;
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_name, (gpointer) name_of (item), group);
        }
      else if (compare_sizes (item, group->largest) < 0)
        group->largest = item;
    }
}

static void
number (GPtrArray *items, FzFigureOrder order, GHashTable *by_name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Group *group = g_hash_table_lookup (by_name, name_of (items->pdata[i]));

      fz_figure_item_set_place (items->pdata[i], order, group->places[order], i);
    }
}

static void
sort (GPtrArray *items)
{
  static const GCompareFunc compare[] = {
    [FZ_FIGURE_ORDER_TEXT] = compare_groups_by_text,
    [FZ_FIGURE_ORDER_SIZE] = compare_groups_by_size,
  };
  g_autoptr (GPtrArray) by_size = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  find_groups (items, groups, by_name);
  for (FzFigureOrder order = 0; order < FZ_FIGURE_N_ORDERS; order++)
    {
      g_ptr_array_sort (groups, compare[order]);
      for (guint i = 0; i < groups->len; i++)
        ((Group *) groups->pdata[i])->places[order] = i;
    }
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (by_size, items->pdata[i]);
  g_ptr_array_sort (by_size, compare_items_by_size);
  number (items, FZ_FIGURE_ORDER_TEXT, by_name);
  number (by_size, FZ_FIGURE_ORDER_SIZE, by_name);
}

static void
add_items (GPtrArray *items, const FzStored *part, guint offset)
{
  for (guint i = 0; i < part->facts->figures->len; i++)
    g_ptr_array_add (items, fz_figure_item_new (part, i, offset));
}

/**
 * fz_figure_groups_new:
 * @stored: an article, with its other parts
 *
 * Returns: (transfer full): a #FzFigureItem for each figure of its story, in text order
 */
GListModel *
fz_figure_groups_new (const FzStored *stored)
{
  GListStore *list = g_list_store_new (FZ_TYPE_FIGURE_ITEM);
  g_autoptr (FzStory) story = fz_story_new (stored);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    add_items (items, fz_story_nth_stored (stored, i), fz_story_part (story, i)->start);
  sort (items);
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (list);
}
