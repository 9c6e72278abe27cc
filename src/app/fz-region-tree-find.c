/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"

/* Regions are found while the reader types.  What is found stands where the tree
 * stood; the arrow keys go through it from the entry, Return goes to the region
 * in the tree, Escape brings the tree back as it was. */

/* More than anybody looks through. */
#define MOST_FOUND 60

static void
end_find (FzRegionTree *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_stack_set_visible_child_name (self->pages, "tree");
  g_list_store_remove_all (self->found);
}

static void
go_to (FzRegionTree *self, FzRegion region)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  end_find (self);
  row = fz_region_tree_open_region (self, region);
  if (!row)
    return;
  fz_region_tree_focus (self);
  fz_region_tree_select (self, gtk_tree_list_row_get_position (row));
}

static void
show_nothing (FzRegionTree *self, const char *query)
{
  g_autofree char *text = NULL;

  if (self->whole)
    text = g_strdup_printf (_("There is no region “%s”."), query);
  else
    text = g_strdup_printf (_("No region with articles is called “%s”."), query);
  gtk_label_set_label (self->nothing, text);
  gtk_stack_set_visible_child_name (self->pages, "nothing");
}

static void
fz_region_tree_search_changed (FzRegionTree *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) nodes = NULL;

  if (*query == '\0' || !self->forest)
    {
      end_find (self);
      return;
    }
  nodes = fz_region_forest_find (self->forest, query, MOST_FOUND);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), nodes->pdata, nodes->len);
  if (nodes->len == 0)
    {
      show_nothing (self, query);
      return;
    }
  gtk_stack_set_visible_child_name (self->pages, "found");
  gtk_list_view_scroll_to (self->found_view, 0, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
fz_region_tree_search_stopped (FzRegionTree *self)
{
  end_find (self);
  fz_region_tree_focus (self);
}

/* What was typed last may not have been looked for yet. */
static void
fz_region_tree_search_activated (FzRegionTree *self)
{
  FzRegionNode *node = gtk_single_selection_get_selected_item (self->found_selection);

  if (!node)
    {
      fz_region_tree_search_changed (self);
      node = gtk_single_selection_get_selected_item (self->found_selection);
    }
  if (node)
    go_to (self, fz_region_node_get_region (node));
}

static void
fz_region_tree_found_activated (FzRegionTree *self, guint position)
{
  g_autoptr (FzRegionNode) node = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (node)
    go_to (self, fz_region_node_get_region (node));
}

/* The focus stays in the entry: a screen reader is told where the arrows are. */
static void
tell (FzRegionTree *self, guint position)
{
  g_autoptr (FzRegionNode) node = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  g_autofree char *path = fz_region_shown_path (fz_region_node_get_region (node));
  g_autofree char *spoken = fz_region_spoken_name (fz_region_node_get_name (node), fz_region_node_get_total (node),
                                                   fz_region_node_get_unread (node));
  g_autofree char *whole = g_strdup_printf ("%s. %s", spoken, path);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), whole, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
fz_region_tree_search_key (FzRegionTree *self, guint key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint at = gtk_single_selection_get_selected (self->found_selection);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;
  if (n == 0)
    {
      fz_region_tree_focus (self);
      return GDK_EVENT_STOP;
    }
  at += key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : G_MAXUINT;
  if (at < n)
    {
      gtk_list_view_scroll_to (self->found_view, at, GTK_LIST_SCROLL_SELECT, NULL);
      tell (self, at);
    }
  return GDK_EVENT_STOP;
}

/* Names the parts of the template that the finder has. */
void
fz_region_tree_bind_finder (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzRegionTree, entry);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, pages);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, found);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, found_view);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, found_selection);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, nothing);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_search_changed);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_search_stopped);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_search_activated);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_search_key);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_found_activated);
}

/**
 * fz_region_tree_focus:
 * @self: a tree
 *
 * Puts the keyboard among the regions.
 */
void
fz_region_tree_focus (FzRegionTree *self)
{
  g_return_if_fail (FZ_IS_REGION_TREE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/**
 * fz_region_tree_find:
 * @self: a tree
 *
 * Puts the keyboard into the entry that finds regions.
 */
void
fz_region_tree_find (FzRegionTree *self)
{
  g_return_if_fail (FZ_IS_REGION_TREE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
