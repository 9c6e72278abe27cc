/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

#include <adwaita.h>

/* What the reader says of the articles that are selected, one or many: starred,
 * read, moved to the bin.
 *
 * The rows of a region's articles follow each other, so what is selected of them
 * is a range of its list.  A row that was never drawn has no entry: its range is
 * asked of the library, and nobody waits for that here. */

/* So many rows are looked at one by one; of more the library is asked at once. */
#define MOST_LOOKED_AT 512

/* Of one region: which of its articles are selected. */
typedef struct {
  FzArticleList *list;
  GtkBitset     *positions;
} Part;

typedef enum { TURN_ON, TURN_OFF, TOGGLE } Turn;

typedef struct {
  FzRegionTree *tree;
  FzLibrary    *library; /* whose articles they are; the tree may have another one before all are known */
  FzMark        mark;
  Turn          turn;
  GPtrArray    *parts;
  GArray       *ids;
  guint         n_on; /* of how many it holds already */
} Marking;

static void
part_free (gpointer data)
{
  Part *self = data;

  g_object_unref (self->list);
  gtk_bitset_unref (self->positions);
  g_free (self);
}

static void
marking_free (Marking *self)
{
  g_object_unref (self->tree);
  g_object_unref (self->library);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->ids);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

static gboolean
rows_of_articles (GtkTreeListRow *row, FzRegionNode *node, guint *first, guint *n)
{
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node)));
  g_autoptr (GtkTreeListRow) article = NULL;

  if (!gtk_tree_list_row_get_expanded (row))
    return FALSE;
  article = gtk_tree_list_row_get_child_row (row, n_children);
  if (!article)
    return FALSE;
  *first = gtk_tree_list_row_get_position (article);
  *n = g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_articles (node)));
  return *n > 0;
}

static void
add_part (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data)
{
  g_autoptr (GtkBitset) selected = NULL, rows = NULL, articles = NULL;
  guint first, n;
  Part *part;

  if (!rows_of_articles (row, node, &first, &n))
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  rows = gtk_bitset_copy (selected);
  articles = gtk_bitset_new_range (first, n);
  gtk_bitset_intersect (rows, articles);
  if (gtk_bitset_is_empty (rows))
    return;
  gtk_bitset_shift_left (rows, first);
  part = g_new0 (Part, 1);
  part->list = g_object_ref (fz_region_node_get_articles (node));
  part->positions = g_steal_pointer (&rows);
  g_ptr_array_add (user_data, part);
}

static GPtrArray *
selected_parts (FzRegionTree *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  if (self->selection)
    fz_region_tree_each_region (self, add_part, parts);
  return parts;
}

static const FzEntry *
entry_at (const Part *part, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (part->list), position);

  return item ? fz_article_item_get_entry (item) : NULL;
}

static gboolean
has_mark (const FzEntry *entry, FzMark mark)
{
  switch (mark)
    {
    case FZ_MARK_READ:
      return entry->read;
    case FZ_MARK_STARRED:
      return entry->starred;
    case FZ_MARK_BINNED:
    default:
      return entry->binned;
    }
}

static void
take_entry (Marking *self, const FzEntry *entry)
{
  self->n_on += has_mark (entry, self->mark);
  g_array_append_val (self->ids, entry->id);
}

/* Takes the articles of a part that are known; answers whether they all are. */
static gboolean
take_known (Marking *self, const Part *part)
{
  guint n = (guint) gtk_bitset_get_size (part->positions), n_before = self->ids->len, n_on = self->n_on;

  for (guint i = 0; n <= MOST_LOOKED_AT && i < n; i++)
    {
      const FzEntry *entry = entry_at (part, gtk_bitset_get_nth (part->positions, i));

      if (!entry)
        break;
      take_entry (self, entry);
    }
  if (self->ids->len == n_before + n)
    return TRUE;
  g_array_set_size (self->ids, n_before);
  self->n_on = n_on;
  return FALSE;
}

static gboolean
is_of_tree (const Marking *self)
{
  return self->tree->forest && fz_region_forest_get_library (self->tree->forest) == self->library;
}

static void
finish (Marking *self)
{
  gboolean on = self->turn == TOGGLE ? self->n_on < self->ids->len : self->turn == TURN_ON;
  GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data, self->ids->len, sizeof (gint64));

  if (self->ids->len > 0 && is_of_tree (self))
    gtk_widget_activate_action (GTK_WIDGET (self->tree), "win.mark", "(@axub)", ids, (guint) self->mark, on);
  else
    g_variant_unref (g_variant_ref_sink (ids));
}

static void take_next (Marking *marking);

