/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-union-pane.h"

#include "fz-article-menu.h"
#include "fz-article-picker.h"
#include "fz-closures.h"
#include "fz-tree-row.h"

/* The articles of several regions that are selected at once, each of them once,
 * the latest first. */

struct _FzUnionPane {
  GtkWidget           parent_instance;

  GtkWidget          *bar;
  GtkWidget          *scroller;
  GtkLabel           *title;
  GtkListView        *view;
  GtkPopover         *menu;
  FzLibrary          *library;   /* (nullable): while there are several regions */
  FzArticleList      *list;      /* (nullable) */
  GtkMultiSelection  *selection; /* (nullable) */
  guint               n_regions;
};

static void picker_init (FzArticlePickerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FzUnionPane, fz_union_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FZ_TYPE_ARTICLE_PICKER, picker_init))

enum { ARTICLE_CHOSEN, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
choose (FzUnionPane *self, guint position)
{
  g_autoptr (FzArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item)
    g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, item);
}

static void
on_activate (FzUnionPane *self, guint position)
{
  if (self->list)
    choose (self, position);
}

static void
on_close (FzUnionPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_setup (FzUnionPane *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, fz_tree_row_new ());
}

static void
on_bind (FzUnionPane *self, GtkListItem *list_item)
{
  fz_tree_row_bind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_unbind (FzUnionPane *self, GtkListItem *list_item)
{
  fz_tree_row_unbind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)));
}

static void
show_title (FzUnionPane *self)
{
  g_autofree char *title = fz_union_title (self->n_regions, g_list_model_get_n_items (G_LIST_MODEL (self->list)));

  gtk_label_set_label (self->title, title);
}

static void
on_marked (FzUnionPane *self, GArray *articles, guint mark, gboolean on)
{
  fz_paged_list_mark (FZ_PAGED_LIST (self->list), articles, mark, on);
}

static void
drop_list (FzUnionPane *self)
{
  if (self->library)
    g_signal_handlers_disconnect_by_data (self->library, self);
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
  self->list = NULL;
}

static GtkBitset *
selected_rows (FzUnionPane *self)
{
  return self->selection ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)) : gtk_bitset_new_empty ();
}

static FzLibrary *
get_library (FzArticlePicker *picker)
{
  return FZ_UNION_PANE (picker)->library;
}

static GPtrArray *
get_parts (FzArticlePicker *picker)
{
  FzUnionPane *self = FZ_UNION_PANE (picker);
  GPtrArray *parts = g_ptr_array_new_with_free_func (fz_picked_part_free);
  g_autoptr (GtkBitset) selected = selected_rows (self);

  if (!gtk_bitset_is_empty (selected))
    g_ptr_array_add (parts, fz_picked_part_new (FZ_PAGED_LIST (self->list), g_steal_pointer (&selected)));
  return parts;
}

static void
picker_init (FzArticlePickerInterface *iface)
{
  iface->get_library = get_library;
  iface->get_parts = get_parts;
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, FzUnionPane *self)
{
  if (self->selection && fz_article_menu_popup_at (self->menu, self->view, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The Menu key, at the row with the focus. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzUnionPane *self = FZ_UNION_PANE (widget);

  if (self->selection)
    fz_article_menu_popup_at_focus (self->menu, self->view);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzUnionPane *self = FZ_UNION_PANE (widget);

  if (self->selection)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
fz_union_pane_dispose (GObject *object)
{
  drop_list (FZ_UNION_PANE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_UNION_PANE);
  G_OBJECT_CLASS (fz_union_pane_parent_class)->dispose (object);
}

static void
fz_union_pane_class_init (FzUnionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_union_pane_dispose;
  /* The reader opens an article, whose entry may still be on its way. */
  signals[ARTICLE_CHOSEN] = g_signal_new ("article-chosen", FZ_TYPE_UNION_PANE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, FZ_TYPE_ARTICLE_ITEM);
  /* The reader is done with the several regions. */
  signals[CLOSED] = g_signal_new ("closed", FZ_TYPE_UNION_PANE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-union-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FzUnionPane, bar);
  gtk_widget_class_bind_template_child (widget_class, FzUnionPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, FzUnionPane, title);
  gtk_widget_class_bind_template_child (widget_class, FzUnionPane, view);
  gtk_widget_class_bind_template_child (widget_class, FzUnionPane, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_install_action (widget_class, "union.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "union.select-all", NULL, select_all_action);
  fz_article_picker_install_actions (widget_class);
}

static void
fz_union_pane_init (FzUnionPane *self)
{
  g_autoptr (GMenuModel) model = fz_article_menu_model ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
}

/**
 * fz_union_pane_set_regions:
 * @self: a pane
 * @library: where the articles are
 * @spans: (nullable) (element-type FzRegionSpan): the regions, a span each, or
 *   %NULL for none
 *
 * Shows the articles of all of them.
 */
void
fz_union_pane_set_regions (FzUnionPane *self, FzLibrary *library, GArray *spans)
{
  const FzQuery query = { .spans = spans, .sort = FZ_SORT_DATE };

  g_return_if_fail (FZ_IS_UNION_PANE (self));

  drop_list (self);
  if (!spans)
    return;
  self->n_regions = spans->len;
  self->library = g_object_ref (library);
  self->list = fz_article_list_new (library, &query);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->list));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "marked", G_CALLBACK (on_marked), self, G_CONNECT_SWAPPED);
  show_title (self);
  fz_article_list_count (self->list);
}

/**
 * fz_union_pane_refresh:
 * @self: a pane
 *
 * Follows a library that has changed.
 */
void
fz_union_pane_refresh (FzUnionPane *self)
{
  g_return_if_fail (FZ_IS_UNION_PANE (self));

  if (self->list)
    fz_article_list_count (self->list);
}

/**
 * fz_union_pane_step:
 * @self: a pane
 * @step: 1 for the next article, -1 for the one before
 *
 * Selects and opens it.
 */
void
fz_union_pane_step (FzUnionPane *self, int step)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint at, n;

  g_return_if_fail (FZ_IS_UNION_PANE (self));

  if (!self->list)
    return;
  selected = selected_rows (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  at = gtk_bitset_is_empty (selected) ? (step > 0 ? 0 : n - 1) : gtk_bitset_get_minimum (selected) + (guint) step;
  if (at >= n)
    return;
  gtk_list_view_scroll_to (self->view, at, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  choose (self, at);
}

/**
 * fz_union_pane_has_selected:
 * @self: a pane
 *
 * Returns: whether an article is selected in it
 */
gboolean
fz_union_pane_has_selected (FzUnionPane *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (FZ_IS_UNION_PANE (self), FALSE);

  selected = selected_rows (self);
  return !gtk_bitset_is_empty (selected);
}

/**
 * fz_union_pane_get_list:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): its articles
 */
FzArticleList *
fz_union_pane_get_list (FzUnionPane *self)
{
  g_return_val_if_fail (FZ_IS_UNION_PANE (self), NULL);

  return self->list;
}
