/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-union-pane.h"

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
  FzArticleList      *list;      /* (nullable): while there are several regions */
  GtkSingleSelection *selection; /* (nullable) */
  guint               n_regions;
};

G_DEFINE_FINAL_TYPE (FzUnionPane, fz_union_pane, GTK_TYPE_WIDGET)

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
drop_list (FzUnionPane *self)
{
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  self->list = NULL;
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
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
fz_union_pane_init (FzUnionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  self->list = fz_article_list_new (library, &query);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->list));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
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
  guint at, n;

  g_return_if_fail (FZ_IS_UNION_PANE (self));

  if (!self->list)
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  at = gtk_single_selection_get_selected (self->selection);
  at = at == GTK_INVALID_LIST_POSITION ? (step > 0 ? 0 : n - 1) : at + (guint) step;
  if (at >= n)
    return;
  gtk_list_view_scroll_to (self->view, at, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  choose (self, at);
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