/* Nothing is said of a part of what was selected. */
static void
tell (FzRegionTree *self, const GError *error)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = overlay ? adw_toast_new (error->message) : NULL;

  if (!toast)
    return;
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
on_range (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Marking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_list_finish (FZ_LIBRARY (source), result, &error);
  const Part *part = self->parts->pdata[self->parts->len - 1];
  guint first = gtk_bitset_get_minimum (part->positions);

  if (!entries)
    {
      tell (self->tree, error);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    if (gtk_bitset_contains (part->positions, first + i))
      take_entry (self, entries->pdata[i]);
  g_ptr_array_set_size (self->parts, (int) self->parts->len - 1);
  take_next (g_steal_pointer (&self));
}

/* Part by part, from the last. */
static void
take_next (Marking *marking)
{
  g_autoptr (Marking) self = marking;

  while (self->parts->len > 0)
    {
      const Part *part = self->parts->pdata[self->parts->len - 1];
      guint first = gtk_bitset_get_minimum (part->positions), last = gtk_bitset_get_maximum (part->positions);

      if (!take_known (self, part))
        {
          fz_library_list_async (self->library, fz_article_list_get_query (part->list), first, last - first + 1,
                                 NULL, on_range, self);
          g_steal_pointer (&self);
          return;
        }
      g_ptr_array_set_size (self->parts, (int) self->parts->len - 1);
    }
  finish (self);
}

static const struct {
  const char *action;
  FzMark      mark;
  Turn        turn;
} acts[] = {
  { "tree.star", FZ_MARK_STARRED, TURN_ON },
  { "tree.unstar", FZ_MARK_STARRED, TURN_OFF },
  { "tree.toggle-star", FZ_MARK_STARRED, TOGGLE },
  { "tree.mark-read", FZ_MARK_READ, TURN_ON },
  { "tree.mark-unread", FZ_MARK_READ, TURN_OFF },
  { "tree.toggle-read", FZ_MARK_READ, TOGGLE },
  { "tree.bin", FZ_MARK_BINNED, TURN_ON },
  { "tree.unbin", FZ_MARK_BINNED, TURN_OFF },
  { "tree.toggle-bin", FZ_MARK_BINNED, TOGGLE },
};

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);

  for (guint i = 0; self->forest && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, name))
      {
        Marking *marking = g_new0 (Marking, 1);

        *marking = (Marking) { g_object_ref (self), g_object_ref (fz_region_forest_get_library (self->forest)),
                               acts[i].mark, acts[i].turn, selected_parts (self),
                               g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
        take_next (marking);
      }
}

/* Only what can be said of what is selected stands in the menu; of what is not
 * known, anything. */
void
fz_region_tree_update_marking (FzRegionTree *self)
{
  g_autoptr (GPtrArray) parts = selected_parts (self);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      Marking seen = { .mark = acts[i].mark, .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };
      gboolean all = TRUE, some;

      for (guint j = 0; j < parts->len; j++)
        all = take_known (&seen, parts->pdata[j]) && all;
      some = acts[i].turn == TURN_ON ? seen.n_on < seen.ids->len : seen.n_on > 0;
      if (acts[i].turn != TOGGLE)
        gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].action, some || !all);
      g_array_unref (seen.ids);
    }
}

/* Ctrl+A: the articles of the region in which the reader is. */
static void
select_articles_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  guint position = self->selection ? fz_region_tree_cursor (self) : GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GObject) item = NULL;
  guint first, n;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  row = gtk_tree_list_model_get_row (self->tree, position);
  item = gtk_tree_list_row_get_item (row);
  if (FZ_IS_ARTICLE_ITEM (item))
    {
      GtkTreeListRow *above = gtk_tree_list_row_get_parent (row);

      g_set_object (&row, above);
      g_object_unref (above);
      g_clear_object (&item);
      item = gtk_tree_list_row_get_item (row);
    }
  if (rows_of_articles (row, FZ_REGION_NODE (item), &first, &n))
    gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), first, n, TRUE);
}

/* The page of the article whose menu it is, or the search. */
static void
remove_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.remove-source", "x", FZ_REGION_TREE (widget)->menu_source);
}

static void
rename_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.rename-search", "x", FZ_REGION_TREE (widget)->menu_search);
}

static void
remove_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.remove-search", "x", FZ_REGION_TREE (widget)->menu_search);
}

/* Installs the actions. */
void
fz_region_tree_bind_marking (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (klass, acts[i].action, NULL, mark_action);
  gtk_widget_class_install_action (klass, "tree.select-articles", NULL, select_articles_action);
  gtk_widget_class_install_action (klass, "tree.remove-source", NULL, remove_source_action);
  gtk_widget_class_install_action (klass, "tree.rename-search", NULL, rename_search_action);
  gtk_widget_class_install_action (klass, "tree.remove-search", NULL, remove_search_action);
}
