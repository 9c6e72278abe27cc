/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-tree-row.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-region-node.h"

/* One row of the tree: a region with its counts, or an article with its dot, which
 * can be dragged to a region.  In
 * a list that is no tree a region tells what it lies in, and an article where it
 * is filed. */

struct _FzTreeRow {
  GtkWidget        parent_instance;

  GtkTreeExpander *expander;
  GtkWidget       *dot;
  GtkImage        *icon; /* of what is no region */
  GtkWidget       *star;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkLabel        *unread;
  GtkLabel        *total;
  GtkListItem     *list_item; /* (nullable): while it is bound; not ours */
  GObject         *item;      /* (nullable): an FzRegionNode or an FzArticleItem */
};

G_DEFINE_FINAL_TYPE (FzTreeRow, fz_tree_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  show_text (label, text);
}

static void
set_style (FzTreeRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Nothing lies in a township, nor in what a region was. */
static gboolean
is_lowest (FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);

  return fz_region_level (region) == FZ_LEVEL_TOWNSHIP || region != fz_region_today (region);
}

static const char * const icons[] = {
  [FZ_NODE_ROW_UNREAD] = "mail-unread-symbolic",
  [FZ_NODE_ROW_STARRED] = "starred-symbolic",
  [FZ_NODE_ROW_SAVED] = "system-search-symbolic",
  [FZ_NODE_ROW_ORPHANS] = "document-edit-symbolic",
  [FZ_NODE_ROW_BIN] = "user-trash-symbolic",
  [FZ_NODE_ROW_REGION] = NULL,
  [FZ_NODE_ROW_ALL] = NULL,
  [FZ_NODE_ROW_FOUND] = NULL,
};

static void
show_icon (FzTreeRow *self, const char *name)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), name != NULL);
  if (name)
    gtk_image_set_from_icon_name (self->icon, name);
}

/* Whether nothing can stand below it. */
static gboolean
is_leaf (FzRegionNode *node)
{
  if (fz_region_node_get_row (node) == FZ_NODE_ROW_FOUND)
    return g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node))) == 0;
  return fz_region_node_get_row (node) == FZ_NODE_ROW_REGION && fz_region_node_get_total (node) == 0 && is_lowest (node);
}

static void
show_region (FzTreeRow *self, FzRegionNode *node)
{
  gboolean is_region = fz_region_node_get_row (node) == FZ_NODE_ROW_REGION;
  gint64 total = fz_region_node_get_total (node);
  gint64 unread = fz_region_node_get_unread (node);
  const char *name = fz_region_node_get_name (node);
  gboolean in_tree = gtk_tree_expander_get_list_row (self->expander) != NULL;
  g_autofree char *path = in_tree || !is_region ? NULL : fz_region_shown_path (fz_region_node_get_region (node));
  g_autofree char *spoken = fz_region_spoken_name (name, total, unread);

  gtk_tree_expander_set_indent_for_icon (self->expander, in_tree);
  gtk_tree_expander_set_hide_expander (self->expander, is_leaf (node));
  show_icon (self, icons[fz_region_node_get_row (node)]);
  gtk_widget_set_visible (self->star, FALSE);
  set_style (self, "article", FALSE);
  set_style (self, "unread", unread > 0);
  gtk_widget_set_visible (self->dot, FALSE);
  gtk_label_set_lines (self->title, 1);
  show_text (self->title, name);
  show_text (self->subtitle, path);
  set_style (self, "empty", total == 0 && is_region);
  fz_region_node_want_count (node);
  show_number (self->unread, unread);
  show_number (self->total, unread < total ? total : 0);
  gtk_list_item_set_accessible_label (self->list_item, spoken);
}

static void
show_article (FzTreeRow *self, const FzEntry *entry)
{
  g_autofree char *title = fz_entry_shown_title (entry);
  g_autofree char *source = fz_entry_shown_source (entry);
  gboolean in_tree = gtk_tree_expander_get_list_row (self->expander) != NULL;
  g_autofree char *filing = fz_entry_shown_filing (entry);
  g_autofree char *region = entry && !in_tree ? fz_region_shown_name (entry->filed) : g_strdup (filing);
  g_autofree char *below = region ? g_strjoin (" · ", region, source, NULL) : g_strdup (source);
  g_autofree char *spoken = fz_article_spoken_name (title, below, entry && entry->read, entry && entry->starred);

  /* The dot stands where a region has its arrow. */
  gtk_tree_expander_set_indent_for_icon (self->expander, FALSE);
  set_style (self, "article", TRUE);
  set_style (self, "unread", entry && !entry->read);
  gtk_widget_set_visible (self->dot, TRUE);
  gtk_widget_set_opacity (self->dot, entry && !entry->read ? 1 : 0);
  show_icon (self, NULL);
  gtk_widget_set_visible (self->star, entry && entry->starred);
  gtk_label_set_lines (self->title, 2);
  show_text (self->title, title);
  show_text (self->subtitle, below);
  set_style (self, "empty", FALSE);
  set_style (self, "second", filing != NULL);
  show_text (self->unread, NULL);
  show_text (self->total, NULL);
  gtk_list_item_set_accessible_label (self->list_item, spoken);
}

static void
show_item (FzTreeRow *self)
{
  if (FZ_IS_REGION_NODE (self->item))
    {
      show_region (self, FZ_REGION_NODE (self->item));
      return;
    }
  show_article (self, fz_article_item_get_entry (FZ_ARTICLE_ITEM (self->item)));
  if (!fz_article_item_get_entry (FZ_ARTICLE_ITEM (self->item)))
    fz_article_item_want (FZ_ARTICLE_ITEM (self->item));
}

/* A click on a row does what Enter does.  The list's own single-click mode would
 * also move the selection with the pointer.  With Ctrl or Shift it selects more. */
static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, FzTreeRow *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->list_item && n_press == 1 && !(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    gtk_widget_activate_action (GTK_WIDGET (self), "list.activate-item", "u",
                                gtk_list_item_get_position (self->list_item));
}

static const FzEntry *
entry_of (FzTreeRow *self)
{
  return FZ_IS_ARTICLE_ITEM (self->item) ? fz_article_item_get_entry (FZ_ARTICLE_ITEM (self->item)) : NULL;
}

/* An article is dragged as its id. */
static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, FzTreeRow *self)
{
  const FzEntry *entry = entry_of (self);

  return entry ? gdk_content_provider_new_typed (G_TYPE_INT64, entry->id) : NULL;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, FzTreeRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* Only a region takes articles. */
static GdkDragAction
on_drop_enter (GtkDropTarget *target, double x, double y, FzTreeRow *self)
{
  return FZ_IS_REGION_NODE (self->item) && fz_region_node_get_row (FZ_REGION_NODE (self->item)) == FZ_NODE_ROW_REGION
         ? GDK_ACTION_MOVE : 0;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, FzTreeRow *self)
{
  return FZ_IS_REGION_NODE (self->item) && fz_region_node_get_row (FZ_REGION_NODE (self->item)) == FZ_NODE_ROW_REGION
         && gtk_widget_activate_action (GTK_WIDGET (self), "tree.file", "(xt)", g_value_get_int64 (value),
                                        fz_region_node_get_region (FZ_REGION_NODE (self->item)));
}

static void
add_dragging (FzTreeRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "enter", G_CALLBACK (on_drop_enter), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_enter), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
fz_tree_row_dispose (GObject *object)
{
  FzTreeRow *self = FZ_TREE_ROW (object);

  fz_tree_row_unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_TREE_ROW);
  G_OBJECT_CLASS (fz_tree_row_parent_class)->dispose (object);
}

static void
fz_tree_row_class_init (FzTreeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_tree_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-tree-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, expander);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, dot);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, star);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, title);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, unread);
  gtk_widget_class_bind_template_child (widget_class, FzTreeRow, total);
  gtk_widget_class_set_css_name (widget_class, "treerow");
}

static void
fz_tree_row_init (FzTreeRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_dragging (self);
}

/**
 * fz_tree_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
fz_tree_row_new (void)
{
  return g_object_new (FZ_TYPE_TREE_ROW, NULL);
}

/**
 * fz_tree_row_bind:
 * @self: a row
 * @list_item: the place in the list that it stands in
 *
 * Shows the region or article of @list_item, in a tree or in a plain list, and
 * follows it.
 */
void
fz_tree_row_bind (FzTreeRow *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkTreeListRow *row = GTK_IS_TREE_LIST_ROW (item) ? item : NULL;

  g_return_if_fail (FZ_IS_TREE_ROW (self));

  self->list_item = list_item;
  self->item = row ? gtk_tree_list_row_get_item (row) : g_object_ref (item);
  gtk_tree_expander_set_list_row (self->expander, row);
  g_signal_connect_object (self->item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}

/**
 * fz_tree_row_get_position:
 * @self: a row
 *
 * Returns: where in the list it stands, %GTK_INVALID_LIST_POSITION for nowhere
 */
guint
fz_tree_row_get_position (FzTreeRow *self)
{
  g_return_val_if_fail (FZ_IS_TREE_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->list_item ? gtk_list_item_get_position (self->list_item) : GTK_INVALID_LIST_POSITION;
}

/**
 * fz_tree_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
fz_tree_row_unbind (FzTreeRow *self)
{
  g_return_if_fail (FZ_IS_TREE_ROW (self));

  if (self->item)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_clear_object (&self->item);
  self->list_item = NULL;
  if (self->expander)
    gtk_tree_expander_set_list_row (self->expander, NULL);
}
